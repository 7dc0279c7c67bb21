import { beforeR, withoutDecorations } from "./head-decorations.ts";
import { plainAscii, toCodebookScript } from "./simplified.ts";
import { type ReadUnit, readScale, readUnit } from "./unit-spellings.ts";

/** A header made plain: simplified Chinese, no decoration, its unit split off. */
export interface Header {
  /** The levels of a head, the outermost first: a two-row head has two. At least one, possibly empty. */
  readonly path: readonly string[];
  readonly unit?: ReadUnit;
  /** A scale word in place of a unit: 人口(万) → 4. */
  readonly scale?: number;
  /** It began with 其中: it is a part of the column before it. */
  readonly ofWhich: boolean;
}

/** What stands beyond is not read: no header is as long. */
const longest = 500;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

/** A legend of how to answer, not a unit: (是/否), (打√). */
const legend = /\((?:是\/否|有\/无|[10]\/[10]|y\/n|yes\/no|打?√)\)/giu;

/** Nothing but Chinese characters: there is no unit, level or decoration to tell apart. */
const plainChinese = /^[\u4e00-\u9fff]{1,100}$/;

/**
 * Reads a header as the codebook asks: invisible characters gone, width and script unified, enumeration and 其中 dropped, levels joined
 * with "/" told apart, and a trailing unit, in brackets or after "/", ":" or ",", split off. A unit of an outer level holds for the inner.
 */
export function normaliseHeader(text: string): Header {
  if (plainChinese.test(text) && !text.startsWith("其中"))
    return { path: [toCodebookScript(text)], ofWhich: false };
  const plain = unify(text.slice(0, longest)).replace(legend, "");
  const levels = splitLevels(plain);
  const { levels: named, unit: trailing } = splitUnitLevels(levels);
  let unit = trailing;
  let scale: number | undefined;
  let ofWhich = false;
  const path: string[] = [];
  for (const level of named.reverse()) {
    // A line of units below the heads: 总人口/(人).
    const alone = named.length > 1 ? readUnit(/^\(([^()]+)\)$/u.exec(level)?.[1] ?? "") : undefined;
    if (alone) {
      unit ??= alone;
      continue;
    }
    const part = readLevel(level);
    if (unit === undefined && scale === undefined) ({ unit, scale } = part);
    ofWhich ||= part.ofWhich;
    if (part.text !== "") path.unshift(part.text);
  }
  return {
    path: path.length > 0 ? path : [""],
    ...(unit && { unit }),
    ...(scale !== undefined && { scale }),
    ofWhich,
  };
}

function unify(text: string): string {
  if (plainAscii.test(text)) return beforeR(text.trim()).replace(/\s+/g, " ");
  // The mark of a note behind a head: 常住人口①, 常住人口².
  const wide = text
    .replace(invisible, "")
    .replace(/(?:[①-⑳]|(?<![mM])[¹²³])+(?=\s*(?:$|[/(（]))/gu, "")
    .replaceAll("㎡", "m²")
    .replaceAll("㎢", "km²");
  const narrow = wide.replace(/[^²]+/gu, (part) => part.normalize("NFKC"));
  return toCodebookScript(beforeR(narrow.trim()).replace(/\s+/gu, " "));
}

/** Levels of a head: parted by "/" outside brackets. */
function splitLevels(text: string): string[] {
  const levels = [""];
  let depth = 0;
  for (const character of text) {
    if (character === "(" || character === "[") depth++;
    if (character === ")" || character === "]") depth = Math.max(0, depth - 1);
    if (character === "/" && depth === 0) levels.push("");
    else levels[levels.length - 1] += character;
  }
  return levels.map((level) => level.trim());
}

/** English units of count that by themselves are a head: dibao/households. */
const countNoun = /^(?:households?|hh|enterprises?|buildings?|units?|times?)$/iu;

/** The last levels may be a unit: 面积/㎡, 月工资/元/月. At least one level stays. */
function splitUnitLevels(levels: string[]): { levels: string[]; unit: ReadUnit | undefined } {
  for (let size = Math.min(3, levels.length - 1); size > 0; size--) {
    const unit = readUnit(levels.slice(-size).join("/"));
    if (unit && !countNoun.test(unit.spelling)) return { levels: levels.slice(0, -size), unit };
  }
  return { levels: [...levels], unit: undefined };
}

interface Level {
  readonly text: string;
  readonly unit: ReadUnit | undefined;
  readonly scale: number | undefined;
  readonly ofWhich: boolean;
}

function readLevel(level: string): Level {
  const bare = withoutDecorations(level);
  const ofWhich = /^其中[::]?/u.test(bare);
  const text = ofWhich ? bare.replace(/^其中[::]?\s*/u, "") : bare;
  const found = trailingUnit(text);
  return { text: found?.text ?? text, unit: found?.unit, scale: found?.scale, ofWhich };
}

const trailing = [
  /^(?<text>.+?)\s*[([](?<unit>[^()[\]]{1,40}|[^()[\]]{1,20}\([^()]{1,20}\))[)\]]$/u,
  /^(?<text>.+?)\s*[:,]\s*(?<unit>[^:]{1,40})$/u,
  /^(?<text>.+?)(?<unit>m²|m2|km²|km2)$/iu,
  /^(?<text>.*[a-z].*?)[\s_](?<unit>sqm|sq ?m|sq ?km|yuan|rmb|cny)$/iu,
];

function trailingUnit(text: string): { text: string; unit?: ReadUnit; scale?: number } | undefined {
  if (text.length > 120) return undefined;
  for (const pattern of trailing) {
    const groups = pattern.exec(text)?.groups;
    if (!groups) continue;
    const name = (groups.text as string).replace(/[\s_]+$/u, "");
    const unit = readUnit(groups.unit as string);
    if (unit && name !== "") return { text: name, unit };
    const scale = readScale(groups.unit as string);
    if (scale !== undefined && name !== "") return { text: name, scale };
  }
  return undefined;
}

/** What is compared: lower case, no blanks or brackets; words of Latin letters joined with "_". */
export const headerKey = (text: string): string =>
  plainChinese.test(text)
    ? text
    : text
        .toLowerCase()
        .replace(/[()[\]"“”'’‘「」/:,，、。]/gu, "")
        .replace(/(?<=[a-z0-9+])[\s_]+(?=[a-z0-9])|(?<=[a-z])-(?=[a-z])/gu, "_")
        .replace(/(?<![a-z0-9+])_+|_+(?![a-z0-9])|\s/gu, "");
