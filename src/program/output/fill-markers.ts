import { createHash } from "node:crypto";
import { basename } from "node:path";
import { arithmeticText, isBareFigure } from "../../formula/print.ts";
import { formatInProse, looksPrinted } from "../../render/documents/figure-in-prose.ts";
import { phraseText } from "../../render/documents/inline-text.ts";
import { renderMarkdown } from "../../render/documents/markdown.ts";
import { type Appendix, appendixOf } from "../../report/appendix/appendix.ts";
import { figureFor, type Unknown } from "../../report/prose/figure-of-marker.ts";
import { type Marker, parseMarkers, type Replacement } from "../../report/prose/markers.ts";
import type { Block } from "../../survey/document.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent } from "../../survey/measured.ts";
import { absentReasonText } from "../../words/locales/absent-reasons.ts";
import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import { sectionIds } from "../../words/locales/appendix/words.ts";
import { type NameKind, proseWordsOf } from "../../words/locales/prose.ts";
import { nearest } from "../../words/nearest.ts";
import { compose } from "../../words/sentence.ts";
import { spokenLanguage } from "../language.ts";
import { type AppendixRequest, appendixInput, type Computed } from "./appendix-input.ts";

/** What becomes of one marker. */
export interface Filled extends Replacement {
  readonly marker: Marker;
  /** in-step: nothing changes · stale: the data are newer · edited: somebody wrote into it. */
  readonly state: "in-step" | "stale" | "edited";
  /** 122 ÷ 240 */
  readonly arithmetic?: string;
  /** Why the figure cannot be told. */
  readonly reason?: string;
}

/** The markers of a text. Throws a CdjError with the line of the first that is broken. */
export function markersOf(text: string, file: string, language: Language): Marker[] {
  const { markers, faults } = parseMarkers(text);
  const [first] = faults;
  if (!first) return markers;
  const { line, fault, found } = first;
  throw new CdjError("bad-marker", {
    file,
    line,
    reason: proseWordsOf(language).faults[fault],
    found: found.replace(/\s+/gu, " "),
  });
}

export interface ProseContext {
  readonly computed: Computed;
  readonly language: Language;
  readonly version: string;
  readonly file: string;
}

/** What the data say at each marker. Throws a CdjError for a name that nothing bears. */
export function fillMarkers(
  text: string,
  markers: readonly Marker[],
  context: ProseContext,
): Filled[] {
  const appendices = new Map<string, Appendix>();
  return markers.map((marker) =>
    marker.kind === "value"
      ? fillValue(marker, context)
      : fillBlock(text, marker, context, appendices),
  );
}

function fillValue(marker: Marker, { computed, language, file }: ProseContext): Filled {
  const { key, attributes, line } = marker;
  const told = figureFor(computed.analysis, key, attributes, language);
  if ("unknown" in told) throw unknownName(told, file, line);
  const { groupDigits } = computed.project;
  const group = groupDigits === undefined ? {} : { group: groupDigits };
  const text =
    told.word !== undefined && attributes.fmt === undefined
      ? told.word
      : formatInProse(told.figure, attributes.fmt, language, group);
  if (text === undefined)
    throw new CdjError("bad-format", { file, line, found: attributes.fmt ?? "", key });
  const { measured } = told.figure;
  const { arithmetic } = told;
  return {
    marker,
    start: marker.start,
    end: marker.end,
    text,
    state:
      marker.text === text
        ? "in-step"
        : marker.text.trim() === "" || looksPrinted(marker.text, text)
          ? "stale"
          : "edited",
    ...(arithmetic &&
      !isBareFigure(arithmetic) && { arithmetic: arithmeticText(arithmetic, language) }),
    ...(isAbsent(measured) && { reason: absentReasonText(measured.absent, language) }),
  };
}

function unknownName({ unknown, found, known }: Unknown, file: string, line: number): CdjError {
  if (unknown === "needs-norm")
    return new CdjError("marker-needs-norm", { file, line, key: found });
  if (unknown === "which-norm")
    return new CdjError("marker-which-norm", { file, line, key: found, known });
  return unknownOf(unknown, found, known, file, line);
}

/** In the language that the message will be told in, which need not be that of the text. */
function unknownOf(
  kind: NameKind,
  found: string,
  known: readonly string[],
  file: string,
  line: number,
): CdjError {
  const names = [...new Set(known)];
  const suggestions = nearest(found, names);
  return new CdjError("unknown-name", {
    file,
    line,
    what: proseWordsOf(spokenLanguage()).names[kind],
    found,
    suggestions,
    all: suggestions.length === 0 && names.length <= 20 ? names : [],
  });
}

function fillBlock(
  text: string,
  marker: Marker,
  context: ProseContext,
  appendices: Map<string, Appendix>,
): Filled {
  const blocks = blocksOf(marker, context, appendices);
  const markdown = renderMarkdown({
    language: context.language,
    ...grouping(context),
    blocks,
  }).trimEnd();
  const newline = /\r\n/u.test(text) ? "\r\n" : "\n";
  const body = markdown.split("\n").join(`${newline}${marker.indent}`);
  const fresh = `${newline}${marker.indent}<!-- cdj:digest ${digestOf(markdown)} -->${newline}${marker.indent}${newline}${marker.indent}${body}${newline}${marker.indent}${newline}${marker.indent}`;
  return {
    marker,
    start: marker.start,
    end: marker.end,
    text: fresh,
    state: marker.text === fresh ? "in-step" : isUntouched(marker) ? "stale" : "edited",
  };
}

const grouping = ({ computed }: ProseContext) =>
  computed.project.groupDigits === undefined ? {} : { groupDigits: computed.project.groupDigits };

const digestOf = (content: string): string =>
  createHash("sha256").update(content).digest("hex").slice(0, 16);

/** Whether a block is as it was written: its digest says so. One without a digest was never written. */
function isUntouched({ text, indent }: Marker): boolean {
  const [, digest, content = ""] =
    /^\s*(?:>\s*)*<!-- cdj:digest (\w+) -->([\s\S]*)$/u.exec(text) ?? [];
  if (digest === undefined) return true;
  const lines = content
    .split(/\r\n|\n|\r/u)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return digestOf(lines.join("\n").replace(/^\n+|\s+$/gu, "")) === digest;
}

/** The blocks of a section, without its heading, or one table or figure. */
function blocksOf(
  { key, attributes, line }: Marker,
  context: ProseContext,
  appendices: Map<string, Appendix>,
): readonly Block[] {
  const { language, file } = context;
  const { group } = attributes;
  const appendix = appendices.get(group ?? "") ?? appendixFor(context, group, line);
  appendices.set(group ?? "", appendix);
  const section = appendix.sections.find(({ id }) => id === key);
  if (section) return withoutPictures(section.blocks);
  const words = appendixWordsOf(language);
  const leftOut = appendix.leftOut.find(({ id }) => id === key);
  if (leftOut)
    return [
      {
        kind: "paragraph",
        content: [
          `${words.sections[leftOut.id]}${language === "en" ? ": " : "："}${words[leftOut.reason]}`,
        ],
      },
    ];
  const block = appendix.document.blocks.find(
    (own) => (own.kind === "table" || own.kind === "figure") && own.id === key,
  );
  if (block) return [block];
  const ids = appendix.document.blocks.flatMap((own) =>
    own.kind === "table" || own.kind === "figure" ? [own.id] : [],
  );
  throw unknownOf("section", key, [...sectionIds, ...ids], file, line);
}

/** A block has no picture: charts go, with the sentences that name them; what they show stands in the tables. */
const withoutPictures = (blocks: readonly Block[]): Block[] =>
  blocks.filter(
    (block) =>
      block.kind !== "figure" &&
      !(
        block.kind === "paragraph" &&
        block.content.some((inline) => typeof inline !== "string" && "reference" in inline)
      ),
  );

function appendixFor(
  { computed, language, version, file }: ProseContext,
  group: string | undefined,
  line: number,
): Appendix {
  const groups = computed.analysis.groups
    .filter(({ by }) => by === computed.grouping?.by)
    .map((own) => own.group);
  if (group !== undefined && !groups.includes(group))
    throw unknownOf("group", group, groups, file, line);
  const request: AppendixRequest = {
    language,
    version,
    command: `cdj render ${basename(file)}`,
    lorenz: [],
    sections: sectionIds,
  };
  return appendixOf(appendixInput(computed, request, group), language);
}

/** The key with the communities and the time it is about. */
export const nameOf = ({ key, attributes: { area, group, period } }: Marker): string =>
  [key, area, group, period].filter((part) => part !== undefined).join(" ");

/** “报告.md:14  members_60_plus_share   文中 50 %   数据 50.8 %   （122 ÷ 240）” */
export function filledLine(
  { marker, text, state, arithmetic }: Filled,
  file: string,
  language: Language,
): string {
  const words = proseWordsOf(language);
  const say = (template: string, slots: Record<string, string>): string =>
    phraseText(compose(template, slots), { language });
  const parts = [`${file}:${marker.line}  ${nameOf(marker)}`];
  if (marker.kind === "block")
    parts.push(state === "edited" ? words.blockEdited : words.blockStale);
  else {
    const old = marker.text.trim();
    parts.push(
      old === ""
        ? words.unfilled
        : say(words.text, { old: old.replace(/\s+/gu, " ").slice(0, 60) }),
      say(words.data, { new: text }),
    );
    if (arithmetic !== undefined)
      parts.push(language === "en" ? `(${arithmetic})` : `（${arithmetic}）`);
    if (state === "edited") parts.push(words.edited);
  }
  return parts.join("   ");
}
