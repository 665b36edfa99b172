export const id = 453;
export const ids = [453,646,834];
export const modules = {

/***/ 905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ checkpointsOfJob),
/* harmony export */   S$: () => (/* binding */ checkpointOf),
/* harmony export */   qF: () => (/* binding */ NO_SHARDS),
/* harmony export */   v9: () => (/* binding */ checkpointsAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5845);
/* harmony import */ var _core_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3783);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9716);
/* harmony import */ var _survey_expand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4111);
/* harmony import */ var _survey_globs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4885);
/* harmony import */ var _survey_observe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2358);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2760);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3855);










/**
 * The checkpoints at paths and globs, each once, in order. A marker's or a start record's name stands for its
 * checkpoint, so that a shell may expand the glob. No definition is needed; where one is found, its rules for status
 * and version hold.
 * @throws {UserError} where a glob matches nothing.
 */
async function checkpointsAt(invocation, names) {
    const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_7__/* .define */ .E)(invocation, NO_SHARDS);
    const paths = new Set();
    for (const name of names) {
        for (const path of await pathsOf(invocation, name))
            paths.add(path);
    }
    const targets = [...paths].sort(_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .compareText */ .n6).map((path) => ({ path }));
    return { definition, targets };
}
/** What a definition must have, and what nothing here depends on. */
const NO_SHARDS = { shards: "1", checkpoint: "{id}" };
/** Of the whole job, or of the shards that `only` names: those whose checkpoint or marker is here. */
async function checkpointsOfJob(invocation) {
    const { disk, workspace } = invocation;
    const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_7__/* .define */ .E)(invocation);
    const { shards: all } = await (0,_survey_expand_js__WEBPACK_IMPORTED_MODULE_4__/* .expandShards */ .a)(disk, workspace, definition);
    const { shards } = await (0,_open_js__WEBPACK_IMPORTED_MODULE_8__/* .chooseShards */ .f1)(invocation, definition, all);
    const isThere = (0,_survey_observe_js__WEBPACK_IMPORTED_MODULE_6__/* .listedPresence */ .N0)(disk);
    const targets = shards
        .map((shard) => ({ shard: shard.id, ...(0,_core_places_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOf */ .ek)(workspace, shard) }))
        .filter(({ checkpoint, marker }) => isThere(checkpoint) || isThere(marker))
        .map(({ checkpoint, shard }) => ({ path: checkpoint, shard }));
    return { definition, targets };
}
async function pathsOf({ disk, workspace }, name) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name);
    if (disk.exists(path))
        return [checkpointOf(disk, path)];
    const matched = await (0,_survey_globs_js__WEBPACK_IMPORTED_MODULE_5__/* .matchPaths */ .oq)(workspace, name);
    if (matched === undefined)
        return [path];
    const checkpoints = matched.filter((one) => isCheckpoint(disk, one));
    if (checkpoints.length > 0)
        return checkpoints.map((one) => checkpointOf(disk, one));
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([`${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .show */ .WU)(name)} matches no checkpoint.`]);
}
/** A folder that a glob matches is one where it has a marker or a start record of its own. */
function isCheckpoint(disk, path) {
    if (disk.stat(path)?.kind !== "directory")
        return true;
    return disk.exists(path + _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM) || disk.exists(path + _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .STARTED_SUFFIX */ .ad);
}
/** The checkpoint that a path names, be it that of its marker or start record. */
function checkpointOf(disk, path) {
    for (const suffix of [_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM, _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .STARTED_SUFFIX */ .ad]) {
        if (!path.endsWith(suffix) || disk.stat(path)?.kind === "directory")
            continue;
        return path.slice(0, -suffix.length);
    }
    return path;
}


/***/ }),

/***/ 4426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tellObjection)
/* harmony export */ });
/** An objection in one line. */
function tellObjection({ verdict, why }) {
    return why === "" ? verdict : `${verdict}: ${why}`;
}


/***/ }),

/***/ 9492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/** Calls `act` for each item, at most `width` at once; gives the answers in the order of the items. */
async function inParallel(items, width, act) {
    const answers = [];
    const waiting = [...items.entries()];
    let next = 0;
    const work = async () => {
        for (let one = waiting[next]; one !== undefined; one = waiting[next]) {
            next += 1;
            const [place, item] = one;
            answers[place] = await act(item);
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
    return answers;
}


/***/ }),

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ answerCheckpoint),
/* harmony export */   _: () => (/* binding */ answerVerify)
/* harmony export */ });
/* harmony import */ var _examined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4426);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3783);


function answerVerify(workspace, examined) {
    return { checkpoints: examined.map((one) => answerCheckpoint(workspace, one)) };
}
function answerCheckpoint(workspace, one) {
    const { path, marker, format, structure, status, version, objection, note } = one;
    return {
        path: (0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .shownPath */ .pS)(workspace, path),
        ok: objection === undefined,
        marker,
        format,
        structure,
        status: status ?? null,
        version: version ?? null,
        sizeBytes: one.sizeBytes,
        bytesRead: one.bytesRead,
        why: (objection === undefined ? note : (0,_examined_js__WEBPACK_IMPORTED_MODULE_1__/* .tellObjection */ .j)(objection)) ?? null,
    };
}


/***/ }),

/***/ 8615:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HF: () => (/* binding */ lastPlaceOf),
/* harmony export */   S8: () => (/* binding */ uint32),
/* harmony export */   VV: () => (/* binding */ uint64),
/* harmony export */   aL: () => (/* binding */ byteAt),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   oe: () => (/* binding */ uint16),
/* harmony export */   ow: () => (/* binding */ hasAt),
/* harmony export */   y3: () => (/* binding */ isAllZero)
/* harmony export */ });
/** Does `bytes` hold `pattern` at `at`? */
function hasAt(bytes, at, pattern) {
    return pattern.every((byte, place) => bytes[at + place] === byte);
}
/** The last place of `pattern` at or before `from`; -1 where there is none. */
function lastPlaceOf(bytes, pattern, from) {
    let at = from;
    while (at >= 0 && !hasAt(bytes, at, pattern))
        at -= 1;
    return at;
}
/** Numbers in little-endian order; bytes beyond the end count as 0. */
function uint16(bytes, at) {
    return byteAt(bytes, at) + byteAt(bytes, at + 1) * 0x100;
}
function uint32(bytes, at) {
    return uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000;
}
/** Exact up to 2^53, which no file reaches; larger ones are only known to be larger. */
function uint64(bytes, at) {
    return uint32(bytes, at) + uint32(bytes, at + 4) * 0x1_0000_0000;
}
function byteAt(bytes, at) {
    return bytes[at] ?? 0;
}
function isAllZero(bytes) {
    return bytes.every((byte) => byte === 0);
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** UTF-8; bytes that are none become U+FFFD. */
function textOf(bytes) {
    return utf8.decode(bytes);
}


/***/ }),

/***/ 5207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ ZERO_TAIL),
/* harmony export */   dH: () => (/* binding */ hasZeroTail),
/* harmony export */   iW: () => (/* binding */ hasZeroMiddle),
/* harmony export */   xd: () => (/* binding */ hasZeroHead)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);

const PROBE_BYTES = 4096;
/** Fewer zeros than this are no sign of anything. */
const FEWEST_BYTES = 512;
/** What `hasZeroTail` means, in words. */
const ZERO_TAIL = "it ends in zeros, as a file does whose last blocks never reached the disk";
/**
 * Are the last 4 KB from `start` on all zero? File systems that allocate late leave this after a power cut:
 * the size is right, the blocks are not.
 */
function hasZeroTail(reader, start = 0) {
    const length = Math.min(PROBE_BYTES, reader.sizeBytes - start);
    return length >= FEWEST_BYTES && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAllZero */ .y3)(reader.read(reader.sizeBytes - length, length));
}
/** Are the first 4 KB all zero? */
function hasZeroHead(reader) {
    const length = Math.min(PROBE_BYTES, reader.sizeBytes);
    return length >= FEWEST_BYTES && (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAllZero */ .y3)(reader.read(0, length));
}
const MIDDLE_PROBES = 7;
/** Are 4 KB at seven places between the ends all zero? */
function hasZeroMiddle(reader) {
    const step = Math.floor(reader.sizeBytes / (MIDDLE_PROBES + 1));
    for (let probe = 1; probe <= MIDDLE_PROBES; probe += 1) {
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .isAllZero */ .y3)(reader.read(step * probe, Math.min(PROBE_BYTES, step))))
            return false;
    }
    return true;
}


/***/ }),

/***/ 8115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findEnd)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9716);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);
/* harmony import */ var _tail_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5207);



const END = [0x50, 0x4b, 5, 6];
const END_BYTES = 22;
const NEAR_BYTES = 4 * 1024;
/** The end record with the longest comment. */
const FAR_BYTES = END_BYTES + 0xffff;
/**
 * Finds the end record, which must lie at the exact end of the file: unzip programs forgive bytes behind it,
 * but a zip that has them is not as it was written.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.14 to 4.3.16.
 */
function findEnd(reader) {
    for (const length of [NEAR_BYTES, FAR_BYTES]) {
        const start = Math.max(0, reader.sizeBytes - length);
        const tail = reader.read(start, length);
        const { exact, other } = placesOfEnd(tail);
        if (exact !== undefined)
            return parseEnd(reader, tail.subarray(exact), start + exact);
        if (other !== undefined)
            return damaged(`after its end there is more: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(other, "byte")}`);
        if (start === 0)
            break;
    }
    if ((0,_tail_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .hasZeroTail */ .dH)(reader))
        return damaged(_tail_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO_TAIL */ .UU);
    return { structure: "truncated", why: "the end of the archive is missing" };
}
/** Where the end record stands whose comment ends with the file; else how many bytes follow the last one. */
function placesOfEnd(tail) {
    let other;
    let at = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPlaceOf */ .HF)(tail, END, tail.length - END_BYTES);
    while (at >= 0) {
        const excess = tail.length - at - END_BYTES - (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(tail, at + 20);
        if (excess === 0)
            return { exact: at };
        if (excess > 0)
            other ??= excess;
        at = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .lastPlaceOf */ .HF)(tail, END, at - 1);
    }
    return other === undefined ? {} : { other };
}
const LOCATOR = [0x50, 0x4b, 6, 7];
const LOCATOR_BYTES = 20;
const END64 = [0x50, 0x4b, 6, 6];
const END64_BYTES = 56;
/** The ZIP64 record counts where there is one, also where 32 bits would do: PyTorch always writes it. */
function parseEnd(reader, end, at) {
    const locator = reader.read(at - LOCATOR_BYTES, LOCATOR_BYTES);
    if (at < LOCATOR_BYTES || !(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(locator, 0, LOCATOR)) {
        return {
            directoryAt: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(end, 16),
            directoryBytes: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(end, 12),
            directoryEnd: at,
            entryCount: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(end, 10),
        };
    }
    const end64At = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(locator, 8);
    const end64 = reader.read(end64At, END64_BYTES);
    if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(end64, 0, END64) || end64At + 12 + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 4) !== at - LOCATOR_BYTES)
        return damaged("its ZIP64 end does not lie where it should");
    return {
        directoryAt: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 48),
        directoryBytes: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 40),
        directoryEnd: end64At,
        entryCount: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 32),
    };
}
function damaged(why) {
    return { structure: "damaged", why };
}


/***/ }),

/***/ 6478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ parseLastEntries),
/* harmony export */   K: () => (/* binding */ parseEntries)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);

const ENTRY_BYTES = 46;
const ENTRY = [0x50, 0x4b, 1, 2];
/**
 * The entries of a central directory that begins with `bytes`, up to the last that they hold whole.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 and 4.5.3 (ZIP64).
 */
function parseEntries(bytes) {
    const entries = [];
    let at = 0;
    while (at + ENTRY_BYTES <= bytes.length) {
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(bytes, at, ENTRY))
            return { entries, end: undefined };
        const next = at + sizeOfEntry(bytes, at);
        if (next > bytes.length)
            break;
        entries.push(parseEntry(bytes, at));
        at = next;
    }
    return { entries, end: at };
}
/**
 * The entries at the end of a central directory of which `bytes` is the last piece, cut anywhere: going back from
 * the end, each must end where the next begins.
 */
function parseLastEntries(bytes) {
    const entries = [];
    let start = bytes.length;
    for (let at = start - ENTRY_BYTES; at >= 0; at -= 1) {
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(bytes, at, ENTRY) || at + sizeOfEntry(bytes, at) !== start)
            continue;
        entries.push(parseEntry(bytes, at));
        start = at;
    }
    return entries.reverse();
}
function sizeOfEntry(bytes, at) {
    return ENTRY_BYTES + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 28) + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 30) + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 32);
}
function parseEntry(bytes, at) {
    const nameAt = at + ENTRY_BYTES;
    const extraAt = nameAt + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 28);
    const isEncrypted = ((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 8) & 1) === 1;
    return {
        name: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(bytes.subarray(nameAt, extraAt)),
        isStored: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 10) === 0 && !isEncrypted,
        crc32: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(bytes, at + 16),
        ...parsePlaces(bytes, at, bytes.subarray(extraAt, extraAt + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 30))),
    };
}
const IN_ZIP64 = 0xffff_ffff;
/** Numbers that do not fit 32 bits stand in the ZIP64 field, in this order, and only those. */
function parsePlaces(bytes, at, extra) {
    const zip64 = zip64Field(extra);
    let place = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(bytes, at + 24) === IN_ZIP64 ? 8 : 0;
    const read = (number) => {
        if (number !== IN_ZIP64 || place + 8 > zip64.length)
            return number;
        place += 8;
        return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(zip64, place - 8);
    };
    const storedBytes = read((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(bytes, at + 20));
    return { storedBytes, headerAt: read((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(bytes, at + 42)) };
}
function zip64Field(extra) {
    let at = 0;
    while (at + 4 <= extra.length) {
        const next = at + 4 + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(extra, at + 2);
        if ((0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(extra, at) === 1)
            return extra.subarray(at + 4, next);
        at = next;
    }
    return new Uint8Array();
}


/***/ }),

/***/ 7623:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ LOCAL_HEADER),
/* harmony export */   q_: () => (/* binding */ LOCAL_HEADER_BYTES),
/* harmony export */   ue: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);
/* harmony import */ var _zip_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8115);
/* harmony import */ var _zip_entries_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6478);



const LOCAL_HEADER = [0x50, 0x4b, 3, 4];
const LOCAL_HEADER_BYTES = 30;
/**
 * Reads the directory of a zip from its end, in at most 37 KB (100 KB where the end has to be searched for).
 * Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.
 */
function readZip(reader) {
    const end = (0,_zip_end_js__WEBPACK_IMPORTED_MODULE_1__/* .findEnd */ .N)(reader);
    if ("structure" in end)
        return { kind: "fault", findings: end };
    const { directoryAt, directoryBytes } = end;
    if (directoryAt + directoryBytes !== end.directoryEnd)
        return damaged("its directory does not lie where its end says");
    const found = readDirectory(reader, end);
    if (found === undefined)
        return damaged("its directory cannot be read");
    const fault = findBadEntry(reader, found.entries, directoryAt);
    return fault === undefined ? { kind: "zip", ...found, directoryAt } : damaged(fault);
}
/** Longer directories are looked at on both ends: `data.pkl` stands first in PyTorch's, `version` among the last. */
const LONGEST_DIRECTORY = 32 * 1024;
const DIRECTORY_PIECE = 16 * 1024;
function readDirectory(reader, { directoryAt, directoryBytes, entryCount }) {
    if (directoryBytes > LONGEST_DIRECTORY) {
        const { entries, end } = (0,_zip_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntries */ .K)(reader.read(directoryAt, DIRECTORY_PIECE));
        const lastAt = directoryAt + directoryBytes - DIRECTORY_PIECE;
        const last = (0,_zip_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLastEntries */ .G)(reader.read(lastAt, DIRECTORY_PIECE));
        if (end === undefined || last.length === 0)
            return undefined;
        return { entries: [...entries, ...last], isWhole: false };
    }
    const { entries, end } = (0,_zip_entries_js__WEBPACK_IMPORTED_MODULE_2__/* .parseEntries */ .K)(reader.read(directoryAt, directoryBytes));
    if (end !== directoryBytes || !fitsCount(entries.length, entryCount))
        return undefined;
    return { entries, isWhole: true };
}
/** Without ZIP64 the count is kept in 16 bits, and some writers let it run over. */
function fitsCount(found, said) {
    return found === said || found % 0x1_0000 === said;
}
const PROBED_ENTRIES = 8;
/** Entries must lie before the directory; up to 8, from the first to the last, must have a local header at their place. */
function findBadEntry(reader, entries, directoryAt) {
    const outside = entries.find(({ headerAt, storedBytes }) => headerAt + LOCAL_HEADER_BYTES + storedBytes > directoryAt);
    if (outside !== undefined)
        return `its entry ${outside.name} does not end before its directory`;
    const step = Math.max(1, (entries.length - 1) / (PROBED_ENTRIES - 1));
    for (let place = 0; place < entries.length; place += step) {
        const entry = entries[Math.round(place)];
        if (entry === undefined)
            continue;
        const header = reader.read(entry.headerAt, LOCAL_HEADER.length);
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(header, 0, LOCAL_HEADER))
            return `its entry ${entry.name} has no header at its place`;
    }
    return undefined;
}
function damaged(why) {
    return { kind: "fault", findings: { structure: "damaged", why } };
}


/***/ }),

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


/***/ }),

/***/ 8453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyOnTerminal: () => (/* binding */ verifyOnTerminal)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/core/verify-answer.js
var verify_answer = __webpack_require__(6837);
// EXTERNAL MODULE: ./lib/core/examined.js
var examined = __webpack_require__(4426);
// EXTERNAL MODULE: ./lib/core/parallel.js
var parallel = __webpack_require__(9492);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
// EXTERNAL MODULE: ./lib/run/failed-record.js + 1 modules
var failed_record = __webpack_require__(3308);
// EXTERNAL MODULE: ./lib/run/digest-worker.js
var digest_worker = __webpack_require__(7408);
// EXTERNAL MODULE: ./lib/survey/checksums.js
var checksums = __webpack_require__(8834);
// EXTERNAL MODULE: ./lib/survey/examine.js
var examine = __webpack_require__(1401);
// EXTERNAL MODULE: ./lib/commands/checkpoints.js
var checkpoints = __webpack_require__(905);
// EXTERNAL MODULE: ./lib/commands/markers.js + 1 modules
var markers = __webpack_require__(9524);
;// CONCATENATED MODULE: ./lib/commands/verify.js












/**
 * Looks at each checkpoint: its structure, its marker against its bytes, its status against the rules. Changes nothing
 * but the record of bad checkpoints.
 */
async function verify(invocation, options) {
    const { disk, workspace, home } = invocation;
    const { targets } = options;
    const chosen = await (targets.length > 0
        ? (0,checkpoints/* checkpointsAt */.v9)(invocation, targets)
        : (0,checkpoints/* checkpointsOfJob */.Ky)(invocation));
    const { definition } = chosen;
    const isDeep = options.deep || definition.validate === "deep";
    const rules = {
        status: definition.status,
        markers: (0,markers/* markersOf */.B)(invocation),
        ...(isDeep && { deep: deepLook(disk, home) }),
    };
    const progress = { verified: 0, total: chosen.targets.length, bytesRead: 0, wrong: 0 };
    const examined = await (0,parallel/* inParallel */.H)(chosen.targets, widthOf(invocation, definition), async (target) => {
        const one = await (0,examine/* examine */.s)(disk, target, rules);
        progress.verified += 1;
        progress.bytesRead += one.bytesRead;
        if (one.objection !== undefined)
            progress.wrong += 1;
        options.onProgress?.(progress);
        return one;
    });
    await (0,failed_record/* recordFailed */.Z)(invocation, examined.flatMap(foundBad));
    const answer = (0,verify_answer/* answerVerify */._)(workspace, examined);
    const exitCode = progress.wrong > 0 ? problem/* EXIT */.dc.checkpoint : problem/* EXIT */.dc.done;
    return { answer, examined, isDeep, exitCode };
}
/** What is not there is a wrong name, and no bad checkpoint. */
function foundBad({ path, objection }) {
    if (objection === undefined || objection.verdict === "absent")
        return [];
    return [{ path, reason: (0,examined/* tellObjection */.j)(objection) }];
}
const MOST_AT_ONCE = 8;
/** A definition's `parallel` is about GPUs: here it counts only where this call gives it. */
function widthOf({ inputs }, { parallel }) {
    const isGiven = inputs.values["parallel"] !== undefined;
    if (isGiven && parallel !== "auto")
        return parallel;
    return Math.min(MOST_AT_ONCE, (0,external_node_os_.availableParallelism)());
}
/** Up to this size a thread would take longer to start than to read. */
const THREAD_BYTES = 16 * 1024 * 1024;
function deepLook(disk, home) {
    return {
        digest: async (path, sizeBytes) => sizeBytes > THREAD_BYTES ? (0,digest_worker.digestInThread)(home, path, "awaited") : (0,measure/* digestOf */.ol)(disk, path),
        checksums: async (path, sizeBytes) => sizeBytes > THREAD_BYTES ? (0,digest_worker.checksumsInThread)(home, path) : (0,checksums.readChecksums)(disk, path),
    };
}

// EXTERNAL MODULE: ./lib/core/duration.js
var duration = __webpack_require__(8415);
// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __webpack_require__(4246);
// EXTERNAL MODULE: ./lib/ui/terminal.js
var terminal = __webpack_require__(6008);
;// CONCATENATED MODULE: ./lib/ui/progress-line.js


const EVERY_MS = 100;
/** Back to the line's beginning, and empties it. */
const ANEW = "\r\u001b[K";
/** On standard error, so that standard output holds the answer alone. */
function progressLine(now) {
    if (!(0,terminal/* isTerminal */.Hd)("stderr"))
        return { show: () => undefined, clear: () => undefined };
    let shownAtMs = 0;
    return {
        show: (text) => {
            if (now() - shownAtMs < EVERY_MS)
                return;
            shownAtMs = now();
            const line = (0,log_name/* harmlessLine */.Kw)(text).slice(0, (process.stderr.columns || 80) - 1);
            process.stderr.write(ANEW + line);
        },
        clear: () => {
            if (shownAtMs > 0)
                process.stderr.write(ANEW);
        },
    };
}

// EXTERNAL MODULE: ./lib/core/places.js
var places = __webpack_require__(3783);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/ui/verify-lines.js



/** A table of what is wrong, what to do about it, and the counts; the counts alone where nothing is wrong. */
function verifyLines(examined, view) {
    const { workspace, paint, isDeep } = view;
    const rows = examined.flatMap(({ path, objection }) => objection === undefined
        ? []
        : [{ path: (0,places/* shownPath */.pS)(workspace, path), verdict: objection.verdict, why: objection.why }]);
    const amount = (0,core_text/* count */.U9)(examined.length, "checkpoint");
    if (rows.length === 0)
        return [`${amount} verified, nothing wrong${aboutBytes(examined, isDeep)}`];
    return [
        ...table(rows, paint),
        "",
        paint("bold", `${rows.length} of ${amount} wrong${aboutBytes(examined, isDeep)}`),
        "`donemark unmark PATH` makes a marked one's shard run again.",
    ];
}
const WIDEST_PATH = 60;
function table(rows, paint) {
    const head = { path: "path", verdict: "verdict", why: "reason" };
    const all = [head, ...rows];
    const pathWidth = Math.min(WIDEST_PATH, Math.max(...all.map(({ path }) => path.length)));
    const wordWidth = Math.max(...all.map(({ verdict }) => verdict.length));
    const line = ({ path, verdict, why }, colour) => `${path.padEnd(pathWidth)}  ${paint(colour, verdict.padEnd(wordWidth))}  ${why}`;
    return [paint("dim", line(head, "dim")), ...rows.map((row) => line(row, "red"))];
}
/** What was read, and how many could not be held against anything. */
function aboutBytes(examined, isDeep) {
    const read = examined.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    const unproven = examined.filter((one) => one.objection === undefined && !one.isProven).length;
    const rest = isDeep && unproven > 0
        ? `; ${unproven} with no digest or checksum to hold every byte against`
        : "";
    return ` (${(0,duration/* formatBytes */.z3)(read)} read${rest})`;
}

// EXTERNAL MODULE: ./lib/surface/call.js
var call = __webpack_require__(6971);
;// CONCATENATED MODULE: ./lib/surface/terminal-verify.js







async function verifyOnTerminal({ invocation, args, isJson }) {
    const progress = progressLine(invocation.now);
    const { answer, examined, isDeep, exitCode } = await verify(invocation, {
        targets: args.positionals,
        deep: args.switches.has("deep"),
        onProgress: (so) => progress.show(progressText(so)),
    });
    progress.clear();
    const paint = (0,terminal/* painter */.C2)("stdout", process.env);
    const { workspace } = invocation;
    const lines = isJson
        ? [(0,log_name/* harmlessJson */.EL)(answer)]
        : verifyLines(examined, { workspace, isDeep, paint }).map(log_name/* harmlessLine */.Kw);
    await (0,call/* print */.y)(`${lines.join("\n")}\n`);
    return exitCode;
}
function progressText({ verified, total, bytesRead, wrong }) {
    const found = wrong > 0 ? ` · ${wrong} wrong` : "";
    return `${verified} of ${total} verified · ${(0,duration/* formatBytes */.z3)(bytesRead)} read${found}`;
}


/***/ }),

/***/ 8834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readChecksums: () => (/* binding */ readChecksums)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8522);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);
/* harmony import */ var _inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8615);
/* harmony import */ var _inspect_zip_end_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8115);
/* harmony import */ var _inspect_zip_entries_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6478);
/* harmony import */ var _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7623);








const NONE = { isWhole: false, bytesRead: 0 };
const LONGEST_DIRECTORY = 64 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;
/**
 * Reads every entry of a zip and holds it against its CRC-32, stored or deflated; of any other file reads nothing.
 * Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.4.7.
 * @throws the system error where the file cannot be read.
 */
async function readChecksums(disk, path) {
    const reader = disk.open(path);
    try {
        const entries = entriesOf(reader);
        return entries === undefined ? NONE : await checkAll(reader, entries);
    }
    finally {
        reader.close();
    }
}
/** `undefined` for what is no zip; what is wrong with the frame of one is for its inspector to tell. */
function entriesOf(reader) {
    if (!(0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .hasAt */ .ow)(reader.read(0, _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER */ .Et.length), 0, _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER */ .Et))
        return undefined;
    const end = (0,_inspect_zip_end_js__WEBPACK_IMPORTED_MODULE_5__/* .findEnd */ .N)(reader);
    if ("structure" in end || end.directoryBytes > LONGEST_DIRECTORY)
        return undefined;
    return (0,_inspect_zip_entries_js__WEBPACK_IMPORTED_MODULE_6__/* .parseEntries */ .K)(reader.read(end.directoryAt, end.directoryBytes)).entries;
}
async function checkAll(reader, entries) {
    let isWhole = true;
    let bytesRead = 0;
    for (const entry of entries) {
        bytesRead += entry.storedBytes;
        const found = await checksumOf(reader, entry);
        if (typeof found === "string")
            return { isWhole: false, bytesRead, fault: found };
        if (found === undefined)
            isWhole = false;
        else if (found !== entry.crc32) {
            const fault = `its entry ${entry.name} is not what its checksum says`;
            return { isWhole: false, bytesRead, fault };
        }
    }
    return { isWhole, bytesRead };
}
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
/** `undefined` where none can be held against the entry's: some writers record none, which is 0. A text is a fault. */
async function checksumOf(reader, entry) {
    if (entry.crc32 === 0)
        return entry.storedBytes === 0 ? 0 : undefined;
    const header = reader.read(entry.headerAt, _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER_BYTES */ .q_);
    if (header.length < _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER_BYTES */ .q_ || !(0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .hasAt */ .ow)(header, 0, _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER */ .Et))
        return `its entry ${entry.name} has no header at its place`;
    const method = (0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe)(header, 8);
    if (((0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe)(header, 6) & ENCRYPTED) !== 0)
        return undefined;
    const start = entry.headerAt + _inspect_zip_js__WEBPACK_IMPORTED_MODULE_7__/* .LOCAL_HEADER_BYTES */ .q_ + (0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe)(header, 26) + (0,_inspect_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .uint16 */ .oe)(header, 28);
    const stored = pieces(reader, start, entry.storedBytes);
    if (method === STORED)
        return sumOf(stored);
    return method === DEFLATED ? sumOfDeflated(stored, entry.name) : undefined;
}
function* pieces(reader, start, length) {
    for (let at = 0; at < length; at += CHUNK_BYTES)
        yield reader.read(start + at, Math.min(CHUNK_BYTES, length - at));
}
function sumOf(stored) {
    let sum = 0;
    for (const piece of stored)
        sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.crc32)(piece, sum);
    return sum;
}
async function sumOfDeflated(stored, name) {
    let sum = 0;
    try {
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(stored), (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createInflateRaw)(), async (unpacked) => {
            for await (const piece of unpacked)
                sum = (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.crc32)(piece, sum);
        });
        return sum;
    }
    catch (error) {
        return `its entry ${name} cannot be unpacked: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}`;
    }
}


/***/ }),

/***/ 1401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ examine)
/* harmony export */ });
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5845);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _core_status_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8261);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9311);
/* harmony import */ var _inspect_lazily_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7802);
/* harmony import */ var _observe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2358);






/**
 * Looks at one checkpoint: what it says about itself, its marker against its bytes (never trusting its times), its
 * status and version against the rules. Changes nothing. Whatever lies there makes an answer, never an error.
 */
async function examine(disk, target, rules) {
    const { path } = target;
    const marker = readMarker(disk, path, rules.markers);
    const found = (0,_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .measureOrFault */ .md)(disk, path);
    if (found.kind !== "measured") {
        const objection = found.kind === "absent" ? absent(marker) : against("damaged", `it is refused: ${found.why}`);
        const difference = marker.kind === "full" ? { difference: objection.why } : {};
        return { ...NOTHING, path, ...partsOf(marker), objection, ...difference };
    }
    const counted = countReads(disk);
    const said = await lookInside(counted.disk, path, { found: found.measure, rules });
    const known = { target, marker, said, rules };
    const held = await holdAgainstMarker(counted, found.measure, known);
    const objection = firstOf([...objectionsOf(known), held.objection, objectionOfStatus(known)]);
    const { format, structure, status, version, why } = said;
    return {
        path,
        ...partsOf(marker),
        format,
        structure,
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version }),
        sizeBytes: found.measure.sizeBytes,
        bytesRead: counted.bytesRead() + held.readElsewhere,
        ...(why !== undefined && { note: why }),
        ...(objection !== undefined && { objection }),
        ...(marker.kind === "full" && held.objection && { difference: held.objection.why }),
        isProven: held.isProven,
    };
}
const NOTHING = {
    format: "none",
    structure: "unknown",
    sizeBytes: 0,
    bytesRead: 0,
    isProven: false,
};
function readMarker(disk, path, markers) {
    const place = path + _core_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .MARKER_SUFFIX */ .pM;
    return disk.exists(place) ? markers.parse((0,_observe_js__WEBPACK_IMPORTED_MODULE_4__/* .readSmall */ .o5)(disk, place)) : { kind: "none" };
}
function partsOf(marker) {
    return marker.kind === "full" ? { marker: "full", full: marker.marker } : { marker: marker.kind };
}
function against(verdict, why) {
    return { verdict, why };
}
function absent({ kind }) {
    return kind === "none"
        ? against("absent", "there is no checkpoint")
        : against("marker-without-checkpoint", "its marker is there, and no checkpoint");
}
/** Says how many bytes were read of files that were opened. */
function countReads(disk) {
    let total = 0;
    const open = (path) => {
        const reader = disk.open(path);
        const read = (offset, length) => {
            const bytes = reader.read(offset, length);
            total += bytes.length;
            return bytes;
        };
        return { sizeBytes: reader.sizeBytes, read, close: () => reader.close() };
    };
    return { disk: { ...disk, open }, bytesRead: () => total };
}
async function lookInside(disk, path, { found, rules }) {
    if (found.kind === "directory") {
        if (found.files === 0)
            return { format: "directory", structure: "empty", why: "it holds no file" };
        return { format: "directory", structure: "unknown" };
    }
    try {
        return await (0,_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_5__/* .inspect */ .N)(disk, path, rules.status);
    }
    catch (error) {
        return { format: "unread", structure: "damaged", why: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error) };
    }
}
/** In the order of the table of decisions. */
function objectionsOf({ target, marker, said, rules }) {
    const { structure, version, why = "" } = said;
    const { highestVersion } = rules.status;
    const isFaulty = structure !== "sound" && structure !== "unknown";
    return [
        (0,_core_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isNewer */ .U4)(version, highestVersion)
            ? against("incompatible", `its version is ${version}, at most ${highestVersion} is accepted`)
            : undefined,
        marker.kind === "corrupt"
            ? against("corrupt-marker", `the marker is corrupt: ${marker.why}`)
            : undefined,
        isForeign(marker, target)
            ? against("foreign-marker", `the marker is that of shard ${JSON.stringify(marker.marker.shard)}`)
            : undefined,
        isFaulty ? against(structure, why) : undefined,
    ];
}
function isForeign(marker, { shard }) {
    return marker.kind === "full" && shard !== undefined && marker.marker.shard !== shard;
}
/** A status of another word is no objection where a full marker vouches for the checkpoint: an exit code has spoken. */
function objectionOfStatus({ marker, said, rules }) {
    const word = (0,_core_status_js__WEBPACK_IMPORTED_MODULE_2__/* .readStatus */ .rk)(said.status, rules.status);
    const why = `its own status is ${JSON.stringify(said.status)}`;
    if (word === "in-progress")
        return against("status-in-progress", why);
    return word === "other" && marker.kind !== "full" ? against("status-other", why) : undefined;
}
const UNPROVEN = { isProven: false, readElsewhere: 0 };
/** Size and sample digest, and with `deep` every byte: against the full digest, else against the file's own checksums. */
async function holdAgainstMarker({ disk }, found, { target, marker, rules }) {
    const { path } = target;
    const marked = marker.kind === "full" ? marker.marker.checkpoint : undefined;
    try {
        if (marked !== undefined) {
            const difference = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .findDifference */ .Hl)(marked, found);
            if (difference !== undefined)
                return { ...UNPROVEN, objection: changed(difference) };
            if ((0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__/* .sampleOf */ .uV)(disk, path) !== marked.sample)
                return { ...UNPROVEN, objection: changed("its sample digest is not the marker's") };
        }
        if (rules.deep === undefined)
            return UNPROVEN;
        return await readEveryByte(rules.deep, path, { found, sha256: marked?.sha256 });
    }
    catch (error) {
        return { ...UNPROVEN, objection: against("damaged", (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)) };
    }
}
async function readEveryByte(deep, path, { found, sha256 }) {
    const { kind, sizeBytes } = found;
    if (sha256 !== undefined) {
        const isSame = (await deep.digest(path, sizeBytes)) === sha256;
        const held = { isProven: true, readElsewhere: sizeBytes };
        return isSame ? held : { ...held, objection: changed("its SHA-256 is not the marker's") };
    }
    if (kind === "directory" || sizeBytes === 0)
        return UNPROVEN;
    const sums = await deep.checksums(path, sizeBytes);
    const held = { isProven: sums.isWhole, readElsewhere: sums.bytesRead };
    return sums.fault === undefined ? held : { ...held, objection: against("damaged", sums.fault) };
}
function changed(why) {
    return against("changed-since-marker", why);
}
function firstOf(objections) {
    return objections.find((objection) => objection !== undefined);
}


/***/ })

};
