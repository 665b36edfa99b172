export const id = "formats";
export const ids = ["formats"];
export const modules = {

"src/inspect/dispatch.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {
var hasAt = (function hasAt(bytes, at, pattern) {
	return pattern.every(((byte, place) => bytes[at + place] === byte));
});
var textOf = (function textOf(bytes) {
	return utf8.decode(bytes);
});
var disguiseOf = (function disguiseOf({ fileName, head }) {
	const text = textOf(head);
	const isData = DATA_ENDING.test(fileName);
	const found = DISGUISES.find((({ begins, underAnyName }) => (underAnyName || isData) && begins.test(text)));
	if (found === undefined)
		return undefined;
	const [first = ""] = text.trimStart().split(/\r?\n/);
	return `it begins as ${found.what} does: ${(0,text_text .hD)(first)}`;
});
var doubtOfLastLine = (function doubtOfLastLine(reader, { fileName, head }) {
	if (!LINES_ENDING.test(fileName) || !head.includes(LINE_FEED))
		return undefined;
	const [last] = reader.read(reader.sizeBytes - 1, 1);
	return last === LINE_FEED ? undefined : "its last line has no end";
});
var unknown = (function unknown(why) {
	return { structure: "unknown", why };
});
var truncated = (function truncated(why) {
	return { structure: "truncated", why };
});
var hasZeroTail = (function hasZeroTail(reader, start = 0) {
	const length = Math.min(PROBE_BYTES, reader.sizeBytes - start);
	return length >= FEWEST_BYTES && isAllZero(reader.read(reader.sizeBytes - length, length));
});
var isOfFormat = (function isOfFormat({ signs }, { fileName, head }) {
	const name = fileName.toLowerCase();
	return signs.some((({ endings, magic, holds }) => (endings?.some(((ending) => name.endsWith(ending))) ?? true) &&
		(magic === undefined || hasAt(head, magic.at ?? 0, magic.bytes)) &&
		(holds?.(head) ?? true)));
});
var magicOrItsRemains = (function magicOrItsRemains(bytes, endings) {
	return [{ magic: { bytes } }, { endings, holds: ((head) => isRemainderOf(bytes, head)) }];
});
var tableOf = (function tableOf(definitions) {
	const table = Array.from({ length: 256 });
	for (const [byte, argument, apply] of definitions)
		table[typeof byte === "string" ? byte.charCodeAt(0) : byte] = { argument, apply };
	return table;
});
var inspectPlain = (function inspectPlain(reader) {
	if (!hasZeroTail(reader))
		return unknown("a format without known structure");
	if (hasZeroHead(reader) && hasZeroMiddle(reader))
		return damaged("it holds zeros wherever it was looked at");
	return ZERO_TAILED;
});
var countReads = (function countReads(reader) {
	const { sizeBytes } = reader;
	let total = 0;
	const read = ((offset, length) => {
		const wanted = offset < 0 ? 0 : Math.max(0, Math.min(length, sizeBytes - offset));
		if (total + wanted > MOST_BYTES)
			throw new NoAnswer("more than 1 MB would have to be read");
		const bytes = wanted > 0 ? reader.read(offset, wanted) : new Uint8Array();
		total += bytes.length;
		if (bytes.length < wanted)
			throw new NoAnswer("the file became shorter while it was read");
		return bytes;
	});
	return { sizeBytes, read, close: (() => reader.close()), bytesRead: (() => total) };
});
var dispatch_inspectFile = (async function dispatch_inspectFile(disk, path, names) {
	const reader = countReads(disk.open(path));
	try {
		return {
			...(await inspectReader(reader, (0,external_node_path_.basename)(path), names)),
			bytesRead: reader.bytesRead(),
		};
	}
	finally {
		reader.close();
	}
});
var inspectReader = (async function inspectReader(reader, fileName, names) {
	let format = firstFit(FILE_FORMATS, (() => false));
	try {
		const beginning = { fileName, head: reader.read(0, BEGINNING_BYTES) };
		format = formatOf(beginning);
		const disguise = disguiseOf(beginning);
		if (disguise !== undefined)
			return { format: format.name, ...damaged(disguise) };
		const findings = reader.sizeBytes === 0 ? NO_BYTES : await format.inspect(reader, names);
		const doubt = format === PLAIN_FORMAT ? doubtOfLastLine(reader, beginning) : undefined;
		return { format: format.name, ...(doubt !== undefined && { doubt }), ...findings };
	}
	catch (error) {
		if (!(error instanceof NoAnswer))
			throw error;
		return { format: format.name, structure: "unknown", why: error.message };
	}
});
var formatOf = (function formatOf(beginning) {
	return firstFit(FILE_FORMATS, ((format) => isOfFormat(format, beginning)));
});
var firstFit = (function firstFit(formats, fits) {
	const format = formats.find(fits) ?? formats.at(-1);
	if (format === undefined)
		throw new Error("the list of formats is empty");
	return format;
});

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  inspectDirectory: () => ( inspectDirectory),
  inspectFile: () => ( dispatch_inspectFile),
  readChecksums: () => ( readChecksums)
});

var external_node_path_ = __webpack_require__("node:path");
var text_text = __webpack_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/inspect/shared/bytes.js

function lastPlaceOf(bytes, pattern, from) {
	let at = from;
	while (at >= 0 && !hasAt(bytes, at, pattern))
		at -= 1;
	return at;
}
function uint16(bytes, at) {
	return byteAt(bytes, at) + byteAt(bytes, at + 1) * 0x100;
}
function uint32(bytes, at) {
	return uint16(bytes, at) + uint16(bytes, at + 2) * 0x10000;
}
function uint64(bytes, at) {
	return uint32(bytes, at) + uint32(bytes, at + 4) * 0x1_0000_0000;
}
function uintOf(bytes) {
	return bytes.reduceRight((sum, byte) => sum * 0x100 + byte, 0);
}
function byteAt(bytes, at) {
	return bytes[at] ?? 0;
}
function isAllZero(bytes) {
	return bytes.every((byte) => byte === 0);
}
function withoutPadding(bytes, padding = 0) {
	let end = bytes.length;
	while (end > 0 && bytes[end - 1] === padding)
		end -= 1;
	return bytes.subarray(0, end);
}
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });


;// CONCATENATED MODULE: src/inspect/disguise.js


const DISGUISES = [
	{
		what: "a Git LFS pointer",
		begins: /^version https:\/\/git-lfs\.github\.com\/spec\//,
		underAnyName: true,
	},
	{ what: "a git-annex pointer", begins: /^\/annex\/objects\//, underAnyName: true },
	{
		what: "a traceback of Python",
		begins: /^\s*Traceback \(most recent call last\):/,
		underAnyName: false,
	},
	{ what: "a web page", begins: /^\uFEFF?\s*<(?:!doctype\s+html|html[\s>])/i, underAnyName: false },
	{
		what: "an error of an object store",
		begins: /^\uFEFF?\s*<\?xml[^>]*\?>\s*<Error>/,
		underAnyName: false,
	},
	{
		what: "an answer of a web server",
		begins: /^HTTP\/\d(?:\.\d)? [1-5]\d\d\b/,
		underAnyName: false,
	},
	{
		what: "an error of a program",
		begins: /^\s*(?:[a-z_]\w*\.)*(?:[A-Z]\w*(?:Error|Exception): |CUDA (?:error|out of memory)\b)/,
		underAnyName: false,
	},
	{
		what: "an error of a shell",
		begins: /^(?:\S*\/)?(?:ba|da|z|k|a)?sh: [^\n]*: (?:command )?not found/,
		underAnyName: false,
	},
	{ what: "an error of curl", begins: /^curl: \(\d+\) /, underAnyName: false },
	{
		what: "the last word of a process",
		begins: /^(?:Killed|Terminated|Aborted|Bus error|Segmentation fault)(?: \(core dumped\))?\s*$/,
		underAnyName: false,
	},
];
const DATA_ENDING = new RegExp(String.raw `\.(?:${[
	...["pt", "pth", "ckpt", "bin", "safetensors", "gguf", "onnx", "pkl", "pickle", "joblib"],
	...["npy", "npz", "h5", "hdf5", "keras", "parquet", "arrow", "feather", "sqlite", "db", "zip"],
	...["nc", "mat", "h5ad", "msgpack", "orc", "avro", "xls", "xlsx", "rds", "bcf", "yaml", "yml"],
	...["json", "jsonl", "ndjson", "csv", "tsv", "tab", "bed", "gff", "gff3", "gtf", "vcf", "sam"],
	...[
		"bam",
		"cram",
		"fa",
		"fasta",
		"faa",
		"fna",
		"fq",
		"fastq",
		"pdb",
		"cif",
		"gz",
		"zst",
		"tar",
	],
	...["png", "jpg", "jpeg", "tif", "tiff", "wav", "mp3", "mp4"],
].join("|")})$`, "i");


;// CONCATENATED MODULE: src/inspect/line-end.js
const LINES_ENDING = /\.(?:csv|tsv|tab|txt|bed|gff3?|gtf|vcf|sam|psl|paf|m8|fa|fasta|faa|fna|fq|fastq)$/i;
const LINE_FEED = 10;


;// CONCATENATED MODULE: src/inspect/shared/fields.js

const OBJECT = "[object]";
const UNREAD = "[unread]";
const LONGEST_VALUE = 200;
function setField(fields, names, entry) {
	const [name, value] = entry;
	if (name === names.statusField || name === names.versionField)
		fields.set(name, clip(value));
}
function fieldsOfRecord(value, names) {
	const fields = new Map();
	for (const [name, entry] of Object.entries((0,text_text .u4)(value) ? value : {}))
		setField(fields, names, [
			name,
			typeof entry === "object" && entry !== null ? OBJECT : String(entry),
		]);
	return fields;
}
function fieldsByRole(fields, names) {
	const status = fields.get(names.statusField);
	const version = fields.get(names.versionField);
	return {
		...(status === undefined ? {} : { status }),
		...(version === undefined ? {} : { version }),
	};
}
function clip(text) {
	return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}\u2026` : text;
}

;// CONCATENATED MODULE: src/inspect/shared/findings.js


const SOUND = { structure: "sound" };


function damaged(why) {
	return { structure: "damaged", why };
}
function fault(findings) {
	return { kind: "fault", findings };
}
function withFields(findings, fields, names) {
	const isCredible = findings.structure === "sound" || findings.structure === "unknown";
	return isCredible ? { ...findings, ...fieldsByRole(fields, names) } : findings;
}
function faultOfSize(actual, expected) {
	if (actual < expected)
		return truncated(`it is ${(0,text_text .LS)(expected - actual, "byte")} short`);
	return actual === expected ? undefined : bytesAfterEnd(actual - expected);
}
function bytesAfterEnd(excess) {
	return damaged(`after its end there is more: ${(0,text_text .LS)(excess, "byte")}`);
}

;// CONCATENATED MODULE: src/inspect/shared/json-object.js

function parseJsonObject(text) {
	try {
		const value = JSON.parse(text);
		return (0,text_text .u4)(value) ? value : undefined;
	}
	catch {
		return undefined;
	}
}

;// CONCATENATED MODULE: src/inspect/folders/folder.js




const LONGEST_OBJECT = 1024 * 1024;
function openFolder(disk, path, inspectFile) {
	const names = disk.names(path);
	const set = new Set(names);
	let total = 0;
	const sizeOf = (name) => {
		if (!set.has(name))
			return undefined;
		const stat = disk.stat((0,external_node_path_.join)(path, name));
		return stat?.kind === "file" ? stat.sizeBytes : undefined;
	};
	const read = (name, offset, length) => {
		const bytes = readPart(disk, (0,external_node_path_.join)(path, name), offset, length);
		total += bytes.length;
		return bytes;
	};
	const readObject = (name) => {
		const size = sizeOf(name) ?? 0;
		if (size > LONGEST_OBJECT)
			return "long";
		return size === 0 ? undefined : parseJsonObject(textOf(read(name, 0, size)));
	};
	const inspect = async (name) => {
		const { bytesRead, ...findings } = await inspectFile(name);
		total += bytesRead;
		return findings;
	};
	return {
		name: (0,external_node_path_.basename)(path),
		has: (name) => set.has(name),
		names,
		sizeOf,
		read,
		readObject,
		inspect,
		bytesRead: () => total,
	};
}
function readPart(disk, path, offset, length) {
	const reader = disk.open(path);
	try {
		return reader.read(offset, length);
	}
	finally {
		reader.close();
	}
}
async function faultOfMember(folder, name) {
	const size = folder.sizeOf(name);
	if (size === undefined)
		return truncated(`its ${name} is missing`);
	if (size === 0)
		return truncated(`its ${name} is empty`);
	const { structure, why } = await folder.inspect(name);
	if (structure === "sound" || structure === "unknown")
		return undefined;
	return { structure, why: `its ${name} is ${structure}${why === undefined ? "" : `: ${why}`}` };
}

;// CONCATENATED MODULE: src/inspect/format.js
const BEGINNING_BYTES = 512;

;// CONCATENATED MODULE: src/inspect/shared/zeros.js


const PROBE_BYTES = 4096;
const FEWEST_BYTES = 512;
const ZERO_TAIL = "it ends in zeros, as a file does whose last blocks never reached the disk";

const ZERO_TAILED = { ...unknown(ZERO_TAIL), doubt: ZERO_TAIL };
function soundUnlessZeroTail(reader, start = 0) {
	return hasZeroTail(reader, start) ? ZERO_TAILED : SOUND;
}
function hasZeroHead(reader) {
	const length = Math.min(PROBE_BYTES, reader.sizeBytes);
	return length >= FEWEST_BYTES && isAllZero(reader.read(0, length));
}
const MIDDLE_PROBES = 7;
function hasZeroMiddle(reader) {
	const step = Math.floor(reader.sizeBytes / (MIDDLE_PROBES + 1));
	for (let probe = 1; probe <= MIDDLE_PROBES; probe += 1) {
		if (!isAllZero(reader.read(step * probe, Math.min(PROBE_BYTES, step))))
			return false;
	}
	return true;
}

;// CONCATENATED MODULE: src/inspect/shared/end-magic.js



const SEARCHED_BYTES = 4096;
function faultOfEnd(reader, magic, from = magic.length) {
	const start = Math.max(0, reader.sizeBytes - SEARCHED_BYTES);
	const tail = reader.read(start, SEARCHED_BYTES);
	const at = lastPlaceOf(tail, magic, tail.length - magic.length);
	const excess = tail.length - magic.length - at;
	const isPresent = at >= 0 && start + at >= from;
	if (isPresent && excess === 0)
		return undefined;
	if (hasZeroTail(reader))
		return damaged(ZERO_TAIL);
	return isPresent ? bytesAfterEnd(excess) : truncated("its end is missing");
}

;// CONCATENATED MODULE: src/inspect/signs.js


function isOfLayout({ signs }, { name, has, names }) {
	return signs.some(({ folderName, entry, entryEnding }) => (folderName?.test(name) ?? true) &&
		(entry === undefined || has(entry)) &&
		(entryEnding === undefined || names.some((each) => each.endsWith(entryEnding))));
}

function isRemainderOf(magic, head) {
	return isAllZero(head) || isCutAtMost(magic, head);
}
function isCutAtMost(magic, head) {
	return hasAt(head, 0, magic.slice(0, head.length));
}

;// CONCATENATED MODULE: src/inspect/compressed/gzip.js





const MAGIC = [0x1f, 0x8b, 8];
const gzip = {
	kind: "file",
	name: "gzip",
	signs: magicOrItsRemains(MAGIC, [".gz", ".tgz"]),
	inspect: inspectGzip,
};
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;
const FLAGS_AT = 3;
const RESERVED_FLAGS = 0xe0;
const MOST_PER_BYTE = 1032;
function inspectGzip(reader) {
	const { sizeBytes } = reader;
	const head = reader.read(0, BGZF_HEADER_BYTES);
	if (isAllZero(head))
		return damaged("it begins in zeros");
	if (sizeBytes < HEADER_BYTES + TRAILER_BYTES)
		return truncated("it ends before its content");
	if ((byteAt(head, FLAGS_AT) & RESERVED_FLAGS) !== 0)
		return damaged("its header cannot be read");
	if (isBgzf(head))
		return faultOfEnd(reader, BGZF_END, 0) ?? SOUND;
	if (hasZeroTail(reader))
		return damaged(ZERO_TAIL);
	const contentBytes = uint32(reader.read(sizeBytes - 4, 4), 0);
	if (contentBytes > sizeBytes * MOST_PER_BYTE)
		return truncated("it does not end with the size of its content");
	return unknown("a gzip stream shows only when it is unpacked whether it is whole");
}
const EXTRA_FLAG = 4;
const BGZF_HEADER_BYTES = 18;
const BGZF_FIELD = [0x42, 0x43, 2, 0];
const BGZF_END = [
	...[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, ...BGZF_FIELD, 0x1b, 0],
	...[3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
];
function isBgzf(head) {
	const hasExtra = (byteAt(head, FLAGS_AT) & EXTRA_FLAG) !== 0;
	return hasExtra && uint16(head, HEADER_BYTES) >= 6 && hasAt(head, HEADER_BYTES + 2, BGZF_FIELD);
}

;// CONCATENATED MODULE: src/inspect/compressed/zstd.js




const zstd_MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const MAGIC_BYTES = zstd_MAGIC.length;
const ENDINGS = [".zst", ".tzst"];
const zstd = {
	kind: "file",
	name: "zstd",
	signs: [...magicOrItsRemains(zstd_MAGIC, ENDINGS), { endings: ENDINGS, holds: isSkippable }],
	inspect: inspectZstd,
};
function isSkippable(head) {
	return (byteAt(head, 0) & 0xf0) === 0x50 && hasAt(head, 1, SKIPPABLE.slice(0, head.length - 1));
}
const SKIPPABLE = [0x2a, 0x4d, 0x18];
const MOST_BLOCKS = 20_000;
const CUT = truncated("it ends before its last block does");
function inspectZstd(reader) {
	const walk = { reader, at: 0, blocksLeft: MOST_BLOCKS };
	let kind = "frame";
	while (walk.at < reader.sizeBytes) {
		const head = reader.read(walk.at, LONGEST_HEADER);
		kind = isSkippable(head) ? "skippable" : "frame";
		const fault = kind === "frame" ? skipFrame(walk, head) : skipSkippable(walk, head);
		if (fault !== undefined)
			return fault;
	}
	if (walk.at > reader.sizeBytes)
		return CUT;
	return kind === "frame" && hasZeroTail(reader) ? damaged(ZERO_TAIL) : SOUND;
}
function skipSkippable(walk, head) {
	if (head.length < MAGIC_BYTES + 4)
		return CUT;
	walk.at += MAGIC_BYTES + 4 + uint32(head, MAGIC_BYTES);
	return countBlock(walk);
}
const LONGEST_HEADER = 18;
const RESERVED_BIT = 8;
const SINGLE_SEGMENT_BIT = 0x20;
const CHECKSUM_BIT = 4;
const CHECKSUM_BYTES = 4;
const DICTIONARY_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
function skipFrame(walk, head) {
	if (!hasAt(head, 0, zstd_MAGIC))
		return faultOfStart(walk, head);
	const descriptor = byteAt(head, MAGIC_BYTES);
	if ((descriptor & RESERVED_BIT) !== 0)
		return damaged("a header of it cannot be read");
	walk.at += sizeOfHeader(descriptor);
	const fault = skipBlocks(walk);
	if ((descriptor & CHECKSUM_BIT) !== 0)
		walk.at += CHECKSUM_BYTES;
	return fault;
}
function faultOfStart({ at }, head) {
	if (hasAt(head, 0, zstd_MAGIC.slice(0, head.length)))
		return CUT;
	if (at > 0)
		return damaged("after its end there is more");
	return damaged(isAllZero(head) ? "it begins in zeros" : "it begins with no frame");
}
function sizeOfHeader(descriptor) {
	const isSingle = (descriptor & SINGLE_SEGMENT_BIT) !== 0;
	const contentSize = CONTENT_SIZE_BYTES[descriptor >> 6] ?? 0;
	const window = isSingle ? Number(contentSize === 0) : 1;
	return MAGIC_BYTES + 1 + window + (DICTIONARY_BYTES[descriptor & 3] ?? 0) + contentSize;
}
const BLOCK_HEADER_BYTES = 3;
const RUN = 1;
const RESERVED = 3;
const LARGEST_BLOCK = 128 * 1024;
function skipBlocks(walk) {
	for (;;) {
		const header = walk.reader.read(walk.at, BLOCK_HEADER_BYTES);
		if (header.length < BLOCK_HEADER_BYTES)
			return CUT;
		const type = (byteAt(header, 0) >> 1) & 3;
		const length = (uint16(header, 0) + byteAt(header, 2) * 0x1_0000) >> 3;
		if (type === RESERVED || length > LARGEST_BLOCK)
			return damaged("a block of it cannot be read");
		walk.at += BLOCK_HEADER_BYTES + (type === RUN ? 1 : length);
		const fault = countBlock(walk);
		if (fault !== undefined)
			return fault;
		if ((byteAt(header, 0) & 1) === 1)
			return undefined;
	}
}
function countBlock(walk) {
	walk.blocksLeft -= 1;
	return walk.blocksLeft === 0
		? unknown("it has too many blocks to follow them to the end")
		: undefined;
}

;// CONCATENATED MODULE: src/inspect/folders/orbax.js


const UNFINISHED = /\.orbax-checkpoint-tmp/;
const COMMITTED = "commit_success.txt";
const METADATA = "_CHECKPOINT_METADATA";
const CONTENTS = ["_METADATA", "manifest.ocdbt"];
const orbax = {
	kind: "directory",
	name: "orbax",
	signs: [
		{ folderName: UNFINISHED },
		...[COMMITTED, METADATA, ...CONTENTS].map((entry) => ({ entry })),
	],
	inspect: inspectOrbax,
};
function inspectOrbax(folder, names) {
	if (UNFINISHED.test(folder.name))
		return truncated("its name is that of a save that has not ended");
	const isCommitted = (folder.sizeOf(COMMITTED) ?? 0) > 0;
	if (!folder.has(METADATA))
		return isCommitted ? SOUND : unknown("nothing in it says that it is whole");
	const metadata = folder.readObject(METADATA);
	if (metadata === "long")
		return unknown(`its ${METADATA} is too long to be read`);
	if (metadata === undefined)
		return damaged(`its ${METADATA} is no JSON object`);
	if (!isCommitted && typeof metadata["commit_timestamp_nsecs"] !== "number")
		return truncated("its save was begun and not committed");
	return withFields(SOUND, fieldsOfRecord(metadata["custom_metadata"], names), names);
}

;// CONCATENATED MODULE: src/inspect/models/safetensors.js






const LENGTH_BYTES = 8;
const BRACE = 0x7b;
const safetensors = {
	kind: "file",
	name: "safetensors",
	signs: [
		{ endings: [".safetensors"] },
		{
			magic: { bytes: [BRACE], at: LENGTH_BYTES },
			holds: (head) => isHeaderLength(uint64(head, 0)),
		},
	],
	inspect: inspectSafetensors,
};
function placeOfTensors(head) {
	return LENGTH_BYTES + uint64(head, 0);
}
const safetensors_METADATA = "__metadata__";
const safetensors_LONGEST_HEADER = 100_000_000;
const LONGEST_READ = 512 * 1024;
function isHeaderLength(length) {
	return length >= 2 && length <= safetensors_LONGEST_HEADER;
}
function inspectSafetensors(reader, names) {
	if (reader.sizeBytes < LENGTH_BYTES)
		return truncated("it ends before its header");
	const length = uint64(reader.read(0, LENGTH_BYTES), 0);
	if (!isHeaderLength(length))
		return damaged(`its header cannot be ${(0,text_text .LS)(length, "byte")} long`);
	if (LENGTH_BYTES + length > reader.sizeBytes)
		return truncated("it ends inside of its header");
	if (length > LONGEST_READ)
		return unknown("its header is too long to be read");
	const header = parseJsonObject(textOf(reader.read(LENGTH_BYTES, length)));
	if (header === undefined)
		return damaged("its header is no JSON object");
	const start = LENGTH_BYTES + length;
	const tensorBytes = sizeOfTensors(header);
	if (tensorBytes === undefined)
		return damaged("its tensors do not follow one another");
	const fault = faultOfSize(reader.sizeBytes, start + tensorBytes);
	const fields = fieldsOfRecord(header[safetensors_METADATA], names);
	return fault ?? withFields(soundUnlessZeroTail(reader, start), fields, names);
}
function sizeOfTensors(header) {
	const places = Object.entries(header)
		.filter(([name]) => name !== safetensors_METADATA)
		.map(([, tensor]) => placeOf(tensor))
		.sort((a, b) => a.begin - b.begin || a.end - b.end);
	let size = 0;
	for (const { begin, end } of places) {
		if (begin !== size || !(end >= begin))
			return undefined;
		size = end;
	}
	return size;
}
function placeOf(tensor) {
	const offsets = (0,text_text .u4)(tensor) ? tensor["data_offsets"] : undefined;
	const [begin, end] = Array.isArray(offsets) ? offsets : [];
	return { begin: asWhole(begin), end: asWhole(end) };
}
function asWhole(value) {
	return typeof value === "number" && Number.isSafeInteger(value) ? value : NaN;
}

;// CONCATENATED MODULE: src/inspect/folders/safetensors-index.js





const INDEX_ENDING = ".safetensors.index.json";
const safetensorsIndex = {
	kind: "directory",
	name: "safetensors-index",
	signs: [{ entryEnding: INDEX_ENDING }],
	inspect: (folder, names) => inspectIndex(folder, findIndex(folder) ?? "", names),
};
function findIndex({ names }) {
	return names.find((name) => name.endsWith(INDEX_ENDING));
}
const MOST_FILES = 256;
async function inspectIndex(folder, indexName, names) {
	const index = folder.readObject(indexName);
	if (index === "long")
		return unknown(`its ${indexName} is too long to be read`);
	const files = filesOf(index?.["weight_map"]);
	if (index === undefined || files === undefined)
		return damaged(`its ${indexName} is no index`);
	if (files.length > MOST_FILES)
		return unknown(`its ${indexName} names too many files`);
	let tensorBytes = 0;
	for (const file of files) {
		const fault = await faultOfMember(folder, file);
		if (fault !== undefined)
			return fault;
		tensorBytes += tensorBytesOf(folder, file);
	}
	const metadata = index["metadata"];
	const recorded = (0,text_text .u4)(metadata) ? metadata["total_size"] : undefined;
	return withFields(compareTotal(tensorBytes, recorded), fieldsOfRecord(metadata, names), names);
}
function filesOf(map) {
	const files = (0,text_text .u4)(map) ? [...new Set(Object.values(map))] : [];
	const texts = files.filter((file) => typeof file === "string");
	return texts.length > 0 && texts.length === files.length ? texts.sort() : undefined;
}
function tensorBytesOf(folder, file) {
	return (folder.sizeOf(file) ?? 0) - placeOfTensors(folder.read(file, 0, LENGTH_BYTES));
}
function compareTotal(actual, recorded) {
	if (typeof recorded !== "number" || recorded === actual)
		return SOUND;
	return unknown(`it holds ${(0,text_text .LS)(actual, "byte")} of tensors, and its index says ${recorded}`);
}

;// CONCATENATED MODULE: src/inspect/shared/numbers.js
function numberText(bytes, kind, isBigEndian = false) {
	if (kind === "float")
		return floatText(bytes, !isBigEndian);
	if (![1, 2, 4, 8].includes(bytes.length))
		return undefined;
	const digits = isBigEndian ? [...bytes] : [...bytes].reverse();
	const value = digits.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
	return String(kind === "signed" ? BigInt.asIntN(bytes.length * 8, value) : value);
}
function floatText(bytes, isLittleEndian) {
	if (bytes.length !== 4 && bytes.length !== 8)
		return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const value = bytes.length === 4 ? view.getFloat32(0, isLittleEndian) : view.getFloat64(0, isLittleEndian);
	return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

;// CONCATENATED MODULE: src/inspect/pickle/values.js

const SOME_OBJECT = { kind: "object" };
const UNREAD_VALUE = { kind: "unread" };
function newMapping() {
	return { kind: "mapping", fields: new Map() };
}
function fieldsOf(value) {
	return value?.kind === "mapping" ? value.fields : new Map();
}
function valueText(value) {
	if (value.kind === "text")
		return value.text;
	if (value.kind === "scalar")
		return value.show();
	return value.kind === "unread" ? UNREAD : OBJECT;
}

;// CONCATENATED MODULE: src/inspect/pickle/stack.js


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
function popToMark(stack) {
	const mark = stack.marks.pop();
	if (mark === undefined)
		fromBelow(stack);
	return stack.values.splice(mark ?? 0);
}
function peek(stack) {
	const value = isKnown(stack) ? stack.values.at(-1) : undefined;
	return value ?? fromBelow(stack);
}
function refer(stack) {
	const id = pop(stack);
	if (id.kind === "tuple")
		stack.references.push(id);
	stack.values.push(SOME_OBJECT);
}
function remember(stack, place) {
	stack.memo.set(place, peek(stack));
}
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
function setItems(stack, items) {
	const odd = items.length % 2;
	if (odd === 1)
		fromBelow(stack);
	const { fields } = topMapping(stack);
	for (let place = odd; place < items.length; place += 2) {
		const key = items[place] ?? SOME_OBJECT;
		const value = items[place + 1] ?? SOME_OBJECT;
		if (key.kind === "text")
			setField(fields, stack.names, [key.text, valueText(value)]);
	}
}
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
function fromBelow(stack) {
	if (stack.earlier === undefined || stack.marks.length > 0)
		stack.isBroken = true;
	return UNREAD_VALUE;
}

;// CONCATENATED MODULE: src/inspect/pickle/operations.js





const STOP = 0x2e;
function operationOf(byte) {
	return OPERATIONS[byte];
}
const fixed = ((bytes) => ({ kind: "fixed", bytes }));
const counted = ((bytes) => ({ kind: "counted", bytes }));
const lines = ((amount) => ({ kind: "lines", lines: amount }));
const none = fixed(0);
const nothing = () => undefined;
const mark = (stack) => void stack.marks.push(stack.values.length);
const push = ((value) => ((stack) => void stack.values.push(value)));
const constant = ((text) => ({ kind: "scalar", show: (() => text) }));
const pushObject = push(SOME_OBJECT);
const pushMapping = (stack) => void stack.values.push(newMapping());
const pushText = (stack, bytes) => push({ kind: "text", text: shortText(bytes) })(stack);
const pushScalar = ((show) => ((stack, bytes) => push({ kind: "scalar", show: (() => show(bytes)) })(stack)));
const build = ((taken, put) => ((stack) => {
	for (let count = 0; count < taken; count += 1)
		pop(stack);
	put(stack);
}));
const buildToMark = ((put) => ((stack) => {
	popToMark(stack);
	put(stack);
}));
const called = pushMapping;
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
	["G", fixed(8), pushScalar((bytes) => numberText(bytes, "float", true) ?? "")],
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

;// CONCATENATED MODULE: src/inspect/pickle/walk.js


function walkPickle(bytes, start, stack) {
	let at = start;
	let operations = 0;
	const end = (ended) => ({ ended, at, operations, stack });
	while (at < bytes.length) {
		const byte = byteAt(bytes, at);
		const operation = operationOf(byte);
		if (operation === undefined)
			return end("broken");
		const argument = placeOfArgument(operation.argument, bytes, at + 1);
		if (argument.end > bytes.length)
			return end("cut");
		operation.apply(stack, bytes.subarray(argument.start, argument.end));
		if (stack.isBroken)
			return end("broken");
		operations += 1;
		at = argument.end;
		if (byte === STOP)
			return end("stop");
	}
	return end("cut");
}
function placeOfArgument(argument, bytes, at) {
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

;// CONCATENATED MODULE: src/inspect/pickle/last-fields.js




const MOST_OPERATIONS = 200_000;
function findLastFields(tail, { names, memo }) {
	let operations = 0;
	for (const start of likelyOperations(tail, memo)) {
		const walk = walkPickle(tail, start, newStack(names, memo));
		const { values, marks } = walk.stack;
		operations += walk.operations;
		const isAlone = values.length === 1 && marks.length === 0;
		if (walk.ended === "stop" && walk.at === tail.length && isAlone)
			return { fields: fieldsOf(values[0]), operations };
		if (operations > MOST_OPERATIONS)
			break;
	}
	return { fields: new Map(), operations };
}
const MOST_TRIES = 256;
function* likelyOperations(bytes, memo) {
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
const LONGEST_TEXT = 200;
function isText(bytes, at) {
	if (bytes[at] === BINUNICODE)
		return areLetters(bytes, at + 5, uint32(bytes, at + 1));
	return bytes[at] === SHORT_BINUNICODE && areLetters(bytes, at + 2, byteAt(bytes, at + 1));
}
function areLetters(bytes, start, length) {
	if (length === 0 || length > LONGEST_TEXT || start + length > bytes.length)
		return false;
	return bytes.subarray(start, start + length).every((byte) => byte >= 0x20 && byte !== 0x7f);
}
function isReference(bytes, at, memo) {
	if (bytes[at] === BINGET)
		return memo.get(byteAt(bytes, at + 1))?.kind === "text";
	return bytes[at] === LONG_BINGET && memo.get(uint32(bytes, at + 1))?.kind === "text";
}

;// CONCATENATED MODULE: src/inspect/pickle/pickle.js







function readWholePickle(bytes, names) {
	const fault = faultOfEnds(bytes, bytes);
	if (fault !== undefined)
		return fault;
	const { ended, at, stack } = walkPickle(bytes, 0, newStack(names));
	return ended === "stop" && at === bytes.length
		? { kind: "fields", fields: fieldsOf(stack.values.at(-1)) }
		: BROKEN;
}
function readPickleEnds({ head, tail }, names) {
	const fault = faultOfEnds(head, tail);
	if (fault !== undefined)
		return fault;
	const { ended, stack } = walkPickle(head, 0, newStack(names));
	if (ended !== "cut")
		return BROKEN;
	const { fields } = findLastFields(tail, stack);
	return { kind: "fields", fields: new Map([...firstFields(stack), ...fields]) };
}
function readPickleAt(bytes, at, names) {
	if (at + 2 > bytes.length)
		return { kind: "cut" };
	if (bytes[at] !== PROTOCOL)
		return BROKEN;
	if (byteAt(bytes, at + 1) > HIGHEST_PROTOCOL)
		return NEWER;
	const { ended, at: end, stack } = walkPickle(bytes, at, newStack(names));
	if (ended !== "stop")
		return { kind: ended };
	return { kind: "pickle", value: stack.values.at(-1), references: stack.references, end };
}
const PROTOCOL = 0x80;
const HIGHEST_PROTOCOL = 5;
const BROKEN = { kind: "broken" };
const NEWER = { kind: "newer" };
function faultOfEnds(head, tail) {
	if (head[0] !== PROTOCOL)
		return BROKEN;
	if (byteAt(head, 1) > HIGHEST_PROTOCOL)
		return NEWER;
	return tail.at(-1) === STOP ? undefined : BROKEN;
}
function firstFields({ values, marks, names }) {
	const fields = new Map(fieldsOf(values[0]));
	if (values[0]?.kind !== "mapping" || marks[0] !== 1)
		return fields;
	const waiting = values.slice(1, marks[1]);
	for (let place = 0; place + 2 < waiting.length; place += 2) {
		const [key, value, next] = waiting.slice(place, place + 3);
		if (key?.kind === "text" && value !== undefined && next?.kind === "text")
			setField(fields, names, [key.text, valueText(value)]);
	}
	return fields;
}

;// CONCATENATED MODULE: src/inspect/folders/torch-distributed.js



const torch_distributed_METADATA = ".metadata";
const METADATA_IN_PROGRESS = ".metadata.tmp";
const torchDistributed = {
	kind: "directory",
	name: "torch-distributed",
	signs: [{ entry: torch_distributed_METADATA }, { entry: METADATA_IN_PROGRESS }, { entryEnding: ".distcp" }],
	inspect: inspectTorchDistributed,
};
function inspectTorchDistributed(folder) {
	if (folder.has(METADATA_IN_PROGRESS))
		return truncated(`its ${torch_distributed_METADATA} is still being written`);
	const size = folder.sizeOf(torch_distributed_METADATA);
	if (size === undefined)
		return truncated(`its ${torch_distributed_METADATA} is missing, which is written last`);
	if (size === 0)
		return truncated(`its ${torch_distributed_METADATA} is empty`);
	return isPickle(folder, size) ? SOUND : damaged(`its ${torch_distributed_METADATA} is no whole pickle`);
}
function isPickle(folder, size) {
	const [first] = folder.read(torch_distributed_METADATA, 0, 1);
	const [last] = folder.read(torch_distributed_METADATA, size - 1, 1);
	return first === PROTOCOL && last === STOP;
}

;// CONCATENATED MODULE: src/inspect/folders/transformers.js



const STATE = "trainer_state.json";
const INCOMPLETE = "checkpoint-is-incomplete.txt";
const EARLIER = ["training_args.bin", "optimizer.pt", "scheduler.pt"];
const FOLDER_NAME = /^checkpoint-\d+$/;
const transformers = {
	kind: "directory",
	name: "transformers",
	signs: [
		{ entry: STATE },
		{ entry: INCOMPLETE },
		...EARLIER.map((entry) => ({ folderName: FOLDER_NAME, entry })),
	],
	inspect: inspectTransformers,
};
const MEMBER = /\.(?:safetensors|bin|pt|pth)$/;
const MOST_MEMBERS = 256;
async function inspectTransformers(folder, names) {
	if (folder.has(INCOMPLETE))
		return truncated(`it holds ${INCOMPLETE}`);
	if (!folder.has(STATE))
		return truncated(`its ${STATE} is missing, which is written last`);
	const members = folder.names.filter((name) => MEMBER.test(name)).sort();
	for (const name of [STATE, ...members.slice(0, MOST_MEMBERS)]) {
		const fault = await faultOfMember(folder, name);
		if (fault !== undefined)
			return fault;
	}
	const index = findIndex(folder);
	return index === undefined ? SOUND : inspectIndex(folder, index, names);
}

;// CONCATENATED MODULE: src/inspect/shared/cursor.js

class WalkEnd extends Error {
	name = "WalkEnd";
	findings;
	constructor(findings) {
		super(findings.why);
		this.findings = findings;
	}
}
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

;// CONCATENATED MODULE: src/inspect/hdf5/heap.js


const LONGEST_IN_HEAP = 4096;
const HEAP = [0x47, 0x43, 0x4f, 0x4c, 1];
const HEAP_PREFIX = 8;
const MOST_OF_HEAP = 16 * 1024;
function readFromHeap({ reader, lengthBytes }, at, number) {
	try {
		const cursor = newCursor(reader, at, MOST_OF_HEAP);
		if (!hasAt(cursor.take(HEAP_PREFIX), 0, HEAP))
			return undefined;
		const end = at + uintOf(cursor.take(lengthBytes));
		while (cursor.at() < end) {
			const present = uint16(cursor.take(8), 0);
			const size = uintOf(cursor.take(lengthBytes));
			if (present === number)
				return size > LONGEST_IN_HEAP ? undefined : cursor.take(size);
			if (present === 0)
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

;// CONCATENATED MODULE: src/inspect/hdf5/objects.js

const CONTINUATION = 0x10;
const MOST_READ = 96 * 1024;
const MOST_CHUNKS = 64;
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
const objects_CHECKSUM_BYTES = 4;
function nextChunk({ origin, offsetBytes, lengthBytes }, { data }, layout) {
	const at = origin + uintOf(data.subarray(0, offsetBytes));
	const bytes = uintOf(data.subarray(offsetBytes, offsetBytes + lengthBytes));
	if (layout === OLD_LAYOUT)
		return { at, bytes };
	const around = CONTINUED_SIGNATURE_BYTES + objects_CHECKSUM_BYTES;
	return { at: at + CONTINUED_SIGNATURE_BYTES, bytes: Math.max(0, bytes - around) };
}

;// CONCATENATED MODULE: src/inspect/hdf5/attributes.js





const ATTRIBUTE = 0x0c;
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
		const value = attribute !== undefined && isField ? attributes_valueOf(file, attribute) : undefined;
		if (attribute !== undefined && value !== undefined)
			setField(fields, names, [attribute.name, value]);
	}
	return fields;
}
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
function attributes_valueOf(file, { datatype, dataspace, data }) {
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
				? numberText(bytes, (flags & SIGNED) === 0 ? "unsigned" : "signed", isBig(flags))
				: undefined;
		case CLASS.float:
			return hasWholeBytes(datatype, size) ? numberText(bytes, "float", isBig(flags)) : undefined;
		case CLASS.text:
			return textOfFixed(bytes, flags);
		case CLASS.enumeration:
			return isBoolean(datatype) ? String(byteAt(bytes, 0) !== 0) : OBJECT;
		case CLASS.variable:
			return (flags & KIND) === TEXT_KIND ? textOfVariable(file, bytes) : OBJECT;
		default:
			return OBJECT;
	}
}
const NO_VALUE = 2;
function isSingle(dataspace) {
	const isNone = byteAt(dataspace, 0) === 2 && byteAt(dataspace, 3) === NO_VALUE;
	return byteAt(dataspace, 1) === 0 && !isNone;
}
function isBig(flags) {
	return (flags & BIG_ENDIAN) !== 0;
}
function hasWholeBytes(datatype, size) {
	return uint16(datatype, 8) === 0 && uint16(datatype, 10) === size * 8;
}
function isBoolean(datatype) {
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
function textOfVariable(file, bytes) {
	const { offsetBytes, origin } = file;
	const length = uint32(bytes, 0);
	const address = uintOf(bytes.subarray(4, 4 + offsetBytes));
	const number = uint32(bytes, 4 + offsetBytes);
	if (length === 0)
		return "";
	const text = readFromHeap(file, origin + address, number);
	return text === undefined || text.length < length
		? undefined
		: textOf(withoutPadding(text.subarray(0, length)));
}

;// CONCATENATED MODULE: src/inspect/hdf5/hdf5.js




const hdf5_SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const hdf5 = {
	kind: "file",
	name: "hdf5",
	signs: [{ magic: { bytes: hdf5_SIGNATURE } }, { endings: [".h5", ".hdf5", ".he5", ".h5ad"] }],
	inspect: inspectHdf5,
};
const FIRST_PLACE = 512;
const LAST_PLACE = 512 * 1024;
function inspectHdf5(reader, names) {
	const origin = findSuperblock(reader);
	if (origin === undefined)
		return findingsWithoutSuperblock(reader);
	const superblock = readSuperblock(reader, origin);
	if (superblock.kind === "fault")
		return superblock.findings;
	if (superblock.isOpen)
		return truncated("it was not closed: it is being written, or its writer died");
	const sizeFault = faultOfSize(reader.sizeBytes, superblock.endAt);
	if (sizeFault !== undefined)
		return sizeFault;
	const fields = readAttributes(superblock, superblock.rootAt, names);
	if (fields === undefined)
		return damaged("its root group does not lie where it should");
	return withFields(soundUnlessZeroTail(reader, origin + LONGEST_SUPERBLOCK), fields, names);
}
function findingsWithoutSuperblock(reader) {
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
const VERSIONS = [
	{ sizesAt: 13, addressesAt: 24, root: 5 },
	{ sizesAt: 13, addressesAt: 28, root: 5 },
	{ sizesAt: 9, addressesAt: 12, root: 3 },
	{ sizesAt: 9, addressesAt: 12, root: 3 },
];
const END = 2;
const DRIVER = 3;
const OPEN_AT = 11;
const OPEN = 0x05;
function readSuperblock(reader, origin) {
	const bytes = reader.read(origin, LONGEST_SUPERBLOCK);
	if (bytes.length < SHORTEST_SUPERBLOCK)
		return fault(truncated("it ends before its header"));
	const version = byteAt(bytes, hdf5_SIGNATURE.length);
	const layout = VERSIONS[version];
	if (layout === undefined)
		return fault(unknown("its version is not known here"));
	const { sizesAt, addressesAt, root } = layout;
	const [offsetBytes, lengthBytes] = [byteAt(bytes, sizesAt), byteAt(bytes, sizesAt + 1)];
	if (![2, 4, 8].includes(offsetBytes) || ![2, 4, 8].includes(lengthBytes))
		return fault(damaged("its addresses have no size"));
	const addressesEnd = addressesAt + (root + 1) * offsetBytes;
	if (bytes.length < addressesEnd)
		return fault(truncated("it ends before its header"));
	const address = (place) => uintOf(bytes.subarray(addressesAt + place * offsetBytes).subarray(0, offsetBytes));
	if (version < 2 && address(DRIVER) < 2 ** (8 * offsetBytes) - 1)
		return fault(unknown("it is one of several files that belong together"));
	return {
		kind: "superblock",
		reader,
		origin,
		offsetBytes,
		lengthBytes,
		rootAt: address(root),
		endAt: address(END) + origin - address(0),
		isOpen: version > 1 && (byteAt(bytes, OPEN_AT) & OPEN) !== 0,
	};
}

;// CONCATENATED MODULE: src/inspect/json/tokens.js
const MARKS = new Map(["{", "}", "[", "]", ":", ","].map((mark) => [mark, mark]));
function tokenAt(text, at) {
	const kind = MARKS.get(text[at]);
	if (kind !== undefined)
		return { kind, start: at, end: at + 1 };
	return text[at] === '"' ? textAt(text, at) : scalarAt(text, at);
}
function skipBlanks(text, at) {
	let place = at;
	while (isBlank(text.charCodeAt(place)))
		place += 1;
	return place;
}
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

;// CONCATENATED MODULE: src/inspect/json/scan.js


function scanJson(text, names, start) {
	return scan(text, start, newState(names, { open: [], expected: "value" }));
}
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
function accept(state, token, text) {
	switch (token.kind) {
		case "{":
		case "[":
			return acceptValue(state, OBJECT) && scan_open(state, token.kind);
		case "}":
			return scan_close(state, "{", "first key");
		case "]":
			return scan_close(state, "[", "first value");
		case ":":
			return move(state, "colon", "value");
		case ",":
			return move(state, "next", state.open.at(-1) === "{" ? "key" : "value");
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
function scan_open(state, kind) {
	state.open.push(kind);
	state.expected = kind === "{" ? "first key" : "first value";
	return true;
}
function scan_close(state, kind, whenEmpty) {
	if (state.open.at(-1) !== kind)
		return false;
	if (state.expected !== "next" && state.expected !== whenEmpty)
		return false;
	state.open.pop();
	state.expected = "next";
	return true;
}
function move(state, from, to) {
	if (state.expected !== from)
		return false;
	state.expected = to;
	return true;
}
function isOutermost(state) {
	return state.open.length === 1;
}

;// CONCATENATED MODULE: src/inspect/json/json.js




const json = {
	kind: "file",
	name: "json",
	signs: [{ endings: [".json"], holds: beginsAsDocument }],
	inspect: inspectJson,
};
function beginsAsDocument(head) {
	return (head.length > 0 && isAllZero(head)) || /^\uFEFF?[ \t\r\n]*[{[]/.test(textOf(head));
}
const LONGEST_WHOLE = 256 * 1024;
const HEAD_BYTES = 32 * 1024;
const TAIL_BYTES = 8 * 1024;
function inspectJson(reader, names) {
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
	return fault ?? withFields(SOUND, first.fields, names);
}
function startOf(text) {
	return skipBlanks(text, text.startsWith("\uFEFF") ? 1 : 0);
}
function faultOf({ ended }) {
	if (ended === "cut")
		return truncated("it ends before its outermost value does");
	return ended === "broken" ? damaged("it is no JSON") : undefined;
}
function faultOfRest(text, names, firstEnd) {
	let at = skipBlanks(text, firstEnd);
	if (at === text.length)
		return undefined;
	while (at < text.length) {
		if (text[at] !== "{" && text[at] !== "[")
			return damaged("after its end there is more");
		const next = scanJson(text, names, at);
		const fault = faultOf(next);
		if (fault !== undefined)
			return fault;
		at = skipBlanks(text, next.at);
	}
	return SEVERAL_DOCUMENTS;
}
const SEVERAL_DOCUMENTS = unknown("several documents one after the other");
function inspectEnds(ends, names) {
	const { head, tail } = ends;
	const start = startOf(head);
	const first = scanJson(head, names, start);
	if (first.ended === "broken" || tail.includes("\0"))
		return damaged("it is no JSON");
	const closer = head[start] === "{" ? "}" : "]";
	if (!tail.trimEnd().endsWith(closer))
		return truncated("it does not end with the end of a document");
	if (first.ended === "whole")
		return SEVERAL_DOCUMENTS;
	const fields = new Map([...first.fields, ...lastFields(tail, names)]);
	return withFields(structureOf(ends, start), fields, names);
}
function structureOf({ head, tail }, start) {
	const isIndented = /^.\r?\n[ \t]/.test(head.slice(start)) && /\n[}\]]\s*$/.test(tail);
	return isIndented ? SOUND : unknown("it is too long to be read whole");
}
const MOST_CHARACTERS = 128 * TAIL_BYTES;
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

;// CONCATENATED MODULE: src/inspect/json/json-lines.js




const jsonLines = {
	kind: "file",
	name: "jsonl",
	signs: [{ endings: [".jsonl", ".ndjson"] }],
	inspect: inspectJsonLines,
};
const json_lines_HEAD_BYTES = 16 * 1024;
const json_lines_TAIL_BYTES = [8 * 1024, 64 * 1024, 512 * 1024];
const NEWLINE = 0x0a;
function inspectJsonLines(reader, names) {
	const last = findLastLine(reader);
	if (last === "long")
		return unknown("its last line is too long to be read");
	if (last === undefined)
		return unknown("it holds only blank lines");
	if (last.includes(0))
		return damaged("it ends in bytes that are no text");
	const line = readLine(textOf(last), names);
	if (line.ended === "cut")
		return truncated("its last line ends before its value does");
	if (line.ended === "broken")
		return damaged("its last line is no JSON");
	if (isFirstLineBroken(reader, names))
		return damaged("its first line is no JSON");
	const isEnded = last.at(-1) === NEWLINE;
	const findings = isEnded ? SOUND : unknown("no end of line follows its last line");
	return withFields(findings, line.fields, names);
}
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
function isFirstLineBroken(reader, names) {
	const head = reader.read(0, json_lines_HEAD_BYTES);
	const end = head.indexOf(NEWLINE);
	if (end === -1)
		return false;
	const text = textOf(head.subarray(0, end));
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
	const token = tokenAt(`${line} `, start);
	if (typeof token === "string")
		return { ended: token, at: start, fields };
	const isValue = token.kind === "text" || token.kind === "scalar";
	return { ended: isValue ? "whole" : "broken", at: token.end, fields };
}

;// CONCATENATED MODULE: src/inspect/models/gguf-values.js





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
const gguf_values_LONGEST_TEXT = 1024;
const DEEPEST_ARRAY = 4;
function readUint32(cursor) {
	return uint32(cursor.take(4), 0);
}
function readUint64(cursor) {
	return uint64(cursor.take(8), 0);
}
function readText(cursor) {
	const length = readUint64(cursor);
	const text = textOf(cursor.take(Math.min(length, gguf_values_LONGEST_TEXT)));
	if (length <= gguf_values_LONGEST_TEXT)
		return text;
	cursor.skip(length - gguf_values_LONGEST_TEXT);
	return clip(text);
}
function readValue(cursor, type) {
	if (type === TEXT)
		return readText(cursor);
	if (type === ARRAY) {
		skipArray(cursor, 0);
		return OBJECT;
	}
	const [bytes, kind] = fixedType(type);
	const data = cursor.take(bytes);
	if (kind === "bool")
		return byteAt(data, 0) === 0 ? "false" : "true";
	return numberText(data, kind) ?? OBJECT;
}
function fixedType(type) {
	const fixed = FIXED.get(type);
	if (fixed === undefined)
		throw new WalkEnd(damaged(`its metadata holds a value of the type ${type}, which is none`));
	return fixed;
}
function skipArray(cursor, depth) {
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
			skipArray(cursor, depth + 1);
	}
}

;// CONCATENATED MODULE: src/inspect/models/gguf-tensors.js



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

;// CONCATENATED MODULE: src/inspect/models/gguf.js







const gguf_MAGIC = [0x47, 0x47, 0x55, 0x46];
const gguf = {
	kind: "file",
	name: "gguf",
	signs: [{ magic: { bytes: gguf_MAGIC } }, { endings: [".gguf"] }],
	inspect: inspectGguf,
};
const gguf_MAGIC_BYTES = 8;
function inspectGguf(reader, names) {
	const start = reader.read(0, gguf_MAGIC_BYTES);
	if (!hasAt(start, 0, gguf_MAGIC.slice(0, start.length)))
		return damaged("it does not begin as GGUF");
	if (start.length < gguf_MAGIC_BYTES)
		return truncated("it ends before its header");
	const version = uint32(start, gguf_MAGIC.length);
	if (version !== 2 && version !== 3)
		return unknown("its version is not known here");
	const fields = new Map();
	const findings = findingsOfWalk(() => inspectHeader(reader, names, fields));
	return withFields(findings, fields, names);
}
const gguf_LONGEST_HEADER = 512 * 1024;
function inspectHeader(reader, names, fields) {
	const cursor = newCursor(reader, gguf_MAGIC_BYTES, gguf_LONGEST_HEADER);
	const tensorCount = readUint64(cursor);
	const alignment = readMetadata(cursor, names, fields);
	const tensorBytes = readTensors(cursor, tensorCount, alignment);
	const start = aligned(cursor.at(), alignment);
	const end = tensorCount === 0 ? cursor.at() : start + tensorBytes;
	const isPadded = reader.sizeBytes > end && reader.sizeBytes <= aligned(end, alignment);
	const fault = isPadded ? undefined : faultOfSize(reader.sizeBytes, end);
	return fault ?? soundUnlessZeroTail(reader, start);
}
const ALIGNMENT = "general.alignment";
const USUAL_ALIGNMENT = 32;
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

;// CONCATENATED MODULE: src/inspect/shared/varint.js
const LONGEST_VARINT = 10;
function readVarint(nextByte) {
	let value = 0;
	for (let place = 0; place < LONGEST_VARINT; place += 1) {
		const byte = nextByte();
		value += (byte & 0x7f) * 2 ** (7 * place);
		if (byte < 0x80)
			return value;
	}
	return undefined;
}
function unzigzag(value) {
	return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
}

;// CONCATENATED MODULE: src/inspect/shared/protobuf.js




const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 };
function readTag(cursor) {
	const tag = readNumber(cursor);
	const number = Math.floor(tag / 8);
	if (number === 0)
		throw new WalkEnd(damaged("it holds bytes that begin no field"));
	return { number, wire: tag % 8 };
}
function readNumber(cursor) {
	const value = readVarint(() => byteAt(cursor.take(1), 0));
	if (value === undefined)
		throw new WalkEnd(damaged("it holds a number without end"));
	return value;
}
function skipField(cursor, wire) {
	switch (wire) {
		case WIRE.varint:
			readNumber(cursor);
			return;
		case WIRE.eight:
			return cursor.skip(8);
		case WIRE.bytes:
			return cursor.skip(readNumber(cursor));
		case WIRE.four:
			return cursor.skip(4);
		default:
			throw new WalkEnd(damaged(`it holds a field of the layout ${wire}, which is none`));
	}
}

;// CONCATENATED MODULE: src/inspect/models/onnx.js





const onnx = {
	kind: "file",
	name: "onnx",
	signs: [{ endings: [".onnx"] }],
	inspect: inspectOnnx,
};
const GRAPH = 7;
const OPERATORS = 8;
const onnx_METADATA = 14;
const UNKNOWN_FIELD = 0;
const WIRE_TYPES = new Map([
	[1, WIRE.varint],
	[2, WIRE.bytes],
	[3, WIRE.bytes],
	[4, WIRE.bytes],
	[5, WIRE.varint],
	[6, WIRE.bytes],
	[GRAPH, WIRE.bytes],
	[OPERATORS, WIRE.bytes],
	[onnx_METADATA, WIRE.bytes],
	[20, WIRE.bytes],
	[25, WIRE.bytes],
	[26, WIRE.bytes],
]);
const onnx_MOST_READ = 512 * 1024;
function inspectOnnx(reader, names) {
	const fields = new Map();
	const findings = findingsOfWalk(() => walkModel(reader, names, fields));
	return withFields(findings, fields, names);
}
function walkModel(reader, names, fields) {
	const cursor = newCursor(reader, 0, onnx_MOST_READ);
	const present = new Set();
	while (cursor.at() < reader.sizeBytes) {
		const { number, wire } = readTag(cursor);
		const expected = WIRE_TYPES.get(number);
		if (expected !== undefined && expected !== wire)
			throw new WalkEnd(damaged(`its field ${number} is of another type`));
		present.add(expected === undefined ? UNKNOWN_FIELD : number);
		if (number === onnx_METADATA)
			readProperty(cursor, fields, names);
		else
			skipField(cursor, wire);
	}
	if (present.has(UNKNOWN_FIELD))
		return unknown("it holds fields that no model has today");
	if (present.has(GRAPH) && present.has(OPERATORS))
		return SOUND;
	return unknown("it holds no graph, or names no set of operators");
}
const LONGEST_PROPERTY = 4096;
const KEY = 1;
const VALUE = 2;
function readProperty(cursor, fields, names) {
	const length = readNumber(cursor);
	if (length > LONGEST_PROPERTY)
		return cursor.skip(length);
	const end = cursor.at() + length;
	let key = "";
	let value = "";
	while (cursor.at() < end) {
		const { number, wire } = readTag(cursor);
		if (wire !== WIRE.bytes) {
			skipField(cursor, wire);
			continue;
		}
		const text = textOf(cursor.take(readNumber(cursor)));
		if (number === KEY)
			key = text;
		if (number === VALUE)
			value = text;
	}
	if (cursor.at() !== end)
		throw new WalkEnd(damaged("its metadata does not end where it says"));
	setField(fields, names, [key, value]);
}

;// CONCATENATED MODULE: src/inspect/numpy/python-literal.js
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

;// CONCATENATED MODULE: src/inspect/numpy/npy-header.js



const NPY_MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const npy_header_LONGEST_HEADER = 64 * 1024;
const npy_header_MAGIC_BYTES = 8;
const START_BYTES = 12;
function readNpyHeader(reader) {
	const start = reader.read(0, START_BYTES);
	if (!hasAt(start, 0, NPY_MAGIC.slice(0, start.length)))
		return fault(damaged("it does not begin as npy"));
	if (start.length < START_BYTES)
		return fault(truncated("it ends before its header"));
	const version = byteAt(start, NPY_MAGIC.length);
	if (version < 1 || version > 3)
		return fault(unknown("its version is not known here"));
	const headerAt = npy_header_MAGIC_BYTES + (version === 1 ? 2 : 4);
	const length = version === 1 ? uint16(start, npy_header_MAGIC_BYTES) : uint32(start, npy_header_MAGIC_BYTES);
	if (headerAt + length > reader.sizeBytes)
		return fault(truncated("it ends inside of its header"));
	if (length > npy_header_LONGEST_HEADER)
		return fault(unknown("its header is too long to be read"));
	const header = parseHeader(textOf(reader.read(headerAt, length)));
	return header === undefined
		? fault(damaged("its header describes no array"))
		: { kind: "header", ...header, dataAt: headerAt + length };
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

;// CONCATENATED MODULE: src/inspect/numpy/npy.js




const npy = {
	kind: "file",
	name: "npy",
	signs: [{ magic: { bytes: NPY_MAGIC } }, { endings: [".npy"] }],
	inspect: inspectNpy,
};
function inspectNpy(reader, names) {
	const header = readNpyHeader(reader);
	if (header.kind === "fault")
		return header.findings;
	const { dataAt, dataBytes, type } = header;
	if (type === "|O")
		return inspectObjects(reader, names, dataAt);
	if (dataBytes === undefined)
		return unknown("its size cannot be told from its type");
	const fault = faultOfSize(reader.sizeBytes, dataAt + dataBytes);
	return fault ?? soundUnlessZeroTail(reader, dataAt);
}
const LONGEST_PICKLE = 96 * 1024;
function inspectObjects(reader, names, start) {
	const length = reader.sizeBytes - start;
	if (length > LONGEST_PICKLE)
		return unknown("its objects are too long to be read");
	const pickle = readPickleAt(reader.read(start, length), 0, names);
	if (pickle.kind === "newer")
		return unknown("its objects are pickled in a newer protocol");
	if (pickle.kind === "cut")
		return truncated("it ends inside of its objects");
	if (pickle.kind === "broken")
		return damaged("its objects are no pickle");
	return faultOfSize(length, pickle.end) ?? SOUND;
}

var external_node_zlib_ = __webpack_require__("node:zlib");
;// CONCATENATED MODULE: src/inspect/zip/end.js



const END_RECORD = [0x50, 0x4b, 5, 6];
const END_BYTES = 22;
const NEAR_BYTES = 4 * 1024;
const FAR_BYTES = END_BYTES + 0xffff;
function findEnd(reader) {
	for (const length of [NEAR_BYTES, FAR_BYTES]) {
		const start = Math.max(0, reader.sizeBytes - length);
		const tail = reader.read(start, length);
		const { exact, excess } = searchEnd(tail);
		if (exact !== undefined)
			return parseEnd(reader, tail.subarray(exact), start + exact);
		if (excess !== undefined)
			return fault(bytesAfterEnd(excess));
		if (start === 0)
			break;
	}
	return fault(hasZeroTail(reader) ? damaged(ZERO_TAIL) : truncated("the end of the archive is missing"));
}
function searchEnd(tail) {
	let least;
	let at = lastPlaceOf(tail, END_RECORD, tail.length - END_BYTES);
	while (at >= 0) {
		const excess = tail.length - at - END_BYTES - uint16(tail, at + 20);
		if (excess === 0)
			return { exact: at };
		if (excess > 0)
			least ??= excess;
		at = lastPlaceOf(tail, END_RECORD, at - 1);
	}
	return least === undefined ? {} : { excess: least };
}
const LOCATOR = [0x50, 0x4b, 6, 7];
const LOCATOR_BYTES = 20;
const END64 = [0x50, 0x4b, 6, 6];
const END64_BYTES = 56;
function parseEnd(reader, end, at) {
	const locator = reader.read(at - LOCATOR_BYTES, LOCATOR_BYTES);
	if (at < LOCATOR_BYTES || !hasAt(locator, 0, LOCATOR)) {
		return {
			kind: "end",
			directoryAt: uint32(end, 16),
			directoryBytes: uint32(end, 12),
			directoryEnd: at,
			entryCount: uint16(end, 10),
		};
	}
	const end64At = uint64(locator, 8);
	const end64 = reader.read(end64At, END64_BYTES);
	if (!hasAt(end64, 0, END64) || end64At + 12 + uint64(end64, 4) !== at - LOCATOR_BYTES)
		return fault(damaged("its ZIP64 end does not lie where it should"));
	return {
		kind: "end",
		directoryAt: uint64(end64, 48),
		directoryBytes: uint64(end64, 40),
		directoryEnd: end64At,
		entryCount: uint64(end64, 32),
	};
}

;// CONCATENATED MODULE: src/inspect/zip/entries.js

const ENTRY_BYTES = 46;
const ENTRY = [0x50, 0x4b, 1, 2];
function parseEntries(bytes) {
	const entries = [];
	let at = 0;
	while (at + ENTRY_BYTES <= bytes.length) {
		if (!hasAt(bytes, at, ENTRY))
			return { entries, end: undefined };
		const next = at + sizeOfEntry(bytes, at);
		if (next > bytes.length)
			break;
		entries.push(entries_parseEntry(bytes, at));
		at = next;
	}
	return { entries, end: at };
}
function parseLastEntries(bytes) {
	const entries = [];
	let start = bytes.length;
	for (let at = start - ENTRY_BYTES; at >= 0; at -= 1) {
		if (!hasAt(bytes, at, ENTRY) || at + sizeOfEntry(bytes, at) !== start)
			continue;
		entries.push(entries_parseEntry(bytes, at));
		start = at;
	}
	return entries.reverse();
}
function sizeOfEntry(bytes, at) {
	return ENTRY_BYTES + uint16(bytes, at + 28) + uint16(bytes, at + 30) + uint16(bytes, at + 32);
}
function entries_parseEntry(bytes, at) {
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

;// CONCATENATED MODULE: src/inspect/zip/local-header.js

const LOCAL_HEADER = [0x50, 0x4b, 3, 4];
const LOCAL_HEADER_BYTES = 30;
const NAME_LENGTH_AT = 26;
const EXTRA_LENGTH_AT = 28;
function firstEntryName(head) {
	const length = uint16(head, NAME_LENGTH_AT);
	return textOf(head.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + length));
}
function placeOfContent(reader, { headerAt }) {
	return placeBehind(reader.read(headerAt, LOCAL_HEADER_BYTES), headerAt);
}
function placeBehind(header, headerAt) {
	const variableBytes = uint16(header, NAME_LENGTH_AT) + uint16(header, EXTRA_LENGTH_AT);
	return headerAt + LOCAL_HEADER_BYTES + variableBytes;
}

;// CONCATENATED MODULE: src/inspect/zip/archive.js






function readZip(reader) {
	const end = findEnd(reader);
	if (end.kind === "fault")
		return end;
	const { directoryAt, directoryBytes, directoryEnd } = end;
	if (directoryAt + directoryBytes !== directoryEnd)
		return fault(damaged("its directory does not lie where its end says"));
	const entries = readDirectory(reader, end);
	if (entries === undefined)
		return fault(damaged("its directory cannot be read"));
	const why = faultOfEntries(reader, entries, directoryAt);
	return why === undefined ? { kind: "zip", entries, directoryAt } : fault(damaged(why));
}
const LONGEST_DIRECTORY = 32 * 1024;
const DIRECTORY_PIECE = 16 * 1024;
function readDirectory(reader, { directoryAt, directoryBytes, entryCount }) {
	if (directoryBytes > LONGEST_DIRECTORY) {
		const { entries, end } = parseEntries(reader.read(directoryAt, DIRECTORY_PIECE));
		const lastAt = directoryAt + directoryBytes - DIRECTORY_PIECE;
		const last = parseLastEntries(reader.read(lastAt, DIRECTORY_PIECE));
		return end === undefined || last.length === 0 ? undefined : [...entries, ...last];
	}
	const { entries, end } = parseEntries(reader.read(directoryAt, directoryBytes));
	return end === directoryBytes && isCount(entries.length, entryCount) ? entries : undefined;
}
function isCount(actual, recorded) {
	return actual === recorded || actual % 0x1_0000 === recorded;
}
function faultOfEntries(reader, entries, directoryAt) {
	const inOrder = entries.toSorted((a, b) => a.headerAt - b.headerAt);
	const long = inOrder.find(({ headerAt, storedBytes }, place) => {
		const next = inOrder[place + 1]?.headerAt ?? directoryAt;
		return headerAt + LOCAL_HEADER_BYTES + storedBytes > next;
	});
	if (long !== undefined)
		return `its entry ${clip(long.name)} reaches into what follows it`;
	const headless = probes(entries).find(({ headerAt }) => !hasAt(reader.read(headerAt, LOCAL_HEADER.length), 0, LOCAL_HEADER));
	return headless && `its entry ${clip(headless.name)} has no header at its place`;
}
const PROBED_ENTRIES = 8;
function probes(entries) {
	const step = Math.max(1, (entries.length - 1) / (PROBED_ENTRIES - 1));
	const probed = [];
	for (let place = 0; place < entries.length; place += step) {
		const entry = entries[Math.round(place)];
		if (entry !== undefined)
			probed.push(entry);
	}
	return probed;
}

var external_node_stream_ = __webpack_require__("node:stream");
var promises_ = __webpack_require__("node:stream/promises");
var problem = __webpack_require__("src/core/text/problem.js");
;// CONCATENATED MODULE: src/inspect/zip/checksums.js








const checksums_LONGEST_DIRECTORY = 64 * 1024 * 1024;
const CHUNK_BYTES = 4 * 1024 * 1024;
async function readZipChecksums(reader) {
	let isWhole = true;
	let bytesRead = 0;
	const entries = readEntries(reader);
	if (entries === undefined)
		return { isWhole: false, bytesRead };
	for (const entry of entries) {
		bytesRead += entry.storedBytes;
		const { kind, why } = await compareEntry(reader, entry);
		if (kind === "fault")
			return { isWhole: false, bytesRead, fault: why };
		if (kind === "unchecked")
			isWhole = false;
	}
	return { isWhole, bytesRead };
}
function readEntries(reader) {
	if (!hasAt(reader.read(0, LOCAL_HEADER.length), 0, LOCAL_HEADER))
		return undefined;
	const end = findEnd(reader);
	if (end.kind === "fault" || end.directoryBytes > checksums_LONGEST_DIRECTORY)
		return undefined;
	return parseEntries(reader.read(end.directoryAt, end.directoryBytes)).entries;
}
const UNCHECKED = { kind: "unchecked" };
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
async function compareEntry(reader, entry) {
	const { name, headerAt, storedBytes } = entry;
	if (entry.crc32 === 0)
		return storedBytes === 0 ? { kind: "matches" } : UNCHECKED;
	const header = reader.read(headerAt, LOCAL_HEADER_BYTES);
	if (header.length < LOCAL_HEADER_BYTES || !hasAt(header, 0, LOCAL_HEADER))
		return { kind: "fault", why: `its entry ${name} has no header at its place` };
	const method = uint16(header, 8);
	const isEncrypted = (uint16(header, 6) & ENCRYPTED) !== 0;
	if (isEncrypted || (method !== STORED && method !== DEFLATED))
		return UNCHECKED;
	const stored = pieces(reader, placeBehind(header, headerAt), storedBytes);
	const sum = method === STORED ? sumOf(stored) : await sumOfDeflated(stored);
	if (typeof sum === "string")
		return { kind: "fault", why: `its entry ${name} cannot be unpacked: ${sum}` };
	return sum === entry.crc32
		? { kind: "matches" }
		: { kind: "fault", why: `its entry ${name} is not what its checksum says` };
}
function* pieces(reader, start, length) {
	for (let at = 0; at < length; at += CHUNK_BYTES)
		yield reader.read(start + at, Math.min(CHUNK_BYTES, length - at));
}
function sumOf(stored) {
	let sum = 0;
	for (const piece of stored)
		sum = (0,external_node_zlib_.crc32)(piece, sum);
	return sum;
}
async function sumOfDeflated(stored) {
	let sum = 0;
	try {
		await (0,promises_.pipeline)(external_node_stream_.Readable.from(stored), (0,external_node_zlib_.createInflateRaw)(), async (unpacked) => {
			for await (const piece of unpacked)
				sum = (0,external_node_zlib_.crc32)(piece, sum);
		});
		return sum;
	}
	catch (error) {
		return (0,problem .bD)(error);
	}
}

;// CONCATENATED MODULE: src/inspect/numpy/npy-value.js




function readNpyValue(bytes) {
	const header = readNpyHeader({
		sizeBytes: bytes.length,
		read: (offset, length) => bytes.subarray(offset, offset + length),
		close: () => undefined,
	});
	if (header.kind === "fault")
		return undefined;
	if (header.shape.length > 0 || typeof header.type !== "string")
		return OBJECT;
	if (header.dataAt + (header.dataBytes ?? 0) !== bytes.length)
		return undefined;
	return npy_value_valueText(header.type, bytes.subarray(header.dataAt));
}
const KINDS = new Map([
	["i", "signed"],
	["u", "unsigned"],
	["f", "float"],
]);
function npy_value_valueText(type, data) {
	const [, order, kind = ""] = /^([<>|=])(\w)/.exec(type) ?? [];
	const isBig = order === ">";
	if (kind === "S")
		return textOf(withoutPadding(data));
	if (kind === "U")
		return textOfUtf32(data, isBig);
	if (kind === "b")
		return byteAt(data, 0) === 0 ? "false" : "true";
	const number = KINDS.get(kind);
	return number === undefined ? undefined : numberText(data, number, isBig);
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

;// CONCATENATED MODULE: src/inspect/numpy/npz.js







const npz_ARRAY = ".npy";
const npz = {
	kind: "file",
	name: "npz",
	signs: [
		{ endings: [".npz"] },
		{ magic: { bytes: LOCAL_HEADER }, holds: (head) => firstEntryName(head).endsWith(npz_ARRAY) },
	],
	inspect: inspectNpz,
	readChecksums: readZipChecksums,
};
function inspectNpz(reader, names) {
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
	return withFields(SOUND, fields, names);
}
const LONGEST_ENTRY = 16 * 1024;
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

;// CONCATENATED MODULE: src/inspect/plain.js


const plainFile = {
	kind: "file",
	name: "plain",
	signs: [{}],
	inspect: inspectPlain,
};
const plainDirectory = {
	kind: "directory",
	name: "directory",
	signs: [{}],
	inspect: () => unknown("a directory without known structure"),
};


;// CONCATENATED MODULE: src/inspect/pytorch/pytorch.js







const PICKLE_NAME = /^[^/]+\/data\.pkl$/;
const VERSION_NAME = /^[^/]+\/(?:\.data\/)?version$/;
const pytorch = {
	kind: "file",
	name: "pytorch",
	signs: [
		{ endings: [".pt", ".pth", ".ckpt"], holds: (head) => isCutAtMost(LOCAL_HEADER, head) },
		{ magic: { bytes: LOCAL_HEADER }, holds: (head) => PICKLE_NAME.test(firstEntryName(head)) },
	],
	inspect: inspectPytorch,
	readChecksums: readZipChecksums,
};
function inspectPytorch(reader, names) {
	const zip = readZip(reader);
	if (zip.kind === "fault")
		return zip.findings;
	const pickle = zip.entries.find(({ name }) => PICKLE_NAME.test(name));
	const hasVersion = zip.entries.some(({ name }) => VERSION_NAME.test(name));
	if (pickle === undefined || !hasVersion)
		return unknown("an archive without data.pkl and version");
	if (zip.entries[0]?.headerAt !== 0)
		return damaged("something precedes its first entry");
	return pickle.isStored ? inspectPickle(reader, names, { zip, pickle }) : SOUND;
}
const pytorch_HEAD_BYTES = 64 * 1024;
const pytorch_TAIL_BYTES = 16 * 1024;
function inspectPickle(reader, names, { zip, pickle }) {
	const { storedBytes } = pickle;
	const start = placeOfContent(reader, pickle);
	const end = start + storedBytes;
	if (end > zip.directoryAt)
		return damaged("its data.pkl does not end before its directory");
	if (storedBytes <= pytorch_HEAD_BYTES + pytorch_TAIL_BYTES)
		return pytorch_inspectWhole(reader.read(start, storedBytes), names, pickle.crc32);
	const head = reader.read(start, pytorch_HEAD_BYTES);
	const tail = reader.read(end - pytorch_TAIL_BYTES, pytorch_TAIL_BYTES);
	return findingsOf(readPickleEnds({ head, tail }, names), names);
}
function pytorch_inspectWhole(bytes, names, checksum) {
	if (checksum !== 0 && (0,external_node_zlib_.crc32)(bytes) !== checksum)
		return damaged("its data.pkl is not what its checksum says");
	return findingsOf(readWholePickle(bytes, names), names);
}
function findingsOf(pickle, names) {
	if (pickle.kind === "newer")
		return unknown("its data.pkl is of a newer protocol");
	if (pickle.kind === "broken")
		return damaged("its data.pkl is no whole pickle");
	return withFields(SOUND, pickle.fields, names);
}

;// CONCATENATED MODULE: src/inspect/pytorch/storages.js


const COUNT_BYTES = 8;
function bytesOfStorage({ numbers, numberBytes }) {
	return COUNT_BYTES + numbers * numberBytes;
}
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
function storagesOf(references) {
	const storages = new Map();
	for (const { items } of references) {
		const [kind, type, key, , numbers] = items;
		if (kind?.kind !== "text")
			return undefined;
		if (kind.text !== "storage")
			continue;
		const numberBytes = type?.kind === "global" ? NUMBER_BYTES.get(type.name) : undefined;
		const amount = numbers?.kind === "scalar" ? Number(valueText(numbers)) : NaN;
		if (numberBytes === undefined || key?.kind !== "text")
			return undefined;
		if (!Number.isSafeInteger(amount) || amount < 0)
			return undefined;
		storages.set(key.text, { key: key.text, numbers: amount, numberBytes });
	}
	return [...storages.values()].sort((a, b) => (0,text_text .n6)(a.key, b.key));
}

;// CONCATENATED MODULE: src/inspect/pytorch/pytorch-legacy.js






const pytorch_legacy_MAGIC = [
	0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e,
];
const MAGIC_PLACES = [2, 11];
const pytorchLegacy = {
	kind: "file",
	name: "pytorch-legacy",
	signs: MAGIC_PLACES.map((at) => ({
		magic: { bytes: pytorch_legacy_MAGIC, at },
		holds: (head) => head[0] === PROTOCOL,
	})),
	inspect: inspectLegacy,
};
const PICKLE_BYTES = [64 * 1024, 512 * 1024];
function inspectLegacy(reader, names) {
	for (const length of PICKLE_BYTES) {
		const pickles = readPickles(reader.read(0, length), names);
		if (pickles.kind === "newer")
			return unknown("it is pickled in a newer protocol");
		if (pickles.kind === "broken")
			return damaged("its pickles are not whole");
		if (pickles.kind === "pickles")
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
		if (pickle.kind !== "pickle")
			return pickle;
		pickles.push(pickle);
		end = pickle.end;
	}
	const [, protocol, , saved] = pickles;
	return {
		kind: "pickles",
		protocol: protocol?.value === undefined ? "" : valueText(protocol.value),
		fields: fieldsOf(saved?.value),
		storages: storagesOf(saved?.references ?? []),
		end,
	};
}
const PROTOCOL_NUMBER = "1001";
function inspectStorages(reader, { protocol, fields, storages, end }, names) {
	if (protocol !== PROTOCOL_NUMBER)
		return unknown("its protocol is not known here");
	return withFields(findingsOnStorages(reader, storages, end), fields, names);
}
function findingsOnStorages(reader, storages, start) {
	if (storages === undefined)
		return unknown("the size of its tensors cannot be told");
	const size = storages.reduce((sum, storage) => sum + bytesOfStorage(storage), 0);
	const fault = faultOfSize(reader.sizeBytes, start + size);
	if (fault !== undefined)
		return fault;
	if (!areInPlace(reader, storages, start))
		return damaged("its tensors are not in their places");
	return soundUnlessZeroTail(reader, start);
}
const PROBED_STORAGES = 8;
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

;// CONCATENATED MODULE: src/inspect/shared/flatbuffer.js

function follow({ bytes }, at) {
	return at + uint32(bytes, at);
}
function fieldAt({ bytes }, table, index) {
	const layout = table - (uint32(bytes, table) | 0);
	const slot = 4 + 2 * index;
	if (layout < 0 || slot + 2 > uint16(bytes, layout))
		return undefined;
	const offset = uint16(bytes, layout + slot);
	return offset === 0 ? undefined : table + offset;
}
function referredAt(buffer, table, index) {
	const at = fieldAt(buffer, table, index);
	return at === undefined ? undefined : follow(buffer, at);
}
function entriesOf({ bytes }, vector, entryBytes) {
	if (vector === undefined)
		return [];
	const length = uint32(bytes, vector);
	const first = vector + 4;
	if (first + length * entryBytes > bytes.length)
		return [];
	return Array.from({ length }, (_, place) => first + place * entryBytes);
}
const flatbuffer_LONGEST_TEXT = 1024;
function flatbuffer_textAt({ bytes }, at) {
	return textOf(bytes.subarray(at + 4, at + 4 + Math.min(uint32(bytes, at), flatbuffer_LONGEST_TEXT)));
}

;// CONCATENATED MODULE: src/inspect/tables/arrow-schema.js


const CUSTOM_METADATA = 2;
const arrow_schema_KEY = 0;
const arrow_schema_VALUE = 1;
function fieldsOfSchema(buffer, schema, names) {
	const fields = new Map();
	if (schema === undefined)
		return fields;
	for (const entry of entriesOf(buffer, referredAt(buffer, schema, CUSTOM_METADATA), 4)) {
		const pair = follow(buffer, entry);
		const key = referredAt(buffer, pair, arrow_schema_KEY);
		const value = referredAt(buffer, pair, arrow_schema_VALUE);
		if (key !== undefined && value !== undefined)
			setField(fields, names, [flatbuffer_textAt(buffer, key), flatbuffer_textAt(buffer, value)]);
	}
	return fields;
}

;// CONCATENATED MODULE: src/inspect/tables/footer.js




const footer_LENGTH_BYTES = 4;
const LONGEST_FOOTER = 512 * 1024;
function readFooter(reader, { magic, startBytes, leastBytes }) {
	const { sizeBytes } = reader;
	const endBytes = footer_LENGTH_BYTES + magic.length;
	if (isAllZero(reader.read(0, magic.length)))
		return fault(damaged("it begins in zeros"));
	if (sizeBytes < startBytes + endBytes)
		return fault(truncated("it ends before its footer"));
	const endFault = faultOfEnd(reader, magic);
	if (endFault !== undefined)
		return fault(endFault);
	const length = uint32(reader.read(sizeBytes - endBytes, footer_LENGTH_BYTES), 0);
	const at = sizeBytes - endBytes - length;
	if (length < leastBytes || at < startBytes)
		return fault(damaged(`its footer cannot be ${(0,text_text .LS)(length, "byte")} long`));
	if (length > LONGEST_FOOTER)
		return fault(unknown("its footer is too long to be read"));
	return { kind: "footer", bytes: reader.read(at, length), at };
}

;// CONCATENATED MODULE: src/inspect/tables/arrow.js







const arrow_MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];
const CONTINUED = [0xff, 0xff, 0xff, 0xff];
const arrowFile = {
	kind: "file",
	name: "arrow",
	signs: magicOrItsRemains(arrow_MAGIC, [".arrow", ".feather"]),
	inspect: inspectFile,
};
const arrowStream = {
	kind: "file",
	name: "arrow-stream",
	signs: [{ magic: { bytes: CONTINUED }, holds: isSchemaMessage }],
	inspect: inspectStream,
};
const arrow_HEAD_BYTES = 8;
const LONGEST_SCHEMA = 512 * 1024;
function inspectFile(reader, names) {
	const footer = readFooter(reader, { magic: arrow_MAGIC, startBytes: arrow_HEAD_BYTES, leastBytes: 8 });
	return footer.kind === "fault" ? footer.findings : inspectFooter(footer, names);
}
const FOOTER = { schema: 1, dictionaries: 2, batches: 3 };
const BLOCK_BYTES = 24;
function inspectFooter(footer, names) {
	const root = follow(footer, 0);
	const schema = referredAt(footer, root, FOOTER.schema);
	if (schema === undefined || schema >= footer.bytes.length)
		return damaged("its footer cannot be read");
	const blocks = [FOOTER.dictionaries, FOOTER.batches].flatMap((index) => entriesOf(footer, referredAt(footer, root, index), BLOCK_BYTES));
	if (blocks.some((at) => endOfBlock(footer, at) > footer.at))
		return damaged("its batches do not end before its footer");
	return withFields(SOUND, fieldsOfSchema(footer, schema, names), names);
}
function endOfBlock({ bytes }, at) {
	return uint64(bytes, at) + uint32(bytes, at + 8) + uint64(bytes, at + 16);
}
const PREFIX_BYTES = 8;
const STREAM_END = [...CONTINUED, 0, 0, 0, 0];
const MESSAGE = { kind: 1, header: 2 };
const SCHEMA = 1;
function isSchemaMessage(head) {
	const message = { bytes: head.subarray(PREFIX_BYTES) };
	const kind = fieldAt(message, follow(message, 0), MESSAGE.kind);
	return kind !== undefined && byteAt(message.bytes, kind) === SCHEMA;
}
function inspectStream(reader, names) {
	const { sizeBytes } = reader;
	const length = uint32(reader.read(0, PREFIX_BYTES), CONTINUED.length);
	if (PREFIX_BYTES + length + STREAM_END.length > sizeBytes)
		return truncated("it ends inside of its schema");
	if (!hasAt(reader.read(sizeBytes - STREAM_END.length, STREAM_END.length), 0, STREAM_END))
		return hasZeroTail(reader) ? damaged(ZERO_TAIL) : truncated("the mark of its end is missing");
	if (length > LONGEST_SCHEMA)
		return unknown("its schema is too long to be read");
	const message = { bytes: reader.read(PREFIX_BYTES, length) };
	const schema = referredAt(message, follow(message, 0), MESSAGE.header);
	return withFields(SOUND, fieldsOfSchema(message, schema, names), names);
}

;// CONCATENATED MODULE: src/inspect/shared/thrift.js


class NoStruct extends Error {
}
const thrift_DEEPEST = 32;
function walkThrift(bytes, visit) {
	const walk = { bytes, visit, at: 0 };
	try {
		walkStruct(walk, "", 0);
		return walk.at;
	}
	catch (error) {
		if (error instanceof NoStruct)
			return undefined;
		throw error;
	}
}
function walkStruct(walk, path, depth) {
	if (depth > thrift_DEEPEST)
		throw new NoStruct();
	let id = 0;
	for (;;) {
		const header = readByte(walk);
		if (header === 0)
			return;
		const step = header >> 4;
		id = step === 0 ? unzigzag(thrift_readNumber(walk)) : id + step;
		const kind = header & 0xf;
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
			return walk.visit(path, unzigzag(thrift_readNumber(walk)));
		case 7:
			return skip(walk, 8);
		case 8: {
			const length = thrift_readNumber(walk);
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
			throw new NoStruct();
	}
}
function walkList(walk, path, depth) {
	if (depth > thrift_DEEPEST)
		throw new NoStruct();
	const header = readByte(walk);
	const length = header >> 4 === 15 ? thrift_readNumber(walk) : header >> 4;
	for (let left = length; left > 0; left -= 1)
		walkValue(walk, header & 0xf, path, depth + 1);
}
function walkMap(walk, path, depth) {
	if (depth > thrift_DEEPEST)
		throw new NoStruct();
	const length = thrift_readNumber(walk);
	const kinds = length === 0 ? 0 : readByte(walk);
	for (let left = length; left > 0; left -= 1) {
		walkValue(walk, kinds >> 4, path, depth + 1);
		walkValue(walk, kinds & 0xf, path, depth + 1);
	}
}
function readByte(walk) {
	skip(walk, 1);
	return byteAt(walk.bytes, walk.at - 1);
}
function thrift_readNumber(walk) {
	const value = readVarint(() => readByte(walk));
	if (value === undefined)
		throw new NoStruct();
	return value;
}
function skip(walk, length) {
	if (walk.at + length > walk.bytes.length)
		throw new NoStruct();
	walk.at += length;
}

;// CONCATENATED MODULE: src/inspect/tables/parquet.js







const parquet_MAGIC = [0x50, 0x41, 0x52, 0x31];
const parquet = {
	kind: "file",
	name: "parquet",
	signs: magicOrItsRemains(parquet_MAGIC, [".parquet"]),
	inspect: inspectParquet,
};
function inspectParquet(reader, names) {
	const footer = readFooter(reader, { magic: parquet_MAGIC, startBytes: parquet_MAGIC.length, leastBytes: 1 });
	if (footer.kind === "fault")
		return footer.findings;
	return isAllZero(footer.bytes) ? damaged(ZERO_TAIL) : parquet_inspectFooter(footer, names);
}
const REQUIRED = ["1", "2", "3"];
const FILE_PATH = "/4/1/1";
const COMPRESSED_BYTES = "/4/1/3/7";
const PAGES_AT = new Set(["/4/1/3/9", "/4/1/3/11"]);
const parquet_KEY = "/5/1";
const parquet_VALUE = "/5/2";
const ENCRYPTION = "8";
function parquet_inspectFooter({ bytes, at }, names) {
	const { fields, ids, dataEnd, end } = parquet_readMetadata(bytes, names);
	const isWhole = end === bytes.length || (end !== undefined && ids.has(ENCRYPTION));
	if (!isWhole || REQUIRED.some((id) => !ids.has(id)))
		return damaged("its footer cannot be read");
	if (dataEnd > at)
		return damaged("its columns do not end before its footer");
	return withFields(SOUND, fields, names);
}
function parquet_readMetadata(footer, names) {
	const fields = new Map();
	const ids = new Set();
	const columns = columnEnds();
	let key = "";
	const end = walkThrift(footer, (path, value) => {
		ids.add(path.split("/", 2)[1] ?? "");
		if (typeof value === "number")
			columns.take(path, value);
		else if (path === FILE_PATH)
			columns.lieElsewhere();
		else if (path === parquet_KEY)
			key = textOf(value);
		else if (path === parquet_VALUE)
			setField(fields, names, [key, textOf(value)]);
	});
	return { fields, ids, dataEnd: columns.last(), end };
}
function columnEnds() {
	let areHere = true;
	let lastEnd = 0;
	let at = Infinity;
	let bytes = 0;
	const last = () => {
		if (at !== Infinity)
			lastEnd = Math.max(lastEnd, at + bytes);
		return areHere ? lastEnd : 0;
	};
	const take = (path, value) => {
		if (PAGES_AT.has(path) && value > 0)
			at = Math.min(at, value);
		if (path !== COMPRESSED_BYTES)
			return;
		last();
		at = Infinity;
		bytes = value;
	};
	const lieElsewhere = () => {
		areHere = false;
	};
	return { take, lieElsewhere, last };
}

;// CONCATENATED MODULE: src/inspect/tables/sqlite.js



const sqlite_MAGIC = [...Buffer.from("SQLite format 3\0", "latin1")];
const sqlite = {
	kind: "file",
	name: "sqlite",
	signs: [{ magic: { bytes: sqlite_MAGIC } }],
	inspect: inspectSqlite,
};
const sqlite_HEAD_BYTES = 101;
const PAYLOAD_FRACTIONS = [64, 32, 32];
const TABLE_PAGES = new Set([5, 13]);
const IN_WAL = 2;
function inspectSqlite(reader) {
	const { sizeBytes } = reader;
	if (sizeBytes < sqlite_HEAD_BYTES)
		return truncated("it ends inside of its header");
	const head = reader.read(0, sqlite_HEAD_BYTES);
	const pageBytes = pageBytesOf(head);
	if (pageBytes === undefined)
		return damaged("its header cannot be read");
	const pages = pagesOf(head);
	if (sizeBytes % pageBytes !== 0 && (pages === undefined || sizeBytes < pages * pageBytes))
		return truncated("it ends inside of a page");
	if (pages === undefined)
		return unknown("its header does not say how many pages it has");
	const excess = sizeBytes - pages * pageBytes;
	if (excess > 0 && excess % pageBytes === 0)
		return unknown("it has more pages than it says");
	const fault = faultOfSize(sizeBytes, pages * pageBytes);
	if (fault !== undefined)
		return fault;
	if (byteAt(head, 19) === IN_WAL)
		return unknown("it is in WAL mode: the last changes may be in the file beside it");
	return soundUnlessZeroTail(reader);
}
function pageBytesOf(head) {
	const stored = byteAt(head, 16) * 0x100 + byteAt(head, 17);
	const bytes = stored === 1 ? 0x1_0000 : stored;
	const isSize = bytes >= 512 && Number.isInteger(Math.log2(bytes));
	const isTable = TABLE_PAGES.has(byteAt(head, 100));
	return isSize && isTable && hasAt(head, 21, PAYLOAD_FRACTIONS) ? bytes : undefined;
}
function pagesOf(head) {
	const pages = uint32BigEndian(head, 28);
	return pages > 0 && uint32BigEndian(head, 24) === uint32BigEndian(head, 92) ? pages : undefined;
}
function uint32BigEndian(bytes, at) {
	return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
}

;// CONCATENATED MODULE: src/inspect/zip/zip.js





const zip = {
	kind: "file",
	name: "zip",
	signs: [{ magic: { bytes: LOCAL_HEADER } }, { magic: { bytes: END_RECORD } }],
	inspect: inspectZip,
	readChecksums: readZipChecksums,
};
function inspectZip(reader) {
	const archive = readZip(reader);
	return archive.kind === "fault" ? archive.findings : SOUND;
}

;// CONCATENATED MODULE: src/inspect/formats.js





















const FORMATS = [
	pytorch,
	npz,
	zip,
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
	plainFile,
	orbax,
	torchDistributed,
	transformers,
	safetensorsIndex,
	plainDirectory,
];

;// CONCATENATED MODULE: src/inspect/shared/counting-reader.js
const MOST_BYTES = 1024 * 1024;
class NoAnswer extends Error {
	name = "NoAnswer";
}


;// CONCATENATED MODULE: src/inspect/dispatch.js









const FILE_FORMATS = FORMATS.filter((format) => format.kind === "file");
const DIRECTORY_FORMATS = FORMATS.filter((format) => format.kind === "directory");
const PLAIN_FORMAT = FILE_FORMATS.at(-1);


const NO_BYTES = { structure: "empty", why: "it holds no bytes" };
const NO_FILES = { structure: "empty", why: "it holds no files" };
async function inspectDirectory(disk, path, names) {
	const folder = openFolder(disk, path, (name) => dispatch_inspectFile(disk, (0,external_node_path_.join)(path, name), names));
	const format = firstFit(DIRECTORY_FORMATS, (each) => isOfLayout(each, folder));
	const findings = folder.names.length === 0 ? NO_FILES : await format.inspect(folder, names);
	return { format: format.name, ...findings, bytesRead: folder.bytesRead() };
}
async function readChecksums(disk, path) {
	const reader = disk.open(path);
	try {
		const beginning = { fileName: (0,external_node_path_.basename)(path), head: reader.read(0, BEGINNING_BYTES) };
		const format = formatOf(beginning);
		return (await format.readChecksums?.(reader)) ?? { isWhole: false, bytesRead: 0 };
	}
	finally {
		reader.close();
	}
}




 }),

};
