import { Modal } from 'antd'
import { keyName, keyTable } from '@/features/plans/reviewKeys'

/** The keys, as the review knows them. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal open title="快捷键" footer={null} onCancel={onClose} width={560}>
      <div className="keys-help">
        {(['疑点', '任务', '其他'] as const).map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {keyTable
                .filter((row) => row.group === group)
                .map(({ command, keys, words }) => (
                  <div key={command}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{keyName(key)}</kbd>
                      ))}
                    </dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              {group === '疑点' && (
                <div>
                  <dt>
                    <kbd>1</kbd>…<kbd>9</kbd>
                  </dt>
                  <dd>选第几种处理</dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
