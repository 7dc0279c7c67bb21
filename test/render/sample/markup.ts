/** A tag of XML or HTML as a renderer wrote it. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Of the text right behind it. */
  readonly text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  apos: "'",
};
export const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name: string) => entities[name] ?? "");

/** The opening tags in order; throws when tags do not close as they opened (void elements of HTML aside) or an ampersand stands bare. */
export function tagsOf(markup: string): Tag[] {
  const open: string[] = [];
  const tags: Tag[] = [];
  const voids = new Set(["meta", "br", "col", "link"]);
  for (const [whole, close = "", name = "", inside = "", self = "", text = ""] of markup.matchAll(
    /<(\/?)([a-zA-Z][\w:.-]*)((?:\s+[\w:.-]+(?:="[^"<]*")?)*)\s*(\/?)>([^<]*)/g,
  )) {
    if (close !== "") {
      if (open.pop() !== name) throw new Error(`${whole} closes nothing`);
      continue;
    }
    if (self === "" && !voids.has(name)) open.push(name);
    const attributes = Object.fromEntries(
      [...inside.matchAll(/([\w:.-]+)(?:="([^"]*)")?/g)].map(([, key = "", value = ""]) => [
        key,
        decodeEntities(value),
      ]),
    );
    tags.push({ name, attributes, text: decodeEntities(text) });
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(", ")}`);
  return tags;
}

/** The tags without what they say: what stays equal when only texts differ. */
export const skeletonOf = (markup: string): string[] =>
  tagsOf(markup).map((tag) => `${tag.name} ${Object.keys(tag.attributes).sort().join(" ")}`);
