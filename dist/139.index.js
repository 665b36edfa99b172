export const id = 139;
export const ids = [139];
export const modules = {

/***/ 5139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  knownRoom: () => (/* binding */ knownRoom),
  openGithubStore: () => (/* binding */ openGithubStore),
  openGithubStoreIfAny: () => (/* binding */ openGithubStoreIfAny)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/run/processes.js
var processes = __webpack_require__(3768);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/store/github/breaker.js
const MOST_FAILURES = 3;
const PAUSE_MINUTES = 5;
const PAUSE_MS = PAUSE_MINUTES * 60_000;
/** `now` gives milliseconds since 1970. */
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
                    // Requests that were under way together fail together: that counts once.
                    failures = Math.max(failures, before + 1);
                    lastCause = cause;
                    if (failures >= MOST_FAILURES)
                        closedUntilMs = now() + PAUSE_MS;
                },
            };
        },
    };
}

;// CONCATENATED MODULE: ./lib/store/github/causes.js
/** What this machine is to blame for, whatever is said of the archive besides: half an archive is its work, too. */
const HERE = /no space left|disk quota|permission denied|read-only file system|not permitted|locate executable|killed|died with|exited with status|input\/output error|too many open files|allocat|(?:enough|much) memory|command not found|(?:cannot|can't|unable to) (?:exec|run|initialize)|(?:unrecognized|invalid|unknown) option|incorrect parameter|usage:/i;
/**
 * What tar, zstd and gzip say of the bytes they were given; whatever else they say blames no archive. An archive that
 * was cut makes zstd and gzip complain: where tar alone misses its end, they died without a word.
 */
const DATA = /unexpected end of|premature end|not in (?:gzip|zstd) format|unsupported format|unknown frame|does not look like a tar|skipping to next header|unrecognized archive format|truncated (?:zstd|gzip)|damaged tar|checksum|crc error|corrupt|invalid compressed data|not a directory|member name contains|cannot hard link to .*no such file|cannot open: file exists/i;
const TAR_FAILED = /tar"? failed with error/i;
/**
 * The trouble that the library's lines tell of; `undefined` where they tell of none. It answers a refusal, a failure
 * and a miss alike: only what it prints tells them apart.
 */
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
/** The line behind which the library hides the cause comes last. */
function mostTelling(loud) {
    const hidden = loud.find((line) => line.startsWith("debug: Failed to"));
    return (hidden ?? loud.at(-1) ?? "").replace(/^\w+: /, "");
}
/** A line without the form of a workflow command, and without what signs an address. */
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
    return plain.length > 400 ? `${plain.slice(0, 399)}…` : plain;
}

;// CONCATENATED MODULE: ./lib/store/github/pace.js
/** GitHub answers 1,500 look-ups and downloads a minute, and takes 200 uploads: other jobs want theirs. */
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

;// CONCATENATED MODULE: ./lib/store/github/service.js




const DEADLINES = { lookUpMs: 60_000, carryMs: 60_000, patienceMs: 60_000 };
const BYTES_PER_MS = 500;
/** The words of a connection that failed, not of a service that answered. */
const NO_ANSWER = /\bE(?:CONN\w+|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|PIPE)\b|socket hang up|network|time(?:d |d|-| )?out/i;
function openService(helpers, { modes, deadlines, now }) {
    // The pace waits by the machine's clock, whatever clock the store's callers have.
    const desk = {
        helpers,
        deadlines,
        pace: openPace(Date.now),
        breaker: openBreaker(now),
    };
    const { reads, writes, mode } = modes;
    const closed = unavailable(`the job's cache-mode is ${mode}`);
    return {
        lookUp: async (key) => (reads ? lookUp(desk, key) : closed),
        put: async (parcel, sizeBytes) => writes ? put(desk, { op: "save", ...parcel, confirm: reads }, sizeBytes) : closed,
        get: async (parcel, sizeBytes) => (reads ? get(desk, parcel, sizeBytes) : closed),
    };
}
function unavailable(cause) {
    return { kind: "unavailable", cause };
}
async function lookUp(desk, key) {
    const asked = await ask(desk, { op: "lookup", key }, desk.deadlines.lookUpMs);
    if (asked.kind === "unavailable")
        return asked;
    const { found, thrown, lines } = asked.reply;
    if (found !== undefined)
        return { kind: "found", key: found };
    const cause = thrown ?? troubleIn(lines)?.cause;
    return cause === undefined ? { kind: "miss" } : unavailable(cause);
}
async function put(desk, request, sizeBytes) {
    const asked = await ask(desk, request, carryDeadline(desk, sizeBytes));
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
        return unavailable(cause);
    return unavailable(saved === true
        ? "it was uploaded, but the cache service does not find it"
        : "the cache service refused it and gave no reason");
}
async function get(desk, parcel, sizeBytes) {
    const asked = await ask(desk, { op: "restore", ...parcel }, carryDeadline(desk, sizeBytes));
    if (asked.kind === "unavailable")
        return asked;
    const { found, thrown, lines } = asked.reply;
    if (found === parcel.key)
        return { kind: "restored" };
    // An entry whose key merely begins with this one.
    if (found !== undefined)
        return { kind: "miss" };
    const trouble = troubleIn(lines);
    if (trouble?.kind === "damaged")
        return { kind: "damaged", why: trouble.cause };
    const cause = thrown ?? trouble?.cause;
    return cause === undefined ? { kind: "miss" } : unavailable(cause);
}
/** Asks unless the service has not answered for a while. */
async function ask(desk, request, deadlineMs) {
    const attempt = desk.breaker.begin();
    if (attempt.kind === "unavailable")
        return attempt;
    const told = await askInTurn(desk, request, deadlineMs);
    const silence = silenceIn(told);
    if (silence === undefined)
        attempt.answered();
    else
        attempt.failed(silence);
    return told.kind === "ended" ? unavailable(told.cause) : told;
}
/** Why the service gave no answer; `undefined` where it gave one, whatever it says. */
function silenceIn(told) {
    if (told.kind === "ended")
        return told.cause;
    if (told.kind === "unavailable" || told.reply.found !== undefined)
        return undefined;
    const cause = told.reply.thrown ?? troubleIn(told.reply.lines)?.cause;
    return cause !== undefined && NO_ANSWER.test(cause) ? cause : undefined;
}
/** Asks when it is this request's turn; once more where the service was asked too much and says until when. */
async function askInTurn(desk, request, deadlineMs) {
    const { pace, helpers, deadlines } = desk;
    for (let tries = 1;; tries += 1) {
        const waitMs = pace.turn(request.op === "save" ? "save" : "look");
        if (waitMs > deadlines.patienceMs) {
            return unavailable(`the cache service answers no more requests for ${Math.ceil(waitMs / 1000)} s (rate limit)`);
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
            return unavailable(trouble.cause);
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

;// CONCATENATED MODULE: ./lib/store/github/rest-call.js


const BIGGEST_ANSWER_BYTES = 8 * 1024 * 1024;
/** Never throws: what does not answer within the deadline is unavailable. */
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
        const proxied = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => env[name]);
        const send = proxied ? throughProxy : directly;
        return await send(url, { method, headers, deadlineMs });
    }
    catch (error) {
        return unavailable(`${url.host} did not answer: ${(0,problem/* describe */.q0)(error)}`);
    }
}
/** Node's own client is there at once; the library of actions takes as long to load as a whole plan may. */
async function directly(url, { method, headers, deadlineMs }) {
    const { request } = await (url.protocol === "https:"
        ? Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19))
        : Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 7067, 19)));
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
    };
}
function isLimit({ statusCode: status, headers }) {
    if (status === 429)
        return true;
    const isUsedUp = headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
    return status === 403 && isUsedUp;
}
async function throughProxy(url, { method, headers, deadlineMs }) {
    const { HttpClient } = await __webpack_require__.e(/* import() */ 942).then(__webpack_require__.bind(__webpack_require__, 4942));
    const client = new HttpClient("donemark", [], { socketTimeout: deadlineMs });
    try {
        const response = await client.request(method, url.href, null, headers);
        return {
            kind: "answer",
            status: response.message.statusCode ?? 0,
            isLimit: isLimit(response.message),
            body: await response.readBody(),
        };
    }
    finally {
        client.dispose();
    }
}

;// CONCATENATED MODULE: ./lib/store/github/rest.js




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
            // What is removed meanwhile moves the rest from page to page.
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
            const body = answer.kind === "answer" ? (0,marker/* parseJson */.qF)(answer.body) : undefined;
            const branch = (0,core_text/* isRecord */.u4)(body) ? body["default_branch"] : undefined;
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
/** In the order of their making new ones come at the end, and move none from page to page. */
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
    const body = (0,marker/* parseJson */.qF)(answer.body);
    const caches = (0,core_text/* isRecord */.u4)(body) ? body["actions_caches"] : undefined;
    const total = (0,core_text/* isRecord */.u4)(body) ? body["total_count"] : undefined;
    if (!Array.isArray(caches) || typeof total !== "number") {
        return unavailable("GitHub's list of caches is unreadable: expected JSON with actions_caches");
    }
    return { kind: "page", total, caches: caches.flatMap((one) => readCache(one)) };
}
function readCache(value) {
    if (!(0,core_text/* isRecord */.u4)(value))
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
        return unavailable(`GitHub answers no more requests of this token for a while (${status}, rate limit)`);
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
    return unavailable(`GitHub answered ${status} to the request to ${what}`);
}
function numberIn(answer, name) {
    if (answer?.kind !== "answer" || answer.status !== 200)
        return undefined;
    const body = (0,marker/* parseJson */.qF)(answer.body);
    const value = (0,core_text/* isRecord */.u4)(body) ? body[name] : undefined;
    return typeof value === "number" ? value : undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./lib/store/github/helpers.js


/** A helper costs 60 MB and a fifth of a second to start. */
const IDLE_MS = 3000;
const MOST_CARRIERS = 4;
/** What a helper has no use for, or must not see: it prints nothing, and asks GitHub for nothing but the cache. */
const WITHHELD = /^(INPUT_|STATE_|GITHUB_(TOKEN|OUTPUT|STATE|ENV|PATH|STEP_SUMMARY)$|GH_TOKEN$|RUNNER_DEBUG$|ACTIONS_STEP_DEBUG$)/;
/** Stores of one process that work in the same surroundings share their helpers. */
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
/** The one that looks up, and does nothing else. */
function lookingHelper(pool) {
    return [...pool.helpers].find(({ looks }) => looks) ?? start(pool, true);
}
/** One that carries nothing, a new one, or the next that is given back. */
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
/** While something is asked of a helper it holds this process up, and not a moment longer. */
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
/** Nothing is asked of the helper: it ends after a while, and with this process in any case. */
function rest(pool, helper) {
    holdUp(helper, false);
    helper.idle = setTimeout(() => {
        pool.helpers.delete(helper);
        if (helper.child.connected)
            helper.child.disconnect();
    }, IDLE_MS).unref();
}
/** With all that it started: tar and zstd. What else was asked of it is answered by its end. */
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
        // It ended meanwhile.
    }
}
function helperEnvironment(env) {
    const kept = { ZSTD_CLEVEL: "1" };
    for (const [name, value] of Object.entries(env)) {
        if (value !== undefined && !WITHHELD.test(name))
            kept[name] = value;
    }
    return kept;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var digest = __webpack_require__(1257);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var core_fingerprint = __webpack_require__(1595);
;// CONCATENATED MODULE: ./lib/core/cache-key.js


/** GitHub's limit; these keys have about 200 characters. */
const LONGEST_KEY = 512;
const SLUG_LENGTH = 40;
const HEX8 = "[0-9a-f]{8}";
const HEX16 = "[0-9a-f]{16}";
const PREFIX = `dm1-${HEX8}-([a-z0-9]{1,${SLUG_LENGTH}})-(${HEX16})-(${HEX16})-`;
const PART = `(?:0|${HEX8})`;
const ENTRY = new RegExp(`^(${PREFIX})(${PART}(?:\\.${PART}){${core_fingerprint/* PARTS */.dI.length - 1}})-s([0-9a-z]{1,11})\\.b([0-9a-z]{1,11})` +
    "-(\\d{1,20})\\.(\\d{1,16})\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})(?:\\.([0-9a-f]{16}))?$");
const REVOCATION = new RegExp(`^(${PREFIX})x\\.([0-9a-z]{1,11})\\.([0-9a-f]{6})$`);
const WORK = new RegExp(`^(dm1w-${HEX8}-${HEX16}-${HEX16}-)(?:(d|h)-([0-9a-z]{1,11})|(h)-x\\.([0-9a-z]{1,11}))\\.([0-9a-f]{6})$`);
/** What every key of a definition begins with. */
function namePrefix(name) {
    return `dm1-${(0,digest/* sha256 */.sc)(name).slice(0, 8)}-`;
}
/** What every key of a shard and match begins with, and no key of another. */
function entryPrefix({ name, shard }, match) {
    return `${namePrefix(name)}${slugOf(shard)}-${idDigest(shard)}-${match.slice(0, 16)}-`;
}
/** The id's digest as a key holds it: what a marker's shard is compared with. */
function idDigest(shard) {
    return (0,digest/* sha256 */.sc)(shard).slice(0, 16);
}
/** Lower case, no comma, at most `LONGEST_KEY` characters. */
function formatEntryKey(prefix, facts) {
    const { parts, milliseconds, sizeBytes, run, attempt, finishedMs, unique, seal } = facts;
    return (`${prefix}${parts.join(".")}-s${milliseconds.toString(36)}.b${sizeBytes.toString(36)}` +
        `-${run}.${attempt}.${finishedMs.toString(36)}.${unique}${seal === undefined ? "" : `.${seal}`}`);
}
/** Is the seal of a key the one that `sealOf` gives for all the rest of it? */
function isSealed({ prefix, seal, ...facts }, sealOf) {
    return seal === sealOf(formatEntryKey(prefix, facts));
}
/** A revocation is found by the same prefix as what it revokes. */
function formatRevocationKey(prefix, nowMs, unique) {
    return `${prefix}x.${nowMs.toString(36)}.${unique}`;
}
/** Reads strictly: `undefined` for whatever is not letter by letter what the formatters write. */
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
    const [finished = "", unique = "", seal] = rest;
    return {
        parts: parts.split("."),
        milliseconds: Number.parseInt(seconds, 36),
        sizeBytes: Number.parseInt(bytes, 36),
        run: BigInt(run),
        attempt: Number(attempt),
        finishedMs: Number.parseInt(finished, 36),
        unique,
        ...(seal !== undefined && { seal }),
    };
}
/** The parts of a fingerprint as a key holds them. */
function keyParts(fingerprint) {
    return core_fingerprint/* PARTS */.dI.map((part) => fingerprint[part]?.slice(0, 8) ?? "0");
}
function workNamePrefix(name) {
    return `dm1w-${(0,digest/* sha256 */.sc)(name).slice(0, 8)}-`;
}
/** What every key of a shard's work begins with. */
function workPrefix({ name, shard }, whole) {
    return `${workNamePrefix(name)}${idDigest(shard)}-${(0,digest/* sha256 */.sc)(whole).slice(0, 16)}-`;
}
/** What heads begin with, and what drops them; never data. */
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
/** A field of a key holds no `-`. */
function slugOf(shard) {
    const slug = shard
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "")
        .slice(0, SLUG_LENGTH);
    return slug === "" ? "x" : slug;
}

// EXTERNAL MODULE: ./lib/store/file-names.js
var file_names = __webpack_require__(3466);
// EXTERNAL MODULE: ./lib/core/parallel.js
var parallel = __webpack_require__(9492);
// EXTERNAL MODULE: ./lib/store/order.js
var order = __webpack_require__(1850);
// EXTERNAL MODULE: ./lib/store/github/library.js
var library = __webpack_require__(4417);
;// CONCATENATED MODULE: ./lib/store/github/catalogue.js


/** What others save meanwhile is seen after this. */
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
/** Asks at most once at a time, and not again for a while. */
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
/**
 * Scope by scope what counts of a group: nothing that was made before an end in its scope, and then nothing of the
 * scopes after it. So do look-ups, which meet the newest of the first scope that has any.
 */
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
/** The version that the library gives to an entry of ours: it finds no entry of another. */
function versionOf(packing) {
    return (0,digest/* sha256 */.sc)([library/* ENTRY_FOLDER */.w, packing, "1.0"].join("|"));
}

// EXTERNAL MODULE: ./lib/core/quota.js
var quota = __webpack_require__(9471);
;// CONCATENATED MODULE: ./lib/store/github/quota.js

function openQuota(rest, warn) {
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
            const coming = Math.max((0,quota/* expectedBytes */.uc)(remaining, savedBytes, saved), savedBytes);
            const warning = (0,quota/* quotaWarning */.BY)(await room, coming);
            if (warning === undefined || warned)
                return;
            warned = true;
            warn(warning);
        },
    };
}
async function roomOf(rest) {
    const known = await rest?.usage();
    return { usedBytes: known?.usedBytes ?? 0, limitBytes: known?.limitBytes ?? quota/* DEFAULT_LIMIT_BYTES */.Qm };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/store/github/tools.js


/** How the library packs on this machine: by zstd where it is in the path. */
function packingHere(env) {
    return isInPath(env, "zstd") ? "zstd-without-long" : "gzip";
}
/** Why nothing can be packed or unpacked here; `undefined` where it can. */
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

;// CONCATENATED MODULE: ./lib/store/github/site.js






const REST_MS = 20_000;
/** Where GitHub does not say which branch is the default. */
const LIKELY_BRANCHES = ["main", "master"];
function openSite(options) {
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
        quota: openQuota(rest, options.warn),
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
/** So many look-ups cost no more than a page of the list, of which a token may ask a thousand an hour. */
const LOOK_UPS_FOR_A_PAGE = 8;
/**
 * The list, where it can be had; `undefined` where look-ups have to do, or cost less for what is `wanted`: the number
 * of shards, every one if it is not given.
 */
async function listOf(site, catalogue, wanted = Number.POSITIVE_INFINITY) {
    const { memory, service, warn } = site;
    if (catalogue !== undefined && memory.mayList) {
        const mostPages = service === undefined ? MOST_PAGES : wanted / LOOK_UPS_FOR_A_PAGE;
        const [loaded] = await Promise.all([catalogue.load(mostPages), site.learnScopes()]);
        if (loaded.kind === "loaded")
            return { kind: "list", catalogue };
        if (loaded.kind === "long")
            return service === undefined ? NO_SERVICE : undefined;
        if (service === undefined)
            return unavailable(loaded.cause);
        if (memory.mayList)
            warn(`GitHub's list of caches is not used: ${loaded.cause}. Each shard is looked up instead.`);
        memory.mayList = false;
    }
    return service === undefined ? NO_SERVICE : undefined;
}
const NO_SERVICE = unavailable("there is no cache service here: only steps of actions in a workflow have one");
/** Why nothing can be read; `undefined` where it can. */
function readTrouble({ surroundings }) {
    const { hasService, modes } = surroundings;
    if (!hasService || modes.reads)
        return undefined;
    return unavailable(`the job's cache-mode is ${modes.mode}, which reads nothing`);
}
function writeTrouble({ surroundings, service }) {
    const { modes } = surroundings;
    if (service === undefined)
        return NO_SERVICE;
    return modes.writes
        ? undefined
        : unavailable(`the job's cache-mode is ${modes.mode}, which saves nothing`);
}
/** What an entry's key says; `undefined` for no entry's, and for one that is not sealed where all have to be. */
function readEntryKey({ markers }, key) {
    const parsed = parseKey(key);
    if (parsed?.kind !== "entry")
        return undefined;
    return markers.seal === undefined || isSealed(parsed, markers.seal) ? parsed : undefined;
}
/** The version of what this runner saves and finds. */
function versionHere({ packing }) {
    return versionOf(packing);
}
/** Does a cache of this version count here? Where nothing can be brought, all that the list has do. */
function isOurVersion(site, { version }) {
    return site.service === undefined || version === versionHere(site);
}
/** Keys hold a piece of an id and of a match: what was asked for is known whole. */
function remember({ memory }, { shard, match }, id) {
    memory.shards.set(id, shard);
    memory.matches.set(match.slice(0, 16), match);
}

;// CONCATENATED MODULE: ./lib/store/github/find.js






const MISS = { kind: "miss" };
/** GitHub answers each look-up in 10 to 100 ms. */
const LOOK_UPS_AT_ONCE = 32;
/** One answer for each question, in order: from one list of keys, or by a look-up for each. */
async function findEntries(site, wanted) {
    if (wanted.length === 0)
        return [];
    for (const one of wanted)
        remember(site, one, idDigest(one.shard));
    const trouble = readTrouble(site);
    if (trouble !== undefined)
        return wanted.map(() => trouble);
    const list = await listOf(site, site.entries, wanted.length);
    if (list?.kind === "unavailable")
        return wanted.map(() => list);
    const answers = list === undefined
        ? await lookUpAll(site, wanted.map((one) => prefixFor(site, one)), (key) => asFound(site, key))
        : wanted.map((one) => findInList(site, list.catalogue, prefixFor(site, one)));
    if (list === undefined && answers.some(({ kind }) => kind === "miss"))
        warnOfPacking(site);
    site.quota.expect(answers.filter(({ kind }) => kind === "miss").length);
    return answers;
}
/** A look-up finds nothing that was packed in another way, and cannot tell that it is there. */
function warnOfPacking({ memory, packing, warn }) {
    if (packing !== "gzip" || memory.toldOfPacking)
        return;
    memory.toldOfPacking = true;
    warn("zstd is not installed on this runner: what other runners have packed with it is not found here and counts as not done. " +
        "Install it on all of them, or on none.");
}
/** What every key of a shard and match begins with. */
function prefixFor({ name }, { shard, match }) {
    return entryPrefix({ name, shard }, match);
}
/** A key that a look-up found: the newest one made. */
function asFound(site, key) {
    const parsed = readEntryKey(site, key);
    return parsed === undefined ? MISS : { kind: "hit", entry: entryOf(site, key, parsed) };
}
/** Answers each prefix by a look-up; once the service fails, the rest get the same cause and are not asked. */
async function lookUpAll({ service }, prefixes, read) {
    let failed;
    const distinct = [...new Set(prefixes)];
    const looked = await (0,parallel/* inParallel */.H)(distinct, LOOK_UPS_AT_ONCE, async (prefix) => {
        if (failed !== undefined || service === undefined)
            return failed ?? NO_SERVICE;
        const answer = await service.lookUp(prefix);
        if (answer.kind === "unavailable")
            failed = answer;
        return answer;
    });
    const answers = new Map(distinct.map((prefix, place) => [prefix, looked[place] ?? MISS]));
    return prefixes.map((prefix) => {
        const answer = answers.get(prefix) ?? MISS;
        if (answer.kind !== "found")
            return answer;
        // A look-up answers with whatever begins with the prefix, in any case of letters.
        return answer.key.startsWith(prefix) ? read(answer.key) : MISS;
    });
}
function findInList(site, catalogue, prefix) {
    const group = catalogue.group(prefix);
    const newest = newestOf(countingEntries(site, group));
    if (newest !== undefined)
        return { kind: "hit", entry: entryOf(site, newest.key, newest.parsed) };
    return foreignTrouble(site, group) ?? MISS;
}
/** Scope by scope the entries of a group, the newest made first, that no revocation hides and this runner can find. */
function countingEntries(site, group) {
    return countingIn(site, group.filter((known) => isOurVersion(site, known)));
}
function countingIn(site, group) {
    return countingOf(group, site.scopes, isRevocation).map((scope) => scope.flatMap((known) => {
        const parsed = readEntryKey(site, known.key);
        return parsed === undefined ? [] : [{ ...known, parsed }];
    }));
}
function isRevocation(key) {
    return parseKey(key)?.kind === "revocation";
}
/** What `find` answers: the newest of the first scope that has any. */
function newestOf(scopes) {
    const first = scopes.find((scope) => scope.length > 0) ?? [];
    return first.toSorted((a, b) => (0,order/* compareOrder */.w)(b.parsed, a.parsed))[0];
}
/** An entry is there, but nothing on this runner can unpack it: that is no miss. */
function foreignTrouble(site, group) {
    const other = site.packing === "gzip" ? "zstd-without-long" : "gzip";
    const foreign = group.filter(({ version }) => version === versionOf(other));
    if (countingIn(site, foreign).flat().length === 0)
        return undefined;
    return unavailable(other === "gzip"
        ? "it was saved by a runner without zstd, which one with zstd cannot restore: install zstd on all runners"
        : "it was saved with zstd, which is not installed on this runner: install zstd");
}
/** Every entry that `find` could answer with. */
async function listEntries(site) {
    const trouble = readTrouble(site);
    if (trouble !== undefined)
        return trouble;
    const list = await listOf(site, site.entries);
    if (list === undefined) {
        return unavailable("only GitHub's list knows all entries: give a github-token with the permission actions: read");
    }
    if (list.kind === "unavailable")
        return list;
    const { catalogue } = list;
    const entries = catalogue.prefixes().flatMap((prefix) => countingEntries(site, catalogue.group(prefix))
        .flat()
        .map(({ key, parsed }) => entryOf(site, key, parsed)));
    return { kind: "listed", entries };
}
/** Does the list say that this entry counts? `undefined` where it does not know the entry. */
function countsInList(site, key) {
    const { entries, memory } = site;
    const prefix = parseKey(key)?.prefix;
    if (entries === undefined || prefix === undefined || !memory.mayList)
        return undefined;
    const group = entries.group(prefix);
    if (!group.some((known) => known.key === key))
        return undefined;
    return countingEntries(site, group)
        .flat()
        .some((known) => known.key === key);
}
/** What is older than an entry in the job's own scope, as far as the list is known. */
function olderInList(site, key) {
    const parsed = parseKey(key);
    if (site.entries === undefined || parsed?.kind !== "entry")
        return [];
    return countingEntries(site, site.entries.group(parsed.prefix))
        .flat()
        .filter((known) => known.ref === site.own && (0,order/* compareOrder */.w)(known.parsed, parsed) < 0);
}
/** Of a shard that nobody asked for, the key's own piece of its id stands for it. */
function entryOf({ memory }, key, parsed) {
    const { id16, match16, slug, milliseconds, sizeBytes, run, attempt } = parsed;
    return {
        shard: memory.shards.get(id16) ?? `${slug}-${id16}`,
        match: memory.matches.get(match16) ?? match16,
        key,
        seconds: milliseconds / 1000,
        sizeBytes,
        ...(run > 0n && { run: String(run) }),
        ...(attempt > 0 && { attempt }),
    };
}

// EXTERNAL MODULE: ./lib/files/durable.js
var durable = __webpack_require__(8052);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
// EXTERNAL MODULE: ./lib/store/file-entries.js
var file_entries = __webpack_require__(8466);
// EXTERNAL MODULE: ./lib/store/staged.js
var staged = __webpack_require__(1799);
;// CONCATENATED MODULE: ./lib/store/github/stage.js








/** Makes both, the first one in `place`; nothing of them is left afterwards. @throws system errors. */
async function withFolders(site, place, act) {
    const { disk, temporary, token } = site;
    const folder = (0,external_node_path_.join)(place, `${durable/* TEMPORARY_PREFIX */.F8}${token()}`);
    const scratch = (0,external_node_path_.join)(temporary, `${durable/* TEMPORARY_PREFIX */.F8}${token()}`);
    try {
        await (0,durable/* makeNewFolder */.Z9)(disk, folder);
        await (0,durable/* makeNewFolder */.Z9)(disk, scratch);
        return await act({ folder, scratch });
    }
    finally {
        for (const path of [folder, scratch])
            await disk.removeTree(path).catch(() => undefined);
    }
}
/** Why there is no room for an archive of this size; `undefined` where there is. */
async function roomTrouble({ disk }, { scratch }, sizeBytes) {
    const free = await disk.freeBytes(scratch);
    if (free >= sizeBytes)
        return undefined;
    const place = (0,external_node_path_.dirname)(scratch);
    return (`${place} (RUNNER_TEMP) has ${free} bytes free, the entry's archive needs ${sizeBytes}: ` +
        "make room there, or set RUNNER_TEMP to a larger disk");
}
/** Is the checkpoint what its marker says? Its bytes are read only where size, time and inode do not tell. */
function lookAt(disk, { checkpoint, marker }) {
    const found = (0,measure/* measure */.xP)(disk, checkpoint);
    if (found.kind !== "measured") {
        const why = found.kind === "refused" ? `: ${found.why}` : " is not there";
        return { kind: "refused", why: `${checkpoint}${why}` };
    }
    if (!(0,measure/* isSameMeasure */.$1)(marker.checkpoint, found.measure)) {
        const checked = (0,staged/* checkStaged */.b)(disk, checkpoint, marker);
        if (checked.kind === "bad")
            return { kind: "refused", why: `${checkpoint} is not what its marker says: ${checked.why}` };
    }
    return { kind: "as marked", measure: found.measure };
}
/** Has nothing touched the checkpoint since it was looked at? */
function isUntouched(disk, { checkpoint }, before) {
    const now = (0,measure/* measure */.xP)(disk, checkpoint);
    return now.kind === "measured" && JSON.stringify(now.measure) === JSON.stringify(before);
}
/** Lays out an entry without copying where the file system can link. @throws system errors. */
async function layOut({ disk, markers }, finished, folder) {
    const entry = (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w);
    await disk.makeDirectory(entry);
    await linkTree(disk, disk.realPath(finished.checkpoint), (0,external_node_path_.join)(entry, file_names/* DATA */.vN));
    await disk.create((0,external_node_path_.join)(entry, file_names/* MARKER */.tl), markers.format(finished.marker));
}
/** The marker of an entry that was restored, if the entry is a whole one; `undefined` for anything else. */
function readRestored(site, folder) {
    return isPlainFolder(site.disk, (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w))
        ? (0,file_entries/* readEntry */.hB)(site, (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w))
        : undefined;
}
/** A folder itself, not a link to one. */
function isPlainFolder(disk, path) {
    const name = (0,external_node_path_.basename)(path);
    return (disk.list((0,external_node_path_.dirname)(path)) ?? []).some((one) => one.name === name && one.kind === "directory");
}
async function linkTree(disk, from, to) {
    const names = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
    if (names === undefined)
        return linkFile(disk, from, to);
    await disk.makeDirectory(to);
    for (const { name, kind } of names) {
        const [source, target] = [(0,external_node_path_.join)(from, name), (0,external_node_path_.join)(to, name)];
        if (kind === "link")
            await disk.link(disk.readLink(source), target);
        else
            await linkTree(disk, source, target);
    }
}
async function linkFile(disk, from, to) {
    try {
        await disk.hardLink(from, to);
    }
    catch (error) {
        if (!(0,problem/* hasCode */.up)(error, "EXDEV", "EPERM", "EACCES", "EMLINK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"))
            throw error;
        await disk.copyFile(from, to);
    }
}

;// CONCATENATED MODULE: ./lib/store/github/revoke.js







const revoke_MISS = { kind: "miss" };
const REMOVED = { kind: "removed" };
/** Removes an entry, or saves a revocation that hides it where it cannot be removed or is not this scope's. */
function revokeEntry(site, { key }) {
    return revokeKey(site, key);
}
async function revokeKey(site, key) {
    const parsed = parseKey(key);
    if (parsed?.kind !== "entry")
        return revoke_MISS;
    const seen = await see(site, key, parsed.prefix);
    if (seen.kind === "unavailable")
        return seen;
    if (seen.kind === "miss")
        return revoke_MISS;
    const removed = seen.cache?.ref === site.own ? await removeCache(site, seen.cache) : undefined;
    if (removed !== undefined && removed.kind !== "unavailable")
        return removed;
    // A revocation hides all that is there: an entry that nobody is answered with any more is not worth a newer one.
    if (seen.answered !== key)
        return revoke_MISS;
    return saveRevocation(site, parsed.prefix);
}
/** Removes an entry of the job's own scope by GitHub's list, the only way there is. */
async function removeEntry(site, { key }) {
    const prefix = parseKey(key)?.prefix;
    if (prefix === undefined)
        return revoke_MISS;
    const seen = await see(site, key, prefix);
    if (seen.kind !== "seen")
        return seen;
    if (seen.cache === undefined) {
        return unavailable("a cache can be removed only with a github-token that has the permission actions: write");
    }
    if (seen.cache.ref !== site.own) {
        return unavailable(`${key} is of ${seen.cache.ref}; a job removes only entries of its own reference`);
    }
    return removeCache(site, seen.cache);
}
/** The entry as it counts now, whatever this process knew of it. */
async function see(site, key, prefix) {
    const { rest, memory, service } = site;
    if (rest !== undefined && memory.mayList) {
        const listed = await rest.list(prefix);
        if (listed.kind === "listed") {
            await site.learnScopes();
            const counting = countingEntries(site, listed.caches.toReversed());
            const cache = counting.flat().find((one) => one.key === key);
            const answered = newestOf(counting)?.key;
            return cache === undefined ? revoke_MISS : { kind: "seen", cache, answered };
        }
    }
    if (service === undefined)
        return unavailable("neither GitHub's list of caches nor a cache service is there");
    const [exact, newest] = await Promise.all([service.lookUp(key), service.lookUp(prefix)]);
    if (exact.kind !== "found")
        return exact;
    if (newest.kind === "unavailable")
        return newest;
    const answered = newest.kind === "found" ? newest.key : undefined;
    const isHidden = answered !== undefined && isRevocation(answered);
    return exact.key !== key || isHidden ? revoke_MISS : { kind: "seen", cache: undefined, answered };
}
async function removeCache(site, { id, key }) {
    const { rest, memory } = site;
    if (rest === undefined || !memory.mayDelete)
        return unavailable("the token may not delete caches");
    const removed = await rest.remove(id);
    if (removed.kind === "refused") {
        memory.mayDelete = false;
        return unavailable(removed.cause);
    }
    if (removed.kind !== "unavailable")
        site.entries?.drop(key);
    return removed;
}
/** A tiny entry, newer than what it hides and found by the same look-up. */
async function saveRevocation(site, prefix) {
    const key = formatRevocationKey(prefix, site.now(), site.randomHex(3));
    const saved = await saveNote(site, key, "This shard's earlier entries count no longer.\n");
    if (saved !== undefined)
        return saved;
    site.entries?.add(key, site.own, versionHere(site));
    return REMOVED;
}
/** Saves an entry that holds nothing but a few words; `undefined` where it was saved. */
async function saveNote(site, key, text) {
    const { disk, service, temporary } = site;
    const closed = writeTrouble(site);
    if (closed !== undefined || service === undefined)
        return closed;
    return withFolders(site, temporary, async ({ folder, scratch }) => {
        await disk.makeDirectory((0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w));
        await disk.create((0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w, "note.txt"), text);
        const put = await service.put({ key, folder, scratch }, 0);
        return put.kind === "saved" ? undefined : unavailable(put.cause);
    });
}

;// CONCATENATED MODULE: ./lib/store/github/fetch.js










const fetch_MISS = { kind: "miss" };
/** Restores an entry beside the staging path, and moves its data there if it is whole. @throws system errors. */
async function fetchEntry(site, entry, staging) {
    const { disk, service } = site;
    if (disk.exists(staging))
        return unavailable(`${staging}: something is there already`);
    const parsed = readEntryKey(site, entry.key);
    if (parsed === undefined)
        return fetch_MISS;
    if (service === undefined)
        return NO_SERVICE;
    const missing = toolTrouble(site.env);
    if (missing !== undefined)
        return unavailable(missing);
    const revoked = await checkRevoked(site, service, entry.key);
    if (revoked !== undefined)
        return revoked;
    return withFolders(site, (0,external_node_path_.dirname)(staging), async (folders) => {
        const crowded = await roomTrouble(site, folders, parsed.sizeBytes);
        if (crowded !== undefined)
            return unavailable(crowded);
        return restore(site, service, { ...folders, key: entry.key, parsed, staging });
    });
}
/** What arrives damaged can be a fault of the way; what arrives so twice is what lies there. */
const TRIES = 2;
/** What a bomb may fill of the disk beyond the size that its key gives: the headers of a million small files take it. */
const MOST_OVERHEAD_BYTES = 1024 ** 3;
async function restore(site, service, task) {
    const { disk } = site;
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
            return afterMiss(site, service, key);
        const marker = got.kind === "restored" ? readRestored(site, own.folder) : undefined;
        if (marker !== undefined && idDigest(marker.shard) === parsed.id16) {
            await disk.rename((0,external_node_path_.join)(own.folder, library/* ENTRY_FOLDER */.w, file_names/* DATA */.vN), staging);
            return { kind: "hit", marker };
        }
        await disk.removeTree(own.folder);
    }
    // Left as it is, plan would take it for done and nobody could ever fetch it.
    await revokeKey(site, key);
    return fetch_MISS;
}
/** What the service does not find may be in the list for good: what plan takes for done has to be fetched. */
async function afterMiss(site, service, key) {
    const { entries, memory } = site;
    entries?.markStale();
    if (entries === undefined || !memory.mayList)
        return fetch_MISS;
    await listOf(site, entries);
    if (countsInList(site, key) !== true)
        return fetch_MISS;
    const looked = await service.lookUp(key);
    if (looked.kind === "miss")
        await revokeKey(site, key);
    return fetch_MISS;
}
/** A revocation hides an entry whose own key would still be found. */
async function checkRevoked(site, service, key) {
    const counts = countsInList(site, key);
    if (counts !== undefined)
        return counts ? undefined : fetch_MISS;
    const prefix = parseKey(key)?.prefix ?? key;
    const newest = await service.lookUp(prefix);
    if (newest.kind !== "found")
        return newest;
    return isRevocation(newest.key) ? fetch_MISS : undefined;
}

// EXTERNAL MODULE: ./lib/store/refusal.js
var store_refusal = __webpack_require__(5833);
;// CONCATENATED MODULE: ./lib/store/github/save.js










/**
 * Saves a finished shard under a key of its own, unless an entry of its match that is not older is there: a look-up
 * costs a hundredth of packing a checkpoint. @throws system errors.
 */
async function saveEntry(site, finished) {
    const { disk, service } = site;
    const refusal = (0,store_refusal/* refusalOf */.O)(finished) ?? toolTrouble(site.env);
    if (refusal !== undefined)
        return unavailable(refusal);
    const closed = writeTrouble(site);
    if (closed !== undefined || service === undefined)
        return closed ?? unavailable("no cache service");
    remember(site, finished.wanted, idDigest(finished.wanted.shard));
    const looked = lookAt(disk, finished);
    if (looked.kind === "refused")
        return unavailable(looked.why);
    const there = await lookForSame(site, service, finished);
    if (there !== undefined)
        return there;
    const saved = await packAndPut(site, service, finished);
    if (saved.kind !== "saved")
        return saved;
    if (!isUntouched(disk, finished, looked.measure)) {
        await revokeKey(site, saved.key);
        return unavailable(`${finished.checkpoint} was changed while it was saved`);
    }
    site.entries?.add(saved.key, site.own, versionHere(site));
    if (site.prunes)
        await prune(site, saved.key);
    await site.quota.note(finished.marker.checkpoint.sizeBytes);
    return saved;
}
/**
 * The answer where nothing need be saved, or nothing can be. What the plan knew is asked again: a look-up answers with
 * the entry made last, so an older attempt's entry must not be made after a newer one's.
 */
async function lookForSame(site, service, { wanted, marker }) {
    // Under cache-mode write-only nothing can be looked up.
    if (!site.surroundings.modes.reads)
        return undefined;
    const prefix = prefixFor(site, wanted);
    const looked = await service.lookUp(prefix);
    if (looked.kind === "unavailable")
        return looked;
    if (looked.kind === "miss" || !looked.key.startsWith(prefix))
        return undefined;
    const parsed = readEntryKey(site, looked.key);
    if (parsed === undefined)
        return undefined;
    return (0,order/* compareOrder */.w)(parsed, (0,order/* orderOf */.m)(marker)) >= 0
        ? { kind: "exists", key: looked.key }
        : undefined;
}
async function packAndPut(site, service, finished) {
    const { sizeBytes } = finished.marker.checkpoint;
    return withFolders(site, (0,external_node_path_.dirname)(finished.checkpoint), async (folders) => {
        const crowded = await roomTrouble(site, folders, sizeBytes);
        if (crowded !== undefined)
            return unavailable(crowded);
        await layOut(site, finished, folders.folder);
        return putUnderNewKey(site, service, {
            ...folders,
            sizeBytes,
            newKey: () => keyFor(site, finished),
        });
    });
}
/** A key can be locked for a day by an upload that was killed: then another one is tried, once. */
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
    return unavailable(put.cause);
}
function keyFor(site, { wanted, marker }) {
    const { seconds, checkpoint, fingerprint } = marker;
    const prefix = prefixFor(site, wanted);
    const facts = {
        ...(0,order/* orderOf */.m)(marker),
        parts: keyParts(fingerprint),
        milliseconds: Math.round(seconds * 1000),
        sizeBytes: checkpoint.sizeBytes,
        unique: site.randomHex(3),
    };
    const seal = site.markers.seal?.(formatEntryKey(prefix, facts));
    return formatEntryKey(prefix, { ...facts, ...(seal !== undefined && { seal }) });
}
/** Older entries of this shard and match in the job's own scope go, as far as the token may: each try costs a request. */
async function prune(site, key) {
    const { rest, memory } = site;
    for (const { id, key: older } of olderInList(site, key)) {
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
            site.entries?.drop(older);
    }
}

// EXTERNAL MODULE: ./lib/store/file-site.js
var file_site = __webpack_require__(6231);
// EXTERNAL MODULE: ./lib/store/work-manifest.js
var work_manifest = __webpack_require__(7100);
// EXTERNAL MODULE: ./lib/store/work-shelf.js
var work_shelf = __webpack_require__(4569);
// EXTERNAL MODULE: ./lib/store/work-snapshot.js
var work_snapshot = __webpack_require__(6970);
// EXTERNAL MODULE: ./lib/store/work-restore.js
var work_restore = __webpack_require__(3035);
;// CONCATENATED MODULE: ./lib/store/github/work-drop.js





const work_drop_MISS = { kind: "miss" };
const work_drop_REMOVED = { kind: "removed" };
/** Removes the snapshots of the job's own scope, and hides what it cannot remove or other scopes hold. */
async function dropWork(site, wanted) {
    const prefix = workPrefix({ name: site.name, shard: wanted.shard }, wanted.whole);
    if (isKnownToHaveNone(site, prefix))
        return work_drop_MISS;
    site.memory.heads.delete(prefix);
    const listed = await listGroup(site, prefix);
    const removed = listed === undefined ? await hideFound(site, prefix) : await removeListed(site, prefix, listed);
    if (removed.kind !== "unavailable")
        site.memory.noWork.add(prefix);
    return removed;
}
/** Every finished shard drops its work: no request for those of which the plan knows that they have none. */
function isKnownToHaveNone({ work, memory }, prefix) {
    if (work?.isLoaded() === true && memory.mayList)
        return work.group(prefix).length === 0;
    return memory.noWork.has(prefix);
}
/** The newest made first; `undefined` where GitHub's list cannot be asked. */
async function listGroup({ rest, memory }, prefix) {
    if (rest === undefined || !memory.mayList)
        return undefined;
    const listed = await rest.list(prefix);
    return listed.kind === "listed" ? listed.caches.toReversed() : undefined;
}
async function removeListed(site, prefix, caches) {
    const ours = caches.filter((cache) => isOurVersion(site, cache));
    const counting = countingOf(ours, site.scopes, (key) => parseWorkKey(key)?.kind === "dropped");
    const heads = counting.flat().filter(({ key }) => parseWorkKey(key)?.kind === "head");
    const left = [];
    for (const cache of caches) {
        if (cache.ref !== site.own || !(await remove(site, cache)))
            left.push(cache);
    }
    if (heads.length === 0)
        return work_drop_MISS;
    const isFound = heads.some((head) => left.includes(head));
    return isFound ? hide(site, prefix) : work_drop_REMOVED;
}
/** Removes all of a work in the job's own scope but these keys, as far as the token may. */
async function pruneWork(site, prefix, kept) {
    if (!site.prunes || !site.memory.mayDelete)
        return;
    for (const cache of (await listGroup(site, prefix)) ?? []) {
        if (cache.ref === site.own && !kept.has(cache.key))
            await remove(site, cache);
    }
}
async function remove(site, { id, key }) {
    const { rest, memory, work } = site;
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
async function hideFound(site, prefix) {
    if (site.service === undefined)
        return unavailable("there is no cache service here");
    const newest = await site.service.lookUp(headPrefix(prefix));
    if (newest.kind !== "found")
        return newest;
    return parseWorkKey(newest.key)?.kind === "head" ? hide(site, prefix) : work_drop_MISS;
}
async function hide(site, prefix) {
    const key = formatWorkKey({ kind: "dropped", prefix }, site.now(), site.randomHex(3));
    const trouble = await saveNote(site, key, "The work under this prefix counts no longer.\n");
    if (trouble !== undefined)
        return trouble;
    site.work?.add(key, site.own, versionHere(site));
    return work_drop_REMOVED;
}

;// CONCATENATED MODULE: ./lib/store/github/work-head.js





/** Without contents that the manifest names no more, and entries that hold none but those. */
function withoutUnnamed({ manifest, held, loads }) {
    const named = new Set(manifest.files.map(({ sha256 }) => sha256));
    const left = [...held].filter(([sha256]) => named.has(sha256));
    const used = new Set(left.map(([, key]) => key));
    const leftLoads = [...loads].filter(([key]) => used.has(key));
    return { manifest, held: new Map(left), loads: new Map(leftLoads) };
}
/** A head's text: the manifest's, and then the keys with their loads and the digests that count in each. */
function formatHead({ manifest, held, loads }) {
    const byKey = {};
    for (const [sha256, key] of held)
        (byKey[key] ??= { ...loads.get(key), digests: [] }).digests.push(sha256);
    return `${(0,work_manifest/* formatManifest */.L_)(manifest)}${JSON.stringify(byKey)}\n`;
}
/** Reads strictly; `undefined` for what is no head of this very work, or leaves a content's place open. */
function parseHead(text, wanted, prefix) {
    const [first = "", second = ""] = text.split("\n");
    const manifest = (0,work_manifest/* parseManifest */.Ng)(first, wanted);
    const byKey = (0,marker/* parseJson */.qF)(second);
    if (manifest === undefined || !(0,core_text/* isRecord */.u4)(byKey))
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
    const { digests, contents, bytes } = (0,core_text/* isRecord */.u4)(value) ? value : {};
    if (!Array.isArray(digests) || !isCount(contents) || !isCount(bytes))
        return undefined;
    return { contents, bytes, digests: digests.filter(digest/* isSha256 */._h) };
}
function isCount(value) {
    return (0,marker/* isAmount */.Pt)(value) && Number.isSafeInteger(value);
}

;// CONCATENATED MODULE: ./lib/store/github/work-fetch.js
















const work_fetch_MISS = { kind: "miss" };
const HIT = { kind: "hit" };
/** The contents in an entry of data, and the text in an entry of a head. */
const OBJECTS = "objects";
const HEAD_FILE = "head.json";
const ENTRIES_AT_ONCE = 4;
/** What an archive adds to its contents: folders and its end, and for each content a header and padding. */
const MOST_FRAME_BYTES = 64 * 1024;
/** GNU's tar takes 2 to 3 KiB with `--posix`; others add the attributes of their file system. */
const MOST_CONTENT_FRAME_BYTES = 8 * 1024;
const MOST_HEAD_BYTES = work_manifest/* MANIFEST_LIMIT_BYTES */.SC + MOST_FRAME_BYTES;
/**
 * Brings the newest snapshot, every file checked against its digest. One that is not whole any more is dropped: the
 * next snapshot would build upon it. @throws system errors.
 */
async function fetchWork(site, wanted, staging) {
    const { disk, service, name } = site;
    if (disk.exists(staging))
        return unavailable(`${staging}: something is there already`);
    if (service === undefined)
        return NO_SERVICE;
    const missing = toolTrouble(site.env);
    if (missing !== undefined)
        return unavailable(missing);
    const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
    const newest = await service.lookUp(headPrefix(prefix));
    if (newest.kind !== "found")
        return newest;
    const { key } = newest;
    return withFolders(site, (0,external_node_path_.dirname)(staging), async (folders) => {
        const fetched = await fetchHead(site, wanted, key, (0,external_node_path_.join)(folders.folder, "head"));
        if (fetched.kind === "unavailable" || fetched.kind === "miss")
            return fetched;
        const brought = fetched.kind === "head" ? await restoreHead(site, fetched.head, { folders, staging }) : work_fetch_MISS;
        if (brought.kind === "miss")
            await dropWork(site, wanted);
        if (brought.kind === "hit" && fetched.kind === "head") {
            site.memory.heads.set(prefix, { key, head: fetched.head });
        }
        return brought;
    });
}
/** Restores a head into a new folder, and reads it. A key that drops the work is a miss. */
async function fetchHead(site, wanted, key, folder) {
    const { disk, name } = site;
    const prefix = workPrefix({ name, shard: wanted.shard }, wanted.whole);
    if (key.startsWith(`${headPrefix(prefix)}x.`))
        return work_fetch_MISS;
    const got = await bring(site, key, { folder, sizeBytes: 0, mostBytes: MOST_HEAD_BYTES });
    if (got.kind !== "restored")
        return got;
    const entry = (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w);
    const isPlain = (disk.list(entry) ?? []).some((one) => one.name === HEAD_FILE && one.kind === "file");
    const text = isPlain ? disk.readText((0,external_node_path_.join)(entry, HEAD_FILE), work_manifest/* MANIFEST_LIMIT_BYTES */.SC) : undefined;
    const head = parseHead(text ?? "", wanted, prefix);
    return head === undefined ? { kind: "unreadable" } : { kind: "head", head };
}
async function restoreHead(site, { manifest, held, loads }, { folders, staging }) {
    const { disk, name, token, now, markers } = site;
    const objects = (0,external_node_path_.join)(folders.folder, OBJECTS);
    await disk.makeDirectory(objects);
    const keys = [...new Set(manifest.files.map(({ sha256 }) => held.get(sha256) ?? ""))];
    const got = await (0,parallel/* inParallel */.H)([...keys.entries()], ENTRIES_AT_ONCE, async ([place, key]) => {
        const folder = (0,external_node_path_.join)(folders.folder, `data-${place}`);
        const { contents, bytes } = loads.get(key) ?? { contents: 0, bytes: 0 };
        const mostBytes = bytes + contents * MOST_CONTENT_FRAME_BYTES + MOST_FRAME_BYTES;
        const restored = await bring(site, key, { folder, sizeBytes: bytes, mostBytes });
        if (restored.kind === "restored")
            await collectObjects(site, folder, objects);
        return restored;
    });
    const trouble = got.find(({ kind }) => kind === "unavailable");
    if (trouble?.kind === "unavailable")
        return trouble;
    const making = (0,file_site/* openSite */.c2)({
        disk,
        root: folders.folder,
        name,
        scope: undefined,
        token,
        now,
        markers,
    });
    const shelf = (0,work_shelf/* openShelf */.nS)(making, objects);
    const isWhole = manifest.files.every((file) => (0,work_shelf/* isOnShelf */.o1)(shelf, file.sha256, file.sizeBytes));
    if (isWhole && (await (0,work_restore/* restoreSnapshot */.n)(shelf, manifest, staging)))
        return HIT;
    await disk.removeTree(staging);
    return work_fetch_MISS;
}
/** Moves what is named like a content; whether it is one is checked when it is copied. */
async function collectObjects({ disk }, folder, objects) {
    const from = (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w, OBJECTS);
    if (!isPlainFolder(disk, (0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w)) || !isPlainFolder(disk, from))
        return;
    for (const { name, kind } of disk.list(from) ?? []) {
        if (kind === "file" && (0,digest/* isSha256 */._h)(name))
            await disk.rename((0,external_node_path_.join)(from, name), (0,external_node_path_.join)(objects, name));
    }
}
async function bring({ service, temporary, disk, token }, key, { folder, sizeBytes, mostBytes, }) {
    if (service === undefined)
        return NO_SERVICE;
    await (0,durable/* makeNewFolder */.Z9)(disk, folder);
    return withFolders({ temporary, disk, token }, (0,external_node_path_.dirname)(folder), async ({ scratch }) => {
        const got = await service.get({ key, folder, scratch, mostBytes }, sizeBytes);
        return got.kind === "damaged" ? { kind: "unreadable" } : got;
    });
}

;// CONCATENATED MODULE: ./lib/store/github/work.js

















const work_MISS = { kind: "miss" };
const work_HIT = { kind: "hit" };
/** One answer for each question, in order: a hit where a snapshot's head is there. */
async function findWork(site, wanted) {
    if (wanted.length === 0)
        return [];
    const trouble = readTrouble(site);
    if (trouble !== undefined)
        return wanted.map(() => trouble);
    const list = await listOf(site, site.work, wanted.length);
    if (list?.kind === "unavailable")
        return wanted.map(() => list);
    const prefixes = wanted.map((one) => work_prefixFor(site, one));
    if (list !== undefined) {
        return prefixes.map((prefix) => (headInList(site, list.catalogue, prefix) ? work_HIT : work_MISS));
    }
    const answers = await lookUpAll(site, prefixes.map(headPrefix), (key) => parseWorkKey(key)?.kind === "head" ? work_HIT : work_MISS);
    for (const [place, prefix] of prefixes.entries()) {
        if (answers[place]?.kind === "miss")
            site.memory.noWork.add(prefix);
    }
    return answers;
}
function work_prefixFor({ name }, { shard, whole }) {
    return workPrefix({ name, shard }, whole);
}
/** The newest head that counts, in the first scope that has one. */
function headInList(site, catalogue, prefix) {
    const group = catalogue.group(prefix).filter((known) => isOurVersion(site, known));
    return countingOf(group, site.scopes, isDropped)
        .flat()
        .find(({ key }) => parseWorkKey(key)?.kind === "head");
}
function isDropped(key) {
    return parseWorkKey(key)?.kind === "dropped";
}
/** Uploads what the newest snapshot does not hold, and then a head that names all. @throws system errors. */
async function saveWork(site, wanted, work) {
    const { disk, service } = site;
    if (disk.stat(work)?.kind !== "directory")
        return unavailable(`there is no work directory ${work}`);
    const closed = writeTrouble(site) ?? readTrouble(site);
    if (closed !== undefined || service === undefined)
        return closed ?? NO_SERVICE;
    const missing = toolTrouble(site.env);
    if (missing !== undefined)
        return unavailable(missing);
    const prefix = work_prefixFor(site, wanted);
    const newest = await service.lookUp(headPrefix(prefix));
    if (newest.kind === "unavailable")
        return newest;
    const key = newest.kind === "found" && !isDropped(newest.key) ? newest.key : undefined;
    return withFolders(site, (0,external_node_path_.dirname)(work), async (folders) => {
        const previous = key === undefined ? undefined : await previousHead(site, wanted, { key, folders });
        if (previous?.kind === "unavailable")
            return previous;
        const last = previous?.head;
        const taken = await take(site, wanted, { work, folders, last });
        if (last !== undefined && key !== undefined && (0,work_manifest/* isSameContent */.OI)(last.manifest, taken.manifest)) {
            return { kind: "exists", key };
        }
        return putSnapshot(site, service, { ...taken, prefix, folders, last });
    });
}
/** What the newest head says: remembered, or brought. One that cannot be read counts as none. */
async function previousHead(site, wanted, { key, folders }) {
    const known = site.memory.heads.get(work_prefixFor(site, wanted));
    if (known?.key === key)
        return { kind: "known", head: known.head };
    const fetched = await fetchHead(site, wanted, key, (0,external_node_path_.join)(folders.folder, "previous"));
    if (fetched.kind === "unavailable")
        return fetched;
    return { kind: "known", head: fetched.kind === "head" ? fetched.head : undefined };
}
/** A shelf in a temporary folder gets what the last snapshot's entries do not hold. */
async function take(site, wanted, { work, folders, last, }) {
    const { disk, name, token, now, markers } = site;
    const objects = (0,external_node_path_.join)(folders.folder, library/* ENTRY_FOLDER */.w, OBJECTS);
    await disk.makeDirectory((0,external_node_path_.dirname)(objects));
    await disk.makeDirectory(objects);
    const making = (0,file_site/* openSite */.c2)({
        disk,
        root: (0,external_node_path_.join)(folders.folder, "making"),
        name,
        scope: undefined,
        token,
        now,
        markers,
    });
    const elsewhere = new Map(last?.manifest.files.map(({ sha256, sizeBytes }) => [sha256, sizeBytes]));
    const shelf = { ...(0,work_shelf/* openShelf */.nS)(making, objects), elsewhere };
    const takenAtMs = now();
    const snapshot = await (0,work_snapshot/* takeSnapshot */.W)({ shelf, work, previous: last?.manifest });
    return { manifest: { ...snapshot, shard: wanted.shard, whole: wanted.whole, takenAtMs }, shelf };
}
/** Contents first: a head that is found names only what is there. */
async function putSnapshot(site, service, fresh) {
    const { prefix, folders, last, manifest, shelf } = fresh;
    const { disk } = site;
    const held = new Map(last?.held);
    const loads = new Map(last?.loads);
    if (shelf.names.size > 0) {
        const load = loadOf(shelf);
        const put = await putUnderNewKey(site, service, {
            folder: folders.folder,
            scratch: folders.scratch,
            sizeBytes: load.bytes,
            newKey: () => formatWorkKey({ kind: "data", prefix }, site.now(), site.randomHex(3)),
        });
        if (put.kind !== "saved")
            return put;
        site.work?.add(put.key, site.own, versionHere(site));
        for (const sha256 of shelf.names)
            held.set(sha256, put.key);
        loads.set(put.key, load);
    }
    const head = withoutUnnamed({ manifest, held, loads });
    const saved = await withFolders(site, site.temporary, async ({ folder, scratch }) => {
        await disk.makeDirectory((0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w));
        const text = formatHead(head);
        await disk.create((0,external_node_path_.join)(folder, library/* ENTRY_FOLDER */.w, HEAD_FILE), text);
        const newKey = () => formatWorkKey({ kind: "head", prefix }, site.now(), site.randomHex(3));
        return putUnderNewKey(site, service, { folder, scratch, sizeBytes: text.length, newKey });
    });
    if (saved.kind !== "saved")
        return saved;
    site.work?.add(saved.key, site.own, versionHere(site));
    site.memory.heads.set(prefix, { key: saved.key, head });
    site.memory.noWork.delete(prefix);
    await pruneWork(site, prefix, new Set([saved.key, ...head.held.values(), ...(last?.held.values() ?? [])]));
    return saved;
}
function loadOf({ site, folder, names }) {
    const sizes = [...names].map((name) => site.disk.stat((0,external_node_path_.join)(folder, name))?.sizeBytes ?? 0);
    return { contents: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

;// CONCATENATED MODULE: ./lib/store/github/github.js










/**
 * GitHub's cache as a store: one cache entry for each finished shard, whose key says all that a plan needs. The library
 * that talks to the cache service runs in helper processes, so that nothing of it can hang the job or reach its log;
 * they hold this process up only while something is asked of them, so that a store needs no closing.
 */
function githubStore(options) {
    const site = openSite(options);
    return {
        kind: "github",
        label: "github",
        find: (wanted) => each(wanted, () => findEntries(site, wanted)),
        fetch: (entry, staging) => guarded(() => fetchEntry(site, entry, staging)),
        save: (finished) => guarded(() => saveEntry(site, finished)),
        revoke: (entry) => guarded(() => revokeEntry(site, entry)),
        list: () => guarded(() => listEntries(site)),
        remove: (entry) => guarded(() => removeEntry(site, entry)),
        findWork: (wanted) => each(wanted, () => findWork(site, wanted)),
        saveWork: (wanted, work) => guarded(() => saveWork(site, wanted, work)),
        fetchWork: (wanted, staging) => guarded(() => fetchWork(site, wanted, staging)),
        dropWork: (wanted) => guarded(() => dropWork(site, wanted)),
    };
}
/** A store's trouble is an answer, whatever it is: it must never end a good run. */
async function guarded(act) {
    try {
        return await act();
    }
    catch (error) {
        return unavailable((0,problem/* describe */.q0)(error));
    }
}
async function each(wanted, act) {
    const answers = await guarded(act);
    return "kind" in answers ? wanted.map(() => answers) : answers;
}

;// CONCATENATED MODULE: ./lib/store/github/surroundings.js


const MODES = new Set(["none", "read", "write", "write-only"]);
/** `event` is the text of the file that GITHUB_EVENT_PATH names, `token` the one for GitHub's REST interface. */
function surroundingsOf(env, event, token) {
    const hasService = serviceUrl(env) !== undefined && isGiven(env["ACTIONS_RUNTIME_TOKEN"]);
    return {
        hasService,
        modes: modesOf(env),
        scopes: scopesOf(env, event),
        rest: restOf(env, hasService, token),
    };
}
/** The service that the library talks to: an Enterprise Server has the old one alone. */
function serviceUrl(env) {
    const { ACTIONS_RESULTS_URL: results, ACTIONS_CACHE_URL: cache } = env;
    const isNew = !isEnterpriseServer(env) && isGiven(env["ACTIONS_CACHE_SERVICE_V2"]);
    const url = isNew ? results : cache;
    return isGiven(url) ? url : undefined;
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
    const body = event === undefined ? undefined : (0,marker/* parseJson */.qF)(event);
    const repository = (0,core_text/* isRecord */.u4)(body) ? body["repository"] : undefined;
    const branch = (0,core_text/* isRecord */.u4)(repository) ? repository["default_branch"] : undefined;
    const scopes = [
        own,
        isGiven(base) ? `refs/heads/${base}` : undefined,
        typeof branch === "string" ? `refs/heads/${branch}` : undefined,
    ];
    return [...new Set(scopes.filter(isGiven))];
}
/**
 * The list is GitHub's: it says nothing of the cache service of another maker that a self-hosted runner may have been
 * pointed to. On a terminal there is no service, and the list alone is read.
 */
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

// EXTERNAL MODULE: ./lib/commands/event.js
var commands_event = __webpack_require__(6554);
// EXTERNAL MODULE: ./lib/commands/hand.js
var hand = __webpack_require__(5949);
;// CONCATENATED MODULE: ./lib/commands/github-store.js









/** GitHub's cache as this step can use it. @throws {UserError} where there is none. */
function openGithubStore(invocation, { name, looksOnly }) {
    const surroundings = surroundingsHere(invocation);
    if (!surroundings.hasService && !(looksOnly && surroundings.rest !== undefined)) {
        throw new problem/* UserError */.yo([reasonFor(invocation)]);
    }
    return makeStore(invocation, name, surroundings);
}
/** GitHub's cache where this step has a cache service; `undefined` where it has none. */
function openGithubStoreIfAny(invocation, name) {
    const surroundings = surroundingsHere(invocation);
    return surroundings.hasService ? makeStore(invocation, name, surroundings) : undefined;
}
/** Time for one answer of the REST interface. */
const github_store_REST_MS = 10_000;
/** The bytes in use and the limit of GitHub's cache, as far as this step's token may know them. */
async function knownRoom(invocation) {
    const { rest } = surroundingsHere(invocation);
    return rest === undefined ? {} : openRest(rest, invocation.env, github_store_REST_MS).usage();
}
function makeStore(invocation, name, found) {
    const { disk, env, home, now, randomHex, reporter } = invocation;
    const { token, markers } = (0,hand/* handOf */.v)(invocation, (0,processes/* thisProcess */.WF)());
    const { RUNNER_TEMP: temporary } = env;
    return githubStore({
        disk,
        name,
        env,
        helpers: openHelpers({ home, env }),
        surroundings: found,
        temporary: temporary === undefined || temporary === "" ? (0,external_node_os_.tmpdir)() : temporary,
        token: () => `${token()}-${randomHex(4)}`,
        randomHex,
        now,
        prunes: true,
        warn: reporter.warn,
        markers,
    });
}
function surroundingsHere(invocation) {
    const { env, inputs } = invocation;
    const { GH_TOKEN: own, GITHUB_TOKEN: runners } = env;
    const event = (0,commands_event/* eventText */.c)(invocation);
    const given = inputs.values["github-token"];
    const token = [given, own, runners].find((text) => typeof text === "string" && text !== "");
    return surroundingsOf(env, event, typeof token === "string" ? token : undefined);
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

/***/ 4417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ ENTRY_FOLDER)
/* harmony export */ });
/** An archive holds this one path, which enters the version of every entry. */
const ENTRY_FOLDER = "entry";


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ checkStaged)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9311);


/**
 * What was fetched against its marker: kind, number of files, bytes, and every byte's digest. Times and inodes are
 * another disk's and count for nothing. The cheap checks come first; only what passes them is read whole.
 * @throws where this disk cannot be read: that says nothing of the entry.
 */
function checkStaged(disk, staging, marker) {
    const why = findFault(disk, staging, marker);
    return why === undefined ? { kind: "good" } : { kind: "bad", why };
}
function findFault(disk, staging, { checkpoint }) {
    if (checkpoint.sha256 === undefined)
        return "its marker has no full digest";
    // Whatever a link leads to was not fetched.
    if (isLink(disk, staging))
        return "it is a link";
    const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .measure */ .xP)(disk, staging);
    if (found.kind === "absent")
        return "nothing was brought";
    if (found.kind === "refused")
        return found.why;
    const difference = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .findDifference */ .Hl)(checkpoint, found.measure);
    if (difference !== undefined)
        return difference;
    if ((0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .sampleOf */ .uV)(disk, staging) !== checkpoint.sample)
        return "its sample is not the marker's";
    const same = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(disk, staging) === checkpoint.sha256;
    return same ? undefined : "its SHA-256 is not the marker's";
}
function isLink(disk, path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return (disk.list((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path)) ?? []).some((one) => one.name === name && one.kind === "link");
}


/***/ })

};
