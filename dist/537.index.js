export const id = 537;
export const ids = [537];
export const modules = {

/***/ 4537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ tellLastFailed),
/* harmony export */   recordBadMarked: () => (/* binding */ recordBadMarked),
/* harmony export */   t: () => (/* binding */ recordBadEntries)
/* harmony export */ });
/* harmony import */ var _run_failed_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3308);

/** Says which checkpoints were found bad last, before this run adds its own. */
function tellLastFailed(invocation) {
    const records = (0,_run_failed_record_js__WEBPACK_IMPORTED_MODULE_0__/* .readLastFailed */ .w)(invocation);
    if (records.length === 0)
        return;
    invocation.reporter.info("Found bad lately, as .donemark/failed.jsonl has it:");
    for (const { path, reason, time } of records)
        invocation.reporter.info(`  ${time}  ${path}  ${reason}`);
}
/** Records the marked checkpoints that are not what their marker says. */
async function recordBadMarked(invocation, verdicts) {
    const found = verdicts.flatMap(({ task, observed }) => {
        const reason = faultOf(observed);
        return reason === undefined ? [] : [{ path: task.places.checkpoint, reason }];
    });
    await (0,_run_failed_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordFailed */ .Z)(invocation, found);
}
/** What came from a store and was not what its marker says. */
async function recordBadEntries(invocation, label, all) {
    const found = all.flatMap(({ verdict, brought }) => {
        if (brought.kind !== "lost" || !brought.isBad)
            return [];
        const reason = `damaged: as it came from ${label}, ${brought.why}`;
        return [{ path: verdict.task.places.checkpoint, reason }];
    });
    await (0,_run_failed_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordFailed */ .Z)(invocation, found);
}
/** In one line, a reason's word first; `undefined` where nothing is marked, or what is marked holds. */
function faultOf(observed) {
    const { marker, asMarked, checkpoint, status, why } = observed;
    if (checkpoint === "absent" || (marker !== "full" && marker !== "empty"))
        return undefined;
    if (checkpoint === "empty")
        return say("empty", why ?? "it holds nothing");
    if (checkpoint === "truncated" || checkpoint === "damaged")
        return say(checkpoint, why);
    if (marker === "full" && !asMarked)
        return say("changed-since-marker", "size or content differ from the marker");
    return status === "in-progress" ? say("status-in-progress", "its own status says so") : undefined;
}
function say(word, why = "") {
    return why === "" ? word : `${word}: ${why}`;
}


/***/ }),

/***/ 3308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readLastFailed),
  Z: () => (/* binding */ recordFailed)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/core/failed-record.js


const LONGEST_REASON = 1000;
/** One line of JSON, with its end. */
function formatFailed({ path, reason, time }) {
    return `${JSON.stringify({ path, reason: reason.slice(0, LONGEST_REASON), time })}\n`;
}
/** The records in a piece of the file, in its order; what is no record is left out. Never throws. */
function parseFailed(text) {
    return text.split("\n").flatMap((line) => {
        const value = (0,marker/* parseJson */.qF)(line);
        if (!(0,core_text/* isRecord */.u4)(value))
            return [];
        const { path, reason, time } = value;
        const isText = typeof path === "string" && typeof reason === "string";
        return isText && typeof time === "string" ? [{ path, reason, time }] : [];
    });
}
/** The last `most` records; of those that say the same of the same path, the last one alone. */
function lastFailed(records, most) {
    const latest = new Map();
    for (const record of records) {
        const key = JSON.stringify([record.path, record.reason]);
        latest.delete(key);
        latest.set(key, record);
    }
    return [...latest.values()].slice(-most);
}

// EXTERNAL MODULE: ./lib/core/places.js
var places = __webpack_require__(3783);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
;// CONCATENATED MODULE: ./lib/run/failed-record.js





function recordPath(workspace) {
    return (0,external_node_path_.join)((0,places/* ownFolder */.vY)(workspace), "failed.jsonl");
}
/**
 * Adds a line for each checkpoint that was found bad to `.donemark/failed.jsonl`. Nothing rests on the record: where it
 * cannot be written, whoever found them goes on. Never throws.
 */
async function recordFailed(place, found) {
    if (found.length === 0)
        return;
    const { disk, workspace } = place;
    const time = new Date(place.now()).toISOString();
    try {
        await openOwnFolder(disk, workspace);
        let front = isTorn(disk, workspace) ? "\n" : "";
        for (const { path, reason } of found) {
            const line = formatFailed({ path: (0,places/* shownPath */.pS)(workspace, path), reason, time });
            await disk.append(recordPath(workspace), front + line);
            front = "";
        }
    }
    catch (error) {
        place.reporter.debug(`the record of bad checkpoints was not written: ${(0,problem/* describe */.q0)(error)}`);
    }
}
async function openOwnFolder(disk, workspace) {
    const folder = (0,places/* ownFolder */.vY)(workspace);
    const ignore = (0,external_node_path_.join)(folder, ".gitignore");
    await (0,durable/* makeFolders */.wZ)(disk, folder);
    if (!disk.exists(ignore))
        await disk.create(ignore, "*\n").catch(() => undefined);
}
/** Does the file end within a line, as a full disk leaves it? */
function isTorn(disk, workspace) {
    const end = readEnd(disk, recordPath(workspace), 1);
    return end !== "" && end !== "\n";
}
const SHOWN = 5;
const READ_BYTES = 64 * 1024;
/** The checkpoints that were found bad last, at most five, the oldest first. Never throws. */
function readLastFailed({ disk, workspace, }) {
    return lastFailed(parseFailed(readEnd(disk, recordPath(workspace), READ_BYTES)), SHOWN);
}
/** Empty where there is no such file. */
function readEnd(disk, path, mostBytes) {
    try {
        if (disk.stat(path)?.kind !== "file")
            return "";
        const reader = disk.open(path);
        try {
            const start = Math.max(0, reader.sizeBytes - mostBytes);
            return new TextDecoder().decode(reader.read(start, mostBytes));
        }
        finally {
            reader.close();
        }
    }
    catch {
        return "";
    }
}


/***/ })

};
