/** Export and import over the open workshop: fetched when they are first opened, gone with the workshop. */
import { Suspense, useEffect } from 'react'
import { lazyView } from '../lazyView.tsx'
import { useExchangeStore } from './exchangeStore.ts'
import { fetchFormats } from './fetchFormats.ts'

// With everything they need: fetched ahead, they work when the network is gone and nothing was kept for that.
const ExportArea = lazyView(async () => {
  const { ExportArea: Area } = await import('./ExportArea.tsx')
  await fetchFormats()
  return Area
})
const ImportArea = lazyView(async () => {
  const { ImportArea: Area } = await import('./ImportArea.tsx')
  await import('../../exchange/planFiles.ts')
  return Area
})

export function ExchangeArea() {
  const { dialog, close } = useExchangeStore()
  useEffect(() => close, [close])
  if (dialog === null) return null
  return (
    <Suspense fallback={null}>
      {dialog === 'export' ? <ExportArea onClose={close} /> : <ImportArea onClose={close} />}
    </Suspense>
  )
}
