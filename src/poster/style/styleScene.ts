/** One scene, printed in colour, in greys or with little ink. */
import type { PosterStyle } from '../../layout/poster/posterSheets.ts'
import type { Scene } from '../../layout/scene.ts'
import { greyScene } from './greyScene.ts'
import { savingScene } from './savingScene.ts'

export function styleScene(scene: Scene, style: PosterStyle): Scene {
  switch (style) {
    case 'colour':
      return scene
    case 'grey':
      return greyScene(scene)
    case 'saving':
      return savingScene(scene)
  }
}
