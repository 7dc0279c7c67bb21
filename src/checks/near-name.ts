import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const nearName = defineCheck({
  code: codes.nearName,
  name: "near-name",
  severity: "warning",
  scope: "survey",
  title: {
    en: "One area, written in two ways",
    "zh-CN": "同一地区写法不一",
    "zh-TW": "同一地區寫法不一",
  },
  message: {
    en: "“{area}” differs from “{other}” only in blanks, width, script or marks: taken as the same area",
    "zh-CN": "“{area}”与“{other}”仅空格、全半角、繁简或标点不同，视为同一地区",
    "zh-TW": "「{area}」與「{other}」僅空格、全半形、繁簡或標點不同，視為同一地區",
  },
  why: {
    en: "Tables are joined by the names of their areas. Two spellings of one name would be two areas, each with half of its figures.",
    "zh-CN": "各表按地区名称合并。同一名称若有两种写法，就会变成两个地区，各缺一部分数字。",
    "zh-TW": "各表按地區名稱合併。同一名稱若有兩種寫法，就會變成兩個地區，各缺一部分數字。",
  },
  fix: {
    en: "Write the name in the same way in every table; if they are two areas, give them codes or a column of streets.",
    "zh-CN": "请在各表中统一名称写法；若确为两个地区，请加代码列或街道列加以区分。",
    "zh-TW": "請在各表中統一名稱寫法；若確為兩個地區，請加代碼欄或鄉鎮市區欄加以區分。",
  },
  sample: { area: "城東社區", other: "城东社区" },
  examples: {
    failing: ["社区名称,常住人口\n城东社区,16000\n", "社区名称,党员数\n城東社區,89\n"],
    passing: ["社区名称,常住人口\n城东社区,16000\n", "社区名称,党员数\n城东社区,89\n"],
  },
});
