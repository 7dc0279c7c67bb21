import type { Check } from "../../checks/define.ts";
import { checks } from "../../checks/index.ts";
import type { Variable } from "../../codebook/define.ts";
import { variables } from "../../codebook/index.ts";
import { type Key, keyAliases } from "../../codebook/keys.ts";
import { unitOf } from "../../codebook/units.ts";
import { type Indicator, themes } from "../../indicators/define.ts";
import { indicators } from "../../indicators/index.ts";
import { norms } from "../../norms/index.ts";
import type { Block, Document, Fact } from "../../survey/document.ts";
import type { Language } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { wordsOf } from "../../words/locales/index.ts";
import { phrase } from "../../words/phrase.ts";
import { quantityTitle } from "../../words/quantity-title.ts";
import { factList } from "../fact-lines.ts";
import { subjectTitle } from "../norm-state-text.ts";
import { isHidden, thresholdPhrase, yearText } from "../norm-text.ts";
import { statistics } from "../statistics/index.ts";

export const listNames = ["indicators", "variables", "norms", "statistics", "checks"] as const;
export type ListName = (typeof listNames)[number];

const lists: Readonly<
  Record<ListName, (language: Language, all: boolean, own: readonly Indicator[]) => Block[]>
> = {
  indicators: (language, _all, own) =>
    themes.flatMap((theme) => [
      { kind: "heading", level: 2, text: wordsOf(language).themes[theme] } as const,
      factList(
        ...(indicators as readonly Indicator[])
          .concat(own)
          .filter((indicator) => indicator.theme === theme)
          .map(({ id, title, unit }) => line(id, titleWithUnit(title[language], unit, language))),
      ),
    ]),
  variables: (language) => [
    factList(
      ...(variables as readonly Variable[]).map(({ id, title, unit }) =>
        line(id, titleWithUnit(title[language], unit, language)),
      ),
    ),
    { kind: "heading", level: 2, text: wordsOf(language).explain.keys },
    factList(
      ...(Object.keys(keyAliases) as Key[]).map((key) => line(key, quantityTitle(key, language))),
    ),
    { kind: "paragraph", role: "pointer", content: [wordsOf(language).explain.bandsToo] },
  ],
  norms: (language, all) => {
    const presets = norms as readonly Norm[];
    const shown = presets.filter((norm) => all || !isHidden(norm));
    const hidden = presets.length - shown.length;
    return [
      factList(
        ...shown.map((norm): Fact => ({ label: norm.id, lines: [normContent(norm, language)] })),
      ),
      ...(hidden > 0
        ? [
            {
              kind: "paragraph",
              role: "pointer",
              content: [phrase(wordsOf(language).explain.presetsHidden, { n: hidden }, language)],
            } as const,
          ]
        : []),
    ];
  },
  statistics: (language) => [
    factList(...statistics.map(({ id, title }) => line(id, title[language]))),
  ],
  checks: (language) => [
    factList(
      ...(checks as readonly Check[]).map(({ code, severity, title }) =>
        line(code, `${title[language]} · ${wordsOf(language).grades[severity]}`),
      ),
    ),
  ],
};

const line = (id: string, text: string): Fact => ({ label: id, lines: [[text]] });

/** A title with its unit in brackets, unless that says nothing or is said by the title. */
function titleWithUnit(title: string, unit: string, language: Language): string {
  const sign = unitOf(unit).sign[language];
  if (sign === "" || title.toLowerCase() === sign.toLowerCase()) return title;
  return language === "en" ? `${title} (${sign})` : `${title}（${sign}）`;
}

function normContent(norm: Norm, language: Language): Fact["lines"][number] {
  const { analysis, standings } = wordsOf(language);
  const facts = [
    norm.jurisdiction[language],
    norm.year === undefined ? "" : yearText(norm.year, language),
    norm.confidence === "own"
      ? ""
      : phrase(analysis.confidence, { grade: norm.confidence }, language),
    norm.standing ? standings[norm.standing] : "",
  ].filter((text) => text !== "");
  return [
    `${subjectTitle(norm.subject, language)}${language === "en" ? ": " : "："}`,
    ...thresholdPhrase(norm, language),
    ` · ${facts.join(" · ")}`,
  ];
}

/** One list, or all of them one after the other; short: an id and what it is. */
export function listDocument(
  names: readonly ListName[],
  language: Language,
  all: boolean,
  own: readonly Indicator[] = [],
): Document {
  const words = wordsOf(language).explain;
  const blocks = names.flatMap((name): Block[] => [
    { kind: "heading", level: 1, text: words[name] },
    ...lists[name](language, all, own),
  ]);
  return {
    language,
    blocks: [...blocks, { kind: "paragraph", role: "pointer", content: [words.list] }],
  };
}
