import type { Survey } from "./observed-survey.ts";

/** Of the parts that make up an area, how many gave a figure. */
export interface Parts {
  readonly reported: number;
  readonly of: number;
}

/** The parts that a total over some observations was added up from; undefined where none of them lacks a figure. An area without any figure counts no parts. */
export function partsOf(
  { quantities }: Survey,
  members: readonly number[],
  quantity: string,
): Parts | undefined {
  const column = quantities.get(quantity);
  if (!column?.lacksCells) return undefined;
  let reported = 0;
  let of = 0;
  for (const member of members) {
    const count = column.count(member);
    reported += count;
    of += count === 0 ? 0 : column.rows(member);
  }
  return reported < of ? { reported, of } : undefined;
}

/** Variable or age band → the parts of one area, where some of them lack it. */
export const incompleteParts = (survey: Survey, observation: number): ReadonlyMap<string, Parts> =>
  new Map(
    survey.lackingCells.flatMap((id): [string, Parts][] => {
      const parts = partsOf(survey, [observation], id);
      return parts ? [[id, parts]] : [];
    }),
  );
