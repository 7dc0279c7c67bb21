import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { z } from "zod";
import { CdjError } from "../../survey/error.ts";
import { speakIn, spokenLanguage } from "../language.ts";
import type { configSchema } from "./config-schema.ts";
import { parsedJson } from "./json-text.ts";

export type Config = z.infer<typeof configSchema>;

export const configName = "cdj.config.json";

/** A config file in use: what it says, and its name as seen from the working directory. */
export interface LoadedConfig {
  readonly config: Config;
  /** Undefined where there is none. */
  readonly file?: string;
}

/**
 * The config of a run, whose mistakes are told in its language: the file named with `--config`, else the nearest `cdj.config.json` beside the first data file or above it, else that in the
 * working directory or above it. `false` (--no-config) reads none. Throws a CdjError for a file that is named and missing, or that is wrong.
 */
export async function loadConfig(
  named: string | false | undefined,
  files: readonly string[] = [],
): Promise<LoadedConfig> {
  if (named === false) return { config: {} };
  const file = named ?? findConfig(files);
  if (file === undefined) return { config: {} };
  const config = await readConfig(file);
  if (config.language) speakIn(config.language);
  return { config: fromHere(config, dirname(file)), file };
}

/** The files that a config names stand where it says, seen from its own folder. */
function fromHere(config: Config, folder: string): Config {
  const { check } = config;
  if (check?.baseline === undefined && check?.schema === undefined) return config;
  const seen = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    ...config,
    check: {
      ...check,
      ...(check.baseline !== undefined && { baseline: seen(check.baseline) }),
      ...(check.schema !== undefined && { schema: seen(check.schema) }),
    },
  };
}

/** Where the config of these data files stands, as seen from the working directory. */
function findConfig(files: readonly string[]): string | undefined {
  const data = files.find((file) => file !== "-");
  const found =
    (data === undefined ? undefined : upwards(folderOf(data))) ?? upwards(process.cwd());
  return found === undefined ? undefined : relative(process.cwd(), found) || found;
}

/** The folder of a file; of a pattern (data/*.csv) that before its first wildcard. */
function folderOf(file: string): string {
  const fixed = file.replace(/[^/\\]*[*?{[].*$/u, "");
  if (fixed === "") return process.cwd();
  const path = resolve(fixed);
  return existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
}

function upwards(folder: string): string | undefined {
  const file = join(folder, configName);
  if (existsSync(file)) return file;
  const above = dirname(folder);
  return above === folder ? undefined : upwards(above);
}

/** A config file; throws a CdjError that says what is wrong in it, and where. zod is loaded only here. */
async function readConfig(file: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new CdjError("no-such-config", { file });
  }
  const [{ configSchema: schema }, { issuesText }] = await Promise.all([
    import("./config-schema.ts"),
    import("./config-issues.ts"),
  ]);
  const language = spokenLanguage();
  const data = parsedJson(file, text);
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success) return result.data;
  throw new CdjError("bad-config", {
    file,
    reason: issuesText(result.error.issues, data, language),
  });
}
