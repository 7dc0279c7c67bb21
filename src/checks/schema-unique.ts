import { defineCheck } from "./define.ts";

export const schemaUnique = defineCheck({
  code: "CDJ704",
  name: "schema-unique",
  severity: "error",
  scope: "row",
  title: { en: "Value must be unique", "zh-CN": "值必须唯一", "zh-TW": "值必須唯一" },
  message: {
    en: "“{cell}” under “{header}” stands in line {first} already, but must be unique",
    "zh-CN": "“{header}”列的“{cell}”已在第{first}行出现，应唯一",
    "zh-TW": "「{header}」欄的「{cell}」已在第{first}列出現，應唯一",
  },
  why: {
    en: "The schema is what those who use the table were promised; a program that reads it by the schema stops here.",
    "zh-CN": "模式是对用表者的约定；按模式读取的程序会在此处中断。",
    "zh-TW": "結構描述是對用表者的約定；按結構描述讀取的程式會在此處中斷。",
  },
  fix: {
    en: "Correct the cell, or delete the row if it stands twice.",
    "zh-CN": "请改正该格；若整行重复，请删去一行。",
    "zh-TW": "請更正該格；若整列重複，請刪去一列。",
  },
  sample: { cell: "320481001", header: "代码", first: 2 },
  examples: {
    schema: '{"fields":[{"name":"常住人口","type":"integer","constraints":{"unique":true}}]}',
    failing: "社区名称,代码,常住人口\n社区01,320481001,16000\n社区02,320481002,16000\n",
    passing: "社区名称,代码,常住人口\n社区01,320481001,16000\n社区02,320481002,14853\n",
  },
});
