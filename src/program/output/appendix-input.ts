import { type Analysis, analyse, type Grouping } from "../../analysis/analyse.ts";
import { qualityOf } from "../../analysis/completeness.ts";
import { distributionsOf } from "../../analysis/distributions.ts";
import { type NormState, normStates } from "../../analysis/norm-states.ts";
import type { Survey } from "../../analysis/observed-survey.ts";
import { groupAnalysis, observationsOf, partOf } from "../../analysis/partial-survey.ts";
import { indicatorSubjects, type Subject, variableSubject } from "../../analysis/subject.ts";
import { compare } from "../../change/compare-surveys.ts";
import type { Comparison } from "../../change/comparison.ts";
import { areaKey, type BoundaryChange, type ConcordanceEntry } from "../../change/concordance.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import type { ProtectionRules } from "../../protection/suppression.ts";
import { phraseText } from "../../render/documents/inline-text.ts";
import type { AppendixInput } from "../../report/appendix/context.ts";
import type { Period } from "../../survey/area.ts";
import { CdjError } from "../../survey/error.ts";
import { type Finding, unfolded } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { type SectionId, sectionIds } from "../../words/locales/appendix/words.ts";
import { nearest } from "../../words/nearest.ts";
import { judgedSurvey } from "../checking/judged-survey.ts";
import type { Project } from "../config/project.ts";
import { groupingOf } from "../config/selection.ts";
import { askedPeriods, periodsOf } from "../reading/asked-periods.ts";
import { applyConcordance } from "../reading/concordance-file.ts";
import type { ReadSurvey } from "../reading/read-survey.ts";
import { residentsBasis } from "../reading/residents-basis.ts";

/** Counts of people in need from 1 to below this are withheld in what is published. */
const usualMinCell = 5;

/** What the parts of an appendix are computed from. */
export interface Computed {
  readonly read: ReadSurvey;
  readonly project: Project;
  readonly analysis: Analysis;
  /** What became of the norms named, in the period shown. */
  readonly normStates: readonly NormState[];
  /** That of the appendix. */
  readonly grouping?: Grouping;
  readonly protection?: ProtectionRules;
  readonly findings: readonly Finding[];
  readonly shown: Period | null;
  /** The period that the shown one is compared with, within the boundaries of the shown one where a concordance tells how they changed. */
  readonly earlier?: Period;
  readonly boundaries: readonly BoundaryChange[];
}

export interface ComputeOptions {
  readonly period: readonly string[];
  /** What the groups are: the first of these is that of the appendix; by street or township where there is none. */
  readonly by: readonly string[];
  /** The one of them that was asked for by --split-by. */
  readonly splitBy?: string;
  /** Compute every period, not only the two that an appendix shows. */
  readonly allPeriods?: boolean;
  /** Withhold nothing. */
  readonly unprotected: boolean;
  readonly language: Language;
  readonly concordance?: { readonly file: string; readonly entries: readonly ConcordanceEntry[] };
}

/** Computes what appendices show: the latest of the periods asked for, with its groups, protected, and the first of them beside. */
export async function computeFor(
  read: ReadSurvey,
  project: Project,
  options: ComputeOptions,
): Promise<Computed> {
  const asked = options.period.length > 0 ? askedPeriods(read, options.period) : periodsOf(read);
  const shown = asked.at(-1) ?? null;
  const [first] = asked;
  const earlier =
    first !== null && first !== undefined && shown !== null && first !== shown ? first : undefined;
  const { concordance } = options;
  const { survey, boundaries } =
    concordance && earlier !== undefined
      ? applyConcordance(
          read.survey,
          concordance.file,
          concordance.entries,
          earlier,
          shown as Period,
        )
      : { survey: read.survey, boundaries: [] };
  const headers = read.sources
    .flatMap(({ plan }) => plan.columns.map(({ header }) => header))
    .filter((header) => header !== "");
  const usual = survey.observations.some(({ area }) => area.parents.length > 0) ? ["street"] : [];
  const named = [...options.by, ...project.by];
  const groupings = (named.length > 0 ? [...new Set(named)] : usual).map((by) =>
    groupingOf(by, survey, headers, options.language, options.splitBy === by ? "split-by" : "by"),
  );
  const [grouping] = groupings;
  const { config } = project;
  const protection = options.unprotected
    ? undefined
    : (project.protection ?? {
        minCell: usualMinCell,
        sensitive: config.sensitive ?? [],
        suppress: config.suppress ?? [],
      });
  const rules = protection && { ...protection, minCell: protection.minCell ?? usualMinCell };
  const analysis = analyse(survey, {
    indicators: project.indicators,
    norms: project.norms,
    periods: options.allPeriods ? asked : earlier === undefined ? [shown] : [earlier, shown],
    groupings,
    ...(rules && { protection: rules, known: project.known }),
  });
  return {
    read: { ...read, survey },
    project,
    analysis,
    normStates: normStates(atPeriod(analysis, shown), project.known),
    ...(grouping && { grouping }),
    ...(rules && { protection: rules }),
    findings: tellable((await judgedSurvey(read, project, rules)).findings, rules),
    shown,
    ...(earlier !== undefined && { earlier }),
    boundaries,
  };
}

/** Findings that tell of protected counts are for `cdj check`: which cell is small is what suppression hides. */
function tellable(
  findings: readonly Finding[],
  rules: ProtectionRules | undefined,
): readonly Finding[] {
  if (!rules) return findings;
  const isProtected = (id: string): boolean =>
    rules.suppress.includes(id) ||
    rules.sensitive.includes(id) ||
    findVariable(id)?.sensitive === true;
  const tells = ({ variable, args }: Finding): boolean =>
    (variable !== undefined && isProtected(variable)) ||
    Object.values(args).some((value) =>
      [value].flat().some((text) => typeof text === "string" && isProtected(text)),
    );
  return findings
    .flatMap((finding) => (tells(finding) ? (finding.under ?? []) : [finding]))
    .map(({ under = [], ...finding }) => {
      const told = under.filter((one) => !tells(one));
      return told.length === 0 ? finding : { ...finding, under: told };
    })
    .filter((finding) => !tells(finding));
}

/** What is asked of the appendix itself. */
export interface AppendixRequest {
  readonly language: Language;
  readonly version: string;
  readonly command: string;
  readonly title?: string;
  readonly captionPrefix?: string;
  readonly date?: string;
  readonly lorenz: readonly string[];
  readonly sections: readonly SectionId[];
}

/** What an appendix is made from: of the whole survey, or of one group. */
export function appendixInput(
  computed: Computed,
  request: AppendixRequest,
  group?: string,
): AppendixInput {
  const { read, project, protection, shown, grouping } = computed;
  const by = grouping?.by ?? "";
  const analysis =
    group === undefined
      ? groupedBy(computed.analysis, by)
      : groupAnalysis(computed.analysis, by, group);
  const observations =
    group === undefined ? undefined : observationsOf(computed.analysis, by, group);
  const own = (survey: Survey): Survey => (observations ? partOf(survey, observations) : survey);
  const subjects = subjectsOf(analysis);
  const comparison = comparisonOf(computed, own(computed.analysis.survey), analysis);
  const areas = new Set(analysis.areas.map(({ area }) => area.name));
  const { language, title, captionPrefix, date, version, command, lorenz, sections } = request;
  for (const id of lorenz)
    if (!subjects.some((subject) => subject.id === id)) throw unknownSubject(id, subjects);
  return {
    analysis,
    normStates: computed.normStates,
    sources: read.sources,
    findings:
      group === undefined
        ? computed.findings
        : unfolded(computed.findings).filter(({ area }) => area === undefined || areas.has(area)),
    distributions: distributionsOf(analysis, { subjects, quantileType: 7 }),
    // What is withheld is filled in, but its digits are nobody's business.
    quality: {
      ...qualityOf(own(read.survey), shown),
      heaping: qualityOf(own(computed.analysis.survey), shown).heaping,
    },
    ...(computed.earlier !== undefined && {
      earlierQuality: qualityOf(own(read.survey), computed.earlier),
    }),
    ...(comparison && { comparison }),
    lorenz,
    sections,
    ...(title !== undefined && { title }),
    ...(captionPrefix !== undefined && { captionPrefix }),
    ...(project.groupDigits !== undefined && { groupDigits: project.groupDigits }),
    ...(date !== undefined && { date }),
    ...(protection?.minCell !== undefined && { minCell: protection.minCell }),
    version,
    command,
    print: (phrase) =>
      phraseText(phrase, {
        language,
        ...(project.groupDigits !== undefined && { groupDigits: project.groupDigits }),
      }),
  };
}

/** What is held against norms of one period alone: the earlier is there to be compared with. */
const atPeriod = (analysis: Analysis, period: string | null): Analysis => ({
  ...analysis,
  periods: [period],
  wholes: analysis.wholes.filter((whole) => whole.period === period),
});

/** The groups of other groupings are left out: an appendix shows one. */
const groupedBy = (analysis: Analysis, by: string): Analysis => ({
  ...analysis,
  groups: analysis.groups.filter((group) => group.by === by),
});

function unknownSubject(id: string, subjects: readonly Subject[]): CdjError {
  return new CdjError("unknown-indicator", {
    id,
    suggestions: nearest(
      id,
      subjects.map((subject) => subject.id),
    ),
  });
}

/** The variables of the table and the indicators that have a figure of their own in each community. */
function subjectsOf({ survey, indicators, norms }: Analysis): Subject[] {
  const present = variables.filter(({ id }) => survey.quantities.has(id));
  const figures = indicators.filter(
    ({ rollup, classes, needs }) =>
      rollup !== "count" && rollup !== "none" && !classes && !needs.includes("communities"),
  );
  return [
    ...present.flatMap(({ id }) => variableSubject(id) ?? []),
    ...figures.flatMap((indicator) => indicatorSubjects(indicator, norms)),
  ];
}

/** `part` is the analysis of the same communities as the survey. */
function comparisonOf(
  { analysis, shown, earlier, read, project, boundaries }: Computed,
  survey: Survey,
  part: Analysis,
): Comparison | undefined {
  if (earlier === undefined || shown === null) return undefined;
  const [from, to] = [earlier, shown].map((period) =>
    part.wholes.find((whole) => whole.period === period),
  );
  const names = new Set(survey.observations.map(({ area }) => areaKey(area)));
  const subjects = variables
    .filter(({ id }) => survey.quantities.has(id))
    .flatMap(({ id }) => variableSubject(id) ?? []);
  return compare(survey, {
    from: earlier,
    to: shown,
    indicators: analysis.indicators,
    norms: analysis.norms,
    groupings: [],
    variables: subjects.filter(({ nature }) => nature === "amount"),
    indicatorSubjects: project.indicators.flatMap((indicator) =>
      indicatorSubjects(indicator, analysis.norms),
    ),
    bases: { from: residentsBasis(read.sources, earlier), to: residentsBasis(read.sources, shown) },
    boundaries: boundaries.filter((change) => change.new.some((area) => names.has(areaKey(area)))),
    ...(from && to && { wholes: { from, to } }),
  });
}

/** The sections named; all of them where none is. Throws a CdjError for an unknown one. */
export function sectionsOf(names: readonly string[]): readonly SectionId[] {
  for (const name of names) {
    if (!(sectionIds as readonly string[]).includes(name))
      throw new CdjError("bad-option-value", {
        option: "sections",
        value: name,
        expected: [...sectionIds].join(", "),
      });
  }
  return names.length === 0 ? sectionIds : sectionIds.filter((id) => names.includes(id));
}
