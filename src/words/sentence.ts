import type { FigureValue, Inline } from "../survey/document.ts";
import { isExact } from "../survey/measured.ts";
import { isOne } from "./plural.ts";

/** What stands in a place of a template: a text, a figure, a reference, or a phrase of them. */
type Slot = Inline | number | readonly Inline[];
export type Slots = Readonly<Record<string, Slot | undefined>>;

const optional = /\[([^\]]*)\]/;
const place = /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/;

/**
 * A template of the locale as a phrase: `{name}` is replaced by its slot as it is, `{name|one|many}` by the word that agrees with it, and `[…]` is left
 * out where a slot in it is undefined. What stands in a slot is never read as a template.
 */
export function compose(template: string, slots: Slots): Inline[] {
  const parts = template
    .split(optional)
    .flatMap((part, i) => (i % 2 === 1 && !isFilled(part, slots) ? [] : fill(part, slots)));
  return joined(parts);
}

const isFilled = (part: string, slots: Slots): boolean =>
  [...part.matchAll(/\{(\w+)/g)].every(([, name]) => slots[name as string] !== undefined);

function fill(part: string, slots: Slots): Inline[] {
  const content: Inline[] = [];
  let rest = part;
  for (let match = place.exec(rest); match; match = place.exec(rest)) {
    const [whole, name = "", one, many] = match;
    content.push(rest.slice(0, match.index));
    const slot = slots[name];
    if (one !== undefined) content.push(isOneOf(slot) ? one : (many as string));
    else content.push(...inlines(slot));
    rest = rest.slice(match.index + whole.length);
  }
  content.push(rest);
  return content;
}

const inlines = (slot: Slot | undefined): readonly Inline[] => {
  if (slot === undefined) return [];
  if (typeof slot === "number") return [String(slot)];
  return Array.isArray(slot) ? (slot as readonly Inline[]) : [slot as Inline];
};

/** Whether a count is one, so that its noun stands in the singular. */
function isOneOf(slot: Slot | undefined): boolean {
  if (typeof slot === "number") return isOne(slot);
  const figure = slot as FigureValue | undefined;
  return (
    typeof figure === "object" &&
    "measured" in figure &&
    isExact(figure.measured) &&
    isOne(figure.measured.value, figure.decimals)
  );
}

/** Texts that touch become one. */
function joined(parts: readonly Inline[]): Inline[] {
  const content: Inline[] = [];
  for (const part of parts) {
    if (part === "") continue;
    const last = content.at(-1);
    if (typeof part === "string" && typeof last === "string")
      content[content.length - 1] = last + part;
    else content.push(part);
  }
  return content;
}

/** Phrases with a separator between. */
export const separated = (phrases: readonly (readonly Inline[])[], separator: string): Inline[] =>
  joined(phrases.flatMap((phrase, i) => (i === 0 ? phrase : [separator, ...phrase])));
