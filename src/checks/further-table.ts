import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const furtherTable = defineCheck({
  code: codes.furtherTable,
  name: "further-table",
  severity: "warning",
  scope: "file",
  title: {
    en: "Further table in the file",
    "zh-CN": "文件中另有一张表",
    "zh-TW": "檔案中另有一張表",
  },
  message: {
    en: "Another table begins in line {line}; it is not read",
    "zh-CN": "第{line}行起是另一张表，未读取",
    "zh-TW": "第{line}列起是另一張表，未讀取",
  },
  why: {
    en: "The columns of a second table mean something else; read on under the first header, its figures would be false.",
    "zh-CN": "另一张表的各列含义不同；若沿用第一张表的表头读下去，数字就全错了。",
    "zh-TW": "另一張表的各欄意義不同；若沿用第一張表的標題列讀下去，數字就全錯了。",
  },
  fix: {
    en: "Put each table into a file of its own and name them all in one command.",
    "zh-CN": "请将每张表各存为一个文件，并在同一条命令中一并列出。",
    "zh-TW": "請將每張表各存為一個檔案，並在同一道指令中一併列出。",
  },
  sample: { line: 17 },
  examples: {
    failing: "社区名称,常住人口\n社区01,16000\n\n社区名称,办公用房面积\n社区01,45\n",
    passing: "社区名称,常住人口,办公用房面积\n社区01,16000,45\n",
  },
});
