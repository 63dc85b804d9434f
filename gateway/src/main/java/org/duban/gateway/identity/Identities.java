package org.duban.gateway.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.gateway.account.Account;
import org.duban.gateway.account.Accounts;
import org.duban.gateway.client.ApiClient;
import org.duban.gateway.client.ApiClients;
import org.duban.gateway.directory.Directory;
import org.duban.gateway.directory.HeldPost;
import org.duban.gateway.directory.UnitRef;
import org.duban.gateway.rights.Scopes;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.springframework.stereotype.Service;

/** Works identities out anew at each request, so that rights follow the post at once (behaviours.md C6). */
@Service
public class Identities {

    // A person of several posts acts for the unit of the weightiest one.
    private static final Comparator<HeldPost> WEIGHT = Comparator.<HeldPost>comparingInt(post -> switch (post.role()) {
                case SUPERVISOR -> 0;
                case SECRETARY -> 1;
                case CONVENER -> 2;
                case COUNTY_OFFICE -> 3;
                case UNIT_HEAD -> 4;
                case LIAISON -> 5;
                case ADMIN -> 6;
            })
            .thenComparing(HeldPost::id);

    private final Accounts accounts;
    private final ApiClients clients;
    private final Directory directory;

    Identities(Accounts accounts, ApiClients clients, Directory directory) {
        this.accounts = accounts;
        this.clients = clients;
        this.directory = directory;
    }

    /**
     * @param credentials number of the password under which the session was opened
     * @return empty once the account is disabled or its password is another
     */
    public Optional<Identity> ofSession(UUID account, long credentials) {
        return accounts.find(account)
                .filter(Account::enabled)
                .filter(it -> it.credentials() == credentials)
                .map(this::person);
    }

    /**
     * @param asked scopes of the token presented
     * @return empty once the client is disabled
     */
    public Optional<Identity> ofClient(String clientId, Collection<String> asked) {
        return clients.withClientId(clientId).filter(ApiClient::enabled).map(client -> software(client, asked));
    }

    public Identity person(Account account) {
        UUID person = account.personId();
        List<HeldPost> posts = person == null
                ? List.of()
                : directory.postsHeldBy(person).stream().sorted(WEIGHT).toList();
        Set<Role> roles = EnumSet.noneOf(Role.class);
        posts.forEach(post -> roles.add(post.role()));
        if (account.administrator()) {
            roles.add(Role.ADMIN);
        }
        return new Identity(
                account.id().toString(),
                Identity.Kind.PERSON,
                person == null ? "系统管理员" : directory.personName(person).orElse(account.username()),
                account.username(),
                posts.isEmpty() ? null : posts.getFirst().unit(),
                posts,
                roles,
                Scopes.of(roles),
                account.mustChangePassword());
    }

    public Identity software(ApiClient client, Collection<String> asked) {
        UUID unitId = client.unitId();
        UnitRef unit = unitId == null ? null : directory.unit(unitId).orElse(null);
        var scopes = new LinkedHashSet<>(client.scopes());
        scopes.retainAll(asked);
        return new Identity(
                client.clientId(),
                Identity.Kind.CLIENT,
                client.name(),
                null,
                unit,
                List.of(),
                EnumSet.of(client.role()),
                scopes,
                false);
    }
}
