import type { Config } from "../config/config.ts";

/** How many findings of one code are told where nothing else is said. */
export const usualMost = 1000;

/** With a baseline every finding has to be known by name, not only counted. */
const mostWithBaseline = 100_000;

/** How many findings of one code are told, as the config says. */
export const mostTold = (config: Pick<Config, "check">): number =>
  config.check?.maxFindings ?? usualMost;

/** How many findings of one code are kept while reading, so that so many can be told. */
export const mostKept = (told: number, baseline: string | undefined): number =>
  baseline === undefined ? told : Math.max(told, mostWithBaseline);
