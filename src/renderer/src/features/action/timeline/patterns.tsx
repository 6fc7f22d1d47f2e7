/** The patterns of the style table as SVG, each once; marks fill themselves with `url(#…)`. */
import { patternKey } from '../../../chart/mark-look.ts';
import { FillPattern } from '../../../chart/pattern.tsx';
import { MARK_STYLES } from './mark-style.ts';

const PATTERNED = [
  ...new Map(
    Object.values(MARK_STYLES)
      .filter(({ pattern }) => pattern !== 'solid' && pattern !== 'outline')
      .map((style) => [patternKey(style), style]),
  ),
];

export function Patterns({ id }: { readonly id: string }) {
  return (
    <defs>
      {PATTERNED.map(([key, { colour, pattern }]) => (
        <FillPattern key={key} id={`${id}-${key}`} colour={colour} pattern={pattern} />
      ))}
    </defs>
  );
}
