import { bandId } from "../codebook/age-band.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt, roundingTolerance, same } from "./figures-compared.ts";
import { wrongSums } from "./sums-compared.ts";

function* run(evidence: Evidence): Generator<Fault> {
  for (const of of ["residents", "members"] as const) {
    const bands = evidence.bands(of);
    for (const male of bands.filter(({ band }) => band.sex === "male")) {
      const { from, to } = male.band;
      const female = bands.find(
        ({ band }) => band.sex === "female" && band.from === from && band.to === to,
      );
      const whole = bandId({ of, from, to });
      const total = evidence.recorded(whole);
      if (!female || !total) continue;
      const tolerance = roundingTolerance(
        evidence,
        [whole, bandId(male.band), bandId(female.band)],
        2,
      );
      const off: { index: number; stated: number; sum: number; males: number; females: number }[] =
        [];
      let compared = 0;
      for (let index = 0; index < evidence.size; index++) {
        const [stated, males, females] = [
          figureAt(total, index),
          figureAt(male, index),
          figureAt(female, index),
        ];
        if (stated === undefined || males === undefined || females === undefined) continue;
        compared++;
        const sum = males + females;
        if (!same(sum, stated, tolerance)) off.push({ index, stated, sum, males, females });
      }
      for (const { index, stated, males, females, sum } of wrongSums(off, 2, compared)) {
        const area = evidence.subject(index).area.name;
        yield {
          index,
          variable: whole,
          args: { area, whole, total: stated, males, females, sum },
        };
      }
    }
  }
}

export const sexesSum = defineCheck({
  code: "CDJ402",
  name: "sexes-sum",
  severity: "error",
  scope: "area",
  title: {
    en: "Males and females do not add up",
    "zh-CN": "男女之和不等于总数",
    "zh-TW": "男女之和不等於總數",
  },
  message: {
    en: "“{area}”: {males} males and {females} females make {sum}, while {whole} are given as {total}",
    "zh-CN": "“{area}”：男{males}人、女{females}人，合计{sum}人，而{whole}为{total}人",
    "zh-TW": "「{area}」：男{males}人、女{females}人，合計{sum}人，而{whole}為{total}人",
  },
  why: {
    en: "Everyone counted is in one of the two columns; a difference means a wrong cell.",
    "zh-CN": "每个人只归入男或女其中一列；有差额就说明有一格填错。",
    "zh-TW": "每個人只歸入男或女其中一欄；有差額就表示有一格填錯。",
  },
  fix: {
    en: "Compare the three cells with the source and correct the one that is wrong; make sure that all three are of the same date and basis.",
    "zh-CN": "请与原始资料核对这三格，改正填错的一格，并确认三者时点和口径一致。",
    "zh-TW": "請與原始資料核對這三格，更正填錯的一格，並確認三者的時點和計算基礎一致。",
  },
  sample: {
    area: "社区01",
    whole: "residents",
    total: 16000,
    males: 8100,
    females: 7800,
    sum: 15900,
  },
  examples: {
    failing: "社区名称,常住人口,男,女\n社区01,16000,8100,7800\n",
    passing: "社区名称,常住人口,男,女\n社区01,16000,8100,7900\n",
  },
  run,
});
