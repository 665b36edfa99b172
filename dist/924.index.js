export const id = 924;
export const ids = [924];
export const modules = {

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

/***/ 9924:
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

;// CONCATENATED MODULE: ./lib/inspect/inspection.js
const BEGINNING_BYTES = 512;

// EXTERNAL MODULE: ./lib/inspect/bytes.js
var inspect_bytes = __webpack_require__(8615);
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
const json = { name: "json", fits, inspect };
function fits({ fileName, head }) {
    if (!fileName.toLowerCase().endsWith(".json"))
        return false;
    return (head.length > 0 && (0,inspect_bytes/* isAllZero */.y3)(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test((0,inspect_bytes/* textOf */.b6)(head));
}
const LONGEST_WHOLE = 256 * 1024;
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;
function inspect(reader, names) {
    const { sizeBytes } = reader;
    if (sizeBytes <= LONGEST_WHOLE)
        return inspectWhole((0,inspect_bytes/* textOf */.b6)(reader.read(0, sizeBytes)), names);
    const head = (0,inspect_bytes/* textOf */.b6)(reader.read(0, HEAD_BYTES));
    const tail = (0,inspect_bytes/* textOf */.b6)(reader.read(sizeBytes - TAIL_BYTES, TAIL_BYTES));
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

// EXTERNAL MODULE: ./lib/inspect/tail-probe.js
var tail_probe = __webpack_require__(5207);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
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
    return { names, values: [], marks: [], memo: new Map(), earlier, isBroken: false };
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
    ["G", fixed(8), pushScalar(showFloat)],
    ["]", none, pushObject],
    ["a", none, build(1, peek)],
    ["e", none, buildToMark(peek)],
    ["l", none, buildToMark(pushObject)],
    [")", none, pushObject],
    ["t", none, buildToMark(pushObject)],
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
    ["c", lines(2), pushObject],
    [0x93, none, build(2, pushObject)],
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
    ["Q", none, build(1, pushObject)],
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
const LONGEST_TEXT_BYTES = 1024;
/** Texts are kept only as far as a field could show them. */
function shortText(bytes) {
    return clip((0,inspect_bytes/* textOf */.b6)(bytes.subarray(0, LONGEST_TEXT_BYTES)));
}
const LONGEST_LONG_BYTES = 16;
function pushLong(stack, bytes) {
    if (bytes.length > LONGEST_LONG_BYTES)
        return pushObject(stack);
    const digits = [...bytes].reverse().map((byte) => byte.toString(16).padStart(2, "0"));
    const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x0${digits.join("")}`));
    push(constant(String(value)))(stack);
}
/** As Python writes it: a whole float keeps its `.0`. */
function showFloat(bytes) {
    const value = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat64(0);
    return Number.isInteger(value) ? value.toFixed(1) : String(value);
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
const LONGEST_TEXT = 200;
function isText(bytes, at) {
    if (bytes[at] === BINUNICODE)
        return areLetters(bytes, at + 5, (0,inspect_bytes/* uint32 */.S8)(bytes, at + 1));
    return bytes[at] === SHORT_BINUNICODE && areLetters(bytes, at + 2, (0,inspect_bytes/* byteAt */.aL)(bytes, at + 1));
}
function areLetters(bytes, start, length) {
    if (length === 0 || length > LONGEST_TEXT || start + length > bytes.length)
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
function fieldsOf(value) {
    return value?.kind === "mapping" ? value.fields : new Map();
}
function walk(bytes, start, stack) {
    let at = start;
    while (at < bytes.length) {
        const operation = operationOf((0,inspect_bytes/* byteAt */.aL)(bytes, at));
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

// EXTERNAL MODULE: ./lib/inspect/zip.js
var inspect_zip = __webpack_require__(7623);
;// CONCATENATED MODULE: ./lib/inspect/pytorch.js





/**
 * What `torch.save` writes since PyTorch 1.6: a zip of stored entries, `data.pkl` first and `version` among the last.
 * The fields are entries of the saved dict. They stand in `data.pkl`, in its first or its last kilobytes, of a pickle
 * that may itself be gigabytes long (lists of numbers).
 * Source: caffe2/serialize/inline_container.h and inline_container.cc of PyTorch.
 */
const pytorch = { name: "pytorch", fits: pytorch_fits, inspect: pytorch_inspect };
const NAME = /\.(?:pt|pth|ckpt)$/i;
const PICKLE_NAME = /^[^/]+\/data\.pkl$/;
const VERSION_NAME = /^[^/]+\/(?:\.data\/)?version$/;
function pytorch_fits({ head, fileName }) {
    if (!isCutOrWhole(head, inspect_zip/* LOCAL_HEADER */.Et))
        return false;
    return NAME.test(fileName) || PICKLE_NAME.test(firstName(head));
}
function isCutOrWhole(head, magic) {
    return (0,inspect_bytes/* hasAt */.ow)(head, 0, magic.slice(0, head.length));
}
function firstName(head) {
    return (0,inspect_bytes/* textOf */.b6)(head.subarray(inspect_zip/* LOCAL_HEADER_BYTES */.q_, inspect_zip/* LOCAL_HEADER_BYTES */.q_ + (0,inspect_bytes/* uint16 */.oe)(head, 26)));
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
        return damaged("something precedes its first entry");
    return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : { structure: "sound" };
}
/** With the head and tail of 64 KB and 16 KB, a file is inspected in less than 128 KB. */
const pytorch_HEAD_BYTES = 64 * 1024;
const pytorch_TAIL_BYTES = 16 * 1024;
function inspectPickle(reader, names, { zip, pickle }) {
    const { storedBytes, headerAt } = pickle;
    const header = reader.read(headerAt, inspect_zip/* LOCAL_HEADER_BYTES */.q_);
    const start = headerAt + inspect_zip/* LOCAL_HEADER_BYTES */.q_ + (0,inspect_bytes/* uint16 */.oe)(header, 26) + (0,inspect_bytes/* uint16 */.oe)(header, 28);
    const end = start + storedBytes;
    if (end > zip.directoryAt)
        return damaged("its data.pkl does not end before its directory");
    if (storedBytes <= pytorch_HEAD_BYTES + pytorch_TAIL_BYTES)
        return pytorch_inspectWhole(reader.read(start, storedBytes), names, pickle.crc32);
    const head = reader.read(start, pytorch_HEAD_BYTES);
    const tail = reader.read(end - pytorch_TAIL_BYTES, pytorch_TAIL_BYTES);
    return findingsOf(readPickleEnds({ head, tail }, names), names);
}
/** PyTorch can be told to record no checksums, and then writes 0. */
function pytorch_inspectWhole(bytes, names, checksum) {
    if (checksum !== 0 && (0,external_node_zlib_.crc32)(bytes) !== checksum)
        return damaged("its data.pkl is not what its checksum says");
    return findingsOf(readWholePickle(bytes, names), names);
}
function findingsOf(read, names) {
    if (read === "newer")
        return { structure: "unknown", why: "its data.pkl is of a newer protocol" };
    if (read === "broken")
        return damaged("its data.pkl is no whole pickle");
    return { structure: "sound", ...named(read, names) };
}
function damaged(why) {
    return { structure: "damaged", why };
}

// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
;// CONCATENATED MODULE: ./lib/inspect/safetensors.js




/**
 * A length, a JSON header of that length, the tensors. The fields stand in the header's `__metadata__`.
 * Source: https://github.com/huggingface/safetensors, section "Format".
 */
const safetensors = { name: "safetensors", fits: safetensors_fits, inspect: safetensors_inspect };
const METADATA = "__metadata__";
const LENGTH_BYTES = 8;
/** The format's own limit. */
const LONGEST_HEADER = 100_000_000;
/** A header of some 5,000 tensors. */
const LONGEST_READ = 512 * 1024;
const BRACE = 0x7b;
function safetensors_fits({ fileName, head }) {
    if (fileName.toLowerCase().endsWith(".safetensors"))
        return true;
    return head[LENGTH_BYTES] === BRACE && isHeaderLength((0,inspect_bytes/* uint64 */.VV)(head, 0));
}
function isHeaderLength(length) {
    return length >= 2 && length <= LONGEST_HEADER;
}
function safetensors_inspect(reader, names) {
    if (reader.sizeBytes < LENGTH_BYTES)
        return truncated("it ends before its header");
    const length = (0,inspect_bytes/* uint64 */.VV)(reader.read(0, LENGTH_BYTES), 0);
    if (!isHeaderLength(length))
        return safetensors_damaged(`its header cannot be ${(0,core_text/* count */.U9)(length, "byte")} long`);
    if (LENGTH_BYTES + length > reader.sizeBytes)
        return truncated("it ends inside of its header");
    if (length > LONGEST_READ)
        return unknown("its header is too long to be read");
    const header = parseHeader((0,inspect_bytes/* textOf */.b6)(reader.read(LENGTH_BYTES, length)));
    if (header === undefined)
        return safetensors_damaged("its header is no JSON object");
    const start = LENGTH_BYTES + length;
    const fault = faultOfSize(header, reader.sizeBytes - start);
    if (fault !== undefined)
        return fault;
    // Zeros are a legal end of a tensor, so they are a doubt and no proof.
    const found = (0,tail_probe/* hasZeroTail */.dH)(reader, start) ? unknown(tail_probe/* ZERO_TAIL */.UU) : { structure: "sound" };
    return { ...found, ...safetensors_fieldsOf(header, names) };
}
function parseHeader(text) {
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
        return safetensors_damaged("its tensors do not follow one another");
    if (present < expected)
        return truncated(`it is ${(0,core_text/* count */.U9)(expected - present, "byte")} short`);
    if (present === expected)
        return undefined;
    return safetensors_damaged(`after its end there is more: ${(0,core_text/* count */.U9)(present - expected, "byte")}`);
}
/** `undefined` where the tensors leave gaps, overlap or have no place at all. */
function sizeOfTensors(header) {
    const places = Object.entries(header)
        .filter(([name]) => name !== METADATA)
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
    const metadata = header[METADATA];
    const fields = new Map();
    for (const [name, value] of Object.entries((0,core_text/* isRecord */.u4)(metadata) ? metadata : {}))
        setField(fields, names, [
            name,
            typeof value === "object" && value !== null ? OBJECT : String(value),
        ]);
    return named(fields, names);
}
function unknown(why) {
    return { structure: "unknown", why };
}
function truncated(why) {
    return { structure: "truncated", why };
}
function safetensors_damaged(why) {
    return { structure: "damaged", why };
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

;// CONCATENATED MODULE: ./lib/inspect/inspect.js








/** The first that fits is taken; `plain` fits every file. A further format gets its place here. */
const FORMATS = [pytorch, zipArchive, safetensors, json];
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


/***/ })

};
