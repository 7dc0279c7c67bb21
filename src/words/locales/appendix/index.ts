import type { Language } from "../../../survey/language.ts";
import en from "./en.ts";
import type { AppendixWords } from "./words.ts";
import zhCN from "./zh-CN.ts";
import zhTW from "./zh-TW.ts";

const all: Readonly<Record<Language, AppendixWords>> = { en, "zh-CN": zhCN, "zh-TW": zhTW };

/** The words of an appendix in a language. */
export const appendixWordsOf = (language: Language): AppendixWords => all[language];
