/**
 * What the bundle gives to its entries. The short commands of the terminal are part of it, since each further file
 * costs them a millisecond; everything else is loaded only when it is used.
 */
export { terminal } from "./surface/terminal.ts";

export async function actionMain(home: URL): Promise<number> {
  const surface = await import("./surface/action-main.ts");
  return surface.actionMain(home);
}

export async function actionPost(home: URL): Promise<number> {
  const surface = await import("./surface/action-post.ts");
  return surface.actionPost(home);
}

export async function answerDigest(): Promise<void> {
  const worker = await import("./run/digest-worker.ts");
  worker.answerDigest();
}
