export const id = 286;
export const ids = [286];
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

/***/ 8905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect_inspect)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/inspect/fields.js
var inspect_fields = __webpack_require__(4911);
// EXTERNAL MODULE: ./lib/inspect/bytes.js
var inspect_bytes = __webpack_require__(8615);
;// CONCATENATED MODULE: ./lib/inspect/flatbuffer.js

/** The table, vector or text that the reference at `at` leads to. */
function follow({ bytes }, at) {
    return at + (0,inspect_bytes/* uint32 */.S8)(bytes, at);
}
/** The place of a table's field, counted from 0 in the order of its schema. */
function fieldAt({ bytes }, table, index) {
    const layout = table - ((0,inspect_bytes/* uint32 */.S8)(bytes, table) | 0);
    const slot = 4 + 2 * index;
    if (layout < 0 || slot + 2 > (0,inspect_bytes/* uint16 */.oe)(bytes, layout))
        return undefined;
    const offset = (0,inspect_bytes/* uint16 */.oe)(bytes, layout + slot);
    return offset === 0 ? undefined : table + offset;
}
/** As `fieldAt`, for a field that refers to a table, a vector or a text: the place of that. */
function referredAt(buffer, table, index) {
    const at = fieldAt(buffer, table, index);
    return at === undefined ? undefined : follow(buffer, at);
}
/** The places of a vector's entries, each `entryBytes` long; none where they do not fit into the bytes. */
function entriesOf({ bytes }, vector, entryBytes) {
    if (vector === undefined)
        return [];
    const length = (0,inspect_bytes/* uint32 */.S8)(bytes, vector);
    const first = vector + 4;
    if (first + length * entryBytes > bytes.length)
        return [];
    return Array.from({ length }, (_, place) => first + place * entryBytes);
}
/** More of a text than any field is shown of; texts may share their bytes, so reading each whole could take hours. */
const LONGEST_TEXT = 1024;
/** A text, cut where it is long. */
function textAt({ bytes }, at) {
    return (0,inspect_bytes/* textOf */.b6)(bytes.subarray(at + 4, at + 4 + Math.min((0,inspect_bytes/* uint32 */.S8)(bytes, at), LONGEST_TEXT)));
}

;// CONCATENATED MODULE: ./lib/inspect/arrow-schema.js


const CUSTOM_METADATA = 2;
const KEY = 0;
const VALUE = 1;
/** The fields among a schema's own key-value metadata. Source: `Schema.fbs` of Apache Arrow. */
function fieldsOfSchema(buffer, schema, names) {
    const fields = new Map();
    if (schema === undefined)
        return fields;
    for (const entry of entriesOf(buffer, referredAt(buffer, schema, CUSTOM_METADATA), 4)) {
        const pair = follow(buffer, entry);
        const key = referredAt(buffer, pair, KEY);
        const value = referredAt(buffer, pair, VALUE);
        if (key !== undefined && value !== undefined)
            (0,inspect_fields/* setField */.x)(fields, names, [textAt(buffer, key), textAt(buffer, value)]);
    }
    return fields;
}

// EXTERNAL MODULE: ./lib/inspect/verdicts.js
var verdicts = __webpack_require__(7656);
// EXTERNAL MODULE: ./lib/inspect/tail-probe.js
var tail_probe = __webpack_require__(5207);
;// CONCATENATED MODULE: ./lib/inspect/magic.js




/**
 * Does a file begin with `magic`? Of a file of the right name, a beginning cut short or of zeros counts as well:
 * its bytes never reached the disk. Any other content under the name is left to other formats.
 */
function beginsWith({ fileName, head }, magic, name) {
    if ((0,inspect_bytes/* hasAt */.ow)(head, 0, magic))
        return true;
    return name.test(fileName) && ((0,inspect_bytes/* isAllZero */.y3)(head) || (0,inspect_bytes/* hasAt */.ow)(head, 0, magic.slice(0, head.length)));
}
const SEARCHED_BYTES = 4096;
/**
 * What speaks against a file that has to end with `magic`, which counts from `from` on: the same bytes may begin it.
 * `undefined` where it does.
 */
function faultOfEnd(reader, magic, from = magic.length) {
    const start = Math.max(0, reader.sizeBytes - SEARCHED_BYTES);
    const tail = reader.read(start, SEARCHED_BYTES);
    const at = (0,inspect_bytes/* lastPlaceOf */.HF)(tail, magic, tail.length - magic.length);
    const excess = tail.length - magic.length - at;
    const isFound = at >= 0 && start + at >= from;
    if (isFound && excess === 0)
        return undefined;
    if ((0,tail_probe/* hasZeroTail */.dH)(reader))
        return (0,verdicts/* damaged */.qM)(tail_probe/* ZERO_TAIL */.UU);
    return isFound
        ? (0,verdicts/* damaged */.qM)(`after its end there is more: ${(0,core_text/* count */.U9)(excess, "byte")}`)
        : (0,verdicts/* truncated */.ps)("its end is missing");
}

;// CONCATENATED MODULE: ./lib/inspect/arrow.js








/**
 * An Arrow IPC file (also Feather 2): a magic, messages, a footer, its length, the magic again. The fields are entries
 * of the schema's `custom_metadata`, which the footer repeats.
 * Source: "IPC File Format" in the Arrow columnar format; `File.fbs`.
 */
const arrowFile = {
    name: "arrow",
    fits: (beginning) => beginsWith(beginning, MAGIC, /\.(?:arrow|feather)$/i),
    inspect: inspectFile,
};
/**
 * An Arrow IPC stream: messages, the first of them a schema, up to a mark of the end. The fields are entries of the
 * schema's `custom_metadata`.
 * Source: "IPC Streaming Format" in the Arrow columnar format; `Message.fbs`.
 */
const arrowStream = {
    name: "arrow-stream",
    fits: ({ head }) => isSchemaMessage(head),
    inspect: inspectStream,
};
const MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];
/** The magic is followed by two bytes that fill up eight. */
const HEAD_BYTES = 8;
/** The footer's length and the magic. */
const END_BYTES = 10;
const LONGEST = 512 * 1024;
function inspectFile(reader, names) {
    const { sizeBytes } = reader;
    if ((0,inspect_bytes/* isAllZero */.y3)(reader.read(0, MAGIC.length)))
        return (0,verdicts/* damaged */.qM)("it begins in zeros");
    if (sizeBytes < HEAD_BYTES + END_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its footer");
    const fault = faultOfEnd(reader, MAGIC);
    if (fault !== undefined)
        return fault;
    const length = (0,inspect_bytes/* uint32 */.S8)(reader.read(sizeBytes - END_BYTES, 4), 0);
    const footerAt = sizeBytes - END_BYTES - length;
    if (length < 8 || footerAt < HEAD_BYTES)
        return (0,verdicts/* damaged */.qM)(`its footer cannot be ${(0,core_text/* count */.U9)(length, "byte")} long`);
    if (length > LONGEST)
        return (0,verdicts/* unknown */.L5)("its footer is too long to be read");
    return inspectFooter({ bytes: reader.read(footerAt, length) }, footerAt, names);
}
/** Fields of the table `Footer`. */
const FOOTER = { schema: 1, dictionaries: 2, batches: 3 };
/** A place, the length of the metadata, that of the body. */
const BLOCK_BYTES = 24;
function inspectFooter(footer, footerAt, names) {
    const root = follow(footer, 0);
    const schema = referredAt(footer, root, FOOTER.schema);
    if (schema === undefined || schema >= footer.bytes.length)
        return (0,verdicts/* damaged */.qM)("its footer cannot be read");
    const blocks = [FOOTER.dictionaries, FOOTER.batches].flatMap((index) => entriesOf(footer, referredAt(footer, root, index), BLOCK_BYTES));
    if (blocks.some((at) => endOfBlock(footer, at) > footerAt))
        return (0,verdicts/* damaged */.qM)("its batches do not end before its footer");
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(fieldsOfSchema(footer, schema, names), names) };
}
function endOfBlock({ bytes }, at) {
    return (0,inspect_bytes/* uint64 */.VV)(bytes, at) + (0,inspect_bytes/* uint32 */.S8)(bytes, at + 8) + (0,inspect_bytes/* uint64 */.VV)(bytes, at + 16);
}
const CONTINUED = [0xff, 0xff, 0xff, 0xff];
/** The mark and a length. */
const PREFIX_BYTES = 8;
const STREAM_END = [...CONTINUED, 0, 0, 0, 0];
/** Fields of the table `Message`. */
const MESSAGE = { kind: 1, header: 2 };
const SCHEMA = 1;
/** Numbers may begin with the mark as well; only a schema is a table that says so. */
function isSchemaMessage(head) {
    if (!(0,inspect_bytes/* hasAt */.ow)(head, 0, CONTINUED))
        return false;
    const message = { bytes: head.subarray(PREFIX_BYTES) };
    const kind = fieldAt(message, follow(message, 0), MESSAGE.kind);
    return kind !== undefined && (0,inspect_bytes/* byteAt */.aL)(message.bytes, kind) === SCHEMA;
}
function inspectStream(reader, names) {
    const { sizeBytes } = reader;
    const length = (0,inspect_bytes/* uint32 */.S8)(reader.read(0, PREFIX_BYTES), CONTINUED.length);
    if (PREFIX_BYTES + length + STREAM_END.length > sizeBytes)
        return (0,verdicts/* truncated */.ps)("it ends inside of its schema");
    // Numbers can look like the mark of the end: further forward it proves nothing.
    if (!(0,inspect_bytes/* hasAt */.ow)(reader.read(sizeBytes - STREAM_END.length, STREAM_END.length), 0, STREAM_END))
        return (0,tail_probe/* hasZeroTail */.dH)(reader) ? (0,verdicts/* damaged */.qM)(tail_probe/* ZERO_TAIL */.UU) : (0,verdicts/* truncated */.ps)("the mark of its end is missing");
    if (length > LONGEST)
        return (0,verdicts/* unknown */.L5)("its schema is too long to be read");
    const message = { bytes: reader.read(PREFIX_BYTES, length) };
    const schema = referredAt(message, follow(message, 0), MESSAGE.header);
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(fieldsOfSchema(message, schema, names), names) };
}

;// CONCATENATED MODULE: ./lib/inspect/counting-reader.js
/** The most that is ever read of one file. */
const MOST_BYTES = 1024 * 1024;
/** Ends an inspection that cannot come to an answer; its message is the reason. */
class NoAnswer extends Error {
    name = "NoAnswer";
}
/**
 * What lies outside of the file is no bytes.
 * `read` throws `NoAnswer` past `MOST_BYTES` in all, and where the file has become shorter since it was opened.
 */
function countReads(reader) {
    const { sizeBytes } = reader;
    let total = 0;
    const read = (offset, length) => {
        const wanted = offset < 0 ? 0 : Math.max(0, Math.min(length, sizeBytes - offset));
        if (total + wanted > MOST_BYTES)
            throw new NoAnswer("more than 1 MB would have to be read");
        const bytes = wanted > 0 ? reader.read(offset, wanted) : new Uint8Array();
        total += bytes.length;
        if (bytes.length < wanted)
            throw new NoAnswer("the file became shorter while it was read");
        return bytes;
    };
    return { sizeBytes, read, close: () => reader.close(), bytesRead: () => total };
}

;// CONCATENATED MODULE: ./lib/inspect/cursor.js

/** Ends a walk before its end; `findings` is what that says of the file. */
class WalkEnd extends Error {
    name = "WalkEnd";
    findings;
    constructor(findings) {
        super(findings.why);
        this.findings = findings;
    }
}
/** What `walk` finds, or what its end before the end says. @throws what is no `WalkEnd`. */
function findingsOfWalk(walk) {
    try {
        return walk();
    }
    catch (error) {
        if (error instanceof WalkEnd)
            return error.findings;
        throw error;
    }
}
const WINDOW_BYTES = 1024;
/** `mostBytes`: the most that is read in all; what is passed over does not count. */
function newCursor(reader, start, mostBytes) {
    let at = start;
    let window = new Uint8Array();
    let windowAt = start;
    let left = mostBytes;
    const load = (length) => {
        const wanted = Math.min(Math.max(length, WINDOW_BYTES), reader.sizeBytes - at);
        if (wanted > left)
            throw new WalkEnd((0,verdicts/* unknown */.L5)("what describes it is too long to be read"));
        left -= wanted;
        window = reader.read(at, wanted);
        windowAt = at;
    };
    const demand = (length) => {
        if (!(at + length <= reader.sizeBytes))
            throw new WalkEnd((0,verdicts/* truncated */.ps)("it ends too early"));
    };
    const take = (length) => {
        demand(length);
        if (at + length > windowAt + window.length)
            load(length);
        const from = at - windowAt;
        at += length;
        return window.subarray(from, from + length);
    };
    const skip = (length) => {
        demand(length);
        at += length;
    };
    return { at: () => at, take, skip };
}

;// CONCATENATED MODULE: ./lib/inspect/numbers.js
/**
 * A number of 1, 2, 4 or 8 bytes (a float: 4 or 8) as Python writes it: a whole float keeps its `.0`.
 * `undefined` for any other size.
 */
function showNumber(bytes, kind, isBigEndian = false) {
    if (kind === "float")
        return showFloat(bytes, !isBigEndian);
    if (![1, 2, 4, 8].includes(bytes.length))
        return undefined;
    const digits = isBigEndian ? [...bytes] : [...bytes].reverse();
    const value = digits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return String(kind === "signed" ? BigInt.asIntN(bytes.length * 8, value) : value);
}
function showFloat(bytes, isLittle) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length !== 4 && bytes.length !== 8)
        return undefined;
    const value = bytes.length === 4 ? view.getFloat32(0, isLittle) : view.getFloat64(0, isLittle);
    return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

;// CONCATENATED MODULE: ./lib/inspect/gguf-values.js





/** The types of fixed size, by their code. Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md */
const FIXED = new Map([
    [0, [1, "unsigned"]],
    [1, [1, "signed"]],
    [2, [2, "unsigned"]],
    [3, [2, "signed"]],
    [4, [4, "unsigned"]],
    [5, [4, "signed"]],
    [6, [4, "float"]],
    [7, [1, "bool"]],
    [10, [8, "unsigned"]],
    [11, [8, "signed"]],
    [12, [8, "float"]],
]);
const TEXT = 8;
const ARRAY = 9;
/** Longer texts (templates of a chat) are passed over; no field is as long. */
const gguf_values_LONGEST_TEXT = 1024;
const DEEPEST_ARRAY = 4;
function readUint32(cursor) {
    return (0,inspect_bytes/* uint32 */.S8)(cursor.take(4), 0);
}
function readUint64(cursor) {
    return (0,inspect_bytes/* uint64 */.VV)(cursor.take(8), 0);
}
/** A text; of a long one its beginning. */
function readText(cursor) {
    const length = readUint64(cursor);
    const text = (0,inspect_bytes/* textOf */.b6)(cursor.take(Math.min(length, gguf_values_LONGEST_TEXT)));
    if (length <= gguf_values_LONGEST_TEXT)
        return text;
    cursor.skip(length - gguf_values_LONGEST_TEXT);
    return (0,inspect_fields/* clip */.$Q)(text);
}
/** A value of this type, as a field shows it. @throws WalkEnd where the type is not known. */
function readValue(cursor, type) {
    if (type === TEXT)
        return readText(cursor);
    if (type === ARRAY) {
        passArray(cursor, 0);
        return inspect_fields/* OBJECT */.qv;
    }
    const [bytes, kind] = fixedType(type);
    const data = cursor.take(bytes);
    if (kind === "bool")
        return (0,inspect_bytes/* byteAt */.aL)(data, 0) === 0 ? "false" : "true";
    return showNumber(data, kind) ?? inspect_fields/* OBJECT */.qv;
}
function fixedType(type) {
    const fixed = FIXED.get(type);
    if (fixed === undefined)
        throw new WalkEnd((0,verdicts/* damaged */.qM)(`its metadata holds a value of the type ${type}, which is none`));
    return fixed;
}
/** Numbers are passed over at once; texts have to be read one after the other. */
function passArray(cursor, depth) {
    if (depth === DEEPEST_ARRAY)
        throw new WalkEnd((0,verdicts/* unknown */.L5)("its metadata is nested too deeply"));
    const type = readUint32(cursor);
    const length = readUint64(cursor);
    if (type !== TEXT && type !== ARRAY)
        return cursor.skip(length * fixedType(type)[0]);
    for (let place = 0; place < length; place += 1) {
        if (type === TEXT)
            cursor.skip(readUint64(cursor));
        else
            passArray(cursor, depth + 1);
    }
}

;// CONCATENATED MODULE: ./lib/inspect/gguf-tensors.js



/**
 * Numbers in a block and bytes of it, by the code of the type.
 * Source: GGML_QUANT_SIZES in gguf-py/gguf/constants.py of llama.cpp.
 */
const BLOCKS = new Map([
    [0, [1, 4]],
    [1, [1, 2]],
    [2, [32, 18]],
    [3, [32, 20]],
    [6, [32, 22]],
    [7, [32, 24]],
    [8, [32, 34]],
    [9, [32, 40]],
    [10, [256, 84]],
    [11, [256, 110]],
    [12, [256, 144]],
    [13, [256, 176]],
    [14, [256, 210]],
    [15, [256, 292]],
    [16, [256, 66]],
    [17, [256, 74]],
    [18, [256, 98]],
    [19, [256, 50]],
    [20, [32, 18]],
    [21, [256, 110]],
    [22, [256, 82]],
    [23, [256, 136]],
    [24, [1, 1]],
    [25, [1, 2]],
    [26, [1, 4]],
    [27, [1, 8]],
    [28, [1, 8]],
    [29, [256, 56]],
    [30, [1, 2]],
    [34, [256, 54]],
    [35, [256, 66]],
    [39, [32, 17]],
    [40, [64, 36]],
    [41, [128, 18]],
]);
const MOST_DIMENSIONS = 4;
/**
 * Reads the list of tensors: where the last of them ends, counted from the first.
 * @throws WalkEnd where they do not follow one another, as every reader of the format demands.
 */
function readTensors(cursor, amount, alignment) {
    let end = 0;
    for (let place = 0; place < amount; place += 1) {
        const name = readText(cursor);
        const bytes = readSize(cursor, name);
        if (readUint64(cursor) !== Math.ceil(end / alignment) * alignment)
            throw new WalkEnd((0,verdicts/* damaged */.qM)(`its tensor ${name} does not follow the one before`));
        end = Math.ceil(end / alignment) * alignment + bytes;
    }
    return end;
}
function readSize(cursor, name) {
    const dimensions = readUint32(cursor);
    if (dimensions > MOST_DIMENSIONS)
        throw new WalkEnd((0,verdicts/* damaged */.qM)(`its tensor ${name} has ${dimensions} dimensions`));
    let numbers = 1;
    for (let place = 0; place < dimensions; place += 1)
        numbers *= readUint64(cursor);
    const type = readUint32(cursor);
    const [blockNumbers, blockBytes] = BLOCKS.get(type) ?? [0, 0];
    if (blockNumbers === 0)
        throw new WalkEnd((0,verdicts/* unknown */.L5)(`the size of its tensors of type ${type} is not known here`));
    return Math.ceil(numbers / blockNumbers) * blockBytes;
}

;// CONCATENATED MODULE: ./lib/inspect/gguf.js







/**
 * Keys and values, the list of tensors, the tensors. The fields are keys, their values texts, numbers or truth values.
 * Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3.
 */
const gguf = { name: "gguf", fits, inspect };
const gguf_MAGIC = [0x47, 0x47, 0x55, 0x46];
const MAGIC_BYTES = 8;
function fits({ fileName, head }) {
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, gguf_MAGIC) || fileName.toLowerCase().endsWith(".gguf");
}
function inspect(reader, names) {
    const start = reader.read(0, MAGIC_BYTES);
    if (!(0,inspect_bytes/* hasAt */.ow)(start, 0, gguf_MAGIC.slice(0, start.length)))
        return (0,verdicts/* damaged */.qM)("it does not begin as GGUF");
    if (start.length < MAGIC_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its header");
    const version = (0,inspect_bytes/* uint32 */.S8)(start, gguf_MAGIC.length);
    if (version !== 2 && version !== 3)
        return (0,verdicts/* unknown */.L5)("its version is not known here");
    const fields = new Map();
    const found = findingsOfWalk(() => inspectHeader(reader, names, fields));
    return (0,verdicts/* withFields */.qO)(found, fields, names);
}
/** Vocabularies of some 30,000 words; those of large language models are often longer. */
const LONGEST_HEADER = 512 * 1024;
function inspectHeader(reader, names, fields) {
    const cursor = newCursor(reader, MAGIC_BYTES, LONGEST_HEADER);
    const tensorCount = readUint64(cursor);
    const alignment = readMetadata(cursor, names, fields);
    const tensorBytes = readTensors(cursor, tensorCount, alignment);
    const start = aligned(cursor.at(), alignment);
    const end = tensorCount === 0 ? cursor.at() : start + tensorBytes;
    // Writers differ in whether the last tensor is filled up to the alignment.
    const isFilled = reader.sizeBytes > end && reader.sizeBytes <= aligned(end, alignment);
    const fault = isFilled ? undefined : (0,verdicts/* faultOfSize */.RX)(reader.sizeBytes, end);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    return (0,tail_probe/* hasZeroTail */.dH)(reader, start) ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
}
const ALIGNMENT = "general.alignment";
const USUAL_ALIGNMENT = 32;
/** Sets the fields; gives the alignment of the tensors. */
function readMetadata(cursor, names, fields) {
    let alignment = USUAL_ALIGNMENT;
    const keyCount = readUint64(cursor);
    for (let place = 0; place < keyCount; place += 1) {
        const key = readText(cursor);
        const value = readValue(cursor, readUint32(cursor));
        (0,inspect_fields/* setField */.x)(fields, names, [key, value]);
        if (key === ALIGNMENT)
            alignment = Number(value);
    }
    if (!Number.isSafeInteger(alignment) || alignment < 1)
        throw new WalkEnd((0,verdicts/* damaged */.qM)("its alignment is no number"));
    return alignment;
}
function aligned(place, alignment) {
    return Math.ceil(place / alignment) * alignment;
}

;// CONCATENATED MODULE: ./lib/inspect/hdf5-heap.js


/** Longer objects are not read: no field is as long. */
const LONGEST_IN_HEAP = 4096;
const HEAP = [0x47, 0x43, 0x4f, 0x4c, 1];
const HEAP_PREFIX = 8;
const MOST_OF_HEAP = 16 * 1024;
/**
 * The object of this number in the global heap at the place `at`; `undefined` where there is none or it is long.
 * Source: HDF5 File Format Specification 3.0, section III.E.
 */
function readFromHeap({ reader, lengthBytes }, at, number) {
    try {
        const cursor = newCursor(reader, at, MOST_OF_HEAP);
        if (!(0,inspect_bytes/* hasAt */.ow)(cursor.take(HEAP_PREFIX), 0, HEAP))
            return undefined;
        const end = at + (0,inspect_bytes/* uintOf */.aA)(cursor.take(lengthBytes));
        while (cursor.at() < end) {
            const found = (0,inspect_bytes/* uint16 */.oe)(cursor.take(8), 0);
            const size = (0,inspect_bytes/* uintOf */.aA)(cursor.take(lengthBytes));
            if (found === number)
                return size > LONGEST_IN_HEAP ? undefined : cursor.take(size);
            if (found === 0)
                return undefined;
            cursor.skip(Math.ceil(size / 8) * 8);
        }
        return undefined;
    }
    catch (error) {
        if (error instanceof WalkEnd)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/inspect/hdf5-objects.js

const CONTINUATION = 0x10;
/** Of a header with very many or very long attributes only so much is read. */
const MOST_READ = 96 * 1024;
const MOST_CHUNKS = 64;
/**
 * The messages of the object at `address`, as far as 96 KB hold them; `undefined` where no object begins there.
 * Source: HDF5 File Format Specification 3.0, section IV.A.
 */
function readMessages(file, address) {
    const start = file.origin + address;
    const header = readHeader(file.reader.read(start, LONGEST_PREFIX), start);
    if (header === undefined)
        return undefined;
    const { layout, first } = header;
    const chunks = [first];
    const messages = [];
    let left = MOST_READ;
    for (const chunk of chunks) {
        left -= chunk.bytes;
        if (left < 0 || chunks.length > MOST_CHUNKS)
            break;
        for (const message of parseMessages(file.reader.read(chunk.at, chunk.bytes), layout)) {
            if (message.type === CONTINUATION)
                chunks.push(nextChunk(file, message, layout));
            else
                messages.push(message);
        }
    }
    return messages;
}
const LONGEST_PREFIX = 34;
const OLD_PREFIX = 16;
const OLD_LAYOUT = { prefixBytes: 8, typeBytes: 2 };
const SIGNATURE = [0x4f, 0x48, 0x44, 0x52];
/** The flags of a header: the size of its size, and what it has room for. */
const SIZE_BITS = 0x03;
const HAS_ORDER = 0x04;
const HAS_PHASES = 0x10;
const HAS_TIMES = 0x20;
function readHeader(bytes, at) {
    if ((0,inspect_bytes/* hasAt */.ow)(bytes, 0, [1, 0]))
        return { layout: OLD_LAYOUT, first: { at: at + OLD_PREFIX, bytes: (0,inspect_bytes/* uint32 */.S8)(bytes, 8) } };
    if (!(0,inspect_bytes/* hasAt */.ow)(bytes, 0, [...SIGNATURE, 2]))
        return undefined;
    const flags = (0,inspect_bytes/* byteAt */.aL)(bytes, 5);
    const sizeAt = 6 + ((flags & HAS_TIMES) === 0 ? 0 : 16) + ((flags & HAS_PHASES) === 0 ? 0 : 4);
    const sizeBytes = 2 ** (flags & SIZE_BITS);
    const size = (0,inspect_bytes/* uintOf */.aA)(bytes.subarray(sizeAt, sizeAt + sizeBytes));
    const prefixBytes = (flags & HAS_ORDER) === 0 ? 4 : 6;
    return {
        layout: { prefixBytes, typeBytes: 1 },
        first: { at: at + sizeAt + sizeBytes, bytes: size },
    };
}
function parseMessages(bytes, { prefixBytes, typeBytes }) {
    const messages = [];
    let at = 0;
    while (at + prefixBytes <= bytes.length) {
        const start = at + prefixBytes;
        const end = start + (0,inspect_bytes/* uint16 */.oe)(bytes, at + typeBytes);
        if (end > bytes.length)
            break;
        const type = (0,inspect_bytes/* uintOf */.aA)(bytes.subarray(at, at + typeBytes));
        messages.push({ type, data: bytes.subarray(start, end) });
        at = end;
    }
    return messages;
}
const CONTINUED_SIGNATURE_BYTES = 4;
const CHECKSUM_BYTES = 4;
function nextChunk({ origin, offsetBytes, lengthBytes }, { data }, layout) {
    const at = origin + (0,inspect_bytes/* uintOf */.aA)(data.subarray(0, offsetBytes));
    const bytes = (0,inspect_bytes/* uintOf */.aA)(data.subarray(offsetBytes, offsetBytes + lengthBytes));
    if (layout === OLD_LAYOUT)
        return { at, bytes };
    const around = CONTINUED_SIGNATURE_BYTES + CHECKSUM_BYTES;
    return { at: at + CONTINUED_SIGNATURE_BYTES, bytes: Math.max(0, bytes - around) };
}

;// CONCATENATED MODULE: ./lib/inspect/hdf5-attributes.js





const ATTRIBUTE = 0x0c;
/**
 * The fields among the attributes that the header of an object holds; `undefined` where no object is at `address`.
 * Those that stand elsewhere, as they do where there are more than eight in a file of the newer layout, are not
 * looked for. Source: HDF5 File Format Specification 3.0, sections IV.A.2.b, d and m.
 */
function readAttributes(file, address, names) {
    const messages = readMessages(file, address);
    if (messages === undefined)
        return undefined;
    const fields = new Map();
    for (const { type, data } of messages) {
        if (type !== ATTRIBUTE)
            continue;
        const attribute = parseAttribute(data);
        const isField = [names.statusField, names.versionField].includes(attribute?.name ?? "");
        const value = attribute !== undefined && isField ? hdf5_attributes_valueOf(file, attribute) : undefined;
        if (attribute !== undefined && value !== undefined)
            (0,inspect_fields/* setField */.x)(fields, names, [attribute.name, value]);
    }
    return fields;
}
/** A datatype that is kept elsewhere, for several attributes. */
const SHARED_TYPE = 1;
function parseAttribute(bytes) {
    const version = (0,inspect_bytes/* byteAt */.aL)(bytes, 0);
    if (version < 1 || version > 3)
        return undefined;
    if (version > 1 && ((0,inspect_bytes/* byteAt */.aL)(bytes, 1) & SHARED_TYPE) !== 0)
        return undefined;
    let at = version === 3 ? 9 : 8;
    const next = (size) => {
        const start = at;
        at += version === 1 ? Math.ceil(size / 8) * 8 : size;
        return bytes.subarray(start, start + size);
    };
    const name = (0,inspect_bytes/* textOf */.b6)((0,inspect_bytes/* withoutPadding */.gl)(next((0,inspect_bytes/* uint16 */.oe)(bytes, 2))));
    const datatype = next((0,inspect_bytes/* uint16 */.oe)(bytes, 4));
    const dataspace = next((0,inspect_bytes/* uint16 */.oe)(bytes, 6));
    return { name, datatype, dataspace, data: bytes.subarray(at) };
}
const CLASS = { integer: 0, float: 1, text: 3, enumeration: 8, variable: 9 };
const BIG_ENDIAN = 0x01;
const SIGNED = 0x08;
/** As a field shows it; `undefined` where it cannot be read. */
function hdf5_attributes_valueOf(file, { datatype, dataspace, data }) {
    if (!isSingle(dataspace))
        return inspect_fields/* OBJECT */.qv;
    const flags = (0,inspect_bytes/* byteAt */.aL)(datatype, 1);
    const size = (0,inspect_bytes/* uint32 */.S8)(datatype, 4);
    if (data.length < size)
        return undefined;
    const bytes = data.subarray(0, size);
    switch ((0,inspect_bytes/* byteAt */.aL)(datatype, 0) & 0x0f) {
        case CLASS.integer:
            return hasWholeBytes(datatype, size)
                ? showNumber(bytes, (flags & SIGNED) === 0 ? "unsigned" : "signed", isBig(flags))
                : undefined;
        case CLASS.float:
            return hasWholeBytes(datatype, size) ? showNumber(bytes, "float", isBig(flags)) : undefined;
        case CLASS.text:
            return textOfFixed(bytes, flags);
        case CLASS.enumeration:
            return isTruth(datatype) ? String((0,inspect_bytes/* byteAt */.aL)(bytes, 0) !== 0) : inspect_fields/* OBJECT */.qv;
        case CLASS.variable:
            return (flags & KIND) === TEXT_KIND ? textOfVariable(file, bytes) : inspect_fields/* OBJECT */.qv;
        default:
            return inspect_fields/* OBJECT */.qv;
    }
}
const NO_VALUE = 2;
/** One value without dimensions; in version 2 a dataspace may also say that there is none. */
function isSingle(dataspace) {
    const isNone = (0,inspect_bytes/* byteAt */.aL)(dataspace, 0) === 2 && (0,inspect_bytes/* byteAt */.aL)(dataspace, 3) === NO_VALUE;
    return (0,inspect_bytes/* byteAt */.aL)(dataspace, 1) === 0 && !isNone;
}
function isBig(flags) {
    return (flags & BIG_ENDIAN) !== 0;
}
/** Numbers may leave bits of their bytes unused; those are not shown. */
function hasWholeBytes(datatype, size) {
    return (0,inspect_bytes/* uint16 */.oe)(datatype, 8) === 0 && (0,inspect_bytes/* uint16 */.oe)(datatype, 10) === size * 8;
}
/** What h5py makes of a truth value: an enumeration of FALSE and TRUE in one byte. */
function isTruth(datatype) {
    const isPair = (0,inspect_bytes/* uint16 */.oe)(datatype, 1) === 2 && (0,inspect_bytes/* uint32 */.S8)(datatype, 4) === 1;
    return isPair && (0,inspect_bytes/* textOf */.b6)(datatype).replaceAll("\0", "").endsWith("FALSETRUE\u0001");
}
const PADDING = 0x0f;
const ENDS_AT_ZERO = 0;
const PADDED_BY_SPACES = 2;
const SPACE = 0x20;
function textOfFixed(bytes, flags) {
    const end = bytes.indexOf(0);
    if ((flags & PADDING) === ENDS_AT_ZERO)
        return (0,inspect_bytes/* textOf */.b6)(end < 0 ? bytes : bytes.subarray(0, end));
    return (0,inspect_bytes/* textOf */.b6)((0,inspect_bytes/* withoutPadding */.gl)(bytes, (flags & PADDING) === PADDED_BY_SPACES ? SPACE : 0));
}
const KIND = 0x0f;
const TEXT_KIND = 1;
/** A text of any length lies in a heap, and the attribute holds its length, the heap's address and its number there. */
function textOfVariable(file, bytes) {
    const { offsetBytes, origin } = file;
    const length = (0,inspect_bytes/* uint32 */.S8)(bytes, 0);
    const address = (0,inspect_bytes/* uintOf */.aA)(bytes.subarray(4, 4 + offsetBytes));
    const number = (0,inspect_bytes/* uint32 */.S8)(bytes, 4 + offsetBytes);
    if (length === 0)
        return "";
    const found = readFromHeap(file, origin + address, number);
    return found === undefined || found.length < length
        ? undefined
        : (0,inspect_bytes/* textOf */.b6)((0,inspect_bytes/* withoutPadding */.gl)(found.subarray(0, length)));
}

;// CONCATENATED MODULE: ./lib/inspect/hdf5.js




/**
 * A superblock that tells the size, then objects that refer to one another. The fields are attributes of the root
 * group. Source: HDF5 File Format Specification 3.0, section II.A (superblock versions 0 to 3).
 */
const hdf5 = { name: "hdf5", fits: hdf5_fits, inspect: hdf5_inspect };
const NAME = /\.(?:h5|hdf5|he5|h5ad)$/i;
const hdf5_SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** A block of the user's own may stand before the superblock, which then lies at a power of two. */
const FIRST_PLACE = 512;
const LAST_PLACE = 512 * 1024;
function hdf5_fits({ fileName, head }) {
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, hdf5_SIGNATURE) || NAME.test(fileName);
}
function hdf5_inspect(reader, names) {
    const origin = findSuperblock(reader);
    if (origin === undefined)
        return faultOfBeginning(reader);
    const superblock = readSuperblock(reader, origin);
    if ("structure" in superblock)
        return superblock;
    if (superblock.isOpen)
        return (0,verdicts/* truncated */.ps)("it was not closed: it is being written, or its writer died");
    const fault = (0,verdicts/* faultOfSize */.RX)(reader.sizeBytes, superblock.endAt);
    if (fault !== undefined)
        return fault;
    const fields = readAttributes(superblock, superblock.rootAt, names);
    if (fields === undefined)
        return (0,verdicts/* damaged */.qM)("its root group does not lie where it should");
    // Zeros are a legal end of an array, so they are a doubt and no proof.
    const hasDoubt = (0,tail_probe/* hasZeroTail */.dH)(reader, origin + LONGEST_SUPERBLOCK);
    return (0,verdicts/* withFields */.qO)(hasDoubt ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" }, fields, names);
}
/** Of a file that is kept in several parts, only the first begins as HDF5, and all have its name. */
function faultOfBeginning(reader) {
    if ((0,tail_probe/* hasZeroHead */.xd)(reader))
        return (0,verdicts/* damaged */.qM)("it begins in zeros");
    const head = reader.read(0, hdf5_SIGNATURE.length);
    return head.length < hdf5_SIGNATURE.length
        ? (0,verdicts/* truncated */.ps)("it ends before its header")
        : (0,verdicts/* unknown */.L5)("it does not begin as HDF5");
}
function findSuperblock(reader) {
    let place = 0;
    while (place <= LAST_PLACE && place < reader.sizeBytes) {
        if ((0,inspect_bytes/* hasAt */.ow)(reader.read(place, hdf5_SIGNATURE.length), 0, hdf5_SIGNATURE))
            return place;
        place = place === 0 ? FIRST_PLACE : place * 2;
    }
    return undefined;
}
const SHORTEST_SUPERBLOCK = 24;
const LONGEST_SUPERBLOCK = 128;
/** Where the addresses begin in each version, and which of them is that of the end. */
const VERSIONS = [
    { sizesAt: 13, addressesAt: 24, root: 5 },
    { sizesAt: 13, addressesAt: 28, root: 5 },
    { sizesAt: 9, addressesAt: 12, root: 3 },
    { sizesAt: 9, addressesAt: 12, root: 3 },
];
const END = 2;
const DRIVER = 3;
const OPEN_AT = 11;
/** Open for writing, or for writing while others read. */
const OPEN = 0x05;
function readSuperblock(reader, origin) {
    const bytes = reader.read(origin, LONGEST_SUPERBLOCK);
    if (bytes.length < SHORTEST_SUPERBLOCK)
        return (0,verdicts/* truncated */.ps)("it ends before its header");
    const version = (0,inspect_bytes/* byteAt */.aL)(bytes, hdf5_SIGNATURE.length);
    const layout = VERSIONS[version];
    if (layout === undefined)
        return (0,verdicts/* unknown */.L5)("its version is not known here");
    const { sizesAt, addressesAt, root } = layout;
    const [offsetBytes, lengthBytes] = [(0,inspect_bytes/* byteAt */.aL)(bytes, sizesAt), (0,inspect_bytes/* byteAt */.aL)(bytes, sizesAt + 1)];
    if (![2, 4, 8].includes(offsetBytes) || ![2, 4, 8].includes(lengthBytes))
        return (0,verdicts/* damaged */.qM)("its addresses have no size");
    const addressesEnd = addressesAt + (root + 1) * offsetBytes;
    if (bytes.length < addressesEnd)
        return (0,verdicts/* truncated */.ps)("it ends before its header");
    const address = (place) => (0,inspect_bytes/* uintOf */.aA)(bytes.subarray(addressesAt + place * offsetBytes).subarray(0, offsetBytes));
    if (version < 2 && address(DRIVER) < 2 ** (8 * offsetBytes) - 1)
        return (0,verdicts/* unknown */.L5)("it is one of several files that belong together");
    return {
        reader,
        origin,
        offsetBytes,
        lengthBytes,
        rootAt: address(root),
        // The end is counted from the beginning of the file as it was when no block stood before it.
        endAt: address(END) + origin - address(0),
        isOpen: version > 1 && ((0,inspect_bytes/* byteAt */.aL)(bytes, OPEN_AT) & OPEN) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/inspect/inspection.js
const BEGINNING_BYTES = 512;

;// CONCATENATED MODULE: ./lib/inspect/gzip.js




/**
 * A gzip stream. Nothing is unpacked, so that only one kind of it can be called sound: BGZF, the blocks of genomics,
 * which ends in an empty block.
 * Sources: RFC 1952; "The BGZF compression format" in the SAM specification.
 */
const gzip = {
    name: "gzip",
    fits: (beginning) => beginsWith(beginning, gzip_MAGIC, /\.t?gz$/i),
    inspect: gzip_inspect,
};
/** The third byte is the only method that there is. */
const gzip_MAGIC = [0x1f, 0x8b, 8];
const HEADER_BYTES = 10;
/** Checksum and size of the content. */
const TRAILER_BYTES = 8;
const FLAGS_AT = 3;
const RESERVED_FLAGS = 0xe0;
/** Deflate makes at most this many bytes of one. Source: "Maximum Compression Factor" in zlib's technical details. */
const MOST_PER_BYTE = 1032;
function gzip_inspect(reader) {
    const { sizeBytes } = reader;
    const head = reader.read(0, BGZF_HEADER_BYTES);
    if ((0,inspect_bytes/* isAllZero */.y3)(head))
        return (0,verdicts/* damaged */.qM)("it begins in zeros");
    if (sizeBytes < HEADER_BYTES + TRAILER_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its content");
    if (((0,inspect_bytes/* byteAt */.aL)(head, FLAGS_AT) & RESERVED_FLAGS) !== 0)
        return (0,verdicts/* damaged */.qM)("its header cannot be read");
    if (isBgzf(head))
        return faultOfEnd(reader, BGZF_END, 0) ?? { structure: "sound" };
    if ((0,tail_probe/* hasZeroTail */.dH)(reader))
        return (0,verdicts/* damaged */.qM)(tail_probe/* ZERO_TAIL */.UU);
    const said = (0,inspect_bytes/* uint32 */.S8)(reader.read(sizeBytes - 4, 4), 0);
    if (said > sizeBytes * MOST_PER_BYTE)
        return (0,verdicts/* truncated */.ps)("it does not end with the size of its content");
    return (0,verdicts/* unknown */.L5)("a gzip stream shows only when it is unpacked whether it is whole");
}
const EXTRA_FLAG = 4;
const BGZF_HEADER_BYTES = 18;
const BGZF_FIELD = [0x42, 0x43, 2, 0];
const BGZF_END = [
    ...[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, ...BGZF_FIELD, 0x1b, 0],
    ...[3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
];
function isBgzf(head) {
    const hasExtra = ((0,inspect_bytes/* byteAt */.aL)(head, FLAGS_AT) & EXTRA_FLAG) !== 0;
    return hasExtra && (0,inspect_bytes/* uint16 */.oe)(head, HEADER_BYTES) >= 6 && (0,inspect_bytes/* hasAt */.ow)(head, HEADER_BYTES + 2, BGZF_FIELD);
}

;// CONCATENATED MODULE: ./lib/inspect/json-tokens.js
const MARKS = new Map(["{", "}", "[", "]", ":", ","].map((mark) => [mark, mark]));
/**
 * The token at `at`; `cut` where the text ends inside of it, `broken` where there is none.
 * `NaN` and `Infinity` are taken, since Python writes them; escapes in a text are not checked.
 */
function tokenAt(text, at) {
    const kind = MARKS.get(text[at]);
    if (kind !== undefined)
        return { kind, start: at, end: at + 1 };
    return text[at] === '"' ? json_tokens_textAt(text, at) : scalarAt(text, at);
}
/** The first place from `at` on that is no blank. */
function skipBlanks(text, at) {
    let place = at;
    while (isBlank(text.charCodeAt(place)))
        place += 1;
    return place;
}
/** The text between two quotes, without its escapes; as it stands where they are wrong. */
function unquote(quoted) {
    try {
        const text = JSON.parse(quoted);
        return String(text);
    }
    catch {
        return quoted;
    }
}
function isBlank(code) {
    return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
function json_tokens_textAt(text, start) {
    for (let at = start + 1; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === QUOTE)
            return { kind: "text", start, end: at + 1 };
        if (code < 0x20)
            return "broken";
        if (code === BACKSLASH)
            at += 1;
    }
    return "cut";
}
const SCALAR = /-?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Infinity)|NaN|true|false|null/iy;
const CUT_SCALAR = /[-+.\w]{1,40}$/y;
function scalarAt(text, start) {
    SCALAR.lastIndex = start;
    const end = start + (SCALAR.exec(text)?.[0].length ?? 0);
    CUT_SCALAR.lastIndex = start;
    if (CUT_SCALAR.test(text))
        return "cut";
    return end > start ? { kind: "scalar", start, end } : "broken";
}

;// CONCATENATED MODULE: ./lib/inspect/json-scan.js


/** Scans the JSON object or array that begins at `start`. */
function scanJson(text, names, start) {
    return scan(text, start, newState(names, { open: [], expected: "value" }));
}
/** Scans the rest of an object from one of its keys on. */
function scanRestOfObject(text, names, start) {
    return scan(text, start, newState(names, { open: ["{"], expected: "key" }));
}
function newState(names, begin) {
    return { names, fields: new Map(), key: "", ...begin };
}
function scan(text, start, state) {
    const { fields } = state;
    let at = skipBlanks(text, start);
    while (at < text.length) {
        const token = tokenAt(text, at);
        if (typeof token === "string")
            return { ended: token, at, fields };
        if (!accept(state, token, text))
            return { ended: "broken", at, fields };
        if (state.open.length === 0)
            return { ended: "whole", at: token.end, fields };
        at = skipBlanks(text, token.end);
    }
    return { ended: "cut", at, fields };
}
/** `false` where the token has no place here. */
function accept(state, token, text) {
    switch (token.kind) {
        case "{":
        case "[":
            return acceptValue(state, inspect_fields/* OBJECT */.qv) && json_scan_open(state, token.kind);
        case "}":
            return json_scan_close(state, "{", "first key");
        case "]":
            return json_scan_close(state, "[", "first value");
        case ":":
            return go(state, "colon", "value");
        case ",":
            return go(state, "next", state.open.at(-1) === "{" ? "key" : "value");
        case "text":
            return state.expected === "key" || state.expected === "first key"
                ? acceptKey(state, token, text)
                : acceptValue(state, isOutermost(state) ? unquote(text.slice(token.start, token.end)) : "");
        case "scalar":
            return acceptValue(state, text.slice(token.start, token.end));
    }
}
function acceptKey(state, { start, end }, text) {
    if (isOutermost(state))
        state.key = unquote(text.slice(start, end));
    state.expected = "colon";
    return true;
}
function acceptValue(state, value) {
    if (state.expected !== "value" && state.expected !== "first value")
        return false;
    if (isOutermost(state) && state.open[0] === "{")
        (0,inspect_fields/* setField */.x)(state.fields, state.names, [state.key, value]);
    state.expected = "next";
    return true;
}
function json_scan_open(state, kind) {
    state.open.push(kind);
    state.expected = kind === "{" ? "first key" : "first value";
    return true;
}
function json_scan_close(state, kind, whenEmpty) {
    if (state.open.at(-1) !== kind)
        return false;
    if (state.expected !== "next" && state.expected !== whenEmpty)
        return false;
    state.open.pop();
    state.expected = "next";
    return true;
}
function go(state, from, to) {
    if (state.expected !== from)
        return false;
    state.expected = to;
    return true;
}
function isOutermost(state) {
    return state.open.length === 1;
}

;// CONCATENATED MODULE: ./lib/inspect/json.js




/**
 * A JSON document: an object or an array in a file named `.json`. The fields are those of the outermost object.
 * One of zeros alone is a document whose bytes never reached the disk.
 * Documents one after the other, lines under the name of a document, are left alone: any of them may be the last.
 */
const json = { name: "json", fits: json_fits, inspect: json_inspect };
function json_fits({ fileName, head }) {
    if (!fileName.toLowerCase().endsWith(".json"))
        return false;
    return (head.length > 0 && (0,inspect_bytes/* isAllZero */.y3)(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test((0,inspect_bytes/* textOf */.b6)(head));
}
const LONGEST_WHOLE = 256 * 1024;
const json_HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;
function json_inspect(reader, names) {
    const { sizeBytes } = reader;
    if (sizeBytes <= LONGEST_WHOLE)
        return inspectWhole((0,inspect_bytes/* textOf */.b6)(reader.read(0, sizeBytes)), names);
    const head = (0,inspect_bytes/* textOf */.b6)(reader.read(0, json_HEAD_BYTES));
    const tail = (0,inspect_bytes/* textOf */.b6)(reader.read(sizeBytes - TAIL_BYTES, TAIL_BYTES));
    return inspectEnds({ head, tail }, names);
}
function inspectWhole(text, names) {
    const start = startOf(text);
    const first = scanJson(text, names, start);
    const fault = faultOf(first) ?? faultOfRest(text, names, first.at);
    return fault ?? { structure: "sound", ...(0,inspect_fields/* named */.KT)(first.fields, names) };
}
/** Behind a byte order mark. */
function startOf(text) {
    return skipBlanks(text, text.startsWith("\uFEFF") ? 1 : 0);
}
function faultOf({ ended }) {
    if (ended === "cut")
        return { structure: "truncated", why: "it ends before its outermost value does" };
    return ended === "broken" ? { structure: "damaged", why: "it is no JSON" } : undefined;
}
/** `undefined` where nothing follows the first document. */
function faultOfRest(text, names, firstEnd) {
    let at = skipBlanks(text, firstEnd);
    if (at === text.length)
        return undefined;
    while (at < text.length) {
        if (text[at] !== "{" && text[at] !== "[")
            return { structure: "damaged", why: "after its end there is more" };
        const next = scanJson(text, names, at);
        const fault = faultOf(next);
        if (fault !== undefined)
            return fault;
        at = skipBlanks(text, next.at);
    }
    return JSON_LINES;
}
const JSON_LINES = { structure: "unknown", why: "several documents one after the other" };
function inspectEnds(ends, names) {
    const { head, tail } = ends;
    const start = startOf(head);
    const first = scanJson(head, names, start);
    if (first.ended === "broken" || tail.includes("\0"))
        return { structure: "damaged", why: "it is no JSON" };
    const closer = head[start] === "{" ? "}" : "]";
    if (!tail.trimEnd().endsWith(closer))
        return { structure: "truncated", why: "it does not end with the end of a document" };
    if (first.ended === "whole")
        return JSON_LINES;
    const fields = new Map([...first.fields, ...lastFields(tail, names)]);
    return { ...structureOf(ends, start), ...(0,inspect_fields/* named */.KT)(fields, names) };
}
/**
 * A document cut behind an inner bracket looks like a whole one. Only where lines are indented does the bracket at
 * the beginning of its line belong to the outermost value.
 */
function structureOf({ head, tail }, start) {
    const isIndented = /^.\r?\n[ \t]/.test(head.slice(start)) && /\n[}\]]\s*$/.test(tail);
    return isIndented
        ? { structure: "sound" }
        : { structure: "unknown", why: "it is too long to be read whole" };
}
/** So many characters are scanned in search of the last fields, so that a file made for it cannot cost seconds. */
const MOST_CHARACTERS = 128 * TAIL_BYTES;
/**
 * Fields among the last entries of the outermost object: those from the first key on whose object ends with the text.
 * A quote behind a comma or an opening brace begins a key or a text; taken inside of a text it leads to no such end.
 */
function lastFields(tail, names) {
    let scanned = 0;
    for (const { index, 0: mark } of tail.matchAll(/[{,]\s*(?=")/g)) {
        const { ended, at, fields } = scanRestOfObject(tail, names, index + mark.length);
        if (ended === "whole" && skipBlanks(tail, at) === tail.length)
            return fields;
        scanned += at - index;
        if (scanned > MOST_CHARACTERS)
            break;
    }
    return new Map();
}

;// CONCATENATED MODULE: ./lib/inspect/json-lines.js





/**
 * One JSON value a line, in a file named `.jsonl` or `.ndjson`. The first and the last line are looked at; the fields
 * are those of the last, if it is an object.
 * Source: https://jsonlines.org.
 */
const jsonLines = {
    name: "jsonl",
    fits: ({ fileName }) => /\.(?:jsonl|ndjson)$/i.test(fileName),
    inspect: json_lines_inspect,
};
const json_lines_HEAD_BYTES = 16 * 1024;
/** Longer and longer pieces of the end, until the last line begins inside of one. */
const json_lines_TAIL_BYTES = [8 * 1024, 64 * 1024, 512 * 1024];
const NEWLINE = 0x0a;
function json_lines_inspect(reader, names) {
    const last = findLastLine(reader);
    if (last === "long")
        return (0,verdicts/* unknown */.L5)("its last line is too long to be read");
    if (last === undefined)
        return (0,verdicts/* unknown */.L5)("it holds only blank lines");
    if (last.includes(0))
        return (0,verdicts/* damaged */.qM)("it ends in bytes that are no text");
    const line = readLine((0,inspect_bytes/* textOf */.b6)(last), names);
    if (line.ended === "cut")
        return (0,verdicts/* truncated */.ps)("its last line ends before its value does");
    if (line.ended === "broken")
        return (0,verdicts/* damaged */.qM)("its last line is no JSON");
    if (isFirstLineBroken(reader, names))
        return (0,verdicts/* damaged */.qM)("its first line is no JSON");
    // A whole value is no cut one, but a number may be.
    const isEnded = last.at(-1) === NEWLINE;
    return {
        ...(isEnded ? { structure: "sound" } : (0,verdicts/* unknown */.L5)("no end of line follows its last line")),
        ...(0,inspect_fields/* named */.KT)(line.fields, names),
    };
}
/** The last line that is not blank, with what ends it; `undefined` where there is none. */
function findLastLine(reader) {
    const { sizeBytes } = reader;
    for (const length of json_lines_TAIL_BYTES) {
        const start = Math.max(0, sizeBytes - length);
        const tail = reader.read(start, length);
        const end = tail.findLastIndex((byte) => !json_lines_isBlank(byte)) + 1;
        const before = end === 0 ? -1 : tail.lastIndexOf(NEWLINE, end - 1);
        if (before === -1 && start > 0)
            continue;
        return end === 0 ? undefined : tail.subarray(before + 1, endOfLine(tail, end));
    }
    return "long";
}
function endOfLine(tail, end) {
    const newline = tail.indexOf(NEWLINE, end);
    return newline === -1 ? tail.length : newline + 1;
}
function json_lines_isBlank(byte) {
    return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}
/** A first line of which the end was not read is no objection. */
function isFirstLineBroken(reader, names) {
    const head = reader.read(0, json_lines_HEAD_BYTES);
    const end = head.indexOf(NEWLINE);
    if (end === -1)
        return false;
    const text = (0,inspect_bytes/* textOf */.b6)(head.subarray(0, end));
    return text.trim() !== "" && readLine(text, names).ended !== "whole";
}
function readLine(line, names) {
    const start = skipBlanks(line, line.startsWith("\uFEFF") ? 1 : 0);
    const isNested = line[start] === "{" || line[start] === "[";
    const { ended, at, fields } = isNested ? scanJson(line, names, start) : scanScalar(line, start);
    const hasMore = ended === "whole" && skipBlanks(line, at) < line.length;
    return { ended: hasMore ? "broken" : ended, fields };
}
function scanScalar(line, start) {
    const fields = new Map();
    // Without the blank behind it, a number at the end of a text counts as cut.
    const token = tokenAt(`${line} `, start);
    if (typeof token === "string")
        return { ended: token, at: start, fields };
    const isValue = token.kind === "text" || token.kind === "scalar";
    return { ended: isValue ? "whole" : "broken", at: token.end, fields };
}

;// CONCATENATED MODULE: ./lib/inspect/thrift.js

/** Thrown where bytes are no Thrift struct; it never leaves this file. */
class Broken extends Error {
}
/** Deeper than anything that a format nests. */
const DEEPEST = 32;
/**
 * Walks over the struct that begins `bytes`. Nothing is built or kept, so that no count in the bytes costs memory, and
 * every step takes at least one byte, so that none costs time.
 * Gives the place behind it; `undefined` where the bytes are none.
 * Source: "Thrift compact protocol encoding" in the specification of Apache Thrift.
 */
function walkThrift(bytes, visit) {
    const walk = { bytes, visit, at: 0 };
    try {
        walkStruct(walk, "", 0);
        return walk.at;
    }
    catch (error) {
        if (error instanceof Broken)
            return undefined;
        throw error;
    }
}
function walkStruct(walk, path, depth) {
    if (depth > DEEPEST)
        throw new Broken();
    let id = 0;
    for (;;) {
        const header = readByte(walk);
        if (header === 0)
            return;
        const step = header >> 4;
        id = step === 0 ? unzigzag(readVarint(walk)) : id + step;
        const kind = header & 0xf;
        // A truth value is told by its type alone.
        if (kind !== TRUE && kind !== FALSE)
            walkValue(walk, kind, `${path}/${id}`, depth);
    }
}
const TRUE = 1;
const FALSE = 2;
function walkValue(walk, kind, path, depth) {
    switch (kind) {
        case TRUE:
        case FALSE:
        case 3:
            return skip(walk, 1);
        case 4:
        case 5:
        case 6:
            return walk.visit(path, unzigzag(readVarint(walk)));
        case 7:
            return skip(walk, 8);
        case 8: {
            const length = readVarint(walk);
            skip(walk, length);
            return walk.visit(path, walk.bytes.subarray(walk.at - length, walk.at));
        }
        case 9:
        case 10:
            return walkList(walk, path, depth);
        case 11:
            return walkMap(walk, path, depth);
        case 12:
            return walkStruct(walk, path, depth + 1);
        case 13:
            return skip(walk, 16);
        default:
            throw new Broken();
    }
}
function walkList(walk, path, depth) {
    if (depth > DEEPEST)
        throw new Broken();
    const header = readByte(walk);
    const length = header >> 4 === 15 ? readVarint(walk) : header >> 4;
    for (let left = length; left > 0; left -= 1)
        walkValue(walk, header & 0xf, path, depth + 1);
}
function walkMap(walk, path, depth) {
    if (depth > DEEPEST)
        throw new Broken();
    const length = readVarint(walk);
    const kinds = length === 0 ? 0 : readByte(walk);
    for (let left = length; left > 0; left -= 1) {
        walkValue(walk, kinds >> 4, path, depth + 1);
        walkValue(walk, kinds & 0xf, path, depth + 1);
    }
}
function readByte(walk) {
    skip(walk, 1);
    return (0,inspect_bytes/* byteAt */.aL)(walk.bytes, walk.at - 1);
}
const LONGEST_VARINT = 10;
function readVarint(walk) {
    let value = 0;
    for (let place = 0; place < LONGEST_VARINT; place += 1) {
        const byte = readByte(walk);
        value += (byte & 0x7f) * 2 ** (7 * place);
        if (byte < 0x80)
            return value;
    }
    throw new Broken();
}
/** Signs are in the lowest bit: 0, -1, 1, -2, … */
function unzigzag(value) {
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}
function skip(walk, length) {
    if (walk.at + length > walk.bytes.length)
        throw new Broken();
    walk.at += length;
}

;// CONCATENATED MODULE: ./lib/inspect/parquet.js







/**
 * A magic, the columns, a footer of metadata, its length, the magic again. The fields are entries of the footer's
 * `key_value_metadata`.
 * Source: https://github.com/apache/parquet-format, "File format" and `parquet.thrift`.
 */
const parquet = {
    name: "parquet",
    fits: (beginning) => beginsWith(beginning, parquet_MAGIC, /\.parquet$/i),
    inspect: parquet_inspect,
};
const parquet_MAGIC = [0x50, 0x41, 0x52, 0x31];
/** The footer's length and the magic. */
const parquet_END_BYTES = 8;
const LEAST_BYTES = parquet_MAGIC.length + parquet_END_BYTES;
/** A footer of some 5,000 columns in all row groups together. */
const LONGEST_FOOTER = 512 * 1024;
function parquet_inspect(reader, names) {
    const { sizeBytes } = reader;
    const head = reader.read(0, parquet_MAGIC.length);
    if ((0,inspect_bytes/* isAllZero */.y3)(head))
        return (0,verdicts/* damaged */.qM)("it begins in zeros");
    if (sizeBytes < LEAST_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its footer");
    const fault = faultOfEnd(reader, parquet_MAGIC);
    if (fault !== undefined)
        return fault;
    const length = (0,inspect_bytes/* uint32 */.S8)(reader.read(sizeBytes - parquet_END_BYTES, 4), 0);
    const footerAt = sizeBytes - parquet_END_BYTES - length;
    if (length === 0 || footerAt < parquet_MAGIC.length)
        return (0,verdicts/* damaged */.qM)(`its footer cannot be ${(0,core_text/* count */.U9)(length, "byte")} long`);
    if (length > LONGEST_FOOTER)
        return (0,verdicts/* unknown */.L5)("its footer is too long to be read");
    const footer = reader.read(footerAt, length);
    return (0,inspect_bytes/* isAllZero */.y3)(footer) ? (0,verdicts/* damaged */.qM)(tail_probe/* ZERO_TAIL */.UU) : parquet_inspectFooter(footer, footerAt, names);
}
/** Ids of fields in `FileMetaData`; of a column's, those of the fields that lead to it. */
const REQUIRED = ["1", "2", "3"];
const FILE_PATH = "/4/1/1";
const COMPRESSED_BYTES = "/4/1/3/7";
const PAGES_AT = new Set(["/4/1/3/9", "/4/1/3/11"]);
const parquet_KEY = "/5/1";
const parquet_VALUE = "/5/2";
const ENCRYPTION = "8";
function parquet_inspectFooter(footer, footerAt, names) {
    const read = readFooter(footer, names);
    const { ids, end } = read;
    // In plain text, the footer of an encrypted file is followed by a signature.
    const isWhole = end === footer.length || (end !== undefined && ids.has(ENCRYPTION));
    if (!isWhole || REQUIRED.some((id) => !ids.has(id)))
        return (0,verdicts/* damaged */.qM)("its footer cannot be read");
    if (read.dataEnd > footerAt)
        return (0,verdicts/* damaged */.qM)("its columns do not end before its footer");
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(read.fields, names) };
}
function readFooter(footer, names) {
    const fields = new Map();
    const ids = new Set();
    const columns = columnReader();
    let key = "";
    const end = walkThrift(footer, (path, value) => {
        ids.add(path.split("/", 2)[1] ?? "");
        if (typeof value === "number")
            columns.take(path, value);
        else if (path === FILE_PATH)
            columns.lieElsewhere();
        else if (path === parquet_KEY)
            key = (0,inspect_bytes/* textOf */.b6)(value);
        else if (path === parquet_VALUE)
            (0,inspect_fields/* setField */.x)(fields, names, [key, (0,inspect_bytes/* textOf */.b6)(value)]);
    });
    return { fields, ids, dataEnd: columns.end(), end };
}
/** A column begins at the first of its pages; its size comes before the places of these. */
function columnReader() {
    let areHere = true;
    let last = 0;
    let at = Infinity;
    let bytes = 0;
    const end = () => {
        if (at !== Infinity)
            last = Math.max(last, at + bytes);
        return areHere ? last : 0;
    };
    const take = (path, value) => {
        if (PAGES_AT.has(path) && value > 0)
            at = Math.min(at, value);
        if (path !== COMPRESSED_BYTES)
            return;
        end();
        at = Infinity;
        bytes = value;
    };
    const lieElsewhere = () => {
        areHere = false;
    };
    return { take, lieElsewhere, end };
}

;// CONCATENATED MODULE: ./lib/inspect/python-literal.js
/**
 * Reads texts, whole numbers, `True`, `False`, `None`, tuples, lists and dicts, which is all that NumPy writes about
 * an array. `undefined` where the text is anything else or is nested deeper than 32 levels.
 */
function parsePythonLiteral(text) {
    const tokens = tokensOf(text);
    if (tokens === undefined)
        return undefined;
    const parse = { tokens, at: 0 };
    const value = parseValue(parse, 0);
    return parse.at === tokens.length ? value : undefined;
}
const python_literal_DEEPEST = 32;
const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|-?\d+|True|False|None|[()[\]{},:])|$)/y;
const CLOSING = new Map([
    ["(", ")"],
    ["[", "]"],
    ["{", "}"],
]);
const NAMED = new Map([
    ["True", true],
    ["False", false],
    ["None", null],
]);
function tokensOf(text) {
    const tokens = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
        const found = TOKEN.exec(text);
        if (found === null)
            return undefined;
        if (found[1] === undefined)
            break;
        tokens.push(found[1]);
    }
    return tokens;
}
function parseValue(parse, depth) {
    const token = parse.tokens[parse.at];
    if (token === undefined || depth > python_literal_DEEPEST)
        return undefined;
    parse.at += 1;
    const closing = CLOSING.get(token);
    if (closing !== undefined)
        return parseItems(parse, closing, depth);
    if (/^['"]/.test(token))
        return token.slice(1, -1).replaceAll(/\\(.)/g, "$1");
    return /^-?\d/.test(token) ? Number(token) : NAMED.get(token);
}
function parseItems(parse, closing, depth) {
    const items = [];
    const entries = new Map();
    while (parse.tokens[parse.at] !== closing) {
        const item = parseValue(parse, depth + 1);
        if (item === undefined)
            return undefined;
        if (closing !== "}")
            items.push(item);
        else if (!parseEntry(parse, { entries, key: item, depth }))
            return undefined;
        if (parse.tokens[parse.at] === ",")
            parse.at += 1;
        else if (parse.tokens[parse.at] !== closing)
            return undefined;
    }
    parse.at += 1;
    return closing === "}" ? entries : items;
}
function parseEntry(parse, entry) {
    if (parse.tokens[parse.at] !== ":" || typeof entry.key !== "string")
        return false;
    parse.at += 1;
    const value = parseValue(parse, entry.depth + 1);
    if (value === undefined)
        return false;
    entry.entries.set(entry.key, value);
    return true;
}

;// CONCATENATED MODULE: ./lib/inspect/npy-header.js



const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** The most that `readNpyHeader` reads. */
const npy_header_LONGEST_HEADER = 64 * 1024;
const npy_header_MAGIC_BYTES = 8;
const START_BYTES = 12;
/**
 * The header of an array: a magic, a version, a length and a Python dict.
 * Source: numpy/lib/format.py, "Format Version 1.0" to "3.0".
 */
function readNpyHeader(reader) {
    const start = reader.read(0, START_BYTES);
    if (!(0,inspect_bytes/* hasAt */.ow)(start, 0, NPY_MAGIC.slice(0, start.length)))
        return (0,verdicts/* damaged */.qM)("it does not begin as npy");
    if (start.length < START_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its header");
    const version = (0,inspect_bytes/* byteAt */.aL)(start, NPY_MAGIC.length);
    if (version < 1 || version > 3)
        return (0,verdicts/* unknown */.L5)("its version is not known here");
    const headerAt = npy_header_MAGIC_BYTES + (version === 1 ? 2 : 4);
    const length = version === 1 ? (0,inspect_bytes/* uint16 */.oe)(start, npy_header_MAGIC_BYTES) : (0,inspect_bytes/* uint32 */.S8)(start, npy_header_MAGIC_BYTES);
    if (headerAt + length > reader.sizeBytes)
        return (0,verdicts/* truncated */.ps)("it ends inside of its header");
    if (length > npy_header_LONGEST_HEADER)
        return (0,verdicts/* unknown */.L5)("its header is too long to be read");
    const header = parseHeader((0,inspect_bytes/* textOf */.b6)(reader.read(headerAt, length)));
    return header === undefined
        ? (0,verdicts/* damaged */.qM)("its header describes no array")
        : { ...header, dataAt: headerAt + length };
}
function parseHeader(text) {
    const header = parsePythonLiteral(text);
    if (!(header instanceof Map))
        return undefined;
    const shape = asShape(header.get("shape"));
    const type = header.get("descr");
    if (shape === undefined || type === undefined)
        return undefined;
    const itemBytes = bytesOfType(type);
    return {
        shape,
        type,
        dataBytes: itemBytes === undefined ? undefined : itemBytes * product(shape),
    };
}
function asShape(value) {
    if (!Array.isArray(value))
        return undefined;
    const shape = value.filter((size) => Number.isSafeInteger(size) && size >= 0);
    return shape.length === value.length ? shape : undefined;
}
function product(shape) {
    return shape.reduce((size, next) => size * next, 1);
}
/** Numbers and raw bytes say their size in bytes, UTF-32 texts theirs in letters; dates have 8 bytes. */
function bytesOfType(type) {
    if (Array.isArray(type))
        return bytesOfRecord(type);
    if (typeof type !== "string")
        return undefined;
    const [, kind, size] = /^[<>|=]?([?biufcSaVUmM])(\d*)(?:\[\w+\])?$/.exec(type) ?? [];
    if (kind === undefined)
        return undefined;
    return kind === "U" ? 4 * Number(size) : Number(size);
}
/** Fields as `(name, type)` or `(name, type, shape)`. */
function bytesOfRecord(fields) {
    let bytes = 0;
    for (const field of fields) {
        if (!Array.isArray(field) || field[1] === undefined)
            return undefined;
        const shape = field[2] === undefined ? [] : asShape(field[2]);
        const size = bytesOfType(field[1]);
        if (size === undefined || shape === undefined)
            return undefined;
        bytes += size * product(shape);
    }
    return bytes;
}

;// CONCATENATED MODULE: ./lib/inspect/pickle-values.js

const SOME_OBJECT = { kind: "object" };
const UNREAD_VALUE = { kind: "unread" };
function newMapping() {
    return { kind: "mapping", fields: new Map() };
}
/** A value as a field shows it. */
function showValue(value) {
    if (value.kind === "text")
        return value.text;
    if (value.kind === "scalar")
        return value.show();
    return value.kind === "unread" ? inspect_fields/* UNREAD */.yn : inspect_fields/* OBJECT */.qv;
}

;// CONCATENATED MODULE: ./lib/inspect/pickle-stack.js


/**
 * An empty stack. With `earlier` the walk begins in the middle of a pickle: below what it sees lie values and marks
 * that it does not know, so taking from an empty stack gives an unknown value in place of breaking.
 */
function newStack(names, earlier) {
    return {
        names,
        values: [],
        marks: [],
        memo: new Map(),
        references: [],
        earlier,
        isBroken: false,
    };
}
function pop(stack) {
    const value = isKnown(stack) ? stack.values.pop() : undefined;
    return value ?? fromBelow(stack);
}
/** The values above the topmost mark, lowest first; the mark goes as well. */
function popToMark(stack) {
    const mark = stack.marks.pop();
    if (mark === undefined)
        fromBelow(stack);
    return stack.values.splice(mark ?? 0);
}
/** The topmost value, which stays. */
function peek(stack) {
    const value = isKnown(stack) ? stack.values.at(-1) : undefined;
    return value ?? fromBelow(stack);
}
/** The topmost value names something outside of the pickle, which takes its place. */
function refer(stack) {
    const id = pop(stack);
    if (id.kind === "tuple")
        stack.references.push(id);
    stack.values.push(SOME_OBJECT);
}
function remember(stack, place) {
    stack.memo.set(place, peek(stack));
}
/** Which place a `MEMOIZE` in a later piece means cannot be known: it is the count of all before it. */
function rememberNext(stack) {
    if (stack.earlier === undefined)
        remember(stack, stack.memo.size);
}
function recall(stack, place) {
    const value = stack.memo.get(place) ?? stack.earlier?.get(place);
    if (value === undefined && stack.earlier === undefined)
        stack.isBroken = true;
    stack.values.push(value ?? UNREAD_VALUE);
}
/**
 * Sets pairs of key and value in the topmost value. Below a mark that a walk has not seen there may be a first
 * half of a pair, so pairs are counted from the end.
 */
function setItems(stack, items) {
    const odd = items.length % 2;
    if (odd === 1)
        fromBelow(stack);
    const { fields } = topMapping(stack);
    for (let place = odd; place < items.length; place += 2) {
        const key = items[place] ?? SOME_OBJECT;
        const value = items[place + 1] ?? SOME_OBJECT;
        if (key.kind === "text")
            (0,inspect_fields/* setField */.x)(fields, stack.names, [key.text, showValue(value)]);
    }
}
/** What items are set in is a mapping, whatever its class; one that lies below all known values becomes known here. */
function topMapping(stack) {
    const top = peek(stack);
    if (top.kind === "mapping")
        return top;
    const mapping = newMapping();
    if (isKnown(stack))
        stack.values.pop();
    stack.values.push(mapping);
    return mapping;
}
function isKnown(stack) {
    return stack.values.length > (stack.marks.at(-1) ?? 0);
}
/** What lies below the first known value; above a known mark, and in a walk from the beginning, nothing can. */
function fromBelow(stack) {
    if (stack.earlier === undefined || stack.marks.length > 0)
        stack.isBroken = true;
    return UNREAD_VALUE;
}

;// CONCATENATED MODULE: ./lib/inspect/pickle-operations.js





const STOP = 0x2e;
/** The operation of a byte; `undefined` where protocols 0 to 5 have none. */
function operationOf(byte) {
    return OPERATIONS[byte];
}
const fixed = (bytes) => ({ kind: "fixed", bytes });
const counted = (bytes) => ({ kind: "counted", bytes });
const lines = (amount) => ({ kind: "lines", lines: amount });
const none = fixed(0);
const nothing = () => undefined;
const mark = (stack) => void stack.marks.push(stack.values.length);
const push = (value) => (stack) => void stack.values.push(value);
const constant = (text) => ({ kind: "scalar", show: () => text });
const pushObject = push(SOME_OBJECT);
const pushMapping = (stack) => void stack.values.push(newMapping());
const pushText = (stack, bytes) => push({ kind: "text", text: shortText(bytes) })(stack);
const pushScalar = (show) => (stack, bytes) => push({ kind: "scalar", show: () => show(bytes) })(stack);
/** Takes so many values and puts something in their place. */
const build = (taken, put) => (stack) => {
    for (let count = 0; count < taken; count += 1)
        pop(stack);
    put(stack);
};
const buildToMark = (put) => (stack) => {
    popToMark(stack);
    put(stack);
};
/** What a call gives may be a mapping: items can be set in it. */
const called = pushMapping;
/**
 * Every operation: the letters or number of its byte, its argument and what it does to the stack.
 * Source: CPython 3.14, Lib/pickletools.py, in the order of its groups.
 */
const DEFINITIONS = [
    ["I", lines(1), pushObject],
    ["J", fixed(4), pushScalar((bytes) => String((0,inspect_bytes/* uint32 */.S8)(bytes, 0) | 0))],
    ["K", fixed(1), pushScalar((bytes) => String((0,inspect_bytes/* byteAt */.aL)(bytes, 0)))],
    ["M", fixed(2), pushScalar((bytes) => String((0,inspect_bytes/* uint16 */.oe)(bytes, 0)))],
    ["L", lines(1), pushObject],
    [0x8a, counted(1), pushLong],
    [0x8b, counted(4), pushLong],
    ["S", lines(1), pushObject],
    ["T", counted(4), pushText],
    ["U", counted(1), pushText],
    ["B", counted(4), pushObject],
    ["C", counted(1), pushObject],
    [0x8e, counted(8), pushObject],
    [0x96, counted(8), pushObject],
    [0x97, none, pushObject],
    [0x98, none, (stack) => void peek(stack)],
    ["N", none, push(constant("null"))],
    [0x88, none, push(constant("true"))],
    [0x89, none, push(constant("false"))],
    ["V", lines(1), pushObject],
    [0x8c, counted(1), pushText],
    ["X", counted(4), pushText],
    [0x8d, counted(8), pushText],
    ["F", lines(1), pushObject],
    ["G", fixed(8), pushScalar((bytes) => showNumber(bytes, "float", true) ?? "")],
    ["]", none, pushObject],
    ["a", none, build(1, peek)],
    ["e", none, buildToMark(peek)],
    ["l", none, buildToMark(pushObject)],
    [")", none, pushObject],
    ["t", none, (stack) => push({ kind: "tuple", items: popToMark(stack) })(stack)],
    [0x85, none, build(1, pushObject)],
    [0x86, none, build(2, pushObject)],
    [0x87, none, build(3, pushObject)],
    ["}", none, pushMapping],
    ["d", none, (stack) => setNewItems(stack, popToMark(stack))],
    ["s", none, setOneItem],
    ["u", none, (stack) => setItems(stack, popToMark(stack))],
    [0x8f, none, pushObject],
    [0x90, none, buildToMark(peek)],
    [0x91, none, buildToMark(pushObject)],
    ["0", none, popValueOrMark],
    ["2", none, (stack) => push(peek(stack))(stack)],
    ["(", none, mark],
    ["1", none, buildToMark(nothing)],
    ["g", lines(1), (stack, line) => recall(stack, Number((0,inspect_bytes/* textOf */.b6)(line)))],
    ["h", fixed(1), (stack, bytes) => recall(stack, (0,inspect_bytes/* byteAt */.aL)(bytes, 0))],
    ["j", fixed(4), (stack, bytes) => recall(stack, (0,inspect_bytes/* uint32 */.S8)(bytes, 0))],
    ["p", lines(1), (stack, line) => remember(stack, Number((0,inspect_bytes/* textOf */.b6)(line)))],
    ["q", fixed(1), (stack, bytes) => remember(stack, (0,inspect_bytes/* byteAt */.aL)(bytes, 0))],
    ["r", fixed(4), (stack, bytes) => remember(stack, (0,inspect_bytes/* uint32 */.S8)(bytes, 0))],
    [0x94, none, rememberNext],
    [0x82, fixed(1), pushObject],
    [0x83, fixed(2), pushObject],
    [0x84, fixed(4), pushObject],
    ["c", lines(2), (stack, bytes) => pushGlobal(stack, (0,inspect_bytes/* textOf */.b6)(bytes).split("\n")[1])],
    [0x93, none, pushNamedGlobal],
    ["R", none, build(2, called)],
    ["b", none, build(1, peek)],
    ["i", lines(2), buildToMark(called)],
    ["o", none, buildToMark(called)],
    [0x81, none, build(2, called)],
    [0x92, none, build(3, called)],
    [0x80, fixed(1), nothing],
    [STOP, none, nothing],
    [0x95, fixed(8), nothing],
    ["P", lines(1), pushObject],
    ["Q", none, refer],
];
const OPERATIONS = tableOf(DEFINITIONS);
function tableOf(definitions) {
    const table = Array.from({ length: 256 });
    for (const [byte, argument, apply] of definitions)
        table[typeof byte === "string" ? byte.charCodeAt(0) : byte] = { argument, apply };
    return table;
}
function setOneItem(stack) {
    const value = pop(stack);
    const key = pop(stack);
    setItems(stack, [key, value]);
}
function setNewItems(stack, items) {
    pushMapping(stack);
    setItems(stack, items);
}
function popValueOrMark(stack) {
    if (stack.marks.at(-1) === stack.values.length)
        stack.marks.pop();
    else
        pop(stack);
}
function pushGlobal(stack, name = "") {
    push({ kind: "global", name: (0,inspect_fields/* clip */.$Q)(name) })(stack);
}
function pushNamedGlobal(stack) {
    const name = pop(stack);
    pop(stack);
    pushGlobal(stack, name.kind === "text" ? name.text : "");
}
const LONGEST_TEXT_BYTES = 1024;
/** Texts are kept only as far as a field could show them. */
function shortText(bytes) {
    return (0,inspect_fields/* clip */.$Q)((0,inspect_bytes/* textOf */.b6)(bytes.subarray(0, LONGEST_TEXT_BYTES)));
}
const LONGEST_LONG_BYTES = 16;
function pushLong(stack, bytes) {
    if (bytes.length > LONGEST_LONG_BYTES)
        return pushObject(stack);
    const digits = [...bytes].reverse().map((byte) => byte.toString(16).padStart(2, "0"));
    const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x0${digits.join("")}`));
    push(constant(String(value)))(stack);
}

;// CONCATENATED MODULE: ./lib/inspect/pickle-sync.js

/** More places than this are not tried, so that a file made for it cannot cost seconds. */
const MOST_TRIES = 256;
/**
 * Places in the middle of a pickle where an operation seems to begin, first ones first: texts, which are told by their
 * length and their letters, and references to texts of an earlier piece.
 */
function* findOperations(bytes, memo) {
    let tries = 0;
    for (let at = 0; at < bytes.length && tries < MOST_TRIES; at += 1) {
        if (!isText(bytes, at) && !isReference(bytes, at, memo))
            continue;
        tries += 1;
        yield at;
    }
}
const BINUNICODE = 0x58;
const SHORT_BINUNICODE = 0x8c;
const BINGET = 0x68;
const LONG_BINGET = 0x6a;
/** Names are short; in numbers, bytes that look like a length and so many letters are all but impossible. */
const pickle_sync_LONGEST_TEXT = 200;
function isText(bytes, at) {
    if (bytes[at] === BINUNICODE)
        return areLetters(bytes, at + 5, (0,inspect_bytes/* uint32 */.S8)(bytes, at + 1));
    return bytes[at] === SHORT_BINUNICODE && areLetters(bytes, at + 2, (0,inspect_bytes/* byteAt */.aL)(bytes, at + 1));
}
function areLetters(bytes, start, length) {
    if (length === 0 || length > pickle_sync_LONGEST_TEXT || start + length > bytes.length)
        return false;
    return bytes.subarray(start, start + length).every((byte) => byte >= 0x20 && byte !== 0x7f);
}
function isReference(bytes, at, memo) {
    if (bytes[at] === BINGET)
        return memo.get((0,inspect_bytes/* byteAt */.aL)(bytes, at + 1))?.kind === "text";
    return bytes[at] === LONG_BINGET && memo.get((0,inspect_bytes/* uint32 */.S8)(bytes, at + 1))?.kind === "text";
}

;// CONCATENATED MODULE: ./lib/inspect/pickle.js






/**
 * The fields of a pickled mapping; none where something else was pickled.
 * The bytes are walked, operation by operation: nothing is constructed, imported or called. Time and memory grow
 * with the number of bytes alone, since each operation adds at most one value.
 */
function readWholePickle(bytes, names) {
    const fault = pickle_faultOf(bytes, bytes);
    if (fault !== undefined)
        return fault;
    const { ended, at, stack } = walk(bytes, 0, newStack(names));
    return ended === "stop" && at === bytes.length ? fieldsOf(stack.values.at(-1)) : "broken";
}
/**
 * The same for a pickle of which only the first and the last bytes are at hand: of its fields, those among the
 * first entries of the mapping and among its last ones are found.
 */
function readPickleEnds({ head, tail }, names) {
    const fault = pickle_faultOf(head, tail);
    if (fault !== undefined)
        return fault;
    const { ended, stack } = walk(head, 0, newStack(names));
    if (ended !== "cut")
        return "broken";
    return new Map([...firstFields(stack), ...pickle_lastFields(tail, stack)]);
}
/** The pickle that begins at `at`; `cut` where the bytes end before it does. */
function readPickleAt(bytes, at, names) {
    if (at + 2 > bytes.length)
        return "cut";
    if (bytes[at] !== PROTOCOL)
        return "broken";
    if ((0,inspect_bytes/* byteAt */.aL)(bytes, at + 1) > HIGHEST_PROTOCOL)
        return "newer";
    const { ended, at: end, stack } = walk(bytes, at, newStack(names));
    if (ended !== "stop")
        return ended;
    return { value: stack.values.at(-1), references: stack.references, end };
}
const PROTOCOL = 0x80;
const HIGHEST_PROTOCOL = 5;
function pickle_faultOf(head, tail) {
    if (head[0] !== PROTOCOL)
        return "broken";
    if ((0,inspect_bytes/* byteAt */.aL)(head, 1) > HIGHEST_PROTOCOL)
        return "newer";
    return tail.at(-1) === STOP ? undefined : "broken";
}
/** Entries already set, and those that wait for it: a waiting value is finished once the next key follows. */
function firstFields({ values, marks, names }) {
    const fields = new Map(fieldsOf(values[0]));
    if (values[0]?.kind !== "mapping" || marks[0] !== 1)
        return fields;
    const waiting = values.slice(1, marks[1]);
    for (let place = 0; place + 2 < waiting.length; place += 2) {
        const [key, value, next] = waiting.slice(place, place + 3);
        if (key?.kind === "text" && value !== undefined && next?.kind === "text")
            (0,inspect_fields/* setField */.x)(fields, names, [key.text, showValue(value)]);
    }
    return fields;
}
/** So many operations are walked in search of the last fields, so that a file made for it cannot cost seconds. */
const MOST_OPERATIONS = 200_000;
/**
 * A pickle cannot be read backwards. But a walk from any operation on that ends at the exact end has seen the last
 * items set, and in which value: the one that lies alone on the stack then is the pickled value. Items of inner
 * mappings went into those. A start inside of some argument runs into the true operations, or breaks.
 */
function pickle_lastFields(tail, { names, memo }) {
    let operations = 0;
    for (const start of findOperations(tail, memo)) {
        const { ended, at, stack, steps } = walk(tail, start, newStack(names, memo));
        operations += steps;
        const isAlone = stack.values.length === 1 && stack.marks.length === 0;
        if (ended === "stop" && at === tail.length && isAlone)
            return fieldsOf(stack.values[0]);
        if (operations > MOST_OPERATIONS)
            break;
    }
    return new Map();
}
/** Those of a mapping; none of anything else. */
function fieldsOf(value) {
    return value?.kind === "mapping" ? value.fields : new Map();
}
function walk(bytes, start, stack) {
    let at = start;
    let steps = 0;
    const end = (ended) => ({ ended, at, steps, stack });
    while (at < bytes.length) {
        const byte = (0,inspect_bytes/* byteAt */.aL)(bytes, at);
        const operation = operationOf(byte);
        if (operation === undefined)
            return end("broken");
        const place = placeOf(operation.argument, bytes, at + 1);
        if (place.end > bytes.length)
            return end("cut");
        operation.apply(stack, bytes.subarray(place.start, place.end));
        if (stack.isBroken)
            return end("broken");
        steps += 1;
        at = place.end;
        if (byte === STOP)
            return end("stop");
    }
    return end("cut");
}
function placeOf(argument, bytes, at) {
    switch (argument.kind) {
        case "fixed":
            return { start: at, end: at + argument.bytes };
        case "counted": {
            const start = at + argument.bytes;
            const end = start > bytes.length ? Infinity : start + countAt(bytes, at, argument.bytes);
            return { start, end };
        }
        case "lines":
            return { start: at, end: endOfLines(bytes, at, argument.lines) };
    }
}
function countAt(bytes, at, size) {
    if (size === 1)
        return (0,inspect_bytes/* byteAt */.aL)(bytes, at);
    if (size === 2)
        return (0,inspect_bytes/* uint16 */.oe)(bytes, at);
    return size === 4 ? (0,inspect_bytes/* uint32 */.S8)(bytes, at) : (0,inspect_bytes/* uint64 */.VV)(bytes, at);
}
function endOfLines(bytes, start, lines) {
    let at = start;
    for (let line = 0; line < lines; line += 1) {
        const end = bytes.indexOf(0x0a, at);
        if (end < 0)
            return Infinity;
        at = end + 1;
    }
    return at;
}

;// CONCATENATED MODULE: ./lib/inspect/npy.js





/** What `numpy.save` writes: a header that tells the size, and one array. It has no place for fields. */
const npy = { name: "npy", fits: npy_fits, inspect: npy_inspect };
function npy_fits({ fileName, head }) {
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, NPY_MAGIC) || fileName.toLowerCase().endsWith(".npy");
}
function npy_inspect(reader, names) {
    const header = readNpyHeader(reader);
    if ("structure" in header)
        return header;
    const { dataAt, dataBytes, type } = header;
    if (type === "|O")
        return inspectObjects(reader, names, dataAt);
    if (dataBytes === undefined)
        return (0,verdicts/* unknown */.L5)("its size cannot be told from its type");
    const fault = (0,verdicts/* faultOfSize */.RX)(reader.sizeBytes, dataAt + dataBytes);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of an array, so they are a doubt and no proof.
    return (0,tail_probe/* hasZeroTail */.dH)(reader, dataAt) ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
}
const LONGEST_PICKLE = 96 * 1024;
/** An array of Python objects is a pickle; what is inside of it is not looked at. */
function inspectObjects(reader, names, start) {
    const length = reader.sizeBytes - start;
    if (length > LONGEST_PICKLE)
        return (0,verdicts/* unknown */.L5)("its objects are too long to be read");
    const pickle = readPickleAt(reader.read(start, length), 0, names);
    if (pickle === "newer")
        return (0,verdicts/* unknown */.L5)("its objects are pickled in a newer protocol");
    if (pickle === "cut")
        return (0,verdicts/* truncated */.ps)("it ends inside of its objects");
    if (pickle === "broken")
        return (0,verdicts/* damaged */.qM)("its objects are no pickle");
    return (0,verdicts/* faultOfSize */.RX)(length, pickle.end) ?? { structure: "sound" };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/inspect/npy-value.js




/** The one value of an array without dimensions, as a field shows it; `undefined` where it cannot be read. */
function readNpyValue(bytes) {
    const header = readNpyHeader({
        sizeBytes: bytes.length,
        read: (offset, length) => bytes.subarray(offset, offset + length),
        close: () => undefined,
    });
    if ("structure" in header)
        return undefined;
    if (header.shape.length > 0 || typeof header.type !== "string")
        return inspect_fields/* OBJECT */.qv;
    if (header.dataAt + (header.dataBytes ?? 0) !== bytes.length)
        return undefined;
    return npy_value_showValue(header.type, bytes.subarray(header.dataAt));
}
const KINDS = new Map([
    ["i", "signed"],
    ["u", "unsigned"],
    ["f", "float"],
]);
function npy_value_showValue(type, data) {
    const [, order, kind = ""] = /^([<>|=])(\w)/.exec(type) ?? [];
    const isBig = order === ">";
    if (kind === "S")
        return (0,inspect_bytes/* textOf */.b6)((0,inspect_bytes/* withoutPadding */.gl)(data));
    if (kind === "U")
        return textOfUtf32(data, isBig);
    if (kind === "b")
        return (0,inspect_bytes/* byteAt */.aL)(data, 0) === 0 ? "false" : "true";
    const number = KINDS.get(kind);
    return number === undefined ? undefined : showNumber(data, number, isBig);
}
function textOfUtf32(bytes, isBig) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const letters = [];
    for (let at = 0; at < bytes.length; at += 4) {
        const code = view.getUint32(at, !isBig);
        letters.push(code > 0x10_ffff ? "\ufffd" : String.fromCodePoint(code));
    }
    while (letters.at(-1) === "\0")
        letters.pop();
    return letters.join("");
}

// EXTERNAL MODULE: ./lib/inspect/zip.js
var inspect_zip = __webpack_require__(7623);
;// CONCATENATED MODULE: ./lib/inspect/npz.js






/**
 * What `numpy.savez` and `savez_compressed` write: a zip of one `.npy` for each array. The fields are arrays of one
 * text or number without dimensions.
 */
const npz = { name: "npz", fits: npz_fits, inspect: npz_inspect };
const npz_ARRAY = ".npy";
function npz_fits({ fileName, head }) {
    if (fileName.toLowerCase().endsWith(".npz"))
        return true;
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, inspect_zip/* LOCAL_HEADER */.Et) && (0,inspect_zip/* firstEntryName */.oP)(head).endsWith(npz_ARRAY);
}
function npz_inspect(reader, names) {
    const zip = (0,inspect_zip/* readZip */.ue)(reader);
    if (zip.kind === "fault")
        return zip.findings;
    const fields = new Map();
    for (const name of new Set([names.statusField, names.versionField])) {
        const entry = zip.entries.find((each) => each.name === `${name}${npz_ARRAY}`);
        if (entry === undefined)
            continue;
        const content = readContent(reader, entry);
        if (content === "broken")
            return (0,verdicts/* damaged */.qM)(`its ${entry.name} is not what its checksum says`);
        const value = content === undefined ? undefined : readNpyValue(content);
        if (value !== undefined)
            (0,inspect_fields/* setField */.x)(fields, names, [name, value]);
    }
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(fields, names) };
}
/** A text of a few words takes less, compressed or not. */
const LONGEST_ENTRY = 16 * 1024;
/** `undefined`: too long for a field, or packed by another method. */
function readContent(reader, entry) {
    const { storedBytes, isStored, isDeflated } = entry;
    if (storedBytes > LONGEST_ENTRY || !(isStored || isDeflated))
        return undefined;
    const stored = reader.read((0,inspect_zip/* placeOfContent */.CJ)(reader, entry), storedBytes);
    const content = isStored ? stored : unpack(stored);
    return content instanceof Uint8Array && (0,external_node_zlib_.crc32)(content) !== entry.crc32 ? "broken" : content;
}
function unpack(bytes) {
    try {
        return (0,external_node_zlib_.inflateRawSync)(bytes, { maxOutputLength: LONGEST_ENTRY });
    }
    catch (error) {
        const isLong = error instanceof RangeError;
        return isLong ? undefined : "broken";
    }
}

;// CONCATENATED MODULE: ./lib/inspect/protobuf.js



/** How a field's value is laid out; groups, which are no longer written, are none of them. */
const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 };
/**
 * The tag that a field begins with. @throws WalkEnd where the file ends, or these bytes are none.
 * Source: https://protobuf.dev/programming-guides/encoding/
 */
function readTag(cursor) {
    const tag = protobuf_readVarint(cursor);
    const number = Math.floor(tag / 8);
    if (number === 0)
        throw new WalkEnd((0,verdicts/* damaged */.qM)("it holds bytes that begin no field"));
    return { number, wire: tag % 8 };
}
const protobuf_LONGEST_VARINT = 10;
/** Exact up to 2^53. @throws WalkEnd where the file ends, or after ten bytes. */
function protobuf_readVarint(cursor) {
    let value = 0;
    for (let place = 0; place < protobuf_LONGEST_VARINT; place += 1) {
        const byte = (0,inspect_bytes/* byteAt */.aL)(cursor.take(1), 0);
        value += (byte & 0x7f) * 2 ** (7 * place);
        if (byte < 0x80)
            return value;
    }
    throw new WalkEnd((0,verdicts/* damaged */.qM)("it holds a number without end"));
}
/** Passes over a field's value. @throws WalkEnd where the file ends, or its layout is none. */
function passField(cursor, wire) {
    switch (wire) {
        case WIRE.varint:
            protobuf_readVarint(cursor);
            return;
        case WIRE.eight:
            return cursor.skip(8);
        case WIRE.bytes:
            return cursor.skip(protobuf_readVarint(cursor));
        case WIRE.four:
            return cursor.skip(4);
        default:
            throw new WalkEnd((0,verdicts/* damaged */.qM)(`it holds a field of the layout ${wire}, which is none`));
    }
}

;// CONCATENATED MODULE: ./lib/inspect/onnx.js





/**
 * One protobuf message, whose fields are walked from the first to the last: each says its length, and the last must
 * end with the file. The graph, which holds the weights, is passed over. The fields stand in `metadata_props`.
 * ONNX has no magic, so that it is told by its name alone.
 * Source: `ModelProto` in onnx/onnx.proto of ONNX 1.23.
 */
const onnx = { name: "onnx", fits: onnx_fits, inspect: onnx_inspect };
function onnx_fits({ fileName }) {
    return fileName.toLowerCase().endsWith(".onnx");
}
const GRAPH = 7;
/** `opset_import`, which stands behind the graph. */
const OPERATORS = 8;
const METADATA = 14;
/** Stands for all numbers that are no field of a model. */
const STRANGE = 0;
const WIRE_TYPES = new Map([
    [1, WIRE.varint],
    [2, WIRE.bytes],
    [3, WIRE.bytes],
    [4, WIRE.bytes],
    [5, WIRE.varint],
    [6, WIRE.bytes],
    [GRAPH, WIRE.bytes],
    [OPERATORS, WIRE.bytes],
    [METADATA, WIRE.bytes],
    [20, WIRE.bytes],
    [25, WIRE.bytes],
    [26, WIRE.bytes],
]);
/** Some 500 fields that are far apart, of which 1 KB each is read. */
const onnx_MOST_READ = 512 * 1024;
function onnx_inspect(reader, names) {
    const fields = new Map();
    const found = findingsOfWalk(() => walkModel(reader, names, fields));
    return (0,verdicts/* withFields */.qO)(found, fields, names);
}
function walkModel(reader, names, fields) {
    const cursor = newCursor(reader, 0, onnx_MOST_READ);
    const present = new Set();
    while (cursor.at() < reader.sizeBytes) {
        const { number, wire } = readTag(cursor);
        const expected = WIRE_TYPES.get(number);
        if (expected !== undefined && expected !== wire)
            throw new WalkEnd((0,verdicts/* damaged */.qM)(`its field ${number} is of another type`));
        present.add(expected === undefined ? STRANGE : number);
        if (number === METADATA)
            readProperty(cursor, fields, names);
        else
            passField(cursor, wire);
    }
    if (present.has(STRANGE))
        return (0,verdicts/* unknown */.L5)("it holds fields that no model has today");
    if (present.has(GRAPH) && present.has(OPERATORS))
        return { structure: "sound" };
    return (0,verdicts/* unknown */.L5)("it holds no graph, or names no set of operators");
}
const LONGEST_PROPERTY = 4096;
const onnx_KEY = 1;
const onnx_VALUE = 2;
/** One entry of `metadata_props`, a message of key and value; a longer one is no field and is passed over. */
function readProperty(cursor, fields, names) {
    const length = protobuf_readVarint(cursor);
    if (length > LONGEST_PROPERTY)
        return cursor.skip(length);
    const end = cursor.at() + length;
    let key = "";
    let value = "";
    while (cursor.at() < end) {
        const { number, wire } = readTag(cursor);
        if (wire !== WIRE.bytes) {
            passField(cursor, wire);
            continue;
        }
        const text = (0,inspect_bytes/* textOf */.b6)(cursor.take(protobuf_readVarint(cursor)));
        if (number === onnx_KEY)
            key = text;
        if (number === onnx_VALUE)
            value = text;
    }
    if (cursor.at() !== end)
        throw new WalkEnd((0,verdicts/* damaged */.qM)("its metadata does not end where it says"));
    (0,inspect_fields/* setField */.x)(fields, names, [key, value]);
}

;// CONCATENATED MODULE: ./lib/inspect/plain.js

/** A file of which nothing is known: text, raw numbers, a format of the user's own. It fits every file. */
const plain = { name: "plain", fits: () => true, inspect: plain_inspect };
function plain_inspect(reader) {
    if (!(0,tail_probe/* hasZeroTail */.dH)(reader))
        return { structure: "unknown", why: "a format without known structure" };
    // Numbers may begin and end in zeros; a file of nothing else never reached the disk.
    if ((0,tail_probe/* hasZeroHead */.xd)(reader) && (0,tail_probe/* hasZeroMiddle */.iW)(reader)) {
        return { structure: "damaged", why: "it holds zeros wherever it was looked at" };
    }
    return { structure: "unknown", why: tail_probe/* ZERO_TAIL */.UU };
}

;// CONCATENATED MODULE: ./lib/inspect/pytorch.js






/**
 * What `torch.save` writes since PyTorch 1.6: a zip of stored entries, `data.pkl` first and `version` among the last.
 * The fields are entries of the saved dict. They stand in `data.pkl`, in its first or its last kilobytes, of a pickle
 * that may itself be gigabytes long (lists of numbers).
 * Source: caffe2/serialize/inline_container.h and inline_container.cc of PyTorch.
 */
const pytorch = { name: "pytorch", fits: pytorch_fits, inspect: pytorch_inspect };
const pytorch_NAME = /\.(?:pt|pth|ckpt)$/i;
const PICKLE_NAME = /^[^/]+\/data\.pkl$/;
const VERSION_NAME = /^[^/]+\/(?:\.data\/)?version$/;
function pytorch_fits({ head, fileName }) {
    if (!isCutOrWhole(head, inspect_zip/* LOCAL_HEADER */.Et))
        return false;
    return pytorch_NAME.test(fileName) || PICKLE_NAME.test((0,inspect_zip/* firstEntryName */.oP)(head));
}
function isCutOrWhole(head, magic) {
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, magic.slice(0, head.length));
}
function pytorch_inspect(reader, names) {
    const zip = (0,inspect_zip/* readZip */.ue)(reader);
    if (zip.kind === "fault")
        return zip.findings;
    const pickle = zip.entries.find(({ name }) => PICKLE_NAME.test(name));
    const version = zip.entries.some(({ name }) => VERSION_NAME.test(name));
    if (pickle === undefined || !version)
        return { structure: "unknown", why: "an archive without data.pkl and version" };
    if (zip.entries[0]?.headerAt !== 0)
        return (0,verdicts/* damaged */.qM)("something precedes its first entry");
    return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : { structure: "sound" };
}
/** With the head and tail of 64 KB and 16 KB, a file is inspected in less than 128 KB. */
const pytorch_HEAD_BYTES = 64 * 1024;
const pytorch_TAIL_BYTES = 16 * 1024;
function inspectPickle(reader, names, { zip, pickle }) {
    const { storedBytes } = pickle;
    const start = (0,inspect_zip/* placeOfContent */.CJ)(reader, pickle);
    const end = start + storedBytes;
    if (end > zip.directoryAt)
        return (0,verdicts/* damaged */.qM)("its data.pkl does not end before its directory");
    if (storedBytes <= pytorch_HEAD_BYTES + pytorch_TAIL_BYTES)
        return pytorch_inspectWhole(reader.read(start, storedBytes), names, pickle.crc32);
    const head = reader.read(start, pytorch_HEAD_BYTES);
    const tail = reader.read(end - pytorch_TAIL_BYTES, pytorch_TAIL_BYTES);
    return findingsOf(readPickleEnds({ head, tail }, names), names);
}
/** PyTorch can be told to record no checksums, and then writes 0. */
function pytorch_inspectWhole(bytes, names, checksum) {
    if (checksum !== 0 && (0,external_node_zlib_.crc32)(bytes) !== checksum)
        return (0,verdicts/* damaged */.qM)("its data.pkl is not what its checksum says");
    return findingsOf(readWholePickle(bytes, names), names);
}
function findingsOf(read, names) {
    if (read === "newer")
        return { structure: "unknown", why: "its data.pkl is of a newer protocol" };
    if (read === "broken")
        return (0,verdicts/* damaged */.qM)("its data.pkl is no whole pickle");
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(read, names) };
}

;// CONCATENATED MODULE: ./lib/inspect/pytorch-storages.js


const COUNT_BYTES = 8;
/** Bytes in a file of the old layout, the count before it included. */
function bytesOfStorage({ numbers, numberBytes }) {
    return COUNT_BYTES + numbers * numberBytes;
}
/** Source: the storage classes of torch/storage.py and torch/__init__.py. */
const NUMBER_BYTES = new Map([
    ["DoubleStorage", 8],
    ["FloatStorage", 4],
    ["HalfStorage", 2],
    ["BFloat16Storage", 2],
    ["LongStorage", 8],
    ["IntStorage", 4],
    ["ShortStorage", 2],
    ["CharStorage", 1],
    ["ByteStorage", 1],
    ["BoolStorage", 1],
    ["ComplexDoubleStorage", 16],
    ["ComplexFloatStorage", 8],
    ["QUInt8Storage", 1],
    ["QInt8Storage", 1],
    ["QInt32Storage", 4],
    ["UntypedStorage", 1],
]);
/** The storages in the order of their keys, each once; `undefined` where one of them cannot be told. */
function storagesOf(references) {
    const storages = new Map();
    for (const { items } of references) {
        const [kind, type, key, , numbers] = items;
        if (kind?.kind !== "text")
            return undefined;
        // Modules are referred to as well, and have nothing outside of the pickle.
        if (kind.text !== "storage")
            continue;
        const numberBytes = type?.kind === "global" ? NUMBER_BYTES.get(type.name) : undefined;
        const amount = numbers?.kind === "scalar" ? Number(showValue(numbers)) : NaN;
        if (numberBytes === undefined || key?.kind !== "text")
            return undefined;
        if (!Number.isSafeInteger(amount) || amount < 0)
            return undefined;
        storages.set(key.text, { key: key.text, numbers: amount, numberBytes });
    }
    return [...storages.values()].sort((a, b) => (0,core_text/* compareText */.n6)(a.key, b.key));
}

;// CONCATENATED MODULE: ./lib/inspect/pytorch-legacy.js






/**
 * What `torch.save` wrote before PyTorch 1.6, and still does where it is told to: five pickles, which are a magic
 * number, a protocol, facts about the machine, the saved object and the keys of its storages, and then the storages
 * in the order of their keys, each behind the count of its numbers. The fields are entries of the saved dict.
 * Source: `_legacy_save` in torch/serialization.py.
 */
const pytorchLegacy = { name: "pytorch-legacy", fits: pytorch_legacy_fits, inspect: pytorch_legacy_inspect };
/** The magic number in its pickle, behind the two bytes of protocols 2 and 3 or the eleven of later ones. */
const pytorch_legacy_MAGIC = [
    0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
];
const MAGIC_PLACES = [2, 11];
function pytorch_legacy_fits({ head }) {
    return head[0] === 0x80 && MAGIC_PLACES.some((place) => (0,inspect_bytes/* hasAt */.ow)(head, place, pytorch_legacy_MAGIC));
}
/** Most files name their tensors in the first; the second is for models of some thousand tensors. */
const PIECES = [64 * 1024, 512 * 1024];
function pytorch_legacy_inspect(reader, names) {
    for (const length of PIECES) {
        const pickles = readPickles(reader.read(0, length), names);
        if (pickles === "newer")
            return (0,verdicts/* unknown */.L5)("it is pickled in a newer protocol");
        if (pickles === "broken")
            return (0,verdicts/* damaged */.qM)("its pickles are not whole");
        if (pickles !== "cut")
            return inspectStorages(reader, pickles, names);
        if (length >= reader.sizeBytes)
            return (0,verdicts/* truncated */.ps)("it ends inside of its pickles");
    }
    return (0,verdicts/* unknown */.L5)("its pickles are too long to be read");
}
function readPickles(bytes, names) {
    const pickles = [];
    let end = 0;
    while (pickles.length < 5) {
        const pickle = readPickleAt(bytes, end, names);
        if (typeof pickle === "string")
            return pickle;
        pickles.push(pickle);
        end = pickle.end;
    }
    const [, protocol, , saved] = pickles;
    return {
        protocol: protocol?.value === undefined ? "" : showValue(protocol.value),
        fields: fieldsOf(saved?.value),
        storages: storagesOf(saved?.references ?? []),
        end,
    };
}
const pytorch_legacy_PROTOCOL = "1001";
function inspectStorages(reader, { protocol, fields, storages, end }, names) {
    if (protocol !== pytorch_legacy_PROTOCOL)
        return (0,verdicts/* unknown */.L5)("its protocol is not known here");
    return (0,verdicts/* withFields */.qO)(faultOfStorages(reader, storages, end) ?? { structure: "sound" }, fields, names);
}
function faultOfStorages(reader, storages, start) {
    if (storages === undefined)
        return (0,verdicts/* unknown */.L5)("the size of its tensors cannot be told");
    const size = storages.reduce((sum, storage) => sum + bytesOfStorage(storage), 0);
    const fault = (0,verdicts/* faultOfSize */.RX)(reader.sizeBytes, start + size);
    if (fault !== undefined)
        return fault;
    if (!areInPlace(reader, storages, start))
        return (0,verdicts/* damaged */.qM)("its tensors are not in their places");
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    return (0,tail_probe/* hasZeroTail */.dH)(reader, start) ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : undefined;
}
const PROBED_STORAGES = 8;
/** Up to 8 storages, from the first to the last, must begin with the count of their numbers. */
function areInPlace(reader, storages, start) {
    const step = Math.ceil(storages.length / PROBED_STORAGES);
    let at = start;
    for (const [place, storage] of storages.entries()) {
        const isProbed = place % step === 0 || place === storages.length - 1;
        if (isProbed && (0,inspect_bytes/* uint64 */.VV)(reader.read(at, 8), 0) !== storage.numbers)
            return false;
        at += bytesOfStorage(storage);
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/inspect/safetensors.js





/**
 * A length, a JSON header of that length, the tensors. The fields stand in the header's `__metadata__`.
 * Source: https://github.com/huggingface/safetensors, section "Format".
 */
const safetensors = { name: "safetensors", fits: safetensors_fits, inspect: safetensors_inspect };
const safetensors_METADATA = "__metadata__";
const LENGTH_BYTES = 8;
/** The format's own limit. */
const safetensors_LONGEST_HEADER = 100_000_000;
/** A header of some 5,000 tensors. */
const LONGEST_READ = 512 * 1024;
const BRACE = 0x7b;
function safetensors_fits({ fileName, head }) {
    if (fileName.toLowerCase().endsWith(".safetensors"))
        return true;
    return head[LENGTH_BYTES] === BRACE && isHeaderLength((0,inspect_bytes/* uint64 */.VV)(head, 0));
}
function isHeaderLength(length) {
    return length >= 2 && length <= safetensors_LONGEST_HEADER;
}
function safetensors_inspect(reader, names) {
    if (reader.sizeBytes < LENGTH_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends before its header");
    const length = (0,inspect_bytes/* uint64 */.VV)(reader.read(0, LENGTH_BYTES), 0);
    if (!isHeaderLength(length))
        return (0,verdicts/* damaged */.qM)(`its header cannot be ${(0,core_text/* count */.U9)(length, "byte")} long`);
    if (LENGTH_BYTES + length > reader.sizeBytes)
        return (0,verdicts/* truncated */.ps)("it ends inside of its header");
    if (length > LONGEST_READ)
        return (0,verdicts/* unknown */.L5)("its header is too long to be read");
    const header = safetensors_parseHeader((0,inspect_bytes/* textOf */.b6)(reader.read(LENGTH_BYTES, length)));
    if (header === undefined)
        return (0,verdicts/* damaged */.qM)("its header is no JSON object");
    const start = LENGTH_BYTES + length;
    const fault = faultOfSize(header, reader.sizeBytes - start);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    const found = (0,tail_probe/* hasZeroTail */.dH)(reader, start) ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
    return { ...found, ...(0,inspect_fields/* named */.KT)((0,inspect_fields/* fieldsOfRecord */.ig)(header[safetensors_METADATA], names), names) };
}
function safetensors_parseHeader(text) {
    try {
        const header = JSON.parse(text);
        return (0,core_text/* isRecord */.u4)(header) ? header : undefined;
    }
    catch {
        return undefined;
    }
}
function faultOfSize(header, present) {
    const expected = sizeOfTensors(header);
    if (expected === undefined)
        return (0,verdicts/* damaged */.qM)("its tensors do not follow one another");
    if (present < expected)
        return (0,verdicts/* truncated */.ps)(`it is ${(0,core_text/* count */.U9)(expected - present, "byte")} short`);
    if (present === expected)
        return undefined;
    return (0,verdicts/* damaged */.qM)(`after its end there is more: ${(0,core_text/* count */.U9)(present - expected, "byte")}`);
}
/** `undefined` where the tensors leave gaps, overlap or have no place at all. */
function sizeOfTensors(header) {
    const places = Object.entries(header)
        .filter(([name]) => name !== safetensors_METADATA)
        .map(([, tensor]) => safetensors_placeOf(tensor))
        .sort((a, b) => a.begin - b.begin || a.end - b.end);
    let size = 0;
    for (const { begin, end } of places) {
        if (begin !== size || !(end >= begin))
            return undefined;
        size = end;
    }
    return size;
}
/** NaN, which follows nothing, where there is no number. */
function safetensors_placeOf(tensor) {
    const offsets = (0,core_text/* isRecord */.u4)(tensor) ? tensor["data_offsets"] : undefined;
    const [begin, end] = Array.isArray(offsets) ? offsets : [];
    return { begin: asWhole(begin), end: asWhole(end) };
}
function asWhole(value) {
    return typeof value === "number" && Number.isSafeInteger(value) ? value : NaN;
}

;// CONCATENATED MODULE: ./lib/inspect/sqlite.js




/**
 * An SQLite database: pages of one size, and their number in the header. Whether a journal lies beside it, from which
 * a change that was cut off would be rolled back, is not looked at.
 * Source: "Database File Format" at sqlite.org, sections 1.2, 1.3 and 1.6.
 */
const sqlite = {
    name: "sqlite",
    fits: ({ head }) => (0,inspect_bytes/* hasAt */.ow)(head, 0, sqlite_MAGIC),
    inspect: sqlite_inspect,
};
const sqlite_MAGIC = [...Buffer.from("SQLite format 3\0", "latin1")];
/** The header, and the byte behind it that tells the kind of the first page. */
const sqlite_HEAD_BYTES = 101;
const PAYLOAD_FRACTIONS = [64, 32, 32];
const TABLE_PAGES = new Set([5, 13]);
const IN_WAL = 2;
function sqlite_inspect(reader) {
    const { sizeBytes } = reader;
    if (sizeBytes < sqlite_HEAD_BYTES)
        return (0,verdicts/* truncated */.ps)("it ends inside of its header");
    const head = reader.read(0, sqlite_HEAD_BYTES);
    const pageBytes = pageBytesOf(head);
    if (pageBytes === undefined)
        return (0,verdicts/* damaged */.qM)("its header cannot be read");
    const pages = pagesOf(head);
    if (sizeBytes % pageBytes !== 0 && (pages === undefined || sizeBytes < pages * pageBytes))
        return (0,verdicts/* truncated */.ps)("it ends inside of a page");
    if (pages === undefined)
        return (0,verdicts/* unknown */.L5)("its header does not say how many pages it has");
    const excess = sizeBytes - pages * pageBytes;
    if (excess < 0)
        return (0,verdicts/* truncated */.ps)(`it is ${(0,core_text/* count */.U9)(-excess, "byte")} short`);
    // A program may let the file grow by more than a page at a time.
    if (excess > 0 && excess % pageBytes === 0)
        return (0,verdicts/* unknown */.L5)("it has more pages than it says");
    if (excess > 0)
        return (0,verdicts/* damaged */.qM)(`after its end there is more: ${(0,core_text/* count */.U9)(excess, "byte")}`);
    if ((0,inspect_bytes/* byteAt */.aL)(head, 19) === IN_WAL)
        return (0,verdicts/* unknown */.L5)("it is in WAL mode: the last changes may be in the file beside it");
    // A page may be all zero: a doubt and no proof.
    return (0,tail_probe/* hasZeroTail */.dH)(reader) ? (0,verdicts/* unknown */.L5)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
}
/** `undefined` where the header or the first page is none. */
function pageBytesOf(head) {
    const said = (0,inspect_bytes/* byteAt */.aL)(head, 16) * 0x100 + (0,inspect_bytes/* byteAt */.aL)(head, 17);
    const bytes = said === 1 ? 0x1_0000 : said;
    const isSize = bytes >= 512 && Number.isInteger(Math.log2(bytes));
    const isTable = TABLE_PAGES.has((0,inspect_bytes/* byteAt */.aL)(head, 100));
    return isSize && isTable && (0,inspect_bytes/* hasAt */.ow)(head, 21, PAYLOAD_FRACTIONS) ? bytes : undefined;
}
/** The number counts only where the program that last wrote the file also wrote it. */
function pagesOf(head) {
    const pages = uint32BigEndian(head, 28);
    return pages > 0 && uint32BigEndian(head, 24) === uint32BigEndian(head, 92) ? pages : undefined;
}
function uint32BigEndian(bytes, at) {
    return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}

;// CONCATENATED MODULE: ./lib/inspect/zip-archive.js


/** A zip of any other program (`.npz`, `.docx`, …): whole or not, and nothing about what is inside. */
const zipArchive = {
    name: "zip",
    fits: ({ head }) => (0,inspect_bytes/* hasAt */.ow)(head, 0, inspect_zip/* LOCAL_HEADER */.Et) || (0,inspect_bytes/* hasAt */.ow)(head, 0, EMPTY_ARCHIVE),
    inspect: zip_archive_inspect,
};
/** A zip without entries is its end record alone. */
const EMPTY_ARCHIVE = [0x50, 0x4b, 5, 6];
function zip_archive_inspect(reader) {
    const zip = (0,inspect_zip/* readZip */.ue)(reader);
    return zip.kind === "fault" ? zip.findings : { structure: "sound" };
}

;// CONCATENATED MODULE: ./lib/inspect/zstd.js




/**
 * Zstandard frames one after the other. From block to block, the lengths in their headers must lead to the end of the
 * file; nothing is unpacked.
 * Source: RFC 8878, section 3.
 */
const zstd = { name: "zstd", fits: zstd_fits, inspect: zstd_inspect };
const zstd_MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const zstd_MAGIC_BYTES = zstd_MAGIC.length;
function zstd_fits(beginning) {
    const { fileName, head } = beginning;
    return beginsWith(beginning, zstd_MAGIC, zstd_NAME) || (zstd_NAME.test(fileName) && isSkippable(head));
}
const zstd_NAME = /\.t?zst$/i;
/** The last four bits of the first byte are the user's. A beginning that is cut short counts as well. */
function isSkippable(head) {
    return ((0,inspect_bytes/* byteAt */.aL)(head, 0) & 0xf0) === 0x50 && (0,inspect_bytes/* hasAt */.ow)(head, 1, SKIPPABLE.slice(0, head.length - 1));
}
const SKIPPABLE = [0x2a, 0x4d, 0x18];
/** Some 2 GB of content in blocks of the usual 128 KB, in some 60 KB that are read. */
const MOST_BLOCKS = 20_000;
const CUT = (0,verdicts/* truncated */.ps)("it ends before its last block does");
function zstd_inspect(reader) {
    const walk = { reader, at: 0, blocksLeft: MOST_BLOCKS };
    let kind = "frame";
    while (walk.at < reader.sizeBytes) {
        const head = reader.read(walk.at, zstd_LONGEST_HEADER);
        kind = isSkippable(head) ? "skippable" : "frame";
        const fault = kind === "frame" ? passFrame(walk, head) : passSkippable(walk, head);
        if (fault !== undefined)
            return fault;
    }
    if (walk.at > reader.sizeBytes)
        return CUT;
    // What a skippable frame holds may be anything; packed data is never so many zeros.
    return kind === "frame" && (0,tail_probe/* hasZeroTail */.dH)(reader) ? (0,verdicts/* damaged */.qM)(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
}
function passSkippable(walk, head) {
    if (head.length < zstd_MAGIC_BYTES + 4)
        return CUT;
    walk.at += zstd_MAGIC_BYTES + 4 + (0,inspect_bytes/* uint32 */.S8)(head, zstd_MAGIC_BYTES);
    return countBlock(walk);
}
const zstd_LONGEST_HEADER = 18;
const RESERVED_BIT = 8;
const SINGLE_SEGMENT_BIT = 0x20;
const CHECKSUM_BIT = 4;
const zstd_CHECKSUM_BYTES = 4;
const DICTIONARY_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
function passFrame(walk, head) {
    if (!(0,inspect_bytes/* hasAt */.ow)(head, 0, zstd_MAGIC))
        return faultOfStart(walk, head);
    const descriptor = (0,inspect_bytes/* byteAt */.aL)(head, zstd_MAGIC_BYTES);
    if ((descriptor & RESERVED_BIT) !== 0)
        return (0,verdicts/* damaged */.qM)("a header of it cannot be read");
    walk.at += sizeOfHeader(descriptor);
    const fault = passBlocks(walk);
    if ((descriptor & CHECKSUM_BIT) !== 0)
        walk.at += zstd_CHECKSUM_BYTES;
    return fault;
}
function faultOfStart({ at }, head) {
    if ((0,inspect_bytes/* hasAt */.ow)(head, 0, zstd_MAGIC.slice(0, head.length)))
        return CUT;
    if (at > 0)
        return (0,verdicts/* damaged */.qM)("after its end there is more");
    return (0,verdicts/* damaged */.qM)((0,inspect_bytes/* isAllZero */.y3)(head) ? "it begins in zeros" : "it begins with no frame");
}
function sizeOfHeader(descriptor) {
    const isSingle = (descriptor & SINGLE_SEGMENT_BIT) !== 0;
    const contentSize = CONTENT_SIZE_BYTES[descriptor >> 6] ?? 0;
    // A single segment has no window, and always a content size.
    const window = isSingle ? Number(contentSize === 0) : 1;
    return zstd_MAGIC_BYTES + 1 + window + (DICTIONARY_BYTES[descriptor & 3] ?? 0) + contentSize;
}
const BLOCK_HEADER_BYTES = 3;
const RUN = 1;
const RESERVED = 3;
const LARGEST_BLOCK = 128 * 1024;
function passBlocks(walk) {
    for (;;) {
        const header = walk.reader.read(walk.at, BLOCK_HEADER_BYTES);
        if (header.length < BLOCK_HEADER_BYTES)
            return CUT;
        const type = ((0,inspect_bytes/* byteAt */.aL)(header, 0) >> 1) & 3;
        const length = ((0,inspect_bytes/* uint16 */.oe)(header, 0) + (0,inspect_bytes/* byteAt */.aL)(header, 2) * 0x1_0000) >> 3;
        if (type === RESERVED || length > LARGEST_BLOCK)
            return (0,verdicts/* damaged */.qM)("a block of it cannot be read");
        walk.at += BLOCK_HEADER_BYTES + (type === RUN ? 1 : length);
        const fault = countBlock(walk);
        if (fault !== undefined)
            return fault;
        if (((0,inspect_bytes/* byteAt */.aL)(header, 0) & 1) === 1)
            return undefined;
    }
}
function countBlock(walk) {
    walk.blocksLeft -= 1;
    return walk.blocksLeft === 0
        ? (0,verdicts/* unknown */.L5)("it has too many blocks to follow them to the end")
        : undefined;
}

;// CONCATENATED MODULE: ./lib/inspect/inspect.js




















/** The first that fits is taken; `plain` fits every file. A further format gets its place here. */
const FORMATS = [
    pytorch,
    npz,
    zipArchive,
    pytorchLegacy,
    npy,
    gguf,
    hdf5,
    onnx,
    safetensors,
    json,
    parquet,
    arrowFile,
    arrowStream,
    sqlite,
    gzip,
    zstd,
    jsonLines,
];
/**
 * What the file at `path` says about itself, from kilobytes of it (1 MiB at the very most): it is never loaded,
 * and no pickle is executed. Whatever its bytes are, they make an answer, never an error.
 * @throws the system error where the file cannot be opened or read.
 */
async function inspect_inspect(disk, path, names) {
    const file = countReads(disk.open(path));
    try {
        const { format, findings } = await look(file, (0,external_node_path_.basename)(path), names);
        return { format, ...findings, bytesRead: file.bytesRead() };
    }
    finally {
        file.close();
    }
}
async function look(file, fileName, names) {
    let format = plain;
    try {
        format = findFormat(file, fileName);
        const findings = file.sizeBytes === 0 ? EMPTY : await format.inspect(file, names);
        return { format: format.name, findings };
    }
    catch (error) {
        if (!(error instanceof NoAnswer))
            throw error;
        return { format: format.name, findings: { structure: "unknown", why: error.message } };
    }
}
const EMPTY = { structure: "empty", why: "it holds no bytes" };
function findFormat(file, fileName) {
    const { sizeBytes } = file;
    const head = file.read(0, BEGINNING_BYTES);
    return FORMATS.find((format) => format.fits({ fileName, head, sizeBytes })) ?? plain;
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


/***/ })

};
