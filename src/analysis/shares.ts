import type { StatedShare } from "../checks/evidence.ts";
import { bandId, parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { matchHeader } from "../codebook/match.ts";
import { datedHead } from "../intake/heads/dated-heads.ts";
import { hasColumnPeriods, type ReadingPlan } from "../intake/plan.ts";
import { placeOfField, type TableRecord } from "../intake/records/records.ts";
import type { JudgedTable } from "../judging/evidence-of-tables.ts";

/** A column of percentages, and the counts it can be computed from. */
export interface ShareColumn {
  readonly index: number;
  readonly header: string;
  /** The period that the header names, or the table where only some headers name one. */
  readonly period?: string;
  readonly part: string;
  readonly whole: string;
}

/** 60岁以上党员占比(%), 60岁以上党员占党员总数的比例, 低保户比重, share of members aged 60+, members 60+ (%). */
const chinese = /^(?<part>.+?)(?:[占佔](?<whole>.+?))?的?(?:比重|比例|[占佔]比|百分比|百分率)$/u;
const english =
  /^(?:share|percentage|proportion) of (?<part>.+?)(?: (?:in|of|among) (?<whole>.+))?$/iu;
const perCent = /\s*[(（]\s*[%％]\s*[)）]\s*$/u;

const quantityOf = (header: string): string | undefined => {
  const meaning = matchHeader(header);
  return meaning.kind === "variable"
    ? meaning.variable
    : meaning.kind === "band"
      ? bandId(meaning.band)
      : undefined;
};

/** What a part is a share of where the header does not say: the subject of an age band, the first whole the codebook names. */
const wholeOf = (part: string): string | undefined =>
  parseBandId(part)?.of ?? findVariable(part)?.partOf?.[0];

/** The columns of a plan that are shares of counts the codebook knows. */
export function shareColumns(plan: ReadingPlan): ShareColumn[] {
  const hasPeriods = hasColumnPeriods(plan);
  return plan.columns.flatMap(({ index, header, role }) => {
    if (role.is !== "unused" || role.reason !== "unknown") return [];
    const dated = hasPeriods ? datedHead(header) : undefined;
    const period = dated?.period ?? plan.period?.value;
    if (hasPeriods && period === undefined) return [];
    const bare = (dated?.rest ?? header).replace(perCent, "").replace(/\s+/gu, " ").trim();
    const groups = (chinese.exec(bare) ?? english.exec(bare))?.groups;
    if (!groups && bare === header.trim()) return [];
    const part = quantityOf(groups?.part ?? bare);
    const whole = groups?.whole
      ? quantityOf(groups.whole)
      : part === undefined
        ? undefined
        : wholeOf(part);
    return part === undefined || whole === undefined || part === whole
      ? []
      : [{ index, header, ...(period !== undefined && { period }), part, whole }];
  });
}

/** The percentages that a row states: plain numbers, with or without a sign of per cent. */
export function sharesIn(
  record: TableRecord,
  columns: readonly ShareColumn[],
  index: number,
  { file, plan }: JudgedTable,
): StatedShare[] {
  return columns.flatMap((column) => {
    const written = /^(\d{1,3})(?:\.(\d{1,6}))?\s*%?$/.exec(
      (record.fields[column.index] ?? "").normalize("NFKC").trim(),
    );
    if (!written) return [];
    const decimals = written[2]?.length ?? 0;
    const place = {
      file,
      ...placeOfField(record, column.index, plan.dialect),
      field: column.index + 1,
      header: column.header,
    };
    const stated = Number(written[2] === undefined ? written[1] : `${written[1]}.${written[2]}`);
    // 0.254 without a sign of per cent is how a spreadsheet keeps 25.4 %; a bare 1 may be either.
    const isShare = stated <= 1 && !written[0].includes("%") && !perCent.test(column.header);
    if (isShare && stated === 1) return [];
    const [percent, places] = isShare
      ? [Number(`${stated}e2`), Math.max(0, decimals - 2)]
      : [stated, decimals];
    return [
      {
        index,
        header: column.header,
        place,
        percent,
        decimals: places,
        part: column.part,
        whole: column.whole,
      },
    ];
  });
}
