import type { Language } from "../../survey/language.ts";
import en from "./en.ts";
import type { Words } from "./words.ts";
import zhCN from "./zh-CN.ts";
import zhTW from "./zh-TW.ts";

const all: Readonly<Record<Language, Words>> = { en, "zh-CN": zhCN, "zh-TW": zhTW };

/** The words of a language. */
export const wordsOf = (language: Language): Words => all[language];
