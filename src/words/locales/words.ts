import type en from "./en.ts";
import type { Worded } from "./worded.ts";

/**
 * The words shared by all commands; a definition carries its own. `{name}` is replaced by an argument, `[…]` is left out
 * where an argument in it has nothing to print.
 */
export type Words = Worded<typeof en>;
