import type { ProcessMark } from "../core/start-record.ts";
import type { Disk } from "../files/disk.ts";
import type { Hand } from "../run/commit.ts";
import { temporaryToken } from "../run/leftovers.ts";

/** The file layer with temporary names that tell whose they are. */
export function handOf({ disk }: { readonly disk: Disk }, owner: ProcessMark): Hand {
  let serial = 0;
  return {
    disk,
    token: () => {
      serial += 1;
      return temporaryToken(owner, serial);
    },
  };
}
