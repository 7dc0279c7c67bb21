import type { AgeBand } from "../survey/totals.ts";
import { parseBandId } from "./age-band.ts";
import { headerKey, normaliseHeader } from "./header.ts";

/** A band as read from words. */
export interface ReadBand {
  readonly band: AgeBand;
  /** As written, but many tables mean the round age beside it: 超过20岁, 61岁以上. */
  readonly note?: "edge-ambiguous";
  readonly basis?: "usual" | "registered";
  /** Whether the words say whom it counts. */
  readonly named: boolean;
}

interface Ages {
  readonly from: number;
  readonly to: number;
  readonly note?: "edge-ambiguous";
}
const open = Number.POSITIVE_INFINITY;
const oldest = 130;

const age = "(?<![\\d.])(\\d{1,3})(?![\\d.%])";
const years = "(?:周岁|足岁|岁|_?years?(?:_old|_of_age)?|_?yrs?)?";
const dash = "(?:-|~|〜|–|—|−|至|到|_to_|_)";
const above = "(?:及以上|以上|及其以上|或以上|含以上)";
const below = "(?:及以下|以下|及其以下|或以下|含以下)";
const fewer = "(?:未满|不满|不足|小于|低于|<)";

/** Turning points where tables write the age after the one they mean. */
const afterRoundAge: ReadonlySet<number> = new Set([61, 66, 81]);

const range = (from: number, to: number): Ages => ({ from, to });
const from = (first: number): Ages => ({
  from: first,
  to: open,
  ...(afterRoundAge.has(first) && { note: "edge-ambiguous" as const }),
});
const over = (last: number): Ages => ({
  from: last + 1,
  to: open,
  ...(last % 5 === 0 && { note: "edge-ambiguous" as const }),
});
const upTo = (last: number): Ages => ({ from: 0, to: last + 1 });
const under = (end: number): Ages => ({ from: 0, to: end });

/** Ages in words: 以上, 及以上, 以下 include the bound; 不足, 未满, 超过 exclude it. The first that is found is taken. */
let forms: readonly (readonly [RegExp, (a: number, b: number) => Ages])[] | undefined;
const readForms = (): NonNullable<typeof forms> =>
  [
    [
      `${age}${years}含?(?:${above}|起)?${dash}?${fewer}${age}${years}(?:以下)?`,
      (a: number, b: number) => range(a, b),
    ],
    [
      `${age}${years}${above}${dash}?${age}${years}${below}`,
      (a: number, b: number) => range(a, b + 1),
    ],
    [
      `${age}${years}含?${dash}${age}${years}(?:${below}|含)?`,
      (a: number, b: number) => range(a, b + 1),
    ],
    [`${age}${years}[及和]\\1${years}以上`, from],
    [`${age}${years}[及和]\\1${years}以下`, upTo],
    [`${age}${years}以上不含(?:\\1${years}|本数)?`, (a: number) => range(a + 1, open)],
    [`${age}${years}以下不含(?:\\1${years}|本数)?`, under],
    [
      `${age}${years}含?(?:${above}|起|\\+|_?(?:and|or|&)_?(?:over|above|older|more|up)|_?plus|_over|_above)(?:及以上|含(?:\\1${years}|本数)?)?`,
      from,
    ],
    [
      `${age}${years}含?(?:${below}|以内|_?(?:and|or|&)_?(?:under|below|younger|less)|_?under|_below)(?:及以下|含(?:\\1${years}|本数)?)?`,
      upTo,
    ],
    [`(?:≤|≦|<=|不超过|不大于|up_to_?)${age}${years}(?:以下)?`, upTo],
    [`(?:≥|≧|>=|不低于|不小于|不少于)${age}${years}(?:以上)?`, from],
    [`(?:${fewer}|(?:under|below|younger_than|less_than)_?)${age}${years}(?:以下)?`, under],
    [`(?:超过|大于|高于|>|(?:over|above|older_than|more_than)_?)${age}${years}(?:以上)?`, over],
    [`年?满${age}${years}(?:以上)?`, from],
    [`${age}(?:周岁|足岁|岁|_?years?(?:_old|_of_age)?|_?yrs?)`, (a: number) => range(a, a + 1)],
    [`aged?_?${age}`, (a: number) => range(a, a + 1)],
  ].map(
    ([source, read]) =>
      [new RegExp(source as string, "u"), read as (a: number, b: number) => Ages] as const,
  );

type Token =
  | { readonly says: "sex"; readonly sex: "male" | "female" }
  | { readonly says: "of"; readonly of: AgeBand["of"]; readonly basis?: "usual" | "registered" };
type Word =
  | Token
  | { readonly says: "ages"; readonly ages: Ages }
  | { readonly says: "named-age" }
  | { readonly says: "nothing" };

const nothing = { says: "nothing" } as const;
const residents = { says: "of", of: "residents" } as const;
const party = { says: "of", of: "members" } as const;

/** Words that may stand around an age or a sex; any other word makes the phrase something else. Longer ones first. */
const words: readonly (readonly [RegExp, Word])[] = [
  [/高龄(?:老年人|老人|人口)/uy, { says: "ages", ages: { from: 80, to: open } }],
  [/老(?:年人口|年人|龄人口)/uy, { says: "ages", ages: { from: 60, to: open } }],
  [/(?:少年儿童|少儿)(?:人口)?/uy, { says: "ages", ages: { from: 0, to: 15 } }],
  [/青年(?=党员)/uy, { says: "ages", ages: { from: 0, to: 36 } }],
  [/户籍人口|户籍/uy, { ...residents, basis: "registered" }],
  [/常住人口|常住居民|常住/uy, { ...residents, basis: "usual" }],
  [/党员|party_members?|members?/uy, party],
  [/人口|居民|老人|儿童|residents?|population|pop|persons?|people|inhabitants/uy, residents],
  [/女性?|females?|women/uy, { says: "sex", sex: "female" }],
  [/男性?|males?|men/uy, { says: "sex", sex: "male" }],
  [
    /人数|总数|合计|小计|总计|数量|年龄[段组别层]?|性别|结构|构成|组成|分布|情况|基本|其中|社区|本社区|辖区/uy,
    nothing,
  ],
  [/[数总人的按分组及者岁]|[-_|~.·]/uy, nothing],
  [
    /children|child|infants?|toddlers?|youths?|teenagers?|young|adolescents?|adults?|working|elderly|elders?|seniors?|older|retired/uy,
    { says: "named-age" },
  ],
  [
    /aged|ages|age|group|sex|gender|numbers?|total|count|years|year|yrs|old|the|and|of|by|in|no/uy,
    nothing,
  ],
];

/**
 * The band that the levels of a head describe; undefined where a word is left that belongs to no band (流动人口60岁以上, 党龄50年以上).
 * `of` is whom it counts when no word says so.
 */
export function readBand(levels: readonly string[], of: AgeBand["of"]): ReadBand | undefined {
  const keys = levels.map(headerKey);
  const id = parseBandId(keys.at(-1) ?? "");
  if (id && keys.length === 1) return { band: id, named: true };
  // age-65-and-over: a hyphen beside a letter parts words, one between figures ages.
  const text = keys.join("|").replace(/(?<=[a-z])-|-(?=[a-z])/gu, "_");
  if (text.length > 80) return undefined;
  const numeric = findAges(text);
  if (numeric === "impossible") return undefined;
  const said = readWords(numeric?.rest ?? text);
  if (!said || (said.named && !numeric)) return undefined;
  const ages = numeric?.ages ?? said.ages;
  if (!ages && !said.sex) return undefined;
  const subject = said.of ?? (said.ages ? "residents" : of);
  const band = {
    of: subject,
    ...(said.sex && { sex: said.sex }),
    from: ages?.from ?? 0,
    to: ages?.to ?? open,
  };
  return {
    band,
    ...(ages?.note && { note: ages.note }),
    ...(said.basis && { basis: said.basis }),
    named: said.of !== undefined || said.ages !== undefined,
  };
}

function findAges(text: string): { ages: Ages; rest: string } | "impossible" | undefined {
  if (!/\d/.test(text)) return undefined;
  forms ??= readForms();
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (!found) continue;
    const [first, second] = [Number(found[1]), Number(found[2])];
    const ages = read(first, second);
    if (first > oldest || second > oldest || ages.from >= ages.to) return "impossible";
    return {
      ages,
      rest: `${text.slice(0, found.index)}|${text.slice(found.index + found[0].length)}`,
    };
  }
  return undefined;
}

interface Said {
  /** A word for an age that tells its bounds only with figures beside it: Elderly (65+). */
  named?: true;
  of?: AgeBand["of"];
  sex?: "male" | "female";
  ages?: Ages;
  basis?: "usual" | "registered";
}

/** Reads word by word; undefined where a word is unknown, or two contradict each other. */
function readWords(text: string): Said | undefined {
  const said: Said = {};
  for (let at = 0; at < text.length; ) {
    const found = wordAt(text, at);
    if (!found) return undefined;
    const { word } = found;
    if (word.says === "sex") {
      if (said.sex && said.sex !== word.sex) return undefined;
      said.sex = word.sex;
    } else if (word.says === "of") {
      if (said.of && said.of !== word.of) return undefined;
      said.of = word.of;
      if (word.basis) said.basis = word.basis;
    } else if (word.says === "ages") said.ages = word.ages;
    else if (word.says === "named-age") said.named = true;
    at = found.end;
  }
  return said;
}

function wordAt(text: string, at: number): { word: Word; end: number } | undefined {
  for (const [pattern, word] of words) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { word, end: pattern.lastIndex };
  }
  return undefined;
}

/** Heads that are said of different bands. */
const ambiguousBands: Readonly<Record<string, readonly string[]>> = {
  老党员: ["members_60_plus"],
  老年党员: ["members_60_plus"],
  党员老党员: ["members_60_plus"],
  劳动年龄人口: ["residents_15_59", "residents_15_64", "residents_16_59"],
};

/** The bands that a head may mean, where it is not clear which; by its comparison key. */
export const ambiguousBand = (key: string): readonly string[] | undefined =>
  Object.hasOwn(ambiguousBands, key) ? ambiguousBands[key] : undefined;

/**
 * The band that a cell of a long table names: 36-45岁, 60岁以上, 男, 0 (a single year). `of` is whom the table counts; a label that says
 * otherwise (60岁以上党员) has its way. Undefined for 合计 and for anything that is no band.
 */
export function parseBandLabel(label: string, of: AgeBand["of"]): AgeBand | undefined {
  const { path } = normaliseHeader(label);
  const only = path.length === 1 ? (path[0] as string) : "";
  if (/^\d{1,3}$/u.test(only) && Number(only) <= oldest)
    return { of, from: Number(only), to: Number(only) + 1 };
  return readBand(path, of)?.band;
}
