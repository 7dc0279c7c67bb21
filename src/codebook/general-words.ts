import { headerKey, normaliseHeader } from "./header.ts";

/** English words that are heads of the codebook only beside a word or a figure that makes them so: workers of a census are the employed. */
const general =
  /^(?:(?:total|all|number_of|no_of|no\._of|count_of|num|n|the)_)*(?:workers?|staff|employees?|members?|branch(?:es)?|tenure|ownership|committees?)(?:_(?:total|count|number|num))*$/u;

/** Whether a head is such a word and nothing more. */
export const isGeneralWord = (header: string): boolean =>
  general.test(headerKey(normaliseHeader(header).path.join(" ")));
