/** The application menu: the system's own entries and Help; what else the app can do is in its window. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { HELP_PARTS, HELP_TITLES, type HelpPart } from '../../../shared/help.ts';

/** `openHelp` shows a part of Help in the window. */
export function setMenu(openHelp: (part: HelpPart) => void, platform = process.platform): void {
  const entries: MenuItemConstructorOptions[] = [
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: HELP_PARTS.map((part) => ({ label: HELP_TITLES[part], click: () => openHelp(part) })),
    },
  ];
  if (platform === 'darwin') entries.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries));
}
