import { OPENAPI_PATH } from '../../../src/shared/host.ts';
import type { CommandText } from '../../../src/shared/inputs.ts';

/** The API of a workspace over plain HTTP, as scripts use it: for what a test starts from, not for what it proves. */
export class Served {
  /** The printed address, with its token. */
  readonly address: URL;

  constructor(address: URL) {
    this.address = address;
  }

  async call(path: string, body: object = {}): Promise<unknown> {
    const { origin, searchParams } = this.address;
    const response = await fetch(`${origin}${OPENAPI_PATH}${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${searchParams.get('token')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status} ${answer}`);
    return JSON.parse(answer);
  }

  act(command: CommandText): Promise<unknown> {
    return this.call('/act', command);
  }

  /** Moves virtual time by a duration, `31m`. */
  advance(by: string): Promise<unknown> {
    return this.call('/clock/advance', { by });
  }
}
