import type { Language } from "../../survey/language.ts";

/** The words of a query sheet that goes to a community. */
export interface QuerySheetWords {
  readonly name: string;
  readonly title: string;
  readonly request: string;
  readonly heads: readonly [string, string, string, string, string, string, string];
  readonly line: string;
}

const words: Readonly<Record<Language, QuerySheetWords>> = {
  en: {
    name: "queries",
    title: "Data queries: {area}",
    request:
      "Thank you for the figures. Please look at the cells below once more and write the right figure, or “correct”, into the last column.",
    heads: ["No.", "Item", "Where", "As filled in", "Why we ask", "What may help", "Your answer"],
    line: "{file}, line {line}",
  },
  "zh-CN": {
    name: "核查单",
    title: "数据核查单：{area}",
    request:
      "感谢贵单位填报数据。以下各项烦请核实，将正确数字填入最后一列；若原数无误，请填“无误”。",
    heads: ["序号", "项目", "位置", "填报内容", "存疑原因", "建议", "核实结果"],
    line: "{file} 第{line}行",
  },
  "zh-TW": {
    name: "核查單",
    title: "資料核查單：{area}",
    request:
      "感謝貴單位填報資料。以下各項煩請查明，將正確數字填入最後一欄；若原數無誤，請填「無誤」。",
    heads: ["序號", "項目", "位置", "填報內容", "存疑原因", "建議", "查明結果"],
    line: "{file} 第{line}列",
  },
};

/** The words of query sheets in a language. */
export const querySheetWords = (language: Language): QuerySheetWords => words[language];
