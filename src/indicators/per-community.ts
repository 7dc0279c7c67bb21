import { evaluate, type Formula, figure, operate, quantity } from "../formula/expression.ts";
import { sumAt } from "../survey/column.ts";
import { absent, exact, isAbsent } from "../survey/measured.ts";
import type { Series, Totals } from "../survey/totals.ts";
import { withFigure } from "./communities.ts";
import type { Result } from "./define.ts";

interface PerCommunity {
  readonly formula: Formula;
  readonly needs: readonly string[];
  readonly rollup: "ratio-of-sums";
  compute(totals: Totals): Result;
}

/** A variable's sum ÷ the number of communities that report it; a unit of observation is one community where no column says otherwise. */
export const perCommunity = (variable: string): PerCommunity => ({
  formula: operate("/", quantity(variable), quantity("communities")),
  needs: [variable, "communities"],
  rollup: "ratio-of-sums",
  compute(totals) {
    const series = totals.series(variable);
    const stated = totals.series("communities");
    const communities: Series = {
      at: (index) => (isAbsent(stated.at(index)) ? exact(1) : stated.at(index)),
      plain: (index) => stated.plain?.(index),
    };
    const { indices, coverage, reason } = withFigure(totals, series);
    if (indices.length === 0) return { value: absent(reason), coverage };
    const arithmetic = operate(
      "/",
      figure(sumAt(series, indices)),
      figure(sumAt(communities, indices)),
    );
    return { value: evaluate(arithmetic), coverage, arithmetic };
  },
});
