import type { Marker } from "../core/model/marker.ts";
import type { Task } from "../checkpoint/tasks.ts";
import { verifyOutput } from "../checkpoint/verify-output.ts";
import { ChangedSinceLook, finish, type Finish } from "../protocol/finish.ts";
import type { Writing } from "./parts.ts";

/**
 * Finishes a shard whose output is verified. Where its times alone have changed since, the witnesses are asked once
 * more: a network disk may set times when it flushes.
 * @throws as `finish` does.
 */
export async function finishLooked(
  writing: Pick<Writing, "writer" | "home" | "definition">,
  task: Task,
  end: Finish,
): Promise<Marker> {
  const { writer } = writing;
  try {
    return await finish(writer, task, end);
  } catch (error) {
    if (!(error instanceof ChangedSinceLook) || !error.isTimeAlone) throw error;
    const looked = await verifyOutput(writer.disk, task.paths.checkpoint, writing);
    if (looked.kind === "bad") throw error;
    return finish(writer, task, { ...end, looked });
  }
}
