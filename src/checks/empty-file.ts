import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const emptyFile = defineCheck({
  code: codes.emptyFile,
  name: "empty-file",
  severity: "error",
  scope: "file",
  title: {
    en: "Empty file",
    "zh-CN": "空文件",
    "zh-TW": "空檔案",
  },
  message: {
    en: "The file is empty",
    "zh-CN": "文件是空的",
    "zh-TW": "檔案是空的",
  },
  why: {
    en: "A file without data looks like a survey without these communities: totals over several files would miss them without a word.",
    "zh-CN": "空文件与“没有这些社区”无从区分：汇总多个文件时，会不声不响地少算一部分。",
    "zh-TW": "空檔案與「沒有這些社區」無從區分：彙總多個檔案時，會不知不覺少算一部分。",
  },
  fix: {
    en: "Export the table once more, or leave the file out.",
    "zh-CN": "请重新导出该表，或不再列入该文件。",
    "zh-TW": "請重新匯出該表，或不再列入此檔案。",
  },
  sample: {},
  examples: {
    failing: "",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
