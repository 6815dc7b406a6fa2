package io.casemate.scan;

import io.casemate.scan.archive.CompressedScanner;
import io.casemate.scan.archive.ZipScanner;
import io.casemate.scan.executable.ExecutableScanner;
import io.casemate.scan.gguf.GgufScanner;
import io.casemate.scan.hdf5.Hdf5Scanner;
import io.casemate.scan.keras.KerasConfigScanner;
import io.casemate.scan.media.MediaScanner;
import io.casemate.scan.pickle.PickleScanner;
import io.casemate.scan.plaintext.PlaintextScanner;
import io.casemate.scan.safetensors.SafetensorsScanner;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.tensorflow.CheckpointDataScanner;
import io.casemate.scan.tensorflow.CheckpointIndexScanner;
import io.casemate.scan.tensorflow.TensorFlowScanner;
import io.casemate.scan.tflite.TfliteScanner;
import java.util.List;

/** Every scanner there is, in the order in which they are asked. */
public final class Scanners {
    public static final List<FormatScanner> ALL = List.of(
            new ZipScanner(List.of()),
            new CompressedScanner(),
            new PickleScanner(),
            new SafetensorsScanner(),
            new GgufScanner(),
            new Hdf5Scanner(),
            new KerasConfigScanner(),
            new TensorFlowScanner(),
            new CheckpointIndexScanner(),
            new CheckpointDataScanner(),
            new TfliteScanner(),
            new MediaScanner(),
            new ExecutableScanner(),
            new PlaintextScanner());

    private Scanners() {}
}
