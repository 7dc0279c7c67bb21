import { matchHeader } from "../codebook/match.ts";
import { codes } from "../survey/codes.ts";
import { type CellPlace, type Form, type FormPair, readForm } from "./form.ts";
import { periodFromText } from "./period.ts";
import { textRows } from "./small-text.ts";
import { memorySource, type Source } from "./source.ts";

/**
 * The source as a table of one row, where it is the form of one community; undefined where it is none, or nothing names the community:
 * no cell, no title, no sheet, no file.
 */
export async function asForm(source: Source, declared: { readonly encoding?: string; readonly delimiter?: string } = {}): Promise<Source | undefined> {
  const rows = await textRows(source, declared);
  const form = rows && readForm(rows);
  if (!form) return undefined;
  const name = nameOf(form, source);
  if (!name) return undefined;
  return tableOf(source, form, name);
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
  return meaning.kind === "key" && (meaning.key === "area" || (meaning.key === "parent_area" && meaning.or === "area"));
};

const communityName = /社区|社區|[村里居]$|委会|委會|community|village|ward/iu;

/** The community that a form is of: named in a cell, by a title, by the sheet or by the file. */
export function nameOf(form: Form, source: Source): Name | undefined {
  const pair = form.pairs.find(isArea);
  if (pair) return { name: pair.value.trim(), at: pair.at, pair };
  const other = form.pairs.find(
    (p) => /^(?:名称|名稱|name)$/iu.test(p.label) || (/^(?:填报|填報|填表)?(?:单位|單位)$/u.test(p.label) && communityName.test(p.value)),
  );
  if (other) return { name: other.value.replace(/[（(].*$/u, "").trim(), at: other.at, pair: other };
  for (const { text, line } of form.titles) {
    const name = /^(?:\d{4}年度?)?\s*([^\s\d年度（）()]{1,20}?(?:社区|社區|村委会|村委會|村|居委会|居委會))(?=.*[表况況])/u.exec(text)?.[1];
    if (name) return { name, at: { line, field: 1 } };
  }
  // One row under a header is a table without names rather than a form, unless a name speaks for it.
  const needsName = form.pairs.every((p) => !p.beside);
  for (const after of [source.origin?.sheet, source.name.split(/[\\/]/u).at(-1)]) {
    const name = bareName(after ?? "");
    if (after !== undefined && name !== "" && (!needsName || communityName.test(name))) return { name, after };
  }
  return undefined;
}

const extensions = /(?:\.(?:csv|tsv|txt|parquet|xlsx?|xlsm|gz|zip|html?))+$/iu;
const numberBefore = /^\(?\d{1,3}\)?[\s._、-]+/u;
const periodWords = /[(_\s-]*(?:民国|民國)?\d{2,4}(?:年度?|[-.]?(?:\d{1,2}|[QH]\d))?(?:上半年|下半年|\d{1,2}月|第?[一二三四\d]季度?)?[)_\s-]*/iu;
const formWords =
  /(?:基本)?(?:情况|情況|信息|資訊|数据|數據|资料|資料)?(?:调查|調查|统计|統計|采集|採集|登记|登記|摸底|汇总|彙總)?(?:表格?|问卷|問卷|form|survey|questionnaire)?$/iu;
const generic = /^(?:sheet|工作表|表|table|form|data|-)?\s*\d*$/iu;

/** What is left of the name of a sheet or a file when extensions, numbers before it, periods and words for forms are taken away. */
function bareName(text: string): string {
  const plain = text.normalize("NFKC").replace(extensions, "").replace(numberBefore, "");
  const bare = (periodFromText(plain) === undefined ? plain : plain.replace(periodWords, "")).replace(formWords, "").trim();
  return generic.test(bare) || !/\p{Script=Han}|\p{L}{3}/u.test(bare) ? "" : bare;
}

/** Titles, a header of the labels, one row of the values: the way of every table from here on. */
function tableOf(source: Source, form: Form, { name, at, pair, after }: Name): Source {
  const rest = form.pairs.filter((other) => other !== pair);
  const columns = [{ label: "社区名称", value: name, at, labelAt: pair?.labelAt ?? at }, ...rest];
  const write = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell.replace(/\s+/gu, " ").trim().replaceAll('"', '""')}"`).join(",")}\n`;
  const header = form.titles.length + 1;
  const text = [...form.titles.map((title) => write([title.text])), write(columns.map((c) => c.label)), write(columns.map((c) => c.value))].join("");
  const outer = source.origin;
  return {
    ...memorySource(source.name, Buffer.from(text)),
    origin: {
      file: outer?.file ?? source,
      ...(outer?.sheet !== undefined && { sheet: outer.sheet }),
      written: { encoding: "utf-8", delimiter: "," },
      form: true,
      locate(line, field) {
        if (line < header) return { line: (form.titles[line - 1] as { line: number }).line };
        const column = field === undefined ? undefined : columns[field - 1];
        const place = line === header ? column?.labelAt : column?.at;
        return place ?? { line: at?.line ?? form.pairs[0]?.at.line ?? 1 };
      },
      leftOut: form.leftOut.map((line) => ({ line, reason: "note" })),
      findings: [
        {
          code: codes.formRead,
          place: at ?? { line: form.pairs[0]?.labelAt.line ?? 1 },
          args: { name, ...(after !== undefined && { source: after }) },
          area: name,
        },
      ],
    },
  };
}
