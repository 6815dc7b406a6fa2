package io.casemate.scan.huggingface;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;
import java.nio.charset.StandardCharsets;

class ConfigContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new ConfigScanner();
    }

    @Override
    protected byte[] benign() {
        return "{\"architectures\": [\"LlamaForCausalLM\"], \"model_type\": \"llama\", \"vocab_size\": 32000}"
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected byte[] hostile() {
        return "{\"chat_template\": \"{{ ''.__class__.__mro__[1].__subclasses__() }}\", \"tokenizer_class\": \"X\"}"
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String name() {
        return "config.json";
    }

    /** A text that is cut is a text, in which nothing can be looked up. */
    @Override
    protected boolean isWhole(int length) {
        return true;
    }
}
