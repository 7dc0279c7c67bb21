import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const headerOnly = defineCheck({
  code: codes.headerOnly,
  name: "header-only",
  severity: "error",
  scope: "file",
  title: {
    en: "Header without rows",
    "zh-CN": "只有表头",
    "zh-TW": "只有標題列",
  },
  message: {
    en: "There is a header, but no row of data below it",
    "zh-CN": "只有表头，下面没有数据行",
    "zh-TW": "只有標題列，下面沒有資料列",
  },
  why: {
    en: "A file without data looks like a survey without these communities: totals over several files would miss them without a word.",
    "zh-CN": "没有数据行与“没有这些社区”无从区分：汇总多个文件时，会不声不响地少算一部分。",
    "zh-TW": "沒有資料列與「沒有這些社區」無從區分：彙總多個檔案時，會不知不覺少算一部分。",
  },
  fix: {
    en: "Fill in the rows, or leave the file out; if the first row is data already, put a header above it.",
    "zh-CN": "请补上数据行，或不再列入该文件；若第一行已是数据，请在其上方加一行表头。",
    "zh-TW": "請補上資料列，或不再列入此檔案；若第一列已是資料，請在其上方加一列標題。",
  },
  sample: {},
  examples: {
    failing: "社区名称,常住人口\n",
    passing: "社区名称,常住人口\n社区01,16000\n",
  },
});
