import type { MarkerFaultKind } from "../../words/locales/prose.ts";
import { codeStretches, type Stretch } from "./code-stretches.ts";

/** What a marker names. */
export interface Marker extends Stretch {
  /** A figure in a sentence, or a section or table of the appendix. */
  readonly kind: "value" | "block";
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What stands between the two comments; `start` and `end` are those of this text. */
  readonly text: string;
  /** Of the opening comment, from 1. */
  readonly line: number;
  /** What stands before the opening comment on its line, where that is only indentation or marks of quotation. */
  readonly indent: string;
}

/** What is wrong with a marker. */
export interface MarkerFault {
  readonly line: number;
  readonly fault: MarkerFaultKind;
  /** The marker or attribute as written. */
  readonly found: string;
}

const attributeNames = ["area", "group", "by", "period", "norm", "fmt"] as const;

const comment = /<!--[ \t\r\n]*(\/?)cdj:([\w-]*)([\s\S]*?)-->/gu;
const start = /<!--[ \t\r\n]*\/?cdj:/gu;

interface Opened {
  readonly kind: Marker["kind"];
  readonly key: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly at: number;
  readonly contentStart: number;
}

/**
 * The markers of a Markdown text, by their places: `<!-- cdj:v key area="…" -->text<!-- /cdj:v -->` and `<!-- cdj:begin id -->…<!-- cdj:end -->`. Those in
 * code are text. Everything that is no pair is a fault with its line.
 */
export function parseMarkers(text: string): { markers: Marker[]; faults: MarkerFault[] } {
  const code = codeStretches(text);
  const inCode = (at: number): boolean =>
    code.some((stretch) => at >= stretch.start && at < stretch.end);
  const lineAt = lineCounter(text);
  const markers: Marker[] = [];
  const faults: MarkerFault[] = [];
  const finished = new Set<number>();
  let open: Opened | undefined;
  const fail = (at: number, fault: MarkerFault["fault"], found: string): void =>
    void faults.push({ line: lineAt(at), fault, found: found.slice(0, 80) });
  for (const match of text.matchAll(comment)) {
    const [whole, slash, name = "", rest = ""] = match;
    const at = match.index;
    finished.add(at);
    if (inCode(at) || (name === "digest" && slash === "")) continue;
    const closing = (slash === "/" && name === "v") || (slash === "" && name === "end");
    if (closing) {
      const kind = name === "v" ? "value" : "block";
      if (!open) fail(at, "unopened", whole);
      else if (open.kind !== kind) fail(at, "crossed", whole);
      else markers.push(closed(text, open, at, lineAt));
      open = undefined;
      continue;
    }
    if (slash === "/" || (name !== "v" && name !== "begin")) {
      fail(at, "unknown-marker", whole);
      continue;
    }
    if (open) {
      fail(at, "nested", whole);
      continue;
    }
    const read = attributesOf(rest);
    for (const { fault, found } of read.faults) fail(at, fault, found);
    if (read.key === undefined) fail(at, "no-key", whole);
    open = {
      kind: name === "v" ? "value" : "block",
      key: read.key ?? "",
      attributes: read.attributes,
      at,
      contentStart: at + whole.length,
    };
  }
  if (open) fail(open.at, "unclosed", text.slice(open.at, open.contentStart));
  for (const match of text.matchAll(start))
    if (!finished.has(match.index) && !inCode(match.index))
      fail(match.index, "unfinished", text.slice(match.index));
  return { markers, faults: faults.sort((a, b) => a.line - b.line) };
}

function closed(
  text: string,
  { kind, key, attributes, at, contentStart }: Opened,
  end: number,
  lineAt: (at: number) => number,
): Marker {
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const before = text.slice(lineStart, at).replace(/^\uFEFF/u, "");
  const indent = /^[ \t>]*$/u.test(before) ? before : "";
  return {
    kind,
    key,
    attributes,
    start: contentStart,
    end,
    text: text.slice(contentStart, end),
    line: lineAt(at),
    indent,
  };
}

interface Read {
  readonly key: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly faults: readonly Pick<MarkerFault, "fault" | "found">[];
}

const attribute = /^([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"'“]+))/u;

/** A key, then name="value" pairs; straight, curly or no quotes. */
function attributesOf(written: string): Read {
  const [, key] = /^\s+([^\s="'“]+)(?=\s|$)/u.exec(written) ?? [];
  const attributes: Record<string, string> = {};
  const faults: Pick<MarkerFault, "fault" | "found">[] = [];
  let rest = (
    key === undefined ? written : written.slice(written.indexOf(key) + key.length)
  ).trim();
  while (rest !== "") {
    const match = attribute.exec(rest);
    if (!match) {
      faults.push({ fault: "bad-attribute", found: rest });
      break;
    }
    const [whole, name = "", ...values] = match;
    if (!(attributeNames as readonly string[]).includes(name))
      faults.push({ fault: "unknown-attribute", found: name });
    attributes[name] = values.find((value) => value !== undefined) ?? "";
    rest = rest.slice(whole.length).trim();
  }
  return { key, attributes, faults };
}

/** The line of a place, from 1; a line ends with LF, CR LF or CR. */
function lineCounter(text: string): (at: number) => number {
  const starts = [
    0,
    ...[...text.matchAll(/\r\n|\n|\r/gu)].map((match) => match.index + match[0].length),
  ];
  return (at) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** A stretch of a text and what is to stand there. */
export interface Replacement extends Stretch {
  readonly text: string;
}

/** A text with stretches replaced; all that lies between stays as it is. The stretches must not overlap. */
export function splice(text: string, replacements: readonly Replacement[]): string {
  const ordered = [...replacements].sort((a, b) => a.start - b.start);
  let at = 0;
  let spliced = "";
  for (const { start: from, end, text: content } of ordered) {
    spliced += text.slice(at, from) + content;
    at = end;
  }
  return spliced + text.slice(at);
}
