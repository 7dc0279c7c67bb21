import { variables } from "../../codebook/index.ts";
import { unitOf, units } from "../../codebook/units.ts";
import { ownIndicator } from "../../indicators/config-indicator.ts";
import type { Indicator } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import { configWords } from "../../words/locales/config.ts";
import { nearest } from "../../words/nearest.ts";
import { phrase } from "../../words/phrase.ts";
import { spokenLanguage } from "../language.ts";
import type { Config } from "./config.ts";
import { isTaken } from "./id-is-taken.ts";

type Entry = readonly [string, NonNullable<Config["indicators"]>[string]];

/** The indicators that a config file defines. Throws a CdjError that says where in which formula something is wrong. */
export const ownIndicators = (entries: readonly Entry[], file: string): Indicator[] =>
  entries.flatMap(([id, entry]) =>
    "formula" in entry && typeof entry.formula === "string" ? [ownOf(id, entry as Own, file)] : [],
  );

type Own = Extract<Entry[1], { formula: string }> & { formula: string };

function ownOf(id: string, entry: Own, file: string): Indicator {
  const language = spokenLanguage();
  const words = configWords(language);
  const fail = (template: string, args: Parameters<typeof phrase>[1]): never => {
    const reason = phrase(template, { entry: `indicators.${id}`, ...args }, language);
    // In Chinese a space keeps letters from characters.
    throw new CdjError("bad-config", {
      file,
      reason:
        language === "en"
          ? reason
          : reason.replace(/(?<=\p{Script=Han})(?=k?m²)|(?<=m²)(?=\p{Script=Han})/gu, " "),
    });
  };
  if (!/^[a-z][a-z0-9_]*$/u.test(id)) return fail(words.ownId, {});
  if (isTaken(id)) return fail(words.ownTaken, { id });
  const made = ownIndicator({ ...entry, id } as Parameters<typeof ownIndicator>[0]);
  if (!("fault" in made)) return made;
  const { fault, fitting = [], ...args } = made;
  const suggestions = fault === "unknown-name" ? nearest(made.found ?? "", knownNames()) : [];
  const { left, right } = args;
  const dimensions = {
    ...(left !== undefined && { left: unitsInWords(left, language) }),
    ...(right !== undefined && { right: unitsInWords(right, language) }),
  };
  return fail(`{entry}.formula${language === "en" ? ": " : "："}${words.formulas[fault]}`, {
    ...args,
    ...dimensions,
    fitting,
    suggestions,
  });
}

/** The ids of units in a dimension (person/household) as they print. */
const unitsInWords = (dimension: string, language: Language): string =>
  dimension
    .split(/([·/]|\^\d+| × .*$)/u)
    .map((part) => (Object.hasOwn(units, part) ? unitOf(part).sign[language] : part))
    .join("");

/** Variables, and the age bands that indicators need. */
const knownNames = (): readonly string[] => [
  ...variables.map(({ id }) => id),
  ...new Set(indicators.flatMap(({ needs }): readonly string[] => needs)),
];
