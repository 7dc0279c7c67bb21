import type { Language } from "../../survey/language.ts";
import type { Evidence } from "../../survey/reading-evidence.ts";

type Reason = "declared" | "mark" | "ascii" | "valid" | "damaged" | "zeros" | "likeliest";
type Key =
  | "encoding"
  | "delimiter"
  | "quote"
  | "backslash"
  | "header"
  | "headerLines"
  | "headerFirst"
  | "noHeader"
  | "above"
  | "table"
  | "tableOf"
  | "rows"
  | "rowsAre"
  | "areas"
  | "period"
  | "decimalComma"
  | "shape"
  | "wide"
  | "periodColumns"
  | "long"
  | "columns"
  | "column"
  | "heading"
  | "meaning"
  | "id"
  | "unit"
  | "setAside"
  | "line"
  | "reason"
  | "label"
  | "first"
  | "map"
  | "save"
  | "saved"
  | "moreColumns"
  | "moreRows"
  | "blank"
  | "ignored"
  | "duplicate"
  | "undated"
  | "unknown"
  | "ambiguous"
  | "open"
  | "elsewhere"
  | "identity"
  | "item"
  | "itemVariable"
  | "value"
  | "part";

/** The words of `cdj inspect`, templates as in words.ts. */
export interface InspectWords extends Readonly<Record<Key, string>> {
  /** Why columns were taken for what they are: `list` are their heads, `sum` the parts with plus signs between them. */
  readonly evidence: Readonly<Record<Evidence["by"], string>>;
  readonly because: Readonly<Record<Reason, string>>;
}

const all: Readonly<Record<Language, InspectWords>> = {
  en: {
    encoding: "Encoding",
    delimiter: "Delimiter",
    quote: "cells in {quote}",
    backslash: "a backslash before a quote inside",
    header: "Header",
    headerLines: "{n} {n|line|lines}, after {above} {above|line|lines} above",
    headerFirst: "{n} {n|line|lines}",
    noHeader: "none: the columns have no names",
    above: "lines above",
    table: "Table",
    tableOf: "{k} of {n} in the file; the others begin in {lines}; --table reads one of them",
    rows: "Rows",
    rowsAre: "{n} {n|row|rows} of data",
    areas: "{n} {n|area|areas}",
    period: "Period",
    decimalComma: "decimal comma",
    shape: "Shape",
    wide: "one row per area and period",
    periodColumns: "one row per area, periods in columns",
    long: "one row per area, period and item",
    columns: "Columns",
    column: "No.",
    heading: "Header",
    meaning: "Taken for",
    id: "Id",
    unit: "Unit",
    setAside: "Rows set aside",
    line: "Line",
    reason: "Why",
    label: "Says",
    first: "First rows",
    map: 'A column is misread? --map "header=id"; cdj explain variables lists the ids',
    save: "To read the next file in the same way: --save puts this plan into {config}",
    saved: "plan and mapping of {file} saved in {config}",
    moreColumns: "Columns not shown: {count} (--format json shows them)",
    moreRows: "{n} more",
    blank: "no header",
    ignored: "not needed",
    duplicate: "the same again: not used",
    undated: "with and without a period side by side: not used",
    unknown: "not understood",
    ambiguous: "ambiguous: not used",
    open: "not told of whom: not used",
    elsewhere: "parts of others: not used",
    identity: "identifies persons: never printed",
    item: "age or sex that the row counts",
    itemVariable: "what the row counts",
    value: "figure",
    part: "part of an area: rows are added up",
    evidence: {
      closure: "{list}: {sum} = {among} in all {n} rows",
      statement: "{list}: “{text}” says whom they count",
      position: "{list}: behind “{among}” and never above it, in {n} {n|row|rows}",
      bound: "{list}: only “{among}” is never below them, in {n} {n|row|rows}",
      alone: "{list}: {sum} = {among} in all {n} rows, in a table that counts nothing but people",
      ages: "{list}: ages from {first} to {last}, and nobody but residents is named",
    },
    because: {
      declared: "as declared",
      mark: "byte order mark",
      ascii: "plain ASCII",
      valid: "valid throughout",
      damaged: "a few bytes are damaged",
      zeros: "zeros in every second byte",
      likeliest: "reads most like a Chinese table",
    },
  },
  "zh-CN": {
    encoding: "编码",
    delimiter: "分隔符",
    quote: "单元格以{quote}括起",
    backslash: "内含引号前加反斜杠",
    header: "表头",
    headerLines: "{n}行，其上另有{above}行",
    headerFirst: "{n}行",
    noHeader: "无：各列没有名称",
    above: "表头以上行数",
    table: "表",
    tableOf: "文件中的第{k}张，共{n}张；其余始于{lines}；用 --table 可读取其中一张",
    rows: "数据行",
    rowsAre: "{n}行数据",
    areas: "{n}个社区",
    period: "时间",
    decimalComma: "小数点为逗号",
    shape: "结构",
    wide: "每个地区、每个时期一行",
    periodColumns: "每行一个地区，各列分属不同时间",
    long: "每个地区、时期、项目一行",
    columns: "各列",
    column: "列号",
    heading: "表头",
    meaning: "识别为",
    id: "标识",
    unit: "单位",
    setAside: "未计入的行",
    line: "行号",
    reason: "原因",
    label: "内容",
    first: "前几行",
    map: '列识别有误？用 --map "表头=标识"；标识见 cdj explain variables',
    save: "要让下一份文件照此读取：--save 将此方案存入 {config}",
    saved: "{file} 的读取方案和对应关系已存入 {config}",
    moreColumns: "另有{count}列：--format json 可全部显示",
    moreRows: "另有{n}行",
    blank: "无表头",
    ignored: "无需使用",
    duplicate: "重复，未使用",
    undated: "与其他列是否同期不明，未使用",
    unknown: "未能识别",
    ambiguous: "含义不明，未使用",
    open: "所计对象不明，未使用",
    elsewhere: "其他人群的分组，未使用",
    identity: "个人身份信息，不予显示",
    item: "该行所计的年龄或性别",
    itemVariable: "该行所计的项目",
    value: "数值",
    part: "地区的组成部分：各行相加",
    evidence: {
      closure: "{list}：{n}行中均有 {sum} = {among}",
      statement: "{list}：“{text}”说明了所计对象",
      position: "{list}：紧随“{among}”之后，{n}行中均不超过该列",
      bound: "{list}：{n}行中均不超过的人数列只有“{among}”",
      alone: "{list}：{n}行中均有 {sum} = {among}，且表中只计人口",
      ages: "{list}：年龄自{first}至{last}，表中未提及居民以外的人群",
    },
    because: {
      declared: "按指定",
      mark: "有字节顺序标记",
      ascii: "纯 ASCII",
      valid: "全文有效",
      damaged: "个别字节损坏",
      zeros: "隔字节为零",
      likeliest: "读来最像中文表格",
    },
  },
  "zh-TW": {
    encoding: "編碼",
    delimiter: "分隔符號",
    quote: "儲存格以{quote}括住",
    backslash: "內含引號前加反斜線",
    header: "標題列",
    headerLines: "{n}列，其上另有{above}列",
    headerFirst: "{n}列",
    noHeader: "無：各欄沒有名稱",
    above: "標題列以上列數",
    table: "表",
    tableOf: "檔案中的第{k}張，共{n}張；其餘始於{lines}；以 --table 可讀取其中一張",
    rows: "資料列",
    rowsAre: "{n}列資料",
    areas: "{n}個社區",
    period: "時間",
    decimalComma: "小數點為逗號",
    shape: "結構",
    wide: "每個地區、每個時期一列",
    periodColumns: "每列一個地區，各欄分屬不同時間",
    long: "每個地區、時期、項目一列",
    columns: "各欄",
    column: "欄號",
    heading: "標題",
    meaning: "辨識為",
    id: "代號",
    unit: "單位",
    setAside: "未計入的列",
    line: "列號",
    reason: "原因",
    label: "內容",
    first: "前幾列",
    map: '欄位辨識有誤？以 --map "標題=代號" 指定；代號見 cdj explain variables',
    save: "要讓下一份檔案照此讀取：--save 將此方案存入 {config}",
    saved: "{file} 的讀取方案與對應關係已存入 {config}",
    moreColumns: "另有{count}欄：--format json 可全部顯示",
    moreRows: "另有{n}列",
    blank: "無標題",
    ignored: "無須使用",
    duplicate: "重複，未使用",
    undated: "與其他欄是否同期不明，未使用",
    unknown: "未能辨識",
    ambiguous: "意義不明，未使用",
    open: "所計對象不明，未使用",
    elsewhere: "其他人群的分組，未使用",
    identity: "個人身分資料，不予顯示",
    item: "該列所計的年齡或性別",
    itemVariable: "該列所計的項目",
    value: "數值",
    part: "地區的組成部分：各列相加",
    evidence: {
      closure: "{list}：{n}列中均有 {sum} = {among}",
      statement: "{list}：「{text}」說明了所計對象",
      position: "{list}：緊接在「{among}」之後，{n}列中均不超過該欄",
      bound: "{list}：{n}列中均不超過的人數欄只有「{among}」",
      alone: "{list}：{n}列中均有 {sum} = {among}，且表中只計人口",
      ages: "{list}：年齡自{first}至{last}，表中未提及居民以外的人群",
    },
    because: {
      declared: "依指定",
      mark: "有位元組順序標記",
      ascii: "純 ASCII",
      valid: "全文有效",
      damaged: "少數位元組毀損",
      zeros: "每隔一位元組為零",
      likeliest: "讀來最像中文表格",
    },
  },
};

/** The words of a language. */
export const inspectWords = (language: Language): InspectWords => all[language];
