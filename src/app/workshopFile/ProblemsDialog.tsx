/** Why a workshop file was not opened, that nothing was changed, and what can still be had from it. */
import type { SalvagedWorkshop } from '../../exchange/workshopFile/salvageWorkshopFile.ts'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export interface ProblemsDialogProps {
  /** In words, the first being the most telling. */
  readonly problems: readonly string[]
  readonly salvage: SalvagedWorkshop | null
  readonly onSalvage: () => void
  readonly onClose: () => void
}

const MOST_SHOWN = 6

export function ProblemsDialog({ problems, salvage, onSalvage, onClose }: ProblemsDialogProps) {
  const t = useTranslate()
  return (
    <Dialog
      open
      size="m"
      title={t('workshopFile.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.close')}</Button>
          {salvage === null ? null : (
            <Button tone="primary" onClick={onSalvage}>
              {t('workshopFile.salvageOpen')}
            </Button>
          )}
        </>
      }
    >
      <div className="et-stack">
        <Callout tone="error" title={t('workshopFile.notChanged')}>
          {problems.slice(0, MOST_SHOWN).map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Callout>
        {salvage === null ? null : (
          <Callout
            tone="info"
            title={t('workshopFile.salvageOffer', { title: titleOf(salvage, t('home.untitled')) })}
          >
            {lossesOf(t, salvage).map((loss) => (
              <p key={loss}>{loss}</p>
            ))}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}

function titleOf({ title }: SalvagedWorkshop, untitled: string): string {
  return title === '' ? untitled : title
}

function lossesOf(t: Translate, { lostDocuments, lostMedia }: SalvagedWorkshop): readonly string[] {
  const losses: string[] = []
  if (lostDocuments.length === 0) losses.push(t('workshopFile.salvageWhole'))
  if (lostDocuments.includes('stage')) losses.push(t('workshopFile.salvageLostStage'))
  if (lostDocuments.includes('review')) losses.push(t('workshopFile.salvageLostReview'))
  if (lostMedia > 0) losses.push(t('workshopFile.salvageLostMedia', { n: lostMedia }))
  return losses
}
