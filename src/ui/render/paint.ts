export type Colour = "green" | "red" | "yellow" | "dim" | "bold" | "cyan";

/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (colour: Colour, text: string) => string;

/** Leaves every text as it is. */
export const PLAIN: Paint = (_, text) => text;
