import { Link } from '@tanstack/react-router';
import { useWorkspace } from '@/lib/workspace/workspace-context';
import styles from './people-or-companies.module.css';

/** Customers are people, and the companies they belong to. */
export function PeopleOrCompanies({ shown }: { shown: 'people' | 'companies' }) {
  const { key: workspace } = useWorkspace();
  return (
    <nav className={styles.choice} aria-label="Customers">
      <Link className={styles.link} to="/w/$workspace/customers" params={{ workspace }} activeOptions={{ exact: true, includeSearch: false }} aria-current={shown === 'people' ? 'page' : undefined}>
        People
      </Link>
      <Link className={styles.link} to="/w/$workspace/customers/companies" params={{ workspace }} aria-current={shown === 'companies' ? 'page' : undefined}>
        Companies
      </Link>
    </nav>
  );
}
