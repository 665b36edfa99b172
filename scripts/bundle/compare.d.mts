export function differences(folder: string, expected: string): string[];
