/** *Why?*: a quiet button that opens the arithmetic and the rule behind what it is beside. */
import { Popover } from '@mantine/core';
import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from 'react';
import { type Explanation, isSum } from '../../../views/why/explanation.ts';
import { ruleInWords } from '../../../views/why/rules.ts';
import { useProjection } from '../stores/projection.ts';
import { WITHIN_WINDOW } from '../theme/theme.ts';
import { RuleLink } from './rule-link.tsx';
import classes from './why.module.css';

interface WhyProps {
  /** Without one there is no button. */
  readonly of: Explanation | null;
  /** A mere `?`, where there is one in every row. */
  readonly compact?: boolean | undefined;
}

export function Why({ of, compact = false }: WhyProps) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // A class is told, and asks no button.
  const isProjected = useProjection() !== null;
  if (of === null || isProjected) return null;
  const close = () => {
    setOpened(false);
    button.current?.focus({ preventScroll: true });
  };
  return (
    <span className={classes.why}>
      <button
        ref={button}
        type="button"
        className={classes.button}
        data-compact={compact || undefined}
        aria-label={`Why? ${of.title}`}
        aria-haspopup="dialog"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      />
      {/* Built only while open: a table has one of these in every row. */}
      {opened && <Box of={of} button={button} onClose={close} onLeave={() => setOpened(false)} />}
    </span>
  );
}

interface BoxProps {
  readonly of: Explanation;
  readonly button: RefObject<HTMLButtonElement | null>;
  /** The focus goes back to the button. */
  readonly onClose: () => void;
  /** Something else was pressed, and has the focus. */
  readonly onLeave: () => void;
}

function Box({ of: { title, lines, rules }, button, onClose, onLeave }: BoxProps) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      const isInside = [box.current, button.current].some((element) => element?.contains(target as Node));
      if (!isInside) leave();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [button]);
  // It comes into the page a moment after this component, so its ref and no effect moves the focus.
  const [takeFocus] = useState(() => (element: HTMLDivElement | null) => {
    box.current = element;
    element?.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    // Past its last rule Tab continues from the button, not from the end of the page, where the box is.
    if (event.key === 'Tab' && leaves(event)) onClose();
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  return (
    <Popover
      opened
      position="bottom-start"
      width={440}
      shadow="md"
      offset={4}
      middlewares={WITHIN_WINDOW}
      transitionProps={{ duration: 0 }}
      withRoles={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <span className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown
        ref={takeFocus}
        className={classes.box}
        role="dialog"
        aria-labelledby={titleId}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        // To React a box in a row is a part of the row, which a click would open.
        onClick={stop}
      >
        <h3 id={titleId} className={classes.title}>
          {title}
        </h3>
        {lines.map((line) => (
          <p key={line} className={classes.line} data-sum={isSum(line) || undefined}>
            {line}
          </p>
        ))}
        {rules.length > 0 && (
          <dl className={classes.rules}>
            {rules.map((rule) => (
              <div key={rule} style={{ display: 'contents' }}>
                <dt>
                  <RuleLink rule={rule} onFollow={onClose} />
                </dt>
                <dd>{ruleInWords(rule)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whether Tab leads out of the box. */
function leaves({ currentTarget, target, shiftKey }: KeyboardEvent): boolean {
  const links = [...currentTarget.querySelectorAll('button')];
  return shiftKey ? target === currentTarget || target === links[0] : links.length === 0 || target === links.at(-1);
}

const stop = (event: SyntheticEvent) => event.stopPropagation();
