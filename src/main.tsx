import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { reloadOnNewerBuild, startComfort, TraineeApp } from './apps/trainee/index.ts'
import { startLanguages } from './i18n/index.ts'

startLanguages()
reloadOnNewerBuild()
startComfort()

const root = document.getElementById('app')
if (!root) throw new Error('index.html has no element "app" to draw into')
createRoot(root).render(
  <StrictMode>
    <TraineeApp />
  </StrictMode>,
)
