import { beforeAll, describe, expect, it } from "vitest";
import { analyze, type Report, withoutSources } from "./report.ts";

const norms = ["--norm", "js-jintan-2007-office,js-cz-2007-workers"];
const files = ["households", "members-by-age", "office-space", "funding"].map(
  (name) => `fixtures/town-four-files/${name}.csv`,
);

describe("the same town gives the same figures", () => {
  let town: Report;
  beforeAll(async () => {
    town = await analyze("fixtures/town-2007.csv", ...norms);
    expect(town.areas).toHaveLength(13);
  });

  it("over four files", async () => {
    const joined = await analyze(...files, ...norms);
    expect(joined.sources).toHaveLength(4);
    expect(withoutSources(joined)).toEqual(withoutSources(town));
  });

  it("over four files, with groups", async () => {
    const [joined, whole] = [
      await analyze(...files, "--by", "street"),
      await analyze("fixtures/town-2007.csv", "--by", "street"),
    ];
    expect(whole.groups).toHaveLength(2);
    expect(withoutSources(joined)).toEqual(withoutSources(whole));
  });

  it.each([
    ["town-2007-utf8-bom.csv", "utf-8"],
    ["town-2007-gb18030.csv", "gb18030"],
  ])("in %s", async (file, encoding) => {
    const other = await analyze(`fixtures/${file}`, ...norms);
    expect(other.sources[0]?.encoding).toBe(encoding);
    expect(withoutSources(other)).toEqual(withoutSources(town));
  });

  it("byte for byte, run after run", async () => {
    expect(JSON.stringify(await analyze("fixtures/town-2007.csv", ...norms))).toBe(
      JSON.stringify(town),
    );
  });
});
