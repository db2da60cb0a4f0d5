"""An endpoint that answers as AWS does (moto) and refuses what AWS's own models refuse, on loopback, one request at a time so that transactions are whole.

It says its port, and ends with whoever started it."""

import io
import json
import logging
import sys
import threading
import uuid

from judge import judge
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

# What moto does not have: a request that the model takes gets the shortest answer that the model has.
UNKNOWN_TO_MOTO = {
    "Converse": lambda: {
        "output": {"message": {"role": "assistant", "content": [{"text": '{"parts": {"text": "New words."}}'}]}},
        "stopReason": "end_turn",
    },
    "GetAccount": lambda: {"SendingEnabled": True},
    "SendTextMessage": lambda: {"MessageId": str(uuid.uuid4())},
    "DescribeAccountAttributes": lambda: {"AccountAttributes": []},
}

moto = DomainDispatcherApplication(create_backend_app)


def refused(name: str, reasons: list[str]) -> Response:
    message = f"{name} is not as AWS's model has it: {'; '.join(reasons)}"
    body = json.dumps({"__type": "ValidationException", "message": message})
    headers = {"x-amzn-errortype": "ValidationException"}
    return Response(body, status=400, headers=headers, content_type="application/json")


def answer(environ, start_response):
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    name, reasons = judge(environ, body)
    if reasons:
        return refused(name, reasons)(environ, start_response)
    if name in UNKNOWN_TO_MOTO:
        said = json.dumps(UNKNOWN_TO_MOTO[name]())
        return Response(said, content_type="application/json")(environ, start_response)
    return moto(environ, start_response)


def end_with_starter() -> None:
    sys.stdin.read()
    server.shutdown()


logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, answer)
threading.Thread(target=end_with_starter, daemon=True).start()
print(server.server_port, flush=True)
server.serve_forever()
