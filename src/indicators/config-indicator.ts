import { activities } from "../codebook/activities.ts";
import { bandId, parseBandId } from "../codebook/age-band.ts";
import { funding } from "../codebook/funding.ts";
import { findVariable } from "../codebook/index.ts";
import { members } from "../codebook/members.ts";
import { organisations } from "../codebook/organisation.ts";
import { space } from "../codebook/space.ts";
import { staffing } from "../codebook/staffing.ts";
import type { Dimension } from "../codebook/units/unit.ts";
import { unitOf, units } from "../codebook/units.ts";
import { alike, dimensionOf, dimensionText, hasLeaf, unitsOf } from "../formula/dimension.ts";
import { evaluate, type Formula, leaves, substitute } from "../formula/expression.ts";
import { type FormulaText, parseFormula } from "../formula/parse.ts";
import type { Text } from "../survey/language.ts";
import { absent, add } from "../survey/measured.ts";
import type { Totals } from "../survey/totals.ts";
import { complete, sumOver, type Term } from "./communities.ts";
import { degree, quotient } from "./config-indicator-shape.ts";
import { type Indicator, type Result, type Rollup, type Theme, themes } from "./define.ts";
import { ratioOfSums } from "./ratio.ts";

/** An indicator as a config file defines it. */
export interface OwnDefinition {
  readonly id: string;
  readonly formula: string;
  readonly title?: string | Partial<Text>;
  readonly unit?: string;
  readonly decimals?: number;
  readonly theme?: string;
  readonly source?: string;
  readonly reading?: string;
}

/** Why a definition makes no indicator; `column` of the formula, from 1, where the fault has a place in it. */
export interface OwnFault {
  readonly fault:
    | "empty"
    | "too-long"
    | "too-deep"
    | "unexpected"
    | "unfinished"
    | "unclosed"
    | "few-arguments"
    | "bad-number"
    | "unknown-name"
    | "category"
    | "unlike"
    | "no-variable"
    | "does-not-add-up"
    | "unit-differs"
    | "unit-needed";
  readonly column?: number;
  /** The name or sign met, the unit declared. */
  readonly found?: string;
  /** What does not go together, the unit that the formula gives, units that would fit. */
  readonly left?: string;
  readonly right?: string;
  readonly fitting?: readonly string[];
}

/**
 * An indicator of the user's own. A quotient is a ratio of sums, like those of the catalogue; a formula with other divisions is computed on the
 * totals of the communities that have all it needs; anything else is computed in each community and added up. The unit is derived from the
 * formula: one that is declared must agree with it in what is counted and in its factor (a share in % needs × 100).
 */
export function ownIndicator(definition: OwnDefinition): Indicator | OwnFault {
  const read = parseFormula(definition.formula);
  if ("fault" in read) return read;
  const formula = canonical(read.formula);
  const found = checked(read, definition.unit);
  if ("fault" in found) return found;
  return {
    id: definition.id,
    theme: themeOf(definition.theme, leaves(formula)),
    title: textOf(definition.title ?? definition.id),
    unit: found.unit,
    decimals: definition.decimals ?? unitOf(found.unit).decimals,
    ...computation(formula),
    source: definition.source === undefined ? ownSource : textOf(definition.source),
    ...(definition.reading !== undefined && { reading: textOf(definition.reading) }),
    examples: [],
  };
}

const ownSource: Text = {
  en: "own definition (config file)",
  "zh-CN": "自定义指标（配置文件）",
  "zh-TW": "自訂指標（設定檔）",
};

function textOf(text: string | Partial<Text>): Text {
  if (typeof text === "string") return { en: text, "zh-CN": text, "zh-TW": text };
  const any = text.en ?? text["zh-CN"] ?? text["zh-TW"] ?? "";
  return { en: any, "zh-CN": text["zh-TW"] ?? any, "zh-TW": text["zh-CN"] ?? any, ...text };
}

/** Bands by the one id each has. */
const canonical = (formula: Formula): Formula =>
  substitute(formula, (id) => {
    const band = findVariable(id) ? undefined : parseBandId(id);
    return band ? bandId(band) : id;
  });

function checked(
  { formula, columnOf }: FormulaText,
  declared: string | undefined,
): { readonly unit: string } | OwnFault {
  const found = dimensionOf(formula);
  if ("fault" in found) {
    const column = columnOf(found.at);
    if (found.fault === "unlike")
      return {
        fault: "unlike",
        column,
        left: dimensionText(found.left),
        right: dimensionText(found.right),
      };
    return { fault: found.fault, column, found: found.name };
  }
  if (!hasLeaf(formula)) return { fault: "no-variable" };
  const parts = quotient(formula);
  for (const part of parts.denominator ? [parts.numerator, parts.denominator] : [formula]) {
    if (degree(part) === 0)
      return { fault: "does-not-add-up", column: columnOf(part), found: leaves(part).join(", ") };
  }
  return unitFor(found, declared, parts.denominator ? leaves(parts.denominator) : []);
}

/** “yuan per worker” is no unit of what is divided by residents, though both count persons. */
const named: Readonly<Record<string, string>> = {
  worker: "workers",
  branch: "branches",
  member: "members",
  resident: "residents",
};

function unitFor(
  found: Dimension,
  declared: string | undefined,
  under: readonly string[],
): { readonly unit: string } | OwnFault {
  const fitting = unitsOf(found);
  if (declared === undefined) {
    const [unit] = fitting.filter((id) => {
      const last = named[id.split(" ").at(-1) ?? ""];
      return last === undefined || under.includes(last);
    });
    if (unit !== undefined) return { unit };
    return Object.keys(found.powers).length === 0 && found.factor === 1
      ? { unit: "index" }
      : { fault: "unit-needed", left: dimensionText(found) };
  }
  if (!Object.hasOwn(units, declared)) return { unit: declared };
  const wanted = unitOf(declared).dimension;
  if (wanted === undefined || alike(found, wanted)) return { unit: declared };
  return {
    fault: "unit-differs",
    found: declared,
    left: dimensionText(found),
    right: dimensionText(wanted),
    fitting,
  };
}

const themesOfVariables: readonly (readonly [Theme, readonly { readonly id: string }[]])[] = [
  ["organisation", [...members, ...organisations, ...activities]],
  ["staffing", staffing],
  ["space", space],
  ["funding", funding],
];

/** The theme as declared, else that of the first quantity. */
function themeOf(declared: string | undefined, quantities: readonly string[]): Theme {
  const named = themes.find((theme) => theme === declared);
  if (named) return named;
  const [first = ""] = quantities;
  if (!findVariable(first)) return "age";
  return (
    themesOfVariables.find(([, variables]) => variables.some(({ id }) => id === first))?.[0] ??
    "population"
  );
}

interface Computation {
  readonly formula: Formula;
  readonly needs: readonly string[];
  readonly rollup: Rollup;
  compute(totals: Totals): Result;
}

function computation(formula: Formula): Computation {
  const { numerator, denominator, times, plain } = quotient(formula);
  if (denominator && plain) {
    const ratio = ratioOfSums(numerator, denominator, times);
    return { ...ratio, compute: (totals) => ratio.compute(totals, { options: {} }) };
  }
  return {
    formula,
    needs: leaves(formula),
    ...(hasDivision(formula) ? onTotals(formula) : inEach(formula)),
  };
}

const hasDivision = (e: Formula): boolean => {
  if ("op" in e) return e.op === "/" || hasDivision(e.left) || hasDivision(e.right);
  return false;
};

const termOf =
  (totals: Totals, formula: Formula): Term =>
  (index) =>
    substitute(formula, (id) => totals.series(id).at(index));

/** The formula with the totals put in, over the communities that have all its quantities. */
const onTotals = (formula: Formula): Pick<Computation, "rollup" | "compute"> => ({
  rollup: "ratio-of-sums",
  compute(totals) {
    const { indices, coverage, reason } = complete(totals, termOf(totals, formula));
    if (indices.length === 0) return { value: absent(reason), coverage };
    const arithmetic = substitute(formula, (id) =>
      indices.map((i) => totals.series(id).at(i)).reduce(add),
    );
    return { value: evaluate(arithmetic), coverage, arithmetic };
  },
});

/** The formula in each community that has all its quantities, added up. */
const inEach = (formula: Formula): Pick<Computation, "rollup" | "compute"> => ({
  rollup: "sum",
  compute(totals) {
    const of = termOf(totals, formula);
    const { indices, coverage, reason } = complete(totals, of);
    if (indices.length === 0) return { value: absent(reason), coverage };
    const arithmetic = sumOver(indices, of);
    return { value: evaluate(arithmetic), coverage, arithmetic };
  },
});
