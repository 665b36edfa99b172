export const id = 952;
export const ids = [952];
export const modules = {

/***/ 3952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   globSync: () => (/* reexport safe */ tinyglobby__WEBPACK_IMPORTED_MODULE_1__.AZ),
/* harmony export */   picomatch: () => (/* reexport default export from named module */ picomatch__WEBPACK_IMPORTED_MODULE_0__)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4006);
/* harmony import */ var tinyglobby__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3382);
/** Both libraries in one file of the bundle: each further file costs a short command a millisecond. */




/***/ })

};
