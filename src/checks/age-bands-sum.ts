import { bandId, cover } from "../codebook/age-band.ts";
import { addedUp, figuresOf } from "../survey/plain-figures.ts";
import type { AgeBand, BandSeries, Series } from "../survey/totals.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { roundingTolerance, same } from "./figures-compared.ts";
import { wrongSums } from "./sums-compared.ts";

const wholeOf = (of: AgeBand["of"], sex?: AgeBand["sex"]): AgeBand => ({
  of,
  ...(sex && { sex }),
  from: 0,
  to: Number.POSITIVE_INFINITY,
});

interface Sum {
  readonly whole: string;
  readonly total: Series;
  readonly parts: readonly BandSeries[];
}

/** Every recorded band, and the whole, with the narrower bands of the same sex that make it up exactly. */
function sumsOf(evidence: Evidence, of: AgeBand["of"]): Sum[] {
  const bands = evidence.bands(of);
  const all = evidence.recorded(of);
  const wholes = [
    ...(all ? [{ band: wholeOf(of), series: all }] : []),
    ...bands.map((band) => ({ band: band.band, series: band as Series })),
  ];
  return wholes.flatMap(({ band, series }) => {
    const narrower = bands.filter(
      (other) => other.band.sex === band.sex && isWithin(other.band, band),
    );
    if (narrower.length < 2) return [];
    const way = cover(
      narrower.map((other) => other.band),
      band,
    );
    if (typeof way === "string" || way.length < 2) return [];
    return [
      { whole: bandId(band), total: series, parts: way.map((i) => narrower[i] as BandSeries) },
    ];
  });
}

const isWithin = (inner: AgeBand, outer: AgeBand): boolean =>
  inner.from >= outer.from &&
  inner.to <= outer.to &&
  (inner.from > outer.from || inner.to < outer.to);

function* run(evidence: Evidence): Generator<Fault> {
  for (const { whole, total, parts } of (["residents", "members"] as const).flatMap((of) =>
    sumsOf(evidence, of),
  )) {
    const tolerance = roundingTolerance(
      evidence,
      [whole, ...parts.map((part) => bandId(part.band))],
      parts.length,
    );
    const totals = figuresOf(total, evidence.size);
    const sums = addedUp(
      parts.map((part) => figuresOf(part, evidence.size)),
      evidence.size,
    );
    const off: { index: number; stated: number; sum: number }[] = [];
    let compared = 0;
    for (let index = 0; index < evidence.size; index++) {
      const [stated, sum] = [totals[index] as number, sums[index] as number];
      if (Number.isNaN(stated) || Number.isNaN(sum)) continue;
      compared++;
      if (!same(sum, stated, tolerance)) off.push({ index, stated, sum });
    }
    for (const { index, stated, sum } of wrongSums(off, parts.length, compared)) {
      yield {
        index,
        variable: whole,
        args: {
          area: evidence.subject(index).area.name,
          whole,
          total: stated,
          sum,
          count: parts.length,
        },
      };
    }
  }
}

export const ageBandsSum = defineCheck({
  code: "CDJ401",
  name: "age-bands-sum",
  severity: "error",
  scope: "area",
  title: {
    en: "Age bands do not add up",
    "zh-CN": "各年龄段之和不等于总数",
    "zh-TW": "各年齡組之和不等於總數",
  },
  message: {
    en: "“{area}”: the {count} age bands add up to {sum}, while {whole} are given as {total}",
    "zh-CN": "“{area}”：{count}个年龄段之和为{sum}，而{whole}为{total}",
    "zh-TW": "「{area}」：{count}個年齡組之和為{sum}，而{whole}為{total}",
  },
  why: {
    en: "The bands cover all ages once, so they must make the total: one of the cells is wrong, and shares by age with it.",
    "zh-CN":
      "这些年龄段不重不漏，相加必须等于总数；不等说明有一格填错，按年龄算出的比重也随之出错。",
    "zh-TW":
      "這些年齡組不重不漏，相加必須等於總數；不等表示有一格填錯，依年齡算出的比重也隨之出錯。",
  },
  fix: {
    en: "Compare the bands and the total with the source and correct the cell that is wrong; look for a missing or doubled band and for digits swapped.",
    "zh-CN": "请与原始资料核对各年龄段和总数，改正填错的一格；留意漏填、重复的年龄段和数位颠倒。",
    "zh-TW": "請與原始資料核對各年齡組和總數，更正填錯的一格；留意漏填、重複的年齡組和數字顛倒。",
  },
  sample: { area: "社区01", whole: "members", total: 84, sum: 94, count: 4 },
  examples: {
    failing:
      "社区名称,党员数,35岁及以下党员,36-45岁党员,46-59岁党员,60岁以上党员\n社区01,84,13,16,20,45\n",
    passing:
      "社区名称,党员数,35岁及以下党员,36-45岁党员,46-59岁党员,60岁以上党员\n社区01,84,13,16,20,35\n",
  },
  run,
});
