/** Turns the SVG of a chart into a PNG, for programs that show no SVG (WPS, older versions of Word). */
export interface Rasteriser {
  /** The picture, twice as many pixels wide and high as the SVG says: sharp at 16 cm. The same bytes for the same fonts. */
  png(svg: string): Uint8Array;
}

let ready: Promise<void> | undefined;

/**
 * A rasteriser from the bytes of `@resvg/resvg-wasm` (index_bg.wasm) and of font files, the first of them the one to prefer. WebAssembly, because one
 * package then serves every system, and because it sees no font but those it is given: system libraries would draw another picture on every machine.
 */
export async function createRasteriser(
  wasm: Uint8Array,
  fonts: readonly Uint8Array[],
): Promise<Rasteriser> {
  const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
  ready ??= initWasm(wasm as Uint8Array<ArrayBuffer>);
  await ready;
  return {
    png: (svg) => {
      const drawing = new Resvg(svg, {
        fitTo: { mode: "zoom", value: 2 },
        font: { fontBuffers: [...fonts], loadSystemFonts: false } as never,
      });
      const image = drawing.render();
      const bytes = image.asPng();
      image.free();
      drawing.free();
      return bytes;
    },
  };
}
