export const id = 388;
export const ids = [388];
export const modules = {

/***/ 8388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findFingerprintFiles: () => (/* binding */ findFingerprintFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _actions_glob__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2377);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9716);




/**
 * The files that `fingerprint-files` names, absolute and sorted, matched as `hashFiles()` and the cache action do.
 * @throws {UserError} for each pattern that matches no file.
 */
async function findFingerprintFiles(from, given) {
    const patterns = given.filter((pattern) => !pattern.startsWith("#"));
    const absolute = patterns.map((pattern) => rooted(from.workspace, pattern));
    const wanted = absolute.filter((pattern) => !pattern.startsWith("!"));
    const unwanted = absolute.filter((pattern) => pattern.startsWith("!"));
    const problems = [];
    const found = new Set();
    for (const [place, pattern] of wanted.entries()) {
        const files = await matches(from.disk, [pattern, ...unwanted]);
        for (const file of files)
            found.add(file);
        if (files.length > 0)
            continue;
        const words = patterns.filter((p) => !p.startsWith("!"))[place];
        problems.push(`fingerprint-files: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .show */ .WU)(words)} matches no file below ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .show */ .WU)(from.workspace)}.`);
    }
    if (problems.length > 0)
        throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo(problems);
    return [...found].sort(_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .compareText */ .n6);
}
async function matches(disk, patterns) {
    const paths = await quietly(async () => {
        const globber = await (0,_actions_glob__WEBPACK_IMPORTED_MODULE_1__/* .create */ .v)(patterns.join("\n"), { matchDirectories: false });
        return globber.glob();
    });
    return paths.filter((path) => disk.stat(path)?.kind === "file");
}
/** The library writes its debug messages to standard output as workflow commands; that stream is for answers. */
async function quietly(act) {
    const { stdout } = process;
    const write = stdout.write.bind(stdout);
    stdout.write = () => true;
    try {
        return await act();
    }
    finally {
        stdout.write = write;
    }
}
function rooted(workspace, pattern) {
    const [sign, rest] = pattern.startsWith("!") ? ["!", pattern.slice(1)] : ["", pattern];
    return `${sign}${node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(rest) ? rest : below(workspace, rest)}`;
}
/** The workspace is no pattern: its own wildcards stand for themselves. */
function below(workspace, pattern) {
    let folder = workspace;
    let rest = pattern.replace(/^(\.\/)+/, "");
    for (; rest === ".." || rest.startsWith("../"); rest = rest.slice(3))
        folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(folder);
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder.replaceAll(/[[*?]/g, "[$&]"), rest);
}


/***/ })

};
