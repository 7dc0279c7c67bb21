import type { Level } from "../../survey/area.ts";
import type { Language, Text } from "../../survey/language.ts";

const titles: Readonly<Record<Level, Text>> = {
  community: { en: "community", "zh-CN": "社区", "zh-TW": "村里" },
  street: { en: "street", "zh-CN": "街道（乡镇）", "zh-TW": "鄉鎮市區" },
  district: { en: "district", "zh-CN": "区县", "zh-TW": "區（縣）" },
  city: { en: "city", "zh-CN": "市", "zh-TW": "縣市" },
};

const ungrouped: Text = {
  en: "Areas in no group: {n}. They count in the whole.",
  "zh-CN": "未归入任何一组的社区{n}个，计入总体。",
  "zh-TW": "未歸入任何一組的社區{n}個，計入總體。",
};

/** Said under a table of groups when some areas are in none; a template. */
export const ungroupedText = (language: Language): string => ungrouped[language];

/** What a table is grouped by, in words: a level by its title, a header as it is written. */
export const groupingTitle = (by: string, language: Language): string =>
  Object.hasOwn(titles, by) ? titles[by as Level][language] : by;
