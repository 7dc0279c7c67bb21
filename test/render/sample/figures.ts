import type { Chart, ChartScale, Figure } from "../../../src/survey/document.ts";
import { absent, exact, interval, type Measured } from "../../../src/survey/measured.ts";

/** Names that try to be markup, formulas, commands or the other way round. */
export const hostileNames = [
  "a|b",
  "<script>alert(1)</script>",
  "**bold**",
  "two\nlines",
  "=1+1",
  "\u001b[31mred\u001b[0m",
  "\u202egnp.exe",
  "&amp; \"quoted\" 'too'",
  "]]>",
  "\uFFFF",
];

const area: ChartScale = { title: "办公用房面积", unit: "m²", decimals: 0 };
const share: ChartScale = { title: "60岁及以上党员占比", unit: "%", decimals: 1 };

const figure = (id: string, title: string, chart: Chart): Figure => ({
  kind: "figure",
  id,
  title,
  description: `${title}：说明。`,
  chart,
});
const sizes = [40, 48, 120, 240, 300, 320, 420, 480, 496, 500, 620, 760, 900];

/** Thirteen communities under a norm, as in the example town. */
export const thirteenBars = figure("office-area", "各社区办公用房面积", {
  kind: "bars",
  labelTitle: "社区",
  scale: area,
  norm: { value: 500, label: "标准 500 m²" },
  bars: sizes.map((size, i) => ({
    label: `社区${String(i + 1).padStart(2, "0")}`,
    measured: exact(size),
    mark: size < 500 ? "below" : "met",
  })),
});

const oddFigures: readonly Measured[] = [
  exact(-120),
  exact(0),
  absent("no-data"),
  absent("suppressed"),
  interval(200, 400),
  interval(500, Infinity),
  interval(-Infinity, 60, false, true),
  exact(1234.5, true),
  interval(-50, 80),
];

/** Negative, zero, absent, interval and approximate figures under hostile and very long names. */
export const oddBars = figure("odd", "Odd figures", {
  kind: "bars",
  labelTitle: "Area",
  scale: { ...area, title: "Balance of <funds>", unit: "yuan" },
  norm: { value: 100, upper: 900, label: "100–900 & more" },
  bars: [
    ...oddFigures.map((measured, i) => ({ label: hostileNames[i] ?? "", measured })),
    {
      label: "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗尼尔基镇纳文江社区居民委员会第二党支部",
      measured: exact(300),
    },
    {
      label:
        "The Quite Extraordinarily Long-Named Neighbourhood of Llanfairpwllgwyngyllgogerychwyrndrobwll",
      measured: exact(700),
      mark: "met" as const,
    },
    { label: "حي السلام", measured: exact(880) },
  ],
});

export const oneBar = figure("one", "一个社区", {
  kind: "bars",
  labelTitle: "社区",
  scale: area,
  bars: [{ label: "城东社区", measured: exact(500) }],
});

export const sixtyBars = figure("sixty", "六十个社区", {
  kind: "bars",
  labelTitle: "社区",
  scale: share,
  norm: { value: 50, label: "50%" },
  bars: Array.from({ length: 60 }, (_, i) => ({
    label: `第${i + 1}社区居民委员会`,
    measured: i % 17 === 5 ? absent("no-data") : exact(((i * 37) % 800) / 10),
  })),
});

const ages = [
  "0–4",
  "5–9",
  "10–14",
  "15–19",
  "20–24",
  "25–29",
  "30–34",
  "35–39",
  "40–44",
  "45–49",
  "50–54",
  "55–59",
  "60–64",
  "65–69",
  "70–74",
  "75–79",
  "80岁及以上",
];

export const pyramid = figure("pyramid", "居民年龄结构", {
  kind: "pyramid",
  labelTitle: "年龄",
  scale: { title: "人口", unit: "人", decimals: 0 },
  left: "男",
  right: "女",
  bands: ages.map((label, i) => ({
    label,
    left: i === 3 ? absent("suppressed") : exact(900 + ((i * 531) % 700) - i * 40),
    right: exact(860 + ((i * 467) % 700) - i * 35),
  })),
});

const parts = ["0–14岁", "15–59岁", "60–79岁", "80岁及以上"];
const shares = [
  [14.2, 60.1, 21.4, 4.3],
  [9.8, 52.7, 30.1, 7.4],
  [20, 70, 9.9, 0.1],
  [0, 33.3, 33.3, 33.4],
];

export const stacks = figure("stacks", "各社区居民年龄构成", {
  kind: "stacks",
  labelTitle: "社区",
  scale: { title: "占居民比重", unit: "%", decimals: 1 },
  series: parts,
  rows: [
    ...shares.map((row, i) => ({ label: `社区${i + 1}`, parts: row.map((value) => exact(value)) })),
    { label: "未报社区", parts: parts.map(() => absent("no-data")) },
  ],
});

export const eightParts = figure("eight", "Eight parts of a whole", {
  kind: "stacks",
  labelTitle: "Area",
  scale: { title: "Share", unit: "%", decimals: 0 },
  series: ["under 18", "18–34", "35–44", "45–54", "55–59", "60–69", "70–79", "80 and over"],
  rows: ["North", "South"].map((label, i) => ({
    label,
    parts: [10, 15, 12, 13, 10, 20, 12, 8].map((value) => exact(i === 0 ? value : 12.5)),
  })),
});

export const lorenz = figure("lorenz", "办公用房面积分布", {
  kind: "lorenz",
  xTitle: "社区累计比重",
  yTitle: "面积累计比重",
  equality: "完全平均线",
  remark: "基尼系数 0.312",
  points: [0, 8, 20, 36, 58, 100].map((y, i) => ({ x: i / 5, y: y / 100 })),
});

export const dots = figure("dots", "60岁及以上党员占比的变化", {
  kind: "dots",
  labelTitle: "社区",
  scale: share,
  before: "2023年",
  after: "2024年",
  norm: { value: 50, label: "50%" },
  rows: [
    { label: "社区01", before: exact(41.2), after: exact(50.8) },
    { label: "社区02", before: exact(55.1), after: exact(48.9) },
    { label: "社区03", before: exact(43.3), after: exact(43.3) },
    { label: "社区04", before: absent("no-data"), after: exact(39) },
    { label: "社区05", before: exact(60), after: absent("no-data") },
    { label: "社区06", before: absent("no-data"), after: absent("no-data") },
    {
      label: "莫力达瓦达斡尔族自治旗尼尔基镇纳文江社区居民委员会",
      before: interval(40, 44),
      after: exact(44.5),
    },
  ],
});

export const multiples = figure("streets", "各街道社区办公用房面积", {
  kind: "multiples",
  labelTitle: "社区",
  panelTitle: "街道",
  scale: area,
  norm: { value: 500, label: "标准 500 m²" },
  panels: ["东城街道", "西城街道", "金坛经济开发区管理委员会直属社区党工委办事处联合体"].map(
    (title, p) => ({
      title,
      bars: sizes.slice(p * 4, p * 4 + 3 + p).map((size, i) => ({
        label: `社区${p * 4 + i + 1}`,
        measured: i === 2 ? absent("no-data") : exact(size),
        mark: size < 500 ? ("below" as const) : ("met" as const),
      })),
    }),
  ),
});

/** One of each kind, and the odd ones. */
export const sampleFigures: readonly Figure[] = [
  thirteenBars,
  oddBars,
  oneBar,
  sixtyBars,
  pyramid,
  stacks,
  eightParts,
  lorenz,
  dots,
  multiples,
];
