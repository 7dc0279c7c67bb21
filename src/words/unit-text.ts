import { unitOf } from "../codebook/units.ts";
import type { Language } from "../survey/language.ts";

/** How a unit stands behind a figure: by its sign, as in tables, or as a sentence says it. */
export type UnitStyle = "sign" | "prose";

/** What is printed after a figure: m², 平方米, persons, or person where the figure is printed as 1; empty where there is nothing to say. */
export function unitText(
  unit: string,
  language: Language,
  style: UnitStyle = "sign",
  one = false,
): string {
  const { sign, prose = sign } = unitOf(unit);
  const spoken = style === "prose" ? prose : sign;
  return one && language === "en" ? (spoken.one ?? spoken.en) : spoken[language];
}
