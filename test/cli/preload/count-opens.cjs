// Preloaded into the program by opens.test.ts: counts how often each file is opened, and writes the counts when the program ends.
const fs = require("node:fs");
const counts = new Map();
const count = (path) => counts.set(String(path), (counts.get(String(path)) ?? 0) + 1);
for (const name of ["openSync", "readFileSync", "createReadStream"]) {
  const original = fs[name];
  fs[name] = (path, ...rest) => {
    count(path);
    return original(path, ...rest);
  };
}
const write = fs.writeFileSync;
process.on("exit", () => write(process.env.OPENS_TO, JSON.stringify([...counts])));
