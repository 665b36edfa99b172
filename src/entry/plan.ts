import { actionPlan, leave } from "./index.ts";

leave(await actionPlan(new URL(".", import.meta.url)));
