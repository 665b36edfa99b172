import { ok, warning, fault, type Check } from "../../core/answers/doctor-answer.ts";
import type { Environment } from "../../core/definition/environment.ts";
import { UserError } from "../../core/text/problem.ts";
import { nameSome, quote } from "../../core/text/text.ts";
import type { Disk } from "../../files/disk.ts";
import { heartbeatTimes } from "../../machine/heartbeat.ts";
import { findLeftovers } from "../../machine/leftovers.ts";
import { leaseFolder, leaseFolderPath, lookAtLeases } from "../../machine/lease.ts";
import { watchOwners } from "../../machine/owner-watch.ts";

const MOST_NAMED = 8;

/** Processes that runs have left behind: they may still hold a GPU's memory. */
export function checkProcesses(): Check {
  const left = findLeftovers();
  if (left.length === 0) return ok("processes", "none is left by runs that are gone");
  const names = nameSome(
    left.map(({ pid, name }) => `${pid} (${name})`),
    MOST_NAMED,
  );
  const pids = left.slice(0, MOST_NAMED).map(({ pid }) => pid);
  const amount = left.length === 1 ? "1 process" : `${left.length} processes`;
  const says = `${amount} of runs that are gone: ${names}`;
  return warning("processes", says, `End what you do not want: \`kill ${pids.join(" ")}\`.`);
}

/** The leases of this machine's GPUs. */
export function checkLeases(disk: Disk, env: Environment): Check {
  const name = "leases";
  try {
    const path = leaseFolderPath(env);
    if (!disk.exists(path)) return ok(name, `none: ${quote(path)} is made by the first run`);
    const folder = leaseFolder(env);
    const owners = watchOwners(heartbeatTimes(env));
    const { holders, left } = lookAtLeases({ folder, owners });
    owners.close();
    const pids = nameSome(
      holders.map(({ pid }) => String(pid)),
      MOST_NAMED,
    );
    const held = holders.length === 0 ? "no GPU is leased" : `GPUs are leased by pid ${pids}`;
    const taken =
      left === 0 ? "" : `; ${left} left by runs that are gone, which the next run takes`;
    return ok(name, `${held} in ${quote(folder)}${taken}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return fault(
      name,
      error.message,
      "Set DONEMARK_LEASE_DIR to a folder that all runs here may write.",
    );
  }
}
