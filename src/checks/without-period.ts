import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const withoutPeriod = defineCheck({
  code: codes.withoutPeriod,
  name: "without-period",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A file without a period beside several periods",
    "zh-CN": "文件未注明时间",
    "zh-TW": "檔案未註明時間",
  },
  message: {
    en: "{file} names no period, and the other files have {periods}: its figures belong to none of them and are left out",
    "zh-CN": "{file} 未注明时间，而其他文件有{periods}，其数字无从归属，未计入",
    "zh-TW": "{file} 未註明時間，而其他檔案有{periods}，其數字無從歸屬，未計入",
  },
  why: {
    en: "Figures are compared and divided within one period. Where the others have just one, a file without belongs to it; among several nobody can tell.",
    "zh-CN":
      "同一时间的数字才能相比、相除。其他文件只有一个时间时，未注明的归入该时间；有几个时间时，无从判断。",
    "zh-TW":
      "同一時間的數字才能相比、相除。其他檔案只有一個時間時，未註明者歸入該時間；有數個時間時，無從判斷。",
  },
  fix: {
    en: "Add a column of years, or put the year into the name of the file or its caption.",
    "zh-CN": "请加一列年份，或在文件名、表题中写明年份。",
    "zh-TW": "請加一欄年份，或在檔名、表題中寫明年份。",
  },
  sample: { file: "党员.csv", periods: ["2022", "2023"] },
  examples: {
    failing: [
      "年份,社区名称,常住人口\n2022,社区01,16000\n2023,社区01,16100\n",
      "社区名称,党员数\n社区01,89\n",
    ],
    passing: ["年份,社区名称,常住人口\n2023,社区01,16000\n", "社区名称,党员数\n社区01,89\n"],
  },
});
