export const id = 408;
export const ids = [408];
export const modules = {

/***/ 7027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  answerCache: () => (/* binding */ answerCache)
});

// EXTERNAL MODULE: external "node:async_hooks"
var external_node_async_hooks_ = __webpack_require__(6698);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/store/github/library.js
var library = __webpack_require__(4417);
;// CONCATENATED MODULE: ./lib/store/github/shield.js


/**
 * The library calls tar with `-P`, under which an archive could write anywhere. A script of tar's name comes first in
 * the path and leaves that out; nor does it hand on owners from one machine to the next. Where a bound is given, scripts
 * of the names of what unpacks keep it. Gives the path in which they come first.
 */
function shieldTools({ scratch, mostBytes }, path) {
    const folder = (0,external_node_path_.join)(scratch, "bin");
    (0,external_node_fs_.mkdirSync)(folder);
    const places = path.split(external_node_path_.delimiter).filter((place) => place !== "");
    const find = (name) => places.map((place) => (0,external_node_path_.join)(place, name)).find((file) => (0,external_node_fs_.existsSync)(file));
    const shield = (name, script) => {
        const tool = find(name);
        if (tool === undefined)
            return;
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), script(quoted(tool)));
        (0,external_node_fs_.chmodSync)((0,external_node_path_.join)(folder, name), 0o755);
    };
    for (const name of ["tar", "gtar"])
        shield(name, tarScript);
    if (mostBytes !== undefined && find("head") !== undefined) {
        for (const name of ["unzstd", "gzip"])
            shield(name, (tool) => boundScript(tool, mostBytes));
    }
    return `${folder}${external_node_path_.delimiter}${path}`;
}
function quoted(path) {
    return `'${path.replaceAll("'", "'\\''")}'`;
}
function tarScript(tool) {
    return `#!/bin/sh
for argument do
  shift
  case $argument in
    -P) ;;
    -xf) set -- "$@" --no-same-owner -xf ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec ${tool} "$@"
`;
}
/**
 * Ends as the tool itself ends, killed where it was killed: how it ended tells a damaged archive from a damaged machine.
 * Only where the bound was what cut it off (`head` has ended well, and the tool could not write on) it says so.
 */
function boundScript(tool, mostBytes) {
    return `#!/bin/sh
PATH=\${PATH#*:}
exec 4>&1
code=$({ { ${tool} "$@" 3>&- 4>&-; echo $? >&3; } | head -c ${mostBytes} >&4; } 3>&1)
headcode=$?
[ $headcode -gt 128 ] && kill -$((headcode - 128)) $$
if [ "$code" = 141 ]; then
  echo "corrupt archive: it unpacks to more than ${mostBytes} bytes" >&2
  exit 1
fi
[ "\${code:-1}" -gt 128 ] && kill -$((code - 128)) $$
exit "\${code:-1}"
`;
}

;// CONCATENATED MODULE: ./lib/store/github/helper.js









/** Commands of one request write into its list, whatever else goes on. */
const printed = new external_node_async_hooks_.AsyncLocalStorage();
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
    (0,external_node_os_.setPriority)(LOW_PRIORITY);
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
        (0,external_node_fs_.rmSync)(temporaryAround(folder), { recursive: true, force: true });
    process.kill(process.pid, "SIGKILL");
}
/** The temporary folder that a folder is, or lies in. */
function temporaryAround(folder) {
    const end = folder.indexOf(external_node_path_.sep, folder.lastIndexOf(durable/* TEMPORARY_PREFIX */.F8));
    return end === -1 || !folder.includes(durable/* TEMPORARY_PREFIX */.F8) ? folder : folder.slice(0, end);
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
            return { thrown: (0,problem/* describe */.q0)(error), lines: toLines(chunks) };
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
            return asFound(await restoreCache([library/* ENTRY_FOLDER */.w], key, undefined, undefined, anySystem));
        }
        const saved = (await saveCache([library/* ENTRY_FOLDER */.w], key, undefined, anySystem)) !== -1;
        if (!request.confirm)
            return { saved };
        return { saved, ...asFound(await helper_confirm(key, saved ? LOOKS : 1)) };
    }
    finally {
        leaveFolders();
    }
}
/** A request that was refused for a moment comes again, to folders that hold what its first try has left. */
function clear({ op, folder, scratch }) {
    (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    (0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
    if (op === "restore")
        (0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w), { recursive: true, force: true });
}
/** Nothing can be started from a folder that is gone. */
function leaveFolders() {
    process.chdir((0,external_node_path_.parse)(process.execPath).root);
}
async function lookUp(key) {
    const { restoreCache } = await Promise.all(/* import() */[__webpack_require__.e(942), __webpack_require__.e(838), __webpack_require__.e(377), __webpack_require__.e(27)]).then(__webpack_require__.bind(__webpack_require__, 8027));
    return restoreCache([library/* ENTRY_FOLDER */.w], key, undefined, { lookupOnly: true }, true);
}
/** The library's word for a save is not enough: only what can be found again was saved. */
async function helper_confirm(key, looks) {
    for (let look = 1;; look += 1) {
        const found = await lookUp(key);
        if (found === key || look >= looks)
            return found;
        await (0,promises_.setTimeout)(LOOK_AGAIN_MS);
    }
}
function asFound(found) {
    return found === undefined ? {} : { found };
}
function enter(request, path) {
    process.env["GITHUB_WORKSPACE"] = request.folder;
    process.env["RUNNER_TEMP"] = request.scratch;
    process.env["PATH"] = process.platform === "win32" ? path : shieldTools(request, path);
    process.chdir(request.folder);
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
