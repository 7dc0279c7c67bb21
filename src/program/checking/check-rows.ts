import { makeDecoder } from "../../intake/files/decoder.ts";
import type { Source } from "../../intake/files/source.ts";
import type { ReadingPlan } from "../../intake/plan.ts";
import { RecordReader, type TableRecord } from "../../intake/records/records.ts";

/** Every record below the header of a table, one at a time. */
export async function eachRow(
  source: Source,
  plan: ReadingPlan,
  take: (record: TableRecord) => void,
): Promise<void> {
  const decoder = await makeDecoder(plan.encoding);
  let toSkip = plan.preambleRecords + plan.headerRecords;
  const reader = new RecordReader(plan.dialect, (record) => {
    if (toSkip > 0) toSkip--;
    else take(record);
  });
  for await (const block of source.blocks()) reader.push(decoder.decode(block), false);
  reader.push(decoder.end(), true);
}
