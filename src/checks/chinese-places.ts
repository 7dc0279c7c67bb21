import type { Evidence } from "./evidence.ts";

/** Whether some of these areas are named in Chinese: bounds taken from Chinese communities and censuses hold for them, and would be false elsewhere. */
export const areChinesePlaces = (evidence: Evidence, indices: readonly number[]): boolean =>
  indices.some((index) => {
    const { name, parents } = evidence.subject(index).area;
    return [name, ...parents].some((text) => /\p{Script=Han}/u.test(text));
  });
