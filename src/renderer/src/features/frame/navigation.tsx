/** The screens at the left. */
import { Kbd, UnstyledButton } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { Link, useLocation } from 'wouter';
import { keysHere } from '../../client/keys-here.ts';
import { IconHelp, IconSearch } from '../../components/icons.tsx';
import { openHelpHere } from '../../stores/help.ts';
import { ColorSchemeControl } from '../../theme/color-scheme-control.tsx';
import { isAt } from './can-do.ts';
import classes from './navigation.module.css';
import { SCREENS } from './screens.ts';
import { WorkspaceMenu } from './workspace-menu.tsx';

/** `Ctrl K`, or what it is on a Mac. */
const PALETTE_KEYS = keysHere('view.palette').join(' ');

export function Navigation() {
  const [path] = useLocation();
  return (
    <aside aria-label="Workspace" className={classes.side}>
      <div className={classes.brand}>
        <span className={classes.name}>Trigger Lab</span>
        <WorkspaceMenu />
      </div>
      <nav aria-label="Main" className={classes.links}>
        {SCREENS.map(({ name, path: to, icon: Icon }) => (
          <Link
            key={to}
            href={to}
            className={classes.link ?? ''}
            title={name}
            aria-current={isAt(path, to) ? 'page' : undefined}
          >
            <Icon />
            <span className={classes.word}>{name}</span>
          </Link>
        ))}
      </nav>
      <div className={classes.foot}>
        <UnstyledButton className={classes.tool} onClick={openSpotlight}>
          <IconSearch size={14} />
          <span className={classes.word}>Go to …</span>
          <Kbd size="xs" ml="auto">
            {PALETTE_KEYS}
          </Kbd>
        </UnstyledButton>
        <UnstyledButton className={classes.tool} onClick={openHelpHere}>
          <IconHelp size={14} />
          <span className={classes.word}>Help</span>
          <Kbd size="xs" ml="auto">
            ?
          </Kbd>
        </UnstyledButton>
        <div className={classes.theme}>
          <ColorSchemeControl />
        </div>
      </div>
    </aside>
  );
}
