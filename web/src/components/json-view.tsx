import styles from './json-view.module.css';

/** Data as it was sent, laid out to be read. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.label}>{label}</figcaption>
      <pre className={styles.json} tabIndex={0} role="region" aria-label={label}>
        {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
      </pre>
    </figure>
  );
}
