import { unitOf, units } from "../../codebook/units.ts";
import type { FigureValue } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, type Measured, mapIncreasing } from "../../survey/measured.ts";
import { type FigureOptions, formatFigure } from "../number.ts";

const wanSign: Readonly<Record<Language, string>> = { en: "万", "zh-CN": "万", "zh-TW": "萬" };
const percents: Readonly<Record<string, number>> = {
  "%": 1,
  "% per year": 1,
  "‰": 0.1,
  "percentage points": 1,
};

/**
 * A figure as a sentence holds it, in a named format; undefined for a format that is unknown or does not fit.
 * percent0 to percent2: with the sign close up (50.8%) · int · fixed1 to fixed6 · wan: in 万 with two decimals · unit: with the unit ·
 * none: as in tables, with the sign of per cent and per mille.
 */
export function formatInProse(
  figure: FigureValue,
  format: string | undefined,
  language: Language,
  options: FigureOptions = {},
): string | undefined {
  const { measured, unit } = figure;
  const print = (m: Measured, decimals: number, suffix = ""): string =>
    formatFigure(
      { measured: m, unit, decimals, withUnit: true, unitText: suffix },
      language,
      options,
    ).replace(/ (?=[%‰万萬])/gu, "");
  if (format === undefined)
    return print(measured, figure.decimals, unit === "%" || unit === "‰" ? unit : "");
  const [, name = "", digits] = /^([a-z]+)(\d)?$/u.exec(format) ?? [];
  const decimals = digits === undefined ? undefined : Number(digits);
  switch (name) {
    case "percent": {
      const factor = percents[unit];
      if (decimals === undefined || decimals > 2 || factor === undefined) return undefined;
      return print(scaled(measured, factor), decimals, "%");
    }
    case "int":
      return decimals === undefined ? print(measured, 0) : undefined;
    case "fixed":
      return decimals === undefined || decimals < 1 || decimals > 6
        ? undefined
        : print(measured, decimals);
    case "wan":
      // Of a rate ten thousand are nothing.
      return decimals === undefined && !isRate(unit)
        ? print(scaled(measured, 1e-4), 2, wanSign[language])
        : undefined;
    case "unit":
      return decimals === undefined
        ? formatFigure(
            { ...figure, withUnit: true, ...(unit in units ? {} : { unitText: "" }) },
            language,
            options,
          )
        : undefined;
    default:
      return undefined;
  }
}

const isRate = (unit: string): boolean =>
  unit in percents || unit === "per-mille points" || unitOf(unit).kind === "rate";

/** By a power of ten: divided, so that 1,234 ‰ is 123.4 % and no binary residue shows. */
const scaled = (m: Measured, factor: number): Measured =>
  isAbsent(m) || factor === 1 ? m : mapIncreasing(m, (x) => x / Math.round(1 / factor));

const number = /[−-]?\d[\d,，]*(?:\.\d+)?/gu;

/** Whether a text looks as if it had been printed in place of another: the same but for the number, or the sign of an absent figure. */
export function looksPrinted(text: string, fresh: string): boolean {
  if (["—", "*"].some((sign) => text === sign || fresh === sign)) return true;
  return text.replace(number, "#") === fresh.replace(number, "#");
}
