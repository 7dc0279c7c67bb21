import type { Worded } from "../worded.ts";
import type en from "./en.ts";

/** The sections of an appendix, in order. */
export const sectionIds = [
  "basis",
  "population",
  "organisation",
  "staffing",
  "space",
  "funding",
  "distribution",
  "change",
  "quality",
  "definitions",
  "provenance",
] as const;
export type SectionId = (typeof sectionIds)[number];

/** The words of an appendix, templates as in sentence.ts. */
export type AppendixWords = Worded<typeof en>;
