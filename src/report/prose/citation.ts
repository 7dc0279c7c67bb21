import { unitOf } from "../../codebook/units.ts";
import type { Formula } from "../../formula/expression.ts";
import { formulaText, isTree } from "../../formula/print.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { Document, Inline } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase } from "../../words/phrase.ts";
import { fillTemplate } from "../../words/template.ts";
import { presetsOf } from "../explain/explain-indicator.ts";
import { documentText, thresholdPhrase, withinBrackets } from "../norm-text.ts";

export interface CitationOptions {
  /** Those the writer named. */
  readonly norms: readonly Norm[];
  /** On what the tables at hand count residents. */
  readonly basis?: "usual" | "registered" | "managed";
}

/** Presets so few that a sentence holds them; of more the writer names one. */
const mostReferences = 2;

const slot = "\uE000";

/** A template filled with texts whole and as they are: a sentence to print is never cut short. */
const filled = (template: string, args: Readonly<Record<string, string | undefined>>): string =>
  fillTemplate(template, {}, (name) => args[name] ?? "");

/**
 * The sentence that a writer puts under a table: title, formula, unit, denominator, basis, roll-up, and the norms named with document, number and issuer.
 * Where none is named and one or two presets speak of the indicator, they are cited as such; a reference, never a default.
 */
export function citationDocument(
  indicator: Indicator,
  options: CitationOptions,
  language: Language,
): Document {
  const { citation: words, analysis, bases } = wordsOf(language);
  const { title, formula, unit, rollup, needs } = indicator;
  const denominator = isTree(formula) ? denominatorOf(formula) : undefined;
  const normPhrases = normsPhrase(indicator, options.norms, language);
  const basis =
    needs.includes("residents") && options.basis !== undefined && options.basis !== "usual"
      ? phrase(analysis.basis, { basis: bases[options.basis] }, language)
      : undefined;
  const sentence = filled(words.sentence, {
    title: title[language],
    formula: formulaText(formula, language),
    // Classes are counted: the formula says what.
    unit: indicator.classes && !isTree(formula) ? undefined : unitInProse(unit, language),
    denominator: denominator && formulaText(denominator, language),
    basis,
    rollup: words[rollup] + gradesOf(indicator, language),
    norms: normPhrases.length > 0 ? slot : undefined,
  });
  const [before = "", after = ""] = sentence.split(slot);
  return { language, blocks: [{ kind: "paragraph", content: [before, ...normPhrases, after] }] };
}

/** Of a figure that is told as a class: where the classes begin, which the formula does not say. */
function gradesOf({ classes, formula, source }: Indicator, language: Language): string {
  if (!classes || !isTree(formula)) return "";
  return language === "en" ? `; ${source.en}` : `；${source[language]}`;
}

/** The presets that speak of an indicator; where a class begins, which the figure itself need not reach, is no reference for it. */
const references = (indicator: Indicator): readonly Norm[] =>
  presetsOf(indicator, false).filter(({ opens }) => opens === undefined || indicator.classes);

/** The presets that a writer may name, where none was named and they are too many for the sentence. */
export function openReferences(indicator: Indicator, named: readonly Norm[]): readonly Norm[] {
  const presets = named.length > 0 ? [] : references(indicator);
  return presets.length > mostReferences ? presets : [];
}

function normsPhrase(indicator: Indicator, named: readonly Norm[], language: Language): Inline[] {
  const { citation: words } = wordsOf(language);
  const presets = named.length > 0 ? [] : references(indicator);
  const shown = presets.length > mostReferences ? [] : presets;
  const phrases = [
    ...named.map((norm) => normPhrase(words.norm, norm, language)),
    ...shown.map((norm) => normPhrase(words.reference, norm, language)),
  ];
  return phrases.flatMap((content, i) =>
    i === 0 ? content : [language === "en" ? "; " : "；", ...content],
  );
}

function normPhrase(template: string, norm: Norm, language: Language): Inline[] {
  const source = withinBrackets(
    documentText(norm, language).replaceAll(" · ", language === "en" ? ", " : "，"),
    language,
  );
  const [before = "", after = ""] = filled(template, { threshold: slot, source }).split(slot);
  return [before, ...thresholdPhrase(norm, language), after];
}

/** A unit in full; per cent and per mille by their signs; undefined where it says nothing. */
function unitInProse(unit: string, language: Language): string | undefined {
  const { title, sign } = unitOf(unit);
  if (sign[language] === "") return undefined;
  return unit === "%" || unit === "‰" ? sign[language] : title[language];
}

/** What a formula divides by, a factor behind it aside. */
function denominatorOf(formula: Formula): Formula | undefined {
  if (!("op" in formula)) return undefined;
  if (formula.op === "*" && "number" in formula.right) return denominatorOf(formula.left);
  return formula.op === "/" ? formula.right : undefined;
}
