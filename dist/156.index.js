export const id = 156;
export const ids = [156];
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

/***/ 156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionRestore: () => (/* binding */ actionRestore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/answers.js
var answers = __webpack_require__(9960);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/unsaved.js
var unsaved = __webpack_require__(1313);
// EXTERNAL MODULE: ./lib/run/command.js + 3 modules
var run_command = __webpack_require__(2309);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/run/start.js
var start = __webpack_require__(1441);
// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/commands/own-files.js
var own_files = __webpack_require__(5844);
// EXTERNAL MODULE: ./lib/commands/prepare.js
var prepare = __webpack_require__(4553);
;// CONCATENATED MODULE: ./lib/commands/restore.js












/**
 * Brings finished shards as `fetch` says, and starts the others for the steps that follow: start record written, old
 * generation set aside, work handed on where it may be.
 */
async function restore(invocation) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    const owner = (0,processes/* thisProcess */.WF)();
    const hand = (0,commands_hand/* handOf */.v)(invocation, owner);
    await (0,leftovers/* endLeftovers */.q9)(job.verdicts, invocation.reporter);
    await (0,prepare/* sweepHere */.ZM)(invocation, hand, job.verdicts);
    const { lost, again, unbrought } = await (0,prepare/* settle */.G9)(invocation, hand, { job });
    for (const line of (0,unsaved/* unbroughtLines */.os)(unbrought, job.store.label))
        invocation.reporter.warn(line);
    const verdicts = [...job.verdicts.filter((verdict) => !lost.has(verdict)), ...again];
    const runTag = invocation.randomHex(8);
    // Before the first start: a start record that no step knows of would never be finished.
    await (0,own_files/* noteRestored */.vy)(invocation, hand, { job, runTag });
    const { reporter, now } = invocation;
    const { store, definition, by } = job;
    const starter = { hand, store, definition, reporter, now, runTag, owner, by };
    const { started, failed } = await startAll(starter, (0,prepare/* toRun */.P3)(verdicts));
    const shardsFile = await writeShards(invocation, starter, { job, started });
    const answer = answerOf(job, verdicts, failed);
    return { answer, job, shardsFile, exitCode: problem/* EXIT */.dc.done };
}
/** A shard that cannot be started, or that another run has in hand, is left out; the others go on. */
async function startAll(starter, verdicts) {
    const started = [];
    const failed = new Map();
    for (const verdict of verdicts) {
        const { id } = verdict.task.shard;
        const previous = verdict.observed.startRecord;
        try {
            if ((0,leftovers/* isBusy */.A5)(previous, starter.owner))
                failed.set(id, `another run (pid ${previous?.owner.pid}) is working on it`);
            else
                started.push(await (0,start/* startShard */.H)(starter, verdict, previous));
        }
        catch (error) {
            failed.set(id, (0,problem/* describe */.q0)(error));
        }
    }
    for (const [id, why] of failed)
        starter.reporter.warn(`[${id}] was not started: ${why}`);
    return { started, failed };
}
function writeShards(invocation, { hand }, { job, started }) {
    const { workspace } = invocation;
    const command = { cwd: (0,external_node_path_.resolve)(workspace, job.definition.workingDirectory) };
    const lines = started.map((one) => `${JSON.stringify((0,run_command/* shardLine */.d)({ workspace, command }, one))}\n`);
    return (0,own_files/* writeOwn */.ys)(invocation, hand, {
        name: (0,own_files/* ownName */.qU)("shards", job, "jsonl"),
        text: lines.join(""),
    });
}
function answerOf({ tasks }, verdicts, failed) {
    const known = new Map(verdicts.map((verdict) => [verdict.task.shard.id, verdict]));
    const shards = tasks.flatMap(({ shard }) => {
        const verdict = known.get(shard.id);
        if (verdict === undefined)
            return [];
        const { kind, reason, detail } = verdict;
        const trouble = failed.get(shard.id);
        const why = trouble ?? detail;
        const outcome = kind === "skip"
            ? "done"
            : kind === "blocked"
                ? "blocked"
                : trouble === undefined
                    ? "started"
                    : "failed";
        return [{ id: shard.id, decision: kind, reason, outcome, ...(why !== "" && { why }) }];
    });
    return (0,answers/* answerRestore */.XM)(shards);
}

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/ui/actions.js
var actions = __webpack_require__(6557);
// EXTERNAL MODULE: ./lib/ui/lines.js
var lines = __webpack_require__(2437);
// EXTERNAL MODULE: ./lib/surface/results.js
var results = __webpack_require__(3237);
// EXTERNAL MODULE: ./lib/surface/step.js
var step = __webpack_require__(225);
;// CONCATENATED MODULE: ./lib/surface/action-restore.js






/** The step of `restore/`. Gives the exit code. */
function actionRestore(home) {
    return (0,step/* runAsStep */.I)(home, restoreStep);
}
async function restoreStep(invocation) {
    const { answer, job, shardsFile, exitCode } = await restore(invocation);
    const paint = (_, text) => text;
    for (const line of (0,lines/* planLines */.HN)(job.verdicts, { verbose: false, paint }))
        invocation.reporter.info(line);
    invocation.reporter.info(`${(0,core_text/* count */.U9)(answer.started, "shard")} started for the steps that follow: ${shardsFile}`);
    (0,actions/* setOutputs */.n0)({
        remaining: answer.remaining,
        results: (0,results/* writeResults */.K)(invocation.workspace, "restore.json", answer),
        "shards-file": shardsFile,
    });
    const blocked = answer.shards.filter(({ outcome }) => outcome === "blocked");
    (0,actions/* annotate */.fz)(blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`));
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

/***/ 3237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ writeResults)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** Writes an answer below the workspace, for later steps. Gives the file's path. */
function writeResults(workspace, name, answer) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, ".donemark");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, `${JSON.stringify(answer)}\n`);
    return path;
}


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
