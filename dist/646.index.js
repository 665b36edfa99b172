export const id = 646;
export const ids = [646];
export const modules = {

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


/***/ })

};
