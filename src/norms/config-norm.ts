import { findVariable } from "../codebook/index.ts";
import type { Text } from "../survey/language.ts";
import type { Comparison, Norm } from "../survey/norm.ts";
import { norms } from "./index.ts";

/** Why a text is no norm: nothing stands for a comparison, what stands after it is no number, a range runs backwards, nobody measures the subject. */
export type OwnNormFault = "no-comparison" | "no-number" | "empty-range" | "unknown-subject";

const own: Text = { en: "own figure", "zh-CN": "自定标准", "zh-TW": "自訂標準" };
const nobody: Text = { en: "the user", "zh-CN": "用户", "zh-TW": "使用者" };

const form = /^\s*([a-z][a-z0-9_]*)\s*(>=|<=|≥|≤|>|<|=)\s*(.*?)\s*$/;
const range = /^(\d+(?:\.\d+)?)\s*(?:\.\.|-|–|~|～)\s*(\d+(?:\.\d+)?)$/;
const plain = /^\d+(?:\.\d+)?$/;

/** Fewer people to each worker is better; otherwise presets show which side a norm is on. */
const ceilings: ReadonlySet<string> = new Set([
  "residents_per_worker",
  ...norms.filter((norm) => norm.op === "<=").map((norm) => norm.subject),
]);
const floors: ReadonlySet<string> = new Set(
  norms.filter((norm) => norm.op === ">=").map((norm) => norm.subject),
);

/** The side that a norm on this subject is on when it is written with "=": at least, unless its presets only know "at most". */
const usual = (subject: string): Comparison =>
  ceilings.has(subject) && !floors.has(subject) ? "<=" : ">=";

/**
 * A norm of the user's: `office_area=500`, `workers_per_1000>=1.2`, `members_per_branch<=50`, `households=1000..3000`.
 * `unitOf` gives the unit of a subject, undefined when there is none such; without it the codebook and the presets are asked and every subject is taken.
 */
export function ownNorm(
  text: string,
  unitOf?: (subject: string) => string | undefined,
): Norm | { readonly reason: OwnNormFault } {
  const [, subject, sign, figures] = form.exec(text) ?? [];
  if (subject === undefined || sign === undefined || figures === undefined)
    return { reason: "no-comparison" };
  const unit = unitOf
    ? unitOf(subject)
    : (findVariable(subject)?.unit ?? norms.find((norm) => norm.subject === subject)?.unit ?? "");
  if (unit === undefined) return { reason: "unknown-subject" };
  const numbers = plain.test(figures)
    ? [Number(figures)]
    : sign === "="
      ? (range.exec(figures) ?? []).slice(1).map(Number)
      : [];
  const [value, upper] = numbers;
  if (value === undefined) return { reason: "no-number" };
  if (upper !== undefined && upper < value) return { reason: "empty-range" };
  const op: Comparison =
    upper !== undefined
      ? "between"
      : sign === "="
        ? usual(subject)
        : sign === "≥"
          ? ">="
          : sign === "≤"
            ? "<="
            : (sign as Comparison);
  const id = upper === undefined ? `${subject}${op}${value}` : `${subject}=${value}..${upper}`;
  return {
    id,
    subject,
    op,
    value,
    ...(upper !== undefined && { upper }),
    unit,
    jurisdiction: own,
    document: own,
    issuer: nobody,
    confidence: "own",
  };
}
