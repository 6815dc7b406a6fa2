package io.casemate.scan;

import io.casemate.scan.archive.CompressedScanner;
import io.casemate.scan.archive.SevenZipScanner;
import io.casemate.scan.archive.TarScanner;
import io.casemate.scan.archive.UnreadArchiveScanner;
import io.casemate.scan.archive.WheelLayout;
import io.casemate.scan.archive.ZipScanner;
import io.casemate.scan.boosted.BoostedScanner;
import io.casemate.scan.bytecode.MarshalScanner;
import io.casemate.scan.coreml.CoremlScanner;
import io.casemate.scan.executable.ExecutableScanner;
import io.casemate.scan.gguf.GgufScanner;
import io.casemate.scan.hdf5.Hdf5Scanner;
import io.casemate.scan.huggingface.ConfigScanner;
import io.casemate.scan.javaserial.JavaSerialScanner;
import io.casemate.scan.keras.KerasConfigScanner;
import io.casemate.scan.manifest.ImageLayoutScanner;
import io.casemate.scan.manifest.ModelPackageScanner;
import io.casemate.scan.manifest.MxnetSymbolScanner;
import io.casemate.scan.manifest.ShardIndexScanner;
import io.casemate.scan.manifest.TensorflowJsScanner;
import io.casemate.scan.media.MediaScanner;
import io.casemate.scan.msgpack.MsgpackScanner;
import io.casemate.scan.numpy.NumpyScanner;
import io.casemate.scan.onnx.OnnxScanner;
import io.casemate.scan.opaque.OpaqueScanner;
import io.casemate.scan.paddle.PaddleScanner;
import io.casemate.scan.pickle.PickleScanner;
import io.casemate.scan.plaintext.PlaintextScanner;
import io.casemate.scan.python.PythonScanner;
import io.casemate.scan.rds.RdsScanner;
import io.casemate.scan.safetensors.SafetensorsScanner;
import io.casemate.scan.sentencepiece.SentencepieceScanner;
import io.casemate.scan.spi.FormatScanner;
import io.casemate.scan.template.TemplateScanner;
import io.casemate.scan.tensorflow.CheckpointDataScanner;
import io.casemate.scan.tensorflow.CheckpointIndexScanner;
import io.casemate.scan.tensorflow.TensorFlowScanner;
import io.casemate.scan.tensorflow.TextGraphScanner;
import io.casemate.scan.tflite.TfliteScanner;
import io.casemate.scan.torch.HydraScanner;
import io.casemate.scan.torch.LegacyTorchScanner;
import io.casemate.scan.torch.SkopsScanner;
import io.casemate.scan.torch.TorchLayout;
import io.casemate.scan.torch.TorchServeLayout;
import io.casemate.scan.xmlmodel.XmlScanner;
import java.util.List;

/** Every scanner there is, in the order in which they are asked. */
public final class Scanners {
    public static final List<FormatScanner> ALL = List.of(
            new ZipScanner(List.of(new TorchLayout(), new TorchServeLayout(), new WheelLayout())),
            new TarScanner(),
            new SevenZipScanner(),
            new CompressedScanner(),
            new UnreadArchiveScanner(),
            new LegacyTorchScanner(),
            new SkopsScanner(),
            new HydraScanner(),
            new NumpyScanner(),
            new PickleScanner(),
            new SafetensorsScanner(),
            new GgufScanner(),
            new OnnxScanner(),
            new Hdf5Scanner(),
            new ConfigScanner(),
            new KerasConfigScanner(),
            new ShardIndexScanner(),
            new MxnetSymbolScanner(),
            new TensorflowJsScanner(),
            new ImageLayoutScanner(),
            new ModelPackageScanner(),
            new TensorFlowScanner(),
            new TextGraphScanner(),
            new CheckpointIndexScanner(),
            new CheckpointDataScanner(),
            new TfliteScanner(),
            new MsgpackScanner(),
            new BoostedScanner(),
            new XmlScanner(),
            new RdsScanner(),
            new JavaSerialScanner(),
            new CoremlScanner(),
            new PaddleScanner(),
            new SentencepieceScanner(),
            new OpaqueScanner(),
            new MediaScanner(),
            new ExecutableScanner(),
            new MarshalScanner(),
            new PythonScanner(),
            new TemplateScanner(),
            new PlaintextScanner());

    private Scanners() {}
}
