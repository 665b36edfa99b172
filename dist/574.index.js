export const id = 574;
export const ids = [574];
export const modules = {

/***/ 6554:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ eventText)
/* harmony export */ });
/** A runner writes the whole event there. */
const EVENT_LIMIT_BYTES = 16 * 1024 * 1024;
/** The text of the event that started the workflow; `undefined` where there is none. */
function eventText({ env, disk }) {
    const path = env["GITHUB_EVENT_PATH"];
    return path === undefined || path === "" ? undefined : disk.readText(path, EVENT_LIMIT_BYTES);
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

/***/ 8466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ readKept),
/* harmony export */   Er: () => (/* binding */ revocationOf),
/* harmony export */   I_: () => (/* binding */ findEntries),
/* harmony export */   Sl: () => (/* binding */ shardPresence),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   fi: () => (/* binding */ listEntries),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   x5: () => (/* binding */ locate),
/* harmony export */   xK: () => (/* binding */ isRevoked),
/* harmony export */   yS: () => (/* binding */ folderOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5845);
/* harmony import */ var _files_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7799);
/* harmony import */ var _file_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3466);
/* harmony import */ var _file_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6231);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1850);






const MISS = { kind: "miss" };
/** With more questions than this, one look at the list of all shards is cheaper than a look for each. */
const FEW = 16;
/** One answer for each question, in order; a trouble with one shard's folder is the answer for that shard alone. */
function findEntries(site, wanted) {
    const isThere = shardPresence(site, wanted.length);
    return wanted.map((asked) => {
        if (!isThere(asked.shard))
            return MISS;
        const found = lookUp(site, asked);
        return found.kind === "kept" ? { kind: "hit", entry: found.entry } : found;
    });
}
/** Does the shard have a folder in any area? May say yes for one that has none. */
function shardPresence(site, questions) {
    if (questions <= FEW)
        return () => true;
    const { disk, home, areas } = site;
    const names = new Set(areas.flatMap((area) => disk.names((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, area))));
    return (shard) => names.has((0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shardFolder */ .nG)(shard));
}
/** The newest entry that counts, of the first area that has one. What cannot be read is passed over if another counts. */
function lookUp(site, asked, areas = site.areas) {
    const { shard, match } = asked;
    const troubles = [];
    const unlessTrouble = (look, otherwise) => {
        try {
            return look();
        }
        catch (error) {
            troubles.push((0,_file_site_js__WEBPACK_IMPORTED_MODULE_3__/* .unavailable */ .hU)(site, error));
            return otherwise;
        }
    };
    for (const area of areas) {
        const at = { area, shardFolder: (0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shardFolder */ .nG)(shard), match };
        for (const place of unlessTrouble(() => placesOf(site, at), [])) {
            const kept = unlessTrouble(() => readKept(site, place), undefined);
            if (kept?.entry.shard === shard)
                return kept;
        }
    }
    return troubles[0] ?? MISS;
}
/** Every entry that counts. */
function listEntries(site) {
    const { disk, home, areas } = site;
    return areas.flatMap((area) => foldersIn(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, area), _file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isShardFolder */ .T4).flatMap((folder) => foldersIn(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, area, folder), _file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isMatchFolder */ .Cr).flatMap((match) => placesOf(site, { area, shardFolder: folder, match }).flatMap((place) => {
        const kept = readKept(site, place);
        return kept === undefined ? [] : [kept.entry];
    }))));
}
/** Where the store has what calls itself this entry; `undefined` for a key that this store does not read. */
function locate(site, { key, shard, match }) {
    if (!(0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isMatchFolder */ .Cr)(match))
        return undefined;
    const folder = (0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shardFolder */ .nG)(shard);
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(key);
    const order = (0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntryName */ .XK)(name);
    const area = site.areas.find((one) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(one, folder, match, name) === key);
    if (area === undefined || order === undefined)
        return undefined;
    return { area, shardFolder: folder, match, name, order };
}
/** The entry's folder. */
function folderOf(site, place) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(matchFolder(site, place.area, place), place.name);
}
/** The folder of all entries of one match in one area. */
function matchFolder(site, area, { shardFolder: folder, match }) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(site.home, area, folder, match);
}
/** The revocation lies in the area that this store writes, whoever wrote the entry. */
function revocationOf(site, place) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(matchFolder(site, site.areas[0], place), `${place.name}${_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .REVOKED_SUFFIX */ .FR}`);
}
function isRevoked(site, place) {
    const beside = `${folderOf(site, place)}${_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .REVOKED_SUFFIX */ .FR}`;
    return site.disk.exists(beside) || site.disk.exists(revocationOf(site, place));
}
/** An entry in the place where it belongs; `undefined` where it does not count. */
function readKept(site, place) {
    const marker = readEntry(site, folderOf(site, place));
    if (marker === undefined || (0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .shardFolder */ .nG)(marker.shard) !== place.shardFolder)
        return undefined;
    if (isRevoked(site, place))
        return undefined;
    const { shard, seconds, checkpoint, by } = marker;
    const entry = {
        shard,
        match: place.match,
        key: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(place.area, place.shardFolder, place.match, place.name),
        seconds,
        sizeBytes: checkpoint.sizeBytes,
        ...(by.run !== undefined && { run: by.run }),
        ...(by.attempt !== undefined && { attempt: by.attempt }),
    };
    return { kind: "kept", entry, marker, place };
}
/**
 * The marker of an entry's folder if it is a full one with a digest and the data has its size. No data is read.
 * Both must be plain files or folders: a link could lead anywhere.
 */
function readEntry({ disk, markers }, folder) {
    const kinds = new Map((disk.list(folder) ?? []).map(({ name, kind }) => [name, kind]));
    if (kinds.get(_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MARKER */ .tl) !== "file")
        return undefined;
    const parsed = markers.parse(disk.readText((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .MARKER */ .tl), _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORD_LIMIT_BYTES */ .gX) ?? "");
    if (parsed.kind !== "full")
        return undefined;
    const { checkpoint } = parsed.marker;
    if (checkpoint.sha256 === undefined || kinds.get(_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .DATA */ .vN) !== checkpoint.kind)
        return undefined;
    return hasSize(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, _file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .DATA */ .vN), parsed.marker) ? parsed.marker : undefined;
}
function hasSize(disk, data, { checkpoint }) {
    const { kind, sizeBytes, files } = checkpoint;
    if (kind === "file")
        return disk.stat(data)?.sizeBytes === sizeBytes;
    const tree = (0,_files_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .readTree */ .Z)(disk, data);
    if ("refused" in tree)
        return false;
    const bytes = tree.files.reduce((sum, { stat }) => sum + stat.sizeBytes, 0);
    return bytes === sizeBytes && (files === undefined || tree.files.length === files);
}
/** Entries of one match by name alone, newest first. */
function placesOf(site, at) {
    if (!(0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .isMatchFolder */ .Cr)(at.match))
        return [];
    return foldersIn(site.disk, matchFolder(site, at.area, at), () => true)
        .flatMap((name) => {
        const order = (0,_file_names_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntryName */ .XK)(name);
        return order === undefined ? [] : [{ ...at, name, order }];
    })
        .toSorted((a, b) => (0,_order_js__WEBPACK_IMPORTED_MODULE_5__/* .compareOrder */ .w)(b.order, a.order));
}
function foldersIn(disk, folder, isWanted) {
    return (disk.list(folder) ?? [])
        .filter(({ name, kind }) => kind === "directory" && isWanted(name))
        .map(({ name }) => name);
}


/***/ }),

/***/ 3466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ INCOMING),
/* harmony export */   Cr: () => (/* binding */ isMatchFolder),
/* harmony export */   FR: () => (/* binding */ REVOKED_SUFFIX),
/* harmony export */   HJ: () => (/* binding */ formatEntryName),
/* harmony export */   PM: () => (/* binding */ scopeFolder),
/* harmony export */   T4: () => (/* binding */ isShardFolder),
/* harmony export */   XK: () => (/* binding */ parseEntryName),
/* harmony export */   kR: () => (/* binding */ workFolder),
/* harmony export */   nG: () => (/* binding */ shardFolder),
/* harmony export */   qZ: () => (/* binding */ nameFolder),
/* harmony export */   tl: () => (/* binding */ MARKER),
/* harmony export */   vN: () => (/* binding */ DATA)
/* harmony export */ });
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1257);

/** The checkpoint and its marker in an entry's folder. */
const DATA = "data";
const MARKER = "marker.json";
/** `<entry>.revoked` beside an entry says that it no longer counts. */
const REVOKED_SUFFIX = ".revoked";
/** Where entries are made before they are moved into place; no shard's folder can have this name. */
const INCOMING = "incoming";
const SLUG_LENGTH = 40;
const SHARD_FOLDER = /^[\w-]{1,40}-[0-9a-f]{16}$/;
const ENTRY = /^(\d{1,20})\.(\d{1,16})\.([0-9a-z]{1,12})\.[0-9a-f]{6}$/;
/** The folder of one definition. */
function nameFolder(name) {
    return slugWithHash(name);
}
/**
 * The folder of a scope inside that of a definition. The hash is longer than a shard's, so that neither can be taken
 * for the other whatever a shard is called.
 */
function scopeFolder(scope) {
    return `pr-${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(scope).slice(0, 32)}`;
}
function shardFolder(shard) {
    return slugWithHash(shard);
}
function isShardFolder(name) {
    return SHARD_FOLDER.test(name);
}
/** Matches are digests and stand for themselves, so that a listing can tell them; nothing else may become a name. */
function isMatchFolder(name) {
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .isSha256 */ ._h)(name);
}
/** The folder of a shard's work, beside those of its matches. */
function workFolder(whole) {
    return `work-${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(whole).slice(0, 16)}`;
}
/** `unique` makes the name this writer's own. */
function formatEntryName(order, unique) {
    const { run, attempt, finishedMs } = order;
    return `${run}.${attempt}.${finishedMs.toString(36)}.${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(unique).slice(0, 6)}`;
}
/** `undefined` for what is no entry's name. */
function parseEntryName(name) {
    const [, run, attempt, finished] = ENTRY.exec(name) ?? [];
    if (run === undefined || attempt === undefined || finished === undefined)
        return undefined;
    return { run: BigInt(run), attempt: Number(attempt), finishedMs: Number.parseInt(finished, 36) };
}
/** Readable, the same on every machine, safe on every file system, and different for different texts. */
function slugWithHash(text) {
    const slug = text.replaceAll(/[^A-Za-z0-9_-]+|^-+/g, "_").slice(0, SLUG_LENGTH);
    return `${slug === "" ? "_" : slug}-${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text).slice(0, 16)}`;
}


/***/ }),

/***/ 6231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ rootTrouble),
/* harmony export */   c2: () => (/* binding */ openSite),
/* harmony export */   hU: () => (/* binding */ unavailable),
/* harmony export */   sL: () => (/* binding */ newTemporary),
/* harmony export */   vf: () => (/* binding */ discard),
/* harmony export */   xI: () => (/* binding */ removeAtOnce)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8052);
/* harmony import */ var _file_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3466);




/** Temporaries of this age have no writer any more. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;
/** The folder of `areas` that all share. */
const SHARED = "";
function openSite(options) {
    const { disk, root, name, scope, token, now, markers, isOrphaned = () => false } = options;
    const areas = scope === undefined ? [SHARED] : [(0,_file_names_js__WEBPACK_IMPORTED_MODULE_3__/* .scopeFolder */ .PM)(scope), SHARED];
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, (0,_file_names_js__WEBPACK_IMPORTED_MODULE_3__/* .nameFolder */ .qZ)(name));
    return { disk, root, home, areas, token, isOrphaned, now, markers };
}
/** What went wrong, with the store's directory named. */
function unavailable(site, error) {
    return { kind: "unavailable", cause: `the store in ${site.root}: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}` };
}
/**
 * Why the store's directory cannot be one; `undefined` where it can, or is not there yet.
 * A file in its place must not look like a store that holds nothing.
 */
function rootTrouble({ disk, root }) {
    for (let path = root;; path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) {
        const kind = disk.stat(path)?.kind;
        if (kind !== undefined)
            return kind === "directory" ? undefined : `${path} is not a directory`;
        const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
        if (above === path)
            return undefined;
        if (disk.stat(above)?.kind === "directory") {
            return disk.exists(path) ? `${path} is a link that leads nowhere` : undefined;
        }
    }
}
/**
 * A new path for something in the making, on the same file system as its place, with the folder it goes in.
 * What killed writers left here is removed first: that of this machine at once, anybody's after a day.
 */
async function newTemporary(site) {
    const { disk, home, areas, token } = site;
    const incoming = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, areas[0], _file_names_js__WEBPACK_IMPORTED_MODULE_3__/* .INCOMING */ .BG);
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolders */ .wZ)(disk, incoming);
    await sweep(site, incoming);
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(incoming, `${_files_durable_js__WEBPACK_IMPORTED_MODULE_2__/* .TEMPORARY_PREFIX */ .F8}${token()}`);
}
/** Moves away from where it is found in one step, then removes. @throws `ENOENT` where nothing is. */
async function removeAtOnce(site, path) {
    const aside = await newTemporary(site);
    await site.disk.rename(path, aside);
    await site.disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
    await discard(site, aside);
}
/** Removes what no one finds any more; what cannot be removed now is left to the sweep. */
async function discard({ disk }, temporary) {
    await disk.removeTree(temporary).catch(() => undefined);
}
async function sweep(site, incoming) {
    const { disk, now } = site;
    for (const name of disk.names(incoming)) {
        if (!name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_2__/* .TEMPORARY_PREFIX */ .F8))
            continue;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(incoming, name);
        const changedNs = disk.stat(path)?.mtimeNs;
        if (changedNs === undefined)
            continue;
        const ageMs = now() - Number(BigInt(changedNs) / 1000000n);
        if (site.isOrphaned(name) || ageMs > ABANDONED_MS)
            await discard(site, path);
    }
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ orderOf),
/* harmony export */   w: () => (/* binding */ compareOrder)
/* harmony export */ });
/** What a marker does not know counts as the oldest. */
function orderOf({ by, finishedAt }) {
    const run = by.run !== undefined && /^\d{1,20}$/.test(by.run) ? BigInt(by.run) : 0n;
    const attempt = Number.isSafeInteger(by.attempt) ? (by.attempt ?? 0) : 0;
    const finishedMs = Math.max(Date.parse(finishedAt) || 0, 0);
    return { run, attempt, finishedMs };
}
/** Above 0 where `a` is newer. */
function compareOrder(a, b) {
    if (a.run !== b.run)
        return a.run > b.run ? 1 : -1;
    return a.attempt - b.attempt || a.finishedMs - b.finishedMs;
}


/***/ }),

/***/ 5833:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ refusalOf)
/* harmony export */ });
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1257);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9716);


/** Why no store may take this as a finished shard; `undefined` where one may. */
function refusalOf({ wanted, marker }) {
    if (marker.checkpoint.sha256 === undefined) {
        return `the marker of ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(wanted.shard)} has no full digest yet`;
    }
    if (marker.shard !== wanted.shard) {
        return `the marker is of ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(marker.shard)}, the shard is ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(wanted.shard)}`;
    }
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h)(wanted.match)
        ? undefined
        : `a match is a SHA-256 digest, got ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(wanted.match)}`;
}


/***/ }),

/***/ 7100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L_: () => (/* binding */ formatManifest),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   OI: () => (/* binding */ isSameContent),
/* harmony export */   SC: () => (/* binding */ MANIFEST_LIMIT_BYTES),
/* harmony export */   fz: () => (/* binding */ manifestSequence),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1257);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5845);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9716);



/** A manifest that is larger is unreadable; one of 100,000 files has 20 MB. */
const MANIFEST_LIMIT_BYTES = 256 * 1024 * 1024;
const NAME = /^manifest-(\d{8})\.json$/;
function manifestName(sequence) {
    return `manifest-${String(sequence).padStart(8, "0")}.json`;
}
/** `undefined` for what is no manifest's name. */
function manifestSequence(name) {
    const digits = NAME.exec(name)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
function formatManifest(manifest) {
    const { shard, whole, takenAtMs, folders, files } = manifest;
    return `${JSON.stringify({ donemark: 1, shard, whole, takenAtMs, folders, files })}\n`;
}
/** Reads strictly; `undefined` for what is no manifest of this very work. */
function parseManifest(text, wanted) {
    const value = (0,_core_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) || value["donemark"] !== 1)
        return undefined;
    const { shard, whole, takenAtMs, folders, files } = value;
    if (shard !== wanted.shard || whole !== wanted.whole || !(0,_core_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmount */ .Pt)(takenAtMs))
        return undefined;
    if (!isListOf(folders, isInnerPath) || !isListOf(files, isWorkFile))
        return undefined;
    return { shard: wanted.shard, whole: wanted.whole, takenAtMs, folders, files };
}
/** The manifests' files and folders are the same, whenever they were taken. */
function isSameContent(a, b) {
    const content = ({ folders, files }) => JSON.stringify([folders, files.map(({ path, sha256 }) => [path, sha256])]);
    return content(a) === content(b);
}
function isWorkFile(value) {
    if (!(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return false;
    const { path, sizeBytes, sha256, mtimeNs, inode } = value;
    return (isInnerPath(path) &&
        (0,_core_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmount */ .Pt)(sizeBytes) &&
        (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h)(sha256) &&
        [mtimeNs, inode].every((text) => typeof text === "string" && /^\d{1,24}$/.test(text)));
}
/** A relative path that stays below, in the form of every system. */
function isInnerPath(value) {
    if (typeof value !== "string" || value.includes("\0"))
        return false;
    const names = value.split("/");
    return names.every((name) => name !== "" && name !== "." && name !== "..") && isPlain(value);
}
/** On Windows a backslash or a drive's colon would lead out; elsewhere they are parts of names. */
function isPlain(path) {
    return process.platform !== "win32" || !/[\\:]/.test(path);
}
function isListOf(value, is) {
    return Array.isArray(value) && value.every((item) => is(item));
}


/***/ }),

/***/ 3035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ restoreSnapshot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _work_shelf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4569);


/**
 * Brings a snapshot to `staging`, a path where nothing is, and checks every copy's digest. `false` where a content is
 * not what its name says. Files are made in the order of their old times, for programs that go on from the newest.
 * @throws system errors.
 */
async function restoreSnapshot(shelf, { folders, files }, staging) {
    const { disk } = shelf.site;
    await disk.makeDirectory(staging);
    for (const folder of folders)
        await disk.makeDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, folder));
    for (const file of files.toSorted(compareTime)) {
        const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, file.path);
        await disk.copyFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shelf.folder, file.sha256), copy);
        if ((await (0,_work_shelf_js__WEBPACK_IMPORTED_MODULE_1__/* .digestInSteps */ .Dt)(disk, copy)) === file.sha256)
            continue;
        await dropIfFalse(shelf, file);
        return false;
    }
    return true;
}
function compareTime(a, b) {
    const [first, second] = [BigInt(a.mtimeNs), BigInt(b.mtimeNs)];
    return first < second ? -1 : first > second ? 1 : 0;
}
/** A false content must not stay: the next snapshot would take it for what is there already. */
async function dropIfFalse({ site, folder }, { sha256 }) {
    const content = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, sha256);
    if ((await (0,_work_shelf_js__WEBPACK_IMPORTED_MODULE_1__/* .digestInSteps */ .Dt)(site.disk, content)) !== sha256) {
        await site.disk.unlink(content).catch(() => false);
    }
}


/***/ }),

/***/ 4569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dt: () => (/* binding */ digestInSteps),
/* harmony export */   Lb: () => (/* binding */ putOnShelf),
/* harmony export */   nS: () => (/* binding */ openShelf),
/* harmony export */   o1: () => (/* binding */ isOnShelf)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1257);
/* harmony import */ var _file_site_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6231);





const CHUNK_BYTES = 4 * 1024 * 1024;
function openShelf(site, folder) {
    const names = (site.disk.list(folder) ?? [])
        .filter(({ kind, name }) => kind === "file" && (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .isSha256 */ ._h)(name))
        .map(({ name }) => name);
    return { site, folder, names: new Set(names) };
}
/** Is the content there or elsewhere, in its size? */
function isOnShelf(shelf, sha256, sizeBytes) {
    if (shelf.elsewhere?.get(sha256) === sizeBytes)
        return true;
    if (!shelf.names.has(sha256))
        return false;
    return shelf.site.disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(shelf.folder, sha256))?.sizeBytes === sizeBytes;
}
/**
 * Copies a file to the shelf. The digest is the copy's, not the file's: whatever happens to the file meanwhile, the
 * content under a digest has that digest. Flushed, but for the shelf's folder.
 */
async function putOnShelf(shelf, path) {
    const { site, folder, names } = shelf;
    const { disk } = site;
    const copy = await (0,_file_site_js__WEBPACK_IMPORTED_MODULE_3__/* .newTemporary */ .sL)(site);
    try {
        await disk.copyFile(path, copy);
        const sha256 = await digestInSteps(disk, copy);
        const sizeBytes = disk.stat(copy)?.sizeBytes ?? 0;
        if (!isOnShelf(shelf, sha256, sizeBytes)) {
            await disk.syncFile(copy);
            await disk.rename(copy, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, sha256));
            names.add(sha256);
        }
        return { sha256, sizeBytes };
    }
    finally {
        await disk.unlink(copy).catch(() => false);
    }
}
/** SHA-256 of a file, read in blocks between which others have their turn. */
async function digestInSteps(disk, path) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const reader = disk.open(path);
    try {
        for (let offset = 0;; offset += CHUNK_BYTES) {
            const bytes = reader.read(offset, CHUNK_BYTES);
            hash.update(bytes);
            if (bytes.length < CHUNK_BYTES)
                return hash.digest("hex");
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setImmediate)();
        }
    }
    finally {
        reader.close();
    }
}


/***/ }),

/***/ 6970:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ takeSnapshot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5845);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9716);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8052);
/* harmony import */ var _work_shelf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4569);






/** How often a file that changes under the reader's hands is read. */
const TRIES = 3;
/** A change this shortly before a look can share its time with a change after it. */
const FRESH_MS = 2000;
/**
 * Reads a directory that a program goes on writing, in the order in which each claim is read before what it claims:
 *
 * 1. Unmarked files. "Parts 1 to 5 are done" is read first: at least those parts are there afterwards.
 * 2. The directory is listed again, for a part that such a file claims may be younger than the first list.
 *    What is new and unmarked is left to the next snapshot: it may claim parts that are younger than this list.
 * 3. Of each part, first its marker, then its data: a marker that was seen says that the part is whole from then on.
 *    Read the other way round, a half part could get the marker of its other half. A marker that is no longer the same
 *    afterwards vouched for a part that is being made anew: both are read again, and left out if it does not end.
 */
async function takeSnapshot(task) {
    const { disk } = task.shelf.site;
    const known = new Map(task.previous?.files.map((file) => [file.path, file]));
    const session = { ...task, disk, known, taken: new Map() };
    const before = listWork(disk, task.work);
    for (const path of before.unmarked)
        await take(session, path, isSettled(session, path));
    const after = listWork(disk, task.work);
    for (const [marker, files] of after.parts)
        await takePart(session, marker, files);
    const files = [...session.taken.values()].toSorted((a, b) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n6)(a.path, b.path));
    return { folders: allFolders([...before.folders, ...after.folders], files), files };
}
async function takePart(session, marker, files) {
    for (let tries = 0; tries < TRIES; tries += 1) {
        await take(session, marker, isSettled(session, marker));
        // A program that maps its file into memory changes it without a new time: only a marker that has stood since the
        // previous snapshot says that the part has not changed since.
        const stood = isUnchanged(session.known.get(marker), session.taken.get(marker));
        for (const path of files)
            await take(session, path, stood && isSettled(session, path));
        const seen = session.taken.get(marker);
        if (seen !== undefined && isUnchanged(seen, statFile(session, marker)))
            return;
    }
    for (const path of [marker, ...files])
        session.taken.delete(path);
}
/** Takes the newest of a file: of one that changes while it is read, the last try. */
async function take(session, path, settled) {
    session.taken.delete(path);
    for (let tries = 0; tries < TRIES; tries += 1) {
        const stat = statFile(session, path);
        const file = stat && (await takeAs(session, { path, stat, settled }));
        if (stat === undefined || file === undefined)
            return;
        session.taken.set(path, file);
        const now = statFile(session, path);
        if (now === undefined || isUnchanged(stat, now))
            return;
        // What grows is a log: what was copied is how it began.
        if (now.inode === stat.inode && now.sizeBytes > stat.sizeBytes)
            return;
    }
}
/** `undefined` where the file vanished meanwhile. */
async function takeAs(session, { path, stat, settled, }) {
    const source = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(session.work, path);
    const known = session.known.get(path);
    const { mtimeNs, inode } = stat;
    try {
        if (known?.sizeBytes === stat.sizeBytes &&
            (0,_work_shelf_js__WEBPACK_IMPORTED_MODULE_4__/* .isOnShelf */ .o1)(session.shelf, known.sha256, known.sizeBytes)) {
            if (settled && isUnchanged(known, stat))
                return known;
            const same = (await (0,_work_shelf_js__WEBPACK_IMPORTED_MODULE_4__/* .digestInSteps */ .Dt)(session.disk, source)) === known.sha256;
            if (same)
                return { ...known, mtimeNs, inode };
        }
        return { path, ...(await (0,_work_shelf_js__WEBPACK_IMPORTED_MODULE_4__/* .putOnShelf */ .Lb)(session.shelf, source)), mtimeNs, inode };
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .hasCode */ .up)(error, "ENOENT") && !session.disk.exists(source))
            return undefined;
        throw error;
    }
}
/** Was the last change well before the previous snapshot? */
function isSettled({ known, previous }, path) {
    const file = known.get(path);
    if (file === undefined || previous === undefined)
        return false;
    return Number(BigInt(file.mtimeNs) / 1000000n) < previous.takenAtMs - FRESH_MS;
}
function isUnchanged(a, b) {
    if (a === undefined || b === undefined)
        return false;
    return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.inode === b.inode;
}
function statFile({ disk, work }, path) {
    const stat = disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, path));
    return stat?.kind === "file" ? stat : undefined;
}
function listWork(disk, work) {
    const folders = [];
    const files = [];
    walk(disk, work, "", { folders, files });
    files.sort(_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n6);
    const parts = new Map();
    for (const path of files)
        if (path.endsWith(_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM))
            parts.set(path, []);
    const unmarked = [];
    for (const path of files) {
        if (!parts.has(path))
            (partsOver(parts, path) ?? unmarked).push(path);
    }
    return { folders, unmarked, parts };
}
/** Links, devices and temporaries of Donemark are left out. */
function walk(disk, work, below, found) {
    for (const { name, kind } of disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, below)) ?? []) {
        if (name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_3__/* .TEMPORARY_PREFIX */ .F8))
            continue;
        const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(below, name);
        if (kind === "file")
            found.files.push(path);
        if (kind !== "directory")
            continue;
        found.folders.push(path);
        walk(disk, work, path, found);
    }
}
/** The list of the nearest marker over a path: its own, or that of a folder above it. */
function partsOver(parts, path) {
    for (let at = path; at !== "."; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at)) {
        const files = parts.get(at + _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM);
        if (files !== undefined)
            return files;
    }
    return undefined;
}
/** Those above first. */
function allFolders(folders, files) {
    const all = new Set(folders);
    for (const { path } of files) {
        for (let at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path); at !== "."; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at))
            all.add(at);
    }
    return [...all].sort(_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .compareText */ .n6);
}


/***/ })

};
