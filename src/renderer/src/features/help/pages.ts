/** The documents that ship with the app: what people look up first comes first. */
import * as api from '../../../../../docs/api.md';
import * as architecture from '../../../../../docs/architecture.md';
import * as coverage from '../../../../../docs/coverage.md';
import * as desktop from '../../../../../docs/desktop.md';
import * as editors from '../../../../../docs/editors.md';
import * as glossary from '../../../../../docs/glossary.md';
import * as howDoI from '../../../../../docs/how-do-i.md';
import * as lab from '../../../../../docs/lab.md';
import * as library from '../../../../../docs/library.md';
import * as playwright from '../../../../../docs/playwright.md';
import * as privacy from '../../../../../docs/privacy.md';
import * as qa from '../../../../../docs/qa.md';
import * as security from '../../../../../docs/security.md';
import * as stateDiagram from '../../../../../docs/state-diagram.md';
import * as teaching from '../../../../../docs/teaching.md';
import * as thirdParty from '../../../../../docs/third-party-notices.md';
import * as readme from '../../../../../README.md';

export interface PageSection {
  readonly id: string;
  readonly heading: string;
  readonly html: string;
}

export interface Page {
  /** Its path in the project: what links name it by. */
  readonly path: string;
  readonly title: string;
  readonly sections: readonly PageSection[];
}

/** Of the README, what is for people who use the app; not how to get it. */
const NOT_FOR_USERS = ['trigger-lab', 'more'];

export const PAGES: readonly Page[] = [
  {
    path: 'README.md',
    title: 'User guide',
    sections: readme.sections.filter(({ id }) => !NOT_FOR_USERS.includes(id)),
  },
  { path: 'docs/desktop.md', ...desktop },
  { path: 'docs/teaching.md', ...teaching },
  { path: 'docs/qa.md', ...qa },
  { path: 'docs/coverage.md', ...coverage },
  { path: 'docs/playwright.md', ...playwright },
  { path: 'docs/lab.md', ...lab },
  { path: 'docs/api.md', ...api },
  { path: 'docs/library.md', ...library },
  { path: 'docs/editors.md', ...editors },
  { path: 'docs/state-diagram.md', ...stateDiagram },
  { path: 'docs/privacy.md', ...privacy },
  { path: 'docs/security.md', ...security },
  { path: 'docs/architecture.md', ...architecture },
  { path: 'docs/how-do-i.md', ...howDoI },
  { path: 'docs/third-party-notices.md', ...thirdParty },
];

export const GLOSSARY_PATH = 'docs/glossary.md';
/** Word and meaning, as HTML. */
export const GLOSSARY = glossary.rows.map(([word = '', meaning = '']) => ({ word, meaning }));

/** The page of a path, with or without a section: `docs/lab.md#assumptions`. */
export const pageAt = (target: string): Page | undefined => PAGES.find(({ path }) => path === target.split('#')[0]);

/** What a section says, without its marks. */
export function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
