import type { Command } from "commander";
import { parseBandId } from "../../codebook/age-band.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import { type Indicator, themes } from "../../indicators/define.ts";
import { withIndicatorsForNorms } from "../../indicators/of-variable.ts";
import { norms as presets } from "../../norms/index.ts";
import { withJoined } from "../../norms/joined-norms.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { configWords } from "../../words/locales/config.ts";
import { nearest } from "../../words/nearest.ts";
import { phrase } from "../../words/phrase.ts";
import { languageOption, spokenLanguage } from "../language.ts";
import { repeated } from "../list-option.ts";
import { remark } from "../output/output.ts";
import { type Config, type LoadedConfig, loadConfig } from "./config.ts";
import { configNorms } from "./norms-of-config.ts";
import { selectIndicators, selectNorms } from "./selection.ts";
import { badConfig, knownIndicators } from "./settings.ts";

/** Options of every command that computes, as commander hands them over. */
export interface ProjectOptions {
  readonly config?: string | false;
  readonly set?: readonly string[];
  readonly minCell?: string;
  readonly norm?: readonly string[];
  readonly indicator?: readonly string[];
  readonly theme?: readonly string[];
  readonly by?: readonly string[];
  readonly lang?: string;
  readonly quiet?: boolean;
}

/** What the config file and the command line ask for, taken together; the command line wins. */
export interface Project {
  readonly config: Config;
  /** The config file; undefined where there is none. */
  readonly file?: string;
  /** As declared; undefined leaves it to the machine or the tables. */
  readonly language?: Language;
  /** The catalogue and the user's own. */
  readonly known: readonly Indicator[];
  /** Those to compute. */
  readonly indicators: readonly Indicator[];
  readonly norms: readonly Norm[];
  readonly by: readonly string[];
  readonly groupDigits?: boolean | undefined;
  /** Undefined where nothing is to be withheld. */
  readonly protection?: ProtectionRules;
}

/** Declares the config file, the options of indicators and the protection of small counts on a command. */
export const addProjectOptions = (command: Command): Command =>
  command
    .option("--config <file>", "a config file; else cdj.config.json beside the data or above it")
    .option("--no-config", "read no config file")
    .option(
      "--set <id.option=value>",
      "set an option of an indicator (repeatable): office_area_bands.edges=60,100,200",
      repeated,
      [],
    )
    .option(
      "--min-cell <n>",
      "suppress counts from 1 to n−1 of people in need, and what would reveal them",
    );

/** Reads the config file of a run and takes the options over it. Throws a CdjError for anything unknown in either. */
export async function openProject(
  files: readonly string[],
  options: ProjectOptions,
): Promise<Project> {
  const loaded = await loadConfig(options.config, files);
  const { config, file } = loaded;
  const declared = options.lang ?? config.language;
  const language = declared === undefined ? undefined : languageOption(declared);
  if (file !== undefined && options.quiet !== true) {
    const spoken = spokenLanguage();
    remark(phrase(configWords(spoken).used, { file }, spoken));
  }
  const catalogue = knownIndicators(loaded, options.set);
  const { names, own } = configNorms(loaded, catalogue);
  const named = options.norm?.length ? options.norm : names;
  const norms = withJoined(measured(selectNorms(named, own, catalogue), catalogue));
  const known = withIndicatorsForNorms(norms, catalogue);
  const { groupDigits } = config.numberFormat ?? {};
  const protection = protectionOf(loaded, options.minCell);
  return {
    config,
    ...(file !== undefined && { file }),
    ...(language && { language }),
    known,
    indicators: chosen(loaded, options, known),
    norms,
    by: options.by?.length ? options.by : (config.by ?? []),
    ...(groupDigits !== undefined && { groupDigits }),
    ...(protection && { protection }),
  };
}

/** Throws a CdjError for a figure of the user's own on something that nothing measures: it would never be compared. */
function measured(norms: readonly Norm[], known: readonly Indicator[]): readonly Norm[] {
  const subjects = new Set([
    ...known.flatMap(({ id, norm }) => [id, ...(norm?.subjects ?? [])]),
    ...variables.map(({ id }) => id),
    ...presets.map(({ subject }) => subject),
  ]);
  for (const { id, subject, confidence } of norms) {
    if (confidence === "own" && !subjects.has(subject) && parseBandId(subject) === undefined) {
      throw new CdjError("unknown-norm", { id, suggestions: nearest(subject, subjects) });
    }
  }
  return norms;
}

function chosen(
  { config, file }: LoadedConfig,
  options: ProjectOptions,
  known: readonly Indicator[],
): readonly Indicator[] {
  const ids = options.indicator ?? [];
  const themeNames = options.theme ?? [];
  if (ids.length > 0 || themeNames.length > 0) return selectIndicators(ids, themeNames, known);
  const only = config.onlyIndicators ?? [];
  const isTheme = (name: string): boolean => (themes as readonly string[]).includes(name);
  only.forEach((name, i) => {
    if (isTheme(name) || known.some(({ id }) => id === name)) return;
    const suggestions = nearest(name, [...known.map(({ id }) => id), ...themes]);
    badConfig(file ?? "", configWords(spokenLanguage()).unknownChoice, {
      entry: `onlyIndicators[${i}]`,
      id: name,
      suggestions,
    });
  });
  return selectIndicators(
    only.filter((name) => !isTheme(name)),
    only.filter(isTheme),
    known,
  );
}

function protectionOf(
  { config, file }: LoadedConfig,
  minCell: string | undefined,
): ProtectionRules | undefined {
  const least = minCell === undefined ? config.minCell : Number(minCell);
  if (least !== undefined && !(Number.isInteger(least) && least >= 2)) {
    throw new CdjError("bad-option-value", {
      option: "min-cell",
      value: minCell ?? "",
      expected: "2, 3, 4, 5, …",
    });
  }
  const words = configWords(spokenLanguage());
  const known = variables.map(({ id }) => id);
  const checked = (
    key: "sensitive" | "suppress",
    isKnown: (id: string) => boolean,
  ): readonly string[] =>
    (config[key] ?? []).map((id, i) =>
      isKnown(id)
        ? id
        : badConfig(file ?? "", words.unknownVariable, {
            entry: `${key}[${i}]`,
            id,
            suggestions: nearest(id, known),
          }),
    );
  // Age bands add up to each other: one of them cannot be withheld alone.
  const sensitive = checked("sensitive", (id) => findVariable(id) !== undefined);
  const suppress = checked(
    "suppress",
    (id) => findVariable(id) !== undefined || parseBandId(id) !== undefined,
  );
  if (least === undefined && suppress.length === 0) return undefined;
  return { ...(least !== undefined && { minCell: least }), sensitive, suppress };
}
