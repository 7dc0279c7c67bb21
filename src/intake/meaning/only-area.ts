import { withoutIdentity } from "../../codebook/identity.ts";
import { toSimplified } from "../../codebook/simplified.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import type { PlannedColumn, ReadingPlan } from "../plan.ts";
import { isTotalWord } from "../rows/total-words.ts";

/** What may name the one area of a table. */
export interface AroundTable {
  /** The texts above the header. */
  readonly titles: readonly string[];
  readonly sheet?: string;
  /** With its folders. */
  readonly file: string;
  readonly heads: readonly string[];
}

/**
 * The area of every row of a table that has no column of areas because all its rows are of one: its ages and sexes, its years, its
 * indicators. Undefined where the table has such a column, or one of words that may be it, or where rows are not told apart by what is known.
 */
export function onlyArea(
  columns: readonly PlannedColumn[],
  rows: readonly (readonly string[])[],
  around: AroundTable,
): ReadingPlan["area"] {
  const isOf = (is: PlannedColumn["role"]["is"]): PlannedColumn[] =>
    columns.filter(({ role }) => role.is === is);
  const keys = isOf("key");
  if (keys.some(({ role }) => role.is === "key" && role.key !== "period")) return undefined;
  const items = isOf("item");
  const ofSomebody = isOf("unused").filter(
    ({ role }) => role.is === "unused" && (role.reason === "open" || role.reason === "elsewhere"),
  );
  const figures = [...isOf("quantity"), ...isOf("value"), ...ofSomebody];
  if (figures.length === 0 || items.length + keys.length === 0 || isOf("finer").length > 0)
    return undefined;
  if (isOf("unused").some(({ index }) => maySayWhere(rows, index))) return undefined;
  return areToldApart(rows, [...keys, ...items]) ? nameOfOnlyArea(around) : undefined;
}

/** Words that differ from row to row. */
function maySayWhere(rows: readonly (readonly string[])[], index: number): boolean {
  const words = rows
    .map((row) => (row[index] ?? "").trim())
    .filter((cell) => cell !== "" && !looksNumeric(cell) && !isTotalWord(cell));
  return new Set(words).size > 1;
}

/** Whether no two rows have the same year, age and sex. A merged cell is written once. */
function areToldApart(
  rows: readonly (readonly string[])[],
  columns: readonly PlannedColumn[],
): boolean {
  const carried: string[] = [];
  const seen = new Set<string>();
  let count = 0;
  for (const row of rows) {
    const cells = columns.map(({ index }, i) => {
      const text = (row[index] ?? "").trim();
      if (text !== "") carried[i] = text;
      return text === "" && i < columns.length - 1 ? (carried[i] ?? "") : text;
    });
    if (cells.every((cell) => cell === "") || cells.at(-1) === "") continue;
    seen.add(cells.join("\u0000"));
    count++;
  }
  return count > 0 && seen.size === count;
}

/** The area that a title, the sheet or the file names; else it is called the survey. */
export function nameOfOnlyArea({ titles, sheet, file, heads }: AroundTable): {
  readonly value: string;
  readonly from: NonNullable<ReadingPlan["area"]>["from"];
} {
  const sources = [
    ...titles.map((title) => ["caption", areaInTitle(title)] as const),
    ["sheet-name", areaInName(sheet ?? "")] as const,
    ["file-name", areaInName(file.split(/[\\/]/u).at(-1) ?? "")] as const,
  ];
  const found = sources.find(([, name]) => name !== "");
  if (found) return { value: withoutIdentity(found[1]), from: found[0] };
  const written = heads.join("");
  const value = !/\p{Script=Han}/u.test(written)
    ? "survey"
    : toSimplified(written) === written
      ? "本调查"
      : "本調查";
  return { value, from: "none" };
}

const dates =
  /(?:截至|截止)?(?:民國|民国)?[\d〇零一二三四五六七八九]{2,4}\s*年(?:度|末|底)?(?:\d{1,2}月(?:\d{1,2}日|末|底)?)?|(?<!\d)(?:19|20)\d{2}(?:\s*[-–—~～至]\s*(?:(?:19|20)\d{2}|\d{2}))?(?!\d)/gu;

/** The name of a unit, or of several one in another: 江苏省常州市某区某镇. */
const chineseUnits =
  /^(?:[^\s\d，。、：:；（）()《》“”]{1,10}?(?:省|自治区|自治區|特别行政区|市|自治州|地区|盟|县|縣|旗|新区|新區|开发区|開發區|[镇鎮乡鄉]|街道(?:办事处|辦事處)?|社区|社區|村委会|村委會|居委会|居委會|(?<![社地分])[区區]|[村里]))+/u;
/** What begins so names no unit: 各社区, 分街道, 本村, 全镇. */
const noUnit = /^(?:各|分|按|每|本|全|某|我|该|該|历|歷|近|主要|社区|社區|村居|街道|城乡|城鄉)/u;

/** The unit that a title in Chinese begins with. */
function unitInChinese(text: string): string {
  const found = chineseUnits.exec(text.replace(dates, " ").trim())?.[0] ?? "";
  return found.length > 1 && !noUnit.test(found) ? found : "";
}

const properName = "[A-Z][\\w'’.-]*";
const englishTitles = [
  new RegExp(
    `\\b(?:of|in|for)\\s+(?:the\\s+)?(${properName}(?:\\s+(?:of\\s+|upon\\s+)?${properName}){0,4})`,
    "u",
  ),
  new RegExp(`^(${properName}(?:\\s+${properName}){0,4})\\s*(?:[:,–—]|\\s(?:by|-)\\s)`, "u"),
];

function areaInTitle(title: string): string {
  const text = title
    .normalize("NFKC")
    .replace(/^(?:附?表|图|圖|table|tab\.|figure)\s*[\d一二三四五六七八九十.-]*[:：、.\s]*/iu, "");
  const english = englishTitles.flatMap((form) => form.exec(text)?.[1] ?? []);
  return [unitInChinese(text), ...english.map(withoutTopic)].find((name) => name !== "") ?? "";
}

const extensions = /(?:\.(?:csv|tsv|tab|txt|json|parquet|xlsx?|xlsm|et|ods|gz|zip|html?))+$/iu;
const topic =
  /(?:分|按|各)?(?:年齡|年龄|岁数|性别|性別|年份)(?:组|組|段)?|历年|歷年|历次|人口|户数|戶數|户籍|戶籍|常住|居民|党员|黨員|构成|結構|结构|金字塔|分布|基本|情况|情況|数据|數據|资料|資料|主要|指标|指標|统计|統計|公报|公報|年鉴|年鑒|年末|年底|汇总|彙總|总|總|表|单|调查|調查|普查|长表|長表|明细|明細|导出|導出|最终|定稿|副本|sheet|工作表|无标题|未命名/gu;
const englishTopic =
  /\b(?:the|populations?|residents?|households?|census|ages?|sex(?:es)?|genders?|by|and|of|in|for|per|data|tables?|statistics|stats?|indicators?|yearly|annual|years?|long|wide|tidy|clean|exports?|results?|surveys?|sheet|book|figures?|numbers?|counts?|totals?|structure|pyramid|distribution|groups?|bands?|males?|females?|persons?|people|input|output|final|new|copy|draft|test|file|untitled|csv|in|out|t|a|x)\b/giu;

/** What is left of a name without what the table is about. */
const withoutTopic = (text: string): string => {
  const bare = text
    .replace(dates, " ")
    .replace(topic, " ")
    .replace(/[_–—-]+/gu, " ")
    .replace(englishTopic, " ")
    .replace(/[（(]\s*[)）]|\d+/gu, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.,:：、，·和与與及的]+|[\s.,:：、，·和与與及的]+$/gu, "");
  return /\p{Script=Han}{2}|\p{L}{3}/u.test(bare) ? bare : "";
};

function areaInName(name: string): string {
  const text = name.normalize("NFKC").replace(extensions, "");
  return unitInChinese(text) || withoutTopic(text);
}
