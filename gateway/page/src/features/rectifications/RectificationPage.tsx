import { useParams } from '@tanstack/react-router'
import { Course, whenBy } from '@/components/Course'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { RectificationActions } from '@/features/rectifications/RectificationActions'
import { RectificationFacts } from '@/features/rectifications/RectificationFacts'
import { sourceWords, stepWords } from '@/features/rectifications/words'
import type { Rectification } from '@/lib/api/types'
import { useRectification } from '@/lib/requests/rectifications'

export function RectificationPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const item = useRectification(id)
  return <Loading query={item}>{(data) => <View item={data} />}</Loading>
}

function View({ item }: { item: Rectification }) {
  return (
    <>
      <PageHead
        title={item.title}
        note={
          <>
            {sourceWords[item.source]}，{item.foundOn} 发现
            {item.place && `，${item.place}`}
          </>
        }
      >
        <RectificationActions item={item} />
      </PageHead>
      <div className="two">
        <div className="stack">
          <Panel>
            <RectificationFacts item={item} />
          </Panel>
        </div>
        <Panel title="办理经过">
          <Course
            latest="first"
            steps={item.history.map((step) => ({
              act: stepWords[step.action],
              when: whenBy(step),
              words: step.words,
            }))}
          />
        </Panel>
      </div>
    </>
  )
}
