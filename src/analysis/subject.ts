import { bandTitle, parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import type { Indicator } from "../indicators/define.ts";
import type { Text } from "../survey/language.ts";

/**
 * What a distribution or a change is about. An amount adds up over areas (people, floor space, a shortfall); a rate does not (a share, a wage, persons per
 * household).
 */
export interface Subject {
  readonly kind: "indicator" | "variable";
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  readonly decimals: number;
  readonly nature: "amount" | "rate";
  /** Titles of the classes of an indicator that classifies. */
  readonly classes?: Indicator["classes"];
}

/** An indicator as a subject; of one area, what is counted per community is an amount. */
export const indicatorSubject = ({
  id,
  title,
  unit,
  decimals,
  rollup,
  needs,
  classes,
}: Indicator): Subject => ({
  kind: "indicator",
  id,
  title,
  unit,
  decimals,
  nature:
    rollup === "sum" || rollup === "sum-of-shortfalls" || needs.includes("communities")
      ? "amount"
      : "rate",
  ...(classes && { classes }),
});

/** A variable or an age band as a subject; undefined for an id of neither, for categories and for yes-no columns. */
export function variableSubject(id: string): Subject | undefined {
  const variable = findVariable(id);
  if (variable) {
    const { title, unit, kind, parts } = variable;
    if (kind === "category" || kind === "yes-no" || id === "communities") return undefined;
    return {
      kind: "variable",
      id,
      title,
      unit,
      decimals: unit === "km²" ? 2 : 0,
      nature: parts === "sum" ? "amount" : "rate",
    };
  }
  const band = parseBandId(id);
  return (
    band && {
      kind: "variable",
      id,
      title: bandTitle(band),
      unit: "person",
      decimals: 0,
      nature: "amount",
    }
  );
}
