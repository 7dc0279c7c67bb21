// Packs the project, installs the tarball as a user would (no dev dependencies), and runs it from a folder that knows nothing of the checkout.
import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "cdj-tarball-"));
const windows = process.platform === "win32";

function run(command, args, cwd) {
  // npm and the installed program are .cmd files on Windows, which only a shell starts.
  const result = spawnSync(command, args, { cwd, encoding: "utf8", shell: windows });
  assert.equal(
    result.status,
    0,
    `${command} ${args.join(" ")}\n${result.error ?? ""}${result.stdout ?? ""}${result.stderr ?? ""}`,
  );
  return result.stdout;
}

try {
  const home = join(scratch, "install");
  const elsewhere = join(scratch, "elsewhere");
  mkdirSync(home);
  mkdirSync(elsewhere);

  run("npm", ["pack", "--pack-destination", scratch], project);
  const tarballs = readdirSync(scratch).filter((name) => name.endsWith(".tgz"));
  assert.equal(tarballs.length, 1, `one tarball, not ${tarballs.join(", ")}`);

  writeFileSync(
    join(home, "package.json"),
    '{ "name": "user", "version": "1.0.0", "private": true }\n',
  );
  run("npm", ["install", "--omit=dev", join(scratch, tarballs[0])], home);

  const installed = join(home, "node_modules", "cdj");
  for (const path of ["LICENSE", "README.md", "fixtures/town-2007.csv", "dist"])
    assert.ok(existsSync(join(installed, path)), `the tarball lacks ${path}`);
  for (const path of ["src", "test", "node_modules/vitest"])
    assert.ok(!existsSync(join(installed, path)), `the tarball holds ${path}`);

  const program = join(home, "node_modules", ".bin", windows ? "cdj.cmd" : "cdj");
  const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  assert.equal(run(program, ["--version"], elsewhere).trim(), version);

  copyFileSync(join(project, "fixtures", "town-2007.csv"), join(elsewhere, "town.csv"));
  const report = JSON.parse(run(program, ["analyze", "town.csv", "--format", "json"], elsewhere));
  // 39 workers for 130,000 residents, as the text of 2007 has them.
  assert.equal(
    report.indicators.find((indicator) => indicator.id === "workers_per_1000").value,
    0.3,
  );
  assert.match(
    run(program, ["explain", "workers_per_1000", "--lang", "en"], elsewhere),
    /Workers per 1,000 residents/,
  );

  // A thread of its own, as large files are read by.
  const order = {
    path: "town.csv",
    from: 0,
    to: 100,
    plan: {
      fields: 1,
      encoding: "utf-8",
      delimiter: 44,
      quotes: true,
      keys: [0],
      labels: [],
      columns: [],
    },
  };
  const thread = JSON.stringify(join(installed, "dist", "engines-bytes-range-thread.thread.js"));
  const start = `new (require("node:worker_threads").Worker)(${thread}, { workerData: ${JSON.stringify(order)} }).on("message", ({ read }) => console.log(read));\n`;
  writeFileSync(join(elsewhere, "start.cjs"), start);
  assert.match(run("node", ["start.cjs"], elsewhere), /^\d+\n$/);

  console.log(`${tarballs[0]}: packs, installs and runs`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
