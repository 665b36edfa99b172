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
/* harmony export */   aA: () => (/* binding */ uintOf),
/* harmony export */   aL: () => (/* binding */ byteAt),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   gl: () => (/* binding */ withoutPadding),
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
/** All of `bytes` as one number in little-endian order, as exact as `uint64`. */
function uintOf(bytes) {
    return bytes.reduceRight((sum, byte) => sum * 0x100 + byte, 0);
}
function byteAt(bytes, at) {
    return bytes[at] ?? 0;
}
function isAllZero(bytes) {
    return bytes.every((byte) => byte === 0);
}
/** `bytes` up to the last that is not `padding`. */
function withoutPadding(bytes, padding = 0) {
    let end = bytes.length;
    while (end > 0 && bytes[end - 1] === padding)
        end -= 1;
    return bytes.subarray(0, end);
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });
/** UTF-8; bytes that are none become U+FFFD. */
function textOf(bytes) {
    return utf8.decode(bytes);
}


/***/ }),

/***/ 4911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   ig: () => (/* binding */ fieldsOfRecord),
/* harmony export */   qv: () => (/* binding */ OBJECT),
/* harmony export */   x: () => (/* binding */ setField),
/* harmony export */   yn: () => (/* binding */ UNREAD)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9716);

/** Stands for a list, a dict, an array or an object as the value of a field. */
const OBJECT = "[object]";
/** Stands for a value that is there and could not be read: it is no word of any status, so it never counts as complete. */
const UNREAD = "[unread]";
const LONGEST = 200;
/** Sets the field if it is one of the two, so that memory stays small whatever the file holds; the last value wins. */
function setField(fields, names, entry) {
    const [name, value] = entry;
    if (name === names.statusField || name === names.versionField)
        fields.set(name, clip(value));
}
/** The fields among the entries of a parsed JSON object; none where the value is no object. */
function fieldsOfRecord(value, names) {
    const fields = new Map();
    for (const [name, entry] of Object.entries((0,_core_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) ? value : {}))
        setField(fields, names, [
            name,
            typeof entry === "object" && entry !== null ? OBJECT : String(entry),
        ]);
    return fields;
}
/** `status` and `version` as an inspection holds them: absent where there is none. */
function named(fields, names) {
    const status = fields.get(names.statusField);
    const version = fields.get(names.versionField);
    return {
        ...(status === undefined ? {} : { status }),
        ...(version === undefined ? {} : { version }),
    };
}
/** A text cut at 200 characters: no word that means anything is longer. */
function clip(text) {
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
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

/***/ 7656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   RX: () => (/* binding */ faultOfSize),
/* harmony export */   ps: () => (/* binding */ truncated),
/* harmony export */   qM: () => (/* binding */ damaged),
/* harmony export */   qO: () => (/* binding */ withFields)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9716);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4911);


function unknown(why) {
    return { structure: "unknown", why };
}
function truncated(why) {
    return { structure: "truncated", why };
}
function damaged(why) {
    return { structure: "damaged", why };
}
/** Adds the fields, which count only where nothing speaks against the file. */
function withFields(found, fields, names) {
    const counts = found.structure === "sound" || found.structure === "unknown";
    return counts ? { ...found, ...(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .named */ .KT)(fields, names) } : found;
}
/** What a size of `present` bytes says against a file that has to be `expected` bytes long. */
function faultOfSize(present, expected) {
    if (present < expected)
        return truncated(`it is ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(expected - present, "byte")} short`);
    if (present === expected)
        return undefined;
    return damaged(`after its end there is more: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(present - expected, "byte")}`);
}


/***/ }),

/***/ 8115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ findEnd)
/* harmony export */ });
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9716);
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);
/* harmony import */ var _tail_probe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5207);
/* harmony import */ var _verdicts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7656);




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
            return (0,_verdicts_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(`after its end there is more: ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(other, "byte")}`);
        if (start === 0)
            break;
    }
    if ((0,_tail_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .hasZeroTail */ .dH)(reader))
        return (0,_verdicts_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)(_tail_probe_js__WEBPACK_IMPORTED_MODULE_1__/* .ZERO_TAIL */ .UU);
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
        return (0,_verdicts_js__WEBPACK_IMPORTED_MODULE_2__/* .damaged */ .qM)("its ZIP64 end does not lie where it should");
    return {
        directoryAt: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 48),
        directoryBytes: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 40),
        directoryEnd: end64At,
        entryCount: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint64 */ .VV)(end64, 32),
    };
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
    const method = (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 10);
    return {
        name: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(bytes.subarray(nameAt, extraAt)),
        isStored: method === 0 && !isEncrypted,
        isDeflated: method === DEFLATE && !isEncrypted,
        crc32: (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint32 */ .S8)(bytes, at + 16),
        ...parsePlaces(bytes, at, bytes.subarray(extraAt, extraAt + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(bytes, at + 30))),
    };
}
const DEFLATE = 8;
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
/* harmony export */   CJ: () => (/* binding */ placeOfContent),
/* harmony export */   Et: () => (/* binding */ LOCAL_HEADER),
/* harmony export */   oP: () => (/* binding */ firstEntryName),
/* harmony export */   q_: () => (/* binding */ LOCAL_HEADER_BYTES),
/* harmony export */   ue: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var _bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8615);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4911);
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
/** The name in the local header that a file begins with. */
function firstEntryName(head) {
    return (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .textOf */ .b6)(head.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(head, 26)));
}
/** Where an entry's bytes begin, behind its local header, whose length the directory does not tell. */
function placeOfContent(reader, { headerAt }) {
    const header = reader.read(headerAt, LOCAL_HEADER_BYTES);
    return headerAt + LOCAL_HEADER_BYTES + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(header, 26) + (0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uint16 */ .oe)(header, 28);
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
/**
 * Entries must lie one behind the other, before the directory (in a zip bomb many share their bytes, and Python's
 * `zipfile` refuses such a zip too); up to 8, from the first to the last, must have a local header at their place.
 */
function findBadEntry(reader, entries, directoryAt) {
    const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
    const long = inOrder.find(({ headerAt, storedBytes }, place) => {
        const next = inOrder[place + 1]?.headerAt ?? directoryAt;
        return headerAt + LOCAL_HEADER_BYTES + storedBytes > next;
    });
    if (long !== undefined)
        return `its entry ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(long.name)} reaches into what follows it`;
    const step = Math.max(1, (entries.length - 1) / (PROBED_ENTRIES - 1));
    for (let place = 0; place < entries.length; place += step) {
        const entry = entries[Math.round(place)];
        if (entry === undefined)
            continue;
        const header = reader.read(entry.headerAt, LOCAL_HEADER.length);
        if (!(0,_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .hasAt */ .ow)(header, 0, LOCAL_HEADER))
            return `its entry ${(0,_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .clip */ .$Q)(entry.name)} has no header at its place`;
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

/***/ 3308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ readLastFailed),
  Z: () => (/* binding */ recordFailed)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/core/failed-record.js


const LONGEST_REASON = 1000;
/** One line of JSON, with its end. */
function formatFailed({ path, reason, time }) {
    return `${JSON.stringify({ path, reason: reason.slice(0, LONGEST_REASON), time })}\n`;
}
/** The records in a piece of the file, in its order; what is no record is left out. Never throws. */
function parseFailed(text) {
    return text.split("\n").flatMap((line) => {
        const value = (0,marker/* parseJson */.qF)(line);
        if (!(0,core_text/* isRecord */.u4)(value))
            return [];
        const { path, reason, time } = value;
        const isText = typeof path === "string" && typeof reason === "string";
        return isText && typeof time === "string" ? [{ path, reason, time }] : [];
    });
}
/** The last `most` records; of those that say the same of the same path, the last one alone. */
function lastFailed(records, most) {
    const latest = new Map();
    for (const record of records) {
        const key = JSON.stringify([record.path, record.reason]);
        latest.delete(key);
        latest.set(key, record);
    }
    return [...latest.values()].slice(-most);
}

// EXTERNAL MODULE: ./lib/core/places.js
var places = __webpack_require__(3783);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
;// CONCATENATED MODULE: ./lib/run/failed-record.js





function recordPath(workspace) {
    return (0,external_node_path_.join)((0,places/* ownFolder */.vY)(workspace), "failed.jsonl");
}
/**
 * Adds a line for each checkpoint that was found bad to `.donemark/failed.jsonl`. Nothing rests on the record: where it
 * cannot be written, whoever found them goes on. Never throws.
 */
async function recordFailed(place, found) {
    if (found.length === 0)
        return;
    const { disk, workspace } = place;
    const time = new Date(place.now()).toISOString();
    try {
        await openOwnFolder(disk, workspace);
        let front = isTorn(disk, workspace) ? "\n" : "";
        for (const { path, reason } of found) {
            const line = formatFailed({ path: (0,places/* shownPath */.pS)(workspace, path), reason, time });
            await disk.append(recordPath(workspace), front + line);
            front = "";
        }
    }
    catch (error) {
        place.reporter.debug(`the record of bad checkpoints was not written: ${(0,problem/* describe */.q0)(error)}`);
    }
}
async function openOwnFolder(disk, workspace) {
    const folder = (0,places/* ownFolder */.vY)(workspace);
    const ignore = (0,external_node_path_.join)(folder, ".gitignore");
    await (0,durable/* makeFolders */.wZ)(disk, folder);
    if (!disk.exists(ignore))
        await disk.create(ignore, "*\n").catch(() => undefined);
}
/** Does the file end within a line, as a full disk leaves it? */
function isTorn(disk, workspace) {
    const end = readEnd(disk, recordPath(workspace), 1);
    return end !== "" && end !== "\n";
}
const SHOWN = 5;
const READ_BYTES = 64 * 1024;
/** The checkpoints that were found bad last, at most five, the oldest first. Never throws. */
function readLastFailed({ disk, workspace, }) {
    return lastFailed(parseFailed(readEnd(disk, recordPath(workspace), READ_BYTES)), SHOWN);
}
/** Empty where there is no such file. */
function readEnd(disk, path, mostBytes) {
    try {
        if (disk.stat(path)?.kind !== "file")
            return "";
        const reader = disk.open(path);
        try {
            const start = Math.max(0, reader.sizeBytes - mostBytes);
            return new TextDecoder().decode(reader.read(start, mostBytes));
        }
        finally {
            reader.close();
        }
    }
    catch {
        return "";
    }
}


/***/ }),

/***/ 2153:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A2: () => (/* binding */ isOrphaned),
/* harmony export */   A5: () => (/* binding */ isBusy),
/* harmony export */   Rq: () => (/* binding */ temporaryToken),
/* harmony export */   SZ: () => (/* binding */ sweepTemporaries),
/* harmony export */   q9: () => (/* binding */ endLeftovers),
/* harmony export */   zI: () => (/* binding */ isAbandoned)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8052);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1257);
/* harmony import */ var _processes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3768);




const GRACE_MS = 5000;
const OLD_MS = 24 * 3600 * 1000;
/**
 * Ends the commands that a killed run of this boot has left behind: a process that still writes to a checkpoint must be
 * gone before its shard starts anew. Commands of a run that is alive are not touched.
 */
async function endLeftovers(verdicts, reporter) {
    const tags = new Set();
    for (const { observed } of verdicts) {
        const start = observed.startRecord;
        if (start !== undefined && isAbandoned(start))
            tags.add(start.runTag);
    }
    for (const tag of tags) {
        const left = (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .findTagged */ .id)("DONEMARK_RUN", tag);
        if (left.length === 0)
            continue;
        const pids = left.map(({ pid }) => pid).join(", ");
        reporter.warn(`A killed run has left processes behind (pid ${pids}); they are ended first.`);
        await (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .endProcesses */ .Hk)(left, { graceMs: GRACE_MS });
    }
}
/** Is another Donemark of this machine at work on the shard? */
function isBusy(start, self) {
    if (start === undefined || start.ended === true)
        return false;
    const { owner } = start;
    const isSelf = owner.pid === self.pid && owner.startTime === self.startTime;
    return !isSelf && (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(owner);
}
/** Was it written by a Donemark of this boot that is gone, and left no word of how its command ended? */
function isAbandoned(start) {
    if (start === undefined || start.ended === true)
        return false;
    return start.owner.boot === (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)() && !(0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)(start.owner);
}
/** The part of a temporary name that tells whose it is. */
function temporaryToken(owner, serial) {
    return `${bootName(owner.boot)}-${owner.pid}-${plain(owner.startTime)}-${serial}`;
}
/** Was it named by a process of this boot that is gone? `false` in doubt. */
function isOrphaned(temporary) {
    return ownerOf(temporary) === "gone";
}
function ownerOf(temporary) {
    const [boot, number, startTime] = temporary.slice(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPORARY_PREFIX */ .F8.length).split("-");
    const pid = Number(number);
    if (boot !== bootName((0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)()) || !Number.isSafeInteger(pid) || pid < 1)
        return "unknown";
    const present = (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .startTimeOf */ .P2)(pid);
    if (present !== undefined)
        return plain(present) === startTime ? "alive" : "gone";
    return (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .isAlive */ ._n)({ pid, startTime: "", boot: (0,_processes_js__WEBPACK_IMPORTED_MODULE_2__/* .bootId */ .aW)() }) ? "unknown" : "gone";
}
/** Removes temporary files that a killed process of this boot, or anybody long ago, has left in these folders. */
async function sweepTemporaries(disk, folders, nowMs) {
    for (const folder of folders) {
        for (const { name } of disk.list(folder) ?? []) {
            if (!name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_1__/* .TEMPORARY_PREFIX */ .F8))
                continue;
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
            const owner = ownerOf(name);
            const isLeft = owner === "gone" || (owner === "unknown" && isOld(disk, path, nowMs));
            // One that stays costs room, nothing else.
            if (isLeft)
                await disk.removeTree(path).catch(() => undefined);
        }
    }
}
function isOld(disk, path, nowMs) {
    const stat = disk.stat(path);
    return stat !== undefined && nowMs - Number(stat.mtimeNs) / 1e6 > OLD_MS;
}
function bootName(boot) {
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(boot).slice(0, 8);
}
/** A start time, as a part of a name can hold it. */
function plain(startTime) {
    return startTime.replaceAll(/\W/g, "");
}


/***/ }),

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
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/parallel.js
var parallel = __webpack_require__(9492);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/start-record.js
var start_record = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
// EXTERNAL MODULE: ./lib/run/failed-record.js + 1 modules
var failed_record = __webpack_require__(3308);
// EXTERNAL MODULE: ./lib/run/digest-worker.js
var digest_worker = __webpack_require__(7408);
// EXTERNAL MODULE: ./lib/run/leftovers.js
var leftovers = __webpack_require__(2153);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/survey/checksums.js
var checksums = __webpack_require__(8834);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
// EXTERNAL MODULE: ./lib/survey/examine.js + 1 modules
var examine = __webpack_require__(3682);
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
    const isJob = options.targets.length === 0;
    const chosen = await (isJob
        ? (0,checkpoints/* checkpointsOfJob */.Ky)(invocation)
        : (0,checkpoints/* checkpointsAt */.v9)(invocation, options.targets));
    const { definition } = chosen;
    const isDeep = options.deep || definition.validate === "deep";
    const rules = {
        status: definition.status,
        markers: (0,markers/* markersOf */.B)(invocation),
        ...(isDeep && { deep: deepLook(disk, home) }),
    };
    const targets = isJob ? withoutBusy(disk, chosen.targets) : chosen.targets;
    const progress = { verified: 0, total: targets.length, bytesRead: 0, wrong: 0 };
    options.onProgress?.(progress);
    const examined = await (0,parallel/* inParallel */.H)(targets, widthOf(invocation, definition), async (target) => {
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
    const busy = chosen.targets.length - targets.length;
    return { answer, examined, busy, isDeep, exitCode };
}
/**
 * What a run has in hand is not finished, and no bad checkpoint. One that is named is looked at all the same: the run's
 * own `check` may ask for it.
 */
function withoutBusy(disk, targets) {
    const self = (0,processes/* thisProcess */.WF)();
    return targets.filter(({ path }) => {
        const started = path + marker/* STARTED_SUFFIX */.ad;
        return !disk.exists(started) || !(0,leftovers/* isBusy */.A5)((0,start_record/* parseStartRecord */.JI)((0,observe/* readSmall */.o5)(disk, started)), self);
    });
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
    const { workspace, paint } = view;
    const rows = examined.flatMap(({ path, objection }) => objection === undefined
        ? []
        : [{ path: (0,places/* shownPath */.pS)(workspace, path), verdict: objection.verdict, why: objection.why }]);
    const amount = (0,core_text/* count */.U9)(examined.length, "checkpoint");
    if (rows.length === 0)
        return [`${amount} verified, nothing wrong${remarks(examined, view)}`];
    const isMarked = examined.some(({ objection, marker }) => objection && marker !== "none");
    return [
        ...table(rows, paint),
        "",
        paint("bold", `${rows.length} of ${amount} wrong${remarks(examined, view)}`),
        ...(isMarked ? ["`donemark unmark PATH` makes a marked one's shard run again."] : []),
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
/** What was read, how many could not be held against anything, and how many were left out. */
function remarks(examined, { isDeep, busy }) {
    const read = examined.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
    const unproven = examined.filter((one) => one.objection === undefined && !one.isProven).length;
    const facts = [
        `${(0,duration/* formatBytes */.z3)(read)} read`,
        isDeep && unproven > 0
            ? `${unproven} with no digest or checksum to hold every byte against`
            : undefined,
        busy > 0 ? `${busy} left out: a run is at work on ${busy === 1 ? "it" : "them"}` : undefined,
    ];
    return ` (${facts.filter((fact) => fact !== undefined).join("; ")})`;
}

// EXTERNAL MODULE: ./lib/surface/call.js
var call = __webpack_require__(6971);
;// CONCATENATED MODULE: ./lib/surface/terminal-verify.js







async function verifyOnTerminal({ invocation, args, isJson }) {
    const progress = progressLine(invocation.now);
    const { answer, examined, busy, isDeep, exitCode } = await verify(invocation, {
        targets: args.positionals,
        deep: args.switches.has("deep"),
        onProgress: (so) => progress.show(progressText(so)),
    });
    progress.clear();
    const paint = (0,terminal/* painter */.C2)("stdout", process.env);
    const { workspace } = invocation;
    const lines = isJson
        ? [(0,log_name/* harmlessJson */.EL)(answer)]
        : verifyLines(examined, { workspace, busy, isDeep, paint }).map(log_name/* harmlessLine */.Kw);
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

/***/ 3682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine)
});

// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/status.js
var core_status = __webpack_require__(8261);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
;// CONCATENATED MODULE: ./lib/survey/hold.js


const UNPROVEN = { isProven: false, readElsewhere: 0 };
/** Size and sample digest, and with `deep` every byte: against the full digest, else against the file's own checksums. */
async function holdAgainst(disk, path, { marked, found, deep }) {
    try {
        const difference = marked && differenceOf(disk, path, { marked, found });
        if (difference !== undefined)
            return { ...UNPROVEN, objection: changed(difference) };
        if (deep === undefined)
            return UNPROVEN;
        return await readEveryByte(deep, path, { found, sha256: marked?.sha256 });
    }
    catch (error) {
        return { ...UNPROVEN, objection: { verdict: "damaged", why: (0,problem/* describe */.q0)(error) } };
    }
}
function differenceOf(disk, path, { marked, found }) {
    const difference = (0,measure/* findDifference */.Hl)(marked, found);
    if (difference !== undefined)
        return difference;
    return (0,measure/* sampleOf */.uV)(disk, path) === marked.sample
        ? undefined
        : "its sample digest is not the marker's";
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
    return sums.fault === undefined
        ? held
        : { ...held, objection: { verdict: "damaged", why: sums.fault } };
}
function changed(why) {
    return { verdict: "changed-since-marker", why };
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

// EXTERNAL MODULE: ./lib/survey/inspect-lazily.js
var inspect_lazily = __webpack_require__(7802);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
;// CONCATENATED MODULE: ./lib/survey/examine.js






/**
 * Looks at one checkpoint: what it says about itself, its marker against its bytes (never trusting its times), its
 * status and version against the rules. Changes nothing. Whatever lies there makes an answer, never an error.
 */
async function examine(disk, target, rules) {
    const { path } = target;
    const marker = readMarker(disk, path, rules.markers);
    const found = (0,observe/* measureOrFault */.md)(disk, path);
    if (found.kind !== "measured") {
        const objection = found.kind === "absent" ? absent(marker) : against("damaged", `it is refused: ${found.why}`);
        const difference = marker.kind === "full" ? { difference: objection.why } : {};
        return { ...NOTHING, path, ...partsOf(marker), objection, ...difference };
    }
    const counted = countReads(disk);
    const said = await lookInside(counted.disk, path, { found: found.measure, rules });
    const known = { target, marker, said, rules };
    const held = await holdAgainst(counted.disk, path, {
        marked: marker.kind === "full" ? marker.marker.checkpoint : undefined,
        found: found.measure,
        deep: rules.deep,
    });
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
    const place = path + marker/* MARKER_SUFFIX */.pM;
    return disk.exists(place) ? markers.parse((0,observe/* readSmall */.o5)(disk, place)) : { kind: "none" };
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
async function lookInside(disk, path, { found, rules }) {
    if (found.kind === "directory" && found.files === 0)
        return { format: "directory", structure: "empty", why: "it holds no file" };
    try {
        return await (0,inspect_lazily/* inspect */.N)(disk, path, rules.status);
    }
    catch (error) {
        return { format: "unread", structure: "damaged", why: (0,problem/* describe */.q0)(error) };
    }
}
/** In the order of the table of decisions. */
function objectionsOf({ target, marker, said, rules }) {
    const { structure, version, why = "" } = said;
    const { highestVersion } = rules.status;
    const isFaulty = structure !== "sound" && structure !== "unknown";
    return [
        (0,core_status/* isNewer */.U4)(version, highestVersion)
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
    const word = (0,core_status/* readStatus */.rk)(said.status, rules.status);
    const why = `its own status is ${JSON.stringify(said.status)}`;
    if (word === "in-progress")
        return against("status-in-progress", why);
    return word === "other" && marker.kind !== "full" ? against("status-other", why) : undefined;
}
function firstOf(objections) {
    return objections.find((objection) => objection !== undefined);
}


/***/ })

};
