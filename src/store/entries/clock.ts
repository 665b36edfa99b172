import { keyIn, type EntriesContext } from "./context.ts";
import { INCOMING } from "./layout.ts";

/** One object for all who ask: it stays, so that none is left behind. */
const CLOCK = "clock";

/** The time that the bucket gives to what is put now, in milliseconds since 1970. @throws whatever the bucket throws. */
export async function bucketTime(context: EntriesContext): Promise<number> {
  const { bucket } = context;
  const key = keyIn(context, context.areas[0], INCOMING, CLOCK);
  await bucket.put(key, { kind: "text", text: "" });
  const put = await bucket.head(key);
  if (put === undefined) throw new Error(`${key} was removed while it was put`);
  return put.modifiedMs;
}
