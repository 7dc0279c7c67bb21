import type { Subject } from "../analysis/subject.ts";
import { compoundRate } from "../statistics/growth.ts";
import {
  absent,
  divide,
  exact,
  isAbsent,
  isExact,
  lowest,
  type Measured,
  mapIncreasing,
  multiply,
  subtract,
} from "../survey/measured.ts";

export interface Ends {
  readonly from: Measured;
  readonly to: Measured;
}

/** A figure at both ends and what lies between. */
export interface Change extends Ends {
  readonly difference: Measured;
  /** The unit of the difference: points where the figure is itself a percentage or a per-mille rate. */
  readonly differenceUnit: string;
  /** x₁ ÷ x₀ − 1 in per cent; left out where a difference in points says it. */
  readonly growth?: Measured;
  /** (x₁ ÷ x₀)^(1 ÷ years) − 1 in per cent a year; left out like growth, and where one year or no known time lies between. */
  readonly perYear?: Measured;
}

const points: Readonly<Record<string, string>> = {
  "%": "percentage points",
  "% per year": "percentage points",
  "‰": "per-mille points",
};

/** What lies between the two ends of a subject. A figure absent at one end leaves its difference absent with that reason. */
export function changeOf(
  subject: Pick<Subject, "unit">,
  { from, to }: Ends,
  years: number | undefined,
): Change {
  const inPoints = points[subject.unit];
  // A class has no distance to another.
  const difference = subject.unit === "class" ? absent("no-data") : subtract(to, from);
  const base = { from, to, difference, differenceUnit: inPoints ?? subject.unit };
  if (inPoints !== undefined || subject.unit === "class") return base;
  const growth = growthOf(from, to);
  const perYear =
    years === undefined || years <= 0 || years === 1 || (lowest(to) ?? 0) < 0
      ? undefined
      : perYearOf(from, to, years);
  return { ...base, growth, ...(perYear && { perYear }) };
}

/** Growth has a meaning only from a base above 0. */
function growthOf(from: Measured, to: Measured): Measured {
  if (isAbsent(from)) return from;
  if ((lowest(from) as number) <= 0) return absent("zero-denominator");
  // Of exact figures 100·Δ ÷ x₀, which leaves no binary residue where there need be none; of intervals the ratio, which counts the base once.
  if (isExact(from) && isExact(to)) return divide(multiply(subtract(to, from), hundred), from);
  return mapIncreasing(divide(to, from), (ratio) => (ratio - 1) * 100);
}

const hundred = exact(100);

function perYearOf(from: Measured, to: Measured, years: number): Measured {
  const growth = growthOf(from, to);
  return isAbsent(growth)
    ? growth
    : mapIncreasing(divide(to, from), (ratio) => (compoundRate(1, ratio, years) as number) * 100);
}

/** What a part adds to the growth of the whole, Δxᵢ ÷ X₀, in percentage points. */
export function contributionOf({ from, to }: Ends, wholeFrom: Measured): Measured {
  if (!isAbsent(wholeFrom) && (lowest(wholeFrom) as number) <= 0) return absent("zero-denominator");
  return divide(multiply(subtract(to, from), hundred), wholeFrom);
}
