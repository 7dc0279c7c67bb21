/** Legal in JSON, but they act on the terminal or editor that shows it. */
const acting = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const escapeCharacter = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

function plain(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === "number") {
    if (Number.isNaN(value)) throw new TypeError(`NaN at "${key}"`);
    return Number.isFinite(value) ? value : null;
  }
  if (
    typeof value === "function" ||
    typeof value === "symbol" ||
    (value === undefined && Array.isArray(this))
  ) {
    throw new TypeError(`no JSON value at "${key}"`);
  }
  return value;
}

/**
 * A value as JSON: two-space indent, keys in the order they were set, LF at the end. An unbounded side of an interval (±Infinity) is null,
 * a key whose value is undefined is left out; NaN, or undefined in an array, is a TypeError. Controls and overrides of direction are escaped.
 */
export function renderJson(value: unknown): string {
  const text = JSON.stringify(value, plain, 2);
  if (text === undefined) throw new TypeError("no JSON value");
  return `${text.replace(acting, escapeCharacter)}\n`;
}
