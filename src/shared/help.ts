/** The parts of Help, in their order, and what each is called: on its tabs and in the desktop app's menu. */
export const HELP_TITLES = {
  here: 'This screen',
  start: 'Start',
  keys: 'Keys',
  words: 'Words',
  legend: 'Colours and patterns',
  rules: 'Rules',
  documents: 'Documents',
} as const;
export type HelpPart = keyof typeof HELP_TITLES;
export const HELP_PARTS = Object.keys(HELP_TITLES) as HelpPart[];
