/** What a trainer, and the lesson's author, may want beside going on. */
import { Menu } from '@mantine/core';
import { openAudience } from '../../client/audience.ts';
import { showSteps } from '../../client/lesson.ts';
import { IconButton } from '../../components/icon-button.tsx';
import { IconMore } from '../../components/icons.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { lessonView, useLessonView } from '../../stores/lesson-view.ts';

export function LessonMenu() {
  const showsWhatComes = useLessonView((view) => view.showsWhatComes);
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <IconButton name="More of the lesson" icon={IconMore} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={showsWhatComes}
          leftSection={<span aria-hidden="true">{showsWhatComes ? '✓' : ''}</span>}
          onClick={() => lessonView.setState({ showsWhatComes: !showsWhatComes })}
        >
          Show what the simulator knows
        </Menu.Item>
        <Menu.Item leftSection={<span />} onClick={openAudience}>
          Audience window
        </Menu.Item>
        <Menu.Item leftSection={<span />} onClick={showSteps}>
          Author view
        </Menu.Item>
        <Menu.Item leftSection={<span />} onClick={() => navigate(paths.course)}>
          Course
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
