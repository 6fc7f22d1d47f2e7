/** The first start on a folder, and what later ones hand to it: a lock file and a socket, on Linux and macOS. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Instances, OnSecond } from './life.ts';

export class LockedFolders implements Instances {
  /** What is handed over must have arrived before this process ends. */
  handedOver: Promise<void> = Promise.resolve();

  isFirst(userData: string, handedOver: unknown, onSecond: OnSecond): boolean {
    const lock = join(userData, 'electron-stand-in.lock');
    const socket = socketOf(userData);
    if (!isHeld(lock)) {
      writeFileSync(lock, String(process.pid));
      rmSync(socket, { force: true });
      const server = createServer((connection) => {
        void text(connection).then((message) => {
          const { argv, folder, data } = JSON.parse(message);
          onSecond(argv, folder, data);
        });
      });
      server.listen(socket).unref();
      process.once('exit', () => {
        rmSync(lock, { force: true });
        rmSync(socket, { force: true });
      });
      return true;
    }
    this.handedOver = new Promise((resolve) => {
      const connection = createConnection(socket, () =>
        connection.end(JSON.stringify({ argv: process.argv, folder: process.cwd(), data: handedOver })),
      );
      connection.on('close', () => resolve());
      connection.on('error', () => resolve());
    });
    return false;
  }
}

/** Short, wherever the folder is: a socket's path may have some hundred bytes. */
function socketOf(userData: string): string {
  const name = createHash('sha256').update(userData).digest('hex').slice(0, 16);
  return join(tmpdir(), `electron-stand-in-${name}.sock`);
}

/** By a process that runs. */
function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
