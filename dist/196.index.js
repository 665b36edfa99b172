export const id = 196;
export const ids = [196];
export const modules = {

/***/ 8815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   findDisagreements: () => (/* binding */ findDisagreements)
/* harmony export */ });
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1595);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9716);


/** What a plan and its jobs must agree on: with another value a job names other shards, or runs them all again. */
const AGREED = {
    shards: (d) => d.shards,
    checkpoint: (d) => d.checkpoint,
    work: (d) => d.work,
    command: (d) => d.command,
    shell: (d) => d.shell,
    "working-directory": (d) => d.workingDirectory,
    "fingerprint-text": (d) => d.fingerprintText,
    "fingerprint-files": (d) => d.fingerprintFiles,
    "input-fingerprint": (d) => d.inputFingerprint,
    "rerun-on": (d) => d.rerunOn,
    name: (d) => d.name,
    adopt: (d) => d.adopt,
    status: (d) => d.status,
};
/** A plan that had no command does not compare it: its jobs bring their own. */
const OF_COMMAND = new Set(["command", "shell", "working-directory"]);
/**
 * Each value of a job that is not the plan's: the field, both values, and what to do. `given` are the job's layers, the
 * strongest first.
 */
function findDisagreements(job, plan, given) {
    return agreedNames(plan)
        .filter((name) => plain(AGREED[name](job)) !== plain(AGREED[name](plan)))
        .map((name) => {
        const layer = given.find(({ values }) => values[name] !== undefined && values[name] !== "");
        const there = layer?.label(name) ?? name;
        return (`${name} is not what the shards were planned with: the plan's definition has ${said(AGREED[name](plan))}, ` +
            `and ${there} here is ${said(AGREED[name](job))}. Leave it out here, so that the plan's value holds, or give it to plan.`);
    });
}
function agreedNames(plan) {
    const names = Object.keys(AGREED).filter((name) => Object.hasOwn(AGREED, name));
    return plan.command === undefined ? names.filter((name) => !OF_COMMAND.has(name)) : names;
}
/** As values are compared: a text whatever its line ends and trailing blanks. */
function plain(value) {
    return JSON.stringify(typeof value === "string" ? (0,_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeText */ .fQ)(value) : value) ?? "";
}
function said(value) {
    return value === undefined ? "none" : (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(value);
}


/***/ })

};
