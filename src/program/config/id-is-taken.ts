import { parseBandId } from "../../codebook/age-band.ts";
import { findVariable } from "../../codebook/index.ts";
import { findIndicator } from "../../indicators/index.ts";

/** Whether an id already means an indicator, a variable or an age band. */
export const isTaken = (id: string): boolean =>
  findIndicator(id) !== undefined ||
  findVariable(id) !== undefined ||
  parseBandId(id) !== undefined;
