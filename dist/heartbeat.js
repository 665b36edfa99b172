import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: src/core/ownership/heartbeat.js
const BEATS_TO_BE_GONE = 6;
const heartbeat_HEARTBEAT_TIMES = heartbeat_timesFor(30_000);
function heartbeat_timesFor(beatMs) {
	return { beatMs, lookMs: beatMs / 3, goneMs: BEATS_TO_BE_GONE * beatMs };
}
function firstLook(seen, nowMs) {
	return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: false };
}
function lookAgain(before, look, { lookMs }) {
	const { seen, nowMs } = look;
	if (seen !== undefined && seen !== before.seen)
		return { seen, lookedMs: nowMs, quietMs: 0, hasBeaten: true };
	const watchedMs = Math.min(Math.max(nowMs - before.lookedMs, 0), lookMs);
	return { ...before, lookedMs: nowMs, quietMs: before.quietMs + watchedMs };
}
function livenessOf({ hasBeaten, quietMs }, { goneMs }) {
	if (quietMs >= goneMs)
		return "gone";
	return hasBeaten ? "alive" : "unknown";
}

;// CONCATENATED MODULE: src/core/text/problem.js
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
class UnmatchedError extends ( null && (UserError)) {
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

;// CONCATENATED MODULE: src/core/text/text.js
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function plural(amount, noun) {
	const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",");
	return `${grouped} ${noun}${amount === 1 ? "" : "s"}`;
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
function isBlank(value) {
	return value === undefined || value === null || (typeof value === "string" && !/\S/.test(value));
}
function nonBlankLines(text) {
	return text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: src/machine/heartbeat.js






function heartbeatTimes(env) {
	const beatMs = Number(env["DONEMARK_HEARTBEAT_MS"] ?? "");
	return beatMs >= 1 ? timesFor(beatMs) : HEARTBEAT_TIMES;
}
function openHeart(home, { beatMs }) {
	const threads = new Map();
	return {
		begin: (place) => {
			beat(place, 0);
			const device = statSync(place.path).dev;
			const thread = threads.get(device) ?? startThread(home, beatMs);
			threads.set(device, thread);
			const isOver = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
			thread.add({ place, isOver });
			const stop = async () => {
				Atomics.store(isOver, 0, 1);
				if ((await thread.remove(place.path)) === "empty")
					threads.delete(device);
				rmSync(place.path, { force: true });
			};
			return { path: place.path, stop };
		},
	};
}
function startThread(home, beatMs) {
	const worker = new Worker(new URL("heartbeat.js", home), { workerData: { beatMs } });
	worker.unref();
	const all = new Map();
	let timer;
	worker.once("error", () => {
		timer = setInterval(() => {
			for (const one of all.values())
				tryToBeat(one, Date.now());
		}, beatMs);
		timer.unref();
	});
	return {
		add: (beating) => {
			all.set(beating.place.path, beating);
			worker.postMessage(beating);
		},
		remove: async (path) => {
			all.delete(path);
			if (all.size > 0)
				return "beating";
			clearInterval(timer);
			await worker.terminate();
			return "empty";
		},
	};
}
function keepBeating() {
	if (external_node_worker_threads_namespaceObject.isMainThread || !isRecord(external_node_worker_threads_namespaceObject.workerData))
		return;
	const beatMs = Number(external_node_worker_threads_namespaceObject.workerData["beatMs"]);
	external_node_worker_threads_namespaceObject.parentPort?.on("message", (message) => {
		const beating = beatingIn(message);
		if (beating === undefined)
			return;
		let count = 0;
		const timer = setInterval(() => {
			count += 1;
			if (Atomics.load(beating.isOver, 0) === 1)
				clearInterval(timer);
			else
				tryToBeat(beating, count);
		}, beatMs);
	});
}
function beatingIn(value) {
	if (!isRecord(value))
		return undefined;
	const place = placeIn(value["place"]);
	const isOver = value["isOver"];
	return place !== undefined && isOver instanceof Int32Array ? { place, isOver } : undefined;
}
function placeIn(value) {
	if (!isRecord(value) || typeof value["path"] !== "string" || !isRecord(value["text"]))
		return;
	const text = {};
	for (const [name, one] of Object.entries(value["text"]))
		if (typeof one === "string" || typeof one === "number")
			text[name] = one;
	return { path: value["path"], text, isFolderShared: value["isFolderShared"] === true };
}
function tryToBeat({ place, isOver }, count) {
	try {
		beat(place, count);
		if (Atomics.load(isOver, 0) === 1)
			(0,external_node_fs_namespaceObject.rmSync)(place.path, { force: true });
	}
	catch {
		try {
			const now = new Date();
			(0,external_node_fs_namespaceObject.lutimesSync)(place.path, now, now);
		}
		catch {
			return;
		}
	}
}
const WRITING_OVER = external_node_fs_namespaceObject.constants.O_RDWR | (external_node_fs_namespaceObject.constants.O_NOFOLLOW ?? 0) | (external_node_fs_namespaceObject.constants.O_NONBLOCK ?? 0);
const DIGITS = 17;
function beat(place, count) {
	const { path, text } = place;
	const beats = String(count).padStart(DIGITS, "0");
	const line = `${JSON.stringify({ donemark: 1, status: "alive", ...text, beats })}\n`;
	try {
		const fd = (0,external_node_fs_namespaceObject.openSync)(path, WRITING_OVER);
		try {
			(0,external_node_fs_namespaceObject.writeSync)(fd, line, 0);
		}
		finally {
			(0,external_node_fs_namespaceObject.closeSync)(fd);
		}
	}
	catch (error) {
		if (!hasCode(error, "ENOENT"))
			throw error;
		makeFolder(place);
		(0,external_node_fs_namespaceObject.writeFileSync)(path, line, { mode: 0o644, flag: "wx" });
	}
}
function makeFolder({ path, isFolderShared }) {
	const folder = (0,external_node_path_namespaceObject.dirname)(path);
	const made = (0,external_node_fs_namespaceObject.mkdirSync)(folder, { recursive: true });
	if (isFolderShared && made !== undefined)
		(0,external_node_fs_namespaceObject.chmodSync)(folder, 0o1777);
}

;// CONCATENATED MODULE: src/steps/heartbeat-thread.js


;// CONCATENATED MODULE: src/entry/heartbeat.js

keepBeating();

