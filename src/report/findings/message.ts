import type { Check } from "../../checks/define.ts";
import { findCheck } from "../../checks/index.ts";
import type { Finding } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { printArgument } from "../../words/argument.ts";
import { fillTemplate } from "../../words/template.ts";

/**
 * What a finding says, in one sentence without a full stop. Text from data is neutral (no terminal escapes, no controls, at most 60 characters)
 * but not escaped: each renderer does that for its medium. Throws for a code that no check bears.
 */
export const messageOf = (finding: Pick<Finding, "code" | "args">, language: Language): string =>
  filled("message", finding, language);

/** How to mend a finding, in full sentences. Throws for a code that no check bears. */
export const fixOf = (finding: Pick<Finding, "code" | "args">, language: Language): string =>
  filled("fix", finding, language);

function filled(
  part: "message" | "fix",
  { code, args }: Pick<Finding, "code" | "args">,
  language: Language,
): string {
  const check: Check | undefined = findCheck(code);
  if (!check) throw new Error(`no check bears the code ${code}`);
  return fillTemplate(check[part][language], args, (name, format) =>
    printArgument(name, args[name], format, language),
  );
}
