/** The template of the application menu: what is in it, when it can be clicked, which keys it shows. */
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { type MenuOptions, menuTemplate } from '../../../src/main/hosts/electron/menu.ts';
import { menuCase, menuText } from '../../../src/main/hosts/electron/menu-words.ts';
import { COMMAND_IDS, COMMANDS, type CommandId } from '../../../src/shared/commands.ts';
import type { PageState } from '../../../src/shared/desktop-contract.ts';

const STATE: PageState = {
  disabled: ['clock.back'],
  checked: ['theme.dark', 'speed.10', 'go.cases'],
  undo: 'change of the Action type post-invoice',
  redo: null,
  isTyping: false,
  isEdited: false,
  theme: 'dark',
  workspaceId: 'first',
};

type Item = MenuItemConstructorOptions;

function menu(more: Partial<MenuOptions> = {}) {
  const options = {
    state: STATE,
    recent: [],
    isMac: false,
    run: vi.fn(),
    openRecent: vi.fn(),
    clearRecent: vi.fn(),
    ...more,
  };
  const top = menuTemplate(options);
  const all = top.flatMap(withAll);
  const item = (id: CommandId): Item => {
    const found = all.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const submenu = (label: string): Item[] => (all.find((each) => each.label === label)?.submenu ?? []) as Item[];
  return { options, top, all, item, submenu };
}

const withAll = (item: Item): Item[] => [item, ...((item.submenu as Item[] | undefined) ?? []).flatMap(withAll)];
const press = (item: Item | undefined) => (item?.click as (() => void) | undefined)?.();

describe('the menus', () => {
  it.each([
    [true, ['Trigger Lab', 'File', 'Edit', 'View', 'Clock', 'Lab', 'windowMenu', 'help']],
    [false, ['File', 'Edit', 'View', 'Clock', 'Lab', 'windowMenu', 'help']],
  ])('are those of the system (a Mac: %s)', (isMac, names) => {
    expect(menu({ isMac }).top.map(({ label, role }) => label ?? role)).toEqual(names);
  });

  it.each([true, false])('have every command, once to be looked up by its id, and ask for it (a Mac: %s)', (isMac) => {
    const { options, item } = menu({ isMac, state: { ...STATE, disabled: [] } });
    for (const id of COMMAND_IDS) {
      if (id === 'go.settings' && isMac) continue;
      press(item(id));
      expect(options.run, id).toHaveBeenLastCalledWith(id);
    }
  });

  it('quit on a Mac by its own menu, elsewhere by File', () => {
    const last = (isMac: boolean, label: string) => menu({ isMac }).submenu(label).at(-1)?.role;
    expect([last(true, 'Trigger Lab'), last(true, 'File'), last(false, 'File')]).toEqual(['quit', 'close', 'quit']);
  });

  it('have words as menus have them, the same as the palette’s', () => {
    const { item } = menu();
    expect(item('file.saveAs').label).toBe('Save As…');
    expect(item('clock.toggle').label).toBe('Play or Pause');
    expect(item('file.reveal').label).toBe('Reveal Data Folder');
    expect(item('app.updates').label).toBe('Check for Updates');
    expect([menuCase('To the start'), menuCase('Until idle')]).toEqual(['To the Start', 'Until Idle']);
  });
});

describe('what can be clicked', () => {
  it('is what the page says', () => {
    const { item } = menu();
    expect([item('clock.back').enabled, item('clock.next').enabled]).toEqual([false, true]);
  });

  it('is, without a page, what the app does itself', () => {
    const { all } = menu({ state: null });
    const commands = all.filter(({ id }) => id !== undefined && id in COMMANDS);
    expect(commands.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual([
      'file.open',
      'file.saveAs',
      'file.reveal',
    ]);
  });

  it('shows which theme, speed and screen is chosen', () => {
    const { all } = menu();
    const checked = all.filter((each) => each.checked).map(({ id, label }) => [id, label]);
    expect(checked).toEqual([
      ['go.cases', 'Cases'],
      ['theme.dark', 'Dark'],
      ['speed.10', '10×'],
    ]);
  });
});

describe('undo', () => {
  it('says what it takes back; of what is typed it says nothing more', () => {
    expect(menu().item('edit.undo').label).toBe('Undo: change of the Action type post-invoice');
    expect(menu().item('edit.redo').label).toBe('Redo');
    expect(menu({ state: { ...STATE, isTyping: true } }).item('edit.undo').label).toBe('Undo');
  });

  it('keeps long names short, and takes no & in them for a key', () => {
    expect(menuText('new queue R&D')).toBe('new queue R&&D');
    expect(menuText('x'.repeat(500))).toHaveLength(70);
  });
});

describe('keys', () => {
  const shown = (isMac: boolean) =>
    menu({ isMac })
      .all.filter(({ accelerator, id }) => accelerator !== undefined && id !== undefined && id in COMMANDS)
      .map(({ id, accelerator, registerAccelerator = true }) => [id, accelerator, registerAccelerator]);

  it('that the page listens to are shown and left to it', () => {
    const page = shown(false).filter(([, , isTaken]) => !isTaken);
    expect(page).toContainEqual(['edit.undo', 'CmdOrCtrl+Z', false]);
    expect(page).toContainEqual(['clock.toggle', 'Space', false]);
    expect(shown(false).filter(([, , isTaken]) => isTaken)).toEqual([
      ['file.newEmpty', 'CmdOrCtrl+N', true],
      ['file.open', 'CmdOrCtrl+O', true],
      ['file.saveAs', 'CmdOrCtrl+Shift+S', true],
    ]);
  });

  it('that could be typed are not shown on a Mac, where the menu would take them', () => {
    const accelerators = shown(true).map(([, accelerator]) => String(accelerator));
    expect(accelerators).toContain('CmdOrCtrl+K');
    expect(accelerators).toContain('Cmd+,');
    expect(accelerators.filter((each) => !/^Cmd/.test(each))).toEqual([]);
  });
});

describe('Open Recent', () => {
  it('has the files by their names, two of one name with their folders', () => {
    const { options, submenu } = menu({ recent: ['/a/retry.yaml', '/b/outage.yaml', '/c/retry.yaml'] });
    const items = submenu('Open Recent');
    expect(items.map(({ label, type }) => label ?? type)).toEqual([
      'retry.yaml – /a',
      'outage.yaml',
      'retry.yaml – /c',
      'separator',
      'Clear List',
    ]);
    press(items[1]);
    expect(options.openRecent).toHaveBeenCalledExactlyOnceWith('/b/outage.yaml');
    press(items.at(-1));
    expect(options.clearRecent).toHaveBeenCalledOnce();
  });

  it('has nothing to clear where it is empty', () => {
    expect(menu().submenu('Open Recent')).toEqual([
      { label: 'Clear List', enabled: false, click: expect.any(Function) },
    ]);
  });
});
