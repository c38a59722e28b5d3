import { IconKey } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CopyButton } from './copy-button';
import styles from './secret-once.module.css';

interface SecretOnceProps {
  /** What it is: "Write key". */
  name: string;
  secret: string;
  children: ReactNode;
}

/** A secret at the one moment when it can be read. */
export function SecretOnce({ name, secret, children }: SecretOnceProps) {
  return (
    <section className={styles.secret} aria-label={name}>
      <p className={styles.head}>
        <IconKey size={18} aria-hidden="true" />
        <b>{name}</b> shown this once
      </p>
      <div className={styles.line}>
        <code className={styles.value}>{secret}</code>
        <CopyButton text={secret} what={`the ${name.toLowerCase()}`} />
      </div>
      <p className={styles.note}>{children}</p>
    </section>
  );
}
