import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const partsDiffer = defineCheck({
  code: codes.partsDiffer,
  name: "parts-differ",
  severity: "warning",
  scope: "row",
  title: {
    en: "Parts of an area differ",
    "zh-CN": "同一地区各部分不一致",
    "zh-TW": "同一地區各部分不一致",
  },
  message: {
    en: "“{area}” has another {variable} in an earlier row than “{cell}”; the first stands",
    "zh-CN": "“{area}”的{variable}此行为“{cell}”，与前面的行不同，以先出现者为准",
    "zh-TW": "「{area}」的{variable}此列為「{cell}」，與前面的列不同，以先出現者為準",
  },
  why: {
    en: "Rows of branches, grids or households are added up to their community. What cannot be added up, such as a tenure or a wage, is one value that all of its rows share.",
    "zh-CN":
      "支部、网格、住户的各行会汇总到社区；不能相加的项目（如产权性质、月工资）在各行中应为同一个值。",
    "zh-TW":
      "支部、網格、住戶的各列會彙總到社區；不能相加的項目（如產權性質、月薪資）在各列中應為同一個值。",
  },
  fix: {
    en: "Write the same value into all rows of “{area}”, or leave it out of all but one.",
    "zh-CN": "请在“{area}”的各行填同一个值，或只在其中一行填写。",
    "zh-TW": "請在「{area}」的各列填同一個值，或只在其中一列填寫。",
  },
  sample: { area: "社区01", variable: "space_tenure", cell: "租用" },
  examples: {
    failing:
      "社区名称,支部名称,党员数,产权性质\n社区01,第一支部,30,自有\n社区01,第二支部,54,租用\n",
    passing:
      "社区名称,支部名称,党员数,产权性质\n社区01,第一支部,30,自有\n社区01,第二支部,54,自有\n",
  },
});
