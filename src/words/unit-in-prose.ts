import { type UnitId, units } from "../codebook/units.ts";
import type { Language, Text } from "../survey/language.ts";

/** Units whose sign belongs in a head: what a sentence says instead. Where the name of the figure tells what it is counted per, the rest is said. */
const spoken: Readonly<Partial<Record<UnitId, Text>>> = {
  "m²": { en: "m²", "zh-CN": "平方米", "zh-TW": "平方公尺" },
  "km²": { en: "km²", "zh-CN": "平方公里", "zh-TW": "平方公里" },
  "yuan/year": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
  "yuan/month": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
  "persons per household": { en: "", "zh-CN": "人", "zh-TW": "人" },
  "persons per km²": { en: "persons per km²", "zh-CN": "人/平方公里", "zh-TW": "人/平方公里" },
  "persons per 1,000": { en: "", "zh-CN": "人", "zh-TW": "人" },
  "persons per 10,000": { en: "", "zh-CN": "人", "zh-TW": "人" },
  "males per 100 females": { en: "", "zh-CN": "（女=100）", "zh-TW": "（女=100）" },
  "households per community": { en: "households", "zh-CN": "户", "zh-TW": "戶" },
  "persons per community": { en: "persons", "zh-CN": "人", "zh-TW": "人" },
  "persons per branch": { en: "", "zh-CN": "人", "zh-TW": "人" },
  "households per worker": { en: "", "zh-CN": "户", "zh-TW": "戶" },
  "residents per worker": { en: "", "zh-CN": "人", "zh-TW": "人" },
  "m² per 100 households": { en: "m²", "zh-CN": "平方米", "zh-TW": "平方公尺" },
  "m² per community": { en: "m²", "zh-CN": "平方米", "zh-TW": "平方公尺" },
  "yuan per resident": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
  "yuan per household": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
  "yuan per member": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
  "yuan per worker": { en: "yuan", "zh-CN": "元", "zh-TW": "元" },
};

/** A unit as a sentence says it after a figure: 平方米, persons, person where the figure is 1; empty where there is nothing to say. */
export function unitInProse(unit: string, language: Language, value?: number): string {
  if (!Object.hasOwn(units, unit)) return unit;
  const id = unit as UnitId;
  const text = spoken[id]?.[language] ?? units[id].sign[language];
  return language === "en" && value === 1 ? singular(text) : text;
}

/** persons per 1,000 → person per 1,000 */
export const singular = (unit: string): string =>
  irregular[unit] ?? unit.replace(/^([a-z]+[a-rt-z])s\b/, "$1");

const irregular: Readonly<Record<string, string>> = { communities: "community", years: "year" };
