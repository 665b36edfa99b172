export const id = 750;
export const ids = [750,646];
export const modules = {

/***/ 8098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ openSession),
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lib/core/answers.js
var answers = __webpack_require__(9960);
// EXTERNAL MODULE: ./lib/core/environment.js
var environment = __webpack_require__(4754);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/unsaved.js
var unsaved = __webpack_require__(1313);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
// EXTERNAL MODULE: ./lib/run/conclude.js
var conclude = __webpack_require__(1246);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var fingerprint = __webpack_require__(1595);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/shard-lease.js
var shard_lease = __webpack_require__(5386);
;// CONCATENATED MODULE: ./lib/run/gate.js






function createGate(session, verdicts) {
    const waiting = [...verdicts];
    const held = new Map();
    const release = async (id) => {
        const giveBack = held.get(id);
        held.delete(id);
        await giveBack?.();
    };
    return {
        next: async () => {
            for (;;) {
                if (session.stop.cause() !== undefined)
                    return undefined;
                const verdict = waiting.shift();
                if (verdict === undefined)
                    return undefined;
                const claimed = await claimOrFail(session, verdict);
                if (claimed === undefined)
                    continue;
                const { id } = verdict.task.shard;
                held.set(id, claimed.release);
                // Until it is marked and saved, nobody else may take the shard for an unfinished one, or unmark it.
                void session.ledger.settled(id).then(() => release(id));
                return claimed.verdict;
            }
        },
        closed: async () => void (await Promise.all([...held.keys()].map(release))),
    };
}
/** What cannot even be looked at fails, and the run goes on with the others. */
async function claimOrFail(session, verdict) {
    try {
        return await claim(session, verdict);
    }
    catch (error) {
        (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 0 }, "failed", { why: (0,problem/* describe */.q0)(error) });
        return undefined;
    }
}
/** One shard is in one hand on this machine; whoever has it, this run goes on with the others. */
async function claim(session, verdict) {
    const lease = await (0,shard_lease/* leaseShard */.n)(session.leases, verdict.task, session.owner);
    if (lease.kind === "held")
        return leaveAlone(session, verdict, lease.by.pid);
    const now = await lookAgain(session, verdict);
    if (now.kind === "free")
        return { verdict: now.verdict, release: () => lease.release() };
    await lease.release();
    if (now.kind === "busy")
        return leaveAlone(session, verdict, now.pid);
    if (now.kind === "changed")
        return leaveForNext(session, verdict, now.why);
    const why = "finished by another run meanwhile";
    session.reporter.info(`[${verdict.task.shard.id}] was ${why}`);
    (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 0 }, "skipped", { why });
    return undefined;
}
function leaveAlone(session, verdict, pid) {
    const why = `another run (pid ${pid}) is working on it`;
    session.reporter.warn(`[${verdict.task.shard.id}] is left alone: ${why}`);
    (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 0 }, "stopped", { why });
}
/** What was decided rests on something that is not what it was: the next run decides anew. */
function leaveForNext(session, verdict, changed) {
    const why = `${changed} since the run began; run again`;
    session.reporter.warn(`[${verdict.task.shard.id}] is not started: ${why}`);
    (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 0 }, "stopped", { why });
}
/** Another run may have started, failed or finished the shard since the survey. */
async function lookAgain(session, verdict) {
    const { task } = verdict;
    const { disk, markers } = session.hand;
    const shard = { id: task.shard.id, places: task.places };
    const observed = await (0,observe/* observe */.lB)(disk, shard, { ...session.definition, markers }, (path) => disk.exists(path));
    const { startRecord, full } = observed;
    if ((0,leftovers/* isBusy */.A5)(startRecord, session.owner))
        return { kind: "busy", pid: startRecord?.owner.pid };
    const isNew = full !== undefined && full.finishedAt !== verdict.observed.full?.finishedAt;
    const isDone = isNew &&
        observed.asMarked &&
        verdict.reason !== "forced" &&
        (0,fingerprint/* changedParts */.Ty)(full.fingerprint, task.fingerprint, session.definition.rerunOn).length === 0;
    if (isDone)
        return { kind: "finished" };
    const why = session.changeSince(task);
    return why === undefined
        ? { kind: "free", verdict: { ...verdict, observed } }
        : { kind: "changed", why };
}

// EXTERNAL MODULE: ./lib/run/leaving.js
var run_leaving = __webpack_require__(1729);
// EXTERNAL MODULE: ./lib/run/reins.js
var run_reins = __webpack_require__(1210);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/run/command.js + 3 modules
var command = __webpack_require__(2309);
// EXTERNAL MODULE: ./lib/run/log.js
var log = __webpack_require__(9803);
// EXTERNAL MODULE: ./lib/run/per-shard.js
var per_shard = __webpack_require__(1047);
// EXTERNAL MODULE: ./lib/run/start.js
var start = __webpack_require__(1441);
// EXTERNAL MODULE: ./lib/run/work-saver.js
var work_saver = __webpack_require__(3636);
;// CONCATENATED MODULE: ./lib/run/per-job.js










/** `run-per: job`: one program for all shards, started again with what remains as often as `retries` says. */
async function runJob(session, slot, verdicts) {
    const tries = session.definition.retries + 1;
    let remaining = verdicts;
    let previous = new Map(verdicts.map((v) => [v.task.shard.id, v.observed.startRecord]));
    for (let attempts = 1; attempts <= tries && remaining.length > 0; attempts += 1) {
        const given = { slot, verdicts: remaining, previous, attempts, isLast: attempts === tries };
        const failed = await runOnce(session, given);
        if (session.stop.cause() !== undefined)
            return;
        remaining = remaining.filter((verdict) => failed.has(verdict.task.shard.id));
        previous = failed;
    }
}
async function runOnce(session, given) {
    const log = openJobLog(session, given.attempts);
    const pending = await startAll(session, given, log);
    const works = [...pending.values()].map(({ work }) => work);
    try {
        return await runStarted(session, given, { log, pending });
    }
    finally {
        for (const work of works)
            work.end();
        await log.close();
    }
}
async function runStarted(session, given, { log, pending }) {
    const failed = new Map();
    if (pending.size === 0)
        return failed;
    const env = {
        ...(0,command/* baseEnvironment */.PZ)(session, given.slot),
        SHARDS_FILE: writeShards(session, [...pending.values()]),
        SHARD_COUNT: String(session.shardCount),
    };
    const settle = async (hand, trouble) => {
        try {
            const record = await settleShard(session, hand, { trouble, log, isLast: given.isLast });
            if (record !== undefined)
                failed.set(hand.verdict.task.shard.id, record);
        }
        catch (error) {
            (0,conclude/* conclude */.Ep)(session, hand, "failed", { why: (0,problem/* describe */.q0)(error) });
        }
    };
    const group = (0,command/* launch */.ql)({ program: session.command, env, log, slot: given.slot }, "closed");
    const reins = (0,run_reins/* hold */._)(session, group, session.definition.shardTimeoutMs);
    let settling = Promise.resolve();
    const forgetAll = [...pending].map(([id, hand]) => session.watch.whenThere(hand.verdict.task.places.marker, () => {
        reins.renew();
        pending.delete(id);
        // One after the other: a check may want the GPU that the program is using.
        settling = settling.then(() => settle(hand));
    }));
    const first = await Promise.race([group.exit, reins.left]);
    const ended = reins.cause() ?? first;
    reins.release();
    for (const forget of forgetAll)
        forget();
    await settling;
    await settleRest(session, { pending, ended, settle });
    return failed;
}
function openJobLog(session, attempts) {
    const name = `job-${session.runTag}.${attempts}.log`;
    return (0,log/* openShardLog */.F)((0,external_node_path_.join)(session.workspace, ".donemark", "logs", name), "job", session.logRules);
}
/** A shard that cannot be started fails alone. */
async function startAll(session, given, log) {
    const pending = new Map();
    const { attempts, slot } = given;
    for (const verdict of given.verdicts) {
        const { task } = verdict;
        const { id } = task.shard;
        try {
            const started = await (0,start/* startShard */.H)(session, verdict, given.previous.get(id));
            const work = (0,work_saver/* keepWorkSaved */.w)(session, task);
            pending.set(id, { verdict, started, attempts, slot, logPath: log.path, work });
        }
        catch (error) {
            (0,conclude/* conclude */.Ep)(session, { verdict, attempts }, "failed", { why: (0,problem/* describe */.q0)(error) });
        }
    }
    return pending;
}
function writeShards(session, hands) {
    const path = (0,external_node_path_.join)(session.scratch, "shards.jsonl");
    const lines = hands.map(({ started }) => JSON.stringify((0,command/* shardLine */.d)(session, started)));
    (0,external_node_fs_.writeFileSync)(path, lines.map((line) => `${line}\n`).join(""));
    return path;
}
/** Commits a shard whose program did its part, or records its failure. */
async function settleShard(session, hand, { trouble, log, isLast }) {
    session.reporter.debug(`exit ${hand.verdict.task.shard.id}`);
    const { work } = hand;
    work.end();
    if (trouble !== undefined)
        return (0,per_shard/* giveUp */.Ht)(session, hand, { trouble, log, work, isLast });
    const end = await (0,per_shard/* testify */.lA)(session, hand, log);
    if (end.kind === "bad")
        return (0,per_shard/* giveUp */.Ht)(session, hand, { trouble: end, log, work, isLast });
    void (0,conclude/* commitInBackground */.Zx)(session, hand, end.said);
    return undefined;
}
/** After exit code 0 every sound checkpoint counts; after any other end only what has its own marker. */
async function settleRest(session, { pending, ended, settle }) {
    const trouble = (0,conclude/* troubleOf */.LH)(ended, (0,per_shard/* limitOf */.LF)(session));
    for (const hand of pending.values()) {
        const isMarked = session.hand.disk.exists(hand.verdict.task.places.marker);
        await settle(hand, isMarked ? undefined : trouble);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
;// CONCATENATED MODULE: ./lib/run/worker.js






function startWorker(session, slot) {
    let pieces = 0;
    let log;
    let own;
    const take = (stream, chunk) => {
        pieces += 1;
        const target = log ?? (own ??= openOwnLog(session, slot, group));
        target.take(stream, chunk);
    };
    const ready = () => (log ?? own)?.ready();
    const env = { ...(0,command/* baseEnvironment */.PZ)(session, slot), SHARD_COUNT: String(session.shardCount) };
    const group = (0,command/* launch */.ql)({ program: session.command, env, log: { take, ready }, slot }, "pipe");
    const gone = group.exit.then(() => own?.close());
    return {
        group,
        isRunning: () => group.process !== undefined && (0,processes/* isAlive */._n)(group.process),
        attach: (given) => {
            log = given;
        },
        detach: async () => {
            await quiet(() => pieces);
            log = undefined;
        },
        close: async () => {
            group.endInput();
            const reins = (0,run_reins/* hold */._)(session, group, session.definition.stopGraceMs);
            await Promise.race([gone, reins.left]);
            reins.release();
        },
    };
}
/** For what a worker prints while it has no shard in hand: as it starts, and as it ends. */
function openOwnLog(session, slot, { process }) {
    const name = `worker-${session.runTag}.${process?.pid ?? 0}.log`;
    const path = (0,external_node_path_.join)(session.workspace, ".donemark", "logs", name);
    return (0,log/* openShardLog */.F)(path, slot.name, session.logRules);
}
const MOST_ROUNDS = 4;
/** What was printed before a marker was made lies in the pipe when the marker is seen: a turn of the loop reads it. */
async function quiet(pieces) {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
        const before = pieces();
        await (0,promises_.setImmediate)();
        await (0,promises_.setImmediate)();
        if (pieces() === before)
            return;
    }
}

;// CONCATENATED MODULE: ./lib/run/per-slot.js







/** `run-per: slot`: the worker of one slot, started with its first shard and again whenever it died. */
function slotWorker(session, slot) {
    let live;
    const hands = {
        worker: async () => {
            if (live?.isRunning() === false)
                await live.group.exit;
            if (live !== undefined)
                return { worker: live, isFresh: false };
            const worker = startWorker(session, slot);
            const forget = () => {
                if (live === worker)
                    live = undefined;
            };
            void worker.group.exit.then(forget);
            live = worker;
            return { worker, isFresh: true };
        },
        leave: () => {
            live = undefined;
        },
    };
    const tries = session.definition.retries + 1;
    return {
        runShard: async ({ verdict, started }) => {
            let current = started;
            for (let attempts = 1;; attempts += 1) {
                const given = { verdict, started: current, attempts, isLast: attempts === tries };
                const failed = await handOut(session, slot, { given, hands });
                if (failed === undefined || session.stop.cause() !== undefined)
                    return;
                current = await (0,start/* startShard */.H)(session, verdict, failed);
            }
        },
        close: async () => live?.close(),
    };
}
/** Hands one shard to the worker. Gives the start record of a failed try. */
async function handOut(session, slot, { given, hands }) {
    const { verdict, started, attempts } = given;
    const { id } = verdict.task.shard;
    const log = (0,command/* openLog */.Ne)(session, started);
    const hand = { verdict, started, attempts, slot, logPath: log.path };
    session.reporter.debug(`command ${id}`);
    const work = (0,work_saver/* keepWorkSaved */.w)(session, verdict.task);
    const ended = await handTo(session, hands, { hand, log });
    work.end();
    session.reporter.debug(`exit ${id}`);
    const end = await judge(session, hand, { ended, log });
    await log.close();
    if (end.kind === "bad")
        return (0,per_shard/* giveUp */.Ht)(session, hand, { trouble: end, log, work, isLast: given.isLast });
    void (0,conclude/* commitInBackground */.Zx)(session, hand, end.said);
    return undefined;
}
/** A worker that had other shards before and ends with exit code 0 has retired: this one is its successor's. */
async function handTo(session, hands, handed) {
    const { verdict, started } = handed.hand;
    const { marker } = verdict.task.places;
    for (;;) {
        const { worker, isFresh } = await hands.worker();
        worker.attach(handed.log);
        worker.group.write(`${JSON.stringify((0,command/* shardLine */.d)(session, started))}\n`);
        const ended = await untilMarked(session, worker.group, marker);
        if (ended !== "marked" && ended.kind === "left")
            hands.leave();
        await worker.detach();
        const isRetired = ended !== "marked" && ended.kind === "exit" && ended.code === 0;
        if (isFresh || !isRetired || session.hand.disk.exists(marker))
            return ended;
        if (session.stop.cause() !== undefined)
            return { kind: "stopped" };
    }
}
/** The shard's marker is what counts, however the worker fared after it. */
async function judge(session, hand, { ended, log }) {
    const isMarked = session.hand.disk.exists(hand.verdict.task.places.marker);
    if (ended === "marked" || isMarked)
        return (0,per_shard/* testify */.lA)(session, hand, log);
    const trouble = (0,conclude/* troubleOf */.LH)(ended, (0,per_shard/* limitOf */.LF)(session));
    if (trouble !== undefined)
        return { kind: "bad", ...trouble };
    const why = "the worker ended before it made the shard's .done";
    return { kind: "bad", reason: "exit-code", why, exitCode: 0 };
}
/** Waits for the marker, the worker's end, the time limit or the stop of the run. */
async function untilMarked(session, group, marker) {
    const reins = (0,run_reins/* hold */._)(session, group, session.definition.shardTimeoutMs);
    let forget = () => undefined;
    const marked = new Promise((resolve) => {
        forget = session.watch.whenThere(marker, () => resolve("marked"));
    });
    try {
        const first = await Promise.race([marked, group.exit, reins.left]);
        const cause = reins.cause();
        if (cause === undefined)
            return first;
        // The group is being ended on purpose: it must be gone before its shard is judged.
        await Promise.race([group.exit, reins.left]);
        return reins.cause() ?? cause;
    }
    finally {
        forget();
        reins.release();
    }
}

// EXTERNAL MODULE: ./lib/core/duration.js
var duration = __webpack_require__(8415);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
;// CONCATENATED MODULE: ./lib/run/supply.js








function createSupply(session, gate) {
    const ahead = [];
    const unused = [];
    return {
        next: async () => {
            for (;;) {
                const claimed = await (ahead.shift() ?? supply_claim(gate));
                if (claimed === undefined && ahead.length > 0)
                    continue;
                if (claimed === undefined)
                    return undefined;
                if (!(await mayStart(session, claimed.verdict))) {
                    unused.push(claimed);
                    return undefined;
                }
                const ready = await makeReady(session, claimed);
                if (ready !== undefined)
                    return ready;
            }
        },
        lookAhead: () => {
            // What is to run now goes first.
            ahead.push((0,promises_.setImmediate)().then(() => claimAhead(session, gate)));
        },
        closed: async () => {
            const rest = await Promise.all(ahead);
            for (const claimed of [...unused, ...rest])
                if (claimed !== undefined)
                    await putBack(session, claimed);
        },
    };
}
async function supply_claim(gate) {
    const verdict = await gate.next();
    return verdict === undefined ? undefined : { verdict };
}
/**
 * Where a checkpoint, a marker, a start record or work lies, a start sets something aside: that waits until the shard's
 * turn has really come, so that a run that is stopped takes nothing from those that it did not come to.
 */
async function claimAhead(session, gate) {
    for (;;) {
        const claimed = await supply_claim(gate);
        if (claimed === undefined || !isBlank(session, claimed.verdict))
            return claimed;
        const started = await startOrFail(session, claimed.verdict);
        if (started !== undefined)
            return { ...claimed, started };
    }
}
function isBlank({ hand }, { task, observed }) {
    const { checkpoint, marker, started } = observed;
    const isBare = checkpoint === "absent" && marker === "none" && !started;
    return isBare && !hand.disk.exists(task.places.work);
}
/** `undefined` for a shard that has its result instead. */
async function makeReady(session, claimed) {
    const { verdict } = claimed;
    if (claimed.started === undefined) {
        const started = await startOrFail(session, verdict);
        return started === undefined ? undefined : { verdict, started };
    }
    const changed = session.changeSince(verdict.task);
    if (changed === undefined)
        return { verdict, started: { ...claimed.started, startedAtMs: session.now() } };
    await putBack(session, claimed);
    leaveForNext(session, verdict, changed);
    return undefined;
}
/** A shard whose start cannot be made durable fails. */
async function startOrFail(session, verdict) {
    try {
        return await (0,start/* startShard */.H)(session, verdict, verdict.observed.startRecord);
    }
    catch (error) {
        (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 1 }, "failed", { why: (0,problem/* describe */.q0)(error) });
        return undefined;
    }
}
/** Nothing lay there before: without its start the shard is as it was. */
async function putBack(session, { verdict, started }) {
    if (started === undefined)
        return;
    await (0,commit/* withdraw */.ne)(session.hand, verdict.task.places).catch((error) => {
        session.reporter.debug(`start of ${verdict.task.shard.id} not taken back: ${(0,problem/* describe */.q0)(error)}`);
    });
}
async function mayStart(session, verdict) {
    return session.stop.cause() === undefined && hasRoom(session, verdict);
}
/** No shard starts while the free space is below twice the largest checkpoint seen. */
async function hasRoom(session, verdict) {
    const largest = Math.max(0, ...session.ledger.all().map(({ sizeBytes }) => sizeBytes ?? 0));
    if (largest === 0)
        return true;
    const folder = (0,external_node_path_.dirname)(verdict.task.places.checkpoint);
    const free = await session.hand.disk.freeBytes(folder).catch(() => Number.POSITIVE_INFINITY);
    if (free >= 2 * largest)
        return true;
    const why = `${(0,duration/* formatBytes */.z3)(free)} are free in ${folder}, and the largest checkpoint seen takes ${(0,duration/* formatBytes */.z3)(largest)}: no shard starts while less than twice that is free`;
    session.stop.request({ kind: "fault", why });
    return false;
}

;// CONCATENATED MODULE: ./lib/run/execute.js








/**
 * Runs the shards that are to run, in this order, on the slots; comes back when all are settled, committed and saved, or
 * when a stopped run must leave.
 */
async function execute(session, slots, verdicts) {
    const gate = createGate(session, verdicts);
    const leaving = (0,run_leaving/* leavingOf */.i)(session.stop, session.leaveAfterMs);
    await Promise.race([runSlots(session, slots, gate), leaving.must]);
    leaving.release();
    for (const verdict of verdicts) {
        const { id } = verdict.task.shard;
        if (session.ledger.get(id) === undefined)
            (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 0 }, "stopped", {});
    }
    await gate.closed();
}
async function runSlots(session, slots, gate) {
    if (session.definition.runPer === "job")
        await runWholeJob(session, slots, gate);
    else {
        const supply = createSupply(session, gate);
        await Promise.all(slots.map((slot) => runSlot(session, slot, supply)));
        await supply.closed();
    }
    await session.background.drained();
}
/** A shard that took less lets the next one be made ready before it ends: the disk's flushes would cost a part of it. */
const SHORT_MS = 1000;
async function runSlot(session, slot, supply) {
    const worker = session.definition.runPer === "slot" ? slotWorker(session, slot) : undefined;
    const act = worker?.runShard ?? ((ready) => (0,per_shard/* runShard */.Ek)(session, slot, ready));
    let lastMs = Number.POSITIVE_INFINITY;
    for (;;) {
        await session.background.started(slot.name);
        const ready = await supply.next();
        if (ready === undefined)
            break;
        if (lastMs < SHORT_MS)
            supply.lookAhead();
        const startedAt = performance.now();
        await guarded(session, ready.verdict, () => act(ready));
        lastMs = performance.now() - startedAt;
    }
    await worker?.close();
}
/** A fault with one shard (a folder that cannot be written) is that shard's failure, not the end of the run. */
async function guarded(session, verdict, act) {
    try {
        await act();
    }
    catch (error) {
        (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 1 }, "failed", { why: (0,problem/* describe */.q0)(error) });
    }
}
async function runWholeJob(session, slots, gate) {
    const [slot] = slots;
    if (slot === undefined)
        return;
    const verdicts = [];
    for (let next = await gate.next(); next !== undefined; next = await gate.next())
        verdicts.push(next);
    if (verdicts.length === 0)
        return;
    await runJob(session, slot, verdicts).catch((error) => {
        failRest(session, verdicts, (0,problem/* describe */.q0)(error));
    });
}
function failRest(session, verdicts, why) {
    for (const verdict of verdicts) {
        if (session.ledger.get(verdict.task.shard.id) !== undefined)
            continue;
        (0,conclude/* conclude */.Ep)(session, { verdict, attempts: 1 }, "failed", { why });
    }
}

// EXTERNAL MODULE: ./lib/run/lease.js
var run_lease = __webpack_require__(9443);
// EXTERNAL MODULE: ./lib/run/ledger.js
var run_ledger = __webpack_require__(8796);
// EXTERNAL MODULE: ./lib/run/program.js + 1 modules
var program = __webpack_require__(2217);
;// CONCATENATED MODULE: ./lib/run/queue.js
/** A queue that runs at most `width` tasks at once, in order. */
function backgroundQueue(width) {
    const waiting = [];
    const listeners = new Set();
    let running = 0;
    const tell = () => {
        for (const listener of listeners)
            listener();
    };
    const next = () => {
        if (running >= width)
            return;
        const task = waiting.shift();
        if (task === undefined)
            return;
        running += 1;
        void task.run().finally(() => {
            running -= 1;
            next();
            tell();
        });
        tell();
    };
    const until = (settled) => {
        if (settled())
            return Promise.resolve();
        return new Promise((resolve) => {
            const listener = () => {
                if (!settled())
                    return;
                listeners.delete(listener);
                resolve();
            };
            listeners.add(listener);
        });
    };
    return {
        add: (task) => {
            waiting.push(task);
            next();
        },
        started: (owner) => until(() => !waiting.some((task) => task.owner === owner)),
        drained: () => until(() => running === 0 && waiting.length === 0),
        waiting: () => waiting.length,
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/run/gpu.js




/**
 * The GPUs that this process may use: those of `CUDA_VISIBLE_DEVICES` where it is set (indexes, UUIDs or beginnings of
 * them, MIG UUIDs; empty or `-1` is none), else all that `nvidia-smi` knows, by UUID.
 * An index counts as `nvidia-smi` counts, which is as CUDA does where all GPUs are of one kind.
 */
async function listGpus(env) {
    const visible = env["CUDA_VISIBLE_DEVICES"];
    const entries = visible === undefined ? undefined : visibleEntries(visible);
    if (entries?.length === 0)
        return { gpus: [] };
    const { installed, ...trouble } = await askDriver(env);
    const gpus = entries?.map((value) => ({ value, lease: identityOf(value, installed) })) ??
        installed.map(({ uuid }) => ({ value: uuid, lease: uuid.toLowerCase() }));
    return { gpus: [...new Map(gpus.map((gpu) => [gpu.lease, gpu])).values()], ...trouble };
}
/**
 * Gives each of `parallel` slots its GPUs: ⌊G/P⌋ neighbours each, or one GPU to several slots in turn where there are
 * more slots than GPUs. `auto` is a slot for each GPU, or a single one without.
 */
function divideGpus(gpus, parallel) {
    const slots = parallel === "auto" ? Math.max(1, gpus.length) : parallel;
    const each = Math.floor(gpus.length / slots);
    return Array.from({ length: slots }, (_, slot) => {
        if (each > 0)
            return gpus.slice(slot * each, (slot + 1) * each);
        const turn = slot % gpus.length;
        return gpus.slice(turn, turn + 1);
    });
}
/** CUDA takes entries up to the first that it does not understand: `0,-1,1` is GPU 0 alone. */
function visibleEntries(visible) {
    const entries = visible.split(",").map((entry) => entry.trim());
    const end = entries.findIndex((entry) => !/^(\d+|(GPU|MIG)-[\w/-]+)$/i.test(entry));
    return end === -1 ? entries : entries.slice(0, end);
}
function identityOf(value, installed) {
    const name = value.toLowerCase();
    if (/^\d+$/.test(name)) {
        const known = installed.find(({ index }) => Number(index) === Number(name));
        return known?.uuid.toLowerCase() ?? `index-${Number(name)}`;
    }
    const known = installed.filter(({ uuid }) => uuid.toLowerCase().startsWith(name));
    return known.length === 1 && known[0] !== undefined ? known[0].uuid.toLowerCase() : name;
}
const QUERY = ["--query-gpu=index,uuid", "--format=csv,noheader"];
const LIMIT_MS = 10_000;
async function askDriver(env) {
    try {
        // An abort ends the wait even where the process hangs in the driver and cannot be ended.
        const signal = AbortSignal.timeout(LIMIT_MS);
        const { stdout } = await (0,external_node_util_.promisify)(external_node_child_process_.execFile)("nvidia-smi", QUERY, { env, signal });
        return { installed: parseAnswer(stdout) };
    }
    catch (error) {
        if ((0,problem/* hasCode */.up)(error, "ENOENT"))
            return { installed: [] };
        return { installed: [], why: `nvidia-smi failed: ${reasonOf(error)}` };
    }
}
function parseAnswer(stdout) {
    return (0,core_text/* nonBlankLines */.n5)(stdout).flatMap((line) => {
        const [, index, uuid] = /^(\d+)\s*,\s*(GPU-[\w-]{1,100})$/i.exec(line) ?? [];
        return index === undefined || uuid === undefined ? [] : [{ index, uuid }];
    });
}
const LONGEST_REASON = 300;
/** What it printed (it prints its errors on standard output), or that it took too long. */
function reasonOf(error) {
    if ((0,problem/* hasCode */.up)(error, "ABORT_ERR"))
        return `no answer within ${LIMIT_MS / 1000} s`;
    if (!(error instanceof Error))
        return (0,problem/* describe */.q0)(error);
    const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
    return ((0,core_text/* nonBlankLines */.n5)(printed.join("\n"))[0] ?? (0,problem/* describe */.q0)(error)).slice(0, LONGEST_REASON);
}

;// CONCATENATED MODULE: ./lib/run/slots.js


const ASK_AGAIN_MS = 2000;
/**
 * Leases the GPUs that are free and divides them; waits where all of them are leased by other runs. No slot where the
 * run was stopped while it waited.
 */
async function openSlots(request) {
    const { definition, env, reporter } = request;
    const { gpus, why } = await listGpus(env);
    if (why !== undefined)
        reporter.warn(why);
    const leased = gpus.length === 0 ? { gpus, leases: [] } : await leaseGpus(request, gpus);
    if (leased === undefined)
        return { slots: [], leases: [] };
    const parallel = definition.runPer === "job" ? 1 : definition.parallel;
    const slots = divideGpus(leased.gpus, parallel).map((share, place) => slotOf(place, share, leased));
    return { slots, leases: leased.leases };
}
function slotOf(place, share, { gpus, leases }) {
    const name = `slot ${place + 1}`;
    if (share.length === 0)
        return { name, visible: undefined, gpu: undefined, keepFor: () => undefined };
    const own = leases.filter((_, gpu) => share.some(({ lease }) => lease === gpus[gpu]?.lease));
    return {
        name,
        visible: share.map(({ value }) => value).join(","),
        gpu: share.map(({ lease }) => lease).join(","),
        keepFor: (process) => {
            for (const lease of own)
                lease.note(process);
        },
    };
}
async function leaseGpus(request, gpus) {
    let told = false;
    for (;;) {
        const leases = [];
        const free = [];
        const holders = new Set();
        for (const gpu of gpus) {
            const lease = await (0,run_lease/* acquireLease */.Z)(request.leases, `gpu ${gpu.lease}`, request.owner);
            if (lease.kind === "held")
                holders.add(lease.by.pid);
            else {
                leases.push(lease);
                free.push(gpu);
            }
        }
        const pids = [...holders].join(", ");
        if (holders.size > 0 && !told) {
            told = true;
            request.reporter.warn(`${gpus.length - free.length} of ${gpus.length} GPUs are leased by another run (pid ${pids}).`);
        }
        if (free.length > 0)
            return { gpus: free, leases };
        if (request.stop.cause() !== undefined)
            return undefined;
        await pause(request.stop);
    }
}
/** A while, or until the run is stopped. */
async function pause(stop) {
    let timer;
    let untie = () => undefined;
    await new Promise((resolve) => {
        timer = setTimeout(resolve, ASK_AGAIN_MS);
        untie = stop.onRequest(() => resolve());
    });
    clearTimeout(timer);
    untie();
}

// EXTERNAL MODULE: ./lib/run/timer.js
var run_timer = __webpack_require__(8652);
;// CONCATENATED MODULE: ./lib/run/watch.js


/** A file system that sends no events (a network disk) is looked at this often. */
const LOOK_EVERY_MS = 200;
function watchFolders() {
    const awaited = new Map();
    const folders = new Map();
    const look = (path) => {
        const listener = awaited.get(path);
        if (listener === undefined || !(0,external_node_fs_.existsSync)(path))
            return;
        awaited.delete(path);
        listener();
    };
    const timer = setInterval(() => {
        for (const path of [...awaited.keys()])
            look(path);
    }, LOOK_EVERY_MS);
    timer.unref();
    return {
        whenThere: (path, listener) => {
            const folder = (0,external_node_path_.dirname)(path);
            if (!folders.has(folder))
                folders.set(folder, watchFolder(folder, look));
            awaited.set(path, listener);
            look(path);
            return () => void awaited.delete(path);
        },
        close: () => {
            clearInterval(timer);
            for (const watcher of folders.values())
                watcher?.close();
        },
    };
}
function watchFolder(folder, look) {
    try {
        const watcher = (0,external_node_fs_.watch)(folder, { persistent: false }, (_, name) => {
            if (name !== null)
                look(`${folder}/${(0,external_node_path_.basename)(name)}`);
        });
        watcher.on("error", () => watcher.close());
        return watcher;
    }
    catch {
        // Too many watches, or a file system without events: the timer looks.
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/commands/failed.js
var failed = __webpack_require__(4537);
// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __webpack_require__(3855);
// EXTERNAL MODULE: ./lib/commands/prepare.js
var prepare = __webpack_require__(4553);
// EXTERNAL MODULE: ./lib/survey/survey.js + 3 modules
var survey = __webpack_require__(2064);
// EXTERNAL MODULE: ./lib/commands/save.js
var save = __webpack_require__(1241);
;// CONCATENATED MODULE: ./lib/commands/save-again.js


/**
 * Tries once more, before the run's runner may be gone, what the run could not save. Afterwards the ledger holds what is
 * still unsaved; what a signal cuts off stays in it.
 */
async function saveAgain(invocation, hand, { job, ledger, deadline }) {
    const ids = new Set(ledger.unsaved().map(({ id }) => id));
    if (ids.size === 0)
        return;
    const tasks = job.tasks.filter(({ shard }) => ids.has(shard.id));
    // What this run was forced to make is made.
    const surveyed = (0,survey/* survey */.Fr)({ ...job.context, forced: new Set() }, tasks);
    const verdicts = await Promise.race([surveyed, deadline.over]);
    if (verdicts === undefined)
        return;
    const late = await (0,save/* saveUnsaved */.yp)(invocation, hand, { store: job.store, verdicts }, deadline);
    ledger.takeUnsaved();
    if (late.saved > 0)
        ledger.addSaved(late.bytes, late.saved);
    for (const unsaved of late.unsaved)
        ledger.addUnsaved(unsaved);
}

;// CONCATENATED MODULE: ./lib/commands/run.js























/** How long a run that has ended goes on with what is not saved: a GPU is paid for meanwhile. */
const SAVES_AT_END_MS = 240_000;
/** Decides, runs what remains, marks and saves each finished shard. Runs again, it runs only what is not done. */
async function run(invocation, options) {
    if (process.platform === "win32") {
        throw new problem/* UserError */.yo(["Commands run on Linux and macOS. On Windows, plan and status work."]);
    }
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: true });
    (0,program/* checkProgram */.nf)({ ...invocation, ...job.definition });
    (0,failed/* tellLastFailed */.B)(invocation);
    const owner = (0,processes/* thisProcess */.WF)();
    const runTag = invocation.randomHex(8);
    options.onStart?.({ runTag, owner });
    options.onPlan?.(job);
    const hand = (0,commands_hand/* handOf */.v)(invocation, owner);
    await (0,leftovers/* endLeftovers */.q9)(job.verdicts, invocation.reporter);
    await (0,prepare/* sweepHere */.ZM)(invocation, hand, job.verdicts);
    const ledger = (0,run_ledger/* createLedger */.M)((result) => onResult(options, job, { result, ledger }));
    const { again, unbrought } = await settleAll(invocation, hand, {
        job,
        ledger,
        stop: options.stop,
    });
    const todo = (0,prepare/* toRun */.P3)([...job.verdicts, ...again]);
    const deadline = (0,save/* openDeadline */.LH)(invocation);
    const late = saveLate(invocation, hand, { job, ledger, deadline });
    if (todo.length > 0) {
        await runAll(invocation, options, { job, hand, ledger, owner, runTag, todo });
    }
    deadline.setTo(invocation.now() + SAVES_AT_END_MS);
    const saves = late.then(() => saveAgain(invocation, hand, { job, ledger, deadline }));
    await Promise.race([saves, (0,run_leaving/* signalled */._)(options.stop)]);
    deadline.release();
    for (const line of (0,unsaved/* unsavedLines */._s)(ledger.unsaved(), job.store.label))
        invocation.reporter.warn(line);
    for (const line of (0,unsaved/* unbroughtLines */.os)(unbrought, job.store.label))
        invocation.reporter.error(line);
    const ran = await run_conclude(invocation, { job, ledger, stop: options.stop });
    const isIncomplete = ran.exitCode === problem/* EXIT */.dc.done && unbrought.length > 0;
    return isIncomplete ? { ...ran, exitCode: problem/* EXIT */.dc.checkpoint } : ran;
}
/** Deals with everything that is not to run. */
async function settleAll(invocation, hand, { job, ledger, stop }) {
    const settled = await (0,prepare/* settle */.G9)(invocation, hand, { job, stop });
    const { lost, again } = settled;
    for (const verdict of [...job.verdicts, ...again]) {
        if (!(0,prepare/* isToRun */.$T)(verdict) && !lost.has(verdict))
            ledger.add(resultOf(verdict));
    }
    return settled;
}
/** Shards that an earlier run has finished and could not save, beside the work of this one. */
async function saveLate(invocation, hand, { job, ledger, deadline }) {
    const late = await (0,save/* saveUnsaved */.yp)(invocation, hand, job, deadline);
    if (late.saved > 0)
        ledger.addSaved(late.bytes, late.saved);
    for (const unsaved of late.unsaved)
        ledger.addUnsaved(unsaved);
}
function resultOf({ task, kind, reason, detail }) {
    return {
        id: task.shard.id,
        decision: kind,
        reason,
        outcome: kind === "skip" ? "skipped" : "stopped",
        exitCode: null,
        seconds: 0,
        attempts: 0,
        ...(kind === "blocked" && { why: detail }),
    };
}
/** Tells the surface, and stops a run that fails over and over. */
function onResult(options, job, { result, ledger }) {
    options.onResult?.(result, ledger);
    if (result.outcome !== "failed")
        return;
    const failures = ledger.count("failed");
    const { maxFailures } = job.definition;
    const isEnough = maxFailures === undefined
        ? failures >= 5 && ledger.count("done") === 0
        : maxFailures > 0 && failures >= maxFailures;
    if (isEnough)
        options.stop.request({ kind: "max-failures", failures });
}
async function runAll(invocation, options, work) {
    const { definition } = work.job;
    const { env, reporter } = invocation;
    const { stop } = options;
    const timer = (0,run_timer/* startTimer */.I)(definition.maxRuntimeMs, () => stop.request({ kind: "max-runtime" }));
    const leases = (0,run_lease/* leaseFolder */.H)(env);
    const request = { definition, env, leases, owner: work.owner, reporter, stop };
    const opened = await openSlots(request);
    const session = openSession(invocation, options, { work, leases, width: opened.slots.length });
    try {
        await execute(session, opened.slots, work.todo);
    }
    finally {
        timer.stop();
        session.watch.close();
        for (const lease of opened.leases)
            await lease.release();
        // A command that was left to the post step may still read its files; the next run sweeps them up.
        const mayBeLeft = stop.cause()?.kind === "signal" && options.leaveAfterMs !== undefined;
        if (!mayBeLeft)
            (0,external_node_fs_.rmSync)(session.scratch, { recursive: true, force: true });
    }
}
/** All that the shards of a run share; whoever opens it closes its watch and removes its scratch folder. */
function openSession(invocation, options, { work, leases, width }) {
    const { workspace, disk, reporter, env, now, home } = invocation;
    const { job, hand } = work;
    const { definition } = job;
    const scratch = (0,program/* openScratch */.jd)(workspace, hand.token());
    const request = { disk, workspace, scratch, ...definition };
    const secrets = [...(0,environment/* secretsOf */.Fj)(env)];
    return {
        ...work,
        store: job.store,
        definition,
        workspace,
        home,
        scratch,
        env,
        command: (0,program/* writeProgram */.EN)(request, "command", definition.command ?? ""),
        check: definition.check === undefined ? undefined : (0,program/* writeProgram */.EN)(request, "check", definition.check),
        changeSince: (task) => job.fingerprints.changeSince(task.shard, task.fingerprint),
        shardCount: job.all.length,
        now,
        by: job.by,
        stop: options.stop,
        background: backgroundQueue(Math.max(2, width)),
        watch: watchFolders(),
        reporter,
        logRules: {
            secrets,
            emit: reporter.output,
            maskEverywhere: reporter.mask,
            ready: options.outputReady ?? (() => undefined),
        },
        leases,
        leaveAfterMs: options.leaveAfterMs,
    };
}
async function run_conclude(invocation, { job, ledger, stop }) {
    const order = new Map(job.tasks.map(({ shard }, place) => [shard.id, place]));
    const results = ledger.all().toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
    const answer = (0,answers/* answerRun */.SY)(results, {
        saved: ledger.saved().entries,
        secondsSaved: secondsSaved(job.verdicts, ledger),
        inProgress: await countInProgress(invocation, job, results),
    });
    return { answer, job, ledger, exitCode: exitOf(answer, stop) };
}
/** Time that the commands of skipped shards once took. */
function secondsSaved(verdicts, ledger) {
    const skipped = verdicts.filter(({ task }) => ledger.get(task.shard.id)?.outcome === "skipped");
    return skipped.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
}
async function countInProgress({ disk }, job, results) {
    const open = new Set(results
        .filter(({ outcome }) => outcome === "failed" || outcome === "stopped")
        .map(({ id }) => id));
    const untouched = new Set(results
        .filter(({ reason, attempts }) => reason === "forced" && attempts === 0)
        .map(({ id }) => id));
    const isThere = (0,observe/* listedPresence */.N0)(disk);
    const { markers } = job.context;
    let inProgress = 0;
    for (const { shard, places } of job.tasks) {
        if (!open.has(shard.id))
            continue;
        const rules = { ...job.definition, markers, validate: "size" };
        const seen = await (0,observe/* observe */.lB)(disk, { id: shard.id, places }, rules, isThere);
        // Forced and not started: without `force` it is done.
        const isDone = untouched.has(shard.id) && seen.asMarked && !seen.started;
        if (!isDone && (seen.checkpoint !== "absent" || seen.started))
            inProgress += 1;
    }
    return inProgress;
}
function exitOf(answer, stop) {
    const cause = stop.cause();
    if (cause?.kind === "signal")
        return cause.signal === "SIGINT" ? 130 : 143;
    if (answer.failed > 0 || cause?.kind === "fault")
        return problem/* EXIT */.dc.failed;
    if (answer.blocked > 0)
        return problem/* EXIT */.dc.checkpoint;
    return answer.allDone ? problem/* EXIT */.dc.done : problem/* EXIT */.dc.remaining;
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

/***/ 1246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ep: () => (/* binding */ conclude),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Zx: () => (/* binding */ commitInBackground),
/* harmony export */   vE: () => (/* binding */ recordTrouble)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5524);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1344);
/* harmony import */ var _save_shard_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5841);



/** The trouble with a command that did not end with exit code 0; `undefined` for one that did. */
function troubleOf(ended, timeoutText) {
    switch (ended.kind) {
        case "exit":
            return ended.code === 0
                ? undefined
                : {
                    reason: "exit-code",
                    why: `the command ended with exit code ${ended.code}`,
                    exitCode: ended.code,
                };
        case "signal":
            return { reason: "signal", why: `the command was ended by ${ended.signal}`, exitCode: null };
        case "not-started":
            return {
                reason: "not-started",
                why: `the command could not be started: ${ended.why}`,
                exitCode: null,
            };
        case "timeout":
            return {
                reason: "timeout",
                why: `the command took longer than ${timeoutText}`,
                exitCode: null,
            };
        case "stopped":
        case "left":
            return { reason: "stopped", why: "the run was stopped", exitCode: null };
    }
}
/** Commits a shard whose witnesses are good, and saves it, in the background. */
function commitInBackground(session, hand, said) {
    const seconds = (session.now() - hand.started.startedAtMs) / 1000;
    return new Promise((settled) => {
        session.background.add({
            owner: hand.slot.name,
            run: async () => {
                const marker = await commit(session, hand, { said, seconds });
                settled();
                if (marker !== undefined)
                    await digestAndSave(session, hand, marker);
                session.ledger.addTried(hand.verdict.task.shard.id);
            },
        });
    });
}
async function commit(session, hand, { said, seconds }) {
    const { id } = hand.verdict.task.shard;
    session.reporter.debug(`commit ${id}`);
    try {
        const marker = await withPatience(session, () => (0,_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .finish */ .O9)(session.hand, hand.verdict.task, {
            said,
            seconds: Math.round(seconds * 1000) / 1000,
            finishedAt: new Date(session.now()).toISOString(),
            by: hand.slot.gpu === undefined ? session.by : { ...session.by, gpu: hand.slot.gpu },
            onUntidy: (why) => session.reporter.warn(`[${id}] is done, but its old files could not be removed: ${why}`),
        }));
        session.reporter.debug(`marked ${id}`);
        conclude(session, hand, "done", {
            exitCode: 0,
            sizeBytes: marker.checkpoint.sizeBytes,
            seconds,
        });
        return marker;
    }
    catch (error) {
        const why = `the command finished, but its marker could not be written: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}. The checkpoint is kept; \`donemark mark\` marks it without running it again`;
        conclude(session, hand, "failed", { exitCode: 0, why, seconds });
        return undefined;
    }
}
const PATIENCE_MS = [100, 400, 1500];
/** A full disk or a lost connection may pass: hours of GPU time are worth a few tries. */
async function withPatience(session, act) {
    for (const wait of PATIENCE_MS) {
        try {
            return await act();
        }
        catch (error) {
            session.reporter.debug(`commit failed, trying again in ${wait} ms: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            await new Promise((resolve) => setTimeout(resolve, wait));
        }
    }
    return act();
}
/** The full digest, then the store: a shard that cannot be saved is done all the same. */
async function digestAndSave(session, hand, marked) {
    const { task } = hand.verdict;
    const { id } = task.shard;
    session.reporter.debug(`save ${id}`);
    const saved = await (0,_save_shard_js__WEBPACK_IMPORTED_MODULE_2__/* .saveShard */ .I)(session, task, marked);
    session.reporter.debug(`saved ${id} ${saved?.kind ?? "nowhere"}`);
    if (saved?.kind === "unavailable")
        noteUnsaved(session, id, saved.cause);
    if (saved?.kind === "saved")
        session.ledger.addSaved(marked.checkpoint.sizeBytes);
}
/** The end of the run tries it once more and warns of what is left; the first is told of while there is time to help. */
function noteUnsaved({ ledger, reporter, store }, id, why) {
    const say = ledger.unsaved().length === 0 ? reporter.info : reporter.debug;
    say(`[${id}] could not be saved to ${store.label}; the end of the run tries again: ${why}`);
    ledger.addUnsaved({ id, why });
}
/** Records a failure on the disk; gives the start record as it stands then. */
async function recordTrouble(session, hand, { trouble, logTail }) {
    const { started, verdict } = hand;
    const failure = {
        times: (started.record.failure?.times ?? 0) + 1,
        reason: trouble.why,
        exitCode: trouble.exitCode,
        logTail,
        at: new Date(session.now()).toISOString(),
    };
    try {
        await (0,_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .recordFailure */ .C5)(session.hand, verdict.task.places, { record: started.record, failure });
    }
    catch (error) {
        session.reporter.warn(`[${verdict.task.shard.id}] its failure could not be recorded: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
    }
    if (started.record.resumed && verdict.task.wanted !== undefined) {
        await session.store.dropWork(verdict.task.wanted);
    }
    return { ...started.record, failure, ended: true };
}
/** Writes a shard's result into the ledger. */
function conclude(session, hand, outcome, more) {
    const { task, kind, reason } = hand.verdict;
    session.ledger.add({
        id: task.shard.id,
        decision: kind,
        reason,
        outcome,
        exitCode: null,
        seconds: hand.started === undefined ? 0 : (session.now() - hand.started.startedAtMs) / 1000,
        attempts: hand.attempts,
        ...(hand.started !== undefined && { startedAtMs: hand.started.startedAtMs }),
        ...(hand.slot !== undefined && { slot: hand.slot.name }),
        ...(hand.logPath !== undefined && { logPath: hand.logPath }),
        ...more,
    });
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

/***/ 8796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ createLedger)
/* harmony export */ });
/** `onResult` is called with each result, once per shard. */
function createLedger(onResult) {
    const results = new Map();
    const through = new Set();
    const awaited = new Map();
    const unsaved = [];
    const saved = { entries: 0, bytes: 0 };
    const settle = (id) => {
        through.add(id);
        awaited.get(id)?.();
    };
    return {
        add: (result) => {
            results.set(result.id, result);
            if (result.outcome !== "done")
                settle(result.id);
            onResult(result);
        },
        addTried: settle,
        get: (id) => results.get(id),
        settled: (id) => new Promise((resolve) => {
            if (through.has(id))
                resolve();
            else
                awaited.set(id, resolve);
        }),
        all: () => [...results.values()],
        count: (outcome) => [...results.values()].filter((result) => result.outcome === outcome).length,
        saved: () => ({ ...saved }),
        addSaved: (bytes, entries = 1) => {
            saved.entries += entries;
            saved.bytes += bytes;
        },
        addUnsaved: (one) => void unsaved.push(one),
        unsaved: () => [...unsaved],
        takeUnsaved: () => unsaved.splice(0),
    };
}


/***/ }),

/***/ 1047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ runShard),
/* harmony export */   Ht: () => (/* binding */ giveUp),
/* harmony export */   LF: () => (/* binding */ limitOf),
/* harmony export */   lA: () => (/* binding */ testify)
/* harmony export */ });
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8415);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2309);
/* harmony import */ var _conclude_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1246);
/* harmony import */ var _failed_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3308);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1441);
/* harmony import */ var _witness_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7046);
/* harmony import */ var _work_saver_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3636);








/** `run-per: shard`: one command for one shard, tried again as often as `retries` says. */
async function runShard(session, slot, { verdict, started }) {
    const tries = session.definition.retries + 1;
    let current = started;
    for (let attempts = 1;; attempts += 1) {
        const attempt = { slot, verdict, started: current, attempts, isLast: attempts === tries };
        const failed = await tryOnce(session, attempt);
        if (failed === undefined || session.stop.cause() !== undefined)
            return;
        current = await (0,_start_js__WEBPACK_IMPORTED_MODULE_4__/* .startShard */ .H)(session, verdict, failed);
    }
}
/** The start record of a failed try, for the next one; `undefined` where there is nothing more to do. */
async function tryOnce(session, attempt) {
    const { verdict, slot, started, attempts } = attempt;
    const { id } = verdict.task.shard;
    const log = (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .openLog */ .Ne)(session, started);
    const hand = { verdict, started, attempts, slot, logPath: log.path };
    session.reporter.debug(`command ${id}`);
    const env = (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .shardEnvironment */ .KS)(session, slot, started);
    const work = (0,_work_saver_js__WEBPACK_IMPORTED_MODULE_6__/* .keepWorkSaved */ .w)(session, verdict.task);
    const ended = await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d1)(session, { program: session.command, env, log, slot });
    work.end();
    session.reporter.debug(`exit ${id}`);
    const end = await examine(session, hand, { ended, log });
    await log.close();
    if (end.kind === "good") {
        void (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .commitInBackground */ .Zx)(session, hand, end.said);
        return undefined;
    }
    return giveUp(session, hand, { trouble: end, log, work, isLast: attempt.isLast });
}
/** Exit code, then `check`, then the witnesses. */
async function examine(session, hand, { ended, log }) {
    const trouble = (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(ended, limitOf(session));
    return trouble === undefined ? testify(session, hand, log) : { kind: "bad", ...trouble };
}
/** What `check` and the witnesses say of the checkpoint of a command that did its part. */
async function testify(session, hand, log) {
    const changed = session.changeSince(hand.verdict.task);
    if (changed !== undefined) {
        const why = `${changed} while the command ran: what it read is not known`;
        return { kind: "bad", reason: "changed-meanwhile", why, exitCode: 0 };
    }
    const objection = await runCheck(session, hand, log);
    if (objection !== undefined)
        return { kind: "bad", ...objection };
    const { checkpoint } = hand.verdict.task.places;
    const witness = await (0,_witness_js__WEBPACK_IMPORTED_MODULE_5__/* .askWitnesses */ .$)(session.hand.disk, checkpoint, session.definition);
    if (witness.kind === "good")
        return witness;
    const { reason, why, short } = witness;
    if (reason !== "no-checkpoint")
        await (0,_failed_record_js__WEBPACK_IMPORTED_MODULE_3__/* .recordFailed */ .Z)(recordPlaceOf(session), [{ path: checkpoint, reason: short }]);
    return { kind: "bad", reason, why, exitCode: 0 };
}
function recordPlaceOf({ hand, workspace, now, reporter }) {
    return { disk: hand.disk, workspace, now, reporter };
}
async function runCheck(session, hand, log) {
    if (session.check === undefined)
        return undefined;
    const env = (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .shardEnvironment */ .KS)(session, hand.slot, hand.started);
    const ended = await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d1)(session, { program: session.check, env, log, slot: hand.slot });
    const trouble = (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(ended, limitOf(session));
    if (trouble === undefined || trouble.reason === "stopped")
        return trouble;
    return { ...trouble, reason: "check", why: trouble.why.replace("the command", "the check") };
}
/** The time limit of a shard, in words. */
function limitOf(session) {
    return (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(session.definition.shardTimeoutMs ?? 0);
}
/** Records a failed or stopped try. */
async function giveUp(session, hand, { trouble, log, work, isLast }) {
    const { exitCode, why } = trouble;
    if (session.leaveAfterMs === undefined || session.stop.cause()?.kind !== "signal")
        await work.saveNow();
    if (trouble.reason === "stopped") {
        (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .conclude */ .Ep)(session, hand, "stopped", { exitCode, why });
        return undefined;
    }
    const record = await (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .recordTrouble */ .vE)(session, hand, { trouble, logTail: log.tail() });
    if (isLast || session.stop.cause() !== undefined) {
        (0,_conclude_js__WEBPACK_IMPORTED_MODULE_2__/* .conclude */ .Ep)(session, hand, "failed", { exitCode, why });
        return undefined;
    }
    session.reporter.warn(`[${hand.verdict.task.shard.id}] failed (${why}); it is tried again`);
    return record;
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

/***/ 5745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createStop)
/* harmony export */ });
/** Some causes let the commands in flight end by themselves; a stronger one ends them. */
const STRENGTH = { "max-failures": 0, fault: 0, "max-runtime": 1, signal: 2 };
function createStop() {
    let cause;
    let hurried = false;
    const listeners = new Set();
    const hurrying = new Set();
    return {
        cause: () => cause,
        request: (given) => {
            if (cause !== undefined && STRENGTH[given.kind] <= STRENGTH[cause.kind])
                return;
            cause = given;
            for (const listener of [...listeners])
                listener(given);
        },
        hurry: () => {
            hurried = true;
            for (const listener of [...hurrying])
                listener();
        },
        isHurried: () => hurried,
        onRequest: (listener) => {
            if (cause !== undefined)
                listener(cause);
            listeners.add(listener);
            return () => void listeners.delete(listener);
        },
        onHurry: (listener) => {
            if (hurried)
                listener();
            else
                hurrying.add(listener);
            return () => void hurrying.delete(listener);
        },
    };
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

/***/ 3636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ keepWorkSaved)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5524);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2064);
/* harmony import */ var _timer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8652);



/** Saves a snapshot every `work-every`, one at a time; a snapshot that fails is a warning, once per shard. */
function keepWorkSaved(session, task) {
    const { store, hand, reporter, definition } = session;
    const wanted = (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_1__/* .workOf */ .LT)(task);
    if (wanted === undefined) {
        return { end: () => undefined, saveNow: () => Promise.resolve() };
    }
    let running;
    let warned = false;
    const warn = (cause) => {
        if (!warned)
            reporter.warn(`[${task.shard.id}] its work was not saved to ${store.label}: ${cause}`);
        warned = true;
    };
    const snapshot = async () => {
        if (hand.disk.stat(task.places.work)?.kind !== "directory")
            return;
        try {
            const saved = await store.saveWork(wanted, task.places.work);
            if (saved.kind === "unavailable")
                warn(saved.cause);
        }
        catch (error) {
            warn((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error));
        }
    };
    const begin = () => {
        running ??= snapshot().finally(() => {
            running = undefined;
        });
    };
    const timer = setInterval(begin, Math.min(definition.workEveryMs, _timer_js__WEBPACK_IMPORTED_MODULE_2__/* .LONGEST_TIMER_MS */ .M));
    return {
        end: () => clearInterval(timer),
        saveNow: async () => {
            await running;
            await snapshot();
        },
    };
}


/***/ })

};
