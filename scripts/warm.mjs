// Runs each command on fixtures, its output thrown away, and keeps the compiled code beside the bundle (see bin/load.js), for the checkout:
// a package holds none. Each command in a process of its own, since its code is what that command needs and no more.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** By the kind of run (the command), what it is called with. */
const runs = {
  other: [["--help"]],
  analyze: [
    ["fixtures/town-2007.csv", "--lang", "zh-CN"],
    [
      "fixtures/town-2007.csv",
      "--norm",
      "js-jintan-2007-office,js-cz-2007-workers",
      "--lang",
      "en",
    ],
    ["fixtures/town-2007.csv", "--sum", "--by", "street", "--lang", "en"],
  ],
  check: [["fixtures/town-2007.csv", "fixtures/county-town.csv"]],
  inspect: [["fixtures/town-2007.csv"]],
  tidy: [["fixtures/town-2007.csv"]],
  compare: [["fixtures/town-2006-2007.csv", "--norm", "office_area=500"]],
  explain: [["workers_per_1000", "fixtures/town-2007.csv"]],
  report: [["fixtures/town-2007.csv", "--norm", "js-jintan-2007-office"]],
};

const [command] = process.argv.slice(2);
if (command === undefined) {
  for (const name of Object.keys(runs))
    spawnSync(process.execPath, [process.argv[1], name], {
      stdio: ["ignore", "ignore", "inherit"],
    });
} else {
  const { load, compiledCode } = createRequire(import.meta.url)("../bin/load.js");
  for (const stream of [process.stdout, process.stderr])
    stream.write = (_text, done) => {
      done?.();
      return true;
    };
  const called = command === "other" ? [] : [command];
  for (const options of runs[command])
    await load("cli", command).main(["node", "cdj", ...called, ...options], "0");
  for (const { run, code } of compiledCode()) writeFileSync(`dist/compiled/${run}`, code);
}
