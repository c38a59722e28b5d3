import { Radio, Stack } from '@mantine/core';
import type { ImportQuestion } from '../api/guess-import';

interface QuestionFormProps {
  questions: readonly ImportQuestion[];
  answers: Record<string, string>;
  onChange: (answers: Record<string, string>) => void;
}

/** What the file leaves open: nothing is guessed where a wrong guess would change the figures. */
export function QuestionForm({ questions, answers, onChange }: QuestionFormProps) {
  return (
    <Stack gap="lg">
      {questions.map(({ id, text, options }) => (
        <Radio.Group
          key={id}
          label={text}
          value={answers[id] ?? null}
          onChange={(answer) => {
            onChange({ ...answers, [id]: answer });
          }}
        >
          <Stack gap="xs" mt="xs">
            {options.map((option) => (
              <Radio key={option.value} value={option.value} label={option.value} description={option.text === option.value ? undefined : option.text} />
            ))}
          </Stack>
        </Radio.Group>
      ))}
    </Stack>
  );
}
