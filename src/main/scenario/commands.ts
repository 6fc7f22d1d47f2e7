/** Acting steps of a scenario file as commands, and commands as steps: what a file says is what the app does. */
import type { z } from 'zod';
import { definitionWhenUp } from '../../engine/definitions/when-up.ts';
import type { ExternalApi, externalApiChange } from '../../shared/definitions.ts';
import type { DefinitionChange } from '../../shared/edits.ts';
import type { Command, EditCommand } from '../../shared/inputs.ts';
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
  return { type: 'saveDefinition', definition: savedBy(step.set) };
}

type SetText = Extract<Step, { set: unknown }>['set'];

/** What a `set` step saves. */
function savedBy(set: SetText): DefinitionChange {
  if ('actionType' in set) {
    const { actionType: name, ...change } = set;
    return { section: 'actionTypes', name, change };
  }
  // An Action type's `externalApi` is handled above: here the key names the API that is saved.
  if ('externalApi' in set) {
    const { externalApi: name, ...change } = set;
    return { section: 'externalApis', name, change };
  }
  if ('user' in set) {
    const { user: name, ...change } = set;
    return { section: 'users', name, change };
  }
  return { section: 'settings', change: set };
}

/** What a `set` step says that saves the same. */
export function setOf(saved: DefinitionChange): SetText {
  switch (saved.section) {
    case 'settings':
      return saved.change;
    case 'users':
      return { user: saved.name, ...saved.change };
    case 'externalApis':
      return { externalApi: saved.name, ...saved.change };
    case 'actionTypes':
      return { actionType: saved.name, ...saved.change };
  }
}

/**
 * What an API does while it is switched, in the words of a file: the switch itself is not part of the format. What a real API does
 * no file can say: its configuration stands in for it.
 */
export function switchedBehaviour(to: ApiSwitch, configured: ExternalApi): z.output<typeof externalApiChange> {
  if (to === 'Down') return { calls: [], otherwise: { fail: 'refused' }, outages: [] };
  if (to === 'Silent') return { calls: [], otherwise: {}, outages: [] };
  const { url: _, ...behaviour } = to === 'Up' ? definitionWhenUp(configured) : configured;
  return { outages: [], ...(behaviour.random === undefined ? { calls: [], otherwise: {} } : {}), ...behaviour };
}

type Behaviour = z.output<typeof externalApiChange>;

/** Without what is as empty as it was before; what is scripted takes the place of what is random as a whole. */
function withoutNeedless(after: Behaviour = {}, before: Behaviour = {}): Behaviour {
  const isScripted = after.random === undefined && before.random === undefined;
  const { calls, outages, ...rest } = after;
  return {
    ...(isScripted && isEmpty(calls) && isEmpty(before.calls) ? {} : { calls }),
    ...rest,
    ...(isEmpty(outages) && isEmpty(before.outages) ? {} : { outages }),
  };
}
const isEmpty = (list: readonly unknown[] | undefined) => list === undefined || list.length === 0;

/** An API as the steps before have left it: what it would do, and whether it is switched away from that. */
export interface ApiThen {
  readonly configured: ExternalApi;
  readonly switch: ApiSwitch;
}

/** The step that does the same as a command; `null` for reading notifications. Keeps `apis` up to date. */
export function stepOf(command: Exclude<Command, EditCommand>, apis: Map<string, ApiThen>): Step | null {
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
    case 'switchApi': {
      const api = apis.get(command.name);
      if (!api) return null;
      apis.set(command.name, { ...api, switch: command.to });
      const [before, after] = [api.switch, command.to].map((to) => switchedBehaviour(to, api.configured));
      return { set: { externalApi: command.name, ...withoutNeedless(after, before) } };
    }
    case 'readNotifications':
      return null;
  }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
