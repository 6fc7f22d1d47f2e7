/** Light, dark, or as the system has it; kept for the next visit. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { THEME_NAMES, THEMES, type Theme } from '../../../shared/commands.ts';
import { type IconComponent, IconContrast, IconMoon, IconSun } from '../components/icons.tsx';

const ICONS: Readonly<Record<Theme, IconComponent>> = { light: IconSun, dark: IconMoon, auto: IconContrast };

interface ColorSchemeControlProps {
  readonly label?: string | undefined;
  /** Words beside the icons. */
  readonly withWords?: boolean | undefined;
}

export function ColorSchemeControl({ label: name = 'Theme', withWords = false }: ColorSchemeControlProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={name}
      size="xs"
      fullWidth={!withWords}
      value={colorScheme}
      onChange={setColorScheme}
      transitionDuration={0}
      data={THEME_NAMES.map((value) => {
        const [label, Icon] = [THEMES[value], ICONS[value]];
        return {
          value,
          label: (
            <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, height: 18 }} title={label}>
              <Icon size={14} />
              <span className={withWords ? undefined : 'visually-hidden'}>{label}</span>
            </span>
          ),
        };
      })}
    />
  );
}
