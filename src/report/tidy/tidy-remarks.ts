import type { Survey } from "../../analysis/observed-survey.ts";
import type { Document, Paragraph } from "../../survey/document.ts";
import type { Severity } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { findingsLine } from "../analysis/analysis-document.ts";
import { partsLackingText } from "../parts-lacking.ts";
import { type ReadSource, readingOfAll } from "../reading.ts";

/** What is said beside a tidy table: how each table was read, which figures are of fewer parts than their areas have, and how many findings there are. */
export function readingRemarks(
  read: {
    readonly sources: readonly ReadSource[];
    readonly counts: Readonly<Record<Severity, number>>;
  },
  shown: Shown,
  language: Language,
): Document {
  const lacking = partsLackingText(shown.survey, shown.members, language);
  const remarks: Paragraph[] =
    lacking === undefined ? [] : [{ kind: "paragraph", role: "remark", content: [lacking] }];
  return {
    language,
    blocks: [...readingOfAll(read.sources, language), ...remarks, findingsLine(read, language)],
  };
}

/** The observations of the table. */
export interface Shown {
  readonly survey: Survey;
  readonly members: readonly number[];
}
