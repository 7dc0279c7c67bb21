const rules = new Map<number, Intl.PluralRules>();

/** Whether an English noun stands in the singular beside a number printed with so many decimals: 1 household, but 1.0 and 0 households. */
export function isOne(value: number, decimals = 0): boolean {
  const digits = Math.min(decimals, 20);
  let rule = rules.get(digits);
  if (!rule) {
    rule = new Intl.PluralRules("en", {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    rules.set(digits, rule);
  }
  return rule.select(value) === "one";
}
