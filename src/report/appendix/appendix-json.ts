import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import type { Appendix } from "./appendix.ts";

/** An appendix as data: its sections with their blocks, every figure unrounded and with what it is a figure of. */
export function appendixJson({ document, sections, leftOut }: Appendix, version: string): unknown {
  const { language, title, groupDigits, captions } = document;
  const words = appendixWordsOf(language);
  return {
    tool: { name: "cdj", version },
    language,
    title,
    ...(groupDigits !== undefined && { groupDigits }),
    captions,
    sections: sections.map(({ id, blocks }) => ({ id, title: words.sections[id], blocks })),
    leftOut: leftOut.map(({ id, reason }) => ({ id, reason: words[reason] })),
  };
}
