/**
 * The probability that a χ² variable with `df` degrees of freedom (a whole number from 1) exceeds `x`: the upper incomplete gamma function Q(df ÷ 2, x ÷ 2).
 * By its series below a + 1, else by its continued fraction in Lentz's form.
 * M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.4.19, 6.5.29 and 6.5.31.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (x <= 0) return 1;
  const a = df / 2;
  const at = x / 2;
  const front = Math.exp(a * Math.log(at) - at - logGamma(df));
  return at < a + 1 ? 1 - front * series(a, at) : front * continuedFraction(a, at);
}

/** ln Γ(df ÷ 2), by the recurrence from Γ(1) = 1 or Γ(½) = √π: exact up to rounding. */
function logGamma(df: number): number {
  let log = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let z = df % 2 === 0 ? 1 : 0.5; z < df / 2; z++) log += Math.log(z);
  return log;
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; Math.abs(term) > Math.abs(sum) * Number.EPSILON * 0.1; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

function continuedFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let i = 1; i < 10_000; i++) {
    const term = -i * (i - a);
    b += 2;
    d = 1 / (term * d + b);
    c = b + term / c;
    const step = c * d;
    value *= step;
    if (Math.abs(step - 1) <= Number.EPSILON) break;
  }
  return value;
}
