import { CdjError } from "../survey/error.ts";
import { type Language, languages } from "../survey/language.ts";

/** The language named by `--lang`, as a user may write it (zh, zh_CN, zh-Hant, EN); throws a CdjError for any other. */
export function languageOption(text: string): Language {
  const language = languageOf(text);
  if (!language)
    throw new CdjError("bad-option-value", {
      option: "lang",
      value: text,
      expected: languages.join(", "),
    });
  return language;
}

/** The language of this machine's messages. */
export function machineLanguage(env: NodeJS.ProcessEnv = process.env): Language {
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  // Windows sets none of these: ask the engine.
  const name =
    posix ||
    (process.platform === "win32" ? new Intl.DateTimeFormat().resolvedOptions().locale : "");
  return languageOf(name) ?? "en";
}

/** The language of a table, from its headers: traditional characters tell Taiwan's, other Chinese the mainland's. */
export function headerLanguage(headers: readonly string[]): Language {
  const text = headers.join("");
  if (!/\p{Script=Han}/u.test(text)) return "en";
  return /[區鄉鎮戶數黨員積經費歲國務辦準]/u.test(text) ? "zh-TW" : "zh-CN";
}

function languageOf(name: string): Language | undefined {
  const tag = name.toLowerCase().replace("_", "-").split(".")[0] as string;
  if (/^zh-(tw|hk|mo|hant)/.test(tag)) return "zh-TW";
  if (/^zh(-|$)/.test(tag)) return "zh-CN";
  if (/^en(-|$)/.test(tag)) return "en";
  return undefined;
}

/** The language that the command line names, and the one that the run has decided on since. */
interface Spoken {
  readonly named: Language | undefined;
  readonly decided?: Language;
}

/** A process has one run at a time; each begins anew. */
let spoken: Spoken = { named: undefined };

/** Begins a run: its mistakes are told in the language of `--lang`, where its command line names one that there is. */
export function beginToSpeak(argv: readonly string[]): void {
  const at = argv.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const named = at === -1 ? undefined : ((argv[at] as string).split("=")[1] ?? argv[at + 1]);
  spoken = { named: named === undefined ? undefined : languageOf(named) };
}

/** From here on the mistakes of this run are told in that language, unless `--lang` names another. */
export const speakIn = (language: Language): void => {
  spoken = { ...spoken, decided: language };
};

/** The language of help pages and mistakes: that of `--lang`, else that of the run, else the machine's. */
export const spokenLanguage = (): Language => spoken.named ?? spoken.decided ?? machineLanguage();
