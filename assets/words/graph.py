"""The graph of multilingual-e5-small (a BERT of 12 layers): ids and mask in, one vector of unit length a sentence out."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from unigram import MAX_TOKENS
from weights import Weights

POSITIONS = MAX_TOKENS
OPSET, IR = 18, 9
# What is added to the score of a padding token, so that nobody looks at it.
UNSEEN = -1e4


class Graph:
    """Nodes and constants in the order in which they are written down."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name: str, value) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, **attributes) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, **attributes))
        return output


def build(weights: Weights, kept: list[int]) -> onnx.ModelProto:
    graph, tensors, hidden = Graph(), weights.tensors, weights.hidden
    constant, node = graph.constant, graph.node
    for name, value in {'zero': [0], 'one': [1], 'two': [2], 'axes12': [1, 2]}.items():
        constant(name, np.array(value, np.int64))
    constant('to_heads', np.array([0, 0, weights.heads, hidden // weights.heads], np.int64))
    constant('from_heads', np.array([0, 0, hidden], np.int64))
    for name, value in {'1f': 1, 'half': 0.5, 'unseen': UNSEEN, 'scale': (hidden // weights.heads) ** -0.5, 'root_half': 0.5**0.5}.items():
        constant(name, np.float32(value))

    def normalised(x: str, name: str, source: str) -> str:
        constant(f'{name}.w', tensors[f'{source}.w'])
        constant(f'{name}.b', tensors[f'{source}.b'])
        return node('LayerNormalization', [x, f'{name}.w', f'{name}.b'], name, axis=-1, epsilon=weights.epsilon)

    x = normalised(embedded(graph, weights, kept), 'embedded', 'emb.ln')
    node('Sub', ['1f', 'mask'], 'hidden_tokens')
    node('Mul', ['hidden_tokens', 'unseen'], 'unseen_tokens')
    node('Unsqueeze', ['unseen_tokens', 'axes12'], 'attention_mask')

    for layer in range(weights.layers):
        at = f'l{layer}.'

        def linear(x: str, name: str, inputs: int, outputs: int) -> str:
            constant(f'{at}{name}.w', tensors[f'{at}{name}.w'].reshape(outputs, inputs).T)
            constant(f'{at}{name}.b', tensors[f'{at}{name}.b'])
            node('MatMul', [x, f'{at}{name}.w'], f'{at}{name}.product')
            return node('Add', [f'{at}{name}.product', f'{at}{name}.b'], f'{at}{name}')

        def heads(x: str, order: list[int]) -> str:
            node('Reshape', [x, 'to_heads'], f'{x}.split')
            return node('Transpose', [f'{x}.split'], f'{x}.heads', perm=order)

        query, value = heads(linear(x, 'q', hidden, hidden), [0, 2, 1, 3]), heads(linear(x, 'v', hidden, hidden), [0, 2, 1, 3])
        key = heads(linear(x, 'k', hidden, hidden), [0, 2, 3, 1])
        node('MatMul', [query, key], f'{at}likeness')
        node('Mul', [f'{at}likeness', 'scale'], f'{at}scaled')
        node('Add', [f'{at}scaled', 'attention_mask'], f'{at}masked')
        node('Softmax', [f'{at}masked'], f'{at}attention', axis=-1)
        node('MatMul', [f'{at}attention', value], f'{at}gathered')
        node('Transpose', [f'{at}gathered'], f'{at}turned', perm=[0, 2, 1, 3])
        node('Reshape', [f'{at}turned', 'from_heads'], f'{at}context')
        x = normalised(node('Add', [x, linear(f'{at}context', 'ao', hidden, hidden)], f'{at}attended'), f'{at}first', f'{at}aln')
        inner = linear(x, 'fi', hidden, weights.inner)
        # GELU, written out: x/2 · (1 + erf(x/√2)).
        node('Mul', [inner, 'root_half'], f'{at}g1')
        node('Erf', [f'{at}g1'], f'{at}g2')
        node('Add', [f'{at}g2', '1f'], f'{at}g3')
        node('Mul', [inner, f'{at}g3'], f'{at}g4')
        node('Mul', [f'{at}g4', 'half'], f'{at}g5')
        x = normalised(node('Add', [x, linear(f'{at}g5', 'fo', weights.inner, hidden)], f'{at}thought'), f'{at}second', f'{at}oln')

    node('Unsqueeze', ['mask', 'two'], 'mask3')
    node('Mul', [x, 'mask3'], 'counted')
    node('ReduceSum', ['counted', 'one'], 'sum', keepdims=0)
    node('ReduceSum', ['mask', 'one'], 'count', keepdims=1)
    node('Div', ['sum', 'count'], 'mean')
    node('ReduceL2', ['mean', 'one'], 'length', keepdims=1)
    node('Div', ['mean', 'length'], 'vector')

    inputs = [helper.make_tensor_value_info('ids', TensorProto.INT64, ['b', 'n']), helper.make_tensor_value_info('mask', TensorProto.FLOAT, ['b', 'n'])]
    outputs = [helper.make_tensor_value_info('vector', TensorProto.FLOAT, ['b', hidden])]
    made = helper.make_graph(graph.nodes, 'sentence', inputs, outputs, graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid('', OPSET)], ir_version=IR, producer_name='doorstep')
    onnx.checker.check_model(model)
    return model


def embedded(graph: Graph, weights: Weights, kept: list[int]) -> str:
    """Word and place. Words are int8 with a scale for each row, and only the rows that are met are unpacked."""
    words = weights.tensors['emb.word'].reshape(-1, weights.hidden)[kept]
    scales = np.maximum(np.abs(words).max(1, keepdims=True), 1e-9).astype(np.float32) / np.float32(127)
    graph.constant('words', np.rint(words / scales).astype(np.int8))
    graph.constant('word_scales', scales)
    places = weights.tensors['emb.pos'].reshape(-1, weights.hidden)[:POSITIONS] + weights.tensors['emb.type'].reshape(-1, weights.hidden)[0]
    graph.constant('places', places.astype(np.float32))
    graph.node('Gather', ['words', 'ids'], 'rows')
    graph.node('Cast', ['rows'], 'rows_float', to=TensorProto.FLOAT)
    graph.node('Gather', ['word_scales', 'ids'], 'row_scales')
    graph.node('Mul', ['rows_float', 'row_scales'], 'word_vectors')
    graph.node('Shape', ['ids'], 'shape')
    graph.node('Slice', ['shape', 'one', 'two'], 'tokens')
    graph.node('Slice', ['places', 'zero', 'tokens', 'zero'], 'place_vectors')
    return graph.node('Add', ['word_vectors', 'place_vectors'], 'placed')
