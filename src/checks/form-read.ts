import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const formRead = defineCheck({
  code: codes.formRead,
  name: "form-read",
  severity: "note",
  scope: "file",
  title: {
    en: "Form of one area",
    "zh-CN": "一个地区的调查表",
    "zh-TW": "單一地區的調查表",
  },
  message: {
    en: "Read as the form of one area, “{name}”[, named after {source}]",
    "zh-CN": "按单个地区的调查表读取：“{name}”[（名称取自{source}）]",
    "zh-TW": "按單一地區的調查表讀取：「{name}」[（名稱取自{source}）]",
  },
  why: {
    en: "A form has its labels on the left or above, its figures beside or below, and one area for the whole sheet. It is read as one row; lines with names and telephone numbers are left out.",
    "zh-CN":
      "调查表的项目名称在左或在上，数字在旁或在下，整张表只有一个地区。读取时作为一行；填表人、电话等行不读取。",
    "zh-TW":
      "調查表的項目名稱在左或在上，數字在旁或在下，整張表只有一個地區。讀取時作為一列；填表人、電話等列不讀取。",
  },
  fix: {
    en: "Nothing needs mending if the name is right; otherwise write the name of the area into the form, beside a label such as 社区名称.",
    "zh-CN": "名称无误则不必处理；否则请在表中写明“社区名称”及其名称。",
    "zh-TW": "名稱無誤則不必處理；否則請在表中寫明「社區名稱」及其名稱。",
  },
  sample: { name: "社区01", source: "社区01.csv" },
  examples: {
    failing: "社区名称,社区01\n户数,5280\n常住人口,16000\n党员数,89\n填表人,\n",
    passing: "社区名称,户数,常住人口,党员数\n社区01,5280,16000,89\n",
  },
});
