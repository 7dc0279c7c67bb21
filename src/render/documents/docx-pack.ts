import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { escapeMarkup } from "../markup.ts";

export type Parts = Map<string, Uint8Array>;

/** The parts of a .docx by their names; throws when the bytes are no zip file. */
export const unpack = (bytes: Uint8Array): Parts => new Map(Object.entries(unzipSync(bytes)));

export const textOf = (parts: Parts, name: string): string | undefined => {
  const bytes = parts.get(name);
  return bytes === undefined ? undefined : strFromU8(bytes);
};

const isXml = (name: string): boolean => /\.(?:xml|rels)$/.test(name);

/** Replaces ids that differ from run to run by numbers in the order in which they first occur. */
function renumber(
  text: string,
  pattern: RegExp,
  prefix: string,
  known: Map<string, string>,
): string {
  return text.replace(pattern, (_, before: string, id: string, after: string) => {
    const stable = known.get(id) ?? `${prefix}${known.size + 1}`;
    known.set(id, stable);
    return before + stable + after;
  });
}

/** Names of media and the ids of relations, both drawn by lot or counted per process in what `docx` writes. */
function stableNames(parts: Parts): Parts {
  const media = new Map<string, string>();
  const document = textOf(parts, "word/_rels/document.xml.rels") ?? "";
  const counts = new Map<string, number>();
  for (const [, name = ""] of document.matchAll(/Target="media\/([^"]+)"/g)) {
    const kind = name.split(".").pop() ?? "";
    if (media.has(name)) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    media.set(name, `chart${counts.get(kind)}.${kind}`);
  }
  const relations = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  const drawings = new Map<string, string>();
  const renamed: Parts = new Map();
  for (const [name, bytes] of parts) {
    const target = name.startsWith("word/media/")
      ? `word/media/${media.get(name.slice(11)) ?? name.slice(11)}`
      : name;
    if (!isXml(name)) {
      renamed.set(target, bytes);
      continue;
    }
    let text = strFromU8(bytes);
    if (name === "word/document.xml") {
      text = renumber(text, /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]+)(")/g, "", bookmarks);
      text = renumber(text, /(<wp:docPr\b[^>]*?\bid=")([^"]+)(")/g, "", drawings);
      text = renumber(text, /(\br:(?:id|embed|link)=")([^"]+)(")/g, "rId", relations);
    }
    if (name === "word/_rels/document.xml.rels") {
      text = renumber(text, /(\bId=")([^"]+)(")/g, "rId", relations);
      for (const [from, to] of media) text = text.replaceAll(`media/${from}"`, `media/${to}"`);
    }
    renamed.set(target, strToU8(text));
  }
  return renamed;
}

/** Dates in the properties: that of the report, or none. */
function datedProperties(text: string, date: string | undefined): string {
  const stamp = (element: string) =>
    date === undefined
      ? ""
      : `<dcterms:${element} xsi:type="dcterms:W3CDTF">${escapeMarkup(date)}T00:00:00Z</dcterms:${element}>`;
  return text.replace(
    /<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g,
    (_, element: string) => stamp(element),
  );
}

/** The oldest date that a zip file holds: it is of no meaning, and the same everywhere. */
const zipDate = new Date(1980, 0, 1);

/**
 * Parts as a .docx, the same bytes for the same content: ids in the order of the document, parts in the order of their names (content types first,
 * as readers expect), one date on all of them. `date` (ISO, a day) goes into the properties.
 */
export function pack(parts: Parts, date?: string): Uint8Array {
  const stable = stableNames(parts);
  const core = textOf(stable, "docProps/core.xml");
  if (core !== undefined) stable.set("docProps/core.xml", strToU8(datedProperties(core, date)));
  const first = "[Content_Types].xml";
  const names = [...stable.keys()]
    .filter((name) => !name.endsWith("/"))
    .sort((a, b) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  const files: Zippable = {};
  for (const name of names)
    files[name] = [stable.get(name) ?? new Uint8Array(), { mtime: zipDate, level: 6 }];
  return zipSync(files);
}
