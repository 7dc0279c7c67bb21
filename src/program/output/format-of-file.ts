import { extname } from "node:path";
import { CdjError } from "../../survey/error.ts";

/** The formats that files with a suffix hold; other suffixes (.txt, none) may hold any. */
const formatsOfSuffixes: Readonly<Record<string, readonly string[]>> = {
  ".json": ["json", "sarif", "gitlab"],
  ".jsonl": ["jsonl"],
  ".ndjson": ["jsonl"],
  ".md": ["markdown"],
  ".markdown": ["markdown"],
  ".html": ["html"],
  ".htm": ["html"],
  ".csv": ["csv"],
  ".tsv": ["tsv"],
  ".xlsx": ["xlsx"],
  ".parquet": ["parquet"],
  ".sarif": ["sarif"],
  ".xml": ["junit"],
  ".docx": ["docx"],
  ".doc": [],
  ".xls": [],
  ".ods": [],
  ".odt": [],
  ".pdf": [],
  ".svg": [],
  ".png": [],
};
/** Formats for people at a terminal: a file whose suffix says another does not get them. */
const forReaders: ReadonlySet<string> = new Set(["terminal", "text"]);

/**
 * The format of what goes to a file: the one asked for, else that of the suffix; undefined where neither says any. Throws a CdjError where the suffix
 * says a format that is not the one asked for, or that the command does not write.
 */
export function formatOfFile<F extends string>(
  asked: F | undefined,
  formats: readonly F[],
  file: string | undefined,
): F | undefined {
  const suffix = file === undefined ? "" : extname(file).toLowerCase();
  if (!Object.hasOwn(formatsOfSuffixes, suffix)) return asked;
  const held = formatsOfSuffixes[suffix] as readonly string[];
  const named = asked === undefined || forReaders.has(asked) ? undefined : asked;
  const format = named ?? formats.find((one) => held.includes(one));
  if (format !== undefined && held.includes(format)) return format;
  throw new CdjError("bad-option-value", {
    option: "output",
    value: file as string,
    expected: suffixesOf(named === undefined ? formats : [named]).join(", "),
  });
}

const suffixesOf = (formats: readonly string[]): string[] => [
  ...Object.keys(formatsOfSuffixes).filter((suffix) =>
    formatsOfSuffixes[suffix]?.some((format) => formats.includes(format)),
  ),
  ...(formats.some((format) => forReaders.has(format)) ? [".txt"] : []),
];
