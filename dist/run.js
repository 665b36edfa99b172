export const id = "run";
export const ids = ["run"];
export const modules = {

"src/checkpoint/digest-thread.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var answerOf = (function answerOf(worker) {
	return new Promise(((resolve, reject) => {
		worker.once("error", reject);
		worker.once("exit", (() => reject(new Error("the digest thread ended without an answer"))));
		worker.once("message", ((answer) => {
			if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .u4)(answer))
				reject(new Error("the digest thread gave no answer"));
			else if ("error" in answer)
				reject(errorOf(answer));
			else
				resolve(answer);
		}));
	}));
});

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   answerDigest: () => ( answerDigest),
   checksumsInThread: () => ( checksumsInThread),
   digestInThread: () => ( digestInThread)
 });
 var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:os");
 var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:worker_threads");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/measure.js");
 var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/real-disk.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _inspect_inspect_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/inspect/inspect.js");







const LOW_PRIORITY = 10;
async function digestInThread(home, path, { urgency, members, giveUp }) {
	const { sha256 } = await ask(home, { path, what: "sha256", urgency, members }, giveUp);
	if (typeof sha256 === "string")
		return sha256;
	throw new Error("the digest thread gave no answer");
}
async function checksumsInThread(home, path) {
	const { isWhole, bytesRead, fault } = await ask(home, {
		path,
		what: "checksums",
		urgency: "awaited",
	});
	if (typeof bytesRead !== "number")
		throw new Error("the thread of checksums gave no answer");
	return { isWhole: isWhole === true, bytesRead, ...(typeof fault === "string" && { fault }) };
}
async function ask(home, task, giveUp) {
	giveUp?.throwIfAborted();
	const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(new URL("digest.js", home), { workerData: task });
	const end = () => void worker.terminate();
	giveUp?.addEventListener("abort", end);
	try {
		return await answerOf(worker);
	}
	catch (error) {
		giveUp?.throwIfAborted();
		throw error;
	}
	finally {
		giveUp?.removeEventListener("abort", end);
	}
}

function errorOf({ error, ...rest }) {
	return Object.assign(new Error(String(error)), rest);
}
function systemFields(error) {
	if (!(error instanceof Error) || !("code" in error) || !("syscall" in error))
		return {};
	const { code, syscall } = error;
	return { code, syscall, ...("path" in error && { path: error.path }) };
}
async function answerDigest() {
	if (node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.isMainThread || !(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .u4)(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData) || typeof node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData["path"] !== "string")
		return;
	const { path, what, urgency, members } = node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData;
	if (urgency === "background" && process.platform === "linux")
		(0,node_os__WEBPACK_IMPORTED_MODULE_0__.setPriority)(0, LOW_PRIORITY);
	try {
		node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage(await answerTo(path, what, membersOf(members)));
	}
	catch (error) {
		node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage({ error: (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error), ...systemFields(error) });
	}
}
function membersOf(value) {
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .u4)(value))
		return {};
	const { ignore, untilNs, only, follows } = value;
	return {
		...(Array.isArray(ignore) && { ignore: ignore.map(String) }),
		...(typeof untilNs === "string" && { untilNs }),
		...(Array.isArray(only) && { only: only.map(String) }),
		...(follows === true && { follows }),
	};
}
async function answerTo(path, what, members) {
	if (what !== "checksums")
		return { sha256: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__ .ol)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__ .U, path, members) };
	return { ...(await (0,_inspect_inspect_js__WEBPACK_IMPORTED_MODULE_6__ .F)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__ .U, path)) };
}


 }),

"src/checkpoint/every-byte.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   readEveryByte: () => ( readEveryByte)
 });
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/measure.js");
 var _inspect_inspect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/inspect/inspect.js");
 var _digest_thread_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/checkpoint/digest-thread.js");




const THREAD_BYTES = 16 * 1024 * 1024;
async function readEveryByte(disk, path, { found, marked, hasMore = false, home }) {
	const { kind, sizeBytes } = found;
	const isLarge = sizeBytes > THREAD_BYTES;
	if (marked?.sha256 !== undefined) {
		const members = hasMore ? (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_0__ .o3)(marked) : (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_0__ .gP)(marked);
		const digest = isLarge
			? await (0,_digest_thread_js__WEBPACK_IMPORTED_MODULE_2__.digestInThread)(home, path, { urgency: "awaited", members })
			: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__ .ol)(disk, path, members);
		const how = (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_0__ .J4)(marked, digest);
		return {
			isProven: how === undefined,
			bytesRead: sizeBytes,
			...(how !== undefined && { comparison: { kind: "differs", how } }),
		};
	}
	if (kind === "directory" || sizeBytes === 0)
		return { isProven: false, bytesRead: 0 };
	const sums = isLarge
		? await (0,_digest_thread_js__WEBPACK_IMPORTED_MODULE_2__.checksumsInThread)(home, path)
		: await (0,_inspect_inspect_js__WEBPACK_IMPORTED_MODULE_3__ .F)(disk, path);
	return {
		isProven: sums.isWhole,
		bytesRead: sums.bytesRead,
		...(sums.fault !== undefined && { fault: sums.fault }),
	};
}


 }),

"src/checkpoint/verify-output.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var verifyOutput = (async function verifyOutput(disk, checkpoint, { definition, home }) {
	const { validate: depth } = definition;
	const rules = { ...(0,_look_js__WEBPACK_IMPORTED_MODULE_3__ .Mc)(definition), depth, home, trustsMarker: false };
	const before = (0,_look_js__WEBPACK_IMPORTED_MODULE_3__ .cu)(disk, checkpoint, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(rules));
	const facts = await (0,_look_js__WEBPACK_IMPORTED_MODULE_3__ .Op)(disk, { path: checkpoint }, rules);
	const objection = (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_0__ .Dx)(facts, { isVouchedFor: true });
	if (objection !== undefined)
		return { kind: "bad", reason: objection.word, why: (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_0__ .cA)(objection) };
	if (before.kind === "measured")
		return { kind: "good", stated: (0,_contents_js__WEBPACK_IMPORTED_MODULE_1__ .r8)(facts), measure: before.measure };
	const why = `still-running: it was made or changed while it was looked at`;
	return { kind: "bad", reason: "still-running", why };
});

 __webpack_require__.d(__webpack_exports__, {
   L: () => ( verifyOutput)
 });
 var _core_decide_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/decide.js");
 var _contents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/checkpoint/contents.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _look_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/checkpoint/look.js");







 }),

"src/commands/adopt.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   adoptCommand: () => ( adoptCommand),
   adoptOld: () => ( adoptOld)
 });
 var _print_marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/commands/print-marks.js");
 var _core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/decide/decide.js");
 var _core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/decide/evidence.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/machine/processes.js");
 var _checkpoint_look_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/checkpoint/look.js");
 var _checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/checkpoint/survey.js");
 var _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/job/act-on-shards.js");
 var _job_writer_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/job/writer.js");
 var _job_open_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/job/open.js");
 var _job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/job/reconcile/folders.js");
 var _job_reconcile_skipped_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/job/reconcile/skipped.js");











async function adoptOld(invocation, options) {
	const job = await (0,_job_open_js__WEBPACK_IMPORTED_MODULE_8__ .Iv)(invocation, { runs: false });
	const writer = (0,_job_writer_js__WEBPACK_IMPORTED_MODULE_7__ .b)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_3__ .WF)(), job.definition);
	await (0,_job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_9__ .G)(writer, job.verdicts);
	const chosen = await (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_6__ .Sw)(invocation, job, { options, wanted: claimsToBeComplete });
	return (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_6__ .$c)(invocation, chosen, (verdict, atWork) => adoptOne(invocation, writer, { job, verdict, atWork }));
}
function claimsToBeComplete({ facts }) {
	const { checkpoint, marker, status } = facts;
	if (checkpoint === "absent")
		return false;
	return marker.kind === "empty" || (marker.kind === "none" && status === "complete");
}
async function adoptOne(invocation, writer, { job, verdict, atWork }) {
	const { task } = verdict;
	const busy = await atWork();
	if (busy !== undefined)
		return busy;
	const facts = await (0,_checkpoint_look_js__WEBPACK_IMPORTED_MODULE_4__ .Op)(writer.disk, (0,_checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_5__ .$r)(task), (0,_checkpoint_look_js__WEBPACK_IMPORTED_MODULE_4__ .kM)(job.context));
	const evidence = evidenceHere(job, task, facts);
	const decision = (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .LD)(evidence);
	if (decision.reason === "done")
		return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_6__ .ST;
	if (decision.kind !== "skip")
		return { kind: "refused", why: (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .CE)(decision, evidence) };
	await (0,_job_reconcile_skipped_js__WEBPACK_IMPORTED_MODULE_10__ .di)(invocation, writer, { ...(0,_job_reconcile_skipped_js__WEBPACK_IMPORTED_MODULE_10__ .A5)(job), task });
	return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_6__ .Rj;
}
function evidenceHere({ definition, context }, task, facts) {
	const { unknownParts } = (0,_core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ ._)(facts, task.fingerprint, definition.rerunOn);
	const isSigned = context.markers.seal !== undefined;
	const provenance = (0,_checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_5__ .PT)(context, task, facts);
	const markLine = () => task.markLine();
	const known = { unknownParts, isSigned, provenance, markLine };
	return { ...facts, ..._core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ .L, ...known, adopt: !isSigned };
}
const adoptCommand = {
	name: "adopt",
	about: "write full markers for old empty ones, and for checkpoints whose status says complete",
	positionals: { kind: "many", word: "ID|PATH" },
	switches: ["json", "all"],
	takesInputs: true,
	example: ["donemark adopt --all", "takes over what an older pipeline has finished; nothing runs"],
	run: async (call) => (0,_print_marks_js__WEBPACK_IMPORTED_MODULE_0__ .g)(call, await adoptOld(call.invocation, (0,_print_marks_js__WEBPACK_IMPORTED_MODULE_0__ .m)(call)), "adopted"),
};


 }),

"src/commands/cli/help.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   commandHelp: () => ( commandHelp),
   helpText: () => ( helpText)
 });
 var _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/definition/fields.js");
 var _described_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/commands/cli/described.js");


function helpText(commands) {
	const usages = commands.map((command) => [usageOf(command), command.about]);
	return [
		"donemark: kill it anywhere, run it again, and only the unfinished shards run.",
		"",
		"Usage: donemark COMMAND [--config donemark.yml] [--INPUT VALUE \u2026] [--json]",
		"       donemark help COMMAND",
		"",
		...table(usages),
		"",
		"Inputs (also keys of the config file; a list is given by repeating the flag):",
		...table(_core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr.map((name) => [`--${name}`, _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name].about])),
		"",
		"Exit codes: 0 all done, 1 a shard failed, 2 wrong usage, 3 a checkpoint problem,",
		"            4 shards remain: stopped in good order, or left to another run; 130/143 a signal",
		"",
	].join("\n");
}
function commandHelp(command) {
	const { name, about, switches, takesInputs, example } = command;
	const all = [...switches, "help"];
	const [line, meaning] = example;
	return [
		`donemark ${name}: ${about}`,
		"",
		`Usage: donemark ${usageOf(command)}${takesInputs ? " [--INPUT VALUE \u2026]" : ""}`,
		`Example: ${line}`,
		`         ${meaning}`,
		"",
		...table(all.map((one) => [`--${one}`, _described_js__WEBPACK_IMPORTED_MODULE_1__ .X[one]])),
		...(takesInputs ? ["", "Inputs (also keys of the config file):", ...table(inputs())] : []),
		"",
	].join("\n");
}
function usageOf({ name, positionals }) {
	if (positionals.kind === "none")
		return name;
	return positionals.kind === "one"
		? `${name} ${positionals.word}`
		: `${name} [${positionals.word}\u2026]`;
}
function inputs() {
	return _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr.map((name) => [`--${name}`, inputText(name)]);
}
function inputText(name) {
	const { expected, default: fallback } = _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name];
	return fallback === undefined ? expected : `${expected} (default: ${fallback})`;
}
function table(rows) {
	const width = rows.reduce((most, [left]) => Math.max(most, left.length), 0);
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}


 }),

"src/commands/collect.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   collect: () => ( collect),
   collectCommand: () => ( collectCommand),
   summarise: () => ( summarise)
 });
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__("src/core/text/log-line.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/ui/render/lines.js");
 var _ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/ui/terminal/terminal.js");
 var _cli_call_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/commands/cli/call.js");
 var _cli_command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/commands/cli/command.js");
 var _core_answers_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/answers/answers.js");
 var _core_decide_planned_list_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/decide/planned-list.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/text/problem.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/machine/processes.js");
 var _checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/checkpoint/survey.js");
 var _job_reconcile_bring_all_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/job/reconcile/bring-all.js");
 var _job_again_command_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/job/again-command.js");
 var _job_bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/job/bad-checkpoints.js");
 var _job_writer_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__("src/job/writer.js");
 var _job_open_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__("src/job/open.js");
 var _job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__("src/job/reconcile/folders.js");
 var _job_reconcile_restored_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__("src/job/reconcile/restored.js");
 var _job_reconcile_stored_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__("src/job/reconcile/stored.js");


















const ROUNDS = 3;
async function collect(invocation) {
	const isStep = invocation.surface === "actions";
	const job = await (0,_job_open_js__WEBPACK_IMPORTED_MODULE_13__ .Iv)(invocation, {
		runs: false,
		brings: true,
		defaults: { fetch: "all" },
		...(isStep && { shared: "collect" }),
	});
	checkPlanned(job);
	const writer = (0,_job_writer_js__WEBPACK_IMPORTED_MODULE_12__ .b)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_7__ .WF)(), job.definition);
	await (0,_job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_14__ .Z)(invocation, writer, job.verdicts);
	const found = new Map();
	const restored = await (0,_job_reconcile_restored_js__WEBPACK_IMPORTED_MODULE_15__ .j)(invocation, writer, job);
	for (const [verdict, { why }] of restored.left)
		note(found, verdict, { outcome: "missing", why });
	const gone = new Set([...restored.lost, ...restored.left.keys()]);
	let open = [...job.verdicts, ...restored.again].filter((verdict) => !gone.has(verdict));
	for (let round = 1; open.length > 0; round += 1) {
		const lost = await collectOnce(invocation, writer, { job, verdicts: open, found });
		if (round === ROUNDS)
			break;
		open = await (0,_checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_8__ .Fr)(job.context, lost.map(({ task }) => task));
		open = open.filter(({ reason }) => reason === "done" || reason === "done-in-store");
	}
	const answer = (0,_core_answers_answers_js__WEBPACK_IMPORTED_MODULE_4__ .pl)(job.tasks.flatMap(({ shard }) => found.get(shard.id) ?? []));
	const isGood = answer.missingCount <= job.definition.allowMissing;
	return { answer, job, exitCode: isGood ? _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .dc.done : _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .dc.checkpoint };
}
function checkPlanned({ planned, all }) {
	const problem = planned === undefined ? undefined : (0,_core_decide_planned_list_js__WEBPACK_IMPORTED_MODULE_5__ .i)(planned, all);
	if (problem !== undefined)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .yo([problem], _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .dc.checkpoint);
}
async function collectOnce(invocation, writer, { job, verdicts, found }) {
	const brings = job.definition.fetch !== "none";
	const stored = [];
	for (const verdict of verdicts) {
		if (verdict.kind !== "skip")
			note(found, verdict, { outcome: "missing", why: verdict.detail });
		else if (verdict.reason === "done-in-store")
			stored.push(verdict);
		else
			note(found, verdict, { outcome: "here" });
	}
	const lost = [];
	const all = await (0,_job_reconcile_bring_all_js__WEBPACK_IMPORTED_MODULE_9__ .a)(writer, job.store, { verdicts: brings ? stored : [] });
	await (0,_job_bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_11__ .t)(invocation, job.store.label, all);
	for (const { verdict, brought } of all) {
		if (brought.kind === "brought")
			note(found, verdict, { outcome: "brought" });
		else
			note(found, verdict, {
				outcome: "missing",
				why: brought.kind === "lost" ? brought.why : brought.cause,
			});
		if (brought.kind === "lost")
			lost.push(verdict);
	}
	for (const verdict of stored) {
		if (!brings)
			note(found, verdict, { outcome: "in-store" });
		if (found.get(verdict.task.shard.id)?.outcome !== "brought")
			await (0,_job_reconcile_stored_js__WEBPACK_IMPORTED_MODULE_16__ .x)(invocation, writer, verdict);
	}
	return lost;
}
function note(found, { task, reason }, is) {
	const { id, checkpoint } = task.shard;
	found.set(id, { id, checkpoint, reason, ...is });
}
async function summarise(invocation, { answer, job }, { elapsedMs, next }) {
	const { events, report: paths } = job.definition;
	const again = (0,_job_again_command_js__WEBPACK_IMPORTED_MODULE_10__ .m8)(invocation, job);
	const { readEvents } = await Promise.all([__webpack_require__.e("run"), __webpack_require__.e("ui")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/run/read-events.js"));
	const jobs = events.length === 0 ? undefined : await readEvents(invocation, events);
	const { renderCollect } = await __webpack_require__.e("ui").then(__webpack_require__.bind(__webpack_require__, "src/ui/render/plan-summary.js"));
	const summary = renderCollect(answer, { store: job.store.label, elapsedMs, next, jobs, again });
	if (jobs !== undefined && paths.length > 0) {
		const { writeReports } = await Promise.all([__webpack_require__.e("run"), __webpack_require__.e("ui")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/run/report.js"));
		await writeReports(invocation, paths, { report: jobs, end: { summary, again } });
	}
	return summary;
}
const collectCommand = {
	name: "collect",
	about: "prove that every shard is done, and bring from the store those that are not here",
	positionals: _cli_command_js__WEBPACK_IMPORTED_MODULE_3__ .I,
	switches: ["json"],
	takesInputs: true,
	example: ["donemark collect --fetch=none", "proves that nothing is missing, and brings nothing"],
	run: async ({ invocation, isJson }) => {
		const startedTick = performance.now();
		const collected = await collect(invocation);
		const { answer, job, exitCode } = collected;
		const paint = (0,_ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__ .C2)("stdout", process.env);
		const next = (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ .WU)(answer, { isStep: false, again: (0,_job_again_command_js__WEBPACK_IMPORTED_MODULE_10__ .m8)(invocation, job)() });
		const lines = isJson ? [(0,_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_17__ .EL)(answer)] : (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ .i)(answer, paint).map(_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_17__ .Kw);
		await (0,_cli_call_js__WEBPACK_IMPORTED_MODULE_2__ .y)(`${lines.join("\n")}\n`);
		if (next !== undefined)
			invocation.reporter.info(next);
		if (job.definition.events.length > 0)
			await summarise(invocation, collected, { elapsedMs: performance.now() - startedTick, next });
		return exitCode;
	},
};


 }),

"src/commands/completion.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  completionCommand: () => ( completionCommand)
});

var nearest = __webpack_require__("src/core/text/nearest.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var call = __webpack_require__("src/commands/cli/call.js");
;// CONCATENATED MODULE: src/commands/completion/bash.js
function bashScript(commands) {
	const names = commands.map(({ name }) => name).join(" ");
	return `# Completion of donemark for bash: source <(donemark completion bash)
_donemark() {
  local current=\${COMP_WORDS[COMP_CWORD]} flag=\${COMP_WORDS[COMP_CWORD-1]} words=""
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W "${names} --version" -- "$current"))
    return
  fi
  if [[ $current == "=" ]]; then current=""; elif [[ $flag == "=" ]]; then flag=\${COMP_WORDS[COMP_CWORD-2]}; fi
  case $flag in
${valueCases(commands)}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  if [[ $current == -* ]]; then
    case \${COMP_WORDS[1]} in
${commands.map(flagCase).join("\n")}
    esac
  else
    case \${COMP_WORDS[1]} in
${commands.flatMap(wordCase).join("\n")}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _donemark donemark
`;
}
function valueCases(commands) {
	const values = new Map(commands.flatMap(({ flags }) => flags.flatMap(({ name, values: all = [] }) => (all.length > 0 ? [[name, all]] : []))));
	return [...values].map(([name, all]) => `    --${name}) words="${all.join(" ")}" ;;`).join("\n");
}
function flagCase({ name, flags }) {
	return `      ${name}) words="${flags.map((flag) => `--${flag.name}`).join(" ")}" ;;`;
}
function wordCase({ name, words }) {
	return words.length === 0 ? [] : [`      ${name}) words="${words.join(" ")}" ;;`];
}

;// CONCATENATED MODULE: src/commands/completion/fish.js
function fishScript(commands) {
	const first = commands.map(({ name, about }) => `complete -c donemark -n __fish_use_subcommand -f -a ${name} -d ${quoted(about)}`);
	const flags = commands.flatMap(({ name, flags: all }) => all.map((flag) => flagLine(name, flag)));
	const words = commands
		.filter(({ words: all }) => all.length > 0)
		.map(({ name, words: all }) => `complete -c donemark -n '__fish_seen_subcommand_from ${name}' -f -a '${all.join(" ")}'`);
	return [
		"# Completion of donemark for fish: donemark completion fish | source",
		...first,
		...flags,
		...words,
		"",
	].join("\n");
}
function flagLine(command, { name, about, values }) {
	const seen = `-n '__fish_seen_subcommand_from ${command}'`;
	const choice = values === undefined ? "" : values.length === 0 ? " -r" : ` -x -a '${values.join(" ")}'`;
	return `complete -c donemark ${seen} -l ${name}${choice} -d ${quoted(about)}`;
}
function quoted(text) {
	return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

var fields = __webpack_require__("src/core/definition/fields.js");
var described = __webpack_require__("src/commands/cli/described.js");
;// CONCATENATED MODULE: src/commands/completion/vocabulary.js


const CONFIG = { name: "config", about: "the file that holds the definition", values: [] };
function vocabularyOf(commands) {
	const inputs = fields .Yr.map((name) => {
		const { about, expected } = fields .cJ[name];
		return { name, about, values: choicesIn(expected) };
	});
	const known = commands.map(({ name, about, positionals, switches, takesInputs }) => ({
		name,
		about,
		words: positionals.kind === "one" ? choicesIn(positionals.word, "|") : [],
		flags: [
			...[...switches, "help"].map((one) => ({
				name: one,
				about: described .X[one],
				values: undefined,
			})),
			...(takesInputs ? [CONFIG, ...inputs] : []),
		],
	}));
	const names = commands.map(({ name }) => name);
	return [
		...known,
		{ name: "help", about: "print the help of a command", flags: [], words: names },
	];
}
function choicesIn(expected, between = /, | or /) {
	const words = expected.split(between);
	return words.length > 1 && words.every((word) => /^[\w:<>-]+$/.test(word))
		? words.filter((word) => !word.includes("<"))
		: [];
}

;// CONCATENATED MODULE: src/commands/completion/zsh.js
function zshScript(commands) {
	const described = commands.map(({ name, about }) => `    '${name}:${zsh_quoted(about)}'`).join("\n");
	return `#compdef donemark
# Completion of donemark for zsh: source <(donemark completion zsh), after compinit
_donemark() {
  local -a commands=(
${described}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(caseOf).join("\n")}
  esac
}
# As a file of fpath it is loaded by the first completion, which it has to answer.
if [[ \${funcstack[1]} == _donemark ]]; then _donemark "$@"; else compdef _donemark donemark; fi
`;
}
function caseOf({ name, flags, words }) {
	const word = words.length > 0 ? `(${words.join(" ")})` : "_files";
	return `    ${name})
      _arguments -S \\
${flags.map(spec).join(" \\\n")} \\
        '*:${words.length > 0 ? "name" : "file"}:${word}'
      ;;`;
}
function spec({ name, about, values }) {
	const text = zsh_quoted(about).replaceAll(/[[\]]/g, String.raw `\$&`);
	if (values === undefined)
		return `        '--${name}[${text}]'`;
	const choices = values.length === 0 ? "_files" : `(${values.join(" ").replaceAll(":", String.raw `\:`)})`;
	return `        '*--${name}=[${text}]:${name}:${choices}'`;
}
function zsh_quoted(text) {
	return text.replaceAll("'", String.raw `'\''`).replaceAll(":", String.raw `\:`);
}

;// CONCATENATED MODULE: src/commands/completion.js








const SHELLS = {
	bash: bashScript,
	zsh: zshScript,
	fish: fishScript,
};
const NAMES = Object.keys(SHELLS);
const completionCommand = {
	name: "completion",
	about: "print the script with which a shell completes commands, flags and values",
	positionals: { kind: "one", word: "bash|zsh|fish" },
	switches: [],
	takesInputs: false,
	example: [
		"source <(donemark completion bash)",
		"completes in this shell; add the line to ~/.bashrc for every one",
	],
	run: async ({ args, loadAll }) => {
		const [shell = "", ...more] = args.positionals;
		const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
		if (script === undefined || more.length > 0)
			throw new problem .yo([
				`Name one shell of ${NAMES.join(", ")}, got ${(0,text_text .hD)(args.positionals.join(" "))}.${(0,nearest .au)(shell, NAMES)}`,
			]);
		await (0,call .y)(script(vocabularyOf(await loadAll())));
		return problem .dc.done;
	},
};


 }),

"src/commands/demo.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   demoCommand: () => ( demoCommand)
 });
 var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
 var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs");
 var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:os");
 var node_readline__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("node:readline");
 var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("node:path");
 var node_url__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("node:url");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/text/problem.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/machine/processes.js");
 var _ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/ui/terminal/terminal.js");
 var _ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/ui/terminal/streams.js");










const SHARDS = 12;
const KILL_AFTER_DONE = 5;
const SECONDS_A_SHARD = "0.4";
async function runDemo({ invocation }) {
	const folder = prepare((0,node_url__WEBPACK_IMPORTED_MODULE_5__.fileURLToPath)(new URL("../examples/lambda/", invocation.home)));
	const paint = (0,_ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_8__ .C2)("stdout", process.env);
	const say = (text) => void (0,_ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_9__ .tl)("stdout").write(`\n${paint("bold", text)}\n`);
	const cli = (0,node_url__WEBPACK_IMPORTED_MODULE_5__.fileURLToPath)(new URL("cli.js", invocation.home));
	const donemark = (...args) => [process.execPath, cli, ...args];
	say(`The genome of phage lambda (GenBank NC_001416, 48,502 bases), cut into ${SHARDS} shards in ${folder}`);
	await start(folder, [process.execPath, "cut.mjs", "lambda.fa", "shards", String(SHARDS)]).exit;
	say("1. donemark run: one command per shard, two at a time");
	const first = start(folder, donemark("run", "--parallel=2"));
	await untilHalfway(folder);
	await killAll(first);
	say(`2. kill -9, with ${markersIn(folder)} shards done: Donemark and its commands are gone at once`);
	say("3. donemark status: what is complete, and what the kill interrupted");
	await start(folder, donemark("status")).exit;
	say("4. donemark run again: only the unfinished shards run");
	const exitCode = await start(folder, donemark("run", "--parallel=2")).exit;
	say("5. donemark run once more: nothing is left to do");
	await start(folder, donemark("run")).exit;
	say(`Look around in ${folder}: out/*.done are the markers, donemark.yml is the definition.`);
	return exitCode === 0 ? _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .dc.done : _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .dc.failed;
}
function prepare(example) {
	if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(example, "lambda.fa"))) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_6__ .yo([
			`The demo needs ${example}, which is not there: run it from a clone of the repository.`,
		]);
	}
	const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), "donemark-demo-"));
	for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(example)) {
		if (/\.(mjs|fa|yml)$/.test(name))
			(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.copyFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(example, name), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
	}
	(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "out"));
	return folder;
}
function start(folder, argv) {
	const [program = "", ...args] = argv;
	const env = { ...process.env, PREDICT_SECONDS: SECONDS_A_SHARD, CUDA_VISIBLE_DEVICES: "" };
	const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
	(0,node_readline__WEBPACK_IMPORTED_MODULE_3__.createInterface)({ input: child.stdout }).on("line", (line) => {
		if (!line.startsWith("["))
			(0,_ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_9__ .tl)("stdout").write(`${line}\n`);
	});
	const exit = new Promise((done) => {
		child.on("close", done);
		child.on("error", () => done(null));
	});
	return { pid: child.pid ?? 0, exit };
}
async function untilHalfway(folder) {
	while (markersIn(folder) < KILL_AFTER_DONE)
		await pause(20);
	await pause((Number(SECONDS_A_SHARD) / 2) * 1000);
}
function markersIn(folder) {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "out")).filter((name) => name.endsWith(".done")).length;
}
function pause(milliseconds) {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds);
	});
}
async function killAll({ pid, exit }) {
	process.kill(pid, "SIGKILL");
	await exit;
	await (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_7__ .Hk)((0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_7__ .id)("PREDICT_SECONDS", SECONDS_A_SHARD), { graceMs: 0 });
}
const demoCommand = {
	name: "demo",
	about: "run the main job on a real genome, kill it half-way, run it again",
	positionals: { kind: "none" },
	switches: [],
	takesInputs: false,
	example: ["donemark demo", "takes about ten seconds, in a temporary folder"],
	run: runDemo,
};


 }),

"src/commands/doctor.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  doctorCommand: () => ( doctorCommand)
});

;// CONCATENATED MODULE: src/core/answers/doctor-answer.js
function ok(name, says) {
	return { name, verdict: "ok", says, fix: null };
}
function warning(name, says, fix) {
	return { name, verdict: "warning", says, fix };
}
function fault(name, says, fix) {
	return { name, verdict: "fault", says, fix };
}
function answerDoctor(checks) {
	const amountOf = (verdict) => checks.filter((check) => check.verdict === verdict).length;
	const faults = amountOf("fault");
	return { ok: faults === 0, faults, warnings: amountOf("warning"), checks };
}

var environment = __webpack_require__("src/core/definition/environment.js");
var store_address = __webpack_require__("src/core/definition/store-address.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var template = __webpack_require__("src/core/model/template.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var problem = __webpack_require__("src/core/text/problem.js");
var github_store = __webpack_require__("src/job/stores/github-store.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/ui/render/doctor-lines.js

const COLOURS = {
	ok: "green",
	warning: "yellow",
	fault: "red",
};
const VERDICT_WIDTH = "warning".length;
const NARROWEST = 30;
function doctorLines(answer, { paint, columns }) {
	const { checks, faults, warnings } = answer;
	const nameWidth = checks.reduce((most, { name }) => Math.max(most, name.length), 0);
	const indent = " ".repeat(VERDICT_WIDTH + nameWidth + 4);
	const width = (columns ?? Number.POSITIVE_INFINITY) - indent.length;
	const inside = (text) => width < NARROWEST ? [text] : wrapped(text, width);
	const lines = checks.flatMap(({ name, verdict, says, fix }) => {
		const [first = "", ...more] = inside(says);
		const head = `${paint(COLOURS[verdict], verdict.padEnd(VERDICT_WIDTH))}  ${name.padEnd(nameWidth)}  ${first}`;
		return [head, ...[...more, ...(fix === null ? [] : inside(fix))].map((line) => indent + line)];
	});
	const counts = `${(0,text_text .LS)(faults, "fault")}, ${(0,text_text .LS)(warnings, "warning")}`;
	const end = faults + warnings === 0 ? "nothing is wrong here" : counts;
	return [...lines, "", paint("bold", end)];
}
function wrapped(text, width) {
	const lines = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last === undefined || last.length + 1 + word.length > width)
			lines.push(word);
		else
			lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}

var terminal = __webpack_require__("src/ui/terminal/terminal.js");
var call = __webpack_require__("src/commands/cli/call.js");
var command = __webpack_require__("src/commands/cli/command.js");
var external_node_path_ = __webpack_require__("node:path");
var job_define = __webpack_require__("src/job/define.js");
var external_node_fs_ = __webpack_require__("node:fs");
;// CONCATENATED MODULE: src/machine/path-search.js


function findProgram({ PATH = "/usr/bin:/bin" }, name) {
	return PATH.split(":")
		.map((folder) => (0,external_node_path_.join)(folder === "" ? "." : folder, name))
		.find(mayRun);
}
function mayRun(path) {
	try {
		(0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
		return (0,external_node_fs_.statSync)(path).isFile();
	}
	catch {
		return false;
	}
}

var program = __webpack_require__("src/machine/program.js");
var machine_shell = __webpack_require__("src/machine/shell.js");
var check_inputs = __webpack_require__("src/shards/check-inputs.js");
var expand = __webpack_require__("src/shards/expand.js");
var fingerprint_files = __webpack_require__("src/shards/fingerprint-files.js");
var shards_pointers = __webpack_require__("src/shards/pointers.js");
var shards_uncovered = __webpack_require__("src/shards/uncovered.js");
;// CONCATENATED MODULE: src/commands/doctor/program.js
const HARMLESS = new Set(["set", "umask", "ulimit", ":", "echo", "printf", "shopt"]);
const BEFORE = new Set(["exec", "command", "nohup", "time", "!"]);
const OF_THE_SHELL = new Set(`alias bg break builtin case cd continue declare do done elif else esac eval exit export false fg fi for function getopts
  hash if in jobs kill let local mapfile popd pushd pwd read readonly return select shift source test then times trap true
  type typeset unalias unset until wait while . [ [[ { (`.split(/\s+/));
function firstProgram(command) {
	const lines = command
		.replaceAll("\\\n", " ")
		.split("\n")
		.map((line) => line.trim());
	for (const line of lines) {
		if (line === "" || line.startsWith("#"))
			continue;
		const words = line.split(/\s+/);
		const place = words.findIndex((word) => !BEFORE.has(word));
		const word = words[place] ?? "";
		if (!HARMLESS.has(word))
			return isProgram(word) ? word : undefined;
		if (/[;&|<>]/.test(line))
			return undefined;
	}
	return undefined;
}
function isProgram(word) {
	return /^[\w./+-]+$/.test(word) && !OF_THE_SHELL.has(word);
}

;// CONCATENATED MODULE: src/commands/doctor/definition.js















const MOST_NAMED = 5;
const CORRECT = "Correct the definition; `donemark help run` lists what each key may be.";
async function checkDefinition(invocation) {
	const { values } = invocation.inputs;
	if (Object.keys(values).length === 0 && !(0,job_define .j)(invocation)) {
		const says = `there is no donemark.yml in ${(0,text_text .hD)(invocation.workspace)}: the machine alone is checked`;
		return { checks: [warning("definition", says, "`donemark init` makes one.")] };
	}
	const said = [];
	const reporter = { ...invocation.reporter, warn: (text) => void said.push(text) };
	try {
		const { definition, config } = await (0,job_define .E)({ ...invocation, reporter });
		const warnings = said.map((text) => warning("definition", text, CORRECT));
		const own = ok("definition", config === undefined ? "given by flags" : `${(0,text_text .hD)(config)} is right`);
		return {
			definition,
			checks: [own, ...warnings, ...(await checkNamed(invocation, definition))],
		};
	}
	catch (error) {
		return { checks: faultsOf("definition", error, CORRECT) };
	}
}
async function checkNamed(invocation, definition) {
	const { shards, checks } = await checkShards(invocation, definition);
	return [
		...checks,
		...checkCommand(invocation, definition),
		...(await checkFiles(invocation, definition, shards)),
	];
}
async function checkShards({ disk, workspace }, definition) {
	const mend = "Correct shards, or bring the inputs.";
	try {
		const { shards, unmatched } = await (0,expand .a)(disk, workspace, definition);
		(0,check_inputs .s)(disk, { workspace, definition, shards });
		const globs = (0,text_text .Kf)(unmatched.map(text_text .hD), MOST_NAMED);
		const first = shards[0] === undefined ? "" : `, such as ${(0,text_text .hD)(shards[0].id)}`;
		return {
			shards,
			checks: [
				ok("shards", `${(0,text_text .LS)(shards.length, "shard")}${first}`),
				...(unmatched.length === 0
					? []
					: [warning("shards", `${globs} matched no file; the other globs did`, mend)]),
			],
		};
	}
	catch (error) {
		return { shards: [], checks: faultsOf("shards", error, mend) };
	}
}
function checkCommand({ disk, workspace, env }, { command, shell, workingDirectory }) {
	try {
		(0,program .n)({ disk, workspace, shell, workingDirectory });
	}
	catch (error) {
		return faultsOf("command", error, CORRECT);
	}
	const [starter = "sh"] = (0,machine_shell .$)(shell, "script");
	const programs = [starter, ...(isPosix(starter) ? [firstProgram(command ?? "")] : [])];
	const cwd = (0,external_node_path_.resolve)(workspace, workingDirectory);
	const named = programs.filter((program) => program !== undefined);
	const missing = named.find((program) => !isThere(program, cwd, (0,environment ._I)(env)));
	if (missing === undefined)
		return [ok("command", `${named.map(text_text .hD).join(" and ")} can be started`)];
	const isPath = missing.includes("/");
	const says = `${(0,text_text .hD)(missing)} ${isPath ? "is not there, or may not be executed" : "is not in PATH"}`;
	return [fault("command", says, hintFor(missing, env))];
}
function isPosix(shell) {
	return /(?:^|\/)(?:bash|sh|dash|zsh|ksh)$/.test(shell);
}
function isThere(program, cwd, env) {
	if (program.includes("/"))
		return mayRun((0,external_node_path_.resolve)(cwd, program));
	return findProgram(env, program) !== undefined || env[`BASH_FUNC_${program}%%`] !== undefined;
}
function hintFor(missing, env) {
	if (missing === "python" && findProgram(env, "python3") !== undefined)
		return "Write python3 in its place: that is here.";
	return missing.includes("/")
		? "Correct its path in the command, or make it executable (chmod +x)."
		: "Install it, or write its path in the command.";
}
async function checkFiles({ disk, workspace }, definition, shards) {
	const name = "fingerprint-files";
	try {
		const { fingerprintFiles: patterns } = definition;
		const files = patterns.length === 0 ? [] : await (0,fingerprint_files.findFingerprintFiles)({ disk, workspace }, patterns);
		const pointers = files.flatMap((path) => {
			const pointer = (0,shards_pointers .Hk)(disk, path);
			return pointer === undefined
				? []
				: [fault(name, (0,shards_pointers .bd)(path, pointer), `Run \`${pointer.command}\`.`)];
		});
		if (pointers.length > 0)
			return pointers.slice(0, MOST_NAMED);
		const uncovered = (0,shards_uncovered .L)(definition, { disk, workspace, shards, files: new Set(files) });
		if (uncovered.length === 0)
			return [ok(name, (0,text_text .LS)(files.length, "file"))];
		const names = (0,text_text .Kf)(uncovered.map(text_text .hD), MOST_NAMED);
		const says = `the command names ${names}, which no fingerprint covers: a change there runs no shard again`;
		return [warning(name, says, "Add it to fingerprint-files, with all that it reads.")];
	}
	catch (error) {
		return faultsOf(name, error, "Correct fingerprint-files, or bring the files.");
	}
}
function faultsOf(name, error, mend) {
	const problems = error instanceof problem .yo ? error.problems : [(0,problem .bD)(error)];
	return problems.slice(0, MOST_NAMED).map((text) => fault(name, text, mend));
}

var duration = __webpack_require__("src/core/text/duration.js");
var shell_quote = __webpack_require__("src/core/text/shell-quote.js");
var refused = __webpack_require__("src/files/refused.js");
;// CONCATENATED MODULE: src/machine/file-system.js

const BY_NUMBER = new Map([
	[0x01_02_19_94, { name: "tmpfs", kind: "memory" }],
	[0x85_84_58_f6, { name: "ramfs", kind: "memory" }],
	[0x69_69, { name: "NFS", kind: "shared" }],
	[0x51_7b, { name: "SMB", kind: "shared" }],
	[0xff_53_4d_42, { name: "CIFS", kind: "shared" }],
	[0xfe_53_4d_42, { name: "SMB", kind: "shared" }],
	[0x65_73_55_46, { name: "FUSE", kind: "shared" }],
	[0x0b_d0_0b_d0, { name: "Lustre", kind: "shared" }],
	[0x19_83_03_26, { name: "BeeGFS", kind: "shared" }],
	[0x00_c3_64_00, { name: "CephFS", kind: "shared" }],
	[0x47_50_46_53, { name: "GPFS", kind: "shared" }],
	[0x01_02_19_97, { name: "9p", kind: "shared" }],
]);
function knownFileSystem(path) {
	if (process.platform !== "linux")
		return undefined;
	return BY_NUMBER.get(Number(BigInt.asUintN(32, BigInt((0,external_node_fs_.statfsSync)(path).type))));
}

;// CONCATENATED MODULE: src/commands/doctor/folders.js








const LITTLE_BYTES = 1e9;
const LEAST_BYTES = 50e6;
async function checkFolder(disk, place) {
	const { name, path } = place;
	const there = nearestThere(disk, path);
	const refusal = refusalOf(disk, there);
	if (refusal !== undefined) {
		const mend = `Let this user write there, or name another place.`;
		return [fault(name, `${(0,text_text .hD)(path)} cannot be written: ${refusal}`, mend)];
	}
	const freeBytes = await disk.freeBytes(there);
	const absent = there === path ? "" : ", which is not there yet";
	const says = `${(0,text_text .hD)(path)}${absent}: ${(0,duration .z3)(freeBytes)} free`;
	if (freeBytes < LITTLE_BYTES) {
		const mend = `Make room: \`df -h ${(0,shell_quote .e)(there)}\` shows the disk.`;
		return [freeBytes < LEAST_BYTES ? fault(name, says, mend) : warning(name, says, mend)];
	}
	return [systemCheck(place, says, knownFileSystem(there))];
}
function systemCheck({ name, holds }, says, system) {
	if (system === undefined)
		return ok(name, says);
	const on = `${says} on ${system.name}`;
	if (holds === "own files")
		return ok(name, on);
	if (system.kind === "memory") {
		const lost = `${on}, which is in memory: what lies there is lost when the machine restarts`;
		return warning(name, lost, "Put it on a disk, or save results to a store.");
	}
	if (holds === "shared results")
		return ok(name, on);
	return warning(name, `${on}, which other machines may share: names appear there late, and whether a run of another machine lives is known after three minutes at most`, "Keep checkpoints on a local disk, and share results by store: file:<folder>.");
}
function nearestThere(disk, path) {
	let at = path;
	while (!disk.exists(at) && (0,external_node_path_.dirname)(at) !== at)
		at = (0,external_node_path_.dirname)(at);
	return at;
}
function refusalOf(disk, folder) {
	try {
		if (disk.stat(folder)?.kind !== "directory")
			return `${(0,text_text .hD)(folder)} is no folder`;
		(0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
		return undefined;
	}
	catch (error) {
		return (0,refused.whyRefused)(disk, error, folder);
	}
}

var list = __webpack_require__("src/machine/gpu/list.js");
var nvidia_smi = __webpack_require__("src/machine/gpu/nvidia-smi.js");
;// CONCATENATED MODULE: src/commands/doctor/gpus.js




const gpus_MOST_NAMED = 16;
async function checkGpus(env) {
	const [{ gpus, warnings }, cards] = await Promise.all([(0,list .e)(env), (0,nvidia_smi .g)(env)]);
	return [
		...warnings.map((text) => warning("gpus", text, FIX)),
		...(gpus.length > 0 || warnings.length === 0 ? [ok("gpus", words(gpus, cards))] : []),
	];
}
const FIX = "`nvidia-smi` in this shell must list the GPUs: mend the driver or the variable first.";
function words(gpus, cards) {
	if (gpus.length === 0) {
		if (cards.length === 0)
			return "none here: commands run one at a time, unless parallel says otherwise";
		return `none for a run: CUDA_VISIBLE_DEVICES hides ${(0,text_text .LS)(cards.length, "GPU")}`;
	}
	const named = gpus.map((gpu) => cardWords(gpu, cards));
	return `${(0,text_text .LS)(gpus.length, "GPU")}: ${(0,text_text .Kf)(named, gpus_MOST_NAMED)}`;
}
function cardWords({ value, lease, isSlice }, cards) {
	if (isSlice === true)
		return `${value} (a MIG slice)`;
	const card = cards.find(({ uuid }) => uuid.toLowerCase() === lease);
	if (card === undefined)
		return value;
	const { name, totalMiB, freeMiB } = card;
	const free = freeMiB === undefined ? "" : `, ${inGiB(freeMiB)} free`;
	return `${value} (${name}${totalMiB === undefined ? "" : `, ${inGiB(totalMiB)}`}${free})`;
}
function inGiB(mib) {
	return `${(mib / 1024).toFixed(1)} GiB`;
}

var heartbeat = __webpack_require__("src/machine/heartbeat.js");
var guard = __webpack_require__("src/machine/guard.js");
var proc_stat = __webpack_require__("src/machine/proc-stat.js");
;// CONCATENATED MODULE: src/machine/leftovers.js



const TAG = "DONEMARK_RUN=";
function findLeftovers() {
	if (process.platform !== "linux")
		return [];
	const seen = (0,proc_stat .Ub)().flatMap(lookAt);
	const guards = seen.filter(({ guards: group }) => group !== undefined);
	const groups = new Set(guards.map((one) => one.guards));
	const commands = seen.filter((one) => one.guards === undefined);
	const guarded = commands.filter(({ group }) => groups.has(group));
	const living = new Set([...guards, ...guarded].map(({ tag }) => tag));
	return commands
		.filter(({ tag, pid }) => tag !== undefined && !living.has(tag) && pid !== process.pid)
		.map(({ pid, name }) => ({ pid, name }));
}
function lookAt(pid) {
	const argv = (0,proc_stat .lK)(`/proc/${pid}/cmdline`)?.split("\0") ?? [];
	const leader = Number(argv[4]);
	const guards = (0,guard .Mw)(argv, leader) ? leader : undefined;
	const tag = tagOf(pid);
	const stat = tag === undefined && guards === undefined ? undefined : (0,proc_stat .jW)(pid);
	if (stat === undefined || stat.dead || stat.exiting)
		return [];
	return [{ pid, name: stat.name, group: stat.group, tag, guards }];
}
function tagOf(pid) {
	try {
		const environ = (0,external_node_fs_.readFileSync)(`/proc/${pid}/environ`, "latin1");
		return environ.split("\0").find((one) => one.startsWith(TAG));
	}
	catch {
		return undefined;
	}
}

var lease = __webpack_require__("src/machine/lease.js");
var owner_watch = __webpack_require__("src/machine/owner-watch.js");
;// CONCATENATED MODULE: src/commands/doctor/leftovers.js







const leftovers_MOST_NAMED = 8;
function checkProcesses() {
	const left = findLeftovers();
	if (left.length === 0)
		return ok("processes", "none is left by runs that are gone");
	const names = (0,text_text .Kf)(left.map(({ pid, name }) => `${pid} (${name})`), leftovers_MOST_NAMED);
	const pids = left.slice(0, leftovers_MOST_NAMED).map(({ pid }) => pid);
	const amount = left.length === 1 ? "1 process" : `${left.length} processes`;
	const says = `${amount} of runs that are gone: ${names}`;
	return warning("processes", says, `End what you do not want: \`kill ${pids.join(" ")}\`.`);
}
function checkLeases(disk, env) {
	const name = "leases";
	try {
		const path = (0,lease .SF)(env);
		if (!disk.exists(path))
			return ok(name, `none: ${(0,text_text .hD)(path)} is made by the first run`);
		const folder = (0,lease .HF)(env);
		const owners = (0,owner_watch .C)((0,heartbeat .FL)(env));
		const { holders, left } = (0,lease .Qh)({ folder, owners });
		owners.close();
		const pids = (0,text_text .Kf)(holders.map(({ pid }) => String(pid)), leftovers_MOST_NAMED);
		const held = holders.length === 0 ? "no GPU is leased" : `GPUs are leased by pid ${pids}`;
		const taken = left === 0 ? "" : `; ${left} left by runs that are gone, which the next run takes`;
		return ok(name, `${held} in ${(0,text_text .hD)(folder)}${taken}`);
	}
	catch (error) {
		if (!(error instanceof problem .yo))
			throw error;
		return fault(name, error.message, "Set DONEMARK_LEASE_DIR to a folder that all runs here may write.");
	}
}

var file_store = __webpack_require__("src/job/stores/file-store.js");
var file_bucket = __webpack_require__("src/store/file/bucket.js");
;// CONCATENATED MODULE: src/store/file/probe.js


const KEY = "probe";
async function probeFileStore({ disk, root, token, now }) {
	const folder = (0,external_node_path_.join)(root, `.donemark-probe-${token()}`);
	const incoming = (0,external_node_path_.join)(folder, "incoming");
	const bucket = (0,file_bucket .x)({ disk, root: folder, incoming, token, now, isOrphaned: () => false });
	const text = (value) => ({ kind: "text", text: value });
	try {
		const first = await bucket.putIfAbsent(KEY, text("first"));
		const nowMs = now();
		const put = await bucket.head(KEY);
		if (put === undefined)
			throw new Error(`${folder} does not show what was put there`);
		const second = await bucket.putIfAbsent(KEY, text("second"));
		const isOnce = first === "stored" && second === "exists";
		const isConditional = isOnce && (await isSwappedOnce(() => bucket.putIfMatch(KEY, text("third"), put.tag)));
		return { isConditional, aheadMs: put.modifiedMs - nowMs };
	}
	finally {
		await disk.removeTree(folder);
	}
}
async function isSwappedOnce(swap) {
	try {
		return (await swap()) === "stored" && (await swap()) === "changed";
	}
	catch {
		return false;
	}
}

;// CONCATENATED MODULE: src/commands/doctor/stores.js









const MOST_APART_MS = 60_000;
async function checkStore(invocation, { store }) {
	const { scheme, rest } = (0,store_address .d1)(store);
	if (scheme === "file")
		return checkFileStore(invocation, (0,file_store .Q)(invocation, rest));
	if (scheme !== "github")
		return [ok("store", `${scheme}: on a terminal results stay on this disk`)];
	if ((0,github_store .U)(invocation).hasService)
		return [ok("store", "github: see cache-service")];
	return [
		warning("store", "github: there is no cache service here, only steps of actions in a workflow have one", "To look at what is done there, set GH_TOKEN and GITHUB_REPOSITORY=<owner>/<name>."),
	];
}
async function checkFileStore(invocation, root) {
	const { disk, now, randomHex } = invocation;
	if (!disk.exists(root))
		return [absentStore(invocation, root)];
	const folder = await checkFolder(disk, { name: "store", path: root, holds: "shared results" });
	if (folder.some(({ verdict }) => verdict === "fault"))
		return folder;
	const token = () => randomHex(8);
	try {
		const { isConditional, aheadMs } = await probeFileStore({ disk, root, token, now });
		return [...folder, writesCheck(isConditional), ...clockChecks("store", aheadMs)];
	}
	catch (error) {
		const says = `${(0,text_text .hD)(root)} cannot be written: ${(0,refused.whyRefused)(disk, error, root)}`;
		return [...folder, fault("store", says, "Let this user write there.")];
	}
}
function absentStore({ disk }, root) {
	const above = nearestThere(disk, root);
	const refusal = refusalOf(disk, above);
	const says = `${(0,text_text .hD)(root)} is not there`;
	if (refusal !== undefined)
		return fault("store", `${says}, and cannot be made: ${refusal}`, "Mount it, or let this user make it.");
	return warning("store", `${says}: the first save makes it`, "If a disk belongs there, mount it first.");
}
function writesCheck(isConditional) {
	if (isConditional)
		return ok("store", "conditional writes work");
	return warning("store", "conditional writes do not work, for lack of hard links: of two runs that save one shard at the same moment both are told so", "Put the store on a file system with hard links, or let one run at a time save.");
}
function clockChecks(name, aheadMs) {
	if (Math.abs(aheadMs) < MOST_APART_MS)
		return [];
	const by = (0,duration .a3)(Math.abs(aheadMs));
	const says = `its clock is ${by} ${aheadMs > 0 ? "ahead of" : "behind"} this machine's`;
	return [warning(name, says, "Set both clocks by NTP.")];
}
async function checkCacheService(invocation) {
	const { hasService, version, modes, serviceUrl } = (0,github_store .U)(invocation);
	if (!hasService)
		return [];
	const name = "cache-service";
	const quiet = { ...invocation, reporter: { ...invocation.reporter, warn: () => undefined } };
	const store = (0,github_store.openGithubStore)(quiet, { name: "doctor", looksOnly: true });
	const nobodys = invocation.randomHex(32);
	const [answer] = await store.find([{ shard: "doctor", match: nobodys, whole: nobodys }]);
	if (answer === undefined || answer.kind === "unavailable") {
		const says = `version ${version} does not answer: ${answer?.cause ?? "nothing came"}`;
		return [
			fault(name, says, "Let this runner reach the service: look at its proxy and firewall."),
		];
	}
	const host = serviceUrl === undefined ? "" : ` at ${new URL(serviceUrl).host}`;
	return [
		ok(name, `version ${version}${host} answers`),
		...(modes.writes
			? []
			: [
				warning(name, `cache-mode is ${modes.mode}: nothing is saved`, "Set cache-mode to write."),
			]),
		...(await serviceClock(invocation, store.clock)),
	];
}
async function serviceClock({ now }, clock) {
	const timeMs = await clock?.().catch(() => undefined);
	return timeMs === undefined ? [] : clockChecks("cache-service", timeMs - now());
}

;// CONCATENATED MODULE: src/machine/runner.js


const MOST_PARENTS = 64;
function runnerVersion() {
	let pid = process.ppid;
	for (let steps = 0; steps < MOST_PARENTS && pid > 1; steps += 1) {
		const version = versionIn(programOf(pid));
		if (version !== undefined)
			return version;
		pid = (0,proc_stat .jW)(pid)?.parent ?? 0;
	}
	return undefined;
}
function versionIn(program) {
	return /\/bin\.(\d{1,4}\.\d{1,6}\.\d{1,6})\/Runner\.(?:Worker|Listener)$/.exec(program)?.[1];
}
function programOf(pid) {
	try {
		return (0,external_node_fs_.readlinkSync)(`/proc/${pid}/exe`);
	}
	catch {
		return "";
	}
}

;// CONCATENATED MODULE: src/commands/doctor/system.js




const OLDEST_NODE = [20, 19];
function checkNode(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	const [oldest, oldestMinor] = OLDEST_NODE;
	if (major > oldest || (major === oldest && minor >= oldestMinor))
		return ok("node", version);
	const needed = OLDEST_NODE.join(".");
	return fault("node", `${version} is older than ${needed}`, `Install Node ${needed} or later.`);
}
function checkRunner(env) {
	if (env["GITHUB_ACTIONS"] !== "true")
		return ok("runner", "this is no step of a workflow: a terminal");
	const facts = [
		(0,environment .bv)(env, "RUNNER_NAME"),
		(0,environment .bv)(env, "RUNNER_ENVIRONMENT"),
		[(0,environment .bv)(env, "RUNNER_OS"), (0,environment .bv)(env, "RUNNER_ARCH")].filter(isText).join(" "),
		versionWords(),
	];
	return ok("runner", facts.filter(isText).join(", "));
}
function versionWords() {
	const version = process.platform === "linux" ? runnerVersion() : undefined;
	return version === undefined ? "its version is not told" : `version ${version}`;
}
function isText(text) {
	return text !== undefined && text !== "";
}
function checkTools(env, isNeeded) {
	const tar = findProgram(env, "tar") ?? findProgram(env, "gtar");
	const zstd = findProgram(env, "zstd");
	const noTar = ["tar", "it is not in PATH, and GitHub's cache needs it", "Install tar."];
	return [
		tar === undefined ? (isNeeded ? fault(...noTar) : warning(...noTar)) : ok("tar", tar),
		zstd === undefined
			? warning("zstd", "it is not in PATH: what other runners have packed with it is not found in GitHub's cache", "Install zstd on all runners, or on none.")
			: ok("zstd", zstd),
	];
}

;// CONCATENATED MODULE: src/commands/doctor.js


















async function examine(invocation) {
	const { env, disk } = invocation;
	const { definition, checks } = await checkDefinition(invocation);
	const usesCache = (0,github_store .U)(invocation).hasService ||
		(definition !== undefined && (0,store_address .d1)(definition.store).scheme === "github");
	const all = await Promise.all([
		attempted("node", () => [checkNode(process.versions.node)]),
		attempted("runner", () => [checkRunner(env)]),
		attempted("gpus", () => checkGpus(env)),
		attempted("tar", () => checkTools(env, usesCache)),
		Promise.resolve(checks),
		...placesOf(invocation, definition).map((place) => attempted(place.name, () => checkFolder(disk, place))),
		attempted("store", () => (definition === undefined ? [] : checkStore(invocation, definition))),
		attempted("cache-service", () => checkCacheService(invocation)),
		attempted("leases", () => [checkLeases(disk, env)]),
		attempted("processes", () => [checkProcesses()]),
	]);
	return all.flat().map((check) => withoutSecrets(check, (0,environment .Fj)(env)));
}
async function attempted(name, check) {
	try {
		return await check();
	}
	catch (error) {
		return [
			fault(name, `it cannot be looked at: ${(0,problem .bD)(error)}`, "Mend that, and ask again."),
		];
	}
}
function placesOf({ workspace }, definition) {
	const own = { name: ".donemark", path: (0,shard_paths .vY)(workspace), holds: "own files" };
	if (definition === undefined)
		return [own];
	const path = (0,shard_paths .tj)(workspace, (0,template .sL)(definition.checkpoint));
	return [{ name: "checkpoints", path, holds: "results" }, own];
}
function withoutSecrets(check, secrets) {
	const { says, fix } = check;
	return { ...check, says: (0,environment .dK)(says, secrets), fix: fix === null ? null : (0,environment .dK)(fix, secrets) };
}
const doctorCommand = {
	name: "doctor",
	about: "check this machine, the definition and its store, each fault with its fix; change nothing",
	positionals: command .I,
	switches: ["json"],
	takesInputs: true,
	example: ["donemark doctor", "one line for each check; the exit code is 1 where one is a fault"],
	run: async ({ invocation, isJson }) => {
		const answer = answerDoctor(await examine(invocation));
		await (0,call .y)(`${isJson ? (0,log_line .EL)(answer) : textOf(answer)}\n`);
		return answer.ok ? problem .dc.done : problem .dc.failed;
	},
};
function textOf(answer) {
	const checks = answer.checks.map((check) => ({
		...check,
		says: (0,log_line .Kw)(check.says),
		fix: check.fix === null ? null : (0,log_line .Kw)(check.fix),
	}));
	const paint = (0,terminal .C2)("stdout", process.env);
	const columns = (0,terminal .Hd)("stdout") ? process.stdout.columns : 0;
	const view = columns > 0 ? { paint, columns } : { paint };
	return doctorLines({ ...answer, checks }, view).join("\n");
}


 }),

"src/commands/info.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  info: () => ( info),
  infoCommand: () => ( infoCommand)
});

var records = __webpack_require__("src/checkpoint/records.js");
var marker = __webpack_require__("src/core/model/marker.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var model_unreadable = __webpack_require__("src/core/model/unreadable.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var duration = __webpack_require__("src/core/text/duration.js");
var model_fingerprint = __webpack_require__("src/core/model/fingerprint.js");
var decide_facts = __webpack_require__("src/core/decide/facts.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/ui/render/info-lines.js




function infoLines(answer, paint) {
	const { marked, started, ok, why } = answer;
	return [
		paint("bold", answer.path),
		...section(checkpointFacts(answer), paint),
		"",
		`${paint("bold", "marker")}: ${markerText(answer)}`,
		...(marked === null ? [] : section(markerFacts(marked), paint)),
		"",
		`${paint("bold", "start record")}: ${startText(answer)}`,
		...(started === null || started === "unreadable" ? [] : startLines(started, paint)),
		"",
		ok ? paint("green", "nothing is wrong with it") : paint("red", `wrong: ${why}`),
	];
}
const NAME_WIDTH = 12;
function section(facts, paint) {
	return facts.flatMap(([name, value]) => value === undefined ? [] : [`  ${paint("dim", name.padEnd(NAME_WIDTH))} ${value}`]);
}
function checkpointFacts(answer) {
	const { kind, format, structure, ok, why, status, version, sizeBytes, bytesRead } = answer;
	if (kind === null)
		return [["checkpoint", why?.startsWith("unreadable:") === true ? "not seen" : "none"]];
	return [
		["format", kind === format ? format : `${format}, a ${kind}`],
		["structure", ok && why !== null ? `${structure}: ${why}` : structure],
		["status", status ?? "none"],
		["version", version ?? "none"],
		["size", sizeText(sizeBytes)],
		["read", `${(0,duration .z3)(bytesRead)} of it, for this answer`],
	];
}
function sizeText(bytes) {
	const exact = (0,text_text .LS)(bytes, "byte");
	return bytes < 1000 ? exact : `${(0,duration .z3)(bytes)} (${exact})`;
}
function markerText({ marker, agrees, difference }) {
	if (agrees === null)
		return marker === "empty" ? "empty, the old form" : marker;
	return agrees
		? "full, and the checkpoint agrees with it"
		: `full, and the checkpoint does not agree with it: ${difference}`;
}
function markerFacts(marked) {
	const { shard, checkpoint, fingerprint, seconds, finishedAt, by, adopted } = marked;
	const { listedFiles = {} } = fingerprint;
	const files = Object.keys(listedFiles);
	const isAdopted = adopted === true;
	return [
		["shard", shard],
		["finished", isAdopted ? undefined : `${finishedAt}, after ${(0,duration .a3)(seconds * 1000)}`],
		["adopted", isAdopted ? `${finishedAt}: no run has seen it being made` : undefined],
		["by", authorText(by)],
		["size", sizeText(checkpoint.sizeBytes)],
		["holds", checkpoint.files === undefined ? undefined : (0,text_text .LS)(checkpoint.files, "file")],
		["sample", checkpoint.sample],
		["sha256", checkpoint.sha256 ?? "not computed"],
		...model_fingerprint .dI.map((part) => [part, fingerprint[part] ?? "not known"]),
		["files are", files.length === 0 ? undefined : files.join(", ")],
	];
}
function authorText({ run, attempt, ref, host, gpu }) {
	const facts = [
		run === undefined ? undefined : `run ${run}`,
		attempt === undefined ? undefined : `attempt ${attempt}`,
		ref,
		host === undefined ? undefined : `host ${host}`,
		gpu === undefined ? undefined : `GPU ${gpu}`,
	].filter((fact) => fact !== undefined);
	return facts.length === 0 ? undefined : facts.join(", ");
}
function startText({ started, startedWhy, unmarked }) {
	if (started === null)
		return "none";
	if (unmarked !== null)
		return `${(0,decide_facts .pL)(unmarked)}. Nothing is adopted beside it`;
	if (started === "unreadable")
		return `there, and not to be read as one: ${startedWhy}. Nothing is adopted beside it`;
	if (started.ended === true)
		return "a command was started, and failed";
	if (started.released === true)
		return "a command was started, and its run was stopped";
	return "a command was started, and nothing proves that it finished";
}
function startLines(started, paint) {
	return [
		...section(startFacts(started), paint),
		...logLines(started.failure?.logTail ?? "").flatMap((line, place) => section([[place === 0 ? "its log ends" : "", line]], paint)),
	];
}
const MOST_LOG_LINES = 5;
function logLines(tail) {
	const lines = tail.split(/\r?\n/).filter((line) => line.trim() !== "");
	return lines.slice(-MOST_LOG_LINES);
}
function startFacts(record) {
	const { shard, startedAt, attempt, by, resumed, failure } = record;
	return [
		["shard", shard],
		["started", `${startedAt}, start ${attempt}${resumed ? ", from its work directory" : ""}`],
		["by", authorText(by)],
		["failed", failure && failureText(failure)],
	];
}
function failureText({ at, times, reason, exitCode }) {
	const code = exitCode === null ? "" : `exit code ${exitCode}`;
	const exit = code === "" || reason.includes(code) ? "" : ` (${code})`;
	return `${at}, ${(0,text_text .LS)(times, "time")}: ${reason}${exit}`;
}

var terminal = __webpack_require__("src/ui/terminal/terminal.js");
var call = __webpack_require__("src/commands/cli/call.js");
var decide = __webpack_require__("src/core/decide/decide.js");
var problem = __webpack_require__("src/core/text/problem.js");
var verify_answer = __webpack_require__("src/core/answers/verify-answer.js");
var look = __webpack_require__("src/checkpoint/look.js");
var job_targets = __webpack_require__("src/job/targets.js");
var marker_key = __webpack_require__("src/job/marker-key.js");
;// CONCATENATED MODULE: src/commands/info.js
















async function info(invocation, targets) {
	const { disk, workspace, home } = invocation;
	const [name] = targets;
	if (name === undefined || targets.length > 1)
		throw new problem .yo([
			"Name one checkpoint by its path or its shard's id: donemark info out/a.pt. verify takes many.",
		]);
	const { definition, target } = await (0,job_targets .eg)(invocation, name);
	const { path } = target;
	const rules = {
		...(0,look .Mc)(definition),
		markers: (0,marker_key .R)(invocation),
		depth: "structure",
		trustsMarker: false,
		home,
	};
	const facts = await (0,look .Op)(disk, target, rules);
	const assessment = (0,decide .no)(path, facts);
	const started = facts.startRecord ?? (facts.started ? "unreadable" : null);
	if (assessment.objection?.word === "absent" && started === null)
		throw new problem .yo([nothingAt(workspace, name, target)], problem .dc.checkpoint);
	return {
		...(0,verify_answer .H)(workspace, assessment),
		kind: facts.kind ?? null,
		...agreement(facts),
		marked: (0,decide_facts .uL)(facts) ?? null,
		started,
		startedWhy: started === "unreadable" ? whyNoRecord(disk, path, facts) : null,
		unmarked: facts.unmarked ?? null,
	};
}
function nothingAt(workspace, name, { path, shard }) {
	if (shard === undefined)
		return `No checkpoint is at ${(0,text_text .hD)(name)}, and no marker.`;
	return `Shard ${(0,text_text .hD)(shard)} has no checkpoint, marker or start record: nothing is at ${(0,text_text .hD)((0,shard_paths .pS)(workspace, path))}.`;
}
function whyNoRecord(disk, path, { unmarked }) {
	if (unmarked !== undefined)
		return (0,decide_facts .pL)(unmarked);
	const { unreadable } = (0,records .H)(disk, path);
	if (unreadable !== undefined)
		return (0,model_unreadable .Xq)(unreadable);
	const place = path + marker .ad;
	if (disk.stat(place)?.kind !== "file")
		return "it is no file";
	return "it is not what Donemark writes: it may be cut off, another program's, or of a newer version";
}
function agreement({ comparison }) {
	if (comparison.kind === "none")
		return { agrees: null, difference: null };
	const difference = comparison.kind === "differs" ? comparison.how : null;
	return { agrees: difference === null, difference };
}
const infoCommand = {
	name: "info",
	about: "show all that is known of a shard: its checkpoint, marker and start record",
	positionals: { kind: "one", word: "ID|PATH" },
	switches: ["json"],
	takesInputs: true,
	example: ["donemark info out/a.pt", "prints one screen about this checkpoint"],
	run: async ({ invocation, args, isJson }) => {
		const answer = await info(invocation, args.positionals);
		const paint = (0,terminal .C2)("stdout", process.env);
		const lines = isJson ? [(0,log_line .EL)(answer)] : infoLines(answer, paint).map(log_line .Kw);
		await (0,call .y)(`${lines.join("\n")}\n`);
		return problem .dc.done;
	},
};


 }),

"src/commands/init.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var endingOf = (function endingOf(text) {
	return ENDINGS.find((([written]) => written.test(text)))?.[1] ?? ".out";
});
var plain = (function plain(name, value) {
	if (!(0,fields .ac)(name) || fields .cJ[name].isText === true)
		return value;
	if (/^(0|[1-9]\d{0,8})$/.test(value))
		return Number(value);
	return value === "true" || value === "false" ? value === "true" : value;
});
var settle = (async function settle(given, guessed, asker) {
	const known = {
		shards: given["shards"] ?? guessed.shards,
		checkpoint: given["checkpoint"] ?? guessed.checkpoint,
		command: given["command"] ?? guessed.command,
		"fingerprint-files": given["fingerprint-files"] ?? guessed.fingerprintFiles.join("\n"),
	};
	if (asker !== undefined) {
		for (const [name, question] of QUESTIONS)
			if (given[name] === undefined)
				known[name] = await askFor(asker, { name, question, proposal: known[name] ?? "" });
	}
	const unknown = ["shards", "command"].filter(((name) => (0,text_text .z3)(known[name])));
	if (unknown.length > 0)
		throw new problem .yo([unguessed(unknown)]);
	const runPer = given["run-per"] ?? (guessed.runPer === "slot" ? "slot" : undefined);
	const all = { ...known, "run-per": runPer, ...given };
	return Object.fromEntries(Object.entries(all).flatMap((([name, value]) => value === undefined || value.trim() === "" ? [] : [[name, value]])));
});
var write = (function write({ workspace, reporter }, name, text) {
	const path = (0,external_node_path_.join)(workspace, name);
	try {
		(0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
		(0,external_node_fs_.writeFileSync)(path, text, { flag: "wx" });
	}
	catch (error) {
		const why = (0,problem .up)(error, "EEXIST") ? "it is there already" : (0,problem .bD)(error);
		throw new problem .yo([`${name} was not written: ${why}.`]);
	}
	reporter.info(`wrote ${name}`);
});

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  initCommand: () => ( initCommand)
});

var external_node_fs_ = __webpack_require__("node:fs");
var external_node_path_ = __webpack_require__("node:path");
var fields = __webpack_require__("src/core/definition/fields.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var job_define = __webpack_require__("src/job/define.js");
var expand = __webpack_require__("src/shards/expand.js");
var ask = __webpack_require__("src/ui/terminal/ask.js");
var shell_quote = __webpack_require__("src/core/text/shell-quote.js");
;// CONCATENATED MODULE: src/commands/init/guess.js



const DATA = /\.(fa|fna|faa|fasta|fastq|fq|gb|gbk|pdb|cif|mol2?|sdf|vcf|bam|cram|bed|wav|flac|mp3|ogg|m4a|png|jpe?g|tiff?|webp|dcm|nii|nrrd|svs|pdf|mp4|mkv|mov|avi|txt|csv|tsv|json|jsonl|parquet|npy|npz|h5|hdf5|las|laz|mat)(\.(gz|bz2|xz|zst))?$/i;
const WEIGHTS = /\.(pt|pth|ckpt|safetensors|onnx|gguf|tflite|pb|engine)$/i;
const LOCKS = /^(requirements[^/]*\.txt|environment\.ya?ml|pyproject\.toml|uv\.lock|poetry\.lock|Pipfile\.lock|pixi\.lock|conda-lock\.yml)$/;
const INPUT_FOLDERS = /^(inputs?|in|data|samples|shards|queries|images|audio|recordings|videos)$/i;
const PROGRAMS = [
	/^(predict|infer|inference|embed|classify|transcribe|segment|fold|worker|run|main)[\w-]*\.py$/i,
	/\.py$/,
	/\.sh$/,
];
const MOST_NAMED = 3;
function guess(files, textOf) {
	const program = programAmong(files);
	const text = program === undefined ? "" : textOf(program);
	const takesLines = /\bdonemark\.shards\(/.test(text);
	const { shards, besides } = inputsAmong(files);
	const command = program === undefined ? undefined : commandOf(program, text);
	return {
		...(shards !== undefined && { shards }),
		besides,
		...(command !== undefined && { command }),
		checkpoint: `out/{id}${endingOf(text)}`,
		runPer: takesLines ? "slot" : "shard",
		fingerprintFiles: [
			...(program === undefined ? [] : [program]),
			...files.filter((path) => LOCKS.test(path)),
			...weightsAmong(files),
		],
	};
}
function inputsAmong(files) {
	const groups = new Map();
	for (const path of files) {
		const ending = DATA.exec(path)?.[0];
		const folder = external_node_path_.posix.dirname(path);
		if (ending === undefined || LOCKS.test(path) || isOwn(path))
			continue;
		const pattern = external_node_path_.posix.join(folder, `*${ending}`);
		groups.set(pattern, (groups.get(pattern) ?? 0) + 1);
	}
	const list = files.find((path) => /^shards\.jsonl?$/.test(path));
	if (list !== undefined)
		return { shards: `@${list}`, besides: [] };
	const weighed = [...groups].map(([pattern, amount]) => ({
		pattern,
		weight: weightOf(pattern, amount),
	}));
	const [best] = weighed.toSorted((a, b) => b.weight - a.weight || (0,text_text .n6)(a.pattern, b.pattern));
	if (best === undefined || best.weight < 2)
		return { besides: [] };
	const { pattern } = best;
	const besides = [...groups.keys()].filter((one) => one !== pattern && isBeside(one, pattern));
	return { shards: pattern, besides: besides.toSorted(text_text .n6) };
}
function isBeside(one, other) {
	const [top, ...rest] = one.split("/");
	return rest.length > 0 && other.startsWith(`${top}/`);
}
function weightOf(pattern, amount) {
	const folder = external_node_path_.posix.dirname(pattern);
	const isNamed = folder.split("/").some((name) => INPUT_FOLDERS.test(name));
	return folder === "." && /\.(txt|json|csv|tsv)$/i.test(pattern)
		? 0
		: amount + (isNamed ? 1000 : 0);
}
function isOwn(path) {
	return /(^|\/)(package(-lock)?|tsconfig|donemark\.schema)\.json$|(^|\/)(README|LICENSE|CHANGELOG)[^/]*$/i.test(path);
}
function programAmong(files) {
	const near = files.filter((path) => /^((src|scripts|bin)\/)?[^/]+$/.test(path) &&
		!/(^|\/)(test_|setup\.py|conftest|donemark\.py)/.test(path));
	for (const pattern of PROGRAMS) {
		const found = near.find((path) => pattern.test(external_node_path_.posix.basename(path)));
		if (found !== undefined)
			return found;
	}
	return undefined;
}
const INPUT_FLAGS = [
	"--input",
	"--in",
	"-i",
	"--input-file",
	"--input_file",
	"--inputs",
	"--fasta",
	"--image",
	"--audio",
	"--path",
	"--query",
];
const OUTPUT_FLAGS = [
	"--output",
	"--out",
	"-o",
	"--output-file",
	"--output_file",
	"--save",
	"--save-path",
	"--dest",
];
function commandOf(program, text) {
	const word = (0,shell_quote .e)(program.startsWith("-") ? `./${program}` : program);
	const start = program.endsWith(".sh") ? `bash ${word}` : `python3 ${word}`;
	if (/SHARD_(INPUT|CHECKPOINT|ID)|\bdonemark\b/.test(text))
		return start;
	const flag = (names) => {
		const found = names.find((name) => text.includes(`"${name}"`) || text.includes(`'${name}'`));
		return found === undefined ? "" : `${found} `;
	};
	return `${start} ${flag(INPUT_FLAGS)}"$SHARD_INPUT" ${flag(OUTPUT_FLAGS)}"$SHARD_CHECKPOINT"`;
}
const ENDINGS = [
	[/\btorch\.save\(/, ".pt"],
	[/\bsave_file\(|safetensors/, ".safetensors"],
	[/\bsavez(_compressed)?\(/, ".npz"],
	[/\bnp\.save\(|\bnumpy\.save\(/, ".npy"],
	[/\bto_parquet\(|\bwrite_table\(/, ".parquet"],
	[/\bh5py\b/, ".h5"],
	[/\bpickle\.dump\(/, ".pkl"],
	[/\bto_csv\(|\bcsv\.writer\(/, ".csv"],
	[/\bjson\.dumps?\(/, ".json"],
];

function weightsAmong(files) {
	const folders = new Map();
	for (const path of files.filter((one) => WEIGHTS.test(one))) {
		const folder = external_node_path_.posix.dirname(path);
		folders.set(folder, [...(folders.get(folder) ?? []), path]);
	}
	return [...folders].flatMap(([folder, paths]) => paths.length > MOST_NAMED ? [external_node_path_.posix.join(folder, "*")] : paths);
}

;// CONCATENATED MODULE: src/commands/init/look-around.js

const DEEPEST = 3;
const MOST_FILES = 20_000;
const PASSED = /^(\..*|node_modules|__pycache__|venv|env|site-packages|out|outputs?|results?)$/i;
function lookAround(disk, root) {
	const files = [];
	const folders = [{ below: "", depth: 0 }];
	for (const { below, depth } of folders) {
		for (const { name, kind } of listed(disk, (0,external_node_path_.join)(root, below))) {
			if (files.length >= MOST_FILES)
				return files;
			const path = below === "" ? name : `${below}/${name}`;
			const isFolder = kind === "directory" || (kind === "link" && isDirectory(disk, (0,external_node_path_.join)(root, path)));
			if (!isFolder)
				files.push(path);
			else if (depth < DEEPEST && !PASSED.test(name))
				folders.push({ below: path, depth: depth + 1 });
		}
	}
	return files;
}
function listed(disk, folder) {
	try {
		return disk.list(folder) ?? [];
	}
	catch {
		return [];
	}
}
function isDirectory(disk, path) {
	try {
		return disk.stat(path)?.kind === "directory";
	}
	catch {
		return false;
	}
}

;// CONCATENATED MODULE: src/commands/init/written.js


const PAGES = "https://github.com/donemark/donemark/blob/v0";
const ABOUT = {
	shards: "Each file is a shard.",
	checkpoint: "What the command leaves for a shard; {id} is the name of its file without the ending.",
	command: "Makes the checkpoint of one shard. It finds its paths in SHARD_INPUT and SHARD_CHECKPOINT.",
	"run-per": "One worker for each GPU, which loads its model once.",
	"fingerprint-files": "Code, weights and versions: a change of one of these files runs the shards again.",
};
const LIST = "A list of shards: a line for each, with its id, inputs and digests.";
function configText(values, stringify) {
	const blocks = Object.entries(values).map(([name, value]) => {
		const about = name === "shards" && value.startsWith("@") ? LIST : ABOUT[name];
		const comment = about === undefined ? "" : `# ${about}\n`;
		return `${comment}${name}: ${valueText(name, value, stringify)}\n`;
	});
	return [`# What donemark run does. All keys: ${PAGES}/docs/reference.md\n`, ...blocks].join("\n");
}
function valueText(name, value, stringify) {
	const lines = (0,text_text .n5)(value);
	if (lines.length < 2)
		return stringify(plain(name, value)).trimEnd();
	return `|\n${lines.map((line) => `  ${line}`).join("\n")}`;
}

function workflowText() {
	return `# Runs donemark.yml on the GPU runners: ${PAGES}/docs/workflows.md
name: donemark
on: workflow_dispatch
jobs:
  predict:
    permissions:
      contents: read
      actions: write
    uses: donemark/donemark/.github/workflows/predict.yml@v0
    with:
      # The labels of your runners.
      runs-on: '["self-hosted", "gpu"]'
      # Inputs or weights that are on the GPU machine alone: let it plan.
      # plan-runs-on: '["self-hosted", "gpu"]'
      artifact: results
`;
}

;// CONCATENATED MODULE: src/commands/init.js











const CONFIG = "donemark.yml";
const WORKFLOW = ".github/workflows/donemark.yml";
const PROGRAM_BYTES = 64 * 1024;
const init_MOST_NAMED = 5;
async function init({ invocation, args }) {
	const { env, reporter } = invocation;
	checkAbsent(invocation, args.switches.has("workflow"));
	const asker = (0,ask .Gj)(env) && !args.switches.has("yes") ? (0,ask .JC)() : undefined;
	const guessed = guessHere(invocation);
	const wanted = await settleAll(invocation, guessed, asker).finally(() => asker?.close());
	const withWorkflow = wanted.withWorkflow || args.switches.has("workflow");
	const { stringify } = await __webpack_require__.e("yaml").then(__webpack_require__.t.bind(__webpack_require__, "yaml/dist/index.js", 19));
	write(invocation, CONFIG, configText(wanted.values, (value) => stringify(value, { lineWidth: 0 })));
	if (withWorkflow)
		write(invocation, WORKFLOW, workflowText());
	if (wanted.values["shards"] === guessed.shards)
		warnOf(guessed.besides, reporter);
	for (const line of await nextLines(invocation))
		reporter.info(line);
}
function checkAbsent({ disk, workspace }, withWorkflow) {
	if (disk.exists((0,external_node_path_.join)(workspace, CONFIG)))
		throw new problem .yo([
			`${CONFIG} is there already. \`donemark plan\` says what it does; edit it, or move it away.`,
		]);
	if (withWorkflow && disk.exists((0,external_node_path_.join)(workspace, WORKFLOW)))
		throw new problem .yo([
			`${WORKFLOW} is there already. Edit it, or move it away; without --workflow only ${CONFIG} is written.`,
		]);
}
function warnOf(besides, reporter) {
	if (besides.length === 0)
		return;
	const names = (0,text_text .Kf)(besides.map(text_text .hD), init_MOST_NAMED);
	reporter.warn(`${names} are there too, and are no shards. Add each as a line of shards if they should be.`);
}
async function settleAll(invocation, guessed, asker) {
	const values = await settle(givenTo(invocation), guessed, asker);
	const withWorkflow = asker !== undefined && (await wantsWorkflow(invocation, asker));
	return { values, withWorkflow };
}
function guessHere({ disk, workspace }) {
	const textOf = (path) => {
		try {
			return disk.readText((0,external_node_path_.join)(workspace, path), PROGRAM_BYTES) ?? "";
		}
		catch {
			return "";
		}
	};
	return guess(lookAround(disk, workspace), textOf);
}
function givenTo({ inputs }) {
	return Object.fromEntries(fields .Yr.filter((name) => !(0,text_text .z3)(inputs.values[name])).map((name) => [
		name,
		String(inputs.values[name]),
	]));
}

async function askFor({ ask }, { name, question, proposal, }) {
	const isList = name === "fingerprint-files";
	const shown = isList ? proposal.split("\n").join(" ") : proposal;
	for (;;) {
		const answer = await ask(question, shown);
		if (isList)
			return answer.split(/\s+/).join("\n");
		if (answer !== "")
			return answer;
	}
}
const QUESTIONS = [
	["shards", "Inputs, one file for each shard"],
	["checkpoint", "Result of a shard"],
	["command", "Command that makes it"],
	["fingerprint-files", "Code and weights that a result depends on"],
];
function unguessed(unknown) {
	const flags = { shards: "--shards='inputs/*.fa'", command: "--command='python3 predict.py'" };
	const missing = unknown
		.map((name) => (name === "shards" ? "the inputs" : "the program"))
		.join(" and ");
	const more = unknown.map((name) => (name === "shards" ? flags.shards : flags.command)).join(" ");
	return `Nothing here tells which files are ${missing}. Say so: donemark init ${more}`;
}
async function wantsWorkflow({ disk, workspace }, { ask }) {
	if (!disk.exists((0,external_node_path_.join)(workspace, ".git")) || disk.exists((0,external_node_path_.join)(workspace, WORKFLOW)))
		return false;
	const answer = await ask(`Write ${WORKFLOW} for GPU runners too, y or n`, "n");
	return /^y(es)?$/i.test(answer.trim());
}

async function nextLines(invocation) {
	const { disk, workspace } = invocation;
	const { definition } = await (0,job_define .E)({
		...invocation,
		inputs: { ...invocation.inputs, values: {} },
	});
	const { shards } = await (0,expand .a)(disk, workspace, definition);
	const [first] = shards;
	const such = first === undefined ? "" : `, such as ${(0,text_text .hD)(first.id)}`;
	return [
		`${(0,text_text .LS)(shards.length, "shard")}${such}`,
		`Read ${CONFIG}, then:`,
		"  donemark plan   what would run",
		"  donemark run    runs it",
	];
}
const initCommand = {
	name: "init",
	about: "write a donemark.yml for this folder: asks, or guesses from what is there",
	positionals: { kind: "none" },
	switches: ["yes", "workflow"],
	takesInputs: true,
	example: [
		"donemark init --yes --workflow",
		"asks nothing, and writes the workflow for GPU runners too",
	],
	run: async (call) => {
		await init(call);
		return problem .dc.done;
	},
};


 }),

"src/commands/logs.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  logsCommand: () => ( logsCommand)
});

var external_node_path_ = __webpack_require__("node:path");
var external_node_string_decoder_ = __webpack_require__("node:string_decoder");
var promises_ = __webpack_require__("node:timers/promises");
var records = __webpack_require__("src/checkpoint/records.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var problem = __webpack_require__("src/core/text/problem.js");
var shell_quote = __webpack_require__("src/core/text/shell-quote.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/files/growing.js
const BEGINNING = { inode: -1, offset: 0 };
const PIECE_BYTES = 64 * 1024;
async function readOn(disk, { path, from }, give) {
	const stamp = disk.stamp(path);
	if (stamp === undefined)
		return { place: from, isWanted: true };
	const [size, , , inode] = stamp;
	let offset = inode === from.inode && size >= from.offset ? from.offset : 0;
	if (offset === size)
		return { place: { inode, offset }, isWanted: true };
	const reader = disk.open(path);
	try {
		for (;;) {
			const piece = reader.read(offset, Math.min(PIECE_BYTES, size - offset));
			if (piece.length === 0)
				return { place: { inode, offset }, isWanted: true };
			offset += piece.length;
			if (!(await give(piece)))
				return { place: { inode, offset }, isWanted: false };
		}
	}
	finally {
		reader.close();
	}
}

var owners = __webpack_require__("src/job/owners.js");
var targets = __webpack_require__("src/job/targets.js");
var streams = __webpack_require__("src/ui/terminal/streams.js");
var terminal = __webpack_require__("src/ui/terminal/terminal.js");
var call = __webpack_require__("src/commands/cli/call.js");
;// CONCATENATED MODULE: src/commands/logs.js
















const LOOK_EVERY_MS = 250;
const LONGEST_LINE = 64 * 1024;
async function logs(invocation, name, follows) {
	const { workspace } = invocation;
	const { definition, shard } = await (0,targets .W_)(invocation, name);
	const folder = (0,external_node_path_.join)((0,shard_paths .hI)(workspace), (0,log_line .eV)(definition));
	const logged = { shard, definition, paths: (0,shard_paths .$J)(workspace, shard), folder };
	const output = openOutput();
	let shown;
	for (;;) {
		const isOpen = follows && (await isAtWork(invocation, logged));
		const paths = logsFrom(logsOf(invocation, logged), shown?.path);
		if (paths.length === 0 && !isOpen)
			throw new problem .yo([noLog(invocation, logged)], problem .dc.checkpoint);
		for (const path of paths) {
			if (path !== shown?.path)
				sayPath((0,shard_paths .pS)(workspace, path));
			const from = path === shown?.path ? shown.place : BEGINNING;
			const { place, isWanted } = await readOn(invocation.disk, { path, from }, output.take);
			if (!isWanted)
				return;
			shown = { path, place };
		}
		if (!isOpen)
			break;
		await (0,promises_.setTimeout)(LOOK_EVERY_MS);
	}
	await output.end();
}
function sayPath(path) {
	if ((0,terminal .Hd)("stderr"))
		(0,streams .tl)("stderr").write(`${(0,log_line .Kw)(path)}\n`);
}
async function isAtWork(invocation, { paths }) {
	const { disk } = invocation;
	const { started, startRecord } = (0,records .H)(disk, paths.checkpoint);
	if (!started)
		return !disk.exists(paths.marker);
	if (startRecord === undefined || (0,start_record .PU)(startRecord))
		return false;
	const { liveness } = await (0,owners .E)(invocation)(startRecord, paths.started);
	return liveness !== "gone";
}
function logsOf({ disk }, logged) {
	const { folder, shard, definition } = logged;
	const pattern = definition.runPer === "job" ? (0,log_line .qM)() : (0,log_line .tM)(shard.id);
	return disk
		.names(folder)
		.filter((name) => pattern.test(name))
		.map((name) => (0,external_node_path_.join)(folder, name))
		.map((path) => ({ path, atMs: disk.stamp(path)?.[1] ?? 0 }))
		.toSorted((a, b) => a.atMs - b.atMs || compareNumbered(a.path, b.path))
		.map(({ path }) => path);
}
function compareNumbered(one, other) {
	const [a = 0, b = 0] = [one, other].map((path) => Number(/\.(\d+)\.log$/.exec(path)?.[1]));
	return a - b;
}
function logsFrom(paths, shown) {
	const place = shown === undefined ? -1 : paths.indexOf(shown);
	return paths.slice(place);
}
function noLog({ disk, workspace }, { shard, paths, folder }) {
	const where = (0,text_text .hD)((0,shard_paths .pS)(workspace, folder));
	const why = disk.exists(paths.marker)
		? "it is done, and was made on another machine or its log was removed"
		: (0,records .H)(disk, paths.checkpoint).started
			? "it was started, on another machine or its log was removed"
			: "it has not run on this machine";
	return `There is no log of shard ${(0,text_text .hD)(shard.id)} in ${where}: ${why}. \`donemark status --only=${(0,shell_quote .e)(shard.id)}\` says what is known of it.`;
}
function openOutput() {
	if (!(0,terminal .Hd)("stdout"))
		return { take: call .p, end: () => Promise.resolve() };
	const decoder = new external_node_string_decoder_.StringDecoder("utf8");
	let rest = "";
	const show = (line) => (0,log_line .Kw)(lastShown(line.trimEnd()));
	return {
		take: (piece) => {
			const lines = (rest + decoder.write(Buffer.from(piece))).split("\n");
			rest = shortened(lines.pop() ?? "");
			return (0,call .p)(Buffer.from(lines.map((line) => `${show(line)}\n`).join("")));
		},
		end: async () => {
			if (rest !== "")
				await (0,call .p)(Buffer.from(`${show(rest)}\n`));
		},
	};
}
function lastShown(line) {
	return line.slice(line.lastIndexOf("\r") + 1);
}
function shortened(line) {
	const isDrawnAnew = line.endsWith("\r");
	const last = lastShown(isDrawnAnew ? line.slice(0, -1) : line).slice(-LONGEST_LINE);
	return isDrawnAnew ? `${last}\r` : last;
}
const logsCommand = {
	name: "logs",
	about: "what the command of a shard printed, the latest attempt on this machine",
	positionals: { kind: "one", word: "ID" },
	switches: ["follow"],
	takesInputs: true,
	example: [
		"donemark logs genome-3 --follow",
		"prints its log, and goes on while its command runs",
	],
	run: async ({ invocation, args }) => {
		const [name, ...more] = args.positionals;
		if (name === undefined || more.length > 0)
			throw new problem .yo(["Name one shard by its id: donemark logs genome-3."]);
		await logs(invocation, name, args.switches.has("follow"));
		return problem .dc.done;
	},
};


 }),

"src/commands/mark.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   mark: () => ( mark),
   markCommand: () => ( markCommand)
 });
 var _print_marks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/commands/print-marks.js");
 var _core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/decide/decide.js");
 var _core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/decide/evidence.js");
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/decide/facts.js");
 var _core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/model/fingerprint.js");
 var _protocol_renew_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/renew.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/machine/processes.js");
 var _run_fence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/run/fence.js");
 var _checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/checkpoint/verify-output.js");
 var _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/job/act-on-shards.js");
 var _job_writer_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/job/writer.js");
 var _job_open_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/job/open.js");
 var _job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__("src/job/reconcile/folders.js");
 var _job_reconcile_skipped_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__("src/job/reconcile/skipped.js");














async function mark(invocation, options) {
	const job = await (0,_job_open_js__WEBPACK_IMPORTED_MODULE_11__ .Iv)(invocation, { runs: false });
	const writer = (0,_job_writer_js__WEBPACK_IMPORTED_MODULE_10__ .b)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_6__ .WF)(), job.definition);
	await (0,_job_reconcile_folders_js__WEBPACK_IMPORTED_MODULE_12__ .G)(writer, job.verdicts);
	const wanted = options.accept ? isMarked : hasCheckpoint;
	return (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .$c)(invocation, await (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .Sw)(invocation, job, { options, wanted }), (verdict, atWork) => options.accept
		? acceptOne(invocation, writer, { job, verdict, atWork })
		: markOne(invocation, writer, { job, verdict, atWork }));
}
async function markOne(invocation, writer, { job, verdict, atWork }) {
	const { task, reason } = verdict;
	if (reason === "done")
		return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .ST;
	const busy = await atWork();
	if (busy !== undefined)
		return busy;
	const stale = whyStale(verdict, job.definition);
	if (stale !== undefined)
		return { kind: "refused", why: `${stale}; \`${task.markLine("accept")}\` keeps this result` };
	const witness = await (0,_checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_8__ .L)(writer.disk, task.paths.checkpoint, job.context);
	if (witness.kind === "bad")
		return { kind: "refused", why: witness.why };
	const looked = witness.measure;
	const rules = job.definition.status;
	const fence = await (0,_run_fence_js__WEBPACK_IMPORTED_MODULE_7__ .g)((0,_run_fence_js__WEBPACK_IMPORTED_MODULE_7__ .W)(job.store, invocation.now), verdict, verdict.facts.startRecord);
	await (0,_job_reconcile_skipped_js__WEBPACK_IMPORTED_MODULE_13__ .di)(invocation, writer, { task, by: job.by, rules, looked, fence });
	return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .Rj;
}
function whyStale({ task, facts }, { rerunOn }) {
	if ((0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .uL)(facts) === undefined || !(0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .$X)(facts))
		return undefined;
	const changes = (0,_core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ ._)(facts, task.fingerprint, rerunOn);
	if (changes.changedParts.length === 0 && changes.unknownParts.length === 0)
		return undefined;
	const evidence = { ...facts, ..._core_decide_evidence_js__WEBPACK_IMPORTED_MODULE_2__ .L, ...changes };
	return (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .CE)((0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .LD)(evidence), evidence);
}
async function acceptOne(invocation, writer, { job, verdict, atWork }) {
	const { task, facts, reason } = verdict;
	if (reason === "done")
		return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .ST;
	const busy = await atWork();
	if (busy !== undefined)
		return busy;
	if (facts.marker.kind === "empty")
		return markOne(invocation, writer, { job, verdict, atWork });
	const marker = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .uL)(facts);
	if (marker === undefined)
		return { kind: "refused", why: "it has no marker that can be read" };
	const objection = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .$X)(facts) ? undefined : (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .Dx)(facts);
	if (objection !== undefined)
		return { kind: "refused", why: (0,_core_decide_decide_js__WEBPACK_IMPORTED_MODULE_1__ .cA)(objection) };
	const accepted = { ...marker, fingerprint: (0,_core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ .PG)(task.fingerprint) };
	await (0,_protocol_renew_js__WEBPACK_IMPORTED_MODULE_5__ .o)(writer, task.paths, accepted, (0,_protocol_renew_js__WEBPACK_IMPORTED_MODULE_5__ .G)(writer, task.paths, marker));
	return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_9__ .Rj;
}
function isMarked({ facts, reason }) {
	const { kind } = facts.marker;
	return kind === "full" || kind === "empty" || reason === "done";
}
function hasCheckpoint({ facts }) {
	return facts.checkpoint !== "absent";
}
const markCommand = {
	name: "mark",
	about: "mark checkpoints as complete, on your word",
	positionals: { kind: "many", word: "ID|PATH" },
	switches: ["json", "all", "accept"],
	takesInputs: true,
	example: ["donemark mark out/a.pt", "marks this checkpoint, after a look at it"],
	run: async (call) => {
		const accept = call.args.switches.has("accept");
		const marked = await mark(call.invocation, { ...(0,_print_marks_js__WEBPACK_IMPORTED_MODULE_0__ .m)(call), accept });
		return (0,_print_marks_js__WEBPACK_IMPORTED_MODULE_0__ .g)(call, marked, accept ? "accepted" : "marked");
	},
};


 }),

"src/commands/print-marks.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   g: () => ( printMarks),
   m: () => ( chosenBy)
 });
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/log-line.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/ui/render/lines.js");
 var _cli_call_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/commands/cli/call.js");



function chosenBy({ args }) {
	return { targets: args.positionals, all: args.switches.has("all") };
}
async function printMarks({ isJson }, { answer, exitCode }, word) {
	const lines = isJson ? [(0,_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_2__ .EL)(answer)] : (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ .T_)(answer, word).map(_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_2__ .Kw);
	await (0,_cli_call_js__WEBPACK_IMPORTED_MODULE_1__ .y)(`${lines.join("\n")}\n`);
	return exitCode;
}


 }),

"src/commands/run.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var outliveTerminal = (function outliveTerminal() {
	const terminals = [0, 1, 2].filter(external_node_tty_.isatty);
	process.on("exit", (() => {
		for (const fd of terminals)
			closeLost(fd);
	}));
});
var runOnTerminal = (async function runOnTerminal(call) {
	(0,streams .Bd)();
	outliveTerminal();
	try {
		return await runAndSay(call);
	}
	finally {
		await (0,streams .t1)();
	}
});
var runAndSay = (async function runAndSay(call) {
	const { invocation, isJson, args, uncaught } = call;
	const startedTick = performance.now();
	const stop = (0,schedule_stop .n)();
	const stopOnSignals = (0,signals .o)();
	const surface = openSurface(call);
	const reports = (0,report .y)(invocation);
	const { paint } = surface;
	const ran = await (0,run_job .e)(invocation, {
		stop,
		outputReady: streams .BD,
		...asking(call, stop),
		listeners: [
			(0,signals .$)(stop, stopOnSignals),
			(0,crash .V)(stop, { uncaught, say: invocation.reporter.error }),
			...(args.switches.has("json-lines") ? [jsonLines()] : []),
			reports.listener,
			...surface.listeners,
		],
	})
		.finally(surface.end)
		.catch(((error) => reports.write().then((() => Promise.reject(error)))));
	sayWhyStopped(invocation.reporter, stop.cause(), ran.job.definition);
	await reports.write((0,report .p)(ran, startedTick));
	const ending = { retired: ran.results.retired(), paint, again: ran.retry };
	for (const line of (0,lines .QY)(ran.answer, ending))
		invocation.reporter.info(line);
	if (isJson)
		await printAnswer(invocation.reporter, `${(0,log_line .EL)(ran.answer)}\n`);
	return ran.exitCode;
});
var openSurface = (function openSurface({ invocation, isJson, args }) {
	const { reporter, now, env } = invocation;
	const stream = isJson || args.switches.has("json-lines") ? "stderr" : "stdout";
	const paint = (0,terminal .C2)(stream, process.env);
	const view = (0,run_view .D)(now);
	const hasBlock = isLive(env, stream) && !args.switches.has("quiet");
	const isTold = args.switches.has("verbose") || !hasBlock;
	const amount = args.switches.has("quiet") ? "quiet" : isTold ? "all" : "results";
	const rules = { paint, view, amount, hasBlock, now };
	if (!hasBlock)
		return { paint, listeners: [view.take, (0,run_lines .r)(reporter, rules)], end: (() => undefined) };
	const live = (0,terminal_live .n)(stream, reporter, ((room) => (0,live_block .Om)(view, { room, paint, nowMs: now() })));
	const begin = (({ kind }) => {
		if (kind === "starting" || kind === "saving")
			live.begin();
	});
	return { paint, listeners: [view.take, begin, (0,run_lines .r)(live.reporter, rules)], end: live.end };
});
var isLive = (function isLive(env, stream) {
	const isDebugging = env["DONEMARK_DEBUG"] === "1";
	return !(0,ask .o5)(env) && !isDebugging && env["TERM"] !== "dumb" && (0,terminal .Hd)(stream);
});
var asking = (function asking({ invocation, isJson, args }, stop) {
	const isAnswered = args.switches.has("yes") || isJson || args.switches.has("json-lines");
	if (isAnswered || !(0,ask .Gj)(invocation.env))
		return {};
	const mayGoOn = (async ({ results, seconds }) => {
		if (results < MANY_RESULTS && seconds < MANY_SECONDS)
			return true;
		const stopped = new AbortController();
		const forget = stop.onRequest((() => stopped.abort()));
		const isYes = await (0,ask .PL)("Make them again?", stopped.signal);
		forget();
		return isYes;
	});
	return { mayGoOn };
});
var sayWhyStopped = (function sayWhyStopped({ error, warn }, cause, definition) {
	const line = (0,stop_line .R)(cause, definition);
	if (line !== undefined)
		(cause?.kind === "max-runtime" ? warn : error)(line);
});

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  runCommand: () => ( runCommand)
});

var log_line = __webpack_require__("src/core/text/log-line.js");
var problem = __webpack_require__("src/core/text/problem.js");
var run_job = __webpack_require__("src/commands/run/run-job.js");
var schedule_stop = __webpack_require__("src/run/schedule/stop.js");
var event_json = __webpack_require__("src/ui/render/event-json.js");
var lines = __webpack_require__("src/ui/render/lines.js");
var ask = __webpack_require__("src/ui/terminal/ask.js");
var terminal_live = __webpack_require__("src/ui/terminal/live.js");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_tty_ = __webpack_require__("node:tty");
;// CONCATENATED MODULE: src/ui/terminal/lost-terminal.js



function closeLost(fd) {
	if ((0,external_node_tty_.isatty)(fd))
		return;
	try {
		(0,external_node_fs_.closeSync)(fd);
	}
	catch {
	}
}

var streams = __webpack_require__("src/ui/terminal/streams.js");
var terminal = __webpack_require__("src/ui/terminal/terminal.js");
var stop_line = __webpack_require__("src/ui/render/stop-line.js");
var live_block = __webpack_require__("src/ui/render/live-block.js");
var run_lines = __webpack_require__("src/ui/render/run-lines.js");
var run_view = __webpack_require__("src/ui/render/run-view.js");
var report = __webpack_require__("src/commands/run/report.js");
var crash = __webpack_require__("src/run/schedule/crash.js");
var signals = __webpack_require__("src/run/schedule/signals.js");
var call = __webpack_require__("src/commands/cli/call.js");
var command = __webpack_require__("src/commands/cli/command.js");
;// CONCATENATED MODULE: src/commands/run.js
























const MANY_RESULTS = 20;
const MANY_SECONDS = 3600;

async function printAnswer(reporter, text) {
	try {
		await (0,call .y)(text);
	}
	catch (error) {
		reporter.warn((0,problem .bD)(error));
	}
}
function jsonLines() {
	return (event) => {
		(0,streams .tl)("stdout").write(`${(0,log_line .EL)((0,event_json .T)(event))}\n`);
	};
}

const runCommand = {
	name: "run",
	about: "decide, run what remains, mark and save each finished shard",
	positionals: command .I,
	switches: ["json", "json-lines", "quiet", "verbose", "yes"],
	takesInputs: true,
	example: ["donemark run --only='a*' --force='a*'", "runs the shards that begin with a again"],
	run: runOnTerminal,
};


 }),

"src/commands/run/read-events.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var nameOf = (function nameOf(path) {
	const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path).replace(/\.jsonl$/, "");
	return /^donemark-events-(.+)-\d+$/.exec(name)?.[1] ?? name;
});

 __webpack_require__.d(__webpack_exports__, {
   readEvents: () => ( readEvents)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:string_decoder");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _shards_globs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/shards/globs.js");
 var _ui_report_logged_event_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/ui/report/logged-event.js");
 var _ui_report_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/report/report.js");







const MOST_BYTES = 1_000_000_000;
const PIECE_BYTES = 1024 * 1024;
const LONGEST_LINE = 1024 * 1024;
async function readEvents({ disk, workspace, reporter }, patterns) {
	const paths = new Set();
	for (const pattern of patterns)
		for (const path of (await (0,_shards_globs_js__WEBPACK_IMPORTED_MODULE_3__ .oq)(workspace, pattern)) ?? [pattern])
			paths.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path));
	const builder = (0,_ui_report_report_js__WEBPACK_IMPORTED_MODULE_4__ .L)();
	let jobs = 0;
	for (const path of [...paths].sort()) {
		if (disk.stamp(path) === undefined)
			continue;
		const take = builder.addJob(nameOf(path));
		jobs += 1;
		try {
			const passed = readLog(disk, path, take);
			if (passed > 0)
				reporter.warn(`The event log ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)} has ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .LS)(passed, "line")} without an event.`);
		}
		catch (error) {
			reporter.warn(`The event log ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)} was not read to its end: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(error)}`);
		}
	}
	return jobs === 0 ? undefined : builder.report();
}

function readLog(disk, path, take) {
	const reader = disk.open(path);
	const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder("utf8");
	let passed = 0;
	let rest = "";
	const line = (text) => {
		if (text.trim() === "")
			return;
		const event = text.length > LONGEST_LINE ? undefined : (0,_ui_report_logged_event_js__WEBPACK_IMPORTED_MODULE_6__ ._T)(text);
		if (event === undefined)
			passed += 1;
		else
			take(event);
	};
	try {
		for (let offset = 0; offset < Math.min(reader.sizeBytes, MOST_BYTES);) {
			const piece = reader.read(offset, PIECE_BYTES);
			if (piece.length === 0)
				break;
			offset += piece.length;
			const lines = (rest + decoder.write(Buffer.from(piece))).split("\n");
			rest = lines.pop() ?? "";
			if (rest.length > LONGEST_LINE * 2)
				rest = rest.slice(0, LONGEST_LINE + 1);
			for (const one of lines)
				line(one);
		}
		if (reader.sizeBytes > MOST_BYTES)
			throw new Error("it has more than a gigabyte");
		const last = (0,_ui_report_logged_event_js__WEBPACK_IMPORTED_MODULE_6__ ._T)(rest);
		if (last !== undefined)
			take(last);
		return passed;
	}
	finally {
		reader.close();
	}
}


 }),

"src/commands/run/report.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var openReports = (function openReports(invocation) {
	const follower = openFollower(invocation);
	const { home, reporter } = invocation;
	const warn = ((path, error) => reporter.warn(unwritten(path, error)));
	return {
		listener: follower.listener,
		write: (async (end) => {
			for (const { kind, path } of follower.targets()) {
				try {
					const text = await textOf(kind, follower.report, { end, home });
					if (text === undefined)
						continue;
					await place(invocation, path, text);
				}
				catch (error) {
					warn(path, error);
				}
			}
			for (const log of follower.logs()) {
				const failure = log.close();
				if (failure !== undefined)
					warn(log.path, failure);
			}
		}),
	};
});
var openFollower = (function openFollower(invocation) {
	const builder = (0,report .L)();
	const take = builder.addJob("");
	const early = [];
	let targets;
	let logs = [];
	const pass = ((event) => {
		const json = (0,event_json .T)(event);
		const logged = (0,logged_event .Pl)(json);
		if (logged !== undefined)
			take(logged);
		const line = logs.length === 0 ? "" : (0,log_line .EL)(json);
		for (const log of logs)
			log.append(line);
	});
	return {
		listener: ((event) => {
			if (targets === undefined)
				early.push(event);
			else if (targets.length > 0)
				pass(event);
			if (targets !== undefined || event.kind !== "planned")
				return;
			targets = targetsOf(invocation, event.definition.report);
			logs = targets.filter((({ kind }) => kind === "jsonl")).map((({ path }) => openEventLog(path)));
			if (targets.length > 0)
				for (const one of early)
					pass(one);
			early.length = 0;
		}),
		targets: (() => targets ?? []),
		logs: (() => logs),
		report: builder.report,
	};
});
var targetsOf = (function targetsOf({ workspace, env }, paths) {
	return paths.flatMap(((given) => {
		const kind = (0,report_path .V)(given);
		const path = (0,external_node_path_.resolve)(workspace, (0,home_path .u)(given, env) ?? given);
		return kind === undefined ? [] : [{ kind, path }];
	}));
});
var endOf = (function endOf({ answer, job, results, retry: again }, startedTick) {
	const { store, verdicts } = job;
	const elapsedMs = performance.now() - startedTick;
	const options = { store: store.label, elapsedMs, retired: results.retired(), again };
	return { summary: (0,run_summary .B)(answer, verdicts, options), again };
});


__webpack_require__.d(__webpack_exports__, {
  p: () => ( endOf),
  y: () => ( openReports),
  writeReports: () => ( writeReports)
});

var external_node_fs_ = __webpack_require__("node:fs");
var external_node_path_ = __webpack_require__("node:path");
var report_path = __webpack_require__("src/core/definition/report-path.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var durable = __webpack_require__("src/files/durable.js");
var home_path = __webpack_require__("src/job/home-path.js");
var event_json = __webpack_require__("src/ui/render/event-json.js");
var run_summary = __webpack_require__("src/ui/render/run-summary.js");
var logged_event = __webpack_require__("src/ui/report/logged-event.js");
var report = __webpack_require__("src/ui/report/report.js");
;// CONCATENATED MODULE: src/ui/report/trace.js
const COLUMNS = [
	["job", ({ job }) => job],
	["shard", ({ attempt }) => attempt.shard],
	["attempt", ({ attempt }) => attempt.number],
	["slot", ({ attempt }) => attempt.slot],
	["gpu", ({ attempt }) => attempt.gpu],
	["start", ({ attempt }) => isoOf(attempt.startMs)],
	["end", ({ attempt }) => isoOf(attempt.endMs)],
	["seconds", ({ attempt }) => attempt.seconds.toFixed(3)],
	["exit", ({ attempt }) => attempt.exitCode],
	["outcome", ({ attempt }) => attempt.outcome],
	["why", ({ attempt }) => attempt.why],
	["peak_bytes", ({ attempt }) => attempt.peakBytes],
	["log", ({ attempt }) => attempt.logPath],
];
function renderTrace({ attempts, jobs }) {
	const rows = attempts.map((attempt) => ({ attempt, job: jobs[attempt.job]?.name ?? "" }));
	const lines = rows.map((row) => COLUMNS.map(([, cell]) => traceCell(cell(row))).join("\t"));
	return [COLUMNS.map(([name]) => name).join("\t"), ...lines, ""].join("\n");
}
function isoOf(ms) {
	return ms === undefined ? undefined : new Date(ms).toISOString();
}
function traceCell(value) {
	if (typeof value !== "string")
		return value === undefined || value === null ? "" : `${value}`;
	return value.replaceAll("\\", "\\\\").replaceAll(UNSAFE, escaped).replace(FORMULA, escaped);
}
const UNSAFE = 
/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;
const FORMULA = /^[=+\-@]/;
const SHORT = new Map([
	["\t", "\\t"],
	["\n", "\\n"],
	["\r", "\\r"],
]);
function escaped(one) {
	return SHORT.get(one) ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

;// CONCATENATED MODULE: src/commands/run/event-log.js


function openEventLog(path) {
	let failure;
	let file;
	const trying = (act) => {
		if (failure !== undefined)
			return;
		try {
			act();
		}
		catch (error) {
			failure = error;
		}
	};
	trying(() => {
		(0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
		file = (0,external_node_fs_.openSync)(path, "w");
	});
	return {
		path,
		append: (line) => trying(() => file !== undefined && writeAll(file, Buffer.from(`${line}\n`))),
		close: () => {
			trying(() => file !== undefined && (0,external_node_fs_.closeSync)(file));
			return failure;
		},
	};
}
function writeAll(file, bytes) {
	for (let at = 0; at < bytes.length;)
		at += (0,external_node_fs_.writeSync)(file, bytes, at);
}

;// CONCATENATED MODULE: src/commands/run/report.js















async function writeReports(invocation, paths, { report, end }) {
	const { home, reporter } = invocation;
	for (const { kind, path } of targetsOf(invocation, paths)) {
		try {
			const text = await textOf(kind, () => report, { end, home });
			if (text !== undefined)
				await place(invocation, path, text);
		}
		catch (error) {
			reporter.warn(unwritten(path, error));
		}
	}
}
async function place({ disk, randomHex }, path, text) {
	await (0,durable .wZ)(disk, (0,external_node_path_.dirname)(path));
	await (0,durable .v8)(disk, path, text, `report-${randomHex(4)}`);
}
function unwritten(path, error) {
	return `The report ${(0,text_text .hD)(path)} was not written: ${(0,problem .bD)(error)}`;
}

async function textOf(kind, report, { end, home }) {
	switch (kind) {
		case "html": {
			const { renderPage } = await __webpack_require__.e("report-page").then(__webpack_require__.bind(__webpack_require__, "src/ui/report/page/page.js"));
			const script = (0,external_node_fs_.readFileSync)(new URL("page.js", home), "utf8");
			return renderPage(report(), { script, again: end?.again });
		}
		case "tsv":
			return renderTrace(report());
		case "md":
			return end?.summary;
		default:
			return undefined;
	}
}




 }),

"src/commands/run/run-job.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var staleResults = (function staleResults(verdicts) {
	const stale = verdicts.filter(isStale);
	if (stale.length === 0)
		return undefined;
	const changes = new Map();
	for (const verdict of stale) {
		const change = changeOf(verdict);
		changes.set(change, (changes.get(change) ?? 0) + 1);
	}
	return {
		results: stale.length,
		seconds: stale.reduce(((sum, { seconds }) => sum + (seconds ?? 0)), 0),
		changes: [...changes].toSorted(((a, b) => b[1] - a[1])),
	};
});
var isStale = (function isStale({ kind, reason, facts }) {
	const isToRun = kind === "run" || kind === "resume";
	return (isToRun && reason.endsWith("-changed") && (0,decide_facts .uL)(facts) !== undefined && (0,decide_facts .$X)(facts));
});
var eventReporter = (function eventReporter(emit, mask) {
	return {
		info: ((text) => emit({ kind: "note", text })),
		warn: ((text) => emit({ kind: "warning", text })),
		error: ((text) => emit({ kind: "fault", text })),
		debug: ((text) => emit({ kind: "detail", text })),
		output: ((line) => emit({ kind: "output", line })),
		mask,
	};
});
var eventStream = (function eventStream(now, listeners) {
	const listening = new Set(listeners);
	const emit = ((event) => {
		const timed = { ...event, atMs: now() };
		for (const listener of listening) {
			try {
				listener(timed);
			}
			catch (error) {
				listening.delete(listener);
				emit({ kind: "warning", text: `a listener of the run failed: ${(0,problem .bD)(error)}` });
			}
		}
	});
	return emit;
});
var createResults = (function createResults(onResult) {
	const results = new Map();
	const counts = { done: 0, skipped: 0, failed: 0, stopped: 0 };
	const waiting = waitingShards();
	const unsaved = [];
	const retired = [];
	const saved = { entries: 0, bytes: 0 };
	let largestBytes = 0;
	let failedWithoutSlot = 0;
	return {
		add: ((result) => {
			const before = results.get(result.id);
			if (before !== undefined)
				counts[before.outcome] -= 1;
			results.set(result.id, result);
			counts[result.outcome] += 1;
			if (result.outcome === "failed" && result.slot === undefined)
				failedWithoutSlot += 1;
			if (result.outcome !== "done")
				waiting.settle(result.id);
			onResult(result);
		}),
		addSaveAttempt: waiting.settle,
		get: ((id) => results.get(id)),
		settled: waiting.settled,
		all: (() => [...results.values()]),
		count: ((outcome) => counts[outcome]),
		failedWithoutSlot: (() => failedWithoutSlot),
		sawCheckpoint: ((bytes) => void (largestBytes = Math.max(largestBytes, bytes))),
		largestBytes: (() => largestBytes),
		saved: (() => ({ ...saved })),
		addSaved: ((bytes, entries = 1) => {
			saved.entries += entries;
			saved.bytes += bytes;
		}),
		addUnsaved: ((one) => void unsaved.push(one)),
		unsaved: (() => [...unsaved]),
		unsavedCount: (() => unsaved.length),
		takeUnsaved: (() => unsaved.splice(0)),
		addRetired: ((one) => void retired.push(one)),
		retired: (() => [...retired]),
	};
});
var waitingShards = (function waitingShards() {
	const through = new Set();
	const awaited = new Map();
	return {
		settle: ((id) => {
			through.add(id);
			awaited.get(id)?.();
		}),
		settled: ((id) => new Promise(((resolve) => {
			if (through.has(id))
				resolve();
			else
				awaited.set(id, resolve);
		}))),
	};
});
var stopAfterFailures = (function stopAfterFailures({ stop, results }, { maxFailures }, { usedUp, isHopeless } = NONE) {
	const failures = results.count("failed") + usedUp;
	const isEnough = maxFailures === undefined
		? results.count("done") === 0 &&
			(results.failedWithoutSlot() >= NOT_STARTED || isHopeless(failures))
		: maxFailures > 0 && failures >= maxFailures;
	if (isEnough)
		stop.request({ kind: "max-failures", failures });
});
var answerOf = (async function answerOf(invocation, job, results) {
	const order = new Map(job.tasks.map((({ shard }, place) => [shard.id, place])));
	const all = results.all().toSorted(((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)));
	return (0,answers .SY)(all, {
		saved: results.saved().entries,
		unsaved: results.unsaved(),
		handsOver: (0,hand_over .J)(job),
		secondsSaved: secondsSaved(job.verdicts, results),
		...(await countOpen(invocation, job, all)),
	});
});
var secondsSaved = (function secondsSaved(verdicts, results) {
	const skipped = verdicts.filter((({ task }) => results.get(task.shard.id)?.outcome === "skipped"));
	return skipped.reduce(((sum, { seconds }) => sum + (seconds ?? 0)), 0);
});
var countOpen = (async function countOpen(invocation, { tasks, context }, results) {
	const { disk } = invocation;
	const isOpen = (({ outcome }) => outcome === "failed" || outcome === "stopped");
	const open = new Map(results.filter(isOpen).map(((result) => [result.id, result])));
	const rules = { ...(0,look .kM)(context), depth: "size" };
	const isThere = (0,presence .N)(disk);
	const lookAtOwner = (0,owners .E)(invocation);
	const states = results.filter(((one) => !isOpen(one))).map((() => "done"));
	let inProgress = 0;
	for (const task of tasks) {
		const result = open.get(task.shard.id);
		if (result === undefined)
			continue;
		const facts = await (0,look .Op)(disk, (0,survey .$r)(task), rules, isThere);
		const isLeft = isLeftThere(result, facts);
		if (isLeft)
			inProgress += 1;
		const owner = await ownerElsewhere(task, facts, lookAtOwner);
		states.push(stateAtEnd({ result, facts, owner, isLeft }, task, context));
	}
	return { inProgress, states: (0,decide_state .c0)(states) };
});
var exitOf = (function exitOf(answer, cause, { isUnbrought, isUnsaved }) {
	if (cause?.kind === "signal")
		return cause.signal === "SIGINT" ? 130 : 143;
	const isFault = cause?.kind === "fault" || cause?.kind === "crash";
	if (answer.failed > 0 || isFault)
		return problem .dc.failed;
	if (answer.blocked > 0 || isUnsaved)
		return problem .dc.checkpoint;
	if (!answer.allDone)
		return problem .dc.remaining;
	return isUnbrought ? problem .dc.checkpoint : problem .dc.done;
});
var watchFolders = (function watchFolders() {
	const awaited = awaitedFiles(external_node_fs_.existsSync);
	const folders = new Map();
	const timer = setInterval(awaited.round, LOOK_EVERY_MS);
	timer.unref();
	return {
		whenThere: ((path, listener) => {
			const folder = (0,external_node_path_.dirname)(path);
			if (!folders.has(folder))
				folders.set(folder, watchFolder(folder, awaited.look));
			return awaited.add(path, listener);
		}),
		close: (() => {
			clearInterval(timer);
			for (const watcher of folders.values())
				watcher?.close();
		}),
	};
});
var awaitedFiles = (function awaitedFiles(isThere) {
	const awaited = new Map();
	const isFound = ((path) => {
		const listener = awaited.get(path);
		if (listener === undefined || !isThere(path))
			return false;
		awaited.delete(path);
		listener();
		return true;
	});
	let turn = awaited.keys();
	return {
		add: ((path, listener) => {
			awaited.set(path, listener);
			isFound(path);
			return (() => void awaited.delete(path));
		}),
		look: isFound,
		round: (() => {
			missSome(awaited.keys(), isFound);
			if (missSome(turn, isFound))
				turn = awaited.keys();
		}),
	};
});
var secondsSince = (function secondsSince({ startedTick }) {
	return (performance.now() - startedTick) / 1000;
});
var secondsOf = (function secondsOf({ seconds, started }) {
	return seconds ?? secondsSince(started);
});
var recordResult = (function recordResult({ state }, attempt, outcome, more = {}) {
	const { started, slot, log, number, seconds } = attempt;
	const isShown = outcome === "failed" && state.results.count("failed") < MOST_TAILS;
	const logTail = isShown ? lastLines(log?.tail() ?? "") : "";
	state.results.add({
		...decided(attempt.verdict),
		outcome,
		exitCode: null,
		seconds: started === undefined ? 0 : (seconds ?? secondsSince(started)),
		attempts: number,
		...(started !== undefined && {
			startedAtMs: started.startedAtMs,
			resumed: started.record.resumed,
		}),
		...(slot !== undefined && { slot: slot.name }),
		...(log !== undefined && { logPath: log.path }),
		...(logTail !== "" && { logTail }),
		...more,
	});
});
var decided = (function decided({ task, kind, reason }) {
	return { id: task.shard.id, decision: kind, reason };
});
var commitInBackground = (function commitInBackground(run, attempt, { looked, isLogged }) {
	const seconds = secondsOf(attempt);
	return new Promise(((settled) => {
		run.state.background.add({
			owner: attempt.slot.name,
			run: (async () => {
				await isLogged;
				const marker = await commit(run, attempt, { looked, seconds });
				settled();
				if (marker !== undefined)
					await save(run, attempt, marker);
				run.state.results.addSaveAttempt(attempt.verdict.task.shard.id);
			}),
		});
	}));
});
var commit = (async function commit(run, attempt, end) {
	const { emit } = run.writing;
	const shard = attempt.verdict.task.shard.id;
	emit({ kind: "committing", shard });
	try {
		const marker = await withRetries(run, (() => finishAttempt(run, attempt, end)));
		const { sizeBytes } = marker.checkpoint;
		run.state.open.delete(shard);
		emit({ kind: "marked", shard, sizeBytes });
		recordResult(run, attempt, "done", { exitCode: 0, sizeBytes, seconds: end.seconds });
		return marker;
	}
	catch (error) {
		await recordUnmarked(run, attempt, { error, seconds: end.seconds });
		return undefined;
	}
});
var finishAttempt = (function finishAttempt({ writing }, { verdict, slot, started }, { looked, seconds }) {
	const { identity, now, emit } = writing;
	const { by } = identity;
	const onUntidy = ((why) => {
		const text = `is done, and its start record stays: ${why}. The next run removes it`;
		emit({ kind: "warning", shard: verdict.task.shard.id, text });
	});
	return (0,finish_looked .C)(writing, verdict.task, {
		looked,
		start: started.record,
		seconds: Math.round(seconds * 1000) / 1000,
		finishedAt: new Date(now()).toISOString(),
		by: slot.gpu === undefined ? by : { ...by, gpu: slot.gpu },
		onUntidy,
	});
});
var withRetries = (async function withRetries({ writing }, act) {
	for (const pauseMs of PAUSES_MS) {
		try {
			return await act();
		}
		catch (error) {
			if (error instanceof ownership .aY || error instanceof finish .yy)
				throw error;
			const text = `commit failed, trying again in ${pauseMs} ms: ${(0,problem .bD)(error)}`;
			writing.emit({ kind: "detail", text });
			await new Promise(((resolve) => setTimeout(resolve, pauseMs)));
		}
	}
	return act();
});
var save = (async function save({ writing, state }, { verdict }, marker) {
	const { task } = verdict;
	const shard = task.shard.id;
	const { sizeBytes } = marker.checkpoint;
	writing.emit({ kind: "saving", shard });
	const stopped = (0,exit_deadline .g3)(state.stop);
	const saved = await (0,save_shard .I)({ ...writing, giveUp: stopped.signal }, task, marker);
	stopped.release();
	if (saved?.kind === "saved")
		state.results.addSaved(sizeBytes);
	const cause = saved?.kind === "unavailable" ? saved.cause : undefined;
	const outcome = saved?.kind ?? "nowhere";
	writing.emit({ kind: "saved", shard, outcome, sizeBytes, ...(cause !== undefined && { cause }) });
	if (cause !== undefined)
		noteUnsaved({ writing, state }, shard, cause);
});
var withReport = (async function withReport({ writing, commands }, { verdict, log }, trouble) {
	if (!OF_ITSELF.has(trouble?.reason))
		return trouble;
	const { paths } = verdict.task;
	const read = (() => (0,failure_report .hr)(writing.writer.disk, paths));
	const reason = await onceWritten(read);
	if (reason === undefined)
		return trouble;
	const said = reason === "" ? "no reason is given" : (0,environment .dK)(reason, commands.logRules.secrets);
	const isMemory = (0,ends .$)(0, `${reason}\n${log.tail()}`);
	return {
		reason: "reported",
		why: `its command reported a failure: ${said}`,
		exitCode: trouble?.exitCode ?? null,
		kinds: [...(trouble?.kinds ?? []), "reported", ...(isMemory ? ["oom"] : [])],
	};
});
var onceWritten = (async function onceWritten(read) {
	for (let look = 1; look < LOOKS; look += 1) {
		const found = read();
		if (found !== "")
			return found;
		await (0,promises_.setTimeout)(BETWEEN_LOOKS_MS);
	}
	return read();
});
var saveWorkRegularly = (function saveWorkRegularly({ store, writer, emit, definition }, task, before) {
	if ((0,tasks .L)(task) === undefined) {
		return { end: (() => undefined), saveNow: (() => Promise.resolve()) };
	}
	let running;
	let hasWarned = false;
	const warn = ((cause) => {
		const text = `its work was not saved to ${store.label}: ${cause}`;
		if (!hasWarned)
			emit({ kind: "warning", shard: task.shard.id, text });
		hasWarned = true;
	});
	const snapshot = (async (failure) => {
		const saved = await (0,keep_work .r)({ disk: writer.disk, store, definition }, task, failure);
		if (saved?.kind === "unavailable")
			warn(saved.cause);
	});
	const begin = (() => {
		running ??= snapshot(before).finally((() => {
			running = undefined;
		}));
	});
	const timer = setInterval(begin, Math.min(definition.workEveryMs, machine_timer .M));
	return {
		end: (() => clearInterval(timer)),
		saveNow: (async (failure = before) => {
			await running;
			await snapshot(failure);
		}),
	};
});
var attemptShard = (async function attemptShard(run, execution, { slot, ready }) {
	const ends = await attemptOnce(run, execution, { slot, ready: [ready] });
	return ends[0] ?? { kind: "over" };
});
var attemptOnce = (async function attemptOnce(run, execution, { slot, ready }) {
	const attempts = ready.map(((one) => openAttempt(run, execution, { slot, ready: one })));
	const ends = [];
	const settle = (async (attempt, trouble) => {
		ends.push(await settleAttempt(run, execution, { attempt, trouble }));
	});
	try {
		await execution.execute(attempts, settle);
	}
	finally {
		for (const { work } of attempts)
			work.end();
		await execution.endRound();
	}
	return ends;
});
var openAttempt = (function openAttempt(run, execution, { slot, ready }) {
	const { verdict, started, number } = ready;
	const log = execution.openLog(started, number);
	const shard = verdict.task.shard.id;
	run.commands.memory.begin(slot.name);
	const place = { slot: slot.name, gpu: slot.gpu, logPath: log.path };
	run.writing.emit({ kind: "executing", shard, attempt: number, ...place });
	const work = saveWorkRegularly(run.writing, verdict.task, started.record.failure);
	return { verdict, started, number, slot, log, work };
});
var settleAttempt = (async function settleAttempt(run, execution, { attempt, trouble: met }) {
	const { id } = attempt.verdict.task.shard;
	attempt.work.end();
	const seconds = secondsOf(attempt);
	const peakBytes = run.commands.memory.peakBytes(attempt.slot.name);
	run.writing.emit({
		...{ kind: "executed", shard: id, attempt: attempt.number, seconds },
		...(peakBytes !== undefined && { peakBytes }),
	});
	try {
		const { paths } = attempt.verdict.task;
		const lost = (0,ownership .p5)(run.writing.writer.disk, paths, attempt.started.record);
		if (lost !== undefined) {
			await execution.closeLog(attempt.log);
			recordResult(run, attempt, "stopped", { why: lost });
			return { kind: "over" };
		}
		const trouble = await withReport(run, attempt, met);
		const verified = trouble === undefined
			? await (0,verify .p)(run, attempt, attempt.log)
			: { kind: "bad", trouble };
		const isLogged = execution.closeLog(attempt.log);
		if (verified.kind === "bad") {
			await isLogged;
			return await recordAttemptFailure(run, attempt, verified.trouble);
		}
		run.state.results.sawCheckpoint(verified.looked.measure.sizeBytes);
		void commitInBackground(run, attempt, { looked: verified.looked, isLogged });
		return { kind: "done", id };
	}
	catch (error) {
		recordResult(run, attempt, "failed", { why: (0,problem .bD)(error) });
		return { kind: "over" };
	}
});
var careFor = (function careFor({ writing, commands }, { slot, log, env, paths }) {
	const { onStop, limits } = commands;
	const { disk } = writing.writer;
	let pieces = 0;
	let ending;
	const beside = besideSigns(disk);
	const signsOfAll = ((all) => [
		...all.map(((one) => signsOf(disk, one))),
		...(all.length > MOST_BESIDE ? [] : all.map((({ checkpoint }) => beside(checkpoint)))),
	]);
	return {
		log: {
			take: ((stream, chunk) => {
				pieces += 1;
				log.take(stream, chunk);
			}),
			ready: (() => log.ready()),
		},
		signs: (() => [pieces, ...signsOfAll(paths())].join(" ")),
		onStop: (() => {
			if (onStop === undefined || ending !== undefined)
				return;
			const given = { program: onStop, env: (0,command .pM)(env()), log, slot };
			const group = (0,command .ql)(commands, given, "closed");
			const limit = (0,machine_timer .I)(limits.stopGraceMs, group.kill);
			ending = group.exit.then(limit.stop);
		}),
		settled: (() => ending ?? Promise.resolve()),
	};
});
var besideSigns = (function besideSigns(disk) {
	const listed = new Map();
	return ((checkpoint) => {
		const folder = (0,external_node_path_.dirname)(checkpoint);
		try {
			const time = disk.stat(folder)?.mtimeNs ?? "";
			const known = listed.get(folder);
			const now = known?.time === time ? known : { time, names: disk.names(folder) };
			listed.set(folder, now);
			const name = (0,external_node_path_.basename)(checkpoint);
			const near = now.names.filter(((one) => (0,shard_paths .s7)(one, name) && !(0,shard_paths .JA)(one)));
			return near.map(((one) => signOf(disk, (0,external_node_path_.join)(folder, one), { entries: MOST_ENTRIES }))).join();
		}
		catch {
			return "?";
		}
	});
});
var perShard = (function perShard(run) {
	const { commands, state, writing } = run;
	const { emit, writer, definition } = writing;
	const { disk } = writer;
	return {
		openLog: ((started) => (0,command .SQ)(commands, started)),
		closeLog: ((log) => log.close()),
		execute: (async (attempts, settle) => {
			for (const attempt of attempts) {
				const { started, slot, log } = attempt;
				const env = (0,command .KS)(commands, slot, started);
				const program = commands.command;
				const { paths, shard } = started.task;
				const care = careFor(run, { slot, log, env: (() => env), paths: (() => [paths]) });
				const waits = { paths: (() => [paths]), shard: shard.id, disk, definition, emit };
				const given = { program, env, log: care.log, slot, care, waits };
				const ended = await (0,command .d1)(commands, state.stop, given);
				if (ended.kind !== "left")
					await care.settled();
				const { limits } = commands;
				await settle(attempt, (0,attempt_trouble .L)(ended, { limits, logTail: log.tail() }));
			}
		}),
		endRound: (() => Promise.resolve()),
	};
});
var createClaims = (function createClaims({ idOf, sizeOf, claim, settled, isStopped, }, shards) {
	const list = bothEnds(shards, sizeOf);
	const held = new Map();
	const release = (async (id) => {
		const giveBack = held.get(id);
		held.delete(id);
		await giveBack?.().catch((() => undefined));
	});
	const hold = (({ shard, release: giveBack }) => {
		const id = idOf(shard);
		held.set(id, giveBack);
		void settled(id).then((() => release(id)));
		return { kind: "claimed", shard };
	});
	const later = [];
	const take = (async (source) => {
		const claimed = await claimFrom({ claim, isStopped }, later, source);
		return "release" in claimed ? hold(claimed) : claimed;
	});
	return {
		next: (() => take({ fresh: list.first, last: (() => later.shift()) })),
		nextSmall: (() => take({ fresh: list.smallest, last: (() => undefined) })),
		isWaiting: (() => later.length > 0),
		close: (async () => void (await Promise.all([...held.keys()].map(release)))),
	};
});
var claimFrom = (async function claimFrom({ claim, isStopped }, later, { fresh, last }) {
	let again;
	let asked = 0;
	while (!isStopped()) {
		const first = fresh();
		if (first === undefined && again !== undefined && asked >= later.length)
			return { kind: "not-known", again };
		const next = first ?? last();
		if (next === undefined)
			break;
		const claimed = await claim(next);
		if (claimed === undefined)
			continue;
		if (!("again" in claimed))
			return claimed;
		later.push(next);
		asked += 1;
		({ again } = claimed);
	}
	return { kind: "none" };
});
var bothEnds = (function bothEnds(list, sizeOf) {
	const taken = new Set();
	let front = 0;
	let bySize;
	const take = ((place) => {
		if (place === undefined)
			return undefined;
		taken.add(place);
		return list[place];
	});
	return {
		first: (() => {
			while (taken.has(front))
				taken.delete(front++);
			return front < list.length ? take(front) : undefined;
		}),
		smallest: (() => {
			bySize ??= placesBySize(list, sizeOf);
			for (let place = bySize.pop(); place !== undefined; place = bySize.pop())
				if (place >= front && !taken.has(place))
					return take(place);
			return undefined;
		}),
	};
});
var createBlame = (function createBlame(places, onRetired) {
	return new PlacesOfRun(places, onRetired);
});
var freshRecord = (function freshRecord() {
	return { standing: "trusted", failed: new Set(), isProven: false, successes: 0 };
});
var absolve = (function absolve(record) {
	if (record.standing === "retired")
		return;
	record.standing = "trusted";
	record.failed.clear();
	record.isProven = false;
});
var createFreshShards = (function createFreshShards(steps, claims) {
	const ahead = [];
	const unused = [];
	const small = new Set();
	let areOver = false;
	return {
		next: (async (end) => {
			const chosen = end === "small" ? await takeSmall(steps, claims, small) : undefined;
			const taken = chosen ?? (await takeFirst(ahead, claims));
			areOver = "kind" in taken && taken.kind === "none";
			if ("kind" in taken)
				return taken;
			const made = await makeReady(steps, taken);
			if (made.kind === "stopped" && made.isKept)
				unused.push({ ...taken, ...made });
			return made;
		}),
		lookAhead: (() => {
			ahead.push((0,promises_.setImmediate)().then((() => takeAhead(steps, claims))));
		}),
		isSmall: ((id) => small.has(id)),
		areOver: (() => areOver),
		isWaiting: claims.isWaiting,
		close: (async () => {
			const rest = await Promise.all(ahead);
			for (const taken of [...unused, ...rest])
				if (taken?.ready !== undefined)
					await steps.withdraw(taken.ready);
		}),
	};
});
var takeFirst = (async function takeFirst(ahead, claims) {
	while (ahead.length > 0) {
		const taken = await ahead.shift();
		if (taken !== undefined)
			return taken;
	}
	return takeNext(claims);
});
var makeReady = (async function makeReady(steps, { shard, ready }) {
	if (!(await steps.mayStart(shard)))
		return { kind: "stopped", isKept: true };
	const isBlank = ready !== undefined || steps.isBlank(shard);
	const made = ready === undefined ? await steps.start(shard) : await steps.begin(ready);
	if (made === undefined)
		return { kind: "not-started", id: steps.idOf(shard) };
	if (!steps.isStopped())
		return { kind: "ready", ready: made };
	return { kind: "stopped", isKept: isBlank, ready: made };
});
var takeNext = (async function takeNext(claims) {
	const next = await claims.next();
	return next.kind === "claimed" ? { shard: next.shard } : next;
});
var createHandedBack = (function createHandedBack(steps, blame) {
	return new FailedShards(steps, blame);
});
var createChanges = (function createChanges() {
	let listeners = [];
	let count = 0;
	return {
		count: (() => count),
		after: ((seen) => seen === count ? new Promise(((resolve) => void listeners.push(resolve))) : Promise.resolve()),
		waiting: (() => listeners.length),
		tell: (() => {
			const told = listeners;
			listeners = [];
			count += 1;
			for (const listener of told)
				listener();
		}),
	};
});
var createReadyShards = (function createReadyShards(steps, sources) {
	return new Ready(steps, sources);
});
var obtain = (async function obtain(steps, { fresh, back, blame }, place) {
	if (blame.standingOf(place) === "doubted")
		return { kind: "none" };
	const failed = back.take(place);
	if (failed !== undefined)
		return readyAgain(steps, failed);
	const obtained = await fresh.next(blame.looksForSmall() ? "small" : "first");
	return obtained.kind === "not-started" ? { kind: "look-again" } : obtained;
});
var runOnSlots = (async function runOnSlots(steps, claims, { slots, clockMs, onRetired }) {
	const places = new Set(slots.map((({ place }) => place)));
	const blame = createBlame([...places], onRetired);
	const fresh = createFreshShards(steps, claims);
	const back = createHandedBack(steps, blame);
	const sources = { fresh, back, blame, slots: slots.length };
	const shards = { ...createReadyShards(steps, sources), lookAhead: fresh.lookAhead };
	await Promise.all(slots.map(((slot) => runOnSlot(slot, shards, clockMs))));
	shards.close();
	await fresh.close();
});
var runOnSlot = (async function runOnSlot(slot, shards, clockMs) {
	let lastMs = Number.POSITIVE_INFINITY;
	for (;;) {
		await slot.backlogStarted();
		const ready = await shards.next(slot.place);
		if (ready === undefined)
			break;
		if (lastMs < SHORT_MS)
			shards.lookAhead();
		const beginMs = clockMs();
		shards.ended(slot.place, await slot.attempt(ready));
		lastMs = clockMs() - beginMs;
	}
	await slot.close();
});
var shardSteps = (function shardSteps(run) {
	return {
		idOf: (({ task }) => task.shard.id),
		sizeOf: ((verdict) => sizeOfInputs(run, verdict)),
		claim: ((verdict) => claimOrFail(run, verdict)),
		settled: run.state.results.settled,
		isStopped: (() => run.state.stop.cause() !== undefined),
		onStop: ((listener) => run.state.stop.onRequest(listener)),
		mayStart: (async (verdict) => run.state.stop.cause() === undefined && hasSpace(run, verdict)),
		isBlank: ((verdict) => isBlank(run, verdict)),
		start: ((verdict) => startOrFail(run, verdict)),
		begin: ((ready) => begin(run, ready)),
		withdraw: ((ready) => takeBack(run, ready)),
		startAgain: ((failed) => startAgain(run, failed)),
		giveUp: ((failed) => giveUp(run, failed)),
		holdBack: (({ id, attempt, trouble }) => run.writing.emit({
			kind: "held-back",
			shard: id,
			slot: attempt.slot.name,
			why: trouble.why,
			exitCode: trouble.exitCode,
		})),
		tryElsewhere: (({ id, attempt, trouble }) => {
			const why = `${trouble.why}; ${attempt.slot.name} is in doubt`;
			run.writing.emit({ kind: "retrying", shard: id, why, exitCode: trouble.exitCode });
		}),
		checkFailures: ((usedUp, isHopeless) => stopAfterFailures(run.state, run.writing.definition, { usedUp, isHopeless })),
	};
});
var claimOrFail = (async function claimOrFail(run, verdict) {
	try {
		return await claim(run, verdict);
	}
	catch (error) {
		const why = (0,refused.whyRefused)(run.writing.writer.disk, error, verdict.task.paths.checkpoint);
		recordResult(run, { verdict, number: 0 }, "failed", { why });
		return undefined;
	}
});
var claim = (async function claim(run, verdict) {
	const { writing, state } = run;
	const shard = verdict.task.shard.id;
	const lease = await (0,claims .FY)(state.leases, verdict.task);
	if (lease.kind === "held")
		return leaveAlone(run, verdict, { ...lease, place: state.leases.folder });
	const now = await lookAgain(run, verdict);
	if (now.kind === "free") {
		writing.emit({ kind: "claimed", shard });
		return { shard: now.verdict, release: (() => lease.release()) };
	}
	await lease.release();
	if (now.kind === "busy")
		return leaveAlone(run, verdict, { ...now.holder, place: verdict.task.paths.started });
	if (now.kind === "changed")
		return leaveForNextRun(run, verdict, changedSince(now.why));
	if (now.kind === "unreadable")
		return leaveForNextRun(run, verdict, now.why);
	const why = "finished by another run meanwhile";
	writing.emit({ kind: "note", shard, text: `was ${why}` });
	if (writing.store.kind !== "none")
		run.state.results.addUnsaved({
			id: shard,
			why: "another run finished it and has not saved it",
		});
	recordResult(run, { verdict, number: 0 }, "skipped", { why });
	return undefined;
});
var lookAgain = (async function lookAgain({ writing, state }, verdict) {
	const { task } = verdict;
	const { writer, identity } = writing;
	const rules = (0,look .kM)({ ...writing, markers: writer.markers });
	const facts = await (0,look .Op)(writer.disk, (0,survey .$r)(task), rules);
	const { startRecord } = facts;
	const unreadable = (0,decide_facts .n8)(facts);
	if (unreadable !== undefined && verdict.reason !== "forced")
		return { kind: "unreadable", why: (0,model_unreadable .Xq)(unreadable) };
	const { owners } = state;
	const holder = (0,claims .Kd)(startRecord, task.paths, { self: identity.owner, owners });
	if (holder !== undefined)
		return { kind: "busy", holder };
	const isDone = verdict.reason !== "forced" &&
		(0,decide_facts .uL)(facts)?.finishedAt !== (0,decide_facts .uL)(verdict.facts)?.finishedAt &&
		isDoneHere(writing, task, facts);
	if (isDone)
		return { kind: "finished" };
	const why = whyAnother(await state.changeSince(task));
	return why === undefined
		? { kind: "free", verdict: { ...verdict, facts } }
		: { kind: "changed", why };
});
var whyAnother = (function whyAnother({ what, data }) {
	return what ?? (data === undefined ? undefined : `${(0,text_text .hD)(data)} has come into its input`);
});
var isBlank = (function isBlank({ writing }, { task, facts }) {
	const { checkpoint, marker, started } = facts;
	const isBare = checkpoint === "absent" && marker.kind === "none" && !started;
	return isBare && !(0,presence .A)(writing.writer.disk)(task.paths.work);
});
var startOrFail = (async function startOrFail(run, verdict) {
	try {
		const started = await (0,start_shard .H)(run.writing, verdict, verdict.facts.startRecord);
		run.state.open.set(verdict.task.shard.id, started);
		return { verdict, started, number: 1 };
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOSPC", "EDQUOT") &&
			(await run.state.makeRoom(verdict.task, (() => Promise.resolve(true)))))
			return startOrFail(run, verdict);
		recordStartFailure(run, { verdict, number: 1 }, error);
		return undefined;
	}
});
var begin = (async function begin(run, ready) {
	const { verdict, started, number } = ready;
	const changed = whyAnother(await run.state.changeSince(verdict.task));
	if (changed === undefined) {
		const startedAtMs = run.writing.now();
		return {
			verdict,
			number,
			started: { ...started, startedAtMs, startedTick: performance.now() },
		};
	}
	await takeBack(run, ready);
	return leaveForNextRun(run, verdict, changedSince(changed));
});
var hasSpace = (async function hasSpace({ writing, state }, verdict) {
	const largest = state.results.largestBytes();
	const wanted = Math.max(largest, verdict.facts.sizeBytes);
	if (wanted === 0)
		return true;
	const folder = (0,external_node_path_.dirname)(verdict.task.paths.checkpoint);
	const { disk } = writing.writer;
	const freeNow = (() => disk.freeBytes(folder).catch((() => Number.POSITIVE_INFINITY)));
	const hasRoom = (async () => (await freeNow()) >= 2 * wanted);
	if ((await hasRoom()) || (await state.makeRoom(verdict.task, hasRoom)))
		return true;
	const free = await freeNow();
	if (free >= 2 * largest)
		return true;
	const why = `${(0,duration .z3)(free)} are free in ${folder}, and the largest checkpoint seen takes ${(0,duration .z3)(largest)}: no shard starts while less than twice that is free. Make room there, then run again`;
	state.stop.request({ kind: "fault", why });
	return false;
});
var execute = (async function execute(run, slots, verdicts) {
	const { stop, results, background } = run.state;
	const steps = shardSteps(run);
	const claims = createClaims(steps, verdicts);
	const deadline = (0,exit_deadline .nB)(stop, run.commands.limits);
	const running = runAll(run, slots, claims)
		.then((() => background.drained()))
		.then((() => (0,release_starts .v)(run)));
	await Promise.race([running, deadline.must]);
	deadline.release();
	for (const verdict of verdicts) {
		const { id } = verdict.task.shard;
		if (results.get(id) === undefined)
			recordResult(run, { verdict, number: 0 }, "stopped");
	}
	await claims.close();
});
var runAll = (async function runAll(run, slots, claims) {
	const steps = shardSteps(run);
	if (run.writing.definition.runPer !== "job") {
		const lines = slots.map(((slot) => slotLine(run, slot)));
		const clockMs = (() => performance.now());
		const onRetired = ((place, failures) => tellRetired(run, slots, { place, failures }));
		await runOnSlots(steps, claims, { slots: lines, clockMs, onRetired });
		return;
	}
	const [slot] = slots;
	if (slot === undefined)
		return;
	const ready = await startAll(steps, claims);
	if (ready.length === 0)
		return;
	const attempts = attemptTogether(run, perJob(run, slot), { slot, ready });
	await withoutFault(run, ready, attempts);
});
var placeOf = (function placeOf({ gpu }) {
	return gpu ?? "";
});
var slotLine = (function slotLine(run, slot) {
	const isSlot = run.writing.definition.runPer === "slot";
	const worker = isSlot ? perSlot(run, slot) : undefined;
	const execution = worker ?? perShard(run);
	return {
		place: placeOf(slot),
		backlogStarted: (() => run.state.background.started(slot.name)),
		attempt: (async (ready) => {
			const end = await withoutFault(run, [ready], attemptShard(run, execution, { slot, ready }));
			return end ?? { kind: "over" };
		}),
		close: (async () => worker?.close()),
	};
});
var withoutFault = (async function withoutFault(run, ready, attempt) {
	try {
		return await attempt;
	}
	catch (error) {
		for (const { verdict, number } of ready) {
			if (run.state.results.get(verdict.task.shard.id) !== undefined)
				continue;
			recordResult(run, { verdict, number }, "failed", { why: (0,problem .bD)(error) });
		}
		return undefined;
	}
});
var backgroundQueue = (function backgroundQueue(width) {
	const waiting = [];
	const listeners = new Set();
	let running = 0;
	const tell = (() => {
		for (const listener of listeners)
			listener();
	});
	const next = (() => {
		if (running >= width)
			return;
		const task = waiting.shift();
		if (task === undefined)
			return;
		running += 1;
		void settled(task).finally((() => {
			running -= 1;
			next();
			tell();
		}));
		tell();
	});
	const until = ((isSo) => {
		if (isSo())
			return Promise.resolve();
		return new Promise(((resolve) => {
			const listener = (() => {
				if (!isSo())
					return;
				listeners.delete(listener);
				resolve();
			});
			listeners.add(listener);
		}));
	});
	return {
		add: ((task) => {
			waiting.push(task);
			next();
		}),
		started: ((owner) => until((() => !waiting.some(((task) => task.owner === owner))))),
		drained: (() => until((() => running === 0 && waiting.length === 0))),
		waiting: (() => waiting.length),
	};
});
var settled = (async function settled(task) {
	await task.run().catch((() => undefined));
});
var divideGpus = (function divideGpus(gpus, parallel) {
	const slots = parallel === "auto" ? Math.max(1, gpus.length) : parallel;
	const most = gpus.some((({ isSlice }) => isSlice)) ? 1 : gpus.length;
	const each = Math.min(Math.floor(gpus.length / slots), most);
	return Array.from({ length: slots }, ((_, slot) => {
		if (each > 0)
			return gpus.slice(slot * each, (slot + 1) * each);
		const turn = slot % gpus.length;
		return gpus.slice(turn, turn + 1);
	}));
});
var openSlots = (async function openSlots(request) {
	const { definition, env, emit } = request;
	const list = await (0,gpu_list .e)(env);
	const { gpus, warnings } = list;
	for (const text of warnings)
		emit({ kind: "warning", text });
	const leased = gpus.length === 0 ? { gpus, leases: [] } : await leaseGpus(request, gpus);
	if (leased === undefined)
		return { slots: [], leases: [] };
	const parallel = definition.runPer === "job" ? 1 : definition.parallel;
	const shares = divideGpus(leased.gpus, parallel);
	const leases = await releaseUnused(request, shares, leased);
	const slots = shares.map(((share, place) => slotOf(place, share, { ...leased, list })));
	return { slots, leases };
});
var releaseUnused = (async function releaseUnused({ emit }, shares, { gpus, leases }) {
	const used = new Set(shares.flat().map((({ lease }) => lease)));
	const isUsed = ((place) => used.has(gpus[place]?.lease ?? ""));
	const unused = leases.filter(((_, place) => !isUsed(place)));
	if (unused.length === 0)
		return leases;
	for (const lease of unused)
		await lease.release();
	const isSliced = gpus.some((({ isSlice }) => isSlice));
	const why = isSliced
		? "CUDA gives a program one MIG slice at most"
		: `${gpus.length} cannot be divided evenly among ${(0,text_text .LS)(shares.length, "slot")}`;
	const text = `${unused.length} of ${gpus.length} ${isSliced ? "MIG slices" : "GPUs"} are not used: ${why}. With parallel: auto each has a slot.`;
	emit({ kind: "warning", text });
	return leases.filter(((_, place) => isUsed(place)));
});
var slotOf = (function slotOf(place, share, { gpus, leases, list }) {
	const name = `slot ${place + 1}`;
	if (share.length === 0)
		return { name, environment: {}, gpu: undefined, keepFor: (() => undefined) };
	const own = leases.filter(((_, gpu) => share.some((({ lease }) => lease === gpus[gpu]?.lease))));
	return {
		name,
		environment: gpuEnvironment(list, share),
		gpu: share.map((({ lease }) => lease)).join(","),
		keepFor: ((process) => {
			for (const lease of own)
				lease.note(process);
		}),
	};
});
var runShards = (async function runShards(invocation, rules, work) {
	const { job, identity, emit } = work;
	const { stop, leaveAfterMs } = rules;
	const timer = (0,machine_timer .I)(job.definition.maxRuntimeMs, (() => stop.request({ kind: "max-runtime" })));
	const ownership = await (0,open_ownership .yq)(invocation, job.definition, identity);
	const { leases, owners } = ownership;
	const todo = (0,claims .e4)(work.todo, owners);
	const request = { env: invocation.env, definition: job.definition, leases, owners, emit, stop };
	const opened = affordable(await openSlots(request), emit);
	const opening = { writer: work.writer, rules: commandRules(rules, work) };
	const { commands, removeScratch } = (0,open_commands .z)(invocation, job, opening);
	const watch = watchFolders();
	const state = {
		stop,
		results: work.results,
		open: new Map(),
		background: backgroundQueue(Math.max(2, opened.slots.length)),
		watch,
		leases,
		told: new Set(),
		owners,
		unknowns: (0,liveness .g)(emit, { owners, stop }),
		changeSince: ((task) => job.fingerprints.changeSince(task.shard, task.fingerprint)),
		makeRoom: roomMaker(work, leases),
	};
	try {
		const parts = { writing: writingOf(invocation, work, { ownership, stop }), commands, state };
		await execute(parts, opened.slots, todo);
	}
	finally {
		timer.stop();
		watch.close();
		await giveBack(opened, ownership);
		if (!mayBeLeft(stop, leaveAfterMs))
			removeScratch();
	}
});
var commandRules = (function commandRules({ leaveAfterMs, outputReady }, { identity, emit }) {
	return {
		runTag: identity.runTag,
		leaveAfterMs,
		emit: ((line) => emit({ kind: "output", line })),
		ready: outputReady ?? ((() => undefined)),
	};
});
var mayBeLeft = (function mayBeLeft(stop, leaveAfterMs) {
	return stop.cause()?.kind === "signal" && leaveAfterMs !== undefined;
});
var giveBack = (async function giveBack({ leases }, ownership) {
	for (const lease of leases)
		await lease.release().catch((() => undefined));
	await ownership.close();
});
var roomMaker = (function roomMaker({ job, writer }, leases) {
	return (({ paths: own }, hasRoom) => makeRoom(writer, job.tasks.map((({ paths }) => paths)), { own, hasRoom, claim: ((paths) => (0,claims .FY)(leases, { paths })) }));
});
var writingOf = (function writingOf({ home, now }, { job, writer, identity, emit }, { ownership: { heartbeat, owners }, stop, }) {
	const { store, definition } = job;
	return {
		writer,
		store,
		home,
		definition,
		identity: {
			...identity,
			untilKnown: ((owner) => (0,liveness .U)({ owners, stop }, owner)),
			...(heartbeat && { heartbeat }),
		},
		now,
		fenceNow: (0,fence .W)(store, now),
		emit,
	};
});
var affordable = (function affordable(opened, emit) {
	const wanted = opened.slots.length;
	const slots = (0,handles .nG)(wanted);
	if (slots >= wanted)
		return opened;
	const text = `the file handles that are free are enough for ${slots} of ${wanted} slots: ${handles .nx}`;
	emit({ kind: "warning", text });
	return { ...opened, slots: opened.slots.slice(0, slots) };
});
var run = (async function run(given, options) {
	const { stop } = options;
	const { invocation, emit, job, identity, retry } = await beginRun(given, options);
	const writer = (0,job_writer .b)(invocation, identity.owner, job.definition);
	await (0,leftovers .q)(job.verdicts, invocation.reporter);
	await (0,folders .Z)(invocation, writer, job.verdicts);
	const { results, failures } = openResults(emit, stop, job);
	await (0,forced .SQ)(invocation, writer, job);
	const { again, back, unbrought } = await reconcileAll(invocation, writer, { job, results, stop });
	const deadline = (0,save_late .LH)(invocation);
	const late = saveLate(invocation, writer, { job: withBack(job, back), results, deadline });
	const todo = await inOrder(job, again, failures);
	if (todo.length > 0)
		await runShards(invocation, options, { job, writer, results, identity, todo, emit });
	deadline.setTo(invocation.now() + SAVES_AT_END_MS);
	const saves = late.then((() => (0,save_again .E)(invocation, writer, { job, results, deadline })));
	const notes = rememberFailures(emit, job.store, failures);
	await Promise.race([Promise.all([saves, notes]), (0,exit_deadline ._X)(stop)]);
	deadline.release();
	for (const text of (0,unsaved_lines .os)(unbrought, job.store.label))
		emit({ kind: "fault", text });
	const answer = await answerOf(invocation, job, results);
	await (0,forced .TX)(invocation, writer, job);
	const exitCode = exitOf(answer, stop.cause(), {
		isUnbrought: unbrought.length > 0,
		isUnsaved: tellUnsaved(emit, job, results),
	});
	emit({ kind: "ended", answer, exitCode });
	return { answer, job, results, retry, exitCode };
});
var beginRun = (async function beginRun(given, options) {
	checkPlatform();
	const { listeners = [], mayGoOn } = options;
	const emit = eventStream(given.now, listeners);
	const invocation = { ...given, reporter: eventReporter(emit, given.reporter.mask) };
	const job = await (0,job_open .Iv)(invocation, { runs: true, isPart: true });
	(0,hand_over .c)(invocation, job);
	(0,program .n)({ ...invocation, ...job.definition });
	(0,bad_checkpoints .B)(invocation);
	const newToken = (() => invocation.randomHex(8));
	const identity = { runTag: newToken(), owner: (0,processes .WF)(), by: job.by, newToken };
	const { runTag, owner, by } = identity;
	emit({ kind: "opened", runTag, owner, by });
	const retry = (0,again_command .m8)(invocation, job);
	emit(plannedEvent(job, retry));
	await tellOfStale(invocation, job, { emit, mayGoOn });
	return { invocation, emit, job, identity, retry };
});
var inOrder = (async function inOrder({ store, verdicts }, again, failures) {
	const all = [...verdicts, ...again];
	const failed = await (0,job_failures .t)(store, all);
	failures.expect(failed);
	return (0,to_run .P)(all, failed);
});
var rememberFailures = (async function rememberFailures(emit, { label }, failures) {
	const trouble = await failures.finish();
	if (trouble === undefined)
		return;
	const text = `${label} does not remember what failed: ${trouble}`;
	emit({ kind: "note", text });
});
var checkPlatform = (function checkPlatform() {
	if (process.platform !== "win32")
		return;
	throw new problem .yo(["Commands run on Linux and macOS. On Windows, plan and status work."]);
});
var openResults = (function openResults(emit, stop, { definition, store, tasks }) {
	const failures = (0,job_failures .m)(store, tasks);
	const results = createResults(((result) => {
		emit({ kind: "result", result });
		failures.note(result);
		stopAfterFailures({ stop, results }, definition);
	}));
	stop.onRequest(((cause) => emit({ kind: "stopping", cause })));
	return { results, failures };
});
var plannedEvent = (function plannedEvent(job, again) {
	const { verdicts, definition } = job;
	return { kind: "planned", verdicts, definition, again, handsOver: (0,hand_over .J)(job) };
});
var tellOfStale = (async function tellOfStale(invocation, job, { emit, mayGoOn }) {
	const stale = staleResults(job.verdicts);
	if (stale === undefined)
		return;
	const keep = (0,again_command .O3)(invocation, job);
	emit({ kind: "stale", ...stale, keep });
	if (mayGoOn === undefined || (await mayGoOn(stale)))
		return;
	throw new problem .yo([`Nothing was started. To keep the finished results: ${keep}`], problem .dc.remaining);
});
var tellUnsaved = (function tellUnsaved(emit, job, results) {
	const unsaved = results.unsaved();
	if (unsaved.length === 0)
		return false;
	const isFault = (0,hand_over .J)(job);
	emit({ kind: "unsaved", store: job.store.label, unsaved, isFault });
	return isFault;
});
var withBack = (function withBack(job, back) {
	return { ...job, verdicts: [...job.verdicts, ...back] };
});
var reconcileAll = (async function reconcileAll(invocation, writer, { job, results, stop }) {
	const reconciled = await (0,reconcile .L)(invocation, writer, { job, stop });
	const { lost, again, left } = reconciled;
	for (const verdict of [...job.verdicts, ...again]) {
		if ((0,to_run .$)(verdict) || lost.has(verdict))
			continue;
		results.add(leftResult(verdict, left.get(verdict)) ?? skippedResult(verdict));
	}
	return reconciled;
});
var saveLate = (async function saveLate(invocation, writer, { job, results, deadline }) {
	const { store } = job;
	const verdicts = await withoutAdopted(job);
	const late = await (0,save_late .yp)(invocation, writer, { store, verdicts }, deadline);
	if (late.saved > 0)
		results.addSaved(late.bytes, late.saved);
	for (const unsaved of late.unsaved)
		results.addUnsaved(unsaved);
});
var withoutAdopted = (async function withoutAdopted(job) {
	if (job.store.kind === "none")
		return [];
	const isAdopted = (({ reason }) => reason === "adopted-marker" || reason === "adopted-status");
	const adopted = job.verdicts.filter(isAdopted).map((({ task }) => task));
	if (adopted.length === 0)
		return job.verdicts;
	const now = await (0,survey .Fr)(job.context, adopted);
	return [...job.verdicts.filter(((verdict) => !isAdopted(verdict))), ...now];
});


__webpack_require__.d(__webpack_exports__, {
  e: () => ( run)
});

var problem = __webpack_require__("src/core/text/problem.js");
var survey = __webpack_require__("src/checkpoint/survey.js");
var unsaved_lines = __webpack_require__("src/ui/render/unsaved-lines.js");
var again_command = __webpack_require__("src/job/again-command.js");
var bad_checkpoints = __webpack_require__("src/job/bad-checkpoints.js");
var forced = __webpack_require__("src/job/forced.js");
var hand_over = __webpack_require__("src/job/hand-over.js");
var job_open = __webpack_require__("src/job/open.js");
var folders = __webpack_require__("src/job/reconcile/folders.js");
var reconcile = __webpack_require__("src/job/reconcile/reconcile.js");
var job_failures = __webpack_require__("src/job/failures.js");
var decide_facts = __webpack_require__("src/core/decide/facts.js");
;// CONCATENATED MODULE: src/job/stale.js



const CHANGED = "changed since it was marked";
function changeOf({ reason, detail }) {
	const clause = detail.split("; ").find((one) => one.endsWith(CHANGED));
	return clause ?? `its ${reason.slice(0, -"-changed".length)} ${CHANGED}`;
}

var to_run = __webpack_require__("src/job/reconcile/to-run.js");
var save_again = __webpack_require__("src/job/save-again.js");
var save_late = __webpack_require__("src/job/save-late.js");
var job_writer = __webpack_require__("src/job/writer.js");
var program = __webpack_require__("src/machine/program.js");
var processes = __webpack_require__("src/machine/processes.js");
var leftovers = __webpack_require__("src/protocol/leftovers.js");
;// CONCATENATED MODULE: src/run/event-reporter.js


;// CONCATENATED MODULE: src/run/events.js



var exit_deadline = __webpack_require__("src/run/schedule/exit-deadline.js");
;// CONCATENATED MODULE: src/run/results.js



;// CONCATENATED MODULE: src/run/stop-after-failures.js
const NOT_STARTED = 5;
const NONE = { usedUp: 0, isHopeless: () => false };


var look = __webpack_require__("src/checkpoint/look.js");
var presence = __webpack_require__("src/checkpoint/presence.js");
var answers = __webpack_require__("src/core/answers/answers.js");
var evidence = __webpack_require__("src/core/decide/evidence.js");
var decide_state = __webpack_require__("src/core/decide/state.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var owners = __webpack_require__("src/job/owners.js");
var claims = __webpack_require__("src/protocol/claims.js");
;// CONCATENATED MODULE: src/commands/run/run-end.js
















function isLeftThere({ reason, attempts }, facts) {
	const isUntouched = reason === "forced" && attempts === 0 && !facts.started;
	if (isUntouched && (0,decide_facts .$X)(facts))
		return false;
	return facts.checkpoint !== "absent" || facts.started;
}
async function ownerElsewhere({ paths }, { startRecord }, lookAtOwner) {
	if (startRecord === undefined || (0,start_record .PU)(startRecord))
		return undefined;
	const isOwn = (0,claims .SM)(startRecord.owner, (0,processes .WF)());
	return isOwn ? { liveness: "gone" } : lookAtOwner(startRecord, paths.started);
}
function stateAtEnd({ result, facts, owner, isLeft }, { fingerprint }, { definition }) {
	const { outcome, decision, reason } = result;
	if (outcome === "failed")
		return "failed";
	const state = (0,decide_state .L4)({ kind: decision, reason, inProgress: isLeft, facts, owner });
	if (state !== "stale")
		return state;
	const { changedParts, unknownParts } = (0,evidence ._)(facts, fingerprint, definition.rerunOn);
	return changedParts.length + unknownParts.length === 0 ? "done" : state;
}


var open_commands = __webpack_require__("src/job/open-commands.js");
var open_ownership = __webpack_require__("src/job/open-ownership.js");
var handles = __webpack_require__("src/machine/handles.js");
var machine_timer = __webpack_require__("src/machine/timer.js");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: src/machine/watch.js


const LOOK_EVERY_MS = 200;
const MOST_MISSED = 64;


function missSome(paths, isFound) {
	let missed = 0;
	while (missed < MOST_MISSED / 2) {
		const { value, done } = paths.next();
		if (done === true)
			return true;
		if (!isFound(value))
			missed += 1;
	}
	return false;
}
function watchFolder(folder, look) {
	try {
		const watcher = (0,external_node_fs_.watch)(folder, { persistent: false }, (_, name) => {
			if (name !== null)
				look(`${folder}/${(0,external_node_path_.basename)(name)}`);
		});
		watcher.on("error", () => watcher.close());
		return watcher;
	}
	catch {
		return undefined;
	}
}

var generations = __webpack_require__("src/checkpoint/generations.js");
var unreadable = __webpack_require__("src/files/unreadable.js");
var ownership = __webpack_require__("src/protocol/ownership.js");
var aside_generations = __webpack_require__("src/protocol/aside/generations.js");
var refused = __webpack_require__("src/files/refused.js");
;// CONCATENATED MODULE: src/protocol/aside/room.js






async function makeRoom(writer, shards, room) {
	const all = shards.flatMap((paths) => supersededOf(writer, paths));
	const oldestFirst = all.toSorted((a, b) => Number(a.generation.asideNs - b.generation.asideNs));
	for (const one of oldestFirst) {
		if ((await removeOne(writer, one, room)) && (await room.hasRoom()))
			return true;
	}
	return false;
}
async function removeOne(writer, { paths, generation }, { claim, own }) {
	const { checkpoint } = paths;
	const isThere = () => isDone(writer, paths) && writer.disk.exists(generation.checkpoint);
	const remove = async () => isThere() && (await (0,aside_generations .bI)(writer, checkpoint, generation));
	try {
		if (checkpoint === own.checkpoint)
			return await remove();
		const removed = await (0,claims .XK)(claim(paths), remove);
		return removed.kind === "acted" && removed.result;
	}
	catch (error) {
		if (error instanceof ownership .aY)
			throw error;
		writer.warn(`${generation.checkpoint}, an older result, stays: ${(0,refused.whyRefused)(writer.disk, error)}`);
		return false;
	}
}
function supersededOf(writer, paths) {
	try {
		if (!isDone(writer, paths))
			return [];
		const all = (0,generations .W2)(writer.disk, paths.checkpoint, writer.markers);
		return all
			.filter(({ proof }) => proof !== undefined && proof.adopted !== true)
			.map((generation) => ({ paths, generation }));
	}
	catch (error) {
		if ((0,unreadable .vu)(error))
			return [];
		throw error;
	}
}
function isDone({ disk }, { marker, checkpoint, started }) {
	return disk.exists(marker) && disk.exists(checkpoint) && !disk.exists(started);
}

var fence = __webpack_require__("src/run/fence.js");
var pause = __webpack_require__("src/run/schedule/pause.js");
var finish = __webpack_require__("src/protocol/finish.js");
var finish_looked = __webpack_require__("src/run/finish-looked.js");
var save_shard = __webpack_require__("src/run/save-shard.js");
;// CONCATENATED MODULE: src/run/parts.js


;// CONCATENATED MODULE: src/run/attempt/execution.js



var parts = __webpack_require__("src/checkpoint/parts.js");
var leavings = __webpack_require__("src/protocol/aside/leavings.js");
var failure_report = __webpack_require__("src/protocol/failure-report.js");
var end_start = __webpack_require__("src/protocol/end-start.js");
;// CONCATENATED MODULE: src/protocol/fail.js





async function recordFailure(writer, paths, failed) {
	const { disk } = writer;
	const confirm = () => (0,ownership .SG)(disk, paths, failed.record);
	confirm();
	const stays = failed.keepsCheckpoint === true ||
		(paths.work === paths.checkpoint && disk.stat(paths.checkpoint)?.kind === "directory");
	if (await disk.unlink(paths.marker))
		await disk.syncDirectory((0,external_node_path_.dirname)(paths.checkpoint));
	if (!stays && disk.exists(paths.checkpoint))
		await (0,leavings .m9)((0,ownership .nf)(writer, confirm), paths.checkpoint);
	await (0,failure_report .Jr)((0,ownership .nf)(writer, confirm), paths);
	await (0,end_start ._)(writer, paths, { ...failed.record, failure: failed.failure, ended: true });
}

var start_shard = __webpack_require__("src/run/start-shard.js");
;// CONCATENATED MODULE: src/run/attempt/retry.js
const LONGEST_DELAY_MS = 3_600_000;
function retryAfterMs(rules, number, trouble) {
	const { retries, retryOn, retryDelayMs } = rules;
	const isMeant = retryOn === undefined || isNamed(retryOn, trouble);
	if (number > retries || !isMeant || belongsToInput(rules, trouble))
		return undefined;
	return Math.min(Math.max(LONGEST_DELAY_MS, retryDelayMs), retryDelayMs * 2 ** (number - 1));
}
const OF_INPUT = new Set(["unreadable", "changed-meanwhile"]);
function belongsToInput({ noRetryOn }, trouble) {
	return OF_INPUT.has(trouble.reason) || isNamed(noRetryOn, trouble);
}
function isNamed(names, { kinds }) {
	return kinds?.some((kind) => names.includes(kind)) === true;
}

var cannot_clear = __webpack_require__("src/protocol/aside/cannot-clear.js");
;// CONCATENATED MODULE: src/run/attempt/record-result.js




const MOST_TAILS = 100;
const TAIL_LINES = 5;

function recordStartFailure(run, attempt, error) {
	if (error instanceof ownership .aY)
		return recordResult(run, attempt, "stopped", { why: error.message });
	if (!(error instanceof cannot_clear .BD)) {
		const why = (0,refused.whyRefused)(run.writing.writer.disk, error, attempt.verdict.task.paths.started);
		return recordResult(run, attempt, "failed", { why });
	}
	const why = error.message;
	const verdict = { ...attempt.verdict, kind: "blocked", reason: "cannot-clear" };
	recordResult(run, { ...attempt, verdict }, "stopped", { why });
}
function lastLines(text) {
	return text.split("\n").slice(-TAIL_LINES).join("\n");
}


;// CONCATENATED MODULE: src/run/attempt/fail.js









async function recordAttemptFailure(run, attempt, trouble) {
	const { exitCode, why } = trouble;
	const { stop } = run.state;
	const { id } = attempt.verdict.task.shard;
	const mustLeave = run.commands.limits.leaveAfterMs !== undefined;
	const isStopped = trouble.reason === "stopped";
	const failure = isStopped ? undefined : await failureOf(run, attempt, trouble);
	const isKept = failure === undefined || !(0,start_record .fM)(failure);
	if (isKept && (!mustLeave || stop.cause()?.kind !== "signal"))
		await attempt.work.saveNow(failure);
	if (failure === undefined) {
		recordResult(run, attempt, "stopped", { exitCode, why });
		return { kind: "over" };
	}
	const seconds = secondsOf(attempt);
	const record = await recordTrouble(run, attempt, trouble, failure);
	if (record === undefined)
		return { kind: "over" };
	const { definition } = run.writing;
	const failed = {
		...{ id, attempt, trouble, record, seconds },
		retryAfterMs: retryAfterMs(definition, attempt.number, trouble),
		belongsToInput: belongsToInput(definition, trouble),
	};
	if (stop.cause() !== undefined) {
		giveUp(run, failed);
		return { kind: "over" };
	}
	if (failed.retryAfterMs !== undefined) {
		const { retryAfterMs: afterMs } = failed;
		const after = afterMs > 0 && { afterMs };
		run.writing.emit({ kind: "retrying", shard: id, why, exitCode, ...after });
	}
	return { kind: "failed", failed };
}
function giveUp(run, { attempt, trouble, seconds }) {
	const { exitCode, why, stays } = trouble;
	recordResult(run, attempt, "failed", { exitCode, why, seconds, ...(stays && { stays }) });
}
async function startAgain(run, { attempt, record }) {
	const { verdict } = attempt;
	const number = attempt.number + 1;
	try {
		const lost = (0,ownership .p5)(run.writing.writer.disk, verdict.task.paths, record);
		if (lost !== undefined) {
			recordResult(run, { verdict, number }, "stopped", { why: lost });
			return undefined;
		}
		const started = await (0,start_shard .H)(run.writing, verdict, record);
		run.state.open.set(verdict.task.shard.id, started);
		return { verdict, number, started };
	}
	catch (error) {
		recordStartFailure(run, { verdict, number }, error);
		return undefined;
	}
}
async function recordTrouble(run, attempt, { why, exitCode, stays }, failure) {
	const { writing, state } = run;
	const { started, verdict } = attempt;
	const { record } = started;
	const { task } = verdict;
	try {
		await recordFailure(writing.writer, task.paths, {
			record,
			failure,
			keepsCheckpoint: stays === true,
		});
		state.open.delete(task.shard.id);
	}
	catch (error) {
		if (error instanceof ownership .aY) {
			recordResult(run, attempt, "stopped", { exitCode, why: `${why}; ${error.message}` });
			return undefined;
		}
		const text = `its failure could not be recorded: ${(0,refused.whyRefused)(writing.writer.disk, error, task.paths.started)}`;
		writing.emit({ kind: "warning", shard: task.shard.id, text });
	}
	const failed = { ...record, failure, ended: true };
	if ((0,start_record .gk)(failed) && task.wanted !== undefined)
		await writing.store.dropWork(task.wanted);
	return failed;
}
async function failureOf(run, attempt, { why, exitCode }) {
	const { failure: before } = attempt.started.record;
	return {
		times: (before?.times ?? 0) + 1,
		reason: why,
		exitCode,
		alike: (0,start_record .cl)(before, { reason: why, exitCode }, await hasNewPart(run, attempt)),
		logTail: attempt.log.tail(),
		at: new Date(run.writing.now()).toISOString(),
	};
}
async function hasNewPart({ writing }, { started, verdict }) {
	const { disk } = writing.writer;
	const { work } = verdict.task.paths;
	try {
		const { whole } = await (0,parts .fp)(disk, work, writing.definition.status);
		return [...(0,parts .Or)(disk, work, whole)].some((trace) => !started.parts.has(trace));
	}
	catch {
		return true;
	}
}

;// CONCATENATED MODULE: src/run/attempt/commit.js












async function recordUnmarked(run, attempt, { error, seconds }) {
	const why = (0,problem .bD)(error);
	if (error instanceof ownership .aY)
		return recordResult(run, attempt, "stopped", { why, seconds });
	if (!(error instanceof finish .yy)) {
		const { task } = attempt.verdict;
		const text = `the command finished, but its marker could not be written: ${(0,refused.whyRefused)(run.writing.writer.disk, error, task.paths.marker)}. Its checkpoint ${task.paths.checkpoint} stays: \`${task.markLine()}\` marks it, and nothing runs again`;
		return recordResult(run, attempt, "failed", { exitCode: 0, why: text, seconds, stays: true });
	}
	const text = `still-running: its checkpoint is not marked, since ${why}. Something still writes to it: let the command wait for what it starts`;
	const trouble = { reason: "still-running", why: text, exitCode: 0 };
	const failure = await failureOf(run, attempt, trouble);
	const record = await recordTrouble(run, attempt, trouble, failure);
	if (record !== undefined)
		recordResult(run, attempt, "failed", { exitCode: 0, why: text, seconds });
}

const PAUSES_MS = [100, 400, 1500];


function noteUnsaved({ writing, state }, shard, cause) {
	const isFirst = state.results.unsavedCount() === 0;
	const text = `could not be saved to ${writing.store.label}; the end of the run tries again: ${cause}`;
	writing.emit({ kind: isFirst ? "note" : "detail", shard, text });
	state.results.addUnsaved({ id: shard, why: cause });
}

var promises_ = __webpack_require__("node:timers/promises");
var environment = __webpack_require__("src/core/definition/environment.js");
var ends = __webpack_require__("src/run/attempt/ends.js");
;// CONCATENATED MODULE: src/run/attempt/reported.js





function isThrough({ marker, failed }) {
	return (0,external_node_fs_.existsSync)(marker) || isReport(failed);
}
function isReport(failed) {
	try {
		return (0,external_node_fs_.statSync)(failed, { throwIfNoEntry: false })?.isFile() === true;
	}
	catch {
		return false;
	}
}
function whenThrough(watch, { marker, failed }, listener) {
	const hasFolder = (0,external_node_fs_.existsSync)(failed) && !isReport(failed);
	const forgets = [marker, ...(hasFolder ? [] : [failed])].map((path) => watch.whenThere(path, listener));
	return () => {
		for (const forget of forgets)
			forget();
	};
}
const OF_ITSELF = new Set([undefined, "exit-code", "signal"]);

const LOOKS = 4;
const BETWEEN_LOOKS_MS = 50;


var verify = __webpack_require__("src/run/attempt/verify.js");
var tasks = __webpack_require__("src/checkpoint/tasks.js");
var keep_work = __webpack_require__("src/run/keep-work.js");
;// CONCATENATED MODULE: src/run/attempt/work-saver.js





;// CONCATENATED MODULE: src/run/attempt/attempt.js











async function attemptTogether(run, execution, { slot, ready }) {
	for (let remaining = ready; remaining.length > 0;) {
		const ends = await attemptOnce(run, execution, { slot, ready: remaining });
		const failed = ends.flatMap((end) => (end.kind === "failed" ? [end.failed] : []));
		await (0,pause .v)(run.state.stop, Math.max(0, ...failed.map((one) => one.retryAfterMs ?? 0)));
		remaining = await startTogether(run, failed);
	}
}
async function startTogether(run, failed) {
	const started = [];
	for (const one of failed) {
		const isOver = one.retryAfterMs === undefined || run.state.stop.cause() !== undefined;
		if (isOver)
			giveUp(run, one);
		const ready = isOver ? undefined : await startAgain(run, one);
		if (ready !== undefined)
			started.push(ready);
	}
	return started;
}




var log_line = __webpack_require__("src/core/text/log-line.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var command = __webpack_require__("src/run/attempt/command.js");
;// CONCATENATED MODULE: src/run/attempt/care.js





function signsOf(disk, { checkpoint, work }) {
	const left = { entries: MOST_ENTRIES };
	return [...new Set([checkpoint, work])].map((path) => signOf(disk, path, left)).join(" ");
}
const MOST_ENTRIES = 20_000;
const MOST_BESIDE = 64;

function signOf(disk, path, left) {
	if (left.entries <= 0)
		return "";
	left.entries -= 1;
	try {
		const stat = disk.stat(path);
		if (stat === undefined)
			return "-";
		const own = `${stat.sizeBytes}.${stat.mtimeNs}`;
		if (stat.kind !== "directory")
			return own;
		const inner = (disk.list(path) ?? []).filter(({ kind }) => kind !== "link");
		return [own, ...inner.map(({ name }) => signOf(disk, (0,external_node_path_.join)(path, name), left))].join();
	}
	catch {
		return "?";
	}
}

var attempt_trouble = __webpack_require__("src/run/attempt/trouble.js");
;// CONCATENATED MODULE: src/run/attempt/per-job.js





function perJob(run, slot) {
	let shared;
	return {
		openLog: (_, number) => {
			const name = (0,log_line .Jo)(run.writing.identity.runTag, number);
			return (shared ??= (0,command .Ne)(run.commands, { name, label: "job" }));
		},
		closeLog: () => Promise.resolve(),
		execute: (attempts, settle) => executeJob(run, slot, { attempts, settle }),
		endRound: async () => {
			const log = shared;
			shared = undefined;
			await log?.close();
		},
	};
}
async function executeJob(run, slot, { attempts, settle }) {
	const pending = new Set(attempts);
	if (!(await (0,command .HB)(run.commands, run.state.stop)))
		return settleRest(run, { attempts, settle }, { kind: "stopped" });
	const times = sharesOfTime();
	const { supervision, ended, care } = startProgram(run, slot, { attempts, pending });
	let settling = Promise.resolve();
	const forgets = attempts.map((attempt) => whenThrough(run.state.watch, attempt.verdict.task.paths, () => {
		if (!pending.delete(attempt))
			return;
		supervision.renew();
		const [timed = attempt] = times.take([attempt]);
		settling = settling.then(() => settle(timed, undefined));
	}));
	const end = await ended;
	supervision.release();
	if (end.kind !== "left")
		await care.settled();
	for (const forget of forgets)
		forget();
	const rest = times.take([...pending]);
	await settling;
	await settleRest(run, { attempts: rest, settle }, end);
}
function sharesOfTime() {
	let lastTick = performance.now();
	return {
		take: (attempts) => {
			const nowTick = performance.now();
			const seconds = (nowTick - lastTick) / 1000 / Math.max(1, attempts.length);
			lastTick = nowTick;
			return attempts.map((attempt) => ({ ...attempt, seconds }));
		},
	};
}
function startProgram(run, slot, { attempts, pending }) {
	const { commands, state, writing } = run;
	const [first] = attempts;
	if (first === undefined)
		throw new Error("A job has at least one shard.");
	const env = {
		...(0,command .Iy)(commands, slot),
		...(0,command .JX)({ token: writing.identity.newToken() }),
		SHARDS_FILE: writeShards(commands.scratch, attempts, (0,command .pd)(commands)),
	};
	const paths = () => [...pending].map(({ verdict }) => verdict.task.paths);
	const care = careFor(run, { slot, log: first.log, env: () => env, paths });
	const { emit, writer, definition } = writing;
	const waits = { paths, disk: writer.disk, definition, emit };
	const program = {
		...{ program: commands.command, env, log: care.log, slot, care, waits },
		isThrough: () => [...pending].some(({ verdict }) => isThrough(verdict.task.paths)),
	};
	return { ...(0,command .S0)(commands, state.stop, program), care };
}
function writeShards(scratch, attempts, folders) {
	const lines = attempts.map(({ started }) => JSON.stringify((0,command .d)(folders, started)));
	return scratch.write("shards.jsonl", lines.map((line) => `${line}\n`).join(""));
}
async function settleRest({ writing, commands }, { attempts, settle }, ended) {
	const logTail = attempts[0]?.log.tail() ?? "";
	const trouble = (0,attempt_trouble .L)(ended, { limits: commands.limits, logTail });
	for (const attempt of attempts) {
		const isMarked = writing.writer.disk.exists(attempt.verdict.task.paths.marker);
		await settle(attempt, isMarked ? undefined : trouble);
	}
}

;// CONCATENATED MODULE: src/run/attempt/per-shard.js





var supervise = __webpack_require__("src/run/attempt/supervise.js");
;// CONCATENATED MODULE: src/run/attempt/worker.js




function startWorker(run, slot) {
	const { commands, state } = run;
	let pieces = 0;
	let log;
	let own;
	const take = (stream, chunk) => {
		pieces += 1;
		const target = log ?? (own ??= openOwnLog(run, slot, group));
		target.take(stream, chunk);
	};
	const ready = () => (log ?? own)?.ready();
	const env = (0,command .Iy)(commands, slot);
	const group = (0,command .ql)(commands, { program: commands.command, env, log: { take, ready }, slot }, "pipe");
	const gone = group.exit.then(() => own?.close());
	return {
		group,
		isRunning: () => group.process !== undefined && (0,processes ._n)(group.process),
		attach: (given) => {
			log = given;
		},
		detach: async () => {
			await quiet(() => pieces);
			log = undefined;
		},
		close: async () => {
			group.endInput();
			const { limits } = commands;
			const timeoutMs = limits.stopGraceMs;
			const supervision = (0,supervise .z)(group, { stop: state.stop, limits, timeoutMs });
			await Promise.race([gone, supervision.left]);
			supervision.release();
		},
	};
}
function openOwnLog({ writing, commands }, slot, { process }) {
	const name = `worker-${writing.identity.runTag}.${process?.pid ?? 0}.log`;
	return (0,command .Ne)(commands, { name, label: slot.name });
}
const MOST_ROUNDS = 4;
async function quiet(pieces) {
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const before = pieces();
		await (0,promises_.setImmediate)();
		await (0,promises_.setImmediate)();
		if (pieces() === before)
			return;
	}
}

;// CONCATENATED MODULE: src/run/attempt/per-slot.js






function perSlot(run, slot) {
	const worker = slotWorker(run, slot);
	const { commands } = run;
	return {
		openLog: (started) => (0,command .SQ)(commands, started),
		closeLog: (log) => log.close(),
		execute: async (attempts, settle) => {
			for (const attempt of attempts) {
				const ended = await executeOn(run, worker, attempt);
				await settle(attempt, troubleWith(run, attempt, ended));
			}
		},
		endRound: () => Promise.resolve(),
		close: worker.close,
	};
}
function slotWorker(run, slot) {
	let live;
	return {
		current: async () => {
			if (live?.isRunning() === false)
				await live.group.exit;
			if (live !== undefined)
				return { worker: live, isFresh: false };
			if (!(await (0,command .HB)(run.commands, run.state.stop)))
				return undefined;
			const worker = startWorker(run, slot);
			void worker.group.exit.then(() => {
				if (live === worker)
					live = undefined;
			});
			live = worker;
			return { worker, isFresh: true };
		},
		leave: () => {
			live = undefined;
		},
		close: async () => live?.close(),
	};
}
async function executeOn(run, slotWorkers, { started, log, slot }) {
	for (;;) {
		const current = await slotWorkers.current();
		if (current === undefined)
			return { kind: "stopped" };
		const { worker, isFresh } = current;
		const { paths } = started.task;
		const env = () => (0,command .KS)(run.commands, slot, started);
		const care = careFor(run, { slot, log, env, paths: () => [paths] });
		worker.attach(care.log);
		worker.group.write(`${JSON.stringify((0,command .d)((0,command .pd)(run.commands), started))}\n`);
		const ended = await untilThrough(run, worker.group, { paths, care });
		if (ended === "through" || ended.kind !== "left")
			await care.settled();
		if (ended !== "through" && ended.kind === "left")
			slotWorkers.leave();
		await worker.detach();
		const isRetired = ended !== "through" && ended.kind === "exit" && ended.code === 0;
		if (isFresh || !isRetired || isThrough(paths))
			return ended;
		if (run.state.stop.cause() !== undefined)
			return { kind: "stopped" };
	}
}
function troubleWith({ commands }, { verdict, log }, ended) {
	if (ended === "through" || isThrough(verdict.task.paths))
		return undefined;
	const why = "the worker ended before it made the shard's .done";
	return ((0,attempt_trouble .L)(ended, { limits: commands.limits, logTail: log.tail() }) ?? {
		reason: "exit-code",
		why,
		exitCode: 0,
	});
}
async function untilThrough({ commands, state }, group, { paths, care }) {
	const { limits } = commands;
	const timeoutMs = limits.shardTimeoutMs;
	const supervision = (0,supervise .z)(group, {
		...{ stop: state.stop, limits, timeoutMs, care },
		isThrough: () => isThrough(paths),
	});
	let forget = () => undefined;
	const through = new Promise((resolve) => {
		forget = whenThrough(state.watch, paths, () => resolve("through"));
	});
	try {
		const first = await Promise.race([through, group.exit, supervision.left]);
		const cause = supervision.cause();
		if (cause === undefined)
			return first;
		await Promise.race([group.exit, supervision.left]);
		return supervision.cause() ?? cause;
	}
	finally {
		forget();
		supervision.release();
	}
}

var release_starts = __webpack_require__("src/run/release-starts.js");
;// CONCATENATED MODULE: src/run/schedule/claims.js



function placesBySize(list, sizeOf) {
	const sizes = list.map(sizeOf);
	const places = list.map((_, place) => place);
	return places.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

;// CONCATENATED MODULE: src/run/schedule/blame.js
const FAILURES_BEFORE_SMALL = 3;
const SMALL_FAILURES = 2;
const FAILURES_BEFORE_STOP = 5;
const FAILURES_BEFORE_DOUBT = 3;
const FAILURES_WITHOUT_WITNESS = 5;

class PlacesOfRun {
	#records;
	#onRetired;
	#triedAt = new Map();
	#successes = 0;
	constructor(places, onRetired) {
		this.#records = new Map(places.map((place) => [place, freshRecord()]));
		this.#onRetired = onRetired;
	}
	succeeded = (place, shard) => {
		this.#successes += 1;
		const own = this.#recordOf(place);
		own.successes += 1;
		absolve(own);
		for (const [other, record] of this.#records) {
			if (other === place)
				continue;
			if (record.failed.has(shard))
				record.isProven = true;
			this.#judge(other);
		}
	};
	failed = (place, shard, belongsToInput = false) => {
		const tried = this.#triedAt.get(shard) ?? new Set();
		this.#triedAt.set(shard, tried);
		const others = [...tried].filter((other) => other !== place);
		tried.add(place);
		if (others.length === 0 && !belongsToInput)
			this.#recordOf(place).failed.add(shard);
		for (const other of others) {
			this.#recordOf(other).failed.delete(shard);
			this.#judge(other);
		}
		this.#judge(place);
	};
	standingOf = (place) => this.#recordOf(place).standing;
	suspects = (place, shard) => this.#recordOf(place).failed.has(shard);
	mayTry = (place, shard) => this.#triedAt.get(shard)?.has(place) !== true || !this.mayBeTriedElsewhere(shard);
	mayBeTriedElsewhere = (shard) => {
		const tried = this.#triedAt.get(shard);
		return [...this.#records].some(([place, record]) => isTrusted(record) && tried?.has(place) !== true);
	};
	looksForSmall = () => this.#successes === 0 && this.#triedAt.size >= FAILURES_BEFORE_SMALL;
	isHopeless = (failures, small) => {
		if (failures - this.#triedAt.size >= FAILURES_BEFORE_STOP)
			return true;
		if (this.#successes > 0 || failures < FAILURES_BEFORE_STOP)
			return false;
		const failing = new Set([...this.#triedAt.values()].flatMap((tried) => [...tried]));
		const isOnePlace = this.#records.size > 1 && failing.size === 1 && this.#triedAt.size >= failures;
		return !isOnePlace && (small.areOver || small.failed >= SMALL_FAILURES);
	};
	#judge(place) {
		const record = this.#recordOf(place);
		if (record.standing === "retired")
			return;
		record.standing = "trusted";
		const hasWitness = this.#successes > record.successes;
		const most = hasWitness ? FAILURES_BEFORE_DOUBT : FAILURES_WITHOUT_WITNESS;
		if (record.failed.size < most)
			return;
		const others = [...this.#records].filter(([other]) => other !== place);
		if (!others.some(([, other]) => isTrusted(other))) {
			for (const one of this.#records.values())
				absolve(one);
			return;
		}
		record.standing = record.isProven ? "retired" : "doubted";
		if (record.isProven)
			this.#onRetired(place, record.failed.size);
	}
	#recordOf(place) {
		const record = this.#records.get(place);
		if (record === undefined)
			throw new RangeError(`${place} is no place of this run`);
		return record;
	}
}

function isTrusted({ standing }) {
	return standing === "trusted";
}


;// CONCATENATED MODULE: src/run/schedule/fresh-shards.js


async function takeSmall(steps, claims, small) {
	const next = await claims.nextSmall();
	if (next.kind !== "claimed")
		return undefined;
	const { shard } = next;
	small.add(steps.idOf(shard));
	return { shard };
}



async function takeAhead(steps, claims) {
	for (;;) {
		const taken = await takeNext(claims);
		if ("kind" in taken)
			return undefined;
		if (!steps.isBlank(taken.shard))
			return taken;
		const ready = await steps.start(taken.shard);
		if (ready !== undefined)
			return { ...taken, ready };
	}
}

;// CONCATENATED MODULE: src/run/schedule/handed-back.js


class FailedShards {
	#steps;
	#blame;
	#delayed = new Map();
	#due = [];
	#held = new Set();
	#tellDue = () => undefined;
	constructor(steps, blame) {
		this.#steps = steps;
		this.#blame = blame;
	}
	onDue = (listener) => {
		this.#tellDue = listener;
	};
	add = (failed, place) => {
		const one = { failed, place };
		const { id, retryAfterMs } = failed;
		if (retryAfterMs === 0)
			this.#due.push(one);
		else if (retryAfterMs !== undefined)
			this.#delay(one, retryAfterMs);
		else if (this.#blame.suspects(place, id) && this.#blame.mayBeTriedElsewhere(id)) {
			this.#steps.holdBack(failed);
			this.#held.add(one);
		}
		else
			this.#steps.giveUp(failed);
	};
	take = (place) => {
		const at = this.#due.findIndex(({ failed }) => this.#blame.mayTry(place, failed.id));
		return at === -1 ? undefined : this.#due.splice(at, 1)[0]?.failed;
	};
	review = () => {
		for (const one of this.#held)
			this.#reviewHeld(one);
		const isPointless = (one) => isTest(one) && !this.#blame.mayBeTriedElsewhere(one.failed.id);
		const pointless = this.#due.filter(isPointless);
		this.#due = this.#due.filter((one) => !pointless.includes(one));
		for (const { failed } of pointless)
			this.#steps.giveUp(failed);
	};
	isWaiting = () => this.#due.length > 0 || this.#delayed.size > 0;
	usedUp = () => this.#held.size + this.#due.filter(isTest).length;
	close = () => {
		for (const timer of this.#delayed.values())
			timer.stop();
		const rest = [...this.#delayed.keys(), ...this.#due.splice(0), ...this.#held];
		this.#delayed.clear();
		this.#held.clear();
		for (const { failed } of rest)
			this.#steps.giveUp(failed);
	};
	#delay(one, ms) {
		const wake = () => {
			this.#delayed.delete(one);
			this.#due.push(one);
			this.#tellDue();
		};
		this.#delayed.set(one, (0,machine_timer .I)(ms, wake));
	}
	#reviewHeld(one) {
		const { failed, place } = one;
		const isSuspect = this.#blame.suspects(place, failed.id);
		if (isSuspect && this.#blame.standingOf(place) === "trusted")
			return;
		this.#held.delete(one);
		if (isSuspect && this.#blame.mayBeTriedElsewhere(failed.id)) {
			this.#steps.tryElsewhere(failed);
			this.#due.push(one);
		}
		else
			this.#steps.giveUp(failed);
	}
}
function isTest({ failed }) {
	return failed.retryAfterMs === undefined;
}

;// CONCATENATED MODULE: src/run/schedule/changes.js


;// CONCATENATED MODULE: src/run/schedule/ready-shards.js


class Ready {
	#steps;
	#sources;
	#changes = createChanges();
	#removeStop;
	#left = 0;
	#smallFailed = 0;
	constructor(steps, sources) {
		this.#steps = steps;
		this.#sources = sources;
		sources.back.onDue(this.#changes.tell);
		this.#removeStop = steps.onStop(() => {
			sources.back.close();
			this.#changes.tell();
		});
	}
	next = async (place) => {
		while (!this.#isOver(place)) {
			const seen = this.#changes.count();
			const obtained = await obtain(this.#steps, this.#sources, place);
			if (obtained.kind === "ready")
				return obtained.ready;
			if (obtained.kind === "stopped")
				break;
			if (obtained.kind === "not-known")
				void obtained.again.then(this.#changes.tell);
			if (obtained.kind === "look-again")
				this.#review();
			else if (seen === this.#changes.count() && this.#isIdle())
				break;
			else
				await this.#changes.after(seen);
		}
		this.#left += 1;
		this.#changes.tell();
		return undefined;
	};
	ended = (place, end) => {
		const { fresh, back, blame } = this.#sources;
		if (end.kind === "done")
			blame.succeeded(place, end.id);
		if (end.kind === "failed") {
			const { id, belongsToInput } = end.failed;
			blame.failed(place, id, belongsToInput);
			if (fresh.isSmall(id))
				this.#smallFailed += 1;
			back.add(end.failed, place);
		}
		this.#review();
	};
	close = () => {
		this.#removeStop();
		this.#sources.back.close();
	};
	#isOver(place) {
		return this.#steps.isStopped() || this.#sources.blame.standingOf(place) === "retired";
	}
	#isIdle() {
		const { slots, back, fresh } = this.#sources;
		if (back.isWaiting() || fresh.isWaiting())
			return false;
		return this.#left + this.#changes.waiting() === slots - 1;
	}
	#review() {
		const { fresh, back, blame } = this.#sources;
		back.review();
		const small = { failed: this.#smallFailed, areOver: fresh.areOver() };
		const isHopeless = (failures) => blame.isHopeless(failures, small);
		this.#steps.checkFailures(back.usedUp(), isHopeless);
		this.#changes.tell();
	}
}

async function readyAgain(steps, failed) {
	const ready = await steps.startAgain(failed);
	if (ready === undefined)
		return { kind: "look-again" };
	if (!steps.isStopped())
		return { kind: "ready", ready };
	steps.giveUp(failed);
	return { kind: "stopped" };
}

;// CONCATENATED MODULE: src/run/schedule/schedule.js





const SHORT_MS = 1000;


const CLAIMS_AT_ONCE = 32;
async function startAll(steps, claims) {
	const shards = [];
	for (let next = await claims.next(); next.kind !== "none"; next = await claims.next()) {
		if (next.kind === "claimed")
			shards.push(next.shard);
		else
			await next.again;
		if (shards.length % CLAIMS_AT_ONCE === 0)
			await (0,promises_.setImmediate)();
	}
	const started = [];
	for (const shard of shards) {
		if (steps.isStopped())
			break;
		const isBlank = steps.isBlank(shard);
		const ready = await steps.start(shard);
		if (ready !== undefined)
			started.push({ ready, isBlank });
	}
	if (!steps.isStopped())
		return started.map(({ ready }) => ready);
	for (const { ready, isBlank } of started)
		if (isBlank)
			await steps.withdraw(ready);
	return [];
}

var decide = __webpack_require__("src/core/decide/decide.js");
var text_text = __webpack_require__("src/core/text/text.js");
var model_unreadable = __webpack_require__("src/core/model/unreadable.js");
var duration = __webpack_require__("src/core/text/duration.js");
;// CONCATENATED MODULE: src/protocol/withdraw.js

async function withdraw({ disk }, paths, start) {
	(0,ownership .SG)(disk, paths, start);
	if (paths.work !== paths.checkpoint)
		await disk.removeTree(paths.work);
	(0,ownership .SG)(disk, paths, start);
	await disk.unlink(paths.started);
}

;// CONCATENATED MODULE: src/run/shard-steps.js




















function sizeOfInputs({ writing }, { task }) {
	const { disk } = writing.writer;
	return task.inputs.reduce((sum, path) => sum + (disk.stat(path)?.sizeBytes ?? 0), 0);
}


function leaveAlone(run, verdict, { owner, liveness, host, place }) {
	const { stop, unknowns } = run.state;
	if (liveness === "unknown" && stop.cause() === undefined)
		return unknowns.askAgain(verdict.task.shard.id, { owner, host });
	const name = run.state.owners.nameOf(owner, host);
	const why = `another run (${name}) is working on it, as ${place} says: ${ownership .xw}`;
	recordResult(run, { verdict, number: 0 }, "stopped", { why });
	return undefined;
}
function leaveForNextRun(run, verdict, why) {
	recordResult(run, { verdict, number: 0 }, "stopped", { why });
}
function changedSince(changed) {
	return `${changed} since the run began: run again`;
}


function isDoneHere({ definition }, task, facts) {
	const fingerprint = (0,evidence ._)(facts, task.fingerprint, definition.rerunOn);
	return (0,decide .LD)({ ...facts, ...evidence .L, ...fingerprint }).reason === "done";
}



async function takeBack({ writing, state }, { verdict, started }) {
	const { paths, shard } = verdict.task;
	try {
		await withdraw(writing.writer, paths, started.record);
		state.open.delete(shard.id);
		writing.emit({ kind: "withdrawn", shard: shard.id });
	}
	catch (error) {
		const text = `its start was not taken back: ${(0,problem .bD)(error)}`;
		writing.emit({ kind: "detail", shard: shard.id, text });
	}
}


;// CONCATENATED MODULE: src/run/execute.js













function tellRetired({ writing, state }, slots, { place, failures }) {
	const names = slots.filter((slot) => placeOf(slot) === place).map(({ name }) => name);
	const retired = { slots: names, gpu: place, failures };
	state.results.addRetired(retired);
	writing.emit({ kind: "slot-retired", ...retired });
}




var liveness = __webpack_require__("src/run/liveness.js");
;// CONCATENATED MODULE: src/run/schedule/background-queue.js



var gpu_list = __webpack_require__("src/machine/gpu/list.js");
;// CONCATENATED MODULE: src/machine/gpu/share.js

function gpuEnvironment({ gpus, variable, isPciOrder }, share) {
	if (share.length === gpus.length)
		return {};
	return {
		[variable]: share.map(({ value }) => value).join(","),
		...(isPciOrder === true && { CUDA_DEVICE_ORDER: "PCI_BUS_ID" }),
	};
}

var lease = __webpack_require__("src/machine/lease.js");
;// CONCATENATED MODULE: src/run/schedule/slots.js





const ASK_AGAIN_MS = 2000;



async function leaseGpus(request, gpus) {
	for (let isFirst = true;; isFirst = false) {
		const answers = await askForAll(request, gpus);
		if (isFirst)
			tellOfHolders(request, answers);
		const leases = answers.filter((answer) => answer.kind === "lease");
		const isKnown = !answers.some((one) => one.kind === "held" && one.liveness === "unknown");
		const isStopped = request.stop.cause() !== undefined;
		if (leases.length > 0 && isKnown && !isStopped)
			return { gpus: gpus.filter((_, place) => answers[place]?.kind === "lease"), leases };
		for (const lease of leases)
			await lease.release();
		if (isStopped)
			return undefined;
		await (0,pause .v)(request.stop, ASK_AGAIN_MS);
	}
}
async function askForAll({ leases }, gpus) {
	const answers = [];
	for (const gpu of gpus)
		answers.push(await (0,lease .ZZ)(leases, `gpu ${gpu.lease}`));
	return answers;
}
function tellOfHolders({ owners, leases, emit }, answers) {
	const held = answers.filter((answer) => answer.kind === "held");
	if (held.length === 0)
		return;
	const names = [...new Set(held.map(({ owner }) => owners.nameOf(owner)))].join("; ");
	const isUnknown = held.some(({ liveness }) => liveness === "unknown");
	const rest = held.length < answers.length
		? "This run goes on with the others."
		: "This run waits until one is free; stopping it loses nothing.";
	const next = isUnknown
		? "Whether it lives is known after three minutes at most; this run waits for that."
		: rest;
	const verb = held.length === 1 ? "is" : "are";
	const text = `${held.length} of ${(0,text_text .LS)(answers.length, "GPU")} ${verb} leased by another run (${names}), as ${leases.folder} says. ${next}`;
	emit({ kind: "warning", text });
}

;// CONCATENATED MODULE: src/commands/run/run-shards.js



















function skippedResult({ task, kind, reason, detail, seconds }) {
	return {
		id: task.shard.id,
		decision: kind,
		reason,
		outcome: kind === "skip" ? "skipped" : "stopped",
		exitCode: null,
		seconds: 0,
		attempts: 0,
		...(kind === "blocked" && { why: detail }),
		...(kind === "skip" && seconds !== undefined && { secondsSaved: seconds }),
	};
}

function leftResult(verdict, left) {
	if (left === undefined)
		return undefined;
	const { why, kind } = left;
	const result = { ...skippedResult(verdict), why };
	if (kind === "failed")
		return { ...result, outcome: "failed" };
	if (kind === "held")
		return { ...result, outcome: "stopped" };
	return { ...result, outcome: "stopped", decision: "blocked", reason: kind };
}

;// CONCATENATED MODULE: src/commands/run/run-job.js


























const SAVES_AT_END_MS = 240_000;















 }),

"src/commands/status-watch.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  watchStatus: () => ( watchStatus)
});

var promises_ = __webpack_require__("node:timers/promises");
var log_line = __webpack_require__("src/core/text/log-line.js");
var text_text = __webpack_require__("src/core/text/text.js");
var cells = __webpack_require__("src/ui/render/cells.js");
var live_block = __webpack_require__("src/ui/render/live-block.js");
var state_words = __webpack_require__("src/ui/render/state-words.js");
;// CONCATENATED MODULE: src/ui/render/watch-lines.js





const NAMED = ["failed", "blocked", "running", "unknown", "interrupted"];
function watchLine({ total, done, states }) {
	const open = (0,state_words ._d)({ ...states, done: 0 }).map(([name, amount]) => `${amount} ${name}`);
	return [`${done} of ${(0,text_text .LS)(total, "shard")} complete`, ...open].join(" \u00b7 ");
}
function watchBlock(answer, { room, paint }) {
	const { columns, rows } = room;
	const named = NAMED.flatMap((wanted) => answer.shards.filter(({ state }) => state === wanted));
	const most = Math.max(1, Math.floor(rows / 2) - 2);
	const shown = named.slice(0, most);
	const cut = (text) => (0,cells .n)((0,log_line .Kw)(text), columns - 1);
	const head = `${(0,live_block .M0)(answer.done / Math.max(1, answer.total))} ${watchLine(answer)}`;
	return [
		paint("bold", cut(head)),
		...shown.map(({ id, state, detail }) => cut(`${state.padEnd(11)} ${id}  ${detail}`)),
		...(named.length > shown.length
			? [cut(`\u2026 and ${named.length - shown.length} more of these`)]
			: []),
	];
}

var terminal_live = __webpack_require__("src/ui/terminal/live.js");
var terminal = __webpack_require__("src/ui/terminal/terminal.js");
var cli_call = __webpack_require__("src/commands/cli/call.js");
;// CONCATENATED MODULE: src/commands/status-watch.js






const LEAST_MS = 2000;
const LOOKING = 1 / 20;
async function watchStatus(call, look) {
	let latest;
	const paint = (0,terminal .C2)("stdout", process.env);
	const live = call.isJson || !(0,terminal .Hd)("stdout")
		? undefined
		: (0,terminal_live .n)("stdout", call.invocation.reporter, (room) => latest === undefined ? [] : watchBlock(latest, { room, paint }));
	const invocation = {
		...call.invocation,
		reporter: tellingOnce(live?.reporter ?? call.invocation.reporter),
	};
	let told = "";
	for (;;) {
		const beganMs = performance.now();
		const { answer, exitCode } = await look(invocation);
		latest = answer;
		live?.begin();
		const text = call.isJson ? (0,log_line .EL)(answer) : watchLine(answer);
		const state = call.isJson ? stateOf(answer) : text;
		if (live === undefined && state !== told)
			await (0,cli_call .y)(`${text}\n`);
		told = state;
		if (answer.pending === 0)
			return await lastOf(live, text, exitCode);
		await (0,promises_.setTimeout)(Math.max(LEAST_MS, (performance.now() - beganMs) / LOOKING));
	}
}
async function lastOf(live, text, exitCode) {
	live?.end();
	if (live !== undefined)
		await (0,cli_call .y)(`${text}\n`);
	return exitCode;
}
function stateOf({ shards }) {
	return JSON.stringify(shards.map(({ id, state, reason }) => [id, state, reason]));
}
function tellingOnce(reporter) {
	const told = new Set();
	const once = (say) => (text) => {
		if (!told.has(text))
			say(text);
		told.add(text);
	};
	return {
		...reporter,
		info: once(reporter.info),
		warn: once(reporter.warn),
		error: once(reporter.error),
	};
}


 }),

"src/commands/unmark.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
 __webpack_require__.d(__webpack_exports__, {
   unmark: () => ( unmark),
   unmarkCommand: () => ( unmarkCommand)
 });
 var _checkpoint_generations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/generations.js");
 var _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/job/act-on-shards.js");
 var _job_open_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/job/open.js");
 var _job_writer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/job/writer.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/processes.js");
 var _protocol_unmark_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/unmark.js");
 var _print_marks_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/commands/print-marks.js");







async function unmark(invocation, options) {
	const job = await (0,_job_open_js__WEBPACK_IMPORTED_MODULE_2__ .Iv)(invocation, { runs: false });
	const writer = (0,_job_writer_js__WEBPACK_IMPORTED_MODULE_3__ .b)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ .WF)(), job.definition);
	const chosen = await (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_1__ .Sw)(invocation, job, { options, wanted: countsAsDone });
	const at = new Date(invocation.now()).toISOString();
	return (0,_job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_1__ .$c)(invocation, chosen, (verdict, atWork) => unmarkOne(writer, at, { job, verdict, atWork }));
}
async function unmarkOne(writer, at, { job, verdict, atWork }) {
	const { store, definition } = job;
	const { task, entry, facts } = verdict;
	const busy = await atWork();
	if (busy !== undefined)
		return busy;
	if (!countsAsDone(verdict))
		return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_1__ .ST;
	await (0,_protocol_unmark_js__WEBPACK_IMPORTED_MODULE_5__ .P)(writer, task.paths, {
		id: task.shard.id,
		hasCheckpoint: facts.checkpoint !== "absent",
		at,
		revokes: (0,_checkpoint_generations_js__WEBPACK_IMPORTED_MODULE_0__ .nt)(task, definition),
	});
	if (entry !== undefined) {
		const revoked = await store.revoke(entry);
		if (revoked.kind === "unavailable")
			return {
				kind: "refused",
				why: `its marker is gone here, and its result stays in ${store.label}: ${revoked.cause}. Unmark it again once the store answers`,
			};
	}
	return _job_act_on_shards_js__WEBPACK_IMPORTED_MODULE_1__ .Rj;
}
function countsAsDone({ kind, facts, entry }) {
	return kind === "skip" || facts.marker.kind !== "none" || entry !== undefined;
}
const unmarkCommand = {
	name: "unmark",
	about: "remove markers, here and in the store, so that the shards run again",
	positionals: { kind: "many", word: "ID|PATH" },
	switches: ["json", "all"],
	takesInputs: true,
	example: ["donemark unmark out/a.pt", "the next run makes this checkpoint again"],
	run: async (call) => (0,_print_marks_js__WEBPACK_IMPORTED_MODULE_6__ .g)(call, await unmark(call.invocation, (0,_print_marks_js__WEBPACK_IMPORTED_MODULE_6__ .m)(call)), "unmarked"),
};


 }),

"src/commands/verify.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  verify: () => ( verify),
  verifyCommand: () => ( verifyCommand)
});

var duration = __webpack_require__("src/core/text/duration.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var streams = __webpack_require__("src/ui/terminal/streams.js");
var terminal = __webpack_require__("src/ui/terminal/terminal.js");
;// CONCATENATED MODULE: src/ui/terminal/progress-line.js



const EVERY_MS = 100;
const ANEW = "\r\u001b[K";
function progressLine() {
	if (!(0,terminal .Hd)("stderr"))
		return { show: () => undefined, clear: () => undefined };
	let shownTick;
	return {
		show: (text) => {
			const nowTick = performance.now();
			if (shownTick !== undefined && nowTick - shownTick < EVERY_MS)
				return;
			shownTick = nowTick;
			const line = (0,log_line .Kw)(text).slice(0, (process.stderr.columns || 80) - 1);
			(0,streams .tl)("stderr").write(ANEW + line);
		},
		clear: () => {
			if (shownTick !== undefined)
				(0,streams .tl)("stderr").write(ANEW);
		},
	};
}

var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/ui/render/verify-lines.js



function verifyLines(all, view) {
	const { workspace, paint } = view;
	const rows = all.flatMap(({ path, objection }) => objection === undefined
		? []
		: [
			{
				path: (0,shard_paths .pS)(workspace, path),
				verdict: objection.word,
				why: objection.sentence,
			},
		]);
	const amount = (0,text_text .LS)(all.length, "checkpoint");
	if (rows.length === 0)
		return [`${amount} verified, nothing wrong${remarks(all, view)}`];
	const isMarked = all.some(({ objection, facts }) => objection && objection.word !== "unreadable" && facts.marker.kind !== "none");
	return [
		...table(rows, paint),
		"",
		paint("bold", `${rows.length} of ${amount} wrong${remarks(all, view)}`),
		...(isMarked ? ["`donemark unmark PATH` makes a marked one's shard run again."] : []),
	];
}
const WIDEST_PATH = 60;
function table(rows, paint) {
	const head = { path: "path", verdict: "verdict", why: "reason" };
	const all = [head, ...rows];
	const pathWidth = Math.min(WIDEST_PATH, longest(all.map(({ path }) => path)));
	const wordWidth = longest(all.map(({ verdict }) => verdict));
	const line = ({ path, verdict, why }, colour) => `${path.padEnd(pathWidth)}  ${paint(colour, verdict.padEnd(wordWidth))}  ${why}`;
	return [paint("dim", line(head, "dim")), ...rows.map((row) => line(row, "red"))];
}
function longest(texts) {
	return texts.reduce((most, text) => Math.max(most, text.length), 0);
}
function remarks(all, { isDeep, busy }) {
	const read = all.reduce((sum, { facts }) => sum + facts.bytesRead, 0);
	const unproven = all.filter(({ objection, facts }) => !objection && !facts.isProven).length;
	const facts = [
		`${(0,duration .z3)(read)} read`,
		isDeep && unproven > 0
			? `${unproven} with no digest or checksum to hold every byte against`
			: undefined,
		busy > 0 ? `${busy} left out: a run is at work on ${busy === 1 ? "it" : "them"}` : undefined,
	];
	return ` (${facts.filter((fact) => fact !== undefined).join("; ")})`;
}

var call = __webpack_require__("src/commands/cli/call.js");
var external_node_os_ = __webpack_require__("node:os");
var verify_answer = __webpack_require__("src/core/answers/verify-answer.js");
var decide = __webpack_require__("src/core/decide/decide.js");
var parallel = __webpack_require__("src/core/text/parallel.js");
var problem = __webpack_require__("src/core/text/problem.js");
var bad_checkpoint_record = __webpack_require__("src/files/bad-checkpoint-record.js");
var look = __webpack_require__("src/checkpoint/look.js");
var records = __webpack_require__("src/checkpoint/records.js");
var claims = __webpack_require__("src/protocol/claims.js");
var processes = __webpack_require__("src/machine/processes.js");
var job_targets = __webpack_require__("src/job/targets.js");
var marker_key = __webpack_require__("src/job/marker-key.js");
;// CONCATENATED MODULE: src/commands/verify.js


















async function verify(invocation, options) {
	const { disk, workspace, home } = invocation;
	const isJob = options.targets.length === 0;
	const chosen = await (isJob
		? (0,job_targets .Ky)(invocation)
		: (0,job_targets .v9)(invocation, options.targets));
	const { definition } = chosen;
	const isDeep = options.deep || definition.validate === "deep";
	const rules = {
		...(0,look .Mc)(definition),
		markers: (0,marker_key .R)(invocation),
		depth: isDeep ? "deep" : "structure",
		trustsMarker: false,
		home,
	};
	const targets = isJob ? withoutBusy(disk, chosen.targets) : chosen.targets;
	const progress = { verified: 0, total: targets.length, bytesRead: 0, wrong: 0 };
	options.onProgress?.(progress);
	const width = widthOf(invocation, definition);
	const assessments = await (0,parallel .H)(targets, width, async (target) => {
		const one = (0,decide .no)(target.path, await (0,look .Op)(disk, target, rules));
		progress.verified += 1;
		progress.bytesRead += one.facts.bytesRead;
		if (one.objection !== undefined)
			progress.wrong += 1;
		options.onProgress?.(progress);
		return one;
	});
	await (0,bad_checkpoint_record .ZO)(invocation, assessments.flatMap(badCheckpoint));
	const answer = (0,verify_answer ._)(workspace, assessments);
	const exitCode = progress.wrong > 0 ? problem .dc.checkpoint : problem .dc.done;
	const busy = chosen.targets.length - targets.length;
	return { answer, assessments, busy, isDeep, exitCode };
}
function withoutBusy(disk, targets) {
	const self = (0,processes .WF)();
	return targets.filter(({ path }) => !(0,claims .aN)((0,records .H)(disk, path).startRecord, self));
}
function badCheckpoint({ path, objection }) {
	const { word } = objection ?? {};
	if (objection === undefined || word === "absent" || word === "unreadable")
		return [];
	return [{ path, reason: (0,decide .cA)(objection) }];
}
const MOST_AT_ONCE = 8;
function widthOf({ inputs }, { parallel }) {
	const isGiven = inputs.values["parallel"] !== undefined;
	if (isGiven && parallel !== "auto")
		return parallel;
	return Math.min(MOST_AT_ONCE, (0,external_node_os_.availableParallelism)());
}
const verifyCommand = {
	name: "verify",
	about: "check checkpoints and their markers: those of the definition, or at paths and globs",
	positionals: { kind: "many", word: "PATH" },
	switches: ["json", "deep"],
	takesInputs: true,
	example: ["donemark verify --deep 'out/*.pt'", "reads every byte of these checkpoints"],
	run: runVerify,
};
async function runVerify({ invocation, args, isJson }) {
	const progress = progressLine();
	const { answer, assessments, busy, isDeep, exitCode } = await verify(invocation, {
		targets: args.positionals,
		deep: args.switches.has("deep"),
		onProgress: (so) => progress.show(progressText(so)),
	});
	progress.clear();
	const paint = (0,terminal .C2)("stdout", process.env);
	const { workspace } = invocation;
	const lines = isJson
		? [(0,log_line .EL)(answer)]
		: verifyLines(assessments, { workspace, busy, isDeep, paint }).map(log_line .Kw);
	await (0,call .y)(`${lines.join("\n")}\n`);
	return exitCode;
}
function progressText({ verified, total, bytesRead, wrong }) {
	const found = wrong > 0 ? ` \u00b7 ${wrong} wrong` : "";
	return `${verified} of ${total} verified \u00b7 ${(0,duration .z3)(bytesRead)} read${found}`;
}


 }),

"src/core/answers/verify-answer.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   H: () => ( answerCheckpoint),
   _: () => ( answerVerify)
 });
 var _decide_decide_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/decide.js");
 var _model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/shard-paths.js");


function answerVerify(workspace, all) {
	return { checkpoints: all.map((one) => answerCheckpoint(workspace, one)) };
}
function answerCheckpoint(workspace, { path, facts, objection }) {
	const { format, statusText, version, sizeBytes, bytesRead, why } = facts;
	return {
		path: (0,_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ .pS)(workspace, path),
		ok: objection === undefined,
		marker: markerWord(facts),
		format,
		structure: facts.checkpoint === "absent" ? "unknown" : facts.checkpoint,
		status: statusText ?? null,
		version: version ?? null,
		sizeBytes,
		bytesRead,
		why: (objection === undefined ? why : (0,_decide_decide_js__WEBPACK_IMPORTED_MODULE_0__ .cA)(objection)) ?? null,
	};
}
function markerWord({ marker }) {
	if (marker.kind === "foreign")
		return "full";
	return marker.kind === "unread" ? "none" : marker.kind;
}


 }),

"src/core/definition/agree.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var plain = (function plain(value) {
	return JSON.stringify(typeof value === "string" ? (0,_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ .fQ)(value) : value) ?? "";
});
var tell = (function tell(value) {
	return value === undefined ? "none" : (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(value);
});

 __webpack_require__.d(__webpack_exports__, {
   findDisagreements: () => ( findDisagreements)
 });
 var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/definition/fields.js");
 var _model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/fingerprint.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/text.js");



function findDisagreements(job, plan, given) {
	return agreedNames(plan)
		.filter((name) => plain(valueOf(job, name)) !== plain(valueOf(plan, name)))
		.map((name) => {
		const layer = given.find(({ values }) => !(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .z3)(values[name]));
		const there = layer?.label(name) ?? name;
		return (`${name} is not what the shards were planned with: the plan's definition has ${tell(valueOf(plan, name))}, ` +
			`and ${there} here is ${tell(valueOf(job, name))}. Leave it out here, so that the plan's value holds, or give it to plan.`);
	});
}
function agreedNames({ command }) {
	return _fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr.filter((name) => {
		const { mustAgree } = _fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name];
		return mustAgree === "always" || (mustAgree === "with-command" && command !== undefined);
	});
}
function valueOf(definition, name) {
	return definition[_fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name].key];
}




 }),

"src/core/keys/entry-stamp.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   N: () => ( fenceIn),
   Z: () => ( stampOf)
 });
 var _ownership_fence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/ownership/fence.js");

function stampOf({ fence, finishedAt }) {
	if (fence !== undefined)
		return _ownership_fence_js__WEBPACK_IMPORTED_MODULE_0__ .iu + 1 + fence;
	return Math.min(Math.max(Date.parse(finishedAt) || 0, 0), _ownership_fence_js__WEBPACK_IMPORTED_MODULE_0__ .iu);
}
function fenceIn(stamp) {
	const fence = stamp - _ownership_fence_js__WEBPACK_IMPORTED_MODULE_0__ .iu - 1;
	return (0,_ownership_fence_js__WEBPACK_IMPORTED_MODULE_0__ .Cz)(fence) ? fence : undefined;
}


 }),

"src/core/keys/scope.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   S: () => ( writeScope),
   y: () => ( isAnybodys)
 });
 var _model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/marker.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/text.js");


const ANYBODYS = new Set(["pull_request_target", "issue_comment"]);
function writeScope(env, event) {
	const { GITHUB_REF: ref = "", GITHUB_EVENT_NAME: name = "", GITHUB_RUN_ID: run = "" } = env;
	if (/^refs\/pull\/\d+\//.test(ref))
		return ref;
	return isAnybodys(env, event) ? `${name} ${run}` : undefined;
}
function isAnybodys(env, event) {
	const { GITHUB_EVENT_NAME: name = "" } = env;
	return ANYBODYS.has(name) || (name === "workflow_run" && !isOfOwnRepository(event));
}
function isOfOwnRepository(event) {
	const body = event === undefined ? undefined : (0,_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .qF)(event);
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(body) || !(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(body["workflow_run"]))
		return false;
	const head = fullName(body["workflow_run"]["head_repository"]);
	return head !== undefined && head === fullName(body["repository"]);
}
function fullName(repository) {
	const name = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(repository) ? repository["full_name"] : undefined;
	return typeof name === "string" ? name : undefined;
}


 }),

"src/core/ownership/heartbeat.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var timesFor = (function timesFor(beatMs) {
	return { beatMs, lookMs: beatMs / 3, goneMs: BEATS_TO_BE_GONE * beatMs };
});
var lookAgain = (function lookAgain(before, look, { lookMs }) {
	const { seen, nowMs } = look;
	if (seen !== undefined && seen !== before.seen)
		return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: true };
	const watchedMs = Math.min(Math.max(nowMs - before.lookedMs, 0), lookMs);
	return { ...before, lookedMs: nowMs, quietMs: before.quietMs + watchedMs };
});

 __webpack_require__.d(__webpack_exports__, {
   IK: () => ( lookAgain),
   l8: () => ( livenessOf),
   qR: () => ( HEARTBEAT_TIMES),
   sD: () => ( timesFor),
   yb: () => ( firstLook)
 });
const BEATS_TO_BE_GONE = 6;
const HEARTBEAT_TIMES = timesFor(30_000);

function firstLook(seen, nowMs) {
	return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: false };
}

function livenessOf({ hasBeaten, quietMs }, { goneMs }) {
	if (quietMs >= goneMs)
		return "gone";
	return hasBeaten ? "alive" : "unknown";
}


 }),

"src/core/text/reporter.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var writingInside = (function writingInside(reporter, around) {
	const inside = ((say) => ((text) => around((() => say(text)))));
	return {
		...reporter,
		info: inside(reporter.info),
		warn: inside(reporter.warn),
		error: inside(reporter.error),
		output: inside(reporter.output),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   X: () => ( writingInside)
 });



 }),

"src/files/file-clock.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   U: () => ( isOlderThan)
 });
async function isOlderThan(disk, { madeMs, nowMs, probe }, ageMs) {
	if (nowMs - madeMs <= ageMs)
		return false;
	const clockMs = await fileSystemTime(disk, probe);
	return clockMs !== undefined && clockMs - madeMs > ageMs;
}
async function fileSystemTime(disk, path) {
	try {
		await disk.create(path, "");
		const made = disk.stat(path);
		return made === undefined ? undefined : Number(made.mtimeNs) / 1e6;
	}
	catch {
		return undefined;
	}
	finally {
		await disk.unlink(path).catch(() => false);
	}
}


 }),

"src/files/step-files.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Q: () => ( writeStepFile),
   Z: () => ( removeOldStepFiles)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/durable.js");


const STEP_FILE = /^(?:results|restore|collect|shards)-[\da-f]{8}\.[\da-f]{8}\.jsonl?$/;
const KEPT_MS = 30 * 24 * 3600 * 1000;
async function writeStepFile(disk, folder, { name, last, text, unique }) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
	const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${_durable_js__WEBPACK_IMPORTED_MODULE_1__ .F8}${unique}`);
	await disk.create(path, text);
	await disk.create(temporary, text);
	await disk.rename(temporary, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, last));
	return path;
}
async function removeOldStepFiles(disk, folder, nowMs) {
	try {
		for (const name of disk.names(folder).filter((one) => STEP_FILE.test(one))) {
			const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
			const madeMs = Number(disk.stat(path)?.mtimeNs ?? 0n) / 1e6;
			if (nowMs - madeMs > KEPT_MS)
				await disk.unlink(path);
		}
	}
	catch {
	}
}


 }),

"src/job/act-on-shards.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   $c: () => ( actOnShards),
   Rj: () => ( CHANGED),
   ST: () => ( UNCHANGED),
   Sw: () => ( choose)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");
 var _core_decide_select_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/decide/select.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/processes.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/files/refused.js");
 var _protocol_claims_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/claims.js");
 var _shards_globs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/shards/globs.js");
 var _open_ownership_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/job/open-ownership.js");









const CHANGED = { kind: "changed" };
const UNCHANGED = { kind: "unchanged" };
async function choose({ workspace }, job, { options, wanted }) {
	if (options.all)
		return job.verdicts.filter(wanted);
	if (options.targets.length === 0) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo(["Name the shards: ids, id globs, paths of checkpoints, or --all."]);
	}
	const byPath = new Map(job.verdicts.map(({ task }) => [task.paths.checkpoint, task.shard.id]));
	const shards = job.verdicts.map(({ task }) => task.shard);
	const matcher = await (0,_shards_globs_js__WEBPACK_IMPORTED_MODULE_7__ .SR)();
	const selectors = options.targets.flatMap((target) => {
		const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, target);
		const named = byPath.get(path) ?? byPath.get(withoutSuffix(path));
		return named === undefined
			? selectorsLike(target, shards, matcher)
			: [{ kind: "id", text: named }];
	});
	const ids = shards.map(({ id }) => id);
	const failed = job.verdicts.filter(({ facts }) => facts.startRecord?.failure !== undefined);
	const chosen = (0,_core_decide_select_js__WEBPACK_IMPORTED_MODULE_3__ .Lt)("The command line", selectors, {
		ids,
		failed: new Set(failed.map(({ task }) => task.shard.id)),
		globMatcher: matcher,
	});
	if ("problems" in chosen)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo(chosen.problems);
	return job.verdicts.filter(({ task }) => chosen.has(task.shard.id));
}
function withoutSuffix(path) {
	return path.endsWith(_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM) ? path.slice(0, -_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM.length) : path;
}
function selectorsLike(target, shards, matcher) {
	if (shards.some(({ id }) => id === target))
		return [{ kind: "id", text: target }];
	const parsed = (0,_core_decide_select_js__WEBPACK_IMPORTED_MODULE_3__ .jX)([target]);
	if (typeof parsed === "string")
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo([parsed]);
	if (parsed[0]?.kind !== "name")
		return parsed;
	const matches = matcher(target);
	if (shards.some(({ id }) => matches(id)))
		return parsed;
	const found = shards.filter(({ checkpoint }) => matches(checkpoint));
	return found.length > 0 ? found.map(({ id }) => ({ kind: "id", text: id })) : parsed;
}
async function actOnShards(invocation, verdicts, act) {
	const { disk } = invocation;
	const ownership = (0,_open_ownership_js__WEBPACK_IMPORTED_MODULE_8__ .sI)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ .WF)());
	const changed = [];
	const unchanged = [];
	const refused = [];
	(0,_open_ownership_js__WEBPACK_IMPORTED_MODULE_8__ .Q)(invocation, ownership.owners, verdicts);
	for (const verdict of verdicts) {
		const { id } = verdict.task.shard;
		const deed = await actClaimed({ disk, ownership }, verdict, act).catch((error) => refusedWith(disk, error));
		if (deed.kind === "changed")
			changed.push(id);
		else if (deed.kind === "unchanged")
			unchanged.push(id);
		else
			refused.push({ id, why: deed.why });
	}
	await ownership.close();
	return {
		answer: { changed, unchanged, refused },
		exitCode: refused.length > 0 ? _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .dc.checkpoint : _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .dc.done,
	};
}
async function actClaimed({ disk, ownership }, verdict, act) {
	const { leases, owners } = ownership;
	const { task, reason, detail } = verdict;
	const { paths } = task;
	const atWork = async () => {
		if (reason === "unreadable")
			return { kind: "refused", why: `${reason}: ${detail}` };
		const holder = await (0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_6__ .kw)(disk, paths, { self: leases.holder, owners });
		return holder && busyWith(owners.nameOf(holder.owner, holder.host));
	};
	for (;;) {
		const claimed = await (0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_6__ .XK)((0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_6__ .FY)(leases, { paths }), () => act(verdict, atWork));
		if (claimed.kind === "acted")
			return claimed.result;
		if (claimed.liveness === "alive")
			return busyWith(owners.nameOf(claimed.owner));
		await owners.nextLook();
	}
}
function refusedWith(disk, error) {
	return { kind: "refused", why: (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_5__.whyRefused)(disk, error) };
}
function busyWith(name) {
	return {
		kind: "refused",
		why: `a run (${name}) is working on it: do this again once that run has ended`,
	};
}


 }),

"src/job/check-twins.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  checkTwins: () => ( checkTwins)
});

var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var external_node_path_ = __webpack_require__("node:path");
var durable = __webpack_require__("src/files/durable.js");
;// CONCATENATED MODULE: src/files/folding.js


function forkOf(one, other) {
	const [a, b] = [one.split("/"), other.split("/")];
	const at = a.findIndex((name, place) => name !== b[place]);
	return { folder: a.slice(0, at).join("/") || "/", names: [a[at] ?? "", b[at] ?? ""] };
}
function askFolding(disk, { folder, names: [a, b] }) {
	try {
		const listed = new Set(disk.names(folder));
		const [hasA, hasB] = [disk.exists((0,external_node_path_.join)(folder, a)), disk.exists((0,external_node_path_.join)(folder, b))];
		if (hasA && hasB)
			return listed.has(a) && listed.has(b) ? "two" : "one";
		return hasA === hasB ? "unknown" : "two";
	}
	catch {
		return "unknown";
	}
}
async function tryFolding(disk, { folder, names: [a, b] }, token) {
	let place = folder;
	while ((0,external_node_path_.dirname)(place) !== place && !isThere(disk, place))
		place = (0,external_node_path_.dirname)(place);
	const nameOf = (name) => (0,external_node_path_.join)(place, `${durable .F8}${token}-${name}`);
	try {
		await disk.create(nameOf(a), "");
		return disk.exists(nameOf(b)) ? "one" : "two";
	}
	catch {
		return "unknown";
	}
	finally {
		await disk.unlink(nameOf(a)).catch(() => false);
	}
}
function isThere(disk, path) {
	try {
		return disk.exists(path);
	}
	catch {
		return true;
	}
}

var processes = __webpack_require__("src/machine/processes.js");
var temporary_names = __webpack_require__("src/protocol/temporary-names.js");
;// CONCATENATED MODULE: src/job/check-twins.js






const MOST_FOLDERS = 5;
async function checkTwins(invocation, twins, { runs, isPlan }) {
	for (const one of oneOfEachFolder(invocation, twins)) {
		if ((await foldingOf(invocation, one, runs)) === "one")
			throw new problem .yo([`${sayTwins(one, twins)}: this disk takes them for one. ${REMEDY}`]);
	}
	const [first] = twins;
	if (!isPlan || first === undefined)
		return;
	invocation.reporter.warn(`${sayTwins(first, twins)}. A disk that does not tell them apart (macOS, Windows, some network disks) is refused by a run there.`);
}
const REMEDY = "Give one of them another id: a list in `shards` names each.";
function oneOfEachFolder({ workspace }, twins) {
	const folders = new Map();
	for (const one of twins) {
		const { folder } = forkIn(workspace, one);
		if (!folders.has(folder))
			folders.set(folder, one);
		if (folders.size === MOST_FOLDERS)
			break;
	}
	return [...folders.values()];
}
async function foldingOf({ disk, workspace }, twins, runs) {
	const fork = forkIn(workspace, twins);
	const seen = askFolding(disk, fork);
	if (seen !== "unknown" || !runs)
		return seen;
	return tryFolding(disk, fork, (0,temporary_names .Rq)((0,processes .WF)(), "fold"));
}
function forkIn(workspace, { paths: [one, other] }) {
	return forkOf((0,shard_paths .tj)(workspace, one), (0,shard_paths .tj)(workspace, other));
}
function sayTwins({ ids, paths }, { length }) {
	const more = length === 1 ? "" : ` (and ${length - 1} more)`;
	return `Shards ${(0,text_text .hD)(ids[0])} and ${(0,text_text .hD)(ids[1])}${more} have paths that differ only by case or by the form of Unicode, ${(0,text_text .hD)(paths[0])} and ${(0,text_text .hD)(paths[1])}`;
}


 }),

"src/job/hand-over.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var handsOver = (function handsOver({ definition, isPlanned, store }) {
	return store.kind !== "none" && (definition.handOver ?? isPlanned);
});
var checkHandOver = (function checkHandOver({ surface }, { definition, isPlanned, store }) {
	const { handOver = isPlanned } = definition;
	if (store.kind !== "none" || !handOver)
		return;
	const isMeant = surface === "terminal" || (0,_core_definition_store_address_js__WEBPACK_IMPORTED_MODULE_0__ .d1)(definition.store).scheme === "none";
	if (isMeant && definition.handOver === undefined)
		return;
	const why = definition.handOver === undefined ? "definition is given" : "hand-over is true";
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo([
		`${why}, so other jobs take this job's results from a store, and here is none: they would stay on this disk. ` +
			"Set store to github (where the runner has a cache service) or to file:<folder> on a disk that all runners see, " +
			"or hand-over to false where this disk is enough.",
	]);
});

 __webpack_require__.d(__webpack_exports__, {
   J: () => ( handsOver),
   c: () => ( checkHandOver)
 });
 var _core_definition_store_address_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/definition/store-address.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");






 }),

"src/job/home-path.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   u: () => ( withHome)
 });
 var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:os");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/definition/environment.js");



function withHome(path, env) {
	if (!path.startsWith("~"))
		return path;
	const [tilde = "", ...rest] = path.split("/");
	return tilde === "~" ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ .bv)(env, "HOME") ?? (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), ...rest) : undefined;
}


 }),

"src/job/open-commands.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var watchMemory = (function watchMemory() {
	const slots = new Map();
	let timer;
	let nextListTick = 0;
	const slotOf = ((name) => {
		const slot = slots.get(name) ?? { groups: new Map(), members: [], peakBytes: undefined };
		slots.set(name, slot);
		return slot;
	});
	const look = (() => {
		if (performance.now() >= nextListTick) {
			const took = findMembers(slots);
			nextListTick = performance.now() + Math.max(2 * EVERY_MS, took * SHARE_OF_TIME);
		}
		for (const slot of slots.values())
			takePeak(slot);
		if ([...slots.values()].some((({ groups }) => groups.size > 0)))
			return;
		clearInterval(timer);
		timer = undefined;
	});
	return {
		begin: ((name) => {
			const slot = slotOf(name);
			slot.peakBytes = undefined;
			slot.members = slot.members.map(((member) => ({ ...member, isNew: false })));
			for (const group of slot.groups.keys())
				slot.groups.set(group, false);
		}),
		watch: ((name, group) => {
			if (process.platform !== "linux")
				return;
			slotOf(name).groups.set(group, true);
			timer ??= setInterval(look, EVERY_MS).unref();
		}),
		peakBytes: ((name) => {
			const slot = slotOf(name);
			takePeak(slot);
			return slot.peakBytes;
		}),
	};
});
var takePeak = (function takePeak(slot) {
	let together = 0;
	let largest = 0;
	for (const { pid, startTime, isNew } of slot.members) {
		const status = (0,proc_stat .lK)(`/proc/${pid}/status`);
		const now = bytesIn(status, "VmRSS");
		if (now === undefined || (0,proc_stat .jW)(pid)?.startTime !== startTime)
			continue;
		together += now;
		if (isNew)
			largest = Math.max(largest, bytesIn(status, "VmHWM") ?? 0);
	}
	const peak = Math.max(together, largest);
	if (peak > 0)
		slot.peakBytes = Math.max(slot.peakBytes ?? 0, peak);
});
var watchReaping = (function watchReaping(patienceMs, warn) {
	let ended = 0;
	let lookedTick = Number.NEGATIVE_INFINITY;
	let earlier = [];
	let isTold = process.platform !== "linux";
	return (() => {
		ended += 1;
		const nowTick = performance.now();
		if (isTold || ended % EVERY !== 0 || nowTick - lookedTick < patienceMs)
			return;
		lookedTick = nowTick;
		const zombies = zombiesNow();
		const stayed = earlier.filter(((one) => zombies.includes(one)));
		earlier = zombies;
		isTold = stayed.length > MOST_FORGOTTEN;
		if (!isTold)
			return;
		warn(`The first process here (PID 1) waits for none of its children: ${zombies.length} ended processes stay as zombies, one more for each command, and in the end none can be started. ` +
			"Start the container with an init: `docker run --init`, or `options: --init` at the container of a workflow.");
	});
});
var openCommands = (function openCommands({ workspace, disk, reporter, env }, { definition, counted }, { writer, rules }) {
	const scratch = (0,machine_scratch .j)(workspace, writer.token());
	const request = { disk, workspace, scratch, ...definition };
	const { command = "", check, onStop, shardTimeoutMs, stallTimeoutMs, stopGraceMs } = definition;
	const commands = {
		command: (0,program .E)(request, "command", command),
		check: check === undefined ? undefined : (0,program .E)(request, "check", check),
		onStop: onStop === undefined ? undefined : (0,program .E)(request, "on-stop", onStop),
		environment: { ...(0,environment ._I)(env), DONEMARK_RUN: rules.runTag },
		workspace,
		logFolder: (0,external_node_path_.join)((0,shard_paths .hI)(workspace), (0,log_line .eV)(definition)),
		scratch,
		logRules: {
			secrets: [...(0,environment .Fj)(env)],
			emit: rules.emit,
			maskEverywhere: reporter.mask,
			lost: oneWarning(reporter),
			...(rules.ready !== undefined && { ready: rules.ready }),
		},
		handles: (0,handles .CS)(reporter.warn),
		memory: watchMemory(),
		ended: watchReaping(REAPING_BEATS * (0,heartbeat .FL)(env).beatMs, reporter.warn),
		counted,
		limits: { shardTimeoutMs, stallTimeoutMs, stopGraceMs, leaveAfterMs: rules.leaveAfterMs },
	};
	return { commands, removeScratch: scratch.remove };
});
var oneWarning = (function oneWarning({ warn }) {
	let isTold = false;
	return ((path, why) => {
		if (!isTold)
			warn(`Logs are lost, and the run goes on: ${path} cannot be written: ${why}`);
		isTold = true;
	});
});


__webpack_require__.d(__webpack_exports__, {
  z: () => ( openCommands)
});

var external_node_path_ = __webpack_require__("node:path");
var environment = __webpack_require__("src/core/definition/environment.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var handles = __webpack_require__("src/machine/handles.js");
var proc_stat = __webpack_require__("src/machine/proc-stat.js");
;// CONCATENATED MODULE: src/machine/memory.js

const EVERY_MS = 250;
const SHARE_OF_TIME = 50;

function findMembers(slots) {
	const beganTick = performance.now();
	const byGroup = new Map();
	for (const { groups } of slots.values())
		for (const group of groups.keys())
			byGroup.set(group, []);
	for (const pid of numbersNow()) {
		const stat = (0,proc_stat .jW)(pid);
		if (stat?.dead === false)
			byGroup.get(stat.group)?.push({ pid, startTime: stat.startTime });
	}
	for (const slot of slots.values()) {
		slot.members = [...slot.groups].flatMap(([group, isNew]) => (byGroup.get(group) ?? []).map((one) => ({ ...one, isNew })));
		for (const group of slot.groups.keys())
			if (byGroup.get(group)?.length === 0)
				slot.groups.delete(group);
	}
	return performance.now() - beganTick;
}
function numbersNow() {
	try {
		return (0,proc_stat .Ub)();
	}
	catch {
		return [];
	}
}

function bytesIn(status, name) {
	const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status ?? "")?.[1];
	return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

var heartbeat = __webpack_require__("src/machine/heartbeat.js");
var program = __webpack_require__("src/machine/program.js");
;// CONCATENATED MODULE: src/machine/reaping.js

const EVERY = 8;
const MOST_FORGOTTEN = 3;

function zombiesNow() {
	try {
		return (0,proc_stat .Ub)().flatMap((pid) => {
			const stat = (0,proc_stat .jW)(pid);
			return stat?.dead === true && stat.parent === 1 ? [`${pid} ${stat.startTime}`] : [];
		});
	}
	catch {
		return [];
	}
}

var machine_scratch = __webpack_require__("src/machine/scratch.js");
;// CONCATENATED MODULE: src/job/open-commands.js











const REAPING_BEATS = 20;



 }),

"src/job/open-ownership.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var sweepHeartbeats = (function sweepHeartbeats(folder, { owners, everyMs }) {
	const left = new Set(heartbeatsIn(folder).slice(0, MOST_WATCHED));
	const sweep = (() => {
		for (const path of left) {
			const owner = ownerOf(path);
			const liveness = owner === undefined ? "absent" : owners.livenessOf(owner);
			if (liveness === "gone")
				removeOrLeave(path);
			if (liveness !== "unknown")
				left.delete(path);
		}
		if (left.size === 0)
			clearInterval(timer);
	});
	const timer = setInterval(sweep, everyMs).unref();
	sweep();
	return (() => clearInterval(timer));
});
var heartbeatsIn = (function heartbeatsIn(folder) {
	try {
		const names = (0,external_node_fs_.readdirSync)(folder).filter(((name) => name.startsWith(lease .jQ)));
		return names.map(((name) => (0,external_node_path_.join)(folder, name)));
	}
	catch {
		return [];
	}
});
var ownerOf = (function ownerOf(path) {
	const read = (0,heartbeat_sign .d)(path);
	if (read === "absent")
		return undefined;
	const value = read === "unreadable" ? undefined : (0,marker .qF)(read.text);
	const named = (0,text_text .u4)(value) ? (0,start_record .Wv)(value) : undefined;
	return { process: named ?? { pid: 0, startTime: "", boot: "" }, heartbeat: path };
});
var openOwnership = (function openOwnership(invocation, holder) {
	const { env, reporter, home } = invocation;
	const times = (0,heartbeat .FL)(env);
	const owners = (0,owner_watch .C)(times);
	const folder = (0,lease .HF)(env);
	const onRemade = (() => reporter.warn(`The folder of leases ${folder} was removed while this run goes on, and is made anew. Keep it from cleaners of temporary files, or set DONEMARK_LEASE_DIR.`));
	const leases = { folder, holder, owners, onRemade, spares: [] };
	const text = { host: (0,external_node_os_.hostname)(), ...holder };
	const path = (0,lease .z)(folder, holder);
	const heart = (0,heartbeat .LK)(home, times);
	const beating = beginToBeat(invocation, heart, { path, text, isFolderShared: true });
	(0,lease .XK)(leases);
	const endSweep = sweepHeartbeats(folder, { owners, everyMs: times.lookMs });
	const close = (async () => {
		endSweep();
		(0,lease .NG)(leases);
		owners.close();
		await beating?.stop().catch((() => undefined));
	});
	return { owners, leases, heart, heartbeat: undefined, close };
});
var openBeatingOwnership = (async function openBeatingOwnership(invocation, { checkpoint }, { owner, runTag }) {
	const opened = openOwnership(invocation, owner);
	const { disk, workspace } = invocation;
	const folder = (0,shard_paths .tj)(workspace, (0,template .sL)(checkpoint));
	const path = (0,external_node_path_.join)(folder, durable .F8 + (0,temporary_names .Rq)(owner, "alive"));
	const text = { host: (0,external_node_os_.hostname)(), pid: owner.pid, run: runTag };
	await (0,durable .wZ)(disk, folder).catch((() => undefined));
	const beating = beginToBeat(invocation, opened.heart, { path, text, isFolderShared: false });
	const close = (async () => {
		await opened.close();
		await beating?.stop().catch((() => undefined));
	});
	return { ...opened, heartbeat: beating?.path, close };
});
var beginToBeat = (function beginToBeat({ disk, reporter }, heart, place) {
	try {
		return heart.begin(place);
	}
	catch (error) {
		reporter.warn(`This run gives no sign of life to other machines and containers, which take its work over after three minutes: ${(0,refused.whyRefused)(disk, error)}`);
		return undefined;
	}
});


__webpack_require__.d(__webpack_exports__, {
  yq: () => ( openBeatingOwnership),
  sI: () => ( openOwnership),
  Q: () => ( tellOfStrangers)
});

var external_node_os_ = __webpack_require__("node:os");
var external_node_path_ = __webpack_require__("node:path");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var template = __webpack_require__("src/core/model/template.js");
var durable = __webpack_require__("src/files/durable.js");
var heartbeat = __webpack_require__("src/machine/heartbeat.js");
var external_node_fs_ = __webpack_require__("node:fs");
var marker = __webpack_require__("src/core/model/marker.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var text_text = __webpack_require__("src/core/text/text.js");
var heartbeat_sign = __webpack_require__("src/machine/heartbeat-sign.js");
var lease = __webpack_require__("src/machine/lease.js");
;// CONCATENATED MODULE: src/machine/heartbeat-sweep.js







const MOST_WATCHED = 100;



function removeOrLeave(path) {
	try {
		(0,external_node_fs_.rmSync)(path, { force: true });
	}
	catch {
		return;
	}
}

var owner_watch = __webpack_require__("src/machine/owner-watch.js");
var refused = __webpack_require__("src/files/refused.js");
var claims = __webpack_require__("src/protocol/claims.js");
var temporary_names = __webpack_require__("src/protocol/temporary-names.js");
;// CONCATENATED MODULE: src/job/open-ownership.js















function tellOfStrangers({ reporter }, owners, verdicts) {
	for (const { task, facts } of verdicts) {
		const { startRecord } = facts;
		const owner = (0,claims .gK)(startRecord, task.paths, owners);
		if (owner === undefined)
			continue;
		reporter.warn(`[${task.shard.id}] was started by another run (${owners.nameOf(owner, startRecord?.by.host)}), as ${task.paths.started} says. Whether that one lives is known after three minutes at most; waiting.`);
	}
}


 }),

"src/job/reconcile/bring-all.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var bringAll = (async function bringAll(writer, store, { verdicts, stop }) {
	const stopped = stop === undefined ? new Promise((() => undefined)) : (0,exit_deadline ._X)(stop);
	const isOver = (() => stop?.cause()?.kind === "signal");
	const answers = await (0,parallel .H)(verdicts.flatMap(withEntry), AT_ONCE, (async (one) => {
		if (isOver())
			return [];
		const { verdict, entry } = one;
		const brought = await Promise.race([bring(writer, store, verdict.task, entry), stopped]);
		return brought === undefined ? [] : [{ verdict, brought }];
	}));
	return answers.flat();
});


__webpack_require__.d(__webpack_exports__, {
  a: () => ( bringAll)
});

var parallel = __webpack_require__("src/core/text/parallel.js");
var exit_deadline = __webpack_require__("src/run/schedule/exit-deadline.js");
var problem = __webpack_require__("src/core/text/problem.js");
var place = __webpack_require__("src/protocol/place.js");
var staged = __webpack_require__("src/store/staged.js");
;// CONCATENATED MODULE: src/job/reconcile/bring.js



async function bring(writer, store, task, entry) {
	try {
		return await (0,place .A6)(writer, task.paths.checkpoint, async (staging) => {
			const fetched = await store.fetch(entry, staging);
			if (fetched.kind === "unavailable")
				return fetched;
			if (fetched.kind === "miss")
				return { kind: "lost", why: "the entry is gone", isBad: false };
			const staged = { staging, marker: fetched.marker };
			const fault = faultOf(writer, task, staged);
			if (fault !== undefined)
				return await revoke(store, entry, fault);
			await (0,place .Ey)(writer, task.paths, staged);
			return { kind: "brought" };
		});
	}
	catch (error) {
		return { kind: "unavailable", cause: (0,problem .bD)(error) };
	}
}
async function revoke(store, entry, fault) {
	const revoked = await store.revoke(entry);
	const stays = revoked.kind === "unavailable" ? `, and its entry stays: ${revoked.cause}` : "";
	return { kind: "lost", why: fault + stays, isBad: true };
}
function faultOf({ disk }, task, { staging, marker }) {
	if (marker.shard !== task.shard.id)
		return `its marker is that of shard ${JSON.stringify(marker.shard)}`;
	const checked = (0,staged .b)(disk, staging, marker);
	return checked.kind === "bad" ? checked.why : undefined;
}

;// CONCATENATED MODULE: src/job/reconcile/bring-all.js



const AT_ONCE = 8;

function withEntry(verdict) {
	return verdict.entry === undefined ? [] : [{ verdict, entry: verdict.entry }];
}


 }),

"src/job/reconcile/folders.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var sweepHere = (async function sweepHere(invocation, writer, verdicts) {
	const { disk } = writer;
	const { workspace, env, now } = invocation;
	const temporary = (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_6__ .bv)(env, "RUNNER_TEMP");
	const places = verdicts.flatMap((({ task }) => [task.paths.checkpoint, task.paths.work]));
	const folders = [
		(0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ .vY)(workspace),
		(0,_machine_scratch_js__WEBPACK_IMPORTED_MODULE_4__ .$)(workspace),
		...places.map(((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))),
	];
	if (temporary !== undefined)
		folders.push(temporary);
	await (0,_protocol_temporary_names_js__WEBPACK_IMPORTED_MODULE_5__ .SZ)(writer, new Set(folders), now());
	if (invocation.surface === "actions")
		await (0,_files_step_files_js__WEBPACK_IMPORTED_MODULE_3__ .Z)(disk, (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ .vY)(workspace), now());
});
var reconcileFolders = (async function reconcileFolders({ disk }, verdicts) {
	const open = verdicts.filter((({ kind, reason }) => kind !== "skip" || reason !== "done"));
	const places = open.flatMap((({ task }) => [task.paths.checkpoint, task.paths.work]));
	await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_2__ .KL)(disk, places.map(node_path__WEBPACK_IMPORTED_MODULE_0__.dirname));
});

 __webpack_require__.d(__webpack_exports__, {
   G: () => ( reconcileFolders),
   Z: () => ( sweepHere)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/shard-paths.js");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/definition/environment.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/durable.js");
 var _files_step_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/step-files.js");
 var _machine_scratch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/scratch.js");
 var _protocol_temporary_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/temporary-names.js");











 }),

"src/job/reconcile/reconcile.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var reconcile = (async function reconcile(invocation, writer, { job, stop }) {
	await (0,_bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_1__.recordBadMarked)(invocation, job.verdicts);
	await (0,_folders_js__WEBPACK_IMPORTED_MODULE_2__ .G)(writer, job.verdicts);
	await (0,_skipped_js__WEBPACK_IMPORTED_MODULE_4__ .$V)(invocation, writer, job);
	await rememberDone(writer, job.verdicts);
	const { lost, unbrought } = await (0,_stored_js__WEBPACK_IMPORTED_MODULE_5__ .g)(invocation, writer, {
		job,
		...(stop && { stop }),
	});
	await revokeForced(invocation, job.store, job.verdicts);
	const again = await (0,_checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_0__ .Fr)(job.context, lost.map((({ task }) => task)));
	const verdicts = [...job.verdicts, ...again];
	const restored = await (0,_restored_js__WEBPACK_IMPORTED_MODULE_3__ .j)(invocation, writer, { ...job, verdicts });
	return {
		lost: new Set([...lost, ...restored.lost]),
		again: [...again, ...restored.again],
		back: restored.back,
		left: restored.left,
		unbrought,
	};
});
var rememberDone = (async function rememberDone({ history }, verdicts) {
	const done = verdicts.filter((({ reason }) => reason === "done"));
	if (await history?.note(done.map((({ task }) => task.paths.checkpoint))))
		await history?.flush();
});
var revokeForced = (async function revokeForced(invocation, store, verdicts) {
	for (const { reason, entry, task } of verdicts) {
		if (reason !== "forced" || entry === undefined)
			continue;
		const revoked = await store.revoke(entry);
		if (revoked.kind === "unavailable") {
			invocation.reporter.warn(`[${task.shard.id}] its earlier result stays in ${store.label}, where other jobs find it until the new one is saved: ${revoked.cause}`);
		}
	}
});

 __webpack_require__.d(__webpack_exports__, {
   L: () => ( reconcile)
 });
 var _checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/survey.js");
 var _bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/job/bad-checkpoints.js");
 var _folders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/job/reconcile/folders.js");
 var _restored_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/job/reconcile/restored.js");
 var _skipped_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/job/reconcile/skipped.js");
 var _stored_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/job/reconcile/stored.js");











 }),

"src/job/reconcile/restored.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var reconcileRestored = (async function reconcileRestored(invocation, writer, { context, verdicts }) {
	const brought = [];
	const lost = [];
	const again = [];
	const left = new Map();
	const first = verdicts.filter(isRestorable);
	if (first.length === 0)
		return { back: [], lost, again, left };
	const ownership = (0,open_ownership .sI)(invocation, (0,processes .WF)());
	(0,open_ownership .Q)(invocation, ownership.owners, first);
	for (let open = first; open.length > 0;) {
		const bad = [];
		for (const verdict of open) {
			const outcome = await restoreOne(invocation, writer, { verdict, ownership });
			if (outcome === "brought")
				brought.push(verdict);
			else if (outcome === "lost")
				bad.push(verdict);
			else
				left.set(verdict, outcome);
		}
		lost.push(...bad);
		const now = await (0,survey .Fr)(context, bad.map(taskOf));
		again.push(...now);
		open = now.filter(isRestorable);
	}
	await ownership.close();
	return { back: await (0,survey .Fr)(context, brought.map(taskOf)), lost, again, left };
});
var isRestorable = (function isRestorable({ setAside }) {
	return setAside !== undefined;
});
var heldBy = (function heldBy(name) {
	return { why: `another run (${name}) is working on it: ${ownership .xw}`, kind: "held" };
});


__webpack_require__.d(__webpack_exports__, {
  j: () => ( reconcileRestored)
});

var survey = __webpack_require__("src/checkpoint/survey.js");
var processes = __webpack_require__("src/machine/processes.js");
var cannot_clear = __webpack_require__("src/protocol/aside/cannot-clear.js");
var external_node_path_ = __webpack_require__("node:path");
var generations = __webpack_require__("src/checkpoint/generations.js");
var digest_thread = __webpack_require__("src/checkpoint/digest-thread.js");
var model_unreadable = __webpack_require__("src/core/model/unreadable.js");
var compare = __webpack_require__("src/files/compare.js");
var durable = __webpack_require__("src/files/durable.js");
var measure = __webpack_require__("src/files/measure.js");
var tidy = __webpack_require__("src/protocol/aside/tidy.js");
var clear = __webpack_require__("src/protocol/clear.js");
;// CONCATENATED MODULE: src/protocol/bring-back.js









const INLINE_BYTES = 4 * 1024 * 1024;
async function bringBack(writer, home, { paths, setAside }) {
	const { disk, markers } = writer;
	const { checkpoint } = paths;
	const checked = await checkEveryByte(writer, home, setAside).catch((error) => asUnreadable(writer, setAside, error));
	if (checked.kind === "bad")
		await disk.rename(setAside.marker, setAside.revoked);
	if (checked.kind !== "good")
		return checked;
	await (0,clear .BH)(writer, paths);
	if (disk.exists(paths.started))
		await (0,clear .L4)(writer, paths);
	await disk.unlink(paths.started);
	const { proof } = setAside;
	const here = { ...proof, checkpoint: { ...proof.checkpoint, ...checked.measure } };
	await (0,durable .v8)(disk, paths.marker, markers.format(here), writer.token());
	await disk.rename(setAside.checkpoint, checkpoint);
	await disk.syncDirectory((0,external_node_path_.dirname)(checkpoint));
	await disk.unlink(setAside.marker);
	await (0,tidy .g)(writer, paths);
	return { kind: "brought" };
}
async function checkEveryByte({ disk }, home, { checkpoint, marker, proof }) {
	const members = (0,compare .gP)(proof.checkpoint);
	const found = (0,measure .xP)(disk, checkpoint, members);
	if (found.kind === "absent" || !disk.exists(marker))
		return { kind: "gone" };
	if (found.kind === "refused")
		return { kind: "bad", why: found.why };
	const marked = proof.checkpoint;
	const compared = { marked, found: found.measure };
	const comparison = (0,compare .y3)(disk, checkpoint, compared, BY_SAMPLE);
	if (comparison.kind === "differs")
		return { kind: "bad", why: `is not what its marker says: ${comparison.how}` };
	if (marked.sha256 === undefined)
		return { kind: "good", measure: found.measure };
	const digest = marked.sizeBytes <= INLINE_BYTES
		? (0,measure .ol)(disk, checkpoint, members)
		: await (0,digest_thread.digestInThread)(home, checkpoint, { urgency: "awaited", members });
	const difference = (0,compare .J4)(marked, digest);
	if (difference === undefined)
		return { kind: "good", measure: found.measure };
	return { kind: "bad", why: `is not what its marker says: ${difference}` };
}
function asUnreadable({ disk }, { checkpoint }, error) {
	const unreadable = (0,generations .HS)(disk, error, checkpoint);
	if (unreadable === undefined)
		throw error;
	return { kind: "unreadable", why: (0,model_unreadable .Xq)(unreadable) };
}
const BY_SAMPLE = { trustsTimes: false, readsSample: true };

var claims = __webpack_require__("src/protocol/claims.js");
var ownership = __webpack_require__("src/protocol/ownership.js");
var refused = __webpack_require__("src/files/refused.js");
var open_ownership = __webpack_require__("src/job/open-ownership.js");
;// CONCATENATED MODULE: src/job/reconcile/restored.js










function taskOf({ task }) {
	return task;
}
async function restoreOne({ home, reporter }, writer, { verdict, ownership }) {
	const { task, setAside } = verdict;
	const { shard, paths } = task;
	if (setAside === undefined)
		return "lost";
	const warn = (text) => reporter.warn(`[${shard.id}] ${text}`);
	const restore = () => bringBack({ ...writer, warn }, home, { paths, setAside });
	try {
		const result = await whileFree(writer, ownership, { paths, act: restore });
		if (result.kind === "brought")
			return "brought";
		if (result.kind === "gone")
			return "lost";
		if (result.kind === "unreadable")
			warn(`its earlier result is not brought back: ${result.why}`);
		if (result.kind !== "bad")
			return result;
		warn(`its earlier result at ${setAside.checkpoint} ${result.why}; it is made again`);
		return "lost";
	}
	catch (error) {
		const why = error instanceof cannot_clear .BD
			? error.message
			: (0,refused.whyRefused)(writer.disk, error, paths.checkpoint);
		warn(`its earlier result is not brought back: ${why}`);
		return { why, kind: error instanceof cannot_clear .BD ? "cannot-clear" : "failed" };
	}
}
async function whileFree({ disk }, { leases, owners }, { paths, act }) {
	const asking = { self: leases.holder, owners };
	for (;;) {
		const claimed = await (0,claims .XK)((0,claims .FY)(leases, { paths }), async () => {
			const holder = await (0,claims .kw)(disk, paths, asking);
			return holder === undefined ? act() : heldBy(owners.nameOf(holder.owner, holder.host));
		});
		if (claimed.kind === "acted")
			return claimed.result;
		if (claimed.liveness === "alive")
			return heldBy(owners.nameOf(claimed.owner));
		await owners.nextLook();
	}
}



 }),

"src/job/reconcile/skipped.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var reconcileSkipped = (async function reconcileSkipped(invocation, writer, job) {
	for (const verdict of job.verdicts) {
		if (verdict.kind !== "skip")
			continue;
		const { reason, facts, task } = verdict;
		try {
			if (reason === "adopted-marker" || reason === "adopted-status")
				await adopt(invocation, writer, { ...adoptionBy(job), task });
			else if (reason === "done" &&
				facts.comparison.kind === "moved" &&
				(0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_1__ .K6)(facts).length === 0)
				await remeasure(writer, verdict);
			if (reason === "done" && (0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_4__ .zI)(facts.startRecord))
				await (0,_protocol_aside_tidy_js__WEBPACK_IMPORTED_MODULE_8__ .g)(writer, task.paths);
		}
		catch (error) {
			invocation.reporter.warn(`[${task.shard.id}] counts as done, and its marker was not renewed: ${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_7__.whyRefused)(writer.disk, error, task.paths.marker)}`);
		}
	}
});

 __webpack_require__.d(__webpack_exports__, {
   $V: () => ( reconcileSkipped),
   A5: () => ( adoptionBy),
   di: () => ( adopt)
 });
 var _checkpoint_contents_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/contents.js");
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/decide/facts.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/measure.js");
 var _protocol_claims_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/claims.js");
 var _protocol_finish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/finish.js");
 var _protocol_renew_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/renew.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/files/refused.js");
 var _protocol_aside_tidy_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/protocol/aside/tidy.js");










function adoptionBy({ by, definition }) {
	return { by, rules: definition.status, ignore: definition.ignore };
}
async function adopt(invocation, writer, { task, by, rules, looked, ignore = [], fence }) {
	const { checkpoint } = task.paths;
	const measured = looked ?? measureThere(writer, checkpoint, ignore);
	const stated = await (0,_checkpoint_contents_js__WEBPACK_IMPORTED_MODULE_0__ .rm)(writer.disk, checkpoint, rules);
	await (0,_protocol_finish_js__WEBPACK_IMPORTED_MODULE_5__ .O9)(writer, task, {
		looked: { stated, measure: measured },
		seconds: 0,
		finishedAt: new Date(invocation.now()).toISOString(),
		by,
		...(fence !== undefined && { fence }),
		adopted: true,
	});
}
function measureThere({ disk }, checkpoint, ignore) {
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, checkpoint, { ignore });
	if (found.kind === "measured")
		return found.measure;
	throw new Error(found.kind === "refused" ? found.why : `${checkpoint} vanished`);
}
async function remeasure(writer, { task, facts }) {
	const full = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_1__ .uL)(facts);
	const members = (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(full?.checkpoint ?? {});
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(writer.disk, task.paths.checkpoint, members);
	if (found.kind !== "measured" || full === undefined)
		return;
	const checkpoint = { ...full.checkpoint, ...found.measure };
	const confirm = (0,_protocol_renew_js__WEBPACK_IMPORTED_MODULE_6__ .G)(writer, task.paths, full);
	await (0,_protocol_renew_js__WEBPACK_IMPORTED_MODULE_6__ .o)(writer, task.paths, { ...full, checkpoint }, confirm);
}


 }),

"src/job/reconcile/stored.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var reconcileStored = (async function reconcileStored(invocation, writer, { job, stop }) {
	const { reporter } = invocation;
	const stored = job.verdicts.filter((({ reason }) => reason === "done-in-store"));
	if (job.definition.fetch === "none") {
		for (const verdict of stored)
			await clearPlace(invocation, writer, verdict);
		return { lost: [], unbrought: [] };
	}
	const lost = [];
	const unbrought = [];
	const all = await (0,_bring_all_js__WEBPACK_IMPORTED_MODULE_3__ .a)(writer, job.store, { verdicts: stored, ...(stop && { stop }) });
	await (0,_bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_2__ .t)(invocation, job.store.label, all);
	for (const { verdict, brought } of all) {
		if (brought.kind === "brought")
			continue;
		const { id } = verdict.task.shard;
		if (brought.kind === "lost") {
			reporter.warn(`[${id}] was not brought from ${job.store.label}, and is to run again: ${brought.why}`);
			lost.push(verdict);
		}
		else {
			unbrought.push({ id, why: brought.cause });
			await clearPlace(invocation, writer, verdict);
		}
	}
	return { lost, unbrought };
});

 __webpack_require__.d(__webpack_exports__, {
   g: () => ( reconcileStored),
   x: () => ( clearPlace)
 });
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/files/refused.js");
 var _protocol_clear_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/clear.js");
 var _bad_checkpoints_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/job/bad-checkpoints.js");
 var _bring_all_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/job/reconcile/bring-all.js");





async function clearPlace({ reporter }, writer, { task, facts }) {
	if (facts.checkpoint === "absent" && facts.marker.kind === "none")
		return;
	try {
		await (0,_protocol_clear_js__WEBPACK_IMPORTED_MODULE_1__ .SW)(writer, task.paths);
	}
	catch (error) {
		reporter.warn(`[${task.shard.id}] is done in the store, and something else lies in its place: ${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_0__.whyRefused)(writer.disk, error, task.paths.checkpoint)}`);
	}
}


 }),

"src/job/save-again.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var saveAgain = (async function saveAgain(invocation, writer, { job, results, deadline }) {
	const late = await saveRest(invocation, writer, { job, deadline, unsaved: results.unsaved() });
	results.takeUnsaved();
	if (late.saved > 0)
		results.addSaved(late.bytes, late.saved);
	for (const unsaved of late.unsaved)
		results.addUnsaved(unsaved);
});
var saveRest = (async function saveRest(invocation, writer, { job, unsaved, deadline }) {
	const before = new Map(unsaved.map((({ id, why }) => [id, why])));
	if (before.size === 0)
		return { saved: 0, bytes: 0, unsaved };
	const tasks = job.tasks.filter((({ shard }) => before.has(shard.id)));
	const surveyed = (0,_checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_0__ .Fr)({ ...job.context, forced: new Set() }, tasks);
	const verdicts = await Promise.race([surveyed, deadline.over]);
	if (verdicts === undefined)
		return { saved: 0, bytes: 0, unsaved };
	const late = await (0,_save_late_js__WEBPACK_IMPORTED_MODULE_1__ .yp)(invocation, writer, { store: job.store, verdicts }, deadline);
	const undone = verdicts.filter((({ kind }) => kind !== "skip")).map((({ task }) => task.shard.id));
	const still = undone.map(((id) => ({ id, why: before.get(id) ?? "" })));
	return { ...late, unsaved: [...late.unsaved, ...still] };
});

 __webpack_require__.d(__webpack_exports__, {
   E: () => ( saveAgain),
   k: () => ( saveRest)
 });
 var _checkpoint_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/survey.js");
 var _save_late_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/job/save-late.js");






 }),

"src/job/save-late.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var saveUnsaved = (async function saveUnsaved(invocation, writer, job, deadline) {
	const over = deadline.over.then((() => OVER));
	const unsaved = [];
	let saved = 0;
	let bytes = 0;
	const verdicts = smallestFirst(job);
	if (verdicts.length === 0)
		return { saved, bytes, unsaved };
	const ownership = (0,_open_ownership_js__WEBPACK_IMPORTED_MODULE_4__ .sI)(invocation, (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_0__ .WF)());
	await (0,_core_text_parallel_js__WEBPACK_IMPORTED_MODULE_5__ .H)(verdicts, AT_ONCE, (async (verdict) => {
		const why = deadline.isOver()
			? OVER
			: await Promise.race([saveOne(invocation, writer, { job, verdict, ownership }), over]);
		if (why === undefined) {
			saved += 1;
			bytes += sizeOf(verdict);
		}
		else
			unsaved.push({ id: verdict.task.shard.id, why });
	}));
	await ownership.close();
	return { saved, bytes, unsaved };
});
var openDeadline = (function openDeadline({ now }, untilMs = Number.POSITIVE_INFINITY) {
	let endMs = untilMs;
	let timer;
	let end = (() => undefined);
	const over = new Promise(((settle) => {
		end = settle;
	}));
	const setTo = ((ms) => {
		endMs = ms;
		timer?.stop();
		const left = endMs - now();
		if (left <= 0)
			end();
		else if (left < Number.POSITIVE_INFINITY)
			timer = (0,_machine_timer_js__WEBPACK_IMPORTED_MODULE_6__ .I)(left, end);
	});
	setTo(untilMs);
	return { over, isOver: (() => now() >= endMs), setTo, release: (() => timer?.stop()) };
});
var smallestFirst = (function smallestFirst({ store, verdicts }) {
	if (store.kind === "none")
		return [];
	const done = verdicts.filter(isUnsaved);
	return done.toSorted(((a, b) => sizeOf(a) - sizeOf(b)));
});

 __webpack_require__.d(__webpack_exports__, {
   LH: () => ( openDeadline),
   PM: () => ( OVER),
   Qd: () => ( AT_ONCE),
   yp: () => ( saveUnsaved)
 });
 var _core_text_parallel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/parallel.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/machine/processes.js");
 var _run_save_shard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/run/save-shard.js");
 var _protocol_claims_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/claims.js");
 var _machine_timer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/machine/timer.js");
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/decide/facts.js");
 var _open_ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/job/open-ownership.js");







const OVER = "the time for it is over";
const AT_ONCE = 4;


function isUnsaved({ kind, reason, entry, facts }) {
	if (kind !== "skip" || reason === "done-in-store")
		return false;
	if (entry === undefined)
		return true;
	const { fence } = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .uL)(facts) ?? {};
	return fence !== undefined && fence > (entry.fence ?? -1);
}

function sizeOf({ facts }) {
	return (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .uL)(facts)?.checkpoint.sizeBytes ?? 0;
}
async function saveOne({ home }, writer, { job, verdict, ownership }) {
	const { task, facts } = verdict;
	const { leases, owners } = ownership;
	const full = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_3__ .uL)(facts);
	if (full === undefined || task.wanted === undefined)
		return "it has no full marker";
	const saved = await (0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_2__ .XK)((0,_protocol_claims_js__WEBPACK_IMPORTED_MODULE_2__ .FY)(leases, task), () => (0,_run_save_shard_js__WEBPACK_IMPORTED_MODULE_1__ .I)({ writer, home, store: job.store }, task, full));
	if (saved.kind === "held")
		return `a run (${owners.nameOf(saved.owner)}) is working on it`;
	return saved.result?.kind === "unavailable" ? saved.result.cause : undefined;
}


 }),

"src/job/save-work.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   d: () => ( saveWork)
 });
 var _core_text_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/parallel.js");
 var _run_keep_work_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/run/keep-work.js");
 var _save_late_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/job/save-late.js");



async function saveWork({ disk }, { store, definition, verdicts }, deadline) {
	const unsaved = [];
	const over = deadline.over.then(() => ({ kind: "unavailable", cause: _save_late_js__WEBPACK_IMPORTED_MODULE_1__ .PM }));
	let saved = 0;
	await (0,_core_text_parallel_js__WEBPACK_IMPORTED_MODULE_2__ .H)(verdicts, _save_late_js__WEBPACK_IMPORTED_MODULE_1__ .Qd, async ({ task, facts }) => {
		const { failure } = facts.startRecord ?? {};
		const end = deadline.isOver()
			? await over
			: await Promise.race([(0,_run_keep_work_js__WEBPACK_IMPORTED_MODULE_0__ .r)({ disk, store, definition }, task, failure), over]);
		if (end?.kind === "unavailable")
			unsaved.push({ id: task.shard.id, why: end.cause });
		else if (end !== undefined)
			saved += 1;
	});
	return { saved, unsaved };
}


 }),

"src/job/targets.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Ky: () => ( checkpointsOfJob),
   W_: () => ( shardNamed),
   eg: () => ( checkpointNamed),
   v9: () => ( checkpointsAt)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/shard-paths.js");
 var _core_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/text/nearest.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/core/text/text.js");
 var _shards_expand_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/shards/expand.js");
 var _shards_globs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/shards/globs.js");
 var _checkpoint_presence_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/checkpoint/presence.js");
 var _define_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/job/define.js");
 var _open_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/job/open.js");











async function checkpointsAt(invocation, names) {
	const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_8__ .E)(invocation, NO_SHARDS);
	const paths = new Set();
	for (const name of names) {
		for (const path of await pathsOf(invocation, name))
			paths.add(path);
	}
	const targets = [...paths].sort(_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .n6).map((path) => ({ path }));
	return { definition, targets };
}
const NO_SHARDS = { shards: "1", checkpoint: "{id}" };
async function checkpointsOfJob(invocation) {
	const { disk, workspace } = invocation;
	const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_8__ .E)(invocation);
	const { shards: all } = await (0,_shards_expand_js__WEBPACK_IMPORTED_MODULE_5__ .a)(disk, workspace, definition);
	const { shards } = await (0,_open_js__WEBPACK_IMPORTED_MODULE_9__ .f1)(invocation, definition, all);
	const isThere = (0,_checkpoint_presence_js__WEBPACK_IMPORTED_MODULE_7__ .N)(disk);
	const targets = shards
		.map((shard) => ({ shard: shard.id, ...(0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .$J)(workspace, shard) }))
		.filter(({ checkpoint, marker }) => isThere(checkpoint) || isThere(marker))
		.map(({ checkpoint, shard }) => ({ path: checkpoint, shard }));
	return { definition, targets };
}
async function checkpointNamed(invocation, name) {
	const { disk, workspace } = invocation;
	const { definition, layers } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_8__ .E)(invocation, NO_SHARDS);
	const path = checkpointOf(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name));
	const byPath = { definition, target: { path } };
	const hasShards = layers.some(({ values }) => !(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .z3)(values["shards"]));
	const isThere = (0,_checkpoint_presence_js__WEBPACK_IMPORTED_MODULE_7__ .A)(disk);
	const isMarked = isThere(path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM) || isThere(path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad);
	if (!hasShards || isMarked)
		return byPath;
	const { shards } = await (0,_shards_expand_js__WEBPACK_IMPORTED_MODULE_5__ .a)(disk, workspace, definition);
	const shard = shards.find(({ id }) => id === name);
	if (shard !== undefined)
		return { definition, target: { path: (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .$J)(workspace, shard).checkpoint, shard: name } };
	if (isThere(path))
		return byPath;
	const names = shards.flatMap(({ id, checkpoint }) => [id, checkpoint]);
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`No checkpoint is at ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(name)}, and no shard has that id.${(0,_core_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .au)(name, names)}`], _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .dc.checkpoint);
}
async function shardNamed(invocation, name) {
	const { disk, workspace } = invocation;
	const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_8__ .E)(invocation);
	const { shards } = await (0,_shards_expand_js__WEBPACK_IMPORTED_MODULE_5__ .a)(disk, workspace, definition);
	const path = checkpointOf(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name));
	const shard = shards.find(({ id }) => id === name) ??
		shards.find((one) => (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .$J)(workspace, one).checkpoint === path);
	if (shard !== undefined)
		return { definition, shard };
	const names = shards.flatMap(({ id, checkpoint }) => [id, checkpoint]);
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`No shard is called ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(name)}.${(0,_core_text_nearest_js__WEBPACK_IMPORTED_MODULE_3__ .au)(name, names)}`]);
}
async function pathsOf({ disk, workspace }, name) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name);
	if ((0,_checkpoint_presence_js__WEBPACK_IMPORTED_MODULE_7__ .A)(disk)(path))
		return [checkpointOf(disk, path)];
	const matched = await (0,_shards_globs_js__WEBPACK_IMPORTED_MODULE_6__ .oq)(workspace, name);
	if (matched === undefined)
		return [path];
	const checkpoints = matched.filter((one) => isCheckpoint(disk, one));
	if (checkpoints.length > 0)
		return checkpoints.map((one) => checkpointOf(disk, one));
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(name)} matches no checkpoint.`]);
}
function isCheckpoint(disk, path) {
	if (disk.stat(path)?.kind !== "directory")
		return true;
	return disk.exists(path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM) || disk.exists(path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad);
}
function checkpointOf(disk, path) {
	for (const suffix of [_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad]) {
		if (!path.endsWith(suffix) || disk.stat(path)?.kind === "directory")
			continue;
		return path.slice(0, -suffix.length);
	}
	return path;
}


 }),

"src/job/writer.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var writerOf = (function writerOf(invocation, owner, { keep }) {
	return {
		disk: invocation.disk,
		markers: (0,_marker_key_js__WEBPACK_IMPORTED_MODULE_2__ .R)(invocation),
		history: (0,_files_history_js__WEBPACK_IMPORTED_MODULE_0__ .j)(invocation),
		keep,
		warn: ((text) => invocation.reporter.warn(text)),
		token: temporaryTokens(owner),
	};
});
var temporaryTokens = (function temporaryTokens(owner) {
	let serial = 0;
	return (() => {
		serial += 1;
		return (0,_protocol_temporary_names_js__WEBPACK_IMPORTED_MODULE_1__ .Rq)(owner, serial);
	});
});

 __webpack_require__.d(__webpack_exports__, {
   G: () => ( temporaryTokens),
   b: () => ( writerOf)
 });
 var _files_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/files/history.js");
 var _protocol_temporary_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/temporary-names.js");
 var _marker_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/job/marker-key.js");







 }),

"src/library/library.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var save = (async function save(path, content, options = {}) {
	const refused = await placeStaged(placeOf(path, options), (async (staged) => {
		await (0,promises_.mkdir)((0,external_node_path_.dirname)(staged), { recursive: true });
		if (typeof content === "function")
			await content(staged);
		else
			await (0,promises_.writeFile)(staged, content);
	}));
	if (refused !== undefined)
		throw new CheckpointRefused(path, refused);
});
var placeOf = (function placeOf(path, options) {
	const checkpoint = (0,external_node_path_.resolve)(path);
	return {
		disk: real_disk .U,
		paths: (0,shard_paths .$J)((0,external_node_path_.dirname)(checkpoint), { checkpoint }),
		shard: options.shard ?? (0,external_node_path_.parse)(checkpoint).name,
		validate: options.validate ?? "structure",
		allowEmpty: options.allowEmpty === true,
		highestVersion: options.highestVersion,
		warn: options.onWarning ?? (((text) => process.emitWarning(text, "DonemarkWarning"))),
	};
});

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  CheckpointRefused: () => ( CheckpointRefused),
  hasMarker: () => ( hasMarker),
  info: () => ( info),
  isDone: () => ( isDone),
  mark: () => ( mark),
  save: () => ( save),
  summary: () => ( summary),
  unmark: () => ( library_unmark)
});

var promises_ = __webpack_require__("node:fs/promises");
var external_node_path_ = __webpack_require__("node:path");
var decide = __webpack_require__("src/core/decide/decide.js");
var decide_evidence = __webpack_require__("src/core/decide/evidence.js");
var real_disk = __webpack_require__("src/files/real-disk.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
var look = __webpack_require__("src/checkpoint/look.js");
var verify_output = __webpack_require__("src/checkpoint/verify-output.js");
var marker_form = __webpack_require__("src/core/model/marker-form.js");
var marker = __webpack_require__("src/core/model/marker.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var model_status = __webpack_require__("src/core/model/status.js");
var processes = __webpack_require__("src/machine/processes.js");
var finish = __webpack_require__("src/protocol/finish.js");
var protocol_place = __webpack_require__("src/protocol/place.js");
var temporary_names = __webpack_require__("src/protocol/temporary-names.js");
var unmark = __webpack_require__("src/protocol/unmark.js");
;// CONCATENATED MODULE: src/library/steps.js












async function placeStaged(place, write) {
	const { paths, shard } = place;
	const writer = writerFor(place);
	const { disk } = writer;
	return (0,protocol_place .A6)(writer, paths.checkpoint, async (staging) => {
		const staged = (0,external_node_path_.join)(staging, (0,external_node_path_.basename)(paths.checkpoint));
		await write(staged);
		const looked = await (0,verify_output .L)(disk, staged, sourceOf(place));
		if (looked.kind === "bad")
			return looked.why;
		const end = { looked, seconds: 0, finishedAt: new Date().toISOString(), by: {} };
		const marker = (0,finish .N)(disk, staged, { ...end, shard, fingerprint: {} });
		const busy = whoseStart(disk, paths);
		if (busy === undefined)
			await (0,protocol_place .Ey)(writer, paths, { staging: staged, marker });
		return busy;
	});
}
async function markPlaced(place) {
	const { paths } = place;
	const writer = writerFor(place);
	const busy = whoseStart(writer.disk, paths);
	if (busy !== undefined)
		return busy;
	const looked = await (0,verify_output .L)(writer.disk, paths.checkpoint, sourceOf(place));
	if (looked.kind === "bad")
		return looked.why;
	const shard = {
		id: place.shard,
		name: place.shard,
		index: 0,
		inputs: [],
		checkpoint: paths.checkpoint,
	};
	const finishedAt = new Date().toISOString();
	const end = { looked, seconds: 0, finishedAt, by: {}, adopted: true };
	await (0,finish .O9)(writer, { shard, paths, fingerprint: UNKNOWN }, end);
	return undefined;
}
async function removeMarker(place) {
	const writer = writerFor(place);
	const hasCheckpoint = writer.disk.exists(place.paths.checkpoint);
	const at = new Date().toISOString();
	const unmarking = { id: place.shard, hasCheckpoint, at, revokes: () => false };
	await (0,unmark .P)(writer, place.paths, unmarking);
}
function isMarked({ disk, paths }) {
	return disk.exists(paths.marker);
}
function seen(place) {
	return (0,look .Op)(place.disk, { path: place.paths.checkpoint }, (0,look .kM)(sourceOf(place)));
}
const UNKNOWN = {
	...{ input: { unknown: "" }, command: { unknown: "" } },
	...{ files: { unknown: "" }, text: { unknown: "" } },
	listedFiles: {},
};
const NO_THREAD = new URL("file:///");
function sourceOf({ validate, allowEmpty, highestVersion }) {
	const status = { ...model_status .vT, highestVersion };
	return { definition: { validate, allowEmpty, status }, markers: marker_form .m, home: NO_THREAD };
}
function whoseStart(disk, { started }) {
	const text = disk.readText(started, marker .gX);
	if (text === undefined || (0,start_record .Wx)(text) !== undefined)
		return undefined;
	const start = (0,start_record .JI)(text);
	if (start === undefined)
		return `started: ${started} is there and cannot be read`;
	return `started: a run of Donemark (pid ${start.owner.pid}) has started it at ${start.startedAt} and marks it itself (${started})`;
}
let written = 0;
function writerFor({ disk, warn }) {
	const token = () => {
		written += 1;
		return (0,temporary_names .Rq)((0,processes .WF)(), `library-${written}`);
	};
	return { disk, markers: marker_form .m, keep: 0, warn, token };
}

;// CONCATENATED MODULE: src/library/library.js







class CheckpointRefused extends Error {
	path;
	constructor(path, why) {
		super(`${path}: ${why}`);
		this.name = "CheckpointRefused";
		this.path = path;
	}
}

async function mark(path, options = {}) {
	const refused = await markPlaced(placeOf(path, options));
	if (refused !== undefined)
		throw new CheckpointRefused(path, refused);
}
async function library_unmark(path, options = {}) {
	await removeMarker(placeOf(path, options));
}
async function hasMarker(path) {
	return isMarked(placeOf(path, {}));
}
async function isDone(path, options = {}) {
	return (await info(path, options)).isDone;
}
async function info(path, options = {}) {
	const place = placeOf(path, options);
	const facts = await seen(place);
	const evidence = { ...facts, ...decide_evidence .L };
	const decision = (0,decide .LD)(evidence);
	const { marker } = facts;
	return {
		path: place.paths.checkpoint,
		isDone: decision.kind === "skip",
		reason: decision.reason,
		detail: (0,decide .Rw)(decision, evidence),
		marker: marker.kind === "foreign" ? "full" : marker.kind === "unread" ? "none" : marker.kind,
		format: facts.format,
		status: facts.statusText,
		version: facts.version,
		sizeBytes: facts.sizeBytes,
		bytesRead: facts.bytesRead,
		finishedAt: marker.kind === "full" ? marker.marker.finishedAt : undefined,
	};
}
async function summary(paths, options = {}) {
	const all = [];
	for (const path of paths)
		all.push(await info(path, options));
	const done = all.filter((one) => one.isDone);
	const byStatus = done.filter(({ reason }) => reason === "adopted-status").length;
	return {
		total: all.length,
		done: done.length,
		byMarker: done.length - byStatus,
		byStatus,
		remaining: all.filter((one) => !one.isDone),
	};
}



 }),

"src/machine/gpu/list.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var namesIn = (function namesIn(folder) {
	try {
		return (0,external_node_fs_.readdirSync)(folder);
	}
	catch {
		return [];
	}
});
var amdGpus = (function amdGpus(env, folders) {
	const installed = devices(folders);
	const outer = chosen(env["ROCR_VISIBLE_DEVICES"], installed);
	const hip = env["HIP_VISIBLE_DEVICES"];
	if (hip !== undefined)
		return {
			variable: "HIP_VISIBLE_DEVICES",
			gpus: chosen(hip, outer ?? installed) ?? [],
			warnings: [],
		};
	return { variable: "ROCR_VISIBLE_DEVICES", gpus: outer ?? installed, warnings: [] };
});
var chosen = (function chosen(visible, among) {
	if (visible === undefined)
		return undefined;
	const entries = visible.split(",").map(((entry) => entry.trim()));
	const end = entries.findIndex(((entry) => !/^(\d+|GPU-[\w-]+)$/i.test(entry)));
	const gpus = (end === -1 ? entries : entries.slice(0, end)).map(((value) => {
		const known = /^\d+$/.test(value)
			? among[Number(value)]?.lease
			: among.find((({ lease }) => lease === value.toLowerCase()))?.lease;
		return {
			value,
			lease: known ?? (/^\d+$/.test(value) ? `amd-index-${Number(value)}` : value.toLowerCase()),
		};
	}));
	return [...new Map(gpus.map(((gpu) => [gpu.lease, gpu]))).values()];
});
var devices = (function devices({ dev, kfd }) {
	const nodes = namesIn(kfd).toSorted(((a, b) => Number(a) - Number(b)));
	const rendering = new Set(namesIn((0,external_node_path_.join)(dev, "dri")));
	const gpus = nodes.flatMap(((node) => {
		const properties = propertiesOf(textOf((0,external_node_path_.join)(kfd, node, "properties")));
		const isGpu = (properties.get("simd_count") ?? "0") !== "0";
		const isThere = rendering.has(`renderD${properties.get("drm_render_minor") ?? ""}`);
		return isGpu && isThere ? [properties.get("unique_id") ?? "0"] : [];
	}));
	return gpus.map(((id, place) => ({
		value: String(place),
		lease: id === "0" ? `amd-index-${place}` : `gpu-${BigInt(id).toString(16).padStart(16, "0")}`,
	})));
});
var gpusOfContainer = (function gpusOfContainer(env, folders) {
	const named = namedInContainer(env["NVIDIA_VISIBLE_DEVICES"]);
	const there = nvidia_devices(folders);
	const list = { variable: "CUDA_VISIBLE_DEVICES", isPciOrder: true, warnings: [] };
	if (named === "none")
		return { ...list, gpus: [] };
	if (named === "all" || (there.length > 0 && there.length <= named.length))
		return { ...list, gpus: there };
	const slices = named.filter(((entry) => /^MIG-/i.test(entry)));
	if (slices.length > 0)
		return { ...list, gpus: distinct(slices.map(sliceOf)) };
	if (named.some(((entry) => !/^(\d+|GPU-[\w-]+)$/i.test(entry)))) {
		const text = `NVIDIA_VISIBLE_DEVICES names ${(0,text_text .LS)(named.length, "GPU")} in a way that CUDA does not take: they are not divided among slots.`;
		return { ...list, gpus: [], warnings: [text] };
	}
	const chosen = there.filter((({ value, lease }) => isNamed(named, value, lease)));
	if (chosen.length > 0)
		return { ...list, gpus: chosen };
	return { ...list, gpus: distinct(named.map(positionOf)) };
});
var namedInContainer = (function namedInContainer(given) {
	const text = given?.trim() ?? "";
	if (text === "" || text === "all")
		return "all";
	if (text === "none" || text === "void")
		return "none";
	return text.split(",").map(((entry) => entry.trim()));
});
var nvidia_devices = (function nvidia_devices({ dev, nvidia }) {
	const minors = namesIn(dev)
		.flatMap(((name) => /^nvidia(\d+)$/.exec(name)?.[1] ?? []))
		.map(Number)
		.toSorted(((a, b) => a - b));
	const uuids = new Map(namesIn(nvidia)
		.toSorted()
		.flatMap(((name) => {
		const text = textOf((0,external_node_path_.join)(nvidia, name, "information"));
		const [, uuid] = /^GPU UUID:\s*(GPU-[\w-]{1,100})\s*$/im.exec(text) ?? [];
		const [, minor] = /^Device Minor:\s*(\d+)\s*$/im.exec(text) ?? [];
		return uuid === undefined || minor === undefined ? [] : [[Number(minor), uuid]];
	})));
	const onBus = [...uuids.keys()].filter(((minor) => minors.includes(minor)));
	const order = onBus.length === minors.length ? onBus : minors;
	return order.map(((minor, place) => ({
		value: String(place),
		lease: uuids.get(minor)?.toLowerCase() ?? `index-${minor}`,
	})));
});
var listGpus = (async function listGpus(env, folders = DRIVER_FOLDERS) {
	const visible = env["CUDA_VISIBLE_DEVICES"];
	if (visible !== undefined && gpusOfVariable(visible, []).gpus.length === 0)
		return NO_GPUS;
	const answer = await (0,nvidia_smi .C)(env);
	const installed = answer.kind === "listed" ? answer.installed : [];
	const warnings = answer.kind === "failed" ? [answer.why] : [];
	if (visible !== undefined && (installed.length > 0 || !namesAmdGpus(env))) {
		const list = gpusOfVariable(visible, installed);
		return { ...list, warnings: [...warnings, ...list.warnings] };
	}
	if (installed.length > 0)
		return gpusOfDriver(installed);
	const container = answer.kind === "not-there" ? gpusOfContainer(env, folders) : NO_GPUS;
	if (container.gpus.length > 0)
		return container;
	const amd = amdGpus(env, folders);
	return { ...amd, warnings: [...warnings, ...container.warnings, ...amd.warnings] };
});


__webpack_require__.d(__webpack_exports__, {
  e: () => ( listGpus)
});

var external_node_path_ = __webpack_require__("node:path");
var external_node_fs_ = __webpack_require__("node:fs");
;// CONCATENATED MODULE: src/machine/gpu/files.js


function textOf(path) {
	try {
		return (0,external_node_fs_.readFileSync)(path, "utf8");
	}
	catch {
		return "";
	}
}

;// CONCATENATED MODULE: src/machine/gpu/amd.js



function namesAmdGpus(env) {
	return [env["HIP_VISIBLE_DEVICES"], env["ROCR_VISIBLE_DEVICES"]].some((one) => one !== undefined);
}


function propertiesOf(text) {
	return new Map([...text.matchAll(/^(\w+) (\d+)$/gm)].map(([, name = "", value = ""]) => [name, value]));
}

;// CONCATENATED MODULE: src/machine/gpu/gpu.js
const NO_GPUS = { gpus: [], variable: "CUDA_VISIBLE_DEVICES", warnings: [] };
const DRIVER_FOLDERS = {
	dev: "/dev",
	nvidia: "/proc/driver/nvidia/gpus",
	kfd: "/sys/class/kfd/kfd/topology/nodes",
};

var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/machine/gpu/nvidia.js



function gpusOfDriver(installed) {
	const gpus = installed.flatMap(({ index, uuid, slices }) => slices.length > 0 ? slices.map(sliceOf) : [{ value: String(index), lease: uuid.toLowerCase() }]);
	return { gpus, variable: "CUDA_VISIBLE_DEVICES", isPciOrder: true, warnings: [] };
}
function gpusOfVariable(visible, installed) {
	const gpus = visibleEntries(visible).map((value) => {
		const { lease, isDivided } = identityOf(value, installed);
		const isSlice = isDivided || /^MIG-/i.test(value);
		return { value, lease, ...(isSlice && { isSlice }) };
	});
	const divided = gpus.filter(({ value }) => identityOf(value, installed).isDivided);
	const warnings = divided.map(({ value }) => `CUDA_VISIBLE_DEVICES names GPU ${value}, which is divided into MIG slices: a program sees the first of them alone. Name the slices by UUID (\`nvidia-smi -L\`), or leave the variable out.`);
	return { gpus: distinct(gpus), variable: "CUDA_VISIBLE_DEVICES", warnings };
}
function visibleEntries(visible) {
	const entries = visible.split(",").map((entry) => entry.trim());
	const end = entries.findIndex((entry) => !/^(\d+|(GPU|MIG)-[\w/-]+)$/i.test(entry));
	return end === -1 ? entries : entries.slice(0, end);
}
function identityOf(value, installed) {
	const name = value.toLowerCase();
	const known = /^\d+$/.test(name)
		? installed.filter(({ index }) => index === Number(name))
		: installed.filter(({ uuid }) => uuid.toLowerCase().startsWith(name));
	const [gpu] = known.length === 1 ? known : [];
	if (gpu === undefined)
		return { lease: /^\d+$/.test(name) ? `index-${Number(name)}` : name, isDivided: false };
	const [first] = gpu.slices;
	return { lease: (first ?? gpu.uuid).toLowerCase(), isDivided: first !== undefined };
}


function isNamed(named, value, lease) {
	return named.some((entry) => entry === value || lease.startsWith(entry.toLowerCase()));
}
function positionOf(entry, place) {
	const lease = /^\d+$/.test(entry) ? `index-${Number(entry)}` : entry.toLowerCase();
	return { value: String(place), lease };
}

function sliceOf(uuid) {
	return { value: uuid, lease: uuid.toLowerCase(), isSlice: true };
}
function distinct(gpus) {
	return [...new Map(gpus.map((gpu) => [gpu.lease, gpu])).values()];
}

var nvidia_smi = __webpack_require__("src/machine/gpu/nvidia-smi.js");
;// CONCATENATED MODULE: src/machine/gpu/list.js







 }),

"src/machine/gpu/nvidia-smi.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var askDriver = (async function askDriver(env) {
	if (!isOnPath(DRIVER_TOOL, env))
		return { kind: "not-there" };
	try {
		const [gpus, list] = await Promise.all([
			ask(env, QUERY),
			ask(env, ["-L"]).catch((() => "")),
		]);
		const slices = readSlices(list);
		const installed = readGpus(gpus).map(((gpu) => ({
			...gpu,
			slices: slices.get(gpu.index) ?? [],
		})));
		return { kind: "listed", installed };
	}
	catch (error) {
		if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .up)(error, "ENOENT", "EACCES", "ENOTDIR"))
			return { kind: "not-there" };
		return { kind: "failed", why: `nvidia-smi failed: ${reasonOf(error)}` };
	}
});
var isOnPath = (function isOnPath(tool, { PATH = "/usr/bin:/bin" }) {
	return PATH.split(":").some(((folder) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, tool))));
});

 __webpack_require__.d(__webpack_exports__, {
   C: () => ( askDriver),
   g: () => ( listCards)
 });
 var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
 var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs");
 var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
 var node_util__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("node:util");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/definition/environment.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/text/text.js");







const DRIVER_TOOL = "nvidia-smi";
const QUERY = ["--query-gpu=index,uuid", "--format=csv,noheader"];
const LIMIT_MS = 10_000;


async function ask(env, words) {
	const signal = AbortSignal.timeout(LIMIT_MS);
	const options = { env: (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_5__ ._I)(env), signal };
	const { stdout } = await (0,node_util__WEBPACK_IMPORTED_MODULE_3__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(DRIVER_TOOL, [...words], options);
	return stdout;
}
function readGpus(stdout) {
	return (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .n5)(stdout).flatMap((line) => {
		const [, index, uuid] = /^(\d+)\s*,\s*(GPU-[\w-]{1,100})$/i.exec(line) ?? [];
		return index === undefined || uuid === undefined ? [] : [{ index: Number(index), uuid }];
	});
}
function readSlices(stdout) {
	const slices = new Map();
	let own = [];
	for (const line of (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .n5)(stdout)) {
		const [, index] = /^GPU (\d+): /.exec(line) ?? [];
		if (index !== undefined) {
			own = [];
			slices.set(Number(index), own);
		}
		const [, uuid] = /^MIG .*\(UUID:\s*(MIG-[\w/-]{1,100})\)$/i.exec(line) ?? [];
		if (uuid !== undefined)
			own.push(uuid);
	}
	return slices;
}
const CARD_QUERY = [
	"--query-gpu=uuid,memory.total,memory.free,name",
	"--format=csv,noheader,nounits",
];
async function listCards(env) {
	if (!isOnPath(DRIVER_TOOL, env))
		return [];
	const printed = await ask(env, CARD_QUERY).catch(() => "");
	return (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .n5)(printed).flatMap((line) => {
		const [, uuid, total = "", free = "", name = ""] = /^(GPU-[\w-]{1,100})\s*,\s*([^,]*),\s*([^,]*),\s*(.*)$/i.exec(line) ?? [];
		if (uuid === undefined)
			return [];
		return [{ uuid, name, ...sizeOf("totalMiB", total), ...sizeOf("freeMiB", free) }];
	});
}
function sizeOf(key, text) {
	return /^\d{1,12}\s*$/.test(text) ? { [key]: Number(text) } : {};
}
const LONGEST_REASON = 300;
function reasonOf(error) {
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .up)(error, "ABORT_ERR"))
		return `no answer within ${LIMIT_MS / 1000} s`;
	if (!(error instanceof Error))
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error);
	const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
	return ((0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .n5)(printed.join("\n"))[0] ?? (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error)).slice(0, LONGEST_REASON);
}


 }),

"src/machine/group.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var openPipe = (function openPipe() {
	if (ready.length === 0 && process.platform === "linux")
		makeReady();
	const pipe = ready.pop();
	if (pipe === undefined)
		return { writer: "pipe", reader: undefined };
	return { writer: pipe.writer, reader: new external_node_net_.Socket({ fd: pipe.reader, writable: false }) };
});
var closeWriter = (function closeWriter({ writer }) {
	if (writer !== "pipe")
		(0,external_node_fs_.closeSync)(writer);
});
var makeReady = (function makeReady() {
	let folder;
	try {
		folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "donemark-"));
		const pairs = Math.min(AT_ONCE, Math.floor((0,handles .z)(MOST_HANDLES) / 8));
		const paths = Array.from({ length: Math.max(1, pairs) }, ((_, index) => `${folder}/${index}`));
		(0,external_node_child_process_.execFileSync)("mkfifo", paths, { stdio: "ignore", env: (0,environment .YU)(process.env) });
		for (const path of paths) {
			const reader = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
			ready.push({ reader, writer: (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY) });
		}
	}
	catch {
	}
	finally {
		if (folder !== undefined)
			(0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
	}
});
var startGroup = (function startGroup(options) {
	const pipes = [openPipe(), openPipe()];
	try {
		(0,external_node_fs_.statSync)(options.cwd);
		const child = spawnGuarded(options, pipes);
		const { pid } = child;
		if (pid !== undefined)
			return heldOrKilled(pid, (() => running(connect(child, pid, pipes), options)));
		return stillborn(pipes, (0,external_node_events_.once)(child, "error"), options.cwd);
	}
	catch (error) {
		return stillborn(pipes, Promise.resolve([error]), options.cwd);
	}
	finally {
		pipes.forEach(closeWriter);
	}
});
var heldOrKilled = (function heldOrKilled(pid, hold) {
	try {
		return hold();
	}
	catch (error) {
		signalGroup(pid, "SIGKILL");
		throw error;
	}
});
var spawnGuarded = (function spawnGuarded({ argv, cwd, env, stdin }, [out, err]) {
	const [file, ...args] = (0,machine_guard .z3)(argv, env);
	return (0,external_node_child_process_.spawn)(file, args, {
		cwd,
		env,
		detached: true,
		stdio: [stdin === "pipe" ? "pipe" : "ignore", out.writer, err.writer, "pipe"],
	});
});
var connect = (function connect(child, pid, [out, err]) {
	const stdout = out.reader ?? child.stdout;
	const stderr = err.reader ?? child.stderr;
	const lifeline = child.stdio[machine_guard .PN];
	if (!stdout || !stderr || !(lifeline instanceof external_node_net_.Socket))
		throw new Error("spawn made no pipes");
	for (const stream of [child.stdin, stdout, stderr])
		stream?.on("error", ignore);
	return { child, pid, outputs: [stdout, stderr], lifeline };
});
var running = (function running(connected, options) {
	const { child, pid, outputs } = connected;
	outputs[0].on("data", options.onStdout);
	outputs[1].on("data", options.onStderr);
	const valves = outputs.map(((output) => valveOf(output, options.ready)));
	let gone = false;
	const signal = ((name) => {
		if (!gone)
			signalGroup(pid, name);
	});
	const guarded = guardGroup(connected, signal, options);
	return {
		process: (0,processes .ls)(pid),
		exit: leaderExit(child).then((async (ended) => {
			const exit = guarded.exitOf(ended);
			await options.beforeEnd?.(exit).catch(ignore);
			for (const { open } of valves)
				open();
			await within(LAST_WORDS_MS, group_closed(outputs));
			guarded.guard.end();
			signal("SIGKILL");
			gone = true;
			await within(ORPHANS_MS, group_closed(outputs));
			for (const stream of outputs)
				stream.destroy();
			return guarded.exitOf(exit);
		})),
		signal,
		kill: (() => signal("SIGKILL")),
		write: ((text) => void child.stdin?.write(text)),
		endInput: (() => void child.stdin?.end()),
		leave: ((seconds) => leave(connected, guarded.guard, seconds)),
	};
});
var guardGroup = (function guardGroup({ pid, lifeline }, signal, { onGuardEnded }) {
	let kill;
	const guard = (0,machine_guard .lI)(pid, lifeline, ((isReplaced) => {
		onGuardEnded?.(isReplaced);
		if (isReplaced)
			return;
		signal("SIGTERM");
		kill = setTimeout((() => signal("SIGKILL")), UNGUARDED_GRACE_MS);
	}));
	return {
		guard,
		exitOf: ((ended) => {
			if (kill === undefined)
				return ended;
			clearTimeout(kill);
			return { kind: "unguarded" };
		}),
	};
});
var valveOf = (function valveOf(output, ready) {
	let isOpen = ready === undefined;
	const flow = (() => void output.resume());
	output.on("data", (() => {
		const wait = isOpen ? undefined : ready?.();
		if (wait === undefined)
			return;
		output.pause();
		void wait.then(flow, flow);
	}));
	return {
		open: (() => {
			isOpen = true;
			flow();
		}),
	};
});
var leaderExit = (async function leaderExit(child) {
	return new Promise(((resolve) => {
		child.once("exit", ((code, signal) => {
			resolve(signal === null ? { kind: "exit", code: code ?? 0 } : { kind: "signal", signal });
		}));
	}));
});
var signalGroup = (function signalGroup(pid, name) {
	try {
		process.kill(-pid, name);
	}
	catch (error) {
		if (!(0,problem .up)(error, "ESRCH", "EPERM"))
			throw error;
	}
});
var group_closed = (async function group_closed(streams) {
	const open = streams.filter(((stream) => !stream.closed));
	await Promise.all(open.map(((stream) => new Promise(((resolve) => stream.once("close", resolve))))));
});
var within = (async function within(milliseconds, event) {
	let timer;
	const limit = new Promise(((resolve) => {
		timer = setTimeout((() => setImmediate(resolve)), milliseconds);
	}));
	await Promise.race([event, limit]);
	clearTimeout(timer);
});


__webpack_require__.d(__webpack_exports__, {
  f: () => ( NO_SHELL),
  O: () => ( startGroup)
});

var external_node_child_process_ = __webpack_require__("node:child_process");
var external_node_events_ = __webpack_require__("node:events");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_net_ = __webpack_require__("node:net");
var environment = __webpack_require__("src/core/definition/environment.js");
var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var machine_guard = __webpack_require__("src/machine/guard.js");
var external_node_os_ = __webpack_require__("node:os");
var external_node_path_ = __webpack_require__("node:path");
var handles = __webpack_require__("src/files/handles.js");
;// CONCATENATED MODULE: src/machine/pipe.js







const AT_ONCE = 16;
const MOST_HANDLES = AT_ONCE * 8;
const ready = [];




var processes = __webpack_require__("src/machine/processes.js");
;// CONCATENATED MODULE: src/machine/group.js















const UNGUARDED_GRACE_MS = 5000;


const LAST_WORDS_MS = 250;
const ORPHANS_MS = 1000;




async function leave({ child, outputs }, guard, seconds) {
	for (const output of outputs) {
		throwAway(output);
		output.destroy();
	}
	await guard.leave(seconds);
	child.unref();
}
function throwAway(output) {
	const env = (0,environment .YU)(process.env);
	(0,external_node_child_process_.spawn)("cat", { stdio: [output, "ignore", "ignore"], detached: true, env })
		.once("error", ignore)
		.unref();
}
function stillborn(pipes, refusal, cwd) {
	for (const { reader } of pipes)
		reader?.destroy();
	return {
		process: undefined,
		exit: refusal.then(([error]) => ({ kind: "not-started", why: explain(error, cwd) })),
		signal: ignore,
		kill: ignore,
		write: ignore,
		endInput: ignore,
		leave: () => Promise.resolve(),
	};
}
function explain(error, cwd) {
	if ((0,problem .up)(error, "ENOENT", "EACCES", "ENOEXEC") && isOfSpawn(error))
		return `${NO_SHELL} (${(0,problem .bD)(error)}).`;
	if ((0,problem .up)(error, "ENOENT", "ENOTDIR", "EACCES")) {
		return `The command cannot start in ${(0,text_text .hD)(cwd)}: expected a folder that exists and may be entered (${(0,problem .bD)(error)}).`;
	}
	return `The command could not be started: ${(0,problem .bD)(error)}.`;
}
const NO_SHELL = "Commands are started by /bin/sh, which is not there or cannot be executed here: put a POSIX shell (dash, bash, busybox) in its place";
function isOfSpawn(error) {
	return error instanceof Error && String(Reflect.get(error, "syscall")).startsWith("spawn");
}
function ignore() { }


 }),

"src/machine/guard.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var keepGuard = (function keepGuard(leader, first, onEnded) {
	let lifeline = first;
	let later;
	let renewals = 0;
	let isOver = false;
	const replace = (() => {
		if (isOver)
			return;
		renewals += 1;
		later = renewals > MOST_RENEWALS ? undefined : startGuard(leader);
		const pipe = later?.stdio[GUARD_FD];
		const isReplaced = pipe instanceof node_net__WEBPACK_IMPORTED_MODULE_1__.Socket;
		if (isReplaced)
			watch(pipe);
		onEnded(isReplaced);
	});
	const watch = ((pipe) => {
		lifeline = pipe;
		pipe.on("error", ignore).once("close", replace).resume().unref();
	});
	watch(first);
	return {
		leave: (async (seconds) => {
			isOver = true;
			await new Promise(((done) => lifeline.write(`${Math.ceil(seconds)}\n`, done)));
		}),
		end: (() => {
			isOver = true;
			later?.kill("SIGKILL");
			lifeline.destroy();
		}),
	};
});
var guardedArgv = (function guardedArgv(argv, env) {
	return ["/bin/sh", "-c", LAUNCH, "donemark", GUARD, ...throughShell(env), ...argv];
});
var throughShell = (function throughShell(env) {
	const lost = Object.entries(env)
		.filter((([name, value]) => value !== undefined && !/^[A-Za-z_]\w*$/.test(name)))
		.map((([name, value]) => `${name}=${value}`));
	return lost.length === 0 ? [] : ["env", ...lost];
});
var isGuard = (function isGuard(argv, group) {
	const [, , script, name, leader] = argv;
	if (name === "donemark-guard")
		return leader === String(group);
	return name === "donemark" && script === LAUNCH;
});

 __webpack_require__.d(__webpack_exports__, {
   Mw: () => ( isGuard),
   PN: () => ( GUARD_FD),
   lI: () => ( keepGuard),
   z3: () => ( guardedArgv)
 });
 var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
 var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:net");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/definition/environment.js");



const LAUNCH = `
( trap "" HUP INT QUIT TERM USR1 USR2
  /bin/sh -c "$1" donemark-guard "$$" </dev/null >/dev/null 2>&1 & ) ||
  { echo "donemark: no guard can be started: no command runs without one" >&2; exit 126; }
shift
exec "$@" 3<&-
`;
const GUARD = `
cd /
PATH=$PATH:/usr/bin:/bin
read -r seconds <&3
case $seconds in "" | *[!0-9]*) seconds=0 ;; esac
wait_for_leader() {
  ticks=$(($2 * 5))
  while [ "$ticks" -gt 0 ] && kill -0 "$1"; do
    if sleep 0.2; then ticks=$((ticks - 1)); else sleep 1; ticks=$((ticks - 5)); fi
  done
}
wait_for_leader "$1" "$seconds"
kill -TERM "-$1"
wait_for_leader "$1" 2
kill -KILL "-$1"
`;
const LATER_GUARD = `trap "" HUP INT QUIT TERM USR1 USR2
${GUARD}`;
const MOST_RENEWALS = 5;

function startGuard(leader) {
	try {
		const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)("/bin/sh", ["-c", LATER_GUARD, "donemark-guard", String(leader)], {
			cwd: "/",
			env: (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ .YU)(process.env),
			detached: true,
			stdio: ["ignore", "ignore", "ignore", "pipe"],
		});
		child.on("error", ignore).unref();
		return child;
	}
	catch {
		return undefined;
	}
}
function ignore() { }
const GUARD_FD = 3;





 }),

"src/machine/handles.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var openHandles = (function openHandles(warn) {
	let running = 0;
	let isTold = false;
	const tell = (() => {
		if (!isTold)
			warn(`commands wait for free file handles: ${REMEDY}`);
		isTold = true;
	});
	return {
		free: (async (isStopped) => {
			const beganMs = performance.now();
			let idleSinceMs = beganMs;
			while (isShort(running)) {
				await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ASK_AGAIN_MS);
				const nowMs = performance.now();
				if (running > 0)
					idleSinceMs = nowMs;
				if (isStopped() || nowMs - idleSinceMs > PATIENCE_MS)
					return false;
				if (nowMs - beganMs > TELL_AFTER_MS)
					tell();
			}
			return true;
		}),
		inUse: (() => {
			running += 1;
			return (() => {
				running -= 1;
			});
		}),
	};
});
var affordedSlots = (function affordedSlots(wanted) {
	const free = (0,_files_handles_js__WEBPACK_IMPORTED_MODULE_1__ .z)(NEEDED_BESIDE + wanted * NEEDED_BY_SLOT);
	return Math.min(wanted, Math.max(1, Math.floor((free - NEEDED_BESIDE) / NEEDED_BY_SLOT)));
});
var isShort = (function isShort(running) {
	const needed = running === 0 ? NEEDED : NEEDED_BESIDE;
	return (0,_files_handles_js__WEBPACK_IMPORTED_MODULE_1__ .z)(needed) < needed;
});

 __webpack_require__.d(__webpack_exports__, {
   CS: () => ( openHandles),
   Sb: () => ( NO_HANDLES),
   nG: () => ( affordedSlots),
   nx: () => ( REMEDY)
 });
 var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
 var _files_handles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/handles.js");


const NEEDED = 12;
const NEEDED_BESIDE = 24;
const NEEDED_BY_SLOT = 8;
const ASK_AGAIN_MS = 50;
const TELL_AFTER_MS = 5000;
const PATIENCE_MS = 60_000;



const REMEDY = "raise the limit (`ulimit -n 4096`), then run again";
const NO_HANDLES = `no file handles are free to start a command: ${REMEDY}`;


 }),

"src/machine/heartbeat-sign.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var readHeartbeat = (function readHeartbeat(path) {
	try {
		const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, READING);
		try {
			const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd);
			if (!stat.isFile())
				return "absent";
			const bytes = Buffer.alloc(Math.min(stat.size, MOST_BYTES));
			const text = bytes.toString("utf8", 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, 0, bytes.length, 0));
			const { mtimeMs, ctimeMs, ino } = stat;
			return { text, mtimeMs, seen: `${mtimeMs} ${ctimeMs} ${ino} ${text}` };
		}
		finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
		}
	}
	catch (error) {
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, ...NOBODYS) ? "absent" : "unreadable";
	}
});

 __webpack_require__.d(__webpack_exports__, {
   d: () => ( readHeartbeat)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");


const READING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
const MOST_BYTES = 16 * 1024;

const NOBODYS = ["ENOENT", "ENOTDIR", "ENXIO", "ELOOP"];


 }),

"src/machine/heartbeat.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var heartbeatTimes = (function heartbeatTimes(env) {
	const beatMs = Number(env["DONEMARK_HEARTBEAT_MS"] ?? "");
	return beatMs >= 1 ? (0,_core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__ .sD)(beatMs) : _core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__ .qR;
});
var openHeart = (function openHeart(home, { beatMs }) {
	const threads = new Map();
	return {
		begin: ((place) => {
			beat(place, 0);
			const device = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(place.path).dev;
			const thread = threads.get(device) ?? startThread(home, beatMs);
			threads.set(device, thread);
			const isOver = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
			thread.add({ place, isOver });
			const stop = (async () => {
				Atomics.store(isOver, 0, 1);
				if ((await thread.remove(place.path)) === "empty")
					threads.delete(device);
				(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(place.path, { force: true });
			});
			return { path: place.path, stop };
		}),
	};
});
var startThread = (function startThread(home, beatMs) {
	const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_2__.Worker(new URL("heartbeat.js", home), { workerData: { beatMs } });
	worker.unref();
	const all = new Map();
	let timer;
	worker.once("error", (() => {
		timer = setInterval((() => {
			for (const one of all.values())
				tryToBeat(one, Date.now());
		}), beatMs);
		timer.unref();
	}));
	return {
		add: ((beating) => {
			all.set(beating.place.path, beating);
			worker.postMessage(beating);
		}),
		remove: (async (path) => {
			all.delete(path);
			if (all.size > 0)
				return "beating";
			clearInterval(timer);
			await worker.terminate();
			return "empty";
		}),
	};
});
var beat = (function beat(place, count) {
	const { path, text } = place;
	const beats = String(count).padStart(DIGITS, "0");
	const line = `${JSON.stringify({ donemark: 1, status: "alive", ...text, beats })}\n`;
	try {
		const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, WRITING_OVER);
		try {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(fd, line, 0);
		}
		finally {
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
		}
	}
	catch (error) {
		if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .up)(error, "ENOENT"))
			throw error;
		makeFolder(place);
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, line, { mode: 0o644, flag: "wx" });
	}
});
var makeFolder = (function makeFolder({ path, isFolderShared }) {
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
	const made = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
	if (isFolderShared && made !== undefined)
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(folder, 0o1777);
});

 __webpack_require__.d(__webpack_exports__, {
   FL: () => ( heartbeatTimes),
   LK: () => ( openHeart)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
 var node_worker_threads__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:worker_threads");
 var _core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/ownership/heartbeat.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/problem.js");









function keepBeating() {
	if (isMainThread || !isRecord(workerData))
		return;
	const beatMs = Number(workerData["beatMs"]);
	parentPort?.on("message", (message) => {
		const beating = beatingIn(message);
		if (beating === undefined)
			return;
		let count = 0;
		const timer = setInterval(() => {
			count += 1;
			if (Atomics.load(beating.isOver, 0) === 1)
				clearInterval(timer);
			else
				tryToBeat(beating, count);
		}, beatMs);
	});
}
function beatingIn(value) {
	if (!isRecord(value))
		return undefined;
	const place = placeIn(value["place"]);
	const isOver = value["isOver"];
	return place !== undefined && isOver instanceof Int32Array ? { place, isOver } : undefined;
}
function placeIn(value) {
	if (!isRecord(value) || typeof value["path"] !== "string" || !isRecord(value["text"]))
		return;
	const text = {};
	for (const [name, one] of Object.entries(value["text"]))
		if (typeof one === "string" || typeof one === "number")
			text[name] = one;
	return { path: value["path"], text, isFolderShared: value["isFolderShared"] === true };
}
function tryToBeat({ place, isOver }, count) {
	try {
		beat(place, count);
		if (Atomics.load(isOver, 0) === 1)
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(place.path, { force: true });
	}
	catch {
		try {
			const now = new Date();
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lutimesSync)(place.path, now, now);
		}
		catch {
			return;
		}
	}
}
const WRITING_OVER = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
const DIGITS = 17;




 }),

"src/machine/lease.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var isHolderFile = (function isHolderFile(name) {
	return name.includes("~") && !isNote(name);
});
var isNote = (function isNote(name) {
	return name.startsWith("+");
});
var holderFileName = (function holderFileName(holder) {
	const unique = (0,external_node_crypto_.randomUUID)().slice(0, 13);
	return holder === undefined ? `~~${unique}` : `${nameOf(holder)}~${unique}`;
});
var nameOf = (function nameOf({ boot, pid, startTime }) {
	return `${encoded(boot)}~${pid},${encoded(startTime)}`;
});
var encoded = (function encoded(text) {
	return encodeURIComponent(text).replaceAll("~", "%7E");
});
var processOf = (function processOf(name) {
	const [, boot = "", pid = "", startTime = ""] = /^(?:\+\d+~)?([^~]*)~(\d+),([^~]*)~/.exec(name) ?? [];
	if (pid === "")
		return undefined;
	try {
		const [start, bootName] = [decodeURIComponent(startTime), decodeURIComponent(boot)];
		return { pid: Number(pid), startTime: start, boot: bootName };
	}
	catch {
		return undefined;
	}
});
var sweepSpares = (function sweepSpares(taker) {
	const isSpare = ((name) => name.startsWith(FRESH) || name.startsWith(AWAY));
	const names = namesIn(taker.folder).filter(isSpare).slice(0, MOST_SWEPT);
	for (const name of names) {
		try {
			const path = (0,external_node_path_.join)(taker.folder, name);
			const { lives } = lookIn(taker, path);
			const isLeft = lives.length > 0 && lives.every((({ liveness }) => liveness === "gone"));
			if (isLeft)
				(0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
		}
		catch {
		}
	}
});
var discardSpares = (function discardSpares({ spares }) {
	for (const { path } of spares.splice(0))
		(0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
});
var acquireLease = (async function acquireLease(taker, resource) {
	const place = (0,external_node_path_.join)(taker.folder, (0,digest .sc)(resource).slice(0, 32));
	for (let round = 0; round < ROUNDS; round += 1) {
		const seen = lookIn(taker, place);
		const held = heldBy(seen);
		if (held !== undefined)
			return held;
		const holderFile = holderFileName(taker.holder);
		const last = seen.names.find(isHolderFile);
		if (last === undefined)
			forgetTheDead(place, seen);
		const isTaken = last === undefined
			? plant(taker, place, holderFile)
			: moved((0,external_node_path_.join)(place, last), (0,external_node_path_.join)(place, holderFile));
		if (isTaken)
			return leaseOf(taker, place, holderFile);
	}
	throw new problem .yo([
		`No lease could be taken in ${(0,text_text .hD)(place)}, which no run holds: move it away (\`mv -- ${(0,shell_quote .e)(place)} ${(0,shell_quote .e)(`${place}.old`)}\`), then run again.`,
	]);
});
var leaseHeartbeat = (function leaseHeartbeat(folder, holder) {
	return (0,external_node_path_.join)(folder, LEASE_HEARTBEAT_PREFIX + (0,digest .sc)(nameOf(holder)).slice(0, 32));
});
var heldBy = (function heldBy({ lives }) {
	for (const { owner, liveness } of lives)
		if (liveness !== "gone")
			return { kind: "held", by: owner.process, owner, liveness };
	return undefined;
});
var lookIn = (function lookIn({ folder, owners }, place) {
	const names = namesIn(place);
	const holders = names.filter(isHolderFile);
	const notes = names.filter(isNote).toSorted(((a, b) => serialOf(a) - serialOf(b)));
	const holder = holders.map(processOf).find(((one) => one !== undefined));
	const lives = [...holders, ...notes].flatMap(((name) => {
		const process = processOf(name);
		if (process === undefined)
			return [];
		const owner = { process, heartbeat: leaseHeartbeat(folder, holder ?? process) };
		return [{ name, owner, liveness: owners.livenessOf(owner) }];
	}));
	return { names, lives };
});
var leaseFolder = (function leaseFolder(env = process.env) {
	const folder = leaseFolderPath(env);
	try {
		makeShared(folder);
	}
	catch (error) {
		throw new problem .yo([
			`Leases are kept in ${(0,text_text .hD)(folder)}, which cannot be made (${(0,problem .bD)(error)}): set DONEMARK_LEASE_DIR.`,
		]);
	}
	const found = (0,external_node_fs_.lstatSync)(folder);
	if (found.isDirectory()) {
		checkWritable(folder, found.uid);
		return folder;
	}
	throw new problem .yo([
		`Expected a folder for leases at ${(0,text_text .hD)(folder)}, found a link or a file: move it away (\`mv -- ${(0,shell_quote .e)(folder)} ${(0,shell_quote .e)(`${folder}.old`)}\`), then run again.`,
	]);
});
var leaseFolderPath = (function leaseFolderPath(env) {
	const folder = (0,environment .bv)(env, "DONEMARK_LEASE_DIR") ?? "/tmp/donemark-leases";
	if ((0,external_node_path_.isAbsolute)(folder))
		return folder;
	throw new problem .yo([`DONEMARK_LEASE_DIR: expected an absolute path, got ${(0,text_text .hD)(folder)}.`]);
});
var checkWritable = (function checkWritable(folder, uid) {
	try {
		(0,external_node_fs_.accessSync)(folder, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK);
	}
	catch (error) {
		throw new problem .yo([
			`Leases are kept in ${(0,text_text .hD)(folder)}, which belongs to user ${uid} and cannot be written here (${(0,problem .bD)(error)}): ` +
				`let its owner run \`chmod 1777 ${(0,shell_quote .e)(folder)}\`, then run again.`,
		]);
	}
});
var makeShared = (function makeShared(folder) {
	(0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(folder), { recursive: true });
	try {
		(0,external_node_fs_.mkdirSync)(folder);
		(0,external_node_fs_.chmodSync)(folder, 0o1777);
		return true;
	}
	catch (error) {
		if (!(0,problem .up)(error, "EEXIST"))
			throw error;
		return false;
	}
});
var plant = (function plant(taker, place, holderFile) {
	try {
		const own = reuseSpare(taker, holderFile) ?? makeFolder(taker, holderFile);
		const isTaken = moved(own, place);
		if (!isTaken)
			(0,external_node_fs_.rmSync)(own, { recursive: true, force: true });
		return isTaken;
	}
	catch (error) {
		if (!(0,problem .up)(error, "ENOENT"))
			throw error;
		if (makeShared(taker.folder))
			taker.onRemade?.();
		return false;
	}
});
var makeFolder = (function makeFolder({ folder }, holderFile) {
	const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(folder, FRESH));
	(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, holderFile), "");
	(0,external_node_fs_.chmodSync)(own, EVERYBODY);
	return own;
});
var reuseSpare = (function reuseSpare({ spares }, holderFile) {
	for (let spare = spares.pop(); spare !== undefined; spare = spares.pop()) {
		const { path } = spare;
		if (moved((0,external_node_path_.join)(path, spare.holderFile), (0,external_node_path_.join)(path, holderFile)))
			return path;
		(0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
	}
	return undefined;
});
var leaseOf = (function leaseOf(taker, place, first) {
	let holderFile = first;
	let noted = 0;
	return {
		kind: "lease",
		note: ((process) => {
			if (holderFile === undefined)
				return;
			const seen = lookIn(taker, place);
			if (!seen.names.includes(holderFile))
				holderFile = takeAgain(taker, place);
			forgetTheDead(place, seen);
			noted += 1;
			(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(place, noteOf(noted, process)), "");
		}),
		release: (async () => {
			const last = holderFile;
			holderFile = undefined;
			if (last === undefined)
				return;
			const { names, lives } = lookIn(taker, place);
			if (!names.includes(last))
				return;
			const away = (0,external_node_path_.join)(taker.folder, AWAY + (0,external_node_crypto_.randomUUID)());
			const isFree = !lives.some((({ name, liveness }) => name !== last && liveness !== "gone"));
			if (isFree && moved(place, away)) {
				if (names.length === 1 && taker.spares.length < MOST_SPARES)
					taker.spares.push({ path: away, holderFile: last });
				else
					(0,external_node_fs_.rmSync)(away, { recursive: true, force: true });
			}
			else
				moved((0,external_node_path_.join)(place, last), (0,external_node_path_.join)(place, holderFileName()));
		}),
	};
});
var forgetTheDead = (function forgetTheDead(place, { names, lives }) {
	const living = new Set(lives.flatMap((({ name, liveness }) => (liveness === "gone" ? [] : name))));
	for (const name of names.filter(isNote)) {
		if (living.has(name))
			continue;
		try {
			(0,external_node_fs_.rmSync)((0,external_node_path_.join)(place, name), { force: true });
		}
		catch (error) {
			if (!(0,problem .up)(error, "EPERM", "EACCES"))
				throw error;
		}
	}
});
var moved = (function moved(from, to) {
	try {
		(0,external_node_fs_.renameSync)(from, to);
		return true;
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES"))
			return false;
		throw error;
	}
});
var namesIn = (function namesIn(place) {
	try {
		return (0,external_node_fs_.readdirSync)(place);
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOENT"))
			return [];
		throw error;
	}
});


__webpack_require__.d(__webpack_exports__, {
  jQ: () => ( LEASE_HEARTBEAT_PREFIX),
  ZZ: () => ( acquireLease),
  NG: () => ( discardSpares),
  HF: () => ( leaseFolder),
  SF: () => ( leaseFolderPath),
  z: () => ( leaseHeartbeat),
  Qh: () => ( lookAtLeases),
  XK: () => ( sweepSpares)
});

var external_node_crypto_ = __webpack_require__("node:crypto");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_path_ = __webpack_require__("node:path");
var digest = __webpack_require__("src/core/model/digest.js");
var environment = __webpack_require__("src/core/definition/environment.js");
var problem = __webpack_require__("src/core/text/problem.js");
var shell_quote = __webpack_require__("src/core/text/shell-quote.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/machine/lease-names.js



function serialOf(note) {
	return Number.parseInt(note, 10);
}

function noteOf(serial, process) {
	return `+${serial}~${nameOf(process)}~`;
}




;// CONCATENATED MODULE: src/machine/lease.js









const MOST_SPARES = 16;
const [FRESH, AWAY] = [".new-", ".old-"];
const MOST_SWEPT = 100;



function lookAtLeases(from) {
	const resources = namesIn(from.folder).filter((name) => /^[\da-f]{32}$/.test(name));
	const held = resources.map((name) => heldBy(lookIn(from, (0,external_node_path_.join)(from.folder, name))));
	const holders = held.filter((one) => one !== undefined).map(({ by }) => by);
	const isFirst = ({ pid }, place) => holders.findIndex((one) => one.pid === pid) === place;
	return { holders: holders.filter(isFirst), left: held.length - holders.length };
}
const LEASE_HEARTBEAT_PREFIX = ".alive-";







const ROUNDS = 1000;
const EVERYBODY = 0o777;




function takeAgain(taker, place) {
	const holderFile = holderFileName(taker.holder);
	for (let round = 0; round < ROUNDS; round += 1) {
		const seen = lookIn(taker, place);
		const held = heldBy(seen);
		if (held !== undefined)
			throw new Error(`its lease in ${taker.folder} was removed, and another run (pid ${held.by.pid}) has taken its GPU since: run again once that run has ended`);
		forgetTheDead(place, seen);
		if (plant(taker, place, holderFile))
			break;
	}
	return holderFile;
}





 }),

"src/machine/owner-watch.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var watchOwners = (function watchOwners(times) {
	const watched = new Map();
	const waiting = new Set();
	const lookAtAll = (() => {
		for (const one of watched.values())
			one.observation = observe(one.owner, one.observation, times);
		for (const wake of [...waiting])
			wake();
	});
	let timer;
	const observationOf = ((owner) => {
		const key = JSON.stringify([owner.process, owner.heartbeat]);
		const known = watched.get(key);
		if (known !== undefined)
			return known.observation;
		const observation = observe(owner, undefined, times);
		watched.set(key, { owner, observation });
		timer ??= setInterval(lookAtAll, times.lookMs).unref();
		return observation;
	});
	const liveness = ((owner) => {
		const here = (0,_processes_js__WEBPACK_IMPORTED_MODULE_4__ .eX)(owner.process);
		return here === "unknown" ? (0,_core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_0__ .l8)(observationOf(owner), times) : here;
	});
	return {
		livenessOf: liveness,
		nextLook: ((signal) => nextLook(waiting, signal)),
		nameOf: ((owner, host) => {
			const { pid } = owner.process;
			if ((0,_processes_js__WEBPACK_IMPORTED_MODULE_4__ .eX)(owner.process) !== "unknown")
				return `pid ${pid}`;
			const sign = observationOf(owner);
			const machine = sign.host || host;
			const where = machine ? ` on ${machine}` : " of another machine or container";
			return `pid ${pid}${where}, ${signOf(sign)}`;
		}),
		knownInMs: ((owner) => Math.max(0, times.goneMs - observationOf(owner).quietMs)),
		close: (() => {
			clearInterval(timer);
			for (const wake of [...waiting])
				wake();
		}),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   C: () => ( watchOwners),
   lookAtOwner: () => ( lookAtOwner)
 });
 var _core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/ownership/heartbeat.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/duration.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _heartbeat_sign_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/machine/heartbeat-sign.js");
 var _processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/processes.js");







function lookAtOwner({ process, heartbeat }) {
	const sign = heartbeat === undefined ? undefined : readSign(heartbeat);
	const { seen, host, ageMs } = sign ?? ABSENT;
	return {
		liveness: (0,_processes_js__WEBPACK_IMPORTED_MODULE_4__ .eX)(process),
		...(host && { host }),
		...(seen !== undefined && ageMs !== undefined && { ageMs }),
	};
}
function signOf({ seen, quietMs, ageMs, hasBeaten }) {
	if (seen === undefined && !hasBeaten)
		return "no sign of life";
	return `last sign of life ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_2__ .a3)(Math.max(quietMs, hasBeaten ? 0 : ageMs))} ago`;
}
async function nextLook(waiting, signal) {
	const alive = setInterval(() => undefined, 60_000);
	await new Promise((resolve) => {
		if (signal?.aborted === true)
			resolve();
		const wake = () => {
			waiting.delete(wake);
			signal?.removeEventListener("abort", wake);
			resolve();
		};
		waiting.add(wake);
		signal?.addEventListener("abort", wake);
	});
	clearInterval(alive);
}
function observe({ heartbeat }, before, times) {
	const nowMs = performance.now();
	const sign = heartbeat === undefined ? ABSENT : readSign(heartbeat);
	if (sign === undefined)
		return before ?? { ...(0,_core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_0__ .yb)(undefined, nowMs), ...NOTHING_SAID };
	const { seen, ...said } = sign;
	if (before === undefined)
		return { ...(0,_core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_0__ .yb)(seen, nowMs), ...NOTHING_SAID, ...said };
	return { ...before, ...(0,_core_ownership_heartbeat_js__WEBPACK_IMPORTED_MODULE_0__ .IK)(before, { seen, nowMs }, times) };
}
const NOTHING_SAID = { host: "", ageMs: 0 };
const ABSENT = { seen: undefined };
function readSign(path) {
	const read = (0,_heartbeat_sign_js__WEBPACK_IMPORTED_MODULE_3__ .d)(path);
	if (read === "absent")
		return ABSENT;
	if (read === "unreadable")
		return undefined;
	const value = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .qF)(read.text);
	const host = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .u4)(value) && typeof value["host"] === "string" ? value["host"] : "";
	return { seen: read.seen, host, ageMs: Math.max(0, Date.now() - read.mtimeMs) };
}


 }),

"src/machine/proc-stat.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var procStat = (function procStat(pid) {
	const stat = readProc(`/proc/${pid}/stat`);
	if (stat === undefined)
		return undefined;
	const end = stat.lastIndexOf(")");
	const fields = stat.slice(end + 2).split(" ");
	const [state, startTime] = [fields[0], fields[19]];
	if (state === undefined || startTime === undefined)
		return undefined;
	const flags = Number(fields[6]);
	const exiting = (flags & EXITING) !== 0;
	return {
		name: stat.slice(stat.indexOf("(") + 1, end),
		parent: Number(fields[1]),
		group: Number(fields[2]),
		session: Number(fields[3]),
		startTime,
		dead: state === "Z" || state === "X",
		exiting,
		hasNoEnvironment: exiting || (flags & KERNEL_THREAD) !== 0 || (fields[24] !== "0" && fields[47] === fields[48]),
	};
});
var processNumbers = (function processNumbers() {
	const numbers = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)("/proc")
		.filter(((name) => /^\d+$/.test(name)))
		.map(Number);
	if (numbers.includes(process.pid))
		return numbers;
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo([`/proc shows no processes, so that ${NO_PROC}`]);
});
var readProc = (function readProc(path) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
	}
	catch (error) {
		if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "ENOENT", "ESRCH", "EACCES", "EPERM"))
			return undefined;
		throw error;
	}
});

 __webpack_require__.d(__webpack_exports__, {
   MR: () => ( carrying),
   QP: () => ( LONGEST_EXEC_MS),
   Ub: () => ( processNumbers),
   d$: () => ( NO_PROC),
   jW: () => ( procStat),
   lK: () => ( readProc),
   sc: () => ( EXEC_PAUSE_MS)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");


const EXITING = 0x00_00_00_04;
const KERNEL_THREAD = 0x00_20_00_00;

const NO_PROC = "nobody could tell which run owns a shard and which of its processes are left. Mount it (`mount -t proc proc /proc`), or start the container with its own /proc.";

function carrying(pid, tag) {
	let environ;
	try {
		environ = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/environ`, "latin1");
	}
	catch (error) {
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "ENOENT", "ESRCH") ? "gone" : "no";
	}
	if (environ !== "")
		return environ.split("\0").includes(tag) ? "yes" : "no";
	const stat = procStat(pid);
	if (stat === undefined || stat.dead || stat.exiting)
		return "gone";
	return stat.hasNoEnvironment ? "no" : "unclear";
}
const LONGEST_EXEC_MS = 10_000;
const EXEC_PAUSE_MS = 2;



 }),

"src/machine/processes.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var bootId = (function bootId() {
	boot ??= readBoot();
	return boot;
});
var readBoot = (function readBoot() {
	if (process.platform === "win32")
		return "windows";
	return process.platform === "linux"
		? `${linuxBoot()}/${pidNamespace()}`
		: (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("sysctl", ["-n", "kern.bootsessionuuid"], {
			encoding: "utf8",
			env: (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_5__ .YU)(process.env),
		}).trim();
});
var linuxBoot = (function linuxBoot() {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim();
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .yo([
			`/proc is not there, or hides the boot's id (${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .bD)(error)}), so that ${_proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .d$}`,
		]);
	}
});
var identify = (function identify(pid) {
	return { pid, startTime: look(pid)?.startTime ?? "", boot: bootId() };
});
var thisProcess = (function thisProcess() {
	return identify(process.pid);
});
var livenessHere = (function livenessHere(id) {
	if (id.boot !== bootId())
		return "unknown";
	return isAlive(id) ? "alive" : "gone";
});
var isAlive = (function isAlive(id) {
	if (!Number.isSafeInteger(id.pid) || id.pid < 1 || id.boot !== bootId())
		return false;
	const seen = look(id.pid);
	if (seen === undefined)
		return isThere(id.pid);
	return !seen.dead && seen.startTime === id.startTime;
});
var look = (function look(pid) {
	if (process.platform === "win32")
		return lookBySignal(pid);
	return process.platform === "linux" ? (0,_proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .jW)(pid) : lookByPs(pid);
});
var pidNamespace = (function pidNamespace() {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)("/proc/self/ns/pid", { throwIfNoEntry: false })?.ino ?? 0;
});

 __webpack_require__.d(__webpack_exports__, {
   Hk: () => ( endProcesses),
   P2: () => ( startTimeOf),
   WF: () => ( thisProcess),
   _n: () => ( isAlive),
   aW: () => ( bootId),
   eX: () => ( livenessHere),
   id: () => ( findTagged),
   ls: () => ( identify),
   ps: () => ( ps)
 });
 var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:child_process");
 var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:fs");
 var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:timers/promises");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/definition/environment.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/text/problem.js");
 var _proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/proc-stat.js");






let boot;



function startTimeOf(pid) {
	const seen = look(pid);
	return seen?.dead === false ? seen.startTime : undefined;
}




function findTagged(name, value) {
	if (process.platform === "win32")
		return [];
	const tag = `${name}=${value}`;
	const pids = process.platform === "linux" ? taggedInProc(tag) : taggedByPs(tag);
	return pids
		.filter((pid) => pid !== process.pid)
		.map(identify)
		.filter(isAlive);
}
async function endProcesses(list, { graceMs, isHurried }) {
	signalLiving(list, "SIGTERM");
	if (await allDead(list, graceMs, isHurried))
		return;
	signalLiving(list, "SIGKILL");
	await allDead(list, 1000);
}

function lookBySignal(pid) {
	try {
		process.kill(pid, 0);
		return { startTime: "", dead: false };
	}
	catch (error) {
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .up)(error, "EPERM") ? { startTime: "", dead: false } : undefined;
	}
}
function lookByPs(pid) {
	const [, state, startTime] = /^(\S+)\s+(\S.*)$/.exec(ps("-o", "stat=,lstart=", "-p", `${pid}`)) ?? [];
	if (state === undefined || startTime === undefined)
		return undefined;
	return { startTime: startTime.trimEnd(), dead: state.startsWith("Z") };
}
function isThere(pid) {
	try {
		process.kill(pid, 0);
		return true;
	}
	catch (error) {
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .up)(error, "EPERM");
	}
}
const MOST_LOOKS = 8;
function taggedInProc(tag) {
	const gone = new Set();
	for (let round = 1;; round += 1) {
		const before = gone.size;
		const found = tagged(tag, gone);
		if (gone.size === before || round >= MOST_LOOKS)
			return found;
	}
}
function tagged(tag, gone) {
	const found = [];
	const beganTick = performance.now();
	let open = (0,_proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .Ub)();
	for (;;) {
		const unclear = [];
		for (const pid of open) {
			const how = (0,_proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .MR)(pid, tag);
			if (how === "yes")
				found.push(pid);
			else if (how === "gone")
				gone.add(pid);
			else if (how === "unclear")
				unclear.push(pid);
		}
		if (unclear.length === 0 || performance.now() - beganTick > _proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .QP)
			return found;
		Atomics.wait(PAUSE, 0, 0, _proc_stat_js__WEBPACK_IMPORTED_MODULE_4__ .sc);
		open = unclear;
	}
}
const PAUSE = new Int32Array(new SharedArrayBuffer(4));
function taggedByPs(tag) {
	return ps("-axEww", "-o", "pid=,command=")
		.split("\n")
		.filter((line) => `${line} `.includes(` ${tag} `))
		.map((line) => Number.parseInt(line, 10));
}
function ps(...args) {
	try {
		return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("ps", args, {
			encoding: "utf8",
			env: { ...(0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_5__ .YU)(process.env), LC_ALL: "C", TZ: "UTC" },
			maxBuffer: 256 * 1024 * 1024,
			stdio: ["ignore", "pipe", "ignore"],
		});
	}
	catch (error) {
		if (error instanceof Error && "status" in error && error.status === 1)
			return "";
		throw error;
	}
}

function signalLiving(list, signal) {
	for (const id of list.filter(isAlive)) {
		try {
			process.kill(id.pid, signal);
		}
		catch (error) {
			if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .up)(error, "ESRCH", "EPERM"))
				throw error;
		}
	}
}
async function allDead(list, withinMs, isOver = () => false) {
	const deadline = performance.now() + withinMs;
	while (list.some(isAlive)) {
		if (performance.now() >= deadline || isOver())
			return false;
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(25);
	}
	return true;
}


 }),

"src/machine/program.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var checkProgram = (function checkProgram(request) {
	const { disk, workspace, shell, workingDirectory } = request;
	(0,_shell_js__WEBPACK_IMPORTED_MODULE_4__ .$)(shell, "");
	checkStartingShell();
	if (disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, workingDirectory))?.kind === "directory")
		return;
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo([
		`working-directory must be a folder, got ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(workingDirectory)}, which is not there.`,
	]);
});
var checkStartingShell = (function checkStartingShell() {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.accessSync)("/bin/sh", node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK);
		if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)("/bin/sh").size > 0)
			return;
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo([`${_group_js__WEBPACK_IMPORTED_MODULE_3__ .f} (${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(error)}).`]);
	}
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo([`${_group_js__WEBPACK_IMPORTED_MODULE_3__ .f} (it is an empty file).`]);
});
var writeProgram = (function writeProgram(request, name, text) {
	const { workspace, scratch, shell, workingDirectory } = request;
	const file = name + (0,_shell_js__WEBPACK_IMPORTED_MODULE_4__ .d)(shell);
	const write = (() => scratch.write(file, text.endsWith("\n") ? text : `${text}\n`));
	const path = write();
	return {
		argv: (0,_shell_js__WEBPACK_IMPORTED_MODULE_4__ .$)(shell, path),
		cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, workingDirectory),
		ensure: (() => {
			if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
				write();
		}),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   E: () => ( writeProgram),
   n: () => ( checkProgram)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:path");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _group_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/machine/group.js");
 var _shell_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/shell.js");











 }),

"src/machine/scratch.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var scratchFolder = (function scratchFolder(workspace) {
	return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace), "tmp");
});
var openScratch = (function openScratch(workspace, token) {
	const own = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace);
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(scratchFolder(workspace), `${_files_durable_js__WEBPACK_IMPORTED_MODULE_7__ .F8}${token}`);
	try {
		makeScratch(own, folder);
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([
			`Donemark keeps its logs and scripts in ${own}, which must be a folder that can be written: ${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_6__.whyRefused)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_5__ .U, error)}`,
		]);
	}
	let elsewhere;
	return {
		folder,
		write: ((name, text) => {
			try {
				if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
					makeScratch(own, folder);
				return written(folder, name, text);
			}
			catch {
				elsewhere ??= (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), "donemark-"));
				return written(elsewhere, name, text);
			}
		}),
		remove: (() => {
			for (const one of [folder, elsewhere])
				if (one !== undefined)
					removeQuietly(one);
		}),
	};
});
var makeScratch = (function makeScratch(own, folder) {
	(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
	(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, ".gitignore"), "*\n");
});
var written = (function written(folder, name, text) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
	(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text);
	return path;
});
var removeQuietly = (function removeQuietly(folder) {
	try {
		(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
	}
	catch {
	}
});

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( scratchFolder),
   j: () => ( openScratch)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:fs");
 var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:os");
 var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("node:path");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/model/shard-paths.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/problem.js");
 var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/files/real-disk.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/files/refused.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/files/durable.js");















 }),

"src/machine/shell.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var shellArgv = (function shellArgv(shell, scriptPath) {
	const template = TEMPLATES.get(shell) ?? shell;
	if (!template.includes("{0}"))
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo([expectation(shell)]);
	return splitWords(template).map(((word) => fill(word, scriptPath)));
});
var scriptExtension = (function scriptExtension(shell) {
	const [program = ""] = shell.trimStart().split(/\s/, 1);
	return EXTENSIONS.get(program) ?? "";
});
var fill = (function fill(word, scriptPath) {
	return word
		.replaceAll("'{0}'", (() => `'${scriptPath.replaceAll("'", "''")}'`))
		.replaceAll("{0}", (() => scriptPath));
});
var splitWords = (function splitWords(template) {
	const words = template.match(/(?:\\"|"(?:\\"|[^"])*"?|[^\s"])+/g) ?? [];
	return words.map(((word) => word.replaceAll(/\\"|"/g, ((mark) => (mark === '"' ? "" : '"')))));
});

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( shellArgv),
   d: () => ( scriptExtension)
 });
 var _core_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/nearest.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/text.js");



const TEMPLATES = new Map([
	["bash", "bash --noprofile --norc -eo pipefail {0}"],
	["sh", "sh -e {0}"],
	["pwsh", `pwsh -command ". '{0}'"`],
	["python", "python {0}"],
]);
const EXTENSIONS = new Map([
	["bash", ".sh"],
	["sh", ".sh"],
	["pwsh", ".ps1"],
	["powershell", ".ps1"],
	["python", ".py"],
]);




function expectation(shell) {
	const names = [...TEMPLATES.keys()];
	return `shell: expected ${names.join(", ")} or a template with {0} for the script, such as "perl {0}", got ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(shell)}.${(0,_core_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ .au)(shell, names)}`;
}


 }),

"src/machine/timer.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var startTimer = (function startTimer(ms, act) {
	if (ms === undefined)
		return { renew: (() => undefined), stop: (() => undefined) };
	let timer;
	const wait = ((left) => {
		const step = Math.min(left, LONGEST_TIMER_MS);
		timer = setTimeout((() => (left > step ? wait(left - step) : act())), step);
	});
	wait(ms);
	return {
		renew: (() => {
			clearTimeout(timer);
			wait(ms);
		}),
		stop: (() => clearTimeout(timer)),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   I: () => ( startTimer),
   M: () => ( LONGEST_TIMER_MS)
 });
const LONGEST_TIMER_MS = 2_147_483_647;



 }),

"src/protocol/aside/cannot-clear.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var readRecord = (function readRecord(disk, path) {
	try {
		return disk.readText(path, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .gX);
	}
	catch (error) {
		if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "ESPIPE", "ENXIO"))
			return undefined;
		throw (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "EISDIR")
			? new CannotClear(path, (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__ .yl)(disk, path, error))
			: error;
	}
});

 __webpack_require__.d(__webpack_exports__, {
   BD: () => ( CannotClear),
   WA: () => ( moveAside),
   aE: () => ( readRecord),
   zy: () => ( noFolderAbove)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/marker.js");
 var _refusal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/aside/refusal.js");




class CannotClear extends Error {
	constructor(path, why) {
		super(`${path} cannot be set aside, and no command starts over it: ${why}`);
		this.name = "CannotClear";
	}
}
const OF_THE_PATH = ["EBUSY", "EXDEV", "EPERM", "EACCES"];

async function moveAside(disk, from, to) {
	try {
		await disk.rename(from, to);
	}
	catch (error) {
		throw (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, ...OF_THE_PATH)
			? new CannotClear(from, (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__ .yl)(disk, from, error))
			: error;
	}
}
function noFolderAbove(disk, paths, error) {
	if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "ENOTDIR", "ENOENT", "EEXIST"))
		return undefined;
	const folders = new Set(paths.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)));
	for (const folder of folders) {
		const place = noFolder(disk, folder);
		if (place !== undefined)
			return new CannotClear(place, (0,_refusal_js__WEBPACK_IMPORTED_MODULE_3__ .ub)(disk, place, folder));
	}
	return undefined;
}
function noFolder(disk, folder) {
	let found;
	for (let at = folder; (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) !== at; at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at))
		if (disk.exists(at) && disk.stat(at)?.kind !== "directory")
			found = at;
	return found;
}


 }),

"src/protocol/aside/generations.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var pruneGenerations = (async function pruneGenerations(writer, path, keep) {
	const { disk, markers } = writer;
	const near = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_2__ .t8)(path).slice(0, keep + 1);
	if (!near.some((({ checkpoint }) => disk.exists(checkpoint))))
		return;
	const superseded = (0,_checkpoint_generations_js__WEBPACK_IMPORTED_MODULE_1__ .W2)(disk, path, markers).slice(keep);
	for (const generation of superseded.toReversed())
		await removeGeneration(writer, path, generation);
});

 __webpack_require__.d(__webpack_exports__, {
   $I: () => ( setGenerationAside),
   W7: () => ( revokeGenerations),
   bI: () => ( removeGeneration),
   iP: () => ( pruneGenerations)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _checkpoint_generations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/checkpoint/generations.js");
 var _core_model_aside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/aside.js");
 var _core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/model/unreadable.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/files/durable.js");
 var _cannot_clear_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/aside/cannot-clear.js");
 var _kept_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/aside/kept.js");
 var _leavings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/protocol/aside/leavings.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/files/refused.js");
 var _whose_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/protocol/aside/whose.js");










async function setGenerationAside(writer, path, { proof, isRevoked }) {
	const { disk } = writer;
	const place = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_2__ .t8)(path).find(({ checkpoint }) => !disk.exists(checkpoint));
	if (place === undefined)
		return (0,_kept_js__WEBPACK_IMPORTED_MODULE_6__ .E)(writer, path, { why: "is a finished result for which no place is left" });
	if (disk.exists(place.marker) || disk.exists(place.revoked))
		await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
	await disk.unlink(isRevoked ? place.marker : place.revoked);
	const copy = isRevoked ? place.revoked : place.marker;
	await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__ .v8)(disk, copy, proof.text, writer.token());
	try {
		await (0,_cannot_clear_js__WEBPACK_IMPORTED_MODULE_5__ .WA)(disk, path, place.checkpoint);
	}
	catch (error) {
		await disk.unlink(copy).catch(() => false);
		throw error;
	}
	await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
async function revokeGenerations(writer, path, which) {
	const { disk, markers } = writer;
	let isChanged = false;
	for (const generation of (0,_checkpoint_generations_js__WEBPACK_IMPORTED_MODULE_1__ .W2)(disk, path, markers)) {
		if (generation.isRevoked || !isMeant(generation, which))
			continue;
		const { marker, revoked } = generation;
		await disk.rename(marker, revoked);
		isChanged = true;
	}
	if (isChanged)
		await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
function isMeant({ checkpoint, proof, unreadable }, which) {
	if (which === "all")
		return proof !== undefined || unreadable !== undefined;
	if (unreadable !== undefined)
		throw new Error(`nobody knows whether ${checkpoint} may be brought back: ${(0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ .Xq)(unreadable)}`);
	return proof !== undefined && which(proof.fingerprint);
}

async function removeGeneration(writer, path, generation) {
	const { disk } = writer;
	const { checkpoint, marker, revoked, isRevoked } = generation;
	const fate = fateOf(writer, generation);
	if (fate.kind === "keep") {
		const about = { from: checkpoint, why: fate.why, marker: isRevoked ? revoked : marker };
		await (0,_kept_js__WEBPACK_IMPORTED_MODULE_6__ .E)(writer, path, about);
	}
	if (fate.kind === "leave")
		writer.warn(`${checkpoint}, an older result, stays: ${fate.why}`);
	if (fate.kind !== "remove")
		return false;
	await (0,_leavings_js__WEBPACK_IMPORTED_MODULE_7__ .m9)(writer, path, checkpoint);
	await (0,_leavings_js__WEBPACK_IMPORTED_MODULE_7__ .WG)(writer, path);
	await disk.unlink(marker);
	await disk.unlink(revoked);
	return true;
}
function fateOf({ disk }, { checkpoint, proof, unreadable }) {
	if (unreadable !== undefined)
		return { kind: "leave", why: (0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ .Xq)(unreadable) };
	if (proof === undefined)
		return { kind: "keep", why: "was set aside, and its marker proves nothing" };
	if (proof.adopted === true)
		return { kind: "keep", why: "is an older result that Donemark did not see being made" };
	try {
		return (0,_whose_js__WEBPACK_IMPORTED_MODULE_9__ .q3)(disk, checkpoint, proof)
			? { kind: "remove" }
			: { kind: "keep", why: "was changed after it was set aside" };
	}
	catch (error) {
		return { kind: "leave", why: (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_8__.whyRefused)(disk, error) };
	}
}


 }),

"src/protocol/aside/kept.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   E: () => ( keepAside),
   o: () => ( freeNumber)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/aside.js");
 var _cannot_clear_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/aside/cannot-clear.js");



async function keepAside({ disk, warn }, path, { from = path, why, marker }) {
	const number = freeNumber((place) => disk.exists((0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .MO)(path, place)));
	const kept = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .MO)(path, number);
	await (0,_cannot_clear_js__WEBPACK_IMPORTED_MODULE_2__ .WA)(disk, from, kept);
	warn(`${from} ${why}. It is kept as ${kept}, and Donemark never removes it`);
	if (from === path || marker !== undefined)
		await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
	if (marker !== undefined && disk.exists(marker))
		await disk.rename(marker, (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .Yt)(path, number));
}
function freeNumber(isTaken) {
	let number = 1;
	while (isTaken(number))
		number += 1;
	return number;
}


 }),

"src/protocol/aside/leavings.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var removeLeavings = (async function removeLeavings(writer, path) {
	for (let number = 1; writer.disk.exists((0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, number)); number += 1)
		await removeOrName(writer, path, (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, number));
});

 __webpack_require__.d(__webpack_exports__, {
   Vz: () => ( removeOrName),
   WG: () => ( removeLeavings),
   kR: () => ( lastLeavings),
   m9: () => ( setLeavingsAside)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/aside.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/ownership.js");
 var _cannot_clear_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/aside/cannot-clear.js");
 var _kept_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/aside/kept.js");
 var _refusal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/aside/refusal.js");






async function setLeavingsAside(writer, path, from = path) {
	const { disk } = writer;
	await removeLeavings(writer, path);
	const number = (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__ .o)((place) => disk.exists((0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, place)));
	await (0,_cannot_clear_js__WEBPACK_IMPORTED_MODULE_3__ .WA)(disk, from, (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, number));
	await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
function lastLeavings(disk, path) {
	const number = (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__ .o)((place) => disk.exists((0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, place)));
	return (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .t3)(path, Math.max(1, number - 1));
}

async function removeOrName(writer, path, leavings = path) {
	const { disk, warn } = writer;
	try {
		await disk.removeTree(leavings);
	}
	catch (error) {
		if (error instanceof _ownership_js__WEBPACK_IMPORTED_MODULE_2__ .aY)
			throw error;
		const number = (0,_kept_js__WEBPACK_IMPORTED_MODULE_4__ .o)((place) => disk.exists((0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .MO)(path, place)));
		const kept = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_1__ .MO)(path, number);
		const lies = await disk.rename(leavings, kept).then(() => kept, () => leavings);
		const why = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_5__ .iP)(disk, { was: leavings, lies }, error);
		warn(`what an attempt left cannot be removed: ${why}`);
	}
}


 }),

"src/protocol/aside/refusal.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   iP: () => ( whyNotRemoved),
   ub: () => ( whyNoFolder),
   yl: () => ( whyNotCleared)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/shell-quote.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");
 var _files_remove_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/remove-tree.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/refused.js");





function whyNotCleared(disk, path, cause) {
	return [
		(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .$N)(cause),
		...(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .zI)(disk, path),
		`${howToClear(disk, path, cause)}, then run again`,
	].join(". ");
}
function whyNoFolder(disk, place, folder) {
	const is = disk.stat(place) === undefined ? "a link that leads nowhere" : "no folder";
	return `it is ${is}, and ${folder} must be one. Move it away (\`${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .yh)(disk, place)}\`), then run again`;
}
function whyNotRemoved(disk, { was, lies }, cause) {
	const removal = `sudo rm -r -- ${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(lies)}`;
	const where = `It lies at ${lies}, and Donemark does not try again`;
	if (cause instanceof _files_remove_tree_js__WEBPACK_IMPORTED_MODULE_2__ .u) {
		const mounts = cause.mounts.map((below) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(lies, below));
		const words = mounts.toReversed().map(_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e).join(" ");
		return `something is mounted at ${mounts[0] ?? lies}, and nothing there is touched. ${where}: \`sudo umount -- ${words} && ${removal}\` frees and removes it`;
	}
	const at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(lies, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(was, (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .lW)(cause) ?? was));
	const [owner] = (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .zI)(disk, at);
	const freed = (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .Zz)(disk, at, cause) ? `${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .BS)(["-R"], [lies])} && ${removal}` : removal;
	return [
		`${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .$N)(cause)} at ${at}`,
		...(owner === undefined ? [] : [owner]),
		`${where}: \`${freed}\` removes it`,
	].join(". ");
}
function howToClear(disk, path, cause) {
	const word = (0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(path);
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(cause, "EBUSY"))
		return `It is a mount point or in use: free it (\`sudo umount -- ${word}\`)`;
	const away = (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .yh)(disk, path);
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(cause, "EXDEV"))
		return `It belongs to a lower layer, or to another file system: move it away (\`${away}\`)`;
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(cause, "EISDIR"))
		return `It is a folder in the place of a file: move it away (\`${away}\`)`;
	if ((0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .Zz)(disk, path, cause))
		return (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .qq)(path);
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(cause, "EPERM"))
		return `Move it away (\`sudo ${away}\`)`;
	return `Give this user the right to write in its folder (\`${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .c5)(disk, path)}\`)`;
}


 }),

"src/protocol/aside/tidy.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var tidyUp = (async function tidyUp(writer, paths) {
	const { checkpoint, work, started } = paths;
	const places = work === checkpoint ? [checkpoint] : [checkpoint, work];
	const isOwnWork = whoseWork(writer, paths);
	try {
		for (const path of places)
			await keepEarlier(writer, path);
		for (const path of places)
			await (0,_leavings_js__WEBPACK_IMPORTED_MODULE_4__ .WG)(writer, path);
		if (work !== checkpoint && isOwnWork === true)
			await (0,_leavings_js__WEBPACK_IMPORTED_MODULE_4__ .Vz)(writer, work);
		await (0,_generations_js__WEBPACK_IMPORTED_MODULE_2__ .iP)(writer, checkpoint, writer.keep);
	}
	catch (error) {
		if (error instanceof _ownership_js__WEBPACK_IMPORTED_MODULE_1__ .aY)
			throw error;
		writer.warn(`what is set aside for ${checkpoint} stays: ${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_5__.whyRefused)(writer.disk, error, checkpoint)}. The next run tries again`);
	}
	if (isOwnWork !== "unknown")
		await writer.disk.unlink(started);
});
var whoseWork = (function whoseWork({ disk, warn }, paths) {
	try {
		return (0,_whose_js__WEBPACK_IMPORTED_MODULE_6__ .CR)(disk, paths);
	}
	catch (error) {
		warn(`the start record ${paths.started} and its work stay: ${(0,_files_refused_js__WEBPACK_IMPORTED_MODULE_5__.whyRefused)(disk, error)}`);
		return "unknown";
	}
});
var keepEarlier = (async function keepEarlier(writer, path) {
	const from = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_0__ .ic)(path);
	if (!writer.disk.exists(from))
		return;
	const why = "was set aside by an earlier version of Donemark, without a marker that says what it is";
	await (0,_kept_js__WEBPACK_IMPORTED_MODULE_3__ .E)(writer, path, { from, why });
});

 __webpack_require__.d(__webpack_exports__, {
   g: () => ( tidyUp)
 });
 var _core_model_aside_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/aside.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/ownership.js");
 var _generations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/aside/generations.js");
 var _kept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/aside/kept.js");
 var _leavings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/aside/leavings.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/files/refused.js");
 var _whose_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/aside/whose.js");












 }),

"src/protocol/aside/whose.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var whoseCheckpoint = (function whoseCheckpoint(writer, paths) {
	const { disk, markers } = writer;
	const { checkpoint } = paths;
	if (!disk.exists(checkpoint))
		return { kind: "nothing" };
	const text = readRecord(disk, paths.marker);
	const marked = asProof(markers, text);
	if (marked !== undefined)
		return isSameBytes(disk, checkpoint, marked.marker)
			? { kind: "finished", proof: marked, isRevoked: false }
			: { kind: "foreign", why: "was changed after it was marked" };
	const record = readRecord(disk, paths.started) ?? "";
	const startRecord = (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .JI)(record);
	if (startRecord !== undefined && vouches(startRecord, isWork(disk, paths)))
		return { kind: "attempt" };
	const unmarked = asProof(markers, (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .Wx)(record)?.marker);
	if (unmarked !== undefined && isSameBytes(disk, checkpoint, unmarked.marker))
		return { kind: "finished", proof: unmarked, isRevoked: true };
	return { kind: "foreign", why: whyForeign(markers.parse(text ?? ""), startRecord) };
});
var isWorkOfAttempt = (function isWorkOfAttempt(disk, { started }) {
	return (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .JI)(readRecord(disk, started) ?? "") !== undefined;
});
var readRecord = (function readRecord(disk, path) {
	try {
		return disk.readText(path, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX);
	}
	catch (error) {
		if ((0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .vu)(error))
			throw error;
		return undefined;
	}
});

 __webpack_require__.d(__webpack_exports__, {
   CR: () => ( isWorkOfAttempt),
   Db: () => ( whoseCheckpoint),
   q3: () => ( isSameBytes)
 });
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/start-record.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/measure.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/files/unreadable.js");






function asProof({ parse }, text) {
	const parsed = text === undefined ? undefined : parse(text);
	return text !== undefined && parsed?.kind === "full"
		? { text, marker: parsed.marker }
		: undefined;
}

function vouches({ ended }, isAlsoWork) {
	return ended !== true || isAlsoWork;
}
function isWork(disk, { work, checkpoint }) {
	return work === checkpoint && disk.stat(checkpoint)?.kind === "directory";
}
function whyForeign(marker, record) {
	if (marker.kind === "corrupt")
		return `has a marker that proves nothing: ${marker.why}`;
	if (record?.ended === true)
		return "was put there after its last attempt had failed";
	return "was not made by a run of Donemark, as far as its records say";
}
const MOST_HASHED_BYTES = 64 * 1024 * 1024;
function isSameBytes(disk, path, { checkpoint: marked }) {
	try {
		const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, path, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(marked));
		if (found.kind !== "measured")
			return false;
		if ((0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .$1)(marked, found.measure))
			return true;
		const { kind, sizeBytes } = found.measure;
		if (kind !== marked.kind || sizeBytes !== marked.sizeBytes || sizeBytes > MOST_HASHED_BYTES)
			return false;
		return marked.sha256 !== undefined && (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .ol)(disk, path, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(marked)) === marked.sha256;
	}
	catch (error) {
		if ((0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .vu)(error))
			throw error;
		return false;
	}
}



 }),

"src/protocol/claim-record.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var beginClaim = (function beginClaim({ seen, hasNoLinks }) {
	if (seen === undefined && hasNoLinks === true)
		return { at: "prepare", chain: [{ file: RECORD, text: NOTHING }] };
	if (seen === undefined)
		return { at: "create" };
	return { at: "judge", chain: [{ file: RECORD, text: seen }] };
});
var stepOf = (function stepOf(state, claimant) {
	const { own, earlier } = claimant;
	switch (state.at) {
		case "create":
			return { do: "create", file: RECORD, text: own };
		case "stop-rivals":
			return { do: "remove", file: { kind: "record-to-be", text: textAt(state) } };
		case "tidy":
			return { do: "remove", file: successorOf(state.chain[state.place] ?? state.chain[0]) };
		case "withdraw":
			return { do: "remove", file: successorOf(state.of) };
		case "give-up":
			return { do: "remove", file: { kind: "record-to-be", text: own } };
		case "fence":
			return { do: "remove", file: { kind: "marker-to-be", token: earlier[state.place] ?? "" } };
		case "look-at-marker":
			return { do: "read", file: MARKER };
		case "owned":
		case "busy":
		case "lost":
			return undefined;
		default:
			return succeedingStepOf(state, claimant);
	}
});
var afterStep = (function afterStep(state, claimant, answer) {
	switch (state.at) {
		case "create":
			return { at: answer === true ? "look-at-marker" : "lost" };
		case "stop-rivals":
			return stopRivals(state.chain, state.place + 1);
		case "tidy":
			return state.place > 0 ? { ...state, place: state.place - 1 } : fence(claimant, 0);
		case "fence":
			return fence(claimant, state.place + 1);
		case "withdraw":
			return { at: "give-up", end: { at: "lost" } };
		case "give-up":
			return state.end;
		case "look-at-marker":
			return { at: "owned", marker: typeof answer === "string" ? answer : undefined };
		case "owned":
		case "busy":
		case "lost":
			return state;
		default:
			return succeeding(state, claimant, answer);
	}
});
var commitStepOf = (function commitStepOf({ at }, { token, marker }) {
	const prepared = { kind: "marker-to-be", token };
	switch (at) {
		case "prepare":
			return { do: "create", file: prepared, text: marker };
		case "confirm":
			return { do: "read", file: { kind: "record" } };
		case "move":
			return { do: "move", from: prepared, to: { kind: "marker" } };
		case "moved":
			return { do: "read", file: { kind: "marker" } };
		case "give-up":
			return { do: "remove", file: prepared };
		case "committed":
		case "lost":
			return undefined;
	}
});
var afterCommitStep = (function afterCommitStep({ at }, { record, marker }, answer) {
	switch (at) {
		case "prepare":
			return { at: "confirm" };
		case "confirm":
			return { at: answer === record ? "move" : "give-up" };
		case "move":
			return { at: "moved" };
		case "moved":
			return { at: answer === marker ? "committed" : "lost" };
		case "give-up":
			return { at: "lost" };
		case "committed":
		case "lost":
			return { at };
	}
});
var linkOnce = (async function linkOnce(disk, { prepared, path, text }) {
	try {
		await disk.hardLink(prepared, path);
		return true;
	}
	catch (error) {
		if ((0,problem .up)(error, "EEXIST"))
			return readNamed(disk, path) === text;
		throw (0,problem .up)(error, ...NO_LINKS) ? new NoLinks(path, { cause: error }) : error;
	}
});
var markerName = (function markerName({ owner, token }) {
	return token === undefined ? undefined : (0,temporary_names .Rq)(owner, `marker-${token}`);
});
var claimRecord = (async function claimRecord(disk, place, { claimant, judge }) {
	const prepared = pathOf(place, { kind: "record-to-be", text: claimant.own });
	const end = await unlessFailed(disk, prepared, (() => claimBySteps(disk, place, { claimant, judge }).catch(((error) => {
		if (!(error instanceof NoLinks))
			throw error;
		return claimBySteps(disk, place, { claimant: { ...claimant, hasNoLinks: true }, judge });
	}))));
	if (end.at !== "owned")
		throw new ownership .aY(`another run has taken it meanwhile, as ${place.started} says: ${ownership .xw}`);
	await disk.syncDirectory((0,external_node_path_.dirname)(place.started));
	return end.marker;
});
var claimBySteps = (async function claimBySteps(disk, place, { claimant, judge }) {
	let state = beginClaim(claimant);
	for (let step = stepOf(state, claimant); step !== undefined; step = stepOf(state, claimant)) {
		const answer = step.do === "judge"
			? await judgement(step.text, claimant, judge)
			: await perform(disk, place, step);
		state = afterStep(state, claimant, answer);
	}
	return state;
});
var commitMarker = (async function commitMarker(disk, place, { name, text, confirm, }) {
	const committing = { token: name, record: OWN, marker: text };
	const run = (async () => {
		let state = { at: "prepare" };
		let step = commitStepOf(state, committing);
		while (step !== undefined) {
			if (state.at === "confirm")
				confirm();
			const answer = state.at === "confirm" ? OWN : await perform(disk, place, step);
			state = afterCommitStep(state, committing, answer);
			step = commitStepOf(state, committing);
		}
		return state;
	});
	const prepared = pathOf(place, { kind: "marker-to-be", token: name });
	const { at } = await unlessFailed(disk, prepared, run);
	if (at !== "committed")
		throw new ownership .aY("another run has taken it over; nothing was marked");
	await disk.syncDirectory((0,external_node_path_.dirname)(place.marker));
});
var unlessFailed = (async function unlessFailed(disk, prepared, act) {
	try {
		return await act();
	}
	catch (error) {
		await disk.unlink(prepared).catch((() => false));
		throw error;
	}
});
var perform = (async function perform(disk, place, step) {
	switch (step.do) {
		case "read": {
			const path = pathOf(place, step.file);
			if (step.file.kind === "successor")
				return readNamed(disk, path);
			return disk.readText(path, marker .gX);
		}
		case "create":
			return create(disk, place, step);
		case "move":
			await move(disk, pathOf(place, step.from), pathOf(place, step.to));
			return undefined;
		case "remove":
			await remove(disk, pathOf(place, step.file), step.file);
			return undefined;
	}
});
var create = (async function create(disk, place, { file, text }) {
	const path = pathOf(place, file);
	const isOwn = file.kind === "record-to-be" || file.kind === "marker-to-be";
	const prepared = isOwn ? path : pathOf(place, { kind: "record-to-be", text });
	if (isOwn || file.kind === "record") {
		await disk.unlink(prepared);
		await disk.create(prepared, text);
		await disk.syncFile(prepared);
	}
	if (isOwn)
		return true;
	const naming = { prepared, path, text };
	if (file.kind === "successor")
		return linkOnce(disk, naming).catch(((error) => {
			if (!(error instanceof NoLinks))
				throw error;
			return placeOnce(disk, naming);
		}));
	const isCreated = await linkOnce(disk, naming);
	await disk.unlink(prepared);
	return isCreated;
});
var move = (async function move(disk, from, to) {
	try {
		await disk.rename(from, to);
	}
	catch (error) {
		if (!(0,problem .up)(error, "ENOENT"))
			throw error;
	}
});
var pathOf = (function pathOf(place, file) {
	const temporary = ((name) => (0,external_node_path_.join)((0,external_node_path_.dirname)(place.started), durable .F8 + name));
	switch (file.kind) {
		case "record":
			return place.started;
		case "marker":
			return place.marker;
		case "marker-to-be":
			return temporary(file.token);
		case "record-to-be": {
			const record = (0,start_record .JI)(file.text);
			const name = record?.token === undefined ? (0,digest .sc)(file.text).slice(0, 32) : record.token;
			return temporary(record === undefined ? name : (0,temporary_names .Rq)(record.owner, `start-${name}`));
		}
		case "successor": {
			const { file: of, text } = file.of;
			return temporary(`next-${(0,digest .sc)(`${pathOf(place, of)}\n${text}`).slice(0, 32)}`);
		}
	}
});


__webpack_require__.d(__webpack_exports__, {
  Cz: () => ( claimRecord),
  _v: () => ( commitMarker),
  CO: () => ( markerName)
});

var external_node_crypto_ = __webpack_require__("node:crypto");
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: src/core/ownership/claim.js
const RECORD = { kind: "record" };
const NOTHING = "";
const MARKER = { kind: "marker" };


function succeedingStepOf({ at, chain }, { own }) {
	const prepared = { kind: "record-to-be", text: own };
	const version = last(chain);
	switch (at) {
		case "judge":
			return { do: "judge", text: version.text };
		case "prepare":
			return { do: "create", file: prepared, text: own };
		case "succeed":
			return { do: "create", file: successorOf(version), text: own };
		case "rival":
			return { do: "read", file: successorOf(version) };
		case "confirm":
		case "installed":
			return { do: "read", file: RECORD };
		case "install":
			return { do: "move", from: prepared, to: RECORD };
	}
}

function succeeding({ at, chain }, { own, seen }, answer) {
	switch (at) {
		case "judge":
			return afterJudgement(chain, answer);
		case "prepare":
			return { at: "succeed", chain };
		case "succeed":
			return answer === true ? stopRivals(chain, 1) : { at: "rival", chain };
		case "rival":
			if (typeof answer !== "string")
				return giveUp(chain, { at: "lost" });
			return { at: "judge", chain: [...chain, { file: successorOf(last(chain)), text: answer }] };
		case "confirm":
			return answer === seen ? { at: "install", chain } : { at: "withdraw", of: last(chain) };
		case "install":
			return { at: "installed", chain };
		case "installed":
			return answer === own ? { at: "tidy", chain, place: chain.length - 1 } : { at: "lost" };
	}
}
function afterJudgement(chain, answer) {
	const { text } = last(chain);
	if (answer === "alive" || answer === "unknown")
		return giveUp(chain, { at: "busy", text, liveness: answer });
	return { at: chain.length === 1 ? "prepare" : "succeed", chain };
}
function giveUp(chain, end) {
	const isBare = chain.length === 1 && end.at === "busy";
	return isBare ? end : { at: "give-up", end };
}
function stopRivals(chain, place) {
	return place < chain.length ? { at: "stop-rivals", chain, place } : { at: "confirm", chain };
}
function fence({ earlier }, place) {
	return place < earlier.length ? { at: "fence", place } : { at: "look-at-marker" };
}
function successorOf(of) {
	return { kind: "successor", of };
}
function textAt({ chain, place }) {
	return chain[place]?.text ?? "";
}
function last(chain) {
	return chain.at(-1) ?? chain[0];
}

;// CONCATENATED MODULE: src/core/ownership/commit.js



var digest = __webpack_require__("src/core/model/digest.js");
var marker = __webpack_require__("src/core/model/marker.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var problem = __webpack_require__("src/core/text/problem.js");
var durable = __webpack_require__("src/files/durable.js");
;// CONCATENATED MODULE: src/protocol/named-once.js



class NoLinks extends Error {
}
const NO_LINKS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"];

async function placeOnce(disk, { prepared, path, text }) {
	const own = `${prepared}-folder`;
	await disk.removeTree(own);
	await disk.makeDirectory(own);
	await disk.create((0,external_node_path_.join)(own, TEXT), text);
	await disk.syncFile((0,external_node_path_.join)(own, TEXT));
	try {
		await disk.rename(own, path);
		return true;
	}
	catch (error) {
		await disk.removeTree(own);
		if ((0,problem .up)(error, "ENOTEMPTY", "EEXIST", "ENOTDIR"))
			return readNamed(disk, path) === text;
		throw error;
	}
}
const TEXT = "text";
function readNamed(disk, path) {
	const inside = isFolder(disk, path) ? (0,external_node_path_.join)(path, TEXT) : path;
	return disk.readText(inside, marker .gX);
}
async function removeNamed(disk, path, away) {
	if (!isFolder(disk, path)) {
		await disk.unlink(path);
		return;
	}
	const place = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), away);
	try {
		await disk.rename(path, place);
	}
	catch (error) {
		if (!(0,problem .up)(error, "ENOENT"))
			throw error;
	}
	await disk.removeTree(place);
}
function isFolder(disk, path) {
	return disk.stat(path)?.kind === "directory";
}

var ownership = __webpack_require__("src/protocol/ownership.js");
var temporary_names = __webpack_require__("src/protocol/temporary-names.js");
;// CONCATENATED MODULE: src/protocol/claim-record.js
















const OWN = "own";

async function judgement(text, { seen }, judge) {
	if (text === seen)
		return "gone";
	const rival = (0,start_record .JI)(text);
	return rival === undefined || (0,start_record .PU)(rival) ? "gone" : judge(rival);
}

async function remove(disk, path, file) {
	if (file.kind === "successor")
		await removeNamed(disk, path, `${(0,external_node_path_.basename)(path)}-${(0,external_node_crypto_.randomUUID)()}`);
	else
		await disk.unlink(path);
}





 }),

"src/protocol/claims.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var claimShard = (function claimShard(taker, { paths }) {
	return (0,_machine_lease_js__WEBPACK_IMPORTED_MODULE_3__ .ZZ)(taker, `shard ${paths.checkpoint}`);
});
var holderOf = (function holderOf(start, { started }, { self, owners }) {
	if (start === undefined || (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ .PU)(start) || isSameProcess(start.owner, self))
		return undefined;
	const owner = ownerOf(start, started);
	const liveness = owners.livenessOf(owner);
	return liveness === "gone" ? undefined : { owner, liveness, host: start.by.host };
});
var strangerOf = (function strangerOf(start, { started }, owners) {
	if (start === undefined || (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ .PU)(start))
		return undefined;
	const owner = ownerOf(start, started);
	return owners.livenessOf(owner) === "unknown" ? owner : undefined;
});
var strangersLast = (function strangersLast(verdicts, owners) {
	const strange = new Set(verdicts.filter((({ task, facts }) => strangerOf(facts.startRecord, task.paths, owners))));
	if (strange.size === 0)
		return verdicts;
	return [...verdicts.filter(((one) => !strange.has(one))), ...strange];
});
var ownerOf = (function ownerOf({ owner, heartbeat }, started) {
	const path = heartbeat === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(started), heartbeat);
	return { process: owner, heartbeat: path };
});

 __webpack_require__.d(__webpack_exports__, {
   FY: () => ( claimShard),
   Kd: () => ( holderOf),
   SM: () => ( isSameProcess),
   XK: () => ( whileClaimed),
   aN: () => ( isBusyHere),
   e4: () => ( strangersLast),
   gK: () => ( strangerOf),
   kw: () => ( knownHolder),
   ownerOf: () => ( ownerOf),
   zI: () => ( isAbandoned)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _checkpoint_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/checkpoint/records.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/start-record.js");
 var _machine_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/machine/lease.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/machine/processes.js");






async function whileClaimed(lease, act) {
	const taken = await lease;
	if (taken.kind === "held")
		return taken;
	try {
		return { kind: "acted", result: await act() };
	}
	finally {
		await taken.release();
	}
}

async function knownHolder(disk, { checkpoint, started }, asking) {
	for (;;) {
		const holder = holderOf((0,_checkpoint_records_js__WEBPACK_IMPORTED_MODULE_1__ .H)(disk, checkpoint).startRecord, { started }, asking);
		if (holder?.liveness !== "unknown")
			return holder;
		await asking.owners.nextLook();
	}
}



function isSameProcess(a, b) {
	return a.pid === b.pid && a.startTime === b.startTime && a.boot === b.boot;
}
function isBusyHere(start, self) {
	if (start === undefined || (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ .PU)(start) || isSameProcess(start.owner, self))
		return false;
	return (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ .eX)(start.owner) === "alive";
}
function isAbandoned(start) {
	return start !== undefined && !(0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ .PU)(start) && (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_4__ .eX)(start.owner) === "gone";
}


 }),

"src/protocol/clear.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var clearCheckpoint = (async function clearCheckpoint(writer, paths) {
	const { disk } = writer;
	await setCheckpointAside(writer, paths);
	if (await disk.unlink(paths.marker))
		await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(paths.checkpoint));
});
var setCheckpointAside = (async function setCheckpointAside(writer, paths) {
	const { checkpoint, marker } = paths;
	const whose = (0,_aside_whose_js__WEBPACK_IMPORTED_MODULE_4__ .Db)(writer, paths);
	if (whose.kind === "nothing" && writer.disk.exists(marker))
		await writer.disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(checkpoint));
	if (whose.kind === "finished")
		await (0,_aside_generations_js__WEBPACK_IMPORTED_MODULE_1__ .$I)(writer, checkpoint, whose);
	if (whose.kind === "attempt")
		await (0,_aside_leavings_js__WEBPACK_IMPORTED_MODULE_3__ .m9)(writer, checkpoint);
	if (whose.kind === "foreign")
		await (0,_aside_kept_js__WEBPACK_IMPORTED_MODULE_2__ .E)(writer, checkpoint, { why: whose.why, marker });
	await clearRecord(writer, marker);
});
var clearRecord = (async function clearRecord(writer, path) {
	const { disk } = writer;
	if (!disk.exists(path))
		return;
	const kind = disk.stat(path)?.kind;
	if (kind === "file" || kind === "directory")
		return;
	const asking = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_5__ .nf)(writer, (() => {
		if (disk.stat(path)?.kind === "file")
			throw new _ownership_js__WEBPACK_IMPORTED_MODULE_5__ .aY("another run has written its record meanwhile");
	}));
	await (0,_aside_kept_js__WEBPACK_IMPORTED_MODULE_2__ .E)(asking, path, { why: "is no file, and a record of Donemark belongs there" });
});
var clearWork = (async function clearWork(writer, paths) {
	const { work, checkpoint } = paths;
	if (work === checkpoint || !writer.disk.exists(work))
		return;
	if ((0,_aside_whose_js__WEBPACK_IMPORTED_MODULE_4__ .CR)(writer.disk, paths))
		await (0,_aside_leavings_js__WEBPACK_IMPORTED_MODULE_3__ .m9)(writer, work);
	else
		await (0,_aside_kept_js__WEBPACK_IMPORTED_MODULE_2__ .E)(writer, work, {
			why: "was there before the work of its shard began, or was left by an earlier version",
		});
});

 __webpack_require__.d(__webpack_exports__, {
   BH: () => ( setCheckpointAside),
   L4: () => ( clearWork),
   SW: () => ( clearCheckpoint),
   VP: () => ( clearRecord)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _aside_generations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/aside/generations.js");
 var _aside_kept_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/aside/kept.js");
 var _aside_leavings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/aside/leavings.js");
 var _aside_whose_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/aside/whose.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/ownership.js");












 }),

"src/protocol/end-start.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var release = (function release(writer, paths, start) {
	return endStart(writer, paths, { ...start, released: true });
});

 __webpack_require__.d(__webpack_exports__, {
   H: () => ( release),
   _: () => ( endStart)
 });
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/start-record.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/machine/processes.js");
 var _claim_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/claim-record.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/ownership.js");





async function endStart({ disk }, paths, ended) {
	const seen = disk.readText(paths.started, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX);
	(0,_ownership_js__WEBPACK_IMPORTED_MODULE_4__ .SG)(disk, paths, ended);
	const claimant = { seen, own: (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .d3)(ended), earlier: [] };
	await (0,_claim_record_js__WEBPACK_IMPORTED_MODULE_3__ .Cz)(disk, paths, { claimant, judge: ({ owner }) => (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .eX)(owner) });
}



 }),

"src/protocol/failure-report.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var readFailureReport = (function readFailureReport(disk, { failed }) {
	if (disk.stat(failed)?.kind !== "file")
		return undefined;
	const text = disk.readText(failed, MOST_BYTES);
	return text === undefined ? undefined : (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .n5)(text).join(" ").slice(0, MOST_CHARACTERS);
});
var keepEarlierReport = (async function keepEarlierReport(writer, { failed }) {
	if (writer.disk.stat(failed)?.kind !== "file")
		return;
	const why = "was there before its shard was started, and a command reports a failure there";
	await (0,_aside_kept_js__WEBPACK_IMPORTED_MODULE_0__ .E)(writer, failed, { why });
});

 __webpack_require__.d(__webpack_exports__, {
   Jr: () => ( removeReport),
   hr: () => ( readFailureReport),
   uz: () => ( keepEarlierReport)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/text.js");
 var _aside_kept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/protocol/aside/kept.js");


const MOST_BYTES = 4096;
const MOST_CHARACTERS = 500;


async function removeReport({ disk }, { failed }) {
	if (disk.stat(failed)?.kind === "file")
		await disk.unlink(failed);
}


 }),

"src/protocol/finish.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var finish = (async function finish(writer, task, end) {
	const { disk } = writer;
	const { paths } = task;
	const { start } = end;
	const confirmOwner = start === undefined ? (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__ .G8)(disk, paths) : (() => (0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__ .SG)(disk, paths, start));
	confirmOwner();
	await writer.history?.note([paths.checkpoint]);
	await Promise.all([(0,_files_durable_js__WEBPACK_IMPORTED_MODULE_2__ .L9)(disk, paths.checkpoint), writer.history?.flush()]);
	const fence = end.start === undefined ? end.fence : end.start.fence;
	const fingerprint = (0,_core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ .PG)(task.fingerprint);
	const made = makeMarker(disk, paths.checkpoint, {
		...end,
		shard: task.shard.id,
		fingerprint,
		fence,
	});
	const isNoted = writer.history !== undefined && writer.markers.seal === undefined;
	const marker = isNoted ? { ...made, noted: true } : made;
	const name = (end.start && (0,_claim_record_js__WEBPACK_IMPORTED_MODULE_6__ .CO)(end.start)) ?? writer.token();
	await (0,_claim_record_js__WEBPACK_IMPORTED_MODULE_6__ ._v)(disk, paths, {
		name,
		text: writer.markers.format(marker),
		confirm: (() => {
			assertUnchanged(disk, paths.checkpoint, end.looked.measure);
			confirmOwner();
		}),
	});
	await (0,_aside_tidy_js__WEBPACK_IMPORTED_MODULE_5__ .g)((0,_ownership_js__WEBPACK_IMPORTED_MODULE_7__ .nf)(writer, confirmOwner), paths).catch(((error) => {
		if (error instanceof _ownership_js__WEBPACK_IMPORTED_MODULE_7__ .aY)
			throw error;
		end.onUntidy?.((0,_files_refused_js__WEBPACK_IMPORTED_MODULE_4__.whyRefused)(disk, error, paths.checkpoint));
	}));
	return marker;
});
var makeMarker = (function makeMarker(disk, checkpoint, marking) {
	const { shard, fingerprint, looked, seconds, finishedAt, by, fence, adopted } = marking;
	const members = (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_1__ .gP)(looked.measure);
	const isSmall = looked.measure.sizeBytes <= INLINE_DIGEST_BYTES;
	const marker = {
		shard,
		checkpoint: {
			...looked.measure,
			sample: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .uV)(disk, checkpoint, members),
			...(isSmall && { sha256: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .ol)(disk, checkpoint, members) }),
			...looked.stated,
		},
		fingerprint,
		seconds,
		finishedAt,
		by,
		...(fence !== undefined && { fence }),
	};
	return adopted === undefined ? marker : { ...marker, adopted };
});
var assertUnchanged = (function assertUnchanged(disk, path, looked) {
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, path, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_1__ .gP)(looked));
	if (found.kind !== "measured") {
		throw new Error(`${path}: ${found.kind === "refused" ? found.why : "the checkpoint vanished"}`);
	}
	if (!(0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .$1)(looked, found.measure))
		throw new ChangedSinceLook(looked, found.measure);
});

 __webpack_require__.d(__webpack_exports__, {
   N: () => ( makeMarker),
   O9: () => ( finish),
   yy: () => ( ChangedSinceLook)
 });
 var _core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/fingerprint.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/compare.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/durable.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/measure.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/files/refused.js");
 var _aside_tidy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/aside/tidy.js");
 var _claim_record_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/claim-record.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/protocol/ownership.js");








const INLINE_DIGEST_BYTES = 4 * 1024 * 1024;
class ChangedSinceLook extends Error {
	isTimeAlone;
	constructor(looked, now) {
		super(`it changed after it was looked at: ${differenceOf(looked, now)}`);
		this.isTimeAlone =
			looked.kind === now.kind &&
				looked.sizeBytes === now.sizeBytes &&
				looked.inode === now.inode &&
				looked.files === now.files;
	}
}
function differenceOf(looked, now) {
	if (looked.sizeBytes !== now.sizeBytes)
		return `it had ${looked.sizeBytes} bytes and has ${now.sizeBytes}`;
	return looked.inode === now.inode
		? "it was written to again"
		: "something else lies in its place";
}





 }),

"src/protocol/leftovers.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var endLeftovers = (async function endLeftovers(verdicts, reporter) {
	const tags = new Set();
	for (const { facts } of verdicts) {
		const start = facts.startRecord;
		if (start !== undefined && (0,_claims_js__WEBPACK_IMPORTED_MODULE_1__ .zI)(start))
			tags.add(start.runTag);
	}
	for (const tag of tags) {
		const left = (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_0__ .id)("DONEMARK_RUN", tag);
		if (left.length === 0)
			continue;
		const pids = left.map((({ pid }) => pid)).join(", ");
		reporter.warn(`A killed run has left processes behind (pid ${pids}); they are ended first.`);
		await (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_0__ .Hk)(left, { graceMs: GRACE_MS });
	}
});

 __webpack_require__.d(__webpack_exports__, {
   q: () => ( endLeftovers)
 });
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/machine/processes.js");
 var _claims_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/claims.js");


const GRACE_MS = 5000;



 }),

"src/protocol/ownership.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var whyLost = (function whyLost(disk, paths, start) {
	const text = disk.readText(paths.started, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX);
	const found = text === undefined ? undefined : (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .JI)(text);
	if (found !== undefined && (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .zJ)(found, start))
		return undefined;
	const now = ownerNow(disk, paths, { isThere: text !== undefined, found });
	return `it is not this run's any more: ${now.who}. Nothing was marked and nothing there was touched: ${now.next}`;
});
var assertOwned = (function assertOwned(disk, paths, start) {
	const why = whyLost(disk, paths, start);
	if (why !== undefined)
		throw new LostOwnership(why);
});
var confirming = (function confirming(writer, confirm) {
	const { disk } = writer;
	const asked = ((change) => (async (...args) => {
		confirm();
		return change(...args);
	}));
	return {
		...writer,
		disk: {
			...disk,
			rename: asked(((from, to) => disk.rename(from, to))),
			unlink: asked(((path) => disk.unlink(path))),
			removeTree: asked(((path) => disk.removeTree(path))),
		},
	};
});

 __webpack_require__.d(__webpack_exports__, {
   G8: () => ( unlessStarted),
   SG: () => ( assertOwned),
   aY: () => ( LostOwnership),
   nf: () => ( confirming),
   p5: () => ( whyLost),
   xw: () => ( AFTER_THAT_RUN)
 });
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/start-record.js");


class LostOwnership extends Error {
}


function unlessStarted(disk, paths) {
	const read = () => disk.readText(paths.started, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX);
	const seen = read();
	return () => {
		const text = read();
		if (text === seen)
			return;
		const found = text === undefined ? undefined : (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .JI)(text);
		const { who, next } = ownerNow(disk, paths, { isThere: text !== undefined, found });
		throw new LostOwnership(`another run has taken it meanwhile: ${who}. Nothing was marked: ${next}`);
	};
}

const AFTER_THAT_RUN = "run again once that run has ended";
function ownerNow(disk, { started, marker }, record) {
	const { found } = record;
	if (found !== undefined) {
		const host = found.by.host === undefined ? "" : ` on ${found.by.host}`;
		const who = `pid ${found.owner.pid}${host} started it at ${found.startedAt} (${started})`;
		return { who, next: AFTER_THAT_RUN };
	}
	const next = "let the command leave that file alone, then run again";
	if (record.isThere)
		return { who: `${started} was replaced meanwhile by something that is no start record`, next };
	return disk.exists(marker)
		? { who: `another run has finished it (${marker})`, next: "run again, and it is found done" }
		: { who: `${started} was removed meanwhile`, next };
}


 }),

"src/protocol/place.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   A6: () => ( withStaging),
   Ey: () => ( placeCheckpoint),
   WT: () => ( discardStaging),
   gO: () => ( openStaging)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/ignore.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/durable.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/files/measure.js");
 var _aside_tidy_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/protocol/aside/tidy.js");
 var _clear_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/protocol/clear.js");







async function withStaging(writer, path, act) {
	const staging = await openStaging(writer, path);
	try {
		return await act(staging);
	}
	finally {
		await discardStaging(writer, staging).catch(() => undefined);
	}
}
async function openStaging({ disk, token }, path) {
	const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
	await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .wZ)(disk, folder);
	return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .F8}${token()}`);
}
async function discardStaging({ disk }, staging) {
	await disk.removeTree(staging);
}
async function placeCheckpoint(writer, paths, { staging, marker }) {
	const { disk } = writer;
	await removeIgnored(disk, staging, marker);
	await writer.history?.note([paths.checkpoint]);
	await Promise.all([(0,_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .L9)(disk, staging), writer.history?.flush()]);
	await (0,_clear_js__WEBPACK_IMPORTED_MODULE_6__ .BH)(writer, paths);
	if (disk.exists(paths.started))
		await (0,_clear_js__WEBPACK_IMPORTED_MODULE_6__ .L4)(writer, paths);
	await disk.unlink(paths.started);
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_4__ .xP)(disk, staging, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(marker.checkpoint));
	if (found.kind !== "measured")
		throw new Error(`${staging} vanished after it was brought`);
	const here = { ...marker, checkpoint: { ...marker.checkpoint, ...found.measure } };
	await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .v8)(disk, paths.marker, writer.markers.format(here), writer.token());
	await disk.rename(staging, paths.checkpoint);
	await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(paths.checkpoint));
	await (0,_aside_tidy_js__WEBPACK_IMPORTED_MODULE_5__ .g)(writer, paths);
}
async function removeIgnored(disk, staging, { checkpoint: { ignore } }) {
	if (ignore === undefined)
		return;
	const isIgnored = (0,_core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ .N)(ignore);
	const remove = async (below) => {
		for (const { name, kind } of disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, below)) ?? []) {
			const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(below, name);
			if (isIgnored(path))
				await disk.removeTree((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, path));
			else if (kind === "directory")
				await remove(path);
		}
	};
	await remove("");
}


 }),

"src/protocol/renew.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   G: () => ( unlessTaken),
   o: () => ( renewMarker)
 });
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/marker.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/durable.js");
 var _ownership_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/protocol/ownership.js");



async function renewMarker(writer, paths, marker, confirm) {
	const text = writer.markers.format(marker);
	await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_1__ .nR)(writer.disk, paths.marker, { text, token: writer.token(), confirm });
}
function unlessTaken(writer, paths, marker) {
	const confirm = (0,_ownership_js__WEBPACK_IMPORTED_MODULE_2__ .G8)(writer.disk, paths);
	return () => {
		confirm();
		if (!isThere(writer, paths, marker))
			throw new _ownership_js__WEBPACK_IMPORTED_MODULE_2__ .aY("its marker is another one by now");
	};
}
function isThere({ disk, markers }, paths, marker) {
	const found = markers.parse(disk.readText(paths.marker, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX) ?? "");
	return found.kind === "full" && markers.format(found.marker) === markers.format(marker);
}


 }),

"src/protocol/temporary-names.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var temporaryToken = (function temporaryToken(owner, serial) {
	return `${bootName(owner.boot)}-${owner.pid}-${plain(owner.startTime)}-${serial}`;
});
var ownerOf = (function ownerOf(temporary) {
	const [boot, number, startTime] = temporary.slice(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__ .F8.length).split("-");
	const pid = Number(number);
	if (boot !== bootName((0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .aW)()) || !Number.isSafeInteger(pid) || pid < 1)
		return "unknown";
	const present = (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .P2)(pid);
	if (present !== undefined)
		return plain(present) === startTime ? "alive" : "gone";
	const hidden = (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .eX)({ pid, startTime: "", boot: (0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .aW)() });
	return hidden === "gone" ? "gone" : "unknown";
});
var sweepTemporaries = (async function sweepTemporaries({ disk, token }, folders, nowMs) {
	for (const folder of folders) {
		for (const { name } of listOrNone(disk, folder)) {
			if (!name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__ .F8))
				continue;
			const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
			const owner = ownerOf(name);
			const probe = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ .F8 + token());
			const isLeft = owner === "gone" || (owner === "unknown" && (await isOld(disk, path, { nowMs, probe })));
			if (isLeft)
				await disk.removeTree(path).catch((() => undefined));
		}
	}
});
var listOrNone = (function listOrNone(disk, folder) {
	try {
		return disk.list(folder) ?? [];
	}
	catch {
		return [];
	}
});
var bootName = (function bootName(boot) {
	return (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_4__ .sc)(boot).slice(0, 8);
});
var plain = (function plain(startTime) {
	return startTime.replaceAll(/\W/g, "");
});

 __webpack_require__.d(__webpack_exports__, {
   A2: () => ( isOrphaned),
   Rq: () => ( temporaryToken),
   SZ: () => ( sweepTemporaries)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/model/digest.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/durable.js");
 var _files_file_clock_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/file-clock.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/machine/processes.js");





const OLD_MS = 24 * 3600 * 1000;

function isOrphaned(temporary) {
	return ownerOf(temporary) === "gone";
}



async function isOld(disk, path, at) {
	const stat = disk.stat(path);
	if (stat === undefined)
		return false;
	return (0,_files_file_clock_js__WEBPACK_IMPORTED_MODULE_3__ .U)(disk, { ...at, madeMs: Number(stat.mtimeNs) / 1e6 }, OLD_MS);
}




 }),

"src/protocol/unmark.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   P: () => ( unmarkShard)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/model/start-record.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/durable.js");
 var _aside_generations_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/protocol/aside/generations.js");





async function unmarkShard(writer, paths, { id, hasCheckpoint, at, revokes }) {
	const { disk } = writer;
	await writer.history?.note([paths.checkpoint]);
	await writer.history?.flush();
	await (0,_aside_generations_js__WEBPACK_IMPORTED_MODULE_4__ .W7)(writer, paths.checkpoint, revokes);
	if (hasCheckpoint && !disk.exists(paths.started)) {
		const marker = disk.readText(paths.marker, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .gX) ?? "";
		await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .v8)(disk, paths.started, (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_2__ .jn)(id, { marker, at }), writer.token());
	}
	if (await disk.unlink(paths.marker))
		await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(paths.marker));
}


 }),

"src/run/attempt/command.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var openShardLog = (function openShardLog(path, label, rules) {
	const file = openFile(path, rules);
	let tail = "";
	const line = ((text) => {
		const shown = withoutMasks(text, rules);
		if (shown === undefined)
			return;
		const masked = (0,environment .dK)(shown, rules.secrets);
		file.write(`${masked}\n`);
		tail = `${tail}${masked}\n`.slice(-TAIL_CHARACTERS);
		rules.emit((0,log_line .Kw)(`[${label}] ${lastState(masked)}`));
	});
	const streams = { out: lineReader(line, rules.secrets), err: lineReader(line, rules.secrets) };
	return {
		path,
		take: ((stream, chunk) => streams[stream].take(chunk)),
		ready: (() => written(file) ?? rules.ready?.()),
		tail: (() => tail.trimEnd()),
		close: (() => {
			streams.out.end();
			streams.err.end();
			return new Promise(((done) => {
				if (file.closed)
					return done();
				file.on("close", done);
				file.end();
			}));
		}),
	};
});
var openFile = (function openFile(path, { lost }) {
	try {
		(0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
	}
	catch {
	}
	const file = (0,external_node_fs_.createWriteStream)(path, { flags: "w" });
	file.on("error", ((error) => lost?.(path, error.message)));
	return file;
});
var written = (function written(file) {
	if (file.destroyed || file.writableLength < MOST_WAITING_BYTES)
		return undefined;
	return new Promise(((done) => {
		const settle = (() => {
			file.off("drain", settle).off("close", settle);
			done();
		});
		file.on("drain", settle).on("close", settle);
	}));
});
var lineReader = (function lineReader(line, secrets) {
	const decoder = new external_node_string_decoder_.StringDecoder("utf8");
	let rest = "";
	return {
		take: ((chunk) => {
			const pieces = (rest + decoder.write(chunk)).split("\n");
			rest = pieces.pop() ?? "";
			for (const piece of pieces)
				line(piece);
			if (rest.length < LONGEST_LINE)
				return;
			const masked = (0,environment .dK)(rest, secrets);
			const longest = Math.max(0, ...secrets.map((({ length }) => length - 1)));
			const cut = masked.length - Math.min(longest, masked.length / 2);
			line(masked.slice(0, cut));
			rest = masked.slice(cut);
		}),
		end: (() => {
			rest += decoder.end();
			if (rest !== "")
				line(rest);
			rest = "";
		}),
	};
});
var findSurvivors = (async function findSurvivors(traces) {
	return process.platform === "linux" ? await survivorsInProc(traces) : survivorsByPs(traces);
});
var survivorsInProc = (async function survivorsInProc(traces) {
	const passed = new Set();
	const beganTick = performance.now();
	for (let look = 1;; look += 1) {
		const before = passed.size;
		const { found, unclear } = lookInProc(traces, passed);
		if (unclear.length > 0) {
			if (performance.now() - beganTick > proc_stat .QP)
				throw new Error(`the environment of pid ${unclear.join(", ")} cannot be read`);
			await (0,promises_.setTimeout)(proc_stat .sc);
		}
		else if (passed.size === before || look >= MOST_LOOKS)
			return found;
	}
});
var lookInProc = (function lookInProc(traces, passed) {
	const { leader, tag, known } = traces;
	const younger = youngerThan(traces, passed);
	const unclear = [];
	const isThere = (({ pid, startTime }) => {
		const stat = younger.get(pid);
		return stat?.startTime === startTime && stat.session !== leader.pid;
	});
	const ours = new Set(known.filter(isThere).map((({ pid }) => pid)));
	for (const [pid, stat] of younger) {
		if (stat.session === leader.pid) {
			if (!isGuardOf(pid, leader.pid))
				ours.add(pid);
			continue;
		}
		if (tag === undefined || ours.has(pid))
			continue;
		const found = (0,proc_stat .MR)(pid, tag);
		if (found === "unclear")
			unclear.push(pid);
		else if (found === "yes")
			ours.add(pid);
	}
	for (let before = -1; before !== ours.size;) {
		before = ours.size;
		for (const [pid, { parent }] of younger)
			if (ours.has(parent))
				ours.add(pid);
	}
	const found = [...ours].flatMap(((pid) => survivorOf(pid, younger.get(pid), leader)));
	return { found, unclear };
});
var youngerThan = (function youngerThan(traces, passed) {
	const { leader } = traces;
	const younger = new Map();
	for (const pid of numbersAfter(traces)) {
		if (pid === process.pid)
			continue;
		const stat = (0,proc_stat .jW)(pid);
		if (stat === undefined || stat.exiting)
			passed.add(pid);
		else if (stat.dead && stat.session === leader.pid)
			passed.add(pid);
		else if (!stat.dead && Number(stat.startTime) >= Number(leader.startTime))
			younger.set(pid, stat);
	}
	return younger;
});
var momentNow = (function momentNow() {
	const tick = performance.now();
	return process.platform === "linux" && largestNumber() < MANY
		? { tick, starts: starts() }
		: { tick };
});
var numbersAfter = (function numbersAfter({ leader, moment }) {
	const all = (0,proc_stat .Ub)();
	const since = moment.starts === undefined
		? MOST_STARTS_PER_MS * (performance.now() - moment.tick + 1)
		: starts() - moment.starts;
	return leader.pid + since < largestNumber() ? all.filter(((pid) => pid > leader.pid)) : all;
});
var starts = (function starts() {
	return Number(/^processes (\d+)$/m.exec((0,proc_stat .lK)("/proc/stat") ?? "")?.[1]);
});
var largestNumber = (function largestNumber() {
	largest ??= Number((0,proc_stat .lK)("/proc/sys/kernel/pid_max") ?? 0);
	return largest;
});
var isGuardOf = (function isGuardOf(pid, group) {
	return (0,guard .Mw)((0,proc_stat .lK)(`/proc/${pid}/cmdline`)?.split("\0") ?? [], group);
});
var settleSurvivors = (async function settleSurvivors(watched, exit, rules) {
	try {
		const isGood = exit.kind === "exit" && exit.code === 0;
		if (isGood && watched.supervision.cause() === undefined)
			return rules.paths().length > 0 ? await waitForAll(watched, rules) : undefined;
		await endAll(watched, (await survivors_look(watched, [])).filter((({ isInGroup }) => !isInGroup)));
		return undefined;
	}
	catch (error) {
		const why = `what its command has left running cannot be seen (${(0,problem .bD)(error)})`;
		return exit.kind === "exit" && exit.code === 0 ? stillRunning(why) : undefined;
	}
});
var survivors_look = (function survivors_look({ traces }, known) {
	return findSurvivors({ ...traces, known });
});
var waitForAll = (async function waitForAll(watched, rules) {
	let left = await survivors_look(watched, []);
	if (left.length === 0)
		return undefined;
	const limitMs = watched.supervision.stopTimer() ?? LIMIT_MS;
	const beganTick = performance.now();
	const waitedMs = (() => performance.now() - beganTick);
	let before = measureAll(rules);
	let isTold = false;
	for (let pauseMs = 5; left.length > 0; pauseMs = Math.min(500, pauseMs * 1.5)) {
		if (watched.supervision.cause() !== undefined) {
			await endAll(watched, left);
			return undefined;
		}
		if (waitedMs() >= limitMs)
			return atLimit(watched, rules, { left, before, waitedMs: waitedMs() });
		if (!isTold && waitedMs() >= TELL_AFTER_MS)
			isTold = tell(rules, left, limitMs);
		await (0,promises_.setTimeout)(Math.min(pauseMs, Math.max(1, limitMs - waitedMs())));
		const now = await survivors_look(watched, left);
		if (hasDeparted(left, now))
			before = measureAll(rules);
		left = now;
	}
	return undefined;
});
var tell = (function tell({ emit, shard }, left, limitMs) {
	const processes = left.map((({ pid, name }) => ({ pid, name })));
	emit({ kind: "waiting", ...(shard !== undefined && { shard }), processes, limitMs });
	return true;
});
var startVariable = (function startVariable({ token }) {
	return token === undefined ? {} : { [START_VARIABLE]: token };
});
var slotEnvironment = (function slotEnvironment(commands, slot) {
	const { environment, counted } = commands;
	const count = counted === undefined ? {} : { SHARD_COUNT: String(counted) };
	return { ...environment, ...slot.environment, ...count };
});
var shardEnvironment = (function shardEnvironment(commands, slot, { task, record }) {
	const line = shardLine(foldersOf(commands), { task, record });
	return {
		...slotEnvironment(commands, slot),
		...startVariable(record),
		SHARD_ID: line.id,
		SHARD_NAME: task.shard.name,
		SHARD_INPUT: line.inputs[0] ?? "",
		SHARD_INPUTS_FILE: writeInputs(commands.scratch, line),
		SHARD_CHECKPOINT: line.checkpoint,
		SHARD_WORK: line.work,
		...(commands.counted !== undefined && { SHARD_INDEX: String(task.shard.index) }),
		SHARD_ATTEMPT: String(line.attempt),
		SHARD_RESUME: line.resume ? "1" : "0",
		...paramVariables(line.params),
	};
});
var paramVariables = (function paramVariables(params = {}) {
	return Object.fromEntries(Object.entries(params).map((([name, value]) => [(0,model_params .Qn)(name), value])));
});
var foldersOf = (function foldersOf({ workspace, command }) {
	return { workspace, cwd: command.cwd };
});
var shardLine = (function shardLine(folders, { task, record }) {
	const { shard, paths } = task;
	return {
		id: shard.id,
		inputs: shard.inputs
			.filter((({ path }) => path !== ""))
			.map((({ path }) => (0,model_shard .nh)(path) ? path : forCommand(folders, (0,external_node_path_.resolve)(folders.workspace, path)))),
		checkpoint: forCommand(folders, paths.checkpoint),
		work: forCommand(folders, paths.work),
		resume: record.resumed,
		attempt: record.attempt,
		...(shard.params !== undefined && { params: shard.params }),
	};
});
var forCommand = (function forCommand({ workspace, cwd }, path) {
	return path.startsWith(workspace + external_node_path_.sep) ? (0,external_node_path_.relative)(cwd, path) : path;
});
var writeInputs = (function writeInputs(scratch, line) {
	const name = `inputs-${(0,digest .sc)(line.id).slice(0, 16)}.txt`;
	return scratch.write(name, line.inputs.map(((input) => `${input}\n`)).join(""));
});
var openAttemptLog = (function openAttemptLog(commands, { task, record }) {
	const { id } = task.shard;
	return openLog(commands, { name: (0,log_line .Is)(id, record.attempt), label: id });
});
var openLog = (function openLog({ logFolder, logRules }, { name, label }) {
	return openShardLog((0,external_node_path_.join)(logFolder, name), label, logRules);
});
var startCommand = (function startCommand(commands, stop, run) {
	const { limits } = commands;
	const moment = momentNow();
	const { waits, care, isThrough } = run;
	let unsettled;
	const group = launch(commands, run, "closed", (async (exit) => {
		if (waits === undefined || group.process === undefined)
			return;
		const traces = tracesOf(group.process, run, moment);
		unsettled = await settleSurvivors({ traces, supervision, stop, limits }, exit, waits);
	}));
	const timeoutMs = limits.shardTimeoutMs;
	const supervision = (0,supervise .z)(group, {
		...{ stop, limits, timeoutMs },
		...(care !== undefined && { care }),
		...(isThrough !== undefined && { isThrough }),
	});
	const ended = Promise.race([group.exit, supervision.left]).then(((first) => supervision.cause() ?? unsettled ?? first));
	return { supervision, ended };
});
var runCommand = (async function runCommand(commands, stop, run) {
	if (!(await mayLaunch(commands, stop)))
		return { kind: "stopped" };
	const { supervision, ended } = startCommand(commands, stop, run);
	try {
		return await ended;
	}
	finally {
		supervision.release();
	}
});
var mayLaunch = (async function mayLaunch({ handles }, stop) {
	if (await handles.free((() => stop.cause() !== undefined)))
		return true;
	stop.request({ kind: "fault", why: machine_handles .Sb });
	return false;
});
var tracesOf = (function tracesOf(leader, { env }, moment) {
	const token = env[START_VARIABLE];
	const tag = token === undefined ? undefined : `${START_VARIABLE}=${token}`;
	return { leader, tag, moment };
});
var launch = (function launch({ handles, memory, ended: oneEnded }, { program, env, log, slot }, stdin, beforeEnd) {
	program.ensure();
	const group = (0,machine_group .O)({
		argv: program.argv,
		cwd: program.cwd,
		env,
		stdin,
		onStdout: ((chunk) => log.take("out", chunk)),
		onStderr: ((chunk) => log.take("err", chunk)),
		ready: (() => log.ready()),
		onGuardEnded: ((isReplaced) => log.take("err", Buffer.from(sayOfGuard(isReplaced)))),
		...(beforeEnd !== undefined && { beforeEnd }),
	});
	const ended = handles.inUse();
	void group.exit.then(ended);
	void group.exit.then(oneEnded);
	try {
		if (group.process !== undefined) {
			slot.keepFor(group.process);
			memory.watch(slot.name, group.process.pid);
		}
	}
	catch (error) {
		group.kill();
		throw error;
	}
	return group;
});


__webpack_require__.d(__webpack_exports__, {
  pd: () => ( foldersOf),
  ql: () => ( launch),
  HB: () => ( mayLaunch),
  SQ: () => ( openAttemptLog),
  Ne: () => ( openLog),
  d1: () => ( runCommand),
  KS: () => ( shardEnvironment),
  d: () => ( shardLine),
  Iy: () => ( slotEnvironment),
  S0: () => ( startCommand),
  JX: () => ( startVariable),
  pM: () => ( withoutStart)
});

var external_node_path_ = __webpack_require__("node:path");
var model_params = __webpack_require__("src/core/model/params.js");
var model_shard = __webpack_require__("src/core/model/shard.js");
var digest = __webpack_require__("src/core/model/digest.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var machine_group = __webpack_require__("src/machine/group.js");
var machine_handles = __webpack_require__("src/machine/handles.js");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_string_decoder_ = __webpack_require__("node:string_decoder");
var environment = __webpack_require__("src/core/definition/environment.js");
;// CONCATENATED MODULE: src/machine/log.js





const TAIL_CHARACTERS = 2000;
const LONGEST_LINE = 64 * 1024;
const MOST_WAITING_BYTES = 1024 * 1024;



function lastState(line) {
	const text = line.trimEnd();
	return text.slice(text.lastIndexOf("\r") + 1);
}
function withoutMasks(text, rules) {
	const pieces = text.split("\r");
	const shown = pieces.filter((piece) => {
		const value = maskedBy(piece);
		if (value !== undefined)
			addMask(value, rules);
		return value === undefined;
	});
	if (shown.length === pieces.length)
		return text;
	return shown.some((piece) => piece.trim() !== "") ? shown.join("\r") : undefined;
}
const MASK = /^\s*::add-mask(?:\s(?:(?!::)[^])*)?::([^]*)$/i;
const OLD_MASK = /##\[add-mask(?:\s[^\]]*)?\]([^]*)$/i;
function maskedBy(line) {
	const [, value] = MASK.exec(line) ?? [];
	const [, oldValue] = OLD_MASK.exec(line) ?? [];
	const found = value === undefined ? oldValue && unescapeOld(oldValue) : log_unescape(value);
	return found === undefined || found.trim() === "" ? undefined : found;
}
function log_unescape(data) {
	return data.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%");
}
function unescapeOld(data) {
	return log_unescape(data).replaceAll(/%3B/gi, ";").replaceAll(/%5D/gi, "]");
}
function addMask(value, rules) {
	for (const line of value.split(/[\r\n]+/)) {
		if (line.trim() !== "" && !rules.secrets.includes(line))
			rules.secrets.push(line);
	}
	rules.secrets.sort((a, b) => b.length - a.length);
	rules.maskEverywhere(value);
}


var promises_ = __webpack_require__("node:timers/promises");
var guard = __webpack_require__("src/machine/guard.js");
var proc_stat = __webpack_require__("src/machine/proc-stat.js");
var processes = __webpack_require__("src/machine/processes.js");
;// CONCATENATED MODULE: src/machine/survivors.js





const MOST_LOOKS = 8;



function survivorOf(pid, stat, leader) {
	if (stat === undefined)
		return [];
	const { name, parent, startTime } = stat;
	return [
		{ pid, startTime, boot: leader.boot, name, parent, isInGroup: stat.group === leader.pid },
	];
}

const MOST_STARTS_PER_MS = 1000;
const MANY = 1_000_000;


let largest;


function survivorsByPs({ leader, tag }) {
	const lines = (0,processes.ps)("-axEww", "-o", "pid=,ppid=,pgid=,stat=,command=").split("\n");
	return lines.flatMap((line) => {
		const [, pid, parent, group, state = "", command = ""] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
		const isInGroup = Number(group) === leader.pid;
		const isTagged = tag !== undefined && `${command} `.includes(` ${tag} `);
		const isGuarding = command.includes(`donemark-guard ${leader.pid}`);
		if (state.startsWith("Z") || isGuarding || !(isInGroup || isTagged))
			return [];
		const name = command.split(" ")[0] ?? "";
		const startTime = (0,processes.ps)("-o", "lstart=", "-p", String(pid)).trimEnd();
		return [
			{ pid: Number(pid), startTime, boot: leader.boot, name, parent: Number(parent), isInGroup },
		];
	});
}

var supervise = __webpack_require__("src/run/attempt/supervise.js");
var duration = __webpack_require__("src/core/text/duration.js");
var problem = __webpack_require__("src/core/text/problem.js");
var look = __webpack_require__("src/checkpoint/look.js");
var compare = __webpack_require__("src/files/compare.js");
var measure = __webpack_require__("src/files/measure.js");
var shard_paths = __webpack_require__("src/core/model/shard-paths.js");
;// CONCATENATED MODULE: src/machine/open-files.js





function mayWrite(id, paths) {
	if (process.platform !== "linux")
		return (0,processes ._n)(id);
	try {
		const place = `/proc/${id.pid}`;
		if ((0,external_node_fs_.readlinkSync)(`${place}/ns/mnt`) !== (0,external_node_fs_.readlinkSync)("/proc/self/ns/mnt"))
			return (0,processes ._n)(id);
		return ((0,external_node_fs_.readdirSync)(`${place}/fd`).some((fd) => isWritten(place, fd, paths)) ||
			isMapped((0,external_node_fs_.readFileSync)(`${place}/maps`, "utf8"), paths));
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOENT", "ESRCH"))
			return (0,processes ._n)(id);
		return true;
	}
}
function isWritten(place, fd, paths) {
	try {
		if (!isOneOf((0,external_node_fs_.readlinkSync)(`${place}/fd/${fd}`), paths))
			return false;
		const flags = /^flags:\s*([0-7]+)/m.exec((0,external_node_fs_.readFileSync)(`${place}/fdinfo/${fd}`, "utf8"));
		return flags?.[1] === undefined || (Number.parseInt(flags[1], 8) & ACCESS_MODE) !== 0;
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOENT"))
			return false;
		throw error;
	}
}
const ACCESS_MODE = 0b11;
function isMapped(maps, paths) {
	return maps.split("\n").some((line) => {
		const [, path] = /^\S+ .w.s \S+ \S+ \d+\s+(\/.*)$/.exec(line) ?? [];
		return path !== undefined && isOneOf(path, paths);
	});
}
function isOneOf(found, paths) {
	const path = found.replace(/ \(deleted\)$/, "");
	return paths.some((wanted) => path === wanted ||
		path.startsWith(wanted + external_node_path_.sep) ||
		((0,external_node_path_.dirname)(path) === (0,external_node_path_.dirname)(wanted) && (0,shard_paths .s7)((0,external_node_path_.basename)(path), (0,external_node_path_.basename)(wanted))));
}

;// CONCATENATED MODULE: src/run/attempt/survivors.js










const LIMIT_MS = 60_000;
const TELL_AFTER_MS = 3000;


function stillRunning(why) {
	return { kind: "still-running", why };
}

function hasDeparted(before, now) {
	const present = new Set(now.map(({ pid }) => pid));
	return before.some(({ pid, parent }) => !present.has(pid) && !present.has(parent));
}

async function atLimit(watched, rules, { left, before, waitedMs }) {
	const paths = places(rules);
	const writers = left.filter((one) => mayWrite(one, paths));
	await endAll(watched, left);
	const who = namesOf(left);
	const after = (0,duration .a3)(Math.round(waitedMs));
	const alive = left.filter(processes ._n);
	if (alive.length > 0)
		return stillRunning(`${after} after its command ended, ${namesOf(alive)} still ran and could not be ended`);
	if (writers.length > 0) {
		return stillRunning(`${after} after its command ended, ${namesOf(writers)} still ran and may have had ${filesOf(rules)} open for writing`);
	}
	if (!isUnchanged(before, measureAll(rules)))
		return stillRunning(`${who} changed the checkpoint after its command had ended, and still ran ${after} later`);
	const text = `its command left ${who} running, which was ended after ${after}; the checkpoint did not change meanwhile, and counts`;
	rules.emit({ kind: "warning", ...(rules.shard !== undefined && { shard: rules.shard }), text });
	return undefined;
}
function filesOf({ paths }) {
	const [first, ...more] = paths();
	return more.length === 0 ? (first?.checkpoint ?? "files of the shard") : "files of the shards";
}
function namesOf(list) {
	return list.map(({ pid, name }) => `${name} (pid ${pid})`).join(", ");
}
const ROUNDS = 3;
async function endAll(watched, list) {
	const { limits, stop } = watched;
	const ended = new Set();
	let left = list;
	for (let round = 0; round < ROUNDS && left.length > 0; round += 1) {
		await (0,processes .Hk)(left, { graceMs: limits.stopGraceMs, isHurried: stop.isHurried });
		for (const { pid } of left)
			ended.add(pid);
		left = (await survivors_look(watched, left)).filter(({ pid }) => !ended.has(pid));
	}
}
function places({ disk, paths }) {
	return paths().flatMap(({ checkpoint, work }) => [checkpoint, work].flatMap((path) => [path, ...realPathOf(disk, path)]));
}
function realPathOf(disk, path) {
	return [path, (0,external_node_path_.dirname)(path)].flatMap((at) => {
		try {
			const real = disk.realPath(at);
			return [at === path ? real : (0,external_node_path_.join)(real, (0,external_node_path_.basename)(path))];
		}
		catch {
			return [];
		}
	});
}
function measureAll({ disk, paths, definition }) {
	const members = (0,compare .gP)(definition);
	return new Map(paths().map(({ checkpoint }) => [checkpoint, (0,look .cu)(disk, checkpoint, members)]));
}
function isUnchanged(before, after) {
	return [...after].every(([path, one]) => {
		const other = before.get(path);
		if (one.kind !== "measured" || other?.kind !== "measured")
			return one.kind === other?.kind;
		return (0,measure .$1)(other.measure, one.measure);
	});
}

;// CONCATENATED MODULE: src/run/attempt/command.js











const START_VARIABLE = "DONEMARK_START";

function withoutStart(env) {
	const { [START_VARIABLE]: _, ...rest } = env;
	return rest;
}













function sayOfGuard(isReplaced) {
	const then = isReplaced
		? "another one took its place"
		: "no other one could start, and the command is ended";
	return `donemark: the guard that ends this command with Donemark was ended by somebody; ${then}\n`;
}



 }),

"src/run/attempt/ends.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( isOutOfMemory),
   p: () => ( explainEnd)
 });
const GPU_MEMORY = /CUDA out of memory|CUDA_ERROR_OUT_OF_MEMORY|cudaErrorMemoryAllocation|CUBLAS_STATUS_ALLOC_FAILED|hipErrorOutOfMemory|HIP out of memory|RESOURCE_EXHAUSTED|OutOfMemoryError|ResourceExhaustedError|failed to allocate memory on device/i;
const MEMORY = /\bMemoryError\b|std::bad_alloc|Cannot allocate memory|OutOfMemoryException|java heap space|oom-kill|\bKilled$/im;
const KILLED = 137;
function isOutOfMemory(code, logTail) {
	return code === KILLED || GPU_MEMORY.test(logTail) || MEMORY.test(logTail);
}
const CAUSES = {
	126: "it was found and may not be executed. Give the file the right to run (chmod +x), or name its interpreter",
	127: "a program was not found. See in the log which one, and install it on this runner or add its folder to PATH",
	134: "as after a failed assertion or a full memory; the last lines of its log say more",
	135: "as when a mapped file became shorter or /dev/shm is full; give a container more with --shm-size",
	136: "it computed what the processor cannot, such as a division by zero",
	132: "it used an instruction that this processor does not have; it was built for another one",
	137: "most often because the memory of the machine or container was used up. Run fewer at once (parallel), make its batches smaller or its inputs shorter, or take a larger machine",
	139: "a fault in native code, often of libraries, a driver or a GPU that do not fit together",
	143: "Donemark did not send it; something else on the machine stops the command",
};
const GPU_REMEDY = "its log says that the memory of the GPU was used up. Make its batches smaller or its inputs shorter, run fewer on one GPU (parallel), or take a larger GPU";
const MEMORY_REMEDY = "its log says that the memory of the machine or container was used up. Run fewer at once (parallel), make its batches smaller or its inputs shorter, or take a larger machine";
function explainEnd(code, logTail) {
	if (GPU_MEMORY.test(logTail))
		return GPU_REMEDY;
	if (MEMORY.test(logTail))
		return MEMORY_REMEDY;
	return CAUSES[code];
}


 }),

"src/run/attempt/supervise.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var watchForStall = (function watchForStall(limitMs, signs, onStall) {
	if (limitMs === undefined)
		return (() => undefined);
	const everyMs = Math.min(LONGEST_LOOK_MS, Math.max(SHORTEST_LOOK_MS, limitMs / LOOKS));
	let last = signs();
	let same = 0;
	const timer = setInterval((() => {
		const now = signs();
		same = now === last ? same + 1 : 0;
		last = now;
		if (same < limitMs / everyMs)
			return;
		clearInterval(timer);
		onStall();
	}), everyMs);
	return (() => clearInterval(timer));
});
var supervise = (function supervise(group, { stop, limits, timeoutMs, care, isThrough }) {
	const ending = endingOf(group, limits.stopGraceMs, care?.onStop);
	const removeRequest = obey(stop, ending, limits);
	const removeHurry = stop.onHurry((() => group.kill()));
	let isReleased = false;
	const unlessOver = ((act) => afterLook((() => isReleased || hasEnded(group)), act));
	const late = unlessOver((() => {
		if (isThrough?.() === true)
			limit.renew();
		else
			ending.end({ kind: "timeout" }, "SIGTERM");
	}));
	const limit = timeLimit(timeoutMs, late);
	const stallMs = care === undefined ? undefined : limits.stallTimeoutMs;
	const endWatch = watchForStall(stallMs, (() => care?.signs() ?? ""), unlessOver((() => ending.end({ kind: "stalled" }, "SIGTERM"))));
	return {
		left: ending.left,
		cause: ending.cause,
		renew: limit.renew,
		stopTimer: (() => {
			endWatch();
			return limit.stop();
		}),
		release: (() => {
			removeRequest();
			removeHurry();
			isReleased = true;
			limit.stop();
			endWatch();
			ending.release();
		}),
	};
});
var obey = (function obey(stop, ending, { leaveAfterMs }) {
	return stop.onRequest(((cause) => {
		if (cause.kind === "max-failures" || cause.kind === "fault")
			return;
		ending.end({ kind: "stopped" }, cause.kind === "signal" ? cause.signal : "SIGTERM");
		if (cause.kind === "signal")
			ending.leaveAfter(leaveAfterMs);
	}));
});
var afterLook = (function afterLook(isOver, act) {
	return (() => {
		setImmediate((() => {
			if (!isOver())
				act();
		}));
	});
});
var timeLimit = (function timeLimit(ms, onOver) {
	const timer = (0,machine_timer .I)(ms, onOver);
	let beganTick = performance.now();
	let isStopped = false;
	return {
		renew: (() => {
			if (isStopped)
				return;
			beganTick = performance.now();
			timer.renew();
		}),
		stop: (() => {
			isStopped = true;
			timer.stop();
			return ms === undefined ? undefined : Math.max(0, ms - (performance.now() - beganTick));
		}),
	};
});
var endingOf = (function endingOf(group, stopGraceMs, onStop) {
	let cause;
	const left = latch();
	const timers = [];
	const after = ((ms, act) => void timers.push(setTimeout(act, ms)));
	return {
		left: left.settled,
		cause: (() => cause),
		end: ((why, signal) => {
			if (cause !== undefined)
				return;
			cause = why;
			group.signal(signal);
			onStop?.();
			after(stopGraceMs / 2, (() => group.signal("SIGTERM")));
			after(stopGraceMs, (() => group.kill()));
		}),
		leaveAfter: ((ms) => {
			if (ms === undefined || ms >= stopGraceMs)
				return;
			after(ms, (() => {
				cause = { kind: "left" };
				void group.leave((stopGraceMs - ms) / 1000).then(left.settle, left.settle);
			}));
		}),
		release: (() => {
			for (const timer of timers)
				clearTimeout(timer);
		}),
	};
});
var latch = (function latch() {
	let settle = (() => undefined);
	const settled = new Promise(((done) => {
		settle = (() => done({ kind: "left" }));
	}));
	return { settled, settle: (() => settle()) };
});


__webpack_require__.d(__webpack_exports__, {
  z: () => ( supervise)
});

var processes = __webpack_require__("src/machine/processes.js");
var machine_timer = __webpack_require__("src/machine/timer.js");
;// CONCATENATED MODULE: src/run/attempt/stall.js
const LOOKS = 4;
const SHORTEST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 15_000;


;// CONCATENATED MODULE: src/run/attempt/supervise.js






function hasEnded({ process: leader }) {
	return leader !== undefined && !(0,processes ._n)(leader);
}





 }),

"src/run/attempt/trouble.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var troubleOf = (function troubleOf(ended, { limits, logTail }) {
	switch (ended.kind) {
		case "exit":
			return ended.code === 0 ? undefined : failure(ended, logTail);
		case "signal":
			return failure(ended, logTail);
		case "not-started":
			return trouble("not-started", `the command could not be started: ${ended.why}`);
		case "unguarded":
			return trouble("unguarded", "the command was ended: somebody has killed the process that watches over it (its guard), and no other one could start");
		case "timeout": {
			const limit = (0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(limits.shardTimeoutMs ?? 0);
			return { ...trouble("timeout", `the command took longer than ${limit}`), kinds: ["timeout"] };
		}
		case "stalled": {
			const limit = (0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(limits.stallTimeoutMs ?? 0);
			const why = `the command stalled: for ${limit} it printed nothing, and neither its checkpoint nor its work changed`;
			return { ...trouble("stalled", why), kinds: ["timeout"] };
		}
		case "still-running": {
			const why = `still-running: ${ended.why}; let the command wait for what it starts`;
			return { reason: "still-running", why, exitCode: 0 };
		}
		case "stopped":
		case "left":
			return trouble("stopped", "the run was stopped");
	}
});

 __webpack_require__.d(__webpack_exports__, {
   L: () => ( troubleOf)
 });
 var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:os");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/duration.js");
 var _ends_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/run/attempt/ends.js");




function failure(ended, logTail) {
	const code = ended.kind === "exit" ? ended.code : codeOfSignal(ended.signal);
	const why = ended.kind === "exit"
		? `the command ended with exit code ${inWords(code)}`
		: `the command was ended by ${ended.signal}`;
	const cause = (0,_ends_js__WEBPACK_IMPORTED_MODULE_2__ .p)(code, logTail);
	return {
		reason: ended.kind === "exit" ? "exit-code" : "signal",
		why: cause === undefined ? why : `${why}: ${cause}`,
		exitCode: ended.kind === "exit" ? ended.code : null,
		kinds: [String(code), ...((0,_ends_js__WEBPACK_IMPORTED_MODULE_2__ .$)(code, logTail) ? ["oom"] : [])],
	};
}
function inWords(code) {
	const signal = Object.entries(node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals).find(([, number]) => number === code - 128)?.[0];
	return signal === undefined ? String(code) : `${code} (${signal})`;
}
function codeOfSignal(signal) {
	const number = Object.entries(node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals).find(([name]) => name === signal)?.[1];
	return 128 + (number ?? 0);
}
function trouble(reason, why) {
	return { reason, why, exitCode: null };
}


 }),

"src/run/attempt/verify.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var verifyAttempt = (async function verifyAttempt(verification, { started, slot }, log) {
	const change = await verification.state.changeSince(started.task);
	const { what } = change;
	if (what !== undefined)
		return bad("changed-meanwhile", `${what} while the command ran: what it read is not known`);
	tellAdded(verification, started.task, change);
	const refused = await runCheck(verification, { started, slot }, log);
	if (refused !== undefined)
		return { kind: "bad", trouble: refused };
	return askWitnesses(verification, started.task);
});
var tellAdded = (function tellAdded({ writing, state }, { shard }, { added, data }) {
	const news = added.filter(((path) => !state.told.has(`added ${path}`)));
	const [first] = news;
	if (first === undefined)
		return;
	for (const path of news)
		state.told.add(`added ${path}`);
	const more = news.length === 1 ? "" : ` and ${news.length - 1} more`;
	const then = data === undefined
		? "no part of what it was made from"
		: `it is marked for what lay there before, and runs again for ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(data)}, unless \`ignore\` in the definition leaves such files out`;
	const text = `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(first)}${more} came into its input while the command ran: ${then}`;
	writing.emit({ kind: "warning", shard: shard.id, text });
});
var askWitnesses = (async function askWitnesses({ writing, commands, state }, task) {
	const { writer, now, emit } = writing;
	const { disk } = writer;
	const { checkpoint } = task.paths;
	const output = await (0,_checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_0__ .L)(disk, checkpoint, writing);
	if (output.kind === "good") {
		tellUnknownStatus({ writing, state }, task, output.stated.status);
		return { kind: "good", looked: output };
	}
	const { reason, why } = output;
	if (reason === "absent")
		return bad(reason, leftNothing(task, writing.definition));
	if (reason === "unreadable") {
		const text = `its checkpoint stays and is not marked: ${why}. Then \`${task.markLine()}\` marks it, and nothing runs again`;
		return { kind: "bad", trouble: { reason, why: text, exitCode: 0, stays: true } };
	}
	const debug = ((text) => emit({ kind: "detail", text }));
	const place = { disk, workspace: commands.workspace, now, reporter: { debug } };
	await (0,_files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_2__ .ZO)(place, [{ path: checkpoint, reason: why }]);
	return bad(reason, `its checkpoint is refused as ${why}`);
});
var tellUnknownStatus = (function tellUnknownStatus({ writing, state }, { shard }, status) {
	if ((0,_core_model_status_js__WEBPACK_IMPORTED_MODULE_1__ .rk)(status, writing.definition.status) !== "other")
		return;
	if (state.told.has("status"))
		return;
	state.told.add("status");
	const word = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(status);
	const text = `is marked, since its command ended well, with a status of its own that Donemark does not know: ${word}. Name it in the definition, as \`status: {complete: [${word}]}\` or \`status: {failed: [${word}]}\``;
	writing.emit({ kind: "warning", shard: shard.id, text });
});
var runCheck = (async function runCheck({ commands, state }, { started, slot }, log) {
	const { check } = commands;
	if (check === undefined)
		return undefined;
	const env = (0,_command_js__WEBPACK_IMPORTED_MODULE_3__ .KS)(commands, slot, started);
	const ended = await (0,_command_js__WEBPACK_IMPORTED_MODULE_3__ .d1)(commands, state.stop, { program: check, env, log, slot });
	const trouble = (0,_trouble_js__WEBPACK_IMPORTED_MODULE_4__ .L)(ended, { limits: commands.limits, logTail: "" });
	if (trouble === undefined || trouble.reason === "stopped")
		return trouble;
	return { ...trouble, reason: "check", why: trouble.why.replace("the command", "the check") };
});

 __webpack_require__.d(__webpack_exports__, {
   p: () => ( verifyAttempt)
 });
 var _checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/verify-output.js");
 var _core_model_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/status.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _files_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/bad-checkpoint-record.js");
 var _command_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/run/attempt/command.js");
 var _trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/run/attempt/trouble.js");








function leftNothing({ shard }, { runPer }) {
	const where = runPer === "shard"
		? "the path in SHARD_CHECKPOINT"
		: "the path that its line names as checkpoint";
	return `the command left no checkpoint at ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(shard.checkpoint)} (${where})`;
}
function bad(reason, why) {
	return { kind: "bad", trouble: { reason, why, exitCode: 0 } };
}





 }),

"src/run/fence.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var newFence = (async function newFence(fenceNow, { facts, entry }, previous) {
	return (0,_core_ownership_fence_js__WEBPACK_IMPORTED_MODULE_1__ .NQ)(await fenceNow(), [previous?.fence, (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .uL)(facts)?.fence, entry?.fence]);
});
var openFenceClock = (function openFenceClock({ clock }, now) {
	if (clock === undefined)
		return (() => Promise.resolve(now()));
	let lagMs = 0;
	let asked = { atMs: 0, atTick: 0, forMs: 0 };
	const ask = (() => {
		const before = lagMs;
		const asking = { atMs: now(), atTick: performance.now(), forMs: ASK_EVERY_MS };
		asked = asking;
		lagMs = askLag(clock, now).catch((() => {
			asking.forMs = ASK_AGAIN_MS;
			return before;
		}));
	});
	ask();
	return (async () => {
		const ticked = performance.now() - asked.atTick;
		if (ticked > asked.forMs || Math.abs(now() - asked.atMs - ticked) > STEP_MS)
			ask();
		const lag = await lagMs;
		return now() + lag;
	});
});

 __webpack_require__.d(__webpack_exports__, {
   W: () => ( openFenceClock),
   g: () => ( newFence)
 });
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/facts.js");
 var _core_ownership_fence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/ownership/fence.js");



const ASK_EVERY_MS = 600_000;
const ASK_AGAIN_MS = 30_000;
const STEP_MS = 1000;

async function askLag(clock, now) {
	const beforeMs = now();
	const storeMs = await clock();
	return (0,_core_ownership_fence_js__WEBPACK_IMPORTED_MODULE_1__ .er)({ storeMs, beforeMs, afterMs: now() });
}


 }),

"src/run/finish-looked.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var finishLooked = (async function finishLooked(writing, task, end) {
	const { writer } = writing;
	try {
		return await (0,_protocol_finish_js__WEBPACK_IMPORTED_MODULE_1__ .O9)(writer, task, end);
	}
	catch (error) {
		if (!(error instanceof _protocol_finish_js__WEBPACK_IMPORTED_MODULE_1__ .yy) || !error.isTimeAlone)
			throw error;
		const looked = await (0,_checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_0__ .L)(writer.disk, task.paths.checkpoint, writing);
		if (looked.kind === "bad")
			throw error;
		return (0,_protocol_finish_js__WEBPACK_IMPORTED_MODULE_1__ .O9)(writer, task, { ...end, looked });
	}
});

 __webpack_require__.d(__webpack_exports__, {
   C: () => ( finishLooked)
 });
 var _checkpoint_verify_output_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/verify-output.js");
 var _protocol_finish_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/protocol/finish.js");





 }),

"src/run/keep-work.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   r: () => ( keepWork)
 });
 var _checkpoint_parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/checkpoint/parts.js");
 var _checkpoint_tasks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/checkpoint/tasks.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");



async function keepWork({ disk, store, definition }, task, failure) {
	const wanted = (0,_checkpoint_tasks_js__WEBPACK_IMPORTED_MODULE_1__ .L)(task);
	if (wanted === undefined)
		return undefined;
	const { work } = task.paths;
	try {
		const { whole } = await (0,_checkpoint_parts_js__WEBPACK_IMPORTED_MODULE_0__ .fp)(disk, work, definition.status);
		return whole.length === 0 ? undefined : await store.saveWork(wanted, work, failure);
	}
	catch (error) {
		return { kind: "unavailable", cause: (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(error) };
	}
}


 }),

"src/run/liveness.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var createUnknowns = (function createUnknowns(emit, { owners, stop }) {
	const asked = new Map();
	return {
		askAgain: ((shard, { owner, host }) => {
			const key = JSON.stringify(owner);
			const before = asked.get(key) ?? { tick: performance.now(), isTold: false };
			asked.set(key, before);
			const watching = { owners, stop };
			if (before.isTold)
				return { again: nextLook(watching) };
			const leftMs = TELL_AFTER_MS - (performance.now() - before.tick);
			if (leftMs > 0)
				return { again: Promise.race([nextLook(watching), (0,_schedule_pause_js__WEBPACK_IMPORTED_MODULE_0__ .v)(stop, leftMs)]) };
			before.isTold = true;
			const who = owners.nameOf(owner, host);
			emit({ kind: "owner-unknown", shard, who, knownInMs: Math.round(owners.knownInMs(owner)) });
			return { again: nextLook(watching) };
		}),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   U: () => ( untilKnown),
   g: () => ( createUnknowns)
 });
 var _schedule_pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/run/schedule/pause.js");

const TELL_AFTER_MS = 3000;

async function nextLook({ owners, stop }) {
	const control = new AbortController();
	const untie = stop?.onRequest(() => control.abort());
	await owners.nextLook(control.signal);
	untie?.();
}
async function untilKnown(watching, owner) {
	for (;;) {
		const liveness = watching.owners.livenessOf(owner);
		if (liveness !== "unknown" || watching.stop?.cause() !== undefined)
			return liveness;
		await nextLook(watching);
	}
}


 }),

"src/run/release-starts.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var releaseStarts = (async function releaseStarts(run) {
	const open = [...run.state.open.values()];
	if (open.length === 0 || !(await isQuiet(run.writing.identity.runTag)))
		return;
	await (0,_core_text_parallel_js__WEBPACK_IMPORTED_MODULE_4__ .H)(open, WIDTH, ((one) => releaseOne(run, one)));
});

 __webpack_require__.d(__webpack_exports__, {
   r: () => ( isQuiet),
   v: () => ( releaseStarts)
 });
 var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:timers/promises");
 var _core_text_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/parallel.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");
 var _machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/machine/processes.js");
 var _protocol_end_start_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/protocol/end-start.js");





const WIDTH = 8;

async function releaseOne({ writing }, { task, record }) {
	const shard = task.shard.id;
	try {
		await (0,_protocol_end_start_js__WEBPACK_IMPORTED_MODULE_3__ .H)(writing.writer, task.paths, record);
		writing.emit({ kind: "detail", shard, text: "is released: any other run may take it" });
	}
	catch (error) {
		const text = `its start record stays open: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error)}`;
		writing.emit({ kind: "detail", shard, text });
	}
}
const QUIET_WITHIN_MS = 2000;
const PAUSE_MS = 20;
async function isQuiet(runTag) {
	const beganTick = performance.now();
	try {
		while ((0,_machine_processes_js__WEBPACK_IMPORTED_MODULE_2__ .id)("DONEMARK_RUN", runTag).length > 0) {
			if (performance.now() - beganTick > QUIET_WITHIN_MS)
				return false;
			await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(PAUSE_MS);
		}
		return true;
	}
	catch {
		return false;
	}
}


 }),

"src/run/save-shard.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var completeDigest = (async function completeDigest(writer, home, { paths, marker, giveUp }) {
	if (marker.checkpoint.sha256 !== undefined)
		return marker;
	const confirm = (0,renew .G)(writer, paths, marker);
	const sha256 = await (0,digest_thread.digestInThread)(home, paths.checkpoint, {
		urgency: "background",
		members: (0,compare .gP)(marker.checkpoint),
		giveUp,
	});
	const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
	try {
		await (0,renew .o)(writer, paths, full, confirm);
		return full;
	}
	catch (error) {
		if (error instanceof ownership .aY)
			return undefined;
		throw error;
	}
});
var saveShard = (async function saveShard({ writer, home, store, giveUp }, { paths, wanted }, marked) {
	const isForDisk = store.kind === "none";
	try {
		const untilGivenUp = isForDisk ? giveUp : undefined;
		const marker = await completeDigest(writer, home, {
			paths,
			marker: marked,
			giveUp: untilGivenUp,
		});
		if (isForDisk)
			return undefined;
		if (wanted === undefined)
			return NOT_KNOWN_BY;
		if (marker === undefined)
			return { kind: "unavailable", cause: "its marker was taken away" };
		const saved = await store.save({ wanted, checkpoint: paths.checkpoint, marker });
		if (saved.kind !== "unavailable")
			await store.dropWork(wanted);
		return saved;
	}
	catch (error) {
		if (isForDisk && giveUp?.aborted === true)
			return undefined;
		return { kind: "unavailable", cause: (0,problem .bD)(error) };
	}
});


__webpack_require__.d(__webpack_exports__, {
  I: () => ( saveShard)
});

var problem = __webpack_require__("src/core/text/problem.js");
var compare = __webpack_require__("src/files/compare.js");
var ownership = __webpack_require__("src/protocol/ownership.js");
var renew = __webpack_require__("src/protocol/renew.js");
var digest_thread = __webpack_require__("src/checkpoint/digest-thread.js");
;// CONCATENATED MODULE: src/protocol/complete-digest.js






;// CONCATENATED MODULE: src/run/save-shard.js



const NOT_KNOWN_BY = {
	kind: "unavailable",
	cause: "a part of its fingerprint that rerun-on names cannot be computed here, and nothing else tells its result from another one",
};


 }),

"src/run/schedule/crash.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var stopOnCrash = (function stopOnCrash(stop, { uncaught, say }) {
	return ((event) => {
		if (event.kind !== "planned")
			return;
		uncaught.divert(((error) => {
			const why = (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .z9)(error);
			say(`${why}; the run stops`);
			stop.request({ kind: "crash", why });
		}), event.definition.stopGraceMs + MOMENT_MS);
	});
});

 __webpack_require__.d(__webpack_exports__, {
   V: () => ( stopOnCrash)
 });
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/problem.js");

const MOMENT_MS = 60_000;



 }),

"src/run/schedule/exit-deadline.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var exitDeadline = (function exitDeadline(stop, { leaveAfterMs, stopGraceMs }) {
	const timers = [];
	let leave = (() => undefined);
	const must = new Promise(((resolve) => {
		leave = resolve;
	}));
	const leaveIn = ((ms) => void timers.push(setTimeout(leave, ms + MOMENT_MS)));
	const removeHurry = stop.onHurry((() => leaveIn(0)));
	const removeRequest = stop.onRequest((({ kind }) => {
		if (kind === "signal" && leaveAfterMs !== undefined)
			leaveIn(leaveAfterMs);
		if (kind === "crash")
			leaveIn(stopGraceMs);
	}));
	return {
		must,
		release: (() => {
			removeHurry();
			removeRequest();
			for (const timer of timers)
				clearTimeout(timer);
		}),
	};
});
var signalled = (function signalled(stop) {
	return new Promise(((settle) => {
		const { signal } = abortAtSignal(stop);
		if (signal.aborted)
			settle(undefined);
		signal.addEventListener("abort", (() => settle(undefined)));
	}));
});
var abortAtSignal = (function abortAtSignal(stop) {
	const control = new AbortController();
	const release = stop.onRequest((({ kind }) => {
		if (kind === "signal" || kind === "crash")
			control.abort();
	}));
	return { signal: control.signal, release };
});

 __webpack_require__.d(__webpack_exports__, {
   _X: () => ( signalled),
   g3: () => ( abortAtSignal),
   nB: () => ( exitDeadline)
 });
const MOMENT_MS = 1000;





 }),

"src/run/schedule/pause.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   v: () => ( pause)
 });
 var _machine_timer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/machine/timer.js");

async function pause(stop, ms) {
	if (ms <= 0)
		return;
	let finish = () => undefined;
	const over = new Promise((resolve) => {
		finish = resolve;
	});
	const timer = (0,_machine_timer_js__WEBPACK_IMPORTED_MODULE_0__ .I)(ms, finish);
	const untie = stop.onRequest(finish);
	await over;
	timer.stop();
	untie();
}


 }),

"src/run/schedule/signals.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var openSignals = (function openSignals() {
	const isOnTerminal = STANDARD_STREAMS.some(((stream) => (0,node_tty__WEBPACK_IMPORTED_MODULE_0__.isatty)(stream)));
	if (!isOnTerminal)
		process.on("SIGHUP", (() => undefined));
	return ((stop) => {
		let isTold = false;
		for (const signal of ["SIGINT", "SIGTERM"]) {
			process.on(signal, (() => {
				if (isTold)
					stop.hurry();
				isTold = true;
				stop.request({ kind: "signal", signal });
			}));
		}
		if (isOnTerminal)
			process.on("SIGHUP", (() => stop.request({ kind: "signal", signal: "SIGTERM" })));
	});
});
var stopOnceOpened = (function stopOnceOpened(stop, stopOnSignals) {
	return (({ kind }) => {
		if (kind === "opened")
			stopOnSignals(stop);
	});
});

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( stopOnceOpened),
   o: () => ( openSignals)
 });
 var node_tty__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:tty");

const STANDARD_STREAMS = [0, 1, 2];




 }),

"src/run/schedule/stop.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var createStop = (function createStop() {
	let cause;
	let hurried = false;
	const listeners = new Set();
	const hurrying = new Set();
	return {
		cause: (() => cause),
		request: ((given) => {
			if (cause !== undefined && STRENGTH[given.kind] <= STRENGTH[cause.kind])
				return;
			cause = given;
			for (const listener of [...listeners])
				listener(given);
		}),
		hurry: (() => {
			hurried = true;
			for (const listener of [...hurrying])
				listener();
		}),
		isHurried: (() => hurried),
		onRequest: ((listener) => {
			if (cause !== undefined)
				listener(cause);
			listeners.add(listener);
			return (() => void listeners.delete(listener));
		}),
		onHurry: ((listener) => {
			if (hurried)
				listener();
			else
				hurrying.add(listener);
			return (() => void hurrying.delete(listener));
		}),
	};
});

 __webpack_require__.d(__webpack_exports__, {
   n: () => ( createStop)
 });
const STRENGTH = { "max-failures": 0, fault: 0, "max-runtime": 1, crash: 2, signal: 3 };



 }),

"src/run/start-shard.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var begin = (async function begin(writer, paths, start) {
	try {
		await (0,clear .VP)(writer, paths.started);
		await beginClear(writer, paths, start);
	}
	catch (error) {
		throw (0,cannot_clear .zy)(writer.disk, [paths.checkpoint, paths.work], error) ?? error;
	}
});
var beginClear = (async function beginClear(writer, paths, start) {
	const { disk } = writer;
	const { checkpoint, started, work } = paths;
	const seen = (0,cannot_clear .aE)(disk, started);
	assertUntouched(writer, paths, { start, seen });
	const stays = start.keepWork && work === checkpoint;
	const asking = (0,ownership .nf)(writer, (() => assertUntouched(writer, paths, { start, seen })));
	await (stays ? (0,clear .VP)(asking, paths.marker) : (0,clear .SW)(asking, paths));
	if (!start.keepWork)
		await (0,clear .L4)(asking, paths);
	await (0,failure_report .uz)(asking, paths);
	if (start.revokes !== undefined)
		await (0,generations .W7)(asking, checkpoint, start.revokes);
	await (0,durable .wZ)(disk, (0,external_node_path_.dirname)(checkpoint));
	await writer.history?.note([checkpoint]);
	await writeStart(writer, paths, { start, seen });
	await removeOldMarkers(disk, paths, start);
	if (work !== checkpoint)
		await (0,durable .wZ)(disk, work);
	if (start.stagedWork !== undefined)
		await placeWork(disk, start.stagedWork, work);
});
var assertUntouched = (function assertUntouched({ disk, markers }, paths, { start, seen }) {
	const { decided, record } = start;
	if (decided === undefined)
		return;
	const now = (0,cannot_clear .aE)(disk, paths.started);
	assertAsDecided(now, decided, paths);
	if (now !== seen)
		throw new ownership .aY(`another run has changed ${paths.started} meanwhile: ${ownership .xw}`);
	const text = (0,cannot_clear .aE)(disk, paths.marker);
	if (isFinishedSince(markers, text, { record, decided }))
		throw new ownership .aY(finishedMeanwhile(paths));
});
var assertAsDecided = (function assertAsDecided(seen, { previous }, { started }) {
	const found = seen === undefined ? undefined : (0,start_record .JI)(seen);
	if (found === undefined)
		return;
	if (previous !== undefined && (0,start_record .zJ)(found, previous))
		return;
	const host = found.by.host === undefined ? "" : ` on ${found.by.host}`;
	throw new ownership .aY(`another run (pid ${found.owner.pid}${host}) has started it meanwhile, at ${found.startedAt} (${started}): ${ownership .xw}`);
});
var writeStart = (async function writeStart(writer, paths, { start, seen }) {
	const { decided, judge = (({ owner }) => (0,processes .eX)(owner)) } = start;
	const earlier = ownersBefore(decided?.previous);
	const record = earlier.length === 0 ? start.record : { ...start.record, earlier };
	const claimant = { seen, own: (0,start_record .d3)(record), earlier };
	const marker = await (0,claim_record .Cz)(writer.disk, paths, { claimant, judge });
	if (decided === undefined || !isFinishedSince(writer.markers, marker, { record, decided }))
		return;
	await writer.disk.unlink(paths.started);
	throw new ownership .aY(finishedMeanwhile(paths));
});
var ownersBefore = (function ownersBefore(previous) {
	if (previous === undefined || (0,start_record .PU)(previous))
		return [];
	const last = (0,claim_record .CO)(previous);
	const all = [...(last === undefined ? [] : [last]), ...(previous.earlier ?? [])];
	return all.slice(0, MOST_EARLIER);
});
var isFinishedSince = (function isFinishedSince(markers, text, { record, decided }) {
	const found = text === undefined ? undefined : markers.parse(text);
	if (found?.kind !== "full" || found.marker.shard !== record.shard)
		return false;
	return found.marker.finishedAt !== decided.markedAt;
});
var removeOldMarkers = (async function removeOldMarkers(disk, { checkpoint, marker, work }, { keepWork, falseMarkers, decided }) {
	for (const one of falseMarkers)
		await disk.unlink(one);
	const isAfterKill = keepWork && decided?.previous?.ended !== true;
	if (isAfterKill)
		await (0,durable .Tk)(disk, work);
	const changed = new Set(isAfterKill ? [] : falseMarkers.map(((one) => (0,external_node_path_.dirname)(one))));
	if (keepWork && work === checkpoint && (await disk.unlink(marker)))
		changed.add((0,external_node_path_.dirname)(marker));
	for (const folder of changed)
		await disk.syncDirectory(folder);
});
var startShard = (async function startShard(writing, verdict, previous) {
	const { task } = verdict;
	const shard = task.shard.id;
	const unfetched = task.unfetched();
	if (unfetched !== undefined)
		throw new Error(unfetched);
	writing.emit({ kind: "starting", shard });
	const { failure = previous?.failure, ...work } = await chooseWork(writing, verdict, previous);
	const startedAtMs = writing.now();
	const { runTag, owner, heartbeat, by, newToken } = writing.identity;
	const record = {
		shard,
		fingerprint: (0,fingerprint .PG)(task.fingerprint),
		startedAt: new Date(startedAtMs).toISOString(),
		attempt: (previous?.attempt ?? 0) + 1,
		resumed: work.keepWork || work.stagedWork !== undefined,
		runTag,
		token: newToken(),
		fence: await (0,fence .g)(writing.fenceNow, verdict, previous),
		owner,
		...(heartbeat !== undefined && { heartbeat: (0,external_node_path_.relative)((0,external_node_path_.dirname)(task.paths.started), heartbeat) }),
		by,
		...(failure !== undefined && { failure }),
	};
	const { untilKnown } = writing.identity;
	const revokes = verdict.reason === "forced" ? { revokes: "all" } : {};
	await begin(writing.writer, task.paths, {
		record,
		...work,
		...revokes,
		decided: { previous, markedAt: (0,facts .uL)(verdict.facts)?.finishedAt },
		...(untilKnown && { judge: ((rival) => untilKnown((0,claims.ownerOf)(rival, task.paths.started))) }),
	});
	sayThatItStartsOver(writing, task, { parts: work.partsAside, previous });
	writing.emit({ kind: "started", shard, attempt: record.attempt, resumed: record.resumed });
	return { task, record, parts: work.parts, startedAtMs, startedTick: performance.now() };
});
var chooseWork = (async function chooseWork(writing, { task, kind, reason, facts }, previous) {
	const { store, writer, definition } = writing;
	const { work } = task.paths;
	const isStuck = (0,start_record .gk)(previous);
	if (reason === "forced" || isStuck) {
		const stored = (0,tasks .L)(task);
		if (stored !== undefined)
			await store.dropWork(stored);
		return reason === "forced"
			? NO_WORK
			: { ...NO_WORK, partsAside: await countParts(writing, task) };
	}
	const { whole, falseMarkers } = await (0,checkpoint_parts .fp)(writer.disk, work, definition.status);
	if (whole.length > 0 && (0,checkpoint_parts .v9)(previous, task.fingerprint))
		return { keepWork: true, falseMarkers, parts: (0,checkpoint_parts .Or)(writer.disk, work, whole) };
	const mayBeStored = kind === "resume" || previous !== facts.startRecord;
	return (mayBeStored ? await fetchWork(writing, task) : undefined) ?? NO_WORK;
});
var sayThatItStartsOver = (function sayThatItStartsOver({ writer, emit }, { shard, paths }, { parts = 0, previous, }) {
	if (parts === 0)
		return;
	const { alike = 0, reason = "" } = previous?.failure ?? {};
	const verb = parts === 1 ? "is" : "are";
	const place = (0,leavings .kR)(writer.disk, paths.work);
	const text = `starts from scratch: it failed ${alike} times in a row in the same way, without a new part (${reason}). Its ${(0,text_text .LS)(parts, "part")} ${verb} set aside in ${place}, until it is done or starts from scratch again`;
	emit({ kind: "warning", shard: shard.id, text });
});


__webpack_require__.d(__webpack_exports__, {
  H: () => ( startShard)
});

var external_node_path_ = __webpack_require__("node:path");
var checkpoint_parts = __webpack_require__("src/checkpoint/parts.js");
var tasks = __webpack_require__("src/checkpoint/tasks.js");
var fingerprint = __webpack_require__("src/core/model/fingerprint.js");
var start_record = __webpack_require__("src/core/model/start-record.js");
var text_text = __webpack_require__("src/core/text/text.js");
var facts = __webpack_require__("src/core/decide/facts.js");
var claims = __webpack_require__("src/protocol/claims.js");
var durable = __webpack_require__("src/files/durable.js");
var processes = __webpack_require__("src/machine/processes.js");
var claim_record = __webpack_require__("src/protocol/claim-record.js");
var cannot_clear = __webpack_require__("src/protocol/aside/cannot-clear.js");
var generations = __webpack_require__("src/protocol/aside/generations.js");
var clear = __webpack_require__("src/protocol/clear.js");
var failure_report = __webpack_require__("src/protocol/failure-report.js");
var ownership = __webpack_require__("src/protocol/ownership.js");
;// CONCATENATED MODULE: src/protocol/begin.js













function finishedMeanwhile({ marker }) {
	return `another run has finished it meanwhile (${marker}): run again, and it is found done`;
}

const MOST_EARLIER = 50;




async function placeWork(disk, staged, work) {
	await (0,durable .L9)(disk, staged);
	await disk.removeFolder(work);
	await disk.rename(staged, work);
	await disk.syncDirectory((0,external_node_path_.dirname)(work));
}

var place = __webpack_require__("src/protocol/place.js");
var leavings = __webpack_require__("src/protocol/aside/leavings.js");
var fence = __webpack_require__("src/run/fence.js");
;// CONCATENATED MODULE: src/run/start-shard.js













const NO_WORK = { keepWork: false, falseMarkers: [], parts: new Set() };

async function countParts({ writer, definition }, { paths }) {
	const { whole } = await (0,checkpoint_parts .fp)(writer.disk, paths.work, definition.status);
	return whole.length;
}

async function fetchWork(writing, task) {
	const wanted = (0,tasks .L)(task);
	if (wanted === undefined)
		return undefined;
	const { writer, store, definition, emit } = writing;
	const staging = await (0,place .gO)(writer, task.paths.work);
	const fetched = await store.fetchWork(wanted, staging);
	if (fetched.kind === "unavailable") {
		const text = `starts from scratch, since its work was not fetched from ${store.label}: ${fetched.cause}`;
		emit({ kind: "warning", shard: task.shard.id, text });
	}
	if (fetched.kind === "hit") {
		const { whole } = await (0,checkpoint_parts .fp)(writer.disk, staging, definition.status);
		const parts = (0,checkpoint_parts .Or)(writer.disk, staging, whole);
		const { failure } = fetched;
		if (whole.length > 0)
			return { ...NO_WORK, parts, stagedWork: staging, ...(failure && { failure }) };
	}
	await (0,place .WT)(writer, staging);
	return undefined;
}


 }),

};
