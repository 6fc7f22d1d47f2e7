/** The client of this window, and the loop that keeps the store fed. */
import { receive, workspace } from '../stores/workspace.ts';
import { type Client, connect } from './connect.ts';
import { askForToken, NotLetIn } from './entry.ts';

let current: Client | null = null;

/** The simulator's procedures. Throws before `keepConnected` has connected once. */
export function client(): Client {
  if (current === null) throw new Error('not connected to the simulator yet');
  return current;
}

/** Connects, streams, and connects again when the connection is lost or a message was missed; ends with `signal`. */
export async function keepConnected(signal: AbortSignal): Promise<void> {
  let waitMs = 100;
  while (!signal.aborted) {
    try {
      const connected = await connect();
      current = connected;
      waitMs = 100;
      for await (const message of await connected.events(undefined, { signal })) {
        if (!receive(message)) break;
      }
    } catch (error) {
      if (error instanceof NotLetIn) {
        await askForToken();
        continue;
      }
      // The host is gone or restarting: the state says so on screen, and the loop tries again.
    }
    if (signal.aborted) return;
    workspace.setState({ connection: 'lost' });
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    waitMs = Math.min(waitMs * 2, 2_000);
  }
}
