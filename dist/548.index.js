export const id = 548;
export const ids = [548,408];
export const modules = {

/***/ 4575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/answers.js
var answers = __webpack_require__(9960);
// EXTERNAL MODULE: ./lib/core/environment.js
var environment = __webpack_require__(4754);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
// EXTERNAL MODULE: ./lib/survey/survey.js + 3 modules
var survey = __webpack_require__(8557);
// EXTERNAL MODULE: ./lib/core/duration.js
var duration = __webpack_require__(8415);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var fingerprint = __webpack_require__(1595);
// EXTERNAL MODULE: ./lib/run/commit.js
var commit = __webpack_require__(1344);
// EXTERNAL MODULE: ./lib/run/full-digest.js
var full_digest = __webpack_require__(7561);
;// CONCATENATED MODULE: ./lib/run/conclude.js



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
                const marker = await conclude_commit(session, hand, { said, seconds });
                settled();
                if (marker !== undefined)
                    await digestAndSave(session, hand, marker);
            },
        });
    });
}
async function conclude_commit(session, hand, { said, seconds }) {
    const { id } = hand.verdict.task.shard;
    session.reporter.debug(`commit ${id}`);
    try {
        const marker = await withPatience(session, () => (0,commit/* finish */.O9)(session.hand, hand.verdict.task, {
            said,
            seconds: Math.round(seconds * 1000) / 1000,
            finishedAt: new Date(session.now()).toISOString(),
            by: hand.slot.gpu === undefined ? session.by : { ...session.by, gpu: hand.slot.gpu },
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
        const why = `the command finished, but its marker could not be written: ${(0,problem/* describe */.q0)(error)}. The checkpoint is kept; \`donemark mark\` marks it without running it again`;
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
            session.reporter.debug(`commit failed, trying again in ${wait} ms: ${(0,problem/* describe */.q0)(error)}`);
            await new Promise((resolve) => setTimeout(resolve, wait));
        }
    }
    return act();
}
/** The full digest, then the store: a shard that cannot be saved is done all the same. */
async function digestAndSave(session, hand, marked) {
    const { task } = hand.verdict;
    const { id } = task.shard;
    try {
        const marker = await (0,full_digest/* withFullDigest */.a)(session.hand, session.home, {
            places: task.places,
            marker: marked,
        });
        if (session.store.kind === "none" || task.wanted === undefined)
            return;
        session.reporter.debug(`save ${id}`);
        const saved = await session.store.save({
            wanted: task.wanted,
            checkpoint: task.places.checkpoint,
            marker,
        });
        session.reporter.debug(`saved ${id} ${saved.kind}`);
        if (saved.kind === "unavailable")
            return reportUnsaved(session, id, saved.cause);
        if (saved.kind === "saved")
            session.ledger.addSaved(marker.checkpoint.sizeBytes);
        await session.store.dropWork(task.wanted);
    }
    catch (error) {
        reportUnsaved(session, id, (0,problem/* describe */.q0)(error));
    }
}
function reportUnsaved(session, id, cause) {
    session.ledger.addSaveTrouble(`${id}: ${cause}`);
    session.reporter.warn(`[${id}] is done, but was not saved to ${session.store.label}: ${cause}`);
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
        await (0,commit/* recordFailure */.C5)(session.hand, verdict.task.places, { record: started.record, failure });
    }
    catch (error) {
        session.reporter.warn(`[${verdict.task.shard.id}] its failure could not be recorded: ${(0,problem/* describe */.q0)(error)}`);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var digest = __webpack_require__(1257);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
;// CONCATENATED MODULE: ./lib/run/lease.js







/**
 * Takes a resource, or says who has it; never waits. Two takers in one process are two takers.
 *
 * A lease is a folder named after the resource, with one empty file, the baton, whose name says who holds it. No name
 * is ever used twice, and every step is one rename, of which the kernel lets exactly one of many racers succeed:
 * - nobody has the resource: a folder with one's own baton is renamed to the resource's name, which fails where a
 *   folder that is not empty has that name;
 * - the holder is dead: its baton is renamed to one's own. Whoever comes second finds no baton of the old name;
 * - release: the folder is renamed away, by the living holder alone, and then removed.
 * Nothing is flushed: with the boot, all leases end.
 */
async function acquireLease(folder, resource, holder) {
    const place = (0,external_node_path_.join)(folder, (0,digest/* sha256 */.sc)(resource).slice(0, 32));
    for (let round = 0; round < ROUNDS; round += 1) {
        const batons = batonsIn(place);
        const by = batons.map(livingHolder).find((living) => living !== undefined);
        if (by !== undefined)
            return { kind: "held", by };
        const baton = batonOf([holder]);
        const isTaken = batons[0] === undefined
            ? plant(folder, place, baton)
            : moved((0,external_node_path_.join)(place, batons[0]), (0,external_node_path_.join)(place, baton));
        if (isTaken)
            return leaseOf(folder, place, holder, baton);
    }
    throw new problem/* UserError */.yo([`No lease could be taken in ${(0,core_text/* show */.WU)(place)}: remove that folder.`]);
}
/**
 * The folder of this machine's leases: `DONEMARK_LEASE_DIR`, or one that all users and runners share. Not the
 * temporary folder of this process: each runner may have its own.
 * @throws {UserError} where it is not a folder that can be trusted.
 */
function leaseFolder(env = process.env) {
    const folder = env["DONEMARK_LEASE_DIR"] ?? "/tmp/donemark-leases";
    if (!(0,external_node_path_.isAbsolute)(folder)) {
        throw new problem/* UserError */.yo([`DONEMARK_LEASE_DIR: expected an absolute path, got ${(0,core_text/* show */.WU)(folder)}.`]);
    }
    try {
        makeShared(folder);
    }
    catch (error) {
        throw new problem/* UserError */.yo([
            `Leases are kept in ${(0,core_text/* show */.WU)(folder)}, which cannot be made (${(0,problem/* describe */.q0)(error)}): set DONEMARK_LEASE_DIR.`,
        ]);
    }
    if ((0,external_node_fs_.lstatSync)(folder).isDirectory())
        return folder;
    throw new problem/* UserError */.yo([
        `Expected a folder for leases at ${(0,core_text/* show */.WU)(folder)}, found a link or a file: remove it, or set DONEMARK_LEASE_DIR.`,
    ]);
}
function makeShared(folder) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(folder), { recursive: true });
    try {
        (0,external_node_fs_.mkdirSync)(folder);
        (0,external_node_fs_.chmodSync)(folder, 0o1777);
    }
    catch (error) {
        if (!(0,problem/* hasCode */.up)(error, "EEXIST"))
            throw error;
    }
}
/** More than the racers that could get in between, one after the other. */
const ROUNDS = 1000;
/** The folder of a resource is everybody's: the next holder may be another user. */
const EVERYBODY = 0o777;
function plant(folder, place, baton) {
    const own = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(folder, ".new-"));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(own, baton), "");
    (0,external_node_fs_.chmodSync)(own, EVERYBODY);
    const isTaken = moved(own, place);
    if (!isTaken)
        (0,external_node_fs_.rmSync)(own, { recursive: true });
    return isTaken;
}
function leaseOf(folder, place, holder, first) {
    // Gone after the release, or when a cleaner of temporary files took it: then the resource may be another's.
    let baton = first;
    const own = () => batonsIn(place).find((name) => name === baton);
    return {
        kind: "lease",
        note: (process) => {
            baton = own();
            if (baton === undefined)
                return;
            const next = batonOf([holder, ...processesOf(baton).slice(1).filter(processes/* isAlive */._n), process]);
            (0,external_node_fs_.renameSync)((0,external_node_path_.join)(place, baton), (0,external_node_path_.join)(place, next));
            baton = next;
        },
        release: async () => {
            const last = own();
            baton = undefined;
            if (last === undefined)
                return;
            const away = (0,external_node_path_.join)(folder, `.old-${(0,external_node_crypto_.randomUUID)()}`);
            if (moved(place, away))
                (0,external_node_fs_.rmSync)(away, { recursive: true, force: true });
            // The folder is another user's: it stays, with a baton that is nobody's.
            else
                moved((0,external_node_path_.join)(place, last), (0,external_node_path_.join)(place, batonOf([])));
        },
    };
}
/** Renames; `false` where another was faster, or it is not allowed. */
function moved(from, to) {
    try {
        (0,external_node_fs_.renameSync)(from, to);
        return true;
    }
    catch (error) {
        if ((0,problem/* hasCode */.up)(error, "ENOENT", "ENOTEMPTY", "EEXIST", "EPERM", "EACCES"))
            return false;
        throw error;
    }
}
function batonsIn(place) {
    try {
        return (0,external_node_fs_.readdirSync)(place).filter((name) => name.includes("~"));
    }
    catch (error) {
        if ((0,problem/* hasCode */.up)(error, "ENOENT"))
            return [];
        throw error;
    }
}
/** `~<boot>~<pid>,<start time>~<pid>,<start time>~<unique>`: at most 255 bytes, for a few processes. */
function batonOf(processes) {
    const boot = encodeURIComponent(processes[0]?.boot ?? "");
    const names = processes.map(({ pid, startTime }) => `${pid},${encodeURIComponent(startTime)}`);
    return [boot, ...names, (0,external_node_crypto_.randomUUID)().slice(0, 13)].join("~");
}
function processesOf(baton) {
    const [boot = "", ...names] = baton.split("~").slice(0, -1);
    return names.map((name) => {
        const [pid, startTime = ""] = name.split(",");
        return {
            pid: Number(pid),
            startTime: decodeURIComponent(startTime),
            boot: decodeURIComponent(boot),
        };
    });
}
function livingHolder(baton) {
    return processesOf(baton).find(processes/* isAlive */._n);
}

// EXTERNAL MODULE: ./lib/run/leaving.js
var run_leaving = __webpack_require__(1729);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
;// CONCATENATED MODULE: ./lib/run/reins.js
/** Ties a group to the run's stop and to a time limit: it is signalled, signalled again, and killed. */
function hold(session, group, timeoutMs) {
    let cause;
    const { stopGraceMs } = session.definition;
    const left = latch();
    const timers = [];
    const after = (ms, act) => void timers.push(setTimeout(act, ms));
    const end = (why, signal) => {
        if (cause !== undefined)
            return;
        cause = why;
        group.signal(signal);
        after(stopGraceMs / 2, () => group.signal("SIGTERM"));
        after(stopGraceMs, () => group.kill());
    };
    const leaveAfter = (ms) => {
        after(ms, () => {
            cause = { kind: "left" };
            void group.leave((stopGraceMs - ms) / 1000).then(left.settle);
        });
    };
    const untie = session.stop.onRequest((stop) => {
        if (stop.kind === "max-failures" || stop.kind === "fault")
            return;
        end({ kind: "stopped" }, stop.kind === "signal" ? stop.signal : "SIGTERM");
        const ms = session.leaveAfterMs;
        if (stop.kind === "signal" && ms !== undefined && ms < stopGraceMs)
            leaveAfter(ms);
    });
    const unhurry = session.stop.onHurry(() => group.kill());
    const limit = startLimit(timeoutMs, () => end({ kind: "timeout" }, "SIGTERM"));
    return {
        left: left.settled,
        cause: () => cause,
        renew: () => void limit?.refresh(),
        release: () => {
            untie();
            unhurry();
            clearTimeout(limit);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}
function startLimit(timeoutMs, act) {
    return timeoutMs === undefined ? undefined : setTimeout(act, timeoutMs);
}
function latch() {
    let settle = () => undefined;
    const settled = new Promise((done) => {
        settle = () => done({ kind: "left" });
    });
    return { settled, settle: () => settle() };
}

// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __webpack_require__(1865);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/run/guard.js
/*
 * A command runs as a process group of its own, so no signal to Donemark reaches it: if Donemark is killed, the
 * command would go on alone, with the GPU. The guard is a member of the group that sees to this. It blocks in a read
 * on a pipe of which Donemark holds the only other end; the kernel closes that end when Donemark dies, however it dies.
 *
 * POSIX sh only (dash, bash, busybox; macOS has no setsid(1) and no /proc): node takes 40 ms to start, this takes two.
 */
/**
 * `sh -c LAUNCH donemark GUARD <argv…>` with the guard's pipe on file descriptor 3 becomes the command itself,
 * so the process that was started is the command, and the leader of the group.
 *
 * The guard is there before the command is. It is started twice removed: a command that waits for any child must not
 * find one it did not start. No variable is set: the command would see it.
 */
const LAUNCH = `
( trap "" HUP INT QUIT TERM USR1 USR2
  /bin/sh -c "$1" donemark-guard "$$" </dev/null >/dev/null 2>&1 & )
shift
exec "$@" 3<&-
`;
/**
 * `$1` is the leader of the group. A line that holds a number of seconds says that Donemark leaves in good order and
 * the command has that long to end; the end of the pipe without a line says that Donemark is gone.
 *
 * A leader that nobody collects looks alive for ever, so every wait has its bound.
 * While the guard lives, the kernel gives the group's number to nobody else. The last kill ends the guard as well.
 */
const GUARD = `
cd /
PATH=$PATH:/usr/bin:/bin
read -r seconds <&3
case $seconds in "" | *[!0-9]*) seconds=0 ;; esac
wait_for_leader() {
  ticks=$(($2 * 5))
  while [ "$ticks" -gt 0 ] && kill -0 "$1"; do
    if sleep 0.2; then ticks=$((ticks - 1)); else sleep 1; ticks=$((ticks - 5)); fi
  done
}
wait_for_leader "$1" "$seconds"
kill -TERM "-$1"
wait_for_leader "$1" 2
kill -KILL "-$1"
`;
/** The file descriptor of the started process that must be the guard's pipe. */
const GUARD_FD = 3;
/** The argument list that starts `argv` with its guard. */
function guardedArgv(argv, env) {
    return ["/bin/sh", "-c", LAUNCH, "donemark", GUARD, ...throughShell(env), ...argv];
}
/**
 * dash passes on only variables whose names a shell can spell; the functions that bash exports
 * (`BASH_FUNC_module%%`, on most clusters) are not among them. env(1) puts them back.
 */
function throughShell(env) {
    const lost = Object.entries(env)
        .filter(([name, value]) => value !== undefined && !/^[A-Za-z_]\w*$/.test(name))
        .map(([name, value]) => `${name}=${value}`);
    return lost.length === 0 ? [] : ["env", ...lost];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/run/pipe.js





const AT_ONCE = 16;
const ready = [];
/**
 * What node itself calls a pipe is a socket, and Linux opens no socket by name: `echo oops >/dev/stderr` and
 * `tee /dev/stderr` would fail in every script. A named pipe can be opened so. Its own name is gone before it is used.
 * Where there are none (macOS needs none; no room in the temporary folder), sockets have to do.
 */
function openPipe() {
    if (ready.length === 0 && process.platform === "linux")
        makeReady();
    const pipe = ready.pop();
    if (pipe === undefined)
        return { writer: "pipe", reader: undefined };
    return { writer: pipe.writer, reader: new external_node_net_.Socket({ fd: pipe.reader, writable: false }) };
}
/** To be called when the command has its copy of the write end: the output ends when all are closed. */
function closeWriter({ writer }) {
    if (writer !== "pipe")
        (0,external_node_fs_.closeSync)(writer);
}
/** mkfifo(1) takes milliseconds, so it makes several. */
function makeReady() {
    let folder;
    try {
        folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "donemark-"));
        const paths = Array.from({ length: AT_ONCE }, (_, index) => `${folder}/${index}`);
        (0,external_node_child_process_.execFileSync)("mkfifo", paths, { stdio: "ignore" });
        for (const path of paths) {
            // To open one end waits for the other, unless the reader says that it does not.
            const reader = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
            ready.push({ reader, writer: (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_WRONLY) });
        }
    }
    catch {
        // What could be made is made.
    }
    finally {
        if (folder !== undefined)
            (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/run/group.js









/** Starts a command as a process group that does not outlive this process. Never throws: `exit` tells. */
function startGroup(options) {
    const pipes = [openPipe(), openPipe()];
    try {
        (0,external_node_fs_.statSync)(options.cwd);
        const child = spawnGuarded(options, pipes);
        const { pid } = child;
        if (pid !== undefined)
            return running(connect(child, pid, pipes), options);
        return stillborn(pipes, (0,external_node_events_.once)(child, "error"), options.cwd);
    }
    catch (error) {
        return stillborn(pipes, Promise.resolve([error]), options.cwd);
    }
    finally {
        pipes.forEach(closeWriter);
    }
}
function spawnGuarded({ argv, cwd, env, stdin }, [out, err]) {
    const [file, ...args] = guardedArgv(argv, env);
    return (0,external_node_child_process_.spawn)(file, args, {
        cwd,
        env,
        detached: true,
        stdio: [stdin === "pipe" ? "pipe" : "ignore", out.writer, err.writer, "pipe"],
    });
}
function connect(child, pid, [out, err]) {
    const stdout = out.reader ?? child.stdout;
    const stderr = err.reader ?? child.stderr;
    const lifeline = child.stdio[GUARD_FD];
    if (!stdout || !stderr || !(lifeline instanceof external_node_net_.Socket))
        throw new Error("spawn made no pipes");
    for (const stream of [child.stdin, stdout, stderr, lifeline])
        stream?.on("error", ignore);
    return { child, pid, outputs: [stdout, stderr], lifeline };
}
function running(connected, options) {
    const { child, pid, outputs, lifeline } = connected;
    outputs[0].on("data", options.onStdout);
    outputs[1].on("data", options.onStderr);
    const valves = outputs.map((output) => valveOf(output, options.ready));
    let gone = false;
    const signal = (name) => {
        if (!gone)
            signalGroup(pid, name);
    };
    return {
        process: (0,processes/* identify */.ls)(pid),
        exit: leaderExit(child).then(async (exit) => {
            for (const { open } of valves)
                open();
            await within(LAST_WORDS_MS, group_closed(outputs));
            signal("SIGKILL");
            gone = true;
            await within(ORPHANS_MS, group_closed(outputs));
            for (const stream of [...outputs, lifeline])
                stream.destroy();
            return exit;
        }),
        signal,
        kill: () => signal("SIGKILL"),
        write: (text) => void child.stdin?.write(text),
        endInput: () => void child.stdin?.end(),
        leave: (seconds) => leave(connected, seconds),
    };
}
/** Holds an output back while what it gave is not taken; what a pipe holds when its command ends is taken at once. */
function valveOf(output, ready) {
    let isOpen = ready === undefined;
    const flow = () => void output.resume();
    output.on("data", () => {
        const wait = isOpen ? undefined : ready?.();
        if (wait === undefined)
            return;
        output.pause();
        void wait.then(flow, flow);
    });
    return {
        open: () => {
            isOpen = true;
            flow();
        },
    };
}
/** How long output may still come once the command has ended: a `tee` behind it writes what it has. */
const LAST_WORDS_MS = 250;
/** How long output may stay open once the group is dead: only what has left the group can hold it open. */
const ORPHANS_MS = 1000;
async function leaderExit(child) {
    return new Promise((resolve) => {
        child.once("exit", (code, signal) => {
            resolve(signal === null ? { kind: "exit", code: code ?? 0 } : { kind: "signal", signal });
        });
    });
}
/**
 * The group's number cannot belong to a stranger: the guard is a member until the last SIGKILL, and while a group has
 * a member, its number is given to no new process. EPERM is what macOS says of a group of zombies, and Linux of one
 * that has become another user's.
 */
function signalGroup(pid, name) {
    try {
        process.kill(-pid, name);
    }
    catch (error) {
        if (!(0,problem/* hasCode */.up)(error, "ESRCH", "EPERM"))
            throw error;
    }
}
async function group_closed(streams) {
    const open = streams.filter((stream) => !stream.closed);
    await Promise.all(open.map((stream) => new Promise((resolve) => stream.once("close", resolve))));
}
async function within(milliseconds, event) {
    let timer;
    const limit = new Promise((resolve) => {
        timer = setTimeout(resolve, milliseconds);
    });
    await Promise.race([event, limit]);
    clearTimeout(timer);
}
async function leave({ child, outputs, lifeline }, seconds) {
    for (const output of outputs) {
        throwAway(output);
        output.destroy();
    }
    await new Promise((resolve) => lifeline.write(`${Math.ceil(seconds)}\n`, resolve));
    lifeline.unref();
    child.unref();
}
/** Without a reader, the next thing that the command prints would kill it, in the midst of saving its state. */
function throwAway(output) {
    (0,external_node_child_process_.spawn)("cat", { stdio: [output, "ignore", "ignore"], detached: true })
        .once("error", ignore)
        .unref();
}
function stillborn(pipes, refusal, cwd) {
    for (const { reader } of pipes)
        reader?.destroy();
    return {
        process: undefined,
        exit: refusal.then(([error]) => ({ kind: "not-started", why: explain(error, cwd) })),
        signal: ignore,
        kill: ignore,
        write: ignore,
        endInput: ignore,
        leave: () => Promise.resolve(),
    };
}
function explain(error, cwd) {
    if ((0,problem/* hasCode */.up)(error, "ENOENT", "ENOTDIR", "EACCES")) {
        return `The command cannot start in ${(0,core_text/* show */.WU)(cwd)}: expected a folder that exists and may be entered (${(0,problem/* describe */.q0)(error)}).`;
    }
    return `The command could not be started: ${(0,problem/* describe */.q0)(error)}.`;
}
function ignore() { }

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./lib/run/log.js





const TAIL_CHARACTERS = 2000;
const LONGEST_LINE = 64 * 1024;
const MOST_WAITING_BYTES = 1024 * 1024;
/** Opens the log of one attempt; `label` goes in front of each line in the job's log. */
function openShardLog(path, label, rules) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const file = (0,external_node_fs_.createWriteStream)(path, { flags: "w" });
    // A full disk must not end the run for the sake of a log: the job's log still has the lines.
    file.on("error", () => undefined);
    let tail = "";
    const line = (text) => {
        const command = /^\s*::add-mask::(.*\S.*)$/.exec(text)?.[1];
        if (command !== undefined)
            return addMask(command, rules);
        const masked = (0,environment/* mask */.dK)(text, rules.secrets);
        file.write(`${masked}\n`);
        tail = `${tail}${masked}\n`.slice(-TAIL_CHARACTERS);
        rules.emit((0,log_name/* harmlessLine */.K)(`[${label}] ${lastState(masked)}`));
    };
    const streams = { out: lineReader(line, rules.secrets), err: lineReader(line, rules.secrets) };
    return {
        path,
        take: (stream, chunk) => streams[stream].take(chunk),
        ready: () => written(file) ?? rules.ready?.(),
        tail: () => tail.trimEnd(),
        close: () => {
            streams.out.end();
            streams.err.end();
            return new Promise((done) => {
                if (file.closed)
                    return done();
                file.on("close", done);
                file.end();
            });
        },
    };
}
function written(file) {
    if (file.destroyed || file.writableLength < MOST_WAITING_BYTES)
        return undefined;
    return new Promise((done) => {
        const settle = () => {
            file.off("drain", settle).off("close", settle);
            done();
        };
        file.on("drain", settle).on("close", settle);
    });
}
/** What a terminal would show of a line that was drawn over with carriage returns: its last state. */
function lastState(line) {
    const text = line.trimEnd();
    return text.slice(text.lastIndexOf("\r") + 1);
}
function addMask(value, rules) {
    if (!rules.secrets.includes(value))
        rules.secrets.unshift(value);
    rules.maskEverywhere(value);
}
function lineReader(line, secrets) {
    const decoder = new external_node_string_decoder_.StringDecoder("utf8");
    let rest = "";
    return {
        take: (chunk) => {
            const pieces = (rest + decoder.write(chunk)).split("\n");
            rest = pieces.pop() ?? "";
            for (const piece of pieces)
                line(piece);
            if (rest.length < LONGEST_LINE)
                return;
            // Its end may be the beginning of a secret, which is known only when the rest of it has come.
            const masked = (0,environment/* mask */.dK)(rest, secrets);
            const longest = Math.max(0, ...secrets.map(({ length }) => length - 1));
            const cut = masked.length - Math.min(longest, masked.length / 2);
            line(masked.slice(0, cut));
            rest = masked.slice(cut);
        },
        end: () => {
            rest += decoder.end();
            if (rest !== "")
                line(rest);
            rest = "";
        },
    };
}

;// CONCATENATED MODULE: ./lib/run/command.js








/** The environment of a command, the same for every kind of run. */
function baseEnvironment(session, slot) {
    const env = (0,environment/* scrub */._I)(session.env);
    env["DONEMARK_RUN"] = session.runTag;
    if (slot.visible !== undefined)
        env["CUDA_VISIBLE_DEVICES"] = slot.visible;
    return env;
}
/** The environment of one shard's command. Values only: none of them becomes part of a shell text. */
function shardEnvironment(session, slot, { task, record }) {
    const line = shardLine(session, { task, record });
    return {
        ...baseEnvironment(session, slot),
        SHARD_ID: line.id,
        SHARD_NAME: task.shard.name,
        SHARD_INPUT: line.inputs[0] ?? "",
        SHARD_INPUTS_FILE: writeInputs(session, line),
        SHARD_CHECKPOINT: line.checkpoint,
        SHARD_WORK: line.work,
        SHARD_INDEX: String(task.shard.index),
        SHARD_COUNT: String(session.shardCount),
        SHARD_ATTEMPT: String(line.attempt),
        SHARD_RESUME: line.resume ? "1" : "0",
    };
}
/** What a long-lived program is told of a shard. */
function shardLine(session, { task, record }) {
    const { shard, places } = task;
    return {
        id: shard.id,
        inputs: shard.inputs
            .filter(({ path }) => path !== "")
            .map(({ path }) => forCommand(session, (0,external_node_path_.resolve)(session.workspace, path))),
        checkpoint: forCommand(session, places.checkpoint),
        work: forCommand(session, places.work),
        resume: record.resumed,
        attempt: record.attempt,
    };
}
/** Paths below the workspace relative to the command's folder (state files must hold on the next runner), others absolute. */
function forCommand(session, path) {
    if (!path.startsWith(session.workspace + external_node_path_.sep))
        return path;
    return (0,external_node_path_.relative)(session.command.cwd, path);
}
function writeInputs(session, line) {
    const path = (0,external_node_path_.join)(session.scratch, `inputs-${(0,digest/* sha256 */.sc)(line.id).slice(0, 16)}.txt`);
    (0,external_node_fs_.mkdirSync)(session.scratch, { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, line.inputs.map((input) => `${input}\n`).join(""));
    return path;
}
/** Opens the log of one attempt of a shard. */
function openLog(session, { task, record }) {
    const path = (0,external_node_path_.join)(session.workspace, ".donemark", "logs", (0,log_name/* logName */.I)(task.shard.id, record.attempt));
    return openShardLog(path, task.shard.id, session.logRules);
}
/** Runs a command to its end, or to the run's. */
async function runCommand(session, run) {
    const group = launch(run, "closed");
    return untilEnd(session, group, session.definition.shardTimeoutMs);
}
/** Starts a program as a process group that writes to a log. */
function launch({ program, env, log, slot }, stdin) {
    const group = startGroup({
        argv: program.argv,
        cwd: program.cwd,
        env,
        stdin,
        onStdout: (chunk) => log.take("out", chunk),
        onStderr: (chunk) => log.take("err", chunk),
        ready: () => log.ready(),
    });
    if (group.process !== undefined)
        slot.keepFor(group.process);
    return group;
}
/** Waits for a group, ends it at the time limit or when the run is stopped. */
async function untilEnd(session, group, timeoutMs) {
    const reins = hold(session, group, timeoutMs);
    try {
        const ended = await Promise.race([group.exit, reins.left]);
        return reins.cause() ?? ended;
    }
    finally {
        reins.release();
    }
}

// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/survey/parts.js
var survey_parts = __webpack_require__(6796);
;// CONCATENATED MODULE: ./lib/run/start.js






/**
 * Makes the start of a shard durable. It is resumed where parts with true markers exist under a start record of the
 * same fingerprint, here or in the store, and nothing forbids it.
 */
async function startShard(session, verdict, previous) {
    const { task } = verdict;
    const work = await chooseWork(session, verdict, previous);
    const startedAtMs = session.now();
    const started = {
        shard: task.shard.id,
        fingerprint: (0,fingerprint/* record */.g1)(task.fingerprint),
        startedAt: new Date(startedAtMs).toISOString(),
        attempt: (previous?.attempt ?? 0) + 1,
        resumed: work.keepWork || work.fetched !== undefined,
        runTag: session.runTag,
        owner: session.owner,
        by: session.by,
        ...(previous?.failure !== undefined && { failure: previous.failure }),
    };
    await (0,commit/* begin */.qN)(session.hand, task.places, { record: started, ...work });
    if (work.fetched !== undefined)
        await moveIntoPlace(session, work.fetched, task.places.work);
    return { task, record: started, startedAtMs };
}
async function chooseWork(session, { task, reason }, previous) {
    const failedAfterResume = previous?.resumed === true && previous.ended === true;
    if (reason === "forced" || failedAfterResume) {
        const kept = (0,survey/* workOf */.LT)(task);
        if (kept !== undefined)
            await session.store.dropWork(kept);
        return { keepWork: false, falseMarkers: [], fetched: undefined };
    }
    const parts = await (0,survey_parts/* readParts */.f)(session.hand.disk, task.places.work, session.definition.status);
    if (parts.whole.length > 0 && (0,survey_parts/* mayResume */.v)(previous, task.fingerprint)) {
        return { keepWork: true, falseMarkers: parts.falseMarkers, fetched: undefined };
    }
    return { keepWork: false, falseMarkers: [], fetched: await fetchWork(session, task) };
}
/** The path of a staged snapshot of the shard's work; `undefined` where the store has none or cannot give it. */
async function fetchWork(session, task) {
    const kept = (0,survey/* workOf */.LT)(task);
    if (kept === undefined)
        return undefined;
    const folder = (0,external_node_path_.dirname)(task.places.work);
    await (0,durable/* makeFolders */.wZ)(session.hand.disk, folder);
    const staging = (0,external_node_path_.join)(folder, `${durable/* TEMPORARY_PREFIX */.F8}${session.hand.token()}`);
    const fetched = await session.store.fetchWork(kept, staging);
    if (fetched.kind === "unavailable")
        session.reporter.warn(`[${task.shard.id}] its work was not fetched: ${fetched.cause}`);
    if (fetched.kind === "hit") {
        const parts = await (0,survey_parts/* readParts */.f)(session.hand.disk, staging, session.definition.status);
        if (parts.whole.length > 0)
            return staging;
    }
    await session.hand.disk.removeTree(staging);
    return undefined;
}
async function moveIntoPlace(session, staging, work) {
    const { disk } = session.hand;
    await (0,durable/* syncAll */.L9)(disk, staging);
    await disk.removeTree(work);
    await disk.rename(staging, work);
    await disk.syncDirectory((0,external_node_path_.dirname)(work));
}

// EXTERNAL MODULE: ./lib/run/witness.js
var run_witness = __webpack_require__(7046);
;// CONCATENATED MODULE: ./lib/run/work-saver.js


/** Saves a snapshot every `work-every`, one at a time; a snapshot that fails is a warning, once per shard. */
function keepWorkSaved(session, task) {
    const { store, hand, reporter, definition } = session;
    const wanted = (0,survey/* workOf */.LT)(task);
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
            warn((0,problem/* describe */.q0)(error));
        }
    };
    const begin = () => {
        running ??= snapshot().finally(() => {
            running = undefined;
        });
    };
    const timer = setInterval(begin, definition.workEveryMs);
    return {
        end: () => clearInterval(timer),
        saveNow: async () => {
            await running;
            await snapshot();
        },
    };
}

;// CONCATENATED MODULE: ./lib/run/per-shard.js







/** `run-per: shard`: one command for one shard, tried again as often as `retries` says. */
async function runShard(session, slot, verdict) {
    let previous = verdict.observed.startRecord;
    const tries = session.definition.retries + 1;
    for (let attempts = 1; attempts <= tries; attempts += 1) {
        const failed = await tryOnce(session, {
            slot,
            verdict,
            previous,
            attempts,
            isLast: attempts === tries,
        });
        if (failed === undefined || session.stop.cause() !== undefined)
            return;
        previous = failed;
    }
}
/** The start record of a failed try, for the next one; `undefined` where there is nothing more to do. */
async function tryOnce(session, attempt) {
    const { verdict, slot, attempts } = attempt;
    const { id } = verdict.task.shard;
    session.reporter.debug(`start ${id}`);
    const started = await startShard(session, verdict, attempt.previous);
    const log = openLog(session, started);
    const hand = { verdict, started, attempts, slot, logPath: log.path };
    session.reporter.debug(`command ${id}`);
    const env = shardEnvironment(session, slot, started);
    const work = keepWorkSaved(session, verdict.task);
    const ended = await runCommand(session, { program: session.command, env, log, slot });
    work.end();
    session.reporter.debug(`exit ${id}`);
    const end = await examine(session, hand, { ended, log });
    await log.close();
    if (end.kind === "good") {
        void commitInBackground(session, hand, end.said);
        return undefined;
    }
    return giveUp(session, hand, { trouble: end, log, work, isLast: attempt.isLast });
}
/** Exit code, then `check`, then the witnesses. */
async function examine(session, hand, { ended, log }) {
    const trouble = troubleOf(ended, limitOf(session));
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
    const witness = await (0,run_witness/* askWitnesses */.$)(session.hand.disk, checkpoint, session.definition);
    return witness.kind === "good" ? witness : { ...witness, kind: "bad", exitCode: 0 };
}
async function runCheck(session, hand, log) {
    if (session.check === undefined)
        return undefined;
    const env = shardEnvironment(session, hand.slot, hand.started);
    const ended = await runCommand(session, { program: session.check, env, log, slot: hand.slot });
    const trouble = troubleOf(ended, limitOf(session));
    if (trouble === undefined || trouble.reason === "stopped")
        return trouble;
    return { ...trouble, reason: "check", why: trouble.why.replace("the command", "the check") };
}
/** The time limit of a shard, in words. */
function limitOf(session) {
    return (0,duration/* formatDuration */.a3)(session.definition.shardTimeoutMs ?? 0);
}
/** Records a failed or stopped try. */
async function giveUp(session, hand, { trouble, log, work, isLast }) {
    const { exitCode, why } = trouble;
    if (session.leaveAfterMs === undefined || session.stop.cause()?.kind !== "signal")
        await work.saveNow();
    if (trouble.reason === "stopped") {
        conclude(session, hand, "stopped", { exitCode, why });
        return undefined;
    }
    const record = await recordTrouble(session, hand, { trouble, logTail: log.tail() });
    if (isLast || session.stop.cause() !== undefined) {
        conclude(session, hand, "failed", { exitCode, why });
        return undefined;
    }
    session.reporter.warn(`[${hand.verdict.task.shard.id}] failed (${why}); it is tried again`);
    return record;
}

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
    const failed = new Map();
    if (pending.size === 0)
        return failed;
    const env = {
        ...baseEnvironment(session, given.slot),
        SHARDS_FILE: writeShards(session, [...pending.values()]),
        SHARD_COUNT: String(session.shardCount),
    };
    const settle = async (hand, trouble) => {
        const record = await settleShard(session, hand, { trouble, log, isLast: given.isLast });
        if (record !== undefined)
            failed.set(hand.verdict.task.shard.id, record);
    };
    const group = launch({ program: session.command, env, log, slot: given.slot }, "closed");
    const reins = hold(session, group, session.definition.shardTimeoutMs);
    const settling = [];
    const forgetAll = [...pending].map(([id, hand]) => session.watch.whenThere(hand.verdict.task.places.marker, () => {
        reins.renew();
        pending.delete(id);
        settling.push(settle(hand));
    }));
    const first = await Promise.race([group.exit, reins.left]);
    const ended = reins.cause() ?? first;
    reins.release();
    for (const forget of forgetAll)
        forget();
    await Promise.all(settling);
    await settleRest(session, { pending, ended, settle });
    await log.close();
    return failed;
}
function openJobLog(session, attempts) {
    const name = `job-${session.runTag}.${attempts}.log`;
    return openShardLog((0,external_node_path_.join)(session.workspace, ".donemark", "logs", name), "job", session.logRules);
}
/** A shard that cannot be started fails alone. */
async function startAll(session, given, log) {
    const pending = new Map();
    const { attempts, slot } = given;
    for (const verdict of given.verdicts) {
        const { task } = verdict;
        const { id } = task.shard;
        session.reporter.debug(`start ${id}`);
        try {
            const started = await startShard(session, verdict, given.previous.get(id));
            const work = keepWorkSaved(session, task);
            pending.set(id, { verdict, started, attempts, slot, logPath: log.path, work });
        }
        catch (error) {
            conclude(session, { verdict, attempts }, "failed", { why: (0,problem/* describe */.q0)(error) });
        }
    }
    return pending;
}
function writeShards(session, hands) {
    const path = (0,external_node_path_.join)(session.scratch, "shards.jsonl");
    const lines = hands.map(({ started }) => JSON.stringify(shardLine(session, started)));
    (0,external_node_fs_.writeFileSync)(path, lines.map((line) => `${line}\n`).join(""));
    return path;
}
/** Commits a shard whose program did its part, or records its failure. */
async function settleShard(session, hand, { trouble, log, isLast }) {
    session.reporter.debug(`exit ${hand.verdict.task.shard.id}`);
    const { work } = hand;
    work.end();
    if (trouble !== undefined)
        return giveUp(session, hand, { trouble, log, work, isLast });
    const end = await testify(session, hand, log);
    if (end.kind === "bad")
        return giveUp(session, hand, { trouble: end, log, work, isLast });
    void commitInBackground(session, hand, end.said);
    return undefined;
}
/** After exit code 0 every sound checkpoint counts; after any other end only what has its own marker. */
async function settleRest(session, { pending, ended, settle }) {
    const trouble = troubleOf(ended, limitOf(session));
    for (const hand of pending.values()) {
        const isMarked = session.hand.disk.exists(hand.verdict.task.places.marker);
        await settle(hand, isMarked ? undefined : trouble);
    }
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
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
    const env = { ...baseEnvironment(session, slot), SHARD_COUNT: String(session.shardCount) };
    const group = launch({ program: session.command, env, log: { take, ready }, slot }, "pipe");
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
            const reins = hold(session, group, session.definition.stopGraceMs);
            await Promise.race([gone, reins.left]);
            reins.release();
        },
    };
}
/** For what a worker prints while it has no shard in hand: as it starts, and as it ends. */
function openOwnLog(session, slot, { process }) {
    const name = `worker-${session.runTag}.${process?.pid ?? 0}.log`;
    const path = (0,external_node_path_.join)(session.workspace, ".donemark", "logs", name);
    return openShardLog(path, slot.name, session.logRules);
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
        runShard: async (verdict) => {
            let previous = verdict.observed.startRecord;
            for (let attempts = 1; attempts <= tries; attempts += 1) {
                const given = { verdict, previous, attempts, isLast: attempts === tries };
                const failed = await handOut(session, slot, { given, hands });
                if (failed === undefined || session.stop.cause() !== undefined)
                    return;
                previous = failed;
            }
        },
        close: async () => live?.close(),
    };
}
/** Hands one shard to the worker. Gives the start record of a failed try. */
async function handOut(session, slot, { given, hands }) {
    const { verdict, attempts } = given;
    const { id } = verdict.task.shard;
    session.reporter.debug(`start ${id}`);
    const started = await startShard(session, verdict, given.previous);
    const log = openLog(session, started);
    const hand = { verdict, started, attempts, slot, logPath: log.path };
    session.reporter.debug(`command ${id}`);
    const work = keepWorkSaved(session, verdict.task);
    const ended = await handTo(session, hands, { hand, log });
    work.end();
    session.reporter.debug(`exit ${id}`);
    const end = await judge(session, hand, { ended, log });
    await log.close();
    if (end.kind === "bad")
        return giveUp(session, hand, { trouble: end, log, work, isLast: given.isLast });
    void commitInBackground(session, hand, end.said);
    return undefined;
}
/** A worker that had other shards before and ends with exit code 0 has retired: this one is its successor's. */
async function handTo(session, hands, handed) {
    const { verdict, started } = handed.hand;
    const { marker } = verdict.task.places;
    for (;;) {
        const { worker, isFresh } = await hands.worker();
        worker.attach(handed.log);
        worker.group.write(`${JSON.stringify(shardLine(session, started))}\n`);
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
        return testify(session, hand, log);
    const trouble = troubleOf(ended, limitOf(session));
    if (trouble !== undefined)
        return { kind: "bad", ...trouble };
    const why = "the worker ended before it made the shard's .done";
    return { kind: "bad", reason: "exit-code", why, exitCode: 0 };
}
/** Waits for the marker, the worker's end, the time limit or the stop of the run. */
async function untilMarked(session, group, marker) {
    const reins = hold(session, group, session.definition.shardTimeoutMs);
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
            conclude(session, { verdict, attempts: 0 }, "stopped", {});
    }
    await gate.closed();
}
async function runSlots(session, slots, gate) {
    if (session.definition.runPer === "job")
        await runWholeJob(session, slots, gate);
    else
        await Promise.all(slots.map((slot) => runSlot(session, slot, gate)));
    await session.background.drained();
}
function createGate(session, verdicts) {
    const waiting = [...verdicts];
    const releases = [];
    return {
        next: async () => {
            for (;;) {
                if (session.stop.cause() !== undefined)
                    return undefined;
                const verdict = waiting.shift();
                if (verdict === undefined)
                    return undefined;
                if (!(await hasRoom(session, verdict)))
                    return undefined;
                const claimed = await claimOrFail(session, verdict);
                if (claimed === undefined)
                    continue;
                // Until its marker is durable, nobody else may take the shard for an unfinished one.
                releases.push(session.ledger.settled(verdict.task.shard.id).then(claimed.release));
                return claimed.verdict;
            }
        },
        closed: async () => void (await Promise.all(releases)),
    };
}
/** What cannot even be looked at fails, and the run goes on with the others. */
async function claimOrFail(session, verdict) {
    try {
        return await claim(session, verdict);
    }
    catch (error) {
        conclude(session, { verdict, attempts: 0 }, "failed", { why: (0,problem/* describe */.q0)(error) });
        return undefined;
    }
}
/** One shard is in one hand on this machine; whoever has it, this run goes on with the others. */
async function claim(session, verdict) {
    const { places } = verdict.task;
    const lease = await acquireLease(session.leases, `shard ${places.checkpoint}`, session.owner);
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
    conclude(session, { verdict, attempts: 0 }, "skipped", { why });
    return undefined;
}
function leaveAlone(session, verdict, pid) {
    const why = `another run (pid ${pid}) is working on it`;
    session.reporter.warn(`[${verdict.task.shard.id}] is left alone: ${why}`);
    conclude(session, { verdict, attempts: 0 }, "stopped", { why });
}
/** What was decided rests on something that is not what it was: the next run decides anew. */
function leaveForNext(session, verdict, changed) {
    const why = `${changed} since the run began; run again`;
    session.reporter.warn(`[${verdict.task.shard.id}] is not started: ${why}`);
    conclude(session, { verdict, attempts: 0 }, "stopped", { why });
}
/** Another run may have started, failed or finished the shard since the survey. */
async function lookAgain(session, verdict) {
    const { task } = verdict;
    const { disk } = session.hand;
    const shard = { id: task.shard.id, places: task.places };
    const observed = await (0,observe/* observe */.l)(disk, shard, session.definition, (path) => disk.exists(path));
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
async function runSlot(session, slot, gate) {
    const worker = session.definition.runPer === "slot" ? slotWorker(session, slot) : undefined;
    for (;;) {
        await session.background.started(slot.name);
        const verdict = await gate.next();
        if (verdict === undefined)
            break;
        await guarded(session, verdict, () => worker === undefined ? runShard(session, slot, verdict) : worker.runShard(verdict));
    }
    await worker?.close();
}
/** A fault with one shard (a folder that cannot be written) is that shard's failure, not the end of the run. */
async function guarded(session, verdict, act) {
    try {
        await act();
    }
    catch (error) {
        conclude(session, { verdict, attempts: 1 }, "failed", { why: (0,problem/* describe */.q0)(error) });
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
        conclude(session, { verdict, attempts: 1 }, "failed", { why });
    }
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

;// CONCATENATED MODULE: ./lib/run/ledger.js
/** `onResult` is called with each result, once per shard. */
function createLedger(onResult) {
    const results = new Map();
    const awaited = new Map();
    const troubles = [];
    const saved = { entries: 0, bytes: 0 };
    return {
        add: (result) => {
            results.set(result.id, result);
            awaited.get(result.id)?.();
            onResult(result);
        },
        get: (id) => results.get(id),
        settled: (id) => new Promise((settle) => {
            if (results.has(id))
                settle();
            else
                awaited.set(id, settle);
        }),
        all: () => [...results.values()],
        count: (outcome) => [...results.values()].filter((result) => result.outcome === outcome).length,
        saved: () => ({ ...saved }),
        addSaved: (bytes, entries = 1) => {
            saved.entries += entries;
            saved.bytes += bytes;
        },
        addSaveTrouble: (cause) => void troubles.push(cause),
        saveTroubles: () => troubles,
    };
}

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
    return (0,external_node_path_.join)(workspace, ".donemark", "tmp");
}
/**
 * The folder of this run's small files; `.donemark` keeps itself out of version control.
 * @throws {UserError} where it cannot be made.
 */
function openScratch(workspace, token) {
    const own = (0,external_node_path_.join)(workspace, ".donemark");
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
        const [, index, uuid] = /^(\d+)\s*,\s*(GPU-[\w-]+)$/i.exec(line) ?? [];
        return index === undefined || uuid === undefined ? [] : [{ index, uuid }];
    });
}
/** What it printed (it prints its errors on standard output), or that it took too long. */
function reasonOf(error) {
    if ((0,problem/* hasCode */.up)(error, "ABORT_ERR"))
        return `no answer within ${LIMIT_MS / 1000} s`;
    if (!(error instanceof Error))
        return (0,problem/* describe */.q0)(error);
    const printed = ["stdout", "stderr"].map((name) => String(Reflect.get(error, name) ?? ""));
    return (0,core_text/* nonBlankLines */.n5)(printed.join("\n"))[0] ?? (0,problem/* describe */.q0)(error);
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
            const lease = await acquireLease(request.leases, `gpu ${gpu.lease}`, request.owner);
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

// EXTERNAL MODULE: ./lib/commands/hand.js
var commands_hand = __webpack_require__(5949);
// EXTERNAL MODULE: ./lib/commands/open.js + 10 modules
var commands_open = __webpack_require__(1666);
// EXTERNAL MODULE: ./lib/commands/prepare.js + 2 modules
var prepare = __webpack_require__(9637);
// EXTERNAL MODULE: ./lib/commands/save.js
var save = __webpack_require__(1241);
;// CONCATENATED MODULE: ./lib/commands/run.js





















/** Decides, runs what remains, marks and saves each finished shard. Runs again, it runs only what is not done. */
async function run(invocation, options) {
    if (process.platform === "win32") {
        throw new problem/* UserError */.yo(["Commands run on Linux and macOS. On Windows, plan and status work."]);
    }
    const job = await (0,commands_open/* openJob */.I)(invocation, { runs: true });
    checkProgram({ ...invocation, ...job.definition });
    const owner = (0,processes/* thisProcess */.WF)();
    const runTag = invocation.randomHex(8);
    options.onStart?.({ runTag, owner });
    options.onPlan?.(job);
    const hand = (0,commands_hand/* handOf */.v)(invocation, owner);
    await (0,leftovers/* endLeftovers */.q9)(job.verdicts, invocation.reporter);
    await (0,leftovers/* sweepTemporaries */.SZ)(hand.disk, foldersOf(invocation, job.verdicts), invocation.now());
    const ledger = createLedger((result) => onResult(options, job, { result, ledger }));
    const again = await settle(invocation, hand, { job, ledger, stop: options.stop });
    const todo = failedLast([...job.verdicts.filter(isToRun), ...again.filter(isToRun)]);
    const late = saveLate(invocation, hand, { job, ledger });
    if (todo.length > 0) {
        await runAll(invocation, options, { job, hand, ledger, owner, runTag, todo });
    }
    await Promise.race([late, (0,run_leaving/* signalled */._)(options.stop)]);
    return run_conclude(invocation, { job, ledger, stop: options.stop });
}
function isToRun({ kind }) {
    return kind === "run" || kind === "resume";
}
function failedLast(verdicts) {
    const hasFailed = ({ observed }) => observed.startRecord?.failure !== undefined;
    return [...verdicts.filter((v) => !hasFailed(v)), ...verdicts.filter(hasFailed)];
}
/** Where killed runs of these shards may have left temporary files. */
function foldersOf({ workspace }, verdicts) {
    const places = verdicts.flatMap(({ task }) => [task.places.checkpoint, task.places.work]);
    return new Set([scratchFolder(workspace), ...places.map((path) => (0,external_node_path_.dirname)(path))]);
}
/** Deals with everything that is not to run. Gives verdicts anew for entries of the store that proved to be lost. */
async function settle(invocation, hand, { job, ledger, stop }) {
    await (0,prepare/* settleSkipped */.U8)(invocation, hand, job);
    const missing = await (0,prepare/* settleStored */.x4)(invocation, hand, { job, stop });
    const lost = new Set(missing.map(({ verdict }) => verdict));
    await (0,prepare/* revokeForced */.Mo)(invocation, job.store, job.verdicts);
    for (const verdict of job.verdicts) {
        if (isToRun(verdict) || lost.has(verdict))
            continue;
        ledger.add(resultOf(verdict));
    }
    const again = await (0,survey/* survey */.Fr)(job.context, [...lost].map(({ task }) => task));
    for (const verdict of again)
        if (!isToRun(verdict))
            ledger.add(resultOf(verdict));
    return again;
}
/** Shards that an earlier run has finished and could not save, beside the work of this one. */
async function saveLate(invocation, hand, { job, ledger }) {
    const late = await (0,save/* saveUnsaved */.y)(invocation, hand, job, Number.POSITIVE_INFINITY);
    if (late.saved > 0)
        ledger.addSaved(late.bytes, late.saved);
    for (const { id, why } of late.unsaved) {
        invocation.reporter.warn(`[${id}] is done, but was not saved to ${job.store.label}: ${why}`);
    }
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
    const limit = definition.maxRuntimeMs;
    const timer = limit === undefined
        ? undefined
        : setTimeout(() => stop.request({ kind: "max-runtime" }), limit);
    const leases = leaseFolder();
    const request = { definition, env, leases, owner: work.owner, reporter, stop };
    const opened = await openSlots(request);
    const session = sessionOf(invocation, options, { work, leases, width: opened.slots.length });
    try {
        await execute(session, opened.slots, work.todo);
    }
    finally {
        clearTimeout(timer);
        session.watch.close();
        for (const lease of opened.leases)
            await lease.release();
        (0,external_node_fs_.rmSync)(session.scratch, { recursive: true, force: true });
    }
}
function sessionOf(invocation, options, { work, leases, width }) {
    const { workspace, disk, reporter, env, now, home } = invocation;
    const { job, hand } = work;
    const { definition } = job;
    const scratch = openScratch(workspace, hand.token());
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
        command: writeProgram(request, "command", definition.command ?? ""),
        check: definition.check === undefined ? undefined : writeProgram(request, "check", definition.check),
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
    const answer = (0,answers/* answerRun */.S)(results, {
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
    const isThere = (0,observe/* listedPresence */.N)(disk);
    let inProgress = 0;
    for (const { shard, places } of job.tasks) {
        if (!open.has(shard.id))
            continue;
        const rules = { ...job.definition, validate: "size" };
        const { checkpoint, started } = await (0,observe/* observe */.l)(disk, { id: shard.id, places }, rules, isThere);
        if (checkpoint !== "absent" || started)
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
/* harmony export */   y: () => (/* binding */ saveUnsaved)
/* harmony export */ });
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5524);
/* harmony import */ var _run_full_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7561);


/**
 * Saves every shard that is done here and not yet in the store, smallest first, as long as `untilMs` (since 1970) is
 * not over: a cancel or a crash may have come between a marker and its save.
 */
async function saveUnsaved(invocation, hand, job, untilMs) {
    const unsaved = [];
    let saved = 0;
    let bytes = 0;
    for (const verdict of smallestFirst(job)) {
        const { id } = verdict.task.shard;
        const why = invocation.now() >= untilMs
            ? "the time for it is over"
            : await saveOne(invocation, hand, { job, verdict });
        if (why === undefined) {
            saved += 1;
            bytes += sizeOf(verdict);
        }
        else
            unsaved.push({ id, why });
    }
    return { saved, bytes, unsaved };
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
async function saveOne({ home }, hand, { job, verdict }) {
    const { task, observed } = verdict;
    if (observed.full === undefined || task.wanted === undefined)
        return "it has no full marker";
    try {
        const marker = await (0,_run_full_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .withFullDigest */ .a)(hand, home, { places: task.places, marker: observed.full });
        const saved = await job.store.save({
            wanted: task.wanted,
            checkpoint: task.places.checkpoint,
            marker,
        });
        return saved.kind === "unavailable" ? saved.cause : undefined;
    }
    catch (error) {
        return (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
    }
}


/***/ }),

/***/ 7408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answerDigest: () => (/* binding */ answerDigest),
/* harmony export */   digestInBackground: () => (/* binding */ digestInBackground)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_worker_threads__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5919);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9311);
/* harmony import */ var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(845);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9716);






const LOW_PRIORITY = 10;
/**
 * SHA-256 of a checkpoint's every byte, computed in a thread of low priority, so that neither the event loop nor the
 * command on the GPU's behalf waits for gigabytes.
 * `home` is the folder of the program's entries, which holds the thread's.
 * @throws where the checkpoint cannot be read.
 */
function digestInBackground(home, path) {
    return new Promise((resolve, reject) => {
        const worker = new node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.Worker(new URL("digest.js", home), { workerData: { path } });
        worker.once("error", reject);
        worker.once("message", (answer) => {
            if ((0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(answer) && typeof answer["sha256"] === "string")
                resolve(answer["sha256"]);
            else
                reject(new Error((0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(answer) ? String(answer["error"]) : "the digest thread gave no answer"));
        });
    });
}
/** What the thread does: called by its entry. */
function answerDigest() {
    if (node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.isMainThread || !(0,_core_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData) || typeof node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData["path"] !== "string")
        return;
    // On Linux a thread has a priority of its own; elsewhere this would slow the whole process down.
    if (process.platform === "linux")
        (0,node_os__WEBPACK_IMPORTED_MODULE_0__.setPriority)(0, LOW_PRIORITY);
    try {
        node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage({ sha256: (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_3__/* .realDisk */ .U, node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.workerData["path"]) });
    }
    catch (error) {
        node_worker_threads__WEBPACK_IMPORTED_MODULE_1__.parentPort?.postMessage({ error: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_4__/* .describe */ .q0)(error) });
    }
}


/***/ }),

/***/ 7561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ withFullDigest)
/* harmony export */ });
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1344);
/* harmony import */ var _digest_worker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7408);


/**
 * The marker with its full digest: as it is where it has one, else computed in the background and written to the disk.
 * @throws where the checkpoint cannot be read or the marker not be written.
 */
async function withFullDigest(hand, home, { places, marker }) {
    if (marker.checkpoint.sha256 !== undefined)
        return marker;
    const sha256 = await (0,_digest_worker_js__WEBPACK_IMPORTED_MODULE_1__.digestInBackground)(home, places.checkpoint);
    const full = { ...marker, checkpoint: { ...marker.checkpoint, sha256 } };
    await (0,_commit_js__WEBPACK_IMPORTED_MODULE_0__/* .renewMarker */ .oT)(hand, places, full);
    return full;
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

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/counts.js
var counts = __webpack_require__(6211);
// EXTERNAL MODULE: ./lib/core/duration.js
var duration = __webpack_require__(8415);
// EXTERNAL MODULE: ./lib/core/progress.js
var progress = __webpack_require__(6264);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/core/summary.js




/** A job summary holds at most 1 MiB; above this many rows a table is cut, and says so. */
const MOST_ROWS = 500;
/** The job summary of a run, in Markdown: both counts, each reason, what ran and why, what failed. */
function renderSummary(answer, verdicts, options) {
    return [
        `### ${headline(answer)}`,
        "",
        countTable(answer),
        "",
        facts(answer, options),
        "",
        reasonTable(verdicts),
        ...ranTable(answer, verdicts),
        ...failures(answer, options),
        "",
    ].join("\n");
}
function headline({ total, skipped, ran, allDone, failed }) {
    const sign = allDone ? "✅" : failed > 0 ? "❌" : "⏸️";
    return `${sign} ${skipped + ran} of ${(0,core_text/* count */.U9)(total, "shard")} complete`;
}
function countTable(answer) {
    const { skipped, ran, resumed, failed, blocked, remaining, inProgress } = answer;
    return table(["complete", "in progress", "skipped", "ran", "resumed", "failed", "blocked", "remaining"], [[skipped + ran, inProgress, skipped, ran, resumed, failed, blocked, remaining].map(String)]);
}
function facts(answer, { store, elapsedMs }) {
    const items = [
        `Store ${code(store)}`,
        `took ${(0,duration/* formatDuration */.a3)(elapsedMs)}`,
        answer.saved > 0 ? `${answer.saved} saved` : undefined,
        answer.secondsSaved > 0 ? `${(0,progress/* formatHours */.B)(answer.secondsSaved)} not run again` : undefined,
    ];
    return items.filter((item) => item !== undefined).join(" · ");
}
function reasonTable(verdicts) {
    const rows = (0,counts/* countReasons */.V)(verdicts).map(([reason, amount]) => [
        kindOf(verdicts, reason),
        reason,
        String(amount),
    ]);
    return table(["decision", "reason", "shards"], rows);
}
function kindOf(verdicts, reason) {
    const kinds = new Set(verdicts.filter((verdict) => verdict.reason === reason).map(({ kind }) => kind));
    return [...kinds].join(", ");
}
function ranTable(answer, verdicts) {
    const details = new Map(verdicts.map(({ task, detail }) => [task.shard.id, detail]));
    const ran = answer.shards.filter(({ outcome }) => outcome !== "skipped");
    if (ran.length === 0)
        return [];
    const rows = ran.slice(0, MOST_ROWS).map((shard) => {
        const why = [shard.reason, shard.why ?? details.get(shard.id) ?? ""].filter((text) => text !== "");
        return [
            code(shard.id),
            shard.outcome,
            summary_escape(why.join(": ")),
            (0,duration/* formatDuration */.a3)(shard.seconds * 1000),
            String(shard.attempts),
        ];
    });
    const rest = ran.length > MOST_ROWS ? ["", `… and ${(0,core_text/* count */.U9)(ran.length - MOST_ROWS, "more shard")}.`] : [];
    return [
        "",
        `<details${ran.length <= 20 ? " open" : ""}><summary>${(0,core_text/* count */.U9)(ran.length, "shard")} not skipped</summary>`,
        "",
        table(["shard", "outcome", "why", "time", "starts"], rows),
        ...rest,
        "",
        "</details>",
    ];
}
function failures(answer, { pasteLine }) {
    const failed = answer.shards.filter(({ outcome }) => outcome === "failed").slice(0, MOST_ROWS);
    if (failed.length === 0)
        return [];
    return [
        "",
        "To try a failed shard again on a machine of your own:",
        "",
        "```sh",
        ...failed.map(({ id }) => pasteLine(id)),
        "```",
    ];
}
function table(head, rows) {
    const line = (cells) => `| ${cells.join(" | ")} |`;
    return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
/** Text that is shown as it is: nothing in it is Markdown, HTML or the end of a table cell. */
function summary_escape(text) {
    return text
        .replaceAll(/\s+/g, " ")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_{}[\]()#+!|~@:$-]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
function code(text) {
    return `<code>${summary_escape(text)}</code>`;
}

// EXTERNAL MODULE: ./lib/ui/lines.js
var lines = __webpack_require__(2437);
;// CONCATENATED MODULE: ./lib/surface/report.js





/**
 * The summary of a run, in Markdown; it is also written to the path that `report` names, if one does. A report that
 * cannot be written fails no run.
 */
function report(invocation, { answer, job }, startedAtMs) {
    const { definition, store, verdicts } = job;
    const elapsedMs = invocation.now() - startedAtMs;
    const summary = renderSummary(answer, verdicts, { store: store.label, elapsedMs, pasteLine: lines/* pasteLine */.yL });
    if (definition.report !== undefined) {
        const path = (0,external_node_path_.resolve)(invocation.workspace, definition.report);
        try {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
            (0,external_node_fs_.writeFileSync)(path, summary);
        }
        catch (error) {
            invocation.reporter.warn(`The report was not written: ${(0,problem/* describe */.q0)(error)}`);
        }
    }
    return summary;
}


/***/ }),

/***/ 7506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/**
 * Turns signals to this process into a stop in good order; a second one makes haste. To be called when there is something
 * to stop: until then, a signal ends the process at once, however long it reads inputs.
 */
function stopOnSignals(stop) {
    for (const signal of ["SIGINT", "SIGTERM"]) {
        process.on(signal, () => {
            if (stop.cause()?.kind === "signal")
                stop.hurry();
            stop.request({ kind: "signal", signal });
        });
    }
    // The terminal is gone: what is left to say cannot be said, and the commands must end.
    process.on("SIGHUP", () => stop.request({ kind: "signal", signal: "SIGTERM" }));
}


/***/ }),

/***/ 7093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ outputReady),
/* harmony export */   Bd: () => (/* binding */ outliveReaders),
/* harmony export */   t1: () => (/* binding */ outputTaken)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8474);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);


const STREAMS = ["stdout", "stderr"];
/** A reader that is stuck must not keep a finished run from ending. */
const LONGEST_WAIT_MS = 5000;
/** So much may wait to be read; above it, commands wait with what they print. */
const MOST_WAITING_BYTES = 1024 * 1024;
/** Lets a run go on when nobody reads its output any more (`donemark run | head`): what it does is on the disk. */
function outliveReaders() {
    for (const name of STREAMS) {
        process[name].on("error", (error) => {
            if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EPIPE"))
                throw error;
        });
    }
}
/** Settles when everything said so far has been taken: the rest is lost when the process exits. */
async function outputTaken() {
    let timer;
    const patience = new Promise((done) => {
        timer = setTimeout(done, LONGEST_WAIT_MS);
    });
    await Promise.race([Promise.all(STREAMS.map(taken)), patience]);
    clearTimeout(timer);
}
/** Where too much waits to be read, settles when it is read; else `undefined`. */
function outputReady() {
    const full = STREAMS.map((name) => process[name]).find((stream) => stream.writable && stream.writableLength > MOST_WAITING_BYTES);
    if (full === undefined)
        return undefined;
    const gone = new AbortController();
    const events = ["drain", "close"].map((event) => (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(full, event, { signal: gone.signal }));
    return Promise.race(events).then(() => gone.abort(), () => gone.abort());
}
function taken(name) {
    return new Promise((done) => {
        process[name].write("", () => done());
    });
}


/***/ }),

/***/ 1857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ watchRun)
/* harmony export */ });
/* harmony import */ var _core_progress_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6264);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2437);


const PROGRESS_EVERY_MS = 1000;
function watchRun(reporter, paint, now) {
    const startedAtMs = now();
    let total = 0;
    let shownAtMs = 0;
    let seconds = new Map();
    return {
        onPlan: (verdicts) => {
            total = verdicts.length;
            seconds = new Map(verdicts.map(({ task, seconds: known }) => [task.shard.id, known ?? 0]));
            for (const line of (0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .planLines */ .HN)(verdicts, { verbose: false, paint }))
                reporter.info(line);
        },
        onResult: (result, ledger) => {
            if (result.outcome === "skipped" && result.why === undefined)
                return;
            reporter.info((0,_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .resultLine */ .ow)(result, paint));
            if (now() - shownAtMs < PROGRESS_EVERY_MS)
                return;
            shownAtMs = now();
            const skipped = ledger.all().filter(({ outcome }) => outcome === "skipped");
            const ran = ledger.count("done");
            reporter.info(paint("dim", (0,_core_progress_js__WEBPACK_IMPORTED_MODULE_0__/* .renderProgress */ .E)({
                done: skipped.length + ran,
                total,
                ran,
                failed: ledger.count("failed"),
                elapsedMs: now() - startedAtMs,
                savedBytes: ledger.saved().bytes,
                secondsSaved: skipped.reduce((sum, { id }) => sum + (seconds.get(id) ?? 0), 0),
            })));
        },
    };
}


/***/ })

};
