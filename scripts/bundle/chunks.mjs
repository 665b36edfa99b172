// Which file of dist/ holds which module. A file's name says what is in it, and stays when code moves inside a room.

/** What every entry loads: the modules that src/entry/index.ts needs at once. */
export const INDEX = "index";

/** The first row whose start a module's name has decides; a module without a row goes to a file named after its room or package. */
const CHUNKS = [
  ["src/inspect/", "formats"],
  ["src/store/github/", "github-store"],
  ["src/job/stores/github", "github-store"],
  ["src/job/stores/", "stores"],
  ["src/store/", "stores"],
  ["src/ui/report/page/", "report-page"],
  ["src/ui/actions/", "steps"],
  ["src/steps/", "steps"],
  ["src/ui/", "ui"],
  ["src/shards/glob-library", "globs"],
  ["picomatch/", "globs"],
  ["tinyglobby/", "globs"],
  ["src/shards/", "actions-glob"],
  // A plan loads these three at its end, and little else.
  ["src/job/bad-checkpoints", "bad-checkpoints"],
  ["src/files/bad-checkpoint-record", "bad-checkpoints"],
  ["src/core/answers/examined", "bad-checkpoints"],
  // A run needs nearly all of these rooms. One file of them starts sooner than one for each.
  ["src/", "run"],
  ["@actions/core/", "actions-core"],
  ["@actions/exec/", "actions-core"],
  ["@actions/http-client/", "actions-core"],
  ["@actions/io/", "actions-core"],
  ["tunnel/", "actions-core"],
  ["undici/", "actions-core"],
  // What the cache library alone needs.
  ["@azure/", "actions-cache"],
  ["@protobuf-ts/", "actions-cache"],
  ["@vercel/ncc/", "actions-cache"],
  ["debug/", "actions-cache"],
  ["has-flag/", "actions-cache"],
  ["ms/", "actions-cache"],
  ["semver/", "actions-cache"],
  ["supports-color/", "actions-cache"],
];

/** What a library asks for, and does without if it is not installed. */
export const NOT_INSTALLED = ["kerberos"];

/** What is left out, and how often the words that lead to it stand in the bundle if nothing uses it. */
export const LEFT_OUT = [
  {
    // A second HTTP client of 0.9 MB, for requests by `fetch` through a proxy. @actions/http-client makes it in
    // getAgentDispatcher() alone, which the client's own requests do not use and which nothing here calls.
    name: "undici/index.js",
    words: { undici: 2, getAgentDispatcher: 1, _getProxyAgentDispatcher: 2 },
  },
];

/** The file, without `.js`, of a module that index.js does not hold. One of Node's own modules is a line: index.js has it. */
export function chunkOf(name) {
  if (!name.includes(".js") && !name.includes(".mjs") && !name.includes(".cjs")) return INDEX;
  const row = CHUNKS.find(([start]) => name.startsWith(start));
  return row?.[1] ?? packageOf(name).replace("@", "").replace("/", "-");
}

function packageOf(name) {
  return /^(?:@[^/]+\/)?[^/]+/.exec(name)[0];
}
