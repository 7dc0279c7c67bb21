import { defineCheck } from "./define.ts";

export const schemaConstraint = defineCheck({
  code: "CDJ705",
  name: "schema-constraint",
  severity: "error",
  scope: "row",
  title: {
    en: "Cell breaks a rule of the schema",
    "zh-CN": "违反模式的约束",
    "zh-TW": "違反結構描述的限制",
  },
  message: {
    en: "“{cell}” under “{header}” breaks the rule {rule}",
    "zh-CN": "“{header}”列的“{cell}”不符合约束{rule}",
    "zh-TW": "「{header}」欄的「{cell}」不符合限制{rule}",
  },
  why: {
    en: "The schema is what those who use the table were promised; a program that reads it by the schema stops here.",
    "zh-CN": "模式是对用表者的约定；按模式读取的程序会在此处中断。",
    "zh-TW": "結構描述是對用表者的約定；按結構描述讀取的程式會在此處中斷。",
  },
  fix: {
    en: "Correct the cell, or change the rule in the schema.",
    "zh-CN": "请改正该格，或修改模式中的约束。",
    "zh-TW": "請更正該格，或修改結構描述中的限制。",
  },
  sample: { cell: "16000", header: "常住人口", rule: "maximum: 10000" },
  examples: {
    schema: '{"fields":[{"name":"常住人口","type":"integer","constraints":{"maximum":10000}}]}',
    failing: "社区名称,常住人口\n社区01,16000\n",
    passing: "社区名称,常住人口\n社区01,6000\n",
  },
});
