import type { Language, Text } from "../../survey/language.ts";
import { renderXlsx, type XlsxValidation } from "./xlsx.ts";

/** A column of a form to be filled in, and what its cells may hold. */
export interface FormColumn {
  readonly header: string;
  readonly holds: "text" | "year" | "whole" | "decimal" | "choice";
  readonly choices?: readonly string[];
  readonly hint?: string;
}

/** So many rows below the header are checked as they are filled in. */
const checkedRows = 500;

const words: Readonly<Record<"sheet" | "title" | "whole" | "decimal" | "year" | "choice", Text>> = {
  sheet: { en: "Survey", "zh-CN": "调查表", "zh-TW": "調查表" },
  title: { en: "Please check", "zh-CN": "请核对", "zh-TW": "請核對" },
  whole: {
    en: "A whole number, 0 or more. Leave the cell empty where it is not known.",
    "zh-CN": "请填写不小于0的整数；不清楚的留空，不要填0。",
    "zh-TW": "請填寫不小於0的整數；不清楚的留空，不要填0。",
  },
  decimal: {
    en: "A number, 0 or more, in the unit of the head. Leave the cell empty where it is not known.",
    "zh-CN": "请按表头单位填写不小于0的数；不清楚的留空，不要填0。",
    "zh-TW": "請依標題單位填寫不小於0的數；不清楚的留空，不要填0。",
  },
  year: {
    en: "A year such as 2024.",
    "zh-CN": "请填写年份，如2024。",
    "zh-TW": "請填寫西元年份，如2024。",
  },
  choice: {
    en: "Choose from the list.",
    "zh-CN": "请从下拉列表中选择。",
    "zh-TW": "請從下拉清單中選擇。",
  },
};

/**
 * An empty survey table as a workbook of one sheet: the heads with their units, drop-down lists where there are few answers, and checks of the cells
 * (数据有效性) with what to write shown beside them. The same columns give the same bytes.
 */
export function renderForm(columns: readonly FormColumn[], language: Language): Uint8Array {
  return renderXlsx([columns.map(({ header }) => header)], {
    sheet: words.sheet[language],
    validations: columns.flatMap((column, at) => validationOf(column, at, language)),
    widths: columns.map(({ header }) =>
      Math.min(
        30,
        Math.max(
          10,
          [...header].reduce((width, character) => width + (character > "\u2e7f" ? 2 : 1), 2),
        ),
      ),
    ),
  });
}

function validationOf(
  { header, holds, choices, hint }: FormColumn,
  column: number,
  language: Language,
): XlsxValidation[] {
  if (holds === "text") return [];
  const say = words[holds][language];
  const rule =
    holds === "choice"
      ? { type: "list" as const, choices: choices ?? [] }
      : holds === "year"
        ? { type: "whole" as const, least: 1949, most: 2100 }
        : { type: holds, least: 0 };
  return [
    {
      column,
      rows: checkedRows,
      ...rule,
      // A figure such as 13万多 is welcome all the same: Excel asks and lets it pass.
      strict: holds === "choice",
      promptTitle: header,
      prompt: hint === undefined || holds === "year" ? say : `${say}\n${hint}`,
      errorTitle: words.title[language],
      error: say,
    },
  ];
}
