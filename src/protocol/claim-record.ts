import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import {
  afterStep,
  beginClaim,
  stepOf,
  type Claimant,
  type ClaimState,
} from "../core/ownership/claim.ts";
import {
  afterCommitStep,
  commitStepOf,
  type Committing,
  type CommitState,
} from "../core/ownership/commit.ts";
import type { Liveness } from "../core/ownership/liveness.ts";
import type { Answer, FileStep, OwnershipFile } from "../core/ownership/steps.ts";
import { sha256 } from "../core/model/digest.ts";
import { RECORD_LIMIT_BYTES } from "../core/model/marker.ts";
import type { ShardPaths } from "../core/model/shard-paths.ts";
import { isOver, parseStartRecord, type StartRecord } from "../core/model/start-record.ts";
import { hasCode } from "../core/text/problem.ts";
import type { Disk } from "../files/disk.ts";
import { TEMPORARY_PREFIX } from "../files/durable.ts";
import { linkOnce, NoLinks, placeOnce, readNamed, removeNamed } from "./named-once.ts";
import { AFTER_THAT_RUN, LostOwnership } from "./ownership.ts";
import { temporaryToken } from "./temporary-names.ts";

type Place = Pick<ShardPaths, "started" | "marker">;

/**
 * Tells whether the run that wrote a start record lives. A claimant that died leaves its successor for good, so `unknown`
 * must be the answer of one who cannot wait until it is known: each later run would meet that successor again.
 */
export type Judge = (start: StartRecord) => Liveness | Promise<Liveness>;

/** The name under which the owner of a start prepares its marker: whoever takes over removes it. */
export function markerName({ owner, token }: StartRecord): string | undefined {
  return token === undefined ? undefined : temporaryToken(owner, `marker-${token}`);
}

interface Claiming {
  readonly claimant: Claimant;
  readonly judge: Judge;
}

/**
 * Makes a start record the shard's, in the place of the one that was seen there, as `src/core/ownership/claim.ts` says. The
 * record is durable then. Gives the marker's text as it was after that.
 * @throws {LostOwnership} where another run was faster.
 */
export async function claimRecord(
  disk: Disk,
  place: Place,
  { claimant, judge }: Claiming,
): Promise<string | undefined> {
  const prepared = pathOf(place, { kind: "record-to-be", text: claimant.own });
  const end = await unlessFailed(disk, prepared, () =>
    claimBySteps(disk, place, { claimant, judge }).catch((error: unknown) => {
      if (!(error instanceof NoLinks)) throw error;
      return claimBySteps(disk, place, { claimant: { ...claimant, hasNoLinks: true }, judge });
    }),
  );
  if (end.at !== "owned")
    throw new LostOwnership(
      `another run has taken it meanwhile, as ${place.started} says: ${AFTER_THAT_RUN}`,
    );
  await disk.syncDirectory(dirname(place.started));
  return end.marker;
}

async function claimBySteps(
  disk: Disk,
  place: Place,
  { claimant, judge }: Claiming,
): Promise<ClaimState> {
  let state = beginClaim(claimant);
  for (let step = stepOf(state, claimant); step !== undefined; step = stepOf(state, claimant)) {
    const answer =
      step.do === "judge"
        ? await judgement(step.text, claimant, judge)
        : await perform(disk, place, step);
    state = afterStep(state, claimant, answer);
  }
  return state;
}

/**
 * Writes the marker of the owner of a start, as `src/core/ownership/commit.ts` says. `confirm` throws where the start does not
 * own the shard any more; it is called when only the move is left to do.
 */
export async function commitMarker(
  disk: Disk,
  place: Place,
  {
    name,
    text,
    confirm,
  }: { readonly name: string; readonly text: string; readonly confirm: () => void },
): Promise<void> {
  const committing: Committing = { token: name, record: OWN, marker: text };
  const run = async (): Promise<CommitState> => {
    let state: CommitState = { at: "prepare" };
    let step = commitStepOf(state, committing);
    while (step !== undefined) {
      if (state.at === "confirm") confirm();
      const answer = state.at === "confirm" ? OWN : await perform(disk, place, step);
      state = afterCommitStep(state, committing, answer);
      step = commitStepOf(state, committing);
    }
    return state;
  };
  const prepared = pathOf(place, { kind: "marker-to-be", token: name });
  const { at } = await unlessFailed(disk, prepared, run);
  if (at !== "committed")
    throw new LostOwnership("another run has taken it over; nothing was marked");
  await disk.syncDirectory(dirname(place.marker));
}

/** What `confirm` has read: a record with this owner's token, whatever else is in it. */
const OWN = "own";

/** Removes a prepared file where a step fails. */
async function unlessFailed<T>(disk: Disk, prepared: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    await disk.unlink(prepared).catch(() => false);
    throw error;
  }
}

/** What was seen is this claimant's to replace: that was decided before. Others are rivals. */
async function judgement(text: string, { seen }: Claimant, judge: Judge): Promise<Answer> {
  if (text === seen) return "gone";
  const rival = parseStartRecord(text);
  return rival === undefined || isOver(rival) ? "gone" : judge(rival);
}

async function perform(disk: Disk, place: Place, step: FileStep): Promise<Answer> {
  switch (step.do) {
    case "read": {
      const path = pathOf(place, step.file);
      if (step.file.kind === "successor") return readNamed(disk, path);
      return disk.readText(path, RECORD_LIMIT_BYTES);
    }
    case "create":
      return create(disk, place, step);
    case "move":
      await move(disk, pathOf(place, step.from), pathOf(place, step.to));
      return undefined;
    case "remove":
      await remove(disk, pathOf(place, step.file), step.file);
      return undefined;
  }
}

async function remove(disk: Disk, path: string, file: OwnershipFile): Promise<void> {
  if (file.kind === "successor") await removeNamed(disk, path, `${basename(path)}-${randomUUID()}`);
  else await disk.unlink(path);
}

/** A prepared file is this owner's alone; the others are given their name in one step, which one of several can do. */
async function create(
  disk: Disk,
  place: Place,
  { file, text }: Extract<FileStep, { readonly do: "create" }>,
): Promise<boolean> {
  const path = pathOf(place, file);
  const isOwn = file.kind === "record-to-be" || file.kind === "marker-to-be";
  const prepared = isOwn ? path : pathOf(place, { kind: "record-to-be", text });
  if (isOwn || file.kind === "record") {
    await disk.unlink(prepared);
    await disk.create(prepared, text);
    await disk.syncFile(prepared);
  }
  if (isOwn) return true;
  const naming = { prepared, path, text };
  if (file.kind === "successor")
    return linkOnce(disk, naming).catch((error: unknown) => {
      if (!(error instanceof NoLinks)) throw error;
      return placeOnce(disk, naming);
    });
  const isCreated = await linkOnce(disk, naming);
  await disk.unlink(prepared);
  return isCreated;
}

/** What is not there any more was removed by whoever took over. */
async function move(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
  }
}

function pathOf(place: Place, file: OwnershipFile): string {
  const temporary = (name: string): string => join(dirname(place.started), TEMPORARY_PREFIX + name);
  switch (file.kind) {
    case "record":
      return place.started;
    case "marker":
      return place.marker;
    case "marker-to-be":
      return temporary(file.token);
    case "record-to-be": {
      const record = parseStartRecord(file.text);
      const name = record?.token === undefined ? sha256(file.text).slice(0, 32) : record.token;
      return temporary(record === undefined ? name : temporaryToken(record.owner, `start-${name}`));
    }
    case "successor": {
      const { file: of, text } = file.of;
      return temporary(`next-${sha256(`${pathOf(place, of)}\n${text}`).slice(0, 32)}`);
    }
  }
}
