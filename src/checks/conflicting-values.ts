import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const conflictingValues = defineCheck({
  code: codes.conflictingValues,
  name: "conflicting-values",
  severity: "error",
  scope: "survey",
  title: {
    en: "Files disagree",
    "zh-CN": "文件之间数值不一致",
    "zh-TW": "檔案之間數值不一致",
  },
  message: {
    en: "“{area}” has different figures for {variable}: {values} (in {files})",
    "zh-CN": "“{area}”的{variable}不一致：{values}（见{files}）",
    "zh-TW": "「{area}」的{variable}不一致：{values}（見{files}）",
  },
  why: {
    en: "One area has one figure for one thing at one time. Whichever file is right, every ratio built on the other is wrong.",
    "zh-CN":
      "同一地区、同一时间、同一项目只应有一个数字；无论哪个文件正确，依另一个算出的比率都是错的。",
    "zh-TW":
      "同一地區、同一時間、同一項目只應有一個數字；無論哪個檔案正確，依另一個算出的比率都是錯的。",
  },
  fix: {
    en: "Find out which figure is right and correct the other; if they are of different dates, give each file a column for the period.",
    "zh-CN": "请核实哪个数字正确，并改正另一个；若统计时间不同，请在各文件中加一列时间。",
    "zh-TW": "請查明哪個數字正確，並更正另一個；若統計時間不同，請在各檔案中加一欄時間。",
  },
  sample: {
    area: "社区01",
    variable: "residents",
    values: [16000, 16500],
    files: ["人口.csv", "党员.csv"],
  },
  examples: {
    failing: ["社区名称,常住人口\n社区01,16000\n", "社区名称,常住人口,党员数\n社区01,16500,89\n"],
    passing: ["社区名称,常住人口\n社区01,16000\n", "社区名称,常住人口,党员数\n社区01,16000,89\n"],
  },
});
