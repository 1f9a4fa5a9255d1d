"""An editor as the YAML language server knows it: opens files, hears of mistakes, asks for help."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

PATIENCE_S = 30
SETTINGS: dict[str, Any] = {
    "yaml": {
        "validate": True,
        "completion": True,
        "hover": True,
        "schemaStore": {"enable": False},  # no network: the schema beside the bank is all that is needed
        "format": {"enable": False},
    }
}


class Editor:
    """One editor with one folder open, over the protocol that language servers speak on standard input."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self._heard: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "capabilities": {"workspace": {"configuration": True}},
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": SETTINGS})

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()
        self._listener.join(PATIENCE_S)

    def problems(self, path: Path, text: str | None = None) -> list[tuple[int, int, str]]:
        """Open a file, as it is or with this text; line and column (from 1) and words of each mistake."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text("utf-8") if text is None else text,
        }
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            heard = self._hear()
            if (
                heard.get("method") == "textDocument/publishDiagnostics"
                and heard["params"]["uri"] == path.as_uri()
            ):
                found = heard["params"]["diagnostics"]
                starts = [(one["range"]["start"], one["message"]) for one in found]
                return [(at["line"] + 1, at["character"] + 1, words) for at, words in starts]

    def offers(self, path: Path, line: int, column: int) -> list[str]:
        """What can be typed at a place of an open file; line and column count from 1."""
        found = self._ask("textDocument/completion", self._at(path, line, column))
        return [one["label"] for one in found["items"]]

    def explains(self, path: Path, line: int, column: int) -> str:
        """What is shown where the mouse rests on a place of an open file."""
        found = self._ask("textDocument/hover", self._at(path, line, column))
        return json.dumps(found["contents"]) if found else ""

    def _at(self, path: Path, line: int, column: int) -> dict[str, Any]:
        place = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": path.as_uri()}, "position": place}

    def _ask(self, method: str, params: dict[str, Any]) -> Any:  # noqa: ANN401  (the protocol has no types)
        self._number += 1
        mine = self._number
        self._send({"id": mine, "method": method, "params": params})
        while True:
            heard = self._hear()
            if heard.get("id") == mine and "method" not in heard:
                return heard.get("result")

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _hear(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered on the way."""
        while True:
            heard = self._heard.get(timeout=PATIENCE_S)
            if "method" not in heard or "id" not in heard:
                return heard
            wanted = (
                heard["params"].get("items", []) if heard["method"] == "workspace/configuration" else None
            )
            result = None if wanted is None else [SETTINGS.get(one.get("section", ""), {}) for one in wanted]
            self._send({"id": heard["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while head := stream.readline():
            size = 0
            while head.strip():
                name, _, value = head.partition(b":")
                size = int(value) if name.lower() == b"content-length" else size
                head = stream.readline()
            self._heard.put(json.loads(stream.read(size)))
