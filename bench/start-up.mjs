// Start-up against an empty Node: medians of one run, the programs in turn, so that a busy moment of the machine falls on all alike.
// node bench/start-up.mjs [rounds]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const rounds = Number(process.argv[2] ?? 31);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`rounds: a whole number from 1, not ${process.argv[2]}`);

const program = "bin/cdj.js";
const contestants = [
  { name: "node -e 0", args: ["-e", "0"], limit: undefined },
  { name: "cdj --version", args: [program, "--version"], limit: 1.3 },
  {
    name: "cdj analyze (13 rows)",
    args: [program, "analyze", "fixtures/town-2007.csv"],
    limit: 2.5,
  },
].map((contestant) => ({ ...contestant, times: [] }));

function milliseconds(args) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: project });
  const time = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`node ${args.join(" ")}: exit ${status}\n${stderr}`);
  return time;
}

function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// One round unmeasured: the files come from the disk only once.
for (const { args } of contestants) milliseconds(args);
for (let round = 0; round < rounds; round++)
  for (const { args, times } of contestants) times.push(milliseconds(args));

const base = median(contestants[0].times);
const rows = contestants.map(({ name, times, limit }) => {
  const time = median(times);
  return { name, time, ratio: time / base, limit };
});

console.log(
  `Start-up, medians of ${rounds} rounds, Node ${process.version}, ${process.platform} ${process.arch}\n`,
);
console.log("| program | median ms | ratio | at most |");
console.log("|---|---:|---:|---:|");
for (const { name, time, ratio, limit } of rows)
  console.log(
    `| ${name} | ${time.toFixed(1)} | ${ratio.toFixed(2)} | ${limit === undefined ? "" : limit.toFixed(1)} |`,
  );

if (rows.some(({ ratio, limit }) => limit !== undefined && ratio > limit)) process.exitCode = 1;
