import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";
import { readAligned } from "../../../src/intake/shapes/aligned.ts";
import { asAligned } from "../../../src/intake/shapes/aligned-source.ts";
import type { WholeTable } from "../../../src/intake/shapes/rewritten.ts";
import { asTable, wholeTableOf } from "../../../src/intake/shapes/table-taken-out.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

async function read(text: string) {
  const { source } = await asTable(memorySource("table.txt", Buffer.from(text)));
  const { plan } = await decide(source);
  const part = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
  return { source, plan, part };
}

const rowsOf = ({ part }: Awaited<ReturnType<typeof read>>) =>
  part.groups.map(({ area }, i) => [area, ...[...part.quantities.values()].map((c) => c.at(i))]);
const expected = [
  ["清河社区", { value: 1120 }, { value: 3120 }],
  ["北苑社区", { value: 800 }, { value: 2210 }],
];

describe("columns apart by blanks", () => {
  test("as pasted from a terminal, with a title, a total and a note", async () => {
    const text = readFileSync(
      new URL("../../../fixtures/shapes/columns-apart-by-blanks.txt", import.meta.url),
      "utf8",
    );
    const found = await read(text);
    expect(found.plan.madeFrom).toEqual({ is: "aligned" });
    expect(rowsOf(found)).toEqual(expected);
    expect(found.part.excluded.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "total-row"],
      [6, "note"],
    ]);
  });

  test.each([
    [
      "full-width blanks",
      "社区　　户数　　常住人口\n清河社区　1,120　3,120\n北苑社区　800　2,210\n",
    ],
    ["single blanks", "社区 户数 常住人口\n清河社区 1120 3120\n北苑社区 800 2210\n"],
    [
      "rules between",
      "社区      户数  常住人口\n────────────────────────\n清河社区  1120  3120\n北苑社区   800  2210\n",
    ],
    [
      "blanks at both ends",
      "  社区      户数  常住人口  \r\n  清河社区  1120  3120  \r\n  北苑社区  800  2210\r\n",
    ],
  ])("%s", async (_, text) => {
    expect(rowsOf(await read(text))).toEqual(expected);
  });

  test("a place is that of the cell in its line", async () => {
    const { source, part } = await read(
      "社区      户数  常住人口\n清河社区  11x0  3120\n北苑社区   800  -210\n",
    );
    const places = part.findings.map(({ code, place }) => [
      code,
      source.origin?.locate?.(place.line as number, place.field),
    ]);
    expect(places).toEqual([
      ["CDJ301", { line: 2, field: 2, column: 7 }],
      ["CDJ302", { line: 3, field: 3, column: 13 }],
    ]);
  });

  test("one uneven line among even ones is refused by its number", async () => {
    const text =
      "社区      户数  常住人口  党员数\n清河社区  1120  3120      50\n北苑社区        2210      40\n南湾社区   900  2500      40\n";
    expect(readAligned(text)).toEqual({ line: 3, fields: 3, expected: 4 });
    await expect(asTable(memorySource("table.txt", Buffer.from(text)))).rejects.toMatchObject({
      problem: "uneven-columns",
    });
  });

  test.each([
    ["a delimited table", "社区, 户数, 常住人口\n清河社区, 1120, 3120\n"],
    ["tabs", "社区\t户数  (户)\n清河社区\t1120\n"],
    ["prose", "本镇共有社区 13 个\n常住人口 13 万\n党员 900 人\n"],
    ["a list of one column", "社区\n清河社区\n北苑社区\n"],
  ])("%s is none", async (_, text) => {
    expect(asAligned(await whole(memorySource("table.txt", Buffer.from(text))))).toBeUndefined();
  });

  test("no text makes it fail, and what it cuts is what stands there", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."社区户数 　 12\n-"), maxLength: 60 }),
        (text) => {
          const found = readAligned(`社区  户数\n${text}`);
          if (!found || !("lines" in found)) return;
          const lines = `社区  户数\n${text}`.split("\n");
          found.lines.forEach((fields, at) => {
            for (const { text: cell, start } of fields)
              expect(lines[at]?.startsWith(cell, start)).toBe(true);
          });
        },
      ),
    );
  });
});
