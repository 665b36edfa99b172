import { keepBeating } from "./index.js";
await keepBeating();
