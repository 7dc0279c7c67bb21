import { hasColumnPeriods, type ReadingPlan } from "../../intake/plan.ts";

/**
 * The periods that columns of figures have of their own, and that of the table where some have none; none where no column has. A row makes a
 * group for each of them, one behind the other.
 */
export function columnPeriodsOf(plan: ReadingPlan): string[] {
  if (!hasColumnPeriods(plan)) return [];
  const figures = plan.columns.filter(({ role }) => role.is === "quantity" || role.is === "value");
  return [...new Set(figures.flatMap(({ period }) => period ?? plan.period?.value ?? []))];
}
