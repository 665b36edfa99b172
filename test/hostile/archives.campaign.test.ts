// Sample: four of the archives, and those that stand by themselves.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { formatMarker, type Marker } from "../../src/core/model/marker.ts";
import { realDisk } from "../../src/files/real-disk.ts";
import { checkStaged } from "../../src/store/staged.ts";
import type { Store } from "../../src/store/store.ts";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { entryOf } from "../store/contract.ts";
import { openStore } from "../store/github-setting.ts";
import { putArchive } from "../store/put-archive.ts";
import { finish, namesBelow, temporaryFolder, wantedOf, type Content } from "../store/setting.ts";
import { tarOf, zstd, type Member } from "./tar.ts";
import { chosenOf } from "../helpers/campaign.ts";
import { tally } from "../helpers/tally.ts";

const MISS = { kind: "miss" };
const CONTENT = "the embedding of protein-1";
const CLIMB = "../".repeat(16);

let service: CacheService;
let serial = 0;
let cases = 0;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(async () => {
  await service.close();
  tally("hostile input", { archives: cases });
});

/** A shard that was saved, and a place outside of everything that an archive must not reach. */
interface Victim {
  readonly key: string;
  readonly marker: Marker;
  readonly open: () => Store;
  /** An absolute path of a folder that holds `secret`. */
  readonly outside: string;
  /** Where the store unpacks archives. */
  readonly temporary: string;
}

async function victim(content: Content = CONTENT): Promise<Victim> {
  serial += 1;
  const name = `hostile ${serial}`;
  const temporary = path.join(temporaryFolder(), "temp");
  mkdirSync(temporary);
  onTestFinished(() => expect(namesBelow(temporary)).toEqual([]));
  const open = (): Store =>
    openStore(service, { name, job: { token: "write" }, changes: { temporary } });
  const done = finish({ content });
  expect((await open().save(done)).kind).toBe("saved");
  const { key } = await entryOf(open(), done.wanted);
  const outside = temporaryFolder();
  writeFileSync(path.join(outside, "secret"), CONTENT);
  return { key, marker: done.marker, open, outside, temporary };
}

type Forge = (victim: Victim) => readonly Member[];

const markerMember = ({ marker }: Victim): Member => ({
  name: "entry/marker.json",
  content: formatMarker(marker),
});
const data = (changes: Partial<Member> = {}): Member => ({
  name: "entry/data",
  content: CONTENT,
  ...changes,
});
const folder = (name: string): Member => ({ name: `${name}/`, type: "folder" });

/** The entry as it should be, but for its data. */
const withData =
  (make: (victim: Victim) => readonly Member[]): Forge =>
  (one) => [folder("entry"), ...make(one), markerMember(one)];

/** What is no entry, or one whose data is not there. */
const BROKEN: readonly (readonly [string, Forge])[] = [
  ["nothing at all", () => []],
  [
    "data that is a link to a file outside",
    withData(({ outside }) => [{ name: "entry/data", type: "link", target: `${outside}/secret` }]),
  ],
  [
    "data that is a link which climbs",
    withData(({ outside }) => [
      { name: "entry/data", type: "link", target: `${CLIMB}${outside.slice(1)}/secret` },
    ]),
  ],
  [
    "data that is a hard link to a file outside",
    withData(({ outside }) => [
      { name: "entry/data", type: "hardLink", target: `${outside}/secret` },
    ]),
  ],
  [
    "data that is a hard link which climbs",
    withData(({ outside }) => [
      { name: "entry/data", type: "hardLink", target: `${CLIMB}${outside.slice(1)}/secret` },
    ]),
  ],
  [
    "data that is a link to its own marker",
    withData(() => [{ name: "entry/data", type: "link", target: "marker.json" }]),
  ],
  [
    "data that is a link to itself",
    withData(() => [{ name: "entry/data", type: "link", target: "data" }]),
  ],
  ["data that is a named pipe", withData(() => [{ name: "entry/data", type: "fifo" }])],
  [
    "data that is a character device",
    withData(() => [{ name: "entry/data", type: "characterDevice" }]),
  ],
  ["data that is a block device", withData(() => [{ name: "entry/data", type: "blockDevice" }])],
  [
    "data that is a folder",
    withData(() => [folder("entry/data"), { name: "entry/data/x", content: CONTENT }]),
  ],
  [
    "a marker that is a named pipe",
    () => [folder("entry"), data(), { name: "entry/marker.json", type: "fifo" }],
  ],
  [
    "a marker that is a link",
    (one) => [
      folder("entry"),
      data(),
      { name: "entry/real.json", content: formatMarker(one.marker) },
      { name: "entry/marker.json", type: "link", target: "real.json" },
    ],
  ],
  [
    "a marker of 10 MB",
    (one) => [
      folder("entry"),
      data(),
      { name: "entry/marker.json", content: formatMarker(one.marker) + " ".repeat(10_000_000) },
    ],
  ],
  [
    "a marker of another shard",
    (one) => [
      folder("entry"),
      data(),
      { name: "entry/marker.json", content: formatMarker({ ...one.marker, shard: "protein-2" }) },
    ],
  ],
  [
    "an entry that is a link to a folder outside",
    ({ outside }) => [{ name: "entry", type: "link", target: outside }],
  ],
  ["an entry that is a file", () => [{ name: "entry", content: CONTENT }]],
  [
    "data whose header claims less than nothing",
    (one) => [folder("entry"), markerMember(one), data({ sizeField: Buffer.alloc(12, 0xff) })],
  ],
  [
    "data whose header claims no number",
    (one) => [folder("entry"), markerMember(one), data({ sizeField: "not a number" })],
  ],
  [
    "data whose header claims one byte",
    (one) => [folder("entry"), markerMember(one), data({ sizeField: "00000000001\0" })],
  ],
];

/** Members that would write elsewhere; what else the archive holds may be a whole entry. */
const REACHING: readonly (readonly [string, Forge])[] = [
  ["an absolute path", ({ outside }) => [{ name: `${outside}/stolen`, content: "evil" }]],
  [
    "a path that climbs",
    ({ outside }) => [{ name: `${CLIMB}${outside.slice(1)}/stolen`, content: "evil" }],
  ],
  [
    "a path that climbs from within",
    ({ outside }) => [{ name: `entry/${CLIMB}../${outside.slice(1)}/stolen`, content: "evil" }],
  ],
  [
    "a link and a file behind it",
    ({ outside }) => [
      { name: "entry/way", type: "link", target: outside },
      { name: "entry/way/stolen", content: "evil" },
    ],
  ],
  [
    "a link and a link behind it",
    ({ outside }) => [
      { name: "entry/way", type: "link", target: outside },
      { name: "entry/way/stolen", type: "link", target: "/" },
    ],
  ],
  [
    "a hard link to a file outside and a new content for it",
    ({ outside }) => [
      { name: "entry/way", type: "hardLink", target: `${outside}/secret` },
      { name: "entry/way", content: "evil" },
    ],
  ],
  [
    "a link over its own folder",
    ({ outside }) => [
      { name: "entry", type: "link", target: outside },
      { name: "entry/stolen", content: "evil" },
    ],
  ],
  [
    "the folder's own name as a link",
    ({ outside }) => [
      { name: ".", type: "link", target: outside },
      { name: "./stolen", content: "evil" },
    ],
  ],
  [
    "a long path that climbs",
    ({ outside }) => [
      {
        name: `entry/${"x/../".repeat(100)}${CLIMB}../${outside.slice(1)}/stolen`,
        content: "evil",
      },
    ],
  ],
];

/** Puts what was forged in the place of the victim's entry, and fetches it. */
async function attack(one: Victim, archive: Buffer) {
  cases += 1;
  service.remove(one.key);
  await putArchive(service, one.key, archive);
  const staging = path.join(temporaryFolder(), "staging");
  const entry = { ...(await entryOf(one.open(), wantedOf("protein-1"))) };
  const fetched = await one.open().fetch(entry, staging);
  return { fetched, staging };
}

/** Looks every now and then how much of the disk a folder takes, until it is asked for the most of it. */
function watchSize(place: string) {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, bytesBelow(place));
  }, 20);
  return {
    mostFilled: () => {
      clearInterval(timer);
      return most;
    },
  };
}

function bytesBelow(place: string): number {
  return namesBelow(place).reduce((sum, name) => {
    const { blocks = 0 } = statSync(path.join(place, name), { throwIfNoEntry: false }) ?? {};
    return sum + blocks * 512;
  }, 0);
}

function expectUntouched({ outside }: Victim): void {
  expect(namesBelow(outside)).toEqual(["secret"]);
  expect(readFileSync(path.join(outside, "secret"), "utf8")).toBe(CONTENT);
}

describe("of an archive that holds", () => {
  it.each(chosenOf(BROKEN, 2))("%s nothing is brought, and it is revoked", async (_, forge) => {
    const one = await victim();
    const { fetched, staging } = await attack(one, zstd(tarOf(forge(one))));
    expect(fetched).toEqual(MISS);
    expect(namesBelow(path.dirname(staging))).toEqual([]);
    expect(await one.open().find([wantedOf("protein-1")])).toEqual([MISS]);
    expectUntouched(one);
  });

  it.each(chosenOf(REACHING, 1))(
    "%s besides a whole entry nothing is written outside",
    async (_, forge) => {
      const one = await victim();
      const whole = [folder("entry"), data(), markerMember(one)];
      for (const members of [
        [...whole, ...forge(one)],
        [...forge(one), ...whole],
      ]) {
        const { fetched, staging } = await attack(one, zstd(tarOf(members)));
        expectUntouched(one);
        expect(["hit", "miss"]).toContain(fetched.kind);
        if (fetched.kind === "hit") expect(readFileSync(staging, "utf8")).toBe(CONTENT);
        else expect(existsSync(staging)).toBe(false);
        if (fetched.kind === "miss") break;
      }
    },
  );

  it("less than its header claims nothing is brought", async () => {
    const one = await victim();
    const terabyte = data({ sizeField: Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]) });
    const members = [folder("entry"), markerMember(one), terabyte];
    const { fetched, staging } = await attack(one, zstd(tarOf(members)));
    // That tar alone misses the end may be the end of what unpacks: it blames no archive.
    expect(fetched.kind).not.toBe("hit");
    expect(existsSync(staging)).toBe(false);
    expectUntouched(one);
  });

  it("100 GB of nothing in 10 MB the disk is not filled, and it is revoked", async () => {
    const one = await victim();
    const size = Buffer.alloc(12);
    size.writeBigUInt64BE(100n * 1024n ** 3n, 4);
    size[0] = 0x80;
    const head = tarOf([
      folder("entry"),
      markerMember(one),
      data({ content: "", sizeField: size }),
    ]);
    const zeros = zstd(Buffer.alloc(64 * 1024 ** 2));
    const bomb = [zstd(head.subarray(0, -1024)), ...Array.from({ length: 1600 }, () => zeros)];
    const watch = watchSize(one.temporary);
    const { fetched, staging } = await attack(one, Buffer.concat(bomb));
    expect(fetched).toEqual(MISS);
    expect(watch.mostFilled()).toBeLessThan(3 * 1024 ** 3);
    expect(existsSync(staging)).toBe(false);
    expect(await one.open().find([wantedOf("protein-1")])).toEqual([MISS]);
  });

  it("other bytes of the right size is a hit of the store, and is refused against its marker", async () => {
    const one = await victim();
    const other = data({ content: CONTENT.replace("1", "2") });
    const archive = tarOf([folder("entry"), other, markerMember(one)]);
    const { fetched, staging } = await attack(one, zstd(archive));
    expect(fetched.kind).toBe("hit");
    expect(checkStaged(realDisk, staging, one.marker).kind).toBe("bad");
  });
});

const FOLDER = { "a.txt": "1", deep: { "b.txt": "22" } };

/** What does not belong into a folder of two files. */
const STRAY: readonly (readonly [string, Forge])[] = [
  [
    "a link that leads out",
    ({ outside }) => [{ name: "entry/data/way", type: "link", target: outside }],
  ],
  ["a link that climbs out", () => [{ name: "entry/data/way", type: "link", target: "../../x" }]],
  ["a named pipe", () => [{ name: "entry/data/pipe", type: "fifo" }]],
  ["a device", () => [{ name: "entry/data/zero", type: "characterDevice" }]],
  ["a name with a line end", () => [{ name: "entry/data/a\n::error::b", content: "x" }]],
  [
    "10,000 files more",
    () => Array.from({ length: 10_000 }, (_, n) => ({ name: `entry/data/${n}`, content: "" })),
  ],
  [
    "folders 300 deep with a file",
    () => [{ name: `entry/data/${"d/".repeat(300)}x`, content: "x" }],
  ],
];

describe("of a folder's archive that holds", () => {
  it.each(chosenOf(STRAY, 1))(
    "%s besides, nothing is brought, and it is revoked",
    async (_, forge) => {
      const one = await victim(FOLDER);
      const whole = [
        folder("entry"),
        folder("entry/data"),
        { name: "entry/data/a.txt", content: "1" },
        { name: "entry/data/deep/b.txt", content: "22" },
        markerMember(one),
      ];
      const { fetched, staging } = await attack(one, zstd(tarOf([...whole, ...forge(one)])));
      expect(fetched).toEqual(MISS);
      expect(namesBelow(path.dirname(staging))).toEqual([]);
      expect(await one.open().find([wantedOf("protein-1")])).toEqual([MISS]);
      expectUntouched(one);
    },
  );

  it("10,000 versions of one file the last one is what is checked", async () => {
    const one = await victim(FOLDER);
    const many = Array.from({ length: 10_000 }, (_, n) => ({
      name: "entry/data/a.txt",
      content: String(n % 10),
    }));
    const whole = [folder("entry"), folder("entry/data"), markerMember(one)];
    const archive = tarOf([...whole, ...many, { name: "entry/data/deep/b.txt", content: "22" }]);
    const { fetched, staging } = await attack(one, zstd(archive));
    expect(fetched.kind).toBe("hit");
    expect(checkStaged(realDisk, staging, one.marker).kind).toBe("bad");
  });

  it("names with line ends the names are kept as they are", async () => {
    const one = await victim({ "a\n::error::b": "1", "c\rd": "22" });
    const staging = path.join(temporaryFolder(), "staging");
    const entry = await entryOf(one.open(), wantedOf("protein-1"));
    expect((await one.open().fetch(entry, staging)).kind).toBe("hit");
    expect(checkStaged(realDisk, staging, one.marker)).toEqual({ kind: "good" });
    cases += 1;
  });
});
