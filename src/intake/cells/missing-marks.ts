import { cleanCell } from "./cell-text.ts";

/** Marks that mean "missing" where a table has no legend of its own (mainland and Taiwan yearbooks, forms, exports of statistical programs). */
const missingMarks: readonly string[] = [
  ...["-", "--", "---", "—", "——", "/", "//", "\\", "…", "……", "...", "..", "."],
  ...[
    "未统计",
    "未統計",
    "不详",
    "不詳",
    "不明",
    "未知",
    "未填",
    "未报",
    "未報",
    "缺",
    "缺失",
    "空",
    "暂无",
    "暫無",
    "暂缺",
    "暫缺",
    "不适用",
    "不適用",
  ],
  ...["n/a", "na", "n.a.", "null", "nan", "missing", "unknown"],
];

/** None: zero in some columns, missing in others. */
const none = new Set(["无", "無", "没有", "沒有", "none", "nil"]);
const defaults = new Set(missingMarks);

/** Whether a cleaned cell is blank or a mark of missing: of the table's legend where it has one, else of the default list. */
export function isMissing(text: string, legend?: readonly string[]): boolean {
  if (text === "") return true;
  return legend === undefined
    ? defaults.has(text.toLowerCase())
    : legend.some((mark) => cleanCell(mark) === text);
}

/** Whether a cleaned cell says 无. */
export const isNone = (text: string): boolean => none.has(text.toLowerCase());
