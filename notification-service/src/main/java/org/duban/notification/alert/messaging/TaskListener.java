package org.duban.notification.alert.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.event.EventChannel;
import org.duban.kit.inbox.Inbox;
import org.duban.notification.alert.AssessmentNews;
import org.duban.notification.alert.CommentNews;
import org.duban.notification.alert.ComplaintNews;
import org.duban.notification.alert.CountyNews;
import org.duban.notification.alert.GoalNews;
import org.duban.notification.alert.HandInNews;
import org.duban.notification.alert.IndicatorNews;
import org.duban.notification.alert.RectificationNews;
import org.duban.notification.alert.TaskNews;
import org.duban.task.contract.AssessmentEvent;
import org.duban.task.contract.CommentEvent;
import org.duban.task.contract.ComplaintEvent;
import org.duban.task.contract.CountyEvent;
import org.duban.task.contract.GoalEvent;
import org.duban.task.contract.HandInEvent;
import org.duban.task.contract.IndicatorEvent;
import org.duban.task.contract.RectificationEvent;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskTopic;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class TaskListener {

    private static final EventChannel<TaskTopic> CHANNEL =
            EventChannel.of(TaskTopic.NAME, TaskTopic.class, TaskTopic.types());

    private final Inbox inbox;
    private final TaskNews tasks;
    private final RectificationNews rectifications;
    private final ComplaintNews complaints;
    private final IndicatorNews indicators;
    private final HandInNews handIns;
    private final CountyNews counties;
    private final GoalNews goals;
    private final AssessmentNews assessments;
    private final CommentNews comments;

    TaskListener(
            Inbox inbox,
            TaskNews tasks,
            RectificationNews rectifications,
            ComplaintNews complaints,
            IndicatorNews indicators,
            HandInNews handIns,
            CountyNews counties,
            GoalNews goals,
            AssessmentNews assessments,
            CommentNews comments) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.rectifications = rectifications;
        this.complaints = complaints;
        this.indicators = indicators;
        this.handIns = handIns;
        this.counties = counties;
        this.goals = goals;
        this.assessments = assessments;
        this.comments = comments;
    }

    @KafkaListener(topics = TaskTopic.NAME)
    void on(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, CHANNEL, this::take);
    }

    private void take(TaskTopic event) {
        switch (event) {
            case TaskEvent it -> tasks.take(it);
            case RectificationEvent it -> rectifications.take(it);
            case ComplaintEvent it -> complaints.take(it);
            case IndicatorEvent it -> indicators.take(it);
            case AssessmentEvent it -> assessments.take(it);
            case HandInEvent it -> handIns.take(it);
            case CountyEvent it -> counties.take(it);
            case GoalEvent it -> goals.take(it);
            case CommentEvent it -> comments.take(it);
            default -> throw new IllegalArgumentException("no event of this topic: " + event.getClass());
        }
    }
}
