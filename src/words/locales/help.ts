import type { Language } from "../../survey/language.ts";
import { helpNotes } from "./help-notes.ts";
import { both, type Translation } from "./translation.ts";

const titles: Readonly<Record<string, Translation>> = {
  "Usage:": both("用法：", "用法："),
  "Arguments:": both("参数：", "引數："),
  "Options:": both("选项：", "選項："),
  "Commands:": both("命令：", "命令："),
  "Examples:": both("示例：", "範例："),
  "display help for command": both("显示本命令的用法", "顯示本命令的用法"),
  "output the version number": both("显示版本号", "顯示版本號"),
  "Survey analysis for people who study communities": both(
    "社区调查数据分析工具",
    "村里與社區調查資料分析工具",
  ),
};

const commands: Readonly<Record<string, Translation>> = {
  "read survey tables, compute indicators, compare them with norms": both(
    "读取调查表，计算指标，与标准比较",
    "讀取調查表，計算指標，與標準比較",
  ),
  "hold two periods side by side: growth, points, what each area adds": both(
    "两期对比：增长率、百分点、各地区的拉动",
    "兩期對照：成長率、百分點、各地區的貢獻",
  ),
  "say how a table is read, and why": both(
    "说明一张表如何读取及其理由",
    "說明一張表如何讀取及其理由",
  ),
  "write survey tables as one clean table": both(
    "把调查表整理成一张规范的表",
    "把調查表整理成一張規範的表",
  ),
  "judge survey tables: wrong cells with their place, reason and remedy": both(
    "检查调查表：指出错误单元格的位置、理由和改法",
    "檢查調查表：指出錯誤儲存格的位置、理由和改法",
  ),
  "write the appendix of a survey: tables, charts, definitions, sources": both(
    "编写调查附录：表、图、定义、来源",
    "編寫調查附錄：表、圖、定義、來源",
  ),
  "begin a survey: a config file and an empty table or form": both(
    "准备一项调查：配置文件和空白表格或表单",
    "準備一項調查：設定檔和空白表格或表單",
  ),
  "keep the numbers in a text in step with the data": both(
    "让文稿中的数字与数据保持一致",
    "讓文稿中的數字與資料保持一致",
  ),
  "say what an indicator, variable, norm or finding code is": both(
    "解释指标、变量、标准或问题代码",
    "解釋指標、變數、標準或問題代碼",
  ),
};

const inputs: Readonly<Record<string, Translation>> = {
  "tables of areas, folders or globs; - is standard input": both(
    "各地区的表、文件夹或通配符；- 表示标准输入",
    "各地區的表、資料夾或萬用字元；- 表示標準輸入",
  ),
  "tables of areas with two or more periods, in one file or several; - is standard input": both(
    "含两期或多期的各地区表，一个或多个文件；- 表示标准输入",
    "含兩期或多期的各地區表，一個或多個檔案；- 表示標準輸入",
  ),
  "tables, folders or globs; - is standard input": both(
    "表、文件夹或通配符；- 表示标准输入",
    "表、資料夾或萬用字元；- 表示標準輸入",
  ),
  "where to write; with --schema, a table": both(
    "写到哪里；用 --schema 时为一张表",
    "寫到哪裡；用 --schema 時為一張表",
  ),
  "Markdown files in UTF-8 with markers": both(
    "带标记的 Markdown 文件（UTF-8）",
    "帶標記的 Markdown 檔案（UTF-8）",
  ),
  "indicators, variables, norms, statistics or checks (a list), or the id of one: workers_per_1000, office_area, CDJ301":
    both(
      "indicators、variables、norms、statistics、checks（清单），或其中一项的名称：workers_per_1000、office_area、CDJ301",
      "indicators、variables、norms、statistics、checks（清單），或其中一項的名稱：workers_per_1000、office_area、CDJ301",
    ),
  "tables whose figures are put into the formula; - is standard input": both(
    "代入公式的表；- 表示标准输入",
    "代入公式的表；- 表示標準輸入",
  ),
};

const reading: Readonly<Record<string, Translation>> = {
  "these periods, or all; the latest where left out": both(
    "指定时期，或 all；省略时取最近一期",
    "指定時期，或 all；省略時取最近一期",
  ),
  "only these periods": both("只取这些时期", "只取這些時期"),
  "the two periods that are compared, as --from and --to name them": both(
    "要比较的两个时期，同 --from 与 --to",
    "要比較的兩個時期，同 --from 與 --to",
  ),
  "rows of one area and period are its parts: add them up": both(
    "同一地区同一时期的多行是其组成部分，予以相加",
    "同一地區同一時期的多列是其組成部分，予以相加",
  ),
  "fill blank cells with the sum of their parts, and say which": both(
    "用各部分之和填补空格，并说明填补了哪些",
    "用各部分之和填補空格，並說明填補了哪些",
  ),
  "what rows are: skip, area or total, of a name, kind:derived or last:2 (repeatable)": both(
    "某些行是什么：skip（剔除）、area（地区）或 total（合计）；按行名、kind:derived 或 last:2 指定（可多次使用）",
    "某些列是什麼：skip（剔除）、area（地區）或 total（合計）；按列名、kind:derived 或 last:2 指定（可多次使用）",
  ),
  "read only the rows of this level, where a table has several": both(
    "表中有几个级别时，只读取该级别的行",
    "表中有幾個級別時，只讀取該級別的列",
  ),
  "what a header means (repeatable)": both("表头的含义（可多次使用）", "欄名的含義（可多次使用）"),
  "sheets of a workbook, by name or number, or all": both(
    "工作簿中的工作表：名称、序号或 all",
    "活頁簿中的工作表：名稱、序號或 all",
  ),
  "leave out the rows and columns that a sheet hides or filters": both(
    "不读取工作表中隐藏或筛去的行和列",
    "不讀取工作表中隱藏或篩去的列和欄",
  ),
  "which of several tables in one file or sheet, the first where left out": both(
    "一个文件或工作表中有多张表时取第几张，省略时取第一张",
    "一個檔案或工作表中有多張表時取第幾張，省略時取第一張",
  ),
  "a table of the areas that should be there: those missing, unexpected or renamed are named": both(
    "应有地区的名册：指出缺少、多出或更名的地区",
    "應有地區的名冊：指出缺少、多出或更名的地區",
  ),
  "fail when a file no longer fits the plan that cdj inspect --save has put into the config": both(
    "文件与 cdj inspect --save 存入配置的读取方案不符时报错",
    "檔案與 cdj inspect --save 存入設定的讀取方案不符時報錯",
  ),
  "of the files, where the guess is wrong": both(
    "文件所用，自动判断有误时指定",
    "檔案所用，自動判斷有誤時指定",
  ),
  "a config file; else cdj.config.json beside the data or above it": both(
    "配置文件；默认取数据旁或上级文件夹的 cdj.config.json",
    "設定檔；預設取資料旁或上層資料夾的 cdj.config.json",
  ),
  "a config file (mapping)": both("配置文件（表头对应）", "設定檔（欄名對應）"),
  "read no config file": both("不读配置文件", "不讀設定檔"),
};

const analysis: Readonly<Record<string, Translation>> = {
  "set an option of an indicator (repeatable): office_area_bands.edges=60,100,200": both(
    "设定指标的选项（可多次使用）：office_area_bands.edges=60,100,200",
    "設定指標的選項（可多次使用）：office_area_bands.edges=60,100,200",
  ),
  "suppress counts from 1 to n−1 of people in need, and what would reveal them": both(
    "困难群体人数在 1 至 n−1 之间时不予公布，可推算出它们的数字也不公布",
    "弱勢族群人數在 1 至 n−1 之間時不予公布，可推算出它們的數字也不公布",
  ),
  "withhold counts from 1 to n−1 of people in need, and what would reveal them": both(
    "困难群体人数在 1 至 n−1 之间时留空，可推算出它们的数字也留空",
    "弱勢族群人數在 1 至 n−1 之間時留空，可推算出它們的數字也留空",
  ),
  "withhold nothing": both("不隐去任何数字", "不隱去任何數字"),
  "the distribution over the areas, of these indicators or variables or of all: quartiles, spread, inequality, ranks":
    both(
      "各地区的分布（指定指标、变量或全部）：四分位数、离散、不均等、位次",
      "各地區的分布（指定指標、變數或全部）：四分位數、離散、不均等、名次",
    ),
  "how quartiles are found: 1 to 9 as in R; 7 where left out": both(
    "四分位数算法，同 R 的 1 至 9 型；默认 7",
    "四分位數算法，同 R 的 1 至 9 型；預設 7",
  ),
  "norms to compare with, or figures of your own such as office_area=500": both(
    "用来比较的标准，或自定的数，如 office_area=500",
    "用來比較的標準，或自訂的數，如 office_area=500",
  ),
  "norms to hold both periods against, or figures of your own such as office_area=500": both(
    "两期都与之比较的标准，或自定的数，如 office_area=500",
    "兩期都與之比較的標準，或自訂的數，如 office_area=500",
  ),
  "only these indicators": both("只算这些指标", "只算這些指標"),
  "only these variables or age bands": both("只看这些变量或年龄组", "只看這些變數或年齡組"),
  "only these themes: population, age, organisation, staffing, space, funding": both(
    "只算这些主题：population 人口、age 年龄、organisation 组织、staffing 人员、space 场所、funding 经费",
    "只算這些主題：population 人口、age 年齡、organisation 組織、staffing 人員、space 空間、funding 經費",
  ),
  "group by a level, a variable or a header as written": both(
    "按层级、变量或原表头分组",
    "依層級、變數或原欄名分組",
  ),
  "group by a level, a variable or a header as written; by street or township where left out": both(
    "按层级、变量或原表头分组；省略时按街道（乡镇）",
    "依層級、變數或原欄名分組；省略時依鄉鎮市區",
  ),
  "order the areas by an indicator or variable, the greatest first; id:asc turns it round": both(
    "按指标或变量从大到小排列各地区；id:asc 则从小到大",
    "依指標或變數由大至小排列各地區；id:asc 則由小至大",
  ),
  "order the areas by the change of an indicator or variable, the greatest first; id:asc turns it round":
    both(
      "按指标或变量的变化从大到小排列各地区；id:asc 则从小到大",
      "依指標或變數的變化由大至小排列各地區；id:asc 則由小至大",
    ),
  "show the first n areas": both("只显示前 n 个地区", "只顯示前 n 個地區"),
  "the earlier period; the first where left out": both(
    "前一期；省略时取最早一期",
    "前一期；省略時取最早一期",
  ),
  "the later period; the last where left out": both(
    "后一期；省略时取最近一期",
    "後一期；省略時取最近一期",
  ),
  "how areas were merged, split or renamed: a CSV file with the columns old, new, share": both(
    "地区合并、拆分、更名的对照表：含 old、new、share 三列的 CSV 文件",
    "地區合併、分割、更名的對照表：含 old、new、share 三欄的 CSV 檔案",
  ),
};

const output: Readonly<Record<string, Translation>> = {
  "show every column, whatever the width": both("不论宽度，显示全部列", "不論寬度，顯示全部欄位"),
  "en, zh-CN or zh-TW": both("en、zh-CN 或 zh-TW", "en、zh-CN 或 zh-TW"),
  "of the remarks: en, zh-CN or zh-TW": both(
    "提示语言：en、zh-CN 或 zh-TW",
    "提示語言：en、zh-CN 或 zh-TW",
  ),
  "en, zh-CN or zh-TW; else the config’s, else that of the headers": both(
    "en、zh-CN 或 zh-TW；省略时依配置，再依表头的语言",
    "en、zh-CN 或 zh-TW；省略時依設定，再依欄名的語言",
  ),
  "en, zh-CN or zh-TW: of the headers and of the config file": both(
    "表头与配置文件的语言：en、zh-CN 或 zh-TW",
    "欄名與設定檔的語言：en、zh-CN 或 zh-TW",
  ),
  "terminal, json, csv or markdown": both(
    "terminal、json、csv 或 markdown",
    "terminal、json、csv 或 markdown",
  ),
  "terminal or json": both("terminal 或 json", "terminal 或 json"),
  "terminal, json or markdown": both("terminal、json 或 markdown", "terminal、json 或 markdown"),
  "csv, json, jsonl, xlsx or parquet": both(
    "csv、json、jsonl、xlsx 或 parquet",
    "csv、json、jsonl、xlsx 或 parquet",
  ),
  "markdown, html, docx or json, where no suffix says it": both(
    "markdown、html、docx 或 json，文件名后缀未表明时用",
    "markdown、html、docx 或 json，副檔名未表明時用",
  ),
  "write there instead of standard output": both(
    "写入该文件，不写标准输出",
    "寫入該檔案，不寫標準輸出",
  ),
  "write there instead of standard output; .csv, .json, .jsonl, .xlsx or .parquet": both(
    "写入该文件，不写标准输出；.csv、.json、.jsonl、.xlsx 或 .parquet",
    "寫入該檔案，不寫標準輸出；.csv、.json、.jsonl、.xlsx 或 .parquet",
  ),
  "write there instead of standard output: .md, .html, .docx or .json": both(
    "写入该文件，不写标准输出：.md、.html、.docx 或 .json",
    "寫入該檔案，不寫標準輸出：.md、.html、.docx 或 .json",
  ),
  "no remarks on standard error": both("不在标准错误输出提示", "不在標準錯誤輸出提示"),
  "one row per area, period and variable": both(
    "每个地区、时期、变量一行",
    "每個地區、時期、變數一列",
  ),
  "begin a CSV file with a mark by which Excel knows UTF-8": both(
    "CSV 文件以 BOM 开头，便于 Excel 识别 UTF-8",
    "CSV 檔案以 BOM 開頭，便於 Excel 辨識 UTF-8",
  ),
  "with --format json: the header and every row below it": both(
    "配合 --format json：表头及其下每一行",
    "配合 --format json：標題列及其下每一列",
  ),
  "put mapping and plan into the config file": both(
    "把表头对应和读取方案存入配置文件",
    "把欄名對應和讀取方案存入設定檔",
  ),
  "the sentence that says under a table how an indicator is computed": both(
    "可放在表下的口径说明",
    "可放在表下的計算說明",
  ),
  "historical, draft and anonymous norms too": both(
    "也列出历史、草案和来源不明的标准",
    "也列出歷史、草案和來源不明的標準",
  ),
};

const checking: Readonly<Record<string, Translation>> = {
  "text, json, jsonl, sarif, junit, github, gitlab; several with files: sarif=out.sarif,text": both(
    "text、json、jsonl、sarif、junit、github、gitlab；可同时写多种：sarif=out.sarif,text",
    "text、json、jsonl、sarif、junit、github、gitlab；可同時寫多種：sarif=out.sarif,text",
  ),
  "error, warning or note: from where on the exit code is 1 (default: error)": both(
    "error、warning 或 note：从哪一级起退出码为 1（默认：error）",
    "error、warning 或 note：從哪一級起結束代碼為 1（預設：error）",
  ),
  "tell the first n of each code, count the rest (default: 1000)": both(
    "每种代码列出前 n 处，其余只计数（默认：1000）",
    "每種代碼列出前 n 處，其餘只計數（預設：1000）",
  ),
  "only these codes, or those that begin so: CDJ4": both(
    "只看这些代码，或以此开头的代码：CDJ4",
    "只看這些代碼，或以此開頭的代碼：CDJ4",
  ),
  "not these codes, nor those that begin so": both(
    "不看这些代码，也不看以此开头的代码",
    "不看這些代碼，也不看以此開頭的代碼",
  ),
  "how often each code was raised": both("各代码出现的次数", "各代碼出現的次數"),
  "no remarks, and of the findings only how many there are": both(
    "不作提示，问题只报个数",
    "不作提示，問題只報個數",
  ),
  "known findings, which do not fail": both("已知问题，不算失败", "已知問題，不算失敗"),
  "write the findings of this run into the baseline as known": both(
    "把本次的问题写入基线，作为已知问题",
    "把本次的問題寫入基準檔，作為已知問題",
  ),
  "take what no longer stands out of the baseline": both(
    "从基线中删去已不存在的问题",
    "從基準檔中刪去已不存在的問題",
  ),
  "repair spellings: spaces, full-width digits, encoding, blank rows at the end": both(
    "修正写法：空格、全角数字、编码、末尾空行",
    "修正寫法：空格、全形數字、編碼、末尾空白列",
  ),
  "show what --fix would change, and change nothing": both(
    "只显示 --fix 会改什么，不作改动",
    "只顯示 --fix 會改什麼，不作改動",
  ),
  "a query sheet for every area, or for every parent_area (with --format xlsx and --output-dir)":
    both(
      "每个地区（或每个 parent_area）一份核查单（配合 --format xlsx 和 --output-dir）",
      "每個地區（或每個 parent_area）一份查核單（配合 --format xlsx 和 --output-dir）",
    ),
  "where query sheets go": both("核查单写到哪里", "查核單寫到哪裡"),
  "from where SARIF, GitLab, annotations and the baseline name files (default: this folder)": both(
    "SARIF、GitLab、批注和基线中的文件路径从哪个文件夹算起（默认当前文件夹）",
    "SARIF、GitLab、註解和基線中的檔案路徑從哪個資料夾算起（預設目前資料夾）",
  ),
  "a Frictionless Table Schema or Data Package that the tables must meet": both(
    "各表须符合的 Frictionless Table Schema 或 Data Package",
    "各表須符合的 Frictionless Table Schema 或 Data Package",
  ),
};

const writing: Readonly<Record<string, Translation>> = {
  "of the appendix": both("附录的标题", "附錄的標題"),
  "only these sections: basis, population, organisation, staffing, space, funding, distribution, change, …":
    both(
      "只写这些部分：basis、population、organisation、staffing、space、funding、distribution、change……",
      "只寫這些部分：basis、population、organisation、staffing、space、funding、distribution、change……",
    ),
  "draw the Lorenz curves of these indicators or variables": both(
    "画这些指标或变量的洛伦兹曲线",
    "畫這些指標或變數的羅倫茲曲線",
  ),
  "what stands before the numbers of tables: 附表, 表 B-, Table B-": both(
    "表号前的字样：附表、表 B-、Table B-",
    "表號前的字樣：附表、表 B-、Table B-",
  ),
  "in Word: of the text, of headings, of Latin letters, as 宋体,黑体,Times New Roman": both(
    "Word 中正文、标题、西文的字体，如 宋体,黑体,Times New Roman",
    "Word 中內文、標題、西文的字型，如 新細明體,微軟正黑體,Times New Roman",
  ),
  "in Word: a document whose styles are taken": both(
    "Word 中：沿用其样式的文档",
    "Word 中：沿用其樣式的文件",
  ),
  "the day of preparation to be printed; without it none is": both(
    "印出的编制日期；省略则不印",
    "印出的編製日期；省略則不印",
  ),
  "one appendix for each group: a level, a variable or a header as written": both(
    "每组一份附录：层级、变量或原表头",
    "每組一份附錄：層級、變數或原欄名",
  ),
  "where the appendices of the groups go, with an index": both(
    "各组附录及其索引写到哪里",
    "各組附錄及其索引寫到哪裡",
  ),
  "the tables: files, folders or globs, comma-separated, repeatable": both(
    "数据表：文件、文件夹或通配符，以逗号分隔，可多次使用",
    "資料表：檔案、資料夾或萬用字元，以逗號分隔，可多次使用",
  ),
  "change nothing; exit code 1 when a number is not in step with the data": both(
    "不作改动；有数字与数据不一致时退出码为 1",
    "不作改動；有數字與資料不一致時結束代碼為 1",
  ),
  "an .xlsx form with drop-down lists and checked cells instead of a CSV file": both(
    "不写 CSV，写带下拉列表和数据校验的 .xlsx 表单",
    "不寫 CSV，寫帶下拉清單和資料驗證的 .xlsx 表單",
  ),
  "of a table: its Frictionless Table Schema; else the JSON Schema of the config file too, for editors":
    both(
      "给出表时：写其 Frictionless Table Schema；否则另写配置文件的 JSON Schema，供编辑器使用",
      "給出表時：寫其 Frictionless Table Schema；否則另寫設定檔的 JSON Schema，供編輯器使用",
    ),
  "columns for these indicators": both("为这些指标设列", "為這些指標設欄"),
  "columns for these themes: population, age, organisation, staffing, space, funding": both(
    "为这些主题设列：population、age、organisation、staffing、space、funding",
    "為這些主題設欄：population、age、organisation、staffing、space、funding",
  ),
  "norms for the config file": both("写入配置文件的标准", "寫入設定檔的標準"),
  "replace files that are there": both("覆盖已有文件", "覆寫已有檔案"),
};

/** The words of the help pages, by the English text that stands with the command or option; a test asks for every one. */
export const helpTexts: Readonly<Record<string, Translation>> = {
  ...titles,
  ...commands,
  ...inputs,
  ...reading,
  ...analysis,
  ...output,
  ...checking,
  ...writing,
  ...helpNotes,
};

/** A text of the help pages in a language; as it is where it has no words of its own (an example, an option's name). */
export const helpText = (text: string, language: Language): string =>
  language === "en" ? text : (helpTexts[text]?.[language] ?? text);
