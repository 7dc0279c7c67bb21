import type { Inline, Paragraph, Table } from "../../survey/document.ts";
import { compose, type Slots, separated } from "../../words/sentence.ts";
import type { Context } from "./context.ts";

/** A paragraph of sentences; undefined without any. */
export function paragraph(
  { language }: Context,
  sentences: readonly (readonly Inline[])[],
): Paragraph | undefined {
  const told = sentences.filter((sentence) => sentence.length > 0);
  return told.length === 0
    ? undefined
    : { kind: "paragraph", content: separated(told, language === "en" ? " " : "") };
}

/** A note under a table, its label in front. */
export const note = ({ words }: Context, template: string, slots: Slots): Inline[] =>
  compose(`{label}${template}`, { ...slots, label: words.note });

export interface Gap {
  readonly title: string;
  readonly missing: number;
}

/** How many communities a table rests on, and what they do not report; `derived` figures are not reported but computed. */
export function coverageNote(
  context: Context,
  n: number,
  gaps: readonly Gap[],
  derived = false,
): Inline[] {
  const { words } = context;
  const told = gaps.filter(({ missing }) => missing > 0);
  if (told.length === 0) return note(context, words.nAll, { n });
  const list = told.map(({ title, missing }) => compose(words.missingItem, { title, k: missing }));
  return note(context, derived ? words.nUntold : words.nMissing, {
    n,
    list: separated(list, words.listComma),
  });
}

/** Which files the figures are from. */
export function sourceLines(context: Context): Inline[][] {
  const { input, words } = context;
  const files = [...new Set(input.sources.map(({ file }) => fileName(context, file)))];
  if (files.length <= 3) return [compose(words.source, { files: files.join(words.listComma) })];
  return [compose(words.sources, { n: files.length, section: words.sections.provenance })];
}

/** The last part of a path, so that no folder of the writer's machine is printed; standard input by its name. */
export const fileName = ({ words }: Pick<Context, "words">, path: string): string =>
  path === "-" ? words.stdin : path.split(/[\\/]/u).at(-1) || path;

/** Several notes under a table in one paragraph, numbered: “注：1. … 2. …”. The first of them has the label. */
export function withNumberedNotes(
  { words, language }: Pick<Context, "words" | "language">,
  table: Table,
): Table {
  const { notes = [] } = table;
  if (notes.length < 2) return table;
  const numbered = notes.map((line, i) => {
    const [first, ...rest] = line;
    const unlabelled =
      typeof first === "string" && first.startsWith(words.note)
        ? [first.slice(words.note.length), ...rest]
        : line;
    return [`${i + 1}. `, ...unlabelled];
  });
  return { ...table, notes: [[words.notes, ...separated(numbered, language === "en" ? " " : "")]] };
}
