import { parseBandId } from "../../codebook/age-band.ts";
import { isGeneralWord } from "../../codebook/general-words.ts";
import { findVariable } from "../../codebook/index.ts";
import { keyAliases } from "../../codebook/keys.ts";
import { population } from "../../codebook/population.ts";
import { welfare } from "../../codebook/welfare.ts";
import { codes } from "../../survey/codes.ts";
import type { RaisedFinding } from "../findings.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";
import type { Figures } from "./figures.ts";

/** What any census or register of people counts: beside nothing else, a general word keeps its general sense. */
const ofAnyCensus: ReadonlySet<string> = new Set([...population, ...welfare].map(({ id }) => id));

/** Words in a title or the name of a file that make a table one of a community survey. */
const surveyWords =
  /社区|社區|居委会|居委會|党|黨|工作者|\b(?:community|communities|neighbou?rhoods?|party|committees?|offices?)\b/iu;

/** Of the residents, no more than this share works for the community or is a member. */
const mostOfResidents: Readonly<Record<string, number>> = { workers: 0.02, members: 0.2 };

/**
 * General English words (Workers, Members, Branches) with nothing beside them that makes them the variable of the codebook become unknown, each
 * with a finding: another figure of a community survey, a word in a title, or numbers that only such a variable has.
 */
export function settleGeneralWords(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  figures: Figures,
  words: string,
): RaisedFinding[] {
  const general = meanings.flatMap((meaning, index) =>
    meaning.kind === "variable" && isGeneralWord((heads[index] as ColumnHead).header)
      ? [{ index, variable: meaning.variable }]
      : [],
  );
  if (general.length === 0 || surveyWords.test(words) || heads.every(isOwnId)) return [];
  const isSurvey = meanings.some(
    (meaning, index) =>
      meaning.kind === "variable" &&
      !ofAnyCensus.has(meaning.variable) &&
      !general.some((one) => one.index === index),
  );
  const residents = meanings.findIndex(
    (meaning) => meaning.kind === "variable" && meaning.variable === "residents",
  );
  return general.flatMap(({ index, variable }): RaisedFinding[] => {
    if (isSurvey || hasItsSize(variable, index, residents, figures)) return [];
    const { header } = heads[index] as ColumnHead;
    meanings[index] = { kind: "open" };
    return [
      {
        code: codes.generalWord,
        place: { field: index + 1, header },
        args: { header: header.trim(), variable },
      },
    ];
  });
}

/** Whether a head is an id of the codebook, letter by letter, as `cdj tidy` writes them. */
const isOwnId = ({ header }: ColumnHead): boolean =>
  header === "" ||
  findVariable(header) !== undefined ||
  parseBandId(header) !== undefined ||
  Object.hasOwn(keyAliases, header) ||
  header === "residents_basis";

/** Whether every figure is as small as one of that variable is, beside the residents of the same row and by itself. */
function hasItsSize(variable: string, index: number, residents: number, figures: Figures): boolean {
  const most = findVariable(variable)?.plausible?.max;
  const share = mostOfResidents[variable];
  if (residents === -1 || most === undefined || share === undefined) return false;
  const all = figures.column(residents);
  let rows = 0;
  for (const [i, figure] of figures.column(index).entries()) {
    const people = all[i] as number;
    if (Number.isNaN(figure) || Number.isNaN(people)) continue;
    if (figure > most || figure > share * people) return false;
    rows++;
  }
  return rows > 0;
}
