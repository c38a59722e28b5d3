import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MenuItemLink } from '@/components/links';
import { type Session, sessionQuery } from '@/features/access/api/get-session';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './side-bar.module.css';

export function WorkspaceSwitcher({ workspaces }: { workspaces: Session['workspaces'] }) {
  const current = useWorkspace();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const sample = workspaces.some(({ key, sample: isSample }) => key === current.key && isSample);
  return (
    <Menu width="target" position="bottom-start" onOpen={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}>
      <Menu.Target>
        <button type="button" className={styles.switch} aria-label={`Workspace: ${current.name}. Switch workspace`}>
          <span className={styles.grow}>
            {current.name}
            <span className={styles.small}>{sample ? 'Sample data' : `Amounts in ${current.currency}`}</span>
          </span>
          <IconSelector size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Workspaces</Menu.Label>
        {workspaces.map(({ key, name }) => (
          <Menu.Item
            key={key}
            aria-current={key === current.key}
            rightSection={key === current.key ? <IconCheck size={16} aria-hidden="true" /> : null}
            onClick={() => {
              void navigate({ to: '/w/$workspace/overview', params: { workspace: key } });
            }}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <MenuItemLink to="/w/$workspace/new-workspace" params={{ workspace: current.key }} leftSection={<IconPlus size={16} aria-hidden="true" />}>
          New workspace
        </MenuItemLink>
      </Menu.Dropdown>
    </Menu>
  );
}
