/** Behaviours to start from: what an External API is often like, by name. */
import type { ExternalApi } from '../../shared/definitions.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';

export const API_PRESETS = [
  'Healthy',
  'Flaky',
  'Down for a while',
  'Slow',
  'Never responds',
  'Responds twice',
  'Responds unsuccessfully',
  'Broken JSON',
] as const;
export type ApiPreset = (typeof API_PRESETS)[number];

/** Whatever of an API is not its URL. */
export type ApiBehaviour = Omit<ExternalApi, 'url'>;

/** Each in one sentence. */
export const PRESET_WORDS: Readonly<Record<ApiPreset, string>> = {
  Healthy: 'Accepts every call and responds with success after 5 min.',
  Flaky: 'Three calls in ten fail; the others get a response after about 5 min.',
  'Down for a while': 'Refuses every connection for an hour, then is healthy.',
  Slow: 'Takes up to 25 s to accept a call, and hours to respond.',
  'Never responds': 'Accepts every call; no response ever comes.',
  'Responds twice': 'Sends the same response twice.',
  'Responds unsuccessfully': 'Responds that it was unsuccessful, with a reason.',
  'Broken JSON': 'Sends a response that cannot be read.',
};

const ACCEPT_AFTER = 200;
const ANSWER_AFTER = 5 * MINUTE_MS;
const HEALTHY: ApiBehaviour = {
  otherwise: { acceptAfter: ACCEPT_AFTER, respond: { after: ANSWER_AFTER, outcome: 'success' } },
};

/** `from` is when a preset that is down goes down: an instant as files have it. */
export function presetBehaviour(preset: ApiPreset, from = '+0s'): ApiBehaviour {
  switch (preset) {
    case 'Healthy':
      return HEALTHY;
    case 'Flaky':
      return {
        random: {
          failRate: 0.3,
          fail: { refused: 2, hang: 1, 503: 1 },
          acceptAfter: { uniform: [100, 800] },
          noResponseRate: 0,
          successRate: 1,
          responseAfter: { lognormal: { median: ANSWER_AFTER, p95: 20 * MINUTE_MS } },
          reasons: {},
        },
      };
    case 'Down for a while':
      return { ...HEALTHY, outages: [{ from, for: HOUR_MS, fail: 'refused' }] };
    case 'Slow':
      return {
        random: {
          failRate: 0,
          fail: { hang: 1 },
          acceptAfter: { uniform: [5 * SECOND_MS, 25 * SECOND_MS] },
          noResponseRate: 0,
          successRate: 1,
          responseAfter: { lognormal: { median: 4 * HOUR_MS, p95: 24 * HOUR_MS } },
          reasons: {},
        },
      };
    case 'Never responds':
      return { otherwise: { acceptAfter: ACCEPT_AFTER } };
    case 'Responds twice':
      return {
        otherwise: { acceptAfter: ACCEPT_AFTER, respond: { after: ANSWER_AFTER, outcome: 'success', repeat: 2 } },
      };
    case 'Responds unsuccessfully':
      return {
        otherwise: {
          acceptAfter: ACCEPT_AFTER,
          respond: { after: ANSWER_AFTER, outcome: 'unsuccessful', reason: 'Rejected by the external system' },
        },
      };
    case 'Broken JSON':
      return { otherwise: { acceptAfter: ACCEPT_AFTER, respond: { after: ANSWER_AFTER, malformed: true } } };
  }
}
