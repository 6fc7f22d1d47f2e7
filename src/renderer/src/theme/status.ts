/**
 * The one table of statuses: colour, icon, word and pattern of each. Chips, lists, charts, lanes and the legend read it;
 * no status is told by colour alone. The colours become CSS variables (theme.ts), one value a colour scheme; text on
 * its background and on the page reaches WCAG AA in both.
 */
import type { ResolutionMethod, Status } from '../../../shared/words.ts';
import {
  IconCancelled,
  type IconComponent,
  IconDone,
  IconDraft,
  IconFailed,
  IconInProgress,
  IconNoResponse,
  IconResolved,
  IconRework,
  IconToDo,
  IconWaiting,
} from '../components/icons.tsx';
import type { Pattern } from './pattern.ts';

export type StatusKey =
  | 'draft'
  | 'to-do'
  | 'in-progress'
  | 'waiting'
  | 'resolved'
  | 'closed-done'
  | 'closed-failed'
  | 'closed-no-response'
  | 'closed-rework'
  | 'closed-cancelled';

/** Words and icons on the page, their tinted ground, and marks in a chart. */
interface Shades {
  readonly text: string;
  readonly ground: string;
  readonly fill: string;
}

interface Entry {
  readonly status: Status;
  readonly resolutionMethod: ResolutionMethod | null;
  /** Where there is room; elsewhere the status alone, and how it was closed in icon and colour. */
  readonly fullLabel: string;
  readonly icon: IconComponent;
  readonly pattern: Pattern;
  readonly light: Shades;
  readonly dark: Shades;
}

const AMBER = {
  light: { text: '#855300', ground: '#fdf1d3', fill: '#c27c00' },
  dark: { text: '#f0c05a', ground: '#3b2f14', fill: '#d29a2a' },
};
const BLUE = {
  light: { text: '#175a9e', ground: '#e3effb', fill: '#1c74c9' },
  dark: { text: '#7fbcf3', ground: '#17304a', fill: '#3f92dc' },
};
const VIOLET = {
  light: { text: '#5b3cba', ground: '#efebfc', fill: '#7048e0' },
  dark: { text: '#b9a6fa', ground: '#2d264d', fill: '#8b6ef0' },
};
const TEAL = {
  light: { text: '#0a6670', ground: '#ddf3f5', fill: '#0c8599' },
  dark: { text: '#5fcbd9', ground: '#11353b', fill: '#1fa3b6' },
};
const GREEN = {
  light: { text: '#27702f', ground: '#e4f4e6', fill: '#2f9440' },
  dark: { text: '#82d18e', ground: '#18361e', fill: '#43a656' },
};
const RED = {
  light: { text: '#b11c1c', ground: '#fde8e8', fill: '#d33030' },
  dark: { text: '#ff9d9d', ground: '#451f21', fill: '#e25555' },
};
const GREY = {
  light: { text: '#4c545d', ground: '#edeff1', fill: '#7d8590' },
  dark: { text: '#b3bac4', ground: '#2d333b', fill: '#828b98' },
};

const STATUS_TABLE: Readonly<Record<StatusKey, Entry>> = {
  draft: {
    status: 'Draft',
    resolutionMethod: null,
    fullLabel: 'Draft',
    icon: IconDraft,
    pattern: 'outline',
    light: { ...GREY.light, ground: 'transparent' },
    dark: { ...GREY.dark, ground: 'transparent' },
  },
  'to-do': {
    status: 'To Do',
    resolutionMethod: null,
    fullLabel: 'To Do',
    icon: IconToDo,
    pattern: 'vertical',
    ...AMBER,
  },
  'in-progress': {
    status: 'In Progress',
    resolutionMethod: null,
    fullLabel: 'In Progress',
    icon: IconInProgress,
    pattern: 'horizontal',
    ...BLUE,
  },
  waiting: {
    status: 'Waiting',
    resolutionMethod: null,
    fullLabel: 'Waiting',
    icon: IconWaiting,
    pattern: 'diagonal',
    ...VIOLET,
  },
  resolved: {
    status: 'Resolved',
    resolutionMethod: null,
    fullLabel: 'Resolved',
    icon: IconResolved,
    pattern: 'dots',
    ...TEAL,
  },
  'closed-done': {
    status: 'Closed',
    resolutionMethod: 'Done Successfully',
    fullLabel: 'Closed – Done Successfully',
    icon: IconDone,
    pattern: 'solid',
    ...GREEN,
  },
  'closed-failed': {
    status: 'Closed',
    resolutionMethod: 'Not Done Successfully',
    fullLabel: 'Closed – Not Done Successfully',
    icon: IconFailed,
    pattern: 'cross',
    ...RED,
  },
  'closed-no-response': {
    status: 'Closed',
    resolutionMethod: 'No response returned',
    fullLabel: 'Closed – No response returned',
    icon: IconNoResponse,
    pattern: 'dots',
    ...GREY,
  },
  'closed-rework': {
    status: 'Closed',
    resolutionMethod: 'Rework',
    fullLabel: 'Closed – Rework',
    icon: IconRework,
    pattern: 'dense',
    ...GREY,
  },
  'closed-cancelled': {
    status: 'Closed',
    resolutionMethod: 'Cancelled',
    fullLabel: 'Closed – Cancelled',
    icon: IconCancelled,
    pattern: 'diagonal',
    ...GREY,
  },
};

export const STATUS_KEYS = Object.keys(STATUS_TABLE) as StatusKey[];

export interface StatusStyle {
  readonly key: StatusKey;
  readonly label: Status;
  readonly fullLabel: string;
  readonly icon: IconComponent;
  readonly pattern: Pattern;
  /** CSS values, right in either colour scheme: words and icons, the ground of a chip, marks in a chart. */
  readonly text: string;
  readonly ground: string;
  readonly fill: string;
}

const STYLES = Object.fromEntries(
  STATUS_KEYS.map((key): [StatusKey, StatusStyle] => {
    const { status: label, fullLabel, icon, pattern } = STATUS_TABLE[key];
    const css = (part: keyof Shades) => `var(--status-${key}-${part})`;
    return [key, { key, label, fullLabel, icon, pattern, text: css('text'), ground: css('ground'), fill: css('fill') }];
  }),
) as Record<StatusKey, StatusStyle>;

const CLOSED_KEYS: Record<ResolutionMethod, StatusKey> = {
  'Done Successfully': 'closed-done',
  'Not Done Successfully': 'closed-failed',
  'No response returned': 'closed-no-response',
  Rework: 'closed-rework',
  Cancelled: 'closed-cancelled',
};
const OPEN_KEYS: Record<Exclude<Status, 'Closed'>, StatusKey> = {
  Draft: 'draft',
  'To Do': 'to-do',
  'In Progress': 'in-progress',
  Waiting: 'waiting',
  Resolved: 'resolved',
};

/** How a status looks; a closed one by how it was closed (done, where nothing says otherwise). */
export function statusStyle(status: Status, resolutionMethod?: ResolutionMethod | null): StatusStyle {
  return STYLES[status === 'Closed' ? CLOSED_KEYS[resolutionMethod ?? 'Done Successfully'] : OPEN_KEYS[status]];
}

export const statusStyleOf = (key: StatusKey): StatusStyle => STYLES[key];

/** The table as CSS variables of one colour scheme. */
export function statusVariables(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    STATUS_KEYS.flatMap((key) =>
      Object.entries(STATUS_TABLE[key][scheme]).map(([part, value]) => [`--status-${key}-${part}`, value]),
    ),
  );
}

const STRIPE = 'color-mix(in srgb, var(--mantine-color-body) 55%, transparent)';
const STRIPES: Record<Pattern, string | undefined> = {
  solid: undefined,
  outline: undefined,
  diagonal: `repeating-linear-gradient(45deg, transparent 0 3px, ${STRIPE} 3px 5px)`,
  vertical: `repeating-linear-gradient(90deg, transparent 0 3px, ${STRIPE} 3px 5px)`,
  horizontal: `repeating-linear-gradient(0deg, transparent 0 3px, ${STRIPE} 3px 5px)`,
  dots: `radial-gradient(${STRIPE} 1.2px, transparent 1.4px) 0 0 / 5px 5px`,
  cross: `repeating-linear-gradient(45deg, transparent 0 4px, ${STRIPE} 4px 5px), repeating-linear-gradient(-45deg, transparent 0 4px, ${STRIPE} 4px 5px)`,
  dense: `repeating-linear-gradient(135deg, transparent 0 1px, ${STRIPE} 1px 3px)`,
};

/** A CSS `background` in colour and pattern, for bars, lanes and swatches that are HTML. */
export function statusFill(style: StatusStyle): string {
  if (style.pattern === 'outline') return 'transparent';
  const stripes = STRIPES[style.pattern];
  return stripes === undefined ? style.fill : `${stripes}, ${style.fill}`;
}
