/** A status on its lane: a band in its colours with its word, or the icon of how it was closed. */
import type { Cluster } from '../../../../../views/timeline/clusters.ts';
import { statusStyle } from '../../../theme/status.ts';
import { CountBadge } from './count-badge.tsx';
import { CHARACTER, TYPE } from './geometry.ts';

const HEIGHT = 18;

interface StatusBandProps {
  /** One that lasted, or those that came one after the other at once. */
  readonly marks: Cluster;
  readonly width: number;
}

/** Of several statuses at one instant the last is drawn, with their number. */
export function StatusBand({ marks, width }: StatusBandProps) {
  const mark = marks.at(-1) ?? marks[0];
  const style = statusStyle(mark.status ?? 'Waiting', mark.resolutionMethod);
  const Icon = style.icon;
  if (mark.to === mark.from) {
    return (
      <>
        <g transform="translate(-8 -8)" style={{ color: style.fill }}>
          <circle cx="8" cy="8" r="9.5" style={{ fill: 'var(--lab-surface)' }} />
          <Icon size={16} />
        </g>
        {marks.length > 1 && <CountBadge count={marks.length} colour={style.fill} left={3} right={0} />}
      </>
    );
  }
  const roomForWord = width > style.label.length * CHARACTER * 1.1 + 18;
  return (
    <>
      <rect y={-HEIGHT / 2} width={width} height={HEIGHT} rx="2" style={{ fill: style.ground }} />
      <rect y={-HEIGHT / 2} width={Math.min(3, width)} height={HEIGHT} rx="1" style={{ fill: style.fill }} />
      {roomForWord && (
        <text x="9" y="4" fontSize={TYPE} fontWeight="600" style={{ fill: style.text }}>
          {style.label}
        </text>
      )}
    </>
  );
}
