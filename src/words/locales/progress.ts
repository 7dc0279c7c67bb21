import type { Language, Text } from "../../survey/language.ts";

const line: Text = {
  en: "{file}  {rows} rows · {speed} MB/s[ · {share} · {remaining} s left]",
  "zh-CN": "{file}  已读{rows}行 · 每秒 {speed} MB[ · {share} · 还需 {remaining} 秒]",
  "zh-TW": "{file}  已讀{rows}列 · 每秒 {speed} MB[ · {share} · 還需 {remaining} 秒]",
};

/** How far a file has been read; a template. Share and remaining time are known where the size is. */
export const progressText = (language: Language): string => line[language];
