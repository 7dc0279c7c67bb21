import { findVariable } from "../codebook/index.ts";
import type { Language } from "../survey/language.ts";
import { wordsOf } from "../words/locales/index.ts";
import type { ReadSource } from "./reading.ts";

/** The title of a variable; residents who are all counted on another basis than the usual one are called what they are: 户籍人口. */
export function variableTitle(
  id: string,
  sources: readonly ReadSource[],
  language: Language,
): string {
  const title = findVariable(id)?.title[language] ?? id;
  if (id !== "residents") return title;
  const bases = new Set(
    sources.flatMap(({ plan }) =>
      plan.columns.flatMap(({ role }) => (countsResidents(role) ? [role.basis ?? "usual"] : [])),
    ),
  );
  const [basis] = bases;
  if (bases.size !== 1 || basis === undefined || basis === "usual") return title;
  const name = wordsOf(language).bases[basis];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Role = ReadSource["plan"]["columns"][number]["role"];

const countsResidents = (role: Role): role is Extract<Role, { is: "quantity" }> =>
  role.is === "quantity" &&
  (role.quantity === "residents" || role.quantity.startsWith("residents_"));
