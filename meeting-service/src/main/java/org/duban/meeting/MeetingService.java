package org.duban.meeting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class MeetingService {

    public static void main(String[] args) {
        SpringApplication.run(MeetingService.class, args);
    }
}
