/** The way from the home screen into somebody's workshop: its link or its code. */
import { useLocation } from 'wouter'
import { LinkEntry } from '../../features/join/LinkEntry.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { parseJoinLink } from '../../protocol/joinLink.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { joinStateOf } from '../join/joinState.ts'

export function JoinDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate()
  const [, navigate] = useLocation()
  return (
    <Dialog open onClose={onClose} title={t('join.title')}>
      <LinkEntry check={parseJoinLink} onLink={(text) => navigate('/join', { state: joinStateOf(text) })} />
    </Dialog>
  )
}
