package org.wardlight.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CanaryWardTest {

    @Test
    void namesEverythingAfterItsWardTheSameEachTime() {
        CanaryWard canary = new CanaryWard("ward-7");

        assertThat(canary.id()).isEqualTo("canary/ward-7");
        assertThat(canary.device()).hasToString("canary-ward-7");
        assertThat(canary.patient()).isEqualTo(new CanaryWard("ward-7").patient());
        assertThat(canary.patient()).isNotEqualTo(canary.wholeWard()).isNotEqualTo(new CanaryWard("ward-8").patient());
    }

    @Test
    void isToldFromAWardOfPeople() {
        assertThat(CanaryWard.isOne(new CanaryWard("ward-7").id())).isTrue();
        assertThat(CanaryWard.isOne("ward-7")).isFalse();
        assertThat(CanaryWard.isOne("")).isFalse();
    }

    @Test
    void needsAWardThatADeviceCanBeNamedAfter() {
        assertThatThrownBy(() -> new CanaryWard("ward 7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CanaryWard("w".repeat(60))).isInstanceOf(IllegalArgumentException.class);
    }
}
