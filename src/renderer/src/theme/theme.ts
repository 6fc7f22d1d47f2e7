/** Mantine's theme: system fonts, a steel-blue accent that is not a status, and dimmed text that still reaches AA. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { statusVariables } from './status.ts';

const steel: MantineColorsTuple = [
  '#eef3f8',
  '#dbe6f0',
  '#b9cde0',
  '#96b4d1',
  '#79a0c6',
  '#5586b2',
  '#3f719f',
  '#2b5985',
  '#23486c',
  '#193650',
];

const dark: MantineColorsTuple = [
  '#dde1e6',
  '#bcc3cc',
  '#9ca5b1',
  '#858f9c',
  '#414853',
  '#31373f',
  '#262b32',
  '#1b1f24',
  '#15181c',
  '#101215',
];

const SYSTEM_FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
const SYSTEM_MONOSPACE = "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace";

/** What opens at a button is never higher than there is room for above or below it: what is more scrolls in it. */
export const WITHIN_WINDOW = { flip: true, shift: true, size: true } as const;

const SMALLEST_TYPE = 'var(--mantine-font-size-xs)';
/** A chosen text that is too long ends in dots, not within a letter. */
const CUT_WITH_DOTS = { input: { textOverflow: 'ellipsis' } };

export const theme = createTheme({
  colors: { steel, dark },
  primaryColor: 'steel',
  primaryShade: { light: 7, dark: 6 },
  black: '#1a1e23',
  fontFamily: SYSTEM_FONTS,
  fontFamilyMonospace: SYSTEM_MONOSPACE,
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontFamily: SYSTEM_FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.35' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Textarea: { defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    NativeSelect: {
      defaultProps: { size: 'sm', inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      styles: CUT_WITH_DOTS,
    },
    Select: { styles: CUT_WITH_DOTS },
    // Mantine makes these smaller than any type here.
    InputWrapper: {
      vars: () => ({
        label: {},
        description: { '--input-description-size': SMALLEST_TYPE },
        error: { '--input-error-size': SMALLEST_TYPE },
      }),
    },
    Kbd: { styles: { root: { fontSize: SMALLEST_TYPE } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { middlewares: WITHIN_WINDOW }, styles: { dropdown: { overflowY: 'auto' } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59616b',
    '--mantine-color-placeholder': '#69717b',
    '--mantine-color-error': '#b11c1c',
    '--mantine-color-default-border': '#c6ccd3',
    '--mantine-color-disabled-color': '#6c747e',
    '--lab-canvas': '#f4f6f8',
    '--lab-surface': '#ffffff',
    '--lab-line': '#dfe3e8',
    '--lab-row-hover': '#f1f4f7',
    '--lab-row-selected': '#e4edf6',
    '--lab-accent': 'var(--mantine-color-steel-7)',
    '--lab-accent-ground': 'var(--mantine-color-steel-1)',
    '--lab-tick': '#7b838d',
    '--lab-changed': '#1a1e23',
    ...statusVariables('light'),
  },
  dark: {
    '--mantine-color-placeholder': 'var(--mantine-color-dark-3)',
    '--mantine-color-error': '#ff9d9d',
    '--lab-canvas': 'var(--mantine-color-dark-8)',
    '--lab-surface': 'var(--mantine-color-dark-7)',
    '--lab-line': 'var(--mantine-color-dark-5)',
    '--lab-row-hover': 'var(--mantine-color-dark-6)',
    '--lab-row-selected': '#22344a',
    '--lab-accent': 'var(--mantine-color-steel-4)',
    '--lab-accent-ground': '#22344a',
    '--lab-tick': 'var(--mantine-color-dark-3)',
    '--lab-changed': '#ffffff',
    ...statusVariables('dark'),
  },
});
