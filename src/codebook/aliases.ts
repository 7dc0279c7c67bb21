import type { Variable } from "./define.ts";
import { headerKey, normaliseHeader } from "./header.ts";
import { findVariable, type VariableId, variables } from "./index.ts";
import { type ReadUnit, unitFor } from "./unit-spellings.ts";
import type { UnitId } from "./units.ts";

/** What an alias stands for. */
interface Entry {
  readonly variable: VariableId;
  readonly certain: boolean;
  /** The alias was declared with this unit, as 面积(平方公里): it holds with it only. */
  readonly requires?: UnitId;
}

/** What a phrase was resolved to. `alias` is the comparison key that was found in it. */
export type Resolved =
  | { readonly variable: VariableId; readonly alias: string }
  | { readonly candidates: readonly VariableId[]; readonly alias: string };

let index: ReadonlyMap<string, readonly Entry[]> | undefined;
const indexOnce = (): ReadonlyMap<string, readonly Entry[]> => {
  index ??= buildIndex();
  return index;
};

function buildIndex(): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  const add = (variable: VariableId, alias: string, certain: boolean): void => {
    const { path, unit } = normaliseHeader(alias);
    const key = headerKey(path.join(" "));
    const entries = found.get(key) ?? [];
    const requires = unit?.unit;
    if (entries.some((e) => e.variable === variable && e.requires === requires)) return;
    entries.push({ variable, certain, ...(requires && { requires }) });
    found.set(key, entries);
  };
  for (const variable of variables) {
    const { id, title, aliases, ambiguous = [] }: Variable & { id: VariableId } = variable;
    for (const alias of [id, ...Object.values(title), ...aliases]) add(id, alias, true);
    for (const alias of ambiguous) add(id, alias, false);
  }
  return found;
}

/** Every comparison key of an alias, with its variables: for suggestions. */
export const aliasEntries = (): Iterable<
  readonly [string, readonly { readonly variable: VariableId }[]]
> => indexOnce();

interface Noise {
  readonly word: string;
  /** The word says what is counted, as a unit would: 低保对象户数. */
  readonly unit?: UnitId;
}

/** Words before a name that add nothing to it. */
const prefixes: readonly Noise[] = [
  ...[
    "其中",
    "总",
    "本",
    "全",
    "现有",
    "共有",
    "年末",
    "期末",
    "年底",
    "目前",
    "全年",
    "本年",
    "本年度",
    "当年",
    "本期",
    "各类",
    "全部",
    "社区",
    "本社区",
    "全社区",
    "辖区",
    "辖区内",
  ],
  ...[
    "estimate;",
    "estimate!!",
    "total_",
    "total_number_of_",
    "number_of_",
    "no_of_",
    "no._of_",
    "no.of_",
    "total_no.of_",
    "total_no_of_",
    "nos._of_",
    "count_of_",
    "num_",
    "n_",
    "the_",
    "#_",
    "-",
  ],
].map((word) => ({ word }));

/** Words after a name that add nothing to it, or no more than its unit. */
const suffixes: readonly Noise[] = [
  ...[
    "数",
    "总数",
    "总",
    "情况",
    "数量",
    "合计",
    "总计",
    "小计",
    "统计",
    "-",
    "_total",
    "_count",
    "_number",
    "_num",
    "_total_number",
  ].map((word) => ({
    word,
  })),
  ...["人", "人数", "总人数"].map((word): Noise => ({ word, unit: "person" })),
  ...["户", "户数", "总户数"].map((word): Noise => ({ word, unit: "household" })),
  ...["个", "个数"].map((word): Noise => ({ word, unit: "unit" })),
  ...["家数"].map((word): Noise => ({ word, unit: "enterprise" })),
  ...["幢数", "栋数"].map((word): Noise => ({ word, unit: "building" })),
  ...["次", "次数"].map((word): Noise => ({ word, unit: "occasion" })),
  ...["面积"].map((word): Noise => ({ word, unit: "m²" })),
  ...["金额", "总额"].map((word): Noise => ({ word, unit: "yuan" })),
];

const longestKey = 60;

/**
 * The variable a phrase means, by its comparison key: an alias as it stands, else an alias with nothing around it but noise. What is left
 * must be noise to the last character: a longer unknown word never matches. Undefined where there is none.
 */
export function resolvePhrase(key: string, unit: ReadUnit | undefined): Resolved | undefined {
  if (key.length > longestKey) return undefined;
  let layer: { key: string; hint?: UnitId }[] = [{ key }];
  const seen = new Set([key]);
  while (layer.length > 0) {
    const resolved = agreed(
      layer.flatMap(({ key: candidate, hint }) => resolveAlias(candidate, unit, hint) ?? []),
    );
    if (resolved) return resolved;
    layer = layer.flatMap(({ key: from, hint }) =>
      shorter(from, hint).filter((next) => !seen.has(next.key) && seen.add(next.key)),
    );
  }
  return undefined;
}

/** What all readings say; ambiguous where they differ: 社区用房面积 is 社区用房 with 面积, or 用房面积 of a 社区. */
function agreed(readings: readonly Resolved[]): Resolved | undefined {
  const [first] = readings;
  if (!first) return undefined;
  const candidates = [
    ...new Set(readings.flatMap((r) => ("variable" in r ? [r.variable] : r.candidates))),
  ];
  return readings.every((r) => "variable" in r) && candidates.length === 1
    ? first
    : { candidates, alias: first.alias };
}

function shorter(key: string, hint: UnitId | undefined): { key: string; hint?: UnitId }[] {
  const found: { key: string; hint?: UnitId }[] = [];
  for (const { word } of prefixes)
    if (key.startsWith(word) && key.length > word.length)
      found.push({ key: key.slice(word.length), ...(hint && { hint }) });
  for (const { word, unit } of suffixes) {
    if (!key.endsWith(word) || key.length <= word.length) continue;
    if (unit && hint) continue;
    const says = unit ?? hint;
    found.push({ key: key.slice(0, -word.length), ...(says && { hint: says }) });
  }
  return found;
}

function resolveAlias(
  alias: string,
  unit: ReadUnit | undefined,
  hint: UnitId | undefined,
): Resolved | undefined {
  const entries = indexOnce().get(alias);
  if (!entries) return undefined;
  const said = unit?.unit ?? hint;
  const required = unique(entries.filter((e) => e.requires !== undefined && e.requires === said));
  if (required.length === 1) return { variable: required[0] as VariableId, alias };
  const fits = (e: Entry, u: UnitId | undefined): boolean =>
    u === undefined || fitsUnit(e.variable, u);
  const open = entries.filter((e) => e.requires === undefined && fits(e, hint));
  const certain = open.filter((e) => e.certain);
  const fitting = unique(certain.filter((e) => fits(e, unit?.unit)));
  if (fitting.length === 1) return { variable: fitting[0] as VariableId, alias };
  if (fitting.length > 1) return { candidates: fitting, alias };
  if (certain.length === 1) return { variable: (certain[0] as Entry).variable, alias };
  return resolveAmbiguous(
    alias,
    unique([...open, ...(said === undefined ? entries.filter((e) => e.requires) : [])]),
    said,
  );
}

/** An ambiguous alias is taken where the unit tells its candidates apart: 面积 in km² is land; in m² it stays open. */
function resolveAmbiguous(
  alias: string,
  candidates: readonly VariableId[],
  said: UnitId | undefined,
): Resolved | undefined {
  if (candidates.length === 0) return undefined;
  if (said === undefined || candidates.length === 1) return { candidates, alias };
  const same = candidates.filter((id) => findVariable(id)?.unit === said);
  const fitting = same.length > 0 ? same : candidates.filter((id) => fitsUnit(id, said));
  return fitting.length === 1
    ? { variable: fitting[0] as VariableId, alias }
    : { candidates: fitting.length > 0 ? fitting : candidates, alias };
}

const fitsUnit = (id: VariableId, unit: UnitId): boolean =>
  unitFor(findVariable(id) as Variable, { unit, exponent: 0, spelling: "" }) !== "conflict";

const unique = (entries: readonly Entry[]): VariableId[] => [
  ...new Set(entries.map((e) => e.variable)),
];
