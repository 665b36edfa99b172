import type { ProcessMark } from "../core/start-record.ts";
import type { Hand } from "../run/commit.ts";
import { temporaryToken } from "../run/leftovers.ts";
import type { Invocation } from "./invocation.ts";
import { markersOf } from "./markers.ts";

/** The file layer with temporary names that tell whose they are. */
export function handOf(
  invocation: Pick<Invocation, "disk" | "env" | "inputs">,
  owner: ProcessMark,
): Hand {
  let serial = 0;
  return {
    disk: invocation.disk,
    markers: markersOf(invocation),
    token: () => {
      serial += 1;
      return temporaryToken(owner, serial);
    },
  };
}
