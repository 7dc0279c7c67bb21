import { z } from "zod";
import type { Arguments } from "../../survey/finding.ts";
import type { Language } from "../../survey/language.ts";
import { type ConfigWords, configWords } from "../../words/locales/config.ts";
import { nearest } from "../../words/nearest.ts";
import { phrase } from "../../words/phrase.ts";
import { configSchema } from "./config-schema.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong in a config file, each with its place: "norms[1].op: …; numberformat: no such key, did you mean numberFormat?" */
export function issuesText(issues: readonly Issue[], data: unknown, language: Language): string {
  return issues
    .flatMap((issue) => leavesOf(issue, data))
    .map((issue) => issueText(issue, language))
    .join(language === "en" ? "; " : "；");
}

/** Of a choice between shapes, the faults of the shape that comes nearest: that with the fewest faults. */
function leavesOf(issue: Issue, data: unknown): readonly Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const value = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
  const ofThatType = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.code === "invalid_type" && inner.path.length === 0),
  );
  const own =
    typeof value === "object" && value !== null && "formula" in value
      ? issue.errors.slice(0, 1)
      : ofThatType;
  const [nearestBranch] = [...own].sort((a, b) => a.length - b.length);
  return nearestBranch
    ? nearestBranch.flatMap((inner) =>
        leavesOf({ ...inner, path: [...issue.path, ...inner.path] }, data),
      )
    : [issue];
}

function issueText(issue: Issue, language: Language): string {
  const words = configWords(language);
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .map((key) =>
        phrase(
          words.unknownKey,
          { entry: pathText([...issue.path, key]), suggestions: nearest(key, keysAt(issue.path)) },
          language,
        ),
      )
      .join(language === "en" ? "; " : "；");
  }
  const [template, args] = saidOf(issue, words);
  return phrase(template, { ...args, entry: pathText(issue.path) }, language);
}

type Said = readonly [template: string, args: Arguments];

/** The words for a fault: what should stand there. */
function saidOf(issue: Issue, { issues: said, types, forms }: ConfigWords): Said {
  switch (issue.code) {
    case "invalid_type": {
      const type = Object.hasOwn(types, issue.expected)
        ? types[issue.expected as keyof typeof types]
        : undefined;
      if (type === undefined)
        return issue.expected === "record" ? [said.type, { type: types.object }] : [said.other, {}];
      return [issue.input === undefined ? said.missing : said.type, { type }];
    }
    case "too_small":
      if (issue.origin === "string") return [said.empty, {}];
      return [
        issue.origin === "array" ? said.fewest : said.least,
        { least: Number(issue.minimum) },
      ];
    case "too_big":
      return [said.most, { most: Number(issue.maximum) }];
    case "invalid_value":
      return [said.choice, { choices: issue.values.map(String) }];
    case "invalid_format":
      return [
        Object.hasOwn(forms, issue.message)
          ? forms[issue.message as keyof typeof forms]
          : said.other,
        {},
      ];
    case "invalid_key":
      return [said.name, {}];
    default:
      return [said.other, {}];
  }
}

const pathText = (path: Path): string =>
  path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`))
    .join("");

/** The keys that the schema knows at a place. */
function keysAt(path: Path): string[] {
  let schemas: unknown[] = [z.toJSONSchema(configSchema, { io: "input" })];
  for (const key of path) schemas = schemas.flatMap((schema) => below(schema as Node, key));
  return schemas
    .flatMap((schema) => alternatives(schema as Node))
    .flatMap((schema) => Object.keys(schema.properties ?? {}));
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

const alternatives = (schema: Node): Node[] => [
  schema,
  ...(schema.anyOf ?? []).flatMap(alternatives),
];

const below = (schema: Node, key: PropertyKey): Node[] =>
  alternatives(schema).flatMap(({ properties, additionalProperties, items }) => {
    const found =
      typeof key === "number" ? items : (properties?.[String(key)] ?? additionalProperties);
    return typeof found === "object" ? [found] : [];
  });
