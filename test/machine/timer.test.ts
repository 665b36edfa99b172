import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTimer } from "../../src/machine/timer.ts";

const DAY_MS = 24 * 3600 * 1000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([1, 20, 30, 100])("a timer of %i days goes off once, then", (days) => {
  const act = vi.fn<() => void>();
  startTimer(days * DAY_MS, act);
  vi.advanceTimersByTime(days * DAY_MS - 1);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * DAY_MS);
  expect(act).toHaveBeenCalledOnce();
});

test("a timer that is renewed starts anew, and one that is stopped never goes off", () => {
  const act = vi.fn<() => void>();
  const timer = startTimer(40 * DAY_MS, act);
  vi.advanceTimersByTime(39 * DAY_MS);
  timer.renew();
  vi.advanceTimersByTime(39 * DAY_MS);
  expect(act).not.toHaveBeenCalled();
  timer.stop();
  vi.advanceTimersByTime(100 * DAY_MS);
  expect(act).not.toHaveBeenCalled();
});
