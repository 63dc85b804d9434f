import {
  AimOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BellOutlined,
  BulbOutlined,
  CheckSquareOutlined,
  ClusterOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  FormOutlined,
  FundOutlined,
  KeyOutlined,
  MessageOutlined,
  NotificationOutlined,
  ProfileOutlined,
  ScheduleOutlined,
  SearchOutlined,
  TeamOutlined,
  ToolOutlined,
  TrophyOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Role } from '@/lib/api/types'

export type Entry = { to: string; words: string; icon: ReactNode; roles?: Role[]; short?: string }

const members: Role[] = ['LIAISON', 'UNIT_HEAD', 'COUNTY_OFFICE']

const entries: Entry[] = [
  { to: '/', words: '我的待办', short: '待办', icon: <CheckSquareOutlined /> },
  { to: '/dashboard', words: '督导看板', short: '看板', icon: <FundOutlined /> },
  { to: '/ledger', words: '任务台账', short: '台账', icon: <ProfileOutlined /> },
  { to: '/search', words: '全文搜索', short: '搜索', icon: <SearchOutlined /> },
  { to: '/reports', words: '进展报送', short: '报送', icon: <FormOutlined />, roles: members },
  { to: '/hand-ins', words: '报送材料', short: '材料', icon: <FileDoneOutlined />, roles: [...members, 'SUPERVISOR'] },
  { to: '/review', words: '报送审核', short: '审核', icon: <AuditOutlined />, roles: ['SUPERVISOR'] },
  { to: '/rounds', words: '督导调度', icon: <ScheduleOutlined />, roles: ['SUPERVISOR', 'SECRETARY', 'ADMIN'] },
  { to: '/notices', words: '督办通报', icon: <NotificationOutlined /> },
  { to: '/light-rules', words: '亮灯规则', icon: <BulbOutlined />, roles: ['SUPERVISOR'] },
  { to: '/counties', words: '县级推进', short: '县级', icon: <ClusterOutlined /> },
  { to: '/plans', words: '计划文件', icon: <FileTextOutlined />, roles: ['SUPERVISOR', 'SECRETARY', 'ADMIN'] },
  { to: '/indicators', words: '目标指标', short: '指标', icon: <AimOutlined /> },
  { to: '/assessments', words: '考核评分', short: '考核', icon: <TrophyOutlined /> },
  { to: '/rectifications', words: '问题整改', short: '整改', icon: <ToolOutlined /> },
  { to: '/complaints', words: '投诉建议', short: '投诉', icon: <MessageOutlined /> },
  { to: '/meetings', words: '联席会议', short: '会议', icon: <TeamOutlined /> },
  { to: '/directory', words: '单位与岗位', icon: <ApartmentOutlined />, roles: ['SUPERVISOR', 'SECRETARY', 'ADMIN'] },
  { to: '/accounts', words: '账号与接口', icon: <KeyOutlined />, roles: ['ADMIN'] },
  { to: '/alerts', words: '消息提醒', short: '消息', icon: <BellOutlined /> },
]

export const menuOf = (roles: Role[]): Entry[] =>
  entries.filter((entry) => !entry.roles || entry.roles.some((role) => roles.includes(role)))

/** The four that fit under a thumb. */
export function tabsOf(roles: Role[]): Entry[] {
  const mine = menuOf(roles)
  const wanted = roles.some((role) => members.includes(role))
    ? ['/', '/reports', '/ledger', '/alerts']
    : ['/', '/dashboard', '/ledger', roles.includes('SUPERVISOR') ? '/review' : '/meetings']
  return wanted.flatMap((to) => mine.filter((entry) => entry.to === to))
}
