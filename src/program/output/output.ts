import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { CdjError } from "../../survey/error.ts";

/** A file that has been written beside its place and waits to be put there. */
export interface Pending {
  /** Puts it there. */
  commit(): void;
  /** Takes it away again; does nothing once it is in its place. */
  drop(): void;
}

/**
 * Writes a file beside its place, under another name; a link is followed. What is there and no regular file (a device, a pipe) cannot be replaced:
 * it is written through on `commit`. Throws what the file system does.
 */
export function writeBeside(path: string, content: string | Uint8Array): Pending {
  const there = statOf(path);
  if (there?.isDirectory()) throw Object.assign(new Error("EISDIR"), { code: "EISDIR" });
  const through = (flags: number): Pending => ({
    commit: () => writeThrough(path, content, flags),
    drop: () => undefined,
  });
  if (there && !there.isFile()) return through(constants.O_WRONLY);
  // The file that a shell has opened (>> log) goes on where it ends.
  if (there && openedByShell.test(path)) return through(constants.O_WRONLY | constants.O_APPEND);
  if (there) requireWritable(path, there);
  const target = there ? realpathSync(path) : pointedAt(path);
  const temporary = `${target}.${process.pid}-${process.hrtime.bigint().toString(36)}.tmp`;
  const drop = (): void => {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // A folder on the way that is none: nothing was written.
    }
  };
  try {
    writeFileSync(temporary, content, { flag: "wx" });
    if (there) takeOver(temporary, there);
  } catch (error) {
    drop();
    throw error;
  }
  return { commit: () => renameSync(temporary, target), drop };
}

/** A file that is protected against writing is not replaced either, though its folder would allow it; nor by root, whom no mode keeps out. */
function requireWritable(path: string, { mode }: Stats): void {
  accessSync(path, constants.W_OK);
  if ((mode & 0o222) === 0) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
}

/** Gives a file the owner of another, where this user may, and its mode. */
function takeOver(path: string, { uid, gid, mode }: Stats): void {
  const own = statSync(path);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      chownSync(path, uid, gid);
    } catch {
      // Only root gives files away: it belongs to whoever wrote it.
    }
  }
  chmodSync(path, mode & 0o7777);
}

function writeThrough(path: string, content: string | Uint8Array, flags: number): void {
  const descriptor = openSync(path, flags);
  try {
    writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}

const openedByShell = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/self\/fd\/\d+)$/;

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Where a link leads whose target does not exist yet; any other path as it is. */
function pointedAt(path: string): string {
  try {
    return resolve(dirname(path), readlinkSync(path));
  } catch {
    return path;
  }
}

/**
 * Writes a whole file or none: first beside it under another name, then renamed onto it. An interrupted run leaves the old file.
 * Throws a CdjError where it cannot be written.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  let pending: Pending | undefined;
  try {
    pending = writeBeside(path, content);
    pending.commit();
  } catch (error) {
    pending?.drop();
    throw unwritable(path, error);
  }
}

export const unwritable = (path: string, error: unknown): CdjError =>
  new CdjError("unwritable-output", {
    file: path,
    reason: (error as NodeJS.ErrnoException).code ?? String(error),
  });

/** Prints to standard output, waiting until all of it is taken. Throws a CdjError where it is not; a reader that has seen enough ends the run elsewhere. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(text, (error) => {
      const reason = (error as NodeJS.ErrnoException | null | undefined)?.code;
      if (!error || reason === "EPIPE") done();
      else fail(new CdjError("unwritable-stdout", { reason: reason ?? error.message }));
    });
  });
}

/** A remark for the person at the terminal; results never go there. */
export const remark = (text: string): void => void process.stderr.write(`${text}\n`);

/** The width to print for: the terminal's, else COLUMNS, else 100. */
export const terminalWidth = (): number =>
  process.stdout.columns || Number(process.env.COLUMNS) || 100;

/** Colour only on a terminal, and not where NO_COLOR is set (https://no-color.org). */
export const colourful = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";
