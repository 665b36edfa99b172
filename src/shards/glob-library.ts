/** Holds both libraries, so that they are one file of the bundle: each further file costs a short command a millisecond. */
export { default as picomatch } from "picomatch";
export { globSync } from "tinyglobby";
