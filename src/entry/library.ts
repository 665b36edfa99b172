import { library } from "./index.ts";

export const { CheckpointRefused, hasMarker, info, isDone, mark, save, summary, unmark } =
  await library();
