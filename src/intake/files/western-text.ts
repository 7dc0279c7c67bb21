/** How many bytes are looked at. */
const MOST_BYTES = 1 << 18;
/** Of the runs of bytes beyond ASCII, how many must stand inside words. */
const LEAST_SHARE = 1 / 2;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/**
 * Whether bytes beyond ASCII stand singly beside Latin letters, or in twos between them, as letters with accents do in a text of one byte a character (São,
 * Conceição). A text of Chinese may look so too, where the second bytes of Big5 are letters: its characters tell.
 */
export function isWestern(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, MOST_BYTES);
  let runs = 0;
  let inWords = 0;
  for (let i = 0; i < end; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    const from = i;
    while (i < end && (bytes[i] as number) >= 0x80) i++;
    const before = isLetter(bytes[from - 1]);
    const behind = isLetter(bytes[i]);
    runs++;
    if (i - from === 1 ? before || behind : i - from <= 3 && before && behind) inWords++;
  }
  return runs > 0 && inWords / runs >= LEAST_SHARE;
}

/** Letters with accents and marks of print; a sign of another kind inside a word is a letter of another table of characters. */
const western =
  /^[\p{ASCII}\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u00a0\u00a1\u00a3\u00a7\u00aa\u00ab\u00b0\u00b2\u00b7\u00ba\u00bb\u00bd\u00bf]*$/u;

/** Whether a text decoded as Windows-1252 is one. */
export const readsAsWestern = (text: string): boolean =>
  western.test(text.slice(0, MOST_BYTES)) &&
  !/\p{L}[\u00a1\u00a3\u00a7\u00ab\u00b0\u00b2\u00bb\u00bd\u00bf\u20ac]\p{L}/u.test(text);
