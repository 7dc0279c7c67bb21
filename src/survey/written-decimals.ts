/** With how many decimals a number is written: 2 of 0.25, 0 of 40, 7 of 1e-7. */
export function writtenDecimals(value: number): number {
  const [, fraction = "", exponent = "0"] =
    /^[^.e]*(?:\.(\d+))?(?:e([+-]?\d+))?$/u.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
