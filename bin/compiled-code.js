// Where compiled code is kept for a user: a package holds none, since V8 takes only what its own version has made.
const fs = require("node:fs");
const { homedir } = require("node:os");
const { join } = require("node:path");

/** The folder of this build, this version of Node and this user; undefined where the user wants none, or another could write into it. */
function keptFolder(dist) {
  if (process.env.CDJ_COMPILED_CODE === "off") return undefined;
  const base =
    process.platform === "win32"
      ? process.env.LOCALAPPDATA
      : process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
  if (!base) return undefined;
  const build = fs.readFileSync(join(dist, "build-id"), "utf8");
  const folder = join(base, "cdj", `${build}-${process.version}-${process.arch}`);
  return isOwn(folder) ? folder : undefined;
}

/** Code is run without a look at it: only a folder that nobody else can write into is taken. A folder that is not there yet is made so. */
function isOwn(folder) {
  const stats = fs.lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return true;
  if (!stats.isDirectory()) return false;
  return (
    process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0)
  );
}

/** Keeps compiled code whole or not at all. */
function keep(dist, all) {
  const folder = keptFolder(dist);
  if (folder === undefined) return;
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(folder)) return;
  for (const { run, code } of all) {
    const temporary = join(folder, `${run}-${process.pid}.tmp`);
    fs.writeFileSync(temporary, code, { mode: 0o600, flag: "wx" });
    fs.renameSync(temporary, join(folder, run));
  }
}

module.exports = { keptFolder, keep };
