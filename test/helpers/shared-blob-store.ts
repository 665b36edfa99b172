import { createServer } from "node:http";
import { SHARED_BLOB_STORE, startAzurite } from "../cache-service/azurite.ts";

/**
 * Offers one Azurite to all files of a run: its start costs seconds, and most files need none. It is started when it is
 * asked for first. Gives what ends it.
 */
export async function offerBlobStore(): Promise<() => Promise<void>> {
  let started: ReturnType<typeof startAzurite> | undefined;
  const server = createServer((_, response) => {
    started ??= startAzurite(true);
    started.then(
      ({ port }) => response.end(String(port)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const { port } = Object(server.address());
  process.env[SHARED_BLOB_STORE] = `http://127.0.0.1:${port}/`;
  return async () => {
    server.close();
    server.closeAllConnections();
    await (await started)?.close();
  };
}
