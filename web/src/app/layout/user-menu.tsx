import { Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconLogout, IconServer, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MenuItemLink } from '@/components/links';
import type { Session } from '@/features/access/api/get-session';
import { useSignOut } from '@/features/access/api/sign-out';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './side-bar.module.css';

export function UserMenu({ session }: { session: Session }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();

  // The screens go first: one that is still there would ask again, and be refused.
  async function leave() {
    await navigate({ to: '/signed-out' });
    queries.clear();
  }

  const signOut = useSignOut(leave);

  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className={styles.user} aria-label={`Account: ${session.user.name}`}>
          <IconUserCircle size={19} stroke={1.7} aria-hidden="true" />
          <span className={styles.grow}>{session.user.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuItemLink to="/w/$workspace/system" params={{ workspace: workspace.key }} leftSection={<IconServer size={16} aria-hidden="true" />}>
          System
        </MenuItemLink>
        <Menu.Item
          leftSection={<IconDeviceDesktop size={16} aria-hidden="true" />}
          onClick={() => {
            setColorScheme('auto');
          }}
        >
          Follow the system’s theme
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} aria-hidden="true" />}
          onClick={() => {
            signOut.mutate();
          }}
        >
          Sign out
        </Menu.Item>
        <Menu.Label>Tessera {session.version}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
