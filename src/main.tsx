/** Boot only: takes a secret out of the address bar, opens what the app stands on, and draws it. */
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { takeJoinSecret } from './app/join/joinState.ts'
import { openServices } from './app/openServices.ts'
import { guardSessions } from './app/session/guardSessions.ts'
import { createSupersededSignal } from './app/supersededSignal.ts'
import { startAppUpdate } from './app/update/appUpdate.ts'
import { typingGuard } from './app/update/readiness.ts'
import './ui/tokens.css'
import './ui/base.css'

takeJoinSecret(window)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
const superseded = createSupersededSignal()
const services = await openServices({ onSuperseded: superseded.raise })
services.readiness.addGuard(typingGuard(document))
guardSessions(services, window)
const update = import.meta.env.PROD ? startAppUpdate(services) : Promise.resolve(null)
createRoot(root).render(<App services={services} superseded={superseded.value} update={update} />)
