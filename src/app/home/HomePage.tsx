/** The home screen with everything behind its buttons: dialogs, import, bin. */
import { FileInput, PackageCheck } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { OnlyHereNotice } from '../../features/health/OnlyHereNotice.tsx'
import { BinDialog } from '../../features/home/BinDialog.tsx'
import { HomeScreen } from '../../features/home/HomeScreen.tsx'
import { NewWorkshopDialog } from '../../features/home/NewWorkshopDialog.tsx'
import { RenameDialog } from '../../features/home/RenameDialog.tsx'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { isRoomClosed, type WorkshopEntry } from '../../storage/workshopEntry.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { lazyView } from '../lazyView.tsx'
import { useServices } from '../ServicesContext.ts'
import { useOpenFiles } from '../workshopFile/useOpenFiles.ts'
import { SettingsMenu } from '../SettingsMenu.tsx'
import { reasonText } from '../reasonText.ts'
import { HomeHealth } from './HomeHealth.tsx'
import { KeepingNotice } from './KeepingNotice.tsx'
import { JoinDialog } from './JoinDialog.tsx'
import { usePageTitle } from '../usePageTitle.ts'
import { useHomeActions } from './useHomeActions.ts'
import { useWorkshopList } from './useWorkshopList.ts'
import { reloadPage } from '../reloadPage.ts'

const HandBackFlow = lazyView(async () => (await import('../handBack/HandBackFlow.tsx')).HandBackFlow)
const ImportNew = lazyView(async () => (await import('../exchange/ImportNew.tsx')).ImportNew)
const ExportAllFlow = lazyView(async () => (await import('../deviceArchive/ExportAllFlow.tsx')).ExportAllFlow)

type OpenDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'join' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'rename'; readonly entry: WorkshopEntry }
  | { readonly kind: 'exportAll' }
  | { readonly kind: 'import' }
  | { readonly kind: 'handBack'; readonly entry: WorkshopEntry }

export function HomePage() {
  const { clock } = useServices()
  const t = useTranslate()
  const list = useWorkshopList()
  const actions = useHomeActions()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const entries = list?.ok === true ? list.value : []
  const notOnRelay = entries.filter(isNotOnRelay)
  const openFiles = useOpenFiles()
  const close = () => setDialog(null)
  usePageTitle(t('frame.toHome'))
  return (
    <>
      <HomeScreen
        workshops={list?.ok === true ? entries.filter((entry) => entry.deletedAt === null) : list && []}
        binned={entries.filter((entry) => entry.deletedAt !== null)}
        now={clock.now()}
        onNew={() => setDialog({ kind: 'new' })}
        onJoin={() => setDialog({ kind: 'join' })}
        onFiles={openFiles}
        onBin={() => setDialog({ kind: 'bin' })}
        onOpen={actions.open}
        onRename={(entry) => setDialog({ kind: 'rename', entry })}
        onDuplicate={actions.duplicate}
        onHandBack={(entry) => setDialog({ kind: 'handBack', entry })}
        onRemove={actions.remove}
        settings={<SettingsMenu />}
        health={
          <>
            <HomeHealth />
            <Button icon={<FileInput />} onClick={() => setDialog({ kind: 'import' })}>
              {t('importDialog.open')}
            </Button>
            {entries.length === 0 ? null : (
              <Button icon={<PackageCheck />} onClick={() => setDialog({ kind: 'exportAll' })}>
                {t('deviceArchive.action')}
              </Button>
            )}
          </>
        }
        notice={
          <>
            <KeepingNotice />
            <OnlyHereNotice
              titles={notOnRelay.filter((entry) => !isRoomClosed(entry)).map(actions.titleOf)}
              closed={notOnRelay.filter(isRoomClosed).map(actions.titleOf)}
            />
            {list?.ok === false ? <ListFailure reason={list.error} /> : null}
          </>
        }
      />
      {dialog === null ? null : (
        <HomeDialog dialog={dialog} entries={entries} actions={actions} onClose={close} />
      )}
    </>
  )
}

/** A workshop without a relay says so on its tile; what lies in the bin was put there on purpose. */
function isNotOnRelay({ deletedAt, relayOrigin, onlyHereSince }: WorkshopEntry): boolean {
  return deletedAt === null && relayOrigin !== null && typeof onlyHereSince === 'number'
}

function ListFailure({ reason }: { readonly reason: Parameters<typeof reasonText>[1] }) {
  const t = useTranslate()
  const reload = <Button onClick={reloadPage}>{t('common.retry')}</Button>
  return (
    <Callout tone="error" title={t('home.loadFailed')} actions={reload}>
      <p>{t('home.loadFailedText')}</p>
      <p>{reasonText(t, reason)}</p>
    </Callout>
  )
}

interface HomeDialogProps {
  readonly dialog: OpenDialog
  readonly entries: readonly WorkshopEntry[]
  readonly actions: ReturnType<typeof useHomeActions>
  readonly onClose: () => void
}

function HomeDialog({ dialog, entries, actions, onClose }: HomeDialogProps) {
  const [, navigate] = useLocation()
  switch (dialog.kind) {
    case 'new':
      return <NewWorkshopDialog onClose={onClose} onCreate={actions.create} />
    case 'join':
      return <JoinDialog onClose={onClose} />
    case 'bin':
      return (
        <BinDialog
          entries={entries.filter((entry) => entry.deletedAt !== null)}
          onClose={onClose}
          onRestore={actions.restore}
          onDelete={actions.deleteForGood}
        />
      )
    case 'rename':
      return (
        <RenameDialog
          title={dialog.entry.title}
          onClose={onClose}
          onRename={(title) => {
            actions.rename(dialog.entry, title)
            onClose()
          }}
        />
      )
    case 'import':
      return (
        <Suspense>
          <ImportNew onClose={onClose} onDone={(workshopId) => navigate(`/w/${workshopId}`)} />
        </Suspense>
      )
    case 'exportAll':
      return (
        <Suspense>
          <ExportAllFlow onClose={onClose} />
        </Suspense>
      )
    case 'handBack':
      return (
        <Suspense>
          <HandBackFlow entry={dialog.entry} onClose={onClose} />
        </Suspense>
      )
  }
}
