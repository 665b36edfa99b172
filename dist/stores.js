export const id = "stores";
export const ids = ["stores"];
export const modules = {

"src/job/stores/file-store.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  Q: () => ( fileStoreRoot),
  openFileStore: () => ( openFileStore)
});

var external_node_path_ = __webpack_require__("node:path");
var scope = __webpack_require__("src/core/keys/scope.js");
var temporary_names = __webpack_require__("src/protocol/temporary-names.js");
var processes = __webpack_require__("src/machine/processes.js");
var model_digest = __webpack_require__("src/core/model/digest.js");
;// CONCATENATED MODULE: src/store/entries/layout.js

const OBJECTS = "objects";
const REVOKED_SUFFIX = ".revoked";
const INCOMING = "incoming";
const FAILED = "failed";
const SLUG_LENGTH = 40;
const SHARD_FOLDER = /^[\w-]{1,40}-[0-9a-f]{16}$/;
const ENTRY = /^(\d{1,20})\.(\d{1,16})\.([0-9a-z]{1,12})\.[0-9a-f]{6}$/;
function nameFolder(name) {
	return slugWithHash(name);
}
function scopeFolder(scope) {
	return `pr-${(0,model_digest .sc)(scope).slice(0, 32)}`;
}
function shardFolder(shard) {
	return slugWithHash(shard);
}
function isShardFolder(name) {
	return SHARD_FOLDER.test(name);
}
function isMatchFolder(name) {
	return (0,model_digest ._h)(name);
}
function workFolder(whole) {
	return `work-${(0,model_digest .sc)(whole).slice(0, 16)}`;
}
function formatEntryName(order, unique) {
	const { run, attempt, stamp } = order;
	return `${run}.${attempt}.${stamp.toString(36)}.${(0,model_digest .sc)(unique).slice(0, 6)}`;
}
function parseEntryName(name) {
	const [, run, attempt, stamp] = ENTRY.exec(name) ?? [];
	if (run === undefined || attempt === undefined || stamp === undefined)
		return undefined;
	return { run: BigInt(run), attempt: Number(attempt), stamp: Number.parseInt(stamp, 36) };
}
function slugWithHash(text) {
	const slug = text.replaceAll(/[^A-Za-z0-9_-]+|^-+/g, "_").slice(0, SLUG_LENGTH);
	return `${slug === "" ? "_" : slug}-${(0,model_digest .sc)(text).slice(0, 16)}`;
}

;// CONCATENATED MODULE: src/store/entries/context.js


const SHARED = "";
function openContext({ name, scope, ...options }) {
	return { ...options, home: nameFolder(name), areas: areasOf(scope) };
}
function areasOf(scope) {
	return scope === undefined ? [SHARED] : [scopeFolder(scope), SHARED];
}
function keyIn({ home }, area, ...names) {
	return external_node_path_.posix.join(home, area, ...names);
}
function describeStore({ bucket }) {
	return `the store in ${bucket.label}`;
}

var answers = __webpack_require__("src/store/answers.js");
;// CONCATENATED MODULE: src/store/entries/clock.js


const CLOCK = "clock";
async function bucketTime(context) {
	const { bucket } = context;
	const key = keyIn(context, context.areas[0], INCOMING, CLOCK);
	await bucket.put(key, { kind: "text", text: "" });
	const put = await bucket.head(key);
	if (put === undefined)
		throw new Error(`${key} was removed while it was put`);
	return put.modifiedMs;
}

var parallel = __webpack_require__("src/core/text/parallel.js");
;// CONCATENATED MODULE: src/store/bucket.js
async function listAll(bucket, prefix, levels = "all") {
	const found = [];
	for await (const page of bucket.list(prefix, levels))
		for (const object of page)
			found.push(object);
	return found;
}
function checkReadable(objects) {
	for (const { kind, cause, key } of objects) {
		if (kind === "unreadable")
			throw new Error(cause ?? key);
	}
}
async function readText(bucket, key, maxBytes) {
	const bytes = await bucket.getRange(key, 0, maxBytes + 1);
	if (bytes === undefined || bytes.length > maxBytes)
		return undefined;
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
}

;// CONCATENATED MODULE: src/store/entries/failures.js






const AT_ONCE = 32;
const PAUSE_MS = 2000;
function failuresIn(context) {
	return {
		find: async (wanted) => {
			const names = new Set();
			for (const area of context.areas) {
				const found = await listAll(context.bucket, `${keyIn(context, area, FAILED)}/`, "one");
				for (const { key } of found)
					names.add(external_node_path_.posix.basename(key));
			}
			const failed = wanted.filter((one) => names.has(nameOf(one)));
			return new Set(failed.map(({ shard }) => shard));
		},
		pauseMs: PAUSE_MS,
		update: async ({ failed, done }) => {
			await (0,parallel .H)(failed, AT_ONCE, (one) => context.bucket.putIfAbsent(keyOf(context, one), { kind: "text", text: "" }));
			if (done.length > 0)
				await context.bucket.delete(done.map((one) => keyOf(context, one)));
		},
	};
}
function keyOf(context, wanted) {
	return keyIn(context, context.areas[0], FAILED, nameOf(wanted));
}
function nameOf({ shard, whole }) {
	return `${(0,model_digest .sc)(shard).slice(0, 16)}-${(0,model_digest .sc)(whole).slice(0, 16)}`;
}

var durable = __webpack_require__("src/files/durable.js");
var model_marker = __webpack_require__("src/core/model/marker.js");
var entry_stamp = __webpack_require__("src/core/keys/entry-stamp.js");
var tree = __webpack_require__("src/files/tree.js");
var entry_names = __webpack_require__("src/store/entry-names.js");
var inner_path = __webpack_require__("src/store/inner-path.js");
var store_order = __webpack_require__("src/store/order.js");
;// CONCATENATED MODULE: src/store/entries/entry.js










async function readMatch(context, at) {
	const { area, match } = at;
	if (!isMatchFolder(match))
		return { area, places: [], revoked: new Set() };
	const prefix = `${keyIn(context, area, at.shardFolder, match)}/`;
	const places = [];
	const revoked = new Set();
	for (const { key, kind } of await listAll(context.bucket, prefix, "one")) {
		const name = external_node_path_.posix.basename(key);
		const order = parseEntryName(name);
		if (name.endsWith(REVOKED_SUFFIX))
			revoked.add(name.slice(0, -REVOKED_SUFFIX.length));
		if (kind === "folder" && order !== undefined)
			places.push({ ...at, name, order });
	}
	return { area, places: places.toSorted((a, b) => (0,store_order .w)(b.order, a.order)), revoked };
}
function isRevokedIn(context, { area, name }, areas) {
	const own = context.areas[0];
	return areas.some((one) => (one.area === area || one.area === own) && one.revoked.has(name));
}
async function isRevoked(context, place) {
	const beside = folderOf(context, place) + REVOKED_SUFFIX;
	for (const key of new Set([beside, revocationOf(context, place)])) {
		if ((await context.bucket.head(key)) !== undefined)
			return true;
	}
	return false;
}
function folderOf(context, place) {
	return keyIn(context, place.area, place.shardFolder, place.match, place.name);
}
function revocationOf(context, place) {
	const { shardFolder: folder, match, name } = place;
	return keyIn(context, context.areas[0], folder, match, name + REVOKED_SUFFIX);
}
async function readStored(context, place) {
	const folder = folderOf(context, place);
	const top = await listAll(context.bucket, `${folder}/`, "one");
	checkReadable(top);
	const objects = new Map(top.map((object) => [object.key, object]));
	if (objects.get(external_node_path_.posix.join(folder, entry_names .t))?.kind !== "file")
		return undefined;
	const data = external_node_path_.posix.join(folder, entry_names .v);
	const own = objects.get(`${data}/`);
	const parts = own === undefined ? [] : await partsBelow(context, own);
	return { place, file: objects.get(data), parts };
}
async function partsBelow({ bucket }, folder) {
	const found = await listAll(bucket, folder.key);
	checkReadable(found);
	if (found.length === 0)
		return [{ path: "", object: folder }];
	return found.map((object) => ({
		path: object.key.slice(folder.key.length).replace(/\/$/, ""),
		object,
	}));
}
async function readKept(context, place) {
	const stored = await readStored(context, place);
	if (stored === undefined)
		return undefined;
	const key = external_node_path_.posix.join(folderOf(context, place), entry_names .t);
	const text = await readText(context.bucket, key, model_marker .gX);
	const parsed = context.markers.parse(text ?? "");
	if (parsed.kind !== "full" || !holds(stored, parsed.marker))
		return undefined;
	const { marker } = parsed;
	if (shardFolder(marker.shard) !== place.shardFolder)
		return undefined;
	return { kind: "kept", marker, stored, entry: entryOf(place, marker) };
}
function entryOf(place, { shard, seconds, checkpoint, by }) {
	const fence = (0,entry_stamp .N)(place.order.stamp);
	return {
		shard,
		match: place.match,
		key: external_node_path_.posix.join(place.area, place.shardFolder, place.match, place.name),
		seconds,
		sizeBytes: checkpoint.sizeBytes,
		...(by.run !== undefined && { run: by.run }),
		...(by.attempt !== undefined && { attempt: by.attempt }),
		...(fence !== undefined && { fence }),
	};
}
function holds({ file, parts }, { checkpoint }) {
	const { kind, sizeBytes, files, sha256 } = checkpoint;
	if (sha256 === undefined)
		return false;
	if (kind === "file")
		return file?.kind === "file" && file.sizeBytes === sizeBytes;
	if (file !== undefined || parts.length === 0 || !parts.every(isSafe))
		return false;
	const own = parts.filter(({ object }) => object.kind === "file");
	const bytes = own.reduce((sum, { object }) => sum + object.sizeBytes, 0);
	return bytes === sizeBytes && (files === undefined || own.length === files);
}
function isSafe({ path, object }) {
	if (object.kind === "other" || (path !== "" && !(0,inner_path .w)(path)))
		return false;
	return object.kind !== "link" || (0,tree .tD)(path, object.target ?? "/") === undefined;
}

var store_finished = __webpack_require__("src/store/finished.js");
;// CONCATENATED MODULE: src/store/entries/data.js





async function putData({ bucket, disk }, finished, folder) {
	const isMember = (0,store_finished .BU)(finished);
	const isPart = (name) => isMember(name.slice(`${entry_names .v}/`.length));
	const from = disk.realPath(finished.checkpoint);
	for (const { name, source } of partsOf(disk, from, { name: entry_names .v, isPart })) {
		await bucket.put(external_node_path_.posix.join(folder, name), source);
	}
}
function partsOf(disk, path, { name, isPart }) {
	if (disk.stat(path)?.kind !== "directory")
		return [{ name, source: { kind: "file", path } }];
	const below = disk.list(path) ?? [];
	if (below.length === 0)
		return [{ name: `${name}/`, source: { kind: "folder" } }];
	return below.flatMap((one) => {
		const [from, to] = [(0,external_node_path_.join)(path, one.name), external_node_path_.posix.join(name, one.name)];
		if (!isPart(to))
			return [];
		if (one.kind !== "link")
			return partsOf(disk, from, { name: to, isPart });
		return [{ name: to, source: { kind: "link", target: disk.readLink(from) } }];
	});
}
async function bringData(context, { place, file, parts }, staging) {
	const { bucket, disk } = context;
	const data = external_node_path_.posix.join(folderOf(context, place), entry_names .v);
	if (file !== undefined)
		return bucket.download(data, staging);
	await (0,durable .Z9)(disk, staging);
	const made = new Set([staging]);
	for (const part of parts)
		await bringPart({ bucket, disk, data, staging, made }, part);
}
async function bringPart(bringing, { path, object }) {
	const { bucket, disk, data, staging } = bringing;
	const target = (0,external_node_path_.join)(staging, path);
	await makeBelow(bringing, object.kind === "folder" ? target : (0,external_node_path_.dirname)(target));
	if (object.kind === "link")
		return disk.link(object.target ?? "", target);
	return object.kind === "file" ? bucket.download(external_node_path_.posix.join(data, path), target) : undefined;
}
async function makeBelow(bringing, folder) {
	const { disk, made } = bringing;
	if (made.has(folder))
		return;
	await makeBelow(bringing, (0,external_node_path_.dirname)(folder));
	await (0,durable .Z9)(disk, folder);
	made.add(folder);
}

;// CONCATENATED MODULE: src/store/entries/find.js







const FEW = 16;
const LOOKS_AT_ONCE = 32;
async function findEntries(context, wanted) {
	const isThere = await shardPresence(context, wanted.length);
	return (0,parallel .H)(wanted, LOOKS_AT_ONCE, async (asked) => {
		if (!isThere(asked.shard))
			return answers .Rq;
		const found = await lookUp(context, asked);
		return found.kind === "kept" ? { kind: "hit", entry: found.entry } : found;
	});
}
async function shardPresence(context, questions) {
	if (questions <= FEW)
		return () => true;
	const names = new Set();
	for (const area of context.areas) {
		for (const name of await shardFoldersIn(context, area))
			names.add(name);
	}
	return (shard) => names.has(shardFolder(shard));
}
async function shardFoldersIn(context, area) {
	return (await namesBelow(context, `${keyIn(context, area)}/`)).filter(isShardFolder);
}
async function namesBelow({ bucket }, prefix) {
	const found = await listAll(bucket, prefix, "one");
	checkReadable(found);
	return found.map(({ key }) => external_node_path_.posix.basename(key));
}
async function lookUp(context, { shard, match }, isWanted = () => true) {
	const troubles = [];
	const unlessTrouble = async (read) => {
		try {
			return await read;
		}
		catch (error) {
			troubles.push((0,answers .hU)(error, describeStore(context)));
			return undefined;
		}
	};
	const read = [];
	for (const area of context.areas) {
		const at = { area, shardFolder: shardFolder(shard), match };
		const names = await unlessTrouble(readMatch(context, at));
		if (names === undefined && area === context.areas[0])
			break;
		if (names !== undefined)
			read.push(names);
		for (const place of names?.places ?? []) {
			if (isRevokedIn(context, place, read) || !isWanted(place))
				continue;
			const kept = await unlessTrouble(readKept(context, place));
			if (kept?.entry.shard === shard)
				return kept;
		}
	}
	return troubles[0] ?? answers .Rq;
}
async function listEntries(context) {
	const folders = new Set();
	for (const area of context.areas) {
		for (const folder of await shardFoldersIn(context, area))
			folders.add(folder);
	}
	const entries = await (0,parallel .H)([...folders], LOOKS_AT_ONCE, (folder) => entriesOfShard(context, folder));
	return entries.flat();
}
async function entriesOfShard(context, folder) {
	const matches = new Set();
	for (const area of context.areas) {
		const names = await namesBelow(context, `${keyIn(context, area, folder)}/`);
		for (const name of names.filter(isMatchFolder))
			matches.add(name);
	}
	const entries = [];
	for (const match of matches) {
		const read = [];
		for (const area of context.areas) {
			read.push(await readMatch(context, { area, shardFolder: folder, match }));
		}
		for (const place of read.flatMap(({ places }) => places)) {
			const kept = isRevokedIn(context, place, read) ? undefined : await readKept(context, place);
			if (kept !== undefined)
				entries.push(kept.entry);
		}
	}
	return entries;
}
function locate(context, { key, shard, match }) {
	if (!isMatchFolder(match))
		return undefined;
	const folder = shardFolder(shard);
	const name = external_node_path_.posix.basename(key);
	const order = parseEntryName(name);
	const area = context.areas.find((one) => external_node_path_.posix.join(one, folder, match, name) === key);
	if (area === undefined || order === undefined)
		return undefined;
	return { area, shardFolder: folder, match, name, order };
}

;// CONCATENATED MODULE: src/store/entries/fetch.js





async function fetchEntry(context, entry, staging) {
	const { disk } = context;
	const kept = await readVisible(context, entry);
	if (kept === undefined)
		return answers .Rq;
	if (disk.exists(staging)) {
		return (0,answers .hU)(`${staging}: something is there already`, describeStore(context));
	}
	try {
		await bringData(context, kept.stored, staging);
	}
	catch (error) {
		await disk.removeTree(staging).catch(() => undefined);
		if ((await readVisible(context, entry)) === undefined)
			return answers .Rq;
		throw error;
	}
	return { kind: "hit", marker: kept.marker };
}
async function readVisible(context, entry) {
	const place = locate(context, entry);
	if (place === undefined || (await isRevoked(context, place)))
		return undefined;
	return readKept(context, place);
}

;// CONCATENATED MODULE: src/store/entries/remove.js







async function revokeEntry(context, entry) {
	const visible = await visibleObjects(context, entry);
	if (visible === undefined)
		return answers .Rq;
	if (visible.place.area !== context.areas[0])
		return putRevocation(context, visible.place);
	try {
		return await removeObjects(context, visible);
	}
	catch {
		return putRevocation(context, visible.place);
	}
}
async function removeEntry(context, entry) {
	const visible = await visibleObjects(context, entry);
	if (visible === undefined)
		return answers .Rq;
	checkReadable(visible.objects);
	if (visible.place.area === context.areas[0])
		return removeObjects(context, visible);
	const why = `${entry.key} is shared; a scope removes only entries of its own`;
	return (0,answers .hU)(why, describeStore(context));
}
async function visibleObjects(context, entry) {
	const place = locate(context, entry);
	if (place === undefined || (await isRevoked(context, place)))
		return undefined;
	const objects = await listAll(context.bucket, `${folderOf(context, place)}/`);
	return objects.length === 0 ? undefined : { place, objects };
}
async function removeObjects(context, { place, objects }) {
	const { bucket } = context;
	checkReadable(objects);
	const marker = external_node_path_.posix.join(folderOf(context, place), entry_names .t);
	const isMarked = objects.some(({ key }) => key === marker);
	const isOurs = !isMarked || (await bucket.delete([marker])) > 0;
	await bucket.delete(objects.map(({ key }) => key));
	return isOurs ? answers .Xq : answers .Rq;
}
async function putRevocation(context, place) {
	await context.bucket.putIfAbsent(revocationOf(context, place), { kind: "text", text: "" });
	return answers .Xq;
}

;// CONCATENATED MODULE: src/store/entries/unfinished.js








const ABANDONED_MS = 24 * 60 * 60 * 1000;
const NOTE = /^saving-(.+)$/;
const NOTE_LIMIT_BYTES = 4096;
async function makeNoted(context, place, act) {
	const { bucket } = context;
	const folder = folderOf(context, place);
	const note = external_node_path_.posix.join(incomingOf(context), `saving-${context.token()}`);
	const forget = () => bucket.delete([note]).catch(() => 0);
	await bucket.put(note, { kind: "text", text: folder });
	try {
		const made = await act();
		await forget();
		return made;
	}
	catch (error) {
		await removeUnfinished(context, folder).then(forget, () => 0);
		throw error;
	}
}
async function sweepUnfinished(context) {
	const { bucket, isOrphaned } = context;
	const notes = await listAll(bucket, `${incomingOf(context)}/`, "one").catch(() => []);
	for (const { key, modifiedMs } of notes) {
		const token = NOTE.exec(external_node_path_.posix.basename(key))?.[1];
		if (token === undefined)
			continue;
		const isLeft = isOrphaned(durable .F8 + token) || (await isAbandoned(context, modifiedMs));
		if (isLeft)
			await removeNoted(context, key).catch(() => undefined);
	}
}
async function isAbandoned(context, modifiedMs) {
	if (context.now() - modifiedMs <= ABANDONED_MS)
		return false;
	const nowMs = await bucketTime(context).catch(() => 0);
	return nowMs - modifiedMs > ABANDONED_MS;
}
async function removeNoted(context, note) {
	const { bucket } = context;
	const folder = (await readText(bucket, note, NOTE_LIMIT_BYTES)) ?? "";
	const isLeft = isEntry(context, folder) && (await bucket.head(external_node_path_.posix.join(folder, entry_names .t))) === undefined;
	if (isLeft)
		await removeUnfinished(context, folder);
	await bucket.delete([note]);
}
function isEntry(context, folder) {
	const area = `${keyIn(context, context.areas[0])}/`;
	const [shard = "", match = "", name = "", ...more] = folder.slice(area.length).split("/");
	const hasForm = isShardFolder(shard) && isMatchFolder(match) && parseEntryName(name) !== undefined;
	return folder.startsWith(area) && hasForm && more.length === 0;
}
async function removeUnfinished({ bucket }, folder) {
	const objects = await listAll(bucket, `${folder}/`);
	await bucket.delete([external_node_path_.posix.join(folder, entry_names .t)]);
	await bucket.delete(objects.map(({ key }) => key));
}
function incomingOf(context) {
	return keyIn(context, context.areas[0], INCOMING);
}

;// CONCATENATED MODULE: src/store/entries/save.js











async function saveEntry(context, finished) {
	const { wanted, marker } = finished;
	const refusal = (0,store_finished .Of)(finished);
	if (refusal !== undefined)
		return (0,answers .hU)(refusal, describeStore(context));
	const order = (0,store_order .m)(marker);
	const newer = await lookUp(context, wanted, (place) => (0,store_order .w)(place.order, order) >= 0);
	if (newer.kind === "kept")
		return { kind: "exists", key: newer.entry.key };
	const checked = (0,store_finished .fT)(context.disk, finished);
	if (checked.kind === "refused")
		return (0,answers .hU)(checked.why, describeStore(context));
	await sweepUnfinished(context);
	const place = {
		area: context.areas[0],
		shardFolder: shardFolder(wanted.shard),
		match: wanted.match,
		name: formatEntryName(order, context.token()),
		order,
	};
	return makeNoted(context, place, async () => {
		await putData(context, checked.finished, folderOf(context, place));
		if (!(0,store_finished .O2)(context.disk, finished, checked.measure)) {
			throw new Error(`${finished.checkpoint} was changed while it was saved`);
		}
		return publish(context, place, finished);
	});
}
async function publish(context, place, { marker }) {
	const key = external_node_path_.posix.join(folderOf(context, place), entry_names .t);
	await context.bucket.put(key, { kind: "text", text: context.markers.format(marker) });
	const kept = await readKept(context, place);
	if (kept === undefined) {
		throw new Error(`${folderOf(context, place)} was changed or removed while it was saved`);
	}
	return { kind: "saved", key: kept.entry.key };
}

var digest_chunks = __webpack_require__("src/store/digest-chunks.js");
var work_manifest = __webpack_require__("src/store/work/manifest.js");
var restore = __webpack_require__("src/store/work/restore.js");
;// CONCATENATED MODULE: src/store/entries/work-place.js






function workPlaceIn(context, area, { shard, whole }) {
	return { area, folder: keyIn(context, area, shardFolder(shard), workFolder(whole)) };
}
function noteOf(context, wanted) {
	return workPlaceIn(context, context.areas[0], wanted).folder + REVOKED_SUFFIX;
}
async function readablePlaces(context, wanted) {
	const places = context.areas.map((area) => workPlaceIn(context, area, wanted));
	if (places.length === 1)
		return places;
	const isNoted = (await context.bucket.head(noteOf(context, wanted))) !== undefined;
	return isNoted ? places.slice(0, 1) : places;
}
async function readWork({ bucket }, place) {
	const above = place.folder.length + 1;
	const objects = await listAll(bucket, `${place.folder}/`);
	checkReadable(objects);
	const sizes = new Map();
	const sequences = [];
	for (const { key, kind, sizeBytes } of objects) {
		const name = key.slice(above);
		const digest = external_node_path_.posix.basename(name);
		if (kind !== "file")
			continue;
		if (name === external_node_path_.posix.join(OBJECTS, digest) && (0,model_digest ._h)(digest))
			sizes.set(digest, sizeBytes);
		const sequence = (0,work_manifest .fz)(name);
		if (sequence !== undefined)
			sequences.push(sequence);
	}
	return { place, objects, sizes, sequences: sequences.toSorted((a, b) => b - a) };
}
function manifestKey({ folder }, sequence) {
	return external_node_path_.posix.join(folder, (0,work_manifest .vS)(sequence));
}
function contentKey({ folder }, sha256) {
	return external_node_path_.posix.join(folder, OBJECTS, sha256);
}
async function* snapshotsIn({ bucket }, { place, sequences }, wanted) {
	for (const sequence of sequences) {
		const text = await readText(bucket, manifestKey(place, sequence), work_manifest .SC);
		const manifest = (0,work_manifest .Ng)(text ?? "", wanted);
		if (manifest !== undefined)
			yield { sequence, manifest };
	}
}
function isComplete({ sizes }, { files }) {
	return files.every(({ sha256, sizeBytes }) => sizes.get(sha256) === sizeBytes);
}

;// CONCATENATED MODULE: src/store/entries/work.js








const work_LOOKS_AT_ONCE = 32;
const NOTHING = new Uint8Array();
async function findWork(context, wanted) {
	const isThere = await shardPresence(context, wanted.length);
	return (0,parallel .H)(wanted, work_LOOKS_AT_ONCE, (asked) => (0,answers .ZF)(async () => {
		if (!isThere(asked.shard))
			return answers .Rq;
		const newest = await wholeSnapshots(context, asked).next();
		return newest.done !== true && (0,work_manifest .wU)(newest.value.manifest) ? answers .MC : answers .Rq;
	}, describeStore(context)));
}
async function fetchWork(context, wanted, staging) {
	const { disk } = context;
	if (disk.exists(staging)) {
		return (0,answers .hU)(`${staging}: something is there already`, describeStore(context));
	}
	let trouble;
	for await (const whole of wholeSnapshots(context, wanted)) {
		try {
			if (await work_restore(context, whole, staging))
				return (0,answers .bK)(whole.manifest);
		}
		catch (error) {
			trouble ??= (0,answers .hU)(error, describeStore(context));
		}
		await disk.removeTree(staging).catch(() => undefined);
	}
	return trouble ?? answers .Rq;
}
async function* wholeSnapshots(context, wanted) {
	for (const place of await readablePlaces(context, wanted)) {
		const contents = await readWork(context, place);
		for await (const { manifest } of snapshotsIn(context, contents, wanted)) {
			if (isComplete(contents, manifest))
				yield { contents, manifest };
		}
	}
}
async function work_restore({ bucket, disk }, { contents: { place, sizes }, manifest }, staging) {
	const bring = (sha256, path) => bucket.download(contentKey(place, sha256), path);
	const restored = await (0,restore .n)({ disk, bring, staging }, manifest);
	if (restored.kind === "whole")
		return true;
	const key = contentKey(place, restored.sha256);
	const digest = await (0,digest_chunks ._)(async (offset, length) => (await bucket.getRange(key, offset, length)) ?? NOTHING);
	if (digest === restored.sha256)
		return false;
	sizes.delete(restored.sha256);
	await bucket.delete([key]).catch(() => 0);
	return false;
}
async function dropWork(context, wanted) {
	let found = false;
	for (const place of await readablePlaces(context, wanted)) {
		const { objects, sequences } = await readWork(context, place);
		if (objects.length === 0)
			continue;
		found = true;
		if (place.area !== context.areas[0]) {
			await context.bucket.putIfAbsent(noteOf(context, wanted), { kind: "text", text: "" });
			continue;
		}
		const manifests = sequences.map((sequence) => manifestKey(place, sequence));
		await context.bucket.delete(manifests.toReversed());
		await context.bucket.delete(objects.map(({ key }) => key));
	}
	return found ? answers .Xq : answers .Rq;
}

var shelf = __webpack_require__("src/store/work/shelf.js");
var work_snapshot = __webpack_require__("src/store/work/snapshot.js");
;// CONCATENATED MODULE: src/store/entries/work-save.js








const MOST_TRIES = 100;
const KEPT_MANIFESTS = 2;
async function saveWork(context, wanted, work, failure) {
	const { disk, now } = context;
	if (disk.stat(work)?.kind !== "directory") {
		return (0,answers .hU)(`there is no work directory ${work}`, describeStore(context));
	}
	const place = workPlaceIn(context, context.areas[0], wanted);
	const before = await readWork(context, place);
	const newest = await newestIn(context, before, wanted);
	const takenAtMs = now();
	const shelf = openShelf(context, { before, work });
	const snapshot = await (0,work_snapshot .W)({ disk, shelf, work, previous: newest?.manifest });
	const { shard, whole } = wanted;
	const manifest = { ...snapshot, shard, whole, takenAtMs, ...(failure && { failure }) };
	if (newest && (0,work_manifest .OI)(newest.manifest, manifest)) {
		return { kind: "exists", key: (0,work_manifest .vS)(newest.sequence) };
	}
	const contents = await readWork(context, place);
	if (!isComplete(contents, manifest)) {
		throw new Error("another process removed what this one was saving");
	}
	const sequence = await putManifest(context, contents, manifest);
	await tidy(context, place, wanted).catch(() => undefined);
	return { kind: "saved", key: (0,work_manifest .vS)(sequence) };
}
async function newestIn(context, contents, wanted) {
	for await (const snapshot of snapshotsIn(context, contents, wanted))
		return snapshot;
	return undefined;
}
function openShelf({ bucket, disk, token }, { before, work }) {
	const sizes = new Map(before.sizes);
	const newTemporary = bucket.newTemporary ??
		(() => Promise.resolve((0,external_node_path_.join)(work, "..", `${durable .F8}${token()}`)));
	return {
		holds: ({ sha256, sizeBytes }) => sizes.get(sha256) === sizeBytes,
		add: async (path) => {
			const copy = await newTemporary();
			return (0,shelf .xo)(disk, { path, copy }, async ({ sha256, sizeBytes }) => {
				if (sizes.get(sha256) === sizeBytes)
					return;
				const key = contentKey(before.place, sha256);
				await bucket.put(key, { kind: "file", path: copy, isOurs: true });
				sizes.set(sha256, sizeBytes);
			});
		},
	};
}
async function putManifest({ bucket }, { place, sequences: [highest = 0] }, manifest) {
	const source = { kind: "text", text: (0,work_manifest .L_)(manifest) };
	for (let sequence = highest + 1; sequence <= highest + MOST_TRIES; sequence += 1) {
		const put = await bucket.putIfAbsent(manifestKey(place, sequence), source);
		if (put === "stored")
			return sequence;
	}
	throw new Error(`no manifest could be put below ${place.folder} in ${MOST_TRIES} tries`);
}
async function tidy(context, place, wanted) {
	const { bucket } = context;
	const contents = await readWork(context, place);
	const oldest = contents.sequences.slice(0, KEPT_MANIFESTS).at(-1) ?? 0;
	const named = new Set();
	for await (const { sequence, manifest } of snapshotsIn(context, contents, wanted)) {
		if (sequence < oldest)
			break;
		for (const { sha256 } of manifest.files)
			named.add(sha256);
	}
	const manifests = contents.sequences.filter((sequence) => sequence < oldest);
	const unnamed = [...contents.sizes.keys()].filter((sha256) => !named.has(sha256));
	await bucket.delete([
		...manifests.map((sequence) => manifestKey(place, sequence)),
		...unnamed.map((sha256) => contentKey(place, sha256)),
	]);
}

;// CONCATENATED MODULE: src/store/entries/entries-store.js










function entriesStore({ kind, label }, options) {
	const context = openContext(options);
	const place = describeStore(context);
	return {
		kind,
		label,
		find: (wanted) => (0,answers .Ug)(wanted, () => findEntries(context, wanted), place),
		fetch: (entry, staging) => (0,answers .ZF)(() => fetchEntry(context, entry, staging), place),
		save: (finished) => (0,answers .ZF)(() => saveEntry(context, finished), place),
		revoke: (entry) => (0,answers .ZF)(() => revokeEntry(context, entry), place),
		list: () => (0,answers .ZF)(async () => ({ kind: "listed", entries: await listEntries(context) }), place),
		remove: (entry) => (0,answers .ZF)(() => removeEntry(context, entry), place),
		findWork: (wanted) => (0,answers .Ug)(wanted, () => findWork(context, wanted), place),
		saveWork: (wanted, work, failure) => (0,answers .ZF)(() => saveWork(context, wanted, work, failure), place),
		fetchWork: (wanted, staging) => (0,answers .ZF)(() => fetchWork(context, wanted, staging), place),
		dropWork: (wanted) => (0,answers .ZF)(() => dropWork(context, wanted), place),
		clock: () => bucketTime(context),
		failures: failuresIn(context),
	};
}

var file_bucket = __webpack_require__("src/store/file/bucket.js");
;// CONCATENATED MODULE: src/store/file/file-store.js





function fileStore({ root, isOrphaned = () => false, ...options }) {
	const { disk, name, scope, token, now } = options;
	const incoming = (0,external_node_path_.join)(root, nameFolder(name), areasOf(scope)[0], INCOMING);
	const bucket = (0,file_bucket .x)({ disk, root, incoming, token, now, isOrphaned });
	return entriesStore({ kind: "file", label: `file:${root}` }, { ...options, bucket, isOrphaned });
}

var problem = __webpack_require__("src/core/text/problem.js");
var text_text = __webpack_require__("src/core/text/text.js");
var github_event = __webpack_require__("src/job/stores/github-event.js");
var home_path = __webpack_require__("src/job/home-path.js");
var marker_key = __webpack_require__("src/job/marker-key.js");
var writer = __webpack_require__("src/job/writer.js");
;// CONCATENATED MODULE: src/job/stores/file-store.js











function openFileStore(invocation, name, folder) {
	const { disk, env, now, randomHex } = invocation;
	const token = (0,writer .G)((0,processes .WF)());
	return fileStore({
		disk,
		root: fileStoreRoot(invocation, folder),
		name,
		scope: (0,scope .S)(env, (0,github_event .c)(invocation)),
		token: () => `${token()}-${randomHex(4)}`,
		isOrphaned: temporary_names .A2,
		now,
		markers: (0,marker_key .R)(invocation),
	});
}
function fileStoreRoot({ workspace, env }, folder) {
	return (0,external_node_path_.resolve)(workspace, file_store_folderOf(folder, env));
}
function file_store_folderOf(folder, env) {
	const path = (0,home_path .u)(folder, env);
	if (path !== undefined)
		return path;
	const [tilde] = folder.split("/");
	throw new problem .yo([
		`store: ${(0,text_text .hD)(`file:${folder}`)} begins with the home of a user. Write the path in full, or file:./${tilde}\u2026 for a folder of that name.`,
	]);
}


 }),

"src/store/digest-chunks.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   _: () => ( digestOfChunks)
 });
 var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
 var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("node:timers/promises");


const CHUNK_BYTES = 4 * 1024 * 1024;
async function digestOfChunks(read) {
	const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
	for (let offset = 0;; offset += CHUNK_BYTES) {
		const bytes = await read(offset, CHUNK_BYTES);
		hash.update(bytes);
		if (bytes.length < CHUNK_BYTES)
			return hash.digest("hex");
		await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setImmediate)();
	}
}


 }),

"src/store/entry-names.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   t: () => ( MARKER),
   v: () => ( DATA)
 });
const DATA = "data";
const MARKER = "marker.json";


 }),

"src/store/file/bucket.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  x: () => ( fileBucket)
});

var external_node_path_ = __webpack_require__("node:path");
var problem = __webpack_require__("src/core/text/problem.js");
var durable = __webpack_require__("src/files/durable.js");
;// CONCATENATED MODULE: src/store/file/versions.js

const VERSIONS = ".donemark-versions";
const VERSION = /^\d{10}$/;
const MOST_LOOKS = 100;
function currentOf(folder, key) {
	const path = (0,external_node_path_.join)(folder.root, key);
	for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
		const first = folder.disk.stat(path);
		if (first?.kind !== "file")
			return undefined;
		const [version = 0] = versionsOf(folder, key, first);
		const newest = version === 0 ? path : versionPath(folder, key, { first, version });
		const stat = version === 0 ? first : folder.disk.stat(newest);
		if (stat !== undefined)
			return { path: newest, version, stat, tag: tagOf(first, version) };
	}
	throw new Error(`${path}: its newest version is listed and not there`);
}
function tagOf(first, version) {
	return `${identityOf(first)}.${version}`;
}
function identityOf({ inode, mtimeNs }) {
	return `${inode}.${mtimeNs}`;
}
function versionAt(folder, key, tag) {
	const first = folder.disk.stat((0,external_node_path_.join)(folder.root, key));
	if (first === undefined || !tag.startsWith(`${identityOf(first)}.`))
		return undefined;
	return { first, version: Number(tag.slice(identityOf(first).length + 1)) };
}
function versionsOf(folder, key, first) {
	const { disk, root } = folder;
	if (!disk.exists((0,external_node_path_.join)(root, VERSIONS)))
		return [];
	return disk
		.names(folderOfVersions(folder, key, first))
		.filter((name) => VERSION.test(name))
		.map(Number)
		.toSorted((a, b) => b - a);
}
function folderOfVersions({ root }, key, first) {
	return (0,external_node_path_.join)(root, VERSIONS, key, identityOf(first));
}
function versionPath(folder, key, { first, version }) {
	return (0,external_node_path_.join)(folderOfVersions(folder, key, first), String(version).padStart(10, "0"));
}

;// CONCATENATED MODULE: src/store/file/objects.js



function* objectsBelow(folder, prefix, levels) {
	for (const { name, kind } of folder.disk.list((0,external_node_path_.join)(folder.root, prefix)) ?? []) {
		const key = prefix + name;
		if (key === VERSIONS)
			continue;
		if (kind !== "directory")
			yield* unlessUnreadable(key, () => objectAt(folder, key, kind));
		else if (levels === "one")
			yield { ...EMPTY, key: `${key}/` };
		else
			yield* unlessUnreadable(key, () => allBelow(folder, `${key}/`));
	}
}
function unlessUnreadable(key, look) {
	try {
		return look();
	}
	catch (error) {
		const cause = (0,problem .bD)(error);
		return [{ key, kind: "unreadable", sizeBytes: 0, modifiedMs: 0, tag: "", cause }];
	}
}
function allBelow(folder, prefix) {
	const below = [...objectsBelow(folder, prefix, "all")];
	return below.length === 0 ? [folderAt(folder, prefix)] : below;
}
function lookAt(folder, key) {
	const name = (0,external_node_path_.basename)(key);
	const above = (0,external_node_path_.dirname)((0,external_node_path_.join)(folder.root, key));
	const found = (folder.disk.list(above) ?? []).find((one) => one.name === name);
	if (found === undefined || (found.kind === "directory") !== key.endsWith("/"))
		return undefined;
	if (found.kind === "directory")
		return folderAt(folder, key);
	return objectAt(folder, key, found.kind)[0];
}
function objectAt(folder, key, kind) {
	if (kind === "file")
		return fileAt(folder, key);
	const path = (0,external_node_path_.join)(folder.root, key);
	const stat = folder.disk.stat((0,external_node_path_.dirname)(path));
	if (stat === undefined)
		return [];
	const object = { key, kind, sizeBytes: 0, modifiedMs: timeOf(stat), tag: "" };
	return kind === "link" ? [{ ...object, target: folder.disk.readLink(path) }] : [object];
}
function fileAt(folder, key) {
	const current = currentOf(folder, key);
	if (current === undefined)
		return [];
	const { stat, tag } = current;
	return [{ key, kind: "file", sizeBytes: stat.sizeBytes, modifiedMs: timeOf(stat), tag }];
}
const EMPTY = { kind: "folder", sizeBytes: 0, modifiedMs: 0, tag: "" };
function folderAt({ disk, root }, key) {
	const stat = disk.stat((0,external_node_path_.join)(root, key));
	return { ...EMPTY, key, modifiedMs: stat === undefined ? 0 : timeOf(stat) };
}
function timeOf({ mtimeNs }) {
	return Number(BigInt(mtimeNs) / 1000000n);
}

;// CONCATENATED MODULE: src/store/file/root.js

function checkRoot(disk, root) {
	const why = rootTrouble(disk, root);
	if (why !== undefined)
		throw new Error(why);
}
function rootTrouble(disk, root) {
	for (let path = root;; path = (0,external_node_path_.dirname)(path)) {
		const kind = disk.stat(path)?.kind;
		if (kind !== undefined)
			return kind === "directory" ? undefined : `${path} is not a directory`;
		const above = (0,external_node_path_.dirname)(path);
		if (above === path)
			return undefined;
		if (disk.stat(above)?.kind === "directory") {
			return disk.exists(path) ? `${path} is a link that leads nowhere` : undefined;
		}
	}
}

var file_clock = __webpack_require__("src/files/file-clock.js");
;// CONCATENATED MODULE: src/store/file/temporaries.js



const ABANDONED_MS = 24 * 60 * 60 * 1000;
async function newTemporary(options) {
	const { disk, incoming, token } = options;
	await (0,durable .wZ)(disk, incoming);
	await sweep(options);
	return (0,external_node_path_.join)(incoming, `${durable .F8}${token()}`);
}
async function sweep({ disk, incoming, now, isOrphaned, token, }) {
	for (const name of disk.names(incoming)) {
		if (!name.startsWith(durable .F8))
			continue;
		const path = (0,external_node_path_.join)(incoming, name);
		const changedNs = disk.stat(path)?.ctimeNs;
		if (changedNs === undefined)
			continue;
		const probe = (0,external_node_path_.join)(incoming, `${durable .F8}${token()}`);
		const age = { madeMs: Number(changedNs) / 1e6, nowMs: now(), probe };
		if (isOrphaned(name) || (await (0,file_clock .U)(disk, age, ABANDONED_MS)))
			await disk.removeTree(path).catch(() => undefined);
	}
}

;// CONCATENATED MODULE: src/store/file/place.js




async function withObject(options, source, act) {
	const { disk } = options;
	if (source.kind === "folder")
		throw new Error("a folder has no content");
	const made = isOwn(source) ? source.path : await newTemporary(options);
	try {
		await make(options, source, made);
		return await act(made);
	}
	finally {
		await disk.unlink(made).catch(() => false);
	}
}
function isOwn(source) {
	return source.kind === "file" && source.isOurs === true;
}
async function make({ disk }, source, path) {
	if (source.kind === "link")
		return disk.link(source.target, path);
	if (source.kind === "text")
		await disk.create(path, source.text);
	else if (path !== source.path)
		await disk.copyFile(source.path, path);
	return disk.syncFile(path);
}
const TRIES = 5;
async function place(options, { made, target, by }) {
	const { disk } = options;
	const inode = disk.stat(made)?.inode;
	for (let tries = 1;; tries += 1) {
		try {
			await (0,durable .wZ)(disk, (0,external_node_path_.dirname)(target));
			await disk[by](made, target);
			break;
		}
		catch (error) {
			if (inode !== undefined && disk.stat(target)?.inode === inode)
				break;
			if (!(0,problem .up)(error, "ENOENT") || tries === TRIES || !disk.exists(made))
				throw error;
		}
	}
	await disk.syncDirectory((0,external_node_path_.dirname)(target));
}
async function linkName(options, made, target) {
	try {
		await place(options, { made, target, by: "hardLink" });
		return "stored";
	}
	catch (error) {
		if ((0,problem .up)(error, "EEXIST"))
			return "exists";
		throw error;
	}
}
const NO_LINKS = [
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
	"EMLINK",
	"EINVAL",
	"EXDEV",
	"EACCES",
];
async function takeName(options, made, target) {
	try {
		return await linkName(options, made, target);
	}
	catch (error) {
		if (!(0,problem .up)(error, ...NO_LINKS))
			throw error;
	}
	if (options.disk.exists(target))
		return "exists";
	await place(options, { made, target, by: "rename" });
	return "stored";
}

;// CONCATENATED MODULE: src/store/file/swap.js


const KEPT_VERSIONS = 16;
const KEPT_MS = 60_000;
async function putIfMatch(options, key, { source, tag }) {
	const lookedAt = performance.now();
	const seen = versionAt(options, key, tag);
	if (seen === undefined || currentOf(options, key)?.tag !== tag)
		return "changed";
	const own = { ...seen, version: seen.version + 1 };
	const path = versionPath(options, key, own);
	const taken = await withObject(options, source, (made) => linkName(options, made, path));
	if (taken === "exists")
		return "changed";
	const wasLong = performance.now() - lookedAt >= KEPT_MS;
	const newest = currentOf(options, key)?.version ?? 0;
	const isStale = wasLong && newest - own.version >= KEPT_VERSIONS;
	if (isStale || versionAt(options, key, tag) === undefined) {
		await options.disk.unlink(path);
		return "changed";
	}
	await removeOld(options, key, own);
	return "stored";
}
async function removeOld(options, key, { first, version: own }) {
	const { disk } = options;
	const pathOf = (version) => versionPath(options, key, { first, version });
	const timeOf = (version) => Number(BigInt(disk.stat(pathOf(version))?.mtimeNs ?? 0) / 1000000n);
	const oldest = timeOf(own) - KEPT_MS;
	for (const version of versionsOf(options, key, first)) {
		if (version > own - KEPT_VERSIONS || timeOf(version) >= oldest)
			continue;
		await disk.unlink(pathOf(version));
	}
}

;// CONCATENATED MODULE: src/store/file/bucket.js









function fileBucket(options) {
	const { disk, root } = options;
	const checked = async (act) => {
		checkRoot(disk, root);
		return act();
	};
	const unlessNothing = (found) => {
		if (found === undefined)
			checkRoot(disk, root);
		return found;
	};
	return {
		label: root,
		list: async function* list(prefix, levels = "all") {
			let isEmpty = true;
			for (const page of pagesOf(objectsBelow(options, prefix, levels))) {
				isEmpty = false;
				yield page;
			}
			if (isEmpty)
				checkRoot(disk, root);
		},
		head: async (key) => unlessNothing(lookAt(options, key)),
		getRange: async (key, offset, length) => unlessNothing(readRange(options, key, { offset, length })),
		put: (key, source) => checked(() => put(options, key, source)),
		putIfAbsent: (key, source) => checked(() => putIfAbsent(options, key, source)),
		putIfMatch: (key, source, tag) => checked(() => putIfMatch(options, key, { source, tag })),
		delete: (keys) => checked(() => remove(options, keys)),
		download: (key, path) => checked(() => disk.copyFile(currentOf(options, key)?.path ?? (0,external_node_path_.join)(root, key), path)),
		newTemporary: () => checked(() => newTemporary(options)),
	};
}
const PAGE = 1000;
function* pagesOf(objects) {
	let page = [];
	for (const object of objects) {
		page.push(object);
		if (page.length < PAGE)
			continue;
		yield page;
		page = [];
	}
	if (page.length > 0)
		yield page;
}
const MOST_TRIES = 100;
function readRange(options, key, { offset, length }) {
	for (let tries = 0; tries < MOST_TRIES; tries += 1) {
		const current = currentOf(options, key);
		if (current === undefined)
			return undefined;
		const reader = openIfThere(options, current.path);
		if (reader === undefined)
			continue;
		try {
			return reader.read(offset, Math.min(length, Math.max(0, reader.sizeBytes - offset)));
		}
		finally {
			reader.close();
		}
	}
	throw new Error(`${(0,external_node_path_.join)(options.root, key)} is listed, and cannot be opened`);
}
function openIfThere({ disk }, path) {
	try {
		return disk.open(path);
	}
	catch (error) {
		if ((0,problem .up)(error, "ENOENT", "ENOTDIR"))
			return undefined;
		throw error;
	}
}
async function put(options, key, source) {
	const target = (0,external_node_path_.join)(options.root, key);
	if (source.kind === "folder")
		return (0,durable .wZ)(options.disk, target);
	await withObject(options, source, (made) => place(options, { made, target, by: "rename" }));
	await removeVersions(options, key);
}
async function putIfAbsent(options, key, source) {
	const target = (0,external_node_path_.join)(options.root, key);
	if (lookAt(options, key) !== undefined)
		return "exists";
	if (source.kind === "folder") {
		await (0,durable .wZ)(options.disk, target);
		return "stored";
	}
	return withObject(options, source, (made) => takeName(options, made, target));
}
async function remove(options, keys) {
	const { disk, root } = options;
	let removed = 0;
	for (const key of keys)
		if (await removeOne(options, key))
			removed += 1;
	const folders = new Set(keys.map((key) => (0,external_node_path_.dirname)((0,external_node_path_.join)(root, key))));
	for (const folder of folders) {
		await disk.syncDirectory(folder).catch(unlessGone);
		await removeEmptyFolders(options, folder);
	}
	return removed;
}
async function removeOne(options, key) {
	const path = (0,external_node_path_.join)(options.root, key);
	if (key.endsWith("/"))
		return removeEmptyFolders(options, path);
	const wasThere = await options.disk.unlink(path);
	if (wasThere)
		await removeVersions(options, key);
	return wasThere;
}
function unlessGone(error) {
	if (!(0,problem .up)(error, "ENOENT"))
		throw error;
}
async function removeVersions({ disk, root }, key) {
	if (!disk.exists((0,external_node_path_.join)(root, VERSIONS)))
		return;
	await disk.removeTree((0,external_node_path_.join)(root, VERSIONS, key)).catch(() => undefined);
}
async function removeEmptyFolders({ disk, root, incoming }, folder) {
	let removed = 0;
	for (let at = folder; at !== root && at.startsWith(root); at = (0,external_node_path_.dirname)(at)) {
		if (at === incoming)
			break;
		if (!(await disk.removeFolder(at).catch(() => false)))
			break;
		removed += 1;
	}
	return removed > 0;
}


 }),

"src/store/finished.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   BU: () => ( partOf),
   O2: () => ( isUntouched),
   Of: () => ( refusalOf),
   fT: () => ( checkFinished)
 });
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/core/model/digest.js");
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/decide/facts.js");
 var _core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/ignore.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/measure.js");
 var _staged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/store/staged.js");







function refusalOf({ wanted, marker }) {
	if (marker.checkpoint.sha256 === undefined) {
		return `the marker of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(wanted.shard)} has no full digest yet`;
	}
	if (marker.shard !== wanted.shard) {
		return `the marker is of ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(marker.shard)}, the shard is ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(wanted.shard)}`;
	}
	return (0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_6__ ._h)(wanted.match)
		? undefined
		: `a match is a SHA-256 digest, got ${(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .hD)(wanted.match)}`;
}
function checkFinished(disk, finished) {
	const { checkpoint, marker } = finished;
	const marked = marker.checkpoint;
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, checkpoint, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(marked));
	if (found.kind !== "measured") {
		const why = found.kind === "refused" ? `: ${found.why}` : " is not there";
		return { kind: "refused", why: `${checkpoint}${why}` };
	}
	const good = { kind: "as marked", measure: found.measure, finished };
	if ((0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .$1)(marked, found.measure))
		return good;
	const compared = { marked, found: found.measure };
	const comparison = (0,_staged_js__WEBPACK_IMPORTED_MODULE_4__ .B)(disk, checkpoint, compared, { allowsAdded: true });
	if (comparison.kind === "differs")
		return {
			kind: "refused",
			why: `${checkpoint} is not what its marker says: ${comparison.how}`,
		};
	const added = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_0__ .K6)({ comparison });
	return added.length === 0 ? good : { ...good, finished: { ...finished, added } };
}
function partOf({ marker, added = [], }) {
	const isIgnored = (0,_core_model_ignore_js__WEBPACK_IMPORTED_MODULE_1__ .N)(marker.checkpoint.ignore ?? []);
	const later = new Set(added);
	return (path) => !isIgnored(path) && !later.has(path);
}
function isUntouched(disk, { checkpoint }, before) {
	const now = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, checkpoint, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(before));
	return now.kind === "measured" && JSON.stringify(now.measure) === JSON.stringify(before);
}


 }),

"src/store/inner-path.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   w: () => ( isInnerPath)
 });
function isInnerPath(value) {
	if (typeof value !== "string" || value.includes("\0"))
		return false;
	const names = value.split("/");
	return names.every((name) => name !== "" && name !== "." && name !== "..") && isPlain(value);
}
function isPlain(path) {
	return process.platform !== "win32" || !/[\\:]/.test(path);
}


 }),

"src/store/order.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   m: () => ( orderOf),
   w: () => ( compareOrder)
 });
 var _core_keys_entry_stamp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/keys/entry-stamp.js");

function orderOf(marker) {
	const { by } = marker;
	const run = by.run !== undefined && /^\d{1,20}$/.test(by.run) ? BigInt(by.run) : 0n;
	const attempt = Number.isSafeInteger(by.attempt) ? (by.attempt ?? 0) : 0;
	return { run, attempt, stamp: (0,_core_keys_entry_stamp_js__WEBPACK_IMPORTED_MODULE_0__ .Z)(marker) };
}
function compareOrder(a, b) {
	const byFence = ((0,_core_keys_entry_stamp_js__WEBPACK_IMPORTED_MODULE_0__ .N)(a.stamp) ?? -1) - ((0,_core_keys_entry_stamp_js__WEBPACK_IMPORTED_MODULE_0__ .N)(b.stamp) ?? -1);
	if (byFence !== 0)
		return byFence;
	if (a.run !== b.run)
		return a.run > b.run ? 1 : -1;
	return a.attempt - b.attempt || a.stamp - b.stamp;
}


 }),

"src/store/staged.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   B: () => ( compareEveryByte),
   b: () => ( checkStaged)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_decide_facts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/decide/facts.js");
 var _files_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/files/compare.js");
 var _files_measure_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/measure.js");




function checkStaged(disk, staging, marker) {
	const why = findFault(disk, staging, marker);
	return why === undefined ? { kind: "good" } : { kind: "bad", why };
}
function findFault(disk, staging, { checkpoint }) {
	if (isLink(disk, staging))
		return "it is a link";
	const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .xP)(disk, staging, (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(checkpoint));
	if (found.kind === "absent")
		return "nothing was brought";
	if (found.kind === "refused")
		return found.why;
	const compared = compareEveryByte(disk, staging, { marked: checkpoint, found: found.measure });
	return compared.kind === "differs" ? compared.how : undefined;
}
function compareEveryByte(disk, path, compared, { allowsAdded = false } = {}) {
	const { marked } = compared;
	if (marked.sha256 === undefined)
		return { kind: "differs", how: "its marker has no full digest" };
	const comparison = (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .y3)(disk, path, compared, { ...BY_SAMPLE, allowsAdded });
	if (comparison.kind === "differs")
		return comparison;
	const hasMore = (0,_core_decide_facts_js__WEBPACK_IMPORTED_MODULE_1__ .K6)({ comparison }).length > 0;
	const members = hasMore ? (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .o3)(marked) : (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .gP)(marked);
	const how = (0,_files_compare_js__WEBPACK_IMPORTED_MODULE_2__ .J4)(marked, (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_3__ .ol)(disk, path, members));
	return how === undefined ? comparison : { kind: "differs", how };
}
const BY_SAMPLE = { trustsTimes: false, readsSample: true };
function isLink(disk, path) {
	const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
	return (disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}


 }),

"src/store/work/manifest.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   L_: () => ( formatManifest),
   Ng: () => ( parseManifest),
   OI: () => ( isSameContent),
   SC: () => ( MANIFEST_LIMIT_BYTES),
   fz: () => ( manifestSequence),
   vS: () => ( manifestName),
   wU: () => ( hasPart)
 });
 var _core_model_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/core/model/digest.js");
 var _core_model_start_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/core/model/start-record.js");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/text.js");
 var _inner_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/store/inner-path.js");





const MANIFEST_LIMIT_BYTES = 256 * 1024 * 1024;
const NAME = /^manifest-(\d{8})\.json$/;
function manifestName(sequence) {
	return `manifest-${String(sequence).padStart(8, "0")}.json`;
}
function manifestSequence(name) {
	const digits = NAME.exec(name)?.[1];
	return digits === undefined ? undefined : Number(digits);
}
function formatManifest(manifest) {
	const { shard, whole, takenAtMs, folders, files, failure } = manifest;
	const past = failure && { failure: { ...failure, logTail: "" } };
	return `${JSON.stringify({ donemark: 1, shard, whole, takenAtMs, folders, files, ...past })}\n`;
}
function parseManifest(text, wanted) {
	const value = (0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .qF)(text);
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .u4)(value) || value["donemark"] !== 1)
		return undefined;
	const { shard, whole, takenAtMs, folders, files } = value;
	if (shard !== wanted.shard || whole !== wanted.whole || typeof takenAtMs !== "number")
		return undefined;
	if (!isListOf(folders, _inner_path_js__WEBPACK_IMPORTED_MODULE_3__ .w) || !isListOf(files, isWorkFile))
		return undefined;
	const failure = (0,_core_model_start_record_js__WEBPACK_IMPORTED_MODULE_0__ .f1)(value["failure"]);
	const past = failure && { failure };
	return { shard: wanted.shard, whole: wanted.whole, takenAtMs, folders, files, ...past };
}
function isSameContent(a, b) {
	const content = ({ folders, files, failure }) => JSON.stringify([folders, files.map(({ path, sha256 }) => [path, sha256]), failure?.at]);
	return content(a) === content(b);
}
function hasPart({ files, folders }) {
	const names = new Set([...folders, ...files.map(({ path }) => path)]);
	return files.some(({ path }) => path.endsWith(_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM) && names.has(path.slice(0, -_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM.length)));
}
function isWorkFile(value) {
	if (!(0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_2__ .u4)(value))
		return false;
	const { path, sizeBytes, sha256, mtimeNs, inode } = value;
	return ((0,_inner_path_js__WEBPACK_IMPORTED_MODULE_3__ .w)(path) &&
		(0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .Pt)(sizeBytes) &&
		(0,_core_model_digest_js__WEBPACK_IMPORTED_MODULE_4__ ._h)(sha256) &&
		(0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .K8)(mtimeNs) &&
		(0,_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .aM)(inode));
}
function isListOf(value, is) {
	return Array.isArray(value) && value.every((item) => is(item));
}


 }),

"src/store/work/restore.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   n: () => ( restoreSnapshot)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _shelf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/store/work/shelf.js");


async function restoreSnapshot({ disk, bring, staging }, { folders, files }) {
	await disk.makeDirectory(staging);
	for (const folder of folders)
		await disk.makeDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, folder));
	for (const { path, sha256 } of files.toSorted(compareTime)) {
		const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(staging, path);
		await bring(sha256, copy);
		if ((await (0,_shelf_js__WEBPACK_IMPORTED_MODULE_1__ .Dt)(disk, copy)) !== sha256)
			return { kind: "false", sha256 };
	}
	return { kind: "whole" };
}
function compareTime(a, b) {
	const [first, second] = [BigInt(a.mtimeNs), BigInt(b.mtimeNs)];
	return first < second ? -1 : first > second ? 1 : 0;
}


 }),

"src/store/work/shelf.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   $W: () => ( openFolderShelf),
   Dt: () => ( digestInSteps),
   xo: () => ( addCopy)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/files/durable.js");
 var _digest_chunks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/store/digest-chunks.js");



async function addCopy(disk, { path, copy }, keep) {
	try {
		await disk.copyFile(path, copy);
		const sha256 = await digestInSteps(disk, copy);
		const content = { sha256, sizeBytes: disk.stat(copy)?.sizeBytes ?? 0 };
		await keep(content);
		return content;
	}
	finally {
		await disk.unlink(copy).catch(() => false);
	}
}
function openFolderShelf({ disk, folder, elsewhere }) {
	const added = new Map();
	const holds = ({ sha256, sizeBytes }) => elsewhere.get(sha256) === sizeBytes || added.get(sha256) === sizeBytes;
	return {
		added,
		holds,
		add: (path) => {
			const copy = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, `${_files_durable_js__WEBPACK_IMPORTED_MODULE_1__ .F8}copy`);
			return addCopy(disk, { path, copy }, async (content) => {
				if (holds(content))
					return;
				await disk.rename(copy, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, content.sha256));
				added.set(content.sha256, content.sizeBytes);
			});
		},
	};
}
async function digestInSteps(disk, path) {
	const reader = disk.open(path);
	try {
		return await (0,_digest_chunks_js__WEBPACK_IMPORTED_MODULE_2__ ._)((offset, length) => reader.read(offset, length));
	}
	finally {
		reader.close();
	}
}


 }),

"src/store/work/snapshot.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   W: () => ( takeSnapshot)
 });
 var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:path");
 var _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/core/model/marker.js");
 var _core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/core/text/problem.js");
 var _core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/core/text/text.js");
 var _files_durable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/files/durable.js");
 var _shelf_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/store/work/shelf.js");






const TRIES = 3;
const FRESH_MS = 2000;
async function takeSnapshot(task) {
	const { disk } = task;
	const known = new Map(task.previous?.files.map((file) => [file.path, file]));
	const look = { ...task, known, taken: new Map() };
	const before = listWork(disk, task.work);
	for (const path of before.unmarked)
		await take(look, path, isSettled(look, path));
	const after = listWork(disk, task.work);
	for (const [marker, files] of after.parts)
		await takePart(look, marker, files);
	const files = [...look.taken.values()].toSorted((a, b) => (0,_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .n6)(a.path, b.path));
	return { folders: allFolders([...before.folders, ...after.folders], files), files };
}
async function takePart(look, marker, files) {
	for (let tries = 0; tries < TRIES; tries += 1) {
		await take(look, marker, isSettled(look, marker));
		const stood = isUnchanged(look.known.get(marker), look.taken.get(marker));
		for (const path of files)
			await take(look, path, stood && isSettled(look, path));
		const seen = look.taken.get(marker);
		if (seen !== undefined && isUnchanged(seen, statFile(look, marker)))
			return;
	}
	for (const path of [marker, ...files])
		look.taken.delete(path);
}
async function take(look, path, settled) {
	look.taken.delete(path);
	for (let tries = 0; tries < TRIES; tries += 1) {
		const stat = statFile(look, path);
		const file = stat && (await takeAs(look, { path, stat, settled }));
		if (stat === undefined || file === undefined)
			return;
		look.taken.set(path, file);
		const now = statFile(look, path);
		if (now === undefined || isUnchanged(stat, now))
			return;
		if (now.inode === stat.inode && now.sizeBytes > stat.sizeBytes)
			return;
	}
}
async function takeAs(look, { path, stat, settled, }) {
	const source = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(look.work, path);
	const known = look.known.get(path);
	const { mtimeNs, inode } = stat;
	try {
		if (known?.sizeBytes === stat.sizeBytes && look.shelf.holds(known)) {
			if (settled && isUnchanged(known, stat))
				return known;
			const same = (await (0,_shelf_js__WEBPACK_IMPORTED_MODULE_4__ .Dt)(look.disk, source)) === known.sha256;
			if (same)
				return { ...known, mtimeNs, inode };
		}
		return { path, ...(await look.shelf.add(source)), mtimeNs, inode };
	}
	catch (error) {
		if ((0,_core_text_problem_js__WEBPACK_IMPORTED_MODULE_2__ .up)(error, "ENOENT") && !look.disk.exists(source))
			return undefined;
		throw error;
	}
}
function isSettled({ known, previous }, path) {
	const file = known.get(path);
	if (file === undefined || previous === undefined)
		return false;
	return Number(BigInt(file.mtimeNs) / 1000000n) < previous.takenAtMs - FRESH_MS;
}
function isUnchanged(a, b) {
	if (a === undefined || b === undefined)
		return false;
	return a.sizeBytes === b.sizeBytes && a.mtimeNs === b.mtimeNs && a.inode === b.inode;
}
function statFile({ disk, work }, path) {
	const stat = disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, path));
	return stat?.kind === "file" ? stat : undefined;
}
function listWork(disk, work) {
	const walked = { folders: [], files: [], unnamed: [] };
	walk(disk, work, "", walked);
	const { folders, files, unnamed } = walked;
	files.sort(_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .n6);
	const parts = new Map();
	for (const path of files)
		if (path.endsWith(_core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM))
			parts.set(path, []);
	const unmarked = [];
	for (const path of files) {
		if (!parts.has(path))
			(parts.get(markerOver(parts, path) ?? "") ?? unmarked).push(path);
	}
	for (const path of unnamed)
		parts.delete(markerOver(parts, path) ?? "");
	return { folders, unmarked, parts };
}
function walk(disk, work, below, found) {
	for (const { name, kind } of disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, below)) ?? []) {
		if (name.startsWith(_files_durable_js__WEBPACK_IMPORTED_MODULE_3__ .F8))
			continue;
		const path = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(below, name);
		if (isUnnamed(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, path)))
			found.unnamed.push(path);
		else if (kind === "file")
			found.files.push(path);
		else if (kind === "directory") {
			found.folders.push(path);
			walk(disk, work, path, found);
		}
	}
}
function isUnnamed(disk, path) {
	return path.includes("\uFFFD") && !disk.exists(path);
}
function markerOver(parts, path) {
	for (let at = path; at !== "."; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at)) {
		if (parts.has(at + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM))
			return at + _core_model_marker_js__WEBPACK_IMPORTED_MODULE_1__ .pM;
	}
	return undefined;
}
function allFolders(folders, files) {
	const all = new Set(folders);
	for (const { path } of files) {
		for (let at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path); at !== "."; at = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(at))
			all.add(at);
	}
	return [...all].sort(_core_text_text_js__WEBPACK_IMPORTED_MODULE_5__ .n6);
}


 }),

};
