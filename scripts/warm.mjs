// Runs the program once on fixtures, its output thrown away, and keeps the compiled code beside the bundles (see bin/load.js).
import { createRequire } from "node:module";

const { load, saveCaches } = createRequire(import.meta.url)("../bin/load.js");
const write = process.stdout.write;
process.stdout.write = (_text, done) => {
  done?.();
  return true;
};
for (const argv of [
  ["analyze", "fixtures/town-2007.csv", "--lang", "zh-CN"],
  ["analyze", "fixtures/town-2007.csv", "--norm", "js-jintan-2007-office,js-cz-2007-workers", "--lang", "en"],
]) {
  await load("cli").main(["node", "cdj", ...argv], "0");
}
process.stdout.write = write;
saveCaches();
