"""Holds requests to the models that AWS publishes of its services (botocore carries them): what is missing, unknown, of another type, too long, or not as its pattern has it."""

import base64
import json
import re
from urllib.parse import parse_qs, unquote

from botocore.loaders import Loader
from botocore.model import ServiceModel

BY_TARGET = ["sqs", "events", "kms", "secretsmanager", "cognito-idp", "dynamodb", "pinpoint-sms-voice-v2"]
# By the name that a request is signed for.
BY_PATH = {"scheduler": "scheduler", "ses": "sesv2", "bedrock": "bedrock-runtime"}

_loader = Loader()
_models = {
    name: ServiceModel(_loader.load_service_model(name, "service-2"), name)
    for name in [*BY_TARGET, *BY_PATH.values()]
}
_targets = {_models[name].metadata["targetPrefix"]: _models[name] for name in BY_TARGET}

PYTHON_TYPES = {
    "string": str,
    "blob": str,
    "boolean": bool,
    "integer": int,
    "long": int,
    "double": (int, float),
    "float": (int, float),
    "timestamp": (int, float, str),
    "list": list,
    "map": dict,
    "structure": dict,
}


def _size(shape, value):
    if shape.type_name == "blob":
        return len(base64.b64decode(value))
    return len(value) if isinstance(value, (str, list, dict)) else value


def _matches(pattern, value):
    try:
        return re.fullmatch(pattern.removeprefix("^").removesuffix("$"), value) is not None
    except re.error:  # A pattern of Java's that Python does not know.
        return True


def _of_structure(shape, value, path):
    for name in shape.required_members:
        if name not in value:
            yield f"{path}.{name} is missing"
    for name, inner in value.items():
        if name not in shape.members:
            yield f"{path}.{name} is not known"
        else:
            yield from complaints(shape.members[name], inner, f"{path}.{name}")


def complaints(shape, value, path):
    """What AWS would refuse in a value, by the model's shape."""
    if not isinstance(value, PYTHON_TYPES[shape.type_name]):
        yield f"{path} is no {shape.type_name}"
        return
    limits = shape.metadata
    if not limits.get("min", float("-inf")) <= _size(shape, value) <= limits.get("max", float("inf")):
        yield f"{path} is not within {limits.get('min')} and {limits.get('max')}"
    if shape.type_name == "string":
        if "pattern" in limits and not _matches(limits["pattern"], value):
            yield f"{path} is not as {limits['pattern']}"
        if limits.get("enum") and value not in limits["enum"]:
            yield f"{path} is none of {limits['enum']}"
    elif shape.type_name == "structure":
        yield from _of_structure(shape, value, path)
    elif shape.type_name == "list":
        for at, inner in enumerate(value):
            yield from complaints(shape.member, inner, f"{path}[{at}]")
    elif shape.type_name == "map":
        for key, inner in value.items():
            yield from complaints(shape.key, key, f"{path} key")
            yield from complaints(shape.value, inner, f"{path}.{key}")


def _by_path(model, method, path):
    for name in model.operation_names:
        operation = model.operation_model(name)
        template = operation.http["requestUri"].split("?")[0]
        found = re.fullmatch(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", template), path)
        if operation.http["method"] == method and found:
            return operation, {label: unquote(value) for label, value in found.groupdict().items()}
    return None, {}


def _located(operation, labels, query, body):
    """Puts together what stands in the path, the query and the body."""
    whole = dict(body)
    for name, shape in operation.input_shape.members.items():
        wire = shape.serialization.get("name", name)
        if wire in labels:
            whole[name] = labels[wire]
        elif shape.serialization.get("location") == "querystring" and wire in query:
            whole[name] = int(query[wire][0]) if shape.type_name == "integer" else query[wire][0]
    return whole


def judge(environ, body):
    """The operation and what AWS would refuse in the request; no operation where no model is at hand."""
    prefix, _, name = environ.get("HTTP_X_AMZ_TARGET", "").partition(".")
    if prefix in _targets:
        operation = _targets[prefix].operation_model(name)
        return operation.name, list(complaints(operation.input_shape, json.loads(body or "{}"), name))
    signed = re.search(r"Credential=[^/]+/\d+/[^/]+/([\w-]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    model = _models.get(BY_PATH.get(signed[1] if signed else "", ""))
    if model is None:
        return None, []
    operation, labels = _by_path(model, environ["REQUEST_METHOD"], environ["PATH_INFO"])
    if operation is None or operation.input_shape is None:
        return None, []
    query = parse_qs(environ.get("QUERY_STRING", ""))
    whole = _located(operation, labels, query, json.loads(body or "{}"))
    return operation.name, list(complaints(operation.input_shape, whole, operation.name))
