import stringWidth from "string-width";
import type { Language } from "../../survey/language.ts";
import { markupLine } from "../markup.ts";
import { neutraliseTerminal } from "../neutralise.ts";

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A coordinate with at most two decimals, so that files stay small and equal on every machine. */
const coordinate = (value: number): string => String(Math.round(value * 100) / 100 + 0);

/** An element; attributes are escaped, children are markup already. Attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Attributes,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined
        ? ""
        : ` ${key}="${typeof value === "number" ? coordinate(value) : markupLine(value)}"`,
    )
    .join("");
  return children.length === 0
    ? `<${name}${written}/>`
    : `<${name}${written}>${children.join("")}</${name}>`;
}

/** The size of letters in charts that have room, in pixels: about 8.5 pt where 720 pixels are 16 cm. */
export const fontSize = 13;

/** Marks, signs and pictures that Chinese fonts draw a full em wide, though terminals count them narrow. */
const isWideMark = (cluster: string): boolean =>
  "·×÷°".includes(cluster) || (cluster >= "\u2014" && !"‹›".includes(cluster));
const broad = new Set("mwMW@%&");
const segmenter = new Intl.Segmenter();

function clusterEm(cluster: string): number {
  const width = stringWidth(cluster);
  if (width === 0) return 0;
  if (width === 2 || isWideMark(cluster)) return 1;
  if (broad.has(cluster)) return 0.9;
  return cluster >= "A" && cluster <= "Z" ? 0.7 : 0.58;
}

/** The room that a text needs, in pixels: estimated on the safe side, for no font is at hand. */
export function textWidth(text: string, size = fontSize): number {
  let em = 0;
  for (const { segment } of segmenter.segment(text)) em += clusterEm(segment);
  return em * size;
}

export interface TextOptions {
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
}

/** A line of text whose middle lies at `y`: the baseline is set outright, for programs differ in `dominant-baseline`. */
export function textAt(x: number, y: number, content: string, options: TextOptions = {}): string {
  const size = options.size ?? fontSize;
  const attributes = {
    x,
    y: y + size * 0.36,
    "font-size": size,
    "text-anchor": options.anchor,
    fill: options.fill,
    "font-weight": options.bold ? "bold" : undefined,
  };
  return element("text", attributes, markupLine(content));
}

/** The most of `text` from its start that is not wider than `width`, with … at its end when something is left out. */
function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (textWidth(`${kept}${segment}…`, size) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A name in at most `lines` lines of `width` pixels; what does not fit is left out behind a …. Breaks at spaces, else anywhere. */
export function wrapLabel(label: string, width: number, lines: number, size = fontSize): string[] {
  const text = neutraliseTerminal(label).trim();
  const found: string[] = [];
  let rest = text;
  while (rest !== "" && found.length < lines - 1 && textWidth(rest, size) > width) {
    let end = 0;
    let space = 0;
    for (const { segment, index } of segmenter.segment(rest)) {
      if (textWidth(rest.slice(0, index + segment.length), size) > width) break;
      end = index + segment.length;
      if (segment === " ") space = end;
    }
    if (end === 0) break;
    if (space > 0 && rest[end] !== " " && /[\w.,-]/.test(rest[end] ?? "")) end = space;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? found : [...found, shorten(rest, width, size)];
}

/** `id` in letters that every medium takes in an id and in a file name; two ids never become one. */
export const safeId = (id: string): string =>
  id.replace(/[^a-zA-Z0-9-]/gu, (character) =>
    character === "_" ? "__" : `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );

/** Fonts with the glyphs of the language's region, of Windows, macOS and Linux, then any. */
export const sansFonts: Readonly<Record<Language, string>> = {
  en: "Arial, 'Liberation Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif",
  "zh-CN":
    "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', 'Source Han Sans SC', SimHei, Arial, sans-serif",
  "zh-TW":
    "'Noto Sans CJK TC', 'Microsoft JhengHei', 'PingFang TC', 'Source Han Sans TC', Arial, sans-serif",
};
