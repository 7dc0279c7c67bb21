import { expect } from "vitest";

/** Equal to R's figure within 1e-12 of its size (of 1 where it is smaller). R's null stands for what cannot be computed. */
export function agree(own: number | undefined, r: number | null, what: string): void {
  if (r === null) {
    expect(own, what).toBeUndefined();
    return;
  }
  expect(own, what).toBeTypeOf("number");
  expect(
    Math.abs((own as number) - r) / Math.max(1, Math.abs(r)),
    `${what}: ${own} for ${r}`,
  ).toBeLessThanOrEqual(1e-12);
}
