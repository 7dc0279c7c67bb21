import { plainDigits } from "../cells/cell.ts";
import { looksNumeric } from "../cells/cell-kind.ts";

/** After so many filled cells it is known what a column holds. */
const ENOUGH_TO_TELL = 20;

/** The figures of the first rows, column by column; NaN where a cell holds none. Each column is read once, when it is asked for. */
export class Figures {
  private readonly columns = new Map<number, Float64Array>();
  private readonly rows: readonly (readonly string[])[];

  constructor(rows: readonly (readonly string[])[]) {
    this.rows = rows;
  }

  get size(): number {
    return this.rows.length;
  }

  column(index: number): Float64Array {
    let figures = this.columns.get(index);
    if (!figures) {
      figures = Float64Array.from(this.rows, (row) => figureOf(row[index] ?? ""));
      this.columns.set(index, figures);
    }
    return figures;
  }

  /** One unit of the last decimal place that any figure of a column has: 1 where they are whole. */
  lastPlace(index: number): number {
    let places = 0;
    for (const row of this.rows) {
      const decimals = /[.．](\d+)\s*$/u.exec(row[index] ?? "")?.[1];
      places = Math.max(places, decimals?.length ?? 0);
    }
    return 10 ** -places;
  }

  /** Whether a column holds whole numbers of something and nothing else worth speaking of. */
  countsSomething(index: number): boolean {
    let filled = 0;
    let counts = 0;
    for (const row of this.rows) {
      if ((row[index] ?? "").trim() === "") continue;
      filled++;
      const figure = figureOf(row[index] ?? "");
      if (Number.isInteger(figure) && figure >= 0) counts++;
      if (filled === ENOUGH_TO_TELL) break;
    }
    return counts > 0 && counts >= 0.8 * filled;
  }

  /**
   * In how many rows the parts add up to the whole; undefined where there is a full row in which they do not, or none. `slack` is how much each
   * part may be off by, where figures are rounded.
   */
  closing(parts: readonly number[], whole: number, slack = 0): number | undefined {
    const { full, closed } = this.sums(parts, whole, slack, true);
    return full > 0 && closed === full ? full : undefined;
  }

  /** In how many rows the parts add up to the whole, of at least three and four fifths of the full rows: the others hold a slip. Undefined in fewer. */
  mostlyClosing(parts: readonly number[], whole: number, slack = 0): number | undefined {
    const { full, closed } = this.sums(parts, whole, slack, false);
    return closed >= 3 && closed >= 0.8 * full ? closed : undefined;
  }

  /** In what share of the full rows the parts add up to the whole; 0 where no row is full. */
  closedShare(parts: readonly number[], whole: number, slack = 0): number {
    const { full, closed } = this.sums(parts, whole, slack, false);
    return full === 0 ? 0 : closed / full;
  }

  /** In how many rows a part is no more than the whole; undefined where there is one in which it is more, or none with both. */
  bounded(part: number, whole: number): number | undefined {
    const parts = this.column(part);
    let rows = 0;
    for (let i = 0; i < parts.length; i++) {
      const p = parts[i] as number;
      const w = figureOf(this.rows[i]?.[whole] ?? "");
      if (Number.isNaN(p) || Number.isNaN(w) || p < 0 || w < 0) continue;
      if (p > w) return undefined;
      rows++;
    }
    return rows > 0 ? rows : undefined;
  }

  private sums(
    parts: readonly number[],
    whole: number,
    slack: number,
    strict: boolean,
  ): { full: number; closed: number } {
    const columns = parts.map((index) => this.column(index));
    let full = 0;
    let closed = 0;
    let filled = false;
    // Of a whole no more cells are read than it takes: of hundreds of columns nearly all differ in the first row.
    for (let i = 0; i < this.rows.length; i++) {
      const own = figureOf(this.rows[i]?.[whole] ?? "");
      const sum = columns.reduce((total, column) => total + (column[i] as number), 0);
      const gap = Math.abs(sum - own);
      if (Number.isNaN(gap)) continue;
      full++;
      filled ||= own !== 0;
      if (gap <= slack * parts.length + 1e-6) closed++;
      else if (strict) return { full, closed };
    }
    return filled ? { full, closed } : { full, closed: 0 };
  }
}

function figureOf(cell: string): number {
  const plain = plainDigits(cell);
  if (plain >= 0) return plain;
  if (!looksNumeric(cell)) return Number.NaN;
  const text = cell.normalize("NFKC").replaceAll(/[,\s]/gu, "");
  return text === "" ? Number.NaN : Number(text);
}
