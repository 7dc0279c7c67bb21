import type { Text } from "../../survey/language.ts";

/** What is counted or measured, as powers: { person: 1, "m²": -1 }. */
export type Powers = Readonly<Record<string, number>>;

/**
 * What kind of figure something is: its powers, and the factor by which it is greater than the same figure in base units
 * (a share in per cent: 100). `pure` is a bare number, which takes the unit of whatever it is added to or compared with.
 */
export interface Dimension {
  readonly powers: Powers;
  readonly factor: number;
  readonly pure?: true;
}

/** What is printed after a figure. `one` is the English for a figure of 1; the same word where left out. */
interface Spoken extends Text {
  readonly one?: string;
}

/** A unit of measure: everything about it in one object. */
export interface Unit {
  /** Its name in full. */
  readonly title: Text;
  /** Printed after a figure or in a head; empty where the title of the figure says all. */
  readonly sign: Spoken;
  /** What a sentence says after a figure, where that is not the sign: 平方米. Where the name of the figure tells what it is counted per, the rest is said. */
  readonly prose?: Spoken;
  /** Undefined for one that a figure of any dimension may be given in, or that no formula gives. */
  readonly dimension?: Dimension;
  /** Decimals in print of a total, or of an indicator that does not say. */
  readonly decimals: number;
  /**
   * `counted` one by one: an English title names what, "Party members" · `measure`: an amount of it · `rate`: so much per something, which the
   * title says · `none`: no figure is in it.
   */
  readonly kind: "counted" | "measure" | "rate" | "none";
  /** Of a rate, whose number it gives: persons per 1,000 → person. */
  readonly numerator?: string;
  /** How tables write it, in simplified Chinese or lower-case English without blanks. */
  readonly spellings?: readonly string[];
  /** Other units that a column in it may be meant in, with the power of ten that brings it there. */
  readonly standsFor?: Readonly<Record<string, number>>;
}

export const same = (text: string): Text => ({ en: text, "zh-CN": text, "zh-TW": text });

/** A text whose Chinese is given as “户|戶”, simplified before traditional, or once where both write alike. */
export const text = (en: string, chinese: string): Text => {
  const [simplified = "", traditional = simplified] = chinese.split("|");
  return { en, "zh-CN": simplified, "zh-TW": traditional };
};

export const dimension = (powers: Powers, factor = 1): Dimension => ({ powers, factor });
