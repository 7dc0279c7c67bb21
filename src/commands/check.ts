import type { Command } from "commander";
import { writeBaseline } from "../program/checking/baseline.ts";
import { type Checked, checkFiles } from "../program/checking/check-files.ts";
import {
  bySuffix,
  type CheckOutput,
  checkOutputs,
  deliverJudgement,
} from "../program/checking/check-formats.ts";
import { checkSelection } from "../program/checking/check-selection.ts";
import { type FixResult, fixableIn, fixFiles } from "../program/checking/fix-files.ts";
import { judgeRun, type RunResult, wholeOption } from "../program/checking/judge-run.ts";
import { mostKept, mostTold, usualMost } from "../program/checking/kept-findings.ts";
import { rootOf } from "../program/checking/project-root.ts";
import { writeQuerySheets } from "../program/checking/write-query-sheets.ts";
import type { CommandModule } from "../program/command.ts";
import { loadConfig } from "../program/config/config.ts";
import { configProtection } from "../program/config/protection-rules.ts";
import { headerLanguage, languageOption, machineLanguage, speakIn } from "../program/language.ts";
import { list } from "../program/list-option.ts";
import { print, remark } from "../program/output/output.ts";
import { keepInputs } from "../program/reading/inputs-kept.ts";
import {
  addReadingOptions,
  type ReadingOptions,
  readingOptions,
} from "../program/reading/reading-options.ts";
import { loadSchema } from "../program/reading/schema-enforce.ts";
import { fails, say } from "../render/findings/say.ts";
import { CdjError } from "../survey/error.ts";
import type { Language } from "../survey/language.ts";
import { checkWords } from "../words/locales/check.ts";

const usage = `
Examples:
  cdj check survey.csv
  cdj check data/ --fail-on warning --statistics
  cdj check data/ --format text,sarif=cdj.sarif,junit=cdj.xml
  cdj check survey.csv --select CDJ4,CDJ5 --ignore CDJ406
  cdj check data/ --baseline cdj-baseline.json --update-baseline
  cdj check survey.csv --fix --diff
  cdj check survey.csv --split-by area --format xlsx --output-dir out/

Exit codes: 0 nothing at or above the failing severity, 1 findings at or above it, 2 could not run.`;

interface Options extends ReadingOptions {
  format: string[];
  output?: string;
  failOn?: string;
  maxFindings?: string;
  select: string[];
  ignore: string[];
  statistics?: boolean;
  quiet?: boolean;
  baseline?: string;
  updateBaseline?: boolean;
  prune?: boolean;
  fix?: boolean;
  diff?: boolean;
  splitBy?: string;
  outputDir?: string;
  schema?: string;
  root?: string;
  lang?: string;
  config?: string | false;
}

export const declare: CommandModule["declare"] = (command: Command, done, version) => {
  command.argument("[files...]", "tables of areas, folders or globs; - is standard input");
  addReadingOptions(command)
    .option(
      "--format <formats>",
      "text, json, jsonl, sarif, junit, github, gitlab; several with files: sarif=out.sarif,text",
      list,
      [],
    )
    .option("-o, --output <file>", "write there instead of standard output")
    .option(
      "--fail-on <severity>",
      "error, warning or note: from where on the exit code is 1 (default: error)",
    )
    .option(
      "--max-findings <n>",
      `tell the first n of each code, count the rest (default: ${usualMost})`,
    )
    .option("--select <codes>", "only these codes, or those that begin so: CDJ4", list, [])
    .option("--ignore <codes>", "not these codes, nor those that begin so", list, [])
    .option("--statistics", "how often each code was raised")
    .option("--quiet", "no remarks, and of the findings only how many there are")
    .option("--baseline <file>", "known findings, which do not fail")
    .option("--update-baseline", "write the findings of this run into the baseline as known")
    .option("--prune", "take what no longer stands out of the baseline")
    .option("--fix", "repair spellings: spaces, full-width digits, encoding, blank rows at the end")
    .option("--diff", "show what --fix would change, and change nothing")
    .option(
      "--split-by <key>",
      "a query sheet for every area, or for every parent_area (with --format xlsx and --output-dir)",
    )
    .option("--output-dir <folder>", "where query sheets go")
    .option(
      "--schema <file>",
      "a Frictionless Table Schema or Data Package that the tables must meet",
    )
    .option(
      "--root <folder>",
      "from where SARIF, GitLab, annotations and the baseline name files (default: this folder)",
    )
    .option("--lang <language>", "en, zh-CN or zh-TW")
    .option("--config <file>", "a config file; else cdj.config.json beside the data or above it")
    .option("--no-config", "read no config file")
    .addHelpText("after", usage)
    .action(async (files: string[], options: Options) => done(await run(files, options, version)));
};

async function run(files: readonly string[], options: Options, version: string): Promise<number> {
  if (files.length === 0) throw new CdjError("no-files");
  const loaded = await loadConfig(options.config, files);
  const section = loaded.config.check ?? {};
  const declared = options.lang ?? loaded.config.language;
  const asked = declared === undefined ? undefined : languageOption(declared);
  if (options.fix || options.diff) {
    const spoken = asked ?? machineLanguage();
    const result = await fixFiles(
      files,
      readingOptions(options, loaded.config),
      options.diff === true,
      configProtection(loaded.config).protection,
    );
    if (options.diff) await print(result.diff);
    if (!options.quiet) for (const line of fixRemarks(result, spoken)) remark(line);
    if (options.diff) return 0;
  }
  const sheets = options.splitBy !== undefined;
  const named = sheets ? [] : checkOutputs(options.format, options.output);
  const selection = checkSelection({ ...options }, section);
  const baseline =
    options.baseline ??
    section.baseline ??
    (options.updateBaseline || options.prune ? "cdj-baseline.json" : undefined);
  const schema = options.schema ?? section.schema;
  const inputs = [...files, options.roster, loaded.file, baseline, schema];
  await keepInputs(
    named.map(({ file }) => file),
    inputs,
  );
  const outputs = bySuffix(named);
  const maxFindings = wholeOption("max-findings", options.maxFindings) ?? mostTold(loaded.config);
  const checked = await checkFiles(files, {
    ...readingOptions(options, loaded.config),
    findingsPerCode: mostKept(maxFindings, baseline),
    ...(section.partitions && { partitions: section.partitions }),
    ...(schema !== undefined && { schema: loadSchema(schema) }),
  });
  const language = asked ?? languageOf(outputs, checked);
  speakIn(language);
  const result = await judgeRun(checked, {
    selection,
    maxFindings,
    root: rootOf(options.root, loaded.file, baseline),
    pathsFrom: options.root ?? process.cwd(),
    language,
    version,
    ...configProtection(loaded.config),
    fixable: await fixableIn(checked.tables),
    ...(baseline !== undefined && {
      baseline: { file: baseline, willBeWritten: options.updateBaseline === true },
    }),
  });
  if (sheets) await splitSheets(result, checked, options, inputs, language);
  else
    await deliverJudgement(result.judgement, outputs, {
      quiet: options.quiet === true,
      statistics: options.statistics === true,
    });
  if (baseline !== undefined && (options.updateBaseline || options.prune)) {
    updateBaseline(baseline, result, options, language);
    if (options.updateBaseline) return 0;
  }
  const { counts, failOn } = result.judgement;
  return (["error", "warning", "note"] as const).some(
    (severity) => counts[severity] > 0 && fails(severity, failOn),
  )
    ? 1
    : 0;
}

/** The machine's locale chooses the language of the terminal only; everything else speaks as the tables do. */
function languageOf(outputs: readonly CheckOutput[], { tables }: Checked): Language {
  const onlyScreen =
    outputs.length > 0 &&
    outputs.every(({ format, file }) => format === "text" && file === undefined);
  return onlyScreen
    ? machineLanguage()
    : headerLanguage(tables.flatMap(({ plan }) => plan.columns.map(({ header }) => header)));
}

function updateBaseline(
  file: string,
  { known, fixed, all }: RunResult,
  options: Options,
  language: Language,
): void {
  const gone = new Set(options.prune ? fixed.map(({ fingerprint }) => fingerprint) : []);
  const kept = [
    ...known.filter(({ fingerprint }) => !gone.has(fingerprint)),
    ...(options.updateBaseline ? all : []),
  ];
  const findings = [...new Map(kept.map((one) => [one.fingerprint, one])).values()];
  writeBaseline(file, findings);
  if (!options.quiet)
    remark(say(checkWords(language).baselineWritten, { file, n: findings.length }, language));
}

async function splitSheets(
  result: RunResult,
  checked: Checked,
  options: Options,
  inputs: readonly (string | undefined)[],
  language: Language,
): Promise<void> {
  if (options.format.length !== 1 || options.format[0] !== "xlsx") {
    throw new CdjError("bad-option-value", {
      option: "format",
      value: options.format.join(",") || "text",
      expected: "xlsx",
    });
  }
  if (options.splitBy !== "area" && options.splitBy !== "parent_area") {
    throw new CdjError("bad-option-value", {
      option: "split-by",
      value: options.splitBy ?? "",
      expected: "area, parent_area",
    });
  }
  const folder = options.outputDir ?? ".";
  const n = await writeQuerySheets(result.judgement, checked.read, {
    folder,
    by: options.splitBy,
    inputs,
  });
  if (!options.quiet) remark(say(checkWords(language).sheets, { n, folder }, language));
}

function fixRemarks(result: FixResult, language: Language): string[] {
  const words = checkWords(language);
  const lines = result.files.map(({ file, repairs, encoding }) => {
    const done = Object.entries(repairs).flatMap(([kind, n]) =>
      n > 0 && kind !== "encoding"
        ? [say(words.repairs[kind as keyof typeof words.repairs], { n }, language)]
        : [],
    );
    const list = [
      ...(encoding === undefined ? [] : [say(words.converted, { encoding }, language)]),
      ...done,
    ].join(words.separator);
    return say(
      result.written ? words.repaired : words.wouldRepair,
      { file, list: "{list}" },
      language,
    ).replace("{list}", list);
  });
  const skipped = result.skipped.map((file) => say(words.onlyText, { file }, language));
  return [
    ...lines,
    ...skipped,
    ...(lines.length + skipped.length === 0 ? [words.nothingToRepair] : []),
  ];
}
