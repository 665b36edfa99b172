export const id = 83;
export const ids = [83];
export const modules = {

/***/ 2083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runOnTerminal: () => (/* binding */ runOnTerminal)
/* harmony export */ });
/* harmony import */ var _commands_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4575);
/* harmony import */ var _run_stop_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5745);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2437);
/* harmony import */ var _ui_output_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7093);
/* harmony import */ var _ui_terminal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6008);
/* harmony import */ var _ui_watch_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1857);
/* harmony import */ var _report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6687);
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
    const paint = (0,_ui_terminal_js__WEBPACK_IMPORTED_MODULE_4__/* .painter */ .C)(isJson ? "stderr" : "stdout", process.env);
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
        await (0,_call_js__WEBPACK_IMPORTED_MODULE_7__/* .print */ .y)(`${JSON.stringify(ran.answer)}\n`);
    return ran.exitCode;
}


/***/ })

};
