import { bandId, bandTitle, parseBandId } from "../../codebook/age-band.ts";
import { findVariable, variables } from "../../codebook/index.ts";
import { matchHeader } from "../../codebook/match.ts";
import { unitOf } from "../../codebook/units.ts";
import type { Indicator } from "../../indicators/define.ts";
import type { Language, Text } from "../../survey/language.ts";

/** A column of an empty survey table, and what its cells may hold. */
export interface TemplateColumn {
  /** As people write it: 户数(户). */
  readonly header: string;
  readonly holds: "text" | "year" | "whole" | "decimal" | "choice";
  readonly choices?: readonly string[];
  /** What has to be known to fill it in. */
  readonly hint?: string;
}

/** What most surveys of communities ask, where no indicators are named. */
const core: readonly string[] = [
  ...[
    "households",
    "residents",
    "floating_population",
    "land_area",
    "dibao_households",
    "disabled",
    "unemployed",
  ],
  ...[
    "members",
    "members_35_under",
    "members_36_45",
    "members_46_59",
    "members_60_plus",
    "members_in_service",
  ],
  ...["organisation_tier", "branches", "branches_without_venue", "workers", "dual_post"],
  ...[
    "office_area",
    "facility_area",
    "activity_area",
    "space_tenure",
    "funds",
    "party_funds",
    "monthly_wage",
  ],
];

const keys: readonly {
  readonly title: Text;
  readonly holds: "text" | "year";
  readonly hint?: Text;
}[] = [
  { title: { en: "Street", "zh-CN": "街道", "zh-TW": "鄉鎮市區" }, holds: "text" },
  { title: { en: "Community", "zh-CN": "社区名称", "zh-TW": "村里名稱" }, holds: "text" },
  {
    title: { en: "Year", "zh-CN": "年份", "zh-TW": "年度" },
    holds: "year",
    hint: { en: "2024", "zh-CN": "如2024", "zh-TW": "如2024" },
  },
];

const yesNo: Readonly<Record<Language, readonly string[]>> = {
  en: ["yes", "no"],
  "zh-CN": ["是", "否"],
  "zh-TW": ["是", "否"],
};

/** The columns of an empty table: street, community and year, then all that these indicators need; without any, what most surveys ask. */
export function templateColumns(
  indicators: readonly Indicator[],
  language: Language,
): TemplateColumn[] {
  const needed =
    indicators.length === 0 ? core : inOrder(new Set(indicators.flatMap(({ needs }) => needs)));
  return [
    ...keys.map(
      ({ title, holds, hint }): TemplateColumn => ({
        header: title[language],
        holds,
        ...(hint && { hint: hint[language] }),
      }),
    ),
    ...needed.flatMap((id) => columnOf(id, language)),
  ];
}

/** By the codebook's order, age bands after the variables of whom they count; what every row has by itself is left out. */
function inOrder(ids: ReadonlySet<string>): string[] {
  const bands = [...ids].filter((id) => !findVariable(id));
  const known = variables
    .map(({ id }): string => id)
    .filter((id) => ids.has(id) && id !== "communities");
  const of = (id: string): readonly string[] =>
    bands.filter((band) => parseBandId(band)?.of === id);
  const beside = known.flatMap((id) => [id, ...of(id)]);
  return [...beside, ...bands.filter((band) => !beside.includes(band))];
}

function columnOf(id: string, language: Language): TemplateColumn[] {
  const variable = findVariable(id);
  if (variable?.kind === "yes-no")
    return [{ header: variable.title[language], holds: "choice", choices: yesNo[language] }];
  if (variable?.kind === "category") {
    return [
      {
        header: variable.title[language],
        holds: "choice",
        choices: (variable.values ?? []).map(({ title }) => title[language]),
      },
    ];
  }
  const band = parseBandId(id);
  const title = variable?.title ?? (band && bandTitle(band));
  if (!title) return [];
  const note = variable?.note?.[language];
  const sign = unitOf(variable?.unit ?? "person").sign[language];
  return [
    {
      header: headOf(id, title[language], sign),
      holds: variable && variable.kind !== "count" ? "decimal" : "whole",
      ...(note !== undefined && { hint: note }),
    },
  ];
}

/** With its unit where a head so written is read as this quantity: “(organisations)” after the name of one is no unit. */
function headOf(id: string, title: string, sign: string): string {
  const meaning = matchHeader(`${title}(${sign})`);
  const read =
    meaning.kind === "variable"
      ? meaning.variable
      : meaning.kind === "band"
        ? bandId(meaning.band)
        : undefined;
  return read === id ? `${title}(${sign})` : title;
}
