import { substitute } from "../formula/expression.ts";
import { languages, type Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";
import { dependsOnNorm, type Indicator, speaksOf } from "./define.ts";
import { type Population, populationTitles, totalsOn, variablesOf } from "./population-basis.ts";

/** The same text in each language with a word in brackets behind it. */
const withBrackets = (text: Text, word: Text): Text =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      language === "en" ? `${text.en} (${word.en})` : `${text[language]}（${word[language]}）`,
    ]),
  ) as unknown as Text;

const readings: Readonly<Record<Population, Text>> = {
  managed: {
    en: "Counted on the managed population; where it is not stated, on residents and floating population together.",
    "zh-CN": "按管理人口计算；未列管理人口的，按常住人口与流动人口之和计算。",
    "zh-TW": "依管理人口計算；未列管理人口者，依常住人口與流動人口之和計算。",
  },
  registered: {
    en: "Counted on the registered population.",
    "zh-CN": "按户籍人口计算。",
    "zh-TW": "依戶籍人口計算。",
  },
};

/** An indicator with the people of another population for residents; undefined where it does not count residents as a whole alone. */
function onPopulation(indicator: Indicator, population: Population): Indicator | undefined {
  const { id, title, needs, formula } = indicator;
  const counted = needs.filter((need) => need === "residents" || need.startsWith("residents_"));
  if (dependsOnNorm(indicator) || counted.length !== 1 || counted[0] !== "residents")
    return undefined;
  const variables = variablesOf[population];
  const isTree = "leaf" in formula || "op" in formula || "sum" in formula || "rounded" in formula;
  return {
    ...indicator,
    id: `${id}_${population}`,
    title: withBrackets(title, populationTitles[population]),
    formula: isTree
      ? substitute(formula, (leaf) => (leaf === "residents" ? variables[0] : leaf))
      : formula,
    needs: [...new Set([...needs.filter((need) => need !== "residents"), ...variables])],
    reading: readings[population],
    population,
    norm: { subjects: [id, ...(indicator.norm?.subjects ?? [])] },
    compute: (totals, context) => indicator.compute(totalsOn(totals, population), context),
    examples: [],
  };
}

/** An indicator counted on each population that a norm means which would speak of it, were it not for its people; each once. */
export function onPopulationsOf(
  norms: readonly Norm[],
  indicator: Indicator,
  known: readonly Indicator[],
): Indicator[] {
  const populations = norms.flatMap(({ basis, ...usual }) =>
    basis !== undefined &&
    basis !== "usual" &&
    speaksOf(usual, indicator) &&
    !speaksOf({ ...usual, basis }, indicator)
      ? [basis]
      : [],
  );
  return [...new Set(populations)]
    .flatMap((population) => onPopulation(indicator, population) ?? [])
    .filter((own) => !known.some(({ id }) => id === own.id));
}
