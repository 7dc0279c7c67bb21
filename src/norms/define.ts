import type { Text } from "../survey/language.ts";
import type { Norm } from "../survey/norm.ts";

/**
 * Declares a preset; a missing document, issuer, jurisdiction or language does not compile.
 *
 * Its subject is the id of the indicator or variable whose value in one community is held against the threshold: `office_area`, `households`,
 * `members`, `workers_per_1000`. What a variable's norm says of several communities is said by the indicators that name the subject (the shortfall, the
 * class, the mean per community). What cdj does not measure has a subject of `subjects.ts`.
 */
export const defineNorm = <const N extends Norm>(norm: N): N => norm;

/** The number of a document, as it is printed on the mainland and in Taiwan. */
export const numbered = (simplified: string, traditional: string): Text => ({
  en: simplified,
  "zh-CN": simplified,
  "zh-TW": traditional,
});
