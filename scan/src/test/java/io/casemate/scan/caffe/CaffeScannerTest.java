package io.casemate.scan.caffe;

import static io.casemate.scan.protobuf.ProtoWriter.proto;
import static org.assertj.core.api.Assertions.assertThat;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.protobuf.ProtoWriter;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.trial.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaffeScannerTest extends FormatScannerContract {
    private static byte[] net(ProtoWriter layer) {
        return proto().text(1, "net").message(100, layer).toBytes();
    }

    private static ProtoWriter convolution() {
        ProtoWriter blob = proto().message(7, proto().varint(1, 2)).bytes(5, new byte[8]);
        return proto().text(1, "conv").text(2, "Convolution").message(7, blob);
    }

    private static Trial read(byte[] bytes) {
        return Trial.of(new CaffeScanner(), bytes);
    }

    @Override
    protected FormatScanner scanner() {
        return new CaffeScanner();
    }

    @Override
    protected byte[] benign() {
        return net(convolution());
    }

    @Override
    protected byte[] hostile() {
        return net(proto().text(1, "p").text(2, "Python"));
    }

    /** The first byte alone is a line end. */
    @Override
    protected boolean isWhole(int length) {
        return length <= 1;
    }

    @Test
    void weights_are_tensors_with_their_shape() {
        Trial trial = read(benign());
        assertThat(trial.tensors).hasSize(1);
        assertThat(trial.tensors.getFirst().shape()).isEqualTo(List.of(2L));
        assertThat(trial.findings).isEmpty();
    }

    @Test
    void the_module_of_a_layer_in_python_is_told_whatever_its_type_says() {
        byte[] hidden = net(convolution().message(130, proto().text(1, "evil").text(2, "Layer")));
        assertThat(read(hidden).rules()).containsExactly("caffe/python-layer");
    }
}
