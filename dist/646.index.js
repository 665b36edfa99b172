export const id = 646;
export const ids = [646];
export const modules = {

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


/***/ })

};
