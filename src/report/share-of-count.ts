import type { FigureValue } from "../survey/document.ts";
import { absent, exact } from "../survey/measured.ts";

/** k of n counted, in per cent with one decimal: never printed as all while one is left, nor as none while there is one. */
export const shareOfCount = (k: number, n: number): FigureValue => ({
  measured: n === 0 ? absent("zero-denominator") : exact((k / n) * 100),
  unit: "%",
  decimals: 1,
  ofCount: true,
});
