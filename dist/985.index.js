export const id = 985;
export const ids = [985];
export const modules = {

/***/ 5844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f8: () => (/* binding */ readRestored),
/* harmony export */   qU: () => (/* binding */ ownName),
/* harmony export */   vy: () => (/* binding */ noteRestored),
/* harmony export */   ys: () => (/* binding */ writeOwn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1257);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5845);
/* harmony import */ var _core_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3783);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9716);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8052);







const RECORD_LIMIT_BYTES = 64 * 1024;
/**
 * Writes a file of Donemark's own below the workspace, and gives its path. `.donemark` keeps itself out of version
 * control.
 * @throws {UserError} where it cannot be written.
 */
async function writeOwn({ workspace }, hand, { name, text }) {
    const folder = (0,_core_places_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(workspace);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
    try {
        await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolders */ .wZ)(hand.disk, folder);
        if (!hand.disk.exists((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, ".gitignore")))
            await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(hand.disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, ".gitignore"), "*\n", hand.token());
        await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(hand.disk, path, text, hand.token());
    }
    catch (error) {
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([
            `Donemark writes ${path}, and ${folder} must be a folder that can be written: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}`,
        ]);
    }
    return path;
}
/** Tells the files of one definition from those of another in the same workspace. */
function ownName(kind, { definition }, ext) {
    const { name, checkpoint } = definition;
    return `${kind}-${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256OfList */ .bK)([name ?? "", checkpoint]).slice(0, 8)}.${ext}`;
}
/** Notes which start records the restore step of this job wrote. */
function noteRestored(invocation, hand, { job, runTag }) {
    const { run, attempt } = job.by;
    const text = `${JSON.stringify({ runTag, run, attempt })}\n`;
    return writeOwn(invocation, hand, { name: ownName("restored", job, "json"), text });
}
/** The tag of the start records of this job's restore step; `undefined` where none has run. */
function readRestored({ disk, workspace }, job) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_core_places_js__WEBPACK_IMPORTED_MODULE_2__/* .ownFolder */ .vY)(workspace), ownName("restored", job, "json"));
    const value = (0,_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(disk.readText(path, RECORD_LIMIT_BYTES) ?? "");
    if (!(0,_core_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isRecord */ .u4)(value) || typeof value["runTag"] !== "string")
        return undefined;
    const isThisJob = value["run"] === job.by.run && value["attempt"] === job.by.attempt;
    return isThisJob ? value["runTag"] : undefined;
}


/***/ }),

/***/ 7131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ saveWork)
/* harmony export */ });
/* harmony import */ var _core_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9492);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2064);
/* harmony import */ var _save_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1241);



/** Saves the work of unfinished shards, for the next job to go on from, as long as the deadline is not over. */
async function saveWork({ disk }, { store, verdicts }, deadline) {
    const unsaved = [];
    const over = deadline.over.then(() => ({ kind: "unavailable", cause: _save_js__WEBPACK_IMPORTED_MODULE_1__/* .OVER */ .PM }));
    let saved = 0;
    await (0,_core_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .H)(verdicts, _save_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_ONCE */ .Qd, async ({ task }) => {
        const { shard, places } = task;
        const kept = (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .workOf */ .LT)(task);
        if (kept === undefined || disk.stat(places.work)?.kind !== "directory")
            return;
        const end = deadline.isOver()
            ? await over
            : await Promise.race([store.saveWork(kept, places.work), over]);
        if (end.kind !== "unavailable")
            saved += 1;
        else
            unsaved.push({ id: shard.id, why: end.cause });
    });
    return { saved, unsaved };
}


/***/ }),

/***/ 3985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionSave: () => (/* binding */ actionSave)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var fingerprint = __webpack_require__(1595);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/unsaved.js
var core_unsaved = __webpack_require__(1313);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/run/ledger.js
var ledger = __webpack_require__(8796);
// EXTERNAL MODULE: ./lib/run/command.js + 3 modules
var command = __webpack_require__(2309);
// EXTERNAL MODULE: ./lib/run/per-shard.js
var per_shard = __webpack_require__(1047);
// EXTERNAL MODULE: ./lib/run/lease.js
var lease = __webpack_require__(9443);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/run/stop.js
var stop = __webpack_require__(5745);
// EXTERNAL MODULE: ./lib/survey/survey.js + 3 modules
var survey = __webpack_require__(2064);
// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/commands/own-files.js
var own_files = __webpack_require__(5844);
// EXTERNAL MODULE: ./lib/commands/prepare.js
var prepare = __webpack_require__(4553);
// EXTERNAL MODULE: ./lib/commands/run.js + 11 modules
var run = __webpack_require__(8098);
// EXTERNAL MODULE: ./lib/commands/save.js
var save = __webpack_require__(1241);
// EXTERNAL MODULE: ./lib/commands/save-work.js
var save_work = __webpack_require__(7131);
;// CONCATENATED MODULE: ./lib/commands/save-steps.js



















/**
 * Marks what the steps since `restore` have finished, and saves to the store whatever is done and not there yet. A
 * store's trouble fails nothing: what is marked is done.
 */
async function saveSteps(invocation) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    await (0,prepare/* sweepHere */.ZM)(invocation, hand, job.verdicts);
    await (0,prepare/* settleFolders */.f2)(hand, job.verdicts);
    await (0,prepare/* settleSkipped */.U8)(invocation, hand, job);
    const runTag = (0,own_files/* readRestored */.f8)(invocation, job);
    if (runTag === undefined)
        invocation.reporter.warn("No restore step of this job was found before this one: nothing is marked, and what is done is saved.");
    const ours = job.verdicts.filter(({ observed, reason }) => runTag !== undefined && observed.startRecord?.runTag === runTag && reason !== "done");
    const committed = await commitAll(invocation, hand, {
        job,
        verdicts: ours,
        runTag: runTag ?? "",
    });
    // What was adopted or marked is decided anew: it is saved from its full marker.
    const verdicts = await (0,survey/* survey */.Fr)(job.context, job.tasks);
    const { store } = job;
    const deadline = (0,save/* openDeadline */.LH)(invocation);
    const late = await (0,save/* saveUnsaved */.yp)(invocation, hand, { store, verdicts }, deadline);
    const begun = verdicts.filter(({ kind, observed }) => kind !== "skip" && observed.started);
    const work = await (0,save_work/* saveWork */.d)(invocation, { store, verdicts: begun }, deadline);
    deadline.release();
    for (const line of (0,core_unsaved/* unsavedWorkLines */.Nj)(work.unsaved, store.label))
        invocation.reporter.warn(line);
    const blocked = verdicts.filter(({ kind }) => kind === "blocked").length;
    const answer = {
        total: verdicts.length,
        ...committed,
        saved: late.saved,
        unsaved: late.unsaved,
        remaining: verdicts.filter(prepare/* isToRun */.$T).length,
        blocked,
    };
    return { answer, job, exitCode: blocked > 0 ? problem/* EXIT */.dc.checkpoint : problem/* EXIT */.dc.done };
}
/** The steps have used whatever GPUs they wanted. */
const SLOT = { name: "steps", visible: undefined, gpu: undefined, keepFor: () => undefined };
async function commitAll(invocation, hand, { job, verdicts, runTag, }) {
    const committed = [];
    const uncommitted = [];
    if (verdicts.length === 0)
        return { committed, uncommitted };
    const work = {
        job,
        hand,
        ledger: (0,ledger/* createLedger */.M)(() => undefined),
        owner: (0,processes/* thisProcess */.WF)(),
        runTag,
        todo: [],
    };
    const session = (0,run/* openSession */.f)(invocation, { stop: (0,stop/* createStop */.n)() }, { work, leases: (0,lease/* leaseFolder */.H)(invocation.env), width: 1 });
    try {
        let lastMs = 0;
        for (const { verdict, finishedMs } of byTime(hand, verdicts)) {
            const { id } = verdict.task.shard;
            const why = await commitOne(session, verdict, { finishedMs, lastMs });
            if (why === undefined)
                committed.push(id);
            else
                uncommitted.push({ id, why });
            if (why === undefined)
                lastMs = finishedMs;
        }
    }
    finally {
        session.watch.close();
        (0,external_node_fs_.rmSync)(session.scratch, { recursive: true, force: true });
    }
    return { committed, uncommitted };
}
function byTime({ disk }, verdicts) {
    const timed = verdicts.map((verdict) => {
        const { marker, checkpoint } = verdict.task.places;
        const stat = disk.stat(marker) ?? disk.stat(checkpoint);
        return { verdict, finishedMs: stat === undefined ? 0 : Number(stat.mtimeNs) / 1e6 };
    });
    return timed.toSorted((a, b) => a.finishedMs - b.finishedMs);
}
/** Marks one shard; the reason why it was not, where it was not. Shards follow one another: each took the time since the last. */
async function commitOne(session, verdict, { finishedMs, lastMs }) {
    const { task, observed } = verdict;
    const record = observed.startRecord;
    if (record === undefined)
        return "its start record is gone";
    const refused = whyNot(session, verdict, record);
    if (refused !== undefined)
        return refused;
    const startedAtMs = Math.max(Date.parse(record.startedAt) || finishedMs, lastMs);
    try {
        const inHand = {
            verdict,
            started: { task, record, startedAtMs },
            attempts: 1,
            slot: SLOT,
            logPath: "",
        };
        const end = await examine(session, inHand);
        if (end.kind === "bad")
            return end.why;
        await (0,commit/* finish */.O9)(session.hand, task, {
            said: end.said,
            seconds: Math.max(0, finishedMs - startedAtMs) / 1000,
            finishedAt: new Date(session.now()).toISOString(),
            by: session.by,
        });
        return undefined;
    }
    catch (error) {
        return (0,problem/* describe */.q0)(error);
    }
}
/** What `check` prints goes to a log, as in a run. */
async function examine(session, inHand) {
    if (session.check === undefined)
        return (0,per_shard/* testify */.lA)(session, inHand, UNUSED);
    const log = (0,command/* openLog */.Ne)(session, inHand.started);
    const end = await (0,per_shard/* testify */.lA)(session, inHand, log);
    await log.close();
    return end;
}
const UNUSED = { take: () => undefined, ready: () => undefined };
function whyNot({ hand, definition }, { task }, record) {
    const changed = fingerprint/* PARTS */.dI.find((part) => {
        const now = task.fingerprint[part];
        const then = record.fingerprint[part];
        return "digest" in now && then !== undefined && then !== now.digest;
    });
    if (changed !== undefined)
        return `its ${changed} changed since it was restored`;
    if (definition.finished === "sound" || hand.disk.exists(task.places.marker))
        return undefined;
    return hand.disk.exists(task.places.checkpoint)
        ? "its steps have made no .done (`finished: sound` takes every sound checkpoint)"
        : "it has no checkpoint";
}

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/ui/actions.js
var actions = __webpack_require__(6557);
// EXTERNAL MODULE: ./lib/surface/step.js
var step = __webpack_require__(225);
;// CONCATENATED MODULE: ./lib/surface/action-save.js





/** The step of `save/`. Gives the exit code. */
function actionSave(home) {
    return (0,step/* runAsStep */.I)(home, saveStep);
}
async function saveStep(invocation) {
    const { answer, job, exitCode } = await saveSteps(invocation);
    const { committed, uncommitted, saved, unsaved, remaining, total, blocked } = answer;
    for (const { id, why } of uncommitted)
        invocation.reporter.info(`[${id}] is not marked: ${why}`);
    if (uncommitted.length > 0)
        invocation.reporter.warn(`${(0,core_text/* count */.U9)(uncommitted.length, "shard")} started and not marked: the log says why.`);
    invocation.reporter.info(`${committed.length} marked · ${saved} saved to ${job.store.label} · ${remaining} of ${(0,core_text/* count */.U9)(total, "shard")} remain`);
    (0,actions/* setOutputs */.n0)({ saved, remaining });
    (0,actions/* annotate */.fz)((0,core_unsaved/* unsavedLines */._s)(unsaved, job.store.label), "warning");
    if (blocked > 0)
        invocation.reporter.error(`${(0,core_text/* count */.U9)(blocked, "shard")} blocked: the log of restore says why.`);
    return exitCode;
}


/***/ }),

/***/ 9289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stepInvocation),
/* harmony export */   c: () => (/* binding */ STATE)
/* harmony export */ });
/* harmony import */ var _core_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1709);
/* harmony import */ var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(845);
/* harmony import */ var _ui_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6557);



/** A step of a workflow, ready to act on. */
function stepInvocation(home) {
    const { env } = process;
    const workspace = env["GITHUB_WORKSPACE"];
    return {
        surface: "actions",
        inputs: (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(env),
        workspace: workspace === undefined || workspace === "" ? process.cwd() : workspace,
        env,
        disk: _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .realDisk */ .U,
        reporter: (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .actionsReporter */ .t)(),
        now: Date.now,
        randomHex: (bytes) => (0,_core_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeCrypto */ .S)().randomBytes(bytes).toString("hex"),
        home,
    };
}
/** Names of the states that main leaves for post. */
const STATE = { run: "run", stopGraceMs: "stop-grace-ms", finished: "finished" };


/***/ }),

/***/ 225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ runAsStep)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _ui_output_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7093);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9289);




/** Runs a step of a workflow to its end: whatever goes wrong becomes annotations and an exit code. */
async function runAsStep(home, act) {
    (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_2__/* .outliveReaders */ .Bd)();
    try {
        return await act((0,_action_js__WEBPACK_IMPORTED_MODULE_3__/* .stepInvocation */ .L)(home));
    }
    catch (error) {
        const told = (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .asUserError */ .Yl)(error);
        if (told !== undefined) {
            for (const problem of told.problems)
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(problem);
            return told.exitCode;
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(error instanceof Error ? (error.stack ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)) : (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error));
        return _core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT */ .dc.failed;
    }
    finally {
        await (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_2__/* .outputTaken */ .t1)();
    }
}


/***/ }),

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   iB: () => (/* binding */ setRunOutputs),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   o: () => (/* binding */ annotateFailures),
/* harmony export */   pW: () => (/* binding */ firstIds),
/* harmony export */   t: () => (/* binding */ actionsReporter)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4246);


/** Ids in an output, as the design cuts them: an output must stay far below the runner's 1 MiB. */
const MOST_IDS = 1000;
/** GitHub shows ten annotations of a kind for a step. */
const MOST_ANNOTATIONS = 10;
/** The inputs of a step, as the runner hands them over; an input that was not given is an empty text. */
function readInputs(env) {
    const values = {};
    for (const [name, value] of Object.entries(env)) {
        const input = /^INPUT_(.+)$/.exec(name)?.[1];
        if (input !== undefined && value !== undefined && value !== "")
            values[input.toLowerCase()] = value;
    }
    return {
        label: (name) => `Input "${name}"`,
        values,
        others: ["config", "definition", "github-token", "marker-key"],
    };
}
/** Says things in the job's log. */
function actionsReporter() {
    return {
        info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(text)),
        warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(harmless(line)),
        error: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(harmless(line)),
        debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(harmless(line)),
        output: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line)),
        mask: (value) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value),
    };
}
/** Files and ids are named as users and their archives name them: no name may become a workflow command. */
function harmless(text) {
    const lines = text.split(/\r\n|\r|\n/).map(_core_log_name_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw);
    return lines.map((line) => line.replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
}
/** Ids as an output holds them. */
function firstIds(ids) {
    return JSON.stringify(ids.slice(0, MOST_IDS));
}
/** One annotation for each problem, as many as are shown, and one for the rest. */
function annotate(problems, kind = "error") {
    const isOver = problems.length > MOST_ANNOTATIONS;
    const shown = isOver ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
    const say = kind === "error" ? _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3 : _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e;
    for (const problem of shown)
        say(harmless(problem));
    if (isOver)
        say(`… and ${problems.length - shown.length} more of these: see the log.`);
}
/** Sets the outputs of the root action. */
function setRunOutputs(answer, resultsPath) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed").map(({ id }) => id);
    setOutputs({
        total: answer.total,
        skipped: answer.skipped,
        resumed: answer.resumed,
        ran: answer.ran,
        failed: answer.failed,
        remaining: answer.remaining,
        "in-progress": answer.inProgress,
        "all-done": answer.allDone,
        saved: answer.saved,
        "seconds-saved": answer.secondsSaved,
        results: resultsPath,
        "failed-ids": firstIds(failed),
    });
}
/** Annotates the failed shards, as many as are shown. */
function annotateFailures(answer, pasteLine) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed");
    for (const { id, why } of failed.slice(0, MOST_ANNOTATIONS)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(harmless(`${why ?? "it failed"}. To try it again: ${pasteLine(id)}`), {
            title: `Shard ${id} failed`,
        });
    }
}
/** Appends to the job summary, where the runner has one. */
async function writeSummary(markdown, env) {
    const file = env["GITHUB_STEP_SUMMARY"];
    if (file === undefined || file === "")
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown).write();
}


/***/ })

};
