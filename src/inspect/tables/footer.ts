import { plural } from "../../core/text/text.ts";
import type { Reader } from "../../files/disk.ts";
import { isAllZero, uint32 } from "../shared/bytes.ts";
import { faultOfEnd } from "../shared/end-magic.ts";
import { damaged, fault, truncated, unknown, type Fault } from "../shared/findings.ts";

/** A file with one magic at both ends, and before the last one a footer and the footer's length in four bytes. */
export interface FooterLayout {
  readonly magic: readonly number[];
  /** The first place where the footer may begin. */
  readonly startBytes: number;
  /** The shortest footer. */
  readonly leastBytes: number;
}

export interface Footer {
  readonly kind: "footer";
  readonly bytes: Uint8Array;
  /** The place where it begins. */
  readonly at: number;
}

const LENGTH_BYTES = 4;
/** A longer footer is not read. This one describes some 5,000 columns in all row groups of a Parquet file together. */
const LONGEST_FOOTER = 512 * 1024;

/** Reads the footer of a file of this layout. */
export function readFooter(
  reader: Reader,
  { magic, startBytes, leastBytes }: FooterLayout,
): Footer | Fault {
  const { sizeBytes } = reader;
  const endBytes = LENGTH_BYTES + magic.length;
  if (isAllZero(reader.read(0, magic.length))) return fault(damaged("it begins in zeros"));
  if (sizeBytes < startBytes + endBytes) return fault(truncated("it ends before its footer"));
  const endFault = faultOfEnd(reader, magic);
  if (endFault !== undefined) return fault(endFault);
  const length = uint32(reader.read(sizeBytes - endBytes, LENGTH_BYTES), 0);
  const at = sizeBytes - endBytes - length;
  if (length < leastBytes || at < startBytes)
    return fault(damaged(`its footer cannot be ${plural(length, "byte")} long`));
  if (length > LONGEST_FOOTER) return fault(unknown("its footer is too long to be read"));
  return { kind: "footer", bytes: reader.read(at, length), at };
}
