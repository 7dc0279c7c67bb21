import { extremesOf } from "../codebook/extremes.ts";
import { communitiesAbove, greatestTotalWith, type KnownSpread } from "../judging/feasibility.ts";
import { isAbsent, isExact } from "../survey/measured.ts";
import type { Norm } from "../survey/norm.ts";
import type { Analysis, SetResult } from "./analyse.ts";

/** How many of the communities that one row speaks of lie beyond a norm, as far as their number, sum, greatest and least figure tell. */
export interface SpreadStatement {
  readonly observation: number;
  readonly variable: string;
  readonly norm: Norm;
  readonly known: KnownSpread;
  /** Whether communities exactly at the threshold are counted. */
  readonly reach: boolean;
  readonly low: number;
  readonly high: number;
  /** What one community fewer beyond the norm could have together at most, which falls short of the total. */
  readonly greatestWithOneFewer?: number;
}

/** What can be said of each row of several communities under the norms on its variables; nothing where any number of them is possible. */
export function spreadStatements(
  { survey, norms }: Analysis,
  { members }: Pick<SetResult, "members">,
): SpreadStatement[] {
  return extremesOf.flatMap((variable) => {
    const onIt = norms.filter(
      (norm) =>
        norm.subject === variable &&
        norm.op !== "=" &&
        (norm.op !== "between" || norm.opens !== undefined),
    );
    if (onIt.length === 0 || !survey.quantities.has(`${variable}_most`)) return [];
    const at = (id: string, index: number): number | undefined => {
      const m = survey.series(id).at(index);
      return isAbsent(m) || !isExact(m) ? undefined : m.value;
    };
    return members.flatMap((observation) => {
      const [communities, total, least, most] = [
        "communities",
        variable,
        `${variable}_least`,
        `${variable}_most`,
      ].map((id) => at(id, observation));
      if (
        communities === undefined ||
        total === undefined ||
        least === undefined ||
        most === undefined ||
        communities < 2
      )
        return [];
      const known = { communities, total, least, most };
      return onIt.flatMap((norm): SpreadStatement[] => {
        const reach = norm.op === ">=" || norm.op === "<" || norm.op === "between";
        const range = communitiesAbove(known, norm.value, reach);
        if (!range || (range.low === 0 && range.high === communities)) return [];
        const fewer =
          range.low > 0 ? greatestTotalWith(known, norm.value, range.low - 1, reach) : undefined;
        return [
          {
            observation,
            variable,
            norm,
            known,
            reach,
            ...range,
            ...(fewer !== undefined && fewer < total && { greatestWithOneFewer: fewer }),
          },
        ];
      });
    });
  });
}
