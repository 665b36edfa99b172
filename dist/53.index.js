export const id = 53;
export const ids = [53];
export const modules = {

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
    if (kind === "directory") {
        return files === 0
            ? bad("empty", "the checkpoint is an empty directory")
            : good({ format: "directory" });
    }
    if (sizeBytes === 0)
        return bad("empty", "the checkpoint has 0 bytes");
    if (rules.validate === "size")
        return good({ format: "unread" });
    return weigh(await (0,_survey_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_2__/* .inspect */ .N)(disk, checkpoint, rules.status), rules);
}
function weigh(said, rules) {
    const { structure, status, version } = said;
    if (structure !== "sound" && structure !== "unknown") {
        return bad(structure, `the checkpoint is ${structure}${said.why === undefined ? "" : `: ${said.why}`}`);
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
function bad(reason, why) {
    return { kind: "bad", reason, why };
}


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markOnTerminal: () => (/* binding */ markOnTerminal),
  unmarkOnTerminal: () => (/* binding */ unmarkOnTerminal)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var fingerprint = __webpack_require__(1595);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/select.js
var core_select = __webpack_require__(5519);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/run/witness.js
var run_witness = __webpack_require__(7046);
// EXTERNAL MODULE: ./lib/survey/globs.js
var globs = __webpack_require__(4885);
// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 11 modules
var commands_open = __webpack_require__(6640);
// EXTERNAL MODULE: ./lib/commands/prepare.js
var prepare = __webpack_require__(4553);
;// CONCATENATED MODULE: ./lib/commands/mark.js













const CHANGED = { kind: "changed" };
const UNCHANGED = { kind: "unchanged" };
/** Marks checkpoints as complete on the user's word, after the witnesses were asked. */
async function mark(invocation, options) {
    const job = await (0,commands_open/* openJob */.I)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    const wanted = ({ observed }) => options.accept
        ? observed.marker === "full" || observed.marker === "empty"
        : observed.checkpoint !== "absent";
    return forEach(await choose(invocation, job, { options, wanted }), (verdict) => options.accept
        ? acceptOne(invocation, hand, { job, verdict })
        : markOne(invocation, hand, { job, verdict }));
}
/** Takes markers away, here and in the store: the shards run again. */
async function unmark(invocation, options) {
    const job = await (0,commands_open/* openJob */.I)(invocation, { runs: false });
    const hand = (0,commands_hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    return forEach(await choose(invocation, job, { options, wanted: countsAsDone }), (verdict) => unmarkOne(hand, job, verdict));
}
/** @throws {UserError} where nothing is named, or a name fits no shard. */
async function choose({ workspace }, job, { options, wanted }) {
    if (options.all)
        return job.verdicts.filter(wanted);
    if (options.targets.length === 0) {
        throw new problem/* UserError */.yo(["Name the shards: ids, id globs, paths of checkpoints, or --all."]);
    }
    const byPath = new Map(job.verdicts.map(({ task }) => [task.places.checkpoint, task.shard.id]));
    const names = options.targets.map((target) => byPath.get((0,external_node_path_.resolve)(workspace, target)) ?? target);
    const selectors = (0,core_select/* parseSelectors */.Qi)(JSON.stringify(names));
    if (typeof selectors === "string")
        throw new problem/* UserError */.yo([selectors]);
    const ids = job.verdicts.map(({ task }) => task.shard.id);
    const failed = job.verdicts.filter(({ observed }) => observed.startRecord?.failure !== undefined);
    const chosen = (0,core_select/* select */.Lt)("The command line", selectors, {
        ids,
        failed: new Set(failed.map(({ task }) => task.shard.id)),
        globMatcher: await (0,globs/* idMatcher */.S)(),
    });
    if ("problems" in chosen)
        throw new problem/* UserError */.yo(chosen.problems);
    return job.verdicts.filter(({ task }) => chosen.has(task.shard.id));
}
async function forEach(verdicts, act) {
    const changed = [];
    const unchanged = [];
    const refused = [];
    for (const verdict of verdicts) {
        const { id } = verdict.task.shard;
        const deed = await act(verdict).catch((error) => ({
            kind: "refused",
            why: (0,problem/* describe */.q0)(error),
        }));
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
async function markOne(invocation, hand, { job, verdict }) {
    const { task, reason } = verdict;
    if (reason === "done")
        return UNCHANGED;
    const busy = busyWith(verdict);
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
    await (0,commit/* renewMarker */.oT)(hand, task.places, { ...observed.full, fingerprint: (0,fingerprint/* record */.g1)(task.fingerprint) });
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
    const busy = busyWith(verdict);
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
function busyWith({ observed }) {
    const { startRecord } = observed;
    if (!(0,leftovers/* isBusy */.A5)(startRecord, (0,processes/* thisProcess */.WF)()))
        return undefined;
    return { kind: "refused", why: `a run (pid ${startRecord?.owner.pid}) is working on it` };
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
async function act(call, command, word) {
    const { answer, exitCode } = await command(call.invocation, optionsOf(call));
    const lines = call.isJson ? [JSON.stringify(answer)] : (0,ui_lines/* markLines */.T_)(answer, word).map(log_name/* harmlessLine */.K);
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
