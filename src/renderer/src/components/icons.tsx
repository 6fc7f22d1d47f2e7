/** The few icons the app needs: 16 × 16, drawn with the text's own colour. They always stand beside a word or a name. */
import type { ReactNode } from 'react';

interface IconProps {
  readonly size?: number;
}

export type IconComponent = (props: IconProps) => ReactNode;

const icon =
  (drawing: ReactNode): IconComponent =>
  ({ size = 16 }) => (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      {drawing}
    </svg>
  );

const circle = <circle cx="8" cy="8" r="6" />;

// ── Status ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconDraft = icon(<circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.5" />);
export const IconToDo = icon(circle);
export const IconInProgress = icon(
  <>
    {circle}
    <path d="M8 4.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" stroke="none" />
  </>,
);
export const IconWaiting = icon(
  <>
    {circle}
    <path d="M8 4.7V8l2.1 1.5" />
  </>,
);
export const IconResolved = icon(
  <>
    {circle}
    <path d="m5.6 8.2 1.7 1.7 3.2-3.6" />
  </>,
);
export const IconDone = icon(
  <>
    <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
    <path d="m5.3 8.2 1.9 1.9 3.6-4" stroke="var(--mantine-color-body)" />
  </>,
);
export const IconFailed = icon(
  <>
    <circle cx="8" cy="8" r="6.8" fill="currentColor" stroke="none" />
    <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="var(--mantine-color-body)" />
  </>,
);
export const IconNoResponse = icon(
  <>
    {circle}
    <path d="M5.4 8h5.2" />
  </>,
);
export const IconRework = icon(<path d="M13 4v3h-3M12.7 7A5.2 5.2 0 1 0 13 9.6" />);
export const IconCancelled = icon(
  <>
    {circle}
    <path d="m3.9 12.1 8.2-8.2" />
  </>,
);

// ── Clock ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconPlay = icon(<path d="M5 3.2v9.6l7.6-4.8z" fill="currentColor" />);
export const IconPause = icon(<path d="M5.4 3.5v9M10.6 3.5v9" strokeWidth="2.4" />);
export const IconNextEvent = icon(<path d="M3 8h8.5M8.5 4.8 11.7 8l-3.2 3.2M13.8 4v8" />);
export const IconNextRetry = icon(<path d="M2.6 9.4A4.4 4.4 0 0 1 11 8M11.4 4.9V8H8.3M13.8 4v8" />);
export const IconUntilIdle = icon(<path d="m3 4 4 4-4 4m4.5-8 4 4-4 4M13.8 4v8" />);
export const IconGoBack = icon(<path d="M11 3.2v9.6L3.4 8z" fill="currentColor" />);

// ── Frame ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconBell = icon(<path d="M4 11.2V7.3a4 4 0 0 1 8 0v3.9l1.2 1.2H2.8zM6.7 14h2.6" />);
export const IconInbox = icon(<path d="M2.5 9h3l1 1.8h3l1-1.8h3M2.5 9v4h11V9l-2-6h-7z" />);
export const IconSearch = icon(<path d="M10.6 10.6 14 14M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z" />);
export const IconKeyboard = icon(
  <path d="M1.8 4h12.4v8H1.8zM4.2 6.7h.01M6.7 6.7h.01M9.3 6.7h.01M11.8 6.7h.01M5 9.4h6" />,
);
export const IconSun = icon(
  <path d="M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.4v1M8 13.6v1M1.4 8h1M13.6 8h1M3.3 3.3l.7.7M12 12l.7.7M3.3 12.7l.7-.7M12 4l.7-.7" />,
);
export const IconMoon = icon(<path d="M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z" />);
export const IconContrast = icon(
  <>
    {circle}
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
  </>,
);
export const IconWarning = icon(<path d="M8 2.2 14.6 13.6H1.4zM8 6.6v3M8 11.7h.01" />);
export const IconInfo = icon(
  <>
    {circle}
    <path d="M8 7.4v3.4M8 5.1h.01" />
  </>,
);
export const IconPlus = icon(<path d="M8 3v10M3 8h10" />);
export const IconClose = icon(<path d="m4 4 8 8m0-8-8 8" />);
export const IconChevronRight = icon(<path d="m6 3.5 4.5 4.5L6 12.5" />);
export const IconChevronDown = icon(<path d="M3.5 6 8 10.5 12.5 6" />);
export const IconSortUp = icon(<path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />);
export const IconSortDown = icon(<path d="M8 3v9.5M4.5 9 8 12.5 11.5 9" />);

// ── Screens ─────────────────────────────────────────────────────────────────────────────────────────────────────────

export const IconCases = icon(<path d="M2 4.6h12v8.2H2zM5.6 4.6V3h4.8v1.6M2 8.4h12" />);
export const IconQueues = icon(<path d="M2.5 4h11M2.5 8h11M2.5 12h6" />);
export const IconBuilder = icon(<path d="M2.5 2.5h4.6v4.6H2.5zM8.9 8.9h4.6v4.6H8.9zM4.8 7.1v4.1h4.1" />);
export const IconApis = icon(<path d="M5.6 2v3.2M10.4 2v3.2M3.6 5.2h8.8v2.6a4.4 4.4 0 0 1-8.8 0zM8 12.2V14.4" />);
export const IconScenarios = icon(<path d="M3.4 2h6l3.2 3.2V14H3.4zM9.2 2v3.4h3.4M5.8 8.4h4.4M5.8 11h4.4" />);
export const IconLab = icon(<path d="M6 2h4M6.8 2v4L3 13.2a.6.6 0 0 0 .5.8h9a.6.6 0 0 0 .5-.8L9.2 6V2M4.8 10h6.4" />);
export const IconSettings = icon(
  <path d="M2 4.5h6.5M12 4.5h2M2 11.5h2M7.5 11.5H14M10.2 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5.8 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z" />,
);
export const IconGrip = icon(
  <path d="M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01" strokeWidth="2" />,
);
export const IconUp = icon(<path d="M8 13V3.2M3.8 7.2 8 3l4.2 4.2" />);
export const IconDown = icon(<path d="M8 3v9.8M3.8 8.8 8 13l4.2-4.2" />);
export const IconDuplicate = icon(<path d="M5.5 5.5h8v8h-8zM10.5 5.2V2.5h-8v8h2.7" />);
export const IconReal = icon(<path d="M9.4 2.8h3.8v3.8M13 3 7.6 8.4M11.4 9.6v3.6H2.8V4.6h3.6" />);
export const IconMore = icon(<path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.2" />);
