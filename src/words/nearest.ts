/**
 * Options that take lists are comma-separated and repeatable; none is variadic, so that files may stand anywhere. A list of nothing would mean all
 * where the option is left out: it throws what commander takes for a missing value.
 */
export function list(text: string, before: readonly string[] = []): string[] {
  const items = text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length === 0) throw Object.assign(new Error(""), { code: "commander.invalidArgument" });
  return [...before, ...items];
}

/** Like `list`, but a comma is part of the text: for headers. */
export const repeated = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  text,
];

/** The known words nearest to a mistyped one, best first: for "did you mean". At most two letters in five differ; a word of one letter is near nothing. */
export function nearest(word: string, known: Iterable<string>, most = 3): string[] {
  const wanted = word.toLowerCase();
  const scored = [...new Set(known)].map((candidate) => {
    const name = candidate.toLowerCase();
    const shorter = Math.min(wanted.length, name.length);
    const contains = shorter >= 3 && (name.includes(wanted) || wanted.includes(name));
    const distance = contains
      ? 0.5 + Math.abs(name.length - wanted.length) / 100
      : editDistance(wanted, name);
    return {
      candidate,
      distance,
      near: distance <= Math.max(1, Math.floor(shorter * 0.4)) && distance < shorter,
    };
  });
  return scored
    .filter(({ near }) => near)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance with neighbours swapped counted as one step. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(
        (row[j - 1] as number) + 1,
        (last[j] as number) + 1,
        (last[j - 1] as number) + cost,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] as number) + 1);
      row[j] = best;
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
