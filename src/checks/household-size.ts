import { areChinesePlaces } from "./chinese-places.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt, medianOf, significant } from "./figures-compared.ts";

/** Persons per household in China; the means of Chinese counties in the censuses of 2000 to 2020 lie well inside. */
const plausibleHouseholdSize = { low: 1.5, high: 4.5 };
/** Anywhere: fewer than one person to a household, or more than the largest means of any country's districts, are no means of households. */
const possible = { low: 1, high: 15 };

/** Where more areas than half are off, it is the basis of the table, told once. */
const mostSingle = 1 / 2;
const fewest = 4;

interface Homes {
  readonly index: number;
  readonly persons: number;
  readonly homes: number;
  readonly size: number;
}

/** Outside China a table is its own measure: an area is off by twice or by half the median of its table, where that has enough areas. */
function boundsOf(evidence: Evidence, rows: readonly Homes[]): { low: number; high: number } {
  const indices = rows.map(({ index }) => index);
  if (areChinesePlaces(evidence, indices)) return plausibleHouseholdSize;
  if (rows.length < fewest) return possible;
  const median = medianOf(rows.map(({ size }) => size));
  return {
    low: Math.max(possible.low, significant(median / 2, 2)),
    high: Math.min(possible.high, significant(median * 2, 2)),
  };
}

function* run(evidence: Evidence): Generator<Fault> {
  const residents = evidence.recorded("residents");
  const households = evidence.recorded("households");
  if (!residents || !households) return;
  for (const indices of byPeriod(evidence).values()) {
    const rows = indices.flatMap((index): Homes[] => {
      const [persons, homes] = [figureAt(residents, index), figureAt(households, index)];
      return persons === undefined || homes === undefined || !(persons > 0 && homes > 0)
        ? []
        : [{ index, persons, homes, size: persons / homes }];
    });
    const bounds = boundsOf(evidence, rows);
    const faults = rows
      .filter(({ size }) => size < bounds.low || size > bounds.high)
      .map(({ index, persons, homes, size }): Fault & { readonly index: number } => ({
        index,
        variable: "residents",
        args: {
          area: evidence.subject(index).area.name,
          residents: persons,
          households: homes,
          size: significant(size, 3),
          ...bounds,
        },
      }));
    const [first] = faults;
    if (first && rows.length >= fewest && faults.length > rows.length * mostSingle) {
      yield {
        ...first,
        args: { ...first.args, others: faults.length - 1, areas: rows.length },
        related: faults.slice(1, 20).map(({ index }) => index),
      };
    } else yield* faults;
  }
}

export const householdSize = defineCheck({
  code: "CDJ406",
  name: "household-size",
  severity: "warning",
  scope: "area",
  title: { en: "Implausible household size", "zh-CN": "户均人口异常", "zh-TW": "戶均人口異常" },
  message: {
    en: "“{area}”: {residents} residents in {households} households are {size} each, outside the plausible {low}–{high}[; so are {others} more of {areas} areas]",
    "zh-CN":
      "“{area}”：{residents}人、{households}户，户均{size}人，超出合理范围{low}～{high}人[；{areas}个地区中另有{others}个也是如此]",
    "zh-TW":
      "「{area}」：{residents}人、{households}戶，戶均{size}人，超出合理範圍{low}～{high}人[；{areas}個地區中另有{others}個也是如此]",
  },
  why: {
    en: "Residents and households that do not fit are often of two bases: residents with the floating population over registered households, or the reverse.",
    "zh-CN": "户均人口异常，多因人口与户数口径不同：人口含流动人口而户数只算户籍户，或正好相反。",
    "zh-TW":
      "戶均人口異常，多因人口與戶數的計算基礎不同：人口含流動人口而戶數只計戶籍戶，或正好相反。",
  },
  fix: {
    en: "Check both cells and whether both count the same people: usual residents or registered ones.",
    "zh-CN": "请核对这两格，并确认两者口径一致：同为常住，或同为户籍。",
    "zh-TW": "請核對這兩格，並確認兩者計算基礎一致：同為常住，或同為戶籍。",
  },
  sample: {
    area: "甲社区",
    residents: 11183,
    households: 2412,
    size: 4.64,
    low: 1.5,
    high: 4.5,
    others: 3,
    areas: 4,
  },
  examples: {
    failing: "社区名称,户数,常住人口\n甲社区,2412,11183\n",
    passing: "社区名称,户数,常住人口\n社区01,5483,16000\n",
  },
  run,
});
