import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ErrorBoundary } from '@/components/error-boundary';
import { Logo } from '@/components/logo';
import { FreshFigures } from '../arrival/fresh-figures';
import { sessionQuery } from '@/features/access/api/get-session';
import { EngineBanner } from '@/features/hosting/components/engine-banner';
import { WorkspaceContext } from '@/lib/workspace/workspace-context';
import { showTimesIn } from '@/lib/format/dates';
import { rememberWorkspace } from '@/lib/workspace/last-workspace';
import { CommandPalette, openCommandPalette } from './command-palette';
import { SessionGuard } from './session-guard';
import { SideBar } from './side-bar';
import styles from './shell.module.css';
import { UnknownWorkspace } from './unknown-workspace';

const route = getRouteApi('/w/$workspace');

export function Shell() {
  const { workspace: key } = route.useParams();
  const context = route.useRouteContext();
  // The list of workspaces may grow while the page is open; until it is asked again, it is the one the page began with.
  const session = useQuery(sessionQuery).data ?? context.session;
  const workspace = session.workspaces.find((candidate) => candidate.key === key);
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [menuOpened, menu] = useDisclosure(false);
  const wide = useMediaQuery('(min-width: 901px)', true);
  const main = useRef<HTMLElement>(null);
  const shownBefore = useRef(pathname);

  useEffect(() => {
    if (workspace) rememberWorkspace(workspace.key);
  }, [workspace]);

  useEffect(() => {
    // A new screen takes the focus, as a new page would; the first one leaves it to the browser.
    if (shownBefore.current === pathname) return;
    shownBefore.current = pathname;
    main.current?.focus({ preventScroll: true });
    menu.close();
  }, [pathname, menu]);

  if (!workspace) return <UnknownWorkspace workspaceKey={key} />;
  // Before anything below is drawn.
  showTimesIn(workspace.timeZone);
  return (
    <WorkspaceContext value={workspace}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <div className={styles.shell}>
        {wide ? (
          <div className={styles.side}>
            <SideBar session={session} />
          </div>
        ) : (
          <header className={styles.topbar}>
            <ActionIcon variant="transparent" c="inherit" size="lg" aria-label="Open the menu" aria-expanded={menuOpened} onClick={menu.open}>
              <IconMenu2 />
            </ActionIcon>
            <span className={styles.brand}>
              <Logo size={24} />
              Tessera
            </span>
            <ActionIcon variant="transparent" c="inherit" size="lg" aria-label="Search and go to" onClick={openCommandPalette}>
              <IconSearch />
            </ActionIcon>
          </header>
        )}
        <Drawer
          opened={menuOpened && !wide}
          onClose={menu.close}
          size={268}
          padding={0}
          withCloseButton={false}
          title={undefined}
          // The dialog bears the name, not the element around it, which has no role that could.
          attributes={{ content: { 'aria-label': 'Menu' } }}
          classNames={{ content: styles.drawer, body: styles.drawerBody }}
        >
          <SideBar session={session} />
        </Drawer>
        <main id="main" ref={main} className={styles.main} tabIndex={-1}>
          <EngineBanner />
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </main>
      </div>
      <CommandPalette />
      <SessionGuard />
      <FreshFigures />
    </WorkspaceContext>
  );
}
