import { expect, test } from "vitest";
import { byteEngine } from "../../../src/engines/bytes/byte-engine.ts";
import { streamEngine } from "../../../src/engines/tally/stream-engine.ts";
import { decide } from "../../../src/intake/decide.ts";
import { memorySource } from "../../../src/intake/files/source.ts";

/** More rows than the sample holds; those of the whole stand in the last areas only. */
const AREAS = 16_000;
const FIRST_WITH_WHOLE = AREAS - 5;

function table(header: string, [own, other, whole]: readonly [string, string, string]): string {
  const lines = [header];
  for (let i = 0; i < AREAS; i++) {
    lines.push(`第${i}社区,${own},7,20`, `第${i}社区,${other},3,11`);
    if (i >= FIRST_WITH_WHOLE) lines.push(`第${i}社区,${whole},10,31`);
  }
  return `${lines.join("\n")}\n`;
}

test.each([
  ["社区名称,户口性质,户数,常住人口", ["本地", "外来", "合计"]],
  ["社區名稱,戶籍別,戶數,常住人口", ["本縣", "外縣", "總計"]],
  ["Community,Tenure,Households,Residents", ["own", "rent", "All"]],
  ["Community,Tenure,Households,Residents", ['"own"', '"rent"', '"Total"']],
] as const)(
  "%s: rows of the whole that begin behind the sample are not added to their parts",
  async (header, words) => {
    const source = memorySource("a.csv", Buffer.from(table(header, words)));
    const { plan } = await decide(source, { addParts: true });
    for (const engine of [byteEngine, streamEngine]) {
      const part = await engine.scan(source, { plan, findingsPerCode: 10 });
      expect(part.groups).toHaveLength(AREAS);
      const totals = ["households", "residents"].map((id) =>
        part.groups.reduce((sum, _, i) => sum + (part.quantities.get(id)?.plain(i) ?? 0), 0),
      );
      // 7 + 3 and 20 + 11 in each area
      expect(totals).toEqual([10 * AREAS, 31 * AREAS]);
      expect(part.excluded.filter(({ reason }) => reason === "nested-total")).toHaveLength(5);
    }
  },
);
