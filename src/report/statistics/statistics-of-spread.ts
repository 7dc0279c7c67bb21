import { common, defineStatistic, noUnit, ofTheFigure } from "./define.ts";

const hyndman = {
  en: "R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996)",
  "zh-CN":
    "R. J. Hyndman、Y. Fan，Sample Quantiles in Statistical Packages，The American Statistician 50（1996年）",
  "zh-TW":
    "R. J. Hyndman、Y. Fan，Sample Quantiles in Statistical Packages，The American Statistician 50（1996年）",
} as const;
const quantileTypes = {
  en: "Type 7 unless --quantile-type says otherwise: the default of R and NumPy, and Excel's QUARTILE.INC.",
  "zh-CN":
    "默认按第7种定义（R、NumPy 的默认值，即 Excel 的 QUARTILE.INC）；可用 --quantile-type 改换。",
  "zh-TW":
    "預設採第7種定義（R、NumPy 的預設值，即 Excel 的 QUARTILE.INC）；可用 --quantile-type 更換。",
} as const;
const spread = { command: "analyze --distribution" } as const;

/** How a figure is spread over the communities: place and width. */
export const spreadStatistics = [
  defineStatistic({
    id: "min",
    title: { en: "Minimum", "zh-CN": "最小值", "zh-TW": "最小值" },
    formula: {
      en: "the least value of a community",
      "zh-CN": "各社区数值中最小者",
      "zh-TW": "各社區數值中最小者",
    },
    unit: ofTheFigure,
    source: common,
    ...spread,
  }),
  defineStatistic({
    id: "max",
    title: { en: "Maximum", "zh-CN": "最大值", "zh-TW": "最大值" },
    formula: {
      en: "the greatest value of a community",
      "zh-CN": "各社区数值中最大者",
      "zh-TW": "各社區數值中最大者",
    },
    unit: ofTheFigure,
    source: common,
    ...spread,
  }),
  defineStatistic({
    id: "max_to_min",
    key: "maxToMin",
    title: { en: "Max ÷ min", "zh-CN": "最大÷最小", "zh-TW": "最大÷最小" },
    formula: { en: "maximum ÷ minimum", "zh-CN": "最大值 ÷ 最小值", "zh-TW": "最大值 ÷ 最小值" },
    unit: noUnit,
    source: common,
    reading: {
      en: "Only where the least value is above 0. It rests on two communities: one slip of the pen moves it.",
      "zh-CN": "最小值大于零时才计算。只取决于两个社区，一处笔误即可使其大变。",
      "zh-TW": "最小值大於零時才計算。只取決於兩個社區，一處筆誤即可使其大變。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "mean",
    title: { en: "Mean", "zh-CN": "平均数", "zh-TW": "平均數" },
    formula: { en: "Σx ÷ n", "zh-CN": "Σx ÷ n", "zh-TW": "Σx ÷ n" },
    unit: ofTheFigure,
    source: common,
    reading: {
      en: "Every community counts once: the mean of ratios is not the ratio of sums that the indicator gives for the whole.",
      "zh-CN": "每个社区计一次：比值的平均数不同于指标的总体数值（总量之比）。",
      "zh-TW": "每個社區計一次：比值的平均數不同於指標的整體數值（總量之比）。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "median",
    title: { en: "Median", "zh-CN": "中位数", "zh-TW": "中位數" },
    formula: {
      en: "the value with half of the communities below it: the quantile at 50 %",
      "zh-CN": "由小到大居中的数值，即50%分位数",
      "zh-TW": "由小到大居中的數值，即50%分位數",
    },
    unit: ofTheFigure,
    source: hyndman,
    ...spread,
  }),
  defineStatistic({
    id: "q1",
    title: { en: "Lower quartile", "zh-CN": "下四分位数", "zh-TW": "第一四分位數" },
    formula: { en: "the quantile at 25 %", "zh-CN": "25%分位数", "zh-TW": "25%分位數" },
    unit: ofTheFigure,
    source: hyndman,
    reading: quantileTypes,
    ...spread,
  }),
  defineStatistic({
    id: "q3",
    title: { en: "Upper quartile", "zh-CN": "上四分位数", "zh-TW": "第三四分位數" },
    formula: { en: "the quantile at 75 %", "zh-CN": "75%分位数", "zh-TW": "75%分位數" },
    unit: ofTheFigure,
    source: hyndman,
    reading: quantileTypes,
    ...spread,
  }),
  defineStatistic({
    id: "sd",
    title: { en: "Standard deviation", "zh-CN": "标准差", "zh-TW": "標準差" },
    formula: {
      en: "√(Σ(x − mean)² ÷ (n − 1))",
      "zh-CN": "√（Σ（x − 平均数）² ÷（n − 1））",
      "zh-TW": "√（Σ（x − 平均數）² ÷（n − 1））",
    },
    unit: ofTheFigure,
    source: common,
    reading: {
      en: "Of a sample; two communities at least.",
      "zh-CN": "样本标准差，至少要有两个社区。",
      "zh-TW": "樣本標準差，至少要有兩個社區。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "cv",
    title: { en: "Coefficient of variation", "zh-CN": "变异系数", "zh-TW": "變異係數" },
    formula: {
      en: "standard deviation ÷ mean",
      "zh-CN": "标准差 ÷ 平均数",
      "zh-TW": "標準差 ÷ 平均數",
    },
    unit: noUnit,
    source: common,
    reading: {
      en: "Only where the mean is above 0.",
      "zh-CN": "平均数大于零时才计算。",
      "zh-TW": "平均數大於零時才計算。",
    },
    ...spread,
  }),
  defineStatistic({
    id: "rank",
    key: "ranks",
    title: { en: "Rank", "zh-CN": "位次", "zh-TW": "名次" },
    formula: {
      en: "1 + the number of communities with a greater value",
      "zh-CN": "数值更大的社区数 + 1",
      "zh-TW": "數值更大的社區數 + 1",
    },
    unit: noUnit,
    source: {
      en: "standard competition ranking (1, 2, 2, 4)",
      "zh-CN": "标准竞争排名（1、2、2、4）",
      "zh-TW": "標準競賽排名（1、2、2、4）",
    },
    reading: {
      en: "Equal values share the better rank, and the next is left out.",
      "zh-CN": "数值相同者并列较前位次，其后位次空缺。",
      "zh-TW": "數值相同者並列較前名次，其後名次空缺。",
    },
    ...spread,
  }),
] as const;
