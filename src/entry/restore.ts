import { actionRestore, leave } from "./index.ts";

leave(await actionRestore(new URL(".", import.meta.url)));
