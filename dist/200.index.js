export const id = 200;
export const ids = [200,646];
export const modules = {

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

/***/ 7131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ saveWork)
/* harmony export */ });
/* harmony import */ var _core_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9492);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2064);
/* harmony import */ var _save_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1241);



/** Saves the work of unfinished shards, for the next job to go on from, as long as the deadline is not over. */
async function saveWork({ disk }, { store, verdicts }, deadline) {
    const unsaved = [];
    const over = deadline.over.then(() => ({ kind: "unavailable", cause: _save_js__WEBPACK_IMPORTED_MODULE_1__/* .OVER */ .PM }));
    let saved = 0;
    await (0,_core_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .H)(verdicts, _save_js__WEBPACK_IMPORTED_MODULE_1__/* .AT_ONCE */ .Qd, async ({ task }) => {
        const { shard, places } = task;
        const kept = (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_0__/* .workOf */ .LT)(task);
        if (kept === undefined || disk.stat(places.work)?.kind !== "directory")
            return;
        const end = deadline.isOver()
            ? await over
            : await Promise.race([store.saveWork(kept, places.work), over]);
        if (end.kind !== "unavailable")
            saved += 1;
        else
            unsaved.push({ id: shard.id, why: end.cause });
    });
    return { saved, unsaved };
}


/***/ }),

/***/ 1241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ openDeadline),
/* harmony export */   PM: () => (/* binding */ OVER),
/* harmony export */   Qd: () => (/* binding */ AT_ONCE),
/* harmony export */   yp: () => (/* binding */ saveUnsaved)
/* harmony export */ });
/* harmony import */ var _core_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9492);
/* harmony import */ var _run_lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9443);
/* harmony import */ var _run_processes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3768);
/* harmony import */ var _run_save_shard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5841);
/* harmony import */ var _run_shard_lease_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5386);
/* harmony import */ var _run_timer_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8652);






/** What is said of what the deadline cut off. */
const OVER = "the time for it is over";
/** Few, so that at the deadline little is half-way. */
const AT_ONCE = 4;
/**
 * Saves every shard that is done here and not yet in the store, smallest first, as long as the deadline is not
 * over: a cancel or a crash may have come between a marker and its save. A save under way then is left to itself.
 */
async function saveUnsaved(invocation, hand, job, deadline) {
    const over = deadline.over.then(() => OVER);
    const unsaved = [];
    let saved = 0;
    let bytes = 0;
    await (0,_core_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(smallestFirst(job), AT_ONCE, async (verdict) => {
        const why = deadline.isOver()
            ? OVER
            : await Promise.race([saveOne(invocation, hand, { job, verdict }), over]);
        if (why === undefined) {
            saved += 1;
            bytes += sizeOf(verdict);
        }
        else
            unsaved.push({ id: verdict.task.shard.id, why });
    });
    return { saved, bytes, unsaved };
}
function openDeadline({ now }, untilMs = Number.POSITIVE_INFINITY) {
    let endMs = untilMs;
    let timer;
    let end = () => undefined;
    const over = new Promise((settle) => {
        end = settle;
    });
    const setTo = (ms) => {
        endMs = ms;
        timer?.stop();
        const left = endMs - now();
        if (left <= 0)
            end();
        else if (left < Number.POSITIVE_INFINITY)
            timer = (0,_run_timer_js__WEBPACK_IMPORTED_MODULE_5__/* .startTimer */ .I)(left, end);
    };
    setTo(untilMs);
    return { over, isOver: () => now() >= endMs, setTo, release: () => timer?.stop() };
}
function smallestFirst({ store, verdicts }) {
    if (store.kind === "none")
        return [];
    const done = verdicts.filter(({ reason, entry }) => reason === "done" && entry === undefined);
    return done.toSorted((a, b) => sizeOf(a) - sizeOf(b));
}
function sizeOf({ observed }) {
    return observed.full?.checkpoint.sizeBytes ?? 0;
}
/** The reason why a shard was not saved; `undefined` for one that was. */
async function saveOne({ home, env }, hand, { job, verdict }) {
    const { task, observed } = verdict;
    const { full } = observed;
    if (full === undefined || task.wanted === undefined)
        return "it has no full marker";
    const lease = (0,_run_shard_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .leaseShard */ .n)((0,_run_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .leaseFolder */ .H)(env), task, (0,_run_processes_js__WEBPACK_IMPORTED_MODULE_1__/* .thisProcess */ .WF)());
    const saved = await (0,_run_shard_lease_js__WEBPACK_IMPORTED_MODULE_3__/* .inOneHand */ .V)(lease, () => (0,_run_save_shard_js__WEBPACK_IMPORTED_MODULE_2__/* .saveShard */ .I)({ hand, home, store: job.store }, task, full));
    if (saved.kind === "held")
        return `a run (pid ${saved.by.pid}) has it in hand`;
    return saved.result?.kind === "unavailable" ? saved.result.cause : undefined;
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

/***/ 1313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ unsavedWorkLines),
/* harmony export */   _s: () => (/* binding */ unsavedLines),
/* harmony export */   os: () => (/* binding */ unbroughtLines),
/* harmony export */   uR: () => (/* binding */ missingLines)
/* harmony export */ });
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9716);

/** So many ids stand for all of one cause. */
const MOST_IDS = 3;
/** Of what is missing, the names are what counts. */
const MOST_MISSING = 20;
/** Causes that name a path of their own would else say a line for each of ten thousand shards. */
const MOST_CAUSES = 5;
/** Lines for people, one for each cause; those beyond the fifth share one. `store` is the store's label. */
function unsavedLines(unsaved, store) {
    return linesOf(unsaved, {
        one: `is done, but was not saved to ${store}`,
        several: `are done, but were not saved to ${store}`,
    });
}
/** The same for the work of shards that are not finished. */
function unsavedWorkLines(unsaved, store) {
    return linesOf(unsaved, {
        one: `is unfinished, and its work was not saved to ${store}`,
        several: `are unfinished, and their work was not saved to ${store}`,
    });
}
/** The same for finished shards that were to be brought to this disk. */
function unbroughtLines(unbrought, store) {
    return linesOf(unbrought, {
        one: `is done, but was not brought from ${store}`,
        several: `are done, but were not brought from ${store}`,
    });
}
/** The same for shards that a collect did not find finished. */
function missingLines(missing) {
    return linesOf(missing, { one: "is missing", several: "are missing", mostIds: MOST_MISSING });
}
function linesOf(unsaved, wording) {
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
    const lines = shown.map(([why, ids]) => `${saying(ids, wording)}: ${why}`);
    if (!isOver)
        return lines;
    const rest = causes.slice(shown.length);
    const ids = rest.flatMap(([, ofCause]) => ofCause);
    return [
        ...lines,
        `${saying(ids, wording)}, for ${rest.length} other causes; the first: ${rest[0]?.[0] ?? ""}`,
    ];
}
function saying(ids, { one, several, mostIds = MOST_IDS }) {
    const named = ids.slice(0, mostIds).map((id) => `[${id}]`);
    if (ids.length === 1)
        return `${named.join("")} ${one}`;
    const more = ids.length - named.length;
    const names = more > 0 ? `${named.join(", ")} and ${more} more` : named.join(", ");
    return `${(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(ids.length, "shard")} (${names}) ${several}`;
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

/***/ 7408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answerDigest: () => (/* binding */ answerDigest),
/* harmony export */   checksumsInThread: () => (/* binding */ checksumsInThread),
/* harmony export */   digestInThread: () => (/* binding */ digestInThread)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9311);
/* harmony import */ var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(845);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9716);






const LOW_PRIORITY = 10;
/**
 * SHA-256 of a checkpoint's every byte, computed in a thread, so that the event loop does not wait for gigabytes.
 * `home` is the folder of the program's entries, which holds the thread's.
 * @throws where the checkpoint cannot be read.
 */
async function digestInThread(home, path, urgency) {
    const { sha256 } = await ask(home, { path, what: "sha256", urgency });
    if (typeof sha256 === "string")
        return sha256;
    throw new Error("the digest thread gave no answer");
}
/**
 * The checksums inside of a file held against its bytes, in a thread.
 * @throws where the checkpoint cannot be read.
 */
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
function ask(home, task) {
    return new Promise((resolve, reject) => {
        const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(new URL("digest.js", home), { workerData: task });
        worker.once("error", reject);
        worker.once("exit", () => reject(new Error("the digest thread ended without an answer")));
        worker.once("message", (answer) => {
            if (!(0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(answer))
                reject(new Error("the digest thread gave no answer"));
            else if ("error" in answer)
                reject(new Error(String(answer["error"])));
            else
                resolve(answer);
        });
    });
}
/** What the thread does: called by its entry. */
async function answerDigest() {
    if (node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.isMainThread || !(0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData) || typeof node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData["path"] !== "string")
        return;
    const { path, what, urgency } = node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData;
    // On Linux a thread has a priority of its own; elsewhere this would slow the whole process down.
    if (urgency === "background" && process.platform === "linux")
        (0,node_os__WEBPACK_IMPORTED_MODULE_0__.setPriority)(0, LOW_PRIORITY);
    try {
        node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage(await answerTo(path, what));
    }
    catch (error) {
        node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage({ error: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .describe */ .q0)(error) });
    }
}
async function answerTo(path, what) {
    if (what !== "checksums")
        return { sha256: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .realDisk */ .U, path) };
    const { readChecksums } = await __webpack_require__.e(/* import() */ 834).then(__webpack_require__.bind(__webpack_require__, 8834));
    return { ...(await readChecksums(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .realDisk */ .U, path)) };
}


/***/ }),

/***/ 9443:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ leaseFolder),
/* harmony export */   Z: () => (/* binding */ acquireLease)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1257);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9716);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3768);







/**
 * Takes a resource, or says who has it; never waits. Two takers in one process are two takers.
 *
 * A lease is a folder named after the resource, with one empty file, the baton, whose name says who holds it, and one
 * for each process that was noted. No name is ever used twice, and every step is one rename of the baton, of which the
 * kernel lets exactly one of many racers succeed:
 * - nobody has the resource: a folder with one's own baton is renamed to the resource's name, which fails where a
 *   folder that is not empty has that name;
 * - the holder is dead: its baton is renamed to one's own. Whoever comes second finds no baton of the old name;
 * - release: the folder is renamed away, by the living holder alone, and then removed. While a noted process lives the
 *   folder stays, with a baton that is nobody's.
 * Nothing is flushed: with the boot, all leases end.
 */
async function acquireLease(folder, resource, holder) {
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_5__/* .sha256 */ .sc)(resource).slice(0, 32));
    for (let round = 0; round < ROUNDS; round += 1) {
        const batons = batonsIn(place);
        const by = [...batons, ...notesIn(place)].map(processOf).find(isLiving);
        if (by !== undefined)
            return { kind: "held", by };
        const baton = batonOf(holder);
        if (batons[0] === undefined)
            forgetTheDead(place);
        const isTaken = batons[0] === undefined
            ? plant(folder, place, baton)
            : moved((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, batons[0]), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, baton));
        if (isTaken)
            return leaseOf(folder, place, baton);
    }
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([`No lease could be taken in ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_6__/* .show */ .WU)(place)}: remove that folder.`]);
}
/**
 * The folder of this machine's leases: `DONEMARK_LEASE_DIR`, or one that all users and runners share. Not the
 * temporary folder of this process: each runner may have its own.
 * @throws {UserError} where it is not a folder that can be trusted.
 */
function leaseFolder(env = process.env) {
    const folder = env["DONEMARK_LEASE_DIR"] ?? "/tmp/donemark-leases";
    if (!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder)) {
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([`DONEMARK_LEASE_DIR: expected an absolute path, got ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_6__/* .show */ .WU)(folder)}.`]);
    }
    try {
        makeShared(folder);
    }
    catch (error) {
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([
            `Leases are kept in ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_6__/* .show */ .WU)(folder)}, which cannot be made (${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}): set DONEMARK_LEASE_DIR.`,
        ]);
    }
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(folder).isDirectory())
        return folder;
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([
        `Expected a folder for leases at ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_6__/* .show */ .WU)(folder)}, found a link or a file: remove it, or set DONEMARK_LEASE_DIR.`,
    ]);
}
function makeShared(folder) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder), { recursive: true });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(folder, 0o1777);
    }
    catch (error) {
        if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EEXIST"))
            throw error;
    }
}
/** More than the racers that could get in between, one after the other. */
const ROUNDS = 1000;
/** The folder of a resource is everybody's: the next holder may be another user. */
const EVERYBODY = 0o777;
function plant(folder, place, baton) {
    const own = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, ".new-"));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(own, baton), "");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(own, EVERYBODY);
    const isTaken = moved(own, place);
    if (!isTaken)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(own, { recursive: true });
    return isTaken;
}
function leaseOf(folder, place, first) {
    // Gone after the release, or when a cleaner of temporary files took it: then the resource may be another's.
    let baton = first;
    let noted = 0;
    const own = () => batonsIn(place).find((name) => name === baton);
    return {
        kind: "lease",
        note: (process) => {
            baton = own();
            if (baton === undefined)
                return;
            forgetTheDead(place);
            noted += 1;
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, noteOf(noted, process)), "");
        },
        release: async () => {
            const last = own();
            baton = undefined;
            if (last === undefined)
                return;
            const away = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `.old-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`);
            const isFree = !notesIn(place).map(processOf).some(isLiving);
            if (isFree && moved(place, away))
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(away, { recursive: true, force: true });
            // A command still runs, or the folder is another user's: it stays, with a baton that is nobody's.
            else
                moved((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, last), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, batonOf()));
        },
    };
}
/** What cannot be removed is another user's, and dead all the same. */
function forgetTheDead(place) {
    for (const name of notesIn(place)) {
        if (isLiving(processOf(name)))
            continue;
        try {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(place, name), { force: true });
        }
        catch (error) {
            if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EPERM", "EACCES"))
                throw error;
        }
    }
}
/** Renames; `false` where another was faster, or it is not allowed. */
function moved(from, to) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(from, to);
        return true;
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES"))
            return false;
        throw error;
    }
}
function batonsIn(place) {
    return namesIn(place).filter((name) => name.includes("~") && !name.startsWith("+"));
}
/** In the order in which they were noted. */
function notesIn(place) {
    return namesIn(place)
        .filter((name) => name.startsWith("+"))
        .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}
function namesIn(place) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(place);
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "ENOENT"))
            return [];
        throw error;
    }
}
/** `<boot>~<pid>,<start time>~<unique>`; one that is nobody's names no process. */
function batonOf(holder) {
    const unique = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 13);
    return holder === undefined ? `~~${unique}` : `${nameOf(holder)}~${unique}`;
}
/** `+<number>~<boot>~<pid>,<start time>~` */
function noteOf(serial, process) {
    return `+${serial}~${nameOf(process)}~`;
}
function nameOf({ boot, pid, startTime }) {
    return `${encodeURIComponent(boot)}~${pid},${encodeURIComponent(startTime)}`;
}
/** The process that a baton or a note names. */
function processOf(name) {
    const [, boot = "", pid = "", startTime = ""] = /^(?:\+\d+~)?([^~]*)~(\d+),([^~]*)~/.exec(name) ?? [];
    if (pid === "")
        return undefined;
    const [start, bootName] = [decodeURIComponent(startTime), decodeURIComponent(boot)];
    return { pid: Number(pid), startTime: start, boot: bootName };
}
function isLiving(process) {
    return process !== undefined && (0,_processes_js__WEBPACK_IMPORTED_MODULE_4__/* .isAlive */ ._n)(process);
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

/***/ 5841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ saveShard)
});

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/marker.js
var core_marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/run/digest-worker.js
var digest_worker = __webpack_require__(7408);
;// CONCATENATED MODULE: ./lib/run/full-digest.js



/**
 * The marker with its full digest: as it is where it has one, else computed in the background and written to the disk.
 * `undefined` where the disk's marker is another one by then, or gone: whoever took it away is not overruled.
 * @throws where the checkpoint cannot be read or the marker not be written.
 */
async function withFullDigest(hand, home, { places, marker }) {
    if (marker.checkpoint.sha256 !== undefined)
        return marker;
    const sha256 = await (0,digest_worker.digestInThread)(home, places.checkpoint, "background");
    const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
    if (!isThere(hand, places, marker))
        return undefined;
    await (0,commit/* renewMarker */.oT)(hand, places, full);
    return full;
}
function isThere({ disk, markers }, places, marker) {
    const found = markers.parse(disk.readText(places.marker, core_marker/* RECORD_LIMIT_BYTES */.gX) ?? "");
    return found.kind === "full" && markers.format(found.marker) === markers.format(marker);
}

;// CONCATENATED MODULE: ./lib/run/save-shard.js


/**
 * Completes the marker of a finished shard with its full digest, saves the shard, and drops its work from the store.
 * `undefined` where no store is to have it. Never throws: what goes wrong is the store's answer.
 */
async function saveShard({ hand, home, store }, { places, wanted }, marked) {
    try {
        const marker = await withFullDigest(hand, home, { places, marker: marked });
        if (store.kind === "none" || wanted === undefined)
            return undefined;
        if (marker === undefined)
            return { kind: "unavailable", cause: "its marker was taken away" };
        const saved = await store.save({ wanted, checkpoint: places.checkpoint, marker });
        if (saved.kind !== "unavailable")
            await store.dropWork(wanted);
        return saved;
    }
    catch (error) {
        return { kind: "unavailable", cause: (0,problem/* describe */.q0)(error) };
    }
}


/***/ }),

/***/ 5386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inOneHand),
/* harmony export */   n: () => (/* binding */ leaseShard)
/* harmony export */ });
/* harmony import */ var _lease_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9443);

/**
 * One shard is in one hand on this machine, from before its start until its result is marked, digested and saved.
 * `folder` is that of the machine's leases.
 */
function leaseShard(folder, { places }, owner) {
    return (0,_lease_js__WEBPACK_IMPORTED_MODULE_0__/* .acquireLease */ .Z)(folder, `shard ${places.checkpoint}`, owner);
}
/** Acts while no other run has the shard in hand. Who has it has it: nobody waits. */
async function inOneHand(lease, act) {
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


/***/ }),

/***/ 8652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ startTimer),
/* harmony export */   M: () => (/* binding */ LONGEST_TIMER_MS)
/* harmony export */ });
/** Node's timers hold no longer than this (2^31 ms, 24.8 days): a longer one would go off at once. */
const LONGEST_TIMER_MS = 2_147_483_647;
/** Calls once after this time, however long it is; never where none is given. */
function startTimer(ms, act) {
    if (ms === undefined)
        return { renew: () => undefined, stop: () => undefined };
    let timer;
    const wait = (left) => {
        const step = Math.min(left, LONGEST_TIMER_MS);
        timer = setTimeout(() => (left > step ? wait(left - step) : act()), step);
    };
    wait(ms);
    return {
        renew: () => {
            clearTimeout(timer);
            wait(ms);
        },
        stop: () => clearTimeout(timer),
    };
}


/***/ }),

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  actionPost: () => (/* binding */ actionPost)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
// EXTERNAL MODULE: ./lib/core/unsaved.js
var unsaved = __webpack_require__(1313);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/commands/save.js
var save = __webpack_require__(1241);
// EXTERNAL MODULE: ./lib/commands/save-work.js
var save_work = __webpack_require__(7131);
;// CONCATENATED MODULE: ./lib/commands/finish.js






/** A main step that was never told to stop gets this long to stop in good order. */
const MAIN_GRACE_MS = 10_000;
/** Ends what a cut-off run has left: main first, then every process of its commands, wherever it went. */
async function endRun({ runTag, owner, stopGraceMs }) {
    if ((0,processes/* isAlive */._n)(owner))
        await (0,processes/* endProcesses */.Hk)([owner], { graceMs: MAIN_GRACE_MS });
    const left = (0,processes/* findTagged */.id)("DONEMARK_RUN", runTag);
    if (left.length > 0)
        await (0,processes/* endProcesses */.Hk)(left, { graceMs: stopGraceMs });
    return left.length;
}
/**
 * Saves what is done and not yet in the store, then the work of the shards that the run was cut off in, until `untilMs`.
 * @throws {Error} where the shards cannot be read by then.
 */
async function finishSaves(invocation, { runTag }, untilMs) {
    const deadline = (0,save/* openDeadline */.LH)(invocation, untilMs);
    try {
        const job = await Promise.race([deadline.over, (0,commands_open/* openJob */.Iv)(invocation, { runs: false })]);
        if (job === undefined) {
            throw new Error("the time for it was over before all shards were looked at: what is not in the store yet is saved by the next run on this disk");
        }
        const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
        const late = await (0,save/* saveUnsaved */.yp)(invocation, hand, job, deadline);
        // A cancelled main step leaves no time for it.
        const verdicts = job.verdicts.filter((verdict) => isCutOff(verdict, runTag));
        const work = await (0,save_work/* saveWork */.d)(invocation, { store: job.store, verdicts }, deadline);
        const { label } = job.store;
        const warnings = [
            ...(0,unsaved/* unsavedLines */._s)(late.unsaved, label),
            ...(0,unsaved/* unsavedWorkLines */.Nj)(work.unsaved, label),
        ];
        return { saved: late.saved, work: work.saved, warnings };
    }
    finally {
        deadline.release();
    }
}
/** Work that was handed on and failed is not handed on again. */
function isCutOff({ kind, observed }, runTag) {
    const record = observed.startRecord;
    if (kind === "skip" || record?.runTag !== runTag)
        return false;
    return !(record.resumed && record.ended === true);
}

// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/start-record.js
var start_record = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/surface/action.js
var action = __webpack_require__(9289);
;// CONCATENATED MODULE: ./lib/surface/action-post.js







/** After a cancel the runner ends the job 285 s later; the saves must be over before. */
const DEADLINE_MS = 240_000;
/** The root action's post step: ends and saves what a cancel cut off. It never fails a job. */
async function actionPost(home) {
    const startedAtMs = Date.now();
    try {
        if (core/* getState */.Gu(action/* STATE */.c.finished) === "true")
            return problem/* EXIT */.dc.done;
        const cutOff = readState();
        if (cutOff === undefined)
            return problem/* EXIT */.dc.done;
        const ended = await endRun(cutOff);
        if (ended > 0)
            core/* info */.pq(`Ended ${ended} process${ended === 1 ? "" : "es"} of commands still running.`);
        const untilMs = startedAtMs + DEADLINE_MS;
        const late = await finishSaves((0,action/* stepInvocation */.L)(home), cutOff, untilMs);
        if (late.saved > 0)
            core/* info */.pq(`Saved ${(0,core_text/* count */.U9)(late.saved, "finished shard")} after the stop.`);
        if (late.work > 0)
            core/* info */.pq(`Saved the work of ${(0,core_text/* count */.U9)(late.work, "unfinished shard")} after the stop.`);
        for (const line of late.warnings)
            core/* warning */.$e(line);
    }
    catch (error) {
        core/* warning */.$e(`The post step could not finish: ${(0,problem/* describe */.q0)(error)}`);
    }
    return problem/* EXIT */.dc.done;
}
function readState() {
    const value = (0,marker/* parseJson */.qF)(core/* getState */.Gu(action/* STATE */.c.run));
    if (!(0,core_text/* isRecord */.u4)(value) || typeof value["runTag"] !== "string")
        return undefined;
    const owner = (0,start_record/* readProcess */.Wv)(value["owner"]);
    const stopGraceMs = Number(core/* getState */.Gu(action/* STATE */.c.stopGraceMs)) || 10_000;
    return owner === undefined ? undefined : { runTag: value["runTag"], owner, stopGraceMs };
}


/***/ }),

/***/ 9289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ stepInvocation),
/* harmony export */   c: () => (/* binding */ STATE)
/* harmony export */ });
/* harmony import */ var _core_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1709);
/* harmony import */ var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(845);
/* harmony import */ var _ui_actions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6557);



/** A step of a workflow, ready to act on. */
function stepInvocation(home) {
    const { env } = process;
    const workspace = env["GITHUB_WORKSPACE"];
    return {
        surface: "actions",
        inputs: (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .readInputs */ .Ko)(env),
        workspace: workspace === undefined || workspace === "" ? process.cwd() : workspace,
        env,
        disk: _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__/* .realDisk */ .U,
        reporter: (0,_ui_actions_js__WEBPACK_IMPORTED_MODULE_1__/* .actionsReporter */ .t)(),
        now: Date.now,
        randomHex: (bytes) => (0,_core_node_crypto_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeCrypto */ .S)().randomBytes(bytes).toString("hex"),
        home,
    };
}
/** Names of the states that main leaves for post. */
const STATE = { run: "run", stopGraceMs: "stop-grace-ms", finished: "finished" };


/***/ }),

/***/ 6557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   iB: () => (/* binding */ setRunOutputs),
/* harmony export */   n0: () => (/* binding */ setOutputs),
/* harmony export */   o: () => (/* binding */ annotateFailures),
/* harmony export */   pW: () => (/* binding */ firstIds),
/* harmony export */   t: () => (/* binding */ actionsReporter)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3838);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4246);


/** Ids in an output, as the design cuts them: an output must stay far below the runner's 1 MiB. */
const MOST_IDS = 1000;
/** GitHub shows ten annotations of a kind for a step. */
const MOST_ANNOTATIONS = 10;
/** The inputs of a step, as the runner hands them over; an input that was not given is an empty text. */
function readInputs(env) {
    const values = {};
    for (const [name, value] of Object.entries(env)) {
        const input = /^INPUT_(.+)$/.exec(name)?.[1];
        if (input !== undefined && value !== undefined && value !== "")
            values[input.toLowerCase()] = value;
    }
    return {
        label: (name) => `Input "${name}"`,
        values,
        others: ["config", "definition", "github-token", "marker-key"],
    };
}
/** Says things in the job's log. */
function actionsReporter() {
    return {
        info: (text) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(text)),
        warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(harmless(line)),
        error: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(harmless(line)),
        debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(harmless(line)),
        output: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(harmless(line)),
        mask: (value) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value),
    };
}
/** Files and ids are named as users and their archives name them: no name may become a workflow command. */
function harmless(text) {
    const lines = text.split(/\r\n|\r|\n/).map(_core_log_name_js__WEBPACK_IMPORTED_MODULE_1__/* .harmlessLine */ .Kw);
    return lines.map((line) => line.replace(/^(\s*):(?=:)/, "$1: ")).join("\n");
}
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
}
/** Ids as an output holds them. */
function firstIds(ids) {
    return JSON.stringify(ids.slice(0, MOST_IDS));
}
/** One annotation for each problem, as many as are shown, and one for the rest. */
function annotate(problems, kind = "error") {
    const isOver = problems.length > MOST_ANNOTATIONS;
    const shown = isOver ? problems.slice(0, MOST_ANNOTATIONS - 1) : problems;
    const say = kind === "error" ? _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3 : _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e;
    for (const problem of shown)
        say(harmless(problem));
    if (isOver)
        say(`… and ${problems.length - shown.length} more of these: see the log.`);
}
/** Sets the outputs of the root action. */
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
        "seconds-saved": answer.secondsSaved,
        results: resultsPath,
        "failed-ids": firstIds(failed),
    });
}
/** Annotates the failed shards, as many as are shown. */
function annotateFailures(answer, pasteLine) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed");
    for (const { id, why } of failed.slice(0, MOST_ANNOTATIONS)) {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3(harmless(`${why ?? "it failed"}. To try it again: ${pasteLine(id)}`), {
            title: `Shard ${id} failed`,
        });
    }
}
/** Appends to the job summary, where the runner has one. */
async function writeSummary(markdown, env) {
    const file = env["GITHUB_STEP_SUMMARY"];
    if (file === undefined || file === "")
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown).write();
}


/***/ })

};
