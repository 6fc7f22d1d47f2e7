/** Starting one Action of any type outside the process. */
import { Button, Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { refusesLaunches } from '../../../../engine/case/launch.ts';
import type { Case } from '../../../../shared/model.ts';
import { act } from '../../client/act.ts';
import { IconPlus } from '../../components/icons.tsx';
import { workspace } from '../../stores/workspace.ts';
import { WITHIN_WINDOW } from '../../theme/theme.ts';
import classes from './case.module.css';

/** A list of so many is searched rather than read. */
const SEARCHED_FROM = 8;

export function AdHocLaunch({ caseInstance }: { readonly caseInstance: Case }) {
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const refusal = refusesLaunches(caseInstance);
  if (refusal !== null) return <span className={classes.note}>{refusal.message}</span>;
  const all = [...(workspace.getState().world?.actionTypes ?? [])];
  if (all.length === 0) return <span className={classes.note}>This workspace has no Action types.</span>;
  const wanted = search.trim().toLowerCase();
  const found = all.filter(([name, { title }]) => `${name} ${title ?? ''}`.toLowerCase().includes(wanted));
  const launch = (actionType: string) => {
    combobox.closeDropdown();
    void act({ type: 'launchAction', case: caseInstance.ref, actionType });
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={launch}
      position="bottom-end"
      width={300}
      shadow="md"
      middlewares={WITHIN_WINDOW}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          leftSection={<IconPlus size={13} />}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          Add ad-hoc Action
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown style={{ overflow: 'auto' }}>
        {all.length >= SEARCHED_FROM && (
          <Combobox.Search
            value={search}
            aria-label="Search Action types"
            placeholder="Search Action types"
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
        <Combobox.Options mah={SEARCHED_FROM * 48} style={{ overflowY: 'auto' }} tabIndex={0} aria-label="Action types">
          {found.map(([name, { title, manual }]) => (
            <Combobox.Option key={name} value={name}>
              <span className={classes.optionTitle}>{title ?? name}</span>
              <span className={classes.optionDetail}>{manual ? `${name}, manual` : name}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>No matching Action types.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
