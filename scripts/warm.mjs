// Runs the commands once on fixtures, their output thrown away, and keeps the compiled code beside the bundles (see bin/load.js).
import { createRequire } from "node:module";

const { load, saveCaches } = createRequire(import.meta.url)("../bin/load.js");
const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
for (const { stream } of streams) {
  stream.write = (_text, done) => {
    done?.();
    return true;
  };
}
for (const argv of [
  ["analyze", "fixtures/town-2007.csv", "--lang", "zh-CN"],
  [
    "analyze",
    "fixtures/town-2007.csv",
    "--norm",
    "js-jintan-2007-office,js-cz-2007-workers",
    "--lang",
    "en",
  ],
  ["analyze", "fixtures/town-2007.csv", "--sum", "--by", "street", "--lang", "en"],
  ["check", "fixtures/town-2007.csv", "fixtures/county-town.csv"],
  ["inspect", "fixtures/town-2007.csv"],
  ["tidy", "fixtures/town-2007.csv"],
  ["compare", "fixtures/town-2006-2007.csv", "--norm", "office_area=500"],
  ["explain", "workers_per_1000", "fixtures/town-2007.csv"],
  ["report", "fixtures/town-2007.csv", "--norm", "js-jintan-2007-office"],
]) {
  await load("cli").main(["node", "cdj", ...argv], "0");
}
for (const { stream, write } of streams) stream.write = write;
saveCaches();
