import { z } from "zod";
import { configWords } from "../locales/config.ts";
import { phrase } from "../report/phrase.ts";
import type { Language } from "../survey/language.ts";
import { configSchema } from "./config-schema.ts";
import { nearest } from "./lists.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const locales: Readonly<Record<Language, () => z.core.$ZodConfig>> = { en: z.locales.en, "zh-CN": z.locales.zhCN, "zh-TW": z.locales.zhTW };

/** What is wrong in a config file, each with its place: "norms[1].op: …; numberformat: no such key, did you mean numberFormat?" */
export function issuesText(issues: readonly Issue[], data: unknown, language: Language): string {
  const explain = locales[language]().localeError as (issue: Issue) => string | { message: string } | undefined;
  return issues
    .flatMap((issue) => leavesOf(issue, data))
    .map((issue) => issueText(issue, explain, language))
    .join("; ");
}

/** Of a choice between shapes, the faults of the shape that comes nearest: that with the fewest faults. */
function leavesOf(issue: Issue, data: unknown): readonly Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], data);
  const ofThatType = issue.errors.filter((branch) => !branch.some((inner) => inner.code === "invalid_type" && inner.path.length === 0));
  const own = typeof value === "object" && value !== null && "formula" in value ? issue.errors.slice(0, 1) : ofThatType;
  const [nearestBranch] = [...own].sort((a, b) => a.length - b.length);
  return nearestBranch ? nearestBranch.flatMap((inner) => leavesOf({ ...inner, path: [...issue.path, ...inner.path] }, data)) : [issue];
}

function issueText(issue: Issue, explain: (issue: Issue) => string | { message: string } | undefined, language: Language): string {
  const words = configWords(language);
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .map((key) => phrase(words.unknownKey, { entry: pathText([...issue.path, key]), suggestions: nearest(key, keysAt(issue.path)) }, language))
      .join("; ");
  }
  const said = explain(issue);
  const message = typeof said === "string" ? said : (said?.message ?? issue.message);
  return issue.path.length === 0 ? message : `${pathText(issue.path)}: ${message}`;
}

const pathText = (path: Path): string => path.map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`)).join("");

/** The keys that the schema knows at a place. */
function keysAt(path: Path): string[] {
  let schemas: unknown[] = [z.toJSONSchema(configSchema, { io: "input" })];
  for (const key of path) schemas = schemas.flatMap((schema) => below(schema as Node, key));
  return schemas.flatMap((schema) => alternatives(schema as Node)).flatMap((schema) => Object.keys(schema.properties ?? {}));
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

const alternatives = (schema: Node): Node[] => [schema, ...(schema.anyOf ?? []).flatMap(alternatives)];

const below = (schema: Node, key: PropertyKey): Node[] =>
  alternatives(schema).flatMap(({ properties, additionalProperties, items }) => {
    const found = typeof key === "number" ? items : (properties?.[String(key)] ?? additionalProperties);
    return typeof found === "object" ? [found] : [];
  });
