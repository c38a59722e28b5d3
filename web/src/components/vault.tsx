import styles from './vault.module.css';

/** The mosaic vault behind the night surfaces. Decoration only. */
export function Vault() {
  return <div className={styles.vault} aria-hidden="true" />;
}
