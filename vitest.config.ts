import { defineConfig } from 'vitest/config'

/** Drawn twice a frame by a software renderer, or whole visits on phones, they take minutes: npm run headsets. */
const HEADSETS = [
  'test/browser/ar.test.ts',
  'test/browser/headset.test.ts',
  'test/browser/headsetTroubles.test.ts',
  'test/browser/headsetVisit.test.ts',
  'test/browser/spacePanels.test.ts',
  'test/browser/panels.test.ts',
  'test/browser/phone.test.ts',
  'test/browser/phoneScreens.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'test/unit/**/*.test.ts'],
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'test/server/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: HEADSETS,
          // One browser at a time: a software renderer takes all the cores there are.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'headset',
          include: HEADSETS,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
