import { statfsSync } from "node:fs";

/** A file system whose names tell what to expect of it. */
export interface KnownFileSystem {
  readonly name: string;
  /** `memory` is lost with the machine; `shared` is seen by other machines too. */
  readonly kind: "memory" | "shared";
}

/** The numbers by which Linux names file systems: statfs(2), and their own headers. */
const BY_NUMBER: ReadonlyMap<number, KnownFileSystem> = new Map([
  [0x01_02_19_94, { name: "tmpfs", kind: "memory" }],
  [0x85_84_58_f6, { name: "ramfs", kind: "memory" }],
  [0x69_69, { name: "NFS", kind: "shared" }],
  [0x51_7b, { name: "SMB", kind: "shared" }],
  [0xff_53_4d_42, { name: "CIFS", kind: "shared" }],
  [0xfe_53_4d_42, { name: "SMB", kind: "shared" }],
  [0x65_73_55_46, { name: "FUSE", kind: "shared" }],
  [0x0b_d0_0b_d0, { name: "Lustre", kind: "shared" }],
  [0x19_83_03_26, { name: "BeeGFS", kind: "shared" }],
  [0x00_c3_64_00, { name: "CephFS", kind: "shared" }],
  [0x47_50_46_53, { name: "GPFS", kind: "shared" }],
  [0x01_02_19_97, { name: "9p", kind: "shared" }],
]);

/** The file system of a path, where it is one of those that behave otherwise than a local disk; else `undefined`. */
export function knownFileSystem(path: string): KnownFileSystem | undefined {
  if (process.platform !== "linux") return undefined;
  // The kernel's number has a sign on some machines.
  return BY_NUMBER.get(Number(BigInt.asUintN(32, BigInt(statfsSync(path).type))));
}
