import { defineCheck } from "./define.ts";

export const noHeader = defineCheck({
  code: "CDJ106",
  name: "no-header",
  severity: "error",
  scope: "file",
  title: { en: "No header", "zh-CN": "没有表头", "zh-TW": "沒有標題列" },
  message: {
    en: "No row reads like a header[; the first row begins with {seen}]",
    "zh-CN": "没有一行像是表头[；首行为{seen}]",
    "zh-TW": "沒有一列像是標題列[；首列為{seen}]",
  },
  why: {
    en: "Without the names of the columns nothing can be said of the figures below them.",
    "zh-CN": "没有列名，就无从知道下面的数字指什么。",
    "zh-TW": "沒有欄名，就無從知道下面的數字指什麼。",
  },
  fix: {
    en: "Put a row of column names above the data.",
    "zh-CN": "请在数据上方加一行列名。",
    "zh-TW": "請在資料上方加一列欄名。",
  },
  sample: { seen: ["1", "16000"] },
  examples: {
    failing: "1,16000\n2,14853\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
