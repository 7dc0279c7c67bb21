import { strToU8 } from "fflate";
import { type Parts, textOf, unpack } from "./docx-pack.ts";
import { builtInNames } from "./docx-style.ts";

interface StyleElement {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly xml: string;
}

function stylesIn(xml: string): StyleElement[] {
  return [...xml.matchAll(/<w:style\b([^>]*)>.*?<\/w:style>/gs)].map(
    ([whole, attributes = ""]) => ({
      id: /\bw:styleId="([^"]*)"/.exec(attributes)?.[1] ?? "",
      type: /\bw:type="([^"]*)"/.exec(attributes)?.[1] ?? "",
      name: (/<w:name\b[^>]*\bw:val="([^"]*)"/.exec(whole)?.[1] ?? "").toLowerCase(),
      xml: whole,
    }),
  );
}

/** From the ids that our paragraphs name to those of the reference's styles of the same name. */
function translation(
  own: readonly StyleElement[],
  reference: readonly StyleElement[],
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const style of own) {
    const name = builtInNames[style.id] ?? style.name;
    const match = reference.find((other) => other.type === style.type && other.name === name);
    if (match) ids.set(style.id, match.id);
  }
  return ids;
}

const translateIds = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml.replace(
    /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link)\b[^>]*\bw:val=")([^"]*)(")/g,
    (_, before, id, after) => before + (ids.get(id) ?? id) + after,
  );

/** Styles of ours that the reference lacks; fonts and sizes of ours are left out of them, so that they follow the reference's own text. */
function missingStyles(
  own: readonly StyleElement[],
  reference: readonly StyleElement[],
  ids: ReadonlyMap<string, string>,
  used: ReadonlySet<string>,
): string {
  const taken = new Set(reference.map((style) => style.id));
  return own
    .filter((style) => used.has(style.id) && !ids.has(style.id) && !taken.has(style.id))
    .map((style) => translateIds(style.xml, ids).replace(/<w:rFonts\b[^>]*\/>/g, ""))
    .join("");
}

const themePart = "word/theme/theme1.xml";

/**
 * Gives a document the styles of another .docx, and its theme, whose fonts and colours they name. Styles are matched by their names, whatever
 * language of Word wrote them. Undefined when the reference is no .docx with styles.
 */
export function withReferenceStyles(parts: Parts, referenceDoc: Uint8Array): Parts | undefined {
  let reference: Parts;
  try {
    reference = unpack(referenceDoc);
  } catch {
    return undefined;
  }
  const theirs = textOf(reference, "word/styles.xml");
  const ours = textOf(parts, "word/styles.xml");
  if (theirs === undefined || ours === undefined || !theirs.includes("</w:styles>"))
    return undefined;
  const own = stylesIn(ours);
  const other = stylesIn(theirs);
  const ids = translation(own, other);
  const given: Parts = new Map(parts);
  const used = new Set<string>();
  for (const [name] of parts) {
    if (!/^word\/(?:document|footer\d*)\.xml$/.test(name)) continue;
    const xml = textOf(parts, name) ?? "";
    for (const [, id = ""] of xml.matchAll(
      /<w:(?:pStyle|rStyle|tblStyle)\b[^>]*\bw:val="([^"]*)"/g,
    ))
      used.add(id);
    given.set(name, strToU8(translateIds(xml, ids)));
  }
  given.set(
    "word/styles.xml",
    strToU8(
      theirs.replace("</w:styles>", () => `${missingStyles(own, other, ids, used)}</w:styles>`),
    ),
  );
  const theme = reference.get(themePart);
  if (theme !== undefined && parts.has(themePart)) given.set(themePart, theme);
  return given;
}
