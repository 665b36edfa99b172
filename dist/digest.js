import { answerDigest } from "./index.js";
await answerDigest();
