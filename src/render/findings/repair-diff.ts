import { neutraliseTerminal } from "../neutralise.ts";

interface Changed {
  readonly line: number;
  readonly before: readonly string[];
  readonly after?: readonly string[];
  readonly lines: number;
}

/** Blanks at the edges of cells are what changes: they are shown. */
const visible = (cell: string): string =>
  neutraliseTerminal(cell).replace(/^\s+|\s+$/gu, (blanks) => "·".repeat(blanks.length));

/** What a repair changes, in the form of a unified diff; cells that may identify a person are redacted by the caller. */
export function repairDiff(file: string, changes: readonly Changed[], encoding?: string): string {
  const name = neutraliseTerminal(file);
  const lines = [
    `--- ${name}${encoding === undefined ? "" : `\t${encoding}`}`,
    `+++ ${name}${encoding === undefined ? "" : "\tUTF-8"}`,
  ];
  for (const { line, before, after, lines: count } of changes) {
    lines.push(`@@ -${line},${count} +${after ? line : line - 1},${after ? count : 0} @@`);
    if (after) lines.push(`-${before.map(visible).join(",")}`, `+${after.map(visible).join(",")}`);
    else lines.push(...before.map((text) => `-${visible(text)}`));
  }
  return lines.map((line) => `${line}\n`).join("");
}
