import { answerCache } from "./index.js";
await answerCache();
