import { findVariable } from "../../codebook/index.ts";
import type { Indicator } from "../../indicators/define.ts";
import { norms as presets } from "../../norms/index.ts";
import { CdjError } from "../../survey/error.ts";
import { type Language, languages, type Text } from "../../survey/language.ts";
import type { Norm } from "../../survey/norm.ts";
import { configWords } from "../../words/locales/config.ts";
import { nearest } from "../../words/nearest.ts";
import { phrase } from "../../words/phrase.ts";
import { spokenLanguage } from "../language.ts";
import type { Config, LoadedConfig } from "./config.ts";

type Entry = NonNullable<Config["norms"]>[number];
type Definition = Exclude<Entry, string>;
type GivenText = NonNullable<Definition["document"]>;

export interface ConfigNorms {
  /** What the config names, in its order. */
  readonly names: readonly string[];
  /** The norms that it defines. */
  readonly own: readonly Norm[];
}

/** The norms of a config file. Throws a CdjError for a subject that nothing measures. */
export function configNorms(
  { config, file }: LoadedConfig,
  known: readonly Indicator[],
): ConfigNorms {
  const entries: readonly Entry[] = config.norms ?? [];
  const own = entries.flatMap((entry, i) =>
    typeof entry === "string" ? [] : [normOf(entry, `norms[${i}].subject`, known, file ?? "")],
  );
  return { names: entries.map((entry) => (typeof entry === "string" ? entry : entry.id)), own };
}

function normOf(
  definition: Definition,
  entry: string,
  known: readonly Indicator[],
  file: string,
): Norm {
  const { subject } = definition;
  const unit =
    definition.unit ??
    known.find(({ id }) => id === subject)?.unit ??
    findVariable(subject)?.unit ??
    presets.find((n) => n.subject === subject)?.unit;
  if (unit === undefined) {
    const language = spokenLanguage();
    const subjects = [...known.map(({ id }) => id), ...presets.map((norm) => norm.subject)];
    throw new CdjError("bad-config", {
      file,
      reason: phrase(
        configWords(language).unknownVariable,
        { entry, id: subject, suggestions: nearest(subject, subjects) },
        language,
      ),
    });
  }
  const { jurisdiction, document, number, issuer, clause, note, clamp, ...plain } = definition;
  return {
    ...(present(plain) as Pick<Norm, "id" | "subject" | "op" | "value">),
    unit,
    jurisdiction: textOf(jurisdiction ?? unsaid),
    document: textOf(document ?? own),
    ...(number !== undefined && { number: textOf(number) }),
    issuer: textOf(issuer ?? unsaid),
    ...(clause !== undefined && { clause: textOf(clause) }),
    ...(note !== undefined && { note: textOf(note) }),
    ...(clamp && { clamp: present(clamp) }),
    confidence: "own",
  };
}

const own: Text = {
  en: "own norm (config file)",
  "zh-CN": "自定标准（配置文件）",
  "zh-TW": "自訂標準（設定檔）",
};
const unsaid: Text = { en: "not stated", "zh-CN": "未注明", "zh-TW": "未註明" };

/** Without the keys that have no value. */
const present = <T extends object>(of: T): T =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;

/** A text in every language: what is not given in one is taken from the next. */
function textOf(given: GivenText): Text {
  if (typeof given === "string") return { en: given, "zh-CN": given, "zh-TW": given };
  const nearestTo: Readonly<Record<Language, readonly Language[]>> = {
    en: ["en", "zh-CN", "zh-TW"],
    "zh-CN": ["zh-CN", "zh-TW", "en"],
    "zh-TW": ["zh-TW", "zh-CN", "en"],
  };
  const pick = (language: Language): string =>
    nearestTo[language].map((l) => given[l]).find((text) => text !== undefined) ?? "";
  return Object.fromEntries(
    languages.map((language) => [language, pick(language)]),
  ) as unknown as Text;
}
