"""Lets schemathesis call every operation of an API document against a running sandbox.

    python3 conformance.py spec/recast.yaml http://127.0.0.1:8080 democlient [examples per operation] [paths]

The paths are a regular expression: only operations whose paths match are called.

The token comes from the environment variable API_PAT. Fails when an answer is a server error or contradicts the
document: an undocumented status, another content type, a body that does not match its schema.
"""

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec

DOCUMENT, BASE_URL, CLIENT_SLUG = sys.argv[1:4]
EXAMPLES = sys.argv[4] if len(sys.argv) > 4 else "20"
PATHS = sys.argv[5] if len(sys.argv) > 5 else "."

if find_spec("schemathesis") is None:
    sys.exit("schemathesis is not installed; run: python3 -m pip install schemathesis")

# Random path parameters would meet 404 almost always. These exist, or come to exist while the calls go on.
CONFIGURATION = f"""
[parameters]
"path.client_slug" = "{CLIENT_SLUG}"

[[operations]]
include-path = "/v1/clients/{{client_slug}}/deployments/{{id}}"
parameters = {{ "path.id" = 5716 }}

[[operations]]
include-path = "/v1/clients/{{client_slug}}/kpis/{{id}}"
parameters = {{ "path.id" = "d66d6adb-1d17-40cc-9bc7-f4bc6c78ec2e" }}
"""

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]

with tempfile.TemporaryDirectory() as folder:
    configuration = os.path.join(folder, "schemathesis.toml")
    with open(configuration, "w") as file:
        file.write(CONFIGURATION)
    command = [
        sys.executable, "-m", "schemathesis.cli", "--config-file", configuration, "run", os.path.abspath(DOCUMENT),
        "--url", BASE_URL,
        "--header", f"Authorization: Bearer {os.environ['API_PAT']}",
        "--include-path-regex", PATHS,
        "--checks", ",".join(CHECKS),
        "--max-examples", EXAMPLES,
        "--seed", "1",
        "--suppress-health-check", "all",
        "--no-color",
    ]
    sys.exit(subprocess.run(command, cwd=folder).returncode)
