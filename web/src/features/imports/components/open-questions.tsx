import { Button } from '@mantine/core';
import { useState } from 'react';
import { ProblemMessage } from '@/components/problem-message';
import { useAnswerImport } from '../api/answer-import';
import type { ImportDetail } from '../api/get-import';
import { QuestionForm } from './question-form';
import styles from './table-reading.module.css';

/** What only the person who knows the file can decide; with the answers the import goes on. */
export function OpenQuestions({ job }: { job: ImportDetail }) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const answering = useAnswerImport(job.id);
  const open = job.questions.some(({ id }) => !answers[id]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        answering.mutate(answers);
      }}
    >
      <QuestionForm questions={job.questions} answers={answers} onChange={setAnswers} />
      {answering.isError ? <ProblemMessage error={answering.error} /> : null}
      <div className={styles.go}>
        <Button type="submit" disabled={open} loading={answering.isPending}>
          Go on with the import
        </Button>
      </div>
    </form>
  );
}
