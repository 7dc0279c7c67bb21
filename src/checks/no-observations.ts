import { defineCheck } from "./define.ts";

export const noObservations = defineCheck({
  code: "CDJ107",
  name: "no-observations",
  severity: "error",
  scope: "file",
  title: { en: "No row of an area", "zh-CN": "没有地区数据行", "zh-TW": "沒有地區資料列" },
  message: {
    en: "None of the {rows} rows below the header stands for an area: they are totals, notes or blank",
    "zh-CN": "表头下的{rows}行都不是地区数据，而是合计、注释或空行",
    "zh-TW": "標題列下的{rows}列都不是地區資料，而是合計、附註或空白列",
  },
  why: {
    en: "Totals are never taken for areas; a table of totals alone has nothing that could be analysed.",
    "zh-CN": "合计不能当作地区；只有合计的表没有可以分析的内容。",
    "zh-TW": "合計不能當作地區；只有合計的表沒有可以分析的內容。",
  },
  fix: {
    en: "Add the rows of the areas, or leave the file out.",
    "zh-CN": "请补上各地区的数据行，或不再列入该文件。",
    "zh-TW": "請補上各地區的資料列，或不再列入此檔案。",
  },
  sample: { rows: 2 },
  examples: {
    failing: "社区名称,常住人口\n平均,15427\n平均,15427\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,14853\n合计,30853\n",
  },
});
