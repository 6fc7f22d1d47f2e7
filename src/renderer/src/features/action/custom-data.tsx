/** The Case's custom data: what goes out with a call and what responses write. */
import { useMemo } from 'react';
import type { Action } from '../../../../shared/model.ts';
import { type DataField, dataFields } from '../../../../views/case/case-data.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { useCase, useFacts } from '../../stores/workspace.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './records.module.css';

export function CustomData({ action }: { readonly action: Action }) {
  const caseInstance = useCase(action.caseRef);
  const facts = useFacts(action.caseRef);
  const factCount = facts.length;
  const fields = useMemo(
    () => (caseInstance ? dataFields(caseInstance, facts.slice(0, factCount)) : []),
    [caseInstance, facts, factCount],
  );
  return (
    <DataTable
      label="Custom data"
      rows={fields}
      columns={COLUMNS}
      rowKey={nameOf}
      rowName={nameOf}
      maxHeight="398px"
      empty={<EmptyState sentence="The Case has no custom data; a response may add some." />}
    />
  );
}

const nameOf = ({ name }: DataField) => name;

const COLUMNS = [
  { key: 'name', header: 'Field', width: 220, render: nameOf },
  {
    key: 'value',
    header: 'Value',
    render: ({ value }: DataField) => <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>,
  },
  {
    key: 'written',
    header: 'Written',
    width: 220,
    render: ({ written }: DataField) =>
      written === null ? (
        <span className={classes.note}>with the Case</span>
      ) : (
        <>
          <InstantText at={written.at} /> by {written.by}
        </>
      ),
  },
];
