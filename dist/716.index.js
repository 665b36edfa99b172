export const id = 716;
export const ids = [716];
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

/***/ 8716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   collectOnTerminal: () => (/* binding */ collectOnTerminal)
/* harmony export */ });
/* harmony import */ var _commands_collect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(588);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4246);
/* harmony import */ var _ui_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2437);
/* harmony import */ var _ui_terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6008);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6971);





async function collectOnTerminal({ invocation, isJson }) {
    const { answer, exitCode } = await (0,_commands_collect_js__WEBPACK_IMPORTED_MODULE_0__/* .collect */ .F)(invocation);
    const paint = (0,_ui_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .painter */ .C2)("stdout", process.env);
    const lines = isJson ? [(0,_core_log_name_js__WEBPACK_IMPORTED_MODULE_4__/* .harmlessJson */ .EL)(answer)] : (0,_ui_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .collectLines */ .i)(answer, paint).map(_core_log_name_js__WEBPACK_IMPORTED_MODULE_4__/* .harmlessLine */ .Kw);
    await (0,_call_js__WEBPACK_IMPORTED_MODULE_3__/* .print */ .y)(`${lines.join("\n")}\n`);
    return exitCode;
}


/***/ })

};
