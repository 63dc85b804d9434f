package org.duban.notification.alert;

import java.util.LinkedHashSet;
import java.util.Set;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.CountyEvent;
import org.duban.task.contract.CountyEvent.FeatureItemNamed;
import org.duban.task.contract.CountyEvent.FeatureItemsAsked;
import org.springframework.stereotype.Service;

/** County offices are told to name items of their own, until they have. */
@Service
public class CountyNews {

    private final Alerts alerts;
    private final News news;

    CountyNews(Alerts alerts, News news) {
        this.alerts = alerts;
        this.news = news;
    }

    public void take(CountyEvent event) {
        switch (event) {
            case FeatureItemsAsked it -> asked(it);
            case FeatureItemNamed it -> named(it);
        }
    }

    private void asked(FeatureItemsAsked it) {
        Link link = new Link(Kind.FEATURE, it.planId());
        alerts.withdrawSubject(AlertKind.FEATURE_ASKED, it.planId());
        Words words = new Words(
                "请提报一县一特色改革事项",
                "“%s”要求每个县区至少提报%d项自选改革事项，请于%d月%d日前提报。"
                        .formatted(
                                it.planTitle(),
                                it.least(),
                                it.dueOn().getMonthValue(),
                                it.dueOn().getDayOfMonth()));
        alerts.say(it.offices().stream()
                .map(office -> Saying.toUnit(
                        office, AlertKind.FEATURE_ASKED, it.planId(), Long.toString(it.version()), words, link))
                .toList());
        news.changed(link, null, new LinkedHashSet<>(it.offices()));
    }

    private void named(FeatureItemNamed it) {
        if (it.officeId() != null && it.lacking() == 0) {
            alerts.withdrawFrom(it.officeId(), AlertKind.FEATURE_ASKED, it.planId());
        }
        news.changed(new Link(Kind.FEATURE, it.planId()), it.countyId(), Set.of(it.leadId()));
    }
}
