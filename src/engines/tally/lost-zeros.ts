import type { Group } from "../engine.ts";

/**
 * Codes of areas that a spreadsheet took for numbers: one digit shorter than nearly all others, which begin with 0; or written 3.1E+11.
 * With what each may have been.
 */
export function* lostZeros(groups: readonly Group[]): Generator<{ group: Group; was: string }> {
  const lengths = new Map<number, number>();
  let zeros = 0;
  for (const { code } of groups) {
    if (code === null) continue;
    lengths.set(code.length, (lengths.get(code.length) ?? 0) + 1);
    if (code.startsWith("0")) zeros++;
  }
  const [usual] = [...lengths].sort((a, b) => b[1] - a[1])[0] ?? [0];
  for (const group of groups) {
    const { code } = group;
    if (code === null) continue;
    const exponential = /^(\d)(?:\.(\d+))?E\+(\d{1,2})$/i.exec(code);
    if (exponential) {
      const [, first = "", fraction = "", exponent = ""] = exponential;
      yield {
        group,
        was: `${first}${fraction}${"?".repeat(Math.max(0, Number(exponent) - fraction.length))}`,
      };
    } else if (zeros > 0 && /^\d+$/.test(code) && code.length === usual - 1)
      yield { group, was: `0${code}` };
  }
}
