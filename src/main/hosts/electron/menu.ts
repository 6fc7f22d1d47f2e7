/** The application menu: the system's own entries; what the app can do is in its window. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(platform = process.platform): void {
  const entries: MenuItemConstructorOptions[] = [
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'viewMenu' },
    { role: 'windowMenu' },
  ];
  if (platform === 'darwin') entries.unshift({ role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(entries));
}
