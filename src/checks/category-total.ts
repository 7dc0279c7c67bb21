import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const categoryTotal = defineCheck({
  code: codes.categoryTotal,
  name: "category-total",
  severity: "note",
  scope: "file",
  title: {
    en: "The row of the whole is read",
    "zh-CN": "读取合计行",
    "zh-TW": "讀取合計列",
  },
  message: {
    en: "The rows of {n} {n|area|areas} are told apart by {headers}[ ({values})]; one of them equals the sum of the others everywhere and is read",
    "zh-CN":
      "{n}个地区各有几行，由{headers}区分[（{values}）]；其中一行处处等于其余各行之和，读取该行",
    "zh-TW":
      "{n}個地區各有幾列，由{headers}區分[（{values}）]；其中一列處處等於其餘各列之和，讀取該列",
  },
  why: {
    en: "A column that cdj does not know divides each area into rows, and a row 合计 (Total, All) among them proves to be their whole in every area.",
    "zh-CN": "表中有一列本工具不认识，它把每个地区分成几行；其中的“合计”行在每个地区都得到验证。",
    "zh-TW": "表中有一欄本工具不認識，它把每個地區分成幾列；其中的「合計」列在每個地區都得到驗證。",
  },
  fix: {
    en: "Nothing needs mending.",
    "zh-CN": "不必处理。",
    "zh-TW": "不必處理。",
  },
  sample: { n: 2, headers: ["户口性质"], values: ["本地", "外来", "合计"] },
  examples: {
    failing:
      "社区名称,户口性质,常住人口\n社区01,本地,9000\n社区01,外来,7000\n社区01,合计,16000\n社区02,本地,8000\n社区02,外来,4000\n社区02,合计,12000\n",
    passing: "社区名称,常住人口\n社区01,16000\n社区02,12000\n",
  },
});
