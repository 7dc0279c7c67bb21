import { baseUnits } from "./units/base.ts";
import { rates } from "./units/rates.ts";
import { same, type Unit } from "./units/unit.ts";

/** Base units of variables, then units of indicators. The ids are those of the JSON output. */
export const units = { ...baseUnits, ...rates } as const;

export type UnitId = keyof typeof units;

const known: Readonly<Record<string, Unit | undefined>> = units;

/** The unit of that id; a unit that the codebook does not know is its own sign in every language. */
export const unitOf = (id: string): Unit =>
  (Object.hasOwn(known, id) ? known[id] : undefined) ?? {
    title: same(id),
    sign: same(id),
    decimals: 2,
    kind: id.includes(" per ") ? "rate" : "measure",
  };
