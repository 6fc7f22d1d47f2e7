/** Light, dark, or as the system has it: kept for the next visit, and chosen from anywhere. */
import { localStorageColorSchemeManager, type MantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import type { Theme } from '../../../shared/commands.ts';

const kept = localStorageColorSchemeManager({ key: 'trigger-lab:color-scheme' });
let update: (scheme: MantineColorScheme) => void = () => undefined;

/** For Mantine's provider. Follows the app's other windows too. */
export const colorScheme: MantineColorSchemeManager = {
  ...kept,
  subscribe: (onUpdate) => {
    update = onUpdate;
    kept.subscribe(onUpdate);
  },
};

/** What follows shows at once. */
export function chooseTheme(theme: Theme): void {
  kept.set(theme);
  update(theme);
}
