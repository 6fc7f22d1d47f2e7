/**
 * What an element is about, for who points at what changed (features/frame/strip/outline.ts): spread into it, `<li {...about(ref)}>`.
 */

/** An attribute that says what an element is about. */
export type About = Readonly<Record<`data-${string}`, string>>;

/** An Action, or a Case itself, by its reference. */
export const about = (ref: string): About => ({ 'data-about': ref });

/** A Case with all its Actions: where one row stands for them. */
export const aboutWhole = (caseRef: string): About => ({ 'data-about-whole': caseRef });

/** An External API by its name. */
export const aboutApi = (name: string): About => ({ 'data-about-api': name });

/** What a person was notified of; `null` for everybody. */
export const aboutNotified = (user: string | null): About => ({ 'data-about-notified': user ?? '' });

/** What says in words what changed. */
export const saysChange: About = { 'data-says-change': '' };
