export const id = "github-store";
export const ids = ["github-store"];
export const modules = {

"src/job/stores/github-event.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   c: () => ( eventText)
 });
const EVENT_LIMIT_BYTES = 16 * 1024 * 1024;
function eventText({ env, disk }) {
	const path = env["GITHUB_EVENT_PATH"];
	return path === undefined || path === "" ? undefined : disk.readText(path, EVENT_LIMIT_BYTES);
}


 }),

"src/job/stores/github-store.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


__webpack_require__.d(__webpack_exports__, {
  knownRoom: () => ( knownRoom),
  openGithubStore: () => ( openGithubStore),
  openGithubStoreIfAny: () => ( openGithubStoreIfAny),
  U: () => ( surroundingsHere)
});

var external_node_os_ = __webpack_require__("node:os");
var environment = __webpack_require__("src/core/definition/environment.js");
var problem = __webpack_require__("src/core/text/problem.js");
var processes = __webpack_require__("src/machine/processes.js");
var marker = __webpack_require__("src/core/model/marker.js");
var text_text = __webpack_require__("src/core/text/text.js");
var store_answers = __webpack_require__("src/store/answers.js");
;// CONCATENATED MODULE: src/store/github/list/rest-call.js


const BIGGEST_ANSWER_BYTES = 8 * 1024 * 1024;
async function callRest(line, method, path) {
	const { access, env, deadlineMs } = line;
	const url = new URL(`${access.apiUrl.replace(/\/$/, "")}${path}`);
	const headers = {
		accept: "application/vnd.github+json",
		authorization: `Bearer ${access.token}`,
		"user-agent": "donemark",
		"x-github-api-version": "2022-11-28",
	};
	try {
		return await senderFor(env)(url, { method, headers, deadlineMs });
	}
	catch (error) {
		return (0,store_answers .hU)(`${url.host} did not answer: ${(0,problem .bD)(error)}`);
	}
}
async function askTime(env, url, deadlineMs) {
	const headers = { "user-agent": "donemark" };
	const { date } = await senderFor(env)(new URL(url), { method: "HEAD", headers, deadlineMs });
	return date;
}
function senderFor(env) {
	const proxied = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name]);
	return proxied ? throughProxy : directly;
}
async function directly(url, { method, headers, deadlineMs }) {
	const { request } = await (url.protocol === "https:"
		? Promise.resolve( ).then(__webpack_require__.t.bind(__webpack_require__, "node:https", 19))
		: Promise.resolve( ).then(__webpack_require__.t.bind(__webpack_require__, "node:http", 19)));
	const signal = AbortSignal.timeout(deadlineMs);
	const response = await new Promise((resolve, reject) => {
		request(url, { method, headers, signal }, resolve).once("error", reject).end();
	});
	const chunks = [];
	let length = 0;
	for await (const chunk of response) {
		const bytes = chunk;
		length += bytes.length;
		if (length > BIGGEST_ANSWER_BYTES)
			throw new Error("its answer is too long");
		chunks.push(bytes);
	}
	return {
		kind: "answer",
		status: response.statusCode ?? 0,
		isLimit: isLimit(response),
		body: Buffer.concat(chunks).toString("utf8"),
		date: response.headers.date,
	};
}
function isLimit({ statusCode: status, headers }) {
	if (status === 429)
		return true;
	const isUsedUp = headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
	return status === 403 && isUsedUp;
}
async function throughProxy(url, { method, headers, deadlineMs }) {
	const { HttpClient } = await __webpack_require__.e("actions-core").then(__webpack_require__.bind(__webpack_require__, "@actions/http-client/lib/index.js"));
	const client = new HttpClient("donemark", [], { socketTimeout: deadlineMs });
	try {
		const response = await client.request(method, url.href, null, headers);
		return {
			kind: "answer",
			status: response.message.statusCode ?? 0,
			isLimit: isLimit(response.message),
			body: await response.readBody(),
			date: response.message.headers.date,
		};
	}
	finally {
		client.dispose();
	}
}

;// CONCATENATED MODULE: src/store/github/list/rest.js




const PAGE = 100;
const PAGES_AT_ONCE = 8;
const MOST_PAGES = 1000;
function openRest(access, env, deadlineMs) {
	const fetch = (method, path) => callRest({ access, env, deadlineMs }, method, path);
	const repository = `/repos/${access.repository}`;
	return {
		list: async (prefix, mostPages = MOST_PAGES) => {
			const path = `${repository}/actions/caches?${queryOf(prefix)}`;
			const first = await listOnce(fetch, path, mostPages);
			const listed = first.kind === "short" ? await listOnce(fetch, path, mostPages) : first;
			return "caches" in listed
				? { kind: "listed", caches: chosen(listed.caches, prefix) }
				: listed;
		},
		remove: async (id) => {
			const answer = await fetch("DELETE", `${repository}/actions/caches/${id}`);
			if (answer.kind === "unavailable")
				return answer;
			if (answer.status === 404)
				return { kind: "miss" };
			if (answer.status < 300)
				return { kind: "removed" };
			return refusal(answer, "delete caches", "actions: write");
		},
		usage: async () => {
			const [usage, limit] = await Promise.all(["usage", "storage-limit"].map((what) => fetch("GET", `${repository}/actions/cache/${what}`)));
			const usedBytes = numberIn(usage, "active_caches_size_in_bytes");
			const limitGb = numberIn(limit, "max_cache_size_gb");
			return {
				...(usedBytes !== undefined && { usedBytes }),
				...(limitGb !== undefined && { limitBytes: limitGb * 1024 ** 3 }),
			};
		},
		defaultBranch: async () => {
			const answer = await fetch("GET", repository);
			const body = answer.kind === "answer" ? (0,marker .qF)(answer.body) : undefined;
			const branch = (0,text_text .u4)(body) ? body["default_branch"] : undefined;
			return typeof branch === "string" ? branch : undefined;
		},
	};
}
async function listOnce(fetch, path, mostPages) {
	const page = (number) => readPage(fetch, `${path}&page=${number}`);
	const first = await page(1);
	if (first.kind !== "page")
		return first;
	const pages = Math.min(Math.ceil(first.total / PAGE), MOST_PAGES);
	if (pages > Math.max(1, mostPages))
		return { kind: "long", pages };
	const found = new Map(first.caches.map((cache) => [cache.id, cache]));
	for (let next = 2; next <= pages; next += PAGES_AT_ONCE) {
		const numbers = Array.from({ length: Math.min(PAGES_AT_ONCE, pages - next + 1) }, (_, i) => next + i);
		for (const answer of await Promise.all(numbers.map(page))) {
			if (answer.kind !== "page")
				return answer;
			for (const cache of answer.caches)
				found.set(cache.id, cache);
		}
	}
	const isShort = found.size < Math.min(first.total, MOST_PAGES * PAGE);
	return { kind: isShort ? "short" : "listed", caches: [...found.values()] };
}
function chosen(caches, prefix) {
	return caches
		.filter(({ key, sizeBytes }) => sizeBytes > 0 && key.startsWith(prefix))
		.toSorted(compareMaking);
}
function queryOf(prefix) {
	const query = {
		key: prefix,
		sort: "created_at",
		direction: "asc",
		per_page: String(PAGE),
	};
	return new URLSearchParams(query).toString();
}
async function readPage(fetch, path) {
	const answer = await fetch("GET", path);
	if (answer.kind === "unavailable")
		return answer;
	if (answer.status !== 200)
		return refusal(answer, "list caches", "actions: read");
	const body = (0,marker .qF)(answer.body);
	const caches = (0,text_text .u4)(body) ? body["actions_caches"] : undefined;
	const total = (0,text_text .u4)(body) ? body["total_count"] : undefined;
	if (!Array.isArray(caches) || typeof total !== "number") {
		return (0,store_answers .hU)("GitHub's list of caches is unreadable: expected JSON with actions_caches");
	}
	return { kind: "page", total, caches: caches.flatMap((one) => readCache(one)) };
}
function readCache(value) {
	if (!(0,text_text .u4)(value))
		return [];
	const { id, ref, key, version, created_at: createdAt, size_in_bytes: sizeBytes } = value;
	if (typeof id !== "number" || typeof sizeBytes !== "number")
		return [];
	if (typeof ref !== "string" || typeof key !== "string")
		return [];
	if (typeof version !== "string" || typeof createdAt !== "string")
		return [];
	return [{ id, ref, key, version, createdAt, sizeBytes }];
}
function compareMaking(a, b) {
	const [first, second] = [Date.parse(a.createdAt), Date.parse(b.createdAt)];
	return first - second || a.id - b.id;
}
function refusal({ status, isLimit }, what, permission) {
	if (isLimit) {
		return (0,store_answers .hU)(`GitHub answers no more requests of this token for a while (${status}, rate limit)`);
	}
	if (status === 401) {
		return {
			kind: "refused",
			cause: "GitHub does not know the token (401): it is wrong or has expired",
		};
	}
	if ([403, 404].includes(status)) {
		return {
			kind: "refused",
			cause: `the token may not ${what} (${status}): it needs the permission ${permission}`,
		};
	}
	return (0,store_answers .hU)(`GitHub answered ${status} to the request to ${what}`);
}
function numberIn(answer, name) {
	if (answer?.kind !== "answer" || answer.status !== 200)
		return undefined;
	const body = (0,marker .qF)(answer.body);
	const value = (0,text_text .u4)(body) ? body[name] : undefined;
	return typeof value === "number" ? value : undefined;
}

var external_node_child_process_ = __webpack_require__("node:child_process");
var external_node_url_ = __webpack_require__("node:url");
;// CONCATENATED MODULE: src/store/github/service/helpers.js



const IDLE_MS = 3000;
const MOST_CARRIERS = 4;
const TOKEN = "ACTIONS_RUNTIME_TOKEN";
const OF_CACHE = /^(ACTIONS_(RESULTS_URL|CACHE_\w+|ORCHESTRATION_ID)|CACHE_UPLOAD_\w+|ZSTD_\w+|SEGMENT_DOWNLOAD_TIMEOUT_MINS|GITHUB_(SERVER_URL|REF|WORKSPACE)|RUNNER_(?!DEBUG$)\w+)$/i;
const OF_SYSTEM = /^(PATH|HOME|USER|LOGNAME|LANG|TZ|TMPDIR|TEMP|TMP|\w+_PROXY|(LC|LD|DYLD|NODE|SSL|NIX_SSL|OPENSSL|UV)_\w+|SYSTEM(ROOT|DRIVE)|WINDIR|COMSPEC|PATHEXT|PROGRAM\w+|PROGRAMFILES\(X86\)|(LOCAL)?APPDATA|USERPROFILE|HOME(DRIVE|PATH)|NUMBER_OF_PROCESSORS|PROCESSOR_\w+)$/i;
const pools = new Map();
function openHelpers({ home, env }) {
	const own = helperEnvironment(env);
	const name = JSON.stringify([home.href, own]);
	const pool = pools.get(name) ?? { home, env: own, helpers: new Set(), queue: [], serial: 0 };
	pools.set(name, pool);
	return {
		ask: async (request, deadlineMs) => {
			if (request.op === "lookup")
				return send(pool, lookingHelper(pool), request, deadlineMs);
			const helper = await freeHelper(pool);
			try {
				return await send(pool, helper, request, deadlineMs);
			}
			finally {
				giveBack(pool, helper);
			}
		},
	};
}
function lookingHelper(pool) {
	return [...pool.helpers].find(({ looks }) => looks) ?? start(pool, true);
}
function freeHelper(pool) {
	const carriers = [...pool.helpers].filter(({ looks }) => !looks);
	const free = carriers.find(({ carries }) => !carries);
	const helper = free ?? (carriers.length < MOST_CARRIERS ? start(pool, false) : undefined);
	if (helper === undefined)
		return new Promise((resolve) => void pool.queue.push(resolve));
	helper.carries = true;
	return Promise.resolve(helper);
}
function giveBack(pool, helper) {
	helper.carries = false;
	const next = pool.queue.shift();
	if (next === undefined)
		return;
	const taken = pool.helpers.has(helper) ? helper : start(pool, false);
	taken.carries = true;
	next(taken);
}
function start(pool, looks) {
	const child = (0,external_node_child_process_.fork)((0,external_node_url_.fileURLToPath)(new URL("cache.js", pool.home)), [], {
		env: pool.env,
		execArgv: [],
		stdio: ["ignore", "ignore", "ignore", "ipc"],
		detached: process.platform !== "win32",
	});
	const helper = { child, pending: new Map(), looks, carries: false, idle: undefined };
	pool.helpers.add(helper);
	child.on("message", (message) => {
		helper.pending.get(message.id)?.({ kind: "answered", reply: message.reply });
	});
	const end = (why) => {
		pool.helpers.delete(helper);
		for (const answer of helper.pending.values())
			answer({ kind: "ended", why });
	};
	child.once("error", (error) => end(`the helper process failed: ${error.message}`));
	child.once("exit", (code, signal) => end(`the helper process ended unasked (${signal ?? `exit code ${code}`})`));
	holdUp(helper, false);
	return helper;
}
function holdUp({ child }, does) {
	const act = does ? "ref" : "unref";
	child[act]();
	child.channel?.[act]();
}
function send(pool, helper, request, deadlineMs) {
	pool.serial += 1;
	const id = pool.serial;
	return new Promise((resolve) => {
		const deadline = setTimeout(() => {
			const seconds = Math.round(deadlineMs / 100) / 10;
			answer({ kind: "ended", why: `it took longer than ${seconds} s and was ended` });
			const why = `it was ended with another request, which took longer than ${seconds} s`;
			for (const other of [...helper.pending.values()])
				other({ kind: "ended", why });
			kill(pool, helper);
		}, deadlineMs);
		const answer = (helped) => {
			clearTimeout(deadline);
			helper.pending.delete(id);
			if (helper.pending.size === 0)
				rest(pool, helper);
			resolve(helped);
		};
		clearTimeout(helper.idle);
		helper.pending.set(id, answer);
		holdUp(helper, true);
		helper.child.send({ id, request }, (error) => {
			if (error !== null)
				helper.pending.get(id)?.({ kind: "ended", why: error.message });
		});
	});
}
function rest(pool, helper) {
	holdUp(helper, false);
	helper.idle = setTimeout(() => {
		pool.helpers.delete(helper);
		if (helper.child.connected)
			helper.child.disconnect();
	}, IDLE_MS).unref();
}
function kill(pool, helper) {
	const { child } = helper;
	pool.helpers.delete(helper);
	clearTimeout(helper.idle);
	try {
		if (child.pid !== undefined && process.platform !== "win32")
			process.kill(-child.pid, "SIGKILL");
		else
			child.kill("SIGKILL");
	}
	catch {
	}
}
function helperEnvironment(env) {
	const kept = { ZSTD_CLEVEL: "1" };
	for (const [name, value] of Object.entries(env)) {
		if (value !== undefined && isForHelper(name))
			kept[name] = value;
	}
	return kept;
}
function isForHelper(name) {
	if (name === TOKEN)
		return true;
	return !(0,environment .eh)(name) && (OF_CACHE.test(name) || OF_SYSTEM.test(name));
}

;// CONCATENATED MODULE: src/store/github/clock.js

const ANSWER_MS = 5000;
async function serviceTime({ env }, serviceUrl) {
	const date = await askTime(env, new URL(serviceUrl).origin, ANSWER_MS);
	const timeMs = Date.parse(date ?? "");
	if (Number.isNaN(timeMs))
		throw new Error(`${serviceUrl} does not tell the time`);
	return timeMs;
}

var digest = __webpack_require__("src/core/model/digest.js");
;// CONCATENATED MODULE: src/core/keys/failure-key.js

const MOST_MARKS = 64;
const MARK_LENGTH = 7;
const KEY = /^dm1f-[0-9a-f]{8}-[0-9a-z]{1,11}\.[0-9a-f]{6}-((?:[0-9a-z]{7}){0,64})$/;
function failurePrefix(name) {
	return `dm1f-${(0,digest .sc)(name).slice(0, 8)}-`;
}
function failureMark({ shard, whole, }) {
	const digits = (0,digest .sc)(JSON.stringify([shard, whole])).slice(0, 9);
	return Number.parseInt(digits, 16).toString(36).padStart(MARK_LENGTH, "0");
}
function formatFailureKey(name, { marks }, { atMs, unique }) {
	const time = Math.max(0, Math.floor(atMs)).toString(36);
	return `${failurePrefix(name)}${time}.${unique}-${marks.slice(0, MOST_MARKS).join("")}`;
}
function parseFailureKey(key) {
	const [, marks] = KEY.exec(key) ?? [];
	if (marks === undefined)
		return undefined;
	const starts = Array.from({ length: marks.length / MARK_LENGTH }, (_, at) => at * MARK_LENGTH);
	return { marks: starts.map((from) => marks.slice(from, from + MARK_LENGTH)) };
}
function updatedMarks(before, { failed, done }) {
	const over = new Set(done);
	return [...new Set([...failed, ...before.filter((mark) => !over.has(mark))])].slice(0, MOST_MARKS);
}

var model_fingerprint = __webpack_require__("src/core/model/fingerprint.js");
;// CONCATENATED MODULE: src/core/keys/cache-key.js


const LONGEST_KEY = 512;
const SLUG_LENGTH = 40;
const HEX8 = "[0-9a-f]{8}";
const HEX16 = "[0-9a-f]{16}";
const PREFIX = `dm1-${HEX8}-([a-z0-9]{1,${SLUG_LENGTH}})-(${HEX16})-(${HEX16})-`;
const PART = `(?:0|${HEX8})`;
const ENTRY = new RegExp(`^(${PREFIX})(${PART}(?:\\.${PART}){${model_fingerprint .dI.length - 1}})-s([0-9a-z]{1,11})\\.b([0-9a-z]{1,11})` +
	"-(\\d{1,20})\\.(\\d{1,16})\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})(?:\\.([0-9a-f]{16}))?$");
const REVOCATION = new RegExp(`^(${PREFIX})x\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})$`);
const WORK = new RegExp(`^(dm1w-${HEX8}-${HEX16}-${HEX16}-)(?:(d|h)-([0-9a-z]{1,11})|(h)-x\\.([0-9a-z]{1,11}))\\.([0-9a-f]{6})$`);
function namePrefix(name) {
	return `dm1-${(0,digest .sc)(name).slice(0, 8)}-`;
}
function entryPrefix({ name, shard }, match) {
	return `${namePrefix(name)}${slugOf(shard)}-${idDigest(shard)}-${match.slice(0, 16)}-`;
}
function idDigest(shard) {
	return (0,digest .sc)(shard).slice(0, 16);
}
function formatEntryKey(prefix, facts) {
	const { parts, milliseconds, sizeBytes, run, attempt, stamp, unique, seal } = facts;
	return (`${prefix}${parts.join(".")}-s${milliseconds.toString(36)}.b${sizeBytes.toString(36)}` +
		`-${run}.${attempt}.${stamp.toString(36)}.${unique}${seal === undefined ? "" : `.${seal}`}`);
}
function isSealed({ prefix, seal, ...facts }, sealOf) {
	return seal === sealOf(formatEntryKey(prefix, facts));
}
function formatRevocationKey(prefix, nowMs, unique) {
	return `${prefix}x.${nowMs.toString(36)}.${unique}`;
}
function parseKey(key) {
	const revoked = REVOCATION.exec(key);
	if (revoked?.[1] !== undefined)
		return { kind: "revocation", prefix: revoked[1] };
	const fields = ENTRY.exec(key)?.slice(1);
	if (fields === undefined)
		return undefined;
	const [prefix = "", slug = "", id16 = "", match16 = "", ...rest] = fields;
	const facts = readFacts(rest);
	if (formatEntryKey(prefix, facts) !== key)
		return undefined;
	return { kind: "entry", prefix, slug, id16, match16, ...facts };
}
function readFacts(fields) {
	const [parts = "", seconds = "", bytes = "", run = "", attempt = "", ...rest] = fields;
	const [stamp = "", unique = "", seal] = rest;
	return {
		parts: parts.split("."),
		milliseconds: Number.parseInt(seconds, 36),
		sizeBytes: Number.parseInt(bytes, 36),
		run: BigInt(run),
		attempt: Number(attempt),
		stamp: Number.parseInt(stamp, 36),
		unique,
		...(seal !== undefined && { seal }),
	};
}
function keyParts(fingerprint) {
	return model_fingerprint .dI.map((part) => fingerprint[part]?.slice(0, 8) ?? "0");
}
function workNamePrefix(name) {
	return `dm1w-${(0,digest .sc)(name).slice(0, 8)}-`;
}
function workPrefix({ name, shard }, whole) {
	return `${workNamePrefix(name)}${idDigest(shard)}-${(0,digest .sc)(whole).slice(0, 16)}-`;
}
function headPrefix(prefix) {
	return `${prefix}h-`;
}
function formatWorkKey({ kind, prefix }, atMs, unique) {
	const form = kind === "data" ? "d-" : kind === "head" ? "h-" : "h-x.";
	return `${prefix}${form}${atMs.toString(36)}.${unique}`;
}
function parseWorkKey(key) {
	const [, prefix, letter, , dropped] = WORK.exec(key) ?? [];
	if (prefix === undefined)
		return undefined;
	if (dropped !== undefined)
		return { kind: "dropped", prefix };
	return { kind: letter === "d" ? "data" : "head", prefix };
}
function slugOf(shard) {
	const slug = shard
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, "")
		.slice(0, SLUG_LENGTH);
	return slug === "" ? "x" : slug;
}

var library = __webpack_require__("src/store/github/service/library.js");
;// CONCATENATED MODULE: src/store/github/list/catalogue.js


const FRESH_MS = 60_000;
function openCatalogue({ rest, prefix, prefixOf, now }) {
	const groups = new Map();
	const insert = (known) => {
		const own = prefixOf(known.key);
		if (own === undefined)
			return;
		const group = groups.get(own) ?? [];
		group.unshift(known);
		groups.set(own, group);
	};
	const loader = openLoader({
		now,
		list: (mostPages) => rest.list(prefix, mostPages),
		take: (caches) => {
			groups.clear();
			for (const { key, ref, version, id } of caches)
				insert({ key, ref, version, id });
		},
	});
	return {
		...loader,
		group: (one) => groups.get(one) ?? [],
		prefixes: () => [...groups.keys()],
		add: (key, ref, version) => insert({ key, ref, version, id: undefined }),
		drop: (key) => {
			const own = prefixOf(key) ?? "";
			const left = (groups.get(own) ?? []).filter((known) => known.key !== key);
			groups.set(own, left);
		},
	};
}
function openLoader({ now, list, take, }) {
	const underWay = new Map();
	const never = Number.NEGATIVE_INFINITY;
	let loaded = { atMs: never, isStale: false };
	let long = { pages: 0, atMs: never };
	const isFresh = (atMs) => now() - atMs < FRESH_MS;
	const load = async (mostPages) => {
		const listed = await list(mostPages);
		if (listed.kind === "long")
			long = { pages: listed.pages, atMs: now() };
		if (listed.kind !== "listed")
			return listed;
		take(listed.caches);
		loaded = { atMs: now(), isStale: false };
		return { kind: "loaded" };
	};
	return {
		load: (mostPages) => {
			if (!loaded.isStale && isFresh(loaded.atMs))
				return Promise.resolve({ kind: "loaded" });
			if (long.pages > mostPages && isFresh(long.atMs))
				return Promise.resolve({ kind: "long" });
			const earlier = underWay.get(mostPages);
			if (earlier !== undefined)
				return earlier;
			const made = load(mostPages).finally(() => void underWay.delete(mostPages));
			underWay.set(mostPages, made);
			return made;
		},
		markStale: () => {
			loaded = { ...loaded, isStale: true };
		},
		isLoaded: () => loaded.atMs !== never,
	};
}
function countingOf(group, scopes, isEnd) {
	const counting = [];
	for (const scope of scopes) {
		const own = group.filter(({ ref }) => ref === scope);
		const end = own.findIndex(({ key }) => isEnd(key));
		counting.push(end === -1 ? own : own.slice(0, end));
		if (end !== -1)
			break;
	}
	return counting;
}
function versionOf(packing) {
	return (0,digest .sc)([library .w, packing, "1.0"].join("|"));
}

var quota = __webpack_require__("src/core/model/quota.js");
;// CONCATENATED MODULE: src/store/github/cache-space.js

function openCacheSpace(rest, warn) {
	let remaining = 0;
	let saved = 0;
	let savedBytes = 0;
	let warned = false;
	let room;
	return {
		expect: (shards) => {
			remaining += shards;
		},
		note: async (sizeBytes) => {
			saved += 1;
			savedBytes += sizeBytes;
			if (warned)
				return;
			room ??= roomOf(rest);
			const coming = Math.max((0,quota .uc)(remaining, savedBytes, saved), savedBytes);
			const warning = (0,quota .BY)(await room, coming);
			if (warning === undefined || warned)
				return;
			warned = true;
			warn(warning);
		},
	};
}
async function roomOf(rest) {
	const known = await rest?.usage();
	return { usedBytes: known?.usedBytes ?? 0, limitBytes: known?.limitBytes ?? quota .Qm };
}

var promises_ = __webpack_require__("node:timers/promises");
;// CONCATENATED MODULE: src/store/github/service/breaker.js
const MOST_FAILURES = 3;
const PAUSE_MINUTES = 5;
const PAUSE_MS = PAUSE_MINUTES * 60_000;
function openBreaker(now) {
	let failures = 0;
	let closedUntilMs = 0;
	let lastCause = "";
	return {
		begin: () => {
			if (now() < closedUntilMs) {
				const cause = `GitHub's cache has not answered ${failures} times; ` +
					`it is not asked again for ${PAUSE_MINUTES} minutes (${lastCause})`;
				return { kind: "unavailable", cause };
			}
			const before = failures;
			return {
				kind: "attempt",
				answered: () => {
					failures = 0;
					closedUntilMs = 0;
				},
				failed: (cause) => {
					failures = Math.max(failures, before + 1);
					lastCause = cause;
					if (failures >= MOST_FAILURES)
						closedUntilMs = now() + PAUSE_MS;
				},
			};
		},
	};
}

;// CONCATENATED MODULE: src/store/github/service/causes.js
const HERE = /no space left|disk quota|permission denied|read-only file system|not permitted|locate executable|killed|died with|exited with status|input\/output error|too many open files|allocat|(?:enough|much) memory|command not found|(?:cannot|can't|unable to) (?:exec|run|initialize)|(?:unrecognized|invalid|unknown) option|incorrect parameter|usage:/i;
const DATA = /unexpected end of|premature end|not in (?:gzip|zstd) format|unsupported format|unknown frame|does not look like a tar|skipping to next header|unrecognized archive format|truncated (?:zstd|gzip)|damaged tar|checksum|crc error|corrupt|invalid compressed data|not a directory|member name contains|cannot hard link to .*no such file|cannot open: file exists/i;
const TAR_FAILED = /tar"? failed with error/i;
function troubleIn(lines) {
	const said = lines.map(readable);
	const text = said.join("\n");
	const told = /^(?:warning|error|debug): /;
	const loud = said.filter((line) => told.test(line) || /^Failed to|cache-mode/.test(line));
	if (loud.length === 0)
		return undefined;
	if (/\(429\)|rate limit/i.test(text))
		return rate(text);
	const denied = /cache (?:write|read) denied:.*/i.exec(text)?.[0];
	if (denied !== undefined)
		return other(`the cache service refuses this run: ${causes_short(denied)} (see cache-mode and the run's event)`);
	if (/\(409\)/.test(text)) {
		return { kind: "taken", cause: "its key is taken by an upload that was never finished" };
	}
	if (TAR_FAILED.test(text))
		return tarTrouble(said);
	const executable = /Unable to locate executable file: (\S+?)\.? /.exec(`${text} `)?.[1];
	if (executable !== undefined)
		return other(`${executable} is not installed on this runner: install it, the cache needs it`);
	if (/ENOSPC/.test(text))
		return other("no space is left in RUNNER_TEMP: an entry needs room for its archive there");
	return other(causes_short(mostTelling(loud)));
}
function tarTrouble(said) {
	const complaints = said.filter((line) => /tar|zstd|gzip|cannot|error/i.test(line));
	const cause = causes_short(complaints.slice(0, 3).join("; "));
	if (said.some((line) => /no space left/i.test(line))) {
		return other(`no space is left on the disk: ${cause}`);
	}
	const isData = said.some((line) => DATA.test(line)) && !said.some((line) => HERE.test(line));
	return isData ? { kind: "damaged", cause } : other(cause);
}
function rate(text) {
	const seconds = /reset in (\d+) seconds/.exec(text)?.[1];
	const until = seconds === undefined ? "" : ` for ${seconds} s`;
	return {
		kind: "rate",
		seconds: seconds === undefined ? undefined : Number(seconds),
		cause: `the cache service answers no more requests${until} (429, rate limit)`,
	};
}
function mostTelling(loud) {
	const hidden = loud.find((line) => line.startsWith("debug: Failed to"));
	return (hidden ?? loud.at(-1) ?? "").replace(/^\w+: /, "");
}
function readable(line) {
	return line
		.replace(/^::(\w+)[^:]*::/, "$1: ")
		.replaceAll("%0A", " ")
		.replaceAll("%0D", " ")
		.replaceAll("%25", "%")
		.replaceAll(/(https?:\/\/[^\s?"']+)\?[^\s"']*/g, "$1");
}
function other(cause) {
	return { kind: "other", cause };
}
function causes_short(text) {
	const plain = text.replaceAll(/\s+/g, " ").trim();
	return plain.length > 400 ? `${plain.slice(0, 399)}\u2026` : plain;
}

;// CONCATENATED MODULE: src/store/github/service/pace.js
const MOST = { look: 900, save: 150 };
const MINUTE_MS = 60_000;
function openPace(now) {
	const turns = { look: [], save: [] };
	let notBefore = 0;
	return {
		turn: (kind) => {
			const made = turns[kind];
			const most = MOST[kind];
			const after = made.length < most ? 0 : (made[made.length - most] ?? 0) + MINUTE_MS;
			const at = Math.max(now(), notBefore, after);
			made.push(at);
			if (made.length > 2 * most)
				made.splice(0, made.length - most);
			return at - now();
		},
		pause: (milliseconds) => {
			notBefore = Math.max(notBefore, now() + milliseconds);
		},
	};
}

;// CONCATENATED MODULE: src/store/github/service/service.js





const DEADLINES = { lookUpMs: 60_000, carryMs: 60_000, patienceMs: 60_000 };
const BYTES_PER_MS = 500;
const NO_ANSWER = /\bE(?:CONN\w+|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE)\b|socket hang up|network|time(?:d |d|-| )?out/i;
function openService(helpers, { modes, deadlines, now }) {
	const context = {
		helpers,
		deadlines,
		pace: openPace(Date.now),
		breaker: openBreaker(now),
	};
	const { reads, writes, mode } = modes;
	const closed = (0,store_answers .hU)(`the job's cache-mode is ${mode}`);
	return {
		lookUp: async (key) => (reads ? lookUp(context, key) : closed),
		put: async (transfer, sizeBytes) => writes ? put(context, { op: "save", ...transfer, confirm: reads }, sizeBytes) : closed,
		get: async (transfer, sizeBytes) => (reads ? get(context, transfer, sizeBytes) : closed),
	};
}
async function lookUp(context, key) {
	const asked = await ask(context, { op: "lookup", key }, context.deadlines.lookUpMs);
	if (asked.kind === "unavailable")
		return asked;
	const { found, thrown, lines } = asked.reply;
	if (found !== undefined)
		return { kind: "found", key: found };
	const cause = thrown ?? troubleIn(lines)?.cause;
	return cause === undefined ? { kind: "miss" } : (0,store_answers .hU)(cause);
}
async function put(context, request, sizeBytes) {
	const asked = await ask(context, request, carryDeadline(context, sizeBytes));
	if (asked.kind === "unavailable")
		return asked;
	const { saved, found, thrown, lines } = asked.reply;
	if (request.confirm ? found === request.key : saved === true)
		return { kind: "saved" };
	const trouble = troubleIn(lines);
	if (trouble?.kind === "taken")
		return trouble;
	const cause = thrown ?? trouble?.cause;
	if (cause !== undefined)
		return (0,store_answers .hU)(cause);
	return (0,store_answers .hU)(saved === true
		? "it was uploaded, but the cache service does not find it"
		: "the cache service refused it and gave no reason");
}
async function get(context, transfer, sizeBytes) {
	const asked = await ask(context, { op: "restore", ...transfer }, carryDeadline(context, sizeBytes));
	if (asked.kind === "unavailable")
		return asked;
	const { found, thrown, lines } = asked.reply;
	if (found === transfer.key)
		return { kind: "restored" };
	if (found !== undefined)
		return { kind: "miss" };
	const trouble = troubleIn(lines);
	if (trouble?.kind === "damaged")
		return { kind: "damaged", why: trouble.cause };
	const cause = thrown ?? trouble?.cause;
	return cause === undefined ? { kind: "miss" } : (0,store_answers .hU)(cause);
}
async function ask(context, request, deadlineMs) {
	const attempt = context.breaker.begin();
	if (attempt.kind === "unavailable")
		return attempt;
	const told = await askInTurn(context, request, deadlineMs);
	const silence = silenceIn(told);
	if (silence === undefined)
		attempt.answered();
	else
		attempt.failed(silence);
	return told.kind === "ended" ? (0,store_answers .hU)(told.cause) : told;
}
function silenceIn(told) {
	if (told.kind === "ended")
		return told.cause;
	if (told.kind === "unavailable" || told.reply.found !== undefined)
		return undefined;
	const cause = told.reply.thrown ?? troubleIn(told.reply.lines)?.cause;
	return cause !== undefined && NO_ANSWER.test(cause) ? cause : undefined;
}
async function askInTurn(context, request, deadlineMs) {
	const { pace, helpers, deadlines } = context;
	for (let tries = 1;; tries += 1) {
		const waitMs = pace.turn(request.op === "save" ? "save" : "look");
		if (waitMs > deadlines.patienceMs) {
			return (0,store_answers .hU)(`the cache service answers no more requests for ${Math.ceil(waitMs / 1000)} s (rate limit)`);
		}
		if (waitMs > 0)
			await (0,promises_.setTimeout)(waitMs);
		const helped = await helpers.ask(request, deadlineMs);
		if (helped.kind === "ended")
			return { kind: "ended", cause: helped.why };
		const trouble = rateTrouble(helped.reply);
		if (trouble === undefined)
			return { kind: "reply", reply: helped.reply };
		const seconds = trouble.seconds ?? 5;
		pace.pause(seconds * 1000);
		if (tries > 1 || seconds * 1000 > deadlines.patienceMs)
			return (0,store_answers .hU)(trouble.cause);
	}
}
function rateTrouble(reply) {
	if (reply.found !== undefined)
		return undefined;
	const trouble = troubleIn(reply.lines);
	return trouble?.kind === "rate" ? trouble : undefined;
}
function carryDeadline({ deadlines }, sizeBytes) {
	return deadlines.carryMs + sizeBytes / BYTES_PER_MS;
}

var external_node_fs_ = __webpack_require__("node:fs");
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: src/store/github/tools.js


function packingHere(env) {
	return isInPath(env, "zstd") ? "zstd-without-long" : "gzip";
}
function toolTrouble(env) {
	if (isInPath(env, "tar") || isInPath(env, "gtar"))
		return undefined;
	return "tar is not installed on this runner (it is not in the path), and the cache needs it: install it";
}
function isInPath(env, name) {
	const isWindows = process.platform === "win32";
	const path = Object.entries(env).find(([key]) => (isWindows ? /^path$/i.test(key) : key === "PATH"))?.[1] ??
		"";
	const file = isWindows ? `${name}.exe` : name;
	return path.split(external_node_path_.delimiter).some((folder) => folder !== "" && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, file)));
}

;// CONCATENATED MODULE: src/store/github/context.js







const REST_MS = 20_000;
const LIKELY_BRANCHES = ["main", "master"];
function openContext(options) {
	const { surroundings, env, helpers, name, now } = options;
	const { hasService, modes } = surroundings;
	const scopes = [...surroundings.scopes];
	const { restMs = REST_MS, ...deadlines } = options.deadlines ?? {};
	const service = hasService
		? openService(helpers, {
			modes,
			now,
			deadlines: { ...DEADLINES, ...deadlines },
		})
		: undefined;
	const rest = surroundings.rest && openRest(surroundings.rest, env, restMs);
	const listing = { rest, now };
	return {
		...options,
		service,
		rest,
		entries: rest && openCatalogue({ ...listing, rest, prefix: namePrefix(name), prefixOf }),
		work: rest &&
			openCatalogue({ ...listing, rest, prefix: workNamePrefix(name), prefixOf: workPrefixOf }),
		scopes,
		get own() {
			return scopes[0] ?? "";
		},
		learnScopes: () => learnScopes(scopes, rest),
		packing: packingHere(env),
		space: openCacheSpace(rest, options.warn),
		memory: openMemory(rest !== undefined),
	};
}
async function learnScopes(scopes, rest) {
	if (scopes.length > 0)
		return;
	const branch = await rest?.defaultBranch();
	const branches = branch === undefined ? LIKELY_BRANCHES : [branch];
	if (scopes.length === 0)
		scopes.push(...branches.map((one) => `refs/heads/${one}`));
}
function openMemory(mayAsk) {
	return {
		shards: new Map(),
		matches: new Map(),
		heads: new Map(),
		noWork: new Set(),
		mayList: mayAsk,
		mayDelete: mayAsk,
		toldOfPacking: false,
	};
}
function prefixOf(key) {
	return parseKey(key)?.prefix;
}
function workPrefixOf(key) {
	return parseWorkKey(key)?.prefix;
}
const LOOK_UPS_FOR_A_PAGE = 8;
async function listOf(context, catalogue, wanted = Number.POSITIVE_INFINITY) {
	const { memory, service, warn } = context;
	if (catalogue !== undefined && memory.mayList) {
		const mostPages = service === undefined ? MOST_PAGES : wanted / LOOK_UPS_FOR_A_PAGE;
		const [loaded] = await Promise.all([catalogue.load(mostPages), context.learnScopes()]);
		if (loaded.kind === "loaded")
			return { kind: "list", catalogue };
		if (loaded.kind === "long")
			return service === undefined ? NO_SERVICE : undefined;
		if (service === undefined)
			return (0,store_answers .hU)(loaded.cause);
		if (memory.mayList)
			warn(`GitHub's list of caches is not used: ${loaded.cause}. Each shard is looked up instead.`);
		memory.mayList = false;
	}
	return service === undefined ? NO_SERVICE : undefined;
}
const NO_SERVICE = (0,store_answers .hU)("there is no cache service here: only steps of actions in a workflow have one");
function readTrouble({ surroundings }) {
	const { hasService, modes } = surroundings;
	if (!hasService || modes.reads)
		return undefined;
	return (0,store_answers .hU)(`the job's cache-mode is ${modes.mode}, which reads nothing`);
}
function writeTrouble({ surroundings, service }) {
	const { modes } = surroundings;
	if (service === undefined)
		return NO_SERVICE;
	return modes.writes
		? undefined
		: (0,store_answers .hU)(`the job's cache-mode is ${modes.mode}, which saves nothing`);
}
function readEntryKey({ markers }, key) {
	const parsed = parseKey(key);
	if (parsed?.kind !== "entry")
		return undefined;
	return markers.seal === undefined || isSealed(parsed, markers.seal) ? parsed : undefined;
}
function versionHere({ packing }) {
	return versionOf(packing);
}
function isOurVersion(context, { version }) {
	return context.service === undefined || version === versionHere(context);
}
function remember({ memory }, { shard, match }, id) {
	memory.shards.set(id, shard);
	memory.matches.set(match.slice(0, 16), match);
}

var entry_stamp = __webpack_require__("src/core/keys/entry-stamp.js");
var parallel = __webpack_require__("src/core/text/parallel.js");
var order = __webpack_require__("src/store/order.js");
;// CONCATENATED MODULE: src/store/github/find.js








const LOOK_UPS_AT_ONCE = 32;
async function findEntries(context, wanted) {
	if (wanted.length === 0)
		return [];
	for (const one of wanted)
		remember(context, one, idDigest(one.shard));
	const trouble = readTrouble(context);
	if (trouble !== undefined)
		return wanted.map(() => trouble);
	const list = await listOf(context, context.entries, wanted.length);
	if (list?.kind === "unavailable")
		return wanted.map(() => list);
	const answers = list === undefined
		? await lookUpAll(context, wanted.map((one) => prefixFor(context, one)), (key) => asFound(context, key))
		: wanted.map((one) => findInList(context, list.catalogue, prefixFor(context, one)));
	if (list === undefined && answers.some(({ kind }) => kind === "miss"))
		warnOfPacking(context);
	context.space.expect(answers.filter(({ kind }) => kind === "miss").length);
	return answers;
}
function warnOfPacking({ memory, packing, warn }) {
	if (packing !== "gzip" || memory.toldOfPacking)
		return;
	memory.toldOfPacking = true;
	warn("zstd is not installed on this runner: what other runners have packed with it is not found here and counts as not done. " +
		"Install it on all of them, or on none.");
}
function prefixFor({ name }, { shard, match }) {
	return entryPrefix({ name, shard }, match);
}
function asFound(context, key) {
	const parsed = readEntryKey(context, key);
	return parsed === undefined ? store_answers .Rq : { kind: "hit", entry: entryOf(context, key, parsed) };
}
async function lookUpAll({ service }, prefixes, read) {
	let failed;
	const distinct = [...new Set(prefixes)];
	const looked = await (0,parallel .H)(distinct, LOOK_UPS_AT_ONCE, async (prefix) => {
		if (failed !== undefined || service === undefined)
			return failed ?? NO_SERVICE;
		const answer = await service.lookUp(prefix);
		if (answer.kind === "unavailable")
			failed = answer;
		return answer;
	});
	const answers = new Map(distinct.map((prefix, place) => [prefix, looked[place] ?? store_answers .Rq]));
	return prefixes.map((prefix) => {
		const answer = answers.get(prefix) ?? store_answers .Rq;
		if (answer.kind !== "found")
			return answer;
		return answer.key.startsWith(prefix) ? read(answer.key) : store_answers .Rq;
	});
}
function findInList(context, catalogue, prefix) {
	const group = catalogue.group(prefix);
	const newest = newestOf(countingEntries(context, group));
	if (newest !== undefined)
		return { kind: "hit", entry: entryOf(context, newest.key, newest.parsed) };
	return foreignTrouble(context, group) ?? store_answers .Rq;
}
function countingEntries(context, group) {
	return countingIn(context, group.filter((known) => isOurVersion(context, known)));
}
function countingIn(context, group) {
	return countingOf(group, context.scopes, isRevocation).map((scope) => scope.flatMap((known) => {
		const parsed = readEntryKey(context, known.key);
		return parsed === undefined ? [] : [{ ...known, parsed }];
	}));
}
function isRevocation(key) {
	return parseKey(key)?.kind === "revocation";
}
function newestOf(scopes) {
	const first = scopes.find((scope) => scope.length > 0) ?? [];
	return first.toSorted((a, b) => (0,order .w)(b.parsed, a.parsed))[0];
}
function foreignTrouble(context, group) {
	const other = context.packing === "gzip" ? "zstd-without-long" : "gzip";
	const foreign = group.filter(({ version }) => version === versionOf(other));
	if (countingIn(context, foreign).flat().length === 0)
		return undefined;
	return (0,store_answers .hU)(other === "gzip"
		? "it was saved by a runner without zstd, which one with zstd cannot restore: install zstd on all runners"
		: "it was saved with zstd, which is not installed on this runner: install zstd");
}
async function listEntries(context) {
	const trouble = readTrouble(context);
	if (trouble !== undefined)
		return trouble;
	const list = await listOf(context, context.entries);
	if (list === undefined) {
		return (0,store_answers .hU)("only GitHub's list knows all entries: give a github-token with the permission actions: read");
	}
	if (list.kind === "unavailable")
		return list;
	const { catalogue } = list;
	const entries = catalogue.prefixes().flatMap((prefix) => countingEntries(context, catalogue.group(prefix))
		.flat()
		.map(({ key, parsed }) => entryOf(context, key, parsed)));
	return { kind: "listed", entries };
}
function countsInList(context, key) {
	const { entries, memory } = context;
	const prefix = parseKey(key)?.prefix;
	if (entries === undefined || prefix === undefined || !memory.mayList)
		return undefined;
	const group = entries.group(prefix);
	if (!group.some((known) => known.key === key))
		return undefined;
	return countingEntries(context, group)
		.flat()
		.some((known) => known.key === key);
}
function olderInList(context, key) {
	const parsed = parseKey(key);
	if (context.entries === undefined || parsed?.kind !== "entry")
		return [];
	return countingEntries(context, context.entries.group(parsed.prefix))
		.flat()
		.filter((known) => known.ref === context.own && (0,order .w)(known.parsed, parsed) < 0);
}
function entryOf({ memory }, key, parsed) {
	const { id16, match16, slug, milliseconds, sizeBytes, run, attempt } = parsed;
	const fence = (0,entry_stamp .N)(parsed.stamp);
	return {
		shard: memory.shards.get(id16) ?? `${slug}-${id16}`,
		match: memory.matches.get(match16) ?? match16,
		key,
		seconds: milliseconds / 1000,
		sizeBytes,
		...(run > 0n && { run: String(run) }),
		...(attempt > 0 && { attempt }),
		...(fence !== undefined && { fence }),
	};
}

var durable = __webpack_require__("src/files/durable.js");
var compare = __webpack_require__("src/files/compare.js");
var measure = __webpack_require__("src/files/measure.js");
var entry_names = __webpack_require__("src/store/entry-names.js");
var store_finished = __webpack_require__("src/store/finished.js");
;// CONCATENATED MODULE: src/store/github/stage.js









async function withFolders(context, place, act) {
	const { disk, temporary, token } = context;
	const folder = (0,external_node_path_.join)(place, `${durable .F8}${token()}`);
	const scratch = (0,external_node_path_.join)(temporary, `${durable .F8}${token()}`);
	try {
		await (0,durable .Z9)(disk, folder);
		await (0,durable .Z9)(disk, scratch);
		return await act({ folder, scratch });
	}
	finally {
		for (const path of [folder, scratch])
			await disk.removeTree(path).catch(() => undefined);
	}
}
async function roomTrouble({ disk }, { scratch }, sizeBytes) {
	const free = await disk.freeBytes(scratch);
	if (free >= sizeBytes)
		return undefined;
	const place = (0,external_node_path_.dirname)(scratch);
	return (`${place} (RUNNER_TEMP) has ${free} bytes free, the entry's archive needs ${sizeBytes}: ` +
		"make room there, or set RUNNER_TEMP to a larger disk");
}
async function layOut({ disk, markers }, finished, folder) {
	const entry = (0,external_node_path_.join)(folder, library .w);
	await disk.makeDirectory(entry);
	const isMember = (0,store_finished .BU)(finished);
	const data = (0,external_node_path_.join)(entry, entry_names .v);
	const isPart = (path) => isMember(external_node_path_.posix.relative(data, path));
	await linkTree(disk, disk.realPath(finished.checkpoint), { to: data, isPart });
	await disk.create((0,external_node_path_.join)(entry, entry_names .t), markers.format(finished.marker));
}
function readRestored({ disk, markers }, folder) {
	const entry = (0,external_node_path_.join)(folder, library .w);
	if (!isPlainFolder(disk, entry))
		return undefined;
	const kinds = new Map((disk.list(entry) ?? []).map(({ name, kind }) => [name, kind]));
	if (kinds.get(entry_names .t) !== "file")
		return undefined;
	const parsed = markers.parse(disk.readText((0,external_node_path_.join)(entry, entry_names .t), marker .gX) ?? "");
	if (parsed.kind !== "full")
		return undefined;
	const { kind, sizeBytes, files, sha256 } = parsed.marker.checkpoint;
	if (sha256 === undefined || kinds.get(entry_names .v) !== kind)
		return undefined;
	const data = (0,measure .xP)(disk, (0,external_node_path_.join)(entry, entry_names .v), (0,compare .gP)(parsed.marker.checkpoint));
	if (data.kind !== "measured" || data.measure.sizeBytes !== sizeBytes)
		return undefined;
	return files === undefined || data.measure.files === files ? parsed.marker : undefined;
}
function isPlainFolder(disk, path) {
	const name = (0,external_node_path_.basename)(path);
	return (disk.list((0,external_node_path_.dirname)(path)) ?? []).some((one) => one.name === name && one.kind === "directory");
}
async function linkTree(disk, from, { to, isPart }) {
	const names = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
	if (names === undefined)
		return linkFile(disk, from, to);
	await disk.makeDirectory(to);
	for (const { name, kind } of names) {
		const [source, target] = [(0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name)];
		if (!isPart(target))
			continue;
		if (kind === "link")
			await disk.link(disk.readLink(source), target);
		else
			await linkTree(disk, source, { to: target, isPart });
	}
}
async function linkFile(disk, from, to) {
	try {
		await disk.hardLink(from, to);
	}
	catch (error) {
		if (!(0,problem .up)(error, "EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"))
			throw error;
		await disk.copyFile(from, to);
	}
}

;// CONCATENATED MODULE: src/store/github/revoke.js







function revokeEntry(context, { key }) {
	return revokeKey(context, key);
}
async function revokeKey(context, key) {
	const parsed = parseKey(key);
	if (parsed?.kind !== "entry")
		return store_answers .Rq;
	const seen = await see(context, key, parsed.prefix);
	if (seen.kind === "unavailable")
		return seen;
	if (seen.kind === "miss")
		return store_answers .Rq;
	const removed = seen.cache?.ref === context.own ? await removeCache(context, seen.cache) : undefined;
	if (removed !== undefined && removed.kind !== "unavailable")
		return removed;
	if (seen.answered !== key)
		return store_answers .Rq;
	return saveRevocation(context, parsed.prefix);
}
async function removeEntry(context, { key }) {
	const prefix = parseKey(key)?.prefix;
	if (prefix === undefined)
		return store_answers .Rq;
	const seen = await see(context, key, prefix);
	if (seen.kind !== "seen")
		return seen;
	if (seen.cache === undefined) {
		return (0,store_answers .hU)("a cache can be removed only with a github-token that has the permission actions: write");
	}
	if (seen.cache.ref !== context.own) {
		return (0,store_answers .hU)(`${key} is of ${seen.cache.ref}; a job removes only entries of its own reference`);
	}
	return removeCache(context, seen.cache);
}
async function see(context, key, prefix) {
	const { rest, memory, service } = context;
	if (rest !== undefined && memory.mayList) {
		const listed = await rest.list(prefix);
		if (listed.kind === "listed") {
			await context.learnScopes();
			const counting = countingEntries(context, listed.caches.toReversed());
			const cache = counting.flat().find((one) => one.key === key);
			const answered = newestOf(counting)?.key;
			return cache === undefined ? store_answers .Rq : { kind: "seen", cache, answered };
		}
	}
	if (service === undefined)
		return (0,store_answers .hU)("neither GitHub's list of caches nor a cache service is there");
	const [exact, newest] = await Promise.all([service.lookUp(key), service.lookUp(prefix)]);
	if (exact.kind !== "found")
		return exact;
	if (newest.kind === "unavailable")
		return newest;
	const answered = newest.kind === "found" ? newest.key : undefined;
	const isHidden = answered !== undefined && isRevocation(answered);
	return exact.key !== key || isHidden ? store_answers .Rq : { kind: "seen", cache: undefined, answered };
}
async function removeCache(context, { id, key }) {
	const { rest, memory } = context;
	if (rest === undefined || !memory.mayDelete)
		return (0,store_answers .hU)("the token may not delete caches");
	const removed = await rest.remove(id);
	if (removed.kind === "refused") {
		memory.mayDelete = false;
		return (0,store_answers .hU)(removed.cause);
	}
	if (removed.kind !== "unavailable")
		context.entries?.drop(key);
	return removed;
}
async function saveRevocation(context, prefix) {
	const key = formatRevocationKey(prefix, context.now(), context.randomHex(3));
	const saved = await saveNote(context, key, "This shard's earlier entries count no longer.\n");
	if (saved !== undefined)
		return saved;
	context.entries?.add(key, context.own, versionHere(context));
	return store_answers .Xq;
}
async function saveNote(context, key, text) {
	const { disk, service, temporary } = context;
	const closed = writeTrouble(context);
	if (closed !== undefined || service === undefined)
		return closed;
	return withFolders(context, temporary, async ({ folder, scratch }) => {
		await disk.makeDirectory((0,external_node_path_.join)(folder, library .w));
		await disk.create((0,external_node_path_.join)(folder, library .w, "note.txt"), text);
		const put = await service.put({ key, folder, scratch }, 0);
		return put.kind === "saved" ? undefined : (0,store_answers .hU)(put.cause);
	});
}

;// CONCATENATED MODULE: src/store/github/failures.js



const failures_PAUSE_MS = 120_000;
const MOST_REMOVALS = 8;
function failuresIn(context) {
	return {
		pauseMs: failures_PAUSE_MS,
		find: async (wanted) => {
			const marks = new Set(await newestMarks(context));
			return new Set(wanted.filter((one) => marks.has(failureMark(one))).map(({ shard }) => shard));
		},
		update: async ({ failed, done }) => {
			if (!context.keepsFailures || writeTrouble(context) !== undefined)
				return;
			const before = await newestMarks(context);
			const marks = updatedMarks(before, {
				failed: failed.map(failureMark),
				done: done.map(failureMark),
			});
			if (isSame(before, marks))
				return;
			const key = formatFailureKey(context.name, { marks }, { atMs: context.now(), unique: context.randomHex(3) });
			const trouble = await saveNote(context, key, "Which shards have failed stands in the key.\n");
			if (trouble !== undefined)
				throw new Error(trouble.cause);
			if (context.prunes)
				await removeOlder(context, key);
		},
	};
}
async function newestMarks({ name, service, surroundings, }) {
	if (service === undefined || !surroundings.modes.reads)
		return [];
	const prefix = failurePrefix(name);
	const looked = await service.lookUp(prefix);
	if (looked.kind === "unavailable")
		throw new Error(looked.cause);
	if (looked.kind === "miss" || !looked.key.startsWith(prefix))
		return [];
	return parseFailureKey(looked.key)?.marks ?? [];
}
function isSame(before, now) {
	const known = new Set(before);
	return known.size === now.length && now.every((mark) => known.has(mark));
}
async function removeOlder({ rest, memory, own, name }, key) {
	if (rest === undefined || !memory.mayDelete)
		return;
	const listed = await rest.list(failurePrefix(name), 1);
	if (listed.kind !== "listed")
		return;
	const older = listed.caches.filter((one) => one.ref === own && one.key !== key);
	for (const { id } of older.slice(0, MOST_REMOVALS)) {
		const removed = await rest.remove(id);
		if (removed.kind === "refused")
			memory.mayDelete = false;
		if (removed.kind === "refused" || removed.kind === "unavailable")
			return;
	}
}

;// CONCATENATED MODULE: src/store/github/fetch.js











async function fetchEntry(context, entry, staging) {
	const { disk, service } = context;
	if (disk.exists(staging))
		return (0,store_answers .hU)(`${staging}: something is there already`);
	const parsed = readEntryKey(context, entry.key);
	if (parsed === undefined)
		return store_answers .Rq;
	if (service === undefined)
		return NO_SERVICE;
	const missing = toolTrouble(context.env);
	if (missing !== undefined)
		return (0,store_answers .hU)(missing);
	const revoked = await checkRevoked(context, service, entry.key);
	if (revoked !== undefined)
		return revoked;
	return withFolders(context, (0,external_node_path_.dirname)(staging), async (folders) => {
		const crowded = await roomTrouble(context, folders, parsed.sizeBytes);
		if (crowded !== undefined)
			return (0,store_answers .hU)(crowded);
		return restore(context, service, { ...folders, key: entry.key, parsed, staging });
	});
}
const TRIES = 2;
const MOST_OVERHEAD_BYTES = 1024 ** 3;
async function restore(context, service, task) {
	const { disk } = context;
	const { key, parsed, folder, scratch, staging } = task;
	for (let tries = 1; tries <= TRIES; tries += 1) {
		const own = { folder: (0,external_node_path_.join)(folder, String(tries)), scratch: (0,external_node_path_.join)(scratch, String(tries)) };
		await disk.makeDirectory(own.folder);
		await disk.makeDirectory(own.scratch);
		const mostBytes = parsed.sizeBytes + MOST_OVERHEAD_BYTES;
		const got = await service.get({ key, mostBytes, ...own }, parsed.sizeBytes);
		if (got.kind === "unavailable")
			return got;
		if (got.kind === "miss")
			return afterMiss(context, service, key);
		const marker = got.kind === "restored" ? readRestored(context, own.folder) : undefined;
		if (marker !== undefined && idDigest(marker.shard) === parsed.id16) {
			await disk.rename((0,external_node_path_.join)(own.folder, library .w, entry_names .v), staging);
			return { kind: "hit", marker };
		}
		await disk.removeTree(own.folder);
	}
	await revokeKey(context, key);
	return store_answers .Rq;
}
async function afterMiss(context, service, key) {
	const { entries, memory } = context;
	entries?.markStale();
	if (entries === undefined || !memory.mayList)
		return store_answers .Rq;
	await listOf(context, entries);
	if (countsInList(context, key) !== true)
		return store_answers .Rq;
	const looked = await service.lookUp(key);
	if (looked.kind === "miss")
		await revokeKey(context, key);
	return store_answers .Rq;
}
async function checkRevoked(context, service, key) {
	const counts = countsInList(context, key);
	if (counts !== undefined)
		return counts ? undefined : store_answers .Rq;
	const prefix = parseKey(key)?.prefix ?? key;
	const newest = await service.lookUp(prefix);
	if (newest.kind !== "found")
		return newest;
	return isRevocation(newest.key) ? store_answers .Rq : undefined;
}

;// CONCATENATED MODULE: src/store/github/save.js











async function saveEntry(context, finished) {
	const { disk, service } = context;
	const refusal = (0,store_finished .Of)(finished) ?? toolTrouble(context.env);
	if (refusal !== undefined)
		return (0,store_answers .hU)(refusal);
	const closed = writeTrouble(context);
	if (closed !== undefined || service === undefined)
		return closed ?? (0,store_answers .hU)("no cache service");
	remember(context, finished.wanted, idDigest(finished.wanted.shard));
	const checked = (0,store_finished .fT)(disk, finished);
	if (checked.kind === "refused")
		return (0,store_answers .hU)(checked.why);
	const there = await lookForSame(context, service, finished);
	if (there !== undefined)
		return there;
	const saved = await packAndPut(context, service, checked.finished);
	if (saved.kind !== "saved")
		return saved;
	if (!(0,store_finished .O2)(disk, finished, checked.measure)) {
		await revokeKey(context, saved.key);
		return (0,store_answers .hU)(`${finished.checkpoint} was changed while it was saved`);
	}
	context.entries?.add(saved.key, context.own, versionHere(context));
	if (context.prunes)
		await prune(context, saved.key);
	await context.space.note(finished.marker.checkpoint.sizeBytes);
	return saved;
}
async function lookForSame(context, service, { wanted, marker }) {
	if (!context.surroundings.modes.reads)
		return undefined;
	const prefix = prefixFor(context, wanted);
	const looked = await service.lookUp(prefix);
	if (looked.kind === "unavailable")
		return looked;
	if (looked.kind === "miss" || !looked.key.startsWith(prefix))
		return undefined;
	const parsed = readEntryKey(context, looked.key);
	if (parsed === undefined)
		return undefined;
	return (0,order .w)(parsed, (0,order .m)(marker)) >= 0
		? { kind: "exists", key: looked.key }
		: undefined;
}
async function packAndPut(context, service, finished) {
	const { sizeBytes } = finished.marker.checkpoint;
	return withFolders(context, (0,external_node_path_.dirname)(finished.checkpoint), async (folders) => {
		const crowded = await roomTrouble(context, folders, sizeBytes);
		if (crowded !== undefined)
			return (0,store_answers .hU)(crowded);
		await layOut(context, finished, folders.folder);
		return putUnderNewKey(context, service, {
			...folders,
			sizeBytes,
			newKey: () => keyFor(context, finished),
		});
	});
}
async function putUnderNewKey({ disk }, service, { folder, scratch, sizeBytes, newKey }) {
	const tryOnce = async (name) => {
		const key = newKey();
		const own = (0,external_node_path_.join)(scratch, name);
		await disk.makeDirectory(own);
		return { key, put: await service.put({ key, folder, scratch: own }, sizeBytes) };
	};
	const first = await tryOnce("1");
	const { key, put } = first.put.kind === "taken" ? await tryOnce("2") : first;
	if (put.kind === "saved")
		return { kind: "saved", key };
	return (0,store_answers .hU)(put.cause);
}
function keyFor(context, { wanted, marker }) {
	const { seconds, checkpoint, fingerprint } = marker;
	const prefix = prefixFor(context, wanted);
	const facts = {
		...(0,order .m)(marker),
		parts: keyParts(fingerprint),
		milliseconds: Math.round(seconds * 1000),
		sizeBytes: checkpoint.sizeBytes,
		unique: context.randomHex(3),
	};
	const seal = context.markers.seal?.(formatEntryKey(prefix, facts));
	return formatEntryKey(prefix, { ...facts, ...(seal !== undefined && { seal }) });
}
async function prune(context, key) {
	const { rest, memory } = context;
	for (const { id, key: older } of olderInList(context, key)) {
		if (rest === undefined || !memory.mayDelete)
			return;
		if (id === undefined)
			continue;
		const removed = await rest.remove(id);
		if (removed.kind === "refused")
			memory.mayDelete = false;
		if (removed.kind === "unavailable")
			return;
		if (removed.kind === "removed" || removed.kind === "miss")
			context.entries?.drop(older);
	}
}

var work_manifest = __webpack_require__("src/store/work/manifest.js");
var work_shelf = __webpack_require__("src/store/work/shelf.js");
var work_snapshot = __webpack_require__("src/store/work/snapshot.js");
var work_restore = __webpack_require__("src/store/work/restore.js");
;// CONCATENATED MODULE: src/store/github/work/drop.js





async function dropWork(context, wanted) {
	const prefix = workPrefix({ name: context.name, shard: wanted.shard }, wanted.whole);
	if (isKnownToHaveNone(context, prefix))
		return store_answers .Rq;
	context.memory.heads.delete(prefix);
	const listed = await listGroup(context, prefix);
	const removed = listed === undefined
		? await hideFound(context, prefix)
		: await removeListed(context, prefix, listed);
	if (removed.kind !== "unavailable")
		context.memory.noWork.add(prefix);
	return removed;
}
function isKnownToHaveNone({ work, memory }, prefix) {
	if (work?.isLoaded() === true && memory.mayList)
		return work.group(prefix).length === 0;
	return memory.noWork.has(prefix);
}
async function listGroup({ rest, memory }, prefix) {
	if (rest === undefined || !memory.mayList)
		return undefined;
	const listed = await rest.list(prefix);
	return listed.kind === "listed" ? listed.caches.toReversed() : undefined;
}
async function removeListed(context, prefix, caches) {
	const ours = caches.filter((cache) => isOurVersion(context, cache));
	const counting = countingOf(ours, context.scopes, (key) => parseWorkKey(key)?.kind === "dropped");
	const heads = counting.flat().filter(({ key }) => parseWorkKey(key)?.kind === "head");
	const left = [];
	for (const cache of caches) {
		if (cache.ref !== context.own || !(await remove(context, cache)))
			left.push(cache);
	}
	if (heads.length === 0)
		return store_answers .Rq;
	const isFound = heads.some((head) => left.includes(head));
	return isFound ? hide(context, prefix) : store_answers .Xq;
}
async function pruneWork(context, prefix, kept) {
	if (!context.prunes || !context.memory.mayDelete)
		return;
	for (const cache of (await listGroup(context, prefix)) ?? []) {
		if (cache.ref === context.own && !kept.has(cache.key))
			await remove(context, cache);
	}
}
async function remove(context, { id, key }) {
	const { rest, memory, work } = context;
	if (rest === undefined || !memory.mayDelete)
		return false;
	const removed = await rest.remove(id);
	if (removed.kind === "refused")
		memory.mayDelete = false;
	if (removed.kind !== "removed" && removed.kind !== "miss")
		return false;
	work?.drop(key);
	return true;
}
async function hideFound(context, prefix) {
	if (context.service === undefined)
		return (0,store_answers .hU)("there is no cache service here");
	const newest = await context.service.lookUp(headPrefix(prefix));
	if (newest.kind !== "found")
		return newest;
	return parseWorkKey(newest.key)?.kind === "head" ? hide(context, prefix) : store_answers .Rq;
}
async function hide(context, prefix) {
	const key = formatWorkKey({ kind: "dropped", prefix }, context.now(), context.randomHex(3));
	const trouble = await saveNote(context, key, "The work under this prefix counts no longer.\n");
	if (trouble !== undefined)
		return trouble;
	context.work?.add(key, context.own, versionHere(context));
	return store_answers .Xq;
}

;// CONCATENATED MODULE: src/store/github/work/head.js





function withoutUnnamed({ manifest, held, loads }) {
	const named = new Set(manifest.files.map(({ sha256 }) => sha256));
	const left = [...held].filter(([sha256]) => named.has(sha256));
	const used = new Set(left.map(([, key]) => key));
	const leftLoads = [...loads].filter(([key]) => used.has(key));
	return { manifest, held: new Map(left), loads: new Map(leftLoads) };
}
function formatHead({ manifest, held, loads }) {
	const byKey = {};
	for (const [sha256, key] of held)
		(byKey[key] ??= { ...loads.get(key), digests: [] }).digests.push(sha256);
	return `${(0,work_manifest .L_)(manifest)}${JSON.stringify(byKey)}\n`;
}
function parseHead(text, wanted, prefix) {
	const [first = "", second = ""] = text.split("\n");
	const manifest = (0,work_manifest .Ng)(first, wanted);
	const byKey = (0,marker .qF)(second);
	if (manifest === undefined || !(0,text_text .u4)(byKey))
		return undefined;
	const held = new Map();
	const loads = new Map();
	for (const [key, entry] of Object.entries(byKey)) {
		const parsed = parseWorkKey(key);
		const load = parseLoad(entry);
		if (parsed?.kind !== "data" || parsed.prefix !== prefix || load === undefined)
			return undefined;
		for (const digest of load.digests)
			held.set(digest, key);
		loads.set(key, { contents: load.contents, bytes: load.bytes });
	}
	const isWhole = manifest.files.every(({ sha256 }) => held.has(sha256));
	return isWhole ? { manifest, held, loads } : undefined;
}
function parseLoad(value) {
	const { digests, contents, bytes } = (0,text_text .u4)(value) ? value : {};
	if (!Array.isArray(digests) || !isCount(contents) || !isCount(bytes))
		return undefined;
	return { contents, bytes, digests: digests.filter(digest ._h) };
}
function isCount(value) {
	return (0,marker .Pt)(value) && Number.isSafeInteger(value);
}

;// CONCATENATED MODULE: src/store/github/work/fetch.js














const OBJECTS = "objects";
const HEAD_FILE = "head.json";
const ENTRIES_AT_ONCE = 4;
const MOST_FRAME_BYTES = 64 * 1024;
const MOST_CONTENT_FRAME_BYTES = 8 * 1024;
const MOST_HEAD_BYTES = work_manifest .SC + MOST_FRAME_BYTES;
async function fetchWork(context, wanted, staging) {
	const { disk, service, name } = context;
	if (disk.exists(staging))
		return (0,store_answers .hU)(`${staging}: something is there already`);
	if (service === undefined)
		return NO_SERVICE;
	const missing = toolTrouble(context.env);
	if (missing !== undefined)
		return (0,store_answers .hU)(missing);
	const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
	const newest = await service.lookUp(headPrefix(prefix));
	if (newest.kind !== "found")
		return newest;
	const { key } = newest;
	return withFolders(context, (0,external_node_path_.dirname)(staging), async (folders) => {
		const fetched = await fetchHead(context, wanted, key, (0,external_node_path_.join)(folders.folder, "head"));
		if (fetched.kind === "unavailable" || fetched.kind === "miss")
			return fetched;
		const brought = fetched.kind === "head"
			? await restoreHead(context, fetched.head, { folders, staging })
			: store_answers .Rq;
		if (brought.kind === "miss")
			await dropWork(context, wanted);
		if (brought.kind === "hit" && fetched.kind === "head") {
			context.memory.heads.set(prefix, { key, head: fetched.head });
		}
		return brought;
	});
}
async function fetchHead(context, wanted, key, folder) {
	const { disk, name } = context;
	const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
	if (key.startsWith(`${headPrefix(prefix)}x.`))
		return store_answers .Rq;
	const got = await bring(context, key, { folder, sizeBytes: 0, mostBytes: MOST_HEAD_BYTES });
	if (got.kind !== "restored")
		return got;
	const entry = (0,external_node_path_.join)(folder, library .w);
	const isPlain = (disk.list(entry) ?? []).some((one) => one.name === HEAD_FILE && one.kind === "file");
	const text = isPlain ? disk.readText((0,external_node_path_.join)(entry, HEAD_FILE), work_manifest .SC) : undefined;
	const head = parseHead(text ?? "", wanted, prefix);
	return head === undefined ? { kind: "unreadable" } : { kind: "head", head };
}
async function restoreHead(context, head, { folders, staging }) {
	const { disk } = context;
	const objects = (0,external_node_path_.join)(folders.folder, OBJECTS);
	await disk.makeDirectory(objects);
	const trouble = await bringContents(context, head, { folders, objects });
	if (trouble !== undefined)
		return trouble;
	const { files } = head.manifest;
	const isWhole = files.every(({ sha256, sizeBytes }) => disk.stat((0,external_node_path_.join)(objects, sha256))?.sizeBytes === sizeBytes);
	const copy = (sha256, path) => disk.copyFile((0,external_node_path_.join)(objects, sha256), path);
	const restoring = { disk, staging, bring: copy };
	const isBrought = isWhole && (await (0,work_restore .n)(restoring, head.manifest)).kind === "whole";
	if (isBrought)
		return (0,store_answers .bK)(head.manifest);
	await disk.removeTree(staging);
	return store_answers .Rq;
}
async function bringContents(context, { manifest, held, loads }, { folders, objects }) {
	const keys = [...new Set(manifest.files.map(({ sha256 }) => held.get(sha256) ?? ""))];
	const got = await (0,parallel .H)([...keys.entries()], ENTRIES_AT_ONCE, async ([place, key]) => {
		const folder = (0,external_node_path_.join)(folders.folder, `data-${place}`);
		const { contents, bytes } = loads.get(key) ?? { contents: 0, bytes: 0 };
		const mostBytes = bytes + contents * MOST_CONTENT_FRAME_BYTES + MOST_FRAME_BYTES;
		const restored = await bring(context, key, { folder, sizeBytes: bytes, mostBytes });
		if (restored.kind === "restored")
			await collectObjects(context, folder, objects);
		return restored;
	});
	return got.find((one) => one.kind === "unavailable");
}
async function collectObjects({ disk }, folder, objects) {
	const from = (0,external_node_path_.join)(folder, library .w, OBJECTS);
	if (!isPlainFolder(disk, (0,external_node_path_.join)(folder, library .w)) || !isPlainFolder(disk, from))
		return;
	for (const { name, kind } of disk.list(from) ?? []) {
		if (kind === "file" && (0,digest ._h)(name))
			await disk.rename((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(objects, name));
	}
}
async function bring({ service, temporary, disk, token }, key, { folder, sizeBytes, mostBytes, }) {
	if (service === undefined)
		return NO_SERVICE;
	await (0,durable .Z9)(disk, folder);
	return withFolders({ temporary, disk, token }, (0,external_node_path_.dirname)(folder), async ({ scratch }) => {
		const got = await service.get({ key, folder, scratch, mostBytes }, sizeBytes);
		return got.kind === "damaged" ? { kind: "unreadable" } : got;
	});
}

;// CONCATENATED MODULE: src/store/github/work/save.js

















async function findWork(context, wanted) {
	if (wanted.length === 0)
		return [];
	const trouble = readTrouble(context);
	if (trouble !== undefined)
		return wanted.map(() => trouble);
	const list = await listOf(context, context.work, wanted.length);
	if (list?.kind === "unavailable")
		return wanted.map(() => list);
	const prefixes = wanted.map((one) => save_prefixFor(context, one));
	if (list !== undefined) {
		return prefixes.map((prefix) => (headInList(context, list.catalogue, prefix) ? store_answers .MC : store_answers .Rq));
	}
	const answers = await lookUpAll(context, prefixes.map(headPrefix), (key) => parseWorkKey(key)?.kind === "head" ? store_answers .MC : store_answers .Rq);
	for (const [place, prefix] of prefixes.entries()) {
		if (answers[place]?.kind === "miss")
			context.memory.noWork.add(prefix);
	}
	return answers;
}
function save_prefixFor({ name }, { shard, whole }) {
	return workPrefix({ name, shard }, whole);
}
function headInList(context, catalogue, prefix) {
	const group = catalogue.group(prefix).filter((known) => isOurVersion(context, known));
	return countingOf(group, context.scopes, isDropped)
		.flat()
		.find(({ key }) => parseWorkKey(key)?.kind === "head");
}
function isDropped(key) {
	return parseWorkKey(key)?.kind === "dropped";
}
async function saveWork(context, wanted, work, failure) {
	const { disk, service } = context;
	if (disk.stat(work)?.kind !== "directory")
		return (0,store_answers .hU)(`there is no work directory ${work}`);
	const closed = writeTrouble(context) ?? readTrouble(context);
	if (closed !== undefined || service === undefined)
		return closed ?? NO_SERVICE;
	const missing = toolTrouble(context.env);
	if (missing !== undefined)
		return (0,store_answers .hU)(missing);
	const prefix = save_prefixFor(context, wanted);
	const newest = await service.lookUp(headPrefix(prefix));
	if (newest.kind === "unavailable")
		return newest;
	const key = newest.kind === "found" && !isDropped(newest.key) ? newest.key : undefined;
	return withFolders(context, (0,external_node_path_.dirname)(work), async (folders) => {
		const previous = key === undefined ? undefined : await previousHead(context, wanted, { key, folders });
		if (previous?.kind === "unavailable")
			return previous;
		const last = previous?.head;
		const now = await take(context, wanted, { work, folders, last });
		const taken = { ...now, manifest: { ...now.manifest, ...(failure && { failure }) } };
		if (last !== undefined && key !== undefined && (0,work_manifest .OI)(last.manifest, taken.manifest)) {
			return { kind: "exists", key };
		}
		return putSnapshot(context, service, { ...taken, prefix, folders, last });
	});
}
async function previousHead(context, wanted, { key, folders }) {
	const known = context.memory.heads.get(save_prefixFor(context, wanted));
	if (known?.key === key)
		return { kind: "known", head: known.head };
	const fetched = await fetchHead(context, wanted, key, (0,external_node_path_.join)(folders.folder, "previous"));
	if (fetched.kind === "unavailable")
		return fetched;
	return { kind: "known", head: fetched.kind === "head" ? fetched.head : undefined };
}
async function take(context, wanted, { work, folders, last, }) {
	const { disk, now } = context;
	const objects = (0,external_node_path_.join)(folders.folder, library .w, OBJECTS);
	await disk.makeDirectory((0,external_node_path_.dirname)(objects));
	await disk.makeDirectory(objects);
	const elsewhere = new Map(last?.manifest.files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes]));
	const shelf = (0,work_shelf .$W)({ disk, folder: objects, elsewhere });
	const takenAtMs = now();
	const snapshot = await (0,work_snapshot .W)({ disk, shelf, work, previous: last?.manifest });
	return { manifest: { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs }, shelf };
}
async function putSnapshot(context, service, fresh) {
	const { prefix, folders, last, manifest, shelf } = fresh;
	const { disk } = context;
	const held = new Map(last?.held);
	const loads = new Map(last?.loads);
	if (shelf.added.size > 0) {
		const load = loadOf(shelf);
		const put = await putUnderNewKey(context, service, {
			folder: folders.folder,
			scratch: folders.scratch,
			sizeBytes: load.bytes,
			newKey: () => formatWorkKey({ kind: "data", prefix }, context.now(), context.randomHex(3)),
		});
		if (put.kind !== "saved")
			return put;
		context.work?.add(put.key, context.own, versionHere(context));
		for (const sha256 of shelf.added.keys())
			held.set(sha256, put.key);
		loads.set(put.key, load);
	}
	const head = withoutUnnamed({ manifest, held, loads });
	const saved = await withFolders(context, context.temporary, async ({ folder, scratch }) => {
		await disk.makeDirectory((0,external_node_path_.join)(folder, library .w));
		const text = formatHead(head);
		await disk.create((0,external_node_path_.join)(folder, library .w, HEAD_FILE), text);
		const newKey = () => formatWorkKey({ kind: "head", prefix }, context.now(), context.randomHex(3));
		return putUnderNewKey(context, service, { folder, scratch, sizeBytes: text.length, newKey });
	});
	if (saved.kind !== "saved")
		return saved;
	context.work?.add(saved.key, context.own, versionHere(context));
	context.memory.heads.set(prefix, { key: saved.key, head });
	context.memory.noWork.delete(prefix);
	await pruneWork(context, prefix, new Set([saved.key, ...head.held.values(), ...(last?.held.values() ?? [])]));
	return saved;
}
function loadOf({ added }) {
	const bytes = [...added.values()].reduce((sum, size) => sum + size, 0);
	return { contents: added.size, bytes };
}

;// CONCATENATED MODULE: src/store/github/github-store.js











function githubStore(options) {
	const context = openContext(options);
	const { serviceUrl } = options.surroundings;
	return {
		kind: "github",
		label: "github",
		find: (wanted) => (0,store_answers .Ug)(wanted, () => findEntries(context, wanted)),
		fetch: (entry, staging) => (0,store_answers .ZF)(() => fetchEntry(context, entry, staging)),
		save: (finished) => (0,store_answers .ZF)(() => saveEntry(context, finished)),
		revoke: (entry) => (0,store_answers .ZF)(() => revokeEntry(context, entry)),
		list: () => (0,store_answers .ZF)(() => listEntries(context)),
		remove: (entry) => (0,store_answers .ZF)(() => removeEntry(context, entry)),
		findWork: (wanted) => (0,store_answers .Ug)(wanted, () => findWork(context, wanted)),
		saveWork: (wanted, work, failure) => (0,store_answers .ZF)(() => saveWork(context, wanted, work, failure)),
		fetchWork: (wanted, staging) => (0,store_answers .ZF)(() => fetchWork(context, wanted, staging)),
		dropWork: (wanted) => (0,store_answers .ZF)(() => dropWork(context, wanted)),
		failures: failuresIn(context),
		...(serviceUrl !== undefined && { clock: () => serviceTime(context, serviceUrl) }),
	};
}

;// CONCATENATED MODULE: src/store/github/surroundings.js


const MODES = new Set(["none", "read", "write", "write-only"]);
function surroundingsOf(env, event, token) {
	const url = serviceUrl(env);
	const hasService = url !== undefined && isGiven(env["ACTIONS_RUNTIME_TOKEN"]);
	return {
		hasService,
		version: hasNewService(env) ? "v2" : "v1",
		...(hasService && URL.canParse(url) && { serviceUrl: url }),
		modes: modesOf(env),
		scopes: scopesOf(env, event),
		rest: restOf(env, hasService, token),
	};
}
function serviceUrl(env) {
	const { ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: cache } = env;
	const url = hasNewService(env) ? results : cache;
	return isGiven(url) ? url : undefined;
}
function hasNewService(env) {
	return !isEnterpriseServer(env) && isGiven(env["ACTIONS_CACHE_SERVICE_V2"]);
}
function isEnterpriseServer({ GITHUB_SERVER_URL: server }) {
	const host = hostOf(isGiven(server) ? server : "https://github.com");
	return host !== "github.com" && !/\.(?:ghe\.com|localhost)$/.test(host ?? "");
}
function modesOf({ ACTIONS_CACHE_MODE: given = "" }) {
	const mode = given.trim().toLowerCase();
	const isKnown = MODES.has(mode);
	return {
		mode,
		reads: !isKnown || mode === "read" || mode === "write",
		writes: !isKnown || mode === "write" || mode === "write-only",
	};
}
function scopesOf(env, event) {
	const { GITHUB_REF: own, GITHUB_BASE_REF: base } = env;
	const body = event === undefined ? undefined : (0,marker .qF)(event);
	const repository = (0,text_text .u4)(body) ? body["repository"] : undefined;
	const branch = (0,text_text .u4)(repository) ? repository["default_branch"] : undefined;
	const scopes = [
		own,
		isGiven(base) ? `refs/heads/${base}` : undefined,
		typeof branch === "string" ? `refs/heads/${branch}` : undefined,
	];
	return [...new Set(scopes.filter(isGiven))];
}
function restOf(env, hasService, token) {
	const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: api, ACTIONS_RESULTS_URL: results } = env;
	if (!isGiven(token) || !isGiven(repository) || !/^[\w.-]+\/[\w.-]+$/.test(repository))
		return undefined;
	const apiUrl = isGiven(api) ? api : "https://api.github.com";
	if (hostOf(apiUrl) === undefined)
		return undefined;
	const isOwn = isGiven(results)
		? isGitHubs(results) || originOf(results) === originOf(apiUrl)
		: !hasService;
	return isOwn ? { apiUrl, repository, token } : undefined;
}
function isGitHubs(url) {
	return hostOf(url)?.endsWith(".actions.githubusercontent.com") === true;
}
function originOf(url) {
	return URL.canParse(url) ? new URL(url).origin : undefined;
}
function hostOf(url) {
	return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : undefined;
}
function isGiven(text) {
	return text !== undefined && text !== "";
}

var scope = __webpack_require__("src/core/keys/scope.js");
var github_event = __webpack_require__("src/job/stores/github-event.js");
var marker_key = __webpack_require__("src/job/marker-key.js");
var writer = __webpack_require__("src/job/writer.js");
;// CONCATENATED MODULE: src/job/stores/github-store.js












function openGithubStore(invocation, { name, looksOnly }) {
	const surroundings = surroundingsHere(invocation);
	if (!surroundings.hasService && !(looksOnly && surroundings.rest !== undefined)) {
		throw new problem .yo([reasonFor(invocation)]);
	}
	return makeStore(invocation, name, surroundings);
}
function openGithubStoreIfAny(invocation, name) {
	const surroundings = surroundingsHere(invocation);
	return surroundings.hasService ? makeStore(invocation, name, surroundings) : undefined;
}
const github_store_REST_MS = 10_000;
async function knownRoom(invocation) {
	const { rest } = surroundingsHere(invocation);
	return rest === undefined ? {} : openRest(rest, invocation.env, github_store_REST_MS).usage();
}
function makeStore(invocation, name, found) {
	const { disk, env, home, now, randomHex, reporter } = invocation;
	const token = (0,writer .G)((0,processes .WF)());
	return githubStore({
		disk,
		name,
		env,
		helpers: openHelpers({ home, env }),
		surroundings: found,
		temporary: (0,environment .bv)(env, "RUNNER_TEMP") ?? (0,external_node_os_.tmpdir)(),
		token: () => `${token()}-${randomHex(4)}`,
		randomHex,
		now,
		prunes: true,
		keepsFailures: !(0,scope .y)(env, (0,github_event .c)(invocation)),
		warn: reporter.warn,
		markers: (0,marker_key .R)(invocation),
	});
}
function surroundingsHere(invocation) {
	const { env, inputs } = invocation;
	const event = (0,github_event .c)(invocation);
	const given = inputs.values["github-token"];
	const own = (0,environment .bv)(env, "GH_TOKEN") ?? (0,environment .bv)(env, "GITHUB_TOKEN");
	return surroundingsOf(env, event, typeof given === "string" ? given : own);
}
function reasonFor({ surface, env }) {
	const choices = "Set store to file:<folder> on a disk that all runners see, or to none if checkpoints stay on this one disk";
	if (surface === "actions") {
		return ("store is github, but this runner has no cache service (ACTIONS_RESULTS_URL or ACTIONS_CACHE_URL, and ACTIONS_RUNTIME_TOKEN, are missing): " +
			`an Enterprise Server may have its cache switched off. ${choices}.`);
	}
	const asks = env["GITHUB_ACTIONS"] === "true"
		? "a run: step has none, use the action instead of the command"
		: "a terminal has none";
	return (`store is github, but there is no cache service here: only steps of actions in a workflow have one, ${asks}. ` +
		`To look at what is done there (plan, status, collect --fetch=none), set GH_TOKEN and GITHUB_REPOSITORY=<owner>/<name>. ${choices}.`);
}


 }),

"src/store/github/service/helper.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  answerCache: () => ( answerCache)
});

var external_node_async_hooks_ = __webpack_require__("node:async_hooks");
var external_node_fs_ = __webpack_require__("node:fs");
var external_node_os_ = __webpack_require__("node:os");
var external_node_path_ = __webpack_require__("node:path");
var promises_ = __webpack_require__("node:timers/promises");
var problem = __webpack_require__("src/core/text/problem.js");
var durable = __webpack_require__("src/files/durable.js");
var library = __webpack_require__("src/store/github/service/library.js");
;// CONCATENATED MODULE: src/store/github/service/safe-tar.js


function putSafeTools({ scratch, mostBytes }, path) {
	const folder = (0,external_node_path_.join)(scratch, "bin");
	(0,external_node_fs_.mkdirSync)(folder);
	const places = path.split(external_node_path_.delimiter).filter((place) => place !== "");
	const find = (name) => places.map((place) => (0,external_node_path_.join)(place, name)).find((file) => (0,external_node_fs_.existsSync)(file));
	const wrap = (name, script) => {
		const tool = find(name);
		if (tool === undefined)
			return;
		(0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), script(quoted(tool)));
		(0,external_node_fs_.chmodSync)((0,external_node_path_.join)(folder, name), 0o755);
	};
	for (const name of ["tar", "gtar"])
		wrap(name, tarScript);
	if (mostBytes !== undefined && find("head") !== undefined) {
		for (const name of ["unzstd", "gzip"])
			wrap(name, (tool) => boundScript(tool, mostBytes));
	}
	return `${folder}${external_node_path_.delimiter}${path}`;
}
function quoted(path) {
	return `'${path.replaceAll("'", "'\\''")}'`;
}
function tarScript(tool) {
	return `#!/bin/sh
for argument do
  shift
  case $argument in
    -P) ;;
    -xf) set -- "$@" --no-same-owner -xf ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec ${tool} "$@"
`;
}
function boundScript(tool, mostBytes) {
	return `#!/bin/sh
PATH=\${PATH#*:}
exec 4>&1
code=$({ { ${tool} "$@" 3>&- 4>&-; echo $? >&3; } | head -c ${mostBytes} >&4; } 3>&1)
headcode=$?
[ $headcode -gt 128 ] && kill -$((headcode - 128)) $$
if [ "$code" = 141 ]; then
  echo "corrupt archive: it unpacks to more than ${mostBytes} bytes" >&2
  exit 1
fi
[ "\${code:-1}" -gt 128 ] && kill -$((code - 128)) $$
exit "\${code:-1}"
`;
}

;// CONCATENATED MODULE: src/store/github/service/helper.js









const printed = new external_node_async_hooks_.AsyncLocalStorage();
const MOST_CHUNKS = 400;
const LOOKS = 3;
const LOOK_AGAIN_MS = 400;
const LOW_PRIORITY = 10;
let inHand = [];
function answerCache() {
	const path = process.env["PATH"] ?? "";
	if (process.platform !== "win32")
		process.env = withHiddenToken(process.env);
	(0,external_node_os_.setPriority)(LOW_PRIORITY);
	leaveFolders();
	process.stdout.write = keepPrinted;
	process.stderr.write = keepPrinted;
	process.on("message", (message) => {
		void answer(message.request, path).then((reply) => {
			if (process.connected)
				process.send?.({ id: message.id, reply });
		});
	});
	process.on("SIGTERM", () => undefined);
	process.once("disconnect", endWithAsker);
}
const TOKEN = "ACTIONS_RUNTIME_TOKEN";
function withHiddenToken({ [TOKEN]: token, ...rest }) {
	return Object.defineProperty(rest, TOKEN, { value: token, enumerable: false });
}
function endWithAsker() {
	if (inHand.length === 0)
		process.exit(0);
	if (process.platform !== "win32")
		process.kill(-process.pid, "SIGTERM");
	for (const folder of inHand)
		(0,external_node_fs_.rmSync)(temporaryAround(folder), { recursive: true, force: true });
	process.kill(process.pid, "SIGKILL");
}
function temporaryAround(folder) {
	const end = folder.indexOf(external_node_path_.sep, folder.lastIndexOf(durable .F8));
	return end === -1 || !folder.includes(durable .F8) ? folder : folder.slice(0, end);
}
function keepPrinted(chunk, ...rest) {
	const lines = printed.getStore();
	if (lines !== undefined) {
		const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
		if (!/^(?:Sent|Received) \d/.test(text))
			lines.push(text);
		if (lines.length > MOST_CHUNKS)
			lines.shift();
	}
	const written = rest.findLast((item) => typeof item === "function");
	if (typeof written === "function")
		written();
	return true;
}
async function answer(request, path) {
	const chunks = [];
	return printed.run(chunks, async () => {
		try {
			const done = await perform(request, path);
			return { ...done, lines: toLines(chunks) };
		}
		catch (error) {
			return { thrown: (0,problem .bD)(error), lines: toLines(chunks) };
		}
		finally {
			if (request.op !== "lookup")
				inHand = [];
		}
	});
}
async function perform(request, path) {
	const { restoreCache, saveCache } = await Promise.all([__webpack_require__.e("actions-cache"), __webpack_require__.e("actions-core"), __webpack_require__.e("actions-glob")]).then(__webpack_require__.bind(__webpack_require__, "@actions/cache/lib/cache.js"));
	const { op, key } = request;
	const anySystem = true;
	if (op === "lookup")
		return asFound(await lookUp(key));
	inHand = [request.folder, request.scratch];
	clear(request);
	enter(request, path);
	try {
		if (op === "restore") {
			return asFound(await restoreCache([library .w], key, undefined, undefined, anySystem));
		}
		const saved = (await saveCache([library .w], key, undefined, anySystem)) !== -1;
		if (!request.confirm)
			return { saved };
		return { saved, ...asFound(await helper_confirm(key, saved ? LOOKS : 1)) };
	}
	finally {
		leaveFolders();
	}
}
function clear({ op, folder, scratch }) {
	(0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
	(0,external_node_fs_.mkdirSync)(scratch, { recursive: true });
	if (op === "restore")
		(0,external_node_fs_.rmSync)((0,external_node_path_.join)(folder, library .w), { recursive: true, force: true });
}
function leaveFolders() {
	process.chdir((0,external_node_path_.parse)(process.execPath).root);
}
async function lookUp(key) {
	const { restoreCache } = await Promise.all([__webpack_require__.e("actions-cache"), __webpack_require__.e("actions-core"), __webpack_require__.e("actions-glob")]).then(__webpack_require__.bind(__webpack_require__, "@actions/cache/lib/cache.js"));
	return restoreCache([library .w], key, undefined, { lookupOnly: true }, true);
}
async function helper_confirm(key, looks) {
	for (let look = 1;; look += 1) {
		const found = await lookUp(key);
		if (found === key || look >= looks)
			return found;
		await (0,promises_.setTimeout)(LOOK_AGAIN_MS);
	}
}
function asFound(found) {
	return found === undefined ? {} : { found };
}
function enter(request, path) {
	process.env["GITHUB_WORKSPACE"] = request.folder;
	process.env["RUNNER_TEMP"] = request.scratch;
	process.env["PATH"] = process.platform === "win32" ? path : putSafeTools(request, path);
	process.chdir(request.folder);
}
const TELLING = /^::(?:warning|error)\b|^::debug::Failed to reserve|^(?!::|\[command\])/;
function toLines(chunks) {
	return chunks
		.join("")
		.split(/\r?\n/)
		.filter((line) => line.trim() !== "" && TELLING.test(line))
		.map((line) => line.slice(0, 1000))
		.slice(-60);
}


 }),

"src/store/github/service/library.js":
((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

 __webpack_require__.d(__webpack_exports__, {
   w: () => ( ENTRY_FOLDER)
 });
const ENTRY_FOLDER = "entry";


 }),

};
