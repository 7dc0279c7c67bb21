import { periodLabel } from "../../intake/period.ts";
import { wordsOf } from "../../locales/index.ts";
import type { Block, Fact, Inline } from "../../survey/document.ts";
import { fact, factLines } from "../facts.ts";
import { documentText, thresholdPhrase } from "../norm-text.ts";
import { inSentence, quantityTitle } from "../quantity.ts";
import { compose } from "../sentence.ts";
import type { Context } from "./context.ts";
import { count, inProse, shareFigure } from "./figures.ts";
import { residentsBases } from "./titles.ts";

/** Under what rules the appendix was made, and how its signs are to be read. */
export function basisSection(context: Context): Block[] {
  const { words, input, whole } = context;
  const facts: (Fact | undefined)[] = [
    fact(words.period, whole.period === null ? words.noPeriod : periodLabel(whole.period)[context.language]),
    fact(words.date, input.date),
    fact(words.coverage, coverage(context)),
    fact(words.response, response(context)),
    fact(words.residents, basisOfResidents(context)),
    factLines(words.norms, norms(context)),
    factLines(words.symbols, symbols(context)),
    fact(words.rounding, words.roundingIs),
    fact(words.totals, words.totalsIs),
    fact(words.suppression, input.minCell === undefined ? undefined : compose(words.suppressionIs, { most: input.minCell - 1 })),
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

function response(context: Context): Inline[] {
  const { filled, expected } = context.input.quality.completeness;
  return compose(context.words.responseIs, {
    filled: count(context, filled),
    expected: count(context, expected),
    share: shareFigure(context, filled, expected),
  });
}

/** On which basis the tables count residents; undefined where none does. */
function basisOfResidents(context: Context): string | undefined {
  const { bases: names } = wordsOf(context.language);
  const bases = residentsBases(context).map((basis) => names[basis]);
  return bases.length === 0 ? undefined : bases.join(context.words.listComma);
}

function norms({ input, words, language }: Context): (string | Inline[])[] {
  const { norms: named, indicators } = input.analysis;
  if (named.length === 0) return [words.noNorms];
  return named.map((norm) =>
    compose(words.normIs, {
      title: indicators.find(({ id }) => id === norm.subject)?.title[language] ?? quantityTitle(norm.subject, language),
      threshold: thresholdPhrase(norm, language).map((part) => inProse(part, language)),
      document: documentText(norm, language).replaceAll(" · ", language === "en" ? ", " : "，"),
      id: { code: norm.id },
    }),
  );
}

function symbols({ input, words }: Context): string[] {
  const signs = [words.absent, words.zero, words.tiny, words.ranges];
  if (input.analysis.norms.length > 0) signs.push(words.marks);
  if (input.minCell !== undefined) signs.push(words.suppressed);
  return signs;
}
