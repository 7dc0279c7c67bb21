import { withoutIdentity } from "../codebook/identity.ts";
import { codes, type RaisedCode } from "../survey/codes.ts";
import type { Arguments, Place } from "../survey/finding.ts";

/** A finding as intake and engines raise it: the file and the severity are known to those who collect it. */
export interface RaisedFinding {
  readonly code: RaisedCode;
  readonly place: Omit<Place, "file">;
  readonly args: Arguments;
  readonly area?: string;
  readonly period?: string;
  readonly variable?: string;
  readonly related?: readonly Omit<Place, "file">[];
}

/** A finding in which no number of a person stands, whatever it quotes. */
export function withoutPersons<F extends Pick<RaisedFinding, "args" | "area">>(finding: F): F {
  const args = Object.fromEntries(
    Object.entries(finding.args).map(([name, value]) => [
      name,
      name === "file" ? value : safeArgument(value),
    ]),
  );
  return {
    ...finding,
    args,
    ...(finding.area !== undefined && { area: withoutIdentity(finding.area) }),
  };
}

function safeArgument(value: Arguments[string]): Arguments[string] {
  if (typeof value === "string") return withoutIdentity(value);
  if (typeof value === "number") return value;
  return value.map((item) =>
    typeof item === "string" ? withoutIdentity(item) : item,
  ) as Arguments[string];
}

/** The findings of a plan without those that a column is not understood, where the rows told what it is for: it divides areas into parts. */
export function withoutToldColumns(
  ofPlan: readonly RaisedFinding[],
  ofRows: readonly RaisedFinding[],
): readonly RaisedFinding[] {
  const told = new Set(
    ofRows.flatMap(({ code, place }) =>
      code === codes.unknownCategory || code === codes.categoryTotal ? [place.field] : [],
    ),
  );
  return told.size === 0
    ? ofPlan
    : ofPlan.filter(({ code, place }) => code !== codes.unknownHeader || !told.has(place.field));
}
