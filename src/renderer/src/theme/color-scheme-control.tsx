/** Light, dark, or as the system has it; kept for the next visit. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type IconComponent, IconContrast, IconMoon, IconSun } from '../components/icons.tsx';

export const COLOR_SCHEMES = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'Auto', icon: IconContrast },
] as const satisfies readonly { value: string; label: string; icon: IconComponent }[];

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
      data={COLOR_SCHEMES.map(({ value, label, icon: Icon }) => ({
        value,
        label: (
          <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, height: 18 }} title={label}>
            <Icon size={14} />
            <span className={withWords ? undefined : 'visually-hidden'}>{label}</span>
          </span>
        ),
      }))}
    />
  );
}
