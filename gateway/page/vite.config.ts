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
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    css: false,
    isolate: false,
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
  },
}))
