import { actionCollect, leave } from "./index.ts";

leave(await actionCollect(new URL(".", import.meta.url)));
