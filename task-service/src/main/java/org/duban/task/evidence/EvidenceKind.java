package org.duban.task.evidence;

/** What a file is handed in with. */
public enum EvidenceKind {
    /** 报送 */
    REPORT,
    /** 申请办结: one unit's, of a task */
    COMPLETION,
    /** 完成整改 */
    RECTIFICATION
}
