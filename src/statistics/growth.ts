/** (x₁ ÷ x₀)^(1 ÷ years) − 1, the even rate a year that leads from one to the other; undefined for a base not above 0, a negative end, or no time between. */
export const compoundRate = (from: number, to: number, years: number): number | undefined =>
  from > 0 && to >= 0 && years > 0 ? (to / from) ** (1 / years) - 1 : undefined;
