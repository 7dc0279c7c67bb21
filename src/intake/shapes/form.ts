import { identityOfHeader } from "../../codebook/identity.ts";
import { matchHeader } from "../../codebook/match.ts";
import { isRemarkHead } from "../../codebook/remark-head.ts";
import { readUnit } from "../../codebook/unit-spellings.ts";
import { parseCell } from "../cells/cell.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { isFilled } from "../cells/filled-cells.ts";
import { rulesFor } from "../meaning/planned-columns.ts";

/** A row of cells as it stands in the original. */
export interface FormRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A cell of the original; the field counts from 1. */
export interface CellPlace {
  readonly line: number;
  readonly field: number;
}

/** A label with the value beside or below it. */
export interface FormPair {
  readonly label: string;
  readonly value: string;
  readonly at: CellPlace;
  readonly labelAt: CellPlace;
  readonly beside: boolean;
}

/** What a form of one community says. */
export interface Form {
  readonly pairs: readonly FormPair[];
  /** Rows above the first pair that hold a title or a caption. */
  readonly titles: readonly { readonly text: string; readonly line: number }[];
  /** Lines of persons (who filled it in, telephones, signatures), headings of sections, notes. */
  readonly leftOut: readonly number[];
}

const MOST_ROWS = 400;
/** Who filled the form in, how to reach them, who signed: with what stands beside it, no part of the table. */
const contact = new RegExp(
  [
    "^(?:填表|填报|填報|制表|製表|审核|審核|经办|經辦|承办|承辦|联系|聯絡|聯繫|负责|負責)(?:人|者|电话|電話|方式|日期|时间|時間|$|[:：(（])",
    "^(?:电话|電話|手机|手機|传真|傳真|邮箱|郵箱|电子邮[箱件]|签[字名章]|簽[名章]|盖章|蓋章|公章|[(（]盖章|[(（]公章|日期)",
    "姓名(?:$|[:：])",
    "^(?:phone|telephone|mobile|e-?mail|signature|signed|filled in by|contact)",
  ].join("|"),
  "iu",
);

type Role = "label" | "contact" | "other";

/**
 * A form of one community: labels on the left or above, values beside or below. Undefined for a table: rows of several areas under one
 * header, several figures beside one label, items by name. Several labels with figures must be known to the codebook; else all must be
 * among `asked`, the labels of forms of the same kind: a community may have left its own blank.
 */
export function readForm(rows: readonly FormRow[], asked?: ReadonlySet<string>): Form | undefined {
  if (rows.length > MOST_ROWS || rows.some(isLongHeader)) return undefined;
  const beside = rows.map(pairsBeside);
  if (beside.filter((row) => row.crowded).length > 1 || isTable(rows, beside)) return undefined;
  const below = pairsBelow(rows, beside);
  if (below === "table") return undefined;
  // What stands below labels are values, whatever they look like.
  const taken = new Set(below.map((pair) => pair.at.line));
  const bare = [
    ...beside.flatMap((row) => row.pairs).filter((pair) => !taken.has(pair.at.line)),
    ...below,
  ].sort((a, b) => a.labelAt.line - b.labelAt.line || a.labelAt.field - b.labelAt.field);
  const pairs = withSubjects(bare, rows);
  const blank = beside.flatMap(({ open }, r) =>
    open.map((field) => ((rows[r] as FormRow).fields[field] as string).trim()),
  );
  if (!isConvincing(pairs) && !(asked && isAlike(pairs, blank, asked))) return undefined;
  const first = Math.min(...pairs.map((pair) => pair.labelAt.line));
  const used = new Set(pairs.flatMap((pair) => [pair.at.line, pair.labelAt.line]));
  const isLeftOut = ({ line, fields }: FormRow): boolean =>
    fields.some((cell) => roleOf(cell) === "contact") ||
    (line > first && !used.has(line) && fields.some(isFilled));
  const leftOut = rows.filter(isLeftOut).map((row) => row.line);
  const titles = rows
    .filter((row) => row.line < first && !leftOut.includes(row.line))
    .map((row) => ({ text: row.fields.filter(isFilled).join(" "), line: row.line }));
  return { pairs, titles: titles.filter(({ text }) => text !== ""), leftOut };
}

function roleOf(cell: string): Role {
  const text = cell.trim();
  if (text === "" || looksNumeric(text)) return "other";
  if (
    contact.test(text.replace(/\s/gu, "")) ||
    identityOfHeader(text.replace(/[:：].*$/su, "")) !== undefined
  )
    return "contact";
  return isLabel(text) || isRemarkHead(text) ? "label" : "other";
}

/** A label that asks for no figure, and is no name of an area beside 社区名称. */

function isLabel(text: string): boolean {
  const { kind } = matchHeader(text.replace(/[:：]\s*$/u, ""));
  return kind === "variable" || kind === "band" || kind === "key" || kind === "ambiguous";
}

/** 社区, 指标, 数值: the head of a long table. */
function isLongHeader({ fields }: FormRow): boolean {
  const kinds = fields.map((cell) => matchHeader(cell));
  return (
    kinds.some((m) => m.kind === "key" && m.key === "area") &&
    kinds.some((m) => m.kind === "item" || m.kind === "value")
  );
}

interface Beside {
  readonly pairs: readonly FormPair[];
  /** Fields (from 0) of labels that nothing stands beside. */
  readonly open: readonly number[];
  /** Several figures stand beside one label. */
  readonly crowded: boolean;
}

function pairsBeside({ line, fields }: FormRow): Beside {
  const pairs: FormPair[] = [];
  const open: number[] = [];
  let crowded = false;
  const next = (from: number): number => fields.findIndex((cell, i) => i > from && isFilled(cell));
  for (let i = next(-1); i !== -1; i = next(i)) {
    const text = (fields[i] as string).trim();
    const inline = inlinePair(text);
    const role = roleOf(text);
    if (role === "contact") {
      const value = next(i);
      if (!/[:：].+/u.test(text) && value !== -1 && roleOf(fields[value] as string) === "other")
        i = value;
    } else if (inline) {
      const at = { line, field: i + 1 };
      pairs.push({ ...inline, at, labelAt: at, beside: true });
    } else if (/\p{L}/u.test(text)) {
      const value = next(i);
      if (value === -1 || !isValueOf(text, role, fields[value] as string)) {
        if (role === "label") open.push(i);
        continue;
      }
      const found = valueAndUnit(fields, value, next(value));
      const label = text.replace(/[:：]\s*$/u, "");
      const written =
        found.unit !== "" && !/[(（]/u.test(label) ? `${label}(${found.unit})` : label;
      const at = { line, field: found.value + 1 };
      if (!isHeadOfRows(label))
        pairs.push({
          label: written,
          value: fields[found.value] as string,
          at,
          labelAt: { line, field: i + 1 },
          beside: true,
        });
      i = found.last;
      const after = next(i);
      if (after !== -1 && looksNumeric(fields[after] as string)) crowded = true;
    }
  }
  return { pairs, open, crowded };
}

/** A unit may stand behind the value, or between the label and the value; `last` is the last field of the three. */
function valueAndUnit(
  fields: readonly string[],
  first: number,
  second: number,
): { value: number; unit: string; last: number } {
  const [one, two] = [
    (fields[first] as string).trim(),
    second === -1 ? "" : (fields[second] as string).trim(),
  ];
  if (two !== "" && readUnit(two) !== undefined) return { value: first, unit: two, last: second };
  if (looksNumeric(two) && readUnit(one) !== undefined)
    return { value: second, unit: one, last: second };
  return { value: first, unit: "", last: first };
}

/** 项目 over 内容: the head of the form's own columns, no label. */
function isHeadOfRows(label: string): boolean {
  const { kind } = matchHeader(label);
  return kind === "item" || kind === "value" || kind === "ignored";
}

/** Whether a cell can be the value of the label before it: no label itself, unless it is one of the label's own values (党支部). */
function isValueOf(label: string, role: Role, cell: string): boolean {
  if (roleOf(cell) === "other")
    return inlinePair(cell.trim()) === undefined && (role === "label" || label.length <= 20);
  const meaning = matchHeader(label);
  if (meaning.kind !== "variable") return false;
  const rules = rulesFor(meaning.variable, undefined);
  return rules.values !== undefined && parseCell(cell, rules).kind === "number";
}

/** 社区名称：社区01, in one cell. */
function inlinePair(text: string): { label: string; value: string } | undefined {
  const found = /^([^:：]{1,20})[:：]\s*(\S.*)$/u.exec(text);
  if (!found || !isLabel((found[1] as string).trim())) return undefined;
  return { label: (found[1] as string).trim(), value: (found[2] as string).trim() };
}

/** Pairs of a row of labels and the one row below it; "table" where several rows stand below. */
function pairsBelow(rows: readonly FormRow[], beside: readonly Beside[]): FormPair[] | "table" {
  const pairs: FormPair[] = [];
  for (const [r, row] of rows.entries()) {
    const open = (beside[r] as Beside).open;
    const under = rows[r + 1];
    if (open.length < 2 || !under) continue;
    const values = open.filter(
      (field) =>
        isFilled(under.fields[field] ?? "") && roleOf(under.fields[field] as string) === "other",
    );
    if (values.length < 2) continue;
    const further = rows[r + 2]?.fields ?? [];
    if (
      values.filter((field) => looksNumeric(further[field] ?? "")).length * 2 >=
      values.filter((field) => looksNumeric(under.fields[field] ?? "")).length
    ) {
      if (values.some((field) => looksNumeric(under.fields[field] ?? ""))) return "table";
    }
    for (const field of values) {
      const place = { line: under.line, field: field + 1 };
      const label = (row.fields[field] as string).trim();
      pairs.push({
        label,
        value: under.fields[field] as string,
        at: place,
        labelAt: { line: row.line, field: field + 1 },
        beside: false,
      });
    }
  }
  return pairs;
}

/** Words that say whom an age or a sex counts. */
const subject = /党|黨|人口|居民|老人|老年|儿童|兒童|member|resident|population/iu;

/** An age or a sex alone (其中：60岁以上) counts those of the whole named last, or of the heading of its section. */
function withSubjects(pairs: readonly FormPair[], rows: readonly FormRow[]): FormPair[] {
  const headings = rows.filter(
    (row) =>
      row.fields.filter(isFilled).length === 1 &&
      !pairs.some((pair) => pair.labelAt.line === row.line),
  );
  let whole: string | undefined;
  let line = 0;
  return pairs.map((pair) => {
    const heading = headings
      .findLast((row) => row.line > line && row.line < pair.labelAt.line)
      ?.fields.find(isFilled);
    line = pair.labelAt.line;
    if (heading !== undefined)
      whole = /党|黨/u.test(heading)
        ? "党员数"
        : /人口|居民/u.test(heading)
          ? "常住人口"
          : undefined;
    const meaning = matchHeader(pair.label);
    if (
      meaning.kind === "variable" &&
      (meaning.variable === "residents" || meaning.variable === "members")
    )
      whole = pair.label;
    const isPart =
      (meaning.kind === "band" || meaning.kind === "ambiguous") && !subject.test(pair.label);
    return isPart && whole !== undefined ? { ...pair, label: `${whole}/${pair.label}` } : pair;
  });
}

/** Several figures under names the codebook knows, each once. */
function isConvincing(pairs: readonly FormPair[]): boolean {
  const meanings = pairs.map((pair) => ({ pair, meaning: matchHeader(pair.label) }));
  const names = new Set<string>();
  let figures = 0;
  for (const { pair, meaning } of meanings) {
    if (meaning.kind !== "variable" && meaning.kind !== "band") continue;
    const id = meaning.kind === "variable" ? meaning.variable : JSON.stringify(meaning.band);
    if (
      parseCell(
        pair.value,
        rulesFor(meaning.kind === "variable" ? meaning.variable : meaning.band.of, meaning.unit),
      ).kind !== "number"
    )
      continue;
    figures++;
    names.add(id);
  }
  const named = meanings.some(({ meaning }) => meaning.kind === "key" && meaning.key === "area");
  return figures >= (named ? 2 : 3) && names.size >= figures * 0.8;
}

/** The questions of another form, some of them without an answer. */
const isAlike = (
  pairs: readonly FormPair[],
  blank: readonly string[],
  asked: ReadonlySet<string>,
): boolean =>
  pairs.length > 0 &&
  pairs.every(({ label }) => asked.has(label)) &&
  pairs.length + blank.filter((label) => asked.has(label)).length > 1;

/** A header that names the area, over rows that name areas; or over one row after which nothing more is asked. */
function isTable(rows: readonly FormRow[], beside: readonly Beside[]): boolean {
  return rows.some((row, r) => {
    const { open } = beside[r] as Beside;
    const area = open.find((field) => isAreaHead(row.fields[field] as string));
    if (area === undefined || open.length < 2) return false;
    const below = rows.slice(r + 1);
    const names = below
      .map(({ fields }) => fields[area] ?? "")
      .filter((cell) => isFilled(cell) && !looksNumeric(cell) && roleOf(cell) === "other");
    const further = below.filter(({ fields }) => isRowOfLabels(fields.filter(isFilled)));
    return names.length > 1 ? further.length < names.length : further.length === 0;
  });
}

const isRowOfLabels = (cells: readonly string[]): boolean =>
  roleOf(cells[0] ?? "") === "label" &&
  cells.filter((cell) => roleOf(cell) === "label").length * 2 > cells.length;

function isAreaHead(cell: string): boolean {
  const meaning = matchHeader(cell);
  return meaning.kind === "key" && (meaning.key === "area" || meaning.key === "area_code");
}
