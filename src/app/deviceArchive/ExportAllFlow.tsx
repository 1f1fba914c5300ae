/** Saving everything on this device, from the home screen or from a workshop. */
import { useEffect, useState } from 'react'
import { ExportAllDialog, type ExportAllState } from '../../features/deviceArchive/ExportAllDialog.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { offerFile } from '../downloadFile.ts'
import { reasonText } from '../reasonText.ts'
import { useServices } from '../ServicesContext.ts'
import type { ExportedDevice, ExportFailure } from './exportDevice.ts'

export function ExportAllFlow({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const services = useServices()
  const [state, setState] = useState<ExportAllState>({ phase: 'asking' })
  const [controller] = useState(() => new AbortController())
  useEffect(() => () => controller.abort(), [controller])
  const failed = (reason: string) =>
    setState({ phase: 'failed', reason: t('deviceArchive.failed', { reason }) })
  const finish = ({ file, name, workshops, missingPictures, leftOut, secondCopies }: ExportedDevice) => {
    if (workshops > 0) offerFile(file, name)
    const reasonOf = (failure: (typeof leftOut)[number]['failure']) =>
      failure === null ? t('deviceArchive.leftOutFull') : reasonText(t, failure)
    const told = leftOut.map(({ title, failure }) => ({ title, reason: reasonOf(failure) }))
    setState({ phase: 'done', workshops, missingPictures, leftOut: told, secondCopies })
  }
  const refused = (failure: ExportFailure) =>
    failure.code === 'cancelled' ? undefined : failed(reasonText(t, failure))
  const run = async () => {
    if (!services.device.ok) return refused(services.device.error)
    setState({ phase: 'working', done: 0 })
    const { exportDevice } = await import('./exportDevice.ts')
    const exported = await exportDevice(services, services.device.value, {
      untitled: t('home.untitled'),
      signal: controller.signal,
      onProgress: (done) => setState({ phase: 'working', done }),
    })
    if (controller.signal.aborted) return
    if (exported.ok) finish(exported.value)
    else refused(exported.error)
  }
  const broken = (cause: unknown) => {
    services.logger.error('the device could not be exported', { cause: String(cause) })
    failed(t('app.unexpected'))
  }
  return <ExportAllDialog state={state} onStart={() => void run().catch(broken)} onClose={onClose} />
}
