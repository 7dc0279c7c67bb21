import type { Command } from "commander";

/** What a command file exports: its declaration on a commander command, and its run. */
export interface CommandModule {
  /** Adds arguments, options and examples, and calls `done` with the exit code; `typed` are the words behind `cdj`. */
  declare(
    command: Command,
    done: (code: number) => void,
    version: string,
    typed: readonly string[],
  ): void;
}
