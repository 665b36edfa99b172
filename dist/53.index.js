export const id = 53;
export const ids = [53];
export const modules = {

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
// EXTERNAL MODULE: ./lib/commands/open.js + 10 modules
var commands_open = __webpack_require__(1666);
// EXTERNAL MODULE: ./lib/commands/prepare.js + 2 modules
var prepare = __webpack_require__(9637);
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
var log_name = __webpack_require__(1865);
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
