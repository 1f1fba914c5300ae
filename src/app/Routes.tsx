/** Which screen belongs to which address. Everything behind a workshop is fetched when it is first needed. */
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { useTranslate } from '../i18n/useTranslate.ts'
import { Loading } from '../ui/Loading.tsx'
import { HomePage } from './home/HomePage.tsx'
import { lazyView } from './lazyView.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'

const JoinPage = lazyView(async () => (await import('./join/JoinPage.tsx')).JoinPage)
const WorkshopPage = lazyView(async () => (await import('./frame/WorkshopPage.tsx')).WorkshopPage)
const WallPage = lazyView(async () => (await import('./wall/WallPage.tsx')).WallPage)

export function Routes() {
  const t = useTranslate()
  return (
    <Suspense fallback={<Loading label={t('ui.loading')} />}>
      <Switch>
        <Route path="/">
          <HomePage />
        </Route>
        <Route path="/join">
          <JoinPage />
        </Route>
        <Route path="/w/:id/:panel?">
          {({ id, panel }) => <WorkshopPage key={id} workshopId={id} panel={panel} />}
        </Route>
        <Route path="/wall/:id">{({ id }) => <WallPage key={id} workshopId={id} />}</Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  )
}
