import { describe, expect, test } from "vitest";
import {
  checkRegistries,
  codesByName,
  codesDefined,
  indicatorRegistry,
} from "../../scripts/scaffold.ts";

describe("registries", () => {
  const indicatorsIndex =
    'import { a } from "./age.ts";\nimport {\n  b,\n  c,\n} from "./bodies.ts";\n\nexport const indicators = [\n  a,\n  b,\n  c,\n] as const satisfies readonly Indicator[];\n';

  test("the import stands in the order of paths, the indicator at the end of the list", () => {
    const { text } = indicatorRegistry("area_total", indicatorsIndex);
    expect(text).toContain(
      'import { a } from "./age.ts";\nimport { areaTotal } from "./area-total.ts";\nimport {\n  b,',
    );
    expect(text).toContain("  c,\n  areaTotal,\n] as const");
  });

  const codes =
    'export const codes = {\n  undecodable: "CDJ101",\n  negative: "CDJ302",\n} as const;\n';
  const registry =
    'import { negative } from "./negative.ts";\nimport { undecodable } from "./undecodable.ts";\n\nexport const checks = [\n  undecodable,\n  negative,\n] as const satisfies readonly Check[];\n';
  const known = new Map([
    ["undecodable", "CDJ101"],
    ["negative", "CDJ302"],
  ]);

  test("a check stands where its code puts it, in both lists when it is raised while reading", () => {
    const [newCodes, newRegistry] = checkRegistries("CDJ201", "no-header", codes, registry, known);
    expect(newCodes?.text).toContain('"CDJ101",\n  noHeader: "CDJ201",\n  negative: "CDJ302"');
    expect(newRegistry?.text).toContain("  undecodable,\n  noHeader,\n  negative,\n");
    expect(newRegistry?.text).toContain(
      'import { noHeader } from "./no-header.ts";\nimport { undecodable }',
    );
  });

  test("a check on totals stands in the registry alone, behind all lower codes", () => {
    const written = checkRegistries("CDJ401", "no-sum", codes, registry, known);
    expect(written.map(({ path }) => path)).toEqual(["src/checks/index.ts"]);
    expect(written[0]?.text).toContain("  negative,\n  noSum,\n] as const");
  });

  test("the codes of a file's checks are read, by name or as written", () => {
    const byName = codesByName(codes);
    expect(
      codesDefined("export const negative = defineCheck({\n  code: codes.negative,\n", byName),
    ).toEqual([["negative", "CDJ302"]]);
    expect(codesDefined('export const noSum = defineCheck({\n  code: "CDJ401",\n', byName)).toEqual(
      [["noSum", "CDJ401"]],
    );
  });
});
