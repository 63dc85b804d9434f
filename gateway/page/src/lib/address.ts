import { address } from '@/lib/http'

/** Addresses carry plain words, the same as the API's, so that they can be read, changed and passed on. */
export const parseSearch = (search: string) => Object.fromEntries(new URLSearchParams(search))
export const stringifySearch = (search: Record<string, unknown>) =>
  address('', search as Record<string, string | undefined>)
