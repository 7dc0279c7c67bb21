import { createHash } from "node:crypto";
import type { Finding } from "../../survey/finding.ts";

/**
 * What makes a finding the same in another run: its code, area, period and variable, or, where it is about no area, its file and column;
 * never its line, so that rows may be added above. Equal ones are told apart by which of them it is, in their order.
 */
export function fingerprints(
  findings: readonly Finding[],
  pathOf: (file: string) => string,
): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, area, period, variable, place }) => {
    const about =
      area === undefined
        ? [pathOf(place.file), place.sheet ?? "", place.header ?? ""]
        : [area, period ?? ""];
    const key = JSON.stringify([code, ...about, variable ?? ""]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return createHash("sha256")
      .update(JSON.stringify([key, occurrence]))
      .digest("hex")
      .slice(0, 32);
  });
}
