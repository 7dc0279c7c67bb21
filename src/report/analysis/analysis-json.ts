import {
  type Analysis,
  type AreaNormResult,
  type AreaResult,
  type IndicatorResult,
  type SetResult,
  totalOf,
  underNorm,
} from "../../analysis/analyse.ts";
import type { NormState } from "../../analysis/norm-states.ts";
import { incompleteParts, partsOf } from "../../analysis/parts-of-areas.ts";
import { spreadStatements } from "../../analysis/spread-statements.ts";
import { parseBandId } from "../../codebook/age-band.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import {
  dependsOnNorm,
  type Indicator,
  normsOf,
  optionsOf,
  type Result,
} from "../../indicators/define.ts";
import type { PlannedColumn } from "../../intake/plan.ts";
import { cellName } from "../../survey/cell-name.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, isInterval, type Measured } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { distributionJson } from "../distribution/distribution-json.ts";
import { fixOf, messageOf } from "../findings/message.ts";
import { normStateLines } from "../norm-state-text.ts";
import { type ReadSource, withoutHashes } from "../reading.ts";
import type { AnalysisReport } from "./analysis-report.ts";

/** `{value}`, `{low, high}` (null: unbounded) or `{absent}`, as the JSON contract writes a figure. */
export function measuredJson(m: Measured): Record<string, unknown> {
  if (!isInterval(m)) return { ...m };
  const bound = (x: number): number | null => (Number.isFinite(x) ? x : null);
  return {
    low: bound(m.low),
    high: bound(m.high),
    ...(m.lowOpen && { lowOpen: true }),
    ...(m.highOpen && { highOpen: true }),
  };
}

/** The result of `cdj analyze --format json`; its schema is docs/analyze.schema.json. */
export function analysisJson(report: AnalysisReport, version: string, language: Language): unknown {
  const { analysis } = report;
  const several = analysis.periods.length > 1;
  return {
    tool: { name: "cdj", version },
    sources: (analysis.withheld ? withoutHashes(report.sources) : report.sources).map(sourceJson),
    scope: {
      level: "community",
      areas: new Set(
        analysis.wholes.flatMap((whole) => whole.members.map((i) => areaKey(analysis, i))),
      ).size,
      periods: analysis.periods.filter((period) => period !== null),
    },
    totals: analysis.wholes.flatMap((whole) => totalsJson(analysis, whole, several)),
    indicators: analysis.wholes.flatMap((whole) =>
      whole.indicators.map((entry) =>
        indicatorJson(entry, language, several ? whole.period : undefined),
      ),
    ),
    ...normsJson(report.normStates, language),
    ...(analysis.protection && { protection: analysis.protection }),
    ...spreadJson(analysis),
    groups: analysis.groups.map((group) => ({
      by: group.by,
      group: group.group,
      period: group.period,
      areas: group.members.length,
      values: Object.fromEntries(
        group.indicators.map(({ indicator, result }) => [indicator.id, resultJson(result)]),
      ),
      ...underJson(analysis, (indicator, norm) => {
        const entry = group.indicators.find((one) => one.indicator.id === indicator.id);
        return entry && underNorm(entry, norm);
      }),
    })),
    areas: report.shownAreas.map((area) => areaJson(area, analysis)),
    ...(report.distribution && {
      distribution: distributionJson(report.distribution, analysis, language),
    }),
    findings: report.findings.map((finding) => findingJson(finding, language)),
  };
}

/** What became of the norms named: compared or not, with what has to be told. */
export function normsJson(states: readonly NormState[], language: Language): { norms?: unknown } {
  if (states.length === 0) return {};
  return {
    norms: states.map((state) => {
      const { norm, against, remarks } = state;
      const told = normStateLines([state], language);
      return {
        id: norm.id,
        compared: against === undefined,
        ...(against && { reason: against.reason }),
        ...(remarks.length > 0 && { remarks: remarks.map(({ about }) => about) }),
        ...(told.length > 0 && { message: told.join(" ") }),
      };
    }),
  };
}

/** What is known of communities that a row only counts: how many lie beyond a norm. */
function spreadJson(analysis: Analysis): { spread?: unknown } {
  const statements = analysis.wholes.flatMap((whole) => spreadStatements(analysis, whole));
  if (statements.length === 0) return {};
  const spread = statements.map(({ observation, variable, norm, known, reach, low, high }) => ({
    area: analysis.survey.observations[observation]?.area.name,
    period: analysis.survey.observations[observation]?.period,
    variable,
    norm: norm.id,
    threshold: norm.value,
    counts: reach ? "at or above" : "above",
    ...known,
    atLeast: low,
    atMost: high,
  }));
  return { spread };
}

function areaKey({ survey }: Analysis, index: number): string {
  const area = survey.observations[index]?.area;
  return area?.code ?? JSON.stringify([area?.parents, area?.name]);
}

export function sourceJson(source: ReadSource): unknown {
  const { plan } = source;
  return {
    file: source.file,
    ...(source.sheet !== undefined && { sheet: source.sheet }),
    ...(source.sha256 !== undefined && { sha256: source.sha256 }),
    encoding: plan.encoding,
    delimiter: plan.dialect.delimiter,
    headerLines: plan.headerLines,
    rows: source.rows,
    excluded: [
      ...plan.preamble,
      ...source.excluded.map(({ line, reason, rows }) => ({
        line,
        reason,
        ...(rows !== undefined && { rows }),
      })),
    ],
    columns: plan.columns.map(columnJson),
  };
}

/** What a column was taken for. */
export function columnJson({ header, role, period }: PlannedColumn): Record<string, unknown> {
  switch (role.is) {
    case "quantity":
      return {
        header,
        variable: role.quantity,
        unit: role.rules.unit,
        ...basisOf(role.quantity, role.basis),
        ...(period !== undefined && { period }),
      };
    case "key":
      return { header, variable: role.key };
    case "item":
      return { header, variable: null, role: role.item === "band" ? "age-band" : "variable" };
    case "value":
      return { header, variable: null, role: "value", ...(period !== undefined && { period }) };
    case "unit":
      return { header, variable: null, role: "unit" };
    case "finer":
      return { header, variable: null, role: "finer-key" };
    case "unused":
      return { header, variable: null, reason: role.reason };
  }
}

const basisOf = (quantity: string, basis: string | undefined): { basis?: string } =>
  basis ? { basis } : quantity === "residents" ? { basis: "usual" } : {};

/** Variables in the codebook's order, then age bands by subject, sex and age: whatever files they came from. */
function inCodebookOrder(ids: Iterable<string>): string[] {
  const position = new Map<string, number>(variables.map(({ id }, i) => [id, i]));
  const order = (id: string): readonly number[] => {
    const band = parseBandId(id);
    if (!band) return [position.get(id) ?? variables.length];
    return [
      variables.length + 1,
      band.of === "residents" ? 0 : 1,
      band.sex === undefined ? 0 : band.sex === "male" ? 1 : 2,
      band.from,
      band.to,
    ];
  };
  const keyed = [...ids].map((id) => ({ id, at: order(id) }));
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const i = a.findIndex((x, at) => x !== b[at]);
    return i === -1
      ? a.length - b.length
      : (a[i] as number) < (b[i] ?? Number.NEGATIVE_INFINITY)
        ? -1
        : 1;
  };
  return keyed.sort((a, b) => compare(a.at, b.at)).map(({ id }) => id);
}

function totalsJson(analysis: Analysis, whole: SetResult, several: boolean): unknown[] {
  const stated = analysis.survey.quantities;
  // Where only sexes or ages are recorded, the persons they add up to are told too.
  const addedUp = ["residents", "members"].filter(
    (id) =>
      !stated.has(id) && whole.members.some((i) => !isAbsent(analysis.survey.series(id).at(i))),
  );
  return inCodebookOrder([...stated.keys(), ...addedUp]).flatMap((id) => {
    const variable = findVariable(id);
    if (variable && variable.parts === "same") return [];
    const { value, areas } =
      whole.protectedTotals?.get(id) ?? totalOf(analysis.survey, whole.members, id);
    const parts = partsOf(analysis.survey, whole.members, id);
    return [
      {
        variable: id,
        ...(several && { period: whole.period }),
        unit: variable?.unit ?? "person",
        ...measuredJson(value),
        coverage: { areas, of: whole.members.length, ...(parts && { parts }) },
      },
    ];
  });
}

function resultJson({ value, class: named, classes, net }: Result): Record<string, unknown> {
  return {
    ...measuredJson(value),
    ...(named !== undefined && { class: named }),
    ...(classes && { classes }),
    ...(net && { net: measuredJson(net) }),
  };
}

/** What a group or an area has under each norm that speaks of an indicator: indicator → norm → how it stands; nothing where no norm is named. */
function underJson(
  { indicators, norms }: Analysis,
  under: (indicator: Indicator, norm: Norm) => AreaNormResult | undefined,
): { norms?: unknown } {
  if (norms.length === 0) return {};
  const normed = indicators.flatMap((indicator): [string, unknown][] => {
    const told = normsOf(indicator, norms).flatMap((norm): [string, unknown][] => {
      const one = under(indicator, norm);
      return one ? [[norm.id, standingJson(indicator, one)]] : [];
    });
    return told.length === 0 ? [] : [[indicator.id, Object.fromEntries(told)]];
  });
  return { norms: Object.fromEntries(normed) };
}

const standingJson = (indicator: Indicator, { result, standing }: AreaNormResult): unknown => ({
  ...(dependsOnNorm(indicator) && { figure: resultJson(result) }),
  met: standing?.met ?? null,
  ...(standing && { gap: measuredJson(standing.gap) }),
});

function indicatorJson(
  { indicator, result, norms }: IndicatorResult,
  language: Language,
  period: string | null | undefined,
): unknown {
  return {
    id: indicator.id,
    title: indicator.title[language],
    ...(period !== undefined && { period }),
    unit: indicator.unit,
    rollup: indicator.rollup,
    ...(indicator.options && { options: optionsOf(indicator) }),
    ...resultJson(result),
    ...(result.coverage && { coverage: result.coverage }),
    ...variantsJson(result, language),
    norms: norms.map(({ norm, result: under, standing, areasMissing, areasTested }) => ({
      id: norm.id,
      op: norm.op,
      threshold: norm.value,
      ...(norm.upper !== undefined && { upper: norm.upper }),
      met: standing.met ?? null,
      gap:
        isAbsent(standing.gap) || isInterval(standing.gap)
          ? measuredJson(standing.gap)
          : standing.gap.value,
      ...(dependsOnNorm(indicator) && {
        figure: { ...resultJson(under), ...variantsJson(under, language) },
      }),
      areasMissing,
      areasTested,
    })),
  };
}

const variantsJson = ({ variants }: Result, language: Language): { variants?: unknown } =>
  variants
    ? {
        variants: variants.map(({ id, title, value }) => ({
          id,
          title: title[language],
          ...measuredJson(value),
        })),
      }
    : {};

function areaJson(
  { area, period, results, under, observation }: AreaResult,
  analysis: Analysis,
): unknown {
  const parts = incompleteParts(analysis.survey, observation);
  return {
    area: area.name,
    code: area.code,
    parents: area.parents,
    period,
    ...(parts.size > 0 && { parts: Object.fromEntries(parts) }),
    values: Object.fromEntries([...results].map(([id, result]) => [id, resultJson(result)])),
    ...underJson(analysis, (indicator, norm) => under(indicator.id, norm.id)),
  };
}

/** A finding with its words. */
export function findingJson(finding: Finding, language: Language): unknown {
  const { code, severity, place, area, period, variable } = finding;
  const related = [
    ...(finding.related ?? []),
    ...(finding.under ?? []).map((one) => ({
      code: one.code,
      severity: one.severity,
      message: messageOf(one, language),
      ...one.place,
      ...(one.area !== undefined && { area: one.area }),
      ...(one.period !== undefined && { period: one.period }),
      ...(one.variable !== undefined && { variable: one.variable }),
    })),
  ];
  return {
    code,
    severity,
    message: messageOf(finding, language),
    fix: fixOf(finding, language),
    ...place,
    ...(place.sheet !== undefined && { cell: cellName(place) }),
    ...(area !== undefined && { area }),
    ...(period !== undefined && { period }),
    ...(variable !== undefined && { variable }),
    ...(related.length > 0 && { related }),
  };
}
