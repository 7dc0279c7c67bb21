import type { Variable } from "../../codebook/define.ts";
import { toCodebookScript } from "../../codebook/simplified.ts";
import { cleanCell } from "./cell-text.ts";

const yes = new Set(["是", "有", "√", "✓", "✔", "☑", "对", "對", "1", "1.0", "yes", "y", "true"]);
const no = new Set([
  "否",
  "无",
  "無",
  "没有",
  "沒有",
  "不是",
  "×",
  "✗",
  "✘",
  "☒",
  "x",
  "0",
  "0.0",
  "no",
  "n",
  "false",
  "none",
]);

/** 1 for yes, 0 for no; undefined for a cleaned cell that says neither. */
export function readYesNo(text: string): 0 | 1 | undefined {
  const word = text.toLowerCase();
  return yes.has(word) ? 1 : no.has(word) ? 0 : undefined;
}

type Values = NonNullable<Variable["values"]>;
const indexes = new WeakMap<Values, ReadonlyMap<string, number>>();
const folded = (text: string): string =>
  toCodebookScript(cleanCell(text)).replaceAll(" ", "").toLowerCase();

/** The position (from 0) of the value that the cell spells: by id, title or spelling, whatever the script, case and spaces. */
export function readCategory(text: string, values: Values): number | undefined {
  let index = indexes.get(values);
  if (index === undefined) {
    const spellings = values.flatMap((value, position) =>
      [value.id, ...Object.values(value.title), ...value.spellings].map(
        (s) => [folded(s), position] as const,
      ),
    );
    // The first value that claims a spelling keeps it.
    index = new Map(spellings.toReversed());
    indexes.set(values, index);
  }
  return index.get(folded(text));
}
