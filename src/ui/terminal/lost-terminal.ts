import { closeSync } from "node:fs";
import { isatty } from "node:tty";

/**
 * Lets a run end with its own exit code when its terminal is gone. Node 20 aborts at its end where it cannot restore a
 * terminal; one that is closed it leaves alone.
 */
export function outliveTerminal(): void {
  const terminals = [0, 1, 2].filter(isatty);
  process.on("exit", () => {
    for (const fd of terminals) closeLost(fd);
  });
}

function closeLost(fd: number): void {
  if (isatty(fd)) return;
  try {
    closeSync(fd);
  } catch {
    // It is closed already.
  }
}
