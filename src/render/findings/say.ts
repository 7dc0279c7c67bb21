import type { Arguments, Severity } from "../../survey/finding.ts";
import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { printArgument } from "../../words/argument.ts";
import { checkWords } from "../../words/locales/check.ts";
import { fillTemplate } from "../../words/template.ts";

/** A template of the locale, filled. */
export const say = (template: string, args: Arguments, language: Language): string =>
  fillTemplate(template, args, (name, format) => printArgument(name, args[name], format, language));

/** “2 errors, 1 warning in 1 file”; “No findings in 1 file”. */
export function summaryOf({ counts, files, language }: Judgement): string {
  const words = checkWords(language);
  const said = (["error", "warning", "note"] as const).flatMap((severity) => {
    const n = counts[severity];
    return n === 0 ? [] : [say(words.counts[severity], { n }, language)];
  });
  if (said.length === 0) return say(words.clean, { n: files.length }, language);
  return words.summary
    .replace("{counts}", said.join(words.separator))
    .replace(/\{n(?:\|([^|}]*)\|([^|}]*))?\}/g, (_, one?: string, many?: string) =>
      one === undefined ? String(files.length) : files.length === 1 ? one : (many as string),
    );
}

/** The sentence of a finding and that of its remedy, one after the other. */
export const sentences = (
  { message, fix }: Pick<ToldFinding, "message" | "fix">,
  language: Language,
): string => `${message}${language === "en" ? ". " : "。"}${fix}`;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Whether a severity is at or above the one that fails. */
export const fails = (severity: Severity, failOn: Severity): boolean =>
  ranks[severity] <= ranks[failOn];

/** The gravest first; within a severity the order stays. */
export const worstFirst = <F extends { readonly severity: Severity }>(
  findings: readonly F[],
): F[] => [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity]);

/** A path from the working directory as a relative URI reference: what is no letter, digit or plain mark is percent-encoded. */
export function uriOf(path: string): string {
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  // A colon in the first segment would make it a scheme.
  return encoded.replaceAll("%40", "@");
}
