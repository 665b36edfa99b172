import { byteAt, textOf, uint16, uint32 } from "../shared/bytes.ts";
import { clip } from "../shared/fields.ts";
import { numberText } from "../shared/numbers.ts";
import {
  peek,
  pop,
  popToMark,
  recall,
  refer,
  remember,
  rememberNext,
  setItems,
  type PickleStack,
} from "./stack.ts";
import { newMapping, SOME_OBJECT, type PickledValue } from "./values.ts";

/** The argument behind an operation's byte: a fixed number of bytes, a count of so many bytes and as many bytes as it says, or lines. */
export type Argument =
  | { readonly kind: "fixed" | "counted"; readonly bytes: number }
  | { readonly kind: "lines"; readonly lines: number };

export interface Operation {
  readonly argument: Argument;
  /** Changes the stack. Nothing else can happen, whatever the pickle says. */
  readonly apply: (stack: PickleStack, argument: Uint8Array) => void;
}

/** The last byte of every pickle. */
export const STOP = 0x2e;

/** The operation of a byte; `undefined` where protocols 0 to 5 have none. */
export function operationOf(byte: number): Operation | undefined {
  return OPERATIONS[byte];
}

const fixed = (bytes: number): Argument => ({ kind: "fixed", bytes });
const counted = (bytes: number): Argument => ({ kind: "counted", bytes });
const lines = (amount: number): Argument => ({ kind: "lines", lines: amount });
const none = fixed(0);

const nothing = (): void => undefined;
const mark = (stack: PickleStack): void => void stack.marks.push(stack.values.length);
const push = (value: PickledValue) => (stack: PickleStack) => void stack.values.push(value);
const constant = (text: string): PickledValue => ({ kind: "scalar", show: () => text });
const pushObject = push(SOME_OBJECT);
const pushMapping = (stack: PickleStack): void => void stack.values.push(newMapping());
const pushText = (stack: PickleStack, bytes: Uint8Array): void =>
  push({ kind: "text", text: shortText(bytes) })(stack);
const pushScalar =
  (show: (bytes: Uint8Array) => string) => (stack: PickleStack, bytes: Uint8Array) =>
    push({ kind: "scalar", show: () => show(bytes) })(stack);
/** Takes `taken` values and puts something in their place. */
const build = (taken: number, put: (stack: PickleStack) => void) => (stack: PickleStack) => {
  for (let count = 0; count < taken; count += 1) pop(stack);
  put(stack);
};
const buildToMark = (put: (stack: PickleStack) => void) => (stack: PickleStack) => {
  popToMark(stack);
  put(stack);
};
/** The result of a call may be a mapping, since items can be set in it. */
const called = pushMapping;

/**
 * Every operation: its byte as a letter or a number, its argument, and its effect on the stack.
 * Source: CPython 3.14, Lib/pickletools.py, in the order of its groups.
 */
const DEFINITIONS: readonly (readonly [string | number, Argument, Operation["apply"]])[] = [
  ["I", lines(1), pushObject],
  ["J", fixed(4), pushScalar((bytes) => String(uint32(bytes, 0) | 0))],
  ["K", fixed(1), pushScalar((bytes) => String(byteAt(bytes, 0)))],
  ["M", fixed(2), pushScalar((bytes) => String(uint16(bytes, 0)))],
  ["L", lines(1), pushObject],
  [0x8a, counted(1), pushLong],
  [0x8b, counted(4), pushLong],
  ["S", lines(1), pushObject],
  ["T", counted(4), pushText],
  ["U", counted(1), pushText],
  ["B", counted(4), pushObject],
  ["C", counted(1), pushObject],
  [0x8e, counted(8), pushObject],
  [0x96, counted(8), pushObject],
  [0x97, none, pushObject],
  [0x98, none, (stack) => void peek(stack)],
  ["N", none, push(constant("null"))],
  [0x88, none, push(constant("true"))],
  [0x89, none, push(constant("false"))],
  ["V", lines(1), pushObject],
  [0x8c, counted(1), pushText],
  ["X", counted(4), pushText],
  [0x8d, counted(8), pushText],
  ["F", lines(1), pushObject],
  ["G", fixed(8), pushScalar((bytes) => numberText(bytes, "float", true) ?? "")],
  ["]", none, pushObject],
  ["a", none, build(1, peek)],
  ["e", none, buildToMark(peek)],
  ["l", none, buildToMark(pushObject)],
  [")", none, pushObject],
  ["t", none, (stack) => push({ kind: "tuple", items: popToMark(stack) })(stack)],
  [0x85, none, build(1, pushObject)],
  [0x86, none, build(2, pushObject)],
  [0x87, none, build(3, pushObject)],
  ["}", none, pushMapping],
  ["d", none, (stack) => setNewItems(stack, popToMark(stack))],
  ["s", none, setOneItem],
  ["u", none, (stack) => setItems(stack, popToMark(stack))],
  [0x8f, none, pushObject],
  [0x90, none, buildToMark(peek)],
  [0x91, none, buildToMark(pushObject)],
  ["0", none, popValueOrMark],
  ["2", none, (stack) => push(peek(stack))(stack)],
  ["(", none, mark],
  ["1", none, buildToMark(nothing)],
  ["g", lines(1), (stack, line) => recall(stack, Number(textOf(line)))],
  ["h", fixed(1), (stack, bytes) => recall(stack, byteAt(bytes, 0))],
  ["j", fixed(4), (stack, bytes) => recall(stack, uint32(bytes, 0))],
  ["p", lines(1), (stack, line) => remember(stack, Number(textOf(line)))],
  ["q", fixed(1), (stack, bytes) => remember(stack, byteAt(bytes, 0))],
  ["r", fixed(4), (stack, bytes) => remember(stack, uint32(bytes, 0))],
  [0x94, none, rememberNext],
  [0x82, fixed(1), pushObject],
  [0x83, fixed(2), pushObject],
  [0x84, fixed(4), pushObject],
  ["c", lines(2), (stack, bytes) => pushGlobal(stack, textOf(bytes).split("\n")[1])],
  [0x93, none, pushNamedGlobal],
  ["R", none, build(2, called)],
  ["b", none, build(1, peek)],
  ["i", lines(2), buildToMark(called)],
  ["o", none, buildToMark(called)],
  [0x81, none, build(2, called)],
  [0x92, none, build(3, called)],
  [0x80, fixed(1), nothing],
  [STOP, none, nothing],
  [0x95, fixed(8), nothing],
  ["P", lines(1), pushObject],
  ["Q", none, refer],
];

const OPERATIONS = tableOf(DEFINITIONS);

function tableOf(definitions: typeof DEFINITIONS): readonly (Operation | undefined)[] {
  const table = Array.from<Operation | undefined>({ length: 256 });
  for (const [byte, argument, apply] of definitions)
    table[typeof byte === "string" ? byte.charCodeAt(0) : byte] = { argument, apply };
  return table;
}

function setOneItem(stack: PickleStack): void {
  const value = pop(stack);
  const key = pop(stack);
  setItems(stack, [key, value]);
}

function setNewItems(stack: PickleStack, items: readonly PickledValue[]): void {
  pushMapping(stack);
  setItems(stack, items);
}

function popValueOrMark(stack: PickleStack): void {
  if (stack.marks.at(-1) === stack.values.length) stack.marks.pop();
  else pop(stack);
}

function pushGlobal(stack: PickleStack, name = ""): void {
  push({ kind: "global", name: clip(name) })(stack);
}

function pushNamedGlobal(stack: PickleStack): void {
  const name = pop(stack);
  pop(stack);
  pushGlobal(stack, name.kind === "text" ? name.text : "");
}

const LONGEST_TEXT_BYTES = 1024;

/** Keeps as much of a text as a field can show. */
function shortText(bytes: Uint8Array): string {
  return clip(textOf(bytes.subarray(0, LONGEST_TEXT_BYTES)));
}

const LONGEST_LONG_BYTES = 16;

function pushLong(stack: PickleStack, bytes: Uint8Array): void {
  if (bytes.length > LONGEST_LONG_BYTES) return pushObject(stack);
  const digits = [...bytes].reverse().map((byte) => byte.toString(16).padStart(2, "0"));
  const value = BigInt.asIntN(bytes.length * 8, BigInt(`0x0${digits.join("")}`));
  push(constant(String(value)))(stack);
}
