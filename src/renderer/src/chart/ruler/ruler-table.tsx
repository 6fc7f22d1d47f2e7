/** The ruler as a table: the same instants, to read and to copy. */
import type { Outage } from '../../../../engine/outage.ts';
import classes from './ruler.module.css';
import type { RulerModel } from './ruler-model.ts';
import { instantInWords, rulerFacts } from './ruler-words.ts';

interface RulerTableProps {
  readonly name: string;
  readonly model: RulerModel;
  readonly outage: Outage | null;
}

export function RulerTable({ name, model, outage }: RulerTableProps) {
  return (
    // The table may be longer than its place: the keyboard can scroll it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">Since launch</th>
            <th scope="col">What happens if no call connects</th>
          </tr>
        </thead>
        <tbody>
          {rulerFacts(model, outage).map(({ at, words }) => (
            <tr key={`${at} ${words}`}>
              <td>{instantInWords(at)}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
