import { expect, it } from 'vitest';
import { WallTimes } from '../../../src/main/runtime/wall-times.ts';
import { callRequest } from '../../support/call-request.ts';

it('keeps the last few by API, each call once', () => {
  const times = new WallTimes(3);
  const note = (actionRef: string, wallMs: number, externalApi = 'erp') =>
    times.note(callRequest({}, { actionRef, externalApi }), wallMs);
  note('C1/post', 1);
  note('C2/post', 2, 'crm');
  note('C3/post', 3);
  note('C1/post', 4);
  const erp = [
    { actionRef: 'C3/post', callNumber: 1, wallMs: 3 },
    { actionRef: 'C1/post', callNumber: 1, wallMs: 4 },
  ];
  expect(times.of('erp')).toEqual(erp);
  expect(times.of('crm')).toEqual([{ actionRef: 'C2/post', callNumber: 1, wallMs: 2 }]);
  note('C4/post', 5);
  expect([times.of('crm'), times.of('nothing'), times.of('erp').length]).toEqual([[], [], 3]);
  times.forget();
  expect(times.of('erp')).toEqual([]);
});
