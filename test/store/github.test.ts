import { afterAll, beforeAll } from "vitest";
import { startCacheService, type CacheService } from "../cache-service/service.ts";
import { storeContract } from "./contract.ts";
import { openStore } from "./github-setting.ts";

let service: CacheService;

beforeAll(async () => {
  service = await startCacheService();
});

afterAll(() => service.close());

let repositories = 0;

// A definition of its own for each test: one service serves them all.
storeContract("GitHub's cache by its list", () => {
  repositories += 1;
  const own = `repository ${repositories}`;
  return {
    open: ({ name = "test", scope } = {}) =>
      openStore(service, { name: `${own} ${name}`, scope, job: { token: "write" } }),
  };
});
