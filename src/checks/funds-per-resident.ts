import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { byPeriod, figureAt, significant } from "./figures-compared.ts";

/** Yuan a year for each resident. */
export const plausibleFunds = { low: 1, high: 10_000 };

const inside = (each: number): boolean => each >= plausibleFunds.low && each <= plausibleFunds.high;

/** 10⁻⁴ or 10⁴ where a slip between 万元 and 元 explains the figure, else undefined. */
function slip(each: number): number | undefined {
  const factor = each > plausibleFunds.high ? 1e-4 : 1e4;
  return inside(each * factor) ? factor : undefined;
}

interface Suspect {
  readonly index: number;
  readonly funds: number;
  readonly residents: number;
  readonly factor: number | undefined;
}

function* run(evidence: Evidence): Generator<Fault> {
  const money = evidence.recorded("funds");
  const residents = evidence.recorded("residents");
  if (!money || !residents) return;
  for (const indices of byPeriod(evidence).values()) {
    let figures = 0;
    const suspects: Suspect[] = [];
    for (const index of indices) {
      const [funds, persons] = [figureAt(money, index), figureAt(residents, index)];
      if (funds === undefined || persons === undefined || !(funds > 0 && persons > 0)) continue;
      figures++;
      if (!inside(funds / persons))
        suspects.push({ index, funds, residents: persons, factor: slip(funds / persons) });
    }
    const slips = new Set(suspects.map(({ factor }) => factor));
    const every =
      figures > 1 && suspects.length === figures && slips.size === 1 && !slips.has(undefined);
    for (const suspect of suspects)
      yield {
        index: suspect.index,
        variable: "funds",
        args: argumentsOf(evidence, suspect, every ? figures : undefined),
      };
  }
}

function argumentsOf(
  evidence: Evidence,
  { index, funds, residents, factor }: Suspect,
  all: number | undefined,
): Fault["args"] {
  return {
    area: evidence.subject(index).area.name,
    value: funds,
    residents,
    each: significant(funds / residents),
    ...plausibleFunds,
    ...(factor !== undefined && {
      meant: significant(funds * factor, 12),
      meantEach: significant((funds * factor) / residents, 3),
    }),
    ...(all !== undefined && { all }),
  };
}

export const fundsPerResident = defineCheck({
  code: "CDJ409",
  name: "funds-per-resident",
  severity: "error",
  scope: "area",
  title: { en: "Implausible funds per resident", "zh-CN": "人均经费异常", "zh-TW": "人均經費異常" },
  message: {
    en: "“{area}”: [“{cell}” is ]{value} yuan for {residents} residents: {each} yuan each, outside the plausible {low}–{high}",
    "zh-CN":
      "“{area}”：[“{cell}”即]{value}元，居民{residents}人，人均{each}元，超出合理范围{low}～{high}元",
    "zh-TW":
      "「{area}」：[「{cell}」即]{value}元，居民{residents}人，人均{each}元，超出合理範圍{low}～{high}元",
  },
  why: {
    en: "Figures in 万元 under a header in 元, or the reverse, are wrong by a factor of 10,000. Where every cell is, none stands out in its column: only the residents tell.",
    "zh-CN": "万元与元混淆，数字就差一万倍。若整列都错，列内比较看不出来，只有与人口相比才能发现。",
    "zh-TW": "萬元與元混淆，數字就差一萬倍。若整欄都錯，欄內比較看不出來，只有與人口相比才能發現。",
  },
  fix: {
    en: "Check the unit of the cell and of the header[; if {meant} yuan was meant ({meantEach} yuan each), write {meant}元][; all {all} cells of this column show the same slip].",
    "zh-CN":
      "请核对该格和表头的单位[；若应为{meant}元（人均{meantEach}元），请写作“{meant}元”][；本列{all}格都有同样的差错]。",
    "zh-TW":
      "請核對該格和欄名的單位[；若應為{meant}元（人均{meantEach}元），請寫作「{meant}元」][；本欄{all}格都有同樣的差錯]。",
  },
  sample: {
    area: "社区03",
    cell: "30000万元",
    value: 300_000_000,
    residents: 16_000,
    each: 18_750,
    low: 1,
    high: 10_000,
    meant: 30_000,
    meantEach: 1.88,
    all: 13,
  },
  examples: {
    failing: "社区名称,常住人口,经费总额(元)\n社区01,16000,30000万元\n社区02,9868,20000万元\n",
    passing: "社区名称,常住人口,经费总额(元)\n社区01,16000,30000\n社区02,9868,2万元\n",
  },
  run,
});
