import { defineCheck } from "./define.ts";

export const schemaRequired = defineCheck({
  code: "CDJ703",
  name: "schema-required",
  severity: "error",
  scope: "row",
  title: { en: "Required cell is missing", "zh-CN": "必填项为空", "zh-TW": "必填項為空" },
  message: {
    en: "“{header}” is required, but the cell is missing",
    "zh-CN": "“{header}”为必填，但该格为空",
    "zh-TW": "「{header}」為必填，但該格為空",
  },
  why: {
    en: "The schema is what those who use the table were promised; a program that reads it by the schema stops here.",
    "zh-CN": "模式是对用表者的约定；按模式读取的程序会在此处中断。",
    "zh-TW": "結構描述是對用表者的約定；按結構描述讀取的程式會在此處中斷。",
  },
  fix: {
    en: "Fill in the cell; if it cannot be known, let the schema allow it to be missing.",
    "zh-CN": "请补填该格；若确实无法得知，请在模式中允许为空。",
    "zh-TW": "請補填該格；若確實無法得知，請在結構描述中允許為空。",
  },
  sample: { header: "街道" },
  examples: {
    schema: '{"fields":[{"name":"街道","type":"string","constraints":{"required":true}}]}',
    failing: "街道,社区名称,户数\n,社区01,5483\n",
    passing: "街道,社区名称,户数\n东街道,社区01,5483\n",
  },
});
