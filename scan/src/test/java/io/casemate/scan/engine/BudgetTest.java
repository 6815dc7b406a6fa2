package io.casemate.scan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casemate.scan.spi.Limits;
import io.casemate.scan.spi.Stopped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong clock = new AtomicLong();
    private final Budget budget = new Budget(new Limits(Duration.ofNanos(10), 100, 2, 3, false), clock::get);

    @Test
    void just_as_many_contents_as_allowed_are_read() {
        budget.member();
        budget.member();
        budget.member();
        assertThatThrownBy(budget::member).isInstanceOf(Stopped.class).hasMessageContaining("3 contents");
    }

    @Test
    void just_as_many_bytes_as_allowed_are_unpacked() {
        budget.spend(60);
        budget.spend(40);
        assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(Stopped.class);
    }

    @Test
    void who_asked_for_too_much_gets_nothing_more() {
        assertThatThrownBy(() -> budget.spend(101)).isInstanceOf(Stopped.class);
        assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(Stopped.class);
    }

    @Test
    void the_deadline_itself_is_in_time() {
        clock.set(10);
        budget.checkDeadline();
        clock.set(11);
        assertThatThrownBy(budget::checkDeadline).isInstanceOf(Stopped.class);
    }

    @Test
    void limits_are_those_that_were_given() {
        assertThat(budget.limits().membersMax()).isEqualTo(3);
    }
}
