/** Export and import over the open workshop: fetched when they are first opened, gone with the workshop. */
import { Suspense, useEffect } from 'react'
import { lazyView } from '../lazyView.tsx'
import { useExchangeStore } from './exchangeStore.ts'

const ExportArea = lazyView(async () => (await import('./ExportArea.tsx')).ExportArea)

export function ExchangeArea() {
  const { dialog, close } = useExchangeStore()
  useEffect(() => close, [close])
  if (dialog === null) return null
  return (
    <Suspense fallback={null}>
      <ExportArea onClose={close} />
    </Suspense>
  )
}
