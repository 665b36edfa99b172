export const id = 972;
export const ids = [972];
export const modules = {

/***/ 2972:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspect: () => (/* binding */ inspect_inspect)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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

;// CONCATENATED MODULE: ./lib/inspect/bytes.js
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

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/inspect/fields.js
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

;// CONCATENATED MODULE: ./lib/inspect/verdicts.js


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
    return counts ? { ...found, ...named(fields, names) } : found;
}
/** What a size of `present` bytes says against a file that has to be `expected` bytes long. */
function faultOfSize(present, expected) {
    if (present < expected)
        return truncated(`it is ${(0,core_text/* count */.U9)(expected - present, "byte")} short`);
    if (present === expected)
        return undefined;
    return damaged(`after its end there is more: ${(0,core_text/* count */.U9)(present - expected, "byte")}`);
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
            throw new WalkEnd(unknown("what describes it is too long to be read"));
        left -= wanted;
        window = reader.read(at, wanted);
        windowAt = at;
    };
    const demand = (length) => {
        if (!(at + length <= reader.sizeBytes))
            throw new WalkEnd(truncated("it ends too early"));
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
const LONGEST_TEXT = 1024;
const DEEPEST_ARRAY = 4;
function readUint32(cursor) {
    return uint32(cursor.take(4), 0);
}
function readUint64(cursor) {
    return uint64(cursor.take(8), 0);
}
/** A text; of a long one its beginning. */
function readText(cursor) {
    const length = readUint64(cursor);
    const text = textOf(cursor.take(Math.min(length, LONGEST_TEXT)));
    if (length <= LONGEST_TEXT)
        return text;
    cursor.skip(length - LONGEST_TEXT);
    return clip(text);
}
/** A value of this type, as a field shows it. @throws WalkEnd where the type is not known. */
function readValue(cursor, type) {
    if (type === TEXT)
        return readText(cursor);
    if (type === ARRAY) {
        passArray(cursor, 0);
        return OBJECT;
    }
    const [bytes, kind] = fixedType(type);
    const data = cursor.take(bytes);
    if (kind === "bool")
        return byteAt(data, 0) === 0 ? "false" : "true";
    return showNumber(data, kind) ?? OBJECT;
}
function fixedType(type) {
    const fixed = FIXED.get(type);
    if (fixed === undefined)
        throw new WalkEnd(damaged(`its metadata holds a value of the type ${type}, which is none`));
    return fixed;
}
/** Numbers are passed over at once; texts have to be read one after the other. */
function passArray(cursor, depth) {
    if (depth === DEEPEST_ARRAY)
        throw new WalkEnd(unknown("its metadata is nested too deeply"));
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
            throw new WalkEnd(damaged(`its tensor ${name} does not follow the one before`));
        end = Math.ceil(end / alignment) * alignment + bytes;
    }
    return end;
}
function readSize(cursor, name) {
    const dimensions = readUint32(cursor);
    if (dimensions > MOST_DIMENSIONS)
        throw new WalkEnd(damaged(`its tensor ${name} has ${dimensions} dimensions`));
    let numbers = 1;
    for (let place = 0; place < dimensions; place += 1)
        numbers *= readUint64(cursor);
    const type = readUint32(cursor);
    const [blockNumbers, blockBytes] = BLOCKS.get(type) ?? [0, 0];
    if (blockNumbers === 0)
        throw new WalkEnd(unknown(`the size of its tensors of type ${type} is not known here`));
    return Math.ceil(numbers / blockNumbers) * blockBytes;
}

;// CONCATENATED MODULE: ./lib/inspect/tail-probe.js

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
    return length >= FEWEST_BYTES && isAllZero(reader.read(reader.sizeBytes - length, length));
}
/** Are the first 4 KB all zero? */
function hasZeroHead(reader) {
    const length = Math.min(PROBE_BYTES, reader.sizeBytes);
    return length >= FEWEST_BYTES && isAllZero(reader.read(0, length));
}
const MIDDLE_PROBES = 7;
/** Are 4 KB at seven places between the ends all zero? */
function hasZeroMiddle(reader) {
    const step = Math.floor(reader.sizeBytes / (MIDDLE_PROBES + 1));
    for (let probe = 1; probe <= MIDDLE_PROBES; probe += 1) {
        if (!isAllZero(reader.read(step * probe, Math.min(PROBE_BYTES, step))))
            return false;
    }
    return true;
}

;// CONCATENATED MODULE: ./lib/inspect/gguf.js







/**
 * Keys and values, the list of tensors, the tensors. The fields are keys, their values texts, numbers or truth values.
 * Source: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3.
 */
const gguf = { name: "gguf", fits, inspect };
const MAGIC = [0x47, 0x47, 0x55, 0x46];
const MAGIC_BYTES = 8;
function fits({ fileName, head }) {
    return hasAt(head, 0, MAGIC) || fileName.toLowerCase().endsWith(".gguf");
}
function inspect(reader, names) {
    const start = reader.read(0, MAGIC_BYTES);
    if (!hasAt(start, 0, MAGIC.slice(0, start.length)))
        return damaged("it does not begin as GGUF");
    if (start.length < MAGIC_BYTES)
        return truncated("it ends before its header");
    const version = uint32(start, MAGIC.length);
    if (version !== 2 && version !== 3)
        return unknown("its version is not known here");
    const fields = new Map();
    const found = findingsOfWalk(() => inspectHeader(reader, names, fields));
    return withFields(found, fields, names);
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
    const fault = isFilled ? undefined : faultOfSize(reader.sizeBytes, end);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    return hasZeroTail(reader, start) ? unknown(ZERO_TAIL) : { structure: "sound" };
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
        setField(fields, names, [key, value]);
        if (key === ALIGNMENT)
            alignment = Number(value);
    }
    if (!Number.isSafeInteger(alignment) || alignment < 1)
        throw new WalkEnd(damaged("its alignment is no number"));
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
        if (!hasAt(cursor.take(HEAP_PREFIX), 0, HEAP))
            return undefined;
        const end = at + uintOf(cursor.take(lengthBytes));
        while (cursor.at() < end) {
            const found = uint16(cursor.take(8), 0);
            const size = uintOf(cursor.take(lengthBytes));
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
    if (hasAt(bytes, 0, [1, 0]))
        return { layout: OLD_LAYOUT, first: { at: at + OLD_PREFIX, bytes: uint32(bytes, 8) } };
    if (!hasAt(bytes, 0, [...SIGNATURE, 2]))
        return undefined;
    const flags = byteAt(bytes, 5);
    const sizeAt = 6 + ((flags & HAS_TIMES) === 0 ? 0 : 16) + ((flags & HAS_PHASES) === 0 ? 0 : 4);
    const sizeBytes = 2 ** (flags & SIZE_BITS);
    const size = uintOf(bytes.subarray(sizeAt, sizeAt + sizeBytes));
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
        const end = start + uint16(bytes, at + typeBytes);
        if (end > bytes.length)
            break;
        const type = uintOf(bytes.subarray(at, at + typeBytes));
        messages.push({ type, data: bytes.subarray(start, end) });
        at = end;
    }
    return messages;
}
const CONTINUED_SIGNATURE_BYTES = 4;
const CHECKSUM_BYTES = 4;
function nextChunk({ origin, offsetBytes, lengthBytes }, { data }, layout) {
    const at = origin + uintOf(data.subarray(0, offsetBytes));
    const bytes = uintOf(data.subarray(offsetBytes, offsetBytes + lengthBytes));
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
            setField(fields, names, [attribute.name, value]);
    }
    return fields;
}
/** A datatype that is kept elsewhere, for several attributes. */
const SHARED_TYPE = 1;
function parseAttribute(bytes) {
    const version = byteAt(bytes, 0);
    if (version < 1 || version > 3)
        return undefined;
    if (version > 1 && (byteAt(bytes, 1) & SHARED_TYPE) !== 0)
        return undefined;
    let at = version === 3 ? 9 : 8;
    const next = (size) => {
        const start = at;
        at += version === 1 ? Math.ceil(size / 8) * 8 : size;
        return bytes.subarray(start, start + size);
    };
    const name = textOf(withoutPadding(next(uint16(bytes, 2))));
    const datatype = next(uint16(bytes, 4));
    const dataspace = next(uint16(bytes, 6));
    return { name, datatype, dataspace, data: bytes.subarray(at) };
}
const CLASS = { integer: 0, float: 1, text: 3, enumeration: 8, variable: 9 };
const BIG_ENDIAN = 0x01;
const SIGNED = 0x08;
/** As a field shows it; `undefined` where it cannot be read. */
function hdf5_attributes_valueOf(file, { datatype, dataspace, data }) {
    if (!isSingle(dataspace))
        return OBJECT;
    const flags = byteAt(datatype, 1);
    const size = uint32(datatype, 4);
    if (data.length < size)
        return undefined;
    const bytes = data.subarray(0, size);
    switch (byteAt(datatype, 0) & 0x0f) {
        case CLASS.integer:
            return hasWholeBytes(datatype, size)
                ? showNumber(bytes, (flags & SIGNED) === 0 ? "unsigned" : "signed", isBig(flags))
                : undefined;
        case CLASS.float:
            return hasWholeBytes(datatype, size) ? showNumber(bytes, "float", isBig(flags)) : undefined;
        case CLASS.text:
            return textOfFixed(bytes, flags);
        case CLASS.enumeration:
            return isTruth(datatype) ? String(byteAt(bytes, 0) !== 0) : OBJECT;
        case CLASS.variable:
            return (flags & KIND) === TEXT_KIND ? textOfVariable(file, bytes) : OBJECT;
        default:
            return OBJECT;
    }
}
const NO_VALUE = 2;
/** One value without dimensions; in version 2 a dataspace may also say that there is none. */
function isSingle(dataspace) {
    const isNone = byteAt(dataspace, 0) === 2 && byteAt(dataspace, 3) === NO_VALUE;
    return byteAt(dataspace, 1) === 0 && !isNone;
}
function isBig(flags) {
    return (flags & BIG_ENDIAN) !== 0;
}
/** Numbers may leave bits of their bytes unused; those are not shown. */
function hasWholeBytes(datatype, size) {
    return uint16(datatype, 8) === 0 && uint16(datatype, 10) === size * 8;
}
/** What h5py makes of a truth value: an enumeration of FALSE and TRUE in one byte. */
function isTruth(datatype) {
    const isPair = uint16(datatype, 1) === 2 && uint32(datatype, 4) === 1;
    return isPair && textOf(datatype).replaceAll("\0", "").endsWith("FALSETRUE\u0001");
}
const PADDING = 0x0f;
const ENDS_AT_ZERO = 0;
const PADDED_BY_SPACES = 2;
const SPACE = 0x20;
function textOfFixed(bytes, flags) {
    const end = bytes.indexOf(0);
    if ((flags & PADDING) === ENDS_AT_ZERO)
        return textOf(end < 0 ? bytes : bytes.subarray(0, end));
    return textOf(withoutPadding(bytes, (flags & PADDING) === PADDED_BY_SPACES ? SPACE : 0));
}
const KIND = 0x0f;
const TEXT_KIND = 1;
/** A text of any length lies in a heap, and the attribute holds its length, the heap's address and its number there. */
function textOfVariable(file, bytes) {
    const { offsetBytes, origin } = file;
    const length = uint32(bytes, 0);
    const address = uintOf(bytes.subarray(4, 4 + offsetBytes));
    const number = uint32(bytes, 4 + offsetBytes);
    if (length === 0)
        return "";
    const found = readFromHeap(file, origin + address, number);
    return found === undefined || found.length < length
        ? undefined
        : textOf(withoutPadding(found.subarray(0, length)));
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
    return hasAt(head, 0, hdf5_SIGNATURE) || NAME.test(fileName);
}
function hdf5_inspect(reader, names) {
    const origin = findSuperblock(reader);
    if (origin === undefined)
        return faultOfBeginning(reader);
    const superblock = readSuperblock(reader, origin);
    if ("structure" in superblock)
        return superblock;
    if (superblock.isOpen)
        return truncated("it was not closed: it is being written, or its writer died");
    const fault = faultOfSize(reader.sizeBytes, superblock.endAt);
    if (fault !== undefined)
        return fault;
    const fields = readAttributes(superblock, superblock.rootAt, names);
    if (fields === undefined)
        return damaged("its root group does not lie where it should");
    // Zeros are a legal end of an array, so they are a doubt and no proof.
    const hasDoubt = hasZeroTail(reader, origin + LONGEST_SUPERBLOCK);
    return withFields(hasDoubt ? unknown(ZERO_TAIL) : { structure: "sound" }, fields, names);
}
/** Of a file that is kept in several parts, only the first begins as HDF5, and all have its name. */
function faultOfBeginning(reader) {
    if (hasZeroHead(reader))
        return damaged("it begins in zeros");
    const head = reader.read(0, hdf5_SIGNATURE.length);
    return head.length < hdf5_SIGNATURE.length
        ? truncated("it ends before its header")
        : unknown("it does not begin as HDF5");
}
function findSuperblock(reader) {
    let place = 0;
    while (place <= LAST_PLACE && place < reader.sizeBytes) {
        if (hasAt(reader.read(place, hdf5_SIGNATURE.length), 0, hdf5_SIGNATURE))
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
        return truncated("it ends before its header");
    const version = byteAt(bytes, hdf5_SIGNATURE.length);
    const layout = VERSIONS[version];
    if (layout === undefined)
        return unknown("its version is not known here");
    const { sizesAt, addressesAt, root } = layout;
    const [offsetBytes, lengthBytes] = [byteAt(bytes, sizesAt), byteAt(bytes, sizesAt + 1)];
    if (![2, 4, 8].includes(offsetBytes) || ![2, 4, 8].includes(lengthBytes))
        return damaged("its addresses have no size");
    const addressesEnd = addressesAt + (root + 1) * offsetBytes;
    if (bytes.length < addressesEnd)
        return truncated("it ends before its header");
    const address = (place) => uintOf(bytes.subarray(addressesAt + place * offsetBytes).subarray(0, offsetBytes));
    if (version < 2 && address(DRIVER) < 2 ** (8 * offsetBytes) - 1)
        return unknown("it is one of several files that belong together");
    return {
        reader,
        origin,
        offsetBytes,
        lengthBytes,
        rootAt: address(root),
        // The end is counted from the beginning of the file as it was when no block stood before it.
        endAt: address(END) + origin - address(0),
        isOpen: version > 1 && (byteAt(bytes, OPEN_AT) & OPEN) !== 0,
    };
}

;// CONCATENATED MODULE: ./lib/inspect/inspection.js
const BEGINNING_BYTES = 512;

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
    return text[at] === '"' ? textAt(text, at) : scalarAt(text, at);
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
function textAt(text, start) {
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
            return acceptValue(state, OBJECT) && json_scan_open(state, token.kind);
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
        setField(state.fields, state.names, [state.key, value]);
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
 * Documents one after the other, JSON Lines by whatever name, are left alone: any of them may be the last.
 */
const json = { name: "json", fits: json_fits, inspect: json_inspect };
function json_fits({ fileName, head }) {
    if (!fileName.toLowerCase().endsWith(".json"))
        return false;
    return (head.length > 0 && isAllZero(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test(textOf(head));
}
const LONGEST_WHOLE = 256 * 1024;
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;
function json_inspect(reader, names) {
    const { sizeBytes } = reader;
    if (sizeBytes <= LONGEST_WHOLE)
        return inspectWhole(textOf(reader.read(0, sizeBytes)), names);
    const head = textOf(reader.read(0, HEAD_BYTES));
    const tail = textOf(reader.read(sizeBytes - TAIL_BYTES, TAIL_BYTES));
    return inspectEnds({ head, tail }, names);
}
function inspectWhole(text, names) {
    const start = startOf(text);
    const first = scanJson(text, names, start);
    const fault = faultOf(first) ?? faultOfRest(text, names, first.at);
    return fault ?? { structure: "sound", ...named(first.fields, names) };
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
    return { ...structureOf(ends, start), ...named(fields, names) };
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
/**
 * Fields among the last entries of the outermost object: those from the first key on whose object ends with the text.
 * A quote behind a comma or an opening brace begins a key or a text; taken inside of a text it leads to no such end.
 */
function lastFields(tail, names) {
    for (const { index, 0: mark } of tail.matchAll(/[{,]\s*(?=")/g)) {
        const { ended, at, fields } = scanRestOfObject(tail, names, index + mark.length);
        if (ended === "whole" && skipBlanks(tail, at) === tail.length)
            return fields;
    }
    return new Map();
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
const DEEPEST = 32;
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
    if (token === undefined || depth > DEEPEST)
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
    if (!hasAt(start, 0, NPY_MAGIC.slice(0, start.length)))
        return damaged("it does not begin as npy");
    if (start.length < START_BYTES)
        return truncated("it ends before its header");
    const version = byteAt(start, NPY_MAGIC.length);
    if (version < 1 || version > 3)
        return unknown("its version is not known here");
    const headerAt = npy_header_MAGIC_BYTES + (version === 1 ? 2 : 4);
    const length = version === 1 ? uint16(start, npy_header_MAGIC_BYTES) : uint32(start, npy_header_MAGIC_BYTES);
    if (headerAt + length > reader.sizeBytes)
        return truncated("it ends inside of its header");
    if (length > npy_header_LONGEST_HEADER)
        return unknown("its header is too long to be read");
    const header = parseHeader(textOf(reader.read(headerAt, length)));
    return header === undefined
        ? damaged("its header describes no array")
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
    return value.kind === "unread" ? UNREAD : OBJECT;
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
            setField(fields, stack.names, [key.text, showValue(value)]);
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
    ["J", fixed(4), pushScalar((bytes) => String(uint32(bytes, 0) | 0))],
    ["K", fixed(1), pushScalar((bytes) => String(byteAt(bytes, 0)))],
    ["M", fixed(2), pushScalar((bytes) => String(uint16(bytes, 0)))],
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
    ["g", lines(1), (stack, line) => recall(stack, Number(textOf(line)))],
    ["h", fixed(1), (stack, bytes) => recall(stack, byteAt(bytes, 0))],
    ["j", fixed(4), (stack, bytes) => recall(stack, uint32(bytes, 0))],
    ["p", lines(1), (stack, line) => remember(stack, Number(textOf(line)))],
    ["q", fixed(1), (stack, bytes) => remember(stack, byteAt(bytes, 0))],
    ["r", fixed(4), (stack, bytes) => remember(stack, uint32(bytes, 0))],
    [0x94, none, rememberNext],
    [0x82, fixed(1), pushObject],
    [0x83, fixed(2), pushObject],
    [0x84, fixed(4), pushObject],
    ["c", lines(2), (stack, bytes) => pushGlobal(stack, textOf(bytes).split("\n")[1])],
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
    push({ kind: "global", name: clip(name) })(stack);
}
function pushNamedGlobal(stack) {
    const name = pop(stack);
    pop(stack);
    pushGlobal(stack, name.kind === "text" ? name.text : "");
}
const LONGEST_TEXT_BYTES = 1024;
/** Texts are kept only as far as a field could show them. */
function shortText(bytes) {
    return clip(textOf(bytes.subarray(0, LONGEST_TEXT_BYTES)));
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
        return areLetters(bytes, at + 5, uint32(bytes, at + 1));
    return bytes[at] === SHORT_BINUNICODE && areLetters(bytes, at + 2, byteAt(bytes, at + 1));
}
function areLetters(bytes, start, length) {
    if (length === 0 || length > pickle_sync_LONGEST_TEXT || start + length > bytes.length)
        return false;
    return bytes.subarray(start, start + length).every((byte) => byte >= 0x20 && byte !== 0x7f);
}
function isReference(bytes, at, memo) {
    if (bytes[at] === BINGET)
        return memo.get(byteAt(bytes, at + 1))?.kind === "text";
    return bytes[at] === LONG_BINGET && memo.get(uint32(bytes, at + 1))?.kind === "text";
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
    if (byteAt(bytes, at + 1) > HIGHEST_PROTOCOL)
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
    if (byteAt(head, 1) > HIGHEST_PROTOCOL)
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
            setField(fields, names, [key.text, showValue(value)]);
    }
    return fields;
}
/**
 * A pickle cannot be read backwards. But a walk from any operation on that ends at the exact end has seen the last
 * items set, and in which value: the one that lies alone on the stack then is the pickled value. Items of inner
 * mappings went into those. A start inside of some argument runs into the true operations, or breaks.
 */
function pickle_lastFields(tail, { names, memo }) {
    for (const start of findOperations(tail, memo)) {
        const { ended, at, stack } = walk(tail, start, newStack(names, memo));
        const isAlone = stack.values.length === 1 && stack.marks.length === 0;
        if (ended === "stop" && at === tail.length && isAlone)
            return fieldsOf(stack.values[0]);
    }
    return new Map();
}
/** Those of a mapping; none of anything else. */
function fieldsOf(value) {
    return value?.kind === "mapping" ? value.fields : new Map();
}
function walk(bytes, start, stack) {
    let at = start;
    while (at < bytes.length) {
        const operation = operationOf(byteAt(bytes, at));
        if (operation === undefined)
            return { ended: "broken", at, stack };
        const place = placeOf(operation.argument, bytes, at + 1);
        if (place.end > bytes.length)
            return { ended: "cut", at, stack };
        operation.apply(stack, bytes.subarray(place.start, place.end));
        if (stack.isBroken)
            return { ended: "broken", at, stack };
        if (bytes[at] === STOP)
            return { ended: "stop", at: place.end, stack };
        at = place.end;
    }
    return { ended: "cut", at, stack };
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
        return byteAt(bytes, at);
    if (size === 2)
        return uint16(bytes, at);
    return size === 4 ? uint32(bytes, at) : uint64(bytes, at);
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
    return hasAt(head, 0, NPY_MAGIC) || fileName.toLowerCase().endsWith(".npy");
}
function npy_inspect(reader, names) {
    const header = readNpyHeader(reader);
    if ("structure" in header)
        return header;
    const { dataAt, dataBytes, type } = header;
    if (type === "|O")
        return inspectObjects(reader, names, dataAt);
    if (dataBytes === undefined)
        return unknown("its size cannot be told from its type");
    const fault = faultOfSize(reader.sizeBytes, dataAt + dataBytes);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of an array, so they are a doubt and no proof.
    return hasZeroTail(reader, dataAt) ? unknown(ZERO_TAIL) : { structure: "sound" };
}
const LONGEST_PICKLE = 96 * 1024;
/** An array of Python objects is a pickle; what is inside of it is not looked at. */
function inspectObjects(reader, names, start) {
    const length = reader.sizeBytes - start;
    if (length > LONGEST_PICKLE)
        return unknown("its objects are too long to be read");
    const pickle = readPickleAt(reader.read(start, length), 0, names);
    if (pickle === "newer")
        return unknown("its objects are pickled in a newer protocol");
    if (pickle === "cut")
        return truncated("it ends inside of its objects");
    if (pickle === "broken")
        return damaged("its objects are no pickle");
    return faultOfSize(length, pickle.end) ?? { structure: "sound" };
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
        return OBJECT;
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
        return textOf(withoutPadding(data));
    if (kind === "U")
        return textOfUtf32(data, isBig);
    if (kind === "b")
        return byteAt(data, 0) === 0 ? "false" : "true";
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

;// CONCATENATED MODULE: ./lib/inspect/zip-end.js



const zip_end_END = [0x50, 0x4b, 5, 6];
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
            return zip_end_damaged(`after its end there is more: ${(0,core_text/* count */.U9)(other, "byte")}`);
        if (start === 0)
            break;
    }
    if (hasZeroTail(reader))
        return zip_end_damaged(ZERO_TAIL);
    return { structure: "truncated", why: "the end of the archive is missing" };
}
/** Where the end record stands whose comment ends with the file; else how many bytes follow the last one. */
function placesOfEnd(tail) {
    let other;
    let at = lastPlaceOf(tail, zip_end_END, tail.length - END_BYTES);
    while (at >= 0) {
        const excess = tail.length - at - END_BYTES - uint16(tail, at + 20);
        if (excess === 0)
            return { exact: at };
        if (excess > 0)
            other ??= excess;
        at = lastPlaceOf(tail, zip_end_END, at - 1);
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
    if (at < LOCATOR_BYTES || !hasAt(locator, 0, LOCATOR)) {
        return {
            directoryAt: uint32(end, 16),
            directoryBytes: uint32(end, 12),
            directoryEnd: at,
            entryCount: uint16(end, 10),
        };
    }
    const end64At = uint64(locator, 8);
    const end64 = reader.read(end64At, END64_BYTES);
    if (!hasAt(end64, 0, END64) || end64At + 12 + uint64(end64, 4) !== at - LOCATOR_BYTES)
        return zip_end_damaged("its ZIP64 end does not lie where it should");
    return {
        directoryAt: uint64(end64, 48),
        directoryBytes: uint64(end64, 40),
        directoryEnd: end64At,
        entryCount: uint64(end64, 32),
    };
}
function zip_end_damaged(why) {
    return { structure: "damaged", why };
}

;// CONCATENATED MODULE: ./lib/inspect/zip-entries.js

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
        if (!hasAt(bytes, at, ENTRY))
            return { entries, end: undefined };
        const next = at + sizeOfEntry(bytes, at);
        if (next > bytes.length)
            break;
        entries.push(zip_entries_parseEntry(bytes, at));
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
        if (!hasAt(bytes, at, ENTRY) || at + sizeOfEntry(bytes, at) !== start)
            continue;
        entries.push(zip_entries_parseEntry(bytes, at));
        start = at;
    }
    return entries.reverse();
}
function sizeOfEntry(bytes, at) {
    return ENTRY_BYTES + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
}
function zip_entries_parseEntry(bytes, at) {
    const nameAt = at + ENTRY_BYTES;
    const extraAt = nameAt + uint16(bytes, at + 28);
    const isEncrypted = (uint16(bytes, at + 8) & 1) === 1;
    const method = uint16(bytes, at + 10);
    return {
        name: textOf(bytes.subarray(nameAt, extraAt)),
        isStored: method === 0 && !isEncrypted,
        isDeflated: method === DEFLATE && !isEncrypted,
        crc32: uint32(bytes, at + 16),
        ...parsePlaces(bytes, at, bytes.subarray(extraAt, extraAt + uint16(bytes, at + 30))),
    };
}
const DEFLATE = 8;
const IN_ZIP64 = 0xffff_ffff;
/** Numbers that do not fit 32 bits stand in the ZIP64 field, in this order, and only those. */
function parsePlaces(bytes, at, extra) {
    const zip64 = zip64Field(extra);
    let place = uint32(bytes, at + 24) === IN_ZIP64 ? 8 : 0;
    const read = (number) => {
        if (number !== IN_ZIP64 || place + 8 > zip64.length)
            return number;
        place += 8;
        return uint64(zip64, place - 8);
    };
    const storedBytes = read(uint32(bytes, at + 20));
    return { storedBytes, headerAt: read(uint32(bytes, at + 42)) };
}
function zip64Field(extra) {
    let at = 0;
    while (at + 4 <= extra.length) {
        const next = at + 4 + uint16(extra, at + 2);
        if (uint16(extra, at) === 1)
            return extra.subarray(at + 4, next);
        at = next;
    }
    return new Uint8Array();
}

;// CONCATENATED MODULE: ./lib/inspect/zip.js



const LOCAL_HEADER = [0x50, 0x4b, 3, 4];
const LOCAL_HEADER_BYTES = 30;
/**
 * Reads the directory of a zip from its end, in at most 37 KB (100 KB where the end has to be searched for).
 * Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.
 */
function readZip(reader) {
    const end = findEnd(reader);
    if ("structure" in end)
        return { kind: "fault", findings: end };
    const { directoryAt, directoryBytes } = end;
    if (directoryAt + directoryBytes !== end.directoryEnd)
        return zip_damaged("its directory does not lie where its end says");
    const found = readDirectory(reader, end);
    if (found === undefined)
        return zip_damaged("its directory cannot be read");
    const fault = findBadEntry(reader, found.entries, directoryAt);
    return fault === undefined ? { kind: "zip", ...found, directoryAt } : zip_damaged(fault);
}
/** The name in the local header that a file begins with. */
function firstEntryName(head) {
    return textOf(head.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + uint16(head, 26)));
}
/** Where an entry's bytes begin, behind its local header, whose length the directory does not tell. */
function placeOfContent(reader, { headerAt }) {
    const header = reader.read(headerAt, LOCAL_HEADER_BYTES);
    return headerAt + LOCAL_HEADER_BYTES + uint16(header, 26) + uint16(header, 28);
}
/** Longer directories are looked at on both ends: `data.pkl` stands first in PyTorch's, `version` among the last. */
const LONGEST_DIRECTORY = 32 * 1024;
const DIRECTORY_PIECE = 16 * 1024;
function readDirectory(reader, { directoryAt, directoryBytes, entryCount }) {
    if (directoryBytes > LONGEST_DIRECTORY) {
        const { entries, end } = parseEntries(reader.read(directoryAt, DIRECTORY_PIECE));
        const lastAt = directoryAt + directoryBytes - DIRECTORY_PIECE;
        const last = parseLastEntries(reader.read(lastAt, DIRECTORY_PIECE));
        if (end === undefined || last.length === 0)
            return undefined;
        return { entries: [...entries, ...last], isWhole: false };
    }
    const { entries, end } = parseEntries(reader.read(directoryAt, directoryBytes));
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
        if (!hasAt(header, 0, LOCAL_HEADER))
            return `its entry ${entry.name} has no header at its place`;
    }
    return undefined;
}
function zip_damaged(why) {
    return { kind: "fault", findings: { structure: "damaged", why } };
}

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
    return hasAt(head, 0, LOCAL_HEADER) && firstEntryName(head).endsWith(npz_ARRAY);
}
function npz_inspect(reader, names) {
    const zip = readZip(reader);
    if (zip.kind === "fault")
        return zip.findings;
    const fields = new Map();
    for (const name of new Set([names.statusField, names.versionField])) {
        const entry = zip.entries.find((each) => each.name === `${name}${npz_ARRAY}`);
        if (entry === undefined)
            continue;
        const content = readContent(reader, entry);
        if (content === "broken")
            return damaged(`its ${entry.name} is not what its checksum says`);
        const value = content === undefined ? undefined : readNpyValue(content);
        if (value !== undefined)
            setField(fields, names, [name, value]);
    }
    return { structure: "sound", ...named(fields, names) };
}
/** A text of a few words takes less, compressed or not. */
const LONGEST_ENTRY = 16 * 1024;
/** `undefined`: too long for a field, or packed by another method. */
function readContent(reader, entry) {
    const { storedBytes, isStored, isDeflated } = entry;
    if (storedBytes > LONGEST_ENTRY || !(isStored || isDeflated))
        return undefined;
    const stored = reader.read(placeOfContent(reader, entry), storedBytes);
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
    const tag = readVarint(cursor);
    const number = Math.floor(tag / 8);
    if (number === 0)
        throw new WalkEnd(damaged("it holds bytes that begin no field"));
    return { number, wire: tag % 8 };
}
const LONGEST_VARINT = 10;
/** Exact up to 2^53. @throws WalkEnd where the file ends, or after ten bytes. */
function readVarint(cursor) {
    let value = 0;
    for (let place = 0; place < LONGEST_VARINT; place += 1) {
        const byte = byteAt(cursor.take(1), 0);
        value += (byte & 0x7f) * 2 ** (7 * place);
        if (byte < 0x80)
            return value;
    }
    throw new WalkEnd(damaged("it holds a number without end"));
}
/** Passes over a field's value. @throws WalkEnd where the file ends, or its layout is none. */
function passField(cursor, wire) {
    switch (wire) {
        case WIRE.varint:
            readVarint(cursor);
            return;
        case WIRE.eight:
            return cursor.skip(8);
        case WIRE.bytes:
            return cursor.skip(readVarint(cursor));
        case WIRE.four:
            return cursor.skip(4);
        default:
            throw new WalkEnd(damaged(`it holds a field of the layout ${wire}, which is none`));
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
    return withFields(found, fields, names);
}
function walkModel(reader, names, fields) {
    const cursor = newCursor(reader, 0, onnx_MOST_READ);
    const present = new Set();
    while (cursor.at() < reader.sizeBytes) {
        const { number, wire } = readTag(cursor);
        const expected = WIRE_TYPES.get(number);
        if (expected !== undefined && expected !== wire)
            throw new WalkEnd(damaged(`its field ${number} is of another type`));
        present.add(expected === undefined ? STRANGE : number);
        if (number === METADATA)
            readProperty(cursor, fields, names);
        else
            passField(cursor, wire);
    }
    if (present.has(STRANGE))
        return unknown("it holds fields that no model has today");
    if (present.has(GRAPH) && present.has(OPERATORS))
        return { structure: "sound" };
    return unknown("it holds no graph, or names no set of operators");
}
const LONGEST_PROPERTY = 4096;
const KEY = 1;
const VALUE = 2;
/** One entry of `metadata_props`, a message of key and value; a longer one is no field and is passed over. */
function readProperty(cursor, fields, names) {
    const length = readVarint(cursor);
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
        const text = textOf(cursor.take(readVarint(cursor)));
        if (number === KEY)
            key = text;
        if (number === VALUE)
            value = text;
    }
    if (cursor.at() !== end)
        throw new WalkEnd(damaged("its metadata does not end where it says"));
    setField(fields, names, [key, value]);
}

;// CONCATENATED MODULE: ./lib/inspect/plain.js

/** A file of which nothing is known: text, raw numbers, a format of the user's own. It fits every file. */
const plain = { name: "plain", fits: () => true, inspect: plain_inspect };
function plain_inspect(reader) {
    if (!hasZeroTail(reader))
        return { structure: "unknown", why: "a format without known structure" };
    // Numbers may begin and end in zeros; a file of nothing else never reached the disk.
    if (hasZeroHead(reader) && hasZeroMiddle(reader)) {
        return { structure: "damaged", why: "it holds zeros wherever it was looked at" };
    }
    return { structure: "unknown", why: ZERO_TAIL };
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
    if (!isCutOrWhole(head, LOCAL_HEADER))
        return false;
    return pytorch_NAME.test(fileName) || PICKLE_NAME.test(firstEntryName(head));
}
function isCutOrWhole(head, magic) {
    return hasAt(head, 0, magic.slice(0, head.length));
}
function pytorch_inspect(reader, names) {
    const zip = readZip(reader);
    if (zip.kind === "fault")
        return zip.findings;
    const pickle = zip.entries.find(({ name }) => PICKLE_NAME.test(name));
    const version = zip.entries.some(({ name }) => VERSION_NAME.test(name));
    if (pickle === undefined || !version)
        return { structure: "unknown", why: "an archive without data.pkl and version" };
    if (zip.entries[0]?.headerAt !== 0)
        return pytorch_damaged("something precedes its first entry");
    return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : { structure: "sound" };
}
/** With the head and tail of 64 KB and 16 KB, a file is inspected in less than 128 KB. */
const pytorch_HEAD_BYTES = 64 * 1024;
const pytorch_TAIL_BYTES = 16 * 1024;
function inspectPickle(reader, names, { zip, pickle }) {
    const { storedBytes } = pickle;
    const start = placeOfContent(reader, pickle);
    const end = start + storedBytes;
    if (end > zip.directoryAt)
        return pytorch_damaged("its data.pkl does not end before its directory");
    if (storedBytes <= pytorch_HEAD_BYTES + pytorch_TAIL_BYTES)
        return pytorch_inspectWhole(reader.read(start, storedBytes), names, pickle.crc32);
    const head = reader.read(start, pytorch_HEAD_BYTES);
    const tail = reader.read(end - pytorch_TAIL_BYTES, pytorch_TAIL_BYTES);
    return findingsOf(readPickleEnds({ head, tail }, names), names);
}
/** PyTorch can be told to record no checksums, and then writes 0. */
function pytorch_inspectWhole(bytes, names, checksum) {
    if (checksum !== 0 && (0,external_node_zlib_.crc32)(bytes) !== checksum)
        return pytorch_damaged("its data.pkl is not what its checksum says");
    return findingsOf(readWholePickle(bytes, names), names);
}
function findingsOf(read, names) {
    if (read === "newer")
        return { structure: "unknown", why: "its data.pkl is of a newer protocol" };
    if (read === "broken")
        return pytorch_damaged("its data.pkl is no whole pickle");
    return { structure: "sound", ...named(read, names) };
}
function pytorch_damaged(why) {
    return { structure: "damaged", why };
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
    return head[0] === 0x80 && MAGIC_PLACES.some((place) => hasAt(head, place, pytorch_legacy_MAGIC));
}
/** Most files name their tensors in the first; the second is for models of some thousand tensors. */
const PIECES = [64 * 1024, 512 * 1024];
function pytorch_legacy_inspect(reader, names) {
    for (const length of PIECES) {
        const pickles = readPickles(reader.read(0, length), names);
        if (pickles === "newer")
            return unknown("it is pickled in a newer protocol");
        if (pickles === "broken")
            return damaged("its pickles are not whole");
        if (pickles !== "cut")
            return inspectStorages(reader, pickles, names);
        if (length >= reader.sizeBytes)
            return truncated("it ends inside of its pickles");
    }
    return unknown("its pickles are too long to be read");
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
        return unknown("its protocol is not known here");
    return withFields(faultOfStorages(reader, storages, end) ?? { structure: "sound" }, fields, names);
}
function faultOfStorages(reader, storages, start) {
    if (storages === undefined)
        return unknown("the size of its tensors cannot be told");
    const size = storages.reduce((sum, storage) => sum + bytesOfStorage(storage), 0);
    const fault = faultOfSize(reader.sizeBytes, start + size);
    if (fault !== undefined)
        return fault;
    if (!areInPlace(reader, storages, start))
        return damaged("its tensors are not in their places");
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    return hasZeroTail(reader, start) ? unknown(ZERO_TAIL) : undefined;
}
const PROBED_STORAGES = 8;
/** Up to 8 storages, from the first to the last, must begin with the count of their numbers. */
function areInPlace(reader, storages, start) {
    const step = Math.ceil(storages.length / PROBED_STORAGES);
    let at = start;
    for (const [place, storage] of storages.entries()) {
        const isProbed = place % step === 0 || place === storages.length - 1;
        if (isProbed && uint64(reader.read(at, 8), 0) !== storage.numbers)
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
    return head[LENGTH_BYTES] === BRACE && isHeaderLength(uint64(head, 0));
}
function isHeaderLength(length) {
    return length >= 2 && length <= safetensors_LONGEST_HEADER;
}
function safetensors_inspect(reader, names) {
    if (reader.sizeBytes < LENGTH_BYTES)
        return safetensors_truncated("it ends before its header");
    const length = uint64(reader.read(0, LENGTH_BYTES), 0);
    if (!isHeaderLength(length))
        return safetensors_damaged(`its header cannot be ${(0,core_text/* count */.U9)(length, "byte")} long`);
    if (LENGTH_BYTES + length > reader.sizeBytes)
        return safetensors_truncated("it ends inside of its header");
    if (length > LONGEST_READ)
        return safetensors_unknown("its header is too long to be read");
    const header = safetensors_parseHeader(textOf(reader.read(LENGTH_BYTES, length)));
    if (header === undefined)
        return safetensors_damaged("its header is no JSON object");
    const start = LENGTH_BYTES + length;
    const fault = safetensors_faultOfSize(header, reader.sizeBytes - start);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    const found = hasZeroTail(reader, start) ? safetensors_unknown(ZERO_TAIL) : { structure: "sound" };
    return { ...found, ...safetensors_fieldsOf(header, names) };
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
function safetensors_faultOfSize(header, present) {
    const expected = sizeOfTensors(header);
    if (expected === undefined)
        return safetensors_damaged("its tensors do not follow one another");
    if (present < expected)
        return safetensors_truncated(`it is ${(0,core_text/* count */.U9)(expected - present, "byte")} short`);
    if (present === expected)
        return undefined;
    return safetensors_damaged(`after its end there is more: ${(0,core_text/* count */.U9)(present - expected, "byte")}`);
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
function safetensors_fieldsOf(header, names) {
    const metadata = header[safetensors_METADATA];
    const fields = new Map();
    for (const [name, value] of Object.entries((0,core_text/* isRecord */.u4)(metadata) ? metadata : {}))
        setField(fields, names, [
            name,
            typeof value === "object" && value !== null ? OBJECT : String(value),
        ]);
    return named(fields, names);
}
function safetensors_unknown(why) {
    return { structure: "unknown", why };
}
function safetensors_truncated(why) {
    return { structure: "truncated", why };
}
function safetensors_damaged(why) {
    return { structure: "damaged", why };
}

;// CONCATENATED MODULE: ./lib/inspect/zip-archive.js


/** A zip of any other program (`.npz`, `.docx`, …): whole or not, and nothing about what is inside. */
const zipArchive = {
    name: "zip",
    fits: ({ head }) => hasAt(head, 0, LOCAL_HEADER) || hasAt(head, 0, EMPTY_ARCHIVE),
    inspect: zip_archive_inspect,
};
/** A zip without entries is its end record alone. */
const EMPTY_ARCHIVE = [0x50, 0x4b, 5, 6];
function zip_archive_inspect(reader) {
    const zip = readZip(reader);
    return zip.kind === "fault" ? zip.findings : { structure: "sound" };
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


/***/ })

};
