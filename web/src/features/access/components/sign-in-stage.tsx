import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { Vault } from '@/components/vault';
import styles from './sign-in-card.module.css';

/** The page around everything that happens before one is signed in. */
export function SignInStage({ children }: { children: ReactNode }) {
  return (
    <div className={styles.stage}>
      <aside className={styles.story}>
        <Vault />
        <div className={styles.brand}>
          <Logo size={34} />
          Tessera
        </div>
        <p className={styles.promise}>
          Every customer is a tile. See the <em>picture</em>.
        </p>
      </aside>
      <main className={styles.desk}>
        <div className={styles.card}>{children}</div>
      </main>
    </div>
  );
}
