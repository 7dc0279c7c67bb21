import type { Document } from "../survey/document.ts";
import type { Finding } from "../survey/finding.ts";
import type { Language } from "../survey/language.ts";
import { findingsLine } from "./analysis.ts";
import { type ReadSource, readingOfAll } from "./reading.ts";

/** What is said beside a tidy table: how each table was read, and how many findings there are. */
export const readingRemarks = (read: { readonly sources: readonly ReadSource[]; readonly findings: readonly Finding[] }, language: Language): Document => ({
  language,
  blocks: [...readingOfAll(read.sources, language), findingsLine(read, language)],
});
