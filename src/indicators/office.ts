import { figure, number } from "../formula/expression.ts";
import type { Language, Text } from "../survey/language.ts";
import { absent, isAbsent, type Measured } from "../survey/measured.ts";
import { compare, isFloor, shortfallStanding } from "../survey/norm-standing.ts";
import { severalAt } from "./communities.ts";
import { countOf } from "./count.ts";
import { type Class, type Context, defineIndicator } from "./define.ts";
import { exampleNorm } from "./example-norms.ts";
import { perCommunity } from "./per-community.ts";
import { sumOfShortfalls } from "./shortfall.ts";
import { surveyPractice, town2007 } from "./sources.ts";

const below = (high: number, low = 0): Measured => ({ low, high, highOpen: true });
/** 3 communities below 60 m², 4 in 60–100, 3 in 100–200, 3 at 500 or more: bands are all that is known. */
const townBands: readonly Measured[] = [
  ...Array<Measured>(3).fill(below(60)),
  ...Array<Measured>(4).fill(below(100, 60)),
  ...Array<Measured>(3).fill(below(200, 100)),
  ...Array<Measured>(3).fill({ low: 500, high: Number.POSITIVE_INFINITY }),
];
const office500 = exampleNorm({ subject: "office_area", op: ">=", value: 500, unit: "m²" });

export const officeAreaPerCommunity = defineIndicator({
  id: "office_area_per_community",
  theme: "space",
  title: {
    en: "Office floor space per community",
    "zh-CN": "平均办公用房面积",
    "zh-TW": "平均辦公用房面積",
  },
  unit: "m² per community",
  decimals: 0,
  ...perCommunity("office_area"),
  source: surveyPractice,
  norm: { subjects: ["office_area"] },
  gapIn: "office_area_shortfall",
  examples: [
    {
      given: { office_area: [40, 560, null, 0] },
      expected: { value: 200 },
      also: { coverage: { areas: 3, of: 4 } },
      source: "(40 + 560 + 0) ÷ 3 = 200: one does not report",
    },
  ],
});

export const officeAreaShortfall = defineIndicator({
  id: "office_area_shortfall",
  theme: "space",
  title: { en: "Office area shortfall", "zh-CN": "办公用房面积缺口", "zh-TW": "辦公用房面積缺口" },
  unit: "m²",
  decimals: 0,
  rollup: "sum-of-shortfalls",
  formula: {
    en: "Σ max(0, norm − office_area) over the communities; net: max(0, k × norm − Σ office_area)",
    "zh-CN":
      "各社区（标准 − 办公用房面积）之和，不足0的按0计；净缺口：社区数 × 标准 − 办公用房面积之和，不足0的按0计",
    "zh-TW":
      "各社區（標準 − 辦公用房面積）之和，未滿0者以0計；淨缺口：社區數 × 標準 − 辦公用房面積之和，未滿0者以0計",
  },
  needs: ["office_area"],
  source: surveyPractice,
  reading: {
    en: "A surplus of one community does not make good what another lacks; the net gap beside it lets it.",
    "zh-CN": "一社区的富余不能抵补另一社区的不足；净缺口则相抵。",
    "zh-TW": "一社區的餘裕不能抵補另一社區的不足；淨缺口則相抵。",
  },
  // A ceiling leaves nothing short.
  norm: { subjects: ["office_area"], required: true, takes: isFloor },
  compute(totals, { norm }) {
    if (!norm) return { value: absent("no-norm"), coverage: { areas: 0, of: totals.size } };
    const several = severalAt(totals);
    // Of several communities at once it is not known which fall short.
    return sumOfShortfalls(
      totals,
      (index) => (several(index) ? figure(absent("no-data")) : number(norm.value)),
      "office_area",
    );
  },
  stand: (result) => shortfallStanding(result.value),
  examples: [
    {
      given: { office_area: townBands },
      norm: office500,
      expected: { low: 3820, high: 4460, lowOpen: true },
      also: { net: { low: 0, high: 4460 } },
      source: `${town2007}: 3 × 440 + 4 × 400 + 3 × 300 = 3820 from the tops of the bands, 3 × 500 + 4 × 440 + 3 × 400 = 4460 from their bottoms`,
    },
    {
      given: { office_area: [300, 450, 700] },
      norm: office500,
      expected: { value: 250 },
      also: { net: { value: 50 } },
      source: "200 + 50 + 0 = 250; net 1500 − 1450 = 50: the third has 200 to spare",
    },
    { given: { office_area: [300] }, expected: { absent: "no-norm" }, source: "no norm is named" },
  ],
});

const options = {
  edges: {
    title: {
      en: "Edges of the classes in m²",
      "zh-CN": "分组界限（m²）",
      "zh-TW": "分組界限（m²）",
    },
    default: [60, 100, 200, 500],
  },
} as const;

const edgesOf = ({ options: { edges } }: Pick<Context, "options">): readonly number[] =>
  Array.isArray(edges)
    ? [...new Set(edges as readonly number[])].filter((edge) => edge > 0).sort((a, b) => a - b)
    : options.edges.default;

/** `0-60`, `60-100`, …, `500+`: the lower edge belongs to the class, the upper does not. */
const classesOf = (edges: readonly number[]): readonly (Class & { readonly interval: string })[] =>
  [0, ...edges].map((low, k) => {
    const high = edges[k];
    return high === undefined
      ? {
          id: `${low}+`,
          interval: `[${low}, ∞)`,
          title: { en: `${low} m² and more`, "zh-CN": `${low} m²及以上`, "zh-TW": `${low} m²以上` },
        }
      : {
          id: `${low}-${high}`,
          interval: `[${low}, ${high})`,
          title:
            low === 0
              ? { en: `below ${high} m²`, "zh-CN": `不足${high} m²`, "zh-TW": `未滿${high} m²` }
              : {
                  en: `${low} to below ${high} m²`,
                  "zh-CN": `${low}～不足${high} m²`,
                  "zh-TW": `${low}～未滿${high} m²`,
                },
        };
  });

const classIds = (edges: readonly number[]): readonly string[] =>
  classesOf(edges).map(({ id }) => id);

/** What its definition says of the classes. */
const byEdges = (edges: readonly number[]): { classes: readonly Class[]; formula: Text } => {
  const classes = classesOf(edges).map(({ id, title }) => ({ id, title }));
  const list = (language: Language): string =>
    classes.map(({ title }) => title[language]).join("，");
  const intervals = classesOf(edges).map(({ interval }) => interval);
  return {
    classes,
    formula: {
      en: `communities with a known office area, by exclusive classes ${intervals.join(" ")} m²`,
      "zh-CN": `已填报办公用房面积的社区，分为互不重叠的各组，含下限、不含上限：${list("zh-CN")}`,
      "zh-TW": `已填報辦公用房面積的社區，分為互不重疊的各組，含下限、不含上限：${list("zh-TW")}`,
    },
  };
};

export const officeAreaBands = defineIndicator({
  id: "office_area_bands",
  theme: "space",
  title: {
    en: "Communities by office floor space",
    "zh-CN": "办公用房面积分组",
    "zh-TW": "辦公用房面積分組",
  },
  unit: "community",
  decimals: 0,
  ...countOf({
    needs: ["office_area"],
    formula: byEdges(options.edges.default).formula,
    classes: (context) => classIds(edgesOf(context)),
    counted: (context) => classIds(edgesOf(context)),
    as: "count",
    classify(totals, context) {
      const edges = edgesOf(context);
      const ids = classIds(edges);
      const area = totals.series("office_area");
      return (index) => {
        const m = area.at(index);
        if (isAbsent(m)) return m;
        return ids.filter((_, k) => {
          const reaches = k === 0 ? true : compare(m, ">=", edges[k - 1] as number);
          const stays = k === edges.length ? true : compare(m, "<", edges[k] as number);
          return reaches !== false && stays !== false;
        });
      };
    },
  }),
  source: surveyPractice,
  options,
  underOptions: (set) => byEdges(edgesOf({ options: set })),
  classes: byEdges(options.edges.default).classes,
  examples: [
    {
      given: { office_area: townBands },
      expected: { value: 13 },
      also: { classes: { "0-60": 3, "60-100": 4, "100-200": 3, "200-500": 0, "500+": 3 } },
      source: `${town2007}: 3 + 4 + 3 + 0 + 3 = 13`,
    },
    {
      given: { office_area: [300, 299.9, 0] },
      options: { edges: [300] },
      expected: { value: 3 },
      also: { classes: { "0-300": 2, "300+": 1 } },
      source: "300 belongs to the upper class",
    },
  ],
});
