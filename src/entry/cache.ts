import { answerCache } from "./index.ts";

await answerCache();
