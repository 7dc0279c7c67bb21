import { type Arithmetic, evaluate, figure, number, operate } from "../formula/expression.ts";
import type { Text } from "../survey/language.ts";
import { absent } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import { standing } from "../survey/norm-standing.ts";
import { complete, sumOver, type Term, term } from "./communities.ts";
import { type Context, defineIndicator, setting } from "./define.ts";
import { exampleNorm } from "./example-norms.ts";
import { countyTown, surveyPractice, town2007 } from "./sources.ts";

const options = {
  reference: {
    title: {
      en: "The average annual wage in yuan that a share in per cent is of; 0: the one that the norm names",
      "zh-CN": "作为基数的社会平均年工资（元）；0为依标准",
      "zh-TW": "作為基數的社會平均年薪資（元）；0為依標準",
    },
    default: 0,
  },
} as const;

/** An annual wage is what wages are held against; a norm in per cent is a threshold of the ratio, of the average wage that its document names. */
const isReference = (norm: Norm): boolean => norm.unit === "yuan/year";

function referenceOf(context: Context): number | undefined {
  const { norm } = context;
  if (!norm || isReference(norm)) return norm?.value;
  const set = setting(context, options, "reference");
  return typeof set === "number" && set > 0 ? set : norm.reference;
}

const referenceNote = (reference: number): Text => {
  const yuan = reference.toLocaleString("en-US");
  return {
    en: `Of an average wage of ${yuan} yuan a year.`,
    "zh-CN": `以社会平均年工资${yuan}元为基数。`,
    "zh-TW": `以社會平均年薪資${yuan}元為基數。`,
  };
};

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
  options,
  compute(totals, context) {
    const reference = referenceOf(context);
    if (reference === undefined) {
      const reason = context.norm ? "no-reference" : "no-norm";
      return { value: absent(reason), coverage: { areas: 0, of: totals.size } };
    }
    const monthly = term(totals, "monthly_wage");
    const workers: Term = totals.size === 1 ? () => figure({ value: 1 }) : term(totals, "workers");
    const { indices, coverage, reason } = complete(totals, monthly, workers);
    if (indices.length === 0) return { value: absent(reason), coverage };
    const annual = (index: number): Arithmetic => operate("*", number(12), monthly(index));
    const weighted = sumOver(indices, (index) => operate("*", annual(index), workers(index)));
    const mean = totals.size === 1 ? annual(0) : operate("/", weighted, sumOver(indices, workers));
    const arithmetic = operate("*", operate("/", mean, number(reference)), number(100));
    return { value: evaluate(arithmetic), coverage, arithmetic, notes: [referenceNote(reference)] };
  },
  stand: (result, norm) =>
    standing(result.value, isReference(norm) ? { ...norm, op: "=", value: 100 } : norm),
  examples: [
    {
      given: { monthly_wage: [500] },
      norm: wage2005,
      expected: { value: 32.6 },
      decimals: 1,
      source: `${town2007}: 12 × 500 ÷ 18405 = 32.60 %`,
    },
    {
      given: { monthly_wage: [120] },
      norm: wage2005,
      expected: { value: 7.8 },
      decimals: 1,
      source: `${countyTown}: 12 × 120 ÷ 18405 = 7.82 %`,
    },
    {
      given: { monthly_wage: [1000, 2000], workers: [3, 1] },
      norm: exampleNorm({ subject: "wage_ratio", op: "=", value: 30000, unit: "yuan/year" }),
      expected: { value: 50 },
      source:
        "(12 × 1000 × 3 + 12 × 2000 × 1) ÷ 4 = 15000; ÷ 30000 = 50 %; unweighted it would be 60 %",
    },
    {
      given: { monthly_wage: [6000] },
      norm: exampleNorm({
        subject: "wage_ratio",
        op: ">=",
        value: 80,
        unit: "%",
        reference: 90000,
      }),
      expected: { value: 80 },
      source: "12 × 6000 ÷ 90000 = 80 %, of the average wage that the norm names",
    },
    {
      given: { monthly_wage: [6000] },
      norm: exampleNorm({ subject: "wage_ratio", op: ">=", value: 80, unit: "%" }),
      options: { reference: 96000 },
      expected: { value: 75 },
      source: "12 × 6000 ÷ 96000 = 75 %, of the average wage that is set",
    },
    {
      given: { monthly_wage: [500] },
      expected: { absent: "no-norm" },
      source: "no reference wage is named",
    },
  ],
});
