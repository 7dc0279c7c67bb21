import { expect, test } from "vitest";
import { renderFindingsText } from "../../../src/render/findings/text.ts";
import { judgementOf } from "./judgements.ts";

/** The cells of a row of so many columns, and how often any of them was looked at. */
function countedRow(columns: number): { cells: readonly string[]; looks: () => number } {
  let looks = 0;
  const cells = new Proxy(
    Array.from({ length: columns }, (_, i) => `h${i}`),
    {
      get(target, key, receiver) {
        if (typeof key === "string" && /^\d+$/.test(key)) looks++;
        return Reflect.get(target, key, receiver);
      },
    },
  );
  return { cells, looks: () => looks };
}

const looksOf = (columns: number, at: number | undefined): number => {
  const { cells, looks } = countedRow(columns);
  const excerpt = { line: 1, cells, delimiter: ",", ...(at !== undefined && { at }) };
  const one = judgementOf([{ code: "CDJ201", severity: "note", excerpt }]);
  renderFindingsText(one, { width: 100, color: false });
  return looks();
};

test("of a row twice as wide no more cells are looked at for a finding", () => {
  expect(looksOf(20_000, 15_000)).toBe(looksOf(40_000, 15_000));
  expect(looksOf(20_000, 15_000)).toBeLessThan(300);
  expect(looksOf(40_000, undefined)).toBeLessThan(300);
});
