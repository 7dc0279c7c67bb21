import { codes } from "../../survey/codes.ts";
import type { Source } from "../files/source.ts";
import { nameOfOnlyArea } from "../meaning/only-area.ts";
import { placeOfField } from "../records/records.ts";
import { isAverageWord } from "../rows/derived-words.ts";
import { isTotalWord } from "../rows/total-words.ts";
import { nameOf } from "./form-source.ts";
import { inOneLine, rewritten, type WholeTable } from "./rewritten.ts";
import { readTurned, type TurnedArea } from "./turned.ts";

/** How many areas the columns are of: one in several periods is one, two of one name in two streets are two. */
const countOf = (areas: readonly TurnedArea[], nameIn: (area: TurnedArea) => string): number =>
  new Set(
    areas
      .filter((area) => !isTotalWord(nameIn(area)) && !isAverageWord(nameIn(area)))
      .map((area) => JSON.stringify([area.parent, nameIn(area)])),
  ).size;

/**
 * The source as a table with a row for each area, where it has its areas across the columns; undefined where that is not certain. Where its
 * columns are years, they are those of the one area that the title, the sheet or the file names.
 */
export function asTurned({ source, records, dialect }: WholeTable): Source | undefined {
  const turned = readTurned(records);
  if (!turned) return undefined;
  const { areas, items, titles, others } = turned;
  const ofOne =
    nameOf({ pairs: [], titles, leftOut: [] }, source)?.name ??
    nameOfOnlyArea({
      titles: titles.map(({ text }) => text),
      ...(source.origin?.sheet !== undefined && { sheet: source.origin.sheet }),
      file: source.name,
      heads: items.map(({ label }) => label),
    }).value;
  const nameIn = ({ name }: TurnedArea): string => name ?? ofOne;
  const hasParents = areas.some(({ parent }) => parent !== undefined);
  const hasPeriods = areas.some(({ period }) => period !== undefined);
  const keys = [...(hasParents ? ["街道"] : []), "社区名称", ...(hasPeriods ? ["年份"] : [])];
  const rows = areas.map((area) => [
    ...(hasParents ? [area.parent ?? ""] : []),
    nameIn(area),
    ...(hasPeriods ? [area.period ?? ""] : []),
    ...items.map(({ record }) => record.fields[area.field] ?? ""),
  ]);
  const content = [
    ...titles.map(({ text: title }) => [title]),
    [...keys, ...items.map(({ label }) => label)],
    ...rows,
  ];
  const head = titles.length + 1;
  /** Of a cell of the original: a delimited text has columns of characters. */
  const charactersOf = (
    record: (typeof items)[number]["record"] | undefined,
    field: number,
  ): { column?: number } =>
    record === undefined || source.origin !== undefined
      ? {}
      : { column: placeOfField(record, field - 1, dialect).column };
  const recordAt = new Map(records.map((record) => [record.line, record]));
  const placed = ({ line, field }: { line: number; field: number }) => ({
    line,
    field,
    ...charactersOf(recordAt.get(line), field),
  });
  return rewritten(
    source,
    content.map((row) => row.map(inOneLine)),
    {
      madeFrom: { is: "turned" },
      locate(line, field) {
        if (line < head) return { line: (titles[line - 1] as { line: number }).line };
        const item = field === undefined ? undefined : items[field - 1 - keys.length];
        if (line === head) return item ? placed(item.at) : { line: turned.headLine };
        const area = areas[line - head - 1];
        if (area === undefined) return { line: turned.headLine };
        return item ? placed({ line: item.at.line, field: area.field + 1 }) : placed(area.at);
      },
      leftOut: turned.leftOut.map((line) => ({ line, reason: "note" })),
      findings: [
        {
          code: codes.tableTurned,
          place: { line: turned.headLine },
          args: { header: turned.header, n: countOf(areas, nameIn), items: items.length },
        },
        ...others.map(({ header, field }) => ({
          code: codes.unknownHeader,
          place: { ...placed({ line: turned.headLine, field: field + 1 }), header },
          args: { header, suggestions: [] },
        })),
      ],
    },
  );
}
