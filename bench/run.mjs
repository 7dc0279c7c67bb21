// Times the real binary against its peers: whole processes, in turn, medians, ratios and peak memory, as a Markdown table.
// node bench/run.mjs [--short] [--rounds n] [--write docs/performance.md]
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const data = join(project, "bench", "data");
const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const short = process.argv.includes("--short");
const rounds = Number(argument("--rounds") ?? (short ? 3 : 5));

const cdj = (...args) => [process.execPath, join(project, "bin/cdj.js"), ...args];
const analyze = (file, ...more) => cdj("analyze", file, "--sum", "--sort", "workers_per_1000", "--top", "20", ...more);
const peer = (file) => join(project, "bench", "peers", file);
const million = short ? 100_000 : 1_000_000;

const hasNode = (name) => existsSync(join(project, "node_modules", name));
const hasProgram = (name, ...args) => spawnSync(name, args, { stdio: "ignore" }).status === 0;
const pandas = hasProgram("/usr/bin/python3", "-c", "import pandas");
const dataTable = hasProgram("Rscript", "-e", "library(data.table)");

function householdPeers(file) {
  return [
    hasNode("@duckdb/node-api") && { name: "DuckDB, typed", command: [process.execPath, peer("duckdb.cjs"), file] },
    hasNode("udsv") && { name: "uDSV", command: [process.execPath, peer("udsv.cjs"), file] },
    hasNode("papaparse") && { name: "PapaParse", command: [process.execPath, peer("papaparse.cjs"), file] },
    hasNode("csv-parse") && { name: "csv-parse", command: [process.execPath, peer("csv-parse.cjs"), file] },
    dataTable && { name: "R data.table", command: ["Rscript", peer("data-table.R"), file] },
    pandas && { name: "pandas", command: ["/usr/bin/python3", peer("pandas.py"), file] },
    hasProgram("mawk", "BEGIN{}") && { name: "mawk", command: [peer("mawk.sh"), file] },
    hasProgram("sqlite3", "--version") && { name: "sqlite3", command: [peer("sqlite.sh"), file] },
    hasProgram("mlr", "--version") && { name: "Miller", command: [peer("miller.sh"), file] },
  ].filter(Boolean);
}

const table = (name, options) => generate(join(data, name), options);

function benches() {
  const thousand = table("households-1e3.csv", { rows: 1000, communities: 50 });
  const plain = table(`households-${million}.csv`, { rows: million });
  const gb = table(`households-${million}-gb18030.csv`, { rows: million, encoding: "gb18030" });
  const quoted = table(`households-${million}-quoted.csv`, { rows: million, quoted: true });
  const faulty = table(`households-${million}-faulty.csv`, { rows: million, faults: million / 100 });
  const wide = table("single-years-8000.csv", { shape: "single-years", rows: short ? 2000 : 8000 });
  const list = [
    {
      title: "1,000 rows",
      rows: [
        { name: "node -e 0", command: [process.execPath, "-e", "0"] },
        { name: "cdj analyze", command: analyze(thousand) },
        ...householdPeers(thousand).slice(0, 3),
      ],
    },
    {
      title: `${million.toLocaleString("en")} rows: read, group by community (5,000), add up 8 columns, ratios, top 20`,
      rows: [{ name: "cdj analyze", command: analyze(plain) }, ...householdPeers(plain)],
    },
    {
      title: "the same in GB18030, quoted, and with 10,000 faulty cells per million rows",
      rows: [
        { name: "cdj analyze, UTF-8", command: analyze(plain) },
        { name: "cdj analyze, GB18030", command: analyze(gb) },
        { name: "cdj analyze, quoted", command: analyze(quoted) },
        { name: "cdj analyze, faulty", command: analyze(faulty) },
        existsSync(join(project, "dist/commands/check.cjs")) && {
          name: "cdj check, faulty",
          command: cdj("check", faulty, "--sum", "--quiet", "--max-findings", "100"),
          exits: [0, 1],
        },
        existsSync(join(project, "dist/commands/inspect.cjs")) && { name: "cdj inspect", command: cdj("inspect", plain) },
      ].filter(Boolean),
    },
    {
      title: `202 single-year columns × ${(short ? 2000 : 8000).toLocaleString("en")} areas`,
      rows: [
        { name: "cdj analyze", command: cdj("analyze", wide, "--sort", "residents_60_plus_share", "--top", "20") },
        ...(pandas ? [{ name: "pandas", command: ["/usr/bin/python3", peer("pandas.py"), wide] }] : []),
      ],
    },
  ];
  if (!short) {
    const five = table("households-5e6.csv", { rows: 5_000_000 });
    list.push({ title: "5,000,000 rows", rows: [{ name: "cdj analyze", command: analyze(five) }, ...householdPeers(five).slice(0, 1)] });
  }
  return list;
}

/** One run of a command: wall-clock seconds and peak memory (MiB, of the largest process), by GNU time where it is installed. */
function once({ command, exits = [0] }) {
  const gnuTime = existsSync("/usr/bin/time");
  const start = process.hrtime.bigint();
  const result = gnuTime
    ? spawnSync("/usr/bin/time", ["-f", "%M", ...command], { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } })
    : spawnSync(command[0], command.slice(1), { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!exits.includes(result.status)) throw new Error(`${command.join(" ")}: exit ${result.status}\n${result.stderr}`);
  const memory = gnuTime ? Number(result.stderr.trim().split("\n").at(-1)) / 1024 : Number.NaN;
  return { seconds, memory };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

function measured({ title, rows }) {
  for (const row of rows) once(row);
  const runs = rows.map(() => []);
  for (let round = 0; round < rounds; round++) rows.forEach((row, i) => void runs[i].push(once(row)));
  const results = rows.map(({ name }, i) => ({ name, seconds: median(runs[i].map((r) => r.seconds)), memory: median(runs[i].map((r) => r.memory)) }));
  const base = results.find(({ name }) => name.startsWith("cdj analyze"));
  const lines = results.map(
    ({ name, seconds, memory }) =>
      `| ${name} | ${seconds.toFixed(3)} | ${(base.seconds / seconds).toFixed(2)} | ${Number.isNaN(memory) ? "" : memory.toFixed(0)} |`,
  );
  return [`## ${title}`, "", "| program | median s | cdj analyze ÷ it | peak MiB |", "|---|---:|---:|---:|", ...lines, ""].join("\n");
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;
const head = `# Performance\n\nWhole processes in turn, medians of ${rounds} rounds, by \`npm run bench\` on ${argument("--date") ?? "this machine"}: ${machine}.\nRatios of one run compare; seconds of two machines do not.\n`;
const parts = [head];
for (const bench of benches()) {
  const part = measured(bench);
  console.log(part);
  parts.push(part);
}
const target = argument("--write");
if (target) writeFileSync(target, parts.join("\n"));
