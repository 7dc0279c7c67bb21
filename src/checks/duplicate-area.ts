import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const duplicateArea = defineCheck({
  code: codes.duplicateArea,
  name: "duplicate-area",
  severity: "error",
  scope: "survey",
  title: {
    en: "Area stands more than once",
    "zh-CN": "地区重复",
    "zh-TW": "地區重複",
  },
  message: {
    en: "“{area}” stands {lines:times}[ in {period}]: lines {lines}",
    "zh-CN": "“{area}”[在{period}]出现{lines:times}：第{lines}行",
    "zh-TW": "「{area}」[在{period}]出現{lines:times}：第{lines}列",
  },
  why: {
    en: "A community that is counted twice raises every total; two communities under one name become one.",
    "zh-CN": "同一社区算两次，各项合计都会偏大；两个社区共用一个名称，则会被当作一个。",
    "zh-TW": "同一社區算兩次，各項合計都會偏高；兩個社區共用一個名稱，則會被當成一個。",
  },
  fix: {
    en: "Two parts of one community? --sum adds them up. A slip? Correct the name, or delete the row. Two communities of one name? Add a column with their code or their street.",
    "zh-CN":
      "若是同一社区的几个部分，用 --sum 相加；若是笔误，请改正名称或删去多余的行；若是两个同名社区，请加一列代码或所属街道。",
    "zh-TW":
      "若是同一社區的幾個部分，用 --sum 相加；若是筆誤，請更正名稱或刪去多餘的列；若是兩個同名社區，請加一欄代碼或所屬鄉鎮市區。",
  },
  sample: { area: "社区06", period: "2024", lines: [10, 11] },
  examples: {
    failing: "社区名称,年份,常住人口\n社区06,2024,9000\n社区06,2024,4000\n",
    passing: "社区名称,年份,常住人口\n社区06,2023,9000\n社区06,2024,9100\n",
  },
});
