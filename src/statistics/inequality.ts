import { sum } from "simple-statistics";
import { sumOfProducts } from "./sum.ts";

/** A point of a Lorenz curve: the share of the units (or of their weight) from below, and the share of the whole that they hold. */
export interface LorenzPoint {
  readonly share: number;
  readonly held: number;
}

const measurable = (values: readonly number[], weights?: readonly number[]): boolean =>
  values.length > 0 &&
  values.every((value) => value >= 0) &&
  (weights === undefined || weights.every((weight) => weight > 0));

/**
 * The Gini coefficient Σ(2i − n − 1)x₍ᵢ₎ ÷ (n Σx), 0 when all are equal, (n − 1) ÷ n when one has everything; no small-sample correction.
 * Undefined for no values, a negative one, or a sum of 0.
 * A. Sen, On Economic Inequality (1973); the rank form as in F. A. Cowell, Measuring Inequality (2011), ch. 2.
 */
export function gini(values: readonly number[]): number | undefined {
  const whole = sum(values);
  if (!measurable(values) || whole === 0) return undefined;
  const n = values.length;
  const sorted = [...values].sort((a, b) => a - b);
  return sum(sorted.map((value, i) => (2 * (i + 1) - n - 1) * value)) / (n * whole);
}

/**
 * The Gini coefficient of values that stand for `weights` units each: Σᵢ Σⱼ wᵢ wⱼ |xᵢ − xⱼ| ÷ (2 W² x̄), where W = Σw and x̄ = Σwx ÷ W; computed as
 * twice the area between the diagonal and the Lorenz curve, 1 − Σ (Fᵢ − Fᵢ₋₁)(Lᵢ + Lᵢ₋₁). With equal weights it is `gini`.
 * Undefined for no values, a negative one, a weight that is not above 0, or a sum of 0.
 * R. I. Lerman and S. Yitzhaki, Improving the Accuracy of Estimates of Gini Coefficients, Journal of Econometrics 42 (1989).
 */
export function weightedGini(
  values: readonly number[],
  weights: readonly number[],
): number | undefined {
  const points = lorenz(values, weights);
  if (points === undefined) return undefined;
  const slices = points.slice(1).map((point, i) => {
    const before = points[i] as LorenzPoint;
    return (point.share - before.share) * (point.held + before.held);
  });
  // The curve never rises above the diagonal; what rounding leaves below 0 is 0.
  return Math.max(0, 1 - sum(slices));
}

/**
 * The Lorenz curve from (0, 0) to (1, 1), a point after each value in rising order; the share is of the units, or of their weight.
 * Undefined for no values, a negative one, a weight that is not above 0, or a sum of 0.
 */
export function lorenz(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
): LorenzPoint[] | undefined {
  const whole = sumOfProducts(values, weights);
  if (!measurable(values, weights) || whole === 0) return undefined;
  const weight = sum(weights);
  const order = values
    .map((_, i) => i)
    .sort((a, b) => (values[a] as number) - (values[b] as number));
  const shares = runningSums(order.map((i) => weights[i] as number));
  const held = runningSums(order.map((i) => (values[i] as number) * (weights[i] as number)));
  const last = order.length - 1;
  const points = order.map(
    (_, k): LorenzPoint =>
      k === last
        ? { share: 1, held: 1 }
        : { share: (shares[k] as number) / weight, held: (held[k] as number) / whole },
  );
  return [{ share: 0, held: 0 }, ...points];
}

function runningSums(terms: readonly number[]): number[] {
  let sum = 0;
  return terms.map((term) => {
    sum += term;
    return sum;
  });
}

export interface Theil {
  readonly total: number;
  /** With groups: what differs within them and between them; they add up to the total. */
  readonly within?: number;
  readonly between?: number;
}

/**
 * Theil's index T = Σ sᵢ ln(sᵢ ÷ pᵢ): sᵢ the unit's share of the whole (Σwx), pᵢ its share of the weight; with equal weights pᵢ is 1 ÷ n. A value of 0 adds 0.
 * With a group for each unit also T = Σ S_g T_g (within) + Σ S_g ln(S_g ÷ P_g) (between).
 * Undefined for no values, a negative one, a weight that is not above 0, or a sum of 0.
 * H. Theil, Economics and Information Theory (1967), ch. 4; the decomposition: F. Bourguignon, Decomposable Income Inequality Measures, Econometrica 47 (1979).
 */
export function theil(
  values: readonly number[],
  weights: readonly number[] = values.map(() => 1),
  groups?: readonly string[],
): Theil | undefined {
  const whole = sumOfProducts(values, weights);
  if (!measurable(values, weights) || whole === 0) return undefined;
  const weight = sum(weights);
  const shares = values.map((value, i) => (value * (weights[i] as number)) / whole);
  const parts = weights.map((w) => w / weight);
  const total = divergence(shares, parts);
  if (groups === undefined) return { total };
  const groupShares = sumsByGroup(shares, groups);
  const groupParts = sumsByGroup(parts, groups);
  const names = [...groupShares.keys()];
  const between = divergence(
    names.map((name) => groupShares.get(name) as number),
    names.map((name) => groupParts.get(name) as number),
  );
  const within = sum(
    shares.map((share, i) => {
      const group = groups[i] as string;
      return share === 0
        ? 0
        : share *
            Math.log(
              share /
                (groupShares.get(group) as number) /
                ((parts[i] as number) / (groupParts.get(group) as number)),
            );
    }),
  );
  return { total, within, between };
}

/** Σ s ln(s ÷ p), where 0 · ln 0 is 0. */
const divergence = (shares: readonly number[], parts: readonly number[]): number =>
  sum(shares.map((share, i) => (share === 0 ? 0 : share * Math.log(share / (parts[i] as number)))));

function sumsByGroup(terms: readonly number[], groups: readonly string[]): Map<string, number> {
  const members = new Map<string, number[]>();
  groups.forEach((group, i) => {
    const own = members.get(group);
    if (own) own.push(terms[i] as number);
    else members.set(group, [terms[i] as number]);
  });
  return new Map([...members].map(([group, own]) => [group, sum(own)]));
}
