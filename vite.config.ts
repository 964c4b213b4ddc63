import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env.DOORSTEP_PORT ?? 5180}`

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // The list of what each page loads; `npm run check` weighs the start page by it.
    manifest: true,
    // Inlined pictures and sounds would weigh on the start page.
    assetsInlineLimit: 1024,
    // three and its renderer come in one lazy chunk of this order; the budget is checked elsewhere.
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      '/api': { target: server },
      '/health': { target: server },
      '/socket.io': { target: server, ws: true },
    },
  },
})
