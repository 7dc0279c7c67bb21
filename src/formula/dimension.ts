import { parseBandId } from "../codebook/age-band.ts";
import type { Variable } from "../codebook/define.ts";
import { findVariable } from "../codebook/index.ts";
import { type Dimension, dimension, type Powers } from "../codebook/units/unit.ts";
import { type UnitId, unitOf, units } from "../codebook/units.ts";
import type { Expression, Formula } from "./expression.ts";

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

/** Of all units that fit a dimension, the plainest first. */
export const unitsOf = (wanted: Dimension): UnitId[] =>
  (Object.keys(units) as UnitId[]).filter((unit) => {
    const known = unitOf(unit).dimension;
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
  monthly_wage: dimension({ yuan: 1, person: -1 }, 1 / 12),
};

/** The dimension of a quantity: a variable or an age band; undefined for an id of neither. */
function quantityDimension(id: string): Dimension | "category" | undefined {
  const variable: Variable | undefined = findVariable(id);
  if (variable?.kind === "category") return "category";
  if (variable)
    return special[id] ?? unitOf(variable.unit).dimension ?? dimension({ [variable.unit]: 1 });
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
