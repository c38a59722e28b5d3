import { TextInput } from '@mantine/core';
import styles from './details-form.module.css';
import type { Details } from './details';

interface DetailsFormProps {
  details: Details;
  /** A segment that exists keeps its key: others refer to it. */
  keyIsFixed: boolean;
  /** What the server said about the key. */
  keyProblem?: string | undefined;
  onChange: (details: Details) => void;
}

/** What a segment is called, for people and for other segments, and what it is for. */
export function DetailsForm({ details, keyIsFixed, keyProblem, onChange }: DetailsFormProps) {
  return (
    <section className={styles.details} aria-label="Name and purpose">
      <TextInput label="Name" required placeholder="Big spenders gone quiet" maxLength={200} value={details.name} onChange={(event) => onChange({ ...details, name: event.currentTarget.value })} />
      <TextInput
        label="Key"
        required
        description={undefined}
        disabled={keyIsFixed}
        placeholder="big-spenders-gone-quiet"
        maxLength={64}
        classNames={{ input: styles.key ?? '' }}
        error={keyProblem}
        value={details.key}
        onChange={(event) => onChange({ ...details, key: event.currentTarget.value, keyIsOwn: true })}
      />
      <TextInput label="What it is for" placeholder="Win them back before they forget us" maxLength={2000} value={details.description} onChange={(event) => onChange({ ...details, description: event.currentTarget.value })} />
    </section>
  );
}
