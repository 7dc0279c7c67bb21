import { periodLabel } from "../../intake/cells/period.ts";
import type { Block, Fact, Inline } from "../../survey/document.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inSentence } from "../../words/quantity-title.ts";
import { compose } from "../../words/sentence.ts";
import { fact, factLines } from "../fact-lines.ts";
import { normStateLines, reasonText, subjectTitle } from "../norm-state-text.ts";
import { documentText, thresholdPhrase, withinBrackets } from "../norm-text.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { count, inProse, shareFigure } from "./appendix-figures.ts";
import type { Context } from "./context.ts";
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
  const { norms: named } = input.analysis;
  if (named.length === 0) return [words.noNorms];
  const states = input.normStates;
  return named.flatMap((norm) => {
    const said = compose(words.normIs, {
      title: subjectTitle(norm.subject, language),
      threshold: thresholdPhrase(norm, language).map((part) => inProse(part, language)),
      document: withinBrackets(
        documentText(norm, language).replaceAll(" · ", language === "en" ? ", " : "，"),
        language,
      ),
      id: { code: norm.id },
    });
    const own = states.filter((state) => state.norm.id === norm.id);
    const [against] = own.flatMap((state) => state.against ?? []);
    if (!against) return [said, ...normStateLines(own, language)];
    return [compose(words.notApplied, { norm: said, reason: reasonText(against, norm, language) })];
  });
}

function symbols({ input, words }: Context): string[] {
  const signs = [words.absent, words.zero, words.tiny, words.ranges];
  if (input.analysis.norms.length > 0) signs.push(words.marks);
  if (input.minCell !== undefined) signs.push(words.suppressed);
  if (input.analysis.protection && input.analysis.protection.suppress.length > 0)
    signs.push(words.withheldByConfig);
  return signs;
}
