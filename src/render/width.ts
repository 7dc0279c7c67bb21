import stringWidth from "string-width";

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as a reader sees them, each with its marks. */
const clustersOf = (text: string): Iterable<string> => {
  if (plainWidth(text) !== undefined) return text;
  segmenter ??= new Intl.Segmenter();
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

/** Columns that `text` takes on a terminal: 2 for a wide character, 0 for a combining mark. Ambiguous ones (—, …, ▼) count 1. */
export const displayWidth = (text: string): number => plainWidth(text) ?? stringWidth(text);

/**
 * The width of a text that holds nothing but characters which stand by themselves: ASCII, common punctuation and signs, Chinese.
 * Undefined for any other, which takes segmenting. Nearly every text is plain, and segmenting is a hundred times slower.
 */
function plainWidth(text: string): number | undefined {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code <= 0x7e) width++;
    else if (
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x3001 && code <= 0x3029) ||
      (code >= 0xff01 && code <= 0xff60)
    )
      width += 2;
    else if (narrowSigns.has(code)) width++;
    else return undefined;
  }
  return width;
}

const narrowSigns: ReadonlySet<number> = new Set(
  Array.from("\u00a0§°±²³·×÷–—‘’“”…‰−≈≠≤≥─▲▼", (sign) => sign.charCodeAt(0)),
);

const spaces = (count: number) => " ".repeat(Math.max(0, count));

/** `text` with spaces after it up to `width` columns; a wider text is returned as it is. */
export const padEnd = (text: string, width: number): string =>
  text + spaces(width - displayWidth(text));

/** `text` with spaces before it up to `width` columns; a wider text is returned as it is. */
export const padStart = (text: string, width: number): string =>
  spaces(width - displayWidth(text)) + text;

/** `text` in at most `width` columns, its end replaced by … where it does not fit. Never cuts a character from its marks. */
export function truncate(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return "";
  let start = "";
  let used = 0;
  for (const cluster of clustersOf(text)) {
    used += displayWidth(cluster);
    if (used > width - 1) break;
    start += cluster;
  }
  return `${start}…`;
}

const noLineStart = new Set("，。、；：！？）》」』】〕〉”’％‰～…—·,.;:!?)%]}");
const noLineEnd = new Set("（《「『【〔〈“‘～([{￥$");

/** Whether a line may end between two clusters: at spaces, and beside a wide character except where Chinese typesetting forbids it. */
function mayBreak(before: string, after: string): boolean {
  if (after === " ") return false;
  if (before === " ") return true;
  if (noLineStart.has(after) || noLineEnd.has(before)) return false;
  return displayWidth(before) === 2 || displayWidth(after) === 2;
}

interface Piece {
  readonly text: string;
  readonly width: number;
  /** Without the spaces at its end. */
  readonly bare: number;
}

/** Fitting a table tries many widths on the same heads: what was taken apart is kept, up to so many texts. */
const MOST_KEPT = 2000;
const kept = new Map<string, readonly Piece[]>();

/** The pieces between which lines may break; spaces belong to the piece before them. */
function pieces(text: string): readonly Piece[] {
  const known = kept.get(text);
  if (known) return known;
  const texts: string[] = [];
  let current = "";
  let previous = "";
  for (const cluster of clustersOf(text)) {
    if (previous !== "" && mayBreak(previous, cluster)) {
      texts.push(current);
      current = "";
    }
    current += cluster;
    previous = cluster;
  }
  if (current !== "") texts.push(current);
  const found = texts.map(pieceOf);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, found);
  return found;
}

const pieceOf = (text: string): Piece => ({
  text,
  width: displayWidth(text),
  bare: displayWidth(text.trimEnd()),
});

/** A piece that is wider than a line, cut behind its hyphens (ids of norms have them); what is still too wide, between any two characters. */
const cutPiece = ({ text }: Piece, width: number): Piece[] =>
  text
    .split(/(?<=-)/)
    .map(pieceOf)
    .flatMap((part) => (part.bare <= width ? [part] : Array.from(clustersOf(part.text), pieceOf)));

export interface WrapOptions {
  /** Cut a piece that is wider than a line; else it stands on a line of its own, too wide. */
  readonly breakWords?: boolean;
}

/** The lines of `text` in `width` columns, without trailing spaces; one empty line for an empty text. */
export function wrap(text: string, width: number, options: WrapOptions = {}): string[] {
  if (displayWidth(text) <= width) return [text.trimEnd()];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const put = (piece: Piece): void => {
    if (line !== "" && used + piece.bare > width) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    line += piece.text;
    used += piece.width;
  };
  for (const piece of pieces(text)) {
    if (options.breakWords !== true || piece.bare <= width) put(piece);
    else for (const part of cutPiece(piece, width)) put(part);
  }
  return [...lines, line.trimEnd()];
}

/** As `wrap`, in as many lines and not more, but of about one length: no single character left over for the last. */
export function wrapEvenly(text: string, width: number, options: WrapOptions = {}): string[] {
  const lines = wrap(text, width, options);
  if (lines.length === 1) return lines;
  for (
    let narrower = Math.ceil(displayWidth(text) / lines.length) - 1;
    narrower < width;
    narrower++
  ) {
    const even = wrap(text, narrower);
    if (even.length === lines.length && even.every((line) => displayWidth(line) <= narrower))
      return even;
  }
  return lines;
}
