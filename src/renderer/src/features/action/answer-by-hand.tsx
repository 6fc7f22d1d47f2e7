/** Plays the external system: answers the Action now, from here or by the `curl` that says the same (R25–R30). */
import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { verdictOn } from '../../../../engine/response/unheeded.ts';
import type { Action } from '../../../../shared/model.ts';
import { WORDS } from '../../../../shared/word-table.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { Foreseen } from '../../components/foreseen.tsx';
import { Section } from '../../components/section.tsx';
import { useUnsaved } from '../../form/unsaved.ts';
import { useClock } from '../../stores/workspace.ts';
import classes from './action-screen.module.css';
import {
  ANSWER_KINDS,
  type Answer,
  type AnswerKind,
  curlOf,
  dataProblem,
  deliveryOf,
  NO_ANSWER,
  respondInput,
} from './answer.ts';
import { JsonBlock } from './json-block.tsx';

const KIND_WORDS: Record<AnswerKind, string> = {
  success: 'Success',
  unsuccessful: 'Unsuccessful',
  malformed: 'Malformed body',
};

interface Reply {
  readonly httpStatus: number;
  readonly message: string;
}

export function AnswerByHand({ action }: { readonly action: Action }) {
  const [answer, setAnswer] = useState(NO_ANSWER);
  const [leftData, setLeftData] = useState(false);
  const [reply, setReply] = useState<Reply | null>(null);
  /** While it is on its way: resolves to true once there is a reply. */
  const [sending, setSending] = useState<Promise<boolean> | null>(null);
  const change = (part: Partial<Answer>) => {
    setAnswer((before) => ({ ...before, ...part }));
    setReply(null);
  };
  const isDirty = reply === null && (answer.reason !== '' || answer.data !== '');
  useUnsaved(isDirty, sending);
  const isMalformed = answer.kind === 'malformed';
  const problem = isMalformed ? null : dataProblem(answer.data);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setLeftData(true);
    if (problem !== null) return;
    const replying = attempt(client().respond(respondInput(action, answer)));
    setSending(replying.then((given) => given !== null));
    setReply(await replying);
    setSending(null);
  };

  return (
    <Section title="Respond by hand">
      <form className={classes.answer} onSubmit={(event) => void send(event)}>
        <div className={classes.stack}>
          <Radio.Group
            label="Response"
            labelProps={{ className: 'visually-hidden' }}
            value={answer.kind}
            onChange={(value) => change({ kind: value as AnswerKind })}
          >
            <div className={classes.choices}>
              {ANSWER_KINDS.map((kind) => (
                <Radio key={kind} size="xs" value={kind} label={KIND_WORDS[kind]} />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            label="Reason"
            size="xs"
            maxLength={2_000}
            disabled={isMalformed}
            value={answer.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <Textarea
            label="Data fields"
            description="JSON, written to the Case if the response is accepted."
            placeholder='{"invoiceNo": "4711"}'
            size="xs"
            rows={3}
            resize="vertical"
            spellCheck={false}
            disabled={isMalformed}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            value={answer.data}
            error={leftData ? problem : null}
            onBlur={() => setLeftData(true)}
            onChange={(event) => change({ data: event.currentTarget.value })}
          />
        </div>
        <div className={classes.stack}>
          <Checkbox
            size="xs"
            label="Wrong token"
            disabled={isMalformed}
            checked={answer.hasWrongToken && !isMalformed}
            onChange={(event) => change({ hasWrongToken: event.currentTarget.checked })}
          />
          <Curl action={action} answer={answer} />
          {reply === null ? (
            <Foreseen>
              <p className={classes.note}>{WORDS.verdict[verdictOn(action, deliveryOf(answer))].future}</p>
            </Foreseen>
          ) : (
            <p
              role={reply.httpStatus < 300 ? 'status' : 'alert'}
              className={classes.result}
              data-refused={reply.httpStatus >= 300}
            >
              {reply.message} (HTTP {reply.httpStatus})
            </p>
          )}
          <div>
            <Button type="submit" variant="default" loading={sending !== null}>
              Send response
            </Button>
          </div>
        </div>
      </form>
    </Section>
  );
}

function Curl({ action, answer }: { readonly action: Action; readonly answer: Answer }) {
  const callbackBase = useClock((clock) => clock.callbackBase);
  if (callbackBase === null) return null;
  return <JsonBlock title="The same from a terminal" value={curlOf(action, answer, callbackBase)} />;
}
