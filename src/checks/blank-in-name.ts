import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const blankInName = defineCheck({
  code: codes.blankInName,
  name: "blank-in-name",
  severity: "note",
  scope: "row",
  title: {
    en: "Blanks inside the names of areas",
    "zh-CN": "地区名称中夹有空格",
    "zh-TW": "地區名稱中夾有空格",
  },
  message: {
    en: "Names with blanks inside: {names}, the first “{area}”; they are compared as if the blanks were not there",
    "zh-CN": "{names}个地区名称中夹有空格，首个为“{area}”，比对时不计空格",
    "zh-TW": "{names}個地區名稱中夾有空格，首個為「{area}」，比對時不計空格",
  },
  why: {
    en: "Blanks that pad a name to the width of a column make two names of one for every other program, and in print.",
    "zh-CN": "为对齐而加的空格，会使其他软件把同一名称当作两个，印出来也不美观。",
    "zh-TW": "為對齊而加的空格，會使其他軟體把同一名稱當成兩個，印出來也不美觀。",
  },
  fix: {
    en: "Take the blanks out of the names.",
    "zh-CN": "请删去名称中的空格。",
    "zh-TW": "請刪去名稱中的空格。",
  },
  sample: { names: 2, area: "文庙社 区" },
  examples: {
    failing: "社区名称,常住人口\n城东社 区,16000\n城西社区,14000\n",
    passing: "社区名称,常住人口\n城东社区,16000\n城西社区,14000\n",
  },
});
