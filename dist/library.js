import { library } from "./index.js";
export const { CheckpointRefused, hasMarker, info, isDone, mark, save, summary, unmark } = await library();
