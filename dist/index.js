/******/ var __webpack_modules__ = ({

"assert":
(((module) => {
module.exports = process.getBuiltinModule("assert");
})),

"buffer":
(((module) => {
module.exports = process.getBuiltinModule("buffer");
})),

"child_process":
(((module) => {
module.exports = process.getBuiltinModule("child_process");
})),

"crypto":
(((module) => {
module.exports = process.getBuiltinModule("crypto");
})),

"events":
(((module) => {
module.exports = process.getBuiltinModule("events");
})),

"fastest-levenshtein/mod.js":
((__unused_webpack_module, exports) => {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = __webpack_unused_export__ = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
var n = a.length;
var m = b.length;
var lst = 1 << (n - 1);
var pv = -1;
var mv = 0;
var sc = n;
var i = n;
while (i--) {
peq[a.charCodeAt(i)] |= 1 << i;
}
for (i = 0; i < m; i++) {
var eq = peq[b.charCodeAt(i)];
var xv = eq | mv;
eq |= ((eq & pv) + pv) ^ pv;
mv |= ~(eq | pv);
pv &= eq;
if (mv & lst) {
sc++;
}
if (pv & lst) {
sc--;
}
mv = (mv << 1) | 1;
pv = (pv << 1) | ~(xv | mv);
mv &= xv;
}
i = n;
while (i--) {
peq[a.charCodeAt(i)] = 0;
}
return sc;
};
var myers_x = function (b, a) {
var n = a.length;
var m = b.length;
var mhc = [];
var phc = [];
var hsize = Math.ceil(n / 32);
var vsize = Math.ceil(m / 32);
for (var i = 0; i < hsize; i++) {
phc[i] = -1;
mhc[i] = 0;
}
var j = 0;
for (; j < vsize - 1; j++) {
var mv_1 = 0;
var pv_1 = -1;
var start_1 = j * 32;
var vlen_1 = Math.min(32, m) + start_1;
for (var k = start_1; k < vlen_1; k++) {
peq[b.charCodeAt(k)] |= 1 << k;
}
for (var i = 0; i < n; i++) {
var eq = peq[a.charCodeAt(i)];
var pb = (phc[(i / 32) | 0] >>> i) & 1;
var mb = (mhc[(i / 32) | 0] >>> i) & 1;
var xv = eq | mv_1;
var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
var ph = mv_1 | ~(xh | pv_1);
var mh = pv_1 & xh;
if ((ph >>> 31) ^ pb) {
phc[(i / 32) | 0] ^= 1 << i;
}
if ((mh >>> 31) ^ mb) {
mhc[(i / 32) | 0] ^= 1 << i;
}
ph = (ph << 1) | pb;
mh = (mh << 1) | mb;
pv_1 = mh | ~(xv | ph);
mv_1 = ph & xv;
}
for (var k = start_1; k < vlen_1; k++) {
peq[b.charCodeAt(k)] = 0;
}
}
var mv = 0;
var pv = -1;
var start = j * 32;
var vlen = Math.min(32, m - start) + start;
for (var k = start; k < vlen; k++) {
peq[b.charCodeAt(k)] |= 1 << k;
}
var score = m;
for (var i = 0; i < n; i++) {
var eq = peq[a.charCodeAt(i)];
var pb = (phc[(i / 32) | 0] >>> i) & 1;
var mb = (mhc[(i / 32) | 0] >>> i) & 1;
var xv = eq | mv;
var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
var ph = mv | ~(xh | pv);
var mh = pv & xh;
score += (ph >>> (m - 1)) & 1;
score -= (mh >>> (m - 1)) & 1;
if ((ph >>> 31) ^ pb) {
phc[(i / 32) | 0] ^= 1 << i;
}
if ((mh >>> 31) ^ mb) {
mhc[(i / 32) | 0] ^= 1 << i;
}
ph = (ph << 1) | pb;
mh = (mh << 1) | mb;
pv = mh | ~(xv | ph);
mv = ph & xv;
}
for (var k = start; k < vlen; k++) {
peq[b.charCodeAt(k)] = 0;
}
return score;
};
var distance = function (a, b) {
if (a.length < b.length) {
var tmp = b;
b = a;
a = tmp;
}
if (b.length === 0) {
return a.length;
}
if (a.length <= 32) {
return myers_32(a, b);
}
return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
var min_distance = Infinity;
var min_index = 0;
for (var i = 0; i < arr.length; i++) {
var dist = distance(str, arr[i]);
if (dist < min_distance) {
min_distance = dist;
min_index = i;
}
}
return arr[min_index];
};
__webpack_unused_export__ = closest;


 }),

"fs":
(((module) => {
module.exports = process.getBuiltinModule("fs");
})),

"http":
(((module) => {
module.exports = process.getBuiltinModule("http");
})),

"https":
(((module) => {
module.exports = process.getBuiltinModule("https");
})),

"module":
(((module) => {
module.exports = process.getBuiltinModule("module");
})),

"net":
(((module) => {
module.exports = process.getBuiltinModule("net");
})),

"node:async_hooks":
(((module) => {
module.exports = process.getBuiltinModule("node:async_hooks");
})),

"node:buffer":
(((module) => {
module.exports = process.getBuiltinModule("node:buffer");
})),

"node:child_process":
(((module) => {
module.exports = process.getBuiltinModule("node:child_process");
})),

"node:crypto":
(((module) => {
module.exports = process.getBuiltinModule("node:crypto");
})),

"node:events":
(((module) => {
module.exports = process.getBuiltinModule("node:events");
})),

"node:fs":
(((module) => {
module.exports = process.getBuiltinModule("node:fs");
})),

"node:fs/promises":
(((module) => {
module.exports = process.getBuiltinModule("node:fs/promises");
})),

"node:http":
(((module) => {
module.exports = process.getBuiltinModule("node:http");
})),

"node:https":
(((module) => {
module.exports = process.getBuiltinModule("node:https");
})),

"node:net":
(((module) => {
module.exports = process.getBuiltinModule("node:net");
})),

"node:os":
(((module) => {
module.exports = process.getBuiltinModule("node:os");
})),

"node:path":
(((module) => {
module.exports = process.getBuiltinModule("node:path");
})),

"node:process":
(((module) => {
module.exports = process.getBuiltinModule("node:process");
})),

"node:readline":
(((module) => {
module.exports = process.getBuiltinModule("node:readline");
})),

"node:readline/promises":
(((module) => {
module.exports = process.getBuiltinModule("node:readline/promises");
})),

"node:stream":
(((module) => {
module.exports = process.getBuiltinModule("node:stream");
})),

"node:stream/promises":
(((module) => {
module.exports = process.getBuiltinModule("node:stream/promises");
})),

"node:string_decoder":
(((module) => {
module.exports = process.getBuiltinModule("node:string_decoder");
})),

"node:timers/promises":
(((module) => {
module.exports = process.getBuiltinModule("node:timers/promises");
})),

"node:tty":
(((module) => {
module.exports = process.getBuiltinModule("node:tty");
})),

"node:url":
(((module) => {
module.exports = process.getBuiltinModule("node:url");
})),

"node:util":
(((module) => {
module.exports = process.getBuiltinModule("node:util");
})),

"node:v8":
(((module) => {
module.exports = process.getBuiltinModule("node:v8");
})),

"node:worker_threads":
(((module) => {
module.exports = process.getBuiltinModule("node:worker_threads");
})),

"node:zlib":
(((module) => {
module.exports = process.getBuiltinModule("node:zlib");
})),

"os":
(((module) => {
module.exports = process.getBuiltinModule("os");
})),

"path":
(((module) => {
module.exports = process.getBuiltinModule("path");
})),

"process":
(((module) => {
module.exports = process.getBuiltinModule("process");
})),

"src/checkpoint/contents.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Lm: () => ( markedContents),
   r0: () => ( readContents),
   r8: () => ( statedFields),
   rm: () => ( readStatedFields),
   xJ: () => ( unopened)
 });
 var _core_model_status_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/status.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/problem.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/files/unreadable.js");
 var _inspect_inspect_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/inspect/inspect.js");




async function readContents(disk, path, { found, rules }) {
	if (isBare(found))
		return unopened(found);
	try {
		const inspected = await (0,_inspect_inspect_js__WEBPACK_IMPORTED_MODULE_3__ .N)(disk, path, rules);
		const { format, structure, why, doubt, status, version } = inspected;
		return {
			checkpoint: structure,
			...(doubt !== undefined && { doubt }),
			...(why !== undefined && { why }),
			...statedContents({ format, status, version }, rules),
		};
	}
	catch (error) {
		const unseen = { format: "unread", status: "none" };
		const unreadable = (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_2__ .fe)(disk, error, { path, what: "the checkpoint" });
		return unreadable === undefined
			? { checkpoint: "damaged", why: (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error), ...unseen }
			: { checkpoint: "unknown", unreadable, ...unseen };
	}
}
function unopened(found) {
	const format = found.kind === "directory" ? "directory" : "unread";
	if (!isBare(found))
		return { checkpoint: "unknown", format, status: "none" };
	const why = found.kind === "directory"
		? "the checkpoint is an empty directory"
		: "the checkpoint has 0 bytes";
	return { checkpoint: "empty", why, format, status: "none" };
}
function markedContents(marked, { found, rules }) {
	const stated = statedContents(marked, rules);
	return isBare(found) ? { ...unopened(found), ...stated } : { checkpoint: "sound", ...stated };
}
function statedFields({ format, statusText, version }) {
	return {
		format,
		...(statusText !== undefined && { status: statusText }),
		...(version !== undefined && { version }),
	};
}
async function readStatedFields(disk, path, rules) {
	return statedFields({
		checkpoint: "unknown",
		...statedContents(await (0,_inspect_inspect_js__WEBPACK_IMPORTED_MODULE_3__ .N)(disk, path, rules), rules),
	});
}
function statedContents({ format, status, version }, rules) {
	const { highestVersion } = rules;
	return {
		format,
		status: (0,_core_model_status_js__WEBPACK_IMPORTED_MODULE_0__ .rk)(status, rules),
		...(status !== undefined && { statusText: status }),
		...(version !== undefined && { version }),
		...(highestVersion !== undefined &&
			(0,_core_model_status_js__WEBPACK_IMPORTED_MODULE_0__ .U4)(version, highestVersion) && { newerThan: highestVersion }),
	};
}
function isBare({ files, sizeBytes }) {
	return files === undefined ? sizeBytes === 0 : files === 0;
}


 }),

"src/checkpoint/generations.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var isProven = (function isProven(generation) {
	return generation.proof !== undefined;
});
var holds = (function holds(disk, { checkpoint, proof }) {
	const marked = proof.checkpoint;
	try {
		const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__ .xP)(disk, checkpoint, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_4__ .gP)(marked));
		if (found.kind !== "measured")
			return false;
		const compared = { marked, found: found.measure };
		const how = { trustsTimes: true, readsSample: true };
		return (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_4__ .y3)(disk, checkpoint, compared, how).kind !== "differs";
	}
	catch (error) {
		return spareUnreadable(disk, error, checkpoint) ?? false;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   HS: () => ( spareUnreadable),
   W2: () => ( readGenerations),
   nt: () => ( fittingRecord),
   x6: () => ( findFitting)
 });
 var _core_model_aside_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/aside.js");
 var _core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/fingerprint.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_status_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/status.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/files/measure.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/files/unreadable.js");







function readGenerations(disk, path, markers, isThere = (place) => disk.exists(place)) {
	const all = (0,_core_model_aside_js__WEBPACK_IMPORTED_MODULE_0__ .t8)(path).filter(({ checkpoint }) => isThere(checkpoint));
	const read = all.map((paths) => {
		const isRevoked = isThere(paths.revoked);
		const { text, ...copy } = readCopy(disk, isRevoked ? paths.revoked : paths.marker);
		const parsed = markers.parse(text);
		const known = { ...paths, ...copy, isRevoked };
		return parsed.kind === "full" ? { ...known, proof: parsed.marker } : known;
	});
	return read.toSorted((a, b) => Number(b.asideNs - a.asideNs) || b.slot - a.slot);
}
function findFitting(disk, task, definition, { markers, isThere }) {
	const { highestVersion } = definition.status;
	const fits = fittingRecord(task, definition);
	const mayFit = ({ proof, isRevoked }) => {
		if (isRevoked)
			return false;
		if (proof === undefined)
			return true;
		const isTooNew = highestVersion !== undefined && (0,_core_model_status_js__WEBPACK_IMPORTED_MODULE_3__ .U4)(proof.checkpoint.version, highestVersion);
		return proof.shard === task.shard.id && fits(proof.fingerprint) && !isTooNew;
	};
	let closed;
	for (const generation of readGenerations(disk, task.paths.checkpoint, markers, isThere)) {
		if (!mayFit(generation))
			continue;
		const held = isProven(generation) ? holds(disk, generation) : generation.unreadable;
		if (held === true && isProven(generation))
			return { kind: "fitting", setAside: generation };
		if (typeof held === "object")
			closed ??= held;
	}
	return closed === undefined ? { kind: "none" } : { kind: "unreadable", unreadable: closed };
}
function fittingRecord({ fingerprint }, { rerunOn }) {
	return (recorded) => (0,_core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ .Ty)(recorded, fingerprint, rerunOn).length === 0;
}


function spareUnreadable(disk, error, path) {
	const what = "a finished result that was set aside";
	const unreadable = (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_6__ .fe)(disk, error, { path, what });
	return unreadable === undefined ? undefined : { ...unreadable, isSpare: true };
}
function readCopy(disk, path) {
	try {
		const text = disk.readText(path, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .gX) ?? "";
		return { text, asideNs: BigInt(disk.stat(path)?.mtimeNs ?? 0) };
	}
	catch (error) {
		const unreadable = spareUnreadable(disk, error, path);
		return { text: "", asideNs: 0n, ...(unreadable !== undefined && { unreadable }) };
	}
}


 }),

"src/checkpoint/look.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var decisionRules = (function decisionRules({ definition, markers, home }) {
	return {
		...checkpointRules(definition),
		markers,
		home,
		depth: definition.validate,
		trustsMarker: true,
	};
});
var checkpointRules = (function checkpointRules({ status, ignore = [], allowEmpty = false, }) {
	return { status, ignore, allowsEmpty: allowEmpty };
});

 __nccwpck_require__.d(__webpack_exports__, {
   Mc: () => ( checkpointRules),
   Op: () => ( look),
   cu: () => ( measureOrRefuse),
   kM: () => ( decisionRules)
 });
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/facts.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/problem.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/files/measure.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/unreadable.js");
 var _contents_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/checkpoint/contents.js");
 var _presence_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/checkpoint/presence.js");
 var _records_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__("src/checkpoint/records.js");










async function look(disk, target, rules, isThere = (0,_presence_js__WEBPACK_IMPORTED_MODULE_6__ .A)(disk)) {
	const { path } = target;
	const records = readRecords(disk, target, rules.markers, isThere);
	const { marker } = records;
	const members = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .uL)(records)?.checkpoint ?? rules;
	const measured = isThere(path) ? measureOrRefuse(disk, path, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(members)) : ABSENT;
	if (measured.kind === "absent") {
		const comparison = withoutBytes(marker, "it is not there");
		return { ...records, ...UNSEEN, comparison, checkpoint: "absent" };
	}
	if (measured.kind === "unreadable")
		return { ...records, ...UNSEEN, ...unreadableBytes(measured.unreadable) };
	if (measured.kind === "refused") {
		const { why } = measured;
		const kind = disk.stat(path)?.kind;
		const comparison = withoutBytes(marker, why);
		const refused = { ...records, ...UNSEEN, comparison, checkpoint: "damaged", why };
		return kind === "directory" || kind === "file" ? { ...refused, kind } : refused;
	}
	const found = measured.measure;
	const { kind, sizeBytes } = found;
	const marked = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .uL)(records)?.checkpoint;
	return {
		...records,
		kind,
		sizeBytes,
		...(await lookAtBytes(disk, path, { found, marked, rules })),
	};
}
const ABSENT = { kind: "absent" };
const UNSEEN = {
	format: "none",
	status: "none",
	sizeBytes: 0,
	bytesRead: 0,
	isProven: false,
};
function readRecords(disk, target, markers, isThere) {
	const start = (0,_records_js__WEBPACK_IMPORTED_MODULE_7__ .H)(disk, target.path, isThere);
	if (markers === undefined)
		return { marker: { kind: "unread" }, ...start };
	return { ...start, marker: (0,_records_js__WEBPACK_IMPORTED_MODULE_7__ .t)(disk, target, markers, isThere) };
}
function measureOrRefuse(disk, path, members) {
	try {
		return (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, path, members);
	}
	catch (error) {
		const unreadable = (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .fe)(disk, error, { path, what: "the checkpoint" });
		if (unreadable !== undefined)
			return { kind: "unreadable", unreadable };
		return { kind: "refused", why: (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error) };
	}
}
function unreadableBytes(unreadable) {
	return { checkpoint: "unknown", comparison: UNCOMPARED, unreadable };
}
function withoutBytes({ kind }, how) {
	return kind === "full" ? { kind: "differs", how } : UNCOMPARED;
}
const UNCOMPARED = { kind: "none" };
async function lookAtBytes(disk, path, bytes) {
	const { found, marked, rules } = bytes;
	const { depth, status } = rules;
	const isDeep = depth === "deep";
	const counted = countReads(disk);
	const { comparison, fault, unreadable } = compare(counted.disk, path, bytes);
	const isBelieved = rules.trustsMarker && !isDeep && (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .$X)({ comparison });
	const read = isBelieved && marked !== undefined
		? (0,_contents_js__WEBPACK_IMPORTED_MODULE_5__ .Lm)(marked, { found, rules: status })
		: depth === "size"
			? (0,_contents_js__WEBPACK_IMPORTED_MODULE_5__ .xJ)(found)
			: await (0,_contents_js__WEBPACK_IMPORTED_MODULE_5__ .r0)(counted.disk, path, { found, rules: status });
	const contents = rules.allowsEmpty === true ? honestlyEmpty(read) : read;
	const facts = { ...contents, comparison, isProven: false };
	const refused = unreadable ?? contents.unreadable;
	if (refused !== undefined)
		return { ...facts, ...unreadableBytes(refused), bytesRead: counted.bytesRead() };
	if (fault !== undefined)
		return { ...facts, ...damagedBy(facts, fault), bytesRead: counted.bytesRead() };
	if (!isDeep || comparison.kind === "differs")
		return { ...facts, bytesRead: counted.bytesRead() };
	return lookAtEveryByte(disk, path, bytes, { ...facts, bytesRead: counted.bytesRead() });
}
function honestlyEmpty(contents) {
	const { why: _, ...rest } = contents;
	return contents.checkpoint === "empty" ? { ...rest, checkpoint: "sound" } : contents;
}
function compare(disk, path, { found, marked, rules }) {
	if (marked === undefined)
		return { comparison: UNCOMPARED };
	const { depth, trustsMarker } = rules;
	const how = {
		trustsTimes: trustsMarker && depth !== "deep",
		readsSample: depth !== "size",
		allowsAdded: true,
	};
	try {
		return { comparison: (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .y3)(disk, path, { marked, found }, how) };
	}
	catch (error) {
		const unreadable = (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .fe)(disk, error, { path, what: "the checkpoint" });
		if (unreadable !== undefined)
			return { comparison: UNCOMPARED, unreadable };
		const fault = (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error);
		return { comparison: { kind: "differs", how: fault }, fault };
	}
}
async function lookAtEveryByte(disk, path, { found, marked, rules }, facts) {
	try {
		const { readEveryByte } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/checkpoint/every-byte.js"));
		const hasMore = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .K6)(facts).length > 0;
		const read = await readEveryByte(disk, path, { found, marked, hasMore, home: rules.home });
		const { fault, comparison = facts.comparison, isProven } = read;
		const bytesRead = facts.bytesRead + read.bytesRead;
		const all = { ...facts, comparison, isProven, bytesRead };
		return fault === undefined ? all : { ...all, ...damagedBy(facts, fault) };
	}
	catch (error) {
		const unreadable = (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .fe)(disk, error, { path, what: "the checkpoint" });
		if (unreadable !== undefined)
			return { ...facts, ...unreadableBytes(unreadable) };
		return { ...facts, ...damagedBy(facts, (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error)) };
	}
}
function damagedBy({ checkpoint }, why) {
	const holdsUp = checkpoint === "sound" || checkpoint === "unknown";
	return holdsUp ? { checkpoint: "damaged", why } : {};
}
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


 }),

"src/checkpoint/parts.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Or: () => ( tracesOf),
   fp: () => ( readParts),
   v9: () => ( mayResume)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/fingerprint.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/start-record.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/files/measure.js");
 var _files_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/files/tree.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__("src/files/unreadable.js");
 var _inspect_inspect_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__("src/inspect/inspect.js");









const NO_PARTS = { whole: [], falseMarkers: [] };
async function readParts(disk, work, rules) {
	if (disk.stat(work)?.kind !== "directory")
		return NO_PARTS;
	const whole = [];
	const falseMarkers = [];
	for (const path of (0,_files_tree_js__WEBPACK_IMPORTED_MODULE_6__ .CS)(disk, work)) {
		if (!path.endsWith(_core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .pM))
			continue;
		const marker = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, path);
		const part = marker.slice(0, -_core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .pM.length);
		if (await isWhole(disk, { part, marker }, rules))
			whole.push(part);
		else
			falseMarkers.push(marker);
	}
	return { whole, falseMarkers };
}
function tracesOf(disk, work, parts) {
	return new Set(parts.map((part) => {
		const stat = disk.stat(part + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .pM);
		return JSON.stringify([(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(work, part), stat?.mtimeNs, stat?.inode]);
	}));
}
function mayResume(start, present) {
	if (start === undefined || (0,_core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ .Ty)(start.fingerprint, present, _core_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ .dI).length > 0)
		return false;
	return !(0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_3__ .gk)(start);
}
async function isWhole(disk, { part, marker }, rules) {
	try {
		const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__ .xP)(disk, part);
		const parsed = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .gY)(disk.readText(marker, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .gX) ?? "");
		if (parsed.kind === "corrupt" || isLink(disk, part))
			return false;
		if (found.kind === "refused")
			return parsed.kind === "empty" && holdsBytes(disk, part);
		if (found.kind !== "measured" || found.measure.sizeBytes === 0)
			return false;
		if (parsed.kind === "full") {
			const marked = parsed.marker.checkpoint;
			const compared = { marked, found: found.measure };
			if ((0,_files_compare_js__WEBPACK_IMPORTED_MODULE_4__ .y3)(disk, part, compared, BY_SAMPLE).kind === "differs")
				return false;
			if (marked.sha256 === undefined)
				return true;
			return (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_4__ .J4)(marked, (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__ .ol)(disk, part)) === undefined;
		}
		const { structure } = await (0,_inspect_inspect_js__WEBPACK_IMPORTED_MODULE_8__ .N)(disk, part, rules);
		return structure === "sound" || structure === "unknown";
	}
	catch (error) {
		if ((0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_7__ .fe)(disk, error, { path: part, what: "a part" }) !== undefined)
			throw error;
		return false;
	}
}
function isLink(disk, path) {
	try {
		disk.readLink(path);
		return true;
	}
	catch {
		return false;
	}
}
function holdsBytes(disk, folder) {
	if (disk.stat(folder)?.kind !== "directory")
		return false;
	return (0,_files_tree_js__WEBPACK_IMPORTED_MODULE_6__ .CS)(disk, folder).some((path) => (disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, path))?.sizeBytes ?? 0) > 0);
}
const BY_SAMPLE = { trustsTimes: false, readsSample: true };


 }),

"src/checkpoint/presence.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var askedPresence = (function askedPresence(disk) {
	return ((path) => {
		try {
			return disk.exists(path);
		}
		catch (error) {
			if (!(0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .vu)(error))
				throw error;
			return true;
		}
	});
});
var listedPresence = (function listedPresence(disk) {
	const folders = new Map();
	const ask = askedPresence(disk);
	return ((path) => {
		const end = path.lastIndexOf(node_path__WEBPACK_IMPORTED_MODULE_0__.sep);
		const folder = path.slice(0, end);
		if (!folders.has(folder))
			folders.set(folder, namesIn(disk, folder === "" ? node_path__WEBPACK_IMPORTED_MODULE_0__.sep : folder));
		return folders.get(folder)?.has(path.slice(end + 1)) ?? ask(path);
	});
});
var namesIn = (function namesIn(disk, folder) {
	try {
		return new Set(disk.names(folder));
	}
	catch (error) {
		if (!(0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .vu)(error))
			throw error;
		return undefined;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   A: () => ( askedPresence),
   N: () => ( listedPresence)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/files/unreadable.js");







 }),

"src/checkpoint/records.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   H: () => ( readStart),
   t: () => ( readMarker)
 });
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/start-record.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/problem.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/files/refused.js");
 var _files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/unreadable.js");
 var _presence_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/checkpoint/presence.js");






function readMarker(disk, { path, shard }, markers, isThere) {
	const place = path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .pM;
	if (!isThere(place))
		return { kind: "none" };
	const read = readSmall(disk, { path: place, what: "the marker" });
	if (typeof read !== "string")
		return { kind: "unreadable", unreadable: read };
	const parsed = markers.parse(read);
	if (parsed.kind !== "full")
		return parsed;
	const isForeign = shard !== undefined && parsed.marker.shard !== shard;
	return { kind: isForeign ? "foreign" : "full", marker: parsed.marker };
}
function readStart(disk, path, isThere = (0,_presence_js__WEBPACK_IMPORTED_MODULE_5__ .A)(disk)) {
	const place = path + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .ad;
	if (!isThere(place))
		return { started: false };
	const read = readSmall(disk, { path: place, what: "the start record" });
	if (typeof read !== "string")
		return { started: true, unreadable: read };
	const startRecord = (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .JI)(read);
	if (startRecord !== undefined)
		return { started: true, startRecord };
	const note = (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_1__ .Wx)(read);
	return note === undefined
		? { started: true }
		: { started: true, unmarked: unmarkedBy(disk, place, note) };
}
function unmarkedBy(disk, place, { at }) {
	const access = (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_3__ .YK)(disk, place);
	return { ...(at !== undefined && { at }), ...(access !== undefined && { access }) };
}
function readSmall(disk, reading) {
	const { path } = reading;
	try {
		const text = disk.readText(path, _core_model_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gX);
		if (text === undefined)
			(0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .b2)(disk, path);
		return text ?? "{";
	}
	catch (error) {
		return (0,_files_unreadable_js__WEBPACK_IMPORTED_MODULE_4__ .fe)(disk, error, reading) ?? `unreadable: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(error)}`;
	}
}


 }),

"src/checkpoint/survey.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var survey = (async function survey(context, tasks) {
	const answers = await findInStore(context.store, tasks);
	const rules = (0,look .kM)(context);
	const isThere = (0,presence .N)(context.disk);
	const all = [];
	for (const [place, task] of tasks.entries()) {
		const answer = answers[place] ?? { kind: "miss" };
		all.push(await gatherFacts(context, task, { answer, rules, isThere }));
	}
	const stored = await findStoredWork(context.store, all);
	return all.map(((one) => judge({ ...context, isThere }, one, stored)));
});
var findInStore = (async function findInStore(store, tasks) {
	if (store.kind === "none")
		return [];
	for (const task of tasks)
		await task.prepare();
	const asked = tasks.flatMap(((task) => (task.wanted === undefined ? [] : [task.wanted])));
	const answers = await store.find(asked);
	let next = 0;
	return tasks.map(((task) => {
		if (task.wanted === undefined)
			return { kind: "miss" };
		const answer = answers[next];
		next += 1;
		return answer ?? { kind: "unavailable", cause: "the store gave no answer" };
	}));
});
var gatherFacts = (async function gatherFacts(context, task, { answer, rules, isThere }) {
	const { disk, definition, forced, proofs } = context;
	const { id } = task.shard;
	const proven = forced.has(id) ? undefined : proofs?.recall(task, isThere);
	if (proven !== undefined)
		return { kind: "proven", task, seconds: proven };
	await task.prepare();
	const facts = await (0,look .Op)(disk, targetOf(task), rules, isThere);
	const known = { kind: "looked-at", task, facts, answer };
	const isSettled = answer.kind === "hit" || ((0,decide_facts .$X)(facts) && !facts.started);
	if (isSettled)
		return { ...known, work: NO_WORK };
	const work = await workHere(disk, task, { facts, definition });
	const { startRecord } = facts;
	const kept = work.isResumable || (0,start_record .gk)(startRecord) ? undefined : (0,tasks .L)(task);
	const owner = await ownerOf(context, task, startRecord);
	return { ...known, work, owner, ...(kept !== undefined && { kept }) };
});
var judge = (function judge(context, known, stored) {
	if (known.kind === "proven")
		return provenDone(known.task, known.seconds);
	const { task, facts, answer, owner } = known;
	const work = stored.has(known) ? { ...known.work, isResumable: true } : known.work;
	const evidence = evidenceOf(context, task, { facts, answer, work });
	const first = { decision: (0,decide .LD)(evidence), evidence };
	const { setAside, ...decided } = withSetAside(context, task, first);
	const verdict = verdictOf(task, decided, { facts, answer, work, owner });
	if (setAside !== undefined)
		return { ...verdict, seconds: setAside.proof.seconds, setAside };
	if (decided.decision.reason === "done" && facts.comparison.kind === "same")
		context.proofs?.note(task, (0,decide_facts .uL)(facts)?.seconds ?? 0);
	return verdict;
});
var isProven = (function isProven({ facts }) {
	return facts === PROVEN;
});
var provenDone = (function provenDone(task, seconds) {
	return {
		kind: "skip",
		reason: "done",
		task,
		facts: PROVEN,
		detail: "",
		inProgress: false,
		state: "done",
		seconds,
	};
});
var findStoredWork = (async function findStoredWork(store, all) {
	const asking = all.flatMap(((one) => one.kind === "looked-at" && one.kept !== undefined ? [{ one, kept: one.kept }] : []));
	if (asking.length === 0)
		return new Set();
	const answers = await store.findWork(asking.map((({ kept }) => kept)));
	return new Set(asking.flatMap((({ one }, place) => (answers[place]?.kind === "hit" ? [one] : []))));
});


__nccwpck_require__.d(__webpack_exports__, {
  nn: () => ( isProven),
  PT: () => ( provenanceIn),
  Fr: () => ( survey),
  $r: () => ( targetOf)
});

var decide = __nccwpck_require__("src/core/decide/decide.js");
var evidence = __nccwpck_require__("src/core/decide/evidence.js");
var decide_facts = __nccwpck_require__("src/core/decide/facts.js");
var state = __nccwpck_require__("src/core/decide/state.js");
var start_record = __nccwpck_require__("src/core/model/start-record.js");
var files_unreadable = __nccwpck_require__("src/files/unreadable.js");
var duration = __nccwpck_require__("src/core/text/duration.js");
;// CONCATENATED MODULE: src/core/answers/owner-answer.js

function ownerClause(owner) {
	const { liveness, pid, host, startedSecondsAgo, lastSignSeconds } = owner;
	const since = (0,duration .a3)(startedSecondsAgo * 1000);
	if (liveness === "alive")
		return `running for ${since} (pid ${pid})`;
	const who = `its run (pid ${pid}${host === null ? "" : ` on ${host}`})`;
	const sign = lastSignSeconds === null
		? "no sign of life"
		: `last sign of life ${(0,duration .a3)(lastSignSeconds * 1000)} ago`;
	if (liveness === "gone")
		return `interrupted: started ${since} ago, and ${who} is gone, ${sign}`;
	return `started ${since} ago; whether ${who} lives is not known here, ${sign}`;
}

var text_text = __nccwpck_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/checkpoint/explain.js




function explain(decision, evidence, { checkpoint, silence, owner }) {
	const { kind, reason } = decision;
	const clauses = [
		(0,decide .Rw)(decision, evidence),
		reason === "incompatible" ? howToAccept(evidence, checkpoint) : "",
		kind === "resume" ? "the command goes on from its work directory" : "",
		kind === "skip" || reason === "unreadable" ? "" : aboutStart(evidence, owner),
		silence === undefined ? "" : `the store did not answer: ${silence}`,
	];
	return clauses.filter((clause) => clause !== "").join("; ");
}
function howToAccept({ version }, checkpoint) {
	const rule = `status: {"highest-version": ${JSON.stringify(version ?? "")}}`;
	return `${(0,text_text .hD)(checkpoint)} stays as it is until the definition accepts it: \`${rule}\``;
}
function aboutStart({ started, startRecord, unmarked }, owner) {
	if (!started)
		return "";
	if (unmarked !== undefined)
		return (0,decide_facts .pL)(unmarked);
	if (startRecord === undefined)
		return "a command was started and has not finished";
	const { failure, ended } = startRecord;
	const failed = failure &&
		`failed ${failure.times === 1 ? "once" : `${failure.times} times`}: ${failure.reason}`;
	if (ended === true)
		return failed ?? "its command has failed";
	const start = owner === undefined ? startClause(startRecord) : ownerClause(owner);
	return failed === undefined ? start : `${start}; it has ${failed}`;
}
function startClause({ startedAt, owner, by, released }) {
	const where = by.host === undefined ? "" : ` on ${by.host}`;
	return `started ${startedAt} by pid ${owner.pid}${where} and ${released === true ? "stopped" : "not finished"}`;
}

var generations = __nccwpck_require__("src/checkpoint/generations.js");
var look = __nccwpck_require__("src/checkpoint/look.js");
var checkpoint_parts = __nccwpck_require__("src/checkpoint/parts.js");
var presence = __nccwpck_require__("src/checkpoint/presence.js");
var tasks = __nccwpck_require__("src/checkpoint/tasks.js");
;// CONCATENATED MODULE: src/checkpoint/survey.js















async function ownerOf({ lookAtOwner }, { paths }, startRecord) {
	if (startRecord === undefined || (0,start_record .PU)(startRecord))
		return undefined;
	return lookAtOwner?.(startRecord, paths.started);
}

function withSetAside({ disk, definition, markers, isThere }, task, first) {
	const { kind } = first.decision;
	if (kind !== "run" && kind !== "resume")
		return first;
	const found = (0,generations .x6)(disk, task, definition, { markers, isThere });
	if (found.kind === "none")
		return first;
	if (found.kind === "unreadable") {
		const evidence = { ...first.evidence, unreadable: found.unreadable };
		return { decision: (0,decide .LD)(evidence), evidence };
	}
	const evidence = { ...first.evidence, restorable: true };
	const decision = (0,decide .LD)(evidence);
	return decision.reason === "restored" ? { decision, evidence, setAside: found.setAside } : first;
}
function verdictOf(task, { decision, evidence }, { facts, answer, work, owner }) {
	const isThere = facts.checkpoint !== "absent" || facts.started || work.hasParts;
	const entry = answer.kind === "hit" ? answer.entry : undefined;
	const silence = answer.kind === "unavailable" ? answer.cause : undefined;
	const seconds = (0,decide_facts .uL)(facts)?.seconds ?? entry?.seconds;
	const inProgress = decision.kind !== "skip" && isThere;
	return {
		...decision,
		task,
		facts,
		detail: explain(decision, evidence, { checkpoint: task.shard.checkpoint, silence, owner }),
		inProgress,
		state: (0,state .L4)({ ...decision, inProgress, facts, owner }),
		...(owner !== undefined && decision.kind !== "skip" && { owner }),
		...(entry !== undefined && { entry }),
		...(silence !== undefined && { silence }),
		...(seconds !== undefined && { seconds }),
	};
}
const PROVEN = {
	marker: { kind: "unread" },
	comparison: { kind: "same" },
	checkpoint: "sound",
	format: "unread",
	status: "none",
	started: false,
	sizeBytes: 0,
	bytesRead: 0,
	isProven: false,
};


const NO_WORK = { hasParts: false, isResumable: false };
async function workHere(disk, task, { facts, definition }) {
	const { started, startRecord } = facts;
	if (!started && definition.work === undefined)
		return NO_WORK;
	const { work } = task.paths;
	try {
		const parts = await (0,checkpoint_parts .fp)(disk, work, definition.status);
		const hasParts = parts.whole.length > 0;
		return { hasParts, isResumable: hasParts && (0,checkpoint_parts .v9)(startRecord, task.fingerprint) };
	}
	catch (error) {
		const unreadable = (0,files_unreadable .fe)(disk, error, { path: work, what: "its work" });
		if (unreadable === undefined)
			throw error;
		return { hasParts: true, isResumable: false, unreadable };
	}
}

function provenanceIn({ provenanceOf }, { paths }, facts) {
	const { marker, status, checkpoint, started } = facts;
	const isSign = marker.kind === "empty" || (marker.kind === "none" && status === "complete");
	const isAsked = isSign && !started && (checkpoint === "sound" || checkpoint === "unknown");
	return (isAsked ? provenanceOf?.(paths, facts) : undefined) ?? "others";
}
function evidenceOf(context, task, { facts, answer, work }) {
	const { definition, forced, run, markers } = context;
	const entryRun = answer.kind === "hit" ? answer.entry.run : undefined;
	const markerRun = (0,decide_facts .uL)(facts)?.by.run;
	const unreadable = facts.unreadable ?? work.unreadable;
	return {
		...facts,
		...evidence .L,
		...(0,evidence ._)(facts, task.fingerprint, definition.rerunOn),
		forced: forced.has(task.shard.id),
		finishedByThisRun: run !== undefined && (markerRun === run || entryRun === run),
		store: answer.kind,
		adopt: definition.adopt,
		isSigned: markers.seal !== undefined,
		resumable: work.isResumable,
		provenance: provenanceIn(context, task, facts),
		markLine: () => task.markLine(),
		...(unreadable !== undefined && { unreadable }),
	};
}
function targetOf({ shard, paths }) {
	return { path: paths.checkpoint, shard: shard.id };
}


 }),

"src/checkpoint/tasks.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var tasksOf = (function tasksOf(context, shards, fingerprints) {
	const source = { ...context, fingerprints };
	return shards.map(((shard) => new LazyTask(shard, source)));
});


__nccwpck_require__.d(__webpack_exports__, {
  a: () => ( tasksOf),
  L: () => ( workOf)
});

var model_fingerprint = __nccwpck_require__("src/core/model/fingerprint.js");
var digest = __nccwpck_require__("src/core/model/digest.js");
;// CONCATENATED MODULE: src/core/keys/match.js


function matchOf(fingerprint, parts) {
	const texts = [];
	for (const part of model_fingerprint .dI.filter((candidate) => parts.includes(candidate))) {
		const value = fingerprint[part];
		if (!("digest" in value))
			return undefined;
		texts.push(part, value.digest);
	}
	return (0,digest .bK)(texts);
}

var shard_paths = __nccwpck_require__("src/core/model/shard-paths.js");
;// CONCATENATED MODULE: src/checkpoint/tasks.js



class LazyTask {
	shard;
	paths;
	#source;
	#fingerprint;
	constructor(shard, source) {
		this.shard = shard;
		this.paths = (0,shard_paths .$J)(source.workspace, shard);
		this.#source = source;
	}
	get inputs() {
		return this.shard.inputs.map(({ path }) => (0,shard_paths .tj)(this.#source.workspace, path));
	}
	get basis() {
		return this.#source.fingerprints.basis;
	}
	get fingerprint() {
		this.#fingerprint ??= this.#source.fingerprints.of(this.shard);
		return this.#fingerprint;
	}
	prepare() {
		return this.#fingerprint === undefined
			? this.#source.fingerprints.warm(this.shard)
			: Promise.resolve();
	}
	unfetched() {
		return this.#source.fingerprints.unfetched(this.shard);
	}
	markLine(how) {
		return this.#source.markLine(this.shard, how);
	}
	get wanted() {
		const { store, definition } = this.#source;
		return store.kind === "none" ? undefined : wantedOf(this.shard, this.fingerprint, definition);
	}
}

function wantedOf(shard, fingerprint, { rerunOn }) {
	const match = matchOf(fingerprint, rerunOn);
	if (match === undefined)
		return undefined;
	return { shard: shard.id, match, whole: matchOf(fingerprint, model_fingerprint .dI) ?? match };
}
function workOf({ wanted, fingerprint }) {
	return wanted === undefined || (0,model_fingerprint .dm)(fingerprint, model_fingerprint .dI).length > 0 ? undefined : wanted;
}


 }),

"src/commands/cli/call.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var print = (async function print(text) {
	await printBytes(Buffer.from(text));
});
var printBytes = (async function printBytes(bytes) {
	let written = 0;
	try {
		while (written < bytes.length)
			written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(STANDARD_OUTPUT, bytes, written);
	}
	catch (error) {
		if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "EPIPE", "EIO"))
			return false;
		if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, "EAGAIN"))
			throw unwritten(error);
		await new Promise(((done) => {
			(0,_ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_2__ .tl)("stdout").write(bytes.subarray(written), (() => done()));
		}));
	}
	return true;
});

 __nccwpck_require__.d(__webpack_exports__, {
   p: () => ( printBytes),
   y: () => ( print)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/problem.js");
 var _ui_terminal_streams_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/ui/terminal/streams.js");





function unwritten(error) {
	const why = `The answer could not be written to standard output: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error)}`;
	return new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo([why], _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .dc.failed);
}
const STANDARD_OUTPUT = 1;


 }),

"src/commands/cli/command.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   I: () => ( NO_WORDS)
 });
const NO_WORDS = {
	kind: "none",
	suggest: (word) => ` Did you mean --only=${word}?`,
};


 }),

"src/commands/cli/described.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   X: () => ( SWITCHES)
 });
const SWITCHES = {
	json: "print the answer as JSON on standard output, and everything else on standard error",
	"json-lines": "print every event of the run as one line of JSON on standard output",
	yes: "go on without a question",
	workflow: "write the workflow for GPU runners as well",
	quiet: "print only warnings, failures and the end",
	verbose: "print a line for every shard, and on a terminal what commands print",
	all: "act on every shard",
	accept: "write the present fingerprint into existing markers, and nothing else",
	deep: "read every byte",
	follow: "print on while the log grows, until the shard's command has ended",
	watch: "look again and again until nothing remains to run",
	help: "print this help",
};


 }),

"src/commands/plan.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var pack = (function pack(remaining, timed, rules) {
	if (remaining.length === 0)
		return { include: [{ job: "1 of 1", only: "none" }] };
	const lengths = guessLengths(remaining, timed);
	const jobs = countJobs(lengths, rules);
	const lists = entriesOf(packLists(lengths, jobs));
	if (fits(lists, rules))
		return { include: lists, packing: packingOf(lists, lengths) };
	const ranges = entriesOf(packRanges(lengths, jobs, rules));
	if (fits(ranges, rules))
		return { include: ranges, packing: packingOf(ranges, lengths) };
	throw new problem .yo([
		`The matrix of ${remaining.length} shards is longer than a workflow's outputs may be: \`only\` leaves too many gaps in the list of shards. ` +
			"Name fewer shards, or more of those that lie beside each other.",
	]);
});
var bytesOf = (function bytesOf(text) {
	return new TextEncoder().encode(text).length;
});
var warnOfRoom = (async function warnOfRoom(invocation, { store, verdicts }) {
	if (store.kind !== "github")
		return;
	const sizes = verdicts.map(knownSize).filter(((bytes) => bytes > 0));
	const here = sizes.reduce(((sum, bytes) => sum + bytes), 0);
	const remaining = verdicts.filter((({ kind }) => kind === "run" || kind === "resume")).length;
	const coming = (0,quota .uc)(remaining, here, sizes.length);
	if (coming === 0)
		return;
	const { knownRoom } = await Promise.all([__nccwpck_require__.e("github-store"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/stores/github-store.js"));
	const { usedBytes = 0, limitBytes = quota .Qm } = await knownRoom(invocation);
	const warning = (0,quota .BY)({ usedBytes: Math.max(here, usedBytes), limitBytes }, coming);
	if (warning !== undefined)
		invocation.reporter.warn(warning);
});
var plan = (async function plan(invocation, { isRead = true } = {}) {
	const isStep = invocation.surface === "actions";
	const job = await (0,job_open .Iv)(invocation, {
		runs: false,
		isPlan: true,
		...(isStep && { shared: "plan" }),
	});
	const { recordBadMarked } = await __nccwpck_require__.e("bad-checkpoints").then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/bad-checkpoints.js"));
	await recordBadMarked(invocation, job.verdicts);
	await warnOfRoom(invocation, job);
	const config = job.config === undefined ? {} : { config: job.config };
	const definition = {
		...shortened(givenOf(job), job),
		...config,
		...(isRead || job.verdicts.some(to_run .$) ? plannedList(job) : {}),
		...signed(job),
	};
	const definitionBytes = bytesOf(JSON.stringify(definition));
	if (isStep)
		checkDefinition(definitionBytes);
	const failed = await (0,failures .t)(job.store, job.verdicts);
	const mostBytes = MOST_OUTPUT_BYTES - definitionBytes;
	const { include, packing = null } = packJobs(invocation, job, { mostBytes, failed });
	const answer = { ...(0,answers .AD)(job.verdicts), matrix: { include }, packing, definition };
	return { answer, job, exitCode: (0,job_open .D_)(job.verdicts) };
});
var signed = (function signed({ context }) {
	return context.markers.seal === undefined ? {} : { [planned_job .rv]: true };
});
var packJobs = (function packJobs(invocation, { definition, verdicts, all }, { mostBytes, failed }) {
	const { maxJobs, jobTimeMs, parallel, maxParallel } = definition;
	if (maxJobs > MOST_JOBS) {
		invocation.reporter.warn(`max-jobs is ${maxJobs}, and a matrix holds at most ${MOST_JOBS} jobs: the shards are packed into ${MOST_JOBS}.`);
	}
	const remaining = verdicts.filter(to_run .$);
	if (remaining.length === 0)
		return pack([], [], NOTHING);
	const done = verdicts.filter((({ kind }) => kind === "skip"));
	const timed = done.filter((({ seconds }) => (seconds ?? 0) > 0)).slice(0, MOST_TIMED);
	const mayHold = new Set([...done, ...remaining].map((({ task }) => task.shard.index)));
	return pack(remaining.map(((verdict) => remainingOf(invocation, verdict, failed))), timed.map(((verdict) => ({
		seconds: verdict.seconds ?? 0,
		inputBytes: inputBytes(invocation, verdict),
	}))), {
		maxJobs,
		jobTimeMs,
		maxParallel,
		parallel: parallel === "auto" ? 1 : parallel,
		mostBytes,
		all: all.map((({ id }) => id)),
		mayHold: ((index) => mayHold.has(index)),
	});
});
var shortened = (function shortened(given, { tasks, all, context }) {
	const chosen = {
		only: tasks.map((({ shard }) => shard.index)),
		force: all.filter((({ id }) => context.forced.has(id))).map((({ index }) => index)),
	};
	const short = { ...given };
	for (const name of ["only", "force"]) {
		if (bytesOf(JSON.stringify(given[name] ?? "")) <= MOST_CHOICE_BYTES)
			continue;
		const ranges = exactRanges(chosen[name], all.map((({ id }) => id)));
		short[name] = ranges.length > 0 ? ranges : ["none"];
	}
	return short;
});
var givenOf = (function givenOf({ layers, definition }) {
	const given = {};
	for (const { values } of layers) {
		for (const [name, value] of Object.entries(values)) {
			if ((0,fields .ac)(name) && name !== "report" && !(0,text_text .z3)(value))
				given[name] ??= value;
		}
	}
	if (definition.only?.some((({ kind }) => kind === "failed")) === true)
		delete given["only"];
	return given;
});


__nccwpck_require__.d(__webpack_exports__, {
  e: () => ( plan),
  V: () => ( planCommand)
});

var to_run = __nccwpck_require__("src/job/reconcile/to-run.js");
var text_text = __nccwpck_require__("src/core/text/text.js");
var command = __nccwpck_require__("src/commands/cli/command.js");
var packing_line = __nccwpck_require__("src/ui/render/packing-line.js");
var print_plan = __nccwpck_require__("src/commands/print-plan.js");
var answers = __nccwpck_require__("src/core/answers/answers.js");
var fields = __nccwpck_require__("src/core/definition/fields.js");
var planned_list = __nccwpck_require__("src/core/decide/planned-list.js");
var decide_select = __nccwpck_require__("src/core/decide/select.js");
;// CONCATENATED MODULE: src/core/decide/pack-ranges.js

function packRanges(lengths, jobs, { all, mayHold }) {
	const digest = (0,decide_select .gu)(all);
	return stretch(lengths, jobs).map((indexes) => {
		const ranges = joinRuns(indexes, mayHold);
		return JSON.stringify(ranges.map(([first, last]) => (0,decide_select .Lu)({ from: first + 1, to: last + 1, digest })));
	});
}
function exactRanges(indexes, all) {
	const digest = (0,decide_select .gu)(all);
	const runs = joinRuns(indexes, () => false);
	return runs.map(([first, last]) => (0,decide_select .Lu)({ from: first + 1, to: last + 1, digest }));
}
function stretch(lengths, jobs) {
	const total = lengths.reduce((sum, { amount }) => sum + amount, 0);
	const stretches = Array.from({ length: jobs }, () => new Array());
	let before = 0;
	for (const { shard, amount } of lengths.toSorted((a, b) => a.shard.index - b.shard.index)) {
		const middle = before + amount / 2;
		const job = Math.min(jobs - 1, Math.floor((middle / total) * jobs));
		stretches[job]?.push(shard.index);
		before += amount;
	}
	return stretches.filter((indexes) => indexes.length > 0);
}
function joinRuns(indexes, mayHold) {
	const runs = [];
	for (const index of indexes) {
		const run = runs.at(-1);
		if (run !== undefined && isFilled(run[1] + 1, index, mayHold))
			run[1] = index;
		else
			runs.push([index, index]);
	}
	return runs;
}
function isFilled(from, to, mayHold) {
	for (let index = from; index < to; index += 1)
		if (!mayHold(index))
			return false;
	return true;
}

var problem = __nccwpck_require__("src/core/text/problem.js");
;// CONCATENATED MODULE: src/core/decide/pack.js



const MOST_JOBS = 256;
const MOST_ONLY_BYTES = 100_000;
const SHARDS_A_JOB = 32;
const RUNNERS = 8;
const SHORTEST_PART = 4;

function packingOf(entries, lengths) {
	const jobs = entries.length;
	const areTimes = lengths.every(({ isTime }) => isTime);
	const shards = lengths.length / jobs;
	if (!areTimes)
		return { jobs, by: "number", seconds: null, shards };
	return { jobs, by: "times", seconds: sumOf(lengths) / jobs, shards };
}
function sumOf(lengths) {
	return lengths.reduce((sum, { amount }) => sum + amount, 0);
}
function fits(entries, { mostBytes }) {
	return (entries.every(({ only }) => bytesOf(only) < MOST_ONLY_BYTES) &&
		bytesOf(JSON.stringify({ include: entries })) <= mostBytes);
}

function entriesOf(onlys) {
	const width = String(onlys.length).length;
	return onlys.map((only, place) => ({
		job: `${String(place + 1).padStart(width, "0")} of ${onlys.length}`,
		only,
	}));
}
function packLists(lengths, jobs) {
	const bins = Array.from({ length: jobs }, () => ({ amount: 0, shards: new Array() }));
	const longestFirst = lengths.toSorted((a, b) => b.amount - a.amount || (0,text_text .n6)(a.shard.id, b.shard.id));
	for (const { shard, amount } of longestFirst) {
		const shortest = bins.reduce((least, bin) => (bin.amount < least.amount ? bin : least));
		shortest.amount += amount;
		shortest.shards.push(shard);
	}
	return bins.map(({ shards }) => JSON.stringify(failedLast(shards).map(({ id }) => id)));
}
function guessLengths(remaining, others) {
	const timed = [...others, ...remaining.filter(isTimed)];
	const seconds = timed.reduce((sum, shard) => sum + shard.seconds, 0);
	const bytes = timed.reduce((sum, { inputBytes }) => sum + inputBytes, 0);
	const mean = timed.length === 0 ? 1 : seconds / timed.length;
	return remaining.map((shard) => {
		if (timed.length === 0)
			return { shard, amount: Math.max(1, shard.inputBytes), isTime: false };
		if (shard.seconds !== undefined)
			return { shard, amount: shard.seconds, isTime: true };
		const guess = bytes > 0 && shard.inputBytes > 0 ? (seconds / bytes) * shard.inputBytes : mean;
		return { shard, amount: guess, isTime: true };
	});
}
function isTimed(shard) {
	return shard.seconds !== undefined;
}
function countJobs(lengths, { maxJobs, jobTimeMs, parallel, maxParallel }) {
	const most = Math.min(maxJobs, MOST_JOBS, lengths.length);
	if (lengths.some(({ isTime }) => !isTime))
		return Math.min(most, Math.max(maxParallel ?? RUNNERS, Math.ceil(lengths.length / SHARDS_A_JOB)));
	const ofJobTime = (sumOf(lengths) * 1000) / (jobTimeMs * parallel);
	const busy = Math.min(maxParallel ?? 1, Math.ceil(ofJobTime * SHORTEST_PART));
	return Math.min(most, Math.max(1, busy, Math.ceil(ofJobTime)));
}
function failedLast(shards) {
	return [...shards.filter(({ failed }) => !failed), ...shards.filter(({ failed }) => failed)];
}

var external_node_path_ = __nccwpck_require__("node:path");
var planned_job = __nccwpck_require__("src/job/planned-job.js");
var failures = __nccwpck_require__("src/job/failures.js");
var job_open = __nccwpck_require__("src/job/open.js");
var quota = __nccwpck_require__("src/core/model/quota.js");
var decide_facts = __nccwpck_require__("src/core/decide/facts.js");
;// CONCATENATED MODULE: src/job/stores/cache-space.js



function knownSize({ kind, entry, facts }) {
	if (kind !== "skip")
		return 0;
	return entry?.sizeBytes ?? (0,decide_facts .uL)(facts)?.checkpoint.sizeBytes ?? 0;
}

;// CONCATENATED MODULE: src/commands/plan.js
















const MOST_OUTPUT_BYTES = 400_000;
const MOST_DEFINITION_BYTES = 100_000;
const MOST_TIMED = 500;

function plannedList({ all, counted }) {
	return counted === undefined ? { planned: (0,planned_list .y)(all) } : {};
}

function checkDefinition(bytes) {
	if (bytes <= MOST_DEFINITION_BYTES)
		return;
	throw new problem .yo([
		`The definition has ${bytes} bytes, and at most ${MOST_DEFINITION_BYTES} can be handed on to other jobs. ` +
			"Write a long list of shards to a file and give @list.jsonl, name many shards in only and force by globs or slice:i/n, or give every job the config file instead of definition.",
	]);
}

const NOTHING = {
	maxJobs: 1,
	jobTimeMs: 1,
	parallel: 1,
	mostBytes: 0,
	all: [],
	mayHold: () => false,
};
function remainingOf(invocation, verdict, failed) {
	const { task, seconds } = verdict;
	return {
		id: task.shard.id,
		index: task.shard.index,
		inputBytes: inputBytes(invocation, verdict),
		failed: failed.has(task.shard.id),
		...(seconds !== undefined && seconds > 0 && { seconds }),
	};
}
function inputBytes({ disk, workspace }, { task }) {
	const sizes = task.shard.inputs.map(({ path }) => path === "" ? 0 : sizeOf(disk, (0,external_node_path_.resolve)(workspace, path)));
	return sizes.reduce((sum, size) => sum + size, 0);
}
function sizeOf(disk, path) {
	try {
		return disk.stat(path)?.sizeBytes ?? 0;
	}
	catch {
		return 0;
	}
}
const MOST_CHOICE_BYTES = 10_000;


const planCommand = {
	name: "plan",
	about: "decide for every shard and print a job matrix of what remains; change nothing",
	positionals: command .I,
	switches: ["json", "verbose"],
	takesInputs: true,
	example: ["donemark plan --json", "prints the decisions and the matrix for a workflow"],
	run: async (call) => {
		const planned = await plan(call.invocation, { isRead: call.isJson });
		const { packing } = planned.answer;
		const { maxParallel } = planned.job.definition;
		const jobs = packing === null ? [] : [`${(0,packing_line .W)(packing, maxParallel)} (--json prints the matrix)`];
		return (0,print_plan .Z)(call, planned, jobs);
	},
};


 }),

"src/commands/print-plan.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var printPlan = (async function printPlan(call, { answer, job, exitCode }, more = []) {
	if (call.isJson) {
		await (0,_cli_call_js__WEBPACK_IMPORTED_MODULE_2__ .y)(`${(0,_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_3__ .EL)(answer)}\n`);
		return exitCode;
	}
	const paint = (0,_ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__ .C2)("stdout", process.env);
	const verbose = call.args.switches.has("verbose");
	const lines = (0,_ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ .HN)(job.verdicts, { verbose, paint }).map(_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_3__ .Kw);
	await (0,_cli_call_js__WEBPACK_IMPORTED_MODULE_2__ .y)(`${[...lines, ...more].join("\n")}\n`);
	return exitCode;
});

 __nccwpck_require__.d(__webpack_exports__, {
   Z: () => ( printPlan)
 });
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/text/log-line.js");
 var _ui_render_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/ui/render/lines.js");
 var _ui_terminal_terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/ui/terminal/terminal.js");
 var _cli_call_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/commands/cli/call.js");







 }),

"src/core/answers/answers.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var answerPlan = (function answerPlan(verdicts) {
	return { ...(0,_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .q)(verdicts), shards: verdicts.map(answerShard) };
});
var answerShard = (function answerShard({ kind, reason, detail, state, task, owner }) {
	const { id, index, checkpoint, inputs } = task.shard;
	return {
		id,
		index,
		decision: kind,
		reason,
		detail,
		state,
		checkpoint,
		inputs: inputs.map((({ path }) => path)).filter(((path) => path !== "")),
		...(owner !== undefined && { owner }),
	};
});

 __nccwpck_require__.d(__webpack_exports__, {
   AD: () => ( answerPlan),
   SY: () => ( answerRun),
   XM: () => ( answerRestore),
   pl: () => ( answerCollect)
 });
 var _decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/counts.js");



function answerRun(results, more) {
	const unsaved = new Map(more.unsaved.map(({ id, why }) => [id, why]));
	const of = (test) => results.filter(test).length;
	const isOver = ({ outcome }) => outcome === "done" || outcome === "skipped";
	const blocked = of(({ decision }) => decision === "blocked");
	const remaining = of((result) => !isOver(result) && result.decision !== "blocked");
	return {
		total: results.length,
		skipped: of(({ outcome }) => outcome === "skipped"),
		resumed: of(({ outcome, resumed }) => outcome === "done" && resumed === true),
		ran: of(({ outcome }) => outcome === "done"),
		failed: of(({ outcome }) => outcome === "failed"),
		remaining,
		inProgress: more.inProgress,
		blocked,
		states: more.states,
		allDone: results.every(isOver) && !(more.handsOver && unsaved.size > 0),
		saved: more.saved,
		unsaved: unsaved.size,
		secondsSaved: Math.round(more.secondsSaved * 10) / 10,
		shards: results.map((result) => {
			const why = unsaved.get(result.id);
			return why === undefined ? result : { ...result, unsaved: why };
		}),
	};
}
function answerCollect(shards) {
	const missing = shards.filter(({ outcome }) => outcome === "missing");
	return {
		total: shards.length,
		done: shards.length - missing.length,
		brought: shards.filter(({ outcome }) => outcome === "brought").length,
		missingCount: missing.length,
		missingIds: missing.map(({ id }) => id),
		complete: missing.length === 0,
		shards,
	};
}
function answerRestore(shards) {
	const of = (wanted) => shards.filter(({ outcome }) => outcome === wanted).length;
	return {
		total: shards.length,
		done: of("done"),
		remaining: of("started") + of("failed"),
		started: of("started"),
		blocked: of("blocked"),
		shards,
	};
}


 }),

"src/core/decide/counts.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var countVerdicts = (function countVerdicts(verdicts) {
	const of = ((test) => verdicts.filter(test).length);
	return {
		total: verdicts.length,
		done: of((({ kind }) => kind === "skip")),
		inProgress: of((({ inProgress }) => inProgress)),
		resumable: of((({ kind }) => kind === "resume")),
		pending: of((({ kind }) => kind === "run" || kind === "resume")),
		blocked: of((({ kind }) => kind === "blocked")),
		states: (0,_state_js__WEBPACK_IMPORTED_MODULE_0__ .c0)(verdicts.map((({ state }) => state))),
	};
});
var countReasons = (function countReasons(verdicts) {
	const counts = new Map();
	for (const { reason } of verdicts)
		counts.set(reason, (counts.get(reason) ?? 0) + 1);
	return [...counts].toSorted(((a, b) => b[1] - a[1]));
});

 __nccwpck_require__.d(__webpack_exports__, {
   V: () => ( countReasons),
   q: () => ( countVerdicts)
 });
 var _state_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/state.js");





 }),

"src/core/decide/decide.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   CE: () => ( lineOfDecision),
   Dx: () => ( objectionTo),
   LD: () => ( decide),
   Rw: () => ( detailOf),
   cA: () => ( lineOf),
   no: () => ( assess)
 });
 var _evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/evidence.js");
 var _reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/decide/reasons.js");


function decide(evidence) {
	const { kind, reason } = firstRow(evidence);
	const resumes = kind === "run" && evidence.resumable && !evidence.forced;
	return { kind: resumes ? "resume" : kind, reason };
}
function detailOf({ reason }, evidence) {
	const row = rowOf(reason);
	return row.isPlain(evidence) ? "" : row.sentence(evidence);
}
function lineOfDecision({ reason }, evidence) {
	return lineOf(statementOf(rowOf(reason), evidence));
}
function objectionTo(facts, given = {}) {
	const evidence = { ...facts, ..._evidence_js__WEBPACK_IMPORTED_MODULE_0__ .L, ...given };
	const row = firstRow(evidence);
	return row.objection === false ? undefined : statementOf(row, evidence);
}
function assess(path, facts) {
	const objection = objectionTo(facts);
	return objection === undefined ? { path, facts } : { path, facts, objection };
}
function lineOf({ word, sentence }) {
	return `${word}: ${sentence}`;
}
function fittingReasons(evidence) {
	return REASON_ROWS.filter((row) => row.fits(evidence)).map(({ reason }) => reason);
}
function firstRow(evidence) {
	const row = _reasons_js__WEBPACK_IMPORTED_MODULE_1__ .B.find((candidate) => candidate.fits(evidence));
	if (row === undefined)
		throw new Error("The table of decisions has a last row that always fits.");
	return row;
}
function rowOf(reason) {
	const row = _reasons_js__WEBPACK_IMPORTED_MODULE_1__ .B.find((candidate) => candidate.reason === reason);
	if (row === undefined)
		throw new Error(`The table of decisions has no row ${reason}.`);
	return row;
}
function statementOf(row, evidence) {
	const word = row.objection === "absent" ? row.objection : row.reason;
	return { word, sentence: row.sentence(evidence) };
}


 }),

"src/core/decide/evidence.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   L: () => ( NO_CIRCUMSTANCES),
   _: () => ( fingerprintEvidence)
 });
 var _model_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/fingerprint.js");
 var _facts_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/decide/facts.js");


const NO_CIRCUMSTANCES = {
	forced: false,
	finishedByThisRun: false,
	unknownParts: [],
	changedParts: [],
	changedFiles: [],
	store: "miss",
	restorable: false,
	adopt: true,
	isSigned: false,
	resumable: false,
	isVouchedFor: false,
	provenance: "others",
};
function fingerprintEvidence(facts, present, rerunOn) {
	const unknownParts = rerunOn.flatMap((part) => {
		const value = present[part];
		if (!("unknown" in value))
			return [];
		const { unknown: why, unreadable } = value;
		return [{ part, why, ...(unreadable !== undefined && { unreadable }) }];
	});
	const marker = (0,_facts_js__WEBPACK_IMPORTED_MODULE_1__ .uL)(facts);
	if (marker === undefined)
		return { unknownParts, changedParts: [], changedFiles: [] };
	const changed = (0,_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ .Ty)(marker.fingerprint, present, rerunOn);
	const files = changed.includes("files") ? (0,_model_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ .Y_)(marker.fingerprint, present) : [];
	return { unknownParts, changedParts: changed, changedFiles: files };
}


 }),

"src/core/decide/facts.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $X: () => ( isAsMarked),
   K6: () => ( addedFiles),
   n8: () => ( unreadableOf),
   pL: () => ( unmarkedClause),
   uL: () => ( fullMarker)
 });
 var _model_unreadable_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/unreadable.js");

function unmarkedClause({ at, access }) {
	const who = access === undefined ? "a user" : access.owner === access.self ? "you" : (0,_model_unreadable_js__WEBPACK_IMPORTED_MODULE_0__ .nT)(access.owner);
	return `unmarked by ${who}${at === undefined ? "" : ` at ${at}`}`;
}
function fullMarker({ marker }) {
	return marker.kind === "full" ? marker.marker : undefined;
}
function unreadableOf({ marker, unreadable, }) {
	return unreadable ?? (marker.kind === "unreadable" ? marker.unreadable : undefined);
}
function isAsMarked({ comparison }) {
	return comparison.kind === "same" || comparison.kind === "moved";
}
function addedFiles({ comparison }) {
	return comparison.kind === "same" || comparison.kind === "moved" ? (comparison.added ?? []) : [];
}


 }),

"src/core/decide/planned-list.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   i: () => ( findOtherList),
   y: () => ( formatPlanned)
 });
 var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");
 var _select_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/select.js");


function formatPlanned(shards) {
	return `${shards.length}/${(0,_select_js__WEBPACK_IMPORTED_MODULE_0__ .gu)(shards.map(({ id }) => id))}`;
}
function findOtherList(planned, shards) {
	if (planned === formatPlanned(shards))
		return undefined;
	const [count = ""] = planned.split("/");
	const before = /^\d{1,7}$/.test(count) ? (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(Number(count), "shard") : "other shards";
	return (`The shards are not those of the plan: it had ${before}, and here ${shards.length === 1 ? "is" : "are"} ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(shards.length, "shard")}` +
		`${count === String(shards.length) ? " with other ids" : ""}. An input has vanished or come since. ` +
		"Bring the inputs of the plan to this job, or plan again.");
}


 }),

"src/core/decide/reasons.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var changed = (function changed(part) {
	return {
		reason: `${part}-changed`,
		kind: "run",
		fits: ((e) => e.marker.kind === "full" && e.changedParts[0] === part),
		sentence: ((e) => [`${changedThing(e, part)} changed since it was marked`, ...alsoChanged(e)].join("; ")),
		isPlain: ((e) => e.changedParts.length === 1 && changedThing(e, part) === `its ${part}`),
		objection: false,
	};
});
var isProven = (function isProven(e) {
	return (e.marker.kind === "full" &&
		(0,facts .$X)(e) &&
		holdsUp(e) &&
		e.status !== "in-progress" &&
		e.status !== "failed" &&
		e.unknownParts.length === 0 &&
		e.changedParts.length === 0);
});


__nccwpck_require__.d(__webpack_exports__, {
  B: () => ( REASON_ROWS)
});


var text_text = __nccwpck_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/core/decide/adoption.js
function mayAdopt({ adopt, started, provenance, doubt }) {
	return adopt && !started && provenance !== "own" && doubt === undefined;
}
function whyNotAdopted(e) {
	const isSign = e.marker.kind === "empty" || (e.marker.kind === "none" && e.status === "complete");
	if (!isSign || !e.adopt || e.started)
		return undefined;
	if (e.provenance === "own")
		return `Donemark has started or marked it before, and its own marker is gone, so it runs again: ${takesYourWord(e)}`;
	if (e.doubt !== undefined)
		return `${e.doubt}, so nothing but a full marker is taken: ${takesYourWord(e)}`;
	return `its empty marker is newer than Donemark's first result here, and its format shows nothing: ${takesYourWord(e)}`;
}
function unproven(e) {
	const { started, isSigned } = e;
	const why = whyNotAdopted(e);
	if (why !== undefined)
		return why;
	if (started)
		return "it was started or unmarked, and nothing since then proves that it is complete";
	if (isSigned)
		return `markers are signed here, and nobody has signed it: ${takesYourWord(e)}`;
	return `it has no marker, and no status that says it is complete: ${takesYourWord(e)}`;
}
function takesYourWord({ markLine }) {
	return `\`${markLine?.() ?? "donemark mark"}\` takes your word`;
}

var facts = __nccwpck_require__("src/core/decide/facts.js");
var model_unreadable = __nccwpck_require__("src/core/model/unreadable.js");
;// CONCATENATED MODULE: src/core/decide/reasons.js




const REASON_ROWS = [
	{
		reason: "cannot-clear",
		kind: "blocked",
		fits: (e) => e.uncleared !== undefined,
		sentence: (e) => e.uncleared ?? "what lies at its path cannot be set aside",
		isPlain: never,
		objection: false,
	},
	{
		reason: "forced",
		kind: "run",
		fits: (e) => e.forced && !e.finishedByThisRun,
		sentence: () => "`force` names it, so it runs from scratch",
		isPlain: always,
		objection: false,
	},
	{
		reason: "unreadable",
		kind: "blocked",
		fits: (e) => unreadableIn(e) !== undefined && !isProven(e),
		sentence: (e) => {
			const unreadable = unreadableIn(e);
			return unreadable === undefined ? "it cannot be read" : (0,model_unreadable .Xq)(unreadable);
		},
		isPlain: never,
		objection: true,
	},
	{
		reason: "fingerprint-unknown",
		kind: "run",
		fits: (e) => e.unknownParts.length > 0,
		sentence: (e) => `a part of the fingerprint cannot be computed: ${e.unknownParts.map(({ part, why }) => `${part}: ${why}`).join("; ")}`,
		isPlain: never,
		objection: false,
	},
	{
		reason: "done",
		kind: "skip",
		fits: isProven,
		sentence: (e) => [
			e.comparison.kind === "moved"
				? "moved since it was marked, the sample digest is the same"
				: "the checkpoint is what its marker says",
			...sayAdded((0,facts .K6)(e)),
		].join("; "),
		isPlain: (e) => e.comparison.kind !== "moved" && (0,facts .K6)(e).length === 0,
		objection: false,
	},
	{
		reason: "done-in-store",
		kind: "skip",
		fits: (e) => e.store === "hit",
		sentence: () => "the store has it, and its fingerprint is the same",
		isPlain: always,
		objection: false,
	},
	{
		reason: "incompatible",
		kind: "blocked",
		fits: (e) => e.newerThan !== undefined,
		sentence: (e) => `the checkpoint's version is ${JSON.stringify(e.version)}, at most ${e.newerThan} is accepted`,
		isPlain: never,
		objection: true,
	},
	{
		reason: "restored",
		kind: "skip",
		fits: (e) => e.restorable,
		sentence: () => "a finished result that was set aside fits again, and is brought back",
		isPlain: always,
		objection: false,
	},
	changed("input"),
	changed("command"),
	changed("files"),
	changed("text"),
	{
		reason: "corrupt-marker",
		kind: "run",
		fits: (e) => e.marker.kind === "corrupt",
		sentence: (e) => [
			`the marker is corrupt${e.marker.kind === "corrupt" ? `: ${e.marker.why}` : ""}`,
			...(e.markLine === undefined || e.checkpoint === "absent" ? [] : [takesYourWord(e)]),
		].join("; "),
		isPlain: never,
		objection: true,
	},
	{
		reason: "foreign-marker",
		kind: "run",
		fits: (e) => e.marker.kind === "foreign",
		sentence: (e) => `the marker is that of ${e.marker.kind === "foreign" ? `shard ${JSON.stringify(e.marker.marker.shard)}` : "another shard"}`,
		isPlain: never,
		objection: true,
	},
	{
		reason: "new",
		kind: "run",
		fits: (e) => e.checkpoint === "absent" && !hasMarker(e),
		sentence: () => "there is no checkpoint",
		isPlain: always,
		objection: "absent",
	},
	{
		reason: "marker-without-checkpoint",
		kind: "run",
		fits: (e) => e.checkpoint === "absent" && hasMarker(e),
		sentence: () => "its marker is there, and no checkpoint",
		isPlain: always,
		objection: true,
	},
	{
		reason: "empty",
		kind: "run",
		fits: (e) => e.checkpoint === "empty",
		sentence: (e) => e.why ?? "the checkpoint holds nothing",
		isPlain: always,
		objection: true,
	},
	{
		reason: "truncated",
		kind: "run",
		fits: (e) => e.checkpoint === "truncated",
		sentence: (e) => e.why ?? "the end of the checkpoint is missing",
		isPlain: never,
		objection: true,
	},
	{
		reason: "damaged",
		kind: "run",
		fits: (e) => e.checkpoint === "damaged",
		sentence: (e) => e.why ?? "the checkpoint's structure does not hold",
		isPlain: never,
		objection: true,
	},
	{
		reason: "changed-since-marker",
		kind: "run",
		fits: (e) => e.marker.kind === "full" && e.comparison.kind === "differs",
		sentence: (e) => e.comparison.kind === "differs"
			? `the checkpoint is not the one that was marked: ${e.comparison.how}`
			: "the checkpoint is not the one that was marked",
		isPlain: never,
		objection: true,
	},
	{
		reason: "status-failed",
		kind: "run",
		fits: (e) => e.status === "failed",
		sentence: (e) => `${ownStatus(e)}, a word of failure (\`status: {complete: [\u2026]}\` in the definition gives it another meaning)`,
		isPlain: never,
		objection: true,
	},
	{
		reason: "status-in-progress",
		kind: "run",
		fits: (e) => e.status === "in-progress",
		sentence: ownStatus,
		isPlain: never,
		objection: true,
	},
	{
		reason: "status-other",
		kind: "run",
		fits: (e) => e.status === "other" && !e.isVouchedFor,
		sentence: (e) => `${ownStatus(e)}, which does not say complete`,
		isPlain: never,
		objection: true,
	},
	{
		reason: "adopted-marker",
		kind: "skip",
		fits: (e) => mayAdopt(e) &&
			e.marker.kind === "empty" &&
			holdsUp(e) &&
			(e.checkpoint === "sound" || e.provenance === "others"),
		sentence: () => "an old empty marker says that it is complete",
		isPlain: always,
		objection: false,
	},
	{
		reason: "adopted-status",
		kind: "skip",
		fits: (e) => mayAdopt(e) &&
			e.marker.kind === "none" &&
			e.checkpoint === "sound" &&
			e.status === "complete",
		sentence: (e) => `${ownStatus(e)}, and its structure is sound`,
		isPlain: always,
		objection: false,
	},
	{
		reason: "no-marker",
		kind: "run",
		fits: () => true,
		sentence: unproven,
		isPlain: (e) => whyNotAdopted(e) === undefined,
		objection: false,
	},
];
const REASONS = REASON_ROWS.map(({ reason }) => reason);

function changedThing({ changedFiles }, part) {
	return part === "files" ? filesOr("its files", changedFiles) : `its ${part}`;
}
function filesOr(unnamed, changedFiles) {
	return changedFiles.length === 0 ? unnamed : (0,text_text .Kf)(changedFiles, MOST_CHANGED);
}
const MOST_CHANGED = 5;
function alsoChanged({ changedParts, changedFiles }) {
	const rest = changedParts
		.slice(1)
		.map((part) => (part === "files" ? filesOr(part, changedFiles) : part));
	return rest.length === 0 ? [] : [`${rest.join(", ")} changed as well`];
}

function unreadableIn(e) {
	return (0,facts .n8)(e) ?? e.unknownParts.find((one) => one.unreadable !== undefined)?.unreadable;
}
function sayAdded(added) {
	if (added.length === 0)
		return [];
	const names = (0,text_text .Kf)(added.map(text_text .hD), 3);
	return [`${names} came into it since, no part of the result (\`ignore\` leaves such files out)`];
}
function hasMarker({ marker }) {
	return marker.kind !== "none" && marker.kind !== "unread";
}
function holdsUp({ checkpoint }) {
	return checkpoint === "sound" || checkpoint === "unknown";
}
function ownStatus({ statusText }) {
	return `the checkpoint's own status is ${JSON.stringify(statusText ?? "")}`;
}
function always() {
	return true;
}
function never() {
	return false;
}


 }),

"src/core/decide/select.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Lt: () => ( select),
   Lu: () => ( formatRange),
   Qi: () => ( parseSelectors),
   gu: () => ( digestOfIds),
   jX: () => ( parseSelectorList)
 });
 var _model_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/digest.js");
 var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/nearest.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");
 var _model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");




function parseSelectors(text) {
	if (!text.trimStart().startsWith("["))
		return parseSelectorList((0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n5)(text));
	const list = (0,_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .qF)(text);
	if (list === undefined)
		return parseSelectorList((0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n5)(text));
	if (!Array.isArray(list) || !list.every((item) => isName(item)))
		return `a JSON array of texts, or one id or glob a line, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)}`;
	return list.map((item) => ({ kind: "id", text: item }));
}
function parseSelectorList(items) {
	const selectors = [];
	for (const item of items) {
		const selector = parseSelector(item);
		if (typeof selector === "string")
			return selector;
		selectors.push(selector);
	}
	return selectors;
}
function select(label, selectors, from) {
	const known = new Set(from.ids);
	const chosen = new Set();
	const problems = [];
	const planned = selectors.map((selector) => asPlanned(selector, known));
	for (const selector of planned) {
		const found = idsOf(selector, from, known);
		for (const id of found)
			chosen.add(id);
		if ("text" in selector && found.length === 0) {
			problems.push(`${label} names no shard: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(selector.text)}.${hintFor(selector, from.ids)}`);
		}
	}
	const changed = findChangedList(label, planned, from.ids);
	if (changed !== undefined)
		problems.push(changed);
	return problems.length > 0 ? { problems } : chosen;
}
function asPlanned(selector, known) {
	if (selector.kind !== "id" || known.has(selector.text))
		return selector;
	const range = selector.text.startsWith("range:") ? parseRange(selector.text) : undefined;
	return typeof range === "object" ? range : selector;
}
function hintFor({ kind, text }, ids) {
	if (kind === "id" && isPattern(text))
		return " In a JSON array each text is an id; write globs, slices and status:failed as text, one per line.";
	const parts = text.split(/[\s,]+/);
	return parts.length > 1 && parts.every((part) => ids.includes(part))
		? ` Write one per line, or a JSON array: ${JSON.stringify(parts)}.`
		: (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ .au)(text, ids);
}
function isPattern(text) {
	const selector = parseSelector(text);
	return typeof selector === "string" || selector.kind !== "name" || /[*?[{]/.test(text);
}
function digestOfIds(ids) {
	return (0,_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .bK)(ids).slice(0, DIGEST_DIGITS);
}
const DIGEST_DIGITS = 16;
function formatRange({ from, to, digest }) {
	return `range:${from}-${to}/${digest}`;
}
function findChangedList(label, selectors, ids) {
	const ranges = selectors.filter((selector) => selector.kind === "range");
	if (ranges.length === 0)
		return undefined;
	const digest = digestOfIds(ids);
	const wrong = ranges.find((range) => range.digest !== digest || range.to > ids.length);
	if (wrong === undefined)
		return undefined;
	return (`The shards changed since the plan: ${label} names ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(formatRange(wrong))}, places in the plan's list of shards, ` +
		`and the list of now (${ids.length} shards, digest ${digest}) is another one. ` +
		"Plan again: run the whole workflow anew, not its failed jobs alone.");
}
function isName(item) {
	return typeof item === "string" && item.trim() !== "";
}
function parseSelector(item) {
	if (item === "none")
		return { kind: "none" };
	if (item === "status:failed")
		return { kind: "failed" };
	if (item.startsWith("range:"))
		return parseRange(item);
	if (!item.startsWith("slice:"))
		return parseName(item);
	const [, part, of] = /^slice:(\d{1,6})\/(\d{1,6})$/.exec(item) ?? [];
	const [i, n] = [Number(part), Number(of)];
	if (!(i >= 1 && i <= n))
		return `"slice:i/n" with i from 1 to n, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(item)}`;
	return { kind: "slice", part: i, of: n };
}
const MOST_STARS = 4;
function parseName(text) {
	const stars = text.split("/").map((segment) => segment.match(/\*+/g)?.length ?? 0);
	if (Math.max(...stars) <= MOST_STARS)
		return { kind: "name", text };
	return `ids and globs with at most ${MOST_STARS} "*" between slashes, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(text)}`;
}
function parseRange(item) {
	const [, first, last, digest = ""] = /^range:(\d{1,7})-(\d{1,7})\/([\da-f]{16})$/.exec(item) ?? [];
	const [from, to] = [Number(first), Number(last)];
	if (from >= 1 && from <= to)
		return { kind: "range", from, to, digest };
	return `"range:from-to/digest" as plan gave it, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(item)}`;
}
function idsOf(selector, from, known) {
	switch (selector.kind) {
		case "none":
			return [];
		case "failed":
			return from.ids.filter((id) => from.failed.has(id));
		case "slice":
			return from.ids.filter((id) => sliceOf(id, selector.of) === selector.part);
		case "range":
			return from.ids.slice(selector.from - 1, selector.to);
		case "id":
			return known.has(selector.text) ? [selector.text] : [];
		case "name":
			return known.has(selector.text) ? [selector.text] : idsLike(selector.text, from);
	}
}
function idsLike(pattern, { ids, globMatcher }) {
	const matches = globMatcher(pattern);
	return ids.filter((id) => matches(id));
}
function sliceOf(id, of) {
	return (Number.parseInt((0,_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .sc)(id).slice(0, 12), 16) % of) + 1;
}


 }),

"src/core/decide/state.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var countStates = (function countStates(states) {
	const counts = {
		...{ done: 0, failed: 0, running: 0, unknown: 0, interrupted: 0, stale: 0 },
		...{ forced: 0, unmarked: 0, unproven: 0, blocked: 0, new: 0 },
	};
	for (const state of states)
		counts[state] += 1;
	return counts;
});

 __nccwpck_require__.d(__webpack_exports__, {
   L4: () => ( stateOf),
   c0: () => ( countStates)
 });
 var _facts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/facts.js");

const SHARD_STATES = ( null && ([
	"done",
	"failed",
	"running",
	"unknown",
	"interrupted",
	"stale",
	"forced",
	"unmarked",
	"unproven",
	"blocked",
	"new",
]));
function stateOf(known) {
	const { kind, facts } = known;
	if (kind === "skip")
		return "done";
	if (kind === "blocked")
		return "blocked";
	return facts.started ? startedState(known) : unstartedState(known);
}
function startedState({ facts: { startRecord, unmarked }, owner }) {
	if (unmarked !== undefined)
		return "unmarked";
	if (startRecord === undefined || startRecord.released === true)
		return "interrupted";
	if (startRecord.ended === true)
		return "failed";
	return STATE_OF_OWNER[owner?.liveness ?? "unknown"];
}
function unstartedState({ kind, reason, inProgress, facts }) {
	if ((0,_facts_js__WEBPACK_IMPORTED_MODULE_0__ .uL)(facts) !== undefined && (0,_facts_js__WEBPACK_IMPORTED_MODULE_0__ .$X)(facts))
		return reason === "forced" ? "forced" : "stale";
	if (kind === "resume")
		return "interrupted";
	if (!inProgress)
		return "new";
	return facts.checkpoint === "absent" ? "interrupted" : "unproven";
}
const STATE_OF_OWNER = {
	alive: "running",
	gone: "interrupted",
	unknown: "unknown",
};



 }),

"src/core/definition/definition.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var splitBlank = (function splitBlank(values) {
	const entries = Object.entries(values);
	return {
		values: Object.fromEntries(entries.filter((([, value]) => !(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .z3)(value)))),
		blank: entries.filter((([, value]) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .z3)(value))).map((([name]) => name)),
	};
});
var readDefinition = (function readDefinition(layers) {
	const problems = layers.flatMap(((layer) => [...(layer.problems ?? []), ...unknownNames(layer)]));
	const values = {};
	for (const name of _fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr) {
		const layer = layers.find(((candidate) => !(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .z3)(candidate.values[name])));
		if (layer === undefined)
			continue;
		const read = readValue(name, layer.values[name]);
		if ("value" in read)
			values[name] = read.value;
		else
			problems.push(`${layer.label(name)} ${read.problem}`);
	}
	for (const name of ["shards", "checkpoint"]) {
		if (layers.every(((layer) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .z3)(layer.values[name])))) {
			problems.push(`${layers[0]?.label(name) ?? name} is required: ${_fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name].expected}.`);
		}
	}
	return problems.length > 0 ? { problems } : { definition: fillIn(values) };
});
var unknownNames = (function unknownNames(layer) {
	const others = layer.others ?? [];
	return [...Object.keys(layer.values), ...(layer.blank ?? [])]
		.filter(((name) => !(0,_fields_js__WEBPACK_IMPORTED_MODULE_0__ .ac)(name) && !others.includes(name)))
		.map(((name) => `${layer.label(name)} is unknown.${(0,_other_names_js__WEBPACK_IMPORTED_MODULE_1__ .o)(name, [..._fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr, ...others])}`));
});
var readValue = (function readValue(name, value) {
	const { schema, expected, hint } = _fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name];
	const result = valibot__WEBPACK_IMPORTED_MODULE_3__ .xLC(schema(), value, { abortEarly: true });
	if (result.success)
		return { value: result.output };
	const path = placeOf(result.issues[0]);
	const place = path === undefined ? "" : ` (at ${path})`;
	return { problem: `must be ${expected}, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(value)}${place}.${hint?.(value) ?? ""}` };
});
var placeOf = (function placeOf(issue) {
	return [issue, ...(issue.issues ?? [])]
		.map(((candidate) => valibot__WEBPACK_IMPORTED_MODULE_3__ .BuJ(candidate) ?? undefined))
		.find(((path) => path !== undefined));
});
var fillIn = (function fillIn(given) {
	const definition = {};
	for (const name of _fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr) {
		const { key, fallback } = _fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name];
		definition[key] = given[name] ?? fallback(given);
	}
	if (isDefinition(definition))
		return definition;
	throw new Error("Each row of the inputs has a value.");
});
var isDefinition = (function isDefinition(definition) {
	return _fields_js__WEBPACK_IMPORTED_MODULE_0__ .Yr.every(((name) => _fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name].key in definition));
});

 __nccwpck_require__.d(__webpack_exports__, {
   Ud: () => ( readDefinition),
   be: () => ( unknownNames),
   jg: () => ( splitBlank)
 });
 var valibot__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("valibot/dist/index.mjs");
 var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/definition/fields.js");
 var _other_names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/definition/other-names.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");













 }),

"src/core/definition/environment.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var variable = (function variable(env, name) {
	const value = env[name];
	return (0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .z3)(value) ? undefined : value;
});
var changingValuesIn = (function changingValuesIn(text, environment) {
	return CHANGING.filter(((name) => {
		const value = environment[name];
		return value !== undefined && value.length >= 4 && text.includes(value);
	}));
});

 __nccwpck_require__.d(__webpack_exports__, {
   Fj: () => ( secretsOf),
   TQ: () => ( changingValuesIn),
   YU: () => ( bareEnvironment),
   _I: () => ( scrub),
   bv: () => ( variable),
   dK: () => ( mask),
   eh: () => ( isSecretName)
 });
 var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/text.js");


const HIDDEN = /^(ACTIONS_|INPUT_|STATE_|DONEMARK_|SHARD_|SHARDS_FILE$|GITHUB_(STATE|OUTPUT|ENV|PATH|STEP_SUMMARY)$)/i;
function scrub(environment) {
	const kept = {};
	for (const [name, value] of Object.entries(environment)) {
		if (value !== undefined && !HIDDEN.test(name))
			kept[name] = value;
	}
	return kept;
}
function bareEnvironment({ PATH = "/usr/bin:/bin" }) {
	return { PATH };
}
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|KEY/i;
const SHORTEST_SECRET = 6;
function isSecretName(name) {
	return SECRET_NAME.test(name);
}
function secretsOf(environment) {
	const values = new Set();
	for (const [name, value] of Object.entries(environment)) {
		if (value === undefined || !isSecretName(name))
			continue;
		for (const line of value.split(/\r?\n/)) {
			if (line.trim().length >= SHORTEST_SECRET)
				values.add(line.trim());
		}
	}
	return [...values].sort((a, b) => b.length - a.length);
}
function mask(text, secrets) {
	let masked = text;
	for (const secret of secrets)
		masked = masked.replaceAll(secret, "***");
	return masked;
}
const CHANGING = [
	"GITHUB_RUN_ID",
	"GITHUB_RUN_NUMBER",
	"GITHUB_RUN_ATTEMPT",
	"RUNNER_NAME",
	"RUNNER_TEMP",
	"GITHUB_WORKSPACE",
	"TMPDIR",
	"HOSTNAME",
];



 }),

"src/core/definition/fields.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var field = (function field(row) {
	return row;
});
var isFieldName = (function isFieldName(name) {
	return Object.hasOwn(FIELDS, name);
});


__nccwpck_require__.d(__webpack_exports__, {
  cJ: () => ( FIELDS),
  Yr: () => ( FIELD_NAMES),
  Zr: () => ( OTHER_INPUTS),
  ac: () => ( isFieldName),
  WY: () => ( isLeftOut)
});

var dist = __nccwpck_require__("valibot/dist/index.mjs");
var fingerprint = __nccwpck_require__("src/core/model/fingerprint.js");
var model_status = __nccwpck_require__("src/core/model/status.js");
;// CONCATENATED MODULE: src/core/definition/field.js


var decide_select = __nccwpck_require__("src/core/decide/select.js");
var duration = __nccwpck_require__("src/core/text/duration.js");
var text_text = __nccwpck_require__("src/core/text/text.js");
var report_path = __nccwpck_require__("src/core/definition/report-path.js");
;// CONCATENATED MODULE: src/core/definition/schemas.js







const nonEmpty = (() => dist .FsL(dist .YjP(), dist .yGV(/\S/)));
const lines = () => dist .FsL(dist .KCZ([dist .YjP(), dist .YOg(nonEmpty())]), dist .pdi((given) => (typeof given === "string" ? (0,text_text .n5)(given) : given)));
const reports = () => dist .FsL(lines(), dist .YOg(dist .FsL(dist .YjP(), dist .Bqr(), dist .z6Y(report_path .y))), dist .pdi((given) => [...new Set(given)]));
const MOST_PATTERN_BYTES = 8192;
const markedLines = () => dist .FsL(lines(), dist .z6Y((given) => new TextEncoder().encode(JSON.stringify(given)).length <= MOST_PATTERN_BYTES));
function oneOf(options) {
	return dist .FsL(dist .YjP(), dist .PXX(), dist .Bqr(), dist .KIO(options));
}
const yes = ["true", "yes", "on", "1"];
const no = ["false", "no", "off", "0"];
const flag = () => dist .FsL(dist .KCZ([
	dist .zMY(),
	dist .FsL(dist .YjP(), dist .PXX(), dist .Bqr(), dist .KIO([...yes, ...no])),
]), dist .pdi((given) => (typeof given === "string" ? yes.includes(given) : given)));
function whole(least, most = Number.MAX_SAFE_INTEGER) {
	return dist .FsL(dist .KCZ([dist .aig(), dist .FsL(dist .YjP(), dist .yGV(/^\s*\d+\s*$/), dist .pdi(Number))]), dist .ndf(), dist .Wwf(least), dist .cGV(most));
}
function time(leastMs, mostMs = Number.MAX_SAFE_INTEGER) {
	return dist .FsL(dist .KCZ([dist .FsL(dist .aig(), dist .pdi(String)), dist .YjP()]), dist .pdi((given) => (0,duration .E9)(given) ?? Number.NaN), dist .Wwf(leastMs), dist .cGV(mostMs));
}
const selectors = () => dist .FsL(dist .KCZ([dist .YjP(), dist .YOg(nonEmpty())]), dist .pdi((given) => typeof given === "string" ? (0,decide_select .Qi)(given) : (0,decide_select .jX)(given)), dist .z6Y((given) => typeof given !== "string"), dist .pdi((given) => (typeof given === "string" ? [] : given)));
const wordsOfText = () => dist .FsL(dist .YjP(), dist .yGV(/[^\s,]/), dist .pdi((given) => given.split(/[\s,]+/).filter((word) => word !== "")));
const parts = () => dist .FsL(dist .KCZ([wordsOfText(), dist .YOg(nonEmpty())]), dist .pdi((given) => given.filter((part) => part !== "none")), dist .YOg(dist .KIO(fingerprint .dI)), dist .pdi((given) => fingerprint .dI.filter((part) => given.includes(part))));
const failures = () => dist .FsL(dist .KCZ([wordsOfText(), dist .aig(), dist .YOg(dist .KCZ([wordsOfText(), dist .aig()]))]), dist .pdi((given) => (Array.isArray(given) ? given : [given]).flat()), dist .pdi((given) => given.map((word) => String(word).toLowerCase())), dist .YOg(dist .FsL(dist .YjP(), dist .yGV(/^(oom|timeout|reported|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])$/))));
const parallel = () => dist .KCZ([dist .FsL(dist .YjP(), dist .PXX(), dist .Bqr(), dist .euz("auto")), whole(1)]);
const words = () => dist .FsL(dist .YOg(dist .KCZ([nonEmpty(), dist .aig(), dist .zMY()])), dist .pdi((given) => given.map((word) => String(word).trim().toLowerCase())));
const schemas_status = () => dist .FsL(dist .rej({
	field: dist .lqM(nonEmpty(), model_status .vT.statusField),
	"version-field": dist .lqM(nonEmpty(), model_status .vT.versionField),
	complete: dist .lqM(words()),
	"in-progress": dist .lqM(words()),
	failed: dist .lqM(words()),
	"highest-version": dist .lqM(dist .FsL(dist .KCZ([dist .YjP(), dist .aig()]), dist .pdi(String), dist .z6Y(model_status .lF))),
}), dist .pdi((given) => ({
	statusField: given.field,
	versionField: given["version-field"],
	...(0,model_status .I8)({
		complete: given.complete,
		inProgress: given["in-progress"],
		failed: given.failed,
	}),
	highestVersion: given["highest-version"],
})));
const statusBlock = () => dist .KCZ([schemas_status(), dist .FsL(dist .YjP(), dist .qFJ(), schemas_status())]);
const shardEntry = (() => dist .KCZ([nonEmpty(), dist ._H3({ id: nonEmpty() })]));

var store_address = __nccwpck_require__("src/core/definition/store-address.js");
;// CONCATENATED MODULE: src/core/definition/describing-fields.js






const DESCRIBING = {
	shards: field({
		key: "shards",
		schema: () => dist .KCZ([
			nonEmpty(),
			dist .FsL(dist .aig(), dist .ndf(), dist .Wwf(1)),
			dist .YOg(shardEntry()),
		]),
		fallback: () => "",
		default: "required",
		expected: "globs (one per line), a whole number from 1 up, or a JSON list of shards",
		example: "inputs/*.fa",
		about: "Globs, one per line: each matching file is a shard. Or a whole number of shards, or JSON [{id, inputs, sha256, params}], also from a file (@list.jsonl).",
		mustAgree: "always",
	}),
	checkpoint: field({
		key: "checkpoint",
		schema: nonEmpty,
		fallback: () => "",
		default: "required",
		expected: "a path template such as out/{id}.pt",
		example: "out/{id}.pt",
		about: "Path template of the file or directory that the command writes for a shard, with {id} or {name}, or with {index} where shards is a number.",
		mustAgree: "always",
	}),
	work: field({
		key: "work",
		schema: nonEmpty,
		fallback: () => undefined,
		default: "the checkpoint, if it is a directory",
		expected: "a path template that contains {id} or {name}",
		example: "work/{id}",
		about: "Path template of the directory where the command keeps a shard's progress.",
		mustAgree: "always",
	}),
	command: field({
		key: "command",
		schema: nonEmpty,
		fallback: () => undefined,
		default: "required",
		expected: "a command",
		example: "python predict.py",
		about: "The command that makes a shard's checkpoint.",
		mustAgree: "with-command",
	}),
	check: field({
		key: "check",
		schema: nonEmpty,
		fallback: () => undefined,
		expected: "a command",
		example: "python check.py",
		about: "A second command, run after the first: a shard is finished only if it exits with 0, too.",
		actions: ["main", "plan", "save"],
	}),
	"fingerprint-text": field({
		key: "fingerprintText",
		schema: () => dist .FsL(dist .KCZ([dist .YjP(), dist .aig(), dist .zMY()]), dist .pdi(String)),
		isText: true,
		fallback: () => "",
		default: "empty",
		expected: "a text",
		example: "esm2 v1.0, fp16",
		about: "A text such as a model version and its parameters: shards run again when it changes.",
		mustAgree: "always",
	}),
	"fingerprint-files": field({
		key: "fingerprintFiles",
		schema: lines,
		fallback: () => [],
		default: "none",
		expected: "globs, one per line",
		example: "predict.py",
		about: "Globs of code, weights and lock files: shards run again when the content of one changes.",
		mustAgree: "always",
	}),
	"input-fingerprint": field({
		key: "inputFingerprint",
		schema: () => oneOf(fingerprint .mG),
		fallback: () => "content",
		default: "content",
		expected: "content, stat or name",
		example: "stat",
		about: "How a change of an input is seen: by its content, by its size and modification time, or by its name alone.",
		mustAgree: "always",
	}),
	"rerun-on": field({
		key: "rerunOn",
		schema: parts,
		fallback: () => fingerprint .dI,
		default: "input,command,files,text",
		expected: `a list of ${fingerprint .dI.join(", ")}`,
		example: "input,files",
		about: "The parts of the fingerprint whose change makes a shard run again.",
		mustAgree: "always",
	}),
	name: field({
		key: "name",
		schema: nonEmpty,
		fallback: () => undefined,
		default: "repository and checkpoint template",
		expected: "a text",
		example: "proteins",
		about: "The name of this definition in a store that several definitions share; it must be the same on every machine.",
		mustAgree: "always",
	}),
	store: field({
		key: "store",
		schema: () => dist .FsL(dist .YjP(), dist .Bqr(), dist .yGV(store_address .pB)),
		fallback: () => "auto",
		default: "auto",
		expected: store_address .ix,
		hint: store_address .YT,
		example: "file:/mnt/shared/results",
		about: "Where checkpoints and markers are kept between jobs.",
	}),
	validate: field({
		key: "validate",
		schema: () => oneOf(["size", "structure", "deep"]),
		fallback: () => "structure",
		default: "structure",
		expected: "size, structure or deep",
		example: "deep",
		about: "How closely a checkpoint is checked: its size, its structure (kilobytes are read), or every byte.",
	}),
	"allow-empty": field({
		key: "allowEmpty",
		schema: flag,
		fallback: () => false,
		default: "false",
		expected: "true or false",
		example: "true",
		about: "Accept a checkpoint that is an empty file or directory, where that can be a right result.",
		mustAgree: "always",
	}),
	ignore: field({
		key: "ignore",
		schema: markedLines,
		fallback: () => [],
		expected: "patterns, one per line, of 8 KB at most",
		example: "'*.fai'",
		about: "Patterns of files that are no part of an input or checkpoint folder, such as .DS_Store or *.fai. A pattern without / is about names.",
		mustAgree: "always",
	}),
	adopt: field({
		key: "adopt",
		schema: flag,
		fallback: () => true,
		default: "true",
		expected: "true or false",
		example: "false",
		about: "Accept empty markers of other programs, and unmarked checkpoints whose own status says complete.",
		mustAgree: "always",
	}),
	status: field({
		key: "status",
		schema: statusBlock,
		isText: true,
		fallback: () => model_status .vT,
		expected: "a block with field, version-field, complete, in-progress, failed, highest-version",
		example: "{ field: state, highest-version: 2 }",
		about: "The names of the status and version fields inside checkpoints, their values, and the highest accepted version.",
		mustAgree: "always",
	}),
};

var aside = __nccwpck_require__("src/core/model/aside.js");
;// CONCATENATED MODULE: src/core/definition/running-fields.js



const RUNNING = {
	only: field({
		key: "only",
		schema: selectors,
		fallback: () => undefined,
		default: "all",
		expected: "a JSON array of ids, or one per line: an id, an id glob, slice:i/n, status:failed, none or a range that plan gave",
		example: "status:failed",
		about: "The shards that this job is about.",
		leftOut: "(all)",
	}),
	force: field({
		key: "force",
		schema: selectors,
		fallback: () => undefined,
		default: "none",
		expected: "a JSON array of ids, or one per line: an id, an id glob, slice:i/n, status:failed or none",
		example: "sample-1*",
		about: "Shards that run again from scratch, whatever their marker says.",
		actions: ["main", "plan", "restore"],
	}),
	keep: field({
		key: "keep",
		schema: () => whole(0, aside .l$),
		fallback: () => 1,
		default: "1",
		expected: `a whole number from 0 to ${aside .l$}`,
		example: "2",
		about: "How many superseded results of a finished shard stay beside its checkpoint: when a change is taken back, one is brought back instead of made again.",
	}),
	"run-per": field({
		key: "runPer",
		schema: () => oneOf(["shard", "slot", "job"]),
		fallback: () => "shard",
		default: "shard",
		expected: "shard, slot or job",
		example: "slot",
		about: "One command per shard, one long-lived worker per GPU slot, or one program for the whole job.",
		actions: ["main", "plan"],
	}),
	shell: field({
		key: "shell",
		schema: nonEmpty,
		fallback: () => "bash",
		default: "bash",
		expected: "a shell name of GitHub or a template with {0}",
		example: "sh",
		about: "The shell that runs the command.",
		mustAgree: "with-command",
	}),
	"working-directory": field({
		key: "workingDirectory",
		schema: nonEmpty,
		fallback: () => ".",
		default: "the workspace",
		expected: "a folder",
		example: "model",
		about: "The directory in which the command runs.",
		mustAgree: "with-command",
	}),
	parallel: field({
		key: "parallel",
		schema: parallel,
		fallback: () => "auto",
		default: "auto",
		expected: "auto or a whole number from 1 up",
		example: "4",
		about: "How many commands run at once; auto is one per GPU, or 1 without a GPU.",
		actions: ["main", "plan"],
	}),
	retries: field({
		key: "retries",
		schema: () => whole(0),
		fallback: () => 0,
		default: "0",
		expected: "a whole number from 0 up",
		example: "2",
		about: "How many more times a failed shard is tried, on another GPU where there is one.",
		actions: ["main", "plan"],
	}),
	"retry-on": field({
		key: "retryOn",
		schema: failures,
		fallback: () => undefined,
		default: "all failures",
		expected: "a list of exit codes, oom, timeout and reported",
		example: "oom,timeout",
		about: "The failures after which a shard is tried again: exit codes, oom, timeout, reported (by a .failed file).",
		actions: ["main", "plan"],
	}),
	"no-retry-on": field({
		key: "noRetryOn",
		schema: failures,
		fallback: () => [],
		default: "none",
		expected: "a list of exit codes, oom, timeout and reported",
		example: "reported",
		about: "Failures that come from the shard itself: it is not tried again, and no GPU is blamed.",
		actions: ["main", "plan"],
	}),
	"retry-delay": field({
		key: "retryDelayMs",
		schema: () => time(0),
		fallback: () => 0,
		default: "0s",
		expected: "a time such as 30s",
		example: "30s",
		about: "How long a failed shard waits for its next try; the delay doubles each time, up to 1h.",
		actions: ["main", "plan"],
	}),
	"shard-timeout": field({
		key: "shardTimeoutMs",
		schema: () => time(1),
		fallback: () => undefined,
		expected: "a time such as 90m or 30s",
		example: "90m",
		about: "The longest time for one shard.",
		actions: ["main", "plan"],
	}),
	"stall-timeout": field({
		key: "stallTimeoutMs",
		schema: () => time(1),
		fallback: () => undefined,
		expected: "a time such as 30m",
		example: "20m",
		about: "The longest time in which a command may print nothing and change neither its checkpoint nor its work.",
		actions: ["main", "plan"],
	}),
	"on-stop": field({
		key: "onStop",
		schema: nonEmpty,
		fallback: () => undefined,
		expected: "a command",
		example: 'docker kill "shard-$SHARD_ID"',
		about: "A command such as docker kill, run with the shard's environment when its command is stopped, times out or stalls.",
		actions: ["main", "plan"],
	}),
	"max-runtime": field({
		key: "maxRuntimeMs",
		schema: () => time(1),
		fallback: () => undefined,
		expected: "a time such as 5h or 90m",
		example: "5h",
		about: "After this time no shard starts, what runs is stopped, and the run ends in good order.",
		actions: ["main", "plan"],
	}),
	"stop-grace": field({
		key: "stopGraceMs",
		schema: () => time(6000, 120_000),
		fallback: () => 10_000,
		default: "10s",
		expected: "a time from 6s to 120s",
		example: "60s",
		about: "How long a stopped command may take to end.",
		actions: ["main", "plan"],
	}),
	"max-failures": field({
		key: "maxFailures",
		schema: () => whole(0),
		fallback: () => undefined,
		default: "5 without a success",
		expected: "a whole number from 0 up",
		example: "20",
		about: "Stop after this many failed shards; 0 is never. By default a run stops after 5 failures without a success, two of them among the smallest inputs.",
		actions: ["main", "plan"],
	}),
	"work-every": field({
		key: "workEveryMs",
		schema: () => time(1000),
		fallback: () => 300_000,
		default: "5m",
		expected: "a time from 1s up, such as 5m",
		example: "15m",
		about: "How often the work of unfinished shards is saved to the store.",
		actions: ["main", "plan"],
	}),
	fetch: field({
		key: "fetch",
		schema: () => oneOf(["none", "missing", "all"]),
		fallback: (given) => (given["only"] === undefined ? "all" : "none"),
		default: "all; none where only is given",
		expected: "none, missing or all",
		example: "none",
		about: "Which finished shards are fetched from the store: none, or those that are not on this disk (missing and all mean the same).",
		actions: ["main", "plan", "collect", "restore"],
	}),
	"hand-over": field({
		key: "handOver",
		schema: flag,
		fallback: () => undefined,
		default: "true where definition is given",
		expected: "true or false",
		example: "true",
		about: "Whether other jobs take the results from the store: then a finished shard that is not in the store fails the job, with exit code 3.",
		actions: ["main", "restore", "save"],
	}),
	report: field({
		key: "report",
		schema: reports,
		fallback: () => [],
		expected: "paths, one per line, that end in .html (a page), .md (the summary), .tsv (a line for each attempt) or .jsonl (the events), and do not begin with ~user",
		example: "report.html",
		about: "Where reports of the run are written, one path per line: .html is a page, .md the summary, .tsv a line for each attempt, .jsonl the events.",
		actions: ["main", "collect"],
	}),
	events: field({
		key: "events",
		schema: lines,
		fallback: () => [],
		expected: "globs, one per line",
		example: "events/*.jsonl",
		about: "Globs of the event logs of all jobs, one per line: the summary and the reports of collect tell of all of them.",
		actions: ["collect"],
	}),
	"max-jobs": field({
		key: "maxJobs",
		schema: () => whole(1),
		fallback: () => 256,
		default: "256",
		expected: "a whole number from 1 up",
		example: "16",
		about: "The most jobs into which plan packs the remaining shards; a matrix holds 256.",
		actions: ["plan"],
	}),
	"max-parallel": field({
		key: "maxParallel",
		schema: () => whole(1),
		fallback: () => undefined,
		expected: "a whole number from 1 up",
		example: "4",
		about: "How many jobs can run at once, best the number of your runners: plan makes that many if there is enough to do.",
		actions: ["plan"],
	}),
	"job-time": field({
		key: "jobTimeMs",
		schema: () => time(1000),
		fallback: () => 3_600_000,
		default: "60m",
		expected: "a time such as 60m",
		example: "2h",
		about: "About how long each planned job should take.",
		actions: ["plan"],
	}),
	"allow-missing": field({
		key: "allowMissing",
		schema: () => whole(0),
		fallback: () => 0,
		default: "0",
		expected: "a whole number from 0 up",
		example: "3",
		about: "How many shards may be missing when collect ends.",
		actions: ["collect"],
	}),
	finished: field({
		key: "finished",
		schema: () => oneOf(["marked", "sound"]),
		fallback: () => "marked",
		default: "marked",
		expected: "marked or sound",
		example: "sound",
		about: "The checkpoints that save marks: those for which your steps have made a .done file, or every sound one.",
		actions: ["save"],
	}),
};

;// CONCATENATED MODULE: src/core/definition/fields.js


const FIELDS = { ...DESCRIBING, ...RUNNING };
const FIELD_NAMES = Object.keys(FIELDS).filter(isFieldName);
function isLeftOut(name, value) {
	return isFieldName(name) && FIELDS[name].leftOut !== undefined && FIELDS[name].leftOut === value;
}

const OTHER_INPUTS = [
	{
		name: "config",
		about: "The config file that holds the definition; donemark.yml is read if it exists. An input that is given here wins over it.",
	},
	{ name: "definition", about: "`plan`'s `definition` output." },
	{
		name: "github-token",
		about: "The token that lists what GitHub's cache holds, in a few requests.",
		actionDefault: "${{ github.token }}",
		isSecret: true,
	},
	{
		name: "marker-key",
		about: "A secret of at least 16 characters that signs markers: what is not signed with it is not skipped.",
		isSecret: true,
	},
];


 }),

"src/core/definition/other-names.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   o: () => ( hintForName)
 });
 var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/nearest.js");

const LIMITS = "shard-timeout limits one shard, stall-timeout its silence, and max-runtime the whole run.";
const GPUS = "GPUs are found by themselves, one for each command at once; parallel sets how many run at once.";
const MADE_FROM = "fingerprint-files names the files that a result depends on, and fingerprint-text the rest.";
const OTHER_NAMES = {
	input: "shards names the inputs, one shard each.",
	inputs: "shards names the inputs, one shard each.",
	files: "shards names the inputs, one shard each.",
	output: "checkpoint is the path of the result, such as out/{id}.pt.",
	outputs: "checkpoint is the path of the result, such as out/{id}.pt.",
	result: "checkpoint is the path of the result, such as out/{id}.pt.",
	run: "command is the command that makes one shard's checkpoint.",
	script: "command is the command that makes one shard's checkpoint.",
	cmd: "command is the command that makes one shard's checkpoint.",
	cwd: "working-directory is the folder in which the command runs.",
	timeout: LIMITS,
	"timeout-minutes": LIMITS,
	"max-time": LIMITS,
	gpu: GPUS,
	gpus: GPUS,
	jobs: "parallel sets how many commands run at once.",
	threads: "parallel sets how many commands run at once.",
	workers: "parallel sets how many commands run at once.",
	retry: "retries sets how many more times a failed shard is tried.",
	attempts: "retries sets how many more times a failed shard is tried.",
	weights: MADE_FROM,
	model: MADE_FROM,
	code: MADE_FROM,
	cache: "store names where checkpoints live between jobs.",
	env: "The command gets the environment of `donemark run`; set the variable there or in the command.",
};
function hintForName(name, known) {
	const other = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : undefined;
	return other === undefined ? (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__ .au)(name, known) : ` ${other}`;
}


 }),

"src/core/definition/report-path.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   V: () => ( reportKind),
   y: () => ( isReportPath)
 });
const REPORT_KINDS = ["html", "md", "tsv", "jsonl"];
function reportKind(path) {
	const [, ending] = /[^/\\]\.([a-z]+)$/i.exec(path) ?? [];
	return REPORT_KINDS.find((kind) => kind === ending?.toLowerCase());
}
function isReportPath(path) {
	return reportKind(path) !== undefined && !/^~[^/]/.test(path);
}


 }),

"src/core/definition/store-address.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var parseStoreAddress = (function parseStoreAddress(text) {
	const colon = text.indexOf(":");
	const [word, rest] = colon === -1 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
	const known = ADDRESSES.find((({ scheme }) => scheme === word));
	if (known === undefined)
		throw new RangeError(`store is ${STORE_FORMS}, not ${text}`);
	return { scheme: known.scheme, rest };
});

 __nccwpck_require__.d(__webpack_exports__, {
   YT: () => ( hintForStore),
   d1: () => ( parseStoreAddress),
   ix: () => ( STORE_FORMS),
   pB: () => ( STORE_PATTERN)
 });
 var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/text.js");

const ADDRESSES = [
	{ scheme: "auto" },
	{ scheme: "none" },
	{ scheme: "github" },
	{ scheme: "file", rest: "<folder>" },
];
const FORMS = ADDRESSES.map((one) => ("rest" in one ? `${one.scheme}:${one.rest}` : one.scheme));
const STORE_FORMS = `${FORMS.slice(0, -1).join(", ")} or ${FORMS.at(-1)}`;
const STORE_PATTERN = new RegExp(`^(${ADDRESSES.map((one) => ("rest" in one ? `${one.scheme}:.+` : one.scheme)).join("|")})$`);
function hintForStore(value) {
	return typeof value === "string" && /^(\/|\.{1,2}\/|~\/)/.test(value)
		? ` Did you mean ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(`file:${value}`)}?`
		: "";
}



 }),

"src/core/model/aside.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var namesOfAside = (function namesOfAside(name) {
	const earlier = /^\.(.+)\.stale$/.exec(name)?.[1];
	if (earlier === undefined)
		return [];
	return [...new Set([earlier, earlier.replace(WORDS, "")])].filter(((one) => one !== ""));
});

 __nccwpck_require__.d(__webpack_exports__, {
   MO: () => ( keptPath),
   Yt: () => ( keptMarkerPath),
   c_: () => ( namesOfAside),
   ic: () => ( earlierPath),
   l$: () => ( MOST_KEPT),
   t3: () => ( leavingsPath),
   t8: () => ( generationPaths)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/digest.js");


const MOST_KEPT = 9;
const SLOTS = MOST_KEPT + 1;
const LONGEST_NAME_BYTES = 220;
function generationPaths(path) {
	const start = asideStart(path);
	return Array.from({ length: SLOTS }, (_, place) => {
		const word = `done-${place + 1}`;
		return {
			slot: place + 1,
			checkpoint: `${start}.${word}.stale`,
			marker: `${start}.${word}.marker.stale`,
			revoked: `${start}.${word}.revoked.stale`,
		};
	});
}
function leavingsPath(path, number = 1) {
	return asidePath(path, numbered("attempt", number));
}
function keptPath(path, number = 1) {
	return asidePath(path, numbered("kept", number));
}
function keptMarkerPath(path, number) {
	return asidePath(path, `${numbered("kept", number)}.marker`);
}
function earlierPath(path) {
	return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}.stale`);
}
function numbered(word, number) {
	return number === 1 ? word : `${word}-${number}`;
}
function asidePath(path, word) {
	return `${asideStart(path)}.${word}.stale`;
}
function asideStart(path) {
	const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
	const isLong = Buffer.byteLength(name) > LONGEST_NAME_BYTES;
	return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), `.${isLong ? (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .sc)(name).slice(0, 32) : name}`);
}
const WORDS = /\.(?:attempt|kept|done)(?:-\d+)?(?:\.marker|\.revoked)?$/;



 }),

"src/core/model/digest.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var setU64FromNum = (function setU64FromNum(view, byteOffset, n, isLE) {
const h = fromNumH(n);
const l = fromNumL(n);
view.setUint32(byteOffset, isLE ? l : h, isLE);
view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
});
var isBytes = (function isBytes(a) {
return (a instanceof Uint8Array ||
(ArrayBuffer.isView(a) &&
a.constructor.name === 'Uint8Array' &&
'BYTES_PER_ELEMENT' in a &&
a.BYTES_PER_ELEMENT === 1));
});
var abytes = (function abytes(value, length, title = '') {
if (isBytes(value) && (length === undefined || value.length === length))
return value;
if (length !== undefined)
anumber(length, 'length');
const bytes = isBytes(value);
const ofLen = length !== undefined ? ` of length ${length}` : '';
const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
const message = atitle(title) + 'expected Uint8Array' + ofLen + ', got ' + got;
if (!bytes)
throw new TypeError(message);
throw new RangeError(message);
});
var aexists = (function aexists(instance, checkFinished = true) {
if (instance.destroyed)
throw new Error('hash was destroyed');
if (checkFinished && instance.finished)
throw new Error('digest() was already called');
});
var aoutput = (function aoutput(out, instance) {
abytes(out, undefined, 'output');
const min = instance.outputLen;
if (!(out.length >= min)) {
throw new RangeError('"output" expected length >= ' + min);
}
});
var clean = (function clean(...arrays) {
for (let i = 0; i < arrays.length; i++) {
arrays[i].fill(0);
}
});
var createView = (function createView(arr) {
return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
});
var rotr = (function rotr(word, shift) {
return (word << (32 - shift)) | (word >>> shift);
});
var checkOpts = (function checkOpts(defaults, opts, title = 'opts') {
aopts(defaults, 'defaults');
if (opts !== undefined)
aopts(opts, title);
const merged = Object.assign(Object.create(null), defaults, opts);
return merged;
});
var utils_createHasher = (function utils_createHasher(hashCons, info = {}) {
if (typeof hashCons !== 'function')
throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
info = checkOpts({}, info, 'info');
const hashC = ((msg, opts) => hashCons(opts)
.update(msg)
.digest());
const tmp = hashCons(undefined);
hashC.outputLen = tmp.outputLen;
hashC.blockLen = tmp.blockLen;
hashC.canXOF = tmp.canXOF;
hashC.create = ((opts) => hashCons(opts));
Object.assign(hashC, info);
return Object.freeze(hashC);
});
var Chi = (function Chi(a, b, c) {
return (a & b) ^ (~a & c);
});
var Maj = (function Maj(a, b, c) {
return (a & b) ^ (a & c) ^ (b & c);
});
var digest_sha256 = (function digest_sha256(data) {
	if (digest_crypto !== undefined)
		return digest_crypto.hash("sha256", data, "hex");
	hashed += data.length;
	if (hashed > FEW_BYTES) {
		digest_crypto = (0,node_crypto .S)();
		return digest_crypto.hash("sha256", data, "hex");
	}
	const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
	return Buffer.from(sha256(bytes)).toString("hex");
});
var sha256OfList = (function sha256OfList(texts) {
	return digest_sha256(JSON.stringify(texts));
});


__nccwpck_require__.d(__webpack_exports__, {
  _h: () => ( isSha256),
  sc: () => ( digest_sha256),
  bK: () => ( sha256OfList)
});

;// CONCATENATED MODULE: @noble/hashes/_u64.js
const fromNumH = ((n) => (n / 2 ** 32) | 0);
const fromNumL = ((n) => n >>> 0);



;// CONCATENATED MODULE: @noble/hashes/utils.js

const atitle = (title) => (title ? `"${title}" ` : '');
function anumber(n, title = '') {
if (typeof n !== 'number')
throw new TypeError(atitle(title) + 'expected number, got ' + typeof n);
if (!Number.isSafeInteger(n) || n < 0)
throw new RangeError(atitle(title) + 'expected integer >= 0, got ' + n);
return n;
}

const aobject = ((value, label) => {
if (value === null || typeof value !== 'object' || Array.isArray(value))
throw new TypeError((label === 'object' ? '' : `"${label}" `) + 'expected object, got type=' + typeof value);
});
const aopts = ((value, label) => {
aobject(value, label);
const proto = Object.getPrototypeOf(value);
if (proto !== Object.prototype && proto !== null)
throw new TypeError(`"${label}" expected plain object`);
if (Object.hasOwn(value, '__proto__'))
throw new TypeError(`"${label}.__proto__" is not allowed`);
});





const isLE =  ( null && ((() => new Uint8Array(new Uint32Array([0x11223344]).buffer)[0] === 0x44)()));


const utils_oidNist = ((suffix) => ({
oid: Uint8Array.from([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, suffix]),
}));

;// CONCATENATED MODULE: @noble/hashes/_md.js




class HashMD {
blockLen;
outputLen;
canXOF = false;
padOffset;
isLE;
buffer;
view;
finished = false;
length = 0;
pos = 0;
destroyed = false;
constructor(blockLen, outputLen, padOffset, isLE) {
this.blockLen = blockLen;
this.outputLen = outputLen;
this.padOffset = padOffset;
this.isLE = isLE;
this.buffer = new Uint8Array(blockLen);
this.view = createView(this.buffer);
}
update(data) {
aexists(this);
abytes(data);
const { view, buffer, blockLen } = this;
const len = data.length;
let processed = false;
for (let pos = 0; pos < len;) {
const take = Math.min(blockLen - this.pos, len - pos);
if (take === blockLen) {
const dataView = createView(data);
for (; blockLen <= len - pos; pos += blockLen)
this.process(dataView, pos);
processed = true;
continue;
}
buffer.set(pos === 0 && take === len ? data : data.subarray(pos, pos + take), this.pos);
this.pos += take;
pos += take;
if (this.pos === blockLen) {
this.process(view, 0);
this.pos = 0;
processed = true;
}
}
this.length += data.length;
if (processed)
this.roundClean();
return this;
}
digestInto(out) {
aexists(this);
aoutput(out, this);
this.finished = true;
const { buffer, view, blockLen, isLE } = this;
let { pos } = this;
buffer[pos++] = 0b10000000;
buffer.fill(0, pos);
if (this.padOffset > blockLen - pos) {
this.process(view, 0);
buffer.fill(0);
}
setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
this.process(view, 0);
this.roundClean();
const oview = out === buffer ? view : createView(out);
const len = this.outputLen;
const outLen = len / 4;
const state = this.get();
if (len % 4 || outLen > state.length)
throw new Error('invalid outputLen');
for (let i = 0; i < outLen; i++)
oview.setUint32(4 * i, state[i], isLE);
}
digest() {
const { buffer, outputLen } = this;
this.digestInto(buffer);
const res = buffer.slice(0, outputLen);
this.destroy();
return res;
}
_cloneIntoMeta(to) {
const { buffer, length, finished, destroyed, pos } = this;
to.destroyed = destroyed;
to.finished = finished;
to.length = length;
to.pos = pos;
if (pos)
to.buffer.set(buffer);
return to;
}
clone() {
return this._cloneInto();
}
}
const SHA256_IV =  Uint32Array.from([
0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

;// CONCATENATED MODULE: @noble/hashes/sha2.js



const SHA256_K =  Uint32Array.from([
0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
]);
const SHA256_W =  new Uint32Array(64);
class SHA2_32B extends HashMD {
A = 0;
B = 0;
C = 0;
D = 0;
E = 0;
F = 0;
G = 0;
H = 0;
constructor(outputLen, IV) {
super(64, outputLen, 8, false);
this.A = IV[0] | 0;
this.B = IV[1] | 0;
this.C = IV[2] | 0;
this.D = IV[3] | 0;
this.E = IV[4] | 0;
this.F = IV[5] | 0;
this.G = IV[6] | 0;
this.H = IV[7] | 0;
}
get() {
const { A, B, C, D, E, F, G, H } = this;
return [A, B, C, D, E, F, G, H];
}
set(A, B, C, D, E, F, G, H) {
this.A = A | 0;
this.B = B | 0;
this.C = C | 0;
this.D = D | 0;
this.E = E | 0;
this.F = F | 0;
this.G = G | 0;
this.H = H | 0;
}
_cloneInto(to) {
(to ||= new this.constructor()).set(...this.get());
return this._cloneIntoMeta(to);
}
process(view, offset) {
for (let i = 0; i < 16; i++, offset += 4)
SHA256_W[i] = view.getUint32(offset, false);
for (let i = 16; i < 64; i++) {
const W15 = SHA256_W[i - 15];
const W2 = SHA256_W[i - 2];
const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ (W15 >>> 3);
const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ (W2 >>> 10);
SHA256_W[i] = (s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16]) | 0;
}
let { A, B, C, D, E, F, G, H } = this;
for (let i = 0; i < 64; i++) {
const sigma1 = rotr(E, 6) ^ rotr(E, 11) ^ rotr(E, 25);
const T1 = (H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i]) | 0;
const sigma0 = rotr(A, 2) ^ rotr(A, 13) ^ rotr(A, 22);
const T2 = (sigma0 + Maj(A, B, C)) | 0;
H = G;
G = F;
F = E;
E = (D + T1) | 0;
D = C;
C = B;
B = A;
A = (T1 + T2) | 0;
}
A = (A + this.A) | 0;
B = (B + this.B) | 0;
C = (C + this.C) | 0;
D = (D + this.D) | 0;
E = (E + this.E) | 0;
F = (F + this.F) | 0;
G = (G + this.G) | 0;
H = (H + this.H) | 0;
this.set(A, B, C, D, E, F, G, H);
}
roundClean() {
clean(SHA256_W);
}
destroy() {
this.destroyed = true;
this.set(0, 0, 0, 0, 0, 0, 0, 0);
clean(this.buffer);
}
}
class _SHA256 extends SHA2_32B {
constructor() {
super(32, SHA256_IV);
}
}
const sha256 =  utils_createHasher(() => new _SHA256(), 
 utils_oidNist(0x01));

var node_crypto = __nccwpck_require__("src/core/model/node-crypto.js");
;// CONCATENATED MODULE: src/core/model/digest.js


const FEW_BYTES = 16 * 1024;
let hashed = 0;
let digest_crypto;


function isSha256(value) {
	return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}


 }),

"src/core/model/fingerprint.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var commandPart = (function commandPart(command) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .bK)([normalizeText(command.text), command.shell, command.workingDirectory]);
});
var filesPart = (function filesPart(files) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .bK)(byPath(files).flatMap(((f) => [f.path, f.fact])));
});
var listFiles = (function listFiles(files) {
	if (files.length > LISTED_FILES)
		return {};
	const encoder = new TextEncoder();
	const bytes = files.map((({ path }) => encoder.encode(JSON.stringify(path)).length - QUOTES));
	if (bytes.reduce(((sum, one) => sum + one), 0) > LISTED_BYTES)
		return {};
	return Object.fromEntries(byPath(files).map(((f) => [f.path, f.fact.slice(0, 12)])));
});
var textPart = (function textPart(text) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .sc)(normalizeText(text));
});
var normalizeText = (function normalizeText(text) {
	const lines = text.replaceAll("\r\n", "\n").replaceAll(/(?<!\\)[ \t]+$/gm, "");
	const cut = lines.trimEnd();
	return cut.endsWith("\\") && /^[ \t]/.test(lines.slice(cut.length)) ? `${cut} ` : cut;
});
var byPath = (function byPath(files) {
	return files.toSorted(((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)));
});

 __nccwpck_require__.d(__webpack_exports__, {
   CS: () => ( listFiles),
   FN: () => ( commandPart),
   LS: () => ( withParams),
   PG: () => ( recordedFingerprint),
   Ty: () => ( changedParts),
   Xo: () => ( textPart),
   Y_: () => ( changedFiles),
   am: () => ( isSameValue),
   bf: () => ( filesPart),
   dI: () => ( PARTS),
   dm: () => ( unknownParts),
   fQ: () => ( normalizeText),
   j$: () => ( countPart),
   mG: () => ( INPUT_MODES),
   sG: () => ( inputPart),
   sR: () => ( changeBy)
 });
 var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/digest.js");
 var _ignore_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/ignore.js");
 var _params_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/params.js");



const PARTS = ["input", "command", "files", "text"];
const INPUT_MODES = ["content", "stat", "name"];
function changeBy(added) {
	if (added.length === 0)
		return { added };
	const isLeft = (0,_ignore_js__WEBPACK_IMPORTED_MODULE_0__ .N)(_ignore_js__WEBPACK_IMPORTED_MODULE_0__ .Q);
	const data = added.find((path) => !isLeft(path));
	return data === undefined ? { added } : { added, data };
}
const LISTED_FILES = 40;
const LISTED_BYTES = 4000;
const QUOTES = 2;
function inputPart(mode, files) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .bK)([
		mode,
		...files.flatMap((f) => (mode === "content" ? [f.fact] : [f.path, f.fact])),
	]);
}
function withParams(input, params) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .bK)(["params", input, ...(0,_params_js__WEBPACK_IMPORTED_MODULE_2__ .G$)(params).flat()]);
}
function countPart(count, index) {
	return (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__ .bK)(["count", String(count), String(index)]);
}





function recordedFingerprint(fingerprint) {
	const known = {};
	for (const part of PARTS) {
		const value = fingerprint[part];
		if ("digest" in value)
			known[part] = value.digest;
	}
	const { listedFiles } = fingerprint;
	return Object.keys(listedFiles).length === 0 ? known : { ...known, listedFiles };
}
function unknownParts(present, parts) {
	return parts.filter((part) => "unknown" in present[part]);
}
function changedParts(recorded, present, parts) {
	return parts.filter((part) => {
		const value = present[part];
		return !("digest" in value) || !isSameValue(recorded[part], value);
	});
}
function isSameValue(recorded, value) {
	if (recorded === undefined)
		return false;
	return recorded === value.digest || recorded === value.withoutLeavings?.();
}
function changedFiles(recorded, present) {
	const before = recorded.listedFiles;
	const now = Object.keys(present.listedFiles);
	if (before === undefined || now.length === 0)
		return [];
	const paths = [...new Set([...now, ...Object.keys(before)])].sort();
	return paths.filter((path) => before[path] !== present.listedFiles[path]);
}



 }),

"src/core/model/ignore.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   N: () => ( ignoreMatcher),
   Q: () => ( LEAVINGS)
 });
const LEAVINGS = [
	...[".DS_Store", "._*", "Thumbs.db", "desktop.ini", ".nfs*", ".fuse_hidden*"],
	...[".ipynb_checkpoints", "__pycache__", "cache-*.arrow"],
	...["*.fai", "*.gzi", "*.bai", "*.crai", "*.csi", "*.tbi"],
];
function ignoreMatcher(patterns) {
	if (patterns.length === 0)
		return () => false;
	const rules = patterns.map((pattern) => {
		const text = pattern.replace(/^\.?\/+/, "").replace(/\/+$/, "");
		return { isPath: text.includes("/"), form: formOf(text) };
	});
	return (path) => {
		const names = path.split("/");
		return names.some((name, place) => {
			const upTo = names.slice(0, place + 1).join("/");
			return rules.some(({ isPath, form }) => form.test(isPath ? upTo : name));
		});
	};
}
function formOf(pattern) {
	const source = pattern
		.split(/(\*\*\/?|\*|\?)/)
		.map((piece) => WILD[piece] ?? piece.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&"))
		.join("");
	return new RegExp(`^${source}$`, "su");
}
const WILD = {
	"**/": "(?:.*/)?",
	"**": ".*",
	"*": "[^/]*",
	"?": "[^/]",
};


 }),

"src/core/model/marker-form.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   D: () => ( signedForm),
   m: () => ( PLAIN_FORM)
 });
 var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/marker.js");
 var _node_crypto_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/node-crypto.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");



const PLAIN_FORM = { format: _marker_js__WEBPACK_IMPORTED_MODULE_0__ .gJ, parse: _marker_js__WEBPACK_IMPORTED_MODULE_0__ .gY, seal: undefined };
const SEAL_DIGITS = 16;
function asRead(marker) {
	const parsed = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gY)((0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gJ)(marker));
	return parsed.kind === "full" ? parsed.marker : marker;
}
function signedForm(key) {
	const sign = (use, text) => (0,_node_crypto_js__WEBPACK_IMPORTED_MODULE_1__ .S)().createHmac("sha256", key).update(`${use}\n${text}`).digest("hex");
	const signatureOf = (marker) => {
		const { fence: _, ...known } = marker;
		return sign("marker", (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gJ)(known));
	};
	const fenceSignatureOf = (marker) => marker.fence === undefined
		? undefined
		: sign("fence", `${signatureOf(marker)}\n${marker.fence}`);
	return {
		format: (marker) => {
			const known = asRead(marker);
			const signatures = { fenceSignature: fenceSignatureOf(known), signature: signatureOf(known) };
			return `${(0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gJ)(known).trimEnd().slice(0, -1)},${JSON.stringify(signatures).slice(1)}\n`;
		},
		parse: (text) => {
			const parsed = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .gY)(text);
			if (parsed.kind === "corrupt")
				return parsed;
			const value = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .qF)(text);
			const { signature, fenceSignature } = (0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .u4)(value) ? value : {};
			const isSigned = parsed.kind === "full" &&
				signature === signatureOf(parsed.marker) &&
				fenceSignature === fenceSignatureOf(parsed.marker);
			if (isSigned)
				return parsed;
			return { kind: "corrupt", why: "it is not signed with this marker-key" };
		},
		seal: (text) => sign("entry", text).slice(0, SEAL_DIGITS),
	};
}


 }),

"src/core/model/marker.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var parseJson = (function parseJson(text) {
	try {
		return JSON.parse(text);
	}
	catch {
		return undefined;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   K8: () => ( isTime),
   Pt: () => ( isAmount),
   Y: () => ( readAuthor),
   aM: () => ( isDecimal),
   ad: () => ( STARTED_SUFFIX),
   bi: () => ( readFingerprint),
   gJ: () => ( formatMarker),
   gX: () => ( RECORD_LIMIT_BYTES),
   gY: () => ( parseMarker),
   i8: () => ( FAILED_SUFFIX),
   pM: () => ( MARKER_SUFFIX),
   qF: () => ( parseJson)
 });
 var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/digest.js");
 var _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/fingerprint.js");
 var _ownership_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/ownership/fence.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");




const MARKER_SUFFIX = ".done";
const STARTED_SUFFIX = ".started";
const FAILED_SUFFIX = ".failed";
const MOST_BYTES = 32 * 1024;
const RECORD_LIMIT_BYTES = MOST_BYTES + 1;
function formatMarker(marker) {
	const { shard, checkpoint, fingerprint, seconds, finishedAt, by, fence, adopted, noted } = marker;
	const status = "complete";
	const body = { donemark: 1, status, shard, checkpoint, fingerprint, seconds, finishedAt, by };
	const more = {
		...(fence !== undefined && { fence }),
		...(adopted && { adopted }),
		...(noted && { noted }),
	};
	return `${JSON.stringify({ ...body, ...more })}\n`;
}
function parseMarker(text) {
	if (text.length > MOST_BYTES)
		return corrupt(`it has more than ${MOST_BYTES} bytes`);
	if (text.trim() === "")
		return { kind: "empty" };
	const value = parseJson(text);
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return corrupt("it is not a JSON object");
	const form = value["donemark"];
	if (form !== 1)
		return corrupt(`its form is ${typeof form === "number" ? form : "no number"}, 1 is known`);
	if (value["status"] !== "complete")
		return corrupt("its status is not complete");
	const { shard, seconds, finishedAt } = value;
	if (typeof shard !== "string")
		return corrupt("it names no shard");
	if (!isAmount(seconds) || typeof finishedAt !== "string")
		return corrupt("its times are unreadable");
	const checkpoint = readCheckpoint(value["checkpoint"]);
	if (checkpoint === undefined)
		return corrupt("its checkpoint block is unreadable");
	const fingerprint = readFingerprint(value["fingerprint"]);
	if (fingerprint === undefined)
		return corrupt("its fingerprint is unreadable");
	const marker = {
		shard,
		checkpoint,
		fingerprint,
		seconds,
		finishedAt,
		by: readAuthor(value["by"]),
	};
	return { kind: "full", marker: { ...marker, ...readAdditions(value) } };
}
function readAdditions(value) {
	const { fence, adopted, noted } = value;
	return {
		...((0,_ownership_fence_js__WEBPACK_IMPORTED_MODULE_2__ .Cz)(fence) && { fence }),
		...(adopted === true && { adopted }),
		...(noted === true && { noted }),
	};
}

function readFingerprint(value) {
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return undefined;
	const known = {};
	for (const part of _fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ .dI) {
		const digest = value[part];
		if (digest === undefined)
			continue;
		if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__ ._h)(digest))
			return undefined;
		known[part] = digest;
	}
	const listed = value["listedFiles"];
	if (listed === undefined)
		return known;
	return isTextRecord(listed) ? { ...known, listedFiles: listed } : undefined;
}
function readAuthor(value) {
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return {};
	const { run, attempt, ref, host, gpu } = value;
	return {
		...(typeof run === "string" && { run }),
		...(isAmount(attempt) && { attempt }),
		...(typeof ref === "string" && { ref }),
		...(typeof host === "string" && { host }),
		...(typeof gpu === "string" && { gpu }),
	};
}
function isAmount(value) {
	return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
function readCheckpoint(value) {
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return undefined;
	const { kind, sizeBytes, mtimeNs, inode, sample, format } = value;
	if (kind !== "file" && kind !== "directory")
		return undefined;
	if (!Number.isInteger(sizeBytes) || !isAmount(sizeBytes))
		return undefined;
	if (!isTime(mtimeNs) || !isDecimal(inode) || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_3__ ._h)(sample))
		return undefined;
	if (typeof format !== "string")
		return undefined;
	const rest = readOptional(value);
	if (rest === undefined || (kind === "directory" && rest.tree === undefined))
		return undefined;
	return { kind, sizeBytes, mtimeNs, inode, sample, format, ...rest };
}
function readOptional(value) {
	const { files, tree, ignore, sha256, status, version } = value;
	const fits = isMissingOr(files, isAmount) &&
		isMissingOr(tree, _digest_js__WEBPACK_IMPORTED_MODULE_3__ ._h) &&
		isMissingOr(ignore, isTexts) &&
		isMissingOr(sha256, _digest_js__WEBPACK_IMPORTED_MODULE_3__ ._h) &&
		isMissingOr(status, isText) &&
		isMissingOr(version, isText);
	if (!fits)
		return undefined;
	return {
		...(isAmount(files) && { files }),
		...(isText(tree) && { tree }),
		...(isTexts(ignore) && { ignore }),
		...(isText(sha256) && { sha256 }),
		...(isText(status) && { status }),
		...(isText(version) && { version }),
	};
}
function isMissingOr(value, fits) {
	return value === undefined || fits(value);
}
function isText(value) {
	return typeof value === "string";
}
function isTexts(value) {
	return Array.isArray(value) && value.every(isText);
}
function isTime(value) {
	return typeof value === "string" && /^-?\d{1,24}$/.test(value);
}
function isDecimal(value) {
	return typeof value === "string" && /^\d{1,24}$/.test(value);
}
function isTextRecord(value) {
	return (0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value) && Object.values(value).every((item) => typeof item === "string");
}
function corrupt(why) {
	return { kind: "corrupt", why };
}


 }),

"src/core/model/node-crypto.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   S: () => ( nodeCrypto)
 });
function nodeCrypto() {
	return process.getBuiltinModule("node:crypto");
}


 }),

"src/core/model/params.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   G$: () => ( sortedParams),
   LE: () => ( readParams),
   Qn: () => ( variableOf)
 });
 var _text_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/text.js");

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;
const MOST = 100;
const MOST_BYTES = 32 * 1024;
function readParams(value) {
	if (value === undefined || value === null)
		return undefined;
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .u4)(value))
		return `must have an object of names and values as "params", got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(value)}.`;
	const entries = [];
	const variables = new Set();
	for (const [name, given] of Object.entries(value)) {
		const read = scalarText(given);
		if (!NAME.test(name))
			return `must have params whose names are letters, digits and "_", got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(name)}.`;
		if (read === undefined || read.trim() === "" || read.includes("\0"))
			return `must have params that are a text, a number or true or false and not blank; ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(name)} is ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(given)}. Leave it out where it is not given.`;
		if (variables.has(variableOf(name)))
			return `has two params whose names differ in case alone: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_0__ .hD)(name)}.`;
		variables.add(variableOf(name));
		entries.push([name, read]);
	}
	const bytes = entries.reduce((sum, [name, text]) => sum + name.length + text.length, 0);
	if (entries.length > MOST || bytes > MOST_BYTES)
		return `has more than ${MOST} params or ${MOST_BYTES} characters of them. Write them to a file, and give it as an input.`;
	return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
function variableOf(name) {
	return `SHARD_PARAM_${name.toUpperCase()}`;
}
function sortedParams(params) {
	return Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
function scalarText(value) {
	if (typeof value === "string")
		return value;
	return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}


 }),

"src/core/model/quota.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   BY: () => ( quotaWarning),
   Qm: () => ( DEFAULT_LIMIT_BYTES),
   uc: () => ( expectedBytes)
 });
const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3;
function quotaWarning({ usedBytes, limitBytes }, comingBytes) {
	if (usedBytes + comingBytes <= limitBytes)
		return undefined;
	return (`The cache holds ${gigabytes(usedBytes)} and about ${gigabytes(comingBytes)} are going to be saved, ` +
		`but its limit is ${gigabytes(limitBytes)}${limitBytes === DEFAULT_LIMIT_BYTES ? " where nobody has raised it" : ""}: the service will drop what was used least recently, finished shards ` +
		"among it, and they will run again. Raise the limit in the repository's settings (Actions, caches), remove old " +
		"caches, or use a store on a disk (store: file:<folder>).");
}
function expectedBytes(remaining, savedBytes, saved) {
	return saved === 0 ? 0 : Math.round((savedBytes / saved) * Math.max(remaining, 0));
}
function gigabytes(bytes) {
	const amount = bytes / 1024 ** 3;
	return `${amount >= 10 ? amount.toFixed(0) : amount.toFixed(amount >= 0.1 ? 1 : 3)} GiB`;
}


 }),

"src/core/model/shard-paths.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var shardPaths = (function shardPaths(workspace, shard) {
	const checkpoint = belowWorkspace(workspace, shard.checkpoint);
	return {
		checkpoint,
		marker: checkpoint + _marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM,
		started: checkpoint + _marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad,
		failed: checkpoint + _marker_js__WEBPACK_IMPORTED_MODULE_1__ .i8,
		work: shard.work === undefined ? checkpoint : belowWorkspace(workspace, shard.work),
	};
});
var ownFolder = (function ownFolder(workspace) {
	return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, ".donemark");
});
var isSetAside = (function isSetAside(path) {
	return SET_ASIDE.test(path);
});
var belowWorkspace = (function belowWorkspace(workspace, path) {
	const isPlain = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "/" && !/(?:^|\/)(?:\.|\/|$)/.test(path);
	return isPlain ? `${workspace}/${path}` : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path);
});

 __nccwpck_require__.d(__webpack_exports__, {
   $J: () => ( shardPaths),
   JA: () => ( isSetAside),
   hI: () => ( logFolder),
   pS: () => ( shownPath),
   s7: () => ( isNamedAfter),
   tj: () => ( belowWorkspace),
   vY: () => ( ownFolder)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");




function logFolder(workspace) {
	return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(ownFolder(workspace), "logs");
}
function shownPath(workspace, path) {
	const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path);
	const isOutside = below === "" || below === ".." || below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
	return isOutside || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(below) ? path : below;
}
const SET_ASIDE = /(?:^|[\\/])\.[^\\/]+\.stale(?=[\\/]|$)/;


function isNamedAfter(name, checkpoint) {
	return name !== checkpoint && name.includes(checkpoint);
}


 }),

"src/core/model/shard.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var seedOfFile = (function seedOfFile(path, below) {
	const id = withoutExtension(below);
	return { id, name: lastSegment(id), inputs: [{ path }] };
});
var placeShards = (function placeShards(seeds, templates, counted) {
	const allowed = counted ? ["id", "name", "index"] : ["id", "name"];
	const wrong = [
		...(0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .BU)("checkpoint", templates.checkpoint, allowed),
		...(templates.work === undefined ? [] : checkWork(templates.work, allowed)),
	];
	if (wrong.length > 0)
		return { problems: wrong };
	const [first, second] = seeds;
	if (second !== undefined && (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .iJ)(templates.checkpoint).length === 0)
		return { problems: [samePath(first?.id, second.id, templates.checkpoint)] };
	const sorted = seeds.toSorted(((a, b) => (0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .n6)(a.id, b.id)));
	const shards = placeAll(sorted, templates);
	const problems = [
		...sorted.flatMap(((seed) => checkId(seed.id))),
		...checkPaths(shards, templates),
		...findClashes(shards),
	];
	return problems.length > 0 ? { problems } : { shards };
});
var placeAll = (function placeAll(seeds, templates) {
	const checkpoint = (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .sY)(templates.checkpoint);
	const work = templates.work === undefined ? undefined : (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .sY)(templates.work);
	return seeds.map((({ id, name, inputs, params }, index) => {
		const values = { id, name, index: String(index) };
		const own = params === undefined ? { inputs } : { inputs, params };
		const shard = { id, name, index, ...own, checkpoint: checkpoint(values) };
		return work === undefined ? shard : { ...shard, work: work(values) };
	}));
});
var checkId = (function checkId(id) {
	if (id !== "" && id.trim() === "")
		return [`A shard id must not be blank, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}.`];
	if (hasControl(id)) {
		return [`A shard id must hold no control character, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}.`];
	}
	if (/\p{Surrogate}/u.test(id)) {
		return [`A shard id must be whole Unicode text, got half of a surrogate pair in ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}.`];
	}
	const characters = [...id].length;
	if (characters >= 1 && characters <= LONGEST_ID)
		return [];
	return [`A shard id must have 1 to ${LONGEST_ID} characters, got ${characters}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}.`];
});
var hasControl = (function hasControl(text) {
	return /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text);
});
var checkPaths = (function checkPaths(shards, templates) {
	const checkCheckpoint = (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .JW)(templates.checkpoint);
	const checkWorkPath = (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .JW)(templates.work ?? "");
	const problems = [];
	for (const { id, checkpoint, work } of shards) {
		if (LEADS_OUT.test(id)) {
			problems.push(`Shard ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}: an id must not have empty, "." or ".." segments, they would lead out of the checkpoint's folder.`);
			continue;
		}
		const wrong = [
			checkCheckpoint("checkpoint", checkpoint),
			work === undefined ? undefined : checkWorkPath("work", work),
		];
		for (const problem of wrong)
			if (problem !== undefined)
				problems.push(`Shard ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}: ${problem}`);
	}
	return problems;
});
var findClashes = (function findClashes(shards) {
	const problems = [];
	const owners = new Map();
	let before;
	for (const shard of shards) {
		const { id, checkpoint, work } = shard;
		if (before?.id === id) {
			problems.push(`Two shards have the id ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(sourceOf(before))} and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(sourceOf(shard))}.`);
			continue;
		}
		before = shard;
		for (const path of work === undefined || work === checkpoint
			? [checkpoint]
			: [checkpoint, work]) {
			const owner = owners.get(path);
			if (owner === undefined)
				owners.set(path, shard);
			else
				problems.push(sharing(owner, shard, path));
		}
	}
	return [...problems, ...findNested(owners)];
});
var findNested = (function findNested(owners) {
	const problems = [];
	const holders = new Map();
	for (const [path, shard] of owners) {
		const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
		if (!holders.has(folder))
			holders.set(folder, holderOf(folder, owners));
		for (const other of [holders.get(folder), keeperOf(path, owners)]) {
			if (other === undefined)
				continue;
			problems.push(other === shard ? entangled(shard) : sharing(other, shard, path));
			break;
		}
	}
	return problems;
});
var holderOf = (function holderOf(folder, owners) {
	for (let path = folder; !ROOTS.has(path); path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path)) {
		const holder = owners.get(path) ?? keeperOf(path, owners);
		if (holder !== undefined)
			return holder;
	}
	return undefined;
});
var keeperOf = (function keeperOf(path, owners) {
	for (const suffix of SUFFIXES)
		if (path.endsWith(suffix))
			return owners.get(path.slice(0, -suffix.length));
	const folder = path.slice(0, path.lastIndexOf("/") + 1);
	const names = (0,_aside_js__WEBPACK_IMPORTED_MODULE_2__ .c_)(path.slice(folder.length));
	return names.map(((name) => owners.get(folder + name))).find(((owner) => owner !== undefined));
});
var withoutExtension = (function withoutExtension(path) {
	const dot = path.lastIndexOf(".");
	return dot > path.lastIndexOf("/") + 1 ? path.slice(0, dot) : path;
});
var lastSegment = (function lastSegment(id) {
	return id.slice(id.lastIndexOf("/") + 1);
});

 __nccwpck_require__.d(__webpack_exports__, {
   Cc: () => ( seedsOfList),
   Lk: () => ( seedOfFile),
   PX: () => ( placeShards),
   VD: () => ( seedsOfCount),
   nh: () => ( isUri)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _digest_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/core/model/digest.js");
 var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");
 var _aside_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/aside.js");
 var _params_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/core/model/params.js");
 var _template_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/template.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/text/text.js");







function isUri(path) {
	return URI.test(path);
}
const URI = /^[a-z][a-z0-9+.-]+:\/\//i;
const LONGEST_ID = 200;
function seedsOfCount(shards) {
	const width = Math.max(4, String(shards - 1).length);
	return Array.from({ length: shards }, (_, index) => {
		const id = String(index).padStart(width, "0");
		return { id, name: id, inputs: [] };
	});
}

function seedsOfList(entries) {
	const problems = [];
	const seeds = [];
	for (const [place, entry] of entries.entries()) {
		const read = seedOfEntry(entry);
		if (typeof read === "string")
			problems.push(`shards: entry ${place + 1} ${read}`);
		else
			seeds.push(read);
	}
	return { seeds, problems };
}

function samePath(one, other, path) {
	return `checkpoint must contain {id} or {name}, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(path)}: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(one)} and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(other)} would share this path. Write ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(withId(path))}.`;
}
function withId(path) {
	const { dir, ext } = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.parse(path);
	return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(dir, `{id}${ext}`);
}

function checkWork(template, allowed) {
	const names = (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .iJ)(template);
	if (names.includes("id") || names.includes("name"))
		return (0,_template_js__WEBPACK_IMPORTED_MODULE_3__ .BU)("work", template, allowed);
	return [
		`work must contain {id} or {name}, so that no two shards share a folder, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(template)}.`,
	];
}


const LEADS_OUT = /(^|\/)(\.{0,2})(\/|$)/;



const ROOTS = new Set(["", ".", "..", "/"]);

const SUFFIXES = [_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM, _marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad, _marker_js__WEBPACK_IMPORTED_MODULE_1__ .i8];

function entangled({ id, checkpoint, work }) {
	return `Shard ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)}: checkpoint ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(checkpoint)} and work ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(work)} lie one in the other. Give each a place of its own.`;
}
function sharing(one, other, path) {
	return `Shards ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(one.id)} and ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(other.id)} share the path ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(path)}.`;
}
function sourceOf(shard) {
	return shard.inputs[0]?.path ?? shard.id;
}

const KNOWN_KEYS = ["id", "inputs", "sha256", "params"];
function seedOfEntry(entry) {
	if (typeof entry === "string")
		return { id: entry, name: lastSegment(entry), inputs: [] };
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .u4)(entry) || typeof entry["id"] !== "string")
		return `must be an object with a text "id", got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(entry)}.`;
	const { id } = entry;
	const strange = Object.keys(entry).find((key) => !KNOWN_KEYS.includes(key));
	if (strange !== undefined)
		return `has an unknown key ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(strange)}; known are ${KNOWN_KEYS.join(", ")}.`;
	const inputs = readInputs(entry);
	if (typeof inputs === "string")
		return inputs;
	const params = (0,_params_js__WEBPACK_IMPORTED_MODULE_5__ .LE)(entry["params"]);
	if (typeof params === "string")
		return params;
	const name = nameOf(id, inputs.paths);
	const seed = { id, name, inputs: inputs.pairs };
	return params === undefined ? seed : { ...seed, params };
}
function readInputs(entry) {
	const paths = listOfText(entry["inputs"]);
	const digests = listOfText(entry["sha256"]);
	if (paths === undefined)
		return `must have a path or a list of paths as "inputs", got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(entry["inputs"])}.`;
	const strange = paths.find((path) => path.trim() === "" || hasControl(path));
	if (strange !== undefined)
		return `must have inputs that are not blank and hold no control character, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(strange)}.`;
	if (digests === undefined || digests.some((digest) => !(0,_digest_js__WEBPACK_IMPORTED_MODULE_6__ ._h)(digest.toLowerCase()))) {
		return `must have SHA-256 digests (64 hexadecimal digits) as "sha256", got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(entry["sha256"])}.`;
	}
	if (digests.length > 0 && digests.length !== Math.max(1, paths.length)) {
		return `has ${paths.length} inputs and ${digests.length} digests; give one digest for each input.`;
	}
	return { paths, pairs: pair(paths, digests) };
}
function pair(paths, digests) {
	const [only] = digests;
	if (paths.length === 0)
		return only === undefined ? [] : [{ path: "", sha256: only.toLowerCase() }];
	return paths.map((path, place) => {
		const digest = digests[place];
		return digest === undefined ? { path } : { path, sha256: digest.toLowerCase() };
	});
}
function nameOf(id, paths) {
	const [first] = paths;
	return first === undefined ? lastSegment(id) : withoutExtension(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(first));
}

function listOfText(value) {
	if (value === undefined || value === null)
		return [];
	if (typeof value === "string")
		return value.trim() === "" ? [] : [value];
	if (Array.isArray(value) && value.every((item) => typeof item === "string"))
		return value;
	return undefined;
}


 }),

"src/core/model/start-record.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   JI: () => ( parseStartRecord),
   PU: () => ( isOver),
   Wv: () => ( readProcess),
   Wx: () => ( readUnmarkedNote),
   cl: () => ( countAlike),
   d3: () => ( formatStartRecord),
   f1: () => ( readFailure),
   fM: () => ( isTooAlike),
   gk: () => ( mustStartOver),
   jn: () => ( formatUnmarkedNote),
   zJ: () => ( isSameStart)
 });
 var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/marker.js");
 var _ownership_fence_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/ownership/fence.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");



function isOver({ ended, released }) {
	return ended === true || released === true;
}
function isSameStart(one, other) {
	if (one.token !== undefined || other.token !== undefined)
		return one.token === other.token;
	return (one.runTag === other.runTag &&
		one.startedAt === other.startedAt &&
		one.attempt === other.attempt);
}
const MOST_ALIKE = 3;
function mustStartOver(record) {
	return record?.ended === true && isTooAlike(record.failure);
}
function isTooAlike(failure) {
	return (failure?.alike ?? 0) >= MOST_ALIKE;
}
function countAlike(before, now, hasNewPart) {
	const isSame = before?.reason === now.reason && before.exitCode === now.exitCode;
	return isSame && !hasNewPart ? (before.alike ?? 1) + 1 : 1;
}
function formatStartRecord(record) {
	return `${JSON.stringify({ donemark: 1, status: "started", ...record })}\n`;
}
function formatUnmarkedNote(shard, note) {
	return `${JSON.stringify({ donemark: 1, status: "unmarked", shard, ...note })}\n`;
}
function readUnmarkedNote(text) {
	const value = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .qF)(text);
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value) || value["donemark"] !== 1 || value["status"] !== "unmarked")
		return undefined;
	const { marker, at } = value;
	if (typeof marker !== "string")
		return undefined;
	return { marker, ...(typeof at === "string" && { at }) };
}
function parseStartRecord(text) {
	const value = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .qF)(text);
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value) || value["donemark"] !== 1 || value["status"] !== "started")
		return undefined;
	const { shard, startedAt, runTag, resumed } = value;
	const fingerprint = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .bi)(value["fingerprint"]);
	const owner = readProcess(value["owner"]);
	if (typeof shard !== "string" || typeof startedAt !== "string")
		return undefined;
	if (typeof runTag !== "string" || fingerprint === undefined || owner === undefined)
		return undefined;
	const failure = readFailure(value["failure"]);
	return {
		shard,
		fingerprint,
		startedAt,
		attempt: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .Pt)(value["attempt"]) ? value["attempt"] : 1,
		resumed: resumed === true,
		runTag,
		owner,
		...readClaim(value),
		by: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .Y)(value["by"]),
		...(failure !== undefined && { failure }),
		...readEnd(value),
	};
}
function readEnd({ ended, released, }) {
	return { ...(ended === true && { ended }), ...(released === true && { released }) };
}
function readClaim(value) {
	const { token, fence, heartbeat, earlier } = value;
	return {
		...(typeof token === "string" && { token }),
		...((0,_ownership_fence_js__WEBPACK_IMPORTED_MODULE_2__ .Cz)(fence) && { fence }),
		...(isHeartbeat(heartbeat) && { heartbeat }),
		...(Array.isArray(earlier) && { earlier: earlier.filter(isTemporaryName) }),
	};
}
function isTemporaryName(value) {
	return typeof value === "string" && /^[\w-]{1,200}$/.test(value);
}
function isHeartbeat(value) {
	return typeof value === "string" && /^(?:\.\.\/){0,2048}\.donemark-tmp-[\w-]{1,200}$/.test(value);
}
function readProcess(value) {
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return undefined;
	const { pid, startTime, boot } = value;
	if (!(0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .Pt)(pid) || typeof startTime !== "string" || typeof boot !== "string")
		return undefined;
	return { pid, startTime, boot };
}
function readFailure(value) {
	if (!(0,_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .u4)(value))
		return undefined;
	const { times, reason, exitCode, logTail, at, alike } = value;
	if (!(0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .Pt)(times) || typeof reason !== "string" || typeof at !== "string")
		return undefined;
	return {
		times,
		reason,
		at,
		...((0,_marker_js__WEBPACK_IMPORTED_MODULE_0__ .Pt)(alike) && { alike }),
		exitCode: typeof exitCode === "number" ? exitCode : null,
		logTail: typeof logTail === "string" ? logTail : "",
	};
}


 }),

"src/core/model/status.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   I8: () => ( wordLists),
   U4: () => ( isNewer),
   lF: () => ( isVersion),
   rk: () => ( readStatus),
   vT: () => ( DEFAULT_STATUS_RULES)
 });
const DEFAULT_STATUS_RULES = {
	statusField: "status",
	versionField: "version",
	complete: ["complete", "completed", "done", "success", "succeeded", "finished", "true"],
	inProgress: [
		...["in-progress", "inprogress", "running", "partial", "incomplete", "pending", "queued"],
		...["waiting", "started", "starting", "processing", "unfinished", "paused", "false"],
		...["suspended", "stopped", "halted", "scheduled", "submitted", "resuming", "initializing"],
		...["ongoing", "requeued", "notdone", "notfinished"],
		...["not complete", "not completed", "not done", "not finished", "not started"],
	],
	failed: [
		...["failed", "failure", "fail", "error", "errored", "exception", "aborted", "abort"],
		...["cancelled", "canceled", "crashed", "killed", "terminated", "interrupted"],
		...["timeout", "timed out", "invalid", "corrupt", "corrupted", "unsuccessful"],
		...[
			"timedout",
			"failing",
			"oom",
			"oomkilled",
			"oom killed",
			"out of memory",
			"cuda out of memory",
		],
		...["preempted", "evicted", "node fail", "boot fail", "startup failure", "upstream failed"],
		...["segfault", "segmentation fault", "panic", "fatal", "broken", "traceback"],
	],
	highestVersion: undefined,
};
function statusWord(text) {
	return text
		.trim()
		.toLowerCase()
		.replaceAll(/[\s_-]+/g, "-");
}
function readStatus(status, rules) {
	if (status === undefined)
		return "none";
	const text = statusWord(status);
	const is = (word) => statusWord(word) === text;
	if (rules.complete.some(is))
		return "complete";
	if (rules.failed.some(is))
		return "failed";
	if (rules.inProgress.some(is))
		return "in-progress";
	const begins = (word) => beginsWith(text, statusWord(word));
	if (rules.failed.some(begins))
		return "failed";
	return rules.inProgress.some(begins) ? "in-progress" : "other";
}
function beginsWith(text, word) {
	return word !== "" && text.startsWith(word) && !/^\p{L}/u.test(text.slice(word.length));
}
function wordLists(given) {
	const taken = new Set(Object.values(given).flatMap((words) => (words ?? []).map(statusWord)));
	const untaken = (words) => words.filter((word) => !taken.has(statusWord(word)));
	return {
		complete: given.complete ?? untaken(DEFAULT_STATUS_RULES.complete),
		inProgress: given.inProgress ?? untaken(DEFAULT_STATUS_RULES.inProgress),
		failed: given.failed ?? untaken(DEFAULT_STATUS_RULES.failed),
	};
}
function isNewer(version, highest) {
	if (version === undefined || highest === undefined)
		return false;
	const found = numbersOf(version);
	const accepted = numbersOf(highest);
	if (found === undefined || accepted === undefined)
		return true;
	for (const [place, limit] of accepted.entries()) {
		const number = found[place] ?? 0;
		if (number !== limit)
			return number > limit;
	}
	return false;
}
function isVersion(version) {
	return numbersOf(version) !== undefined;
}
function numbersOf(version) {
	const found = /^v?(\d{1,9}(?:\.\d{1,9})*)(?:\.x)?(?:[-+][0-9a-z.-]*)?$/i.exec(version.trim());
	return found?.[1]?.split(".").map(Number);
}


 }),

"src/core/model/template.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var placeholdersOf = (function placeholdersOf(template) {
	return [...template.matchAll(PLACEHOLDER)].map((([, name]) => name ?? ""));
});
var checkTemplate = (function checkTemplate(label, template, allowed) {
	if (template.startsWith("~/"))
		return [
			`${label} must not begin with "~/", which no shell expands here: write the folder out.`,
		];
	if (/^[a-z][a-z0-9+.-]+:\/\//i.test(template))
		return [
			`${label} must be a path, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(template)}: what is written to a URI is not on a disk that Donemark can look at. Give a path, and copy the file from there (or set store).`,
		];
	const foreign = FOREIGN_PLACEHOLDER.exec(template)?.[0];
	if (foreign !== undefined)
		return [
			`${label} must name a shard as {id} or {name}, got ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(foreign)} in ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(template)}.`,
		];
	return placeholdersOf(template)
		.filter(((name) => !allowed.includes(name)))
		.map(((name) => `${label} must use only ${allowed.map(((a) => `{${a}}`)).join(" ")}, got {${name}}.` +
		(name === "index"
			? " {index} exists only where `shards` is a number."
			: (0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ .au)(name, allowed))));
});
var expander = (function expander(template) {
	const pieces = template.split(PLACEHOLDER);
	return ((values) => {
		let path = "";
		let isLiteral = true;
		for (const piece of pieces) {
			path += isLiteral ? piece : valueOf(piece, values);
			isLiteral = !isLiteral;
		}
		const normal = NOT_NORMAL.test(path) ? node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path) : path;
		return normal.endsWith("/") && normal !== "/" ? normal.slice(0, -1) : normal;
	});
});
var valueOf = (function valueOf(placeholder, values) {
	if (placeholder === "id")
		return values.id;
	return placeholder === "name" ? values.name : (values.index ?? "");
});
var fixedPart = (function fixedPart(template) {
	const literal = template.split("{", 1)[0] ?? "";
	const end = literal.lastIndexOf("/");
	return end < 0 ? "." : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(literal.slice(0, end + 1)).replace(/(?<=.)\/$/, "");
});
var isBelow = (function isBelow(folder, path) {
	if (folder === ".")
		return !/^(\/|\.{0,2}$|\.\.\/)/.test(path);
	const front = folder === "/" ? "/" : `${folder}/`;
	return path.startsWith(front) && path !== front;
});
var pathChecker = (function pathChecker(template) {
	const folder = fixedPart(template);
	const windowsFolder = asWindows(folder);
	return ((label, path) => {
		const leadsOut = !isBelow(folder, path) || (path.includes("\\") && !isBelow(windowsFolder, asWindows(path)));
		if (leadsOut) {
			return `${label} ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(path)} leads out of ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(folder)}, the fixed part of ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(template)}.`;
		}
		if (path.length * MOST_BYTES_A_UNIT <= LONGEST_NAME_BYTES)
			return undefined;
		const long = path.split("/").find(((name) => Buffer.byteLength(name) > LONGEST_NAME_BYTES));
		if (long === undefined)
			return undefined;
		return `${label} has a file name of ${Buffer.byteLength(long)} bytes, at most ${LONGEST_NAME_BYTES} can be stored: ${(0,_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(long)}.`;
	});
});
var asWindows = (function asWindows(path) {
	return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(path.replaceAll("\\", "/"));
});

 __nccwpck_require__.d(__webpack_exports__, {
   BU: () => ( checkTemplate),
   JW: () => ( pathChecker),
   Yw: () => ( isBelow),
   iJ: () => ( placeholdersOf),
   sL: () => ( fixedPart),
   sY: () => ( expander)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/nearest.js");
 var _text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");



const PLACEHOLDER = /\{([^{}]*)\}/g;

const FOREIGN_PLACEHOLDER = /\$?\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$[A-Z_]+/;


const NOT_NORMAL = /(^|\/)\.{1,2}(\/|$)|\/\//;



const LONGEST_NAME_BYTES = 255 - ".started.".length - 8;


const MOST_BYTES_A_UNIT = 3;


 }),

"src/core/model/unreadable.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Le: () => ( userClause),
   Xq: () => ( unreadableClause),
   nT: () => ( userName),
   zd: () => ( ownerClause)
 });
 var _text_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/shell-quote.js");

function unreadableClause({ what, path, code, access, isSpare }) {
	const away = isSpare === true && !NO_HANDLE.has(code)
		? ", or move it away to have its shard made again"
		: "";
	return `${what} cannot be read (${code} at ${path}${ownedBy(access)}): ${remedyFor(code, { path, access })}${away}; nothing is changed until then`;
}
function ownedBy(access) {
	return access === undefined ? "" : `, ${ownerClause(access)}${userClause(access)}`;
}
function ownerClause({ owner, mode }) {
	return `owned by ${userName(owner)} with mode ${mode.toString(8).padStart(3, "0")}`;
}
function userClause({ owner, self }) {
	return self === undefined || self === owner ? "" : `; this is ${userName(self)}`;
}
function userName(id) {
	return id === 0 ? "root" : `user ${id}`;
}
const NO_HANDLE = new Set(["EMFILE", "ENFILE"]);
function remedyFor(code, { path, access }) {
	if (code === "ELOOP")
		return "its link leads in a circle; point it at the file";
	if (NO_HANDLE.has(code))
		return "too many files are open; raise the limit (`ulimit -n 4096`), and run again";
	if (code !== "EACCES" && code !== "EPERM")
		return "its disk or server does not give it; mend that, and run again";
	const rights = access?.kind === "directory" ? "a+rx" : "a+r";
	const line = `\`chmod ${rights} ${(0,_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ .e)(path)}\``;
	if (access?.owner === access?.self && access !== undefined)
		return `run ${line}`;
	return `let ${access === undefined ? "its owner" : userName(access.owner)} run ${line}`;
}


 }),

"src/core/ownership/fence.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   Cz: () => ( isFence),
   NQ: () => ( nextFence),
   er: () => ( lagOf),
   iu: () => ( MOST_FENCE)
 });
const MOST_FENCE = 2 ** 52 - 1;
function isFence(value) {
	return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_FENCE;
}
function nextFence(nowMs, known) {
	const above = known.map((fence) => (fence === undefined ? 0 : fence + 1));
	const newest = Math.max(Math.floor(nowMs) || 0, 0, ...above);
	return Math.min(newest, MOST_FENCE);
}
const TICK_MS = 20;
function lagOf({ storeMs, beforeMs, afterMs }) {
	const isWholeSecond = storeMs % 1000 === 0;
	const least = storeMs - afterMs;
	const most = storeMs + (isWholeSecond ? 1000 : TICK_MS) - beforeMs;
	return Math.min(Math.max(0, least), Math.max(most, least));
}


 }),

"src/core/text/duration.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   E9: () => ( parseDuration),
   a3: () => ( formatDuration),
   z3: () => ( formatBytes)
 });
const UNIT_MS = new Map([
	["ms", 1],
	["s", 1000],
	["m", 60_000],
	["h", 3_600_000],
	["d", 86_400_000],
]);
function parseDuration(text) {
	const trimmed = text.trim().toLowerCase();
	if (/^\d+(\.\d+)?$/.test(trimmed))
		return Number(trimmed) * 1000;
	if (!/^(\d+(\.\d+)?(ms|s|m|h|d)\s*)+$/.test(trimmed))
		return undefined;
	let total = 0;
	for (const [, amount, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
		total += Number(amount) * (UNIT_MS.get(unit ?? "") ?? 0);
	}
	return total;
}
function formatDuration(milliseconds) {
	const seconds = milliseconds / 1000;
	if (seconds < 59.5)
		return `${seconds < 9.95 ? seconds.toFixed(1) : seconds.toFixed(0)}s`;
	const minutes = Math.round(seconds) / 60;
	if (minutes < 60)
		return `${Math.floor(minutes)}m ${twoDigits(Math.round(seconds) % 60)}s`;
	const hours = Math.floor(minutes / 60);
	return `${hours}h ${twoDigits(Math.floor(minutes % 60))}m`;
}
function formatBytes(bytes) {
	const units = ["B", "kB", "MB", "GB", "TB", "PB"];
	let amount = bytes;
	let unit = 0;
	while (amount >= 999.5 && unit < units.length - 1) {
		amount /= 1000;
		unit += 1;
	}
	return `${unit === 0 ? amount : amount.toPrecision(3)} ${units[unit]}`;
}
function twoDigits(value) {
	return String(value).padStart(2, "0");
}


 }),

"src/core/text/log-line.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var harmlessLine = (function harmlessLine(line) {
	return line
		.replaceAll(SEQUENCE, ((found) => (COLOUR.test(found) ? found : "")))
		.replaceAll(CONTROL, "")
		.replaceAll("##[", "## [");
});

 __nccwpck_require__.d(__webpack_exports__, {
   EL: () => ( harmlessJson),
   Is: () => ( logName),
   Jo: () => ( jobLogName),
   Kw: () => ( harmlessLine),
   eV: () => ( logFolderName),
   qM: () => ( jobLogPattern),
   tM: () => ( logPattern)
 });
 var _model_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/digest.js");

const LONGEST_SLUG = 80;
function logName(id, attempt) {
	return `${nameOf(id)}.${attempt}.log`;
}
function logPattern(id) {
	const name = nameOf(id).replaceAll(/[^\w~]/g, String.raw `\$&`);
	return new RegExp(String.raw `^${name}\.\d+\.log$`);
}
function jobLogName(runTag, start) {
	return `job-${runTag}.${start}.log`;
}
function jobLogPattern() {
	return /^job-.+\.\d+\.log$/;
}
function nameOf(id) {
	const slug = slugOf(id);
	return slug === id ? id : `${slug}~${(0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__ .sc)(id).slice(0, 8)}`;
}
function logFolderName(definition) {
	const { name, checkpoint } = definition;
	return `${slugOf(name ?? checkpoint)}~${(0,_model_digest_js__WEBPACK_IMPORTED_MODULE_0__ .bK)([name ?? "", checkpoint]).slice(0, 8)}`;
}
function slugOf(text) {
	return text.replaceAll(/[^\w.-]+/g, "_").slice(0, LONGEST_SLUG);
}

function harmlessJson(value) {
	return JSON.stringify(value)
		.replaceAll("##[", "##\\u005b")
		.replaceAll(MISLEADING, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
const MISLEADING = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;
const COLOUR = /^\u001b\[[\d;:]*m$/;
const CONTROL = 
/[\u0000-\u0008\u000a-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\u001b(?!\[[\d;:]*m)/g;


 }),

"src/core/text/nearest.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   au: () => ( didYouMean),
   iH: () => ( didYouMeanFlag),
   pA: () => ( nearest)
 });
 var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("fastest-levenshtein/mod.js");

function nearest(name, candidates) {
	const wanted = name.toLowerCase();
	let best;
	let bestDistance = Math.max(1, Math.floor(name.length / 2)) + 1;
	for (const candidate of candidates) {
		const far = editsBetween(wanted, candidate.toLowerCase());
		if (far < bestDistance)
			[best, bestDistance] = [candidate, far];
	}
	return best;
}
function editsBetween(a, b) {
	const areSwapped = a !== b && [...a].sort().join("") === [...b].sort().join("");
	return areSwapped ? 1 : (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ .Io)(a, b);
}
function didYouMeanFlag(name, candidates) {
	const best = nearest(name, candidates);
	return best === undefined ? "" : ` Did you mean --${best}?`;
}
function didYouMean(name, candidates) {
	const best = nearest(name, candidates);
	return best === undefined ? "" : ` Did you mean ${JSON.stringify(best)}?`;
}


 }),

"src/core/text/parallel.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   H: () => ( inParallel)
 });
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


 }),

"src/core/text/problem.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   H0: () => ( isRefused),
   bD: () => ( messageOf),
   dc: () => ( EXIT),
   mS: () => ( UnmatchedError),
   up: () => ( hasCode),
   yo: () => ( UserError),
   z9: () => ( faultLine)
 });
const EXIT = { done: 0, failed: 1, usage: 2, checkpoint: 3, remaining: 4 };
class UserError extends Error {
	problems;
	exitCode;
	constructor(problems, exitCode = EXIT.usage) {
		super(problems.join("\n"));
		this.name = "UserError";
		this.problems = problems;
		this.exitCode = exitCode;
	}
}
class UnmatchedError extends UserError {
}
function isRefused(error) {
	return error instanceof Error && "code" in error && "syscall" in error;
}
function faultLine(error) {
	return `Donemark met a fault of its own: ${messageOf(error).replaceAll(/\s*[\r\n]+\s*/g, " ")}`;
}
function hasCode(error, ...codes) {
	return (error instanceof Error &&
		"code" in error &&
		typeof error.code === "string" &&
		codes.includes(error.code));
}
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}


 }),

"src/core/text/shell-quote.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var quoteForShell = (function quoteForShell(text) {
	const isPlain = /^[\w./:@%+,-]+$/.test(text) && !text.startsWith("-");
	return isPlain ? text : `'${text.replaceAll("'", `'\\''`).replaceAll("##[", "##''[")}'`;
});

 __nccwpck_require__.d(__webpack_exports__, {
   e: () => ( quoteForShell)
 });



 }),

"src/core/text/text.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var plural = (function plural(amount, noun) {
	const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",");
	return `${grouped} ${noun}${amount === 1 ? "" : "s"}`;
});
var isBlank = (function isBlank(value) {
	return value === undefined || value === null || (typeof value === "string" && !/\S/.test(value));
});
var nonBlankLines = (function nonBlankLines(text) {
	return text
		.split(/\r?\n/)
		.map(((line) => line.trim()))
		.filter(((line) => line !== ""));
});
var isRecord = (function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
});

 __nccwpck_require__.d(__webpack_exports__, {
   Kf: () => ( nameSome),
   LS: () => ( plural),
   hD: () => ( quote),
   n5: () => ( nonBlankLines),
   n6: () => ( compareText),
   u4: () => ( isRecord),
   z3: () => ( isBlank)
 });
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

function nameSome(names, most) {
	const more = names.length - most;
	const named = names.slice(0, most).join(", ");
	return more > 0 ? `${named} and ${more} more` : named;
}
function quote(value) {
	const json = JSON.stringify(value) ?? String(value);
	const text = json.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
	return text.length > 80 ? `${text.slice(0, 77)}\u2026` : text;
}





 }),

"src/files/bad-checkpoint-record.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var recordFailed = (async function recordFailed(place, found) {
	if (found.length === 0)
		return;
	const { disk, workspace } = place;
	const time = new Date(place.now()).toISOString();
	try {
		await openOwnFolder(disk, workspace);
		let front = isTorn(disk, workspace) ? "\n" : "";
		for (const { path, reason } of found) {
			const line = formatFailed({ path: (0,shard_paths .pS)(workspace, path), reason, time });
			await disk.append(recordPath(workspace), front + line);
			front = "";
		}
	}
	catch (error) {
		place.reporter.debug(`the record of bad checkpoints was not written: ${(0,problem .bD)(error)}`);
	}
});


__nccwpck_require__.d(__webpack_exports__, {
  NL: () => ( openOwnFolder),
  wJ: () => ( readLastFailed),
  ZO: () => ( recordFailed)
});

var external_node_path_ = __nccwpck_require__("node:path");
var marker = __nccwpck_require__("src/core/model/marker.js");
var text_text = __nccwpck_require__("src/core/text/text.js");
;// CONCATENATED MODULE: src/core/model/bad-checkpoint-record.js


const LONGEST_REASON = 1000;
function formatFailed({ path, reason, time }) {
	return `${JSON.stringify({ path, reason: reason.slice(0, LONGEST_REASON), time })}\n`;
}
function parseFailed(text) {
	return text.split("\n").flatMap((line) => {
		const value = (0,marker .qF)(line);
		if (!(0,text_text .u4)(value))
			return [];
		const { path, reason, time } = value;
		const isText = typeof path === "string" && typeof reason === "string";
		return isText && typeof time === "string" ? [{ path, reason, time }] : [];
	});
}
function lastFailed(records, most) {
	const latest = new Map();
	for (const record of records) {
		const key = JSON.stringify([record.path, record.reason]);
		latest.delete(key);
		latest.set(key, record);
	}
	return [...latest.values()].slice(-most);
}

var shard_paths = __nccwpck_require__("src/core/model/shard-paths.js");
var problem = __nccwpck_require__("src/core/text/problem.js");
var durable = __nccwpck_require__("src/files/durable.js");
;// CONCATENATED MODULE: src/files/bad-checkpoint-record.js





function recordPath(workspace) {
	return (0,external_node_path_.join)((0,shard_paths .vY)(workspace), "failed.jsonl");
}

async function openOwnFolder(disk, workspace) {
	const folder = (0,shard_paths .vY)(workspace);
	const ignore = (0,external_node_path_.join)(folder, ".gitignore");
	await (0,durable .wZ)(disk, folder);
	if (!disk.exists(ignore))
		await disk.create(ignore, "*\n").catch(() => undefined);
}
function isTorn(disk, workspace) {
	const end = readEnd(disk, recordPath(workspace), 1);
	return end !== "" && end !== "\n";
}
const SHOWN = 5;
const READ_BYTES = 64 * 1024;
function readLastFailed({ disk, workspace, }) {
	return lastFailed(parseFailed(readEnd(disk, recordPath(workspace), READ_BYTES)), SHOWN);
}
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


 }),

"src/files/cache-files.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var cacheFolder = (function cacheFolder(env) {
	const own = env["DONEMARK_CACHE_DIR"];
	if (own !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(own))
		return own;
	const base = env["XDG_CACHE_HOME"];
	return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(base) ? base : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(homeFolder() ?? node_os__WEBPACK_IMPORTED_MODULE_0__.devNull, ".cache"), "donemark");
});
var homeFolder = (function homeFolder() {
	try {
		const home = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
		return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home) ? home : (0,node_os__WEBPACK_IMPORTED_MODULE_0__.userInfo)().homedir;
	}
	catch {
		return undefined;
	}
});
var readCache = (function readCache(disk, file, maxBytes) {
	try {
		return disk.readText(file, maxBytes) ?? "";
	}
	catch {
		return "";
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   Is: () => ( isSettled),
   _p: () => ( appendToCache),
   aR: () => ( writeCache),
   nF: () => ( cacheFolder),
   vJ: () => ( removeCache),
   xe: () => ( readCache)
 });
 var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:os");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/digest.js");
 var _durable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/files/durable.js");




const RACY_MS = 2000;


function isSettled(ctimeMs, nowMs) {
	return nowMs - ctimeMs > RACY_MS;
}

async function writeCache(disk, place, text) {
	const temporary = `${place.file}.${(0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .sc)(`${process.pid} ${text.length}`).slice(0, 8)}.tmp`;
	try {
		await (0,_durable_js__WEBPACK_IMPORTED_MODULE_2__ .wZ)(disk, place.folder);
		await disk.unlink(temporary);
		await disk.create(temporary, text);
		await disk.rename(temporary, place.file);
	}
	catch {
		await disk.unlink(temporary).catch(() => false);
	}
}
async function appendToCache(disk, { folder, file }, text) {
	try {
		if (!disk.exists(folder))
			await (0,_durable_js__WEBPACK_IMPORTED_MODULE_2__ .wZ)(disk, folder);
		await disk.append(file, text);
	}
	catch {
	}
}
async function removeCache(disk, file) {
	await disk.unlink(file).catch(() => false);
}


 }),

"src/files/compare.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   J4: () => ( findDigestDifference),
   gP: () => ( ignoredBy),
   o3: () => ( membersAsMarked),
   y3: () => ( compareWithMarker)
 });
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");
 var _measure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/files/measure.js");
 var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/files/tree.js");



function compareWithMarker(disk, path, { marked, found }, rules) {
	const { trustsTimes, readsSample } = rules;
	const added = rules.allowsAdded === true ? findAdded(disk, path, { marked, found }) : undefined;
	const now = added?.before ?? found;
	const more = added === undefined ? {} : { added: added.names };
	const isSame = (0,_measure_js__WEBPACK_IMPORTED_MODULE_0__ .$1)(marked, now);
	if (isSame && trustsTimes)
		return { kind: "same", ...more };
	const how = findDifference(marked, now);
	if (how !== undefined)
		return { kind: "differs", how: findDifference(marked, found) ?? how };
	const members = added === undefined ? ignoredBy(marked) : membersAsMarked(marked);
	if (readsSample && (0,_measure_js__WEBPACK_IMPORTED_MODULE_0__ .uV)(disk, path, members) !== marked.sample)
		return { kind: "differs", how: "its sample digest is not the marker's" };
	return { kind: isSame ? "same" : "moved", ...more };
}
function ignoredBy({ ignore }) {
	return ignore === undefined ? _tree_js__WEBPACK_IMPORTED_MODULE_1__ .Qz : { ignore };
}
function membersAsMarked(marked) {
	return { ...ignoredBy(marked), untilNs: marked.mtimeNs };
}
function findAdded(disk, path, { marked, found }) {
	if (marked.kind !== "directory" || found.kind !== "directory")
		return undefined;
	if ((found.files ?? 0) <= (marked.files ?? 0))
		return undefined;
	const members = membersAsMarked(marked);
	const before = (0,_measure_js__WEBPACK_IMPORTED_MODULE_0__ .xP)(disk, path, members);
	if (before.kind !== "measured" || before.measure.files !== marked.files)
		return undefined;
	const [then, now] = [(0,_tree_js__WEBPACK_IMPORTED_MODULE_1__ .Zc)(disk, path, members), (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__ .Zc)(disk, path, ignoredBy(marked))];
	if ("refused" in then || "refused" in now)
		return undefined;
	const known = new Set(then.files.map((file) => file.path));
	const names = now.files.map((file) => file.path).filter((name) => !known.has(name));
	return { names, before: before.measure };
}
function findDigestDifference({ sha256 }, digest) {
	return digest === sha256 ? undefined : "its SHA-256 is not the marker's";
}
function findDifference(marked, found) {
	if (found.kind !== marked.kind)
		return `it is a ${found.kind}, the marker says ${marked.kind}`;
	if (marked.files !== undefined && found.files !== marked.files) {
		return `it has ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .LS)(found.files ?? 0, "file")}, the marker says ${marked.files}`;
	}
	if (found.sizeBytes === marked.sizeBytes)
		return undefined;
	return `it has ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .LS)(found.sizeBytes, "byte")}, the marker says ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .LS)(marked.sizeBytes, "byte")}`;
}


 }),

"src/files/durable.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   F8: () => ( TEMPORARY_PREFIX),
   KL: () => ( syncNames),
   L9: () => ( syncAll),
   Tk: () => ( syncFolders),
   Z9: () => ( makeNewFolder),
   nR: () => ( writeConfirmed),
   v8: () => ( writeDurably),
   wZ: () => ( makeFolders)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_text_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/parallel.js");


const TEMPORARY_PREFIX = ".donemark-tmp-";
async function writeDurably(disk, path, text, token) {
	await writeConfirmed(disk, path, { text, token, confirm: () => undefined });
}
async function writeConfirmed(disk, path, { text, token, confirm }) {
	const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), `${TEMPORARY_PREFIX}${token}`);
	await disk.unlink(temporary);
	try {
		await disk.create(temporary, text);
		await disk.syncFile(temporary);
		confirm();
		await disk.rename(temporary, path);
	}
	catch (error) {
		await disk.unlink(temporary).catch(() => false);
		throw error;
	}
	await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
async function makeFolders(disk, folder) {
	if (disk.stat(folder)?.kind === "directory")
		return;
	const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
	if (above !== folder)
		await makeFolders(disk, above);
	if (await disk.makeDirectory(folder))
		await disk.syncDirectory(above);
}
const AT_ONCE = 8;
async function syncNames(disk, folders) {
	const all = new Set();
	for (const folder of new Set(folders)) {
		if (!isFolder(disk, folder))
			continue;
		all.add(folder);
		for (let at = folder; (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) !== at && !all.has((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)); at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at))
			all.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at));
	}
	await (0,_core_text_parallel_js__WEBPACK_IMPORTED_MODULE_1__ .H)([...all], AT_ONCE, (folder) => disk.syncDirectory(folder).catch(() => undefined));
}
function isFolder(disk, path) {
	try {
		return disk.stat(path)?.kind === "directory";
	}
	catch {
		return false;
	}
}
async function makeNewFolder(disk, folder) {
	if (await disk.makeDirectory(folder))
		return;
	throw Object.assign(new Error(`EEXIST: ${folder} is there already`), { code: "EEXIST" });
}
async function syncAll(disk, path) {
	await syncBelow(disk, path);
	await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
async function syncFolders(disk, folder) {
	for (const { name, kind } of disk.list(folder) ?? [])
		if (kind === "directory")
			await syncFolders(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name));
	await disk.syncDirectory(folder);
}
async function syncBelow(disk, path) {
	const entries = disk.stat(path)?.kind === "directory" ? disk.list(path) : undefined;
	if (entries === undefined)
		return disk.syncFile(path);
	for (const entry of entries) {
		if (entry.kind === "file" || entry.kind === "directory")
			await syncBelow(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(path, entry.name));
	}
	return disk.syncDirectory(path);
}


 }),

"src/files/handles.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   t: () => ( withHandle),
   z: () => ( countFreeHandles)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
 var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:os");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/problem.js");



const NO_HANDLE = ["EMFILE", "ENFILE"];
const PAUSES_MS = [5, 20, 80, 300, 1000, 3000, 10_000];
function countFreeHandles(most) {
	const open = [];
	try {
		while (open.length < most)
			open.push((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(node_os__WEBPACK_IMPORTED_MODULE_1__.devNull, "r"));
		return most;
	}
	catch (error) {
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(error, ...NO_HANDLE) ? open.length : most;
	}
	finally {
		for (const handle of open)
			(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
	}
}
async function withHandle(act) {
	for (const pauseMs of PAUSES_MS) {
		try {
			return await act();
		}
		catch (error) {
			if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(error, ...NO_HANDLE))
				throw error;
			await new Promise((resolve) => setTimeout(resolve, pauseMs));
		}
	}
	return act();
}


 }),

"src/files/history.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var openHistory = (function openHistory(place) {
	const { workspace } = place;
	let opened;
	const files = (() => (opened ??= filesOf(place)));
	let known;
	const load = (() => (known ??= read(place, files().copy)));
	const write = (async (added) => {
		const text = added.map(((path) => `${JSON.stringify(path)}\n`)).join("");
		await appendTo(place, files().own, text).catch((() => undefined));
		await appendTo(place, files().copy, text).catch((() => undefined));
	});
	const flushing = flushesOf((async (isFirst) => {
		await place.disk.syncFile(files().own);
		if (!isFirst)
			return;
		await place.disk.syncDirectory((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace));
		await place.disk.syncDirectory(workspace);
	}));
	return {
		knows: ((checkpoint) => load().paths.has((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .pS)(workspace, checkpoint))),
		sinceMs: (() => load().sinceMs),
		note: (async (checkpoints) => {
			const noted = load().paths;
			const added = checkpoints
				.map(((path) => (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .pS)(workspace, path)))
				.filter(((path) => !noted.has(path)));
			if (added.length === 0)
				return false;
			for (const path of added)
				noted.add(path);
			await write(added);
			flushing.isDue();
			return true;
		}),
		flush: flushing.flush,
	};
});
var flushesOf = (function flushesOf(act) {
	let isDue = true;
	let isFirst = true;
	let last = Promise.resolve();
	return {
		isDue: (() => void (isDue = true)),
		flush: (() => {
			if (!isDue)
				return last;
			isDue = false;
			const wasFirst = isFirst;
			isFirst = false;
			last = last.then((() => act(wasFirst))).catch((() => undefined));
			return last;
		}),
	};
});
var filesOf = (function filesOf({ workspace, env }) {
	const host = (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_7__ .sc)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()).slice(0, 8);
	return {
		own: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace), `history-${host}.jsonl`),
		copy: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_cache_files_js__WEBPACK_IMPORTED_MODULE_5__ .nF)(env), `history-${(0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_7__ .sc)(workspace).slice(0, 16)}.jsonl`),
	};
});

 __nccwpck_require__.d(__webpack_exports__, {
   j: () => ( openHistory)
 });
 var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:os");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__("src/core/model/digest.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__("src/core/text/text.js");
 var _bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/bad-checkpoint-record.js");
 var _cache_files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/files/cache-files.js");
 var _durable_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/files/durable.js");









const MOST_BYTES = 512 * 1024 * 1024;
const NAME = /^history-[\da-f]{8}\.jsonl$/;



function read({ disk, workspace }, copy) {
	const folder = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace);
	const names = unlessRefused(() => disk.names(folder)) ?? [];
	const files = [
		...names.filter((name) => NAME.test(name)).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name)),
		copy,
	];
	const paths = new Set();
	let sinceMs = Number.POSITIVE_INFINITY;
	for (const file of files) {
		const text = unlessRefused(() => disk.readText(file, MOST_BYTES)) ?? "";
		for (const line of text.split("\n")) {
			const value = line === "" ? undefined : (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_2__ .qF)(line);
			if (typeof value === "string")
				paths.add(value);
			else if ((0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_8__ .u4)(value) && typeof value["since"] === "number")
				sinceMs = Math.min(sinceMs, value["since"]);
		}
	}
	return { paths, sinceMs };
}
async function appendTo({ disk, workspace, now }, file, text) {
	const isNew = !disk.exists(file);
	if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file) === (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_3__ .vY)(workspace))
		await (0,_bad_checkpoint_record_js__WEBPACK_IMPORTED_MODULE_4__ .NL)(disk, workspace);
	else
		await (0,_durable_js__WEBPACK_IMPORTED_MODULE_6__ .wZ)(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
	const head = isNew ? `${JSON.stringify({ since: now() })}\n` : "\n";
	await disk.append(file, head + text);
}
function unlessRefused(look) {
	try {
		return look();
	}
	catch {
		return undefined;
	}
}


 }),

"src/files/measure.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   $1: () => ( isSameMeasure),
   ol: () => ( digestOf),
   uV: () => ( sampleOf),
   xP: () => ( measure)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/digest.js");
 var _core_model_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/model/node-crypto.js");
 var _unreadable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/files/unreadable.js");
 var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/files/tree.js");





const BLOCK_BYTES = 64 * 1024;
const MIDDLE_BLOCKS = 4;
const CHUNK_BYTES = 1024 * 1024;
function measure(disk, path, members = _tree_js__WEBPACK_IMPORTED_MODULE_2__ .Qz) {
	const stat = disk.stat(path);
	if (stat === undefined) {
		(0,_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .b2)(disk, path);
		return { kind: "absent" };
	}
	const { inode, mtimeNs, sizeBytes } = stat;
	if (stat.kind === "file") {
		return { kind: "measured", measure: { kind: "file", sizeBytes, mtimeNs, inode } };
	}
	if (stat.kind === "other")
		return { kind: "refused", why: "it is neither a file nor a directory" };
	const tree = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__ .Zc)(disk, path, members);
	if ("refused" in tree)
		return { kind: "refused", why: tree.refused };
	const { ignore = [] } = members;
	const own = { inode, ...measureTree(tree) };
	return { kind: "measured", measure: ignore.length > 0 ? { ...own, ignore } : own };
}
function linkFacts(links) {
	return links.flatMap(({ path, target }) => [path, "link", target]);
}
function measureTree({ files, links }) {
	const facts = files.flatMap(({ path, stat }) => [path, String(stat.sizeBytes), stat.mtimeNs]);
	let latest = 0n;
	let sizeBytes = 0;
	for (const { stat } of files) {
		sizeBytes += stat.sizeBytes;
		if (BigInt(stat.mtimeNs) > latest)
			latest = BigInt(stat.mtimeNs);
	}
	const tree = (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .bK)([...facts, ...linkFacts(links)]);
	return { kind: "directory", sizeBytes, mtimeNs: String(latest), files: files.length, tree };
}
function isSameMeasure(marked, found) {
	return (marked.kind === found.kind &&
		marked.sizeBytes === found.sizeBytes &&
		marked.mtimeNs === found.mtimeNs &&
		marked.tree === found.tree &&
		marked.inode === found.inode);
}
function sampleOf(disk, path, members = _tree_js__WEBPACK_IMPORTED_MODULE_2__ .Qz) {
	if (disk.stat(path)?.kind !== "directory")
		return withReader(disk, path, sampleFile);
	return overTree(disk, path, { members, digest: sampleFile });
}
function digestOf(disk, path, members = _tree_js__WEBPACK_IMPORTED_MODULE_2__ .Qz) {
	if (disk.stat(path)?.kind !== "directory")
		return withReader(disk, path, digestFile);
	return overTree(disk, path, { members, digest: digestFile });
}
function sampleFile(reader) {
	const hash = (0,_core_model_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__ .S)().createHash("sha256").update(`${reader.sizeBytes}\n`);
	for (const [offset, length] of samplePlaces(reader.sizeBytes))
		hash.update(reader.read(offset, length));
	return hash.digest("hex");
}
function samplePlaces(sizeBytes) {
	if (sizeBytes <= BLOCK_BYTES * (MIDDLE_BLOCKS + 2))
		return [[0, sizeBytes]];
	const room = sizeBytes - BLOCK_BYTES;
	return Array.from({ length: MIDDLE_BLOCKS + 2 }, (_, i) => {
		return [Math.floor((room * i) / (MIDDLE_BLOCKS + 1)), BLOCK_BYTES];
	});
}
function digestFile(reader) {
	const length = Math.min(CHUNK_BYTES, reader.sizeBytes + 1);
	const buffer = Buffer.allocUnsafe(length);
	let bytes = reader.read(0, length, buffer);
	if (bytes.length < length)
		return (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .sc)(bytes);
	const hash = (0,_core_model_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__ .S)().createHash("sha256");
	for (let offset = length; bytes.length === length; offset += length) {
		hash.update(bytes);
		bytes = reader.read(offset, length, buffer);
	}
	return hash.update(bytes).digest("hex");
}
function overTree(disk, directory, { members, digest }) {
	const tree = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__ .Zc)(disk, directory, members);
	if ("refused" in tree)
		throw new Error(`${directory}: ${tree.refused}`);
	const contents = tree.files.flatMap(({ path }) => [
		path,
		withReader(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, path), digest),
	]);
	return (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_3__ .bK)([...contents, ...linkFacts(tree.links)]);
}
function withReader(disk, path, use) {
	const reader = disk.open(path);
	try {
		return use(reader);
	}
	finally {
		reader.close();
	}
}


 }),

"src/files/real-disk.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var withTries = (function withTries(read, prepare = (() => undefined)) {
	for (const pauseMs of PAUSES_MS) {
		try {
			return read();
		}
		catch (error) {
			if (!(0,problem .up)(error, ...PASSING) || !mayPause(pauseMs))
				throw error;
			pause(pauseMs);
		}
		tryTo(prepare);
	}
	return read();
});
var soon = (function soon(change) {
	return (async (...args) => change(...args));
});
var kindOf = (function kindOf(found) {
	return found.isFile() ? "file" : found.isDirectory() ? "directory" : "other";
});
var asStat = (function asStat(found) {
	return {
		kind: kindOf(found),
		sizeBytes: Number(found.size),
		mtimeNs: String(found.mtimeNs),
		ctimeNs: String(found.ctimeNs),
		inode: String(found.ino),
	};
});
var asListed = (function asListed(entry) {
	return {
		name: entry.name,
		kind: entry.isFile()
			? "file"
			: entry.isDirectory()
				? "directory"
				: entry.isSymbolicLink()
					? "link"
					: "other",
	};
});
var openReader = (function openReader(path) {
	let fd = withTries((() => (0,external_node_fs_.openSync)(path, READING)));
	const reopen = (() => {
		const fresh = (0,external_node_fs_.openSync)(path, READING);
		(0,external_node_fs_.closeSync)(fd);
		fd = fresh;
	});
	return {
		sizeBytes: (0,external_node_fs_.fstatSync)(fd).size,
		read: ((offset, length, into) => withTries((() => readAt(fd, { offset, length }, into)), reopen)),
		close: (() => (0,external_node_fs_.closeSync)(fd)),
	};
});
var readAt = (function readAt(fd, { offset, length }, bytes = Buffer.allocUnsafe(length)) {
	let filled = 0;
	while (filled < length) {
		const read = (0,external_node_fs_.readSync)(fd, bytes, filled, length - filled, placeOf(offset + filled));
		if (read === 0)
			break;
		filled += read;
	}
	return bytes.subarray(0, filled);
});
var placeOf = (function placeOf(offset) {
	return Number.isSafeInteger(offset) ? offset : BigInt(offset);
});
var readUpTo = (function readUpTo(path, maxBytes) {
	const fd = (0,external_node_fs_.openSync)(path, READING);
	try {
		const text = maxBytes > shared.length
			? Buffer.from(readAt(fd, { offset: 0, length: Math.min(maxBytes, (0,external_node_fs_.fstatSync)(fd).size) })).toString("utf8")
			: shared.toString("utf8", 0, (0,external_node_fs_.readSync)(fd, shared, 0, maxBytes, 0));
		if (text === "" && !(0,external_node_fs_.fstatSync)(fd).isFile())
			throw new Error(`${path} is no file`);
		return text;
	}
	catch (error) {
		throw naming(error, path);
	}
	finally {
		(0,external_node_fs_.closeSync)(fd);
	}
});
var unlessMissing = (function unlessMissing(look, missing = MISSING) {
	try {
		return withTries(look);
	}
	catch (error) {
		if ((0,problem .up)(error, ...missing))
			return undefined;
		throw error;
	}
});


__nccwpck_require__.d(__webpack_exports__, {
  U: () => ( realDisk)
});

var external_node_fs_ = __nccwpck_require__("node:fs");
var external_node_util_ = __nccwpck_require__("node:util");
var problem = __nccwpck_require__("src/core/text/problem.js");
var handles = __nccwpck_require__("src/files/handles.js");
var remove_tree = __nccwpck_require__("src/files/remove-tree.js");
;// CONCATENATED MODULE: src/files/tries.js

const PASSING = ["ESTALE", "EIO", "EINTR", "EMFILE", "ENFILE"];
const PAUSES_MS = [20, 100, 400];
const MOST_PAUSED_MS = 3000;
const PERIOD_MS = 60_000;
let pausedMs = 0;
let sinceTick = Number.NEGATIVE_INFINITY;

function mayPause(milliseconds) {
	const tick = performance.now();
	if (tick - sinceTick > PERIOD_MS)
		[sinceTick, pausedMs] = [tick, 0];
	return pausedMs + milliseconds <= MOST_PAUSED_MS;
}
const waiting = new Int32Array(new SharedArrayBuffer(4));
function pause(milliseconds) {
	pausedMs += milliseconds;
	Atomics.wait(waiting, 0, 0, milliseconds);
}
function tryTo(prepare) {
	try {
		prepare();
	}
	catch {
		return;
	}
}

;// CONCATENATED MODULE: src/files/real-disk.js






const QUIETLY = { bigint: true, throwIfNoEntry: false };
const MISSING = ["ENOENT", "ENOTDIR", "ELOOP"];
const ABSENT = ["ENOENT", "ENOTDIR"];
const flush = (0,external_node_util_.promisify)(external_node_fs_.fsync);
const READING = external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NONBLOCK ?? 0);

const realDisk = {
	stat: (path) => {
		const found = unlessMissing(() => (0,external_node_fs_.statSync)(path, QUIETLY));
		return found === undefined ? undefined : asStat(found);
	},
	stamp: (path) => {
		try {
			const found = withTries(() => (0,external_node_fs_.statSync)(path));
			return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
		}
		catch (error) {
			if ((0,problem .up)(error, ...MISSING))
				return undefined;
			throw error;
		}
	},
	access: (path) => {
		const found = unlessMissing(() => (0,external_node_fs_.statSync)(path, QUIETLY));
		return found === undefined ? undefined : asAccess(found);
	},
	exists: (path) => unlessMissing(() => (0,external_node_fs_.lstatSync)(path, QUIETLY), ABSENT) !== undefined,
	list: (directory) => unlessMissing(() => (0,external_node_fs_.readdirSync)(directory, { withFileTypes: true }).map(asListed), ABSENT),
	names: (directory) => unlessMissing(() => (0,external_node_fs_.readdirSync)(directory), ABSENT) ?? [],
	readText: (path, maxBytes) => unlessMissing(() => readUpTo(path, maxBytes)),
	readLink: (path) => (0,external_node_fs_.readlinkSync)(path),
	realPath: (path) => (0,external_node_fs_.realpathSync)(path),
	open: openReader,
	create: (path, text) => (0,handles .t)(() => (0,external_node_fs_.writeFileSync)(path, text, { flag: "wx" })),
	append: (path, text) => (0,handles .t)(() => appendOnce(path, text)),
	syncFile: (path) => sync(path, READING),
	syncDirectory,
	rename: soon((from, to) => (0,external_node_fs_.renameSync)(from, to)),
	unlink: soon((path) => unlessCode("ENOENT", () => (0,external_node_fs_.unlinkSync)(path))),
	makeDirectory: soon((path) => unlessCode("EEXIST", () => (0,external_node_fs_.mkdirSync)(path))),
	removeFolder: soon((path) => unlessCode(["ENOENT", "ENOTEMPTY", "EEXIST"], () => (0,external_node_fs_.rmdirSync)(path))),
	removeTree: remove_tree .d,
	copyFile: (from, to) => (0,handles .t)(() => external_node_fs_.promises.copyFile(from, to, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE)),
	hardLink: soon((from, to) => (0,external_node_fs_.linkSync)(from, to)),
	link: (target, path) => external_node_fs_.promises.symlink(target, path),
	freeBytes: soon((path) => {
		const found = (0,external_node_fs_.statfsSync)(path);
		return found.bavail * found.bsize;
	}),
};
const APPENDING = external_node_fs_.constants.O_WRONLY |
	external_node_fs_.constants.O_APPEND |
	external_node_fs_.constants.O_CREAT |
	(external_node_fs_.constants.O_NOFOLLOW ?? 0) |
	(external_node_fs_.constants.O_NONBLOCK ?? 0);
function appendOnce(path, text) {
	const bytes = Buffer.from(text);
	const fd = (0,external_node_fs_.openSync)(path, APPENDING, 0o666);
	try {
		const written = (0,external_node_fs_.writeSync)(fd, bytes);
		if (written < bytes.length)
			throw new Error(`${path}: ${written} of ${bytes.length} bytes fit`);
	}
	finally {
		(0,external_node_fs_.closeSync)(fd);
	}
}

function asAccess(found) {
	const self = process.geteuid?.();
	return {
		kind: kindOf(found),
		owner: Number(found.uid),
		mode: Number(found.mode) & 0o7777,
		...(self !== undefined && { self }),
	};
}





const shared = Buffer.allocUnsafe(64 * 1024);

function naming(error, path) {
	if (!(error instanceof Error) || !("syscall" in error) || "path" in error)
		return error;
	return Object.assign(error, { path, message: `${error.message} '${path}'` });
}
async function sync(path, flags) {
	const fd = await (0,handles .t)(() => (0,external_node_fs_.openSync)(path, flags));
	try {
		await flush(fd);
	}
	finally {
		(0,external_node_fs_.closeSync)(fd);
	}
}
const CANNOT_FLUSH = ["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"];
async function syncDirectory(directory) {
	try {
		await sync(directory, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_DIRECTORY ?? 0));
	}
	catch (error) {
		if (!(0,problem .up)(error, ...CANNOT_FLUSH))
			throw error;
	}
}

function unlessCode(code, change) {
	try {
		change();
		return true;
	}
	catch (error) {
		if ((0,problem .up)(error, ...[code].flat()))
			return false;
		throw error;
	}
}


 }),

"src/files/refused.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var folderOf = (function folderOf(disk, path) {
	let folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
	while (accessOf(disk, folder) === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder) !== folder)
		folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
	return folder;
});

 __nccwpck_require__.d(__webpack_exports__, {
   $N: () => ( codeOf),
   BS: () => ( unfreeze),
   YK: () => ( accessOf),
   Zz: () => ( isFrozen),
   c5: () => ( giveFolder),
   lW: () => ( pathIn),
   qq: () => ( howToUnfreeze),
   whyRefused: () => ( whyRefused),
   yh: () => ( moveAway),
   zI: () => ( whoseIs)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/unreadable.js");
 var _core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/text/shell-quote.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/problem.js");
 var _unreadable_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/files/unreadable.js");





function whyRefused(disk, cause, at) {
	const path = pathIn(cause) ?? ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .H0)(cause) ? at : undefined);
	if (path === undefined)
		return (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(cause);
	const unread = isReading(disk, path, cause)
		? (0,_unreadable_js__WEBPACK_IMPORTED_MODULE_3__ .fe)(disk, cause, { path, what: "a file or folder" })
		: undefined;
	if (unread !== undefined)
		return (0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .Xq)(unread);
	const remedy = howToPass(disk, path, cause);
	return [
		(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(cause),
		...((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "EACCES", "EPERM") ? whoseFolder(disk, path) : []),
		...(remedy === undefined ? [] : [remedy]),
	].join(". ");
}
function isReading(disk, path, cause) {
	const syscall = cause instanceof Error && "syscall" in cause ? cause.syscall : undefined;
	const reads = ["read", "scandir", "opendir", "stat", "lstat", "readlink"];
	if (syscall === "open")
		return accessOf(disk, path) !== undefined;
	return reads.some((one) => one === syscall);
}
function howToPass(disk, path, cause) {
	const folder = (0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(folderOf(disk, path));
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "ENOSPC", "EDQUOT"))
		return `Make room on the disk of ${folder}`;
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "EROFS"))
		return `Mount the disk of ${folder} so that it can be written`;
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "EISDIR", "ENOTDIR", "ENOTEMPTY"))
		return `What lies there is in the way: move it away (\`${moveAway(disk, path)}\`)`;
	if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "EACCES", "EPERM"))
		return undefined;
	if (isFrozen(disk, path, cause))
		return howToUnfreeze(path);
	return `Give this user the right to write there (\`${giveFolder(disk, path)}\`)`;
}
function codeOf(cause) {
	return cause instanceof Error && "code" in cause ? String(cause.code) : (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .bD)(cause);
}
function pathIn(cause) {
	if (!(cause instanceof Error))
		return undefined;
	if ("dest" in cause && typeof cause.dest === "string")
		return cause.dest;
	return "path" in cause && typeof cause.path === "string" ? cause.path : undefined;
}
function howToUnfreeze(path) {
	return `It may be marked as never to change: free it (\`${unfreeze([], [path, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)])}\`)`;
}
function moveAway(disk, path) {
	return `mv -- ${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(path)} ${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(freeName(disk, path))}`;
}
function giveFolder(disk, path) {
	const folder = folderOf(disk, path);
	const { owner, self } = accessOf(disk, folder) ?? {};
	const isOwn = self === undefined || owner === self;
	const word = (0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e)(folder);
	return isOwn ? `chmod u+rwx -- ${word}` : `sudo chown ${self} -- ${word}`;
}

function freeName(disk, path) {
	let name = `${path}.old`;
	for (let number = 2; disk.exists(name); number += 1)
		name = `${path}.old-${number}`;
	return name;
}
function isFrozen(disk, path, cause) {
	if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(cause, "EPERM", "EACCES"))
		return false;
	const [own, above] = [accessOf(disk, path), accessOf(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))];
	const self = own?.self ?? above?.self;
	if (self === undefined)
		return false;
	return (self === 0 || (own?.owner === self && above?.owner === self && (above.mode & 0o300) === 0o300));
}
function unfreeze(options, paths) {
	const words = paths.map(_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_4__ .e).join(" ");
	return process.platform === "darwin"
		? `sudo chflags ${[...options, "nouchg,noschg"].join(" ")} ${words}`
		: `sudo chattr ${[...options, "-i", "-a"].join(" ")} -- ${words}`;
}
function whoseIs(disk, path) {
	const [own, above] = [accessOf(disk, path), accessOf(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path))];
	if (own === undefined || above === undefined)
		return [];
	const user = own.self === own.owner ? (0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .Le)(above) : (0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .Le)(own);
	return [`It is ${(0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .zd)(own)}, in a folder ${(0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .zd)(above)}${user}`];
}
function whoseFolder(disk, path) {
	const folder = folderOf(disk, path);
	const access = accessOf(disk, folder);
	return access === undefined ? [] : [`${folder} is ${(0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .zd)(access)}${(0,_core_model_unreadable_js__WEBPACK_IMPORTED_MODULE_1__ .Le)(access)}`];
}
function accessOf(disk, path) {
	try {
		return disk.access(path);
	}
	catch {
		return undefined;
	}
}


 }),

"src/files/remove-tree.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   d: () => ( removeTree),
   u: () => ( HoldsMount)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
 var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:path");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/problem.js");
 var _handles_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/files/handles.js");




class HoldsMount extends Error {
	code = "EBUSY";
	mounts;
	constructor(path, mounts) {
		super(`EBUSY: something is mounted at ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, mounts[0] ?? "")}`);
		this.mounts = mounts;
	}
}
async function removeTree(path) {
	const mounts = mountsIn(path);
	if (mounts.length > 0)
		throw new HoldsMount(path, mounts);
	const remove = () => (0,_handles_js__WEBPACK_IMPORTED_MODULE_3__ .t)(() => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(path, { recursive: true, force: true }));
	try {
		await remove();
	}
	catch (error) {
		if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(error, "EACCES", "EPERM", "ENOTDIR"))
			throw error;
		await openFolders(path);
		await remove().catch(throwTrueCause);
	}
}
async function openFolders(path) {
	if (!isFolder(path))
		return;
	await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.chmod(path, 0o700);
	for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path))
		await openFolders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name));
}
async function throwTrueCause(error) {
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(error, "ENOTDIR") && error instanceof Error && "path" in error)
		await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.unlink(String(error.path));
	throw error;
}
function mountsIn(path) {
	if (!isFolder(path))
		return [];
	const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
	const listed = listedMounts();
	if (listed === undefined)
		return otherDevices(path);
	return listed
		.filter((mount) => mount === real || mount.startsWith(`${real}/`))
		.map((mount) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(real, mount));
}
function listedMounts() {
	try {
		const lines = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)("/proc/self/mountinfo", "utf8").split("\n");
		return lines.flatMap((line) => {
			const escaped = line.split(" ")[4];
			return escaped === undefined ? [] : [unescaped(escaped)];
		});
	}
	catch {
		return undefined;
	}
}
function unescaped(path) {
	return path.replaceAll(/\\([0-7]{3})/g, (_, octal) => String.fromCodePoint(Number.parseInt(octal, 8)));
}
function otherDevices(root) {
	const device = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(root).dev;
	const found = [];
	const enter = (below) => {
		for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, below), { withFileTypes: true })) {
			const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(below, entry.name);
			if (!entry.isDirectory())
				continue;
			if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path)).dev === device)
				enter(path);
			else
				found.push(path);
		}
	};
	enter("");
	return found;
}
function isFolder(path) {
	return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}


 }),

"src/files/tree.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var listFiles = (function listFiles(disk, directory) {
	const files = [];
	const enter = ((below) => {
		for (const { name, kind } of disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, below)) ?? []) {
			const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(below, name);
			if (kind === "directory")
				enter(path);
			else if (kind === "file")
				files.push(path);
		}
	});
	enter("");
	return files.sort(_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n6);
});

 __nccwpck_require__.d(__webpack_exports__, {
   CS: () => ( listFiles),
   Qz: () => ( EVERYTHING),
   Zc: () => ( readTree),
   tD: () => ( checkLink)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/ignore.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");



const EVERYTHING = {};
function readTree(disk, directory, members = EVERYTHING) {
	const { ignore = [], untilNs, only, follows = false } = members;
	const listed = only === undefined ? undefined : new Set(only);
	const isIgnored = (0,_core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ .N)(ignore);
	const until = untilNs === undefined ? undefined : BigInt(untilNs);
	const found = {
		files: [],
		links: [],
		isMember: (path) => !isIgnored(path),
		isListed: (path) => listed === undefined || listed.has(path),
		isInTime: ({ mtimeNs }) => until === undefined || BigInt(mtimeNs) <= until,
		follows,
		entered: [],
	};
	const refused = walk(disk, directory, "", found);
	if (refused !== undefined)
		return { refused };
	const byPath = (a, b) => (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n6)(a.path, b.path);
	return { files: found.files.toSorted(byPath), links: found.links.toSorted(byPath) };
}

function walk(disk, root, below, found) {
	for (const { name, kind } of disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, below)) ?? []) {
		const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(below, name);
		const refused = visit(disk, root, { path, kind }, found);
		if (refused !== undefined)
			return refused;
	}
	return undefined;
}
function visit(disk, root, entry, found) {
	const { path, kind } = entry;
	if (!found.isMember(path))
		return undefined;
	if (kind === "directory")
		return walk(disk, root, path, found);
	if (kind === "link")
		return visitLink(disk, root, path, found);
	if (!found.isListed(path))
		return undefined;
	const stat = kind === "file" ? disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)) : undefined;
	if (stat === undefined)
		return `${path} is neither a file nor a folder`;
	addFile(found, { path, stat });
	return undefined;
}
function addFile(found, file) {
	if (found.isListed(file.path) && found.isInTime(file.stat))
		found.files.push(file);
}
function visitLink(disk, root, path, found) {
	const target = disk.readLink((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path));
	const leadsOut = checkLink(path, target);
	if (leadsOut !== undefined && found.follows)
		return follow(disk, root, { path, target }, found);
	if (!found.isListed(path))
		return undefined;
	found.links.push({ path, target });
	return leadsOut;
}
function follow(disk, root, { path, target }, found) {
	const stat = disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path));
	if (stat === undefined)
		return `the link ${path} leads nowhere, to ${target}`;
	if (stat.kind === "directory") {
		const { entered } = found;
		if ([...holdersOf(disk, root), ...entered].some((one) => isSameFolder(one, stat)))
			return `the link ${path} leads to a folder that holds it, ${target}`;
		return walk(disk, root, path, { ...found, entered: [...entered, stat] });
	}
	if (stat.kind !== "file")
		return `${path} is neither a file nor a folder`;
	addFile(found, { path, stat });
	return undefined;
}
function holdersOf(disk, folder) {
	const stat = disk.stat(folder);
	const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
	return [
		...(stat === undefined ? [] : [stat]),
		...(above === folder ? [] : holdersOf(disk, above)),
	];
}
function isSameFolder(one, other) {
	return one.inode === other.inode && one.ctimeNs === other.ctimeNs;
}
function checkLink(path, target) {
	const names = target.split("/").filter((name) => name !== "" && name !== ".");
	const climbsLate = names.some((name, place) => name === ".." && place > 0 && names[place - 1] !== "..");
	const reached = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), target));
	const leaves = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(target) || reached === ".." || reached.startsWith("../");
	return leaves || climbsLate
		? `the link ${path} leads out of the directory, to ${target}`
		: undefined;
}


 }),

"src/files/unreadable.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   b2: () => ( checkNotLooped),
   fe: () => ( unreadableBy),
   vu: () => ( isRefusal)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");

const FACTS = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ENXIO", "ESPIPE", "ENAMETOOLONG", "EINVAL"]);
function isRefusal(error) {
	const code = codeOf(error);
	return code !== undefined && !FACTS.has(code);
}
function unreadableBy(disk, error, { path, what }) {
	const code = codeOf(error);
	if (code === undefined || !isRefusal(error))
		return undefined;
	const refused = pathIn(error) ?? path;
	if (code !== "EACCES" && code !== "EPERM")
		return { what, path: refused, code };
	return { what, code, ...refusing(disk, refused) };
}
function checkNotLooped(disk, path) {
	if (!disk.exists(path))
		return;
	try {
		disk.realPath(path);
	}
	catch (error) {
		if (codeOf(error) === "ELOOP")
			throw error;
	}
}
function codeOf(error) {
	if (!(error instanceof Error) || !("code" in error) || !("syscall" in error))
		return undefined;
	return typeof error.code === "string" ? error.code : undefined;
}
function pathIn(error) {
	return error instanceof Error && "path" in error && typeof error.path === "string"
		? error.path
		: undefined;
}
function refusing(disk, path) {
	for (let at = path;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)) {
		try {
			const access = disk.access(at);
			if (access !== undefined)
				return { path: at, access };
		}
		catch {
		}
		if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) === at)
			return { path };
	}
}


 }),

"src/files/utf8.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var readUtf8 = (function readUtf8(disk, path, maxBytes) {
	if (disk.stat(path) === undefined)
		return undefined;
	const reader = disk.open(path);
	try {
		const bytes = reader.read(0, Math.min(maxBytes, reader.sizeBytes));
		if (bytes.length === 0)
			return disk.readText(path, maxBytes);
		if (!(0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes))
			throw new Error(sayFault(bytes, bytes.length === reader.sizeBytes));
		return new TextDecoder("utf-8").decode(bytes);
	}
	finally {
		reader.close();
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   S: () => ( readUtf8)
 });
 var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:buffer");


function sayFault(bytes, isWhole) {
	if (!isWhole)
		return "it is too large";
	const offset = validBytes(bytes);
	const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
	const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
	const hint = isWide ? "It looks like UTF-16: save it as UTF-8." : "Save it as UTF-8.";
	return `it is not UTF-8: the byte at offset ${offset} is 0x${byte}. ${hint}`;
}
function validBytes(bytes) {
	let low = 0;
	let high = bytes.length;
	while (high - low > 1) {
		const middle = low + Math.floor((high - low) / 2);
		if ((0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(0, startOfCharacter(bytes, middle))))
			low = middle;
		else
			high = middle;
	}
	return (0,node_buffer__WEBPACK_IMPORTED_MODULE_0__.isUtf8)(bytes.subarray(0, low)) ? low : startOfCharacter(bytes, low);
}
function startOfCharacter(bytes, place) {
	let at = place;
	while (at > 0 && place - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80)
		at -= 1;
	return at;
}


 }),

"src/inspect/inspect.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   F: () => ( readChecksums),
   N: () => ( inspect)
 });
async function inspect(disk, path, names) {
	const { inspectDirectory, inspectFile } = await loadFormats();
	return disk.stat(path)?.kind === "directory"
		? inspectDirectory(disk, path, names)
		: inspectFile(disk, path, names);
}
async function readChecksums(disk, path) {
	const formats = await loadFormats();
	return formats.readChecksums(disk, path);
}
function loadFormats() {
	return __nccwpck_require__.e("formats").then(__nccwpck_require__.bind(__nccwpck_require__, "src/inspect/dispatch.js"));
}


 }),

"src/job/again-command.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var markCommand = (function markCommand(invocation, job) {
	const { words, note } = givenWords(invocation, job);
	return (({ checkpoint }, how) => {
		const path = checkpoint.startsWith("-") ? `./${checkpoint}` : checkpoint;
		const accept = how === "accept" ? " --accept" : "";
		return `donemark mark${accept}${words} ${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ .e)(path)}${note}`;
	});
});
var givenWords = (function givenWords({ surface, inputs }, { config }) {
	const flags = Object.entries(inputs.values).filter((([name]) => isOfRun(name)));
	const all = [
		...(config !== undefined && config !== USUAL_CONFIG ? [["config", config]] : []),
		...(surface === "terminal" ? flags : []),
	];
	const words = all.map((([name, value]) => ` --${name}=${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ .e)(String(value))}`)).join("");
	const isTold = words.length <= MOST_CHARACTERS && !words.includes("\n");
	return isTold ? { words, note: "" } : { words: "", note: "  # with the same flags" };
});
var isOfRun = (function isOfRun(name) {
	if (name === "definition")
		return true;
	if (!(0,_core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .ac)(name) || OF_ONE_CALL.has(name))
		return false;
	const { actions } = _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ .cJ[name];
	return actions === undefined || actions.includes("main");
});

 __nccwpck_require__.d(__webpack_exports__, {
   O3: () => ( acceptCommand),
   m8: () => ( againCommand),
   nv: () => ( markCommand)
 });
 var _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/definition/fields.js");
 var _core_decide_select_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/decide/select.js");
 var _core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/shell-quote.js");



const USUAL_CONFIG = "donemark.yml";
const MOST_CHARACTERS = 1000;
function againCommand(invocation, job) {
	const { words, note } = givenWords(invocation, job);
	return (id) => `donemark run${id === undefined ? "" : onlyFlag(id)}${words}${note}`;
}

function acceptCommand(invocation, job) {
	const { words, note } = givenWords(invocation, job);
	return `donemark mark --all --accept${words}${note}`;
}

const OF_ONE_CALL = new Set(["only", "force", "report"]);

function onlyFlag(id) {
	const read = (0,_core_decide_select_js__WEBPACK_IMPORTED_MODULE_1__ .Qi)(id);
	const [first, ...more] = typeof read === "string" ? [] : read;
	const isName = more.length === 0 && first?.kind === "name" && first.text === id;
	return ` --only=${(0,_core_text_shell_quote_js__WEBPACK_IMPORTED_MODULE_2__ .e)(isName ? id : JSON.stringify([id]))}`;
}


 }),

"src/job/as-told.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   i: () => ( asTold)
 });
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/problem.js");
 var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/files/real-disk.js");


async function asTold(error) {
	if (error instanceof _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .yo)
		return error;
	if (!(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .H0)(error))
		return undefined;
	const { whyRefused } = await Promise.resolve( ).then(__nccwpck_require__.bind(__nccwpck_require__, "src/files/refused.js"));
	return new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .yo([whyRefused(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_1__ .U, error)], _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .dc.failed);
}


 }),

"src/job/define.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var define = (async function define(invocation, defaults = {}) {
	const { inputs, reporter, surface } = invocation;
	checkLengths(inputs);
	const planned = plannedLayer(inputs.values["definition"]);
	if (planned !== undefined)
		(0,_planned_job_js__WEBPACK_IMPORTED_MODULE_9__ .Jr)(invocation, planned);
	const config = await readConfigFile(invocation, planned !== undefined);
	const own = surface === "actions" ? withoutUnknown(inputs, reporter.warn) : inputs;
	const layers = [own, planned, config?.layer].filter(((layer) => layer !== undefined));
	const result = (0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .Ud)([...layers, { label: ((name) => name), values: defaults }]);
	if ("problems" in result)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo(inFewLines(invocation, layers, result.problems));
	const { definition } = result;
	if (planned !== undefined)
		await checkAgreement(definition, planned, layers);
	warnOfChangingText(invocation, definition);
	const list = planned?.values["planned"];
	const file = config?.file ?? planned?.values["config"];
	return {
		definition,
		layers,
		isPlanned: planned !== undefined,
		...(typeof file === "string" && { config: file }),
		...(typeof list === "string" && { planned: list }),
	};
});
var checkLengths = (function checkLengths({ values, label }) {
	const problems = Object.entries(values).flatMap((([name, value]) => {
		const bytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
		if (bytes < LONGEST_INPUT_BYTES)
			return [];
		return [
			`${label(name)} has ${bytes} bytes, and an environment string holds 128 KiB at most. ${wayOut(name)}`,
		];
	}));
	if (problems.length > 0)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo(problems);
});
var plannedLayer = (function plannedLayer(given) {
	if (typeof given !== "string")
		return undefined;
	const values = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_3__ .qF)(given);
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .u4)(values)) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`definition must be the JSON that plan gave, got ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(given)}.`]);
	}
	const others = ["config", "planned", _planned_job_js__WEBPACK_IMPORTED_MODULE_9__ .rv];
	return { label: ((name) => `definition: ${name}`), ...(0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .jg)(values), others };
});
var readConfigFile = (async function readConfigFile(invocation, isPlanned) {
	const { disk, inputs, workspace } = invocation;
	const given = inputs.values["config"];
	const named = typeof given === "string" ? given : undefined;
	const found = isPlanned
		? undefined
		: CONFIG_NAMES.find(((name) => disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name)) !== undefined));
	const file = named ?? found;
	if (file === undefined)
		return undefined;
	const text = readConfig(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, file), file);
	const label = ((name) => `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file)}: ${name}`);
	const values = await parseConfig(invocation, file, text);
	return { file, layer: { label, ...(0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .jg)(values), others: ["$schema"] } };
});
var readConfig = (function readConfig(disk, path, file) {
	let text;
	try {
		text = (0,_files_utf8_js__WEBPACK_IMPORTED_MODULE_6__ .S)(disk, path, CONFIG_LIMIT_BYTES + 1);
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`config ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(file)} cannot be read: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error)}`]);
	}
	if (text === undefined)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([notThere(disk, path, file)]);
	const pointer = (0,_shards_pointers_js__WEBPACK_IMPORTED_MODULE_7__ .eX)(text);
	if (pointer !== undefined)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`config: ${(0,_shards_pointers_js__WEBPACK_IMPORTED_MODULE_7__ .bd)(file, pointer)}.`]);
	if (Buffer.byteLength(text) <= CONFIG_LIMIT_BYTES)
		return text;
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([
		`config ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(file)} has more than 1 MiB. A long list of shards goes into a file of its own: shards: "@list.jsonl"`,
	]);
});
var parseConfig = (async function parseConfig(invocation, file, text) {
	const { disk, env } = invocation;
	if (env["GITHUB_ACTIONS"] === "true")
		return parseYaml(file, text);
	const folder = (0,_files_cache_files_js__WEBPACK_IMPORTED_MODULE_8__ .nF)(env);
	const cached = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `config-${PARSER}-${(0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_11__ .sc)(text).slice(0, 32)}.json`);
	const known = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_3__ .qF)((0,_files_cache_files_js__WEBPACK_IMPORTED_MODULE_8__ .xe)(disk, cached, CONFIG_LIMIT_BYTES));
	if ((0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .u4)(known))
		return known;
	const config = await parseYaml(file, text);
	await (0,_files_cache_files_js__WEBPACK_IMPORTED_MODULE_8__ .aR)(disk, { folder, file: cached }, JSON.stringify(config));
	return config;
});
var warnOfChangingText = (function warnOfChangingText({ env, reporter }, definition) {
	const text = `${definition.command ?? ""}\n${definition.fingerprintText}`;
	const names = (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_12__ .TQ)(text, env);
	if (names.length === 0)
		return;
	reporter.warn(`The command or fingerprint-text contains the value of ${names.join(", ")}, which changes from run to run or from runner to runner: ` +
		"every shard would run again there. Write the variable's name in the command instead.");
});

 __nccwpck_require__.d(__webpack_exports__, {
   E: () => ( define),
   j: () => ( hasConfig)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__("src/core/model/digest.js");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__("src/core/definition/environment.js");
 var _core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/definition/definition.js");
 var _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/definition/fields.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/text/problem.js");
 var _core_text_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/core/text/nearest.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__("src/core/text/text.js");
 var _files_utf8_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/files/utf8.js");
 var _shards_pointers_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__("src/shards/pointers.js");
 var _files_cache_files_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__("src/files/cache-files.js");
 var _planned_job_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__("src/job/planned-job.js");













const CONFIG_NAMES = ["donemark.yml", "donemark.yaml"];
const CONFIG_LIMIT_BYTES = 1024 * 1024;

function inFewLines({ workspace, surface }, layers, problems) {
	const isMissing = (problem) => problem.includes(" is required: ");
	const missing = problems.filter(isMissing).length;
	if (surface !== "terminal" || layers.length > 1 || missing < 2)
		return problems;
	return [
		`There is no donemark.yml in ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(workspace)}, and neither --shards nor --checkpoint is given. ` +
			"`donemark init` makes one. Or go to the folder that has one, name it by --config=PATH, or give both: donemark run --shards='in/*.txt' --checkpoint='out/{id}.pt' --command='\u2026'.",
		...problems.filter((problem) => !isMissing(problem)),
	];
}
const LONGEST_INPUT_BYTES = 128 * 1024;

function wayOut(name) {
	if (name === "only" || name === "force")
		return `Give id globs or slice:i/n, take the ranges that plan gives, or write ${name} in the config file.`;
	if (name === "shards")
		return "Write the list to a file and give @list.jsonl.";
	if (name === "definition")
		return "Write the definition in a config file that every job reads.";
	return "Write it in the config file.";
}
async function checkAgreement(definition, planned, layers) {
	const plan = (0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .Ud)([planned]);
	if ("problems" in plan)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo(plan.problems);
	const { findDisagreements } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/core/definition/agree.js"));
	const problems = findDisagreements(definition, plan.definition, layers);
	if (problems.length > 0)
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo(problems);
}
function withoutUnknown(inputs, warn) {
	const unknown = (0,_core_definition_definition_js__WEBPACK_IMPORTED_MODULE_1__ .be)(inputs);
	for (const problem of unknown)
		warn(problem);
	if (unknown.length === 0)
		return inputs;
	const others = [...Object.keys(inputs.values), ...(inputs.blank ?? [])];
	return { ...inputs, others };
}



function notThere(disk, path, file) {
	const near = (0,_core_text_nearest_js__WEBPACK_IMPORTED_MODULE_5__ .pA)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), disk.names((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)).filter(isYamlName));
	const hint = near === undefined ? "" : ` Did you mean ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file), near))}?`;
	return `config names ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(file)}, which is not there.${hint}`;
}
const isYamlName = (name) => /\.ya?ml$/.test(name);
function hasConfig({ disk, workspace }) {
	return CONFIG_NAMES.some((name) => disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name)) !== undefined);
}

const PARSER = 4;
async function parseYaml(file, text) {
	const { isMap, isScalar, parseDocument, visit } = await __nccwpck_require__.e("yaml").then(__nccwpck_require__.t.bind(__nccwpck_require__, "yaml/dist/index.js", 19));
	try {
		const document = parseDocument(text, { uniqueKeys: false });
		for (const error of document.errors)
			throw error;
		visit(document, {
			Pair: (_, { key, value }) => {
				if (isScalar(key) && key.value === "params" && isMap(value))
					visit(value, KEEPING);
			},
			Map: (_, { items }) => checkKeys(items.map(({ key }) => (isScalar(key) ? key.value : key))),
		});
		if (isMap(document.contents)) {
			const own = document.contents.items.filter(({ key }) => isScalar(key) && isText(key.value));
			for (const { value } of own)
				visit(value, KEEPING);
		}
		const value = document.toJS({ maxAliasCount: 100 });
		if (value === null)
			return {};
		if ((0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .u4)(value) && JSON.stringify(value) !== "")
			return value;
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([
			`${file} is not valid YAML: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error)}${hintForYaml(error, text)}`,
		]);
	}
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .yo([`${file} must hold keys and values, such as "shards: inputs/*.fa".`]);
}
function hintForYaml(error, text) {
	if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_4__ .bD)(error).startsWith("Nested mappings"))
		return 'A value that holds ": " must stand in quotes, or on lines of its own behind "|".';
	return /^ *\t/m.test(text) ? "Indent with spaces: a line of it begins with a tab." : "";
}
function isText(name) {
	return typeof name === "string" && (0,_core_definition_fields_js__WEBPACK_IMPORTED_MODULE_2__ .ac)(name) && _core_definition_fields_js__WEBPACK_IMPORTED_MODULE_2__ .cJ[name].isText === true;
}
function keepSource(scalar) {
	const { value, source } = scalar;
	const isExact = source === undefined || String(value) === source;
	if (!isExact && value !== null && typeof value !== "string")
		scalar.value = source;
}
const KEEPING = {
	Scalar: (_, scalar) => keepSource(scalar),
};
function checkKeys(keys) {
	const known = new Set();
	for (const key of keys) {
		if (known.has(key))
			throw new Error(`the key ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_10__ .hD)(key)} is given twice`);
		known.add(key);
	}
}



 }),

"src/job/failures.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var failedBefore = (async function failedBefore(store, verdicts) {
	const open = verdicts.filter(_reconcile_to_run_js__WEBPACK_IMPORTED_MODULE_1__ .$);
	const here = open.filter((({ facts }) => facts.startRecord?.failure !== undefined));
	const ids = new Set(here.map((({ task }) => task.shard.id)));
	if (store.failures === undefined || open.length === 0)
		return ids;
	try {
		const there = await store.failures.find(open.flatMap((({ task }) => (task.wanted === undefined ? [] : [task.wanted]))));
		return new Set([...ids, ...there]);
	}
	catch {
		return ids;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   m: () => ( openFailureNotes),
   t: () => ( failedBefore)
 });
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/problem.js");
 var _reconcile_to_run_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/job/reconcile/to-run.js");



const FIRST_PART = 20;
function openFailureNotes({ failures }, tasks) {
	return failures === undefined ? NO_NOTES : new StoreNotes(failures, tasks);
}
const NO_NOTES = {
	note: () => undefined,
	expect: () => undefined,
	finish: () => Promise.resolve(undefined),
};
class StoreNotes {
	#failures;
	#tasks;
	#wanted;
	#known = new Set();
	#failed = new Map();
	#done = new Map();
	#timer;
	#hasNoted = false;
	#noting = Promise.resolve();
	#trouble;
	constructor(failures, tasks) {
		this.#failures = failures;
		this.#tasks = tasks;
	}
	expect = (failed) => {
		for (const id of failed)
			this.#known.add(id);
	};
	note = ({ id, outcome }) => {
		const isNews = outcome === "failed" || (outcome === "done" && this.#known.has(id));
		const wanted = isNews ? this.#wantedOf(id) : undefined;
		if (wanted === undefined)
			return;
		this.#known.add(id);
		const [to, from] = outcome === "failed" ? [this.#failed, this.#done] : [this.#done, this.#failed];
		to.set(id, wanted);
		from.delete(id);
		this.#later();
	};
	finish = async () => {
		clearTimeout(this.#timer);
		await this.#update();
		return this.#trouble;
	};
	#wantedOf(id) {
		this.#wanted ??= new Map(this.#tasks.flatMap(({ shard, wanted }) => wanted === undefined ? [] : [[shard.id, wanted]]));
		return this.#wanted.get(id);
	}
	#later() {
		if (this.#timer !== undefined)
			return;
		const { pauseMs } = this.#failures;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			void this.#update();
		}, this.#hasNoted ? pauseMs : pauseMs / FIRST_PART);
		this.#timer.unref();
	}
	#update() {
		this.#hasNoted = true;
		this.#noting = this.#noting.then(() => this.#send());
		return this.#noting;
	}
	async #send() {
		const [failed, done] = [this.#failed, this.#done];
		if (failed.size + done.size === 0)
			return;
		this.#failed = new Map();
		this.#done = new Map();
		try {
			await this.#failures.update({ failed: [...failed.values()], done: [...done.values()] });
			this.#trouble = undefined;
		}
		catch (error) {
			this.#trouble = (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .bD)(error);
			this.#failed = new Map([...failed, ...this.#failed].filter(([id]) => !this.#done.has(id)));
			this.#done = new Map([...done, ...this.#done].filter(([id]) => !this.#failed.has(id)));
		}
	}
}


 }),

"src/job/forced.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var forcedNow = (function forcedNow(invocation, definition, { all, given }) {
	const note = readNote(invocation, definition);
	if (note.size === 0)
		return given;
	const { disk, workspace } = invocation;
	const open = all.filter(((shard) => note.get(shard.id) === traceOf(disk, workspace, shard)));
	const rest = open.map((({ id }) => id));
	const isSame = given.size === note.size && [...given].every(((id) => note.has(id)));
	return new Set(isSame ? rest : [...given, ...rest]);
});
var readNote = (function readNote({ disk, workspace, surface }, definition) {
	const folder = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .vY)(workspace);
	if (surface !== "terminal" || !hasNotes(disk, folder))
		return new Map();
	const value = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .qF)(readQuietly(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, (0,_own_files_js__WEBPACK_IMPORTED_MODULE_4__ .qU)(KIND, { definition }, "json"))));
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .u4)(value))
		return new Map();
	return new Map(Object.entries(value).flatMap((([id, trace]) => typeof trace === "string" ? [[id, trace]] : [])));
});
var hasNotes = (function hasNotes(disk, folder) {
	try {
		return disk.names(folder).some(((name) => name.startsWith(`${KIND}-`)));
	}
	catch {
		return false;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   SQ: () => ( noteForced),
   TX: () => ( forgetForced),
   _2: () => ( forcedNow)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/core/text/text.js");
 var _own_files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/job/own-files.js");






const KIND = "forced";
const LIMIT_BYTES = 256 * 1024 * 1024;

async function noteForced(invocation, writer, job) {
	const { forced } = job.context;
	if (invocation.surface !== "terminal" || forced.size === 0)
		return;
	const { disk, workspace } = invocation;
	const before = readNote(invocation, job.definition);
	if ([...forced].every((id) => before.has(id)))
		return;
	const note = new Map(before);
	for (const shard of job.all) {
		if (!forced.has(shard.id))
			continue;
		const trace = traceOf(disk, workspace, shard);
		note.set(shard.id, trace === NOTHING ? "" : trace);
	}
	const text = `${JSON.stringify(Object.fromEntries(note))}\n`;
	await writeNote(invocation, writer, { job, text });
}
async function forgetForced(invocation, writer, job) {
	if (invocation.surface !== "terminal" || job.context.forced.size === 0)
		return;
	const rest = forcedNow(invocation, job.definition, { all: job.all, given: new Set() });
	if (rest.size > 0)
		return;
	await writeNote(invocation, writer, { job, text: "{}\n" });
}
async function writeNote(invocation, writer, { job, text }) {
	try {
		await (0,_own_files_js__WEBPACK_IMPORTED_MODULE_4__ .ys)(invocation, writer, { name: (0,_own_files_js__WEBPACK_IMPORTED_MODULE_4__ .qU)(KIND, job, "json"), text });
	}
	catch (error) {
		invocation.reporter.warn(`force is not remembered over a kill: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .bD)(error)}`);
	}
}


function readQuietly(disk, path) {
	try {
		return disk.readText(path, LIMIT_BYTES) ?? "";
	}
	catch {
		return "";
	}
}
const NOTHING = "[null,null]";
function traceOf(disk, workspace, shard) {
	const { marker, started } = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .$J)(workspace, shard);
	return JSON.stringify([marker, started].map((path) => {
		const stat = disk.stat(path);
		return stat === undefined ? null : `${stat.inode} ${stat.mtimeNs}`;
	}));
}


 }),

"src/job/marker-key.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var markerForm = (function markerForm({ env, inputs }) {
	const given = inputs.values["marker-key"];
	const key = typeof given === "string" ? given : (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ .bv)(env, "DONEMARK_MARKER_KEY");
	if ((0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ .z3)(key))
		return _core_model_marker_form_js__WEBPACK_IMPORTED_MODULE_0__ .m;
	if (key.length >= SHORTEST_KEY)
		return (0,_core_model_marker_form_js__WEBPACK_IMPORTED_MODULE_0__ .D)(key);
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .yo([
		`marker-key must have at least ${SHORTEST_KEY} characters, got ${key.length}: \`openssl rand -hex 32\` makes one.`,
	]);
});

 __nccwpck_require__.d(__webpack_exports__, {
   R: () => ( markerForm)
 });
 var _core_model_marker_form_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/marker-form.js");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/definition/environment.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/text/text.js");




const SHORTEST_KEY = 16;



 }),

"src/job/open.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var asFirstRead = (function asFirstRead(members, namesOf) {
	return ((folder) => {
		const only = namesOf(folder);
		return only === undefined ? members : { ...members, only };
	});
});
var openFingerprints = (async function openFingerprints(given, definition, counted) {
	const sources = { ...given, members: { ignore: definition.ignore, follows: true } };
	const files = await filesOf(sources, definition.fingerprintFiles);
	const shared = {
		command: commandOf(definition),
		files: { digest: (0,fingerprint .bf)(files) },
		text: { digest: (0,fingerprint .Xo)(definition.fingerprintText) },
		listedFiles: (0,fingerprint .CS)(files),
	};
	const mode = definition.inputFingerprint;
	const problems = [];
	const input = inputReader(sources, mode, problems);
	const warm = ((shard) => warmInputs(sources, mode, shard));
	const first = asFirstRead(sources.members, ((folder) => sources.hashes.firstNames(folder)));
	return {
		of: ((shard) => ({ input: input(shard, counted), ...shared })),
		basis: (0,model_digest .sc)(JSON.stringify([mode, counted, shared.command, shared.files, shared.text])),
		warm,
		changeSince: changeFinder(sources, definition, {
			files,
			counted,
			first,
		}),
		files: files.map((({ path }) => (0,external_node_path_.resolve)(sources.workspace, path))),
		unfetched: ((shard) => findUnfetched(sources, shard)),
		checkFiles: (() => checkFetched(sources, files)),
		check: (() => {
			if (problems.length > 0)
				throw new problem .yo(problems);
		}),
	};
});
var changeFinder = (function changeFinder(given, definition, { files, counted, first }) {
	const sources = { ...given, membersOf: first };
	const mode = definition.inputFingerprint;
	const input = inputReader(sources, mode, []);
	return (async (shard, before) => {
		const { rerunOn } = definition;
		const isOther = (({ path, fact }) => contentNow(sources, path) !== fact);
		const file = rerunOn.includes("files") ? files.find(isOther) : undefined;
		if (file !== undefined)
			return { what: `the file ${(0,text_text .hD)(file.path)} has changed`, added: [] };
		if (!rerunOn.includes("input"))
			return NO_CHANGE;
		await warmInputs(sources, mode, shard);
		const value = input(shard, counted);
		const was = before.input;
		if ("unreadable" in value && !("unreadable" in was))
			throw new Error(value.unknown);
		const isSame = "digest" in value && "digest" in was && (0,fingerprint .am)(was.digest, value);
		if (isSame)
			return (0,fingerprint .sR)(findAdded(sources, shard, { members: given.members, first }));
		return "unknown" in value && "unknown" in was
			? NO_CHANGE
			: { what: "its input has changed", added: [] };
	});
});
var commandOf = (function commandOf(definition) {
	const { command, shell, workingDirectory } = definition;
	if (command === undefined)
		return { unknown: "no command is given" };
	const facts = { text: command, shell, workingDirectory: external_node_path_.posix.normalize(`${workingDirectory}/`) };
	return { digest: (0,fingerprint .FN)(facts) };
});
var filesOf = (async function filesOf(sources, patterns) {
	if (patterns.length === 0)
		return [];
	const { findFingerprintFiles } = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("actions-glob")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/fingerprint-files.js"));
	const paths = await findFingerprintFiles(sources, patterns);
	return paths.map(((path) => ({
		path: relativeTo(sources.workspace, path),
		fact: contentOf(sources, path),
	})));
});
var inputReader = (function inputReader(sources, mode, problems) {
	const lean = leanReader(sources, mode);
	return ((shard, counted) => {
		if (counted !== undefined)
			return { digest: (0,fingerprint .j$)(counted, shard.index) };
		const facts = [];
		for (const input of shard.inputs) {
			const fact = factOf(sources, mode, input);
			if ("unknown" in fact)
				return fact;
			if ("mismatch" in fact) {
				problems.push(`Shard ${(0,text_text .hD)(shard.id)}: ${fact.mismatch}`);
				return { unknown: fact.mismatch };
			}
			facts.push(fact);
		}
		const digest = partOf(mode, facts, shard);
		return facts.some((({ isFolder }) => isFolder))
			? { digest, withoutLeavings: lean(shard) }
			: { digest };
	});
});
var leanReader = (function leanReader(sources, mode) {
	const lean = {
		...sources,
		membersOf: ((folder) => withoutLeavings(membersIn(sources, folder))),
	};
	return ((shard) => (() => {
		const facts = shard.inputs.map(((input) => factOf(lean, mode, input)));
		const known = facts.flatMap(((fact) => ("fact" in fact ? [fact] : [])));
		return known.length === facts.length ? partOf(mode, known, shard) : undefined;
	}));
});
var openHashCache = (function openHashCache(disk, { folder, workspace, beginMs = 0, inThread }) {
	const file = (0,external_node_path_.join)(folder, `hashes-${(0,model_digest .sc)(workspace).slice(0, 16)}.json`);
	let loaded;
	const read = (() => (loaded ??= load(disk, file)));
	const keep = rowKeeper(disk, { folder, file }, beginMs);
	const fresh = new Map();
	const names = nameKeeper();
	const knownAs = ((path, identity) => findKnown(path, identity, { fresh, read }));
	const remember = ((path, identity, hash) => {
		const known = [...identity, hash];
		const slot = slotsOf(path)[fresh.has(path) ? 1 : 0];
		fresh.set(slot, known);
		keep(slot, known);
		return hash;
	});
	const warm = once((async (hashed, hashElsewhere) => {
		const { path, members } = hashed;
		const identity = identityOf(disk, hashed, names.note);
		if (knownAs(path, identity) === undefined)
			remember(path, identity, await hashElsewhere(path, members));
	}));
	return {
		hash: ((path, stat, members = files_tree .Qz) => {
			const identity = identityOf(disk, { path, stat, members }, names.note);
			const known = knownAs(path, identity);
			return known ?? remember(path, identity, hashContent(disk, { path, stat, members }));
		}),
		warm: (async (path, stat, members = files_tree .Qz) => {
			if (inThread !== undefined && isLarge(stat))
				await warm({ path, stat, members }, inThread);
		}),
		firstNames: names.of,
		save: ((nowMs) => saveAll(disk, { folder, file }, { fresh, read, nowMs })),
	};
});
var nameKeeper = (function nameKeeper() {
	const first = new Map();
	let room = MOST_NAMES;
	return {
		note: ((folder, names) => {
			if (first.has(folder) || names.length > room)
				return;
			room -= names.length;
			first.set(folder, names);
		}),
		of: ((folder) => first.get(folder)),
	};
});
var saveAll = (async function saveAll(disk, { folder, file }, { fresh, read, nowMs }) {
	const settled = [...fresh].filter((([, entry]) => (0,cache_files .Is)(Number(entry[2]) / 1e6, nowMs)));
	if (settled.length === 0)
		return;
	const all = [...read()].filter((([path]) => !fresh.has(path))).concat(settled);
	await (0,cache_files .aR)(disk, { folder, file }, JSON.stringify([FORM, ...all.map((([path, e]) => [path, ...e]))]));
	await (0,cache_files .vJ)(disk, rowsBeside(file));
});
var rowKeeper = (function rowKeeper(disk, { folder, file }, beginMs) {
	let rows = [];
	let bytes = 0;
	return ((path, known) => {
		if (!(0,cache_files .Is)(Number(known[2]) / 1e6, beginMs))
			return;
		rows.push(`${JSON.stringify([path, ...known])}\n`);
		bytes += known[0];
		if (bytes < KEPT_AFTER_BYTES)
			return;
		void (0,cache_files ._p)(disk, { folder, file: rowsBeside(file) }, rows.join(""));
		[rows, bytes] = [[], 0];
	});
});
var once = (function once(warm) {
	const begun = new Map();
	return ((hashed, inThread) => {
		const { path } = hashed;
		const running = begun.get(path) ??
			warm(hashed, inThread)
				.catch((() => undefined))
				.finally((() => begun.delete(path)));
		begun.set(path, running);
		return running;
	});
});
var findTwins = (function findTwins(shards) {
	if (!mayHaveTwins(shards))
		return [];
	const owners = new Map();
	const twins = [];
	for (const { id, checkpoint, work = checkpoint } of shards) {
		for (const path of new Set([checkpoint, work])) {
			const owner = owners.get(folded(path));
			if (owner === undefined)
				owners.set(folded(path), [id, path]);
			else if (owner[0] !== id)
				twins.push({ ids: [owner[0], id], paths: [owner[1], path] });
		}
	}
	return twins;
});
var mayHaveTwins = (function mayHaveTwins(shards) {
	const seen = new Set();
	let paths = 0;
	for (const { checkpoint, work = checkpoint } of shards) {
		seen.add(foldedNumber(checkpoint));
		paths += 1;
		if (work === checkpoint)
			continue;
		seen.add(foldedNumber(work));
		paths += 1;
	}
	return seen.size < paths;
});
var foldedNumber = (function foldedNumber(path) {
	const text = NOT_ASCII.test(path) ? folded(path) : path;
	let [one, two] = [7, 11];
	for (let place = 0; place < text.length; place += 1) {
		const code = text.charCodeAt(place);
		const lower = code >= 65 && code <= 90 ? code + 32 : code;
		one = Math.imul(one, 31) + lower;
		two = Math.imul(two, 16_777_619) ^ lower;
	}
	return (one >>> 0) * 0x20_00_00 + (two >>> 11);
});
var openProvenance = (function openProvenance({ disk, markers, history, markerPaths }) {
	const own = ownTimes(disk, markers, markerPaths);
	return (({ checkpoint, marker }, facts) => {
		if (history.knows(checkpoint))
			return "own";
		const signMs = timeOf(disk, facts.marker.kind === "empty" ? marker : checkpoint);
		const isUnnoted = signMs < history.sinceMs() && own.hasStartedBy(signMs);
		if (isUnnoted)
			return "own";
		return own.hasFinishedBy(signMs) ? "newer" : "others";
	});
});
var ownTimes = (function ownTimes(disk, markers, paths) {
	const rest = paths[Symbol.iterator]();
	const earliest = { startedMs: Number.POSITIVE_INFINITY, finishedMs: Number.POSITIVE_INFINITY };
	const hasBy = ((which, ms) => {
		while (earliest[which] > ms) {
			const next = rest.next();
			if (next.done === true)
				return false;
			const read = readTimes(disk, markers, next.value);
			earliest.startedMs = Math.min(earliest.startedMs, read.startedMs);
			earliest.finishedMs = Math.min(earliest.finishedMs, read.finishedMs);
		}
		return true;
	});
	return {
		hasStartedBy: ((ms) => hasBy("startedMs", ms)),
		hasFinishedBy: ((ms) => hasBy("finishedMs", ms)),
	};
});
var openProofs = (function openProofs(disk, place, rules) {
	const file = (0,external_node_path_.join)(place.folder, `proofs-${(0,model_digest .sc)(place.workspace).slice(0, 16)}.json`);
	const known = proofs_load(disk, file);
	const fresh = new Map();
	const looked = new Map();
	const digestOf = digestWriter(rules);
	return {
		recall: ((task, isThere) => {
			const { started, checkpoint } = task.paths;
			if (isThere(started))
				return undefined;
			const row = known.get(checkpoint);
			if (row !== undefined && isAbout(row, task, digestOf(task)) && holds(disk, task, row[5])) {
				return row[2];
			}
			const stamps = stampsOf(disk, task);
			if (stamps !== undefined)
				looked.set(task, stamps);
			return undefined;
		}),
		note: ((task, seconds) => {
			const stamps = looked.get(task);
			if (stamps === undefined)
				return;
			const { checkpoint } = task.paths;
			fresh.set(checkpoint, [
				checkpoint,
				digestOf(task),
				seconds,
				task.shard.id,
				inputsOf(task),
				stamps,
			]);
		}),
		save: ((nowMs) => save(disk, { folder: place.folder, file }, { known, fresh, nowMs })),
	};
});
var save = (async function save(disk, place, { known, fresh, nowMs }) {
	const settled = [...fresh].filter((([, row]) => isOld(row[5], nowMs)));
	if (settled.length === 0)
		return;
	for (const [path, row] of settled)
		known.set(path, row);
	await (0,cache_files .aR)(disk, place, JSON.stringify([proofs_FORM, ...known.values()]));
});
var digestWriter = (function digestWriter(rules) {
	const digests = new Map();
	return (({ basis }) => {
		const known = digests.get(basis);
		if (known !== undefined)
			return known;
		const digest = (0,model_digest .sc)(`${rules}\n${basis}`).slice(0, 16);
		digests.set(basis, digest);
		return digest;
	});
});
var paramsOf = (function paramsOf({ params }) {
	return params === undefined ? [] : [JSON.stringify((0,model_params .G$)(params))];
});
var isAbout = (function isAbout([, digest, , id, inputs], { shard }, wanted) {
	const amount = shard.inputs.length;
	const [params] = paramsOf(shard);
	if (digest !== wanted || id !== shard.id || inputs[2 * amount] !== params)
		return false;
	return shard.inputs.every(((input, place) => input.path === inputs[place] && (input.sha256 ?? "") === inputs[amount + place]));
});
var pathsOf = (function pathsOf({ paths, inputs }) {
	return [paths.marker, paths.checkpoint, ...inputs];
});
var holds = (function holds(disk, task, stamps) {
	const paths = pathsOf(task);
	return (stamps.length === STAMP_LENGTH * paths.length &&
		paths.every(((path, place) => isSameStamp(stampOf(disk, path), stamps, place * STAMP_LENGTH))));
});
var stampOf = (function stampOf(disk, path) {
	try {
		return disk.stamp(path);
	}
	catch {
		return undefined;
	}
});
var isSameStamp = (function isSameStamp(stamp, stamps, at) {
	return (stamp !== undefined &&
		stamps[at] === stamp[0] &&
		stamps[at + 1] === stamp[1] &&
		stamps[at + 2] === stamp[2] &&
		stamps[at + 3] === stamp[3]);
});
var proofs_load = (function proofs_load(disk, file) {
	const value = (0,marker .qF)((0,cache_files .xe)(disk, file, proofs_LIMIT_BYTES));
	const known = new Map();
	if (!Array.isArray(value) || value[0] !== proofs_FORM)
		return known;
	for (const row of value.slice(1)) {
		if (!proofs_isRow(row))
			continue;
		known.set(row[0], row);
	}
	return known;
});
var proofs_isRow = (function proofs_isRow(row) {
	return (Array.isArray(row) &&
		row.length === 6 &&
		typeof row[0] === "string" &&
		typeof row[2] === "number" &&
		Array.isArray(row[4]) &&
		Array.isArray(row[5]));
});
var openStore = (function openStore(invocation, definition, looksOnly) {
	const { scheme, rest } = (0,store_address .d1)(definition.store);
	const name = storeName(invocation, definition);
	return OPENERS[scheme](invocation, { name, rest, looksOnly });
});
var openAuto = (async function openAuto(invocation, { name }) {
	if (invocation.surface !== "actions")
		return noStore;
	const { openGithubStoreIfAny } = await Promise.all([__nccwpck_require__.e("github-store"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/stores/github-store.js"));
	const found = openGithubStoreIfAny(invocation, name);
	if (found !== undefined)
		return found;
	invocation.reporter.warn("store is auto, and this runner has no cache service: checkpoints and markers stay on this runner. " +
		'Set store to "none" if that is meant, or to "file:<folder>" on a disk that the runners share.');
	return noStore;
});
var storeName = (function storeName({ env }, { name, checkpoint }) {
	if (name !== undefined)
		return name;
	const repository = env["GITHUB_REPOSITORY"] ?? "";
	return `${repository} ${checkpoint}`.trim();
});
var warnOfSilence = (function warnOfSilence({ reporter }, store, verdicts) {
	const shards = new Map();
	for (const { silence } of verdicts)
		if (silence !== undefined)
			shards.set(silence, (shards.get(silence) ?? 0) + 1);
	for (const [cause, amount] of shards) {
		const whose = amount === verdicts.length ? "" : ` about ${(0,text_text .LS)(amount, "shard")}`;
		reporter.warn(`${store.label} did not answer${whose}, so that what it has counts as not done: ${cause}`);
	}
});
var openJob = (async function openJob(invocation, rules) {
	const markers = (0,marker_key .R)(invocation);
	const defined = withoutAdoption(await defineFor(invocation, rules), markers);
	const { definition } = defined;
	const { disk, workspace } = invocation;
	const beginMs = invocation.now();
	const expanded = await (0,expand .a)(disk, workspace, definition);
	const { shards: all, counted } = expanded;
	warnOfLeftOut(invocation, expanded);
	await tellTwinsApart(invocation, all, rules);
	const chosen = await chooseShards(invocation, definition, all);
	const hashes = openHashes(invocation, beginMs);
	const prints = await openFingerprints({ disk, workspace, hashes }, definition, counted);
	if (rules.runs)
		prints.checkFiles();
	warnOfUncovered(invocation, definition, { rules, shards: all, files: prints.files });
	const by = authorOf(invocation);
	const store = await openStore(invocation, definition, looksOnly(definition, rules));
	if (rules.shared !== undefined)
		checkShared(store, rules.shared);
	const source = { workspace, definition, store, markLine: (0,again_command .nv)(invocation, defined) };
	const tasks = (0,checkpoint_tasks .a)(source, chosen.shards, prints);
	const forced = (0,job_forced ._2)(invocation, definition, { all, given: chosen.forced });
	const context = contextOf(invocation, { definition, store, markers, forced, by, all });
	const verdicts = await (0,survey .Fr)({ ...context, lookAtOwner: (0,owners .E)(invocation) }, tasks);
	const unproven = verdicts.filter(((verdict) => !(0,survey .nn)(verdict)));
	(0,check_inputs .s)(disk, { workspace, definition, shards: unproven.map((({ task }) => task.shard)) });
	prints.check();
	warnOfSilence(invocation, store, verdicts);
	await Promise.all([hashes.save(beginMs), context.proofs?.save(beginMs)]);
	return {
		...defined,
		store,
		all,
		...(counted !== undefined && { counted }),
		tasks,
		verdicts,
		by,
		context,
		fingerprints: prints,
	};
});
var defineFor = (async function defineFor(invocation, rules) {
	const defined = await (0,job_define .E)(invocation, rules.defaults);
	if (rules.isPart === true)
		(0,planned_job .DT)(invocation, defined);
	checkCommand(defined.definition, rules);
	return defined;
});
var markersOf = (function* markersOf(workspace, shards) {
	for (const shard of shards)
		yield (0,shard_paths .$J)(workspace, shard).marker;
});
var openHashes = (function openHashes({ disk, workspace, env, home }, beginMs) {
	const inThread = (async (path, members) => {
		const { digestInThread } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/checkpoint/digest-thread.js"));
		return digestInThread(home, path, { urgency: "awaited", members });
	});
	return openHashCache(disk, { folder: (0,cache_files .nF)(env), workspace, beginMs, inThread });
});
var tellTwinsApart = (async function tellTwinsApart(invocation, shards, { runs, isPlan = false }) {
	if (!runs && !isPlan)
		return;
	const twins = findTwins(shards);
	if (twins.length === 0)
		return;
	const { checkTwins } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/check-twins.js"));
	await checkTwins(invocation, twins, { runs, isPlan });
});
var warnOfLeftOut = (function warnOfLeftOut({ reporter }, { unmatched, unfinished }) {
	if (unmatched.length > 0)
		reporter.warn(`shards: ${first5(unmatched)} matched no file; the other globs did.`);
	if (unfinished.length === 0)
		return;
	reporter.warn(`shards: ${(0,text_text .LS)(unfinished.length, "file")} ${unfinished.length === 1 ? "is" : "are"} left out: ${first5(unfinished)}. ` +
		"A start record lies beside it and no marker: it is the checkpoint of a shard that is not finished. Finish that stage first.");
});
var warnOfUncovered = (function warnOfUncovered({ disk, workspace, reporter }, definition, { rules, shards, files }) {
	if (!rules.runs && rules.isPlan !== true)
		return;
	if (!definition.rerunOn.includes("files"))
		return;
	const covered = { disk, workspace, shards, files: new Set(files) };
	const names = (0,uncovered .L)(definition, covered);
	if (names.length === 0)
		return;
	const many = names.length > 1;
	reporter.warn(`The command names ${first5(names)}, and no fingerprint covers ${many ? "them" : "it"}: a change there runs no shard again. ` +
		`Add ${many ? "them" : "it"} to fingerprint-files, with all that ${many ? "they read" : "it reads"}.`);
});
var looksOnly = (function looksOnly({ fetch }, { runs, brings = false }) {
	return !runs && !(brings && fetch !== "none");
});
var withoutAdoption = (function withoutAdoption(defined, { seal }) {
	if (seal === undefined)
		return defined;
	return { ...defined, definition: { ...defined.definition, adopt: false } };
});
var contextOf = (function contextOf(invocation, { by, all, ...given }) {
	const proofs = proofsFor(invocation, given);
	const { disk, home } = invocation;
	const { markers } = given;
	const history = (0,files_history .j)(invocation);
	const markerPaths = markersOf(invocation.workspace, all);
	return {
		disk,
		home,
		...given,
		provenanceOf: openProvenance({ disk, markers, history, markerPaths }),
		...(by.run !== undefined && { run: by.run }),
		...(proofs !== undefined && { proofs }),
	};
});
var proofsFor = (function proofsFor({ disk, workspace, env }, { definition, store, markers }) {
	const { validate, status, rerunOn, allowEmpty } = definition;
	if (store.kind !== "none" || validate === "deep" || markers.seal !== undefined)
		return undefined;
	const rules = JSON.stringify([validate, status, rerunOn, ...(allowEmpty ? ["empty"] : [])]);
	return openProofs(disk, { folder: (0,cache_files .nF)(env), workspace }, rules);
});
var checkCommand = (function checkCommand({ command, rerunOn }, { runs }) {
	if (command !== undefined)
		return;
	if (runs)
		throw new problem .yo(["command is required: the command that makes one shard's checkpoint."]);
	if (!rerunOn.includes("command"))
		return;
	throw new problem .yo([
		"command is not given, but rerun-on names it: without it no finished shard can be told from an outdated one. " +
			"Give the command here too (best in a config file that every surface reads), hand on plan's definition, " +
			'or leave it out of the comparison with rerun-on "input,files,text".',
	]);
});
var chooseShards = (async function chooseShards(invocation, definition, all) {
	if (definition.only === undefined && definition.force === undefined) {
		return { shards: all, forced: new Set() };
	}
	const problems = [];
	const failed = failedShards(invocation, definition, all);
	const from = { ids: all.map((({ id }) => id)), failed, globMatcher: await (0,globs .SR)() };
	const choose = ((label, selectors) => {
		if (selectors === undefined)
			return undefined;
		const result = (0,decide_select .Lt)(label, selectors, from);
		if (!("problems" in result))
			return result;
		problems.push(...result.problems);
		return undefined;
	});
	const only = choose("only", definition.only);
	const forced = choose("force", definition.force) ?? new Set();
	if (problems.length > 0)
		throw new problem .yo(problems);
	return { shards: only === undefined ? all : all.filter((({ id }) => only.has(id))), forced };
});
var authorOf = (function authorOf({ env }) {
	const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REF: ref } = env;
	return {
		...(run !== undefined && run !== "" && { run }),
		...(attempt !== undefined && /^\d+$/.test(attempt) && { attempt: Number(attempt) }),
		...(ref !== undefined && ref !== "" && { ref }),
		host: (0,external_node_os_.hostname)(),
	};
});
var exitOfPlan = (function exitOfPlan(verdicts) {
	return verdicts.some((({ kind }) => kind === "blocked")) ? problem .dc.checkpoint : problem .dc.done;
});


__nccwpck_require__.d(__webpack_exports__, {
  f1: () => ( chooseShards),
  D_: () => ( exitOfPlan),
  Iv: () => ( openJob)
});

var external_node_os_ = __nccwpck_require__("node:os");
var external_node_path_ = __nccwpck_require__("node:path");
var problem = __nccwpck_require__("src/core/text/problem.js");
var decide_select = __nccwpck_require__("src/core/decide/select.js");
var model_unreadable = __nccwpck_require__("src/core/model/unreadable.js");
var records = __nccwpck_require__("src/checkpoint/records.js");
var text_text = __nccwpck_require__("src/core/text/text.js");
var check_inputs = __nccwpck_require__("src/shards/check-inputs.js");
var uncovered = __nccwpck_require__("src/shards/uncovered.js");
var expand = __nccwpck_require__("src/shards/expand.js");
var model_digest = __nccwpck_require__("src/core/model/digest.js");
var fingerprint = __nccwpck_require__("src/core/model/fingerprint.js");
var shard = __nccwpck_require__("src/core/model/shard.js");
var measure = __nccwpck_require__("src/files/measure.js");
var files_tree = __nccwpck_require__("src/files/tree.js");
var files_unreadable = __nccwpck_require__("src/files/unreadable.js");
var model_ignore = __nccwpck_require__("src/core/model/ignore.js");
;// CONCATENATED MODULE: src/shards/added-inputs.js





function withoutLeavings({ ignore = [], ...rest }) {
	return { ...rest, ignore: [...ignore, ...model_ignore .Q] };
}
function findAdded({ disk, workspace }, { inputs }, { members, first }) {
	return inputs.flatMap(({ path }) => {
		if (path === "" || (0,shard .nh)(path))
			return [];
		const folder = (0,external_node_path_.resolve)(workspace, path);
		const { only } = first(folder);
		if (only === undefined || disk.stat(folder)?.kind !== "directory")
			return [];
		const tree = (0,files_tree .Zc)(disk, folder, members);
		if ("refused" in tree)
			return [];
		const known = new Set(only);
		const names = [...tree.files, ...tree.links].map((one) => one.path);
		return names.filter((name) => !known.has(name)).map((name) => `${path}/${name}`);
	});
}

var pointers = __nccwpck_require__("src/shards/pointers.js");
;// CONCATENATED MODULE: src/shards/fingerprints.js













const NO_CHANGE = { added: [] };
async function fingerprintAll(sources, definition, expanded) {
	const fingerprints = await openFingerprints(sources, definition, expanded.counted);
	const all = expanded.shards.map(fingerprints.of);
	fingerprints.check();
	return all;
}


function contentOf({ disk, hashes }, path) {
	const stat = disk.stat(path);
	if (stat === undefined)
		throw new problem .yo([`fingerprint-files: ${(0,text_text .hD)(path)} vanished while it was read.`]);
	return hashes.hash(path, stat);
}
function contentNow({ disk, workspace, hashes }, path) {
	const absolute = (0,external_node_path_.resolve)(workspace, path);
	const stat = disk.stat(absolute);
	return stat === undefined ? undefined : hashes.hash(absolute, stat);
}
function relativeTo(workspace, path) {
	const below = external_node_path_.posix.relative(workspace, path);
	return below.startsWith("../") ? path : below;
}
async function warmInputs(sources, mode, { inputs }) {
	const { disk, workspace, hashes } = sources;
	if (mode !== "content")
		return;
	for (const { path } of inputs) {
		if (path === "" || (0,shard .nh)(path))
			continue;
		const absolute = (0,external_node_path_.resolve)(workspace, path);
		const stat = statQuietly(disk, absolute);
		if (stat?.kind === "file" || stat?.kind === "directory")
			await hashes.warm(absolute, stat, membersIn(sources, absolute));
	}
}
function statQuietly(disk, path) {
	try {
		return disk.stat(path);
	}
	catch {
		return undefined;
	}
}

function partOf(mode, facts, { params }) {
	const digest = (0,fingerprint .sG)(mode, facts);
	return params === undefined ? digest : (0,fingerprint .LS)(digest, params);
}

function membersIn({ members = files_tree .Qz, membersOf }, folder) {
	return membersOf?.(folder) ?? members;
}
function findUnfetched({ disk, workspace }, { inputs }) {
	for (const { path } of inputs) {
		if (path === "" || (0,shard .nh)(path))
			continue;
		const pointer = (0,pointers .Hk)(disk, (0,external_node_path_.resolve)(workspace, path));
		if (pointer !== undefined)
			return `the input ${(0,pointers .bd)(path, pointer)}`;
	}
	return undefined;
}
function checkFetched(sources, files) {
	for (const { path } of files) {
		const absolute = (0,external_node_path_.resolve)(sources.workspace, path);
		const stat = sources.disk.stat(absolute);
		const pointer = stat === undefined ? undefined : (0,pointers .ZY)(sources.disk, absolute, stat.sizeBytes);
		if (pointer !== undefined)
			throw new problem .yo([`fingerprint-files: ${(0,pointers .bd)(path, pointer)}`]);
	}
}
function statOf(sources, path, stat) {
	const found = stat.kind === "directory" ? (0,measure .xP)(sources.disk, path, membersIn(sources, path)) : undefined;
	if (found === undefined)
		return `${stat.sizeBytes} ${stat.mtimeNs}`;
	if (found.kind === "measured")
		return `${found.measure.sizeBytes} ${found.measure.tree ?? ""}`;
	throw new Error(found.kind === "refused" ? found.why : "it vanished");
}
function factOf(sources, mode, input) {
	const { disk, workspace, hashes } = sources;
	if (mode === "name")
		return { path: input.path, fact: input.sha256 ?? "" };
	const path = (0,external_node_path_.resolve)(workspace, input.path);
	const isPath = input.path !== "" && !(0,shard .nh)(input.path);
	try {
		const stat = isPath ? disk.stat(path) : undefined;
		if (stat === undefined || stat.kind === "other") {
			const pointed = isPath ? (0,pointers .Hk)(disk, path)?.sha256 : undefined;
			return mode === "content" ? absentFact(input, pointed) : notThere(input);
		}
		const isFolder = stat.kind === "directory";
		if (mode === "stat")
			return { path: input.path, fact: statOf(sources, path, stat), isFolder };
		return { ...asGiven(input, hashes.hash(path, stat, membersIn(sources, path))), isFolder };
	}
	catch (error) {
		const unknown = `the input ${(0,text_text .hD)(input.path)} cannot be read: ${(0,problem .bD)(error)}`;
		const unreadable = (0,files_unreadable .fe)(disk, error, { path, what: "the input" });
		return { unknown, ...(unreadable !== undefined && { unreadable }) };
	}
}
function absentFact(input, pointed) {
	if (pointed !== undefined)
		return asGiven(input, pointed);
	return input.sha256 === undefined ? notThere(input) : { path: input.path, fact: input.sha256 };
}
function notThere({ path }) {
	return { unknown: `the input ${(0,text_text .hD)(path)} is not there` };
}
function asGiven({ path, sha256: given }, fact) {
	if (given === undefined || given === fact)
		return { path, fact };
	return {
		mismatch: `the input ${(0,text_text .hD)(path)} has the SHA-256 ${fact}, but the list says ${given}.`,
	};
}

var globs = __nccwpck_require__("src/shards/globs.js");
var cache_files = __nccwpck_require__("src/files/cache-files.js");
var marker = __nccwpck_require__("src/core/model/marker.js");
;// CONCATENATED MODULE: src/shards/hash-cache.js







const LARGE_BYTES = 16 * 1024 * 1024;
function isLarge({ kind, sizeBytes }) {
	return kind === "directory" || (kind === "file" && sizeBytes >= LARGE_BYTES);
}
const FORM = "donemark-hashes-1";
const LIMIT_BYTES = 512 * 1024 * 1024;

function findKnown(path, identity, { fresh, read }) {
	const [first, second] = slotsOf(path);
	const all = [first, second].flatMap((slot) => [fresh.get(slot), read().get(slot)]);
	const known = all.find((entry) => entry !== undefined && isUnchanged(entry, identity));
	const newer = fresh.get(first);
	if (known !== undefined && newer !== undefined && !isUnchanged(newer, identity))
		fresh.set(second, known);
	return known?.[4];
}
function slotsOf(path) {
	return [path, `${path}\0`];
}
const MOST_NAMES = 500_000;


function rowsBeside(file) {
	return `${file}.rows`;
}
const KEPT_AFTER_BYTES = 64 * 1024 * 1024;


function identityOf(disk, { path, stat, members }, note) {
	if (stat.kind !== "directory")
		return [stat.sizeBytes, stat.mtimeNs, stat.ctimeNs, stat.inode];
	const tree = (0,files_tree .Zc)(disk, path, members);
	if ("refused" in tree)
		throw new Error(`${path}: ${tree.refused}`);
	if (members.only === undefined)
		note(path, [...tree.files, ...tree.links].map((one) => one.path));
	const facts = tree.files.flatMap((file) => [
		file.path,
		...[file.stat.sizeBytes, file.stat.mtimeNs, file.stat.ctimeNs, file.stat.inode].map(String),
	]);
	const links = tree.links.flatMap((link) => [link.path, "link", link.target]);
	const sizeBytes = tree.files.reduce((sum, file) => sum + file.stat.sizeBytes, 0);
	const latest = tree.files.reduce((time, file) => later(time, file.stat.ctimeNs), "0");
	return [sizeBytes, (0,model_digest .bK)([...facts, ...links]), latest, stat.inode];
}
function later(one, other) {
	return BigInt(other) > BigInt(one) ? other : one;
}
function isUnchanged(entry, identity) {
	return identity.every((fact, place) => fact === entry[place]);
}
function hashContent(disk, { path, stat, members }) {
	const pointer = stat.kind === "directory" ? undefined : (0,pointers .ZY)(disk, path, stat.sizeBytes);
	if (pointer === undefined)
		return (0,measure .ol)(disk, path, members);
	if (pointer.sha256 !== undefined)
		return pointer.sha256;
	throw new Error(`${(0,pointers .bd)(path, pointer)}, and the pointer names no SHA-256`);
}
function load(disk, file) {
	const value = (0,marker .qF)((0,cache_files .xe)(disk, file, LIMIT_BYTES));
	const isCache = Array.isArray(value) && value[0] === FORM;
	const rows = isCache ? value.slice(1) : [];
	const known = new Map();
	for (const row of [...rows, ...keptRows(disk, file)]) {
		if (!isRow(row))
			continue;
		const [path, ...entry] = row;
		known.set(path, entry);
	}
	return known;
}
function keptRows(disk, file) {
	const lines = (0,cache_files .xe)(disk, rowsBeside(file), LIMIT_BYTES).split("\n");
	return lines.filter((line) => line !== "").map((line) => (0,marker .qF)(line));
}
function isRow(row) {
	return (Array.isArray(row) &&
		row.length === 6 &&
		typeof row[0] === "string" &&
		typeof row[1] === "number" &&
		(0,model_digest ._h)(row[5]));
}

;// CONCATENATED MODULE: src/core/model/folded.js


const NOT_ASCII = /[^ -~]/;

function folded(path) {
	return path.normalize("NFC").toUpperCase().toLowerCase();
}

var shard_paths = __nccwpck_require__("src/core/model/shard-paths.js");
var files_history = __nccwpck_require__("src/files/history.js");
;// CONCATENATED MODULE: src/checkpoint/provenance.js



const NEVER = { startedMs: Number.POSITIVE_INFINITY, finishedMs: Number.POSITIVE_INFINITY };
function readTimes(disk, markers, path) {
	const parsed = markers.parse(unlessRefused(() => disk.readText(path, marker .gX)) ?? "");
	if (parsed.kind !== "full" || parsed.marker.adopted === true)
		return NEVER;
	const { finishedAt, seconds, noted } = parsed.marker;
	const finishedMs = Date.parse(finishedAt);
	if (Number.isNaN(finishedMs))
		return NEVER;
	const startedMs = noted === true ? finishedMs - seconds * 1000 : NEVER.startedMs;
	return { startedMs, finishedMs };
}
function timeOf(disk, path) {
	const stat = unlessRefused(() => disk.stat(path));
	return stat === undefined ? Number.POSITIVE_INFINITY : Math.ceil(Number(stat.mtimeNs) / 1e6);
}
function unlessRefused(look) {
	try {
		return look();
	}
	catch {
		return undefined;
	}
}

var model_params = __nccwpck_require__("src/core/model/params.js");
;// CONCATENATED MODULE: src/checkpoint/proofs.js





const proofs_FORM = "donemark-proofs-3";
const proofs_LIMIT_BYTES = 256 * 1024 * 1024;



function inputsOf({ shard }) {
	return [
		...shard.inputs.map(({ path }) => path),
		...shard.inputs.map((input) => input.sha256 ?? ""),
		...paramsOf(shard),
	];
}



function stampsOf(disk, task) {
	const stamps = [];
	for (const path of pathsOf(task)) {
		const stamp = stampOf(disk, path);
		if (stamp === undefined)
			return undefined;
		stamps.push(...stamp);
	}
	return stamps;
}


const STAMP_LENGTH = 4;

function isOld(stamps, nowMs) {
	for (let place = 2; place < stamps.length; place += 4) {
		if (!(0,cache_files .Is)(stamps[place] ?? nowMs, nowMs))
			return false;
	}
	return true;
}



var survey = __nccwpck_require__("src/checkpoint/survey.js");
var checkpoint_tasks = __nccwpck_require__("src/checkpoint/tasks.js");
var again_command = __nccwpck_require__("src/job/again-command.js");
var job_define = __nccwpck_require__("src/job/define.js");
var job_forced = __nccwpck_require__("src/job/forced.js");
var marker_key = __nccwpck_require__("src/job/marker-key.js");
var owners = __nccwpck_require__("src/job/owners.js");
var planned_job = __nccwpck_require__("src/job/planned-job.js");
var store_address = __nccwpck_require__("src/core/definition/store-address.js");
var answers = __nccwpck_require__("src/store/answers.js");
;// CONCATENATED MODULE: src/store/none.js

const NOWHERE = {
	kind: "unavailable",
	cause: "no store is set: the disk itself keeps the checkpoints",
};
const noStore = {
	kind: "none",
	label: "none",
	find: (wanted) => Promise.resolve(wanted.map(() => answers .Rq)),
	fetch: () => Promise.resolve(answers .Rq),
	save: () => Promise.resolve(NOWHERE),
	revoke: () => Promise.resolve(answers .Rq),
	list: () => Promise.resolve({ kind: "listed", entries: [] }),
	remove: () => Promise.resolve(answers .Rq),
	findWork: (wanted) => Promise.resolve(wanted.map(() => answers .Rq)),
	saveWork: () => Promise.resolve(NOWHERE),
	fetchWork: () => Promise.resolve(answers .Rq),
	dropWork: () => Promise.resolve(answers .Rq),
};

;// CONCATENATED MODULE: src/job/stores/open-store.js


const OPENERS = {
	none: () => Promise.resolve(noStore),
	auto: openAuto,
	github: async (invocation, rules) => {
		const { openGithubStore } = await Promise.all([__nccwpck_require__.e("github-store"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/stores/github-store.js"));
		return openGithubStore(invocation, rules);
	},
	file: async (invocation, { name, rest }) => {
		const { openFileStore } = await Promise.all([__nccwpck_require__.e("github-store"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/job/stores/file-store.js"));
		return openFileStore(invocation, name, rest);
	},
};




;// CONCATENATED MODULE: src/job/stores/store-warnings.js



;// CONCATENATED MODULE: src/job/open.js




































function first5(names) {
	return names.slice(0, 5).map(text_text .hD).join(", ") + (names.length > 5 ? " and more" : "");
}





function checkShared({ kind }, word) {
	if (kind !== "none")
		return;
	throw new problem .yo([
		`${word} needs a store that all jobs share, and here is none: finished shards stay on the disk of the runner that made them. ` +
			"Set store to github (where the runner has a cache service) or to file:<folder> on a disk that all runners see.",
	]);
}

function failedShards({ disk, workspace }, { only, force }, all) {
	const isAsked = [...(only ?? []), ...(force ?? [])].some(({ kind }) => kind === "failed");
	if (!isAsked)
		return new Set();
	const failed = all.filter(({ checkpoint }) => {
		const { startRecord, unreadable } = (0,records .H)(disk, (0,external_node_path_.resolve)(workspace, checkpoint));
		if (unreadable !== undefined)
			throw new problem .yo([`status:failed: ${(0,model_unreadable .Xq)(unreadable)}.`]);
		return startRecord?.failure !== undefined;
	});
	return new Set(failed.map(({ id }) => id));
}




 }),

"src/job/own-files.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   f8: () => ( readRestored),
   qU: () => ( ownName),
   u: () => ( stepName),
   vy: () => ( noteRestored),
   ys: () => ( writeOwn)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/core/model/digest.js");
 var _core_definition_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/core/definition/environment.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__("src/core/text/text.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/files/durable.js");








const RECORD_LIMIT_BYTES = 64 * 1024;
async function writeOwn({ workspace }, writer, { name, text }) {
	const folder = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .vY)(workspace);
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
	try {
		await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__ .wZ)(writer.disk, folder);
		if (!writer.disk.exists((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, ".gitignore")))
			await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__ .v8)(writer.disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, ".gitignore"), "*\n", writer.token());
		await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_4__ .v8)(writer.disk, path, text, writer.token());
	}
	catch (error) {
		throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .yo([
			`Donemark writes ${path}, and ${folder} must be a folder that can be written: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_3__ .bD)(error)}`,
		]);
	}
	return path;
}
function ownName(kind, { definition }, ext) {
	const { name, checkpoint } = definition;
	return `${kind}-${(0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_5__ .bK)([name ?? "", checkpoint]).slice(0, 8)}.${ext}`;
}
function stepName(kind, owning, { ext, unique }) {
	return ownName(kind, owning, `${unique}.${ext}`);
}
const TRACKING = "RUNNER_TRACKING_ID";
function noteRestored(invocation, writer, { job, runTag }) {
	const { run, attempt } = job.by;
	const tracking = (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_6__ .bv)(invocation.env, TRACKING);
	const earlier = tracking === undefined ? [] : readRestored(invocation, job);
	const note = { runTag, runTags: [...earlier, runTag], run, attempt, tracking };
	const text = `${JSON.stringify(note)}\n`;
	return writeOwn(invocation, writer, { name: ownName("restored", job, "json"), text });
}
function readRestored({ disk, workspace, env }, job) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .vY)(workspace), ownName("restored", job, "json"));
	const value = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .qF)(disk.readText(path, RECORD_LIMIT_BYTES) ?? "");
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_7__ .u4)(value))
		return [];
	const isThisRun = value["run"] === job.by.run && value["attempt"] === job.by.attempt;
	const tracking = (0,_core_definition_environment_js__WEBPACK_IMPORTED_MODULE_6__ .bv)(env, TRACKING);
	const isOtherJob = [value["tracking"], tracking].every((one) => one !== undefined) &&
		value["tracking"] !== tracking;
	const isThisJob = isThisRun && !isOtherJob;
	const { runTag, runTags = [runTag] } = value;
	const tags = isThisJob && Array.isArray(runTags) ? runTags : [];
	return tags.filter((tag) => typeof tag === "string");
}


 }),

"src/job/owners.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var ownerLooks = (function ownerLooks({ now }) {
	const looks = new Map();
	return (async (record, started) => {
		const { lookAtOwner } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/machine/owner-watch.js"));
		const { ownerOf } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/protocol/claims.js"));
		const { startedAt, by, owner } = record;
		const named = ownerOf(record, started);
		const key = JSON.stringify(named);
		const look = looks.get(key) ?? lookAtOwner(named);
		looks.set(key, look);
		const { liveness, host, ageMs } = look;
		const sinceMs = now() - Date.parse(startedAt);
		const signMs = sinceMs >= 0 ? Math.min(ageMs ?? Infinity, sinceMs) : ageMs;
		return {
			liveness,
			pid: owner.pid,
			host: by.host ?? host ?? null,
			startedAt,
			startedSecondsAgo: inSeconds(Number.isNaN(sinceMs) ? 0 : Math.max(0, sinceMs)),
			lastSignSeconds: ageMs === undefined || signMs === undefined ? null : inSeconds(signMs),
		};
	});
});

 __nccwpck_require__.d(__webpack_exports__, {
   E: () => ( ownerLooks)
 });

function inSeconds(milliseconds) {
	return Math.round(milliseconds / 100) / 10;
}


 }),

"src/job/planned-job.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   DT: () => ( checkOnly),
   Jr: () => ( checkSigned),
   rv: () => ( SIGNED)
 });
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/problem.js");
 var _marker_key_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/job/marker-key.js");


const SIGNED = "signed";
function checkSigned(invocation, { values }) {
	const signed = values[SIGNED];
	if (signed === undefined || signed === false)
		return;
	if ((0,_marker_key_js__WEBPACK_IMPORTED_MODULE_1__ .R)(invocation).seal !== undefined)
		return;
	const here = invocation.surface === "actions"
		? "Give this step the secret that plan has (marker-key: ${{ secrets.MARKER_KEY }}). A run for a fork has no secrets: run it in the repository itself"
		: "Set DONEMARK_MARKER_KEY to the key that plan has";
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .yo([
		`definition was planned with a marker-key, and this job has none: marker-key is absent or blank, so no marker was read or written. ${here}, or plan without marker-key.`,
	]);
}
function checkOnly({ inputs }, { isPlanned }) {
	if (!isPlanned || inputs.blank?.includes("only") !== true)
		return;
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .yo([
		`${inputs.label("only")} is blank beside a definition that plan handed on: an expression that came out empty would run every shard. ` +
			"Give what plan gave (only: ${{ matrix.only }}), or leave only out where this job is about all shards.",
	]);
}


 }),

"src/job/reconcile/to-run.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var isToRun = (function isToRun({ kind }) {
	return kind === "run" || kind === "resume";
});

 __nccwpck_require__.d(__webpack_exports__, {
   $: () => ( isToRun),
   P: () => ( toRun)
 });
function toRun(verdicts, failed) {
	const open = verdicts.filter(isToRun);
	const hasFailed = ({ task }) => failed.has(task.shard.id);
	return [...open.filter((verdict) => !hasFailed(verdict)), ...open.filter(hasFailed)];
}



 }),

"src/machine/uncaught.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var handleUncaught = (function handleUncaught(say) {
	let act = say;
	let patienceMs = MOMENT_MS;
	let end;
	const handle = ((error) => {
		process.exitCode = _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ .dc.failed;
		end ??= setTimeout((() => process.exit()), patienceMs).unref();
		act(error);
	});
	process.on("uncaughtException", handle);
	process.on("unhandledRejection", handle);
	return {
		divert: ((nextAct, nextPatienceMs) => {
			act = nextAct;
			patienceMs = nextPatienceMs;
		}),
	};
});

 __nccwpck_require__.d(__webpack_exports__, {
   K: () => ( handleUncaught)
 });
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/problem.js");

const MOMENT_MS = 250;



 }),

"src/shards/check-inputs.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var checkInputs = (function checkInputs(disk, { workspace, definition, shards }) {
	const { inputFingerprint, rerunOn } = definition;
	if (inputFingerprint === "name" || !rerunOn.includes("input"))
		return;
	const missing = shards.flatMap((({ id, inputs }) => inputs
		.filter(((input) => isMissing(disk, workspace, input)))
		.map((({ path }) => `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(path)} (of shard ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .hD)(id)})`))));
	const [first] = missing;
	if (first === undefined)
		return;
	throw new _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .yo([
		`shards names ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(missing.length, "input")} that ${missing.length === 1 ? "is" : "are"} not here, such as ${first}. ` +
			"Bring the file, take the shard out of the list, give its sha256, or compare inputs by name (input-fingerprint: name).",
	]);
});

 __nccwpck_require__.d(__webpack_exports__, {
   s: () => ( checkInputs)
 });
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _core_model_shard_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/shard.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/text/text.js");
 var _pointers_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/shards/pointers.js");






function isMissing(disk, workspace, { path, sha256 }) {
	if (path === "" || sha256 !== undefined)
		return false;
	if ((0,_core_model_shard_js__WEBPACK_IMPORTED_MODULE_1__ .nh)(path))
		return true;
	const absolute = (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_0__ .tj)(workspace, path);
	try {
		return disk.stat(absolute) === undefined && (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__ .Hk)(disk, absolute) === undefined;
	}
	catch {
		return false;
	}
}


 }),

"src/shards/expand.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var expandShards = (async function expandShards(disk, workspace, definition) {
	const source = readSource(disk, workspace, definition.shards);
	const counted = typeof source === "number" ? source : undefined;
	const { seeds, unmatched, unfinished } = await seedsOf(disk, workspace, source);
	const { checkpoint, work } = definition;
	const templates = work === undefined ? { checkpoint } : { checkpoint, work };
	const placed = (0,shard .PX)(seeds, templates, counted !== undefined);
	if ("problems" in placed)
		throw new problem .yo(placed.problems);
	const { shards } = placed;
	const swallowed = areApart(workspace, shards, definition) ? [] : findSwallowed(workspace, shards);
	if (swallowed.length > 0)
		throw new problem .yo(swallowed);
	return { shards, ...(counted !== undefined && { counted }), unmatched, unfinished };
});
var readSource = (function readSource(disk, workspace, given) {
	if (typeof given === "number")
		return given;
	if (typeof given !== "string")
		return readList(given);
	const text = given.trim();
	if (/^\d+$/.test(text))
		return wholeNumber(text);
	if (text.startsWith("["))
		return { list: parseList(text, "shards") };
	if (!text.startsWith("@"))
		return { globs: (0,text_text .n5)(text) };
	return { list: readListFile(disk, workspace, text.slice(1).trim()) };
});
var seedsOf = (async function seedsOf(disk, workspace, source) {
	if (typeof source === "number")
		return { seeds: (0,shard .VD)(source), ...ALL_FOUND };
	if ("globs" in source)
		return seedsOfGlobs(disk, workspace, source.globs);
	const { seeds, problems } = (0,shard .Cc)(source.list);
	if (problems.length > 0)
		throw new problem .yo(problems);
	if (seeds.length === 0)
		throw new problem .yo(["shards is an empty list: there is nothing to do."]);
	return { seeds, ...ALL_FOUND };
});
var seedsOfGlobs = (async function seedsOfGlobs(disk, workspace, patterns) {
	const found = await (0,globs .xo)(disk, workspace, patterns);
	const dangling = found.flatMap(((one) => one.dangling));
	if (dangling.length > 0)
		throw new problem .yo([sayDangling(disk, workspace, dangling)]);
	for (const { files } of found)
		checkNames(disk, workspace, files);
	const seeds = seedsOfMatches(found);
	const absent = found.flatMap(((one) => one.absent));
	if (seeds.length > 0 && absent.length > 0)
		throw new problem .yo([sayAbsent(absent)]);
	const unfinished = [...new Set(found.flatMap(((one) => one.unfinished)))];
	const isUnmatched = ((one) => one.files.length === 0 && one.unfinished.length === 0);
	const unmatched = found.filter(isUnmatched).map((({ pattern }) => pattern));
	if (seeds.length > 0)
		return { seeds, unmatched, unfinished };
	if (unfinished.length > 0)
		throw new problem .yo([sayAllUnfinished(unfinished)]);
	const hints = patterns
		.filter(((pattern) => !pattern.startsWith("!")))
		.slice(0, MOST_HINTS)
		.map(((pattern) => (0,shards_unmatched .J)(disk, workspace, pattern)))
		.join("");
	throw new problem .mS([
		`No shard matches: ${patterns.map(text_text .hD).join(", ")} found no file below ${(0,text_text .hD)(workspace)}.` +
			(hints === "" ? NO_SHARDS : hints),
	]);
});
var seedsOfMatches = (function seedsOfMatches(found) {
	const [first] = found;
	if (first === undefined)
		return [];
	if (found.length === 1)
		return first.files.map((({ path, below }) => (0,shard .Lk)(path, below)));
	const seeds = new Map();
	for (const { path, below } of found.flatMap((({ files }) => files)))
		if (!seeds.has(path))
			seeds.set(path, (0,shard .Lk)(path, below));
	return [...seeds.values()];
});
var checkNames = (function checkNames(disk, workspace, files) {
	for (const { path } of files) {
		if (!path.includes("\uFFFD") || disk.exists((0,external_node_path_.resolve)(workspace, path)))
			continue;
		throw new problem .yo([
			`shards matches a file whose name is not UTF-8: ${(0,text_text .hD)(path)}. Rename it (convmv -t utf8), or leave it out with a "!" pattern.`,
		]);
	}
});
var areApart = (function areApart(workspace, shards, { checkpoint, work = checkpoint }) {
	const written = [checkpoint, work].map(((one) => (0,shard_paths .tj)(workspace, (0,template .sL)(one))));
	const folders = new Set();
	for (const { inputs } of shards)
		for (const { path } of inputs)
			folders.add(folderOf(path));
	return [...folders].every(((folder) => {
		const path = (0,shard_paths .tj)(workspace, folder);
		return written.every(((one) => path !== one && !(0,template .Yw)(one, path)));
	}));
});
var folderOf = (function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
});


__nccwpck_require__.d(__webpack_exports__, {
  a: () => ( expandShards)
});

var external_node_path_ = __nccwpck_require__("node:path");
var shard_paths = __nccwpck_require__("src/core/model/shard-paths.js");
var problem = __nccwpck_require__("src/core/text/problem.js");
var shard = __nccwpck_require__("src/core/model/shard.js");
var template = __nccwpck_require__("src/core/model/template.js");
var text_text = __nccwpck_require__("src/core/text/text.js");
var shards_unmatched = __nccwpck_require__("src/shards/unmatched.js");
var globs = __nccwpck_require__("src/shards/globs.js");
var utf8 = __nccwpck_require__("src/files/utf8.js");
var pointers = __nccwpck_require__("src/shards/pointers.js");
;// CONCATENATED MODULE: src/shards/read-list.js





const LIST_LIMIT_BYTES = 256 * 1024 * 1024;
function readListFile(disk, workspace, file) {
	const path = (0,external_node_path_.resolve)(workspace, file);
	let content;
	try {
		content = (0,utf8 .S)(disk, path, LIST_LIMIT_BYTES + 1);
	}
	catch (error) {
		throw new problem .yo([`shards: the file ${(0,text_text .hD)(file)} cannot be read: ${(0,problem .bD)(error)}`]);
	}
	if (content === undefined)
		throw new problem .yo([`shards names the file ${(0,text_text .hD)(file)}, which is not there.`]);
	if (Buffer.byteLength(content) > LIST_LIMIT_BYTES)
		throw new problem .yo([`shards: the file ${(0,text_text .hD)(file)} has more than 256 MiB.`]);
	const pointer = (0,pointers .eX)(content);
	if (pointer !== undefined)
		throw new problem .yo([`shards: ${(0,pointers .bd)(file, pointer)}.`]);
	return parseList(content, file);
}
function parseList(text, label) {
	const trimmed = text.trim();
	try {
		if (!trimmed.startsWith("["))
			return (0,text_text .n5)(trimmed).map(parseAsWritten);
		const list = parseAsWritten(trimmed);
		if (Array.isArray(list))
			return list;
	}
	catch (error) {
		throw new problem .yo([
			`${label} must be a JSON list or one JSON object a line: ${(0,problem .bD)(error)}.`,
		]);
	}
	throw new problem .yo([`${label} must be a JSON list or one JSON object a line.`]);
}
function parseAsWritten(json) {
	const value = JSON.parse(json);
	if (!json.includes('"params"'))
		return value;
	return withWrittenParams(value, JSON.parse(json.replaceAll(TEXT_OR_NUMBER, quoteInexact)));
}
const TEXT_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g;
function quoteInexact(token) {
	const isExact = token.startsWith('"') || String(Number(token)) === token;
	return isExact ? token : JSON.stringify(token);
}
function withWrittenParams(value, written) {
	if (Array.isArray(value) && Array.isArray(written))
		return value.map((item, place) => withWrittenParams(item, written[place]));
	if (!(0,text_text .u4)(value) || !(0,text_text .u4)(written) || value["params"] === undefined)
		return value;
	return { ...value, params: written["params"] };
}

;// CONCATENATED MODULE: src/shards/expand.js









const MOST_SHARDS = 1_000_000;


function readList(given) {
	if (given.length === 0)
		return { list: given };
	const texts = given.filter((item) => typeof item === "string");
	return texts.length === given.length ? { globs: texts } : { list: given };
}
function wholeNumber(text) {
	const shards = Number(text);
	if (shards >= 1 && shards <= MOST_SHARDS)
		return shards;
	throw new problem .yo([`shards must be a number from 1 to ${MOST_SHARDS}, got ${text}.`]);
}
const ALL_FOUND = { unmatched: [], unfinished: [] };


const NO_SHARDS = " Give globs that match the input files, a number of shards, or a JSON list.";
const MOST_HINTS = 3;

function sayAbsent(absent) {
	const names = absent.slice(0, 5).map(text_text .hD).join(", ") + (absent.length > 5 ? " and more" : "");
	const are = absent.length === 1 ? "is" : "are";
	return `shards names ${(0,text_text .LS)(absent.length, "file")} that ${are} not here: ${names}. Bring what is missing, or take it out of shards.`;
}
function sayAllUnfinished(unfinished) {
	return (`shards matches only ${(0,text_text .LS)(unfinished.length, "file")} of shards that are not finished, such as ${(0,text_text .hD)(unfinished[0])}: ` +
		"a start record lies beside it, and no marker. Finish the stage that writes there first: `donemark run`.");
}

function sayDangling(disk, workspace, dangling) {
	const [first = ""] = dangling;
	return (`shards matches ${(0,text_text .LS)(dangling.length, "link")} that ${dangling.length === 1 ? "leads" : "lead"} nowhere, such as ${(0,text_text .hD)(first)} ` +
		`(to ${(0,text_text .hD)(disk.readLink((0,external_node_path_.resolve)(workspace, first)))}). Fetch what they lead to (git annex get, dvc pull, a disk that is not mounted), ` +
		`or leave them out: ${(0,text_text .hD)(`!${first}`)}.`);
}

function findSwallowed(workspace, shards) {
	const ownerOf = ownerFinder(workspace, shards);
	const swallowed = shards.flatMap(({ inputs }) => inputs.filter(({ path }) => path !== "" && ownerOf(path) !== undefined));
	const [first] = swallowed;
	if (first === undefined)
		return [];
	return [
		`shards matches ${(0,text_text .LS)(swallowed.length, "file")} that Donemark or the command writes, such as ${(0,text_text .hD)(first.path)} ` +
			`(of shard ${(0,text_text .hD)(ownerOf(first.path))}). Narrow the globs or move the checkpoints.`,
	];
}
function ownerFinder(workspace, shards) {
	const owners = new Map();
	for (const { id, checkpoint, work } of shards) {
		owners.set((0,shard_paths .tj)(workspace, checkpoint), id);
		if (work !== undefined)
			owners.set((0,shard_paths .tj)(workspace, work), id);
	}
	const folders = new Set([...owners.keys()].map(folderOf));
	const holders = new Map();
	const holderOf = (folder) => {
		if (holders.has(folder))
			return holders.get(folder);
		const above = (0,external_node_path_.dirname)(folder);
		const holder = owners.get(folder) ?? (above === folder ? undefined : holderOf(above));
		holders.set(folder, holder);
		return holder;
	};
	const known = new Map();
	return (path) => {
		const given = folderOf(path);
		const folder = known.get(given) ?? (0,external_node_path_.dirname)((0,shard_paths .tj)(workspace, path));
		known.set(given, folder);
		const holder = holderOf(folder);
		if (holder !== undefined || !folders.has(folder))
			return holder;
		return owners.get((0,shard_paths .tj)(workspace, path).replace(/\.(?:done|started)$/, ""));
	};
}



 }),

"src/shards/globs.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var matchFiles = (async function matchFiles(disk, workspace, patterns) {
	const { wanted, unwanted } = separate(patterns);
	const isUnwanted = await anyMatcher(unwanted);
	const found = [];
	for (const pattern of wanted) {
		const { files, dangling, unfinished, absent } = await matchOne(disk, workspace, pattern);
		const isKept = ((path) => !isUnwanted(path));
		found.push({
			pattern,
			files: files.filter((({ path }) => isKept(path))),
			dangling: dangling.filter(isKept),
			unfinished: unfinished.filter(isKept),
			absent: absent.filter(isKept),
		});
	}
	return found;
});
var anyMatcher = (async function anyMatcher(patterns) {
	if (patterns.length === 0)
		return (() => false);
	const { picomatch } = await __nccwpck_require__.e("globs").then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/glob-library.js"));
	return picomatch([...patterns], { dot: true });
});
var separate = (function separate(patterns) {
	const kept = patterns
		.filter(((pattern) => !pattern.startsWith("#")))
		.map(((p) => p.replace(/^\.\//, "")));
	return {
		wanted: kept.filter(((pattern) => !pattern.startsWith("!"))),
		unwanted: kept.filter(((pattern) => pattern.startsWith("!"))).map(((pattern) => pattern.slice(1))),
	};
});
var matchOne = (async function matchOne(disk, workspace, pattern) {
	const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, pattern);
	const kind = disk.stat(path)?.kind;
	if (kind === "file") {
		return { ...NOTHING, files: [{ path: pattern, below: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(pattern) }] };
	}
	const { picomatch } = await __nccwpck_require__.e("globs").then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/glob-library.js"));
	const { base, glob, isGlob } = picomatch.scan(pattern);
	if (isGlob)
		return matchGlob(disk, workspace, { base, glob });
	if (kind !== undefined)
		return NOTHING;
	if ((0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__ .Hk)(disk, path) !== undefined)
		return { ...NOTHING, files: [{ path: pattern, below: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(pattern) }] };
	const isLink = disk.exists(path);
	return isLink ? { ...NOTHING, dangling: [pattern] } : { ...NOTHING, absent: [pattern] };
});
var matchGlob = (async function matchGlob(disk, workspace, { base, glob }) {
	const { globSync, picomatch, readingWith } = await __nccwpck_require__.e("globs").then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/glob-library.js"));
	const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, base);
	const foldersHere = folderReader(disk);
	const fs = readingWith(foldersHere.isRead);
	const options = { cwd, expandDirectories: false, followSymbolicLinks: true, fs };
	const isWanted = picomatch(glob);
	const matched = globSync([glob, `${glob}.dvc`], { ...options, onlyFiles: true });
	const folders = glob.includes("/")
		? globSync(foldersOf(glob), { cwd, onlyDirectories: true, followSymbolicLinks: true })
		: [];
	const links = ["", ...folders]
		.flatMap(((folder) => linksToNowhere(disk, foldersHere.read, { cwd, folder })))
		.filter(((link) => isWanted(link)));
	const isAbsentObject = ((link) => (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__ .Hk)(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, link)) !== undefined);
	const objects = objectsOf(disk, cwd, { matched, isWanted, isExplicit: glob.endsWith(".dvc") });
	const found = [...objects, ...links.filter(isAbsentObject)].filter(((name) => !isOwnPath(name)));
	const isLeftOut = unfinishedFinder(foldersHere.read, workspace, cwd);
	const front = base === "" ? "" : base.endsWith("/") ? base : `${base}/`;
	const leftOut = new Set(found.filter(isLeftOut));
	return {
		files: found
			.filter(((name) => !leftOut.has(name)))
			.map(((name) => ({ path: front + name, below: name }))),
		dangling: links.filter(((link) => !isAbsentObject(link))).map(((link) => front + link)),
		unfinished: [...leftOut].map(((name) => front + name)),
		absent: [],
	};
});
var objectsOf = (function objectsOf(disk, cwd, { matched, isWanted, isExplicit }) {
	if (isExplicit)
		return matched.filter(((name) => isWanted(name)));
	const names = new Set();
	for (const name of matched) {
		if (name.endsWith(".dvc") && (0,_pointers_js__WEBPACK_IMPORTED_MODULE_3__ .ou)(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, name))) {
			const object = name.slice(0, -".dvc".length);
			if (isWanted(object) && disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, object))?.kind !== "directory")
				names.add(object);
		}
		else if (!name.endsWith(".dvc") || isWanted(name))
			names.add(name);
	}
	return [...names];
});
var isOwnPath = (function isOwnPath(name) {
	return OWN_NAME.test(name) || (0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ .JA)(name);
});
var folderReader = (function folderReader(disk) {
	const known = new Map();
	return {
		read: ((folder) => {
			const before = known.get(folder);
			if (before !== undefined)
				return before;
			const entries = disk.list(folder) ?? [];
			const links = entries.filter((({ kind }) => kind === "link")).map((({ name }) => name));
			const listed = { links, open: openAmong(entries.map((({ name }) => name))) };
			known.set(folder, listed);
			return listed;
		}),
		isRead: ((folder, entries) => {
			const links = entries.filter(((one) => one.isSymbolicLink())).map((({ name }) => name));
			known.set((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder), { links, open: openAmong(entries.map((({ name }) => name))) });
		}),
	};
});
var openAmong = (function openAmong(names) {
	const started = names.filter(((name) => name.endsWith(_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad)));
	if (started.length === 0)
		return NO_NAMES;
	const all = new Set(names);
	const open = started.map(((name) => name.slice(0, -_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .ad.length)));
	const unfinished = open.filter(((name) => !all.has(name + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM)));
	return new Set(unfinished.flatMap(((name) => [name, name + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .i8])));
});
var unfinishedFinder = (function unfinishedFinder(read, workspace, cwd) {
	const isInOpen = ((path) => {
		const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
		if (folder === path || path === workspace)
			return false;
		return read(folder).open.has((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)) || isInOpen(folder);
	});
	const folders = new Map();
	return ((name) => {
		const end = name.lastIndexOf("/");
		const below = name.slice(0, Math.max(end, 0));
		let folder = folders.get(below);
		if (folder === undefined) {
			const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, below);
			folder = { open: read(path).open, isInOpen: isInOpen(path) };
			folders.set(below, folder);
		}
		return folder.isInOpen || folder.open.has(name.slice(end + 1));
	});
});
var linksToNowhere = (function linksToNowhere(disk, read, { cwd, folder }) {
	return read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, folder))
		.links.map(((name) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name)))
		.filter(((link) => disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(cwd, link)) === undefined));
});

 __nccwpck_require__.d(__webpack_exports__, {
   SR: () => ( idMatcher),
   oq: () => ( matchPaths),
   xo: () => ( matchFiles)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/marker.js");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _pointers_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/shards/pointers.js");





async function matchPaths(workspace, pattern) {
	const { globSync, picomatch } = await __nccwpck_require__.e("globs").then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/glob-library.js"));
	const { base, glob, isGlob } = picomatch.scan(pattern.replace(/^\.\//, ""));
	if (!isGlob)
		return undefined;
	const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, base);
	return globSync(glob, { cwd, onlyFiles: false, expandDirectories: false }).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, path));
}
async function idMatcher() {
	const { picomatch } = await __nccwpck_require__.e("globs").then(__nccwpck_require__.bind(__nccwpck_require__, "src/shards/glob-library.js"));
	return (pattern) => {
		const matches = picomatch(pattern, { dot: true, noextglob: true });
		return (id) => matches(id);
	};
}



const NOTHING = { files: [], dangling: [], unfinished: [], absent: [] };



const OWN_NAME = /\.(?:done|started)$|(?:^|\/)\.donemark(?:\/|-tmp-)/;


const NO_NAMES = new Set();

function foldersOf(glob) {
	const above = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(glob);
	const isWhole = above.split("{").length === above.split("}").length;
	return isWhole ? above : "**";
}



 }),

"src/shards/pointers.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var pointerFrom = (function pointerFrom(text) {
	if (text.length >= LIMIT_BYTES)
		return undefined;
	const oid = LFS.exec(text)?.[1];
	if (oid !== undefined)
		return { tool: "Git LFS", sha256: oid, command: "git lfs pull" };
	const key = /^\/annex\/objects\/(\S+)\r?\n/.exec(text)?.[1];
	return key === undefined ? undefined : annexed(key);
});

 __nccwpck_require__.d(__webpack_exports__, {
   Hk: () => ( pointerAt),
   ZY: () => ( pointerIn),
   bd: () => ( sayPointer),
   eX: () => ( pointerFrom),
   ou: () => ( isDvcFile)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");


const LIMIT_BYTES = 1024;
function pointerAt(disk, path) {
	const stat = disk.stat(path);
	if (stat === undefined)
		return absentObject(disk, path);
	if (stat.kind === "directory")
		return pointerBelow(disk, path);
	return stat.kind === "file" ? pointerIn(disk, path, stat.sizeBytes) : undefined;
}
function pointerIn(disk, path, sizeBytes) {
	if (sizeBytes >= LIMIT_BYTES || sizeBytes === 0)
		return undefined;
	return pointerFrom(disk.readText(path, LIMIT_BYTES) ?? "");
}

function isDvcFile(disk, path) {
	const text = path.endsWith(".dvc") ? disk.readText(path, LIMIT_BYTES) : undefined;
	const out = text === undefined ? undefined : /^\s+path:\s*(.+?)\s*$/m.exec(text)?.[1];
	const isFile = /^outs:/m.test(text ?? "") && !/\.dir["']?\s*$/m.test(text ?? "");
	return isFile && out !== undefined && unquoted(out) === objectName(path);
}
function sayPointer(path, { tool, command }) {
	return `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .hD)(path)} is a pointer of ${tool}, and the object is not here: bring it (\`${command}\`)`;
}
const LFS = /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n(?:ext-\S+ \S+\r?\n)*oid sha256:([0-9a-f]{64})\r?\nsize \d+\r?\n?$/;
function absentObject(disk, path) {
	const target = disk.exists(path) ? disk.readLink(path) : undefined;
	if (target !== undefined && /(^|[\\/])annex[\\/]objects[\\/]/.test(target))
		return annexed((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(target));
	if (!isDvcFile(disk, `${path}.dvc`))
		return undefined;
	return { tool: "DVC", command: "dvc pull" };
}
function annexed(key) {
	const sha256 = /^SHA256E?-(?:[a-zA-Z]\d+-)*-([0-9a-f]{64})(?:\.|$)/.exec(key)?.[1];
	return {
		tool: "git-annex",
		command: "git annex get",
		...(sha256 !== undefined && { sha256 }),
	};
}
function pointerBelow(disk, folder) {
	for (const { name, kind } of disk.list(folder) ?? []) {
		const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name);
		const leadsToFolder = kind === "link" && disk.stat(path)?.kind === "directory";
		const pointer = leadsToFolder ? undefined : pointerAt(disk, path);
		if (pointer !== undefined)
			return pointer;
		const object = path.slice(0, -".dvc".length);
		if (name.endsWith(".dvc") && disk.stat(object) === undefined && isDvcFile(disk, path))
			return { tool: "DVC", command: "dvc pull" };
	}
	return undefined;
}
function objectName(path) {
	return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path).slice(0, -".dvc".length);
}
function unquoted(text) {
	return text.replace(/^(["'])(.*)\1$/, "$2");
}


 }),

"src/shards/uncovered.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var findUncovered = (function findUncovered({ command, workingDirectory, checkpoint, work }, { disk, workspace, files, shards }) {
	if (command === undefined || command.length > MOST_COMMAND)
		return [];
	const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, workingDirectory);
	const outputs = [checkpoint, work ?? checkpoint].map(((one) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, (0,_core_model_template_js__WEBPACK_IMPORTED_MODULE_2__ .sL)(one))));
	const isOutput = ((path) => outputs.some(((folder) => folder !== workspace && path.startsWith(`${folder}/`))));
	const candidates = new Set(wordsRead(command)
		.map(((word) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, word)))
		.filter(((path) => path.startsWith(`${workspace}/`) && !files.has(path) && !isOutput(path)))
		.filter(((path) => isFile(disk, path))));
	if (candidates.size === 0)
		return [];
	for (const { inputs } of shards)
		for (const input of inputs)
			candidates.delete((0,_core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ .tj)(workspace, input.path));
	return [...candidates].map(((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path)));
});
var wordsRead = (function wordsRead(command) {
	const text = command.replaceAll(/^\s*#.*$/gm, "").replaceAll(/\d*>[>|&]?\s*[^\s;|&]+/g, " ");
	const words = text.split(/[\s;|&()<"'`=]+/);
	return [...new Set(words)].filter(((word) => word !== "" && !/[$*?[\]{}\\]/.test(word)));
});
var isFile = (function isFile(disk, path) {
	try {
		return disk.stat(path)?.kind === "file";
	}
	catch {
		return false;
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   L: () => ( findUncovered)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_model_shard_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/model/shard-paths.js");
 var _core_model_template_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/model/template.js");



const MOST_COMMAND = 64 * 1024;





 }),

"src/shards/unmatched.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var namesIn = (function namesIn(disk, folder) {
	try {
		return disk
			.names(folder)
			.slice(0, MOST_NAMES)
			.filter(((name) => !name.startsWith(".")));
	}
	catch {
		return [];
	}
});

 __nccwpck_require__.d(__webpack_exports__, {
   J: () => ( hintForPattern)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:path");
 var _core_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/nearest.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/core/text/text.js");



function hintForPattern(disk, base, pattern) {
	let folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.isAbsolute(pattern) ? "/" : base;
	const segments = pattern.split("/").filter((one) => one !== "" && one !== ".");
	for (const [place, name] of segments.entries()) {
		if (WILD.test(name))
			return sayContent(disk, { folder, shown: shownTo(segments, place) });
		const next = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, name);
		if (!disk.exists(next))
			return sayAbsent(disk, { folder, segments, place });
		folder = next;
	}
	return disk.stat(folder)?.kind === "directory"
		? ` It is a folder: give a pattern of the files in it, such as ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(`${pattern.replace(/\/$/, "")}/*`)}.`
		: "";
}
const WILD = /[*?[\]{}()!@+]/;
const MOST_NAMES = 10_000;
function shownTo(segments, place) {
	return segments.slice(0, place).join("/") || ".";
}
function sayAbsent(disk, { folder, segments, place }) {
	const name = segments[place] ?? "";
	const kind = place === segments.length - 1 ? "file" : "folder";
	const names = namesIn(disk, folder);
	const near = (0,_core_text_nearest_js__WEBPACK_IMPORTED_MODULE_1__ .pA)(name, names);
	const where = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(shownTo(segments, place + 1));
	if (near === undefined)
		return ` There is no ${kind} ${where}.`;
	const meant = [...segments.slice(0, place), near, ...segments.slice(place + 1)].join("/");
	return ` There is no ${kind} ${where}. Did you mean ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(meant)}?`;
}
function sayContent(disk, { folder, shown }) {
	const names = namesIn(disk, folder);
	const [first] = names.toSorted(_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .n6);
	const where = shown === "." ? "This folder" : `The folder ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(shown)}`;
	return first === undefined
		? ` ${where} is empty.`
		: ` ${where} has ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .LS)(names.length, "name")}, such as ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .hD)(first)}.`;
}



 }),

"src/store/answers.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   MC: () => ( HIT),
   Rq: () => ( MISS),
   Ug: () => ( answerEach),
   Xq: () => ( REMOVED),
   ZF: () => ( answer),
   bK: () => ( broughtWork),
   hU: () => ( unavailable)
 });
 var _files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/files/real-disk.js");
 var _files_refused_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/files/refused.js");


const MISS = { kind: "miss" };
const HIT = { kind: "hit" };
const REMOVED = { kind: "removed" };
function broughtWork({ failure }) {
	return failure === undefined ? HIT : { kind: "hit", failure };
}
function unavailable(error, place) {
	const cause = (0,_files_refused_js__WEBPACK_IMPORTED_MODULE_1__.whyRefused)(_files_real_disk_js__WEBPACK_IMPORTED_MODULE_0__ .U, error);
	return { kind: "unavailable", cause: place === undefined ? cause : `${place}: ${cause}` };
}
async function answer(act, place) {
	try {
		return await act();
	}
	catch (error) {
		return unavailable(error, place);
	}
}
async function answerEach(questions, act, place) {
	const answers = await answer(act, place);
	return "kind" in answers ? questions.map(() => answers) : answers;
}


 }),

"src/ui/render/failure-lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   BR: () => ( groupFailures),
   E2: () => ( failedLine),
   Gh: () => ( withoutId),
   st: () => ( goOnLine),
   w7: () => ( failureLines)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/duration.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");


function groupFailures(failed) {
	const groups = new Map();
	for (const shard of failed) {
		const cause = withoutId(causeOf(shard), shard.id);
		const group = groups.get(cause);
		if (group === undefined)
			groups.set(cause, [shard]);
		else
			group.push(shard);
	}
	return [...groups.values()]
		.map((shards) => ({ why: causeOf(shards[0]), shards }))
		.toSorted((a, b) => b.shards.length - a.shards.length);
}
function withoutId(cause, id) {
	return cause.replaceAll(/\S*[/"]\S*/g, (word) => word
		.split(id)
		.reduce((all, next) => (isCut(all, next) ? `${all}{id}${next}` : `${all}${id}${next}`)));
}
function isCut(before, behind) {
	return !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(behind);
}
function causeOf({ why, reason }) {
	return why ?? reason;
}
const MOST_GROUPS = 5;
const MOST_IDS = 10;
function failureLines(shards, { paint, again }) {
	const failed = shards.filter(({ outcome }) => outcome === "failed");
	if (failed.length === 0)
		return [];
	const groups = groupFailures(failed);
	const shown = groups.slice(0, MOST_GROUPS);
	const rest = groups.slice(MOST_GROUPS).flatMap((group) => group.shards);
	return [
		"",
		...shown.flatMap((group) => groupLines(group, paint)),
		...(rest.length === 0 ? [] : [paint("red", restLine(rest))]),
		...nextLine(failed, again),
	];
}
function groupLines({ why, shards }, paint) {
	const [first] = shards;
	const ids = shards.map(({ id }) => id);
	const names = (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .Kf)(ids, MOST_IDS);
	const head = ids.length === 1 ? `Failed: ${names}: ${why}` : `${ids.length} failed alike (${names}): ${why}`;
	const tail = first.logTail?.split("\n") ?? [];
	const log = ids.length === 1 ? "its log" : `the log of ${first.id}`;
	return [
		paint("red", head),
		...tail.map((line) => paint("dim", `  | ${line}`)),
		...(first.logPath === undefined ? [] : [`  ${log}: ${first.logPath}`]),
	];
}
function restLine(rest) {
	const ids = rest.map(({ id }) => id);
	return `${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(ids.length, "more shard")} failed in other ways: ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .Kf)(ids, MOST_IDS)}`;
}
function nextLine(failed, again) {
	const open = failed.filter(({ stays }) => stays !== true);
	const [first] = open;
	if (first === undefined)
		return [];
	return [`To go on once that is mended: ${open.length === 1 ? again(first.id) : again()}`];
}
function goOnLine(shards, again) {
	const hasFailed = shards.some(({ outcome }) => outcome === "failed");
	const isOpen = shards.some(({ outcome, decision }) => outcome === "stopped" && decision !== "blocked");
	return isOpen && !hasFailed ? [`To go on: ${again()}`] : [];
}
function failedLine(shard, paint) {
	const { id, attempts, seconds } = shard;
	const tries = attempts > 1 ? `, try ${attempts}` : "";
	const took = (0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(seconds * 1000);
	return `${paint("red", "failed")}  ${id}  ${causeOf(shard)} (${took}${tries})`;
}


 }),

"src/ui/render/lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var planLines = (function planLines(verdicts, rules) {
	const { paint, verbose } = rules;
	const isLong = verdicts.length > MOST_LINES && !verbose;
	const shown = isLong
		? verdicts.filter((({ kind }) => kind !== "skip")).slice(0, MOST_LINES)
		: verdicts;
	const width = shown.reduce(((most, { task }) => Math.max(most, task.shard.id.length)), 0);
	const lines = shown.map(((verdict) => verdictLine(verdict, Math.min(48, width), paint)));
	const hidden = verdicts.length - shown.length;
	const rest = hidden > 0
		? [paint("dim", `\u2026 and ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(hidden, "more shard")} (--verbose shows them all)`)]
		: [];
	return [...lines, ...rest, "", ...countLines(verdicts, paint)];
});
var verdictLine = (function verdictLine(verdict, width, paint) {
	const { reason, detail, task } = verdict;
	const more = detail === "" ? "" : paint("dim", `  ${detail}`);
	return `${verdictWord(verdict, paint)} ${task.shard.id.padEnd(width)}  ${reason}${more}`;
});
var verdictWord = (function verdictWord({ kind }, paint) {
	const colour = kind === "skip" ? "green" : kind === "blocked" ? "red" : kind === "resume" ? "cyan" : "yellow";
	return paint(colour, kind.padEnd(7));
});
var countLines = (function countLines(verdicts, paint) {
	const counts = (0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .q)(verdicts);
	const facts = [
		`${counts.done} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(counts.total, "shard")} complete`,
		...(0,_state_words_js__WEBPACK_IMPORTED_MODULE_5__ .T$)((0,_state_words_js__WEBPACK_IMPORTED_MODULE_5__ ._d)(counts.states), paint),
		`${counts.pending} to run${counts.resumable > 0 ? ` (${counts.resumable} resumed)` : ""}`,
		...(counts.blocked > 0 ? [paint("red", `${counts.blocked} blocked`)] : []),
	];
	const reasons = (0,_core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ .V)(verdicts).map((([reason, amount]) => `${reason} ${amount}`));
	return [
		paint("bold", facts.join(" \u00b7 ")),
		...(reasons.length > 0 ? [paint("dim", reasons.join(" \u00b7 "))] : []),
	];
});

 __nccwpck_require__.d(__webpack_exports__, {
   $$: () => ( missingBecause),
   E0: () => ( verdictWord),
   HN: () => ( planLines),
   MT: () => ( verdictLine),
   QY: () => ( runEndLines),
   T_: () => ( markLines),
   WU: () => ( collectNext),
   i: () => ( collectLines),
   lt: () => ( countLines),
   ow: () => ( resultLine)
 });
 var _core_decide_counts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/decide/counts.js");
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/duration.js");
 var _progress_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/ui/render/progress.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__("src/core/text/text.js");
 var _failure_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/ui/render/failure-lines.js");
 var _state_words_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__("src/ui/render/state-words.js");
 var _retired_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__("src/ui/render/retired-lines.js");







const MOST_LINES = 200;




function resultLine(result, paint) {
	const { outcome, id, seconds, attempts, why, reason } = result;
	if (outcome === "failed")
		return (0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_3__ .E2)(result, paint);
	const tries = attempts > 1 ? `, try ${attempts}` : "";
	if (outcome === "done")
		return `${paint("green", "done")}    ${id}  ${reason}, ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_1__ .a3)(seconds * 1000)}${tries}`;
	if (result.decision === "blocked")
		return `${paint("red", "blocked")} ${id}  ${reason}: ${why ?? ""}`;
	if (outcome === "stopped")
		return `${paint("yellow", "stopped")} ${id}  ${why ?? "not started"}`;
	return `${paint("green", "skip")}    ${id}  ${why ?? reason}`;
}
function runEndLines(answer, rules) {
	const { retired, paint } = rules;
	return [
		...retired.map((one) => paint("yellow", (0,_retired_lines_js__WEBPACK_IMPORTED_MODULE_6__ .C)(one))),
		paint("bold", totalsOf(answer, paint)),
		...(0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_3__ .w7)(answer.shards, rules),
		...(0,_failure_lines_js__WEBPACK_IMPORTED_MODULE_3__ .st)(answer.shards, rules.again),
	];
}
function totalsOf(answer, paint) {
	const complete = answer.skipped + answer.ran;
	const stopped = answer.shards.filter(({ outcome, decision }) => outcome === "stopped" && decision !== "blocked");
	const unstarted = stopped.filter(({ attempts }) => attempts === 0).length;
	const facts = [
		`${complete} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(answer.total, "shard")} complete`,
		`${answer.skipped} skipped`,
		`${answer.ran} ran${answer.resumed > 0 ? ` (${answer.resumed} resumed)` : ""}`,
		...(answer.failed > 0 ? [paint("red", `${answer.failed} failed`)] : []),
		...(answer.blocked > 0 ? [paint("red", `${answer.blocked} blocked`)] : []),
		...(stopped.length > unstarted ? [`${stopped.length - unstarted} stopped`] : []),
		...(unstarted > 0 ? [`${unstarted} not started${ofThese(answer)}`] : []),
		...(answer.saved > 0 ? [`${answer.saved} saved`] : []),
		...(answer.unsaved > 0 ? [paint("red", `${answer.unsaved} not saved`)] : []),
		...(answer.secondsSaved > 0 ? [`${(0,_progress_js__WEBPACK_IMPORTED_MODULE_2__ .x)(answer.secondsSaved)} not run again`] : []),
	];
	return facts.join(" \u00b7 ");
}
function ofThese(answer) {
	const known = (0,_state_words_js__WEBPACK_IMPORTED_MODULE_5__ .ne)(answer).filter(([words]) => words !== "interrupted");
	return known.length === 0 ? "" : ` (${known.map(([words, n]) => `${n} ${words}`).join(", ")})`;
}
function collectLines(answer, paint) {
	const missing = answer.shards.filter(({ outcome }) => outcome === "missing");
	const shown = missing.slice(0, MOST_MISSING).map((shard) => paint("red", missingLine(shard)));
	const hidden = missing.length - shown.length;
	const facts = [
		`${answer.done} of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(answer.total, "shard")} complete`,
		`${answer.brought} brought`,
		...(answer.missingCount > 0 ? [paint("red", `${answer.missingCount} missing`)] : []),
	];
	return [
		...shown,
		...(hidden > 0 ? [paint("dim", `\u2026 and ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(hidden, "more shard")}`)] : []),
		paint("bold", facts.join(" \u00b7 ")),
	];
}
function collectNext({ shards }, { isStep, again }) {
	const missing = shards.filter(({ outcome }) => outcome === "missing");
	if (missing.length === 0)
		return undefined;
	if (missing.every(({ reason }) => reason === "done-in-store"))
		return "Next: collect again. The store has what is missing, and did not give it.";
	if (!isStep)
		return `Next: ${again}`;
	return ("Next: re-run the failed jobs of this workflow run, or run the workflow again. Only what is missing is computed; " +
		"what a runner has finished and not saved is saved from its disk.");
}
const MOST_MISSING = 1000;
function missingLine(shard) {
	return `Shard ${shard.id} is missing: ${missingBecause(shard)}`;
}
function missingBecause({ reason, why }) {
	return `${reason}${why === undefined || why === "" ? "" : ` (${why})`}`;
}
const MOST_REFUSED = 20;
function markLines(answer, word) {
	const hidden = answer.refused.length - MOST_REFUSED;
	return [
		...answer.changed.map((id) => `${word}  ${id}`),
		...answer.refused.slice(0, MOST_REFUSED).map(({ id, why }) => `refused  ${id}  ${why}`),
		...(hidden > 0 ? [`\u2026 and ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_4__ .LS)(hidden, "more refused shard")} (--json has them all)`] : []),
		`${answer.changed.length} ${word}, ${answer.unchanged.length} unchanged, ${answer.refused.length} refused`,
	];
}


 }),

"src/ui/render/packing-line.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   W: () => ( packingLine)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/duration.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/text.js");


function packingLine({ jobs, by, seconds, shards }, maxParallel) {
	const packed = `packed into ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(jobs, "job")}`;
	if (by === "times" && seconds !== null)
		return `${packed}, each about ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(seconds * 1000)} of work by the times of finished shards`;
	const each = jobs === 1 ? "" : `, each about ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_1__ .LS)(Math.round(shards), "shard")}`;
	const hint = maxParallel === undefined ? ". max-parallel says how many runners there are" : "";
	return `${packed}${each}: no shard's time is known yet${hint}`;
}


 }),

"src/ui/render/progress.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   E: () => ( renderProgress),
   x: () => ( formatCompute)
 });
 var _core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("src/core/text/duration.js");

function renderProgress(progress) {
	const { done, total, ran, failed, elapsedMs, savedBytes, secondsSaved } = progress;
	const left = total - done - failed;
	const perMs = ran / Math.max(1, elapsedMs);
	const facts = [
		`${done} of ${total} done`,
		failed > 0 ? `${failed} failed` : undefined,
		ran > 0 ? formatRate(perMs) : undefined,
		ran > 0 && left > 0 ? `${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .a3)(left / perMs)} left` : undefined,
		savedBytes > 0 ? `saved ${(0,_core_text_duration_js__WEBPACK_IMPORTED_MODULE_0__ .z3)(savedBytes)}` : undefined,
		secondsSaved > 0 ? `${formatCompute(secondsSaved)} not run again` : undefined,
	];
	return facts.filter((fact) => fact !== undefined).join(" \u00b7 ");
}
function formatCompute(seconds) {
	if (seconds >= 360)
		return `${(seconds / 3600).toFixed(1)} h of compute`;
	return `${seconds >= 10 ? seconds.toFixed(0) : seconds.toFixed(1)} s of compute`;
}
function formatRate(perMs) {
	const perMinute = perMs * 60_000;
	if (perMinute >= 1)
		return `${perMinute >= 100 ? perMinute.toFixed(0) : perMinute.toFixed(1)}/min`;
	return `${(perMinute * 60).toFixed(1)}/h`;
}


 }),

"src/ui/render/retired-lines.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   C: () => ( retiredLine)
 });
function retiredLine({ slots, gpu, failures }) {
	return `${slots.join(", ")} (GPU ${gpu}) gets no more shards: ${failures} in a row failed there, and the same shards succeed elsewhere. Look at that GPU.`;
}


 }),

"src/ui/render/state-words.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var stateCounts = (function stateCounts(states) {
	return WORDS.map((([state, words]) => [words, states[state]])).filter(isSome);
});
var isSome = (function isSome([, amount]) {
	return amount > 0;
});
var stateFacts = (function stateFacts(amounts, paint) {
	return amounts.map((([words, amount]) => {
		const text = `${amount} ${words}`;
		return words === "failed" ? paint("red", text) : text;
	}));
});

 __nccwpck_require__.d(__webpack_exports__, {
   T$: () => ( stateFacts),
   _d: () => ( stateCounts),
   ne: () => ( statesAtEnd)
 });
const WORDS = [
	["failed", "failed"],
	["running", "running"],
	["unknown", "running or interrupted (not known here)"],
	["interrupted", "interrupted"],
	["stale", "stale"],
	["forced", "forced"],
	["unmarked", "unmarked"],
	["unproven", "unproven"],
];

function statesAtEnd({ states, failed, }) {
	return stateCounts(states)
		.map(([words, n]) => (words === "failed" ? ["failed before", n - failed] : [words, n]))
		.filter(isSome);
}




 }),

"src/ui/terminal/streams.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

 __nccwpck_require__.d(__webpack_exports__, {
   BD: () => ( outputReady),
   Bd: () => ( outliveReaders),
   t1: () => ( outputTaken),
   tl: () => ( lastingStream)
 });
 var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:events");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("src/core/text/problem.js");


const STREAMS = ["stdout", "stderr"];
const LONGEST_WAIT_MS = 5000;
const MOST_WAITING_BYTES = 1024 * 1024;
const UNREAD = ["EPIPE", "EIO", "ECONNRESET"];
const lasting = new Set();
function lastingStream(name) {
	if (lasting.has(name))
		return process[name];
	lasting.add(name);
	let isTold = false;
	return process[name].on("error", (error) => {
		if (isTold || (0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .up)(error, ...UNREAD))
			return;
		isTold = true;
		const other = name === "stdout" ? "stderr" : "stdout";
		const where = name === "stdout" ? "standard output" : "standard error";
		lastingStream(other).write(`warning ${where} cannot be written, lines are lost: ${(0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_1__ .bD)(error)}\n`);
	});
}
function outliveReaders() {
	for (const name of STREAMS)
		lastingStream(name);
}
async function outputTaken() {
	let timer;
	const patience = new Promise((done) => {
		timer = setTimeout(done, LONGEST_WAIT_MS);
	});
	await Promise.race([Promise.all(STREAMS.map(taken)), patience]);
	clearTimeout(timer);
}
function outputReady() {
	const full = STREAMS.map((name) => process[name]).find((stream) => stream.writable && stream.writableLength > MOST_WAITING_BYTES);
	if (full === undefined)
		return undefined;
	const gone = new AbortController();
	const events = ["drain", "close"].map((event) => (0,node_events__WEBPACK_IMPORTED_MODULE_0__.once)(full, event, { signal: gone.signal }));
	return Promise.race(events).then(() => gone.abort(), () => gone.abort());
}
function taken(name) {
	return new Promise((done) => {
		process[name].write("", () => done());
	});
}


 }),

"src/ui/terminal/terminal.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var painter = (function painter(stream, env) {
	const isGiven = ((name) => env[name] !== undefined && env[name] !== "");
	const isForced = isGiven("FORCE_COLOR") && env["FORCE_COLOR"] !== "0";
	const isPlain = isGiven("NO_COLOR") || (!isForced && !isTerminal(stream));
	return ((colour, text) => (isPlain ? text : (0,node_util__WEBPACK_IMPORTED_MODULE_1__.styleText)(colour, text, { validateStream: false })));
});
var isTerminal = (function isTerminal(stream) {
	try {
		return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(FDS[stream]).isCharacterDevice() && process[stream].isTTY;
	}
	catch {
		return false;
	}
});
var terminalReporter = (function terminalReporter(options) {
	const out = ((text) => say(options.json ? "stderr" : "stdout", text));
	const complain = ((colour, word, text) => {
		say("stderr", `${painter("stderr", process.env)(colour, word)} ${text}`);
	});
	return {
		info: out,
		warn: ((text) => complain("yellow", "warning", text)),
		error: ((text) => complain("red", "error", text)),
		debug: ((text) => {
			if (options.debug)
				say("stderr", `debug ${new Date().toISOString()} ${text}`);
		}),
		output: out,
		mask: (() => undefined),
	};
});

 __nccwpck_require__.d(__webpack_exports__, {
   C2: () => ( painter),
   CO: () => ( terminalReporter),
   Hd: () => ( isTerminal)
 });
 var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__("node:fs");
 var node_util__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__("node:util");
 var _core_text_log_line_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__("src/core/text/log-line.js");
 var _streams_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__("src/ui/terminal/streams.js");





const FDS = { stdin: 0, stdout: 1, stderr: 2 };


function say(stream, text) {
	(0,_streams_js__WEBPACK_IMPORTED_MODULE_2__ .tl)(stream).write(`${text.split("\n").map(_core_text_log_line_js__WEBPACK_IMPORTED_MODULE_3__ .Kw).join("\n")}\n`);
}


 }),

"stream":
(((module) => {
module.exports = process.getBuiltinModule("stream");
})),

"string_decoder":
(((module) => {
module.exports = process.getBuiltinModule("string_decoder");
})),

"timers":
(((module) => {
module.exports = process.getBuiltinModule("timers");
})),

"tls":
(((module) => {
module.exports = process.getBuiltinModule("tls");
})),

"tty":
(((module) => {
module.exports = process.getBuiltinModule("tty");
})),

"url":
(((module) => {
module.exports = process.getBuiltinModule("url");
})),

"util":
(((module) => {
module.exports = process.getBuiltinModule("util");
})),

"valibot/dist/index.mjs":
((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
var getGlobalConfig = (function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
});
var _stringify = (function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
});
var _joinExpects = (function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
});
var _standardSchema = (function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: ((value$1) => schema["~run"]({ value: value$1 },  getGlobalConfig()))
	};
	return schema;
});
var integer = (function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
});
var minValue = (function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() :  _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() :  _stringify(dataset.value) });
			return dataset;
		}
	};
});
var nonEmpty = (function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
});
var parseJson = (function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
});
var regex = (function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
});
var array = (function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
});
var looseObject = (function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] :  getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] =  getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if ( _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
});
var number = (function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
});
var string = (function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
});
var union = (function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects:  _joinExpects(options.map(((option) => option.expects)), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues:  _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues:  _subIssues(untypedDatasets) });
			return dataset;
		}
	});
});
var parse = (function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input },  getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
});
var pipe = (function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
});
var safeParse = (function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input },  getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
});

 __nccwpck_require__.d(__webpack_exports__, {
   Bqr: () => ( trim),
   BuJ: () => ( getDotPath),
   FsL: () => ( pipe),
   KCZ: () => ( union),
   KIO: () => ( picklist),
   PXX: () => ( toLowerCase),
   Wwf: () => ( minValue),
   YOg: () => ( array),
   YjP: () => ( string),
   _H3: () => ( looseObject),
   aig: () => ( number),
   cGV: () => ( maxValue),
   euz: () => ( literal),
   lqM: () => ( optional),
   ndf: () => ( integer),
   pdi: () => ( transform),
   qFJ: () => ( parseJson),
   rej: () => ( strictObject),
   xLC: () => ( safeParse),
   yGV: () => ( regex),
   z6Y: () => ( check),
   zMY: () => ( boolean)
 });
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};


let store$3;
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}

let store$2;
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}

let store$1;
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}



function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ??  _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ??  getSpecificMessage(context.reference, issue.lang) ?? (isSchema ?  getSchemaMessage(issue.lang) : null) ?? config$1.message ??  getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}









function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}








function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}













function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}





























































function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() :  _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() :  _stringify(dataset.value) });
			return dataset;
		}
	};
}

























































function toLowerCase() {
	return {
		kind: "transformation",
		type: "to_lower_case",
		reference: toLowerCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toLowerCase();
			return dataset;
		}
	};
}








function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}


function trim() {
	return {
		kind: "transformation",
		type: "trim",
		reference: trim,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trim();
			return dataset;
		}
	};
}















function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}






function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
















function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}















function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects:  _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if ( _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}



























function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value =  getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}


function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects:  _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}






function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] :  getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] =  getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}














function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
































 }),

});
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return chunkId + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		"index": 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  bG: () => (/* binding */ actionCollect),
  g_: () => (/* binding */ actionMain),
  G0: () => (/* binding */ actionPlan),
  RS: () => (/* binding */ actionPost),
  fy: () => (/* binding */ actionRestore),
  UW: () => (/* binding */ actionSave),
  FN: () => (/* binding */ answerCache),
  dx: () => (/* binding */ answerDigest),
  JD: () => (/* reexport */ dispatch),
  qG: () => (/* reexport */ leave),
  Yv: () => (/* binding */ library)
});

;// CONCATENATED MODULE: src/entry/leave.js
/** The time that a command left to the post step, or a blocked reader, may keep the process alive after its answer. */
const PATIENCE_MS = 250;
/**
 * Sets the exit code and lets the process end by itself; calls `process.exit` only where it does not.
 *
 * `process.exit` joins the threads that compile JavaScript. If such a thread waits for the main thread to collect garbage,
 * the process hangs for ever (Node 24, nodejs/node#54918). A process that ends by itself frees its heap first, which wakes
 * the threads. Before a forced exit, compilation is switched off and the threads get time to finish.
 */
function leave(code) {
    process.exitCode = code;
    setTimeout(() => {
        void quietCompilers().then(() => setTimeout(() => process.exit(), PATIENCE_MS).unref());
    }, PATIENCE_MS).unref();
}
async function quietCompilers() {
    const { setFlagsFromString } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, "node:v8", 19));
    for (const flag of ["--no-opt", "--no-sparkplug"])
        setFlagsFromString(flag);
}

// EXTERNAL MODULE: src/core/model/node-crypto.js
var node_crypto = __nccwpck_require__("src/core/model/node-crypto.js");
// EXTERNAL MODULE: src/core/text/log-line.js
var log_line = __nccwpck_require__("src/core/text/log-line.js");
// EXTERNAL MODULE: src/core/text/nearest.js
var nearest = __nccwpck_require__("src/core/text/nearest.js");
// EXTERNAL MODULE: src/core/text/problem.js
var problem = __nccwpck_require__("src/core/text/problem.js");
// EXTERNAL MODULE: src/core/text/text.js
var text_text = __nccwpck_require__("src/core/text/text.js");
// EXTERNAL MODULE: src/machine/uncaught.js
var machine_uncaught = __nccwpck_require__("src/machine/uncaught.js");
// EXTERNAL MODULE: src/files/real-disk.js
var real_disk = __nccwpck_require__("src/files/real-disk.js");
// EXTERNAL MODULE: src/job/as-told.js
var as_told = __nccwpck_require__("src/job/as-told.js");
// EXTERNAL MODULE: src/ui/terminal/streams.js
var streams = __nccwpck_require__("src/ui/terminal/streams.js");
// EXTERNAL MODULE: src/ui/terminal/terminal.js
var terminal = __nccwpck_require__("src/ui/terminal/terminal.js");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__("node:util");
// EXTERNAL MODULE: src/core/definition/definition.js
var definition = __nccwpck_require__("src/core/definition/definition.js");
// EXTERNAL MODULE: src/core/definition/fields.js
var fields = __nccwpck_require__("src/core/definition/fields.js");
// EXTERNAL MODULE: src/core/definition/other-names.js
var other_names = __nccwpck_require__("src/core/definition/other-names.js");
// EXTERNAL MODULE: src/commands/cli/described.js
var described = __nccwpck_require__("src/commands/cli/described.js");
;// CONCATENATED MODULE: src/commands/cli/arguments.js








const SWITCH_NAMES = Object.keys(described/* SWITCHES */.X);
const OTHERS = fields/* OTHER_INPUTS */.Zr.filter(({ isSecret }) => isSecret !== true).map(({ name }) => name);
const INPUTS = [...fields/* FIELD_NAMES */.Yr, ...OTHERS];
/** Flags of other tools, and what has their place here. */
const ELSEWHERE = {
    "dry-run": " `donemark plan` decides for every shard and changes nothing.",
    color: " Colours are on where a terminal shows them; NO_COLOR=1 turns them off.",
    "no-color": " NO_COLOR=1 turns colours off.",
    c: " Did you mean --config?",
    f: " Did you mean --force?",
    j: " Did you mean --parallel?",
    n: " `donemark plan` decides for every shard and changes nothing.",
    q: " Did you mean --quiet?",
    v: " Did you mean --verbose?",
    y: " Did you mean --yes?",
    version: " `donemark --version` prints the version.",
};
/**
 * Reads the words and flags of a command: each input of the definition is a flag; given more than once it is a list.
 * Faults of inputs are told by the layer, together with those of their values.
 * @throws {UserError} with every word and switch that the command does not take, each with the nearest right one.
 */
async function readArguments(command, args, loadAll) {
    const { tokens, values } = parse(args);
    const isKnown = (name) => (command.takesInputs && INPUTS.includes(name)) || SWITCH_NAMES.includes(name);
    const words = wordsOf(tokens, isKnown);
    const positionals = words.map(({ word }) => word);
    const inputs = [];
    const strays = [];
    for (const token of tokens) {
        if (token.kind !== "option")
            continue;
        if (isForeignSwitch(command, token.name))
            strays.push(foreignSwitch(command, token.rawName, await owners(token.name, loadAll)));
        else
            inputs.push(...optionProblems(command, token));
    }
    strays.push(...strayWords(command, words));
    const problems = command.takesInputs ? inputs : [];
    if (strays.length > 0)
        throw new problem/* UserError */.yo([...strays, ...inputs]);
    if (!command.takesInputs && inputs.length > 0)
        throw new problem/* UserError */.yo(inputs);
    return {
        inputs: { ...layerOf(values), problems },
        positionals,
        switches: new Set(SWITCH_NAMES.filter((name) => values[name] === true)),
    };
}
function parse(args) {
    const text = { type: "string", multiple: true };
    const isOn = { type: "boolean" };
    const options = {
        ...Object.fromEntries(INPUTS.map((name) => [name, text])),
        ...Object.fromEntries(SWITCH_NAMES.map((name) => [name, isOn])),
    };
    const config = { args: [...args], options, strict: false, tokens: true };
    return (0,external_node_util_.parseArgs)({ ...config, allowPositionals: true });
}
/** The words besides the flags. Behind a flag that is unknown stands most likely its value. */
function wordsOf(tokens, isKnown) {
    const words = [];
    let flag;
    for (const token of tokens) {
        if (token.kind === "option")
            flag = { name: token.name, takesNext: !isKnown(token.name) && token.value === undefined };
        if (token.kind !== "positional")
            continue;
        if (flag?.takesNext === true)
            flag = { name: flag.name, takesNext: false };
        else
            words.push({ word: token.value, behind: flag?.name });
    }
    return words;
}
/** From so many words on, a shell has most likely made them from a pattern. */
const MANY_WORDS = 3;
/** Behind these, already one word more. */
const PATTERNS = new Set([
    "shards",
    "fingerprint-files",
    "ignore",
]);
function strayWords({ name, positionals }, given) {
    if (positionals.kind !== "none")
        return [];
    const words = given.map(({ word }) => word);
    const arePaths = given.every(({ word, behind }) => PATTERNS.has(behind) && /[/.]/.test(word));
    if (words.length < MANY_WORDS && !arePaths)
        return words.map((word) => `${name} takes no words, got ${(0,text_text/* quote */.hD)(word)}.${positionals.suggest?.(word) ?? ""}`);
    if (words.length === 0)
        return [];
    const got = (0,text_text/* nameSome */.Kf)(words.map(text_text/* quote */.hD), MANY_WORDS);
    return [
        `${name} takes no words, got ${got}. If your shell has put them in the place of a pattern, quote it: --shards='in/*.txt'.`,
    ];
}
function isForeignSwitch({ switches }, name) {
    const own = switches;
    return name !== "help" && SWITCH_NAMES.includes(name) && !own.includes(name);
}
async function owners(name, loadAll) {
    const all = await loadAll();
    return all.filter((one) => !isForeignSwitch(one, name)).map((one) => one.name);
}
function foreignSwitch({ name }, rawName, own) {
    return `${rawName} is no switch of ${name}; it belongs to ${own.join(", ")}.`;
}
function optionProblems(command, { name, rawName, value, inlineValue }) {
    const known = [...(command.takesInputs ? INPUTS : []), ...command.switches, "help"];
    if (!known.includes(name))
        return [unknownOption(rawName, name, known)];
    if (SWITCH_NAMES.includes(name))
        return value === undefined ? [] : [`${rawName} takes no value.`];
    if (value === undefined)
        return [`${rawName} must have a value.`];
    if (inlineValue !== true && /^--[a-z]/.test(value))
        return [
            `${rawName} must have a value, got the flag ${value}. Write ${rawName}=${value} if it is meant.`,
        ];
    return [];
}
function unknownOption(rawName, name, known) {
    const hint = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : hintForFlag(name, known);
    return `${rawName} is unknown.${hint}`;
}
/** An input of another tool is told by what does the same here. */
function hintForFlag(name, known) {
    return (0,other_names/* hintForName */.o)(name, []) || (0,nearest/* didYouMeanFlag */.iH)(name, known);
}
function layerOf(values) {
    const given = {};
    for (const name of INPUTS) {
        const value = values[name];
        const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
        if (texts.length > 0)
            given[name] = texts.join("\n");
    }
    return { label: (name) => `--${name}`, ...(0,definition/* splitBlank */.jg)(given), others: OTHERS };
}

// EXTERNAL MODULE: src/commands/cli/call.js
var call = __nccwpck_require__("src/commands/cli/call.js");
// EXTERNAL MODULE: src/commands/plan.js
var plan = __nccwpck_require__("src/commands/plan.js");
// EXTERNAL MODULE: src/core/answers/answers.js
var answers = __nccwpck_require__("src/core/answers/answers.js");
// EXTERNAL MODULE: src/job/open.js
var job_open = __nccwpck_require__("src/job/open.js");
// EXTERNAL MODULE: src/commands/cli/command.js
var command = __nccwpck_require__("src/commands/cli/command.js");
// EXTERNAL MODULE: src/commands/print-plan.js
var print_plan = __nccwpck_require__("src/commands/print-plan.js");
;// CONCATENATED MODULE: src/commands/status.js




/** Decides for every shard. Changes nothing on disk. */
async function status_status(invocation) {
    const job = await (0,job_open/* openJob */.Iv)(invocation, { runs: false });
    return { answer: (0,answers/* answerPlan */.AD)(job.verdicts), job, exitCode: (0,job_open/* exitOfPlan */.D_)(job.verdicts) };
}
const statusCommand = {
    name: "status",
    about: "what is done, failed, running, interrupted or stale; change nothing",
    positionals: command/* NO_WORDS */.I,
    switches: ["json", "verbose", "watch"],
    takesInputs: true,
    example: ["donemark status --verbose", "prints a line for every shard"],
    run: async (call) => {
        if (!call.args.switches.has("watch"))
            return (0,print_plan/* printPlan */.Z)(call, await status_status(call.invocation));
        const { watchStatus } = await Promise.all([__nccwpck_require__.e("run"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/status-watch.js"));
        return watchStatus(call, status_status);
    },
};

;// CONCATENATED MODULE: src/commands/cli/list.js


/**
 * Every command by its name. `plan` and `status` are part of the first file of the bundle; each other command is loaded
 * when it is called. A further command is one file and one line here.
 */
const COMMANDS = {
    init: async () => (await Promise.all([__nccwpck_require__.e("run"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/init.js"))).initCommand,
    run: async () => (await Promise.all([__nccwpck_require__.e("bad-checkpoints"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/run.js"))).runCommand,
    plan: () => Promise.resolve(plan/* planCommand */.V),
    status: () => Promise.resolve(statusCommand),
    collect: async () => (await Promise.all([__nccwpck_require__.e("bad-checkpoints"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/collect.js"))).collectCommand,
    mark: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/mark.js"))).markCommand,
    unmark: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/unmark.js"))).unmarkCommand,
    adopt: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/adopt.js"))).adoptCommand,
    verify: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/verify.js"))).verifyCommand,
    logs: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/logs.js"))).logsCommand,
    info: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/info.js"))).infoCommand,
    doctor: async () => (await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("actions-glob"), __nccwpck_require__.e("github-store"), __nccwpck_require__.e("run"), __nccwpck_require__.e("stores")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/doctor.js"))).doctorCommand,
    completion: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/completion.js"))).completionCommand,
    demo: async () => (await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/demo.js"))).demoCommand,
};
const COMMAND_NAMES = Object.keys(COMMANDS);
/** `undefined` for a name that is no command. */
function loadCommand(name) {
    return Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.() : undefined;
}
function loadAllCommands() {
    return Promise.all(Object.values(COMMANDS).map((load) => load()));
}

;// CONCATENATED MODULE: src/commands/cli/dispatch.js













/** Acts on a command line. Gives the exit code. */
async function dispatch(argv, home) {
    const uncaught = (0,machine_uncaught/* handleUncaught */.K)((error) => sayError(ownFault(error).message));
    try {
        const [name = "help", ...rest] = argv;
        if (name === "help" || name === "--help" || name === "-h")
            return await help(rest);
        const command = await commandNamed(name);
        const args = await readArguments(command, rest, loadAllCommands);
        if (args.switches.has("help"))
            return await help([name]);
        return await command.run(callOf(args, { home, uncaught }));
    }
    catch (error) {
        const told = (await (0,as_told/* asTold */.i)(error)) ?? ownFault(error);
        for (const problem of told.problems.slice(0, MOST_PROBLEMS))
            sayError(problem);
        const more = told.problems.length - MOST_PROBLEMS;
        if (more > 0)
            sayError(`\u2026 and ${more} more of these`);
        return told.exitCode;
    }
}
/** Nobody reads more of them at once. */
const MOST_PROBLEMS = 20;
/** One plain line for people; the stack is for those who mend it. */
function ownFault(error) {
    const stack = process.env["DONEMARK_DEBUG"] === "1" && error instanceof Error ? error.stack : "";
    return new problem/* UserError */.yo([`${(0,problem/* faultLine */.z9)(error)}\n${stack ?? ""}`.trimEnd()], problem/* EXIT */.dc.failed);
}
function sayError(text) {
    const word = (0,terminal/* painter */.C2)("stderr", process.env)("red", "error");
    (0,streams/* lastingStream */.tl)("stderr").write(`${word} ${harmless(text)}\n`);
}
/** @throws {UserError} with the nearest right name. */
async function commandNamed(name) {
    const command = await loadCommand(name);
    if (command !== undefined)
        return command;
    throw new problem/* UserError */.yo([
        `The command ${(0,text_text/* quote */.hD)(name)} is unknown.${(0,nearest/* didYouMean */.au)(name, COMMAND_NAMES)} Known are ${COMMAND_NAMES.join(", ")}.`,
    ]);
}
/** A problem may hold file names and values that others have made. */
function harmless(problem) {
    return problem
        .split(/\r\n|\r|\n/)
        .map(log_line/* harmlessLine */.Kw)
        .join("\n      ");
}
async function help([name]) {
    const { commandHelp, helpText } = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/commands/cli/help.js"));
    const text = name === undefined || name.startsWith("-")
        ? helpText(await loadAllCommands())
        : commandHelp(await commandNamed(name));
    await (0,call/* print */.y)(text);
    return problem/* EXIT */.dc.done;
}
function callOf(args, { home, uncaught }) {
    const isJson = args.switches.has("json");
    const debug = process.env["DONEMARK_DEBUG"] === "1";
    const invocation = {
        surface: "terminal",
        inputs: args.inputs,
        workspace: process.cwd(),
        env: process.env,
        disk: real_disk/* realDisk */.U,
        reporter: (0,terminal/* terminalReporter */.CO)({ json: isJson || args.switches.has("json-lines"), debug }),
        now: Date.now,
        randomHex: (bytes) => (0,node_crypto/* nodeCrypto */.S)().randomBytes(bytes).toString("hex"),
        home,
    };
    return { args, invocation, isJson, uncaught, loadAll: loadAllCommands };
}

;// CONCATENATED MODULE: src/entry/index.js
/**
 * The exports of the bundle for its entries. The short commands of the terminal are part of it, since each further file costs
 * them a millisecond; everything else is loaded at its first use.
 */


async function actionMain(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("bad-checkpoints"), __nccwpck_require__.e("run"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("stores"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/main.js"));
    return surface.actionMain(home);
}
async function actionPost(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("run"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/post.js"));
    return surface.actionPost(home);
}
async function actionPlan(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/plan.js"));
    return surface.actionPlan(home);
}
async function actionCollect(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("bad-checkpoints"), __nccwpck_require__.e("run"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("stores"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/collect.js"));
    return surface.actionCollect(home);
}
async function actionRestore(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("bad-checkpoints"), __nccwpck_require__.e("run"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("stores"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/restore.js"));
    return surface.actionRestore(home);
}
async function actionSave(home) {
    const surface = await Promise.all([__nccwpck_require__.e("actions-core"), __nccwpck_require__.e("run"), __nccwpck_require__.e("steps"), __nccwpck_require__.e("ui")]).then(__nccwpck_require__.bind(__nccwpck_require__, "src/steps/save.js"));
    return surface.actionSave(home);
}
/** The functions that the package exports. */
function library() {
    return __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/library/library.js"));
}
async function answerDigest() {
    const worker = await __nccwpck_require__.e("run").then(__nccwpck_require__.bind(__nccwpck_require__, "src/checkpoint/digest-thread.js"));
    await worker.answerDigest();
}
async function answerCache() {
    const helper = await __nccwpck_require__.e("github-store").then(__nccwpck_require__.bind(__nccwpck_require__, "src/store/github/service/helper.js"));
    helper.answerCache();
}

var __webpack_exports__actionCollect = __webpack_exports__.bG;
var __webpack_exports__actionMain = __webpack_exports__.g_;
var __webpack_exports__actionPlan = __webpack_exports__.G0;
var __webpack_exports__actionPost = __webpack_exports__.RS;
var __webpack_exports__actionRestore = __webpack_exports__.fy;
var __webpack_exports__actionSave = __webpack_exports__.UW;
var __webpack_exports__answerCache = __webpack_exports__.FN;
var __webpack_exports__answerDigest = __webpack_exports__.dx;
var __webpack_exports__dispatch = __webpack_exports__.JD;
var __webpack_exports__leave = __webpack_exports__.qG;
var __webpack_exports__library = __webpack_exports__.Yv;
export { __webpack_exports__actionCollect as actionCollect, __webpack_exports__actionMain as actionMain, __webpack_exports__actionPlan as actionPlan, __webpack_exports__actionPost as actionPost, __webpack_exports__actionRestore as actionRestore, __webpack_exports__actionSave as actionSave, __webpack_exports__answerCache as answerCache, __webpack_exports__answerDigest as answerDigest, __webpack_exports__dispatch as dispatch, __webpack_exports__leave as leave, __webpack_exports__library as library };
