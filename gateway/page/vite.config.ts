import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig(async () => ({
  plugins: [react(), ...(process.env.VITE_MOCK ? [(await import('./test/mock/server.ts')).mockApi()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: process.env.VITE_MOCK ? undefined : { '/api': process.env.DUBAN_GATEWAY ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  test: {
    // A document is only made for tests that show something: it costs more than all the others together.
    projects: [
      { extends: true as const, test: { name: 'logic', environment: 'node', include: ['{src,test}/**/*.test.ts'] } },
      {
        extends: true as const,
        test: {
          name: 'shown',
          environment: 'jsdom',
          setupFiles: ['./test/setup.ts'],
          include: ['{src,test}/**/*.test.tsx'],
        },
      },
    ],
    css: false,
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
}))
