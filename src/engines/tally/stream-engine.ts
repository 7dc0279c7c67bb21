import { makeDecoder } from "../../intake/files/decoder.ts";
import type { Source } from "../../intake/files/source.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { RecordReader, type TableRecord } from "../../intake/records/records.ts";
import { codes } from "../../survey/codes.ts";
import type { Engine, Part, Request, ScanOptions } from "../engine.ts";
import { Tally } from "./tally.ts";

/** Delimited text in any encoding, in one pass: blocks are decoded, PapaParse cuts the records, the tally adds them up. */
export const streamEngine: Engine = {
  accepts: () => true,
  scan,
};

async function scan(source: Source, request: Request, options: ScanOptions = {}): Promise<Part> {
  const { plan } = request;
  const tally = new Tally(request);
  const take = (record: TableRecord, isBody: boolean): void => {
    if (record.raw.includes("\uFFFD"))
      tally.raise(codes.replacedBytes, record, undefined, { encoding: plan.encoding });
    if (isBody) tally.take(record);
  };
  await streamRecords(
    source,
    plan,
    take,
    (line) => tally.raise(codes.unterminatedQuote, { line, fields: [], raw: "" }, undefined, {}),
    options,
  );
  return tally.finish();
}

/** Every record of a source in its order, and whether it stands below the header. */
export async function streamRecords(
  source: Source,
  plan: ReadingPlan,
  take: (record: TableRecord, isBody: boolean) => void,
  onLoneQuote: (line: number) => void = () => {},
  options: ScanOptions = {},
): Promise<void> {
  const decoder = await makeDecoder(plan.encoding);
  let toSkip = plan.preambleRecords + plan.headerRecords;
  const reader = new RecordReader(
    plan.dialect,
    (record) => {
      take(record, toSkip === 0);
      if (toSkip > 0) toSkip--;
    },
    onLoneQuote,
  );
  for await (const block of source.blocks()) {
    options.signal?.throwIfAborted();
    options.tap?.(block);
    reader.push(decoder.decode(block), false);
    options.progress?.(block.length, reader.line);
  }
  reader.push(decoder.end(), true);
}
