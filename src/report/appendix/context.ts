import type { Analysis, AreaResult, SetResult } from "../../analysis/analyse.ts";
import type { Quality } from "../../analysis/completeness.ts";
import type { Distribution } from "../../analysis/distributions.ts";
import type { NormState } from "../../analysis/norm-states.ts";
import type { Comparison } from "../../change/comparison.ts";
import type { Block, Inline } from "../../survey/document.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { appendixWordsOf } from "../../words/locales/appendix/index.ts";
import type { AppendixWords, SectionId } from "../../words/locales/appendix/words.ts";
import type { ReadSource } from "../reading.ts";

/** All that an appendix is made from. */
export interface AppendixInput {
  /** Of one period, with its groups by the unit that the communities lie in. */
  readonly analysis: Analysis;
  /** What became of the norms that were named. */
  readonly normStates: readonly NormState[];
  readonly sources: readonly ReadSource[];
  readonly findings: readonly Finding[];
  readonly distributions: readonly Distribution[];
  readonly quality: Quality;
  /** Of the period that is compared with. */
  readonly earlierQuality?: Quality;
  /** With an earlier period. */
  readonly comparison?: Comparison;
  /** Subjects whose Lorenz curve is drawn. */
  readonly lorenz: readonly string[];
  readonly sections: readonly SectionId[];
  readonly title?: string;
  readonly captionPrefix?: string;
  readonly groupDigits?: boolean | undefined;
  readonly date?: string;
  /** Counts of people in need below this are withheld; undefined where none are. */
  readonly minCell?: number;
  readonly version: string;
  /** As it was typed, with base names only. */
  readonly command: string;
  /** Prints a phrase: for the descriptions of charts, which are plain text. */
  readonly print: (phrase: readonly Inline[]) => string;
}

/** What every section reads. */
export interface Context {
  readonly input: AppendixInput;
  readonly language: Language;
  readonly words: AppendixWords;
  readonly whole: SetResult;
  /** The communities of the period, in the file's order. */
  readonly areas: readonly AreaResult[];
  /** What the groups are: 街道（乡镇）, or what they were asked by. */
  readonly group: string;
  /** Observation → a name that no other community of the period bears. */
  readonly names: ReadonlyMap<number, string>;
}

/** Why a section has nothing to say. */
export type LeftOut = "noColumn" | "onePeriod" | "notAsked" | "tooFew";
export type Section = readonly Block[] | LeftOut;

/** The context of an appendix on the latest of the analysed periods. */
export function contextOf(input: AppendixInput, language: Language): Context {
  const whole = input.analysis.wholes.at(-1) as SetResult;
  const areas = input.analysis.areas.filter((area) => area.period === whole.period);
  const words = appendixWordsOf(language);
  const by = input.analysis.groups[0]?.by ?? "street";
  return {
    input,
    language,
    words,
    whole,
    areas,
    group: by === "street" ? words.group : by,
    names: namesOf(areas),
  };
}

function namesOf(areas: readonly AreaResult[]): Map<number, string> {
  const tellings = [
    (a: AreaResult) => a.area.name,
    (a: AreaResult) => [...a.area.parents, a.area.name].join(" "),
    (a: AreaResult) => `${a.area.name} ${a.area.code}`,
  ];
  const unique = tellings.map((tell) => {
    const counts = new Map<string, number>();
    for (const area of areas) counts.set(tell(area), (counts.get(tell(area)) ?? 0) + 1);
    return (area: AreaResult) => (counts.get(tell(area)) === 1 ? tell(area) : undefined);
  });
  return new Map(
    areas.map((area) => [
      area.observation,
      unique.map((tell) => tell(area)).find((name) => name !== undefined) ?? area.area.name,
    ]),
  );
}
