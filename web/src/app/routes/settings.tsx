import { IconAdjustmentsHorizontal, IconBuildingStore, IconChartDots3, IconChevronRight, IconEraser, IconServer } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Page } from '@/components/page';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './settings.module.css';

const places = [
  { to: '/w/$workspace/workspace', title: 'Workspace', about: 'Its name, the currency of its money, and the time zone in which its days begin.', icon: IconBuildingStore },
  { to: '/w/$workspace/identity', title: 'Identity rules', about: 'Which calls are the same customer’s: priority, limits, blocked values, and what is kept apart.', icon: IconAdjustmentsHorizontal },
  { to: '/w/$workspace/rfm', title: 'RFM settings', about: 'How customers are scored by recency, frequency and monetary value.', icon: IconChartDots3 },
  { to: '/w/$workspace/erasures', title: 'Erased customers', about: 'Who was erased, how far that is, and which backups hold them still.', icon: IconEraser },
  { to: '/w/$workspace/system', title: 'System', about: 'What runs here, and where its data lies.', icon: IconServer },
] as const;

export function SettingsRoute() {
  const { key: workspace } = useWorkspace();
  return (
    <Page title="Settings">
      <ul className={styles.places}>
        {places.map(({ to, title, about, icon: Icon }) => (
          <li key={to}>
            <Link className={styles.place} to={to} params={{ workspace }}>
              <Icon size={22} stroke={1.6} aria-hidden="true" />
              <span>
                <b>{title}</b>
                <span className={styles.about}>{about}</span>
              </span>
              <IconChevronRight size={18} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
