import { findVariable } from "../../codebook/index.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import { unmeasuredSubjects } from "../../norms/subjects.ts";
import type { Block, Fact, Inline } from "../../survey/document.ts";
import { isAbsent, isWithheld } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inSentence, quantityTitle } from "../../words/quantity-title.ts";
import { compose } from "../../words/sentence.ts";
import { fact, factLines } from "../fact-lines.ts";
import { documentText, thresholdPhrase, withinBrackets } from "../norm-text.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { count, inProse, shareFigure } from "./appendix-figures.ts";
import type { Context } from "./context.ts";
import { isAtHand } from "./subjects.ts";
import { residentsBases } from "./titles.ts";

/** Under what rules the appendix was made, and how its signs are to be read. */
export function basisSection(context: Context): Block[] {
  const { words, input } = context;
  const facts: (Fact | undefined)[] = [
    fact(words.period, periods(context)),
    fact(words.date, input.date),
    fact(words.coverage, coverage(context)),
    factLines(words.response, response(context)),
    fact(words.residents, basisOfResidents(context)),
    factLines(words.norms, norms(context)),
    factLines(words.symbols, symbols(context)),
    fact(words.rounding, words.roundingIs),
    fact(words.totals, words.totalsIs),
    fact(
      words.suppression,
      input.minCell === undefined
        ? undefined
        : compose(words.suppressionIs, { most: input.minCell - 1 }),
    ),
  ];
  return [{ kind: "facts", facts: facts.filter((one) => one !== undefined) }];
}

function coverage(context: Context): Inline[] {
  const { words, input, whole, group } = context;
  const groups = input.analysis.groups.filter(({ period }) => period === whole.period);
  return compose(words.coverageIs, {
    n: count(context, whole.members.length, { of: "communities" }),
    group: inSentence(group),
    groups: groups.length > 1 ? groups.length : undefined,
  });
}

/** Both, where the later is compared with an earlier one. */
function periods({ words, input, whole, language }: Context): string {
  const ids = [input.comparison?.from, whole.period].flatMap((period) => period ?? []);
  return ids.length === 0
    ? words.noPeriod
    : ids.map((period) => periodLabel(period)[language]).join(words.listComma);
}

function response(context: Context): Inline[][] {
  const { input, whole, words, language } = context;
  const told = ({ filled, expected }: Context["input"]["quality"]["completeness"]): Inline[] =>
    compose(words.responseIs, {
      filled: count(context, filled),
      expected: count(context, expected),
      share: shareFigure(context, filled, expected),
    });
  const lacking = partsLackingText(input.analysis.survey, whole.members, language);
  const own = told(input.quality.completeness);
  const parts = lacking === undefined ? [] : [[lacking]];
  const { comparison, earlierQuality } = input;
  if (!comparison || !earlierQuality || whole.period === null) return [own, ...parts];
  const said = (period: string, text: Inline[]): Inline[] =>
    compose(words.periodItem, { period: periodLabel(period)[language], text });
  return [
    said(comparison.from, told(earlierQuality.completeness)),
    said(whole.period, own),
    ...parts,
  ];
}

/** On which basis the tables count residents; undefined where none does. */
function basisOfResidents(context: Context): string | undefined {
  const { bases: names } = wordsOf(context.language);
  const bases = residentsBases(context).map((basis) => names[basis]);
  return bases.length === 0 ? undefined : bases.join(context.words.listComma);
}

function norms(context: Context): (string | Inline[])[] {
  const { input, words, language } = context;
  const { norms: named, indicators } = input.analysis;
  if (named.length === 0) return [words.noNorms];
  return named.map((norm) => {
    const said = compose(words.normIs, {
      title:
        indicators.find(({ id }) => id === norm.subject)?.title[language] ??
        subjectText(norm.subject, language),
      threshold: thresholdPhrase(norm, language).map((part) => inProse(part, language)),
      document: withinBrackets(
        documentText(norm, language).replaceAll(" · ", language === "en" ? ", " : "，"),
        language,
      ),
      id: { code: norm.id },
    });
    const lacking = lackingFor(context, norm);
    if (lacking === undefined) return said;
    if (lacking.length === 0) return compose(words.notAppliedBare, { norm: said });
    return compose(words.notApplied, {
      norm: said,
      list: lacking.map((id) => inSentence(subjectText(id, language))).join(words.listComma),
    });
  });
}

/** A subject that is neither an indicator nor a variable has a name of its own: the term of a committee. */
const subjectText = (id: string, language: Context["language"]): string =>
  unmeasuredSubjects[id]?.[language] ?? quantityTitle(id, language);

/** Why nothing was held against a norm: the variables that the tables lack; undefined where it was applied. */
function lackingFor(context: Context, norm: Norm): readonly string[] | undefined {
  const { indicators } = context.whole;
  const own = indicators.filter(({ indicator }) =>
    [indicator.id, ...(indicator.norm?.subjects ?? [])].includes(norm.subject),
  );
  const isTold = ({ result }: (typeof own)[number]): boolean =>
    !isAbsent(result.value) || isWithheld(result.value);
  if (own.some(isTold) || isAtHand(context, norm.subject)) return undefined;
  const needs =
    own[0]?.indicator.needs ??
    (findVariable(norm.subject) || unmeasuredSubjects[norm.subject] ? [norm.subject] : []);
  return [...new Set(needs)].filter((id) => id !== "communities" && !isAtHand(context, id));
}

function symbols({ input, words }: Context): string[] {
  const signs = [words.absent, words.zero, words.tiny, words.ranges];
  if (input.analysis.norms.length > 0) signs.push(words.marks);
  if (input.minCell !== undefined) signs.push(words.suppressed);
  if (input.analysis.protection && input.analysis.protection.suppress.length > 0)
    signs.push(words.withheldByConfig);
  return signs;
}
