import fc from "fast-check";
import { expect, test } from "vitest";
import { applyForest } from "../../src/areas/forest/apply-forest.ts";
import { join, type ReadFile } from "../../src/areas/join.ts";
import { severityOf } from "../../src/checks/index.ts";
import { normalName } from "../../src/codebook/area-names.ts";
import { streamEngine } from "../../src/engines/tally/stream-engine.ts";
import { decide } from "../../src/intake/decide.ts";
import { memorySource } from "../../src/intake/files/source.ts";

async function read(file: string, text: string): Promise<ReadFile> {
  const source = memorySource(file, Buffer.from(text));
  const { plan } = await decide(source);
  const part = await streamEngine.scan(source, { plan, findingsPerCode: 10 });
  return { file, part: applyForest(part, plan) };
}

/** Names of areas, many of them near to each other, without their kind. */
const stems = [
  "东一",
  "东二",
  "城北",
  "城南",
  "花园1",
  "花园2",
  "花园12",
  "光华",
  "龙桥",
  "龙门",
  "滨河花园",
  "滨江花园",
  "台东",
  "红星",
] as const;
const kinds = ["社区", "村"] as const;
const traditional: Readonly<Record<string, string>> = {
  东: "東",
  园: "園",
  龙: "龍",
  桥: "橋",
  门: "門",
  滨: "濱",
  华: "華",
  台: "臺",
  红: "紅",
  区: "區",
};

/** Ways in which a department writes a name. */
const habits: Readonly<Record<string, (name: string) => string>> = {
  same: (name) => name,
  wide: (name) =>
    name.replace(/\d/gu, (digit) => String.fromCodePoint(0xfee0 + digit.charCodeAt(0))),
  blank: (name) => `${name.slice(0, 1)} ${name.slice(1)}`,
  traditional: (name) => Array.from(name, (c) => traditional[c] ?? c).join(""),
  committee: (name) => (name.endsWith("村") ? `${name}村民委员会` : `${name}居委会`),
  short: (name) => name.replace(/社区$/u, ""),
  bare: (name) => name.replace(/(?:社区|村)$/u, ""),
  party: (name) => `中共${name}总支部委员会`,
  prefixed: (name) => `城关镇${name}`,
};
const habit = fc.constantFrom(...Object.keys(habits));

const variables = [
  { head: "户数", id: "households", base: 1000 },
  { head: "党员数", id: "members", base: 50 },
  { head: "社区工作者人数", id: "workers", base: 5 },
] as const;

const when = fc.constantFrom(
  undefined,
  "2007",
  "2007年末",
  "2007-12-31",
  "二〇〇七年十二月三十一日",
  "2007年12月31日",
);

/** One habit for the file, or one for each name. */
const department = fc.record({
  habit,
  own: fc.option(fc.array(habit, { minLength: 8, maxLength: 8 }), { nil: undefined }),
  when,
  order: fc.boolean(),
});
const names = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...stems), fc.constantFrom(...kinds)), {
    minLength: 2,
    maxLength: 7,
    selector: ([stem, kind]) => stem + kind,
  })
  .map((pairs) => pairs.map(([stem, kind]) => stem + kind));

test("a survey split over departments, each with names and dates of its own writing: areas are joined rightly, or it is told", async () => {
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(department, { minLength: 2, maxLength: 3 }),
      async (areas, departments) => {
        const files: ReadFile[] = [];
        const nameOf = (k: number, name: string, i: number): string => {
          const { habit: common, own } = departments[k] as (typeof departments)[number];
          return (habits[own?.[i] ?? common] as (text: string) => string)(name);
        };
        // One name that two areas bear, in one file or in two, tells nobody which is meant.
        const bearers = new Map<string, Set<number>>();
        for (const k of departments.keys())
          for (const [i, name] of areas.entries()) {
            const written = normalName(nameOf(k, name, i));
            bearers.set(written, (bearers.get(written) ?? new Set()).add(i));
          }
        fc.pre([...bearers.values()].every(({ size }) => size === 1));
        for (const [k, { when: period, order }] of departments.entries()) {
          const { head, base } = variables[k] as (typeof variables)[number];
          const rows = areas.map((name, i) => {
            return `${[nameOf(k, name, i), ...(period ? [period] : []), base + i].join(",")}\n`;
          });
          const heads = ["社区名称", ...(period ? ["统计时间"] : []), head].join(",");
          const body = order ? rows : rows.toReversed();
          files.push(await read(`${k}.csv`, `${heads}\n${body.join("")}`));
        }
        const { survey, findings } = join(files);
        const told =
          findings.some(({ code }) => severityOf(code) !== "note") ||
          files.some(({ part }) => part.findings.some(({ code }) => severityOf(code) !== "note"));
        const used = variables.slice(0, departments.length);
        for (const i of survey.observations.keys()) {
          const which = used.flatMap(({ id, base }) => {
            const figure = survey.series(id).at(i);
            return "value" in figure ? [figure.value - base] : [];
          });
          // Figures of one observation are of one area: names that are near were not joined.
          expect(new Set(which).size).toBe(1);
        }
        if (told) return;
        expect(survey.observations).toHaveLength(areas.length);
        for (const { id, base } of used) {
          const sum = areas.reduce((total, _, i) => total + base + i, 0);
          const figures = survey.observations.map((_, i) => survey.series(id).at(i));
          expect(
            figures.reduce((total, figure) => total + ("value" in figure ? figure.value : 0), 0),
          ).toBe(sum);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("20,000 areas in two tables are matched in the time of the areas, not of their pairs", async () => {
  const group = (name: string, line: number) => ({
    area: name,
    code: null,
    parents: [],
    place: { line },
  });
  const table = (file: string, suffix: string): ReadFile => ({
    file,
    part: {
      groups: Array.from({ length: 20_000 }, (_, i) => group(`第${i}村${suffix}`, i + 2)),
      quantities: new Map(),
      findings: [],
      counts: new Map(),
      rows: 20_000,
      excluded: [],
    },
  });
  const { survey } = join([table("a.csv", "社区"), table("b.csv", "社区居委会")]);
  expect(survey.observations).toHaveLength(20_000);
  const apart = join([table("a.csv", "社区"), table("b.csv", "一号楼")]);
  expect(apart.survey.observations).toHaveLength(40_000);
});
