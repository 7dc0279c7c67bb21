import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";
import { CdjError } from "../../src/survey/error.ts";
import { fixtureTables, fuzz } from "./fuzz.ts";

const tables = fixtureTables(fileURLToPath(new URL("../../fixtures/", import.meta.url)));

// npm run fuzz does the same 100,000 times, and holds each to a second; here a hang ends with the time a test may take.
test("changed tables are read without losing a row, or refused with a sentence", async () => {
  const { failures, read, refused } = await fuzz(tables, 800, 20_260_715, Number.POSITIVE_INFINITY);
  expect(failures).toEqual([]);
  expect(read).toBeGreaterThan(refused);
});

test("every prefix of a table is decided on, or refused with a sentence", async () => {
  for (const [at, bytes] of tables.filter(({ length }) => length < 400).entries()) {
    // Every table at some lengths, and so every length of a table at some of them.
    for (let length = at % 13; length <= bytes.length; length += 13) {
      const error = await decide(memorySource("table.csv", bytes.subarray(0, length))).then(
        () => undefined,
        (e: unknown) => e,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(CdjError);
    }
  }
});
