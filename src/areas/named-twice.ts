import { nameParts, sameButForSuffix } from "../codebook/area-names.ts";
import type { Group } from "../engines/engine.ts";
import type { Area } from "../survey/area.ts";
import { codes } from "../survey/codes.ts";
import type { Finding } from "../survey/finding.ts";

/** An area of a table, and the row it was met in first. */
interface AreaOfTable {
  readonly area: Area;
  readonly group: Group;
}

/** In longer tables names are not taken apart for this. */
const MOST_AREAS = 5_000;
/** Names that may end in a word for the kind of unit; English names that differ in one (Boston, Boston Township) are as often two places. */
const isChinese = /\p{Script=Han}/u;

/**
 * The areas of one table whose names differ only in the words for the kind of unit (柳浪社区, 柳浪社区居委会) and lie in the same units: one area may stand
 * twice. Those that codes or levels tell apart are two.
 */
export function namedTwice(
  areas: readonly AreaOfTable[],
  file: string,
): Omit<Finding, "severity">[] {
  if (areas.length > MOST_AREAS) return [];
  const first = new Map<string, AreaOfTable>();
  const findings: Omit<Finding, "severity">[] = [];
  for (const own of areas) {
    const { name, code, parents } = own.area;
    if (code !== null || !isChinese.test(name)) continue;
    const parts = nameParts(name);
    const key = [...parents, own.group.level ?? "", parts.stem].join("\u0000");
    const other = first.get(key);
    if (other === undefined) first.set(key, own);
    else if (sameButForSuffix(nameParts(other.area.name), parts))
      findings.push({
        code: codes.namedTwice,
        place: { file, ...own.group.place },
        args: { area: name, other: other.area.name },
        area: name,
        related: [{ file, ...other.group.place }],
      });
  }
  return findings;
}
