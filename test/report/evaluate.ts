/*
 * Reads arithmetic as it is printed and computes it: a second opinion that owes nothing to src. Everything is an interval here,
 * a plain figure one whose bounds are equal. It knows ÷ × − + in their usual order, brackets, max, min, roundings by their printed names, figures with
 * grouping commas, ≈, and intervals such as (130,000–<140,000), (≥500).
 */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

const token = /\s*(\d[\d,]*(?:\.\d+)?|[+−×÷(),<>≥≤≈～–—]|\p{L}+)/uy;

const roundings: Readonly<Record<string, (x: number) => number>> = {
  rounddown: Math.floor,
  向下取整: Math.floor,
  無條件捨去: Math.floor,
  round: Math.round,
  四舍五入: Math.round,
  四捨五入: Math.round,
  roundup: Math.ceil,
  向上取整: Math.ceil,
  無條件進位: Math.ceil,
};

/** A comma between digits groups them; one before a space divides arguments. */
function tokens(text: string): string[] {
  const found: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const match = token.exec(text);
    if (!match) throw new Error(`cannot read “${text}”`);
    const piece = match[1] as string;
    if (piece.length > 1 && piece.endsWith(",")) {
      found.push(piece.slice(0, -1), ",");
    } else found.push(piece);
  }
  return found;
}

const corners = (a: Bounds, b: Bounds, f: (x: number, y: number) => number): Bounds => {
  const all = [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)].map((x) =>
    Number.isNaN(x) ? 0 : x,
  );
  return { low: Math.min(...all), high: Math.max(...all) };
};

export function evaluateText(text: string): Bounds {
  const pieces = tokens(text);
  let at = 0;
  const peek = () => pieces[at];
  const take = (wanted?: string): string => {
    const piece = pieces[at++];
    if (piece === undefined || (wanted !== undefined && piece !== wanted))
      throw new Error(`“${text}”: ${wanted ?? "something"} expected, not ${piece}`);
    return piece;
  };

  function sum(): Bounds {
    let left = product();
    while (peek() === "+" || peek() === "−") {
      const sign = take();
      left = corners(left, product(), sign === "+" ? (x, y) => x + y : (x, y) => x - y);
    }
    return left;
  }

  function product(): Bounds {
    let left = factor();
    while (peek() === "×" || peek() === "÷") {
      const sign = take();
      left = corners(left, factor(), sign === "×" ? (x, y) => x * y : (x, y) => x / y);
    }
    return left;
  }

  function figure(): number {
    const negative = peek() === "−" && take() === "−";
    const value = Number(take().replaceAll(",", ""));
    return negative ? -value : value;
  }

  function factor(): Bounds {
    const piece = peek() as string;
    if (piece === "≈") {
      take();
      return factor();
    }
    if (piece === "−") {
      take();
      const { low, high } = factor();
      return { low: -high, high: -low };
    }
    if (piece === "(") return bracket();
    if (piece === "max" || piece === "min") {
      take();
      take("(");
      const a = sum();
      take(",");
      const b = sum();
      take(")");
      const f = piece === "max" ? Math.max : Math.min;
      return { low: f(a.low, b.low), high: f(a.high, b.high) };
    }
    const rounding = roundings[piece];
    if (rounding) {
      take();
      take("(");
      const { low, high } = sum();
      take(")");
      // What differs from a whole number by less than 12 digits tell is that number.
      const exact = (x: number): number => rounding(Number(x.toPrecision(12)));
      return { low: exact(low), high: exact(high) };
    }
    const value = figure();
    if (Number.isNaN(value)) throw new Error(`“${text}”: no figure at ${piece}`);
    return { low: value, high: value };
  }

  function bracket(): Bounds {
    take("(");
    const sign = peek();
    if (sign === "≥" || sign === ">" || sign === "≤" || sign === "<") {
      take();
      const bound = figure();
      if (peek() === "–" || peek() === "～") return upper(bound);
      take(")");
      return sign === "≥" || sign === ">"
        ? { low: bound, high: Number.POSITIVE_INFINITY }
        : { low: Number.NEGATIVE_INFINITY, high: bound };
    }
    const inner = sum();
    if (peek() === "–" || peek() === "～") return upper(inner.low);
    take(")");
    return inner;
  }

  function upper(low: number): Bounds {
    take();
    if (peek() === "<") take();
    const high = figure();
    take(")");
    return { low, high };
  }

  const result = sum();
  if (at !== pieces.length)
    throw new Error(`“${text}”: ${pieces.slice(at).join(" ")} is left over`);
  return result;
}
