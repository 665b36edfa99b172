import { describe, expect, it } from "vitest";
import { noStore } from "../../src/store/none.ts";
import { answerContract, workOf } from "./contract.ts";
import { finish, wantedOf } from "./setting.ts";

answerContract("no store", () => noStore);

describe("no store", () => {
  it("says that it keeps nothing", async () => {
    expect((await noStore.save(finish())).kind).toBe("unavailable");
    expect((await noStore.saveWork(wantedOf("1"), workOf({ state: "1" }))).kind).toBe(
      "unavailable",
    );
  });
});
