/**
 * Does the owner of something still live? `unknown` where its process belongs to another boot, process namespace, container or
 * machine: its number says nothing here, and its heartbeat decides.
 */
export type Liveness = "alive" | "gone" | "unknown";
