import { findVariable } from "../../codebook/index.ts";
import { matchHeader } from "../../codebook/match.ts";

/** What a note below a table says of the whole of it. */
export interface NotedTotals {
  /** Variable → total. */
  readonly values: ReadonlyMap<string, number>;
  /** How many areas there are in all, in the words of the note: 15个社区. */
  readonly areas?: { readonly count: number; readonly text: string };
  /** The years that the note names. */
  readonly years: ReadonlySet<string>;
}

const whole =
  "(?:全(?:镇|鎮|乡|鄉|街道|区|區|县|縣|市|部|体|體|辖区|轄區|表)?|本(?:镇|鎮|乡|鄉|街道|区|區|县|縣|市|表)|(?:以上|上述|表中|表内|表內)?(?:\\d+个|\\d+個|各)?(?:社区|社區|居委会|居委會|村))?";
const totalWord = "(?:合计|总计|共计|总共|共有|一共|共|合計|總計|共計|總共)";
const figure = "(?<figure>\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)";
const unit = "(?<unit>户|戶|人|名|个|個|平方米|平方公尺|㎡|m²|元)?";

/** 全镇合计 35,000 户 · 常住人口合计130000人 · 合计党员877名: a whole clause, so that nothing in it restricts the figure. */
const clauses = [
  new RegExp(
    `^${whole}(?<noun>\\p{Script=Han}*?)${totalWord}(?:为|為|是|有)?${figure}${unit}$`,
    "u",
  ),
  new RegExp(
    `^${whole}${totalWord}(?:有)?(?<noun>\\p{Script=Han}{2,}?)(?:为|為|是)?${figure}${unit}$`,
    "u",
  ),
  new RegExp(`^(?:a |the )?(?:grand )?total(?: of)? ${figure} (?<noun>[a-z][a-z -]*)$`, "iu"),
  new RegExp(`^(?:in total|in all|altogether|total)[: ]+${figure} (?<noun>[a-z][a-z -]*)$`, "iu"),
  new RegExp(`^total (?<noun>[a-z][a-z -]*)[: ]+${figure}$`, "iu"),
];

/** 全镇共15个社区 · total 15 communities. */
const areaClauses = [
  /^[全本](?:镇|鎮|乡|鄉|街道|区|區|县|縣|市)(?:现有|現有|共有|共辖|共轄|下辖|下轄|合计|合計|共|有|辖|轄)(?<text>(?<count>\d{1,4})[个個](?:社区|社區|居委会|居委會|行政村|村))$/u,
  /^(?:total(?: of)?|in total|in all|altogether)[: ]+(?<text>(?<count>\d{1,4}) (?:communities|villages))$/iu,
];

/** Words that make a figure one of some, of another time, or about so much. */
const restricts =
  /其中|不含|不包括|除|另|未|缺|上年|去年|上期|比|同|增|减|減|约|約|近|多|余|餘|左右|以上|以下|不足|万|萬|without|except|exclud|about|approximately|over|last year|previous/iu;

/** Whom a bare unit counts. */
const counted: Readonly<Record<string, string>> = { 户: "households", 戶: "households" };

/**
 * The totals that a note states without doubt: a clause that says nothing but a word for the whole, a word for a total, what is counted, and an exact
 * figure. Rounded figures (3.5万户), parts (其中) and notes that leave areas out (另有2个社区未报) are nobody's total.
 */
export function notedTotals(text: string): NotedTotals {
  const plain = text.normalize("NFKC").trim();
  const values = new Map<string, number>();
  const areas = new Map<number, string>();
  const years = new Set([...plain.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)].map(([year]) => year));
  const told = plain.replace(
    /^(?:注|註|备注|備註|附注|附註|说明|說明|notes?|remarks?)\s*\d*\s*[::.、]?\s*/iu,
    "",
  );
  if (!restricts.test(told)) {
    for (const clause of told.split(/,(?!\d{3}(?!\d))|[;。、;]|\.(?!\d)/u)) {
      const undated = clause
        .trim()
        .replace(/^(?:截至|截止)?\s*\d{4}\s*年(?:底|末|度|\d{1,2}月(?:底|末|\d{1,2}日)?)?\s*/u, "");
      const compact = undated.replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, "").trim();
      const { count, text: words = "" } =
        areaClauses
          .map((pattern) => pattern.exec(compact)?.groups)
          .find((groups) => groups !== undefined) ?? {};
      if (count !== undefined) areas.set(Number(count), words);
      const stated = totalIn(compact);
      if (stated && values.has(stated.variable) && values.get(stated.variable) !== stated.value)
        return { values: new Map(), years };
      if (stated) values.set(stated.variable, stated.value);
    }
  }
  const [only] = areas;
  return {
    values,
    years,
    ...(only && areas.size === 1 && { areas: { count: only[0], text: only[1] } }),
  };
}

function totalIn(clause: string): { variable: string; value: number } | undefined {
  for (const pattern of clauses) {
    const { noun = "", figure: written = "", unit: counts } = pattern.exec(clause)?.groups ?? {};
    if (written === "") continue;
    const variable = noun === "" ? counted[counts ?? ""] : variableOf(noun.trim());
    if (variable !== undefined) return { variable, value: Number(written.replaceAll(",", "")) };
  }
  return undefined;
}

/** A variable whose figures add up; nothing that may mean two things, and no unit of its own but that of the codebook. */
function variableOf(noun: string): string | undefined {
  const meaning = matchHeader(noun);
  return meaning.kind === "variable" &&
    meaning.or === undefined &&
    findVariable(meaning.variable)?.parts === "sum"
    ? meaning.variable
    : undefined;
}
