import { actionMain } from "./index.js";
process.exit(await actionMain(new URL(".", import.meta.url)));
