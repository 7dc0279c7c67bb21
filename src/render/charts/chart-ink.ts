import { element } from "./svg.ts";

/**
 * Colours that people with any kind of colour vision tell apart (Okabe & Ito 2008, "Color Universal Design"), on white paper of the
 * chart's own. Print without colour keeps them apart by hatching: no chart says anything by colour alone.
 */
export const ink = {
  paper: "#ffffff",
  text: "#1a1a1a",
  muted: "#4d4d4d",
  grid: "#dddddd",
  axis: "#666666",
  blue: "#0072b2",
  paleBlue: "#a6cfe8",
  orange: "#e69f00",
  vermilion: "#d55e00",
} as const;

type Hatching = "none" | "rising" | "falling" | "crossed" | "upright" | "level";

export interface Fill {
  readonly colour: string;
  readonly hatching: Hatching;
  /** Of the lines of the hatching, and of words upon the colour. */
  readonly contrast: string;
}

/** For parts of a whole, in their order: neighbours differ in colour, in lightness and in hatching. */
export const fills: readonly Fill[] = [
  { colour: "#0072b2", hatching: "none", contrast: "#ffffff" },
  { colour: "#f0e442", hatching: "rising", contrast: "#1a1a1a" },
  { colour: "#009e73", hatching: "falling", contrast: "#1a1a1a" },
  { colour: "#f5c9dd", hatching: "upright", contrast: "#1a1a1a" },
  { colour: "#d55e00", hatching: "level", contrast: "#1a1a1a" },
  { colour: "#bfe2f5", hatching: "crossed", contrast: "#1a1a1a" },
  { colour: "#595959", hatching: "none", contrast: "#ffffff" },
  { colour: "#e6e6e6", hatching: "rising", contrast: "#1a1a1a" },
];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const spacing = 6;

/** Lines x ± y = c within a box; `rising` ones run from bottom left to top right. */
function slanted({ x, y, width, height }: Box, rising: boolean): string[] {
  const lines: string[] = [];
  for (let c = spacing / 2; c < width + height; c += spacing) {
    const from = { u: Math.min(c, width), v: c - Math.min(c, width) };
    const to = { u: c - Math.min(c, height), v: Math.min(c, height) };
    const flip = (v: number) => (rising ? y + v : y + height - v);
    lines.push(
      `M${round(x + from.u)} ${round(flip(from.v))}L${round(x + to.u)} ${round(flip(to.v))}`,
    );
  }
  return lines;
}

const round = (value: number): number => Math.round(value * 100) / 100 + 0;

const steps = (length: number): number[] =>
  Array.from(
    { length: Math.max(0, Math.ceil((length - spacing / 2) / spacing)) },
    (_, i) => spacing / 2 + i * spacing,
  );

const hatchings: Readonly<Record<Hatching, (box: Box) => string[]>> = {
  none: () => [],
  rising: (box) => slanted(box, true),
  falling: (box) => slanted(box, false),
  crossed: (box) => [...slanted(box, true), ...slanted(box, false)],
  upright: (box) =>
    steps(box.width).map(
      (d) => `M${round(box.x + d)} ${round(box.y)}V${round(box.y + box.height)}`,
    ),
  level: (box) =>
    steps(box.height).map(
      (d) => `M${round(box.x)} ${round(box.y + d)}H${round(box.x + box.width)}`,
    ),
};

/** A filled box. Its hatching is drawn line by line: programs differ in how they show `<pattern>`. */
export function filledBox(box: Box, fill: Fill): string {
  const body = element("rect", { ...box, fill: fill.colour });
  const lines = hatchings[fill.hatching](box);
  return lines.length === 0
    ? body
    : body +
        element("path", {
          d: lines.join(""),
          stroke: fill.contrast,
          "stroke-width": 1,
          "stroke-opacity": 0.75,
          fill: "none",
        });
}

/** A straight line. */
export const line = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  stroke: string,
  width = 1,
  dashes?: string,
): string =>
  element("line", { x1, y1, x2, y2, stroke, "stroke-width": width, "stroke-dasharray": dashes });
