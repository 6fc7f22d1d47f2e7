/** The stand-in's menus: a tree of entries that can be read and clicked; nothing is drawn. */
import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron';

type ImitatedItem =
  | 'label'
  | 'role'
  | 'accelerator'
  | 'enabled'
  | 'visible'
  | 'checked'
  | 'type'
  | 'id'
  | 'submenu'
  | 'click';

export class StandInMenuItem implements Pick<MenuItem, ImitatedItem> {
  readonly id: string;
  label: string;
  readonly role: NonNullable<MenuItem['role']>;
  readonly type: MenuItem['type'];
  readonly accelerator: NonNullable<MenuItem['accelerator']>;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly submenu: NonNullable<MenuItem['submenu']>;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor(options: MenuItemConstructorOptions) {
    const { id = '', label = '', role, type, accelerator, enabled = true, visible = true, checked = false } = options;
    const { submenu, click } = options;
    this.id = id;
    this.label = label;
    this.enabled = enabled;
    this.visible = visible;
    this.checked = checked;
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu');
    // As in Electron, what was not given is not there.
    this.role = role as NonNullable<MenuItem['role']>;
    this.accelerator = accelerator as NonNullable<MenuItem['accelerator']>;
    this.submenu = (Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : submenu) as Menu;
    this.#click = click;
  }

  /** As by a person; a role's own doing is not imitated. */
  readonly click: MenuItem['click'] = (event: Electron.KeyboardEvent = {}, window?: Electron.BaseWindow): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    this.#click?.(this as unknown as MenuItem, window, event);
  };
}

type ImitatedMenu = 'items' | 'append' | 'getMenuItemById' | 'popup';

export class StandInMenu implements Pick<Menu, ImitatedMenu> {
  static #ofApp: Menu | null = null;
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }
  popup(): void {
    // Nothing is drawn.
  }

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | MenuItem)[]): Menu {
    const menu = new StandInMenu();
    for (const entry of template)
      menu.append(
        entry instanceof StandInMenuItem
          ? (entry as unknown as MenuItem)
          : (new StandInMenuItem(entry as MenuItemConstructorOptions) as unknown as MenuItem),
      );
    return menu as unknown as Menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    StandInMenu.#ofApp = menu;
  }
  static getApplicationMenu(): Menu | null {
    return StandInMenu.#ofApp;
  }
}
