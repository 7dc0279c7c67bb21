import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "./run.ts";

// As a package is installed: the build without the compiled code that a checkout keeps beside it.
let installed = "";
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), "cdj-installed-"));
  for (const name of ["bin", "package.json", "dist"])
    cpSync(join(projectRoot, name), join(installed, name), {
      recursive: true,
      filter: (path) => !path.includes(join("dist", "compiled")),
    });
  symlinkSync(join(projectRoot, "node_modules"), join(installed, "node_modules"));
  writeFileSync(join(installed, "t.csv"), "社区,常住人口\n甲社区,3000\n乙社区,2500\n");
});
afterAll(() => rmSync(installed, { recursive: true }));

/** Runs the installed program with a cache folder; what it printed, and what it kept. */
function run(cache: string, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ["bin/cdj.js", "analyze", "t.csv", "--format", "json"],
    {
      cwd: installed,
      encoding: "utf8",
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", XDG_CACHE_HOME: cache, ...env },
    },
  );
  expect(status).toBe(0);
  const folders = readdirSync(cache, { recursive: true, withFileTypes: true });
  return {
    stdout,
    kept: folders.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name)),
  };
}

const cacheFolder = (): string => mkdtempSync(join(installed, "cache-"));

describe("compiled code of an installed package", () => {
  test("is kept for this user alone, and changes nothing that is printed", () => {
    const cache = cacheFolder();
    const first = run(cache);
    const [path = ""] = first.kept;
    expect(first.kept).toHaveLength(1);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(path, "..")).mode & 0o777).toBe(0o700);
    const before = statSync(path).mtimeMs;
    expect(run(cache).stdout).toBe(first.stdout);
    expect(statSync(path).mtimeMs).toBe(before);
  });

  test("is neither taken from nor written into a folder that others can write into", () => {
    const cache = cacheFolder();
    const [path = ""] = run(cache).kept;
    const folder = join(path, "..");
    writeFileSync(path, "no code");
    chmodSync(folder, 0o777);
    run(cache);
    expect(statSync(path).size).toBe("no code".length);
  });

  test("that is damaged is compiled anew", () => {
    const cache = cacheFolder();
    const first = run(cache);
    writeFileSync(first.kept[0] as string, "no code");
    expect(run(cache).stdout).toBe(first.stdout);
    expect(statSync(first.kept[0] as string).size).toBeGreaterThan(100_000);
  });

  test("is not kept where the user wants none", () => {
    expect(run(cacheFolder(), { CDJ_COMPILED_CODE: "off" }).kept).toEqual([]);
  });
});
