import { answerDigest } from "./index.ts";

await answerDigest();
