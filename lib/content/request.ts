import { getRequestConfig } from 'next-intl/server'
import { messages } from '@/lib/content/messages'
import { franceZone } from '@/lib/platform/france-time'

/** One language today; adding one is adding a folder beside `fr` and choosing here. */
export default getRequestConfig(async () => ({ locale: 'fr', timeZone: franceZone, messages }))
