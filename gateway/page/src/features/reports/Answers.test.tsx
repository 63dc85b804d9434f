import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Answers } from '@/features/reports/Answers'
import type { Report } from '@/lib/api/types'
import { aReport } from '../../../test/fixtures'
import { answering, show } from '../../../test/render'

const report: Report = { ...aReport(), allowed: ['SUBMIT'] }
const other = '0197f000-0000-7000-8000-00000000000a'

test('a report that is left as it is stands beside the answers, and leads there', async () => {
  answering({
    [`/api/reports/${report.id}/answers`]: {
      given: false,
      answeredBy: null,
      answeredByTask: null,
      spared: 0,
      answers: [{ kind: 'ROUND', words: '督导调度', taskId: report.taskId, reportId: null, indicatorId: null }],
      left: [{ words: '已另行填写，待单位负责人签发，不随本次报送改写。', taskId: report.taskId, reportId: other }],
    },
  })
  show(<Answers report={report} />)
  expect(await screen.findByText('同一事项的其他报送')).toBeInTheDocument()
  expect(screen.getByText(/不随本次报送改写/).closest('a')).toHaveAttribute('href', `/reports/${other}`)
})
