import { both, type Translation } from "./translation.ts";

/** The paragraphs below the help pages of commands. */
export const helpNotes: Readonly<Record<string, Translation>> = {
  "Exit codes: 0 computed (also with findings in the data), 2 could not run.": both(
    "退出码：0 已算出（数据有问题时亦然），2 无法运行。",
    "結束代碼：0 已算出（資料有問題時亦然），2 無法執行。",
  ),
  "Exit codes: 0 nothing at or above the failing severity, 1 findings at or above it, 2 could not run.":
    both(
      "退出码：0 没有达到失败级别的问题，1 有，2 无法运行。",
      "結束代碼：0 沒有達到失敗級別的問題，1 有，2 無法執行。",
    ),
  "Exit codes: 0 compared (also with findings in the data), 2 could not run.": both(
    "退出码：0 已比较（数据有问题时亦然），2 无法运行。",
    "結束代碼：0 已比較（資料有問題時亦然），2 無法執行。",
  ),
  "Exit codes: 0 explained, 2 could not run.": both(
    "退出码：0 已解释，2 无法运行。",
    "結束代碼：0 已解釋，2 無法執行。",
  ),
  "Exit codes: 0 written, 2 could not run.": both(
    "退出码：0 已写入，2 无法运行。",
    "結束代碼：0 已寫入，2 無法執行。",
  ),
  "Exit codes: 0 written (also with findings in the data), 2 could not run.": both(
    "退出码：0 已写入（数据有问题时亦然），2 无法运行。",
    "結束代碼：0 已寫入（資料有問題時亦然），2 無法執行。",
  ),
  "Exit codes: 0 shown, 2 could not be read (or, with --locked, no longer fits).": both(
    "退出码：0 已显示，2 无法读取（用 --locked 时：与方案不符）。",
    "結束代碼：0 已顯示，2 無法讀取（用 --locked 時：與方案不符）。",
  ),
  "Exit codes: 0 written, or all in step; 1 with --check: something is stale or was edited by hand; 2 could not run.":
    both(
      "退出码：0 已写入，或全部一致；1 用 --check 时有过时或手改的数字；2 无法运行。",
      "結束代碼：0 已寫入，或全部一致；1 用 --check 時有過時或手改的數字；2 無法執行。",
    ),
  "It writes cdj.config.json and an empty table: survey.csv (调查表.csv), or with --form survey.xlsx (调查表.xlsx) with drop-down lists and\nchecked cells. Fill it in and run cdj analyze on it: no --map is needed. Files that are there are left alone without --force.\nWith --schema and a table it writes survey.schema.json, a Frictionless Table Schema which that table meets: cdj check --schema holds others to it.":
    both(
      "写出 cdj.config.json 和一张空表：调查表.csv；用 --form 时为 调查表.xlsx，带下拉列表和数据校验。填好后直接用 cdj analyze 读取，\n不需要 --map。已有的文件不会被覆盖，除非用 --force。\n给出 --schema 和一张表时，写出该表符合的 Frictionless Table Schema（survey.schema.json），供 cdj check --schema 检查其他表。",
      "寫出 cdj.config.json 和一張空表：調查表.csv；用 --form 時為 調查表.xlsx，帶下拉清單和資料驗證。填好後直接用 cdj analyze 讀取，\n不需要 --map。已有的檔案不會被覆寫，除非用 --force。\n給出 --schema 和一張表時，寫出該表符合的 Frictionless Table Schema（survey.schema.json），供 cdj check --schema 檢查其他表。",
    ),
  'JSON:     one table is an object, several are an array of such objects.\n--cells:  with --format json, also "header" (one text per column) and "cells" (every row below the header as it stands in the file; totals are\n          kept, notes and blank rows left out; only columns that may identify persons, and those that the config protects, are withheld).\n--save:   puts the mapping and the plan of each file into cdj.config.json beside it; --locked then fails when a file no longer fits.':
    both(
      'JSON：    一张表是一个对象，多张表是对象的数组。\n--cells： 配合 --format json，另给出 "header"（每列一项）和 "cells"（表头下每一行的原样；合计保留，注和空行除外；\n          仅可能识别个人的列和配置所保护的列隐去）。\n--save：  把每个文件的表头对应和读取方案存入其旁的 cdj.config.json；之后文件与之不符时，--locked 报错。',
      'JSON：    一張表是一個物件，多張表是物件的陣列。\n--cells： 配合 --format json，另給出 "header"（每欄一項）和 "cells"（標題列下每一列的原樣；合計保留，註和空白列除外；\n          僅可能辨識個人的欄位和設定所保護的欄位隱去）。\n--save：  把每個檔案的欄名對應和讀取方案存入其旁的 cdj.config.json；之後檔案與之不符時，--locked 報錯。',
    ),
  "In the text:": both("文稿中的写法：", "文稿中的寫法："),
  "A key is the id of an indicator, a variable or an age band, with a part where one is meant: .areas, .missing, .areasMissing, .areasTested,\n.areasMissingShare, .threshold, .gap, .net, .min, .q1, .median, .q3, .max, .mean, .sd, .cv, .gini, a class. Without area= or group= (by=) it is of the\nwhole survey; without period= of the latest. fmt: percent0–percent2, int, fixed1–fixed6, wan, unit. A block is a section or table of the appendix.":
    both(
      "键是指标、变量或年龄组的名称，需要其中一部分时加后缀：.areas、.missing、.areasMissing、.areasTested、.areasMissingShare、.threshold、\n.gap、.net、.min、.q1、.median、.q3、.max、.mean、.sd、.cv、.gini，或某一档。没有 area= 或 group=（by=）时指总体，没有 period= 时指最近一期。\nfmt：percent0–percent2、int、fixed1–fixed6、wan、unit。块是附录的一节或一张表。",
      "鍵是指標、變數或年齡組的名稱，需要其中一部分時加後綴：.areas、.missing、.areasMissing、.areasTested、.areasMissingShare、.threshold、\n.gap、.net、.min、.q1、.median、.q3、.max、.mean、.sd、.cv、.gini，或某一組。沒有 area= 或 group=（by=）時指整體，沒有 period= 時指最近一期。\nfmt：percent0–percent2、int、fixed1–fixed6、wan、unit。區塊是附錄的一節或一張表。",
    ),
  "The format is that of the suffix: .md, .html, .docx or .json. Beside Markdown each chart is written as an SVG file.\nCounts of people in need below 5 are withheld (--min-cell), with whatever would reveal them.":
    both(
      "格式依后缀：.md、.html、.docx 或 .json。写 Markdown 时，每幅图另存为 SVG 文件。\n困难群体人数不足 5 时不予公布（--min-cell），可推算出它们的数字也不公布。",
      "格式依副檔名：.md、.html、.docx 或 .json。寫 Markdown 時，每幅圖另存為 SVG 檔案。\n弱勢族群人數未滿 5 時不予公布（--min-cell），可推算出它們的數字也不公布。",
    ),
  "Columns: area_code, the units the area lies in (street, district, …), area, period, residents_basis (where it is not the\n         usual one); then ids of the codebook in base units (yuan, m², persons).\nCells:   ≈16000 is approximate, [130000..140000) an interval (13万多); categories are ids, cdj explain variables lists them.\nFormats: csv, json (with sources and findings), jsonl, xlsx and parquet by the name of --output, or by --format; cdj reads csv, xlsx and parquet back with the same totals.":
    both(
      "列：    area_code、所属上级（street、district……）、area、period、residents_basis（非常住口径时），\n        然后是编码本的变量名，用基本单位（元、m²、人）。\n单元格：≈16000 为约数，[130000..140000) 为区间（13万多）；类别写其名称，见 cdj explain variables。\n格式：  csv、json（含来源与问题）、jsonl、xlsx、parquet，依 --output 的后缀或 --format；csv、xlsx、parquet 可再读入，合计不变。",
      "欄位：  area_code、所屬上級（street、district……）、area、period、residents_basis（非以常住人口計時），\n        然後是編碼簿的變數名，用基本單位（元、m²、人）。\n儲存格：≈16000 為約數，[130000..140000) 為區間（13萬多）；類別寫其名稱，見 cdj explain variables。\n格式：  csv、json（含來源與問題）、jsonl、xlsx、parquet，依 --output 的副檔名或 --format；csv、xlsx、parquet 可再讀入，合計不變。",
    ),
};
