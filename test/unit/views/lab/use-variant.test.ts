import { describe, expect, it } from 'vitest';
import { isPresent, presentValue } from '../../../../src/views/lab/present.ts';
import { alreadySo, commandToUse, toBeChosen } from '../../../../src/views/lab/use-variant.ts';
import { apiFile } from '../../../support/tallies.ts';
import { setupFor } from '../../../support/trials.ts';

const own = setupFor(apiFile({ random: { failRate: 0.2 } }, { retry: { max: 2, first: '90s' }, due: '4h' }));
const shared = setupFor(apiFile({}, {}, { retry: { max: 7 } }));

describe('what is configured now', () => {
  it('is read where it is defined, as files write it', () => {
    const value = (path: string) => presentValue(path, own);
    expect(value('retry.max')).toBe(2);
    expect(value('retry.first')).toBe('1m30s');
    expect(value('due')).toBe('4h');
    expect(value('responseWithin')).toBeNull();
    expect(value('callTimeout')).toBe('30s');
    expect(value('externalApi.random.failRate')).toBe(0.2);
    expect(value('outage')).toBeUndefined();
    expect(presentValue('externalApi.random.failRate', shared)).toBeUndefined();
    expect(presentValue('retry.max', shared)).toBe(7);
  });

  it('is a variant that changes nothing of it, however its durations are written', () => {
    expect(isPresent([], own)).toBe(true);
    expect(isPresent([{ path: 'retry.first', value: '90s' }], own)).toBe(true);
    expect(isPresent([{ path: 'retry.max', value: 3 }], own)).toBe(false);
    expect(isPresent([{ path: 'outage', value: '0s' }], own)).toBe(false);
  });
});

describe('using the settings of a variant', () => {
  it('saves what differs and is chosen: the Action type’s own, and the system-wide ones, in one edit', () => {
    const changes = [
      { path: 'retry.max', value: 4 },
      { path: 'retry.first', value: '1m30s' },
      { path: 'due', value: null },
      { path: 'callTimeout', value: '5s' },
      { path: 'externalApi.random.failRate', value: 0.9 },
      { path: 'outage', value: '20m' },
    ];
    expect(toBeChosen(changes, own).map(({ path }) => path)).toEqual(['retry.max', 'due', 'callTimeout']);
    expect(alreadySo(changes, own).map(({ path }) => path)).toEqual(['retry.first']);
    expect(commandToUse('post', changes, own)).toEqual({
      type: 'saveDefinition',
      definition: {
        section: 'actionTypes',
        name: 'post',
        change: { due: null, retry: { max: 4, first: '1m30s', factor: 2, cap: '1d', jitter: 0 } },
      },
      also: [{ section: 'settings', change: { callTimeout: '5s' } }],
    });
  });

  it('gives an Action type without a pattern of its own the system-wide one with the change', () => {
    const command = commandToUse('post', [{ path: 'retry.first', value: '5m' }], shared);
    expect(command).toMatchObject({ definition: { change: { retry: { max: 7, first: '5m' } } } });
  });

  it('saves nothing where nothing differs', () => {
    expect(commandToUse('post', [{ path: 'retry.max', value: 2 }], own)).toBeNull();
  });
});
