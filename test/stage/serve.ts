import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

/** Shows the stage alone, without server or session: npx tsx test/stage/serve.ts, then open the address it prints. */
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  cacheDir: '../../.cache/vite-stage',
  server: { port: 5199, fs: { allow: ['../..'] } },
})
await server.listen()
server.printUrls()
