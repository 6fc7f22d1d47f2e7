/** Icons for the rows of a form, like those in `icons.tsx`: 16 × 16, in the text's own colour, always with a name. */
import type { ReactNode } from 'react';
import type { IconComponent } from './icons.tsx';

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

export const IconGrip = icon(
  <path d="M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01" strokeWidth="2" />,
);
export const IconUp = icon(<path d="M8 13V3.2M3.8 7.2 8 3l4.2 4.2" />);
export const IconDown = icon(<path d="M8 3v9.8M3.8 8.8 8 13l4.2-4.2" />);
export const IconDuplicate = icon(<path d="M5.5 5.5h8v8h-8zM10.5 5.2V2.5h-8v8h2.7" />);
export const IconMore = icon(<path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.2" />);
