import { actionPost, leave } from "./index.js";
leave(await actionPost(new URL(".", import.meta.url)));
