import { actionPost } from "./index.js";
process.exit(await actionPost(new URL(".", import.meta.url)));
