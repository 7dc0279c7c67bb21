import { checks, severityOf } from "../../checks/index.ts";
import { CdjError } from "../../survey/error.ts";
import { type Severity, severities } from "../../survey/finding.ts";
import { nearest } from "../../words/nearest.ts";
import type { Config } from "../config/config.ts";

type Section = NonNullable<Config["check"]>;

/** Which findings are told, and how grave each is. */
export interface CheckSelection {
  readonly failOn: Severity;
  /** Undefined for a code that is switched off. */
  severityOf(code: string): Severity | undefined;
  /** Whether a code is ignored in a file, given by its path from the working directory. */
  ignoredIn(path: string, code: string): boolean;
}

export interface SelectionOptions {
  readonly failOn?: string;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** Takes the options over the config. Throws a CdjError for a severity or a code that there is not. */
export function checkSelection(options: SelectionOptions, config: Section = {}): CheckSelection {
  const select = options.select.length > 0 ? options.select : (config.select ?? []);
  const ignore = [...options.ignore, ...(config.ignore ?? [])];
  for (const [option, codes] of [
    ["select", select],
    ["ignore", ignore],
  ] as const)
    for (const code of codes) requireCode(option, code);
  const changed = Object.entries(config.severities ?? {});
  const ignores = Object.entries(config.ignores ?? {}).map(([pattern, codes]) => ({
    matches: globMatcher(pattern),
    codes,
  }));
  return {
    failOn: severityOption(options.failOn) ?? config.failOn ?? "error",
    severityOf(code) {
      if ((select.length > 0 && !startsAny(code, select)) || startsAny(code, ignore))
        return undefined;
      // The longest beginning says the most.
      const [own] = changed
        .filter(([start]) => startsAny(code, [start]))
        .sort(([a], [b]) => b.length - a.length);
      const severity = own?.[1] ?? severityOf(code);
      return severity === "off" ? undefined : severity;
    },
    ignoredIn: (path, code) =>
      ignores.some(({ matches, codes }) => startsAny(code, codes) && matches(path)),
  };
}

const startsAny = (code: string, starts: readonly string[]): boolean =>
  starts.some((start) => code.toUpperCase().startsWith(start.toUpperCase()));

function requireCode(option: string, code: string): void {
  const codes = checks.map((check) => check.code as string);
  if (codes.some((known) => startsAny(known, [code]))) return;
  const near = nearest(code.toUpperCase(), codes).join(", ");
  throw new CdjError("bad-option-value", {
    option,
    value: code,
    expected: near === "" ? "CDJ409, CDJ4" : near,
  });
}

function severityOption(text: string | undefined): Severity | undefined {
  if (text === undefined) return undefined;
  if ((severities as readonly string[]).includes(text)) return text as Severity;
  throw new CdjError("bad-option-value", {
    option: "fail-on",
    value: text,
    expected: severities.join(", "),
  });
}

/** Whether a path matches a glob: `*` within a name, `**` over folders, `?`, `{a,b}`; a pattern without a slash is held against the name alone. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const source = pattern
    .replaceAll("\\", "/")
    .replace(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[.+^$()|[\]\\{}]/g, (token) => {
      if (token === "**/") return "(?:.*/)?";
      if (token === "**") return ".*";
      if (token === "*") return "[^/]*";
      if (token === "?") return "[^/]";
      if (token.startsWith("{") && token.length > 1)
        return `(?:${token.slice(1, -1).split(",").map(literal).join("|")})`;
      return literal(token);
    });
  const whole = new RegExp(`^${source}$`, "u");
  const nameOnly = !pattern.includes("/");
  return (path) =>
    whole.test(nameOnly ? (path.split("/").at(-1) ?? path) : path.replace(/^\.\//, ""));
}

const literal = (text: string): string => text.replace(/[.+^$()|[\]\\{}*?]/g, "\\$&");
