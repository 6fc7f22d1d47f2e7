/** The two stories that a comparison tells, kept apart: what is true in one is not in the other. */

export const STORIES = ['never', 'outage'] as const;
export type Story = (typeof STORIES)[number];

export const STORY_WORDS: Readonly<Record<Story, string>> = {
  never: 'If the API never connects',
  outage: 'If the API is down for a while',
};
