import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const unterminatedQuote = defineCheck({
  code: codes.unterminatedQuote,
  name: "unterminated-quote",
  severity: "error",
  scope: "row",
  title: {
    en: "Quotation mark never closed",
    "zh-CN": "引号未闭合",
    "zh-TW": "引號未成對",
  },
  message: {
    en: "A quotation mark opens here and never closes; it was read as an ordinary character",
    "zh-CN": "此处的引号有开无合，已按普通字符读取",
    "zh-TW": "此處的引號有開無合，已當作一般字元讀取",
  },
  why: {
    en: "Taken at its word, such a mark would make one cell of all the rows after it. Taken as a character, it may belong to a name, or cut a cell in two.",
    "zh-CN":
      "若按引号解释，其后各行都会并入同一个单元格；按普通字符读取，则可能混进名称，或把一个单元格拆成两个。",
    "zh-TW":
      "若當作引號解讀，其後各列都會併入同一個儲存格；當作一般字元讀取，則可能混進名稱，或把一個儲存格拆成兩個。",
  },
  fix: {
    en: 'Close the quotation mark or delete it; inside a quoted cell, write it twice: "".',
    "zh-CN": '请补上另一半引号，或删去这个引号；单元格内容本身含有引号时，应连写两个：""。',
    "zh-TW": '請補上另一半引號，或刪去這個引號；儲存格內容本身含有引號時，應連寫兩個：""。',
  },
  sample: {},
  examples: {
    failing: '社区名称,常住人口\n"社区01,16000\n社区02,9000\n',
    passing: '社区名称,常住人口\n"社区01",16000\n社区02,9000\n',
  },
});
