import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const ambiguousArea = defineCheck({
  code: codes.ambiguousArea,
  name: "ambiguous-area",
  severity: "warning",
  scope: "survey",
  title: {
    en: "A name that fits several areas",
    "zh-CN": "名称可指多个地区",
    "zh-TW": "名稱可指數個地區",
  },
  message: {
    en: "“{area}” may be that of {parents}; it is kept as an area of its own",
    "zh-CN": "“{area}”可能属于{parents}，无从判断，单列为一个地区",
    "zh-TW": "「{area}」可能屬於{parents}，無從判斷，單列為一個地區",
  },
  why: {
    en: "Tables are joined by the names of their areas. A name that two streets have, given without its street, cannot be joined to either.",
    "zh-CN": "各表按地区名称合并。两个街道都有的名称，不写街道就无法归入任何一个。",
    "zh-TW": "各表按地區名稱合併。兩個鄉鎮市區都有的名稱，不寫鄉鎮市區就無法歸入任何一個。",
  },
  fix: {
    en: "Add the column of the unit above, or a column of codes, to the table that lacks it.",
    "zh-CN": "请在缺少的表中加上上级单位列或代码列。",
    "zh-TW": "請在缺少的表中加上上級單位欄或代碼欄。",
  },
  sample: { area: "中心社区", parents: ["东街道", "西街道"] },
  examples: {
    failing: [
      "街道,社区名称,常住人口\n东街道,中心社区,16000\n西街道,中心社区,14853\n",
      "社区名称,党员数\n中心社区,89\n",
    ],
    passing: [
      "街道,社区名称,常住人口\n东街道,中心社区,16000\n西街道,新社区,14853\n",
      "社区名称,党员数\n中心社区,89\n",
    ],
  },
});
