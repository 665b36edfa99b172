export const id = "bad-checkpoints";
export const ids = ["bad-checkpoints"];
export const modules = {

"src/job/bad-checkpoints.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var tellLastFailed = (function tellLastFailed(invocation) {
	const records = (0,_files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_0__ .wJ)(invocation);
	if (records.length === 0)
		return;
	invocation.reporter.info("Found bad lately, as .donemark/failed.jsonl has it:");
	for (const { path, reason, time } of records)
		invocation.reporter.info(`  ${time}  ${path}  ${reason}`);
});
var recordBadMarked = (async function recordBadMarked(invocation, verdicts) {
	const found = verdicts.flatMap((({ task, facts }) => {
		const reason = faultOf(facts);
		return reason === undefined ? [] : [{ path: task.paths.checkpoint, reason }];
	}));
	await (0,_files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_0__ .ZO)(invocation, found);
});
var recordBadEntries = (async function recordBadEntries(invocation, label, all) {
	const found = all.flatMap((({ verdict, brought }) => {
		if (brought.kind !== "lost" || !brought.isBad)
			return [];
		const reason = (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .cA)({
			word: "damaged",
			sentence: `as it came from ${label}, ${brought.why}`,
		});
		return [{ path: verdict.task.paths.checkpoint, reason }];
	}));
	await (0,_files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_0__ .ZO)(invocation, found);
});
var faultOf = (function faultOf(facts) {
	const { marker, checkpoint } = facts;
	const isMarked = marker.kind === "full" || marker.kind === "empty";
	if (!isMarked || checkpoint === "absent")
		return undefined;
	const objection = (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .Dx)(facts, { isVouchedFor: true });
	const isBad = objection !== undefined && objection.word !== "incompatible" && objection.word !== "unreadable";
	return isBad ? (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .cA)(objection) : undefined;
});

 __webpack_require__.d(__webpack_exports__, {
   B: () => ( tellLastFailed),
   recordBadMarked: () => ( recordBadMarked),
   t: () => ( recordBadEntries)
 });
 var _files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/files/bad-checkpoint-record.js");
 var _core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/decide/decide.js");








 }),

};
