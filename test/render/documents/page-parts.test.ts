import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paper, partsOf } from "../../../src/render/documents/page-parts.ts";
import type { Table } from "../../../src/survey/document.ts";

const tableOf = (columns: number, rows: number, value: number): Table => ({
  kind: "table",
  id: "t",
  title: "各社区指标",
  columns: Array.from({ length: columns }, (_, c) => ({
    id: `c${c}`,
    title: `第${c}栏`,
    align: c === 0 ? ("left" as const) : ("right" as const),
  })),
  rows: Array.from({ length: rows }, (_, r) => [
    `社区${r}`,
    ...Array.from({ length: columns - 1 }, (_, c) => cell(value + r * 100 + c)),
  ]),
  foot: [["合计", ...Array.from({ length: columns - 1 }, () => cell(0))]],
  notes: [["注"]],
});
const cell = (value: number) => ({ measured: { value }, unit: "person", decimals: 0 });

describe("parts of a table", () => {
  test("leave room between figures and the texts behind them, none in the gap between panels", () => {
    const narrow = tableOf(2, 60, 1);
    const whole: Table = {
      ...narrow,
      columns: [...narrow.columns, { id: "class", title: "分组", align: "left" }],
      rows: narrow.rows.map((row) => [...row, "不足100"]),
      foot: [],
    };
    const [part] = partsOf(whole, { language: "zh-CN" });
    const columns = part?.table.columns.map(({ id }) => id);
    expect(columns?.slice(0, 5)).toEqual(["c0", "c1", "class", "", "c0"]);
    expect(part?.layout.leads.map((lead, index) => [columns?.[index], lead > 0])).toEqual(
      columns?.map((id) => [id, id === "class"]),
    );
    const [figures] = partsOf(narrow, { language: "zh-CN" });
    expect(figures?.table.columns.length).toBeGreaterThan(2);
    expect(figures?.layout.leads.every((lead) => lead === 0)).toBe(true);
  });

  test("hold every cell once, beside the name of its row and under its head, on pages of the given width", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 40 }),
        fc.integer({ min: 1, max: 130 }),
        fc.constantFrom(1, 12345, 123456789),
        (columns, rows, value) => {
          const whole = tableOf(columns, rows, value);
          const parts = partsOf(whole, { language: "zh-CN" });
          const cells = (table: Table) =>
            [...table.rows, ...(table.foot ?? [])].flatMap((row) =>
              table.columns
                .slice(1)
                .map(({ id }, i) => `${row[0]} ${id} ${JSON.stringify(row[i + 1])}`),
            );
          expect(parts.flatMap(({ table }) => cells(table)).sort()).toEqual(cells(whole).sort());
          expect(parts.filter(({ table }) => table.notes !== undefined)).toEqual([parts.at(-1)]);
          expect(parts.map(({ continued }) => continued)).toEqual(parts.map((_, i) => i > 0));
          for (const { layout } of parts) {
            expect(layout.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(
              paper.width,
            );
            expect(Math.min(...layout.widths)).toBeGreaterThan(0);
            expect(layout.size).toBe(parts[0]?.layout.size);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("of two columns and many rows hold every row once, panels of one height", () => {
    fc.assert(
      fc.property(fc.integer({ min: 25, max: 300 }), (rows) => {
        const names = partsOf(tableOf(2, rows, 1), { language: "zh-CN" }).flatMap(({ table }) =>
          table.columns.flatMap(({ id }, i) =>
            id === "c0" ? table.rows.map((row) => row[i]) : [],
          ),
        );
        expect(names.filter((name) => name !== "")).toEqual(
          Array.from({ length: rows }, (_, r) => `社区${r}`),
        );
      }),
      { numRuns: 40 },
    );
  });
});
