import { defineCheck } from "./define.ts";

export const unopened = defineCheck({
  code: "CDJ108",
  name: "unopened",
  severity: "error",
  scope: "file",
  title: {
    en: "File cannot be opened as a table",
    "zh-CN": "文件无法作为表格打开",
    "zh-TW": "檔案無法作為表格開啟",
  },
  message: {
    en: "The file cannot be opened as a table: {problem}",
    "zh-CN": "文件无法作为表格打开：{problem}",
    "zh-TW": "檔案無法作為表格開啟：{problem}",
  },
  why: {
    en: "A file that cannot be opened is not judged: what is wrong in it stays unseen.",
    "zh-CN": "打不开的文件无法检查，其中的差错也就无从发现。",
    "zh-TW": "打不開的檔案無法檢查，其中的差錯也就無從發現。",
  },
  fix: {
    en: "Open it in Excel or WPS and save the table as a workbook without a password, or as CSV UTF-8.",
    "zh-CN": "请用 Excel 或 WPS 打开，将表格另存为不带密码的工作簿或 CSV UTF-8。",
    "zh-TW": "請用 Excel 或 WPS 開啟，將表格另存為不帶密碼的活頁簿或 CSV UTF-8。",
  },
  sample: { problem: "damaged-container" },
  examples: {
    failing: "PK\\x03\\x04\\x14\\x00 cut off",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
