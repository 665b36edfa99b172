/** What the bundle gives to its entries: everything behind them is loaded only when it is used. */

export async function terminal(argv: readonly string[], home: URL): Promise<number> {
  const surface = await import("./surface/terminal.ts");
  return surface.terminal(argv, home);
}

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

export { VERSION } from "./version.ts";
