import type { Source } from "../intake/source.ts";
import { checkWords } from "../locales/check.ts";
import { say } from "../render/findings/say.ts";
import type { Language } from "../survey/language.ts";
import { remark } from "./output.ts";

/** Nobody waits for a remark in the first seconds. */
const patience = 3000;

/** Says on standard error how far a file has been read, when that takes long. */
export function progressRemarks(language: Language): (source: Source, bytes: number) => void {
  let last = performance.now();
  let of: Source | undefined;
  let read = 0;
  return (source, bytes) => {
    if (source !== of) read = 0;
    of = source;
    read += bytes;
    const now = performance.now();
    if (now - last < patience || !source.size) return;
    last = now;
    const share = `${Math.floor((100 * read) / source.size)} %`;
    remark(say(checkWords(language).progress, { file: source.name, share }, language));
  };
}
