import { expect } from "vitest";
import { cdj } from "./run.ts";

/** What these tests read of the JSON contract. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly sources: readonly Source[];
  readonly scope: {
    readonly level: string;
    readonly areas: number;
    readonly periods: readonly string[];
  };
  readonly indicators: readonly IndicatorEntry[];
  readonly groups?: readonly {
    readonly by: string;
    readonly group: string;
    readonly areas: number;
    readonly values: Figures;
  }[];
  readonly areas: readonly {
    readonly area: string;
    readonly period?: string;
    readonly parents: readonly string[];
    readonly values: Figures;
  }[];
  readonly findings: readonly FindingEntry[];
}

export interface Source {
  readonly file: string;
  readonly encoding: string;
  readonly rows: number;
}

export interface IndicatorEntry {
  readonly id: string;
  readonly unit: string;
  readonly rollup: string;
  readonly value?: number;
  readonly absent?: string;
  readonly net?: unknown;
  readonly norms?: readonly {
    readonly id: string;
    readonly met?: boolean;
    readonly gap?: number;
    readonly areasMissing: number;
    readonly areasTested: number;
  }[];
}

export interface FindingEntry {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly field?: number;
  readonly header?: string;
  readonly area?: string;
  readonly variable?: string;
}

type Figures = Readonly<Record<string, { readonly value?: number; readonly absent?: string }>>;

/** Runs `cdj analyze … --format json`, which must end with 0, and reads what it prints. */
export async function analyze(...args: readonly string[]): Promise<Report> {
  const run = await cdj(["analyze", ...args, "--format", "json"]);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as Report;
}

/** The entry of one indicator; fails when the survey has none. */
export function indicator(report: Report, id: string): IndicatorEntry {
  const entry = report.indicators.find((i) => i.id === id);
  if (!entry)
    throw new Error(`No indicator ${id} among ${report.indicators.map((i) => i.id).join(", ")}`);
  return entry;
}

/** The value of one indicator of the survey; fails when it is absent or an interval. */
export function figureOf(report: Report, id: string): number {
  const entry = indicator(report, id);
  if (entry.value === undefined) throw new Error(`${id} has no value: ${JSON.stringify(entry)}`);
  return entry.value;
}

/** The report without what may differ between two ways of handing in the same table. */
export function withoutSources({ sources: _, ...rest }: Report): Omit<Report, "sources"> {
  return rest;
}
