/** The thread of a heartbeat, for its entry. */
export { keepBeating } from "../machine/heartbeat.ts";
