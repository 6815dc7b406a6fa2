package io.casemate.scan.torch7;

import io.casemate.scan.FormatScannerContract;
import io.casemate.scan.spi.FormatScanner;

class Torch7ContractTest extends FormatScannerContract {
    @Override
    protected FormatScanner scanner() {
        return new Torch7Scanner();
    }

    @Override
    protected byte[] benign() {
        return LuaObjects.binary()
                .object("nn.Linear")
                .table(2)
                .string("weight")
                .tensor(1, 2, 2)
                .storage(1, 2, 3, 4)
                .string("train")
                .bool(false)
                .toBytes();
    }

    @Override
    protected byte[] hostile() {
        return LuaObjects.binary()
                .function(8, "\033LuaQ\0\0\0os\0\0\0execute\0")
                .table(0)
                .toBytes();
    }
}
