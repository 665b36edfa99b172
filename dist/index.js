import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 1916:
/***/ ((__unused_webpack_module, exports) => {

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


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 2760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  E: () => (/* binding */ define_define)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var digest = __nccwpck_require__(1257);
// EXTERNAL MODULE: ./lib/core/environment.js
var environment = __nccwpck_require__(4754);
// EXTERNAL MODULE: ./node_modules/valibot/dist/index.mjs
var dist = __nccwpck_require__(7934);
// EXTERNAL MODULE: ./lib/core/fields.js
var fields = __nccwpck_require__(5430);
// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __nccwpck_require__(6661);
// EXTERNAL MODULE: ./lib/core/status.js
var core_status = __nccwpck_require__(8261);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
;// CONCATENATED MODULE: ./lib/core/definition.js





/** Joins the layers into one definition. All problems come back together. */
function readDefinition(layers) {
    const problems = layers.flatMap((layer) => [...(layer.problems ?? []), ...unknownNames(layer)]);
    const values = {};
    for (const name of fields/* FIELD_NAMES */.Yr) {
        const layer = layers.find((candidate) => isGiven(candidate.values[name]));
        if (layer === undefined)
            continue;
        const read = readValue(name, layer.values[name]);
        if ("value" in read)
            values[name] = read.value;
        else
            problems.push(`${layer.label(name)} ${read.problem}`);
    }
    for (const name of ["shards", "checkpoint"]) {
        if (layers.every((layer) => !isGiven(layer.values[name]))) {
            problems.push(`${layers[0]?.label(name) ?? name} is required: ${fields/* FIELDS */.cJ[name].expected}.`);
        }
    }
    return problems.length > 0 ? { problems } : { definition: fillIn(values) };
}
/** Names of a layer that mean nothing, each with the nearest right one. */
function unknownNames(layer) {
    const others = layer.others ?? [];
    return Object.keys(layer.values)
        .filter((name) => !(0,fields/* isFieldName */.ac)(name) && !others.includes(name))
        .map((name) => `${layer.label(name)} is unknown.${(0,nearest/* didYouMean */.a)(name, [...fields/* FIELD_NAMES */.Yr, ...others])}`);
}
/** An empty text counts as not given: a workflow cannot leave an input out when it comes from an expression. */
function isGiven(value) {
    return value !== undefined && value !== null && value !== "";
}
function readValue(name, value) {
    const { schema, expected } = fields/* FIELDS */.cJ[name];
    const result = dist/* safeParse */.xLC(schema, value, { abortEarly: true });
    if (result.success)
        return { value: result.output };
    const path = placeOf(result.issues[0]);
    const place = path === undefined ? "" : ` (at ${path})`;
    return { problem: `must be ${expected}, got ${(0,core_text/* show */.WU)(value)}${place}.` };
}
/** Where in a value the fault lies; of several forms that a value may have, in the one that says so. */
function placeOf(issue) {
    return [issue, ...(issue.issues ?? [])]
        .map((candidate) => dist/* getDotPath */.BuJ(candidate) ?? undefined)
        .find((path) => path !== undefined);
}
function fillIn(values) {
    return { ...describing(values), ...running(values) };
}
function describing(given) {
    return {
        shards: given.shards ?? "",
        checkpoint: given.checkpoint ?? "",
        work: given.work,
        command: given.command,
        check: given.check,
        fingerprintText: given["fingerprint-text"] ?? "",
        fingerprintFiles: given["fingerprint-files"] ?? [],
        inputFingerprint: given["input-fingerprint"] ?? "content",
        rerunOn: given["rerun-on"] ?? ["input", "command", "files", "text"],
        name: given.name,
        store: given.store ?? "auto",
        validate: given.validate ?? "structure",
        adopt: given.adopt ?? true,
        status: given.status ?? core_status/* DEFAULT_STATUS_RULES */.vT,
    };
}
function running(given) {
    return {
        only: given.only,
        force: given.force,
        runPer: given["run-per"] ?? "shard",
        shell: given.shell ?? "bash",
        workingDirectory: given["working-directory"] ?? ".",
        parallel: given.parallel ?? "auto",
        retries: given.retries ?? 0,
        shardTimeoutMs: given["shard-timeout"],
        maxRuntimeMs: given["max-runtime"],
        stopGraceMs: given["stop-grace"] ?? 10_000,
        maxFailures: given["max-failures"],
        workEveryMs: given["work-every"] ?? 300_000,
        fetch: given.fetch ?? (given.only === undefined ? "all" : "none"),
        report: given.report,
        maxJobs: given["max-jobs"] ?? 256,
        jobTimeMs: given["job-time"] ?? 3_600_000,
        allowMissing: given["allow-missing"] ?? 0,
        finished: given.finished ?? "marked",
    };
}

// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __nccwpck_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
// EXTERNAL MODULE: ./lib/survey/cache.js
var cache = __nccwpck_require__(1276);
;// CONCATENATED MODULE: ./lib/commands/define.js








const CONFIG_NAMES = ["donemark.yml", "donemark.yaml"];
const CONFIG_LIMIT_BYTES = 1024 * 1024;
/**
 * Reads the definition: inputs, then a definition that `plan` handed on, then the config file, then what else holds for
 * this command.
 * @throws {UserError} with every problem at once; also where this command and the plan would name different shards.
 */
async function define_define(invocation, defaults = {}) {
    const { inputs, reporter, surface } = invocation;
    checkLengths(inputs);
    const planned = plannedLayer(inputs.values["definition"]);
    const config = await configLayer(invocation, planned !== undefined);
    const own = surface === "actions" ? withoutUnknown(inputs, reporter.warn) : inputs;
    const layers = [own, planned, config].filter((layer) => layer !== undefined);
    const result = readDefinition([...layers, { label: (name) => name, values: defaults }]);
    if ("problems" in result)
        throw new problem/* UserError */.yo(result.problems);
    const { definition } = result;
    if (planned !== undefined)
        await checkAgreement(definition, planned, layers);
    warnOfChangingText(invocation, definition);
    return { definition, layers };
}
/** The runner hands inputs over as environment strings; a command line has the same limit for an argument. */
const LONGEST_INPUT_BYTES = 128 * 1024;
function checkLengths({ values, label }) {
    const problems = Object.entries(values).flatMap(([name, value]) => {
        const bytes = typeof value === "string" ? Buffer.byteLength(value) : 0;
        if (bytes < LONGEST_INPUT_BYTES)
            return [];
        return [
            `${label(name)} has ${bytes} bytes, and an environment string holds 128 KiB at most. ${wayOut(name)}`,
        ];
    });
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
}
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
    const plan = readDefinition([planned]);
    if ("problems" in plan)
        throw new problem/* UserError */.yo(plan.problems);
    const { findDisagreements } = await __nccwpck_require__.e(/* import() */ 196).then(__nccwpck_require__.bind(__nccwpck_require__, 8815));
    const problems = findDisagreements(definition, plan.definition, layers);
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
}
/** In a workflow an unknown input is a warning: it may be meant for another version of the action. */
function withoutUnknown(inputs, warn) {
    const unknown = unknownNames(inputs);
    for (const problem of unknown)
        warn(problem);
    if (unknown.length === 0)
        return inputs;
    const others = Object.keys(inputs.values);
    return { ...inputs, others };
}
function plannedLayer(given) {
    if (typeof given !== "string" || given === "")
        return undefined;
    const values = (0,marker/* parseJson */.qF)(given);
    if (!(0,core_text/* isRecord */.u4)(values)) {
        throw new problem/* UserError */.yo([`definition must be the JSON that plan gave, got ${(0,core_text/* show */.WU)(given)}.`]);
    }
    return { label: (name) => `definition: ${name}`, values };
}
/** A plan's definition is whole: only a file that is named is read beside it, not whichever lies there. */
async function configLayer(invocation, isPlanned) {
    const { disk, inputs, workspace } = invocation;
    const given = inputs.values["config"];
    const named = typeof given === "string" && given !== "" ? given : undefined;
    const found = isPlanned
        ? undefined
        : CONFIG_NAMES.find((name) => disk.stat((0,external_node_path_.resolve)(workspace, name)) !== undefined);
    const file = named ?? found;
    if (file === undefined)
        return undefined;
    const text = readConfig(disk, (0,external_node_path_.resolve)(workspace, file), file);
    const label = (name) => `${(0,external_node_path_.basename)(file)}: ${name}`;
    return { label, values: await parseConfig(invocation, file, text), others: ["$schema"] };
}
/** A byte more than a config may have is read: of one that is too large, its beginning may be another definition. */
function readConfig(disk, path, file) {
    let text;
    try {
        text = disk.readText(path, CONFIG_LIMIT_BYTES + 1);
    }
    catch (error) {
        throw new problem/* UserError */.yo([`config ${(0,core_text/* show */.WU)(file)} cannot be read: ${(0,problem/* describe */.q0)(error)}`]);
    }
    if (text === undefined)
        throw new problem/* UserError */.yo([`config names ${(0,core_text/* show */.WU)(file)}, which is not there.`]);
    if (Buffer.byteLength(text) <= CONFIG_LIMIT_BYTES)
        return text;
    throw new problem/* UserError */.yo([
        `config ${(0,core_text/* show */.WU)(file)} has more than 1 MiB. A long list of shards goes into a file of its own: shards: "@list.jsonl"`,
    ]);
}
/**
 * A file that was read before is not parsed again: loading and running a YAML parser takes as long as all the rest. On a
 * terminal only: where jobs of different trust share a runner, a cache of commands would be a door.
 */
async function parseConfig(invocation, file, text) {
    const { disk, env } = invocation;
    if (env["GITHUB_ACTIONS"] === "true")
        return parseYaml(file, text);
    const folder = (0,cache/* cacheFolder */.nF)(env);
    const cached = (0,external_node_path_.join)(folder, `config-${(0,digest/* sha256 */.sc)(text).slice(0, 32)}.json`);
    const known = (0,marker/* parseJson */.qF)(disk.readText(cached, CONFIG_LIMIT_BYTES) ?? "");
    if ((0,core_text/* isRecord */.u4)(known))
        return known;
    const config = await parseYaml(file, text);
    await (0,cache/* writeCache */.aR)(disk, { folder, file: cached }, JSON.stringify(config));
    return config;
}
async function parseYaml(file, text) {
    const { isScalar, parseDocument, visit } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1196, 19));
    try {
        // The library compares each key with each other one, which takes minutes where there are many.
        const document = parseDocument(text, { uniqueKeys: false });
        for (const error of document.errors)
            throw error;
        visit(document, {
            Map: (_, { items }) => checkKeys(items.map(({ key }) => (isScalar(key) ? key.value : key))),
        });
        const value = document.toJS({ maxAliasCount: 100 });
        if (value === null)
            return {};
        // What refers to itself can be no definition: it could not be handed on.
        if ((0,core_text/* isRecord */.u4)(value) && JSON.stringify(value) !== "")
            return value;
    }
    catch (error) {
        throw new problem/* UserError */.yo([`${file} is not valid YAML: ${(0,problem/* describe */.q0)(error)}`]);
    }
    throw new problem/* UserError */.yo([`${file} must hold keys and values, such as "shards: inputs/*.fa".`]);
}
function checkKeys(keys) {
    const known = new Set();
    for (const key of keys) {
        if (known.has(key))
            throw new Error(`the key ${(0,core_text/* show */.WU)(key)} is given twice`);
        known.add(key);
    }
}
function warnOfChangingText({ env, reporter }, definition) {
    const text = `${definition.command ?? ""}\n${definition.fingerprintText}`;
    const names = (0,environment/* changingValuesIn */.TQ)(text, env);
    if (names.length === 0)
        return;
    reporter.warn(`The command or fingerprint-text contains the value of ${names.join(", ")}, which changes from run to run or from runner to runner: ` +
        "every shard would run again there. Write the variable's name in the command instead.");
}


/***/ }),

/***/ 9524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  B: () => (/* binding */ markersOf)
});

// EXTERNAL MODULE: ./lib/core/marker.js
var core_marker = __nccwpck_require__(5845);
// EXTERNAL MODULE: ./lib/core/node-crypto.js
var node_crypto = __nccwpck_require__(1709);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
;// CONCATENATED MODULE: ./lib/core/marker-form.js



const PLAIN_FORM = { format: core_marker/* formatMarker */.gJ, parse: core_marker/* parseMarker */.gY, seal: undefined };
const SEAL_DIGITS = 16;
/** With its fields in the order in which a reader has them: that is what is signed. */
function asRead(marker) {
    const parsed = (0,core_marker/* parseMarker */.gY)((0,core_marker/* formatMarker */.gJ)(marker));
    return parsed.kind === "full" ? parsed.marker : marker;
}
/** Each marker carries an HMAC-SHA256 over its own text; one without it, or with another, is corrupt. */
function signedForm(key) {
    const sign = (use, text) => (0,node_crypto/* nodeCrypto */.S)().createHmac("sha256", key).update(`${use}\n${text}`).digest("hex");
    const signatureOf = (marker) => sign("marker", (0,core_marker/* formatMarker */.gJ)(marker));
    return {
        format: (marker) => {
            const known = asRead(marker);
            return `${(0,core_marker/* formatMarker */.gJ)(known).trimEnd().slice(0, -1)},"signature":"${signatureOf(known)}"}\n`;
        },
        parse: (text) => {
            const parsed = (0,core_marker/* parseMarker */.gY)(text);
            if (parsed.kind === "corrupt")
                return parsed;
            const value = (0,core_marker/* parseJson */.qF)(text);
            const signature = (0,core_text/* isRecord */.u4)(value) ? value["signature"] : undefined;
            if (parsed.kind === "full" && signature === signatureOf(parsed.marker))
                return parsed;
            return { kind: "corrupt", why: "it is not signed with this marker-key" };
        },
        seal: (text) => sign("entry", text).slice(0, SEAL_DIGITS),
    };
}

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
;// CONCATENATED MODULE: ./lib/commands/markers.js


/** Shorter ones can be guessed. */
const SHORTEST_KEY = 16;
/**
 * How this call writes and reads markers: signed where a step has the input `marker-key`, or a command
 * `DONEMARK_MARKER_KEY`. Never a flag: every process of the machine could read it.
 * @throws {UserError} where the key is too short.
 */
function markersOf({ env, inputs }) {
    const given = inputs.values["marker-key"];
    const key = typeof given === "string" && given !== "" ? given : env["DONEMARK_MARKER_KEY"];
    if (key === undefined || key === "")
        return PLAIN_FORM;
    if (key.length >= SHORTEST_KEY)
        return signedForm(key);
    throw new problem/* UserError */.yo([
        `marker-key must have at least ${SHORTEST_KEY} characters, got ${key.length}: \`openssl rand -hex 32\` makes one.`,
    ]);
}


/***/ }),

/***/ 3855:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  f1: () => (/* binding */ chooseShards),
  D_: () => (/* binding */ exitOfPlan),
  Iv: () => (/* binding */ openJob)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __nccwpck_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
// EXTERNAL MODULE: ./lib/core/select.js
var core_select = __nccwpck_require__(5519);
// EXTERNAL MODULE: ./lib/core/start-record.js
var start_record = __nccwpck_require__(5469);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
;// CONCATENATED MODULE: ./lib/store/none.js
const MISS = { kind: "miss" };
const NOWHERE = {
    kind: "unavailable",
    cause: "no store is set: the disk itself keeps the checkpoints",
};
/** No store: what lies on this disk is all there is. */
const noStore = {
    kind: "none",
    label: "none",
    find: (wanted) => Promise.resolve(wanted.map(() => MISS)),
    fetch: () => Promise.resolve(MISS),
    save: () => Promise.resolve(NOWHERE),
    revoke: () => Promise.resolve(MISS),
    list: () => Promise.resolve({ kind: "listed", entries: [] }),
    remove: () => Promise.resolve(MISS),
    findWork: (wanted) => Promise.resolve(wanted.map(() => MISS)),
    saveWork: () => Promise.resolve(NOWHERE),
    fetchWork: () => Promise.resolve(MISS),
    dropWork: () => Promise.resolve(MISS),
};

// EXTERNAL MODULE: ./lib/survey/expand.js + 2 modules
var expand = __nccwpck_require__(4111);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var core_digest = __nccwpck_require__(1257);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var fingerprint = __nccwpck_require__(1595);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __nccwpck_require__(9311);
;// CONCATENATED MODULE: ./lib/survey/fingerprints.js






/** @throws {UserError} for a pattern of `fingerprint-files` that matches nothing. */
async function openFingerprints(sources, definition, counted) {
    const files = await filesOf(sources, definition.fingerprintFiles);
    const shared = {
        command: commandOf(definition),
        files: { digest: (0,fingerprint/* filesPart */.bf)(files) },
        text: { digest: (0,fingerprint/* textPart */.Xo)(definition.fingerprintText) },
        listedFiles: (0,fingerprint/* listFiles */.CS)(files),
    };
    const mode = definition.inputFingerprint;
    const problems = [];
    const input = inputReader(sources, mode, problems);
    return {
        of: (shard) => ({ input: input(shard, counted), ...shared }),
        basis: (0,core_digest/* sha256 */.sc)(JSON.stringify([mode, counted, shared.command, shared.files, shared.text])),
        changeSince: (shard, before) => {
            const { rerunOn } = definition;
            const isOther = ({ path, fact }) => contentNow(sources, path) !== fact;
            const file = rerunOn.includes("files") ? files.find(isOther) : undefined;
            if (file !== undefined)
                return `the file ${(0,core_text/* show */.WU)(file.path)} has changed`;
            if (!rerunOn.includes("input"))
                return undefined;
            const value = input(shard, counted);
            const was = before.input;
            const isSame = "digest" in value && "digest" in was && value.digest === was.digest;
            return isSame || ("unknown" in value && "unknown" in was)
                ? undefined
                : "its input has changed";
        },
        check: () => {
            if (problems.length > 0)
                throw new problem/* UserError */.yo(problems);
        },
    };
}
/** The fingerprint of every shard, in the order of the shards. */
async function fingerprintAll(sources, definition, expanded) {
    const fingerprints = await openFingerprints(sources, definition, expanded.counted);
    const all = expanded.shards.map(fingerprints.of);
    fingerprints.check();
    return all;
}
function commandOf(definition) {
    const { command, shell, workingDirectory } = definition;
    if (command === undefined)
        return { unknown: "no command is given" };
    const facts = { text: command, shell, workingDirectory: external_node_path_.posix.normalize(`${workingDirectory}/`) };
    return { digest: (0,fingerprint/* commandPart */.FN)(facts) };
}
/** @throws {UserError} for a pattern that matches nothing: a forgotten file would make every later skip wrong. */
async function filesOf(sources, patterns) {
    if (patterns.length === 0)
        return [];
    const { findFingerprintFiles } = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(377), __nccwpck_require__.e(388)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8388));
    const paths = await findFingerprintFiles(sources, patterns);
    return paths.map((path) => ({
        path: relativeTo(sources.workspace, path),
        fact: contentOf(sources, path),
    }));
}
function contentOf({ disk, hashes }, path) {
    const stat = disk.stat(path);
    if (stat === undefined)
        throw new problem/* UserError */.yo([`fingerprint-files: ${(0,core_text/* show */.WU)(path)} vanished while it was read.`]);
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
function inputReader(sources, mode, problems) {
    return (shard, counted) => {
        if (counted !== undefined)
            return { digest: (0,fingerprint/* countPart */.j$)(counted, shard.index) };
        const facts = [];
        for (const input of shard.inputs) {
            const fact = factOf(sources, mode, input);
            if ("unknown" in fact)
                return fact;
            if ("mismatch" in fact) {
                problems.push(`Shard ${(0,core_text/* show */.WU)(shard.id)}: ${fact.mismatch}`);
                return { unknown: fact.mismatch };
            }
            facts.push(fact);
        }
        return { digest: (0,fingerprint/* inputPart */.sG)(mode, facts) };
    };
}
/** Size and time; of a folder those of every file in it, which its own do not show. */
function statOf(disk, path, stat) {
    const found = stat.kind === "directory" ? (0,measure/* measure */.xP)(disk, path) : undefined;
    if (found === undefined)
        return `${stat.sizeBytes} ${stat.mtimeNs}`;
    if (found.kind === "measured")
        return `${found.measure.sizeBytes} ${found.measure.tree ?? ""}`;
    throw new Error(found.kind === "refused" ? found.why : "it vanished");
}
/** A given digest stands for an input that is not here; one that is here must agree with it. */
function factOf(sources, mode, input) {
    const { disk, workspace, hashes } = sources;
    if (mode === "name")
        return { path: input.path, fact: input.sha256 ?? "" };
    const path = (0,external_node_path_.resolve)(workspace, input.path);
    const stat = input.path === "" ? undefined : disk.stat(path);
    if (stat === undefined || stat.kind === "other") {
        if (input.sha256 !== undefined && mode === "content")
            return { path: input.path, fact: input.sha256 };
        return { unknown: `the input ${(0,core_text/* show */.WU)(input.path)} is not there` };
    }
    try {
        if (mode === "stat")
            return { path: input.path, fact: statOf(disk, path, stat) };
        const fact = hashes.hash(path, stat);
        if (input.sha256 === undefined || input.sha256 === fact)
            return { path: input.path, fact };
        return {
            mismatch: `the input ${(0,core_text/* show */.WU)(input.path)} has the SHA-256 ${fact}, but the list says ${input.sha256}.`,
        };
    }
    catch (error) {
        return { unknown: `the input ${(0,core_text/* show */.WU)(input.path)} cannot be read: ${(0,problem/* describe */.q0)(error)}` };
    }
}

// EXTERNAL MODULE: ./lib/survey/globs.js
var globs = __nccwpck_require__(4885);
// EXTERNAL MODULE: ./lib/survey/cache.js
var cache = __nccwpck_require__(1276);
;// CONCATENATED MODULE: ./lib/survey/hash-cache.js





const FORM = "donemark-hashes-1";
const LIMIT_BYTES = 512 * 1024 * 1024;
const POINTER_LIMIT_BYTES = 1024;
/** Opens the cache of one workspace. */
function openHashCache(disk, folder, workspace) {
    const file = (0,external_node_path_.join)(folder, `hashes-${(0,core_digest/* sha256 */.sc)(workspace).slice(0, 16)}.json`);
    let loaded;
    const read = () => (loaded ??= load(disk, file));
    const fresh = new Map();
    return {
        hash: (path, stat) => {
            // A folder's own size and times do not show what happens in it.
            if (stat.kind === "directory")
                return (0,measure/* digestOf */.ol)(disk, path);
            const entry = fresh.get(path) ?? read().get(path);
            if (entry !== undefined && isUnchanged(entry, stat))
                return entry[4];
            const hash = hashContent(disk, path, stat);
            fresh.set(path, [stat.sizeBytes, stat.mtimeNs, stat.ctimeNs, stat.inode, hash]);
            return hash;
        },
        save: async (nowMs) => {
            const settled = [...fresh].filter(([, entry]) => (0,cache/* isSettled */.Is)(Number(entry[2]) / 1e6, nowMs));
            if (settled.length === 0)
                return;
            const all = [...read()].filter(([path]) => !fresh.has(path)).concat(settled);
            await (0,cache/* writeCache */.aR)(disk, { folder, file }, JSON.stringify([FORM, ...all.map(([path, e]) => [path, ...e])]));
        },
    };
}
function isUnchanged(entry, stat) {
    const [size, mtimeNs, ctimeNs, inode] = entry;
    return (size === stat.sizeBytes &&
        mtimeNs === stat.mtimeNs &&
        ctimeNs === stat.ctimeNs &&
        inode === stat.inode);
}
function hashContent(disk, path, stat) {
    if (stat.sizeBytes < POINTER_LIMIT_BYTES) {
        const pointed = readPointer(disk.readText(path, POINTER_LIMIT_BYTES) ?? "");
        if (pointed !== undefined)
            return pointed;
    }
    return (0,measure/* digestOf */.ol)(disk, path);
}
/** The object that a Git LFS pointer names (git-lfs/docs/spec.md: `version` line first, `oid sha256:…`). */
function readPointer(text) {
    if (!text.startsWith("version https://git-lfs.github.com/spec/"))
        return undefined;
    return /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1];
}
function load(disk, file) {
    const text = disk.readText(file, LIMIT_BYTES);
    const value = text === undefined ? undefined : (0,marker/* parseJson */.qF)(text);
    const known = new Map();
    if (!Array.isArray(value) || value[0] !== FORM)
        return known;
    for (const row of value.slice(1)) {
        if (!isRow(row))
            continue;
        const [path, ...entry] = row;
        known.set(path, entry);
    }
    return known;
}
function isRow(row) {
    return (Array.isArray(row) &&
        row.length === 6 &&
        typeof row[0] === "string" &&
        typeof row[1] === "number" &&
        (0,core_digest/* isSha256 */._h)(row[5]));
}

;// CONCATENATED MODULE: ./lib/survey/proofs.js




const proofs_FORM = "donemark-proofs-3";
const proofs_LIMIT_BYTES = 256 * 1024 * 1024;
/** Opens the proofs of one workspace. `rules` are the settings that a proof depends on. */
function openProofs(disk, place, rules) {
    const file = (0,external_node_path_.join)(place.folder, `proofs-${(0,core_digest/* sha256 */.sc)(place.workspace).slice(0, 16)}.json`);
    const known = proofs_load(disk, file);
    const fresh = new Map();
    const looked = new Map();
    const digestOf = digestWriter(rules);
    return {
        recall: (task, isThere) => {
            const { started, checkpoint } = task.places;
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
        },
        note: (task, seconds) => {
            // Stamps of before the look: what another process puts there meanwhile must not pass for what was seen.
            const stamps = looked.get(task);
            if (stamps === undefined)
                return;
            const { checkpoint } = task.places;
            fresh.set(checkpoint, [
                checkpoint,
                digestOf(task),
                seconds,
                task.shard.id,
                inputsOf(task),
                stamps,
            ]);
        },
        save: (nowMs) => save(disk, { folder: place.folder, file }, { known, fresh, nowMs }),
    };
}
async function save(disk, place, { known, fresh, nowMs }) {
    const settled = [...fresh].filter(([, row]) => isOld(row[5], nowMs));
    if (settled.length === 0)
        return;
    for (const [path, row] of settled)
        known.set(path, row);
    await (0,cache/* writeCache */.aR)(disk, place, JSON.stringify([proofs_FORM, ...known.values()]));
}
function digestWriter(rules) {
    const digests = new Map();
    return ({ basis }) => {
        const known = digests.get(basis);
        if (known !== undefined)
            return known;
        const digest = (0,core_digest/* sha256 */.sc)(`${rules}\n${basis}`).slice(0, 16);
        digests.set(basis, digest);
        return digest;
    };
}
function inputsOf({ shard }) {
    return [
        ...shard.inputs.map(({ path }) => path),
        ...shard.inputs.map((input) => input.sha256 ?? ""),
    ];
}
/** Is it the same question: rules, shard, inputs? */
function isAbout([, digest, , id, inputs], { shard }, wanted) {
    const amount = shard.inputs.length;
    if (digest !== wanted || id !== shard.id || inputs.length !== 2 * amount)
        return false;
    return shard.inputs.every((input, place) => input.path === inputs[place] && (input.sha256 ?? "") === inputs[amount + place]);
}
/** Marker and checkpoint first, then the inputs, in order. */
function pathsOf({ places, inputs }) {
    return [places.marker, places.checkpoint, ...inputs];
}
function stampsOf(disk, task) {
    const stamps = [];
    for (const path of pathsOf(task)) {
        const stamp = disk.stamp(path);
        if (stamp === undefined)
            return undefined;
        stamps.push(...stamp);
    }
    return stamps;
}
function holds(disk, task, stamps) {
    const paths = pathsOf(task);
    return (stamps.length === STAMP_LENGTH * paths.length &&
        paths.every((path, place) => isSameStamp(disk.stamp(path), stamps, place * STAMP_LENGTH)));
}
const STAMP_LENGTH = 4;
function isSameStamp(stamp, stamps, at) {
    return (stamp !== undefined &&
        stamps[at] === stamp[0] &&
        stamps[at + 1] === stamp[1] &&
        stamps[at + 2] === stamp[2] &&
        stamps[at + 3] === stamp[3]);
}
/** Is every file of a proof old enough to be told apart from a later one? */
function isOld(stamps, nowMs) {
    for (let place = 2; place < stamps.length; place += 4) {
        if (!(0,cache/* isSettled */.Is)(stamps[place] ?? nowMs, nowMs))
            return false;
    }
    return true;
}
function proofs_load(disk, file) {
    const text = disk.readText(file, proofs_LIMIT_BYTES);
    const value = text === undefined ? undefined : (0,marker/* parseJson */.qF)(text);
    const known = new Map();
    if (!Array.isArray(value) || value[0] !== proofs_FORM)
        return known;
    for (const row of value.slice(1)) {
        if (!proofs_isRow(row))
            continue;
        known.set(row[0], row);
    }
    return known;
}
function proofs_isRow(row) {
    return (Array.isArray(row) &&
        row.length === 6 &&
        typeof row[0] === "string" &&
        typeof row[2] === "number" &&
        Array.isArray(row[4]) &&
        Array.isArray(row[5]));
}

// EXTERNAL MODULE: ./lib/survey/survey.js + 3 modules
var survey = __nccwpck_require__(2064);
// EXTERNAL MODULE: ./lib/commands/define.js + 1 modules
var commands_define = __nccwpck_require__(2760);
// EXTERNAL MODULE: ./lib/commands/markers.js + 1 modules
var commands_markers = __nccwpck_require__(9524);
;// CONCATENATED MODULE: ./lib/commands/silence.js

/** Says once for each cause that a store did not answer: its shards count as not done, whatever it has. */
function warnOfSilence({ reporter }, store, verdicts) {
    const shards = new Map();
    for (const { silence } of verdicts)
        if (silence !== undefined)
            shards.set(silence, (shards.get(silence) ?? 0) + 1);
    for (const [cause, amount] of shards) {
        const whose = amount === verdicts.length ? "" : ` about ${(0,core_text/* count */.U9)(amount, "shard")}`;
        reporter.warn(`${store.label} did not answer${whose}, so that what it has counts as not done: ${cause}`);
    }
}

;// CONCATENATED MODULE: ./lib/commands/open.js


















/** Reads the definition, finds the shards and decides for each. Changes nothing but the cache of hashes. */
async function openJob(invocation, rules) {
    const markers = (0,commands_markers/* markersOf */.B)(invocation);
    const defined = withoutAdoption(await (0,commands_define/* define */.E)(invocation, rules.defaults), markers);
    const { definition } = defined;
    checkCommand(definition, rules);
    const { disk, workspace, env, now } = invocation;
    // What changes after this moment must not be remembered as it was.
    const beginMs = now();
    const expanded = await (0,expand/* expandShards */.a)(disk, workspace, definition);
    const chosen = await chooseShards(invocation, definition, expanded.shards);
    const hashes = openHashCache(disk, (0,cache/* cacheFolder */.nF)(env), workspace);
    const prints = await openFingerprints({ disk, workspace, hashes }, definition, expanded.counted);
    const by = authorOf(invocation);
    const store = await openStore(invocation, definition, rules);
    if (rules.shared !== undefined)
        checkShared(store, rules.shared);
    const tasks = (0,survey/* tasksOf */.a4)({ workspace, definition, store }, chosen.shards, prints);
    const { forced } = chosen;
    const context = contextOf(invocation, { definition, store, markers, forced, by });
    const verdicts = await (0,survey/* survey */.Fr)(context, tasks);
    prints.check();
    warnOfSilence(invocation, store, verdicts);
    await hashes.save(beginMs);
    await context.proofs?.save(beginMs);
    return {
        ...defined,
        store,
        all: expanded.shards,
        tasks,
        verdicts,
        by,
        context,
        fingerprints: prints,
    };
}
/** Where all that counts is signed, nobody has signed an old marker, nor what a checkpoint says of itself. */
function withoutAdoption(defined, { seal }) {
    if (seal === undefined)
        return defined;
    return { ...defined, definition: { ...defined.definition, adopt: false } };
}
function contextOf(invocation, { by, ...given }) {
    const proofs = proofsFor(invocation, given);
    return {
        disk: invocation.disk,
        ...given,
        ...(by.run !== undefined && { run: by.run }),
        ...(proofs !== undefined && { proofs }),
    };
}
/**
 * With a store every marker is read: what is not in the store yet is saved from it. `deep` recalls nothing, nor does a
 * key: proofs are not signed.
 */
function proofsFor({ disk, workspace, env }, { definition, store, markers }) {
    const { validate, status, rerunOn } = definition;
    if (store.kind !== "none" || validate === "deep" || markers.seal !== undefined)
        return undefined;
    const rules = JSON.stringify([validate, status, rerunOn]);
    return openProofs(disk, { folder: (0,cache/* cacheFolder */.nF)(env), workspace }, rules);
}
function checkCommand({ command, rerunOn }, { runs }) {
    if (command !== undefined)
        return;
    if (runs)
        throw new problem/* UserError */.yo(["command is required: the command that makes one shard's checkpoint."]);
    if (!rerunOn.includes("command"))
        return;
    throw new problem/* UserError */.yo([
        "command is not given, but rerun-on names it: without it no finished shard can be told from an outdated one. " +
            "Give the command here too (best in a config file that every surface reads), hand on plan's definition, " +
            'or leave it out of the comparison with rerun-on "input,files,text".',
    ]);
}
/** @throws {UserError} where each job would see its own disk alone. */
function checkShared({ kind }, word) {
    if (kind !== "none")
        return;
    throw new problem/* UserError */.yo([
        `${word} needs a store that all jobs share, and here is none: finished shards stay on the disk of the runner that made them. ` +
            "Set store to github (where the runner has a cache service) or to file:<folder> on a disk that all runners see.",
    ]);
}
/** @throws {UserError} where `only` or `force` names nothing. */
async function chooseShards(invocation, definition, all) {
    if (definition.only === undefined && definition.force === undefined) {
        return { shards: all, forced: new Set() };
    }
    const problems = [];
    const failed = failedShards(invocation, definition, all);
    const from = { ids: all.map(({ id }) => id), failed, globMatcher: await (0,globs/* idMatcher */.SR)() };
    const choose = (label, selectors) => {
        if (selectors === undefined)
            return undefined;
        const result = (0,core_select/* select */.Lt)(label, selectors, from);
        if (!("problems" in result))
            return result;
        problems.push(...result.problems);
        return undefined;
    };
    const only = choose("only", definition.only);
    const forced = choose("force", definition.force) ?? new Set();
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
    return { shards: only === undefined ? all : all.filter(({ id }) => only.has(id)), forced };
}
/** Ids whose start record says that they failed; looked up only where something asks for them. */
function failedShards({ disk, workspace }, { only, force }, all) {
    const isAsked = [...(only ?? []), ...(force ?? [])].some(({ kind }) => kind === "failed");
    if (!isAsked)
        return new Set();
    const failed = all.filter(({ checkpoint }) => {
        const text = disk.readText((0,external_node_path_.resolve)(workspace, checkpoint) + marker/* STARTED_SUFFIX */.ad, 64 * 1024);
        return text !== undefined && (0,start_record/* parseStartRecord */.JI)(text)?.failure !== undefined;
    });
    return new Set(failed.map(({ id }) => id));
}
function authorOf({ env }) {
    const { GITHUB_RUN_ID: run, GITHUB_RUN_ATTEMPT: attempt, GITHUB_REF: ref } = env;
    return {
        ...(run !== undefined && run !== "" && { run }),
        ...(attempt !== undefined && /^\d+$/.test(attempt) && { attempt: Number(attempt) }),
        ...(ref !== undefined && ref !== "" && { ref }),
        host: (0,external_node_os_.hostname)(),
    };
}
async function openStore(invocation, definition, { runs, brings = false }) {
    const { store, fetch } = definition;
    const name = storeName(invocation, definition);
    if (store === "none")
        return noStore;
    if (store === "auto")
        return autoStore(invocation, name);
    if (store === "github") {
        const { openGithubStore } = await Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(139)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5139));
        return openGithubStore(invocation, { name, looksOnly: !runs && !(brings && fetch !== "none") });
    }
    if (!store.startsWith("file:")) {
        throw new problem/* UserError */.yo([
            `store ${(0,core_text/* show */.WU)(store)} is not available in this version: use none, github or file:<folder>.`,
        ]);
    }
    const { openFileStore } = await Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(709)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9709));
    return openFileStore(invocation, name, store.slice("file:".length));
}
/** In a workflow GitHub's cache where the runner has it, on a terminal the disk itself. */
async function autoStore(invocation, name) {
    if (invocation.surface !== "actions")
        return noStore;
    const { openGithubStoreIfAny } = await Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(139)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5139));
    const found = openGithubStoreIfAny(invocation, name);
    if (found !== undefined)
        return found;
    invocation.reporter.warn("store is auto, and this runner has no cache service: checkpoints and markers stay on this runner. " +
        'Set store to "none" if that is meant, or to "file:<folder>" on a disk that the runners share.');
    return noStore;
}
/** The same on every machine: the name given, or the repository and the checkpoint's template. */
function storeName({ env }, { name, checkpoint }) {
    if (name !== undefined)
        return name;
    const repository = env["GITHUB_REPOSITORY"] ?? "";
    return `${repository} ${checkpoint}`.trim();
}
/** The exit code of a plan or a status: blocked shards are a checkpoint problem. */
function exitOfPlan(verdicts) {
    return verdicts.some(({ kind }) => kind === "blocked") ? problem/* EXIT */.dc.checkpoint : problem/* EXIT */.dc.done;
}


/***/ }),

/***/ 9187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ plan),
  h: () => (/* binding */ plan_status)
});

// EXTERNAL MODULE: ./lib/core/answers.js
var answers = __nccwpck_require__(9960);
// EXTERNAL MODULE: ./lib/core/fields.js
var fields = __nccwpck_require__(5430);
// EXTERNAL MODULE: ./lib/core/select.js
var core_select = __nccwpck_require__(5519);
;// CONCATENATED MODULE: ./lib/core/pack-ranges.js

/**
 * Gives each job a stretch of the sorted ids, about equally long: as ranges, which leave out only what a job may not be
 * given.
 */
function packRanges(lengths, jobs, { all, mayHold }) {
    const digest = (0,core_select/* digestOfIds */.gu)(all);
    return stretch(lengths, jobs).map((indexes) => {
        const ranges = joinRuns(indexes, mayHold);
        return JSON.stringify(ranges.map(([first, last]) => (0,core_select/* formatRange */.Lu)({ from: first + 1, to: last + 1, digest })));
    });
}
/** The ranges that name exactly the shards at these places of all ids, in rising order. */
function exactRanges(indexes, all) {
    const digest = (0,core_select/* digestOfIds */.gu)(all);
    const runs = joinRuns(indexes, () => false);
    return runs.map(([first, last]) => (0,core_select/* formatRange */.Lu)({ from: first + 1, to: last + 1, digest }));
}
/** Cuts the shards, in their order, where the sum of lengths passes the next job's share. */
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
/** First and last index of each run; a gap that holds nothing but what the job may be given joins two runs. */
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

// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
;// CONCATENATED MODULE: ./lib/core/pack.js



/** GitHub refuses a matrix of more jobs. */
const MOST_JOBS = 256;
/** An environment string holds 128 KiB on Linux, and `only` reaches its step as one. */
const MOST_ONLY_BYTES = 100_000;
/**
 * Packs what remains into jobs of about `job-time`, longest first onto the job that is shortest so far, and never into
 * more than a matrix holds. Lengths nobody knows are guessed from those known by the size of the inputs; where none is
 * known, the shards are spread over as many jobs as allowed. Where lists of ids would be too long, each job has ranges
 * over the sorted ids. With nothing left there is one entry with `only: none`.
 * @throws {UserError} where no form is short enough.
 */
function pack(remaining, timed, rules) {
    if (remaining.length === 0)
        return [{ job: "1 of 1", only: "none" }];
    const lengths = guessLengths(remaining, timed);
    const jobs = countJobs(lengths, rules);
    const lists = entriesOf(packLists(lengths, jobs));
    if (fits(lists, rules))
        return lists;
    const ranges = entriesOf(packRanges(lengths, jobs, rules));
    if (fits(ranges, rules))
        return ranges;
    throw new problem/* UserError */.yo([
        `The matrix of ${remaining.length} shards is longer than a workflow's outputs may be: \`only\` leaves too many gaps in the list of shards. ` +
            "Name fewer shards, or more of those that lie beside each other.",
    ]);
}
/** Is the matrix short enough for outputs, and each `only` for an environment string? */
function fits(entries, { mostBytes }) {
    return (entries.every(({ only }) => bytesOf(only) < MOST_ONLY_BYTES) &&
        bytesOf(JSON.stringify({ include: entries })) <= mostBytes);
}
/** Bytes of a text in UTF-8. */
function bytesOf(text) {
    return new TextEncoder().encode(text).length;
}
/** Numbers the jobs. */
function entriesOf(onlys) {
    const width = String(onlys.length).length;
    return onlys.map((only, place) => ({
        job: `${String(place + 1).padStart(width, "0")} of ${onlys.length}`,
        only,
    }));
}
function packLists(lengths, jobs) {
    const bins = Array.from({ length: jobs }, () => ({ amount: 0, shards: new Array() }));
    const longestFirst = lengths.toSorted((a, b) => b.amount - a.amount || (0,core_text/* compareText */.n6)(a.shard.id, b.shard.id));
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
function countJobs(lengths, { maxJobs, jobTimeMs, parallel }) {
    const most = Math.min(maxJobs, MOST_JOBS, lengths.length);
    if (lengths.some(({ isTime }) => !isTime))
        return most;
    const total = lengths.reduce((sum, { amount }) => sum + amount, 0);
    return Math.min(most, Math.max(1, Math.ceil((total * 1000) / (jobTimeMs * parallel))));
}
function failedLast(shards) {
    return [...shards.filter(({ failed }) => !failed), ...shards.filter(({ failed }) => failed)];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/commands/open.js + 5 modules
var commands_open = __nccwpck_require__(3855);
// EXTERNAL MODULE: ./lib/core/quota.js
var quota = __nccwpck_require__(9471);
;// CONCATENATED MODULE: ./lib/commands/room.js

/** Warns before anything runs if what remains is not going to fit beside what is finished into GitHub's cache. */
async function warnOfRoom(invocation, { store, verdicts }) {
    if (store.kind !== "github")
        return;
    const sizes = verdicts.map(knownSize).filter((bytes) => bytes > 0);
    const here = sizes.reduce((sum, bytes) => sum + bytes, 0);
    const remaining = verdicts.filter(({ kind }) => kind === "run" || kind === "resume").length;
    const coming = (0,quota/* expectedBytes */.uc)(remaining, here, sizes.length);
    if (coming === 0)
        return;
    const { knownRoom } = await Promise.all(/* import() */[__nccwpck_require__.e(574), __nccwpck_require__.e(139)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5139));
    const { usedBytes = 0, limitBytes = quota/* DEFAULT_LIMIT_BYTES */.Qm } = await knownRoom(invocation);
    const warning = (0,quota/* quotaWarning */.BY)({ usedBytes: Math.max(here, usedBytes), limitBytes }, coming);
    if (warning !== undefined)
        invocation.reporter.warn(warning);
}
function knownSize({ kind, entry, observed }) {
    if (kind !== "skip")
        return 0;
    return entry?.sizeBytes ?? observed.full?.checkpoint.sizeBytes ?? 0;
}

;// CONCATENATED MODULE: ./lib/commands/plan.js








/** All outputs of a plan in a workflow; GitHub counts two bytes for a character and allows 1 MiB. */
const MOST_OUTPUT_BYTES = 400_000;
/** A definition reaches the other jobs as an environment string, which holds 128 KiB. */
const MOST_DEFINITION_BYTES = 100_000;
/** Lengths are guessed from so many finished shards: looking at the inputs of all would take as long as the rest. */
const MOST_TIMED = 500;
/** Decides for every shard and packs what remains into jobs. Changes nothing on disk but the cache of hashes and the record of bad checkpoints. */
async function plan(invocation) {
    const isStep = invocation.surface === "actions";
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false, ...(isStep && { shared: "plan" }) });
    const { recordBadMarked } = await __nccwpck_require__.e(/* import() */ 537).then(__nccwpck_require__.bind(__nccwpck_require__, 4537));
    await recordBadMarked(invocation, job.verdicts);
    await warnOfRoom(invocation, job);
    const definition = shortened(givenOf(job), job);
    const definitionBytes = bytesOf(JSON.stringify(definition));
    if (isStep)
        checkDefinition(definitionBytes);
    const include = packJobs(invocation, job, MOST_OUTPUT_BYTES - definitionBytes);
    const answer = { ...(0,answers/* answerPlan */.AD)(job.verdicts), matrix: { include }, definition };
    return { answer, job, exitCode: (0,commands_open/* exitOfPlan */.D_)(job.verdicts) };
}
/** Decides for every shard. Changes nothing on disk. */
async function plan_status(invocation) {
    const job = await (0,commands_open/* openJob */.Iv)(invocation, { runs: false });
    return { answer: (0,answers/* answerPlan */.AD)(job.verdicts), job, exitCode: (0,commands_open/* exitOfPlan */.D_)(job.verdicts) };
}
function checkDefinition(bytes) {
    if (bytes <= MOST_DEFINITION_BYTES)
        return;
    throw new problem/* UserError */.yo([
        `The definition has ${bytes} bytes, and at most ${MOST_DEFINITION_BYTES} can be handed on to other jobs. ` +
            "Write a long list of shards to a file and give @list.jsonl, name many shards in only and force by globs or slice:i/n, or give every job the config file instead of definition.",
    ]);
}
function packJobs(invocation, { definition, verdicts, all }, mostBytes) {
    const { maxJobs, jobTimeMs, parallel } = definition;
    if (maxJobs > MOST_JOBS) {
        invocation.reporter.warn(`max-jobs is ${maxJobs}, and a matrix holds at most ${MOST_JOBS} jobs: the shards are packed into ${MOST_JOBS}.`);
    }
    const remaining = verdicts.filter(isToRun);
    if (remaining.length === 0)
        return pack([], [], NOTHING);
    const done = verdicts.filter(({ kind }) => kind === "skip");
    const timed = done.filter(({ seconds }) => (seconds ?? 0) > 0).slice(0, MOST_TIMED);
    const mayHold = new Set([...done, ...remaining].map(({ task }) => task.shard.index));
    return pack(remaining.map((verdict) => remainingOf(invocation, verdict)), timed.map((verdict) => ({
        seconds: verdict.seconds ?? 0,
        inputBytes: inputBytes(invocation, verdict),
    })), {
        maxJobs,
        jobTimeMs,
        // How many GPUs a runner has is not known here.
        parallel: parallel === "auto" ? 1 : parallel,
        mostBytes,
        all: all.map(({ id }) => id),
        mayHold: (index) => mayHold.has(index),
    });
}
const NOTHING = {
    maxJobs: 1,
    jobTimeMs: 1,
    parallel: 1,
    mostBytes: 0,
    all: [],
    mayHold: () => false,
};
function isToRun({ kind }) {
    return kind === "run" || kind === "resume";
}
function remainingOf(invocation, verdict) {
    const { task, observed, seconds } = verdict;
    return {
        id: task.shard.id,
        index: task.shard.index,
        inputBytes: inputBytes(invocation, verdict),
        failed: observed.startRecord?.failure !== undefined,
        ...(seconds !== undefined && seconds > 0 && { seconds }),
    };
}
function inputBytes({ disk, workspace }, { task }) {
    const sizes = task.shard.inputs.map(({ path }) => path === "" ? 0 : (disk.stat((0,external_node_path_.resolve)(workspace, path))?.sizeBytes ?? 0));
    return sizes.reduce((sum, size) => sum + size, 0);
}
/** A choice that is longer than this is handed on as places in the list of all shards. */
const MOST_CHOICE_BYTES = 10_000;
/** Thousands of ids would fill what can be handed on. */
function shortened(given, { tasks, all, context }) {
    const chosen = {
        only: tasks.map(({ shard }) => shard.index),
        force: all.filter(({ id }) => context.forced.has(id)).map(({ index }) => index),
    };
    const short = { ...given };
    for (const name of ["only", "force"]) {
        if (bytesOf(JSON.stringify(given[name] ?? "")) <= MOST_CHOICE_BYTES)
            continue;
        const ranges = exactRanges(chosen[name], all.map(({ id }) => id));
        // No place at all is still a choice.
        short[name] = ranges.length > 0 ? ranges : ["none"];
    }
    return short;
}
/**
 * Every value that was given, the strongest layer first, without what belongs to this call alone. A choice by what
 * failed last means something only where it failed: other jobs are given the shards by name, or all.
 */
function givenOf({ layers, definition }) {
    const given = {};
    for (const { values } of layers) {
        for (const [name, value] of Object.entries(values)) {
            if ((0,fields/* isFieldName */.ac)(name) && name !== "report" && value !== "")
                given[name] ??= value;
        }
    }
    if (definition.only?.some(({ kind }) => kind === "failed") === true)
        delete given["only"];
    return given;
}


/***/ }),

/***/ 9960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ answerPlan),
/* harmony export */   SY: () => (/* binding */ answerRun),
/* harmony export */   XM: () => (/* binding */ answerRestore),
/* harmony export */   pl: () => (/* binding */ answerCollect)
/* harmony export */ });
/* harmony import */ var _counts_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6211);

/** What `plan` and `status` answer. */
function answerPlan(verdicts) {
    return { ...(0,_counts_js__WEBPACK_IMPORTED_MODULE_0__/* .countVerdicts */ .q)(verdicts), shards: verdicts.map(answerShard) };
}
function answerShard({ kind, reason, detail, task }) {
    const { id, index, checkpoint, inputs } = task.shard;
    return {
        id,
        index,
        decision: kind,
        reason,
        detail,
        checkpoint,
        inputs: inputs.map(({ path }) => path).filter((path) => path !== ""),
    };
}
/** The counts of a run from its results. `ran` are the shards that this run finished; a blocked shard is stopped. */
function answerRun(results, more) {
    const of = (test) => results.filter(test).length;
    const isOver = ({ outcome }) => outcome === "done" || outcome === "skipped";
    const blocked = of(({ decision }) => decision === "blocked");
    const remaining = of((result) => !isOver(result) && result.decision !== "blocked");
    return {
        total: results.length,
        skipped: of(({ outcome }) => outcome === "skipped"),
        resumed: of(({ outcome, decision }) => outcome === "done" && decision === "resume"),
        ran: of(({ outcome }) => outcome === "done"),
        failed: of(({ outcome }) => outcome === "failed"),
        remaining,
        inProgress: more.inProgress,
        blocked,
        allDone: results.every(isOver),
        saved: more.saved,
        secondsSaved: Math.round(more.secondsSaved * 10) / 10,
        shards: results,
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


/***/ }),

/***/ 6211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ countReasons),
/* harmony export */   q: () => (/* binding */ countVerdicts)
/* harmony export */ });
function countVerdicts(verdicts) {
    const of = (test) => verdicts.filter(test).length;
    return {
        total: verdicts.length,
        done: of(({ kind }) => kind === "skip"),
        inProgress: of(({ inProgress }) => inProgress),
        resumable: of(({ kind }) => kind === "resume"),
        pending: of(({ kind }) => kind === "run" || kind === "resume"),
        blocked: of(({ kind }) => kind === "blocked"),
    };
}
/** How many shards have each reason, most frequent first. */
function countReasons(verdicts) {
    const counts = new Map();
    for (const { reason } of verdicts)
        counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1]);
}


/***/ }),

/***/ 8743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LD: () => (/* binding */ decide)
/* harmony export */ });
/* unused harmony exports REASONS, fittingRows */
const REASONS = (/* unused pure expression or super */ null && ([
    "forced",
    "fingerprint-unknown",
    "done",
    "done-in-store",
    "incompatible",
    "input-changed",
    "command-changed",
    "files-changed",
    "text-changed",
    "corrupt-marker",
    "foreign-marker",
    "new",
    "marker-without-checkpoint",
    "empty",
    "truncated",
    "damaged",
    "changed-since-marker",
    "status-in-progress",
    "status-other",
    "adopted-marker",
    "adopted-status",
    "no-marker",
]));
const ROWS = [
    { row: 1, fits: (e) => e.forced && !e.finishedByThisRun, kind: "run", reason: () => "forced" },
    {
        row: 2,
        fits: (e) => e.unknownParts.length > 0,
        kind: "run",
        reason: () => "fingerprint-unknown",
    },
    { row: 3, fits: isProvenDone, kind: "skip", reason: () => "done" },
    { row: 4, fits: (e) => e.store === "hit", kind: "skip", reason: () => "done-in-store" },
    { row: 5, fits: (e) => e.tooNew, kind: "blocked", reason: () => "incompatible" },
    {
        row: 6,
        fits: (e) => e.marker === "full" && e.changedParts.length > 0,
        kind: "run",
        reason: (e) => `${e.changedParts[0] ?? "input"}-changed`,
    },
    {
        row: 7,
        fits: (e) => e.marker === "corrupt" || e.marker === "foreign",
        kind: "run",
        reason: (e) => (e.marker === "foreign" ? "foreign-marker" : "corrupt-marker"),
    },
    {
        row: 8,
        fits: (e) => e.checkpoint === "absent",
        kind: "run",
        reason: (e) => (e.marker === "none" ? "new" : "marker-without-checkpoint"),
    },
    {
        row: 9,
        fits: (e) => faultOf(e) !== undefined,
        kind: "run",
        reason: (e) => faultOf(e) ?? "damaged",
    },
    {
        row: 10,
        fits: (e) => e.status === "in-progress" || e.status === "other",
        kind: "run",
        reason: (e) => (e.status === "in-progress" ? "status-in-progress" : "status-other"),
    },
    {
        row: 11,
        fits: (e) => e.adopt && !e.started && e.marker === "empty" && holdsUp(e),
        kind: "skip",
        reason: () => "adopted-marker",
    },
    {
        row: 12,
        fits: (e) => e.adopt &&
            !e.started &&
            e.marker === "none" &&
            e.checkpoint === "sound" &&
            e.status === "complete",
        kind: "skip",
        reason: () => "adopted-status",
    },
    { row: 13, fits: () => true, kind: "run", reason: () => "no-marker" },
];
/** What to do with one shard, and the one reason: the first row of the table that fits. */
function decide(evidence) {
    const row = ROWS.find((candidate) => candidate.fits(evidence));
    if (row === undefined)
        throw new Error("The table of decisions has a last row that always fits.");
    const reason = row.reason(evidence);
    const resumes = row.kind === "run" && evidence.resumable && !evidence.forced;
    return { kind: resumes ? "resume" : row.kind, reason };
}
/** The numbers of all rows that would fit, in order; the first one decides. */
function fittingRows(evidence) {
    return ROWS.filter((row) => row.fits(evidence)).map((row) => row.row);
}
function isProvenDone(e) {
    return (e.marker === "full" &&
        e.asMarked &&
        holdsUp(e) &&
        e.status !== "in-progress" &&
        e.changedParts.length === 0);
}
function holdsUp(e) {
    return e.checkpoint === "sound" || e.checkpoint === "unknown";
}
function faultOf(e) {
    if (e.checkpoint === "empty" || e.checkpoint === "truncated" || e.checkpoint === "damaged") {
        return e.checkpoint;
    }
    return e.marker === "full" && !e.asMarked ? "changed-since-marker" : undefined;
}


/***/ }),

/***/ 1257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  _h: () => (/* binding */ isSha256),
  sc: () => (/* binding */ digest_sha256),
  bK: () => (/* binding */ sha256OfList)
});

;// CONCATENATED MODULE: ./node_modules/@noble/hashes/_u64.js
const U32_MASK64 = /* @__PURE__ */ (() => BigInt(2 ** 32 - 1))();
const _32n = /* @__PURE__ */ BigInt(32);
// Split bigint into two 32-bit halves. With `le=true`, returned fields become `{ h: low, l: high
// }` to match little-endian word order rather than the property names.
function fromBig(n, le = false) {
    if (le)
        return { h: Number(n & U32_MASK64), l: Number((n >> _32n) & U32_MASK64) };
    return { h: Number((n >> _32n) & U32_MASK64) | 0, l: Number(n & U32_MASK64) | 0 };
}
// Split bigint list into `[highWords, lowWords]` when `le=false`; with `le=true`, the first array
// holds the low halves because `fromBig(...)` swaps the semantic meaning of `h` and `l`.
function split(lst, le = false) {
    const len = lst.length;
    let Ah = new Uint32Array(len);
    let Al = new Uint32Array(len);
    for (let i = 0; i < len; i++) {
        const { h, l } = fromBig(lst[i], le);
        [Ah[i], Al[i]] = [h, l];
    }
    return [Ah, Al];
}
// Combine explicit `(high, low)` 32-bit halves into a bigint; `>>> 0` normalizes signed JS
// bitwise results back to uint32 first, and little-endian callers must swap.
const toBig = (h, l) => (BigInt(h >>> 0) << _32n) | BigInt(l >>> 0);
// Split a JS number into u32 halves without a BigInt allocation. Exact only for integers
// `0 <= n < 2**53`; callers use it on byte / bit counters, which JS length math caps far below
// that (an ArrayBuffer cannot exceed 2**53 - 1 bytes).
const fromNumH = (n) => (n / 2 ** 32) | 0;
const fromNumL = (n) => n >>> 0;
// Drop-in replacement for `view.setBigUint64(byteOffset, BigInt(n), isLE)` without the per-call
// BigInt allocation. Same `n < 2**53` precondition as `fromNumH`/`fromNumL`.
function setU64FromNum(view, byteOffset, n, isLE) {
    const h = fromNumH(n);
    const l = fromNumL(n);
    view.setUint32(byteOffset, isLE ? l : h, isLE);
    view.setUint32(byteOffset + 4, isLE ? h : l, isLE);
}
// High 32-bit half of a 64-bit logical right shift for `s` in `0..31`.
const shrSH = (h, _l, s) => h >>> s;
// Low 32-bit half of a 64-bit logical right shift, valid for `s` in `1..31`.
const shrSL = (h, l, s) => (h << (32 - s)) | (l >>> s);
// High 32-bit half of a 64-bit right rotate, valid for `s` in `1..31`.
const rotrSH = (h, l, s) => (h >>> s) | (l << (32 - s));
// Low 32-bit half of a 64-bit right rotate, valid for `s` in `1..31`.
const rotrSL = (h, l, s) => (h << (32 - s)) | (l >>> s);
// High 32-bit half of a 64-bit right rotate, valid for `s` in `33..63`; `32` uses `rotr32*`.
const rotrBH = (h, l, s) => (h << (64 - s)) | (l >>> (s - 32));
// Low 32-bit half of a 64-bit right rotate, valid for `s` in `33..63`; `32` uses `rotr32*`.
const rotrBL = (h, l, s) => (h >>> (s - 32)) | (l << (64 - s));
// High 32-bit half of a 64-bit right rotate for `s === 32`; this is just the swapped low half.
const rotr32H = (_h, l) => l;
// Low 32-bit half of a 64-bit right rotate for `s === 32`; this is just the swapped high half.
const rotr32L = (h, _l) => h;
// 64-bit left rotates (rotl*) are not defined here: sha3.ts, their only consumer, keeps
// local copies so V8 inlines them into keccakP.
// Add two split 64-bit words and return the split `{ h, l }` sum.
// JS uses 32-bit signed integers for bitwise operations, so we cannot simply shift the carry out
// of the low sum and instead use division.
function add(Ah, Al, Bh, Bl) {
    const l = (Al >>> 0) + (Bl >>> 0);
    return { h: (Ah + Bh + ((l / 2 ** 32) | 0)) | 0, l: l | 0 };
}
// Addition with more than 2 elements
// Unmasked low-word accumulator for 3-way addition; pass the raw result into `add3H(...)`.
const add3L = (Al, Bl, Cl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0);
// High-word finalize step for 3-way addition; `low` must be the untruncated output of `add3L(...)`.
const add3H = (low, Ah, Bh, Ch) => (Ah + Bh + Ch + ((low / 2 ** 32) | 0)) | 0;
// Unmasked low-word accumulator for 4-way addition; pass the raw result into `add4H(...)`.
const add4L = (Al, Bl, Cl, Dl) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0);
// High-word finalize step for 4-way addition; `low` must be the untruncated output of `add4L(...)`.
const add4H = (low, Ah, Bh, Ch, Dh) => (Ah + Bh + Ch + Dh + ((low / 2 ** 32) | 0)) | 0;
// Unmasked low-word accumulator for 5-way addition; pass the raw result into `add5H(...)`.
const add5L = (Al, Bl, Cl, Dl, El) => (Al >>> 0) + (Bl >>> 0) + (Cl >>> 0) + (Dl >>> 0) + (El >>> 0);
// High-word finalize step for 5-way addition; `low` must be the untruncated output of `add5L(...)`.
const add5H = (low, Ah, Bh, Ch, Dh, Eh) => (Ah + Bh + Ch + Dh + Eh + ((low / 2 ** 32) | 0)) | 0;
// prettier-ignore


;// CONCATENATED MODULE: ./node_modules/@noble/hashes/utils.js
/**
 * Checks if something is Uint8Array. Be careful: nodejs Buffer will return true.
 * @param a - value to test
 * @returns `true` when the value is a Uint8Array-compatible view.
 * @example
 * Check whether a value is a Uint8Array-compatible view.
 * ```ts
 * isBytes(new Uint8Array([1, 2, 3]));
 * ```
 */
function isBytes(a) {
    // Plain `instanceof Uint8Array` is too strict for some Buffer / proxy / cross-realm cases.
    // The fallback still requires a real ArrayBuffer view, so plain
    // JSON-deserialized `{ constructor: ... }` spoofing is rejected, and
    // `BYTES_PER_ELEMENT === 1` keeps the fallback on byte-oriented views.
    return (a instanceof Uint8Array ||
        (ArrayBuffer.isView(a) &&
            a.constructor.name === 'Uint8Array' &&
            'BYTES_PER_ELEMENT' in a &&
            a.BYTES_PER_ELEMENT === 1));
}
// Shared error-message prefix builder. Only called on throw paths, so assert
// success paths never pay for the string concatenation.
const atitle = (title) => (title ? `"${title}" ` : '');
/**
 * Asserts something is a non-negative integer.
 * @param n - number to validate
 * @param title - label included in thrown errors
 * @returns The validated number.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Validate a non-negative integer option.
 * ```ts
 * anumber(32, 'length');
 * ```
 */
function anumber(n, title = '') {
    if (typeof n !== 'number')
        throw new TypeError(atitle(title) + 'expected number, got ' + typeof n);
    if (!Number.isSafeInteger(n) || n < 0)
        throw new RangeError(atitle(title) + 'expected integer >= 0, got ' + n);
    return n;
}
/**
 * Asserts something is a boolean.
 * @param value - value to validate
 * @param title - label included in thrown errors
 * @returns The validated boolean.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Validate a boolean option.
 * ```ts
 * abool(true, 'enableXOF');
 * ```
 */
function abool(value, title = '') {
    if (typeof value !== 'boolean')
        throw new TypeError(atitle(title) + 'expected boolean, got type=' + typeof value);
    return value;
}
/**
 * Asserts something is Uint8Array.
 * @param value - value to validate
 * @param length - optional exact length constraint
 * @param title - label included in thrown errors
 * @returns The validated byte array.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Validate that a value is a byte array.
 * ```ts
 * abytes(new Uint8Array([1, 2, 3]));
 * ```
 */
function abytes(value, length, title = '') {
    // Success path first: this runs at the start of every update() / digestInto(), and the
    // common `abytes(data)` form must not pay for length handling it does not use.
    if (isBytes(value) && (length === undefined || value.length === length))
        return value;
    // Error path: recompute freely to build the exact message.
    if (length !== undefined)
        anumber(length, 'length');
    const bytes = isBytes(value);
    const ofLen = length !== undefined ? ` of length ${length}` : '';
    const got = bytes ? `length=${value.length}` : `type=${typeof value}`;
    const message = atitle(title) + 'expected Uint8Array' + ofLen + ', got ' + got;
    if (!bytes)
        throw new TypeError(message);
    throw new RangeError(message);
}
/**
 * Copies bytes into a fresh Uint8Array.
 * Buffer-style slices can alias the same backing store, so callers that need ownership should copy.
 * @param bytes - source bytes to clone
 * @returns Freshly allocated copy of `bytes`.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Clone a byte array before mutating it.
 * ```ts
 * const copy = copyBytes(new Uint8Array([1, 2, 3]));
 * ```
 */
function copyBytes(bytes) {
    // `Uint8Array.from(...)` would also accept arrays / other typed arrays. Keep this helper strict
    // because callers use it at byte-validation boundaries before mutating the detached copy.
    return Uint8Array.from(abytes(bytes));
}
/**
 * Asserts something is a wrapped hash constructor.
 * @param h - hash constructor to validate
 * @throws On wrong argument types or invalid hash wrapper shape. {@link TypeError}
 * @throws On invalid hash metadata ranges or values. {@link RangeError}
 * @throws If the hash metadata allows empty outputs or block sizes. {@link Error}
 * @example
 * Validate a callable hash wrapper.
 * ```ts
 * import { ahash } from '@noble/hashes/utils.js';
 * import { sha256 } from '@noble/hashes/sha2.js';
 * ahash(sha256);
 * ```
 */
function ahash(h) {
    if (typeof h !== 'function' || typeof h.create !== 'function')
        throw new TypeError('expected hash wrapped by utils.createHasher');
    anumber(h.outputLen);
    anumber(h.blockLen);
    // HMAC and KDF callers treat these as real byte lengths; allowing zero lets fake wrappers pass
    // validation and can produce empty outputs instead of failing fast.
    if (h.outputLen < 1 || h.blockLen < 1)
        throw new Error('hash blockLen / outputLen must be >= 1');
}
const aobject = (value, label) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        throw new TypeError((label === 'object' ? '' : `"${label}" `) + 'expected object, got type=' + typeof value);
};
const aopts = (value, label) => {
    aobject(value, label);
    const proto = Object.getPrototypeOf(value);
    if (proto !== Object.prototype && proto !== null)
        throw new TypeError(`"${label}" expected plain object`);
    // Object.assign() treats an own "__proto__" source key as a write to the target's legacy
    // prototype setter. Reject it before merging so inherited option values cannot be injected.
    if (Object.hasOwn(value, '__proto__'))
        throw new TypeError(`"${label}.__proto__" is not allowed`);
};
/**
 * Asserts a hash instance has not been destroyed or finished.
 * @param instance - hash instance to validate
 * @param checkFinished - whether to reject finalized instances
 * @throws If the hash instance has already been destroyed or finalized. {@link Error}
 * @example
 * Validate that a hash instance is still usable.
 * ```ts
 * import { aexists } from '@noble/hashes/utils.js';
 * import { sha256 } from '@noble/hashes/sha2.js';
 * const hash = sha256.create();
 * aexists(hash);
 * ```
 */
function aexists(instance, checkFinished = true) {
    // Runs on every update()/digestInto(); the flags are library-owned booleans, so only their
    // truthiness is checked - re-validating their type per call was pure hot-path overhead.
    if (instance.destroyed)
        throw new Error('hash was destroyed');
    if (checkFinished && instance.finished)
        throw new Error('digest() was already called');
}
/**
 * Asserts output is a sufficiently-sized byte array.
 * @param out - destination buffer
 * @param instance - hash instance providing output length
 * Oversized buffers are allowed; downstream code only promises to fill the first `outputLen` bytes.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Validate a caller-provided digest buffer.
 * ```ts
 * import { aoutput } from '@noble/hashes/utils.js';
 * import { sha256 } from '@noble/hashes/sha2.js';
 * const hash = sha256.create();
 * aoutput(new Uint8Array(hash.outputLen), hash);
 * ```
 */
function aoutput(out, instance) {
    abytes(out, undefined, 'output');
    // `outputLen` is a library-owned readonly number; the negated comparison keeps failing fast
    // when it is missing/NaN (comparisons with undefined/NaN are false) without an anumber() call.
    const min = instance.outputLen;
    if (!(out.length >= min)) {
        throw new RangeError('"output" expected length >= ' + min);
    }
}
/**
 * Casts a typed array view to Uint8Array.
 * @param arr - source typed array
 * @returns Uint8Array view over the same buffer.
 * @example
 * Reinterpret a typed array as bytes.
 * ```ts
 * u8(new Uint32Array([1, 2]));
 * ```
 */
function u8(arr) {
    return new Uint8Array(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
 * Casts a typed array view to Uint32Array.
 * `arr.byteOffset` must already be 4-byte aligned or the platform
 * Uint32Array constructor will throw.
 * @param arr - source typed array
 * @returns Uint32Array view over the same buffer.
 * @example
 * Reinterpret a byte array as 32-bit words.
 * ```ts
 * u32(new Uint8Array(8));
 * ```
 */
function u32(arr) {
    return new Uint32Array(arr.buffer, arr.byteOffset, Math.floor(arr.byteLength / 4));
}
/**
 * Zeroizes typed arrays in place. Warning: JS provides no guarantees.
 * @param arrays - arrays to overwrite with zeros
 * @example
 * Zeroize sensitive buffers in place.
 * ```ts
 * clean(new Uint8Array([1, 2, 3]));
 * ```
 */
function clean(...arrays) {
    for (let i = 0; i < arrays.length; i++) {
        arrays[i].fill(0);
    }
}
/**
 * Creates a DataView for byte-level manipulation.
 * @param arr - source typed array
 * @returns DataView over the same buffer region.
 * @example
 * Create a DataView over an existing buffer.
 * ```ts
 * createView(new Uint8Array(4));
 * ```
 */
function createView(arr) {
    return new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
}
/**
 * Rotate-right operation for uint32 values.
 * @param word - source word
 * @param shift - shift amount in bits
 * @returns Rotated word.
 * @example
 * Rotate a 32-bit word to the right.
 * ```ts
 * rotr(0x12345678, 8);
 * ```
 */
function rotr(word, shift) {
    return (word << (32 - shift)) | (word >>> shift);
}
/**
 * Rotate-left operation for uint32 values.
 * @param word - source word
 * @param shift - shift amount in bits
 * @returns Rotated word.
 * @example
 * Rotate a 32-bit word to the left.
 * ```ts
 * rotl(0x12345678, 8);
 * ```
 */
function rotl(word, shift) {
    return (word << shift) | ((word >>> (32 - shift)) >>> 0);
}
/** Whether the current platform is little-endian. */
const isLE = /* @__PURE__ */ (/* unused pure expression or super */ null && ((() => new Uint8Array(new Uint32Array([0x11223344]).buffer)[0] === 0x44)()));
/**
 * Byte-swap operation for uint32 values.
 * @param word - source word
 * @returns Word with reversed byte order.
 * @example
 * Reverse the byte order of a 32-bit word.
 * ```ts
 * byteSwap(0x11223344);
 * ```
 */
function byteSwap(word) {
    return (((word << 24) & 0xff000000) |
        ((word << 8) & 0xff0000) |
        ((word >>> 8) & 0xff00) |
        ((word >>> 24) & 0xff));
}
/**
 * Conditionally byte-swaps one 32-bit word on big-endian platforms.
 * @param n - source word
 * @returns Original or byte-swapped word depending on platform endianness.
 * @example
 * Normalize a 32-bit word for host endianness.
 * ```ts
 * swap8IfBE(0x11223344);
 * ```
 */
const swap8IfBE = (/* unused pure expression or super */ null && (isLE
    ? (n) => n
    : (n) => byteSwap(n) >>> 0));
/**
 * Byte-swaps every word of a Uint32Array in place.
 * @param arr - array to mutate
 * @returns The same array after mutation; callers pass live state arrays here.
 * @example
 * Reverse the byte order of every word in place.
 * ```ts
 * byteSwap32(new Uint32Array([0x11223344]));
 * ```
 */
function byteSwap32(arr) {
    for (let i = 0; i < arr.length; i++) {
        arr[i] = byteSwap(arr[i]);
    }
    return arr;
}
/**
 * Conditionally byte-swaps a Uint32Array on big-endian platforms.
 * @param u - array to normalize for host endianness
 * @returns Original or byte-swapped array depending on platform endianness.
 *   On big-endian runtimes this mutates `u` in place via `byteSwap32(...)`.
 * @example
 * Normalize a word array for host endianness.
 * ```ts
 * swap32IfBE(new Uint32Array([0x11223344]));
 * ```
 */
const swap32IfBE = (/* unused pure expression or super */ null && (isLE
    ? (u) => u
    : byteSwap32));
// Built-in hex conversion https://caniuse.com/mdn-javascript_builtins_uint8array_fromhex
const hasHexBuiltin = /* @__PURE__ */ (/* unused pure expression or super */ null && ((() => 
// @ts-ignore
typeof Uint8Array.from([]).toHex === 'function' && typeof Uint8Array.fromHex === 'function')()));
// Array where index 0xf0 (240) is mapped to string 'f0'
const hexes = /* @__PURE__ */ Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
/**
 * Convert byte array to hex string.
 * Uses the built-in function when available and assumes it matches the tested
 * fallback semantics.
 * @param bytes - bytes to encode
 * @returns Lowercase hexadecimal string.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Convert bytes to lowercase hexadecimal.
 * ```ts
 * bytesToHex(Uint8Array.from([0xca, 0xfe, 0x01, 0x23])); // 'cafe0123'
 * ```
 */
function bytesToHex(bytes) {
    abytes(bytes);
    // @ts-ignore
    if (hasHexBuiltin)
        return bytes.toHex();
    // pre-caching improves the speed 6x
    let hex = '';
    for (let i = 0; i < bytes.length; i++) {
        hex += hexes[bytes[i]];
    }
    return hex;
}
// Strict ASCII nibble parser: non-ASCII hex lookalikes are rejected as undefined.
// ASCII codes: '0'..'9' = 48..57, 'A'..'F' = 65..70, 'a'..'f' = 97..102.
// prettier-ignore
function asciiToBase16(ch) {
    return ch >= 48 && ch <= 57 ? ch - 48 // '2' => 50-48
        : ch >= 65 && ch <= 70 ? ch - (65 - 10) // 'B' => 66-(65-10)
            : ch >= 97 && ch <= 102 ? ch - (97 - 10) // 'b' => 98-(97-10)
                : undefined;
}
/**
 * Convert hex string to byte array. Uses built-in function, when available.
 * @param hex - hexadecimal string to decode
 * @returns Decoded bytes.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Decode lowercase hexadecimal into bytes.
 * ```ts
 * hexToBytes('cafe0123'); // Uint8Array.from([0xca, 0xfe, 0x01, 0x23])
 * ```
 */
function hexToBytes(hex) {
    if (typeof hex !== 'string')
        throw new TypeError('hex string expected, got ' + typeof hex);
    if (hasHexBuiltin) {
        try {
            return Uint8Array.fromHex(hex);
        }
        catch (error) {
            if (error instanceof SyntaxError)
                throw new RangeError(error.message);
            throw error;
        }
    }
    const hl = hex.length;
    const al = hl / 2;
    if (hl % 2)
        throw new RangeError('hex string expected, got unpadded hex of length ' + hl);
    const array = new Uint8Array(al);
    for (let ai = 0, hi = 0; ai < al; ai++, hi += 2) {
        const n1 = asciiToBase16(hex.charCodeAt(hi)); // parse first char, multiply it by 16
        const n2 = asciiToBase16(hex.charCodeAt(hi + 1)); // parse second char
        if (n1 === undefined || n2 === undefined) {
            const char = hex[hi] + hex[hi + 1];
            throw new RangeError('hex string expected, got non-hex character "' + char + '" at index ' + hi);
        }
        array[ai] = n1 * 16 + n2; // example: 'A9' => 10*16 + 9
    }
    return array;
}
/**
 * Yields to the host task scheduler so timers, I/O, and rendering can make progress.
 * Uses the Web Scheduling API when available or `setTimeout` as a cross-platform fallback.
 * Host-task yields are much slower than microtasks (roughly 1ms with the timer fallback), so
 * async loops should use `asyncTick >= 10` to amortize scheduling overhead to about 10% while
 * still allowing other event-loop work to proceed.
 * @param onReject - optional cleanup invoked only if the host yield fails
 * @example
 * Yield to the next scheduler tick.
 * ```ts
 * await nextTick();
 * ```
 */
function nextTick(onReject) {
    const host = globalThis;
    if (typeof host.scheduler?.yield === 'function') {
        const promise = host.scheduler.yield();
        // Keep the original scheduler rejection; this handler exists only for cleanup.
        if (onReject)
            promise.catch(onReject);
        return promise;
    }
    return new Promise((resolve) => host.setTimeout(resolve, 0));
}
/**
 * Returns control to the host event loop every `tick` milliseconds to avoid blocking long loops.
 * @param iters - number of loop iterations to run
 * @param tick - maximum time slice in milliseconds
 * @param cb - callback executed on each iteration
 * @param onReject - optional cleanup invoked only if a host yield fails
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @example
 * Run a loop that periodically yields back to the event loop.
 * ```ts
 * await asyncLoop(2, 0, () => {});
 * ```
 */
async function asyncLoop(iters, tick, cb, onReject) {
    anumber(iters, 'iters');
    anumber(tick, 'tick');
    if (typeof cb !== 'function')
        throw new TypeError('callback must be a function');
    // Callback is synchronous by contract; asyncLoop only yields between sync work windows.
    let ts = Date.now();
    for (let i = 0; i < iters; i++) {
        cb(i);
        // Date.now() is not monotonic, so in case if clock goes backwards we return return control too
        const diff = Date.now() - ts;
        if (diff >= 0 && diff < tick)
            continue;
        await nextTick(onReject);
        // Track only synchronous work time; scheduler delay after yielding is outside our budget.
        ts = Date.now();
    }
}
/**
 * Converts string to bytes using UTF8 encoding.
 * Built-in doesn't validate input to be string: we do the check.
 * Non-ASCII details are delegated to the platform `TextEncoder`.
 * @param str - string to encode
 * @returns UTF-8 encoded bytes.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Encode a string as UTF-8 bytes.
 * ```ts
 * utf8ToBytes('abc'); // Uint8Array.from([97, 98, 99])
 * ```
 */
function utf8ToBytes(str) {
    if (typeof str !== 'string')
        throw new TypeError('string expected');
    const encoded = new TextEncoder().encode(str);
    try {
        // Copy into the current realm for Firefox extension contexts. Callers that own the returned
        // buffer can then wipe it independently of TextEncoder's temporary result.
        return new Uint8Array(encoded); // https://bugzil.la/1681809
    }
    finally {
        clean(encoded);
    }
}
/**
 * Helper for KDFs: consumes Uint8Array or string.
 * String inputs are UTF-8 encoded; byte-array inputs stay aliased to the caller buffer.
 * @param data - user-provided KDF input
 * @param errorTitle - label included in thrown errors
 * @returns Byte representation of the input.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Normalize KDF input to bytes.
 * ```ts
 * kdfInputToBytes('password');
 * ```
 */
function kdfInputToBytes(data, errorTitle = '') {
    if (typeof data === 'string')
        return utf8ToBytes(data);
    return abytes(data, undefined, errorTitle);
}
/**
 * Copies several Uint8Arrays into one.
 * @param arrays - arrays to concatenate
 * @returns Concatenated byte array.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Concatenate multiple byte arrays.
 * ```ts
 * concatBytes(new Uint8Array([1]), new Uint8Array([2]));
 * ```
 */
function concatBytes(...arrays) {
    let sum = 0;
    for (let i = 0; i < arrays.length; i++) {
        const a = arrays[i];
        abytes(a);
        sum += a.length;
    }
    const res = new Uint8Array(sum);
    for (let i = 0, pad = 0; i < arrays.length; i++) {
        const a = arrays[i];
        res.set(a, pad);
        pad += a.length;
    }
    return res;
}
/**
 * Validates declared required and optional field types on a plain object.
 * This walks field schemas and formats detailed errors, so avoid it on hot paths; use direct
 * one-line guards such as `abytes()`, `abool()`, or `anumber()` instead.
 * @param object - object to validate
 * @param fields - map of required field names to expected types
 * @param optFields - map of optional field names to expected types
 * @param title - label included in thrown errors
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Validate required and optional option fields.
 * ```ts
 * validateObject({ N: 1024, dkLen: 32 }, { N: 'number' }, { dkLen: 'number' });
 * ```
 */
const validateObject = (object, fields = {}, optFields = {}, title = 'object') => {
    aobject(object, title);
    aobject(fields, 'fields');
    aobject(optFields, 'optFields');
    function checkField(fieldName, expectedType, isOpt) {
        const label = title === 'object' ? `param "${String(fieldName)}"` : `"${title}.${String(fieldName)}"`;
        // Config fields must be explicit own properties. Optional inherited values are rejected too
        // because callers keep reading the same options object after validation.
        const val = object[fieldName];
        // Runtime objects such as Field instances intentionally satisfy required method slots
        // via their shared prototype.
        if (!Object.hasOwn(object, fieldName) &&
            (isOpt ? val !== undefined : expectedType !== 'function')) {
            throw new TypeError(`${label} is invalid: expected own property`);
        }
        if (isOpt && val === undefined)
            return;
        const current = typeof val;
        if (current !== expectedType || val === null)
            throw new TypeError(`${label} is invalid: expected ${expectedType}, got ${current}`);
    }
    const iter = (f, isOpt) => Object.entries(f).forEach(([k, v]) => checkField(k, v, isOpt));
    iter(fields, false);
    iter(optFields, true);
};
/**
 * Merges default options and passed options.
 * @param defaults - base option object
 * @param opts - user overrides
 * @param title - label included in thrown override errors
 * @returns Fresh merged option object with a null prototype.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Merge user overrides onto default options.
 * ```ts
 * checkOpts({ dkLen: 32 }, { asyncTick: 10 });
 * ```
 */
function checkOpts(defaults, opts, title = 'opts') {
    aopts(defaults, 'defaults');
    if (opts !== undefined)
        aopts(opts, title);
    // Callers read optional fields directly, so omitted values must not fall through to ambient
    // Object.prototype pollution (for example a forged `dkLen` changing SHAKE's default output).
    const merged = Object.assign(Object.create(null), defaults, opts);
    return merged;
}
/**
 * Creates a callable hash function from a stateful class constructor.
 * @param hashCons - hash constructor or factory
 * @param info - optional metadata such as DER OID
 * @returns Frozen callable hash wrapper with `.create()`.
 *   Wrapper construction eagerly calls `hashCons(undefined)` once to read
 *   `outputLen` / `blockLen`, so constructor side effects happen at module
 *   init time.
 * @throws On wrong argument types. {@link TypeError}
 * @example
 * Wrap a stateful hash constructor into a callable helper.
 * ```ts
 * import { createHasher } from '@noble/hashes/utils.js';
 * import { sha256 } from '@noble/hashes/sha2.js';
 * const wrapped = createHasher(sha256.create, { oid: sha256.oid });
 * wrapped(new Uint8Array([1]));
 * ```
 */
function utils_createHasher(hashCons, info = {}) {
    if (typeof hashCons !== 'function')
        throw new TypeError('"hashCons" expected function, got type=' + typeof hashCons);
    info = checkOpts({}, info, 'info');
    const hashC = (msg, opts) => hashCons(opts)
        .update(msg)
        .digest();
    const tmp = hashCons(undefined);
    hashC.outputLen = tmp.outputLen;
    hashC.blockLen = tmp.blockLen;
    hashC.canXOF = tmp.canXOF;
    hashC.create = (opts) => hashCons(opts);
    Object.assign(hashC, info);
    return Object.freeze(hashC);
}
/**
 * Cryptographically secure PRNG backed by `crypto.getRandomValues`.
 * @param bytesLength - number of random bytes to generate
 * @returns Random bytes.
 * The platform `getRandomValues()` implementation still defines any
 * single-call length cap, and this helper rejects oversize requests
 * with a stable library `RangeError` instead of host-specific errors.
 * @throws On wrong argument types. {@link TypeError}
 * @throws On wrong argument ranges or values. {@link RangeError}
 * @throws If the current runtime does not provide `crypto.getRandomValues`. {@link Error}
 * @example
 * Generate a fresh random key or nonce.
 * ```ts
 * const key = randomBytes(16);
 * ```
 */
function randomBytes(bytesLength = 32) {
    // Match the repo's other length-taking helpers instead of relying on Uint8Array coercion.
    anumber(bytesLength, 'bytesLength');
    const cr = typeof globalThis === 'object' ? globalThis.crypto : null;
    if (typeof cr?.getRandomValues !== 'function')
        throw new Error('crypto.getRandomValues must be defined');
    // Web Cryptography API Level 2 §10.1.1:
    // if `byteLength > 65536`, throw `QuotaExceededError`.
    // Keep the guard explicit so callers can see the quota in code
    // instead of discovering it by reading the spec or host errors.
    // This wrapper surfaces the same quota as a stable library RangeError.
    if (bytesLength > 65536)
        throw new RangeError(`"bytesLength" expected <= 65536, got ${bytesLength}`);
    return cr.getRandomValues(new Uint8Array(bytesLength));
}
/**
 * Creates OID metadata for NIST hashes with prefix `06 09 60 86 48 01 65 03 04 02`.
 * @param suffix - final OID byte for the selected hash.
 *   The helper accepts any byte even though only the documented NIST hash
 *   suffixes are meaningful downstream.
 * @returns Object containing the DER-encoded OID.
 * @example
 * Build OID metadata for a NIST hash.
 * ```ts
 * oidNist(0x01);
 * ```
 */
const utils_oidNist = (suffix) => ({
    // Current NIST hashAlgs suffixes used here fit in one DER subidentifier octet.
    // Larger suffix values would need base-128 OID encoding and a different length byte.
    oid: Uint8Array.from([0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, suffix]),
});

;// CONCATENATED MODULE: ./node_modules/@noble/hashes/_md.js
/**
 * Internal Merkle-Damgard hash utils.
 * @module
 */


/**
 * Shared 32-bit conditional boolean primitive reused by SHA-256, SHA-1, and MD5 `F`.
 * Returns bits from `b` when `a` is set, otherwise from `c`.
 * The XOR form is equivalent to MD5's `F(X,Y,Z) = XY v not(X)Z` because the masked terms never
 * set the same bit.
 * @param a - selector word
 * @param b - word chosen when selector bit is set
 * @param c - word chosen when selector bit is clear
 * @returns Mixed 32-bit word.
 * @example
 * Combine three words with the shared 32-bit choice primitive.
 * ```ts
 * Chi(0xffffffff, 0x12345678, 0x87654321);
 * ```
 */
function Chi(a, b, c) {
    return (a & b) ^ (~a & c);
}
/**
 * Shared 32-bit majority primitive reused by SHA-256 and SHA-1.
 * Returns bits shared by at least two inputs.
 * @param a - first input word
 * @param b - second input word
 * @param c - third input word
 * @returns Mixed 32-bit word.
 * @example
 * Combine three words with the shared 32-bit majority primitive.
 * ```ts
 * Maj(0xffffffff, 0x12345678, 0x87654321);
 * ```
 */
function Maj(a, b, c) {
    return (a & b) ^ (a & c) ^ (b & c);
}
/**
 * Merkle-Damgard hash construction base class.
 * Could be used to create MD5, RIPEMD, SHA1, SHA2.
 * Accepts only byte-aligned `Uint8Array` input, even when the underlying spec describes bit
 * strings with partial-byte tails.
 * @param blockLen - internal block size in bytes
 * @param outputLen - digest size in bytes
 * @param padOffset - trailing length field size in bytes
 * @param isLE - whether length and state words are encoded in little-endian
 * @example
 * Use a concrete subclass to get the shared Merkle-Damgard update/digest flow.
 * ```ts
 * import { _SHA1 } from '@noble/hashes/legacy.js';
 * const hash = new _SHA1();
 * hash.update(new Uint8Array([97, 98, 99]));
 * hash.digest();
 * ```
 */
class HashMD {
    blockLen;
    outputLen;
    canXOF = false;
    padOffset;
    isLE;
    // For partial updates less than block size
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
            // Fast path only when there is no buffered partial block: `take === blockLen` implies
            // `this.pos === 0`, so we can process full blocks directly from the input view.
            if (take === blockLen) {
                const dataView = createView(data);
                for (; blockLen <= len - pos; pos += blockLen)
                    this.process(dataView, pos);
                processed = true;
                continue;
            }
            // When the whole input is buffered in one go (common for short messages), passing `data`
            // directly avoids allocating a subarray view.
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
        // Shared schedule buffers only pick up input-derived words inside process(); if everything
        // was buffered without processing, there is nothing to zero.
        if (processed)
            this.roundClean();
        return this;
    }
    digestInto(out) {
        aexists(this);
        aoutput(out, this);
        this.finished = true;
        // Padding
        // We can avoid allocation of buffer for padding completely if it
        // was previously not allocated here. But it won't change performance.
        const { buffer, view, blockLen, isLE } = this;
        let { pos } = this;
        // append the bit '1' to the message, then zero-pad the rest of the block
        buffer[pos++] = 0b10000000;
        buffer.fill(0, pos);
        // we have less than padOffset left in buffer, so we cannot put length in
        // current block, need process it and pad again
        if (this.padOffset > blockLen - pos) {
            this.process(view, 0);
            buffer.fill(0);
        }
        // `padOffset` reserves the whole length field. For SHA-384/512 the high 64 bits stay zero from
        // the padding fill above, and JS will overflow before user input can make that half non-zero.
        // So we only need to write the low 64 bits here (`length * 8` only scales the exponent of an
        // integer below 2**53, so the split inside the helper stays exact).
        setU64FromNum(view, blockLen - 8, this.length * 8, isLE);
        this.process(view, 0);
        // The final block above is processed outside update(), so the shared message-schedule
        // buffers (e.g. SHA256_W) would otherwise retain input-derived words after digest().
        this.roundClean();
        // digest() passes our own `buffer` as `out`; reuse its cached view instead of allocating one.
        const oview = out === buffer ? view : createView(out);
        const len = this.outputLen;
        // NOTE: we do division by 4 later, which must be fused in single op with modulo by JIT
        const outLen = len / 4;
        const state = this.get();
        // Subclass-misconfiguration invariant: outputLen must be 32-bit aligned and fit the state.
        if (len % 4 || outLen > state.length)
            throw new Error('invalid outputLen');
        for (let i = 0; i < outLen; i++)
            oview.setUint32(4 * i, state[i], isLE);
    }
    digest() {
        const { buffer, outputLen } = this;
        this.digestInto(buffer);
        // Copy before destroy(): subclasses wipe `buffer` during cleanup, but `digest()` must return
        // fresh bytes to the caller.
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
        // Only partial-block bytes need copying: when `length % blockLen === 0`, `pos === 0` and
        // later `update()` / `digestInto()` overwrite `to.buffer` from the start before reading it.
        if (pos)
            to.buffer.set(buffer); // Avoid a hot modulo guard.
        return to;
    }
    clone() {
        return this._cloneInto();
    }
}
/**
 * Initial SHA-2 state: fractional parts of square roots of first 16 primes 2..53.
 * Check out `test/misc/sha2-gen-iv.js` for recomputation guide.
 */
/** Initial SHA256 state from RFC 6234 §6.1: the first 32 bits of the fractional parts of the
 * square roots of the first eight prime numbers. Exported as a shared table; callers must treat
 * it as read-only because constructors copy words from it by index. */
const SHA256_IV = /* @__PURE__ */ Uint32Array.from([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** Initial SHA224 state `H(0)` from RFC 6234 §6.1. Exported as a shared table; callers must
 * treat it as read-only because constructors copy words from it by index. */
const SHA224_IV = /* @__PURE__ */ Uint32Array.from([
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
]);
/** Initial SHA384 state from RFC 6234 §6.3: eight RFC 64-bit `H(0)` words stored as sixteen
 * big-endian 32-bit halves. Derived from the fractional parts of the square roots of the ninth
 * through sixteenth prime numbers. Exported as a shared table; callers must treat it as read-only
 * because constructors copy halves from it by index. */
const SHA384_IV = /* @__PURE__ */ Uint32Array.from([
    0xcbbb9d5d, 0xc1059ed8, 0x629a292a, 0x367cd507, 0x9159015a, 0x3070dd17, 0x152fecd8, 0xf70e5939,
    0x67332667, 0xffc00b31, 0x8eb44a87, 0x68581511, 0xdb0c2e0d, 0x64f98fa7, 0x47b5481d, 0xbefa4fa4,
]);
/** Initial SHA512 state from RFC 6234 §6.3: eight RFC 64-bit `H(0)` words stored as sixteen
 * big-endian 32-bit halves. Derived from the fractional parts of the square roots of the first
 * eight prime numbers. Exported as a shared table; callers must treat it as read-only because
 * constructors copy halves from it by index. */
const SHA512_IV = /* @__PURE__ */ Uint32Array.from([
    0x6a09e667, 0xf3bcc908, 0xbb67ae85, 0x84caa73b, 0x3c6ef372, 0xfe94f82b, 0xa54ff53a, 0x5f1d36f1,
    0x510e527f, 0xade682d1, 0x9b05688c, 0x2b3e6c1f, 0x1f83d9ab, 0xfb41bd6b, 0x5be0cd19, 0x137e2179,
]);

;// CONCATENATED MODULE: ./node_modules/@noble/hashes/sha2.js
/**
 * SHA2 hash function. A.k.a. sha256, sha384, sha512, sha512_224, sha512_256.
 * SHA256 is the fastest hash implementable in JS, even faster than Blake3.
 * Check out {@link https://www.rfc-editor.org/rfc/rfc4634 | RFC 4634} and
 * {@link https://nvlpubs.nist.gov/nistpubs/FIPS/NIST.FIPS.180-4.pdf | FIPS 180-4}.
 * @module
 */



/**
 * SHA-224 / SHA-256 round constants from RFC 6234 §5.1: the first 32 bits
 * of the cube roots of the first 64 primes (2..311).
 */
// prettier-ignore
const SHA256_K = /* @__PURE__ */ Uint32Array.from([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
]);
/** Reusable SHA-224 / SHA-256 message schedule buffer `W_t` from RFC 6234 §6.2 step 1. */
const SHA256_W = /* @__PURE__ */ new Uint32Array(64);
/** Internal SHA-224 / SHA-256 compression engine from RFC 6234 §6.2. */
class SHA2_32B extends HashMD {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    // Numeric initializers matter: starting the fields as `undefined` changes
    // V8's field representation and makes sha256 3x slower (measured).
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
    // prettier-ignore
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
        // Extend the first 16 words into the remaining 48 words w[16..63] of the message schedule array
        for (let i = 0; i < 16; i++, offset += 4)
            SHA256_W[i] = view.getUint32(offset, false);
        for (let i = 16; i < 64; i++) {
            const W15 = SHA256_W[i - 15];
            const W2 = SHA256_W[i - 2];
            const s0 = rotr(W15, 7) ^ rotr(W15, 18) ^ (W15 >>> 3);
            const s1 = rotr(W2, 17) ^ rotr(W2, 19) ^ (W2 >>> 10);
            SHA256_W[i] = (s1 + SHA256_W[i - 7] + s0 + SHA256_W[i - 16]) | 0;
        }
        // Compression function main loop, 64 rounds
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
        // Add the compressed chunk to the current hash value
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
        // HashMD callers route post-destroy usability through `destroyed`; zeroizing alone still leaves
        // update()/digest() callable on reused instances.
        this.destroyed = true;
        this.set(0, 0, 0, 0, 0, 0, 0, 0);
        clean(this.buffer);
    }
}
/** Internal SHA-256 hash class grounded in RFC 6234 §6.2. */
class _SHA256 extends SHA2_32B {
    constructor() {
        super(32, SHA256_IV);
    }
}
/** Internal SHA-224 hash class grounded in RFC 6234 §6.2 and §8.5. */
class _SHA224 extends SHA2_32B {
    constructor() {
        super(28, SHA224_IV);
    }
}
// SHA2-512 is slower than sha256 in js because u64 operations are slow.
// SHA-384 / SHA-512 round constants from RFC 6234 §5.2:
// 80 full 64-bit words split into high/low halves.
// prettier-ignore
const K512 = /* @__PURE__ */ (() => split([
    '0x428a2f98d728ae22', '0x7137449123ef65cd', '0xb5c0fbcfec4d3b2f', '0xe9b5dba58189dbbc',
    '0x3956c25bf348b538', '0x59f111f1b605d019', '0x923f82a4af194f9b', '0xab1c5ed5da6d8118',
    '0xd807aa98a3030242', '0x12835b0145706fbe', '0x243185be4ee4b28c', '0x550c7dc3d5ffb4e2',
    '0x72be5d74f27b896f', '0x80deb1fe3b1696b1', '0x9bdc06a725c71235', '0xc19bf174cf692694',
    '0xe49b69c19ef14ad2', '0xefbe4786384f25e3', '0x0fc19dc68b8cd5b5', '0x240ca1cc77ac9c65',
    '0x2de92c6f592b0275', '0x4a7484aa6ea6e483', '0x5cb0a9dcbd41fbd4', '0x76f988da831153b5',
    '0x983e5152ee66dfab', '0xa831c66d2db43210', '0xb00327c898fb213f', '0xbf597fc7beef0ee4',
    '0xc6e00bf33da88fc2', '0xd5a79147930aa725', '0x06ca6351e003826f', '0x142929670a0e6e70',
    '0x27b70a8546d22ffc', '0x2e1b21385c26c926', '0x4d2c6dfc5ac42aed', '0x53380d139d95b3df',
    '0x650a73548baf63de', '0x766a0abb3c77b2a8', '0x81c2c92e47edaee6', '0x92722c851482353b',
    '0xa2bfe8a14cf10364', '0xa81a664bbc423001', '0xc24b8b70d0f89791', '0xc76c51a30654be30',
    '0xd192e819d6ef5218', '0xd69906245565a910', '0xf40e35855771202a', '0x106aa07032bbd1b8',
    '0x19a4c116b8d2d0c8', '0x1e376c085141ab53', '0x2748774cdf8eeb99', '0x34b0bcb5e19b48a8',
    '0x391c0cb3c5c95a63', '0x4ed8aa4ae3418acb', '0x5b9cca4f7763e373', '0x682e6ff3d6b2b8a3',
    '0x748f82ee5defb2fc', '0x78a5636f43172f60', '0x84c87814a1f0ab72', '0x8cc702081a6439ec',
    '0x90befffa23631e28', '0xa4506cebde82bde9', '0xbef9a3f7b2c67915', '0xc67178f2e372532b',
    '0xca273eceea26619c', '0xd186b8c721c0c207', '0xeada7dd6cde0eb1e', '0xf57d4f7fee6ed178',
    '0x06f067aa72176fba', '0x0a637dc5a2c898a6', '0x113f9804bef90dae', '0x1b710b35131c471b',
    '0x28db77f523047d84', '0x32caab7b40c72493', '0x3c9ebe0a15c9bebc', '0x431d67c49c100d4c',
    '0x4cc5d4becb3e42b6', '0x597f299cfc657e2a', '0x5fcb6fab3ad6faec', '0x6c44198c4a475817'
].map(n => BigInt(n))))();
const SHA512_Kh = /* @__PURE__ */ (() => K512[0])();
const SHA512_Kl = /* @__PURE__ */ (() => K512[1])();
// Reusable high-half schedule buffer for the RFC 6234 §6.4 64-bit `W_t` words.
const SHA512_W_H = /* @__PURE__ */ new Uint32Array(80);
// Reusable low-half schedule buffer for the RFC 6234 §6.4 64-bit `W_t` words.
const SHA512_W_L = /* @__PURE__ */ new Uint32Array(80);
/** Internal SHA-384 / SHA-512 compression engine from RFC 6234 §6.4. */
class SHA2_64B extends HashMD {
    // We cannot use array here since array allows indexing by variable
    // which means optimizer/compiler cannot use registers.
    // h -- high 32 bits, l -- low 32 bits
    // Numeric initializers matter: starting the fields as `undefined` changes
    // V8's field representation and slows hashing down (measured on sha256).
    Ah = 0;
    Al = 0;
    Bh = 0;
    Bl = 0;
    Ch = 0;
    Cl = 0;
    Dh = 0;
    Dl = 0;
    Eh = 0;
    El = 0;
    Fh = 0;
    Fl = 0;
    Gh = 0;
    Gl = 0;
    Hh = 0;
    Hl = 0;
    constructor(outputLen, IV) {
        super(128, outputLen, 16, false);
        this.Ah = IV[0] | 0;
        this.Al = IV[1] | 0;
        this.Bh = IV[2] | 0;
        this.Bl = IV[3] | 0;
        this.Ch = IV[4] | 0;
        this.Cl = IV[5] | 0;
        this.Dh = IV[6] | 0;
        this.Dl = IV[7] | 0;
        this.Eh = IV[8] | 0;
        this.El = IV[9] | 0;
        this.Fh = IV[10] | 0;
        this.Fl = IV[11] | 0;
        this.Gh = IV[12] | 0;
        this.Gl = IV[13] | 0;
        this.Hh = IV[14] | 0;
        this.Hl = IV[15] | 0;
    }
    // prettier-ignore
    get() {
        const { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
        return [Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl];
    }
    // prettier-ignore
    set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl) {
        this.Ah = Ah | 0;
        this.Al = Al | 0;
        this.Bh = Bh | 0;
        this.Bl = Bl | 0;
        this.Ch = Ch | 0;
        this.Cl = Cl | 0;
        this.Dh = Dh | 0;
        this.Dl = Dl | 0;
        this.Eh = Eh | 0;
        this.El = El | 0;
        this.Fh = Fh | 0;
        this.Fl = Fl | 0;
        this.Gh = Gh | 0;
        this.Gl = Gl | 0;
        this.Hh = Hh | 0;
        this.Hl = Hl | 0;
    }
    _cloneInto(to) {
        (to ||= new this.constructor()).set(...this.get());
        return this._cloneIntoMeta(to);
    }
    process(view, offset) {
        // Extend the first 16 words into the remaining 64 words w[16..79] of the message schedule array
        for (let i = 0; i < 16; i++, offset += 4) {
            SHA512_W_H[i] = view.getUint32(offset);
            SHA512_W_L[i] = view.getUint32((offset += 4));
        }
        for (let i = 16; i < 80; i++) {
            // s0 := (w[i-15] rightrotate 1) xor (w[i-15] rightrotate 8) xor (w[i-15] rightshift 7)
            const W15h = SHA512_W_H[i - 15] | 0;
            const W15l = SHA512_W_L[i - 15] | 0;
            const s0h = rotrSH(W15h, W15l, 1) ^ rotrSH(W15h, W15l, 8) ^ shrSH(W15h, W15l, 7);
            const s0l = rotrSL(W15h, W15l, 1) ^ rotrSL(W15h, W15l, 8) ^ shrSL(W15h, W15l, 7);
            // s1 := (w[i-2] rightrotate 19) xor (w[i-2] rightrotate 61) xor (w[i-2] rightshift 6)
            const W2h = SHA512_W_H[i - 2] | 0;
            const W2l = SHA512_W_L[i - 2] | 0;
            const s1h = rotrSH(W2h, W2l, 19) ^ rotrBH(W2h, W2l, 61) ^ shrSH(W2h, W2l, 6);
            const s1l = rotrSL(W2h, W2l, 19) ^ rotrBL(W2h, W2l, 61) ^ shrSL(W2h, W2l, 6);
            // SHA512_W[i] = s0 + s1 + SHA512_W[i - 7] + SHA512_W[i - 16];
            const SUMl = add4L(s0l, s1l, SHA512_W_L[i - 7], SHA512_W_L[i - 16]);
            const SUMh = add4H(SUMl, s0h, s1h, SHA512_W_H[i - 7], SHA512_W_H[i - 16]);
            SHA512_W_H[i] = SUMh | 0;
            SHA512_W_L[i] = SUMl | 0;
        }
        let { Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl } = this;
        // Compression function main loop, 80 rounds
        for (let i = 0; i < 80; i++) {
            // S1 := (e rightrotate 14) xor (e rightrotate 18) xor (e rightrotate 41)
            const sigma1h = rotrSH(Eh, El, 14) ^ rotrSH(Eh, El, 18) ^ rotrBH(Eh, El, 41);
            const sigma1l = rotrSL(Eh, El, 14) ^ rotrSL(Eh, El, 18) ^ rotrBL(Eh, El, 41);
            //const T1 = (H + sigma1 + Chi(E, F, G) + SHA256_K[i] + SHA256_W[i]) | 0;
            const CHIh = (Eh & Fh) ^ (~Eh & Gh);
            const CHIl = (El & Fl) ^ (~El & Gl);
            // T1 = H + sigma1 + Chi(E, F, G) + SHA512_K[i] + SHA512_W[i]
            // prettier-ignore
            const T1ll = add5L(Hl, sigma1l, CHIl, SHA512_Kl[i], SHA512_W_L[i]);
            const T1h = add5H(T1ll, Hh, sigma1h, CHIh, SHA512_Kh[i], SHA512_W_H[i]);
            const T1l = T1ll | 0;
            // S0 := (a rightrotate 28) xor (a rightrotate 34) xor (a rightrotate 39)
            const sigma0h = rotrSH(Ah, Al, 28) ^ rotrBH(Ah, Al, 34) ^ rotrBH(Ah, Al, 39);
            const sigma0l = rotrSL(Ah, Al, 28) ^ rotrBL(Ah, Al, 34) ^ rotrBL(Ah, Al, 39);
            const MAJh = (Ah & Bh) ^ (Ah & Ch) ^ (Bh & Ch);
            const MAJl = (Al & Bl) ^ (Al & Cl) ^ (Bl & Cl);
            Hh = Gh | 0;
            Hl = Gl | 0;
            Gh = Fh | 0;
            Gl = Fl | 0;
            Fh = Eh | 0;
            Fl = El | 0;
            ({ h: Eh, l: El } = add(Dh | 0, Dl | 0, T1h | 0, T1l | 0));
            Dh = Ch | 0;
            Dl = Cl | 0;
            Ch = Bh | 0;
            Cl = Bl | 0;
            Bh = Ah | 0;
            Bl = Al | 0;
            const All = add3L(T1l, sigma0l, MAJl);
            Ah = add3H(All, T1h, sigma0h, MAJh);
            Al = All | 0;
        }
        // Add the compressed chunk to the current hash value
        ({ h: Ah, l: Al } = add(this.Ah | 0, this.Al | 0, Ah | 0, Al | 0));
        ({ h: Bh, l: Bl } = add(this.Bh | 0, this.Bl | 0, Bh | 0, Bl | 0));
        ({ h: Ch, l: Cl } = add(this.Ch | 0, this.Cl | 0, Ch | 0, Cl | 0));
        ({ h: Dh, l: Dl } = add(this.Dh | 0, this.Dl | 0, Dh | 0, Dl | 0));
        ({ h: Eh, l: El } = add(this.Eh | 0, this.El | 0, Eh | 0, El | 0));
        ({ h: Fh, l: Fl } = add(this.Fh | 0, this.Fl | 0, Fh | 0, Fl | 0));
        ({ h: Gh, l: Gl } = add(this.Gh | 0, this.Gl | 0, Gh | 0, Gl | 0));
        ({ h: Hh, l: Hl } = add(this.Hh | 0, this.Hl | 0, Hh | 0, Hl | 0));
        this.set(Ah, Al, Bh, Bl, Ch, Cl, Dh, Dl, Eh, El, Fh, Fl, Gh, Gl, Hh, Hl);
    }
    roundClean() {
        clean(SHA512_W_H, SHA512_W_L);
    }
    destroy() {
        // HashMD callers route post-destroy usability through `destroyed`; zeroizing alone still leaves
        // update()/digest() callable on reused instances.
        this.destroyed = true;
        clean(this.buffer);
        this.set(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
}
/** Internal SHA-512 hash class grounded in RFC 6234 §6.3 and §6.4. */
class _SHA512 extends SHA2_64B {
    constructor() {
        super(64, SHA512_IV);
    }
}
/** Internal SHA-384 hash class grounded in RFC 6234 §6.3 and §6.4. */
class _SHA384 extends SHA2_64B {
    constructor() {
        super(48, SHA384_IV);
    }
}
/**
 * Truncated SHA512/256 and SHA512/224.
 * SHA512_IV is XORed with 0xa5a5a5a5a5a5a5a5, then used as "intermediary" IV of SHA512/t.
 * Then t hashes string to produce result IV.
 * See the repo-side derivation recipe in `test/misc/sha2-gen-iv.js`.
 * These IV literals are checked against that script rather than a dedicated
 * local RFC section.
 */
/** SHA-512/224 IV derived by the SHA-512/t recipe in `test/misc/sha2-gen-iv.js` and
 * stored as sixteen big-endian 32-bit halves. */
const T224_IV = /* @__PURE__ */ Uint32Array.from([
    0x8c3d37c8, 0x19544da2, 0x73e19966, 0x89dcd4d6, 0x1dfab7ae, 0x32ff9c82, 0x679dd514, 0x582f9fcf,
    0x0f6d2b69, 0x7bd44da8, 0x77e36f73, 0x04c48942, 0x3f9d85a8, 0x6a1d36c8, 0x1112e6ad, 0x91d692a1,
]);
/** SHA-512/256 IV derived by the SHA-512/t recipe in `test/misc/sha2-gen-iv.js` and
 * stored as sixteen big-endian 32-bit halves. */
const T256_IV = /* @__PURE__ */ Uint32Array.from([
    0x22312194, 0xfc2bf72c, 0x9f555fa3, 0xc84c64c2, 0x2393b86b, 0x6f53b151, 0x96387719, 0x5940eabd,
    0x96283ee2, 0xa88effe3, 0xbe5e1e25, 0x53863992, 0x2b0199fc, 0x2c85b8aa, 0x0eb72ddc, 0x81c52ca2,
]);
/** Internal SHA-512/224 hash class using the derived `T224_IV` and the shared
 * RFC 6234 §6.4 compression engine. */
class _SHA512_224 extends SHA2_64B {
    constructor() {
        super(28, T224_IV);
    }
}
/** Internal SHA-512/256 hash class using the derived `T256_IV` and the shared
 * RFC 6234 §6.4 compression engine. */
class _SHA512_256 extends SHA2_64B {
    constructor() {
        super(32, T256_IV);
    }
}
/**
 * SHA2-256 hash function from RFC 4634. In JS it's the fastest: even faster than Blake3. Some info:
 *
 * - Trying 2^128 hashes would get 50% chance of collision, using birthday attack.
 * - BTC network is doing 2^70 hashes/sec (2^95 hashes/year) as per 2025.
 * - Each sha256 hash is executing 2^18 bit operations.
 * - Good 2024 ASICs can do 200Th/sec with 3500 watts of power, corresponding to 2^36 hashes/joule.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-256.
 * ```ts
 * sha256(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha256 = /* @__PURE__ */ utils_createHasher(() => new _SHA256(), 
/* @__PURE__ */ utils_oidNist(0x01));
/**
 * SHA2-224 hash function from RFC 4634.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-224.
 * ```ts
 * sha224(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha224 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA224(), 
/* @__PURE__ */ oidNist(0x04))));
/**
 * SHA2-512 hash function from RFC 4634.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-512.
 * ```ts
 * sha512(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha512 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512(), 
/* @__PURE__ */ oidNist(0x03))));
/**
 * SHA2-384 hash function from RFC 4634.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-384.
 * ```ts
 * sha384(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha384 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA384(), 
/* @__PURE__ */ oidNist(0x02))));
/**
 * SHA2-512/256 "truncated" hash function, with improved resistance to length extension attacks.
 * See the paper on {@link https://eprint.iacr.org/2010/548.pdf | truncated SHA512}.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-512/256.
 * ```ts
 * sha512_256(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha512_256 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512_256(), 
/* @__PURE__ */ oidNist(0x06))));
/**
 * SHA2-512/224 "truncated" hash function, with improved resistance to length extension attacks.
 * See the paper on {@link https://eprint.iacr.org/2010/548.pdf | truncated SHA512}.
 * @param msg - message bytes to hash
 * @param opts - Reserved hash options.
 * @returns Digest bytes.
 * @example
 * Hash a message with SHA2-512/224.
 * ```ts
 * sha512_224(new Uint8Array([97, 98, 99]));
 * ```
 */
const sha512_224 = /* @__PURE__ */ (/* unused pure expression or super */ null && (createHasher(() => new _SHA512_224(), 
/* @__PURE__ */ oidNist(0x05))));

// EXTERNAL MODULE: ./lib/core/node-crypto.js
var node_crypto = __nccwpck_require__(1709);
;// CONCATENATED MODULE: ./lib/core/digest.js


/** A short command hashes a dozen texts of a few hundred bytes: up to here a library of plain JavaScript does it. */
const FEW_BYTES = 16 * 1024;
let hashed = 0;
let digest_crypto;
/** SHA-256 as 64 lower-case hexadecimal digits. */
function digest_sha256(data) {
    if (digest_crypto !== undefined)
        return digest_crypto.hash("sha256", data, "hex");
    hashed += data.length;
    if (hashed > FEW_BYTES) {
        digest_crypto = (0,node_crypto/* nodeCrypto */.S)();
        return digest_crypto.hash("sha256", data, "hex");
    }
    const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data;
    return Buffer.from(sha256(bytes)).toString("hex");
}
/** SHA-256 over a list of texts, in order; where one ends and the next begins counts. */
function sha256OfList(texts) {
    return digest_sha256(JSON.stringify(texts));
}
function isSha256(value) {
    return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}


/***/ }),

/***/ 8415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNIT_MS = new Map([
    ["ms", 1],
    ["s", 1000],
    ["m", 60_000],
    ["h", 3_600_000],
    ["d", 86_400_000],
]);
/**
 * Milliseconds of a time such as `90m`, `30s`, `1h30m`, `0.5h`; a bare number counts seconds.
 * `undefined` for anything else.
 */
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
/** `1h 05m`, `3m 20s`, `4.2s`: two units at most. */
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
/** `512 B`, `12.3 kB`, `4.60 GB`: decimal units, three figures. */
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


/***/ }),

/***/ 4754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   TQ: () => (/* binding */ changingValuesIn),
/* harmony export */   _I: () => (/* binding */ scrub),
/* harmony export */   dK: () => (/* binding */ mask)
/* harmony export */ });
const HIDDEN = /^(ACTIONS_|INPUT_|STATE_|DONEMARK_|SHARD_|SHARDS_FILE$|GITHUB_STATE$|GITHUB_OUTPUT$)/i;
/**
 * What a command may see of the step's environment: all but the runner's tokens and services, the step's inputs and
 * state, the files through which a step speaks to the runner, and Donemark's own variables.
 */
function scrub(environment) {
    const kept = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value !== undefined && !HIDDEN.test(name))
            kept[name] = value;
    }
    return kept;
}
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|KEY/i;
const SHORTEST_SECRET = 6;
/**
 * Values that no log may show: those of variables named like TOKEN, SECRET, PASSWORD or KEY, longest first so that
 * none hides inside another. Shorter ones than six characters would blot out ordinary words.
 */
function secretsOf(environment) {
    const values = new Set();
    for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || !SECRET_NAME.test(name))
            continue;
        for (const line of value.split(/\r?\n/)) {
            if (line.trim().length >= SHORTEST_SECRET)
                values.add(line.trim());
        }
    }
    return [...values].sort((a, b) => b.length - a.length);
}
/** The text with every secret replaced by `***`. */
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
/** Names of variables whose values differ from runner to runner and stand in `text` letter by letter. */
function changingValuesIn(text, environment) {
    return CHANGING.filter((name) => {
        const value = environment[name];
        return value !== undefined && value.length >= 4 && text.includes(value);
    });
}


/***/ }),

/***/ 5430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yr: () => (/* binding */ FIELD_NAMES),
/* harmony export */   ac: () => (/* binding */ isFieldName),
/* harmony export */   cJ: () => (/* binding */ FIELDS)
/* harmony export */ });
/* unused harmony export DEFAULTS */
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7934);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8415);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(1595);
/* harmony import */ var _select_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5519);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8261);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9716);






function field(schema, expected, about) {
    return { schema, expected, about };
}
const text = valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP();
const nonEmpty = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/\S/));
/** Texts, or one text with an item a line. */
const lines = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (typeof given === "string" ? (0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .nonBlankLines */ .n5)(given) : given)));
/** A choice, in any case. */
function oneOf(options) {
    return valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .toLowerCase */ .PXX(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .trim */ .Bqr(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(options));
}
const yes = ["true", "yes", "on", "1"];
const no = ["false", "no", "off", "0"];
const flag = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .toLowerCase */ .PXX(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .trim */ .Bqr(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO([...yes, ...no])),
]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (typeof given === "string" ? yes.includes(given) : given)));
function whole(least) {
    return valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^\s*\d+\s*$/), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(Number))]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(least));
}
/** Milliseconds from a text such as `90m`, or from a number of seconds. */
function time(leastMs, mostMs = Number.MAX_SAFE_INTEGER) {
    return valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(String)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(given) ?? Number.NaN), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(leastMs), valibot__WEBPACK_IMPORTED_MODULE_3__/* .maxValue */ .cGV(mostMs));
}
const selectors = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (0,_select_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSelectors */ .Qi)(typeof given === "string" ? given : JSON.stringify(given))), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y((given) => typeof given !== "string"), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (typeof given === "string" ? [] : given)));
const parts = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => (typeof given === "string" ? given.split(/[\s,]+/) : given)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => given.filter((part) => part !== "" && part !== "none")), valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .PARTS */ .dI)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => _fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .PARTS */ .dI.filter((part) => given.includes(part))));
const parallel = valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .toLowerCase */ .PXX(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .trim */ .Bqr(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("auto")),
    whole(1),
]);
const words = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => given.map((word) => word.trim().toLowerCase())));
const status = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    field: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(nonEmpty, _status_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_STATUS_RULES */ .vT.statusField),
    "version-field": valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(nonEmpty, _status_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_STATUS_RULES */ .vT.versionField),
    complete: valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(words, [..._status_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_STATUS_RULES */ .vT.complete]),
    "in-progress": valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(words, [..._status_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_STATUS_RULES */ .vT.inProgress]),
    "highest-version": valibot__WEBPACK_IMPORTED_MODULE_3__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(String), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(_status_js__WEBPACK_IMPORTED_MODULE_2__/* .isVersion */ .lF))),
}), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi((given) => ({
    statusField: given.field,
    versionField: given["version-field"],
    complete: given.complete,
    inProgress: given["in-progress"],
    highestVersion: given["highest-version"],
})));
const statusBlock = valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([status, valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qFJ(), status)]);
const shardEntry = valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ id: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })]);
/** Every input that describes a job or a run, by its name on all surfaces. */
const FIELDS = {
    shards: field(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([nonEmpty, valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .integer */ .ndf(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .minValue */ .Wwf(1)), valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(shardEntry)]), "globs (one a line), a whole number from 1 up, or a JSON list of shards", "Globs, one a line (each matching file is a shard), a whole number of shards, or JSON [{id, inputs, sha256}], also from a file (@list.jsonl)."),
    checkpoint: field(nonEmpty, "a path template such as out/{id}.pt", "Path template of the checkpoint, with {id}, {name} or, with a number of shards, {index}."),
    work: field(nonEmpty, "a path template that contains {id} or {name}", "Path template of the directory where the command keeps a shard's progress; by default the checkpoint, if that is a directory."),
    command: field(nonEmpty, "a command", "The command that makes one shard's checkpoint."),
    check: field(nonEmpty, "a command", "A second command that must also exit 0 before a shard counts as finished."),
    "fingerprint-text": field(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()]), valibot__WEBPACK_IMPORTED_MODULE_3__/* .transform */ .pdi(String)), "a text", "Model version and parameters: a shard runs again when this text changes."),
    "fingerprint-files": field(lines, "globs, one a line", "Globs of code, weights and lock files: a shard runs again when their content changes."),
    "input-fingerprint": field(oneOf(_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .INPUT_MODES */ .mG), "content, stat or name", "How inputs are compared: by content, by size and time, or by name."),
    "rerun-on": field(parts, `a list of ${_fingerprint_js__WEBPACK_IMPORTED_MODULE_5__/* .PARTS */ .dI.join(", ")}`, "The parts of the fingerprint that must be the same for a skip."),
    name: field(nonEmpty, "a text", "Keeps definitions apart in one store; the same on every machine."),
    store: field(valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .trim */ .Bqr(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .regex */ .yGV(/^(auto|none|github|file:.+|s3:\/\/.+)$/)), "auto, none, github, file:<folder> or s3://bucket/prefix", "Where checkpoints and markers live between jobs."),
    validate: field(oneOf(["size", "structure", "deep"]), "size, structure or deep", "How closely a checkpoint is looked at: its size, kilobytes of it, or every byte."),
    adopt: field(flag, "true or false", "Accept old empty markers and old checkpoints whose status says complete."),
    status: field(statusBlock, "a block with field, version-field, complete, in-progress, highest-version", "Names and values of the status and version fields inside checkpoints, and the highest version accepted."),
    only: field(selectors, "ids or id globs (JSON array or one a line), slice:i/n, status:failed, none or a range that plan gave", "The shards that this job is about; all where it is not given."),
    force: field(selectors, "ids or id globs (JSON array or one a line), slice:i/n, status:failed or none", "Shards that run again from scratch, whatever their marker says."),
    "run-per": field(oneOf(["shard", "slot", "job"]), "shard, slot or job", "One command per shard, one long-lived worker per GPU slot, or one program for the whole job."),
    shell: field(nonEmpty, "a shell name of GitHub or a template with {0}", "The shell of the command."),
    "working-directory": field(nonEmpty, "a folder", "The folder in which the command runs."),
    parallel: field(parallel, "auto or a whole number from 1 up", "How many commands run at once; auto is one per GPU, or 1."),
    retries: field(whole(0), "a whole number from 0 up", "How many more times a failed shard is tried."),
    "shard-timeout": field(time(1), "a time such as 90m or 30s", "Longest time for one shard."),
    "max-runtime": field(time(1), "a time such as 5h or 90m", "After this time nothing new starts, what runs is stopped, and the run ends in good order."),
    "stop-grace": field(time(6000, 120_000), "a time from 6s to 120s", "How long a stopped command may take to end."),
    "max-failures": field(whole(0), "a whole number from 0 up", "Stop after this many failed shards; 0 never; where it is not given, after 5 with no success before them."),
    "work-every": field(time(1000), "a time from 1s up, such as 5m", "How often the work of unfinished shards is saved to the store."),
    fetch: field(oneOf(["none", "missing", "all"]), "none, missing or all", "Which finished shards are brought from the store to this disk: none, or those that are not here (missing, and all is the same)."),
    report: field(text, "a path", "Where the summary of the run is written, in Markdown."),
    "max-jobs": field(whole(1), "a whole number from 1 up", "The most jobs that plan packs the remaining shards into; a matrix holds 256."),
    "job-time": field(time(1000), "a time such as 60m", "About how long each planned job takes."),
    "allow-missing": field(whole(0), "a whole number from 0 up", "How many shards may be missing at collect."),
    finished: field(oneOf(["marked", "sound"]), "marked or sound", "What save takes for finished: checkpoints for which your steps have made a .done, or every sound checkpoint."),
};
const FIELD_NAMES = Object.keys(FIELDS).filter(isFieldName);
function isFieldName(name) {
    return Object.hasOwn(FIELDS, name);
}
/** What holds where an input is not given, in words for the documentation. */
const DEFAULTS = {
    work: "the checkpoint, if a directory",
    "fingerprint-text": "empty",
    "fingerprint-files": "none",
    "input-fingerprint": "content",
    "rerun-on": "input,command,files,text",
    name: "repository and checkpoint template",
    store: "auto",
    validate: "structure",
    adopt: "true",
    only: "all",
    force: "none",
    "run-per": "shard",
    shell: "bash",
    "working-directory": "the workspace",
    parallel: "auto",
    retries: "0",
    "stop-grace": "10s",
    "max-failures": "5 with no success before them",
    "work-every": "5m",
    fetch: "all, but none where only is given",
    "max-jobs": "256",
    "job-time": "60m",
    "allow-missing": "0",
    finished: "marked",
    shards: "required",
    checkpoint: "required",
    command: "required",
};


/***/ }),

/***/ 1595:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles),
/* harmony export */   FN: () => (/* binding */ commandPart),
/* harmony export */   Ne: () => (/* binding */ changedFile),
/* harmony export */   Ty: () => (/* binding */ changedParts),
/* harmony export */   Xo: () => (/* binding */ textPart),
/* harmony export */   bf: () => (/* binding */ filesPart),
/* harmony export */   dI: () => (/* binding */ PARTS),
/* harmony export */   dm: () => (/* binding */ unknownParts),
/* harmony export */   fQ: () => (/* binding */ normalizeText),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   j$: () => (/* binding */ countPart),
/* harmony export */   mG: () => (/* binding */ INPUT_MODES),
/* harmony export */   sG: () => (/* binding */ inputPart)
/* harmony export */ });
/* unused harmony export LISTED_FILES */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1257);

/** What a result depends on, in this order. */
const PARTS = ["input", "command", "files", "text"];
const INPUT_MODES = ["content", "stat", "name"];
/** Above this many files, or characters of their paths, a marker does not list them one by one. */
const LISTED_FILES = 40;
const LISTED_CHARACTERS = 4000;
/**
 * The `input` part of a shard from files. In `content` mode only what the files hold counts, and their order,
 * so that moved or renamed inputs do not run again; in the other modes the path is what is known.
 */
function inputPart(mode, files) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfList */ .bK)([
        mode,
        ...files.flatMap((f) => (mode === "content" ? [f.fact] : [f.path, f.fact])),
    ]);
}
/** The `input` part of shard `index` of a number of shards: the number is part of it. */
function countPart(count, index) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfList */ .bK)(["count", String(count), String(index)]);
}
/** The `command` part: its text with LF and without trailing blanks, the shell, the working directory. */
function commandPart(command) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfList */ .bK)([normalizeText(command.text), command.shell, command.workingDirectory]);
}
/** The `files` part: every path with its content, whatever order they were found in. */
function filesPart(files) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfList */ .bK)(byPath(files).flatMap((f) => [f.path, f.fact]));
}
/** Short digests by path for the marker; empty where there are too many to be worth their bytes. */
function listFiles(files) {
    const characters = files.reduce((sum, { path }) => sum + path.length, 0);
    if (files.length > LISTED_FILES || characters > LISTED_CHARACTERS)
        return {};
    return Object.fromEntries(byPath(files).map((f) => [f.path, f.fact.slice(0, 12)]));
}
function textPart(text) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(normalizeText(text));
}
/** Text as it is compared: LF line ends, no blanks at the end of a line or of the text. */
function normalizeText(text) {
    return text
        .replaceAll("\r\n", "\n")
        .replaceAll(/[ \t]+$/gm, "")
        .trimEnd();
}
/** The parts of a fingerprint that are known, for a record. */
function record(fingerprint) {
    const known = {};
    for (const part of PARTS) {
        const value = fingerprint[part];
        if ("digest" in value)
            known[part] = value.digest;
    }
    const { listedFiles } = fingerprint;
    return Object.keys(listedFiles).length === 0 ? known : { ...known, listedFiles };
}
/** The parts among `parts` that cannot be computed now. */
function unknownParts(present, parts) {
    return parts.filter((part) => "unknown" in present[part]);
}
/** The parts among `parts` that are not proven to be the same: a part that either side lacks counts as changed. */
function changedParts(recorded, present, parts) {
    return parts.filter((part) => {
        const value = present[part];
        return !("digest" in value) || recorded[part] !== value.digest;
    });
}
/** Which listed file was added, removed or changed; `undefined` where the lists cannot tell. */
function changedFile(recorded, present) {
    const before = recorded.listedFiles;
    const now = Object.keys(present.listedFiles);
    if (before === undefined || now.length === 0)
        return undefined;
    const paths = [...new Set([...now, ...Object.keys(before)])].sort();
    return paths.find((path) => before[path] !== present.listedFiles[path]);
}
function byPath(files) {
    return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}


/***/ }),

/***/ 4246:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ harmlessJson),
/* harmony export */   Is: () => (/* binding */ logName),
/* harmony export */   Kw: () => (/* binding */ harmlessLine)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1257);

const LONGEST_SLUG = 80;
/** The file name of a shard's log: readable, safe on every file system, and different for different ids. */
function logName(id, attempt) {
    const slug = id.replaceAll(/[^\w.-]+/g, "_").slice(0, LONGEST_SLUG);
    const name = slug === id ? id : `${slug}~${(0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(id).slice(0, 8)}`;
    return `${name}.${attempt}.log`;
}
/**
 * A line as the job's log and a terminal may show it: colours alone are kept of what a terminal obeys, and there is no
 * workflow command of the runner's old form inside.
 */
function harmlessLine(line) {
    // Control characters first: between `##` and `[` they would hide a command until they are gone.
    return line
        .replaceAll(SEQUENCE, (found) => (COLOUR.test(found) ? found : ""))
        .replaceAll(CONTROL, "")
        .replaceAll("##[", "## [");
}
/** JSON as a job's log may show it, of the same value. */
function harmlessJson(value) {
    return JSON.stringify(value)
        .replaceAll("##[", "##\\u005b")
        .replaceAll(MISLEADING, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** What JSON leaves as it is and a terminal obeys. */
const MISLEADING = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** What moves the cursor, clears the screen, sets titles, links or answers back. */
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;
// oxlint-disable-next-line no-control-regex -- it begins with one
const COLOUR = /^\u001b\[[\d;:]*m$/;
/**
 * All but tab, and escape where it colours. A line end of any form would begin a line without its label; those of
 * Unicode, and what turns the direction of writing, would show another text than is there.
 */
const CONTROL = 
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
/[\u0000-\u0008\u000a-\u001a\u001c-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\u001b(?!\[[\d;:]*m)/g;


/***/ }),

/***/ 5845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ isAmount),
/* harmony export */   Y: () => (/* binding */ readAuthor),
/* harmony export */   ad: () => (/* binding */ STARTED_SUFFIX),
/* harmony export */   bi: () => (/* binding */ readFingerprint),
/* harmony export */   gJ: () => (/* binding */ formatMarker),
/* harmony export */   gX: () => (/* binding */ RECORD_LIMIT_BYTES),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   pM: () => (/* binding */ MARKER_SUFFIX),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1257);
/* harmony import */ var _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1595);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9716);



/** The suffix of a marker's file name, and of a start record's. */
const MARKER_SUFFIX = ".done";
const STARTED_SUFFIX = ".started";
/** A marker or start record that is larger than this is corrupt. */
const MOST_BYTES = 32 * 1024;
/** So much of one is read: a byte more than it may have, so that what is too large is not taken for its beginning. */
const RECORD_LIMIT_BYTES = MOST_BYTES + 1;
/** The text of a marker: one line of JSON. */
function formatMarker(marker) {
    const { shard, checkpoint, fingerprint, seconds, finishedAt, by, adopted } = marker;
    const status = "complete";
    const body = { donemark: 1, status, shard, checkpoint, fingerprint, seconds, finishedAt, by };
    return `${JSON.stringify(adopted === undefined ? body : { ...body, adopted })}\n`;
}
/** Reads a marker's text strictly: whatever does not fit is corrupt, with the reason. Never throws. */
function parseMarker(text) {
    if (text.length > MOST_BYTES)
        return corrupt(`it has more than ${MOST_BYTES} bytes`);
    if (text.trim() === "")
        return { kind: "empty" };
    const value = parseJson(text);
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
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
    return {
        kind: "full",
        marker: value["adopted"] === true ? { ...marker, adopted: true } : marker,
    };
}
/** `undefined` for text that is no JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** A recorded fingerprint as JSON holds it; `undefined` where a part is no digest. */
function readFingerprint(value) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return undefined;
    const known = {};
    for (const part of _fingerprint_js__WEBPACK_IMPORTED_MODULE_1__/* .PARTS */ .dI) {
        const digest = value[part];
        if (digest === undefined)
            continue;
        if (!(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h)(digest))
            return undefined;
        known[part] = digest;
    }
    const listed = value["listedFiles"];
    if (listed === undefined)
        return known;
    return isTextRecord(listed) ? { ...known, listedFiles: listed } : undefined;
}
function readAuthor(value) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
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
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return undefined;
    const { kind, sizeBytes, mtimeNs, inode, sample, format } = value;
    if (kind !== "file" && kind !== "directory")
        return undefined;
    if (!Number.isSafeInteger(sizeBytes) || !isAmount(sizeBytes))
        return undefined;
    if (!isDecimal(mtimeNs) || !isDecimal(inode) || !(0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h)(sample))
        return undefined;
    if (typeof format !== "string")
        return undefined;
    const rest = readOptional(value);
    if (rest === undefined || (kind === "directory" && rest.tree === undefined))
        return undefined;
    return { kind, sizeBytes, mtimeNs, inode, sample, format, ...rest };
}
function readOptional(value) {
    const { files, tree, sha256, status, version } = value;
    const fits = isMissingOr(files, isAmount) &&
        isMissingOr(tree, _digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h) &&
        isMissingOr(sha256, _digest_js__WEBPACK_IMPORTED_MODULE_2__/* .isSha256 */ ._h) &&
        isMissingOr(status, isText) &&
        isMissingOr(version, isText);
    if (!fits)
        return undefined;
    return {
        ...(isAmount(files) && { files }),
        ...(isText(tree) && { tree }),
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
function isDecimal(value) {
    return typeof value === "string" && /^\d{1,24}$/.test(value);
}
function isTextRecord(value) {
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.values(value).every((item) => typeof item === "string");
}
function corrupt(why) {
    return { kind: "corrupt", why };
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export nearest */
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1916);

/** The candidate that a person most likely meant; `undefined` where none is near. */
function nearest(name, candidates) {
    const wanted = name.toLowerCase();
    let best;
    let bestDistance = Math.max(1, Math.floor(name.length / 2)) + 1;
    for (const candidate of candidates) {
        const far = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_0__/* .distance */ .Io)(wanted, candidate.toLowerCase());
        if (far < bestDistance)
            [best, bestDistance] = [candidate, far];
    }
    return best;
}
/** ` Did you mean "x"?`, or nothing where no candidate is near. */
function didYouMean(name, candidates) {
    const best = nearest(name, candidates);
    return best === undefined ? "" : ` Did you mean ${JSON.stringify(best)}?`;
}


/***/ }),

/***/ 1709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ nodeCrypto)
/* harmony export */ });
/**
 * Node's cryptography, loaded when it is first used: loading it takes a third of the time of an empty start, and many
 * short commands never need it.
 */
function nodeCrypto() {
    // oxlint-disable-next-line no-restricted-globals -- the only way to load a part of Node late and at once
    return process.getBuiltinModule("node:crypto");
}


/***/ }),

/***/ 3783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   PE: () => (/* binding */ staleOf),
/* harmony export */   ek: () => (/* binding */ placesOf),
/* harmony export */   pS: () => (/* binding */ shownPath),
/* harmony export */   tj: () => (/* binding */ belowWorkspace),
/* harmony export */   vY: () => (/* binding */ ownFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5845);


/** The places of a shard below a workspace. */
function placesOf(workspace, shard) {
    const checkpoint = belowWorkspace(workspace, shard.checkpoint);
    return {
        checkpoint,
        marker: checkpoint + _marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM,
        started: checkpoint + _marker_js__WEBPACK_IMPORTED_MODULE_1__/* .STARTED_SUFFIX */ .ad,
        work: shard.work === undefined ? checkpoint : belowWorkspace(workspace, shard.work),
    };
}
/** The folder of Donemark's own files. */
function ownFolder(workspace) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, ".donemark");
}
/** A path as people are shown it: relative to the workspace where it lies below. */
function shownPath(workspace, path) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspace, path);
    const isOutside = below === "" || below === ".." || below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    return isOutside || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(below) ? path : below;
}
/** Where what lies at a path is set aside, one generation. */
function staleOf(path) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}.stale`);
}
/** An absolute path. Most are normalised already: resolving each anew would cost more than looking at it. */
function belowWorkspace(workspace, path) {
    const isPlain = node_path__WEBPACK_IMPORTED_MODULE_0__.sep === "/" && !/(?:^|\/)(?:\.|\/|$)/.test(path);
    return isPlain ? `${workspace}/${path}` : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, path);
}


/***/ }),

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Yl: () => (/* binding */ asUserError),
/* harmony export */   dc: () => (/* binding */ EXIT),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   up: () => (/* binding */ hasCode),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/** The exit codes of the command, as the README lists them. */
const EXIT = { done: 0, failed: 1, usage: 2, checkpoint: 3, remaining: 4 };
/**
 * A fault that the user can mend: shown as its message, without a stack.
 * The message says what was expected, what came, and what to do.
 */
class UserError extends Error {
    /** Each fault found, one line each; the message holds them all. */
    problems;
    exitCode;
    constructor(problems, exitCode = EXIT.usage) {
        super(problems.join("\n"));
        this.name = "UserError";
        this.problems = problems;
        this.exitCode = exitCode;
    }
}
/**
 * What a surface can show in a line: a user's fault, or what the system refused (a full disk, a missing right), whose
 * message names the path. `undefined` for a fault of Donemark's own, whose stack is wanted.
 */
function asUserError(error) {
    if (error instanceof UserError)
        return error;
    const isSystem = error instanceof Error && "code" in error && "syscall" in error;
    return isSystem ? new UserError([error.message], EXIT.failed) : undefined;
}
/** Is this a system error with one of these codes (`ENOENT`, …)? */
function hasCode(error, ...codes) {
    return (error instanceof Error &&
        "code" in error &&
        typeof error.code === "string" &&
        codes.includes(error.code));
}
/** One line of text for anything that was thrown. */
function describe(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 6264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatHours),
/* harmony export */   E: () => (/* binding */ renderProgress)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8415);

/** `12 of 40 done · 3.1/min · 9m 02s left · saved 1.20 GB · 4.2 GPU-hours not run again`. */
function renderProgress(progress) {
    const { done, total, ran, failed, elapsedMs, savedBytes, secondsSaved } = progress;
    const left = total - done - failed;
    const perMs = ran / Math.max(1, elapsedMs);
    const facts = [
        `${done} of ${total} done`,
        failed > 0 ? `${failed} failed` : undefined,
        ran > 0 ? formatRate(perMs) : undefined,
        ran > 0 && left > 0 ? `${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(left / perMs)} left` : undefined,
        savedBytes > 0 ? `saved ${(0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatBytes */ .z3)(savedBytes)}` : undefined,
        secondsSaved > 0 ? `${formatHours(secondsSaved)} not run again` : undefined,
    ];
    return facts.filter((fact) => fact !== undefined).join(" · ");
}
/** Time that a command would have taken, as GPU time. */
function formatHours(seconds) {
    if (seconds >= 360)
        return `${(seconds / 3600).toFixed(1)} GPU-hours`;
    return `${seconds >= 10 ? seconds.toFixed(0) : seconds.toFixed(1)} GPU-seconds`;
}
function formatRate(perMs) {
    const perMinute = perMs * 60_000;
    if (perMinute >= 1)
        return `${perMinute >= 100 ? perMinute.toFixed(0) : perMinute.toFixed(1)}/min`;
    return `${(perMinute * 60).toFixed(1)}/h`;
}


/***/ }),

/***/ 9471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BY: () => (/* binding */ quotaWarning),
/* harmony export */   Qm: () => (/* binding */ DEFAULT_LIMIT_BYTES),
/* harmony export */   uc: () => (/* binding */ expectedBytes)
/* harmony export */ });
/** GitHub's limit for a repository where nothing else is known. */
const DEFAULT_LIMIT_BYTES = 10 * 1024 ** 3;
/**
 * One line for people if what is expected to be saved does not fit: beyond the limit the service drops what was used
 * least recently, finished shards among it. `undefined` where it fits.
 */
function quotaWarning({ usedBytes, limitBytes }, comingBytes) {
    if (usedBytes + comingBytes <= limitBytes)
        return undefined;
    return (`The cache holds ${gigabytes(usedBytes)} and about ${gigabytes(comingBytes)} are going to be saved, ` +
        `but its limit is ${gigabytes(limitBytes)}${limitBytes === DEFAULT_LIMIT_BYTES ? " where nobody has raised it" : ""}: the service will drop what was used least recently, finished shards ` +
        "among it, and they will run again. Raise the limit in the repository's settings (Actions, caches), remove old " +
        "caches, or use a store on a disk (store: file:<folder>).");
}
/** What is going to be saved: the shards that remain, each of the size that those saved so far have had. */
function expectedBytes(remaining, savedBytes, saved) {
    return saved === 0 ? 0 : Math.round((savedBytes / saved) * Math.max(remaining, 0));
}
function gigabytes(bytes) {
    const amount = bytes / 1024 ** 3;
    return `${amount >= 10 ? amount.toFixed(0) : amount.toFixed(amount >= 0.1 ? 1 : 3)} GiB`;
}


/***/ }),

/***/ 5519:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lt: () => (/* binding */ select),
/* harmony export */   Lu: () => (/* binding */ formatRange),
/* harmony export */   Qi: () => (/* binding */ parseSelectors),
/* harmony export */   gu: () => (/* binding */ digestOfIds)
/* harmony export */ });
/* unused harmony export sliceOf */
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1257);
/* harmony import */ var _nearest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6661);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9716);



/** Reads a JSON array or one selector a line. Problems come back as text. */
function parseSelectors(text) {
    const items = itemsOf(text);
    if (items === undefined)
        return `a JSON array of texts or one id a line, got ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(text)}`;
    const selectors = [];
    for (const item of items) {
        const selector = parseSelector(item);
        if (typeof selector === "string")
            return selector;
        selectors.push(selector);
    }
    return selectors;
}
/** The ids that the selectors name, or what is wrong with them. `label` is the input's name. */
function select(label, selectors, from) {
    const known = new Set(from.ids);
    const chosen = new Set();
    const problems = [];
    for (const selector of selectors) {
        const found = idsOf(selector, from, known);
        for (const id of found)
            chosen.add(id);
        if (selector.kind === "name" && found.length === 0) {
            problems.push(`${label} names no shard: ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(selector.text)}.${(0,_nearest_js__WEBPACK_IMPORTED_MODULE_0__/* .didYouMean */ .a)(selector.text, from.ids)}`);
        }
    }
    const changed = findChangedList(label, selectors, from.ids);
    if (changed !== undefined)
        problems.push(changed);
    return problems.length > 0 ? { problems } : chosen;
}
/** The digest of a list of ids, as a range names it. */
function digestOfIds(ids) {
    return (0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256OfList */ .bK)(ids).slice(0, DIGEST_DIGITS);
}
const DIGEST_DIGITS = 16;
/** The text of a range, as `only` takes it. */
function formatRange({ from, to, digest }) {
    return `range:${from}-${to}/${digest}`;
}
/** Places in another list would be other shards. */
function findChangedList(label, selectors, ids) {
    const ranges = selectors.filter((selector) => selector.kind === "range");
    if (ranges.length === 0)
        return undefined;
    const digest = digestOfIds(ids);
    const wrong = ranges.find((range) => range.digest !== digest || range.to > ids.length);
    if (wrong === undefined)
        return undefined;
    return (`The shards changed since the plan: ${label} names ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(formatRange(wrong))}, places in the plan's list of shards, ` +
        `and the list of now (${ids.length} shards, digest ${digest}) is another one. ` +
        "Plan again: run the whole workflow anew, not its failed jobs alone.");
}
function itemsOf(text) {
    if (!text.trimStart().startsWith("["))
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nonBlankLines */ .n5)(text);
    try {
        const list = JSON.parse(text);
        return Array.isArray(list) && list.every((item) => isName(item)) ? list : undefined;
    }
    catch {
        // A glob may begin like an array.
        return (0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .nonBlankLines */ .n5)(text);
    }
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
        return `"slice:i/n" with i from 1 to n, got ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(item)}`;
    return { kind: "slice", part: i, of: n };
}
/** Each further one multiplies the time that matching can take by the length of an id. */
const MOST_STARS = 4;
function parseName(text) {
    const stars = text.split("/").map((segment) => segment.match(/\*+/g)?.length ?? 0);
    if (Math.max(...stars) <= MOST_STARS)
        return { kind: "name", text };
    return `ids and globs with at most ${MOST_STARS} "*" between slashes, got ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(text)}`;
}
function parseRange(item) {
    const [, first, last, digest = ""] = /^range:(\d{1,7})-(\d{1,7})\/([\da-f]{16})$/.exec(item) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (from >= 1 && from <= to)
        return { kind: "range", from, to, digest };
    return `"range:from-to/digest" as plan gave it, got ${(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(item)}`;
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
        case "name":
            return known.has(selector.text) ? [selector.text] : idsLike(selector.text, from);
    }
}
/** The matcher is given the id alone: another argument can mean something to it. */
function idsLike(pattern, { ids, globMatcher }) {
    const matches = globMatcher(pattern);
    return ids.filter((id) => matches(id));
}
/** The slice, from 1, that an id falls into: by its hash, so that other shards never move it. */
function sliceOf(id, of) {
    return (Number.parseInt((0,_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc)(id).slice(0, 12), 16) % of) + 1;
}


/***/ }),

/***/ 5469:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JI: () => (/* binding */ parseStartRecord),
/* harmony export */   Wv: () => (/* binding */ readProcess),
/* harmony export */   d3: () => (/* binding */ formatStartRecord)
/* harmony export */ });
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5845);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9716);


/** One line of JSON. */
function formatStartRecord(record) {
    return `${JSON.stringify({ donemark: 1, status: "started", ...record })}\n`;
}
/** `undefined` for a record that cannot be read: it still says that a command was started. Never throws. */
function parseStartRecord(text) {
    const value = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) || value["donemark"] !== 1 || value["status"] !== "started")
        return undefined;
    const { shard, startedAt, runTag, resumed } = value;
    const fingerprint = (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readFingerprint */ .bi)(value["fingerprint"]);
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
        attempt: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmount */ .Pt)(value["attempt"]) ? value["attempt"] : 1,
        resumed: resumed === true,
        runTag,
        owner,
        by: (0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .readAuthor */ .Y)(value["by"]),
        ...(failure !== undefined && { failure }),
        ...(value["ended"] === true && { ended: true }),
    };
}
function readProcess(value) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    const { pid, startTime, boot } = value;
    if (!(0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmount */ .Pt)(pid) || typeof startTime !== "string" || typeof boot !== "string")
        return undefined;
    return { pid, startTime, boot };
}
function readFailure(value) {
    if (!(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    const { times, reason, exitCode, logTail, at } = value;
    if (!(0,_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .isAmount */ .Pt)(times) || typeof reason !== "string" || typeof at !== "string")
        return undefined;
    return {
        times,
        reason,
        at,
        exitCode: typeof exitCode === "number" ? exitCode : null,
        logTail: typeof logTail === "string" ? logTail : "",
    };
}


/***/ }),

/***/ 8261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   rk: () => (/* binding */ readStatus),
/* harmony export */   vT: () => (/* binding */ DEFAULT_STATUS_RULES)
/* harmony export */ });
const DEFAULT_STATUS_RULES = {
    statusField: "status",
    versionField: "version",
    complete: ["complete", "completed", "done", "success"],
    inProgress: ["in_progress", "in-progress", "running", "partial"],
    highestVersion: undefined,
};
/** What the embedded status means. Upper and lower case are the same. */
function readStatus(status, rules) {
    if (status === undefined)
        return "none";
    const word = status.trim().toLowerCase();
    if (rules.complete.includes(word))
        return "complete";
    if (rules.inProgress.includes(word))
        return "in-progress";
    return "other";
}
/**
 * Is a checkpoint of this version newer than accepted? Versions are compared number by number, so `10.0` is newer
 * than `2.0`, and as far as the accepted one goes: `1` accepts every `1.x`. No version is `0.x`, which is accepted;
 * a value that is no version at all is not accepted.
 */
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
/** Can versions be compared with this one: `2`, `1.10`, `v3.x`, `1.0-rc.1`? */
function isVersion(version) {
    return numbersOf(version) !== undefined;
}
function numbersOf(version) {
    const found = /^v?(\d{1,9}(?:\.\d{1,9})*)(?:\.x)?(?:[-+][0-9a-z.-]*)?$/i.exec(version.trim());
    return found?.[1]?.split(".").map(Number);
}


/***/ }),

/***/ 9716:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   n5: () => (/* binding */ nonBlankLines),
/* harmony export */   n6: () => (/* binding */ compareText),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/** Plain comparison by UTF-16 code unit: the same on every machine and in every language. */
function compareText(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
/** `1 shard`, `3 shards`. */
function count(amount, noun) {
    const grouped = String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ",");
    return `${grouped} ${noun}${amount === 1 ? "" : "s"}`;
}
/** A value as an error shows it: JSON, also of the control characters that JSON leaves, cut at 80 characters. */
function show(value) {
    const json = JSON.stringify(value) ?? String(value);
    const text = json.replaceAll(/[\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
/** The lines of a text that hold something, trimmed. */
function nonBlankLines(text) {
    return text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 8052:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ copyTree),
/* harmony export */   F8: () => (/* binding */ TEMPORARY_PREFIX),
/* harmony export */   KL: () => (/* binding */ syncNames),
/* harmony export */   L9: () => (/* binding */ syncAll),
/* harmony export */   Z9: () => (/* binding */ makeNewFolder),
/* harmony export */   v8: () => (/* binding */ writeDurably),
/* harmony export */   wZ: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/** Temporary names of Donemark: never a shard's own file, swept up by the next writer of the same folder. */
const TEMPORARY_PREFIX = ".donemark-tmp-";
/**
 * Writes a small text so that after any crash either the old content or the new one is there:
 * temporary name in the same folder, flush, rename, flush of the folder.
 * `token` makes the temporary name this writer's own.
 */
async function writeDurably(disk, path, text, token) {
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), `${TEMPORARY_PREFIX}${token}`);
    await disk.unlink(temporary);
    try {
        await disk.create(temporary, text);
        await disk.syncFile(temporary);
        await disk.rename(temporary, path);
    }
    catch (error) {
        await disk.unlink(temporary).catch(() => false);
        throw error;
    }
    await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
}
/** Creates a folder and those above it that are missing, each flushed into the one above. */
async function makeFolders(disk, folder) {
    if (disk.stat(folder)?.kind === "directory")
        return;
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
    if (above !== folder)
        await makeFolders(disk, above);
    if (await disk.makeDirectory(folder))
        await disk.syncDirectory(above);
}
/**
 * Flushes the names of folders that somebody else may have made a moment ago, up to the root: a power cut that takes
 * such a name takes all that has been flushed below it. Best effort, as not every folder above may be opened.
 */
async function syncNames(disk, folders) {
    const above = new Set();
    for (const folder of new Set(folders)) {
        if (disk.stat(folder)?.kind !== "directory")
            continue;
        for (let at = folder; (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at) !== at && !above.has((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at)); at = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at))
            above.add((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(at));
    }
    for (const folder of above)
        await disk.syncDirectory(folder).catch(() => undefined);
}
/** Creates a folder that was not there. @throws `EEXIST` and other system errors. */
async function makeNewFolder(disk, folder) {
    if (await disk.makeDirectory(folder))
        return;
    throw Object.assign(new Error(`EEXIST: ${folder} is there already`), { code: "EEXIST" });
}
/** Flushes a file, or every file and folder of a directory from the leaves up, and then the folder that holds it. */
async function syncAll(disk, path) {
    await syncBelow(disk, path);
    await disk.syncDirectory((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path));
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
/** Copies a file or a directory to a new path; links are copied as links. Nothing is flushed. */
async function copyTree(disk, from, to) {
    const entries = disk.stat(from)?.kind === "directory" ? disk.list(from) : undefined;
    if (entries === undefined)
        return disk.copyFile(from, to);
    await disk.makeDirectory(to);
    for (const { name, kind } of entries) {
        if (kind === "link")
            await disk.link(disk.readLink((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(from, name)), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(to, name));
        else
            await copyTree(disk, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(from, name), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(to, name));
    }
}


/***/ }),

/***/ 9311:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $1: () => (/* binding */ isSameMeasure),
/* harmony export */   Hl: () => (/* binding */ findDifference),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   uV: () => (/* binding */ sampleOf),
/* harmony export */   xP: () => (/* binding */ measure)
/* harmony export */ });
/* unused harmony export samplePlaces */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1257);
/* harmony import */ var _core_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1709);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9716);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7799);





const BLOCK_BYTES = 64 * 1024;
const MIDDLE_BLOCKS = 4;
const CHUNK_BYTES = 1024 * 1024;
/** Size, time and inode; of a directory, count, bytes and the digest over (path, size, mtime). */
function measure(disk, path) {
    const stat = disk.stat(path);
    if (stat === undefined)
        return { kind: "absent" };
    const { inode, mtimeNs, sizeBytes } = stat;
    if (stat.kind === "file") {
        return { kind: "measured", measure: { kind: "file", sizeBytes, mtimeNs, inode } };
    }
    if (stat.kind === "other")
        return { kind: "refused", why: "it is neither a file nor a directory" };
    const tree = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readTree */ .Z)(disk, path);
    if ("refused" in tree)
        return { kind: "refused", why: tree.refused };
    return { kind: "measured", measure: { inode, ...measureTree(tree) } };
}
/** A link counts by where it points; no digest and no size looks like it. */
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
    const tree = (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256OfList */ .bK)([...facts, ...linkFacts(links)]);
    return { kind: "directory", sizeBytes, mtimeNs: String(latest), files: files.length, tree };
}
/** Are these the bytes of the marker, as far as size, time and inode tell? */
function isSameMeasure(marked, found) {
    return (marked.kind === found.kind &&
        marked.sizeBytes === found.sizeBytes &&
        marked.mtimeNs === found.mtimeNs &&
        marked.tree === found.tree &&
        marked.inode === found.inode);
}
/** How what was found differs from what was marked in kind, files and size, in words. Times and inodes count for nothing. */
function findDifference(marked, found) {
    if (found.kind !== marked.kind)
        return `it is a ${found.kind}, the marker says ${marked.kind}`;
    if (marked.files !== undefined && found.files !== marked.files) {
        return `it has ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(found.files ?? 0, "file")}, the marker says ${marked.files}`;
    }
    if (found.sizeBytes === marked.sizeBytes)
        return undefined;
    return `it has ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(found.sizeBytes, "byte")}, the marker says ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(marked.sizeBytes, "byte")}`;
}
/**
 * The sample digest: size, the first and the last 64 KiB, and four blocks between at places that the size decides.
 * A file of up to 384 KiB is read whole. Of a directory: over (path, sample) of every file.
 *
 * Zeros over L bytes of a file of S bytes, wherever they begin, are met with a probability of about 5 (L + 64 KiB) / S,
 * which is 1 from a fifth of the file on: the blocks lie evenly, as lost extents do not come at random single bytes.
 */
function sampleOf(disk, path) {
    if (disk.stat(path)?.kind !== "directory")
        return withReader(disk, path, sampleFile);
    return overTree(disk, path, (file) => withReader(disk, file, sampleFile));
}
/** SHA-256 of every byte; of a directory, over (path, SHA-256) of every file. */
function digestOf(disk, path) {
    if (disk.stat(path)?.kind !== "directory")
        return withReader(disk, path, digestFile);
    return overTree(disk, path, (file) => withReader(disk, file, digestFile));
}
function sampleFile(reader) {
    const hash = (0,_core_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeCrypto */ .S)().createHash("sha256").update(`${reader.sizeBytes}\n`);
    for (const [offset, length] of samplePlaces(reader.sizeBytes))
        hash.update(reader.read(offset, length));
    return hash.digest("hex");
}
/** Offsets and lengths of the blocks of a sample, in order and without overlap beyond the file's end. */
function samplePlaces(sizeBytes) {
    if (sizeBytes <= BLOCK_BYTES * (MIDDLE_BLOCKS + 2))
        return [[0, sizeBytes]];
    const room = sizeBytes - BLOCK_BYTES;
    return Array.from({ length: MIDDLE_BLOCKS + 2 }, (_, i) => {
        return [Math.floor((room * i) / (MIDDLE_BLOCKS + 1)), BLOCK_BYTES];
    });
}
function digestFile(reader) {
    const hash = (0,_core_node_crypto_js__WEBPACK_IMPORTED_MODULE_4__/* .nodeCrypto */ .S)().createHash("sha256");
    // One more than the file had when it was opened: it may have grown.
    const length = Math.min(CHUNK_BYTES, reader.sizeBytes + 1);
    const buffer = Buffer.allocUnsafe(length);
    for (let offset = 0;; offset += length) {
        const bytes = reader.read(offset, length, buffer);
        hash.update(bytes);
        if (bytes.length < length)
            return hash.digest("hex");
    }
}
function overTree(disk, directory, digest) {
    const tree = (0,_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readTree */ .Z)(disk, directory);
    if ("refused" in tree)
        throw new Error(`${directory}: ${tree.refused}`);
    const contents = tree.files.flatMap(({ path }) => [path, digest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, path))]);
    return (0,_core_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256OfList */ .bK)([...contents, ...linkFacts(tree.links)]);
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


/***/ }),

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ realDisk)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7975);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5524);




/** Of what is missing, node still throws for a path below a file. */
const QUIETLY = { bigint: true, throwIfNoEntry: false };
/** A link that leads to itself leads nowhere. */
const MISSING = ["ENOENT", "ENOTDIR", "ELOOP"];
const flush = (0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_fs__WEBPACK_IMPORTED_MODULE_0__.fsync);
/** A named pipe in the place of a file must not hold up whoever opens it until somebody writes there. */
const READING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
/**
 * Changes of one name in one folder take microseconds, a trip through the thread pool up to a millisecond where flushes
 * crowd it; a durable start and finish make twenty of them.
 */
function soon(change) {
    return async (...args) => change(...args);
}
/** The disk of this machine. */
const realDisk = {
    stat: (path) => {
        const found = unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, QUIETLY));
        return found === undefined ? undefined : asStat(found);
    },
    stamp: (path) => {
        try {
            const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
            return found.isFile() ? [found.size, found.mtimeMs, found.ctimeMs, found.ino] : undefined;
        }
        catch (error) {
            if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, ...MISSING))
                return undefined;
            throw error;
        }
    },
    exists: (path) => unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, QUIETLY)) !== undefined,
    list: (directory) => unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory, { withFileTypes: true }).map(asListed)),
    names: (directory) => unlessMissing(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(directory)) ?? [],
    readText: (path, maxBytes) => unlessMissing(() => readUpTo(path, maxBytes)),
    readLink: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path),
    realPath: (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path),
    open: openReader,
    create: soon((path, text) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text, { flag: "wx" })),
    append: soon(appendOnce),
    syncFile: (path) => sync(path, READING),
    syncDirectory: (directory) => sync(directory, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY ?? 0)),
    rename: soon((from, to) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(from, to)),
    unlink: soon((path) => unlessCode("ENOENT", () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path))),
    makeDirectory: soon((path) => unlessCode("EEXIST", () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(path))),
    removeTree,
    copyFile: (from, to) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.copyFile(from, to, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_EXCL | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.COPYFILE_FICLONE),
    hardLink: soon((from, to) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.linkSync)(from, to)),
    link: (target, path) => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.symlink(target, path),
    freeBytes: async (path) => {
        const found = await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.statfs(path);
        return found.bavail * found.bsize;
    },
};
const APPENDING = node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY |
    node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND |
    node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT |
    (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW ?? 0) |
    (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0);
function appendOnce(path, text) {
    const bytes = Buffer.from(text);
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, APPENDING, 0o666);
    try {
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(fd, bytes);
        if (written < bytes.length)
            throw new Error(`${path}: ${written} of ${bytes.length} bytes fit`);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** A command may have taken its own right to write from a folder that it is done with. */
async function removeTree(path) {
    const remove = () => node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.rm(path, { recursive: true, force: true });
    try {
        await remove();
    }
    catch (error) {
        if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, "EACCES", "EPERM"))
            throw error;
        await openFolders(path);
        await remove();
    }
}
async function openFolders(path) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, QUIETLY)?.isDirectory() !== true)
        return;
    await node_fs__WEBPACK_IMPORTED_MODULE_0__.promises.chmod(path, 0o700);
    for (const name of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path))
        await openFolders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name));
}
function asStat(found) {
    return {
        kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other",
        sizeBytes: Number(found.size),
        mtimeNs: String(found.mtimeNs),
        ctimeNs: String(found.ctimeNs),
        inode: String(found.ino),
    };
}
function asListed(entry) {
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
}
function openReader(path) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, READING);
    return {
        sizeBytes: (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd).size,
        read: (offset, length, into) => readAt(fd, { offset, length }, into),
        close: () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd),
    };
}
function readAt(fd, { offset, length }, bytes = Buffer.allocUnsafe(length)) {
    let filled = 0;
    while (filled < length) {
        const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, bytes, filled, length - filled, offset + filled);
        if (read === 0)
            break;
        filled += read;
    }
    return bytes.subarray(0, filled);
}
const shared = Buffer.allocUnsafe(64 * 1024);
/** @throws for what is no file: a pipe or a device that has nothing to say is not an empty file. */
function readUpTo(path, maxBytes) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, READING);
    try {
        const text = maxBytes > shared.length
            ? Buffer.from(readAt(fd, { offset: 0, length: Math.min(maxBytes, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd).size) })).toString("utf8")
            : shared.toString("utf8", 0, (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(fd, shared, 0, maxBytes, 0));
        if (text === "" && !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(fd).isFile())
            throw new Error(`${path} is no file`);
        return text;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
/** Waiting for the device is what takes long, and the only thing that others need not wait for. */
async function sync(path, flags) {
    const fd = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, flags);
    try {
        await flush(fd);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(fd);
    }
}
function unlessMissing(look) {
    try {
        return look();
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, ...MISSING))
            return undefined;
        throw error;
    }
}
function unlessCode(code, change) {
    try {
        change();
        return true;
    }
    catch (error) {
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .hasCode */ .up)(error, code))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 7799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ readTree)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9716);


/** Every file and link below a directory, sorted by path. A link must stay inside, and is not followed. */
function readTree(disk, directory) {
    const found = { files: [], links: [] };
    const refused = walk(disk, directory, "", found);
    if (refused !== undefined)
        return { refused };
    const byPath = (a, b) => (0,_core_text_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n6)(a.path, b.path);
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
    if (kind === "directory")
        return walk(disk, root, path, found);
    if (kind === "link") {
        const target = disk.readLink((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path));
        found.links.push({ path, target });
        return checkLink(path, target);
    }
    const stat = kind === "file" ? disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, path)) : undefined;
    if (stat === undefined)
        return `${path} is neither a file nor a folder`;
    found.files.push({ path, stat });
    return undefined;
}
/**
 * A target is resolved as text, which is only right while no `..` climbs out of another link: a `..` may stand at the
 * target's beginning alone.
 */
function checkLink(path, target) {
    const names = target.split("/").filter((name) => name !== "" && name !== ".");
    const climbsLate = names.some((name, place) => name === ".." && place > 0 && names[place - 1] !== "..");
    const reached = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(path), target));
    const leaves = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(target) || reached === ".." || reached.startsWith("../");
    return leaves || climbsLate
        ? `the link ${path} leads out of the directory, to ${target}`
        : undefined;
}


/***/ }),

/***/ 6971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ print)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5524);


/**
 * Writes an answer to standard output and waits until it is taken. Writing to the file itself spares a short command
 * the loading of Node's streams; where the other end is slow and does not block, the stream does the rest.
 */
async function print(text) {
    const bytes = Buffer.from(text);
    let written = 0;
    try {
        while (written < bytes.length)
            written += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(STANDARD_OUTPUT, bytes, written);
    }
    catch (error) {
        // Nobody reads on (`donemark plan | head`): what is left to say is not wanted.
        if ((0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EPIPE"))
            return;
        if (!(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .hasCode */ .up)(error, "EAGAIN"))
            throw error;
        await new Promise((done) => {
            process.stdout.write(bytes.subarray(written), () => done());
        });
    }
}
const STANDARD_OUTPUT = 1;


/***/ }),

/***/ 1276:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ isSettled),
/* harmony export */   aR: () => (/* binding */ writeCache),
/* harmony export */   nF: () => (/* binding */ cacheFolder)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _core_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1257);
/* harmony import */ var _files_durable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8052);




/** A file that changed this short before it was read may change again within one tick of the clock. */
const RACY_MS = 2000;
/**
 * The folder for caches: `DONEMARK_CACHE_DIR`, else `XDG_CACHE_HOME` or `~/.cache`, with `donemark` below.
 * It lies outside the workspace, which a checkout cleans.
 */
function cacheFolder(env) {
    const own = env["DONEMARK_CACHE_DIR"];
    if (own !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(own))
        return own;
    const base = env["XDG_CACHE_HOME"];
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(base !== undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(base) ? base : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)(), ".cache"), "donemark");
}
/** Can a file that last changed then be told apart from a later one by its size, times and inode? */
function isSettled(ctimeMs, nowMs) {
    return nowMs - ctimeMs > RACY_MS;
}
/** Replaces a cache file; one that cannot be written costs time later, nothing else. */
async function writeCache(disk, place, text) {
    const temporary = `${place.file}.${(0,_core_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(`${process.pid} ${text.length}`).slice(0, 8)}.tmp`;
    try {
        await (0,_files_durable_js__WEBPACK_IMPORTED_MODULE_2__/* .makeFolders */ .wZ)(disk, place.folder);
        await disk.unlink(temporary);
        await disk.create(temporary, text);
        await disk.rename(temporary, place.file);
    }
    catch {
        await disk.unlink(temporary).catch(() => false);
    }
}


/***/ }),

/***/ 4111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ expandShards)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/core/places.js
var places = __nccwpck_require__(3783);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var core_digest = __nccwpck_require__(1257);
// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __nccwpck_require__(6661);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
;// CONCATENATED MODULE: ./lib/core/template.js



const PLACEHOLDER = /\{([^{}]*)\}/g;
/** The placeholders of a template, in order. */
function placeholdersOf(template) {
    return [...template.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");
}
/** What is wrong with a template, one line each. `label` names it for the user. */
function checkTemplate(label, template, allowed) {
    if (template.startsWith("~/"))
        return [
            `${label} must not begin with "~/", which no shell expands here: write the folder out.`,
        ];
    return placeholdersOf(template)
        .filter((name) => !allowed.includes(name))
        .map((name) => `${label} must use only ${allowed.map((a) => `{${a}}`).join(" ")}, got {${name}}.` +
        (name === "index"
            ? " {index} exists only where `shards` is a number."
            : (0,nearest/* didYouMean */.a)(name, allowed)));
}
/**
 * Gives the path of a shard, with `/` and without `.` segments or a `/` at its end.
 * The template is read once for all shards.
 */
function expander(template) {
    const pieces = template.split(PLACEHOLDER);
    return (values) => {
        let path = "";
        for (const [place, piece] of pieces.entries())
            path += place % 2 === 0 ? piece : template_valueOf(piece, values);
        const normal = NOT_NORMAL.test(path) ? external_node_path_.posix.normalize(path) : path;
        return normal.endsWith("/") && normal !== "/" ? normal.slice(0, -1) : normal;
    };
}
/** An empty segment, or one of dots only. */
const NOT_NORMAL = /(^|\/)\.{1,2}(\/|$)|\/\//;
function template_valueOf(placeholder, values) {
    if (placeholder === "id")
        return values.id;
    return placeholder === "name" ? values.name : (values.index ?? "");
}
/** The folder that a template names literally: all before its first placeholder, up to the last `/`; `.` for none. */
function fixedPart(template) {
    const literal = template.split("{", 1)[0] ?? "";
    const end = literal.lastIndexOf("/");
    return end < 0 ? "." : external_node_path_.posix.normalize(literal.slice(0, end + 1)).replace(/(?<=.)\/$/, "");
}
/** Does a normalised path lie below a folder? */
function isBelow(folder, path) {
    if (folder === ".")
        return !/^(\/|\.{0,2}$|\.\.\/)/.test(path);
    const front = folder === "/" ? "/" : `${folder}/`;
    return path.startsWith(front) && path !== front;
}
/** The longest file name, in bytes, that leaves room for the suffixes of markers, start records and set-aside files. */
const LONGEST_NAME_BYTES = 255 - ".started.".length - 8;
/** Gives what is wrong with a shard's path, or `undefined`. The template is read once for all shards. */
function pathChecker(template) {
    const folder = fixedPart(template);
    const windowsFolder = asWindows(folder);
    return (label, path) => {
        const leadsOut = !isBelow(folder, path) || (path.includes("\\") && !isBelow(windowsFolder, asWindows(path)));
        if (leadsOut) {
            return `${label} ${(0,core_text/* show */.WU)(path)} leads out of ${(0,core_text/* show */.WU)(folder)}, the fixed part of ${(0,core_text/* show */.WU)(template)}.`;
        }
        if (path.length * MOST_BYTES_A_UNIT <= LONGEST_NAME_BYTES)
            return undefined;
        const long = path.split("/").find((name) => Buffer.byteLength(name) > LONGEST_NAME_BYTES);
        if (long === undefined)
            return undefined;
        return `${label} has a file name of ${Buffer.byteLength(long)} bytes, at most ${LONGEST_NAME_BYTES} can be stored: ${(0,core_text/* show */.WU)(long)}.`;
    };
}
/** A path as Windows reads it, where a backslash separates too: what leads out there leads out everywhere. */
function asWindows(path) {
    return external_node_path_.posix.normalize(path.replaceAll("\\", "/"));
}
/** UTF-8 takes at most three bytes for a UTF-16 code unit. */
const MOST_BYTES_A_UNIT = 3;

;// CONCATENATED MODULE: ./lib/core/shard.js




const LONGEST_ID = 200;
/** The seeds of a whole number of shards: ids `0000`…, wider where the number needs it. */
function seedsOfCount(shards) {
    const width = Math.max(4, String(shards - 1).length);
    return Array.from({ length: shards }, (_, index) => {
        const id = String(index).padStart(width, "0");
        return { id, name: id, inputs: [] };
    });
}
/** The seed of a file that a glob matched; `below` is its path below the glob's fixed part. */
function seedOfFile(path, below) {
    const id = withoutExtension(below);
    return { id, name: lastSegment(id), inputs: [{ path }] };
}
/** The seeds of a JSON list `[{"id","inputs","sha256"}]`; each entry that does not fit is a problem. */
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
/** Places every seed by the templates, sorted by id. */
function placeShards(seeds, templates, counted) {
    const allowed = counted ? ["id", "name", "index"] : ["id", "name"];
    const wrong = [
        ...checkTemplate("checkpoint", templates.checkpoint, allowed),
        ...(templates.work === undefined ? [] : checkWork(templates.work, allowed)),
    ];
    if (wrong.length > 0)
        return { problems: wrong };
    const sorted = seeds.toSorted((a, b) => (0,core_text/* compareText */.n6)(a.id, b.id));
    const shards = placeAll(sorted, templates);
    const problems = [
        ...sorted.flatMap((seed) => checkId(seed.id)),
        ...checkPaths(shards, templates),
        ...findClashes(shards),
    ];
    return problems.length > 0 ? { problems } : { shards };
}
function placeAll(seeds, templates) {
    const checkpoint = expander(templates.checkpoint);
    const work = templates.work === undefined ? undefined : expander(templates.work);
    return seeds.map(({ id, name, inputs }, index) => {
        const values = { id, name, index: String(index) };
        const shard = { id, name, index, inputs, checkpoint: checkpoint(values) };
        return work === undefined ? shard : { ...shard, work: work(values) };
    });
}
function checkWork(template, allowed) {
    const names = placeholdersOf(template);
    if (names.includes("id") || names.includes("name"))
        return checkTemplate("work", template, allowed);
    return [
        `work must contain {id} or {name}, so that no two shards share a folder, got ${(0,core_text/* show */.WU)(template)}.`,
    ];
}
function checkId(id) {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(id)) {
        return [`A shard id must hold no control character, got ${(0,core_text/* show */.WU)(id)}.`];
    }
    if (/\p{Surrogate}/u.test(id)) {
        return [`A shard id must be whole Unicode text, got half of a surrogate pair in ${(0,core_text/* show */.WU)(id)}.`];
    }
    const characters = [...id].length;
    if (characters >= 1 && characters <= LONGEST_ID)
        return [];
    return [`A shard id must have 1 to ${LONGEST_ID} characters, got ${characters}: ${(0,core_text/* show */.WU)(id)}.`];
}
/** Segments that would lead elsewhere: empty ones, `.` and `..`. */
const LEADS_OUT = /(^|\/)(\.{0,2})(\/|$)/;
function checkPaths(shards, templates) {
    const checkCheckpoint = pathChecker(templates.checkpoint);
    const checkWorkPath = pathChecker(templates.work ?? "");
    const problems = [];
    for (const { id, checkpoint, work } of shards) {
        if (LEADS_OUT.test(id)) {
            problems.push(`Shard ${(0,core_text/* show */.WU)(id)}: an id must not have empty, "." or ".." segments, they would lead out of the checkpoint's folder.`);
            continue;
        }
        const wrong = [
            checkCheckpoint("checkpoint", checkpoint),
            work === undefined ? undefined : checkWorkPath("work", work),
        ];
        for (const problem of wrong)
            if (problem !== undefined)
                problems.push(`Shard ${(0,core_text/* show */.WU)(id)}: ${problem}`);
    }
    return problems;
}
function findClashes(shards) {
    const problems = [];
    const owners = new Map();
    const ids = new Map();
    for (const shard of shards) {
        const { id, checkpoint, work } = shard;
        const twin = ids.get(id);
        if (twin !== undefined) {
            problems.push(`Two shards have the id ${(0,core_text/* show */.WU)(id)}: ${(0,core_text/* show */.WU)(sourceOf(twin))} and ${(0,core_text/* show */.WU)(sourceOf(shard))}.`);
            continue;
        }
        ids.set(id, shard);
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
}
/** A path that lies inside another shard's, or where Donemark keeps its records. */
function findNested(owners) {
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
}
const ROOTS = new Set(["", ".", "..", "/"]);
/** The shard whose own path is this folder or one above it. */
function holderOf(folder, owners) {
    for (let path = folder; !ROOTS.has(path); path = external_node_path_.posix.dirname(path)) {
        const holder = owners.get(path) ?? keeperOf(path, owners);
        if (holder !== undefined)
            return holder;
    }
    return undefined;
}
/** The shard whose marker, start record or set-aside generation would lie at this path. */
function keeperOf(path, owners) {
    if (path.endsWith(".done"))
        return owners.get(path.slice(0, -".done".length));
    if (path.endsWith(".started"))
        return owners.get(path.slice(0, -".started".length));
    if (!path.endsWith(".stale"))
        return undefined;
    return owners.get(path.replace(/(?<=^|\/)\.([^/]+)\.stale$/, "$1"));
}
/** Work is set aside, kept and handed on by itself: the checkpoint must not go with it. */
function entangled({ id, checkpoint, work }) {
    return `Shard ${(0,core_text/* show */.WU)(id)}: checkpoint ${(0,core_text/* show */.WU)(checkpoint)} and work ${(0,core_text/* show */.WU)(work)} lie one in the other. Give each a place of its own.`;
}
function sharing(one, other, path) {
    return `Shards ${(0,core_text/* show */.WU)(one.id)} and ${(0,core_text/* show */.WU)(other.id)} share the path ${(0,core_text/* show */.WU)(path)}.`;
}
function sourceOf(shard) {
    return shard.inputs[0]?.path ?? shard.id;
}
function withoutExtension(path) {
    const dot = path.lastIndexOf(".");
    // A name that begins with its only dot has no extension.
    return dot > path.lastIndexOf("/") + 1 ? path.slice(0, dot) : path;
}
function seedOfEntry(entry) {
    if (typeof entry === "string")
        return { id: entry, name: lastSegment(entry), inputs: [] };
    if (!(0,core_text/* isRecord */.u4)(entry) || typeof entry["id"] !== "string") {
        return `must be an object with a text "id", got ${(0,core_text/* show */.WU)(entry)}.`;
    }
    const strange = Object.keys(entry).find((key) => !["id", "inputs", "sha256"].includes(key));
    if (strange !== undefined)
        return `has an unknown key ${(0,core_text/* show */.WU)(strange)}; known are id, inputs, sha256.`;
    const paths = listOfText(entry["inputs"]);
    const digests = listOfText(entry["sha256"]);
    if (paths === undefined)
        return `must have a path or a list of paths as "inputs", got ${(0,core_text/* show */.WU)(entry["inputs"])}.`;
    if (digests === undefined || digests.some((digest) => !(0,core_digest/* isSha256 */._h)(digest.toLowerCase()))) {
        return `must have SHA-256 digests (64 hexadecimal digits) as "sha256", got ${(0,core_text/* show */.WU)(entry["sha256"])}.`;
    }
    if (digests.length > 0 && digests.length !== Math.max(1, paths.length)) {
        return `has ${paths.length} inputs and ${digests.length} digests; give one digest for each input.`;
    }
    return { id: entry["id"], name: nameOf(entry["id"], paths), inputs: pair(paths, digests) };
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
    return first === undefined ? lastSegment(id) : withoutExtension(external_node_path_.posix.basename(first));
}
function lastSegment(id) {
    return id.slice(id.lastIndexOf("/") + 1);
}
function listOfText(value) {
    if (value === undefined || value === null)
        return [];
    if (typeof value === "string")
        return [value];
    if (Array.isArray(value) && value.every((item) => typeof item === "string"))
        return value;
    return undefined;
}

// EXTERNAL MODULE: ./lib/survey/globs.js
var globs = __nccwpck_require__(4885);
;// CONCATENATED MODULE: ./lib/survey/expand.js






const MOST_SHARDS = 1_000_000;
/** A list that is larger is refused; one of 100,000 shards has 20 MB. */
const LIST_LIMIT_BYTES = 256 * 1024 * 1024;
/** @throws {UserError} with every problem of the shards: none found, two on one path, an id that leads out, … */
async function expandShards(disk, workspace, definition) {
    const source = readSource(disk, workspace, definition.shards);
    const counted = typeof source === "number" ? source : undefined;
    const seeds = await seedsOf(disk, workspace, source);
    const { checkpoint, work } = definition;
    const templates = work === undefined ? { checkpoint } : { checkpoint, work };
    const placed = placeShards(seeds, templates, counted !== undefined);
    if ("problems" in placed)
        throw new problem/* UserError */.yo(placed.problems);
    const { shards } = placed;
    const swallowed = findSwallowed(workspace, shards);
    if (swallowed.length > 0)
        throw new problem/* UserError */.yo(swallowed);
    return counted === undefined ? { shards } : { shards, counted };
}
function readSource(disk, workspace, given) {
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
        return { globs: (0,core_text/* nonBlankLines */.n5)(text) };
    const file = text.slice(1).trim();
    return { list: parseList(readListFile(disk, (0,external_node_path_.resolve)(workspace, file), file), file) };
}
function readListFile(disk, path, file) {
    let content;
    try {
        content = disk.readText(path, LIST_LIMIT_BYTES + 1);
    }
    catch (error) {
        throw new problem/* UserError */.yo([`shards: the file ${(0,core_text/* show */.WU)(file)} cannot be read: ${(0,problem/* describe */.q0)(error)}`]);
    }
    if (content === undefined)
        throw new problem/* UserError */.yo([`shards names the file ${(0,core_text/* show */.WU)(file)}, which is not there.`]);
    if (content.length <= LIST_LIMIT_BYTES)
        return content;
    throw new problem/* UserError */.yo([`shards: the file ${(0,core_text/* show */.WU)(file)} has more than 256 MiB.`]);
}
/** In a config file a YAML list may hold globs as well as shards: texts with a wildcard or a slash are globs. */
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
    throw new problem/* UserError */.yo([`shards must be a number from 1 to ${MOST_SHARDS}, got ${text}.`]);
}
function parseList(text, label) {
    const trimmed = text.trim();
    try {
        if (!trimmed.startsWith("["))
            return (0,core_text/* nonBlankLines */.n5)(trimmed).map((line) => JSON.parse(line));
        const list = JSON.parse(trimmed);
        if (Array.isArray(list))
            return list;
    }
    catch (error) {
        throw new problem/* UserError */.yo([
            `${label} must be a JSON list or one JSON object a line: ${(0,problem/* describe */.q0)(error)}.`,
        ]);
    }
    throw new problem/* UserError */.yo([`${label} must be a JSON list or one JSON object a line.`]);
}
async function seedsOf(disk, workspace, source) {
    if (typeof source === "number")
        return seedsOfCount(source);
    if ("globs" in source)
        return seedsOfGlobs(disk, workspace, source.globs);
    const { seeds, problems } = seedsOfList(source.list);
    if (problems.length > 0)
        throw new problem/* UserError */.yo(problems);
    if (seeds.length === 0)
        throw new problem/* UserError */.yo(["shards is an empty list: there is nothing to do."]);
    return seeds;
}
async function seedsOfGlobs(disk, workspace, patterns) {
    const found = await (0,globs/* matchFiles */.xo)(disk, workspace, patterns);
    const seeds = new Map();
    for (const { files } of found) {
        for (const { path, below } of files)
            if (!seeds.has(path))
                seeds.set(path, seedOfFile(path, below));
    }
    if (seeds.size > 0)
        return [...seeds.values()];
    throw new problem/* UserError */.yo([
        `No shard matches: ${patterns.map(core_text/* show */.WU).join(", ")} found no file below ${(0,core_text/* show */.WU)(workspace)}. ` +
            "Give globs that match the input files, a number of shards, or a JSON list.",
    ]);
}
/** Inputs that are a shard's own result: the glob would make new shards of every finished one. */
function findSwallowed(workspace, shards) {
    const ownerOf = ownerFinder(workspace, shards);
    const swallowed = shards.flatMap(({ inputs }) => inputs.filter(({ path }) => path !== "" && ownerOf(path) !== undefined));
    const [first] = swallowed;
    if (first === undefined)
        return [];
    return [
        `shards matches ${(0,core_text/* count */.U9)(swallowed.length, "file")} that Donemark or the command writes, such as ${(0,core_text/* show */.WU)(first.path)} ` +
            `(of shard ${(0,core_text/* show */.WU)(ownerOf(first.path))}). Narrow the globs or move the checkpoints.`,
    ];
}
/** Gives the shard whose checkpoint, marker, start record or work a path is, or lies in. */
function ownerFinder(workspace, shards) {
    const owners = new Map();
    for (const { id, checkpoint, work } of shards) {
        owners.set((0,places/* belowWorkspace */.tj)(workspace, checkpoint), id);
        if (work !== undefined)
            owners.set((0,places/* belowWorkspace */.tj)(workspace, work), id);
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
    // Inputs lie in few folders: what holds for a folder is found out once.
    const known = new Map();
    return (path) => {
        const given = folderOf(path);
        const folder = known.get(given) ?? (0,external_node_path_.dirname)((0,places/* belowWorkspace */.tj)(workspace, path));
        known.set(given, folder);
        const holder = holderOf(folder);
        if (holder !== undefined || !folders.has(folder))
            return holder;
        return owners.get((0,places/* belowWorkspace */.tj)(workspace, path).replace(/\.(?:done|started)$/, ""));
    };
}
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}


/***/ }),

/***/ 4885:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SR: () => (/* binding */ idMatcher),
/* harmony export */   oq: () => (/* binding */ matchPaths),
/* harmony export */   xo: () => (/* binding */ matchFiles)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);

/**
 * The files (never folders) that patterns match, one result per pattern; `!pattern` takes files away again.
 * A pattern without a wildcard names one file.
 */
async function matchFiles(disk, workspace, patterns) {
    const { wanted, unwanted } = separate(patterns);
    const isUnwanted = await anyMatcher(unwanted);
    const found = [];
    for (const pattern of wanted) {
        const matches = await matchOne(disk, workspace, pattern);
        found.push({ pattern, files: matches.filter(({ path }) => !isUnwanted(path)) });
    }
    return found;
}
/** The files and folders that one pattern matches, absolute; `undefined` for a pattern without a wildcard. */
async function matchPaths(workspace, pattern) {
    const { globSync, picomatch } = await Promise.all(/* import() */[__nccwpck_require__.e(382), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3952));
    const { base, glob, isGlob } = picomatch.scan(pattern.replace(/^\.\//, ""));
    if (!isGlob)
        return undefined;
    const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, base);
    return globSync(glob, { cwd, onlyFiles: false, expandDirectories: false }).map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd, path));
}
/** What gives the test for a glob over ids. */
async function idMatcher() {
    const { picomatch } = await Promise.all(/* import() */[__nccwpck_require__.e(382), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3952));
    return (pattern) => {
        // Nested repetitions could take as long as they liked; ids hold parentheses of their own.
        const matches = picomatch(pattern, { dot: true, noextglob: true });
        // The library's own function takes more than the text.
        return (id) => matches(id);
    };
}
async function anyMatcher(patterns) {
    if (patterns.length === 0)
        return () => false;
    const { picomatch } = await Promise.all(/* import() */[__nccwpck_require__.e(382), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3952));
    return picomatch([...patterns], { dot: true });
}
function separate(patterns) {
    const kept = patterns
        .filter((pattern) => !pattern.startsWith("#"))
        .map((p) => p.replace(/^\.\//, ""));
    return {
        wanted: kept.filter((pattern) => !pattern.startsWith("!")),
        unwanted: kept.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1)),
    };
}
async function matchOne(disk, workspace, pattern) {
    if (disk.stat((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, pattern))?.kind === "file") {
        return [{ path: pattern, below: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(pattern) }];
    }
    const { globSync, picomatch } = await Promise.all(/* import() */[__nccwpck_require__.e(382), __nccwpck_require__.e(952)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3952));
    const { base, glob, isGlob } = picomatch.scan(pattern);
    if (!isGlob)
        return [];
    const below = globSync(glob, {
        cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, base),
        onlyFiles: true,
        expandDirectories: false,
        followSymbolicLinks: true,
    });
    const front = base === "" ? "" : base.endsWith("/") ? base : `${base}/`;
    return below.map((path) => ({ path: front + path, below: path }));
}


/***/ }),

/***/ 7802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ inspect)
/* harmony export */ });
/**
 * What the file or directory at `path` says about itself, as `inspect` and `inspectDirectory` do. The formats are
 * loaded with the first checkpoint that is opened: most surveys open none.
 */
async function inspect(disk, path, names) {
    if (disk.stat(path)?.kind === "directory") {
        const { inspectDirectory } = await Promise.all(/* import() */[__nccwpck_require__.e(286), __nccwpck_require__.e(770)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8770));
        return inspectDirectory(disk, path, names);
    }
    const formats = await __nccwpck_require__.e(/* import() */ 286).then(__nccwpck_require__.bind(__nccwpck_require__, 8905));
    return formats.inspect(disk, path, names);
}


/***/ }),

/***/ 2358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N0: () => (/* binding */ listedPresence),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   md: () => (/* binding */ measureOrFault),
/* harmony export */   o5: () => (/* binding */ readSmall)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5845);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5524);
/* harmony import */ var _core_start_record_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5469);
/* harmony import */ var _core_status_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8261);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9311);
/* harmony import */ var _inspect_lazily_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7802);







/** Listings are taken once: a presence is good for one survey. */
function listedPresence(disk) {
    const folders = new Map();
    return (path) => {
        const end = path.lastIndexOf(node_path__WEBPACK_IMPORTED_MODULE_0__.sep);
        const folder = path.slice(0, end);
        let names = folders.get(folder);
        if (names === undefined) {
            names = new Set(disk.names(folder === "" ? node_path__WEBPACK_IMPORTED_MODULE_0__.sep : folder));
            folders.set(folder, names);
        }
        return names.has(path.slice(end + 1));
    };
}
/** Looks at marker, start record and checkpoint; opens the checkpoint only where the marker does not settle it. */
async function observe(disk, shard, rules, isThere) {
    const { places } = shard;
    const start = readStart(disk, places, isThere);
    const marker = readMarker(disk, shard, { isThere, markers: rules.markers });
    const found = isThere(places.checkpoint)
        ? measureOrFault(disk, places.checkpoint)
        : { kind: "absent" };
    if (found.kind === "absent") {
        return { ...start, ...marker, ...nothing, checkpoint: "absent" };
    }
    if (found.kind === "refused") {
        return { ...start, ...marker, ...nothing, checkpoint: "damaged", why: found.why };
    }
    if (marker.full !== undefined) {
        const held = holdAgainst(disk, places.checkpoint, {
            marker: marker.full,
            found: found.measure,
            rules,
        });
        if (held !== undefined)
            return { ...start, ...marker, ...held };
    }
    const looked = await lookInside(disk, places.checkpoint, { found: found.measure, rules });
    return {
        ...start,
        ...marker,
        ...looked,
        asMarked: false,
        moved: false,
        ...whyOf(marker, looked),
    };
}
const nothing = { asMarked: false, moved: false, status: "none", tooNew: false };
function readStart(disk, places, isThere) {
    if (!isThere(places.started))
        return { started: false };
    const startRecord = (0,_core_start_record_js__WEBPACK_IMPORTED_MODULE_3__/* .parseStartRecord */ .JI)(readSmall(disk, places.started));
    return startRecord === undefined ? { started: true } : { started: true, startRecord };
}
function readMarker(disk, shard, { isThere, markers }) {
    if (!isThere(shard.places.marker))
        return { marker: "none" };
    const parsed = markers.parse(readSmall(disk, shard.places.marker));
    if (parsed.kind === "empty")
        return { marker: "empty" };
    if (parsed.kind === "corrupt")
        return { marker: "corrupt", why: `the marker is corrupt: ${parsed.why}` };
    const { marker } = parsed;
    if (marker.shard === shard.id)
        return { marker: "full", full: marker };
    return { marker: "foreign", why: `the marker is that of shard ${JSON.stringify(marker.shard)}` };
}
/** The text of a record; one that cannot be read is as good as a corrupt one. */
function readSmall(disk, path) {
    try {
        return disk.readText(path, _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORD_LIMIT_BYTES */ .gX) ?? "{";
    }
    catch (error) {
        return `unreadable: ${(0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}`;
    }
}
function measureOrFault(disk, path) {
    try {
        return (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .measure */ .xP)(disk, path);
    }
    catch (error) {
        return { kind: "refused", why: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error) };
    }
}
/** The answer where the marker's bytes are the ones found; `undefined` where they are not. */
function holdAgainst(disk, path, { marker, found, rules, }) {
    const { checkpoint } = marker;
    const same = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .isSameMeasure */ .$1)(checkpoint, found);
    if (!same && (checkpoint.kind !== found.kind || checkpoint.sizeBytes !== found.sizeBytes))
        return undefined;
    if (checkpoint.files !== found.files)
        return undefined;
    if (!hasMarkedBytes(disk, path, { marker, same, validate: rules.validate }))
        return undefined;
    return {
        asMarked: true,
        moved: !same,
        checkpoint: holdsNothing(found) ? "empty" : "sound",
        status: (0,_core_status_js__WEBPACK_IMPORTED_MODULE_4__/* .readStatus */ .rk)(checkpoint.status, rules.status),
        tooNew: (0,_core_status_js__WEBPACK_IMPORTED_MODULE_4__/* .isNewer */ .U4)(checkpoint.version, rules.status.highestVersion),
    };
}
function holdsNothing({ files, sizeBytes }) {
    return files === undefined ? sizeBytes === 0 : files === 0;
}
function hasMarkedBytes(disk, path, { marker, same, validate }) {
    const { sha256, sample } = marker.checkpoint;
    try {
        if (validate === "deep" && sha256 !== undefined)
            return (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(disk, path) === sha256;
        if (same || validate === "size")
            return true;
        return (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_5__/* .sampleOf */ .uV)(disk, path) === sample;
    }
    catch {
        return false;
    }
}
async function lookInside(disk, path, { found, rules }) {
    if (holdsNothing(found))
        return { checkpoint: "empty", status: "none", tooNew: false };
    if (rules.validate === "size")
        return { checkpoint: "unknown", status: "none", tooNew: false };
    try {
        const said = await (0,_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_6__/* .inspect */ .N)(disk, path, rules.status);
        const fault = rules.validate === "deep" ? await checksumFault(disk, path, found) : undefined;
        const why = fault ?? said.why;
        return {
            checkpoint: fault === undefined ? said.structure : "damaged",
            status: (0,_core_status_js__WEBPACK_IMPORTED_MODULE_4__/* .readStatus */ .rk)(said.status, rules.status),
            tooNew: (0,_core_status_js__WEBPACK_IMPORTED_MODULE_4__/* .isNewer */ .U4)(said.version, rules.status.highestVersion),
            ...(why !== undefined && { why }),
        };
    }
    catch (error) {
        return { checkpoint: "damaged", status: "none", tooNew: false, why: (0,_core_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error) };
    }
}
/** Where no marker has a digest, the checksums inside of a file are all that speaks for its every byte. */
async function checksumFault(disk, path, { kind }) {
    if (kind === "directory")
        return undefined;
    const { readChecksums } = await __nccwpck_require__.e(/* import() */ 834).then(__nccwpck_require__.bind(__nccwpck_require__, 8834));
    return (await readChecksums(disk, path)).fault;
}
function whyOf(marker, looked) {
    const reasons = [marker.why, looked.why].filter((why) => why !== undefined);
    return reasons.length === 0 ? {} : { why: reasons.join("; ") };
}


/***/ }),

/***/ 6796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ readParts),
/* harmony export */   v: () => (/* binding */ mayResume)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _core_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1595);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5845);
/* harmony import */ var _files_measure_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9311);
/* harmony import */ var _files_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7799);
/* harmony import */ var _inspect_lazily_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(7802);






const NO_PARTS = { whole: [], falseMarkers: [] };
/** Looks at every part of a work directory. */
async function readParts(disk, work, rules) {
    if (disk.stat(work)?.kind !== "directory")
        return NO_PARTS;
    const tree = (0,_files_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .readTree */ .Z)(disk, work);
    if ("refused" in tree)
        return NO_PARTS;
    const whole = [];
    const falseMarkers = [];
    for (const { path } of tree.files) {
        if (!path.endsWith(_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM))
            continue;
        const marker = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(work, path);
        const part = marker.slice(0, -_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM.length);
        if (await isWhole(disk, { part, marker }, rules))
            whole.push(part);
        else
            falseMarkers.push(marker);
    }
    return { whole, falseMarkers };
}
/** Does the start record allow its work to be handed on: same fingerprint in every part, no failure after a resume? */
function mayResume(start, present) {
    if (start === undefined || (0,_core_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .changedParts */ .Ty)(start.fingerprint, present, _core_fingerprint_js__WEBPACK_IMPORTED_MODULE_4__/* .PARTS */ .dI).length > 0)
        return false;
    return !(start.resumed && start.ended === true);
}
async function isWhole(disk, { part, marker }, rules) {
    try {
        const found = (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .measure */ .xP)(disk, part);
        if (found.kind !== "measured" || found.measure.sizeBytes === 0)
            return false;
        const parsed = (0,_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .parseMarker */ .gY)(disk.readText(marker, _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .RECORD_LIMIT_BYTES */ .gX) ?? "");
        if (parsed.kind === "corrupt")
            return false;
        if (parsed.kind === "full") {
            const { sizeBytes, sample, sha256 } = parsed.marker.checkpoint;
            if (sizeBytes !== found.measure.sizeBytes)
                return false;
            return sha256 === undefined
                ? (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .sampleOf */ .uV)(disk, part) === sample
                : (0,_files_measure_js__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(disk, part) === sha256;
        }
        const { structure } = await (0,_inspect_lazily_js__WEBPACK_IMPORTED_MODULE_5__/* .inspect */ .N)(disk, part, rules);
        return structure === "sound" || structure === "unknown";
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 2064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Fr: () => (/* binding */ survey),
  a4: () => (/* reexport */ tasksOf),
  LT: () => (/* reexport */ workOf)
});

// EXTERNAL MODULE: ./lib/core/decide.js
var decide = __nccwpck_require__(8743);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var core_fingerprint = __nccwpck_require__(1595);
;// CONCATENATED MODULE: ./lib/survey/explain.js
/** What a person wants to know beyond the reason, in one line; empty where the reason says it all. */
function explain(decision, known) {
    const facts = [
        aboutReason(decision, known),
        decision.kind === "resume" ? "the command goes on from its work directory" : undefined,
        decision.kind === "skip" ? undefined : aboutStart(known.observed),
        known.found.kind === "unavailable"
            ? `the store did not answer: ${known.found.cause}`
            : undefined,
    ];
    return facts.filter((fact) => fact !== undefined && fact !== "").join("; ");
}
function aboutReason({ reason }, known) {
    const { evidence, observed, fingerprint, changedFile } = known;
    switch (reason) {
        case "fingerprint-unknown":
            return evidence.unknownParts
                .map((part) => {
                const value = fingerprint[part];
                return "unknown" in value ? `${part}: ${value.unknown}` : part;
            })
                .join("; ");
        case "files-changed":
            return [changedFile, ...others(evidence)].filter((fact) => fact !== undefined).join("; ");
        case "input-changed":
        case "command-changed":
        case "text-changed":
            return others(evidence).join("; ");
        case "incompatible":
            return "its version is newer than the highest accepted; name it in `force` to run it again";
        case "changed-since-marker":
            return "size or content differ from the marker";
        case "done":
            return observed.moved
                ? "moved since it was marked, the sample digest is the same"
                : undefined;
        case "corrupt-marker":
        case "foreign-marker":
        case "truncated":
        case "damaged":
            return observed.why;
        default:
            return undefined;
    }
}
function others(evidence) {
    const rest = evidence.changedParts.slice(1);
    return rest.length === 0 ? [] : [`${rest.join(", ")} changed as well`];
}
function aboutStart({ started, startRecord }) {
    if (!started)
        return undefined;
    if (startRecord === undefined)
        return "a command was started and has not finished";
    const { failure, startedAt } = startRecord;
    if (failure === undefined)
        return `started ${startedAt} and not finished`;
    return `failed ${failure.times === 1 ? "once" : `${failure.times} times`}: ${failure.reason}`;
}

// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __nccwpck_require__(2358);
// EXTERNAL MODULE: ./lib/survey/parts.js
var survey_parts = __nccwpck_require__(6796);
// EXTERNAL MODULE: ./lib/core/digest.js + 4 modules
var digest = __nccwpck_require__(1257);
;// CONCATENATED MODULE: ./lib/core/match.js


/** Digest over exactly the named parts; `undefined` where one of them cannot be computed. */
function matchOf(fingerprint, parts) {
    const texts = [];
    for (const part of core_fingerprint/* PARTS */.dI.filter((candidate) => parts.includes(candidate))) {
        const value = fingerprint[part];
        if (!("digest" in value))
            return undefined;
        texts.push(part, value.digest);
    }
    return (0,digest/* sha256OfList */.bK)(texts);
}

// EXTERNAL MODULE: ./lib/core/places.js
var places = __nccwpck_require__(3783);
;// CONCATENATED MODULE: ./lib/survey/tasks.js



/** A class for its getters: closures of their own would cost ten thousand tasks megabytes. */
class LazyTask {
    shard;
    places;
    #source;
    #fingerprint;
    constructor(shard, source) {
        this.shard = shard;
        this.places = (0,places/* placesOf */.ek)(source.workspace, shard);
        this.#source = source;
    }
    get inputs() {
        return this.shard.inputs.map(({ path }) => (0,places/* belowWorkspace */.tj)(this.#source.workspace, path));
    }
    get basis() {
        return this.#source.fingerprints.basis;
    }
    get fingerprint() {
        this.#fingerprint ??= this.#source.fingerprints.of(this.shard);
        return this.#fingerprint;
    }
    get wanted() {
        const { store, definition } = this.#source;
        return store.kind === "none" ? undefined : wantedOf(this.shard, this.fingerprint, definition);
    }
}
/** Tasks in the order of the shards. */
function tasksOf(context, shards, fingerprints) {
    const source = { ...context, fingerprints };
    return shards.map((shard) => new LazyTask(shard, source));
}
function wantedOf(shard, fingerprint, { rerunOn }) {
    const match = matchOf(fingerprint, rerunOn);
    if (match === undefined)
        return undefined;
    return { shard: shard.id, match, whole: matchOf(fingerprint, core_fingerprint/* PARTS */.dI) ?? match };
}
/** How a store is asked for the shard's work; `undefined` without a store, and where any part cannot be computed. */
function workOf({ wanted, fingerprint }) {
    return wanted === undefined || (0,core_fingerprint/* unknownParts */.dm)(fingerprint, core_fingerprint/* PARTS */.dI).length > 0 ? undefined : wanted;
}

;// CONCATENATED MODULE: ./lib/survey/survey.js







/** Decides for every task, each exactly once, in order. Changes nothing. The store is asked twice, whatever the number. */
async function survey(context, tasks) {
    const found = await findInStore(context.store, tasks);
    const isThere = (0,observe/* listedPresence */.N0)(context.disk);
    const looks = [];
    for (const [place, task] of tasks.entries()) {
        looks.push(await lookAt(context, task, { found: found[place] ?? { kind: "miss" }, isThere }));
    }
    const stored = await findStoredWork(context.store, looks);
    return looks.map((look) => judge(context, look, stored));
}
async function findInStore(store, tasks) {
    if (store.kind === "none")
        return [];
    const asked = tasks.flatMap((task) => (task.wanted === undefined ? [] : [task.wanted]));
    const answers = await store.find(asked);
    let next = 0;
    return tasks.map((task) => {
        if (task.wanted === undefined)
            return { kind: "miss" };
        const answer = answers[next];
        next += 1;
        return answer ?? { kind: "unavailable", cause: "the store gave no answer" };
    });
}
async function lookAt({ disk, definition, markers, forced, proofs }, task, { found, isThere }) {
    const { id } = task.shard;
    const proven = forced.has(id) ? undefined : proofs?.recall(task, isThere);
    if (proven !== undefined)
        return { kind: "proven", task, seconds: proven };
    const rules = { validate: definition.validate, status: definition.status, markers };
    const observed = await (0,observe/* observe */.lB)(disk, { id, places: task.places }, rules, isThere);
    const seen = { kind: "seen", task, observed, found };
    const isMarked = observed.marker === "full" && observed.asMarked;
    if (found.kind === "hit" || (isMarked && !observed.started))
        return { ...seen, work: NO_WORK };
    const work = await workHere(disk, task, { observed, definition });
    const { startRecord } = observed;
    const isForbidden = startRecord?.resumed === true && startRecord.ended === true;
    const kept = work.isResumable || isForbidden ? undefined : workOf(task);
    return kept === undefined ? { ...seen, work } : { ...seen, work, kept };
}
function judge(context, look, stored) {
    if (look.kind === "proven")
        return provenDone(look.task, look.seconds);
    const { task, observed, found } = look;
    const work = stored.has(look) ? { ...look.work, isResumable: true } : look.work;
    const evidence = gather(context, task, { observed, found, work });
    const decision = (0,decide/* decide */.LD)(evidence);
    if (decision.reason === "done" && !observed.moved)
        context.proofs?.note(task, observed.full?.seconds ?? 0);
    return verdictOf(task, decision, { evidence, observed, found, work });
}
function verdictOf(task, decision, seen) {
    const { observed, found, work } = seen;
    const { fingerprint } = task;
    const isThere = observed.checkpoint !== "absent" || observed.started || work.hasParts;
    const entry = found.kind === "hit" ? found.entry : undefined;
    const seconds = observed.full?.seconds ?? entry?.seconds;
    return {
        ...decision,
        task,
        observed,
        detail: explain(decision, { ...seen, fingerprint, changedFile: whichFile(task, observed) }),
        inProgress: decision.kind !== "skip" && isThere,
        ...(entry !== undefined && { entry }),
        ...(found.kind === "unavailable" && { silence: found.cause }),
        ...(seconds !== undefined && { seconds }),
    };
}
const PROVEN = {
    marker: "full",
    asMarked: true,
    moved: false,
    checkpoint: "sound",
    status: "none",
    tooNew: false,
    started: false,
};
function provenDone(task, seconds) {
    return {
        kind: "skip",
        reason: "done",
        task,
        observed: PROVEN,
        detail: "",
        inProgress: false,
        seconds,
    };
}
const NO_WORK = { hasParts: false, isResumable: false };
/** Only a shard that was started, or whose definition keeps work elsewhere, makes a look at its work worth it. */
async function workHere(disk, task, { observed, definition }) {
    const { started, startRecord } = observed;
    if (!started && definition.work === undefined)
        return NO_WORK;
    const parts = await (0,survey_parts/* readParts */.f)(disk, task.places.work, definition.status);
    const hasParts = parts.whole.length > 0;
    return { hasParts, isResumable: hasParts && (0,survey_parts/* mayResume */.v)(startRecord, task.fingerprint) };
}
/** Those of whose work the store has a snapshot. */
async function findStoredWork(store, looks) {
    const asking = looks.flatMap((look) => look.kind === "seen" && look.kept !== undefined ? [{ look, kept: look.kept }] : []);
    if (asking.length === 0)
        return new Set();
    const answers = await store.findWork(asking.map(({ kept }) => kept));
    return new Set(asking.flatMap(({ look }, place) => (answers[place]?.kind === "hit" ? [look] : [])));
}
function gather(context, task, seen) {
    const { definition, forced, run } = context;
    const { observed, found } = seen;
    const { full } = observed;
    const entryRun = found.kind === "hit" ? found.entry.run : undefined;
    return {
        forced: forced.has(task.shard.id),
        finishedByThisRun: run !== undefined && (full?.by.run === run || entryRun === run),
        unknownParts: (0,core_fingerprint/* unknownParts */.dm)(task.fingerprint, definition.rerunOn),
        marker: observed.marker,
        changedParts: full === undefined
            ? []
            : (0,core_fingerprint/* changedParts */.Ty)(full.fingerprint, task.fingerprint, definition.rerunOn),
        asMarked: observed.asMarked,
        checkpoint: observed.checkpoint,
        status: observed.status,
        tooNew: observed.tooNew,
        store: found.kind,
        started: observed.started,
        adopt: definition.adopt,
        resumable: seen.work.isResumable,
    };
}
function whichFile(task, observed) {
    return observed.full === undefined
        ? undefined
        : (0,core_fingerprint/* changedFile */.Ne)(observed.full.fingerprint, task.fingerprint);
}


/***/ }),

/***/ 2437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ missingBecause),
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   T_: () => (/* binding */ markLines),
/* harmony export */   i: () => (/* binding */ collectLines),
/* harmony export */   ow: () => (/* binding */ resultLine),
/* harmony export */   rB: () => (/* binding */ runLines),
/* harmony export */   yL: () => (/* binding */ pasteLine)
/* harmony export */ });
/* harmony import */ var _core_counts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6211);
/* harmony import */ var _core_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8415);
/* harmony import */ var _core_progress_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6264);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9716);




/** Up to this many shards each has a line of its own even when it is done. */
const MOST_LINES = 200;
/** A plan for a terminal: one line per shard with its reason, and the counts. */
function planLines(verdicts, rules) {
    const { paint, verbose } = rules;
    const isLong = verdicts.length > MOST_LINES && !verbose;
    const shown = isLong
        ? verdicts.filter(({ kind }) => kind !== "skip").slice(0, MOST_LINES)
        : verdicts;
    const width = Math.min(48, Math.max(0, ...shown.map(({ task }) => task.shard.id.length)));
    const lines = shown.map((verdict) => verdictLine(verdict, width, paint));
    const hidden = verdicts.length - shown.length;
    const rest = hidden > 0
        ? [paint("dim", `… and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(hidden, "more shard")} (--verbose shows them all)`)]
        : [];
    return [...lines, ...rest, "", ...countLines(verdicts, paint)];
}
function verdictLine({ kind, reason, detail, task }, width, paint) {
    const colour = kind === "skip" ? "green" : kind === "blocked" ? "red" : kind === "resume" ? "cyan" : "yellow";
    const more = detail === "" ? "" : paint("dim", `  ${detail}`);
    return `${paint(colour, kind.padEnd(7))} ${task.shard.id.padEnd(width)}  ${reason}${more}`;
}
/** Both counts of every summary, and how often each reason. */
function countLines(verdicts, paint) {
    const counts = (0,_core_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countVerdicts */ .q)(verdicts);
    const facts = [
        `${counts.done} of ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(counts.total, "shard")} complete`,
        `${counts.inProgress} in progress`,
        `${counts.pending} to run${counts.resumable > 0 ? ` (${counts.resumable} resumed)` : ""}`,
        ...(counts.blocked > 0 ? [paint("red", `${counts.blocked} blocked`)] : []),
    ];
    const reasons = (0,_core_counts_js__WEBPACK_IMPORTED_MODULE_3__/* .countReasons */ .V)(verdicts).map(([reason, amount]) => `${reason} ${amount}`);
    return [
        paint("bold", facts.join(" · ")),
        ...(reasons.length > 0 ? [paint("dim", reasons.join(" · "))] : []),
    ];
}
/** One line for a shard that this run has settled; more for one that failed. */
function resultLine(result, paint) {
    const { outcome, id, seconds, attempts, why, reason } = result;
    const time = (0,_core_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(seconds * 1000);
    const tries = attempts > 1 ? `, try ${attempts}` : "";
    if (outcome === "done")
        return `${paint("green", "done")}    ${id}  ${reason}, ${time}${tries}`;
    if (result.decision === "blocked")
        return `${paint("red", "blocked")} ${id}  ${reason}: ${why ?? ""}`;
    if (outcome === "stopped")
        return `${paint("yellow", "stopped")} ${id}  ${why ?? "not started"}`;
    if (outcome === "skipped")
        return `${paint("green", "skip")}    ${id}  ${why ?? reason}`;
    return `${paint("red", "failed")}  ${id}  ${why ?? reason} (${time}${tries})\n        ${paint("dim", `to try it again: ${pasteLine(id)}`)}`;
}
/** The command that runs one shard again, for a shell of a laptop. No log takes it for a workflow command. */
function pasteLine(id) {
    const quoted = /^[\w./-]+$/.test(id) && !id.startsWith("-")
        ? id
        : `'${id.replaceAll("'", `'\\''`).replaceAll("##[", "##''[")}'`;
    return `donemark run --only=${quoted} --force=${quoted}`;
}
/** The last lines of a run. */
function runLines(answer, paint) {
    const complete = answer.skipped + answer.ran;
    const facts = [
        `${complete} of ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(answer.total, "shard")} complete`,
        `${answer.inProgress} in progress`,
        `${answer.skipped} skipped`,
        `${answer.ran} ran${answer.resumed > 0 ? ` (${answer.resumed} resumed)` : ""}`,
        ...(answer.failed > 0 ? [paint("red", `${answer.failed} failed`)] : []),
        ...(answer.blocked > 0 ? [paint("red", `${answer.blocked} blocked`)] : []),
        ...(answer.saved > 0 ? [`${answer.saved} saved`] : []),
        ...(answer.secondsSaved > 0 ? [`${(0,_core_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .formatHours */ .B)(answer.secondsSaved)} not run again`] : []),
    ];
    return [paint("bold", facts.join(" · "))];
}
/** What is missing at a collect, and the counts. */
function collectLines(answer, paint) {
    const missing = answer.shards.filter(({ outcome }) => outcome === "missing");
    const shown = missing.slice(0, MOST_MISSING).map((shard) => paint("red", missingLine(shard)));
    const hidden = missing.length - shown.length;
    const facts = [
        `${answer.done} of ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(answer.total, "shard")} complete`,
        `${answer.brought} brought`,
        ...(answer.missingCount > 0 ? [paint("red", `${answer.missingCount} missing`)] : []),
    ];
    return [
        ...shown,
        ...(hidden > 0 ? [paint("dim", `… and ${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(hidden, "more shard")}`)] : []),
        paint("bold", facts.join(" · ")),
    ];
}
/** Up to this many missing shards are named in a log; the file of results has them all. */
const MOST_MISSING = 1000;
function missingLine(shard) {
    return `Shard ${shard.id} is missing: ${missingBecause(shard)}`;
}
/** Why a shard is missing, in words. */
function missingBecause({ reason, why }) {
    return `${reason}${why === undefined || why === "" ? "" : ` (${why})`}`;
}
/** What `mark` and `unmark` did. */
function markLines(answer, word) {
    return [
        ...answer.changed.map((id) => `${word}  ${id}`),
        ...answer.refused.map(({ id, why }) => `refused  ${id}  ${why}`),
        `${answer.changed.length} ${word}, ${answer.unchanged.length} unchanged, ${answer.refused.length} refused`,
    ];
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ painter),
/* harmony export */   CO: () => (/* binding */ terminalReporter),
/* harmony export */   Hd: () => (/* binding */ isTerminal)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7975);
/* harmony import */ var _core_log_name_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4246);



/** Colours where a person looks on, and `NO_COLOR` is not set. */
function painter(stream, env) {
    const noColour = env["NO_COLOR"];
    const isPlain = (noColour !== undefined && noColour !== "") || !isTerminal(stream);
    return (colour, text) => (isPlain ? text : (0,node_util__WEBPACK_IMPORTED_MODULE_1__.styleText)(colour, text, { validateStream: false }));
}
/** Only a character device can be a terminal; asking it so spares the opening of the stream where it is none. */
function isTerminal(stream) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(stream === "stdout" ? 1 : 2).isCharacterDevice() && process[stream].isTTY;
    }
    catch {
        return false;
    }
}
/**
 * Says things on a terminal, which may be a step of a workflow: no line is a command to its runner. The streams are
 * opened with the first line, since opening one costs milliseconds.
 */
function terminalReporter(options) {
    const out = (text) => say(options.json ? process.stderr : process.stdout, text);
    const complain = (colour, word, text) => {
        say(process.stderr, `${painter("stderr", process.env)(colour, word)} ${text}`);
    };
    return {
        info: out,
        warn: (text) => complain("yellow", "warning", text),
        error: (text) => complain("red", "error", text),
        debug: (text) => {
            if (options.debug)
                say(process.stderr, `debug ${new Date().toISOString()} ${text}`);
        },
        output: out,
        mask: () => undefined,
    };
}
function say(stream, text) {
    stream.write(`${text.split("\n").map(_core_log_name_js__WEBPACK_IMPORTED_MODULE_2__/* .harmlessLine */ .Kw).join("\n")}\n`);
}


/***/ }),

/***/ 7934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bqr: () => (/* binding */ trim),
/* harmony export */   BuJ: () => (/* binding */ getDotPath),
/* harmony export */   FsL: () => (/* binding */ pipe),
/* harmony export */   KCZ: () => (/* binding */ union),
/* harmony export */   KIO: () => (/* binding */ picklist),
/* harmony export */   PXX: () => (/* binding */ toLowerCase),
/* harmony export */   Wwf: () => (/* binding */ minValue),
/* harmony export */   YOg: () => (/* binding */ array),
/* harmony export */   YjP: () => (/* binding */ string),
/* harmony export */   _H3: () => (/* binding */ looseObject),
/* harmony export */   aig: () => (/* binding */ number),
/* harmony export */   cGV: () => (/* binding */ maxValue),
/* harmony export */   euz: () => (/* binding */ literal),
/* harmony export */   lqM: () => (/* binding */ optional),
/* harmony export */   ndf: () => (/* binding */ integer),
/* harmony export */   pdi: () => (/* binding */ transform),
/* harmony export */   qFJ: () => (/* binding */ parseJson),
/* harmony export */   rej: () => (/* binding */ strictObject),
/* harmony export */   xLC: () => (/* binding */ safeParse),
/* harmony export */   yGV: () => (/* binding */ regex),
/* harmony export */   z6Y: () => (/* binding */ check),
/* harmony export */   zMY: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony exports BASE64_REGEX, BIC_REGEX, CUID2_REGEX, DECIMAL_REGEX, DIGITS_REGEX, DOMAIN_REGEX, EMAIL_REGEX, EMOJI_REGEX, HEXADECIMAL_REGEX, HEX_COLOR_REGEX, IMEI_REGEX, IPV4_REGEX, IPV6_REGEX, IP_REGEX, ISO_DATE_REGEX, ISO_DATE_TIME_REGEX, ISO_DATE_TIME_SECOND_REGEX, ISO_TIMESTAMP_REGEX, ISO_TIME_REGEX, ISO_TIME_SECOND_REGEX, ISO_WEEK_REGEX, ISRC_REGEX, JWS_COMPACT_REGEX, KSUID_REGEX, MAC48_REGEX, MAC64_REGEX, MAC_REGEX, NANO_ID_REGEX, OCTAL_REGEX, RFC_EMAIL_REGEX, SLUG_REGEX, ULID_REGEX, UUID_REGEX, ValiError, _addIssue, _cloneDataset, _formatCase, _getByteCount, _getCodePointCount, _getGraphemeCount, _getLastMetadata, _getWordCount, _isLuhnAlgo, _isSameValueZero, _isValidObjectKey, _isValueMatch, _joinExpects, _standardSchema, _stringify, any, args, argsAsync, arrayAsync, assert, awaitAsync, base64, bic, bigint, blob, brand, bytes, cache, cacheAsync, checkAsync, checkItems, checkItemsAsync, codePoints, config, creditCard, cuid2, custom, customAsync, date, decimal, deleteGlobalConfig, deleteGlobalMessage, deleteSchemaMessage, deleteSpecificMessage, description, digits, domain, email, emoji, empty, endsWith, entries, entriesFromList, entriesFromObjects, enum, enum_, everyItem, exactOptional, exactOptionalAsync, examples, excludes, fallback, fallbackAsync, file, filterItems, findItem, finite, flatten, flavor, forward, forwardAsync, function, function_, getDefault, getDefaults, getDefaultsAsync, getDescription, getExamples, getFallback, getFallbacks, getFallbacksAsync, getGlobalConfig, getGlobalMessage, getMetadata, getSchemaMessage, getSpecificMessage, getTitle, graphemes, gtValue, guard, hash, hexColor, hexadecimal, imei, includes, instance, intersect, intersectAsync, ip, ipv4, ipv6, is, isOfKind, isOfType, isValiError, isbn, isoDate, isoDateTime, isoDateTimeSecond, isoTime, isoTimeSecond, isoTimestamp, isoWeek, isrc, jwsCompact, keyof, ksuid, lazy, lazyAsync, length, looseObjectAsync, looseTuple, looseTupleAsync, ltValue, mac, mac48, mac64, map, mapAsync, mapItems, maxBytes, maxCodePoints, maxEntries, maxGraphemes, maxLength, maxSize, maxWords, message, metadata, mimeType, minBytes, minCodePoints, minEntries, minGraphemes, minLength, minSize, minWords, multipleOf, nan, nanoid, never, nonEmpty, nonNullable, nonNullableAsync, nonNullish, nonNullishAsync, nonOptional, nonOptionalAsync, normalize, notBytes, notCodePoints, notEntries, notGraphemes, notLength, notSize, notValue, notValues, notWords, null, null_, nullable, nullableAsync, nullish, nullishAsync, object, objectAsync, objectWithRest, objectWithRestAsync, octal, omit, optionalAsync, parse, parseAsync, parseBoolean, parser, parserAsync, partial, partialAsync, partialCheck, partialCheckAsync, pick, pipeAsync, promise, rawCheck, rawCheckAsync, rawTransform, rawTransformAsync, readonly, record, recordAsync, reduceItems, required, requiredAsync, returns, returnsAsync, rfcEmail, safeInteger, safeParseAsync, safeParser, safeParserAsync, set, setAsync, setGlobalConfig, setGlobalMessage, setSchemaMessage, setSpecificMessage, size, slug, someItem, sortItems, startsWith, strictObjectAsync, strictTuple, strictTupleAsync, stringifyJson, summarize, symbol, title, toBigint, toBoolean, toCamelCase, toDate, toKebabCase, toMaxValue, toMinValue, toNumber, toPascalCase, toSnakeCase, toString, toUpperCase, transformAsync, trimEnd, trimStart, tuple, tupleAsync, tupleWithRest, tupleWithRestAsync, ulid, undefined, undefined_, undefinedable, undefinedableAsync, unionAsync, unknown, unwrap, url, uuid, value, values, variant, variantAsync, void, void_, words */
//#region src/storages/globalConfig/globalConfig.ts
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Sets the global configuration.
*
* @param config The configuration.
*/
function setGlobalConfig(config$1) {
	store$4 = {
		...store$4,
		...config$1
	};
}
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
/**
* Deletes the global configuration.
*/
function deleteGlobalConfig() {
	store$4 = void 0;
}

//#endregion
//#region src/storages/globalMessage/globalMessage.ts
let store$3;
/**
* Sets a global error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setGlobalMessage(message$1, lang) {
	if (!store$3) store$3 = /* @__PURE__ */ new Map();
	store$3.set(lang, message$1);
}
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
/**
* Deletes a global error message.
*
* @param lang The language of the message.
*/
function deleteGlobalMessage(lang) {
	store$3?.delete(lang);
}

//#endregion
//#region src/storages/schemaMessage/schemaMessage.ts
let store$2;
/**
* Sets a schema error message.
*
* @param message The error message.
* @param lang The language of the message.
*/
function setSchemaMessage(message$1, lang) {
	if (!store$2) store$2 = /* @__PURE__ */ new Map();
	store$2.set(lang, message$1);
}
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
/**
* Deletes a schema error message.
*
* @param lang The language of the message.
*/
function deleteSchemaMessage(lang) {
	store$2?.delete(lang);
}

//#endregion
//#region src/storages/specificMessage/specificMessage.ts
let store$1;
/**
* Sets a specific error message.
*
* @param reference The identifier reference.
* @param message The error message.
* @param lang The language of the message.
*/
function setSpecificMessage(reference, message$1, lang) {
	if (!store$1) store$1 = /* @__PURE__ */ new Map();
	if (!store$1.get(reference)) store$1.set(reference, /* @__PURE__ */ new Map());
	store$1.get(reference).set(lang, message$1);
}
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Deletes a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*/
function deleteSpecificMessage(reference, lang) {
	store$1?.get(reference)?.delete(lang);
}

//#endregion
//#region src/utils/_stringify/_stringify.ts
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}

//#endregion
//#region src/utils/_addIssue/_addIssue.ts
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
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
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}

//#endregion
//#region src/utils/_cloneDataset/_cloneDataset.ts
/**
* Creates a shallow copy of a dataset.
*
* Hint: The `value` is copied by reference, but the `issues` array, its issues
* and their `path` arrays are cloned to avoid reusing mutable dataset state
* across multiple runs. Mutating a returned object or array value can
* therefore affect later cache hits that reuse the same cached output.
*
* @param dataset The output dataset.
*
* @returns The copied output dataset.
*/
/* @__NO_SIDE_EFFECTS__ */
function _cloneDataset(dataset) {
	return {
		typed: dataset.typed,
		value: dataset.value,
		issues: dataset.issues?.map((issue) => ({
			...issue,
			path: issue.path && [...issue.path]
		}))
	};
}

//#endregion
//#region src/utils/_formatCase/_formatCase.ts
/**
* Splits a string into lowercase words and rejoins them with the given
* separator and capitalization rules.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries. Whether the first or subsequent words are
* capitalized is controlled by `capFirst` and `capRest`.
*
* Hint: Implemented in a single pass that emits directly to the result
* string to avoid an intermediate `string[]` allocation. ASCII chars are
* classified via char codes to skip `.toLowerCase()` and `.toUpperCase()`
* method calls in the common case.
*
* Hint: Digits are treated as a separate character class, so `item2Name`
* yields `item2` and `name` rather than `item`, `2` and `name`.
*
* @param input The input string.
* @param separator The string inserted between words.
* @param capFirst Whether to capitalize the first word.
* @param capRest Whether to capitalize subsequent words.
*
* @returns The formatted string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _formatCase(input, separator, capFirst, capRest) {
	let result = "";
	let firstWord = true;
	let start = 0;
	let prev = 0;
	let prevPrev = 0;
	const flush = (end) => {
		if (end > start) {
			let word = input.slice(start, end).toLowerCase();
			if (firstWord ? capFirst : capRest) {
				const firstCode = word.charCodeAt(0);
				if (firstCode >= 97 && firstCode <= 122) word = String.fromCharCode(firstCode - 32) + word.slice(1);
				else {
					const charLen = firstCode >= 55296 && firstCode <= 56319 ? 2 : 1;
					word = word.slice(0, charLen).toUpperCase() + word.slice(charLen);
				}
			}
			result += firstWord ? word : separator + word;
			firstWord = false;
		}
	};
	for (let index = 0; index < input.length; index++) {
		const code = input.charCodeAt(index);
		let type;
		if (code === 32 || code === 9 || code === 10 || code === 11 || code === 12 || code === 13 || code === 45 || code === 95) {
			flush(index);
			start = index + 1;
			type = 0;
		} else if (code < 128) type = code >= 65 && code <= 90 ? 1 : code >= 97 && code <= 122 ? 2 : 3;
		else {
			const char = input[index];
			const charLower = char.toLowerCase();
			type = charLower === char.toUpperCase() ? 3 : char === charLower ? 2 : 1;
		}
		if (type === 1 && (prev === 2 || prev === 3) && index > start) {
			flush(index);
			start = index;
		} else if (type === 2 && prev === 1 && prevPrev === 1 && index - 1 > start) {
			flush(index - 1);
			start = index - 1;
		}
		prevPrev = prev;
		prev = type;
	}
	flush(input.length);
	return result;
}

//#endregion
//#region src/utils/_getByteCount/_getByteCount.ts
let textEncoder;
/**
* Returns the byte count of the input.
*
* @param input The input to be measured.
*
* @returns The byte count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getByteCount(input) {
	if (!textEncoder) textEncoder = new TextEncoder();
	return textEncoder.encode(input).length;
}

//#endregion
//#region src/utils/_getCodePointCount/_getCodePointCount.ts
/**
* Returns the code point count of the input.
*
* @param input The input to be measured.
*
* @returns The code point count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getCodePointCount(input) {
	let count = input.length;
	const lengthMinus1 = input.length - 1;
	for (let i = 0; i < lengthMinus1;) if (input.codePointAt(i) <= 65535) i++;
	else {
		i += 2;
		count--;
	}
	return count;
}

//#endregion
//#region src/utils/_getGraphemeCount/_getGraphemeCount.ts
let segmenter;
/**
* Returns the grapheme count of the input.
*
* @param input The input to be measured.
*
* @returns The grapheme count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getGraphemeCount(input) {
	if (!segmenter) segmenter = new Intl.Segmenter();
	const segments = segmenter.segment(input);
	let count = 0;
	for (const _ of segments) count++;
	return count;
}

//#endregion
//#region src/utils/_getLastMetadata/_getLastMetadata.ts
/**
* Returns the last top-level value of a given metadata type from a schema
* using a breadth-first search that starts with the last item in the pipeline.
*
* @param schema The schema to search.
* @param type The metadata type.
*
* @returns The value, if any.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getLastMetadata(schema, type) {
	if ("pipe" in schema) {
		const nestedSchemas = [];
		for (let index = schema.pipe.length - 1; index >= 0; index--) {
			const item = schema.pipe[index];
			if (item.kind === "schema" && "pipe" in item) nestedSchemas.push(item);
			else if (item.kind === "metadata" && item.type === type) return item[type];
		}
		for (const nestedSchema of nestedSchemas) {
			const result = /* @__PURE__ */ _getLastMetadata(nestedSchema, type);
			if (result !== void 0) return result;
		}
	}
}

//#endregion
//#region src/utils/_getWordCount/_getWordCount.ts
let store;
/**
* Returns the word count of the input.
*
* @param locales The locales to be used.
* @param input The input to be measured.
*
* @returns The word count.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _getWordCount(locales, input) {
	if (!store) store = /* @__PURE__ */ new Map();
	const key = String(locales);
	let segmenter$1 = store.get(key);
	if (!segmenter$1) {
		segmenter$1 = new Intl.Segmenter(locales, { granularity: "word" });
		store.set(key, segmenter$1);
	}
	const segments = segmenter$1.segment(input);
	let count = 0;
	for (const segment of segments) if (segment.isWordLike) count++;
	return count;
}

//#endregion
//#region src/utils/_isLuhnAlgo/_isLuhnAlgo.ts
/**
* Non-digit regex.
*/
const NON_DIGIT_REGEX = /\D/gu;
/**
* Checks whether a string with numbers corresponds to the luhn algorithm.
*
* @param input The input to be checked.
*
* @returns Whether input is valid.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isLuhnAlgo(input) {
	const number$1 = input.replace(NON_DIGIT_REGEX, "");
	let length$1 = number$1.length;
	let bit = 1;
	let sum = 0;
	while (length$1) {
		const value$1 = +number$1[--length$1];
		bit ^= 1;
		sum += bit ? [
			0,
			2,
			4,
			6,
			8,
			1,
			3,
			5,
			7,
			9
		][value$1] : value$1;
	}
	return sum % 10 === 0;
}

//#endregion
//#region src/utils/_isSameValueZero/_isSameValueZero.ts
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}

//#endregion
//#region src/utils/_isValidObjectKey/_isValidObjectKey.ts
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}

//#endregion
//#region src/utils/_isValueMatch/_isValueMatch.ts
/**
* Checks whether a value matches a value action requirement.
*
* @param requirement The value action requirement.
* @param value The value to check.
*
* @returns Whether the value matches the requirement.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValueMatch(requirement, value$1) {
	return Number.isNaN(requirement) && Number.isNaN(value$1) || requirement <= value$1 && requirement >= value$1;
}

//#endregion
//#region src/utils/_joinExpects/_joinExpects.ts
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}

//#endregion
//#region src/utils/_standardSchema/_standardSchema.ts
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}

//#endregion
//#region src/utils/entriesFromList/entriesFromList.ts
/**
* Creates an object entries definition from a list of keys and a schema.
*
* @param list A list of keys.
* @param schema The schema of the keys.
*
* @returns The object entries.
*/
/* @__NO_SIDE_EFFECTS__ */
function entriesFromList(list, schema) {
	const entries$1 = {};
	for (const key of list) entries$1[key] = schema;
	return entries$1;
}

//#endregion
//#region src/utils/entriesFromObjects/entriesFromObjects.ts
/* @__NO_SIDE_EFFECTS__ */
function entriesFromObjects(schemas) {
	const entries$1 = {};
	for (const schema of schemas) Object.assign(entries$1, schema.entries);
	return entries$1;
}

//#endregion
//#region src/utils/getDotPath/getDotPath.ts
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/utils/isOfKind/isOfKind.ts
/**
* A generic type guard to check the kind of an object.
*
* @param kind The kind to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfKind(kind, object$1) {
	return object$1.kind === kind;
}

//#endregion
//#region src/utils/isOfType/isOfType.ts
/**
* A generic type guard to check the type of an object.
*
* @param type The type to check for.
* @param object The object to check.
*
* @returns Whether it matches.
*/
/* @__NO_SIDE_EFFECTS__ */
function isOfType(type, object$1) {
	return object$1.type === type;
}

//#endregion
//#region src/utils/ValiError/ValiError.ts
/**
* A Valibot error with useful information.
*/
var ValiError = class extends Error {
	/**
	* Creates a Valibot error with useful information.
	*
	* @param issues The error issues.
	*/
	constructor(issues) {
		super(issues[0].message);
		this.name = "ValiError";
		this.issues = issues;
	}
};

//#endregion
//#region src/utils/isValiError/isValiError.ts
/**
* A type guard to check if an error is a ValiError.
*
* @param error The error to check.
*
* @returns Whether its a ValiError.
*/
/* @__NO_SIDE_EFFECTS__ */
function isValiError(error) {
	return error instanceof ValiError;
}

//#endregion
//#region src/actions/args/args.ts
/* @__NO_SIDE_EFFECTS__ */
function args(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: args,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const argsDataset = this.schema["~run"]({ value: args_ }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/args/argsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function argsAsync(schema) {
	return {
		kind: "transformation",
		type: "args",
		reference: argsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args$1) => {
				const argsDataset = await schema["~run"]({ value: args$1 }, config$1);
				if (argsDataset.issues) throw new ValiError(argsDataset.issues);
				return func(...argsDataset.value);
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/await/awaitAsync.ts
/**
* Creates an await transformation action.
*
* @returns An await action.
*/
/* @__NO_SIDE_EFFECTS__ */
function awaitAsync() {
	return {
		kind: "transformation",
		type: "await",
		reference: awaitAsync,
		async: true,
		async "~run"(dataset) {
			dataset.value = await dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/regex.ts
/**
* [Base64](https://en.wikipedia.org/wiki/Base64) regex.
*/
const BASE64_REGEX = /^(?:[\da-z+/]{4})*(?:[\da-z+/]{2}==|[\da-z+/]{3}=)?$/iu;
/**
* [BIC](https://en.wikipedia.org/wiki/ISO_9362) regex.
*/
const BIC_REGEX = /^[A-Z]{6}(?!00)[\dA-Z]{2}(?:[\dA-Z]{3})?$/u;
/**
* [Cuid2](https://github.com/paralleldrive/cuid2) regex.
*/
const CUID2_REGEX = /^[a-z][\da-z]*$/u;
/**
* [Decimal](https://en.wikipedia.org/wiki/Decimal) regex.
*/
const DECIMAL_REGEX = /^[+-]?(?:\d*\.)?\d+$/u;
/**
* [Digits](https://en.wikipedia.org/wiki/Numerical_digit) regex.
*/
const DIGITS_REGEX = /^\d+$/u;
/**
* [Domain name](https://en.wikipedia.org/wiki/Domain_name) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* ASCII-only validation. Internationalized domain names (IDNs) are not
* supported, including Punycode-encoded labels.
*/
const DOMAIN_REGEX = /^(?=.{1,253}$)(?:(?![Xx][Nn]--)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/u;
/**
* [Email address](https://en.wikipedia.org/wiki/Email_address) regex.
*
* Hint: We decided against the `i` flag to avoid matching non-ASCII characters.
*/
const EMAIL_REGEX = /^[\w+-]+(?:\.[\w+-]+)*@[\da-zA-Z]+(?:[.-][\da-zA-Z]+)*\.[a-zA-Z]{2,}$/u;
/**
* Emoji regex from [emoji-regex-xs](https://github.com/slevithan/emoji-regex-xs) v1.0.0 (MIT license).
*
* Hint: We decided against the newer `/^\p{RGI_Emoji}+$/v` regex because it is
* not supported in older runtimes and does not match all emoji.
*/
const EMOJI_REGEX = /^(?:[\u{1F1E6}-\u{1F1FF}]{2}|\u{1F3F4}[\u{E0061}-\u{E007A}]{2}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{1,3}\u{E007F}|(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation})(?:\u200D(?:\p{Emoji}\uFE0F\u20E3?|\p{Emoji_Modifier_Base}\p{Emoji_Modifier}?|(?![\p{Emoji_Modifier_Base}\u{1F1E6}-\u{1F1FF}])\p{Emoji_Presentation}))*)+$/u;
/**
* [Hexadecimal](https://en.wikipedia.org/wiki/Hexadecimal) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEXADECIMAL_REGEX = /^(?:0[hx])?[\da-fA-F]+$/u;
/**
* [Hex color](https://en.wikipedia.org/wiki/Web_colors#Hex_triplet) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const HEX_COLOR_REGEX = /^#(?:[\da-fA-F]{3,4}|[\da-fA-F]{6}|[\da-fA-F]{8})$/u;
/**
* [IMEI](https://en.wikipedia.org/wiki/International_Mobile_Equipment_Identity) regex.
*/
const IMEI_REGEX = /^\d{15}$|^\d{2}-\d{6}-\d{6}-\d$/u;
/**
* [IPv4](https://en.wikipedia.org/wiki/IPv4) regex.
*/
const IPV4_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$/u;
/**
* [IPv6](https://en.wikipedia.org/wiki/IPv6) regex.
*/
const IPV6_REGEX = /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [IP](https://en.wikipedia.org/wiki/IP_address) regex.
*/
const IP_REGEX = /^(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])(?:\.(?:(?:[1-9]|1\d|2[0-4])?\d|25[0-5])){3}$|^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,7}:|(?:[\da-f]{1,4}:){1,6}:[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,5}(?::[\da-f]{1,4}){1,2}|(?:[\da-f]{1,4}:){1,4}(?::[\da-f]{1,4}){1,3}|(?:[\da-f]{1,4}:){1,3}(?::[\da-f]{1,4}){1,4}|(?:[\da-f]{1,4}:){1,2}(?::[\da-f]{1,4}){1,5}|[\da-f]{1,4}:(?::[\da-f]{1,4}){1,6}|:(?:(?::[\da-f]{1,4}){1,7}|:)|fe80:(?::[\da-f]{0,4}){0,4}%[\da-z]+|::(?:f{4}(?::0{1,4})?:)?(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d)|(?:[\da-f]{1,4}:){1,4}:(?:(?:25[0-5]|(?:2[0-4]|1?\d)?\d)\.){3}(?:25[0-5]|(?:2[0-4]|1?\d)?\d))$/iu;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date regex.
*/
const ISO_DATE_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time regex.
*/
const ISO_DATE_TIME_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) date-time with seconds regex.
*/
const ISO_DATE_TIME_SECOND_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time regex.
*/
const ISO_TIME_REGEX = /^(?:0\d|1\d|2[0-3]):[0-5]\d$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) time with seconds regex.
*/
const ISO_TIME_SECOND_REGEX = /^(?:0\d|1\d|2[0-3])(?::[0-5]\d){2}$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) timestamp regex. Allows a
* space as a date/time separator and an optional space before the UTC offset.
*/
const ISO_TIMESTAMP_REGEX = /^\d{4}-(?:0[1-9]|1[0-2])-(?:[12]\d|0[1-9]|3[01])[T ](?:0\d|1\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,9})?(?:Z| ?[+-](?:0\d|1\d|2[0-3])(?::?[0-5]\d)?)$/u;
/**
* [ISO 8601](https://en.wikipedia.org/wiki/ISO_8601) week regex.
*/
const ISO_WEEK_REGEX = /^\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])$/u;
/**
* [JWS compact serialization](https://datatracker.ietf.org/doc/html/rfc7515#section-3.1)
* regex.
*
* Hint: Empty payload and signature segments are allowed because the
* Base64URL-encoded representation of an empty octet sequence is an empty
* string.
*/
const JWS_COMPACT_REGEX = /^(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?\.(?:[\w-]{2,3}|(?:[\w-]{4})+(?:[\w-]{2,3})?)?$/u;
/**
* [ISRC](https://en.wikipedia.org/wiki/International_Standard_Recording_Code) regex.
*/
const ISRC_REGEX = /^(?:[A-Z]{2}[A-Z\d]{3}\d{7}|[A-Z]{2}-[A-Z\d]{3}-\d{2}-\d{5})$/u;
/**
* [KSUID](https://github.com/segmentio/ksuid) regex.
*/
const KSUID_REGEX = /^[a-zA-Z0-9]{27}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 48 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC48_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) 64 bit regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC64_REGEX = /^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [MAC](https://en.wikipedia.org/wiki/MAC_address) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
*/
const MAC_REGEX = /^(?:[\da-fA-F]{2}:){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){5}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){2}[\da-fA-F]{4}$|^(?:[\da-fA-F]{2}:){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{2}-){7}[\da-fA-F]{2}$|^(?:[\da-fA-F]{4}\.){3}[\da-fA-F]{4}$|^(?:[\da-fA-F]{4}:){3}[\da-fA-F]{4}$/u;
/**
* [Nano ID](https://github.com/ai/nanoid) regex.
*/
const NANO_ID_REGEX = /^[\w-]+$/u;
/**
* [Octal](https://en.wikipedia.org/wiki/Octal) regex.
*/
const OCTAL_REGEX = /^(?:0o)?[0-7]+$/u;
/**
* [RFC 5322 email address](https://datatracker.ietf.org/doc/html/rfc5322#section-3.4.1) regex.
*
* Hint: This regex was taken from the [HTML Living Standard Specification](https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address) and does not perfectly represent RFC 5322.
*/
const RFC_EMAIL_REGEX = /^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
/**
* [Slug](https://en.wikipedia.org/wiki/Clean_URL#Slug) regex.
*/
const SLUG_REGEX = /^[\da-z]+(?:[-_][\da-z]+)*$/u;
/**
* [ULID](https://github.com/ulid/spec) regex.
*
* Hint: We decided against the `i` flag for better JSON Schema compatibility.
* Hint: The first character is restricted to `[0-7]` because the 48-bit
* timestamp cannot exceed 2^48-1, making the maximum valid ULID
* `7ZZZZZZZZZZZZZZZZZZZZZZZZZ` in Crockford's Base32 encoding.
*/
const ULID_REGEX = /^[0-7][\da-hjkmnp-tv-zA-HJKMNP-TV-Z]{25}$/u;
/**
* [UUID](https://en.wikipedia.org/wiki/Universally_unique_identifier) regex.
*/
const UUID_REGEX = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

//#endregion
//#region src/actions/base64/base64.ts
/* @__NO_SIDE_EFFECTS__ */
function base64(message$1) {
	return {
		kind: "validation",
		type: "base64",
		reference: base64,
		async: false,
		expects: null,
		requirement: BASE64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Base64", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bic/bic.ts
/* @__NO_SIDE_EFFECTS__ */
function bic(message$1) {
	return {
		kind: "validation",
		type: "bic",
		reference: bic,
		async: false,
		expects: null,
		requirement: BIC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "BIC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/brand/brand.ts
/**
* Creates a brand transformation action.
*
* @param name The brand name.
*
* @returns A brand action.
*/
/* @__NO_SIDE_EFFECTS__ */
function brand(name) {
	return {
		kind: "transformation",
		type: "brand",
		reference: brand,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/bytes/bytes.ts
/* @__NO_SIDE_EFFECTS__ */
function bytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "bytes",
		reference: bytes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 !== this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/check/check.ts
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/actions/check/checkAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: checkAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItems.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItems(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItems,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) for (let index = 0; index < dataset.value.length; index++) {
				const item = dataset.value[index];
				if (!this.requirement(item, index, dataset.value)) _addIssue(this, "item", dataset, config$1, {
					input: item,
					path: [{
						type: "array",
						origin: "value",
						input: dataset.value,
						key: index,
						value: item
					}]
				});
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/checkItems/checkItemsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function checkItemsAsync(requirement, message$1) {
	return {
		kind: "validation",
		type: "check_items",
		reference: checkItemsAsync,
		async: true,
		expects: null,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.typed) {
				const requirementResults = await Promise.all(dataset.value.map(this.requirement));
				for (let index = 0; index < dataset.value.length; index++) if (!requirementResults[index]) {
					const item = dataset.value[index];
					_addIssue(this, "item", dataset, config$1, {
						input: item,
						path: [{
							type: "array",
							origin: "value",
							input: dataset.value,
							key: index,
							value: item
						}]
					});
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/codePoints/codePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function codePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "code_points",
		reference: codePoints,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/creditCard/creditCard.ts
/**
* Credit card regex.
*/
const CREDIT_CARD_REGEX = /^(?:\d{13,19}|\d{4}(?: \d{3,6}){2,4}|\d{4}(?:-\d{3,6}){2,4})$/u;
/**
* Sanitize regex.
*/
const SANITIZE_REGEX = /[- ]/gu;
/**
* Provider regex list.
*/
const PROVIDER_REGEX_LIST = (/* unused pure expression or super */ null && ([
	/^3[47]\d{13}$/u,
	/^3(?:0[0-5]|[68]\d)\d{11,13}$/u,
	/^6(?:011|5\d{2})\d{12,15}$/u,
	/^(?:2131|1800|35\d{3})\d{11}$/u,
	/^(?:5[1-5]\d{2}|222\d|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
	/^(?:6[27]\d{14,17}|81\d{14,17})$/u,
	/^4\d{12}(?:\d{3,6})?$/u
]));
/* @__NO_SIDE_EFFECTS__ */
function creditCard(message$1) {
	return {
		kind: "validation",
		type: "credit_card",
		reference: creditCard,
		async: false,
		expects: null,
		requirement(input) {
			let sanitized;
			return CREDIT_CARD_REGEX.test(input) && (sanitized = input.replace(SANITIZE_REGEX, "")) && PROVIDER_REGEX_LIST.some((regex$1) => regex$1.test(sanitized)) && /* @__PURE__ */ _isLuhnAlgo(sanitized);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "credit card", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/cuid2/cuid2.ts
/* @__NO_SIDE_EFFECTS__ */
function cuid2(message$1) {
	return {
		kind: "validation",
		type: "cuid2",
		reference: cuid2,
		async: false,
		expects: null,
		requirement: CUID2_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Cuid2", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/decimal/decimal.ts
/* @__NO_SIDE_EFFECTS__ */
function decimal(message$1) {
	return {
		kind: "validation",
		type: "decimal",
		reference: decimal,
		async: false,
		expects: null,
		requirement: DECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "decimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/description/description.ts
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}

//#endregion
//#region src/actions/digits/digits.ts
/* @__NO_SIDE_EFFECTS__ */
function digits(message$1) {
	return {
		kind: "validation",
		type: "digits",
		reference: digits,
		async: false,
		expects: null,
		requirement: DIGITS_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "digits", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/domain/domain.ts
/* @__NO_SIDE_EFFECTS__ */
function domain(message$1) {
	return {
		kind: "validation",
		type: "domain",
		reference: domain,
		expects: null,
		async: false,
		requirement: DOMAIN_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "domain", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/email/email.ts
/* @__NO_SIDE_EFFECTS__ */
function email(message$1) {
	return {
		kind: "validation",
		type: "email",
		reference: email,
		expects: null,
		async: false,
		requirement: EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/emoji/emoji.ts
/* @__NO_SIDE_EFFECTS__ */
function emoji(message$1) {
	return {
		kind: "validation",
		type: "emoji",
		reference: emoji,
		async: false,
		expects: null,
		requirement: EMOJI_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "emoji", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/empty/empty.ts
/* @__NO_SIDE_EFFECTS__ */
function empty(message$1) {
	return {
		kind: "validation",
		type: "empty",
		reference: empty,
		async: false,
		expects: "0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > 0) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/endsWith/endsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function endsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "ends_with",
		reference: endsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.endsWith(this.requirement)) _addIssue(this, "end", dataset, config$1, { received: `"${dataset.value.slice(-this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/entries/entries.ts
/* @__NO_SIDE_EFFECTS__ */
function entries(requirement, message$1) {
	return {
		kind: "validation",
		type: "entries",
		reference: entries,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count !== this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/everyItem/everyItem.ts
/* @__NO_SIDE_EFFECTS__ */
function everyItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "every_item",
		reference: everyItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.every(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/examples/examples.ts
/**
* Creates an examples metadata action.
*
* @param examples_ The examples.
*
* @returns An examples action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function examples(examples_) {
	return {
		kind: "metadata",
		type: "examples",
		reference: examples,
		examples: examples_
	};
}

//#endregion
//#region src/actions/excludes/excludes.ts
/* @__NO_SIDE_EFFECTS__ */
function excludes(requirement, message$1) {
	const received = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "excludes",
		reference: excludes,
		async: false,
		expects: `!${received}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/filterItems/filterItems.ts
/* @__NO_SIDE_EFFECTS__ */
function filterItems(operation) {
	return {
		kind: "transformation",
		type: "filter_items",
		reference: filterItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.filter(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/findItem/findItem.ts
/* @__NO_SIDE_EFFECTS__ */
function findItem(operation) {
	return {
		kind: "transformation",
		type: "find_item",
		reference: findItem,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.find(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/finite/finite.ts
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/flavor/flavor.ts
/**
* Creates a flavor transformation action.
*
* @param name The flavor name.
*
* @returns A flavor action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function flavor(name) {
	return {
		kind: "transformation",
		type: "flavor",
		reference: flavor,
		async: false,
		name,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/graphemes/graphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function graphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "graphemes",
		reference: graphemes,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count !== this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/gtValue/gtValue.ts
/* @__NO_SIDE_EFFECTS__ */
function gtValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "gt_value",
		reference: gtValue,
		async: false,
		expects: `>${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value > this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/guard/guard.ts
/* @__NO_SIDE_EFFECTS__ */
function guard(requirement, message$1) {
	return {
		kind: "transformation",
		type: "guard",
		reference: guard,
		async: false,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) {
				_addIssue(this, "input", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hash/hash.ts
/**
* Hash lengths object.
*/
const HASH_LENGTHS = {
	md4: 32,
	md5: 32,
	sha1: 40,
	sha256: 64,
	sha384: 96,
	sha512: 128,
	ripemd128: 32,
	ripemd160: 40,
	tiger128: 32,
	tiger160: 40,
	tiger192: 48,
	crc32: 8,
	crc32b: 8,
	adler32: 8
};
/* @__NO_SIDE_EFFECTS__ */
function hash(types, message$1) {
	return {
		kind: "validation",
		type: "hash",
		reference: hash,
		expects: null,
		async: false,
		requirement: RegExp(types.map((type) => `^[a-fA-F0-9]{${HASH_LENGTHS[type]}}$`).join("|"), "u"),
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hash", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexadecimal/hexadecimal.ts
/* @__NO_SIDE_EFFECTS__ */
function hexadecimal(message$1) {
	return {
		kind: "validation",
		type: "hexadecimal",
		reference: hexadecimal,
		async: false,
		expects: null,
		requirement: HEXADECIMAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hexadecimal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/hexColor/hexColor.ts
/* @__NO_SIDE_EFFECTS__ */
function hexColor(message$1) {
	return {
		kind: "validation",
		type: "hex_color",
		reference: hexColor,
		async: false,
		expects: null,
		requirement: HEX_COLOR_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "hex color", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/imei/imei.ts
/* @__NO_SIDE_EFFECTS__ */
function imei(message$1) {
	return {
		kind: "validation",
		type: "imei",
		reference: imei,
		async: false,
		expects: null,
		requirement(input) {
			return IMEI_REGEX.test(input) && /* @__PURE__ */ _isLuhnAlgo(input);
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "IMEI", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/includes/includes.ts
/* @__NO_SIDE_EFFECTS__ */
function includes(requirement, message$1) {
	const expects = /* @__PURE__ */ _stringify(requirement);
	return {
		kind: "validation",
		type: "includes",
		reference: includes,
		async: false,
		expects,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.includes(this.requirement)) _addIssue(this, "content", dataset, config$1, { received: `!${expects}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/integer/integer.ts
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
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
}

//#endregion
//#region src/actions/ip/ip.ts
/* @__NO_SIDE_EFFECTS__ */
function ip(message$1) {
	return {
		kind: "validation",
		type: "ip",
		reference: ip,
		async: false,
		expects: null,
		requirement: IP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IP", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv4/ipv4.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv4(message$1) {
	return {
		kind: "validation",
		type: "ipv4",
		reference: ipv4,
		async: false,
		expects: null,
		requirement: IPV4_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv4", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ipv6/ipv6.ts
/* @__NO_SIDE_EFFECTS__ */
function ipv6(message$1) {
	return {
		kind: "validation",
		type: "ipv6",
		reference: ipv6,
		async: false,
		expects: null,
		requirement: IPV6_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "IPv6", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn10.ts
/**
* [Validates an ISBN-10](https://en.wikipedia.org/wiki/ISBN#ISBN-10_check_digits).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-10, `false` otherwise.
*
* @internal
*/
function _isIsbn10(input) {
	const digits$1 = input.split("").map((c) => c === "X" ? 10 : parseInt(c));
	let sum = 0;
	for (let i = 0; i < 10; i++) sum += digits$1[i] * (10 - i);
	return sum % 11 === 0;
}

//#endregion
//#region src/actions/isbn/utils/_isIsbn13.ts
/**
* [Validates an ISBN-13](https://en.wikipedia.org/wiki/ISBN#ISBN-13_check_digit_calculation).
*
* @param input The input value.
*
* @returns `true` if the input is a valid ISBN-13, `false` otherwise.
*
* @internal
*/
function _isIsbn13(input) {
	const digits$1 = input.split("").map((c) => parseInt(c));
	let sum = 0;
	for (let i = 0; i < 13; i++) sum += digits$1[i] * (i % 2 === 0 ? 1 : 3);
	return sum % 10 === 0;
}

//#endregion
//#region src/actions/isbn/isbn.ts
/**
* ISBN separator regex.
*/
const ISBN_SEPARATOR_REGEX = /[- ]/gu;
/**
* ISBN-10 detection regex.
*/
const ISBN_10_DETECTION_REGEX = /^\d{9}[\dX]$/u;
/**
* ISBN-13 detection regex.
*/
const ISBN_13_DETECTION_REGEX = /^\d{13}$/u;
/* @__NO_SIDE_EFFECTS__ */
function isbn(message$1) {
	return {
		kind: "validation",
		type: "isbn",
		reference: isbn,
		async: false,
		expects: null,
		requirement(input) {
			const replacedInput = input.replace(ISBN_SEPARATOR_REGEX, "");
			if (ISBN_10_DETECTION_REGEX.test(replacedInput)) return _isIsbn10(replacedInput);
			else if (ISBN_13_DETECTION_REGEX.test(replacedInput)) return _isIsbn13(replacedInput);
			return false;
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "ISBN", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isrc/isrc.ts
/* @__NO_SIDE_EFFECTS__ */
function isrc(message$1) {
	return {
		kind: "validation",
		type: "isrc",
		reference: isrc,
		async: false,
		expects: null,
		requirement: ISRC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ISRC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDate/isoDate.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDate(message$1) {
	return {
		kind: "validation",
		type: "iso_date",
		reference: isoDate,
		async: false,
		expects: null,
		requirement: ISO_DATE_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTime/isoDateTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTime(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time",
		reference: isoDateTime,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoDateTimeSecond/isoDateTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoDateTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_date_time_second",
		reference: isoDateTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_DATE_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "date-time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTime/isoTime.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTime(message$1) {
	return {
		kind: "validation",
		type: "iso_time",
		reference: isoTime,
		async: false,
		expects: null,
		requirement: ISO_TIME_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimeSecond/isoTimeSecond.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimeSecond(message$1) {
	return {
		kind: "validation",
		type: "iso_time_second",
		reference: isoTimeSecond,
		async: false,
		expects: null,
		requirement: ISO_TIME_SECOND_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "time-second", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoTimestamp/isoTimestamp.ts
/* @__NO_SIDE_EFFECTS__ */
function isoTimestamp(message$1) {
	return {
		kind: "validation",
		type: "iso_timestamp",
		reference: isoTimestamp,
		async: false,
		expects: null,
		requirement: ISO_TIMESTAMP_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "timestamp", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/isoWeek/isoWeek.ts
/* @__NO_SIDE_EFFECTS__ */
function isoWeek(message$1) {
	return {
		kind: "validation",
		type: "iso_week",
		reference: isoWeek,
		async: false,
		expects: null,
		requirement: ISO_WEEK_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "week", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/jwsCompact/jwsCompact.ts
/* @__NO_SIDE_EFFECTS__ */
function jwsCompact(message$1) {
	return {
		kind: "validation",
		type: "jws_compact",
		reference: jwsCompact,
		async: false,
		expects: null,
		requirement: JWS_COMPACT_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "JWS compact", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ksuid/ksuid.ts
/* @__NO_SIDE_EFFECTS__ */
function ksuid(message$1) {
	return {
		kind: "validation",
		type: "ksuid",
		reference: ksuid,
		async: false,
		expects: null,
		requirement: KSUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "KSUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/length/length.ts
/* @__NO_SIDE_EFFECTS__ */
function length(requirement, message$1) {
	return {
		kind: "validation",
		type: "length",
		reference: length,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length !== this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ltValue/ltValue.ts
/* @__NO_SIDE_EFFECTS__ */
function ltValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "lt_value",
		reference: ltValue,
		async: false,
		expects: `<${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value < this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac/mac.ts
/* @__NO_SIDE_EFFECTS__ */
function mac(message$1) {
	return {
		kind: "validation",
		type: "mac",
		reference: mac,
		async: false,
		expects: null,
		requirement: MAC_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac48/mac48.ts
/* @__NO_SIDE_EFFECTS__ */
function mac48(message$1) {
	return {
		kind: "validation",
		type: "mac48",
		reference: mac48,
		async: false,
		expects: null,
		requirement: MAC48_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "48-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mac64/mac64.ts
/* @__NO_SIDE_EFFECTS__ */
function mac64(message$1) {
	return {
		kind: "validation",
		type: "mac64",
		reference: mac64,
		async: false,
		expects: null,
		requirement: MAC64_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "64-bit MAC", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/mapItems/mapItems.ts
/* @__NO_SIDE_EFFECTS__ */
function mapItems(operation) {
	return {
		kind: "transformation",
		type: "map_items",
		reference: mapItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.map(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxBytes/maxBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_bytes",
		reference: maxBytes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 > this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxCodePoints/maxCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function maxCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_code_points",
		reference: maxCodePoints,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxEntries/maxEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function maxEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_entries",
		reference: maxEntries,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count > this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxGraphemes/maxGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function maxGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_graphemes",
		reference: maxGraphemes,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count > this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxLength/maxLength.ts
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxSize/maxSize.ts
/* @__NO_SIDE_EFFECTS__ */
function maxSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_size",
		reference: maxSize,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size > this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxValue/maxValue.ts
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/maxWords/maxWords.ts
/* @__NO_SIDE_EFFECTS__ */
function maxWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "max_words",
		reference: maxWords,
		async: false,
		expects: `<=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count > this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/metadata/metadata.ts
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}

//#endregion
//#region src/actions/mimeType/mimeType.ts
/* @__NO_SIDE_EFFECTS__ */
function mimeType(requirement, message$1) {
	return {
		kind: "validation",
		type: "mime_type",
		reference: mimeType,
		async: false,
		expects: /* @__PURE__ */ _joinExpects(requirement.map((option) => `"${option}"`), "|"),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.includes(dataset.value.type)) _addIssue(this, "MIME type", dataset, config$1, { received: `"${dataset.value.type}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minBytes/minBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function minBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_bytes",
		reference: minBytes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 < this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minCodePoints/minCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function minCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_code_points",
		reference: minCodePoints,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minEntries/minEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function minEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_entries",
		reference: minEntries,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count < this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minGraphemes/minGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function minGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_graphemes",
		reference: minGraphemes,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count < this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minLength/minLength.ts
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minSize/minSize.ts
/* @__NO_SIDE_EFFECTS__ */
function minSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_size",
		reference: minSize,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size < this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minValue/minValue.ts
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/minWords/minWords.ts
/* @__NO_SIDE_EFFECTS__ */
function minWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "min_words",
		reference: minWords,
		async: false,
		expects: `>=${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count < this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/multipleOf/multipleOf.ts
/* @__NO_SIDE_EFFECTS__ */
function multipleOf(requirement, message$1) {
	return {
		kind: "validation",
		type: "multiple_of",
		reference: multipleOf,
		async: false,
		expects: `%${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value % this.requirement != 0) _addIssue(this, "multiple", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nanoid/nanoid.ts
/* @__NO_SIDE_EFFECTS__ */
function nanoid(message$1) {
	return {
		kind: "validation",
		type: "nanoid",
		reference: nanoid,
		async: false,
		expects: null,
		requirement: NANO_ID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "Nano ID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/nonEmpty/nonEmpty.ts
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
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
}

//#endregion
//#region src/actions/normalize/normalize.ts
/* @__NO_SIDE_EFFECTS__ */
function normalize(form) {
	return {
		kind: "transformation",
		type: "normalize",
		reference: normalize,
		async: false,
		form,
		"~run"(dataset) {
			dataset.value = dataset.value.normalize(this.form);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notBytes/notBytes.ts
/* @__NO_SIDE_EFFECTS__ */
function notBytes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_bytes",
		reference: notBytes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const length$1 = /* @__PURE__ */ _getByteCount(dataset.value);
				if (length$1 === this.requirement) _addIssue(this, "bytes", dataset, config$1, { received: `${length$1}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notCodePoints/notCodePoints.ts
/* @__NO_SIDE_EFFECTS__ */
function notCodePoints(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_code_points",
		reference: notCodePoints,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getCodePointCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "code points", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notEntries/notEntries.ts
/* @__NO_SIDE_EFFECTS__ */
function notEntries(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_entries",
		reference: notEntries,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!dataset.typed) return dataset;
			const count = Object.keys(dataset.value).length;
			if (dataset.typed && count === this.requirement) _addIssue(this, "entries", dataset, config$1, { received: `${count}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notGraphemes/notGraphemes.ts
/* @__NO_SIDE_EFFECTS__ */
function notGraphemes(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_graphemes",
		reference: notGraphemes,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getGraphemeCount(dataset.value);
				if (count === this.requirement) _addIssue(this, "graphemes", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notLength/notLength.ts
/* @__NO_SIDE_EFFECTS__ */
function notLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_length",
		reference: notLength,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notSize/notSize.ts
/* @__NO_SIDE_EFFECTS__ */
function notSize(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_size",
		reference: notSize,
		async: false,
		expects: `!${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size === this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValue/notValue.ts
/* @__NO_SIDE_EFFECTS__ */
function notValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_value",
		reference: notValue,
		async: false,
		expects: requirement instanceof Date ? `!${requirement.toJSON()}` : `!${/* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && /* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notValues/notValues.ts
/* @__NO_SIDE_EFFECTS__ */
function notValues(requirement, message$1) {
	return {
		kind: "validation",
		type: "not_values",
		reference: notValues,
		async: false,
		expects: `!${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/notWords/notWords.ts
/* @__NO_SIDE_EFFECTS__ */
function notWords(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "not_words",
		reference: notWords,
		async: false,
		expects: `!${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count === this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/octal/octal.ts
/* @__NO_SIDE_EFFECTS__ */
function octal(message$1) {
	return {
		kind: "validation",
		type: "octal",
		reference: octal,
		async: false,
		expects: null,
		requirement: OCTAL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "octal", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseBoolean/parseBoolean.ts
const TRUTHY = (/* unused pure expression or super */ null && ([
	true,
	1,
	"true",
	"1",
	"yes",
	"y",
	"on",
	"enabled"
]));
const FALSY = (/* unused pure expression or super */ null && ([
	false,
	0,
	"false",
	"0",
	"no",
	"n",
	"off",
	"disabled"
]));
/* @__NO_SIDE_EFFECTS__ */
function parseBoolean(config$1, message$1) {
	const normalize$1 = (v) => typeof v === "string" ? v.toLowerCase() : v;
	const truthyRaw = config$1?.truthy ?? TRUTHY;
	const falsyRaw = config$1?.falsy ?? FALSY;
	const truthy = config$1?.truthy ? config$1.truthy.map(normalize$1) : TRUTHY;
	const falsy = config$1?.falsy ? config$1.falsy.map(normalize$1) : FALSY;
	return {
		kind: "transformation",
		type: "parse_boolean",
		reference: parseBoolean,
		expects: /* @__PURE__ */ _joinExpects([...truthyRaw, ...falsyRaw].map(_stringify), "|"),
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			const input = normalize$1(dataset.value);
			if (truthy.includes(input)) dataset.value = true;
			else if (falsy.includes(input)) dataset.value = false;
			else {
				_addIssue(this, "boolean", dataset, config$2);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/parseJson/parseJson.ts
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
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
}

//#endregion
//#region src/actions/partialCheck/utils/_isPartiallyTyped/_isPartiallyTyped.ts
/**
* Checks if a dataset is partially typed.
*
* @param dataset The dataset to check.
* @param paths The paths to check.
*
* @returns Whether it is partially typed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isPartiallyTyped(dataset, paths) {
	if (dataset.issues) for (const path of paths) for (const issue of dataset.issues) {
		let typed = false;
		const bound = Math.min(path.length, issue.path?.length ?? 0);
		for (let index = 0; index < bound; index++) if (path[index] !== issue.path[index].key && (path[index] !== "$" || issue.path[index].type !== "array")) {
			typed = true;
			break;
		}
		if (!typed) return false;
	}
	return true;
}

//#endregion
//#region src/actions/partialCheck/partialCheck.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheck(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheck,
		async: false,
		expects: null,
		paths,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/partialCheck/partialCheckAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialCheckAsync(paths, requirement, message$1) {
	return {
		kind: "validation",
		type: "partial_check",
		reference: partialCheckAsync,
		async: true,
		expects: null,
		paths,
		requirement,
		message: message$1,
		async "~run"(dataset, config$1) {
			if ((dataset.typed || /* @__PURE__ */ _isPartiallyTyped(dataset, paths)) && !await this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheck.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawCheck/rawCheckAsync.ts
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheckAsync(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheckAsync,
		async: true,
		expects: null,
		async "~run"(dataset, config$1) {
			await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransform.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransform(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransform,
		async: false,
		"~run"(dataset, config$1) {
			const output = action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rawTransform/rawTransformAsync.ts
/**
* Creates a raw transformation action.
*
* @param action The transformation action.
*
* @returns A raw transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawTransformAsync(action) {
	return {
		kind: "transformation",
		type: "raw_transform",
		reference: rawTransformAsync,
		async: true,
		async "~run"(dataset, config$1) {
			const output = await action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info),
				NEVER: null
			});
			if (dataset.issues) dataset.typed = false;
			else dataset.value = output;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/readonly/readonly.ts
/* @__NO_SIDE_EFFECTS__ */
function readonly() {
	return {
		kind: "transformation",
		type: "readonly",
		reference: readonly,
		async: false,
		"~run"(dataset) {
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/reduceItems/reduceItems.ts
/* @__NO_SIDE_EFFECTS__ */
function reduceItems(operation, initial) {
	return {
		kind: "transformation",
		type: "reduce_items",
		reference: reduceItems,
		async: false,
		operation,
		initial,
		"~run"(dataset) {
			dataset.value = dataset.value.reduce(this.operation, this.initial);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/regex/regex.ts
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
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
}

//#endregion
//#region src/actions/returns/returns.ts
/* @__NO_SIDE_EFFECTS__ */
function returns(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returns,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = (...args_) => {
				const returnsDataset = this.schema["~run"]({ value: func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/returns/returnsAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function returnsAsync(schema) {
	return {
		kind: "transformation",
		type: "returns",
		reference: returnsAsync,
		async: false,
		schema,
		"~run"(dataset, config$1) {
			const func = dataset.value;
			dataset.value = async (...args_) => {
				const returnsDataset = await this.schema["~run"]({ value: await func(...args_) }, config$1);
				if (returnsDataset.issues) throw new ValiError(returnsDataset.issues);
				return returnsDataset.value;
			};
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/rfcEmail/rfcEmail.ts
/* @__NO_SIDE_EFFECTS__ */
function rfcEmail(message$1) {
	return {
		kind: "validation",
		type: "rfc_email",
		reference: rfcEmail,
		expects: null,
		async: false,
		requirement: RFC_EMAIL_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "email", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/safeInteger/safeInteger.ts
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/size/size.ts
/* @__NO_SIDE_EFFECTS__ */
function size(requirement, message$1) {
	return {
		kind: "validation",
		type: "size",
		reference: size,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.size !== this.requirement) _addIssue(this, "size", dataset, config$1, { received: `${dataset.value.size}` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/slug/slug.ts
/* @__NO_SIDE_EFFECTS__ */
function slug(message$1) {
	return {
		kind: "validation",
		type: "slug",
		reference: slug,
		async: false,
		expects: null,
		requirement: SLUG_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "slug", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/someItem/someItem.ts
/* @__NO_SIDE_EFFECTS__ */
function someItem(requirement, message$1) {
	return {
		kind: "validation",
		type: "some_item",
		reference: someItem,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.some(this.requirement)) _addIssue(this, "item", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/sortItems/sortItems.ts
/* @__NO_SIDE_EFFECTS__ */
function sortItems(operation) {
	return {
		kind: "transformation",
		type: "sort_items",
		reference: sortItems,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = dataset.value.sort(this.operation);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/startsWith/startsWith.ts
/* @__NO_SIDE_EFFECTS__ */
function startsWith(requirement, message$1) {
	return {
		kind: "validation",
		type: "starts_with",
		reference: startsWith,
		async: false,
		expects: `"${requirement}"`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !dataset.value.startsWith(this.requirement)) _addIssue(this, "start", dataset, config$1, { received: `"${dataset.value.slice(0, this.requirement.length)}"` });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/stringifyJson/stringifyJson.ts
/* @__NO_SIDE_EFFECTS__ */
function stringifyJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "stringify_json",
		reference: stringifyJson,
		message: message$1,
		config: config$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				const output = JSON.stringify(dataset.value, this.config?.replacer, this.config?.space);
				if (output === void 0) {
					_addIssue(this, "JSON", dataset, config$2);
					dataset.typed = false;
				} else dataset.value = output;
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/title/title.ts
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}

//#endregion
//#region src/actions/toBigint/toBigint.ts
/* @__NO_SIDE_EFFECTS__ */
function toBigint(message$1) {
	return {
		kind: "transformation",
		type: "to_bigint",
		reference: toBigint,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = BigInt(dataset.value);
			} catch {
				_addIssue(this, "bigint", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toBoolean/toBoolean.ts
/**
* Creates a to boolean transformation action.
*
* @returns A to boolean action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toBoolean() {
	return {
		kind: "transformation",
		type: "to_boolean",
		reference: toBoolean,
		async: false,
		"~run"(dataset) {
			dataset.value = Boolean(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toCamelCase/toCamelCase.ts
/**
* Creates a to camel case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2Name`).
*
* @returns A to camel case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toCamelCase() {
	return {
		kind: "transformation",
		type: "to_camel_case",
		reference: toCamelCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", false, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toDate/toDate.ts
/* @__NO_SIDE_EFFECTS__ */
function toDate(message$1) {
	return {
		kind: "transformation",
		type: "to_date",
		reference: toDate,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = new Date(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "date", dataset, config$1, { received: "\"Invalid Date\"" });
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "date", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toKebabCase/toKebabCase.ts
/**
* Creates a to kebab case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse-url-value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2-name`).
*
* @returns A to kebab case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toKebabCase() {
	return {
		kind: "transformation",
		type: "to_kebab_case",
		reference: toKebabCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "-", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toLowerCase/toLowerCase.ts
/**
* Creates a to lower case transformation action.
*
* @returns A to lower case action.
*/
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/actions/toMaxValue/toMaxValue.ts
/**
* Creates a to max value transformation action.
*
* @param requirement The maximum value.
*
* @returns A to max value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMaxValue(requirement) {
	return {
		kind: "transformation",
		type: "to_max_value",
		reference: toMaxValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value > this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toMinValue/toMinValue.ts
/**
* Creates a to min value transformation action.
*
* @param requirement The minimum value.
*
* @returns A to min value action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toMinValue(requirement) {
	return {
		kind: "transformation",
		type: "to_min_value",
		reference: toMinValue,
		async: false,
		requirement,
		"~run"(dataset) {
			dataset.value = dataset.value < this.requirement ? this.requirement : dataset.value;
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toNumber/toNumber.ts
/* @__NO_SIDE_EFFECTS__ */
function toNumber(message$1) {
	return {
		kind: "transformation",
		type: "to_number",
		reference: toNumber,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = Number(dataset.value);
				if (isNaN(dataset.value)) {
					_addIssue(this, "number", dataset, config$1);
					dataset.typed = false;
				}
			} catch {
				_addIssue(this, "number", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toPascalCase/toPascalCase.ts
/**
* Creates a to pascal case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `ParseUrlValue`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `Item2Name`).
*
* @returns A to pascal case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toPascalCase() {
	return {
		kind: "transformation",
		type: "to_pascal_case",
		reference: toPascalCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "", true, true);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toSnakeCase/toSnakeCase.ts
/**
* Creates a to snake case transformation action.
*
* Words are separated by `_`, `-` and ASCII whitespace, as well as by case
* and acronym boundaries.
*
* Hint: Acronym runs are normalized to lowercase (e.g. `parseURLValue` →
* `parse_url_value`) and digits stay attached to the preceding token (e.g.
* `item2Name` → `item2_name`).
*
* @returns A to snake case action.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function toSnakeCase() {
	return {
		kind: "transformation",
		type: "to_snake_case",
		reference: toSnakeCase,
		async: false,
		"~run"(dataset) {
			dataset.value = /* @__PURE__ */ _formatCase(dataset.value, "_", false, false);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toString/toString.ts
/* @__NO_SIDE_EFFECTS__ */
function toString(message$1) {
	return {
		kind: "transformation",
		type: "to_string",
		reference: toString,
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			try {
				dataset.value = String(dataset.value);
			} catch {
				_addIssue(this, "string", dataset, config$1);
				dataset.typed = false;
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/toUpperCase/toUpperCase.ts
/**
* Creates a to upper case transformation action.
*
* @returns A to upper case action.
*/
/* @__NO_SIDE_EFFECTS__ */
function toUpperCase() {
	return {
		kind: "transformation",
		type: "to_upper_case",
		reference: toUpperCase,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.toUpperCase();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/transform/transform.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/actions/transform/transformAsync.ts
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transformAsync(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transformAsync,
		async: true,
		operation,
		async "~run"(dataset) {
			dataset.value = await this.operation(dataset.value);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trim/trim.ts
/**
* Creates a trim transformation action.
*
* @returns A trim action.
*/
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/actions/trimEnd/trimEnd.ts
/**
* Creates a trim end transformation action.
*
* @returns A trim end action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimEnd() {
	return {
		kind: "transformation",
		type: "trim_end",
		reference: trimEnd,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimEnd();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/trimStart/trimStart.ts
/**
* Creates a trim start transformation action.
*
* @returns A trim start action.
*/
/* @__NO_SIDE_EFFECTS__ */
function trimStart() {
	return {
		kind: "transformation",
		type: "trim_start",
		reference: trimStart,
		async: false,
		"~run"(dataset) {
			dataset.value = dataset.value.trimStart();
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/ulid/ulid.ts
/* @__NO_SIDE_EFFECTS__ */
function ulid(message$1) {
	return {
		kind: "validation",
		type: "ulid",
		reference: ulid,
		async: false,
		expects: null,
		requirement: ULID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "ULID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/url/url.ts
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/uuid/uuid.ts
/* @__NO_SIDE_EFFECTS__ */
function uuid(message$1) {
	return {
		kind: "validation",
		type: "uuid",
		reference: uuid,
		async: false,
		expects: null,
		requirement: UUID_REGEX,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "UUID", dataset, config$1);
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/value/value.ts
/* @__NO_SIDE_EFFECTS__ */
function value(requirement, message$1) {
	return {
		kind: "validation",
		type: "value",
		reference: value,
		async: false,
		expects: requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement),
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !/* @__PURE__ */ _isValueMatch(this.requirement, dataset.value)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/values/values.ts
/* @__NO_SIDE_EFFECTS__ */
function values(requirement, message$1) {
	return {
		kind: "validation",
		type: "values",
		reference: values,
		async: false,
		expects: `${/* @__PURE__ */ _joinExpects(requirement.map((value$1) => value$1 instanceof Date ? value$1.toJSON() : /* @__PURE__ */ _stringify(value$1)), "|")}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.some((requirement$1) => /* @__PURE__ */ _isValueMatch(requirement$1, dataset.value))) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}

//#endregion
//#region src/actions/words/words.ts
/* @__NO_SIDE_EFFECTS__ */
function words(locales, requirement, message$1) {
	return {
		kind: "validation",
		type: "words",
		reference: words,
		async: false,
		expects: `${requirement}`,
		locales,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed) {
				const count = /* @__PURE__ */ _getWordCount(this.locales, dataset.value);
				if (count !== this.requirement) _addIssue(this, "words", dataset, config$1, { received: `${count}` });
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/const.ts
const ABORT_EARLY_CONFIG = { abortEarly: true };

//#endregion
//#region src/methods/assert/assert.ts
/**
* Checks if the input matches the schema. As this is an assertion function, it
* can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*/
function assert(schema, input) {
	const issues = schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
	if (issues) throw new ValiError(issues);
}

//#endregion
//#region src/methods/cache/_LruCache.ts
/**
* Efficient LRU cache using Map iteration order.
*/
var _LruCache = class {
	constructor(config$1) {
		this.refCount = 0;
		this.maxSize = config$1?.maxSize ?? 1e3;
		this.maxAge = config$1?.maxAge ?? Infinity;
		this.hasMaxAge = isFinite(this.maxAge);
	}
	/**
	* Stringifies an unknown input to a cache key component.
	*
	* @param input The unknown input.
	*
	* @returns A cache key component.
	*/
	stringify(input) {
		const type = typeof input;
		if (type === "string") return `"${input}"`;
		if (type === "number" || type === "boolean") return `${input}`;
		if (type === "bigint") return `${input}n`;
		if (type === "object" || type === "function") {
			if (input) {
				this.refIds ?? (this.refIds = /* @__PURE__ */ new WeakMap());
				let id = this.refIds.get(input);
				if (!id) {
					id = ++this.refCount;
					this.refIds.set(input, id);
				}
				return `#${id}`;
			}
			return "null";
		}
		return type;
	}
	/**
	* Creates a cache key from input and config.
	*
	* @param input The input value.
	* @param config The parse configuration.
	*
	* @returns The cache key.
	*/
	key(input, config$1 = {}) {
		return `${this.stringify(input)}|${this.stringify(config$1.lang)}|${this.stringify(config$1.message)}|${this.stringify(config$1.abortEarly)}|${this.stringify(config$1.abortPipeEarly)}`;
	}
	/**
	* Gets a value from the cache by key.
	*
	* @param key The cache key.
	*
	* @returns The cached value.
	*/
	get(key) {
		if (!this.store) return void 0;
		const entry = this.store.get(key);
		if (!entry) return void 0;
		if (this.hasMaxAge && Date.now() - entry[1] > this.maxAge) {
			this.store.delete(key);
			return;
		}
		this.store.delete(key);
		this.store.set(key, entry);
		return entry[0];
	}
	/**
	* Sets a value in the cache by key.
	*
	* @param key The cache key.
	* @param value The cached value.
	*/
	set(key, value$1) {
		this.store ?? (this.store = /* @__PURE__ */ new Map());
		this.store.delete(key);
		const timestamp = this.hasMaxAge ? Date.now() : 0;
		this.store.set(key, [value$1, timestamp]);
		if (this.store.size > this.maxSize) this.store.delete(this.store.keys().next().value);
	}
	/**
	* Clears all entries from the cache.
	*/
	clear() {
		this.store?.clear();
	}
};

//#endregion
//#region src/methods/cache/cache.ts
/* @__NO_SIDE_EFFECTS__ */
function cache(schema, config$1) {
	return _standardSchema({
		...schema,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		"~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			let outputDataset = this.cache.get(key);
			if (!outputDataset) this.cache.set(key, outputDataset = schema["~run"](dataset, runConfig));
			return /* @__PURE__ */ _cloneDataset(outputDataset);
		}
	});
}

//#endregion
//#region src/methods/cache/cacheAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function cacheAsync(schema, config$1) {
	let activeRuns;
	return _standardSchema({
		...schema,
		async: true,
		cacheConfig: config$1,
		cache: new _LruCache(config$1),
		async "~run"(dataset, runConfig) {
			const key = this.cache.key(dataset.value, runConfig);
			const cached = this.cache.get(key);
			if (cached) return /* @__PURE__ */ _cloneDataset(cached);
			let promise$1 = activeRuns?.get(key);
			if (!promise$1) {
				activeRuns ?? (activeRuns = /* @__PURE__ */ new Map());
				promise$1 = Promise.resolve(schema["~run"](dataset, runConfig));
				activeRuns.set(key, promise$1);
			}
			try {
				const outputDataset = await promise$1;
				this.cache.set(key, outputDataset);
				return /* @__PURE__ */ _cloneDataset(outputDataset);
			} finally {
				activeRuns?.delete(key);
			}
		}
	});
}

//#endregion
//#region src/methods/config/config.ts
/**
* Changes the local configuration of a schema.
*
* @param schema The schema to configure.
* @param config The parse configuration.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function config(schema, config$1) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config_) {
			return schema["~run"](dataset, {
				...config_,
				...config$1
			});
		}
	});
}

//#endregion
//#region src/methods/getFallback/getFallback.ts
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}

//#endregion
//#region src/methods/fallback/fallback.ts
/**
* Returns a fallback value as output if the input does not match the schema.
*
* @param schema The schema to catch.
* @param fallback The fallback value.
*
* @returns The passed schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function fallback(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		"~run"(dataset, config$1) {
			const outputDataset = schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/fallback/fallbackAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function fallbackAsync(schema, fallback$1) {
	return _standardSchema({
		...schema,
		fallback: fallback$1,
		async: true,
		async "~run"(dataset, config$1) {
			const outputDataset = await schema["~run"](dataset, config$1);
			return outputDataset.issues ? {
				typed: true,
				value: await /* @__PURE__ */ getFallback(this, outputDataset, config$1)
			} : outputDataset;
		}
	});
}

//#endregion
//#region src/methods/flatten/flatten.ts
/* @__NO_SIDE_EFFECTS__ */
function flatten(issues) {
	const flatErrors = {};
	for (const issue of issues) if (issue.path) {
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) {
			if (!flatErrors.nested) flatErrors.nested = {};
			if (Object.prototype.hasOwnProperty.call(flatErrors.nested, dotPath)) flatErrors.nested[dotPath].push(issue.message);
			else flatErrors.nested[dotPath] = [issue.message];
		} else if (flatErrors.other) flatErrors.other.push(issue.message);
		else flatErrors.other = [issue.message];
	} else if (flatErrors.root) flatErrors.root.push(issue.message);
	else flatErrors.root = [issue.message];
	return flatErrors;
}

//#endregion
//#region src/methods/forward/forward.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forward(action, path) {
	return {
		...action,
		"~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/forward/forwardAsync.ts
/**
* Forwards the issues of the passed validation action.
*
* @param action The validation action.
* @param path The path to forward the issues to.
*
* @returns The modified action.
*/
/* @__NO_SIDE_EFFECTS__ */
function forwardAsync(action, path) {
	return {
		...action,
		async: true,
		async "~run"(dataset, config$1) {
			const prevIssues = dataset.issues && [...dataset.issues];
			dataset = await action["~run"](dataset, config$1);
			if (dataset.issues) {
				for (const issue of dataset.issues) if (!prevIssues?.includes(issue)) {
					let pathInput = dataset.value;
					for (const key of path) {
						const pathValue = pathInput[key];
						const pathItem = {
							type: "unknown",
							origin: "value",
							input: pathInput,
							key,
							value: pathValue
						};
						if (issue.path) issue.path.push(pathItem);
						else issue.path = [pathItem];
						if (!pathValue) break;
						pathInput = pathValue;
					}
				}
			}
			return dataset;
		}
	};
}

//#endregion
//#region src/methods/getDefault/getDefault.ts
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}

//#endregion
//#region src/methods/getDefaults/getDefaults.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefaults(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getDefaults(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getDefaults);
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDefaults/getDefaultsAsync.ts
/**
* Returns the default values of the schema.
*
* Hint: The difference to `getDefault` is that for object and tuple schemas
* this function recursively returns the default values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The default values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getDefaultsAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getDefaultsAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getDefaultsAsync));
	return /* @__PURE__ */ getDefault(schema);
}

//#endregion
//#region src/methods/getDescription/getDescription.ts
/**
* Returns the description of the schema.
*
* If multiple descriptions are defined, the last one of the highest level is
* returned. If no description is defined, `undefined` is returned.
*
* @param schema The schema to get the description from.
*
* @returns The description, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getDescription(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "description");
}

//#endregion
//#region src/methods/getExamples/getExamples.ts
/**
* Returns the examples of a schema.
*
* If multiple examples are defined, it concatenates them using depth-first
* search. If no examples are defined, an empty array is returned.
*
* @param schema The schema to get the examples from.
*
* @returns The examples, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getExamples(schema) {
	const examples$1 = [];
	function depthFirstCollect(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstCollect(item);
			else if (item.kind === "metadata" && item.type === "examples") for (const example of item.examples) examples$1.push(example);
		}
	}
	depthFirstCollect(schema);
	return examples$1;
}

//#endregion
//#region src/methods/getFallbacks/getFallbacks.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallbacks(schema) {
	if ("entries" in schema) {
		const object$1 = {};
		for (const key in schema.entries) object$1[key] = /* @__PURE__ */ getFallbacks(schema.entries[key]);
		return object$1;
	}
	if ("items" in schema) return schema.items.map(getFallbacks);
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getFallbacks/getFallbacksAsync.ts
/**
* Returns the fallback values of the schema.
*
* Hint: The difference to `getFallback` is that for object and tuple schemas
* this function recursively returns the fallback values of the subschemas
* instead of `undefined`.
*
* @param schema The schema to get them from.
*
* @returns The fallback values.
*/
/* @__NO_SIDE_EFFECTS__ */
async function getFallbacksAsync(schema) {
	if ("entries" in schema) return Object.fromEntries(await Promise.all(Object.entries(schema.entries).map(async ([key, value$1]) => [key, await /* @__PURE__ */ getFallbacksAsync(value$1)])));
	if ("items" in schema) return Promise.all(schema.items.map(getFallbacksAsync));
	return /* @__PURE__ */ getFallback(schema);
}

//#endregion
//#region src/methods/getMetadata/getMetadata.ts
/**
* Returns the metadata of a schema.
*
* If multiple metadata are defined, it shallowly merges them using depth-first
* search. If no metadata is defined, an empty object is returned.
*
* @param schema Schema to get the metadata from.
*
* @returns The metadata, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getMetadata(schema) {
	const result = {};
	function depthFirstMerge(schema$1) {
		if ("pipe" in schema$1) {
			for (const item of schema$1.pipe) if (item.kind === "schema" && "pipe" in item) depthFirstMerge(item);
			else if (item.kind === "metadata" && item.type === "metadata") Object.assign(result, item.metadata);
		}
	}
	depthFirstMerge(schema);
	return result;
}

//#endregion
//#region src/methods/getTitle/getTitle.ts
/**
* Returns the title of the schema.
*
* If multiple titles are defined, the last one of the highest level is
* returned. If no title is defined, `undefined` is returned.
*
* @param schema The schema to get the title from.
*
* @returns The title, if any.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function getTitle(schema) {
	return /* @__PURE__ */ _getLastMetadata(schema, "title");
}

//#endregion
//#region src/methods/is/is.ts
/**
* Checks if the input matches the schema. By using a type predicate, this
* function can be used as a type guard.
*
* @param schema The schema to be used.
* @param input The input to be tested.
*
* @returns Whether the input matches the schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function is(schema, input) {
	return !schema["~run"]({ value: input }, ABORT_EARLY_CONFIG).issues;
}

//#endregion
//#region src/schemas/any/any.ts
/**
* Creates an any schema.
*
* Hint: This schema function exists only for completeness and is not
* recommended in practice. Instead, `unknown` should be used to accept
* unknown data.
*
* @returns An any schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function any() {
	return _standardSchema({
		kind: "schema",
		type: "any",
		reference: any,
		expects: "any",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/array/array.ts
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
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
}

//#endregion
//#region src/schemas/array/arrayAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function arrayAsync(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: arrayAsync,
		expects: "Array",
		async: true,
		item,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(input.map((value$1) => this.item["~run"]({ value: value$1 }, config$1)));
				for (let key = 0; key < itemDatasets.length; key++) {
					const itemDataset = itemDatasets[key];
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: input[key]
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
}

//#endregion
//#region src/schemas/bigint/bigint.ts
/* @__NO_SIDE_EFFECTS__ */
function bigint(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "bigint",
		reference: bigint,
		expects: "bigint",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "bigint") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/blob/blob.ts
/* @__NO_SIDE_EFFECTS__ */
function blob(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "blob",
		reference: blob,
		expects: "Blob",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Blob) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/boolean/boolean.ts
/* @__NO_SIDE_EFFECTS__ */
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

//#endregion
//#region src/schemas/custom/custom.ts
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/custom/customAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function customAsync(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: customAsync,
		expects: "unknown",
		async: true,
		check: check$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (await this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/date/date.ts
/* @__NO_SIDE_EFFECTS__ */
function date(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "date",
		reference: date,
		expects: "Date",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Date) if (!isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1, { received: "\"Invalid Date\"" });
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/enum/enum.ts
/* @__NO_SIDE_EFFECTS__ */
function enum_(enum__, message$1) {
	const options = [];
	for (const key in enum__) if (`${+key}` !== key || typeof enum__[key] !== "string" || !Object.is(enum__[enum__[key]], +key)) options.push(enum__[key]);
	return _standardSchema({
		kind: "schema",
		type: "enum",
		reference: enum_,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		enum: enum__,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/exactOptional/exactOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function exactOptionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptionalAsync,
		expects: wrapped.expects,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/file/file.ts
/* @__NO_SIDE_EFFECTS__ */
function file(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "file",
		reference: file,
		expects: "File",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof File) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/function/function.ts
/* @__NO_SIDE_EFFECTS__ */
function function_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "function",
		reference: function_,
		expects: "Function",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "function") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/instance/instance.ts
/* @__NO_SIDE_EFFECTS__ */
function instance(class_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "instance",
		reference: instance,
		expects: class_.name,
		async: false,
		class: class_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof this.class) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/utils/_merge/_merge.ts
/**
* Merges two values into one single output.
*
* @param value1 First value.
* @param value2 Second value.
*
* @returns The merge dataset.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _merge(value1, value2) {
	if (typeof value1 === typeof value2) {
		if (/* @__PURE__ */ _isSameValueZero(value1, value2) || value1 instanceof Date && value2 instanceof Date && /* @__PURE__ */ _isSameValueZero(+value1, +value2)) return { value: value1 };
		if (value1 && value2 && value1.constructor === Object && value2.constructor === Object) {
			const nextValue = {
				...value1,
				...value2
			};
			for (const key in value2) if (Object.prototype.hasOwnProperty.call(value1, key) && Object.prototype.hasOwnProperty.call(value2, key)) {
				const dataset = /* @__PURE__ */ _merge(value1[key], value2[key]);
				if (dataset.issue) return dataset;
				nextValue[key] = dataset.value;
			}
			return { value: nextValue };
		}
		if (Array.isArray(value1) && Array.isArray(value2)) {
			if (value1.length === value2.length) {
				const nextValue = [...value1];
				for (let index = 0; index < value1.length; index++) {
					const dataset = /* @__PURE__ */ _merge(value1[index], value2[index]);
					if (dataset.issue) return dataset;
					nextValue[index] = dataset.value;
				}
				return { value: nextValue };
			}
		}
	}
	return { issue: true };
}

//#endregion
//#region src/schemas/intersect/intersect.ts
/* @__NO_SIDE_EFFECTS__ */
function intersect(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersect,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				for (const schema of this.options) {
					const optionDataset = schema["~run"]({ value: input }, config$1);
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/intersect/intersectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function intersectAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "intersect",
		reference: intersectAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "&"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (this.options.length) {
				const input = dataset.value;
				let outputs;
				dataset.typed = true;
				const optionDatasets = await Promise.all(this.options.map((schema) => schema["~run"]({ value: input }, config$1)));
				for (const optionDataset of optionDatasets) {
					if (optionDataset.issues) {
						if (dataset.issues) for (const issue of optionDataset.issues) dataset.issues.push(issue);
						else dataset.issues = optionDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!optionDataset.typed) dataset.typed = false;
					if (dataset.typed) if (outputs) outputs.push(optionDataset.value);
					else outputs = [optionDataset.value];
				}
				if (dataset.typed) {
					dataset.value = outputs[0];
					for (let index = 1; index < outputs.length; index++) {
						const mergeDataset = /* @__PURE__ */ _merge(dataset.value, outputs[index]);
						if (mergeDataset.issue) {
							_addIssue(this, "type", dataset, config$1, { received: "unknown" });
							break;
						}
						dataset.value = mergeDataset.value;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazy.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/lazy/lazyAsync.ts
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazyAsync(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazyAsync,
		expects: "unknown",
		async: true,
		getter,
		async "~run"(dataset, config$1) {
			return (await this.getter(dataset.value))["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/literal/literal.ts
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObject.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
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
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseObject/looseObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/looseTuple/looseTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function looseTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_tuple",
		reference: looseTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) dataset.value.push(input[key]);
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/map.ts
/* @__NO_SIDE_EFFECTS__ */
function map(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: map,
		expects: "Map",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				for (const [inputKey, inputValue] of input) {
					const keyDataset = this.key["~run"]({ value: inputKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
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
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/map/mapAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function mapAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "map",
		reference: mapAsync,
		expects: "Map",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Map) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Map();
				const datasets = await Promise.all([...input].map(([inputKey, inputValue]) => Promise.all([
					inputKey,
					inputValue,
					this.key["~run"]({ value: inputKey }, config$1),
					this.value["~run"]({ value: inputValue }, config$1)
				])));
				for (const [inputKey, inputValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "key",
							input,
							key: inputKey,
							value: inputValue
						};
						for (const issue of keyDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "map",
							origin: "value",
							input,
							key: inputKey,
							value: inputValue
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
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					dataset.value.set(keyDataset.value, valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nan/nan.ts
/* @__NO_SIDE_EFFECTS__ */
function nan(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "nan",
		reference: nan,
		expects: "NaN",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (Number.isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/never/never.ts
/* @__NO_SIDE_EFFECTS__ */
function never(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "never",
		reference: never,
		expects: "never",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			_addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullable(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullable,
		expects: "!null",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullable/nonNullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullableAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullable",
		reference: nonNullableAsync,
		expects: "!null",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== null) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullish(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullish,
		expects: "(!null & !undefined)",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonNullish/nonNullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonNullishAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_nullish",
		reference: nonNullishAsync,
		expects: "(!null & !undefined)",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (!(dataset.value === null || dataset.value === void 0)) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === null || dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptional.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptional(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptional,
		expects: "!undefined",
		async: false,
		wrapped,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nonOptional/nonOptionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nonOptionalAsync(wrapped, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "non_optional",
		reference: nonOptionalAsync,
		expects: "!undefined",
		async: true,
		wrapped,
		message: message$1,
		async "~run"(dataset, config$1) {
			if (dataset.value !== void 0) dataset = await this.wrapped["~run"](dataset, config$1);
			if (dataset.value === void 0) _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/null/null.ts
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullable.ts
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullable/nullableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullableAsync,
		expects: `(${wrapped.expects} | null)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullish.ts
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/nullish/nullishAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function nullishAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullishAsync,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/number/number.ts
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
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
}

//#endregion
//#region src/schemas/object/object.ts
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
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
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/object/objectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: objectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRest(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRest,
		expects: "Object",
		async: false,
		entries: entries$1,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
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
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) {
						const valueDataset = this.rest["~run"]({ value: input[key] }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: input[key]
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
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/objectWithRest/objectWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function objectWithRestAsync(entries$1, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object_with_rest",
		reference: objectWithRestAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				})), Promise.all(Object.entries(input).filter(([key]) => /* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)).map(async ([key, value$1]) => [
					key,
					value$1,
					await this.rest["~run"]({ value: value$1 }, config$1)
				]))]);
				for (const [key, value$1, valueSchema, valueDataset] of normalDatasets) if (valueDataset) {
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
				}
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, valueDataset] of restDatasets) {
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
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/optional/optional.ts
/* @__NO_SIDE_EFFECTS__ */
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
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/optional/optionalAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function optionalAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optionalAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/picklist/picklist.ts
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
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

//#endregion
//#region src/schemas/promise/promise.ts
/* @__NO_SIDE_EFFECTS__ */
function promise(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "promise",
		reference: promise,
		expects: "Promise",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value instanceof Promise) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/record.ts
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
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
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/record/recordAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function recordAsync(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: recordAsync,
		expects: "Object",
		async: true,
		key,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const datasets = await Promise.all(Object.entries(input).filter(([key$1]) => /* @__PURE__ */ _isValidObjectKey(input, key$1)).map(([entryKey, entryValue]) => Promise.all([
					entryKey,
					entryValue,
					this.key["~run"]({ value: entryKey }, config$1),
					this.value["~run"]({ value: entryValue }, config$1)
				])));
				for (const [entryKey, entryValue, keyDataset, valueDataset] of datasets) {
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
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
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/set.ts
/* @__NO_SIDE_EFFECTS__ */
function set(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: set,
		expects: "Set",
		async: false,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				for (const inputValue of input) {
					const valueDataset = this.value["~run"]({ value: inputValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
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
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/set/setAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function setAsync(value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "set",
		reference: setAsync,
		expects: "Set",
		async: true,
		value: value$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input instanceof Set) {
				dataset.typed = true;
				dataset.value = /* @__PURE__ */ new Set();
				const valueDatasets = await Promise.all([...input].map(async (inputValue) => [inputValue, await this.value["~run"]({ value: inputValue }, config$1)]));
				for (const [inputValue, valueDataset] of valueDatasets) {
					if (valueDataset.issues) {
						const pathItem = {
							type: "set",
							origin: "value",
							input,
							key: null,
							value: inputValue
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
					dataset.value.add(valueDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictObject/strictObject.ts
/* @__NO_SIDE_EFFECTS__ */
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
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
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
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
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

//#endregion
//#region src/schemas/strictObject/strictObjectAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictObjectAsync(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObjectAsync,
		expects: "Object",
		async: true,
		entries: entries$1,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				const valueDatasets = await Promise.all(Object.entries(this.entries).map(async ([key, valueSchema]) => {
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : await /* @__PURE__ */ getDefault(valueSchema);
						return [
							key,
							value$1,
							valueSchema,
							await valueSchema["~run"]({ value: value$1 }, config$1)
						];
					}
					return [
						key,
						input[key],
						valueSchema,
						null
					];
				}));
				for (const [key, value$1, valueSchema, valueDataset] of valueDatasets) if (valueDataset) {
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
				} else if (valueSchema.fallback !== void 0) dataset.value[key] = await /* @__PURE__ */ getFallback(valueSchema);
				else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
					_addIssue(this, "key", dataset, config$1, {
						input: void 0,
						expected: `"${key}"`,
						path: [{
							type: "object",
							origin: "key",
							input,
							key,
							value: value$1
						}]
					});
					if (config$1.abortEarly) break;
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

//#endregion
//#region src/schemas/strictTuple/strictTuple.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
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
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/strictTuple/strictTupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function strictTupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_tuple",
		reference: strictTupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
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
				if (!(dataset.issues && config$1.abortEarly) && this.items.length < input.length) _addIssue(this, "type", dataset, config$1, {
					input: input[this.items.length],
					expected: "never",
					path: [{
						type: "array",
						origin: "value",
						input,
						key: this.items.length,
						value: input[this.items.length]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/string/string.ts
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
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
}

//#endregion
//#region src/schemas/symbol/symbol.ts
/* @__NO_SIDE_EFFECTS__ */
function symbol(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "symbol",
		reference: symbol,
		expects: "symbol",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "symbol") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/tuple/tuple.ts
/* @__NO_SIDE_EFFECTS__ */
function tuple(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tuple,
		expects: "Array",
		async: false,
		items,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
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
}

//#endregion
//#region src/schemas/tuple/tupleAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleAsync(items, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple",
		reference: tupleAsync,
		expects: "Array",
		async: true,
		items,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const itemDatasets = await Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				}));
				for (const [key, value$1, itemDataset] of itemDatasets) {
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
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRest.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRest(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRest,
		expects: "Array",
		async: false,
		items,
		rest,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < this.items.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.items[key]["~run"]({ value: value$1 }, config$1);
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
				if (!dataset.issues || !config$1.abortEarly) for (let key = this.items.length; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.rest["~run"]({ value: value$1 }, config$1);
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
}

//#endregion
//#region src/schemas/tupleWithRest/tupleWithRestAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function tupleWithRestAsync(items, rest, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "tuple_with_rest",
		reference: tupleWithRestAsync,
		expects: "Array",
		async: true,
		items,
		rest,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				const [normalDatasets, restDatasets] = await Promise.all([Promise.all(this.items.map(async (item, key) => {
					const value$1 = input[key];
					return [
						key,
						value$1,
						await item["~run"]({ value: value$1 }, config$1)
					];
				})), Promise.all(input.slice(this.items.length).map(async (value$1, key) => {
					return [
						key + this.items.length,
						value$1,
						await this.rest["~run"]({ value: value$1 }, config$1)
					];
				}))]);
				for (const [key, value$1, itemDataset] of normalDatasets) {
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
				if (!dataset.issues || !config$1.abortEarly) for (const [key, value$1, itemDataset] of restDatasets) {
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
}

//#endregion
//#region src/schemas/undefined/undefined.ts
/* @__NO_SIDE_EFFECTS__ */
function undefined_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "undefined",
		reference: undefined_,
		expects: "undefined",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedable.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedable,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/undefinedable/undefinedableAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function undefinedableAsync(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "undefinedable",
		reference: undefinedableAsync,
		expects: `(${wrapped.expects} | undefined)`,
		async: true,
		wrapped,
		default: default_,
		async "~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = await /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}

//#endregion
//#region src/schemas/union/utils/_subIssues/_subIssues.ts
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}

//#endregion
//#region src/schemas/union/union.ts
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
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
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/union/unionAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function unionAsync(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: unionAsync,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: true,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = await schema["~run"]({ value: dataset.value }, config$1);
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
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/unknown/unknown.ts
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variant.ts
/* @__NO_SIDE_EFFECTS__ */
function variant(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variant,
		expects: "Object",
		async: false,
		key,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/variant/variantAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function variantAsync(key, options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "variant",
		reference: variantAsync,
		expects: "Object",
		async: true,
		key,
		options,
		message: message$1,
		async "~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				let outputDataset;
				let maxDiscriminatorPriority = 0;
				let invalidDiscriminatorKey = this.key;
				let expectedDiscriminators = [];
				const parseOptions = async (variant$1, allKeys) => {
					for (const schema of variant$1.options) {
						if (schema.type === "variant") await parseOptions(schema, new Set(allKeys).add(schema.key));
						else {
							let keysAreValid = true;
							let currentPriority = 0;
							for (const currentKey of allKeys) {
								const discriminatorSchema = schema.entries[currentKey];
								if (currentKey in input ? (await discriminatorSchema["~run"]({
									typed: false,
									value: input[currentKey]
								}, ABORT_EARLY_CONFIG)).issues : discriminatorSchema.type !== "exact_optional" && discriminatorSchema.type !== "optional" && discriminatorSchema.type !== "nullish") {
									keysAreValid = false;
									if (invalidDiscriminatorKey !== currentKey && (maxDiscriminatorPriority < currentPriority || maxDiscriminatorPriority === currentPriority && currentKey in input && !(invalidDiscriminatorKey in input))) {
										maxDiscriminatorPriority = currentPriority;
										invalidDiscriminatorKey = currentKey;
										expectedDiscriminators = [];
									}
									if (invalidDiscriminatorKey === currentKey) expectedDiscriminators.push(schema.entries[currentKey].expects);
									break;
								}
								currentPriority++;
							}
							if (keysAreValid) {
								const optionDataset = await schema["~run"]({ value: input }, config$1);
								if (!outputDataset || !outputDataset.typed && optionDataset.typed) outputDataset = optionDataset;
							}
						}
						if (outputDataset && !outputDataset.issues) break;
					}
				};
				await parseOptions(this, new Set([this.key]));
				if (outputDataset) return outputDataset;
				_addIssue(this, "type", dataset, config$1, {
					input: input[invalidDiscriminatorKey],
					expected: /* @__PURE__ */ _joinExpects(expectedDiscriminators, "|"),
					path: [{
						type: "object",
						origin: "value",
						input,
						key: invalidDiscriminatorKey,
						value: input[invalidDiscriminatorKey]
					}]
				});
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/schemas/void/void.ts
/* @__NO_SIDE_EFFECTS__ */
function void_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "void",
		reference: void_,
		expects: "void",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/keyof/keyof.ts
/* @__NO_SIDE_EFFECTS__ */
function keyof(schema, message$1) {
	return /* @__PURE__ */ picklist(Object.keys(schema.entries), message$1);
}

//#endregion
//#region src/methods/message/message.ts
/**
* Changes the local message configuration of a schema.
*
* @param schema The schema to configure.
* @param message_ The error message.
*
* @returns The configured schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function message(schema, message_) {
	return _standardSchema({
		...schema,
		"~run"(dataset, config$1) {
			return schema["~run"](dataset, {
				...config$1,
				message: message_
			});
		}
	});
}

//#endregion
//#region src/methods/omit/omit.ts
/**
* Creates a modified copy of an object schema that does not contain the
* selected entries.
*
* @param schema The schema to omit from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function omit(schema, keys) {
	const entries$1 = { ...schema.entries };
	for (const key of keys) delete entries$1[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/parse/parse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
function parse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parse/parseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parsed input.
*/
async function parseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	if (dataset.issues) throw new ValiError(dataset.issues);
	return dataset.value;
}

//#endregion
//#region src/methods/parser/parser.ts
/* @__NO_SIDE_EFFECTS__ */
function parser(schema, config$1) {
	const func = (input) => parse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/parser/parserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function parserAsync(schema, config$1) {
	const func = (input) => parseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/partial/partial.ts
/* @__NO_SIDE_EFFECTS__ */
function partial(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optional(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/partial/partialAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function partialAsync(schema, keys) {
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ optionalAsync(schema.entries[key]) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pick/pick.ts
/**
* Creates a modified copy of an object schema that contains only the selected
* entries.
*
* @param schema The schema to pick from.
* @param keys The selected entries.
*
* @returns An object schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function pick(schema, keys) {
	const entries$1 = {};
	for (const key of keys) entries$1[key] = schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/pipe/pipe.ts
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
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
}

//#endregion
//#region src/methods/pipe/pipeAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function pipeAsync(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		async: true,
		async "~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = await item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}

//#endregion
//#region src/methods/required/required.ts
/* @__NO_SIDE_EFFECTS__ */
function required(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptional(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/required/requiredAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function requiredAsync(schema, arg2, arg3) {
	const keys = Array.isArray(arg2) ? arg2 : void 0;
	const message$1 = Array.isArray(arg2) ? arg3 : arg2;
	const entries$1 = {};
	for (const key in schema.entries) entries$1[key] = !keys || keys.includes(key) ? /* @__PURE__ */ nonOptionalAsync(schema.entries[key], message$1) : schema.entries[key];
	return _standardSchema({
		...schema,
		entries: entries$1
	});
}

//#endregion
//#region src/methods/safeParse/safeParse.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParse/safeParseAsync.ts
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
async function safeParseAsync(schema, input, config$1) {
	const dataset = await schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

//#endregion
//#region src/methods/safeParser/safeParser.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParser(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParse(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/safeParser/safeParserAsync.ts
/* @__NO_SIDE_EFFECTS__ */
function safeParserAsync(schema, config$1) {
	const func = (input) => /* @__PURE__ */ safeParseAsync(schema, input, config$1);
	func.schema = schema;
	func.config = config$1;
	return func;
}

//#endregion
//#region src/methods/summarize/summarize.ts
/**
* Summarize the error messages of issues in a pretty-printable multi-line string.
*
* @param issues The list of issues.
*
* @returns A summary of the issues.
*
* @beta
*/
/* @__NO_SIDE_EFFECTS__ */
function summarize(issues) {
	let summary = "";
	for (const issue of issues) {
		if (summary) summary += "\n";
		summary += `× ${issue.message}`;
		const dotPath = /* @__PURE__ */ getDotPath(issue);
		if (dotPath) summary += `\n  → at ${dotPath}`;
	}
	return summary;
}

//#endregion
//#region src/methods/unwrap/unwrap.ts
/**
* Unwraps the wrapped schema.
*
* @param schema The schema to be unwrapped.
*
* @returns The unwrapped schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unwrap(schema) {
	return schema.wrapped;
}

//#endregion


/***/ })

/******/ });
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
/******/ 		return "" + chunkId + ".index.js";
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
/******/ 		792: 0
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
  qG: () => (/* reexport */ leave),
  Fo: () => (/* reexport */ terminal_terminal)
});

;// CONCATENATED MODULE: ./lib/surface/leave.js
/** What holds the process up after its answer: a command left to the post step, a reader that is stuck. */
const PATIENCE_MS = 250;
/**
 * Ends the process with this exit code by letting it run out; only one that does not is made to exit.
 *
 * `process.exit` joins the threads that compile JavaScript. One that waits for the main thread to collect garbage is
 * never done, and the process hangs for ever (Node 24, nodejs/node#54918). A process that runs out frees its heap first,
 * which wakes them; before a forced exit they are given nothing more to do, and time to come to their end.
 */
function leave(code) {
    process.exitCode = code;
    setTimeout(() => {
        void quietCompilers().then(() => setTimeout(() => process.exit(), PATIENCE_MS).unref());
    }, PATIENCE_MS).unref();
}
async function quietCompilers() {
    const { setFlagsFromString } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8877, 19));
    for (const flag of ["--no-opt", "--no-sparkplug"])
        setFlagsFromString(flag);
}

// EXTERNAL MODULE: ./lib/core/node-crypto.js
var node_crypto = __nccwpck_require__(1709);
// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __nccwpck_require__(4246);
// EXTERNAL MODULE: ./lib/core/nearest.js
var nearest = __nccwpck_require__(6661);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __nccwpck_require__(5524);
// EXTERNAL MODULE: ./lib/files/real-disk.js
var real_disk = __nccwpck_require__(845);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./lib/core/fields.js
var fields = __nccwpck_require__(5430);
;// CONCATENATED MODULE: ./lib/ui/arguments.js



const SWITCHES = ["json", "verbose", "help", "all", "accept", "deep"];
const OTHERS = ["config", "definition"];
/**
 * Reads the flags of a command: each input of the definition is one, given more than once it is a list. What is wrong
 * with them is told by the layer, together with what is wrong with their values.
 */
function readArguments(args) {
    const names = [...fields/* FIELD_NAMES */.Yr, ...OTHERS];
    const options = {
        ...Object.fromEntries(names.map((name) => [name, { type: "string", multiple: true }])),
        ...Object.fromEntries(SWITCHES.map((name) => [name, { type: "boolean" }])),
    };
    const { tokens, values, positionals } = (0,external_node_util_.parseArgs)({
        args: [...args],
        options,
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const problems = [];
    for (const token of tokens) {
        if (token.kind !== "option")
            continue;
        if (!Object.hasOwn(options, token.name)) {
            problems.push(`${token.rawName} is unknown.${(0,nearest/* didYouMean */.a)(token.name, [...names, ...SWITCHES])}`);
        }
        else if (names.includes(token.name) && token.value === undefined) {
            problems.push(`${token.rawName} must have a value.`);
        }
        else if (SWITCHES.includes(token.name) && token.value !== undefined) {
            problems.push(`${token.rawName} takes no value.`);
        }
    }
    return {
        inputs: { ...layerOf(names, values), problems },
        positionals,
        switches: switchesOf(values),
    };
}
function layerOf(names, values) {
    const given = {};
    for (const name of names) {
        const value = values[name];
        const texts = Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
        if (texts.length > 0)
            given[name] = texts.join("\n");
    }
    return { label: (name) => `--${name}`, values: given, others: OTHERS };
}
function switchesOf(values) {
    return new Set(SWITCHES.filter((name) => values[name] === true));
}

// EXTERNAL MODULE: ./lib/ui/terminal.js
var terminal = __nccwpck_require__(6008);
// EXTERNAL MODULE: ./lib/commands/plan.js + 3 modules
var plan = __nccwpck_require__(9187);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __nccwpck_require__(9716);
// EXTERNAL MODULE: ./lib/ui/lines.js
var ui_lines = __nccwpck_require__(2437);
// EXTERNAL MODULE: ./lib/surface/call.js
var surface_call = __nccwpck_require__(6971);
;// CONCATENATED MODULE: ./lib/surface/terminal-plan.js






async function planOnTerminal(call) {
    const planned = await (0,plan/* plan */.e)(call.invocation);
    const { pending, matrix } = planned.answer;
    const jobs = `packed into ${(0,core_text/* count */.U9)(matrix.include.length, "job")} (--json prints the matrix)`;
    return show(call, planned, pending > 0 ? [jobs] : []);
}
async function statusOnTerminal(call) {
    return show(call, await (0,plan/* status */.h)(call.invocation));
}
async function show(call, { answer, job, exitCode }, more = []) {
    if (call.isJson) {
        await (0,surface_call/* print */.y)(`${(0,log_name/* harmlessJson */.EL)(answer)}\n`);
        return exitCode;
    }
    const paint = (0,terminal/* painter */.C2)("stdout", process.env);
    const verbose = call.args.switches.has("verbose");
    const lines = (0,ui_lines/* planLines */.HN)(job.verdicts, { verbose, paint }).map(log_name/* harmlessLine */.Kw);
    await (0,surface_call/* print */.y)(`${[...lines, ...more].join("\n")}\n`);
    return exitCode;
}

;// CONCATENATED MODULE: ./lib/surface/terminal.js








const COMMANDS = {
    run: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(37), __nccwpck_require__.e(905), __nccwpck_require__.e(750), __nccwpck_require__.e(83)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2083))).runOnTerminal,
    plan: () => Promise.resolve(planOnTerminal),
    status: () => Promise.resolve(statusOnTerminal),
    collect: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(37), __nccwpck_require__.e(716)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8716))).collectOnTerminal,
    mark: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(37), __nccwpck_require__.e(664)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4664))).markOnTerminal,
    unmark: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(37), __nccwpck_require__.e(664)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4664))).unmarkOnTerminal,
    adopt: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(37), __nccwpck_require__.e(664)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4664))).adoptOnTerminal,
    verify: async () => (await __nccwpck_require__.e(/* import() */ 453).then(__nccwpck_require__.bind(__nccwpck_require__, 8453))).verifyOnTerminal,
    info: async () => (await __nccwpck_require__.e(/* import() */ 627).then(__nccwpck_require__.bind(__nccwpck_require__, 4627))).infoOnTerminal,
    demo: async () => (await __nccwpck_require__.e(/* import() */ 328).then(__nccwpck_require__.bind(__nccwpck_require__, 3328))).demoOnTerminal,
};
/** Acts on a command line. Gives the exit code. */
async function terminal_terminal(argv, home) {
    const [name = "help", ...rest] = argv;
    try {
        if (name === "help" || name === "--help" || name === "-h")
            return await help();
        const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
        if (load === undefined) {
            const names = Object.keys(COMMANDS);
            throw new problem/* UserError */.yo([
                `The command ${JSON.stringify(name)} is unknown.${(0,nearest/* didYouMean */.a)(name, names)} Known are ${names.join(", ")}.`,
            ]);
        }
        const args = readArguments(rest);
        if (args.switches.has("help"))
            return await help();
        const act = await load();
        return await act(callOf(args, home));
    }
    catch (error) {
        const told = (0,problem/* asUserError */.Yl)(error);
        if (told === undefined)
            throw error;
        const paint = (0,terminal/* painter */.C2)("stderr", process.env);
        for (const problem of told.problems)
            process.stderr.write(`${paint("red", "error")} ${harmless(problem)}\n`);
        return told.exitCode;
    }
}
/** A problem may name files and values as others have made them. */
function harmless(problem) {
    return problem
        .split(/\r\n|\r|\n/)
        .map(log_name/* harmlessLine */.Kw)
        .join("\n      ");
}
async function help() {
    const { helpText } = await __nccwpck_require__.e(/* import() */ 299).then(__nccwpck_require__.bind(__nccwpck_require__, 6299));
    process.stdout.write(helpText());
    return problem/* EXIT */.dc.done;
}
function callOf(args, home) {
    const isJson = args.switches.has("json");
    const debug = process.env["DONEMARK_DEBUG"] === "1";
    const invocation = {
        surface: "terminal",
        inputs: args.inputs,
        workspace: process.cwd(),
        env: process.env,
        disk: real_disk/* realDisk */.U,
        reporter: (0,terminal/* terminalReporter */.CO)({ json: isJson, debug }),
        now: Date.now,
        randomHex: (bytes) => (0,node_crypto/* nodeCrypto */.S)().randomBytes(bytes).toString("hex"),
        home,
    };
    return { args, invocation, isJson };
}

;// CONCATENATED MODULE: ./lib/index.js
/**
 * What the bundle gives to its entries. The short commands of the terminal are part of it, since each further file
 * costs them a millisecond; everything else is loaded only when it is used.
 */


async function actionMain(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(37), __nccwpck_require__.e(905), __nccwpck_require__.e(750), __nccwpck_require__.e(75)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9075));
    return surface.actionMain(home);
}
async function actionPost(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(200)]).then(__nccwpck_require__.bind(__nccwpck_require__, 5200));
    return surface.actionPost(home);
}
async function actionPlan(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(17)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6017));
    return surface.actionPlan(home);
}
async function actionCollect(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(37), __nccwpck_require__.e(214)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4214));
    return surface.actionCollect(home);
}
async function actionRestore(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(37), __nccwpck_require__.e(905), __nccwpck_require__.e(156)]).then(__nccwpck_require__.bind(__nccwpck_require__, 156));
    return surface.actionRestore(home);
}
async function actionSave(home) {
    const surface = await Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(838), __nccwpck_require__.e(37), __nccwpck_require__.e(905), __nccwpck_require__.e(750), __nccwpck_require__.e(985)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3985));
    return surface.actionSave(home);
}
async function answerDigest() {
    const worker = await __nccwpck_require__.e(/* import() */ 646).then(__nccwpck_require__.bind(__nccwpck_require__, 7408));
    await worker.answerDigest();
}
async function answerCache() {
    const helper = await __nccwpck_require__.e(/* import() */ 408).then(__nccwpck_require__.bind(__nccwpck_require__, 7027));
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
var __webpack_exports__leave = __webpack_exports__.qG;
var __webpack_exports__terminal = __webpack_exports__.Fo;
export { __webpack_exports__actionCollect as actionCollect, __webpack_exports__actionMain as actionMain, __webpack_exports__actionPlan as actionPlan, __webpack_exports__actionPost as actionPost, __webpack_exports__actionRestore as actionRestore, __webpack_exports__actionSave as actionSave, __webpack_exports__answerCache as answerCache, __webpack_exports__answerDigest as answerDigest, __webpack_exports__leave as leave, __webpack_exports__terminal as terminal };
