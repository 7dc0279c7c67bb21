import type { NormState } from "../../analysis/norm-states.ts";
import { noneCompared, normStateLines } from "../../report/norm-state-text.ts";
import type { Language } from "../../survey/language.ts";
import { normStateWordsOf } from "../../words/locales/norm-states.ts";
import { remark } from "./output.ts";

/**
 * Tells on standard error what has to be told of the norms named, where the result itself does not say it to a reader (`aside`), and always where none of them
 * is compared.
 */
export function tellNorms(
  states: readonly NormState[],
  aside: boolean,
  { quiet }: { readonly quiet?: boolean },
  language: Language,
): void {
  if (quiet === true) return;
  if (aside) for (const line of normStateLines(states, language)) remark(line);
  if (noneCompared(states)) remark(normStateWordsOf(language).noneCompared);
}
