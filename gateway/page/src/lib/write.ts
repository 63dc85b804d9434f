import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { Problem } from '@/lib/http'

/**
 * A change through the API: says that it is done, refreshes what it touched, shows a problem unless the caller does.
 */
export function useWrite<V, R>(
  call: (value: V) => Promise<R>,
  options: { done?: string | ((result: R) => string); refresh?: QueryKey[]; showsProblem?: boolean } = {},
) {
  const client = useQueryClient()
  const { message, notification } = App.useApp()
  return useMutation<R, Error, V>({
    mutationFn: call,
    onSuccess: async (result) => {
      if (options.done) message.success(typeof options.done === 'string' ? options.done : options.done(result))
      await Promise.all((options.refresh ?? []).map((queryKey) => client.invalidateQueries({ queryKey })))
    },
    onError: (reason) => {
      const problem = Problem.of(reason)
      // A stale copy is what the person acted on: bring the new one along with the refusal.
      if (problem.status === 409 || problem.status === 412) {
        for (const queryKey of options.refresh ?? []) client.invalidateQueries({ queryKey })
      }
      if (options.showsProblem || problem.status === 401) return
      notification.error({
        title: problem.detail,
        description:
          [...problem.errors.map((error) => error.detail), problem.traceId && `追踪号：${problem.traceId}`]
            .filter(Boolean)
            .join('；') || undefined,
        duration: 8,
      })
    },
  })
}
