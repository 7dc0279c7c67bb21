import type { Grouping } from "../../analysis/analyse.ts";
import type { Survey } from "../../analysis/observed-survey.ts";
import { groupingByCode } from "../../areas/area-codes-of-levels.ts";
import { parseBandId } from "../../codebook/age-band.ts";
import { findVariable } from "../../codebook/index.ts";
import { type Indicator, themes } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { ownNorm } from "../../norms/config-norm.ts";
import { findNorm, norms } from "../../norms/index.ts";
import { type Level, levels } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, isExact } from "../../survey/measured.ts";
import type { Norm } from "../../survey/norm.ts";
import { nearest } from "../../words/nearest.ts";

/** The indicators named by id and by theme, in reading order; all of those known where none is named. Throws a CdjError for an unknown one. */
export function selectIndicators(
  ids: readonly string[],
  themeNames: readonly string[],
  known: readonly Indicator[] = indicators,
): readonly Indicator[] {
  for (const id of ids) {
    if (!known.some((indicator) => indicator.id === id)) {
      throw new CdjError("unknown-indicator", {
        id,
        suggestions: nearest(
          id,
          known.map((i) => i.id),
        ),
      });
    }
  }
  for (const theme of themeNames) {
    if (!(themes as readonly string[]).includes(theme))
      throw new CdjError("unknown-theme", { id: theme, themes });
  }
  if (ids.length === 0 && themeNames.length === 0) return known;
  return known.filter(
    (indicator) => ids.includes(indicator.id) || themeNames.includes(indicator.theme),
  );
}

/**
 * The norms named, in that order: those that a config file defines, presets by id, or figures of the user's own (`office_area=500`), in the unit
 * of what they are on.
 * Throws a CdjError for an unknown one.
 */
export function selectNorms(
  names: readonly string[],
  own: readonly Norm[] = [],
  known: readonly Indicator[] = indicators,
): Norm[] {
  const unitOf = (subject: string): string =>
    known.find(({ id }) => id === subject)?.unit ??
    findVariable(subject)?.unit ??
    (parseBandId(subject) ? "person" : undefined) ??
    [...own, ...norms].find((norm) => norm.subject === subject)?.unit ??
    "";
  return names.map((name) => {
    const preset = own.find(({ id }) => id === name) ?? findNorm(name);
    if (preset) return preset;
    if (/[=<>]/.test(name)) {
      const own = ownNorm(name, unitOf);
      if ("reason" in own) throw new CdjError("bad-own-norm", { text: name, fault: own.reason });
      return own;
    }
    throw new CdjError("unknown-norm", {
      id: name,
      suggestions: nearest(
        name,
        [...own, ...norms].map((n) => n.id),
      ),
    });
  });
}

/** `--map "header=variable"`, repeatable. Throws a CdjError where there is no "=". */
export function mappingOf(texts: readonly string[]): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const at = text.lastIndexOf("=");
      if (at < 1) throw new CdjError("bad-map", { text });
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    }),
  );
}

/**
 * What `--by` names: a level (the unit an area lies in, by the columns of parents, else by the areas' codes), a variable, or a header as written.
 * Throws a CdjError, which names the option, when no area has it.
 */
export function groupingOf(
  by: string,
  survey: Survey,
  headers: readonly string[],
  language: Language,
  option: "by" | "split-by" = "by",
): Grouping {
  const { observations } = survey;
  const attribute = observations.some((observation) => by in observation.attributes);
  if (attribute) return { by, groupOf: (i) => observations[i]?.attributes[by] || undefined };
  const level = (levels as readonly string[]).indexOf(by);
  if (level > 0 && observations.some(({ area }) => area.parents.length >= level))
    return { by, groupOf: (i) => observations[i]?.area.parents.at(-level) };
  if (level === 0) return { by, groupOf: (i) => observations[i]?.area.name };
  const byCode = level > 0 ? groupingByCode(survey, by as Level) : undefined;
  if (byCode) return byCode;
  const variable = findVariable(by);
  if (variable && survey.quantities.has(by)) {
    const series = survey.series(by);
    return {
      by,
      groupOf: (i) => {
        const value = series.at(i);
        if (isAbsent(value) || !isExact(value)) return undefined;
        return variable.values?.[value.value]?.title[language] ?? String(value.value);
      },
    };
  }
  throw new CdjError("unknown-by", { option, by, seen: headers });
}
