import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressedFiles } from './compressed-files.ts';
import { firstLoad } from './first-load.ts';

const api = process.env.SENDRA_API ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react(), firstLoad('the log', ['/events/EventsLayout.tsx', '/events/LogPage.tsx'], 265), firstLoad('Home', ['/home/HomePage.tsx'], 185), compressedFiles()],
  // The server puts a fresh value in the placeholder's place with each answer (see AppFiles.cs).
  html: { cspNonce: '{csp-nonce}' },
  build: {
    outDir: '../Sendra.WebApi/wwwroot',
    emptyOutDir: true,
    // What the licenses of the packages in the bundle ask for.
    license: { fileName: 'third-party-notices.md' },
    // The Content-Security-Policy lets no data: script or font in, and hashed files are cached for good.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: { proxy: { '/api': api, '/swagger': api, '/health': api } },
});
