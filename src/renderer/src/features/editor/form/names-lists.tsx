/** The names of a text as lists that its text fields offer; once for all fields. */
import { NAME_LISTS, type NameList, type Names } from '../../../../../views/names-in.ts';

export function NamesLists({ names }: { readonly names: Names }) {
  return NAME_LISTS.map((list) => (
    <datalist key={list} id={idOfList(list)}>
      {names[list].map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  ));
}

export const idOfList = (list: NameList) => `editor-${list}`;
