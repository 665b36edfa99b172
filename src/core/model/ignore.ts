/** Patterns of files in a folder that are no part of it, such as `.DS_Store`, `*.fai` and `cache-*.arrow`. */
export type Ignore = readonly string[];

/**
 * What well-known programs leave in a folder that they only read: indexes of sequence files, caches, notes of systems. Short, and
 * without any name that may be data: what matches and came later makes no shard run again.
 */
export const LEAVINGS: Ignore = [
  ...[".DS_Store", "._*", "Thumbs.db", "desktop.ini", ".nfs*", ".fuse_hidden*"],
  ...[".ipynb_checkpoints", "__pycache__", "cache-*.arrow"],
  ...["*.fai", "*.gzi", "*.bai", "*.crai", "*.csi", "*.tbi"],
];

/**
 * Gives a test for paths below a folder, with `/`. A pattern without `/` is about a name at any depth, one with `/`
 * about the whole path; `*` and `?` stop at `/`, `**` does not. Whatever lies below an ignored folder is ignored.
 */
export function ignoreMatcher(patterns: Ignore): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  const rules = patterns.map((pattern) => {
    const text = pattern.replace(/^\.?\/+/, "").replace(/\/+$/, "");
    return { isPath: text.includes("/"), form: formOf(text) };
  });
  return (path) => {
    const names = path.split("/");
    return names.some((name, place) => {
      const upTo = names.slice(0, place + 1).join("/");
      return rules.some(({ isPath, form }) => form.test(isPath ? upTo : name));
    });
  };
}

function formOf(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*\/?|\*|\?)/)
    .map((piece) => WILD[piece] ?? piece.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`, "su");
}

const WILD: Readonly<Record<string, string>> = {
  "**/": "(?:.*/)?",
  "**": ".*",
  "*": "[^/]*",
  "?": "[^/]",
};
