import type { NormResult } from "../analysis/analyse.ts";
import { type UnitId, units } from "../codebook/units.ts";
import type { Indicator } from "../indicators/define.ts";
import type { FigureValue } from "../survey/document.ts";
import type { Language } from "../survey/language.ts";

/** A unit such as “persons per 1,000” is in the indicator's name already. */
export const showsUnit = (unit: string): boolean => !unit.includes(" per ");

export const figureOf = (indicator: Indicator, measured: FigureValue["measured"]): FigureValue => ({
  measured,
  unit: indicator.unit,
  decimals: indicator.decimals,
});

/** The unit's sign for a head; empty where the title says it. */
export const headUnit = (unit: string, language: Language): string => (unit in units && showsUnit(unit) ? units[unit as UnitId].sign[language] : "");

/** On which side of a norm a result lies; “met” also where that cannot be told. */
export const markOf = ({ norm, standing }: NormResult): "below" | "above" | "met" =>
  standing.met !== false ? "met" : norm.op.startsWith("<") ? "above" : "below";

/** Variables whose totals stand beside the indicators, in reading order. */
export const totalled = ["households", "residents", "floating_population", "members", "workers", "office_area", "funds"];

/** Whose number a unit per something gives: persons per 1,000 → person. */
const numerators: Readonly<Record<string, UnitId>> = {
  persons: "person",
  households: "household",
  residents: "person",
  members: "person",
  "m²": "m²",
  yuan: "yuan",
};

/** The unit's sign for a head in print, where the title says per what: 人 of 人/千人, m² of m²/社区. */
export function printedHeadUnit(unit: string, language: Language): string {
  if (!(unit in units)) return unit;
  const whole = units[unit as UnitId].sign[language];
  const numerator = unit === "persons per km²" ? undefined : numerators[unit.split(" per ")[0] ?? ""];
  return showsUnit(unit) || numerator === undefined ? whole : units[numerator].sign[language];
}
