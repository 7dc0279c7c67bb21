import type { Language } from "../../survey/language.ts";

/** What `cdj check` says beside its findings. Templates as in `words.ts`. */
export interface CheckWords {
  readonly severities: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly counts: Readonly<Record<"error" | "warning" | "note", string>>;
  readonly separator: string;
  readonly summary: string;
  readonly clean: string;
  readonly explain: string;
  readonly fixable: string;
  readonly known: string;
  readonly fixed: string;
  readonly fixedHead: string;
  readonly notShown: string;
  readonly more: string;
  readonly also: string;
  readonly alsoLine: string;
  readonly alsoColumn: string;
  readonly alsoMore: string;
  readonly sameCause: string;
  readonly sameCauseMore: string;
  readonly statistics: Readonly<Record<"code" | "count" | "severity" | "title", string>>;
  readonly noFindings: string;
  readonly baselineWritten: string;
  readonly repaired: string;
  readonly nothingToRepair: string;
  readonly wouldRepair: string;
  readonly converted: string;
  readonly onlyText: string;
  readonly repairs: Readonly<Record<"spaces" | "width" | "blank-rows" | "encoding", string>>;
  readonly sheets: string;
}

const words: Readonly<Record<Language, CheckWords>> = {
  en: {
    severities: { error: "error", warning: "warning", note: "note" },
    counts: {
      error: "{n} {n|error|errors}",
      warning: "{n} {n|warning|warnings}",
      note: "{n} {n|note|notes}",
    },
    separator: ", ",
    summary: "{counts} in {n} {n|file|files}",
    clean: "No findings in {n} {n|file|files}",
    explain: "cdj explain {code}",
    fixable: "cdj check --fix repairs {n} {n|spelling|spellings}",
    known: "{n} known from the baseline",
    fixed: "{n} of the baseline no longer {n|stands|stand}: --prune takes {n|it|them} out",
    fixedHead: "no longer there: {code} {title}[, {area}][, {variable}][, {file}]",
    notShown: "{n} more {code} not shown",
    more: "{n} more {n|finding|findings} not shown as annotations: {list}",
    also: "see also",
    alsoLine: "line {line}",
    alsoColumn: "column {column}",
    alsoMore: "{n} more {n|place|places}",
    sameCause: "same cause: {code} {text}",
    sameCauseMore: "same cause: {n} more {n|finding|findings}",
    statistics: { code: "Code", count: "Count", severity: "Severity", title: "Finding" },
    noFindings: "no findings",
    baselineWritten: "{file} written: {n} {n|finding|findings} known",
    repaired: "{file}: {list}",
    nothingToRepair: "Nothing to repair",
    wouldRepair: "{file} would be repaired: {list}",
    converted: "{encoding} to UTF-8",
    onlyText:
      "{file} is no text file: cdj repairs delimited text only; correct the cells in Excel or WPS",
    repairs: {
      spaces: "{n} {n|cell|cells} trimmed",
      width: "{n} {n|number|numbers} in full-width digits",
      "blank-rows": "{n} blank {n|row|rows} at the end",
      encoding: "encoding",
    },
    sheets: "{n} query {n|sheet|sheets} written to {folder}",
  },
  "zh-CN": {
    severities: { error: "错误", warning: "警告", note: "提示" },
    counts: { error: "{n}项错误", warning: "{n}项警告", note: "{n}项提示" },
    separator: "、",
    summary: "{n}个文件中有{counts}",
    clean: "{n}个文件，未发现问题",
    explain: "说明：cdj explain {code}",
    fixable: "cdj check --fix 可修复{n}处写法",
    known: "另有{n}项已列入基线",
    fixed: "基线中有{n}项已不存在：--prune 可将其移除",
    fixedHead: "已不存在：{code} {title}[，{area}][，{variable}][，{file}]",
    notShown: "另有{n}项 {code} 未列出",
    more: "另有{n}项未以批注显示：{list}",
    also: "另见",
    alsoLine: "第{line}行",
    alsoColumn: "第{column}列",
    alsoMore: "另{n}处",
    sameCause: "同一原因：{code} {text}",
    sameCauseMore: "同一原因：另有{n}项",
    statistics: { code: "代码", count: "次数", severity: "级别", title: "问题" },
    noFindings: "未发现问题",
    baselineWritten: "已写入 {file}：已知{n}项",
    repaired: "{file}：{list}",
    nothingToRepair: "没有需要修复的写法",
    wouldRepair: "{file} 可修复：{list}",
    converted: "{encoding} 转为 UTF-8",
    onlyText: "{file} 不是文本文件：只能修复分隔符文本；请在 Excel 或 WPS 中改正",
    repairs: {
      spaces: "去除{n}格首尾空白",
      width: "{n}格全角数字改为半角",
      "blank-rows": "删去末尾空行{n}行",
      encoding: "编码",
    },
    sheets: "已在 {folder} 生成{n}份核查单",
  },
  "zh-TW": {
    severities: { error: "錯誤", warning: "警告", note: "提示" },
    counts: { error: "{n}項錯誤", warning: "{n}項警告", note: "{n}項提示" },
    separator: "、",
    summary: "{n}個檔案中有{counts}",
    clean: "{n}個檔案，未發現問題",
    explain: "說明：cdj explain {code}",
    fixable: "cdj check --fix 可修復{n}處寫法",
    known: "另有{n}項已列入基準",
    fixed: "基準中有{n}項已不存在：--prune 可將其移除",
    fixedHead: "已不存在：{code} {title}[，{area}][，{variable}][，{file}]",
    notShown: "另有{n}項 {code} 未列出",
    more: "另有{n}項未以註解顯示：{list}",
    also: "另見",
    alsoLine: "第{line}列",
    alsoColumn: "第{column}欄",
    alsoMore: "另{n}處",
    sameCause: "同一原因：{code} {text}",
    sameCauseMore: "同一原因：另有{n}項",
    statistics: { code: "代碼", count: "次數", severity: "級別", title: "問題" },
    noFindings: "未發現問題",
    baselineWritten: "已寫入 {file}：已知{n}項",
    repaired: "{file}：{list}",
    nothingToRepair: "沒有需要修復的寫法",
    wouldRepair: "{file} 可修復：{list}",
    converted: "{encoding} 轉為 UTF-8",
    onlyText: "{file} 不是文字檔：只能修復分隔文字檔；請在 Excel 或 WPS 中更正",
    repairs: {
      spaces: "去除{n}格首尾空白",
      width: "{n}格全形數字改為半形",
      "blank-rows": "刪去末尾空白列{n}列",
      encoding: "編碼",
    },
    sheets: "已在 {folder} 產生{n}份核查單",
  },
};

/** The words of `cdj check` in a language. */
export const checkWords = (language: Language): CheckWords => words[language];
