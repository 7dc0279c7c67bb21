import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const sameFigures = defineCheck({
  code: codes.sameFigures,
  name: "same-figures",
  severity: "error",
  scope: "survey",
  title: {
    en: "Same figures under other names",
    "zh-CN": "名称不同而数字相同",
    "zh-TW": "名稱不同而數字相同",
  },
  message: {
    en: "{file}: {areas} {areas|area|areas} under names of {areas|its|their} own {areas|has|have} the same figures as in {other}, too many to be chance; no common totals, and the number of areas is not told. Side by side: {pairs}",
    "zh-CN":
      "{file} 中有{areas}个地区与 {other} 名称不同，数字却完全相同，不会是巧合；不计合计，也不计地区个数。对照：{pairs}",
    "zh-TW":
      "{file} 中有{areas}個地區與 {other} 名稱不同，數字卻完全相同，不會是巧合；不計合計，也不計地區個數。對照：{pairs}",
  },
  why: {
    en: "A table that is delivered twice, once by codes or in another language, would count everybody twice: nothing in the names tells.",
    "zh-CN": "同一份表报送两次，一次写代码或另一种语言的名称，合计就会翻倍，而从名称上看不出来。",
    "zh-TW": "同一份表報送兩次，一次寫代碼或另一種語言的名稱，合計就會翻倍，而從名稱上看不出來。",
  },
  fix: {
    en: "Leave one of the tables out; or write the names alike, or add a column of codes to both. If the areas are different, one of them has the figures of the other: correct them.",
    "zh-CN":
      "请只读入其中一份；或统一名称，或在两表中都加上代码列。若确为不同地区，则其中一份误用了另一份的数字，请更正。",
    "zh-TW":
      "請只讀入其中一份；或統一名稱，或在兩表中都加上代碼欄。若確為不同地區，則其中一份誤用了另一份的數字，請更正。",
  },
  sample: {
    file: "b.csv",
    other: "a.csv",
    areas: 2,
    pairs: ["Willow Bay = 柳浪社区", "Maple Court = 枫林社区"],
  },
  examples: {
    failing: [
      "社区名称,户数,常住人口\n柳浪社区,4127,11938\n枫林社区,2386,6754\n",
      "社区名称,户数,常住人口\nMaple Court,2386,6754\nWillow Bay,4127,11938\n",
    ],
    passing: [
      "社区名称,户数,常住人口\n柳浪社区,4127,11938\n枫林社区,2386,6754\n",
      "社区名称,户数,常住人口\n梅园社区,3518,9871\n竹苑社区,2386,6542\n",
    ],
  },
});
