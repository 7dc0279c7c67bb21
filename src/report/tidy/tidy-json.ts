import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { findingJson, sourceJson } from "../analysis/analysis-json.ts";
import { partsLackingJson } from "../parts-lacking.ts";
import type { ReadSource } from "../reading.ts";
import type { Shown } from "./tidy-remarks.ts";
import { type TidyTable, tidyObjects } from "./tidy-table.ts";

/** The clean table with what it was made from: sources and findings as `cdj analyze --format json` gives them. */
export const tidyJson = (
  table: TidyTable,
  shown: Shown,
  read: { readonly sources: readonly ReadSource[]; readonly findings: readonly Finding[] },
  version: string,
  language: Language,
): unknown => {
  const lacking = partsLackingJson(shown.survey, shown.members);
  return {
    tool: { name: "cdj", version },
    sources: read.sources.map(sourceJson),
    columns: table.columns,
    rows: tidyObjects(table),
    ...(lacking.length > 0 && { parts: lacking }),
    findings: read.findings.map((finding) => findingJson(finding, language)),
  };
};
