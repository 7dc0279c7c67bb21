import type { Subject } from "../../analysis/subject.ts";
import type { Basis } from "../../intake/plan.ts";
import type { FigureSource } from "../../survey/document.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import type { Context } from "./context.ts";

/** On which bases the tables count residents; empty where no table does. */
export function residentsBases({ input, areas }: Context): readonly Basis[] {
  const columns = input.sources.flatMap(({ plan }) => plan.columns);
  const bases = columns.flatMap(({ role }) =>
    role.is === "quantity" && role.quantity === "residents" ? [role.basis ?? "usual"] : [],
  );
  const series = input.analysis.survey.series("residents");
  // Added up from bands, whose columns may say it.
  const bands = columns.flatMap(({ role }) =>
    role.is === "quantity" && role.quantity.startsWith("residents_") ? [role.basis ?? "usual"] : [],
  );
  const known = areas.some(({ observation }) => !("absent" in series.at(observation)));
  return [
    ...new Set(
      bases.length > 0 || !known ? bases : bands.length > 0 ? bands : (["usual"] as const),
    ),
  ];
}

/** The title of a variable or age band; residents of another basis are called what they are: 户籍人口. */
export function titleOf(context: Context, id: string): string {
  const { language } = context;
  const [basis, ...others] = id === "residents" ? residentsBases(context) : [];
  return basis === undefined || basis === "usual" || others.length > 0
    ? quantityTitle(id, language)
    : wordsOf(language).bases[basis];
}

/** Which figure of the analysis a subject is. */
export const subjectSource = ({ id, norm }: Subject): Pick<FigureSource, "of" | "norm"> => ({
  of: id,
  ...(norm && { norm: norm.id }),
});

/** The title of what a distribution or a change is about. */
export const subjectName = (
  context: Context,
  {
    id,
    title,
  }: { readonly id: string; readonly title: Readonly<Record<Context["language"], string>> },
): string => (id === "residents" ? titleOf(context, id) : title[context.language]);
