import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const areasMatched = defineCheck({
  code: codes.areasMatched,
  name: "areas-matched",
  severity: "note",
  scope: "survey",
  title: {
    en: "Areas written otherwise in another table",
    "zh-CN": "各表地区写法不同，已对应",
    "zh-TW": "各表地區寫法不同，已對應",
  },
  message: {
    en: "{file}: areas written otherwise than in the other tables, taken as the same: {areas} ({pairs})",
    "zh-CN": "{file} 有{areas}个地区与其他表写法不同，已视为同一地区：{pairs}",
    "zh-TW": "{file} 有{areas}個地區與其他表寫法不同，已視為同一地區：{pairs}",
  },
  why: {
    en: "Departments name one community by its short name, its committee or its party branch, and spreadsheets take the zero off a code. Where just one area fits on both sides, the tables are joined; whoever reads the figures should know by what.",
    "zh-CN":
      "各部门对同一社区或用简称，或用居委会、党组织名称，电子表格还会丢掉代码前的零。两边都只有一个地区相符时即合并，但读者应知道依据。",
    "zh-TW":
      "各部門對同一社區或用簡稱，或用辦公處、黨組織名稱，試算表還會丟掉代碼前的零。兩邊都只有一個地區相符時即合併，但讀者應知道依據。",
  },
  fix: {
    en: "Read the pairs. Where one is wrong, write the names so that they differ in more than the kind of unit, or add codes.",
    "zh-CN": "请核对各组名称；如有误，请加代码列，或改写名称以示区别。",
    "zh-TW": "請核對各組名稱；如有誤，請加代碼欄，或改寫名稱以示區別。",
  },
  sample: {
    file: "住建.csv",
    areas: 2,
    pairs: ["柳浪社区居委会 = 柳浪社区", "花溪社区居委会 = 花溪社区"],
  },
  examples: {
    failing: [
      "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
      "社区名称,党员数\n城东社区居委会,89\n城西社区居委会,70\n",
    ],
    passing: [
      "社区名称,常住人口\n城东社区,16000\n城西社区,9000\n",
      "社区名称,党员数\n城东社区,89\n城西社区,70\n",
    ],
  },
});
