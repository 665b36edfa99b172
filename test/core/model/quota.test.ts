import { describe, expect, it } from "vitest";
import { expectedBytes, quotaWarning } from "../../../src/core/model/quota.ts";

const GB = 1024 ** 3;

describe("the warning about the quota", () => {
  it("comes when what is there and what is coming do not fit, with all three amounts", () => {
    const warning = quotaWarning({ usedBytes: 6 * GB, limitBytes: 10 * GB }, 5 * GB);
    expect(warning).toContain("6.0 GiB");
    expect(warning).toContain("5.0 GiB");
    expect(warning).toContain("its limit is 10 GiB where nobody has raised it:");
  });

  it("does not come when it just fits", () => {
    expect(quotaWarning({ usedBytes: 6 * GB, limitBytes: 10 * GB }, 4 * GB)).toBeUndefined();
    expect(quotaWarning({ usedBytes: 0, limitBytes: 10 * GB }, 0)).toBeUndefined();
  });

  it("comes for what is there already too much", () => {
    expect(quotaWarning({ usedBytes: 11 * GB, limitBytes: 10 * GB }, 0)).toBeDefined();
  });
});

describe("what is expected to be saved", () => {
  it("is the size so far for each shard that remains", () => {
    expect(expectedBytes(64, 40, 2)).toBe(1280);
  });

  it("is nothing while no size is known, or no shard remains", () => {
    expect(expectedBytes(64, 0, 0)).toBe(0);
    expect(expectedBytes(-1, 40, 2)).toBe(0);
  });
});
