/** Opens files, at once or in their turn; who has to wait is told. */
import { useCallback } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { showToast } from '../../ui/toastStore.ts'
import { openFiles } from './filesInTurn.ts'

export function useOpenFiles(): (files: readonly File[]) => void {
  const t = useTranslate()
  return useCallback(
    (files) => {
      if (!openFiles(files)) showToast(t('workshopFile.waits'))
    },
    [t],
  )
}
