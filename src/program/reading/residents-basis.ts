import type { JoinedFile } from "../../areas/join.ts";
import { parseBandId } from "../../codebook/age-band.ts";
import type { Basis } from "../../intake/plan.ts";
import type { ReadSource } from "../../report/reading.ts";
import type { Period } from "../../survey/area.ts";

/** On what basis the tables count the residents of a period; undefined where none of them says. */
export function residentsBasis(sources: readonly ReadSource[], period: Period): Basis | undefined {
  const named = sources.filter((source) => source.periods.includes(period));
  // A table without periods belongs to that of the others.
  const own = named.length > 0 ? named : sources.filter((source) => source.periods.length === 0);
  return own.map(basisOfSource).find((basis) => basis !== undefined);
}

const basisOfSource = ({ plan }: ReadSource): Basis | undefined =>
  plan.columns.flatMap(({ role, header }) =>
    role.is === "quantity" && isResidents(role.quantity)
      ? (role.basis ?? basisOf(header) ?? [])
      : [],
  )[0];

/** The same for each observation, from the first table that has it and says so. */
export function basesOfObservations({
  sources,
  files,
}: {
  readonly sources: readonly ReadSource[];
  readonly files: readonly JoinedFile[];
}): (Basis | undefined)[] {
  const bases: (Basis | undefined)[] = [];
  sources.forEach((source, i) => {
    const basis = basisOfSource(source);
    for (const observation of files[i]?.observations ?? []) bases[observation] ??= basis;
  });
  return bases;
}

/** What a header says of the basis, also where it was mapped by hand. */
function basisOf(header: string): Basis | undefined {
  if (/常住|usual/iu.test(header)) return "usual";
  if (/户籍|戶籍|registered/iu.test(header)) return "registered";
  return /管理人口|實有人口|实有人口|managed/iu.test(header) ? "managed" : undefined;
}

const isResidents = (id: string): boolean =>
  id === "residents" || parseBandId(id)?.of === "residents";
