// Preloaded into a process (`node --import`): counts its work on files below its working directory, and writes the counts to
// the file that DONEMARK_TEST_CALLS names as the process ends: calls by name, entries of listed folders, bytes read as text.
import fs from "node:fs";

const file = process.env.DONEMARK_TEST_CALLS;
const here = `${process.cwd()}/`;
const counts = { entries: 0, bytes: 0 };
const write = fs.writeFileSync;

function count(functions, prefix) {
  for (const [name, value] of Object.entries(functions)) {
    if (typeof value !== "function" || /^[A-Z_]/.test(name)) continue;
    functions[name] = Object.assign(function counted(...given) {
      if (!`${given[0]}/`.startsWith(here)) return Reflect.apply(value, this, given);
      counts[prefix + name] = (counts[prefix + name] ?? 0) + 1;
      const result = Reflect.apply(value, this, given);
      if (Array.isArray(result)) counts.entries += result.length;
      if (name === "readFileSync") counts.bytes += result.length;
      return result;
    }, value);
  }
}

if (file !== undefined) {
  // The command that this process starts is another program.
  delete process.env.DONEMARK_TEST_CALLS;
  count(fs, "");
  count(fs.promises, "promises.");
  process.on("exit", () => write(file, JSON.stringify(counts)));
}
