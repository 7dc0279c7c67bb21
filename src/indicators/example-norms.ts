import type { Norm } from "../survey/norm.ts";

const example = { en: "worked example", "zh-CN": "算例", "zh-TW": "算例" } as const;

/** A norm for a worked example, which has to stand by itself: presets are another layer's. */
export const exampleNorm = (
  norm: Pick<Norm, "subject" | "op" | "value" | "unit"> & Partial<Norm>,
): Norm => ({
  id: `example-${norm.subject}`,
  jurisdiction: example,
  document: example,
  issuer: example,
  confidence: "own",
  ...norm,
});

export const exampleTiers: Norm = exampleNorm({
  subject: "members",
  op: "between",
  value: 50,
  upper: 99,
  unit: "person",
  opens: "general_branch",
  edges: { branch: 3, general_branch: 50, committee: 100 },
});
