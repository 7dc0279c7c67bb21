import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const perhapsOneArea = defineCheck({
  code: codes.perhapsOneArea,
  name: "perhaps-one-area",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Two names that may be one area",
    "zh-CN": "两个名称可能是同一地区",
    "zh-TW": "兩個名稱可能是同一地區",
  },
  message: {
    en: "“{area}” is in no other table, which have {names} instead: not joined, though it may be the same area",
    "zh-CN": "“{area}”不见于其他表，其他表中有{names}，可能是同一地区，未予合并",
    "zh-TW": "「{area}」不見於其他表，其他表中有{names}，可能是同一地區，未予合併",
  },
  why: {
    en: "One character mistyped makes two areas of one, each with a part of its figures. Names that are near are as often two places, so a person has to look.",
    "zh-CN":
      "一字之误会使一个地区变成两个，各缺一部分数字；但相近的名称也常是两个地方，须由人核对。",
    "zh-TW":
      "一字之誤會使一個地區變成兩個，各缺一部分數字；但相近的名稱也常是兩個地方，須由人核對。",
  },
  fix: {
    en: "If they are one, correct the name; if not, codes in both tables say so.",
    "zh-CN": "若为同一地区，请更正名称；若不是，请在各表中加代码列。",
    "zh-TW": "若為同一地區，請更正名稱；若不是，請在各表中加代碼欄。",
  },
  sample: { area: "滨江花园社区", names: ["滨河花园社区"] },
  examples: {
    failing: [
      "社区名称,常住人口\n城东社区,16000\n滨河花园社区,9000\n",
      "社区名称,党员数\n城东社区,89\n滨江花园社区,70\n",
    ],
    passing: [
      "社区名称,常住人口\n城东社区,16000\n滨河花园社区,9000\n",
      "社区名称,党员数\n城东社区,89\n滨河花园社区,70\n",
    ],
  },
});
