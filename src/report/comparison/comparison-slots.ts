import { subjectKey } from "../../analysis/subject.ts";
import type { Change } from "../../change/change-figures.ts";
import type { Comparison, PartChange, SubjectChange } from "../../change/comparison.ts";
import { titleOfClass } from "../../indicators/define.ts";
import { findIndicator } from "../../indicators/index.ts";
import { periodLabel } from "../../intake/cells/period.ts";
import type { Cell, FigureValue } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import { isAbsent, type Measured } from "../../survey/measured.ts";
import { compareWordsOf } from "../../words/locales/compare.ts";
import { phrase } from "../../words/phrase.ts";
import { headUnit } from "../figure-columns.ts";

export const growthDecimals = 1;
const contributionDecimals = 2;

export const bare = (measured: Measured, decimals: number): FigureValue => ({
  measured,
  unit: "",
  decimals,
});

/** One column of a table of areas or groups. */
export interface Slot {
  readonly id: string;
  readonly subject: string;
  readonly title: string;
  readonly unit: string;
  cell(part: PartChange | undefined): Cell;
}

/** The columns of every subject: its growth, or its difference where it is no amount; of the leading one also both ends and the contribution, in front. */
export function slots(
  comparison: Comparison,
  lead: string | undefined,
  language: Language,
): Slot[] {
  // A class has one column, in which both ends stand.
  const leads = ({ subject }: SubjectChange): boolean =>
    subjectKey(subject) === lead && subject.classes === undefined;
  const first = comparison.subjects.filter(leads);
  const others = comparison.subjects.filter((entry) => !leads(entry));
  return [
    ...first.flatMap((entry) => leadingSlots(entry, comparison, language)),
    ...others.map((entry) => mainSlot(entry, language)),
  ];
}

/** Only the columns in which some row has a figure. */
export const used = (
  all: readonly Slot[],
  parts: readonly { readonly changes: ReadonlyMap<string, PartChange> }[],
): Slot[] =>
  all.filter((slot) =>
    parts.some((part) => {
      const cell = slot.cell(part.changes.get(slot.subject));
      return typeof cell === "string"
        ? cell !== ""
        : "measured" in cell && !isAbsent(cell.measured);
    }),
  );

/** Without the columns that repeat one beside them in every row: households per community grow, of one community, as its households do. */
export function withoutRepeats(
  all: readonly Slot[],
  parts: readonly { readonly changes: ReadonlyMap<string, PartChange> }[],
): Slot[] {
  const cellsOf = ({ subject, cell }: Slot): string =>
    JSON.stringify(parts.map(({ changes }) => cell(changes.get(subject))));
  return all.filter((slot) => {
    const [variable, per] = findIndicator(slot.subject)?.needs ?? [];
    const other =
      per === "communities" ? all.find(({ id }) => id === `${variable}_growth`) : undefined;
    return other === undefined || cellsOf(other) !== cellsOf(slot);
  });
}

function slot(
  { subject }: SubjectChange,
  part: string,
  title: string,
  unit: string,
  pick: (part: PartChange) => Measured | undefined,
  decimals: number,
): Slot {
  return {
    id: `${subjectKey(subject)}_${part}`,
    subject: subjectKey(subject),
    title,
    unit,
    cell(change) {
      const measured = change && pick(change);
      return measured === undefined ? "" : bare(measured, decimals);
    },
  };
}

/** The class at each end: “60–100 m² → 100–200 m²”, one where it is the same. */
function classSlot({ subject }: SubjectChange, language: Language): Slot {
  const title = (id: string | undefined): string =>
    id === undefined ? "—" : (titleOfClass(subject, id)?.[language] ?? id);
  return {
    id: `${subjectKey(subject)}_class`,
    subject: subjectKey(subject),
    title: subject.title[language],
    unit: "",
    cell(part) {
      const { from, to } = part?.classes ?? {};
      if (from === undefined && to === undefined) return "";
      return from === to ? title(from) : `${title(from)} → ${title(to)}`;
    },
  };
}

function mainSlot(entry: SubjectChange, language: Language): Slot {
  const words = compareWordsOf(language);
  const { subject, change } = entry;
  if (subject.classes) return classSlot(entry, language);
  const name = { subject: subject.title[language] };
  if (subject.nature === "amount" && change.growth) {
    return slot(
      entry,
      "growth",
      phrase(words.growthOf, name, language),
      "%",
      (part) => part.change.growth,
      growthDecimals,
    );
  }
  const title = phrase(words.changeOf, name, language);
  return slot(
    entry,
    "change",
    title,
    headUnit(title, change.differenceUnit, language),
    (part) => part.change.difference,
    subject.decimals,
  );
}

function leadingSlots(entry: SubjectChange, { from, to }: Comparison, language: Language): Slot[] {
  const { title, unit, decimals, nature } = entry.subject;
  const end = (at: "from" | "to", period: string): Slot =>
    slot(
      entry,
      at,
      phrase(
        compareWordsOf(language).at,
        { subject: title[language], when: periodLabel(period)[language] },
        language,
      ),
      headUnit(title[language], unit, language),
      (part: { change: Change }) => part.change[at],
      decimals,
    );
  const contribution = slot(
    entry,
    "contribution",
    compareWordsOf(language).contribution,
    headUnit(compareWordsOf(language).contribution, "percentage points", language),
    (part) => part.contribution,
    contributionDecimals,
  );
  return [
    end("from", from),
    end("to", to),
    mainSlot(entry, language),
    ...(nature === "amount" ? [contribution] : []),
  ];
}
