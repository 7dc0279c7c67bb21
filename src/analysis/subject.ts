import { bandTitle, parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { unitOf } from "../codebook/units.ts";
import { type Indicator, normsByRule } from "../indicators/define.ts";
import type { Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";

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
  /** The norm under which the indicator is told, where its value is that under a norm. */
  readonly norm?: Norm;
  /** Titles of the classes of an indicator that classifies. */
  readonly classes?: Indicator["classes"];
}

/** Tells subjects apart: an indicator under one norm is another than under the next. */
export const subjectKey = ({ id, norm }: Subject): string =>
  norm === undefined ? id : `${id} ${norm.id}`;

/** An indicator as subjects: one for each rule, where its value is that under a norm and several speak of it. */
export function indicatorSubjects(indicator: Indicator, norms: readonly Norm[]): Subject[] {
  const rules = normsByRule(indicator, norms);
  return rules.length < 2
    ? [indicatorSubject(indicator)]
    : rules.map(([norm]) => {
        const subject = indicatorSubject(indicator, norm);
        return norm ? { ...subject, title: underNormTitle(subject.title, norm.id) } : subject;
      });
}

/** A title that names the norm: “Office area shortfall (office_area>=300)”. */
export const underNormTitle = (title: Text, norm: string): Text => ({
  en: `${title.en} (${norm})`,
  "zh-CN": `${title["zh-CN"]}（${norm}）`,
  "zh-TW": `${title["zh-TW"]}（${norm}）`,
});

/** An indicator as a subject, under a norm where one is given; of one area, what is counted per community is an amount. */
export const indicatorSubject = (
  { id, title, unit, decimals, rollup, needs, classes }: Indicator,
  norm?: Norm,
): Subject => ({
  kind: "indicator",
  ...(norm && { norm }),
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
      decimals: unitOf(unit).decimals,
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
