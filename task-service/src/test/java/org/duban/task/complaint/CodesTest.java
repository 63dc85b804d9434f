package org.duban.task.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.duban.kit.web.Refusal;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private final Codes codes = new Codes(new byte[] {1, 2, 3});

    static String proof(String challenge) {
        long proof = 0;
        while (!Codes.worked(challenge, Long.toString(proof))) {
            proof++;
        }
        return Long.toString(proof);
    }

    private void refused(String challenge, String proof, Instant at, String code) {
        assertThatThrownBy(() -> codes.check(challenge, proof, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void workedChallengeIsTakenFromThreeSecondsToTwoHoursAfterItWasGiven() {
        String challenge = codes.challenge(NOW);
        String proof = proof(challenge);
        refused(challenge, proof, NOW.plusSeconds(2), "too-fast");
        codes.check(challenge, proof, NOW.plusSeconds(3));
        codes.check(challenge, proof, NOW.plusSeconds(7200));
        refused(challenge, proof, NOW.plusSeconds(7201), "challenge-expired");
    }

    @Test
    void nobodyElsesChallengeAndNoLazyWorkIsTaken() {
        Instant later = NOW.plusSeconds(10);
        String challenge = codes.challenge(NOW);
        String foreign = new Codes(new byte[] {9}).challenge(NOW);
        refused(foreign, proof(foreign), later, "wrong-challenge");
        refused("", "0", later, "wrong-challenge");
        refused("不是校验串", "0", later, "wrong-challenge");
        refused(challenge.substring(1), proof(challenge), later, "wrong-challenge");
        String proof = proof(challenge);
        String lazy = proof.equals("0") ? "1" : Long.toString(Long.parseLong(proof) - 1);
        refused(challenge, lazy, later, "wrong-challenge");
    }

    @Test
    void codeIsTheSameForTheSameKeyAndNobodyElses() {
        String challenge = codes.challenge(NOW);
        String code = codes.code(challenge, "key-of-the-sender");
        assertThat(code).hasSize(12).matches("[2-9A-HJKMNP-Z]+");
        assertThat(codes.code(challenge, "key-of-the-sender")).isEqualTo(code);
        assertThat(codes.code(challenge, "another-key")).isNotEqualTo(code);
        assertThat(new Codes(new byte[] {9}).code(challenge, "key-of-the-sender"))
                .isNotEqualTo(code);
    }

    @Test
    void codesUseTheWholeAlphabetAndDoNotRepeat() {
        Set<String> made = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String code = codes.code("challenge" + i, "key");
            made.add(code);
            code.chars().forEach(letters::add);
        }
        assertThat(made).hasSize(2000);
        assertThat(letters).hasSize(31);
    }
}
