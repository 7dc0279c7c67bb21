import { defineCheck } from "./define.ts";

export const schemaField = defineCheck({
  code: "CDJ701",
  name: "schema-field",
  severity: "error",
  scope: "row",
  title: {
    en: "Column of the schema is missing",
    "zh-CN": "缺少模式规定的列",
    "zh-TW": "缺少結構描述規定的欄",
  },
  message: {
    en: "The schema has a field “{field}”, but no column has that header",
    "zh-CN": "模式中有字段“{field}”，但没有这一列",
    "zh-TW": "結構描述中有欄位「{field}」，但沒有這一欄",
  },
  why: {
    en: "The schema is what those who use the table were promised; a program that reads it by the schema stops here.",
    "zh-CN": "模式是对用表者的约定；按模式读取的程序会在此处中断。",
    "zh-TW": "結構描述是對用表者的約定；按結構描述讀取的程式會在此處中斷。",
  },
  fix: {
    en: "Add the column, correct its header, or take the field out of the schema.",
    "zh-CN": "请补上该列、改正表头，或从模式中删去该字段。",
    "zh-TW": "請補上該欄、更正欄名，或從結構描述中刪去該欄位。",
  },
  sample: { field: "常住人口" },
  examples: {
    schema: '{"fields":[{"name":"常住人口","type":"integer"}]}',
    failing: "社区名称,户数\n社区01,5483\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
