import type { RaisedCode } from "../survey/codes.ts";
import type { Severity } from "../survey/finding.ts";
import { ageBandsSum } from "./age-bands-sum.ts";
import { ambiguousArea } from "./ambiguous-area.ts";
import { ambiguousHeader } from "./ambiguous-header.ts";
import { areasMatched } from "./areas-matched.ts";
import { areasUnmatched } from "./areas-unmatched.ts";
import { averageRow } from "./average-row.ts";
import { bandFeasibility } from "./band-feasibility.ts";
import { bandsRead } from "./bands-read.ts";
import { behindTotal } from "./behind-total.ts";
import { blankCells } from "./blank-cells.ts";
import { blankHeader } from "./blank-header.ts";
import { blankInName } from "./blank-in-name.ts";
import { categoryTotal } from "./category-total.ts";
import { cellRemark } from "./cell-remark.ts";
import { childrenSum } from "./children-sum.ts";
import { codesDiffer } from "./codes-differ.ts";
import { conflictingValues } from "./conflicting-values.ts";
import type { Check } from "./define.ts";
import { duplicateArea } from "./duplicate-area.ts";
import { duplicateHeader } from "./duplicate-header.ts";
import { educationSum } from "./education-sum.ts";
import { emptyFile } from "./empty-file.ts";
import { excelDamage } from "./excel-damage.ts";
import { filledCells } from "./filled-cells.ts";
import { footnoteMark } from "./footnote-mark.ts";
import { formRead } from "./form-read.ts";
import { fractionalCount } from "./fractional-count.ts";
import { fundsParts } from "./funds-parts.ts";
import { fundsPerResident } from "./funds-per-resident.ts";
import { furtherSheet } from "./further-sheet.ts";
import { furtherTable } from "./further-table.ts";
import { generalWord } from "./general-word.ts";
import { headerOnly } from "./header-only.ts";
import { hiddenColumns } from "./hidden-columns.ts";
import { hiddenRows } from "./hidden-rows.ts";
import { householdSize } from "./household-size.ts";
import { identityColumn } from "./identity-column.ts";
import { identityNumber } from "./identity-number.ts";
import { implausibleRelation } from "./implausible-relation.ts";
import { implausibleValue } from "./implausible-value.ts";
import { impossibleSpread } from "./impossible-spread.ts";
import { impossibleZero } from "./impossible-zero.ts";
import { levelsInTables } from "./levels-in-tables.ts";
import { levelsMixed } from "./levels-mixed.ts";
import { levelsTogether } from "./levels-together.ts";
import { levelsUndecided } from "./levels-undecided.ts";
import { managedPopulation } from "./managed-population.ts";
import { membersPerBranch } from "./members-per-branch.ts";
import { mergedFigure } from "./merged-figure.ts";
import { missingKey } from "./missing-key.ts";
import { namedTwice } from "./named-twice.ts";
import { nearName } from "./near-name.ts";
import { negative } from "./negative.ts";
import { noAreaColumn } from "./no-area-column.ts";
import { noHeader } from "./no-header.ts";
import { noObservations } from "./no-observations.ts";
import { notANumber } from "./not-a-number.ts";
import { notedTotal } from "./noted-total.ts";
import { numberOfAreas } from "./number-of-areas.ts";
import { onlyArea } from "./only-area.ts";
import { openBreakdown } from "./open-breakdown.ts";
import { organisationTier } from "./organisation-tier.ts";
import { outlier } from "./outlier.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { partOfOther } from "./part-of-other.ts";
import { partitionSum } from "./partition-sum.ts";
import { partsDiffer } from "./parts-differ.ts";
import { perhapsOneArea } from "./perhaps-one-area.ts";
import { periodJump } from "./period-jump.ts";
import { periodsApart } from "./periods-apart.ts";
import { periodsJoined } from "./periods-joined.ts";
import { raggedRow } from "./ragged-row.ts";
import { replacedBytes } from "./replaced-bytes.ts";
import { respondents } from "./respondents.ts";
import { rosterMissing } from "./roster-missing.ts";
import { rosterRenamed } from "./roster-renamed.ts";
import { rosterUnexpected } from "./roster-unexpected.ts";
import { rowsOfParts } from "./rows-of-parts.ts";
import { rowsUncertain } from "./rows-uncertain.ts";
import { sameFigures } from "./same-figures.ts";
import { schemaConstraint } from "./schema-constraint.ts";
import { schemaField } from "./schema-field.ts";
import { schemaRequired } from "./schema-required.ts";
import { schemaType } from "./schema-type.ts";
import { schemaUnique } from "./schema-unique.ts";
import { schemaUnjudged } from "./schema-unjudged.ts";
import { sexesSum } from "./sexes-sum.ts";
import { sharedCode } from "./shared-code.ts";
import { smallCell } from "./small-cell.ts";
import { statedShare } from "./stated-share.ts";
import { swallowedRecord } from "./swallowed-record.ts";
import { tableTurned } from "./table-turned.ts";
import { tenfoldJump } from "./tenfold-jump.ts";
import { tenureWithoutPremises } from "./tenure-without-premises.ts";
import { totalRow } from "./total-row.ts";
import { undatedColumn } from "./undated-column.ts";
import { undecodable } from "./undecodable.ts";
import { unevenColumns } from "./uneven-columns.ts";
import { unitConflict } from "./unit-conflict.ts";
import { unknownCategory } from "./unknown-category.ts";
import { unknownHeader } from "./unknown-header.ts";
import { unmarkedTotal } from "./unmarked-total.ts";
import { unopened } from "./unopened.ts";
import { unreadPeriod } from "./unread-period.ts";
import { unstatedItem } from "./unstated-item.ts";
import { unterminatedQuote } from "./unterminated-quote.ts";
import { wageBill } from "./wage-bill.ts";
import { withoutPeriod } from "./without-period.ts";
import { zeroForMissing } from "./zero-for-missing.ts";

/** Every kind of finding, in the order of the codes. */
export const checks = [
  undecodable,
  replacedBytes,
  unterminatedQuote,
  emptyFile,
  headerOnly,
  noHeader,
  noObservations,
  unopened,
  unevenColumns,
  hiddenRows,
  hiddenColumns,
  unknownHeader,
  ambiguousHeader,
  duplicateHeader,
  duplicateArea,
  missingKey,
  blankHeader,
  raggedRow,
  furtherTable,
  unreadPeriod,
  noAreaColumn,
  sharedCode,
  swallowedRecord,
  undatedColumn,
  formRead,
  furtherSheet,
  bandsRead,
  tableTurned,
  openBreakdown,
  partOfOther,
  generalWord,
  onlyArea,
  unknownCategory,
  rowsOfParts,
  categoryTotal,
  unstatedItem,
  notANumber,
  negative,
  fractionalCount,
  unitConflict,
  excelDamage,
  implausibleValue,
  footnoteMark,
  cellRemark,
  mergedFigure,
  ageBandsSum,
  sexesSum,
  educationSum,
  partitionSum,
  partExceedsWhole,
  householdSize,
  managedPopulation,
  fundsParts,
  fundsPerResident,
  organisationTier,
  membersPerBranch,
  tenureWithoutPremises,
  statedShare,
  implausibleRelation,
  wageBill,
  impossibleZero,
  conflictingValues,
  outlier,
  totalRow,
  numberOfAreas,
  bandFeasibility,
  averageRow,
  periodJump,
  childrenSum,
  unmarkedTotal,
  impossibleSpread,
  levelsTogether,
  zeroForMissing,
  notedTotal,
  tenfoldJump,
  nearName,
  rosterMissing,
  rosterUnexpected,
  rosterRenamed,
  partsDiffer,
  withoutPeriod,
  ambiguousArea,
  rowsUncertain,
  blankCells,
  filledCells,
  blankInName,
  areasMatched,
  codesDiffer,
  areasUnmatched,
  perhapsOneArea,
  levelsInTables,
  levelsUndecided,
  periodsJoined,
  periodsApart,
  levelsMixed,
  behindTotal,
  namedTwice,
  sameFigures,
  identityColumn,
  identityNumber,
  respondents,
  smallCell,
  schemaField,
  schemaType,
  schemaRequired,
  schemaUnique,
  schemaConstraint,
  schemaUnjudged,
] as const satisfies readonly Check[];

type Nothing<T extends never> = T;
/** Does not compile while a code that is raised has no check. */
export type WithoutCheck = Nothing<Exclude<RaisedCode, (typeof checks)[number]["code"]>>;

const byCode: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.code, check]));

/** The check that bears a code (`CDJ204`, in any case) or, for `explain`, a name (`duplicate-area`). */
export const findCheck = (code: string): Check | undefined =>
  byCode.get(code) ?? byCode.get(code.toUpperCase()) ?? checks.find((check) => check.name === code);

/** How grave a finding is unless the user says otherwise. Throws for a code that no check bears. */
export function severityOf(code: string): Severity {
  const check = byCode.get(code);
  if (!check) throw new Error(`no check bears the code ${code}`);
  return check.severity;
}

/** The findings as they were raised, each with the severity of its check. */
export const withSeverity = <F extends { readonly code: string }>(
  findings: readonly F[],
): (F & { readonly severity: Severity })[] =>
  findings.map((finding) => ({ ...finding, severity: severityOf(finding.code) }));
