import type {
  Analysis,
  AreaResult,
  GroupResult,
  IndicatorResult,
  NormResult,
  SetResult,
} from "../../analysis/analyse.ts";
import { totalOf } from "../../analysis/analyse.ts";
import { distributionsOf } from "../../analysis/distributions.ts";
import { indicatorSubject, type Subject, variableSubject } from "../../analysis/subject.ts";
import { parseBandId } from "../../codebook/age-band.ts";
import { normalName } from "../../codebook/area-names.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import { unitOf } from "../../codebook/units.ts";
import type { Arithmetic } from "../../formula/expression.ts";
import { dependsOnNorm, normsByRule, titleOfClass } from "../../indicators/define.ts";
import type { FigureValue } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { absent, exact, type Measured } from "../../survey/measured.ts";
import { writtenDecimals } from "../../survey/written-decimals.ts";
import { valueTitle } from "../../words/quantity-title.ts";
import { normEntries } from "../appendix/norm-sentences.ts";
import { figureOf } from "../figure-columns.ts";
import { ofArea } from "../norm-columns.ts";
import { shareOfCount } from "../share-of-count.ts";

/** A figure that a marker names, or a word (a class). */
export interface Told {
  readonly figure: FigureValue;
  readonly word?: string;
  /** With the figures put in. */
  readonly arithmetic?: Arithmetic;
}

/** A name in a marker that nothing bears, and those that it may have meant. */
export interface Unknown {
  /**
   * `needs-norm`: it tells how something stands to a norm, and none that speaks of it was named. `which-norm`: several were, and the marker does not say
   * which it means.
   */
  readonly unknown:
    | "key"
    | "part"
    | "area"
    | "group"
    | "period"
    | "norm"
    | "needs-norm"
    | "which-norm";
  readonly found: string;
  readonly known: readonly string[];
}

/** Which communities and when. */
interface Scope {
  readonly period: string | null;
  readonly whole: SetResult;
  readonly group?: GroupResult;
  readonly area?: AreaResult;
}

type Attributes = Readonly<Record<string, string>>;

/** The figure of a key (`workers_per_1000`, `office_area.median`, `office_area_shortfall.areasMissing`) in the scope that the attributes give. */
export function figureFor(
  analysis: Analysis,
  key: string,
  attributes: Attributes,
  language: Language,
): Told | Unknown {
  const scope = scopeOf(analysis, attributes);
  if ("unknown" in scope) return scope;
  const [id = "", ...rest] = key.split(".");
  const part = rest.join(".");
  if (id === "communities") return counted(scope.area ? 1 : setOf(scope).members.length);
  const entry = setOf(scope).indicators.find(({ indicator }) => indicator.id === id);
  if (entry) return indicatorFigure(analysis, scope, entry, part, attributes, language);
  if (findVariable(id) || parseBandId(id))
    return variableFigure(analysis, scope, id, part, attributes, language);
  const known = [
    ...analysis.indicators.map((indicator) => indicator.id),
    ...variables.map((variable) => variable.id),
    ...analysis.survey.quantities.keys(),
    "communities",
  ];
  return { unknown: "key", found: key, known };
}

const setOf = ({ whole, group }: Scope): SetResult => group ?? whole;

function scopeOf(analysis: Analysis, { area, group, by, period }: Attributes): Scope | Unknown {
  const wholes = analysis.wholes;
  const whole = period === undefined ? wholes.at(-1) : wholes.find((set) => set.period === period);
  if (!whole)
    return {
      unknown: "period",
      found: period ?? "",
      known: wholes.flatMap((set) => set.period ?? []),
    };
  const groups = analysis.groups.filter(
    (set) => set.period === whole.period && (by === undefined || set.by === by),
  );
  const ownGroup = group === undefined ? undefined : groups.find((set) => set.group === group);
  if (group !== undefined && !ownGroup)
    return { unknown: "group", found: group, known: groups.map((set) => set.group) };
  if (area === undefined)
    return { period: whole.period, whole, ...(ownGroup && { group: ownGroup }) };
  const areas = analysis.areas.filter(
    (own) =>
      own.period === whole.period && (!ownGroup || ownGroup.members.includes(own.observation)),
  );
  const written = areas.filter((own) => namesOf(own).includes(area));
  const normal = normalName(area);
  const named =
    written.length > 0
      ? written
      : areas.filter((own) => namesOf(own).some((name) => normalName(name) === normal));
  if (named.length !== 1)
    return {
      unknown: "area",
      found: area,
      known: areas.map((own) =>
        named.length > 1 ? [...own.area.parents, own.area.name].join(" ") : own.area.name,
      ),
    };
  return {
    period: whole.period,
    whole,
    area: named[0] as AreaResult,
    ...(ownGroup && { group: ownGroup }),
  };
}

/** An area may be called by its name, its code, or its parents and its name; as written, else in their normal form. */
const namesOf = ({ area }: AreaResult): string[] => [
  area.name,
  ...(area.code === null ? [] : [area.code]),
  [...area.parents, area.name].join(" "),
];

const counted = (value: number): Told => ({
  figure: { measured: exact(value), unit: "", decimals: 0 },
});
const shareOf = (k: number, n: number): Told => ({ figure: shareOfCount(k, n) });
const of = (measured: Measured, unit: string, decimals: number): Told => ({
  figure: { measured, unit, decimals },
});

function indicatorFigure(
  analysis: Analysis,
  scope: Scope,
  entry: IndicatorResult,
  part: string,
  attributes: Attributes,
  language: Language,
): Told | Unknown {
  const { indicator } = entry;
  const under = underNamed(entry, part, attributes);
  if (under && "unknown" in under) return under;
  const column = { id: "", indicator, named: false, ...(under && { norm: under.norm }) };
  const result = (scope.area ? ofArea(scope.area, column) : (under ?? entry))?.result ?? {
    value: absent("no-data"),
  };
  const own = (measured: Measured): Told => ({ figure: figureOf(indicator, measured) });
  if (part === "" || part === "class") {
    const word = titleOfClass(indicator, result.class)?.[language];
    return {
      ...own(result.value),
      ...(word !== undefined && { word }),
      ...(result.arithmetic && { arithmetic: result.arithmetic }),
    };
  }
  if (part === "net" && result.net) return own(result.net);
  const { coverage } = result;
  if (coverage && part === "areas") return counted(coverage.areas);
  if (coverage && part === "missing") return counted(coverage.of - coverage.areas);
  const variant = result.variants?.find(({ id }) => id === part);
  if (variant) return own(variant.value);
  const classes = result.classes ?? {};
  const named = part.replace(/Share$/u, "");
  if (Object.hasOwn(classes, part)) return counted(classes[part] as number);
  if (part !== named && Object.hasOwn(classes, named))
    return shareOf(classes[named] as number, coverage?.areas ?? 0);
  const normed = normFigure(under, part, own);
  if (normed) return normed;
  const statistic = scope.area
    ? undefined
    : statisticOf(analysis, scope, indicatorSubject(indicator, under?.norm), part);
  if (statistic) return statistic;
  const known = [...parts, ...Object.keys(classes), ...(result.variants ?? []).map(({ id }) => id)];
  return {
    unknown: "part",
    found: `${indicator.id}.${part}`,
    known: known.map((name) => `${indicator.id}.${name}`),
  };
}

/** Parts that a key may name besides classes and variants. */
const statistics = [
  "n",
  "min",
  "q1",
  "median",
  "q3",
  "max",
  "mean",
  "sd",
  "cv",
  "maxToMin",
  "gini",
] as const;
const normParts = ["areasMissing", "areasTested", "areasMissingShare", "threshold", "gap"] as const;
const parts = ["class", "net", "areas", "missing", ...normParts, ...statistics];

/**
 * The norm that a marker speaks of: the one it names, else the only one that speaks of the indicator; undefined where it needs none. Of several norms one has
 * to be named for what differs between them.
 */
function underNamed(
  { indicator, norms }: IndicatorResult,
  part: string,
  { norm }: Attributes,
): NormResult | Unknown | undefined {
  const isOfNorm = (normParts as readonly string[]).includes(part);
  const found = `${indicator.id}${part === "" ? "" : `.${part}`}`;
  const known = norms.map((result) => result.norm.id);
  if (norm !== undefined) {
    const named = norms.find((result) => result.norm.id === norm);
    return named ?? { unknown: "norm", found: norm, known };
  }
  if (!isOfNorm && !dependsOnNorm(indicator)) return undefined;
  const rules = normsByRule(
    indicator,
    norms.map((result) => result.norm),
  );
  if (norms.length === 1 || (rules.length === 1 && dependsOnNorm(indicator))) return norms[0];
  if (norms.length > 1) return { unknown: "which-norm", found, known };
  return isOfNorm ? { unknown: "needs-norm", found, known } : undefined;
}

function normFigure(
  found: NormResult | undefined,
  part: string,
  own: (measured: Measured) => Told,
): Told | undefined {
  if (!found || !(normParts as readonly string[]).includes(part)) return undefined;
  const { areasMissing: k, areasTested: n } = found;
  switch (part) {
    case "areasMissing":
      return counted(k);
    case "areasTested":
      return counted(n);
    case "areasMissingShare":
      return shareOf(k, n);
    case "threshold":
      return of(exact(found.norm.value), found.norm.unit, writtenDecimals(found.norm.value));
    default:
      return own(found.standing.gap);
  }
}

function variableFigure(
  analysis: Analysis,
  scope: Scope,
  id: string,
  part: string,
  attributes: Attributes,
  language: Language,
): Told | Unknown {
  const variable = findVariable(id);
  const unit = variable?.unit ?? "person";
  const { decimals } = unitOf(unit);
  const set = setOf(scope);
  const total = set.protectedTotals?.get(id) ?? totalOf(analysis.survey, set.members, id);
  if (part === "") {
    if (!scope.area)
      return of(
        variable && variable.parts === "same" ? absent("no-data") : total.value,
        unit,
        decimals,
      );
    const measured = analysis.survey.series(id).at(scope.area.observation);
    const coded = variable?.kind === "category" || variable?.kind === "yes-no";
    const word =
      coded && "value" in measured ? valueTitle(id, measured.value, language) : undefined;
    return { ...of(measured, unit, decimals), ...(word !== undefined && { word }) };
  }
  if (part === "areas") return counted(total.areas);
  if (part === "missing") return counted(set.members.length - total.areas);
  if ((normParts as readonly string[]).includes(part)) {
    const speaking = normEntries(set.indicators).filter(({ norm }) => norm.subject === id);
    const known = speaking.map(({ norm }) => norm.id);
    const { norm: named } = attributes;
    if (known.length === 0) return { unknown: "needs-norm", found: `${id}.${part}`, known };
    if (named === undefined && known.length > 1)
      return { unknown: "which-norm", found: `${id}.${part}`, known };
    const normed =
      named === undefined ? speaking[0] : speaking.find(({ norm }) => norm.id === named);
    const told = normFigure(normed, part, (measured) => of(measured, unit, decimals));
    return told ?? { unknown: "norm", found: named ?? part, known };
  }
  const subject = variableSubject(id);
  const statistic =
    subject && !scope.area ? statisticOf(analysis, scope, subject, part) : undefined;
  return (
    statistic ?? {
      unknown: "part",
      found: `${id}.${part}`,
      known: ["areas", "missing", ...normParts, ...statistics].map((name) => `${id}.${name}`),
    }
  );
}

/** A statistic of the distribution over the communities of a set. */
function statisticOf(
  analysis: Analysis,
  scope: Scope,
  subject: Subject,
  part: string,
): Told | undefined {
  if (!(statistics as readonly string[]).includes(part)) return undefined;
  const members = new Set(setOf(scope).members);
  const areas = analysis.areas.filter(({ observation }) => members.has(observation));
  const [distribution] = distributionsOf(
    { ...analysis, areas, periods: [scope.period] },
    { subjects: [subject], quantileType: 7 },
  );
  if (!distribution) return of(absent("no-data"), subject.unit, subject.decimals);
  const { summary, plain } = distribution;
  const value =
    part === "gini"
      ? plain.gini
      : part === "n"
        ? distribution.n
        : summary[part as Exclude<(typeof statistics)[number], "gini">];
  const measured = value === undefined ? absent("zero-denominator") : exact(value);
  if (part === "n") return of(measured, "", 0);
  if (part === "gini" || part === "cv") return of(measured, "", 3);
  if (part === "maxToMin") return of(measured, "", 1);
  return of(
    measured,
    subject.unit,
    part === "mean" || part === "sd" ? Math.max(1, subject.decimals) : subject.decimals,
  );
}
