import { CdjError } from "../../survey/error.ts";
import { configWords } from "../../words/locales/config.ts";
import { phrase } from "../../words/phrase.ts";
import { spokenLanguage } from "../language.ts";

/** Where a text stops being JSON. The engine says so for some faults only; of the others it is the end of the shortest beginning that has the same fault. */
function faultAt(text: string, message: string): number {
  const named = /at position (\d+)/u.exec(message)?.[1];
  if (named !== undefined) return Number(named);
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasBadToken(text.slice(0, middle + 1))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function hasBadToken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch (error) {
    return (error as Error).message.startsWith("Unexpected token");
  }
}

/**
 * What a JSON file says, with or without a byte order mark. Throws a CdjError with the line and column at which the text stops being JSON;
 * the character that stands there is named unless the file may hold data.
 */
export function parsedJson(file: string, content: string, mayHoldData = false): unknown {
  const text = content.replace(/^\uFEFF/u, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = faultAt(text, (error as Error).message);
    const before = text.slice(0, position).split("\n");
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const language = spokenLanguage();
    const found = text.slice(position).match(/^\S/u)?.[0];
    const words = configWords(language);
    const template =
      found === undefined ? words.cutShort : mayHoldData ? words.noJson : words.notJson;
    throw new CdjError("bad-config", {
      file,
      reason: phrase(
        template,
        { ...place, ...(found !== undefined && !mayHoldData && { found }) },
        language,
      ),
    });
  }
}
