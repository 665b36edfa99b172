export const id = "ui";
export const ids = ["ui"];
export const modules = {

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
   Po: () => ( countsTable),
   aY: () => ( code),
   ih: () => ( escape),
   tp: () => ( table),
   vd: () => ( foldedTable)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/text.js");

const MOST_ROWS = 500;
const MOST_CHARACTERS = 200_000;








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
   E: () => ( renderPlan),
   N: () => ( renderCollect)
 });
 var _core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/counts.js");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/duration.js");
 var _markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/render/markdown.js");
 var _run_summary_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/run-summary.js");
 var _state_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/ui/render/state-words.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/core/text/text.js");






function renderPlan(verdicts, { jobs, ...facts }) {
    const { total, done, states, pending, resumable, blocked } = (0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .q)(verdicts);
    const sign = blocked > 0 ? "\u274c" : pending > 0 ? "\u25b6\ufe0f" : "\u2705";
    const work = pending > 0 ? `, ${pending} to run in ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .LS)(jobs, "job")}` : "";
    const open = verdicts.filter(({ kind }) => kind !== "skip");
    const rows = blockedFirst(open).map(({ kind, reason, detail, task }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(task.shard.id),
        kind,
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .ih)(detail === "" ? reason : `${reason}: ${detail}`),
    ]);
    return [
        `### ${sign} ${done} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .LS)(total, "shard")} complete${work}`,
        "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .Po)([
            ["complete", done],
            ...(0,_state_words_js__WEBPACK_IMPORTED_MODULE_5__ ._d)(states),
            ["to run", pending],
            ["of these resumed", resumable],
            ["blocked", blocked],
            ["jobs", jobs],
        ]),
        "",
        factLine(facts),
        "",
        (0,_run_summary_js__WEBPACK_IMPORTED_MODULE_2__ .$)(verdicts),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .vd)(`${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .LS)(open.length, "shard")} not done`, ["shard", "decision", "why"], rows),
        "",
    ].join("\n");
}
function renderCollect(answer, { next, ...facts }) {
    const { total, done, brought, missingCount, shards } = answer;
    const missing = shards.filter(({ outcome }) => outcome === "missing");
    const rows = missing.map(({ id, reason, why }) => [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(id),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .ih)(why === undefined || why === "" ? reason : `${reason}: ${why}`),
    ]);
    return [
        `### ${missingCount > 0 ? "\u274c" : "\u2705"} ${done} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .LS)(total, "shard")} complete`,
        "",
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .tp)(["complete", "brought", "were here", "left in the store", "missing"], [
            [done, brought, amount(answer, "here"), amount(answer, "in-store"), missingCount].map(String),
        ]),
        "",
        factLine(facts),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .vd)(`${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .LS)(missing.length, "shard")} missing`, ["shard", "why"], rows),
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
    return `Store ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_4__ .aY)(store)} \u00b7 took ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(elapsedMs)}`;
}


 }),

"src/ui/render/run-lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var runLines = (function runLines(reporter, paint) {
    const progress = progressOf(reporter, paint);
    const write = eventWriter(reporter, paint);
    return ((event) => {
        if (event.kind !== "output")
            reporter.debug((0,_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ .EL)((0,_event_json_js__WEBPACK_IMPORTED_MODULE_1__ .T)(event)));
        write(event);
        progress(event);
    });
});
var eventWriter = (function eventWriter(reporter, paint) {
    let again = ((id) => id);
    return ((event) => {
        switch (event.kind) {
            case "planned":
                again = event.again;
                for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__ .HN)(event.verdicts, { verbose: false, paint }))
                    reporter.info(line);
                break;
            case "output":
                reporter.output(event.line);
                break;
            case "result":
                if (isTold(event.result))
                    reporter.info((0,_lines_js__WEBPACK_IMPORTED_MODULE_2__ .ow)(event.result, { paint, again }));
                break;
            case "retrying":
                reporter.warn(retryLine(event));
                break;
            case "held-back":
                reporter.warn(`[${event.shard}] failed on ${event.slot} (${event.why})`);
                break;
            case "slot-retired":
                reporter.warn((0,_retired_lines_js__WEBPACK_IMPORTED_MODULE_5__ .C)(event));
                break;
            case "unsaved":
                sayUnsaved(event, reporter);
                break;
            default:
                writeRemark(event, reporter);
        }
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
var isTold = (function isTold({ outcome, why }) {
    return outcome !== "skipped" || why !== undefined;
});
var progressOf = (function progressOf(reporter, paint) {
    const tally = { total: 0, skipped: 0, ran: 0, failed: 0, savedBytes: 0, secondsSaved: 0 };
    const seconds = new Map();
    let beganAtMs;
    let shownAtMs = 0;
    return ((event) => {
        beganAtMs ??= event.atMs;
        if (event.kind === "planned") {
            tally.total = event.verdicts.length;
            for (const verdict of event.verdicts)
                if (verdict.seconds !== undefined)
                    seconds.set(verdict.task.shard.id, verdict.seconds);
        }
        if (event.kind === "saved" && event.outcome === "saved")
            tally.savedBytes += event.sizeBytes;
        if (event.kind !== "result")
            return;
        count(tally, event.result, seconds);
        if (!isTold(event.result) || event.atMs - shownAtMs < PROGRESS_EVERY_MS)
            return;
        shownAtMs = event.atMs;
        const { skipped, ...rest } = tally;
        const elapsedMs = event.atMs - beganAtMs;
        reporter.info(paint("dim", (0,_progress_js__WEBPACK_IMPORTED_MODULE_3__ .E)({ ...rest, done: skipped + tally.ran, elapsedMs })));
    });
});
var count = (function count(tally, { id, outcome }, seconds) {
    if (outcome === "done")
        tally.ran += 1;
    if (outcome === "failed")
        tally.failed += 1;
    if (outcome !== "skipped")
        return;
    tally.skipped += 1;
    tally.secondsSaved += seconds.get(id) ?? 0;
});

 __webpack_require__.d(__webpack_exports__, {
   r: () => ( runLines)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/duration.js");
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/text/log-line.js");
 var _event_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/ui/render/event-json.js");
 var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/lines.js");
 var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/render/progress.js");
 var _retired_lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/ui/render/retired-lines.js");
 var _unsaved_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/ui/render/unsaved-lines.js");







const PROGRESS_EVERY_MS = 1000;



function sayUnsaved({ unsaved, store, isFault }, reporter) {
    const say = isFault ? reporter.error : reporter.warn;
    for (const line of (0,_unsaved_lines_js__WEBPACK_IMPORTED_MODULE_6__ ._s)(unsaved, store))
        say(line);
    if (isFault)
        reporter.info(_unsaved_lines_js__WEBPACK_IMPORTED_MODULE_6__ .yW);
}
function retryLine({ shard, why, afterMs, }) {
    const when = afterMs === undefined ? "" : ` after ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(afterMs)}`;
    return `[${shard}] failed (${why}); it is tried again${when}`;
}
function waitingText({ processes, limitMs, }) {
    const who = processes.map(({ pid, name }) => `${name} (pid ${pid})`).join(", ");
    return `its command has ended; Donemark waits for what it left running, ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(Math.round(limitMs))} at most: ${who}`;
}
function unknownText({ who, knownInMs, }) {
    return `another run (${who}) has started it, and whether that one lives is not known here. It is known in ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(knownInMs)} at most; then what it has started is taken over, or left alone if it lives. Donemark waits for that; stopping this run loses nothing`;
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
        ...options.retired.flatMap(((one) => [`\u26a0\ufe0f ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .ih)((0,_retired_lines_js__WEBPACK_IMPORTED_MODULE_4__ .C)(one))}`, ""])),
        reasonTable(verdicts),
        ...ranTable(answer, verdicts),
        ...failures(answer, options),
        ...unsavedTable(answer, options),
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
    return `${sign} ${skipped + ran} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .LS)(total, "shard")} complete${rest}`;
});
var countTable = (function countTable(answer) {
    const { skipped, ran, resumed, failed, blocked, remaining } = answer;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .Po)([
        ["complete", skipped + ran],
        ["skipped", skipped],
        ["ran", ran],
        ["resumed", resumed],
        ["failed", failed],
        ...(0,_state_words_js__WEBPACK_IMPORTED_MODULE_6__ .ne)(answer),
        ["blocked", blocked],
        ["remaining", remaining],
    ]);
});
var facts = (function facts(answer, { store, elapsedMs }) {
    const items = [
        `Store ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .aY)(store)}`,
        `took ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(elapsedMs)}`,
        answer.saved > 0 ? `${answer.saved} saved` : undefined,
        answer.secondsSaved > 0 ? `${(0,_progress_js__WEBPACK_IMPORTED_MODULE_2__ .B)(answer.secondsSaved)} not run again` : undefined,
    ];
    return items.filter(((item) => item !== undefined)).join(" \u00b7 ");
});
var reasonTable = (function reasonTable(verdicts) {
    const rows = (0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .V)(verdicts).map((([reason, amount]) => [
        kindOf(verdicts, reason),
        reason,
        String(amount),
    ]));
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .tp)(["decision", "reason", "shards"], rows);
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
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .aY)(shard.id),
            shard.outcome,
            (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .ih)(why.join(": ")),
            (0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(shard.seconds * 1000),
            String(shard.attempts),
        ];
    }));
    const title = `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .LS)(ran.length, "shard")} not skipped`;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .vd)(title, ["shard", "outcome", "why", "time", "starts"], rows);
});
var unsavedTable = (function unsavedTable({ shards, unsaved }, { store }) {
    const rows = shards.flatMap(((shard) => shard.unsaved === undefined ? [] : [[(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .aY)(shard.id), (0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .ih)(shard.unsaved)]]));
    if (rows.length === 0)
        return [];
    const title = `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .LS)(unsaved, "finished shard")} not saved to ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .aY)(store)}`;
    return [...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__ .vd)(title, ["shard", "why"], rows), "", _unsaved_lines_js__WEBPACK_IMPORTED_MODULE_7__ .yW];
});
var failures = (function failures(answer, { again }) {
    const failed = answer.shards
        .filter((({ outcome, stays }) => outcome === "failed" && stays !== true))
        .slice(0, MOST_COMMANDS);
    if (failed.length === 0)
        return [];
    return [
        "",
        "To try a failed shard again on a machine of your own:",
        "",
        "```sh",
        ...failed.map((({ id }) => again(id))),
        "```",
    ];
});

 __webpack_require__.d(__webpack_exports__, {
   $: () => ( reasonTable),
   B: () => ( renderSummary)
 });
 var _core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/counts.js");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/text/duration.js");
 var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/ui/render/markdown.js");
 var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/ui/render/progress.js");
 var _retired_lines_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/ui/render/retired-lines.js");
 var _unsaved_lines_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/ui/render/unsaved-lines.js");
 var _state_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/ui/render/state-words.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");








const MOST_COMMANDS = 100;











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
    const failed = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .LS)(cause.failures, "shard");
    return maxFailures === undefined
        ? `stopped, since ${failed} failed and none succeeded: mend what the first one says, then run again`
        : `stopped, since ${failed} failed (max-failures: ${maxFailures}): mend what they say, then run again`;
});

 __webpack_require__.d(__webpack_exports__, {
   R: () => ( stopLine)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/text/text.js");




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
    const named = ids.slice(0, mostIds).map((id) => `[${id}]`);
    if (ids.length === 1)
        return `${named.join("")} ${one}`;
    const more = ids.length - named.length;
    const names = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
    return `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .LS)(ids.length, "shard")} (${names}) ${several}`;
}


 }),

};
