import { defineCheck } from "./define.ts";

export const schemaUnjudged = defineCheck({
  code: "CDJ706",
  name: "schema-unjudged",
  severity: "note",
  scope: "survey",
  title: {
    en: "Part of the schema is not judged",
    "zh-CN": "模式中有未核对的部分",
    "zh-TW": "結構描述中有未核對的部分",
  },
  message: {
    en: "The schema asks for “{part}”, which is not judged",
    "zh-CN": "模式中的“{part}”未予核对",
    "zh-TW": "結構描述中的「{part}」未予核對",
  },
  why: {
    en: "Keys into other tables, nested types and free formats are outside what is held against the cells; a run without findings says nothing about them.",
    "zh-CN": "指向其他表的键、嵌套类型和任意格式不在核对之列；未发现问题并不表示这些部分无误。",
    "zh-TW": "指向其他表的鍵、巢狀類型和任意格式不在核對之列；未發現問題並不表示這些部分無誤。",
  },
  fix: {
    en: "Judge it with another program, or take it out of the schema that is used here.",
    "zh-CN": "请用其他程序核对，或在此处所用的模式中去掉。",
    "zh-TW": "請用其他程式核對，或在此處所用的結構描述中去掉。",
  },
  sample: { part: "foreignKeys" },
  examples: {
    schema:
      '{"resources":[{"path":["schema-unjudged-failing-a.csv","schema-unjudged-arguments-a.csv"],"schema":{"fields":[{"name":"社区名称"}],"foreignKeys":[{"fields":"社区名称","reference":{"resource":"名册","fields":"名称"}}]}},{"path":"schema-unjudged-passing-a.csv","schema":{"fields":[{"name":"社区名称"}]}}]}',
    failing: "社区名称,常住人口\n社区01,16000\n",
    passing: "社区名称,户数\n社区01,5483\n",
  },
});
