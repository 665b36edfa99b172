export const id = 41;
export const ids = [41];
export const modules = {

/***/ 1041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   answerCache: () => (/* binding */ answerCache)
/* harmony export */ });
/* harmony import */ var node_async_hooks__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6698);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8500);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5524);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8052);
/* harmony import */ var _library_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4417);








/** Commands of one request write into its list, whatever else goes on. */
const printed = new node_async_hooks__WEBPACK_IMPORTED_MODULE_0__.AsyncLocalStorage();
const MOST_CHUNKS = 400;
const LOOKS = 3;
const LOOK_AGAIN_MS = 400;
const LOW_PRIORITY = 10;
/** Folders of the request in hand, to be removed if the process that asked is gone. */
let inHand = [];
/**
 * The helper process: answers requests with the cache library until the process that started it lets go of it. The
 * library takes the workspace, the folder for its archive and the path of `tar` from the process alone, and says what
 * went wrong by printing: here all of that belongs to one request.
 */
function answerCache() {
    const path = process.env["PATH"] ?? "";
    (0,node_os__WEBPACK_IMPORTED_MODULE_2__.setPriority)(LOW_PRIORITY);
    leaveFolders();
    process.stdout.write = keepPrinted;
    process.stderr.write = keepPrinted;
    process.on("message", (message) => {
        void answer(message.request, path).then((reply) => {
            if (process.connected)
                process.send?.({ id: message.id, reply });
        });
    });
    process.on("SIGTERM", () => undefined);
    process.once("disconnect", endWithAsker);
}
/** Whoever asked is gone: nobody waits for what is under way, and nobody else would clear it up. */
function endWithAsker() {
    if (inHand.length === 0)
        process.exit(0);
    if (process.platform !== "win32")
        process.kill(-process.pid, "SIGTERM");
    for (const folder of inHand)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(temporaryAround(folder), { recursive: true, force: true });
    process.kill(process.pid, "SIGKILL");
}
/** The temporary folder that a folder is, or lies in. */
function temporaryAround(folder) {
    const end = folder.indexOf(node_path__WEBPACK_IMPORTED_MODULE_3__.sep, folder.lastIndexOf(_files_durable_js__WEBPACK_IMPORTED_MODULE_6__/* .TEMPORARY_PREFIX */ .F8));
    return end === -1 || !folder.includes(_files_durable_js__WEBPACK_IMPORTED_MODULE_6__/* .TEMPORARY_PREFIX */ .F8) ? folder : folder.slice(0, end);
}
function keepPrinted(chunk, ...rest) {
    const lines = printed.getStore();
    if (lines !== undefined) {
        const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
        if (!/^(?:Sent|Received) \d/.test(text))
            lines.push(text);
        // The cause comes last.
        if (lines.length > MOST_CHUNKS)
            lines.shift();
    }
    const written = rest.findLast((item) => typeof item === "function");
    if (typeof written === "function")
        written();
    return true;
}
async function answer(request, path) {
    const chunks = [];
    return printed.run(chunks, async () => {
        try {
            const done = await perform(request, path);
            return { ...done, lines: toLines(chunks) };
        }
        catch (error) {
            return { thrown: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_5__/* .describe */ .q0)(error), lines: toLines(chunks) };
        }
        finally {
            if (request.op !== "lookup")
                inHand = [];
        }
    });
}
async function perform(request, path) {
    const { restoreCache, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(838), __webpack_require__.e(377), __webpack_require__.e(27)]).then(__webpack_require__.bind(__webpack_require__, 8027));
    const { op, key } = request;
    // Entries of Windows and of other systems are one kind: what they hold is checked after all.
    const anySystem = true;
    if (op === "lookup")
        return asFound(await lookUp(key));
    inHand = [request.folder, request.scratch];
    clear(request);
    enter(request, path);
    try {
        if (op === "restore") {
            return asFound(await restoreCache([_library_js__WEBPACK_IMPORTED_MODULE_7__/* .ENTRY_FOLDER */ .w], key, undefined, undefined, anySystem));
        }
        const saved = (await saveCache([_library_js__WEBPACK_IMPORTED_MODULE_7__/* .ENTRY_FOLDER */ .w], key, undefined, anySystem)) !== -1;
        if (!request.confirm)
            return { saved };
        return { saved, ...asFound(await confirm(key, saved ? LOOKS : 1)) };
    }
    finally {
        leaveFolders();
    }
}
/** A request that was refused for a moment comes again, to folders that hold what its first try has left. */
function clear({ op, folder, scratch }) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)(scratch, { recursive: true, force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(scratch, { recursive: true });
    if (op === "restore")
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _library_js__WEBPACK_IMPORTED_MODULE_7__/* .ENTRY_FOLDER */ .w), { recursive: true, force: true });
}
/** Nothing can be started from a folder that is gone. */
function leaveFolders() {
    process.chdir((0,node_path__WEBPACK_IMPORTED_MODULE_3__.parse)(process.execPath).root);
}
async function lookUp(key) {
    const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(838), __webpack_require__.e(377), __webpack_require__.e(27)]).then(__webpack_require__.bind(__webpack_require__, 8027));
    return restoreCache([_library_js__WEBPACK_IMPORTED_MODULE_7__/* .ENTRY_FOLDER */ .w], key, undefined, { lookupOnly: true }, true);
}
/** The library's word for a save is not enough: only what can be found again was saved. */
async function confirm(key, looks) {
    for (let look = 1;; look += 1) {
        const found = await lookUp(key);
        if (found === key || look >= looks)
            return found;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_4__.setTimeout)(LOOK_AGAIN_MS);
    }
}
function asFound(found) {
    return found === undefined ? {} : { found };
}
function enter({ folder, scratch }, path) {
    process.env["GITHUB_WORKSPACE"] = folder;
    process.env["RUNNER_TEMP"] = scratch;
    process.env["PATH"] = process.platform === "win32" ? path : shieldTar(scratch, path);
    process.chdir(folder);
}
/**
 * The library calls tar with `-P`, under which an archive could write anywhere. A script of tar's name comes first in
 * the path and leaves that out; nor does it hand on owners from one machine to the next.
 */
function shieldTar(scratch, path) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(scratch, "bin");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder);
    const places = path.split(node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter);
    for (const name of ["tar", "gtar"]) {
        if (!places.some((place) => (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(place, name))))
            continue;
        const script = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(script, shieldScript(name));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.chmodSync)(script, 0o755);
    }
    return `${folder}${node_path__WEBPACK_IMPORTED_MODULE_3__.delimiter}${path}`;
}
function shieldScript(name) {
    return `#!/bin/sh
PATH=\${PATH#*:}
for argument do
  shift
  case $argument in
    -P) ;;
    -xf) set -- "$@" --no-same-owner -xf ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec ${name} "$@"
`;
}
const TELLING = /^::(?:warning|error)\b|^::debug::Failed to reserve|^(?!::|\[command\])/;
/** Of what was printed, the lines that may tell a cause. */
function toLines(chunks) {
    return chunks
        .join("")
        .split(/\r?\n/)
        .filter((line) => line.trim() !== "" && TELLING.test(line))
        .map((line) => line.slice(0, 1000))
        .slice(-60);
}


/***/ }),

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ ENTRY_FOLDER)
/* harmony export */ });
/** An archive holds this one path, which enters the version of every entry. */
const ENTRY_FOLDER = "entry";


/***/ })

};
