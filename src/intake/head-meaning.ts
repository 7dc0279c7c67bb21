import { parseBandId } from "../codebook/age-band.ts";
import { findVariable } from "../codebook/index.ts";
import { type Meaning, matchHeader } from "../codebook/match.ts";
import { openDataMeaning } from "../codebook/open-data.ts";
import { readUnit } from "../codebook/unit-spellings.ts";
import { CdjError } from "../survey/error.ts";
import type { KeyName } from "./plan.ts";
import { isOfWhich, isWholeWord } from "./rows.ts";

/** The head of one column: as written, and what is looked up first where a row of codes or translations stands beside it. */
export interface ColumnHead {
  readonly header: string;
  readonly label?: string;
  readonly code?: string;
}

/** What a head means, or that it is blank, or that it says only 合计. */
export type HeadMeaning = Meaning | { readonly kind: "blank" } | { readonly kind: "whole" };

/** What headers were declared to mean by `--map` or a config file: header as written → id of a variable, an age band or a key. */
export type Mapping = ReadonlyMap<string, string>;

const keyNames: readonly KeyName[] = ["area", "area_code", "parent_area", "period", "level"];

/** The names under which a column can be mapped: its header, and each level of it. */
export const namesOfHead = (header: string): string[] => [...new Set([header, ...header.split("/").map((part) => part.trim())])].filter((name) => name !== "");

/** The meaning of each head: as declared, else as the codebook reads it. Throws a CdjError for a mapping that names no id. */
export function headMeanings(heads: readonly ColumnHead[], mapping: Mapping): HeadMeaning[] {
  const declared = declaredIds(heads, mapping);
  const meanings = heads.map((head, i) => (declared[i] === undefined ? meaningOf(head) : mapped(head.header, declared[i] as string)));
  return meanings.map((meaning, i) =>
    meaning.kind === "ambiguous" && isOfWhich((heads[i] as ColumnHead).header) ? ofWhich(meaning, meanings.slice(0, i)) : meaning,
  );
}

/** 其中：女 counts those of the nearest column of persons to its left: residents or members; of any other persons it is not told which. */
function ofWhich(meaning: HeadMeaning & { kind: "ambiguous" }, before: readonly HeadMeaning[]): HeadMeaning {
  const whole = before.findLast((m) => m.kind === "variable" && findVariable(m.variable)?.unit === "person");
  if (whole?.kind !== "variable" || (whole.variable !== "residents" && whole.variable !== "members")) return meaning;
  const band = meaning.candidates.map((id) => parseBandId(id)).find((candidate) => candidate?.of === whole.variable);
  return band ? { kind: "band", band, ...(whole.basis && { basis: whole.basis }) } : meaning;
}

/** A whole header is meant before one of its levels; a level only where a single column has it. */
function declaredIds(heads: readonly ColumnHead[], mapping: Mapping): (string | undefined)[] {
  if (mapping.size === 0) return [];
  const byLevel = new Map<string, number>();
  for (const { header } of heads) for (const name of namesOfHead(header)) byLevel.set(name, (byLevel.get(name) ?? 0) + 1);
  return heads.map(({ header }) => {
    const whole = mapping.get(header) ?? mapping.get(header.trim());
    if (whole !== undefined) return whole;
    const level = namesOfHead(header).find((name) => mapping.has(name) && byLevel.get(name) === 1);
    return level === undefined ? undefined : mapping.get(level);
  });
}

const special: Readonly<Record<string, Meaning>> = {
  age_band: { kind: "item", item: "band" },
  sex: { kind: "item", item: "band" },
  variable: { kind: "item", item: "variable" },
  value: { kind: "value" },
  part: { kind: "finer" },
  ignore: { kind: "ignored" },
  "": { kind: "ignored" },
};

function mapped(header: string, id: string): Meaning {
  if ((keyNames as readonly string[]).includes(id)) return { kind: "key", key: id as KeyName };
  if (Object.hasOwn(special, id)) return special[id] as Meaning;
  const variable = findVariable(id) ? ({ kind: "variable", variable: id } as Meaning) : undefined;
  const band = parseBandId(id);
  const meaning: Meaning = variable ?? (band ? { kind: "band", band } : matchHeader(id));
  if (meaning.kind !== "variable" && meaning.kind !== "band") {
    const suggestions =
      meaning.kind === "unknown" ? meaning.suggestions.map((suggestion) => suggestion.id) : meaning.kind === "ambiguous" ? meaning.candidates : [];
    throw new CdjError("unknown-map-variable", { header, id, suggestions });
  }
  const read = matchHeader(header);
  const unit = "unit" in read && read.unit ? read.unit : readUnit(trailingUnit(header));
  return unit ? { ...meaning, unit } : meaning;
}

const trailingUnit = (header: string): string => /[(（]([^()（）]+)[)）]\s*$/u.exec(header)?.[1] ?? "";

function meaningOf({ header, label, code }: ColumnHead): HeadMeaning {
  if (header.trim() === "") return { kind: "blank" };
  let unknown: Meaning | undefined;
  for (const text of [label, code, header]) {
    if (text === undefined || text.trim() === "") continue;
    const found = understood(text);
    if (found.kind !== "unknown") return found;
    unknown ??= found;
  }
  return unknown ?? { kind: "unknown", suggestions: [] };
}

/** 幼年人口(0-14岁), 工作年龄人口(15-64岁): the brackets say which ages are meant. */
const agesInBrackets =
  /^(?:幼年|少年|少儿|少兒|儿童|兒童|少年儿童|青少年|青年|青壮年|青壯年|壮年|壯年|中年|工作年[龄齡]|劳动年龄|勞動年齡|老年|老龄|老齡|高龄|高齡)人口[数數]?[(（]([^()（）]*\d[^()（）]*)[)）]$/u;

function understood(text: string): HeadMeaning {
  // 人口數_計 is 人口數/計.
  const whole = /^(.+)_([^_]+)$/u.exec(text);
  if (whole && isWholeWord(whole[2] as string) && /\p{Script=Han}/u.test(whole[2] as string)) return understood(`${whole[1]}/${whole[2]}`);
  const levels = text.split("/").map((level) => level.trim());
  if (levels.every((level) => isWholeWord(level))) return { kind: "whole" };
  const direct = openDataMeaning(text) ?? matchHeader(text);
  if (direct.kind !== "unknown") return direct;
  // 县市代码 beside 县市: the code of a unit above, which its name tells as well.
  const coded = /^(.{1,8}?)(?:代[码碼]|[编編][码碼号號])$/u.exec(text.trim())?.[1];
  const unit = coded === undefined ? undefined : matchHeader(coded);
  if (unit?.kind === "key" && unit.key === "parent_area") return { kind: "ignored" };
  const ages = agesInBrackets.exec(text.trim())?.[1];
  if (ages !== undefined) return matchHeader(`${ages}人口`);
  // 人口数/计 is 人口数, 0-4岁/计 the band: the total of what stands above.
  const leaf = levels.at(-1) as string;
  const above = levels.slice(0, -1).join("/");
  if (levels.length > 1 && isWholeWord(leaf)) return matchHeader(above);
  // 党员情况/党员总数: a name that repeats what stands above it says all by itself.
  const core = (levels.at(-2) ?? "").replace(/(?:基本)?(?:情况|情況|结构|結構|构成|構成|分布)$/u, "");
  if (levels.length > 1 && core.length >= 2 && leaf.includes(core)) return matchHeader(leaf);
  // 党组织和党员/党员总数/女: the outermost level is a heading of the form.
  if (levels.length > 2) {
    const inner = understood(levels.slice(1).join("/"));
    if (inner.kind === "variable" || inner.kind === "band") return inner;
  }
  // 总计/户数: a word for the whole above a name adds nothing to it.
  if (levels.length > 1 && levels.slice(0, -1).every(isWholeWord)) return matchHeader(leaf);
  return direct;
}
