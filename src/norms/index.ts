import type { Norm } from "../survey/norm.ts";
import { jiangsuNorms } from "./local-jiangsu.ts";
import { jiangsuMoneyNorms } from "./local-jiangsu-money.ts";
import { localPeopleNorms } from "./local-people.ts";
import { localSpaceNorms } from "./local-space.ts";
import { southernSpaceNorms } from "./local-space-south.ts";
import { populationNorms } from "./national-population.ts";
import { scaleNorms } from "./national-scale.ts";
import { serviceNorms } from "./national-services.ts";
import { partyNorms } from "./party.ts";

/** All presets: national, party, local. */
export const norms: readonly Norm[] = [
  ...scaleNorms,
  ...serviceNorms,
  ...populationNorms,
  ...partyNorms,
  ...jiangsuNorms,
  ...jiangsuMoneyNorms,
  ...localSpaceNorms,
  ...southernSpaceNorms,
  ...localPeopleNorms,
];

const byId: ReadonlyMap<string, Norm> = new Map(norms.map((norm) => [norm.id, norm]));

/** The preset of that id; undefined without one. */
export const findNorm = (id: string): Norm | undefined => byId.get(id);
