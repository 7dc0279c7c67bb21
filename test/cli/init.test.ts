import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../src/survey/language.ts";
import { atPath } from "./at-path.ts";
import { cdj } from "./run.ts";

let root = "";
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "cdj-init-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = (): string => mkdtempSync(join(root, "x-"));

const names = { en: "survey", "zh-CN": "调查表", "zh-TW": "調查表" } as const;

describe.concurrent.each(languages)("cdj init in %s", (language) => {
  it("writes a config and a table whose heads it understands", async () => {
    const cwd = folder();
    expect(await cdj(["init", "--lang", language, "--quiet"], { cwd })).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
    expect(readdirSync(cwd).sort()).toEqual(["cdj.config.json", `${names[language]}.csv`]);
    expect(JSON.parse(readFileSync(join(cwd, "cdj.config.json"), "utf8"))).toMatchObject({
      language,
    });
    const csv = readFileSync(join(cwd, `${names[language]}.csv`), "utf8");
    expect(csv.startsWith("\uFEFF")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    const filled = `${csv}${csv
      .replace(/^\uFEFF/u, "")
      .trimEnd()
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
      .map((_, i) => (i === 0 ? "东街道" : i === 1 ? "社区01" : i === 2 ? "2024" : ""))
      .join(",")}\r\n`;
    writeFileSync(join(cwd, "filled.csv"), filled);
    const run = await cdj(["inspect", "filled.csv", "--format", "json", "--quiet"], { cwd });
    expect(run.stderr).toBe("");
    expect(run.stdout).not.toContain('"unused"');
  });

  it("writes a form that is read back without a mapping", async () => {
    const cwd = folder();
    const file = join(cwd, `${names[language]}.xlsx`);
    await cdj(["init", "--form", "--lang", language, "--quiet"], { cwd });
    const parts = unzipSync(readFileSync(file));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] as Uint8Array);
    const heads = [...sheet.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) => text ?? "");
    const at = (variable: RegExp): number => heads.findIndex((head) => variable.test(head));
    const cells = new Map<number, string | number>([
      [0, "东街道"],
      [1, "社区01"],
      [2, 2024],
      [at(/^(?:Usual residents|常住人口)/), 16000],
      [at(/^(?:Community workers|工作人员数|工作人員數)/), 3],
      [at(/^(?:Office floor space|办公用房面积|辦公用房面積)/), 40.5],
      [
        at(/^(?:Tenure|产权性质|產權性質)/),
        { en: "rented", "zh-CN": "租用", "zh-TW": "租用" }[language],
      ],
      [at(/^(?:Secretary is|一肩挑)/), language === "en" ? "yes" : "是"],
    ]);
    const letters = (i: number): string => (i < 26 ? "" : "A") + String.fromCharCode(65 + (i % 26));
    const row = [...cells]
      .sort(([a], [b]) => a - b)
      .map(([i, value]) =>
        typeof value === "number"
          ? `<c r="${letters(i)}2"><v>${value}</v></c>`
          : `<c r="${letters(i)}2" t="inlineStr"><is><t>${value}</t></is></c>`,
      );
    parts["xl/worksheets/sheet1.xml"] = strToU8(
      sheet.replace("</sheetData>", `<row r="2">${row.join("")}</row></sheetData>`),
    );
    writeFileSync(file, zipSync(parts));
    const run = await cdj(["analyze", file, "--format", "json", "--quiet"], { cwd });
    const printed = JSON.parse(run.stdout);
    // 3 ÷ 16,000 × 1000
    expect(atPath(printed, "indicators[id=workers_per_1000].value")).toBe(0.1875);
    expect(atPath(printed, "indicators[id=office_area_per_community].value")).toBe(40.5);
    expect(atPath(printed, "indicators[id=rented_share].value")).toBe(100);
    expect(atPath(printed, "indicators[id=dual_post_share].value")).toBe(100);
    expect(atPath(printed, "areas[0].parents")).toEqual(["东街道"]);
    expect(atPath(printed, "areas[0].period")).toBe("2024");
    // What the form asks for and nobody filled in is told, and nothing else.
    const codes = printed.findings.map(({ code }: { code: string }) => code);
    expect([...new Set(codes)]).toEqual(["CDJ541"]);
  });
});

describe.concurrent("cdj init", () => {
  it("writes the same form every time, with checks that another reader finds", async () => {
    const [one, two] = [folder(), folder()];
    await cdj(["init", "--form", "--lang", "zh-CN", "--quiet"], { cwd: one });
    await cdj(["init", "--form", "--lang", "zh-CN", "--quiet"], { cwd: two });
    const bytes = readFileSync(join(one, "调查表.xlsx"));
    expect(readFileSync(join(two, "调查表.xlsx")).equals(bytes)).toBe(true);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const validations = sheet?.dataValidations ?? [];
    expect(
      validations.find(({ type, range }) => type === "list" && range.startsWith("Y2")),
    ).toMatchObject({
      range: "Y2:Y501",
      values: ["自有", "租用", "借用", "共建", "无"],
    });
    expect(validations.find(({ range }) => range.startsWith("D2"))).toMatchObject({
      type: "whole",
      operator: "greaterThanOrEqual",
      formula1: "0",
      inputTitle: "户数(户)",
    });
    expect(validations.find(({ range }) => range.startsWith("C2"))).toMatchObject({
      type: "whole",
      operator: "between",
      formula1: "1949",
      formula2: "2100",
    });
  });

  it("never replaces a file, except when told to", async () => {
    const cwd = folder();
    await cdj(["init", "--lang", "en", "--quiet"], { cwd });
    writeFileSync(join(cwd, "survey.csv"), "mine");
    const refused = await cdj(["init", "--lang", "en"], { cwd });
    expect(refused).toMatchObject({
      code: 2,
      stderr: "cdj: cdj.config.json is already there: --force replaces it\n",
    });
    expect(readFileSync(join(cwd, "survey.csv"), "utf8")).toBe("mine");
    expect((await cdj(["init", "--lang", "en", "--force", "--quiet"], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, "survey.csv"), "utf8")).toContain("Community");
    // A form comes beside a config that is there.
    expect((await cdj(["init", "--form", "--lang", "en", "--quiet"], { cwd })).code).toBe(0);
    expect(readdirSync(cwd)).toContain("survey.xlsx");
  });

  it("asks only what the indicators named need", async () => {
    const cwd = folder();
    await cdj(
      [
        "init",
        "--indicator",
        "workers_per_1000,members_60_plus_share",
        "--norm",
        "js-cz-2007-workers",
        "--lang",
        "zh-CN",
        "--quiet",
      ],
      { cwd },
    );
    expect(readFileSync(join(cwd, "调查表.csv"), "utf8")).toBe(
      "\uFEFF街道,社区名称,年份,常住人口(人),党员数(人),60岁及以上党员(人),工作人员数(人)\r\n",
    );
    expect(JSON.parse(readFileSync(join(cwd, "cdj.config.json"), "utf8"))).toMatchObject({
      norms: ["js-cz-2007-workers"],
      onlyIndicators: ["workers_per_1000", "members_60_plus_share"],
    });
    const unknown = await cdj(["init", "--indicator", "workers_per_thousand"], { cwd });
    expect(unknown.code).toBe(2);
  });

  it("--schema: editors learn what a config may say", async () => {
    const cwd = folder();
    await cdj(["init", "--schema", "--lang", "en", "--quiet"], { cwd });
    const config = JSON.parse(readFileSync(join(cwd, "cdj.config.json"), "utf8"));
    expect(config.$schema).toBe("./cdj.config.schema.json");
    const valid = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(join(cwd, "cdj.config.schema.json"), "utf8")),
    );
    expect(valid(config)).toBe(true);
    expect(
      valid({
        indicators: {
          staff: { formula: "workers / residents" },
          workers_needed: { clamp: [5, 7] },
        },
      }),
    ).toBe(true);
    expect(valid({ norm: [] })).toBe(false);
    expect(valid({ indicators: { staff: { formula: "workers / residents", tilte: "x" } } })).toBe(
      false,
    );
  });
});
