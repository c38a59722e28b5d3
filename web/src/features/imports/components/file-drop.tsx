import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { classes } from '@/lib/classes';
import styles from './file-drop.module.css';

const accepted = '.csv,.tsv,.txt,.xlsx,.json,.jsonl,.ndjson,.gz';

/** A file by dropping it or by choosing it. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  }

  return (
    // Dropping is an extra for the pointer; the button inside does the same for everyone.
    // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
    <div
      className={classes(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
    >
      <IconFileUpload size={34} stroke={1.4} aria-hidden="true" />
      <p className={styles.title}>Drop a file here</p>
      <p className={styles.hint}>CSV, TSV or XLSX, gzip too. Any size: it is read as a stream.</p>
      <input
        ref={input}
        className={styles.input}
        type="file"
        accept={accepted}
        aria-label="File to import"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
      <Button
        mt="sm"
        onClick={() => {
          input.current?.click();
        }}
      >
        Choose a file
      </Button>
    </div>
  );
}
