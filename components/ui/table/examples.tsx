import { ArrowUp, Check } from 'lucide'
import type { Example } from '../example'
import { Leaf } from '../sheet/sheet'
import { Tag } from '../tag/tag'
import { Table } from './table'

type Row = { when: string; value: string; usual: boolean; from: string }

const rows: readonly Row[] = [
  { when: '15 novembre 2026', value: '112', usual: true, from: 'Déclaré par vous' },
  { when: '3 septembre 2026', value: '146', usual: false, from: 'Mairie de Trois-Fontaines' },
]

export const examples: readonly Example[] = [
  {
    name: 'En blocs sur un téléphone',
    show: (
      <Leaf>
        <Table
          caption="Consommation d’eau"
          columns={[
            { id: 'when', label: 'Date', cell: row => row.when },
            { id: 'value', label: 'Mètres cubes', cell: row => row.value, numeric: true },
            {
              id: 'usual',
              label: 'Repère',
              cell: row =>
                row.usual ? (
                  <Tag icon={Check} tone="success">
                    Habituel
                  </Tag>
                ) : (
                  <Tag icon={ArrowUp} tone="warning">
                    Un peu haut
                  </Tag>
                ),
            },
            { id: 'from', label: 'Source', cell: row => row.from },
          ]}
          rowKey={row => row.when}
          rows={rows}
        />
      </Leaf>
    ),
  },
]
