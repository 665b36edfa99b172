export const id = 770;
export const ids = [770];
export const modules = {

/***/ 8770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspectDirectory: () => (/* binding */ inspectDirectory)
});

// EXTERNAL MODULE: ./lib/inspect/verdicts.js
var verdicts = __webpack_require__(7656);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/core/text.js
var core_text = __webpack_require__(9716);
// EXTERNAL MODULE: ./lib/inspect/bytes.js
var bytes = __webpack_require__(8615);
// EXTERNAL MODULE: ./lib/inspect/inspect.js + 42 modules
var inspect = __webpack_require__(8905);
;// CONCATENATED MODULE: ./lib/inspect/folder.js





const LONGEST_RECORD = 1024 * 1024;
function openFolder(disk, path, fields) {
    const names = disk.names(path);
    const set = new Set(names);
    let bytesRead = 0;
    const sizeOf = (name) => {
        if (!set.has(name))
            return undefined;
        const stat = disk.stat((0,external_node_path_.join)(path, name));
        return stat?.kind === "file" ? stat.sizeBytes : undefined;
    };
    const read = (name, offset, length) => {
        const bytes = readPart(disk, (0,external_node_path_.join)(path, name), offset, length);
        bytesRead += bytes.length;
        return bytes;
    };
    const readRecord = (name) => {
        const size = sizeOf(name) ?? 0;
        if (size > LONGEST_RECORD)
            return "long";
        return size === 0 ? undefined : parseRecord((0,bytes/* textOf */.b6)(read(name, 0, size)));
    };
    const inspectFile = async (name) => {
        const { bytesRead: more, ...findings } = await (0,inspect.inspect)(disk, (0,external_node_path_.join)(path, name), fields);
        bytesRead += more;
        return findings;
    };
    return {
        name: (0,external_node_path_.basename)(path),
        has: (name) => set.has(name),
        names,
        sizeOf,
        read,
        readRecord,
        inspect: inspectFile,
        bytesRead: () => bytesRead,
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
/** What speaks against a directory because of a file that belongs to it; `undefined` where nothing does. */
async function faultOfFile(folder, name) {
    const size = folder.sizeOf(name);
    if (size === undefined)
        return (0,verdicts/* truncated */.ps)(`its ${name} is missing`);
    if (size === 0)
        return (0,verdicts/* truncated */.ps)(`its ${name} is empty`);
    const { structure, why } = await folder.inspect(name);
    if (structure === "sound" || structure === "unknown")
        return undefined;
    return { structure, why: `its ${name} is ${structure}${why === undefined ? "" : `: ${why}`}` };
}
function parseRecord(text) {
    try {
        const value = JSON.parse(text);
        return (0,core_text/* isRecord */.u4)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/inspect/fields.js
var inspect_fields = __webpack_require__(4911);
;// CONCATENATED MODULE: ./lib/inspect/orbax.js


/**
 * A checkpoint of Orbax (JAX, Flax). A save is committed by a new name, by a file, or by a time in its metadata, as
 * the file system allows; any of them is enough. The fields are those of its `custom_metadata`.
 * Source: `atomicity.py` and `checkpoint.py` (metadata) of Orbax.
 */
const orbax = { name: "orbax", fits, inspect: orbax_inspect };
const UNFINISHED = ".orbax-checkpoint-tmp";
const COMMITTED = "commit_success.txt";
const METADATA = "_CHECKPOINT_METADATA";
/** Of a save that leaves no metadata of its own. */
const CONTENTS = ["_METADATA", "manifest.ocdbt"];
function fits({ name, has }) {
    return name.includes(UNFINISHED) || [COMMITTED, METADATA, ...CONTENTS].some(has);
}
function orbax_inspect(folder, names) {
    if (folder.name.includes(UNFINISHED))
        return (0,verdicts/* truncated */.ps)("its name is that of a save that has not ended");
    const isCommitted = (folder.sizeOf(COMMITTED) ?? 0) > 0;
    if (!folder.has(METADATA))
        return isCommitted ? { structure: "sound" } : (0,verdicts/* unknown */.L5)("nothing in it says that it is whole");
    const metadata = folder.readRecord(METADATA);
    if (metadata === "long")
        return (0,verdicts/* unknown */.L5)(`its ${METADATA} is too long to be read`);
    if (metadata === undefined)
        return (0,verdicts/* damaged */.qM)(`its ${METADATA} is no JSON object`);
    if (!isCommitted && typeof metadata["commit_timestamp_nsecs"] !== "number")
        return (0,verdicts/* truncated */.ps)("its save was begun and not committed");
    const fields = (0,inspect_fields/* fieldsOfRecord */.ig)(metadata["custom_metadata"], names);
    return { structure: "sound", ...(0,inspect_fields/* named */.KT)(fields, names) };
}

;// CONCATENATED MODULE: ./lib/inspect/safetensors-index.js





/**
 * A model in several safetensors files and an index that says which tensor lies in which. The fields are those of the
 * index's `metadata`.
 * Source: "Sharded checkpoints" in the documentation of Hugging Face Hub's serialization.
 */
const shardedSafetensors = {
    name: "safetensors-index",
    fits: (folder) => findIndex(folder) !== undefined,
    inspect: (folder, names) => inspectIndex(folder, findIndex(folder) ?? "", names),
};
function findIndex({ names }) {
    return names.find((name) => name.endsWith(".safetensors.index.json"));
}
const MOST_FILES = 256;
/** Each file of the index must be there and whole; together they must hold as many bytes as it says. */
async function inspectIndex(folder, indexName, names) {
    const index = folder.readRecord(indexName);
    if (index === "long")
        return (0,verdicts/* unknown */.L5)(`its ${indexName} is too long to be read`);
    const files = filesOf(index?.["weight_map"]);
    if (index === undefined || files === undefined)
        return (0,verdicts/* damaged */.qM)(`its ${indexName} is no index`);
    if (files.length > MOST_FILES)
        return (0,verdicts/* unknown */.L5)(`its ${indexName} names too many files`);
    let tensorBytes = 0;
    for (const file of files) {
        const fault = await faultOfFile(folder, file);
        if (fault !== undefined)
            return fault;
        tensorBytes += tensorBytesOf(folder, file);
    }
    const metadata = index["metadata"];
    const fields = (0,inspect_fields/* named */.KT)((0,inspect_fields/* fieldsOfRecord */.ig)(metadata, names), names);
    return {
        ...weigh(tensorBytes, (0,core_text/* isRecord */.u4)(metadata) ? metadata["total_size"] : undefined),
        ...fields,
    };
}
function filesOf(map) {
    const files = (0,core_text/* isRecord */.u4)(map) ? [...new Set(Object.values(map))] : [];
    const texts = files.filter((file) => typeof file === "string");
    return texts.length > 0 && texts.length === files.length ? texts.sort() : undefined;
}
const LENGTH_BYTES = 8;
/** What follows the length of the header and the header. */
function tensorBytesOf(folder, file) {
    const length = (0,bytes/* uint64 */.VV)(folder.read(file, 0, LENGTH_BYTES), 0);
    return (folder.sizeOf(file) ?? 0) - LENGTH_BYTES - length;
}
/** Programs that change a model forget its total at times, so another one is a doubt and no proof. */
function weigh(found, said) {
    if (typeof said !== "number" || said === found)
        return { structure: "sound" };
    return (0,verdicts/* unknown */.L5)(`it holds ${(0,core_text/* count */.U9)(found, "byte")} of tensors, and its index says ${said}`);
}

;// CONCATENATED MODULE: ./lib/inspect/torch-distributed.js

/**
 * What `torch.distributed.checkpoint` saves: files of each rank, and last `.metadata`, a pickle that is written under
 * another name first. What it says about the others is not read.
 * Source: `FileSystemWriter` in torch/distributed/checkpoint/filesystem.py.
 */
const torchDistributed = { name: "torch-distributed", fits: torch_distributed_fits, inspect: torch_distributed_inspect };
const torch_distributed_METADATA = ".metadata";
const BEING_WRITTEN = ".metadata.tmp";
function torch_distributed_fits({ has, names }) {
    return has(torch_distributed_METADATA) || has(BEING_WRITTEN) || names.some((name) => name.endsWith(".distcp"));
}
function torch_distributed_inspect(folder) {
    if (folder.has(BEING_WRITTEN))
        return (0,verdicts/* truncated */.ps)(`its ${torch_distributed_METADATA} is still being written`);
    const size = folder.sizeOf(torch_distributed_METADATA);
    if (size === undefined)
        return (0,verdicts/* truncated */.ps)(`its ${torch_distributed_METADATA} is missing, which is written last`);
    if (size === 0)
        return (0,verdicts/* truncated */.ps)(`its ${torch_distributed_METADATA} is empty`);
    return isPickle(folder, size)
        ? { structure: "sound" }
        : (0,verdicts/* damaged */.qM)(`its ${torch_distributed_METADATA} is no whole pickle`);
}
const FIRST_BYTE = 0x80;
const LAST_BYTE = 0x2e;
function isPickle(folder, size) {
    const [first] = folder.read(torch_distributed_METADATA, 0, 1);
    const [last] = folder.read(torch_distributed_METADATA, size - 1, 1);
    return first === FIRST_BYTE && last === LAST_BYTE;
}

;// CONCATENATED MODULE: ./lib/inspect/trainer.js



/**
 * A checkpoint of the Trainer of Hugging Face Transformers: model, optimizer, …, and `trainer_state.json` last. Each
 * of the files that it consists of must be whole by its own format.
 * Source: `_save_checkpoint` in transformers/trainer.py.
 */
const trainer = { name: "transformers", fits: trainer_fits, inspect: trainer_inspect };
const STATE = "trainer_state.json";
/** Left behind where a save on a signal was cut off. */
const INCOMPLETE = "checkpoint-is-incomplete.txt";
/** Written before the state. Other programs name their directories alike, but not these files. */
const EARLIER = ["training_args.bin", "optimizer.pt", "scheduler.pt"];
const MEMBER = /\.(?:safetensors|bin|pt|pth)$/;
const MOST_MEMBERS = 256;
function trainer_fits({ name, has }) {
    if (has(STATE) || has(INCOMPLETE))
        return true;
    return /^checkpoint-\d+$/.test(name) && EARLIER.some(has);
}
async function trainer_inspect(folder, names) {
    if (folder.has(INCOMPLETE))
        return (0,verdicts/* truncated */.ps)(`it holds ${INCOMPLETE}`);
    if (!folder.has(STATE))
        return (0,verdicts/* truncated */.ps)(`its ${STATE} is missing, which is written last`);
    const members = folder.names.filter((name) => MEMBER.test(name)).sort();
    for (const name of [STATE, ...members.slice(0, MOST_MEMBERS)]) {
        const fault = await faultOfFile(folder, name);
        if (fault !== undefined)
            return fault;
    }
    const index = findIndex(folder);
    return index === undefined ? { structure: "sound" } : inspectIndex(folder, index, names);
}

;// CONCATENATED MODULE: ./lib/inspect/directory.js






/** Of which nothing is known: a directory of the user's own. It fits every directory. */
const plainDirectory = {
    name: "directory",
    fits: () => true,
    inspect: () => (0,verdicts/* unknown */.L5)("a directory without known structure"),
};
/** The first that fits is taken. */
const LAYOUTS = [orbax, torchDistributed, trainer, shardedSafetensors];
/**
 * What the directory at `path` says about itself: by the file that its writer leaves last, and by the structure of the
 * files that this one vouches for. Of each file at most 1 MiB is read, as by `inspect`.
 * @throws the system error where something in it cannot be opened or read.
 */
async function inspectDirectory(disk, path, names) {
    const folder = openFolder(disk, path, names);
    const layout = LAYOUTS.find(({ fits }) => fits(folder)) ?? plainDirectory;
    const findings = await look(layout, folder, names);
    return { format: layout.name, ...findings, bytesRead: folder.bytesRead() };
}
async function look(layout, folder, names) {
    if (folder.names.length === 0)
        return { structure: "empty", why: "it holds no files" };
    return layout.inspect(folder, names);
}


/***/ })

};
