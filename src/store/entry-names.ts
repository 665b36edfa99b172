/** The checkpoint and its marker in an entry's folder. */
export const DATA = "data";
export const MARKER = "marker.json";
