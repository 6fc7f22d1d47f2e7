/** What the palette can do that depends on what is there, or that nothing else offers: Cases, External APIs, settings, recording. */

import { retryPattern, settings } from '../../../../shared/definitions.ts';
import { labelOf } from '../../../../shared/field.ts';
import type { World } from '../../../../shared/world.ts';
import { GUIDE_IDS, GUIDES } from '../../../../views/guide/guide.ts';
import { act } from '../../client/act.ts';
import { startGuide } from '../../client/guide.ts';
import { goBackABeat, goOn, resumeLesson, showSteps } from '../../client/lesson.ts';
import { beginRecording, endRecording, isRecording, showHere } from '../../client/record.ts';
import { offeredSwitches } from '../../components/offered-switches.ts';
import { navigate, paths } from '../../stores/address.ts';
import { dockedLesson, leaveLesson } from '../../stores/lesson-view.ts';
import { askToSave, showRecordedSteps, speak } from '../../stores/recording-view.ts';
import { workspace } from '../../stores/workspace.ts';
import type { PaletteCommand } from './palette-command.ts';

const verb = (group: string, label: string, run: () => unknown, alsoCalled = ''): PaletteCommand => ({
  id: `${group}:${label}`,
  group,
  label,
  alsoCalled,
  run: () => void run(),
});

const goTo = (group: string, label: string, path: string, alsoCalled = '') =>
  verb(group, label, () => navigate(path), alsoCalled);

const { retry: _, ...ELSE } = settings.shape;
const SETTINGS = [...Object.values(retryPattern.shape), ...Object.values(ELSE)].map(labelOf);

const GO_TO: readonly PaletteCommand[] = [
  goTo('Builder', 'Action types', paths.builderActionTypes),
  goTo('Builder', 'Case types', paths.builderCaseTypes),
  goTo('Builder', 'Edit queues', paths.builderQueues),
  goTo('Builder', 'Edit users', paths.builderUsers, 'people'),
  goTo('Scenarios', 'Scenario editor', paths.scenarioEditor, 'steps text'),
  goTo('Scenarios', 'Coverage of scenarios', paths.coverage, 'state table diagram exercised'),
  goTo('Scenarios', 'Coverage of this workspace', paths.coverageHere, 'state table diagram seen happened'),
  ...SETTINGS.map((label) =>
    goTo('Settings', `Set ${label.charAt(0).toLowerCase()}${label.slice(1)}`, paths.setting(label)),
  ),
];

/** Of the lesson that is open; none where there is none. */
function lessonVerbs(): PaletteCommand[] {
  if (workspace.getState().lesson === null) return [];
  if (dockedLesson() === null) return [verb('Lesson', 'Continue lesson', resumeLesson)];
  return [
    verb('Lesson', 'Next', goOn, 'reveal'),
    verb('Lesson', 'Back', goBackABeat),
    verb('Lesson', 'Author view', showSteps, 'steps answers'),
    verb('Lesson', 'Leave lesson', leaveLesson, 'close'),
  ];
}

const recording = (label: string, run: () => unknown, alsoCalled = '') => verb('Recording', label, run, alsoCalled);

const RECORD: readonly PaletteCommand[] = [
  recording('Record', beginRecording, 'steps lesson scenario test'),
  recording('Save as lesson', askToSave, 'course so far download scenario'),
];

const WHILE_RECORDING: readonly PaletteCommand[] = [
  recording('Say here', () => speak('say'), 'narration tell'),
  recording('Ask here', () => speak('ask'), 'question class'),
  recording('Chapter here', () => speak('chapter')),
  recording('Show this', showHere, 'look screen'),
  recording('Recorded steps', () => showRecordedSteps(true)),
  recording('Save recording', askToSave, 'lesson scenario download'),
  recording('Stop recording', endRecording, 'end'),
];

const GUIDED: readonly PaletteCommand[] = GUIDE_IDS.map((id) =>
  verb('Try first', GUIDES[id].title, () => startGuide(id), 'first steps'),
);

/** All of them; those of the world, such as launching a Case, follow what is in it. */
export function verbsFor(world: World | null): PaletteCommand[] {
  const drafts = [...(world?.cases.values() ?? [])].filter(({ status }) => status === 'Draft');
  return [
    ...(world !== null && world.caseTypes.size > 0
      ? [goTo('Cases', 'New Case', `${paths.cases}?new=case`, 'create launch add')]
      : []),
    ...drafts.map(({ ref }) => verb('Cases', `Launch ${ref}`, () => act({ type: 'launchCase', case: ref }), 'start')),
    ...lessonVerbs(),
    ...GO_TO,
    ...[...(world?.externalApis ?? [])].flatMap(([name, api]) =>
      offeredSwitches(api.definition.url)
        .filter((to) => to !== api.switch)
        .map((to) =>
          verb('External APIs', `Switch ${name} to ${to}`, () => act({ type: 'switchApi', name, to }), 'outage'),
        ),
    ),
    ...(isRecording() ? WHILE_RECORDING : RECORD),
    ...GUIDED,
  ];
}
