import type { Inline, Paragraph } from "../../survey/document.ts";
import { compose, type Slots, separated } from "../sentence.ts";
import type { Context } from "./context.ts";

/** A paragraph of sentences; undefined without any. */
export function paragraph({ language }: Context, sentences: readonly (readonly Inline[])[]): Paragraph | undefined {
  const told = sentences.filter((sentence) => sentence.length > 0);
  return told.length === 0 ? undefined : { kind: "paragraph", content: separated(told, language === "en" ? " " : "") };
}

/** A note under a table, its label in front. */
export const note = ({ words }: Context, template: string, slots: Slots): Inline[] => compose(`{label}${template}`, { ...slots, label: words.note });

/** How many communities a table rests on, and what is not reported. */
export function coverageNote(context: Context, n: number, gaps: readonly { readonly title: string; readonly missing: number }[]): Inline[] {
  const { words } = context;
  const told = gaps.filter(({ missing }) => missing > 0);
  if (told.length === 0) return note(context, words.nAll, { n });
  const list = told.map(({ title, missing }) => compose(words.missingItem, { title, k: missing }));
  return note(context, words.nMissing, { n, list: separated(list, words.listComma) });
}

/** Which files the figures are from. */
export function sourceLines({ input, words }: Context): Inline[][] {
  const files = [...new Set(input.sources.map(({ file }) => baseName(file)))];
  if (files.length <= 3) return [compose(words.source, { files: files.join(words.listComma) })];
  return [compose(words.sources, { n: files.length, section: words.sections.provenance })];
}

/** The last part of a path, so that no folder of the writer's machine is printed. */
export const baseName = (path: string): string => path.split(/[\\/]/u).at(-1) || path;
