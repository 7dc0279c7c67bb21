import type { Judgement } from "../../survey/judgement.ts";
import { renderJson } from "../sheets/json.ts";
import { findingEntry } from "./json.ts";

/** One finding a line, as it stands in the JSON format. */
export const renderFindingsJsonLines = ({ findings }: Judgement): string =>
  findings
    .map(
      (finding) =>
        `${renderJson(findingEntry(finding))
          .replace(/\n\s*/g, (gap) => (gap === "\n" ? "" : " "))
          .trim()}\n`,
    )
    .join("");
