/** The screens of the navigation: name, address, icon, and the key that follows `g`. */
import {
  IconApis,
  IconBuilder,
  IconCases,
  type IconComponent,
  IconCourse,
  IconDashboard,
  IconLab,
  IconQueues,
  IconScenarios,
  IconSettings,
} from '../../components/icons.tsx';
import { paths } from '../../stores/address.ts';

export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly icon: IconComponent;
  /** `g` then this. */
  readonly key: string | null;
}

export const SCREENS: readonly Screen[] = [
  { name: 'Cases', path: paths.cases, icon: IconCases, key: 'c' },
  { name: 'Queues', path: paths.queues, icon: IconQueues, key: 'q' },
  { name: 'Dashboard', path: paths.dashboard, icon: IconDashboard, key: 'd' },
  { name: 'Builder', path: paths.builder, icon: IconBuilder, key: 'b' },
  { name: 'External APIs', path: paths.externalApis, icon: IconApis, key: 'e' },
  { name: 'Scenarios', path: paths.scenarios, icon: IconScenarios, key: 's' },
  { name: 'Course', path: paths.course, icon: IconCourse, key: null },
  { name: 'Lab', path: paths.lab, icon: IconLab, key: 'l' },
  { name: 'Settings', path: paths.settings, icon: IconSettings, key: null },
];
