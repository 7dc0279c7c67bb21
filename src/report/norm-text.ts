import type { FigureValue, Inline } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import { exact } from "../survey/measured.ts";
import type { Comparison, Norm } from "../survey/norm.ts";
import { writtenDecimals } from "../survey/written-decimals.ts";
import { wordsOf } from "../words/locales/index.ts";
import { phrase, phraseWithFigure } from "../words/phrase.ts";

/** The threshold of a norm as a figure in its unit; a range where it has two bounds. */
export function thresholdFigure({ value, upper, unit }: Norm): FigureValue {
  const decimals = Math.max(
    writtenDecimals(value),
    upper === undefined ? 0 : writtenDecimals(upper),
  );
  return {
    measured: upper === undefined ? exact(value) : { low: value, high: upper },
    unit,
    decimals,
    withUnit: true,
  };
}

const sentences: Readonly<
  Record<Comparison, "atLeast" | "atMost" | "moreThan" | "lessThan" | undefined>
> = {
  ">=": "atLeast",
  "<=": "atMost",
  ">": "moreThan",
  "<": "lessThan",
  between: undefined,
  "=": undefined,
};

/** What a norm asks: “at least 500 m²”, “1,000–3,000 households”. */
export function thresholdPhrase(norm: Norm, language: Language): Inline[] {
  const key = sentences[norm.op];
  const figure = thresholdFigure(norm);
  return key === undefined ? [figure] : phraseWithFigure(wordsOf(language).explain[key], figure);
}

const unidentified = "not identified";

/** The document behind a norm, in one line: title, number, issuer, year, and how well it is known. */
export function documentText(norm: Norm, language: Language): string {
  const { analysis } = wordsOf(language);
  const facts = [
    norm.document[language],
    norm.number?.[language] ?? "",
    // Said of the document already.
    norm.issuer.en === unidentified ? "" : norm.issuer[language],
    norm.year === undefined ? "" : yearText(norm.year, language),
    norm.confidence === "own"
      ? ""
      : phrase(analysis.confidence, { grade: norm.confidence }, language),
  ];
  return [...new Set(facts.filter((fact) => fact !== ""))].join(" · ");
}

/** A text for use within brackets: its own become others, but for those of a title in 《》. */
export const withinBrackets = (text: string, language: Language): string =>
  language === "en"
    ? text.replace(/\(([^()]*)\)/gu, "[$1]")
    : text.replace(/《[^》]*》|（([^（）]*)）/gu, (whole: string, inner: string | undefined) =>
        inner === undefined ? whole : `〔${inner}〕`,
      );

export const yearText = (year: number, language: Language): string =>
  language === "en" ? String(year) : `${year}年`;

/** A norm in one line, begun by its id: what it asks and where it stands. */
export const normLine = (norm: Norm, language: Language): Inline[] => [
  { code: norm.id },
  "  ",
  ...thresholdPhrase(norm, language),
  ` · ${documentText(norm, language)}`,
];

/** Norms that are listed only on request: out of force for long, never in force, or of an unnamed place. */
export const isHidden = (norm: Norm): boolean => norm.standing !== undefined;
