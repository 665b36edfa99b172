export function calledFunctions(dist: string): Readonly<Record<string, readonly string[]>>;
