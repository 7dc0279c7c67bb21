/**
 * Options that take lists are comma-separated and repeatable; none is variadic, so that files may stand anywhere. A list of nothing would mean all
 * where the option is left out: it throws what commander takes for a missing value.
 */
export function list(text: string, before: readonly string[] = []): string[] {
  const items = text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length === 0) throw Object.assign(new Error(""), { code: "commander.invalidArgument" });
  return [...before, ...items];
}

/** Like `list`, but a comma is part of the text: for headers. */
export const repeated = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  text,
];
