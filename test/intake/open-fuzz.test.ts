import fc from "fast-check";
import { gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { openTables } from "../../src/intake/files/open.ts";
import { memorySource } from "../../src/intake/files/source.ts";
import { readForm } from "../../src/intake/shapes/form.ts";
import { asForm } from "../../src/intake/shapes/form-source.ts";
import type { WholeTable } from "../../src/intake/shapes/rewritten.ts";
import { wholeTableOf } from "../../src/intake/shapes/table-taken-out.ts";
import { CdjError } from "../../src/survey/error.ts";
import { workbookFixtures } from "../fixtures/workbook-fixtures.ts";
import { makeWorkbook, workbookParts, zipped } from "../fixtures/workbook-parts.ts";

/** A table small enough to be told whole. */
const whole = async (...from: Parameters<typeof wholeTableOf>): Promise<WholeTable> =>
  (await wholeTableOf(...from)) as WholeTable;

/** Opens and reads everything; the only error that may come out is one that names the file. */
async function survives(bytes: Uint8Array): Promise<void> {
  try {
    for (const source of await openTables(memorySource("表", bytes))) {
      let length = 0;
      for await (const block of source.blocks()) length += block.length;
      expect(length).toBeLessThan(100 << 20);
      asForm(await whole(source));
    }
  } catch (error) {
    expect(error).toBeInstanceOf(CdjError);
    expect((error as CdjError).args.file).toBe("表");
  }
}

const originals = Object.values(workbookFixtures);
const byte = fc.integer({ min: 0, max: 255 });
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  to: fc.array(byte, { minLength: 1, maxLength: 4 }),
});

function changed(
  bytes: Uint8Array,
  changes: readonly { at: number; to: readonly number[] }[],
): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const { at, to } of changes)
    copy.set(to.slice(0, copy.length - Math.floor(at * copy.length)), Math.floor(at * copy.length));
  return copy;
}

describe("whatever the bytes, a file is read or refused by name", () => {
  it("with bytes changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        (bytes, changes) => survives(changed(bytes, changes)),
      ),
      { numRuns: 400 },
    );
  });

  it("cut off anywhere", async () => {
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), cut, (bytes, at) =>
        survives(bytes.subarray(0, Math.floor(at * bytes.length))),
      ),
      { numRuns: 200 },
    );
  });

  it("with the XML of a sheet changed, which packing would hide", async () => {
    const parts = workbookParts([
      {
        name: "S",
        rows: [
          ["社区", "户数"],
          ["甲", { value: 1, format: "0%" }],
          ["乙", { value: "x", formula: "A1" }],
        ],
        merges: ["A2:A3"],
      },
    ]);
    const names = Object.keys(parts).filter((name) => name.startsWith("xl/"));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (name, changes) =>
          survives(
            zipped({ ...parts, [name]: changed(Buffer.from(parts[name] as string), changes) }),
          ),
      ),
      { numRuns: 300 },
    );
  });

  it("behind a mark of each kind", async () => {
    const marks = [
      [0x50, 0x4b, 3, 4],
      [0x1f, 0x8b, 8],
      [0xd0, 0xcf, 0x11, 0xe0],
      [...Buffer.from("<html><table>")],
      [...Buffer.from("MIME-Version:")],
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 400 }), (mark, rest) =>
        survives(Uint8Array.from([...mark, ...rest])),
      ),
      { numRuns: 300 },
    );
  });

  it("packed twice", async () => {
    await survives(gzipSync(gzipSync(makeWorkbook([{ name: "S", rows: [["a"]] }]))));
    await survives(zipped({ "a.csv": gzipSync(Buffer.from("x")) }));
  });
});

it("any cells are a form or none, and every line of a form is named", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      "户数",
      "常住人口",
      "党员数",
      "60岁以上",
      "社区名称",
      "5483",
      "84",
      "3万元",
      "人",
      "填表人：张三",
      "其中：女",
      "城东社区",
      "：",
      "社区名称：城东社区",
    ),
    fc.string({ unit: "binary", maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }), (table) => {
      const form = readForm(table.map((fields, i) => ({ line: i + 1, fields })));
      if (!form) return;
      const told = new Set([
        ...form.titles.map((t) => t.line),
        ...form.leftOut,
        ...form.pairs.flatMap((pair) => [pair.at.line, pair.labelAt.line]),
      ]);
      table.forEach((fields, i) => {
        if (fields.some((text) => text.trim() !== "")) expect(told).toContain(i + 1);
      });
    }),
    { numRuns: 3000 },
  );
});
