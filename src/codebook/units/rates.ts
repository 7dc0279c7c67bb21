import type { Text } from "../../survey/language.ts";
import { type Dimension, dimension, same, text, type Unit } from "./unit.ts";

/** A number without people or things in it: 100 of a share in per cent. */
const pure = (factor: number): Dimension => dimension({}, factor);
const per = (over: string, under: string, factor = 1): Dimension =>
  dimension({ [over]: 1, [under]: -1 }, factor);

/** What a sentence says of a number per something, where the name of the figure says per what. */
const prose = {
  person: { ...text("", "人") },
  persons: { ...text("persons", "人"), one: "person" },
  household: { ...text("", "户|戶") },
  households: { ...text("households", "户|戶"), one: "household" },
  "m²": { en: "m²", "zh-CN": "平方米", "zh-TW": "平方公尺" },
  yuan: text("yuan", "元"),
} as const;

const rate = (
  numerator: "person" | "household" | "m²" | "yuan",
  sign: Text & { readonly one?: string },
  said: NonNullable<Unit["prose"]>,
  dimensionOfIt: Dimension,
): Unit => ({
  title: sign,
  sign,
  prose: said,
  dimension: dimensionOfIt,
  decimals: 2,
  kind: "rate",
  numerator,
});

const persons = (under: string, chinese: string): Text & { readonly one: string } => ({
  ...text(`persons per ${under}`, chinese),
  one: `person per ${under}`,
});

/** Units of indicators, most of them so much per something. The plainest of those that measure the same stands first. */
export const rates = {
  "percentage points": {
    title: text("percentage points", "个百分点|個百分點"),
    sign: { ...text("percentage points", "个百分点|個百分點"), one: "percentage point" },
    dimension: pure(100),
    decimals: 2,
    kind: "measure",
  },
  "per-mille points": {
    title: text("per-mille points", "个千分点|個千分點"),
    sign: { ...text("per-mille points", "个千分点|個千分點"), one: "per-mille point" },
    dimension: dimension({ "per-mille points": 1 }),
    decimals: 2,
    kind: "measure",
  },
  year: {
    title: text("years", "年"),
    sign: { ...text("years", "年"), one: "year" },
    dimension: dimension({ year: 1 }),
    decimals: 2,
    kind: "measure",
  },
  class: { title: text("class", "档|組別"), sign: same(""), decimals: 2, kind: "none" },
  index: { title: text("index", "指数|指數"), sign: same(""), decimals: 2, kind: "none" },
  "persons per household": rate(
    "person",
    persons("household", "人/户|人/戶"),
    prose.person,
    per("person", "household"),
  ),
  "persons per km²": {
    title: text("persons per km²", "人/平方公里"),
    sign: persons("km²", "人/平方公里"),
    dimension: per("person", "m²", 1e6),
    decimals: 2,
    kind: "rate",
  },
  "persons per 1,000": rate("person", persons("1,000", "人/千人"), prose.person, pure(1000)),
  "persons per 10,000": rate(
    "person",
    persons("10,000", "人/万人|人/萬人"),
    prose.person,
    pure(10_000),
  ),
  "males per 100 females": {
    title: text("males per 100 females", "女=100"),
    sign: { ...text("males per 100 females", "女=100"), one: "male per 100 females" },
    prose: text("", "（女=100）"),
    dimension: pure(100),
    decimals: 2,
    kind: "rate",
  },
  "households per community": rate(
    "household",
    { ...text("households per community", "户/社区|戶/社區"), one: "household per community" },
    prose.households,
    per("household", "community"),
  ),
  "persons per community": rate(
    "person",
    persons("community", "人/社区|人/社區"),
    prose.persons,
    per("person", "community"),
  ),
  "persons per branch": rate(
    "person",
    persons("branch", "人/支部"),
    prose.person,
    per("person", "organisation"),
  ),
  "households per worker": rate(
    "household",
    { ...text("households per worker", "户/人|戶/人"), one: "household per worker" },
    prose.household,
    per("household", "person"),
  ),
  "residents per worker": rate(
    "person",
    { ...text("residents per worker", "人/人"), one: "resident per worker" },
    prose.person,
    pure(1),
  ),
  "m² per 100 households": rate(
    "m²",
    text("m² per 100 households", "m²/百户|m²/百戶"),
    prose["m²"],
    per("m²", "household", 100),
  ),
  "m² per community": rate(
    "m²",
    text("m² per community", "m²/社区|m²/社區"),
    prose["m²"],
    per("m²", "community"),
  ),
  "yuan per resident": rate(
    "yuan",
    text("yuan per resident", "元/人"),
    prose.yuan,
    per("yuan", "person"),
  ),
  "yuan per household": rate(
    "yuan",
    text("yuan per household", "元/户|元/戶"),
    prose.yuan,
    per("yuan", "household"),
  ),
  "yuan per member": rate(
    "yuan",
    text("yuan per member", "元/人"),
    prose.yuan,
    per("yuan", "person"),
  ),
  "yuan per worker": rate(
    "yuan",
    text("yuan per worker", "元/人"),
    prose.yuan,
    per("yuan", "person"),
  ),
  "% per year": {
    title: text("% per year", "%/年"),
    sign: text("% per year", "%/年"),
    dimension: pure(100),
    decimals: 2,
    kind: "rate",
  },
} as const satisfies Readonly<Record<string, Unit>>;
