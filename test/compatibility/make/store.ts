import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fillStore, JOBS } from "./jobs.ts";
import { keepJson, keepTree } from "./keep.ts";

/** A `file` store with entries of every kind. */
export async function store(folder: string): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "donemark-make-"));
  await fillStore({
    inputs: { store: `file:${place}` },
    env: () => ({}),
    review: {
      GITHUB_REF: "refs/pull/5/merge",
      GITHUB_BASE_REF: "main",
      GITHUB_EVENT_NAME: "pull_request",
    },
    snapshots: () => workManifests(place),
  });
  keepTree(place, join(folder, "store"));
  keepJson(join(folder, "store.jobs.json"), JOBS);
}

function workManifests(place: string): number {
  const names = readdirSync(place, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.includes("/work-") && name.endsWith(".json")).length;
}
