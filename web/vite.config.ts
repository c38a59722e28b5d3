import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = process.env.TESSERA_URL ?? 'http://127.0.0.1:8080';
const proxied = ['/api', '/v1', '/openapi', '/healthz', '/readyz'];

export default defineConfig(async ({ mode }) => ({
  // `npm run dev:mock` answers the API from src/testing/mocks: screens can be worked on without a server.
  plugins: [react(), ...(mode === 'mock' ? [(await import('./src/testing/mock-api-plugin.ts')).mockApi()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(mode === 'mock' ? [] : proxied.map((path) => [path, server])),
  },
  build: {
    target: 'es2022',
    // The server's content security policy forbids data: scripts and fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
}));
