import { actionMain, leave } from "./index.js";
leave(await actionMain(new URL(".", import.meta.url)));
