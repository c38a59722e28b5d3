import { IconSearch } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { Logo } from '@/components/logo';
import { Vault } from '@/components/vault';
import { lineBeside, navigationGroups } from '@/config/navigation';
import type { Session } from '@/features/access/api/get-session';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import { openCommandPalette } from './command-palette';
import { ThemeToggle } from './theme-toggle';
import styles from './side-bar.module.css';
import { UserMenu } from './user-menu';
import { WorkspaceSwitcher } from './workspace-switcher';

const shortcut = /Mac|iPhone|iPad/.test(globalThis.navigator.userAgent) ? '⌘ K' : 'Ctrl K';

export function SideBar({ session }: { session: Session }) {
  const { key } = useWorkspace();
  const here = useLocation({ select: ({ pathname }) => lineBeside(pathname) });
  return (
    <>
      <Vault />
      <div className={styles.bar}>
        <Link className={styles.brand} to="/w/$workspace/overview" params={{ workspace: key }}>
          <Logo />
          Tessera
        </Link>
        <WorkspaceSwitcher workspaces={session.workspaces} />
        <button type="button" className={styles.search} onClick={openCommandPalette}>
          <IconSearch size={16} aria-hidden="true" />
          Search or go to
          <span className={styles.keys} aria-hidden="true">
            {shortcut}
          </span>
        </button>
        <nav aria-label="Main">
          {navigationGroups.map(({ name, links }) => (
            <div key={name ?? ''} className={styles.group}>
              {name ? (
                <p id={`navigation-${name}`} className={styles.groupName}>
                  {name}
                </p>
              ) : null}
              <ul className={styles.links} {...(name ? { 'aria-labelledby': `navigation-${name}` } : {})}>
                {links.map(({ to, label, icon: Icon }) => (
                  <li key={to}>
                    <Link className={styles.link} to={to} params={{ workspace: key }} {...(to === here ? { 'data-status': 'active', 'aria-current': 'page' as const } : {})}>
                      <Icon size={19} stroke={1.7} aria-hidden="true" />
                      {label}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className={styles.foot}>
          <UserMenu session={session} />
          <ThemeToggle />
        </div>
      </div>
    </>
  );
}
