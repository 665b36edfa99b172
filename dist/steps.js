export const id = "steps";
export const ids = ["steps"];
export const modules = {

"src/steps/collect.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   actionCollect: () => ( actionCollect)
 });
 var _commands_collect_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/commands/collect.js");
 var _job_again_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/job/again-command.js");
 var _ui_render_unsaved_lines_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/ui/render/unsaved-lines.js");
 var _ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/actions/actions.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/render/lines.js");
 var _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/ui/render/paint.js");
 var _ui_actions_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/actions/results.js");
 var _step_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/steps/step.js");








function actionCollect(home) {
	return (0,_step_js__WEBPACK_IMPORTED_MODULE_5__ .I)(home, collectStep);
}
async function collectStep(invocation) {
	const startedTick = performance.now();
	const collected = await (0,_commands_collect_js__WEBPACK_IMPORTED_MODULE_0__.collect)(invocation);
	const { answer, job, exitCode } = collected;
	for (const line of (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_3__ .i)(answer, _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_6__ .t))
		invocation.reporter.info(line);
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ .n0)({
		complete: answer.complete,
		"missing-count": answer.missingCount,
		"missing-ids": (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ .pW)(answer.missingIds),
		total: answer.total,
		results: await (0,_ui_actions_results_js__WEBPACK_IMPORTED_MODULE_4__ .K)(invocation, job, { kind: "collect", answer }),
	});
	const missing = answer.shards
		.filter(({ outcome }) => outcome === "missing")
		.map((shard) => ({ id: shard.id, why: (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_3__ .$$)(shard) }));
	const next = (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_3__ .WU)(answer, { isStep: true, again: (0,_job_again_command_js__WEBPACK_IMPORTED_MODULE_1__ .m8)(invocation, job)() });
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ .fz)((0,_ui_render_unsaved_lines_js__WEBPACK_IMPORTED_MODULE_7__ .uR)(missing), exitCode === 0 ? "warning" : "error");
	if (next !== undefined)
		(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ .fz)([next], "notice");
	const elapsedMs = performance.now() - startedTick;
	await (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_2__ .Sy)(await (0,_commands_collect_js__WEBPACK_IMPORTED_MODULE_0__.summarise)(invocation, collected, { elapsedMs, next }), invocation.env);
	return exitCode;
}


 }),

"src/steps/invocation.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   L: () => ( stepInvocation),
   c: () => ( STATE)
 });
 var _core_model_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/node-crypto.js");
 var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/files/real-disk.js");
 var _ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/ui/actions/actions.js");



function stepInvocation(home) {
	const { env } = process;
	const workspace = env["GITHUB_WORKSPACE"];
	return {
		surface: "actions",
		inputs: (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_1__ .Ko)(env),
		workspace: workspace === undefined || workspace === "" ? process.cwd() : workspace,
		env,
		disk: _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ .U,
		reporter: (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_1__ .t)(),
		now: Date.now,
		randomHex: (bytes) => (0,_core_model_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__ .S)().randomBytes(bytes).toString("hex"),
		home,
	};
}
const STATE = {
	run: "run",
	stopGraceMs: "stop-grace-ms",
	handsOver: "hands-over",
	finished: "finished",
};


 }),

"src/steps/main.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   actionMain: () => ( actionMain)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
 var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:url");
 var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("@actions/core/lib/core.js");
 var _commands_run_run_job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/commands/run/run-job.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__("src/core/text/text.js");
 var _run_schedule_stop_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/run/schedule/stop.js");
 var _ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/ui/actions/actions.js");
 var _ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/ui/terminal/streams.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/ui/render/lines.js");
 var _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__("src/ui/render/paint.js");
 var _ui_render_stop_line_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/ui/render/stop-line.js");
 var _ui_render_run_lines_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/ui/render/run-lines.js");
 var _ui_render_run_view_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__("src/ui/render/run-view.js");
 var _invocation_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__("src/steps/invocation.js");
 var _commands_run_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__("src/commands/run/report.js");
 var _ui_actions_results_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__("src/ui/actions/results.js");
 var _run_schedule_crash_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__("src/run/schedule/crash.js");
 var _run_schedule_signals_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__("src/run/schedule/signals.js");
 var _step_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__("src/steps/step.js");





















const LEAVE_AFTER_MS = 4500;
function actionMain(home) {
	const stop = (0,_run_schedule_stop_js__WEBPACK_IMPORTED_MODULE_6__ .n)();
	const stopOnSignals = (0,_run_schedule_signals_js__WEBPACK_IMPORTED_MODULE_16__ .o)();
	return (0,_step_js__WEBPACK_IMPORTED_MODULE_17__ .I)(home, (invocation, uncaught) => {
		putInPath(home);
		const { error } = invocation.reporter;
		const ends = [(0,_run_schedule_signals_js__WEBPACK_IMPORTED_MODULE_16__ .$)(stop, stopOnSignals), (0,_run_schedule_crash_js__WEBPACK_IMPORTED_MODULE_15__ .V)(stop, { uncaught, say: error })];
		return runStep(invocation, stop, ends);
	});
}
async function runStep(invocation, stop, ends) {
	const startedTick = performance.now();
	const { now } = invocation;
	const view = (0,_ui_render_run_view_js__WEBPACK_IMPORTED_MODULE_18__ .D)(now);
	const reports = (0,_commands_run_report_js__WEBPACK_IMPORTED_MODULE_13__ .y)(invocation);
	const lines = { paint: _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_19__ .t, view, amount: "all", hasBlock: false, now };
	const ran = await (0,_commands_run_run_job_js__WEBPACK_IMPORTED_MODULE_4__ .e)(invocation, {
		stop,
		outputReady: _ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_8__ .BD,
		leaveAfterMs: LEAVE_AFTER_MS,
		listeners: [
			...[...ends, keepState(), view.take],
			...[reports.listener, (0,_ui_render_run_lines_js__WEBPACK_IMPORTED_MODULE_11__ .r)(invocation.reporter, lines)],
		],
	}).catch((error) => reports.write().then(() => Promise.reject(error)));
	const { answer, job, retry: again } = ran;
	const ending = { retired: ran.results.retired(), paint: _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_19__ .t, again };
	for (const line of (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_9__ .QY)(answer, ending))
		invocation.reporter.info(line);
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_7__ .iB)(answer, await (0,_ui_actions_results_js__WEBPACK_IMPORTED_MODULE_14__ .K)(invocation, job, { kind: "results", answer }));
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_7__ .o)(answer, again);
	const end = (0,_commands_run_report_js__WEBPACK_IMPORTED_MODULE_13__ .p)(ran, startedTick);
	await (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_7__ .Sy)(end.summary, invocation.env);
	await reports.write(end);
	if (!isCutOff(stop) && ran.results.unsaved().length === 0)
		_actions_core__WEBPACK_IMPORTED_MODULE_3__ .LZ(_invocation_js__WEBPACK_IMPORTED_MODULE_12__ .c.finished, "true");
	return verdictOf(ran, stop);
}
function isCutOff(stop) {
	const kind = stop.cause()?.kind;
	return kind === "signal" || kind === "crash";
}
function keepState() {
	return (event) => {
		if (event.kind === "opened") {
			const { runTag, owner } = event;
			_actions_core__WEBPACK_IMPORTED_MODULE_3__ .LZ(_invocation_js__WEBPACK_IMPORTED_MODULE_12__ .c.run, JSON.stringify({ runTag, owner }));
		}
		if (event.kind === "planned") {
			_actions_core__WEBPACK_IMPORTED_MODULE_3__ .LZ(_invocation_js__WEBPACK_IMPORTED_MODULE_12__ .c.stopGraceMs, String(event.definition.stopGraceMs));
			if (event.handsOver)
				_actions_core__WEBPACK_IMPORTED_MODULE_3__ .LZ(_invocation_js__WEBPACK_IMPORTED_MODULE_12__ .c.handsOver, "true");
		}
	};
}
function verdictOf({ exitCode, answer, job }, stop) {
	const cause = stop.cause();
	const line = (0,_ui_render_stop_line_js__WEBPACK_IMPORTED_MODULE_10__ .R)(cause, job.definition);
	if (line !== undefined && cause?.kind !== "max-runtime")
		_actions_core__WEBPACK_IMPORTED_MODULE_3__ .z3(line);
	if (exitCode !== _core_text_problem_js__WEBPACK_IMPORTED_MODULE_5__ .dc.remaining)
		return exitCode;
	const why = cause?.kind === "max-runtime" ? "max-runtime is over" : "other runs are at work on them";
	_actions_core__WEBPACK_IMPORTED_MODULE_3__ .$e(`${amount(answer.remaining, "remains", "remain")}: ${why}. Run the workflow again to go on.`);
	return _core_text_problem_js__WEBPACK_IMPORTED_MODULE_5__ .dc.done;
}
function amount(shards, one, many) {
	return `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_20__ .LS)(shards, "shard")} ${shards === 1 ? one : many}`;
}
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
	_actions_core__WEBPACK_IMPORTED_MODULE_3__ .fM(folder);
}


 }),

"src/steps/plan.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   actionPlan: () => ( actionPlan)
 });
 var _commands_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/commands/plan.js");
 var _ui_render_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/ui/render/plan-summary.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");
 var _ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/actions/actions.js");
 var _ui_render_packing_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/render/packing-line.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/ui/render/lines.js");
 var _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/ui/render/paint.js");
 var _step_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/steps/step.js");








function actionPlan(home) {
	return (0,_step_js__WEBPACK_IMPORTED_MODULE_6__ .I)(home, planStep);
}
async function planStep(invocation) {
	const startedTick = performance.now();
	const { answer, job } = await (0,_commands_plan_js__WEBPACK_IMPORTED_MODULE_0__ .e)(invocation);
	for (const line of (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_5__ .HN)(job.verdicts, { verbose: false, paint: _ui_render_paint_js__WEBPACK_IMPORTED_MODULE_7__ .t }))
		invocation.reporter.info(line);
	const { maxParallel } = job.definition;
	const packing = answer.packing === null ? undefined : (0,_ui_render_packing_line_js__WEBPACK_IMPORTED_MODULE_4__ .W)(answer.packing, maxParallel);
	if (packing !== undefined)
		invocation.reporter.info(packing);
	const jobs = answer.pending > 0 ? answer.matrix.include.length : 0;
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_3__ .n0)(outputsOf(answer, jobs));
	const blocked = job.verdicts.filter(({ kind }) => kind === "blocked");
	(0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_3__ .fz)(blocked.map(({ task, reason, detail }) => `Shard ${task.shard.id} is blocked (${reason}): ${detail}`));
	const elapsedMs = performance.now() - startedTick;
	const facts = { store: job.store.label, elapsedMs, jobs, packing };
	await (0,_ui_actions_actions_js__WEBPACK_IMPORTED_MODULE_3__ .Sy)((0,_ui_render_plan_summary_js__WEBPACK_IMPORTED_MODULE_1__ .E)(job.verdicts, facts), invocation.env);
	return answer.blocked > 0 && answer.pending === 0 ? _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .dc.checkpoint : _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .dc.done;
}
function outputsOf(answer, jobs) {
	return {
		matrix: JSON.stringify(answer.matrix),
		"has-work": answer.pending > 0,
		total: answer.total,
		done: answer.done,
		"in-progress": answer.inProgress,
		pending: answer.pending,
		blocked: answer.blocked,
		jobs,
		definition: JSON.stringify(answer.definition),
	};
}


 }),

"src/steps/post.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  actionPost: () => ( actionPost)
});

var core = __webpack_require__("@actions/core/lib/core.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var unsaved_lines = __webpack_require__("src/ui/render/unsaved-lines.js");
var processes = __webpack_require__("src/machine/processes.js");
var open_ownership = __webpack_require__("src/job/open-ownership.js");
var job_writer = __webpack_require__("src/job/writer.js");
var job_open = __webpack_require__("src/job/open.js");
var end_start = __webpack_require__("src/protocol/end-start.js");
var release_starts = __webpack_require__("src/run/release-starts.js");
var save_late = __webpack_require__("src/job/save-late.js");
var save_work = __webpack_require__("src/job/save-work.js");
;// CONCATENATED MODULE: src/steps/finish-run.js










const MAIN_GRACE_MS = 30_000;
async function endRun({ runTag, owner, stopGraceMs, }) {
	if ((0,processes ._n)(owner))
		await (0,processes .Hk)([owner], { graceMs: MAIN_GRACE_MS });
	const left = (0,processes .id)("DONEMARK_RUN", runTag);
	if (left.length > 0)
		await (0,processes .Hk)(left, { graceMs: stopGraceMs });
	return left.length;
}
async function finishSaves(invocation, cutOff, untilMs) {
	const { runTag } = cutOff;
	const deadline = (0,save_late .LH)(invocation, untilMs);
	try {
		const job = await Promise.race([deadline.over, (0,job_open .Iv)(invocation, { runs: false })]);
		if (job === undefined) {
			throw new Error("the time for it was over before all shards were looked at: what is not in the store yet is saved by the next run on this disk");
		}
		const writer = (0,job_writer .b)(invocation, (0,processes .WF)(), job.definition);
		const verdicts = job.verdicts.filter((verdict) => isCutOff(verdict, runTag));
		const holding = await hold(invocation, { job, verdicts, cutOff });
		const late = await (0,save_late .yp)(invocation, writer, job, deadline);
		const work = await (0,save_work .d)(invocation, { ...job, verdicts }, deadline);
		await releaseCutOff(writer, verdicts, cutOff);
		await holding?.close();
		const { label } = job.store;
		return {
			saved: late.saved,
			work: work.saved,
			unsaved: (0,unsaved_lines ._s)(late.unsaved, label),
			unsavedWork: (0,unsaved_lines .Nj)(work.unsaved, label),
		};
	}
	finally {
		deadline.release();
	}
}
function isCutOff({ kind, facts }, runTag) {
	const record = facts.startRecord;
	if (kind === "skip" || record?.runTag !== runTag)
		return false;
	return !(0,start_record .gk)(record);
}
async function hold(invocation, { job, verdicts, cutOff, }) {
	if (verdicts.length === 0)
		return undefined;
	return (0,open_ownership .yq)(invocation, job.definition, cutOff);
}
async function releaseCutOff(writer, verdicts, { runTag, owner }) {
	if ((0,processes ._n)(owner) || !(await (0,release_starts .r)(runTag)))
		return;
	for (const { task, facts } of verdicts) {
		const record = facts.startRecord;
		if (record !== undefined && !(0,start_record .PU)(record))
			await (0,end_start .H)(writer, task.paths, record).catch(() => undefined);
	}
}

var marker = __webpack_require__("src/core/model/marker.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var invocation = __webpack_require__("src/steps/invocation.js");
;// CONCATENATED MODULE: src/steps/post.js








const DEADLINE_MS = 240_000;
async function actionPost(home) {
	const untilMs = Date.now() + DEADLINE_MS;
	if (core .Gu(invocation .c.finished) === "true")
		return problem .dc.done;
	const cutOff = readState();
	if (cutOff === undefined)
		return problem .dc.done;
	const { handsOver } = cutOff;
	const say = handsOver ? core .z3 : core .$e;
	try {
		const isUnsaved = await saveRest(home, cutOff, { untilMs, say });
		return handsOver && isUnsaved ? problem .dc.checkpoint : problem .dc.done;
	}
	catch (error) {
		say(`The post step could not finish: ${(0,problem .bD)(error)}`);
		return handsOver ? problem .dc.checkpoint : problem .dc.done;
	}
}
async function saveRest(home, cutOff, { untilMs, say }) {
	const ended = await endRun(cutOff);
	if (ended > 0)
		core .pq(`Ended ${ended} process${ended === 1 ? "" : "es"} of commands still running.`);
	const late = await finishSaves((0,invocation .L)(home), cutOff, untilMs);
	if (late.saved > 0)
		core .pq(`Saved ${(0,text_text .LS)(late.saved, "finished shard")} after the stop.`);
	if (late.work > 0)
		core .pq(`Saved the work of ${(0,text_text .LS)(late.work, "unfinished shard")} after the stop.`);
	for (const line of late.unsaved)
		say(line);
	for (const line of late.unsavedWork)
		core .$e(line);
	const isUnsaved = late.unsaved.length > 0;
	if (isUnsaved && cutOff.handsOver)
		core .pq(unsaved_lines .yW);
	return isUnsaved;
}
function readState() {
	const value = (0,marker .qF)(core .Gu(invocation .c.run));
	if (!(0,text_text .u4)(value) || typeof value["runTag"] !== "string")
		return undefined;
	const owner = (0,start_record .Wv)(value["owner"]);
	const stopGraceMs = Number(core .Gu(invocation .c.stopGraceMs)) || 10_000;
	const handsOver = core .Gu(invocation .c.handsOver) === "true";
	return owner && { runTag: value["runTag"], owner, stopGraceMs, handsOver };
}


 }),

"src/steps/restore.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  actionRestore: () => ( actionRestore)
});

var external_node_path_ = __webpack_require__("node:path");
var answers = __webpack_require__("src/core/answers/answers.js");
var problem = __webpack_require__("src/core/text/problem.js");
var unsaved_lines = __webpack_require__("src/ui/render/unsaved-lines.js");
var command = __webpack_require__("src/run/attempt/command.js");
var claims = __webpack_require__("src/protocol/claims.js");
var heartbeat = __webpack_require__("src/machine/heartbeat.js");
var owner_watch = __webpack_require__("src/machine/owner-watch.js");
var leftovers = __webpack_require__("src/protocol/leftovers.js");
var processes = __webpack_require__("src/machine/processes.js");
var fence = __webpack_require__("src/run/fence.js");
var liveness = __webpack_require__("src/run/liveness.js");
var start_shard = __webpack_require__("src/run/start-shard.js");
var job_writer = __webpack_require__("src/job/writer.js");
var hand_over = __webpack_require__("src/job/hand-over.js");
var failures = __webpack_require__("src/job/failures.js");
var job_open = __webpack_require__("src/job/open.js");
var open_ownership = __webpack_require__("src/job/open-ownership.js");
var own_files = __webpack_require__("src/job/own-files.js");
var folders = __webpack_require__("src/job/reconcile/folders.js");
var reconcile = __webpack_require__("src/job/reconcile/reconcile.js");
var to_run = __webpack_require__("src/job/reconcile/to-run.js");
;// CONCATENATED MODULE: src/steps/restore-shards.js






















async function restore(invocation) {
	const job = await (0,job_open .Iv)(invocation, { runs: false, isPart: true });
	(0,hand_over .c)(invocation, job);
	const owner = (0,processes .WF)();
	const writer = (0,job_writer .b)(invocation, owner, job.definition);
	await (0,leftovers .q)(job.verdicts, invocation.reporter);
	await (0,folders .Z)(invocation, writer, job.verdicts);
	const { lost, again, left, unbrought } = await (0,reconcile .L)(invocation, writer, { job });
	for (const line of (0,unsaved_lines .os)(unbrought, job.store.label))
		invocation.reporter.warn(line);
	const verdicts = [...job.verdicts.filter((verdict) => !lost.has(verdict)), ...again];
	const runTag = invocation.randomHex(8);
	await (0,own_files .vy)(invocation, writer, { job, runTag });
	const { reporter, now } = invocation;
	const { store, definition, by } = job;
	const owners = (0,owner_watch .C)((0,heartbeat .FL)(invocation.env));
	const identity = {
		runTag,
		owner,
		by,
		newToken: () => invocation.randomHex(8),
		untilKnown: (other) => (0,liveness .U)({ owners }, other),
	};
	const emit = warningsOnly(reporter);
	const fenceNow = (0,fence .W)(store, now);
	const starting = { writer, store, definition, identity, now, fenceNow, emit };
	const todo = (0,claims .e4)((0,to_run .P)(verdicts, await (0,failures .t)(store, verdicts)), owners);
	(0,open_ownership .Q)(invocation, owners, todo);
	const { started, failed } = await startAll(starting, owners, todo);
	owners.close();
	for (const [{ task }, { why }] of left)
		failed.set(task.shard.id, why);
	for (const [id, why] of failed)
		reporter.warn(`[${id}] was not started: ${why}`);
	const shardsFile = await writeShards(invocation, writer, { job, started });
	const answer = answerOf(job, verdicts, failed);
	return { answer, job, shardsFile, exitCode: problem .dc.done };
}
function warningsOnly({ warn }) {
	return (event) => {
		if (event.kind === "warning")
			warn(`[${event.shard ?? ""}] ${event.text}`);
	};
}
async function startAll(starting, owners, verdicts) {
	const started = [];
	const failed = new Map();
	for (const verdict of verdicts) {
		const { id } = verdict.task.shard;
		const previous = verdict.facts.startRecord;
		try {
			const asking = { self: starting.identity.owner, owners };
			const holder = await (0,claims .kw)(starting.writer.disk, verdict.task.paths, asking);
			if (holder !== undefined)
				failed.set(id, `another run (${owners.nameOf(holder.owner, holder.host)}) is working on it`);
			else
				started.push(await (0,start_shard .H)(starting, verdict, previous));
		}
		catch (error) {
			failed.set(id, (0,problem .bD)(error));
		}
	}
	return { started, failed };
}
function writeShards(invocation, writer, { job, started }) {
	const { workspace } = invocation;
	const folders = { workspace, cwd: (0,external_node_path_.resolve)(workspace, job.definition.workingDirectory) };
	const lines = started.map((one) => `${JSON.stringify((0,command .d)(folders, one))}\n`);
	return (0,own_files .ys)(invocation, writer, {
		name: (0,own_files .u)("shards", job, { ext: "jsonl", unique: invocation.randomHex(4) }),
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
		const outcome = kind === "skip" && trouble === undefined
			? "done"
			: kind === "blocked"
				? "blocked"
				: trouble === undefined
					? "started"
					: "failed";
		return [{ id: shard.id, decision: kind, reason, outcome, ...(why !== "" && { why }) }];
	});
	return (0,answers .XM)(shards);
}

var text_text = __webpack_require__("src/core/text/text.js");
var actions = __webpack_require__("src/ui/actions/actions.js");
var lines = __webpack_require__("src/ui/render/lines.js");
var paint = __webpack_require__("src/ui/render/paint.js");
var results = __webpack_require__("src/ui/actions/results.js");
var step = __webpack_require__("src/steps/step.js");
;// CONCATENATED MODULE: src/steps/restore.js







function actionRestore(home) {
	return (0,step .I)(home, restoreStep);
}
async function restoreStep(invocation) {
	const { answer, job, shardsFile, exitCode } = await restore(invocation);
	for (const line of (0,lines .HN)(job.verdicts, { verbose: false, paint: paint .t }))
		invocation.reporter.info(line);
	invocation.reporter.info(`${(0,text_text .LS)(answer.started, "shard")} started for the steps that follow: ${shardsFile}`);
	(0,actions .n0)({
		remaining: answer.remaining,
		results: await (0,results .K)(invocation, job, { kind: "restore", answer }),
		"shards-file": shardsFile,
	});
	const blocked = answer.shards.filter(({ outcome }) => outcome === "blocked");
	(0,actions .fz)(blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`));
	return exitCode;
}


 }),

"src/steps/save.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  actionSave: () => ( actionSave)
});

var hand_over = __webpack_require__("src/job/hand-over.js");
var fingerprint = __webpack_require__("src/core/model/fingerprint.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var failure_report = __webpack_require__("src/protocol/failure-report.js");
var unsaved_lines = __webpack_require__("src/ui/render/unsaved-lines.js");
var finish_looked = __webpack_require__("src/run/finish-looked.js");
var command = __webpack_require__("src/run/attempt/command.js");
var verify = __webpack_require__("src/run/attempt/verify.js");
var open_commands = __webpack_require__("src/job/open-commands.js");
var processes = __webpack_require__("src/machine/processes.js");
var stop = __webpack_require__("src/run/schedule/stop.js");
var survey = __webpack_require__("src/checkpoint/survey.js");
var job_writer = __webpack_require__("src/job/writer.js");
var job_open = __webpack_require__("src/job/open.js");
var own_files = __webpack_require__("src/job/own-files.js");
var folders = __webpack_require__("src/job/reconcile/folders.js");
var skipped = __webpack_require__("src/job/reconcile/skipped.js");
var to_run = __webpack_require__("src/job/reconcile/to-run.js");
var save_again = __webpack_require__("src/job/save-again.js");
var save_late = __webpack_require__("src/job/save-late.js");
var save_work = __webpack_require__("src/job/save-work.js");
;// CONCATENATED MODULE: src/steps/save-shards.js






















async function saveSteps(invocation) {
	const job = await (0,job_open .Iv)(invocation, { runs: false, isPart: true });
	const writer = (0,job_writer .b)(invocation, (0,processes .WF)(), job.definition);
	await (0,folders .Z)(invocation, writer, job.verdicts);
	await (0,folders .G)(writer, job.verdicts);
	await (0,skipped .$V)(invocation, writer, job);
	const runTags = (0,own_files .f8)(invocation, job);
	if (runTags.length === 0)
		invocation.reporter.warn("No restore step of this job was found before this one: nothing is marked, and what is done is saved.");
	const ours = job.verdicts.filter(({ facts, reason }) => facts.startRecord !== undefined &&
		runTags.includes(facts.startRecord.runTag) &&
		reason !== "done");
	const committed = await commitAll(invocation, writer, {
		job,
		verdicts: ours,
		runTag: runTags.at(-1) ?? "",
	});
	const verdicts = await (0,survey .Fr)(job.context, job.tasks);
	const late = await saveAll(invocation, writer, { job, verdicts });
	const blocked = verdicts.filter(({ kind }) => kind === "blocked").length;
	const answer = {
		total: verdicts.length,
		...committed,
		saved: late.saved,
		unsaved: late.unsaved,
		remaining: verdicts.filter(to_run .$).length,
		blocked,
	};
	(0,hand_over .c)(invocation, job);
	const isFault = blocked > 0 || ((0,hand_over .J)(job) && late.unsaved.length > 0);
	return { answer, job, exitCode: isFault ? problem .dc.checkpoint : problem .dc.done };
}
async function saveAll(invocation, writer, { job, verdicts }) {
	const { store } = job;
	const deadline = (0,save_late .LH)(invocation);
	const late = await saveTwice(invocation, writer, { job, verdicts, deadline });
	const begun = verdicts.filter(({ kind, facts }) => kind !== "skip" && facts.started);
	const work = await (0,save_work .d)(invocation, { ...job, verdicts: begun }, deadline);
	deadline.release();
	for (const line of (0,unsaved_lines .Nj)(work.unsaved, store.label))
		invocation.reporter.warn(line);
	return late;
}
async function saveTwice(invocation, writer, { job, verdicts, deadline }) {
	const { store } = job;
	const first = await (0,save_late .yp)(invocation, writer, { store, verdicts }, deadline);
	const rest = await (0,save_again .k)(invocation, writer, { job, unsaved: first.unsaved, deadline });
	return { ...rest, saved: first.saved + rest.saved, bytes: first.bytes + rest.bytes };
}
const SLOT = { name: "steps", environment: {}, gpu: undefined, keepFor: () => undefined };
async function commitAll(invocation, writer, { job, verdicts, runTag }) {
	const committed = [];
	const uncommitted = [];
	if (verdicts.length === 0)
		return { committed, uncommitted };
	const { commands, removeScratch } = (0,open_commands .z)(invocation, job, {
		writer,
		rules: { runTag, leaveAfterMs: undefined, emit: invocation.reporter.output },
	});
	const verification = verificationOf(invocation, { job, writer, commands });
	try {
		let lastMs = 0;
		for (const timed of byTime(writer, verdicts)) {
			const { id } = timed.verdict.task.shard;
			const why = await commitOne(verification, job, { ...timed, lastMs });
			if (why === undefined)
				committed.push(id);
			else
				uncommitted.push({ id, why });
			if (why === undefined)
				lastMs = timed.finishedMs;
		}
	}
	finally {
		removeScratch();
	}
	return { committed, uncommitted };
}
function verificationOf({ home, now, reporter }, { job, writer, commands, }) {
	const { definition, fingerprints } = job;
	const emit = (event) => {
		if (event.kind === "detail")
			reporter.debug(event.text);
		if (event.kind === "warning")
			reporter.warn(`[${event.shard ?? ""}] ${event.text}`);
	};
	return {
		writing: { writer, home, definition, now, emit },
		commands,
		state: {
			stop: (0,stop .n)(),
			told: new Set(),
			changeSince: (task) => fingerprints.changeSince(task.shard, task.fingerprint),
		},
	};
}
function byTime({ disk }, verdicts) {
	const timed = verdicts.map((verdict) => {
		const { marker, checkpoint } = verdict.task.paths;
		const stat = disk.stat(marker) ?? disk.stat(checkpoint);
		return { verdict, finishedMs: stat === undefined ? 0 : Number(stat.mtimeNs) / 1e6 };
	});
	return timed.toSorted((a, b) => a.finishedMs - b.finishedMs);
}
async function commitOne(verification, { by, definition }, { verdict, finishedMs, lastMs }) {
	const { task, facts } = verdict;
	const record = facts.startRecord;
	if (record === undefined)
		return "its start record is gone";
	const { writer, now } = verification.writing;
	const refused = whyNot(writer, definition, { task, record });
	if (refused !== undefined)
		return refused;
	const startedAtMs = Math.max(Date.parse(record.startedAt) || finishedMs, lastMs);
	try {
		const verified = await verifyLogged(verification, { task, record });
		if (verified.kind === "bad")
			return verified.trouble.why;
		await (0,finish_looked .C)(verification.writing, task, {
			looked: verified.looked,
			start: record,
			seconds: Math.max(0, finishedMs - startedAtMs) / 1000,
			finishedAt: new Date(now()).toISOString(),
			by,
		});
		return undefined;
	}
	catch (error) {
		return (0,problem .bD)(error);
	}
}
async function verifyLogged(verification, started) {
	const { commands } = verification;
	const attempt = { started, slot: SLOT };
	if (commands.check === undefined)
		return (0,verify .p)(verification, attempt, UNUSED);
	const log = (0,command .SQ)(commands, started);
	const verified = await (0,verify .p)(verification, attempt, log);
	await log.close();
	return verified;
}
const UNUSED = { take: () => undefined, ready: () => undefined };
function whyNot({ disk }, { finished }, { task, record }) {
	const changed = fingerprint .dI.find((part) => {
		const now = task.fingerprint[part];
		const then = record.fingerprint[part];
		return "digest" in now && then !== undefined && then !== now.digest;
	});
	if (changed !== undefined)
		return `its ${changed} changed since it was restored`;
	const reported = (0,failure_report .hr)(disk, task.paths);
	if (reported !== undefined)
		return `its steps reported a failure: ${(0,text_text .hD)(reported)}`;
	if (finished === "sound" || disk.exists(task.paths.marker))
		return undefined;
	return disk.exists(task.paths.checkpoint)
		? "its steps have made no .done (`finished: sound` takes every sound checkpoint)"
		: "it has no checkpoint";
}

var actions = __webpack_require__("src/ui/actions/actions.js");
var step = __webpack_require__("src/steps/step.js");
;// CONCATENATED MODULE: src/steps/save.js






function actionSave(home) {
	return (0,step .I)(home, saveStep);
}
async function saveStep(invocation) {
	const { answer, job, exitCode } = await saveSteps(invocation);
	const { committed, uncommitted, saved, unsaved, remaining, total, blocked } = answer;
	for (const { id, why } of uncommitted)
		invocation.reporter.info(`[${id}] is not marked: ${why}`);
	if (uncommitted.length > 0)
		invocation.reporter.warn(`${(0,text_text .LS)(uncommitted.length, "shard")} started and not marked: the log says why.`);
	invocation.reporter.info(`${committed.length} marked \u00b7 ${saved} saved to ${job.store.label} \u00b7 ${remaining} of ${(0,text_text .LS)(total, "shard")} remain`);
	(0,actions .n0)({ saved, unsaved: unsaved.length, remaining });
	const isFault = (0,hand_over .J)(job);
	(0,actions .fz)((0,unsaved_lines ._s)(unsaved, job.store.label), isFault ? "error" : "warning");
	if (isFault && unsaved.length > 0)
		invocation.reporter.info(unsaved_lines .yW);
	if (blocked > 0)
		invocation.reporter.error(`${(0,text_text .LS)(blocked, "shard")} blocked: the log of restore says why.`);
	return exitCode;
}


 }),

"src/steps/step.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  I: () => ( runAsStep)
});

var core = __webpack_require__("@actions/core/lib/core.js");
var as_told = __webpack_require__("src/job/as-told.js");
var actions = __webpack_require__("src/ui/actions/actions.js");
var markdown = __webpack_require__("src/ui/render/markdown.js");
;// CONCATENATED MODULE: src/ui/render/refused-summary.js

const MOST_PROBLEMS = 20;
const FILES_ELSEWHERE = [
	"in Git LFS: check them out with `lfs: true`, or fetch them in `setup`",
	"only on the GPU machine: let it plan, with `plan-runs-on`",
	"elsewhere: a list with a `sha256` for each input, and `fingerprint-text` in the place of the weights",
];
const PAGE = "https://github.com/donemark/donemark#where-are-your-inputs-and-weights";
function renderRefused(problems, { isUnmatched }) {
	const more = problems.length - MOST_PROBLEMS;
	return [
		"### \u274c Nothing was started",
		"",
		...problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${(0,markdown .ih)(problem)}`),
		...(more > 0 ? [`- \u2026 and ${more} more of these`] : []),
		...(isUnmatched ? filesElsewhere() : []),
		"",
	].join("\n");
}
function filesElsewhere() {
	return [
		"",
		"Are these files not on this runner?",
		"",
		...FILES_ELSEWHERE.map((one) => `- ${one}`),
		"",
		`[Where are your inputs and weights?](${PAGE})`,
	];
}

var problem = __webpack_require__("src/core/text/problem.js");
var streams = __webpack_require__("src/ui/terminal/streams.js");
var machine_uncaught = __webpack_require__("src/machine/uncaught.js");
var invocation = __webpack_require__("src/steps/invocation.js");
;// CONCATENATED MODULE: src/steps/step.js








async function runAsStep(home, act) {
	(0,streams .Bd)();
	const uncaught = (0,machine_uncaught .K)(sayFault);
	try {
		return await act((0,invocation .L)(home), uncaught);
	}
	catch (error) {
		const told = await (0,as_told .i)(error);
		if (told === undefined) {
			sayFault(error);
			await summarise([(0,problem .z9)(error)], false);
			return problem .dc.failed;
		}
		const isUnmatched = told instanceof problem .mS;
		for (const problem of told.problems)
			core .z3(problem);
		if (isUnmatched)
			(0,actions .fz)([`Are these files not on this runner? ${FILES_ELSEWHERE.join("; ")}`], "notice");
		await summarise(told.problems, isUnmatched);
		return told.exitCode;
	}
	finally {
		await (0,streams .t1)();
	}
}
async function summarise(problems, isUnmatched) {
	try {
		await (0,actions .Sy)(renderRefused(problems, { isUnmatched }), process.env);
	}
	catch (error) {
		core .Yz((0,problem .bD)(error));
	}
}
function sayFault(error) {
	core .z3((0,problem .z9)(error));
	if (error instanceof Error && error.stack !== undefined)
		core .Yz(error.stack);
}


 }),

"src/ui/actions/actions.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ko: () => ( readInputs),
   Sy: () => ( writeSummary),
   fz: () => ( annotate),
   iB: () => ( setRunOutputs),
   n0: () => ( setOutputs),
   o: () => ( annotateFailures),
   pW: () => ( firstIds),
   t: () => ( actionsReporter)
 });
 var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("@actions/core/lib/core.js");
 var _core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/definition/definition.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _render_failure_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/failure-lines.js");
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/log-line.js");
 var _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/definition/fields.js");






const MOST_IDS = 1000;
const MOST_ANNOTATIONS = 10;
function readInputs(env) {
	const values = {};
	for (const [name, value] of Object.entries(env)) {
		const input = /^INPUT_(.+)$/.exec(name)?.[1];
		if (input !== undefined && value !== undefined && !(0,_core_definition_fields_js__WEBPACK_IMPORTED_MODULE_3__ .WY)(input.toLowerCase(), value))
			values[input.toLowerCase()] = value;
	}
	return {
		label: (name) => `Input "${name}"`,
		...(0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .jg)(values),
		others: _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_3__ .Zr.map(({ name }) => name),
	};
}
function actionsReporter() {
	return {
		info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .pq(harmless(text)),
		warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .$e(harmless(line)),
		error: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .z3(harmless(line)),
		debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .Yz(harmless(line)),
		output: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .pq(harmless(line)),
		mask: (value) => _actions_core__WEBPACK_IMPORTED_MODULE_0__ .Pq(value),
	};
}
function harmless(text) {
	const lines = text.split(/\r\n|\r|\n/).map(_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ .Kw);
	return lines.map((line) => line.replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
}
function setOutputs(outputs) {
	for (const [name, value] of Object.entries(outputs))
		_actions_core__WEBPACK_IMPORTED_MODULE_0__ .uH(name, value);
}
function firstIds(ids) {
	return JSON.stringify(ids.slice(0, MOST_IDS));
}
function annotate(problems, kind = "error") {
	const isOver = problems.length > MOST_ANNOTATIONS;
	const shown = isOver ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
	const say = SAYING[kind];
	for (const problem of shown)
		say(harmless(problem));
	if (isOver)
		say(`\u2026 and ${problems.length - shown.length} more of these: see the log.`);
}
const SAYING = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__ .lm };
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
		unsaved: answer.unsaved,
		"seconds-saved": answer.secondsSaved,
		results: resultsPath,
		"failed-ids": firstIds(failed),
	});
}
function annotateFailures(answer, again) {
	const blocked = answer.shards.filter(({ decision }) => decision === "blocked");
	annotate(blocked.map(({ id, reason, why }) => `Shard ${id} is blocked (${reason}): ${why ?? ""}`));
	const failed = answer.shards.filter(({ outcome }) => outcome === "failed");
	for (const group of (0,_render_failure_lines_js__WEBPACK_IMPORTED_MODULE_2__ .BR)(failed).slice(0, MOST_ANNOTATIONS))
		annotateGroup(group, again);
}
function annotateGroup({ why, shards }, again) {
	const [first] = shards;
	const isAlone = shards.length === 1;
	const title = isAlone ? `Shard ${first.id} failed` : `${shards.length} shards failed alike`;
	const ids = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .Kf)(shards.map(({ id }) => id), MOST_NAMED);
	const next = `To try ${isAlone ? "it" : "them"} again: ${isAlone ? again(first.id) : again()}`;
	const facts = [
		...(isAlone ? [] : [ids]),
		...(first.logTail === undefined ? [] : [`Its last line: ${lastLine(first.logTail)}`]),
		...(shards.every(({ stays }) => stays === true) ? [] : [next]),
	];
	_actions_core__WEBPACK_IMPORTED_MODULE_0__ .z3(harmless([why, ...facts].join(". ")), { title });
}
const MOST_NAMED = 10;
function lastLine(text) {
	return text.trimEnd().split("\n").at(-1) ?? "";
}
async function writeSummary(markdown, env) {
	const file = env["GITHUB_STEP_SUMMARY"];
	if (file === undefined || file === "")
		return;
	await _actions_core__WEBPACK_IMPORTED_MODULE_0__ .z.addRaw(markdown).write();
}


 }),

"src/ui/actions/results.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   K: () => ( writeResults)
 });
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/shard-paths.js");
 var _files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/bad-checkpoint-record.js");
 var _files_step_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/step-files.js");
 var _job_own_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/job/own-files.js");




async function writeResults({ disk, workspace, randomHex }, job, { kind, answer }) {
	await (0,_files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_1__ .NL)(disk, workspace);
	const unique = randomHex(4);
	return (0,_files_step_files_js__WEBPACK_IMPORTED_MODULE_2__ .Q)(disk, (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_0__ .vY)(workspace), {
		name: (0,_job_own_files_js__WEBPACK_IMPORTED_MODULE_3__ .u)(kind, job, { ext: "json", unique }),
		last: `${kind}.json`,
		text: `${JSON.stringify(answer)}\n`,
		unique,
	});
}


 }),

};
