/**
 * How the vocabularies (`words.ts`) are said: one table, by what it is about and by grammatical form. Rules, views, screens and the
 * callback's replies all read it; `views/words` puts it into sentences. A `noun` or `verb` is used within a sentence; a `sentence`
 * begins one and has no full stop.
 */
import type { Section } from './edits.ts';
import type { ResponseVerdict } from './facts.ts';
import type { Ending } from './lab.ts';
import type { ApiSwitch, ConnectionFailure } from './words.ts';

export const WORDS = {
  /** Ways of failing to connect (R7); the verb is the External API's. */
  failure: {
    refused: {
      noun: 'connection refused',
      verb: 'refuses the connection',
      sentence: 'The connection was refused',
    },
    dns: {
      noun: 'name not found',
      verb: 'has a name that is not found',
      sentence: 'The name was not found',
    },
    reset: {
      noun: 'connection reset',
      verb: 'resets the connection',
      sentence: 'The connection was reset',
    },
    tls: {
      noun: 'TLS error',
      verb: 'fails with a TLS error',
      sentence: 'There was a TLS error',
    },
    hang: {
      noun: 'no answer in time',
      verb: 'gives no answer in time',
      sentence: 'There was no answer in time',
    },
  },

  /**
   * What the rules make of a response (R25–R30): `noun` after *Response*; `future` before it is sent
   * and `sentence` as the callback replies it, both with their full stop.
   */
  verdict: {
    accepted: {
      noun: 'accepted',
      future: 'It will be accepted and decide the Action.',
      sentence: 'The response was accepted.',
    },
    duplicate: {
      noun: 'duplicate, acknowledged without change',
      future: 'The same response was accepted before: this one will be acknowledged, and nothing changes.',
      sentence: 'The same response was accepted before; nothing changed.',
    },
    conflicting: {
      noun: 'refused, another one decided before',
      future: 'Another response has already decided the Action: this one will be refused.',
      sentence: 'Another response was accepted before, and the first one decides. This one was refused.',
    },
    late: {
      noun: 'late, refused',
      future: 'The Action no longer waits for a response: it will be refused as late.',
      sentence: 'The response came too late: the Action no longer waits for one. It was refused.',
    },
    malformed: {
      noun: 'refused, its body could not be read',
      future: 'Its body cannot be read: it will be refused, and the Action keeps waiting.',
      sentence: 'The body is not a response. Expected {"outcome": "success" | "unsuccessful", "reason"?, "data"?}.',
    },
    'wrong token': {
      noun: 'refused, wrong token',
      future: 'Its token does not belong to this Action: it will be refused, and the Action keeps waiting.',
      sentence: 'The token does not belong to this Action.',
    },
  },

  /** What an External API does by its switch, whatever its configuration says. */
  switch: {
    Up: { verb: 'accepts every call and responds with success' },
    'As configured': { verb: 'does what its configuration says' },
    Down: { verb: 'refuses every connection' },
    Silent: { verb: 'accepts every call and never responds' },
    Real: { verb: 'receives real calls' },
  },

  /** How a life ends that never connects: `noun` is where it ends, `sentence` who is told. */
  ending: {
    'Not Done Successfully': { noun: 'Closed, Not Done Successfully', sentence: 'the Case owner is told' },
    'No response returned': { noun: 'Closed, No response returned', sentence: 'nobody is told' },
    'To Do: Timeout': { noun: 'To Do, Timeout', sentence: 'it goes to people, the Case owner is not told' },
  },

  /** What is defined in the Builder. */
  definition: {
    settings: { noun: 'system-wide settings' },
    queues: { noun: 'queue' },
    users: { noun: 'user' },
    externalApis: { noun: 'External API' },
    actionTypes: { noun: 'Action type' },
    caseTypes: { noun: 'Case type' },
  },
} as const satisfies {
  readonly failure: Table<ConnectionFailure, 'noun' | 'verb' | 'sentence'>;
  readonly verdict: Table<ResponseVerdict, 'noun' | 'future' | 'sentence'>;
  readonly switch: Table<ApiSwitch, 'verb'>;
  readonly ending: Table<
    Extract<Ending, 'Not Done Successfully' | 'No response returned' | 'To Do: Timeout'>,
    'noun' | 'sentence'
  >;
  readonly definition: Table<Section | 'settings', 'noun'>;
};

type Table<Key extends string, Form extends string> = Readonly<Record<Key, Readonly<Record<Form, string>>>>;
