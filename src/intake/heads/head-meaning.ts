import { bandId, parseBandId } from "../../codebook/age-band.ts";
import { keepsSense } from "../../codebook/head-topics.ts";
import { normaliseHeader } from "../../codebook/header.ts";
import { findVariable } from "../../codebook/index.ts";
import { type Key, keyTitles } from "../../codebook/keys.ts";
import { type Meaning, matchHeader } from "../../codebook/match.ts";
import { openDataMeaning } from "../../codebook/open-data.ts";
import { readUnit } from "../../codebook/unit-spellings.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import { periodFromText } from "../cells/period.ts";
import { isOfWhich, isWholeWord } from "../rows/total-words.ts";
import { datedHead } from "./dated-heads.ts";

/** The head of one column: as written, and what is looked up first where a row of codes or translations stands beside it. */
export interface ColumnHead {
  readonly header: string;
  readonly label?: string;
  readonly code?: string;
}

/** What a head means, or that it is blank, or that it says only 合计. */
export type HeadMeaning =
  | Meaning
  | { readonly kind: "blank" }
  | { readonly kind: "whole" }
  /** A part of which the table does not tell whose. */
  | { readonly kind: "open" }
  /** A part of people of whom no parts are kept; `of` is their head. */
  | { readonly kind: "elsewhere"; readonly of: string };

/** What headers were declared to mean by `--map` or a config file: header as written → id of a variable, an age band or a key. */
export type Mapping = ReadonlyMap<string, string>;

/** The names under which a column can be mapped: its header, and each level of it. */
export const namesOfHead = (header: string): string[] =>
  [...new Set([header, ...header.split("/").map((part) => part.trim())])].filter(
    (name) => name !== "",
  );

/** A head's meaning, and the period that its words name for its figures. */
export interface ReadHead {
  readonly meaning: HeadMeaning;
  readonly period?: Period;
  /** Whether the user declared the meaning. */
  readonly declared?: true;
}

/**
 * The meaning of each head: as declared, else as the codebook reads it; a head that names a period is read without it, unless a column has
 * the periods of the rows. `titles` name what heads count that are years and nothing else. Throws a CdjError for a mapping that names no id.
 */
export function readHeads(
  heads: readonly ColumnHead[],
  mapping: Mapping,
  titles: readonly string[] = [],
): ReadHead[] {
  const declared = declaredIds(heads, mapping);
  const plain = heads.map((head, i) =>
    declared[i] === undefined ? meaningOf(head) : mapped(head.header, declared[i] as string),
  );
  const byRow = plain.some((meaning) => meaning.kind === "key" && meaning.key === "period");
  const roc = heads.some(({ header }) => /[區鄉鎮縣戶歲數齡]/u.test(header));
  const named = byRow ? [] : heads.map(({ header }) => datedHead(header, { roc }));
  const year = named.some((head) => head !== undefined)
    ? undefined
    : periodFromText(titles.join(" "));
  const dated =
    byRow || year?.length !== 4
      ? named
      : heads.map(({ header }) => datedHead(inYear(header, year)));
  const isLong = plain.some(({ kind }) => kind === "item");
  const bare = dated.some((head) => head?.rest === "")
    ? isLong
      ? ({ kind: "value" } as const)
      : titleMeaning(titles)
    : undefined;
  const read = heads.map((head, i): ReadHead => {
    const meaning = plain[i] as HeadMeaning;
    const { period, rest } = dated[i] ?? {};
    if (declared[i] !== undefined)
      return {
        meaning,
        declared: true,
        ...(period !== undefined && isFigure(meaning) && { period }),
      };
    if (period === undefined || rest === undefined) return { meaning };
    const undated = rest === "" ? bare : meaningOf(withoutPeriod(head, rest, roc));
    const isRead =
      undated &&
      (undated.kind === "value" ? isLong : isFigure(undated) || undated.kind === "ambiguous");
    if (isRead) return { meaning: undated, period };
    return isFigure(meaning) && meaning.kind !== "value" ? { meaning, period } : { meaning };
  });
  return read.map((own, i) => {
    const { meaning, period } = own;
    const { header } = heads[i] as ColumnHead;
    if (
      meaning.kind !== "ambiguous" ||
      !isOfWhich(period === undefined ? header : (dated[i]?.rest ?? header))
    )
      return own;
    const before = read.slice(0, i).filter((other) => other.period === period);
    return {
      ...own,
      meaning: ofWhich(
        meaning,
        before.map((other) => other.meaning),
      ),
    };
  });
}

/** 一季度/经费 under the title of 2023 is 2023年一季度/经费, 上年户数 is 2022年户数. */
const inYear = (header: string, year: string): string =>
  header
    .split("/")
    .map((level) => {
      const relative = /^(?:(本年|今年|当年|當年)|上年|去年)(?:同期)?(?:度|[末底])?(?=\S|$)/u.exec(
        level.trim(),
      );
      return relative
        ? `${Number(year) - (relative[1] === undefined ? 1 : 0)}年${level.trim().slice(relative[0].length)}`
        : level;
    })
    .map((level) =>
      level
        .trim()
        .replace(
          /^(?=(?:第?[一二三四1-4]季度?|[上下]半年|(?:1[0-2]|[1-9])月)(?![-—~～至]))/u,
          `${year}年`,
        ),
    )
    .join("/");

const isFigure = ({ kind }: HeadMeaning): boolean =>
  kind === "variable" || kind === "band" || kind === "value" || kind === "whole";

function withoutPeriod({ label, code }: ColumnHead, rest: string, roc: boolean): ColumnHead {
  const bare = (text: string): string => datedHead(text, { roc })?.rest ?? text;
  return {
    header: rest,
    ...(label !== undefined && { label: bare(label) }),
    ...(code !== undefined && { code: bare(code) }),
  };
}

const unitInTitle = /[（([]?\s*[单單]位\s*[:：]?[^）)\]]*[）)\]]?/gu;
const tableWords =
  /(?:[（(].*[）)]|基本|历年|歷年|年度|统计|統計|变化|變化|变动|變動|情况|情況|[一总總]览|一覽|总表|匯總|彙總|汇总|分布|明细|明細|对比|對比|比较|比較|数据|數據|资料|資料|调查|調查|表)*$/u;
const datesInTitle =
  /(?:截至)?(?:民國|民国)?\d{2,4}年?\s*(?:[-—–~～至到]\s*(?:民國|民国)?\d{2,4})?(?:年度?[末底]?)?/gu;
const openings =
  /社区|社區|[村里街镇鎮乡鄉区區县縣市]|街道|地区|地區|历年|歷年|各年|近年|年|的|表|[\d.:：、\s]/gu;

/** The one variable or age band that titles name: 各社区历年常住人口统计表. */
export function titleMeaning(titles: readonly string[]): HeadMeaning | undefined {
  const found = titles.flatMap((title) => {
    const core = title
      .replace(unitInTitle, " ")
      .replace(datesInTitle, " ")
      .trim()
      .replace(tableWords, "")
      .trim();
    const unit = readUnit(trailingUnit(title));
    const starts = [
      0,
      ...[...core.matchAll(openings)].map((m) => (m.index as number) + m[0].length),
    ];
    for (const start of starts) {
      const meaning = start < core.length ? matchHeader(core.slice(start)) : undefined;
      if (meaning?.kind === "variable" || meaning?.kind === "band")
        return [unit ? { ...meaning, unit } : meaning];
    }
    return [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** 其中：女 counts those of the nearest column of persons to its left: residents or members; of any other persons it is not told which. */
function ofWhich(
  meaning: HeadMeaning & { kind: "ambiguous" },
  before: readonly HeadMeaning[],
): HeadMeaning {
  const whole = before.findLast(
    (m) => m.kind === "variable" && findVariable(m.variable)?.unit === "person",
  );
  if (
    whole?.kind !== "variable" ||
    (whole.variable !== "residents" && whole.variable !== "members")
  )
    return meaning;
  const band = meaning.candidates
    .map((id) => parseBandId(id))
    .find((candidate) => candidate?.of === whole.variable);
  return band ? { kind: "band", band, ...(whole.basis && { basis: whole.basis }) } : meaning;
}

/** A whole header is meant before one of its levels; a level only where a single column has it. */
function declaredIds(heads: readonly ColumnHead[], mapping: Mapping): (string | undefined)[] {
  if (mapping.size === 0) return [];
  const byLevel = new Map<string, number>();
  for (const { header } of heads)
    for (const name of namesOfHead(header)) byLevel.set(name, (byLevel.get(name) ?? 0) + 1);
  return heads.map(({ header }) => {
    const whole = mapping.get(header) ?? mapping.get(header.trim());
    if (whole !== undefined) return whole;
    const level = namesOfHead(header).find((name) => mapping.has(name) && byLevel.get(name) === 1);
    return level === undefined ? undefined : mapping.get(level);
  });
}

const special: Readonly<Record<string, Meaning>> = {
  age_band: { kind: "item", item: "band" },
  sex: { kind: "item", item: "band" },
  variable: { kind: "item", item: "variable" },
  value: { kind: "value" },
  part: { kind: "finer" },
  ignore: { kind: "ignored" },
  "": { kind: "ignored" },
};

function mapped(header: string, id: string): Meaning {
  if (Object.hasOwn(keyTitles, id)) return { kind: "key", key: id as Key };
  if (Object.hasOwn(special, id)) return special[id] as Meaning;
  const variable = findVariable(id) ? ({ kind: "variable", variable: id } as Meaning) : undefined;
  const band = parseBandId(id);
  const meaning: Meaning = variable ?? (band ? { kind: "band", band } : matchHeader(id));
  if (meaning.kind !== "variable" && meaning.kind !== "band") {
    const suggestions =
      meaning.kind === "unknown"
        ? meaning.suggestions.map((suggestion) => suggestion.id)
        : meaning.kind === "ambiguous"
          ? meaning.candidates
          : [];
    throw new CdjError("unknown-map-variable", { header, id, suggestions });
  }
  const read = matchHeader(header);
  const unit = "unit" in read && read.unit ? read.unit : readUnit(trailingUnit(header));
  return unit ? { ...meaning, unit } : meaning;
}

const trailingUnit = (header: string): string =>
  /[(（]([^()（）]+)[)）]\s*$/u.exec(header)?.[1] ?? "";

const isOpen = (meaning: HeadMeaning): boolean => "open" in meaning && meaning.open === true;

function meaningOf({ header, label, code }: ColumnHead): HeadMeaning {
  if (header.trim() === "") return { kind: "blank" };
  let unknown: Meaning | undefined;
  for (const text of [label, code, header]) {
    if (text === undefined || text.trim() === "") continue;
    const found = understood(text);
    // A translation does not stand in for a label that nobody understands: Population below 死亡人口. Under an id of the codebook any label may stand.
    const isId = findVariable(text) !== undefined || parseBandId(text) !== undefined;
    const lost = unknown !== undefined && text === code && isFigure(found) && !isId;
    if (found.kind !== "unknown" && !lost && !(unknown !== undefined && isOpen(found)))
      return found;
    if (found.kind === "unknown") unknown ??= found;
  }
  return unknown ?? { kind: "unknown", suggestions: [] };
}

/** 幼年人口(0-14岁), 工作年龄人口(15-64岁): the brackets say which ages are meant. */
const agesInBrackets =
  /^(?:幼年|少年|少儿|少兒|儿童|兒童|少年儿童|青少年|青年|青壮年|青壯年|壮年|壯年|中年|工作年[龄齡]|劳动年龄|勞動年齡|老年|老龄|老齡|高龄|高齡)人口[数數]?[(（]([^()（）]*\d[^()（）]*)[)）]$/u;

/** All ages, both sexes: a whole whose people are not told. */
const allAges =
  /^(?:total[\s,:_-]*)?(?:all[ _-]?ages|all[ _-]?sexes|both[ _-]?sexes|全年[龄齡]|各年[龄齡]合[计計]|不分[年性][龄齡别別])(?:[\s,:_-]*total)?$/iu;

function understood(text: string): HeadMeaning {
  // 人口數_計 is 人口數/計.
  const whole = /^(.+)_([^_]+)$/u.exec(text);
  if (whole && isWholeWord(whole[2] as string) && /\p{Script=Han}/u.test(whole[2] as string))
    return understood(`${whole[1]}/${whole[2]}`);
  const levels = text.split("/").map((level) => level.trim());
  if (levels.every((level) => isWholeWord(level) || allAges.test(level))) return { kind: "whole" };
  const direct = openDataMeaning(text) ?? matchHeader(text);
  // 人口/总数: the whole of what stands above, no column of values.
  const ofAll =
    direct.kind === "value" && levels.length > 1 && isWholeWord(levels.at(-1) as string)
      ? matchHeader(levels.slice(0, -1).join("/"))
      : undefined;
  if (ofAll?.kind === "variable" || ofAll?.kind === "band") return ofAll;
  if (direct.kind !== "unknown") return direct;
  // 县市代码 beside 县市: the code of a unit above, which its name tells as well.
  const coded = /^(.{1,8}?)(?:代[码碼]|[编編][码碼号號])$/u.exec(text.trim())?.[1];
  const unit = coded === undefined ? undefined : matchHeader(coded);
  if (unit?.kind === "key" && unit.key === "parent_area") return { kind: "ignored" };
  const ages = agesInBrackets.exec(text.trim())?.[1];
  if (ages !== undefined) return matchHeader(`${ages}人口`);
  // 人口数/计 is 人口数, 0-4岁/计 the band: the total of what stands above.
  const leaf = levels.at(-1) as string;
  const above = levels.slice(0, -1).join("/");
  if (levels.length > 1 && isWholeWord(leaf)) return matchHeader(above);
  // 党员情况/党员总数: a name that repeats what stands above it says all by itself.
  const core = (levels.at(-2) ?? "").replace(
    /(?:基本)?(?:情况|情況|结构|結構|构成|構成|分布)$/u,
    "",
  );
  if (levels.length > 1 && core.length >= 2 && leaf.includes(core)) {
    const repeated = matchHeader(leaf);
    return keepsSenseOf(levels.slice(0, -2), repeated) ? repeated : direct;
  }
  // 党组织和党员/党员总数/女: the outermost level is a heading of the form.
  if (levels.length > 2) {
    const inner = understood(levels.slice(1).join("/"));
    if ((inner.kind === "variable" || inner.kind === "band") && inner.open !== true)
      return keepsSenseOf(levels.slice(0, 1), inner) ? inner : direct;
  }
  // 总计/户数: a word for the whole above a name adds nothing to it.
  if (levels.length > 1 && levels.slice(0, -1).every(isWholeWord)) return matchHeader(leaf);
  return direct;
}

/** Whether the levels above leave what a head says: sections of a form do, 上年 or 计划 do not. */
const keepsSenseOf = (levels: readonly string[], meaning: HeadMeaning): boolean => {
  const id =
    meaning.kind === "variable"
      ? meaning.variable
      : meaning.kind === "band"
        ? bandId(meaning.band)
        : undefined;
  return (
    id === undefined ||
    levels.every((level) => normaliseHeader(level).path.every((part) => keepsSense(part, id)))
  );
};
