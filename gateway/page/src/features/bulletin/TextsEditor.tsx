import { Alert, Button, Checkbox, Form, Input } from 'antd'
import { useRef } from 'react'
import { TypedList } from '@/components/TypedList'
import { sectionWords, withName } from '@/features/bulletin/texts'
import type { BulletinSection, BulletinTexts } from '@/lib/api/types'
import { optionsOf } from '@/lib/options'

/** The words of a bulletin; names of numbers are put in where the writer stands. */
export function TextsEditor(props: {
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
          options={optionsOf(sectionWords)}
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
        <TypedList
          aria-label="抄送机关"
          placeholder="输入名称后按回车，可不填"
          value={texts.copiedTo}
          onChange={(copiedTo) => change({ copiedTo })}
        />
      </Form.Item>
    </Form>
  )
}
