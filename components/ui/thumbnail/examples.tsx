import type { Example } from '../example'
import { Thumbnail, type ThumbnailDrawing } from './thumbnail'

const DRAWINGS: readonly ThumbnailDrawing[] = [
  'gauges',
  'image',
  'pill',
  'lines',
  'grid',
  'stamp',
  'frame',
  'star',
  'blank',
]

export const examples: readonly Example[] = [
  {
    name: 'Neuf dessins, et en petit',
    show: (
      <div className="flex flex-wrap items-end gap-5">
        {DRAWINGS.map(drawing => (
          <Thumbnail drawing={drawing} key={drawing} />
        ))}
        <Thumbnail drawing="gauges" small />
      </div>
    ),
  },
]
