import { actionSave, leave } from "./index.ts";

leave(await actionSave(new URL(".", import.meta.url)));
