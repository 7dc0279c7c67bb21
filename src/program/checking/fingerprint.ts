import { createHash } from "node:crypto";
import type { Finding } from "../../survey/finding.ts";

/**
 * Arguments that speak of lines, of other rows, of how files were named or of the program's own guesses: they change though the fault
 * stays the same.
 */
const ofOthers: ReadonlySet<string> = new Set(
  [
    ["lines", "line", "first", "field", "fields", "rows"],
    ["file", "files", "source", "sheets"],
    ["n", "all", "areas", "count", "counted", "others", "above", "below", "times"],
    ["min", "max", "mean", "low", "high"],
    ["suggestions", "candidates", "seen", "tried"],
  ].flat(),
);

/** The figures and words of a fault itself. */
const saidOf = ({ args }: Finding): readonly (readonly [string, unknown])[] =>
  Object.entries(args)
    .filter(([name]) => !ofOthers.has(name))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * What makes a finding the same in another run: its file, sheet and column, area, period, variable, code and what it says of the figure,
 * so that a known fault hides no other one; never its line, so that rows may be added above. Equal ones are told apart by which of them it
 * is, in their order.
 */
export function fingerprints(
  findings: readonly Finding[],
  pathOf: (file: string) => string,
): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { code, area = "", period = "", variable = "", place } = finding;
    const key = JSON.stringify([
      code,
      pathOf(place.file),
      place.sheet ?? "",
      place.header ?? "",
      area,
      period,
      variable,
      saidOf(finding),
    ]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash("sha256")
      .update(JSON.stringify([key, occurrence]))
      .digest("hex")
      .slice(0, 32);
  });
}
