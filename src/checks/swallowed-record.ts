import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const swallowedRecord = defineCheck({
  code: codes.swallowedRecord,
  name: "swallowed-record",
  severity: "warning",
  scope: "row",
  title: {
    en: "A quoted cell that runs over a whole row",
    "zh-CN": "引号内含有整行数据",
    "zh-TW": "引號內含有整列資料",
  },
  message: {
    en: "A quoted cell that begins here runs on to line {line}, and one of its lines has as many fields as the table has columns: rows may have been read as one cell",
    "zh-CN":
      "从这里开始的引号内容一直延续到第{line}行，其中一行的字段数与表的列数相同，可能把几行数据读成了一个单元格",
    "zh-TW":
      "從這裡開始的引號內容一直延續到第{line}列，其中一列的欄位數與表的欄數相同，可能把幾列資料讀成了一個儲存格",
  },
  why: {
    en: "Two quotation marks that do not belong together, in two rows, make one cell of all that stands between them, and the rows are gone without a trace.",
    "zh-CN":
      "两行中各有一个单独的引号，其间的内容就会变成一个单元格，中间的数据行会不声不响地消失。",
    "zh-TW":
      "兩列中各有一個單獨的引號，其間的內容就會變成一個儲存格，中間的資料列會無聲無息地消失。",
  },
  fix: {
    en: "Look at the lines named; where the quotation marks are ordinary characters, delete them or write them twice.",
    "zh-CN": "请查看所列各行；若引号只是普通字符，请删去，或连写两个。",
    "zh-TW": "請查看所列各列；若引號只是一般字元，請刪去，或連寫兩個。",
  },
  sample: { line: 3 },
  examples: {
    failing: '社区名称,常住人口\n"社区01,16000\n社区02",14853\n社区03,12000\n',
    passing: '社区名称,常住人口\n"社区\n01",16000\n社区03,12000\n',
  },
});
