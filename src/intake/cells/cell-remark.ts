import { identityOfCell } from "../../codebook/identity.ts";
import { type CellReading, type CellRules, parseCell } from "./cell.ts";
import { cleanCell } from "./cell-text.ts";

/** A figure, and what its cell says beside it. */
export interface RemarkedCell {
  readonly figure: string;
  readonly remark: string;
}

/** A cell with a figure and a remark behind it, and the figure's meaning; undefined for any other cell. */
export function readRemarked(
  text: string,
  rules: CellRules,
): { readonly figure: string; readonly reading: CellReading & { kind: "number" } } | undefined {
  if (rules.kind === "yes-no" || rules.kind === "category") return undefined;
  const cell = remarkedCell(cleanCell(text));
  const reading = cell && parseCell(cell.figure, rules);
  return cell && reading?.kind === "number" ? { figure: cell.figure, reading } : undefined;
}

const inBrackets =
  /^([^()（）[\]［］【】]*\d[^()（）[\]［］【】]*?)\s*[(（[［【]\s*([^()（）[\]［］【】]+?)\s*[)）\]］】]\s*$/u;
const behindMark =
  /^([^;；，,。\s]*\d[^;；，,。\s]*?)\s*[;；，,。、]?\s*((?:其中|含|包括|包含|不含|不包括|未含|另有|另|缺|incl(?:uding|\.)?|of which|excl(?:uding|\.)?)\s*[:：]?.*)$/iu;
/** What is planned is no figure of the present. */
const projected =
  /计划|計[画畫劃]|规划|規劃|预计|預計|预测|預測|拟|擬|目标|目標|应|應|核定|编制|編制|plan|target|projected|expected/iu;

/**
 * A cell with a figure and a remark behind it: 100（含空挂户20）, 120（缺2户）, 100，其中女45. Undefined where there is no remark in words (120(60) may
 * mean anything), where it says that the figure is a plan, and where the cell holds a number of a person.
 */
export function remarkedCell(text: string): RemarkedCell | undefined {
  if (text.length > 80 || identityOfCell(text) !== undefined) return undefined;
  const found = inBrackets.exec(text.trim()) ?? behindMark.exec(text.trim());
  const [, figure = "", remark = ""] = found ?? [];
  if (figure === "" || !/\p{L}/u.test(remark) || projected.test(remark)) return undefined;
  return { figure, remark };
}
