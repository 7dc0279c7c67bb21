import type { Analysis, AreaResult } from "../../analysis/analyse.ts";
import { type Indicator, speaksOf } from "../../indicators/define.ts";
import { highest, isAbsent, lowest, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";

/** By what the areas are ordered: the gap to a norm (the largest first), an indicator or a variable, or as the file has them. */
export interface AreaOrder {
  readonly indicator?: Indicator;
  readonly norm?: Norm;
  readonly variable?: string;
  readonly ascending?: boolean;
}

/** The order that shows the worst first: by the gap to the first named norm that any indicator at hand speaks to; else the file's own. */
export function worstFirst({ indicators, norms, areas }: Analysis): AreaOrder {
  for (const norm of norms) {
    const indicator = indicators.find(
      (one) =>
        speaksOf(norm, one) &&
        areas.some((area) => area.under(one.id, norm.id)?.standing !== undefined),
    );
    if (indicator) return { indicator, norm };
  }
  return {};
}

/** The areas in order; ties and areas without a figure keep the file's order, the latter at the end. */
export function orderAreas(analysis: Analysis, order: AreaOrder): readonly AreaResult[] {
  const figure = (area: AreaResult): Measured | undefined => {
    if (order.norm && order.indicator)
      return area.under(order.indicator.id, order.norm.id)?.standing?.gap;
    if (order.indicator) return area.results.get(order.indicator.id)?.value;
    return order.variable === undefined
      ? undefined
      : analysis.survey.series(order.variable).at(area.observation);
  };
  if (!order.indicator && order.variable === undefined) return analysis.areas;
  const keyed = analysis.areas.map((area) => ({ area, at: middle(figure(area)) }));
  const direction = order.ascending ? 1 : -1;
  keyed.sort((a, b) =>
    a.at === undefined || b.at === undefined
      ? Number(a.at === undefined) - Number(b.at === undefined)
      : direction * (a.at - b.at),
  );
  return keyed.map(({ area }) => area);
}

const middle = (m: Measured | undefined): number | undefined =>
  m === undefined || isAbsent(m)
    ? undefined
    : ((lowest(m) as number) + Math.min(highest(m) as number, Number.MAX_VALUE)) / 2;
