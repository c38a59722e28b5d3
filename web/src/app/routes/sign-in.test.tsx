import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { goodCode } from '@/testing/mocks/handlers';
import { renderApp } from '@/testing/render-app';
import { server } from '@/testing/server';

describe('signing in', () => {
  it('exchanges the code of the link by itself and shows the overview', async () => {
    renderApp(`/sign-in#${goodCode}`, { signedIn: false });
    expect(await screen.findByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    expect(globalThis.location.pathname).toBe('/w/default/overview');
    expect(globalThis.location.hash).toBe('');
  });

  it('sends the code once', async () => {
    let exchanges = 0;
    server.events.on('request:start', ({ request }) => {
      if (request.method === 'POST' && request.url.endsWith('/api/session')) exchanges++;
    });
    renderApp(`/sign-in#${goodCode}`, { signedIn: false });
    await screen.findByRole('heading', { level: 1, name: 'Overview' });
    expect(exchanges).toBe(1);
  });

  it('says what to do when the link is used up', async () => {
    renderApp('/sign-in#old-code', { signedIn: false });
    expect(await screen.findByRole('alert')).toHaveTextContent('used or expired');
    expect(screen.getByText('./tessera link')).toBeVisible();
  });

  it('takes a pasted link', async () => {
    const { user } = renderApp('/sign-in', { signedIn: false });
    await user.type(await screen.findByLabelText('Sign-in link or code'), `http://127.0.0.1:8080/sign-in#${goodCode}`);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  });

  it('tells when the server is slowed down by wrong codes', async () => {
    server.use(http.post('*/api/session', () => HttpResponse.json({ title: 'Too many wrong sign-in codes', detail: 'Wait 8 seconds.', status: 429, code: 'too-many-attempts' }, { status: 429 })));
    renderApp('/sign-in#any', { signedIn: false });
    expect(await screen.findByRole('alert')).toHaveTextContent('Wait 8 seconds.');
  });

  it('is asked for before anything is shown, and leads back', async () => {
    const { user } = renderApp('/w/default/segments', { signedIn: false });
    await user.type(await screen.findByLabelText('Sign-in link or code'), goodCode);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();
  });

  it('does not follow an address of another site', async () => {
    renderApp(`/sign-in?next=https%3A%2F%2Fevil.example%2F#${goodCode}`, { signedIn: false });
    expect(await screen.findByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    expect(globalThis.location.host).toBe('tessera.test');
  });
});
