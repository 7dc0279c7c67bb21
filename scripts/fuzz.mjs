// Reads 100,000 changed fixtures (or as many as the first argument says, from the seed in the second): none may crash, lose a row or take a second.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";

const runs = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), "cdj-fuzz-"));
try {
  const outfile = join(folder, "fuzz.cjs");
  await build({
    entryPoints: ["test/intake/fuzz.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
  });
  const { fixtureTables, fuzz } = createRequire(import.meta.url)(outfile);
  const tables = fixtureTables(resolve("fixtures"));
  const step = 5000;
  let failed = 0;
  for (let done = 0; done < runs; done += step) {
    const { failures, read, refused, longest } = await fuzz(
      tables,
      Math.min(step, runs - done),
      seed + done,
    );
    failed += failures.length;
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stdout.write(
      `${Math.min(done + step, runs)} of ${runs}: ${read} read, ${refused} refused, longest ${Math.round(longest)} ms, ${memory} MiB\n`,
    );
    for (const { input, what } of failures)
      process.stdout.write(`${what}\n  ${input.slice(0, 400)}\n`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
