export const id = 214;
export const ids = [214];
export const modules = {

/***/ 588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ collect)
/* harmony export */ });
/* harmony import */ var _core_answers_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9960);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5524);
/* harmony import */ var _run_processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3768);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2064);
/* harmony import */ var _bring_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6035);
/* harmony import */ var _failed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4537);
/* harmony import */ var _hand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5949);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3855);
/* harmony import */ var _prepare_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4553);









/** An entry that is lost may have an older one behind it; one that cannot be revoked would come up for ever. */
const ROUNDS = 3;
/**
 * Proves that every shard is done, here or in the store, and brings those that are not here. An entry that proves to be
 * lost or damaged is revoked, and its shard is missing unless another entry takes its place.
 */
async function collect(invocation) {
    const isStep = invocation.surface === "actions";
    const job = await (0,_open_js__WEBPACK_IMPORTED_MODULE_6__/* .openJob */ .Iv)(invocation, {
        runs: false,
        brings: true,
        defaults: { fetch: "all" },
        ...(isStep && { shared: "collect" }),
    });
    const hand = (0,_hand_js__WEBPACK_IMPORTED_MODULE_5__/* .handOf */ .v)(invocation, (0,_run_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .thisProcess */ .WF)());
    await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .sweepHere */ .ZM)(invocation, hand, job.verdicts);
    const found = new Map();
    let open = job.verdicts;
    for (let round = 1; open.length > 0; round += 1) {
        const lost = await collectOnce(invocation, hand, { job, verdicts: open, found });
        if (round === ROUNDS)
            break;
        open = await (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_2__/* .survey */ .Fr)(job.context, lost.map(({ task }) => task));
        open = open.filter(({ reason }) => reason === "done" || reason === "done-in-store");
    }
    const answer = (0,_core_answers_js__WEBPACK_IMPORTED_MODULE_8__/* .answerCollect */ .pl)(job.tasks.flatMap(({ shard }) => found.get(shard.id) ?? []));
    const isGood = answer.missingCount <= job.definition.allowMissing;
    return { answer, job, exitCode: isGood ? _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT */ .dc.checkpoint };
}
/** Writes what became of each shard into `found`. Gives those whose entry proved to be lost. */
async function collectOnce(invocation, hand, { job, verdicts, found }) {
    const brings = job.definition.fetch !== "none";
    const note = (verdict, outcome, why) => {
        const { id, checkpoint } = verdict.task.shard;
        const { reason } = verdict;
        found.set(id, { id, checkpoint, outcome, reason, ...(why !== undefined && { why }) });
    };
    const stored = [];
    for (const verdict of verdicts) {
        if (verdict.kind !== "skip")
            note(verdict, "missing", verdict.detail);
        else if (verdict.reason === "done-in-store")
            stored.push(verdict);
        else
            note(verdict, "here");
    }
    const lost = [];
    const all = await (0,_bring_all_js__WEBPACK_IMPORTED_MODULE_3__/* .bringAll */ .a)(hand, job.store, { verdicts: brings ? stored : [] });
    await (0,_failed_js__WEBPACK_IMPORTED_MODULE_4__/* .recordBadEntries */ .t)(invocation, job.store.label, all);
    for (const { verdict, brought } of all) {
        if (brought.kind === "brought")
            note(verdict, "brought");
        else
            note(verdict, "missing", brought.kind === "lost" ? brought.why : brought.cause);
        if (brought.kind === "lost")
            lost.push(verdict);
    }
    for (const verdict of stored) {
        if (!brings)
            note(verdict, "in-store");
        if (found.get(verdict.task.shard.id)?.outcome !== "brought")
            await (0,_prepare_js__WEBPACK_IMPORTED_MODULE_7__/* .clearPlace */ .xy)(invocation, hand, verdict);
    }
    return lost;
}


/***/ }),

/***/ 8346:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   ih: () => (/* binding */ escape),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vd: () => (/* binding */ foldedTable)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9716);

/** A job summary holds at most 1 MiB; above so many rows or characters a table is cut, and says so. */
const MOST_ROWS = 500;
const MOST_CHARACTERS = 200_000;
function table(head, rows) {
    return [lineOf(head), lineOf(head.map(() => "---")), ...rows.map(lineOf)].join("\n");
}
/** A table that folds away, cut where it is too long. Nothing where there are no rows. */
function foldedTable(title, head, rows) {
    if (rows.length === 0)
        return [];
    const shown = [];
    let characters = 0;
    for (const row of rows) {
        characters += lineOf(row).length;
        if (shown.length === MOST_ROWS || characters > MOST_CHARACTERS)
            break;
        shown.push(row);
    }
    const hidden = rows.length - shown.length;
    return [
        "",
        `<details${rows.length <= 20 ? " open" : ""}><summary>${title}</summary>`,
        "",
        table(head, shown),
        ...(hidden > 0 ? ["", `… and ${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(hidden, "more shard")}.`] : []),
        "",
        "</details>",
    ];
}
function lineOf(cells) {
    return `| ${cells.join(" | ")} |`;
}
/** Text that is shown as it is: nothing in it is Markdown, HTML or the end of a table cell. */
function escape(text) {
    return text
        .replaceAll(/\s+/g, " ")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+!|~@:$-]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}


/***/ }),

/***/ 4777:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ renderPlan),
/* harmony export */   N: () => (/* binding */ renderCollect)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6211);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8415);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8346);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3199);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9716);





/** The job summary of a plan, in Markdown: both counts, each reason, and what is not done. */
function renderPlan(verdicts, { jobs, ...facts }) {
    const { total, done, inProgress, pending, resumable, blocked } = (0,_counts_js__WEBPACK_IMPORTED_MODULE_2__/* .countVerdicts */ .q)(verdicts);
    const sign = blocked > 0 ? "❌" : pending > 0 ? "▶️" : "✅";
    const work = pending > 0 ? `, ${pending} to run in ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(jobs, "job")}` : "";
    const open = verdicts.filter(({ kind }) => kind !== "skip");
    const rows = blockedFirst(open).map(({ kind, reason, detail, task }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(task.shard.id),
        kind,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escape */ .ih)(detail === "" ? reason : `${reason}: ${detail}`),
    ]);
    return [
        `### ${sign} ${done} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(total, "shard")} complete${work}`,
        "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["complete", "in progress", "to run", "of these resumed", "blocked", "jobs"], [[done, inProgress, pending, resumable, blocked, jobs].map(String)]),
        "",
        factLine(facts),
        "",
        (0,_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .reasonTable */ .$)(verdicts),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .foldedTable */ .vd)(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(open.length, "shard")} not done`, ["shard", "decision", "why"], rows),
        "",
    ].join("\n");
}
/** The job summary of a collect, in Markdown: how many are proven done, and what is missing. */
function renderCollect(answer, facts) {
    const { total, done, brought, missingCount, shards } = answer;
    const missing = shards.filter(({ outcome }) => outcome === "missing");
    const rows = missing.map(({ id, reason, why }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(id),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .escape */ .ih)(why === undefined || why === "" ? reason : `${reason}: ${why}`),
    ]);
    return [
        `### ${missingCount > 0 ? "❌" : "✅"} ${done} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(total, "shard")} complete`,
        "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["complete", "brought", "were here", "left in the store", "missing"], [
            [done, brought, amount(answer, "here"), amount(answer, "in-store"), missingCount].map(String),
        ]),
        "",
        factLine(facts),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .foldedTable */ .vd)(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(missing.length, "shard")} missing`, ["shard", "why"], rows),
        "",
    ].join("\n");
}
function amount({ shards }, wanted) {
    return shards.filter(({ outcome }) => outcome === wanted).length;
}
function blockedFirst(verdicts) {
    const isBlocked = ({ kind }) => kind === "blocked";
    return [...verdicts.filter(isBlocked), ...verdicts.filter((verdict) => !isBlocked(verdict))];
}
function factLine({ store, elapsedMs }) {
    return `Store ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(store)} · took ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(elapsedMs)}`;
}


/***/ }),

/***/ 3199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ reasonTable),
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6211);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8415);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8346);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6264);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9716);





/** Commands to paste; above so many nobody pastes them one by one. */
const MOST_COMMANDS = 100;
/** The job summary of a run, in Markdown: both counts, each reason, what ran and why, what failed. */
function renderSummary(answer, verdicts, options) {
    return [
        `### ${headline(answer)}`,
        "",
        countTable(answer),
        "",
        facts(answer, options),
        "",
        reasonTable(verdicts),
        ...ranTable(answer, verdicts),
        ...failures(answer, options),
        "",
    ].join("\n");
}
function headline({ total, skipped, ran, allDone, failed }) {
    const sign = allDone ? "✅" : failed > 0 ? "❌" : "⏸️";
    return `${sign} ${skipped + ran} of ${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(total, "shard")} complete`;
}
function countTable(answer) {
    const { skipped, ran, resumed, failed, blocked, remaining, inProgress } = answer;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["complete", "in progress", "skipped", "ran", "resumed", "failed", "blocked", "remaining"], [[skipped + ran, inProgress, skipped, ran, resumed, failed, blocked, remaining].map(String)]);
}
function facts(answer, { store, elapsedMs }) {
    const items = [
        `Store ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(store)}`,
        `took ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(elapsedMs)}`,
        answer.saved > 0 ? `${answer.saved} saved` : undefined,
        answer.secondsSaved > 0 ? `${(0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .formatHours */ .B)(answer.secondsSaved)} not run again` : undefined,
    ];
    return items.filter((item) => item !== undefined).join(" · ");
}
/** How many shards have each reason. */
function reasonTable(verdicts) {
    const rows = (0,_counts_js__WEBPACK_IMPORTED_MODULE_4__/* .countReasons */ .V)(verdicts).map(([reason, amount]) => [
        kindOf(verdicts, reason),
        reason,
        String(amount),
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(["decision", "reason", "shards"], rows);
}
function kindOf(verdicts, reason) {
    const kinds = new Set(verdicts.filter((verdict) => verdict.reason === reason).map(({ kind }) => kind));
    return [...kinds].join(", ");
}
function ranTable(answer, verdicts) {
    const details = new Map(verdicts.map(({ task, detail }) => [task.shard.id, detail]));
    const ran = answer.shards.filter(({ outcome }) => outcome !== "skipped");
    const rows = ran.map((shard) => {
        const why = [shard.reason, shard.why ?? details.get(shard.id) ?? ""].filter((text) => text !== "");
        return [
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shard.id),
            shard.outcome,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escape */ .ih)(why.join(": ")),
            (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(shard.seconds * 1000),
            String(shard.attempts),
        ];
    });
    const title = `${(0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(ran.length, "shard")} not skipped`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .foldedTable */ .vd)(title, ["shard", "outcome", "why", "time", "starts"], rows);
}
function failures(answer, { pasteLine }) {
    const failed = answer.shards
        .filter(({ outcome }) => outcome === "failed")
        .slice(0, MOST_COMMANDS);
    if (failed.length === 0)
        return [];
    return [
        "",
        "To try a failed shard again on a machine of your own:",
        "",
        "```sh",
        ...failed.map(({ id }) => pasteLine(id)),
        "```",
    ];
}


/***/ }),

/***/ 1313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ unsavedWorkLines),
/* harmony export */   _s: () => (/* binding */ unsavedLines),
/* harmony export */   os: () => (/* binding */ unbroughtLines),
/* harmony export */   uR: () => (/* binding */ missingLines)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9716);

/** So many ids stand for all of one cause. */
const MOST_IDS = 3;
/** Of what is missing, the names are what counts. */
const MOST_MISSING = 20;
/** Causes that name a path of their own would else say a line for each of ten thousand shards. */
const MOST_CAUSES = 5;
/** Lines for people, one for each cause; those beyond the fifth share one. `store` is the store's label. */
function unsavedLines(unsaved, store) {
    return linesOf(unsaved, {
        one: `is done, but was not saved to ${store}`,
        several: `are done, but were not saved to ${store}`,
    });
}
/** The same for the work of shards that are not finished. */
function unsavedWorkLines(unsaved, store) {
    return linesOf(unsaved, {
        one: `is unfinished, and its work was not saved to ${store}`,
        several: `are unfinished, and their work was not saved to ${store}`,
    });
}
/** The same for finished shards that were to be brought to this disk. */
function unbroughtLines(unbrought, store) {
    return linesOf(unbrought, {
        one: `is done, but was not brought from ${store}`,
        several: `are done, but were not brought from ${store}`,
    });
}
/** The same for shards that a collect did not find finished. */
function missingLines(missing) {
    return linesOf(missing, { one: "is missing", several: "are missing", mostIds: MOST_MISSING });
}
function linesOf(unsaved, wording) {
    const byCause = new Map();
    for (const { id, why } of unsaved) {
        const ids = byCause.get(why);
        if (ids === undefined)
            byCause.set(why, [id]);
        else
            ids.push(id);
    }
    const causes = [...byCause];
    const isOver = causes.length > MOST_CAUSES;
    const shown = isOver ? causes.slice(0, MOST_CAUSES - 1) : causes;
    const lines = shown.map(([why, ids]) => `${saying(ids, wording)}: ${why}`);
    if (!isOver)
        return lines;
    const rest = causes.slice(shown.length);
    const ids = rest.flatMap(([, ofCause]) => ofCause);
    return [
        ...lines,
        `${saying(ids, wording)}, for ${rest.length} other causes; the first: ${rest[0]?.[0] ?? ""}`,
    ];
}
function saying(ids, { one, several, mostIds = MOST_IDS }) {
    const named = ids.slice(0, mostIds).map((id) => `[${id}]`);
    if (ids.length === 1)
        return `${named.join("")} ${one}`;
    const more = ids.length - named.length;
    const names = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(ids.length, "shard")} (${names}) ${several}`;
}


/***/ }),

/***/ 4214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actionCollect: () => (/* binding */ actionCollect)
/* harmony export */ });
/* harmony import */ var _commands_collect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);
/* harmony import */ var _core_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4777);
/* harmony import */ var _core_unsaved_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1313);
/* harmony import */ var _ui_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6557);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2437);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3237);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(225);







/** The step of `collect/`. Gives the exit code. */
function actionCollect(home) {
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_5__/* .runAsStep */ .I)(home, collectStep);
}
async function collectStep(invocation) {
    const startedAtMs = invocation.now();
    const { answer, job, exitCode } = await (0,_commands_collect_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .F)(invocation);
    for (const line of (0,_ui_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .collectLines */ .i)(answer, (_, text) => text))
        invocation.reporter.info(line);
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .setOutputs */ .n0)({
        complete: answer.complete,
        "missing-count": answer.missingCount,
        "missing-ids": (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .firstIds */ .pW)(answer.missingIds),
        total: answer.total,
        results: (0,_results_js__WEBPACK_IMPORTED_MODULE_4__/* .writeResults */ .K)(invocation.workspace, "collect.json", answer),
    });
    const missing = answer.shards
        .filter(({ outcome }) => outcome === "missing")
        .map((shard) => ({ id: shard.id, why: (0,_ui_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .missingBecause */ .$$)(shard) }));
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .annotate */ .fz)((0,_core_unsaved_js__WEBPACK_IMPORTED_MODULE_6__/* .missingLines */ .uR)(missing), exitCode === 0 ? "warning" : "error");
    const elapsedMs = invocation.now() - startedAtMs;
    await (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_2__/* .writeSummary */ .Sy)((0,_core_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .renderCollect */ .N)(answer, { store: job.store.label, elapsedMs }), invocation.env);
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


/***/ }),

/***/ 7093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ outputReady),
/* harmony export */   Bd: () => (/* binding */ outliveReaders),
/* harmony export */   t1: () => (/* binding */ outputTaken)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);


const STREAMS = ["stdout", "stderr"];
/** A reader that is stuck must not keep a finished run from ending. */
const LONGEST_WAIT_MS = 5000;
/** So much may wait to be read; above it, commands wait with what they print. */
const MOST_WAITING_BYTES = 1024 * 1024;
/** Lets a run go on when nobody reads its output any more (`donemark run | head`): what it does is on the disk. */
function outliveReaders() {
    for (const name of STREAMS) {
        process[name].on("error", (error) => {
            if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EPIPE"))
                throw error;
        });
    }
}
/** Settles when everything said so far has been taken: the rest is lost when the process exits. */
async function outputTaken() {
    let timer;
    const patience = new Promise((done) => {
        timer = setTimeout(done, LONGEST_WAIT_MS);
    });
    await Promise.race([Promise.all(STREAMS.map(taken)), patience]);
    clearTimeout(timer);
}
/** Where too much waits to be read, settles when it is read; else `undefined`. */
function outputReady() {
    const full = STREAMS.map((name) => process[name]).find((stream) => stream.writable && stream.writableLength > MOST_WAITING_BYTES);
    if (full === undefined)
        return undefined;
    const gone = new AbortController();
    const events = ["drain", "close"].map((event) => (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(full, event, { signal: gone.signal }));
    return Promise.race(events).then(() => gone.abort(), () => gone.abort());
}
function taken(name) {
    return new Promise((done) => {
        process[name].write("", () => done());
    });
}


/***/ })

};
