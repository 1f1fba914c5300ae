/** Export and import over the open workshop: fetched when they are first opened, gone with the workshop. */
import { Suspense, useEffect } from 'react'
import { lazyView } from '../lazyView.tsx'
import { useExchangeStore } from './exchangeStore.ts'

const ExportArea = lazyView(async () => (await import('./ExportArea.tsx')).ExportArea)
const ImportArea = lazyView(async () => (await import('./ImportArea.tsx')).ImportArea)

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
