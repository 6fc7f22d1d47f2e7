/** The custom data of a Case: long values are cut to a line and open in full, JSON is laid out to be read. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Case } from '../../../../shared/model.ts';
import { type DataField, dataFields } from '../../../../views/case/case-data.ts';
import { IconChevronDown, IconChevronRight } from '../../components/icons.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { useFacts } from '../../stores/workspace.ts';
import { PlainTable } from '../../table/plain-table.tsx';
import classes from './custom-data.module.css';

/** What certainly fits in a line of the column. */
const SHORT = 24;

export function CustomDataSection({ caseInstance }: { readonly caseInstance: Case }) {
  const facts = useFacts(caseInstance.ref);
  const fields = useMemo(() => dataFields(caseInstance, facts), [caseInstance, facts]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (name: string) => {
    const next = new Set(opened);
    if (!next.delete(name)) next.add(name);
    setOpened(next);
  };
  return (
    <Section title="Custom data" aside={fields.length === 0 ? undefined : `${fields.length}`} flush>
      {fields.length === 0 ? (
        <p className={classes.none}>This Case has no custom data. A response may add some.</p>
      ) : (
        <PlainTable
          label="Custom data"
          className={classes.table}
          maxHeight={520}
          rows={fields}
          rowKey={({ name }) => name}
          detailOf={({ name, value }) => (opened.has(name) ? wholeOf(value) : null)}
          columns={[
            { key: 'field', header: 'Field', width: '32%', isName: true, titleOf: nameOf, render: nameOf },
            {
              key: 'value',
              header: 'Value',
              render: ({ name, value }) => (
                <Value name={name} value={value} isOpen={opened.has(name)} onToggle={() => toggle(name)} />
              ),
            },
            { key: 'written', header: 'Written', width: 106, render: (field) => <Written field={field} /> },
          ]}
        />
      )}
    </Section>
  );
}

const nameOf = ({ name }: DataField) => name;

interface ValueProps extends Pick<DataField, 'name' | 'value'> {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Value({ name, value, isOpen, onToggle }: ValueProps) {
  const { line, whole, isJson } = inWords(value);
  if (whole === null) return <span className={isJson ? classes.json : undefined}>{line}</span>;
  return (
    <button
      type="button"
      className={classes.open}
      aria-expanded={isOpen}
      aria-label={`${name}, whole value`}
      title={whole}
      onClick={onToggle}
    >
      {isOpen ? <IconChevronDown size={12} /> : <IconChevronRight size={12} />}
      <span className={classes.cut} data-json={isJson || undefined}>
        {line}
      </span>
    </button>
  );
}

/** What opens below its line; `null` where the line holds it. */
function wholeOf(value: DataField['value']) {
  const { whole, isJson } = inWords(value);
  if (whole === null) return null;
  return (
    <pre className={classes.whole} data-json={isJson || undefined}>
      {whole}
    </pre>
  );
}

function Written({ field: { written } }: { readonly field: DataField }) {
  return (
    <span className={classes.written}>
      {written === null ? (
        'at the start'
      ) : (
        <>
          <InstantText at={written.at} />
          <span className={classes.by}>{written.by}</span>
        </>
      )}
    </span>
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
