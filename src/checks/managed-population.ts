import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

/** Counts of three dates or registers hardly agree to the person. */
const tolerance = 0.05;

function* run(evidence: Evidence): Generator<Fault> {
  const [managed, residents, floating] = [
    "managed_population",
    "residents",
    "floating_population",
  ].map((id) => evidence.recorded(id));
  if (!managed || !residents || !floating) return;
  for (let index = 0; index < evidence.size; index++) {
    const [all, own, others] = [
      figureAt(managed, index),
      figureAt(residents, index),
      figureAt(floating, index),
    ];
    if (all === undefined || own === undefined || others === undefined) continue;
    const sum = own + others;
    if (Math.abs(all - sum) <= tolerance * Math.max(all, sum)) continue;
    yield {
      index,
      variable: "managed_population",
      args: {
        area: evidence.subject(index).area.name,
        managed: all,
        residents: own,
        floating: others,
        sum,
      },
    };
  }
}

export const managedPopulation = defineCheck({
  code: "CDJ407",
  name: "managed-population",
  severity: "warning",
  scope: "area",
  title: {
    en: "Population managed is not residents and floating population",
    "zh-CN": "管理人口与常住、流动人口之和不符",
    "zh-TW": "管理人口與常住、流動人口之和不符",
  },
  message: {
    en: "“{area}”: population managed is {managed}, but {residents} residents and {floating} floating make {sum}",
    "zh-CN": "“{area}”：管理人口{managed}人，而常住{residents}人与流动{floating}人合计{sum}人",
    "zh-TW": "「{area}」：管理人口{managed}人，而常住{residents}人與流動{floating}人合計{sum}人",
  },
  why: {
    en: "The population managed is residents and floating population together, to within five per cent; otherwise one of the three is on another basis.",
    "zh-CN": "管理人口等于常住人口加流动人口，相差应在百分之五以内；否则三者之一口径不同。",
    "zh-TW": "管理人口等於常住人口加流動人口，相差應在百分之五以內；否則三者之一計算基礎不同。",
  },
  fix: {
    en: "Check whether the residents already contain the floating population, and correct the cell or the header.",
    "zh-CN": "请核实常住人口是否已含流动人口，并改正该格或表头。",
    "zh-TW": "請查明常住人口是否已含流動人口，並更正該格或欄名。",
  },
  sample: { area: "社区01", managed: 16000, residents: 16000, floating: 5612, sum: 21612 },
  examples: {
    failing: "社区名称,常住人口,流动人口,管理人口\n社区01,16000,5612,16000\n",
    passing: "社区名称,常住人口,流动人口,管理人口\n社区01,16000,5612,21612\n",
  },
  run,
});
