import { describe, expect, it } from 'vitest';
import { parseVaried } from '../../../../src/main/lab/vary.ts';
import type { SettingValue, VariantResult } from '../../../../src/shared/lab.ts';
import type { ReportedStudy } from '../../../../src/views/report/model.ts';
import { repeat } from '../../../../src/views/report/repeat.ts';

const variant = (changes: VariantResult['changes']) => ({ name: 'x', changes }) as VariantResult;
const commandsOf = (study: Partial<ReportedStudy>) => {
  const asked = { actionTypeName: 'post', playedCount: 2_000, seed: 3, windowMs: 90_000, axes: [], ...study };
  return /<pre>(.*)<\/pre>/s
    .exec(repeat(asked as ReportedStudy).text)?.[1]
    ?.trim()
    .split('\n');
};

describe('how a study is repeated', () => {
  it('each variant by a command on a line of its own', () => {
    const variants = [
      variant([]),
      variant([
        { path: 'retry.max', value: 2 },
        { path: 'due', value: null },
      ]),
    ];
    expect(commandsOf({ variants })).toEqual([
      'trigger-lab lab FILE --action-type post --trials 2000 --seed=3 --window 1m30s',
      'trigger-lab lab FILE --action-type post --trials 2000 --seed=3 --window 1m30s --vary retry.max=2 --vary due=none',
    ]);
  });

  it('a sweep by one; what a shell would read otherwise is quoted', () => {
    const axes = [{ path: 'retry.max', values: [0, 1] }];
    const variants = [variant([]), variant([])];
    expect(commandsOf({ variants, axes, windowMs: 0, actionTypeName: "it's $HOME" })).toEqual([
      'trigger-lab lab FILE --action-type &#39;it&#39;\\&#39;&#39;s $HOME&#39; --trials 2000 --seed=3 --vary retry.max=0,1',
    ]);
  });

  it.each<[readonly SettingValue[], string]>([
    [[0, 1, 2, 3, 4, 5, 6, 7, 8], '0..8'],
    [['1m', '2m', '3m'], '1m..3m/1m'],
    [[0.1, 0.2, 0.3, 0.4], '0.1..0.4/0.1'],
    [['30s', '1m', '2m'], '30s,1m,2m'],
    [[0, null, 2], '0,none,2'],
    [[3, 2, 1], '3,2,1'],
    [['60s', '120s', '180s'], '60s,120s,180s'],
  ])('values at equal steps as a range, which is read as the same values: %j', (values, written) => {
    const variants = [variant([]), variant([])];
    const [command = ''] = commandsOf({ variants, axes: [{ path: 'due', values }] }) ?? [];
    expect(command).toMatch(new RegExp(` --vary due=${written}$`));
    expect(parseVaried(`due=${written}`).values).toEqual(values);
  });
});
