/** The screens of the navigation: name, address, icon. */
import { COMMANDS, SCREEN_NAMES, type ScreenName } from '../../../../shared/commands.ts';
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
}

const PLACES: Readonly<Record<ScreenName, readonly [path: string, icon: IconComponent]>> = {
  cases: [paths.cases, IconCases],
  queues: [paths.queues, IconQueues],
  dashboard: [paths.dashboard, IconDashboard],
  builder: [paths.builder, IconBuilder],
  externalApis: [paths.externalApis, IconApis],
  scenarios: [paths.scenarios, IconScenarios],
  course: [paths.course, IconCourse],
  lab: [paths.lab, IconLab],
  settings: [paths.settings, IconSettings],
};

export const screenPath = (name: ScreenName): string => PLACES[name][0];

export const SCREENS: readonly Screen[] = SCREEN_NAMES.map((name) => {
  const [path, icon] = PLACES[name];
  return { name: COMMANDS[`go.${name}`].label, path, icon };
});
