import { asCommunityBands } from "./bands-source.ts";
import { asBlocksBelow } from "./beside-source.ts";
import { asForm } from "./form-source.ts";
import type { Shape } from "./rewritten.ts";
import { asTurned } from "./turned-source.ts";

export { asAligned } from "./aligned-source.ts";

/** The shapes that a table may have other than a row for each area, in the order in which they are tried: the first that fits is it. */
export const otherShapes: readonly Shape[] = [asBlocksBelow, asCommunityBands, asTurned, asForm];
