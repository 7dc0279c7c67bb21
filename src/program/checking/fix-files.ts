import { chmodSync, realpathSync, statSync } from "node:fs";
import { redacted, withoutIdentity } from "../../codebook/identity.ts";
import { decide, type IntakeOptions } from "../../intake/decide.ts";
import { decodeWhole } from "../../intake/files/decoder.ts";
import { fileKind, KIND_BYTES } from "../../intake/files/file-kind.ts";
import { fileSource, memorySource, type Source, wholeOf } from "../../intake/files/source.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { type Change, type Repair, type Repaired, repairText } from "../../intake/rows/repair.ts";
import { sampleOf } from "../../intake/sample.ts";
import { planOfAllBlocks } from "../../intake/shapes/beside-source.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { repairDiff } from "../../render/findings/repair-diff.ts";
import { printable } from "../../report/redaction.ts";
import { CdjError } from "../../survey/error.ts";
import { protectedColumns, withoutProtectedCells } from "../config/protection-rules.ts";
import { writeWhole } from "../output/output.ts";
import { expandFiles } from "../reading/expand-files.ts";

interface FixedFile {
  readonly file: string;
  readonly repairs: Readonly<Record<Repair, number>>;
  /** The encoding it was converted from. */
  readonly encoding?: string;
}

export interface FixResult {
  readonly files: readonly FixedFile[];
  /** Files that are no delimited text. */
  readonly skipped: readonly string[];
  readonly diff: string;
  readonly written: boolean;
}

const MOST_BYTES = 512 << 20;
const mark = "\uFEFF";

/**
 * Repairs the spellings of delimited text files in place, each written whole or not at all; with `onlyShow` nothing is written. Files that
 * are no text are named, files that cannot be read as a table stay as they are (`check` tells why).
 */
export async function fixFiles(
  words: readonly string[],
  options: IntakeOptions,
  onlyShow: boolean,
  protection?: ProtectionRules,
): Promise<FixResult> {
  const files: FixedFile[] = [];
  const skipped: string[] = [];
  let diff = "";
  for (const file of await expandFiles(words)) {
    const source = file === "-" ? undefined : fileSource(file);
    if (source?.path === undefined || fileKind((await source.head(KIND_BYTES)).bytes) !== "text") {
      skipped.push(file);
      continue;
    }
    const repaired = await repairBytes(file, await wholeOf(source, MOST_BYTES), options);
    if (!repaired) continue;
    diff += repairDiff(
      file,
      repaired.changes.map((change) =>
        redactedChange(change, repaired.plan, protectedColumns(repaired.plan, protection)),
      ),
      repaired.encoding,
    );
    if (!onlyShow) replaceFile(file, repaired.bytes);
    files.push({
      file,
      repairs: repaired.repairs,
      ...(repaired.encoding !== undefined && { encoding: repaired.encoding }),
    });
  }
  return { files, skipped, diff, written: !onlyShow };
}

/** Larger files are not looked at only to say that they could be repaired. */
const MOST_LOOKED_AT = 2 << 20;

/** How many cells and rows `--fix` would repair in these tables, as far as they are text files of moderate size. */
export async function fixableIn(
  tables: readonly { readonly plan: ReadingPlan; readonly source: Source }[],
): Promise<number> {
  let count = 0;
  for (const { plan, source } of tables) {
    if (
      source.origin ||
      source.name === "-" ||
      (source.size ?? Number.POSITIVE_INFINITY) > MOST_LOOKED_AT
    )
      continue;
    const text = await decodeWhole(plan.encoding, await wholeOf(source, MOST_LOOKED_AT));
    if (!text.includes("\uFFFD"))
      count += Object.values(repairText(text, plan).repairs).reduce((sum, n) => sum + n, 0);
  }
  return count;
}

interface RepairedBytes extends Omit<Repaired, "text"> {
  readonly bytes: Uint8Array;
  readonly plan: ReadingPlan;
  readonly encoding?: string;
}

/** The bytes with their spellings repaired; undefined where there is nothing to repair, or where the bytes are not all text of one encoding. */
export async function repairBytes(
  name: string,
  bytes: Uint8Array,
  options: IntakeOptions,
): Promise<RepairedBytes | undefined> {
  const plan = await planOf(name, bytes, options);
  if (!plan) return undefined;
  const text = await decodeWhole(plan.encoding, bytes);
  if (text.includes("\uFFFD")) return undefined;
  const converts = plan.encoding !== "utf-8";
  const repaired = repairText(text, plan);
  if (!converts && repaired.changes.length === 0) return undefined;
  // A converted file keeps a mark, so that Excel and WPS open it as what it is.
  const { text: fixed, ...rest } = repaired;
  return {
    ...rest,
    bytes: Buffer.from(`${plan.bom || converts ? mark : ""}${fixed}`),
    plan,
    ...(converts && { encoding: plan.encoding.toUpperCase() }),
  };
}

async function planOf(
  name: string,
  bytes: Uint8Array,
  options: IntakeOptions,
): Promise<ReadingPlan | undefined> {
  try {
    const source = memorySource(name, bytes);
    const sample = await sampleOf(source, options);
    return planOfAllBlocks((await decide(source, options, sample)).plan, sample.whole());
  } catch (error) {
    if (error instanceof CdjError) return undefined;
    throw error;
  }
}

/** Writes through a link, and keeps the permissions. */
function replaceFile(file: string, bytes: Uint8Array): void {
  const path = realpathSync(file);
  const { mode } = statSync(path);
  writeWhole(path, bytes);
  chmodSync(path, mode & 0o7777);
}

function redactedChange(change: Change, plan: ReadingPlan, withheld: ReadonlySet<number>): Change {
  if (!change.after) return change;
  if (isHead(change.line, plan))
    return {
      ...change,
      before: change.before.map(withoutIdentity),
      after: change.after.map(withoutIdentity),
    };
  const shown = (cells: readonly string[]): string[] =>
    withoutProtectedCells(
      cells.map((cell, i) => (printable(cell, plan.columns[i]) ? cell : redacted)),
      withheld,
    );
  return { ...change, before: shown(change.before), after: shown(change.after) };
}

const isHead = (line: number, { preambleLines, headerLines }: ReadingPlan): boolean =>
  line <= preambleLines + headerLines;
