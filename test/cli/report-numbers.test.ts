import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type AppendixJson,
  type Block,
  blocksOf,
  type Figure,
  figuresIn,
  reportJson,
} from "./appendix.ts";
import { cdj } from "./run.ts";

interface Entry extends Measured {
  readonly id: string;
  readonly net?: Measured;
  readonly classes?: Readonly<Record<string, number>>;
  readonly coverage?: { readonly areas: number };
  readonly variants?: readonly (Measured & { readonly id: string })[];
  readonly norms: readonly {
    readonly id: string;
    readonly areasMissing: number;
    readonly areasTested: number;
  }[];
}
interface Measured {
  readonly value?: number;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly absent?: string;
}
interface Analysis {
  readonly scope: { readonly areas: number };
  readonly totals: readonly (Measured & {
    readonly variable: string;
    readonly coverage: { readonly areas: number };
  })[];
  readonly indicators: readonly Entry[];
  readonly groups: readonly {
    readonly group: string;
    readonly values: Readonly<Record<string, Measured>>;
  }[];
  readonly areas: readonly {
    readonly area: string;
    readonly parents: readonly string[];
    readonly values: Readonly<Record<string, Measured>>;
  }[];
  readonly distribution: { readonly subjects: readonly Readonly<Record<string, unknown>>[] };
}

const cases = [
  {
    file: "fixtures/town-2007.csv",
    norms: "js-jintan-2007-office,js-cz-2007-workers,ccp-branch,cn-rclaw-2025-scale",
    by: ["--by", "street"],
  },
  {
    file: "fixtures/community-2009.csv",
    norms: "ccp-general-branch,ccp-committee,cn-145-workers",
    by: [],
  },
  { file: "fixtures/county-town.csv", norms: "cn-census-hh", by: [] },
];

describe.each(cases)("the appendix of $file", ({ file, norms, by }) => {
  let appendix: AppendixJson;
  let analysis: Analysis;
  let table: Readonly<Record<string, string>>[];
  beforeAll(async () => {
    const run = await cdj([
      "analyze",
      file,
      "--norm",
      norms,
      ...by,
      "--distribution",
      "--format",
      "json",
    ]);
    analysis = JSON.parse(run.stdout) as Analysis;
    appendix = await reportJson(file, "--norm", norms, "--no-min-cell");
    const [head = "", ...rows] = readFileSync(
      fileURLToPath(new URL(`../../${file}`, import.meta.url)),
      "utf8",
    )
      .trim()
      .split("\n");
    table = rows.map((row) =>
      Object.fromEntries(row.split(",").map((cell, i) => [head.split(",")[i] as string, cell])),
    );
  });

  /** What `analyze` says of a figure; for what a community reports, its cell. */
  function expected({
    of,
    part,
    norm,
    group,
    area,
  }: NonNullable<Figure["source"]>): Measured | undefined {
    if (of === "communities") return { value: analysis.scope.areas };
    const entry = analysis.indicators.find(({ id }) => id === of);
    if (area !== undefined)
      return analysis.areas.find((own) => own.area === area)?.values[of] ?? cellOf(of, area);
    if (group !== undefined) return analysis.groups.find((own) => own.group === group)?.values[of];
    const held = entry?.norms.find(({ id }) => id === norm);
    const total = analysis.totals.find(({ variable }) => variable === of);
    if (part === undefined) return entry ?? total;
    if (part === "areas")
      return { value: entry?.coverage?.areas ?? total?.coverage.areas ?? analysis.scope.areas };
    if (part === "net") return entry?.net;
    if (part === "areasMissing" || part === "areasTested") return held && { value: held[part] };
    if (part === "areasMissingShare" && held)
      return { value: (held.areasMissing / held.areasTested) * 100 };
    const classes = entry?.classes;
    const name = part.replace(/Share$/, "");
    if (classes && name in classes)
      return {
        value:
          part === name
            ? (classes[name] as number)
            : ((classes[name] as number) / (entry.coverage?.areas ?? 0)) * 100,
      };
    const variant = entry?.variants?.find(({ id }) => id === part);
    if (variant) return variant;
    const subject = analysis.distribution.subjects.find(({ id }) => id === of);
    return subject && { value: subject[part] as number };
  }

  const headers: Readonly<Record<string, string>> = {
    residents: "常住人口(人)|居民人数(人)",
    households: "户数(户)|居民户数(户)",
    floating_population: "流动人口(人)|流入人口(人)",
    members: "党员数(人)",
    workers: "工作人员数(人)",
    office_area: "办公用房面积(㎡)",
    funds: "经费总额(元)",
    monthly_wage: "月工资(元/月)",
  };
  function cellOf(variable: string, area: string): Measured | undefined {
    const row = table.find((own) => Object.values(own).includes(area)) ?? {};
    const header = headers[variable]?.split("|").find((name) => name in row);
    return header === undefined ? undefined : { value: Number(row[header]) };
  }

  it("prints no other figure than analyze does", () => {
    const figures = figuresIn(appendix.sections).filter(({ source }) => source !== undefined);
    expect(figures.length).toBeGreaterThan(25);
    for (const { measured, source } of figures) {
      const wanted = expected(source as NonNullable<Figure["source"]>);
      expect(wanted, JSON.stringify(source)).toBeDefined();
      if (wanted?.absent !== undefined || measured.absent !== undefined)
        expect(measured.absent ?? "", JSON.stringify(source)).toBe(
          wanted?.absent ?? "zero-denominator",
        );
      else if (measured.value !== undefined)
        expect(measured.value, JSON.stringify(source)).toBeCloseTo(wanted?.value ?? Number.NaN, 9);
      else
        expect([measured.low ?? null, measured.high ?? null]).toEqual([wanted?.low, wanted?.high]);
    }
  });

  it("says of every figure in a table of indicators what it is a figure of", () => {
    const tables = blocksOf(appendix).filter(
      ({ kind, id = "" }) =>
        kind === "table" && /-(?:indicators|areas|groups|reported)$|^distribution$/.test(id),
    );
    expect(tables.length).toBeGreaterThan(2);
    for (const { id, rows = [], columns = [] } of tables) {
      for (const row of rows) {
        row.forEach((cell, i) => {
          const column = columns[i]?.id ?? "";
          if (["n", "missing", "norm"].includes(column)) return;
          for (const figure of figuresIn(cell))
            expect(figure.source, `${id} ${column}`).toBeDefined();
        });
      }
    }
  });

  it("draws the figures of the data, each bar its community’s", () => {
    const bars = blocksOf(appendix).flatMap(({ chart }) => (chart?.kind === "bars" ? [chart] : []));
    for (const chart of bars) {
      for (const { label, measured } of chart.bars ?? []) {
        const wanted = expected({ of: chart.scale?.source?.of ?? "", area: label });
        expect(measured.value, `${chart.scale?.source?.of} ${label}`).toBeCloseTo(
          wanted?.value ?? Number.NaN,
          9,
        );
      }
    }
    expect(bars.length).toBe(file.includes("community") ? 0 : file.includes("county") ? 1 : 5);
  });

  it("refers only to tables and charts that it has, and to every chart in a sentence", () => {
    const text = JSON.stringify(appendix.sections);
    const ids = new Set(blocksOf(appendix).flatMap(({ id }) => id ?? []));
    const named = [...text.matchAll(/"(?:reference|dataTable)":"([^"]+)"/g)].map(
      ([, id]) => id as string,
    );
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    for (const { kind, id } of blocksOf(appendix))
      if (kind === "figure") expect(text).toContain(`{"reference":"${id}"}`);
  });

  it("numbers no id twice", () => {
    const ids = blocksOf(appendix).flatMap(({ id }: Block) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
