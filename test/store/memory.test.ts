import { expect, describe, it } from "vitest";
import { memoryStore } from "../helpers/memory-store.ts";
import { storeContract } from "./contract.ts";
import { finish } from "./setting.ts";

storeContract("the store in memory", () => {
  const vault = new Map();
  return { open: (opening = {}) => memoryStore({ vault, ...opening }) };
});

describe("the store in memory: faults", () => {
  it("answers with the cause it is given, until it is taken away", async () => {
    const store = memoryStore({ faults: { save: "the quota is used up" } });
    const done = finish();
    expect(await store.save(done)).toEqual({ kind: "unavailable", cause: "the quota is used up" });
    delete store.faults.save;
    expect((await store.save(done)).kind).toBe("saved");
    store.faults.find = "the network is down";
    expect(await store.find([done.wanted, done.wanted])).toEqual([
      { kind: "unavailable", cause: "the network is down" },
      { kind: "unavailable", cause: "the network is down" },
    ]);
    expect(store.calls).toMatchObject({ save: 2, find: 1, fetch: 0 });
  });
});
