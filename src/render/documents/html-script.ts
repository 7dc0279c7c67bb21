/**
 * The one script of a page: it puts a button that sorts the rows into each head of a table with more than one row. The head's words stay
 * outside it, for Chromium leaves buttons out where a head repeats on paper. Figures sort by their value,
 * which stands in `data-value`; what cannot be told goes last either way; rows that are equal keep their order. Without it the page lacks only this.
 * It begins and ends without blanks: its hash is taken of every byte.
 */
export const pageScript = `
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const valueOf = (cell) => (cell.dataset.value === undefined ? undefined : Number(cell.dataset.value));
  const compare = (a, b, sign) => {
    const x = valueOf(a);
    const y = valueOf(b);
    if (x !== undefined && y !== undefined) return sign * (x - y);
    if (a.dataset.absent !== undefined || b.dataset.absent !== undefined) return (a.dataset.absent === undefined ? 0 : 1) - (b.dataset.absent === undefined ? 0 : 1);
    return sign * collator.compare(a.textContent, b.textContent);
  };
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-label", table.dataset.sortable.replace("{}", head.textContent));
    head.append(button);
    head.setAttribute("aria-sort", "none");
    button.addEventListener("click", () => {
      const next = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      for (const other of heads) other.setAttribute("aria-sort", other === head ? next : "none");
      const sign = next === "ascending" ? 1 : -1;
      body.append(...[...body.rows].sort((a, b) => compare(a.cells[index], b.cells[index], sign)));
    });
  });
}
`.trim();

/** SHA-256 of the script in base64, as the policy of the page names it. A test holds both together. */
export const pageScriptHash = "bBIM2826jEySv0ZjOFs+Sz6Yvi3ka529Vx3U+9mHOpU=";
