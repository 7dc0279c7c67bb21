/** A file and what is to stand in it. */
export interface Written {
  readonly path: string;
  readonly text: string;
}

/** branches_per_community, no-area → branchesPerCommunity, noArea */
const camelCase = (name: string): string =>
  name.replace(/[_-]([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const fileName = (id: string): string => id.replaceAll("_", "-");

/** A definition that compiles and whose tests fail: its texts are blank and 1 ÷ 2 is not 0. */
export function indicatorFile(id: string): Written {
  return {
    path: `src/indicators/${fileName(id)}.ts`,
    text: `import { defineIndicator } from "./define.ts";
import { ratio } from "./ratio.ts";

export const ${camelCase(id)} = defineIndicator({
  id: "${id}",
  theme: "population",
  title: { en: "", "zh-CN": "", "zh-TW": "" },
  unit: "index",
  decimals: 1,
  ...ratio("households", "residents"),
  source: { en: "", "zh-CN": "", "zh-TW": "" },
  examples: [{ given: { households: [1], residents: [2] }, expected: { value: 0 }, source: "" }],
});
`,
  };
}

/** The registry with the import in its place and the indicator at the end of the list. */
export function indicatorRegistry(id: string, registry: string): Written {
  const name = camelCase(id);
  const listed = registry.replace(/\n\] as const/, `\n  ${name},\n] as const`);
  if (listed === registry) throw new Error("src/indicators/index.ts has no list to add to");
  return {
    path: "src/indicators/index.ts",
    text: withImport(listed, name, `./${fileName(id)}.ts`),
  };
}

/** Checks of cells and headers are raised while reading, under a name in the list of codes; those of the other hundreds judge totals by themselves. */
const raisedWhileReading = (code: string): boolean => code < "CDJ400";

const run = `
  *run(evidence: Evidence) {
    const series = evidence.recorded("residents");
    for (let index = 0; index < evidence.size; index++) {
      const value = figureAt(series, index);
      if (value === undefined || value >= 0) continue;
      yield { index, variable: "residents", args: { area: evidence.subject(index).area.name } };
    }
  },`;

/** A check that compiles and whose tests fail: its texts are blank and it fires on nothing. */
export function checkFile(code: string, name: string): Written {
  const reading = raisedWhileReading(code);
  const scope = reading ? (code < "CDJ300" ? "file" : "row") : code < "CDJ500" ? "area" : "survey";
  return {
    path: `src/checks/${name}.ts`,
    text: `${reading ? 'import { codes } from "../survey/codes.ts";\nimport { defineCheck } from "./define.ts";' : 'import { defineCheck } from "./define.ts";\nimport type { Evidence } from "./evidence.ts";\nimport { figureAt } from "./figures-compared.ts";'}

export const ${camelCase(name)} = defineCheck({
  code: ${reading ? `codes.${camelCase(name)}` : `"${code}"`},
  name: "${name}",
  severity: "warning",
  scope: "${scope}",
  title: { en: "", "zh-CN": "", "zh-TW": "" },
  message: { en: "", "zh-CN": "", "zh-TW": "" },
  why: { en: "", "zh-CN": "", "zh-TW": "" },
  fix: { en: "", "zh-CN": "", "zh-TW": "" },
  sample: {},
  examples: {
    failing: "",
    passing: "",
  },${reading ? "" : run}
});
`,
  };
}

const codeLine = /^ {2}(\w+): "(CDJ\d{3})",$/gm;

/** Name → code of the list of codes. */
export const codesByName = (codes: string): ReadonlyMap<string, string> =>
  new Map([...codes.matchAll(codeLine)].map(([, name = "", code = ""]) => [name, code]));

/** Exported name → code of the checks that a file defines. */
export function codesDefined(file: string, codes: ReadonlyMap<string, string>): [string, string][] {
  const definition = /export const (\w+) = defineCheck\(\{\s*code: (?:"(CDJ\d{3})"|codes\.(\w+))/g;
  return [...file.matchAll(definition)].map(([, name = "", code, key]) => [
    name,
    code ?? codes.get(key ?? "") ?? "",
  ]);
}

/** The files in which a registry's imports stand. */
export const importedPaths = (registry: string): string[] =>
  [...registry.matchAll(importLine)].map(([, path = ""]) => path);

/** The registry with the check where its code puts it, and, for one raised while reading, its line in the list of codes. `known`: the code of each check listed. */
export function checkRegistries(
  code: string,
  name: string,
  codes: string,
  registry: string,
  known: ReadonlyMap<string, string>,
): Written[] {
  const key = camelCase(name);
  const listed = [
    ...(/export const checks = \[\n([^\]]*)\]/.exec(registry)?.[1] ?? "").matchAll(
      /^ {2}(\w+),$/gm,
    ),
  ].map(([, other = ""]) => other);
  if (listed.length === 0) throw new Error("src/checks/index.ts has no list to add to");
  const next = listed.find((other) => (known.get(other) ?? "") > code);
  const added =
    next === undefined
      ? registry.replace(/\n\] as const/, `\n  ${key},\n] as const`)
      : registry.replace(`\n  ${next},\n`, `\n  ${key},\n  ${next},\n`);
  const index = { path: "src/checks/index.ts", text: withImport(added, key, `./${name}.ts`) };
  return raisedWhileReading(code)
    ? [{ path: "src/survey/codes.ts", text: withCode(codes, key, code) }, index]
    : [index];
}

function withCode(codes: string, name: string, code: string): string {
  const lines = [...codes.matchAll(codeLine)];
  const line = `  ${name}: "${code}",`;
  const next = lines.find(([, , other = ""]) => other > code);
  const last = lines.at(-1);
  if (last === undefined) throw new Error("src/survey/codes.ts has no list to add to");
  return next
    ? codes.replace(next[0], `${line}\n${next[0]}`)
    : codes.replace(last[0], `${last[0]}\n${line}`);
}

const importLine = /^import [^;]*? from "(\.\/[^"]*)";\n/gm;

/** The file with one import more, in the order of the paths as the formatter wants it. */
function withImport(text: string, name: string, path: string): string {
  const imports = [...text.matchAll(importLine)].map((match) => ({
    path: match[1] as string,
    at: match.index,
    end: match.index + match[0].length,
  }));
  const later = imports.find((other) => bare(other.path) > bare(path));
  const at = later?.at ?? imports.at(-1)?.end ?? 0;
  return `${text.slice(0, at)}import { ${name} } from "${path}";\n${text.slice(at)}`;
}

const bare = (path: string): string => path.replace(/\.ts$/, "");
