package org.duban.gateway.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

@Component
class FirstAdministrator implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final AdminSettings settings;
    private final AccountAdministration administration;
    private final Accounts accounts;
    private final Passwords passwords;

    FirstAdministrator(
            AdminSettings settings, AccountAdministration administration, Accounts accounts, Passwords passwords) {
        this.settings = settings;
        this.administration = administration;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        String given = settings.password();
        if (given != null && !given.isBlank()) {
            administration.openFirst(settings.username(), given, settings.mustChange());
            return;
        }
        String made = passwords.generate();
        administration.openFirst(settings.username(), made, true);
        // Nobody could sign in otherwise, and it has to be changed at the first sign-in.
        log.warn("opened account {} with initial password {}", settings.username(), made);
    }
}
