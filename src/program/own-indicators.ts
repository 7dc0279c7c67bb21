import { variables } from "../codebook/index.ts";
import type { Indicator } from "../indicators/define.ts";
import { indicators } from "../indicators/index.ts";
import { ownIndicator } from "../indicators/own.ts";
import { configWords } from "../locales/config.ts";
import { phrase } from "../report/phrase.ts";
import { CdjError } from "../survey/error.ts";
import type { Config } from "./config.ts";
import { machineLanguage } from "./language.ts";
import { nearest } from "./lists.ts";
import { isTaken } from "./taken.ts";

type Entry = readonly [string, NonNullable<Config["indicators"]>[string]];

/** The indicators that a config file defines. Throws a CdjError that says where in which formula something is wrong. */
export const ownIndicators = (entries: readonly Entry[], file: string): Indicator[] =>
  entries.flatMap(([id, entry]) => ("formula" in entry && typeof entry.formula === "string" ? [ownOf(id, entry as Own, file)] : []));

type Own = Extract<Entry[1], { formula: string }> & { formula: string };

function ownOf(id: string, entry: Own, file: string): Indicator {
  const language = machineLanguage();
  const words = configWords(language);
  const fail = (template: string, args: Parameters<typeof phrase>[1]): never => {
    throw new CdjError("bad-config", { file, reason: phrase(template, { entry: `indicators.${id}`, ...args }, language) });
  };
  if (!/^[a-z][a-z0-9_]*$/u.test(id)) return fail(words.ownId, {});
  if (isTaken(id)) return fail(words.ownTaken, { id });
  const made = ownIndicator({ ...entry, id } as Parameters<typeof ownIndicator>[0]);
  if (!("fault" in made)) return made;
  const { fault, fitting = [], ...args } = made;
  const suggestions = fault === "unknown-name" ? nearest(made.found ?? "", knownNames()) : [];
  return fail(`{entry}.formula: ${words.formulas[fault]}`, { ...args, fitting, suggestions });
}

/** Variables, and the age bands that indicators need. */
const knownNames = (): readonly string[] => [...variables.map(({ id }) => id), ...new Set(indicators.flatMap(({ needs }): readonly string[] => needs))];
