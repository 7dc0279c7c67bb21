// Runs the property tests with inputs never drawn before: as many rounds as the first argument says (3), from the seed in the second (of the clock).
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 3);
const first = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const files = readdirSync("test", { recursive: true })
  .map((name) => join("test", String(name)))
  .filter(
    (path) => path.endsWith(".test.ts") && readFileSync(path, "utf8").includes('from "fast-check"'),
  );

let failed = 0;
for (let round = 0; round < rounds; round++) {
  const seed = (first + round * 7_919) % 2 ** 31;
  process.stdout.write(`PROPERTY_SEED=${seed} (${round + 1} of ${rounds})\n`);
  const run = spawnSync("npx", ["vitest", "run", "--reporter=dot", ...files], {
    env: { ...process.env, PROPERTY_SEED: String(seed) },
    encoding: "utf8",
  });
  if (run.status === 0) continue;
  failed++;
  process.stdout.write(`${run.stdout}${run.stderr}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
