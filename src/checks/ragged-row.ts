import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const raggedRow = defineCheck({
  code: codes.raggedRow,
  name: "ragged-row",
  severity: "warning",
  scope: "row",
  title: {
    en: "Row longer or shorter than the header",
    "zh-CN": "行与表头长短不一",
    "zh-TW": "資料列與標題列長短不一",
  },
  message: {
    en: "The row has {fields} {fields|cell|cells}, the header {expected}",
    "zh-CN": "本行有{fields}个单元格，表头有{expected}个",
    "zh-TW": "本列有{fields}個儲存格，標題列有{expected}個",
  },
  why: {
    en: "With one cell too many or too few, every figure after it stands under the wrong header.",
    "zh-CN": "多一个或少一个单元格，其后的数字就全部错位，落到别的表头之下。",
    "zh-TW": "多一個或少一個儲存格，其後的數字就全部錯位，落到別的欄名之下。",
  },
  fix: {
    en: 'Compare the row with the header; a cell that holds a comma needs quotation marks: "16,000".',
    "zh-CN": '请对照表头核对本行；单元格内含有逗号时须加引号："16,000"。',
    "zh-TW": '請對照標題列核對本列；儲存格內含有逗號時須加引號："16,000"。',
  },
  sample: { fields: 4, expected: 3 },
  examples: {
    failing: "社区名称,常住人口,党员数\n社区01,16,000,89\n",
    passing: '社区名称,常住人口,党员数\n社区01,"16,000",89\n',
  },
});
