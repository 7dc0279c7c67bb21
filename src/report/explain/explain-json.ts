import type { IndicatorResult } from "../../analysis/analyse.ts";
import type { Survey } from "../../analysis/observed-survey.ts";
import { incompleteParts } from "../../analysis/parts-of-areas.ts";
import type { Check } from "../../checks/define.ts";
import { checks } from "../../checks/index.ts";
import { bandTitle } from "../../codebook/age-band.ts";
import type { Variable } from "../../codebook/define.ts";
import { variables } from "../../codebook/index.ts";
import { type Key, keyAliases } from "../../codebook/keys.ts";
import { arithmeticText, formulaOfIds, formulaText, isTree } from "../../formula/print.ts";
import { dependsOnNorm, type Indicator, type Result } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { norms } from "../../norms/index.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import type { AgeBand } from "../../survey/totals.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import { findingJson, measuredJson } from "../analysis/analysis-json.ts";
import { fixOf, messageOf } from "../findings/message.ts";
import { isHidden } from "../norm-text.ts";
import { partsLackingJson } from "../parts-lacking.ts";
import { statistics } from "../statistics/index.ts";
import { type CellPlace, placesOf, quantitiesRead, type ReadTables } from "./cell-places.ts";
import type { FiguresReport } from "./explain-figures.ts";
import { presetsOf } from "./explain-indicator.ts";
import type { ListName } from "./explain-lists.ts";
import { indicatorsOf } from "./explain-norm.ts";
import { usedBy } from "./explain-variable.ts";
import { exampleResult } from "./worked-example.ts";

/** An indicator as JSON, its examples computed. */
export const indicatorJson = (
  indicator: Indicator,
  language: Language,
  all: boolean,
): Record<string, unknown> => ({
  kind: "indicator",
  id: indicator.id,
  title: indicator.title[language],
  theme: indicator.theme,
  unit: indicator.unit,
  decimals: indicator.decimals,
  rollup: indicator.rollup,
  formula: formulaText(indicator.formula, language),
  ...(isTree(indicator.formula) && { formulaOfIds: formulaOfIds(indicator.formula, language) }),
  needs: indicator.needs,
  ...(indicator.reading && { reading: indicator.reading[language] }),
  source: indicator.source[language],
  ...(indicator.classes && {
    classes: indicator.classes.map(({ id, title }) => ({ id, title: title[language] })),
  }),
  ...(indicator.options && {
    options: Object.entries(indicator.options).map(([id, option]) => ({
      id,
      title: option.title[language],
      default: option.default,
      ...(option.choices && { choices: option.choices }),
    })),
  }),
  norms: presetsOf(indicator, all).map(({ id }) => id),
  examples: indicator.examples.map((example) => ({
    given: example.given,
    ...resultJson(exampleResult(indicator, example), language),
    source: example.source,
  })),
});

function resultJson(result: Result, language: Language): Record<string, unknown> {
  return {
    ...measuredJson(result.value),
    ...(result.arithmetic && { arithmetic: arithmeticText(result.arithmetic, language) }),
    ...(result.class !== undefined && { class: result.class }),
    ...(result.classes && { classes: result.classes }),
    ...(result.net && { net: measuredJson(result.net) }),
    ...(result.coverage && { coverage: result.coverage }),
    ...(result.variants && {
      variants: result.variants.map(({ id, value, arithmetic }) => ({
        id,
        ...measuredJson(value),
        ...(arithmetic && { arithmetic: arithmeticText(arithmetic, language) }),
      })),
    }),
    ...(result.notes && { notes: result.notes.map((note) => note[language]) }),
  };
}

/** The figures put into a formula: for each period the survey, then its areas with the places. */
export function figuresJson(
  report: FiguresReport,
  indicator: Indicator,
  language: Language,
): unknown[] {
  const { analysis } = report;
  const placesAt = placesOf(report, quantitiesRead(indicator, report));
  return analysis.wholes.map((whole) => {
    const entry = whole.indicators.find((e) => e.indicator.id === indicator.id) as IndicatorResult;
    const lacking = partsLackingJson(
      analysis.survey,
      whole.members,
      quantitiesRead(indicator, report),
    );
    return {
      period: whole.period,
      ...(lacking.length > 0 && { parts: lacking }),
      all: {
        ...resultJson(entry.result, language),
        norms: entry.norms.map(({ norm, result, standing, areasMissing, areasTested }) => ({
          id: norm.id,
          ...(dependsOnNorm(indicator) && { figure: resultJson(result, language) }),
          met: standing.met ?? null,
          gap: measuredJson(standing.gap),
          areasMissing,
          areasTested,
        })),
      },
      areas: analysis.areas
        .filter((area) => area.period === whole.period)
        .map(({ observation, area, results, under }) => ({
          area: area.name,
          code: area.code,
          parents: area.parents,
          ...resultJson(results.get(indicator.id) as Result, language),
          ...(dependsOnNorm(indicator) &&
            entry.norms.length > 0 && {
              norms: Object.fromEntries(
                entry.norms.flatMap(({ norm }) => {
                  const one = under(indicator.id, norm.id);
                  return one ? [[norm.id, resultJson(one.result, language)]] : [];
                }),
              ),
            }),
          places: placesJson(placesAt(observation)),
        })),
    };
  });
}

const placesJson = (places: readonly CellPlace[]): unknown[] =>
  places.map(({ file, line, columns, cells }) => ({
    file,
    line,
    columns,
    ...(cells && { cells }),
  }));

export const variableJson = (variable: Variable, language: Language): Record<string, unknown> => ({
  ...variable,
  kind: "variable",
  measures: variable.kind,
  title: variable.title[language],
  ...(variable.values && {
    values: variable.values.map(({ id, title, spellings }) => ({
      id,
      title: title[language],
      spellings,
    })),
  }),
  ...(variable.note && { note: variable.note[language] }),
  usedBy: usedBy(variable.id),
});

/** An age band as JSON: completed years, both ends included; `to` is null where it is open. */
export const bandJson = (
  id: string,
  band: AgeBand,
  language: Language,
): Record<string, unknown> => ({
  kind: "age-band",
  id,
  title: bandTitle(band)[language],
  of: band.of,
  ...(band.sex && { sex: band.sex }),
  from: band.from,
  to: Number.isFinite(band.to) ? band.to - 1 : null,
  unit: "person",
  usedBy: usedBy(id),
});

export const keyJson = (key: Key, language: Language): Record<string, unknown> => ({
  kind: "key",
  id: key,
  title: quantityTitle(key, language),
  aliases: keyAliases[key],
});

export const normJson = (norm: Norm, language: Language): Record<string, unknown> => ({
  ...norm,
  kind: "norm",
  jurisdiction: norm.jurisdiction[language],
  document: norm.document[language],
  ...(norm.number && { number: norm.number[language] }),
  issuer: norm.issuer[language],
  ...(norm.clause && { clause: norm.clause[language] }),
  ...(norm.note && { note: norm.note[language] }),
  indicators: indicatorsOf(norm).map(({ id }) => id),
});

export const checkJson = (check: Check, language: Language): Record<string, unknown> => {
  const sample = { code: check.code, args: check.sample };
  return {
    kind: "check",
    code: check.code,
    name: check.name,
    severity: check.severity,
    scope: check.scope,
    title: check.title[language],
    message: messageOf(sample, language),
    why: check.why[language],
    fix: fixOf(sample, language),
    examples: check.examples,
  };
};

export const findingsJson = (findings: readonly Finding[], language: Language): unknown[] =>
  findings.map((finding) => findingJson(finding, language));

const lists: Readonly<
  Record<ListName, (language: Language, all: boolean, own: readonly Indicator[]) => unknown[]>
> = {
  indicators: (language, _all, own) =>
    (indicators as readonly Indicator[])
      .concat(own)
      .map(({ id, title, theme, unit }) => ({ id, title: title[language], theme, unit })),
  variables: (language) =>
    (variables as readonly Variable[]).map(({ id, title, kind, unit }) => ({
      id,
      title: title[language],
      measures: kind,
      unit,
    })),
  norms: (language, all) =>
    (norms as readonly Norm[])
      .filter((norm) => all || !isHidden(norm))
      .map(({ id, subject, op, value, upper, unit, jurisdiction, year, confidence, standing }) => ({
        id,
        subject,
        op,
        value,
        ...(upper !== undefined && { upper }),
        unit,
        jurisdiction: jurisdiction[language],
        ...(year !== undefined && { year }),
        confidence,
        ...(standing && { standing }),
      })),
  statistics: (language) =>
    statistics.map(({ id, title, command }) => ({
      id,
      title: title[language],
      command: `cdj ${command}`,
    })),
  checks: (language) =>
    (checks as readonly Check[]).map(({ code, name, severity, title }) => ({
      code,
      name,
      severity,
      title: title[language],
    })),
};

/** Lists by name. */
export const listsJson = (
  names: readonly ListName[],
  language: Language,
  all: boolean,
  own: readonly Indicator[] = [],
): unknown => Object.fromEntries(names.map((name) => [name, lists[name](language, all, own)]));

/** What tables say of a variable or an age band, area by area. */
export function quantityJson(
  id: string,
  survey: Survey,
  tables: ReadTables,
  periods: readonly (string | null)[],
): unknown[] {
  const series = survey.series(id);
  const placesAt = placesOf(tables, [id]);
  return survey.observations.flatMap(({ area, period }, index) => {
    if (!periods.includes(period)) return [];
    const parts = incompleteParts(survey, index).get(id);
    const figure = { ...measuredJson(series.at(index)), ...(parts && { parts }) };
    return [
      {
        area: area.name,
        code: area.code,
        parents: area.parents,
        period,
        ...figure,
        places: placesJson(placesAt(index)),
      },
    ];
  });
}
