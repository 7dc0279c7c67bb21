import { ink } from "./chart-ink.ts";
import { fontSize, textAt, textWidth, wrapLabel } from "./svg.ts";

/** A row of a chart: its label in lines, and where it lies. */
export interface ChartRow {
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
}

export interface RowLayout {
  readonly rows: readonly ChartRow[];
  readonly size: number;
  /** Of the widest label. */
  readonly labelWidth: number;
  readonly bottom: number;
}

/** The more rows, the closer they stand: sixty still go on a page. */
const pitch = (count: number): { height: number; size: number } => {
  if (count <= 24) return { height: 26, size: fontSize };
  if (count <= 40) return { height: 20, size: fontSize - 1 };
  return { height: 16, size: fontSize - 2 };
};

/** Rows from `top` downwards with their labels in at most two lines of at most `widest` pixels; close rows have one line each. */
export function layRows(labels: readonly string[], top: number, widest: number): RowLayout {
  const { height, size } = pitch(labels.length);
  let y = top;
  const rows = labels.map((label) => {
    const lines = wrapLabel(label, widest, height >= 20 ? 2 : 1, size);
    const own = Math.max(height, lines.length * (size + 2) + (lines.length > 1 ? 6 : 2));
    y += own;
    return { lines, top: y - own, height: own };
  });
  const labelWidth = Math.max(
    0,
    ...rows.flatMap(({ lines }) => lines.map((line) => textWidth(line, size))),
  );
  return { rows, size, labelWidth, bottom: y };
}

/** The label of a row, its lines around the row's middle, ending at `x` or around it. */
export function labelMarks(
  { lines, top, height }: ChartRow,
  x: number,
  size: number,
  anchor: "end" | "middle" = "end",
): string[] {
  const step = size + 2;
  const first = top + height / 2 - ((lines.length - 1) * step) / 2;
  return lines.map((text, i) =>
    textAt(x, first + i * step, text, { anchor, size, fill: ink.text }),
  );
}
