import { processNumbers, procStat, readProc } from "./proc-stat.ts";

/**
 * The most resident memory that commands had, slot by slot, as looks at /proc show it: of all processes of a command's
 * group together, in which shared pages count for each, and at least the peak of its largest process. Other systems than
 * Linux show nothing.
 */
export interface MemoryWatch {
  /** A slot gets its next shard: its peak begins anew. */
  readonly begin: (slot: string) => void;
  /** A command was started on a slot, as the leader of this group. */
  readonly watch: (slot: string, group: number) => void;
  /** The peak since `begin`, in bytes; `undefined` where the command ended before a look. */
  readonly peakBytes: (slot: string) => number | undefined;
}

const EVERY_MS = 250;
/** Listing all processes takes longer where there are many: it gets one part of so many of the time. */
const SHARE_OF_TIME = 50;

interface Watched {
  /** Each group, and whether it was started for this shard: what a process once needed counts only then. */
  readonly groups: Map<number, boolean>;
  members: readonly Member[];
  peakBytes: number | undefined;
}

interface Member {
  readonly pid: number;
  readonly startTime: string;
  readonly isNew: boolean;
}

export function watchMemory(): MemoryWatch {
  const slots = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  let nextListTick = 0;
  const slotOf = (name: string): Watched => {
    const slot = slots.get(name) ?? { groups: new Map(), members: [], peakBytes: undefined };
    slots.set(name, slot);
    return slot;
  };
  const look = (): void => {
    if (performance.now() >= nextListTick) {
      const took = findMembers(slots);
      nextListTick = performance.now() + Math.max(2 * EVERY_MS, took * SHARE_OF_TIME);
    }
    for (const slot of slots.values()) takePeak(slot);
    if ([...slots.values()].some(({ groups }) => groups.size > 0)) return;
    clearInterval(timer);
    timer = undefined;
  };
  return {
    begin: (name) => {
      const slot = slotOf(name);
      slot.peakBytes = undefined;
      slot.members = slot.members.map((member) => ({ ...member, isNew: false }));
      for (const group of slot.groups.keys()) slot.groups.set(group, false);
    },
    watch: (name, group) => {
      if (process.platform !== "linux") return;
      slotOf(name).groups.set(group, true);
      timer ??= setInterval(look, EVERY_MS).unref();
    },
    peakBytes: (name) => {
      const slot = slotOf(name);
      takePeak(slot);
      return slot.peakBytes;
    },
  };
}

/** Finds the processes of every group, and drops the groups that have none. Gives the milliseconds that it took. */
function findMembers(slots: ReadonlyMap<string, Watched>): number {
  const beganTick = performance.now();
  const byGroup = new Map<number, { readonly pid: number; readonly startTime: string }[]>();
  for (const { groups } of slots.values())
    for (const group of groups.keys()) byGroup.set(group, []);
  for (const pid of numbersNow()) {
    const stat = procStat(pid);
    if (stat?.dead === false) byGroup.get(stat.group)?.push({ pid, startTime: stat.startTime });
  }
  for (const slot of slots.values()) {
    slot.members = [...slot.groups].flatMap(([group, isNew]) =>
      (byGroup.get(group) ?? []).map((one) => ({ ...one, isNew })),
    );
    for (const group of slot.groups.keys())
      if (byGroup.get(group)?.length === 0) slot.groups.delete(group);
  }
  return performance.now() - beganTick;
}

function numbersNow(): readonly number[] {
  try {
    return processNumbers();
  } catch {
    return [];
  }
}

/** A look before the members are known would show the shell of a command alone. */
function takePeak(slot: Watched): void {
  let together = 0;
  let largest = 0;
  for (const { pid, startTime, isNew } of slot.members) {
    const status = readProc(`/proc/${pid}/status`);
    const now = bytesIn(status, "VmRSS");
    if (now === undefined || procStat(pid)?.startTime !== startTime) continue;
    together += now;
    if (isNew) largest = Math.max(largest, bytesIn(status, "VmHWM") ?? 0);
  }
  const peak = Math.max(together, largest);
  if (peak > 0) slot.peakBytes = Math.max(slot.peakBytes ?? 0, peak);
}

function bytesIn(status: string | undefined, name: string): number | undefined {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status ?? "")?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}
