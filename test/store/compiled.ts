import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./setting.ts";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** Compiles a program and what it imports, for a Node that reads no TypeScript; gives the program's path. */
export function compiled(program: string): string {
  const folder = temporaryFolder();
  const options = {
    extends: path.join(REPOSITORY, "tsconfig.json"),
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      rewriteRelativeImportExtensions: true,
      rootDir: REPOSITORY,
      outDir: folder,
      types: [],
    },
    files: [path.join(REPOSITORY, program)],
    include: [],
  };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(options));
  symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"), "dir");
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const compiler = path.join(REPOSITORY, "node_modules", "typescript", "bin", "tsc");
  execFileSync(process.execPath, [compiler, "-p", folder], { stdio: "inherit" });
  const own = path.dirname(program);
  // Programs start those beside them by their paths.
  for (const name of readdirSync(path.join(REPOSITORY, own)).filter((one) => one.endsWith(".mjs")))
    copyFileSync(path.join(REPOSITORY, own, name), path.join(folder, own, name));
  return path.join(folder, program.replace(/\.ts$/, ".js"));
}
