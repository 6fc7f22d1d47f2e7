/** Which words of the glossary each screen is about: Help has them under *This screen*. */

export interface ScreenWords {
  /** What the screen is called. */
  readonly screen: string;
  /** As the glossary has them, without its marks. */
  readonly words: readonly string[];
}

/** By the first part of the address. */
export const SCREEN_WORDS: Readonly<Record<string, ScreenWords>> = {
  '/cases': {
    screen: 'Cases',
    words: [
      'Action',
      'ad-hoc Action',
      'attention, needs attention',
      'call',
      'Case, Case owner',
      'connection failure',
      'draft',
      'due date',
      'Enate',
      'error bar',
      'escalation',
      'held up',
      'launch',
      'long with people',
      'relaunch, rework',
      'response',
      'retry, retry count n',
      'status',
      'timeline',
    ],
  },
  '/queues': {
    screen: 'Queues',
    words: ['allocation', 'assignee', 'hand-over', 'long with people', 'queue', 'resolution method', 'View as'],
  },
  '/dashboard': {
    screen: 'Dashboard',
    words: ['connected', 'queue', 'resolution method', 'status', 'throughput', 'virtual time'],
  },
  '/builder': {
    screen: 'Builder',
    words: [
      'Action type',
      'allocation',
      'Case type',
      'due date',
      'first interval, factor',
      'impact',
      'jitter',
      'maximum M, shown maximum d',
      'odds',
      'outage',
      'process',
      'retry pattern',
      'system-wide',
      'verdict',
    ],
  },
  '/external-apis': {
    screen: 'External APIs',
    words: [
      'respond by hand',
      'call',
      'connected',
      'connection failure',
      'External API',
      'loopback address',
      'odds',
      'outage',
      'preset',
      'real',
      'response',
      'script',
      'switch',
    ],
  },
  '/scenarios': {
    screen: 'Scenarios',
    words: ['coverage, exercised', 'rehearsal (of a text)', 'scenario', 'step', 'trace', 'virtual time', 'workspace'],
  },
  '/lab': {
    screen: 'Lab',
    words: [
      'clear, no clear difference',
      'decision report',
      'front',
      'hand-over',
      'interval, 95 %',
      'Lab',
      'limit',
      'longest silence',
      'measure',
      'median, 90 %, 95 %, 99 %',
      'outage',
      'percentage point',
      'seed',
      'sensitivity',
      'study',
      'sweep',
      'time to success',
      'trial',
      'variant',
      'working day',
    ],
  },
  '/settings': {
    screen: 'Settings',
    words: [
      'call timeout',
      'first interval, factor',
      'impact',
      'jitter',
      'maximum M, shown maximum d',
      'retry pattern',
      'retry, retry count n',
      'system-wide',
    ],
  },
  '/course': {
    screen: 'Course',
    words: [
      'audience window',
      'beat',
      'chapter',
      'course',
      'dock (of a lesson)',
      'future',
      'lesson',
      'question (of a lesson)',
      'stage',
    ],
  },
  '/workspaces': { screen: 'Workspaces', words: ['future', 'journal', 'past', 'workspace'] },
};

const NO_WORDS: ScreenWords = { screen: '', words: [] };

/** The words of the screen at a path such as `/lab/runs/7`; none where there is no such screen. */
export const wordsOf = (path: string): ScreenWords => SCREEN_WORDS[`/${path.split('/')[1]}`] ?? NO_WORDS;
