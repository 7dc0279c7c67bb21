import type { Document, Figure, Table } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";

/** A table or figure that has a caption. */
type Captioned = Table | Figure;

const isCaptioned = (block: Document["blocks"][number]): block is Captioned =>
  (block.kind === "table" || block.kind === "figure") && block.title !== "";

/** The captions of a document by the id of their table or figure: "表 A-1". Empty when its captions are not numbered. */
export function captionNumbers(document: Document): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const { captions } = document;
  if (captions === undefined) return numbers;
  const counts = { table: 0, figure: 0 };
  for (const block of document.blocks) {
    if (!isCaptioned(block)) continue;
    counts[block.kind] += 1;
    numbers.set(block.id, `${captions[block.kind]}${counts[block.kind]}`);
  }
  return numbers;
}

/** What a reference to a table or figure prints: its number, else its title. */
export function referenceNames(document: Document): ReadonlyMap<string, string> {
  const quote = (title: string) =>
    document.language === "en"
      ? `“${title}”`
      : document.language === "zh-CN"
        ? `“${title}”`
        : `「${title}」`;
  const names = new Map(
    document.blocks.filter(isCaptioned).map((block) => [block.id, quote(block.title)]),
  );
  for (const [id, number] of captionNumbers(document)) names.set(id, number);
  return names;
}

/** What stands between a caption's number and its title: a full-width space in Chinese. */
export const captionGap = (language: Language): string => (language === "en" ? ". " : "　");

/** A caption in one line: "表 A-1　各社区办公用房"; the title alone when captions are not numbered. */
export function captionText(
  block: Captioned,
  numbers: ReadonlyMap<string, string>,
  language: Language,
): string {
  const number = numbers.get(block.id);
  return number === undefined ? block.title : `${number}${captionGap(language)}${block.title}`;
}

/** The title over a later part of a table, as print has it: “…（续）”. */
export const continuedTitle = (title: string, language: Language): string =>
  title + { en: " (continued)", "zh-CN": "（续）", "zh-TW": "（續）" }[language];
