import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identifier, openDatabase, quoted } from "../../intake/files/parquet.ts";

/** Rows of one INSERT. */
const BATCH = 500;

/**
 * Rows under a head, as the bytes of a Parquet file: a column of figures as DOUBLE, any other as text (≈16000, [130000..140000)), blank
 * cells as null. Throws a CdjError, for the file at hand, where the package that writes Parquet is not installed.
 */
export async function parquetBytes(
  [columns = [], ...rows]: readonly (readonly (string | number)[])[],
  name: string,
): Promise<Uint8Array> {
  const database = await openDatabase(name);
  const numeric = columns.map((_, i) =>
    rows.every((row) => row[i] === undefined || row[i] === "" || typeof row[i] === "number"),
  );
  const declared = columns.map(
    (column, i) => `${identifier(String(column))} ${numeric[i] ? "DOUBLE" : "VARCHAR"}`,
  );
  await database.rows(`CREATE TABLE tidy (${declared.join(", ")})`);
  const literal = (cell: string | number | undefined): string =>
    cell === undefined || cell === ""
      ? "NULL"
      : typeof cell === "number"
        ? `${cell}::DOUBLE`
        : quoted(cell, "'");
  for (let at = 0; at < rows.length; at += BATCH) {
    const values = rows
      .slice(at, at + BATCH)
      .map((row) => `(${columns.map((_, i) => literal(row[i])).join(", ")})`);
    await database.rows(`INSERT INTO tidy VALUES ${values.join(", ")}`);
  }
  const folder = mkdtempSync(join(tmpdir(), "cdj-"));
  try {
    const path = join(folder, "tidy.parquet");
    await database.rows(`COPY tidy TO ${quoted(path, "'")} (FORMAT parquet)`);
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
