import type { Antivirus } from '@/lib/connectors/antivirus/port'

/** Where no antivirus is set: every file says that it was not scanned. */
export const noAntivirus: Antivirus = {
  begin: () => ({
    see: async () => undefined,
    verdict: async () => ({ kind: 'not_scanned', why: 'no_antivirus' }),
    abandon: () => undefined,
  }),
}
