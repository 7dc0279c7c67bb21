import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const fractionalCount = defineCheck({
  code: codes.fractionalCount,
  name: "fractional-count",
  severity: "error",
  scope: "row",
  title: {
    en: "Count that is not whole",
    "zh-CN": "计数不是整数",
    "zh-TW": "計數不是整數",
  },
  message: {
    en: "“{cell}” under “{header}” is not whole, but this column counts",
    "zh-CN": "“{header}”是计数，“{cell}”却不是整数",
    "zh-TW": "「{header}」為計數，「{cell}」卻不是整數",
  },
  why: {
    en: "Half a person points to a slip: a mean or a rate in place of the count, a decimal point out of place, or figures in ten thousands (万).",
    "zh-CN": "出现“半个人”，多半有误：误填了平均数或比率，小数点错位，或者单位其实是“万”。",
    "zh-TW": "出現「半個人」，多半有誤：誤填了平均數或比率，小數點錯位，或者單位其實是「萬」。",
  },
  fix: {
    en: "Write the count itself; if the column is in ten thousands, say so in the header: 常住人口(万人).",
    "zh-CN": "请填写计数本身；若该列以万为单位，请在表头中注明，如“常住人口(万人)”。",
    "zh-TW": "請填寫計數本身；若該欄以萬為單位，請在欄名中註明，如「常住人口(萬人)」。",
  },
  sample: { cell: "1600.5", header: "常住人口(人)" },
  examples: {
    failing: "社区名称,常住人口(人)\n社区01,1600.5\n",
    passing: "社区名称,常住人口(万人)\n社区01,1.6\n",
  },
});
