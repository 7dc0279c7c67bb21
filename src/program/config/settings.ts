import {
  type Indicator,
  type Option,
  type OptionValue,
  withOptions,
} from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { CdjError } from "../../survey/error.ts";
import type { Arguments } from "../../survey/finding.ts";
import { configWords } from "../../words/locales/config.ts";
import { nearest } from "../../words/nearest.ts";
import { phrase } from "../../words/phrase.ts";
import { spokenLanguage } from "../language.ts";
import type { LoadedConfig } from "./config.ts";
import { ownIndicators } from "./indicators-of-config.ts";

/**
 * The catalogue and the user's own in reading order, under the options of the config file and of `--set id.option=value`, which wins.
 * Throws a CdjError for an unknown indicator or option, a value it does not take, or a formula that makes no indicator.
 */
export function knownIndicators(
  { config, file }: LoadedConfig,
  set: readonly string[] = [],
): readonly Indicator[] {
  const entries = Object.entries(config.indicators ?? {});
  const own = ownIndicators(entries, file ?? "");
  const known: readonly Indicator[] = [...indicators, ...own];
  const settings: Record<string, Record<string, OptionValue>> = {};
  const take = (
    id: string,
    option: string,
    text: string | number | readonly number[],
    entry: string,
    fail: Fail,
  ): void => {
    settings[id] = {
      ...settings[id],
      [option]: optionValue(optionOf(known, id, option, entry, fail), text, entry, fail),
    };
  };
  const inConfig: Fail = (template, args) => badConfig(file ?? "", template, args);
  for (const [id, entry] of entries) {
    if ("formula" in entry) continue;
    for (const [option, value] of Object.entries(entry))
      take(id, option, value as string | number | number[], `indicators.${id}.${option}`, inConfig);
    if (Object.keys(entry).length === 0) indicatorOf(known, id, `indicators.${id}`, inConfig);
  }
  for (const text of set) {
    const [, id = "", option = "", value] = /^\s*([^.=\s]+)\.([^.=\s]+)\s*=(.*)$/u.exec(text) ?? [];
    const onLine: Fail = (template, args) => {
      const language = spokenLanguage();
      throw new CdjError("bad-option-value", {
        option: "set",
        value: text,
        expected: phrase(template, args, language),
      });
    };
    if (value === undefined) onLine(configWords(spokenLanguage()).setForm, {});
    else take(id, option, value.trim(), `${id}.${option}`, onLine);
  }
  return known.map((indicator) => {
    const values = settings[indicator.id];
    return values === undefined ? indicator : withOptions(indicator, values);
  });
}

type Fail = (template: string, args: Arguments) => never;

/** Throws what is wrong in a config file. */
export function badConfig(file: string, template: string, args: Arguments): never {
  throw new CdjError("bad-config", { file, reason: phrase(template, args, spokenLanguage()) });
}

function indicatorOf(
  known: readonly Indicator[],
  id: string,
  entry: string,
  fail: Fail,
): Indicator {
  const words = configWords(spokenLanguage());
  const found = known.find((indicator) => indicator.id === id);
  return (
    found ??
    fail(words.optionUnknownIndicator, {
      entry,
      id,
      suggestions: nearest(
        id,
        known.map((indicator) => indicator.id),
      ),
    })
  );
}

function optionOf(
  known: readonly Indicator[],
  id: string,
  option: string,
  entry: string,
  fail: Fail,
): Option {
  const words = configWords(spokenLanguage());
  const options: Readonly<Record<string, Option>> =
    indicatorOf(known, id, entry, fail).options ?? {};
  const found = Object.hasOwn(options, option) ? options[option] : undefined;
  if (found) return found;
  return Object.keys(options).length === 0
    ? fail(words.optionNone, { entry, id })
    : fail(words.optionUnknown, { entry, id, option, choices: Object.keys(options) });
}

/** The value as the indicator takes it: one of its choices, a number where its default is one, rising numbers where that is a list. */
function optionValue(
  option: Option,
  given: string | number | readonly number[],
  entry: string,
  fail: Fail,
): OptionValue {
  const words = configWords(spokenLanguage());
  const setting = typeof given === "object" ? given.join(",") : String(given).trim();
  if (option.choices)
    return option.choices.includes(setting)
      ? setting
      : fail(words.optionChoice, { entry, setting, choices: option.choices });
  if (typeof option.default === "number" || !Number.isNaN(Number(setting))) {
    const single = numberOf(setting);
    if (typeof option.default !== "object")
      return (
        single ??
        (setting === option.default ? setting : fail(words.optionNumber, { entry, setting }))
      );
  }
  if (typeof option.default === "object") {
    const numbers =
      setting === "" ? [] : setting.split(/[,，;；~～]/u).map((part) => numberOf(part.trim()));
    const rising = numbers.every(
      (x, i) => x !== undefined && x >= 0 && (i === 0 || x >= (numbers[i - 1] as number)),
    );
    // Nothing is a value only where nothing is the default: a class without edges is none.
    return rising && (numbers.length > 0 || option.default.length === 0)
      ? (numbers as number[])
      : fail(words.optionNumbers, { entry, setting });
  }
  return setting === option.default ? setting : fail(words.optionNumber, { entry, setting });
}

const numberOf = (text: string): number | undefined =>
  /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
