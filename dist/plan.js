import { actionPlan, leave } from "./index.js";
leave(await actionPlan(new URL(".", import.meta.url)));
