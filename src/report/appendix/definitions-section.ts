import { type Indicator, normsOf } from "../../indicators/define.ts";
import type { Block, Fact, Inline } from "../../survey/document.ts";
import { isWithheld } from "../../survey/measured.ts";
import { isTold } from "../analysis/survey-table.ts";
import { citationDocument } from "../prose/citation.ts";
import { isMeanPerCommunity } from "./appendix-figures.ts";
import type { Context } from "./context.ts";

/** The indicators that the appendix shows. */
export const definedIn = ({ whole, areas }: Context): readonly Indicator[] =>
  whole.indicators
    .filter((entry) => isTold(entry) || isWithheld(entry.result.value))
    .map(({ indicator }) => indicator)
    .filter((indicator) => areas.length > 1 || !isMeanPerCommunity(indicator));

/** How each indicator shown is computed: formula, unit, denominator, roll-up, and the norms with their documents. */
export function definitionsSection(context: Context): Block[] {
  const { input, language } = context;
  const bases = input.sources
    .flatMap(({ plan }) => plan.columns)
    .flatMap(({ role }) =>
      role.is === "quantity" && role.quantity === "residents" && role.basis ? [role.basis] : [],
    );
  const [basis] = bases;
  const facts = definedIn(context).map((indicator): Fact => {
    const norms = normsOf(indicator, input.analysis.norms);
    const [block] = citationDocument(
      indicator,
      { norms, ...(basis && { basis }) },
      language,
    ).blocks;
    const content = block?.kind === "paragraph" ? block.content : [];
    return {
      label: indicator.title[language],
      lines: [withoutTitle(content, indicator.title[language])],
    };
  });
  return facts.length === 0 ? [] : [{ kind: "facts", role: "definitions", facts }];
}

/** The sentence begins with the title, which is the label here. */
function withoutTitle(content: readonly Inline[], title: string): Inline[] {
  const [first, ...rest] = content;
  return typeof first === "string" && first.startsWith(title)
    ? [first.slice(title.length).replace(/^[:：]\s*/u, ""), ...rest]
    : [...content];
}
