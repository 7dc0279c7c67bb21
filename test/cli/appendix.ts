import { expect } from "vitest";
import { cdj } from "./run.ts";

/** A figure of an appendix as JSON. */
export interface Figure {
  readonly measured: {
    readonly value?: number;
    readonly low?: number;
    readonly high?: number;
    readonly absent?: string;
  };
  readonly unit: string;
  readonly source?: {
    readonly of: string;
    readonly part?: string;
    readonly norm?: string;
    readonly by?: string;
    readonly group?: string;
    readonly area?: string;
    readonly parents?: readonly string[];
  };
}

export interface Bar {
  readonly label: string;
  readonly measured: Figure["measured"];
}

export interface Block {
  readonly kind: string;
  readonly id?: string;
  readonly title?: string;
  readonly columns?: readonly {
    readonly id: string;
    readonly title: string;
    readonly unit?: string;
    readonly align: string;
  }[];
  readonly rows?: readonly (readonly unknown[])[];
  readonly foot?: readonly (readonly unknown[])[];
  readonly description?: string;
  readonly dataTable?: string;
  readonly chart?: {
    readonly kind: string;
    readonly scale?: { readonly source?: { readonly of: string } };
    readonly bars?: readonly Bar[];
  };
}

export interface AppendixJson {
  readonly title: string;
  readonly language: string;
  readonly captions: { readonly table: string; readonly figure: string };
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly blocks: readonly Block[];
  }[];
  readonly leftOut: readonly { readonly id: string; readonly reason: string }[];
}

/** Runs `cdj report … --format json`, which must end with 0, and reads what it prints. */
export async function reportJson(...args: readonly string[]): Promise<AppendixJson> {
  const run = await cdj(["report", ...args, "--format", "json", "--quiet"]);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout) as AppendixJson;
}

/** Every figure in a value, wherever it stands. */
export function figuresIn(value: unknown): Figure[] {
  if (Array.isArray(value)) return value.flatMap(figuresIn);
  if (typeof value !== "object" || value === null) return [];
  if ("measured" in value && "decimals" in value) return [value as unknown as Figure];
  return Object.values(value).flatMap(figuresIn);
}

/** All blocks, whatever their section. */
export const blocksOf = (appendix: AppendixJson): Block[] =>
  appendix.sections.flatMap(({ blocks }) => blocks);
