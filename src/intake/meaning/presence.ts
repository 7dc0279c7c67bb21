import { headerKey, normaliseHeader } from "../../codebook/header.ts";
import type { VariableId } from "../../codebook/index.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { cleanCell } from "../cells/cell-text.ts";
import { readYesNo } from "../cells/choice.ts";
import type { ColumnHead, HeadMeaning } from "../heads/head-meaning.ts";

/** Bodies that a head names, and the variable that says whether there is one. */
const bodies: readonly (readonly [RegExp, VariableId])[] = [
  [
    /^(?:社区)?(?:基层)?(?:党组织|党委|党总支|党支部|党工委|总支|支部|party_(?:organisation|organization|branch|committee))$/u,
    "has_party_organisation",
  ],
  [
    /^(?:社区)?(?:居委会|居民委员会|居委|社区居委会|村委会|村民委员会|residents_committee|neighbourhood_committee)$/u,
    "has_residents_committee",
  ],
];

/** A column headed 党支部 or 居委会 whose cells say 有 or 无 tells whether there is one: it counts none, and names no area. */
export function settlePresence(
  meanings: HeadMeaning[],
  heads: readonly ColumnHead[],
  rows: readonly (readonly string[])[],
): void {
  heads.forEach(({ header }, i) => {
    const key = headerKey(normaliseHeader(header).path.join(" "));
    const variable = bodies.find(([form]) => form.test(key))?.[1];
    if (variable === undefined) return;
    const cells = rows.map((row) => cleanCell(row[i] ?? "")).filter((text) => text !== "");
    if (
      cells.length > 0 &&
      cells.every((text) => readYesNo(text) !== undefined) &&
      cells.some((text) => !looksNumeric(text))
    )
      meanings[i] = { kind: "variable", variable };
  });
}
