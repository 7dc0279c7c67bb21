import { type Language, languages } from "../../src/survey/language.ts";

/** One template in the three languages, and where it stands. */
export interface Template {
  readonly path: string;
  readonly texts: Readonly<Record<Language, string>>;
}

const slot = /\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}/gu;

/** What cannot be read in a template by itself: a brace that belongs to no slot, brackets that do not close, a noun without both of its forms. */
function broken(text: string): string[] {
  const faults: string[] = [];
  const rest = text.replace(slot, "");
  if (/[{}｛｝]/u.test(rest)) faults.push("a brace belongs to no slot");
  let open = false;
  for (const [bracket] of rest.matchAll(/[[\]]/gu)) {
    if ((bracket === "[") === open) {
      faults.push("brackets do not close");
      break;
    }
    open = bracket === "[";
  }
  if (open) faults.push("brackets do not close");
  for (const [whole, , , one, many] of text.matchAll(slot))
    if (one !== undefined && (one === many || many === "")) faults.push(`no two forms: ${whole}`);
  return faults;
}

/** What a template prints: each slot with its format, and whether it is left out where it is empty. */
const printed = (text: string): string =>
  [...text.matchAll(slot)]
    .flatMap(([, name, format, one]) =>
      one === undefined ? [`${name}${format === undefined ? "" : `:${format}`}`] : [],
    )
    .sort()
    .join(" ");

/** A noun that agrees with a count which the template does not print itself. */
const agreesWithOther = (text: string): string[] => {
  const names = new Set(
    printed(text)
      .split(" ")
      .map((each) => each.split(":")[0]),
  );
  return [...text.matchAll(slot)].flatMap(([, name, , one]) =>
    one !== undefined && !names.has(name) ? [name as string] : [],
  );
};

/** The faults of a template: of each text by itself, and where the languages do not print the same. `counts` are those that stand beside it. */
export function faultsOf({ texts }: Template, counts: readonly string[] = []): readonly string[] {
  return languages.flatMap((language) => {
    const text = texts[language];
    return [
      ...broken(text),
      ...(printed(text) === printed(texts.en)
        ? []
        : [`prints ${printed(text)}, in English ${printed(texts.en)}`]),
      ...agreesWithOther(text)
        .filter((name) => !counts.includes(name))
        .map((name) => `agrees with ${name}, which is not printed`),
    ].map((fault) => `${language}: ${fault}`);
  });
}
