import { parseBandId } from "../codebook/age-band.ts";
import type { Variable } from "../codebook/define.ts";
import { findVariable } from "../codebook/index.ts";
import { type UnitId, units } from "../codebook/units.ts";
import type { Expression, Formula } from "./expression.ts";

/** What is counted or measured, as powers: { person: 1, "m²": -1 }. */
export type Powers = Readonly<Record<string, number>>;

/**
 * What kind of figure a formula gives: its powers, and the factor by which it is greater than the same figure in base units
 * (a share in per cent: 100). `pure` is a bare number, which takes the unit of whatever it is added to or compared with.
 */
export interface Dimension {
  readonly powers: Powers;
  readonly factor: number;
  readonly pure?: true;
}

/** Two parts that cannot be added or compared, or a name that is no number. */
export type DimensionFault =
  | {
      readonly fault: "unlike";
      readonly at: Formula;
      readonly left: Dimension;
      readonly right: Dimension;
    }
  | { readonly fault: "unknown-name"; readonly at: Formula; readonly name: string }
  | { readonly fault: "category"; readonly at: Formula; readonly name: string };

const dimension = (powers: Powers, factor = 1): Dimension => ({ powers, factor });
const per = (over: string, under: string, factor = 1): Dimension =>
  dimension({ [over]: 1, [under]: -1 }, factor);

/** Money is yuan, of a year where it flows: a monthly figure is the twelfth of it. Area is m². A yes counts one community. */
const dimensions: Readonly<Partial<Record<UnitId, Dimension>>> = {
  "km²": dimension({ "m²": 1 }, 1e-6),
  "yuan/year": dimension({ yuan: 1 }),
  "yuan/month": dimension({ yuan: 1 }, 1 / 12),
  "yes-no": dimension({ community: 1 }),
  "%": dimension({}, 100),
  "‰": dimension({}, 1000),
  "percentage points": dimension({}, 100),
  "% per year": dimension({}, 100),
  "persons per household": per("person", "household"),
  "persons per km²": per("person", "m²", 1e6),
  "persons per 1,000": dimension({}, 1000),
  "persons per 10,000": dimension({}, 10000),
  "males per 100 females": dimension({}, 100),
  "households per community": per("household", "community"),
  "persons per community": per("person", "community"),
  "persons per branch": per("person", "organisation"),
  "households per worker": per("household", "person"),
  "residents per worker": dimension({}),
  "m² per 100 households": per("m²", "household", 100),
  "m² per community": per("m²", "community"),
  "yuan per resident": per("yuan", "person"),
  "yuan per household": per("yuan", "household"),
  "yuan per member": per("yuan", "person"),
  "yuan per worker": per("yuan", "person"),
};

/** Units that a figure of any dimension may be given in, or that no formula gives. */
const free: ReadonlySet<UnitId> = new Set<UnitId>(["index", "class", "category", "years", "unit"]);

/** The dimension of a unit; undefined for those without one (index, class). */
export function unitDimension(unit: UnitId): Dimension | undefined {
  if (free.has(unit)) return undefined;
  return dimensions[unit] ?? dimension({ [unit]: 1 });
}

/** Of all units that fit a dimension, the plainest first. */
export const unitsOf = (wanted: Dimension): UnitId[] =>
  (Object.keys(units) as UnitId[]).filter((unit) => {
    const known = unitDimension(unit);
    return known !== undefined && alike(known, wanted);
  });

const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Whether two figures can be added: of the same powers and the same factor. */
export const alike = (a: Dimension, b: Dimension): boolean =>
  samePowers(a.powers, b.powers) && near(a.factor, b.factor);

const samePowers = (a: Powers, b: Powers): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => (a[key] ?? 0) === (b[key] ?? 0),
  );

/** The wage is that of one worker. */
const special: Readonly<Record<string, Dimension>> = {
  monthly_wage: per("yuan", "person", 1 / 12),
};

/** The dimension of a quantity: a variable or an age band; undefined for an id of neither. */
function quantityDimension(id: string): Dimension | "category" | undefined {
  const variable: Variable | undefined = findVariable(id);
  if (variable?.kind === "category") return "category";
  if (variable)
    return special[id] ?? unitDimension(variable.unit) ?? dimension({ [variable.unit]: 1 });
  return parseBandId(id) && dimension({ person: 1 });
}

/** What kind of figure a formula gives, or what in it does not go together. */
export function dimensionOf(formula: Formula): Dimension | DimensionFault {
  if ("leaf" in formula) {
    const found = quantityDimension(formula.leaf);
    if (found === undefined) return { fault: "unknown-name", at: formula, name: formula.leaf };
    return found === "category" ? { fault: "category", at: formula, name: formula.leaf } : found;
  }
  if ("number" in formula) return { powers: {}, factor: formula.number, pure: true };
  if ("rounded" in formula) return dimensionOf(formula.of);
  if ("sum" in formula)
    return formula.sum.map(dimensionOf).reduce((left, right) => joined(formula, left, right));
  const left = dimensionOf(formula.left);
  const right = dimensionOf(formula.right);
  if (formula.op === "*") return multiplied(left, right, 1);
  if (formula.op === "/") return multiplied(left, right, -1);
  return joined(formula, left, right);
}

function joined(
  at: Formula,
  left: Dimension | DimensionFault,
  right: Dimension | DimensionFault,
): Dimension | DimensionFault {
  if ("fault" in left) return left;
  if ("fault" in right) return right;
  if (left.pure || right.pure) return left.pure && !right.pure ? right : left;
  return alike(left, right) ? left : { fault: "unlike", at, left, right };
}

function multiplied(
  left: Dimension | DimensionFault,
  right: Dimension | DimensionFault,
  sign: 1 | -1,
): Dimension | DimensionFault {
  if ("fault" in left) return left;
  if ("fault" in right) return right;
  const powers: Record<string, number> = { ...left.powers };
  for (const [unit, power] of Object.entries(right.powers)) {
    const sum = (powers[unit] ?? 0) + sign * power;
    if (sum === 0) delete powers[unit];
    else powers[unit] = sum;
  }
  const factor = sign === 1 ? left.factor * right.factor : left.factor / right.factor;
  return { powers, factor, ...(left.pure && right.pure && { pure: true }) };
}

/** A dimension in words: "person/household × 100"; "1 × 100" for a share in per cent. */
export function dimensionText({ powers, factor }: Dimension): string {
  const side = (sign: 1 | -1): string[] =>
    Object.entries(powers)
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([unit, power]) => (Math.abs(power) === 1 ? unit : `${unit}^${Math.abs(power)}`));
  const over = side(1).join("·");
  const under = side(-1).join("·");
  const unit = under === "" ? over : `${over || "1"}/${under}`;
  const times = near(factor, 1) ? "" : String(Number(factor.toPrecision(12)));
  return [unit || "1", times].filter((part) => part !== "").join(" × ");
}

/** Whether an expression holds a leaf at all. */
export const hasLeaf = <L>(e: Expression<L>): boolean => {
  if ("leaf" in e) return true;
  if ("number" in e) return false;
  if ("sum" in e) return e.sum.some(hasLeaf);
  if ("rounded" in e) return hasLeaf(e.of);
  return hasLeaf(e.left) || hasLeaf(e.right);
};
