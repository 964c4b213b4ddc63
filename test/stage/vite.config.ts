import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Shows the stage alone: npx vite --config test/stage/vite.config.ts */
export default defineConfig({
  root: 'test/stage',
  plugins: [react()],
  cacheDir: '../../.cache/vite-stage',
  server: { port: 5199, fs: { allow: ['../..'] } },
})
