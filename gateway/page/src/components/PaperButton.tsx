import { FileWordOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Problem } from '@/lib/http'
import { downloadPaper } from '@/lib/requests/papers'

/** Keeps an official document as a Word file. */
export function PaperButton({ path, name, words = '下载公文' }: { path: string; name: string; words?: string }) {
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const keep = async () => {
    setBusy(true)
    try {
      await downloadPaper(path, name)
    } catch (reason) {
      message.error(Problem.of(reason).detail)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<FileWordOutlined />} loading={busy} onClick={keep}>
      {words}
    </Button>
  )
}
