package io.casemate.scan.javaserial;

import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.trial.Trial;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JavaSerialScannerTest {
    private record Model(double weight, List<String> labels) implements Serializable {}

    private static final class Handler implements InvocationHandler, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            return 0;
        }
    }

    private static Trial trial(byte[] stream) {
        return Trial.of(new JavaSerialScanner(), stream);
    }

    @Test
    void data_of_the_library_is_silent_and_wholly_read() {
        var map = new TreeMap<String, Object>();
        map.put("made", new Date(0));
        map.put("rows", new int[][] {{1, 2}, {3}});
        map.put("again", map.get("rows"));
        map.put("day", java.time.DayOfWeek.MONDAY);
        byte[] stream = StreamWriter.of(map);
        Trial trial = trial(stream);
        assertThat(trial.findings).isEmpty();
        assertThat(trial.gaps).isEmpty();
        assertThat(trial.coveredAll(stream.length)).isTrue();
    }

    @Test
    void classes_of_chains_are_malicious_inside_arrays_too() {
        assertThat(trial(StreamWriter.ofClass("com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl"))
                        .rules())
                .containsExactly("java-serial/gadget");
        assertThat(trial(StreamWriter.ofClass("[Lbsh.XThis;")).rules()).containsExactly("java-serial/gadget");
    }

    @Test
    void classes_that_ask_other_hosts_are_told() {
        assertThat(trial(StreamWriter.ofClass("java.rmi.server.RemoteObjectInvocationHandler"))
                        .rules())
                .containsExactly("java-serial/remote");
    }

    @Test
    void a_class_on_no_list_is_unknown() {
        Trial trial = trial(StreamWriter.of(new Model(1, new ArrayList<>(List.of("a")))));
        assertThat(trial.rules()).containsExactly("java-serial/unknown-class");
        assertThat(trial.gaps).isEmpty();
    }

    @Test
    void a_class_that_loads_other_models_is_unknown_though_its_package_is_known() {
        assertThat(trial(StreamWriter.ofClass("weka.classifiers.trees.J48")).rules())
                .isEmpty();
        assertThat(trial(StreamWriter.ofClass("weka.classifiers.misc.SerializedClassifier"))
                        .rules())
                .containsExactly("java-serial/unknown-class");
    }

    @Test
    void a_proxy_is_told_with_the_class_of_its_handler() {
        Object proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Runnable.class}, new Handler());
        assertThat(trial(StreamWriter.of((Serializable) proxy)).rules())
                .containsExactly("java-serial/proxy", "java-serial/unknown-class");
    }

    @Test
    void a_gadget_before_the_stream_breaks_still_counts() {
        Trial trial = trial(StreamWriter.ofClass("bsh.XThis", false));
        assertThat(trial.rules()).containsExactly("java-serial/gadget");
        assertThat(trial.gaps).isNotEmpty();
    }

    @Test
    void a_stream_in_the_bytes_of_an_array_is_routed() {
        byte[] inner = StreamWriter.ofClass("bsh.XThis");
        assertThat(trial(StreamWriter.of(inner)).nested).hasSize(1);
    }
}
