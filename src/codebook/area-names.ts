import { inOneScript } from "./place-characters.ts";

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu;
/** Characters that need no second look: Chinese of the basic plane, Latin letters, figures. */
const plain = /^[\u4e00-\u9fffA-Za-z0-9]+$/u;
const figure = "[0-9〇零一二三四五六七八九十百]";
/** A mark between two figures keeps them apart: 3-1 is not 31, 十 一 is not 十一. */
const betweenFigures = new RegExp(`(?<=${figure})[\\s·・.\\-_—–,、/]+(?=${figure})`, "gu");
const marks = /[\s·・.\-_—–'’‘`´ʼ"“”,、]+/gu;

/**
 * A name of an area in its normal form: two names with one normal form are one name, written in two ways. Width, script (traditional and simplified), variant
 * characters, the kind of brackets, blanks, case, apostrophes and hyphens are made one; “St.” before a name is Saint, & is and. Figures stay apart where
 * a mark parts them. Every table, file, roster and concordance is joined by it. Never printed.
 */
export function normalName(name: string): string {
  if (plain.test(name)) return inOneScript(name).toLowerCase();
  return withoutMarks(spelledOut(name));
}

/** A name in one width, script and case, its words still apart and abbreviations of English names written out. */
function spelledOut(name: string): string {
  return inOneScript(name.replace(invisible, "").normalize("NFKC"))
    .replace(/[[{【〔〖「『《<]/gu, "(")
    .replace(/[\]}】〕〗」』》>]/gu, ")")
    .toLowerCase()
    .replace(/\bst(?:\.\s*|\s+)(?=[a-z])/gu, "saint ")
    .replace(/\bmt(?:\.\s*|\s+)(?=[a-z])/gu, "mount ")
    .replace(/\s*[&+]\s*/gu, " and ")
    .trim();
}

const withoutMarks = (text: string): string =>
  text.replace(betweenFigures, "#").replace(marks, "").replaceAll("#", "-");

/** What a name says beside its normal form. */
export interface NameParts {
  readonly normal: string;
  /** The name without the words for the kind of unit or the body that runs it: 柳浪 of 柳浪社区居委会, 光华村 of 光华村委会. */
  readonly stem: string;
  /** The kind of unit that those words say; empty where the name says none. 村 and 里 are a part of the stem. */
  readonly kind: string;
}

/** The party's or another body's name for its area: 柳浪社区党委, 中共柳浪社区总支部委员会. */
const bodies =
  /(?:联合|综合)?(?:党的?(?:工作)?委(?:员会)?|党总支(?:部)?(?:委员会)?|党支部(?:委员会)?|党组织?|党工委|总支部?(?:委员会)?|支部(?:委员会)?|党群服务中心|(?:便民|综合|公共)?服务(?:中心|站)|工作站|办事处|(?:人民)?政府|办公[处室]|发展协会)$/u;
const ofTheParty = /^(?:中共|中国共产党)/u;
const community = /(?:社区(?:居民)?委员会|社区(?:居委会?)?|居民委员会|居委会?)$/u;
const village = /(?:行政)?村?(?:村民委员会|村委会?)$|行政村$/u;
const english =
  /^(.+?)\s+(ward|village|community|neighbou?rhood|district|borough|parish|township|town|county|city|barangay|precinct|sub-?district)$/u;
/** 第一社区 and 一社区 are written for one another. */
const ordinal = new RegExp(`第(?=${figure})`, "gu");
const numbering = /^\(?\d{1,3}[).、．]\s*(?=\D)/u;

/** The parts of a name: see `NameParts`. */
export function nameParts(name: string): NameParts {
  const isPlain = plain.test(name);
  const spelled = isPlain ? inOneScript(name).toLowerCase() : spelledOut(name);
  const normal = isPlain ? spelled : withoutMarks(spelled);
  const inEnglish = /[a-z] /u.test(spelled) ? english.exec(spelled.replace(/^the\s+/u, "")) : null;
  if (inEnglish) {
    const [, front = "", kind = ""] = inEnglish;
    return {
      normal,
      stem: withoutLostZeros(withoutMarks(front)),
      kind: kind.replace("neighbor", "neighbour").replace("-", ""),
    };
  }
  const whole = isPlain
    ? spelled
    : withoutMarks(spelled.replace(/^the\s+/u, "").replace(numbering, "")).replace(/[()]/gu, "");
  let stem = whole.replace(ofTheParty, "");
  if (stem !== whole) stem = stem.replace(/(?<=社区|村)委员会$/u, "");
  stem = cut(stem, bodies).replace(ordinal, "");
  const kind = community.test(stem) && cut(stem, community) !== stem ? "社区" : "";
  if (kind === "") stem = stem.replace(village, (all, at: number) => (at > 0 ? "村" : all));
  return {
    normal,
    stem: withoutLostZeros(kind === "" ? stem : cut(stem, community)),
    kind,
  };
}

/** The text without the words at its end, as long as something is left. */
function cut(text: string, ending: RegExp): string {
  for (let left = text; ; ) {
    const shorter = left.replace(ending, "");
    if (shorter === left || shorter === "") return left;
    left = shorter;
  }
}

/** 社区01 and 社区1 are written for one another. */
const withoutLostZeros = (text: string): string => text.replace(/(?<!\d)0+(?=\d)/gu, "");

/** The stem without 村 or 里 at its end: what is left where a table leaves the kind of its villages out. */
export const shortStem = (stem: string): string => stem.replace(/(?<=.)[村里]$/u, "");

/** Whether two names are of one area as far as the words for its kind are left out or written otherwise, within one kind of unit. */
export function sameButForSuffix(a: NameParts, b: NameParts): boolean {
  if (a.stem === b.stem) return a.kind === b.kind || a.kind === "" || b.kind === "";
  if (shortStem(a.stem) !== shortStem(b.stem)) return false;
  const [bare, full] = a.stem.length < b.stem.length ? [a, b] : [b, a];
  return bare.kind === "" && shortStem(bare.stem) === bare.stem && full.kind === "";
}

/** Figures, directions and the like tell areas apart: names that differ in one of them are not near. */
const telling =
  /[0-9〇零一二三四五六七八九十百a-z东南西北中上下左右前后新老大小内外甲乙丙丁戊己庚辛]/u;

/**
 * Whether two names are so near that one may be a slip for the other: one character changed, left out or put in (two in names of ten and more), none of which
 * is a figure or a direction. A reason to ask, never to join.
 */
export function nearNames(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 2) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isLatin = /^[a-z]+$/u.test(a + b);
  const most = isLatin && shorter >= 8 ? 2 : 1;
  if (Math.max(left.length, right.length) > most) return false;
  // The last letter of Ward A and Ward B is what tells them apart.
  if (isLatin) return shorter >= 5 && end > 0;
  return start + end > 0 && !telling.test(left + right);
}
