/** What stands around every screen: navigation, clock, whose eyes, inbox and bell. */
import { type ReactNode, useEffect } from 'react';
import { useLocation } from 'wouter';
import { usePresenting } from '../../client/audience.ts';
import { useCaseNotices } from '../../client/case-notices.ts';
import { isDesktop } from '../../client/host.ts';
import { PersonSelect } from '../../components/person-select.tsx';
import { isStage } from '../../stores/address.ts';
import { visited } from '../../stores/recent.ts';
import { lookAsOneOf, useView, viewAs } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { Announcer } from './announcer.tsx';
import { Banners } from './banners.tsx';
import { Bell } from './bell.tsx';
import { ClockBar } from './clock-bar.tsx';
import { DesktopMenu } from './desktop-menu.tsx';
import { FileDrop } from './file-drop.tsx';
import classes from './frame.module.css';
import { useFreeKeysAfterMouse } from './free-keys.ts';
import { Inbox } from './inbox.tsx';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { useShortcuts } from './shortcuts.ts';
import { EventStrip } from './strip/event-strip.tsx';

interface FrameProps {
  /** Between the clock and the screen: what somebody new here is told. */
  readonly notice: ReactNode;
  /** Stands beside the screen; nothing where it is empty. */
  readonly aside: ReactNode;
  readonly children: ReactNode;
}

export function Frame({ notice, aside, children }: FrameProps) {
  const isReady = useWorkspace((state) => state.world !== null);
  const [path] = useLocation();
  const isBare = isStage(path);
  useShortcuts();
  usePresenting();
  useFreeKeysAfterMouse();
  useCaseNotices();
  return (
    <div className={classes.frame} data-bare={isBare || undefined}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        Skip to content
      </button>
      {!isBare && <Navigation />}
      <div className={classes.right}>
        <div className={classes.bar}>{isReady && (isBare ? <Clock /> : <Bar />)}</div>
        <Banners />
        {isReady && !isBare && notice}
        <div className={classes.screen}>
          <Main>{children}</Main>
          {aside}
        </div>
      </div>
      <Announcer />
      <Palette />
      <FileDrop />
      {isDesktop() && <DesktopMenu />}
    </div>
  );
}

function Bar() {
  const user = useView((state) => state.viewAs);
  return (
    <>
      <Clock>
        <ClockBar />
      </Clock>
      <section aria-label="Person" className={classes.person}>
        <span aria-hidden="true" className={classes.as}>
          as
        </span>
        <PersonSelect label="View as" hideLabel nobody="Everybody" size="xs" value={user} onChange={viewAs} />
        <Inbox />
        <Bell />
      </section>
    </>
  );
}

/** On a stage it has no bar: the picture says what time it is. */
function Clock({ children }: { readonly children?: ReactNode }) {
  useEyesOfThisWorkspace();
  return (
    <section aria-label="Clock" className={classes.clock}>
      {children}
      <EventStrip />
    </section>
  );
}

/** Another workspace may not have the person one looked as: then it is everybody again. */
function useEyesOfThisWorkspace(): void {
  const world = useWorkspace((state) => state.world);
  useEffect(() => {
    if (world !== null) lookAsOneOf(world.users);
  }, [world]);
}

/** The screen. Another address is another element: it starts at its top without a layout of its own for scrolling. */
function Main({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  useEffect(() => visited(path), [path]);
  return (
    <main key={path} id="main" tabIndex={-1} className={classes.main}>
      {children}
    </main>
  );
}
