/** Acting steps of a scenario file as commands, and commands as steps: what a file says is what the app does. */
import type { z } from 'zod';
import { changedExternalApi } from '../../engine/definitions/settings.ts';
import type { ExternalApi, externalApiChange } from '../../shared/definitions.ts';
import type { Command } from '../../shared/inputs.ts';
import { actingSteps, type Step } from '../../shared/scenario.ts';
import type { ApiSwitch } from '../../shared/words.ts';

/** A step that the rules may refuse. */
export type ActingStep = Extract<Step, { refused?: boolean | undefined }>;

/** True for steps that act on the world; the others move time, expect, narrate or restart. */
export function isActing(step: Step): step is ActingStep {
  return Object.keys(actingSteps).some((verb) => verb in step);
}

/** The command of an acting step, but for `respond`, which is a response and no command. */
export function commandOf(step: Exclude<ActingStep, { respond: unknown }>): Command {
  if ('launch' in step) {
    const { launch } = step;
    if ('caseType' in launch) return { type: 'launchCases', ...launch };
    if ('actionType' in launch) return { type: 'launchAction', ...launch };
    return { type: 'launchCase', ...launch };
  }
  if ('retry' in step) return { type: 'retry', ...step.retry };
  if ('take' in step) return { type: 'take', ...step.take };
  if ('unassign' in step) return { type: 'unassign', ...step.unassign };
  if ('relaunch' in step) return { type: 'relaunch', ...step.relaunch };
  if ('case' in step) return { type: 'caseVerb', ...step.case };
  if ('resolve' in step) {
    const { resolve } = step;
    return resolve.as === 'complete'
      ? { type: 'complete', action: resolve.action, by: resolve.by }
      : { type: 'unable', action: resolve.action, by: resolve.by, reason: resolve.reason };
  }
  const { set } = step;
  if ('actionType' in set) {
    const { actionType: name, ...change } = set;
    return { type: 'saveActionType', name, change };
  }
  // An Action type's `externalApi` is handled above: here the key names the API that is saved.
  if ('externalApi' in set) {
    const { externalApi: name, ...change } = set;
    return { type: 'saveExternalApi', name, change };
  }
  if ('user' in set) {
    const { user: name, ...change } = set;
    return { type: 'saveUser', name, change };
  }
  return { type: 'saveSettings', change: set };
}

/**
 * What an API does while it is switched, in the words of a file: the switch itself is no part of the format. What a real API does
 * no file can say: its configuration stands in for it.
 */
export function switchedBehaviour(to: ApiSwitch, configured: ExternalApi): z.output<typeof externalApiChange> {
  if (to === 'Down') return { calls: [], otherwise: { fail: 'refused' }, outages: [] };
  if (to === 'Silent') return { calls: [], otherwise: {}, outages: [] };
  const { url: _, ...behaviour } = configured;
  return { outages: [], ...(behaviour.random === undefined ? { calls: [], otherwise: {} } : {}), ...behaviour };
}

/** An API as the steps before have left it: what it would do, and whether it is switched away from that. */
export interface ApiThen {
  readonly configured: ExternalApi;
  readonly switch: ApiSwitch;
}

/**
 * The step that does the same as a command; `null` for what leaves no trace in a file (reading notifications, configuring
 * an API that is switched). Keeps `apis` up to date.
 */
export function stepOf(command: Command, apis: Map<string, ApiThen>): Step | null {
  switch (command.type) {
    case 'launchCase':
      return { launch: { case: command.case } };
    case 'launchAction':
      return { launch: withoutUndefined({ case: command.case, actionType: command.actionType, as: command.as }) };
    case 'launchCases': {
      const { caseType, count, every, as } = command;
      return { launch: withoutUndefined({ caseType, count, every, as }) };
    }
    case 'retry':
      return { retry: withoutUndefined({ action: command.action, by: command.by }) };
    case 'take':
      return { take: { action: command.action, by: command.by } };
    case 'unassign':
      return { unassign: { action: command.action } };
    case 'complete':
      return { resolve: withoutUndefined({ action: command.action, by: command.by, as: 'complete' as const }) };
    case 'unable':
      return {
        resolve: withoutUndefined({
          action: command.action,
          by: command.by,
          as: 'unable' as const,
          reason: command.reason,
        }),
      };
    case 'caseVerb':
      return { case: { case: command.case, do: command.do } };
    case 'relaunch':
      return { relaunch: withoutUndefined({ action: command.action, by: command.by }) };
    case 'saveSettings':
      return { set: command.change };
    case 'saveActionType':
      return { set: { actionType: command.name, ...command.change } };
    case 'saveExternalApi':
      return externalApiStep(command, apis);
    case 'switchApi': {
      const api = apis.get(command.name);
      if (!api) return null;
      apis.set(command.name, { ...api, switch: command.to });
      return { set: { externalApi: command.name, ...switchedBehaviour(command.to, api.configured) } };
    }
    case 'saveUser':
      return { set: { user: command.name, ...command.change } };
    // The Builder's edits: what the file begins with (`scenarioOfHistory`).
    case 'createDefinition':
    case 'saveDefinition':
    case 'deleteDefinition':
    case 'moveDefinition':
    case 'undoEdit':
    case 'redoEdit':
    case 'readNotifications':
      return null;
  }
}

/** While an API is down or silent, what is configured waits until it is switched back; only its address changes at once. */
export function externalApiStep(
  { name, change }: Extract<Command, { type: 'saveExternalApi' }>,
  apis: Map<string, ApiThen>,
): Step | null {
  const before = apis.get(name);
  if (before) apis.set(name, { ...before, configured: changedExternalApi(before.configured, change) });
  const isWaiting = before?.switch === 'Down' || before?.switch === 'Silent';
  if (!isWaiting) return { set: { externalApi: name, ...change } };
  return change.url === undefined ? null : { set: { externalApi: name, url: change.url } };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
