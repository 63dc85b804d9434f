package org.duban.task;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class TaskService {
    public static void main(String[] args) {
        SpringApplication.run(TaskService.class, args);
    }
}
