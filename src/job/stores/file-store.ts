import { resolve } from "node:path";
import type { Environment } from "../../core/definition/environment.ts";
import { writeScope } from "../../core/keys/scope.ts";
import { isOrphaned } from "../../protocol/temporary-names.ts";
import { thisProcess } from "../../machine/processes.ts";
import type { FileBucketOptions } from "../../store/file/bucket.ts";
import { fileStore } from "../../store/file/file-store.ts";
import { UserError } from "../../core/text/problem.ts";
import { quote } from "../../core/text/text.ts";
import type { Store } from "../../store/store.ts";
import { eventText } from "./github-event.ts";
import { withHome } from "../home-path.ts";
import { markerForm } from "../marker-key.ts";
import { temporaryTokens } from "../writer.ts";
import type { Invocation } from "../invocation.ts";

/** The store in a directory, whose temporary files tell whose they are. */
export function openFileStore(invocation: Invocation, name: string, folder: string): Store {
  return fileStore({
    ...folderOptions(invocation, folder),
    name,
    scope: writeScope(invocation.env, eventText(invocation)),
    markers: markerForm(invocation),
  });
}

/** The bucket that the store is made of. */
export function bucketFolder(invocation: Invocation, folder: string): FileBucketOptions {
  const options = folderOptions(invocation, folder);
  return { ...options, incoming: options.root };
}

function folderOptions(
  { disk, workspace, env, now, randomHex }: Invocation,
  folder: string,
): Omit<FileBucketOptions, "incoming"> {
  const token = temporaryTokens(thisProcess());
  return {
    disk,
    root: resolve(workspace, folderOf(folder, env)),
    token: () => `${token()}-${randomHex(4)}`,
    isOrphaned,
    now,
  };
}

/** @throws {UserError} for the home of another user. */
function folderOf(folder: string, env: Environment): string {
  const path = withHome(folder, env);
  if (path !== undefined) return path;
  const [tilde] = folder.split("/");
  throw new UserError([
    `store: ${quote(`file:${folder}`)} begins with the home of a user. Write the path in full, or file:./${tilde}… for a folder of that name.`,
  ]);
}
