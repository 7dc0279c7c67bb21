import type { NormResult } from "../analysis/analyse.ts";
import { type UnitId, unitOf, units } from "../codebook/units.ts";
import type { Indicator } from "../indicators/define.ts";
import type { FigureValue } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";

/** A unit such as “persons per 1,000” is in the indicator's name already. */
export const showsUnit = (unit: string): boolean => unitOf(unit).kind !== "rate";

export const figureOf = (indicator: Indicator, measured: FigureValue["measured"]): FigureValue => ({
  measured,
  unit: indicator.unit,
  decimals: indicator.decimals,
  ...ofCount(indicator),
});

/** What a share of areas says of its print: all but one is not all. */
export const ofCount = ({ rollup, unit }: Indicator): Pick<FigureValue, "ofCount"> =>
  rollup === "count" && unit === "%" ? { ofCount: true } : {};

/** A unit's sign beside a title, without what the title says already: nothing beside "Party members", 个 beside 社区数. */
function signBeside(title: string, unit: UnitId, language: Language): string {
  const sign = units[unit].sign[language];
  if (language === "en")
    return unitOf(unit).kind === "counted" || (unit === "‰" && title.includes("per 1,000"))
      ? ""
      : sign;
  return unit === "community" && /社区数|社區數/u.test(title)
    ? units.organisation.sign[language]
    : sign;
}

/** What is measured in a rate whose title says per what and leaves the measure open: m² of “m² per community”, yuan of “yuan per resident”. */
function measureOf(unit: string): UnitId | undefined {
  const { numerator } = unitOf(unit);
  return numerator !== undefined && unitOf(numerator).kind === "measure"
    ? (numerator as UnitId)
    : undefined;
}

/** The unit's sign for a head; empty where the title says it. */
export function headUnit(title: string, unit: string, language: Language): string {
  if (!(unit in units)) return "";
  const shown = showsUnit(unit) ? (unit as UnitId) : measureOf(unit);
  return shown === undefined ? "" : signBeside(title, shown, language);
}

/** The unit as it stands behind a figure whose title is beside it. */
export function unitBehind(unit: string): Partial<Pick<FigureValue, "withUnit" | "unit">> {
  if (showsUnit(unit)) return { withUnit: true };
  const measure = measureOf(unit);
  return measure === undefined ? {} : { withUnit: true, unit: measure };
}

/** On which side of a norm what misses it lies. */
export const sideMissed = ({ op }: Norm): "below" | "above" =>
  op.startsWith("<") ? "above" : "below";

/** On which side of a norm a result lies; “met” also where that cannot be told. */
export const markOf = ({ norm, standing }: NormResult): "below" | "above" | "met" =>
  standing.met === false ? sideMissed(norm) : "met";

/** Variables whose totals stand beside the indicators, in reading order. */
export const totalled = [
  "households",
  "residents",
  "floating_population",
  "members",
  "workers",
  "office_area",
  "funds",
];

/** The unit's sign for a head in print, where the title says per what: m² of m²/社区, and in Chinese 人 of 人/千人. */
export function printedHeadUnit(title: string, unit: string, language: Language): string {
  if (!(unit in units)) return unit;
  return signBeside(title, (unitOf(unit).numerator ?? unit) as UnitId, language);
}

/** A name with its unit behind it, for a row that has a unit of its own; within brackets that the name ends with. */
export function withUnitBehind(title: string, unit: string, language: Language): string {
  const sign = printedHeadUnit(title, unit, language);
  if (sign === "") return title;
  if (language === "en")
    return title.endsWith(")") ? `${title.slice(0, -1)}, ${sign})` : `${title} (${sign})`;
  return title.endsWith("）") ? `${title.slice(0, -1)}，${sign}）` : `${title}（${sign}）`;
}
