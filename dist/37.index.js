export const id = 37;
export const ids = [37,537];
export const modules = {

/***/ 6035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ bringAll)
});

// EXTERNAL MODULE: ./lib/core/parallel.js
var parallel = __webpack_require__(9492);
// EXTERNAL MODULE: ./lib/run/leaving.js
var leaving = __webpack_require__(1729);
// EXTERNAL MODULE: ./lib/core/places.js
var core_places = __webpack_require__(3783);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/store/staged.js
var staged = __webpack_require__(1799);
;// CONCATENATED MODULE: ./lib/commands/fetch.js







/**
 * Brings a shard's checkpoint from a store: into staging beside its place, checked there against its marker, and only
 * then moved into place, with a marker of its own. Whatever lay there is replaced.
 */
async function bring(hand, store, task, entry) {
    const { disk } = hand;
    const { checkpoint } = task.places;
    const staging = (0,external_node_path_.join)((0,external_node_path_.dirname)(checkpoint), `${durable/* TEMPORARY_PREFIX */.F8}${hand.token()}`);
    try {
        await (0,durable/* makeFolders */.wZ)(disk, (0,external_node_path_.dirname)(checkpoint));
        const fetched = await store.fetch(entry, staging);
        if (fetched.kind === "unavailable")
            return fetched;
        if (fetched.kind === "miss")
            return { kind: "lost", why: "the entry is gone", isBad: false };
        const checked = checkFetched(hand, task, { staging, marker: fetched.marker });
        if (checked !== undefined) {
            const revoked = await store.revoke(entry);
            const stays = revoked.kind === "unavailable" ? `, and its entry stays: ${revoked.cause}` : "";
            return { kind: "lost", why: checked + stays, isBad: true };
        }
        await place(hand, task, { staging, marker: fetched.marker });
        return { kind: "brought" };
    }
    catch (error) {
        return { kind: "unavailable", cause: (0,problem/* describe */.q0)(error) };
    }
    finally {
        // What cannot be removed now is swept up by the next run.
        await disk.removeTree(staging).catch(() => undefined);
    }
}
function checkFetched({ disk }, task, { staging, marker }) {
    if (marker.shard !== task.shard.id)
        return `its marker is that of shard ${JSON.stringify(marker.shard)}`;
    const checked = (0,staged/* checkStaged */.b)(disk, staging, marker);
    return checked.kind === "bad" ? checked.why : undefined;
}
/**
 * The old generation is durably set aside before its marker or start record goes, and the new one is marked before it
 * is there: at no moment does a checkpoint lie there without either, which could be adopted for any fingerprint. The
 * start record goes before the new one comes, by the marker's flush: it would vouch for a directory as for the work of
 * its own fingerprint.
 */
async function place(hand, { places }, { staging, marker }) {
    const { disk } = hand;
    const folder = (0,external_node_path_.dirname)(places.checkpoint);
    await (0,durable/* syncAll */.L9)(disk, staging);
    if (disk.exists(places.checkpoint)) {
        await disk.removeTree((0,core_places/* staleOf */.PE)(places.checkpoint));
        await disk.rename(places.checkpoint, (0,core_places/* staleOf */.PE)(places.checkpoint));
        await disk.syncDirectory(folder);
    }
    await disk.unlink(places.started);
    const found = (0,measure/* measure */.xP)(disk, staging);
    if (found.kind !== "measured")
        throw new Error(`${staging} vanished after it was brought`);
    const here = { ...marker, checkpoint: { ...marker.checkpoint, ...found.measure } };
    await (0,durable/* writeDurably */.v8)(disk, places.marker, hand.markers.format(here), hand.token());
    await disk.rename(staging, places.checkpoint);
    await disk.syncDirectory(folder);
    await (0,commit/* tidyUp */.gN)(hand, places);
}

;// CONCATENATED MODULE: ./lib/commands/bring-all.js



/** More at once would only share the same line. */
const AT_ONCE = 8;
/** Brings the entry of each shard, several at once. A signal ends it: what is not here by then is left out. */
async function bringAll(hand, store, { verdicts, stop }) {
    const stopped = stop === undefined ? new Promise(() => undefined) : (0,leaving/* signalled */._)(stop);
    const isOver = () => stop?.cause()?.kind === "signal";
    const answers = await (0,parallel/* inParallel */.H)(verdicts.flatMap(withEntry), AT_ONCE, async (one) => {
        if (isOver())
            return [];
        const { verdict, entry } = one;
        const brought = await Promise.race([bring(hand, store, verdict.task, entry), stopped]);
        return brought === undefined ? [] : [{ verdict, brought }];
    });
    return answers.flat();
}
function withEntry(verdict) {
    return verdict.entry === undefined ? [] : [{ verdict, entry: verdict.entry }];
}


/***/ }),

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

/***/ 5949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ handOf)
/* harmony export */ });
/* harmony import */ var _run_leftovers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2153);
/* harmony import */ var _markers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9524);


/** The file layer with temporary names that tell whose they are. */
function handOf(invocation, owner) {
    let serial = 0;
    return {
        disk: invocation.disk,
        markers: (0,_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .markersOf */ .B)(invocation),
        token: () => {
            serial += 1;
            return (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_0__/* .temporaryToken */ .Rq)(owner, serial);
        },
    };
}


/***/ }),

/***/ 4553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $T: () => (/* binding */ isToRun),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   P3: () => (/* binding */ toRun),
/* harmony export */   U8: () => (/* binding */ settleSkipped),
/* harmony export */   ZM: () => (/* binding */ sweepHere),
/* harmony export */   di: () => (/* binding */ adopt),
/* harmony export */   f2: () => (/* binding */ settleFolders),
/* harmony export */   xy: () => (/* binding */ clearPlace)
/* harmony export */ });
/* harmony import */ var _core_places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3783);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8052);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9311);
/* harmony import */ var _survey_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7802);
/* harmony import */ var _run_commit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1344);
/* harmony import */ var _run_leftovers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2153);
/* harmony import */ var _run_program_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2217);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2064);
/* harmony import */ var _bring_all_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6035);
/* harmony import */ var _failed_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4537);












/**
 * Gives adopted checkpoints full markers, and moved ones a marker that knows their new place; takes away what a crash
 * right after a marker has left.
 */
async function settleSkipped(invocation, hand, job) {
    for (const verdict of job.verdicts) {
        if (verdict.kind !== "skip")
            continue;
        const { reason, observed, task } = verdict;
        try {
            if (reason === "adopted-marker" || reason === "adopted-status")
                await adopt(invocation, hand, { task, by: job.by, rules: job.definition.status });
            else if (reason === "done" && observed.moved)
                await remeasure(hand, verdict);
            if (reason === "done" && (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_6__/* .isAbandoned */ .zI)(observed.startRecord))
                await (0,_run_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .tidyUp */ .gN)(hand, task.places);
        }
        catch (error) {
            // The proof stands without it; a read-only folder must not fail a good run.
            invocation.reporter.warn(`[${task.shard.id}] its marker was not renewed: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`);
        }
    }
}
/** Writes a full marker for a checkpoint that Donemark did not see being made. */
async function adopt(invocation, hand, { task, by, rules }) {
    await (0,_run_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .finish */ .O9)(hand, task, {
        said: await sayOf(hand, task, rules),
        seconds: 0,
        finishedAt: new Date(invocation.now()).toISOString(),
        by,
        adopted: true,
    });
}
/** What the checkpoint says about itself, for its marker. */
async function sayOf({ disk }, { places }, rules) {
    const { format, status, version } = await (0,_survey_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_11__/* .inspect */ .N)(disk, places.checkpoint, rules);
    return {
        format,
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version }),
    };
}
async function remeasure(hand, { task, observed }) {
    const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_4__/* .measure */ .xP)(hand.disk, task.places.checkpoint);
    if (found.kind !== "measured" || observed.full === undefined)
        return;
    const { full } = observed;
    const checkpoint = { ...full.checkpoint, ...found.measure };
    await (0,_run_commit_js__WEBPACK_IMPORTED_MODULE_5__/* .renewMarker */ .oT)(hand, task.places, { ...full, checkpoint });
}
/**
 * Deals with shards that are done in the store. As `fetch` says, they are brought; where they are not, whatever else
 * lies at the checkpoint's path is set aside with its marker, so that no later step reads another generation's file.
 * Gives the shards whose entry proved to be lost: they are to run. A signal ends it.
 */
async function settleStored(invocation, hand, { job, stop }) {
    const { reporter } = invocation;
    const stored = job.verdicts.filter(({ reason }) => reason === "done-in-store");
    if (job.definition.fetch === "none") {
        for (const verdict of stored)
            await clearPlace(invocation, hand, verdict);
        return { lost: [], unbrought: [] };
    }
    const lost = [];
    const unbrought = [];
    const all = await (0,_bring_all_js__WEBPACK_IMPORTED_MODULE_9__/* .bringAll */ .a)(hand, job.store, { verdicts: stored, ...(stop && { stop }) });
    await (0,_failed_js__WEBPACK_IMPORTED_MODULE_10__/* .recordBadEntries */ .t)(invocation, job.store.label, all);
    for (const { verdict, brought } of all) {
        if (brought.kind === "brought")
            continue;
        const { id } = verdict.task.shard;
        if (brought.kind === "lost") {
            reporter.warn(`[${id}] was not brought from ${job.store.label}: ${brought.why}`);
            lost.push(verdict);
        }
        else {
            unbrought.push({ id, why: brought.cause });
            await clearPlace(invocation, hand, verdict);
        }
    }
    return { lost, unbrought };
}
/** Removes what killed steps have left in the making, beside these shards and in Donemark's own folders. */
async function sweepHere({ workspace, env, now }, { disk }, verdicts) {
    const { RUNNER_TEMP: temporary = "" } = env;
    const places = verdicts.flatMap(({ task }) => [task.places.checkpoint, task.places.work]);
    const folders = [
        (0,_core_places_js__WEBPACK_IMPORTED_MODULE_0__/* .ownFolder */ .vY)(workspace),
        (0,_run_program_js__WEBPACK_IMPORTED_MODULE_7__/* .scratchFolder */ .$B)(workspace),
        ...places.map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)),
    ];
    // Archives in the making lie there, each as large as its checkpoint; a runner empties it for the next job only.
    if (temporary !== "")
        folders.push(temporary);
    await (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_6__/* .sweepTemporaries */ .SZ)(disk, new Set(folders), now());
}
/** Makes folders last that others have made, before anything that lies in them is said to last. */
async function settleFolders({ disk }, verdicts) {
    const open = verdicts.filter(({ kind, reason }) => kind !== "skip" || reason !== "done");
    const places = open.flatMap(({ task }) => [task.places.checkpoint, task.places.work]);
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .syncNames */ .KL)(disk, places.map(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname));
}
/** Deals with everything that is not to run. */
async function settle(invocation, hand, { job, stop }) {
    await (0,_failed_js__WEBPACK_IMPORTED_MODULE_10__.recordBadMarked)(invocation, job.verdicts);
    await settleFolders(hand, job.verdicts);
    await settleSkipped(invocation, hand, job);
    const { lost, unbrought } = await settleStored(invocation, hand, { job, ...(stop && { stop }) });
    await revokeForced(invocation, job.store, job.verdicts);
    const again = await (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_8__/* .survey */ .Fr)(job.context, lost.map(({ task }) => task));
    return { lost: new Set(lost), again, unbrought };
}
/** What runs now, what failed last time at the end. */
function toRun(verdicts) {
    const open = verdicts.filter(isToRun);
    const hasFailed = ({ observed }) => observed.startRecord?.failure !== undefined;
    return [...open.filter((verdict) => !hasFailed(verdict)), ...open.filter(hasFailed)];
}
function isToRun({ kind }) {
    return kind === "run" || kind === "resume";
}
/** Whatever is not the entry of the store must not lie where the shard's checkpoint belongs. */
async function clearPlace({ reporter }, { disk }, { task, observed }) {
    if (observed.checkpoint === "absent" && observed.marker === "none")
        return;
    const { marker, checkpoint } = task.places;
    try {
        if (disk.exists(checkpoint)) {
            await disk.removeTree((0,_core_places_js__WEBPACK_IMPORTED_MODULE_0__/* .staleOf */ .PE)(checkpoint));
            await disk.rename(checkpoint, (0,_core_places_js__WEBPACK_IMPORTED_MODULE_0__/* .staleOf */ .PE)(checkpoint));
            // Durably before its marker goes: a checkpoint that has lost its marker could be adopted.
            await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(checkpoint));
        }
        if (await disk.unlink(marker))
            await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(checkpoint));
    }
    catch (error) {
        reporter.warn(`[${task.shard.id}] is done in the store, but another generation's file lies at ${checkpoint} and cannot be set aside: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`);
    }
}
/** A forced shard's earlier entries must never be found again. */
async function revokeForced(invocation, store, verdicts) {
    for (const { reason, entry, task } of verdicts) {
        if (reason !== "forced" || entry === undefined)
            continue;
        const revoked = await store.revoke(entry);
        if (revoked.kind === "unavailable") {
            invocation.reporter.warn(`[${task.shard.id}] its earlier entry could not be revoked: ${revoked.cause}`);
        }
    }
}


/***/ }),

/***/ 9492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/** Calls `act` for each item, at most `width` at once; gives the answers in the order of the items. */
async function inParallel(items, width, act) {
    const answers = [];
    const waiting = [...items.entries()];
    let next = 0;
    const work = async () => {
        for (let one = waiting[next]; one !== undefined; one = waiting[next]) {
            next += 1;
            const [place, item] = one;
            answers[place] = await act(item);
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
    return answers;
}


/***/ }),

/***/ 1344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ recordFailure),
/* harmony export */   O9: () => (/* binding */ finish),
/* harmony export */   gN: () => (/* binding */ tidyUp),
/* harmony export */   ne: () => (/* binding */ withdraw),
/* harmony export */   oT: () => (/* binding */ renewMarker),
/* harmony export */   qN: () => (/* binding */ begin)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_fingerprint_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1595);
/* harmony import */ var _core_places_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3783);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _core_start_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5469);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8052);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9311);







/** Up to this size the full digest is part of the first marker; above it, it follows in the background. */
const INLINE_DIGEST_BYTES = 4 * 1024 * 1024;
/**
 * The start, each step durable before the next: work that is not handed on set aside, start record, what else lay there
 * set aside, old marker removed. With `keepWork` the work directory stays where it is, less the part markers that vouch
 * for nothing.
 */
async function begin(hand, places, start) {
    const { disk } = hand;
    if (!start.keepWork)
        await setWorkAside(disk, places);
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolders */ .wZ)(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(places.checkpoint));
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(disk, places.started, (0,_core_start_record_js__WEBPACK_IMPORTED_MODULE_3__/* .formatStartRecord */ .d3)(start.record), hand.token());
    const changed = new Set();
    for (const marker of start.falseMarkers) {
        await disk.unlink(marker);
        changed.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(marker));
    }
    if (!start.keepWork || places.work !== places.checkpoint) {
        if (await setAside(disk, places.checkpoint, (0,_core_places_js__WEBPACK_IMPORTED_MODULE_1__/* .staleOf */ .PE)(places.checkpoint)))
            changed.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(places.checkpoint));
    }
    if (await disk.unlink(places.marker))
        changed.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(places.marker));
    for (const folder of changed)
        await disk.syncDirectory(folder);
    if (places.work !== places.checkpoint)
        await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolders */ .wZ)(disk, places.work);
}
/** Takes back the start of a shard that had none before: nothing has run since, so it counts as new again. */
async function withdraw({ disk }, places) {
    if (places.work !== places.checkpoint)
        await disk.removeTree(places.work);
    await disk.unlink(places.started);
}
/** A start record vouches for the work beside it, so work of another fingerprint must be gone before it is written. */
async function setWorkAside(disk, { work, checkpoint }) {
    if (work === checkpoint && disk.stat(work)?.kind !== "directory")
        return;
    if (await setAside(disk, work, (0,_core_places_js__WEBPACK_IMPORTED_MODULE_1__/* .staleOf */ .PE)(work)))
        await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(work));
}
/** The old generation's place is cleared first: one generation is kept. `false` where nothing lay there. */
async function setAside(disk, path, stale) {
    if (!disk.exists(path))
        return false;
    await disk.removeTree(stale);
    await disk.rename(path, stale);
    return true;
}
/**
 * The finish, each step durable before the next: every file and folder of the checkpoint flushed, marker, set-aside
 * generation removed, start record removed. A crash at any point leaves either no marker or a true one.
 */
async function finish(hand, task, end) {
    const { disk } = hand;
    const { places } = task;
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .syncAll */ .L9)(disk, places.checkpoint);
    const marker = makeMarker(disk, task, end);
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(disk, places.marker, hand.markers.format(marker), hand.token());
    await tidyUp(hand, places).catch((error) => end.onUntidy?.((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)));
    return marker;
}
/** Removes what was set aside and then the start record of a shard that is done: as long as that is there, so may be the rest. */
async function tidyUp({ disk }, places) {
    await disk.removeTree((0,_core_places_js__WEBPACK_IMPORTED_MODULE_1__/* .staleOf */ .PE)(places.checkpoint));
    if (places.work !== places.checkpoint)
        await disk.removeTree((0,_core_places_js__WEBPACK_IMPORTED_MODULE_1__/* .staleOf */ .PE)(places.work));
    await disk.unlink(places.started);
}
/** A marker of what lies at the checkpoint's path now. */
function makeMarker(disk, task, end) {
    const { seconds, finishedAt, by, said, adopted } = end;
    const checkpoint = describeCheckpoint(disk, task.places.checkpoint, said);
    const marker = {
        shard: task.shard.id,
        checkpoint,
        fingerprint: (0,_core_fingerprint_js__WEBPACK_IMPORTED_MODULE_6__/* .record */ .g1)(task.fingerprint),
        seconds,
        finishedAt,
        by,
    };
    return adopted === undefined ? marker : { ...marker, adopted };
}
/** @throws where the checkpoint is not there or holds what it may not hold. */
function describeCheckpoint(disk, path, said) {
    const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .measure */ .xP)(disk, path);
    if (found.kind !== "measured") {
        throw new Error(`${path}: ${found.kind === "refused" ? found.why : "the checkpoint vanished"}`);
    }
    const small = found.measure.sizeBytes <= INLINE_DIGEST_BYTES;
    const sha256 = small ? { sha256: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(disk, path) } : {};
    return { ...found.measure, sample: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .sampleOf */ .uV)(disk, path), ...sha256, ...said };
}
/** Replaces the marker by one that differs in what it says of the bytes: a full digest, a new place. */
async function renewMarker(hand, places, marker) {
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(hand.disk, places.marker, hand.markers.format(marker), hand.token());
}
/**
 * The end of a failed command: a marker that it made itself is removed, its checkpoint is set aside, unless it is the
 * work directory that the next attempt may go on from; the start record stays and says what happened.
 */
async function recordFailure(hand, places, failed) {
    const { disk } = hand;
    const isWork = places.work === places.checkpoint && disk.stat(places.checkpoint)?.kind === "directory";
    const isOwnClaim = await disk.unlink(places.marker);
    const isAside = !isWork && (await setAside(disk, places.checkpoint, (0,_core_places_js__WEBPACK_IMPORTED_MODULE_1__/* .staleOf */ .PE)(places.checkpoint)));
    if (isOwnClaim || isAside)
        await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(places.checkpoint));
    const ended = { ...failed.record, failure: failed.failure, ended: true };
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__/* .writeDurably */ .v8)(disk, places.started, (0,_core_start_record_js__WEBPACK_IMPORTED_MODULE_3__/* .formatStartRecord */ .d3)(ended), hand.token());
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


/***/ }),

/***/ 1729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ signalled),
/* harmony export */   i: () => (/* binding */ leavingOf)
/* harmony export */ });
/** For the commands, which are killed or left just before. */
const MOMENT_MS = 1000;
/** A moment after the second signal, and `leaveAfterMs` and a moment after the first one where the surface sets a time. */
function leavingOf(stop, leaveAfterMs) {
    const timers = [];
    let leave = () => undefined;
    const must = new Promise((resolve) => {
        leave = resolve;
    });
    const leaveIn = (ms) => void timers.push(setTimeout(leave, ms + MOMENT_MS));
    const unhurry = stop.onHurry(() => leaveIn(0));
    const untie = stop.onRequest(({ kind }) => {
        if (kind === "signal" && leaveAfterMs !== undefined)
            leaveIn(leaveAfterMs);
    });
    return {
        must,
        release: () => {
            unhurry();
            untie();
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}
/** Settles at the first signal. */
function signalled(stop) {
    return new Promise((settle) => {
        stop.onRequest(({ kind }) => {
            if (kind === "signal")
                settle(undefined);
        });
    });
}


/***/ }),

/***/ 2153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ isOrphaned),
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   Rq: () => (/* binding */ temporaryToken),
/* harmony export */   SZ: () => (/* binding */ sweepTemporaries),
/* harmony export */   q9: () => (/* binding */ endLeftovers),
/* harmony export */   zI: () => (/* binding */ isAbandoned)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8052);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1257);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3768);




const GRACE_MS = 5000;
const OLD_MS = 24 * 3600 * 1000;
/**
 * Ends the commands that a killed run of this boot has left behind: a process that still writes to a checkpoint must be
 * gone before its shard starts anew. Commands of a run that is alive are not touched.
 */
async function endLeftovers(verdicts, reporter) {
    const tags = new Set();
    for (const { observed } of verdicts) {
        const start = observed.startRecord;
        if (start !== undefined && isAbandoned(start))
            tags.add(start.runTag);
    }
    for (const tag of tags) {
        const left = (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .findTagged */ .id)("DONEMARK_RUN", tag);
        if (left.length === 0)
            continue;
        const pids = left.map(({ pid }) => pid).join(", ");
        reporter.warn(`A killed run has left processes behind (pid ${pids}); they are ended first.`);
        await (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcesses */ .Hk)(left, { graceMs: GRACE_MS });
    }
}
/** Is another Donemark of this machine at work on the shard? */
function isBusy(start, self) {
    if (start === undefined || start.ended === true)
        return false;
    const { owner } = start;
    const isSelf = owner.pid === self.pid && owner.startTime === self.startTime;
    return !isSelf && (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(owner);
}
/** Was it written by a Donemark of this boot that is gone, and left no word of how its command ended? */
function isAbandoned(start) {
    if (start === undefined || start.ended === true)
        return false;
    return start.owner.boot === (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)() && !(0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(start.owner);
}
/** The part of a temporary name that tells whose it is. */
function temporaryToken(owner, serial) {
    return `${bootName(owner.boot)}-${owner.pid}-${plain(owner.startTime)}-${serial}`;
}
/** Was it named by a process of this boot that is gone? `false` in doubt. */
function isOrphaned(temporary) {
    return ownerOf(temporary) === "gone";
}
function ownerOf(temporary) {
    const [boot, number, startTime] = temporary.slice(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPORARY_PREFIX */ .F8.length).split("-");
    const pid = Number(number);
    if (boot !== bootName((0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)()) || !Number.isSafeInteger(pid) || pid < 1)
        return "unknown";
    const present = (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .startTimeOf */ .P2)(pid);
    if (present !== undefined)
        return plain(present) === startTime ? "alive" : "gone";
    return (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)({ pid, startTime: "", boot: (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)() }) ? "unknown" : "gone";
}
/** Removes temporary files that a killed process of this boot, or anybody long ago, has left in these folders. */
async function sweepTemporaries(disk, folders, nowMs) {
    for (const folder of folders) {
        for (const { name } of disk.list(folder) ?? []) {
            if (!name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPORARY_PREFIX */ .F8))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
            const owner = ownerOf(name);
            const isLeft = owner === "gone" || (owner === "unknown" && isOld(disk, path, nowMs));
            // One that stays costs room, nothing else.
            if (isLeft)
                await disk.removeTree(path).catch(() => undefined);
        }
    }
}
function isOld(disk, path, nowMs) {
    const stat = disk.stat(path);
    return stat !== undefined && nowMs - Number(stat.mtimeNs) / 1e6 > OLD_MS;
}
function bootName(boot) {
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(boot).slice(0, 8);
}
/** A start time, as a part of a name can hold it. */
function plain(startTime) {
    return startTime.replaceAll(/\W/g, "");
}


/***/ }),

/***/ 3768:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ endProcesses),
/* harmony export */   P2: () => (/* binding */ startTimeOf),
/* harmony export */   WF: () => (/* binding */ thisProcess),
/* harmony export */   _n: () => (/* binding */ isAlive),
/* harmony export */   aW: () => (/* binding */ bootId),
/* harmony export */   id: () => (/* binding */ findTagged),
/* harmony export */   ls: () => (/* binding */ identify)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);




let boot;
/** Names this boot of the machine; two containers on one host have two names. */
function bootId() {
    boot ??= readBoot();
    return boot;
}
function readBoot() {
    // No command runs on Windows; a process that stores what is done is told by its number alone.
    if (process.platform === "win32")
        return "windows";
    return process.platform === "linux"
        ? `${(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${pidNamespace()}`
        : (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("sysctl", ["-n", "kern.bootsessionuuid"], { encoding: "utf8" }).trim();
}
/** `undefined` for a process that is not there, or is dead and only waits for its parent. */
function startTimeOf(pid) {
    const seen = look(pid);
    return seen?.dead === false ? seen.startTime : undefined;
}
/** Names a child of this process: one that has ended, too, as long as node has not collected it. */
function identify(pid) {
    return { pid, startTime: look(pid)?.startTime ?? "", boot: bootId() };
}
function thisProcess() {
    return identify(process.pid);
}
/** Is this very process still running here? In doubt (another user's, hidden from us) it is. */
function isAlive(id) {
    // A number from a file may be 0 or negative, which kill(2) takes for a whole group.
    if (!Number.isSafeInteger(id.pid) || id.pid < 1 || id.boot !== bootId())
        return false;
    const seen = look(id.pid);
    if (seen === undefined)
        return isHidden(id.pid);
    return !seen.dead && seen.startTime === id.startTime;
}
/**
 * All processes of this user, except this one, that were started with `name=value` in their environment:
 * also those that left their group, their session and their parent.
 * A program that overwrites its own environment, as `setproctitle` does, is not found.
 */
function findTagged(name, value) {
    // Windows shows no environment of another process; no command runs there that could be left.
    if (process.platform === "win32")
        return [];
    const tag = `${name}=${value}`;
    const pids = process.platform === "linux" ? taggedInProc(tag) : taggedByPs(tag);
    return pids
        .filter((pid) => pid !== process.pid)
        .map(identify)
        .filter(isAlive);
}
/**
 * Asks each to end (SIGTERM) and ends what is left after `graceMs` (SIGKILL).
 * Comes back when all are dead, or one second after the SIGKILL: a process that hangs in a driver cannot be ended.
 */
async function endProcesses(list, { graceMs }) {
    signalLiving(list, "SIGTERM");
    if (await allDead(list, graceMs))
        return;
    signalLiving(list, "SIGKILL");
    await allDead(list, 1000);
}
function look(pid) {
    if (process.platform === "win32")
        return lookBySignal(pid);
    return process.platform === "linux" ? lookInProc(pid) : lookByPs(pid);
}
/** Signal 0 asks whether the process is there, and nothing else. */
function lookBySignal(pid) {
    try {
        process.kill(pid, 0);
        return { startTime: "", dead: false };
    }
    catch (error) {
        return (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EPERM") ? { startTime: "", dead: false } : undefined;
    }
}
/** proc_pid_stat(5): the state is field 3, the start time field 22. */
function lookInProc(pid) {
    const stat = readProc(`/proc/${pid}/stat`);
    // Field 2 is the program's name, which may hold blanks and parentheses of its own.
    const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTime] = [fields?.[0], fields?.[19]];
    if (state === undefined || startTime === undefined)
        return undefined;
    return { startTime, dead: state === "Z" || state === "X" };
}
function lookByPs(pid) {
    const [, state, startTime] = /^(\S+)\s+(\S.*)$/.exec(ps("-o", "stat=,lstart=", "-p", `${pid}`)) ?? [];
    if (state === undefined || startTime === undefined)
        return undefined;
    return { startTime: startTime.trimEnd(), dead: state.startsWith("Z") };
}
/** procfs mounted with `hidepid` shows nothing of other users' processes, but they cannot be signalled either. */
function isHidden(pid) {
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (error) {
        return (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EPERM");
    }
}
function taggedInProc(tag) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)("/proc")
        .filter((name) => /^\d+$/.test(name))
        .filter((pid) => readProc(`/proc/${pid}/environ`)?.split("\0").includes(tag))
        .map(Number);
}
function taggedByPs(tag) {
    return ps("-axEww", "-o", "pid=,command=")
        .split("\n")
        .filter((line) => `${line} `.includes(` ${tag} `))
        .map((line) => Number.parseInt(line, 10));
}
/** What `ps` prints, in English and in one time zone; "" where it finds nothing. */
function ps(...args) {
    try {
        return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)("ps", args, {
            encoding: "utf8",
            env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
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
/** `undefined` where the process is gone, or another user's. */
function readProc(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, "utf8");
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "ENOENT", "ESRCH", "EACCES", "EPERM"))
            return undefined;
        throw error;
    }
}
function pidNamespace() {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)("/proc/self/ns/pid", { throwIfNoEntry: false })?.ino ?? 0;
}
function signalLiving(list, signal) {
    for (const id of list.filter(isAlive)) {
        try {
            process.kill(id.pid, signal);
        }
        catch (error) {
            if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "ESRCH", "EPERM"))
                throw error;
        }
    }
}
async function allDead(list, withinMs) {
    const deadline = performance.now() + withinMs;
    while (list.some(isAlive)) {
        if (performance.now() >= deadline)
            return false;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(25);
    }
    return true;
}


/***/ }),

/***/ 2217:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nf: () => (/* binding */ checkProgram),
  jd: () => (/* binding */ openScratch),
  $B: () => (/* binding */ scratchFolder),
  EN: () => (/* binding */ writeProgram)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/places.js
var places = __webpack_require__(3783);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __webpack_require__(6661);
;// CONCATENATED MODULE: ./lib/run/shell.js



/** The names that GitHub gives, with its own argument lists (workflow syntax, `jobs.<id>.steps[*].shell`). */
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
/**
 * The argument list that runs a script: `shell` is a name that GitHub gives or a template in which `{0}` stands for the
 * script's path. Words end at blanks, double quotes hold them together, and no shell reads the template: a path with
 * blanks stays one word.
 * @throws {UserError} for any other text.
 */
function shellArgv(shell, scriptPath) {
    const template = TEMPLATES.get(shell) ?? shell;
    if (!template.includes("{0}"))
        throw new problem/* UserError */.yo([expectation(shell)]);
    return splitWords(template).map((word) => fill(word, scriptPath));
}
/** The ending that a script's name needs for this shell: `.sh`, `.ps1`, `.py`, or none. */
function scriptExtension(shell) {
    const [program = ""] = shell.trimStart().split(/\s/, 1);
    return EXTENSIONS.get(program) ?? "";
}
/** A path inside single quotes, as PowerShell has it, must double those of its own. */
function fill(word, scriptPath) {
    return word
        .replaceAll("'{0}'", () => `'${scriptPath.replaceAll("'", "''")}'`)
        .replaceAll("{0}", () => scriptPath);
}
/** `\"` is a quote of the word itself. */
function splitWords(template) {
    const words = template.match(/(?:\\"|"(?:\\"|[^"])*"?|[^\s"])+/g) ?? [];
    return words.map((word) => word.replaceAll(/\\"|"/g, (quote) => (quote === '"' ? "" : '"')));
}
function expectation(shell) {
    const names = [...TEMPLATES.keys()];
    return `shell: expected ${names.join(", ")} or a template with {0} for the script, such as "perl {0}", got ${(0,core_text/* show */.WU)(shell)}.${(0,nearest/* didYouMean */.a)(shell, names)}`;
}

;// CONCATENATED MODULE: ./lib/run/program.js







/**
 * Can commands be run so at all? To be asked before anything is touched.
 * @throws {UserError} for an unknown shell or a missing folder.
 */
function checkProgram(request) {
    const { disk, workspace, shell, workingDirectory } = request;
    shellArgv(shell, "");
    if (disk.stat((0,external_node_path_.resolve)(workspace, workingDirectory))?.kind === "directory")
        return;
    throw new problem/* UserError */.yo([
        `working-directory must be a folder, got ${(0,core_text/* show */.WU)(workingDirectory)}, which is not there.`,
    ]);
}
/** Writes a user's command as a script of its own, as a workflow step does, so that no value ever joins its text. */
function writeProgram(request, name, text) {
    const { workspace, scratch, shell, workingDirectory } = request;
    (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
    const path = (0,external_node_path_.join)(scratch, name + scriptExtension(shell));
    (0,external_node_fs_.writeFileSync)(path, text.endsWith("\n") ? text : `${text}\n`);
    return { argv: shellArgv(shell, path), cwd: (0,external_node_path_.resolve)(workspace, workingDirectory) };
}
/** Where every run has a folder of its small files, under a temporary name. */
function scratchFolder(workspace) {
    return (0,external_node_path_.join)((0,places/* ownFolder */.vY)(workspace), "tmp");
}
/**
 * The folder of this run's small files; `.donemark` keeps itself out of version control.
 * @throws {UserError} where it cannot be made.
 */
function openScratch(workspace, token) {
    const own = (0,places/* ownFolder */.vY)(workspace);
    const scratch = (0,external_node_path_.join)(scratchFolder(workspace), `${durable/* TEMPORARY_PREFIX */.F8}${token}`);
    try {
        (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, ".gitignore"), "*\n");
        return scratch;
    }
    catch (error) {
        throw new problem/* UserError */.yo([
            `Donemark keeps its logs and scripts in ${own}, which must be a folder that can be written: ${(0,problem/* describe */.q0)(error)}`,
        ]);
    }
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ checkStaged)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9311);


/**
 * What was fetched against its marker: kind, number of files, bytes, and every byte's digest. Times and inodes are
 * another disk's and count for nothing. The cheap checks come first; only what passes them is read whole.
 * @throws where this disk cannot be read: that says nothing of the entry.
 */
function checkStaged(disk, staging, marker) {
    const why = findFault(disk, staging, marker);
    return why === undefined ? { kind: "good" } : { kind: "bad", why };
}
function findFault(disk, staging, { checkpoint }) {
    if (checkpoint.sha256 === undefined)
        return "its marker has no full digest";
    // Whatever a link leads to was not fetched.
    if (isLink(disk, staging))
        return "it is a link";
    const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measure */ .xP)(disk, staging);
    if (found.kind === "absent")
        return "nothing was brought";
    if (found.kind === "refused")
        return found.why;
    const difference = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .findDifference */ .Hl)(checkpoint, found.measure);
    if (difference !== undefined)
        return difference;
    if ((0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(disk, staging) !== checkpoint.sample)
        return "its sample is not the marker's";
    const same = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(disk, staging) === checkpoint.sha256;
    return same ? undefined : "its SHA-256 is not the marker's";
}
function isLink(disk, path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return (disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}


/***/ })

};
