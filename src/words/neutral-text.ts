/** Beyond so many characters a text from data is cut in a message. */
const LONGEST = 60;

/** Tabs, line breaks and other C0 and C1 controls, line and paragraph separators. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of text or do not show: bidirectional controls, zero-width marks, interlinear marks, tags. */
const invisible =
  /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text from data that cannot command a terminal or turn the text around it: on one line, without controls and invisible marks. */
export const neutral = (text: string): string =>
  text.replace(controls, " ").replace(invisible, "").trim();

/** At most 60 characters of a text, with “…” for the rest. */
export function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}

/** What a double-quoted word on a command line, or a list in an option, would not take literally. */
const unsafeInQuotes = /["`$\\!%=,]/;

/** The text itself when it can be typed between double quotes in any shell, else an empty one. */
export function typeable(text: string): string {
  return text === neutral(text) && text === shortened(text) && !unsafeInQuotes.test(text)
    ? text
    : "";
}
