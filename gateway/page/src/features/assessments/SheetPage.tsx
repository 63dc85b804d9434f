import { Link, useParams } from '@tanstack/react-router'
import { Button, Popconfirm, Tag } from 'antd'
import { useState } from 'react'
import { Fact, Facts } from '@/components/Facts'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { UnitName } from '@/components/UnitNames'
import { WordsDialog } from '@/components/WordsDialog'
import { appealTones, appealWords, effect, placeOf, stateTones, stateWords } from '@/features/assessments/words'
import type { ScoreSheet, SheetItem, SheetLine } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useAssessment, useMonthSheet, useOpenAppeal, useSheet, useWithdrawAward } from '@/lib/requests/assessments'
import { longDay } from '@/lib/time'

/** A sheet that was announced, by its own address. */
export function SheetPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const sheet = useSheet(id)
  return <Loading query={sheet}>{(data) => <SheetView sheet={data} />}</Loading>
}

/** A unit's sheet of a month that may still change. */
export function MonthSheetPage() {
  const { month, unit } = useParams({ strict: false }) as { month: string; unit: string }
  const sheet = useMonthSheet(month, unit)
  return <Loading query={sheet}>{(data) => <SheetView sheet={data} />}</Loading>
}

function SheetView({ sheet }: { sheet: ScoreSheet }) {
  const [appealing, setAppealing] = useState<SheetLine | null>(null)
  const appeal = useOpenAppeal()
  // Who gives points may take them back, until the month is settled.
  const mayAward = useAssessment(sheet.month).data?.mayAward ?? false
  const items = (list: SheetItem[]) =>
    list.map((item) => <Item key={item.measure} item={item} mayAward={mayAward} onAppeal={setAppealing} />)
  return (
    <>
      <PageHead
        title={`${sheet.unit.shortName} ${periodWords(sheet.month)}得分单`}
        note={
          <Link to="/assessments" search={{ month: sheet.month }}>
            {periodWords(sheet.month)}考核排名
          </Link>
        }
      />
      <div className="stack">
        <Panel>
          <Facts>
            <Fact name="总分">
              <b style={{ fontSize: 22 }}>{sheet.total}</b> 分
              {sheet.announced != null && <span className="quiet small">（公布时 {sheet.announced}）</span>}
            </Fact>
            <Fact name="名次">
              {sheet.assessed} 个单位中第 {sheet.place}
              {sheet.announcedPlace != null && sheet.announcedPlace !== sheet.place && (
                <span className="quiet small">（公布时第 {sheet.announcedPlace}）</span>
              )}
            </Fact>
            <Fact name="单位">
              <UnitName unit={sheet.unit} />
            </Fact>
            <Fact name="状态">
              <Tag color={stateTones[sheet.state]} variant="filled">
                {stateWords[sheet.state]}
              </Tag>
            </Fact>
            {sheet.appealBy && <Fact name="申诉截止">{longDay(sheet.appealBy)}</Fact>}
          </Facts>
        </Panel>
        {sheet.parts.map((part) => (
          <Panel
            key={part.name}
            title={`${part.name} ${part.score} 分`}
            actions={
              <span className="quiet small">
                权重 {part.weight}%，计入总分 {part.weighted}
              </span>
            }
          >
            {part.items.every(({ lines }) => lines.length === 0) ? (
              <p className="quiet">没有扣分。计分项：{part.items.map(({ words }) => words).join('、')}。</p>
            ) : (
              items(part.items.filter(({ lines }) => lines.length > 0))
            )}
          </Panel>
        ))}
        {sheet.bonus.length > 0 && (
          <Panel
            title={`加分 ${sheet.bonusPoints} 分`}
            actions={sheet.bonusCap != null && <span className="quiet small">合计至多 {sheet.bonusCap} 分</span>}
          >
            {sheet.bonus.every(({ lines }) => lines.length === 0) ? (
              <p className="quiet">没有加分，可加分的有：{sheet.bonus.map(({ words }) => words).join('、')}。</p>
            ) : (
              items(sheet.bonus.filter(({ lines }) => lines.length > 0))
            )}
          </Panel>
        )}
      </div>
      <WordsDialog
        open={!!appealing}
        title="对这条扣分提出申诉"
        label="申诉理由"
        action="提出申诉"
        required
        busy={appeal.isPending}
        note={appealing && `${appealing.words}（${effect(appealing.points)} 分）`}
        onClose={() => setAppealing(null)}
        onSay={(words) =>
          appealing?.id && appeal.mutate({ lineId: appealing.id, words }, { onSuccess: () => setAppealing(null) })
        }
      />
    </>
  )
}

function Item(props: { item: SheetItem; mayAward: boolean; onAppeal: (line: SheetLine) => void }) {
  const { item } = props
  return (
    <section className="scored">
      <div className="row wrap between">
        <b>
          {item.words} {item.facts} 次
        </b>
        <span className="quiet small">
          {item.measure === 'FEATURE' ? '' : `每次 ${item.points} 分`}
          {item.cap != null && `，至多 ${item.cap} 分`}
          {item.capped ? `；合计 ${item.raw} 分，按上限计 ${item.counted} 分` : `；计 ${item.counted} 分`}
        </span>
      </div>
      <ul className="ruled">
        {item.lines.map((line, index) => (
          <Line key={line.id ?? `${line.factId} ${index}`} line={line} {...props} />
        ))}
      </ul>
    </section>
  )
}

function Line(props: { line: SheetLine; mayAward: boolean; onAppeal: (line: SheetLine) => void }) {
  const { line } = props
  const withdraw = useWithdrawAward()
  const place = placeOf(line)
  return (
    <li className="row wrap between">
      <span className="grow" style={{ minWidth: 180 }}>
        <span className="quiet small nowrap">{line.day}</span>{' '}
        {place ? <Link to={place as '/'}>{line.words}</Link> : <span>{line.words}</span>}
      </span>
      <span className="row">
        <b className="nowrap">{effect(line.points)}</b>
        {line.appealState && (
          <Link to="/assessments/appeals">
            <Tag color={appealTones[line.appealState]} variant="filled">
              {appealWords[line.appealState]}
            </Tag>
          </Link>
        )}
        {line.mayAppeal && (
          <Button size="small" onClick={() => props.onAppeal(line)}>
            申诉
          </Button>
        )}
        {props.mayAward && line.opens === 'AWARD' && (
          <Popconfirm title="撤销这项加分" okText="撤销" onConfirm={() => withdraw.mutate(line.factId)}>
            <Button size="small" loading={withdraw.isPending}>
              撤销
            </Button>
          </Popconfirm>
        )}
      </span>
    </li>
  )
}
