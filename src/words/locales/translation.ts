import type { Language } from "../../survey/language.ts";

/** What an English text is in the other languages. */
export type Translation = Readonly<Record<Exclude<Language, "en">, string>>;

export const both = (zhCN: string, zhTW: string): Translation => ({ "zh-CN": zhCN, "zh-TW": zhTW });
