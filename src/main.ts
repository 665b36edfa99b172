import { actionMain } from "./index.ts";

process.exit(await actionMain(new URL(".", import.meta.url)));
