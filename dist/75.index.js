export const id = 75;
export const ids = [75];
export const modules = {

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

/***/ 9075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actionMain: () => (/* binding */ actionMain)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3838);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8098);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9716);
/* harmony import */ var _run_stop_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5745);
/* harmony import */ var _ui_actions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6557);
/* harmony import */ var _ui_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7093);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2437);
/* harmony import */ var _ui_watch_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1857);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9289);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6953);
/* harmony import */ var _results_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3237);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7506);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(225);

















/** The runner kills a step 10 s after it was told to stop; what needs longer is left to the post step. */
const LEAVE_AFTER_MS = 4500;
/** The root action's main step. Gives the exit code. */
function actionMain(home) {
    const stop = (0,_run_stop_js__WEBPACK_IMPORTED_MODULE_6__/* .createStop */ .n)();
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_14__/* .runAsStep */ .I)(home, (invocation) => {
        putInPath(home);
        return runStep(invocation, stop);
    });
}
async function runStep(invocation, stop) {
    const startedAtMs = invocation.now();
    const watcher = (0,_ui_watch_run_js__WEBPACK_IMPORTED_MODULE_10__/* .watchRun */ .v)(invocation.reporter, (_, text) => text, invocation.now);
    const ran = await (0,_commands_run_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .e)(invocation, {
        stop,
        outputReady: _ui_output_js__WEBPACK_IMPORTED_MODULE_8__/* .outputReady */ .BD,
        leaveAfterMs: LEAVE_AFTER_MS,
        onStart: (started) => {
            (0,_signals_js__WEBPACK_IMPORTED_MODULE_15__/* .stopOnSignals */ .Z)(stop);
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(_action_js__WEBPACK_IMPORTED_MODULE_11__/* .STATE */ .c.run, JSON.stringify(started));
        },
        onPlan: ({ verdicts, definition }) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(_action_js__WEBPACK_IMPORTED_MODULE_11__/* .STATE */ .c.stopGraceMs, String(definition.stopGraceMs));
            watcher.onPlan(verdicts);
        },
        onResult: watcher.onResult,
    });
    for (const line of (0,_ui_lines_js__WEBPACK_IMPORTED_MODULE_9__/* .runLines */ .rB)(ran.answer, (_, text) => text))
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .info */ .pq(line);
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .setRunOutputs */ .iB)(ran.answer, (0,_results_js__WEBPACK_IMPORTED_MODULE_13__/* .writeResults */ .K)(invocation.workspace, "results.json", ran.answer));
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .annotateFailures */ .o)(ran.answer, _ui_lines_js__WEBPACK_IMPORTED_MODULE_9__/* .pasteLine */ .yL);
    await (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .Sy)((0,_report_js__WEBPACK_IMPORTED_MODULE_12__/* .report */ .z)(invocation, ran, startedAtMs), invocation.env);
    // What could not be saved is for the post step to try.
    if (stop.cause()?.kind !== "signal" && ran.ledger.unsaved().length === 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(_action_js__WEBPACK_IMPORTED_MODULE_11__/* .STATE */ .c.finished, "true");
    return verdictOf(ran, stop);
}
/** A run that ended in good order with shards remaining is no failure: the next run goes on. */
function verdictOf({ exitCode, answer }, stop) {
    const cause = stop.cause();
    if (cause?.kind === "fault")
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(cause.why);
    if (cause?.kind === "max-failures")
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(`Stopped after ${cause.failures} failed shards (max-failures).`);
    if (answer.blocked > 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(`${amount(answer.blocked, "is", "are")} blocked: see the reasons above.`);
    if (exitCode !== _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .dc.remaining)
        return exitCode;
    const why = cause?.kind === "max-runtime" ? "max-runtime is over" : "other runs are at work on them";
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .warning */ .$e(`${amount(answer.remaining, "remains", "remain")}: ${why}. Run the workflow again to go on.`);
    return _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .dc.done;
}
function amount(shards, one, many) {
    return `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_16__/* .count */ .U9)(shards, "shard")} ${shards === 1 ? one : many}`;
}
/** Puts the command `donemark` in the path of later steps. */
function putInPath(home) {
    const temporary = process.env["RUNNER_TEMP"];
    if (temporary === undefined || temporary === "" || process.platform === "win32")
        return;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, "donemark-bin");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "donemark");
    const quote = (text) => `'${text.replaceAll("'", `'\\''`)}'`;
    const cli = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL("cli.js", home));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(cli)} "$@"\n`);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(path, 0o755);
    _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .addPath */ .fM(folder);
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

/***/ 6953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _core_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3199);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2437);





/**
 * The summary of a run, in Markdown; it is also written to the path that `report` names, if one does. A report that
 * cannot be written fails no run.
 */
function report(invocation, { answer, job }, startedAtMs) {
    const { definition, store, verdicts } = job;
    const elapsedMs = invocation.now() - startedAtMs;
    const summary = (0,_core_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSummary */ .B)(answer, verdicts, { store: store.label, elapsedMs, pasteLine: _ui_lines_js__WEBPACK_IMPORTED_MODULE_4__/* .pasteLine */ .yL });
    if (definition.report !== undefined) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(invocation.workspace, definition.report);
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, summary);
        }
        catch (error) {
            invocation.reporter.warn(`The report was not written: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`);
        }
    }
    return summary;
}


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

/***/ 7506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/**
 * Turns signals to this process into a stop in good order; a second one makes haste. To be called when there is something
 * to stop: until then, a signal ends the process at once, however long it reads inputs.
 */
function stopOnSignals(stop) {
    for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => {
            if (stop.cause()?.kind === "signal")
                stop.hurry();
            stop.request({ kind: "signal", signal });
        });
    }
    // The terminal is gone: what is left to say cannot be said, and the commands must end.
    process.on("SIGHUP", () => stop.request({ kind: "signal", signal: "SIGTERM" }));
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

/***/ 1857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ watchRun)
/* harmony export */ });
/* harmony import */ var _core_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6264);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2437);


const PROGRESS_EVERY_MS = 1000;
function watchRun(reporter, paint, now) {
    const startedAtMs = now();
    let total = 0;
    let shownAtMs = 0;
    let seconds = new Map();
    return {
        onPlan: (verdicts) => {
            total = verdicts.length;
            seconds = new Map(verdicts.map(({ task, seconds: known }) => [task.shard.id, known ?? 0]));
            for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .planLines */ .HN)(verdicts, { verbose: false, paint }))
                reporter.info(line);
        },
        onResult: (result, ledger) => {
            if (result.outcome === "skipped" && result.why === undefined)
                return;
            reporter.info((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .resultLine */ .ow)(result, paint));
            if (now() - shownAtMs < PROGRESS_EVERY_MS)
                return;
            shownAtMs = now();
            const skipped = ledger.all().filter(({ outcome }) => outcome === "skipped");
            const ran = ledger.count("done");
            reporter.info(paint("dim", (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProgress */ .E)({
                done: skipped.length + ran,
                total,
                ran,
                failed: ledger.count("failed"),
                elapsedMs: now() - startedAtMs,
                savedBytes: ledger.saved().bytes,
                secondsSaved: skipped.reduce((sum, { id }) => sum + (seconds.get(id) ?? 0), 0),
            })));
        },
    };
}


/***/ })

};
