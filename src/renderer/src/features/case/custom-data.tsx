/** The custom data of a Case: long values are cut to a line and open in full, JSON is laid out to be read. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Case } from '../../../../shared/model.ts';
import { type DataField, dataFields } from '../../../../views/case/case-data.ts';
import { IconChevronDown, IconChevronRight } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { useFacts } from '../../stores/workspace.ts';
import classes from './custom-data.module.css';

/** What certainly fits in a line of the column. */
const SHORT = 24;

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
  const [isOpen, setOpen] = useState(false);
  const { line, whole, isJson } = inWords(value);
  return (
    <>
      <tr data-open={(isOpen && whole !== null) || undefined}>
        <th scope="row" title={name}>
          {name}
        </th>
        <td>
          {whole === null ? (
            <span className={isJson ? classes.json : undefined}>{line}</span>
          ) : (
            <button
              type="button"
              className={classes.open}
              aria-expanded={isOpen}
              aria-label={`${name}, whole value`}
              title={whole}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
              <span className={classes.cut} data-json={isJson || undefined}>
                {line}
              </span>
            </button>
          )}
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
      {isOpen && whole !== null && (
        <tr>
          <td colSpan={3}>
            <pre className={classes.whole} data-json={isJson || undefined}>
              {whole}
            </pre>
          </td>
        </tr>
      )}
    </>
  );
}

interface ValueInWords {
  readonly line: ReactNode;
  /** What opens below where a line does not hold it. */
  readonly whole: string | null;
  readonly isJson: boolean;
}

function inWords(value: DataField['value'] | undefined): ValueInWords {
  if (value === null || value === undefined || value === '') {
    const what = value === '' ? 'empty text' : 'empty';
    return { line: <span className={classes.empty}>{what}</span>, whole: null, isJson: false };
  }
  const isJson = typeof value === 'object';
  const line = isJson ? oneLine(value) : String(value);
  const fits = line.length <= SHORT && !line.includes('\n');
  return { line, whole: fits ? null : isJson ? JSON.stringify(value, null, 2) : line, isJson };
}

/** `{ "a": 1, "b": [ 2 ] }`, with its blanks, on one line. */
const oneLine = (value: unknown) => JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
