import { isAscii } from "node:buffer";
import { CdjError } from "../../survey/error.ts";
import { commonCharacters } from "./common-characters.ts";
import { decodeWhole } from "./decoder.ts";
import { isWestern, readsAsWestern } from "./western-text.ts";

/** Why an encoding was taken. */
export type EncodingReason =
  | "declared"
  | "mark"
  | "ascii"
  | "valid"
  | "damaged"
  | "zeros"
  | "likeliest";

/** What was decided about the bytes of a file. `encoding` is a WHATWG label in lower case. */
export interface Encoding {
  readonly encoding: string;
  readonly bom: boolean;
  readonly because: EncodingReason;
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" },
];

/** How many characters of a candidate's text are weighed. */
const WEIGHED = 20_000;
/** Of the characters beyond ASCII, how many may be unreadable where everything else speaks for an encoding. */
const MOST_DAMAGE = 1 / 6;
const MOST_BAD_BYTES = 1 / 20;
/** In a small table with known headers a single bad byte, and the character it takes along, may be more than that. */
const FEW_BAD_BYTES = 2;

/**
 * Decides the encoding of a table from a stretch of its bytes: byte order mark, strict UTF-8, zeros in every second byte (UTF-16), then
 * UTF-8, GB18030 or Big5, whichever reads most like a Chinese table: few unreadable, private-use and rare characters, many common
 * ones, headers that the codebook knows (`familiar` counts them). A few bad bytes do not change the decision.
 * Returns undefined when no supported encoding fits.
 */
export async function detectEncoding(
  bytes: Uint8Array,
  complete: boolean,
  familiar: (text: string) => number = () => 0,
): Promise<Encoding | undefined> {
  const mark = marks.find((m) => m.bytes.every((byte, i) => bytes[i] === byte));
  if (mark && (mark.encoding !== "utf-8" || isUtf8(bytes, complete)))
    return { encoding: mark.encoding, bom: true, because: "mark" };
  // The mark of UTF-8 before a text in another encoding.
  if (mark) {
    const behind = await likeliest(bytes.subarray(3), complete, familiar);
    return behind && { ...behind, bom: true };
  }
  const wide = zerosOfUtf16(bytes);
  if (wide) return { encoding: wide, bom: false, because: "zeros" };
  if (looksBinary(bytes)) return undefined;
  if (isAscii(bytes)) return { encoding: "utf-8", bom: false, because: "ascii" };
  if (isValid("utf-8", bytes, complete)) return { encoding: "utf-8", bom: false, because: "valid" };
  if (isDamagedUtf8(bytes)) return { encoding: "utf-8", bom: false, because: "damaged" };
  return likeliest(bytes, complete, familiar);
}

const isUtf8 = (bytes: Uint8Array, complete: boolean): boolean =>
  isValid("utf-8", bytes, complete) || isDamagedUtf8(bytes);

interface Candidate {
  readonly encoding: string;
  readonly score: number;
  readonly damaged: boolean;
}

async function likeliest(
  bytes: Uint8Array,
  complete: boolean,
  familiar: (text: string) => number,
): Promise<Encoding | undefined> {
  const read = async (encoding: string): Promise<Candidate | undefined> =>
    candidate(encoding, await decodeWhole(encoding, bytes, !complete), familiar);
  const mainland = await read("gb18030");
  const text = await decodeWhole("big5", bytes, !complete);
  const plain = candidate("big5", text, familiar);
  // Big5 with Hong Kong's characters is tried only where plain Big5 leaves some unread and GB18030 is no better.
  const hongKong =
    hasGaps(text) && (mainland === undefined || mainland.score < (plain?.score ?? DOUBTFUL))
      ? await read("big5-hkscs")
      : undefined;
  const best = [mainland, plain, hongKong]
    .filter((c) => c !== undefined)
    .sort((a, b) => b.score - a.score)[0];
  if (isWestern(bytes) && (best === undefined || best.score < DOUBTFUL_BESIDE_WESTERN)) {
    const western = await decodeWhole("windows-1252", bytes);
    return familiar(text) === 0 && readsAsWestern(western)
      ? { encoding: "windows-1252", bom: false, because: "likeliest" }
      : undefined;
  }
  return (
    best && { encoding: best.encoding, bom: false, because: best.damaged ? "damaged" : "likeliest" }
  );
}

/** A text of Chinese that looks like letters with accents scores above it in the right encoding. */
const DOUBTFUL_BESIDE_WESTERN = 0.6;

/** A text of Chinese scores above it in the right encoding. */
const DOUBTFUL = 0.2;

/** Undefined where too much is unreadable. */
function candidate(
  encoding: string,
  text: string,
  familiar: (text: string) => number,
): Candidate | undefined {
  const { score, others, unreadable } = weigh(text);
  if (others === 0) return undefined;
  const known = familiar(text);
  if (unreadable / others > MOST_BAD_BYTES && (unreadable > FEW_BAD_BYTES || known === 0))
    return undefined;
  return { encoding, score: score / others + 2 * Math.min(1, known / 3), damaged: unreadable > 0 };
}

/** Names that Windows, Java and Python give to encodings. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["cp936", "gb18030"],
  ["ms936", "gb18030"],
  ["windows-936", "gb18030"],
  ["gb-2312", "gb18030"],
  ["cp54936", "gb18030"],
  ["cp950", "big5"],
  ["ms950", "big5"],
  ["windows-950", "big5"],
  ["utf-8-sig", "utf-8"],
  ["utf8-sig", "utf-8"],
  ["utf-8-bom", "utf-8"],
  ["utf8bom", "utf-8"],
  ["cp65001", "utf-8"],
  ["65001", "utf-8"],
  ["936", "gb18030"],
  ["950", "big5"],
  ["utf16", "utf-16le"],
  ["utf-16-le", "utf-16le"],
  ["utf-16-be", "utf-16be"],
]);

/** A decoder for a declared encoding; throws a CdjError for a name that no decoder bears. */
export function checkEncoding(label: string): string {
  if (/^big5-?hkscs$/i.test(label.trim())) return "big5-hkscs";
  try {
    const name = label.trim().toLowerCase().replaceAll("_", "-");
    return new TextDecoder(otherNames.get(name) ?? label).encoding;
  } catch {
    throw new CdjError("unknown-encoding", { encoding: label });
  }
}

/** Whether every byte sequence is valid. A character cut off at the end counts only when the bytes are complete. */
function isValid(encoding: string, bytes: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !complete });
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 in all but a few places: no other encoding has so many sequences of its form. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let valid = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length && i < 1 << 18; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1;
    let k = 1;
    while (k < length && ((bytes[i + k] ?? 0) & 0xc0) === 0x80) k++;
    if (length > 1 && byte < 0xf5 && k === length) {
      // Two-byte sequences are common by chance in GB18030 and Big5; those of three and four are not.
      if (length > 2) valid++;
      i += length - 1;
    } else bad++;
  }
  return valid > 0 && bad / valid < MOST_DAMAGE;
}

function zerosOfUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const pairs = Math.min(bytes.length >> 1, 4096);
  if (pairs < 2) return undefined;
  let first = 0;
  let second = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) first++;
    if (bytes[2 * i + 1] === 0) second++;
  }
  // Digits, separators and line breaks have a zero high byte; 一 (4E 00) and its like have a zero low one, and are rare.
  if (second > pairs / 12 && second > 2 * first) return "utf-16le";
  if (first > pairs / 12 && first > 2 * second) return "utf-16be";
  return undefined;
}

/** Control characters that no table holds: a picture, a document, a program. */
function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 8192);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i] as number;
    if (
      byte < 0x20 &&
      byte !== 0x09 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== 0x0c &&
      byte !== 0x1b &&
      byte !== 0x1a
    )
      controls++;
  }
  return controls > 4 && controls > length / 50;
}

const hasGaps = (text: string): boolean => /[\ue000-\uf8ff\ufffd]/u.test(text);

/** How much the characters beyond ASCII are like those of a Chinese table: each common one +1, rare and impossible ones less than nothing. */
function weigh(text: string): { score: number; others: number; unreadable: number } {
  let score = 0;
  let others = 0;
  let unreadable = 0;
  for (const character of text.slice(0, WEIGHED)) {
    const code = character.codePointAt(0) as number;
    if (code < 0x80) continue;
    others++;
    if (commonCharacters.has(code)) score++;
    else if (code === 0xfffd) {
      unreadable++;
      score -= 2;
    } else if ((code >= 0xe000 && code <= 0xf8ff) || code <= 0x9f || code >= 0xf0000) score -= 3;
    else if ((code >= 0x3400 && code <= 0x4dbf) || code >= 0x20000) score -= 1;
    else if (isOddSymbol(code)) score -= 0.5;
  }
  for (const bad of text.slice(WEIGHED).matchAll(/\ufffd|[^\0-\x7f]/gu)) {
    others++;
    if (bad[0] === "\ufffd") unreadable++;
    else score += score / others;
  }
  return { score, others, unreadable };
}

/** Box drawing, Cyrillic, kana, Bopomofo, half-width kana: signs of a wrong table of characters. */
const isOddSymbol = (code: number): boolean =>
  (code >= 0x2500 && code <= 0x259f) ||
  (code >= 0x0370 && code <= 0x04ff) ||
  (code >= 0x3040 && code <= 0x312f) ||
  (code >= 0xff61 && code <= 0xff9f);
