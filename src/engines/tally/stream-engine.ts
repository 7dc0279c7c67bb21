import type { Source } from "../../intake/files/source.ts";
import { eachRecord } from "../../intake/records/each-record.ts";
import type { TableRecord } from "../../intake/records/record.ts";
import { codes } from "../../survey/codes.ts";
import type { Engine, Part, Request, ScanOptions } from "../engine.ts";
import { Tally } from "./tally.ts";

/** Delimited text in any encoding, and rows cut already, in one pass: the tally adds the records up. */
export const streamEngine: Engine = {
  accepts: () => true,
  scan,
};

async function scan(source: Source, request: Request, options: ScanOptions = {}): Promise<Part> {
  return (await tallyOf(source, request, options)).finish();
}

/** The tally of all records of a source; `seen` is shown each row below the header once it was taken, with the tally. */
export async function tallyOf(
  source: Source,
  request: Request,
  options: ScanOptions = {},
  seen: (record: TableRecord, tally: Tally) => void = () => {},
): Promise<Tally> {
  const { plan } = request;
  const tally = new Tally(request);
  const onLoneQuote = (line: number): void => {
    tally.raise(codes.unterminatedQuote, { line, fields: [], raw: "" }, undefined, {});
  };
  const take = (record: TableRecord, isBody: boolean): void => {
    if (record.raw.includes("\uFFFD"))
      tally.raise(codes.replacedBytes, record, undefined, { encoding: plan.encoding });
    if (!isBody) return;
    tally.take(record);
    seen(record, tally);
  };
  await eachRecord(source, plan, take, { ...options, onLoneQuote });
  return tally;
}
