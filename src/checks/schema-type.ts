import { defineCheck } from "./define.ts";

export const schemaType = defineCheck({
  code: "CDJ702",
  name: "schema-type",
  severity: "error",
  scope: "row",
  title: {
    en: "Cell is not of the schema’s type",
    "zh-CN": "该格不符合模式规定的类型",
    "zh-TW": "該格不符合結構描述規定的類型",
  },
  message: {
    en: "“{cell}” under “{header}” is no {type}",
    "zh-CN": "“{header}”列的“{cell}”不是{type}",
    "zh-TW": "「{header}」欄的「{cell}」不是{type}",
  },
  why: {
    en: "The schema is what those who use the table were promised; a program that reads it by the schema stops here.",
    "zh-CN": "模式是对用表者的约定；按模式读取的程序会在此处中断。",
    "zh-TW": "結構描述是對用表者的約定；按結構描述讀取的程式會在此處中斷。",
  },
  fix: {
    en: "Write the cell as the type asks, or change the type in the schema.",
    "zh-CN": "请按类型填写该格，或修改模式中的类型。",
    "zh-TW": "請按類型填寫該格，或修改結構描述中的類型。",
  },
  sample: { cell: "16,000", header: "常住人口", type: "integer" },
  examples: {
    schema: '{"fields":[{"name":"常住人口","type":"integer"}]}',
    failing: '社区名称,常住人口\n社区01,"16,000"\n',
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
