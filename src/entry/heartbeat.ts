import { keepBeating } from "./index.ts";

await keepBeating();
