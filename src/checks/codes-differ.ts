import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const codesDiffer = defineCheck({
  code: codes.codesDiffer,
  name: "codes-differ",
  severity: "warning",
  scope: "survey",
  title: {
    en: "Codes of another list",
    "zh-CN": "代码体系不同",
    "zh-TW": "代碼體系不同",
  },
  message: {
    en: "Codes of {file} stand for other areas than the same codes in the other tables, or for none of them, while the names agree: areas were matched by their names",
    "zh-CN": "{file} 的代码与其他表不一致，而名称相符，已按名称对应",
    "zh-TW": "{file} 的代碼與其他表不一致，而名稱相符，已按名稱對應",
  },
  why: {
    en: "Each office has codes of its own, and some columns of codes only number the rows. Matched by such codes, the figures of one community would go to another.",
    "zh-CN":
      "各部门代码体系不同，有的代码列其实只是序号；按这样的代码对应，一个社区的数字就会记到另一个社区。",
    "zh-TW":
      "各部門代碼體系不同，有的代碼欄其實只是序號；按這樣的代碼對應，一個社區的數字就會記到另一個社區。",
  },
  fix: {
    en: "Use one list of codes in all tables, or leave out the column that is none.",
    "zh-CN": "请各表统一代码，或去掉并非代码的列。",
    "zh-TW": "請各表統一代碼，或去掉並非代碼的欄。",
  },
  sample: { file: "党员.csv" },
  examples: {
    failing: [
      "社区代码,社区名称,户数\n1,城东社区,1600\n2,城西社区,900\n3,城南社区,1100\n",
      "社区代码,社区名称,党员数\n1,城西社区,70\n2,城南社区,80\n3,城东社区,89\n",
    ],
    passing: [
      "社区代码,社区名称,户数\n1,城东社区,1600\n2,城西社区,900\n3,城南社区,1100\n",
      "社区代码,社区名称,党员数\n2,城西社区,70\n3,城南社区,80\n1,城东社区,89\n",
    ],
  },
});
