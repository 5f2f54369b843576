"""Writes bert_pretraining.json and gpt2_tiny.json, figures of Hugging Face's transformers.

Usage: python models_golden.py FOLDER
"""

import json
import pathlib
import sys

import torch
from transformers import BertConfig, BertForPreTraining, GPT2Config, GPT2LMHeadModel


def figures(tensor):
    """A tensor with nine significant digits, from which a float comes back as it was."""
    real = tensor.is_floating_point()
    return {
        "shape": list(tensor.shape),
        "dtype": str(tensor.dtype).removeprefix("torch."),
        "data": [float(f"{x:.9g}") if real else x for x in tensor.detach().flatten().tolist()],
    }


def named(tensors):
    return {name: figures(tensor) for name, tensor in tensors.items()}


def with_noise(model):
    """First weights hold many zeros and ones, which hide mistakes."""
    for parameter in model.parameters():
        parameter.data += 0.2 * torch.randn_like(parameter)
    return model.eval()


def bert():
    config = BertConfig(
        vocab_size=13,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=12,
        max_position_embeddings=6,
        attn_implementation="eager",
    )
    model = with_noise(BertForPreTraining(config))
    ids = torch.randint(3, 13, (2, 5))
    attended = torch.ones(2, 5, dtype=torch.long)
    attended[1, 3:] = 0
    types = torch.zeros(2, 5, dtype=torch.long)
    types[:, 2:] = 1
    result = model(input_ids=ids, attention_mask=attended, token_type_ids=types)
    return {
        "params": named(model.state_dict()),
        "input_ids": figures(ids),
        "attention_mask": figures(attended),
        "token_type_ids": figures(types),
        "words": figures(result.prediction_logits),
        "relationship": figures(result.seq_relationship_logits),
    }


def gpt2():
    config = GPT2Config(
        vocab_size=11,
        n_positions=7,
        n_embd=8,
        n_layer=2,
        n_head=2,
        n_inner=12,
        attn_implementation="eager",
    )
    model = with_noise(GPT2LMHeadModel(config))
    ids = torch.randint(0, 11, (2, 5))
    result = model(input_ids=ids, labels=ids, output_attentions=True)
    result.loss.backward()
    parameters = dict(model.named_parameters())  # the tied output map is not listed again
    return {
        "params": named(parameters),
        "input_ids": figures(ids),
        "logits": figures(result.logits),
        "attentions": [figures(weights) for weights in result.attentions],
        "loss": result.loss.item(),
        "param_grads": named({name: p.grad for name, p in parameters.items()}),
    }


folder = pathlib.Path(sys.argv[1])
torch.manual_seed(0)
torch.set_num_threads(1)
for name, case in {"bert_pretraining": bert, "gpt2_tiny": gpt2}.items():
    body = {"name": name, "torch": torch.__version__, **case()}
    (folder / f"{name}.json").write_text(json.dumps(body))
