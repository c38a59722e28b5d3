import { notifications } from '@mantine/notifications';
import { asProblem } from './api/problem';

/** Tells that something was done. */
export function notifyDone(title: string, message: string): void {
  notifications.show({ color: 'teal', title, message });
}

/** Tells why something was not done, in the server's words. */
export function notifyProblem(error: unknown): void {
  const problem = asProblem(error);
  notifications.show({ color: 'red', title: problem.title, message: problem.message });
}
