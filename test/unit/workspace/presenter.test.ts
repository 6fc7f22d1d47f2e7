import { expect, it } from 'vitest';
import type { SimulatorEvent } from '../../../src/main/simulator.ts';
import { Presenter } from '../../../src/main/workspace/presenter.ts';

function presenting() {
  const told: string[] = [];
  let listener: (event: SimulatorEvent) => void = () => undefined;
  const presenter = new Presenter({
    subscribe: (added) => {
      listener = added;
      return () => undefined;
    },
    tell: ({ type }) => told.push(type),
  });
  return { presenter, told, opensAnother: () => listener({ type: 'replaced' }) };
}

it('keeps the Action looked at last, whatever else is looked at then', () => {
  const { presenter } = presenting();
  expect(presenter.state()).toEqual({ action: null });
  presenter.look('C1/post');
  presenter.look(null);
  expect(presenter.state()).toEqual({ action: 'C1/post' });
  presenter.look('C2/post/2');
  expect(presenter.state()).toEqual({ action: 'C2/post/2' });
});

it('tells of another Action, once', () => {
  const { presenter, told } = presenting();
  presenter.look('C1/post');
  presenter.look(null);
  presenter.look('C1/post');
  expect(told).toEqual(['presenter']);
});

it('forgets it with the workspace, unless the presenter still looks at it', () => {
  const { presenter, opensAnother } = presenting();
  presenter.look('C1/post');
  opensAnother();
  expect(presenter.state()).toEqual({ action: 'C1/post' });
  presenter.look(null);
  opensAnother();
  expect(presenter.state()).toEqual({ action: null });
});
