// npm run new indicator branches_per_community · npm run new check CDJ306 figure-spaced-out
// Writes a definition and its lines in the registries. It compiles at once, and its own tests fail until it is filled in.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import {
  checkFile,
  checkRegistries,
  codesByName,
  codesDefined,
  importedPaths,
  indicatorFile,
  indicatorRegistry,
  type Written,
} from "./scaffold.ts";

const usage = `npm run new indicator <id>            such as branches_per_community
npm run new check <CDJnnn> <name>     such as CDJ306 figure-spaced-out`;

function refuse(reason: string): never {
  process.stderr.write(`${reason}\n\n${usage}\n`);
  process.exit(2);
}

const read = (path: string): string => readFileSync(path, "utf8");

function writeAll(files: readonly Written[], next: string): void {
  const [definition, ...registries] = files;
  if (definition === undefined || existsSync(definition.path))
    refuse(`${definition?.path} is there already`);
  for (const { path, text } of files) writeFileSync(path, text);
  process.stdout.write(
    `${definition.path} written, its ${registries.length === 1 ? "line" : "lines"} added in ${registries.map(({ path }) => path).join(" and ")}\n${next}\n`,
  );
}

function newIndicator(id: string | undefined): void {
  if (id === undefined || !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))
    refuse("An id is lower-case words with _ between: branches_per_community");
  const registry = "src/indicators/index.ts";
  writeAll(
    [indicatorFile(id), indicatorRegistry(id, read(registry))],
    "Fill it in: titles, unit, formula, source, and an example whose expected value comes from outside the code. npm test fails until then; npm run docs writes its page.",
  );
}

function newCheck(code: string | undefined, name: string | undefined): void {
  if (code === undefined || !/^CDJ[1-7]\d\d$/.test(code))
    refuse(
      "A code is CDJ and three digits: 1xx file, 2xx layout, 3xx cells, 4xx across columns, 5xx across rows, periods and files, 6xx privacy, 7xx text",
    );
  if (name === undefined || !/^[a-z]+(-[a-z]+)*$/.test(name))
    refuse("A name is lower-case words with - between: figure-spaced-out");
  const codes = read("src/survey/codes.ts");
  const registry = read("src/checks/index.ts");
  const byName = codesByName(codes);
  const known = new Map(
    importedPaths(registry).flatMap((path) => codesDefined(read(`src/checks/${path}`), byName)),
  );
  if ([...known.values()].includes(code)) refuse(`${code} is taken; codes are permanent`);
  writeAll(
    [checkFile(code, name), ...checkRegistries(code, name, codes, registry, known)],
    "Fill it in, and let it fire: raise its code where the fault is met in intake or an engine, or write its run. npm test fails until it fires on its failing example.",
  );
}

const [kind, ...args] = process.argv.slice(2);
if (kind === "indicator") newIndicator(args[0]);
else if (kind === "check") newCheck(args[0], args[1]);
else refuse("What is to be new?");
