import type { Text } from "./language.ts";

/** "=" is a figure to read beside (an average, a status), which nothing has to meet. */
export type Comparison = ">=" | "<=" | ">" | "<" | "between" | "=";
/** A = stated in a copy of the document; B = stated in a press copy that names it; own = a figure of the user's. */
type Confidence = "A" | "A-" | "B" | "own";

/** A threshold with its document. A reference line that the user names; never a default. */
export interface Norm {
  readonly id: string;
  /** What it is about: the id of an indicator or of a variable. */
  readonly subject: string;
  readonly op: Comparison;
  readonly value: number;
  /** With op "between": the upper bound, inclusive. */
  readonly upper?: number;
  readonly unit: string;
  /** The class that begins at the threshold, where it is an edge of a classification: `general_branch`. */
  readonly opens?: string;
  /** Where the classes of its document begin, of a norm that is one of their edges: { general_branch: 50, committee: 100 }. */
  readonly edges?: Readonly<Record<string, number>>;
  /** What a share is of, where the document says it: the average wage that wages are to reach, in yuan a year. */
  readonly reference?: number;
  /** The ids of the norms that it is made of: a ratio of staff, and the least and most staff of a community. */
  readonly joins?: readonly string[];
  /** What it is counted on, where that differs from the subject's own definition. */
  readonly basis?: "usual" | "registered" | "managed";
  /** How a number of posts is rounded: per community. */
  readonly rounding?: "floor" | "nearest" | "ceil";
  /** The least and the most of what it asks per community. */
  readonly clamp?: { readonly min?: number | undefined; readonly max?: number | undefined };
  readonly jurisdiction: Text;
  readonly document: Text;
  /** Its number among the issuer's papers; in English as in the document. */
  readonly number?: Text;
  readonly issuer: Text;
  readonly year?: number;
  /** ISO dates; open where unknown. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly clause?: Text;
  readonly confidence: Confidence;
  readonly url?: string;
  readonly note?: Text;
  /** "historical", "draft", "anonymous", "example": listed only with --all. */
  readonly standing?: "historical" | "draft" | "anonymous" | "proposal";
}
