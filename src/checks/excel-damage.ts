import { codes } from "../survey/codes.ts";
import { defineCheck } from "./define.ts";

export const excelDamage = defineCheck({
  code: codes.excelDamage,
  name: "excel-damage",
  severity: "error",
  scope: "row",
  title: {
    en: "Changed by Excel",
    "zh-CN": "被 Excel 改动",
    "zh-TW": "遭 Excel 改動",
  },
  message: {
    en: "Excel made “{cell}” of this cell[; “{was}” was probably entered]",
    "zh-CN": "此单元格被 Excel 改成“{cell}”[，原先填的可能是“{was}”]",
    "zh-TW": "此儲存格被 Excel 改成「{cell}」[，原先填的可能是「{was}」]",
  },
  why: {
    en: "Excel takes 1-5 for a date, cuts long numbers down to a few digits and leaves #REF! where a formula lost its source; what was entered is gone from the file.",
    "zh-CN":
      "Excel 会把1-5当作日期，把长数字截成几位，公式失去引用时只留下 #REF!；原先填的内容已不在文件中。",
    "zh-TW":
      "Excel 會把1-5當成日期，把長數字截成幾位，公式失去參照時只留下 #REF!；原先填的內容已不在檔案中。",
  },
  fix: {
    en: "Set the column to text, enter the cell again[ (probably {was})] and export the table anew.",
    "zh-CN": "请将该列设为文本格式，重新填写此单元格[（可能是{was}）]，再次导出。",
    "zh-TW": "請將該欄設為文字格式，重新填寫此儲存格[（可能是{was}）]，再次匯出。",
  },
  sample: { cell: "1月5日", was: "1-5" },
  examples: {
    failing: "社区名称,工作人员数\n社区01,1月5日\n",
    passing: "社区名称,工作人员数\n社区01,5\n",
  },
});
