import { matchHeader } from "../../codebook/match.ts";
import { codes } from "../../survey/codes.ts";
import { looksNumeric } from "../cells/cell-kind.ts";
import { periodFromText } from "../cells/period.ts";
import type { Source } from "../files/source.ts";
import { type CellPlace, type Form, type FormPair, type FormRow, readForm } from "./form.ts";
import { inOneLine, rewritten, type WholeTable } from "./rewritten.ts";

/**
 * The source as a table of one row, where it is the form of one community, or of a row for each, where such forms stand one below another;
 * undefined where it is none, or nothing names the community: no cell, no title, no sheet, no file.
 */
export function asForm({ source, records: rows }: WholeTable): Source | undefined {
  const stacked = stackedForms(rows, source);
  if (stacked) return stacked === "unclear" ? undefined : tableOf(source, stacked);
  const form = readForm(rows);
  const name = form && nameOf(form, source);
  return form && name && tableOf(source, [{ form, name }]);
}

/** A form, and what names its community. */
interface NamedForm {
  readonly form: Form;
  readonly name: Name;
}

/** Forms one below another, each of which begins with the name of its community; undefined where one community is named, "unclear" where some part is no form. */
function stackedForms(
  rows: readonly FormRow[],
  source: Source,
): NamedForm[] | "unclear" | undefined {
  const starts = rows.flatMap((row, i) => (communityNamed(row) === undefined ? [] : [i]));
  if (new Set(starts.map((i) => communityNamed(rows[i] as FormRow))).size < 2) return undefined;
  const parts = starts.map((start, i) => rows.slice(i === 0 ? 0 : start, starts[i + 1]));
  const whole = parts.map((part) => readForm(part));
  const asked = new Set(whole.flatMap((form) => form?.pairs ?? []).map(({ label }) => label));
  const forms = whole.map((form, i) => form ?? readForm(parts[i] as readonly FormRow[], asked));
  const named = forms.flatMap((form): NamedForm[] => {
    const name = form && nameOf(form, source);
    return form && name?.pair ? [{ form, name }] : [];
  });
  const names = new Set(named.map(({ name }) => name.name));
  return named.length === starts.length && names.size === named.length ? named : "unclear";
}

/** 社区名称, 城东社区: the name beside a label that asks for it, where it is no label itself. */
function communityNamed({ fields }: FormRow): string | undefined {
  const filled = fields.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const [label = "", name = ""] = /^[^:：]{1,12}[:：]\s*\S/u.test(filled[0] ?? "")
    ? (filled[0] as string).split(/[:：]/u).map((part) => part.trim())
    : filled;
  const asked = matchHeader(label.replace(/[:：]$/u, ""));
  const given = matchHeader(name);
  return name !== "" &&
    !looksNumeric(name) &&
    asked.kind === "key" &&
    asked.key === "area" &&
    given.kind === "unknown"
    ? name
    : undefined;
}

interface Name {
  readonly name: string;
  /** The cell that names it; undefined where the sheet or the file does. */
  readonly at?: CellPlace;
  /** The pair whose value it is. */
  readonly pair?: FormPair;
  /** The sheet or the file that it is named after. */
  readonly after?: string;
}

const isArea = (pair: FormPair): boolean => {
  const meaning = matchHeader(pair.label);
  return (
    meaning.kind === "key" &&
    (meaning.key === "area" || (meaning.key === "parent_area" && meaning.or === "area"))
  );
};

const communityName = /社区|社區|[村里居]$|委会|委會|community|village|ward/iu;

/** The community that a form is of: named in a cell, by a title, by the sheet or by the file. */
export function nameOf(form: Form, source: Source): Name | undefined {
  const pair = form.pairs.find(isArea);
  if (pair) return { name: pair.value.trim(), at: pair.at, pair };
  const other = form.pairs.find(
    (p) =>
      /^(?:名称|名稱|name)$/iu.test(p.label) ||
      (/^(?:填报|填報|填表)?(?:单位|單位)$/u.test(p.label) && communityName.test(p.value)),
  );
  if (other)
    return { name: other.value.replace(/[（(].*$/u, "").trim(), at: other.at, pair: other };
  for (const { text, line } of form.titles) {
    const name =
      /^(?:\d{4}年度?)?\s*([^\s\d年度（）()]{1,20}?(?:社区|社區|村委会|村委會|村|居委会|居委會))(?=.*[表况況])/u.exec(
        text,
      )?.[1];
    if (name) return { name, at: { line, field: 1 } };
  }
  // One row under a header is a table without names rather than a form, unless a name speaks for it.
  const needsName = form.pairs.every((p) => !p.beside);
  for (const after of [source.origin?.sheet, source.name.split(/[\\/]/u).at(-1)]) {
    const name = bareName(after ?? "");
    if (after !== undefined && name !== "" && (!needsName || communityName.test(name)))
      return { name, after };
  }
  return undefined;
}

const extensions = /(?:\.(?:csv|tsv|txt|parquet|xlsx?|xlsm|gz|zip|html?))+$/iu;
const numberBefore = /^\(?\d{1,3}\)?[\s._、-]+/u;
const periodWords =
  /[(_\s-]*(?:民国|民國)?\d{2,4}(?:年度?|[-.]?(?:\d{1,2}|[QH]\d))?(?:上半年|下半年|\d{1,2}月|第?[一二三四\d]季度?)?[)_\s-]*/iu;
const formWords =
  /(?:基本)?(?:情况|情況|信息|資訊|数据|數據|资料|資料)?(?:调查|調查|统计|統計|采集|採集|登记|登記|摸底|汇总|彙總)?(?:表格?|问卷|問卷|form|survey|questionnaire)?$/iu;
const generic = /^(?:sheet|工作表|表|table|form|data|-)?\s*\d*$/iu;

/** What is left of the name of a sheet or a file when extensions, numbers before it, periods and words for forms are taken away. */
function bareName(text: string): string {
  const plain = text.normalize("NFKC").replace(extensions, "").replace(numberBefore, "");
  const bare = (periodFromText(plain) === undefined ? plain : plain.replace(periodWords, ""))
    .replace(formWords, "")
    .trim();
  return generic.test(bare) || !/\p{Script=Han}|\p{L}{3}/u.test(bare) ? "" : bare;
}

interface Cell {
  readonly label: string;
  readonly value: string;
  readonly at?: CellPlace | undefined;
  readonly labelAt?: CellPlace | undefined;
}

/** The name and the pairs of a form, under the labels of them all; what a form does not ask for stays blank. */
function cellsOf({ form, name }: NamedForm): Cell[] {
  const rest = form.pairs.filter((other) => other !== name.pair);
  return [
    { label: "社区名称", value: name.name, at: name.at, labelAt: name.pair?.labelAt ?? name.at },
    ...rest,
  ];
}

/** Titles, a header of the labels, a row of the values of each form: the way of every table from here on. */
function tableOf(source: Source, forms: readonly NamedForm[]): Source {
  const [{ form }] = forms as [NamedForm];
  const cells = forms.map(cellsOf);
  const [columns] = cells as [Cell[]];
  // Of several forms those that ask for more than the first one add their labels; a label that stands twice in one form stays two columns.
  const labels: Cell[] = [...columns];
  for (const cell of cells.slice(1).flat())
    if (!labels.some(({ label }) => label === cell.label)) labels.push(cell);
  const rows = cells.map((own, i) =>
    i === 0
      ? labels.map((label) => columns.find((cell) => cell === label))
      : labels.map(({ label }) => own.find((cell) => cell.label === label)),
  );
  const header = form.titles.length + 1;
  const content = [
    ...form.titles.map(({ text }) => [text]),
    labels.map(({ label }) => label),
    ...rows.map((row) => row.map((cell) => cell?.value ?? "")),
  ];
  return rewritten(
    source,
    content.map((row) => row.map(inOneLine)),
    {
      madeFrom: { is: "form" },
      locate(line, field) {
        if (line < header) return { line: (form.titles[line - 1] as { line: number }).line };
        const row = rows[Math.max(0, line - header - 1)] ?? rows[0];
        const place =
          field === undefined
            ? row?.[0]?.at
            : line === header
              ? labels[field - 1]?.labelAt
              : row?.[field - 1]?.at;
        return place ?? { line: row?.[0]?.at?.line ?? form.pairs[0]?.at.line ?? 1 };
      },
      leftOut: forms.flatMap((own) => own.form.leftOut).map((line) => ({ line, reason: "note" })),
      findings: forms.map(({ form: own, name: { name, at, after } }) => ({
        code: codes.formRead,
        place: at ?? { line: own.pairs[0]?.labelAt.line ?? 1 },
        args: { name, ...(after !== undefined && { source: after }) },
        area: name,
      })),
    },
  );
}
