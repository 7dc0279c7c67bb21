import type { AgeBand } from "../survey/totals.ts";
import { bandId, parseBandId } from "./age-band.ts";
import { type Resolved, resolvePhrase } from "./aliases.ts";
import { ambiguousBand, readBand } from "./band-label.ts";
import { composed } from "./compositions.ts";
import { changesSense, isNeutral, isTitle, keepsSense } from "./head-topics.ts";
import { type Header, headerKey, normaliseHeader } from "./header.ts";
import { findVariable, type VariableId } from "./index.ts";
import { findSpecialHead, mayBeFiner, type SpecialHead } from "./keys.ts";
import { type Suggestion, suggest } from "./suggest.ts";
import type { ReadUnit } from "./unit-spellings.ts";
import type { UnitId } from "./units.ts";

export { parseBandLabel } from "./band-label.ts";

/** How residents are counted: 常住, 户籍, 管理. */
export type Basis = "usual" | "registered" | "managed";

/** What a header says its column is. */
export type Meaning =
  /** `or: "finer"`: over a column of names it is a key finer than the community (支部, 网格). */
  | {
      readonly kind: "variable";
      readonly variable: VariableId;
      readonly unit?: ReadUnit;
      readonly basis?: Basis;
      readonly or?: "finer";
      /** It is a part of a population that its words do not name: 大专及以上. */
      readonly open?: true;
    }
  /** `open`: its words do not say whom it counts (男, 35岁以下); `band.of` is then no more than a place holder. */
  | {
      readonly kind: "band";
      readonly band: AgeBand;
      readonly unit?: ReadUnit;
      readonly basis?: Basis;
      readonly note?: "edge-ambiguous";
      readonly open?: true;
    }
  | SpecialHead
  /** Ids of variables or age bands. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly kind: "unknown"; readonly suggestions: readonly Suggestion[] };

/**
 * What a header means, by the codebook's order: plain form, unit, exact alias, alias with nothing but noise around it, else unknown.
 * Never a guess. Levels of a head are joined with "/" or given as `parent`: 党员情况/60岁以上 counts members. A header in which the unit
 * contradicts the variable is that variable all the same: `unitFor` tells the conflict.
 */
export function matchHeader(header: string, options: { readonly parent?: string } = {}): Meaning {
  const key = options.parent === undefined ? header : `${options.parent}\u0000${header}`;
  const known = matched.get(key);
  if (known) return known;
  const meaning = meaningOfHeader(header, options);
  if (matched.size >= MOST_KEPT) matched.clear();
  matched.set(key, meaning);
  return meaning;
}

/** Layout, forms and columns ask for the same headers in turn: meanings are kept, up to so many. */
const MOST_KEPT = 5000;
const matched = new Map<string, Meaning>();

function meaningOfHeader(header: string, options: { readonly parent?: string }): Meaning {
  const read = normaliseHeader(options.parent ? `${options.parent}/${header}` : header);
  const path = read.path.filter((level, i) => level !== read.path[i - 1]);
  const alone = path.length === 1 && !options.parent;
  const key = headerKey(path.join(" "));
  if (read.unit && shares.has(read.unit.unit)) return unknown(path);
  const found =
    translated(path, read) ??
    exactHead(path, key, read) ??
    exactId(key) ??
    joined(path, read) ??
    band(path, read, alone) ??
    bilingual(path, read) ??
    saidTwice(path, read) ??
    belowCode(path, read) ??
    inner(path, read);
  return found ?? (alone ? inTwoLanguages(path[0] as string) : undefined) ?? unknown(path);
}

/** 区域别 District: the same in two languages in one cell, the first that is known. */
function inTwoLanguages(text: string): Meaning | undefined {
  const [, chinese, other] =
    /^([^a-z]*\p{Script=Han}[^a-z]*?)\s*([a-z][a-z .()'-]*)$/iu.exec(text) ?? [];
  if (chinese === undefined || other === undefined) return undefined;
  return [chinese, other].map((part) => matchHeader(part)).find(({ kind }) => kind !== "unknown");
}

/** Suggestions are sought only when asked for: layout puts many cells to the question whether they are known. */
const unknown = (path: readonly string[]): Meaning => ({
  kind: "unknown",
  get suggestions() {
    const leaf = path.at(-1) ?? "";
    // 2021年常住人口: of one year among several, so it is not taken by itself.
    const dated = matchHeader(leaf.replace(/^(?:19|20)\d{2}年?[度末底]?/u, ""));
    return leaf !== "" && /^(?:19|20)\d{2}/.test(leaf) && dated.kind === "variable"
      ? suggest(headerKey(leaf)).filter(({ id }) => id === dated.variable)
      : suggest(headerKey(leaf));
  },
});

/** No variable of the codebook is a share: a column in per cent is another figure than its name says. */
const shares: ReadonlySet<UnitId> = new Set(["%", "‰"]);

/** Keys and heads of long tables: whole words only, and never with a unit. */
function exactHead(
  path: readonly string[],
  key: string,
  { unit, scale }: Header,
): Meaning | undefined {
  const found =
    findSpecialHead(key) ??
    (path.slice(0, -1).every(isNeutral)
      ? findSpecialHead(headerKey(path.at(-1) as string))
      : undefined);
  if (found?.kind === "value" && unit) return { ...found, unit };
  return unit || scale !== undefined ? undefined : found;
}

function exactId(key: string): Meaning | undefined {
  const found = parseBandId(key);
  return found && { kind: "band", band: found };
}

/** The levels read as one phrase, outer before inner or inner before outer: 办公用房/面积, 党员/困难. */
function joined(path: readonly string[], read: Header): Meaning | undefined {
  const leaf = headerKey(path.at(-1) as string);
  const outer = path.slice(0, -1).filter((level) => !isTitle(level));
  const around = outer.join(" ");
  const core = (outer.at(-1) ?? "").replace(/(?:基本)?情况$|结构$|数$/u, "");
  const phrases =
    outer.length === 0
      ? [leaf]
      : [`${around} ${leaf}`, `${core} ${leaf}`, `${leaf} ${core}`].map(headerKey);
  for (const phrase of phrases) {
    const bands = ambiguousBand(phrase);
    if (bands) return { kind: "ambiguous", candidates: bands };
    if (outer.length === 0 && path.length > 1) continue;
    const meaning = meaningOf(resolvePhrase(phrase, read.unit), phrase, read);
    if (!meaning) continue;
    const beyond = phrase === phrases[0] ? [] : outer.slice(0, -1);
    if (beyond.every((level) => idsOf(meaning).every((id) => keepsSense(level, id))))
      return meaning;
  }
  if (outer.length > 0) return undefined;
  const variable = composed(leaf);
  return variable && meaningOf({ variable, alias: leaf }, leaf, read);
}

/** The variables that a meaning is, or may be. */
const idsOf = (meaning: Meaning): readonly string[] =>
  meaning.kind === "variable"
    ? [meaning.variable]
    : meaning.kind === "ambiguous"
      ? meaning.candidates
      : [];

function meaningOf(
  resolved: Resolved | undefined,
  phrase: string,
  { unit, scale }: Header,
): Meaning | undefined {
  if (!resolved) return undefined;
  if ("candidates" in resolved) return { kind: "ambiguous", candidates: resolved.candidates };
  const { variable, alias } = resolved;
  const usual = variable === "residents" && /常住|usual/u.test(alias);
  const written = unit ?? scaleOnly(variable, scale);
  return {
    kind: "variable",
    variable,
    ...(written && { unit: written }),
    ...(usual && { basis: "usual" as const }),
    ...(mayBeFiner(phrase) && { or: "finer" as const }),
    ...(isOpenPart(variable, phrase) && { open: true as const }),
  };
}

/** Whether a name of a part of the members leaves out that it counts members: 大专及以上, 离退休. */
const isOpenPart = (variable: string, phrase: string): boolean =>
  variable.startsWith("members_") && !/党|member/u.test(phrase);

/** 人口(万): the scale counts the variable's own unit. */
function scaleOnly(variable: string, scale: number | undefined): ReadUnit | undefined {
  const unit = findVariable(variable)?.unit;
  return scale === undefined || !unit
    ? undefined
    : { unit, exponent: scale, spelling: scaleWords[scale] ?? `10^${scale}` };
}
const scaleWords: Readonly<Record<number, string>> = {
  2: "百",
  3: "千",
  4: "万",
  5: "十万",
  6: "百万",
  7: "千万",
  8: "亿",
};

function band(path: readonly string[], read: Header, alone: boolean): Meaning | undefined {
  const found = readBand(
    path.filter((level) => !isTitle(level)),
    "residents",
  );
  if (!found) return undefined;
  if (read.ofWhich && alone && !found.named) {
    return {
      kind: "ambiguous",
      candidates: [bandId(found.band), bandId({ ...found.band, of: "members" })],
    };
  }
  const unit = read.unit ?? scaleOnly(found.band.of, read.scale);
  return {
    kind: "band",
    band: found.band,
    ...(unit && { unit }),
    ...(found.basis && { basis: found.basis }),
    ...(found.note && { note: found.note }),
    ...(!found.named && { open: true as const }),
  };
}

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** What a program or a form would call a column, as no one writes a head: V001, HC01_VC03, C1. */
const isCode = (text: string): boolean => /[\d_]|^[a-z]{1,2}$/iu.test(text);

/**
 * A head in two languages: levels in another language behind Chinese ones are their translation, and the Chinese decides. One above them is no
 * translation of what is below it: 男 below Divorced counts the divorced.
 */
function translated(path: readonly string[], read: Header): Meaning | undefined {
  const first = path.findIndex(hasHan);
  if (first === -1 || path.every(hasHan)) return undefined;
  const chinese = path.filter(hasHan);
  const above = path.slice(0, first);
  const behind = path.slice(first).filter((level) => !hasHan(level));
  if (path.length === 2 && [...above, ...behind].some((level) => findVariable(headerKey(level))))
    return undefined;
  const unit = read.unit === undefined ? "" : `(${read.unit.spelling})`;
  const meaning = matchHeader(chinese.join("/") + unit);
  if (meaning.kind === "unknown" || behind.length === 0) {
    const isOpen = "open" in meaning && meaning.open;
    const lost = above.some((level) => !isCode(level) && !isNeutral(level));
    return isOpen && lost ? unknown(path) : undefined;
  }
  // 流动人口 with male below it: what is no translation adds a sense of its own.
  const bands = [behind, ...behind.map((level) => [level])];
  if (meaning.kind !== "band" && bands.some((levels) => readBand(levels, "residents")))
    return unknown(path);
  if (path.length > 2 && behind.slice(1).some((level) => changesSense.test(level)))
    return unknown(path);
  return above.every((level) => isCode(level) || isNeutral(level)) ? meaning : undefined;
}

/** A row of codes above or below a row of Chinese labels: the label where it is known, else the code. */
function bilingual(path: readonly string[], read: Header): Meaning | undefined {
  const [first, second] = path;
  if (
    path.length !== 2 ||
    first === undefined ||
    second === undefined ||
    hasHan(first) === hasHan(second)
  )
    return undefined;
  const [label, code] = hasHan(first) ? [first, second] : [second, first];
  const codeKey = headerKey(code);
  const labelKey = headerKey(label);
  const byCode = findVariable(codeKey) ? resolvePhrase(codeKey, read.unit) : undefined;
  const byLabel = resolvePhrase(labelKey, read.unit);
  const codeBand = readBand([code], "residents");
  const labelBand = readBand([label], "residents");
  if (byCode && "variable" in byCode) {
    // Under an id (office_area) any label may stand; a word (Residents) translates a label, and none that says something else.
    const isId = codeKey.includes("_") && !changesSense.test(label);
    const contradicted =
      labelBand ||
      (byLabel
        ? !("variable" in byLabel && byLabel.variable === byCode.variable)
        : !isId && !keepsSense(label, byCode.variable));
    return contradicted ? undefined : meaningOf(byCode, codeKey, read);
  }
  if (codeBand) {
    // 离婚 beside Male: what the label says is not lost.
    if (byLabel || !labelBand) return undefined;
    if (labelBand.named && bandId(labelBand.band) !== bandId(codeBand.band)) return undefined;
    const named = codeBand.named || labelBand.named;
    return {
      kind: "band",
      band: codeBand.band,
      ...(read.unit && { unit: read.unit }),
      ...(!named && { open: true as const }),
    };
  }
  if (changesSense.test(code)) return undefined;
  return findSpecialHead(codeKey) ?? meaningOf(byLabel, labelKey, read);
}

/** hh above Number of households: two lines that say the same, each by itself. */
function saidTwice(path: readonly string[], { unit }: Header): Meaning | undefined {
  if (path.length !== 2) return undefined;
  const [one, other] = path.map((level) => matchHeader(level)) as [Meaning, Meaning];
  const same =
    (one.kind === "variable" && other.kind === "variable" && one.variable === other.variable) ||
    (one.kind === "key" && other.kind === "key" && one.key === other.key) ||
    (one.kind === "band" && other.kind === "band" && bandId(one.band) === bandId(other.band));
  if (!same) return undefined;
  const said = "open" in one && one.open ? other : one;
  return unit && (said.kind === "variable" || said.kind === "band") ? { ...said, unit } : said;
}

/** HC01_VC03 above a label: the label alone, where no year is part of the code. */
function belowCode(path: readonly string[], read: Header): Meaning | undefined {
  const [code, ...label] = path as [string, ...string[]];
  if (label.length === 0 || !/^[a-z]{1,4}\d[\w.]*$/iu.test(code) || /(?:19|20)\d{2}/.test(code))
    return undefined;
  const unit = read.unit === undefined ? "" : `(${read.unit.spelling})`;
  const meaning = matchHeader(label.join("/") + unit);
  return meaning.kind === "unknown" ? undefined : meaning;
}

/** The innermost level by itself, where the levels around it do not change what it says. */
function inner(path: readonly string[], read: Header): Meaning | undefined {
  if (path.length < 2) return undefined;
  const outer = path.slice(0, -1).filter((level) => !isTitle(level));
  const key = headerKey(path.at(-1) as string);
  const resolved = resolvePhrase(key, read.unit);
  if (!resolved) return undefined;
  const ids = "candidates" in resolved ? resolved.candidates : [resolved.variable];
  if (!outer.every((level) => ids.every((id) => keepsSense(level, id)))) return undefined;
  const ofMembers =
    "variable" in resolved && resolved.variable.startsWith("members_") && !/党|member/u.test(key);
  const ofParty = (level: string): boolean => /党/u.test(level) && /党/u.test(key) && !ofMembers;
  if (
    (vague.has(resolved.alias) || ofMembers) &&
    !outer.every((level) => isNeutral(level) || ofParty(level))
  )
    return undefined;
  if (ofMembers && outer.some((level) => /人口|居民|population/u.test(level))) return undefined;
  return meaningOf(resolved, key, read);
}

/** Names that say what is counted only together with what stands above them: 低保/户数 is not 户数. */
const vague: ReadonlySet<string> = new Set([
  ...[
    "户数",
    "总户数",
    "住户数",
    "总户",
    "居民户",
    "居民户数",
    "人口",
    "人口数",
    "总人口",
    "总人口数",
    "人口总数",
    "居民数",
    "居民人数",
    "居民人口",
  ],
  ...[
    "经费",
    "总经费",
    "年经费",
    "年度经费",
    "经费合计",
    "经费总额",
    "党员",
    "党员数",
    "党员人数",
    "党员总数",
    "工作人员",
    "工作人员数",
    "企业",
    "企业数",
  ],
  ...[
    "活动次数",
    "会议次数",
    "households",
    "household",
    "residents",
    "population",
    "members",
    "member",
    "workers",
    "worker",
    "staff",
    "funds",
    "enterprises",
  ],
]);
