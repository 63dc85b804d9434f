import { Link, useSearch as useAddress, useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { Blank } from '@/components/Blank'
import { Loading } from '@/components/Loading'
import { More } from '@/components/More'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitNames } from '@/components/UnitNames'
import { StateTag } from '@/features/ledger/columns'
import { fieldWords, kindWords, pieces } from '@/features/search/found'
import type { SearchHit } from '@/lib/api/types'
import { itemsOf } from '@/lib/pages'
import { periodWords } from '@/lib/period'
import { type SearchKind, searchable, useGlance, useSearch } from '@/lib/requests/search'

const kinds = Object.keys(kindWords) as SearchKind[]

/** Words of two characters and more in tasks, resolutions and reports; without a kind a few of each. */
export function SearchPage() {
  const navigate = useNavigate()
  const { q = '', kind } = useAddress({ strict: false }) as { q?: string; kind?: SearchKind }
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  const show = (words: string, chosen: SearchKind | undefined) =>
    navigate({ to: '/search', search: { ...(words && { q: words }), ...(chosen && { kind: chosen }) } })
  return (
    <>
      <PageHead title="全文搜索" note="在任务、议定事项和各单位报送的内容中查找，两个字即可" />
      <Panel flush>
        <search className="filters">
          <Input.Search
            autoFocus
            allowClear
            aria-label="要查找的文字"
            placeholder="例如：医共体"
            enterButton="搜索"
            maxLength={100}
            className="search-words"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onSearch={(words) => show(words.trim(), kind)}
          />
          <Segmented
            className="search-kinds"
            value={kind ?? ''}
            onChange={(chosen) => show(q, (chosen || undefined) as SearchKind | undefined)}
            options={[{ value: '', label: '全部' }, ...kinds.map((one) => ({ value: one, label: kindWords[one] }))]}
          />
        </search>
        {!searchable(q) ? (
          <Blank title={q ? '请至少输入两个字' : '输入要查找的文字'} note="不分全角半角和大小写，空格不计" />
        ) : kind ? (
          <Found q={q} kind={kind} />
        ) : (
          kinds.map((one) => <Glance key={one} q={q} kind={one} all={() => show(q, one)} />)
        )}
      </Panel>
    </>
  )
}

function Found({ q, kind }: { q: string; kind: SearchKind }) {
  const found = useSearch(q, kind)
  return (
    <Loading query={found}>
      {(list) => {
        const hits = itemsOf(list)
        if (hits.length === 0) return <Nothing kind={kind} />
        return (
          <>
            <Hits hits={hits} />
            <More
              has={found.hasNextPage}
              loading={found.isFetchingNextPage}
              load={found.fetchNextPage}
              shown={hits.length}
            />
          </>
        )
      }}
    </Loading>
  )
}

function Glance({ q, kind, all }: { q: string; kind: SearchKind; all: () => void }) {
  const found = useGlance(q, kind)
  return (
    <section aria-label={kindWords[kind]} className="found-kind">
      <h2>{kindWords[kind]}</h2>
      <Loading query={found}>
        {({ items, next }) =>
          items.length === 0 ? (
            <p className="quiet small">没有找到</p>
          ) : (
            <>
              <Hits hits={items} />
              {next && (
                <Button type="link" size="small" style={{ padding: 0 }} onClick={all}>
                  查看全部{kindWords[kind]}
                </Button>
              )}
            </>
          )
        }
      </Loading>
    </section>
  )
}

const Nothing = ({ kind }: { kind: SearchKind }) => (
  <Blank title={`没有找到相关的${kindWords[kind]}`} note="可换一个说法，或在其他类别中查找" />
)

function Hits({ hits }: { hits: SearchHit[] }) {
  return (
    <ul className="hits">
      {hits.map((hit) => (
        <li key={hit.id}>
          {hit.kind === 'REPORT' ? (
            <Link to="/reports/$id" params={{ id: hit.id }}>
              {hit.title}
            </Link>
          ) : (
            <Link to="/tasks/$id" params={{ id: hit.taskId }}>
              {hit.title}
            </Link>
          )}
          <p>
            <span className="quiet small">{fieldWords[hit.field]}：</span>
            <Marked hit={hit} />
          </p>
          <div className="quiet small row wrap" style={{ gap: '2px 12px' }}>
            {hit.period && <span>{periodWords(hit.period)}报送</span>}
            {hit.state && <StateTag state={hit.state} />}
            <UnitNames units={hit.units} most={3} />
            {hit.dueOn && <span>时限 {hit.dueOn}</span>}
            <span className="clip">{hit.planTitle}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Marked({ hit }: { hit: SearchHit }): ReactNode {
  const { before, found, after } = pieces(hit.snippet)
  return (
    <>
      {before}
      {found && <mark>{found}</mark>}
      {after}
    </>
  )
}
