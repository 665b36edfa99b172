export const id = 834;
export const ids = [834];
export const modules = {

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


/***/ })

};
