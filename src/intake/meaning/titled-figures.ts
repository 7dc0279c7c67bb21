import type { Evidence } from "../../survey/reading-evidence.ts";
import { type HeadMeaning, titleMeaning } from "../heads/head-meaning.ts";

/**
 * In a table with one column of figures, headed 人数, 数量 or 合计, the title says what they are: 各社区人口数. Where it does not, the head is
 * not understood. Tables with any other column that is not understood are left alone: it may be what the figures are of.
 */
export function settleTitled(
  meanings: HeadMeaning[],
  titles: readonly string[],
): { readonly index: number; readonly because: Evidence } | undefined {
  const bare = meanings.flatMap((m, i) => (m.kind === "value" || m.kind === "whole" ? [i] : []));
  const [index] = bare;
  if (index === undefined || bare.length > 1) return undefined;
  const isAlone = meanings.every(
    (m, i) => i === index || m.kind === "key" || m.kind === "ignored" || m.kind === "blank",
  );
  if (!isAlone || !meanings.some((m) => m.kind === "key" && m.key === "area")) return undefined;
  const said = titleMeaning(titles);
  const own = meanings[index] as HeadMeaning;
  if ((said?.kind !== "variable" && said?.kind !== "band") || said.open) {
    if (own.kind === "value") meanings[index] = { kind: "unknown", suggestions: [] };
    return undefined;
  }
  const unit = "unit" in own && own.unit ? { unit: own.unit } : {};
  meanings[index] = { ...said, ...unit };
  return { index, because: { by: "statement", text: titles.join(" ").trim() } };
}
