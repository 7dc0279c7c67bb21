import { existsSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createRasteriser, type Rasteriser } from "../../render/charts/png.ts";

/** Latin letters come first: the other font has them narrower. */
const fonts = ["dejavu-sans.ttf", "droid-sans-fallback.ttf"] as const;

/** The folder of the package, from the program that runs, wherever its bundle lies. */
function packageFolder(): string {
  const program = realpathSync(process.argv[1] ?? ".");
  for (let folder = dirname(program); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "fonts", fonts[0]))) return folder;
    if (folder === dirname(folder)) throw new Error(`no fonts above ${program}`);
  }
}

/** A rasteriser with the fonts of the package and none of the machine: the same picture everywhere. */
export async function loadRasteriser(): Promise<Rasteriser> {
  const folder = packageFolder();
  const { resolve } = createRequire(join(folder, "package.json"));
  const wasm = await readFile(resolve("@resvg/resvg-wasm/index_bg.wasm"));
  const read = await Promise.all(fonts.map((name) => readFile(join(folder, "fonts", name))));
  return createRasteriser(wasm, read);
}
