import { defineCheck } from "./define.ts";

export const unevenColumns = defineCheck({
  code: "CDJ109",
  name: "uneven-columns",
  severity: "error",
  scope: "file",
  title: {
    en: "Columns apart by blanks do not line up",
    "zh-CN": "以空格分列而列数不一",
    "zh-TW": "以空格分欄而欄數不一",
  },
  message: {
    en: "The columns stand apart by blanks, but line {line} has {fields} {fields|part|parts} where the header has {expected}",
    "zh-CN": "各列以空格分隔，但第{line}行有{fields}项，而表头有{expected}项",
    "zh-TW": "各欄以空格分隔，但第{line}列有{fields}項，而標題列有{expected}項",
  },
  why: {
    en: "A text pasted from a terminal or a page has only blanks between its columns. Where a cell is blank, or a name has a blank inside, the cells behind it would move into the wrong column.",
    "zh-CN":
      "从终端或网页粘贴的文字只以空格分列。若某格空白，或名称中间有空格，后面的数字就会错位到别的列。",
    "zh-TW":
      "從終端機或網頁貼上的文字只以空格分欄。若某格空白，或名稱中間有空格，後面的數字就會錯位到別的欄。",
  },
  fix: {
    en: "Put a dash into blank cells and take blanks out of names; or save the table as CSV.",
    "zh-CN": "请在空白处填“-”，去掉名称中的空格；或将表格另存为 CSV。",
    "zh-TW": "請在空白處填「-」，去掉名稱中的空格；或將表格另存為 CSV。",
  },
  sample: { line: 3, fields: 3, expected: 4 },
  examples: {
    failing:
      "社区名称  户数  常住人口  党员数\n社区01  5280  16000  89\n社区02    14853  62\n社区03  3020  9100  40\n",
    passing:
      "社区名称  户数  常住人口  党员数\n社区01  5280  16000  89\n社区02  4901  14853  62\n社区03  3020  9100  40\n",
  },
});
