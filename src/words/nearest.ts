import { editDistance } from "../codebook/edit-distance.ts";

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
