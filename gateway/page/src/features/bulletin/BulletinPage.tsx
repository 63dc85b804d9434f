import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Checkbox, Form, Input, Popconfirm, Select, Tag } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Loading } from '@/components/Loading'
import { PageHead } from '@/components/PageHead'
import { Panel } from '@/components/Panel'
import { PaperButton } from '@/components/PaperButton'
import { PaperPreview } from '@/features/bulletin/PaperPreview'
import { sameTexts, sectionWords, unknownNames, withName } from '@/features/bulletin/texts'
import type { Bulletin, BulletinSection, BulletinTexts } from '@/lib/api/types'
import { useBulletin, useIssueBulletin, useWriteBulletin } from '@/lib/requests/bulletins'
import { monthWords } from '@/lib/time'

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
        title={`${monthWords(bulletin.period)}通报`}
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
            <Editor
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

function Editor(props: {
  names: string[]
  texts: BulletinTexts
  unknown: string[]
  change: (by: Partial<BulletinTexts>) => void
}) {
  const { names, texts, unknown, change } = props
  const opening = useRef<{ resizableTextArea?: { textArea: HTMLTextAreaElement } }>(null)
  const put = (name: string) => {
    const area = opening.current?.resizableTextArea?.textArea
    const from = area?.selectionStart ?? texts.opening.length
    const { words, caret } = withName(texts.opening, name, from, area?.selectionEnd ?? from)
    change({ opening: words })
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(caret, caret)
    })
  }
  return (
    <Form layout="vertical" requiredMark={false}>
      <Form.Item label="标题">
        <Input.TextArea
          aria-label="标题"
          autoSize
          maxLength={200}
          value={texts.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="主送机关">
        <Input
          aria-label="主送机关"
          maxLength={500}
          value={texts.addressee}
          onChange={(event) => change({ addressee: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="总体情况" extra="花括号中的名称按最新数字填入，印发时固定。">
        <Input.TextArea
          ref={opening as never}
          aria-label="总体情况"
          autoSize={{ minRows: 5 }}
          maxLength={4000}
          value={texts.opening}
          onChange={(event) => change({ opening: event.target.value })}
        />
        <div className="row wrap" style={{ marginTop: 6 }}>
          {names.map((name) => (
            <Button key={name} size="small" onMouseDown={(event) => event.preventDefault()} onClick={() => put(name)}>
              {name}
            </Button>
          ))}
        </div>
      </Form.Item>
      {unknown.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`没有这样的数字：${unknown.map((name) => `{${name}}`).join('、')}`}
          style={{ marginBottom: 14 }}
        />
      )}
      <Form.Item label="点评（可不填）">
        <Input.TextArea
          aria-label="点评"
          autoSize={{ minRows: 2 }}
          maxLength={4000}
          value={texts.remarks}
          onChange={(event) => change({ remarks: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="列出的问题">
        <Checkbox.Group
          value={texts.sections}
          onChange={(sections) => change({ sections: sections as BulletinSection[] })}
          options={(Object.keys(sectionWords) as BulletinSection[]).map((section) => ({
            value: section,
            label: sectionWords[section],
          }))}
        />
      </Form.Item>
      <Form.Item label="下步要求（一行一段）">
        <Input.TextArea
          aria-label="下步要求"
          autoSize={{ minRows: 3 }}
          maxLength={4000}
          value={texts.demands}
          onChange={(event) => change({ demands: event.target.value })}
        />
      </Form.Item>
      <Form.Item label="抄送机关" style={{ marginBottom: 0 }}>
        <Select
          mode="tags"
          aria-label="抄送机关"
          open={false}
          placeholder="输入名称后按回车，可不填"
          value={texts.copiedTo}
          onChange={(copiedTo) => change({ copiedTo })}
        />
      </Form.Item>
    </Form>
  )
}
