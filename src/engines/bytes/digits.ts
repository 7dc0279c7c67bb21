/** What `readDigits` says of bytes that are no plain number: the cell parser has to look at them. */
const NOT_PLAIN = Number.NaN;

const MOST_DIGITS = 15;
const powers = Array.from({ length: 23 }, (_, i) => 10 ** i);

/**
 * The number that plain digits (with at most one point and decimals) in buffer[start, end) make, times 10^exponent; NaN where the
 * bytes are anything else, or more than 15 digits. Digits and powers of ten up to 10^22 are exact doubles, so that one
 * multiplication or division rounds as the decimal text itself would.
 */
export function readDigits(
  buffer: Uint8Array,
  start: number,
  end: number,
  exponent: number,
): number {
  if (end - start > MOST_DIGITS + 1 || start >= end) return NOT_PLAIN;
  let mantissa = 0;
  let decimals = -1;
  for (let i = start; i < end; i++) {
    const digit = (buffer[i] as number) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      if (decimals >= 0) decimals++;
    } else if (digit === -2 && decimals === -1 && i > start && i + 1 < end) decimals = 0;
    else return NOT_PLAIN;
  }
  const digits = end - start - (decimals >= 0 ? 1 : 0);
  if (digits > MOST_DIGITS) return NOT_PLAIN;
  const shift = exponent - Math.max(decimals, 0);
  if (shift === 0) return mantissa;
  if (shift > 22 || shift < -22) return NOT_PLAIN;
  return shift > 0 ? mantissa * (powers[shift] as number) : mantissa / (powers[-shift] as number);
}
