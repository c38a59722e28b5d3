import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '@/app/app';
import { backend } from './server';

/** The whole app at an address, signed in unless said otherwise. */
export function renderApp(address: string, { signedIn = true } = {}) {
  backend.signedIn = signedIn;
  globalThis.history.replaceState(null, '', address);
  const user = userEvent.setup();
  return { user, ...render(<App />) };
}

/** The query part of the present address. */
export function addressSearch(): URLSearchParams {
  return new URLSearchParams(globalThis.location.search);
}
