import { type Arithmetic, evaluate, figure, number, operate } from "../formula/expression.ts";
import { absent } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { standing } from "../survey/norm-standing.ts";
import { complete, sumOver, type Term, term } from "./communities.ts";
import { type Context, defineIndicator } from "./define.ts";
import { exampleNorm } from "./example-norms.ts";
import { countyTown, surveyPractice, town2007 } from "./sources.ts";

/** A named annual wage is what wages are held against; norms in per cent are thresholds of the ratio. */
const isReference = (norm: Norm): boolean =>
  norm.subject === "wage_ratio" && norm.unit === "yuan/year";
const referenceOf = (context: Context): Norm | undefined => context.norms.find(isReference);

const wage2005 = exampleNorm({ subject: "wage_ratio", op: "=", value: 18405, unit: "yuan/year" });

export const wageRatio = defineIndicator({
  id: "wage_ratio",
  theme: "funding",
  title: {
    en: "Wage to average wage",
    "zh-CN": "工资与社会平均工资之比",
    "zh-TW": "薪資與平均薪資之比",
  },
  unit: "%",
  decimals: 1,
  rollup: "weighted-mean",
  formula: {
    en: "12 × monthly_wage ÷ reference annual wage × 100; of several communities weighted by workers",
    "zh-CN": "12 × 月工资 ÷ 社会平均年工资 × 100；多个社区按工作人员数加权",
    "zh-TW": "12 × 月薪資 ÷ 社會平均年薪資 × 100；多個社區按工作人員數加權",
  },
  needs: ["monthly_wage", "workers"],
  source: surveyPractice,
  norm: { subjects: ["wage_ratio"], required: true },
  compute(totals, context) {
    const reference = referenceOf(context);
    if (!reference) return { value: absent("no-norm"), coverage: { areas: 0, of: totals.size } };
    const monthly = term(totals, "monthly_wage");
    const workers: Term = totals.size === 1 ? () => figure({ value: 1 }) : term(totals, "workers");
    const { indices, coverage, reason } = complete(totals, monthly, workers);
    if (indices.length === 0) return { value: absent(reason), coverage };
    const annual = (index: number): Arithmetic => operate("*", number(12), monthly(index));
    const weighted = sumOver(indices, (index) => operate("*", annual(index), workers(index)));
    const mean = totals.size === 1 ? annual(0) : operate("/", weighted, sumOver(indices, workers));
    const arithmetic = operate("*", operate("/", mean, number(reference.value)), number(100));
    return { value: evaluate(arithmetic), coverage, arithmetic };
  },
  stand: (result, norm) =>
    standing(result.value, isReference(norm) ? { ...norm, op: "=", value: 100 } : norm),
  examples: [
    {
      given: { monthly_wage: [500] },
      norms: [wage2005],
      expected: { value: 32.6 },
      decimals: 1,
      source: `${town2007}: 12 × 500 ÷ 18405 = 32.60 %`,
    },
    {
      given: { monthly_wage: [120] },
      norms: [wage2005],
      expected: { value: 7.8 },
      decimals: 1,
      source: `${countyTown}: 12 × 120 ÷ 18405 = 7.82 %`,
    },
    {
      given: { monthly_wage: [1000, 2000], workers: [3, 1] },
      norms: [exampleNorm({ subject: "wage_ratio", op: "=", value: 30000, unit: "yuan/year" })],
      expected: { value: 50 },
      source:
        "(12 × 1000 × 3 + 12 × 2000 × 1) ÷ 4 = 15000; ÷ 30000 = 50 %; unweighted it would be 60 %",
    },
    {
      given: { monthly_wage: [500] },
      expected: { absent: "no-norm" },
      source: "no reference wage is named",
    },
  ],
});
