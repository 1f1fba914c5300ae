/** The persona that was tapped on the map, to be filled in beside it; the same fields as under Personas. */
import { Suspense } from 'react'
import { useRecord } from '../../bindings/useRecord.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PersonaId } from '../../model/records/persona.ts'
import { Loading } from '../../ui/Loading.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { lazyView } from '../lazyView.tsx'
import { useMediaUrl } from '../session/useMediaUrl.ts'
import { useFrame } from './FrameContext.ts'
import { useKeepPictures } from './useKeepPictures.ts'

const PersonaForm = lazyView(
  async () => (await import('../../features/personas/PersonaForm.tsx')).PersonaForm,
)

export interface PersonaAreaProps {
  readonly personaId: PersonaId
  readonly onClose: () => void
}

export function PersonaArea({ personaId, onClose }: PersonaAreaProps) {
  const t = useTranslate()
  const { session } = useFrame()
  const { mediaUrl, refresh } = useMediaUrl(session)
  const keep = useKeepPictures(refresh)
  const persona = useRecord('personas', personaId)
  return (
    <Sheet title={t('personas.one')} onClose={onClose} startsLow>
      {persona === null ? (
        <p>{t('inspector.gone')}</p>
      ) : (
        <Suspense fallback={<Loading label={t('ui.loading')} />}>
          <PersonaForm
            key={personaId}
            personaId={personaId}
            pictures={{ mediaUrl, keepPictures: keep.only }}
            onGone={onClose}
          />
        </Suspense>
      )}
    </Sheet>
  )
}
