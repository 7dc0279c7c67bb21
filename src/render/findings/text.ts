import { Chalk, type ChalkInstance } from "chalk";
import { columnLetters } from "../../survey/cell-name.ts";
import type { Place, Severity } from "../../survey/finding.ts";
import type { Excerpt, Judgement, ToldFinding } from "../../survey/judgement.ts";
import type { Language } from "../../survey/language.ts";
import { checkWords } from "../../words/locales/check.ts";
import { neutraliseTerminal } from "../neutralise.ts";
import { displayWidth, truncate } from "../width.ts";
import { say, summaryOf } from "./say.ts";

export interface TextOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly color: boolean;
  /** The findings and the source lines are left out: the summary alone. */
  readonly quiet?: boolean;
  /** A table of how often each code was raised. */
  readonly statistics?: boolean;
}

const indent = "    ";
/** A cell is shown in so many columns, the one that is meant in as many as fit. */
const widestCell = 24;
/** Other places that have part in a finding. */
const mostRelated = 3;

/**
 * What a person reads: each finding with its place, the row with a caret under the cell, and how to mend it; then what the run found in
 * sum. Text from data cannot act on the terminal, nor as a command of a CI system that reads the log.
 */
export function renderFindingsText(judgement: Judgement, options: TextOptions): string {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const lines: string[] = [];
  if (!options.quiet) {
    const fixes = new Map<string, string>();
    for (const finding of judgement.findings) {
      lines.push(...findingLines(finding, judgement.language, options.width, chalk));
      if (fixes.get(finding.code) !== finding.fix)
        lines.push(chalk.dim(`${indent}${neutraliseTerminal(finding.fix)}`));
      fixes.set(finding.code, finding.fix);
    }
    lines.push(...notShown(judgement, chalk));
  }
  if (options.statistics)
    lines.push(...(lines.length > 0 ? [""] : []), ...statisticsLines(judgement));
  if (!options.quiet || judgement.findings.length > 0 || options.statistics)
    lines.push(...(lines.length > 0 ? [""] : []), ...summaryLines(judgement, chalk));
  return lines.map((line) => `${commandless(line)}\n`).join("");
}

/** Logs are read for commands that begin with “::” after blanks, or with “##[” anywhere: neither is printed as such. */
export const commandless = (line: string): string =>
  line.replace(/^(\s*):(?=:)/u, "$1: ").replace(/##(?=\[|vso\[)/giu, "# #");

const colours: Readonly<Record<Severity, "red" | "yellow" | "cyan">> = {
  error: "red",
  warning: "yellow",
  note: "cyan",
};

/** file:line:column, or file [sheet]!C7 for a workbook. */
export function placeText({ place }: Pick<ToldFinding, "place">): string {
  const file = neutraliseTerminal(place.file);
  if (place.sheet !== undefined) {
    const cell =
      place.line === undefined
        ? ""
        : `!${place.field === undefined ? "" : columnLetters(place.field)}${place.line}`;
    return `${file} ${neutraliseTerminal(place.sheet)}${cell}`;
  }
  return [
    file,
    ...(place.line === undefined
      ? []
      : [place.line, ...(place.column === undefined ? [] : [place.column])]),
  ].join(":");
}

function findingLines(
  finding: ToldFinding,
  language: Language,
  width: number,
  chalk: ChalkInstance,
): string[] {
  const word = chalk[colours[finding.severity]](checkWords(language).severities[finding.severity]);
  const lines = [
    `${chalk.bold(placeText(finding))}  ${word}  ${finding.code}  ${neutraliseTerminal(finding.message)}`,
  ];
  if (finding.excerpt)
    lines.push(...excerptLines(finding.excerpt, width, chalk, colours[finding.severity]));
  const under = finding.under ?? [];
  const same = under.filter(({ code }) => code === finding.code);
  const places = [...(finding.related ?? []), ...same.map(({ place }) => place)];
  const related = places
    .slice(0, mostRelated)
    .map((place) => relatedText(place, finding.place, language));
  if (places.length > mostRelated)
    related.push(say(checkWords(language).alsoMore, { n: places.length - mostRelated }, language));
  if (related.length > 0) {
    const list = related.join(checkWords(language).separator);
    lines.push(
      chalk.dim(
        `${indent}${checkWords(language).also}${/^\p{Script=Han}/u.test(list) ? "" : " "}${list}`,
      ),
    );
  }
  const derived = under.filter(({ code }) => code !== finding.code);
  for (const { code, message } of derived.slice(0, mostRelated))
    lines.push(
      chalk.dim(
        `${indent}${neutraliseTerminal(
          checkWords(language)
            .sameCause.replace("{code}", code)
            .replace("{text}", () => message),
        )}`,
      ),
    );
  if (derived.length > mostRelated)
    lines.push(
      chalk.dim(
        `${indent}${say(checkWords(language).sameCauseMore, { n: derived.length - mostRelated }, language)}`,
      ),
    );
  return lines;
}

/** A place in the same text file is told by its line, one in the same line by its column. */
function relatedText(place: Place, own: Place, language: Language): string {
  const words = checkWords(language);
  if (place.file !== own.file) return placeText({ place });
  if (place.sheet !== undefined || place.line === undefined)
    return placeText({ place }).slice(neutraliseTerminal(place.file).length).trim();
  return place.line === own.line && place.field !== undefined
    ? say(words.alsoColumn, { column: place.field }, language)
    : say(words.alsoLine, { line: place.line }, language);
}

/** The row, cut to the width around the cell that is meant, and the caret under it. Of a wide row only what fits is looked at. */
function excerptLines(
  { line, cells, delimiter, at }: Excerpt,
  width: number,
  chalk: ChalkInstance,
  colour: "red" | "yellow" | "cyan",
): string[] {
  const gutter = `${indent}${line} │ `;
  const room = Math.max(20, width - displayWidth(gutter));
  const mark = delimiter === "\t" ? "  " : neutraliseTerminal(delimiter);
  const shown = (index: number): string =>
    truncate(
      neutraliseTerminal(cells[index] as string),
      index === at ? Math.max(8, room - 12) : widestCell,
    );
  const kept =
    at === undefined
      ? firstCells(cells.length, (index) => displayWidth(shown(index) + mark), room)
      : keptCells(cells.length, at, (index) => displayWidth(shown(index) + mark), {
          room: room - displayWidth(mark) * 2,
          gap: 1 + displayWidth(mark),
        });
  let text = "";
  let caret: { start: number; width: number } | undefined;
  kept.forEach((index, i) => {
    if (i > 0) text += index === (kept[i - 1] as number) + 1 ? mark : `${mark}…${mark}`;
    const cell = shown(index);
    if (index === at) caret = { start: displayWidth(text), width: Math.max(1, displayWidth(cell)) };
    text += cell;
  });
  if (at !== undefined && kept.at(-1) !== cells.length - 1) text += `${mark}…`;
  const lines = [`${chalk.dim(gutter)}${at === undefined ? truncate(text, room) : text}`];
  if (caret)
    lines.push(
      `${chalk.dim(`${indent}${" ".repeat(String(line).length)} │ `)}${" ".repeat(caret.start)}${chalk[colour]("^".repeat(caret.width))}`,
    );
  return lines;
}

/** The first cells, until the room is filled. */
function firstCells(count: number, widthOf: (index: number) => number, room: number): number[] {
  const kept: number[] = [];
  for (let index = 0, width = 0; index < count && width <= room; index++) {
    kept.push(index);
    width += widthOf(index);
  }
  return kept;
}

/** The first cell, the one that is meant, and as many on both sides of it as fit: left of it and right of it in turns. */
function keptCells(
  count: number,
  at: number,
  widthOf: (index: number) => number,
  { room, gap }: { readonly room: number; readonly gap: number },
): number[] {
  let [low, high] = [at, at];
  let width = widthOf(at) + (at > 0 ? widthOf(0) : 0);
  // The first cell stands apart until the cells left of the one that is meant reach it.
  const fits = (more: number, from: number): boolean => width + more + (from > 1 ? gap : 0) <= room;
  for (let step = 1; step < count; step++) {
    const left = at - step;
    if (left > 0) {
      const more = widthOf(left);
      if (!fits(more, left)) break;
      low = left;
      width += more;
    }
    if (at + step < count) {
      const more = widthOf(at + step);
      if (!fits(more, low)) break;
      high = at + step;
      width += more;
    }
  }
  const run = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return low > 0 ? [0, ...run] : run;
}

function notShown({ byCode, language }: Judgement, chalk: ChalkInstance): string[] {
  const words = checkWords(language);
  return byCode.flatMap(({ rule, count, told }) =>
    count > told
      ? [chalk.dim(say(words.notShown, { n: count - told, code: rule.code }, language))]
      : [],
  );
}

function statisticsLines({ byCode, language }: Judgement): string[] {
  const { statistics, severities } = checkWords(language);
  const rows = [
    [statistics.code, statistics.count, statistics.severity, statistics.title],
    ...byCode.map(({ rule, count }) => [
      rule.code,
      String(count),
      severities[rule.severity],
      rule.title,
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] as string))),
  );
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const padding = " ".repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell)));
        return i === 1 ? padding + cell : cell + padding;
      })
      .join("  ")
      .trimEnd(),
  );
}

function summaryLines(judgement: Judgement, chalk: ChalkInstance): string[] {
  const { language, baseline, findings, fixable } = judgement;
  const words = checkWords(language);
  const worst =
    findings.find(({ severity }) => severity === "error") ??
    findings.find(({ severity }) => severity === "warning") ??
    findings[0];
  const parts = [
    summaryOf(judgement),
    ...(baseline && baseline.known > 0 ? [say(words.known, { n: baseline.known }, language)] : []),
    ...(worst ? [say(words.explain, { code: worst.code }, language)] : []),
    ...(fixable > 0 ? [say(words.fixable, { n: fixable }, language)] : []),
  ];
  const lines = [chalk.bold(parts.join(" · "))];
  const fixed = baseline?.fixed ?? [];
  if (fixed.length > 0) {
    lines.push(say(words.fixed, { n: fixed.length }, language));
    for (const { code, title, area = "", variable = "", file = "" } of fixed) {
      lines.push(
        `${indent}${neutraliseTerminal(say(words.fixedHead, { code, title, area, variable, file: area === "" ? file : "" }, language))}`,
      );
    }
  }
  return lines;
}
