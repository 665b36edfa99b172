import { actionPost, leave } from "./index.ts";

leave(await actionPost(new URL(".", import.meta.url)));
