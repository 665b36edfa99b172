import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

interface Task {
  /** Holds the scripts, in `bin`. */
  readonly scratch: string;
  /** Limit of the unpacked size: more is cut off. */
  readonly mostBytes?: number | undefined;
}

/**
 * The library calls tar with `-P`, under which an archive could write anywhere. A script of tar's name comes first in
 * the path and leaves that out. It does not restore owners of another machine either. With a limit, scripts of the names
 * of the unpackers enforce it. Gives the path in which the scripts come first.
 */
export function putSafeTools({ scratch, mostBytes }: Task, path: string): string {
  const folder = join(scratch, "bin");
  mkdirSync(folder);
  const places = path.split(delimiter).filter((place) => place !== "");
  const find = (name: string): string | undefined =>
    places.map((place) => join(place, name)).find((file) => existsSync(file));
  const wrap = (name: string, script: (tool: string) => string): void => {
    const tool = find(name);
    if (tool === undefined) return;
    writeFileSync(join(folder, name), script(quoted(tool)));
    chmodSync(join(folder, name), 0o755);
  };
  for (const name of ["tar", "gtar"]) wrap(name, tarScript);
  if (mostBytes !== undefined && find("head") !== undefined) {
    for (const name of ["unzstd", "gzip"]) wrap(name, (tool) => boundScript(tool, mostBytes));
  }
  return `${folder}${delimiter}${path}`;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`;
}

function tarScript(tool: string): string {
  return `#!/bin/sh
for argument do
  shift
  case $argument in
    -P) ;;
    -xf) set -- "$@" --no-same-owner -xf ;;
    *) set -- "$@" "$argument" ;;
  esac
done
exec ${tool} "$@"
`;
}

/**
 * Ends with the tool's own exit code or signal: that tells a damaged archive from a faulty machine. Only where the limit
 * cut the output off (`head` ended well, and the tool could not write on) it says so.
 */
function boundScript(tool: string, mostBytes: number): string {
  return `#!/bin/sh
PATH=\${PATH#*:}
exec 4>&1
code=$({ { ${tool} "$@" 3>&- 4>&-; echo $? >&3; } | head -c ${mostBytes} >&4; } 3>&1)
headcode=$?
[ $headcode -gt 128 ] && kill -$((headcode - 128)) $$
if [ "$code" = 141 ]; then
  echo "corrupt archive: it unpacks to more than ${mostBytes} bytes" >&2
  exit 1
fi
[ "\${code:-1}" -gt 128 ] && kill -$((code - 128)) $$
exit "\${code:-1}"
`;
}
