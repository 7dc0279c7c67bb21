import { sum } from "simple-statistics";
import { chiSquareUpperTail } from "./chi-square.ts";

/** How the last digits of counts spread. */
export interface LastDigits {
  /** Counts that were looked at: whole, and of three digits or more. */
  readonly n: number;
  /** How many end in 0, 1, … 9. */
  readonly digits: readonly number[];
  /** The share that ends in 0 or 5, 0 to 1; a fifth is expected. Undefined for no counts. */
  readonly roundShare?: number;
  /** Pearson's χ² against equal frequencies of the ten digits, 9 degrees of freedom, and the probability of as much by chance. */
  readonly chiSquare?: number;
  readonly p?: number;
  /** Whether at least 5 of each digit are expected, below which χ² is no good guide (W. G. Cochran, Biometrics 10, 1954). */
  readonly enough: boolean;
}

/** Of shorter counts the last digit is not even by nature: where most are 10 to 20, it falls as their number does. */
const least = 100;

/**
 * Digit preference in counts: how many end in 0 or 5, and χ² of all ten last digits against a uniform spread, which those of honest counts have.
 * J. Mosimann, J. Dahlberg, N. Davidian and J. Krueger, Terminal Digits and the Examination of Questioned Data, Accountability in Research 9 (2002).
 */
export function lastDigits(counts: Iterable<number>): LastDigits {
  const digits = new Array<number>(10).fill(0);
  for (const count of counts) {
    if (!Number.isInteger(count) || count < least) continue;
    const digit = count % 10;
    digits[digit] = (digits[digit] as number) + 1;
  }
  const n = sum(digits);
  if (n === 0) return { n, digits, enough: false };
  const expected = n / 10;
  const chiSquare = sum(digits.map((observed) => (observed - expected) ** 2 / expected));
  return {
    n,
    digits,
    roundShare: ((digits[0] as number) + (digits[5] as number)) / n,
    chiSquare,
    p: chiSquareUpperTail(chiSquare, 9),
    enough: expected >= 5,
  };
}
