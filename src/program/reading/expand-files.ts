import { type Dirent, lstatSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileProblem } from "../../intake/files/source.ts";
import { CdjError } from "../../survey/error.ts";
import { nearest } from "../../words/nearest.ts";

/** What a folder is searched for; what a file is, its bytes tell. A workbook in an old format is named rather than passed over. */
const tableNames = /\.(?:csv|tsv|tab|xlsx|xlsm|xls|et|parquet|zip|csv\.gz|tsv\.gz)$/i;

/** `~$` marks the lock of an open workbook, a dot a hidden file. */
const isHidden = (name: string): boolean => name.startsWith("~$") || name.startsWith(".");

/**
 * The files that arguments name: a file as it is, a folder's tables (not those of its folders), what a glob matches; `-` stays. Folders
 * and globs in the order of their names, every file once, no hidden ones and no locks. The program does this itself because the
 * shells of Windows do not. Throws a CdjError where nothing is found.
 */
export async function expandFiles(
  words: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Promise<string[]> {
  const files: string[] = [];
  for (const word of words) {
    const kind = word === "-" ? "file" : kindOf(word);
    if (kind === "folder") files.push(...tablesOf(word));
    else if (kind === "file") files.push(word);
    else files.push(...(await matchesOf(word, platform)));
  }
  const seen = new Set<string>();
  const kept = files.filter((file) => {
    const key = file === "-" ? file : resolve(file);
    if (seen.has(key) || isLock(file)) return false;
    seen.add(key);
    return true;
  });
  // A shell's * takes locks along; where nothing else is named, nothing would be read.
  const lock = files.find(isLock);
  if (kept.length === 0 && lock !== undefined) throw new CdjError("lock-file", { file: lock });
  return kept;
}

const isLock = (file: string): boolean => basename(file).startsWith("~$");

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    return statSync(path).isDirectory() ? "folder" : "file";
  } catch {
    try {
      // What is there but cannot be looked at is reported when it is opened.
      return lstatSync(path) && "file";
    } catch {
      return undefined;
    }
  }
}

function tablesOf(folder: string): string[] {
  const names = entriesOf(folder)
    .filter((entry) => !entry.isDirectory() && !isHidden(entry.name) && tableNames.test(entry.name))
    .map((entry) => entry.name)
    .sort(byCodePoint);
  if (names.length === 0)
    throw new CdjError("no-tables-in-folder", { file: folder.replace(/[\\/]+$/, "") || folder });
  return names.map((name) => (/[\\/]$/.test(folder) ? folder + name : `${folder}/${name}`));
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw fileProblem(folder, error as NodeJS.ErrnoException);
  }
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function matchesOf(word: string, platform: NodeJS.Platform): Promise<string[]> {
  if (!/[*?[\]{}]/.test(word))
    throw new CdjError("no-such-file", { file: word, suggestions: neighbours(word) });
  const { glob } = await import("tinyglobby");
  const pattern = platform === "win32" ? word.replaceAll("\\", "/") : word;
  const matches = await glob([pattern], {
    expandDirectories: false,
    caseSensitiveMatch: platform !== "win32",
    ignore: ["**/~$*"],
  });
  if (matches.length === 0) throw new CdjError("no-match", { file: word });
  return matches.sort(byCodePoint);
}

/** Names in the folder that a mistyped one may have meant. */
function neighbours(path: string): string[] {
  const folder = dirname(path);
  try {
    const names = readdirSync(folder).filter((name) => !isHidden(name));
    return nearest(basename(path), names).map((name) =>
      folder === "." && !path.startsWith(".") ? name : `${folder}/${name}`,
    );
  } catch {
    return [];
  }
}
