/** Adding an Action type to a process: searched by title or name, Enter adds it as the last step. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '../../../components/app-link.tsx';
import { IconPlus } from '../../../components/icons.tsx';
import formClasses from '../../../form/form.module.css';
import { paths } from '../../../stores/address.ts';
import { useSettledWorld } from '../../../stores/settled.ts';
import classes from './case-types.module.css';

export function AddActionType({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const world = useSettledWorld();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const all = [...(world?.actionTypes ?? [])];
  if (all.length === 0) {
    return (
      <p className={formClasses.note}>
        There are no Action types to add yet. Make one under{' '}
        <AppLink to={paths.builderActionTypes}>Action types</AppLink>.
      </p>
    );
  }
  const wanted = search.trim().toLowerCase();
  const found = all.filter(([name, { title }]) => `${name} ${title ?? ''}`.toLowerCase().includes(wanted));
  const add = (name: string) => {
    onAdd(name);
    setSearch('');
    combobox.resetSelectedOption();
  };
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={add}
      position="bottom-start"
      width={360}
      shadow="md"
      withinPortal={false}
    >
      <Combobox.Target>
        <TextInput
          className={classes.add}
          aria-label="Add an Action type"
          placeholder="Add an Action type"
          leftSection={<IconPlus size={13} />}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // Enter chooses here, it does not save the form; Esc closes the list, it does not ask.
            if (event.key === 'Escape' && combobox.dropdownOpened) {
              event.preventDefault();
              combobox.closeDropdown();
            } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              if (!combobox.dropdownOpened) combobox.openDropdown();
              else if (combobox.getSelectedOptionIndex() === -1 && found[0] && wanted !== '') add(found[0][0]);
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} tabIndex={0} aria-label="Action types">
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
