export const id = 75;
export const ids = [75];
export const modules = {

/***/ 9075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   actionMain: () => (/* binding */ actionMain)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6421);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4575);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9716);
/* harmony import */ var _run_stop_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5745);
/* harmony import */ var _ui_actions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6557);
/* harmony import */ var _ui_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7093);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2437);
/* harmony import */ var _ui_watch_run_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1857);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9289);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6687);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7506);















/** The runner kills a step 10 s after it was told to stop; what needs longer is left to the post step. */
const LEAVE_AFTER_MS = 4500;
/** The root action's main step. Gives the exit code. */
async function actionMain(home) {
    const stop = (0,_run_stop_js__WEBPACK_IMPORTED_MODULE_6__/* .createStop */ .n)();
    (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_8__/* .outliveReaders */ .Bd)();
    try {
        const invocation = (0,_action_js__WEBPACK_IMPORTED_MODULE_11__/* .stepInvocation */ .L)(home);
        putInPath(home);
        return await runStep(invocation, stop);
    }
    catch (error) {
        if (error instanceof _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .UserError */ .yo) {
            for (const problem of error.problems)
                _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(problem);
            return error.exitCode;
        }
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .error */ .z3(error instanceof Error ? (error.stack ?? (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .describe */ .q0)(error)) : (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .describe */ .q0)(error));
        return _core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .EXIT */ .dc.failed;
    }
    finally {
        await (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_8__/* .outputTaken */ .t1)();
    }
}
async function runStep(invocation, stop) {
    const startedAtMs = invocation.now();
    const watcher = (0,_ui_watch_run_js__WEBPACK_IMPORTED_MODULE_10__/* .watchRun */ .v)(invocation.reporter, (_, text) => text, invocation.now);
    const ran = await (0,_commands_run_js__WEBPACK_IMPORTED_MODULE_4__/* .run */ .e)(invocation, {
        stop,
        outputReady: _ui_output_js__WEBPACK_IMPORTED_MODULE_8__/* .outputReady */ .BD,
        leaveAfterMs: LEAVE_AFTER_MS,
        onStart: (started) => {
            (0,_signals_js__WEBPACK_IMPORTED_MODULE_13__/* .stopOnSignals */ .Z)(stop);
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
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .setRunOutputs */ .iB)(ran.answer, writeResults(invocation.workspace, ran.answer));
    (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .annotateFailures */ .o)(ran.answer, _ui_lines_js__WEBPACK_IMPORTED_MODULE_9__/* .pasteLine */ .yL);
    await (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_7__/* .writeSummary */ .Sy)((0,_report_js__WEBPACK_IMPORTED_MODULE_12__/* .report */ .z)(invocation, ran, startedAtMs), invocation.env);
    if (stop.cause()?.kind !== "signal")
        _actions_core__WEBPACK_IMPORTED_MODULE_3__/* .saveState */ .LZ(_action_js__WEBPACK_IMPORTED_MODULE_11__/* .STATE */ .c.finished, "true");
    return verdictOf(ran, stop);
}
function writeResults(workspace, answer) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, ".donemark");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "results.json");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, `${JSON.stringify(answer)}\n`);
    return path;
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
    return `${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(shards, "shard")} ${shards === 1 ? one : many}`;
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

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   iB: () => (/* binding */ setRunOutputs),
/* harmony export */   o: () => (/* binding */ annotateFailures),
/* harmony export */   t: () => (/* binding */ actionsReporter)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6421);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1865);


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
        others: ["config", "definition", "github-token"],
    };
}
/** Says things in the job's log. */
function actionsReporter() {
    return {
        info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(text)),
        warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(line),
        error: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(line),
        debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(line),
        output: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line)),
        mask: (value) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value),
    };
}
/** Files and ids are named as users and their archives name them: no name may become a workflow command. */
function harmless(text) {
    const lines = text.split(/\r\n|\r|\n/).map(_core_log_name_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .K);
    return lines.map((line) => line.replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
}
/** Sets the outputs of the root action. */
function setRunOutputs(answer, resultsPath) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed").map(({ id }) => id);
    const outputs = {
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
        "failed-ids": JSON.stringify(failed.slice(0, MOST_IDS)),
    };
    for (const [name, value] of Object.entries(outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
}
/** Annotates the failed shards, as many as are shown. */
function annotateFailures(answer, pasteLine) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed");
    for (const { id, why } of failed.slice(0, MOST_ANNOTATIONS)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(`${why ?? "it failed"}. To try it again: ${pasteLine(id)}`, {
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
