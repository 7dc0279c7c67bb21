import type { Survey } from "../../analysis/observed-survey.ts";
import { bandTitle } from "../../codebook/age-band.ts";
import type { Variable } from "../../codebook/define.ts";
import { type Key, keyAliases } from "../../codebook/keys.ts";
import { units } from "../../codebook/units.ts";
import type { Indicator } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { norms } from "../../norms/index.ts";
import type { Block, Cell, Document, Inline } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, isExact, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import type { AgeBand } from "../../survey/totals.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";
import { absentReasonText } from "../../words/locales/absent-reasons.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { inBrackets, phrase } from "../../words/phrase.ts";
import { quantityTitle, valueTitle } from "../../words/quantity-title.ts";
import { fact, factList, idList, namedId } from "../fact-lines.ts";
import { isHidden } from "../norm-text.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { placesOf, placeText, type ReadTables } from "./cell-places.ts";
import { bothTitles } from "./explain-indicator.ts";

/** The indicators that are computed from a variable or an age band. */
export const usedBy = (id: string): readonly string[] =>
  (indicators as readonly Indicator[])
    .filter(({ needs }) => needs.includes(id))
    .map((indicator) => indicator.id);

const normsAbout = (id: string, all: boolean): readonly string[] =>
  (norms as readonly Norm[])
    .filter((norm) => norm.subject === id && (all || !isHidden(norm)))
    .map((norm) => norm.id);

/** Everything about a variable, out of the codebook. */
export const variableDocument = (
  variable: Variable,
  language: Language,
  all = false,
): Document => ({
  language,
  blocks: variableBlocks(variable, language, 1, all),
});

/** Everything about a variable under a heading of its own. */
export function variableBlocks(
  variable: Variable,
  language: Language,
  level: 1 | 2,
  all: boolean,
): Block[] {
  const { explain: words, kinds } = wordsOf(language);
  const {
    id,
    title,
    kind,
    unit,
    aliases,
    ambiguous,
    partOf,
    values,
    note,
    parts,
    noneMeans,
    sensitive,
  } = variable;
  return [
    { kind: "heading", level, text: `${id}  ${bothTitles(title, language)}` },
    factList(
      fact(words.kind, kinds[kind]),
      fact(
        words.unit,
        kind === "yes-no" || kind === "category" ? undefined : unitText(unit, language),
      ),
      fact(
        words.values,
        values
          ?.map(
            (value) =>
              `${value.title[language]}${inBrackets(value.spellings.join(language === "en" ? ", " : "、"), language)}`,
          )
          .join(" · "),
      ),
      fact(
        words.headers,
        listed([title[language], title["zh-CN"], title.en, ...aliases], language),
      ),
      fact(words.ambiguousHeaders, ambiguous && listed(ambiguous, language)),
      fact(words.plausible, plausibleText(variable, language)),
      fact(
        words.partOf,
        partOf?.flatMap((whole, i): Inline[] => [
          i === 0 ? "" : wordsOf(language).reading.separator,
          ...namedId(whole, language),
        ]),
      ),
      fact(words.parts, parts === "sum" ? words.partsSum : words.partsSame),
      fact(
        words.noneMeans,
        kind === "yes-no" || kind === "category" ? undefined : words[noneMeans],
      ),
      fact(words.sensitive, sensitive && words.sensitiveReading),
      fact(words.note, note?.[language]),
      ...usage(id, language, all),
    ),
  ];
}

/** Of an age band, which no list can hold: what the id says, and how it is read. */
export function bandDocument(id: string, band: AgeBand, language: Language, all = false): Document {
  const { explain: words, kinds } = wordsOf(language);
  const title = bandTitle(band);
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: `${id}  ${bothTitles(title, language)}` },
      factList(
        fact(words.kind, kinds["age-band"]),
        fact(words.unit, unitText("person", language)),
        fact(
          words.headers,
          [...new Set([title["zh-CN"], title["zh-TW"], title.en])].join(
            wordsOf(language).reading.separator,
          ),
        ),
        fact(words.partOf, namedId(band.of, language)),
        fact(words.reading, words.bandReading),
        ...usage(id, language, all),
      ),
    ],
  };
}

/** Of a column that says which area or when. */
export function keyDocument(key: Key, language: Language): Document {
  const { explain: words, kinds } = wordsOf(language);
  return {
    language,
    blocks: [
      { kind: "heading", level: 1, text: `${key}  ${quantityTitle(key, language)}` },
      factList(
        fact(words.kind, kinds.key),
        fact(words.headers, listed(keyAliases[key], language)),
        fact(words.reading, words.keyReading),
      ),
    ],
  };
}

const listed = (texts: readonly string[], language: Language): string =>
  [...new Set(texts)].join(wordsOf(language).reading.separator);

/** The unit in full and its sign where that is another. */
function unitText(unit: Variable["unit"], language: Language): string {
  const { title, sign } = units[unit];
  return sign[language] === "" || sign[language] === title[language]
    ? title[language]
    : `${title[language]}${inBrackets(sign[language], language)}`;
}

function plausibleText({ plausible, unit }: Variable, language: Language): string | undefined {
  if (plausible === undefined) return undefined;
  const { explain: words } = wordsOf(language);
  const { min: low, max: high } = plausible;
  const template =
    low === undefined ? words.maximum : high === undefined ? words.minimum : words.range;
  const args = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  const sign = units[unit].sign[language];
  const blank = language === "en" || /^[a-z]/i.test(sign) ? " " : "";
  return `${phrase(template, args, language)}${blank}${sign}`.trimEnd();
}

const usage = (id: string, language: Language, all: boolean) => {
  const { explain: words } = wordsOf(language);
  return [
    fact(words.usedBy, idList(usedBy(id), language)),
    fact(words.norms, idList(normsAbout(id, all), language)),
  ];
};

/** What tables say of a variable or an age band, area by area with the place. */
export function quantityBlocks(
  id: string,
  unit: string,
  survey: Survey,
  tables: ReadTables,
  periods: readonly (string | null)[],
  language: Language,
): Block[] {
  const { explain: words, analysis } = wordsOf(language);
  const series = survey.series(id);
  const placesAt = placesOf(tables, [id]);
  const shown = survey.observations.flatMap((observation, index) =>
    periods.includes(observation.period) ? [{ observation, index, value: series.at(index) }] : [],
  );
  const lacking = partsLackingText(
    survey,
    shown.map(({ index }) => index),
    language,
    [id],
  );
  const cell = (value: Measured): Cell => {
    if (isAbsent(value))
      return `—${inBrackets(absentReasonText(value.absent, language), language)}`;
    const named = isExact(value) ? valueTitle(id, value.value, language) : undefined;
    const decimals = isExact(value) ? writtenDecimals(value.value) : 0;
    return named ?? ([{ measured: value, unit, decimals, withUnit: true }] satisfies Inline[]);
  };
  return [
    {
      kind: "table",
      id: `figures-${id}`,
      title: "",
      columns: [
        { id: "area", title: analysis.areaHead, align: "left" },
        ...(periods.length > 1
          ? ([{ id: "period", title: analysis.period, align: "left" }] as const)
          : []),
        { id: "value", title: analysis.value, align: "right" },
        { id: "place", title: words.where, align: "left" },
      ],
      rows: shown.map(({ observation, index, value }) => [
        [...observation.area.parents, observation.area.name].join(" "),
        ...(periods.length > 1 ? [observation.period ?? ""] : []),
        cell(value),
        placeText(placesAt(index), tables.sources, language),
      ]),
      wholeCells: true,
      ...(lacking !== undefined && { notes: [[lacking]] }),
    },
  ];
}
