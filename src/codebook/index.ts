import { activities } from "./activities.ts";
import type { Variable } from "./define.ts";
import { extremeVariables } from "./extremes.ts";
import { funding } from "./funding.ts";
import { members } from "./members.ts";
import { organisations } from "./organisation.ts";
import { population } from "./population.ts";
import { space } from "./space.ts";
import { staffing } from "./staffing.ts";
import { welfare } from "./welfare.ts";

/** All that a column can mean, in reading order. */
export const variables = [
  ...population,
  ...welfare,
  ...members,
  ...organisations,
  ...staffing,
  ...space,
  ...funding,
  ...activities,
  ...extremeVariables,
] as const;

export type VariableId = (typeof variables)[number]["id"];

const byId: ReadonlyMap<string, Variable> = new Map(variables.map((v) => [v.id, v]));

/** The variable of that id; undefined for any other id, those of age bands included. */
export const findVariable = (id: string): Variable | undefined => byId.get(id);
