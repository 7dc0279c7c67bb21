import type { Survey } from "../../analysis/observed-survey.ts";
import { type ConcordanceEntry, type Rebased, rebase } from "../../change/concordance.ts";
import { withoutIdentity } from "../../codebook/identity.ts";
import { decodeWhole } from "../../intake/files/decoder.ts";
import { detectEncoding } from "../../intake/files/encoding.ts";
import { fileSource, streamSource } from "../../intake/files/source.ts";
import { recordsOf, type TableRecord } from "../../intake/records/records.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";

/** Headers of a concordance, in small letters. */
const heads: Readonly<Record<"old" | "new" | "share", readonly string[]>> = {
  old: [
    "old",
    "from",
    "原",
    "旧",
    "舊",
    "原地区",
    "原地區",
    "原社区",
    "原村里",
    "旧地区",
    "舊地區",
    "调整前",
    "調整前",
  ],
  new: [
    "new",
    "to",
    "新",
    "现",
    "現",
    "新地区",
    "新地區",
    "新社区",
    "新村里",
    "现地区",
    "現地區",
    "调整后",
    "調整後",
  ],
  share: ["share", "份额", "份額", "比例", "比率", "占比", "分摊比例", "分攤比率"],
};

const largest = 1 << 24;

/**
 * Reads a concordance (`-`: standard input): a CSV file with the columns old, new and share (a part of 1 or a percentage; 1 where the cell or the column is missing).
 * Throws a CdjError for a file without these columns or a share that is none.
 */
export async function readConcordance(file: string): Promise<ConcordanceEntry[]> {
  const { bytes, complete } = await (file === "-"
    ? streamSource("-", process.stdin)
    : fileSource(file)
  ).head(largest);
  const encoding = await detectEncoding(bytes, complete);
  if (!encoding)
    throw new CdjError("undecodable", { file, tried: ["utf-8", "gb18030", "big5", "utf-16le"] });
  const text = (await decodeWhole(encoding.encoding, bytes)).replace(/^\uFEFF/u, "");
  const delimiter =
    ["\t", ";", "，"].find((candidate) => text.split(/\r?\n/u, 1)[0]?.includes(candidate)) ?? ",";
  const [header, ...records] = recordsOf(text, { delimiter, quote: '"', escape: '"' }).filter(
    ({ fields }) => fields.some((field) => field.trim() !== ""),
  );
  const seen = header?.fields.map((field) => field.trim()) ?? [];
  const column = (name: keyof typeof heads): number =>
    seen.findIndex((field) => heads[name].includes(field.toLowerCase()));
  const columns = { old: column("old"), new: column("new"), share: column("share") };
  if (columns.old < 0 || columns.new < 0) throw new CdjError("concordance-columns", { file, seen });
  return records.map((record): ConcordanceEntry => {
    const cell = (at: number): string => withoutIdentity((record.fields[at] ?? "").trim());
    return {
      old: cell(columns.old),
      new: cell(columns.new),
      share: shareOf(file, record, columns.share < 0 ? "" : cell(columns.share)),
      line: record.line,
    };
  });
}

function shareOf(file: string, { line }: TableRecord, text: string): number {
  if (text === "") return 1;
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*([%％])?$/u.exec(text) ?? [];
  const share = digits === undefined ? Number.NaN : Number(digits) / (percent ? 100 : 1);
  if (!(share > 0 && share <= 1))
    throw new CdjError("concordance-share", { file, line, cell: text });
  return share;
}

/** The survey with its first period in the boundaries of the second. Throws a CdjError for a concordance that does not fit the survey. */
export function applyConcordance(
  survey: Survey,
  file: string,
  entries: readonly ConcordanceEntry[],
  from: Period,
  to: Period,
): Rebased {
  const rebased = rebase(survey, entries, from, to);
  if (!("fault" in rebased)) return rebased;
  const { fault, line, area } = rebased;
  if (fault === "share-sum")
    throw new CdjError("concordance-sum", { file, line, area, sum: rebased.sum as number });
  if (fault === "ambiguous") throw new CdjError("concordance-ambiguous", { file, line, area });
  throw new CdjError("concordance-area", {
    file,
    line,
    area,
    period: fault === "unknown-old" ? from : to,
  });
}
