import { actionMain, leave } from "./index.ts";

leave(await actionMain(new URL(".", import.meta.url)));
