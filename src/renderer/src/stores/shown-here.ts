/** What an address shows, as a lesson's `show` step says it. */
import type { Shown } from '../../../shared/audience-steps.ts';
import { decodePart } from './address.ts';

/** `null` for screens that no lesson can look at. */
export function shownAt(path: string, query: URLSearchParams): Shown | null {
  const [, screen, name, part, ...rest] = path.split('/').map(decodePart);
  switch (screen) {
    case 'cases':
      if (name === undefined) return null;
      return part === 'actions' ? { action: [name, ...rest].join('/') } : { case: name };
    case 'queues': {
      const queue = query.get('queue');
      return queue === null || queue === '' ? null : { queue };
    }
    case 'inbox':
      return name === undefined ? null : { inbox: name };
    case 'external-apis':
      return name === undefined ? null : { externalApi: name };
    case 'settings':
      return { settings: 'retry' };
    default:
      return null;
  }
}
