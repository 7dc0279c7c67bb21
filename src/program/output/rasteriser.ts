import { realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createRasteriser, type Rasteriser } from "../../render/charts/png.ts";

const windows = `${process.env.SystemRoot ?? "C:\\Windows"}\\Fonts\\`;
const apple = "/System/Library/Fonts/";
const debian = "/usr/share/fonts/opentype/noto/";
const arch = "/usr/share/fonts/noto-cjk/";
const fedora = "/usr/share/fonts/google-noto-sans-cjk-fonts/";
const truetype = "/usr/share/fonts/truetype/";

/** Fonts with Chinese characters where systems keep them; one group is enough, the first that is there. A group is a regular and a bold cut. */
const chineseFonts: readonly (readonly string[])[] = [
  ...[debian, arch, fedora].map((folder) => [
    `${folder}NotoSansCJK-Regular.ttc`,
    `${folder}NotoSansCJK-Bold.ttc`,
  ]),
  [`${windows}msyh.ttc`, `${windows}msyhbd.ttc`],
  [`${windows}msjh.ttc`, `${windows}msjhbd.ttc`],
  [`${windows}simhei.ttf`],
  [`${windows}simsun.ttc`],
  [`${apple}PingFang.ttc`],
  [`${apple}Hiragino Sans GB.ttc`],
  [`${apple}STHeiti Medium.ttc`],
  ["/Library/Fonts/Arial Unicode.ttf"],
  [`${truetype}wqy/wqy-microhei.ttc`],
  [`${truetype}wqy/wqy-zenhei.ttc`],
  [`${truetype}droid/DroidSansFallbackFull.ttf`],
];

/** For other scripts in names, where one is there. */
const otherFonts: readonly string[] = [
  `${truetype}dejavu/DejaVuSans.ttf`,
  `${windows}arial.ttf`,
  `${apple}Supplemental/Arial.ttf`,
];

const fileIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(() => undefined);

async function findFonts(): Promise<Uint8Array[]> {
  for (const group of chineseFonts) {
    const files = (await Promise.all(group.map(fileIfThere))).filter((file) => file !== undefined);
    if (files.length === 0) continue;
    const others = (await Promise.all(otherFonts.map(fileIfThere))).filter(
      (file) => file !== undefined,
    );
    return [...files, ...others];
  }
  return [];
}

/**
 * A rasteriser with the fonts of this machine, for the pictures beside the SVG in a .docx and for PNG files. Without a font that has Chinese
 * characters it has none at all (`words` is false): charts then carry their figures in a table.
 */
export async function loadRasteriser(): Promise<Rasteriser> {
  // From the program that runs, and so from the packages installed with it, wherever the bundle of this module lies.
  const requireBeside = createRequire(realpathSync(process.argv[1] ?? "."));
  const wasm = await readFile(requireBeside.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  return createRasteriser(wasm, await findFonts());
}
