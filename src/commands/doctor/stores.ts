import { fault, ok, warning, type Check } from "../../core/answers/doctor-answer.ts";
import type { Definition } from "../../core/definition/fields.ts";
import { parseStoreAddress } from "../../core/definition/store-address.ts";
import { formatDuration } from "../../core/text/duration.ts";
import { quote } from "../../core/text/text.ts";
import { whyRefused } from "../../files/refused.ts";
import type { Invocation } from "../../job/invocation.ts";
import { fileStoreRoot } from "../../job/stores/file-store.ts";
import { openGithubStore, surroundingsHere } from "../../job/stores/github-store.ts";
import { probeFileStore } from "../../store/file/probe.ts";
import { checkFolder, nearestThere, refusalOf } from "./folders.ts";

/** More than this is no delay of an answer. */
const MOST_APART_MS = 60_000;

/** The store of the definition: is it there, do its conditional writes work, does its clock agree? */
export async function checkStore(
  invocation: Invocation,
  { store }: Definition,
): Promise<readonly Check[]> {
  const { scheme, rest } = parseStoreAddress(store);
  if (scheme === "file") return checkFileStore(invocation, fileStoreRoot(invocation, rest));
  if (scheme !== "github")
    return [ok("store", `${scheme}: on a terminal results stay on this disk`)];
  if (surroundingsHere(invocation).hasService) return [ok("store", "github: see cache-service")];
  return [
    warning(
      "store",
      "github: there is no cache service here, only steps of actions in a workflow have one",
      "To look at what is done there, set GH_TOKEN and GITHUB_REPOSITORY=<owner>/<name>.",
    ),
  ];
}

async function checkFileStore(invocation: Invocation, root: string): Promise<readonly Check[]> {
  const { disk, now, randomHex } = invocation;
  if (!disk.exists(root)) return [absentStore(invocation, root)];
  const folder = await checkFolder(disk, { name: "store", path: root, holds: "shared results" });
  if (folder.some(({ verdict }) => verdict === "fault")) return folder;
  const token = (): string => randomHex(8);
  try {
    const { isConditional, aheadMs } = await probeFileStore({ disk, root, token, now });
    return [...folder, writesCheck(isConditional), ...clockChecks("store", aheadMs)];
  } catch (error) {
    const says = `${quote(root)} cannot be written: ${whyRefused(disk, error, root)}`;
    return [...folder, fault("store", says, "Let this user write there.")];
  }
}

/** The first save makes it; where a disk is to be mounted there, that would be on the wrong one. */
function absentStore({ disk }: Invocation, root: string): Check {
  const above = nearestThere(disk, root);
  const refusal = refusalOf(disk, above);
  const says = `${quote(root)} is not there`;
  if (refusal !== undefined)
    return fault(
      "store",
      `${says}, and cannot be made: ${refusal}`,
      "Mount it, or let this user make it.",
    );
  return warning(
    "store",
    `${says}: the first save makes it`,
    "If a disk belongs there, mount it first.",
  );
}

function writesCheck(isConditional: boolean): Check {
  if (isConditional) return ok("store", "conditional writes work");
  return warning(
    "store",
    "conditional writes do not work, for lack of hard links: of two runs that save one shard at the same moment both are told so",
    "Put the store on a file system with hard links, or let one run at a time save.",
  );
}

function clockChecks(name: string, aheadMs: number): readonly Check[] {
  if (Math.abs(aheadMs) < MOST_APART_MS) return [];
  const by = formatDuration(Math.abs(aheadMs));
  const says = `its clock is ${by} ${aheadMs > 0 ? "ahead of" : "behind"} this machine's`;
  return [warning(name, says, "Set both clocks by NTP.")];
}

/** GitHub's cache, where this environment has a service. Nothing is written to it: what is there cannot be removed again. */
export async function checkCacheService(invocation: Invocation): Promise<readonly Check[]> {
  const { hasService, version, modes, serviceUrl } = surroundingsHere(invocation);
  if (!hasService) return [];
  const name = "cache-service";
  const quiet = { ...invocation, reporter: { ...invocation.reporter, warn: () => undefined } };
  const store = openGithubStore(quiet, { name: "doctor", looksOnly: true });
  const nobodys = invocation.randomHex(32);
  const [answer] = await store.find([{ shard: "doctor", match: nobodys, whole: nobodys }]);
  if (answer === undefined || answer.kind === "unavailable") {
    const says = `version ${version} does not answer: ${answer?.cause ?? "nothing came"}`;
    return [
      fault(name, says, "Let this runner reach the service: look at its proxy and firewall."),
    ];
  }
  const host = serviceUrl === undefined ? "" : ` at ${new URL(serviceUrl).host}`;
  return [
    ok(name, `version ${version}${host} answers`),
    ...(modes.writes
      ? []
      : [
          warning(
            name,
            `cache-mode is ${modes.mode}: nothing is saved`,
            "Set cache-mode to write.",
          ),
        ]),
    ...(await serviceClock(invocation, store.clock)),
  ];
}

async function serviceClock(
  { now }: Invocation,
  clock: (() => Promise<number>) | undefined,
): Promise<readonly Check[]> {
  // One that does not tell the time is no fault.
  const timeMs = await clock?.().catch(() => undefined);
  return timeMs === undefined ? [] : clockChecks("cache-service", timeMs - now());
}
