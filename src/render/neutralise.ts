const bidiControls = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";
const lineBreaks = /\r\n|[\n\r\u0085\u2028\u2029]/g;
/** Controls, marks and overrides of direction, tag characters, halves of surrogate pairs. */
const invisible = new RegExp(
  `[\\u0000-\\u001f\\u007f-\\u009f${bidiControls}\\u{e0000}-\\u{e007f}\\p{Cs}]`,
  "gu",
);

/** A character that acts or hides, made visible: ␛ for ESC, ‹U+202E› for an override of direction. */
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return " ";
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}

/** Text for one line of a terminal: line breaks become ␤, tabs spaces, controls and overrides of direction pictures that do nothing. */
export const neutraliseTerminal = (text: string): string =>
  text.replace(lineBreaks, "␤").replace(invisible, picture);

/**
 * The value of an mdast text node: one line, nothing that acts on a terminal or reverses the text, no spaces at the ends (Markdown drops them).
 * What Markdown itself would read as markup is escaped by the printer, for that depends on the place.
 */
export const neutraliseMarkdown = (text: string): string => neutraliseTerminal(text).trim();

/** What spreadsheets may take for a formula: full-width signs count, as do those after spaces. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠].)/su;
const plainNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?[%‰]?$/;

/** A cell of a CSV file: an apostrophe before what a spreadsheet would run as a formula, not before plain numbers nor a lone sign. */
export const neutraliseCsv = (text: string): string =>
  formula.test(text) && !plainNumber.test(text.trim()) ? `'${text}` : text;
