import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderFindingsGithub } from "../../../src/render/findings/github.ts";
import { renderFindingsGitlab } from "../../../src/render/findings/gitlab.ts";
import { renderFindingsJson } from "../../../src/render/findings/json.ts";
import { renderFindingsJsonLines } from "../../../src/render/findings/jsonl.ts";
import { renderFindingsJunit } from "../../../src/render/findings/junit.ts";
import { renderFindingsSarif } from "../../../src/render/findings/sarif.ts";
import { renderFindingsText } from "../../../src/render/findings/text.ts";
import { judged, judgementOf } from "./judgements.ts";

const faulty = [
  "fixtures/faulty/funds-ten-thousandfold.csv",
  "fixtures/faulty/hostile-cells.csv",
  "fixtures/faulty/persons.csv",
  "fixtures/county-town.csv",
];
const clean = ["fixtures/town-2007.csv"];
const plain = { width: 100, color: false };

/** The schema as Microsoft publishes it with its matchers; draft 4, of which it uses nothing that draft 7 reads otherwise. */
const require = createRequire(import.meta.url);
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
);
const validSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  schema,
);

describe("sarif", () => {
  test.each([
    ["faulty", faulty],
    ["clean", clean],
  ] as const)("of %s tables is valid against the published schema", async (_name, files) => {
    for (const language of ["en", "zh-CN", "zh-TW"] as const) {
      validSarif(JSON.parse(renderFindingsSarif(await judged(files, language))));
      expect(validSarif.errors).toBeNull();
    }
  });

  test("has rules with help, relative percent-encoded URIs, UTF-16 columns and fingerprints", async () => {
    const { runs } = JSON.parse(renderFindingsSarif(await judged(faulty)));
    const [run] = runs;
    expect(run.columnKind).toBe("utf16CodeUnits");
    for (const rule of run.tool.driver.rules) expect(rule.help.text.length).toBeGreaterThan(20);
    const slip = run.results.find((result: { ruleId: string }) => result.ruleId === "CDJ409");
    expect(run.tool.driver.rules[slip.ruleIndex].id).toBe("CDJ409");
    // 东街道,社区01,2007,5483,16000,5612,84,13,16,20,35,3,是,620,自有, stand before the cell; 30000万元 has seven units.
    const column = "东街道,社区01,2007,5483,16000,5612,84,13,16,20,35,3,是,620,自有,".length + 1;
    expect(slip.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "fixtures/faulty/funds-ten-thousandfold.csv" },
      region: { startLine: 2, startColumn: column, endColumn: column + 7 },
    });
    expect(slip.partialFingerprints["cdjFinding/v2"]).toMatch(/^[0-9a-f]{32}$/);
    const text = renderFindingsSarif({
      ...judgementOf([{ code: "CDJ301", severity: "error" }]),
      paths: { "a.csv": "调查 表/50%.csv" },
    });
    expect(text).toContain("%E8%B0%83%E6%9F%A5%20%E8%A1%A8/50%25.csv");
  });

  test("has at most 25,000 results, the gravest", () => {
    const many = Array.from({ length: 25_010 }, (_, i) => ({
      code: "CDJ301",
      severity: i % 2 === 0 ? ("warning" as const) : ("error" as const),
    }));
    const { results } = JSON.parse(renderFindingsSarif(judgementOf(many))).runs[0];
    expect(results).toHaveLength(25_000);
    expect(results.filter((result: { level: string }) => result.level === "error")).toHaveLength(
      12_505,
    );
  });
});

/** Elements of XML with their attributes; throws where tags do not match or a character is not allowed in XML 1.0. */
function elementsOf(
  xml: string,
): { name: string; attributes: Record<string, string>; text: string }[] {
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u);
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: typeof found = [];
  const body = xml.replace(/^<\?xml[^>]*\?>\s*/, "");
  for (const token of body.match(/<[^>]*>|[^<]+/g) ?? []) {
    if (!token.startsWith("<")) {
      expect(token.replace(/&(?:amp|lt|gt|quot);/g, "")).not.toMatch(/[&<>]/);
      const last = open.at(-1);
      if (last) last.text += token;
    } else if (token.startsWith("</")) {
      expect(open.pop()?.name).toBe(token.slice(2, -1));
    } else {
      const [, name = "", rest = ""] =
        /^<([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*\/?>$/.exec(token) ?? [];
      expect(name, token).not.toBe("");
      const element = {
        name,
        attributes: Object.fromEntries(
          [...rest.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
        ),
        text: "",
      };
      found.push(element);
      if (!token.endsWith("/>")) open.push(element);
    }
  }
  expect(open).toEqual([]);
  return found;
}

describe("junit", () => {
  test.each([
    ["faulty", faulty],
    ["clean", clean],
  ] as const)("of %s tables: the counts agree, every suite has a case", async (_name, files) => {
    const elements = elementsOf(renderFindingsJunit(await judged(files, "zh-CN")));
    const named = (name: string) => elements.filter((element) => element.name === name);
    const [root] = named("testsuites");
    expect(root?.attributes).toMatchObject({
      tests: String(named("testcase").length),
      failures: String(named("failure").length),
    });
    const sum = (key: string) =>
      named("testsuite").reduce((total, { attributes }) => total + Number(attributes[key]), 0);
    expect([sum("tests"), sum("failures")]).toEqual([
      named("testcase").length,
      named("failure").length,
    ]);
    expect(named("testsuite")).toHaveLength(files.length);
  });

  test("a clean run has one case, and it passes", async () => {
    const elements = elementsOf(renderFindingsJunit(await judged(clean)));
    expect(elements.map(({ name }) => name)).toEqual(["testsuites", "testsuite", "testcase"]);
  });

  test("what does not fail the run passes, with its text", async () => {
    const lenient = elementsOf(renderFindingsJunit(await judged(["fixtures/county-town.csv"])));
    expect(lenient.map(({ name }) => name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "system-out",
    ]);
    const strict = elementsOf(
      renderFindingsJunit(await judged(["fixtures/county-town.csv"], "en", "warning")),
    );
    expect(strict.map(({ name }) => name)).toEqual([
      "testsuites",
      "testsuite",
      "testcase",
      "failure",
    ]);
  });

  test("whatever a message holds, it is well-formed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (message) => {
        elementsOf(
          renderFindingsJunit(
            judgementOf([
              { code: "CDJ301", severity: "error", message, place: { file: message || "a.csv" } },
            ]),
          ),
        );
      }),
    );
  });
});

describe("github", () => {
  const commands = (text: string): string[] => text.split("\n").filter((line) => line !== "");

  test("escapes what would end or add a property", () => {
    const text = renderFindingsGithub({
      ...judgementOf([
        { code: "CDJ301", severity: "error", message: "50%\r\n::error::x", fix: "a,b:c" },
      ]),
      paths: { "a.csv": "a:b,c%.csv" },
    });
    expect(commands(text)).toEqual([
      "::error file=a%3Ab%2Cc%25.csv,line=1,title=CDJ301::50%25␤::error::x%0Aa,b:c",
    ]);
  });

  test("ten of a type, the gravest first, one of each code before a second, and a notice that counts the rest", () => {
    const errors = Array.from({ length: 14 }, (_, i) => ({
      code: i === 13 ? "CDJ204" : "CDJ301",
      severity: "error" as const,
    }));
    const notes = Array.from({ length: 12 }, () => ({ code: "CDJ201", severity: "note" as const }));
    const lines = commands(renderFindingsGithub(judgementOf([...notes, ...errors])));
    expect(lines.filter((line) => line.startsWith("::error"))).toHaveLength(10);
    expect(lines[0]).toContain("title=CDJ301");
    expect(lines[1]).toContain("title=CDJ204");
    expect(lines.filter((line) => line.startsWith("::notice"))).toHaveLength(10);
    // 13 + 1 errors less 10, and 12 notes less 9.
    expect(lines.at(-1)).toBe(
      "::notice title=cdj::7 more findings not shown as annotations: CDJ201 ×3, CDJ301 ×4",
    );
  });

  test("no cell starts a command of its own", async () => {
    for (const line of commands(renderFindingsGithub(await judged(faulty))))
      expect(line).toMatch(/^::(?:error|warning|notice) (?:file=fixtures\/|title=cdj)/);
  });

  test("is empty where nothing was found", async () => {
    expect(renderFindingsGithub(await judged(clean))).toBe("");
  });
});

test("gitlab: unique fingerprints, the code in the description, relative paths", async () => {
  const issues = JSON.parse(renderFindingsGitlab(await judged(faulty))) as {
    fingerprint: string;
    description: string;
    check_name: string;
    location: { path: string; lines: { begin: number } };
  }[];
  expect(issues.length).toBeGreaterThan(5);
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  for (const issue of issues) {
    expect(issue.description.startsWith(`${issue.check_name}: `)).toBe(true);
    expect(issue.location.path).toMatch(/^fixtures\//);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
  }
});

test("json: tool, sources, findings and counts; jsonl: the same findings, one a line", async () => {
  const judgement = await judged(faulty);
  const json = JSON.parse(renderFindingsJson(judgement));
  expect(Object.keys(json)).toEqual(["tool", "sources", "findings", "counts"]);
  // Thirteen communities wrote 万元 for 元: one slip, with twelve other places.
  expect(json.counts.codes.CDJ409).toBe(1);
  const [slip] = json.findings.filter(({ code }: { code: string }) => code === "CDJ409");
  expect(slip.related).toHaveLength(12);
  expect(json.counts.error + json.counts.warning + json.counts.note).toBe(json.findings.length);
  const lines = renderFindingsJsonLines(judgement).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual(json.findings);
});

describe("text", () => {
  test("the row, a caret under the cell, and the remedy", async () => {
    const text = renderFindingsText(await judged(["fixtures/county-town.csv"]), plain);
    // 甲社区,2412, is three wide characters and six narrow ones: the caret stands after 12 columns, five wide.
    expect(text).toContain("fixtures/county-town.csv:2:10  warning  CDJ406  “甲社区”");
    expect(text).toContain("    2 │ 甲社区,2412,11183,1483,自有\n");
    expect(text).toContain(`      │ ${" ".repeat(12)}^^^^^\n`);
    expect(text.trimEnd().split("\n").at(-1)).toBe("1 warning in 1 file · cdj explain CDJ406");
  });

  test("a wide cell has a caret as wide", async () => {
    const text = renderFindingsText(await judged(["fixtures/faults/text-in-number.csv"]), plain);
    // 约莫一万四: five wide characters.
    expect(text).toContain("^".repeat(10));
    expect(text).not.toContain("^".repeat(11));
  });

  test("a long row is cut around the cell, and fits the width", async () => {
    for (const width of [40, 60, 80]) {
      const text = renderFindingsText(
        await judged(["fixtures/faulty/funds-ten-thousandfold.csv"]),
        { width, color: false },
      );
      const row = text.split("\n").find((line) => line.startsWith("    2 │")) ?? "";
      expect(row).toContain("30000万元");
      expect(row).toContain("…");
      expect([...row].length).toBeLessThanOrEqual(width);
    }
  });

  test("says one line of clean tables", async () => {
    expect(renderFindingsText(await judged(clean), plain)).toBe("No findings in 1 file\n");
    expect(renderFindingsText(await judged(clean, "zh-CN"), plain)).toBe("1个文件，未发现问题\n");
    expect(renderFindingsText(await judged(clean, "zh-TW"), plain)).toBe("1個檔案，未發現問題\n");
  });

  test("what identifies persons, and text that is not understood, is redacted", async () => {
    for (const render of [
      renderFindingsText,
      renderFindingsJson,
      renderFindingsSarif,
      renderFindingsJunit,
      renderFindingsGithub,
      renderFindingsGitlab,
    ]) {
      const text = render(
        await judged(["fixtures/faulty/persons.csv", "fixtures/faulty/hostile-cells.csv"]),
        plain,
      );
      expect(text).not.toMatch(
        /张三|李四|13812345678|13987654321|11010519491231002X|440524188001010014|城关镇1号|cmd\|calc|<script>/,
      );
    }
    expect(
      renderFindingsText(await judged(["fixtures/faulty/hostile-cells.csv"]), plain),
    ).toContain("‹redacted›");
  });

  test("no line acts on the terminal or on a CI system", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "::error::x",
          "\u001b[31m",
          "##[error]x",
          "##vso[task]",
          "\n::set-output name=a::b",
          "\u202e",
        ),
        fc.string(),
        (hostile, rest) => {
          const excerpt = {
            line: 1,
            cells: [hostile + rest, `${rest}${hostile}`],
            delimiter: ",",
            at: 1,
          };
          const text = renderFindingsText(
            judgementOf([
              {
                code: "CDJ301",
                severity: "error",
                message: hostile + rest,
                fix: rest + hostile,
                excerpt,
                place: { file: hostile + rest, line: 1 },
              },
            ]),
            plain,
          );
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
          expect(text).not.toMatch(/##(?:vso)?\[/i);
          for (const line of text.split("\n"))
            expect(line.trimStart().startsWith("::")).toBe(false);
        },
      ),
    );
  });
});
