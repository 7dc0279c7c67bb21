import { parseBandLabel } from "../../codebook/band-label.ts";
import { identityOfCell, identityOfHeader, withoutIdentity } from "../../codebook/identity.ts";
import { findVariable } from "../../codebook/index.ts";
import { type Meaning, matchHeader } from "../../codebook/match.ts";
import { type PersonHead, personHead } from "../../codebook/person-heads.ts";
import { CdjError } from "../../survey/error.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { filledCells } from "../cells/filled-cells.ts";
import { isTotalWord } from "./total-words.ts";

/** Rows that are persons or answer sheets: the heads that say so, and the column that could count them. */
export interface Respondents {
  readonly heads: readonly string[];
  /** The head of the column that names their communities. */
  readonly area?: string;
}

/** How many rows may stand above the heads, and how many below are looked at. */
const MOST_ABOVE = 10;
const ROWS_LOOKED_AT = 200;
const MOST_HEADS_TOLD = 4;
const LONGEST_HEAD_TOLD = 24;
/** An answer on a scale, the persons of a household: no community is as small. */
const MOST_OF_ONE_ANSWER = 20;

interface Column {
  readonly head: string;
  readonly person: PersonHead | undefined;
  readonly meaning: Meaning;
  /** The cells that are not blank. */
  readonly cells: readonly string[];
  readonly numeric: boolean;
}

/** Throws a CdjError where the rows of a table are persons or answer sheets. `rows` are its first ones, the header among them. */
export function refuseRespondents(file: string, rows: readonly (readonly string[])[]): void {
  const found = respondentsIn(rows);
  if (found)
    throw new CdjError("respondents", {
      file,
      heads: found.heads,
      ...(found.area !== undefined && { area: found.area }),
    });
}

/**
 * Whether the rows of a table are persons or answer sheets, one each: an export of a platform of questionnaires, numbered answer sheets, a
 * list of persons by name. Undefined for any other table: one of communities with the names of those to call is none, nor is one that
 * counts persons by sex and age. `rows` are the first rows, the header among them.
 */
export function respondentsIn(rows: readonly (readonly string[])[]): Respondents | undefined {
  for (let at = 0; at < Math.min(rows.length - 1, MOST_ABOVE); at++) {
    const heads = rows[at] as readonly string[];
    const kinds = heads.map(personHead);
    if (!kinds.some((kind) => kind !== undefined)) continue;
    const columns = columnsOf(
      heads,
      kinds,
      rows.slice(at + 1, at + 1 + ROWS_LOOKED_AT).filter((row) => filledCells(row) > 1),
    );
    const told = areRespondents(columns)
      ? columns.filter(({ person }) => person !== undefined)
      : [];
    if (told.length > 0) {
      const area = (columns.find(isArea) ?? columns.findLast(isAreaColumn))?.head;
      return {
        heads: told.slice(0, MOST_HEADS_TOLD).map(({ head }) => shortHead(head)),
        ...(area !== undefined && { area: shortHead(area) }),
      };
    }
  }
  return arePersonsWithoutHeads(rows.slice(0, ROWS_LOOKED_AT)) ? { heads: [] } : undefined;
}

/** A list of persons to which nobody gave heads: one column has nothing but sexes, another nothing but days of birth or numbers of persons. */
function arePersonsWithoutHeads(rows: readonly (readonly string[])[]): boolean {
  const full = rows.filter((row) => filledCells(row) > 1);
  if (full.length < 2) return false;
  const some = (is: (cell: string) => boolean): boolean =>
    (full[0] as readonly string[]).some((_, i) => full.every((row) => is((row[i] ?? "").trim())));
  return (
    some((cell) => sexInWords.test(cell)) &&
    some((cell) => dayOfBirth.test(cell) || identityOfCell(cell) !== undefined)
  );
}

function shortHead(head: string): string {
  const text = withoutIdentity(head.replace(/\s+/gu, " ").trim());
  const characters = [...text];
  return characters.length > LONGEST_HEAD_TOLD
    ? `${characters.slice(0, LONGEST_HEAD_TOLD - 1).join("")}…`
    : text;
}

const columnsOf = (
  heads: readonly string[],
  kinds: readonly (PersonHead | undefined)[],
  body: readonly (readonly string[])[],
): Column[] =>
  heads.map((head, i) => {
    const cells = body.map((row) => (row[i] ?? "").trim()).filter((cell) => cell !== "");
    return {
      head,
      person: kinds[i],
      meaning: matchHeader(head),
      cells,
      numeric: cells.length > 0 && cells.filter(looksNumeric).length >= 0.8 * cells.length,
    };
  });

function areRespondents(columns: readonly Column[]): boolean {
  const count = (...kinds: readonly PersonHead[]): number =>
    columns.filter(({ person }) => person !== undefined && kinds.includes(person)).length;
  const singles = columns.filter(isOfOnePerson);
  const single = (kind: PersonHead): boolean => singles.some(({ person }) => person === kind);
  const platform = count("platform");
  const answers = count("question") + singles.length;
  const exported =
    (platform > 0 && platform + count("log", "respondent") > 1) ||
    (platform > 0 && answers + count("question-number") > 0) ||
    (count("log") > 2 && answers > 0) ||
    (count("respondent") > 0 && answers > 0) ||
    count("question") > 1;
  if (exported) return !areCommunities(columns, true);
  const names = columns.filter(
    ({ person, numeric, cells }) => person === "name" && !numeric && cells.length > 0,
  ).length;
  const counted = columns.some(isCount);
  const listed =
    (names > 0 && singles.length > 0 && !counted) ||
    (names > 0 && !counted && hasSecondIdentity(columns) && !columns.some(isQuantity));
  const answered =
    single("sex") && singles.length > 1 && !columns.some(isValue) && !isFullCross(columns);
  return (listed || answered) && !areCommunities(columns, false);
}

const sexes =
  /^(?:男|女|男性|女性|[12]|m|f|males?|females?|man|woman|其他|保密|other|non-?binary|prefer not to say)$/iu;
const sexInWords = /^(?:男|女|m|f|male|female)$/iu;
const dayOfBirth = /^(?:18|19|20)\d{2}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?$/u;
const ageOfOne = /^(?:1[0-2]\d|\d{1,2})(?:周?岁|周?歲)?$/u;
const dateOfBirth = /^(?:\d{4}|\d{6}|\d{8}|.*\d{1,4}[-/.年 ].*)$/u;

/** Whether the cells of an attribute are each of one person: 女, 41, 1982-03, 大专. */
function isOfOnePerson({ person, cells }: Column): boolean {
  const most = (is: (cell: string) => boolean): boolean =>
    cells.length > 0 && cells.filter(is).length >= 0.95 * cells.length;
  switch (person) {
    case "sex":
      return most((cell) => sexes.test(cell));
    case "age":
      return most((cell) => ageOfOne.test(cell) || parseBandLabel(cell, "residents") !== undefined);
    case "birth":
      return most((cell) => dateOfBirth.test(cell));
    case "attribute":
      return most((cell) => !looksNumeric(cell) || isOneAnswer(cell));
    default:
      return false;
  }
}

const isOneAnswer = (cell: string): boolean =>
  /^\d{1,2}$/u.test(cell) && Number(cell) <= MOST_OF_ONE_ANSWER;

/** A column of figures that the codebook knows. */
const isQuantity = ({ person, meaning, numeric }: Column): boolean =>
  person === undefined &&
  numeric &&
  (meaning.kind === "value" ||
    meaning.kind === "band" ||
    (meaning.kind === "variable" && !isChoice(meaning.variable)));

function isChoice(variable: string): boolean {
  const kind = findVariable(variable)?.kind;
  return kind === "category" || kind === "yes-no";
}

/** A column of figures greater than any answer of one person. */
const isCount = (column: Column): boolean =>
  column.meaning.kind === "value" ||
  (isQuantity(column) && column.cells.some((cell) => !isOneAnswer(cell)));

/** A column of figures of some kind that is neither an answer on a scale nor the number of the row. */
const isValue = (column: Column): boolean =>
  isQuantity(column) ||
  (column.person === undefined &&
    (isTotalWord(column.head) ||
      (column.numeric &&
        column.meaning.kind !== "ignored" &&
        column.meaning.kind !== "key" &&
        column.cells.some((cell) => !isOneAnswer(cell)))));

/** Beside a name, how to reach or to tell the person: a number, an address. */
const hasSecondIdentity = (columns: readonly Column[]): boolean =>
  columns.some(
    ({ head, person }) =>
      person === "birth" || !["person-name", undefined].includes(identityOfHeader(head)),
  ) && !namesAreasOnce(columns);

const isArea = ({ meaning, numeric }: Column): boolean =>
  !numeric && meaning.kind === "key" && meaning.key === "area";

const isAreaColumn = ({ head, meaning, person, numeric }: Column): boolean =>
  !numeric &&
  ((meaning.kind === "key" && (meaning.key === "area" || meaning.key === "parent_area")) ||
    (person === "question" &&
      /社区|社區|村|哪.?里|街道|community|neighbou?rhood|ward|village|district/iu.test(head) &&
      !/满意|滿意|satisf/iu.test(head)));

/** Whether some column names another area in every row (and period). */
function namesAreasOnce(columns: readonly Column[]): boolean {
  const area = columns.findLast(isAreaColumn) ?? columns.find(isCodeColumn);
  return area !== undefined && new Set(area.cells).size >= 0.95 * area.cells.length;
}

const isCodeColumn = ({ meaning }: Column): boolean =>
  meaning.kind === "key" && meaning.key === "area_code";

/** Whether each row is an area with figures of its own, whoever filled it in. */
const areCommunities = (columns: readonly Column[], filledIn: boolean): boolean =>
  namesAreasOnce(columns) && columns.some(filledIn ? isCount : isQuantity);

/** Whether the rows are all combinations of what the columns say, once each, as rows that count are. */
function isFullCross(columns: readonly Column[]): boolean {
  const rows = Math.max(...columns.map(({ cells }) => cells.length));
  const keys = columns.filter(({ numeric }) => !numeric);
  const combinations = keys.reduce((product, { cells }) => product * new Set(cells).size, 1);
  const distinct = new Set(
    Array.from({ length: rows }, (_, i) => keys.map(({ cells }) => cells[i] ?? "").join("\u0000")),
  );
  return rows > 3 && distinct.size === rows && combinations === rows;
}
