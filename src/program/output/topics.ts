import { checks, findCheck } from "../../checks/index.ts";
import { bandId, parseBandId } from "../../codebook/age-band.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import { type Key, keyAliases } from "../../codebook/keys.ts";
import { matchHeader } from "../../codebook/match.ts";
import { findIndicator, indicators } from "../../indicators/index.ts";
import { withIndicatorsForNorms } from "../../indicators/of-variable.ts";
import { findNorm, norms } from "../../norms/index.ts";
import type { Topic } from "../../report/explain/topic.ts";
import { findStatistic, statistics } from "../../report/statistics/index.ts";

/** What an id stands for: an indicator, a variable, an age band, a key column, a norm, a statistic, or a finding by its code or name. Undefined for nothing known. */
export function findTopic(id: string): Topic | undefined {
  const indicator = findIndicator(id);
  if (indicator) return { kind: "indicator", id, indicator };
  const variable = findVariable(id);
  if (variable) return { kind: "variable", id, variable };
  const norm = findNorm(id);
  if (norm) return { kind: "norm", id, norm };
  if (Object.hasOwn(keyAliases, id)) return { kind: "key", id, key: id as Key };
  const band = parseBandId(id);
  if (band) return { kind: "band", id: bandId(band), band };
  const statistic = findStatistic(id);
  if (statistic) return { kind: "statistic", id: statistic.id, statistic };
  const counted = withIndicatorsForNorms(norms, indicators).find((own) => own.id === id);
  if (counted) return { kind: "indicator", id, indicator: counted };
  const check = findCheck(id);
  return check && { kind: "check", id: check.code, check };
}

/** What a header means by the codebook (户数: households), or the ids it may mean. */
export function topicOfHeader(header: string): Topic | { readonly candidates: readonly string[] } {
  const meaning = matchHeader(header);
  switch (meaning.kind) {
    case "variable":
      return findTopic(meaning.variable) ?? { candidates: [] };
    case "band":
      return findTopic(bandId(meaning.band)) ?? { candidates: [] };
    case "key":
      return findTopic(meaning.key) ?? { candidates: [] };
    case "ambiguous":
      return { candidates: meaning.candidates };
    case "unknown":
      return { candidates: meaning.suggestions.map(({ id }) => id) };
    default:
      return { candidates: [] };
  }
}

/** Every id that can be explained; of age bands, which are without number, those that indicators need. */
export const topicIds = (): readonly string[] => [
  ...indicators.map(({ id }) => id),
  ...variables.map(({ id }) => id),
  ...new Set(indicators.flatMap(({ needs }): readonly string[] => needs)),
  ...Object.keys(keyAliases),
  ...norms.map(({ id }) => id),
  ...statistics.map(({ id }) => id),
  ...checks.flatMap(({ code, name }) => [code, name]),
];
