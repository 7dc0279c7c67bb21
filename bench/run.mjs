// Times the real binary against its peers: whole processes, in turn, medians, ratios and peak memory, as a Markdown table.
// node bench/run.mjs [--short] [--rounds n] [--write docs/performance.md]
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.mjs";

const project = fileURLToPath(new URL("..", import.meta.url));
const data = join(project, "bench", "data");
const argument = (name) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined;
const short = process.argv.includes("--short");
const rounds = Number(argument("--rounds") ?? (short ? 3 : 5));

const cdj = (...args) => [process.execPath, join(project, "bin/cdj.js"), ...args];
const analyze = (file, ...more) =>
  cdj("analyze", file, "--sum", "--sort", "workers_per_1000", "--top", "20", ...more);
const peer = (file) => join(project, "bench", "peers", file);
const million = short ? 100_000 : 1_000_000;
const thousands = (n) => n.toLocaleString("en");
const gnuTime = existsSync("/usr/bin/time");
const handHeading = "## Reached, and what stands in the way";

const hasNode = (name) => existsSync(join(project, "node_modules", name));
const hasProgram = (name, ...args) => spawnSync(name, args, { stdio: "ignore" }).status === 0;
const pandas = hasProgram("/usr/bin/python3", "-c", "import pandas");
const dataTable = hasProgram("Rscript", "-e", "library(data.table)");

function householdPeers(file) {
  return [
    hasNode("@duckdb/node-api") && {
      name: "DuckDB, typed",
      command: [process.execPath, peer("duckdb.cjs"), file],
    },
    hasNode("udsv") && { name: "uDSV", command: [process.execPath, peer("udsv.cjs"), file] },
    hasNode("papaparse") && {
      name: "PapaParse",
      command: [process.execPath, peer("papaparse.cjs"), file],
    },
    hasNode("csv-parse") && {
      name: "csv-parse",
      command: [process.execPath, peer("csv-parse.cjs"), file],
    },
    dataTable && { name: "R data.table", command: ["Rscript", peer("data-table.R"), file] },
    pandas && { name: "pandas", command: ["/usr/bin/python3", peer("data-frame.py"), file] },
    hasProgram("mawk", "BEGIN{}") && { name: "mawk", command: [peer("mawk.sh"), file] },
    hasProgram("sqlite3", "--version") && { name: "sqlite3", command: [peer("sqlite.sh"), file] },
    hasProgram("mlr", "--version") && { name: "Miller", command: [peer("miller.sh"), file] },
  ].filter(Boolean);
}

const table = (name, options) => generate(join(data, name), options);

/** A table of 1,000,000 rows as Parquet, typed, written by DuckDB. */
function parquetOf(csv) {
  const path = csv.replace(/\.csv$/, ".parquet");
  if (!existsSync(path)) {
    const { status } = spawnSync(process.execPath, [peer("to-parquet.cjs"), csv, path], {
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("to-parquet.cjs failed");
  }
  return path;
}

function benches() {
  const thousand = table("households-1000.csv", { rows: 1000, communities: 50 });
  const plain = table(`households-${million}.csv`, { rows: million });
  const gb = table(`households-${million}-gb18030.csv`, { rows: million, encoding: "gb18030" });
  const quoted = table(`households-${million}-quoted.csv`, { rows: million, quoted: true });
  const faulty = table(`households-${million}-faulty.csv`, {
    rows: million,
    faults: million / 100,
  });
  const areas = short ? 2000 : 8000;
  const wide = table(`single-years-${areas}.csv`, { shape: "single-years", rows: areas });
  const widest = ["--sort", "residents_60_plus_share", "--top", "20"];
  const list = [
    {
      title: "Start-up, and 1,000 rows",
      base: "node -e 0",
      rows: [
        { name: "node -e 0", command: [process.execPath, "-e", "0"] },
        { name: "cdj --version", command: cdj("--version") },
        {
          name: "cdj analyze, 13 rows",
          command: cdj("analyze", join(project, "fixtures/town-2007.csv")),
        },
        { name: "cdj analyze, 1,000 rows", command: analyze(thousand) },
        ...householdPeers(thousand).filter(({ name }) =>
          ["DuckDB, typed", "PapaParse", "pandas", "R data.table"].includes(name),
        ),
      ],
    },
    {
      title: `${thousands(million)} rows: read, group by community (5,000), add up 8 columns, ratios, top 20`,
      rows: [{ name: "cdj analyze", command: analyze(plain) }, ...householdPeers(plain)],
    },
    {
      title: `The same in other forms, and other commands on it`,
      rows: [
        { name: "cdj analyze, UTF-8", command: analyze(plain) },
        { name: "cdj analyze, GB18030", command: analyze(gb) },
        { name: "cdj analyze, every text quoted", command: analyze(quoted) },
        { name: `cdj analyze, ${thousands(million / 100)} faulty cells`, command: analyze(faulty) },
        hasNode("@duckdb/node-api") && {
          name: "cdj analyze, Parquet",
          command: analyze(parquetOf(plain)),
        },
        {
          name: `cdj check, ${thousands(million / 100)} faulty cells`,
          command: cdj("check", faulty, "--sum", "--quiet"),
          exits: [0, 1],
        },
        { name: "cdj inspect", command: cdj("inspect", plain) },
      ].filter(Boolean),
    },
    {
      title: `202 single-year columns × ${thousands(areas)} areas`,
      rows: [
        { name: "cdj analyze", command: cdj("analyze", wide, ...widest) },
        { name: "cdj analyze --format json", command: cdj("analyze", wide, "--format", "json") },
        ...(pandas
          ? [{ name: "pandas", command: ["/usr/bin/python3", peer("data-frame.py"), wide] }]
          : []),
      ],
    },
  ];
  if (!short) {
    const five = table("households-5000000.csv", { rows: 5_000_000 });
    const peers = householdPeers(five).filter(
      ({ name }) => name === "DuckDB, typed" || name === "R data.table",
    );
    list.push({
      title: "5,000,000 rows",
      rows: [{ name: "cdj analyze", command: analyze(five) }, ...peers],
    });
  }
  return list;
}

/** One run of a command: seconds by the clock and of the processors, and peak memory (MiB, of the largest process) by GNU time where it is installed. */
function once({ command, exits = [0] }) {
  const start = process.hrtime.bigint();
  const result = gnuTime
    ? spawnSync("/usr/bin/time", ["-f", "%M %U %S", ...command], {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
      })
    : spawnSync(command[0], command.slice(1), {
        stdio: ["ignore", "ignore", "pipe"],
        encoding: "utf8",
      });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!exits.includes(result.status))
    throw new Error(`${command.join(" ")}: exit ${result.status}\n${result.stderr}`);
  if (!gnuTime) return { seconds };
  const [memory, user, system] = result.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { seconds, processor: user + system, memory: memory / 1024 };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const figure = (value, decimals) =>
  value === undefined || Number.isNaN(value) ? "" : value.toFixed(decimals);

/** Whether a program runs here at all. A peer that does not is left out, with a word; cdj itself has to. */
function runs(row) {
  try {
    once(row);
    return true;
  } catch (error) {
    if (row.name.startsWith("cdj")) throw error;
    console.error(`left out: ${row.name}: ${error.message.split("\n")[0]}`);
    return false;
  }
}

function measured({ title, base: baseName, rows: listed }) {
  const rows = listed.filter(runs);
  const rounded = rows.map(() => []);
  for (let round = 0; round < rounds; round++)
    rows.forEach((row, i) => void rounded[i].push(once(row)));
  const results = rows.map(({ name }, i) => {
    const of = (key) => median(rounded[i].map((run) => run[key]));
    return { name, seconds: of("seconds"), processor: of("processor"), memory: of("memory") };
  });
  const base = results.find(({ name }) => name === baseName) ?? results[0];
  const ratio = (own, other) =>
    baseName === undefined ? base[own] / other[own] : other[own] / base[own];
  const lines = results.map((row) => {
    const cells = [
      figure(row.seconds, 3),
      figure(ratio("seconds", row), 2),
      figure(row.processor, 2),
      figure(ratio("processor", row), 2),
      figure(row.memory, 0),
    ];
    return `| ${row.name} | ${cells.join(" | ")} |`;
  });
  const ratioHead = baseName === undefined ? `${base.name} ÷ it` : `it ÷ ${base.name}`;
  return [
    `## ${title}`,
    "",
    `| program | median s | ${ratioHead} | processor s | ${ratioHead} | peak MiB |`,
    "|---|---:|---:|---:|---:|---:|",
    ...lines,
    "",
  ].join("\n");
}

const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;
const head = [
  "# Performance",
  "",
  `Whole processes in turn, medians of ${rounds} rounds, by \`npm run bench\` on ${argument("--date") ?? "this machine"}: ${machine}.`,
  "Ratios are of medians within one table, by the clock and by the processors' time (DuckDB and data.table use two threads); seconds of two machines do not",
  "compare. Data are generated from a seed (bench/generate.mjs).",
  "",
].join("\n");
const parts = [head];
for (const bench of benches()) {
  const part = measured(bench);
  console.log(part);
  parts.push(part);
}
// A short run is for looking at, not for the page.
const target = short ? undefined : argument("--write");
if (target) writeFileSync(target, `${parts.join("\n")}\n${byHand(target)}`);

/** What is written by hand at the end of the page stays. */
function byHand(path) {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const at = text.indexOf(handHeading);
  return at === -1 ? "" : text.slice(at);
}
