import type { Text } from "../survey/language.ts";
import type { AgeBand } from "../survey/totals.ts";

const open = Number.POSITIVE_INFINITY;

/**
 * The id of a band, in completed years, inclusive: `residents_60_plus`, `members_36_45`, `members_35_under`, `residents_0_14`,
 * `residents_male_0` (a single year), `residents_female` (all ages). One id a band: from birth on it is written `0_14` for residents and
 * `35_under` for members. The band of both sexes and all ages is the variable itself, `residents` or `members`.
 */
export function bandId(band: AgeBand): string {
  const subject = band.sex ? `${band.of}_${band.sex}` : band.of;
  const last = band.to - 1;
  if (band.from === 0 && band.to === open) return subject;
  if (band.to === open) return `${subject}_${band.from}_plus`;
  if (band.from === last) return `${subject}_${band.from}`;
  if (band.from === 0 && band.of === "members") return `${subject}_${last}_under`;
  return `${subject}_${band.from}_${last}`;
}

const form =
  /^(residents|members)(?:_(male|female))?(?:_(0|[1-9]\d{0,2})(?:_(plus|under|0|[1-9]\d{0,2}))?)?$/;

/**
 * The band of an id; `_0_14` and `_14_under` are the same band. Undefined for anything else, `residents` and `members` included:
 * those are variables.
 */
export function parseBandId(id: string): AgeBand | undefined {
  const [, of, sex, first, second] = form.exec(id) ?? [];
  if (of === undefined || (sex === undefined && first === undefined)) return undefined;
  const [from, to] = range(first, second);
  if (from >= to) return undefined;
  return {
    of: of as AgeBand["of"],
    ...(sex !== undefined && { sex: sex as "male" | "female" }),
    from,
    to,
  };
}

function range(first: string | undefined, second: string | undefined): readonly [number, number] {
  if (first === undefined) return [0, open];
  if (second === undefined) return [Number(first), Number(first) + 1];
  if (second === "plus") return [Number(first), open];
  if (second === "under") return [0, Number(first) + 1];
  return [Number(first), Number(second) + 1];
}

/** The band as printed in a head: “Members aged 60+”, “60岁及以上党员”, “60歲以上黨員”. */
export function bandTitle(band: AgeBand): Text {
  const members = band.of === "members";
  const sex = band.sex;
  const who = {
    en: members
      ? sex
        ? `${sex === "male" ? "Male" : "Female"} members`
        : "Members"
      : sex
        ? `${sex === "male" ? "Male" : "Female"} residents`
        : "Residents",
    "zh-CN":
      (sex === "male" ? "男" : sex === "female" ? "女" : "") +
      (members ? "党员" : sex ? "性人口" : "人口"),
    "zh-TW":
      (sex === "male" ? "男" : sex === "female" ? "女" : "") +
      (members ? "黨員" : sex ? "性人口" : "人口"),
  };
  const age = ageTitle(band);
  return {
    en: age ? `${who.en} ${age.en}` : who.en,
    "zh-CN": (age?.["zh-CN"] ?? "") + who["zh-CN"],
    "zh-TW": (age?.["zh-TW"] ?? "") + who["zh-TW"],
  };
}

function ageTitle({ of, from, to }: AgeBand): Text | undefined {
  const last = to - 1;
  if (from === 0 && to === open) return undefined;
  if (to === open)
    return { en: `aged ${from}+`, "zh-CN": `${from}岁及以上`, "zh-TW": `${from}歲以上` };
  if (from === last) return { en: `aged ${from}`, "zh-CN": `${from}岁`, "zh-TW": `${from}歲` };
  if (from === 0 && of === "members")
    return { en: `aged ${last} or under`, "zh-CN": `${last}岁及以下`, "zh-TW": `${last}歲以下` };
  return {
    en: `aged ${from}–${last}`,
    "zh-CN": `${from}～${last}岁`,
    "zh-TW": `${from}～${last}歲`,
  };
}

/** Recorded bands by the age they begin at. */
type Steps = ReadonlyMap<number, readonly { readonly to: number; readonly index: number }[]>;

/** The fewest bands that lead to an age: how many, and which. */
interface Way {
  readonly cost: number;
  readonly index?: number;
  readonly after: readonly Way[];
}
const start: Way = { cost: 0, after: [] };

/**
 * Which recorded bands add up to the wanted one exactly: their indices, rising; disjoint, without a gap, the fewest possible. A band of
 * both sexes may be made of bands of each sex, over the whole range or a part of it. Sums only: nothing is subtracted or estimated.
 * "band-straddles": a recorded band reaches over an edge of the wanted one; "missing-variable": nothing recorded fills it.
 * Shortest paths over the ages where bands begin and end, so 202 single-year bands are no burden.
 */
export function cover(
  have: readonly AgeBand[],
  wanted: AgeBand,
): readonly number[] | "missing-variable" | "band-straddles" {
  const speaks = (band: AgeBand): boolean =>
    band.of === wanted.of && (wanted.sex === undefined || band.sex === wanted.sex);
  const within = have.map(
    (band) =>
      speaks(band) && band.from >= wanted.from && band.to <= wanted.to && band.from < band.to,
  );
  const ages = [
    ...new Set([
      wanted.from,
      wanted.to,
      ...have.flatMap((band, i) => (within[i] ? [band.from, band.to] : [])),
    ]),
  ].sort((a, b) => a - b);
  const stepsOf = (sex: AgeBand["sex"]): Steps =>
    steps(have, (band, i) => within[i] === true && band.sex === sex);
  const ways = wanted.sex
    ? waysFrom(wanted.from, ages, stepsOf(wanted.sex))
    : waysOfBothSexes(wanted.from, ages, stepsOf(undefined), stepsOf("male"), stepsOf("female"));
  const way = ways.get(wanted.to);
  if (way) return indicesOf(way).sort((a, b) => a - b);
  return have.some((band) => speaks(band) && straddles(band, wanted))
    ? "band-straddles"
    : "missing-variable";
}

/** Whether a band reaches over an edge; one of all ages (males, females) says nothing of ages. */
function straddles(band: AgeBand, wanted: AgeBand): boolean {
  if (band.from === 0 && band.to === open) return false;
  return [wanted.from, wanted.to].some((edge) => band.from < edge && edge < band.to);
}

function steps(have: readonly AgeBand[], keep: (band: AgeBand, index: number) => boolean): Steps {
  const found = new Map<number, { to: number; index: number }[]>();
  have.forEach((band, index) => {
    if (!keep(band, index)) return;
    const beside = found.get(band.from);
    if (!beside) found.set(band.from, [{ to: band.to, index }]);
    else if (!beside.some((step) => step.to === band.to)) beside.push({ to: band.to, index });
  });
  return found;
}

function waysFrom(from: number, ages: readonly number[], available: Steps): Map<number, Way> {
  const ways = new Map([[from, start]]);
  for (const age of ages) {
    const way = ways.get(age);
    if (way)
      for (const { to, index } of available.get(age) ?? [])
        improve(ways, to, { cost: way.cost + 1, index, after: [way] });
  }
  return ways;
}

function waysOfBothSexes(
  from: number,
  ages: readonly number[],
  together: Steps,
  male: Steps,
  female: Steps,
): Map<number, Way> {
  const ways = new Map([[from, start]]);
  for (const age of ages) {
    const way = ways.get(age);
    if (!way) continue;
    for (const { to, index } of together.get(age) ?? [])
      improve(ways, to, { cost: way.cost + 1, index, after: [way] });
    if (!male.has(age) || !female.has(age)) continue;
    const females = waysFrom(age, ages, female);
    for (const [to, males] of waysFrom(age, ages, male)) {
      const other = females.get(to);
      if (other && to > age)
        improve(ways, to, { cost: way.cost + males.cost + other.cost, after: [way, males, other] });
    }
  }
  return ways;
}

function improve(ways: Map<number, Way>, to: number, way: Way): void {
  const known = ways.get(to);
  if (!known || way.cost < known.cost) ways.set(to, way);
}

const indicesOf = (way: Way): number[] => [
  ...(way.index === undefined ? [] : [way.index]),
  ...way.after.flatMap(indicesOf),
];
