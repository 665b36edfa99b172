export const id = 709;
export const ids = [709];
export const modules = {

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openFileStore: () => (/* binding */ openFileStore)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/core/scope.js


/** Triggers by which anybody may start a workflow that runs as the default branch (GitHub gives them a read-only cache). */
const ANYBODYS = new Set(["pull_request_target", "issue_comment"]);
/**
 * The scope of what a step writes into a store that all runs share: what is written under one is read only under it,
 * `undefined` is for all. A pull request has one of its own, and so has each run that somebody without the right to
 * write may have started. `event` is the text of the file that GITHUB_EVENT_PATH names.
 */
function writeScope(env, event) {
    const { GITHUB_REF: ref = "", GITHUB_EVENT_NAME: name = "", GITHUB_RUN_ID: run = "" } = env;
    if (/^refs\/pull\/\d+\//.test(ref))
        return ref;
    const isOpen = ANYBODYS.has(name) || (name === "workflow_run" && !isOfOwnRepository(event));
    return isOpen ? `${name} ${run}` : undefined;
}
/** Was the workflow before this one started by a push to this repository, not by one to a fork? */
function isOfOwnRepository(event) {
    const body = event === undefined ? undefined : (0,marker/* parseJson */.qF)(event);
    if (!(0,core_text/* isRecord */.u4)(body) || !(0,core_text/* isRecord */.u4)(body["workflow_run"]))
        return false;
    const head = fullName(body["workflow_run"]["head_repository"]);
    return head !== undefined && head === fullName(body["repository"]);
}
function fullName(repository) {
    const name = (0,core_text/* isRecord */.u4)(repository) ? repository["full_name"] : undefined;
    return typeof name === "string" ? name : undefined;
}

// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/store/file-entries.js
var file_entries = __webpack_require__(8466);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/store/file-names.js
var file_names = __webpack_require__(3466);
// EXTERNAL MODULE: ./lib/store/file-site.js
var file_site = __webpack_require__(6231);
// EXTERNAL MODULE: ./lib/store/order.js
var store_order = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/store/refusal.js
var store_refusal = __webpack_require__(5833);
;// CONCATENATED MODULE: ./lib/store/file-save.js








const MISS = { kind: "miss" };
const REMOVED = { kind: "removed" };
/** Makes the entry beside its place, flushes all of it, and moves it into place by one rename. @throws system errors. */
async function saveEntry(site, finished) {
    const { wanted, marker } = finished;
    const refusal = (0,store_refusal/* refusalOf */.O)(finished);
    if (refusal !== undefined)
        return (0,file_site/* unavailable */.hU)(site, refusal);
    const order = (0,store_order/* orderOf */.m)(marker);
    const newer = site.areas
        .map((area) => (0,file_entries/* lookUp */.TE)(site, wanted, [area]))
        .find((found) => found.kind === "kept" && (0,store_order/* compareOrder */.w)(found.place.order, order) >= 0);
    if (newer?.kind === "kept")
        return exists(newer);
    const place = {
        area: site.areas[0],
        shardFolder: (0,file_names/* shardFolder */.nG)(wanted.shard),
        match: wanted.match,
        name: (0,file_names/* formatEntryName */.HJ)(order, site.token()),
        order,
    };
    const temporary = await (0,file_site/* newTemporary */.sL)(site);
    try {
        await fill(site, temporary, finished);
        return await publish(site, temporary, place);
    }
    finally {
        await (0,file_site/* discard */.vf)(site, temporary);
    }
}
async function fill(site, temporary, finished) {
    const { disk } = site;
    await disk.makeDirectory(temporary);
    await (0,durable/* copyTree */.EL)(disk, finished.checkpoint, (0,external_node_path_.join)(temporary, file_names/* DATA */.vN));
    await disk.create((0,external_node_path_.join)(temporary, file_names/* MARKER */.tl), site.markers.format(finished.marker));
    if ((0,file_entries/* readEntry */.hB)(site, temporary) === undefined) {
        throw new Error(`${finished.checkpoint} is not what its marker says`);
    }
    await (0,durable/* syncAll */.L9)(disk, temporary);
}
async function publish(site, temporary, place) {
    const { disk } = site;
    const target = (0,file_entries/* folderOf */.yS)(site, place);
    await (0,durable/* makeFolders */.wZ)(disk, (0,external_node_path_.dirname)(target));
    let moved = true;
    try {
        await disk.rename(temporary, target);
    }
    catch (error) {
        // Another process's entry of this very name, or our own rename whose answer got lost on a network file system.
        if ((0,file_entries/* readEntry */.hB)(site, target) === undefined)
            throw error;
        moved = false;
    }
    await disk.syncDirectory((0,external_node_path_.dirname)(target));
    const kept = (0,file_entries/* readKept */.DL)(site, place);
    if (kept === undefined)
        throw new Error(`${target} was removed while it was saved`);
    return moved ? { kind: "saved", key: kept.entry.key } : exists(kept);
}
function exists({ entry }) {
    return { kind: "exists", key: entry.key };
}
/** Copies the data to `staging`; takes back what it staged where that fails. @throws system errors. */
async function fetchEntry(site, entry, staging) {
    const { disk } = site;
    const place = (0,file_entries/* locate */.x5)(site, entry);
    const kept = place === undefined ? undefined : (0,file_entries/* readKept */.DL)(site, place);
    if (place === undefined || kept === undefined)
        return MISS;
    if (disk.exists(staging))
        return (0,file_site/* unavailable */.hU)(site, `${staging}: something is there already`);
    try {
        await (0,durable/* copyTree */.EL)(disk, (0,external_node_path_.join)((0,file_entries/* folderOf */.yS)(site, place), file_names/* DATA */.vN), staging);
    }
    catch (error) {
        await (0,file_site/* discard */.vf)(site, staging);
        if ((0,file_entries/* readKept */.DL)(site, place) === undefined)
            return MISS;
        throw error;
    }
    return { kind: "hit", marker: kept.marker };
}
/** Removes an entry, or leaves a note beside it where it cannot be removed or is not this store's to remove. */
async function revokeEntry(site, entry) {
    const place = placeOfVisible(site, entry);
    if (place === undefined)
        return MISS;
    if (place.area !== site.areas[0])
        return noteRevocation(site, place);
    try {
        await (0,file_site/* removeAtOnce */.xI)(site, (0,file_entries/* folderOf */.yS)(site, place));
        return REMOVED;
    }
    catch (error) {
        if ((0,problem/* hasCode */.up)(error, "ENOENT"))
            return MISS;
        return noteRevocation(site, place);
    }
}
async function noteRevocation(site, place) {
    const note = (0,file_entries/* revocationOf */.Er)(site, place);
    await (0,durable/* makeFolders */.wZ)(site.disk, (0,external_node_path_.dirname)(note));
    try {
        await site.disk.create(note, "");
    }
    catch (error) {
        if (!(0,problem/* hasCode */.up)(error, "EEXIST"))
            throw error;
    }
    await site.disk.syncDirectory((0,external_node_path_.dirname)(note));
    return REMOVED;
}
/** Removes an entry of the area that this store writes. @throws system errors. */
async function removeEntry(site, entry) {
    const place = placeOfVisible(site, entry);
    if (place === undefined)
        return MISS;
    if (place.area !== site.areas[0]) {
        return (0,file_site/* unavailable */.hU)(site, `${entry.key} is shared; a scope removes only entries of its own`);
    }
    try {
        await (0,file_site/* removeAtOnce */.xI)(site, (0,file_entries/* folderOf */.yS)(site, place));
        return REMOVED;
    }
    catch (error) {
        if ((0,problem/* hasCode */.up)(error, "ENOENT"))
            return MISS;
        throw error;
    }
}
/** Entries whose data is damaged included: they too must be removable. */
function placeOfVisible(site, entry) {
    const place = (0,file_entries/* locate */.x5)(site, entry);
    if (place === undefined || (0,file_entries/* isRevoked */.xK)(site, place))
        return undefined;
    return site.disk.exists((0,file_entries/* folderOf */.yS)(site, place)) ? place : undefined;
}

// EXTERNAL MODULE: ./lib/store/work-manifest.js
var work_manifest = __webpack_require__(7100);
// EXTERNAL MODULE: ./lib/store/work-restore.js
var work_restore = __webpack_require__(3035);
// EXTERNAL MODULE: ./lib/store/work-shelf.js
var work_shelf = __webpack_require__(4569);
// EXTERNAL MODULE: ./lib/store/work-snapshot.js
var work_snapshot = __webpack_require__(6970);
;// CONCATENATED MODULE: ./lib/store/file-work.js










const file_work_MISS = { kind: "miss" };
const HIT = { kind: "hit" };
const file_work_REMOVED = { kind: "removed" };
/** The newest manifest and the one before it, in case a content of the newest is damaged. */
const KEPT_MANIFESTS = 2;
/** One answer for each question, in order: a hit where all contents of a snapshot are there in their size. */
function findWork(site, wanted) {
    const isThere = (0,file_entries/* shardPresence */.Sl)(site, wanted.length);
    return wanted.map((asked) => {
        if (!isThere(asked.shard))
            return file_work_MISS;
        try {
            return snapshotsOf(site, asked).next().done === true ? file_work_MISS : HIT;
        }
        catch (error) {
            return (0,file_site/* unavailable */.hU)(site, error);
        }
    });
}
/** Contents first, each flushed; then, when all are there, the manifest that names them. @throws system errors. */
async function saveWork(site, wanted, work) {
    const { disk } = site;
    if (disk.stat(work)?.kind !== "directory") {
        return (0,file_site/* unavailable */.hU)(site, `there is no work directory ${work}`);
    }
    const place = placeIn(site, site.areas[0], wanted);
    await (0,durable/* makeFolders */.wZ)(disk, place.objects);
    const shelf = (0,work_shelf/* openShelf */.nS)(site, place.objects);
    const [newest] = manifestsOf(site, place, wanted);
    const takenAtMs = site.now();
    const snapshot = await (0,work_snapshot/* takeSnapshot */.W)({ shelf, work, previous: newest?.manifest });
    const manifest = { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs };
    if (newest && (0,work_manifest/* isSameContent */.OI)(newest.manifest, manifest)) {
        return { kind: "exists", key: (0,work_manifest/* manifestName */.vS)(newest.sequence) };
    }
    await disk.syncDirectory(place.objects);
    if (!isComplete((0,work_shelf/* openShelf */.nS)(site, place.objects), manifest)) {
        return (0,file_site/* unavailable */.hU)(site, "another process removed what this one was saving");
    }
    const sequence = nextSequence(site, place);
    await writeManifest(site, (0,external_node_path_.join)(place.folder, (0,work_manifest/* manifestName */.vS)(sequence)), manifest);
    await tidy(site, place, wanted).catch(() => undefined);
    return { kind: "saved", key: (0,work_manifest/* manifestName */.vS)(sequence) };
}
async function writeManifest(site, path, manifest) {
    const { disk } = site;
    const temporary = await (0,file_site/* newTemporary */.sL)(site);
    try {
        await disk.create(temporary, (0,work_manifest/* formatManifest */.L_)(manifest));
        await disk.syncFile(temporary);
        await disk.rename(temporary, path);
        await disk.syncDirectory((0,external_node_path_.dirname)(path));
    }
    finally {
        await (0,file_site/* discard */.vf)(site, temporary);
    }
}
/** Removes the manifests before the last ones, and the contents that those do not name. */
async function tidy(site, place, wanted) {
    const { disk } = site;
    const kept = sequencesOf(site, place).slice(0, KEPT_MANIFESTS);
    const oldest = kept.at(-1) ?? 0;
    const named = new Set();
    for (const { sequence, manifest } of manifestsOf(site, place, wanted)) {
        if (sequence < oldest)
            break;
        for (const { sha256 } of manifest.files)
            named.add(sha256);
    }
    for (const sequence of sequencesOf(site, place)) {
        if (sequence < oldest)
            await disk.unlink((0,external_node_path_.join)(place.folder, (0,work_manifest/* manifestName */.vS)(sequence)));
    }
    for (const name of (0,work_shelf/* openShelf */.nS)(site, place.objects).names) {
        if (!named.has(name))
            await disk.unlink((0,external_node_path_.join)(place.objects, name));
    }
}
/** The newest snapshot whose contents are all there and true. @throws system errors. */
async function fetchWork(site, wanted, staging) {
    if (site.disk.exists(staging)) {
        return (0,file_site/* unavailable */.hU)(site, `${staging}: something is there already`);
    }
    let trouble;
    for (const { shelf, manifest } of snapshotsOf(site, wanted)) {
        try {
            if (await (0,work_restore/* restoreSnapshot */.n)(shelf, manifest, staging))
                return HIT;
        }
        catch (error) {
            trouble ??= (0,file_site/* unavailable */.hU)(site, error);
        }
        await (0,file_site/* discard */.vf)(site, staging);
    }
    return trouble ?? file_work_MISS;
}
/** Removes this area's snapshots; those of an area that is only read no longer count after it. @throws system errors. */
async function dropWork(site, wanted) {
    const { disk } = site;
    const places = readablePlaces(site, wanted).filter(({ folder }) => disk.exists(folder));
    const own = placeIn(site, site.areas[0], wanted);
    for (const { folder } of places) {
        if (folder !== own.folder)
            await noteDrop(site, own);
        else
            await (0,file_site/* removeAtOnce */.xI)(site, folder).catch(unlessGone);
    }
    return places.length === 0 ? file_work_MISS : file_work_REMOVED;
}
function unlessGone(error) {
    if (!(0,problem/* hasCode */.up)(error, "ENOENT"))
        throw error;
}
async function noteDrop({ disk }, { note }) {
    await (0,durable/* makeFolders */.wZ)(disk, (0,external_node_path_.dirname)(note));
    if (!disk.exists(note))
        await disk.create(note, "");
    await disk.syncDirectory((0,external_node_path_.dirname)(note));
}
/** Every snapshot whose contents are all there in their size, newest first, each looked at when it is asked for. */
function* snapshotsOf(site, wanted) {
    for (const place of readablePlaces(site, wanted)) {
        const shelf = (0,work_shelf/* openShelf */.nS)(site, place.objects);
        for (const { manifest } of manifestsOf(site, place, wanted)) {
            if (isComplete(shelf, manifest))
                yield { shelf, manifest };
        }
    }
}
function readablePlaces(site, wanted) {
    const own = placeIn(site, site.areas[0], wanted);
    if (site.disk.exists(own.note))
        return [own];
    return site.areas.map((area) => placeIn(site, area, wanted));
}
function placeIn({ home }, area, { shard, whole }) {
    const folder = (0,external_node_path_.join)(home, area, (0,file_names/* shardFolder */.nG)(shard), (0,file_names/* workFolder */.kR)(whole));
    return { folder, objects: (0,external_node_path_.join)(folder, "objects"), note: `${folder}${file_names/* REVOKED_SUFFIX */.FR}` };
}
/** The readable manifests of a place, newest first, each read when it is asked for. */
function* manifestsOf(site, place, wanted) {
    for (const sequence of sequencesOf(site, place)) {
        const path = (0,external_node_path_.join)(place.folder, (0,work_manifest/* manifestName */.vS)(sequence));
        const manifest = (0,work_manifest/* parseManifest */.Ng)(site.disk.readText(path, work_manifest/* MANIFEST_LIMIT_BYTES */.SC) ?? "", wanted);
        if (manifest !== undefined)
            yield { sequence, manifest };
    }
}
/** Newest first. */
function sequencesOf({ disk }, { folder }) {
    return (disk.list(folder) ?? [])
        .flatMap(({ name, kind }) => (kind === "file" ? ((0,work_manifest/* manifestSequence */.fz)(name) ?? []) : []))
        .toSorted((a, b) => b - a);
}
function nextSequence(site, place) {
    return (sequencesOf(site, place)[0] ?? 0) + 1;
}
function isComplete(shelf, { files }) {
    return files.every(({ sha256, sizeBytes }) => (0,work_shelf/* isOnShelf */.o1)(shelf, sha256, sizeBytes));
}

;// CONCATENATED MODULE: ./lib/store/file.js




/**
 * A directory as a store, also on a network file system that many machines share at once:
 * `<root>/<name>/[<scope>/]<shard>/<match>/<entry>/` with `data` and `marker.json`. Nothing needs a lock: an entry is made
 * under `incoming` and moved into place by one rename, and is never changed after that.
 */
function fileStore(options) {
    const site = (0,file_site/* openSite */.c2)(options);
    const one = (act) => guarded(site, act);
    const each = async (wanted, act) => {
        const answers = await guarded(site, act);
        return "kind" in answers ? wanted.map(() => answers) : answers;
    };
    return {
        kind: "file",
        label: `file:${options.root}`,
        find: (wanted) => each(wanted, () => (0,file_entries/* findEntries */.I_)(site, wanted)),
        fetch: (entry, staging) => one(() => fetchEntry(site, entry, staging)),
        save: (finished) => one(() => saveEntry(site, finished)),
        revoke: (entry) => one(() => revokeEntry(site, entry)),
        list: () => one(() => ({ kind: "listed", entries: (0,file_entries/* listEntries */.fi)(site) })),
        remove: (entry) => one(() => removeEntry(site, entry)),
        findWork: (wanted) => each(wanted, () => findWork(site, wanted)),
        saveWork: (wanted, work) => one(() => saveWork(site, wanted, work)),
        fetchWork: (wanted, staging) => one(() => fetchWork(site, wanted, staging)),
        dropWork: (wanted) => one(() => dropWork(site, wanted)),
    };
}
/** A store's trouble is an answer, whatever it is: it must never end a good run. */
async function guarded(site, act) {
    try {
        const trouble = (0,file_site/* rootTrouble */.OO)(site);
        return trouble === undefined ? await act() : (0,file_site/* unavailable */.hU)(site, trouble);
    }
    catch (error) {
        return (0,file_site/* unavailable */.hU)(site, error);
    }
}

// EXTERNAL MODULE: ./lib/commands/event.js
var commands_event = __webpack_require__(6554);
// EXTERNAL MODULE: ./lib/commands/hand.js
var hand = __webpack_require__(5949);
;// CONCATENATED MODULE: ./lib/commands/file-store.js







/** The store in a directory, whose temporary files tell whose they are. */
function openFileStore(invocation, name, folder) {
    const { disk, workspace, env, now, randomHex } = invocation;
    const { token, markers } = (0,hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    return fileStore({
        disk,
        root: (0,external_node_path_.isAbsolute)(folder) ? folder : (0,external_node_path_.join)(workspace, folder),
        name,
        scope: writeScope(env, (0,commands_event/* eventText */.c)(invocation)),
        token: () => `${token()}-${randomHex(4)}`,
        isOrphaned: leftovers/* isOrphaned */.A2,
        now,
        markers,
    });
}


/***/ })

};
