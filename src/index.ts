/**
 * What the bundle gives to its entries. The short commands of the terminal are part of it, since each further file
 * costs them a millisecond; everything else is loaded only when it is used.
 */
export { leave } from "./surface/leave.ts";
export { terminal } from "./surface/terminal.ts";

export async function actionMain(home: URL): Promise<number> {
  const surface = await import("./surface/action-main.ts");
  return surface.actionMain(home);
}

export async function actionPost(home: URL): Promise<number> {
  const surface = await import("./surface/action-post.ts");
  return surface.actionPost(home);
}

export async function actionPlan(home: URL): Promise<number> {
  const surface = await import("./surface/action-plan.ts");
  return surface.actionPlan(home);
}

export async function actionCollect(home: URL): Promise<number> {
  const surface = await import("./surface/action-collect.ts");
  return surface.actionCollect(home);
}

export async function actionRestore(home: URL): Promise<number> {
  const surface = await import("./surface/action-restore.ts");
  return surface.actionRestore(home);
}

export async function actionSave(home: URL): Promise<number> {
  const surface = await import("./surface/action-save.ts");
  return surface.actionSave(home);
}

export async function answerDigest(): Promise<void> {
  const worker = await import("./run/digest-worker.ts");
  await worker.answerDigest();
}

export async function answerCache(): Promise<void> {
  const helper = await import("./store/github/helper.ts");
  helper.answerCache();
}
