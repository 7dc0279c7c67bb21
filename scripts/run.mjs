// Runs a TypeScript script of this folder: node scripts/run.mjs scripts/docs.ts [arguments]
// Node 20 does not strip types, so the script is bundled into one temporary file first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const [script, ...args] = process.argv.slice(2);
if (script === undefined) throw new Error("node scripts/run.mjs <script.ts> [arguments]");

const folder = mkdtempSync(join(tmpdir(), "cdj-script-"));
try {
  const outfile = join(folder, "script.cjs");
  await build({
    entryPoints: [script],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    charset: "utf8",
    logLevel: "warning",
  });
  const { status, error } = spawnSync(process.execPath, [outfile, ...args], { stdio: "inherit" });
  if (error) throw error;
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
