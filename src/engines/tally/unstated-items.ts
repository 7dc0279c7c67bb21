import { bandId, cover, parseBandId } from "../../codebook/age-band.ts";
import type { RaisedFinding } from "../../intake/findings.ts";
import type { TableRecord } from "../../intake/records/records.ts";
import { isWholeLabel } from "../../intake/rows/whole-labels.ts";
import { codes } from "../../survey/codes.ts";
import { Column } from "../../survey/column.ts";
import type { AgeBand } from "../../survey/totals.ts";

const unstated =
  /^(?:年龄|年齡|性别|性別)?(?:不详|不詳|未知|不明|未说明|未說明|未申报|未申報|未填报?|未填報|无法确定|無法確定)$|^(?:age |sex )?(?:not (?:stated|known|specified|reported|declared)|unknown|undeclared|unspecified|unstated)(?: age| sex)?$/iu;

/** Whether a label says that an age or a sex is not known: 不详, Not stated. */
export const isUnstated = (label: string): boolean => unstated.test(label.trim());

/** People of whom an age or a sex is not known: in no band, but in what is wider. */
interface Piece {
  readonly key: number;
  readonly band: AgeBand;
  readonly value: number;
  /** Another label of the row is that of the whole: people of it may stand in other rows too. */
  readonly ofWhole: boolean;
}

const everyAge = { from: 0, to: Number.POSITIVE_INFINITY } as const;

const bandOf = (id: string): AgeBand | undefined =>
  id === "residents" || id === "members" ? { of: id, ...everyAge } : parseBandId(id);

const holds = (wide: AgeBand, { of, sex, from, to }: AgeBand): boolean =>
  wide.of === of &&
  (wide.sex === undefined || wide.sex === sex) &&
  wide.from <= from &&
  wide.to >= to;

/** Collects the rows of people whose age or sex is not stated, and counts them among those of all ages and both sexes. */
export class UnstatedItems {
  private readonly pieces: Piece[] = [];
  private first: { readonly record: TableRecord; readonly label: string } | undefined;
  private rows = 0;

  /** Notes a figure of people whose band is known but for what the labels do not state. */
  note(
    record: TableRecord,
    labels: readonly string[],
    {
      key,
      quantity,
      value,
    }: { readonly key: number; readonly quantity: string; readonly value: number },
  ): void {
    const band = bandOf(quantity);
    if (!band) return;
    this.rows++;
    this.first ??= { record, label: labels.find(isUnstated) ?? "" };
    this.pieces.push({ key, band, value, ofWhole: labels.some(isWholeLabel) });
  }

  /** Adds them to the wholes that no cell gives and that the recorded bands add up to but for them. Undefined where there are none. */
  count(quantities: Map<string, Column>, field: number | undefined): RaisedFinding | undefined {
    if (!this.first) return undefined;
    const byKey = new Map<number, Piece[]>();
    for (const piece of this.pieces) {
      const own = byKey.get(piece.key);
      if (own) own.push(piece);
      else byKey.set(piece.key, [piece]);
    }
    for (const [key, all] of byKey) {
      const fine = all.filter(({ ofWhole }) => !ofWhole);
      const wholes = wholesOf(key, fine.length > 0 ? fine : all, quantities);
      for (const [id, value] of wholes) {
        const column = quantities.get(id) ?? new Column();
        quantities.set(id, column);
        column.set(key, { value });
      }
    }
    const { record, label } = this.first;
    return {
      code: codes.unstatedItem,
      place: { line: record.line, ...(field !== undefined && { field: field + 1 }) },
      args: { label, n: this.rows },
    };
  }
}

/** The wholes of a key that pieces lie in, with their figures. */
function wholesOf(
  key: number,
  pieces: readonly Piece[],
  quantities: ReadonlyMap<string, Column>,
): [string, number][] {
  const recorded = [...quantities].flatMap(([id, column]) => {
    const band = bandOf(id);
    const value = column.plain(key);
    return band && value !== undefined ? [{ band, value }] : [];
  });
  const wanted = new Map<string, AgeBand>();
  for (const { band } of pieces)
    for (const wide of [band, { of: band.of, ...everyAge }]) wanted.set(bandId(wide), wide);
  return [...wanted].flatMap(([id, wide]): [string, number][] => {
    if ((quantities.get(id)?.count(key) ?? 0) > 0) return [];
    const way = cover(
      recorded.map(({ band }) => band),
      wide,
    );
    if (typeof way === "string") return [];
    const known = way.reduce((sum, i) => sum + (recorded[i] as { value: number }).value, 0);
    const unknown = pieces
      .filter(({ band }) => holds(wide, band))
      .reduce((sum, { value }) => sum + value, 0);
    return [[id, known + unknown]];
  });
}
