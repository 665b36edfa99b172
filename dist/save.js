import { actionSave, leave } from "./index.js";
leave(await actionSave(new URL(".", import.meta.url)));
