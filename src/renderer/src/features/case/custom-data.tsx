/** The custom data of a Case: long values are cut to a line and open in full, JSON is laid out to be read. */
import { useMemo } from 'react';
import { type DataField, dataFields } from '../../../../engine/case-data.ts';
import type { Case } from '../../../../shared/model.ts';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { useFacts } from '../../stores/workspace.ts';
import classes from './custom-data.module.css';

/** What certainly fits in a line of the column. */
const SHORT = 34;

export function CustomDataSection({ workCase }: { readonly workCase: Case }) {
  const facts = useFacts(workCase.ref);
  const fields = useMemo(() => dataFields(workCase, facts), [workCase, facts]);
  return (
    <Section title="Custom data" aside={fields.length === 0 ? undefined : `${fields.length}`} flush>
      {fields.length === 0 ? (
        <p className={classes.none}>This Case has no custom data. A response may bring some.</p>
      ) : (
        // The arrow keys scroll it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <div className={classes.scroller} tabIndex={0}>
          <table className={classes.table} aria-label="Custom data">
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">Value</th>
                <th scope="col">Written</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <Row key={field.name} field={field} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

function Row({ field: { name, value, written } }: { readonly field: DataField }) {
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      <td>
        <Value value={value} />
      </td>
      <td className={classes.written}>
        {written === null ? (
          'at the start'
        ) : (
          <>
            <InstantText at={written.at} />
            <span className={classes.by}>{written.by}</span>
          </>
        )}
      </td>
    </tr>
  );
}

function Value({ value }: { readonly value: DataField['value'] | undefined }) {
  if (value === null || value === undefined) return <span className={classes.empty}>empty</span>;
  if (value === '') return <span className={classes.empty}>empty text</span>;
  const isJson = typeof value === 'object';
  const line = isJson ? oneLine(value) : String(value);
  const kind = typeof value === 'number' ? classes.number : isJson ? classes.json : undefined;
  if (line.length <= SHORT && !line.includes('\n')) return <span className={kind}>{line}</span>;
  const whole = isJson ? JSON.stringify(value, null, 2) : line;
  return (
    <details className={classes.long}>
      <summary className={kind} title={whole}>
        <span className={classes.cut}>{line}</span>
      </summary>
      <pre className={isJson ? classes.whole : classes.text}>{whole}</pre>
    </details>
  );
}

/** `{ a: 1, b: […] }` with its blanks, on one line. */
const oneLine = (value: unknown) => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
