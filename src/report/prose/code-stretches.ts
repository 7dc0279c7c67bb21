/** A stretch of a text: from its first character up to, not including, `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const fenceOpen = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]?)*[ \t]*(`{3,}(?=[^`]*$)|~{3,})/u;

/**
 * Where Markdown holds code: fenced blocks, indented ones and `spans`. An indented line is code at the beginning and after a blank line or a heading, but
 * not within a list, where it continues an item. Comments are not searched for spans. In order, none within another.
 */
export function codeStretches(text: string): Stretch[] {
  const found: Stretch[] = [];
  let fence:
    | { readonly mark: string; readonly start: number; readonly quoted: boolean }
    | undefined;
  let proseStart = 0;
  let place: "open" | "paragraph" | "list" | "code" = "open";
  const endProse = (at: number): void => {
    if (at > proseStart) found.push(...spans(text, proseStart, at));
  };
  for (const { start, end, line } of linesOf(text)) {
    if (fence) {
      const closed = closes(line, fence.mark) || (fence.quoted && !/^[ \t]*>/u.test(line));
      if (!closed) continue;
      found.push({ start: fence.start, end });
      fence = undefined;
      proseStart = end;
      continue;
    }
    const commented = insideComment(text, proseStart, start);
    if (!commented && isIndented(line) && (place === "open" || place === "code")) {
      endProse(start);
      found.push({ start, end });
      proseStart = end;
      place = "code";
      continue;
    }
    if (!commented) place = placeAfter(line, place);
    const mark = commented ? undefined : fenceOpen.exec(line)?.[1];
    if (mark !== undefined) {
      endProse(start);
      fence = { mark, start, quoted: /^[ \t]*>/u.test(line) };
    } else if (line.trim() === "" && !insideComment(text, proseStart, start)) {
      endProse(start);
      proseStart = end;
    }
  }
  if (fence) found.push({ start: fence.start, end: text.length });
  else endProse(text.length);
  return found;
}

const isIndented = (line: string): boolean =>
  /^(?: {4}| {0,3}\t)/u.test(line) && line.trim() !== "";

/** What an indented line after this one would be: code where no paragraph and no list is open. */
function placeAfter(line: string, before: "open" | "paragraph" | "list" | "code"): typeof before {
  if (line.trim() === "") return before === "list" ? "list" : "open";
  if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/u.test(line)) return "list";
  if (before === "list" && /^[ \t]/u.test(line)) return "list";
  return /^ {0,3}(?:#{1,6}(?:[ \t]|$)|(?:`{3,}|~{3,}))/u.test(line) ? "open" : "paragraph";
}

function* linesOf(text: string): Generator<Stretch & { readonly line: string }> {
  const breaks = /\r\n|\n|\r|$/gu;
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    if (match.index < start) continue;
    const end = match.index + match[0].length;
    yield { start, end, line: text.slice(start, match.index) };
    if (match[0] === "") return;
    start = end;
  }
}

/** At least as many of the same mark, and nothing behind. */
function closes(line: string, mark: string): boolean {
  const content = line.replace(/^[ \t>]*/u, "").trimEnd();
  return content.length >= mark.length && content === (mark[0] as string).repeat(content.length);
}

const insideComment = (text: string, from: number, at: number): boolean => {
  const open = text.lastIndexOf("<!--", at - 1);
  return open >= from && text.slice(open, at).indexOf("-->") < 0;
};

/** Backticks in equal numbers around something; a comment that begins first is none of it, and so is a backslash before them. */
function spans(text: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  const runs = /\\.|<!--[\s\S]*?-->|`+/gu;
  runs.lastIndex = from;
  for (let match = runs.exec(text); match && match.index < to; match = runs.exec(text)) {
    const [run] = match;
    if (!run.startsWith("`")) continue;
    const end = closingRun(text, runs.lastIndex, to, run.length);
    if (end === undefined) continue;
    found.push({ start: match.index, end });
    runs.lastIndex = end;
  }
  return found;
}

function closingRun(text: string, from: number, to: number, length: number): number | undefined {
  const runs = /`+/gu;
  runs.lastIndex = from;
  for (let match = runs.exec(text); match && match.index < to; match = runs.exec(text))
    if (match[0].length === length) return runs.lastIndex;
  return undefined;
}
