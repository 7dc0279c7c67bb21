/** Characters that print nothing: controls, formats (zero-width, BOM, bidi), variation selectors, fillers. Tab and line breaks are kept. */
const invisible =
  /(?![\t\n\v\f\r\u0085])(?:\p{Cc}|\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u3164|[\ufe00-\ufe0f]|\uffa0)/gu;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const spaces = /\p{Zs}/gu;
const fullWidth = /[！-～]/g;
const minusSigns = /[\u2010-\u2013\u2212\ufe58\ufe63]/g;
const longDashes = /[\u2015\u2500\u2501\ufe31]/g;
const plain = /^[!-~]*$/;

/** A text as it was before an apostrophe kept spreadsheets from running it as a formula; our own CSV files write such. */
export const withoutGuard = (text: string): string =>
  text.replace(/^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠].)/su, "");

/** A text that an export keeps from being taken for a number: ="0102". */
export const withoutFormula = (text: string): string =>
  text.startsWith('="') && text.endsWith('"') && text.length > 3 ? text.slice(2, -1) : text;

/**
 * A cell as it is read: invisible characters gone, full-width forms narrowed, every space a plain one, every minus `-`, every long dash `—`,
 * a tab or line break one `\n` (it never joins two numbers), trimmed. Not NFKC, which would turn the footnote in `12²` or `12①` into a digit.
 */
export function cleanCell(written: string): string {
  const text = withoutFormula(written);
  if (plain.test(text)) return text;
  return text
    .replace(invisible, "")
    .replace(breaks, "\n")
    .replace(spaces, " ")
    .replace(fullWidth, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(minusSigns, "-")
    .replace(longDashes, "—")
    .replaceAll("￥", "¥")
    .replaceAll("⋯", "…")
    .trim();
}
