import type { Argument } from "./argument.ts";
import { isOne } from "./plural.ts";

/**
 * The little language of message templates:
 * `{name}` the argument of that name · `{name:format}` printed in another way (see print.ts) ·
 * `{name|cell|cells}` the word for one, or for any other number · `[…]` left out when an argument in it prints as nothing.
 * Arguments are put in as they are: braces and brackets in them mean nothing.
 */
const optional = /\[([^\]]*)\]/;
const placeholder = /\{(\w+)(?::(\w+)|\|([^|}]*)\|([^|}]*))?\}/g;

/** How one argument prints; an empty text where there is nothing to print. */
export type Printer = (name: string, format: string | undefined) => string;

/** Fills a template. A placeholder outside brackets whose argument is missing prints as “…”. */
export function fillTemplate(
  template: string,
  args: Readonly<Record<string, Argument>>,
  print: Printer,
): string {
  return template
    .split(optional)
    .map((part, i) =>
      i % 2 === 1
        ? (fillPart(part, args, print) ?? "")
        : (fillPart(part, args, (...a) => print(...a) || "…") ?? ""),
    )
    .join("");
}

/** The names of the arguments that a template uses, each once, in order. */
export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map((match) => match[1] as string))];
}

/** Undefined when an argument prints as nothing. */
function fillPart(
  part: string,
  args: Readonly<Record<string, Argument>>,
  print: Printer,
): string | undefined {
  let missing = false;
  const filled = part.replace(
    placeholder,
    (_, name: string, format?: string, one?: string, many?: string) => {
      if (one !== undefined) {
        const count = args[name];
        return (typeof count === "number" && isOne(count) ? one : many) as string;
      }
      const text = print(name, format);
      missing ||= text === "";
      return text;
    },
  );
  return missing ? undefined : filled;
}
