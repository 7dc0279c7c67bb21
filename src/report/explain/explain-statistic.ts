import type { Block, Document } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { fact, factList } from "../fact-lines.ts";
import type { Statistic } from "../statistics/define.ts";
import { bothTitles } from "./explain-indicator.ts";

/** Everything about a statistic, out of its definition. */
export const statisticDocument = (statistic: Statistic, language: Language): Document => ({
  language,
  blocks: statisticBlocks(statistic, language, 1),
});

/** Everything about a statistic under a heading of its own. */
export function statisticBlocks(statistic: Statistic, language: Language, level: 1 | 2): Block[] {
  const { explain: words } = wordsOf(language);
  return [
    { kind: "heading", level, text: `${statistic.id}  ${bothTitles(statistic.title, language)}` },
    factList(
      fact(words.formula, statistic.formula[language]),
      fact(words.unit, statistic.unit?.[language]),
      fact(words.source, statistic.source[language]),
      fact(words.reading, statistic.reading?.[language]),
      fact(words.printedBy, [{ code: `cdj ${statistic.command}` }]),
    ),
  ];
}

export const statisticJson = (
  statistic: Statistic,
  language: Language,
): Record<string, unknown> => ({
  kind: "statistic",
  id: statistic.id,
  ...(statistic.key && { key: statistic.key }),
  title: statistic.title[language],
  formula: statistic.formula[language],
  ...(statistic.unit && { unit: statistic.unit[language] }),
  source: statistic.source[language],
  ...(statistic.reading && { reading: statistic.reading[language] }),
  command: `cdj ${statistic.command}`,
});
