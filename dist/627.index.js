export const id = 627;
export const ids = [627];
export const modules = {

/***/ 905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ checkpointsOfJob),
/* harmony export */   S$: () => (/* binding */ checkpointOf),
/* harmony export */   qF: () => (/* binding */ NO_SHARDS),
/* harmony export */   v9: () => (/* binding */ checkpointsAt)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _core_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5845);
/* harmony import */ var _core_places_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3783);
/* harmony import */ var _core_problem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5524);
/* harmony import */ var _core_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9716);
/* harmony import */ var _survey_expand_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4111);
/* harmony import */ var _survey_globs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4885);
/* harmony import */ var _survey_observe_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2358);
/* harmony import */ var _define_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2760);
/* harmony import */ var _open_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3855);










/**
 * The checkpoints at paths and globs, each once, in order. A marker's or a start record's name stands for its
 * checkpoint, so that a shell may expand the glob. No definition is needed; where one is found, its rules for status
 * and version hold.
 * @throws {UserError} where a glob matches nothing.
 */
async function checkpointsAt(invocation, names) {
    const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_7__/* .define */ .E)(invocation, NO_SHARDS);
    const paths = new Set();
    for (const name of names) {
        for (const path of await pathsOf(invocation, name))
            paths.add(path);
    }
    const targets = [...paths].sort(_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .compareText */ .n6).map((path) => ({ path }));
    return { definition, targets };
}
/** What a definition must have, and what nothing here depends on. */
const NO_SHARDS = { shards: "1", checkpoint: "{id}" };
/** Of the whole job, or of the shards that `only` names: those whose checkpoint or marker is here. */
async function checkpointsOfJob(invocation) {
    const { disk, workspace } = invocation;
    const { definition } = await (0,_define_js__WEBPACK_IMPORTED_MODULE_7__/* .define */ .E)(invocation);
    const { shards: all } = await (0,_survey_expand_js__WEBPACK_IMPORTED_MODULE_4__/* .expandShards */ .a)(disk, workspace, definition);
    const { shards } = await (0,_open_js__WEBPACK_IMPORTED_MODULE_8__/* .chooseShards */ .f1)(invocation, definition, all);
    const isThere = (0,_survey_observe_js__WEBPACK_IMPORTED_MODULE_6__/* .listedPresence */ .N0)(disk);
    const targets = shards
        .map((shard) => ({ shard: shard.id, ...(0,_core_places_js__WEBPACK_IMPORTED_MODULE_2__/* .placesOf */ .ek)(workspace, shard) }))
        .filter(({ checkpoint, marker }) => isThere(checkpoint) || isThere(marker))
        .map(({ checkpoint, shard }) => ({ path: checkpoint, shard }));
    return { definition, targets };
}
async function pathsOf({ disk, workspace }, name) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(workspace, name);
    if (disk.exists(path))
        return [checkpointOf(disk, path)];
    const matched = await (0,_survey_globs_js__WEBPACK_IMPORTED_MODULE_5__/* .matchPaths */ .oq)(workspace, name);
    if (matched === undefined)
        return [path];
    const checkpoints = matched.filter((one) => isCheckpoint(disk, one));
    if (checkpoints.length > 0)
        return checkpoints.map((one) => checkpointOf(disk, one));
    throw new _core_problem_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo([`${(0,_core_text_js__WEBPACK_IMPORTED_MODULE_9__/* .show */ .WU)(name)} matches no checkpoint.`]);
}
/** A folder that a glob matches is one where it has a marker or a start record of its own. */
function isCheckpoint(disk, path) {
    if (disk.stat(path)?.kind !== "directory")
        return true;
    return disk.exists(path + _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM) || disk.exists(path + _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .STARTED_SUFFIX */ .ad);
}
/** The checkpoint that a path names, be it that of its marker or start record. */
function checkpointOf(disk, path) {
    for (const suffix of [_core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKER_SUFFIX */ .pM, _core_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .STARTED_SUFFIX */ .ad]) {
        if (!path.endsWith(suffix) || disk.stat(path)?.kind === "directory")
            continue;
        return path.slice(0, -suffix.length);
    }
    return path;
}


/***/ }),

/***/ 4426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ tellObjection)
/* harmony export */ });
/** An objection in one line. */
function tellObjection({ verdict, why }) {
    return why === "" ? verdict : `${verdict}: ${why}`;
}


/***/ }),

/***/ 6837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ answerCheckpoint),
/* harmony export */   _: () => (/* binding */ answerVerify)
/* harmony export */ });
/* harmony import */ var _examined_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4426);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3783);


function answerVerify(workspace, examined) {
    return { checkpoints: examined.map((one) => answerCheckpoint(workspace, one)) };
}
function answerCheckpoint(workspace, one) {
    const { path, marker, format, structure, status, version, objection, note } = one;
    return {
        path: (0,_places_js__WEBPACK_IMPORTED_MODULE_0__/* .shownPath */ .pS)(workspace, path),
        ok: objection === undefined,
        marker,
        format,
        structure,
        status: status ?? null,
        version: version ?? null,
        sizeBytes: one.sizeBytes,
        bytesRead: one.bytesRead,
        why: (objection === undefined ? note : (0,_examined_js__WEBPACK_IMPORTED_MODULE_1__/* .tellObjection */ .j)(objection)) ?? null,
    };
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  infoOnTerminal: () => (/* binding */ infoOnTerminal)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/start-record.js
var start_record = __webpack_require__(5469);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/core/verify-answer.js
var verify_answer = __webpack_require__(6837);
// EXTERNAL MODULE: ./lib/survey/examine.js + 1 modules
var examine = __webpack_require__(3682);
// EXTERNAL MODULE: ./lib/commands/checkpoints.js
var checkpoints = __webpack_require__(905);
// EXTERNAL MODULE: ./lib/commands/define.js + 1 modules
var commands_define = __webpack_require__(2760);
// EXTERNAL MODULE: ./lib/commands/markers.js + 1 modules
var markers = __webpack_require__(9524);
;// CONCATENATED MODULE: ./lib/commands/info.js










/**
 * All that one checkpoint says about itself and that is said of it. No definition is needed. Changes nothing.
 * @throws {UserError} where not one path is given, or neither checkpoint nor marker nor start record is there.
 */
async function info(invocation, targets) {
    const { disk, workspace } = invocation;
    const [name] = targets;
    if (name === undefined || targets.length > 1)
        throw new problem/* UserError */.yo(["Name one checkpoint: donemark info PATH. verify takes many."]);
    const { definition } = await (0,commands_define/* define */.E)(invocation, checkpoints/* NO_SHARDS */.qF);
    const path = (0,checkpoints/* checkpointOf */.S$)(disk, (0,external_node_path_.resolve)(workspace, name));
    const rules = { status: definition.status, markers: (0,markers/* markersOf */.B)(invocation) };
    const one = await (0,examine/* examine */.s)(disk, { path }, rules);
    const started = readStart(disk, path);
    if (one.objection?.verdict === "absent" && started === null)
        throw new problem/* UserError */.yo([`No checkpoint is at ${(0,core_text/* show */.WU)(name)}, and no marker.`], problem/* EXIT */.dc.checkpoint);
    return {
        ...(0,verify_answer/* answerCheckpoint */.H)(workspace, one),
        kind: kindOf(disk, path),
        ...agreement(one),
        marked: one.full ?? null,
        started,
    };
}
function agreement({ full, difference }) {
    if (full === undefined)
        return { agrees: null, difference: null };
    return { agrees: difference === undefined, difference: difference ?? null };
}
function kindOf(disk, path) {
    const kind = disk.stat(path)?.kind;
    return kind === "file" || kind === "directory" ? kind : null;
}
function readStart(disk, path) {
    const place = path + marker/* STARTED_SUFFIX */.ad;
    if (!disk.exists(place))
        return null;
    try {
        const text = disk.readText(place, marker/* RECORD_LIMIT_BYTES */.gX) ?? "";
        return (0,start_record/* parseStartRecord */.JI)(text) ?? "unreadable";
    }
    catch {
        return "unreadable";
    }
}

// EXTERNAL MODULE: ./lib/core/log-name.js
var log_name = __webpack_require__(4246);
// EXTERNAL MODULE: ./lib/core/duration.js
var duration = __webpack_require__(8415);
// EXTERNAL MODULE: ./lib/core/fingerprint.js
var core_fingerprint = __webpack_require__(1595);
;// CONCATENATED MODULE: ./lib/ui/info-lines.js



/** One screen about one checkpoint. */
function infoLines(answer, paint) {
    const { marked, started, ok, why } = answer;
    return [
        paint("bold", answer.path),
        ...section(checkpointFacts(answer), paint),
        "",
        `${paint("bold", "marker")}: ${markerText(answer)}`,
        ...(marked === null ? [] : section(markerFacts(marked), paint)),
        "",
        `${paint("bold", "start record")}: ${startText(started)}`,
        ...(started === null || started === "unreadable" ? [] : section(startFacts(started), paint)),
        "",
        ok ? paint("green", "nothing is wrong with it") : paint("red", `wrong: ${why}`),
    ];
}
const NAME_WIDTH = 12;
function section(facts, paint) {
    return facts.flatMap(([name, value]) => value === undefined ? [] : [`  ${paint("dim", name.padEnd(NAME_WIDTH))} ${value}`]);
}
function checkpointFacts(answer) {
    const { kind, format, structure, ok, why, status, version, sizeBytes, bytesRead } = answer;
    if (kind === null)
        return [["checkpoint", "none"]];
    return [
        ["format", kind === format ? format : `${format}, a ${kind}`],
        ["structure", ok && why !== null ? `${structure}: ${why}` : structure],
        ["status", status ?? "none"],
        ["version", version ?? "none"],
        ["size", sizeText(sizeBytes)],
        ["read", `${(0,duration/* formatBytes */.z3)(bytesRead)} of it, for this answer`],
    ];
}
function sizeText(bytes) {
    const exact = (0,core_text/* count */.U9)(bytes, "byte");
    return bytes < 1000 ? exact : `${(0,duration/* formatBytes */.z3)(bytes)} (${exact})`;
}
function markerText({ marker, agrees, difference }) {
    if (agrees === null)
        return marker === "empty" ? "empty, the old form" : marker;
    return agrees
        ? "full, and the checkpoint agrees with it"
        : `full, and the checkpoint does not agree with it: ${difference}`;
}
function markerFacts(marked) {
    const { shard, checkpoint, fingerprint, seconds, finishedAt, by, adopted } = marked;
    const { listedFiles = {} } = fingerprint;
    const files = Object.keys(listedFiles);
    const isAdopted = adopted === true;
    return [
        ["shard", shard],
        ["finished", isAdopted ? undefined : `${finishedAt}, after ${(0,duration/* formatDuration */.a3)(seconds * 1000)}`],
        ["adopted", isAdopted ? `${finishedAt}: no run has seen it being made` : undefined],
        ["by", authorText(by)],
        ["size", sizeText(checkpoint.sizeBytes)],
        ["holds", checkpoint.files === undefined ? undefined : (0,core_text/* count */.U9)(checkpoint.files, "file")],
        ["sample", checkpoint.sample],
        ["sha256", checkpoint.sha256 ?? "not computed"],
        ...core_fingerprint/* PARTS */.dI.map((part) => [part, fingerprint[part] ?? "not known"]),
        ["files are", files.length === 0 ? undefined : files.join(", ")],
    ];
}
function authorText({ run, attempt, ref, host, gpu }) {
    const facts = [
        run === undefined ? undefined : `run ${run}`,
        attempt === undefined ? undefined : `attempt ${attempt}`,
        ref,
        host === undefined ? undefined : `host ${host}`,
        gpu === undefined ? undefined : `GPU ${gpu}`,
    ].filter((fact) => fact !== undefined);
    return facts.length === 0 ? undefined : facts.join(", ");
}
function startText(started) {
    if (started === null)
        return "none";
    if (started === "unreadable")
        return "there, and of no command: nothing is adopted beside it";
    return "a command was started, and nothing proves that it finished";
}
function startFacts({ shard, startedAt, attempt, by, resumed, failure, }) {
    const code = failure?.exitCode ?? null;
    const exit = code === null ? "" : ` (exit code ${code})`;
    return [
        ["shard", shard],
        ["started", `${startedAt}, start ${attempt}${resumed ? ", from its work directory" : ""}`],
        ["by", authorText(by)],
        [
            "failed",
            failure && `${failure.at}, ${(0,core_text/* count */.U9)(failure.times, "time")}: ${failure.reason}${exit}`,
        ],
    ];
}

// EXTERNAL MODULE: ./lib/ui/terminal.js
var terminal = __webpack_require__(6008);
// EXTERNAL MODULE: ./lib/surface/call.js
var call = __webpack_require__(6971);
;// CONCATENATED MODULE: ./lib/surface/terminal-info.js






async function infoOnTerminal({ invocation, args, isJson }) {
    const answer = await info(invocation, args.positionals);
    const paint = (0,terminal/* painter */.C2)("stdout", process.env);
    const lines = isJson ? [(0,log_name/* harmlessJson */.EL)(answer)] : infoLines(answer, paint).map(log_name/* harmlessLine */.Kw);
    await (0,call/* print */.y)(`${lines.join("\n")}\n`);
    return problem/* EXIT */.dc.done;
}


/***/ }),

/***/ 3682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ examine)
});

// EXTERNAL MODULE: ./lib/core/marker.js
var marker = __webpack_require__(5845);
// EXTERNAL MODULE: ./lib/core/problem.js
var problem = __webpack_require__(5524);
// EXTERNAL MODULE: ./lib/core/status.js
var core_status = __webpack_require__(8261);
// EXTERNAL MODULE: ./lib/files/measure.js
var measure = __webpack_require__(9311);
;// CONCATENATED MODULE: ./lib/survey/hold.js


const UNPROVEN = { isProven: false, readElsewhere: 0 };
/** Size and sample digest, and with `deep` every byte: against the full digest, else against the file's own checksums. */
async function holdAgainst(disk, path, { marked, found, deep }) {
    try {
        const difference = marked && differenceOf(disk, path, { marked, found });
        if (difference !== undefined)
            return { ...UNPROVEN, objection: changed(difference) };
        if (deep === undefined)
            return UNPROVEN;
        return await readEveryByte(deep, path, { found, sha256: marked?.sha256 });
    }
    catch (error) {
        return { ...UNPROVEN, objection: { verdict: "damaged", why: (0,problem/* describe */.q0)(error) } };
    }
}
function differenceOf(disk, path, { marked, found }) {
    const difference = (0,measure/* findDifference */.Hl)(marked, found);
    if (difference !== undefined)
        return difference;
    return (0,measure/* sampleOf */.uV)(disk, path) === marked.sample
        ? undefined
        : "its sample digest is not the marker's";
}
async function readEveryByte(deep, path, { found, sha256 }) {
    const { kind, sizeBytes } = found;
    if (sha256 !== undefined) {
        const isSame = (await deep.digest(path, sizeBytes)) === sha256;
        const held = { isProven: true, readElsewhere: sizeBytes };
        return isSame ? held : { ...held, objection: changed("its SHA-256 is not the marker's") };
    }
    if (kind === "directory" || sizeBytes === 0)
        return UNPROVEN;
    const sums = await deep.checksums(path, sizeBytes);
    const held = { isProven: sums.isWhole, readElsewhere: sums.bytesRead };
    return sums.fault === undefined
        ? held
        : { ...held, objection: { verdict: "damaged", why: sums.fault } };
}
function changed(why) {
    return { verdict: "changed-since-marker", why };
}
/** Says how many bytes were read of files that were opened. */
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

// EXTERNAL MODULE: ./lib/survey/inspect-lazily.js
var inspect_lazily = __webpack_require__(7802);
// EXTERNAL MODULE: ./lib/survey/observe.js
var observe = __webpack_require__(2358);
;// CONCATENATED MODULE: ./lib/survey/examine.js






/**
 * Looks at one checkpoint: what it says about itself, its marker against its bytes (never trusting its times), its
 * status and version against the rules. Changes nothing. Whatever lies there makes an answer, never an error.
 */
async function examine(disk, target, rules) {
    const { path } = target;
    const marker = readMarker(disk, path, rules.markers);
    const found = (0,observe/* measureOrFault */.md)(disk, path);
    if (found.kind !== "measured") {
        const objection = found.kind === "absent" ? absent(marker) : against("damaged", `it is refused: ${found.why}`);
        const difference = marker.kind === "full" ? { difference: objection.why } : {};
        return { ...NOTHING, path, ...partsOf(marker), objection, ...difference };
    }
    const counted = countReads(disk);
    const said = await lookInside(counted.disk, path, { found: found.measure, rules });
    const known = { target, marker, said, rules };
    const held = await holdAgainst(counted.disk, path, {
        marked: marker.kind === "full" ? marker.marker.checkpoint : undefined,
        found: found.measure,
        deep: rules.deep,
    });
    const objection = firstOf([...objectionsOf(known), held.objection, objectionOfStatus(known)]);
    const { format, structure, status, version, why } = said;
    return {
        path,
        ...partsOf(marker),
        format,
        structure,
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version }),
        sizeBytes: found.measure.sizeBytes,
        bytesRead: counted.bytesRead() + held.readElsewhere,
        ...(why !== undefined && { note: why }),
        ...(objection !== undefined && { objection }),
        ...(marker.kind === "full" && held.objection && { difference: held.objection.why }),
        isProven: held.isProven,
    };
}
const NOTHING = {
    format: "none",
    structure: "unknown",
    sizeBytes: 0,
    bytesRead: 0,
    isProven: false,
};
function readMarker(disk, path, markers) {
    const place = path + marker/* MARKER_SUFFIX */.pM;
    return disk.exists(place) ? markers.parse((0,observe/* readSmall */.o5)(disk, place)) : { kind: "none" };
}
function partsOf(marker) {
    return marker.kind === "full" ? { marker: "full", full: marker.marker } : { marker: marker.kind };
}
function against(verdict, why) {
    return { verdict, why };
}
function absent({ kind }) {
    return kind === "none"
        ? against("absent", "there is no checkpoint")
        : against("marker-without-checkpoint", "its marker is there, and no checkpoint");
}
async function lookInside(disk, path, { found, rules }) {
    if (found.kind === "directory" && found.files === 0)
        return { format: "directory", structure: "empty", why: "it holds no file" };
    try {
        return await (0,inspect_lazily/* inspect */.N)(disk, path, rules.status);
    }
    catch (error) {
        return { format: "unread", structure: "damaged", why: (0,problem/* describe */.q0)(error) };
    }
}
/** In the order of the table of decisions. */
function objectionsOf({ target, marker, said, rules }) {
    const { structure, version, why = "" } = said;
    const { highestVersion } = rules.status;
    const isFaulty = structure !== "sound" && structure !== "unknown";
    return [
        (0,core_status/* isNewer */.U4)(version, highestVersion)
            ? against("incompatible", `its version is ${version}, at most ${highestVersion} is accepted`)
            : undefined,
        marker.kind === "corrupt"
            ? against("corrupt-marker", `the marker is corrupt: ${marker.why}`)
            : undefined,
        isForeign(marker, target)
            ? against("foreign-marker", `the marker is that of shard ${JSON.stringify(marker.marker.shard)}`)
            : undefined,
        isFaulty ? against(structure, why) : undefined,
    ];
}
function isForeign(marker, { shard }) {
    return marker.kind === "full" && shard !== undefined && marker.marker.shard !== shard;
}
/** A status of another word is no objection where a full marker vouches for the checkpoint: an exit code has spoken. */
function objectionOfStatus({ marker, said, rules }) {
    const word = (0,core_status/* readStatus */.rk)(said.status, rules.status);
    const why = `its own status is ${JSON.stringify(said.status)}`;
    if (word === "in-progress")
        return against("status-in-progress", why);
    return word === "other" && marker.kind !== "full" ? against("status-other", why) : undefined;
}
function firstOf(objections) {
    return objections.find((objection) => objection !== undefined);
}


/***/ })

};
