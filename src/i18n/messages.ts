/** The list of namespaces: one file each, so that a feature's texts stand together in both languages. */
import { agenda } from './messages/agenda.ts'
import { app } from './messages/app.ts'
import { bin } from './messages/bin.ts'
import { canvas } from './messages/canvas.ts'
import { cli } from './messages/cli.ts'
import { comments } from './messages/comments.ts'
import { common } from './messages/common.ts'
import { deviceArchive } from './messages/deviceArchive.ts'
import { exchange } from './messages/exchange.ts'
import { exportDialog } from './messages/exportDialog.ts'
import { facilitation } from './messages/facilitation.ts'
import { frame } from './messages/frame.ts'
import { handBack } from './messages/handBack.ts'
import { health } from './messages/health.ts'
import { history } from './messages/history.ts'
import { home } from './messages/home.ts'
import { importDialog } from './messages/importDialog.ts'
import { inspector } from './messages/inspector.ts'
import { journeys } from './messages/journeys.ts'
import { join } from './messages/join.ts'
import { map } from './messages/map.ts'
import { media } from './messages/media.ts'
import { minutes } from './messages/minutes.ts'
import { outline } from './messages/outline.ts'
import { paper } from './messages/paper.ts'
import { people } from './messages/people.ts'
import { personas } from './messages/personas.ts'
import { posterDialog } from './messages/posterDialog.ts'
import { posterSheet } from './messages/posterSheet.ts'
import { recovery } from './messages/recovery.ts'
import { room } from './messages/room.ts'
import { share } from './messages/share.ts'
import { sheets } from './messages/sheets.ts'
import { template } from './messages/template.ts'
import { touchpoints } from './messages/touchpoints.ts'
import { ui } from './messages/ui.ts'
import { update } from './messages/update.ts'
import { wall } from './messages/wall.ts'
import { workshopFile } from './messages/workshopFile.ts'

export const messages = {
  agenda,
  app,
  bin,
  canvas,
  cli,
  comments,
  common,
  deviceArchive,
  exchange,
  exportDialog,
  facilitation,
  frame,
  handBack,
  health,
  history,
  home,
  importDialog,
  inspector,
  journeys,
  join,
  map,
  media,
  minutes,
  outline,
  paper,
  people,
  personas,
  posterDialog,
  posterSheet,
  recovery,
  room,
  share,
  sheets,
  template,
  touchpoints,
  ui,
  update,
  wall,
  workshopFile,
}
