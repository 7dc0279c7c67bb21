import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const openBreakdown = defineCheck({
  code: codes.openBreakdown,
  name: "open-breakdown",
  severity: "warning",
  scope: "file",
  title: {
    en: "A breakdown that does not say of whom",
    "zh-CN": "分组所计对象不明",
    "zh-TW": "分組所計對象不明",
  },
  message: {
    en: "It is not told whom {headers}[ and {more} more columns] count[: {candidates:or}][ or those of {others:or}]; not used",
    "zh-CN":
      "{headers}[等，另有{more}列]所计对象不明[，可能是{candidates:or}][，也可能属于{others:or}]，未使用",
    "zh-TW":
      "{headers}[等，另有{more}欄]所計對象不明[，可能是{candidates:or}][，也可能屬於{others:or}]，未使用",
  },
  why: {
    en: "Men, women, ages and schooling are parts of somebody: residents, members, workers, volunteers. Where the parts do not add up to a column of the table, no title says whom they count, and they do not stand right behind the only column that they fit under, a choice would put the figures of one population under the name of another.",
    "zh-CN":
      "性别、年龄、学历都是某一人群的分组：居民、党员、工作人员、志愿者等。各组之和与表中任一列都不相符，标题未说明对象，位置也不足以判断时，若任选其一，就会把这一人群的数字算到另一人群名下。",
    "zh-TW":
      "性別、年齡、學歷都是某一群人的分組：居民、黨員、工作人員、志工等。各組之和與表中任一欄都不相符，標題未說明對象，位置也不足以判斷時，若任選其一，就會把這群人的數字算到另一群人名下。",
  },
  fix: {
    en: "Say in the headers whom they count[; if they are residents: {residents:map}][; if Party members: {members:map}].",
    "zh-CN": "请在表头写明所计对象[；如为居民：{residents:map}][；如为党员：{members:map}]。",
    "zh-TW": "請在欄名寫明所計對象[；如為居民：{residents:map}][；如為黨員：{members:map}]。",
  },
  sample: {
    headers: ["男", "女"],
    more: 2,
    candidates: ["residents", "members"],
    others: ["网格员"],
    residents: ["男=residents_male", "女=residents_female"],
    members: ["男=members_male", "女=members_female"],
  },
  examples: {
    failing: "社区名称,男,女\n社区01,7900,8100\n社区02,5010,4990\n",
    passing: "社区名称,常住人口,男,女\n社区01,16000,7900,8100\n社区02,10000,5010,4990\n",
  },
});
