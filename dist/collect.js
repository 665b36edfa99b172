import { actionCollect, leave } from "./index.js";
leave(await actionCollect(new URL(".", import.meta.url)));
