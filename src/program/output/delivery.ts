import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase } from "../../words/phrase.ts";
import { formatOfFile } from "./format-of-file.ts";
import { print, remark, writeWhole } from "./output.ts";

/**
 * The format named by `--format`, of those a command has, or by the suffix of the file it goes to; throws a CdjError that lists them for any other, and where
 * the suffix says another.
 */
export function formatAmong<F extends string>(
  text: string,
  formats: Readonly<Record<F, unknown>>,
  output?: string,
): F {
  if (Object.hasOwn(formats, text))
    return formatOfFile(text as F, Object.keys(formats) as F[], output) ?? (text as F);
  throw new CdjError("bad-option-value", {
    option: "format",
    value: text,
    expected: Object.keys(formats).join(", "),
  });
}

/** How many areas `--top` asks for; undefined: all. Throws a CdjError for anything but a whole number from 1. */
export function topOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1)
    throw new CdjError("bad-option-value", { option: "top", value: text, expected: "1, 2, 3, …" });
  return top;
}

/** Prints a result, or writes it to `--output` and says so on standard error. */
export async function deliver(
  text: string,
  { output, quiet }: { readonly output?: string; readonly quiet?: boolean },
  language: Language,
): Promise<void> {
  if (output === undefined) {
    await print(text);
    return;
  }
  writeWhole(output, text);
  if (!quiet) remark(phrase(wordsOf(language).program.written, { file: output }, language));
}
