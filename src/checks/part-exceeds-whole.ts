import { bandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { figuresOf } from "../survey/plain-figures.ts";
import type { AgeBand, Series } from "../survey/totals.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { roundingTolerance, same } from "./figures-compared.ts";

/** [part, whole]: declared in the codebook, and every age band with the narrowest recorded bands around it. */
function relations(evidence: Evidence): (readonly [string, string])[] {
  const declared = evidence.quantities.flatMap((part) =>
    (findVariable(part)?.partOf ?? []).map((whole) => [part, whole] as const),
  );
  const nested = (["residents", "members"] as const).flatMap((of) => {
    const bands: AgeBand[] = evidence.bands(of).map(({ band }) => band);
    const all: AgeBand = { of, from: 0, to: Number.POSITIVE_INFINITY };
    return bands.flatMap((part) => {
      const around = [...bands, all].filter((whole) => contains(whole, part));
      const narrowest = around.filter((whole) => !around.some((other) => contains(whole, other)));
      return narrowest.map((whole) => [bandId(part), bandId(whole)] as const);
    });
  });
  return [...declared, ...nested];
}

function contains(whole: AgeBand, part: AgeBand): boolean {
  const wider =
    whole.from <= part.from &&
    whole.to >= part.to &&
    (whole.sex === undefined || whole.sex === part.sex);
  return wider && (whole.from < part.from || whole.to > part.to || whole.sex !== part.sex);
}

function* run(evidence: Evidence): Generator<Fault> {
  const { size } = evidence;
  const known = new Map<string, Float64Array>();
  const wholesOf = (id: string, series: Series): Float64Array =>
    known.get(id) ?? (known.set(id, figuresOf(series, size)).get(id) as Float64Array);
  for (const [part, whole] of relations(evidence)) {
    const [partSeries, wholeSeries] = [evidence.recorded(part), evidence.recorded(whole)];
    if (!partSeries || !wholeSeries) continue;
    const parts = figuresOf(partSeries, size);
    const wholes = wholesOf(whole, wholeSeries);
    const tolerance = roundingTolerance(evidence, [part, whole], 1);
    for (let index = 0; index < size; index++) {
      const [value, total] = [parts[index] as number, wholes[index] as number];
      // NaN, where one of them is not told exactly, exceeds nothing.
      if (!(value > total) || same(value, total, tolerance)) continue;
      yield {
        index,
        variable: part,
        args: { area: evidence.subject(index).area.name, part, whole, value, total },
      };
    }
  }
}

export const partExceedsWhole = defineCheck({
  code: "CDJ405",
  name: "part-exceeds-whole",
  severity: "error",
  scope: "area",
  title: { en: "A part exceeds its whole", "zh-CN": "其中项大于总数", "zh-TW": "其中項大於總數" },
  message: {
    en: "“{area}”: {part} {value}, but {whole} only {total}",
    "zh-CN": "“{area}”：{part}为{value}，大于{whole}的{total}",
    "zh-TW": "「{area}」：{part}為{value}，大於{whole}的{total}",
  },
  why: {
    en: "What is counted in the part is counted in the whole as well; a share above 100 % follows.",
    "zh-CN": "计入其中项的必然也计入总数；否则算出的比重会超过百分之百。",
    "zh-TW": "計入其中項者必然也計入總數；否則算出的比重會超過百分之百。",
  },
  fix: {
    en: "Compare both cells with the source: swapped columns, a digit too many, or figures of two different dates.",
    "zh-CN": "请与原始资料核对这两格：是否列填反、多写一位，或两数统计时间不同。",
    "zh-TW": "請與原始資料核對這兩格：是否欄位填反、多寫一位，或兩數統計時間不同。",
  },
  sample: {
    area: "社区01",
    part: "dibao_households",
    whole: "households",
    value: 5583,
    total: 5483,
  },
  examples: {
    failing: "社区名称,户数,低保户\n社区01,5483,5583\n",
    passing: "社区名称,户数,低保户\n社区01,5483,58\n",
  },
  run,
});
