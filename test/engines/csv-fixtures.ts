import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "../../src/engines/engine.ts";

const fixtures = new URL("../../fixtures/", import.meta.url).pathname;

/** Delimited tables among the fixtures: their names, and where they stand. */
export const csvFixtures: readonly { readonly name: string; readonly path: string }[] = csvFiles(
  fixtures,
).map((path) => ({
  name: path.slice(fixtures.length),
  path,
}));

function csvFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return csvFiles(path);
    return /\.(csv|tsv)$/.test(name) ? [path] : [];
  });
}

/** A part with its totals as plain figures. */
export const plain = ({ quantities, ...part }: Part) => ({
  ...part,
  totals: Object.fromEntries(
    [...quantities].map(([id, column]) => [
      id,
      part.groups.map((_, i) => [column.at(i), column.count(i), column.rows(i)]),
    ]),
  ),
});
