export const id = 299;
export const ids = [299];
export const modules = {

/***/ 6299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   helpText: () => (/* binding */ helpText)
/* harmony export */ });
/* harmony import */ var _core_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5430);

const COMMANDS = [
    ["run", "decide, run what remains, mark and save each finished shard"],
    ["plan", "decide for every shard and print a job matrix of what remains; change nothing"],
    ["status", "what is complete and what is in progress; change nothing"],
    ["collect", "prove that every shard is done, and bring from the store those that are not here"],
    [
        "mark [ID|PATH…]",
        "mark checkpoints as complete; --all; --accept takes the present fingerprint over",
    ],
    ["unmark [ID|PATH…]", "take markers away, here and in the store; --all"],
    [
        "adopt [ID|PATH…]",
        "give old empty markers, and checkpoints whose status says complete, full markers; --all",
    ],
    [
        "verify [PATH…]",
        "look at each checkpoint and its marker, of the job or at paths and globs; --deep reads every byte",
    ],
    ["info PATH", "everything that a checkpoint, its marker and its start record say"],
    ["demo", "run the main job on a real genome, kill it half-way, run it again"],
];
/** The help of the command line. */
function helpText() {
    const commands = COMMANDS.map(([name, about]) => `  ${name.padEnd(18)} ${about}`);
    const width = Math.max(..._core_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELD_NAMES */ .Yr.map((name) => name.length)) + 2;
    const inputs = _core_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELD_NAMES */ .Yr.map((name) => `  ${`--${name}`.padEnd(width)}  ${_core_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .FIELDS */ .cJ[name].about}`);
    return [
        "donemark: kill it anywhere, run it again, and only the unfinished shards run.",
        "",
        "Usage: donemark COMMAND [--config donemark.yml] [--INPUT VALUE …] [--json] [--verbose]",
        "",
        ...commands,
        "",
        "Inputs (also keys of the config file; a list is given by repeating the flag):",
        ...inputs,
        "",
        "Exit codes: 0 all done, 1 a shard failed, 2 wrong usage, 3 a checkpoint problem,",
        "            4 stopped in good order with shards remaining, 130/143 stopped by a signal",
        "",
    ].join("\n");
}


/***/ })

};
