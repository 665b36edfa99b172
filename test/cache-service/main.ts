// Starts the service for benches and for people: prints {"url","env"}, then answers the lines `traffic` and `reset`
// on standard input, and ends with it. The first argument may be the job's options as JSON, the second `in-memory`.
import { createInterface } from "node:readline";
import { startCacheService, type JobOptions } from "./service.ts";

const job: JobOptions = JSON.parse(process.argv[2] ?? "{}");
const service = await startCacheService({ inMemory: process.argv[3] === "in-memory" });
const print = (value: unknown): void => console.log(JSON.stringify(value));

print({ url: service.url, env: service.env(job) });
for await (const line of createInterface({ input: process.stdin })) {
  if (line === "reset") service.resetTraffic();
  if (line === "reset" || line === "traffic") print(service.traffic());
}
await service.close();
