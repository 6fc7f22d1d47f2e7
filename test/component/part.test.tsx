/** A part of the page that has a file of its own: before it is there, from then on, and where it cannot be had. */
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadAhead, part } from '../../src/renderer/src/components/part.tsx';
import { show } from './show.tsx';

const NOT_THERE = new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/assets/case.js');

/** A file that comes, or not, when the test says so. */
function file() {
  const asked: { readonly come: () => void; readonly fail: (error: unknown) => void }[] = [];
  const load = () =>
    new Promise<() => string>((resolve, reject) => {
      asked.push({ come: () => resolve(() => 'The screen'), fail: reject });
    });
  const last = () => asked.at(-1) ?? expect.unreachable('nothing was asked for');
  return {
    load,
    asked,
    come: () => act(async () => last().come()),
    fail: (error: unknown) => act(async () => last().fail(error)),
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a part with a file of its own', () => {
  it('shows what stands for it until it is there, and from then on at once', async () => {
    const { load, come, asked } = file();
    const Part = part(load, 'on its way');
    const showOther = show(<Part />);
    expect(screen.getByText('on its way')).toBeDefined();
    await come();
    expect(screen.getByText('The screen')).toBeDefined();
    showOther(null);
    showOther(<Part />);
    expect(screen.getByText('The screen')).toBeDefined();
    expect(asked).toHaveLength(1);
  });

  it('loaded ahead it shows at once', async () => {
    const { load, come } = file();
    const Part = part(load, 'on its way');
    void Part.load();
    await come();
    show(<Part />);
    expect(screen.getByText('The screen')).toBeDefined();
  });

  it('says in a sentence where it cannot be had, and offers to reload; shown again it tries again', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const reload = vi.spyOn(location, 'reload').mockReturnValue();
    const { load, come, fail } = file();
    const Part = part(load, 'on its way');
    const showOther = show(<Part />);
    await fail(NOT_THERE);
    expect(screen.getByRole('alert').textContent).toContain(
      'could not be loaded. Check that Trigger Lab is still running',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(reload).toHaveBeenCalledOnce();
    expect(reported).not.toHaveBeenCalled();
    showOther(null);
    showOther(<Part />);
    await come();
    expect(screen.getByText('The screen')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('reports a file that is there and wrong', async () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const { load, fail } = file();
    const Part = part(load);
    show(<Part />);
    const bug = new ReferenceError('x is not defined');
    await fail(bug);
    expect(screen.getByRole('alert')).toBeDefined();
    expect(reported).toHaveBeenCalledExactlyOnceWith(bug);
  });
});

it('loads ahead one after the other, past what cannot be had', async () => {
  const [first, second] = [file(), file()];
  const done = loadAhead([part(first.load), part(second.load)]);
  await vi.waitFor(() => expect(first.asked).toHaveLength(1));
  expect(second.asked).toHaveLength(0);
  await first.fail(NOT_THERE);
  await vi.waitFor(() => expect(second.asked).toHaveLength(1));
  await second.come();
  await done;
});
