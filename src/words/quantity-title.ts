import { findVariable } from "../codebook/index.ts";
import { described } from "../codebook/suggest.ts";
import type { Language, Text } from "../survey/language.ts";

/** The title of a variable, an age band or a key column; the id itself where none bears it. */
export const quantityTitle = (id: string, language: Language): string =>
  described(id)?.title[language] ?? id;

/** Whose names begin titles: they keep their capital within a sentence. */
const namesOfPersons = /^(?:Gini|Lorenz|Myers|Theil|Whipple)\b/u;

/** A title within a sentence: its first letter small, unless it begins a person's name or an abbreviation (GDP). Chinese has no capitals. */
export const inSentence = (title: string): string =>
  namesOfPersons.test(title)
    ? title
    : title.replace(/^[A-Z](?=[a-z])/u, (letter) => letter.toLowerCase());

/** What a number stands for under a variable of categories or of yes and no; undefined under any other. */
export function valueTitle(id: string, value: number, language: Language): string | undefined {
  const variable = findVariable(id);
  if (variable?.kind === "yes-no") return yesNo[value === 0 ? "no" : "yes"][language];
  return variable?.values?.[value]?.title[language];
}

const yesNo: Readonly<Record<"yes" | "no", Text>> = {
  yes: { en: "yes", "zh-CN": "是", "zh-TW": "是" },
  no: { en: "no", "zh-CN": "否", "zh-TW": "否" },
};
