import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const undatedColumn = defineCheck({
  code: codes.undatedColumn,
  name: "undated-column",
  severity: "warning",
  scope: "file",
  title: {
    en: "Columns with and without a period",
    "zh-CN": "部分列未注明时间",
    "zh-TW": "部分欄未註明時間",
  },
  message: {
    en: "Some columns name a period and some do not: whether “{header}” is of the same one cannot be told, and it is not used",
    "zh-CN": "有的列注明了时间，有的未注明，“{header}”与其他列是否同期无从判断，未使用",
    "zh-TW": "有的欄註明了時間，有的未註明，「{header}」與其他欄是否同期無從判斷，未使用",
  },
  why: {
    en: "Columns such as 2021年常住人口 and 2022年常住人口 are one variable in two periods. A column beside them that names none may belong to either, or to both, and a single 2020年常住人口 beside figures without a period is of another time than they are. Figures of the wrong period would be compared; the fewer of them are left out.",
    "zh-CN":
      "“2021年常住人口”“2022年常住人口”是同一变量的两期数据。旁边未注明时间的列可能属于其中一期，也可能两期都是；若多数列未注明时间，单独一列“2020年常住人口”则是另一时期的数字。归错时间会使比较失实，故略去较少的一类。",
    "zh-TW":
      "「110年人口數」「111年人口數」是同一變數的兩期資料。旁邊未註明時間的欄可能屬於其中一期，也可能兩期都是；若多數欄未註明時間，單獨一欄「109年人口數」則是另一時期的數字。歸錯時間會使比較失實，故略去較少的一類。",
  },
  fix: {
    en: "Name the period in every header, or for those without one: --period 2022.",
    "zh-CN": "请在各列表头写明时间，或用 --period 2022 指定未注明的各列。",
    "zh-TW": "請在各欄名稱寫明時間，或用 --period 2022 指定未註明的各欄。",
  },
  sample: { header: "户数" },
  examples: {
    failing:
      "社区名称,户数,2021年常住人口,2022年常住人口\n社区01,5280,15800,16000\n社区02,3020,9010,9100\n",
    passing: "社区名称,2021年常住人口,2022年常住人口\n社区01,15800,16000\n社区02,9010,9100\n",
  },
});
