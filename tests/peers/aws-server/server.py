"""An endpoint that answers as AWS does (moto) on loopback, one request at a time so that transactions are whole. It says its port, and ends with whoever started it."""

import logging
import sys
import threading

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app))


def end_with_starter() -> None:
    sys.stdin.read()
    server.shutdown()


threading.Thread(target=end_with_starter, daemon=True).start()
print(server.server_port, flush=True)
server.serve_forever()
