import type { Variable } from "./define.ts";
import { toCodebookScript } from "./simplified.ts";
import { type UnitId, unitOf, units } from "./units.ts";

/** A unit as written: the figure × 10^exponent (× factor) is in `unit`. */
export interface ReadUnit {
  readonly unit: UnitId;
  /** Powers of ten are applied to the decimal text, never by multiplying a float. */
  readonly exponent: number;
  /** Where the unit is no power of ten (亩 = 1/1500 km²). */
  readonly factor?: number;
  /** As it stands in the header or cell, trimmed. */
  readonly spelling: string;
}

/** Units of land that are not the base unit's own name. */
const land: Readonly<Record<string, Omit<ReadUnit, "spelling">>> = {
  亩: { unit: "km²", exponent: 0, factor: 1 / 1500 },
  mu: { unit: "km²", exponent: 0, factor: 1 / 1500 },
  公顷: { unit: "km²", exponent: -2 },
  ha: { unit: "km²", exponent: -2 },
  hectare: { unit: "km²", exponent: -2 },
  hectares: { unit: "km²", exponent: -2 },
};

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:千万)/, 7],
  [/^(?:百万|million)/, 6],
  [/^(?:十万)/, 5],
  [/^(?:万|10,?000|tenthousand)/, 4],
  [/^(?:千|1,?000|'000|thousand)/, 3],
  [/^百/, 2],
  [/^(?:亿)/, 8],
];

const bySpelling: ReadonlyMap<string, UnitId> = new Map(
  (Object.keys(units) as UnitId[]).flatMap((unit) =>
    (unitOf(unit).spellings ?? []).map((name) => [name, unit] as const),
  ),
);

/**
 * The unit that a text names as a whole: 万元 → yuan, 4; 公顷 → km², −2; 亩 → km², factor 1/1500. Undefined for anything else: a scale
 * word alone (万), a rate (元/人), a unit the codebook does not know (坪).
 */
export function readUnit(text: string): ReadUnit | undefined {
  const spelling = text.trim();
  const written = unitKey(spelling);
  const plain = readPlain(written);
  if (plain) return { ...plain, spelling };
  const scale = leadingScale(written);
  const scaled = scale && scale.rest !== "" ? readPlain(scale.rest) : undefined;
  return scale && scaled
    ? { ...scaled, exponent: scaled.exponent + scale.exponent, spelling }
    : undefined;
}

/** The power of ten of a scale word that stands alone: 万 → 4. */
export function readScale(text: string): number | undefined {
  const scale = leadingScale(unitKey(text));
  return scale?.rest === "" ? scale.exponent : undefined;
}

function unitKey(text: string): string {
  if (text.length > 40) return "";
  const plain = toCodebookScript(
    text
      .replaceAll("㎡", "m²")
      .replaceAll("㎢", "km²")
      .replace(/[^²]+/gu, (part) => part.normalize("NFKC")),
  );
  return plain
    .toLowerCase()
    .replace(/^单位[::]?/u, "")
    .replace(/[\s_]+/gu, "")
    .replace(/[・•∙*.](?=[月人])/gu, "·");
}

function readPlain(written: string): Omit<ReadUnit, "spelling"> | undefined {
  const unit = bySpelling.get(written);
  if (unit) return { unit, exponent: 0 };
  return Object.hasOwn(land, written) ? land[written] : undefined;
}

function leadingScale(written: string): { exponent: number; rest: string } | undefined {
  for (const [pattern, exponent] of scales) {
    const found = pattern.exec(written)?.[0];
    if (found !== undefined) return { exponent, rest: written.slice(found.length) };
  }
  return undefined;
}

/**
 * What brings a figure in the unit read to the variable's base unit: × 10^exponent (× factor). "conflict" where the two measure different
 * things (residents in households, funds by the month). 个 counts anything countable.
 */
export function unitFor(
  variable: Pick<Variable, "kind" | "unit">,
  read: ReadUnit,
): { readonly exponent: number; readonly factor?: number } | "conflict" {
  const shift = shiftTo(variable, read.unit);
  if (shift === undefined) return "conflict";
  return {
    exponent: read.exponent + shift,
    ...(read.factor !== undefined && { factor: read.factor }),
  };
}

function shiftTo(variable: Pick<Variable, "kind" | "unit">, from: UnitId): number | undefined {
  if (from === variable.unit) return 0;
  if (from === "unit" && variable.kind === "count") return 0;
  return unitOf(from).standsFor?.[variable.unit];
}
