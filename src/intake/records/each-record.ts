import { makeDecoder } from "../files/decoder.ts";
import { recordOfRow } from "../files/rows-source.ts";
import type { Source } from "../files/source.ts";
import type { Dialect, TableRecord } from "./record.ts";
import { RecordReader } from "./records.ts";

/** How the bytes of a source are cut into records, and how many of these stand above the first row. */
export interface WayOfReading {
  readonly encoding: string;
  readonly dialect: Dialect;
  readonly preambleRecords: number;
  readonly headerRecords: number;
}

export interface EachRecordOptions {
  /** Is told the line of a quote that never closes. */
  readonly onLoneQuote?: (line: number) => void;
  readonly signal?: AbortSignal;
  /** Sees all bytes in their order. */
  readonly tap?: (block: Uint8Array) => void;
  /** Is told how many bytes were read, and the line that was reached. */
  readonly progress?: (bytes: number, line: number) => void;
}

/**
 * Every record of a source in its order, and whether it stands below the header. The one place in which a source is cut into records
 * from end to end; rows that are cut already are handed over.
 */
export async function eachRecord(
  source: Source,
  way: WayOfReading,
  take: (record: TableRecord, isBody: boolean) => void,
  { onLoneQuote, signal, tap, progress }: EachRecordOptions = {},
): Promise<void> {
  let toSkip = way.preambleRecords + way.headerRecords;
  const hand = (record: TableRecord): void => {
    take(record, toSkip === 0);
    if (toSkip > 0) toSkip--;
  };
  if (source.rows) {
    source.rows.forEach((row, i) => {
      hand(recordOfRow(row, i + 1));
    });
    return;
  }
  const decoder = await makeDecoder(way.encoding);
  const reader = new RecordReader(way.dialect, hand, onLoneQuote);
  for await (const block of source.blocks()) {
    signal?.throwIfAborted();
    tap?.(block);
    reader.push(decoder.decode(block), false);
    progress?.(block.length, reader.line);
  }
  reader.push(decoder.end(), true);
}

/** Every record below the header of a table. */
export const eachRow = (
  source: Source,
  way: WayOfReading,
  take: (record: TableRecord) => void,
): Promise<void> =>
  eachRecord(source, way, (record, isBody) => {
    if (isBody) take(record);
  });
