import { neutraliseTerminal } from "./neutralise.ts";

/** What XML 1.0 cannot hold, not even escaped: most controls, two code points, halves of surrogate pairs. */
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for a node or an attribute of XML and HTML: nothing in it is markup, and what XML cannot hold is U+FFFD. Lines stay lines. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(unwritable, "\uFFFD")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The same on one line, for people to read: nothing acts on a terminal or reverses the text either. */
export const markupLine = (text: string): string => escapeMarkup(neutraliseTerminal(text));
