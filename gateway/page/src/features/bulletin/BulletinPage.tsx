import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Popconfirm, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { PaperButton } from '@/components/PaperButton'
import { PaperPreview } from '@/features/bulletin/PaperPreview'
import { TextsEditor } from '@/features/bulletin/TextsEditor'
import { sameTexts, unknownNames } from '@/features/bulletin/texts'
import type { Bulletin } from '@/lib/api/types'
import { periodWords } from '@/lib/period'
import { useBulletin, useIssueBulletin, useWriteBulletin } from '@/lib/requests/bulletins'

export function BulletinPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const bulletin = useBulletin(id)
  return <Loading query={bulletin}>{(shown) => <View bulletin={shown} />}</Loading>
}

function View({ bulletin }: { bulletin: Bulletin }) {
  const [texts, setTexts] = useState(bulletin.texts)
  const write = useWriteBulletin()
  const issue = useIssueBulletin()
  useEffect(() => setTexts(bulletin.texts), [bulletin.texts])
  const changed = !sameTexts(texts, bulletin.texts)
  const unknown = unknownNames(texts, bulletin.names)
  const target = { round: bulletin.roundId, version: bulletin.version }
  return (
    <>
      <PageHead
        title={`${periodWords(bulletin.period)}通报`}
        note={
          <Link to="/dashboard" search={{ period: bulletin.period, plan: bulletin.planId }}>
            {bulletin.planTitle}
          </Link>
        }
      >
        {bulletin.issued && <Tag color="success">已印发 {bulletin.number}</Tag>}
        <PaperButton
          path={`/api/rounds/${bulletin.roundId}/bulletin`}
          name={`${bulletin.period}通报${bulletin.number ?? '（未印发）'}`}
        />
        {bulletin.mayEdit && (
          <>
            <Button
              disabled={!changed || unknown.length > 0}
              loading={write.isPending}
              onClick={() => write.mutate({ ...target, texts })}
            >
              保存并更新预览
            </Button>
            <Popconfirm
              title="印发通报？"
              description="印发后编号，文字和数字固定，不能再改。请先核对预览中的数字。"
              okText="印发"
              onConfirm={() => issue.mutate({ ...target, mark: bulletin.mark })}
              disabled={changed}
            >
              <Button type="primary" disabled={changed} loading={issue.isPending}>
                印发
              </Button>
            </Popconfirm>
          </>
        )}
      </PageHead>
      <div className={bulletin.mayEdit ? 'halves' : undefined}>
        {bulletin.mayEdit && (
          <Panel title="文字">
            <TextsEditor
              names={bulletin.names}
              texts={texts}
              unknown={unknown}
              change={(by) => setTexts({ ...texts, ...by })}
            />
          </Panel>
        )}
        <div>
          {changed && <Alert type="info" showIcon title="文字已改动，保存后更新预览" style={{ marginBottom: 10 }} />}
          <PaperPreview bulletin={bulletin} texts={texts} />
        </div>
      </div>
    </>
  )
}
