/** Names that Windows keeps for devices, with any suffix. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** What some system does not take in a name, or nobody sees: controls, marks of direction, joiners, private and unassigned characters. */
const refused = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}<>:"/\\|?*\u2028\u2029]/gu;
/** In bytes of UTF-8: Linux takes 255, of which a suffix, a number and the name of a chart need some. */
const longest = 120;

/** A name as a file name that every system takes: never empty, hidden, a device, nor longer than 120 bytes. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize("NFC")
    .replace(refused, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  const cut = shortened(cleaned).replace(/[.\s]+$/u, "");
  const whole = cut === "" ? "_" : cut;
  return devices.test(whole) || whole.startsWith("-") || whole.startsWith("~$")
    ? `_${whole}`
    : whole;
}

function shortened(text: string): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > longest) break;
    kept += character;
  }
  return kept;
}

/** File names for names, none twice on a system that does not tell capitals apart; those of `taken` are not used. */
export function safeFileNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map(folded));
  return names.map((name) => {
    const base = safeFileName(name);
    let candidate = base;
    for (let n = 2; used.has(folded(candidate)); n++) candidate = `${base} (${n})`;
    used.add(folded(candidate));
    return candidate;
  });
}

const folded = (name: string): string => name.normalize("NFKC").toLowerCase();
