import { expect, test, vi } from "vitest";
import { openDatabase } from "../../src/intake/files/parquet.ts";

vi.mock("@duckdb/node-api", () => {
  throw new Error("Cannot find package");
});

test("without the package a Parquet file is refused with the way out", async () => {
  await expect(openDatabase("a.parquet")).rejects.toMatchObject({
    problem: "no-duckdb",
    args: { file: "a.parquet" },
  });
});
