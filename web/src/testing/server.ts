import { setupServer } from 'msw/node';
import { freshState, makeHandlers, type MockState } from './mocks/handlers';

export const server = setupServer();

/** What the pretended server knows during one test. */
export let backend: MockState = freshState();

export function resetBackend(): void {
  backend = freshState();
  server.resetHandlers(...makeHandlers(backend));
}
