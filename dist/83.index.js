export const id = 83;
export const ids = [83];
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

/***/ 2083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runOnTerminal: () => (/* binding */ runOnTerminal)
/* harmony export */ });
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4246);
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8098);
/* harmony import */ var _run_stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5745);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2437);
/* harmony import */ var _ui_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7093);
/* harmony import */ var _ui_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6008);
/* harmony import */ var _ui_watch_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1857);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6953);
/* harmony import */ var _signals_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7506);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6971);










async function runOnTerminal(call) {
    (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outliveReaders */ .Bd)();
    try {
        return await runAndSay(call);
    }
    finally {
        await (0,_ui_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outputTaken */ .t1)();
    }
}
async function runAndSay({ invocation, isJson }) {
    const startedAtMs = invocation.now();
    const stop = (0,_run_stop_js__WEBPACK_IMPORTED_MODULE_1__/* .createStop */ .n)();
    const paint = (0,_ui_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .painter */ .C2)(isJson ? "stderr" : "stdout", process.env);
    const watcher = (0,_ui_watch_run_js__WEBPACK_IMPORTED_MODULE_5__/* .watchRun */ .v)(invocation.reporter, paint, invocation.now);
    const ran = await (0,_commands_run_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)(invocation, {
        stop,
        outputReady: _ui_output_js__WEBPACK_IMPORTED_MODULE_3__/* .outputReady */ .BD,
        onStart: () => (0,_signals_js__WEBPACK_IMPORTED_MODULE_8__/* .stopOnSignals */ .Z)(stop),
        onPlan: ({ verdicts }) => watcher.onPlan(verdicts),
        onResult: watcher.onResult,
    });
    const cause = stop.cause();
    if (cause?.kind === "fault")
        invocation.reporter.error(cause.why);
    if (cause?.kind === "max-failures")
        invocation.reporter.error(`stopped after ${cause.failures} failed shards (max-failures)`);
    if (cause?.kind === "max-runtime")
        invocation.reporter.warn("stopped in good order: max-runtime is over");
    (0,_report_js__WEBPACK_IMPORTED_MODULE_6__/* .report */ .z)(invocation, ran, startedAtMs);
    for (const line of (0,_ui_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .runLines */ .rB)(ran.answer, paint))
        invocation.reporter.info(line);
    if (isJson)
        await (0,_call_js__WEBPACK_IMPORTED_MODULE_7__/* .print */ .y)(`${(0,_core_log_name_js__WEBPACK_IMPORTED_MODULE_9__/* .harmlessJson */ .EL)(ran.answer)}\n`);
    return ran.exitCode;
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
