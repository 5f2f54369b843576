"""PyTorch's side of a comparison: the workloads of Workload.java under the same names."""
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


def ids(rows, columns, vocabulary):
    return torch.randint(1, vocabulary, (rows, columns))


class Training:
    """Forward, backward and Adam, eager, as a PyTorch tutorial writes it."""

    def __init__(self, model, loss, fused=False):
        self.optimizer = torch.optim.Adam(model.parameters(), 1e-4, fused=fused)
        self.loss = loss

    def __call__(self):
        self.optimizer.zero_grad()
        self.loss().backward()
        self.optimizer.step()


class EncoderDecoder(nn.Module):
    def __init__(self, vocabulary, d, heads, layers, ffn):
        super().__init__()
        self.d = d
        self.source = nn.Embedding(vocabulary, d)
        self.target = nn.Embedding(vocabulary, d)
        self.body = nn.Transformer(d, heads, layers, layers, ffn, dropout=0.0, batch_first=True)
        self.output = nn.Linear(d, vocabulary)
        self.register_buffer("positions", torch.randn(1, 64, d))
        self.register_buffer("causal", nn.Transformer.generate_square_subsequent_mask(16))

    def place(self, embedding, tokens):
        return embedding(tokens) * self.d**0.5 + self.positions[:, : tokens.size(1)]

    def forward(self, source, target):
        states = self.body(
            self.place(self.source, source),
            self.place(self.target, target),
            tgt_mask=self.causal,
            tgt_is_causal=True,
        )
        return self.output(states)


class MaskedWords(nn.Module):
    def __init__(self, vocabulary, d, heads, layers, length):
        super().__init__()
        self.tokens = nn.Embedding(vocabulary, d)
        self.positions = nn.Parameter(torch.randn(length, d) * 0.02)
        self.types = nn.Embedding(2, d)
        self.norm = nn.LayerNorm(d)
        layer = nn.TransformerEncoderLayer(d, heads, 4 * d, 0.0, "gelu", batch_first=True)
        self.body = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.dense = nn.Linear(d, d)
        self.head_norm = nn.LayerNorm(d)
        self.bias = nn.Parameter(torch.zeros(vocabulary))

    def forward(self, tokens, types):
        x = self.norm(self.tokens(tokens) + self.types(types) + self.positions)
        x = self.head_norm(F.gelu(self.dense(self.body(x))))
        return F.linear(x, self.tokens.weight, self.bias)


class AdditiveSeq2Seq(nn.Module):
    def __init__(self, vocabulary, d):
        super().__init__()
        self.source = nn.Embedding(vocabulary, d)
        self.target = nn.Embedding(vocabulary, d)
        self.encoder = nn.GRU(d, d, batch_first=True)
        self.bridge = nn.Linear(d, d)
        self.query = nn.Linear(d, d, bias=False)
        self.key = nn.Linear(d, d, bias=False)
        self.v = nn.Linear(d, 1, bias=False)
        self.decoder = nn.GRUCell(2 * d, d)
        self.output = nn.Linear(2 * d, vocabulary)

    def forward(self, source, target):
        states, last = self.encoder(self.source(source))
        keys = self.key(states)
        h = torch.tanh(self.bridge(last[0]))
        embedded = self.target(target)
        features = []
        for t in range(target.size(1)):
            scores = self.v(torch.tanh(self.query(h)[:, None] + keys)).squeeze(-1)
            context = torch.bmm(F.softmax(scores, -1)[:, None], states)[:, 0]
            h = self.decoder(torch.cat([embedded[:, t], context], -1), h)
            features.append(torch.cat([h, context], -1))
        return self.output(torch.stack(features, 1))


def cross_entropy(logits, target):
    return F.cross_entropy(logits.flatten(0, 1), target.flatten())


def transformer():
    model = EncoderDecoder(64, 64, 4, 2, 256)
    source, shifted, target = (ids(32, 16, 64) for _ in range(3))
    return Training(model, lambda: cross_entropy(model(source, shifted), target))


def bert():
    model = MaskedWords(512, 128, 4, 4, 32)
    tokens, target = (ids(32, 32, 512) for _ in range(2))
    types = torch.zeros_like(tokens)
    target[torch.rand(target.shape) > 0.15] = -100
    return Training(model, lambda: cross_entropy(model(tokens, types), target))


def seq2seq():
    model = AdditiveSeq2Seq(64, 64)
    source, shifted, target = ids(64, 20, 64), ids(64, 10, 64), ids(64, 10, 64)
    return Training(model, lambda: cross_entropy(model(source, shifted), target))


def product(m, n, k):
    a, b, c = torch.randn(m, k), torch.randn(k, n), torch.empty(m, n)
    return lambda: torch.mm(a, b, out=c)


def numpy_product(m, n, k):
    import numpy

    a, b = (numpy.random.randn(*shape).astype("float32") for shape in ((m, k), (k, n)))
    c = numpy.empty((m, n), "float32")
    return lambda: numpy.matmul(a, b, out=c)


def attention(n, backward):
    q, k, v = (torch.randn(1, 4, n, 64, requires_grad=backward) for _ in range(3))
    cotangent = torch.randn(1, 4, n, 64)

    def run():
        y = F.scaled_dot_product_attention(q, k, v)
        if backward:
            q.grad = k.grad = v.grad = None
            y.backward(cotangent)

    return run


def make(name):
    kind, *sizes = name.split()
    sizes = [int(size) for size in sizes]
    torch.manual_seed(1)
    if kind == "gemm":
        return product(*sizes)
    if kind == "numpy":
        return numpy_product(*sizes)
    if kind == "attention":
        return attention(sizes[0], False)
    if kind == "attention-backward":
        return attention(sizes[0], True)
    return {"transformer": transformer, "bert": bert, "seq2seq": seq2seq}[kind]()


def timed(run):
    since = time.perf_counter()
    run()
    return (time.perf_counter() - since) * 1e3


def one_round(run, millis):
    times = []
    end = time.perf_counter() + millis / 1e3
    while time.perf_counter() < end or len(times) < 3:
        times.append(timed(run))
    return sorted(times)[len(times) // 2]
