/** Asking the simulator for something and showing what it answers: a refusal is a sentence, never silence. */
import { notifications } from '@mantine/notifications';
import { ORPCError } from '@orpc/client';
import { createElement } from 'react';
import { exactReference } from '../../../engine/decide.ts';
import type { CommandText } from '../../../shared/inputs.ts';
import { Refusal } from '../components/refusal.tsx';
import { announce } from '../stores/announcement.ts';
import { view } from '../stores/view.ts';
import { workspace } from '../stores/workspace.ts';
import { client } from './client.ts';
import { commandInWords } from './command-words.ts';

/** What shows after it was refused or failed; scripts find it by its role `alert`. */
function showRefusal(message: string, rules: readonly string[] = []): void {
  notifications.show({
    message: createElement(Refusal, { message, rules }),
    color: 'red',
    role: 'alert',
    autoClose: 8_000,
  });
}

/** What the transport says about a lost connection is not meant for people. */
function unexpectedly(error: unknown): string {
  if (workspace.getState().connection !== 'connected')
    return 'This was not done: the connection to Trigger Lab is lost.';
  return error instanceof Error ? error.message : String(error);
}

/** Says in passing that something was done; scripts find it by its role `status`. */
export function showDone(message: string): void {
  notifications.show({ message, color: 'teal', role: 'status', autoClose: 4_000 });
}

/** Runs a call; shows what was refused or went wrong. The result, when what came of the call shows, or `null`. */
export async function attempt<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const refusal =
      error instanceof ORPCError ? (error.data as { message?: string; rules?: string[] } | undefined) : undefined;
    showRefusal(refusal?.message ?? unexpectedly(error), refusal?.rules);
    return null;
  }
}

/**
 * A command in the name of the person one looks as; true where the rules allowed it and the window's world has what came of it.
 * `action` is an Action's own `ref`: the very copy on screen is meant, also when there is a newer one.
 */
export async function act(command: CommandText): Promise<boolean> {
  const named = inViewersName(command);
  const action = 'action' in named ? workspace.getState().world?.actions.get(named.action) : undefined;
  const exact = action ? { ...named, action: exactReference(action) } : named;
  if ((await attempt(client().act(exact))) === null) return false;
  const said = commandInWords(named);
  if (said !== null) announce(said);
  return true;
}

/**
 * Commands that belong together, in the same name: one point to go back to. Shows the first that was refused; how many were
 * done. What was done is for the caller to say.
 */
export async function actAll(commands: readonly CommandText[]): Promise<number> {
  const result = await attempt(client().actAll({ commands: commands.map(inViewersName) }));
  if (result === null) return 0;
  const { doneCount, refusals } = result;
  const [first] = refusals;
  if (first !== undefined) {
    const all = `${refusals.length} of ${commands.length} were refused. The first: `;
    showRefusal(`${refusals.length === 1 ? '' : all}${first.message}`, first.rules);
  }
  return doneCount;
}

function inViewersName(command: CommandText): CommandText {
  const by = view.getState().viewAs ?? undefined;
  if ('by' in command || command.type === 'readNotifications' || by === undefined) return command;
  return { ...command, by } as CommandText;
}
