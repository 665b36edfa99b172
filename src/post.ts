import { actionPost } from "./index.ts";

process.exit(await actionPost(new URL(".", import.meta.url)));
