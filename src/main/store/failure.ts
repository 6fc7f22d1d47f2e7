/** What the file system's errors mean, in words. */
import { StoreFailure } from '../../shared/store-failure.ts';
import { errorCode } from './durable.ts';

/** What a system's error means, to follow "because"; `null` where it is no such error. */
const MEANINGS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'you do not have permission to write there',
  EPERM: 'you do not have permission to write there',
  EROFS: 'it is read-only',
  ENOTDIR: 'it is a file, or inside one, not a folder',
  EEXIST: 'it is a file, not a folder',
  EISDIR: 'there is a folder where a file should be',
  ERR_FS_EISDIR: 'there is a folder where a file should be',
  EIO: 'the disk reports an error',
  ENXIO: 'the disk is no longer there',
  ENODEV: 'the disk is no longer there',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'its path is too long',
  ENOENT: 'no such folder',
  ELOOP: 'its links form a loop',
  EINVAL: 'this file system cannot hold files',
};

/** The meaning of an error of the file system in words, or its own message. */
export function meaningOf(error: unknown): string {
  const code = errorCode(error);
  const meaning = code === undefined ? undefined : MEANINGS[code];
  return meaning ?? (error instanceof Error ? error.message : String(error));
}

/** The error to throw for one of the file system's. */
export function failureOf(error: unknown, place: string): unknown {
  if (error instanceof StoreFailure || errorCode(error) === undefined) return error;
  const message = `The workspace in ${place} cannot be written: ${meaningOf(error)}.`;
  return new StoreFailure('unwritable', message, { cause: error });
}

/** What says that no file can be read there, whoever tries and however often: a folder, a link to itself, a bad sector. */
const NO_FILE = new Set(['EISDIR', 'ENOTDIR', 'ELOOP', 'EIO', 'ENXIO']);

/** The error to throw for one of the file system's when `name` is read. */
export function readFailureOf(error: unknown, name: string, place: string): unknown {
  const code = errorCode(error);
  if (error instanceof StoreFailure || code === undefined) return error;
  const meaning = code === 'EACCES' || code === 'EPERM' ? 'you do not have permission to read it' : meaningOf(error);
  const message = `${name === '' ? 'The workspace' : name} in ${place} cannot be read: ${meaning}.`;
  return new StoreFailure(NO_FILE.has(code) ? 'unreadable' : 'unwritable', message, { cause: error });
}

/** Why what lies there cannot be read, to follow a colon; any other error is thrown on. */
export function whyUnreadable(error: unknown): string {
  if (error instanceof StoreFailure && error.reason === 'unreadable') return meaningOf(error.cause);
  throw error;
}
