export const id = 905;
export const ids = [905];
export const modules = {

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

/***/ 2309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PZ: () => (/* binding */ baseEnvironment),
  ql: () => (/* binding */ launch),
  Ne: () => (/* binding */ openLog),
  d1: () => (/* binding */ runCommand),
  KS: () => (/* binding */ shardEnvironment),
  d: () => (/* binding */ shardLine)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/environment.js
var environment = __webpack_require__(4754);
// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __webpack_require__(4246);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var digest = __webpack_require__(1257);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
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

// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
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
/** A process that had no time for its timers had none for what was printed either: that is read before the time is up. */
async function within(milliseconds, event) {
    let timer;
    const limit = new Promise((resolve) => {
        timer = setTimeout(() => setImmediate(resolve), milliseconds);
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

// EXTERNAL MODULE: ./lib/run/log.js
var log = __webpack_require__(9803);
// EXTERNAL MODULE: ./lib/run/reins.js
var run_reins = __webpack_require__(1210);
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
    const path = (0,external_node_path_.join)(session.workspace, ".donemark", "logs", (0,log_name/* logName */.Is)(task.shard.id, record.attempt));
    return (0,log/* openShardLog */.F)(path, task.shard.id, session.logRules);
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
    try {
        if (group.process !== undefined)
            slot.keepFor(group.process);
    }
    catch (error) {
        // Nobody would hold it: a command must not go on whose shard has failed.
        group.kill();
        throw error;
    }
    return group;
}
/** Waits for a group, ends it at the time limit or when the run is stopped. */
async function untilEnd(session, group, timeoutMs) {
    const reins = (0,run_reins/* hold */._)(session, group, timeoutMs);
    try {
        const ended = await Promise.race([group.exit, reins.left]);
        return reins.cause() ?? ended;
    }
    finally {
        reins.release();
    }
}


/***/ }),

/***/ 9803:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ openShardLog)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6193);
/* harmony import */ var _core_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4754);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4246);





const TAIL_CHARACTERS = 2000;
const LONGEST_LINE = 64 * 1024;
const MOST_WAITING_BYTES = 1024 * 1024;
/** Opens the log of one attempt; `label` goes in front of each line in the job's log. */
function openShardLog(path, label, rules) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { flags: "w" });
    // A full disk must not end the run for the sake of a log: the job's log still has the lines.
    file.on("error", () => undefined);
    let tail = "";
    const line = (text) => {
        const command = /^\s*::add-mask::(.*\S.*)$/.exec(text)?.[1];
        if (command !== undefined)
            return addMask(unescape(command), rules);
        const masked = (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK)(text, rules.secrets);
        file.write(`${masked}\n`);
        tail = `${tail}${masked}\n`.slice(-TAIL_CHARACTERS);
        rules.emit((0,_core_log_name_js__WEBPACK_IMPORTED_MODULE_4__/* .harmlessLine */ .Kw)(`[${label}] ${lastState(masked)}`));
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
/** The data of a workflow command, as the runner reads it. */
function unescape(data) {
    return data.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%");
}
/** A value of several lines is masked line by line, as it would be printed. Longest first: none hides inside another. */
function addMask(value, rules) {
    for (const line of value.split(/[\r\n]+/)) {
        if (line.trim() !== "" && !rules.secrets.includes(line))
            rules.secrets.push(line);
    }
    rules.secrets.sort((a, b) => b.length - a.length);
    rules.maskEverywhere(value);
}
function lineReader(line, secrets) {
    const decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_2__.StringDecoder("utf8");
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
            const masked = (0,_core_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK)(rest, secrets);
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


/***/ }),

/***/ 1210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ hold)
/* harmony export */ });
/* harmony import */ var _timer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8652);

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
    const limit = (0,_timer_js__WEBPACK_IMPORTED_MODULE_0__/* .startTimer */ .I)(timeoutMs, () => end({ kind: "timeout" }, "SIGTERM"));
    return {
        left: left.settled,
        cause: () => cause,
        renew: limit.renew,
        release: () => {
            untie();
            unhurry();
            limit.stop();
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}
function latch() {
    let settle = () => undefined;
    const settled = new Promise((done) => {
        settle = () => done({ kind: "left" });
    });
    return { settled, settle: () => settle() };
}


/***/ }),

/***/ 1441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ startShard)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1595);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8052);
/* harmony import */ var _survey_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6796);
/* harmony import */ var _survey_survey_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2064);
/* harmony import */ var _commit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1344);






/**
 * Makes the start of a shard durable. It is resumed where parts with true markers exist under a start record of the
 * same fingerprint, here or in the store, and nothing forbids it.
 */
async function startShard(session, verdict, previous) {
    const { task } = verdict;
    session.reporter.debug(`start ${task.shard.id}`);
    const work = await chooseWork(session, verdict, previous);
    const startedAtMs = session.now();
    const started = {
        shard: task.shard.id,
        fingerprint: (0,_core_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1)(task.fingerprint),
        startedAt: new Date(startedAtMs).toISOString(),
        attempt: (previous?.attempt ?? 0) + 1,
        resumed: work.keepWork || work.fetched !== undefined,
        runTag: session.runTag,
        owner: session.owner,
        by: session.by,
        ...(previous?.failure !== undefined && { failure: previous.failure }),
    };
    await (0,_commit_js__WEBPACK_IMPORTED_MODULE_4__/* .begin */ .qN)(session.hand, task.places, { record: started, ...work });
    if (work.fetched !== undefined)
        await moveIntoPlace(session, work.fetched, task.places.work);
    return { task, record: started, startedAtMs };
}
async function chooseWork(session, { task, kind, reason, observed }, previous) {
    const failedAfterResume = previous?.resumed === true && previous.ended === true;
    if (reason === "forced" || failedAfterResume) {
        const kept = (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .workOf */ .LT)(task);
        if (kept !== undefined)
            await session.store.dropWork(kept);
        return { keepWork: false, falseMarkers: [], fetched: undefined };
    }
    const parts = await (0,_survey_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readParts */ .f)(session.hand.disk, task.places.work, session.definition.status);
    if (parts.whole.length > 0 && (0,_survey_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .mayResume */ .v)(previous, task.fingerprint)) {
        return { keepWork: true, falseMarkers: parts.falseMarkers, fetched: undefined };
    }
    // The survey has asked the store; only work of a try since then can be news.
    const mayBeStored = kind === "resume" || previous !== observed.startRecord;
    const fetched = mayBeStored ? await fetchWork(session, task) : undefined;
    return { keepWork: false, falseMarkers: [], fetched };
}
/** The path of a staged snapshot of the shard's work; `undefined` where the store has none or cannot give it. */
async function fetchWork(session, task) {
    const kept = (0,_survey_survey_js__WEBPACK_IMPORTED_MODULE_3__/* .workOf */ .LT)(task);
    if (kept === undefined)
        return undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(task.places.work);
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .makeFolders */ .wZ)(session.hand.disk, folder);
    const staging = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPORARY_PREFIX */ .F8}${session.hand.token()}`);
    const fetched = await session.store.fetchWork(kept, staging);
    if (fetched.kind === "unavailable")
        session.reporter.warn(`[${task.shard.id}] its work was not fetched: ${fetched.cause}`);
    if (fetched.kind === "hit") {
        const parts = await (0,_survey_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .readParts */ .f)(session.hand.disk, staging, session.definition.status);
        if (parts.whole.length > 0)
            return staging;
    }
    await session.hand.disk.removeTree(staging);
    return undefined;
}
async function moveIntoPlace(session, staging, work) {
    const { disk } = session.hand;
    await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .syncAll */ .L9)(disk, staging);
    await disk.removeTree(work);
    await disk.rename(staging, work);
    await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(work));
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


/***/ })

};
