import type { Language } from "../survey/language.ts";
import { divide, exact, isAbsent, type Measured, multiply } from "../survey/measured.ts";
import { compare, nothingToMeet } from "../survey/norm-standing.ts";
import { type Class, defineIndicator, type OptionValue, setting } from "./define.ts";
import { share } from "./ratio.ts";

/** From the lowest to the highest. */
const classes: readonly Class[] = [
  { id: "not_ageing", title: { en: "not ageing", "zh-CN": "未老龄化", "zh-TW": "未高齡化" } },
  { id: "mild", title: { en: "mild", "zh-CN": "轻度老龄化", "zh-TW": "輕度高齡化" } },
  { id: "moderate", title: { en: "moderate", "zh-CN": "中度老龄化", "zh-TW": "中度高齡化" } },
  { id: "heavy", title: { en: "heavy", "zh-CN": "重度老龄化", "zh-TW": "重度高齡化" } },
];

const options = {
  edges: {
    title: {
      en: "Shares of those aged 60 and over at which the levels begin, in %",
      "zh-CN": "各档起点（60岁以上占比，%）",
      "zh-TW": "各組起點（60歲以上占比，%）",
    },
    default: [10, 20, 30],
  },
} as const;

const of60Plus = share("residents_60_plus", "residents");

/** The level of a share; undefined while an interval lies over an edge. */
function levelOf(value: Measured, edges: OptionValue): string | undefined {
  const reached = (Array.isArray(edges) ? (edges as readonly number[]) : options.edges.default).map(
    (edge) => compare(value, ">=", edge),
  );
  return isAbsent(value) || reached.includes(undefined)
    ? undefined
    : classes[reached.filter(Boolean).length]?.id;
}

export const residentsAgeingLevel = defineIndicator({
  id: "residents_ageing_level",
  theme: "age",
  title: {
    en: "Level of ageing (share of residents aged 60 and over)",
    "zh-CN": "老龄化程度",
    "zh-TW": "高齡化程度",
  },
  unit: "%",
  decimals: 1,
  ...of60Plus,
  rollup: "pooled",
  compute(totals, context) {
    const edges = setting(context, options, "edges");
    const result = of60Plus.compute(totals, context);
    const level = levelOf(result.value, edges);
    const counts: Record<string, number> = Object.fromEntries(classes.map(({ id }) => [id, 0]));
    const old = totals.series("residents_60_plus");
    const all = totals.series("residents");
    for (let i = 0; i < totals.size; i++) {
      const own = levelOf(multiply(divide(old.at(i), all.at(i)), exact(100)), edges);
      if (own !== undefined) counts[own] = (counts[own] ?? 0) + 1;
    }
    return { ...result, classes: counts, ...(level !== undefined && { class: level }) };
  },
  source: {
    en: "Usage in Chinese official and research texts: 10–20 mild, 20–30 moderate, 30 and more heavy (not a United Nations rule)",
    "zh-CN": "国内官方与研究文献用法：10%～20%轻度，20%～30%中度，30%以上重度（非联合国标准）",
    "zh-TW": "中國大陸官方與研究文獻用法：10%～20%輕度，20%～30%中度，30%以上重度（非聯合國標準）",
  },
  reading: {
    en: "The figure is the share of residents aged 60 and over; the level is its class. Of several communities it is recomputed from their people together.",
    "zh-CN": "数值为60岁以上人口占比，程度为其所在档；多个社区合并计算。",
    "zh-TW": "數值為60歲以上人口占比，程度為其所在組；多個社區合併計算。",
  },
  norm: { subjects: ["residents_ageing_level"] },
  options,
  underOptions({ edges }) {
    if (edges === options.edges.default) return {};
    const begin = Array.isArray(edges) ? (edges as readonly number[]) : [];
    const list = (language: Language, join: (title: string, edge: number) => string): string =>
      begin
        .map((edge, i) => join(classes[i + 1]?.title[language] ?? "", edge))
        .join(language === "en" ? ", " : "，");
    return {
      source: {
        en: `levels as set: ${list("en", (title, edge) => `${title} from ${edge}%`)}`,
        "zh-CN": `分档依设定：${list("zh-CN", (title, edge) => `${edge}%起为${title}`)}`,
        "zh-TW": `分組依設定：${list("zh-TW", (title, edge) => `${edge}%起為${title}`)}`,
      },
    };
  },
  classes,
  stand: () => nothingToMeet,
  examples: [
    {
      given: { residents_60_plus: [200], residents: [1000] },
      expected: { value: 20 },
      also: { class: "moderate" },
      source: "200 ÷ 1000 = 20 %, where moderate begins",
    },
    {
      given: { residents_60_plus: [90, 350], residents: [1000, 1000] },
      expected: { value: 22 },
      also: { class: "moderate", classes: { not_ageing: 1, mild: 0, moderate: 0, heavy: 1 } },
      source: "(90 + 350) ÷ 2000 = 22 %; the two communities have 9 % and 35 %",
    },
  ],
});
