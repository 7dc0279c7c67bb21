import type { Cell, Table } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { exact } from "../../survey/measured.ts";
import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import { compose } from "../../words/sentence.ts";
import type { Appendix } from "./appendix.ts";

export interface IndexEntry {
  readonly group: string;
  readonly file: string;
  readonly areas: number;
}

export interface IndexOptions {
  /** What the groups were asked by. */
  readonly by: string;
  readonly title?: string;
  /** How many communities lie in none of them. */
  readonly ungrouped: number;
}

/** The list of the appendices of groups, with the file of each. */
export function appendixIndex(
  entries: readonly IndexEntry[],
  { by, title, ungrouped }: IndexOptions,
  language: Language,
): Appendix {
  const words = appendixWordsOf(language);
  const table: Table = {
    kind: "table",
    id: "index",
    title: "",
    columns: [
      { id: "group", title: by === "street" ? words.group : by, align: "left" },
      { id: "file", title: words.indexFile, align: "left" },
      { id: "areas", title: words.indexAreas, align: "right" },
    ],
    ...(ungrouped > 0 && { notes: [compose(words.ungrouped, { n: ungrouped })] }),
    rows: entries.map(({ group, file, areas }): Cell[] => [
      group,
      [{ code: file }],
      { measured: exact(areas), unit: "", decimals: 0 },
    ]),
  };
  return {
    document: { language, title: title ?? words.indexTitle, blocks: [table] },
    sections: [{ id: "basis", blocks: [table] }],
    leftOut: [],
    tables: 1,
    figures: 0,
    definitions: 0,
  };
}
