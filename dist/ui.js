export const id = "ui";
export const ids = ["ui"];
export const modules = {

"src/ui/render/cells.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   n: () => ( cutToCells)
 });
function cutToCells(text, most) {
	let cells = 0;
	let kept = "";
	for (const character of text) {
		cells += isNarrow(character) ? 1 : 2;
		if (cells > most)
			return kept;
		kept += character;
	}
	return kept;
}
function isNarrow(character) {
	return character >= " " && character <= "~";
}


 }),

"src/ui/render/event-json.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var eventJson = (function eventJson(event) {
	if (event.kind === "planned") {
		const { kind, atMs, verdicts, handsOver } = event;
		const reasons = Object.fromEntries((0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .V)(verdicts));
		return { kind, atMs, ...(0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .q)(verdicts), reasons, handsOver };
	}
	if (event.kind === "ended") {
		const { shards: _, ...counts } = event.answer;
		return { kind: event.kind, atMs: event.atMs, exitCode: event.exitCode, ...counts };
	}
	return { ...event };
});

 __webpack_require__.d(__webpack_exports__, {
   T: () => ( eventJson)
 });
 var _core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/counts.js");




 }),

"src/ui/render/failure-summary.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var failureSections = (function failureSections(failed, again) {
	const groups = (0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_0__ .BR)(failed);
	const rest = groups.slice(MOST_GROUPS).flatMap(((group) => group.shards));
	return [
		...groups.slice(0, MOST_GROUPS).flatMap(sectionOf),
		...(rest.length > 0
			? [`\u274c ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(rest.length, "more shard")} failed in other ways: ${namesOf(rest)}`, ""]
			: []),
		...commands(failed, again),
	];
});
var commands = (function commands(failed, again) {
	const open = failed.filter((({ stays }) => stays !== true)).slice(0, MOST_COMMANDS);
	if (open.length === 0)
		return [];
	return [
		"To try a failed shard again on a machine of your own:",
		"",
		"```sh",
		...open.map((({ id }) => again(id))),
		"```",
		"",
	];
});

 __webpack_require__.d(__webpack_exports__, {
   z: () => ( failureSections)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/text.js");
 var _failure_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/ui/render/failure-lines.js");
 var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/markdown.js");



const MOST_GROUPS = 20;
const MOST_IDS = 30;
const MOST_COMMANDS = 100;

function sectionOf({ why, shards }) {
	const [first] = shards;
	const isOne = shards.length === 1;
	const title = isOne
		? `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .aY)(first.id)} failed`
		: `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(shards.length, "shard")} failed alike`;
	return [
		`#### \u274c ${title}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .ih)(why)}`,
		"",
		...(isOne ? [] : [namesOf(shards), ""]),
		...(first.logTail === undefined ? [] : [(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .EC)(first.logTail), ""]),
		...(first.logPath === undefined ? [] : [logOf(first.id, first.logPath, isOne), ""]),
	];
}
function logOf(id, path, isOne) {
	return `${isOne ? "Its log" : `The log of ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .aY)(id)}`}: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .aY)(path)}`;
}
function namesOf(shards) {
	return (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .Kf)(shards.map(({ id }) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__ .aY)(id)), MOST_IDS);
}



 }),

"src/ui/render/live-block.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   JY: () => ( heartbeatLine),
   M0: () => ( bar),
   Om: () => ( liveBlock)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/duration.js");
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/log-line.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/text.js");
 var _cells_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/render/cells.js");
 var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/ui/render/progress.js");





const BAR_CELLS = 20;
const MOST_IDS = 3;
function liveBlock(view, { room, paint, nowMs }) {
	const { columns, rows } = room;
	const progress = view.progress();
	const settled = progress.done + progress.failed;
	const all = `${bar(settled / Math.max(1, progress.total))} ${(0,_progress_js__WEBPACK_IMPORTED_MODULE_1__ .E)(progress)}`;
	const running = view.running().toSorted(bySlot);
	const most = Math.max(1, Math.floor(rows / 2) - 3);
	const shown = running.slice(0, most);
	const more = running.length - shown.length;
	const saving = view.saving();
	const lines = [
		all,
		...shown.map((shard) => slotLine(shard, nowMs)),
		...(more > 0 ? [`\u2026 and ${more} more running`] : []),
		...(saving.length > 0 ? [`saving ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .Kf)(saving, MOST_IDS)}`] : []),
	];
	return lines.map((line) => paint("dim", (0,_cells_js__WEBPACK_IMPORTED_MODULE_3__ .n)((0,_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ .Kw)(line), columns - 1)));
}
function bySlot({ slot: a }, { slot: b }) {
	return a.length - b.length || (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n6)(a, b);
}
function slotLine({ id, slot, gpu, sinceMs, attempt, usualMs }, nowMs) {
	const tookMs = Math.max(0, nowMs - sinceMs);
	const place = gpu === undefined ? slot : `gpu ${gpu}`;
	const part = usualMs === undefined ? undefined : Math.min(0.99, tookMs / Math.max(1, usualMs));
	const usual = usualMs === undefined ? "" : ` of about ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(usualMs)}`;
	const facts = [
		`${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(Math.floor(tookMs / 1000) * 1000)}${usual}`,
		...(attempt > 1 ? [`try ${attempt}`] : []),
	];
	return `${bar(part ?? 0)} ${place}  ${id}  ${facts.join(", ")}`;
}
function bar(part) {
	const full = Math.floor(Math.min(1, Math.max(0, part)) * BAR_CELLS);
	return `[${"#".repeat(full)}${"-".repeat(BAR_CELLS - full)}]`;
}
function heartbeatLine(view, nowMs) {
	const running = view.running().map(({ id, slot, gpu, sinceMs }) => {
		const place = gpu === undefined ? slot : `gpu ${gpu}`;
		return `${id} on ${place} for ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(Math.floor((nowMs - sinceMs) / 1000) * 1000)}`;
	});
	const saving = view.saving();
	const facts = [
		...(running.length > 0 ? [`running ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .Kf)(running, MOST_IDS)}`] : []),
		...(saving.length > 0 ? [`saving ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .Kf)(saving, MOST_IDS)}`] : []),
		(0,_progress_js__WEBPACK_IMPORTED_MODULE_1__ .E)(view.progress()),
	];
	return facts.join(" \u00b7 ");
}


 }),

"src/ui/render/markdown.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var table = (function table(head, rows) {
	return [lineOf(head), lineOf(head.map((() => "---"))), ...rows.map(lineOf)].join("\n");
});
var countsTable = (function countsTable(counts) {
	return table(counts.map((([name]) => name)), [counts.map((([, amount]) => String(amount)))]);
});
var foldedTable = (function foldedTable(title, head, rows) {
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
		...(hidden > 0 ? ["", `\u2026 and ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .LS)(hidden, "more shard")}.`] : []),
		"",
		"</details>",
	];
});
var lineOf = (function lineOf(cells) {
	return `| ${cells.join(" | ")} |`;
});
var escape = (function escape(text) {
	return text
		.replaceAll(/\s+/g, " ")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll(">", "&gt;")
		.replaceAll(/[\\`*_{}[\]()#+!|~@:$-]/g, ((sign) => `&#${sign.codePointAt(0)};`));
});
var code = (function code(text) {
	return `<code>${escape(text)}</code>`;
});

 __webpack_require__.d(__webpack_exports__, {
   EC: () => ( preformatted),
   Po: () => ( countsTable),
   aY: () => ( code),
   ih: () => ( escape),
   tp: () => ( table),
   vd: () => ( foldedTable)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/text.js");

const MOST_ROWS = 500;
const MOST_CHARACTERS = 200_000;






function preformatted(text) {
	const lines = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	return `<pre>\n${lines}\n</pre>`;
}


 }),

"src/ui/render/paint.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   t: () => ( PLAIN)
 });
const PLAIN = (_, text) => text;


 }),

"src/ui/render/plan-summary.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  renderCollect: () => ( renderCollect),
  E: () => ( renderPlan)
});

var counts = __webpack_require__("src/core/decide/counts.js");
var duration = __webpack_require__("src/core/text/duration.js");
var markdown = __webpack_require__("src/ui/render/markdown.js");
var text_text = __webpack_require__("src/core/text/text.js");
var failure_summary = __webpack_require__("src/ui/render/failure-summary.js");
;// CONCATENATED MODULE: src/ui/render/jobs-summary.js




function jobsFailures({ shards }, { missing, again }) {
	const open = shards
		.filter(({ id }) => missing.has(id))
		.toSorted((a, b) => (0,text_text .n6)(a.id, b.id));
	const failed = open.filter(({ end }) => end === "failed").map(asFailed);
	const unsaved = open.filter((shard) => shard.unsaved !== undefined);
	return [
		...(0,failure_summary .z)(failed, again),
		...(0,markdown .vd)(`${(0,text_text .LS)(unsaved.length, "shard")} finished and not saved`, ["shard", "why"], unsaved.map(({ id, unsaved: why = "" }) => [(0,markdown .aY)(id), (0,markdown .ih)(why)])),
	];
}
function asFailed(shard) {
	const { id, reason, why, logTail, logPath, seconds, attempts, stays } = shard;
	return {
		...{ id, reason, seconds, attempts },
		...(why !== undefined && { why }),
		...(logTail !== undefined && { logTail }),
		...(logPath !== undefined && { logPath }),
		...(stays && { stays }),
	};
}
function jobsTotals({ jobs, sums }) {
	const facts = [
		(0,text_text .LS)(jobs.length, "job"),
		`${(0,duration .a3)(sums.computedSeconds * 1000)} computed`,
		`${(0,duration .a3)(sums.skippedSeconds * 1000)} not computed again`,
		`${(0,duration .a3)(sums.lostSeconds * 1000)} lost`,
		`${(0,duration .z3)(sums.savedBytes)} saved`,
	];
	return [
		facts.join(" \u00b7 "),
		...(0,markdown .vd)((0,text_text .LS)(jobs.length, "job"), ["job", "machine", "shards", "took", "end"], jobs.map(rowOf)),
	];
}
function rowOf({ name, host, total, beganMs, lastMs, exitCode, stopped, }) {
	const end = exitCode === undefined ? "its log ends before it" : `exit code ${exitCode}`;
	return [
		(0,markdown .aY)(name),
		(0,markdown .ih)(host ?? ""),
		String(total),
		(0,duration .a3)(Math.max(0, lastMs - beganMs)),
		(0,markdown .ih)(stopped === undefined ? end : `${end}, stopped (${stopped})`),
	];
}

var run_summary = __webpack_require__("src/ui/render/run-summary.js");
var state_words = __webpack_require__("src/ui/render/state-words.js");
;// CONCATENATED MODULE: src/ui/render/plan-summary.js







function renderPlan(verdicts, { jobs, packing, ...facts }) {
	const { total, done, states, pending, resumable, blocked } = (0,counts .q)(verdicts);
	const sign = blocked > 0 ? "\u274c" : pending > 0 ? "\u25b6\ufe0f" : "\u2705";
	const work = pending > 0 ? `, ${pending} to run in ${(0,text_text .LS)(jobs, "job")}` : "";
	const open = verdicts.filter(({ kind }) => kind !== "skip");
	const rows = blockedFirst(open).map(({ kind, reason, detail, task }) => [
		(0,markdown .aY)(task.shard.id),
		kind,
		(0,markdown .ih)(detail === "" ? reason : `${reason}: ${detail}`),
	]);
	return [
		`### ${sign} ${done} of ${(0,text_text .LS)(total, "shard")} complete${work}`,
		"",
		(0,markdown .Po)([
			["complete", done],
			...(0,state_words ._d)(states),
			["to run", pending],
			["of these resumed", resumable],
			["blocked", blocked],
			["jobs", jobs],
		]),
		"",
		factLine(facts),
		...(packing === undefined ? [] : ["", `${(0,markdown .ih)(packing)}.`]),
		"",
		(0,run_summary .$)(verdicts),
		...(0,markdown .vd)(`${(0,text_text .LS)(open.length, "shard")} not done`, ["shard", "decision", "why"], rows),
		"",
	].join("\n");
}
function renderCollect(answer, { next, jobs, again, ...facts }) {
	const { total, done, brought, missingCount, shards } = answer;
	const missing = shards.filter(({ outcome }) => outcome === "missing");
	const rows = missing.map(({ id, reason, why }) => [
		(0,markdown .aY)(id),
		(0,markdown .ih)(why === undefined || why === "" ? reason : `${reason}: ${why}`),
	]);
	return [
		`### ${missingCount > 0 ? "\u274c" : "\u2705"} ${done} of ${(0,text_text .LS)(total, "shard")} complete`,
		"",
		(0,markdown .tp)(["complete", "brought", "were here", "left in the store", "missing"], [
			[done, brought, amount(answer, "here"), amount(answer, "in-store"), missingCount].map(String),
		]),
		"",
		factLine(facts),
		"",
		...(jobs === undefined
			? []
			: [
				...jobsFailures(jobs, { missing: new Set(missing.map(({ id }) => id)), again }),
				...jobsTotals(jobs),
			]),
		...(0,markdown .vd)(`${(0,text_text .LS)(missing.length, "shard")} missing`, ["shard", "why"], rows),
		...(next === undefined ? [] : ["", next]),
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
	return `Store ${(0,markdown .aY)(store)} \u00b7 took ${(0,duration .a3)(elapsedMs)}`;
}


 }),

"src/ui/render/run-lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var planOverview = (function planOverview(verdicts, paint) {
	const open = verdicts.filter((({ kind }) => kind !== "skip"));
	const lines = open.length > MOST_LINES
		? groupsOf(open).map(((group) => groupLine(group, paint)))
		: open.map(((verdict) => (0,render_lines .MT)(verdict, widthOf(open), paint)));
	return [...lines, ...(lines.length > 0 ? [""] : []), ...(0,render_lines .lt)(verdicts, paint)];
});
var widthOf = (function widthOf(verdicts) {
	return Math.min(48, Math.max(0, ...verdicts.map((({ task }) => task.shard.id.length))));
});
var createQuiet = (function createQuiet(beganMs) {
	let sinceMs = beganMs;
	let afterMs = FIRST_MS;
	return {
		wrote: ((nowMs) => {
			sinceMs = nowMs;
			afterMs = FIRST_MS;
		}),
		isDue: ((nowMs) => {
			if (nowMs - sinceMs < afterMs)
				return false;
			sinceMs = nowMs;
			afterMs = Math.min(MOST_MS, afterMs * 2);
			return true;
		}),
	};
});
var runLines = (function runLines(given, rules) {
	const { now, amount, hasBlock } = rules;
	const quiet = createQuiet(now());
	const reporter = (0,text_reporter .X)(given, ((write) => {
		quiet.wrote(now());
		write();
	}));
	const write = eventWriter(reporter, rules);
	const isTelling = amount !== "quiet" && !hasBlock;
	const progress = isTelling ? progressLines(reporter, rules) : (() => undefined);
	const signs = isTelling ? signsOfLife(given, quiet, rules) : (() => undefined);
	return ((event) => {
		if (event.kind !== "output")
			given.debug((0,log_line .EL)((0,event_json .T)(event)));
		write(event);
		progress(event);
		signs(event);
	});
});
var eventWriter = (function eventWriter(reporter, { paint, amount, hasBlock }) {
	const writeResult = resultWriter(reporter, paint, { amount, hasBlock });
	let stopGraceMs = 0;
	return ((event) => {
		switch (event.kind) {
			case "planned":
				({ stopGraceMs } = event.definition);
				if (amount === "quiet")
					break;
				for (const line of planOverview(event.verdicts, paint))
					reporter.info(line);
				break;
			case "stale":
				reporter.warn(staleLine(event));
				break;
			case "output":
				if (amount === "all")
					reporter.output(event.line);
				break;
			case "result":
				writeResult(event.result);
				break;
			case "stopping":
				reporter.info((0,stop_line .H)(event.cause, stopGraceMs));
				break;
			case "retrying":
				reporter.warn(retryLine(event));
				break;
			case "held-back":
				reporter.warn(`[${event.shard}] failed on ${event.slot} (${event.why})`);
				break;
			case "slot-retired":
				reporter.warn((0,retired_lines .C)(event));
				break;
			case "unsaved":
				sayUnsaved(event, reporter);
				break;
			default:
				writeRemark(event, reporter);
		}
	});
});
var resultWriter = (function resultWriter(reporter, paint, { amount, hasBlock }) {
	const told = new Map();
	const isNews = (({ outcome, why }) => {
		if (outcome === "done")
			return amount !== "quiet" && (!hasBlock || amount === "all");
		return outcome === "failed" || why !== undefined;
	});
	return ((result) => {
		if (!isNews(result))
			return;
		const { id, outcome, why = "" } = result;
		const cause = `${outcome} ${(0,failure_lines .Gh)(why, id)}`;
		const before = outcome === "done" ? 0 : (told.get(cause) ?? 0);
		told.set(cause, before + 1);
		if (before > MOST_ALIKE)
			return;
		if (before === MOST_ALIKE) {
			reporter.info(`${outcome}  more shards for the same cause; the end of the run counts them`);
			return;
		}
		const isTailShown = amount !== "all" && before === 0;
		const tail = isTailShown ? (result.logTail?.split("\n") ?? []) : [];
		const more = [
			...tail.map(((line) => `| ${line}`)),
			...(outcome === "failed" && result.logPath !== undefined
				? [`its log: ${result.logPath}`]
				: []),
		];
		reporter.info((0,render_lines .ow)(result, paint));
		for (const line of more)
			reporter.info(paint("dim", `        ${line}`));
	});
});
var writeRemark = (function writeRemark(event, reporter) {
	switch (event.kind) {
		case "waiting":
			reporter.info(labelled({ ...event, text: waitingText(event) }));
			break;
		case "owner-unknown":
			reporter.info(labelled({ ...event, text: unknownText(event) }));
			break;
		case "fault":
			reporter.error(event.text);
			break;
		case "warning":
			reporter.warn(labelled(event));
			break;
		case "note":
			reporter.info(labelled(event));
			break;
		default:
	}
});
var progressLines = (function progressLines(reporter, { paint, view, now }) {
	let shownAtMs = 0;
	return ((event) => {
		if (event.kind !== "result" || event.result.attempts === 0)
			return;
		if (now() - shownAtMs < PROGRESS_EVERY_MS)
			return;
		shownAtMs = now();
		reporter.info(paint("dim", (0,progress .E)(view.progress())));
	});
});
var signsOfLife = (function signsOfLife(reporter, quiet, { paint, view, now }) {
	let timer;
	const look = (() => {
		const nowMs = now();
		const isAtWork = view.running().length + view.saving().length > 0;
		if (!isAtWork || !quiet.isDue(nowMs))
			return;
		reporter.info(paint("dim", (0,live_block .JY)(view, nowMs)));
	});
	return (({ kind }) => {
		if (kind === "executing")
			timer ??= setInterval(look, LOOK_EVERY_MS).unref();
		if (kind === "ended")
			clearInterval(timer);
	});
});


__webpack_require__.d(__webpack_exports__, {
  r: () => ( runLines)
});

var duration = __webpack_require__("src/core/text/duration.js");
var log_line = __webpack_require__("src/core/text/log-line.js");
var text_reporter = __webpack_require__("src/core/text/reporter.js");
var event_json = __webpack_require__("src/ui/render/event-json.js");
var render_lines = __webpack_require__("src/ui/render/lines.js");
var failure_lines = __webpack_require__("src/ui/render/failure-lines.js");
var live_block = __webpack_require__("src/ui/render/live-block.js");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/ui/render/plan-overview.js


const MOST_LINES = 10;
const MOST_IDS = 3;


function groupsOf(verdicts) {
	const groups = new Map();
	for (const verdict of verdicts) {
		const key = `${verdict.kind} ${verdict.reason}`;
		const group = groups.get(key);
		if (group === undefined)
			groups.set(key, [verdict]);
		else
			group.push(verdict);
	}
	return [...groups.values()];
}
function groupLine(group, paint) {
	const [first] = group;
	if (group.length === 1)
		return (0,render_lines .MT)(first, first.task.shard.id.length, paint);
	const ids = group.map(({ task }) => task.shard.id);
	const details = [...new Set(group.map(({ detail }) => detail))].filter((text) => text !== "");
	const detail = details.length === 1 ? `: ${details[0]}` : "";
	const names = paint("dim", `(${(0,text_text .Kf)(ids, MOST_IDS)})`);
	return `${(0,render_lines .E0)(first, paint)} ${(0,text_text .LS)(ids.length, "shard")}  ${first.reason}${detail}  ${names}`;
}

var progress = __webpack_require__("src/ui/render/progress.js");
;// CONCATENATED MODULE: src/ui/render/quiet.js
const FIRST_MS = 30_000;
const MOST_MS = 600_000;


var retired_lines = __webpack_require__("src/ui/render/retired-lines.js");
;// CONCATENATED MODULE: src/ui/render/stale-line.js


const MOST_CHANGES = 3;
function staleLine({ keep, ...stale }) {
	const { results, seconds, changes } = stale;
	const shown = changes.slice(0, MOST_CHANGES);
	const rest = changes.length - shown.length;
	const clauses = shown.map(([change, amount]) => changes.length === 1 ? change : `${change} (${amount})`);
	const causes = [...clauses, ...(rest > 0 ? [`${rest} more changes`] : [])].join("; ");
	const took = seconds > 0 ? ` (${(0,progress .x)(seconds)})` : "";
	const verb = results === 1 ? "becomes" : "become";
	return `${(0,text_text .LS)(results, "finished result")}${took} ${verb} stale: ${causes}. To keep what is done, stop this run and: ${keep}`;
}

var stop_line = __webpack_require__("src/ui/render/stop-line.js");
var unsaved_lines = __webpack_require__("src/ui/render/unsaved-lines.js");
;// CONCATENATED MODULE: src/ui/render/run-lines.js














const PROGRESS_EVERY_MS = 1000;
const LOOK_EVERY_MS = 5000;


const MOST_ALIKE = 10;


function sayUnsaved({ unsaved, store, isFault }, reporter) {
	const say = isFault ? reporter.error : reporter.warn;
	for (const line of (0,unsaved_lines ._s)(unsaved, store))
		say(line);
	if (isFault)
		reporter.info(unsaved_lines .yW);
}
function retryLine({ shard, why, afterMs, }) {
	const when = afterMs === undefined ? "" : ` after ${(0,duration .a3)(afterMs)}`;
	return `[${shard}] failed (${why}); it is tried again${when}`;
}
function waitingText({ processes, limitMs, }) {
	const who = processes.map(({ pid, name }) => `${name} (pid ${pid})`).join(", ");
	return `its command has ended; Donemark waits for what it left running, ${(0,duration .a3)(Math.round(limitMs))} at most: ${who}`;
}
function unknownText({ who, knownInMs, }) {
	return `another run (${who}) has started it, and whether that one lives is not known here. It is known in ${(0,duration .a3)(knownInMs)} at most; then what it has started is taken over, or left alone if it lives. Donemark waits for that; stopping this run loses nothing`;
}
function labelled({ shard, text }) {
	return shard === undefined ? text : `[${shard}] ${text}`;
}




 }),

"src/ui/render/run-summary.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var renderSummary = (function renderSummary(answer, verdicts, options) {
	return [
		`### ${headline(answer)}`,
		"",
		countTable(answer),
		"",
		facts(answer, options),
		"",
		...(0,_failure_summary_js__WEBPACK_IMPORTED_MODULE_3__ .z)(answer.shards.filter((({ outcome }) => outcome === "failed")), options.again),
		...options.retired.flatMap(((one) => [`\u26a0\ufe0f ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .ih)((0,_retired_lines_js__WEBPACK_IMPORTED_MODULE_5__ .C)(one))}`, ""])),
		...unsavedTable(answer, options),
		reasonTable(verdicts),
		...ranTable(answer, verdicts),
		"",
	].join("\n");
});
var headline = (function headline(answer) {
	const { total, skipped, ran, allDone, failed, blocked, unsaved } = answer;
	const sign = allDone ? "\u2705" : failed + blocked + unsaved > 0 ? "\u274c" : "\u23f8\ufe0f";
	const rest = [
		...(blocked > 0 ? [`, ${blocked} blocked`] : []),
		...(unsaved > 0 ? [`, ${unsaved} not saved`] : []),
	].join("");
	return `${sign} ${skipped + ran} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .LS)(total, "shard")} complete${rest}`;
});
var countTable = (function countTable(answer) {
	const { skipped, ran, resumed, failed, blocked, remaining } = answer;
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .Po)([
		["complete", skipped + ran],
		["skipped", skipped],
		["ran", ran],
		["resumed", resumed],
		["failed", failed],
		...(0,_state_words_js__WEBPACK_IMPORTED_MODULE_7__ .ne)(answer),
		["blocked", blocked],
		["remaining", remaining],
	]);
});
var facts = (function facts(answer, { store, elapsedMs }) {
	const items = [
		`Store ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(store)}`,
		`took ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(elapsedMs)}`,
		answer.saved > 0 ? `${answer.saved} saved` : undefined,
		answer.secondsSaved > 0 ? `${(0,_progress_js__WEBPACK_IMPORTED_MODULE_2__ .x)(answer.secondsSaved)} not run again` : undefined,
	];
	return items.filter(((item) => item !== undefined)).join(" \u00b7 ");
});
var reasonTable = (function reasonTable(verdicts) {
	const rows = (0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .V)(verdicts).map((([reason, amount]) => [
		kindOf(verdicts, reason),
		reason,
		String(amount),
	]));
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .tp)(["decision", "reason", "shards"], rows);
});
var kindOf = (function kindOf(verdicts, reason) {
	const kinds = new Set(verdicts.filter(((verdict) => verdict.reason === reason)).map((({ kind }) => kind)));
	return [...kinds].join(", ");
});
var ranTable = (function ranTable(answer, verdicts) {
	const details = new Map(verdicts.map((({ task, detail }) => [task.shard.id, detail])));
	const ran = answer.shards.filter((({ outcome }) => outcome !== "skipped"));
	const rows = ran.map(((shard) => {
		const why = [shard.reason, shard.why ?? details.get(shard.id) ?? ""].filter(((text) => text !== ""));
		return [
			(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(shard.id),
			shard.outcome,
			(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .ih)(why.join(": ")),
			(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(shard.seconds * 1000),
			String(shard.attempts),
		];
	}));
	const title = `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .LS)(ran.length, "shard")} not skipped`;
	return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .vd)(title, ["shard", "outcome", "why", "time", "starts"], rows);
});
var unsavedTable = (function unsavedTable({ shards, unsaved }, { store }) {
	const rows = shards.flatMap(((shard) => shard.unsaved === undefined ? [] : [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(shard.id), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .ih)(shard.unsaved)]]));
	if (rows.length === 0)
		return [];
	const title = `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ .LS)(unsaved, "finished shard")} not saved to ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(store)}`;
	return [...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .vd)(title, ["shard", "why"], rows), "", _unsaved_lines_js__WEBPACK_IMPORTED_MODULE_8__ .yW, ""];
});

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( reasonTable),
   B: () => ( renderSummary)
 });
 var _core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/counts.js");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/duration.js");
 var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/render/markdown.js");
 var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/progress.js");
 var _failure_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/render/failure-summary.js");
 var _retired_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/ui/render/retired-lines.js");
 var _unsaved_lines_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/ui/render/unsaved-lines.js");
 var _state_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/ui/render/state-words.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/text/text.js");



















 }),

"src/ui/render/run-view.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var createRunView = (function createRunView(now) {
	return new Follower(now);
});

 __webpack_require__.d(__webpack_exports__, {
   D: () => ( createRunView)
 });

class Follower {
	#now;
	#tally = { total: 0, skipped: 0, ran: 0, failed: 0, savedBytes: 0, secondsSaved: 0 };
	#known = new Map();
	#attempts = new Map();
	#open = new Map();
	#saving = new Set();
	#ranSeconds = 0;
	#beganAtMs;
	constructor(now) {
		this.#now = now;
	}
	take = (event) => {
		this.#beganAtMs ??= event.atMs;
		switch (event.kind) {
			case "planned":
				this.#tally.total = event.verdicts.length;
				for (const { task, seconds } of event.verdicts)
					if (seconds !== undefined)
						this.#known.set(task.shard.id, seconds);
				break;
			case "executing":
				this.#execute(event.shard, { slot: event.slot, gpu: event.gpu, sinceMs: event.atMs });
				break;
			case "executed":
				this.#open.delete(event.shard);
				break;
			case "saving":
				this.#saving.add(event.shard);
				break;
			case "saved":
				this.#saving.delete(event.shard);
				if (event.outcome === "saved")
					this.#tally.savedBytes += event.sizeBytes;
				break;
			case "result":
				this.#count(event.result);
				break;
			default:
		}
	};
	progress = () => {
		const { skipped, ...rest } = this.#tally;
		const elapsedMs = this.#now() - (this.#beganAtMs ?? this.#now());
		return { ...rest, done: skipped + rest.ran, elapsedMs };
	};
	running = () => [...this.#open.values()].map((open) => {
		const usualMs = this.#usualMs(open.id);
		const attempt = this.#attempts.get(open.id) ?? 1;
		return { ...open, attempt, ...(usualMs !== undefined && { usualMs }) };
	});
	saving = () => [...this.#saving];
	#execute(id, open) {
		this.#attempts.set(id, (this.#attempts.get(id) ?? 0) + 1);
		this.#open.set(id, { id, ...open });
	}
	#count({ id, outcome, seconds }) {
		this.#open.delete(id);
		this.#attempts.delete(id);
		if (outcome === "failed")
			this.#tally.failed += 1;
		if (outcome === "done") {
			this.#tally.ran += 1;
			this.#ranSeconds += seconds;
		}
		if (outcome !== "skipped")
			return;
		this.#tally.skipped += 1;
		this.#tally.secondsSaved += this.#known.get(id) ?? 0;
	}
	#usualMs(id) {
		const known = this.#known.get(id);
		if (known !== undefined && known > 0)
			return known * 1000;
		const { ran } = this.#tally;
		return ran === 0 ? undefined : (this.#ranSeconds / ran) * 1000;
	}
}


 }),

"src/ui/render/stop-line.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var stopLine = (function stopLine(cause, { maxFailures }) {
	if (cause?.kind === "fault")
		return cause.why;
	if (cause?.kind === "max-runtime")
		return "stopped in good order, since max-runtime is over: run again, and only what remains runs";
	if (cause?.kind !== "max-failures")
		return undefined;
	const failed = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(cause.failures, "shard");
	return maxFailures === undefined
		? `stopped, since ${failed} failed and none succeeded: mend what the first one says, then run again`
		: `stopped, since ${failed} failed (max-failures: ${maxFailures}): mend what they say, then run again`;
});

 __webpack_require__.d(__webpack_exports__, {
   H: () => ( stoppingLine),
   R: () => ( stopLine)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/duration.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/text.js");



function stoppingLine(cause, stopGraceMs) {
	const grace = `Running commands have ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(stopGraceMs)} to end; what is done stays done`;
	switch (cause.kind) {
		case "signal":
			return `stopping, since ${cause.signal} came. ${grace}. A second signal ends them at once.`;
		case "max-runtime":
			return `stopping, since max-runtime is over. ${grace}.`;
		case "crash":
			return `stopping after an error of Donemark itself. ${grace}.`;
		case "max-failures":
			return `no further shard starts, since ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(cause.failures, "shard")} failed; those that run go on to their ends`;
		case "fault":
			return "no further shard starts; those that run go on to their ends";
	}
}


 }),

"src/ui/render/unsaved-lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var unbroughtLines = (function unbroughtLines(unbrought, store) {
	return linesOf(unbrought, {
		one: `is done, but was not brought from ${store}`,
		several: `are done, but were not brought from ${store}`,
	});
});
var linesOf = (function linesOf(unsaved, wording) {
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
	const lines = shown.map((([why, ids]) => `${saying(ids, wording)}: ${why}`));
	if (!isOver)
		return lines;
	const rest = causes.slice(shown.length);
	const ids = rest.flatMap((([, ofCause]) => ofCause));
	return [
		...lines,
		`${saying(ids, wording)}, for ${rest.length} other causes; the first: ${rest[0]?.[0] ?? ""}`,
	];
});

 __webpack_require__.d(__webpack_exports__, {
   Nj: () => ( unsavedWorkLines),
   _s: () => ( unsavedLines),
   os: () => ( unbroughtLines),
   uR: () => ( missingLines),
   yW: () => ( SAVE_NEXT)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/text.js");

const MOST_IDS = 3;
const MOST_MISSING = 20;
const MOST_CAUSES = 5;
const SAVE_NEXT = "To save them, run this job again: what still lies on its disk is saved and not computed again.";
function unsavedLines(unsaved, store) {
	return linesOf(unsaved, {
		one: `is done, but was not saved to ${store}`,
		several: `are done, but were not saved to ${store}`,
	});
}
function unsavedWorkLines(unsaved, store) {
	return linesOf(unsaved, {
		one: `is unfinished, and its work was not saved to ${store}`,
		several: `are unfinished, and their work was not saved to ${store}`,
	});
}

function missingLines(missing) {
	return linesOf(missing, { one: "is missing", several: "are missing", mostIds: MOST_MISSING });
}

function saying(ids, { one, several, mostIds = MOST_IDS }) {
	const names = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .Kf)(ids.map((id) => `[${id}]`), mostIds);
	return ids.length === 1
		? `${names} ${one}`
		: `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .LS)(ids.length, "shard")} (${names}) ${several}`;
}


 }),

"src/ui/report/logged-event.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   Pl: () => ( asLoggedEvent),
   _T: () => ( parseEventLine),
   b6: () => ( textOf),
   rl: () => ( numberOf),
   zv: () => ( recordOf)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/text.js");

function parseEventLine(line) {
	try {
		return asLoggedEvent(JSON.parse(line));
	}
	catch {
		return undefined;
	}
}
function asLoggedEvent(value) {
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .u4)(value))
		return undefined;
	const { kind, atMs } = value;
	if (typeof kind !== "string" || typeof atMs !== "number")
		return undefined;
	return { ...value, kind, atMs };
}
function textOf(record, name) {
	const value = record[name];
	return typeof value === "string" ? value : undefined;
}
function numberOf(record, name) {
	const value = record[name];
	return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
function recordOf(record, name) {
	const value = record[name];
	return (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .u4)(value) ? value : {};
}


 }),

"src/ui/report/model.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   q: () => ( SHARD_ENDS)
 });
const SHARD_ENDS = [
	"failed",
	"blocked",
	"stopped",
	"unfinished",
	"done",
	"skipped",
];


 }),

"src/ui/report/report.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var createReport = (function createReport() {
	const followers = [];
	return {
		addJob: ((name) => {
			const follower = new JobFollower(followers.length, name);
			followers.push(follower);
			return follower.take;
		}),
		report: (() => reportOf(followers)),
	};
});


__webpack_require__.d(__webpack_exports__, {
  L: () => ( createReport)
});

var reasons = __webpack_require__("src/core/decide/reasons.js");
var text_text = __webpack_require__("src/core/text/text.js");
var logged_event = __webpack_require__("src/ui/report/logged-event.js");
;// CONCATENATED MODULE: src/ui/report/follow-shards.js

class ShardsFollower {
	#job;
	#attempts = [];
	#newest = new Map();
	#results = new Map();
	constructor(job) {
		this.#job = job;
	}
	take(event) {
		const shard = (0,logged_event .b6)(event, "shard");
		if (shard === undefined)
			return;
		switch (event.kind) {
			case "executing":
				this.#begin(shard, event);
				break;
			case "executed":
				this.#end(shard, event);
				break;
			case "retrying":
			case "held-back":
				this.#decide(shard, "failed", event);
				break;
			default:
		}
	}
	takeResult(result) {
		const id = (0,logged_event .b6)(result, "id");
		const end = endOf(result);
		if (id === undefined || end === undefined)
			return;
		const outcome = end === "skipped" || end === "blocked" ? "stopped" : end;
		this.#decide(id, outcome, result);
		this.#results.set(id, this.#shardOf(id, end, result));
	}
	takeUnsaved(unsaved) {
		for (const [id, why] of unsaved) {
			const result = this.#results.get(id);
			if (result !== undefined)
				this.#results.set(id, { ...result, unsaved: why });
		}
	}
	attempts(lastMs) {
		return this.#attempts.map((open) => ({
			...open,
			seconds: open.seconds ?? Math.max(0, (open.endMs ?? lastMs) - open.startMs) / 1000,
		}));
	}
	shards() {
		const open = [...this.#newest.values()].filter(({ shard }) => !this.#results.has(shard));
		return [
			...this.#results.values(),
			...open.map(({ shard, number }) => this.#shardOf(shard, "unfinished", { attempts: number, decision: "", reason: "" })),
		];
	}
	#begin(shard, event) {
		const before = this.#newest.get(shard);
		const attempt = {
			job: this.#job,
			shard,
			number: (0,logged_event .rl)(event, "attempt") ?? (before?.number ?? 0) + 1,
			slot: (0,logged_event .b6)(event, "slot") ?? "",
			gpu: (0,logged_event .b6)(event, "gpu"),
			startMs: event.atMs,
			endMs: undefined,
			seconds: undefined,
			exitCode: undefined,
			outcome: "unfinished",
			why: undefined,
			peakBytes: undefined,
			logPath: (0,logged_event .b6)(event, "logPath"),
		};
		this.#newest.set(shard, attempt);
		this.#attempts.push(attempt);
	}
	#end(shard, event) {
		const attempt = this.#newest.get(shard);
		if (attempt === undefined || attempt.endMs !== undefined)
			return;
		attempt.endMs = event.atMs;
		attempt.seconds = (0,logged_event .rl)(event, "seconds");
		attempt.peakBytes = (0,logged_event .rl)(event, "peakBytes");
	}
	#decide(shard, outcome, told) {
		const attempt = this.#newest.get(shard);
		if (attempt === undefined || attempt.outcome !== "unfinished")
			return;
		attempt.outcome = outcome;
		attempt.why = (0,logged_event .b6)(told, "why");
		attempt.exitCode = exitCodeOf(told);
		if (outcome === "done")
			attempt.seconds = (0,logged_event .rl)(told, "seconds") ?? attempt.seconds;
	}
	#shardOf(id, end, result) {
		const attempt = this.#newest.get(id);
		return {
			id,
			job: this.#job,
			end,
			decision: (0,logged_event .b6)(result, "decision") ?? "",
			reason: (0,logged_event .b6)(result, "reason") ?? "",
			why: (0,logged_event .b6)(result, "why"),
			seconds: (0,logged_event .rl)(result, "seconds") ?? 0,
			attempts: (0,logged_event .rl)(result, "attempts") ?? 0,
			exitCode: exitCodeOf(result),
			sizeBytes: (0,logged_event .rl)(result, "sizeBytes"),
			secondsSaved: (0,logged_event .rl)(result, "secondsSaved"),
			slot: (0,logged_event .b6)(result, "slot") ?? attempt?.slot,
			logTail: (0,logged_event .b6)(result, "logTail"),
			logPath: (0,logged_event .b6)(result, "logPath") ?? attempt?.logPath,
			stays: result["stays"] === true,
			unsaved: undefined,
		};
	}
}
function exitCodeOf(told) {
	return told["exitCode"] === null ? null : (0,logged_event .rl)(told, "exitCode");
}
function endOf(result) {
	const outcome = (0,logged_event .b6)(result, "outcome");
	switch (outcome) {
		case "done":
		case "skipped":
		case "failed":
			return outcome;
		case "stopped":
			return (0,logged_event .b6)(result, "decision") === "blocked" ? "blocked" : outcome;
		default:
			return undefined;
	}
}

;// CONCATENATED MODULE: src/ui/report/follow-job.js



const MOST_REMARKS = 100;
class JobFollower {
	#name;
	#shards;
	#remarks = [];
	#reasons = new Map();
	#of = {};
	#beganMs;
	#lastMs = 0;
	#plannedMs;
	#total = 0;
	#moreRemarks = 0;
	#bytes = { made: 0, saved: 0, entries: 0 };
	constructor(job, name) {
		this.#name = name;
		this.#shards = new ShardsFollower(job);
	}
	take = (event) => {
		this.#beganMs ??= event.atMs;
		this.#lastMs = Math.max(this.#lastMs, event.atMs);
		this.#shards.take(event);
		switch (event.kind) {
			case "result":
				this.#shards.takeResult((0,logged_event .zv)(event, "result"));
				break;
			case "marked":
				this.#bytes.made += (0,logged_event .rl)(event, "sizeBytes") ?? 0;
				break;
			case "saved":
				this.#save(event);
				break;
			case "warning":
			case "fault":
				this.#remark(event.kind, event);
				break;
			default:
				this.#takeOfRun(event);
		}
	};
	job() {
		const { host, ...rest } = this.#of;
		const began = this.#beganMs ?? 0;
		return {
			name: this.#name === "" ? (host ?? "") : this.#name,
			host,
			runTag: rest.runTag,
			exitCode: rest.exitCode,
			stopped: rest.stopped,
			beganMs: began,
			lastMs: this.#lastMs,
			plannedMs: this.#plannedMs ?? began,
			total: this.#total,
			unreached: Math.max(0, this.#total - this.#shards.shards().length),
			remarks: this.#remarks,
			moreRemarks: this.#moreRemarks,
		};
	}
	attempts() {
		return this.#shards.attempts(this.#lastMs);
	}
	shards() {
		return this.#shards.shards();
	}
	reasons() {
		return this.#reasons;
	}
	bytes() {
		return this.#bytes;
	}
	#takeOfRun(event) {
		switch (event.kind) {
			case "opened":
				this.#note("runTag", (0,logged_event .b6)(event, "runTag"));
				this.#note("host", (0,logged_event .b6)((0,logged_event .zv)(event, "by"), "host"));
				break;
			case "planned":
				this.#plan(event);
				break;
			case "unsaved":
				this.#shards.takeUnsaved(unsavedOf(event));
				break;
			case "stopping":
				this.#note("stopped", (0,logged_event .b6)((0,logged_event .zv)(event, "cause"), "kind"));
				break;
			case "ended":
				this.#of = { ...this.#of, exitCode: (0,logged_event .rl)(event, "exitCode") ?? 0 };
				break;
			default:
		}
	}
	#note(name, value) {
		if (value !== undefined)
			this.#of = { ...this.#of, [name]: value };
	}
	#plan(event) {
		this.#plannedMs = event.atMs;
		this.#total = (0,logged_event .rl)(event, "total") ?? 0;
		for (const [reason, shards] of Object.entries((0,logged_event .zv)(event, "reasons")))
			if (typeof shards === "number")
				this.#reasons.set(reason, shards);
	}
	#save(event) {
		if ((0,logged_event .b6)(event, "outcome") !== "saved")
			return;
		this.#bytes.saved += (0,logged_event .rl)(event, "sizeBytes") ?? 0;
		this.#bytes.entries += 1;
	}
	#remark(kind, event) {
		if (this.#remarks.length === MOST_REMARKS)
			this.#moreRemarks += 1;
		else
			this.#remarks.push({
				kind,
				shard: (0,logged_event .b6)(event, "shard"),
				text: (0,logged_event .b6)(event, "text") ?? "",
			});
	}
}
function unsavedOf(event) {
	const list = event["unsaved"];
	const records = Array.isArray(list) ? list.filter(text_text .u4) : [];
	return new Map(records.map((one) => [(0,logged_event .b6)(one, "id") ?? "", (0,logged_event .b6)(one, "why") ?? ""]));
}

var model = __webpack_require__("src/ui/report/model.js");
;// CONCATENATED MODULE: src/ui/report/slots.js
function slotsOf(attempts, jobs) {
	const bySlot = new Map();
	attempts.forEach(({ job, slot }, place) => {
		const key = JSON.stringify([job, slot]);
		const places = bySlot.get(key);
		if (places === undefined)
			bySlot.set(key, [place]);
		else
			places.push(place);
	});
	return [...bySlot.values()]
		.flatMap((places) => {
		const mine = places.flatMap((place) => attempts[place] ?? []);
		const [first] = mine;
		const job = first === undefined ? undefined : jobs[first.job];
		if (first === undefined || job === undefined)
			return [];
		const busySeconds = busyMs(mine, job.lastMs) / 1000;
		const windowSeconds = Math.max(0, job.lastMs - job.plannedMs) / 1000;
		const idleSeconds = Math.max(0, windowSeconds - busySeconds);
		const { slot, gpu } = first;
		return [{ job: first.job, slot, gpu, attempts: places, busySeconds, idleSeconds }];
	})
		.toSorted((a, b) => a.job - b.job || a.slot.localeCompare(b.slot, "en", { numeric: true }));
}
function busyMs(attempts, lastMs) {
	let busy = 0;
	let untilMs = Number.NEGATIVE_INFINITY;
	for (const { startMs, endMs = lastMs } of attempts) {
		busy += Math.max(0, endMs - Math.max(startMs, untilMs));
		untilMs = Math.max(untilMs, endMs);
	}
	return busy;
}

;// CONCATENATED MODULE: src/ui/report/report.js





function reportOf(followers) {
	const jobs = followers.map((follower) => follower.job());
	const attempts = followers
		.flatMap((follower) => follower.attempts())
		.toSorted((a, b) => a.startMs - b.startMs);
	const shards = newestOf(followers, jobs);
	const slots = slotsOf(attempts, jobs);
	const ends = countEnds(shards);
	const unreached = sum(jobs, (job) => job.unreached);
	return {
		jobs,
		shards,
		attempts,
		slots,
		decisions: decisionsOf(followers, shards),
		ends,
		total: shards.length + unreached,
		unreached,
		sums: sumsOf(followers, { jobs, shards, attempts, slots }),
	};
}
function newestOf(followers, jobs) {
	const lastFirst = followers
		.map((follower, place) => ({ follower, lastMs: jobs[place]?.lastMs ?? 0 }))
		.toSorted((a, b) => a.lastMs - b.lastMs);
	const shards = new Map();
	for (const { follower } of lastFirst)
		for (const shard of follower.shards())
			if (shard.end !== "skipped" || shards.get(shard.id)?.end !== "done")
				shards.set(shard.id, shard);
	return [...shards.values()];
}
function countEnds(shards) {
	const [failed, blocked, stopped, unfinished, done, skipped] = model .q.map((wanted) => shards.filter(({ end }) => end === wanted).length);
	return {
		failed: failed ?? 0,
		blocked: blocked ?? 0,
		stopped: stopped ?? 0,
		unfinished: unfinished ?? 0,
		done: done ?? 0,
		skipped: skipped ?? 0,
	};
}
function decisionsOf(followers, shards) {
	const counts = new Map();
	for (const follower of followers)
		for (const [reason, amount] of follower.reasons())
			counts.set(reason, (counts.get(reason) ?? 0) + amount);
	const kinds = new Map(reasons .B.map(({ reason, kind }) => [reason, new Set([kind])]));
	for (const { reason, decision } of shards)
		if (decision === "resume")
			kinds.get(reason)?.add(decision);
	return [...counts]
		.map(([reason, amount]) => {
		const decision = [...(kinds.get(reason) ?? [])].join(", ");
		return { decision, reason, shards: amount };
	})
		.toSorted((a, b) => b.shards - a.shards);
}
function sumsOf(followers, { jobs, shards, attempts, slots }) {
	const bytes = followers.map((follower) => follower.bytes());
	const isDone = ({ outcome }) => outcome === "done";
	const secondsOf = ({ seconds }) => seconds;
	return {
		elapsedSeconds: elapsedMs(jobs) / 1000,
		computedSeconds: sum(attempts.filter(isDone), secondsOf),
		skippedSeconds: sum(shards, ({ secondsSaved }) => secondsSaved ?? 0),
		lostSeconds: sum(attempts.filter((attempt) => !isDone(attempt)), secondsOf),
		idleSeconds: sum(slots, ({ idleSeconds }) => idleSeconds),
		madeBytes: sum(bytes, ({ made }) => made),
		savedBytes: sum(bytes, ({ saved }) => saved),
		savedEntries: sum(bytes, ({ entries }) => entries),
	};
}
function elapsedMs(jobs) {
	const began = jobs.reduce((least, { beganMs }) => Math.min(least, beganMs), Infinity);
	const last = jobs.reduce((most, { lastMs }) => Math.max(most, lastMs), -Infinity);
	return jobs.length === 0 ? 0 : last - began;
}
function sum(list, value) {
	return list.reduce((total, one) => total + value(one), 0);
}


 }),

"src/ui/terminal/ask.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var canAsk = (function canAsk(env) {
	return !isJob(env) && (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__ .Hd)("stdin") && (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__ .Hd)("stderr");
});
var isJob = (function isJob(env) {
	return env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "false";
});

 __webpack_require__.d(__webpack_exports__, {
   Gj: () => ( canAsk),
   JC: () => ( openAsker),
   PL: () => ( askYes),
   o5: () => ( isJob)
 });
 var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:readline/promises");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/problem.js");
 var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/terminal/terminal.js");





function openAsker() {
	const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
	const answers = lines[Symbol.asyncIterator]();
	return {
		ask: async (question, proposal) => {
			lines.setPrompt(`${question}${proposal === "" ? "" : ` [${proposal}]`}: `);
			lines.prompt();
			const { value, done } = await answers.next();
			if (done === true)
				throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo(["Nothing was written: the input has ended."]);
			return value.trim() === "" ? proposal : value.trim();
		},
		close: () => lines.close(),
	};
}
async function askYes(question, signal) {
	const lines = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
	try {
		const closed = new Promise((done) => lines.once("close", () => done("")));
		const answer = await Promise.race([lines.question(`${question} [y/N] `, { signal }), closed]);
		return /^\s*y(es)?\s*$/i.test(answer);
	}
	catch {
		return false;
	}
	finally {
		lines.close();
	}
}


 }),

"src/ui/terminal/live.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   n: () => ( openLive)
 });
 var _core_text_reporter_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/reporter.js");
 var _streams_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/ui/terminal/streams.js");


const EVERY_MS = 500;
const upAndClear = (lines) => `\u001b[${lines}A\r\u001b[J`;
function openLive(stream, given, block) {
	let drawn = 0;
	let timer;
	const hide = () => {
		if (drawn > 0)
			(0,_streams_js__WEBPACK_IMPORTED_MODULE_0__ .tl)(stream).write(upAndClear(drawn));
		drawn = 0;
	};
	const redraw = (write = () => undefined) => {
		hide();
		write();
		if (timer === undefined)
			return;
		const lines = block(roomOf(stream));
		(0,_streams_js__WEBPACK_IMPORTED_MODULE_0__ .tl)(stream).write(lines.map((line) => `${line}\n`).join(""));
		drawn = lines.length;
	};
	return {
		reporter: (0,_core_text_reporter_js__WEBPACK_IMPORTED_MODULE_1__ .X)(given, redraw),
		begin: () => {
			if (timer !== undefined)
				return;
			timer = setInterval(() => redraw(), EVERY_MS).unref();
			redraw();
		},
		end: () => {
			clearInterval(timer);
			timer = undefined;
			hide();
		},
	};
}
function roomOf(stream) {
	const { columns, rows } = (0,_streams_js__WEBPACK_IMPORTED_MODULE_0__ .tl)(stream);
	return { columns: columns || 80, rows: rows || 24 };
}


 }),

};
