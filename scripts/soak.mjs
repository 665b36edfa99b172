// Real kills, as many rounds as asked for: `npm run soak -- [rounds] [seed] [first round]`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [rounds = "200", seed = String(Date.now() % 2 ** 31), first = "1"] = process.argv.slice(2);
for (const text of [rounds, seed, first]) {
  if (/^\d{1,10}$/.test(text)) continue;
  console.error(`soak: ${text} is no whole number; npm run soak -- [rounds] [seed] [first round]`);
  process.exit(2);
}
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [vitest, "run", "test/crash/soak.campaign.test.ts", "test/crash/owners.campaign.test.ts"],
  {
    cwd: root,
    env: { ...process.env, SOAK_ROUNDS: rounds, SOAK_SEED: seed, SOAK_FIRST: first },
    stdio: "inherit",
  },
);
process.exitCode = status ?? 1;
