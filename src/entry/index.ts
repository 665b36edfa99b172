/**
 * The exports of the bundle for its entries. The short commands of the terminal are part of it, since each further file costs
 * them a millisecond; everything else is loaded at its first use.
 */
export { leave } from "./leave.ts";
export { dispatch } from "../commands/cli/dispatch.ts";

export async function actionMain(home: URL): Promise<number> {
  const surface = await import("../steps/main.ts");
  return surface.actionMain(home);
}

export async function actionPost(home: URL): Promise<number> {
  const surface = await import("../steps/post.ts");
  return surface.actionPost(home);
}

export async function actionPlan(home: URL): Promise<number> {
  const surface = await import("../steps/plan.ts");
  return surface.actionPlan(home);
}

export async function actionCollect(home: URL): Promise<number> {
  const surface = await import("../steps/collect.ts");
  return surface.actionCollect(home);
}

export async function actionRestore(home: URL): Promise<number> {
  const surface = await import("../steps/restore.ts");
  return surface.actionRestore(home);
}

export async function actionSave(home: URL): Promise<number> {
  const surface = await import("../steps/save.ts");
  return surface.actionSave(home);
}

/** The functions that the package exports. */
export function library(): Promise<typeof import("../library/library.ts")> {
  return import("../library/library.ts");
}

export async function answerDigest(): Promise<void> {
  const worker = await import("../checkpoint/digest-thread.ts");
  await worker.answerDigest();
}

export async function answerCache(): Promise<void> {
  const helper = await import("../store/github/service/helper.ts");
  helper.answerCache();
}
