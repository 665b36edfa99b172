import { actionRestore, leave } from "./index.js";
leave(await actionRestore(new URL(".", import.meta.url)));
