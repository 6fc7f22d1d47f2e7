/** What the stand-in offers of Electron is there in Electron's own declarations, and is called in the same way: checked by the compiler alone. */
import type { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { expectTypeOf, it } from 'vitest';
import type { StandInContents } from '../support/electron-stand-in/contents.ts';
import type * as standIn from '../support/electron-stand-in/electron.ts';
import type { StandInMenuItem } from '../support/electron-stand-in/menus.ts';
import type { StandInPort } from '../support/electron-stand-in/ports.ts';
import type { StandInSession } from '../support/electron-stand-in/sessions.ts';
import type { StandInWindow } from '../support/electron-stand-in/windows.ts';
import type { World } from '../support/electron-stand-in/world.ts';
import type { fakeElectron } from '../support/fake-electron.ts';

type Fake = ReturnType<typeof fakeElectron>['module'];

/** Ours, and Electron's. */
interface Pairs {
  readonly app: [typeof standIn.app, Electron.App];
  readonly BrowserWindow: [typeof standIn.BrowserWindow, typeof Electron.BrowserWindow];
  readonly window: [StandInWindow, Electron.BrowserWindow];
  readonly contents: [StandInContents, Electron.WebContents];
  readonly frame: [Pick<World, keyof World & keyof Electron.WebFrameMain>, Electron.WebFrameMain];
  readonly dialog: [typeof standIn.dialog, Electron.Dialog];
  readonly fakeDialog: [Pick<Fake['dialog'], 'showErrorBox'>, Electron.Dialog];
  readonly ipcMain: [typeof standIn.ipcMain, Electron.IpcMain];
  readonly Menu: [typeof standIn.Menu, typeof Electron.Menu];
  readonly menu: [InstanceType<typeof standIn.Menu>, Electron.Menu];
  readonly menuItem: [StandInMenuItem, Electron.MenuItem];
  readonly channel: [InstanceType<typeof standIn.MessageChannelMain>, Electron.MessageChannelMain];
  readonly port: [StandInPort, Electron.MessagePortMain];
  readonly nativeTheme: [typeof standIn.nativeTheme, Electron.NativeTheme];
  readonly Notification: [typeof standIn.Notification, typeof Electron.Notification];
  readonly notification: [InstanceType<typeof standIn.Notification>, Electron.Notification];
  readonly protocol: [typeof standIn.protocol, Electron.Protocol];
  readonly screen: [typeof standIn.screen, Electron.Screen];
  readonly session: [StandInSession, Electron.Session];
  readonly shell: [typeof standIn.shell, Electron.Shell];
  readonly webContents: [typeof standIn.webContents, typeof Electron.webContents];
}

/** Events are of Node's emitter; what their names are is tested where they are emitted. */
type Compared<Mine> = Exclude<keyof Mine & string, keyof EventEmitter | keyof typeof EventEmitter | 'prototype'>;

type Invented = {
  [Name in keyof Pairs]: Pairs[Name] extends [infer Mine, infer Theirs] ? Exclude<Compared<Mine>, keyof Theirs> : never;
}[keyof Pairs];
type Different = {
  [Name in keyof Pairs]: Pairs[Name] extends [infer Mine, infer Theirs]
    ? Pick<Mine, Compared<Mine>> extends Pick<Theirs, Compared<Mine> & keyof Theirs>
      ? never
      : Name
    : never;
}[keyof Pairs];

it('invents nothing', () => {
  expectTypeOf<Invented>().toEqualTypeOf<never>();
  // What starts it is not for the app.
  expectTypeOf<Exclude<keyof typeof standIn, keyof typeof Electron>>().toEqualTypeOf<'becomeReady'>();
  expectTypeOf<Exclude<keyof Fake, keyof typeof Electron>>().toEqualTypeOf<never>();
});

it('is called as Electron is', () => {
  expectTypeOf<Different>().toEqualTypeOf<never>();
});
