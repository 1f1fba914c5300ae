/** The list of namespaces: one file each, so that a feature's texts stand together in both languages. */
import { app } from './messages/app.ts'
import { canvas } from './messages/canvas.ts'
import { cli } from './messages/cli.ts'
import { common } from './messages/common.ts'
import { exchange } from './messages/exchange.ts'
import { health } from './messages/health.ts'
import { home } from './messages/home.ts'
import { inspector } from './messages/inspector.ts'
import { join } from './messages/join.ts'
import { map } from './messages/map.ts'
import { personas } from './messages/personas.ts'
import { posterSheet } from './messages/posterSheet.ts'
import { template } from './messages/template.ts'
import { ui } from './messages/ui.ts'
import { update } from './messages/update.ts'

export const messages = {
  app,
  canvas,
  cli,
  common,
  exchange,
  health,
  home,
  inspector,
  join,
  map,
  personas,
  posterSheet,
  template,
  ui,
  update,
}
