import { Button } from 'antd'
import type { Complaint } from '@/lib/api/types'
import { useContact } from '@/lib/requests/complaints'

/** How to reach who complained: shown to the handler only, and only when asked for. */
export function Contact({ complaint }: { complaint: Complaint }) {
  const contact = useContact()
  if (!complaint.contactLeft) return <span className="quiet">群众未留</span>
  if (!complaint.mayContact) return <span className="quiet">只对受理人开放</span>
  if (contact.data)
    return (
      <span>
        {contact.data.name} {contact.data.phone}
      </span>
    )
  return (
    <Button size="small" loading={contact.isPending} onClick={() => contact.mutate(complaint.id)}>
      查看（留痕）
    </Button>
  )
}
