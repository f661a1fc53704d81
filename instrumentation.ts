import { followRequests } from '@/lib/platform/http/response-status'

/** Run once by Next.js, before the first request. */
export function register(): void {
  followRequests()
}
