import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { Narrowed } from '@/components/Narrowed'
import { PagedListing } from '@/components/PagedListing'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { DecideAppealDialog } from '@/features/assessments/DecideAppealDialog'
import { appealTones, appealWords, placeOf } from '@/features/assessments/words'
import type { Appeal } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useAppeals, useWithdrawAppeal } from '@/lib/requests/assessments'
import { moment } from '@/lib/time'
import { useFilter } from '@/lib/useFilter'

/** 考核申诉: what units say was counted wrongly, and what was decided. */
export function AppealsPage() {
  const { search, set } = useFilter('/assessments/appeals')
  const appeals = useAppeals({ state: search.state, month: search.month })
  const [deciding, setDeciding] = useState<Appeal | null>(null)
  return (
    <>
      <PageHead
        title="考核申诉"
        note={
          <Link to="/assessments" search={search.month ? { month: search.month } : {}}>
            考核排名
          </Link>
        }
      />
      <Panel flush>
        <div className="row wrap" style={{ padding: '12px 16px', gap: 10 }}>
          <Segmented
            value={search.state ?? ''}
            onChange={(state) => set({ state: String(state) || undefined })}
            options={[
              { value: '', label: '全部' },
              { value: 'OPEN', label: '待裁定' },
              { value: 'UPHELD,REJECTED', label: '已裁定' },
            ]}
          />
        </div>
        <Narrowed by={[{ words: search.month && periodWords(search.month), drop: () => set({ month: undefined }) }]} />
        <PagedListing<Appeal>
          query={appeals}
          idOf={({ id }) => id}
          empty={{ title: '没有申诉', note: '考核公布后，单位可在得分单上对具体扣分提出申诉' }}
          scroll={{ x: 980 }}
          card={(appeal) => (
            <div key={appeal.id} className="card">
              <div className="t">
                <UnitName unit={appeal.unit} /> {appeal.measureWords}（扣 {appeal.linePoints} 分）
              </div>
              <div className="m">
                <State appeal={appeal} />
                <span>{periodWords(appeal.month)}</span>
                <FactLink appeal={appeal} />
              </div>
              <p className="pre">{appeal.words}</p>
              {appeal.decision && <p className="quiet pre">裁定：{appeal.decision}</p>}
              <div style={{ marginTop: 8 }}>
                <Acts appeal={appeal} decide={setDeciding} />
              </div>
            </div>
          )}
          columns={[
            { title: '考核月份', width: 110, render: (_, { month }) => periodWords(month) },
            { title: '单位', width: 140, render: (_, { unit }) => <UnitName unit={unit} /> },
            {
              title: '扣分',
              width: 250,
              render: (_, appeal) => (
                <>
                  <Link to="/assessments/sheets/$id" params={{ id: appeal.sheetId }}>
                    {appeal.measureWords}（扣 {appeal.linePoints} 分）
                  </Link>
                  <div className="quiet small clip2">
                    {appeal.day} <FactLink appeal={appeal} />
                  </div>
                </>
              ),
            },
            {
              title: '申诉理由',
              render: (_, { words, appealedAt, appealedBy }) => (
                <>
                  <div className="clip2" title={words}>
                    {words}
                  </div>
                  <div className="quiet small">
                    {moment(appealedAt)} {appealedBy}
                  </div>
                </>
              ),
            },
            {
              title: '裁定',
              width: 230,
              render: (_, appeal) => (
                <>
                  <State appeal={appeal} />
                  {appeal.decision && (
                    <div className="quiet small clip2" title={appeal.decision}>
                      {appeal.decision}
                    </div>
                  )}
                </>
              ),
            },
            { title: '', width: 96, render: (_, appeal) => <Acts appeal={appeal} decide={setDeciding} /> },
          ]}
        />
      </Panel>
      {deciding && <DecideAppealDialog appeal={deciding} onClose={() => setDeciding(null)} />}
    </>
  )
}

const State = ({ appeal }: { appeal: Appeal }) => (
  <span>
    <Tag color={appealTones[appeal.state]} variant="filled">
      {appealWords[appeal.state]}
    </Tag>
    {appeal.restored != null && <span className="small">退还 {appeal.restored} 分</span>}
  </span>
)

function FactLink({ appeal }: { appeal: Appeal }) {
  const place = placeOf(appeal)
  return place ? <Link to={place as '/'}>{appeal.lineWords}</Link> : <span>{appeal.lineWords}</span>
}

function Acts({ appeal, decide }: { appeal: Appeal; decide: (appeal: Appeal) => void }) {
  const withdraw = useWithdrawAppeal()
  return (
    <>
      {appeal.allowed.includes('DECIDE') && (
        <Button size="small" type="primary" onClick={() => decide(appeal)}>
          裁定
        </Button>
      )}
      {appeal.allowed.includes('WITHDRAW') && (
        <Popconfirm
          title="撤回这件申诉"
          okText="撤回"
          onConfirm={() => withdraw.mutate({ id: appeal.id, version: appeal.version })}
        >
          <Button size="small" loading={withdraw.isPending}>
            撤回
          </Button>
        </Popconfirm>
      )}
    </>
  )
}
