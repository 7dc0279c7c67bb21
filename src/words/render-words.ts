import type { Language } from "../survey/language.ts";

/** The few words that renderers add of their own. */
export interface RenderWords {
  /** Before the list of headings at the top of a file. */
  readonly contents: string;
  /** The button that shows the figures of a chart. */
  readonly chartData: string;
  /** Behind the title of the table that holds the figures of a chart. */
  readonly dataOf: (caption: string) => string;
  /** Said at a chart whose figures stand in a table of the document. */
  readonly dataIn: (table: string) => string;
  /** What the button in a head does; {} is the head. */
  readonly sortBy: string;
  /** Read aloud in place of ▼ and ▲. */
  readonly below: string;
  readonly above: string;
}

const words: Readonly<Record<Language, RenderWords>> = {
  en: {
    contents: "Contents",
    chartData: "Figures of the chart",
    dataOf: (caption) => `Figures of the chart: ${caption}`,
    dataIn: (table) => `The figures stand in ${table}.`,
    sortBy: "Sort by {}",
    below: "below the norm",
    above: "above the norm",
  },
  "zh-CN": {
    contents: "目录",
    chartData: "图中数据",
    dataOf: (caption) => `图中数据：${caption}`,
    dataIn: (table) => `数据见${table}。`,
    sortBy: "按“{}”排序",
    below: "低于标准",
    above: "高于标准",
  },
  "zh-TW": {
    contents: "目次",
    chartData: "圖中資料",
    dataOf: (caption) => `圖中資料：${caption}`,
    dataIn: (table) => `資料見${table}。`,
    sortBy: "依「{}」排序",
    below: "低於標準",
    above: "高於標準",
  },
};

/** The words that renderers add in a language. */
export const renderWords = (language: Language): RenderWords => words[language];
