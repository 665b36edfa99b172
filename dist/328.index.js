export const id = 328;
export const ids = [328];
export const modules = {

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

/***/ 3328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   demoOnTerminal: () => (/* binding */ demoOnTerminal)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(481);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3136);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5524);
/* harmony import */ var _run_processes_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3768);
/* harmony import */ var _ui_terminal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6008);









const SHARDS = 12;
const KILL_AFTER_DONE = 5;
/** Stands for GPU time, so that there is a half-way to be killed at. */
const SECONDS_A_SHARD = "0.4";
/** Runs the main job on a real genome, kills it half-way with SIGKILL, and runs it again. */
async function demoOnTerminal({ invocation }) {
    const { problems = [] } = invocation.inputs;
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo(problems);
    const folder = prepare((0,node_url__WEBPACK_IMPORTED_MODULE_5__.fileURLToPath)(new URL("../examples/lambda/", invocation.home)));
    const paint = (0,_ui_terminal_js__WEBPACK_IMPORTED_MODULE_8__/* .painter */ .C2)("stdout", process.env);
    const say = (text) => void process.stdout.write(`\n${paint("bold", text)}\n`);
    const cli = (0,node_url__WEBPACK_IMPORTED_MODULE_5__.fileURLToPath)(new URL("cli.js", invocation.home));
    const donemark = (...args) => [process.execPath, cli, ...args];
    say(`The genome of phage lambda (GenBank NC_001416, 48,502 bases), cut into ${SHARDS} shards in ${folder}`);
    await start(folder, [process.execPath, "cut.mjs", "lambda.fa", "shards", String(SHARDS)]).exit;
    say("1. donemark run: one command per shard, two at a time");
    const first = start(folder, donemark("run", "--parallel=2"));
    await untilHalfway(folder);
    await killAll(first);
    say(`2. kill -9, with ${markersIn(folder)} shards done: Donemark and its commands are gone at once`);
    say("3. donemark status: what is complete, and what the kill left in progress");
    await start(folder, donemark("status")).exit;
    say("4. donemark run again: only the unfinished shards run");
    const exitCode = await start(folder, donemark("run", "--parallel=2")).exit;
    say("5. donemark run once more: nothing is left to do");
    await start(folder, donemark("run")).exit;
    say(`Look around in ${folder}: out/*.done are the markers, donemark.yml is the definition.`);
    return exitCode === 0 ? _core_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .dc.done : _core_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .EXIT */ .dc.failed;
}
/** Copies the example to a new folder. @throws {UserError} where the example is not beside the program. */
function prepare(example) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(example, "lambda.fa"))) {
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo([
            `The demo needs ${example}, which is not there: run it from a clone of the repository.`,
        ]);
    }
    const folder = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)(), "donemark-demo-"));
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(example)) {
        if (/\.(mjs|fa|yml)$/.test(name))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.copyFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(example, name), (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name));
    }
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "out"));
    return folder;
}
function start(folder, argv) {
    const [program = "", ...args] = argv;
    const env = { ...process.env, PREDICT_SECONDS: SECONDS_A_SHARD, CUDA_VISIBLE_DEVICES: "" };
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    (0,node_readline__WEBPACK_IMPORTED_MODULE_3__.createInterface)({ input: child.stdout }).on("line", (line) => {
        // What the predictor itself says of every record is in the logs.
        if (!line.startsWith("["))
            process.stdout.write(`${line}\n`);
    });
    const exit = new Promise((done) => {
        child.on("close", done);
        child.on("error", () => done(null));
    });
    return { pid: child.pid ?? 0, exit };
}
/** Until some shards are done, and the next ones have finished parts to go on from. */
async function untilHalfway(folder) {
    while (markersIn(folder) < KILL_AFTER_DONE)
        await pause(20);
    await pause((Number(SECONDS_A_SHARD) / 2) * 1000);
}
function markersIn(folder) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, "out")).filter((name) => name.endsWith(".done")).length;
}
function pause(milliseconds) {
    return new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
    });
}
/** SIGKILL for the run and for every process that it has started. */
async function killAll({ pid, exit }) {
    process.kill(pid, "SIGKILL");
    await exit;
    await (0,_run_processes_js__WEBPACK_IMPORTED_MODULE_7__/* .endProcesses */ .Hk)((0,_run_processes_js__WEBPACK_IMPORTED_MODULE_7__/* .findTagged */ .id)("PREDICT_SECONDS", SECONDS_A_SHARD), { graceMs: 0 });
}


/***/ })

};
