import type { Series } from "../survey/totals.ts";
import { defineCheck, type Fault } from "./define.ts";
import type { Evidence } from "./evidence.ts";
import { figureAt } from "./figures-compared.ts";

/** Of what there is always some where there is so much of another. */
interface Needed {
  readonly variable: string;
  readonly other: string;
  /** The least of the other that tells it. */
  readonly from: number;
}

const needed: readonly Needed[] = [
  { variable: "residents", other: "households", from: 1 },
  { variable: "households", other: "residents", from: 1 },
  { variable: "land_area", other: "residents", from: 1 },
  // Up to two members are in a joint branch, which another community may count.
  { variable: "branches", other: "members", from: 3 },
  { variable: "members", other: "branches", from: 1 },
  { variable: "enterprises", other: "enterprise_employees", from: 1 },
  { variable: "dibao_households", other: "dibao_persons", from: 1 },
  { variable: "dibao_persons", other: "dibao_households", from: 1 },
  { variable: "monthly_wage", other: "workers", from: 1 },
];

interface Columns extends Needed {
  readonly zero: Series;
  readonly some: Series;
}

/** What some row of these columns can show. */
const columnsOf = (evidence: Evidence): Columns[] =>
  needed.flatMap((pair) => {
    const [zero, some] = [evidence.recorded(pair.variable), evidence.recorded(pair.other)];
    return zero && some ? [{ ...pair, zero, some }] : [];
  });

/** Whether the zero of a variable contradicts another figure of the same area. */
export const isImpossibleZero = (evidence: Evidence, variable: string, index: number): boolean =>
  columnsOf(evidence).some((pair) => pair.variable === variable && contradiction(pair, index));

/** How much of the other there is beside a zero; undefined where the two agree. */
function contradiction({ zero, some, from }: Columns, index: number): number | undefined {
  const others = figureAt(some, index);
  return figureAt(zero, index) === 0 && others !== undefined && others >= from ? others : undefined;
}

export const impossibleZero = defineCheck({
  code: "CDJ428",
  name: "impossible-zero",
  severity: "warning",
  scope: "area",
  title: {
    en: "Zero that another figure contradicts",
    "zh-CN": "与其他数字矛盾的零",
    "zh-TW": "與其他數字矛盾的零",
  },
  message: {
    en: "“{area}”: {variable} 0, with {other} {count}",
    "zh-CN": "“{area}”：{variable}为0，而{other}为{count}",
    "zh-TW": "「{area}」：{variable}為0，而{other}為{count}",
  },
  why: {
    en: "Where there is the one there is the other: such a zero stands for a figure that was not reported, or for a formula that was never computed. It goes into totals and ratios as if it were true.",
    "zh-CN": "有此必有彼：这样的零多是未填报，或是公式未曾计算。它会当作真实数字计入合计和比例。",
    "zh-TW": "有此必有彼：這樣的零多是未填報，或是公式未曾計算。它會當作真實數字計入合計和比例。",
  },
  fix: {
    en: "Fill in the figure, or leave the cell blank if it was not reported; correct the other one if that is wrong.",
    "zh-CN": "请补填该数；未上报的请留空；若是另一个数有误，请改正。",
    "zh-TW": "請補填該數；未填報者請留空；若是另一個數有誤，請更正。",
  },
  sample: { area: "社区05", variable: "residents", other: "households", count: 1452 },
  examples: {
    failing: "社区名称,户数,常住人口\n社区01,1452,0\n社区02,1600,4300\n",
    passing: "社区名称,户数,常住人口\n社区01,1452,3900\n社区02,0,0\n",
  },
  *run(evidence: Evidence): Generator<Fault> {
    for (const pair of columnsOf(evidence)) {
      for (let index = 0; index < evidence.size; index++) {
        const count = contradiction(pair, index);
        if (count === undefined) continue;
        const { variable, other } = pair;
        const { name } = evidence.subject(index).area;
        yield { index, variable, args: { area: name, variable, other, count } };
      }
    }
  },
});
