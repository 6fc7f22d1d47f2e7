/** Which part of the Builder an address names, and which definition of it. */
import { decodePart, paths } from '../../../stores/address.ts';

export const BUILDER_TABS = [
  { key: 'action-types', label: 'Action types', path: paths.builderActionTypes },
  { key: 'queues', label: 'Queues', path: paths.builderQueues },
  { key: 'users', label: 'Users', path: paths.builderUsers },
  { key: 'case-types', label: 'Case types', path: paths.builderCaseTypes },
] as const;

type TabKey = (typeof BUILDER_TABS)[number]['key'];

export interface BuilderAddress {
  readonly tab: TabKey;
  /** `null` where the address names none. */
  readonly name: string | null;
}

/** `/builder/users/dana`; `/builder/post-invoice`, without a part of the Builder, names an Action type. */
export function builderAddress(path: string): BuilderAddress {
  const [first = '', ...rest] = path.slice(paths.builder.length).split('/').filter(Boolean);
  const tab = BUILDER_TABS.find(({ key }) => key === first)?.key;
  const name = decodePart((tab === undefined ? [first, ...rest] : rest).join('/'));
  return { tab: tab ?? 'action-types', name: name === '' ? null : name };
}
