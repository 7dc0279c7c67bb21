import type { Judgement, ToldFinding } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { printArgument } from "../../words/argument.ts";
import { querySheetWords } from "../../words/locales/query-sheet.ts";
import { phrase } from "../../words/phrase.ts";

/** What one community, or one unit of communities, is asked. */
export interface QuerySheet {
  readonly of: string;
  readonly name: string;
  readonly title: string;
  readonly request: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whom a sheet goes to: a key that no two share, and the name in its title. */
export interface Recipient {
  readonly key: string;
  readonly name: string;
}

/**
 * A sheet for every recipient of findings, in the order of the findings. What is about the file as a whole
 * or about privacy is not for a community to answer.
 */
export function querySheets(
  { findings, language }: Judgement,
  recipientOf: (finding: ToldFinding) => Recipient | undefined,
): QuerySheet[] {
  const byKey = new Map<string, { readonly of: string; readonly own: ToldFinding[] }>();
  // Each community answers for its own figure, whatever the cause is.
  for (const finding of findings.flatMap((one) => [one, ...(one.under ?? [])])) {
    const recipient = finding.code.startsWith("CDJ6") ? undefined : recipientOf(finding);
    if (!recipient) continue;
    const sheet = byKey.get(recipient.key);
    if (sheet) sheet.own.push(finding);
    else byKey.set(recipient.key, { of: recipient.name, own: [finding] });
  }
  const { name, title, request, heads } = querySheetWords(language);
  return [...byKey.values()].map(({ of, own }) => ({
    of,
    name,
    title: phrase(title, { area: of }, language),
    request,
    heads,
    rows: own.map((finding, i) => [String(i + 1), ...rowOf(finding, language)]),
  }));
}

function rowOf(finding: ToldFinding, language: Language): string[] {
  const { place, variable, excerpt, message, fix } = finding;
  const item =
    place.header ??
    (variable === undefined ? "" : printArgument("variable", variable, undefined, language));
  const where =
    place.line === undefined
      ? place.file
      : phrase(
          querySheetWords(language).line,
          { file: baseName(place.file), line: place.line },
          language,
        );
  const written =
    excerpt?.at === undefined
      ? ""
      : (excerpt.cells[excerpt.at] ?? "").replace(/^"([\s\S]*)"$/u, "$1");
  return [item, where, written, message, fix, ""];
}

const baseName = (file: string): string => file.split(/[\\/]/u).at(-1) ?? file;
