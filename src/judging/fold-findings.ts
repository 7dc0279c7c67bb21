import { blankCells } from "../checks/blank-cells.ts";
import type { Check } from "../checks/define.ts";
import { checks } from "../checks/index.ts";
import { parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { codes } from "../survey/codes.ts";
import type { Finding, Place } from "../survey/finding.ts";

/** A finding and those of the same cause, as indices into what was folded. */
export interface Fold {
  readonly root: number;
  readonly under: readonly number[];
}

/** A slip of so many rows, and of so great a part of the rows of a table, is one of the column. */
const leastRows = 3;
const leastShare = 0.5;
/** Cells that are wrong each in its own way have one cause only where nearly all of a column are. */
const leastShareOfCells = 0.8;

/** Codes of checks on totals, and that of two files which disagree: what they say may follow from another figure. */
const ofTotals: ReadonlySet<string> = new Set([
  ...(checks as readonly Check[]).flatMap(({ code, run }) => (run ? [code] : [])),
  codes.conflictingValues,
]);

/**
 * One finding for one cause. Under the one that names the wrong figure go those that follow from it: other sums that the same figure
 * breaks by as much, parts that exceed it, ratios it stands in, rows of totals that are apart by what it lacks. The same slip in most rows
 * of a column is told at its first row, and a question about a header once for all files. Roots stay in their order.
 */
export function foldFindings(
  findings: readonly Finding[],
  rowsOf: (place: Place) => number,
): Fold[] {
  const roots = new Roots(findings.length);
  for (const own of groupedBy(findings, observationKey).values())
    foldObservation(findings, own, roots);
  foldTotals(findings, roots);
  for (const own of groupedBy(findings, columnKey, roots).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const finding = findings[first] as Finding;
    const share = ofTotals.has(finding.code) ? leastShare : leastShareOfCells;
    if (own.length >= leastRows && own.length >= share * rowsOf(finding.place))
      roots.put(own.slice(1), first);
  }
  for (const [first, ...others] of groupedBy(findings, questionKey, roots).values())
    if (first !== undefined) roots.put(others, first);
  return roots.folds();
}

/** Which finding each goes under; itself where it goes under none. */
class Roots {
  private readonly above: number[];

  constructor(count: number) {
    this.above = Array.from({ length: count }, (_, i) => i);
  }

  put(indices: readonly number[], root: number): void {
    for (const index of indices) if (this.isRoot(index) && index !== root) this.above[index] = root;
  }

  isRoot(index: number): boolean {
    return this.above[index] === index;
  }

  rootOf(index: number): number {
    let at = index;
    while (this.above[at] !== at) at = this.above[at] as number;
    return at;
  }

  folds(): Fold[] {
    const under = new Map<number, number[]>();
    for (const index of this.above.keys()) {
      const root = this.rootOf(index);
      const own = under.get(root) ?? [];
      if (root !== index) own.push(index);
      under.set(root, own);
    }
    return [...under].map(([root, own]) => ({ root, under: own })).sort((a, b) => a.root - b.root);
  }
}

function groupedBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string | undefined,
  roots?: Roots,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  findings.forEach((finding, index) => {
    if (roots && !roots.isRoot(index)) return;
    const key = keyOf(finding);
    if (key === undefined) return;
    const own = groups.get(key);
    if (own) own.push(index);
    else groups.set(key, [index]);
  });
  return groups;
}

/** What is said of one row: an area in a period, in one file. That cells are blank is said of a column, whichever row comes first. */
const observationKey = ({ code, area, period, place }: Finding): string | undefined =>
  area === undefined || code === blankCells.code
    ? undefined
    : JSON.stringify([place.file, place.sheet, place.line, area, period]);

/** The same fault in a column; a schema's, a cell's or a sum's. */
function columnKey({ code, place, variable, args }: Finding): string | undefined {
  if (variable === undefined && place.field === undefined) return undefined;
  const whole = typeof args.whole === "string" ? args.whole : undefined;
  return JSON.stringify([code, place.file, place.sheet, variable, place.field, whole]);
}

/** A question about a header is the same wherever that header stands. */
const questionKey = ({ code, area, severity, args }: Finding): string | undefined =>
  area === undefined &&
  severity !== "error" &&
  typeof args.header === "string" &&
  args.cell === undefined
    ? JSON.stringify([code, args])
    : undefined;

/** A whole that its parts do not make up; `sum` is what they make. */
interface BrokenSum {
  readonly whole: string;
  readonly total: number;
  readonly sum: number;
}

function brokenSum({ args }: Finding): BrokenSum | undefined {
  const { whole, total, sum } = args;
  return typeof whole === "string" && typeof total === "number" && typeof sum === "number"
    ? { whole, total, sum }
    : undefined;
}

/** The variables that a finding speaks of, by its arguments. */
function spokenOf({ variable, args }: Finding): ReadonlySet<string> {
  const named = Object.entries(args).flatMap(([name, value]) => [
    ...(findVariable(name) ? [name] : []),
    ...[value].flat().filter((text) => typeof text === "string" && isQuantity(text)),
  ]);
  return new Set([...(variable === undefined ? [] : [variable]), ...(named as string[])]);
}

const isQuantity = (id: string): boolean =>
  findVariable(id) !== undefined || parseBandId(id) !== undefined;

/** Sums first, since they name the figure that is wrong, then what is graver. */
const ranked = (findings: readonly Finding[], own: readonly number[]): number[] => {
  const rank = (index: number): number => {
    const finding = findings[index] as Finding;
    return brokenSum(finding) ? 0 : finding.severity === "error" ? 1 : 2;
  };
  return [...own].sort((a, b) => rank(a) - rank(b) || a - b);
};

/** Each goes under the first that explains it. */
function foldObservation(findings: readonly Finding[], own: readonly number[], roots: Roots): void {
  if (own.length < 2) return;
  const before: number[] = [];
  for (const index of ranked(findings, own)) {
    const finding = findings[index] as Finding;
    const root = before.find((earlier) => explains(findings[earlier] as Finding, finding));
    if (root === undefined) before.push(index);
    else roots.put([index], root);
  }
}

function explains(root: Finding, finding: Finding): boolean {
  const sum = brokenSum(root);
  const other = brokenSum(finding);
  if (sum && other) return other.whole === sum.whole && other.sum === sum.sum;
  const { part, whole, value } = finding.args;
  // A part that exceeds the whole as it is written, and fits into what the parts make.
  if (typeof part === "string" && typeof whole === "string" && typeof value === "number") {
    if (sum) return whole === sum.whole && value <= sum.sum;
    return root.code === finding.code && root.args.whole === whole;
  }
  if (finding.severity === "error" || !ofTotals.has(finding.code)) return false;
  // A new estate moves with all its figures: one question.
  if (root.code === finding.code) return true;
  const spoken = spokenOf(finding);
  return sum ? spoken.has(sum.whole) : sharesOne(spokenOf(root), spoken);
}

const sharesOne = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((id) => b.has(id));

/** A row, an area or a note that gives a total of a variable which the areas do not make; `apart` is what they lack. */
function wrongTotal({ args }: Finding): { variable: string; apart: number } | undefined {
  const { variable, total, sum, whole } = args;
  return whole === undefined &&
    typeof variable === "string" &&
    typeof total === "number" &&
    typeof sum === "number"
    ? { variable, apart: total - sum }
    : undefined;
}

/** Totals that are apart by what one figure lacks go under it; where two figures lack as much, neither is taken. */
function foldTotals(findings: readonly Finding[], roots: Roots): void {
  const lacking = new Map<string, number[]>();
  const put = (variable: string, apart: number, index: number): void => {
    const key = JSON.stringify([variable, apart]);
    lacking.set(key, [...(lacking.get(key) ?? []), index]);
  };
  const totals = findings.flatMap((finding, index) => {
    const total = wrongTotal(finding);
    return total ? [{ index, ...total }] : [];
  });
  if (totals.length === 0) return;
  const counted = new Set(totals.map(({ variable }) => variable));
  findings.forEach((finding, index) => {
    const sum = brokenSum(finding);
    if (!sum || !roots.isRoot(index)) return;
    put(sum.whole, sum.sum - sum.total, index);
    for (const part of counted)
      if (isPartOf(part, sum.whole)) put(part, sum.total - sum.sum, index);
  });
  const first = new Map<string, number>();
  for (const { index, variable, apart } of totals) {
    const key = JSON.stringify([variable, apart]);
    const [cause, ...others] = lacking.get(key) ?? [];
    if (cause !== undefined && others.length === 0) roots.put([index], cause);
    else {
      // The subtotal and the total of one figure are apart by as much.
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else roots.put([index], earlier);
    }
  }
  foldStandingOut(findings, totals, roots);
}

/** A figure that stands out, and with what the total lacks is the same but for one digit, is what the total lacks. */
function foldStandingOut(
  findings: readonly Finding[],
  totals: readonly { index: number; variable: string; apart: number }[],
  roots: Roots,
): void {
  findings.forEach(({ severity, area, args }, index) => {
    if (severity === "error" || area === undefined || !roots.isRoot(index)) return;
    const causes = totals.filter(({ index: total, variable, apart }) => {
      const figure = args[variable] ?? (args.variable === variable ? args.value : undefined);
      return roots.isRoot(total) && typeof figure === "number" && lostDigit(figure, figure + apart);
    });
    const [cause] = causes;
    if (cause && causes.length === 1) roots.put([index], cause.index);
  });
}

/** Whether one of two whole numbers is the other without one of its digits. */
function lostDigit(a: number, b: number): boolean {
  const [short, long] = [String(Math.min(a, b)), String(Math.max(a, b))];
  return (
    /^\d+$/.test(short) &&
    long.length === short.length + 1 &&
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  );
}

const isPartOf = (part: string, whole: string): boolean =>
  parseBandId(part)?.of === whole || findVariable(part)?.partOf?.includes(whole) === true;
