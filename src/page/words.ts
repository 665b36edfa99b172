export type Child = Node | string;

export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export function duration(seconds: number): string {
  if (seconds < 59.5) return `${seconds.toFixed(seconds < 9.95 ? 1 : 0)}s`;
  const minutes = Math.round(seconds) / 60;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  if (minutes < 60) return `${Math.floor(minutes)}m ${two(Math.round(seconds) % 60)}s`;
  return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`;
}

export function size(bytes: number | null | undefined): string {
  if (bytes === null || bytes === undefined) return "";
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const unit = bytes < 1 ? 0 : Math.min(5, Math.floor(Math.log10(bytes * 1.0005) / 3));
  const amount = bytes / 1000 ** unit;
  return `${unit === 0 ? amount : amount.toPrecision(3)} ${units[unit] ?? ""}`;
}
