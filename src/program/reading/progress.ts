import type { Source } from "../../intake/files/source.ts";
import { neutraliseTerminal } from "../../render/neutralise.ts";
import { truncate } from "../../render/width.ts";
import type { Arguments } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { progressText } from "../../words/locales/progress.ts";
import { phrase } from "../../words/phrase.ts";

/** Is told how far the reading has come. */
export interface Progress {
  /** So many more bytes of a source were read, up to this line. */
  read(source: Source, bytes: number, lines: number): void;
  /** The reading is over, or broken off. */
  end(): void;
}

/** As much of standard error as a line of progress needs. */
export interface ProgressTerminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Nobody waits for word in the first second; after that, so often. Milliseconds. */
const patience = 1000;
const interval = 200;

/** Takes the line back. */
const clear = "\r\u001b[K";

/**
 * A line on a terminal's standard error, once the reading takes longer than a second: rows, speed, share, seconds left. It is drawn over
 * itself and taken back at the end. Undefined where standard error is no terminal.
 */
export function progressLine(
  language: Language,
  terminal: ProgressTerminal = process.stderr,
  now: () => number = () => performance.now(),
): Progress | undefined {
  if (terminal.isTTY !== true || process.env.TERM === "dumb") return undefined;
  const begun = now();
  let drawn: number | undefined;
  let current: { readonly source: Source; readonly since: number; bytes: number } | undefined;
  return {
    read(source, bytes, lines) {
      const time = now();
      if (current?.source !== source) current = { source, since: time, bytes: 0 };
      current.bytes += bytes;
      if (time - begun < patience || time - (drawn ?? 0) < interval || time === current.since)
        return;
      drawn = time;
      const text = lineText(
        current.source,
        current.bytes,
        (time - current.since) / 1000,
        lines,
        language,
      );
      terminal.write(`${clear}${truncate(text, (terminal.columns || 80) - 1)}`);
    },
    end() {
      if (drawn !== undefined) terminal.write(clear);
      drawn = undefined;
    },
  };
}

function lineText(
  { name, size }: Source,
  bytes: number,
  seconds: number,
  rows: number,
  language: Language,
): string {
  const speed = bytes / seconds;
  const known: Arguments =
    size === undefined
      ? {}
      : {
          share: `${Math.floor((100 * bytes) / size)} %`,
          remaining: Math.ceil(Math.max(0, size - bytes) / speed),
        };
  return phrase(
    progressText(language),
    { file: neutraliseTerminal(name), rows, speed: Math.round(speed / 1e6), ...known },
    language,
  );
}
