import type { Me } from '@/lib/api/types'
import { http } from '@/lib/http'

export const signIn = (words: { username: string; password: string }) => http.post<Me>('/api/session', words)
export const signOut = () => http.delete<void>('/api/session')
export const changePassword = (words: { old: string; new: string }) => http.put<void>('/api/me/password', words)
