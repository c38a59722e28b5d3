import styles from './code-block.module.css';
import { CopyButton } from './copy-button';

interface CodeBlockProps {
  code: string;
  /** What it is: "the snippet for a browser". */
  label: string;
  /** Cuts what is higher, and lets it scroll. */
  height?: number;
}

/** Code to take along. */
export function CodeBlock({ code, label, height }: CodeBlockProps) {
  return (
    <div className={styles.block}>
      <pre className={styles.code} style={height ? { maxHeight: height } : undefined} tabIndex={0} role="region" aria-label={label}>
        {code}
      </pre>
      <div className={styles.foot}>
        <CopyButton text={code} what={label} />
      </div>
    </div>
  );
}
