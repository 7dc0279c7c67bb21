import { findVariable } from "../../codebook/index.ts";
import { matchHeader } from "../../codebook/match.ts";
import { readUnit, unitFor } from "../../codebook/unit-spellings.ts";
import { codes } from "../../survey/codes.ts";
import { CdjError } from "../../survey/error.ts";
import {
  bandCell,
  followingEachOther,
  partition,
  type ValueBand,
  valueBand,
} from "../cells/value-bands.ts";
import type { Source } from "../files/source.ts";
import type { Mapping } from "../meaning/planned-columns.ts";
import type { TableRecord } from "../records/record.ts";
import { inOneLine, rewritten, type WholeTable } from "./rewritten.ts";

/** So many communities of one range, and the cell that says so. */
interface Count {
  readonly label: string;
  readonly band: ValueBand;
  readonly communities: number;
  /** The area whose communities they are, where a table has several. */
  readonly of: string;
  readonly at: { readonly line: number; readonly field: number };
}

/** What the table says all communities of an area have together. */
interface StatedTotal {
  readonly text: string;
  readonly of: string;
  readonly at: Count["at"];
}

interface BandTable {
  readonly variable: string;
  readonly header: string;
  readonly line: number;
  readonly titles: readonly TableRecord[];
  readonly counts: readonly Count[];
  readonly totals: readonly StatedTotal[];
}

/** More would be no survey of communities. */
const mostCommunities = 20_000;
const totalLabel = /^(?:合\s*计|总\s*计|合\s*計|總\s*計|小\s*计|total)$/iu;

/**
 * The source as a table of communities, each known only by its range, where it tells how many communities lie in each range of a variable: a column of
 * ranges beside a column of counts (面积分组, 社区数), or a column of counts for each range (60平方米以下(个), 60～100平方米(个), …). Undefined for any
 * other table. Throws a CdjError where the ranges overlap and may be meant either way.
 */
export function asCommunityBands({
  source,
  records: rows,
  mapping = new Map(),
}: WholeTable): Source | undefined {
  for (let head = 0; head < Math.min(rows.length - 1, 10); head++) {
    const table = longTable(source.name, rows, head, mapping) ?? wideTable(rows, head, mapping);
    if (table) return tableOf(source, table);
  }
  return undefined;
}

const groupWords =
  /(?:分组|分組|组别|組別|分档|分檔|档次|区间|區間|分段|范围|範圍|等级|等級|\s*(?:bands?|class|classes|range|ranges|group|groups))$/iu;

function longTable(
  file: string,
  rows: readonly TableRecord[],
  head: number,
  mapping: Mapping,
): BandTable | undefined {
  const { fields, line } = rows[head] as TableRecord;
  const counted = fields.findIndex((cell) => isCommunities(cell));
  const grouped = fields.findIndex(
    (cell, i) => i !== counted && (groupWords.test(cell.trim()) || mapping.has(cell.trim())),
  );
  if (counted === -1 || grouped === -1) return undefined;
  const below = rows
    .slice(head + 1)
    .filter(
      (row) =>
        (row.fields[grouped] ?? "").trim() !== "" &&
        !totalLabel.test((row.fields[grouped] ?? "").trim()),
    );
  const labels = below.map((row) => (row.fields[grouped] ?? "").trim());
  const read = labels.map(valueBand).filter((band) => band !== undefined);
  const header = (fields[grouped] as string).trim();
  const variable = variableOf(
    header,
    header.replace(groupWords, ""),
    titlesOf(rows, head),
    read,
    mapping,
  );
  if (below.length < 2 || read.length < labels.length || variable === undefined) return undefined;
  const bands = bandsOf(labels, [below.map((row) => countOf(row.fields[counted]))]);
  if (!bands) throw new CdjError("overlapping-ranges", { file, header, labels });
  const counts = below.map((row, i) => ({
    label: labels[i] as string,
    band: bands[i] as ValueBand,
    communities: countOf(row.fields[counted]),
    of: "",
    at: { line: row.line, field: counted + 1 },
  }));
  return finished(variable, header, line, rows.slice(0, head), counts, []);
}

function wideTable(
  rows: readonly TableRecord[],
  head: number,
  mapping: Mapping,
): BandTable | undefined {
  const { fields, line } = rows[head] as TableRecord;
  const columns = fields.flatMap((cell, field) => {
    const own = cell.trim().split("/").at(-1) ?? "";
    return valueBand(own) ? [{ label: own, field }] : [];
  });
  const area = fields.findIndex((cell) => isArea(cell.trim()));
  if (
    columns.length < 2 ||
    columns.some(({ label }) => /岁|歲|age/iu.test(label)) ||
    fields.filter((cell) => cell.trim() !== "").length - columns.length > 3
  )
    return undefined;
  const labels = columns.map(({ label }) => label);
  const bands = bandsOf(
    labels,
    rows.slice(head + 1).map((row) => columns.map(({ field }) => countOf(row.fields[field]))),
  );
  if (!bands || bands.every(({ unit }) => unit === "" || unit === "人")) return undefined;
  const above = head > 0 ? (rows[head - 1] as TableRecord).fields : [];
  const parent =
    columns.map(({ field }) => (above[field] ?? "").trim()).find((cell) => cell !== "") ?? "";
  const outer = (fields[columns[0]?.field ?? 0] ?? "").split("/").slice(0, -1).join("/");
  const named = (outer || parent).replace(groupWords, "");
  const variable = variableOf(outer || parent, named, titlesOf(rows, head), bands, mapping);
  const counts = rows.slice(head + 1).flatMap((row) => {
    const of = area === -1 ? "" : (row.fields[area] ?? "").trim();
    if (totalLabel.test(of) || row.fields.every((cell) => cell.trim() === "")) return [];
    return columns.map(({ label, field }, i) => ({
      label,
      band: bands[i] as ValueBand,
      communities: countOf(row.fields[field]),
      of,
      at: { line: row.line, field: field + 1 },
    }));
  });
  const totalled = fields.findIndex((cell) => isVariable(cell, variable));
  const totals = rows.slice(head + 1).flatMap((row): StatedTotal[] => {
    const of = area === -1 ? "" : (row.fields[area] ?? "").trim();
    const text = totalled === -1 || totalLabel.test(of) ? "" : (row.fields[totalled] ?? "").trim();
    return text === "" ? [] : [{ text, of, at: { line: row.line, field: totalled + 1 } }];
  });
  return finished(
    variable,
    named || (columns[0]?.label ?? ""),
    line,
    rows.slice(0, head),
    counts,
    totals,
  );
}

function isVariable(cell: string, variable: string | undefined): boolean {
  const meaning = matchHeader(cell);
  return meaning.kind === "variable" && meaning.variable === variable;
}

function finished(
  variable: string | undefined,
  header: string,
  line: number,
  titles: readonly TableRecord[],
  counts: readonly Count[],
  totals: readonly StatedTotal[],
): BandTable | undefined {
  const all = counts.reduce((sum, { communities }) => sum + communities, 0);
  if (variable === undefined || !(all > 0 && all <= mostCommunities)) return undefined;
  return { variable, header, line, titles, counts, totals };
}

const isCommunities = (cell: string): boolean => {
  const meaning = matchHeader(cell);
  return (
    (meaning.kind === "variable" && meaning.variable === "communities") ||
    /^(?:个数|個數|数量|數量|count|number)$/iu.test(cell.trim())
  );
};

const isArea = (cell: string): boolean => {
  const meaning = matchHeader(cell);
  return meaning.kind === "key" && (meaning.key === "area" || meaning.key === "parent_area");
};

function bandsOf(
  labels: readonly string[],
  rows: readonly (readonly number[])[],
): readonly ValueBand[] | undefined {
  const read = labels.map(valueBand);
  return read.every((band) => band !== undefined)
    ? (partition(read) ?? followingEachOther(read, rows))
    : undefined;
}

const titlesOf = (rows: readonly TableRecord[], head: number): string =>
  rows
    .slice(0, head)
    .map((row) => row.fields.join(""))
    .join("");

/** What the ranges are of: as mapped, as headed, as the title says; floor space in m² that nothing names is office space. */
function variableOf(
  header: string,
  named: string,
  title: string,
  bands: readonly ValueBand[],
  mapping: Mapping,
): string | undefined {
  const mapped = mapping.get(header);
  if (mapped !== undefined) return fitting(mapped, bands);
  const meaning = named === "" ? undefined : matchHeader(named);
  if (meaning?.kind === "variable") return fitting(meaning.variable, bands);
  if (meaning?.kind === "ambiguous" || named === "") {
    const inTitle = ["activity_area", "facility_area"].find((id) =>
      findVariable(id)?.aliases.some((alias) => title.includes(alias)),
    );
    return fitting(inTitle ?? "office_area", bands);
  }
  return undefined;
}

/** The variable, where the units of the ranges are its own. */
function fitting(id: string, bands: readonly ValueBand[]): string | undefined {
  const variable = findVariable(id);
  if (!variable || variable.kind === "category" || variable.kind === "yes-no") return undefined;
  const fits = bands.every(({ unit }) => {
    const read = unit === "" ? undefined : readUnit(unit);
    return unit === "" || (read !== undefined && unitFor(variable, read) !== "conflict");
  });
  return fits ? id : undefined;
}

/** Blank is none; what is no whole number makes the table another one. */
function countOf(cell: string | undefined): number {
  const text = (cell ?? "")
    .normalize("NFKC")
    .replace(/\s*(?:个|個)?(?:社区|社區)?$/u, "")
    .trim();
  if (text === "" || text === "-" || text === "—" || text === "无" || text === "無") return 0;
  return /^\d{1,6}$/u.test(text) ? Number(text) : Number.NaN;
}

/** A table with a row for each community, named by its range and a running number. */
function tableOf(
  source: Source,
  { variable, header, line, titles, counts, totals: stated }: BandTable,
): Source {
  const several = new Set(counts.map(({ of }) => of)).size > 1;
  // Of several areas a total could not be told from those of the others: all stand in the line of their area.
  const totals = several ? [] : stated;
  const places: Count["at"][] = [];
  const rowsOf = ({ label, band, communities, of, at }: Count): string[][] =>
    Array.from({ length: communities }, (_, k) => {
      places.push(at);
      return [
        ...(several ? [of] : []),
        `${label.replace(/\s*[(（](?:个|個)[)）]$/u, "")} #${k + 1}`,
        bandCell(band),
      ];
    });
  const totalRow = ({ text, of, at }: StatedTotal): string[] => {
    places.push(at);
    return [...(several ? [of] : []), "合计", text];
  };
  // An area's total stands below its communities, as the check of totals expects it.
  const lines = [...new Set(counts.map(({ of }) => of))].flatMap((area) => [
    ...counts.filter(({ of }) => of === area).flatMap(rowsOf),
    ...totals.filter(({ of }) => of === area).map(totalRow),
  ]);
  const head = titles.length + 1;
  const content = [
    ...titles.map((row) => [row.fields.join(" ")]),
    [...(several ? ["街道"] : []), "社区", variable],
    ...lines,
  ];
  return rewritten(
    source,
    content.map((row) => row.map(inOneLine)),
    {
      madeFrom: { is: "bands" },
      locate: (at) =>
        at < head
          ? { line: (titles[at - 1] as TableRecord).line }
          : at === head
            ? { line }
            : (places[at - head - 1] ?? { line }),
      findings: [
        {
          code: codes.bandsRead,
          place: { line },
          args: { header, variable, n: places.length - totals.length },
          variable,
        },
      ],
    },
  );
}
