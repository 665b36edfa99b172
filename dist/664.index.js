export const id = 664;
export const ids = [664];
export const modules = {

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

/***/ 7046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ askWitnesses)
/* harmony export */ });
/* harmony import */ var _core_status_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8261);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9311);
/* harmony import */ var _survey_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7802);



/**
 * The witnesses of a finished command: a checkpoint is there, its structure holds, its status is not in progress and
 * its version is accepted. A status of another word is no objection here: the command's exit code has spoken.
 */
async function askWitnesses(disk, checkpoint, rules) {
    const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measure */ .xP)(disk, checkpoint);
    if (found.kind === "absent")
        return bad("no-checkpoint", "the command left no checkpoint");
    if (found.kind === "refused")
        return bad("damaged", found.why);
    const { kind, sizeBytes, files } = found.measure;
    if (kind === "directory" && files === 0)
        return bad("empty", "the checkpoint is an empty directory");
    if (kind === "file" && sizeBytes === 0)
        return bad("empty", "the checkpoint has 0 bytes");
    if (rules.validate === "size")
        return good({ format: kind === "directory" ? "directory" : "unread" });
    return weigh(await (0,_survey_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_2__/* .inspect */ .N)(disk, checkpoint, rules.status), rules);
}
function weigh(said, rules) {
    const { structure, status, version } = said;
    if (structure !== "sound" && structure !== "unknown") {
        return bad(structure, `the checkpoint is ${structure}${said.why === undefined ? "" : `: ${said.why}`}`, said.why ?? "");
    }
    if ((0,_core_status_js__WEBPACK_IMPORTED_MODULE_0__/* .readStatus */ .rk)(status, rules.status) === "in-progress") {
        return bad("status-in-progress", `the checkpoint's own status is ${JSON.stringify(status)}`);
    }
    if ((0,_core_status_js__WEBPACK_IMPORTED_MODULE_0__/* .isNewer */ .U4)(version, rules.status.highestVersion)) {
        return bad("incompatible", `the checkpoint's version is ${JSON.stringify(version)}, at most ${rules.status.highestVersion} is accepted`);
    }
    return good(said);
}
function good({ format, status, version }) {
    const said = {
        format,
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version }),
    };
    return { kind: "good", said };
}
function bad(reason, why, beyond = why) {
    return { kind: "bad", reason, why, short: beyond === "" ? reason : `${reason}: ${beyond}` };
}


/***/ }),

/***/ 4664:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adoptOnTerminal: () => (/* binding */ adoptOnTerminal),
  markOnTerminal: () => (/* binding */ markOnTerminal),
  unmarkOnTerminal: () => (/* binding */ unmarkOnTerminal)
});

// EXTERNAL MODULE: ./lib/core/decide.js
var decide = __webpack_require__(8743);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var core_fingerprint = __webpack_require__(1595);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/select.js
var core_select = __webpack_require__(5519);
// EXTERNAL MODULE: ./lib/run/lease.js
var lease = __webpack_require__(9443);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/shard-lease.js
var shard_lease = __webpack_require__(5386);
// EXTERNAL MODULE: ./lib/survey/globs.js
var globs = __webpack_require__(4885);
;// CONCATENATED MODULE: ./lib/commands/each.js









const CHANGED = { kind: "changed" };
const UNCHANGED = { kind: "unchanged" };
/** @throws {UserError} where nothing is named, or a name fits no shard. */
async function choose({ workspace }, job, { options, wanted }) {
    if (options.all)
        return job.verdicts.filter(wanted);
    if (options.targets.length === 0) {
        throw new problem/* UserError */.yo(["Name the shards: ids, id globs, paths of checkpoints, or --all."]);
    }
    const byPath = new Map(job.verdicts.map(({ task }) => [task.places.checkpoint, task.shard.id]));
    const shards = job.verdicts.map(({ task }) => task.shard);
    const matcher = await (0,globs/* idMatcher */.SR)();
    const names = options.targets.flatMap((target) => {
        const path = (0,external_node_path_.resolve)(workspace, target);
        const named = byPath.get(path) ?? byPath.get(withoutSuffix(path));
        return named === undefined ? namesLike(target, shards, matcher) : [named];
    });
    const selectors = (0,core_select/* parseSelectors */.Qi)(JSON.stringify(names));
    if (typeof selectors === "string")
        throw new problem/* UserError */.yo([selectors]);
    const ids = shards.map(({ id }) => id);
    const failed = job.verdicts.filter(({ observed }) => observed.startRecord?.failure !== undefined);
    const chosen = (0,core_select/* select */.Lt)("The command line", selectors, {
        ids,
        failed: new Set(failed.map(({ task }) => task.shard.id)),
        globMatcher: matcher,
    });
    if ("problems" in chosen)
        throw new problem/* UserError */.yo(chosen.problems);
    return job.verdicts.filter(({ task }) => chosen.has(task.shard.id));
}
/** The name of a marker stands for its checkpoint: a shell that expands a glob gives both. */
function withoutSuffix(path) {
    return path.endsWith(marker/* MARKER_SUFFIX */.pM) ? path.slice(0, -marker/* MARKER_SUFFIX */.pM.length) : path;
}
/** A glob that matches no id may match the paths of checkpoints. */
function namesLike(target, shards, matcher) {
    const parsed = (0,core_select/* parseSelectors */.Qi)(JSON.stringify([target]));
    if (typeof parsed === "string" || parsed[0]?.kind !== "name")
        return [target];
    const matches = matcher(target);
    if (shards.some(({ id }) => id === target || matches(id)))
        return [target];
    const found = shards.filter(({ checkpoint }) => matches(checkpoint)).map(({ id }) => id);
    return found.length > 0 ? found : [target];
}
/** Acts on each shard while no run has it in hand; whatever is thrown refuses that shard alone. */
async function forEach({ env }, verdicts, act) {
    const leases = (0,lease/* leaseFolder */.H)(env);
    const owner = (0,processes/* thisProcess */.WF)();
    const changed = [];
    const unchanged = [];
    const refused = [];
    for (const verdict of verdicts) {
        const { id } = verdict.task.shard;
        const lease = (0,shard_lease/* leaseShard */.n)(leases, verdict.task, owner);
        const deed = await (0,shard_lease/* inOneHand */.V)(lease, () => act(verdict)).then(deedOf, refusedWith);
        if (deed.kind === "changed")
            changed.push(id);
        else if (deed.kind === "unchanged")
            unchanged.push(id);
        else
            refused.push({ id, why: deed.why });
    }
    return {
        answer: { changed, unchanged, refused },
        exitCode: refused.length > 0 ? problem/* EXIT */.dc.checkpoint : problem/* EXIT */.dc.done,
    };
}
function deedOf(acted) {
    return acted.kind === "held" ? busyWith(acted.by.pid) : acted.result;
}
function refusedWith(error) {
    return { kind: "refused", why: (0,problem/* describe */.q0)(error) };
}
/** The refusal of a shard that a run has in hand. */
function atWork({ observed }) {
    const { startRecord } = observed;
    return (0,leftovers/* isBusy */.A5)(startRecord, (0,processes/* thisProcess */.WF)()) ? busyWith(startRecord?.owner.pid) : undefined;
}
function busyWith(pid) {
    return { kind: "refused", why: `a run (pid ${pid}) is working on it` };
}

// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/commands/prepare.js
var prepare = __webpack_require__(4553);
;// CONCATENATED MODULE: ./lib/commands/adopt.js








/**
 * Gives checkpoints with an old empty marker, and those without a marker whose own status says complete, full markers,
 * by the rows of the table by which a run would take them over, whatever the definition's `adopt` is. Nothing runs.
 */
async function adoptOld(invocation, options) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    await (0,prepare/* settleFolders */.f2)(hand, job.verdicts);
    const chosen = await choose(invocation, job, { options, wanted: claimsToBeComplete });
    return forEach(invocation, chosen, (verdict) => adoptOne(invocation, hand, { job, verdict }));
}
/** Is there an old sign of completeness, true or not? */
function claimsToBeComplete({ observed }) {
    const { checkpoint, marker, status } = observed;
    if (checkpoint === "absent")
        return false;
    return marker === "empty" || (marker === "none" && status === "complete");
}
/** Looks again: what the survey saw may be another's by now. */
async function adoptOne(invocation, hand, { job, verdict }) {
    const { task } = verdict;
    const { disk } = hand;
    const busy = atWork(verdict);
    if (busy !== undefined)
        return busy;
    const { validate, status } = job.definition;
    const { markers } = job.context;
    const shard = { id: task.shard.id, places: task.places };
    // A listing of the folder for each shard would cost more than a look at three names.
    const isThere = (path) => disk.exists(path);
    const observed = await (0,observe/* observe */.lB)(disk, shard, { validate, status, markers }, isThere);
    const decision = decideHere(job, task, observed);
    if (decision.reason === "done")
        return UNCHANGED;
    if (decision.kind !== "skip")
        return { kind: "refused", why: whyNot(job, decision, { task, observed }) };
    await (0,prepare/* adopt */.di)(invocation, hand, { task, by: job.by, rules: status });
    return CHANGED;
}
/**
 * By what lies here alone. What changed since a full marker is nothing that adoption could mend; and where markers are
 * signed, nobody has signed an old one, nor what a checkpoint says of itself.
 */
function decideHere({ definition, context }, task, observed) {
    return (0,decide/* decide */.LD)({
        forced: false,
        finishedByThisRun: false,
        unknownParts: (0,core_fingerprint/* unknownParts */.dm)(task.fingerprint, definition.rerunOn),
        marker: observed.marker,
        changedParts: [],
        asMarked: observed.asMarked,
        checkpoint: observed.checkpoint,
        status: observed.status,
        tooNew: observed.tooNew,
        store: "miss",
        started: observed.started,
        adopt: context.markers.seal === undefined,
        resumable: false,
    });
}
function whyNot({ definition, context }, { reason }, { task, observed }) {
    const { why } = observed;
    switch (reason) {
        case "fingerprint-unknown":
            return `a part of its fingerprint cannot be computed: ${tellUnknown(definition, task)}`;
        case "incompatible":
            return "its version is newer than the highest accepted";
        case "new":
            return "there is no checkpoint";
        case "marker-without-checkpoint":
            return "its marker is there, and no checkpoint";
        case "changed-since-marker":
            return "its checkpoint is not the one that was marked";
        case "status-in-progress":
        case "status-other":
            return "its own status does not say that it is complete";
        case "corrupt-marker":
        case "foreign-marker":
            return why ?? reason;
        case "no-marker":
            return whyUnproven(observed, context.markers.seal !== undefined);
        default:
            return why === undefined ? `it is ${reason}` : `it is ${reason}: ${why}`;
    }
}
function tellUnknown({ rerunOn }, { fingerprint }) {
    return (0,core_fingerprint/* unknownParts */.dm)(fingerprint, rerunOn)
        .map((part) => {
        const value = fingerprint[part];
        return "unknown" in value ? `${part}: ${value.unknown}` : part;
    })
        .join("; ");
}
function whyUnproven({ started }, isSigned) {
    if (started)
        return "it was started or unmarked, and nothing since then proves that it is complete";
    if (isSigned)
        return "markers are signed here, and nobody has signed it: `donemark mark` takes your word";
    return "it has no marker, and no status that says it is complete: `donemark mark` takes your word";
}

// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/run/witness.js
var run_witness = __webpack_require__(7046);
;// CONCATENATED MODULE: ./lib/commands/mark.js










/** Marks checkpoints as complete on the user's word, after the witnesses were asked. */
async function mark(invocation, options) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    await (0,prepare/* settleFolders */.f2)(hand, job.verdicts);
    const wanted = ({ observed }) => options.accept
        ? observed.marker === "full" || observed.marker === "empty"
        : observed.checkpoint !== "absent";
    return forEach(invocation, await choose(invocation, job, { options, wanted }), (verdict) => options.accept
        ? acceptOne(invocation, hand, { job, verdict })
        : markOne(invocation, hand, { job, verdict }));
}
/** Takes markers away, here and in the store: the shards run again. */
async function unmark(invocation, options) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    const chosen = await choose(invocation, job, { options, wanted: countsAsDone });
    return forEach(invocation, chosen, (verdict) => unmarkOne(hand, job, verdict));
}
async function markOne(invocation, hand, { job, verdict }) {
    const { task, reason } = verdict;
    if (reason === "done")
        return UNCHANGED;
    const busy = atWork(verdict);
    if (busy !== undefined)
        return busy;
    const witness = await (0,run_witness/* askWitnesses */.$)(hand.disk, task.places.checkpoint, job.definition);
    if (witness.kind === "bad")
        return { kind: "refused", why: witness.why };
    await (0,prepare/* adopt */.di)(invocation, hand, { task, by: job.by, rules: job.definition.status });
    return CHANGED;
}
async function acceptOne(invocation, hand, { job, verdict }) {
    const { task, observed, reason } = verdict;
    if (reason === "done")
        return UNCHANGED;
    if (observed.marker === "empty")
        return markOne(invocation, hand, { job, verdict });
    if (observed.full === undefined)
        return { kind: "refused", why: "it has no marker that can be read" };
    if (!observed.asMarked)
        return { kind: "refused", why: "its checkpoint is not the one that was marked" };
    await (0,commit/* renewMarker */.oT)(hand, task.places, { ...observed.full, fingerprint: (0,core_fingerprint/* record */.g1)(task.fingerprint) });
    return CHANGED;
}
/**
 * Without its marker a checkpoint may still call itself complete. The note in the place of a start record keeps it from
 * being adopted, and its parts from being resumed, until the shard is done again.
 */
async function unmarkOne(hand, { store }, verdict) {
    const { disk } = hand;
    const { task, entry, observed } = verdict;
    const { marker, started } = task.places;
    const busy = atWork(verdict);
    if (busy !== undefined)
        return busy;
    if (!countsAsDone(verdict))
        return UNCHANGED;
    if (observed.checkpoint !== "absent" && !disk.exists(started)) {
        const note = { donemark: 1, status: "unmarked", shard: task.shard.id };
        await (0,durable/* writeDurably */.v8)(disk, started, `${JSON.stringify(note)}\n`, hand.token());
    }
    if (await disk.unlink(marker))
        await disk.syncDirectory((0,external_node_path_.dirname)(marker));
    if (entry !== undefined) {
        const revoked = await store.revoke(entry);
        if (revoked.kind === "unavailable")
            return { kind: "refused", why: `its entry in the store stays: ${revoked.cause}` };
    }
    return CHANGED;
}
/** Is there anything that says so, true or not? */
function countsAsDone({ kind, observed, entry }) {
    return kind === "skip" || observed.marker !== "none" || entry !== undefined;
}

// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __webpack_require__(4246);
// EXTERNAL MODULE: ./lib/ui/lines.js
var ui_lines = __webpack_require__(2437);
// EXTERNAL MODULE: ./lib/surface/call.js
var surface_call = __webpack_require__(6971);
;// CONCATENATED MODULE: ./lib/surface/terminal-mark.js





function markOnTerminal(call) {
    return act(call, mark, optionsOf(call).accept ? "accepted" : "marked");
}
function unmarkOnTerminal(call) {
    return act(call, unmark, "unmarked");
}
function adoptOnTerminal(call) {
    return act(call, adoptOld, "adopted");
}
async function act(call, command, word) {
    const { answer, exitCode } = await command(call.invocation, optionsOf(call));
    const lines = call.isJson ? [(0,log_name/* harmlessJson */.EL)(answer)] : (0,ui_lines/* markLines */.T_)(answer, word).map(log_name/* harmlessLine */.Kw);
    await (0,surface_call/* print */.y)(`${lines.join("\n")}\n`);
    return exitCode;
}
function optionsOf({ args }) {
    return {
        targets: args.positionals,
        all: args.switches.has("all"),
        accept: args.switches.has("accept"),
    };
}


/***/ })

};
