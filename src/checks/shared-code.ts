import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const sharedCode = defineCheck({
  code: codes.sharedCode,
  name: "shared-code",
  severity: "warning",
  scope: "row",
  title: {
    en: "One code for several areas",
    "zh-CN": "多个地区共用一个代码",
    "zh-TW": "數個地區共用一個代碼",
  },
  message: {
    en: "The code {code} stands with {areas}: these areas are told apart by their names",
    "zh-CN": "代码{code}同时对应{areas}，改按名称区分这些地区",
    "zh-TW": "代碼{code}同時對應{areas}，改按名稱區分這些地區",
  },
  why: {
    en: "An area is known by its code. Two areas under one code would be taken for one, and the figures of the second would be lost.",
    "zh-CN": "地区以代码识别。两个地区共用一个代码，就会被当作同一地区，后一个的数字就会丢失。",
    "zh-TW": "地區以代碼識別。兩個地區共用一個代碼，就會被當成同一地區，後一個的數字就會遺失。",
  },
  fix: {
    en: "Correct the code that is wrong; if the column has the codes of the units above, map it to nothing: --map.",
    "zh-CN": "请改正错误的代码；若该列是上级单位的代码，请用 --map 注明不用。",
    "zh-TW": "請更正錯誤的代碼；若該欄是上級單位的代碼，請用 --map 註明不用。",
  },
  sample: { code: "320413001002", areas: ["社区02", "社区03"] },
  examples: {
    failing:
      "社区代码,社区名称,常住人口\n001,社区01,16000\n002,社区02,14853\n002,社区03,12000\n004,社区04,11000\n",
    passing:
      "社区代码,社区名称,常住人口\n001,社区01,16000\n002,社区02,14853\n003,社区03,12000\n004,社区04,11000\n",
  },
});
