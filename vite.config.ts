import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compress } from './tools/compress.mjs'
import { profiles } from './tools/profiles.mjs'

const server = `http://127.0.0.1:${process.env.DOORSTEP_PORT ?? 5180}`

export default defineConfig({
  plugins: [react(), profiles(), compress()],
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    // One sheet of a few kilobytes is one request instead of six.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // What a session needs comes in one file; the picture and its renderer in another behind it. Each file is one more request.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'page', test: /src[\\/](ui|session)[\\/](?!remote|checkLine)/ },
            {
              name: 'remote',
              test: /src[\\/](protocol|session[\\/]remote)|node_modules[\\/](zod|socket\.io|engine\.io)/,
            },
            {
              name: 'session',
              test: /src[\\/]apps[\\/](trainee[\\/](scene|session|paper|wellness|visit[\\/](?!Picture|Meter|InHeadset))|parts)/,
            },
          ],
        },
      },
    },
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
