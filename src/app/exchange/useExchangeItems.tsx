/** The ways out and in of the menu behind the three dots. */
import { FileInput, FileOutput } from 'lucide-react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useExchangeStore } from './exchangeStore.ts'

export function useExchangeItems(): readonly MenuItem[] {
  const t = useTranslate()
  const open = useExchangeStore((state) => state.open)
  const mayWrite = useMayWrite()
  return [
    {
      id: 'export',
      label: t('exportDialog.open'),
      icon: <FileOutput />,
      onSelect: () => open('export'),
    },
    ...(mayWrite
      ? [
          {
            id: 'import',
            label: t('importDialog.open'),
            icon: <FileInput />,
            onSelect: () => open('import'),
          },
        ]
      : []),
  ]
}
