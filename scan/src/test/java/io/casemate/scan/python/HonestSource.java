package io.casemate.scan.python;

/** Source in the manner of what comes with models, written for these tests. */
enum HonestSource {
    MODEL("""
            \"\"\"A model.\"\"\"
            import json
            import logging
            import math
            import os
            import warnings
            from dataclasses import dataclass
            from typing import List, Optional, Tuple

            import torch
            import torch.nn as nn
            import torch.nn.functional as F
            from transformers import PretrainedConfig, PreTrainedModel
            from .configuration_tiny import TinyConfig

            logger = logging.getLogger(__name__)
            CACHE = os.path.join(os.path.expanduser("~"), ".cache", "tiny")
            DEBUG = os.environ.get("TINY_DEBUG", "0") == "1"

            try:
                from flash_attn import flash_attn_func
            except ImportError:
                flash_attn_func = None
                warnings.warn("flash attention is missing")

            @dataclass
            class Output:
                logits: Optional[torch.FloatTensor] = None

            class TinyAttention(nn.Module):
                def __init__(self, config: TinyConfig, layer_idx: int = 0):
                    super().__init__()
                    self.scale = 1.0 / math.sqrt(config.hidden_size)
                    self.q = nn.Linear(config.hidden_size, config.hidden_size, bias=False)
                    self.register_buffer("mask", torch.tril(torch.ones(8, 8)), persistent=False)
                    self.act = getattr(F, config.hidden_act)

                def forward(self, x: torch.Tensor, mask=None) -> Tuple[torch.Tensor]:
                    scores = torch.matmul(self.q(x), x.transpose(-1, -2)) * self.scale
                    scores = scores.masked_fill(mask == 0, float("-inf"))
                    return F.softmax(scores, dim=-1, dtype=torch.float32).to(x.dtype), f"{x.shape[0]}"

            class TinyModel(PreTrainedModel):
                config_class = TinyConfig
                _no_split_modules = ["TinyAttention"]

                def __init__(self, config):
                    super().__init__(config)
                    self.layers = nn.ModuleList([TinyAttention(config, i) for i in range(config.num_hidden_layers)])
                    self.model = torch.compile(self.layers) if DEBUG else None
                    self.eval()
                    self.post_init()

                @torch.no_grad()
                def load_extra(self, path):
                    with open(os.path.join(path, "extra.json"), encoding="utf-8") as f:
                        extra = json.load(f)
                    state = torch.load(os.path.join(path, "x.bin"), map_location="cpu", weights_only=True)
                    self.load_state_dict({k.replace("a.", "b."): v for k, v in state.items()}, strict=False)
                    return extra
            """),
    SCRIPT("""
            import argparse, subprocess, sys, requests
            from PIL import Image

            def revision():
                return subprocess.check_output(["git", "rev-parse", "HEAD"]).decode().strip()

            def audio(path):
                return subprocess.run(["ffmpeg", "-i", path, "-f", "s16le", "-"], capture_output=True, check=True).stdout

            def main():
                parser = argparse.ArgumentParser()
                parser.add_argument("--data", default=None, type=str)
                args = parser.parse_args()
                image = Image.open(requests.get("http://images.cocodataset.org/1.jpg", stream=True).raw)
                print(args, revision(), eval(args.data), image)

            if __name__ == "__main__":
                sys.exit(main())
            """),
    LAZY_PACKAGE("""
            import sys
            from importlib import import_module
            from setuptools import setup, find_packages

            class _Lazy:
                def __getattr__(self, name):
                    return getattr(import_module("." + name, __name__), name)

            sys.modules[__name__] = _Lazy()
            about = {}
            with open("src/version.py") as f:
                exec(f.read(), about)
            setup(name="x", version=about["__version__"], packages=find_packages())
            """),
    TORCHSCRIPT("""
            class Net(Module):
              __parameters__ = ["weight", ]
              __buffers__ = []
              weight : Tensor
              training : bool
              conv1 : __torch__.torch.nn.modules.conv.Conv2d
              def forward(self: __torch__.Net,
                x: Tensor) -> Tensor:
                conv1 = self.conv1
                x0 = torch.relu((conv1).forward(x, ))
                _0 = ops.prim.NumToTensor(torch.size(x0, 0))
                n = int(_0)
                input = torch.view(torch.max_pool2d(x0, [2, 2], annotate(List[int], []), [0, 0], [1, 1]), [n, -1])
                return torch.log_softmax(torch.linear(input, CONSTANTS.c0), 1)
            """),
    SHORT("print('hello')\n"),
    TRAINING("""
            from datasets import load_dataset
            from transformers import AutoTokenizer, Trainer, TrainingArguments
            import numpy as np, pandas as pd, joblib, pickle

            tok = AutoTokenizer.from_pretrained("x")
            data = load_dataset("imdb").map(lambda r: tok(r["text"], truncation=True), batched=True)
            clf = joblib.load("model.joblib")
            with open("model.pkl", "rb") as f:
                model = pickle.load(f)
            arr = np.load("x.npy")
            df = pd.read_csv("x.csv")
            df["a"] = df["b"].apply(lambda v: v.strip().lower())
            Trainer(model=model, args=TrainingArguments("out")).train()
            """);

    final String source;

    HonestSource(String source) {
        this.source = source;
    }
}
