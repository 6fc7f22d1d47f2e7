/** The odds of what is typed, as they become known. */
import { useEffect, useState } from 'react';
import type { Odds, OddsQuestion } from '../../../lab/odds.ts';
import { OddsClient } from './odds-client.ts';

/** What was told last: of which question, and what. */
interface ToldOdds {
  readonly question: OddsQuestion;
  readonly odds: Odds;
}

export interface OddsState {
  /** `null` until there is something. It stays while nothing is asked. */
  readonly told: ToldOdds | null;
  /** Why the question that was asked last has no answer. */
  readonly problem: string | null;
}

const NOTHING: OddsState = { told: null, problem: null };

/** `question` is the same as long as it asks for the same; `null` while there is nothing to ask. */
export function useOdds(question: OddsQuestion | null): OddsState {
  const [state, setState] = useState(NOTHING);
  const [client, setClient] = useState<OddsClient | null>(null);
  useEffect(() => {
    const started = new OddsClient((of, reply) =>
      setState(({ told }) =>
        'odds' in reply
          ? { told: { question: of, odds: reply.odds }, problem: null }
          : { told, problem: reply.problem },
      ),
    );
    setClient(started);
    return () => started.close();
  }, []);
  useEffect(() => {
    if (question !== null) client?.ask(question);
  }, [client, question]);
  return state;
}
