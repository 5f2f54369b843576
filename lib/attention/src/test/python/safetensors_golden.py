"""Writes small files with the safetensors package, for SafetensorsTest.

    python safetensors_golden.py ../resources/golden
"""

import sys

import numpy
import torch
from safetensors.numpy import save_file
from safetensors.torch import save_file as save_torch

folder = sys.argv[1]
floats = [0.0, 1.0, -2.5, 0.125, float("inf"), -0.0]
whole = [0, 1, -2, 100]
save_torch(
    {
        "f64": torch.tensor(floats, dtype=torch.float64),
        "f32": torch.tensor(floats, dtype=torch.float32).reshape(2, 3),
        "f16": torch.tensor(floats, dtype=torch.float16),
        "bf16": torch.tensor(floats, dtype=torch.bfloat16),
        "i64": torch.tensor(whole, dtype=torch.int64),
        "i32": torch.tensor(whole, dtype=torch.int32),
        "i16": torch.tensor(whole, dtype=torch.int16),
        "i8": torch.tensor(whole, dtype=torch.int8),
        "u8": torch.tensor([0, 1, 255], dtype=torch.uint8),
        "bool": torch.tensor([False, True, True]),
    },
    folder + "/all_types.safetensors",
    {"made": "here"},
)
halves = numpy.array([2.0**-24, 2.0**-14 - 2.0**-24, 2.0**-14, 65504, -(2.0**-24)], dtype=numpy.float16)
save_file({"halves": halves}, folder + "/halves.safetensors")
save_file(
    {
        "b.weight": numpy.arange(1, 7, dtype=numpy.float32).reshape(2, 3),
        "a": numpy.array(-1.5, dtype=numpy.float32),
        "鱼 \"\\": numpy.zeros((0, 4), dtype=numpy.float32),
    },
    folder + "/written.safetensors",
    {"made": "here"},
)
