import { expect, test } from "vitest";
import { eventStream, type TimedEvent } from "../../src/run/events.ts";

test("every listener hears every event, in order, with its time", () => {
  const heard: TimedEvent[][] = [[], []];
  let now = 10;
  const emit = eventStream(
    () => now,
    heard.map((events) => (event) => void events.push(event)),
  );
  emit({ kind: "claimed", shard: "a" });
  now = 20;
  emit({ kind: "executed", shard: "a", attempt: 1, seconds: 1 });
  const expected = [
    { kind: "claimed", shard: "a", atMs: 10 },
    { kind: "executed", shard: "a", atMs: 20, attempt: 1, seconds: 1 },
  ];
  expect(heard).toEqual([expected, expected]);
});

test("a listener that fails is heard of once, and the others go on", () => {
  const heard: TimedEvent[] = [];
  const broken = (): void => {
    throw new Error("no room");
  };
  const emit = eventStream(() => 0, [broken, (event) => void heard.push(event)]);
  emit({ kind: "claimed", shard: "a" });
  emit({ kind: "claimed", shard: "b" });
  expect(heard.map((event) => (event.kind === "warning" ? event.text : event.kind))).toEqual([
    "a listener of the run failed: no room",
    "claimed",
    "claimed",
  ]);
});
